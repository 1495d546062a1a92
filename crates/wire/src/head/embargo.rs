//! Embargoes in words: `EMBARGOED UNTIL 0900 GMT, JAN 5, 2024`.

use article::When;
use jiff::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use crate::dateline::WrittenDate;
use crate::dateline::date::{days_between, weekday_named};
use crate::when::ZONES;

use super::zones::{MARKS, Zone};

/// The moment at which an embargo ends, if the line states time, zone and date.
pub(super) fn end_in(line: &str, sent: Option<Date>) -> Option<When> {
    if let Some(moment) = line.split_whitespace().find_map(|word| {
        let word = word.trim_matches([',', '.', ')', '(']);
        word.parse::<When>().ok().filter(|when| matches!(when, When::Moment { .. }))
    }) {
        return Some(moment);
    }
    let (clock, zone) = clock(line)?;
    let date = day_in(line, sent)?;
    let clock = clock.on(date)?;
    Some(When::Moment { clock, offset: zone.offset(clock)? })
}

/// When the last of the embargoes in a line ends: `until 0700 GMT March 3 for subscribers; until 0700 GMT March 5 for all others`.
pub(super) fn latest_end_in(line: &str, sent: Option<Date>) -> Option<When> {
    let end = end_in(line, sent)?;
    let pieces = line.split([';', '\n', '|']).flat_map(|piece| piece.split(" and ")).skip(1);
    let ends = pieces.filter_map(|piece| end_in(piece, sent));
    Some(ends.fold(end, |latest, end| if crate::when::is_later(end, latest) { end } else { latest }))
}

/// Whose clock it is.
#[derive(Clone, Copy, Debug)]
enum Whose {
    Fixed(Offset),
    Place(&'static Zone),
}

impl Whose {
    /// Of the zone that stands right behind a clock.
    fn behind(words: &[&str]) -> Option<Self> {
        let words = without_hours(words);
        zone(words).map(Self::Fixed).or_else(|| Zone::at_start(words).map(Self::Place))
    }

    fn offset(self, clock: DateTime) -> Option<Offset> {
        match self {
            Self::Fixed(offset) => Some(offset),
            Self::Place(zone) => zone.offset(clock),
        }
    }
}

/// The clock of an embargo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    At(Time),
    /// Midnight ends the day that is named.
    Midnight,
}

impl Clock {
    fn on(self, date: Date) -> Option<DateTime> {
        match self {
            Self::At(time) => Some(DateTime::from_parts(date, time)),
            Self::Midnight => Some(DateTime::from_parts(date.tomorrow().ok()?, Time::midnight())),
        }
    }
}

/// The day at which an embargo ends, if the line states it.
pub(super) fn day_in(line: &str, sent: Option<Date>) -> Option<Date> {
    // `DEL 3 DE MARZO DE 2026`
    let line = &without_of(line);
    // The words of the line, each with what follows: a date may begin at any of them.
    let starts = line.char_indices().filter(|(at, _)| *at == 0 || line[..*at].ends_with([' ', ',', '(']));
    let date =
        starts.filter_map(|(at, _)| WrittenDate::at_start(&line[at..])).find_map(|(date, _)| match date {
            WrittenDate::Full(date) => Some(date),
            WrittenDate::MonthDay { month, day } => coming(sent?, month, day),
            WrittenDate::Weekday(_) | WrittenDate::Day(_) => None,
        });
    // `0900 GMT Friday`: the first such day from the sending on.
    let weekday = || {
        let sent = sent?;
        let day = line.split(|c: char| !c.is_alphabetic()).find_map(weekday_named)?;
        sent.checked_add(Span::new().try_days(i64::from(day.since(sent.weekday()))).ok()?).ok()
    };
    // `Adv08`: of the eighths the one nearest to the sending.
    let numbered = || {
        let sent = sent?;
        let day = line.get("adv".len()..)?.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
        let months = (-1..=1).filter_map(|month| sent.checked_add(Span::new().months(month)).ok());
        let days = months.filter_map(|month| Date::new(month.year(), month.month(), day).ok());
        days.min_by_key(|day| days_between(sent, *day).abs())
    };
    date.or_else(weekday).or_else(|| numbered().filter(|_| super::held::is_numbered_advance(line)))
}

