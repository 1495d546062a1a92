//! Tables that both axes say something of: rows of periods, places or parts of a balance of payments under columns of indicators,
//! places or periods.
//!
//! ```text
//! Overseas merchandise trade, January month, $(million)
//!           Exports   Imports   Balance
//! 2013        3,280     3,706      -426
//! 2014        4,101     3,795       306
//! ```
//!
//! A number is of what its row, its column and the caption say together. Where two of them say different things, or none says
//! what is measured, in what unit or when, the table is not understood.

use std::ops::Range;

use article::{Comparison, Direction, FigureKind, Indicator, Period, Status};
use rust_decimal::Decimal;

use super::above::{self, Above, Said};
use super::cells::{Row, is_nil, is_year, number, trimmed};
use super::columns::{When, phrases, spoken_period};
use super::heads::{self, What};
use super::rows::Kind;
use super::{Known, MANY, Reader, compared};
use crate::figures::currency;
use crate::figures::draft::{Draft, Name, Topic};
use crate::figures::lexicon::{Class, Measured, Strength, sign, word};
use crate::figures::period::{Time, length, shift};
use crate::text::TokenKind;

/// What a head or a label says.
#[derive(Clone, Debug, Default, PartialEq)]
struct Facts {
    when: Option<When>,
    /// The year of `when` is written, and not the latest that fits.
    dated: bool,
    /// Counted back from the period of the first column: `12 months`, `Year ago`.
    back: Option<Back>,
    measured: Option<Measured>,
    /// `Balance`, `Trade`: trade only where other words of the table are.
    bare: bool,
    place: Option<Name>,
    goods: Option<Name>,
    measure: How,
    status: Option<Status>,
    unit: above::Unit,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Back {
    Months(i32),
    Step(heads::Step),
    ToDate,
}

/// What the numbers of a column are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum How {
    #[default]
    Level,
    Change(Option<Comparison>),
    Share,
    /// Nothing that counts: `Rank`.
    Other,
}

/// How many lines above a table may be its head.
const HEAD_LINES: usize = 3;

/// What the rows are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    Periods,
    Payments,
    Others(Kind),
}

/// Whether every row is of a period: no rule that looks for goods in labels may read them.
pub(super) fn is_of_periods(reader: &Reader<'_, '_>) -> bool {
    reader.table.rows.iter().all(|row| {
        let of = tokens(reader, &row.label);
        match label_of_period(reader, row) {
            Some(_) => true,
            None => of.clone().any(|at| word(reader.story, at).is_some_and(is_sum)) && of.len() <= 2,
        }
    }) && reader.table.rows.iter().any(|row| label_of_period(reader, row).is_some())
}

fn is_sum(word: &str) -> bool {
    ["total", "year", "annual", "average"].iter().any(|sum| word.eq_ignore_ascii_case(sum))
}

fn tokens(reader: &Reader<'_, '_>, bytes: &Range<usize>) -> Range<usize> {
    reader.story.token_at(bytes.start)..reader.story.token_at(bytes.end)
}

/// `2013`, `Jan`, `Q1 2014`, `Jan-March`, `2013-14`, and nothing else but a note.
fn label_of_period(reader: &Reader<'_, '_>, row: &Row) -> Option<Facts> {
    let facts = head(reader, tokens(reader, &row.label), false)?;
    let mut facts = facts.into_iter();
    let mut first = facts.next()?;
    // `2014 Q1`
    for other in facts {
        join(&mut first, other)?;
    }
    // `January` under `2014`
    if let Some(year) = &row.year {
        let over = head(reader, tokens(reader, year), false)?;
        join(&mut first, over.into_iter().next()?)?;
    }
    let facts = &first;
    let only = Facts { when: None, dated: false, status: None, ..facts.clone() } == Facts::default();
    (facts.when.is_some() && only).then(|| facts.clone())
}

