//! A story on its way from a file's fields to an article, for every format that has fields.
//!
//! A format fills in what its file says, each thing by its method here: there, and nowhere else, are the words that agencies
//! use for a status, what a version may look like, what is no byline. [`Draft::finish`] decides what of it is the text, what
//! may be done with the story and when, and has the rest read from the copy.

mod back;
mod byline;
mod finish;
mod identifier;
mod rest;

use article::{Article, PubStatus, Signal, SignalType, Subject, Warning, When};
use jiff::civil::{Date, DateTime};

use crate::json::Fields;
use crate::prose::{fold, letters, same_words, short};
use crate::when::{self, Told};
use crate::{dateline, head, html, language, timestamp};

pub(crate) use rest::{LetGo, is_heeded, is_nearly, pairs, says_of_life};

/// What a file says of one story.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The fields that are taken as they come.
    pub article: Article,
    pub headline: Option<String>,
    /// A summary: the text, if there is no other.
    pub lead: Option<String>,
    /// Paragraphs, joined by blank lines.
    pub body: String,
    /// The body is the text as it stands: the headline is in it, or has a field of its own.
    pub text_as_is: bool,
    /// Where in it the copy begins, below the fields that stand there, in bytes.
    pub body_from: usize,
    /// The words of a field that is called dateline.
    pub dateline: Option<String>,
    /// Where metadata say that it is from: it names the desk too often to be the dateline.
    pub located: Vec<String>,
    /// The same, where it was read as one.
    read_dateline: Option<String>,
    /// When it was filed.
    pub filed: Option<Date>,
    /// Who made or passed on the story, the likeliest first.
    pub makers: Vec<String>,
    /// Who holds the rights.
    holders: Vec<String>,
    pub notes: Vec<String>,
    /// What the agency tells editors below the copy, and does not want printed.
    pub tail: Option<String>,
    /// The time of this version, and other times that stand in for it, by what they are called.
    pub issued: Option<When>,
    pub other_times: Vec<(&'static str, When)>,
    /// When it may be used: an embargo only if that is after the issue.
    pub released: Option<When>,
    /// The clock of the issue and of the release as they are written, where they have no zone.
    pub issued_clock: Option<DateTime>,
    pub released_clock: Option<DateTime>,
    /// What a field says that is there for embargoes only.
    pub embargo: Option<String>,
    /// What other fields say that are called so, and those of a payload.
    more_embargoes: Vec<String>,
    /// When other fields say that it is released.
    releases: Vec<String>,
    /// Words that are no note, and may hold the story back all the same.
    heard: Vec<(head::Place, String)>,
    /// Slugs beside the one that the article has: they say as much of its life.
    slugs: Vec<String>,
    /// How the agency signs below the story, taken off the body.
    sign_offs: Vec<String>,
    /// The status is `embargoed`.
    pub embargoed: bool,
    /// What it is without a text: one of the codes of skips.
    pub media: Option<&'static str>,
    /// All that the file says, to find out what of it the article does not say.
    properties: Vec<rest::Property>,
    /// So many headlines were seen.
    headlines: usize,
    /// A list was cut.
    cut: bool,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            article: Article::of_text(""),
            headline: None,
            lead: None,
            body: String::new(),
            text_as_is: false,
            body_from: 0,
            dateline: None,
            located: Vec::new(),
            read_dateline: None,
            filed: None,
            makers: Vec::new(),
            holders: Vec::new(),
            notes: Vec::new(),
            tail: None,
            issued: None,
            other_times: Vec::new(),
            released: None,
            issued_clock: None,
            released_clock: None,
            embargo: None,
            more_embargoes: Vec::new(),
            releases: Vec::new(),
            heard: Vec::new(),
            slugs: Vec::new(),
            sign_offs: Vec::new(),
            embargoed: false,
            media: None,
            properties: Vec::new(),
            headlines: 0,
            cut: false,
        }
    }
}

/// So many headlines of a story are compared with each other.
const HEADLINES: usize = 20;

/// No story has more subjects, keywords, notes or warnings: what is compared with all others must be few.
const MOST: usize = 1000;

