//! Words that forbid the use of a story: `Do not use.`, `NOT FOR PUBLICATION: Exports rise`. With a time behind them they are an
//! embargo, with `until further notice` a hold; `Do not use it` is said of a drug.

use super::items::{Break, Item};
use super::sentence::Sentence;
use super::time::REACH;
use super::words::{
    BEFORE, EMBARGO, EMBARGOED, KILL, NONE, NOTICE, OTHER, OWN, PICTURE, PRIVATE, PUBLISH, REASON, SERVICE,
    SMALL, THING, THIS, TIME, TO, UNTIL, UNUSED,
};
use super::{Heard, Place};

/// `DRAFT - NOT FOR PUBLICATION`: what stands before such words and goes with them.
fn is_private(word: &str) -> bool {
    ["draft", "private", "confidential", "test"].iter().any(|private| word.eq_ignore_ascii_case(private))
}

/// What is done with a story, and where: `published, broadcast or posted online`.
#[rustfmt::skip]
pub(super) const MEDIA: &[&str] = &[
    "published", "und", "et", "y", "och", "og", "ja", "alle", "alla", "medien", "rundfunk", "fernsehen", "für", "tous", "pour",
    "les", "médias", "todos", "para", "los", "medios", "tutti", "per", "i", "voor", "kranten", "all", "newspapers", "papers",
    "sociale", "soziale", "broadcast", "posted", "put", "reported", "distributed", "aired", "printed", "quoted", "reproduced",
    "used", "released", "tweeted", "shared", "publish", "broadcasting", "post", "distribute", "or", "nor", "in", "any", "form",
    "print", "online", "web", "internet", "social", "media", "air", "radio", "tv", "websites", "way", "oder", "im", "ou", "en",
    "ligne", "o", "línea", "of", "eller", "på", "nett", "nätet", "e",
];

impl Sentence<'_, '_> {
    /// `[DO NOT USE] Exports rise`, `NOT FOR PUBLICATION: Exports rise`, `DRAFT - NOT FOR PUBLICATION Exports rise`: a label in capitals
    /// before a headline that has small letters, or one in brackets. `DO NOT USE: …` may warn of a thing: `doubt` asks the story.
    pub(super) fn hear_order(&self, heard: &mut Heard) {
        let draft = self.items.first().is_some_and(|first| is_private(self.word(first)));
        let Some(nth) = self.items.iter().position(|item| item.is(UNUSED)) else { return };
        let item = self.items[nth];
        let led = |(at, item): (usize, &Item)| item.is(SMALL | THING | THIS | KILL) || at == 0 && draft;
        if !self.first || self.is_quoted(&item) || !self.items[..nth].iter().enumerate().all(led) {
            return;
        }
        let label = |item: &Item| item.is(UNUSED | SMALL | THING | THIS);
        let length = self.items[nth..].iter().take_while(|item| item.after < Break::Label).count();
        let to = nth + length;
        let whole = to + 1 < self.items.len() && self.items[nth..=to].iter().all(label);
        let (last, rest) = if whole {
            (to, &self.text[self.items[to].end..])
        } else if draft && item.after == Break::Blank && nth + 1 < self.items.len() {
            (nth, &self.text[item.end..])
        } else {
            return;
        };
        let capital = self.is_capital(nth, last);
        let bracket = self.text[..self.items[0].start].ends_with(['(', '[', '*']);
        // `Gelieve onderstaand bericht niet te gebruiken: Norrholm sluit mijn`
        let sure = |item: &Item| item.is(THIS | KILL);
        heard.kill |= whole && !item.is(PRIVATE) && self.items[..=last].iter().any(sure);
        let clear = bracket || rest.contains(char::is_lowercase) && (draft || item.is(PRIVATE));
        if capital && clear {
            heard.hold |= item.is(PRIVATE);
            heard.kill |= !item.is(PRIVATE);
        }
    }