/// What the words of a phrase say: one head, or where each thing that is said is one, several. `None` where a word says something
/// that nobody knows.
fn head(reader: &Reader<'_, '_>, tokens: Range<usize>, apart: bool) -> Option<Vec<Facts>> {
    let Reader { story, cutter, places, carry, .. } = *reader;
    let (mut at, end) = (tokens.start, tokens.end);
    // of goods and services, both or one
    if tokens.len() == 1 {
        match word(story, at).map(str::to_ascii_lowercase).as_deref() {
            Some("total") => return Some(vec![Facts::default()]),
            Some("goods") => return Some(vec![Facts { goods: Some("goods".into()), ..Facts::default() }]),
            _ => {}
        }
    }
    let mut found: Vec<Facts> = Vec::new();
    let mut facts = Facts::default();
    // a new head begins where the same is said again, and with each thing where they stand apart
    macro_rules! say {
        ($field:ident, $value:expr) => {{
            if facts.$field.is_some() || (apart && facts != Facts::default()) {
                found.push(std::mem::take(&mut facts));
            }
            facts.$field = Some($value);
        }};
    }
    while at < end {
        let name = word(story, at).map(str::to_ascii_lowercase).unwrap_or_default();
        // what a bracket holds is a unit, a state or a note
        if matches!(sign(story, at), Some("(" | "[")) {
            let close = (at + 1..end).find(|at| matches!(sign(story, *at), Some(")" | "]")))?;
            if (at..close).any(|at| sign(story, at) == Some("%")) && close <= at + 2 {
                if facts.measure == How::Level && facts.measured.is_none() {
                    facts.measure = How::Change(None);
                }
            } else if let Some(status) =
                (close == at + 2).then(|| word(story, at + 1)).flatten().and_then(state)
            {
                facts.status = Some(status);
            } else if let Some(unit) = above::unit_from(story, cutter, at + 1..close, reader.money()) {
                facts.unit = Some(unit);
            } else if (at + 1..close).any(|at| {
                matches!(
                    cutter.words.longest(story, at, close),
                    Some((Class::Indicator(..) | Class::Other, _))
                )
            }) {
                return None;
            }
            at = close + 1;
            continue;
        }
        // `% of total`, `Share`
        let percent = sign(story, at) == Some("%") || matches!(name.as_str(), "pct" | "percent");
        if percent && word(story, at + 1) == Some("of")
            || matches!(name.as_str(), "share" | "shares" | "weight")
        {
            if apart && facts != Facts::default() {
                found.push(std::mem::take(&mut facts));
            }
            facts.measure = How::Share;
            at += if percent { 2 } else { 1 };
            while at < end
                && word(story, at).is_some_and(|word| {
                    matches!(word.to_ascii_lowercase().as_str(), "of" | "total" | "the" | "in")
                })
            {
                at += 1;
            }
            continue;
        }
        if let Some((change, next)) = change(story, at, end) {
            if matches!(facts.measure, How::Change(_)) {
                if apart {
                    found.push(std::mem::take(&mut facts));
                    facts.measure = How::Change(change);
                } else if let How::Change(known) = facts.measure {
                    facts.measure = How::Change(known.or(change));
                }
            } else {
                if apart && facts != Facts::default() {
                    found.push(std::mem::take(&mut facts));
                }
                facts.measure = How::Change(change);
            }
            at = next;
            continue;
        }
        if matches!(name.as_str(), "rank" | "no") && end <= at + 2 {
            facts.measure = How::Other;
            at = end;
            continue;
        }
        if let Some((what, next)) = heads::head(story, cutter, at, end, carry.today, false) {
            let dated = (at..next).any(|at| {
                story.tokens.get(at).is_some_and(|token| {
                    token.kind == TokenKind::Digits
                        && (is_year(token.text) || at > tokens.start && token.text.len() == 2)
                })
            });
            match what {
                What::Days(period) => say!(when, When::Days(period)),
                // one that is `the year`
                What::Year(period) if dated => say!(when, When::Days(period)),
                What::Season(year) => say!(when, When::Season(year, None)),
                What::Earlier(step) => say!(back, Back::Step(step)),
                What::Back(months) => say!(back, months.map_or(Back::ToDate, Back::Months)),
                What::Amount => {}
                What::Year(_) | What::Day(_) | What::Now | What::Change(_) => return None,
            }
            if matches!(what, What::Days(_) | What::Year(_)) {
                facts.dated |= dated;
            }
            at = next.max(at + 1);
            // `January month`
            at += usize::from(
                at < end && word(story, at).is_some_and(|word| matches!(word, "month" | "quarter" | "year")),
            );
            continue;
        }
        if let Some(status) = state(&name).filter(|_| facts != Facts::default()) {
            facts.status = Some(status);
            at += 1;
            continue;
        }
        match cutter.words.longest(story, at, end) {
            Some((Class::Indicator(measured, strength), next))
                if !matches!(strength, Strength::Weak | Strength::Shipped | Strength::Verb) =>
            {
                let bare = matches!(strength, Strength::Bare | Strength::Head)
                    && !matches!(measured.indicator, Indicator::Exports | Indicator::Imports);
                say!(measured, measured);
                facts.bare |= bare;
                if word(story, next - 1).is_some_and(|word| word.eq_ignore_ascii_case("growth")) {
                    facts.measure = How::Change(None);
                }
                at = next.max(at + 1);
                continue;
            }
            Some((Class::Other | Class::Tariff | Class::Quota | Class::Deal | Class::Invest, _)) => {
                return None;
            }
            _ => {}
        }
        if let Some(token) = story.tokens.get(at)
            && token.kind == TokenKind::Word
        {
            let next = places.mentions.partition_point(|place| place.bytes.end <= token.start);
            if let Some(place) = places.mentions.get(next).filter(|place| place.bytes.start <= token.start) {
                let codes = places.codes.get(place.at)?;
                say!(place, codes.country.clone().unwrap_or_else(|| codes.own.clone()));
                at = story.token_at(place.bytes.end).max(at + 1);
                continue;
            }
            if matches!(name.as_str(), "world") {
                say!(place, places.world.clone());
            } else if matches!(name.as_str(), "services") {
                say!(goods, "services".into());
            } else if !matches!(
                name.as_str(),
                "goods"
                    | "merchandise"
                    | "total"
                    | "value"
                    | "visible"
                    | "of"
                    | "in"
                    | "to"
                    | "from"
                    | "with"
                    | "the"
                    | "fob"
                    | "cif"
                    | "month"
                    | "and"
                    | "trade"
            ) {
                return None;
            }
        } else if story.tokens.get(at)?.kind == TokenKind::Digits {
            // the number of a note stands behind its word
            if facts == Facts::default() || story.tokens.get(at)?.text.len() > 1 {
                return None;
            }
        }
        at += 1;
    }
    if facts != Facts::default() {
        found.push(facts);
    }
    (!found.is_empty()).then_some(found)
}

