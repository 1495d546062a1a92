//! Embargoes that are called so: `EMBARGOED UNTIL 0900 GMT`, `Sperrfrist Mittwoch, 06.00 Uhr`. One has a time behind it, or nothing,
//! and may be lifted; `Embargo on Russian oil` has something else.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::forbidden::MEDIA;
use super::items::{Break, Item, items};
use super::may::{begins_otherwise, is_small, may_begin};
use super::sentence::Sentence;
use super::time::REACH;
use super::words::{
    BEFORE, EMBARGO, EMBARGOED, FROM, NONE, OTHER, OWN, PLAIN, PUBLISH, RELEASE, ROAD, SMALL, THING, THIS,
    TIME, TO, UNTIL,
};
use super::{Asked, Place, beginning, far, greeting, hear_near, order};

/// Whether an embargo is named in a line, in any of the languages that write the word so: `embargoed`, `EMBARGO`, `Ehdoton embargo`.
pub(in crate::head) fn names_embargo(line: &str) -> bool {
    EMBARGOES.iter().any(|embargo| embargo.find(line.as_bytes()).is_some())
}

static EMBARGOES: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| ["mbarg", "MBARG"].map(Finder::new));

/// `No embargo`, `keine`, `immediate`: what a field for embargoes says where there is none.
pub(crate) fn is_no_embargo(words: &str) -> bool {
    let items = items(beginning(words, 100));
    items.iter().any(|item| item.is(NONE))
        && items.iter().all(|item| item.is(NONE | EMBARGO | EMBARGOED | SMALL))
}

/// Whether a line is about an embargo from its beginning on: `EMBARGOED UNTIL 0900 GMT`, and no headline with that in brackets.
pub(in crate::head) fn is_embargo(line: &str) -> bool {
    // `Achtung: Sperrfrist …`
    let label = || {
        line.len() <= 200
            && memchr::memchr(b':', line.as_bytes()).is_some()
            && crate::head::signals::may_say(line)
    };
    let greeted = || greeting::behind(line).is_some();
    // `The story below is embargoed …`, `Der folgende Text ist bis Freitag, 6.00 Uhr, gesperrt`
    let of_this = |before: &str| {
        let known = |item: &Item| {
            // `10.00'a kadar`: the ending of a number
            let ending = item.end - item.start <= 3 && before[..item.start].ends_with(['\'', '’']);
            item.is(SMALL | THING | THIS | OWN | RELEASE | UNTIL | TIME)
                || before[item.start..].starts_with(|c: char| c.is_ascii_digit())
                || ending
        };
        let items = items(before);
        items.iter().any(|item| item.is(THIS | RELEASE)) && items.iter().all(known)
    };
    // `The data below are embargoed until 1400 GMT`, and no headline with `EMBARGOED UNTIL 1400 GMT` behind it.
    let bare_notice = |at: usize, before: &str| {
        let items = items(line);
        let apart = !line[at..].contains(char::is_lowercase) && before.contains(char::is_lowercase);
        let whole = Sentence { text: line, items: &items, place: Place::Head, first: true, named: false };
        !apart && items.iter().position(|item| item.start == at).is_some_and(|nth| whole.is_bare_notice(nth))
    };
    // `Ehdoton embargo …`: a small word, and then that.
    let bare = || line.len() <= 120 && names_embargo(line);
    if !line.is_ascii() && far::is_far(line) && far::hear(line, Place::Head).embargo.is_some() {
        return true;
    }
    (!begins_otherwise(line) && (may_begin(line) || order::may_begin(line) || greeted()) || label() || bare())
        && hear_near(line, Place::Head, Asked::Embargo).embargo.is_some_and(|at| {
            let before = line[..at].trim_start_matches(|c: char| !c.is_alphanumeric());
            let small = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let small = || small.map(str::to_lowercase).all(|word| is_small(&word));
            greeted()
                || !before.ends_with(['(', '[']) && (small() || of_this(before) || bare_notice(at, before))
        })
}

