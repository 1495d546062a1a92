//! Labels: clauses that are made of such words and of small ones that go with them, and of nothing else. `STORY WITHDRAWN`,
//! `MANDATORY KILL:`, `Exports rise [KILLED]`; in `Kill Bill` and `HOLD-UP` stands another, and `WITHDRAWN: Red Rum` is of a race.

use super::items::{Break, Item, items, lowered};
use super::sentence::Sentence;
use super::time::REACH;
use super::words::{
    Class, EMBARGO, EMBARGOED, HOLD, KILL, KILLS, NEWS, NONE, NOTICE, OWN, PART, PICTURE, REASON, ROAD,
    SMALL, STATE, THING, THIS, UNTIL, UNUSED,
};
use super::{Heard, Place, beginning, doubt};

/// `KILL KILL KILL`: no story has a heading like that.
pub(super) fn is_thrice(words: &str) -> bool {
    const TIMES: usize = 3;
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.by_ref().take(TIMES).filter(|word| *word == "KILL").count() == TIMES && words.next().is_none()
}

/// `DRAFT`: a note that says nothing else.
pub(super) fn is_draft(words: &str) -> bool {
    const DRAFTS: &[&str] = &[
        "draft",
        "draft only",
        "draft version",
        "entwurf",
        "brouillon",
        "borrador",
        "bozza",
        "rascunho",
        "concept",
    ];
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    DRAFTS.iter().any(|draft| bare.eq_ignore_ascii_case(draft))
}

/// `Rückzug`, `retrait`: a label of wires, and in a sentence what others do.
pub(super) fn is_retreat(item: &Item) -> bool {
    item.is(NEWS) && item.is(STATE)
}

/// Whether `RÜCKZUG` above a headline is the story's own news: who takes a story back tells of something else in it.
pub(in crate::head) fn is_news_of_retreat(label: &str, story: &str) -> bool {
    /// The headline and the first sentence, in bytes.
    const LEAD: usize = 400;
    #[rustfmt::skip]
    const TOLD: &[&str] = &[
        "rückzug", "zurück", "zieh", "zog", "abzug", "abzieh", "tritt", "trat", "geht", "gehen", "ging", "verlass", "verläss", "verließ",
        "räum", "aufg", "verzicht", "kündig", "abschied", "schied", "scheid", "rücktr", "retir", "retrait", "quitt", "démission", "départ",
        "abandon", "renonc", "partir", "ritir", "lasci", "addio", "abbandon", "raduno", "allena", "dimission", "patente",
    ];
    let items = items(label);
    let lead = || lowered(beginning(story, LEAD));
    let told = |lead: &str| {
        lead.split(|c: char| !c.is_alphanumeric()).any(|word| TOLD.iter().any(|stem| word.starts_with(stem)))
    };
    items.iter().all(is_retreat) && told(&lead())
}

/// Whether a label stands before a photo and not before the story: `WITHDRAWN: photo LON1`.
pub(in crate::head) fn is_of_picture(note: &str) -> bool {
    let items = items(beginning(note, 400));
    let label = items.iter().position(|item| item.after == Break::Label);
    label.is_some_and(|label| is_picture(&items[label + 1..]))
}

/// Whether words are about a picture, and none of them about a story.
fn is_picture(items: &[Item]) -> bool {
    let pictured = items.iter().take(2).any(|item| item.is(PICTURE));
    pictured && !items.iter().any(|item| item.is(THING | THIS | OWN | UNUSED))
}

impl Sentence<'_, '_> {
    /// Clauses that are made of such words only.
    pub(super) fn hear_labels(&self, heard: &mut Heard) {
        let mut from = 0;
        while from < self.items.len() {
            let ends = |item: &Item| {
                item.after >= Break::Label
                    || item.after == Break::Comma && (self.is_note() || self.leads_to_bracket(item))
            };
            let length = self.items[from..].iter().position(ends).unwrap_or(self.items.len() - from - 1);
            let to = from + length;
            self.hear_label(from, to, heard);
            from = to + 1;
        }
    }

