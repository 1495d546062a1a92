//! The words over the columns of a table, or in the sentence above it: one head a column.

use std::ops::Range;

use article::{Comparison, Period, Status};
use jiff::civil::Date;

use super::super::lexicon::{sign, touches_before, word};
use super::super::period::{FiscalYear, Time, length, months, shift};
use super::super::pieces::Cutter;
use super::cells::is_year;
use crate::text::{Story, TokenKind};

/// How long before the first column a later one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Week,
    Month,
    Quarter,
    Year,
}

impl Step {
    /// The period that is this much earlier.
    pub(super) fn back(self, period: Period) -> Option<Period> {
        match self {
            Self::Month => shift(period, -1),
            Self::Quarter => shift(period, -3),
            Self::Year => shift(period, -12),
            Self::Week => by_days(period, -7),
        }
    }
}

pub(super) fn is_week(period: Period) -> bool {
    later(period.first, 6) == Some(period.last)
}

pub(super) fn later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn by_days(period: Period, days: i64) -> Option<Period> {
    Some(Period { first: later(period.first, days)?, last: later(period.last, days)? })
}

/// What a column is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Months, a quarter, some days.
    Days(Period),
    Year(Period),
    Day(Date),
    /// `1986/87`: the year in which it begins.
    Season(i16),
    /// `Prev Week`, `Year Ago`
    Earlier(Step),
    /// `Current`, `Latest week`: of the period that the story is of.
    Now,
    /// `Value`, `Volume`: so too.
    Amount,
    /// … and against when, where it says so: `y/y`.
    Change(Option<Comparison>),
    /// `12 months`, `Year to date`: so many up to the end of the first column.
    Back(Option<i32>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) what: What,
    pub(super) status: Status,
}

/// The heads on a line and the token of the first; `None` where a word between them says something else.
pub(super) fn heads(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    tokens: Range<usize>,
    today: Option<Date>,
    weekly: bool,
) -> Option<(Vec<Head>, usize)> {
    let (mut at, end) = (tokens.start, tokens.end);
    let mut found: Vec<Head> = Vec::new();
    let mut first = tokens.start;
    while at < end {
        if let Some((what, next)) = head(story, cutter, at, end, today, weekly) {
            if found.is_empty() {
                first = at;
            }
            // `pct change`, `% chg`, `y/y pct`: one column; `m/m   y/y`: two
            match (found.last_mut(), what) {
                (Some(Head { what: What::Change(known), .. }), What::Change(said))
                    if known.is_none() || said.is_none() || *known == said =>
                {
                    *known = known.or(said);
                }
                _ => found.push(Head { what, status: Status::Reported }),
            }
            at = next.max(at + 1);
            continue;
        }
        let name = word(story, at).map(str::to_ascii_lowercase).unwrap_or_default();
        match name.as_str() {
            "rev" | "revised" | "r" if !found.is_empty() => set(&mut found, Status::Revised),
            "prel" | "prelim" | "preliminary" | "prov" | "provisional" | "p" if !found.is_empty() => {
                set(&mut found, Status::Preliminary);
            }
            "" if story.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits) => return None,
            "" => {}
            "on" | "year" | "yr" | "vs" | "in" | "and" | "wk" | "week" if !found.is_empty() => {}
            // before the first column stands what the rows are
            _ if found.is_empty() => {}
            _ => return None,
        }
        at += 1;
    }
    (!found.is_empty()).then_some((found, first))
}

fn set(heads: &mut [Head], status: Status) {
    if let Some(last) = heads.last_mut() {
        last.status = status;
    }
}

