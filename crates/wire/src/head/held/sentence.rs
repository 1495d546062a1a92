//! A sentence, and what is asked of each of its words: the rules of the families come together here.

use super::items::{Break, Item};
use super::labels::is_retreat;
use super::words::{
    ASK, Class, EMBARGO, EMBARGOED, FROM, HOLD, KILL, KILLS, LATER, ORDER, OWN, PUBLISH, REASON, RELEASE,
    SMALL, THING, THIS, UNUSED,
};
use super::{Heard, Place};
use crate::agencies::Agency;

/// Words without which no sentence is heard.
pub(super) const SAYING: Class =
    KILL | KILLS | HOLD | UNUSED | EMBARGO | EMBARGOED | FROM | LATER | ASK | ORDER | REASON;

/// A sentence, and what is asked of each of its words.
pub(super) struct Sentence<'t, 's> {
    pub text: &'t str,
    pub items: &'s [Item],
    pub place: Place,
    /// Nothing but small words, or a sentence of this story, stands before it.
    pub first: bool,
    /// The story was named before: `it` is the story.
    pub named: bool,
}

impl<'t> Sentence<'t, '_> {
    /// An item as it is written.
    pub(super) fn word(&self, item: &Item) -> &'t str {
        &self.text[item.start..item.end]
    }

    pub(super) fn is_note(&self) -> bool {
        self.place == Place::Note
    }

    /// Whether a word is the first of the line, but for small ones, or of a bracket.
    pub(super) fn opens(&self, nth: usize) -> bool {
        // `Press conference (embargoed)` is a line of a list.
        let whole = matches!(self.place, Place::Note | Place::Head);
        self.is_led(nth, SMALL | THING | THIS | PUBLISH | RELEASE) || whole && self.is_bracketed(nth)
    }

    /// Whether nothing but words of these kinds stands before a word.
    pub(super) fn is_led(&self, nth: usize, by: Class) -> bool {
        let leads = |item: &Item| {
            item.is(by) && !(item.is(OWN) && self.is_it(item))
                || item.after < Break::Label && Agency::writing(self.word(item)).is_some()
        };
        self.first && self.items[..nth].iter().all(leads)
    }

    pub(super) fn is_bracketed(&self, nth: usize) -> bool {
        self.text[..self.items[nth].start].ends_with(['(', '['])
    }

    pub(super) fn is_capital(&self, from: usize, to: usize) -> bool {
        let (Some(first), Some(last)) = (self.items.get(from), self.items.get(to)) else { return false };
        let words = &self.text[first.start..last.end];
        words.contains(char::is_uppercase) && !words.contains(char::is_lowercase)
    }

    pub(super) fn hear(&self, heard: &mut Heard) {
        if !self.is_note() && (self.is_told() || self.is_of_story()) {
            return;
        }
        if self.place == Place::Head && self.is_to_editors() {
            let mut told = Heard::default();
            Sentence { place: Place::Note, ..*self }.hear(&mut told);
            heard.kill |= told.kill;
            heard.hold |= told.hold;
        }
        if self.place != Place::Inside {
            self.hear_labels(heard);
        }
        if self.place == Place::Head {
            self.hear_order(heard);
        }
        // `Story sent in error`
        let of_story = |item: &Item| item.is(SMALL | THING | THIS | OWN | REASON);
        heard.kill |= self.is_note() && self.is_sent_in_error() && self.items.iter().all(of_story);
        // `Sent in error - please delete`, `Not for use - sent in error`
        let deleted = |item: &Item| of_story(item) || item.is(KILL | KILLS | UNUSED);
        heard.kill |= self.place != Place::Inside
            && self.is_sent_in_error()
            && self.items.iter().any(|item| item.is(KILL | KILLS | UNUSED))
            && self.items.iter().all(deleted);
        for (nth, item) in self.items.iter().enumerate() {
            if !item.is(SAYING) || !self.is_note() && self.is_quoted(item) {
                continue;
            }
            // `Les députés demandent le retrait de cet article`
            if item.is(KILL | KILLS | HOLD) && !is_retreat(item) {
                self.hear_of_story(nth, heard);
            }
            heard.kill |= item.is(ASK) && self.is_asked_not_to(nth);
            if item.is(ORDER) && self.is_of_slug(nth) {
                heard.hold |= item.is(HOLD);
                heard.kill |= !item.is(HOLD);
            }
            if item.is(UNUSED) {
                self.hear_forbidden(nth, heard);
            }
            if item.is(EMBARGO | EMBARGOED | FROM | LATER) && !self.is_lifted(nth) {
                let embargo = match item.class {
                    class if class & LATER != 0 => self.is_later(nth),
                    class if class & FROM != 0 => self.is_release(nth),
                    _ => self.is_embargo(nth),
                };
                if embargo {
                    heard.embargo = heard.embargo.or(Some(item.start));
                } else if item.is(FROM) && self.is_held(nth) {
                    heard.hold = true;
                }
            }
        }
    }
}
