//! Lines of a label and one amount: `Exports ........ 30,186 mln dlrs`, `- Rice: 1.2 mln tonnes, up 4 pct`, `  Japan   12.3` under
//! `EXPORTS`.
//!
//! At least two such lines follow each other, and what stands above them says what they are of, as above a table. Not: lines of
//! which a sentence rule has read something, lines in a table, and places or goods under no word of trade.

use std::ops::Range;

use article::{Comparison, Direction, FigureKind, Indicator, Status};
use rust_decimal::Decimal;

use super::above::{self, Said};
use super::cells::Row;
use super::columns::{period_in, spoken_period};
use super::heads::{Step, earlier};
use super::rows::Kind;
use super::{Known, Reader, Table};
use crate::figures::clause::Carry;
use crate::figures::clause::figure::is_flow;
use crate::figures::currency;
use crate::figures::draft::{Draft, Topic};
use crate::figures::lexicon::{Class, Measured, Strength, sign, word};
use crate::figures::pieces::{Cutter, Places};
use crate::figures::quantity::{Measure, Quantity};
use crate::text::{Story, TokenKind, trim_end};

/// A longer line is prose, in bytes.
const LONGEST: usize = 120;
/// … and a longer label none.
const LABEL: usize = 40;
/// The most words of a label.
const WORDS: usize = 5;
/// The fewest lines.
const FEWEST: usize = 2;

/// What stands behind a label.
struct Amount {
    value: Decimal,
    grain: Decimal,
    /// Where the line says it.
    measure: Option<Measure>,
    negative: bool,
    bytes: Range<usize>,
    change: Option<Change>,
}

struct Change {
    value: Decimal,
    grain: Decimal,
    direction: Direction,
    against: Option<Comparison>,
    bytes: Range<usize>,
}

/// `EXPORTS`, `Imports in April:`, alone on the line above.
struct Over {
    measured: Measured,
    tokens: Range<usize>,
}

/// Reads the lines of a story that no other rule has read.
pub(crate) fn lines(
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    tables: &[Table],
    drafts: &mut Vec<Draft>,
) {
    let mut known = Known::of(&[]);
    let mut over: Option<Over> = None;
    let (mut rows, mut amounts) = (Vec::new(), Vec::new());
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', story.text.as_bytes()).chain([story.text.len()]) {
        let line = trim_end(&story.text[start..end]);
        let bytes = start..start + line.len();
        start = end + 1;
        if line.is_empty() {
            continue;
        }
        let next = tables.partition_point(|table| table.bytes.end <= bytes.start);
        let in_table = tables.get(next).is_some_and(|table| table.bytes.start < bytes.end);
        if let Some((row, amount)) = parsed(story, cutter, bytes.clone()).filter(|_| !in_table) {
            rows.push(row);
            amounts.push(amount);
            continue;
        }

        close(story, places, cutter, carry, drafts, &mut known, over.as_ref(), &mut rows, &mut amounts);
        over = alone(story, cutter, bytes);
    }
    close(story, places, cutter, carry, drafts, &mut known, over.as_ref(), &mut rows, &mut amounts);
}

/// The label of a line and the amount behind it.
fn parsed(story: &Story<'_>, cutter: &Cutter<'_>, line: Range<usize>) -> Option<(Row, Amount)> {
    let text = story.words(line.clone());
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let inner = text.trim_start().trim_start_matches(['-', '*', '•', '·', '–', '—']).trim_start();
    let begin = line.end - inner.len();
    if !inner.starts_with(char::is_alphabetic) {
        return None;
    }
    let label = label(inner)?;
    let rest = inner.get(label..)?.trim_start_matches([':', '.', ' ', '\t']);
    let rest = rest.strip_prefix("- ").or_else(|| rest.strip_prefix("– ")).unwrap_or(rest).trim_start();
    let (from, end) = (story.token_at(line.end - rest.len()), story.token_at(line.end));
    let label = begin..begin + label;
    let (quantity, next) = read(story, cutter, from, end)?;
    let (change, deficit) = tail(story, cutter, next, end)?;
    let amount = Amount {
        value: quantity.value,
        grain: quantity.grain,
        measure: Some(quantity.measure).filter(|measure| *measure != Measure::Bare),
        negative: quantity.sign < 0 || deficit,
        bytes: quantity.bytes.clone(),
        change,
    };
    Some((Row { line, label, cells: vec![quantity.bytes], year: None }, amount))
}

