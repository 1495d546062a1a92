//! XML for the formats that are made of it: well-formed as far as it goes, and never more than the file itself.
//!
//! Nothing is fetched, external declarations are passed over, and what a file could do to a reader is bounded: how
//! deep it nests, and how much its entities unfold.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use article::Warning;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::name::QName;

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

/// A name without its prefix. Names are short: a look at each byte is cheaper than a search.
fn local(name: quick_xml::name::QName<'_>) -> &str {
    let name = name.into_inner();
    let colon = name.bytes().position(|byte| byte == b':');
    colon.and_then(|at| name.get(at + 1..)).unwrap_or(name)
}

impl Element<'_> {
    /// The local name as written.
    pub(crate) fn name(&self) -> &str {
        local(self.start.name())
    }

    /// All attributes as they stand in the file.
    pub(crate) fn attributes(&self) -> &str {
        self.start.attributes_raw()
    }
}

/// Reads a text as XML, one event after another.
pub(crate) struct Reader<'a> {
    raw: quick_xml::Reader<&'a [u8]>,
    text: &'a str,
    /// Where in the text the raw reader began.
    base: usize,
    /// So many instructions had no end.
    torn: usize,
    depth: usize,
    /// Where the event that was read last began, in bytes of the text.
    began: usize,
    entities: HashMap<&'a str, Entity<'a>>,
    unfolded: usize,
    pub(crate) warnings: Vec<Warning>,
}

