//! Whether a line has any word or phrase at all by which a story is held back or taken back, in whatever language: the cheap question
//! before `held` cuts a line apart. English lines are told by a few roots that are looked for all at once (`signals::may_say`); there
//! are too many words of other languages for that.

use std::sync::LazyLock;

use super::filter::Firsts;
use super::items::{BY_FIRST, Phrase, lowered};
use super::words::{Class, EMBARGO, EMBARGOED, FROM, HOLD, KILL, KILLS, LATER, UNUSED};

/// By which something is said of a story.
const SAYS: Class = KILL | KILLS | HOLD | UNUSED | EMBARGO | EMBARGOED | FROM | LATER;

/// The first words of such phrases.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| Firsts::of(|phrase| phrase.class & SAYS != 0));

/// Whether one of these phrases stands in a line.
pub(in crate::head) fn may_say(line: &str) -> bool {
    let firsts = &*FIRSTS;
    let width = |byte: &u8| MARKS[usize::from(*byte)];
    let mut rest = line.as_bytes();
    while let Some(first) = rest.first() {
        let mark = width(first);
        if mark > 0 {
            rest = rest.get(usize::from(mark)..).unwrap_or_default();
            continue;
        }
        let length = rest.iter().position(|byte| width(byte) > 0).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(length);
        let (start, end) = (line.len() - rest.len(), line.len() - behind.len());
        if firsts.may_begin(word, || line.get(end..).unwrap_or("")) && is_one(line, start, end) {
            return true;
        }
        rest = behind;
    }
    false
}

/// How many bytes a sign has that is of no word, by its first one: of ASCII, of U+0080 to U+00BF, of U+2000 to U+2FFF.
const MARKS: [u8; 256] = {
    let mut marks = [0; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        if !byte.is_ascii_alphanumeric() {
            marks[byte as usize] = 1;
        }
        byte += 1;
    }
    marks[0xC2] = 2;
    marks[0xE2] = 3;
    marks
};

/// Whether the word begins such a phrase.
fn is_one(line: &str, start: usize, end: usize) -> bool {
    let (Some(word), Some(behind)) = (line.get(start..end), line.get(end..)) else { return false };
    let goes_on = |phrase: &Phrase| {
        let mut words = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        phrase.rest.iter().all(|next| words.next().is_some_and(|word| lowered(word) == *next))
    };
    BY_FIRST
        .get(lowered(word).as_str())
        .is_some_and(|known| known.iter().any(|phrase| phrase.class & SAYS != 0 && goes_on(phrase)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::head::held::words::WORDS;

    #[test]
    fn each_phrase_is_found_in_a_line_in_either_case() {
        for (class, phrases) in WORDS {
            for phrase in phrases.iter().filter(|_| class & SAYS != 0) {
                // `ı` and `I` are one letter only in Turkish.
                let capitals =
                    if phrase.contains('ı') { (*phrase).to_owned() } else { phrase.to_uppercase() };
                for written in [(*phrase).to_owned(), capitals] {
                    assert!(may_say(&format!("{LINE} {written}.")), "{written}");
                    assert!(may_say(&format!("Sie: «{written}»")), "{written}");
                }
            }
        }
        assert!(!may_say(LINE));
    }

    const LINE: &str = "Norrholm öffnet im März ein Werk in Linz";
}
