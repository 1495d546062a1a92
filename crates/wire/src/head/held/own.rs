//! What is said of the story itself: `This story has been withdrawn`, `Reuters has withdrawn its story`, `Story sent in error`.
//! An earlier version, a bill, the Times' story are others.

use super::items::{Break, Item, items};
use super::may::may_hear;
use super::sentence::Sentence;
use super::words::{
    Class, HOLD, ITS, KILL, KILLS, OTHER, OWN, PICTURE, REASON, SAYS, SENT, SERVICE, SMALL, THING, THIS,
    UNUSED,
};
use super::{Heard, Place, beginning, names};
use crate::agencies::Agency;

/// Whether a sentence forbids the story that it stands in, or takes it back: it names that, and nobody is quoted.
pub(in crate::head) fn forbids_itself(sentence: &str) -> bool {
    if !may_hear(sentence, Place::Line) {
        return false;
    }
    let items = items(sentence);
    let any = |classes: Class| items.iter().any(|item| item.is(classes));
    any(THIS) && any(UNUSED | KILL) && !any(SAYS | OTHER | PICTURE)
}

/// Whether a line speaks of a story, or to those who print it.
pub(in crate::head) fn speaks_of_story(line: &str) -> bool {
    const PRINTERS: &[&str] =
        &["editors", "clients", "subscribers", "desks", "redaktionen", "rédactions", "attention", "eds"];
    items(beginning(line, 400)).iter().any(|item| {
        let word = &line[item.start..item.end];
        // `anulowanie depeszy` is one phrase that ends in the story
        let names =
            || word.rsplit_once(' ').is_some_and(|(_, last)| items(last).iter().any(|item| item.is(THING)));
        item.is(THING | THIS | OWN | ITS)
            || names()
            || PRINTERS.iter().any(|printer| word.eq_ignore_ascii_case(printer))
    })
}

impl Sentence<'_, '_> {
    /// `It was killed`: in a note the story, in the copy whatever the sentence before is about.
    pub(super) fn is_it(&self, item: &Item) -> bool {
        !self.is_note() && !self.named && self.word(item).eq_ignore_ascii_case("it")
    }

    /// `withdrawn from the collection`, and not from the wire.
    fn is_from_elsewhere(&self, nth: usize) -> bool {
        let from = self.items.get(nth + 1);
        from.is_some_and(|from| self.word(from).eq_ignore_ascii_case("from"))
            && !self.items.iter().skip(nth + 2).take(5).any(|item| item.is(SERVICE))
    }

    /// `This story was withdrawn by the Times`, and not by the wire.
    fn is_by_another(&self, nth: usize) -> bool {
        const OURS: &[&str] = &["agency", "desk", "editors", "us", "publisher", "publishers"];
        let mut behind = self.items[nth + 1..].iter().map(|item| self.word(item));
        let by = behind.next().is_some_and(|by| by.eq_ignore_ascii_case("by"));
        let ours = |word: &str| OURS.iter().any(|ours| word.eq_ignore_ascii_case(ours));
        by && !behind.take(2).any(|word| ours(word) || Agency::writing(word).is_some())
    }

    /// `This story has been withdrawn`, `AP is killing this story`.
    pub(super) fn hear_of_story(&self, nth: usize, heard: &mut Heard) {
        /// So many words that are not known may stand between …
        const BETWEEN: usize = 1;
        /// … and so many more are the name of a story.
        const CALLED: usize = 8;
        /// So many words before or behind, and more behind a name.
        const NEAR: usize = 6;
        if !self.is_note()
            && (self.is_from_elsewhere(nth) || self.is_by_another(nth) || self.is_told_before(nth))
        {
            return;
        }
        // `The item was withdrawn due to an error.`, `The story was sent in error and has been withdrawn.`
        let told = || {
            let because = self.items.iter().any(|item| item.is(REASON));
            (self.is_sent_in_error() || self.place == Place::Head && because)
                && self.is_led(nth, SMALL | OWN | REASON)
        };
        let own = match self.place {
            Place::Inside => THIS,
            _ if self.is_by_agency() => THIS | OWN | ITS,
            Place::Note => THIS | OWN,
            _ if self.opens(nth) || told() || self.is_labelled(nth) => THIS | OWN,
            _ => THIS,
        };
        let is_own = |other: &usize| {
            let (from, to) = (nth.min(*other), nth.max(*other));
            let between = self.items[from + 1..to].iter();
            let unknown = between.filter(|item| !item.is(SMALL | KILL | KILLS | REASON)).count();
            let other = self.items[*other];
            let unknown = if self.is_called(&other) { unknown.saturating_sub(CALLED) } else { unknown };
            let thing = self.is_note()
                && other.is(THING)
                && (to == from + 1
                    || self.items[from + 1..to].iter().all(|item| item.is(SMALL))
                        && self.is_led_by_name(from));
            (other.is(own) && !self.is_it(&other) && !self.is_of_another(&other) || thing)
                && unknown <= BETWEEN
                && self.items[from..to].iter().all(|item| item.after < Break::Comma)
                && self.items[..to].iter().all(|item| !item.is(OTHER))
        };
        let range = nth.saturating_sub(NEAR + CALLED)..(nth + NEAR).min(self.items.len());
        let itself = |at: &Item| at.is(THIS) && !at.is(OTHER);
        if self.kills_another(nth) && self.items[..nth].iter().any(itself) {
            return;
        }
        let Some(own) = range.filter(|other| *other != nth).find(is_own) else { return };
        // A story holds up, and prices are withheld: only who is asked to hold it holds it.
        if self.items[nth].is(HOLD) {
            let near = own == nth + 1 || own > nth && self.is_called(&self.items[own]);
            heard.hold |= near && (self.is_note() || self.opens(nth));
        } else {
            heard.kill = true;
        }
    }

