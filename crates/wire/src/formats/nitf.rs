//! NITF 2.x and 3.x, with or without a namespace: `docdata` gives the fields, `body.head` the headline, `body.content`
//! the paragraphs.
//!
//! `text` is the headline and the paragraphs of the body, joined by blank lines. Tables keep their rows and cells;
//! captions, second headlines, abstracts and sign-offs are not the story: they stand in a warning.

use article::{Article, DateOnly, Dateline, Provider, PubStatus, Signal, SignalType, Subject, When};
use jiff::civil::Date;

use super::{Format, Reader};
use crate::charset::Decoded;
use crate::head::{self, Head};
use crate::prose::{Prose, Words};
use crate::xml::{self, Element, Event};
use crate::{Parsed, Received, Skipped, Unreadable, dateline, finish, timestamp};

pub(super) const READER: Reader = Reader { name: "nitf", recognise, parse };

fn recognise(text: &str) -> bool {
    xml::root(text).is_some_and(|root| root.eq_ignore_ascii_case("nitf"))
}

/// Where the words of an element go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Into {
    Nowhere,
    Title,
    Headline,
    Byline,
    Dateline,
    /// Who made or passed on the story: `distributor`, `rights.owner`.
    Maker,
    Note,
    Abstract,
    /// The body, outside any paragraph.
    Loose,
    Body,
    /// The name of a subject: `classifier`, `org` … in `identified-content`.
    Subject,
    /// Not of the text: to a warning, with the name of the element.
    LeftOut,
}

/// One document on its way to an article.
struct Draft {
    article: Article,
    title: Words,
    headline: Words,
    byline: Words,
    dateline: Words,
    filed: Option<Date>,
    makers: Vec<String>,
    /// Words of a field that may occur more than once.
    words: Words,
    notes: Vec<String>,
    lead: Words,
    body: Prose,
    issued: Option<When>,
    released: Option<When>,
    embargoed: bool,
    media: bool,
    into: Into,
    /// The open elements, with where words went before each.
    open: Vec<(String, Into)>,
}

/// Each document of the text; most have one.
fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let mut parsed = Parsed::default();
    let mut reader = xml::Reader::new(&decoded.text);
    let mut start = 0;
    loop {
        let draft = match document(&mut reader) {
            Ok(Some(draft)) => draft,
            Ok(None) => break,
            Err(no) if parsed.is_empty() => return Err(no),
            Err(no) => {
                parsed.rejected.push(no);
                break;
            }
        };
        if super::is_full(&mut parsed) {
            break;
        }
        let end = reader.at();
        let own = if start == 0 && decoded.text[end..].trim_end().is_empty() {
            received.bytes
        } else {
            &decoded.text.as_bytes()[start..end]
        };
        start = end;
        let mut draft = draft;
        draft.article.warnings.splice(0..0, decoded.warnings.iter().cloned());
        draft.article.warnings.append(&mut reader.warnings);
        match draft.finish(received, own, decoded.charset) {
            Ok(article) => parsed.articles.push(article),
            Err(Left::Skipped(skipped)) => parsed.skipped.push(skipped),
            Err(Left::Unreadable(no)) => parsed.rejected.push(no),
        }
    }
    match parsed.rejected.pop_if(|_| parsed.articles.is_empty() && parsed.skipped.is_empty()) {
        Some(no) => Err(no),
        None if parsed.is_empty() => Err(Unreadable::new("bad_xml", "no element in it")),
        None => Ok(parsed),
    }
}

/// Why a whole document is no article.
enum Left {
    Skipped(Skipped),
    Unreadable(Unreadable),
}

/// Reads one document up to the end of its root element.
fn document(reader: &mut xml::Reader<'_>) -> Result<Option<Draft>, Unreadable> {
    let mut draft = Draft::new();
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(element) => draft.open(reader, &element)?,
            Event::Close => draft.close(),
            Event::Text(text) => draft.text(&text),
            Event::End => {
                draft.close();
                return Ok(Some(draft));
            }
        }
    }
    Ok(None)
}

impl Draft {
    fn new() -> Self {
        Self {
            article: Article::of_text(""),
            title: Words::default(),
            headline: Words::default(),
            byline: Words::default(),
            dateline: Words::default(),
            filed: None,
            makers: Vec::new(),
            words: Words::default(),
            notes: Vec::new(),
            lead: Words::default(),
            body: Prose::default(),
            issued: None,
            released: None,
            embargoed: false,
            media: false,
            into: Into::Nowhere,
            open: Vec::new(),
        }
    }

