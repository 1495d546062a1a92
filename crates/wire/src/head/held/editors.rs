//! What editors are asked to do with a story: `Please do not use; a substitute will move shortly.`, `Kill Acme takeover`, `Bitte
//! verwenden Sie die Meldung dpa 0157 nicht.` `order` has what other languages say of a story that is named.

use super::items::{Break, Item, items, lowered};
use super::sentence::Sentence;
use super::words::{
    ASK, HOLD, KILL, KILLS, NONE, NOTICE, OTHER, OWN, PART, PICTURE, REASON, SMALL, THING, THIS, TIME, UNTIL,
    UNUSED,
};
use super::{Place, names, order};

/// Whether a sentence takes back a story that it names: `Bitte verwenden Sie die Meldung «Acme kauft Zenith» nicht.`
pub(in crate::head) fn names_and_takes_back(sentence: &str) -> bool {
    let asks = || {
        let items = names::without(sentence, &items(sentence));
        let asked = items.iter().position(|item| item.is(ASK));
        let whole = Sentence { text: sentence, items: &items, place: Place::Head, first: true, named: false };
        asked.is_some_and(|nth| whole.is_asked_not_to(nth)) && order::has_name(sentence)
    };
    order::takes_back(sentence, Place::Head) || asks()
}

impl Sentence<'_, '_> {
    /// `Please do not use; a substitute story will move shortly.`, `This item should be removed from all platforms.`: above a story, too, it is
    /// a note that asks for something or begins with the story, and says at once what is done with it.
    pub(super) fn is_to_editors(&self) -> bool {
        const ASKS: &[&str] = &[
            "please",
            "pls",
            "kindly",
            "bitte",
            "prière",
            "merci",
            "veuillez",
            "rogamos",
            "rogamos a los abonados que",
            "por favor",
            "favor",
            "favor de",
            "se ruega",
            "si prega di",
            "vi preghiamo di",
            "gelieve",
            "vänligen",
            "vennligst",
            "venligst",
            "prosimy",
            "prosimy o",
            "prosíme",
            "просим",
            "просьба",
            "lütfen",
            "we are",
        ];
        let asks = |item: &Item| {
            let words = lowered(self.word(item));
            ASKS.iter()
                .any(|ask| words == *ask || words.strip_prefix(ask).is_some_and(|rest| rest.starts_with(' ')))
        };
        let Some(nth) = self.items.iter().position(|item| item.is(KILL | KILLS | HOLD | UNUSED)) else {
            return false;
        };
        // A headline may stand behind a label, and none is a question.
        let label = self.items[nth..].iter().any(|item| item.after == Break::Label);
        let before = &self.items[..nth];
        // `Please Hold Me Tight tops charts`
        let named = self.items.iter().any(|item| item.is(THING | THIS | OWN | UNUSED));
        self.first
            && named
            && !label
            && !self.text.trim_end().ends_with('?')
            && before.iter().all(|item| item.is(SMALL | THING | THIS | OWN | REASON) && !self.is_it(item))
            && (self.items.iter().take(nth + 4).any(asks) || before.iter().any(|item| item.is(THIS)))
    }

    /// `Bitte verwenden Sie die Meldung dpa 0157 nicht.`
    pub(super) fn is_asked_not_to(&self, nth: usize) -> bool {
        let behind = &self.items[nth + 1..];
        // A headline may stand behind it.
        let clause = behind.iter().take_while(|item| item.after < Break::Label).count();
        let not =
            |nth: &usize| behind.get(*nth).is_some_and(|item| self.word(item).eq_ignore_ascii_case("nicht"));
        let Some(last) = [clause, behind.len().wrapping_sub(1)].into_iter().find(not) else { return false };
        let before = &behind[..last];
        before.iter().any(|item| item.is(THING | THIS | OWN))
            && !before.iter().any(|item| item.is(OTHER))
            && (self.is_note() || self.is_led(nth, SMALL | KILL))
    }

    /// `Kill Acme takeover`, `Please hold "Acme takeover"`: editors are told to do so with a story that is called by its name. `Kill 4th graf`
    /// is of a part of one.
    pub(super) fn is_of_slug(&self, nth: usize) -> bool {
        let named = |next: &Item| {
            let words = self.text[next.start..].chars();
            let quoted = self.text[..next.start].ends_with(['"', '“', '„', '«', '\'', '‘']);
            words.take(1).all(|c| c.is_uppercase() || c.is_ascii_digit()) || quoted
        };
        let after = &self.items[nth + 1..];
        let clause = after.iter().take(after.iter().take_while(|item| item.after < Break::Comma).count() + 1);
        (self.is_note() || self.place == Place::Head && self.first && self.names_item(nth + 1))
            && self.items[..nth].iter().all(|item| item.is(SMALL | THING))
            && self.items[nth].after == Break::Blank
            && after.first().is_some_and(|next| named(next) && !next.is(NOTICE | NONE))
            && !clause.clone().any(|item| item.is(PART | PICTURE | OTHER | UNTIL | TIME))
    }

    /// `Please hold BC-Tin, a0310, LONDON`: a slug with its cycle and nothing behind it, for which somebody is asked, or the number of an
    /// item not far behind the name; `Withdraw BC-Alberta pipeline plan` is news.
    fn names_item(&self, from: usize) -> bool {
        /// Within so many words.
        const NEAR: usize = 5;
        let Some(next) = self.items.get(from) else { return false };
        let asks = || self.text[..next.start].to_lowercase().contains("please");
        let slug = || self.items[from..].iter().find(|item| item.after != Break::Joined);
        let cycle = matches!(self.word(next), "AM" | "PM" | "BC")
            && next.after == Break::Joined
            && slug().is_some_and(|last| last.after >= Break::Comma)
            && asks();
        let number = |item: &Item| {
            let word = self.word(item).as_bytes();
            word.len() == 5 && word[0].is_ascii_lowercase() && word[1..].iter().all(u8::is_ascii_digit)
        };
        // `PLEASE KILL BOLIVIA-TIN. WRONG FIGURES.`
        let capitals = next.after == Break::Joined
            && slug().is_some_and(|last| {
                last.after >= Break::Comma && !self.text[next.start..last.end].contains(char::is_lowercase)
            })
            && asks();
        cycle || capitals || self.items[from..].iter().take(NEAR).any(number)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place::{Head, Note};
    use super::super::cases::check;

    #[test]
    fn editors_are_told_what_to_do_with_a_story_that_is_named() {
        check(&[
            (Note, "Kill Acme takeover", "kill"),
            (Note, "Please hold \"Acme takeover\"", "hold"),
            (Note, "Bitte verwenden Sie die Meldung dpa 0157 nicht.", "kill"),
            (Head, "Please do not use this story; a substitute will move shortly.", "kill"),
            (Note, "Kill 4th graf", ""),
            (Head, "Please Hold Me Tight tops charts", ""),
            (Note, "Bitte verwenden Sie die Meldung dpa 0157.", ""),
        ]);
    }
}
