//! Times behind words of embargoes, and lines that end where one follows.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Place;
use super::items::{BY_FIRST, Break, Item, items, lowered};
use super::may::may_hear;
use super::sentence::Sentence;
use super::words::{BEFORE, Class, EMBARGO, EMBARGOED, FROM, LATER, NOTICE, SMALL, TIME, TO, UNTIL, UNUSED};

/// Behind such a word a time stands.
const BOUND: Class = UNTIL | BEFORE | TO | FROM | LATER;

/// The last words of these.
static LAST: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let bound = BY_FIRST.iter().flat_map(|(first, known)| known.iter().map(move |phrase| (*first, phrase)));
    let bound = bound.filter(|(_, phrase)| phrase.class & BOUND != 0);
    bound.map(|(first, phrase)| phrase.rest.last().copied().unwrap_or(first)).collect()
});

/// Whether a line ends where the time of an embargo follows: `Not for release until`.
pub(in crate::head) fn leads_to_time(line: &str) -> bool {
    /// A line that is wrapped there is no longer, in bytes.
    const LINE: usize = 120;
    let last = line.rsplit(' ').next().unwrap_or("").trim_end_matches(':');
    let ends_so = line.ends_with(',') || LAST.contains(last.to_lowercase().as_str());
    if line.len() > LINE || !ends_so || !may_hear(line, Place::Line) {
        return false;
    }
    let items = items(line);
    let last = items.iter().rev().find(|item| !item.is(SMALL) || item.is(BOUND));
    last.is_some_and(|last| last.is(BOUND | TIME))
        && items.iter().any(|item| item.is(EMBARGO | EMBARGOED | FROM | LATER | UNUSED))
}

/// Whether a line has a word of embargoes at all.
pub(in crate::head) fn speaks_of_embargo(line: &str) -> bool {
    items(line).iter().any(|item| item.is(EMBARGO | EMBARGOED | FROM | LATER | UNUSED))
}

/// Whether a line is a time, and the small words that go with one: `MARCH 4, 2026`, `06.00 Uhr MEZ`, `before 0700 GMT Wednesday`.
pub(in crate::head) fn is_time_of(line: &str) -> bool {
    let number = |item: &Item| line[item.start..].starts_with(|c: char| c.is_ascii_digit());
    let items = items(line);
    items.iter().any(|item| item.is(TIME) || number(item))
        && items.iter().all(|item| item.is(TIME | UNTIL | BEFORE | TO | SMALL) || number(item))
}

/// What goes with a clock and a day: `hasta las 24:00 horas GMT del 4 de marzo`, `до 06:00 мск 5 марта 2026 года`.
const OF_TIME: &[&str] = &[
    "las", "los", "del", "dia", "día", "as", "dalle", "ore", "les", "dès", "мск", "года", "г", "roku", "vom",
    "dem", "van", "op", "kello",
];

/// So many words further a time belongs to what is before it.
pub(super) const REACH: usize = 8;

impl Sentence<'_, '_> {
    /// A time, or what stands for one, among the next words.
    pub(super) fn timed(&self, from: usize, reach: usize) -> bool {
        self.items.iter().skip(from).take(reach).any(|item| item.is(TIME))
    }

    pub(super) fn noticed(&self, from: usize) -> bool {
        self.items.iter().skip(from).take(3).any(|item| item.is(NOTICE))
    }

    /// A word of a time, or one that goes with it: `hasta las 24:00 horas GMT del 4 de marzo`.
    fn is_of_time(&self, item: &Item) -> bool {
        item.is(TIME | SMALL | TO | UNTIL)
            || self.is_number(item)
            || OF_TIME.contains(&&*lowered(self.word(item)))
    }

    /// Whether nothing but a time stands from here on, and a word with it at most.
    pub(super) fn is_time_only(&self, from: usize) -> bool {
        self.items[from..].iter().filter(|item| !self.is_of_time(item)).count() <= 1
    }

    /// `Embargo hasta las 06.00 horas del 5 de marzo: Una mina cierra`: a clock, and what goes with one, before a headline.
    pub(super) fn is_time_of_label(&self, from: usize) -> bool {
        let rest = self.items.get(from..).unwrap_or_default();
        let length = rest.iter().take_while(|item| item.after < Break::Label).count();
        let label = rest.get(..=length).filter(|_| self.place == Place::Head && length + 1 < rest.len());
        label.is_some_and(|label| {
            label.iter().all(|item| self.is_of_time(item))
                && label.iter().any(|item| item.is(TIME) && self.is_number(item))
        })
    }

    /// Whether nothing but a time stands from here on.
    pub(super) fn is_nothing_but_time(&self, from: usize) -> bool {
        let known = |item: &Item| item.is(TIME | SMALL | TO | UNTIL) || self.is_number(item);
        self.items[from..].iter().all(known)
    }

    pub(super) fn is_number(&self, item: &Item) -> bool {
        self.text[item.start..].starts_with(|c: char| c.is_ascii_digit())
    }
}
