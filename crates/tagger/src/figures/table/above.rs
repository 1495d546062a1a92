//! What is said above a table: its unit, what it measures, and between whom.

use std::ops::Range;

use article::{Comparison, Indicator, Period};
use rust_decimal::Decimal;

use super::super::clause::Carry;
use super::super::clause::figure::is_flow;
use super::super::draft::{Draft, Name};
use super::super::lexicon::{Class, Measured, Strength, sign, word};
use super::super::period::{Time, crop_in, length};
use super::super::pieces::{Cutter, Places};
use super::super::quantity::Measure;
use super::heads::{Step, earlier, heads, is_week};
use super::{Known, Table};
use crate::text::{Story, TokenKind};

/// What the lines above a table say of it. Ranges are tokens.
pub(super) struct Above {
    /// All that may say something, down to the first row.
    pub(super) lines: Range<usize>,
    /// The sentence or caption that introduces the table.
    pub(super) sentence: Range<usize>,
    /// … without the words behind it; empty where it is a sentence.
    pub(super) caption: Range<usize>,
    /// The upper of two lines of heads.
    pub(super) upper: Option<Range<usize>>,
    /// What is measured, where the lines say it.
    pub(super) said: Said,
    /// Days in the heads end weeks.
    pub(super) weekly: bool,
    /// Days in the heads are counted to, from the start of the season.
    pub(super) of_season: bool,
    /// The months of which the years in the heads are.
    pub(super) part: Option<Period>,
    /// The period of the figure before the table.
    pub(super) before: Option<Period>,
    /// The sentence, and that before a caption.
    pub(super) wider: Range<usize>,
    /// What was sold and has not gone: neither a flow nor a deal of its period.
    pub(super) outstanding: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Nothing,
    Measured(Measured),
    /// Output, stocks, prices.
    Other,
}

/// How far above a table its unit is looked for, in tokens.
const REACH: usize = 110;
/// So many tokens are a caption and no sentence.
const CAPTION: usize = 20;

/// `heads_from` is where the first line of heads begins, where that is known.
pub(super) fn above(
    table: &Table,
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    last: Option<&Draft>,
    known: &Known,
    heads_from: Option<usize>,
) -> Option<Above> {
    let first = table.rows.first()?.line.start;
    let top = story.token_at(first);
    let floor = story.token_at(known.floor);
    let lines = top.saturating_sub(REACH).max(floor)..top;
    let tokens = |bytes: &Range<usize>| story.token_at(bytes.start)..story.token_at(bytes.end);
    // lines of heads begin paragraphs of their own
    let mut start = first;
    let mut upper = None;
    if let Some(from) = heads_from {
        start = from;
    } else if begins_sentence(story, &table.head) && !introduces(story, &table.head) {
        start = table.head.start;
        if let Some(line) = line_above(story, start).filter(|line| line.start >= known.floor)
            && begins_sentence(story, &line)
            && !introduces(story, &line)
        {
            let of_line = tokens(&line);
            if heads(story, cutter, of_line.clone(), carry.today, false)
                .is_some_and(|(heads, _)| heads.len() > 1)
            {
                start = line.start;
                upper = Some(of_line);
            }
        }
    }
    let sentence_before = |byte: usize| {
        let at = byte.checked_sub(1).and_then(|byte| story.sentence_at(byte))?;
        let sentence = story.sentences.get(at)?;
        let end = story.token_at(byte).min(sentence.tokens.end);
        (sentence.tokens.start < end && sentence.range.start >= known.floor)
            .then_some((sentence.tokens.start..end, sentence.range.start))
    };
    let nearest = sentence_before(start);
    let (sentence, begins) = nearest.unwrap_or((top..top, start));
    // what is above a caption speaks of the same
    let wider = match sentence_before(begins) {
        Some((before, _)) if sentence.len() <= CAPTION => before.start..sentence.end,
        _ => sentence.clone(),
    };
    let wider = wider.start.max(lines.start.min(sentence.start))..wider.end;
    // words before the first head: `SOYBEANS   1986/87   1985/86`
    let leading = upper.clone().and_then(|upper: Range<usize>| {
        let (_, first) = heads(story, cutter, upper.clone(), carry.today, false)?;
        let words = upper.start..first;
        words.clone().any(|at| word(story, at).is_some()).then_some(words)
    });
    let caption = match leading {
        Some(leading) => leading,
        None if sentence.len() <= CAPTION => sentence.clone(),
        None => top..top,
    };
    let is = |tokens: &Range<usize>, list: &[&str]| {
        tokens.clone().any(|at| {
            word(story, at).is_some_and(|word| list.iter().any(|known| word.eq_ignore_ascii_case(known)))
        })
    };
    let week_ends = wider.clone().any(|at| {
        word(story, at)
            .is_some_and(|word| word.eq_ignore_ascii_case("week") || word.eq_ignore_ascii_case("weeks"))
            && word(story, at + 1)
                .is_some_and(|word| matches!(word, "ended" | "ending" | "to" | "through" | "end"))
    });
    let before = last.and_then(|draft| draft.period);
    let said = match said(story, cutter, sentence.clone(), last) {
        Said::Nothing => said_of(story, cutter, wider.clone(), last),
        said => said,
    };
    Some(Above {
        weekly: week_ends || before.is_some_and(is_week),
        of_season: is(&sentence, &["season", "seasons"]) && is(&sentence, &["start", "since", "began"]),
        part: part(story, cutter, carry, &sentence),
        outstanding: is(&wider, &["outstanding", "undelivered", "unshipped", "unfilled"]),
        lines,
        caption,
        upper,
        said,
        before,
        sentence,
        wider,
    })
}