/// Where the label ends: at a colon, a dash, dots or two blanks.
fn label(inner: &str) -> Option<usize> {
    let long = (0..=inner.len().min(LABEL)).rev().find(|at| inner.is_char_boundary(*at))?;
    let near = inner.get(..long)?;
    let marks = [":", "..", " . .", "  ", "\t", " - ", " – ", " — "];
    let end = marks.iter().filter_map(|mark| near.find(mark)).min()?;
    let label = inner.get(..end)?.trim_end();
    let short = label.split_whitespace().count() <= WORDS;
    (short && !label.bytes().any(|byte| byte.is_ascii_digit())).then_some(label.len())
}

/// An amount, and the token behind it.
fn read(story: &Story<'_>, cutter: &Cutter<'_>, from: usize, end: usize) -> Option<(Quantity, usize)> {
    if let Some((quantity, next)) = cutter.scanner.read(story, from, end) {
        let amount =
            quantity.measure.is_money() || matches!(quantity.measure, Measure::Unit(_) | Measure::Bare);
        let plain = quantity.high.is_none() && quantity.per.is_none() && !quantity.verb && !quantity.fraction;
        return (amount && plain).then_some((quantity, next));
    }
    let first = story.tokens.get(from).filter(|_| from < end)?;
    let minus = matches!(first.text, "-" | "−");
    let digits = from + usize::from(minus || first.text == "+");
    story.tokens.get(digits).filter(|token| digits < end && token.kind == TokenKind::Digits)?;
    let (value, next) = cutter.scanner.bare(story, digits, end)?;
    let bytes = first.start..story.tokens.get(next.checked_sub(1)?)?.end;
    let decimals = story.words(bytes.clone()).rsplit_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some((
        Quantity {
            value: value.abs(),
            high: None,
            grain: Decimal::new(1, u32::try_from(decimals).ok().filter(|decimals| *decimals < 10)?),
            measure: Measure::Bare,
            per: None,
            sign: if minus { -1 } else { 0 },
            or_more: false,
            bytes,
            verb: false,
            fraction: false,
            scaled: false,
            price: false,
        },
        next,
    ))
}