/// Whether a line names a day of a month.
pub(super) fn names_day(line: &str) -> bool {
    let line = &without_of(line);
    let starts = line.char_indices().filter(|(at, _)| *at == 0 || line[..*at].ends_with([' ', ',', '(']));
    let mut dates = starts.filter_map(|(at, _)| WrittenDate::at_start(&line[at..]));
    dates.any(|(date, _)| matches!(date, WrittenDate::Full(_) | WrittenDate::MonthDay { .. }))
}

/// Whether a line has a clock whose zone it tells.
pub(super) fn has_clock(line: &str) -> bool {
    clock(line).is_some()
}

/// Whether it has a clock at all.
pub(super) fn shows_clock(line: &str) -> bool {
    let half = |word: &str| matches!(word.replace('.', "").to_lowercase().as_str(), "am" | "pm");
    has_clock(line) || line.split(' ').any(|word| super::is_clock(word) || half(word.trim_end_matches(',')))
}

/// The later of the days that a date in digits may mean: `02/03/2026` is the second of March in Europe and the third of February in
/// America.
pub(super) fn latest_in(line: &str) -> Option<Date> {
    line.split([' ', ',', '(', ')']).find_map(|word| {
        let mut parts = word.split(['/', '-', '.']);
        let (one, other, year) = (parts.next()?, parts.next()?, parts.next()?);
        let whole = year.len() == 4 && parts.next().is_none_or(str::is_empty);
        let (one, other, year) = (one.parse().ok()?, other.parse().ok()?, year.parse().ok()?);
        let days = [Date::new(year, other, one), Date::new(year, one, other)];
        days.into_iter().flatten().max().filter(|_| whole)
    })
}

/// A line without the `de` between the parts of a date.
fn without_of(line: &str) -> std::borrow::Cow<'_, str> {
    let of = |word: &&str| ["de", "do", "del"].iter().any(|of| word.eq_ignore_ascii_case(of));
    if !line.split(' ').any(|word| of(&word)) {
        return line.into();
    }
    line.split(' ').filter(|word| !of(word)).collect::<Vec<_>>().join(" ").into()
}

/// An embargo lies ahead: of the dates without a year, the one nearest to the sending. One that is long over is none of this
/// year's, and which it is nobody can tell.
fn coming(sent: Date, month: i8, day: i8) -> Option<Date> {
    /// So many days an embargo may be over when a story is sent that still says so.
    const OVER: i32 = 14;
    let years = [sent.year(), sent.year().checked_add(1)?, sent.year() - 1];
    let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    let nearest = dates.min_by_key(|date| days_between(sent, *date).abs())?;
    (days_between(sent, nearest) >= -OVER).then_some(nearest)
}

/// Words without those that say that a number was hours.
fn without_hours<'w, 'l>(words: &'w [&'l str]) -> &'w [&'l str] {
    const HOURS: &[&str] = &["hours", "hrs", "hour", "uhr", "horas", "ore", "heures", "uur", "h"];
    let is_hours = |word: &str| HOURS.iter().any(|hours| hours.eq_ignore_ascii_case(word));
    let hours = words.iter().take_while(|word| is_hours(word)).count();
    &words[hours..]
}

/// `GMT`, `UTC+8`, `(GMT+1)`, `+0100`, `Z`: the zone that stands right behind a clock.
fn zone(words: &[&str]) -> Option<Offset> {
    let word = words.first()?.trim_end_matches(MARKS);
    let letters = word.len() - word.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (name, shift) = word.split_at(letters);
    let base = match name {
        "" => 0,
        _ => ZONES.iter().find(|(zone, _)| zone.eq_ignore_ascii_case(name)).map(|(_, minutes)| *minutes)?,
    };
    let shift = match shift
        .strip_prefix('+')
        .map(|hours| (1, hours))
        .or_else(|| shift.strip_prefix('-').map(|hours| (-1, hours)))
    {
        Some((sign, hours)) => {
            let digits: String = hours.chars().filter(|c| *c != ':').collect();
            let number = digits.parse::<i32>().ok()?;
            sign * match digits.len() {
                1 | 2 => number * 60,
                4 => number / 100 * 60 + number % 100,
                _ => return None,
            }
        }
        None if shift.is_empty() && !name.is_empty() => 0,
        None => return None,
    };
    Offset::from_seconds((base + shift) * 60).ok()
}