/// What a file declares an entity to be.
#[derive(Clone, Copy, Debug)]
enum Entity<'a> {
    Words(&'a str),
    /// One character, by its number.
    Character(&'a str),
    /// Made of other entities: of no use to a story, and all that an entity bomb needs.
    Nested,
    /// In a file of its own, which is not fetched.
    External,
}

fn raw(text: &str) -> quick_xml::Reader<&[u8]> {
    let mut raw = quick_xml::Reader::from_str(text);
    let config = raw.config_mut();
    config.expand_empty_elements = true;
    // `AT&T` without `&amp;` is the commonest slip there is.
    config.allow_dangling_amp = true;
    raw
}

/// Where the first tag stands in an instruction, if its end was lost: it has none in it otherwise.
fn torn_instruction(instruction: &str) -> Option<usize> {
    let tag = memchr::memchr(b'<', instruction.as_bytes())?;
    instruction[tag + 1..].starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '!')).then_some(tag)
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            raw: raw(text),
            text,
            base: 0,
            torn: 0,
            depth: 0,
            began: 0,
            entities: HashMap::new(),
            unfolded: 0,
            warnings: Vec::new(),
        }
    }

    /// Reads on in the middle of a file whose beginning was read before: ends of what began there are passed over.
    pub(crate) fn resumed(text: &'a str, before: &Self) -> Self {
        let mut resumed = Self::new(text);
        resumed.raw.config_mut().allow_unmatched_ends = true;
        resumed.entities.clone_from(&before.entities);
        resumed.unfolded = before.unfolded;
        resumed
    }

    /// Reads a part of the file once more, from a place before this one; afterwards reading goes on where it stood.
    pub(crate) fn once_more<T>(&mut self, from: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let mut again = Self::new(self.text.get(from..).unwrap_or(""));
        again.raw.config_mut().allow_unmatched_ends = true;
        std::mem::swap(&mut again.entities, &mut self.entities);
        let read = read(&mut again);
        std::mem::swap(&mut again.entities, &mut self.entities);
        read
    }

    /// Bytes of the text read so far.
    pub(crate) fn at(&self) -> usize {
        let at = usize::try_from(self.raw.buffer_position()).unwrap_or(self.text.len());
        at.saturating_add(self.base).min(self.text.len())
    }

    /// Where the event that was read last began, in bytes of the text.
    pub(crate) fn began(&self) -> usize {
        self.began.min(self.text.len())
    }

    /// The next event; `None` at the end of the text.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'a>>, Unreadable> {
        loop {
            self.began = self.at();
            let event = match self.raw.read_event() {
                Ok(Raw::PI(_) | Raw::Decl(_)) if self.goes_on_behind_instruction(self.at()) => continue,
                Ok(event) => event,
                Err(_) if self.goes_on_behind_instruction(self.text.len()) => continue,
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
                    // `<pubStatusqcode="stat:canceled"/>`
                    if crate::tags::is_glued(start.name().into_inner()) {
                        let reason =
                            format!("a start tag whose name has a value in it at byte {}", self.began);
                        return Err(Unreadable::new("bad_xml", reason));
                    }
                    // Most tags have none.
                    let attributes = start.attributes_raw();
                    if !attributes.is_empty() && crate::tags::is_torn(attributes) {
                        let reason = format!("a start tag with another one in it at byte {}", self.began);
                        return Err(Unreadable::new("bad_xml", reason));
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

    /// Whether a declaration or an instruction between documents has lost its end, so that it took the tags behind it for its own:
    /// then reading goes on with these.
    fn goes_on_behind_instruction(&mut self, end: usize) -> bool {
        /// Each that has no end is looked through to the end of the file.
        const MOST: usize = 10;
        if self.depth > 0 || self.torn >= MOST {
            return false;
        }
        let words = self.text.get(self.began..end).unwrap_or("");
        let Some(tag) = words.strip_prefix("<?").and_then(torn_instruction) else { return false };
        self.base = self.began + 2 + tag;
        self.raw = raw(self.text.get(self.base..).unwrap_or(""));
        self.torn += 1;
        let text = "a declaration that has no end: it ends before the first tag".to_owned();
        self.warnings.push(Warning { code: "payload_mended".to_owned(), text });
        true
    }

    /// The value of an element's attribute, trimmed; none if it is missing or blank.
    pub(crate) fn attribute(
        &mut self,
        element: &Element<'_>,
        name: &str,
    ) -> Result<Option<String>, Unreadable> {
        for attribute in attributes(&element.start) {
            let key = attribute.key.local_name();
            if key.into_inner().eq_ignore_ascii_case(name) {
                let value = self.unfold_all(&attribute.value)?;
                let value = value.trim();
                return Ok((!value.is_empty()).then(|| value.to_owned()));
            }
        }
        Ok(None)
    }

    /// All attributes of an element, trimmed: local names as they are written.
    pub(crate) fn attributes(&mut self, element: &Element<'_>) -> Result<Vec<(String, String)>, Unreadable> {
        let mut all = Vec::new();
        for attribute in attributes(&element.start) {
            let value = self.unfold_all(&attribute.value)?.trim().to_owned();
            if !value.is_empty() {
                all.push((written_name(&attribute.key), value));
            }
        }
        Ok(all)
    }

    /// Reads an element that has just been opened to its end, with all that is in it. The inside of elements that
    /// `whole` names is not taken apart: it is there as it stands in the file.
    pub(crate) fn tree(
        &mut self,
        element: Element<'a>,
        whole: fn(&str) -> bool,
    ) -> Result<Tree<'a>, Unreadable> {
        let mut tree = Tree { text: self.text, nodes: Vec::new() };
        let mut open = vec![self.grow(&mut tree, element)?];
        // How many elements are open in one that is not taken apart.
        let mut inside = 0_usize;
        while let Some(at) = open.last().copied() {
            match self.next()? {
                Some(Event::Open(_)) if inside > 0 => inside += 1,
                Some(Event::Close) if inside > 1 => inside -= 1,
                Some(Event::Text(_)) if inside > 0 => {}
                Some(Event::Open(element)) => {
                    inside = usize::from(whole(element.name()));
                    open.push(self.grow(&mut tree, element)?);
                }
                Some(Event::Text(words)) => {
                    let end = tree.nodes.len() + 1;
                    tree.nodes.push(Node { what: What::Words(words), end });
                }
                Some(Event::Close | Event::End) => {
                    inside = 0;
                    let (end, began, here) = (tree.nodes.len(), self.began, self.at());
                    let node = &mut tree.nodes[at];
                    node.end = end;
                    if let What::Element { inner, outer, .. } = &mut node.what {
                        inner.end = began.max(inner.start);
                        outer.end = here;
                    }
                    open.pop();
                }
                None => {
                    let reason = format!("ends after {} bytes in the middle of an element", self.text.len());
                    return Err(Unreadable::new("truncated_xml", reason));
                }
            }
        }
        Ok(tree)
    }

    /// Adds an element to a tree; gives its place.
    fn grow(&mut self, tree: &mut Tree<'a>, element: Element<'a>) -> Result<usize, Unreadable> {
        let at = tree.nodes.len();
        if at >= NODES {
            let reason = format!("more than {NODES} elements and pieces of text in one item");
            return Err(Unreadable::new("too_many", reason));
        }
        let mut unfolded = Vec::new();
        if memchr::memchr(b'&', element.start.attributes_raw().as_bytes()).is_some() {
            for attribute in attributes(&element.start) {
                let key = written_name(&attribute.key);
                unfolded.push((key, self.unfold_all(&attribute.value)?.into_owned()));
            }
        }
        let (began, start) = (self.began, self.at());
        let what = What::Element { start: element.start, unfolded, inner: start..start, outer: began..start };
        tree.nodes.push(Node { what, end: at + 1 });
        Ok(at)
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
            Some(Entity::Character(words)) => {
                let number = words.trim_start_matches("&#").trim_end_matches(';');
                return Ok(character(number).map_or(Cow::Borrowed(words), |c| Cow::Owned(c.to_string())));
            }
            Some(Entity::Nested) => {
                return Err(Unreadable::new(
                    "entity_bomb",
                    format!("entity `{name}` is made of other entities"),
                ));
            }
            Some(Entity::External) | None => {}
        }
        if let Some(words) = crate::entity::of_html(name) {
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
                // `"&#246;"`: a character by its number is none made of others.
                Some(words) if is_character(words) => Entity::Character(words),
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
        use quick_xml::errors::SyntaxError::{
            UnclosedDoubleQuotedAttributeValue, UnclosedSingleQuotedAttributeValue,
        };
        let at = self.raw.error_position() + self.base as u64;
        // Mark-up behind a value without its end: its quote was lost, and not the rest of the file.
        let goes_on = || {
            let from = usize::try_from(at).unwrap_or(usize::MAX).saturating_add(1);
            self.text.get(from..).is_some_and(|rest| rest.contains('<'))
        };
        let code = match err {
            quick_xml::Error::Syntax(
                UnclosedDoubleQuotedAttributeValue | UnclosedSingleQuotedAttributeValue,
            ) if goes_on() => "bad_xml",
            // All syntax errors of this reader are markup that never closes.
            quick_xml::Error::Syntax(_) => "truncated_xml",
            _ => "bad_xml",
        };
        Unreadable::new(code, format!("{err} at byte {at}"))
    }
}

/// A text in which the words stand that its document type declares for entities; none if it declares none, or uses none. Readers of
/// metadata unfold them as they go, but a body is read by its looks, and for itself. What unfolds to more than a file may is left to them
/// to refuse.
pub(crate) fn with_own_entities(text: &str) -> Option<String> {
    const OPEN: &str = "<![CDATA[";
    const CLOSE: &str = "]]>";
    let (declared, rest) = doctype(text)?;
    let mut reader = Reader::new(text);
    reader.declare(declared);
    // As they may stand in a text or in the value of an attribute.
    let words = |entity: &Entity<'_>| match entity {
        Entity::Words(words) => Some(words.replace('"', "&quot;").replace('\'', "&#39;")),
        Entity::Character(number) => Some((*number).to_owned()),
        Entity::Nested | Entity::External => None,
    };
    let own = reader.entities.iter().filter(|(name, _)| resolve_xml_entity(name).is_none());
    let own: HashMap<&str, String> =
        own.filter_map(|(name, entity)| words(entity).map(|words| (*name, words))).collect();
    if own.is_empty() {
        return None;
    }
    let mut whole = text[..text.len() - rest.len()].to_owned();
    let (mut unfolded, mut left) = (0, rest);
    while let Some(at) = memchr::memchr2(b'&', b'<', left.as_bytes()) {
        whole.push_str(&left[..at]);
        left = &left[at..];
        // Data is no mark-up.
        let data = left.starts_with(OPEN).then(|| memchr::memmem::find(left.as_bytes(), CLOSE.as_bytes()));
        let name = left.strip_prefix('&').map(|name| {
            &name[..name
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_')))
                .unwrap_or(name.len())]
        });
        let ends = |name: &&str| left[1 + name.len()..].starts_with(';');
        let length = if let Some(end) = data {
            end.unwrap_or(left.len())
        } else if let Some((name, words)) = name.filter(ends).and_then(|name| Some((name, own.get(name)?))) {
            unfolded += words.len();
            if unfolded > UNFOLDED.max(text.len()) {
                return None;
            }
            whole.push_str(words);
            left = &left[name.len() + 2..];
            continue;
        } else {
            1
        };
        whole.push_str(&left[..length]);
        left = &left[length..];
    }
    (unfolded > 0).then(|| whole + left)
}