fn state(word: &str) -> Option<Status> {
    Some(match word.to_ascii_lowercase().as_str() {
        "r" | "rev" | "revised" => Status::Revised,
        "p" | "prel" | "prelim" | "preliminary" | "prov" | "provisional" => Status::Preliminary,
        "f" | "forecast" => Status::Forecast,
        _ => return None,
    })
}

/// `% change`, `growth`, `y/y`, `m-o-m (%)`: against when, where it says so, and the token behind.
fn change(story: &crate::text::Story<'_>, at: usize, end: usize) -> Option<(Option<Comparison>, usize)> {
    let name =
        |at: usize| word(story, at).filter(|_| at < end).map(str::to_ascii_lowercase).unwrap_or_default();
    let joined = |at: usize| matches!(sign(story, at), Some("/" | "-"));
    let against = |at: usize| -> Option<(Comparison, usize)> {
        let (first, second) = (name(at), name(at + 2));
        let of = |unit: &str| match unit {
            "y" | "year" => Some(Comparison::YearOnYear),
            "m" | "month" => Some(Comparison::MonthOnMonth),
            "q" | "quarter" => Some(Comparison::QuarterOnQuarter),
            _ => None,
        };
        match first.as_str() {
            "yoy" | "annual" => return Some((Comparison::YearOnYear, at + 1)),
            "mom" | "monthly" => return Some((Comparison::MonthOnMonth, at + 1)),
            "qoq" | "quarterly" => return Some((Comparison::QuarterOnQuarter, at + 1)),
            _ => {}
        }
        if first.len() == 1 && joined(at + 1) && second == first {
            return Some((of(&first)?, at + 3));
        }
        let on = second == first && (joined(at + 1) || matches!(name(at + 1).as_str(), "on"));
        if on {
            return Some((of(&first)?, at + 3));
        }
        // `y-o-y`, `year-on-year`
        (joined(at + 1) && matches!(second.as_str(), "o" | "on") && joined(at + 3) && name(at + 4) == first)
            .then(|| Some((of(&first)?, at + 5)))?
    };
    let (mut next, mut found, mut comparison) = (at, false, None);
    loop {
        if let Some((known, after)) = against(next) {
            let alone = matches!(name(next).as_str(), "annual" | "monthly" | "quarterly");
            comparison = Some(known);
            found |= !alone;
            next = after;
        } else if matches!(name(next).as_str(), "change" | "chg" | "growth" | "var" | "variation") {
            next += 1 + usize::from(sign(story, next + 1) == Some("."));
            found = true;
        } else if matches!(name(next).as_str(), "pct" | "percent" | "percentage")
            || next < end && sign(story, next) == Some("%")
        {
            next += 1;
            found = true;
        } else if found && matches!(name(next).as_str(), "on" | "over" | "from" | "in") {
            next += 1;
        } else {
            break;
        }
    }
    (found && next > at).then_some((comparison, next.min(end)))
}

