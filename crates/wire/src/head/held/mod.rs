//! Words by which an agency holds a story back or takes it back: kills, holds and embargoes, in the languages of the wires.
//!
//! The words are lists; what they mean is told by where they stand. A *label* is made of such words and of small ones that
//! go with them, and of nothing else: `STORY WITHDRAWN`, `MANDATORY KILL:`; in `Kill Bill` and `HOLD-UP` stands another. A
//! *sentence* says it of the story itself: `This story has been withdrawn`, and not of an earlier version or a bill. An
//! *embargo* has a time behind it, or nothing: `Embargo on Russian oil` has something else. A note to editors speaks of the
//! story wherever it says so; a line of the copy only by its beginning, and a label in it only in capitals or brackets.

mod advance;
mod code;
mod doubt;
mod editors;
mod embargoed;
mod far;
mod filter;
mod forbidden;
mod gate;
mod greeting;
mod items;
mod labels;
mod may;
mod names;
mod order;
mod own;
mod releases;
mod sentence;
mod time;
mod told;
mod words;

use article::SignalType;

pub(super) use advance::{is_numbered_advance, tells_issue};
pub(crate) use code::of_code;
pub(super) use doubt::{Doubt, Verdict, label, slug};
pub(super) use editors::names_and_takes_back;
pub(crate) use embargoed::is_no_embargo;
pub(super) use embargoed::{is_embargo, names_embargo};
pub(super) use far::is_far;
pub(super) use gate::may_say as may_say_abroad;
use items::{Break, Item, items};
use labels::{is_draft, is_thrice};
pub(super) use labels::{is_news_of_retreat, is_of_picture};
pub(crate) use may::may_hear;
pub(super) use may::{is_small, may_hear_told, may_lead, shown, tells};
pub(super) use order::{is_of_another, may_begin as may_order, sentences};
pub(super) use own::{forbids_itself, speaks_of_story};
pub(super) use releases::{may_say as may_be_of_release, takes_back as takes_release_back};
use sentence::{SAYING, Sentence};
pub(super) use time::{is_time_of, leads_to_time, speaks_of_embargo};
pub(super) use told::{is_told, leads_to_words};
use words::{EMBARGO, EMBARGOED, KILL, KILLS, OWN, PLAIN, REASON, SERVICE, SMALL, THING, THIS};

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// What editors are told: a field for notes, a line that is one.
    Note,
    /// A headline, a line above the story: a label may be its last words, and stand before any others.
    Head,
    /// A line below the story, words that a format sets aside: a label stands there alone, or with a reason.
    Line,
    /// Between paragraphs of the story, or in a box beside it: a label there is a subheading, an item of a list, a sign.
    Inside,
}

/// What words say, each with the byte at which they begin to say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heard {
    pub kill: bool,
    pub hold: bool,
    pub embargo: Option<usize>,
}

impl Heard {
    /// As signals, without the embargo: when that ends is told by when the story was sent.
    pub(crate) fn kinds(self) -> impl Iterator<Item = SignalType> {
        let kinds = [(self.kill, SignalType::Kill), (self.hold, SignalType::Hold)];
        kinds.into_iter().filter(|(says, _)| *says).map(|(_, kind)| kind)
    }
}

/// Hears what words say of the story that they stand in.
pub(crate) fn hear(words: &str, place: Place) -> Heard {
    if may_hear(words, place) { hear_near(words, place, Asked::All) } else { Heard::default() }
}

/// What is asked of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    All,
    /// Only where an embargo begins: an order to take a story back is not looked for, which is dear.
    Embargo,
}

fn hear_near(words: &str, place: Place, asked: Asked) -> Heard {
    // `Dear editors, the story below is embargoed until …`
    let behind = match place {
        Place::Note | Place::Head => greeting::behind(words),
        Place::Line => greeting::behind_request(words),
        Place::Inside => None,
    };
    let Some(rest) = behind else { return hear_bare(words, place, asked, false) };
    let heard = hear_bare(rest, place, asked, true);
    Heard { embargo: heard.embargo.map(|at| at + words.len() - rest.len()), ..heard }
}