    fn open(&mut self, reader: &mut xml::Reader<'_>, element: &Element<'_>) -> Result<(), Unreadable> {
        let name = element.name().to_ascii_lowercase();
        if self.open.is_empty() && name != "nitf" {
            return Err(Unreadable::new(
                "bad_xml",
                format!("the root element is `{}`, not `nitf`", element.name()),
            ));
        }
        if self.article.language.is_none() {
            self.article.language = reader.attribute(element, "lang")?.filter(|tag| is_language(tag));
        }
        let before = self.into;
        match before {
            Into::Loose | Into::Body => self.open_in_body(&name),
            Into::Nowhere => self.open_outside(reader, element, &name)?,
            Into::Byline if name == "byttl" => self.byline.apart(", "),
            Into::Dateline if name == "story.date" => {
                self.filed = self.time(reader, element, "norm")?.map(When::date);
            }
            Into::Headline if name == "hl2" => self.leave_out(),
            Into::Headline if name == "hl1" => self.headline.gap(),
            _ => {}
        }
        self.open.push((name, before));
        Ok(())
    }

    /// Elements of the head, and those that hold others.
    fn open_outside(
        &mut self,
        reader: &mut xml::Reader<'_>,
        element: &Element<'_>,
        name: &str,
    ) -> Result<(), Unreadable> {
        match name {
            "title" => self.into = Into::Title,
            // A `hedline` with words of its own and no `hl1` is a headline too.
            "hl1" | "hedline" => self.into = Into::Headline,
            "byline" => {
                self.byline.apart(", ");
                self.into = Into::Byline;
            }
            "dateline" => self.into = Into::Dateline,
            "distributor" | "rights.owner" | "copyrite.holder" => self.into = Into::Maker,
            "note" => self.into = Into::Note,
            "abstract" => self.into = Into::Abstract,
            "body.content" => self.into = Into::Loose,
            "tagline" | "bibliography" | "hl2" => self.leave_out(),
            "media" => {
                self.media = true;
                self.leave_out();
            }
            _ => self.read_data(reader, element, name)?,
        }
        Ok(())
    }

    /// `docdata` and its kin: the words are in attributes.
    fn read_data(
        &mut self,
        reader: &mut xml::Reader<'_>,
        element: &Element<'_>,
        name: &str,
    ) -> Result<(), Unreadable> {
        let mut get = |key: &str| reader.attribute(element, key);
        match name {
            "docdata" => {
                let status = get("management-status")?.map(|status| status.to_ascii_lowercase());
                self.article.pub_status = match status.as_deref() {
                    Some("usable") => Some(PubStatus::Usable),
                    Some("withheld") => Some(PubStatus::Withheld),
                    Some("canceled" | "cancelled" | "killed") => Some(PubStatus::Canceled),
                    _ => None,
                };
                self.embargoed = status.as_deref() == Some("embargoed");
            }
            "doc-id" => {
                let id = get("id-string")?.filter(|id| id != "0");
                self.article.id = id.unwrap_or_default();
                self.makers.extend(get("regsrc")?);
            }
            "urgency" => {
                let written = get("ed-urg")?;
                let urgency = written.as_deref().and_then(|urgency| urgency.parse().ok());
                self.article.urgency = urgency.filter(|urgency| (1..=9).contains(urgency));
                if let Some(written) = written.filter(|_| self.article.urgency.is_none()) {
                    self.article.warn("bad_urgency", written);
                }
            }
            "date.issue" => self.issued = self.time(reader, element, "norm")?,
            "date.release" => self.released = self.time(reader, element, "norm")?,
            "pubdata" => {
                let published = self.time(reader, element, "date.publication")?;
                self.article.published_at = self.article.published_at.or(published);
            }
            "ed-msg" => self.notes.extend(get("info")?),
            "correction" => {
                let (text, target) = (get("info")?, get("id-string")?);
                self.article.signals.push(Signal { kind: SignalType::Correction, text, target });
            }
            "du-key" => {
                self.article.slugline = get("key")?;
                self.article.version =
                    get("version")?.and_then(|version| version.parse().ok()).unwrap_or(1).max(1);
            }
            "doc.copyright" => self.makers.extend(get("holder")?),
            "doc.rights" => self.makers.extend(get("owner")?),
            "from-src" => self.makers.extend(get("src-name")?),
            "keyword" => self.article.keywords.extend(get("key")?),
            "tobject.subject" => {
                let scheme = get("tobject.subject.ipr")?.unwrap_or_else(|| "IPTC".to_owned());
                let code = get("tobject.subject.refnum")?.or(get("tobject.subject.code")?);
                let mut name = None;
                for level in ["detail", "matter", "type"] {
                    name = name.or(get(&format!("tobject.subject.{level}"))?);
                }
                self.article.subjects.push(Subject { scheme: Some(scheme), code, name });
            }
            "classifier" | "org" | "person" | "location" | "event" | "function" | "object.title"
            | "virtloc"
                if self.inside("identified-content") =>
            {
                let scheme = get("idsrc")?.or(get("type")?);
                self.article.subjects.push(Subject { scheme, code: get("value")?, name: None });
                self.into = Into::Subject;
            }
            _ => {}
        }
        Ok(())
    }