/// The facts of each column, from the lines above the rows, and where these begin.
fn over(reader: &Reader<'_, '_>, count: usize) -> Option<(Vec<Facts>, usize)> {
    let Reader { table, story, .. } = *reader;
    let first = table.rows.first()?;
    let label_end =
        table.rows.iter().map(|row| row.cells.first().map_or(0, |cell| cell.start - row.line.start)).min()?;
    let mut spans: Vec<Option<Range<usize>>> = vec![None; count];
    for row in table.rows.iter().filter(|row| row.cells.len() == count) {
        for (span, cell) in spans.iter_mut().zip(&row.cells) {
            let (start, end) = (cell.start - row.line.start, cell.end - row.line.start);
            *span = Some(span.as_ref().map_or(start..end, |span| span.start.min(start)..span.end.max(end)));
        }
    }
    let mut columns: Vec<Facts> = vec![Facts::default(); count];
    let mut end = first.line.start.checked_sub(1)?;
    let mut lines = 0;
    let (mut read, mut from) = (0, first.line.start);
    while read < HEAD_LINES && lines < 2 * HEAD_LINES {
        lines += 1;
        let start = story.text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = &story.text[start..end];
        let rule = line.trim().chars().all(|sign| matches!(sign, '-' | '=' | '_' | ' ' | '|' | '+'));
        let sentence = line.trim_end().ends_with(['.', ',', ':']) && !line.trim_end().ends_with("hg.")
            || line.trim_end().ends_with("--") && !rule
            || line.len() > 200;
        if line.trim().is_empty() && read > 0 || sentence {
            break;
        }
        if !rule && !is_year(line) {
            let Some(found) = line_of_heads(reader, start, line, label_end, &spans) else { break };
            for (column, facts) in columns.iter_mut().zip(found) {
                join(column, facts)?;
            }
            (read, from) = (read + 1, start);
        }
        let Some(before) = start.checked_sub(1) else { break };
        end = before;
    }
    // what is said of two columns alike is not all that stands over them
    let alike =
        |nth: usize| matches!(columns[nth].measure, How::Level) && columns[..nth].contains(&columns[nth]);
    if (1..count).any(alike) {
        return None;
    }
    // a change is of what stands before it
    for nth in 1..count {
        let (before, rest) = columns.split_at_mut(nth);
        if let (Some(before), Some(column)) = (before.last(), rest.first_mut())
            && !matches!(column.measure, How::Level | How::Other)
            && column.measured.is_none()
            && column.place.is_none()
        {
            column.measured = before.measured;
            column.place.clone_from(&before.place);
            column.goods.clone_from(&before.goods);
        }
    }
    (read > 0).then_some((columns, from))
}

/// Adds what a second line of heads says of a column.
fn join(column: &mut Facts, other: Facts) -> Option<()> {
    column.when = match (column.when, other.when) {
        (Some(When::Days(one)), Some(When::Days(two))) => Some(When::Days(months_of_year(one, two)?)),
        (Some(_), Some(_)) => return None,
        (one, two) => one.or(two),
    };
    column.dated |= other.dated;
    macro_rules! add {
        ($($field:ident),*) => {$(
            if column.$field.is_some() && other.$field.is_some() && column.$field != other.$field { return None; }
            column.$field = column.$field.take().or(other.$field);
        )*};
    }
    add!(back, measured, place, goods, status, unit);
    column.bare |= other.bare;
    column.measure = match (column.measure, other.measure) {
        (one, How::Level) => one,
        (How::Level, two) => two,
        (How::Change(one), How::Change(two)) => How::Change(one.or(two)),
        _ => return None,
    };
    Some(())
}

/// `Jan-Sept` and `1986`, in either order.
fn months_of_year(one: Period, two: Period) -> Option<Period> {
    let (part, year) = match (length(one)?, length(two)?) {
        (12, months) if months < 12 => (two, one),
        (months, 12) if months < 12 => (one, two),
        _ => return None,
    };
    shift(part, (i32::from(year.first.year()) - i32::from(part.first.year())) * 12)
}

