//! Sets of words that every line is asked for. A Bloom filter of one hash tells nearly every word that is in none by four of its bytes and
//! its length, without a look at the words of the set.

use super::items::{BY_FIRST, Phrase};

/// Words, each as it may be written: a word of the set is always found, another one hardly ever.
pub(super) struct Filter(Box<[u64]>);

impl Default for Filter {
    fn default() -> Self {
        Self(vec![0; 1 << (Self::BITS - 6)].into_boxed_slice())
    }
}

impl Filter {
    /// So many bits in the whole.
    const BITS: u32 = 16;

    /// Of words in small letters.
    pub(super) fn of(words: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut filter = Self::default();
        words.into_iter().for_each(|word| filter.add(word.as_ref()));
        filter
    }

    /// Adds a word, which is in small letters.
    pub(super) fn add(&mut self, word: &str) {
        written(word).iter().for_each(|word| self.set(Self::place(word.as_bytes())));
    }

    /// Adds two words that stand together.
    pub(super) fn add_pair(&mut self, one: &str, other: &str) {
        for one in &written(one) {
            written(other)
                .iter()
                .for_each(|other| self.set(Self::place_of_pair(one.as_bytes(), other.as_bytes())));
        }
    }

    fn set(&mut self, at: usize) {
        self.0[at >> 6] |= 1 << (at & 63);
    }

    /// Whether a word may be one of them. Letters of ASCII are the same in either case.
    #[inline]
    pub(super) fn may_have(&self, word: &[u8]) -> bool {
        self.is_set(Self::place(word))
    }

    /// Whether two words may be one of the pairs.
    pub(super) fn may_have_pair(&self, one: &[u8], other: &[u8]) -> bool {
        self.is_set(Self::place_of_pair(one, other))
    }

    fn is_set(&self, at: usize) -> bool {
        self.0.get(at >> 6).is_some_and(|bits| bits >> (at & 63) & 1 == 1)
    }

    fn place_of_pair(one: &[u8], other: &[u8]) -> usize {
        let other = Self::place(other);
        // turned, so that their order counts
        Self::place(one) ^ (((other << 5) & ((1 << Self::BITS) - 1)) | (other >> (Self::BITS - 5)))
    }

    fn place(word: &[u8]) -> usize {
        /// Spreads what differs in low bits over the high ones (Fibonacci hashing: 2^32 by the golden ratio).
        const SPREAD: u32 = 0x9E37_79B1;
        let byte = |at: usize| u32::from(word.get(at).copied().unwrap_or(0) & 31);
        let length = u32::try_from(word.len().min(31)).unwrap_or(31);
        let key =
            byte(0) | byte(1) << 5 | byte(2) << 10 | byte(word.len().wrapping_sub(1)) << 15 | length << 20;
        (key.wrapping_mul(SPREAD) >> (32 - Self::BITS)) as usize
    }
}

/// What phrases of some kind begin with.
#[derive(Default)]
pub(super) struct Firsts {
    /// All that any of them begins with.
    any: Filter,
    /// Words that are a phrase of their own.
    alone: Filter,
    /// Words that begin a longer one: many stand in every line.
    leading: Filter,
    /// These with the word behind them.
    pairs: Filter,
}

impl Firsts {
    pub(super) fn of(is_of_kind: impl Fn(&Phrase) -> bool) -> Self {
        let mut firsts = Self::default();
        for (first, known) in &*BY_FIRST {
            for phrase in known.iter().filter(|phrase| is_of_kind(phrase)) {
                firsts.add_words(first, phrase.rest.first().copied());
            }
        }
        firsts
    }

    /// Adds one more, which is in small letters.
    pub(super) fn add(&mut self, phrase: &str) {
        let mut words = phrase.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        if let Some(first) = words.next() {
            self.add_words(first, words.next());
        }
    }

    fn add_words(&mut self, first: &str, next: Option<&str>) {
        self.any.add(first);
        match next {
            Some(next) => {
                self.leading.add(first);
                self.pairs.add_pair(first, next_word(next));
            }
            None => self.alone.add(first),
        }
    }

    /// Whether a word, and what stands behind it, may be the beginning of one of them.
    #[inline]
    pub(super) fn may_begin<'t>(&self, word: &[u8], behind: impl FnOnce() -> &'t str) -> bool {
        self.any.may_have(word) && self.may_go_on(word, behind())
    }

    fn may_go_on(&self, word: &[u8], behind: &str) -> bool {
        self.alone.may_have(word)
            || self.leading.may_have(word) && self.pairs.may_have_pair(word, next_word(behind).as_bytes())
    }
}

/// The first word of a text; empty where there is none.
fn next_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("")
}

/// A word as lines have it: in small letters, in capitals, with a capital, and as Turkish capitals are (`İPTAL`).
fn written(word: &str) -> [String; 4] {
    let mut chars = word.chars();
    let capital = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    [word.to_owned(), word.to_uppercase(), capital, word.to_uppercase().replace('I', "\u{130}")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_set_are_found_in_each_way_of_writing_and_hardly_any_other() {
        let set = Filter::of(["embargo", "sperrfrist", "örtlich", "iptal"]);
        for word in ["embargo", "EMBARGO", "Embargo", "eMBARGO", "Örtlich", "ÖRTLICH", "\u{130}PTAL"] {
            assert!(set.may_have(word.as_bytes()), "{word}");
        }
        for word in ["", "e", "embargoes", "exports", "Sperre", "the"] {
            assert!(!set.may_have(word.as_bytes()), "{word}");
        }
    }
}