/// One head and the token after it.
pub(super) fn head(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    at: usize,
    end: usize,
    today: Option<Date>,
    weekly: bool,
) -> Option<(What, usize)> {
    if let Some((day, next)) = slashed(story, at, end, today) {
        return Some((What::Day(day), next));
    }
    // `Nov   12 months`: no day of November
    let counts = |at: usize| story.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits);
    let end = if counts(at + 1) && back(story, at + 1, end).is_some() { at + 1 } else { end };
    if let Some((step, next)) = earlier(story, at, end) {
        return Some((What::Earlier(step), next));
    }
    if let Some((months, next)) = back(story, at, end) {
        return Some((What::Back(months), next));
    }
    if !weekly && let Some((period, next)) = month_of_short_year(story, cutter, at, end, today) {
        return Some((What::Days(period), next));
    }
    if let Some((day, next)) =
        full_day(story, cutter, at, end, today).or_else(|| day_of_month(story, cutter, at, end, today))
    {
        return Some((What::Day(day), next));
    }
    // `Oct/Dec`
    if let Some((period, next)) = run_of_months(story, cutter, at, end, today) {
        return Some((What::Days(period), next));
    }
    if word(story, at).is_some_and(is_mar) {
        let month = month_at(story, cutter, at, today)?;
        let (month, next) = in_year(story, month, at + 1, end, today);
        return Some((What::Days(month), next));
    }
    match cutter.calendar.read(story, at, end, today) {
        Some((Time::Days(period), next)) => {
            // `Jan-Sept 96`
            let this = today.map_or(period.first.year(), Date::year);
            // `Jan-Dec` are months, and no year
            let of_months = word(story, at).is_some();
            let short = short_year(story, next, end, this)
                .filter(|_| length(period).is_some_and(|months| months < 12 || of_months))
                .and_then(|year| shift(period, (i32::from(year) - i32::from(period.first.year())) * 12));
            let read = short.unwrap_or(period);
            let next = next + usize::from(short.is_some());
            let what = if read.first == read.last {
                What::Day(read.first)
            } else if length(read) == Some(12) && !(of_months && short.is_some()) {
                What::Year(read)
            } else {
                What::Days(read)
            };
            return Some((what, next));
        }
        Some((Time::Fiscal(FiscalYear::Span(year) | FiscalYear::Begins(year)), next)) => {
            return Some((What::Season(year), next));
        }
        Some((Time::YearEarlier, next)) => return Some((What::Earlier(Step::Year), next)),
        Some((Time::QuarterEarlier, next)) => return Some((What::Earlier(Step::Quarter), next)),
        Some((Time::MonthEarlier, next)) => return Some((What::Earlier(Step::Month), next)),
        Some((Time::WeekEarlier, next)) => return Some((What::Earlier(Step::Week), next)),
        _ => {}
    }
    let name = word(story, at).map(str::to_ascii_lowercase);
    match name.as_deref() {
        Some("change" | "chg" | "pct" | "percent" | "growth") => Some((What::Change(None), at + 1)),
        Some("yoy" | "y") => Some((What::Change(Some(Comparison::YearOnYear)), at + 1)),
        Some("mom" | "m") => Some((What::Change(Some(Comparison::MonthOnMonth)), at + 1)),
        Some("qoq" | "q") => Some((What::Change(Some(Comparison::QuarterOnQuarter)), at + 1)),
        None if sign(story, at) == Some("%") => Some((What::Change(None), at + 1)),
        Some("value" | "volume" | "amount" | "quantity") => Some((What::Amount, at + 1)),
        Some("current" | "latest") => {
            let unit = usize::from(word(story, at + 1).and_then(step).is_some() && at + 1 < end);
            Some((What::Now, at + 1 + unit))
        }
        _ => None,
    }
}

fn step(word: &str) -> Option<Step> {
    Some(match word.to_ascii_lowercase().as_str() {
        "week" | "wk" => Step::Week,
        "month" | "mo" | "mth" => Step::Month,
        "quarter" | "qtr" => Step::Quarter,
        "year" | "yr" | "season" => Step::Year,
        _ => return None,
    })
}

/// `Prev Week`, `previous month`, `Year Ago`, `year-earlier`, `the same week in 1986`, `the comparable week a year earlier`
pub(super) fn earlier(story: &Story<'_>, at: usize, end: usize) -> Option<(Step, usize)> {
    let name = word(story, at)?.to_ascii_lowercase();
    let mut next = at + 1;
    match name.as_str() {
        "prev" | "previous" | "prior" | "preceding" | "pvs" => {
            next += usize::from(sign(story, next) == Some("."));
            let unit = word(story, next).filter(|_| next < end).and_then(step)?;
            next += 1;
            // `previous year's`
            if sign(story, next) == Some("'") && word(story, next + 1) == Some("s") {
                next += 2;
            }
            Some((unit, next))
        }
        "same" | "comparable" | "corresponding" | "equivalent" | "similar" => {
            let unit = word(story, next).filter(|_| next < end)?;
            (step(unit).is_some() || unit == "period").then_some(())?;
            // up to the comma or `and` behind it
            next += 1;
            let last = end.min(next + 6);
            while next < last
                && !matches!(sign(story, next), Some("," | "." | ";" | ":" | "("))
                && !matches!(word(story, next), Some("and" | "were" | "are"))
            {
                next += 1;
            }
            Some((Step::Year, next))
        }
        _ => {
            let unit = step(&name)?;
            next += usize::from(sign(story, next) == Some("-"));
            let ago = word(story, next).filter(|_| next < end).is_some_and(|word| {
                matches!(word.to_ascii_lowercase().as_str(), "ago" | "earlier" | "before")
            });
            ago.then_some((unit, next + 1))
        }
    }
}

