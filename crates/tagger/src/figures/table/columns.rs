//! What the columns of a table are of.

use std::ops::Range;

use article::{Comparison, Indicator, Period, Status};
use jiff::civil::Date;

use super::super::clause::Carry;
use super::super::lexicon::{Class, Measured, sign, word};
use super::super::period::{FiscalYear, Time, crop_in, fiscal_period, length, shift};
use super::super::pieces::Cutter;
use super::above::Above;
use super::cells::{Row, is_nil};
use super::heads::{Head, Step, What, counted_back, earlier, full_day, heads, is_week, later};
use super::{Table, is_in_brackets};
use crate::text::Story;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Of which time, and of what where the column says it: `IMPORTS   QUOTA 1987`.
    Level(When, Status, Option<Measured>),
    /// How much the first level changed from the second; or each its own, which stands before it.
    /// … and against when, where its head says so.
    Change { own: bool, said: Option<Comparison> },
    /// Of something else: `PRODUCTION`.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Days(Period),
    /// A year of the crop, as it was estimated then.
    Season(i16, Option<Date>),
    /// From the start of the crop's year to a day of it.
    SeasonTo(Date),
    /// Of a crop that is sold before its year begins: since when, nobody says.
    OfCrop,
}

impl When {
    /// The days, for goods of a country.
    pub(super) fn days(
        self,
        goods: Option<&str>,
        country: Option<&str>,
        today: Option<Date>,
        told: Option<i8>,
    ) -> Option<Period> {
        match self {
            Self::Days(period) => Some(period),
            Self::OfCrop => None,
            Self::Season(year, estimated) => season(year, goods, country, today, told, estimated.is_some()),
            Self::SeasonTo(day) => {
                let mut year = season(day.year(), goods, country, today, told, true)?;
                while year.first > day {
                    year = shift(year, -12)?;
                }
                Some(Period { first: year.first, last: day })
            }
        }
    }
}

/// The days of `1986/87`, by the season that the story tells; where the goods are no crop and nobody estimates one, by the country's year.
fn season(
    year: i16,
    goods: Option<&str>,
    country: Option<&str>,
    today: Option<Date>,
    told: Option<i8>,
    of_crop: bool,
) -> Option<Period> {
    let year = FiscalYear::Span(year);
    let crop = goods.and_then(|goods| match goods.rsplit(' ').next() {
        Some("oil") if goods.contains("soy") => Some("soyoil"),
        Some(last) if last.ends_with("grains") => Some("grain"),
        _ => crop_in(goods),
    });
    match crop {
        // a crop without a year of its own has not that of the treasury
        None if of_crop => None,
        crop => fiscal_period(year, None, country, crop, || told, today),
    }
}

/// What the columns are: as many as the rows have cells.
pub(super) fn columns(
    table: &Table,
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
) -> Option<Vec<Column>> {
    let count = table.rows.iter().map(|row| row.cells.len()).max()?;
    under_heads(table, story, cutter, carry, above, count)
        .or_else(|| by_place(table, story, cutter, carry, above, count))
        .or_else(|| in_brackets(table, story, cutter, carry, above))
        .or_else(|| in_the_sentence(story, cutter, carry, above, count))
}

fn level(when: When, status: Status) -> Column {
    Column::Level(when, status, None)
}

/// Whether every other cell of a row stands in brackets, those left out that are nothing.
fn alternates(story: &Story<'_>, row: &Row) -> bool {
    row.cells
        .iter()
        .zip(0..)
        .all(|(cell, nth)| is_nil(story.words(cell.clone())) || is_in_brackets(story, cell) == (nth % 2 == 1))
}

/// The columns of a line of heads, and of two where each of the upper one stands over as many of the lower.
fn under_heads(
    table: &Table,
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
    count: usize,
) -> Option<Vec<Column>> {
    let tokens = story.token_at(table.head.start)..story.token_at(table.head.end);
    let (lower, _) = heads(story, cutter, tokens.clone(), carry.today, above.weekly)?;
    if lower.len() != count {
        // `27.86 (-16.5)`: under one head
        let interleaved = lower.len() * 2 == count
            && above.lines.clone().any(|at| is_of_change(story, at))
            && table.rows.iter().filter(|row| row.cells.len() == count).all(|row| alternates(story, row));
        let levels = if interleaved { of_heads(story, cutter, carry, above, &lower)? } else { return None };
        return Some(
            levels.into_iter().flat_map(|level| [level, Column::Change { own: true, said: None }]).collect(),
        );
    }
    let mut columns = of_heads(story, cutter, carry, above, &lower)?;
    // more than one: each of the level before it
    let changes = columns.iter().filter(|column| matches!(column, Column::Change { .. })).count();
    for column in columns.iter_mut().filter(|_| changes > 1) {
        if let Column::Change { own, .. } = column {
            *own = true;
        }
    }
    Some(columns)
}

