//! Classes of words that tell what a capitalised name around a place is: `data/name-words.tsv`.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use crate::text::key;

/// Hashes a word's [`key`], which is a hash already, as itself.
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

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

const TABLE: &str = include_str!("../../data/name-words.tsv");

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

macro_rules! classes {
    ($($name:ident = $word:literal @ $bit:literal),* $(,)?) => {
        impl Classes {
            $(pub(crate) const $name: Self = Self(1 << $bit);)*

            fn named(class: &str) -> Option<Self> {
                match class {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    HEAD = "head" @ 0,
    COMPANY = "company" @ 1,
    OFFICE = "office" @ 2,
    TITLE = "title" @ 3,
    POST = "post" @ 4,
    CHIEF = "chief" @ 5,
    LEAD = "lead" @ 6,
    KIND = "kind" @ 7,
    WAY = "way" @ 8,
    MONEY = "money" @ 9,
    SMALL = "small" @ 10,
    DAY = "day" @ 11,
    AT = "at" @ 12,
    POLITY = "polity" @ 13,
    SAYS = "says" @ 14,
    DIVISION = "division" @ 15,
    STATE = "state" @ 16,
    AREA = "area" @ 17,
    TOWN = "town" @ 18,
    PROVES = "proves" @ 19,
    IN = "in" @ 20,
    RIVER = "river" @ 21,
    LAKE = "lake" @ 22,
}

impl Classes {
    /// Whether they share a class.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

pub(crate) struct Words(HashMap<u64, Classes, ByKey>);

impl Words {
    pub(crate) fn new() -> Self {
        let mut words: HashMap<u64, Classes, ByKey> = HashMap::with_capacity_and_hasher(4096, ByKey);
        for (class, list) in TABLE.lines().filter_map(|line| line.split_once('\t')) {
            let Some(class) = Classes::named(class) else { continue };
            for word in list.split('|') {
                let entry = words.entry(key(word)).or_default();
                *entry = entry.or(class);
            }
        }
        Self(words)
    }

    /// The classes of a word by its [`key`].
    pub(crate) fn of(&self, key: u64) -> Classes {
        self.0.get(&key).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_table_is_known() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let class = line.split('\t').next().unwrap();
            assert!(Classes::named(class).is_some(), "{class}");
        }
    }

    #[test]
    fn a_word_may_have_several_classes() {
        let words = Words::new();
        assert!(words.of(key("central")).any(Classes::POLITY));
        assert!(words.of(key("Central")).any(Classes::WAY));
        assert!(words.of(key("BANK")).any(Classes::HEAD));
    }
}
