//! A story on its way from a format's fields to an article: what agencies put into the wrong field is put right here,
//! once for all formats whose fields are plain words.

use article::{Article, DateOnly, Dateline, Provider, PubStatus, Signal, SignalType, When};

use crate::draft::says_nothing;
use crate::formats::Format;
use crate::head::{self, Head};
use crate::reject::Left;
use crate::when::{self, Told, is_later};
use crate::{Received, Unreadable, dateline, finish, html};

/// A story's fields, as far as they are known.
#[derive(Debug)]
pub(crate) struct Story {
    pub article: Article,
    pub headline: Option<String>,
    pub byline: Option<String>,
    pub notes: Vec<String>,
    /// What the agency tells editors below the copy, and does not want printed.
    pub tail: Option<String>,
    pub body: String,
    /// The agency's own time, and the time before which the story must not be used.
    pub issued: Option<When>,
    pub released: Option<When>,
    /// An embargo was spoken of, with or without its end.
    pub embargoed: bool,
    /// Who made or passed on the story, the likeliest first.
    pub makers: Vec<String>,
    /// Where it was filed, if the copy does not say so.
    pub place: Option<String>,
    /// The headline stands in a field of its own and not in the text.
    pub text_as_is: bool,
}

impl Story {
    pub(crate) fn new() -> Self {
        Self {
            article: Article::of_text(""),
            headline: None,
            byline: None,
            notes: Vec::new(),
            tail: None,
            body: String::new(),
            issued: None,
            released: None,
            embargoed: false,
            makers: Vec::new(),
            place: None,
            text_as_is: false,
        }
    }

    /// The time in a field; says so if it is none.
    pub(crate) fn time(&mut self, field: &str, written: &str) -> Option<When> {
        let told = when::read(written);
        match told {
            Told::When(_) => {}
            Told::Zoneless(_) | Told::Unreadable => {
                self.article.warn("bad_date", format!("{field}: {}", short(written)));
            }
            Told::Placeholder => {
                self.article.warn("bad_date", format!("{field}: {} stands for nothing", short(written)));
            }
        }
        told.when()
    }

    /// The identifier, without the revision that some put behind it, so that all versions of a story have one.
    pub(crate) fn set_id(&mut self, written: &str) {
        let written = written.trim();
        if written.is_empty() {
            return;
        }
        if says_nothing(written) {
            return self.article.warn("bad_id", written);
        }
        let (id, revision) = without_revision(written);
        if let Some(revision) = revision {
            self.article.warn("revision_in_id", written);
            self.article.version = self.article.version.max(revision);
        }
        id.clone_into(&mut self.article.id);
    }

    /// Sets a story apart from those near it in a message that have the same identifier and version: by its language if
    /// that differs, else the identifier names nothing.
    pub(crate) fn set_apart(&mut self, others: &[Article]) {
        /// Only those near are looked at, so that a message of many items is read in one go.
        const NEAR: usize = 100;
        let own = &self.article;
        let twin =
            |known: &&Article| known.id == own.id && known.version == own.version && !own.id.is_empty();
        let Some(twin) = others.iter().rev().take(NEAR).find(twin) else { return };
        let id = std::mem::take(&mut self.article.id);
        match &self.article.language {
            Some(language) if twin.language.as_ref() != Some(language) => {
                self.article.id = format!("{id}#{language}");
                self.article
                    .warn("id_extended", format!("by {language}: another item of the message has it"));
            }
            _ => self.article.warn("bad_id", format!("{id}: another item of the message has it")),
        }
    }

    pub(crate) fn set_version(&mut self, written: &str) {
        let digits = written.trim().split('.').next().unwrap_or("");
        match digits.parse::<u64>() {
            Ok(version) => self.article.version = version.max(1),
            Err(_) => self.article.warn("bad_version", short(written)),
        }
    }

    pub(crate) fn set_urgency(&mut self, written: &str) {
        let digits = written.trim().split('.').next().unwrap_or("");
        match digits.parse::<u8>() {
            Ok(urgency @ 1..=9) => self.article.urgency = Some(urgency),
            _ => self.article.warn("bad_urgency", short(written)),
        }
    }

    pub(crate) fn set_language(&mut self, written: &str) {
        let tag = written.trim().replace('_', "-");
        if is_language(&tag) {
            self.article.language = Some(tag);
        } else {
            self.article.warn("bad_language", short(written));
        }
    }

