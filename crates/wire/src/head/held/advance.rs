//! Stories for a later day that are not called embargoed: `For release at 9 a.m. EST`, `Frei ab Mittwoch`, `Adv08`, `Nicht vor
//! Mittwoch veröffentlichen`. `FOR RELEASE IN CINEMAS MAY 30` is of a film.

use super::items::{self, Break, Item, items};
use super::sentence::Sentence;
use super::time::REACH;
use super::words::{FROM, PICTURE, PLAIN, PUBLISH, SAYS, TELLS, TIME, UNUSED};
use super::{Place, beginning};

/// What says when a story is for all, and is an embargo only if that lies ahead: a day alone is as often the one on which it is sent.
fn is_issue(words: &str) -> bool {
    ["date", "immediate"].iter().any(|issue| words.contains(issue))
}

/// The same of a line from where it was heard on; and whether the line itself says that it is for then.
pub(in crate::head) fn tells_issue(line: &str) -> Option<bool> {
    let items = items(beginning(line, 100));
    let first = items.first().filter(|first| first.is(FROM))?;
    let words = line[first.start..first.end].to_lowercase();
    let on = || items.get(1).is_some_and(|next| line[next.start..next.end].eq_ignore_ascii_case("on"));
    is_issue(&words).then(|| words.contains("immediate") && on())
}

/// Whether a line begins with an advance that has its day as a number: `Adv08`.
pub(in crate::head) fn is_numbered_advance(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = &line[..line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len())];
    word.len() > "adv".len() && items::numbered(word) == "adv"
}

/// These need no time behind them.
#[rustfmt::skip]
const HELD: &[&str] = &[
    "hold for release", "held for release", "hfr", "frei ab beginn der rede", "frei ab redebeginn", "frei mit beginn der rede", "frei mit redebeginn",
    "frei bei redebeginn",
];

impl Sentence<'_, '_> {
    /// `Advance for Sunday trading hits exporters`: behind the day a headline goes on, and no edition.
    fn is_of_advance(&self, nth: usize) -> bool {
        let item = self.items[nth];
        let behind = &self.items[nth + 1..];
        let times = behind.iter().take_while(|item| item.is(TIME) || self.is_number(item)).count();
        let next = behind.get(times).filter(|_| times > 0 && behind[times - 1].after == Break::Blank);
        self.word(&item).to_lowercase().starts_with("advance for")
            && !self.is_capital(nth, nth)
            && !self.is_note()
            && next.is_some_and(|next| {
                let word = self.word(next);
                next.class & !PLAIN == 0
                    && word.starts_with(char::is_lowercase)
                    && !self.is_edition(next)
                    && !word.starts_with("edition")
            })
    }

    /// `Hold for a photo expected by 1500 GMT`: the story is there, and more comes.
    fn is_of_photo(&self, nth: usize) -> bool {
        self.items[nth + 1..].iter().take(3).any(|next| next.is(PICTURE))
    }

    /// `for release in AMs`, `in morning papers`
    fn is_edition(&self, item: &Item) -> bool {
        const EDITIONS: &[&str] = &["ams", "pms", "morning", "afternoon", "evening", "newspapers", "papers"];
        EDITIONS.contains(&self.word(item).to_lowercase().as_str())
    }

    /// `Hold until confirmed by the desk`
    pub(super) fn is_held(&self, nth: usize) -> bool {
        let item = self.items[nth];
        let words = self.word(&item).to_lowercase();
        words.starts_with("hold ")
            && !(words == "hold for" && self.is_of_photo(nth))
            && (self.is_note() && self.opens(nth) || self.opens(nth) && self.is_capital(nth, nth))
    }

    /// `Nicht vor Mittwoch, 06.00 Uhr, veröffentlichen`
    pub(super) fn is_later(&self, nth: usize) -> bool {
        let publish = self.items.iter().any(|item| item.is(PUBLISH | UNUSED));
        // `NOT BEFORE 0600 GMT WEDNESDAY` says nothing else.
        let alone = || nth == 0 && self.first && self.is_time_only(1);
        (self.is_note() || self.opens(nth)) && self.timed(nth + 1, REACH) && (publish || alone())
    }

