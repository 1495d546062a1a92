//! An embargo above a story that goes on in the next line: `EMBARGOED UNTIL 0700 GMT` / `MARCH 4, 2026`, `This story must not be` /
//! `published before …`. Its lines are heard as one, and none of them is a headline, a date of the page or a dateline.

use super::held::{self, Place};
use super::{DATED_LINES, Line, embargo};

/// How a line goes with an embargo that was wrapped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Wrap {
    #[default]
    Not,
    Begins,
    GoesOn,
}

/// Lines that are wrapped are no longer, in bytes.
const WIDTH: usize = 120;

/// Marks such lines.
pub(super) fn mark(lines: &mut [Line<'_>]) {
    /// One that is wrapped has no more of them.
    const MOST: usize = 3;
    /// Among so many lines one may stand right below another.
    const NEAR: usize = 4;
    for nth in 0..lines.len().min(DATED_LINES) {
        let line = lines[nth];
        // In the middle of a paragraph none begins.
        let above = line.fresh || nth < NEAR;
        // `The data below are embargoed until` / `1400 GMT on March 4`
        let begins = may_begin(line.words)
            || nth < NEAR && held::names_embargo(line.words) && held::leads_to_time(line.words);
        if line.wrap != Wrap::Not || !above || !begins || !held::speaks_of_embargo(line.words) {
            continue;
        }
        let mut joined = line.words.to_owned();
        let mut count = 1;
        while count < MOST
            && let Some(below) = lines.get(nth + count)
            && goes_on(&joined, *below)
        {
            joined.push(' ');
            joined.push_str(below.words);
            count += 1;
        }
        let heard = (count > 1).then(|| held::hear(&joined, Place::Head).embargo).flatten();
        // `FOR IMMEDIATE RELEASE` / `Tuesday, March 3, 2026`: the day of the page.
        if heard.is_some_and(|from| joined.get(from..).is_some_and(|told| held::tells_issue(told).is_none()))
        {
            lines[nth].wrap = Wrap::Begins;
            lines[nth + 1..nth + count].iter_mut().for_each(|line| line.wrap = Wrap::GoesOn);
        }
    }
}

/// The words of an embargo that begins in a line.
pub(super) fn words(lines: &[Line<'_>], nth: usize) -> String {
    let more = lines[nth + 1..].iter().take_while(|line| line.wrap == Wrap::GoesOn);
    more.fold(lines[nth].words.to_owned(), |words, line| words + " " + line.words)
}

fn may_begin(line: &str) -> bool {
    line.len() <= WIDTH && held::may_lead(line)
}

/// Whether a line goes on with the embargo above it: in the middle of its sentence, or with what this wants of its time.
fn goes_on(above: &str, below: Line<'_>) -> bool {
    if below.words.len() > WIDTH || below.fresh && !held::leads_to_time(above) {
        return false;
    }
    let small = below.words.starts_with(char::is_lowercase);
    if small && !below.fresh && !above.ends_with(['.', '!', '?', ')', ']', '=', '+']) {
        return true;
    }
    if !held::is_time_of(below.words) {
        return false;
    }
    let wants_day = !embargo::names_day(above) && embargo::names_day(below.words);
    let wants_clock = !embargo::has_clock(above) && !embargo::names_day(below.words);
    above.ends_with(',') || wants_day || wants_clock || held::leads_to_time(above)
}