/// `0900 GMT`, `09:00`, `18h00`, `18h`, `12noon`, `12:01 a.m.`, `9 am`, `6 Uhr`: the first clock that has a zone behind it.
fn clock(line: &str) -> Option<(Clock, Whose)> {
    /// What stands before an hour.
    const AT: &[&str] = &["klo", "kl", "kl.", "klokken", "klockan"];
    /// What stands behind one.
    const HOUR: &[&str] = &["uhr", "h", "heures", "horas", "uur", "ore"];
    /// So many words are looked at.
    const WORDS: usize = 40;
    let words = |line| -> Vec<&str> {
        str::split(line, [' ', ',', '(', ')', '[', ']', '/'])
            .filter(|word| !word.is_empty())
            .take(WORDS)
            .collect()
    };
    let lower = line.to_lowercase();
    let (written, words) = (words(line), words(&lower));
    let behind = |nth: usize| Whose::behind(written.get(nth..)?);
    let mut of_place = None;
    for (nth, word) in words.iter().enumerate() {
        let next = words.get(nth + 1).copied().unwrap_or("");
        let half = |word: &str| match word.replace('.', "").as_str() {
            "am" => Some(0),
            "pm" => Some(12),
            _ => None,
        };
        let named = match *word {
            "noon" | "12noon" => Time::new(12, 0, 0, 0).ok().map(Clock::At),
            "midnight" => Some(Clock::Midnight),
            _ => None,
        };
        if let Some(clock) = named {
            // `12 noon`; a day without a zone tells nothing.
            match behind(nth + 1) {
                Some(whose) => return Some((clock, whose)),
                None => continue,
            }
        }
        // `0900gmt`, `18h`, `9am`
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
        let ending = &word[digits.len()..];
        let glued = half(ending);
        let half = glued.or_else(|| half(next));
        // `03.04.` is a day.
        let day = ending.starts_with('.') && digits.contains('.');
        let led = nth > 0 && AT.contains(&words[nth - 1]);
        // `18 h 00`
        let minutes = words.get(nth + 2).filter(|minutes| {
            next == "h" && minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit())
        });
        let pair = digits
            .split_once([':', '.', 'h'])
            .filter(|(_, minute)| minute.len() == 2 && !day)
            .or_else(|| match digits.len() {
                1 | 2 if minutes.is_some() => Some((digits, *minutes?)),
                1 | 2 if ending == "h" || led || HOUR.contains(&next) => Some((digits, "0")),
                4 if half.is_none() => digits.split_at_checked(2),
                1 | 2 if half.is_some() => Some((digits, "0")),
                _ => None,
            });
        let Some((hour, minute)) = pair else { continue };
        // Four digits are a clock only if no year could be meant.
        if digits.len() == 4
            && !digits.contains([':', '.', 'h'])
            && ending.is_empty()
            && !is_clock_context(next)
            && behind(nth + 1).is_none()
        {
            continue;
        }
        let (Ok(hour), Ok(minute)) = (hour.parse::<i8>(), minute.parse::<i8>()) else { continue };
        let hour = match half {
            Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
            Some(_) => continue,
            None => hour,
        };
        let more = usize::from(half.is_some() && glued.is_none()) + minutes.map_or(0, |_| 2);
        let whose = Whose::behind(&[ending]).or_else(|| behind(nth + 1 + more));
        let clock = match (hour, minute) {
            (24, 0) if half.is_none() => Some(Clock::Midnight),
            _ => Time::new(hour, minute, 0, 0).ok().map(Clock::At),
        };
        if let (Some(clock), Some(whose)) = (clock, whose) {
            // `9 a.m. ET / 1400 GMT`: the same, and nothing to reckon.
            match whose {
                Whose::Fixed(_) => return Some((clock, whose)),
                Whose::Place(_) => of_place = of_place.or(Some((clock, whose))),
            }
        }
    }
    of_place
}

fn is_clock_context(next: &str) -> bool {
    let name = next.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    next == "hours"
        || next == "hrs"
        || ZONES.iter().any(|(zone, _)| zone.eq_ignore_ascii_case(name))
        || zone(&[next]).is_some()
}
