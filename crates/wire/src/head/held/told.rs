//! Who says it: the wire, or somebody in the story. `Hold for release, the note said.`, `"Embargoed until delivery," read the
//! first page.` and `The report was embargoed until Friday` are copy.

use super::items::{Break, Item, items};
use super::sentence::Sentence;
use super::words::{
    BEFORE, Class, EMBARGOED, FROM, HOLD, KILL, OTHER, OWN, PLAIN, PUBLISH, SAYS, SMALL, TELLS, THIS, TIME,
    TO, UNTIL, UNUSED,
};
use super::{Place, beginning};

/// Whether it is somebody in the story who says so: `Hold for release, the note said.`
pub(in crate::head) fn is_told(line: &str) -> bool {
    let items = items(beginning(line, 400));
    let told = |sentence| {
        Sentence { text: line, items: sentence, place: Place::Line, first: true, named: false }.is_told()
    };
    items.split_inclusive(|item| item.after == Break::Stop).any(told)
}

/// Whether a line that ends with a colon tells who says what follows: `The agency told its clients:`
pub(in crate::head) fn leads_to_words(line: &str) -> bool {
    items(beginning(line, 400)).iter().any(|item| item.is(SAYS))
}

impl Sentence<'_, '_> {
    /// Whether a clause behind a comma says who says it, or goes on with a story: `…, it said`, `…, the report was leaked`.
    pub(super) fn is_told(&self) -> bool {
        self.items.split_inclusive(|item| item.after >= Break::Comma).skip(1).any(|clause| {
            let any = |classes: Class| clause.iter().any(|item| item.is(classes));
            let first = &clause[0];
            let goes_on = clause.len() > 2
                && self.text[first.start..].starts_with(char::is_lowercase)
                && !first.is(TIME | UNTIL | BEFORE | TO | OTHER)
                && any(TELLS)
                && !any(UNUSED | THIS | OWN | PUBLISH | KILL | HOLD | EMBARGOED | FROM)
                && clause.iter().any(|item| item.class & !PLAIN == 0 && !self.is_number(item));
            any(SAYS) && !any(UNUSED) || goes_on
        })
    }

    /// `The report was embargoed until Friday`, `The report, embargoed until Friday, leaked`: below the first paragraph the article
    /// is that of something which the story has named.
    pub(super) fn is_of_story(&self) -> bool {
        let apposed = || {
            let unknown = |item: &Item| item.class & !PLAIN == 0 && !self.is_number(item);
            let mut clauses = self.items.split_inclusive(|item| item.after >= Break::Comma).skip(1);
            clauses.next().is_some_and(|clause| clause[0].is(EMBARGOED))
                && clauses.any(|clause| clause.iter().any(unknown))
        };
        matches!(self.place, Place::Line | Place::Inside)
            && self.begins_with_article()
            && !self.items.iter().any(|item| item.is(THIS | UNUSED))
            && !self.is_sent_in_error()
            && (self.items.iter().any(|item| item.is(TELLS)) || apposed() || self.is_of_report())
    }

    /// `The report is embargoed until Friday.`: between paragraphs one that the story tells of.
    fn is_of_report(&self) -> bool {
        let embargoed = self.items.iter().position(|item| item.is(EMBARGOED));
        let whole = self.text.trim_end().ends_with('.');
        self.place == Place::Inside
            && whole
            && embargoed.is_some_and(|nth| nth > 0 && !self.is_capital(0, nth))
    }

    /// `the`: which of several it is.
    pub(super) fn begins_with_article(&self) -> bool {
        const ARTICLES: &[&str] = &["the", "der", "die", "das", "le", "la", "el", "il", "het"];
        let first = self.items.first().map_or("", |first| self.word(first));
        let first = first.split(' ').next().unwrap_or("");
        ARTICLES.iter().any(|article| first.eq_ignore_ascii_case(article))
    }

    /// `"Embargoed until delivery," read the first page.`, `The text was marked "Not for publication before 12:30".`
    pub(super) fn is_quoted(&self, item: &Item) -> bool {
        const OPEN: &[char] = &['"', '“', '„', '«'];
        const CLOSE: &[char] = &['"', '”', '“', '»'];
        let (before, after) = (&self.text[..item.start], &self.text[item.end..]);
        let Some(open) = before.rfind(OPEN) else { return false };
        // One that is closed again before the word is another's.
        let closed = before[open..].chars().skip(1).any(|c| CLOSE.contains(&c))
            || before[open..].starts_with('"') && before.matches('"').count() % 2 == 0;
        let Some(close) = after.find(CLOSE).filter(|_| !closed) else { return false };
        let outside = |words: &str| words.contains(char::is_alphabetic);
        // No wire puts a notice of its own into quotation marks.
        matches!(self.place, Place::Line | Place::Inside)
            || outside(&before[..open])
            || outside(after[close..].split(['\n', '\r']).next().unwrap_or(""))
    }

    /// `The message read: This story has been withdrawn.`, `He said this story was withdrawn.`: somebody is named who says it, below
    /// the headline. `Please read: this story …` and `As reported, this story …` are the wire's own.
    pub(super) fn is_told_before(&self, nth: usize) -> bool {
        const AS: &[&str] = &["as", "wie", "comme", "como", "come", "zoals", "som"];
        let teller = |item: &Item| !item.is(SMALL) && !AS.contains(&self.word(item).to_lowercase().as_str());
        matches!(self.place, Place::Line | Place::Inside)
            && !self.is_by_agency()
            && (1..nth).any(|at| self.items[at].is(SAYS) && self.items[..at].iter().any(teller))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place::Line;
    use super::super::cases::check;

    #[test]
    fn who_says_it_is_the_wire_or_somebody_in_the_story() {
        check(&[
            (Line, "Hold for release until 0600 GMT Wednesday.", "embargo"),
            (Line, "Hold for release until 0600 GMT Wednesday, the note said.", ""),
            (Line, "\"Embargoed until delivery,\" read the first page.", ""),
            (Line, "The report was embargoed until Friday.", ""),
            (Line, "This story has been withdrawn.", "kill"),
            (Line, "The message read: This story has been withdrawn.", ""),
        ]);
    }
}
