//! NITF 2.x and 3.x, with or without a namespace: `docdata` gives the fields, `body.head` the headline, `body.content`
//! the paragraphs.
//!
//! `text` is the headline and the paragraphs of the body, joined by blank lines. Tables keep their rows and cells;
//! captions, second headlines, abstracts and sign-offs are not the story: they stand in a warning.

use article::{PubStatus, SignalType, Subject, When};
use jiff::civil::DateTime;

use super::items::{self, Message};
use super::{Format, Reader};
use crate::charset::Decoded;
use crate::draft::{Draft, LetGo, is_nearly};
use crate::html::{self, By, Part, Spared, Weights};
use crate::prose::{Prose, Words};
use crate::timestamp;
use crate::xml::{self, Element, Event};
use crate::{Parsed, Received, Unreadable};

pub(super) const READER: Reader = Reader { name: "nitf", recognise, parse };

/// For machines: what is read as a value, and the standard's own ways.
#[rustfmt::skip]
const LET_GO: LetGo = LetGo {
    whole: &["date.issue", "date.release", "story.date", "chron"],
    attributes: &[
        "id", "class", "style", "lang", "dir", "version", "change.date", "change.time", "baselang", "schemaLocation", "size",
        "management-status", "revision-history norm", "date.publication", "idsrc", "type", "media-type", "mime-type", "height", "width", "noflow",
    ],
};

fn recognise(text: &str) -> bool {
    xml::root(text).is_some_and(is_root)
}

/// Where the words of an element go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Into {
    #[default]
    Nowhere,
    Title,
    Headline,
    /// A headline in the body: mostly the same once more.
    Second,
    Byline,
    /// One in the body: it counts where the first names the agency only.
    SecondByline,
    Dateline,
    /// Who made or passed on the story: `distributor`, `rights.owner`.
    Maker,
    Note,
    /// A statement of rights in words.
    Rights,
    Abstract,
    /// The body, outside any paragraph.
    Loose,
    Body,
    /// The name of a subject: `classifier`, `org` … in `identified-content`.
    Subject,
    /// Not of the text: to a warning, with the name of the element.
    LeftOut,
}

/// One document as it is read.
#[derive(Default)]
struct Document {
    draft: Draft,
    title: Words,
    headline: Words,
    byline: Words,
    second_byline: Words,
    dateline: Words,
    /// An element of the dateline begins or ends here.
    parted: bool,
    /// Words of a field that may occur more than once.
    words: Words,
    lead: Words,
    /// The paragraphs of the abstract that have ended.
    leads: Vec<String>,
    body: Prose,
    into: Into,
    /// The open elements, with where words went before each.
    open: Vec<(String, Into)>,
    /// How many elements began.
    nth: usize,
    weights: Weights,
    spared: Spared,
}

/// Each document of the text; most have one. After a damaged one the next start is looked for in the text itself.
fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let text = decoded.text.as_ref();
    if !text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).starts_with('<') {
        return Err(Unreadable::new("bad_xml", "it does not begin as XML does"));
    }
    let mut message = Message::new(received, decoded, Format::Nitf);
    let mut reader = xml::Reader::new(text);
    // Where the reader's text begins, where the document begins, and how much was read in vain.
    let (mut base, mut start, mut lost) = (0, 0, 0);
    loop {
        let draft = document(&mut reader);
        let end = base + reader.at();
        match draft {
            Ok(None) => break,
            _ if super::is_full(&mut message.parsed) => break,
            Ok(Some(draft)) => {
                let alone = start == 0 && text[end..].trim_end().is_empty();
                message.put(draft, if alone { text } else { text.get(start..end).unwrap_or("") });
                start = end;
            }
            Err(no) => {
                lost += end - start;
                // Behind another document: of one whose root was lost the next that begins is a third.
                let at = base + reader.began();
                let root = xml::next_start(text, start, is_root);
                let own = root.map_or(start, |root| if start > 0 && root > at { root } else { root + 1 });
                let next =
                    xml::next_start(text, own, is_root).filter(|_| lost <= items::PATIENCE * text.len());
                let part = text.get(start..next.unwrap_or(text.len())).map(str::to_owned);
                message.parsed.rejected.push(Unreadable { part, ..no });
                let Some(next) = next else { break };
                reader = xml::Reader::resumed(&text[next..], &reader);
                (base, start) = (next, next);
            }
        }
    }
    message.finish()
}

