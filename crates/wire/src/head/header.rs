//! The line that crawlers put before a page: ` date 2023-08-30 Foreign enterprises explore …`.

use jiff::civil::Date;

/// What the crawler says, and where the page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub date: HeaderDate,
    /// Bytes up to what follows the date.
    pub rest: usize,
}

/// As precise as the crawler was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeaderDate {
    Day(Date),
    /// A month or a year, as its first and last day.
    Within(Date, Date),
}

impl HeaderDate {
    pub(super) fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Within(..) => None,
        }
    }

    /// The last day that it can be: what dates without a year are counted from.
    pub(super) fn latest(self) -> Date {
        match self {
            Self::Day(day) | Self::Within(_, day) => day,
        }
    }
}

/// The header at the start of a text.
pub(super) fn at_start(text: &str) -> Option<Header> {
    let start = text.len() - text.trim_start().len();
    let written = text[start..].strip_prefix("date ")?;
    let length = written.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(written.len());
    let date = date(&written[..length])?;
    let after = &written[length..];
    let gap = after.len() - after.trim_start_matches([' ', '\t']).len();
    let rest = start + "date ".len() + length + gap;
    (gap > 0 || after.is_empty() || after.starts_with(['\n', '\r'])).then_some(Header { date, rest })
}

fn date(written: &str) -> Option<HeaderDate> {
    match written.len() {
        10 => written.parse().ok().map(HeaderDate::Day),
        7 => {
            let first: Date = format!("{written}-01").parse().ok()?;
            Some(HeaderDate::Within(first, first.last_of_month()))
        }
        4 => {
            let first: Date = format!("{written}-01-01").parse().ok()?;
            Some(HeaderDate::Within(first, first.last_of_year()))
        }
        _ => None,
    }
}