    /// `Mitätöinti: STT:n uutinen … on mitätöity.`: a label above the story says so, and then a sentence.
    fn is_labelled(&self, nth: usize) -> bool {
        let label = self.items.first().is_some_and(|label| label.is(KILL) && label.after == Break::Label);
        label && nth > 0 && self.place == Place::Head
    }

    /// `The item sent at 1000 GMT has been cancelled.`: between paragraphs another's, and below the last one only an item of a wire,
    /// if the sentence begins with it.
    pub(super) fn is_of_another(&self, item: &Item) -> bool {
        let words = self.word(item).split(' ').next_back().unwrap_or("");
        let led = || {
            self.items
                .iter()
                .take_while(|before| before.start < item.start)
                .all(|before| before.is(SMALL | OWN))
        };
        item.is(SENT)
            && !self.is_by_agency()
            && match self.place {
                Place::Note | Place::Head => false,
                Place::Line => names::is_sending(words) || !led(),
                Place::Inside => true,
            }
    }

    /// `BRITAIN-TRADE story`
    fn is_led_by_name(&self, nth: usize) -> bool {
        let mut before = self.items[..nth].iter();
        before.all(|item| item.is(SMALL | THING) || !self.word(item).contains(char::is_lowercase))
    }

    /// `This item cancels our item 0123`: a story that does so is no canceled one.
    fn kills_another(&self, nth: usize) -> bool {
        const ACTIVE: &[&str] =
            &["cancels", "kills", "withdraws", "retracts", "eliminates", "annule", "anula", "annulla"];
        let word = |item: &Item| self.word(item).to_lowercase();
        let item = self.items[nth];
        let itself = nth > 0 && ["se", "si", "s"].contains(&word(&self.items[nth - 1]).as_str());
        // `The news killed the rally`, and not `Story killed in error`
        let active = |before: &Item, next: &Item| {
            word(&item) == "killed"
                && (!before.is(SMALL) || before.is(THING))
                && !next.is(REASON)
                && word(next) != "by"
        };
        let next = self.items.get(nth + 1).filter(|_| nth > 0 && item.after == Break::Blank);
        if next.is_some_and(|next| active(&self.items[nth - 1], next)) {
            return true;
        }
        item.after == Break::Blank
            && nth + 1 < self.items.len()
            && ACTIVE.contains(&word(&item).as_str())
            && !itself
    }

    /// Only a wire says so of a story.
    pub(super) fn is_sent_in_error(&self) -> bool {
        self.items.iter().any(|item| item.is(REASON) && item.is(SERVICE))
    }

    /// `the story slugged BRITAIN-TRADE`: its name follows.
    fn is_called(&self, item: &Item) -> bool {
        let words = self.word(item);
        item.is(THIS) && (words.ends_with("slugged") || words.ends_with("headlined"))
    }

    /// `Reuters has withdrawn its story`
    pub(super) fn is_by_agency(&self) -> bool {
        let mut words = self.items.iter().map(|item| self.word(item));
        let first = words.find(|word| !["the", "l"].iter().any(|article| word.eq_ignore_ascii_case(article)));
        first.is_some_and(|first| Agency::writing(first).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place::{Line, Note};
    use super::super::cases::check;

    #[test]
    fn what_is_said_of_this_story_is_not_said_of_another() {
        check(&[
            (Line, "This story has been withdrawn.", "kill"),
            (Line, "Reuters has withdrawn its story.", "kill"),
            (Note, "Story sent in error", "kill"),
            (Note, "Please hold this story.", "hold"),
            (Line, "The bill has been withdrawn.", ""),
            (Line, "This story was withdrawn by the Times.", ""),
            (Line, "An earlier version of this story was withdrawn.", ""),
            (Note, "The news killed the rally.", ""),
            (Line, "The painting was withdrawn from the collection.", ""),
        ]);
    }
}
