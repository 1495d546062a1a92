//! Times as the XML formats write them: ISO 8601, basic (`20250206T113500+1100`) or extended.

use article::When;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

/// A time, and whether all of it could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Timestamp {
    pub when: When,
    /// A clock time without a zone, or with one that is none: only the date is kept.
    pub zoneless: bool,
}

/// Reads a time; none if not even the date can be read.
pub(crate) fn read(words: &str) -> Option<Timestamp> {
    let words = words.trim();
    if let Ok(when) = words.parse() {
        /// No clock is further from Greenwich, in seconds.
        const FURTHEST: i32 = 15 * 3600;
        return Some(match when {
            When::Moment { clock, offset } if offset.seconds().abs() > FURTHEST => {
                Timestamp { when: When::Date(clock.date()), zoneless: true }
            }
            when => Timestamp { when, zoneless: false },
        });
    }
    let (date, rest) = date(words)?;
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    if rest.is_empty() {
        return Some(Timestamp { when: When::Date(date), zoneless: false });
    }
    let zone = rest.find(['Z', 'z', '+', '-', '−', ' ']).unwrap_or(rest.len());
    let when = clock(date, &rest[..zone]).zip(offset(rest[zone..].trim()));
    let when = when.map(|(clock, offset)| When::Moment { clock, offset });
    Some(Timestamp { when: when.unwrap_or(When::Date(date)), zoneless: when.is_none() })
}

/// Day and clock as they are written, whatever the zone and whether there is one.
pub(crate) fn clock_of(words: &str) -> Option<DateTime> {
    let (date, rest) = date(words.trim())?;
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    let zone = rest.find(['Z', 'z', '+', '-', '−', ' ']).unwrap_or(rest.len());
    clock(date, &rest[..zone])
}

/// `20250206` or `2025-02-06`, and what follows.
fn date(words: &str) -> Option<(Date, &str)> {
    let extended = words.split_at_checked(10).and_then(|(date, rest)| Some((date.parse().ok()?, rest)));
    if extended.is_some() {
        return extended;
    }
    let (digits, rest) = words.split_at_checked(8).filter(|(digits, _)| all_digits(digits))?;
    let date =
        Date::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?).ok()?;
    Some((date, rest))
}

/// `113500`, `1135`, `11:35`, `11:35:00.250`, of a day; `24:00:00` is its end, and that the next begins.
fn clock(date: Date, words: &str) -> Option<DateTime> {
    let whole = words.split(['.', ',']).next()?;
    let digits: String = whole.chars().filter(|c| *c != ':').collect();
    if !all_digits(&digits) || !matches!(digits.len(), 4 | 6) {
        return None;
    }
    let seconds = digits.get(4..6).map_or(Ok(0), str::parse).ok()?;
    if digits.starts_with("2400") && seconds == 0 {
        return Some(DateTime::from_parts(date.tomorrow().ok()?, Time::midnight()));
    }
    let time = Time::new(digits[..2].parse().ok()?, digits[2..4].parse().ok()?, seconds, 0).ok()?;
    Some(DateTime::from_parts(date, time))
}

/// `Z`, `+1100`, `-04:00`, `+05`
fn offset(words: &str) -> Option<Offset> {
    if words.eq_ignore_ascii_case("z") {
        return Some(Offset::UTC);
    }
    let (sign, rest) = match words.chars().next()? {
        '+' => (1, &words[1..]),
        '-' => (-1, &words[1..]),
        _ => return None,
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    if !all_digits(&digits) || !matches!(digits.len(), 2 | 4) {
        return None;
    }
    let hours: i32 = digits[..2].parse().ok()?;
    let minutes: i32 = digits.get(2..).filter(|rest| !rest.is_empty()).map_or(Ok(0), str::parse).ok()?;
    (hours <= 14 && minutes < 60)
        .then(|| Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok())
        .flatten()
}

fn all_digits(words: &str) -> bool {
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
}