/// What the document type of a file declares between its square brackets, and what follows it.
fn doctype(text: &str) -> Option<(&str, &str)> {
    const ENTITY: &[u8] = b"<!ENTITY";
    let inner = behind_comments(behind_damage(text)).filter(|inner| is_doctype(inner))?;
    let behind = doctype_end(inner)?;
    let declared = &inner[..inner.len() - behind.len()];
    memchr::memmem::find(declared.as_bytes(), ENTITY).map(|_| (declared, behind))
}

/// Lost or doubled controls before the first bracket are damage of the transmission.
fn behind_damage(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}')
}

/// What follows the bracket of the first tag that is no comment and no instruction.
fn behind_comments(mut rest: &str) -> Option<&str> {
    loop {
        let inner = rest.strip_prefix('<')?;
        rest = if let Some(comment) = inner.strip_prefix("!--") {
            comment.split_once("-->")?.1
        } else if let Some(instruction) = inner.strip_prefix('?') {
            let end = memchr::memmem::find(instruction.as_bytes(), b"?>");
            let own = &instruction[..end.unwrap_or(instruction.len())];
            match torn_instruction(own) {
                Some(tag) => &instruction[tag..],
                None => &instruction[end? + 2..],
            }
        } else {
            return Some(inner);
        }
        .trim_start();
    }
}