impl Sentence<'_, '_> {
    /// `Embargo levé le 4 mars 2026 à 07h00 GMT`: then, and not now.
    fn is_lifted_then(&self, nth: usize) -> bool {
        let then = |none: &Item| crate::head::embargo::end_in(&self.text[none.end..], None).is_some();
        self.items.get(nth).is_some_and(|next| next.is(NONE) && then(next))
    }

    /// `Sperrfrist: keine`, `no embargo`, `embargo lifted`
    pub(super) fn is_lifted(&self, nth: usize) -> bool {
        if self.is_lifted_then(nth + 1) {
            return false;
        }
        let next = self.items[nth + 1..].iter().find(|item| !item.is(SMALL) || item.is(NONE));
        nth > 0 && self.items[nth - 1].is(NONE)
            || next.is_some_and(|next| next.is(NONE))
            || self.is_blank(nth)
            || self.items[nth + 1..].iter().any(|item| self.is_released(item))
    }

    /// `Embargoed until 0900 GMT, now free`
    fn is_released(&self, item: &Item) -> bool {
        const RELEASED: &[&str] = &[
            "now free",
            "is now free",
            "now released",
            "is now released",
            "has now been released",
            "jetzt frei",
            "désormais libre",
        ];
        item.is(NONE) && RELEASED.contains(&self.word(item).to_lowercase().as_str())
    }

    /// `Embargo: -`, `Embargo: n/a`: nothing stands behind the label.
    pub(super) fn is_blank(&self, nth: usize) -> bool {
        let rest = &self.text[self.items[nth].end..];
        let rest = rest.lines().next().unwrap_or("").trim_start();
        let said = rest.strip_prefix(':').unwrap_or("").trim();
        said.eq_ignore_ascii_case("n/a")
            || !said.is_empty() && said.chars().all(|c| matches!(c, '-' | '–' | '—'))
    }

    /// `THE DATA BELOW ARE EMBARGOED UNTIL 1400 GMT ON MARCH 4`: whatever is embargoed, no headline ends in a clock.
    fn is_bare_notice(&self, nth: usize) -> bool {
        /// What is embargoed has no more words.
        const SUBJECT: usize = 6;
        let item = self.items[nth];
        self.place == Place::Head
            && self.first
            && item.is(EMBARGOED)
            && nth <= SUBJECT
            && self.items[..nth].iter().all(|before| before.after == Break::Blank)
            && self.is_nothing_but_time(nth + 1)
            && crate::head::embargo::shows_clock(&self.text[item.end..])
    }

