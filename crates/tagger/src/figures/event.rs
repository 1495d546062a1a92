//! When a fair was held: `the five-day event`, which `closed on Sunday`. What was signed there has its days. And on which day
//! something was bought: `GASC said on Wednesday it had bought V`, or is asked for: `will tender on April 29 for V`.

use std::ops::Range;

use article::{FigureKind, Indicator, Period, Status};
use jiff::civil::{Date, Weekday};

use super::draft::Draft;
use super::lexicon::{sign, word};
use super::period::month;
use crate::text::{Story, TokenKind};

const EVENTS: &[&str] = &[
    "event",
    "fair",
    "expo",
    "exhibition",
    "exposition",
    "show",
    "forum",
    "conference",
    "convention",
    "summit",
    "airshow",
];

const OPENS: &[&str] = &["opened", "began", "started", "kicked"];
const CLOSES: &[&str] = &["closed", "concluded", "ended", "wrapped", "finished"];

/// A verb and its weekday may stand so far apart, in tokens: `concluded here on Saturday`.
const REACH: usize = 6;

/// In tokens; keeps the time linear in any text.
const LONGEST_SENTENCE: usize = 200;

/// A longer fair is a season.
const LONGEST: i64 = 31;

/// Gives the contracts of a story about a fair its days, where the story says no others.
pub(super) fn date(story: &Story<'_>, today: Option<Date>, drafts: &mut [Draft]) {
    let mut signed = drafts.iter_mut().filter(|draft| {
        draft.topic.indicator == Indicator::Deals
            && draft.period.is_none()
            && draft.status == Status::Reported
    });
    let Some(first) = signed.next() else { return };
    let Some(days) = days(story, today) else { return };
    for draft in std::iter::once(first).chain(signed) {
        (draft.period, draft.period_stated) = (Some(days), false);
    }
}

/// Gives what was bought or signed the weekday that its sentence names, and the same buyer's lots at the top of the story that of the
/// first.
pub(super) fn bought_on(story: &Story<'_>, today: Option<Date>, drafts: &mut [Draft]) {
    /// The headline, the points under it, the lead and the break-down.
    const TOP: usize = 8;
    let Some(today) = today else { return };
    tendered_on(story, today, drafts);
    let undated = |draft: &Draft| {
        draft.topic.indicator == Indicator::Deals
            && draft.kind == FigureKind::Level
            && draft.period.is_none()
            && draft.status == Status::Reported
    };
    if !drafts.iter().any(undated) {
        return;
    }
    let paragraph = |draft: &Draft| story.sentences.get(draft.sentence).map(|sentence| sentence.paragraph);
    let mut first = None;
    for draft in drafts.iter_mut().filter(|draft| undated(draft)) {
        let Some(sentence) = story.sentences.get(draft.sentence) else { continue };
        let tokens = sentence.tokens.clone().take(LONGEST_SENTENCE);
        // `in an overnight tender`: of two days
        let overnight = tokens.clone().any(|token| {
            word(story, token) == Some("overnight") && word(story, token + 1).is_some_and(is_tender)
        });
        let mut named = tokens.filter_map(|token| {
            let text = word(story, token)?;
            let night = text == "night" && token > 0 && word(story, token - 1) == Some("last");
            if night { later(today, -1) } else { day_of(text, today) }
        });
        let night = || Some(Period { first: later(today, -1)?, last: today });
        let day = match (named.next(), named.next()) {
            (Some(day), None) => Period { first: day, last: day },
            (None, _) if overnight && let Some(night) = night() => night,
            _ => continue,
        };
        (draft.period, draft.period_stated) = (Some(day), true);
        if paragraph(draft).is_some_and(|paragraph| paragraph < TOP) {
            first = first.or_else(|| Some((draft.topic.reporter.clone(), day)));
        }
    }
    let Some((buyer, day)) = first else { return };
    for draft in drafts.iter_mut().filter(|draft| undated(draft) && draft.topic.reporter == buyer) {
        if paragraph(draft).is_some_and(|paragraph| paragraph < TOP) {
            (draft.period, draft.period_stated) = (Some(day), false);
        }
    }
}

