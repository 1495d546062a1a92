//! Where in the copy a line stands that may hold the story back: above the story, between its paragraphs, below it.

use super::held::{self, Heard, Place};
use crate::agencies::Agency;

/// As what a line is heard. `body` is where the words of the body begin; nothing is heard of the rest of a sentence.
pub(super) fn of_line(text: &str, body: usize, start: usize, line: &str) -> Option<Place> {
    let words = text.floor_char_boundary(body);
    let body = text[..words].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let (before, after) = (&text[..start], &text[start + line.len()..]);
    if is_entry(before, line, after) {
        return Some(Place::Inside);
    }
    if start <= body {
        return Some(Place::Head);
    }
    if !has_prose(&before[body..]) && !leads_to_list(&text[body..], words - body) {
        return Some(Place::Head);
    }
    if is_within(before, line, after)
        || is_told_above(before)
        || is_told_below(&text[..start + line.len()], line, after)
    {
        return None;
    }
    // `Editors: The item sent at 1000 GMT has been cancelled.`: who is spoken to is no reader.
    if super::line::is_labelled_note(line) {
        return Some(Place::Line);
    }
    if is_answer(before, line) {
        return None;
    }
    let inside = has_prose(after) || is_item(before, line, after);
    Some(if inside { Place::Inside } else { Place::Line })
}

/// Whether any of the lines is one of a story.
fn has_prose(lines: &str) -> bool {
    /// No story has more sentences that hold it back; to hear each of thousands takes its time.
    const MOST: usize = 16;
    lines.split(['\n', '\r']).filter(|line| reads_like_prose(line)).take(MOST).any(holds_nothing)
}

/// Whether a line is one of a story: a sentence, or a line of one that is full.
fn is_prose(line: &str) -> bool {
    reads_like_prose(line) && holds_nothing(line)
}

fn reads_like_prose(line: &str) -> bool {
    /// No heading and no signature has so many bytes and goes on.
    const FULL: usize = 50;
    let line = line.trim();
    (line.len() >= FULL || line.ends_with(['.', '!', '?', '"', '”', '»', '。']))
        && line.split(' ').nth(3).is_some()
        && line.contains(char::is_lowercase)
}

fn holds_nothing(line: &str) -> bool {
    held::hear(line.trim(), Place::Line) == Heard::default()
}

/// `NEW YORK (AP) _ These are the figures of Tuesday:` tells a story, though it is no whole sentence: it has a dateline before it.
fn leads_to_list(body: &str, words: usize) -> bool {
    let line = body.split(['\n', '\r']).next().unwrap_or("");
    let words = line.get(words..).unwrap_or("").trim();
    words.len() < line.len()
        && words.ends_with(':')
        && words.contains(char::is_lowercase)
        && words.split(' ').nth(2).is_some()
}

/// Whether a line is an entry of a diary: `0900 GMT - LONDON: Bank speaks (embargoed to 0930)`, with others like it.
fn is_entry(before: &str, line: &str, after: &str) -> bool {
    let above = before.trim_end().rsplit(['\n', '\r']).next();
    let below = after.trim_start().split(['\n', '\r']).next();
    // `0930 GMT - UK, GDP`: an entry beside one may be all in capitals.
    let like = |line: &str| begins_with_clock(line) || line.contains(" - ") && has_clock(line);
    begins_with_clock(line) && [above, below].into_iter().flatten().any(like)
}

/// `0900 GMT - LONDON: Bank speaks`, `09.00 Wiesbaden: Export`, and no time alone.
fn begins_with_clock(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '-', '•', ' ', '\t']);
    has_clock(line) && line.split_once(' ').is_some_and(|(_, words)| words.contains(char::is_lowercase))
}

fn has_clock(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '-', '•', ' ', '\t']);
    let clock = line.split(' ').next().unwrap_or(line);
    let digits = clock.bytes().filter(u8::is_ascii_digit).count();
    (3..=4).contains(&digits)
        && clock.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'h'))
}

/// Whether a line stands in the middle of a sentence: it goes on with the line above, or the one above ends in the middle and so
/// does this one.
fn is_within(before: &str, line: &str, after: &str) -> bool {
    let below = below(after);
    goes_on(before, line)
        || below.starts_with(char::is_lowercase) && is_open(above(before)) && !line.ends_with(['.', '!', '?'])
}

