//! Whether a line has any word or phrase at all by which a story is held back or taken back, in whatever language: the cheap question
//! before `held` cuts a line apart. English lines are told by a few roots that are looked for all at once (`signals::may_say`); there
//! are too many words of other languages for that.

use std::sync::LazyLock;

use super::Class;
use super::items::{BY_FIRST, Phrase, lowered};
use super::words::{EMBARGO, EMBARGOED, FROM, HOLD, KILL, KILLS, LATER, UNUSED};

/// By which something is said of a story.
const SAYS: Class = KILL | KILLS | HOLD | UNUSED | EMBARGO | EMBARGOED | FROM | LATER;

/// For the first two bytes of a word, whatever their case, a bit for each length.
struct Table(Vec<u32>);

impl Table {
    /// Where the words stand that begin so.
    fn slot(word: &[u8]) -> usize {
        let byte = |at: usize| usize::from(word.get(at).copied().unwrap_or(0) & 31);
        byte(0) << 5 | byte(1)
    }

    fn may_have(&self, word: &[u8]) -> bool {
        self.0.get(Self::slot(word)).is_some_and(|lengths| lengths >> word.len().min(31) & 1 == 1)
    }
}

/// The first words of all such phrases, as they are written.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = vec![0; 1 << 10];
    let says = |phrase: &Phrase| phrase.class & SAYS != 0;
    for (first, _) in BY_FIRST.iter().filter(|(_, known)| known.iter().any(says)) {
        let mut chars = first.chars();
        let capital: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
        // `İptal`
        let dotted = first.to_uppercase().replace('I', "\u{130}");
        for written in [(*first).to_owned(), first.to_uppercase(), capital, dotted] {
            table[Table::slot(written.as_bytes())] |= 1_u32 << written.len().min(31);
        }
    }
    Table(table)
});

/// Whether one of these phrases stands in a line.
pub(in crate::head) fn may_say(line: &str) -> bool {
    let table = &*TABLE;
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(width) = bytes.get(at).map(|byte| mark(*byte)) {
        if width > 0 {
            at += width;
            continue;
        }
        let start = at;
        while bytes.get(at).is_some_and(|byte| mark(*byte) == 0) {
            at += 1;
        }
        if table.may_have(&bytes[start..at]) && is_one(line, start, at) {
            return true;
        }
    }
    false
}

/// The bytes of a sign that is of no word, by its first one: of ASCII, of U+0080 to U+00BF, of U+2000 to U+2FFF.
fn mark(byte: u8) -> usize {
    match byte {
        0xC2 => 2,
        0xE2 => 3,
        byte if byte.is_ascii() && !byte.is_ascii_alphanumeric() => 1,
        _ => 0,
    }
}

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