fn of_heads(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
    lower: &[Head],
) -> Option<Vec<Column>> {
    let count = lower.len();
    if let Some(upper) = above.upper.clone()
        && let Some((upper, _)) = heads(story, cutter, upper, carry.today, above.weekly)
        && upper.len() > 1
        && count.is_multiple_of(upper.len())
    {
        let each = count / upper.len();
        let pairs: Option<Vec<Column>> =
            lower.iter().zip(0..).map(|(low, nth)| pair(*upper.get(nth / each)?, *low)).collect();
        if pairs.is_some() || each > 1 {
            return pairs;
        }
    }
    let main = main_period(story, cutter, carry, above, lower);
    let columns = lower.iter().map(|head| single(*head, main, carry, above)).collect::<Option<Vec<_>>>();
    columns.filter(|columns| matches!(columns.first(), Some(Column::Level(..))))
}

/// A column under two heads: `1986/87` over `04/09/87`, `Jan-Sept` over `1986`.
fn pair(upper: Head, lower: Head) -> Option<Column> {
    let when = match (upper.what, lower.what) {
        (What::Season(year), What::Day(day)) => When::Season(year, Some(day)),
        (What::Days(part), What::Year(year)) | (What::Year(year), What::Days(part)) => {
            let years = i32::from(year.first.year()) - i32::from(part.first.year());
            When::Days(shift(part, years * 12)?)
        }
        (What::Days(_) | What::Year(_), What::Change(said)) => {
            return Some(Column::Change { own: true, said });
        }
        _ => return None,
    };
    Some(level(when, lower.status))
}

/// The period that `Prev Week` and `Year Ago` are counted from: that of the first column.
fn main_period(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
    heads: &[Head],
) -> Option<Period> {
    heads
        .iter()
        .find_map(|head| match head.what {
            What::Days(period) => Some(period),
            What::Day(day) if above.weekly => week_to(day),
            What::Day(day) if above.of_season => Some(Period { first: day, last: day }),
            What::Year(year) => Some(of_story(year, carry, above)),
            _ => None,
        })
        .or_else(|| spoken_period(story, cutter, carry, above))
}

fn week_to(day: Date) -> Option<Period> {
    Some(Period { first: later(day, -6)?, last: day })
}

fn single(head: Head, main: Option<Period>, carry: &Carry, above: &Above) -> Option<Column> {
    let when = match head.what {
        What::Change(said) => return Some(Column::Change { own: false, said }),
        What::Days(period) => When::Days(period),
        What::Year(year) => When::Days(of_story(year, carry, above)),
        What::Day(day) if above.of_season => When::SeasonTo(day),
        What::Day(day) if above.weekly => When::Days(week_to(day)?),
        What::Day(_) => return None,
        What::Season(year) => When::Season(year, None),
        What::Earlier(step) if above.of_season => When::SeasonTo(step.back(main?)?.last),
        What::Earlier(step) => When::Days(step.back(main?)?),
        What::Now => When::Days(main?),
        What::Back(months) => When::Days(counted_back(main?, months)?),
        What::Amount => When::Days(carry.story_period?),
    };
    Some(level(when, head.status))
}

/// A year as a column of a table or story of its first months means those months.
fn of_story(year: Period, carry: &Carry, above: &Above) -> Period {
    let part = above.part.or(carry.story_period);
    let Some(part) = part else { return year };
    let years = i32::from(year.first.year()) - i32::from(part.first.year());
    let within = length(part).is_some_and(|months| months < 12) && years.abs() <= 3;
    if within { shift(part, years * 12).unwrap_or(year) } else { year }
}

