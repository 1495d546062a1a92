//! A story on its way from mark-up to an article: what the formats made of XML say of it, and what follows from that.
//!
//! A format fills in what its file says; [`Draft::finish`] decides what of it is the text, what may be done with the
//! story and when, and has the rest read from the copy.

use article::{Article, DateOnly, Dateline, Provider, PubStatus, Signal, SignalType, Subject, Warning, When};
use jiff::civil::Date;

use crate::agencies::Agency;
use crate::charset::Decoded;
use crate::formats::Format;
use crate::head::{self, Head};
use crate::html;
use crate::reject::Left;
use crate::story::{is_subtitle, without_revision};
use crate::when::{self, Told};
use crate::{Received, Skipped, Unreadable, dateline, finish, timestamp};

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
    /// The words of a field that is called dateline.
    pub dateline: Option<String>,
    /// When it was filed.
    pub filed: Option<Date>,
    /// Who made or passed on the story, the likeliest first.
    pub makers: Vec<String>,
    pub notes: Vec<String>,
    /// The time of this version, and other times that stand in for it, by what they are called.
    pub issued: Option<When>,
    pub other_times: Vec<(&'static str, When)>,
    /// When it may be used: an embargo only if that is after the issue.
    pub released: Option<When>,
    /// What a field says that is there for embargoes only.
    pub embargo: Option<String>,
    /// The status is `embargoed`.
    pub embargoed: bool,
    /// What it is without a text: one of the codes of skips.
    pub media: Option<&'static str>,
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
            dateline: None,
            filed: None,
            makers: Vec::new(),
            notes: Vec::new(),
            issued: None,
            other_times: Vec::new(),
            released: None,
            embargo: None,
            embargoed: false,
            media: None,
            headlines: 0,
            cut: false,
        }
    }
}

/// So many headlines of a story are compared with each other.
const HEADLINES: usize = 20;

