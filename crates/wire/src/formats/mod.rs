//! The wire formats: one file each, and one table of them.
//!
//! A new format is a file here with its `READER`, a variant of [`Format`] and a row in `Format::ALL`; its samples go to
//! `tests/data/<name>/`. Nothing else knows how many formats there are.
//!
//! `items` reads files of many items, for all formats made of XML; `payload` a body inside metadata.

mod anpa1312;
mod ap;
mod around;
mod article;
mod atom;
mod body;
mod carried;
mod factiva;
mod iptc7901;
mod items;
mod json_feed;
mod labelled;
mod mail;
mod newsml_1;
mod newsml_g2;
mod ninjs;
mod nitf;
mod payload;
mod rcv1;
mod rss;
mod text;
mod zczc;

use std::fmt;
use std::str::FromStr;

pub(crate) use payload::read_letters;

use crate::charset::Decoded;
use crate::{Parsed, Received, Unreadable};

/// A wire format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// AP Media API, a feed or an item.
    Ap,
    /// ninjs 1.x, 2.x and 3.x.
    Ninjs,
    /// JSON Feed 1.x.
    JsonFeed,
    /// Dateline's own `dateline.article/1`, one or several, as JSON.
    Article,
    /// NITF 2.x and 3.x.
    Nitf,
    /// NewsML 1.x.
    Newsml1,
    /// NewsML-G2 2.x: an item, or a message of many.
    NewsmlG2,
    /// RSS 0.9 to 2.0.
    Rss,
    /// Atom.
    Atom,
    /// IPTC 7901.
    Iptc7901,
    /// ANPA 1312.
    Anpa1312,
    /// Telegraph copy between `ZCZC` and `NNNN`.
    Zczc,
    /// RFC 822 mail with MIME.
    Mail,
    /// Plain wire copy, with or without a crawler's header.
    Text,
}

/// More things than this in one message are not read: each takes some hundred times the bytes that it came in.
pub(crate) const MOST: usize = 100_000;

/// What there is to know about a format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    pub name: &'static str,
    /// Whether text is of this format, from its first characters. Text is never empty.
    pub recognise: fn(&str) -> bool,
    pub parse: fn(&Received<'_>, &Decoded<'_>) -> Result<Parsed, Unreadable>,
}

/// What was read; where nothing could be, `whole` is refused.
fn or_refused(read: Result<Parsed, Unreadable>, whole: &str) -> Parsed {
    read.unwrap_or_else(|no| no.of(|| whole.to_owned()).into())
}

/// Says in which format stories came, whatever they are in themselves.
fn came_in(format: Format, parsed: &mut Parsed) {
    for source in parsed.articles.iter_mut().filter_map(|article| article.source.as_mut()) {
        format.name().clone_into(source.format.get_or_insert_default());
    }
}

/// Whether there is no room for another thing; the first time it is refused, once for all that follow.
pub(crate) fn is_full(parsed: &mut Parsed) -> bool {
    let full = parsed.articles.len() + parsed.skipped.len() + parsed.rejected.len() >= MOST;
    if full {
        parsed
            .rejected
            .push(Unreadable::new("too_many", format!("what follows the first {MOST} things is not read")));
    }
    full
}

impl Format {
    /// All formats, in the order in which they are recognised: plain text takes what nothing else wants.
    pub const ALL: [Self; 14] = [
        Self::Ap,
        Self::Ninjs,
        Self::JsonFeed,
        Self::Article,
        Self::Nitf,
        Self::Newsml1,
        Self::NewsmlG2,
        Self::Rss,
        Self::Atom,
        Self::Iptc7901,
        Self::Anpa1312,
        Self::Zczc,
        Self::Mail,
        Self::Text,
    ];

    pub(crate) const fn reader(self) -> Reader {
        match self {
            Self::Ap => ap::READER,
            Self::Ninjs => ninjs::READER,
            Self::JsonFeed => json_feed::READER,
            Self::Article => article::READER,
            Self::Nitf => nitf::READER,
            Self::Newsml1 => newsml_1::READER,
            Self::NewsmlG2 => newsml_g2::READER,
            Self::Rss => rss::READER,
            Self::Atom => atom::READER,
            Self::Iptc7901 => iptc7901::READER,
            Self::Anpa1312 => anpa1312::READER,
            Self::Zczc => zczc::READER,
            Self::Mail => mail::READER,
            Self::Text => text::READER,
        }
    }