    /// `For release at 9 a.m. EST`, `Frei ab Mittwoch, 06.00 Uhr`
    pub(super) fn is_release(&self, nth: usize) -> bool {
        /// The time follows within so many words.
        const NEAR: usize = 4;
        let item = self.items[nth];
        if !(self.opens(nth) || self.is_note()) || self.is_of_advance(nth) {
            return false;
        }
        let words = self.word(&item).to_lowercase();
        // `Release time is 0900 GMT` tells of figures, `Release date: …` above a film of other things.
        if (words.contains("time") || words.contains("date")) && item.after != Break::Label {
            return false;
        }
        if is_issue(&words) {
            return self.place != Place::Inside
                && self.timed(nth + 1, NEAR)
                && self.is_nothing_but_time(nth + 1);
        }
        // `For Sunday papers, March 8`, `For Monday's newspapers`, `For Sunday, March 8`
        if words.starts_with("for ") && item.is(TIME) {
            let next = self.items[nth + 1..].iter().find(|next| !self.word(next).eq_ignore_ascii_case("s"));
            return self.is_note() && next.is_none()
                || next.is_some_and(|next| self.is_edition(next))
                || self.items[nth + 1..].iter().any(|next| self.is_number(next))
                    && self.is_nothing_but_time(nth + 1);
        }
        // `Adv08`: for the eighth.
        if words.len() > "adv".len()
            && words.starts_with("adv")
            && words.ends_with(|c: char| c.is_ascii_digit())
        {
            return true;
        }
        if words.starts_with("hold for") && self.is_of_photo(nth) {
            return false;
        }
        // `Hold for release was the code on the cargo.`
        let in_story = matches!(self.place, Place::Line | Place::Inside);
        let told = self.items.get(nth + 1).is_some_and(|next| next.is(TELLS | SAYS));
        if in_story && told && item.after == Break::Blank && !self.is_capital(nth, nth) {
            return false;
        }
        // `To be released Friday, the film …`
        if (words.starts_with("to be ") || words == "adv")
            && !self.is_note()
            && !self.is_capital(nth, nth)
            && !(self.is_nothing_but_time(nth + 1) && crate::head::embargo::has_clock(&self.text[item.end..]))
        {
            return false;
        }
        // `FOR RELEASE IN CINEMAS MAY 30`
        let within = self.items.get(nth + 1).is_some_and(|next| {
            self.word(next).eq_ignore_ascii_case("in")
                && !self.timed(nth + 2, 1)
                && !self.items.get(nth + 2).is_some_and(|next| self.is_edition(next))
        });
        if within && !self.is_note() {
            return false;
        }
        // `Frei für Mittwochausgaben`
        let held =
            HELD.contains(&words.as_str()) || words.starts_with("frei für ") && words.ends_with("ausgaben");
        let label = item.after == Break::Label && words.starts_with("frei");
        let released =
            words.starts_with("for release") && self.is_capital(nth, nth) && self.items.len() > nth + 1;
        held || label
            || released
            || self.timed(nth + 1, NEAR)
            || self.noticed(nth + 1) && words.starts_with("hold")
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place::{Head, Line, Note};
    use super::super::cases::check;

    #[test]
    fn a_story_for_a_later_day_says_when() {
        check(&[
            (Note, "For release at 9 a.m. EST", "embargo"),
            (Line, "Frei ab Mittwoch, 06.00 Uhr", "embargo"),
            (Head, "Adv08", "embargo"),
            (Note, "Nicht vor Mittwoch, 06.00 Uhr, veröffentlichen", "embargo"),
            (Note, "For Sunday papers, March 8", "embargo"),
            (Note, "Hold until the minister has spoken", "hold"),
            (Head, "FOR RELEASE IN CINEMAS MAY 30", ""),
            (Head, "Advance for Sunday trading hits exporters", ""),
            (Note, "Hold for a photo expected by 1500 GMT", ""),
            (Line, "Release time is 0900 GMT", ""),
        ]);
    }
}
