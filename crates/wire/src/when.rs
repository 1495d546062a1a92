//! Times in whatever form agencies give them: with odd separators, foreign month names, the day before the month.

use article::When;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use crate::dateline::date::month_named;
use crate::timestamp::{self, Timestamp};

/// Zones that mean one thing only, with their minutes east of Greenwich. `ET`, `IST` and `CST` mean several.
pub(crate) const ZONES: &[(&str, i32)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("UT", 0),
    ("Z", 0),
    ("WET", 0),
    ("BST", 60),
    ("WEST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("EST", -300),
    ("EDT", -240),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("JST", 540),
    ("KST", 540),
    ("HKT", 480),
    ("SGT", 480),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
    ("MEZ", 60),
    ("MESZ", 120),
];

/// What a field that should hold a time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// All of it could be read.
    When(When),
    /// A clock time without a zone, or with one that is none: only the date is kept.
    Zoneless(When),
    /// `0001-01-01T00:00:00Z`, `1970-01-01`, `9999-12-31`: what programs write where nothing was said.
    Placeholder,
    Unreadable,
}

impl Told {
    pub(crate) fn when(self) -> Option<When> {
        match self {
            Self::When(when) | Self::Zoneless(when) => Some(when),
            Self::Placeholder | Self::Unreadable => None,
        }
    }
}

/// Nothing on the wires is older than this in its time fields, or younger.
const YEARS: std::ops::RangeInclusive<i16> = 1971..=2100;

/// Reads a time.
pub(crate) fn read(words: &str) -> Told {
    let words = words.trim();
    // A time takes a few dozen characters; whatever is longer is something else.
    if words.len() > 80 {
        return Told::Unreadable;
    }
    let read = timestamp::read(words).filter(|read| !read.zoneless);
    let read = read.or_else(|| since_1970(words)).or_else(|| loose(words));
    match read {
        None => Told::Unreadable,
        Some(Timestamp { when, .. }) if !YEARS.contains(&when.date().year()) => Told::Placeholder,
        Some(Timestamp { when, zoneless: true }) => Told::Zoneless(when),
        Some(Timestamp { when, zoneless: false }) => Told::When(when),
    }
}

/// Seconds or milliseconds since 1970, as programs count.
fn since_1970(words: &str) -> Option<Timestamp> {
    let number: i64 = words.parse().ok().filter(|_| words.bytes().all(|byte| byte.is_ascii_digit()))?;
    let moment = match words.len() {
        10 => jiff::Timestamp::from_second(number),
        13 => jiff::Timestamp::from_millisecond(number),
        _ => return None,
    };
    let clock = Offset::UTC.to_datetime(moment.ok()?);
    let clock = clock.with().subsec_nanosecond(0).build().ok()?;
    Some(Timestamp { when: When::Moment { clock, offset: Offset::UTC }, zoneless: false })
}

/// Which of two times is later, as far as they can be compared.
pub(crate) fn is_later(one: When, other: When) -> bool {
    let moment = |when| match when {
        When::Moment { clock, offset } => offset.to_timestamp(clock).ok(),
        When::Date(_) => None,
    };
    match (moment(one), moment(other)) {
        (Some(one), Some(other)) => one > other,
        _ => one.date() > other.date(),
    }
}

/// A piece of a time: digits, letters, or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Number(&'a str),
    Word(&'a str),
    Mark(char),
}

fn pieces(words: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let kind: fn(char) -> bool =
            if c.is_ascii_digit() { |c| c.is_ascii_digit() } else { char::is_alphabetic };
        let length = rest.find(|c| !kind(c)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(if length == 0 { c.len_utf8() } else { length });
        rest = after;
        if length == 0 {
            pieces.push(Piece::Mark(c));
        } else if c.is_ascii_digit() {
            pieces.push(Piece::Number(piece));
        } else {
            pieces.push(Piece::Word(piece));
        }
    }
    pieces
}

