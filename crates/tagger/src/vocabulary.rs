//! Every word that a list holds or begins with, looked up once a token: all cheap tests of the layers are one bit of the answer.
//!
//! Each layer enters its words when it is built ([`Vocabulary::add`]); a word that no list knows costs the layers nothing.

use std::hash::{BuildHasher, Hasher};

use crate::key::{key, key_of};

/// The lists that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists(u16);

impl Lists {
    /// Begins a place's name with a small letter.
    pub(crate) const NAME: Self = Self(1);
    /// Begins an industry's cue.
    pub(crate) const CUE: Self = Self(1 << 1);
    /// A story without one has no trade figures.
    pub(crate) const TRADE: Self = Self(1 << 2);
    /// A number in words, so that its sentence is worth reading.
    pub(crate) const NUMBER: Self = Self(1 << 3);
    /// Begins a quantity.
    pub(crate) const QUANTITY: Self = Self(1 << 4);
    /// Begins a time.
    pub(crate) const TIME: Self = Self(1 << 5);
    /// Begins a phrase that a clause is read by.
    pub(crate) const PHRASE: Self = Self(1 << 6);
    /// Shows that something was said.
    pub(crate) const SAID: Self = Self(1 << 7);

    /// A story with only such words is read where they stand: `contracts`, `cargo`.
    pub(crate) const WEAK_TRADE: Self = Self(1 << 8);

    /// Begins a phrase that says what a number is measured in.
    pub(crate) const BASIS: Self = Self(1 << 9);

    /// Denies what is said after it.
    pub(crate) const DENIAL: Self = Self(1 << 10);

    /// Begins a verb by which goods change hands.
    pub(crate) const TRADES: Self = Self(1 << 11);

    /// Begins a unit, a scale or what stands for one.
    pub(crate) const UNIT: Self = Self(1 << 12);

    /// Begins a form of `figures-open.tsv`.
    pub(crate) const OPEN: Self = Self(1 << 13);

    /// Begins a time that is more than a phrase.
    pub(crate) const TIME_RULE: Self = Self(1 << 14);

    /// Speaks of goods that are made or traded.
    pub(crate) const GOODS: Self = Self(1 << 15);

    /// Whether they share a list.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What the lists know of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// `regions::words::Classes`.
    pub(crate) classes: u32,
    pub(crate) lists: Lists,
    /// Of a word of [`Lists::CUE`]: which of them, and [`NO_GOODS`].
    cue: u16,
}

/// Beside the number of a word that begins cues: they are all of markets, as `sterling falls` is.
const NO_GOODS: u16 = 1 << 15;

impl Known {
    /// Which of the words that begin cues it is.
    pub(crate) fn cue(self) -> u16 {
        self.cue & !NO_GOODS
    }

    /// Whether it begins a cue that may be of goods.
    pub(crate) fn begins_goods(self) -> bool {
        self.lists.any(Lists::CUE) && self.cue & NO_GOODS == 0
    }

    /// Adds what is known of another word.
    pub(crate) fn join(&mut self, other: Self) {
        self.classes |= other.classes;
        self.lists.join(other.lists);
    }
}

/// All words of all lists.
#[derive(Default)]
pub(crate) struct Vocabulary(Table<Known>);

impl Vocabulary {
    /// Enters a word by its key.
    pub(crate) fn add(&mut self, key: u64, list: Lists) {
        self.0.entry(key).lists.join(list);
    }

    /// Enters a word that begins cues, with its number among them.
    pub(crate) fn add_cue(&mut self, key: u64, number: u16, of_goods: bool) {
        debug_assert!(number < NO_GOODS, "{number} is too many");
        let known = self.0.entry(key);
        known.lists.join(Lists::CUE);
        known.cue = if of_goods { number } else { number | NO_GOODS };
    }

    pub(crate) fn classify(&mut self, key: u64, classes: u32) {
        self.0.entry(key).classes |= classes;
    }

    #[inline]
    pub(crate) fn of(&self, key: u64) -> Known {
        self.0.get(key).copied().unwrap_or_default()
    }
}

/// A list of words summed up at compile time: one bit of a word's key tells it from most words that the list does not have.
pub(crate) struct Filter([u64; 16]);

impl Filter {
    pub(crate) const fn of(words: &[&str]) -> Self {
        let mut filter = Self([0; 16]);
        let mut at = 0;
        while at < words.len() {
            filter.add(key(words[at]));
            at += 1;
        }
        filter
    }

    const fn add(&mut self, key: u64) {
        self.0[(key >> 6 & 15) as usize] |= 1 << (key & 63);
    }

    /// Whether the list may have the word of a key, in any case; of each other word in about as many as it has of a thousand.
    pub(crate) const fn may_have(&self, key: u64) -> bool {
        self.0[(key >> 6 & 15) as usize] >> (key & 63) & 1 != 0
    }
}

/// The keys of a list of words, put in their slots at compile time: whether a word stands in the list is one look, and none of the
/// list's words is touched.
pub(crate) struct Keys<const ROOM: usize>([u64; ROOM]);