    pub(super) fn is_embargo(&self, nth: usize) -> bool {
        let item = self.items[nth];
        let capital = self.is_capital(nth, nth);
        let clause = nth == 0 || self.items[nth - 1].after >= Break::Comma;
        // `Exports rise - EMBARGO 6 p.m. GMT`
        let last = capital
            && matches!(self.place, Place::Note | Place::Head)
            && nth > 0
            && self.items[..nth]
                .iter()
                .rev()
                .find(|item| !item.is(SMALL) || item.after == Break::Label)
                .is_some_and(|item| item.after == Break::Label);
        // `Photos embargoed until 6 a.m.`
        if self.items[..nth]
            .iter()
            .rev()
            .take_while(|item| item.after < Break::Comma)
            .any(|item| item.is(OTHER))
        {
            return false;
        }
        // `our release, which is under embargo until …`: what it is of is this story; and `It is embargoed` says so above one only.
        let words = self.word(&item).to_lowercase();
        let relative = item.is(EMBARGOED) && ["which ", "that "].iter().any(|word| words.starts_with(word));
        let of_this = || self.items[..nth].iter().any(|item| item.is(THIS | OWN | RELEASE));
        if relative && !(of_this() && self.is_led(nth, SMALL | THING | THIS | OWN | RELEASE))
            || words.starts_with("it is ") && !matches!(self.place, Place::Note | Place::Head)
        {
            return false;
        }
        // `Der Text ist bis Freitag, 6.00 Uhr, gesperrt.`
        let until = |item: &Item| {
            item.is(SMALL | THING | THIS | OWN | RELEASE | UNTIL | TIME)
                || self.is_number(item)
                // `10.00'a kadar`: the ending of a number
                || item.end - item.start <= 3 && self.text[..item.start].ends_with(['\'', '’'])
        };
        let before = &self.items[..nth];
        if item.is(EMBARGOED)
            && self.first
            && before.iter().all(until)
            && (item.is(UNTIL) || before.iter().any(|item| item.is(UNTIL)))
            && self.timed(0, nth)
        {
            return true;
        }
        // `Press embargo until 0600 GMT`
        let of_press = || {
            const PRESS: &[&str] = &["press", "media", "presse", "pers", "medien"];
            let first = self.items[0];
            let first = self.word(&first).to_lowercase();
            nth == 1 && self.first && self.items[0].after == Break::Blank && PRESS.contains(&first.as_str())
        };
        let starts = self.opens(nth)
            || of_press()
            || self.is_bare_notice(nth)
            || self.is_led(nth, SMALL | THING | THIS | OWN | RELEASE)
            || last
            || self.is_note() && (capital || clause);
        if !(starts || self.is_note() && item.is(EMBARGOED)) {
            return false;
        }
        let next = self.items.get(nth + 1);
        // A box has a heading, and then a sentence.
        let near =
            |next: &Item| next.is(UNTIL | BEFORE | TO | TIME) && !next.is(EMBARGO) || self.is_number(next);
        if self.place == Place::Inside && !item.is(EMBARGOED | UNTIL) && !next.is_some_and(near) {
            return false;
        }
        if item.is(ROAD) && self.is_of_road(nth) {
            return false;
        }
        // `The embargo runs until March 4.`
        let tells = |next: &Item| next.class & !PLAIN == 0 && !self.is_number(next);
        let in_story = matches!(self.place, Place::Line | Place::Inside);
        if in_story
            && !item.is(EMBARGOED)
            && !capital
            && item.after == Break::Blank
            && next.is_some_and(tells)
        {
            return false;
        }
        // `EMBARGO ON THIS STORY UNTIL`, `EMBARGOED FOR ALL MEDIA UNTIL`, and not `EMBARGO ON RUSSIAN OIL UNTIL 2030`
        let goes_with = |item: &&Item| {
            item.is(SMALL | THING | THIS | OWN | TO | PUBLISH)
                || MEDIA.contains(&self.word(item).to_lowercase().as_str())
        };
        let words = self.items[nth + 1..].iter().take(REACH).take_while(goes_with).count();
        let until = item.is(UNTIL)
            || self.is_lifted_then(nth + 1)
            || item.after != Break::Joined
                && (self.items[nth + 1..].iter().take(2).any(|next| next.is(UNTIL))
                    || self.items.get(nth + 1 + words).is_some_and(|next| next.is(UNTIL)));
        if until {
            // `Embargo until Friday?`
            let asks = self.items.last().is_some_and(|last| self.text[last.end..].starts_with('?'));
            if !self.is_note() && (asks || self.goes_on_with_story(nth)) {
                return false;
            }
            let timed = self.timed(nth + 1 + words, REACH);
            // `The embargo until March on Russian oil stays`
            let only = self.is_note() && (clause || timed)
                || timed
                    && (self.is_time_only(nth + 1)
                        || self.is_time_only(nth + 1 + words)
                        || self.is_time_of_label(nth + 1));
            return item.is(EMBARGOED) || capital || self.noticed(nth + 1) || only;
        }
        // `Embargoed to 0001 Friday`; `Embargo to end` is none
        if next.is_some_and(|next| next.is(TO | BEFORE)) && self.timed(nth + 2, 2) {
            return true;
        }
        // `EMBARGO ALLE 18 DEL 6 MARZO`
        let clock = self.items.get(nth + 2).is_some_and(|next| self.is_number(next));
        if clock
            && next.is_some_and(|next| next.is(TO))
            && self.timed(nth + 2, REACH)
            && self.is_time_only(nth + 2)
        {
            return true;
        }
        // `Embargo for broadcast and online: Wednesday, 0600 GMT`
        let labelled = words > 0 && self.items[nth + words].after == Break::Label;
        if labelled && self.timed(nth + words + 1, 3) && self.is_time_only(nth + words + 1) {
            return true;
        }
        // `EMBARGOED FOR RELEASE AT 0600 GMT, WEDNESDAY`
        if next.is_some_and(|next| next.is(FROM)) && self.timed(nth + 2, REACH) {
            return true;
        }
        // `EMBARGO 0001 GMT March 3`, `Sperrfrist Mittwoch, 06.00 Uhr`
        next.is_some_and(|next| next.is(TIME | SMALL) || self.is_number(next))
            && self.timed(nth + 1, 3)
            && (capital
                || self.is_note()
                || item.is(EMBARGOED)
                || item.after == Break::Label
                || self.is_time_only(nth + 1))
    }