/// The first period that the sentence above the table names; else that of the figure before it, or of the story.
pub(super) fn spoken_period(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
) -> Option<Period> {
    let (mut at, end) = (above.sentence.start, above.sentence.end);
    while at < end {
        match cutter.calendar.read(story, at, end, carry.today) {
            Some((Time::Days(period), _)) if period.first < period.last => return Some(period),
            Some((_, next)) => at = next.max(at + 1),
            None => at += 1,
        }
    }
    above.before.or(carry.story_period)
}

/// How many lines above a table may be its head.
const HEAD_LINES: usize = 3;

/// What the columns are by the words that stand over them, on up to three lines.
fn by_place(
    table: &Table,
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
    count: usize,
) -> Option<Vec<Column>> {
    let first = table.rows.first()?;
    // where each column stands in its line
    let mut spans: Vec<Option<Range<usize>>> = vec![None; count];
    for row in table.rows.iter().filter(|row| row.cells.len() == count) {
        for (span, cell) in spans.iter_mut().zip(&row.cells) {
            let (start, end) = (cell.start - row.line.start, cell.end - row.line.start);
            *span = Some(span.as_ref().map_or(start..end, |span| span.start.min(start)..span.end.max(end)));
        }
    }
    let mut over: Vec<Vec<Range<usize>>> = vec![Vec::new(); count];
    let mut end = first.line.start.checked_sub(1)?;
    for _ in 0..HEAD_LINES {
        let start = story.text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = &story.text[start..end];
        if line.trim().is_empty()
            || line.trim_end().ends_with(['.', ',', ':'])
            || line.trim_end().ends_with("--")
        {
            break;
        }
        for phrase in phrases(line) {
            for (span, words) in spans.iter().flatten().zip(&mut over) {
                if phrase.start < span.end && span.start < phrase.end {
                    words.insert(0, start + phrase.start..start + phrase.end);
                }
            }
        }
        end = match start.checked_sub(1) {
            Some(end) => end,
            None => break,
        };
    }
    let mut columns: Vec<Column> = Vec::with_capacity(count);
    let mut said = false;
    let of_changes = above.lines.clone().any(|at| is_of_change(story, at));
    for (words, nth) in over.iter().zip(0..) {
        // with nothing over them, numbers in brackets are changes, if the lines speak of such, and others nobody knows
        if words.is_empty() {
            let mut cells = table.rows.iter().filter_map(|row| row.cells.get(nth));
            if nth == 0 || !cells.all(|cell| is_in_brackets(story, cell) || is_nil(story.words(cell.clone())))
            {
                return None;
            }
            columns.push(if of_changes { Column::Change { own: true, said: None } } else { Column::Other });
            continue;
        }
        let (mut period, mut measured, mut change, mut cumulative, mut other) =
            (None, None, false, false, false);
        for phrase in words {
            let (mut at, end) = (story.token_at(phrase.start), story.token_at(phrase.end));
            while at < end {
                if let Some((Time::Days(found), next)) = cutter.calendar.read(story, at, end, carry.today) {
                    (period, at) = (Some(found), next.max(at + 1));
                    continue;
                }
                match cutter.words.longest(story, at, end) {
                    Some((Class::Indicator(found, _), next)) => {
                        (measured, at) = (Some(found), next.max(at + 1));
                        continue;
                    }
                    Some((Class::Quota, next)) => {
                        measured = Some(Measured { indicator: Indicator::Quota, sign: 0 });
                        at = next.max(at + 1);
                        continue;
                    }
                    Some((Class::Other, _)) => other = true,
                    _ => {}
                }
                let name = word(story, at).map(str::to_ascii_lowercase).unwrap_or_default();
                change |= matches!(name.as_str(), "change" | "chg" | "pct" | "percent");
                cumulative |= name == "cumulative";
                at += 1;
            }
        }
        said |= measured.is_some();
        if change {
            columns.push(Column::Change { own: true, said: None });
            continue;
        }
        if other && measured.is_none() {
            columns.push(Column::Other);
            continue;
        }
        let spoken = || spoken_period(story, cutter, carry, above);
        let mut period = period.or(carry.period).or(carry.story_period).or_else(spoken)?;
        if let Some(today) =
            carry.today.filter(|today| cumulative && period.first <= *today && *today < period.last)
        {
            period.last = today;
        }
        columns.push(Column::Level(When::Days(period), Status::Reported, measured));
    }
    (said
        && columns.iter().any(|column| matches!(column, Column::Level(..)))
        && !matches!(columns.first(), Some(Column::Change { .. })))
    .then_some(columns)
}

