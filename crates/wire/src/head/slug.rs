//! Slugs in capitals above a headline: `ESPAÑA INFLACIÓN`, `DEL45` / `BIZ-LD RBI`.
//!
//! A headline in capitals may have a line in small letters below it, too: so many words are a slug only where the agency that
//! signs the story writes one above each, or where the number of the item stands before them.

use super::Line;
use super::line::{self, Kind};
use crate::agencies::Agency;

/// Agencies that put a slug in capitals above the headline (general knowledge of how they write).
const WRITERS: &[&str] = &["efe", "pti", "notimex"];

/// What a line above a headline is that is none itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Above {
    /// `DEL45`, `MDS12`: the number of the item.
    Number,
    /// `BIZ-LD RBI`, `ESPAÑA INFLACIÓN`
    Slug,
}

/// What the line is if one in small letters stands below it that is the headline, notes in brackets between them not counted.
/// `above` is the line of the dateline, which `agency` signs.
pub(super) fn is_at(lines: &[Line<'_>], nth: usize, above: usize, agency: Option<&Agency>) -> Option<Above> {
    /// So many lines may stand between.
    const MOST: usize = 3;
    let line = lines.get(nth)?;
    // Nearly no line is in capitals.
    if line.words.as_bytes().get(1).is_none_or(u8::is_ascii_lowercase) || !is_in_capitals(line.words) {
        return None;
    }
    let numbered = is_number(line.words) || nth > 0 && is_number(lines[nth - 1].words);
    if !numbered && agency.is_none_or(|agency| !WRITERS.contains(&agency.code)) {
        return None;
    }
    let below = lines.get(nth + 1..above.min(lines.len()))?;
    for (at, next) in below.iter().take(MOST).enumerate() {
        if next.fresh {
            return None;
        }
        if is_in_capitals(next.words)
            || super::is_in_brackets(next.words)
            || line::kind(next.words, false) == Kind::Note
        {
            continue;
        }
        // `DEL45` above a headline of its own tells nothing: `COP30`, `MH17`.
        let plain =
            next.words.contains(char::is_lowercase) && line::kind(next.words, false) == Kind::Headline;
        return match (plain, is_number(line.words)) {
            (true, true) if at > 0 || agency.is_some_and(|agency| WRITERS.contains(&agency.code)) => {
                Some(Above::Number)
            }
            (true, false) => Some(Above::Slug),
            _ => None,
        };
    }
    None
}

/// A few words without a small letter and without what closes a sentence.
fn is_in_capitals(line: &str) -> bool {
    /// In bytes, and in words.
    const LONGEST: usize = 45;
    const WORDS: usize = 4;
    line.len() <= LONGEST
        && line.split(' ').nth(WORDS).is_none()
        && line.chars().any(char::is_uppercase)
        && line.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, ' ' | '-' | '/' | '.'))
        && !line.ends_with('.')
}

/// `DEL45`, `MDS12`: the desk in letters and a number.
fn is_number(line: &str) -> bool {
    let letters = line.trim_end_matches(|c: char| c.is_ascii_digit());
    (2..=4).contains(&letters.len())
        && (1..=3).contains(&(line.len() - letters.len()))
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}