/// `12 months`, `Year to date`: so many months up to the end of the first column, `None` those of its year; and the token behind.
pub(super) fn back(story: &Story<'_>, at: usize, end: usize) -> Option<(Option<i32>, usize)> {
    let name =
        |at: usize| word(story, at).filter(|_| at < end).map(str::to_ascii_lowercase).unwrap_or_default();
    let at = at + usize::from(matches!(name(at).as_str(), "last" | "latest" | "past") && at + 2 < end);
    let token = story.tokens.get(at).filter(|_| at < end)?;
    if token.kind == TokenKind::Digits {
        let count: i32 = token.text.parse().ok().filter(|count| (2..=12).contains(count))?;
        let next = at + 1 + usize::from(sign(story, at + 1) == Some("-"));
        return matches!(name(next).as_str(), "months" | "month" | "mths" | "mos")
            .then_some((Some(count), next + 1));
    }
    let hyphen = |at: usize| at + usize::from(sign(story, at) == Some("-"));
    if name(at) == "ytd" {
        return Some((None, at + 1));
    }
    let to = hyphen(at + 1);
    let date = hyphen(to + 1);
    (name(at) == "year" && name(to) == "to" && name(date) == "date").then_some((None, date + 1))
}

/// What [`back`] says, of a first column.
pub(super) fn counted_back(main: Period, months: Option<i32>) -> Option<Period> {
    let months_of_main = length(main).filter(|months| *months < 12)?;
    let year = Period { first: Date::new(main.last.year(), 1, 1).ok()?, last: main.last };
    let Some(count) = months else { return Some(year) };
    let first = shift(main, months_of_main - count)?.first;
    Some(Period { first, last: main.last })
}

/// `4/2/87`, `04/09/87`: of the two orders the one that is nearer to today.
fn slashed(story: &Story<'_>, at: usize, end: usize, today: Option<Date>) -> Option<(Date, usize)> {
    let part = |at: usize| -> Option<i16> {
        let token = story.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Digits)?;
        token.text.parse().ok().filter(|_| token.end - token.start <= 4)
    };
    let slash = |at: usize| {
        sign(story, at) == Some("/") && touches_before(story, at) && touches_before(story, at + 1)
    };
    let (first, second, third) = (part(at)?, part(at + 2)?, part(at + 4)?);
    if !slash(at + 1) || !slash(at + 3) {
        return None;
    }
    let today = today?;
    let year = if third < 100 { full_year(third, today.year()) } else { third };
    let day = |month: i16, day: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    let away = |day: Date| day.until(today).map_or(i32::MAX, |span| span.get_days().abs());
    let found = match (day(first, second), day(second, first)) {
        (Some(american), Some(other)) if away(other) < away(american) => Some(other),
        (american, other) => american.or(other),
    };
    found.map(|day| (day, at + 5))
}

fn full_year(short: i16, this: i16) -> i16 {
    let century = this - this.rem_euclid(100);
    if century + short > this + 1 { century - 100 + short } else { century + short }
}

/// `96` behind a month's name.
fn short_year(story: &Story<'_>, at: usize, end: usize, this: i16) -> Option<i16> {
    let token = story.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Digits)?;
    let short: i16 = token.text.parse().ok().filter(|_| token.end - token.start == 2)?;
    Some(full_year(short, this))
}

/// `Oct 99`, `Sept '99`, `Oct-98`: in the head of a table the two digits are no day, where no other word has none behind it.
fn month_of_short_year(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    at: usize,
    end: usize,
    today: Option<Date>,
) -> Option<(Period, usize)> {
    let month = month_at(story, cutter, at, today)?;
    let sign = sign(story, at + 1).filter(|sign| matches!(*sign, "'" | "’" | "-" | "/"));
    let digits = at + 1 + usize::from(sign.is_some());
    let this = today.map_or(month.first.year(), Date::year);
    let year = short_year(story, digits, end, this)?;
    // no year that would be far from today: `Oct 15`
    let years = i32::from(year) - i32::from(month.first.year());
    if sign.is_none() && years.abs() > FAR {
        return None;
    }
    Some((shift(month, years * 12)?, digits + 1))
}