/// The facts that one line says of each column. `None` where it is no line of heads.
fn line_of_heads(
    reader: &Reader<'_, '_>,
    start: usize,
    line: &str,
    label_end: usize,
    spans: &[Option<Range<usize>>],
) -> Option<Vec<Facts>> {
    let count = spans.len();
    let mut parts = phrases(line);
    // before the first column stands what the rows are
    let leading =
        |parts: &[Range<usize>]| parts.len() > 1 && parts[0].start < label_end && parts[0].end <= label_end;
    if parts.len() == count + 1 && parts[0].start < label_end {
        parts.remove(0);
    } else if leading(&parts) && parts.len() != count {
        let own = start + parts[0].start..start + parts[0].end;
        if head(reader, tokens(reader, &own), false).is_none()
            || line[parts[0].clone()].eq_ignore_ascii_case("year")
        {
            parts.remove(0);
        }
    }
    let bytes: Vec<Range<usize>> = parts.iter().map(|part| start + part.start..start + part.end).collect();
    let whole: Option<Vec<Vec<Facts>>> =
        bytes.iter().map(|part| head(reader, tokens(reader, part), false)).collect();
    if let Some(whole) = whole
        && whole.iter().all(|heads| heads.len() == 1)
    {
        let flat: Vec<Facts> = whole.into_iter().flatten().collect();
        if flat.len() == count {
            return Some(flat);
        }
        let each = count.checked_div(flat.len()).filter(|each| each * flat.len() == count);
        if let Some(each) = each {
            return Some(flat.into_iter().flat_map(|facts| vec![facts; each]).collect());
        }
        // fewer heads than columns: by where they stand
        let mut found: Vec<Facts> = vec![Facts::default(); count];
        for (facts, part) in flat.iter().zip(&parts) {
            let mut over = false;
            for (span, column) in spans.iter().flatten().zip(&mut found) {
                if part.start < span.end && span.start < part.end {
                    join(column, facts.clone())?;
                    over = true;
                }
            }
            if !over {
                return None;
            }
        }
        return Some(found);
    }
    // one blank between heads: each thing that is said is one
    for apart in [false, true] {
        let flat: Option<Vec<Vec<Facts>>> =
            bytes.iter().map(|part| head(reader, tokens(reader, part), apart)).collect();
        if let Some(flat) = flat.map(|flat| flat.into_iter().flatten().collect::<Vec<_>>())
            && flat.len() == count
        {
            return Some(flat);
        }
    }
    None
}