/// What a status may be called, by the last part of its code; the codes of IPTC are `usable`, `withheld` and `canceled`, the
/// others are what agencies and their systems write.
const STATUSES: &[(&str, PubStatus)] = &[
    ("usable", PubStatus::Usable),
    ("useable", PubStatus::Usable),
    ("published", PubStatus::Usable),
    ("publish", PubStatus::Usable),
    ("publishable", PubStatus::Usable),
    ("public", PubStatus::Usable),
    ("corrected", PubStatus::Usable),
    ("correction", PubStatus::Usable),
    ("updated", PubStatus::Usable),
    ("update", PubStatus::Usable),
    ("new", PubStatus::Usable),
    ("released", PubStatus::Usable),
    ("release", PubStatus::Usable),
    ("approved", PubStatus::Usable),
    ("final", PubStatus::Usable),
    ("live", PubStatus::Usable),
    ("active", PubStatus::Usable),
    ("ready", PubStatus::Usable),
    ("free", PubStatus::Usable),
    ("ok", PubStatus::Usable),
    ("normal", PubStatus::Usable),
    ("withheld", PubStatus::Withheld),
    ("withhold", PubStatus::Withheld),
    ("hold", PubStatus::Withheld),
    ("canceled", PubStatus::Canceled),
    ("cancelled", PubStatus::Canceled),
    ("cancel", PubStatus::Canceled),
    ("killed", PubStatus::Canceled),
    ("kill", PubStatus::Canceled),
    ("recalled", PubStatus::Canceled),
    ("retracted", PubStatus::Canceled),
    ("unpublished", PubStatus::Canceled),
    ("withdrawn", PubStatus::Canceled),
];

/// No story has more fields for an embargo, or for what may hold it back.
const FEW: usize = 40;

/// Words for a status that holds the story back until a time.
const EMBARGOED: &[&str] = &["embargoed", "embargo", "advance"];

impl Draft {
    /// A warning that a file may cause as often as it likes.
    pub(crate) fn warn(&mut self, code: &str, text: impl Into<String>) {
        if self.has_room("warnings", self.article.warnings.len()) {
            self.article.warn(code, text);
        }
    }

    /// Words of the file that are not of the text.
    pub(crate) fn leave_out(&mut self, what: &str, words: &str) {
        let words = words.trim();
        if !words.is_empty() {
            if let Some(place) = place_of(what) {
                self.hear(words, place);
            }
            self.warn("left_out", format!("{what}: {words}"));
        }
    }

    /// Words between the fields of a damaged file: they must not be lost, and a name of a field may stand before its value.
    pub(crate) fn lose(&mut self, lost: &[&str]) {
        for pair in lost.windows(2) {
            self.heed_property(pair[0], pair[1]);
        }
        for (name, words) in lost.iter().take(FEW).flat_map(|words| pairs(words, FEW)) {
            self.heed_property(&name, &words);
        }
        let words = plain(lost.join(" "));
        self.hear(&words, head::Place::Note);
        self.leave_out("between the fields", &words);
    }

    /// The same of an object in the item.
    pub(crate) fn lose_of(&mut self, path: &str, fields: &Fields<'_>) {
        if fields.faults > 0 {
            self.warn("bad_field", format!("{} places of {path} are no fields", fields.faults));
            self.lose(fields.lost());
        }
    }

    /// Whether a list may grow; that it may not is said once.
    fn has_room(&mut self, list: &str, length: usize) -> bool {
        if length >= MOST && !self.cut {
            self.cut = true;
            self.article.warn("list_cut", format!("{list}: what follows the first {MOST} is not kept"));
        }
        length < MOST
    }

    pub(crate) fn subject(&mut self, subject: Option<Subject>) {
        if let Some(subject) = subject
            && self.has_room("subjects", self.article.subjects.len())
        {
            self.article.subjects.push(subject);
        }
    }

