//! Lists of words that a piece is compared with, and a cheap look at a piece that tells it from nearly all of them.
//!
//! A number walks by some hundred such lists, of which one or two have the word that stands there: what a list holds is summed up
//! when the program is built, so that most of them are told by one bit and their words are not touched.

use crate::key::{finish, key};

/// Words that a rule looks for: made by [`words!`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    list: &'static [&'static str],
    /// A bit for each look of each word.
    ones: u64,
    others: u64,
    looks: Looks,
}

/// `words!["tax", "taxes"]`: a list of words, summed up at compile time.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        const { &$crate::figures::words::Words::new(&[$($word),*]) }
    };
}

impl Words {
    pub(super) const fn new(list: &'static [&'static str]) -> Self {
        let (mut ones, mut others) = (0, 0);
        let mut looks = Looks::NONE;
        let mut at = 0;
        while at < list.len() {
            let look = Look::of(list[at]);
            ones |= 1 << look.one;
            others |= 1 << look.other;
            looks.add(look);
            at += 1;
        }
        Self { list, ones, others, looks }
    }

    pub(super) fn list(&self) -> &'static [&'static str] {
        self.list
    }

    /// Whether one of them may be among the words that look so: most sentences have none, and need not be searched.
    #[inline]
    pub(super) fn may_be_in(&self, looks: &Looks) -> bool {
        debug_assert!(self.list.iter().all(|word| word.starts_with(char::is_alphabetic)), "{:?}", self.list);
        looks.0.iter().zip(self.looks.0).fold(0, |both, (one, other)| both | one & other) != 0
    }

    /// Whether one of them is a word, whatever its case, that looks so.
    #[inline]
    pub(super) fn have(&self, word: &str, look: Look) -> bool {
        debug_assert_eq!(look, Look::of_words(word), "{word}");
        self.ones >> look.one & 1 != 0 && self.have_indeed(word, look)
    }

    /// Asked once in twenty times; at the second look only every other word is none of them.
    #[inline(never)]
    fn have_indeed(&self, word: &str, look: Look) -> bool {
        if self.others >> look.other & 1 == 0 {
            return false;
        }
        let is = |known: &str| word.eq_ignore_ascii_case(known) || is_broken(word, known);
        self.list.iter().any(|known| known.len() == word.len() && is(known))
    }
}

/// Whether words are others that the end of a line has parted: `made⏎up`.
fn is_broken(words: &str, known: &str) -> bool {
    let mut pairs = words.bytes().zip(known.bytes());
    pairs.all(|(byte, known)| byte.eq_ignore_ascii_case(&known) || byte == b'\n' && known == b' ')
}

/// What is told of a word at a look: two numbers below 64 of its key. Equal words in any case look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    one: u8,
    other: u8,
    /// For [`Looks`].
    wide: u16,
}

impl Look {
    pub(super) const NOTHING: Self = Self::of("");

    pub(super) const fn of(word: &str) -> Self {
        Self::of_key(key(word))
    }

    /// Of several words, which the end of a line may part.
    pub(super) fn of_words(words: &str) -> Self {
        if words.contains('\n') { Self::of(&words.replace('\n', " ")) } else { Self::of(words) }
    }

    /// Of a sign of ASCII.
    pub(super) const fn of_sign(sign: u8) -> Self {
        Self::of_key(finish(0, sign as u64, 1))
    }

    /// Of the word that has the key.
    pub(super) const fn of_key(key: u64) -> Self {
        let [one, other, wide, wider, ..] = key.to_le_bytes();
        let wide = u16::from_le_bytes([wide, wider]) % LOOKS;
        Self { one: one % 64, other: other % 64, wide }
    }
}

/// So many that half of the lists that a sentence has no word of are told by their looks.
const LOOKS: u16 = 512;

/// The looks of some words, a bit for each. In bytes, as the byte is chosen by the look itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looks([u8; LOOKS as usize / 8]);

impl Looks {
    pub(super) const NONE: Self = Self([0; LOOKS as usize / 8]);

    #[inline]
    pub(super) const fn add(&mut self, look: Look) {
        self.0[(look.wide >> 3) as usize] |= 1 << (look.wide % 8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_in_any_case_and_no_others() {
        const OPENS: &Words = words!["which", "New York", "née", "a", ""];
        let have = |word: &str| OPENS.have(word, Look::of(word));
        assert!(["which", "Which", "NEW YORK", "née", "A", ""].iter().all(|word| have(word)));
        assert!(OPENS.have("new\nyork", Look::of_words("new\nyork")));
        assert!(!OPENS.have("new\n\nyork", Look::of_words("new\n\nyork")));
        assert!(!["whose", "New", "née ", "NÉE", "b", " "].iter().any(|word| have(word)));
    }

    #[test]
    fn what_has_a_word_of_a_list_may_say_it() {
        let mut looks = Looks::NONE;
        for word in ["Exports", "of", "trading partners"] {
            looks.add(Look::of(word));
        }
        assert!(words!["exports", "imports"].may_be_in(&looks));
        assert!(words!["TRADING PARTNERS"].may_be_in(&looks));
        assert!(!words!["revised"].may_be_in(&looks) && !words!["seasonally"].may_be_in(&looks));
    }

    #[test]
    fn a_word_looks_the_same_in_any_case() {
        for word in ["Exports", "per cent", "U.S.", "Sønderborg", "x", "[{"] {
            for other in [word.to_ascii_uppercase(), word.to_ascii_lowercase()] {
                assert_eq!(Look::of(word), Look::of(&other), "{word}");
            }
        }
    }
}
