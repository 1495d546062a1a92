//! Years of a country's own calendar and of a crop's trade: `fiscal 2023-24`, `FY24`, `this fiscal year`, `the 1986/87 season`.

use std::sync::LazyLock;

use article::Period;
use jiff::civil::Date;

use super::super::lexicon::{rows, sign, touches_before, word};
use super::{Time, days, months, shift};
use crate::text::{Story, TokenKind};

static FISCAL_YEARS: LazyLock<Vec<[&str; 4]>> =
    LazyLock::new(|| rows(include_str!("../../../data/figures-fiscal-years.tsv")).collect());
static CROP_YEARS: LazyLock<Vec<[&str; 3]>> =
    LazyLock::new(|| rows(include_str!("../../../data/figures-crop-years.tsv")).collect());
/// The crops that have a year, each once.
static CROPS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for crop in CROP_YEARS.iter().flat_map(|[crops, ..]| crops.split(',')) {
        if !all.contains(&crop) {
            all.push(crop);
        }
    }
    all
});

/// Which fiscal year or season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FiscalYear {
    /// `fiscal 2023-24`: the year in which it begins.
    Begins(i16),
    /// `1986/87`: a season of a crop, else a fiscal year.
    Span(i16),
    /// `fiscal 2024`: named as the reporter names it.
    Named(i16),
    /// `this fiscal`, `last fiscal year`: how many before the one that goes on.
    Ago(i16),
    /// `this season`: likewise.
    SeasonAgo(i16),
}

/// `2023`; `2023-24` is a fiscal year or a season, `1982-86` a run of years.
pub(super) fn years(story: &Story<'_>, at: usize, end: usize) -> Option<(Time, usize)> {
    let year = year_at(story, at, end)?;
    let next = at + 1;
    // `the 1980s`
    if word(story, next) == Some("s") && touches_before(story, next) && next < end {
        return Some((Time::Vague, next + 1));
    }
    let goes_on = touches_before(story, next) && touches_before(story, next + 1);
    if goes_on
        && matches!(sign(story, next), Some("-" | "/" | "–"))
        && let Some(second) = story.tokens.get(next + 1)
        && second.kind == TokenKind::Digits
    {
        let short: i16 = second.text.parse().ok()?;
        if !matches!(second.end - second.start, 2 | 4) {
            return None;
        }
        let last = if short < 100 { year / 100 * 100 + short } else { short };
        if (year + 1) % 100 == short % 100 {
            return Some((Time::Fiscal(FiscalYear::Span(year)), next + 2));
        }
        return (last > year && last < year + 40)
            .then(|| days(run_of_years(year, last)?, next + 2))
            .flatten();
    }
    if goes_on
        && matches!(sign(story, next), Some("." | ","))
        && story.tokens.get(next + 1).is_some_and(|token| token.kind == TokenKind::Digits)
    {
        return None;
    }
    // `from 1982 to 1985`, `between 1980 and 1986`
    let before = at.checked_sub(1).and_then(|before| word(story, before)).unwrap_or_default();
    let joined = match word(story, next) {
        Some("to" | "through" | "until") => matches!(before, "from" | "From" | "in" | "during" | "period"),
        Some("and") => matches!(before, "between" | "Between"),
        _ => false,
    };
    if joined
        && let Some(last) = year_at(story, next + 1, end)
        && last > year
    {
        return days(run_of_years(year, last)?, next + 2);
    }
    days(months(year, 1, 12)?, next)
}

fn run_of_years(first: i16, last: i16) -> Option<Period> {
    Some(Period { first: Date::new(first, 1, 1).ok()?, last: Date::new(last, 12, 31).ok()? })
}

/// Four digits that are a year and no amount.
fn year_at(story: &Story<'_>, at: usize, end: usize) -> Option<i16> {
    let token = story
        .tokens
        .get(at)
        .filter(|token| at < end && token.kind == TokenKind::Digits && token.end - token.start == 4)?;
    let year: i16 = token.text.parse().ok()?;
    let amount = touches_before(story, at)
        && matches!(sign(story, at.wrapping_sub(1)), Some("$" | "€" | "£" | "¥" | "." | ","));
    ((1900..=2100).contains(&year) && !amount).then_some(year)
}

