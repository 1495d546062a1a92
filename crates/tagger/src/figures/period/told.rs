//! When the story's seasons begin, where it says so: `1987/88 (October/September)`, `the marketing year, which began on Sept. 1`.
//!
//! A season that it defines once is taken for its other seasons too; and so, apart from them, the year of a firm or a government.

use super::fiscal::{FiscalYear, years};
use super::{Time, month};
use crate::figures::lexicon::{sign, word};
use crate::text::{Story, TokenKind};

/// Tokens between a season and the verb that says when it began.
const NEAR: usize = 8;
/// Small words between that verb and the month.
const SMALL: usize = 4;

/// The month in which a season begins, as the story tells it first.
pub(crate) fn season_told(story: &Story<'_>) -> Option<i8> {
    (0..story.tokens.len()).find_map(|at| {
        let next = season(story, at)?;
        in_brackets(story, next)
            .or_else(|| between(story, at.checked_sub(3)?, at))
            .or_else(|| begun(story, next))
            .or_else(|| begun_before(story, at, next))
    })
}

/// The month in which the year of a firm or of a budget begins, as the story tells it first: `the year ending March 31, 1988`.
pub(crate) fn year_told(story: &Story<'_>) -> Option<i8> {
    (0..story.tokens.len()).find_map(|at| {
        (word(story, at)? == "year" && season(story, at).is_none()).then_some(())?;
        begun(story, at + 1)
    })
}

/// The token after `season`, `crop year`, `1986/87`.
fn season(story: &Story<'_>, at: usize) -> Option<usize> {
    if story.tokens.get(at)?.kind == TokenKind::Digits {
        return match years(story, at, story.tokens.len())? {
            (Time::Fiscal(FiscalYear::Span(_)), next) => Some(next),
            _ => None,
        };
    }
    let of_trade = |word: &str| {
        matches!(word, "crop" | "marketing" | "agricultural" | "quota" | "farm")
            || super::crop_in(word).is_some()
    };
    let named = match word(story, at)? {
        "season" | "campaign" | "cycle" => true,
        "year" => at.checked_sub(1).and_then(|before| word(story, before)).is_some_and(of_trade),
        _ => false,
    };
    named.then_some(at + 1)
}

/// `(October/September)`, `(July 2024 - June 2025)`
fn in_brackets(story: &Story<'_>, at: usize) -> Option<i8> {
    (sign(story, at) == Some("(")).then_some(())?;
    between(story, at + 1, at + NEAR)
}

/// The first of two months that are a whole year, and that stand together: `October/September`, `July 2024 - June 2025`.
fn between(story: &Story<'_>, at: usize, until: usize) -> Option<i8> {
    let first = month_at(story, at)?;
    let last = (at + 1..until)
        .take_while(|at| {
            let token = story.tokens.get(*at);
            token.is_some_and(|token| {
                token.kind != TokenKind::Sign || matches!(token.text, "/" | "-" | "–" | ".")
            })
        })
        .find_map(|at| month_at(story, at))?;
    (last % 12 + 1 == first).then_some(first)
}

/// `which began on Sept. 1`, `starting October 1`, `that ended last August`, `runs from October through September`
fn begun(story: &Story<'_>, next: usize) -> Option<i8> {
    let verb = (next..next + NEAR)
        .take_while(|at| sign(story, *at).is_none_or(|sign| sign == ","))
        .find(|at| word(story, *at).is_some_and(|word| begins(word) || ends(word)))?;
    let small = |at: usize| {
        matches!(
            word(story, at),
            Some(
                "on" | "in"
                    | "from"
                    | "last"
                    | "next"
                    | "this"
                    | "early"
                    | "late"
                    | "mid"
                    | "the"
                    | "end"
                    | "of"
            )
        ) || sign(story, at) == Some("-")
    };
    let at = (verb + 1..=verb + SMALL).find(|at| !small(*at))?;
    let month = month_at(story, at)?;
    Some(if word(story, verb).is_some_and(ends) { month % 12 + 1 } else { month })
}

/// `July 1, when the current season started`
fn begun_before(story: &Story<'_>, at: usize, next: usize) -> Option<i8> {
    word(story, next).filter(|word| begins(word))?;
    let when = (at.saturating_sub(SMALL)..at).find(|at| word(story, *at) == Some("when"))?;
    (when.saturating_sub(3)..when).find_map(|at| month_at(story, at))
}

fn begins(word: &str) -> bool {
    matches!(
        word,
        "began"
            | "begins"
            | "beginning"
            | "begin"
            | "started"
            | "starts"
            | "starting"
            | "opened"
            | "opens"
            | "runs"
            | "running"
    )
}

fn ends(word: &str) -> bool {
    matches!(word, "ended" | "ends" | "ending")
}

fn month_at(story: &Story<'_>, at: usize) -> Option<i8> {
    word(story, at).and_then(month)
}