    /// As in settings, on the command line and in an article's `source.format`.
    pub const fn name(self) -> &'static str {
        self.reader().name
    }

    /// Whether it is made of XML.
    const fn is_xml(self) -> bool {
        matches!(self, Self::Nitf | Self::Newsml1 | Self::NewsmlG2 | Self::Rss | Self::Atom)
    }

    /// Whether an element begins a story of its own.
    const fn is_item(self) -> fn(&str) -> bool {
        match self {
            Self::Newsml1 => newsml_1::VOCABULARY.is_item,
            Self::NewsmlG2 => newsml_g2::VOCABULARY.is_item,
            Self::Rss => rss::VOCABULARY.is_item,
            Self::Atom => atom::VOCABULARY.is_item,
            _ => |name| name.eq_ignore_ascii_case("nitf"),
        }
    }

    /// Reads a message as this format.
    pub(crate) fn read(
        self,
        received: &Received<'_>,
        mut decoded: Decoded<'_>,
    ) -> Result<Parsed, Unreadable> {
        // Another file behind this one, or words.
        if self.is_xml()
            && let Some(end) = crate::xml::behind_root(&decoded.text)
            && Self::recognise(&decoded.text[end..]) != self
        {
            let (own, behind) = decoded.text.split_at(end);
            let alone = Received { bytes: own.as_bytes(), ..*received };
            let read = self.read(&alone, decoded.part(own));
            let mut parsed = or_refused(read, own);
            read_behind(&mut parsed, behind, received, &decoded, self);
            return Ok(parsed);
        }
        if self.is_xml()
            && let Some(text) = crate::xml::with_closed_data(&decoded.text, self.is_item())
        {
            decoded.text = text.into();
            let text = "a CDATA section without its end: it ends where its element does, or where the next item begins".to_owned();
            decoded.warnings.push(::article::Warning { code: "payload_mended".to_owned(), text });
        }
        // NITF is read from its first tag to its last, and its entities with it.
        if self.is_xml()
            && self != Self::Nitf
            && let Some(text) = crate::xml::with_own_entities(&decoded.text)
        {
            decoded.text = text.into();
        }
        let mut parsed = (self.reader().parse)(received, &decoded);
        let refused = |parsed: &Result<Parsed, Unreadable>| match parsed {
            Ok(parsed) => parsed.rejected.iter().filter(|no| no.code == "bad_xml").count(),
            Err(no) => usize::from(no.code == "bad_xml"),
        };
        let mut bad = refused(&parsed);
        if bad == 0 || !self.is_xml() {
            return parsed;
        }
        let again = |decoded: &Decoded<'_>, (text, why): (String, String)| {
            let mut warnings = decoded.warnings.clone();
            warnings.push(::article::Warning { code: "payload_mended".to_owned(), text: why });
            let decoded = Decoded { text: text.into(), warnings, charset: decoded.charset };
            let read = (self.reader().parse)(received, &decoded);
            (decoded, read)
        };
        // A story that has swallowed its neighbour is not mended.
        let things = |parsed: &Result<Parsed, Unreadable>| {
            parsed.as_ref().map_or(0, |parsed| parsed.articles.len() + parsed.skipped.len())
        };
        // Tags that lack a quote: what else is wrong is put right in the text that has them.
        if let Some((text, marks)) = crate::tags::with_quotes(&decoded.text) {
            let why = format!("start tags with a quote too few or too many: {marks} were put right");
            let (mended, read) = again(&decoded, (text, why));
            let left = refused(&read);
            if left < bad && things(&read) + left >= things(&parsed) + bad {
                (decoded, parsed, bad) = (mended, read, left);
            }
        }
        if bad == 0 {
            return parsed;
        }
        // Bodies that are HTML and no XML: then they are read for themselves, and not with the file.
        let bodies = crate::xml::with_bodies_as_data(&decoded.text)
            .map(|text| (text, "a body whose mark-up is no XML: it was read as HTML".to_owned()));
        // A `<` in a headline, an end without its start: elsewhere than in a body.
        let tags = || {
            let (text, marks) = crate::tags::mended(&decoded.text)?;
            Some((text, format!("mark-up that is no XML: {marks} marks were put right")))
        };
        let again = |mend: (String, String)| again(&decoded, mend).1;
        let read = bodies.map(again).filter(|read| refused(read) < bad);
        let bad = read.as_ref().map_or(bad, &refused);
        let read = read.unwrap_or(parsed);
        if bad == 0 {
            return read;
        }
        let whole = |mended: &Result<Parsed, Unreadable>| {
            refused(mended) < bad && things(mended) + refused(mended) >= things(&read) + bad
        };
        tags().map(again).filter(whole).unwrap_or(read)
    }

    /// Whether it is made of JSON, so that one may stand in a line.
    pub const fn is_json(self) -> bool {
        matches!(self, Self::Ap | Self::Ninjs | Self::JsonFeed | Self::Article)
    }

    pub(crate) fn recognise(text: &str) -> Self {
        Self::ALL.into_iter().find(|format| (format.reader().recognise)(text)).unwrap_or(Self::Text)
    }
}

/// What stands behind the end of a file: a message of its own if it is one, else words that are left out.
fn read_behind(
    parsed: &mut Parsed,
    behind: &str,
    received: &Received<'_>,
    decoded: &Decoded<'_>,
    before: Format,
) {
    let received = Received { bytes: behind.as_bytes(), ..*received };
    let format = Format::recognise(behind);
    let decoded = decoded.part(behind);
    let is_story = || crate::head::Head::read(behind).has_dateline();
    let read = if format != Format::Text || is_story() {
        Some(format.read(&received, decoded))
    } else {
        carried::read(behind, &received, &decoded, before)
    };
    if let Some(read) = read {
        parsed.join(or_refused(read, behind));
    } else if let Some(article) = parsed.articles.last_mut() {
        article.warn("left_out", format!("behind the file: {}", crate::prose::fold(behind)));
    } else {
        let code = if before.is_json() { "bad_json" } else { "bad_xml" };
        let no = Unreadable::new(code, "words behind the end of the file");
        parsed.rejected.push(no.of(|| behind.to_owned()));
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is no format's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not a wire format; known are {}", Format::ALL.map(Format::name).join(", "))]
pub struct UnknownFormat {
    pub name: String,
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let known = Self::ALL.into_iter().find(|format| format.name() == name);
        known.ok_or_else(|| UnknownFormat { name: name.to_owned() })
    }
}