impl<const ROOM: usize> Keys<ROOM> {
    pub(crate) const fn of(words: &[&str]) -> Self {
        let mut keys = Self([0; ROOM]);
        let mut at = 0;
        while at < words.len() {
            keys.add(key(words[at]));
            at += 1;
        }
        keys.with_room()
    }

    /// Of words with `|` between them.
    pub(crate) const fn of_joined(words: &str) -> Self {
        let words = words.as_bytes();
        let mut keys = Self([0; ROOM]);
        let (mut start, mut at) = (0, 0);
        while at <= words.len() {
            if at == words.len() || words[at] == b'|' {
                let (before, _) = words.split_at(at);
                let (_, word) = before.split_at(start);
                keys.add(key_of(word));
                start = at + 1;
            }
            at += 1;
        }
        keys.with_room()
    }

    /// Half of the slots stay free, so that a word that the list does not have is told at the first or the second.
    const fn with_room(self) -> Self {
        let (mut taken, mut at) = (0, 0);
        while at < ROOM {
            taken += (self.0[at] != 0) as usize;
            at += 1;
        }
        assert!(ROOM.is_power_of_two() && taken * 2 <= ROOM, "a list needs a room of twice its words");
        self
    }

    const fn add(&mut self, key: u64) {
        let slot = self.slot(key);
        self.0[slot] = key;
    }

    /// Where a key stands, or would.
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are meant")]
    const fn slot(&self, key: u64) -> usize {
        let mut slot = key as usize % ROOM;
        while self.0[slot] != key && self.0[slot] != 0 {
            slot = (slot + 1) % ROOM;
        }
        slot
    }

    /// Whether the list has the word of a key, in any case.
    #[inline]
    pub(crate) const fn have(&self, key: u64) -> bool {
        key != 0 && self.0[self.slot(key)] == key
    }
}

/// A hash table by keys with open addressing, since every word of every story is looked up: a word stands in the slot of its
/// key's low bits, or in the first free one behind it.
pub(crate) struct Table<V> {
    /// A power of two, at least half of them free: those with the key 0.
    slots: Vec<(u64, V)>,
    taken: usize,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self { slots: Vec::new(), taken: 0 }
    }
}

impl<V: Default> Table<V> {
    #[inline]
    pub(crate) fn get(&self, key: u64) -> Option<&V> {
        let last = self.slots.len().saturating_sub(1);
        let mut slot = usize::try_from(key).unwrap_or(usize::MAX) & last;
        loop {
            match self.slots.get(slot) {
                Some((found, value)) if *found == key => return Some(value),
                None | Some((0, _)) => return None,
                Some(_) => slot = (slot + 1) & last,
            }
        }
    }

    /// The value of a key, made where there is none yet.
    pub(crate) fn entry(&mut self, key: u64) -> &mut V {
        if self.taken * 2 >= self.slots.len() {
            let room = (self.slots.len() * 2).max(64);
            let slots = std::mem::take(&mut self.slots);
            self.slots.resize_with(room, Default::default);
            for (key, value) in slots.into_iter().filter(|(key, _)| *key != 0) {
                let slot = self.slot(key);
                self.slots[slot] = (key, value);
            }
        }
        let slot = self.slot(key);
        if self.slots[slot].0 == 0 {
            self.slots[slot].0 = key;
            self.taken += 1;
        }
        &mut self.slots[slot].1
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = u64> + '_ {
        self.slots.iter().map(|(key, _)| *key).filter(|key| *key != 0)
    }

    /// Where a key stands, or would.
    fn slot(&self, key: u64) -> usize {
        let last = self.slots.len().saturating_sub(1);
        let mut slot = usize::try_from(key).unwrap_or(usize::MAX) & last;
        while self.slots.get(slot).is_some_and(|(found, _)| *found != key && *found != 0) {
            slot = (slot + 1) & last;
        }
        slot
    }
}

/// Hashes a word's key, which is a hash already, as itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ByKey;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KeyHasher(u64);

impl BuildHasher for ByKey {
    type Hasher = KeyHasher;

    fn build_hasher(&self) -> KeyHasher {
        KeyHasher(0)
    }
}

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Of a place's number; the table takes its high bits too.
    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_lets_its_words_through_and_few_others() {
        const LIST: &Filter = &Filter::of(&["ship", "vessel"]);
        assert!(["ship", "Ship", "vessel", "VESSEL"].iter().all(|word| LIST.may_have(key(word))));
        assert!(!["exports", "of", ""].iter().any(|word| LIST.may_have(key(word))));
    }

    #[test]
    fn keys_have_the_words_of_their_list_in_any_case_and_no_others() {
        const LIST: &Keys<4> = &Keys::of(&["ship", "vessel"]);
        const JOINED: &Keys<8> = &Keys::of_joined("ship|vessel|ship|boat");
        for word in ["ship", "Ship", "vessel", "VESSEL"] {
            assert!(LIST.have(key(word)) && JOINED.have(key(word)), "{word}");
        }
        for word in ["exports", "of", "ship|vessel", ""] {
            assert!(!LIST.have(key(word)) && !JOINED.have(key(word)), "{word}");
        }
        // digits and signs have no key
        assert!(!LIST.have(0));
    }
}