    pub(crate) fn set_status(&mut self, written: &str) {
        let word = written.trim().to_ascii_lowercase();
        let word = word.rsplit([':', '/']).next().unwrap_or("");
        self.article.pub_status = match word {
            "usable" | "published" | "corrected" => Some(PubStatus::Usable),
            "withheld" | "withhold" | "hold" => Some(PubStatus::Withheld),
            "canceled" | "cancelled" | "cancel" | "killed" | "kill" | "withdrawn" | "recalled" => {
                Some(PubStatus::Canceled)
            }
            "embargoed" | "embargo" | "advance" => {
                self.embargoed = true;
                None
            }
            _ => {
                self.article.warn("bad_status", short(written));
                None
            }
        };
        if word == "corrected" {
            let text = Some(written.trim().to_owned());
            self.article.signals.push(Signal { kind: SignalType::Correction, text, target: None });
        }
    }

    /// A byline, unless the field holds something else: a login, initials, a subtitle.
    pub(crate) fn set_byline(&mut self, written: &str) {
        let words = fold(written);
        match byline_in(&words) {
            Ok(byline) if self.byline.is_none() => self.byline = Some(byline),
            Ok(byline) => {
                if let Some(known) = self.byline.as_mut().filter(|known| !known.contains(&byline)) {
                    known.push_str(", ");
                    known.push_str(&byline);
                }
            }
            Err(what) => {
                if !words.is_empty() {
                    self.article.warn("misplaced", format!("byline holds {what}: {}", short(&words)));
                }
            }
        }
    }

    /// A slugline; an author who stands in it goes where he belongs.
    pub(crate) fn set_slugline(&mut self, written: &str) {
        let words = fold(written);
        if words.is_empty() {
            return;
        }
        if self.byline.is_none() && words.starts_with("By ") && words.len() <= 60 {
            self.article.warn("misplaced", format!("slugline holds a byline: {words}"));
            self.byline = Some(words);
        } else {
            self.article.slugline = Some(words);
        }
    }

    /// Where a field says the story was filed: some hold a time, a number or nothing.
    pub(crate) fn set_place(&mut self, written: &str) {
        let words = fold(written);
        if words.chars().any(char::is_alphabetic) && dateline::in_element(&words).is_some() {
            self.place.get_or_insert(words);
        } else if !words.is_empty() {
            self.article.warn("misplaced", format!("dateline holds no place: {}", short(&words)));
        }
    }

    /// A statement of rights, kept as it came.
    pub(crate) fn rights(&mut self, written: &str) {
        let words = fold(written);
        if !words.is_empty() && !self.article.warnings.iter().any(|warning| warning.text == words) {
            self.article.warn("rights", words);
        }
    }

    /// Words of the file that are not the story, unless they stand in it all the same.
    pub(crate) fn leave_out(&mut self, what: &str, words: &str) {
        let words = fold(words);
        if !words.is_empty() {
            self.article.warn("left_out", format!("{what}: {words}"));
        }
    }

    /// Takes what is not for publication off the end of the copy: the text is what may be printed.
    pub(crate) fn cut_tail(&mut self) {
        if let Some((words, tail)) = head::printable(&self.body) {
            self.tail = Some(tail.to_owned());
            self.body.truncate(words.len());
        }
    }

    /// Takes a body in HTML.
    pub(crate) fn set_html(&mut self, written: &str) {
        let body = html::read(written);
        if body.escaped {
            self.article.warn("html_escaped", "the body's mark-up was escaped as text");
        }
        self.body = body.text;
        self.notes.extend(body.notes);
        for (name, words) in body.left_out {
            self.leave_out(&name, &words);
        }
        if let Some(byline) = body.byline {
            match &self.byline {
                None => self.set_byline(&byline),
                Some(known) if known.contains(fold(&byline).as_str()) => {}
                Some(_) => self.leave_out("byline", &byline),
            }
        }
        match (body.headline, &self.headline) {
            (Some(again), Some(headline)) if same_words(&again, headline) => {}
            (Some(again), Some(_)) => self.leave_out("headline", &again),
            (Some(headline), None) => self.headline = Some(headline),
            (None, _) => {}
        }
    }

    /// Takes a body of plain text: HTML that is called so is read as what it is.
    pub(crate) fn set_plain(&mut self, written: &str) {
        if html::is_html(written) || html::is_escaped(written) {
            self.article.warn("html_in_plain", "a body called plain text has mark-up");
            return self.set_html(written);
        }
        self.body = paragraphs(&html::unescape(written));
    }