fn is_root(name: &str) -> bool {
    name.eq_ignore_ascii_case("nitf")
}

/// A document that travels inside another format: what it says of the story, and what stands behind it.
pub(super) fn inside(text: &str) -> Result<(Draft, &str), Unreadable> {
    let mut reader = xml::Reader::new(text);
    let document = document(&mut reader)?;
    let document = document.ok_or_else(|| Unreadable::new("bad_xml", "no element where NITF should be"))?;
    Ok((document, text.get(reader.at()..).unwrap_or("")))
}

/// Reads one document up to the end of its root element.
fn document(reader: &mut xml::Reader<'_>) -> Result<Option<Draft>, Unreadable> {
    let start = reader.at();
    let Some(mut document) = read_with(reader, Spared::default())? else { return Ok(None) };
    // Once more, without leaving out what turned out to be most of the story.
    while document.spared.spare(&document.weights) {
        let spared = std::mem::take(&mut document.spared);
        match reader.once_more(start, |reader| read_with(reader, spared)) {
            Ok(Some(again)) => document = again,
            Ok(None) | Err(_) => break,
        }
    }
    Ok(Some(document.finish()))
}

fn read_with(reader: &mut xml::Reader<'_>, spared: Spared) -> Result<Option<Document>, Unreadable> {
    let mut document = Document { spared, ..Document::default() };
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(element) => document.open(reader, &element)?,
            Event::Close => document.close(),
            Event::Text(text) => document.text(&text),
            Event::End => {
                document.close();
                document.draft.article.warnings.append(&mut reader.warnings);
                return Ok(Some(document));
            }
        }
    }
    Ok(None)
}

impl Document {
    fn open(&mut self, reader: &mut xml::Reader<'_>, element: &Element<'_>) -> Result<(), Unreadable> {
        let name = element.name().to_ascii_lowercase();
        if self.open.is_empty() && name != "nitf" {
            return Err(Unreadable::new(
                "bad_xml",
                format!("the root element is `{}`, not `nitf`", element.name()),
            ));
        }
        // Of the document: a paragraph may be in another language.
        if self.draft.article.language.is_none() && self.open.len() < 3 {
            let tag = match reader.attribute(element, "lang")? {
                // NITF's own name for it, on its root.
                None if self.open.is_empty() => reader.attribute(element, "baselang")?,
                tag => tag,
            };
            self.draft.language(tag);
        }
        self.nth += 1;
        self.weights.link |= name == "a";
        self.weights.inside(&name, element.attributes());
        let before = self.into;
        match before {
            Into::Loose | Into::Body => self.open_in_body(reader, element, &name)?,
            Into::Nowhere => {
                self.besides(reader, element, &name)?;
                self.open_outside(reader, element, &name)?;
            }
            Into::LeftOut => self.besides(reader, element, &name)?,
            Into::Rights if name == "rights.startdate" => {
                let from = reader.attribute(element, "norm")?;
                from.iter().for_each(|from| self.draft.release_in(from));
            }
            Into::Byline if name == "byttl" => self.byline.apart(", "),
            Into::Dateline => {
                self.parted = true;
                // `<city>AUSTIN</city><state>Texas</state>`
                if matches!(&*name, "state" | "country" | "region") {
                    self.dateline.apart(", ");
                    self.parted = false;
                }
                if name == "story.date" {
                    self.draft.filed = self.time(reader, element, "norm")?.map(When::date);
                }
            }
            Into::Headline if name == "hl2" => self.leave_out(),
            Into::Headline if name == "hl1" => self.end_headline(),
            Into::Headline if matches!(&*name, "br" | "p") => self.headline.push(" "),
            _ => {}
        }
        self.open.push((name, before));
        Ok(())
    }