/// What stands behind an amount: how much it changed, where it says that, and whether it is a deficit. `None` where words say
/// something else.
fn tail(story: &Story<'_>, cutter: &Cutter<'_>, from: usize, end: usize) -> Option<(Option<Change>, bool)> {
    let mut at = from;
    let (mut change, mut direction, mut against, mut deficit) = (None, None, None, false);
    // a bracket that says something else is of no account
    let mut bracket = false;
    while at < end {
        if change.is_none()
            && let Some((quantity, next)) = cutter.scanner.read(story, at, end)
            && quantity.measure == Measure::Percent
            && quantity.high.is_none()
            && !quantity.fraction
        {
            let signed = match quantity.sign {
                1 => Some(Direction::Up),
                -1 => Some(Direction::Down),
                _ => direction,
            };
            change = Some((quantity, signed));
            at = next.max(at + 1);
            continue;
        }
        if let Some((step, next)) = earlier(story, at, end) {
            against = match step {
                Step::Year => Some(Comparison::YearOnYear),
                Step::Month => Some(Comparison::MonthOnMonth),
                Step::Quarter => Some(Comparison::QuarterOnQuarter),
                Step::Week => Some(Comparison::Other),
            };
            at = next.max(at + 1);
            continue;
        }
        let name = word(story, at).map(str::to_ascii_lowercase).unwrap_or_default();
        match name.as_str() {
            "up" | "rose" | "higher" | "increase" => direction = Some(Direction::Up),
            "down" | "fell" | "lower" | "decline" => direction = Some(Direction::Down),
            "y" | "yoy" | "year" => against = Some(Comparison::YearOnYear),
            "m" | "mom" | "month" => against = Some(Comparison::MonthOnMonth),
            "q" | "qoq" | "quarter" => against = Some(Comparison::QuarterOnQuarter),
            "deficit" => deficit = true,
            "surplus" | "unchanged" | "on" | "from" | "a" | "the" | "over" | "last" | "fob" | "cif" => {}
            "" => match sign(story, at) {
                Some("(") => bracket = true,
                Some(")" | "," | ";" | "." | "-" | "–" | "/") => {}
                _ if bracket => return Some((None, deficit)),
                _ => return None,
            },
            _ if bracket => return Some((None, deficit)),
            _ => return None,
        }
        at += 1;
    }
    let change = change.and_then(|(quantity, direction)| {
        Some(Change {
            value: quantity.value,
            grain: quantity.grain,
            direction: direction?,
            against,
            bytes: quantity.bytes,
        })
    });
    Some((change, deficit))
}

/// A line that says which way the goods of the lines below go, and when, and nothing else.
fn alone(story: &Story<'_>, cutter: &Cutter<'_>, line: Range<usize>) -> Option<Over> {
    const FEW: usize = 6;
    let tokens = story.token_at(line.start)..story.token_at(line.end);
    let (first, end) = (tokens.start, tokens.end);
    if tokens.len() > FEW || story.words(line).ends_with('.') {
        return None;
    }
    match cutter.words.longest(story, first, end)? {
        (Class::Indicator(measured, Strength::Full | Strength::Head), _) if is_flow(measured.indicator) => {
            Some(Over { measured, tokens })
        }
        _ => None,
    }
}

#[expect(clippy::too_many_arguments, reason = "what the story is, and what stands above the lines")]
fn close(
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    drafts: &mut Vec<Draft>,
    known: &mut Known,
    over: Option<&Over>,
    rows: &mut Vec<Row>,
    amounts: &mut Vec<Amount>,
) {
    let (rows, amounts) = (std::mem::take(rows), std::mem::take(amounts));
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let bytes = first.line.start..last.line.end;
    let is_read = |draft: &Draft| draft.bytes.start < bytes.end && bytes.start < draft.bytes.end;
    if rows.len() < FEWEST || drafts.iter().any(is_read) {
        return;
    }
    known.top = bytes.start;
    let floor = bytes.end;
    let table = Table { bytes, head: 0..0, rows };
    let reader = Reader::of(&table, story, places, cutter, carry, drafts);
    if let Some(mut read) = block(&reader, drafts.len(), known, over, &amounts) {
        drafts.append(&mut read);
        known.floor = floor;
    }
}