    pub(crate) fn keyword(&mut self, keyword: Option<String>) {
        if let Some(keyword) = keyword
            .map(|keyword| fold(&unescaped(keyword)))
            .filter(|keyword| !identifier::is_nothing(keyword))
            && self.has_room("keywords", self.article.keywords.len())
        {
            // `embargo` and `kill` may be what a story is about; these are what may be done with it.
            const HELD: &[&str] =
                &["embargoed", "under embargo", "withheld", "do not use", "hold for release"];
            const UNTIL: &[&str] = &["embargoed until ", "under embargo until "];
            if HELD.iter().any(|held| keyword.eq_ignore_ascii_case(held)) {
                self.heed_code(&keyword);
            }
            // `Embargoed until 4 March 2026 07:00 GMT`
            let lower = keyword.to_lowercase();
            if UNTIL.iter().any(|until| lower.starts_with(until))
                && keyword.contains(|c: char| c.is_ascii_digit())
            {
                self.hear(&keyword, head::Place::Note);
            }
            // `STORY WITHDRAWN`, `KILL KILL KILL`: no subject has such a name.
            if keyword.contains(' ') && !keyword.contains(char::is_lowercase) {
                self.hear(&keyword, head::Place::Head);
            }
            self.article.keywords.push(keyword);
        }
    }

    /// Several keywords in one field.
    pub(crate) fn keywords(&mut self, words: &str) {
        // `R&amp;D` is no list of two.
        for word in html::unescape(words).split([',', ';']) {
            self.keyword(Some(word.to_owned()));
        }
    }

    pub(crate) fn note(&mut self, note: Option<String>) {
        let note = note.map(|note| if note.contains('<') { plain(note) } else { unescaped(note) });
        if let Some(note) = note.filter(|note| !identifier::is_nothing(note) && !self.notes.contains(note))
            && self.has_room("notes", self.notes.len())
        {
            self.notes.push(note);
        }
    }

    /// A time in a field; what cannot be read is said.
    pub(crate) fn time(&mut self, field: &str, written: &str) -> Option<When> {
        // Another quote than the one of the file.
        let written = written.trim_matches(|c: char| c.is_whitespace() || "\"'“”„´`’".contains(c));
        if written.is_empty() {
            return None;
        }
        let told = match when::read(written) {
            // A clock that is none beside a day that is one.
            Told::Unreadable => {
                timestamp::read(written).map_or(Told::Unreadable, |read| Told::Zoneless(read.when))
            }
            told => told,
        };
        let why = if told == Told::Placeholder { " stands for nothing" } else { "" };
        if !matches!(told, Told::When(_)) {
            self.warn("bad_date", format!("{field}: {}{why}", short(written.trim())));
        }
        told.when()
    }

    /// The identifier, unless it is one that says nothing; without the revision that some put behind it, so that all versions
    /// of a story have one.
    pub(crate) fn identify(&mut self, id: Option<String>) {
        let Some(id) = said(id) else { return };
        if identifier::says_nothing(&id) {
            return self.article.warn("bad_id", id);
        }
        let (stem, revision) = identifier::without_revision(&id);
        if let Some(revision) = revision {
            self.article.warn("revision_in_id", id.as_str());
            self.article.version = self.article.version.max(revision);
        }
        stem.clone_into(&mut self.article.id);
    }

    /// The first of several fields that names the story.
    pub(crate) fn identify_by(&mut self, ids: impl IntoIterator<Item = Option<String>>) {
        for id in ids {
            if self.article.id.is_empty() {
                self.identify(id);
            }
        }
    }