    /// What the attributes of an element outside the copy say.
    fn besides(
        &mut self,
        reader: &mut xml::Reader<'_>,
        element: &Element<'_>,
        name: &str,
    ) -> Result<(), Unreadable> {
        if element.attributes().is_empty() || LET_GO.lets_whole(name) {
            return Ok(());
        }
        // `meta` pairs a name with what it says.
        let paired = if name == "meta" { reader.attribute(element, "name")? } else { None };
        for (key, value) in reader.attributes(element)? {
            match &paired {
                Some(_) if key == "name" => {}
                Some(paired) => self.draft.besides(&format!("meta {paired}"), &value),
                None if LET_GO.lets_attribute(name, &key) => {}
                None => self.draft.besides(&format!("{name} {key}"), &value),
            }
        }
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
            "nitf" => {
                let id = reader.attribute(element, "uno")?;
                self.draft.identify(id);
            }
            "rights" | "copyrite" => self.into = Into::Rights,
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
            "media" => self.leave_out_media(reader, element)?,
            _ if self.is_content(name) => {
                self.into = Into::Loose;
                self.open_in_body(reader, element, name)?;
            }
            _ => self.read_data(reader, element, name)?,
        }
        Ok(())
    }

    /// Whether an element right inside the body has copy: its paragraphs without the element that should hold them, or that under
    /// a damaged name (`body-content`).
    fn is_content(&self, name: &str) -> bool {
        let right_inside = self.open.last().is_some_and(|(open, _)| open == "body");
        let misnamed = || {
            (name.starts_with("body") || name.ends_with("content"))
                && !name.contains("head")
                && !name.contains("end")
        };
        right_inside
            && (PARAGRAPHS.contains(&name)
                || HOLDERS.contains(&name)
                || matches!(name, "table" | "nitf-table" | "pre")
                || misnamed())
    }

    /// `docdata` and its kin: the words are in attributes.
    fn read_data(
        &mut self,
        reader: &mut xml::Reader<'_>,
        element: &Element<'_>,
        name: &str,
    ) -> Result<(), Unreadable> {
        let mut get = |key: &str| reader.attribute(element, key);
        // `docdtaa`
        let name = if is_nearly(name, "docdata") { "docdata" } else { name };
        match name {
            "docdata" => {
                let (status, target) = (get("management-status")?, get("management-doc-idref")?);
                self.draft.status(status.as_deref().unwrap_or(""));
                if target.is_some() && self.draft.article.pub_status == Some(PubStatus::Canceled) {
                    self.draft.signal(SignalType::Kill, status, target);
                }
            }
            "doc-id" => {
                let id = get("id-string")?;
                self.draft.makers.extend(get("regsrc")?);
                self.draft.identify(id);
            }
            "urgency" => {
                let written = get("ed-urg")?;
                self.draft.urgency(written);
            }
            "date.issue" => {
                self.draft.issued = self.time(reader, element, "norm")?;
                self.draft.issued_clock = clock(reader, element)?;
            }
            "date.release" => {
                self.draft.released = self.time(reader, element, "norm")?;
                self.draft.released_clock = clock(reader, element)?;
                // `<date.release nrom="20260305T060000Z"/>`
                if self.draft.released.is_none() {
                    let all = reader.attributes(element)?;
                    all.iter().for_each(|(_, words)| self.draft.release_in(words));
                }
            }
            "pubdata" => {
                let published = self.time(reader, element, "date.publication")?;
                self.draft.article.published_at = self.draft.article.published_at.or(published);
            }
            // Pairs of a name and a value: what agencies keep there has fields of its own, where the file has not.
            "meta" => {
                let name = get("name")?.unwrap_or_default().to_ascii_lowercase();
                let Some(content) = get("content")? else { return Ok(()) };
                match name.as_str() {
                    "slug" | "slugline" if self.draft.article.slugline.is_none() => {
                        self.draft.slug(Some(content));
                    }
                    "slug" | "slugline" => self.draft.second_slug(Some(content)),
                    "keywords" | "keyword" if self.draft.article.keywords.is_empty() => {
                        self.draft.keywords(&content);
                    }
                    "lang" | "language" => self.draft.language(Some(content)),
                    "usage" | "rights" | "copyright" => self.draft.rights(&content),
                    _ => {}
                }
            }
            "ed-msg" => {
                let note = get("info")?;
                self.draft.note(note);
            }
            "correction" => {
                let (text, target) = (get("info")?, get("id-string")?);
                self.draft.signal(SignalType::Correction, text, target);
            }
            "du-key" => {
                let slug = get("key")?;
                // The key counts more than a pair of the head.
                let other = slug.as_ref().and(self.draft.article.slugline.clone());
                self.draft.slug(slug);
                self.draft.second_slug(other);
                let version = get("version")?;
                self.draft.count(version);
            }
            "doc.copyright" => {
                let holder = get("holder")?;
                self.draft.holder(holder);
            }
            "doc.rights" => {
                let owner = get("owner")?;
                let limits = ["type", "agent", "geography", "startdate", "enddate", "limitations"];
                let mut words = Vec::new();
                for limit in limits {
                    words.extend(get(limit)?.map(|said| format!("{limit} {said}")));
                }
                if !words.is_empty() {
                    let who = owner.iter().map(|owner| format!("owner {owner}"));
                    self.draft.rights(&who.chain(words).collect::<Vec<_>>().join(", "));
                }
                self.draft.holder(owner);
            }
            "from-src" => self.draft.makers.extend(get("src-name")?),
            "keyword" => {
                let keyword = get("key")?;
                self.draft.keyword(keyword);
            }
            "tobject.subject" => {
                let scheme = get("tobject.subject.ipr")?.unwrap_or_else(|| "IPTC".to_owned());
                let code = get("tobject.subject.refnum")?.or(get("tobject.subject.code")?);
                let mut name = None;
                for level in ["detail", "matter", "type"] {
                    name = name.or(get(&format!("tobject.subject.{level}"))?);
                }
                self.draft.subject(Some(Subject { scheme: Some(scheme), code, name }));
            }
            "classifier" | "org" | "person" | "location" | "event" | "function" | "object.title"
            | "virtloc"
                if self.inside("identified-content") =>
            {
                let scheme = get("idsrc")?.or(get("type")?);
                let code = get("value")?;
                self.draft.subject(Some(Subject { scheme, code, name: None }));
                self.into = Into::Subject;
            }
            _ => {}
        }
        Ok(())
    }

    fn open_in_body(
        &mut self,
        reader: &mut xml::Reader<'_>,
        element: &Element<'_>,
        name: &str,
    ) -> Result<(), Unreadable> {
        let attributes = element.attributes();
        if !attributes.is_empty()
            && self.into == Into::Loose
            && !matches!(name, "h1" | "media" | "note")
            && let Some((part, by)) = html::part_of(name, attributes)
                .filter(|(part, by)| *part != Part::Dateline && !self.spared.spares(self.nth, *by))
        {
            self.body.paragraph();
            if by != By::Name {
                self.weights.open(self.nth, part, by);
            }
            self.into = match part {
                Part::Note => Into::Note,
                Part::Byline => {
                    self.second_byline.gap();
                    Into::SecondByline
                }
                Part::Headline => Into::Second,
                Part::LeftOut | Part::Dateline => Into::LeftOut,
            };
            return Ok(());
        }
        // `<addressee>Port</addressee><delivery.point>Quay 1</delivery.point>`: the lines of an address stand apart.
        if self.body.open_words().ends_with(char::is_alphanumeric) && self.inside("postaddr") {
            self.body.push(" ");
        }
        match name {
            "br" => self.body.line(),
            // `1<frac>…1/4</frac>` is one and a quarter, and not eleven quarters
            "frac" => self.body.push(" "),
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
            "media" => self.leave_out_media(reader, element)?,
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
            // Names that an agency has made up: outside of paragraphs they hold some.
            _ if self.into == Into::Loose && !INLINE.contains(&name) => self.body.open_unknown(),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) {
        let Some((name, before)) = self.open.pop() else { return };
        let into = std::mem::replace(&mut self.into, before);
        self.weights.link &= name != "a";
        if before == Into::Loose && into != before {
            self.weights.close();
        }
        self.parted |= into == Into::Dateline;
        match (into, name.as_str()) {
            (Into::Loose | Into::Body, "td" | "th") => self.body.close_cell(),
            (Into::Loose | Into::Body, "pre") => self.body.close_preformatted(),
            (Into::Loose | Into::Body, "table" | "nitf-table" | "body.content") => self.body.paragraph(),
            (Into::Loose | Into::Body, name) if HOLDERS.contains(&name) || PARAGRAPHS.contains(&name) => {
                self.body.paragraph();
            }
            (Into::Loose, name) if !INLINE.contains(&name) => self.body.close_unknown(),
            (
                Into::Note | Into::Rights | Into::Abstract | Into::LeftOut,
                "p" | "hl2" | "br" | "media-caption",
            ) if before == into => {
                if into == Into::Abstract && name == "p" {
                    let words = self.lead.take();
                    self.leads.extend(Some(words).filter(|words| !words.is_empty()));
                } else if into == Into::Abstract {
                    self.lead.gap();
                } else {
                    self.words.gap();
                }
            }
            (Into::Maker, _) if before != into => self.draft.makers.push(self.words.take()),
            (Into::Note, _) if before != into => {
                let note = self.words.take();
                self.draft.note(Some(note));
            }
            (Into::Rights, _) if before != into => self.draft.rights(&self.words.take()),
            (Into::Headline, _) if before != into => self.end_headline(),
            (Into::Second, _) if before != into => {
                let words = self.words.take();
                self.draft.head_with(words);
            }
            (Into::LeftOut, name) if before != into => self.draft.leave_out(name, &self.words.take()),
            (Into::Subject, _) if before != into => {
                let words = self.words.take();
                if let Some(subject) = self.draft.article.subjects.last_mut().filter(|_| !words.is_empty()) {
                    subject.name = Some(words);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if matches!(self.into, Into::Loose | Into::Body) || self.weights.is_open() {
            self.weights.words(text);
        }
        match self.into {
            // Words where the standard has none.
            Into::Nowhere => {
                let name = self.open.last().map_or("nitf", |(name, _)| name.as_str()).to_owned();
                self.draft.besides(&name, text);
            }
            Into::Title => self.title.push(text),
            Into::Headline => self.headline.push(text),
            Into::Byline => self.byline.push(text),
            Into::SecondByline => self.second_byline.push(text),
            // `<location>PARIS</location><story.date>March 3</story.date>`: elements stand apart, marks between them do not.
            Into::Dateline => {
                if std::mem::take(&mut self.parted)
                    && text.starts_with(|c: char| c.is_alphanumeric() || c == '(')
                {
                    self.dateline.gap();
                }
                self.dateline.push(text);
            }
            Into::Maker | Into::Second | Into::Note | Into::Rights | Into::Subject | Into::LeftOut => {
                self.words.push(text);
            }
            Into::Abstract => self.lead.push(text),
            Into::Loose => self.body.push_loose(text),
            Into::Body => self.body.push(text),
        }
    }

    fn leave_out(&mut self) {
        self.into = Into::LeftOut;
    }

    /// A picture or film with its caption: part of a story, or all there is.
    fn leave_out_media(
        &mut self,
        reader: &mut xml::Reader<'_>,
        element: &Element<'_>,
    ) -> Result<(), Unreadable> {
        self.besides(reader, element, "media")?;
        let kind = reader.attribute(element, "media-type")?.unwrap_or_default().to_ascii_lowercase();
        self.draft.media = self.draft.media.or(Some(match kind.as_str() {
            "image" | "photo" | "picture" => "picture_only",
            "graphic" => "graphic_only",
            "video" => "video_only",
            "audio" => "audio_only",
            _ => "media_only",
        }));
        self.leave_out();
        Ok(())
    }

    /// A headline of several lines has an `hl1` for each; one that says the same again is only another wording.
    fn end_headline(&mut self) {
        let words = self.headline.take();
        match self.draft.headline.take() {
            Some(known) if !words.is_empty() && !says_again(&known, &words) => {
                self.draft.headline = Some(format!("{known} {words}"));
            }
            Some(known) => {
                self.draft.headline = Some(known);
                self.draft.head_with(words);
            }
            None => self.draft.head_with(words),
        }
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
        let written = reader.attribute(element, name)?.unwrap_or_default();
        Ok(self.draft.time(element.name(), &written))
    }

    /// What the document says, with the copy's words in their fields.
    fn finish(mut self) -> Draft {
        let mut draft = self.draft;
        let title = self.title.take();
        if draft.headline.as_ref().is_some_and(|headline| goes_on(headline, &title)) {
            draft.leave_out("title", &title);
        } else {
            draft.head_with_field("title", title);
        }
        let said = |words: String| Some(words).filter(|words| !words.is_empty());
        draft.by(&self.byline.take());
        let body = self.body.finish();
        // It may be all there is: then it is the copy, and has paragraphs.
        self.leads.extend(said(self.lead.take()));
        draft.lead = said(self.leads.join(if body.is_empty() { "\n\n" } else { " " }));
        // An entity whose end was forgotten, or that was escaped twice.
        let body = match html::unescape(&body) {
            std::borrow::Cow::Owned(words) if !html::is_escaped(&body) => words,
            _ => body,
        };
        if html::is_html(&body) || html::is_escaped(&body) {
            // The body's mark-up was escaped, once or more often: this document's own reader saw it as text.
            draft.take_body(html::Body { escaped: true, ..html::read(&body) });
        } else {
            draft.body = body;
        }
        draft.second_byline(said(self.second_byline.take()));
        draft.dateline = said(self.dateline.take());
        draft
    }
}

/// The clock of a time as it is written, whatever its zone.
fn clock(reader: &mut xml::Reader<'_>, element: &Element<'_>) -> Result<Option<DateTime>, Unreadable> {
    Ok(reader.attribute(element, "norm")?.and_then(|written| timestamp::clock_of(&written)))
}

/// Whether a title is a headline that is whole, and more words behind it: the name of a site, another wording. A headline that was cut
/// ends in the middle of a word, or says so.
fn goes_on(headline: &str, title: &str) -> bool {
    let cut = headline.ends_with(['…', '-', ',', ':']) || headline.ends_with("...");
    let rest = title.trim().strip_prefix(headline.trim()).filter(|_| !cut && !headline.is_empty());
    rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()))
}

/// Whether most words of a headline stand in the other.
fn says_again(known: &str, words: &str) -> bool {
    let has = |word: &&str| known.split_whitespace().any(|other| other.eq_ignore_ascii_case(word));
    let all = words.split_whitespace().count();
    words.split_whitespace().take(40).filter(has).count() * 3 >= all.min(40) * 2
}

/// Elements that hold paragraphs: words right inside them are paragraphs too.
const HOLDERS: &[&str] =
    &["block", "div", "body", "body.content", "ol", "ul", "dl", "bq", "blockquote", "section"];

/// Elements inside a line.
#[rustfmt::skip]
const INLINE: &[&str] = &[
    "a", "abbr", "alt-code", "b", "big", "br", "chron", "city", "classifier", "copyrite", "copyrite.holder", "copyrite.year", "country", "em",
    "event", "font", "frac", "frac-den", "frac-num", "frac-sep", "function", "i", "img", "lang", "location", "money", "name.family",
    "name.given", "num", "object.title", "org", "person", "postaddr", "pronounce", "q", "region", "small", "span", "state", "strong", "sub",
    "sublocation", "sup", "td", "th", "tr", "tt", "u", "virtloc", "wbr",
];

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