fn is_doctype(inner: &str) -> bool {
    inner.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!doctype"))
}

/// A text whose CDATA sections all have their ends, if some have not: one that another begins in, or that nothing ends, ends
/// where the element around it does, or where the next item begins: the end of that element may be lost as well, and no story
/// may hold the next.
pub(crate) fn with_closed_data(text: &str, is_item: fn(&str) -> bool) -> Option<String> {
    const OPEN: &str = "<![CDATA[";
    const CLOSE: &str = "]]>";
    let find = |words: &str, from: usize| {
        memchr::memmem::find(text.as_bytes().get(from..)?, words.as_bytes()).map(|at| from + at)
    };
    let mut at = find(OPEN, 0)?;
    let mut close = find(CLOSE, at);
    let mut whole = String::new();
    let mut copied = 0;
    loop {
        let data = at + OPEN.len();
        if close.is_some_and(|known| known < data) {
            close = find(CLOSE, data);
        }
        let end = close.unwrap_or(text.len());
        let nested =
            memchr::memmem::find(&text.as_bytes()[data..end], OPEN.as_bytes()).map(|length| data + length);
        let mut from = end;
        if nested.is_some() || close.is_none() {
            let reach = &text[data..nested.unwrap_or(end)];
            let tag = open_before(text, at).map(|name| format!("</{name}"));
            let element = tag.and_then(|tag| {
                memchr::memmem::find_iter(reach.as_bytes(), tag.as_bytes()).find(|found| {
                    reach[found + tag.len()..].starts_with(|c: char| c == '>' || c.is_whitespace())
                })
            });
            let item = next_start(reach, 0, is_item);
            if let Some(length) = element.into_iter().chain(item).min() {
                let words = reach[..length].trim_end().trim_end_matches("]]");
                whole.push_str(&text[copied..data + words.len()]);
                whole.push_str(CLOSE);
                copied = data + length;
                from = copied;
            }
        }
        match find(OPEN, from) {
            Some(next) => at = next,
            None => break,
        }
    }
    (copied > 0).then(|| whole + &text[copied..])
}

/// Where the next element of a kind starts in a text.
pub(crate) fn next_start(text: &str, from: usize, is_item: fn(&str) -> bool) -> Option<usize> {
    let rest = text.get(from..)?;
    let starts = |at: &usize| {
        let after = &rest[at + 1..];
        let end = after.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || b":_-.".contains(&byte)));
        let name = &after[..end.unwrap_or(after.len())];
        is_item(name.rsplit(':').next().unwrap_or(""))
    };
    memchr::memchr_iter(b'<', rest.as_bytes()).find(starts).map(|at| from + at)
}

