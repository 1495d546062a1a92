//! XML for the formats that are made of it: well-formed as far as it goes, and never more than the file itself.
//!
//! Nothing is fetched, external declarations are passed over, and what a file could do to a reader is bounded: how
//! deep it nests, and how much its entities unfold.

use std::borrow::Cow;
use std::collections::HashMap;

use article::Warning;
use quick_xml::escape::{resolve_html5_entity, resolve_xml_entity};
use quick_xml::events::{BytesStart, Event as Raw};

use crate::Unreadable;

/// No story nests deeper; what does is meant to break a reader.
const DEPTH: usize = 256;

/// A file's own entities may unfold to as much as the file has, and to this much in small files, in bytes.
const UNFOLDED: usize = 64 * 1024;

/// What comes next in a file.
#[derive(Debug)]
pub(crate) enum Event<'a> {
    Open(Element<'a>),
    Close,
    Text(Cow<'a, str>),
    /// The root element is closed; what follows is another document.
    End,
}

/// An element's start. Names are local names: prefixes and namespaces are of no use, since agencies get them wrong.
#[derive(Debug)]
pub(crate) struct Element<'a> {
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// The local name as written.
    pub(crate) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }
}

/// Reads a text as XML, one event after another.
pub(crate) struct Reader<'a> {
    raw: quick_xml::Reader<&'a [u8]>,
    text: &'a str,
    depth: usize,
    entities: HashMap<&'a str, Entity<'a>>,
    unfolded: usize,
    pub(crate) warnings: Vec<Warning>,
}