/// The line right above, without a blank one between.
fn above(before: &str) -> &str {
    let above = before.trim_end_matches([' ', '\t']);
    let above = above.strip_suffix('\n').unwrap_or(above);
    let above = above.strip_suffix('\r').unwrap_or(above);
    above[above.rfind(['\n', '\r']).map_or(0, |at| at + 1)..].trim()
}

/// The line right below.
fn below(after: &str) -> &str {
    let below = after.strip_prefix('\r').unwrap_or(after);
    let below = below.strip_prefix('\n').unwrap_or(below);
    below.split(['\n', '\r']).next().unwrap_or("").trim()
}

/// Whether a line is nearly full and its sentence is not over.
fn is_open(line: &str) -> bool {
    const FULL: usize = 40;
    line.len() >= FULL && !line.ends_with(['.', '!', '?', ':', ')', ']', '"', '”', '»', '=', '+', '*', '<'])
}

/// Whether a line goes on with the sentence of the line right above it, which is nearly full.
fn goes_on(before: &str, line: &str) -> bool {
    line.starts_with(char::is_lowercase) && is_open(above(before))
}

/// Whether the line before leads to what somebody says: `The agency told its clients:`
fn is_told_above(before: &str) -> bool {
    let above = before.trim_end().rsplit(['\n', '\r']).next().unwrap_or("");
    above.ends_with(':') && is_prose(&format!("{above}.")) && held::leads_to_words(above)
}

/// `HOLD` below `Our rating for the bonds:`: a word or two that answer what the line above asks, and no editor is spoken to there.
fn is_answer(before: &str, line: &str) -> bool {
    let above = before.trim_end().rsplit(['\n', '\r']).next().unwrap_or("");
    is_word(line) && above.ends_with(':') && is_prose(&format!("{above}.")) && !held::speaks_of_story(above)
}

/// Whether the next line, on which the sentence goes on, says who says it.
fn is_told_below(until: &str, line: &str, after: &str) -> bool {
    let below = below(after);
    goes_on(until, below) && held::is_told(&format!("{line} {below}"))
}

/// Whether a line is one of several of its kind: `BUY`, `HOLD`, `SELL`.
fn is_item(before: &str, line: &str, after: &str) -> bool {
    let above = before.trim_end().rsplit(['\n', '\r']).next();
    let below = after.trim_start().split(['\n', '\r']).next();
    is_word(line)
        && ([above, below].into_iter().flatten().any(is_like)
            || is_rating(before, after)
            || heads(line, after))
}

/// `Norrholm` / `HOLD` / `Acme` / `BUY`: a list of names, each with a word below it.
fn is_rating(before: &str, after: &str) -> bool {
    let mut above = before.trim_end().rsplit(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let mut below = after.trim_start().split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let name =
        |line: Option<&str>| line.is_some_and(|line| is_word(line) && line.contains(char::is_lowercase));
    name(above.next())
        && (name(below.next()) && below.next().is_some_and(is_like) || above.next().is_some_and(is_like))
}

/// A subheading: below it, apart, stands a sentence however short, and nothing that is told to editors.
fn heads(line: &str, after: &str) -> bool {
    let apart = after.starts_with("\n\n") || after.starts_with("\r\n\r\n");
    let below = after.trim_start().split(['\n', '\r']).next().unwrap_or("").trim();
    apart
        && line.trim().split(' ').count() == 1
        && below.ends_with('.')
        && below.contains(' ')
        && below.contains(char::is_lowercase)
        && !held::speaks_of_story(below)
        && holds_nothing(below)
}

/// A word or two, and nothing else.
fn is_word(line: &str) -> bool {
    const LONGEST: usize = 24;
    let line = line.trim();
    (3..=LONGEST).contains(&line.len())
        && line.split(' ').nth(2).is_none()
        && line.chars().all(|c| c.is_alphabetic() || c == ' ')
}

/// Such a line in capitals, and no mark of an end, no signature, and nothing that holds a story back itself.
fn is_like(line: &str) -> bool {
    const ENDS: &[&str] = &["end", "ends", "enditem", "ende", "fin", "fine", "nnnn", "reuter"];
    let line = line.trim();
    let lower = line.to_lowercase();
    is_word(line)
        && !line.contains(char::is_lowercase)
        && !ENDS.contains(&lower.as_str())
        && !lower.split(' ').all(held::is_small)
        && Agency::writing(line).is_none()
        && held::hear(line, Place::Head) == Heard::default()
}