/// A text in which what stands inside the elements for bodies is data, and no part of the file's own mark-up; none if nothing
/// there is.
pub(crate) fn with_bodies_as_data(text: &str) -> Option<String> {
    const BODIES: &[&str] = &[
        "inlinexml",
        "inlinedata",
        "datacontent",
        "body.content",
        "description",
        "content",
        "encoded",
        "summary",
    ];
    /// So many times the text's own size may be looked through: time must be linear.
    const PATIENCE: usize = 4;
    let mut whole = String::new();
    let mut copied = 0;
    let mut at = 0;
    // The last end that was looked for, and where it is: it may serve several starts.
    let mut known: Option<(String, usize)> = None;
    // So many bytes were looked through for ends of other bodies.
    let mut spent = 0;
    while let Some(found) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
        let start = at + found + 1;
        at = start;
        let rest = &text[start..];
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '-' | '_')));
        let name = &rest[..length.unwrap_or(rest.len())];
        let local = name.rsplit(':').next().unwrap_or("");
        if !BODIES.iter().any(|body| body.eq_ignore_ascii_case(local)) {
            continue;
        }
        let Some(open) = memchr::memchr(b'>', rest.as_bytes()).map(|end| start + end + 1) else { break };
        let close = format!("</{name}>");
        let end = match &known {
            Some((same, end)) if *same == close && *end >= open => *end,
            _ => {
                let length = memchr::memmem::find(&text.as_bytes()[open..], close.as_bytes());
                let Some(length) = length else { break };
                known = Some((close, open + length));
                spent += length;
                open + length
            }
        };
        let length = end - open;
        let inner = &text[open..end];
        // The end of this body was lost, and that is the end of the next: they must not become one.
        let again = format!("<{name}");
        let opens = |at: &usize| {
            inner[at + again.len()..].starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace())
        };
        if let Some(next) = memchr::memmem::find_iter(inner.as_bytes(), again.as_bytes()).find(opens) {
            if spent > PATIENCE * text.len() {
                break;
            }
            at = open + next;
            continue;
        }
        at = open + length;
        let marked = memchr::memchr(b'<', inner.as_bytes()).is_some()
            && memchr::memmem::find(inner.as_bytes(), b"<![CDATA[").is_none()
            && memchr::memmem::find(inner.as_bytes(), b"]]>").is_none();
        if marked && !text[..open].ends_with("/>") {
            whole.push_str(&text[copied..open]);
            whole.push_str("<![CDATA[");
            whole.push_str(inner);
            whole.push_str("]]>");
            copied = open + length;
        }
    }
    (copied > 0).then(|| whole + &text[copied..])
}

/// The name of the element whose start tag stands right before a place.
fn open_before(text: &str, at: usize) -> Option<&str> {
    /// No start tag before a body is longer, in bytes.
    const REACH: usize = 2000;
    let words = text[..at].trim_end().strip_suffix('>')?;
    let near = words.len() - words.len().min(REACH);
    let start = memchr::memrchr(b'<', &words.as_bytes()[near..])? + near + 1;
    let tag = &words[start..];
    let name = &tag[..tag.find(|c: char| c.is_whitespace()).unwrap_or(tag.len())];
    (name.starts_with(|c: char| c.is_alphabetic() || c == '_') && !tag.ends_with('/')).then_some(name)
}

/// An attribute's name without a prefix; declarations of namespaces are told by theirs.
fn written_name(key: &quick_xml::name::QName<'_>) -> String {
    let name = key.as_ref();
    if name.starts_with("xmlns") { name.to_owned() } else { key.local_name().into_inner().to_owned() }
}

fn attributes<'e>(start: &'e BytesStart<'_>) -> Attributes<'e> {
    let mut read = start.attributes();
    // Checking for twins compares each with each.
    read.with_checks(false);
    Attributes { read, raw: start.attributes_raw(), count: 0, mended: None }
}

/// The attributes of a tag, and those whose marks are damaged behind them.
struct Attributes<'e> {
    read: quick_xml::events::attributes::Attributes<'e>,
    raw: &'e str,
    /// So many were read.
    count: usize,
    /// Those of a damaged tag.
    mended: Option<std::vec::IntoIter<Attribute<'e>>>,
}

impl<'e> Iterator for Attributes<'e> {
    type Item = Attribute<'e>;