/// Tokens from what the brackets are of to the word itself.
const NEAR: usize = 12;

fn is_of_change(story: &Story<'_>, at: usize) -> bool {
    sign(story, at) == Some("%")
        || word(story, at).is_some_and(|word| {
            matches!(
                word.to_ascii_lowercase().as_str(),
                "pct" | "percent" | "percentage" | "percentages" | "change" | "changes" | "growth"
            )
        })
}

/// `Imports by source, with January figures in brackets`: of the table's period, and of the one that the brackets are said to be of.
fn in_brackets(
    table: &Table,
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
) -> Option<Vec<Column>> {
    // a balance may have no brackets
    let pair = |row: &Row| match &row.cells[..] {
        [number, bracket] => !is_in_brackets(story, number) && is_in_brackets(story, bracket),
        [number] => !is_in_brackets(story, number),
        _ => false,
    };
    let pairs = table.rows.iter().all(pair) && table.rows.iter().any(|row| row.cells.len() == 2);
    let said = above.lines.clone().rev().find(|at| {
        word(story, *at).is_some_and(|word| {
            matches!(word.to_ascii_lowercase().as_str(), "brackets" | "parentheses" | "bracketed")
        })
    })?;
    if !pairs {
        return day_and_year(table, story, cutter, carry, above, said);
    }
    let main = || {
        spoken_period_before(story, cutter, carry, above.sentence.start..said)
            .or(carry.story_period)
            .or(above.before)
            .or(carry.period)
    };
    let near = said.saturating_sub(NEAR).max(above.lines.start)..said;
    if near.clone().any(|at| is_of_change(story, at)) {
        return Some(vec![
            level(When::Days(main()?), Status::Reported),
            Column::Change { own: true, said: None },
        ]);
    }
    // `the 1986/87 crop to April 8, with figures for the 1985/86 crop up to April 9, 1986, in brackets`
    if let [main, base, ..] = crops_to_date(story, cutter, carry, above.sentence.clone())[..] {
        return Some(vec![level(main, Status::Reported), level(base, Status::Reported)]);
    }
    let main = main()?;
    let base = near.rev().find_map(|at| {
        if let Some((step, _)) = earlier(story, at, said) {
            return step.back(main);
        }
        match cutter.calendar.read(story, at, said, carry.today)?.0 {
            Time::Days(period) if period != main => Some(period),
            Time::YearEarlier | Time::Same => Step::Year.back(main),
            Time::MonthEarlier => shift(main, -1),
            _ => None,
        }
    })?;
    let level = |period| Column::Level(When::Days(period), Status::Reported, None);
    Some(vec![level(main), level(base)])
}

/// `for April 1 and this calendar year, with the previous year's figures in brackets`: of the day, and of the year up to it.
fn day_and_year(
    table: &Table,
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
    said: usize,
) -> Option<Vec<Column>> {
    let pairs = table.rows.iter().all(|row| row.cells.len() == 4 && alternates(story, row));
    let last_year = (said.saturating_sub(NEAR).max(above.lines.start)..said)
        .any(|at| matches!(earlier(story, at, said), Some((Step::Year, _))));
    if !pairs || !last_year {
        return None;
    }
    let read = |at: usize| cutter.calendar.read(story, at, said, carry.today);
    let day = above
        .sentence
        .clone()
        .take_while(|at| *at < said)
        .find_map(|at| cutter.calendar.month_and_day(story, at, said, carry.today)?.1)?;
    let year = above.sentence.clone().take_while(|at| *at < said).find_map(|at| match read(at)?.0 {
        Time::Days(year) if length(year) == Some(12) => Some(year),
        _ => None,
    })?;
    if !(year.first..=year.last).contains(&day) {
        return None;
    }
    let day = Period { first: day, last: day };
    let level = |period| Some(Column::Level(When::Days(period?), Status::Reported, None));
    let to_date = Period { last: day.last, ..year };
    [Some(day), shift(day, -12), Some(to_date), shift(to_date, -12)].into_iter().map(level).collect()
}