    /// Sets a story apart from the others of its item.
    pub(crate) fn extend_id(&mut self, by: &str) {
        if !self.article.id.is_empty() {
            self.article.id = format!("{}#{by}", self.article.id);
            self.article.warn("id_extended", format!("by {by}: the item has several stories"));
        }
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

    /// The version: a number, or the digits that it begins with.
    pub(crate) fn count(&mut self, version: Option<String>) {
        let Some(version) = said(version) else { return };
        // `v7`
        let version = version.strip_prefix(['v', 'V']).unwrap_or(&version);
        let digits = version.len() - version.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        match version[..digits].parse::<u64>() {
            Ok(number) => self.article.version = number.max(1),
            Err(_) => self.article.warn("bad_version", short(version)),
        }
    }

    /// `3`, and `3.0` as some systems write their numbers.
    pub(crate) fn urgency(&mut self, written: Option<String>) {
        let Some(written) = said(written) else { return };
        let whole = written.strip_suffix(".0").unwrap_or(&written);
        match whole.parse().ok().filter(|urgency| (1..=9).contains(urgency)) {
            Some(urgency) => self.article.urgency = Some(urgency),
            None => self.warn("bad_urgency", short(&written)),
        }
    }

    /// A status in any spelling, bare or as a code (`stat:usable`).
    pub(crate) fn status(&mut self, written: &str) {
        let lower = written.trim().to_ascii_lowercase();
        let word = lower.rsplit([':', '/']).next().unwrap_or("");
        if let Some((_, status)) = STATUSES.iter().find(|(known, _)| *known == word) {
            head::restrict(&mut self.article, *status, "another place");
        } else if EMBARGOED.contains(&word) {
            self.embargoed = true;
        } else if !lower.is_empty() && !self.heed_code(written) {
            // What nobody knows may be worse than it looks.
            self.warn("bad_status", short(written.trim()));
            head::restrict(&mut self.article, PubStatus::Withheld, "a status that no one knows");
        }
        if word == "corrected" {
            self.signal(SignalType::Correction, Some(written.trim().to_owned()), None);
        }
    }

    /// A code that says of the story that it is killed, held or embargoed, wherever it stands; whether it says so.
    pub(crate) fn heed_code(&mut self, written: &str) -> bool {
        let code = written.trim().rsplit([':', '/']).next().unwrap_or("");
        let status = match head::of_code(code) {
            Some(SignalType::Kill | SignalType::Takedown) => PubStatus::Canceled,
            Some(SignalType::Hold) => PubStatus::Withheld,
            Some(SignalType::Embargo) => {
                self.embargoed = true;
                return true;
            }
            _ => return false,
        };
        head::restrict(&mut self.article, status, &short(written.trim()));
        true
    }

    /// A code of what a story is, and of its life only if it takes the story back: `irole:kill`.
    pub(crate) fn heed_kill(&mut self, written: &str) {
        let code = written.trim().rsplit([':', '/']).next().unwrap_or("");
        if matches!(head::of_code(code), Some(SignalType::Kill | SignalType::Takedown)) {
            self.heed_code(written);
        }
    }

    /// A field that is there for an embargo, besides that of the standard.
    pub(crate) fn embargo_in(&mut self, written: String) {
        if self.more_embargoes.len() < FEW {
            self.more_embargoes.push(written);
        }
    }

    /// A field that tells when the story is released, besides that of the standard: an embargo, if that is later than it was made.
    pub(crate) fn release_in(&mut self, written: &str) {
        if self.releases.len() < FEW && when::read(written).when().is_some() {
            self.releases.push(written.to_owned());
        }
    }

    /// Words that are no note of the article, and may say that it is held back.
    pub(crate) fn hear(&mut self, words: &str, place: head::Place) {
        if self.heard.len() < FEW && head::may_hear(words, place) {
            self.heard.push((place, words.to_owned()));
        }
    }

    /// A BCP 47 tag, if it is one. The first that is counts: what is nearest to the text is read first.
    pub(crate) fn language(&mut self, tag: Option<String>) {
        /// Tags by which a file says that it does not know, or that there are several.
        const NONE: &[&str] = &["und", "mul", "mis", "zxx"];
        if self.article.language.is_some() {
            return;
        }
        let Some(tag) = tag.map(|tag| tag.trim().replace('_', "-")).filter(|tag| !tag.is_empty()) else {
            return;
        };
        let Some(tag) = language::tag_of(&tag) else {
            return self.warn("bad_language", short(&tag));
        };
        if !NONE.contains(&tag.split('-').next().unwrap_or("")) {
            self.article.language = Some(tag);
        }
    }

    /// A statement of rights or a restriction of use: kept, since it binds whoever prints the story.
    pub(crate) fn rights(&mut self, words: &str) {
        let words = plain(words.to_owned());
        let known = |warning: &Warning| warning.code == "rights" && warning.text == words;
        if !words.is_empty() && !self.article.warnings.iter().take(MOST).any(known) {
            self.hear(&words, head::Place::Line);
            self.warn("rights", words);
        }
    }

    /// Who holds the rights: mostly the agency that made the story, and worth a word where it is not.
    pub(crate) fn holder(&mut self, name: Option<String>) {
        /// No story has more.
        const MOST: usize = 20;
        if let Some(name) = name.map(|name| fold(&name)).filter(|name| !name.is_empty()) {
            if self.holders.len() < MOST && !self.holders.contains(&name) {
                self.holders.push(name.clone());
            }
            self.makers.push(name);
        }
    }

    pub(crate) fn signal(&mut self, kind: SignalType, text: Option<String>, target: Option<String>) {
        if self.article.signals.iter().all(|known| known.kind != kind) {
            self.article.signals.push(Signal { kind, text, target });
        }
    }

    /// A headline, of which the file may have several.
    pub(crate) fn head_with(&mut self, words: String) {
        self.head_with_field("headline", words);
    }

    /// A headline, or a field that may hold one.
    pub(crate) fn head_with_field(&mut self, field: &str, words: String) {
        self.headlines += 1;
        if self.headlines > HEADLINES {
            return self.leave_out(field, &words);
        }
        let words = plain(words);
        if words.is_empty() {
            return;
        }
        match &self.headline {
            None => self.headline = Some(words),
            Some(known) if same_words(known, &words) => {}
            // Cut in one place and whole in another.
            Some(known) if long_enough(known) && starts(&words, known) => self.headline = Some(words),
            Some(known) if says(known, &words) => {}
            Some(_) => self.leave_out(field, &words),
        }
    }

    /// A slugline; an author who stands in it goes where he belongs when all is known.
    pub(crate) fn slug(&mut self, written: Option<String>) {
        let words =
            written.map(|written| fold(&unescaped(written))).filter(|words| !identifier::is_nothing(words));
        self.article.slugline = words.or(self.article.slugline.take());
    }

    /// A slug beside the one that the article has, or another field that may hold one.
    pub(crate) fn second_slug(&mut self, written: Option<String>) {
        // Nearly all say the same once more.
        let Some(words) = written.filter(|words| self.article.slugline.as_ref() != Some(words)) else {
            return;
        };
        if self.slugs.len() < FEW {
            self.slugs.push(fold(&words));
        }
    }

    /// The slug where there is none yet, else one beside it.
    pub(crate) fn any_slug(&mut self, written: Option<String>) {
        if self.article.slugline.is_none() {
            self.slug(written);
        } else {
            self.second_slug(written);
        }
    }

    /// A byline, of which the file may have several, unless the field holds something else: a login, initials, a subtitle.
    pub(crate) fn by(&mut self, written: &str) {
        /// No story has so many authors, in bytes of their names.
        const LONGEST: usize = 1000;
        let words = if written.contains('<') {
            plain(written.to_owned())
        } else {
            fold(&unescaped(written.to_owned()))
        };
        if words.is_empty() {
            return;
        }
        match byline::of(&words) {
            Ok(name) => {
                if name.len() < words.len() {
                    self.warn("misplaced", format!("byline holds an address: {}", short(&words)));
                }
                match &mut self.article.byline {
                    None => self.article.byline = Some(name.to_owned()),
                    Some(known) if known.contains(name) => {}
                    Some(known) if known.len() > LONGEST => self.leave_out("byline", &words),
                    Some(known) => {
                        let joined =
                            ["and ", "und ", "et ", "y ", "e "].iter().any(|and| name.starts_with(and));
                        known.push_str(if joined { " " } else { ", " });
                        known.push_str(name);
                    }
                }
            }
            Err(what) => {
                // `STT`: nobody's name, and who made the story.
                self.makers.extend(head::known_provider(&words).map(|_| words.clone()));
                self.warn("misplaced", format!("byline holds {what}: {}", short(&words)));
            }
        }
    }

    /// A byline in the copy: it counts where the field names the agency only.
    pub(crate) fn second_byline(&mut self, written: Option<String>) {
        let Some(written) = written.map(|written| fold(&written)) else { return };
        let Some(known) = self.article.byline.take() else { return self.by(&written) };
        let Ok(name) = byline::of(&written) else {
            self.article.byline = Some(known);
            return self.leave_out("byline", &written);
        };
        if says(&known, name) {
            self.article.byline = Some(known);
        } else if says(name, &known) {
            self.article.byline = Some(name.to_owned());
        } else if byline::is_agency(&known) {
            self.article.byline = Some(name.to_owned());
            self.makers.push(known);
        } else {
            self.article.byline = Some(known);
            self.leave_out("byline", &written);
        }
    }

    /// Where a field says the story was filed: some hold a time, a number or nothing.
    pub(crate) fn place(&mut self, written: &str) {
        let words = fold(written);
        if words.chars().any(char::is_alphabetic) && dateline::in_element(&words).is_some() {
            self.dateline.get_or_insert(words);
        } else if !words.is_empty() {
            self.warn("misplaced", format!("dateline holds no place: {}", short(&words)));
        }
    }

    /// Takes what is not for publication off the end of the copy: the text is what may be printed.
    pub(crate) fn cut_tail(&mut self) {
        if let Some((words, tail)) = head::printable(&self.body) {
            self.tail = Some(tail.to_owned());
            self.body.truncate(words.len());
        }
        self.cut_back();
    }

    /// Takes a body in HTML.
    pub(crate) fn take_html(&mut self, written: &str) {
        self.take_body(html::read(written));
    }

    /// Takes a body of plain text: HTML that is called so is read as what it is.
    pub(crate) fn take_plain(&mut self, written: &str) {
        if html::is_html(written) || html::is_escaped(written) {
            self.article.warn("html_in_plain", "a body called plain text has mark-up");
            return self.take_html(written);
        }
        self.body = crate::prose::paragraphs(&html::unescape(written));
    }

    /// What was in a body of mark-up.
    pub(crate) fn take_body(&mut self, body: html::Body) {
        if body.escaped {
            self.article.warn("html_escaped", "the body's mark-up was escaped as text");
        }
        self.body = body.text;
        if let Some(headline) = body.headline {
            self.head_with(headline);
        }
        for note in body.notes {
            self.note(Some(note));
        }
        for (what, words) in body.left_out {
            self.leave_out(&what, &words);
        }
        self.second_byline(body.byline);
        if let Some(dateline) = body.dateline {
            // Nearer to the copy than what a field says.
            let field = self.dateline.take();
            self.place(&dateline);
            match (&self.dateline, field) {
                (None, field) => self.dateline = field,
                (Some(_), field) => self.located.extend(field),
            }
        }
    }

    /// Fills what this draft leaves open from another of the same story (the payload's own head).
    pub(crate) fn fill_from(&mut self, inner: Self) {
        let Self { article: own, .. } = self;
        let other = inner.article;
        if own.id.is_empty() {
            own.id = other.id;
        }
        if own.version == 1 {
            own.version = other.version;
        }
        let second = other.slugline.clone().filter(|_| own.slugline.is_some());
        own.slugline = own.slugline.take().or(other.slugline);
        own.language = own.language.take().or(other.language);
        own.urgency = own.urgency.or(other.urgency);
        if let Some(status) = other.pub_status {
            head::restrict(own, status, "the payload");
        }
        own.published_at = own.published_at.or(other.published_at);
        for signal in other.signals {
            if own.signals.iter().all(|known| known.kind != signal.kind) {
                own.signals.push(signal);
            }
        }
        own.warnings.extend(other.warnings);
        // The copy's byline is the one to print.
        if let Some(byline) = other.byline
            && let Some(known) = own.byline.replace(byline.clone())
            && !says(&byline, &known)
        {
            if byline::is_agency(&known) { self.makers.push(known) } else { self.leave_out("byline", &known) }
        }
        if let Some(headline) = inner.headline {
            self.head_with(headline);
        }
        self.lead = self.lead.take().or(inner.lead);
        if self.body.is_empty() {
            self.body = inner.body;
        }
        self.dateline = inner.dateline.or(self.dateline.take());
        self.filed = self.filed.or(inner.filed);
        self.makers.extend(inner.makers);
        self.holders.extend(inner.holders);
        for note in inner.notes {
            self.note(Some(note));
        }
        for keyword in other.keywords {
            let known = self.article.keywords.contains(&keyword);
            self.keyword(Some(keyword).filter(|_| !known));
        }
        for subject in other.subjects {
            let known = self.article.subjects.contains(&subject);
            self.subject(Some(subject).filter(|_| !known));
        }
        self.issued = self.issued.or(inner.issued);
        self.other_times.extend(inner.other_times);
        self.released = self.released.or(inner.released);
        self.issued_clock = self.issued_clock.or(inner.issued_clock);
        self.released_clock = self.released_clock.or(inner.released_clock);
        inner.embargo.into_iter().chain(inner.more_embargoes).for_each(|written| self.embargo_in(written));
        inner.heard.iter().for_each(|(place, words)| self.hear(words, *place));
        second.into_iter().chain(inner.slugs).for_each(|slug| self.second_slug(Some(slug)));
        self.embargoed |= inner.embargoed;
        self.media = self.media.or(inner.media);
        self.properties.extend(inner.properties);
    }

    /// What another article around or inside this one says of the story's life.
    pub(crate) fn restrict_by(&mut self, other: &Article, who: &str) {
        if let Some(status) = other.pub_status.filter(|status| *status != PubStatus::Usable) {
            head::restrict(&mut self.article, status, who);
        }
        if let Some(until) = other.embargoed_until {
            self.embargo_in(until.to_string());
        }
    }

    /// Takes from a rendering that is left out what it says of the story's life: that holds for all of them.
    pub(crate) fn heed(&mut self, other: &mut Self) {
        if let Some(status) = other.article.pub_status {
            head::restrict(&mut self.article, status, "another rendering");
        }
        for signal in other.article.signals.drain(..).filter(|signal| head::RESTRAINS.contains(&signal.kind))
        {
            self.signal(signal.kind, signal.text, signal.target);
        }
        self.embargoed |= other.embargoed;
        self.released = self.released.or(other.released);
        self.released_clock = self.released_clock.or(other.released_clock);
        other
            .embargo
            .take()
            .into_iter()
            .chain(other.more_embargoes.drain(..))
            .for_each(|written| self.embargo_in(written));
        other.heard.iter().for_each(|(place, words)| self.hear(words, *place));
        let slugs = other.article.slugline.iter().chain(&other.slugs);
        slugs.for_each(|slug| self.second_slug(Some(slug.clone())));
        other.notes.iter().for_each(|note| self.hear(note, head::Place::Note));
    }
}

/// As what words are heard that are left out, by what they are: a caption says what is on a picture, and a box is a story.
fn place_of(what: &str) -> Option<head::Place> {
    const OTHERS: &[&str] =
        &["caption", "figcaption", "figure", "related", "nav", "associations", "media", "video"];
    let what = what.to_ascii_lowercase();
    let is = |kind: &str| what.split([' ', '.', ':', '_']).any(|word| word == kind);
    if OTHERS.iter().any(|kind| is(kind)) {
        None
    } else if is("aside") {
        Some(head::Place::Inside)
    } else if is("headline") || is("title") {
        Some(head::Place::Head)
    } else {
        Some(head::Place::Line)
    }
}

/// The words of a field that has any, without white space at their ends.
fn said(words: Option<String>) -> Option<String> {
    words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty())
}