/// Hears words before which nothing else stands. `greeted` says that editors were spoken to.
fn hear_bare(words: &str, place: Place, asked: Asked, greeted: bool) -> Heard {
    /// Nothing is told to editors in more, in bytes.
    const NOTE: usize = 2000;
    const LINE: usize = 300;
    let longest = if place == Place::Note { NOTE } else { LINE };
    let words = beginning(words, longest);
    let items = items(words);
    let mut heard = far::hear(words, place);
    // Hardly any line begins so, and hardly any has a word that says such a thing.
    let orders = place != Place::Inside && order::may_begin(words);
    let says = items.iter().any(|item| item.is(SAYING));
    let items = if orders || says { names::without(words, &items) } else { items };
    if orders {
        let back = asked == Asked::All && order::takes_back(words, place);
        heard.kill |= back && !order::is_for_now(words);
        heard.hold |= back && order::is_for_now(words);
        if matches!(place, Place::Head | Place::Note) && order::is_release(words, &items) {
            heard.embargo = items.first().map(|first| first.start);
        }
    }
    heard.kill |= asked == Asked::All
        && place != Place::Inside
        && (releases::may_begin(words)
            || memchr::memmem::find(words.as_bytes(), b"isregard").is_some()
            || words.contains("ISREGARD"))
        && releases::takes_back(words);
    // Two stories may stand in one file.
    heard.kill |= place == Place::Inside && is_thrice(words);
    // In a headline it may be of players.
    heard.hold |= place == Place::Note && is_draft(words);
    if !says {
        return heard;
    }
    // A line that begins in the middle of a sentence is one of a paragraph, unless all of it is of an embargo.
    let known = |item: &Item| {
        item.class & !PLAIN != 0 || words[item.start..].starts_with(|c: char| c.is_ascii_digit())
    };
    let continues = place != Place::Note && !greeted && words.trim_start().starts_with(char::is_lowercase);
    let mut first = !continues || items.iter().all(known);
    let mut named = false;
    for sentence in items.split_inclusive(|item| item.after == Break::Stop) {
        Sentence { text: words, items: sentence, place, first, named }.hear(&mut heard);
        // `The story is being pulled. Please do not use.`
        let of_story = sentence.iter().any(|item| item.is(THIS | OWN))
            && sentence.iter().all(|item| item.is(SMALL | THING | THIS | OWN | REASON | KILL | KILLS));
        // `Achtung, Sperrfrist! Nicht vor Mittwoch, …`
        let of_embargo = sentence.iter().all(|item| item.is(SMALL | EMBARGO | EMBARGOED));
        first &= of_story
            || of_embargo
            || sentence.iter().all(|item| item.is(SMALL | THING | THIS | OWN | REASON));
        named |= sentence.iter().any(|item| item.is(THIS) || item.is(REASON) && item.is(SERVICE));
    }
    heard
}

/// Without taking a character apart.
pub(super) fn beginning(words: &str, bytes: usize) -> &str {
    &words[..words.floor_char_boundary(bytes)]
}

#[cfg(test)]
mod cases {
    use super::{Place, hear};

    /// Where words stand, the words, and what is heard in them: `kill`, `hold`, `embargo`, or nothing.
    pub(super) fn check(cases: &[(Place, &str, &str)]) {
        let told = cases.iter().map(|(place, words, told)| (words, *told, heard(words, *place)));
        let wrong: Vec<_> = told.filter(|(_, told, heard)| told != heard).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    fn heard(words: &str, place: Place) -> String {
        let heard = hear(words, place);
        let said = [(heard.kill, "kill"), (heard.hold, "hold"), (heard.embargo.is_some(), "embargo")];
        said.iter().filter(|(says, _)| *says).map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
    }
}