/// The period that stands before `with` in a sentence.
fn spoken_period_before(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    tokens: Range<usize>,
) -> Option<Period> {
    let end = tokens.clone().find(|at| word(story, *at).is_some_and(is_cue)).unwrap_or(tokens.end);
    period_in(story, cutter, carry, tokens.start..end)
}

/// The first days that some words name.
pub(super) fn period_in(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    tokens: Range<usize>,
) -> Option<Period> {
    let (mut at, end) = (tokens.start, tokens.end);
    while at < end {
        match cutter.calendar.read(story, at, end, carry.today) {
            Some((Time::Days(period), _)) if period.first < period.last => return Some(period),
            Some((_, next)) => at = next.max(at + 1),
            None => at += 1,
        }
    }
    None
}

/// `the 1986/87 crop to April 8, 1987`: each season of a sentence with the day that it is counted to.
fn crops_to_date(story: &Story<'_>, cutter: &Cutter<'_>, carry: &Carry, tokens: Range<usize>) -> Vec<When> {
    /// Tokens between the season and `to`.
    const NEAR: usize = 4;
    let mut found = Vec::new();
    let (mut at, end) = (tokens.start, tokens.end);
    while at < end {
        let Some((Time::Fiscal(FiscalYear::Span(_)), next)) =
            cutter.calendar.read(story, at, end, carry.today)
        else {
            at += 1;
            continue;
        };
        at = next.max(at + 1);
        let to =
            (at..end.min(at + NEAR)).find(|at| matches!(word(story, *at), Some("to" | "until" | "through")));
        if let Some(to) = to
            && let Some((_, after)) = full_day(story, cutter, to + 1, end, carry.today)
        {
            found.push(When::OfCrop);
            at = after.max(at);
        }
    }
    found
}

/// Words behind which a sentence names the other columns.
fn is_cue(word: &str) -> bool {
    matches!(
        word,
        "with"
            | "comparison"
            | "comparisons"
            | "compared"
            | "comparing"
            | "against"
            | "versus"
            | "vs"
            | "comparative"
    )
}

/// `in the week to April 1, with comparisons for the previous week and the same week in 1986`; `in September and August`
fn in_the_sentence(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    above: &Above,
    count: usize,
) -> Option<Vec<Column>> {
    let (mut at, end) = (above.sentence.start, above.sentence.end);
    let mut periods: Vec<Period> = Vec::new();
    let mut cue = false;
    while at < end {
        cue |= word(story, at).is_some_and(is_cue);
        if cue && let Some((step, next)) = earlier(story, at, end) {
            periods.push(step.back(*periods.first()?)?);
            at = next;
            continue;
        }
        let Some((time, next)) = cutter.calendar.read(story, at, end, carry.today) else {
            at += 1;
            continue;
        };
        let main = periods.first().copied();
        match (time, main) {
            (Time::Days(period), _) if period.first < period.last => periods.push(period),
            (Time::YearEarlier | Time::Same | Time::SameMonths(_), Some(main)) if cue => {
                periods.push(Step::Year.back(main)?);
            }
            (Time::WeekEarlier, Some(main)) if cue => periods.push(Step::Week.back(main)?),
            (Time::MonthEarlier, Some(main)) if cue => periods.push(Step::Month.back(main)?),
            (Time::QuarterEarlier, Some(main)) if cue => periods.push(Step::Quarter.back(main)?),
            (Time::Vague, _) => return None,
            _ => {}
        }
        at = next.max(at + 1);
    }
    // as long as each other
    let first = *periods.first()?;
    let alike = periods
        .iter()
        .all(|period| if is_week(first) { is_week(*period) } else { length(*period) == length(first) });
    (periods.len() == count && alike && (length(first).is_some() || is_week(first)))
        .then(|| periods.iter().map(|period| level(When::Days(*period), Status::Reported)).collect())
}

/// The parts of a line between which there are at least two blanks.
pub(super) fn phrases(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    // a tab or a line between columns parts them as two blanks do
    let mut apart = true;
    for part in line.split_inclusive([' ', '\t', '|']) {
        let words = part.trim_end_matches([' ', '\t', '|']);
        let bytes = at..at + words.len();
        at += part.len();
        if words.is_empty() {
            apart = true;
            continue;
        }
        match found.last_mut().filter(|_| !apart) {
            Some(last) => last.end = bytes.end,
            None => found.push(bytes),
        }
        apart = part.ends_with(['\t', '|']);
    }
    found
}