    /// `Under embargo until Friday, Cuban cigars pile up.`, `EMBARGO UNTIL 2030: that was the headline.`: a day or a year, no clock, and
    /// then a story in small letters.
    fn goes_on_with_story(&self, nth: usize) -> bool {
        /// So many words make one.
        const STORY: usize = 3;
        let unknown = |item: &Item| item.class & !PLAIN == 0 && !self.is_number(item);
        let behind = &self.items[nth + 1..];
        let bound = behind.iter().take_while(|item| item.is(UNTIL | SMALL | TO)).count();
        let Some(when) = behind.get(bound) else { return false };
        let rest = &behind[bound + 1..];
        let word = self.word(when);
        let year =
            word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit());
        let small = rest.first().is_some_and(|next| self.text[next.start..].starts_with(char::is_lowercase));
        // `Embargoed until Friday, …`: no story begins with the word of the label itself.
        let item = self.items[nth];
        let is_label = self.word(&item).eq_ignore_ascii_case("embargoed");
        let told = (when.is(TIME)
            && !self.is_number(when)
            && when.after == Break::Comma
            && !self.is_capital(nth, nth)
            && !is_label
            && rest.first().is_some_and(unknown))
            || year && when.after == Break::Label && small;
        told && rest.iter().filter(|item| unknown(item)).count() >= if year { STORY - 1 } else { STORY }
            && !rest.iter().any(|item| item.is(TIME) && !year || self.is_number(item))
    }

    /// `Gesperrt bis Mittwoch ist die A7`, `Gesperrt: A7 bis Freitag`
    pub(super) fn is_of_road(&self, nth: usize) -> bool {
        let of_time = |item: &Item| item.is(TIME | SMALL | TO | UNTIL | ROAD) || self.is_number(item);
        !self.is_note()
            && !self.is_capital(nth, nth)
            && !self.is_bracketed(nth)
            && !self.items[nth..].iter().all(of_time)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place::{Head, Line, Note};
    use super::super::cases::check;

    #[test]
    fn an_embargo_has_a_time_behind_it_and_is_not_lifted() {
        check(&[
            (Head, "EMBARGOED UNTIL 0900 GMT", "embargo"),
            (Note, "Sperrfrist Mittwoch, 06.00 Uhr", "embargo"),
            (Note, "Embargo: 3 March, 0900 GMT", "embargo"),
            (Head, "THE DATA BELOW ARE EMBARGOED UNTIL 1400 GMT ON MARCH 4", "embargo"),
            (Head, "Embargo on Russian oil until 2030", ""),
            (Note, "Embargo: none", ""),
            (Note, "Embargo lifted", ""),
            (Note, "Embargo: n/a", ""),
            (Head, "Under embargo until Friday, Cuban cigars pile up.", ""),
            (Line, "Gesperrt bis Mittwoch ist die A7", ""),
        ]);
    }
}