fn loose(words: &str) -> Option<Timestamp> {
    let pieces = pieces(words);
    let (date, after) = date(&pieces)?;
    // `Tue Mar 03 10:15:00 GMT 2026`: the year may stand behind the clock.
    let before = || {
        let colon =
            |window: &[Piece<'_>]| matches!(window, [Piece::Number(_), Piece::Mark(':'), Piece::Number(_)]);
        clock(&pieces, pieces.windows(3).position(colon)?)
    };
    let Some((time, next_day, mut rest)) = clock(&pieces, after).or_else(before) else {
        // Something that looks like a clock and is none: the date stands, and the rest was not understood.
        let more = pieces[after..].iter().any(|piece| matches!(piece, Piece::Number(_)));
        return Some(Timestamp { when: When::Date(date), zoneless: more });
    };
    let date = if next_day { date.tomorrow().ok()? } else { date };
    while matches!(rest.first(), Some(Piece::Mark(c)) if c.is_whitespace() || matches!(c, ',' | '(')) {
        rest = &rest[1..];
    }
    let Some(offset) = zone(rest) else { return Some(Timestamp { when: When::Date(date), zoneless: true }) };
    Some(Timestamp {
        when: When::Moment { clock: DateTime::from_parts(date, time), offset },
        zoneless: false,
    })
}

/// The date, and after which piece it ends.
fn date(pieces: &[Piece<'_>]) -> Option<(Date, usize)> {
    let number = |nth: usize| match pieces.get(nth) {
        Some(Piece::Number(digits)) => digits.parse::<i16>().ok().map(|number| (number, digits.len())),
        _ => None,
    };
    // Numbers of a clock are none of a date.
    let dated = |nth: usize| {
        let colon = |nth: Option<usize>| {
            nth.and_then(|nth| pieces.get(nth)).is_some_and(|piece| *piece == Piece::Mark(':'))
        };
        // `4 mars kl 06.00`: two digits, a full stop, two digits and no more.
        let two = |nth: Option<usize>| matches!(nth.and_then(|nth| pieces.get(nth)), Some(Piece::Number(digits)) if digits.len() == 2);
        let stop = |nth: Option<usize>| nth.and_then(|nth| pieces.get(nth)) == Some(&Piece::Mark('.'));
        let hour = two(Some(nth)) && stop(Some(nth + 1)) && two(Some(nth + 2)) && !stop(Some(nth + 3));
        let minute = two(Some(nth))
            && stop(nth.checked_sub(1))
            && two(nth.checked_sub(2))
            && !stop(nth.checked_sub(3));
        number(nth).filter(|_| !colon(Some(nth + 1)) && !colon(nth.checked_sub(1)) && !hour && !minute)
    };
    let month =
        pieces.iter().position(|piece| matches!(piece, Piece::Word(word) if month_named(word).is_some()));
    if let Some(at) = month {
        let Piece::Word(word) = pieces[at] else { return None };
        let month = month_named(word)?;
        // `30 Aug 2023`, `30-Okt-23`, `Aug 30, 2023`: numbers next to the month, marks and endings between them.
        let before = (0..at).rev().find_map(|nth| dated(nth).map(|(day, digits)| (day, digits, nth)));
        let mut after =
            (at + 1..pieces.len()).filter_map(|nth| dated(nth).map(|(number, digits)| (number, digits, nth)));
        let (day, year, end) = match before {
            Some((year, 4, _)) => {
                let (day, _, end) = after.next()?;
                (day, year, end)
            }
            Some((day, _, _)) => {
                let (year, digits, end) = after.next()?;
                (day, full_year(year, digits)?, end)
            }
            None => {
                let (day, _, _) = after.next()?;
                let (year, digits, end) = after.next()?;
                (day, full_year(year, digits)?, end)
            }
        };
        let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
        return Some((date, end + 1));
    }
    // Three numbers with one mark between each: the year stands first or last.
    let start = pieces.iter().position(|piece| matches!(piece, Piece::Number(_)))?;
    let (first, digits) = number(start)?;
    let (second, _) = number(start + 2)?;
    let (third, last) = number(start + 4)?;
    // A digit that was lost makes another year of it.
    if !matches!(digits, 1 | 2 | 4) || !matches!(last, 1 | 2 | 4) {
        return None;
    }
    let mark = |nth: usize| {
        matches!(
            pieces.get(nth),
            Some(Piece::Mark('.' | '/' | '-' | '_' | ' ') | Piece::Word("年" | "月" | "년" | "월"))
        )
    };
    if !mark(start + 1) || !mark(start + 3) {
        return None;
    }
    let (year, month, day) =
        if digits == 4 { (first, second, third) } else { (full_year(third, last)?, second, first) };
    // `08/30/2023` is the American way; where both could be meant the day stands first.
    let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((date, start + 5))
}

/// Years of two digits: wire copy is younger than 1970.
fn full_year(year: i16, digits: usize) -> Option<i16> {
    match digits {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// `09:15`, `9:15:30.5 pm`, `09h15`: the time, and what follows it.
/// `24:00` is the end of the day, and that the next begins.
fn clock<'p, 'a>(pieces: &'p [Piece<'a>], after: usize) -> Option<(Time, bool, &'p [Piece<'a>])> {
    let all = pieces.get(after..)?;
    let at = all.windows(3).position(|window| {
        matches!(
            window,
            [Piece::Number(_), Piece::Mark(':' | '.') | Piece::Word("h" | "H"), Piece::Number(_)]
        )
    })?;
    // What stands before it is no part of a clock: `18":00:00` is half past nothing.
    let fresh = match (after + at).checked_sub(1).and_then(|before| pieces.get(before)) {
        Some(Piece::Mark(c)) => c.is_whitespace() || matches!(c, ',' | '-' | '(' | '/' | '_' | '|' | '.'),
        _ => true,
    };
    if !fresh {
        return None;
    }
    let number = |nth: usize| match all.get(nth) {
        Some(Piece::Number(digits)) if digits.len() <= 2 => digits.parse::<i8>().ok(),
        _ => None,
    };
    let (mut hour, minute) = (number(at)?, number(at + 2)?);
    let mut end = at + 3;
    let mut second = 0;
    if matches!(all.get(end), Some(Piece::Mark(':' | '.')))
        && let Some(given) = number(end + 1)
    {
        second = given;
        end += 2;
        if matches!(all.get(end), Some(Piece::Mark('.' | ',')))
            && matches!(all.get(end + 1), Some(Piece::Number(_)))
        {
            end += 2;
        }
    }
    let half = all[end..].iter().find(|piece| !matches!(piece, Piece::Mark(' '))).copied();
    if let Some(Piece::Word(half)) = half {
        let add = match half.to_ascii_lowercase().as_str() {
            "am" => Some(0),
            "pm" => Some(12),
            _ => None,
        };
        if let Some(add) = add.filter(|_| (1..=12).contains(&hour)) {
            hour = hour % 12 + add;
            end += all[end..].iter().position(|piece| matches!(piece, Piece::Word(_)))? + 1;
        }
    }
    if (hour, minute, second) == (24, 0, 0) {
        return Some((Time::midnight(), true, &all[end..]));
    }
    Some((Time::new(hour, minute, second, 0).ok()?, false, &all[end..]))
}

/// `Z`, `GMT`, `+0200`, `+02:00`, `UTC+2`
fn zone(pieces: &[Piece<'_>]) -> Option<Offset> {
    match pieces {
        [Piece::Word(name), rest @ ..] => {
            let (_, minutes) = ZONES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
            if matches!(rest, [Piece::Mark('+' | '-'), ..]) {
                return zone(rest);
            }
            Offset::from_seconds(minutes * 60).ok()
        }
        [Piece::Mark(sign @ ('+' | '-' | '−')), Piece::Number(digits), rest @ ..] => {
            let (hours, minutes) = match (digits.len(), rest) {
                (4, _) => (&digits[..2], &digits[2..]),
                (1 | 2, [Piece::Mark(':'), Piece::Number(minutes), ..]) => (*digits, *minutes),
                (1 | 2, _) => (*digits, "0"),
                _ => return None,
            };
            let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
            let seconds = hours * 3600 + minutes * 60;
            (hours <= 14 && minutes < 60)
                .then(|| Offset::from_seconds(if *sign == '+' { seconds } else { -seconds }).ok())
                .flatten()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Told, read};

    #[test]
    fn times_of_every_form() {
        let cases = [
            ("2023-08-30T09:15:00+08:00", "2023-08-30T09:15:00+08:00"),
            ("2023-08-30 09:15:00 Z", "2023-08-30T09:15:00Z"),
            ("Thu, 31 Aug 2023 24:00:00 +0200", "2023-09-01T00:00:00+02:00"),
            ("2023/08/30 09:15 GMT", "2023-08-30T09:15:00Z"),
            ("30.08.2023 09:15", "2023-08-30 zoneless"),
            ("08/30/2023", "2023-08-30"),
            ("Wed, 30 Aug 2023 09:15:00 +0200 (CEST)", "2023-08-30T09:15:00+02:00"),
            ("5. Okt 2023, 21:05 MEZ", "2023-10-05T21:05:00+01:00"),
            ("Dez 24, 2023 9:05 pm UTC", "2023-12-24T21:05:00Z"),
            ("30-nov-23 07h30 UTC", "2023-11-30T07:30:00Z"),
            ("20230830T091500Z", "2023-08-30T09:15:00Z"),
            ("0001-01-01T00:00:00Z", "placeholder"),
            ("1970-01-01", "placeholder"),
            ("Tue Mar 03 10:15:00 GMT 2026", "2026-03-03T10:15:00Z"),
            ("Tue Mar 03 18:00:00 CET 2026", "2026-03-03T18:00:00+01:00"),
            ("2026年3月3日 10:15", "2026-03-03 zoneless"),
            ("1772532900", "2026-03-03T10:15:00Z"),
            ("1772532900000", "2026-03-03T10:15:00Z"),
            ("2026-03-03T10:15:00+25:00", "2026-03-03 zoneless"),
            ("2026-03-03T18\":00:00+01:00", "2026-03-03 zoneless"),
            ("2026-03-03T18,:00:00+01:00", "2026-03-03 zoneless"),
            ("2026-03-03T1&8:00:00+01:00", "2026-03-03 zoneless"),
            ("026-03-03T18:00:00+01:00", "unreadable"),
            ("yesterday", "unreadable"),
            ("", "unreadable"),
            ("1", "unreadable"),
        ];
        for (words, expected) in cases {
            let told = match read(words) {
                Told::When(when) => when.to_string(),
                Told::Zoneless(when) => format!("{when} zoneless"),
                Told::Placeholder => "placeholder".to_owned(),
                Told::Unreadable => "unreadable".to_owned(),
            };
            assert_eq!(told, expected, "{words}");
        }
    }
}