/// `April 8, 1987`
pub(super) fn full_day(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    at: usize,
    end: usize,
    today: Option<Date>,
) -> Option<(Date, usize)> {
    let digits = |at: usize| story.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Digits);
    let next = at + 1 + usize::from(sign(story, at + 1) == Some("."));
    let day: i8 = digits(next)?.text.parse().ok()?;
    let year = next + 1 + usize::from(sign(story, next + 1) == Some(","));
    let year_token = digits(year).filter(|token| token.end - token.start == 4)?;
    let Some((Time::Days(month), _)) = cutter.calendar.read(story, at, at + 1, today) else { return None };
    let day = Date::new(year_token.text.parse().ok()?, month.first.month(), day).ok()?;
    (length(month) == Some(1)).then_some((day, year + 1))
}

/// `Oct 15`, where no other day follows.
fn day_of_month(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    at: usize,
    end: usize,
    today: Option<Date>,
) -> Option<(Date, usize)> {
    let digits = |at: usize| {
        let token = story.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Digits)?;
        (token.end - token.start <= 2).then(|| token.text.parse::<i8>().ok())?
    };
    let next = at + 1 + usize::from(sign(story, at + 1) == Some("."));
    let day = digits(next)?;
    let goes_on = touches_before(story, next + 1)
        && next + 1 < end
        && !matches!(sign(story, next + 1), Some("*" | "("));
    let Some((Time::Days(month), _)) = cutter.calendar.read(story, at, at + 1, today).filter(|_| !goes_on)
    else {
        return None;
    };
    // `Oct 15, 1987`
    if sign(story, next + 1) == Some(",") || length(month) != Some(1) {
        return None;
    }
    Some((Date::new(month.first.year(), month.first.month(), day).ok()?, next + 1))
}

/// Years from today of which no table has columns: what says so is a day.
const FAR: i32 = 10;

/// `Oct/Dec`
fn run_of_months(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    at: usize,
    end: usize,
    today: Option<Date>,
) -> Option<(Period, usize)> {
    let to = match sign(story, at + 1)? {
        "/" => true,
        // what the calendar reads too, but for `Jan-Mar`
        "-" => word(story, at + 2).is_some_and(is_mar),
        _ => false,
    };
    if !to || at + 2 >= end || !touches_before(story, at + 2) {
        return None;
    }
    let (first, last) = (month_at(story, cutter, at, today)?, month_at(story, cutter, at + 2, today)?);
    let period = months(last.first.year(), first.first.month(), last.first.month())?;
    (period.first < period.last).then(|| in_year(story, period, at + 3, end, today))
}

/// `Mar`: no month in prose, where it is a port's name and a verb.
fn is_mar(word: &str) -> bool {
    matches!(word, "Mar" | "MAR")
}

/// The month that a word is.
fn month_at(story: &Story<'_>, cutter: &Cutter<'_>, at: usize, today: Option<Date>) -> Option<Period> {
    const MARCH: i8 = 3;
    if word(story, at).is_some_and(is_mar) {
        let today = today?;
        let year = today.year() - i16::from(today.month() < MARCH);
        return months(year, MARCH, MARCH);
    }
    match cutter.calendar.read(story, at, at + 1, today)? {
        (Time::Days(month), _) if length(month) == Some(1) => Some(month),
        _ => None,
    }
}

/// … in the year that stands behind it: `Mar 2026`, `Jan-Mar 87`; and the token behind.
fn in_year(story: &Story<'_>, months: Period, at: usize, end: usize, today: Option<Date>) -> (Period, usize) {
    let token = story.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Digits);
    let this = today.map_or(months.first.year(), Date::year);
    let year = token.and_then(|token| match token.text.len() {
        4 => token.text.parse().ok().filter(|_| is_year(token.text)),
        _ => short_year(story, at, end, this).filter(|year| i32::from(year - this).abs() <= FAR),
    });
    let dated =
        year.and_then(|year: i16| shift(months, (i32::from(year) - i32::from(months.last.year())) * 12));
    dated.map_or((months, at), |dated| (dated, at + 1))
}