/// `year 1402`: a year of Iran's calendar, which begins in March.
pub(super) fn persian(story: &Story<'_>, at: usize, end: usize) -> Option<(Time, usize)> {
    if word(story, at) != Some("year") || at + 1 >= end {
        return None;
    }
    let token = story.tokens.get(at + 1).filter(|token| token.kind == TokenKind::Digits)?;
    let year: i16 = token.text.parse().ok()?;
    if !(1300..=1450).contains(&year) || token.end - token.start != 4 {
        return None;
    }
    let first = Date::new(year + 621, 3, 21).ok()?;
    days(Period { first, last: Date::new(year + 622, 3, 20).ok()? }, at + 2)
}

/// `FY 2024-25`, `FY24`, `fiscal 2024`, `this fiscal year`, `fiscal first half`.
pub(super) fn fiscal(story: &Story<'_>, at: usize, end: usize) -> Option<(Time, usize)> {
    let mut next = at;
    // `this fiscal`, `the last fiscal year`
    let ago = usize::from(word(story, at) == Some("the"));
    let whose = match word(story, at + ago) {
        Some("this" | "current" | "This" | "Current") => Some(0),
        Some("last" | "previous" | "past") => Some(1),
        Some("next" | "coming") => Some(-1),
        _ => None,
    };
    let kind = |at| matches!(word(story, at), Some("fiscal" | "financial" | "budget"));
    if let Some(ago_years) = whose
        && kind(at + ago + 1)
        && at + ago + 2 <= end
    {
        let after = at + ago + 2;
        // `this fiscal first half`
        let after = after + usize::from(word(story, after) == Some("year"));
        return Some((Time::Fiscal(FiscalYear::Ago(ago_years)), after));
    }
    let fiscal = at + ago;
    // `in the first four months of the fiscal, officials said`, and not `the fiscal deficit`
    if ago == 1
        && word(story, fiscal) == Some("fiscal")
        && fiscal < end
        && (story.tokens.get(fiscal + 1).is_none_or(|token| token.kind == TokenKind::Sign)
            || matches!(word(story, fiscal + 1), Some("with" | "and" | "at" | "to" | "by" | "from")))
    {
        return Some((Time::Fiscal(FiscalYear::Ago(0)), fiscal + 1));
    }
    // `fiscal first-half`, `fiscal second quarter`
    if kind(fiscal)
        && let Some((part, unit)) = part_of(story, fiscal + 1, end)
    {
        let length = if unit.1 { 6 } else { 3 };
        let year = match years(story, unit.0 + usize::from(word(story, unit.0) == Some("of")), end) {
            Some((Time::Fiscal(FiscalYear::Span(year)), after)) => {
                return Some((
                    Time::FiscalPart(FiscalYear::Begins(year), (part - 1) * length, length),
                    after,
                ));
            }
            _ => FiscalYear::Ago(0),
        };
        return Some((Time::FiscalPart(year, (part - 1) * length, length), unit.0));
    }
    // `in the financial year 2021-22`
    next += usize::from(matches!(word(story, at)?, "the" | "The"));
    match word(story, next)? {
        "FY" | "fiscal" | "Fiscal" | "financial" | "Financial" => next += 1,
        _ => return None,
    }
    if word(story, next) == Some("year") {
        next += 1;
    }
    let token = story.tokens.get(next).filter(|token| token.kind == TokenKind::Digits && next < end)?;
    if let Some((time, after)) = years(story, next, end) {
        return match time {
            Time::Days(year) if year.first.year() == year.last.year() => {
                Some((Time::Fiscal(FiscalYear::Named(year.first.year())), after))
            }
            Time::Fiscal(FiscalYear::Span(year)) => Some((Time::Fiscal(FiscalYear::Begins(year)), after)),
            time => Some((time, after)),
        };
    }
    let short: i16 = token.text.parse().ok()?;
    let century = if short >= 70 { 1900 } else { 2000 };
    (token.end - token.start == 2).then_some((Time::Fiscal(FiscalYear::Named(century + short)), next + 1))
}