/// Whether a line begins a sentence, as the lines of a table do.
fn begins_sentence(story: &Story<'_>, line: &Range<usize>) -> bool {
    let Some(first) = story.tokens.get(story.token_at(line.start)) else { return false };
    let at = story.sentence_at(first.start);
    at.and_then(|at| story.sentences.get(at)).is_some_and(|sentence| sentence.range.start == first.start)
}

/// `Exports by destination, in tonnes:`
pub(super) fn introduces(story: &Story<'_>, line: &Range<usize>) -> bool {
    let line = story.words(line.clone()).trim_end();
    line.ends_with([':', ','])
        || line.ends_with(" -")
        || line.ends_with("--")
        || line.ends_with('.') && !line.ends_with("Chg.") && !line.ends_with("chg.")
}

/// The line over another, where it is not empty.
fn line_above(story: &Story<'_>, start: usize) -> Option<Range<usize>> {
    let end = start.checked_sub(1)?;
    let from = story.text.get(..end)?.rfind('\n').map_or(0, |at| at + 1);
    (!story.words(from..end).trim().is_empty()).then_some(from..end)
}

/// The months of which the years in the heads are: `trade with U.S., Jan-Sept`.
fn part(story: &Story<'_>, cutter: &Cutter<'_>, carry: &Carry, sentence: &Range<usize>) -> Option<Period> {
    let (mut at, end) = (sentence.start, sentence.end);
    let mut found = None;
    while at < end {
        match cutter.calendar.read(story, at, end, carry.today) {
            Some((time, next)) => {
                if let Time::Days(period) = time
                    && length(period).is_some_and(|months| months < 12)
                    && (period.first.month() == 1 || sentence.len() <= CAPTION)
                {
                    found = Some(period);
                }
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// `net change in export commitments`, `Net corn sales`: contracts.
fn is_sold(story: &Story<'_>, tokens: Range<usize>) -> bool {
    tokens.clone().any(|at| {
        let Some(word_here) = word(story, at) else { return false };
        let near = |back: usize, wanted: &str| {
            (at.saturating_sub(back).max(tokens.start)..at)
                .any(|at| word(story, at).is_some_and(|word| word.eq_ignore_ascii_case(wanted)))
        };
        match word_here {
            "commitments" => near(1, "export"),
            "sales" => near(3, "net"),
            _ => false,
        }
    })
}

pub(super) fn said(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    tokens: Range<usize>,
    last: Option<&Draft>,
) -> Said {
    let measured = |indicator| Said::Measured(Measured { indicator, sign: 0 });
    if is_sold(story, tokens.clone()) {
        return measured(Indicator::Deals);
    }
    let (mut at, end) = (tokens.start, tokens.end);
    let mut weak = None;
    while at < end {
        let Some((class, next)) = cutter.words.longest(story, at, end) else {
            at += 1;
            continue;
        };
        match class {
            Class::Indicator(found, Strength::Full) => return Said::Measured(found),
            Class::Indicator(found, Strength::Head)
                if matches!(found.indicator, Indicator::Exports | Indicator::Imports) =>
            {
                return Said::Measured(found);
            }
            Class::Indicator(found, Strength::Weak) => weak = weak.or(Some(found)),
            // money is what it is measured in
            // … and `crop export registrations` are exports
            Class::Other if !is_unit(story, cutter, at, end) && !is_trade(story, cutter, next, end) => {
                return Said::Other;
            }
            _ => {}
        }
        at = next.max(at + 1);
    }
    let going_on = |found: &Measured| last.is_some_and(|last| last.topic.indicator == found.indicator);
    weak.filter(going_on).map_or(Said::Nothing, Said::Measured)
}

fn is_unit(story: &Story<'_>, cutter: &Cutter<'_>, at: usize, end: usize) -> bool {
    cutter.scanner.named_unit(story, at, end).is_some()
}

fn is_trade(story: &Story<'_>, cutter: &Cutter<'_>, at: usize, end: usize) -> bool {
    matches!(
        cutter.words.longest(story, at, end),
        Some((Class::Indicator(_, Strength::Full | Strength::Head), _))
    )
}

/// What the words above a caption speak of. Something else than trade may stand there.
fn said_of(story: &Story<'_>, cutter: &Cutter<'_>, wider: Range<usize>, last: Option<&Draft>) -> Said {
    match said(story, cutter, wider, last) {
        Said::Other => Said::Nothing,
        said => said,
    }
}

/// What the rows are of where they do not say it: what the lines above say, else what the figure before the table was of.
pub(super) fn spoken(
    story: &Story<'_>,
    above: &Above,
    carry: &Carry,
    last: Option<&Draft>,
    known: &Known,
) -> Option<Measured> {
    // `Cumulative figures for April 1` under a table of shipments
    let cumulative = || {
        above
            .sentence
            .clone()
            .any(|at| matches!(word(story, at), Some("Cumulative" | "cumulative" | "CUMULATIVE")))
    };
    match above.said {
        Said::Measured(measured) => Some(measured),
        Said::Other => None,
        Said::Nothing if above.sentence.is_empty() || cumulative() => known.spoken,
        // `Selected sectors (million dollars)` under a sentence of exports
        Said::Nothing => {
            let flow = carry.story_flow.as_ref().filter(|flow| is_flow(flow.indicator))?;
            (last?.topic.indicator == flow.indicator)
                .then_some(Measured { indicator: flow.indicator, sign: 0 })
        }
    }
}

/// The other side of a trade that is named above rows of exports and imports: `EC farm trade with U.S.`
pub(super) fn partner(
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    above: &Above,
) -> Option<Name> {
    let tokens = above.sentence.clone();
    let (from, to) =
        (story.tokens.get(tokens.start)?.start, story.tokens.get(tokens.end.checked_sub(1)?)?.end);
    let first = places.mentions.partition_point(|place| place.bytes.start < from);
    let mut found: Option<Name> = None;
    for place in places.mentions.get(first..)?.iter().take_while(|place| place.bytes.start < to) {
        let at = story.token_at(place.bytes.start);
        let the = usize::from(at.checked_sub(1).is_some_and(|at| word(story, at) == Some("the")));
        let Some(before) = at.checked_sub(1 + the).filter(|before| *before > tokens.start) else { continue };
        if !matches!(word(story, before), Some("with" | "to" | "from")) {
            continue;
        }
        let trades = (before.saturating_sub(4).max(tokens.start)..before)
            .any(|at| matches!(cutter.words.longest(story, at, before), Some((Class::Indicator(..), _))));
        if !trades {
            continue;
        }
        let own = places.codes.get(place.at)?.own.clone();
        if found.as_ref().is_some_and(|found| *found != own) {
            return None;
        }
        found = Some(own);
    }
    found
}

/// The only place that a sentence names as whose trade it is: `Imports of wheat by the Soviet Union`.
pub(super) fn named(story: &Story<'_>, places: &Places<'_>, tokens: Range<usize>) -> Option<Name> {
    let (from, to) =
        (story.tokens.get(tokens.start)?.start, story.tokens.get(tokens.end.checked_sub(1)?)?.end);
    let first = places.mentions.partition_point(|place| place.bytes.start < from);
    let mut found: Option<Name> = None;
    for place in places.mentions.get(first..)?.iter().take_while(|place| place.bytes.start < to) {
        let at = story.token_at(place.bytes.start);
        let the = usize::from(at.checked_sub(1).is_some_and(|at| word(story, at) == Some("the")));
        let before = at.checked_sub(1 + the).and_then(|before| word(story, before));
        if place.usage == article::Usage::Dateline || matches!(before, Some("with" | "to" | "from")) {
            continue;
        }
        let own = places.codes.get(place.at)?.own.clone();
        if found.as_ref().is_some_and(|found| *found != own) {
            return None;
        }
        found = Some(own);
    }
    found
}

/// Against when changes are said to be: a month earlier, else a year.
pub(super) fn since(story: &Story<'_>, tokens: Range<usize>) -> Comparison {
    let end = tokens.end;
    let step = tokens.into_iter().find_map(|at| Some(earlier(story, at, end)?.0));
    match step {
        Some(Step::Month) => Comparison::MonthOnMonth,
        Some(Step::Quarter) => Comparison::QuarterOnQuarter,
        Some(Step::Week) => Comparison::Other,
        Some(Step::Year) | None => Comparison::YearOnYear,
    }
}

/// The crop that a sentence names, where it is one.
pub(super) fn only_crop(story: &Story<'_>, tokens: Range<usize>) -> Option<&'static str> {
    let mut crops = tokens.filter_map(|at| crop_in(word(story, at)?));
    let first = crops.next()?;
    crops.all(|crop| crop == first).then_some(first)
}

/// The place that a caption begins with, whose rows these are: `ARGENTINA CORN, in mln tonnes --`.
pub(super) fn owner(story: &Story<'_>, places: &Places<'_>, above: &Above) -> Option<Name> {
    /// Tokens before it.
    const NEAR: usize = 3;
    let from = story.tokens.get(above.caption.start).filter(|_| !above.caption.is_empty())?.start;
    let first = places.mentions.partition_point(|place| place.bytes.start < from);
    let place = places.mentions.get(first).filter(|place| place.usage != article::Usage::Dateline)?;
    let at = story.token_at(place.bytes.start);
    let behind = at.checked_sub(1).and_then(|at| word(story, at)).filter(|_| at > above.caption.start);
    let near = at < above.caption.end && at <= above.caption.start + NEAR;
    (near && !matches!(behind, Some("to" | "from" | "with" | "the")))
        .then(|| places.codes.get(place.at).map(|codes| codes.own.clone()))?
}

/// The goods of a caption: `ARGENTINA CORN, in mln tonnes --`, `Coarse Grain`, `Corn (Mln Tonnes)`.
pub(super) fn goods<'a>(story: &Story<'a>, places: &Places<'_>, tokens: Range<usize>) -> Option<&'a str> {
    let mut range: Option<Range<usize>> = None;
    for at in tokens {
        let token = story.tokens.get(at)?;
        let next = places.mentions.partition_point(|place| place.bytes.end <= token.start);
        let of_place = places.mentions.get(next).is_some_and(|place| place.bytes.start <= token.start);
        let small = token.kind != TokenKind::Word
            || of_place
            || ["all", "total", "world", "cont", "continued"]
                .iter()
                .any(|word| token.text.eq_ignore_ascii_case(word));
        match &mut range {
            None if small => {}
            None if matches!(token.text, "in" | "mln") => return None,
            None => range = Some(token.range()),
            // up to the comma or the unit
            Some(range)
                if token.kind == TokenKind::Word
                    && !matches!(token.text, "in" | "mln" | "supply" | "SUPPLY") =>
            {
                range.end = token.end;
            }
            Some(_) if token.text == "/" => {}
            Some(_) => break,
        }
    }
    range.map(|range| story.words(range)).filter(|goods| goods.len() > 2)
}

/// A unit that stands over a table: `None` inside where it is one that nobody knows.
pub(super) type Unit = Option<(&'static str, Decimal)>;

/// Whose money a word or sign is that several countries have.
#[derive(Clone, Copy)]
pub(super) struct Home<'a> {
    pub(super) country: &'a str,
    /// What a bare `$` was above the table.
    pub(super) dollar: Option<&'static str>,
}

/// `in billions of Canadian dollars`, `(in mln dlrs)`, `(mln bpd)`, `in '000 tonnes`, `$(million)`: the unit and what the numbers are multiplied by.
pub(super) fn unit(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    above: Range<usize>,
    home: Home<'_>,
) -> Option<Unit> {
    above.rev().find_map(|at| unit_at(story, cutter, at, home))
}

/// `(in billions of francs)`, `Figures in $ million`: on the line below a table.
pub(super) fn unit_below(story: &Story<'_>, cutter: &Cutter<'_>, floor: usize, home: Home<'_>) -> Unit {
    let below = story.text.get(floor..)?.trim_start();
    let line = below.lines().next().filter(|line| {
        line.len() < SHORT_LINE
            && ["(", "Figures", "All figures", "Amounts", "Values", "In ", "Data in"]
                .iter()
                .any(|begin| line.starts_with(begin))
    })?;
    let start = story.text.len() - below.len();
    first_unit(story, cutter, story.token_at(start)..story.token_at(start + line.len()), home)
}

/// A note below a table is shorter, in bytes.
const SHORT_LINE: usize = 80;

/// The first unit that stands there and is known.
pub(super) fn first_unit(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    mut above: Range<usize>,
    home: Home<'_>,
) -> Unit {
    above.find_map(|at| unit_at(story, cutter, at, home)?)
}

fn unit_at(story: &Story<'_>, cutter: &Cutter<'_>, at: usize, home: Home<'_>) -> Option<Unit> {
    let before = at.checked_sub(1);
    let opens = |sign: &str| matches!(sign, "," | "-" | "–" | "—" | ":" | ";");
    let Some(name) = word(story, at) else {
        // `(€ bn)`, `, $(million)`
        let before = before?;
        let opened = sign(story, before).is_some_and(|sign| matches!(sign, "(" | "[") || opens(sign));
        return opened.then(|| scaled_money(story, cutter, at, home).map(Some))?;
    };
    let from = match name {
        "in" | "In" | "IN" | "unit" | "Unit" | "Units" | "UNIT" => {
            at + 1 + usize::from(sign(story, at + 1) == Some(":"))
        }
        "million" | "billion" => at,
        _ => {
            let before = before.and_then(|before| sign(story, before))?;
            (matches!(before, "(" | "[")
                || opens(before) && (is_scale(name) || sign(story, at + 1) == Some("$")))
            .then_some(at)?
        }
    };
    // `5.2 million dollars` is an amount
    let counted = before
        .and_then(|before| story.tokens.get(before))
        .is_some_and(|token| token.kind == TokenKind::Digits);
    if counted && from == at {
        return None;
    }
    // the sign stands before it: `$ million`, `$(million)`
    let bracket = usize::from(before.is_some_and(|before| sign(story, before) == Some("(")));
    let of_sign = || {
        let token = at.checked_sub(1 + bracket).and_then(|at| story.tokens.get(at));
        token.is_some_and(|token| cutter.scanner.is_money_sign(token.text))
    };
    if from == at && of_sign() {
        return None;
    }
    if let Some(unit) = scaled_money(story, cutter, from, home) {
        return Some(Some(unit));
    }
    let (factor, from) = thousands(story, from)
        .or_else(|| bags(story, from))
        .or_else(|| millions_of_bales(story, from))
        .unwrap_or((Decimal::ONE, from));
    if let Some(factor) = millions_of_bushels(story, from) {
        return Some(Some(("other:bushel", factor)));
    }
    let Some((measure, scale)) = cutter.scanner.named_unit(story, from, story.tokens.len()) else {
        // `in mln cwts`: a unit, but one that nobody knows
        let scaled = factor != Decimal::ONE || word(story, from).is_some_and(is_scale);
        return scaled.then_some(None);
    };
    // `in dlrs per bushel` is a price
    let priced = (from..from + PRICE).any(|at| word(story, at) == Some("per"));
    let unit = match measure {
        Measure::Money(_) | Measure::LocalMoney(..) if priced => return None,
        Measure::Money(_) | Measure::LocalMoney(..) | Measure::Unit(_) => code(cutter, measure, home)?,
        _ => return None,
    };
    Some(Some((unit, scale.checked_mul(factor)?)))
}

fn code(cutter: &Cutter<'_>, measure: Measure, home: Home<'_>) -> Option<&'static str> {
    match measure {
        Measure::Money(code) | Measure::Unit(code) => Some(code),
        Measure::LocalMoney("$", default) => {
            Some(home.dollar.or_else(|| cutter.scanner.money_in("$", home.country)).unwrap_or(default))
        }
        Measure::LocalMoney(word, default) => {
            Some(cutter.scanner.money_in(word, home.country).unwrap_or(default))
        }
        _ => None,
    }
}

/// `€ bn`, `US$ million`, `$(million)`, `$m`: the sign and then the scale.
fn scaled_money(story: &Story<'_>, cutter: &Cutter<'_>, at: usize, home: Home<'_>) -> Unit {
    let (measure, next) = cutter.scanner.money_sign(story, at)?;
    let next = next + usize::from(sign(story, next) == Some("("));
    let scale = cutter.scanner.scale(story, next)?;
    Some((code(cutter, measure, home)?, scale))
}

/// A unit in the brackets of a head: `(mln dlrs)`, `($m)`, `(tonnes)`, `($)`.
pub(super) fn unit_from(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    tokens: Range<usize>,
    home: Home<'_>,
) -> Unit {
    if let Some(unit) = scaled_money(story, cutter, tokens.start, home) {
        return Some(unit);
    }
    let (factor, from) = thousands(story, tokens.start).unwrap_or((Decimal::ONE, tokens.start));
    let (measure, scale) = cutter.scanner.named_unit(story, from, tokens.end)?;
    Some((code(cutter, measure, home)?, scale.checked_mul(factor)?))
}

/// `thousands of 60-kilogram bags`, `60-kg bags`: the factor and the token of the bags.
fn bags(story: &Story<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (factor, next) = match word(story, at).map(str::to_ascii_lowercase).as_deref() {
        Some("thousands" | "thousand") => (1000, at + 1),
        Some("million" | "millions" | "mln") => (1_000_000, at + 1),
        _ => (1, at),
    };
    let next = next + usize::from(word(story, next) == Some("of"));
    story.tokens.get(next).filter(|token| token.kind == TokenKind::Digits)?;
    let next = next + 1 + usize::from(sign(story, next + 1) == Some("-"));
    word(story, next).filter(|word| matches!(*word, "kilogram" | "kilo" | "kg" | "kilograms" | "kilos"))?;
    matches!(word(story, next + 1), Some("bags" | "bag")).then_some((Decimal::from(factor), next + 1))
}

/// Tokens from a currency to the unit that it is paid for.
const PRICE: usize = 4;

fn is_scale(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "mln"
            | "mlns"
            | "bln"
            | "million"
            | "millions"
            | "billion"
            | "billions"
            | "thousand"
            | "thousands"
            | "thous"
    )
}

/// `'000 tonnes`, `1,000 tonnes`: the factor and the token behind it.
fn thousands(story: &Story<'_>, at: usize) -> Option<(Decimal, usize)> {
    let digits = |at: usize, wanted: &str| story.tokens.get(at).is_some_and(|token| token.text == wanted);
    let quoted = usize::from(matches!(sign(story, at), Some("'" | "’" | "‘")));
    let next = if digits(at + quoted, "000") {
        at + quoted + 1
    } else if digits(at, "1") && sign(story, at + 1) == Some(",") && digits(at + 2, "000") {
        at + 3
    } else {
        return None;
    };
    Some((Decimal::from(1000), next + usize::from(word(story, next) == Some("s"))))
}

/// `mln 480-lb bales`: the factor and the token of the bales.
fn millions_of_bales(story: &Story<'_>, at: usize) -> Option<(Decimal, usize)> {
    word(story, at)
        .filter(|word| word.eq_ignore_ascii_case("mln") || word.eq_ignore_ascii_case("million"))?;
    story.tokens.get(at + 1).filter(|token| token.kind == TokenKind::Digits)?;
    let next = at + 2 + usize::from(sign(story, at + 2) == Some("-"));
    let next = next + usize::from(matches!(word(story, next), Some("lb" | "lbs")));
    Some((Decimal::from(1_000_000), next))
}

/// `mln bu`, which is no unit outside tables.
fn millions_of_bushels(story: &Story<'_>, at: usize) -> Option<Decimal> {
    let scaled = word(story, at)?.eq_ignore_ascii_case("mln") && word(story, at + 1)? == "bu";
    scaled.then(|| Decimal::from(1_000_000))
}