    fn open_in_body(&mut self, name: &str) {
        match name {
            "br" => self.body.line(),
            "table" | "nitf-table" => {
                self.body.paragraph();
                self.into = Into::Body;
            }
            "tr" => self.body.open_row(),
            "td" | "th" => {
                self.body.open_cell();
                self.into = Into::Body;
            }
            "pre" => {
                self.body.open_preformatted();
                self.into = Into::Body;
            }
            "media" => {
                self.media = true;
                self.leave_out();
            }
            "nitf-table-metadata" | "custom-table" | "table-reference" | "script" | "style" => {
                self.leave_out();
            }
            "note" => self.into = Into::Note,
            _ if HOLDERS.contains(&name) => {
                self.body.paragraph();
                self.into = Into::Loose;
            }
            _ if PARAGRAPHS.contains(&name) => {
                self.body.paragraph();
                self.into = Into::Body;
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some((name, before)) = self.open.pop() else { return };
        let into = std::mem::replace(&mut self.into, before);
        match (into, name.as_str()) {
            (Into::Loose | Into::Body, "td" | "th") => self.body.close_cell(),
            (Into::Loose | Into::Body, "pre") => self.body.close_preformatted(),
            (Into::Loose | Into::Body, "table" | "nitf-table" | "body.content") => self.body.paragraph(),
            (Into::Loose | Into::Body, name) if HOLDERS.contains(&name) || PARAGRAPHS.contains(&name) => {
                self.body.paragraph();
            }
            (Into::Note | Into::Abstract | Into::LeftOut, "p" | "hl2" | "br" | "media-caption")
                if before == into =>
            {
                if into == Into::Abstract {
                    self.lead.gap();
                } else {
                    self.words.gap();
                }
            }
            (Into::Maker, _) if before != into => self.makers.push(self.words.take()),
            (Into::Note, _) if before != into => self.notes.push(self.words.take()),
            (Into::LeftOut, name) if before != into => {
                let words = self.words.take();
                if !words.is_empty() {
                    self.article.warn("left_out", format!("{name}: {words}"));
                }
            }
            (Into::Subject, _) if before != into => {
                let words = self.words.take();
                if let Some(subject) = self.article.subjects.last_mut().filter(|_| !words.is_empty()) {
                    subject.name = Some(words);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.into {
            Into::Nowhere => {}
            Into::Title => self.title.push(text),
            Into::Headline => self.headline.push(text),
            Into::Byline => self.byline.push(text),
            Into::Dateline => self.dateline.push(text),
            Into::Maker | Into::Note | Into::Subject | Into::LeftOut => self.words.push(text),
            Into::Abstract => self.lead.push(text),
            Into::Loose => self.body.push_loose(text),
            Into::Body => self.body.push(text),
        }
    }

    fn leave_out(&mut self) {
        self.into = Into::LeftOut;
    }

    fn inside(&self, name: &str) -> bool {
        self.open.iter().any(|(open, _)| open == name)
    }

    fn time(
        &mut self,
        reader: &mut xml::Reader<'_>,
        element: &Element<'_>,
        name: &str,
    ) -> Result<Option<When>, Unreadable> {
        let Some(written) = reader.attribute(element, name)? else { return Ok(None) };
        let read = timestamp::read(&written);
        if read.is_none_or(|read| read.zoneless) {
            self.article.warn("bad_date", format!("{}: {written}", element.name()));
        }
        Ok(read.map(|read| read.when))
    }

    /// The article, filled from its own words where the file says nothing.
    fn finish(mut self, received: &Received<'_>, own: &[u8], charset: &str) -> Result<Article, Left> {
        let mut article = self.article;
        let headline = Some(self.headline.take()).filter(|words| !words.is_empty());
        let headline = headline.or_else(|| Some(self.title.take()).filter(|words| !words.is_empty()));
        let lead = self.lead.take();
        let mut body = self.body.finish();
        if body.is_empty() {
            if self.media {
                let reason = headline.unwrap_or_else(|| "a picture without a headline".to_owned());
                return Err(Left::Skipped(Skipped::new("media_only", reason)));
            }
            body = lead;
        } else if !lead.is_empty() {
            article.warn("left_out", format!("abstract: {lead}"));
        }
        if body.is_empty() && headline.is_none() && article.pub_status != Some(PubStatus::Canceled) {
            return Err(Left::Unreadable(Unreadable::new("no_text", "neither a headline nor a paragraph")));
        }
        if body.is_empty() {
            article.warn("no_text", "the body is empty");
        }
        let headline_and_body =
            headline.as_deref().into_iter().chain(Some(body.as_str()).filter(|body| !body.is_empty()));
        article.text = headline_and_body.collect::<Vec<_>>().join("\n\n");
        article.byline = Some(self.byline.take()).filter(|words| !words.is_empty());
        article.provider = provider(&self.makers);
        article.published_at = self.issued.or(article.published_at);

        let mut head = Head::read(&article.text);
        for note in self.notes {
            head.note(note);
        }
        article.headline = headline.map(|headline| head.tagged(&headline));
        embargo(&mut article, self.embargoed, self.issued, self.released);
        status_signal(&mut article, &head);
        let fields = dateline::in_element(&self.dateline.take());
        finish::finish(&mut article, head, received, own, Format::Nitf, charset);
        merge_dateline(&mut article, fields, self.filed);
        Ok(article)
    }
}

/// Elements that hold paragraphs: words right inside them are paragraphs too.
const HOLDERS: &[&str] =
    &["block", "div", "body", "body.content", "ol", "ul", "dl", "bq", "blockquote", "section"];

/// Elements that are a paragraph each.
const PARAGRAPHS: &[&str] = &[
    "p",
    "hl1",
    "hl2",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "caption",
    "credit",
    "fn",
    "hr",
    "datasource",
    "nitf-table-summary",
];

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

/// A release after the issue is an embargo; one that is not later, or an empty element, is none.
fn embargo(article: &mut Article, status: bool, issued: Option<When>, released: Option<When>) {
    let later = released.filter(|released| match (issued, released) {
        (Some(When::Moment { clock: a, offset: x }), When::Moment { clock: b, offset: y }) => x
            .to_timestamp(a)
            .ok()
            .zip(y.to_timestamp(*b).ok())
            .is_some_and(|(issued, released)| released > issued),
        (issued, released) => issued.is_none_or(|issued| released.date() > issued.date()),
    });
    let moment = later.filter(|when| matches!(when, When::Moment { .. }));
    if !status && (moment.is_none() || issued.is_none()) {
        return;
    }
    article.embargoed_until = moment;
    let text = moment.map_or_else(|| "embargoed".to_owned(), |moment| moment.to_string());
    article.signals.push(Signal { kind: SignalType::Embargo, text: Some(text), target: None });
    if moment.is_none() {
        article.warn("embargo_unclear", "the status is `embargoed`, and no release time is given");
        article.pub_status = Some(PubStatus::Withheld);
    }
}

/// The copy's own dateline has a span; the element's fills in what the copy leaves out.
fn merge_dateline(
    article: &mut Article,
    element: Option<(Vec<String>, Option<dateline::WrittenDate>)>,
    filed: Option<Date>,
) {
    let published = article.published_at.map(When::date);
    let (places, written) = element.unwrap_or_default();
    let date = filed.or_else(|| written.and_then(|date| date.resolve(published)));
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

/// The first maker that is a known agency, else the first that is not just a code or an address.
fn provider(makers: &[String]) -> Option<Provider> {
    let known = makers.iter().find_map(|maker| head::known_provider(maker));
    known.or_else(|| {
        makers.iter().find(|maker| maker.contains(' ')).and_then(|maker| head::provider_named(maker))
    })
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