    /// The article. `own` are its bytes as received.
    pub(crate) fn finish(
        mut self,
        received: &Received<'_>,
        own: &[u8],
        format: Format,
        charset: &str,
    ) -> Result<Article, Left> {
        self.headline =
            self.headline.take().map(|headline| fold(&headline)).filter(|headline| !headline.is_empty());
        if !self.text_as_is {
            self.trim_body();
        }
        let mut article = self.article;
        let canceled = article.pub_status == Some(PubStatus::Canceled);
        if self.body.is_empty() {
            if self.headline.is_none() && !canceled {
                return Err(Unreadable::new("no_text", "neither a headline nor a paragraph").into());
            }
            article.warn("no_text", "the body is empty");
        }
        if self.text_as_is {
            article.text = self.body;
        } else {
            let parts = self.headline.iter().chain(Some(&self.body).filter(|body| !body.is_empty()));
            article.text = parts.map(String::as_str).collect::<Vec<_>>().join("\n\n");
        }
        article.byline = self.byline;
        let known = self.makers.iter().find_map(|maker| head::known_provider(maker));
        article.provider = article.provider.take().or(known);
        article.published_at = self.issued;

        let mut head = Head::read(&article.text);
        for note in self.notes {
            head.note(note);
        }
        if let Some(tail) = self.tail {
            head.tail(tail);
        }
        if let Some(slug) = &article.slugline {
            head.slug(slug);
        }
        article.headline = self.headline.map(|headline| head.tagged(&headline));
        embargo(&mut article, self.embargoed, self.issued, self.released);
        status_signal(&mut article, &head);
        finish::finish(&mut article, head, received, own, format, charset);
        // A maker whom we do not know counts less than the sign under the dateline.
        article.provider = article.provider.take().or_else(|| provider(&self.makers));
        if let Some(place) = self.place {
            fill_dateline(&mut article, &place);
        }
        Ok(article)
    }

    /// Takes off the top of the body what stands in fields already: the headline once more, the slug, a clock time.
    fn trim_body(&mut self) {
        /// No more lines than this stand above a story.
        const MOST: usize = 4;
        for _ in 0..MOST {
            let end = self.body.find("\n\n").unwrap_or(self.body.len());
            let first = self.body[..end].trim();
            let is = |known: &Option<String>| known.as_ref().is_some_and(|known| same_words(first, known));
            let clock = first.len() <= 12 && first.split_whitespace().next().is_some_and(head::is_clock);
            let next = (end + 2).min(self.body.len());
            if is(&self.headline) && next < self.body.len() || is(&self.article.slugline) {
            } else if clock {
                let first = first.to_owned();
                self.leave_out("clock", &first);
            } else {
                return;
            }
            self.body.drain(..next);
        }
    }
}

/// Plain text as paragraphs: line ends of one kind, and a blank line between paragraphs.
pub(crate) fn paragraphs(text: &str) -> String {
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    let text = text.trim();
    let lines = text.lines();
    let blank = lines.clone().skip(1).any(|line| line.trim().is_empty());
    // Without a blank line each line is a paragraph if lines are long; else they are lines of one, or a table.
    let alone = !blank && lines.clone().any(|line| line.len() > 100);
    let mut whole = String::with_capacity(text.len());
    let mut gap = false;
    for line in lines {
        let line = line.trim_end();
        if line.trim_start().is_empty() {
            gap = true;
            continue;
        }
        if !whole.is_empty() {
            whole.push_str(if gap || alone { "\n\n" } else { "\n" });
        }
        whole.push_str(line);
        gap = false;
    }
    whole
}

/// One blank where white space stands, and none at the ends.
pub(crate) fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// The same letters and digits in the same order, whatever stands between them.
pub(crate) fn same_words(one: &str, other: &str) -> bool {
    let letters = |words: &'_ str| {
        words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    // Most are told apart by their length.
    one.len() < 2 * other.len() + 20 && other.len() < 2 * one.len() + 20 && letters(one) == letters(other)
}

/// The beginning of words that may be long.
pub(crate) fn short(words: &str) -> String {
    words.chars().take(200).collect()
}

/// An identifier and the revision behind it: `urn:newsml:…:tin:3`, `…?version=3`, `x1.v3`.
pub(crate) fn without_revision(id: &str) -> (&str, Option<u64>) {
    let marks = ["?version=", "&version=", ";version=", "?v=", ";v=", ".v", "-v", "_v", ":v"];
    for mark in marks {
        if let Some((rest, revision)) = id.rsplit_once(mark).filter(|(rest, _)| !rest.is_empty())
            && let Some(revision) = revision_of(revision)
        {
            return (rest, Some(revision));
        }
    }
    // `urn:newsml:provider:date:item:revision`
    let lower = id.get(..11).map(str::to_ascii_lowercase);
    if lower.as_deref() == Some("urn:newsml:")
        && id.split(':').count() == 6
        && let Some((rest, revision)) = id.rsplit_once(':')
        && let Some(revision) = revision_of(revision.trim_end_matches(['U', 'N', 'A']))
    {
        return (rest, Some(revision));
    }
    (id, None)
}