/// What a file declares an entity to be.
#[derive(Clone, Copy, Debug)]
enum Entity<'a> {
    Words(&'a str),
    /// Made of other entities: of no use to a story, and all that an entity bomb needs.
    Nested,
    /// In a file of its own, which is not fetched.
    External,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut raw = quick_xml::Reader::from_str(text);
        let config = raw.config_mut();
        config.expand_empty_elements = true;
        // `AT&T` without `&amp;` is the commonest slip there is.
        config.allow_dangling_amp = true;
        Self { raw, text, depth: 0, entities: HashMap::new(), unfolded: 0, warnings: Vec::new() }
    }

    /// Bytes of the text read so far.
    pub(crate) fn at(&self) -> usize {
        usize::try_from(self.raw.buffer_position()).unwrap_or(self.text.len()).min(self.text.len())
    }

    /// The next event; `None` at the end of the text.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'a>>, Unreadable> {
        loop {
            let event = match self.raw.read_event() {
                Ok(event) => event,
                Err(err) => return Err(self.unreadable(&err)),
            };
            return Ok(Some(match event {
                Raw::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        let reason =
                            format!("more than {DEPTH} elements inside each other at byte {}", self.at());
                        return Err(Unreadable::new("too_deep", reason));
                    }
                    Event::Open(Element { start })
                }
                Raw::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 { Event::End } else { Event::Close }
                }
                Raw::Text(text) if self.depth > 0 => Event::Text(text.into_inner()),
                Raw::CData(text) if self.depth > 0 => Event::Text(text.into_inner()),
                Raw::GeneralRef(name) if self.depth > 0 => {
                    let name = name.into_inner();
                    Event::Text(Cow::Owned(self.unfold(&name)?.into_owned()))
                }
                Raw::DocType(declared) => {
                    // The reader gives slices of the text; anything else would be no declaration of the file's.
                    if let Cow::Borrowed(declared) = declared.into_inner() {
                        self.declare(declared);
                    }
                    continue;
                }
                Raw::Eof if self.depth > 0 => {
                    let reason =
                        format!("ends after {} bytes with {} elements open", self.text.len(), self.depth);
                    return Err(Unreadable::new("truncated_xml", reason));
                }
                Raw::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// The value of an element's attribute, trimmed; none if it is missing or blank.
    pub(crate) fn attribute(
        &mut self,
        element: &Element<'_>,
        name: &str,
    ) -> Result<Option<String>, Unreadable> {
        let mut attributes = element.start.attributes();
        // Checking for twins compares each with each.
        attributes.with_checks(false);
        for attribute in attributes.flatten() {
            let key = attribute.key.local_name();
            if key.into_inner().eq_ignore_ascii_case(name) {
                let value = self.unfold_all(&attribute.value)?;
                let value = value.trim();
                return Ok((!value.is_empty()).then(|| value.to_owned()));
            }
        }
        Ok(None)
    }

    fn unfold_all<'v>(&mut self, value: &'v str) -> Result<Cow<'v, str>, Unreadable> {
        let Some(first) = memchr::memchr(b'&', value.as_bytes()) else { return Ok(Cow::Borrowed(value)) };
        let mut whole = value[..first].to_owned();
        let mut rest = &value[first..];
        while let Some(after) = rest.strip_prefix('&') {
            let length = after.find(|c: char| !(c.is_alphanumeric() || matches!(c, '#' | '.' | '-' | '_')));
            if let Some(length) = length.filter(|length| after[*length..].starts_with(';')) {
                whole.push_str(&self.unfold(&after[..length])?);
                rest = &after[length + 1..];
            } else {
                whole.push('&');
                rest = after;
            }
            let next = memchr::memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
            whole.push_str(&rest[..next]);
            rest = &rest[next..];
        }
        Ok(Cow::Owned(whole))
    }

    /// What an entity stands for: `#233`, `amp`, `eacute`, or one that the file declares.
    fn unfold(&mut self, name: &str) -> Result<Cow<'a, str>, Unreadable> {
        if let Some(number) = name.strip_prefix('#') {
            return Ok(character(number)
                .map_or_else(|| Cow::Owned(format!("&{name};")), |c| Cow::Owned(c.to_string())));
        }
        if let Some(words) = resolve_xml_entity(name) {
            return Ok(Cow::Borrowed(words));
        }
        match self.entities.get(name).copied() {
            Some(Entity::Words(words)) => {
                self.unfolded += words.len();
                if self.unfolded > UNFOLDED.max(self.text.len()) {
                    return Err(Unreadable::new(
                        "entity_bomb",
                        format!("entities unfold to more than {} bytes", self.unfolded),
                    ));
                }
                return Ok(Cow::Borrowed(words));
            }
            Some(Entity::Nested) => {
                return Err(Unreadable::new(
                    "entity_bomb",
                    format!("entity `{name}` is made of other entities"),
                ));
            }
            Some(Entity::External) | None => {}
        }
        if let Some(words) = resolve_html5_entity(name) {
            self.warn("html_entity", name);
            return Ok(Cow::Borrowed(words));
        }
        self.warn("unknown_entity", name);
        Ok(Cow::Owned(format!("&{name};")))
    }

    /// One warning a code and entity, and not thousands of them.
    fn warn(&mut self, code: &str, name: &str) {
        const ENOUGH: usize = 20;
        let text = format!("&{};", name.chars().take(40).collect::<String>());
        let known = self.warnings.iter().any(|warning| warning.code == code && warning.text == text);
        if !known && self.warnings.len() < ENOUGH {
            self.warnings.push(Warning { code: code.to_owned(), text });
        }
    }

    /// Notes the general entities that a document type declares inside the file.
    fn declare(&mut self, mut rest: &'a str) {
        while let Some(at) = memchr::memmem::find(rest.as_bytes(), b"<!ENTITY") {
            rest = rest[at + "<!ENTITY".len()..].trim_start();
            let name = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
            let value = rest[name.len()..].trim_start();
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
            let words = quote.and_then(|quote| value[1..].split_once(quote)).map(|(words, _)| words);
            let entity = match words {
                Some(words) if words.contains(['&', '<', '%']) => Entity::Nested,
                Some(words) => Entity::Words(words),
                None => Entity::External,
            };
            if name != "%" {
                // The first declaration counts, says the standard.
                self.entities.entry(name).or_insert(entity);
            }
        }
    }

    fn unreadable(&self, err: &quick_xml::Error) -> Unreadable {
        let at = self.raw.error_position();
        // All syntax errors of this reader are markup that never closes.
        let code = if matches!(err, quick_xml::Error::Syntax(_)) { "truncated_xml" } else { "bad_xml" };
        Unreadable::new(code, format!("{err} at byte {at}"))
    }
}

/// `233` or `xE9`.
fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let c = char::from_u32(code.ok()?)?;
    // Numbers 128 to 159 are windows-1252 in every feed that has them.
    match u8::try_from(u32::from(c)) {
        Ok(byte @ 0x80..=0x9f) => {
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()
        }
        _ => Some(c),
    }
}

/// The local name of the root element, if the text is XML as far as that.
pub(crate) fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        let inner = rest.strip_prefix('<')?;
        rest = if let Some(comment) = inner.strip_prefix("!--") {
            comment.split_once("-->")?.1
        } else if let Some(instruction) = inner.strip_prefix('?') {
            instruction.split_once("?>")?.1
        } else if inner.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!doctype")) {
            doctype_end(inner)?
        } else {
            let end = inner.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
            let name = &inner[..end];
            let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
            let like_a_name = local.starts_with(|c: char| c.is_alphabetic() || c == '_');
            return like_a_name.then_some(local);
        }
        .trim_start();
    }
}

/// What follows a document type, which may hold declarations between square brackets.
fn doctype_end(words: &str) -> Option<&str> {
    let plain = words.find(['[', '>'])?;
    if words[plain..].starts_with('>') {
        return Some(&words[plain + 1..]);
    }
    let close = memchr::memmem::find(&words.as_bytes()[plain..], b"]")? + plain;
    let end = words[close..].find('>')? + close;
    Some(&words[end + 1..])
}