    fn next(&mut self) -> Option<Attribute<'e>> {
        if self.mended.is_none() {
            if let Ok(attribute) = self.read.next()? {
                self.count += 1;
                return Some(attribute);
            }
            // The first damaged one ends the list: what is by the book must not be searched for ever.
            let rest = crate::tags::attributes(self.raw).skip(self.count);
            let all: Vec<_> = rest.map(|(name, value)| Attribute { key: QName(name), value }).collect();
            self.mended = Some(all.into_iter());
        }
        self.mended.as_mut()?.next()
    }
}

/// An item has some hundred; what has more than this is meant to break a reader.
const NODES: usize = 500_000;

/// An element with all that is in it.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    text: &'a str,
    /// In the order of the file.
    nodes: Vec<Node<'a>>,
}

#[derive(Debug)]
struct Node<'a> {
    what: What<'a>,
    /// The first node that is not in this one.
    end: usize,
}

#[derive(Debug)]
enum What<'a> {
    Element {
        start: BytesStart<'a>,
        /// The attributes, where any of them has an entity.
        unfolded: Vec<(String, String)>,
        /// What stands between the tags, in bytes of the text.
        inner: Range<usize>,
        /// The same with the tags.
        outer: Range<usize>,
    },
    Words(Cow<'a, str>),
}

impl<'a> Tree<'a> {
    pub(crate) fn root(&self) -> Branch<'_, 'a> {
        Branch { tree: self, at: 0 }
    }
}

/// An element of a tree. Names are compared without regard to case or prefix: agencies get both wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Branch<'t, 'a> {
    tree: &'t Tree<'a>,
    at: usize,
}

impl<'t, 'a> Branch<'t, 'a> {
    fn node(self) -> &'t Node<'a> {
        &self.tree.nodes[self.at]
    }

    pub(crate) fn name(self) -> &'t str {
        match &self.node().what {
            What::Element { start, .. } => local(start.name()),
            What::Words(_) => "",
        }
    }

    /// What stands before the colon of its name; nothing if there is none.
    pub(crate) fn prefix(self) -> &'t str {
        match &self.node().what {
            What::Element { start, .. } => {
                start.name().prefix().map_or("", quick_xml::name::Prefix::into_inner)
            }
            What::Words(_) => "",
        }
    }

    pub(crate) fn is(self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, trimmed; none if it is missing or blank.
    pub(crate) fn attribute(self, name: &str) -> Option<String> {
        let What::Element { start, unfolded, .. } = &self.node().what else { return None };
        let value = if unfolded.is_empty() {
            let found = attributes(start).find(|attribute| local(attribute.key).eq_ignore_ascii_case(name));
            found.map(|attribute| attribute.value.trim().to_owned())
        } else {
            let found = unfolded.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.trim().to_owned())
        };
        value.filter(|value| !value.is_empty())
    }

    /// All attributes, trimmed: local names as they are written, and values that are not blank.
    pub(crate) fn attributes(self) -> Vec<(String, String)> {
        self.attributes_and_damage().0
    }

    /// The same, and whether some of them had damaged marks.
    pub(crate) fn attributes_and_damage(self) -> (Vec<(String, String)>, bool) {
        let What::Element { start, unfolded, .. } = &self.node().what else { return (Vec::new(), false) };
        let mut read = attributes(start);
        let plain =
            read.by_ref().map(|attribute| (written_name(&attribute.key), attribute.value.trim().to_owned()));
        let all: Vec<_> = if unfolded.is_empty() {
            plain.collect()
        } else {
            unfolded.iter().map(|(key, value)| (key.clone(), value.trim().to_owned())).collect()
        };
        (all.into_iter().filter(|(_, value)| !value.is_empty()).collect(), read.mended.is_some())
    }

    /// The words right inside it, and not in an element of its own, folded.
    pub(crate) fn own_words(self) -> String {
        let mut words = crate::prose::Words::default();
        let (mut at, end) = (self.at + 1, self.node().end);
        while let Some(node) = self.tree.nodes.get(at).filter(|_| at < end) {
            match &node.what {
                What::Words(piece) => words.push(piece),
                What::Element { .. } => words.gap(),
            }
            at = node.end;
        }
        words.take()
    }

    /// The elements right inside this one.
    pub(crate) fn children(self) -> impl Iterator<Item = Branch<'t, 'a>> {
        let end = self.node().end;
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let branch = Branch { tree: self.tree, at };
                at = branch.node().end;
                branch
            })
        })
        .filter(|branch| matches!(branch.node().what, What::Element { .. }))
    }

    /// The elements inside this one, at whatever depth, in the order of the file.
    pub(crate) fn descendants(self) -> impl Iterator<Item = Branch<'t, 'a>> {
        let all = (self.at + 1..self.node().end).map(move |at| Branch { tree: self.tree, at });
        all.filter(|branch| matches!(branch.node().what, What::Element { .. }))
    }

    /// The first element of this name right inside this one.
    pub(crate) fn child(self, name: &str) -> Option<Branch<'t, 'a>> {
        self.children().find(|child| child.is(name))
    }

    pub(crate) fn all<'n>(self, name: &'n str) -> impl Iterator<Item = Branch<'t, 'a>> + use<'t, 'a, 'n> {
        self.children().filter(move |child| child.is(name))
    }

    /// The first element of this name inside this one, at whatever depth.
    pub(crate) fn find(self, name: &str) -> Option<Branch<'t, 'a>> {
        self.descendants().find(|branch| branch.is(name))
    }

    /// All words in it, folded.
    pub(crate) fn words(self) -> String {
        let mut words = crate::prose::Words::default();
        for node in &self.tree.nodes[self.at..self.node().end] {
            match &node.what {
                What::Words(piece) => words.push(piece),
                // Parts of a name in elements of their own stand apart.
                What::Element { .. } => words.gap(),
            }
        }
        words.take()
    }

    /// Its words; none if there are none.
    pub(crate) fn said(self) -> Option<String> {
        Some(self.words()).filter(|words| !words.is_empty())
    }

    /// What stands between its tags, as it stands in the file.
    pub(crate) fn inner(self) -> &'a str {
        match &self.node().what {
            What::Element { inner, .. } => self.tree.text.get(inner.clone()).unwrap_or(""),
            What::Words(_) => "",
        }
    }

    /// It and what is in it, as it stands in the file.
    pub(crate) fn outer(self) -> &'a str {
        match &self.node().what {
            What::Element { outer, .. } => self.tree.text.get(outer.clone()).unwrap_or(""),
            What::Words(_) => "",
        }
    }

    /// Which of its tree it is.
    pub(crate) fn place(self) -> usize {
        self.at
    }

    /// Whether the other stands in this one.
    pub(crate) fn holds(self, other: Self) -> bool {
        (self.at..self.node().end).contains(&other.at)
    }
}