/// Gives what is to be tendered for the day of the tender, where its sentence names one, and so the same buyer's in the headline.
///
/// Not: when the goods are to be shipped.
fn tendered_on(story: &Story<'_>, today: Date, drafts: &mut [Draft]) {
    /// Headline and lead.
    const TOP: usize = 3;
    let asked = |draft: &Draft| draft.rule == "deals/tender" && draft.status == Status::Target;
    let mut first = None;
    for draft in drafts.iter_mut().filter(|draft| asked(draft)) {
        let Some(sentence) = story.sentences.get(draft.sentence) else { continue };
        let mut tokens = sentence.tokens.clone().take(LONGEST_SENTENCE);
        let Some(day) = tokens.find_map(|at| day_named(story, at, today)) else { continue };
        draft.date(Some(Period { first: day, last: day }));
        first = first.or(Some((draft.value, day)));
    }
    let open = |draft: &Draft| {
        let said_again = first.is_some_and(|(value, _)| value == draft.value);
        asked(draft) && draft.bytes.start < story.headline.end && (draft.period.is_none() || said_again)
    };
    if !drafts.iter().any(open) {
        return;
    }
    let lead = || {
        let mut top = story.sentences.iter().take(TOP).map(|sentence| sentence.tokens.clone());
        let tender = |tokens: &Range<usize>| tokens.clone().any(|at| word(story, at).is_some_and(is_tender));
        top.find_map(|tokens| {
            tokens.clone().find_map(|at| day_named(story, at, today)).filter(|_| tender(&tokens))
        })
    };
    let Some(day) = first.map(|(_, day)| day).or_else(lead) else { return };
    for draft in drafts.iter_mut().filter(|draft| open(draft)) {
        (draft.period, draft.period_stated) = (Some(Period { first: day, last: day }), false);
    }
}

/// `on April 29`, `Monday, April 6`: of the year in which that is nearest.
fn day_named(story: &Story<'_>, at: usize, today: Date) -> Option<Date> {
    let before = at.checked_sub(1)?;
    let after_weekday = sign(story, before) == Some(",")
        && before.checked_sub(1).and_then(|at| word(story, at)).and_then(weekday).is_some();
    let on = word(story, before).is_some_and(|word| word == "on" || is_tender(word));
    (on || after_weekday).then_some(())?;
    let month = month(word(story, at)?)?;
    let token = story.tokens.get(at + 1).filter(|token| token.kind == TokenKind::Digits)?;
    let day: i8 = token.text.parse().ok()?;
    (-1..=1)
        .filter_map(|years| Date::new(today.year().checked_add(years)?, month, day).ok())
        .min_by_key(|day| day.until(today).map_or(i32::MAX, |span| span.get_days().abs()))
}

fn is_tender(word: &str) -> bool {
    matches!(word, "tender" | "tenders" | "TENDER")
}

/// The days of the fair that a story is about, by its length and the weekday on which it opened or closed before publication.
fn days(story: &Story<'_>, today: Option<Date>) -> Option<Period> {
    let today = today?;
    let length = (0..story.tokens.len()).find_map(|at| length(story, at))?;
    let held = (0..story.tokens.len()).find_map(|at| {
        let opens = is(story, at, OPENS);
        if !opens && !is(story, at, CLOSES) {
            return None;
        }
        let day = (at + 1..at + REACH).find_map(|at| weekday(word(story, at)?))?;
        Some((opens, last(day, today)?))
    })?;
    let (opens, day) = held;
    Some(if opens {
        Period { first: day, last: later(day, length - 1)? }
    } else {
        Period { first: later(day, 1 - length)?, last: day }
    })
}

/// `five-day event`, `the 6-day fair`
fn length(story: &Story<'_>, at: usize) -> Option<i64> {
    if sign(story, at + 1) != Some("-") || word(story, at + 2) != Some("day") {
        return None;
    }
    let token = story.tokens.get(at)?;
    let days = match token.kind {
        TokenKind::Digits => token.text.parse().ok()?,
        TokenKind::Word => number(token.text)?,
        TokenKind::Sign => return None,
    };
    let event = (at + 3..at + 6).any(|at| is(story, at, EVENTS));
    (event && (1..=LONGEST).contains(&days)).then_some(days)
}

fn number(text: &str) -> Option<i64> {
    const WORDS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let at = WORDS.iter().position(|known| text.eq_ignore_ascii_case(known))?;
    Some(i64::try_from(at).ok()? + 2)
}

fn is(story: &Story<'_>, at: usize, words: &[&str]) -> bool {
    word(story, at).is_some_and(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

pub(super) fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "Monday" => Weekday::Monday,
        "Tuesday" => Weekday::Tuesday,
        "Wednesday" => Weekday::Wednesday,
        "Thursday" => Weekday::Thursday,
        "Friday" => Weekday::Friday,
        "Saturday" => Weekday::Saturday,
        "Sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// The day that a word calls: `today`, `yesterday`, the last such weekday.
pub(super) fn day_of(text: &str, today: Date) -> Option<Date> {
    match text {
        "today" => Some(today),
        "yesterday" => later(today, -1),
        _ => last(weekday(text)?, today),
    }
}

/// The last such day up to that of publication.
fn last(day: Weekday, today: Date) -> Option<Date> {
    let back = i64::from(today.weekday().to_monday_zero_offset()) - i64::from(day.to_monday_zero_offset());
    later(today, -back.rem_euclid(7))
}

fn later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