impl Reader<'_, '_> {
    /// Reads a table by both axes.
    pub(super) fn crossed(&self, first: usize, unit: above::Unit, known: &Known) -> Option<Vec<Draft>> {
        let Self { table, story, cutter, carry, places, last, .. } = *self;
        let count = table.rows.iter().map(|row| row.cells.len()).max().filter(|count| *count < MANY)?;
        let (columns, from) = over(self, count)?;
        let above = &above::above(table, story, cutter, carry, last, known, Some(from))?;
        if above.outstanding {
            return None;
        }
        let spoken = above::spoken(story, above, carry, last, known);
        let rows = self.rows_of(above, &columns, spoken)?;
        // what is bare is trade only beside what is not
        let full = |facts: &Facts| facts.measured.is_some() && !facts.bare;
        let of_trade =
            columns.iter().any(full) || matches!(above.said, Said::Measured(_)) || rows == Rows::Payments;
        if columns.iter().any(|column| column.bare) && !of_trade {
            return None;
        }
        if above.said == Said::Other && !columns.iter().any(full) {
            return None;
        }
        // a place in the heads is a partner
        let by_place = columns.iter().any(|column| column.place.is_some());
        if by_place && !matches!(rows, Rows::Periods | Rows::Others(Kind::Indicators)) {
            return None;
        }
        let measured = columns.iter().find_map(|column| column.measured).or(spoken);
        let by_reporter = rows == Rows::Others(Kind::Places) && self.rows_report(above, measured);
        let owner = above::owner(story, places, above);
        let is_row = |code: &Name| {
            rows == Rows::Others(Kind::Places)
                && table.rows.iter().any(|row| self.place(row).is_some_and(|(place, _)| place == *code))
                || columns.iter().any(|column| column.place.as_ref() == Some(code))
        };
        let kind = if let Rows::Others(kind) = rows { kind } else { Kind::Indicators };
        let reporter = owner
            .filter(|code| !is_row(code))
            .or_else(|| self.reporter(above, measured, kind, known.top).filter(|code| !is_row(code)));
        if reporter.is_none() && !by_reporter {
            return None;
        }
        let partner = above::partner(story, places, cutter, above);
        let times = Times::of(self, above, rows, &columns)?;
        let whole = std::cell::OnceCell::new();
        let mut drafts: Vec<Draft> = Vec::new();
        for row in &table.rows {
            if row.cells.len() != count {
                return None;
            }
            let of_row = match rows {
                Rows::Periods => match label_of_period(self, row) {
                    Some(facts) => facts,
                    // the sum of the rows above it
                    None => continue,
                },
                Rows::Payments => match self.payment(row) {
                    Some(facts) => facts,
                    None => continue,
                },
                Rows::Others(kind) => match self.subject(row, measured, kind) {
                    Some(subject) => Facts {
                        place: if subject.total && by_reporter {
                            Some(whole.get_or_init(|| self.whole(reporter.as_ref())).clone())
                        } else {
                            subject.partner
                        },
                        goods: subject.goods,
                        measured: (kind == Kind::Indicators).then_some(subject.measured),
                        ..Facts::default()
                    },
                    None => continue,
                },
            };
            let begin = drafts.len();
            for (cell, column) in row.cells.iter().zip(&columns) {
                let words = story.words(cell.clone());
                if is_nil(words) || column.measure == How::Other {
                    continue;
                }
                let (value, negative, decimals) = number(words)?;
                let measured = match (of_row.measured, column.measured) {
                    (Some(one), Some(two)) if one != two => return None,
                    (one, two) => one.or(two).or(spoken)?,
                };
                let period = times.period(self, &of_row, column, reporter.as_deref())?;
                let place = of_row.place.clone().or_else(|| column.place.clone());
                let relative = column.measure != How::Level;
                let of_balance = matches!(measured.indicator, Indicator::Balance | Indicator::CurrentAccount);
                // a number of percents is no amount, and no amount is below nothing
                let debit = rows == Rows::Payments && measured.indicator == Indicator::Imports;
                if !relative
                    && (words.contains('%') || !(of_balance || debit) && (negative || words.starts_with('+')))
                {
                    return None;
                }
                let (unit, scale) = if relative {
                    ("percent", Decimal::ONE)
                } else {
                    let (unit, scale) = column.unit.or(unit)?;
                    (currency::on(unit, carry.today), scale)
                };
                let mut value = value.checked_mul(scale)?.normalize();
                if !relative && of_balance && (measured.sign < 0 || measured.sign == 0 && negative) {
                    value = -value;
                }
                // the level before it, of the same
                let level = drafts[begin..].iter().rposition(|draft| {
                    draft.kind == FigureKind::Level && draft.topic.indicator == measured.indicator
                });
                let level = level.map(|at| begin + at);
                let mut comparison = None;
                let mut base = None;
                let mut period = period;
                if let How::Change(said) = column.measure {
                    let same: Vec<Period> = drafts[begin..]
                        .iter()
                        .filter(|draft| {
                            draft.kind == FigureKind::Level && draft.topic.indicator == measured.indicator
                        })
                        .filter_map(|draft| draft.period)
                        .collect();
                    if said.is_none()
                        && column.when.is_none()
                        && let [one, two] = same[..]
                    {
                        let (main, other) = if one.last > two.last { (one, two) } else { (two, one) };
                        (period, base, comparison) = (main, Some(other), Some(compared(main, other)));
                    } else {
                        // with several levels before it, the first is what the table is of
                        if column.when.is_none() && of_row.when.is_none() {
                            period = same.first().copied().unwrap_or(period);
                        }
                        let yearly = rows != Rows::Periods || length(period) == Some(12);
                        comparison = said.or(yearly.then_some(Comparison::YearOnYear));
                    }
                }
                let of = drafts[begin..]
                    .iter()
                    .rposition(|draft| {
                        draft.period == Some(period)
                            && draft.kind == FigureKind::Level
                            && draft.topic.indicator == measured.indicator
                    })
                    .map(|at| begin + at)
                    .or(level);
                let (row_reporter, row_partner) = if by_reporter {
                    (place.or_else(|| Some(places.world.clone())), None)
                } else {
                    (reporter.clone(), place)
                };
                let row_partner = row_partner.or_else(|| partner.clone());
                let direction =
                    matches!(column.measure, How::Change(_)).then_some(match (value.is_zero(), negative) {
                        (true, _) => Direction::Flat,
                        (false, true) => Direction::Down,
                        (false, false) => Direction::Up,
                    });
                let topic = Topic {
                    sign: measured.sign,
                    reporter: row_reporter,
                    partner_stated: row_partner.is_some(),
                    partner: Some(row_partner.unwrap_or_else(|| places.world.clone())),
                    commodity: of_row
                        .goods
                        .clone()
                        .or_else(|| column.goods.clone())
                        .filter(|goods| !of_balance || &**goods != "goods"),
                    ..Topic::of(measured.indicator)
                };
                drafts.push(Draft {
                    kind: match column.measure {
                        How::Change(_) => FigureKind::Change,
                        How::Share => FigureKind::Share,
                        How::Level | How::Other => FigureKind::Level,
                    },
                    topic,
                    value,
                    high: None,
                    grain: Decimal::new(1, decimals).checked_mul(scale)?,
                    unit,
                    unit_stated: true,
                    per: None,
                    bound: None,
                    direction,
                    comparison,
                    comparison_stated: false,
                    period: Some(period),
                    period_stated: true,
                    delivery: None,
                    base_period: base,
                    base_stated: true,
                    status: of_row.status.or(column.status).unwrap_or(Status::Reported),
                    basis: Vec::new(),
                    twin_of: None,
                    of: of.filter(|_| matches!(column.measure, How::Change(_))).map(|at| first + at),
                    is_base: false,
                    benchmark: None,
                    attribution: carry.attribution.clone(),
                    bytes: trimmed(story, cell.clone()),
                    sentence: story.sentence_at(cell.start).unwrap_or(0),
                    rule: "table/crossed",
                });
            }
        }
        Some(drafts)
    }

