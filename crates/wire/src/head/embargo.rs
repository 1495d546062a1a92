//! Embargoes in words: `EMBARGOED UNTIL 0900 GMT, JAN 5, 2024`.

use article::When;
use jiff::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use crate::dateline::WrittenDate;
use crate::dateline::date::weekday_named;
use crate::when::ZONES;

/// The moment at which an embargo ends, if the line states time, zone and date.
pub(super) fn end_in(line: &str, sent: Option<Date>) -> Option<When> {
    if let Some(moment) = line.split_whitespace().find_map(|word| {
        let word = word.trim_matches([',', '.', ')', '(']);
        word.parse::<When>().ok().filter(|when| matches!(when, When::Moment { .. }))
    }) {
        return Some(moment);
    }
    let offset = zone(line)?;
    let clock = clock(line)?;
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
    let date = date.or_else(weekday)?;
    Some(When::Moment { clock: DateTime::from_parts(date, clock), offset })
}

/// An embargo lies ahead: of the dates without a year, the one nearest to the sending.
fn coming(sent: Date, month: i8, day: i8) -> Option<Date> {
    let years = [sent.year(), sent.year().checked_add(1)?, sent.year() - 1];
    let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    dates.min_by_key(|date| crate::dateline::date::days_between(sent, *date).abs())
}

fn zone(line: &str) -> Option<Offset> {
    let words = line.split(|c: char| !(c.is_alphanumeric() || matches!(c, '+' | ':' | '-')));
    words
        .filter_map(|word| ZONES.iter().find(|(name, _)| *name == word))
        .find_map(|(_, minutes)| Offset::from_seconds(minutes * 60).ok())
}

/// `0900`, `09:00`, `18h00`, `18h`, `12noon`, `12:01 a.m.`, `9 am`
fn clock(line: &str) -> Option<Time> {
    let lower = line.to_lowercase();
    let words: Vec<&str> =
        lower.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).take(40).collect();
    for (nth, word) in words.iter().enumerate() {
        let next = words.get(nth + 1).copied().unwrap_or("");
        let half = |word: &str| match word.replace('.', "").as_str() {
            "am" => Some(0),
            "pm" => Some(12),
            _ => None,
        };
        match *word {
            "noon" | "12noon" => return Time::new(12, 0, 0, 0).ok(),
            "midnight" if next != "on" => return Time::new(0, 0, 0, 0).ok(),
            _ => {}
        }
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
        let glued = half(&word[digits.len()..]);
        let half = glued.or_else(|| half(next));
        let pair = digits.split_once([':', '.', 'h']).or_else(|| match digits.len() {
            1 | 2 if &word[digits.len()..] == "h" => Some((digits, "0")),
            4 if half.is_none() => digits.split_at_checked(2),
            1 | 2 if half.is_some() => Some((digits, "0")),
            _ => None,
        });
        let Some((hour, minute)) = pair else { continue };
        // Four digits are a clock only if no year could be meant.
        if digits.len() == 4 && !digits.contains([':', '.']) && !is_clock_context(next) {
            continue;
        }
        let (Ok(hour), Ok(minute)) = (hour.parse::<i8>(), minute.parse::<i8>()) else { continue };
        let hour = match half {
            Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
            Some(_) => continue,
            None => hour,
        };
        if let Ok(time) = Time::new(hour, minute, 0, 0) {
            return Some(time);
        }
    }
    None
}

fn is_clock_context(next: &str) -> bool {
    next == "hours" || next == "hrs" || ZONES.iter().any(|(name, _)| name.eq_ignore_ascii_case(next))
}