/// Two or three letters and perhaps more parts, as BCP 47 has them.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or("");
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// A field of words in which an agency left mark-up, or entities that were escaped twice.
pub(crate) fn plain(words: String) -> String {
    let words = if html::is_marked_up(&words) { html::read(&words).text } else { words };
    let mut folded = crate::prose::Words::default();
    folded.push(&unescaped(words));
    folded.take()
}

/// Words of a field without their entities: many write those of HTML wherever they write.
fn unescaped(words: String) -> String {
    match html::unescape(&words) {
        std::borrow::Cow::Borrowed(_) => words,
        std::borrow::Cow::Owned(words) => words,
    }
}

/// A headline without its mark-up, if it has any: `BT Group <BT.L> to cut jobs` has none.
pub(crate) fn without_markup(words: &str) -> String {
    if html::is_marked_up(words) || html::is_escaped(words) && !html::only_names_tags(&html::unescape(words))
    {
        return html::read(words).text;
    }
    plain(words.to_owned())
}

/// Whether words begin with others.
fn starts(words: &str, beginning: &str) -> bool {
    let mut rest = letters(words);
    letters(beginning).all(|c| rest.next() == Some(c))
}

/// Whether so many letters at the start of two headlines are no chance.
fn long_enough(words: &str) -> bool {
    letters(words).nth(11).is_some()
}

/// Whether a text has these words in a row, as far as letters go: told by its first paragraphs.
fn says(text: &str, words: &str) -> bool {
    let near = text.char_indices().nth(4000).map_or(text, |(end, _)| &text[..end]);
    let (text, words): (String, String) = (letters(near).collect(), letters(words).collect());
    words.is_empty() || memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some()
}
