//! Classes of words that tell what a capitalised name around a place is: `data/name-words.tsv`.

use std::collections::HashMap;

use crate::text::key;

const TABLE: &str = include_str!("../../data/name-words.tsv");

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u16);

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

pub(crate) struct Words(HashMap<u64, Classes>);

impl Words {
    pub(crate) fn new() -> Self {
        let mut words: HashMap<u64, Classes> = HashMap::with_capacity(2048);
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