    /// `Do not use.`, and `Do not use before 9 a.m.`
    pub(super) fn hear_forbidden(&self, nth: usize, heard: &mut Heard) {
        let item = self.items[nth];
        let next = self.items.get(nth + 1);
        // Between paragraphs `DO NOT USE` may be what stands on a bottle.
        if self.place == Place::Inside && !self.items.iter().any(|item| item.is(THING | THIS | OWN | TIME)) {
            return;
        }
        let bound = |item: &Item| item.is(UNTIL | BEFORE);
        // `Bitte bis auf weiteres nicht verwenden`
        let noticed_before = self.items[..nth].iter().any(|item| item.is(NOTICE));
        let whole_notice = || {
            let known = UNUSED | SMALL | THING | THIS | OWN | REASON | UNTIL | NOTICE;
            self.items.iter().all(|item| item.is(known))
        };
        // Turkish says it the other way round.
        let far = |nth: usize| bound(&self.items[nth]) && self.timed(nth + 1, 4);
        // So does Hungarian: `Közlésre nem alkalmas március 4. 6 óráig`
        let behind_time = |at: usize| {
            let between = &self.items[nth + 1..at];
            let timed = |item: &&Item| item.is(TIME) || self.is_number(item);
            bound(&self.items[at]) && between.iter().filter(|item| !timed(item)).count() <= 1
        };
        let bounded = self.items[nth + 1..].iter().take(2).any(bound)
            || (nth + 3..self.items.len().min(nth + 7)).any(behind_time)
            || self.is_bound_behind_list(nth)
            || (nth + 3..self.items.len().min(nth + 5)).any(far)
            || next.is_some_and(|next| next.is(TO) && self.timed(nth + 1, 3))
            || self.items[..nth].iter().any(bound) && (self.timed(0, nth) || noticed_before);
        if bounded {
            // `The film is not for release before May.`
            let of_story = self.is_note()
                || self.is_led(
                    nth,
                    SMALL
                        | THING
                        | THIS
                        | OWN
                        | PUBLISH
                        | TIME
                        | UNTIL
                        | BEFORE
                        | NOTICE
                        | NONE
                        | EMBARGO
                        | EMBARGOED,
                )
                || self.is_capital(nth, nth);
            if !self.is_note() && !self.first || !of_story {
            } else if (self.noticed(nth + 1) || noticed_before && whole_notice())
                && !self.timed(0, usize::MAX)
            {
                heard.hold = true;
            } else if self.is_note() || self.timed(0, usize::MAX) && (self.opens(nth) || nth < REACH) {
                let start = self.items.first().map_or(item.start, |first| first.start);
                heard.embargo = heard.embargo.or(Some(start));
            } else if self.place == Place::Head
                && self.opens(nth)
                && !item.is(PRIVATE)
                && self.items.iter().all(|item| item.after != Break::Comma)
                && self.is_of_publication(nth)
            {
                // `Do not publish until after the president has spoken`
                heard.hold = true;
            }
            return;
        }
        if self.items[..nth].iter().any(|item| item.is(OTHER)) {
            return;
        }
        // `Do not use it.`, `It must not be used.`: a drug, a phone
        let in_story = matches!(self.place, Place::Line | Place::Inside);
        if in_story && self.items.iter().any(|item| self.is_it(item)) {
            return;
        }
        // In a line all words must be of that, and so must they be where it may be said of something else.
        let known = UNUSED | SMALL | THING | THIS | OWN | KILL | REASON;
        let whole = self.items.iter().enumerate().all(|(at, item)| {
            item.is(known) && (item.after != Break::Label || !item.is(PRIVATE))
                    // `Draft - not for publication`
                    || (at == 0 || self.word(item) == "TEST") && is_private(self.word(item))
        });
        // `Please do not use the story "Acme", as it is wrong`
        let clause = nth + self.items[nth..].iter().take_while(|item| item.after < Break::Comma).count() + 1;
        let (own, rest) = self.items.split_at(clause.min(self.items.len()));
        let reasoned =
            nth < clause && own.iter().all(|item| item.is(known)) && rest.iter().any(|item| item.is(REASON));
        let whole = whole || reasoned && self.place == Place::Head && !item.is(PRIVATE);
        let ends = item.after >= Break::Comma
            || next.is_some_and(|next| {
                next.is(THIS | OWN) || next.is(THING | SMALL) && next.after >= Break::Comma
            })
            || self.is_note() && self.names_story(nth + 1)
            || whole;
        if item.is(PRIVATE) {
            heard.hold |= whole && self.first;
        } else if ends && (whole && self.first || self.is_note()) || self.is_of_this() {
            heard.kill = true;
        }
    }