/// No story has more subjects, keywords, notes or warnings: what is compared with all others must be few.
const MOST: usize = 1000;

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
            self.warn("left_out", format!("{what}: {words}"));
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
        if let Some(keyword) = keyword.filter(|keyword| !keyword.is_empty())
            && self.has_room("keywords", self.article.keywords.len())
        {
            self.article.keywords.push(keyword);
        }
    }

    /// Several keywords in one field.
    pub(crate) fn keywords(&mut self, words: &str) {
        for word in words.split([',', ';']) {
            self.keyword(Some(word.trim().to_owned()));
        }
    }

    pub(crate) fn note(&mut self, note: Option<String>) {
        if let Some(note) = note.filter(|note| !note.is_empty() && !self.notes.contains(note))
            && self.has_room("notes", self.notes.len())
        {
            self.notes.push(note);
        }
    }

    /// A time in a field; what cannot be read is said.
    pub(crate) fn time(&mut self, field: &str, written: &str) -> Option<When> {
        if written.trim().is_empty() {
            return None;
        }
        let told = match (when::read(written), timestamp::read(written)) {
            // A clock that is none beside a day that is one.
            (Told::Unreadable, Some(read)) => Told::Zoneless(read.when),
            (told, _) => told,
        };
        if !matches!(told, Told::When(_)) {
            self.warn("bad_date", format!("{field}: {}", written.trim()));
        }
        told.when()
    }

    /// The identifier, unless it is one that says nothing.
    pub(crate) fn identify(&mut self, id: Option<String>) {
        let Some(id) = id else { return };
        if says_nothing(&id) {
            return self.article.warn("bad_id", id);
        }
        let (stem, revision) = without_revision(&id);
        if let Some(revision) = revision {
            self.article.warn("revision_in_id", id.clone());
            self.article.version = self.article.version.max(revision);
        }
        stem.clone_into(&mut self.article.id);
    }

    /// Sets a story apart from the others of its item.
    pub(crate) fn extend_id(&mut self, by: &str) {
        if !self.article.id.is_empty() {
            self.article.id = format!("{}#{by}", self.article.id);
            self.article.warn("id_extended", format!("by {by}: the item has several stories"));
        }
    }

    /// The version: a number, or the digits that it begins with.
    pub(crate) fn count(&mut self, version: Option<String>) {
        let Some(version) = version else { return };
        let digits = version.len() - version.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        match version[..digits].parse::<u64>() {
            Ok(number) => self.article.version = number.max(1),
            Err(_) => self.article.warn("bad_version", version),
        }
    }

    pub(crate) fn urgency(&mut self, written: Option<String>) {
        let Some(written) = written else { return };
        match written.parse().ok().filter(|urgency| (1..=9).contains(urgency)) {
            Some(urgency) => self.article.urgency = Some(urgency),
            None => self.warn("bad_urgency", written),
        }
    }

    /// A status in any spelling.
    pub(crate) fn status(&mut self, written: &str) {
        match written.trim().to_ascii_lowercase().as_str() {
            "usable" => self.article.pub_status = Some(PubStatus::Usable),
            "withheld" | "withhold" | "hold" => self.article.pub_status = Some(PubStatus::Withheld),
            "canceled" | "cancelled" | "killed" | "kill" | "retracted" | "withdrawn" => {
                self.article.pub_status = Some(PubStatus::Canceled);
            }
            "embargoed" => self.embargoed = true,
            "" => {}
            other => self.warn("bad_status", other),
        }
    }

    /// A BCP 47 tag, if it is one.
    pub(crate) fn language(&mut self, tag: Option<String>) {
        if self.article.language.is_none() {
            let tag = tag.map(|tag| tag.replace('_', "-")).filter(|tag| is_language(tag));
            self.article.language = tag.map(|tag| match tag.split_once('-') {
                Some((primary, rest)) => format!("{}-{rest}", primary.to_ascii_lowercase()),
                None => tag.to_ascii_lowercase(),
            });
        }
    }

    /// A statement of rights or a restriction of use: kept, since it binds whoever prints the story.
    pub(crate) fn rights(&mut self, words: &str) {
        let words = words.trim();
        let known = |warning: &Warning| warning.code == "rights" && warning.text == words;
        if !words.is_empty()
            && !self.article.warnings.iter().take(MOST).any(known)
            && self.has_room("warnings", self.article.warnings.len())
        {
            self.article.warn("rights", words);
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
            Some(known) if same(known, &words) => {}
            // Cut in one place and whole in another.
            Some(known) if long_enough(known) && starts(&words, known) => self.headline = Some(words),
            Some(known) if says(known, &words) => {}
            Some(_) => self.leave_out(field, &words),
        }
    }

    /// What was in a body of mark-up.
    pub(crate) fn take_body(&mut self, body: html::Body) {
        if body.escaped {
            self.article.warn("html_escaped", "the body's mark-up was escaped once too often");
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
    }

    /// A byline in the copy: it counts where the field names the agency only.
    pub(crate) fn second_byline(&mut self, byline: Option<String>) {
        let Some(byline) = byline else { return };
        match self.article.byline.take() {
            None => self.article.byline = Some(byline),
            Some(known) if same(&known, &byline) => self.article.byline = Some(known),
            Some(known)
                if head::known_provider(&known).is_some() && !known.contains(',') && !is_by(&known) =>
            {
                self.article.byline = Some(byline);
                self.makers.push(known);
            }
            Some(known) => {
                self.article.byline = Some(known);
                self.leave_out("byline", &byline);
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
        own.slugline = own.slugline.take().or(other.slugline);
        own.language = own.language.take().or(other.language);
        own.urgency = own.urgency.or(other.urgency);
        own.pub_status = own.pub_status.or(other.pub_status);
        for signal in other.signals {
            if own.signals.iter().all(|known| known.kind != signal.kind) {
                own.signals.push(signal);
            }
        }
        own.warnings.extend(other.warnings);
        if let Some(byline) = other.byline {
            // The copy's byline is the one to print; what the metadata call so may be a login.
            own.byline = Some(byline);
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
        self.embargo = self.embargo.take().or(inner.embargo);
        self.embargoed |= inner.embargoed;
        self.media = self.media.or(inner.media);
    }

    /// The article. `own` are its bytes alone, out of all that were received.
    pub(crate) fn finish(
        mut self,
        received: &Received<'_>,
        own: &[u8],
        format: Format,
        decoded: &Decoded<'_>,
    ) -> Result<Article, Left> {
        let canceled = self.article.pub_status == Some(PubStatus::Canceled);
        if self.body.is_empty() {
            if let Some(code) = self.media.filter(|_| !canceled) {
                let what = self.headline.or(self.lead).unwrap_or(self.article.id);
                let what = if what.is_empty() { "without a headline".to_owned() } else { what };
                return Err(Left::Skipped(Skipped::new(code, what)));
            }
            self.body = self.lead.take().unwrap_or_default();
        }
        if self.body.is_empty() && self.headline.is_none() && !canceled {
            return Err(Left::Unreadable(Unreadable::new("no_text", "neither a headline nor a paragraph")));
        }
        if self.body.is_empty() {
            self.article.warn("no_text", "the body is empty");
        }
        self.drop_second_headline();
        if let Some(lead) = self.lead.take().filter(|lead| !says(&self.body, lead)) {
            self.leave_out("abstract", &lead);
        }
        self.mend_byline();
        self.choose_time();
        let headline = self.headline.take().map(|headline| without_mark(&headline).to_owned());
        let body = Some(self.body.as_str()).filter(|body| !body.is_empty());
        self.article.text = headline.as_deref().into_iter().chain(body).collect::<Vec<_>>().join("\n\n");
        self.article.provider = self.article.provider.take().or_else(|| provider(&self.makers));

        let mut head = Head::read(&self.article.text);
        for note in std::mem::take(&mut self.notes) {
            head.note(note);
        }
        self.article.headline = headline.map(|headline| head.tagged(&headline));
        self.set_embargo();
        self.status_signal(&head);
        let fields = self.dateline_field();
        let mut warnings = decoded.warnings.clone();
        warnings.append(&mut self.article.warnings);
        self.article.warnings = warnings;
        finish::finish(&mut self.article, head, received, own, format, decoded.charset);
        self.merge_dateline(fields);
        Ok(self.article)
    }

    /// A body that begins with the headline says it twice.
    fn drop_second_headline(&mut self) {
        let Some(headline) = &self.headline else { return };
        let (first, rest) = self.body.split_once("\n\n").unwrap_or((&self.body, ""));
        if same(first, headline) && !rest.is_empty() {
            self.body = rest.to_owned();
        }
    }

    /// A byline names who wrote it: not a subtitle, a login or somebody's initials.
    fn mend_byline(&mut self) {
        if self.article.byline.is_none()
            && let Some(author) = self.article.slugline.take_if(|slug| is_by(slug) && byline(slug).is_some())
        {
            self.article.byline = Some(author);
        }
        let Some(written) = self.article.byline.take() else { return };
        self.article.byline = byline(&written);
        if self.article.byline.as_deref() != Some(written.trim()) {
            self.article.warn("misplaced", format!("byline: {written}"));
        }
    }

    /// Where the version's own time is missing another stands in for it, and it is said which.
    fn choose_time(&mut self) {
        if self.issued.is_none()
            && let Some((name, when)) = self.other_times.first()
        {
            self.issued = Some(*when);
            self.article.warn("time_fallback", format!("{name}: {when}"));
        }
        self.article.published_at = self.article.published_at.or(self.issued);
    }

    fn set_embargo(&mut self) {
        let issued = self.issued;
        let moment = |when: &When| matches!(when, When::Moment { .. });
        let later = |when: When| issued.is_none_or(|issued| when::is_later(when, issued));
        if let Some(written) = self.embargo.take().filter(|written| !written.trim().is_empty()) {
            match when::read(&written) {
                Told::When(when) if moment(&when) => {
                    if later(when) {
                        self.embargo_until(Some(when), when.to_string());
                    }
                    return;
                }
                // A day, or a clock without a zone: it may still be ahead.
                Told::When(when) | Told::Zoneless(when)
                    if issued.is_some_and(|issued| when.date() < issued.date()) =>
                {
                    return;
                }
                Told::Placeholder => {
                    self.article.warn("bad_date", format!("embargo: {written}"));
                    return;
                }
                _ => return self.embargo_until(None, written),
            }
        }
        // A release that is not later than the issue, or an empty element, is none.
        match self.released.filter(|when| issued.is_some() && later(*when) && moment(when)) {
            Some(when) => self.embargo_until(Some(when), when.to_string()),
            None if self.embargoed => self.embargo_until(None, "embargoed".to_owned()),
            None => {}
        }
    }

    fn embargo_until(&mut self, until: Option<When>, words: String) {
        self.article.embargoed_until = until;
        if until.is_none() {
            let why = if words == "embargoed" {
                "the status is `embargoed`, and no release time is given".to_owned()
            } else {
                words.clone()
            };
            self.article.warn("embargo_unclear", why);
            self.article.pub_status = Some(PubStatus::Withheld);
        }
        self.article.signals.push(Signal { kind: SignalType::Embargo, text: Some(words), target: None });
    }

    /// A status that no words speak of is a signal all the same.
    fn status_signal(&mut self, head: &Head) {
        let (kind, text) = match self.article.pub_status {
            Some(PubStatus::Canceled) => (SignalType::Kill, "canceled"),
            Some(PubStatus::Withheld) => (SignalType::Hold, "withheld"),
            _ => return,
        };
        let known = |signal: &Signal| signal.kind == SignalType::Embargo || signal.kind == kind;
        if !head.says(kind) && !self.article.signals.iter().any(known) {
            self.article.signals.push(Signal { kind, text: Some(text.to_owned()), target: None });
        }
    }

    /// The dateline of a field, if it is one: many hold a time, a number or nothing.
    fn dateline_field(&mut self) -> Option<(Vec<String>, Option<dateline::WrittenDate>)> {
        let words = self.dateline.take()?;
        let read = dateline::in_element(&words);
        if read.is_none() {
            self.article.warn("misplaced", format!("dateline: {words}"));
        }
        read
    }

    /// The copy's own dateline has a span; the field's fills in what the copy leaves out.
    fn merge_dateline(&mut self, field: Option<(Vec<String>, Option<dateline::WrittenDate>)>) {
        let article = &mut self.article;
        let published = article.published_at.map(When::date);
        let (places, written) = field.unwrap_or_default();
        let date = self.filed.or_else(|| written.and_then(|date| date.resolve(published)));
        match &mut article.dateline {
            Some(dateline) => {
                if dateline.places.is_empty() {
                    dateline.places = places;
                }
                dateline.date = dateline.date.or(date.map(DateOnly));
            }
            None if !places.is_empty() => {
                article.dateline = Some(Dateline { places, date: date.map(DateOnly), span: None });
            }
            None => {}
        }
        article.published_at = article.published_at.or(date.map(When::Date));
    }
}

/// Whether an identifier names nothing: `0`, `null`, the agency's own name.
pub(crate) fn says_nothing(id: &str) -> bool {
    id.chars().all(|c| !c.is_alphanumeric() || c == '0')
            || ["null", "none", "unknown", "n/a", "na", "undefined"]
                .iter()
                .any(|no| id.eq_ignore_ascii_case(no))
            || Agency::named_in(id).is_some_and(|agency| {
                agency.name.eq_ignore_ascii_case(id)
                    || agency.signs.iter().any(|sign| sign.eq_ignore_ascii_case(id))
            })
            // `www.agency.example`
            || id.contains('.') && !id.contains([':', '/', '_', ' ']) && !id.contains(|c: char| c.is_ascii_digit())
}

/// The first maker that is a known agency, else the first that is a name and not just a code or an address.
fn provider(makers: &[String]) -> Option<Provider> {
    /// Longer titles and statements of rights are no names, in bytes.
    const NAME: usize = 80;
    let known = makers.iter().take(MOST).find_map(|maker| head::known_provider(maker));
    known.or_else(|| {
        let name = makers.iter().find(|maker| maker.contains(' ') && maker.len() <= NAME);
        name.and_then(|maker| head::provider_named(maker))
    })
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
    let marked = html::is_html(&words);
    let words = if marked { html::read(&words).text } else { words };
    let words = match html::unescape(&words) {
        std::borrow::Cow::Borrowed(_) => words,
        std::borrow::Cow::Owned(words) => words,
    };
    let mut folded = crate::prose::Words::default();
    folded.push(&words);
    folded.take()
}

/// A headline without the `=` or `+` that some systems end it with.
fn without_mark(headline: &str) -> &str {
    let bare = headline.trim_end().trim_end_matches(['=', '+']);
    if bare.ends_with(char::is_whitespace) { bare.trim_end() } else { headline }
}

/// The letters and digits of words, in lower case: marks, blanks and case vary from field to field.
fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
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

fn is_by(words: &str) -> bool {
    ["By ", "BY ", "Von ", "Par ", "Por "].iter().any(|by| words.starts_with(by))
}

/// A byline as it can be printed; none if the words are something else.
fn byline(words: &str) -> Option<String> {
    let words = words.trim();
    // `desk@agency.example (Ann Lee)`, `Ann Lee <desk@agency.example>`
    let words = match (words.contains('@'), words.split_once('('), words.split_once('<')) {
        (true, Some((address, name)), _) if address.contains('@') => {
            name.trim_end().trim_end_matches(')').trim()
        }
        (true, _, Some((name, _))) if !name.trim().is_empty() => name.trim(),
        _ => words,
    };
    let count = words.split_whitespace().count();
    let a_sentence = count > 6 && words.ends_with(['.', '!', '?']) && !is_by(words) || count > 40;
    // `mjameson`, `jh/mk`, `desk3`, an address: codes of a system and not names.
    let a_word = count == 1
        && (!words.starts_with(char::is_uppercase) || words.contains('@') || words.chars().count() <= 3);
    let a_code = a_word || words.contains('/') && words.len() <= 8;
    // `Ann Lee, who covers the harbour for the desk`: what follows a name may be words of any kind.
    let name = words.split(',').next().unwrap_or(words);
    let begins_with_a_name = name.len() < words.len()
        && name.contains(' ')
        && !name.contains('.')
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let a_subtitle = !begins_with_a_name && is_subtitle(words);
    (!words.is_empty() && !a_sentence && !a_code && !a_subtitle).then(|| words.to_owned())
}
