//! Classes of words that tell what a capitalised name around a place is: `data/name-words.tsv`.

use crate::text::key;
use crate::vocabulary::{Known, Vocabulary};

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
    SECTOR = "sector" @ 23,
    SPEECH = "speech" @ 24,
    FIRM = "firm" @ 25,
    STAKE = "stake" @ 26,
    COMMON = "common" @ 27,
    LANGUAGE = "language" @ 28,
    GIVEN = "given" @ 29,
    COUNTIES = "counties" @ 30,
    ZONE = "zone" @ 31,
}

impl Classes {
    /// Whether they share a class.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether a word is of none that tells what a name is; people are called like anything.
    pub(crate) fn is_plain(self) -> bool {
        self.0 & !Self::GIVEN.0 == 0
    }

    /// Those that both have.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Enters the table into the vocabulary.
pub(crate) fn enter(vocabulary: &mut Vocabulary) {
    for (class, list) in TABLE.lines().filter_map(|line| line.split_once('\t')) {
        let Some(class) = Classes::named(class) else { continue };
        for word in list.split('|') {
            vocabulary.classify(key(word), class.0);
        }
    }
}

impl From<Known> for Classes {
    fn from(known: Known) -> Self {
        Self(known.classes)
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
        let mut vocabulary = Vocabulary::default();
        enter(&mut vocabulary);
        let classes = |word: &str| Classes::from(vocabulary.of(key(word)));
        assert!(classes("central").any(Classes::POLITY));
        assert!(classes("Central").any(Classes::WAY));
        assert!(classes("BANK").any(Classes::HEAD));
    }
}