    /// `Exports rise [KILLED]`: capitals in square brackets close a headline, and in round ones those that are said of no concert, no
    /// rating and no runner: `Red Rum (WITHDRAWN)` is a name with a remark.
    fn leads_to_bracket(&self, item: &Item) -> bool {
        const ROUND: &[&str] =
            &["WITHDRAWN", "KILLED", "KILL", "STORY WITHDRAWN", "STORY KILLED", "RETRACTED"];
        const NAME: usize = 2;
        let rest = self.text[item.end..].trim();
        let round = || {
            let inner = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
            let named = self.items.iter().take_while(|before| before.start < item.end).count() <= NAME;
            inner.filter(|inner| !named && ROUND.contains(inner))
        };
        let inner = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).or_else(round);
        self.place == Place::Head
            && inner.is_some_and(|inner| !inner.contains(char::is_lowercase) && !inner.contains(']'))
    }

    /// `report`, `document`, `text`: what others than wires withdraw.
    fn is_vague(&self, item: &Item) -> bool {
        const VAGUE: &[&str] = &[
            "report",
            "document",
            "material",
            "text",
            "version",
            "release",
            "article",
            "artikel",
            "information",
            "información",
            "brief",
            "piece",
            "notice",
            "copy",
            "materiał",
            "материал",
            "beitrag",
            "texten",
            "saken",
        ];
        let word = self.word(item);
        let last = word.rsplit(' ').next().unwrap_or(word);
        !item.is(THIS) && VAGUE.iter().any(|vague| last.eq_ignore_ascii_case(vague))
    }

    fn hear_label(&self, from: usize, to: usize, heard: &mut Heard) {
        /// A reason behind a label has no more words.
        const REASONED: usize = 4;
        let clause = &self.items[from..=to];
        let all = |classes: Class| clause.iter().all(|item| item.is(classes | SMALL | THING | THIS | OWN));
        let any = |classes: Class| clause.iter().any(|item| item.is(classes));
        if !any(KILL | KILLS | HOLD | EMBARGO | EMBARGOED)
            || clause.iter().any(|item| item.after == Break::Joined)
        {
            return;
        }
        if clause.iter().any(|item| self.is_of_another(item)) {
            return;
        }
        let thing = any(THING | THIS | OWN) && clause.len() > 1 || clause[0].is(HOLD) && clause[0].is(THING);
        let capital = self.is_capital(from, to);
        if !capital && clause.iter().any(|item| self.is_it(item)) || any(ROAD) && self.is_of_road(from) {
            return;
        }
        let bracket = self.text[..clause[0].start].ends_with(['(', '[', '*']);
        let whole = to + 1 == self.items.len();
        // `Story is cancelled due to inaccuracies`, `Dépêche annulée - chiffres erronés`, `Story recalled`
        let of_wire = clause.iter().any(|item| item.is(THING | THIS) && !self.is_vague(item));
        let rest = &self.items[to + 1..];
        let reasoned = rest.len() <= REASONED && rest.iter().any(|item| item.is(REASON));
        let said = matches!(self.place, Place::Head | Place::Note)
            && thing
            && of_wire
            && self.is_led(from, SMALL)
            && (whole || reasoned);
        heard.kill |= said && any(KILL | KILLS) && all(KILL | KILLS | UNUSED | REASON);
        heard.hold |= said && whole && any(HOLD) && all(HOLD | REASON | NOTICE);
        if !any(KILL | HOLD | EMBARGO | EMBARGOED) {
            return;
        }
        let marked = match self.place {
            Place::Note => {
                // `Retrait: ajoute citations`
                let label = whole || !clause.iter().any(is_retreat);
                label && self.items[..from].iter().all(|item| item.is(SMALL | THING)) || capital || thing
            }
            // `WITHDRAWN: Red Rum` is of a race; `KILL: wrong company` is not.
            Place::Line | Place::Inside => {
                let quoted = self.text[..clause[0].start].ends_with(['"', '“', '„', '”', '«', '»', '‘']);
                let whole = whole || any(THING) || self.has_reason(to + 1);
                let marked = bracket || capital && whole;
                // `The report has been withdrawn`: one that the story has named
                let named = !self.begins_with_article() || any(THIS | OWN);
                !quoted && (self.opens(from) && marked || thing && named && whole && self.is_led(from, SMALL))
            }
            // `Exports rise - KILL`
            Place::Head => {
                let closed = from > 0 && self.leads_to_bracket(&self.items[from - 1]);
                let behind = || self.items[from - 1].after == Break::Label || closed;
                let last = whole && from > 0 && behind();
                // The story tells, if a headline stands behind the label.
                let asked = || doubt::label(self.text).is_some_and(|doubt| doubt.decides());
                let news = !whole && (any(NEWS) || (capital || any(EMBARGOED)) && asked());
                if news && any(EMBARGO | EMBARGOED) && !bracket {
                    return;
                }
                // `OLYMPICS 2020 - CANCELED`, `IRAN - EMBARGO`: where all is in capitals they mark nothing
                let stands_out = self.text[..clause[0].start].contains(char::is_lowercase);
                !closed && self.opens(from) && (bracket || capital && !news)
                    || thing && whole && self.is_led(from, SMALL)
                    || last
                        && capital
                        && !self.is_of_name(from)
                        && (stands_out || !any(NEWS | STATE | EMBARGO))
            }
        };
        // `Delete: 3rd graf`
        if self.is_note() && self.items[to + 1..].iter().take(3).any(|item| item.is(PART)) {
            return;
        }
        // `Eds: WITHDRAWN: photo LON1`
        if (self.is_note() || from > 0) && is_picture(&self.items[to + 1..]) {
            return;
        }
        let next = self.items.get(to + 1);
        let lifted = next.is_some_and(|next| next.is(NONE)) || self.is_blank(to);
        heard.kill |= any(KILL) && all(KILL | UNUSED) && marked;
        heard.hold |= any(HOLD) && all(HOLD) && marked && !lifted;
        // `Embargo: 3 March, 0900 GMT`; but `Embargo: EU agrees`
        let near = if self.place == Place::Line { 3 } else { REACH };
        let timed = self.timed(to + 1, near) || any(EMBARGOED);
        if any(EMBARGO | EMBARGOED)
            && all(EMBARGO | EMBARGOED)
            && !lifted
            && (marked || self.opens(from) && timed)
        {
            let item = clause.iter().find(|item| item.is(EMBARGO | EMBARGOED));
            heard.embargo = heard.embargo.or(item.map(|item| item.start));
        }
    }

    /// `Acme: HOLD`, `Film review: KILL`: behind a colon stands what is said of a name; one or two words are no headline.
    fn is_of_name(&self, from: usize) -> bool {
        const NAME: usize = 2;
        from > 0
            && from <= NAME
            && !crate::head::is_slug(self.text[..self.items[from - 1].end].trim())
            && self.text[self.items[from - 1].end..self.items[from].start].contains(':')
    }

    /// Whether what stands behind a label says why, or speaks of the story.
    fn has_reason(&self, from: usize) -> bool {
        self.items[from..].iter().any(|item| item.is(REASON | THING | THIS | UNUSED | KILL | UNTIL | NOTICE))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place::{Head, Inside, Line, Note};
    use super::super::cases::check;

    #[test]
    fn a_label_is_made_of_such_words_and_of_nothing_else() {
        check(&[
            (Note, "KILL", "kill"),
            (Note, "STORY WITHDRAWN", "kill"),
            (Head, "MANDATORY KILL: BRITAIN-TRADE", "kill"),
            (Head, "Exports rise [KILLED]", "kill"),
            (Head, "Exports rise - KILL", "kill"),
            (Note, "HOLD", "hold"),
            (Note, "DRAFT", "hold"),
            (Inside, "KILL KILL KILL", "kill"),
            (Line, "KILL: wrong company", "kill"),
            (Head, "Kill Bill returns to cinemas", ""),
            (Head, "HOLD-UP in Bergen", ""),
            (Line, "WITHDRAWN: Red Rum", ""),
            (Head, "OLYMPICS 2020 - CANCELED", ""),
            (Note, "Delete: 3rd graf", ""),
            (Head, "Red Rum (WITHDRAWN)", ""),
        ]);
    }
}
