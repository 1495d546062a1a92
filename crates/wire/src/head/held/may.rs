//! Whether words may say such a thing at all: told by their first word and a few others. Asked of every line of a head, so the
//! cheap question comes first.

use std::sync::LazyLock;

use super::filter::Firsts;
use super::items::{BY_FIRST, Phrase};
use super::words::{
    Class, EMBARGO, EMBARGOED, FROM, HOLD, KILL, KILLS, LATER, RELEASE, SMALL, THING, UNUSED,
};
use super::{Place, beginning, greeting, items, order, releases};

/// Whether an embargo may stand in front of the first sentence of a line.
pub(in crate::head) fn may_lead(line: &str) -> bool {
    !begins_otherwise(line) && may_begin(line)
}

/// Whether a line begins with a word with which none begins that says such a thing, of a label, an order or a greeting: nearly all
/// lines do.
pub(super) fn begins_otherwise(line: &str) -> bool {
    let bytes = line.as_bytes();
    let start = bytes.iter().position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    let Some(word) = start.and_then(|start| bytes.get(start..)) else { return false };
    let length = word.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(word.len());
    // A sign may stand in a bracket before it, its letters may be apart (`E M B A R G O`), or not of ASCII; `Adv08`.
    let odd = bytes[0] == b'(' || length <= 1 || word.get(length).is_some_and(|byte| !byte.is_ascii());
    let advance = || word.get(..3).is_some_and(|word| word.eq_ignore_ascii_case(b"adv"));
    let behind = || line.get(line.len() - word.len() + length..).unwrap_or("");
    !odd && !BEGINNINGS.may_begin(&word[..length], behind) && !advance()
}

/// What lines that say such a thing begin with.
static BEGINNINGS: LazyLock<Firsts> = LazyLock::new(|| {
    let mut firsts = Firsts::of(is_strong);
    let others = order::firsts().chain(releases::firsts()).chain(greeting::firsts());
    others.for_each(|phrase| firsts.add(&phrase.to_lowercase()));
    firsts
});

/// Of so many bytes at the beginning of a line it is asked whether they say such a thing.
const BEGINNING: usize = 300;

/// Whether words may say such a thing at all: told by their first word and a few others.
pub(crate) fn may_hear(words: &str, place: Place) -> bool {
    place == Place::Note
        || !begins_otherwise(words) && (may_begin(words) || may_open(words))
        || hides(beginning(words, BEGINNING))
        || crate::head::signals::may_say(beginning(words, BEGINNING))
}

/// The same of a line of which is known what it tells.
pub(in crate::head) fn may_hear_told(line: &str, tells: crate::head::signals::Tells) -> bool {
    tells.beginning
        || !begins_otherwise(line) && (may_begin(line) || may_open(line))
        || hides(beginning(line, BEGINNING))
}

/// What a line tells.
pub(in crate::head) fn tells(line: &str) -> crate::head::signals::Tells {
    crate::head::signals::Tells::of(line, beginning(line, BEGINNING))
}

fn may_open(words: &str) -> bool {
    order::may_begin(words) || releases::may_begin(words) || greeting::behind(words).is_some_and(may_begin)
}

/// Whether a word of a line may be another than it looks, to those who compare letters: one with a soft hyphen in it.
fn hides(words: &str) -> bool {
    !words.is_ascii() && words.contains(SOFT_HYPHEN)
}

/// It may stand between any two letters, and no reader sees it.
const SOFT_HYPHEN: char = '\u{ad}';

/// The words as readers see them.
pub(in crate::head) fn shown(words: &str) -> std::borrow::Cow<'_, str> {
    if hides(words) { words.replace(SOFT_HYPHEN, "").into() } else { words.into() }
}

/// Whether a word goes with those of a label.
pub(in crate::head) fn is_small(word: &str) -> bool {
    BY_FIRST.get(word).is_some_and(|known| {
        known.iter().any(|phrase| phrase.rest.is_empty() && phrase.class & (SMALL | THING) != 0)
    })
}

/// What a line that says such a thing may begin with: a word that is of no other use. Asked of every line of a head.
pub(super) fn may_begin(line: &str) -> bool {
    /// The longest of the words is shorter, in bytes.
    const WORD: usize = 40;
    let strong = |word: &str, rest: &str| {
        let Some(known) = BY_FIRST.get(word) else { return false };
        // `This story`, and no line that begins with `The`: the next word is looked at too.
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let goes_on = |phrase: &Phrase| {
            phrase.rest.first().is_none_or(|next| crate::head::words::has_prefix(rest, next))
        };
        known.iter().any(|phrase| is_strong(phrase) && goes_on(phrase))
    };
    // Nearly all words are of ASCII.
    let bytes = line.as_bytes();
    let start =
        bytes.iter().position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).unwrap_or(bytes.len());
    let word = &bytes[start..];
    let length = word.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(word.len());
    if word.get(length).is_none_or(u8::is_ascii) {
        if length > 3 && items::numbered(&line[start..start + length]) == "adv" {
            return true;
        }
        // `E M B A R G O`
        if length == 1 && word.get(1) == Some(&b' ') && word.get(3) == Some(&b' ') {
            return true;
        }
        if !(1..=WORD).contains(&length)
            || !STRONG_FIRSTS.may_begin(&word[..length], || &line[start + length..])
        {
            return false;
        }
        let mut lower = [0; WORD];
        let lower = &mut lower[..length];
        lower.copy_from_slice(&word[..length]);
        lower.make_ascii_lowercase();
        return std::str::from_utf8(lower).is_ok_and(|word| strong(word, &line[start + length..]));
    }
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = &line[..line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len())];
    first.len() <= WORD && strong(&first.to_lowercase(), &line[first.len()..])
}

/// What only such words are.
const STRONG: Class = KILL | KILLS | HOLD | UNUSED | EMBARGO | EMBARGOED | FROM | LATER | RELEASE;

fn is_strong(phrase: &Phrase) -> bool {
    phrase.class & STRONG != 0 || phrase.names()
}

/// The first words of the phrases that speak for themselves.
static STRONG_FIRSTS: LazyLock<Firsts> = LazyLock::new(|| Firsts::of(is_strong));