/// `first half`, `second quarter`: (which, (the token after it, whether a half)).
fn part_of(story: &Story<'_>, at: usize, end: usize) -> Option<(i8, (usize, bool))> {
    let part = match word(story, at)? {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" | "final" => 4,
        _ => return None,
    };
    let unit = at + 1 + usize::from(sign(story, at + 1) == Some("-"));
    match word(story, unit).filter(|_| unit < end)? {
        "half" if part <= 2 => Some((part, (unit + 1, true))),
        "quarter" => Some((part, (unit + 1, false))),
        _ => None,
    }
}

/// The days of a fiscal year or season, or of months of one, by the calendar of the reporter's country or by what the story tells.
///
/// `None` where neither says when the year begins: a season's months are those that the story tells (`told`), but for the grain year
/// of Europe; so are those of a year that is called by two numbers, before those of the country.
pub(crate) fn fiscal_period(
    year: FiscalYear,
    part: Option<(i8, i8)>,
    country: Option<&str>,
    crop: Option<&str>,
    told: impl FnOnce() -> Option<i8>,
    today: Option<Date>,
) -> Option<Period> {
    let known = crop.and_then(|crop| crop_year(crop, country));
    let season = match year {
        FiscalYear::SeasonAgo(_) => true,
        FiscalYear::Span(_) => !matches!(known, None | Some("fiscal")),
        _ => false,
    };
    let (month, day, ends) = if season {
        (known.and_then(|year| year.parse().ok()).or_else(told)?, 1, true)
    } else if let FiscalYear::Span(_) = year
        && let Some(month) = told()
    {
        (month, 1, true)
    } else {
        fiscal_start(country?, today)?
    };
    let begins = match year {
        // a Nepali year is 57 ahead
        FiscalYear::Begins(year) | FiscalYear::Span(year) if country == Some("NP") && year > 2050 => {
            year - 57
        }
        FiscalYear::Named(year) if ends => year.checked_sub(1)?,
        FiscalYear::Begins(year) | FiscalYear::Span(year) | FiscalYear::Named(year) => year,
        FiscalYear::Ago(ago) | FiscalYear::SeasonAgo(ago) => {
            let today = today?;
            let began = (today.month(), today.day()) >= (month, day);
            today.year().checked_sub(i16::from(!began))?.checked_sub(ago)?
        }
    };
    let first = Date::new(begins, month, day).ok()?;
    let after = |date: Date, months: i32| date.checked_add(jiff::Span::new().months(months)).ok();
    let (from, count) = part.unwrap_or((0, 12));
    let first = after(first, from.into())?;
    let mut period = Period { first, last: after(first, count.into())?.yesterday().ok()? };
    // a half of "this" year that has not ended is one of the last
    if let (FiscalYear::Ago(_), Some(today), Some(_)) = (year, today, part)
        && period.first > today
    {
        period = shift(period, -12)?;
    }
    Some(period)
}

/// Month and day on which a country's fiscal year begins, and whether it is named by the year in which it ends.
fn fiscal_start(country: &str, today: Option<Date>) -> Option<(i8, i8, bool)> {
    let [_, start, named, _] = FISCAL_YEARS.iter().find(|[code, _, _, until]| {
        *code == country
            && (until.is_empty()
                || until.parse::<i16>().is_ok_and(|until| today.is_none_or(|today| today.year() < until)))
    })?;
    let (month, day) = start.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?, *named == "end"))
}

/// How a crop's trade is counted in a country: see the list.
fn crop_year(crop: &str, country: Option<&str>) -> Option<&'static str> {
    let of = |wanted: &str| {
        CROP_YEARS
            .iter()
            .find(|[crops, country, _]| *country == wanted && crops.split(',').any(|known| known == crop))
            .map(|[_, _, year]| *year)
    };
    country.and_then(of).or_else(|| of("*"))
}

/// The crop that a text names last, where its trade has a year of its own.
pub(crate) fn crop_in(words: &str) -> Option<&'static str> {
    words.rsplit(|letter: char| !letter.is_alphabetic()).find_map(crop)
}

/// The one that it names first.
pub(crate) fn first_crop_in(words: &str) -> Option<&'static str> {
    words.split(|letter: char| !letter.is_alphabetic()).find_map(crop)
}

fn crop(word: &str) -> Option<&'static str> {
    CROPS.iter().copied().find(|known| word.len() >= 3 && word.eq_ignore_ascii_case(known))
}