    /// `Please do not use this story because of errors in its figures`: whatever follows, the story that it stands above is named.
    fn is_of_this(&self) -> bool {
        self.place == Place::Head
            && self.first
            // The line below may say until when.
            && self.text.trim_end().ends_with(['.', '!'])
            && self.items.iter().any(|item| item.is(THIS) && !item.is(OTHER))
            && !self.items.iter().any(|item| item.is(OTHER | PICTURE | EMBARGO | EMBARGOED))
    }

    /// `Not to be published, broadcast or posted online before 0001 GMT`: a list of what is not to be done, and then when it is.
    fn is_bound_behind_list(&self, nth: usize) -> bool {
        /// No list is longer, in words, …
        const LIST: usize = 12;
        /// … and has more that are not known.
        const UNKNOWN: usize = 2;
        let mut unknown = if self.is_of_publication(nth) { UNKNOWN } else { 0 };
        let list = self.items[nth + 1..].iter().take_while(|item| {
            let word = self.word(item).to_lowercase();
            let known = item.is(PUBLISH | SMALL | SERVICE | THIS | OWN | THING | UNUSED)
                || MEDIA.contains(&word.as_str());
            let spared = !known && unknown > 0;
            unknown -= usize::from(spared && !item.is(UNTIL | BEFORE));
            !item.is(UNTIL | BEFORE) && (known || spared)
        });
        let bound = nth + 1 + list.take(LIST).count();
        self.items.get(bound).is_some_and(|item| item.is(UNTIL | BEFORE)) && self.timed(bound + 1, REACH)
    }

    /// `Do not publish`, and no `do not use`, which is said of things as well.
    fn is_of_publication(&self, nth: usize) -> bool {
        const PUBLISHED: &[&str] =
            &["publi", "release", "broadcast", "veröffentlich", "sende", "diffus", "difund", "divulg"];
        let item = self.items[nth];
        let words = self.word(&item).to_lowercase();
        PUBLISHED.iter().any(|published| words.contains(published))
    }

    /// `Do not use ACME story`
    fn names_story(&self, from: usize) -> bool {
        let upper = |item: &Item| !self.word(item).contains(char::is_lowercase);
        let names =
            self.items[from..].iter().take_while(|item| item.class & !SMALL == 0 && upper(item)).count();
        names > 0
            && self.items.get(from + names).is_some_and(|item| item.is(THING) && item.after >= Break::Comma)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place::{Head, Inside, Line, Note};
    use super::super::cases::check;

    #[test]
    fn what_forbids_use_takes_back_holds_or_embargoes() {
        check(&[
            (Note, "Do not use.", "kill"),
            (Head, "[DO NOT USE] Exports rise", "kill"),
            (Head, "NOT FOR PUBLICATION: Exports rise", "hold"),
            (Note, "Do not publish until further notice.", "hold"),
            (Note, "Do not use before 0900 GMT Wednesday.", "embargo"),
            (Line, "Not to be published, broadcast or posted online before 0001 GMT Wednesday", "embargo"),
            (Line, "Do not use it.", ""),
            (Inside, "DO NOT USE", ""),
            (Line, "The film is not for release before May.", ""),
        ]);
    }
}
