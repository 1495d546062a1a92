//! The year of a dateline that has none, from what the story says: the years that it names, and the weekday.

use jiff::civil::{Date, Weekday};

use crate::dateline::date::{run, weekday_named};

/// The weekday on which something was said stands near the beginning, in bytes …
const NEAR: usize = 700;
/// … and years anywhere in so much of the story.
const REACH: usize = 6000;

/// The day that a month and a day mean in a story: the year is one next to the last that the story names, and its weekday
/// is the one on which the story says that something was said. None if no year, or more than one, fits.
pub(super) fn told(body: &str, month: i8, day: i8) -> Option<Date> {
    /// A last year so far from the one before it may be a goal, and the one before it the present.
    const GAP: i16 = 3;
    let weekday = first_weekday(cut(body, NEAR))?;
    let years = years(cut(body, REACH));
    let (last, rest) = years.split_last()?;
    let before = rest.last().filter(|before| *last - **before >= GAP);
    let mut near: Vec<i16> =
        [Some(last), before].into_iter().flatten().flat_map(|year| year - 1..=year + 1).collect();
    near.sort_unstable();
    near.dedup();
    let dates = near.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    let mut fitting = dates.filter(|date| date.weekday() == weekday);
    fitting.next().filter(|_| fitting.next().is_none())
}

fn cut(words: &str, reach: usize) -> &str {
    &words[..words.floor_char_boundary(reach)]
}

/// The years that are named, in order, but for those that are said to be far: `by 2030` and `since 2009` tell nothing of
/// when it was written.
fn years(body: &str) -> Vec<i16> {
    /// Words before a year that lies ahead or behind.
    const FAR: &[&str] = &["by", "until", "till", "through", "to", "since", "before", "after"];
    let mut years = Vec::new();
    for from in memchr::memchr2_iter(b'1', b'2', body.as_bytes()) {
        let at = from + run(&body[from..], |c| c.is_ascii_digit());
        if at - from != 4 {
            continue;
        }
        let (before, after) = (&body[..from], &body[at..]);
        let glued = before
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '$' | '€' | '£' | '¥' | '-'))
            || after.starts_with(|c: char| c.is_alphanumeric() || c == '%')
            || after.starts_with([',', '.']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
        let far = before.strip_suffix(' ').is_some_and(|before| {
            FAR.contains(&before.rsplit([' ', '\n']).next().unwrap_or(before).to_ascii_lowercase().as_str())
        });
        if !glued
            && !far
            && let Some(year) = body[from..at].parse::<i16>().ok().filter(|year| (1970..=2100).contains(year))
        {
            years.push(year);
        }
    }
    years.sort_unstable();
    years.dedup();
    years
}

/// `the bureau said on Thursday`: the first weekday, unless it is said to be another week's.
fn first_weekday(body: &str) -> Option<Weekday> {
    const OTHER: &[&str] =
        &["last", "next", "since", "from", "until", "by", "before", "after", "till", "every"];
    let mut from = 0;
    while let Some(at) = memchr::memmem::find(&body.as_bytes()[from..], b"day").map(|at| from + at) {
        from = at + "day".len();
        let word = body[..from].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let before = body[..from - word.len()].trim_end();
        let previous = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if !body[from..].starts_with(char::is_alphabetic)
            && let Some(day) = weekday_named(word)
            && !OTHER.contains(&previous)
        {
            return Some(day);
        }
    }
    None
}