    /// What the rows are, where that can be crossed with the columns.
    fn rows_of(&self, above: &Above, columns: &[Facts], spoken: Option<Measured>) -> Option<Rows> {
        let Self { table, story, .. } = *self;
        if is_of_periods(self) {
            return Some(Rows::Periods);
        }
        let says = |first: &str, second: &str| {
            above.wider.clone().any(|at| {
                word(story, at).is_some_and(|word| word.eq_ignore_ascii_case(first))
                    && word(story, at + 1 + usize::from(second == "payments"))
                        .is_some_and(|word| word.eq_ignore_ascii_case(second))
            })
        };
        if says("balance", "payments") || says("current", "account") {
            let read = table.rows.iter().filter(|row| self.payment(row).is_some()).count();
            let known = table.rows.iter().all(|row| {
                self.payment(row).is_some() || is_part_of_payments(story.words(row.label.clone()))
            });
            return (read > 0 && known).then_some(Rows::Payments);
        }
        let measured = columns.iter().find_map(|column| column.measured).or(spoken);
        match self.kind(measured)? {
            kind @ (Kind::Places | Kind::Goods) => Some(Rows::Others(kind)),
            Kind::Indicators => Some(Rows::Others(Kind::Indicators)),
            Kind::Balances => None,
        }
    }

    /// `Goods`, `Services balance`, `Current account`: a part of the balance of payments that is trade.
    fn payment(&self, row: &Row) -> Option<Facts> {
        let label = self.story.words(row.label.clone()).to_ascii_lowercase();
        let label = label.trim_end_matches(['*', ':', '.']).trim();
        let balance = |goods: Option<&str>| {
            let measured = Some(Measured { indicator: Indicator::Balance, sign: 0 });
            Some(Facts { measured, goods: goods.map(Into::into), ..Facts::default() })
        };
        let other =
            |indicator| Some(Facts { measured: Some(Measured { indicator, sign: 0 }), ..Facts::default() });
        match label {
            "goods"
            | "trade"
            | "trade balance"
            | "goods balance"
            | "balance on goods"
            | "trade in goods"
            | "merchandise trade"
            | "balance of trade"
            | "visible trade"
            | "visible balance"
            | "visibles"
            | "goods and services"
            | "merchandise trade balance"
            | "balance on goods and services"
            | "merchandise" => balance(None),
            "services"
            | "services balance"
            | "balance on services"
            | "trade in services"
            | "services (net)" => balance(Some("services")),
            "exports" | "exports of goods" | "goods exports" | "exports, fob" | "exports (fob)" => {
                other(Indicator::Exports)
            }
            "imports" | "imports of goods" | "goods imports" | "imports, fob" | "imports (fob)"
            | "imports (cif)" => other(Indicator::Imports),
            "current account"
            | "current account balance"
            | "current balance"
            | "balance on current account" => other(Indicator::CurrentAccount),
            _ => None,
        }
    }
}

/// What stands beside trade in a balance of payments and is none.
fn is_part_of_payments(label: &str) -> bool {
    const PARTS: &[&str] = &[
        "income",
        "transfers",
        "capital",
        "financial",
        "errors",
        "reserve",
        "reserves",
        "invisibles",
        "investment",
        "interest",
    ];
    label
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| PARTS.iter().any(|part| word.eq_ignore_ascii_case(part)))
}