fn block(
    reader: &Reader<'_, '_>,
    first: usize,
    known: &mut Known,
    over: Option<&Over>,
    amounts: &[Amount],
) -> Option<Vec<Draft>> {
    let Reader { table, story, places, cutter, carry, last, .. } = *reader;
    let above = above::above(table, story, cutter, carry, last, known, Some(table.bytes.start))?;
    let shared = reader.unit(&above, known);
    let spoken = match (over, above.said) {
        (Some(over), _) => Some(over.measured),
        (None, Said::Measured(measured)) => Some(measured),
        (None, _) => None,
    };
    let kind = reader.kind(spoken)?;
    let flow = spoken.is_some_and(|spoken| is_flow(spoken.indicator));
    if kind == Kind::Balances || kind != Kind::Indicators && !flow || above.outstanding {
        return None;
    }
    let of_lead = || {
        let lead = story.sentences.iter().filter(|sentence| sentence.range.start >= story.headline.end);
        lead.take(2).find_map(|sentence| period_in(story, cutter, carry, sentence.tokens.clone()))
    };
    let period = over
        .and_then(|over| period_in(story, cutter, carry, over.tokens.clone()))
        .or_else(|| spoken_period(story, cutter, carry, &above))
        .or_else(of_lead)?;
    let by_reporter = kind == Kind::Places && reader.rows_report(&above, spoken);
    let partner = match kind {
        Kind::Places if by_reporter => above::partner(story, places, cutter, &above),
        Kind::Goods | Kind::Places => None,
        Kind::Indicators | Kind::Balances => above::partner(story, places, cutter, &above),
    };
    let reporter = reader.reporter(&above, spoken, kind, known.top);
    let end = above.wider.end;
    let told = above.wider.clone().any(|at| earlier(story, at, end).is_some());
    let since = told.then(|| above::since(story, above.wider.clone()));
    let mut drafts: Vec<Draft> = Vec::new();
    for (row, amount) in table.rows.iter().zip(amounts) {
        let Some(subject) = reader.subject(row, spoken, kind) else { continue };
        let measured = subject.measured;
        let of_balance = matches!(measured.indicator, Indicator::Balance | Indicator::CurrentAccount);
        if amount.negative && !of_balance {
            return None;
        }
        let (unit, scale) = match amount.measure {
            None => shared?,
            Some(Measure::Unit(unit)) => (unit, Decimal::ONE),
            Some(measure) => {
                let code = match measure {
                    Measure::LocalMoney("$", default) => reader.dollar.unwrap_or(default),
                    measure => measure.code(),
                };
                (currency::on(code, carry.today), Decimal::ONE)
            }
        };
        let mut value = amount.value.checked_mul(scale)?.normalize();
        if of_balance && (measured.sign < 0 || measured.sign == 0 && amount.negative) {
            value = -value;
        }
        let (row_reporter, row_partner) = if by_reporter {
            let whole = || reader.whole(reporter.as_ref());
            (if subject.total { Some(whole()) } else { subject.partner.clone() }, partner.clone())
        } else {
            (
                subject.reporter.clone().or_else(|| reporter.clone()),
                subject.partner.clone().or(partner.clone()),
            )
        };
        let topic = Topic {
            sign: measured.sign,
            reporter: row_reporter,
            partner_stated: row_partner.is_some(),
            partner: Some(row_partner.unwrap_or_else(|| places.world.clone())),
            commodity: subject.goods.clone(),
            ..Topic::of(measured.indicator)
        };
        let level = Draft {
            kind: FigureKind::Level,
            topic,
            value,
            high: None,
            grain: amount.grain.checked_mul(scale)?,
            unit,
            unit_stated: true,
            per: None,
            bound: None,
            direction: None,
            comparison: None,
            comparison_stated: false,
            period: Some(period),
            period_stated: true,
            delivery: None,
            base_period: None,
            base_stated: true,
            status: Status::Reported,
            basis: Vec::new(),
            twin_of: None,
            of: None,
            is_base: false,
            benchmark: None,
            attribution: carry.attribution.clone(),
            bytes: amount.bytes.clone(),
            sentence: story.sentence_at(amount.bytes.start).unwrap_or(0),
            rule: if kind == Kind::Goods && subject.total { "table/total" } else { "table/line" },
        };
        let of = first + drafts.len();
        let change = amount.change.as_ref().map(|change| Draft {
            kind: FigureKind::Change,
            value: change.value.normalize(),
            grain: change.grain,
            unit: "percent",
            direction: Some(change.direction),
            comparison: change.against.or(since),
            of: Some(of),
            bytes: change.bytes.clone(),
            ..level.clone()
        });
        drafts.push(level);
        drafts.extend(change);
    }
    Some(drafts)
}