fn revision_of(words: &str) -> Option<u64> {
    (words.len() <= 3 && words.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| words.parse().ok())
        .flatten()
        .filter(|revision| *revision > 0)
}

/// The names in a byline, or what the field holds instead.
fn byline_in(words: &str) -> Result<String, &'static str> {
    // `ana.soto@agency.example (Ana Soto)`, `Ana Soto <ana.soto@agency.example>`
    if let Some((address, name)) = words.split_once('(').filter(|(address, _)| address.contains('@')) {
        let name = name.trim_end_matches(')').trim();
        return if name.is_empty() || address.trim().contains(' ') {
            Err("an address")
        } else {
            Ok(name.to_owned())
        };
    }
    if let Some((name, _)) = words.split_once('<').filter(|(_, address)| address.contains('@')) {
        let name = name.trim().trim_matches('"');
        return if name.is_empty() { Err("an address") } else { Ok(name.to_owned()) };
    }
    let single = !words.contains(' ');
    if single && words.contains('@') {
        return Err("an address");
    }
    if single && !words.is_empty() {
        let initials =
            words.split(['/', '-', '.', '+']).all(|part| part.chars().count() <= 3) && words.is_ascii();
        if initials && words.len() <= 12 {
            return Err("initials");
        }
        let login = words.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-')
        });
        if login {
            return Err("a login");
        }
    }
    if is_subtitle(words) {
        return Err("a subtitle");
    }
    if words.is_empty() { Err("nothing") } else { Ok(words.to_owned()) }
}

/// Whether words read as a line below a headline: names are written with capitals, and sentences are not.
pub(crate) fn is_subtitle(words: &str) -> bool {
    let by = ["by ", "von ", "par ", "por ", "di ", "da ", "door ", "av "];
    let lower = words.to_lowercase();
    if by.iter().any(|by| lower.starts_with(by)) || lower.contains("text") {
        return false;
    }
    let small = |word: &&str| word.starts_with(char::is_lowercase) && !is_joint(word);
    words.split(' ').filter(small).count() > 3 || words.ends_with(['?', '!'])
}

fn is_joint(word: &str) -> bool {
    matches!(
        word.trim_end_matches(','),
        "and"
            | "und"
            | "et"
            | "y"
            | "e"
            | "en"
            | "in"
            | "de"
            | "del"
            | "della"
            | "der"
            | "den"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "du"
            | "la"
            | "le"
            | "van"
            | "von"
            | "bin"
            | "al"
            | "el"
            | "zu"
            | "ter"
            | "for"
            | "with"
            | "at"
    )
}

/// A status that no words speak of is a signal all the same.
fn status_signal(article: &mut Article, head: &Head) {
    let (kind, text) = match article.pub_status {
        Some(PubStatus::Canceled) => (SignalType::Kill, "canceled"),
        Some(PubStatus::Withheld) => (SignalType::Hold, "withheld"),
        _ => return,
    };
    if !head.says(kind) && article.signals.iter().all(|signal| signal.kind != SignalType::Embargo) {
        article.signals.push(Signal { kind, text: Some(text.to_owned()), target: None });
    }
}

/// A release after the issue is an embargo; one that is not later is none.
fn embargo(article: &mut Article, spoken: bool, issued: Option<When>, released: Option<When>) {
    let later = released.filter(|released| issued.is_none_or(|issued| is_later(*released, issued)));
    let moment = later.filter(|when| matches!(when, When::Moment { .. }));
    if later.is_none() && (!spoken || released.is_some()) {
        return;
    }
    article.embargoed_until = moment;
    let text = later.map_or_else(|| "embargoed".to_owned(), |when| when.to_string());
    article.signals.push(Signal { kind: SignalType::Embargo, text: Some(text.clone()), target: None });
    if moment.is_none() {
        article.warn("embargo_unclear", text);
        article.pub_status = Some(PubStatus::Withheld);
    }
}

/// The place that a field gives, where the copy has no dateline of its own.
fn fill_dateline(article: &mut Article, place: &str) {
    let Some((places, written)) = dateline::in_element(place) else { return };
    let published = article.published_at.map(When::date);
    let date = written.and_then(|date| date.resolve(published)).map(DateOnly);
    match &mut article.dateline {
        Some(dateline) => {
            if dateline.places.is_empty() {
                dateline.places = places;
            }
            dateline.date = dateline.date.or(date);
        }
        None => article.dateline = Some(Dateline { places, date, span: None }),
    }
}

/// The first maker that is a name.
fn provider(makers: &[String]) -> Option<Provider> {
    makers.iter().find(|maker| maker.len() <= 60).and_then(|maker| head::provider_named(maker))
}

/// Two or three letters and perhaps more parts, as BCP 47 has them.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or("");
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