/// Of which days the numbers are.
struct Times {
    rows: Rows,
    /// The months of which the years are.
    part: Option<Period>,
    /// The year of the months that have none.
    year: Option<Period>,
    /// That of the caption or the story, where neither axis says one.
    spoken: Option<Period>,
    /// That of the first column that has one, from which others are counted back.
    main: Option<Period>,
}

impl Times {
    fn of(reader: &Reader<'_, '_>, above: &Above, rows: Rows, columns: &[Facts]) -> Option<Self> {
        let Reader { story: text, cutter, carry, table, .. } = *reader;
        let labels: Vec<Facts> = if rows == Rows::Periods {
            table.rows.iter().filter_map(|row| label_of_period(reader, row)).collect()
        } else {
            Vec::new()
        };
        let days = |facts: &Facts| match facts.when {
            Some(When::Days(period)) => Some(period),
            _ => None,
        };
        let all: Vec<Period> = labels.iter().chain(columns).filter_map(days).collect();
        let is_whole = |period: &&Period| length(**period) == Some(12) && period.first.month() == 1;
        let latest = all.iter().filter(is_whole).map(|period| period.first.year()).max();
        let of_parts = all.iter().any(|period| length(*period).is_some_and(|months| months < 12));
        let this = carry.today.map(jiff::civil::Date::year);
        // the year that goes on is counted to what the story is of; with months beside them, years are whole
        let story = carry.story_period.filter(|period| {
            length(*period).is_some_and(|months| months < 12) && Some(period.first.year()) == this
        });
        let goes_on = latest.is_some() && latest >= this;
        let part = match above.part {
            _ if of_parts => None,
            Some(part) => Some(part),
            None if goes_on => Some(story?),
            None => None,
        };
        let mut years = years_of(reader, above);
        let year = years.pop().filter(|_| years.is_empty());
        Some(Self {
            rows,
            part,
            year,
            spoken: spoken_period(text, cutter, carry, above),
            main: columns.iter().find_map(days),
        })
    }

    fn period(
        &self,
        reader: &Reader<'_, '_>,
        row: &Facts,
        column: &Facts,
        reporter: Option<&str>,
    ) -> Option<Period> {
        let today = reader.carry.today;
        let days = |facts: &Facts| match facts.when? {
            When::Days(period) => Some(self.in_year(period, facts.dated)),
            when => when.days(None, reporter.map(|code| code.get(..2).unwrap_or(code)), today, None),
        };
        let period = match (row.when, column.when) {
            (Some(When::Days(one)), Some(When::Days(two))) => {
                let months = if length(one) == Some(12) { column } else { row };
                if months.dated {
                    return None;
                }
                months_of_year(one, two)?
            }
            (Some(_), Some(_)) => return None,
            (Some(_), None) => days(row)?,
            (None, Some(_)) => days(column)?,
            (None, None) => self.main.map(|main| self.in_year(main, true)).or(self.spoken)?,
        };
        let period = match column.back {
            None => period,
            Some(Back::Step(step)) => step.back(period)?,
            Some(back) => heads::counted_back(
                period,
                if let Back::Months(months) = back { Some(months) } else { None },
            )?,
        };
        // nobody reports what has not begun
        (today.is_none_or(|today| period.first <= today)).then_some(period)
    }

    /// A year as the table means it, and a month in the year that the caption names.
    fn in_year(&self, period: Period, dated: bool) -> Period {
        let years = |year: Period| (i32::from(year.first.year()) - i32::from(period.first.year())) * 12;
        if length(period) == Some(12) && period.first.month() == 1 {
            let part = self.part.and_then(|part| shift(part, -(years(part))));
            return part.unwrap_or(period);
        }
        match self.year {
            Some(year) if !dated && self.rows == Rows::Periods => {
                shift(period, years(year)).unwrap_or(period)
            }
            _ => period,
        }
    }
}

/// The years that the caption names.
fn years_of(reader: &Reader<'_, '_>, above: &Above) -> Vec<Period> {
    let (mut at, end) = (above.sentence.start, above.sentence.end);
    let mut found = Vec::new();
    while at < end {
        let read = reader.cutter.calendar.read(reader.story, at, end, reader.carry.today);
        if let Some((Time::Days(period), _)) = read
            && length(period) == Some(12)
            && period.first.month() == 1
            && !found.contains(&period)
        {
            found.push(period);
        }
        at = read.map_or(at + 1, |(_, next)| next.max(at + 1));
    }
    found
}
