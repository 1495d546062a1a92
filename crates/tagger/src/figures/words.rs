//! Lists of words that a piece is compared with, and a cheap look at a piece that tells it from nearly all of them.
//!
//! A number walks by some hundred such lists, of which one or two have the word that stands there: what a list holds is summed up
//! when the program is built, so that most of them are told by one bit and their words are not touched.

/// Words that a rule looks for: made by [`words!`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    list: &'static [&'static str],
    /// A bit for the look of each word.
    looks: u64,
}

/// `words!["tax", "taxes"]`: a list of words, summed up at compile time.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        const { &$crate::figures::words::Words::new(&[$($word),*]) }
    };
}

impl Words {
    pub(super) const fn new(list: &'static [&'static str]) -> Self {
        let mut looks = 0;
        let mut at = 0;
        while at < list.len() {
            looks |= 1 << Look::of(list[at]).0;
            at += 1;
        }
        Self { list, looks }
    }

    pub(super) fn list(&self) -> &'static [&'static str] {
        self.list
    }

    /// Whether one of them is a word, whatever its case, that looks so.
    #[inline]
    pub(super) fn have(&self, word: &str, look: Look) -> bool {
        self.looks >> look.0 & 1 != 0 && self.have_indeed(word)
    }

    /// Asked once in twenty times.
    #[inline(never)]
    fn have_indeed(&self, word: &str) -> bool {
        self.list.iter().any(|known| known.len() == word.len() && word.eq_ignore_ascii_case(known))
    }
}

/// What is told of a word at a look: its length, its ends and its midst, as one of 64. Equal words in any case look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look(u8);

impl Look {
    pub(super) const fn of(word: &str) -> Self {
        /// Makes capitals small; what it does to other bytes, it does to all words alike.
        const SMALL: u8 = 0x20;
        let bytes = word.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return Self(0) };
        let middle = bytes[bytes.len() / 2];
        #[expect(clippy::cast_possible_truncation, reason = "its low bits are meant")]
        let length = bytes.len() as u8;
        let sum = length
            .wrapping_mul(41)
            .wrapping_add((*first | SMALL).wrapping_mul(7))
            .wrapping_add((middle | SMALL).wrapping_mul(13))
            .wrapping_add((*last | SMALL).wrapping_mul(23));
        Self(sum % 64)
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
        assert!(!["whose", "New", "née ", "NÉE", "b", " "].iter().any(|word| have(word)));
    }

    #[test]
    fn a_word_looks_the_same_in_any_case() {
        for word in ["Exports", "per cent", "U.S.", "Sønderborg", "x", "[{"] {
            assert_eq!(Look::of(word), Look::of(&word.to_ascii_uppercase()), "{word}");
            assert_eq!(Look::of(word), Look::of(&word.to_ascii_lowercase()), "{word}");
        }
    }
}
