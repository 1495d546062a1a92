//! Sets of words that every line is asked for. A Bloom filter of one hash tells nearly every word that is in none by four of its bytes and
//! its length, without a look at the words of the set.

/// Words, each as it may be written: a word of the set is always found, another one hardly ever.
pub(super) struct Filter(Box<[u64]>);

impl Filter {
    /// So many bits in the whole.
    const BITS: u32 = 16;

    pub(super) fn of(words: impl IntoIterator<Item = String>) -> Self {
        let mut bits = vec![0; 1 << (Self::BITS - 6)].into_boxed_slice();
        for word in words {
            let at = Self::place(word.as_bytes());
            bits[at >> 6] |= 1 << (at & 63);
        }
        Self(bits)
    }

    /// Whether a word may be one of them. Letters of ASCII are the same in either case.
    pub(super) fn may_have(&self, word: &[u8]) -> bool {
        let at = Self::place(word);
        self.0.get(at >> 6).is_some_and(|bits| bits >> (at & 63) & 1 == 1)
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

/// A word as lines have it: in small letters, in capitals, with a capital, and as Turkish capitals are (`İPTAL`).
pub(super) fn written(word: &str) -> [String; 4] {
    let mut chars = word.chars();
    let capital = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    [word.to_owned(), word.to_uppercase(), capital, word.to_uppercase().replace('I', "\u{130}")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_set_are_found_in_each_way_of_writing_and_hardly_any_other() {
        let set =
            Filter::of(["embargo", "sperrfrist", "örtlich", "iptal"].iter().flat_map(|word| written(word)));
        for word in ["embargo", "EMBARGO", "Embargo", "eMBARGO", "Örtlich", "ÖRTLICH", "\u{130}PTAL"] {
            assert!(set.may_have(word.as_bytes()), "{word}");
        }
        for word in ["", "e", "embargoes", "exports", "Sperre", "the"] {
            assert!(!set.may_have(word.as_bytes()), "{word}");
        }
    }
}