/// `&#246;` or `&#xF6;`, and nothing else.
fn is_character(words: &str) -> bool {
    let number = words.strip_prefix("&#").and_then(|rest| rest.strip_suffix(';'));
    number.is_some_and(|number| number.len() <= 8 && number.bytes().all(|byte| byte.is_ascii_alphanumeric()))
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
    let mut inner = behind_comments(behind_damage(text))?;
    while is_doctype(inner) {
        inner = behind_comments(doctype_end(inner)?.trim_start())?;
    }
    let end = inner.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
    let name = &inner[..end];
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    local.starts_with(|c: char| c.is_alphabetic() || c == '_').then_some(local)
}

/// Where the root element ends for the last time, if words or mark-up with words stand behind it. Nearly every file is told by its last
/// tag.
pub(crate) fn behind_root(text: &str) -> Option<usize> {
    /// No end tag is longer, in bytes: what has no end must not be looked through for each of its brackets.
    const NEAR: usize = 200;
    let root = root(text)?;
    let end = |at: usize| {
        let near = &text.as_bytes()[at..text.len().min(at + NEAR)];
        let name = text.get(at + 2..at + memchr::memchr(b'>', near)?)?;
        let local = name.trim_end().rsplit(':').next().unwrap_or("");
        local.eq_ignore_ascii_case(root).then_some(at + 2 + name.len() + 1)
    };
    let mut tags = memchr::memrchr_iter(b'<', text.as_bytes());
    let end = tags.find_map(|at| text[at..].starts_with("</").then(|| end(at))?)?;
    let behind = &text[end..];
    let words = || !behind.contains('<') || !crate::html::read(behind).text.trim().is_empty();
    (behind.contains(char::is_alphanumeric) && (words() || self::root(behind).is_some())).then_some(end)
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
