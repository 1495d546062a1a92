//! A file of a known format that stands inside other words: behind the lines of a log or of HTTP, in a script, between the
//! marks of a transmission, in an envelope of no known name, or without its own beginning. It is read as what it is: its mark-up
//! is no copy, and what it says of status and embargo binds.

use std::borrow::Cow;

use super::Format;
use super::around::Around;
use crate::charset::Decoded;
use crate::head::Head;
use crate::json::Json;
use crate::prose::{fold, short};
use crate::{Parsed, Received, Unreadable, html, mime, xml};

/// So far into other words a file begins, in bytes.
const REACH: usize = 64 * 1024;

/// A file, and what stands around it.
struct Found<'a> {
    format: Format,
    text: Cow<'a, str>,
    before: &'a str,
    after: &'a str,
}

/// Reads the file that stands in these words, if there is one; `format` is that of what it came in.
pub(super) fn read(
    words: &str,
    received: &Received<'_>,
    decoded: &Decoded<'_>,
    format: Format,
) -> Option<Result<Parsed, Unreadable>> {
    let found = find(words)?;
    if is_story(&found) {
        return None;
    }
    let mut parsed = match found.format.read(received, decoded.part(&*found.text)) {
        Ok(parsed) => parsed,
        Err(no) => return Some(Err(no)),
    };
    super::came_in(format, &mut parsed);
    if !(found.before.is_empty() && found.after.is_empty()) {
        Around::of_words(found.before, found.after).bind(&mut parsed.articles);
    }
    if let Some(article) = parsed.articles.first_mut() {
        let around = [("before the file", found.before), ("behind the file", found.after)];
        for (what, words) in around.map(|(what, words)| (what, fold(words))) {
            if words.chars().any(char::is_alphanumeric) {
                article.warn("left_out", format!("{what}: {words}"));
            }
        }
    }
    Some(Ok(parsed))
}

/// Whether the words around a file are a story that quotes it, and no envelope: they have a dateline of their own before it.
fn is_story(found: &Found<'_>) -> bool {
    !found.before.is_empty() && Head::read(found.before).has_dateline()
}

/// Reads what stands behind the headers of HTTP, and lets these hold for it; `format` is that of what it came in.
pub(super) fn read_behind_headers(
    words: &str,
    received: &Received<'_>,
    decoded: &Decoded<'_>,
    format: Format,
) -> Option<Result<Parsed, Unreadable>> {
    /// No line of a request is longer, in bytes …
    const LINE: usize = 2000;
    /// … and no headers are.
    const HEADERS: usize = 16_000;
    let first = words[..words.floor_char_boundary(LINE)].lines().next()?.trim_end();
    // `POST /in HTTP/1.1`, `HTTP/1.1 200 OK`
    let version = |word: Option<&str>| word.is_some_and(|word| word.starts_with("HTTP/"));
    if !version(first.rsplit(' ').next()) && !version(Some(first)) {
        return None;
    }
    let near = &words[..words.floor_char_boundary(HEADERS)];
    let blank = |mark: &str| near.find(mark).map(|at| at + mark.len());
    let (before, behind) = words.split_at([blank("\n\n"), blank("\r\n\r\n")].into_iter().flatten().min()?);
    let are_headers =
        before.lines().skip(1).all(|line| line.trim().is_empty() || mime::header(line.as_bytes()).is_some());
    if !are_headers || behind.trim().is_empty() {
        return None;
    }
    let alone = Received { bytes: behind.as_bytes(), ..*received };
    let mut parsed = match Format::recognise(behind).read(&alone, decoded.part(behind)) {
        Ok(parsed) => parsed,
        Err(no) => return Some(Err(no)),
    };
    super::came_in(format, &mut parsed);
    Around::of_words(before, "").bind(&mut parsed.articles);
    if let Some(article) = parsed.articles.first_mut() {
        article.warn("left_out", format!("before the message: {}", fold(before)));
    }
    Some(Ok(parsed))
}

/// Another message that begins behind a story, and has nothing to do with it: a file, a mail, telegraph copy between its marks. What
/// stands behind it is nothing.
pub(super) struct Behind<'a> {
    format: Format,
    text: Cow<'a, str>,
    /// Where it begins.
    pub at: usize,
}

pub(super) fn behind_story(words: &str) -> Option<Behind<'_>> {
    let near = &words[..words.floor_char_boundary(REACH)];
    let marked = || {
        // It ends as a file does.
        if !words.trim_end().ends_with(['>', '}', ']']) {
            return None;
        }
        memchr::memchr2(b'<', b'{', near.as_bytes())?;
        let found = find(words)?;
        let alone = !found.before.is_empty() && !found.after.contains(char::is_alphanumeric);
        alone.then_some(Behind { format: found.format, at: found.before.len(), text: found.text })
    };
    let from = |format: Format, at: usize| Behind { format, at, text: Cow::Borrowed(&words[at..]) };
    let copy = || {
        let at = memchr::memmem::find(words.as_bytes(), b"\nZCZC")? + 1;
        // A story about the wires goes on behind what it quotes.
        let ends = words.trim_end().ends_with("NNNN");
        (ends && (super::zczc::READER.recognise)(&words[at..])).then(|| from(Format::Zczc, at))
    };
    let mail = || super::mail::begins_behind(words.as_bytes(), 0).map(|at| from(Format::Mail, at));
    let behind = marked().or_else(copy).or_else(mail)?;
    Head::read(&words[..behind.at]).has_dateline().then_some(behind)
}

impl Behind<'_> {
    /// Reads it; `format` is that of what it came in.
    pub(super) fn read(self, received: &Received<'_>, decoded: &Decoded<'_>, format: Format) -> Parsed {
        let alone = Received { bytes: self.text.as_bytes(), ..*received };
        let read = self.format.read(&alone, decoded.part(&*self.text));
        let mut parsed = super::or_refused(read, &self.text);
        super::came_in(format, &mut parsed);
        parsed
    }
}

fn find(words: &str) -> Option<Found<'_>> {
    let near = &words[..words.floor_char_boundary(REACH)];
    // Nearly no copy has either.
    if memchr::memchr2(b'<', b'{', near.as_bytes()).is_some() {
        // The one around the other: NITF may stand in a field of JSON, and that says more of it.
        let (xml, json) = (in_xml(words, near), in_json(words, near));
        return match (xml, json) {
            (Some(xml), Some(json)) if json.before.len() < xml.before.len() => Some(json),
            (xml, json) => xml.or(json),
        };
    }
    escaped(words, near).or_else(|| in_base64(words))
}

/// A file whose bytes were sent as letters.
fn in_base64(words: &str) -> Option<Found<'_>> {
    // A line of a log, or what a person says of it, may stand before it.
    let told = words.trim_end();
    let blank = told.rfind(' ').map_or(0, |at| at + 1);
    // Nearly no copy ends with so long a word.
    if !is_long(&words[blank..]) {
        return None;
    }
    let start = told.rfind("\n\n").map_or(blank, |at| blank.max(at + 2));
    let (before, letters) = words.split_at(start);
    if !is_base64(letters) {
        return None;
    }
    let bytes = mime::base64(letters.as_bytes());
    let text = String::from_utf8(bytes).ok()?;
    let format = Format::recognise(&text);
    let known = format != Format::Text && !text.trim().is_empty();
    known.then_some(Found { format, text: Cow::Owned(text), before, after: "" })
}

/// The words of a body that was sent as letters, and nothing says so.
pub(super) fn in_letters(body: &str) -> Option<String> {
    /// Programs break lines no earlier, in bytes: the first words tell of nearly all that they are some.
    const LINE: usize = 56;
    if memchr::memchr(b' ', body.as_bytes().get(..LINE)?).is_some() {
        return None;
    }
    // Lines may have been joined.
    let mut words = body.trim().split(char::is_whitespace).rev();
    if words.next().is_none() || words.any(|word| word.len() < LINE) {
        return None;
    }
    let letters: String = body.split_whitespace().collect();
    let words = String::from_utf8(mime::base64(letters.as_bytes())).ok().filter(|_| are_letters(&letters))?;
    (words.contains(' ') && crate::refuse::controls(words.as_bytes()) == 0).then_some(words)
}

/// Whether words are nothing but base64: no copy has so many letters without a blank or a stop.
pub(super) fn is_base64(words: &str) -> bool {
    is_long(words) && are_letters(words)
}

fn is_long(words: &str) -> bool {
    /// In bytes.
    const LEAST: usize = 200;
    words.trim().len() >= LEAST
}

fn are_letters(words: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'\r' | b'\n');
    words.trim().trim_end_matches('=').bytes().all(letter)
}

/// Reads the files of known formats that stand as strings in JSON of no known format: `{"payload": {"content": "<?xml …"}}`.
/// What the objects around a file say of it holds for the stories in it.
pub(super) fn read_strings(
    json: &str,
    received: &Received<'_>,
    decoded: &Decoded<'_>,
    format: Format,
) -> Option<Parsed> {
    let json = Json::beginning(json).filter(|json| json.is_object() && json.is_whole())?;
    let mut all = Parsed::default();
    let read = |words: &str| read(words, received, decoded, format);
    strings(json, LAYERS, &read, &mut all);
    (!all.articles.is_empty()).then_some(all)
}

/// The first element that begins a known format and has an end.
fn in_xml<'a>(words: &'a str, near: &str) -> Option<Found<'a>> {
    const FORMATS: [Format; 5] = [Format::Nitf, Format::Newsml1, Format::NewsmlG2, Format::Rss, Format::Atom];
    for at in memchr::memchr_iter(b'<', near.as_bytes()) {
        let rest = &words[at..];
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let Some(root) = xml::root(rest) else { continue };
        let item = root == "item" && is_item_of_rss(rest);
        let format = FORMATS.into_iter().find(|format| (format.reader().recognise)(rest));
        let Some(format) = format.or(item.then_some(Format::Rss)) else { continue };
        // Its end, with whatever prefix: the last one, as several items may follow each other.
        let tag =
            rest[1..].split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or(root);
        let close = format!("</{tag}>");
        let end = memchr::memmem::rfind(rest.as_bytes(), close.as_bytes()).map(|end| end + close.len())?;
        // Declarations of its own stand before it.
        let from = words[..at].rfind("<?xml").or_else(|| words[..at].rfind("<!DOCTYPE")).unwrap_or(at);
        // They are of another root, if that begins between.
        let own = xml::root(&words[from..]) == Some(root) && !words[from..at].contains("</");
        let from = if own { from } else { at };
        let text = if item {
            Cow::Owned(format!("<rss><channel>{}</channel></rss>", &rest[..end]))
        } else if let Some(several) = several(&rest[..end], tag, format) {
            Cow::Owned(several)
        } else {
            Cow::Borrowed(&words[from..at + end])
        };
        return Some(Found { format, text, before: &words[..from], after: &rest[end..] });
    }
    None
}

/// Files of one kind that stand one after another in elements of an envelope, without these; none if there is one, or if words
/// stand between them.
fn several(words: &str, tag: &str, format: Format) -> Option<String> {
    // The others have items inside items.
    if !matches!(format, Format::Nitf | Format::NewsmlG2) {
        return None;
    }
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut all = String::new();
    let (mut at, mut count) = (0, 0);
    while let Some(end) = memchr::memmem::find(&words.as_bytes()[at..], close.as_bytes()) {
        let end = at + end + close.len();
        let start = memchr::memmem::find(&words.as_bytes()[at..end], open.as_bytes())? + at;
        if html::read(&words[at..start]).text.contains(char::is_alphanumeric) {
            return None;
        }
        all.push_str(&words[start..end]);
        all.push('\n');
        (at, count) = (end, count + 1);
    }
    (count > 1).then_some(all)
}

/// `item` is a common word: RSS has these in it.
fn is_item_of_rss(words: &str) -> bool {
    /// In bytes.
    const NEAR: usize = 2000;
    let near = &words[..words.floor_char_boundary(NEAR)];
    near.contains("<title")
        && ["<link", "<guid", "<description", "<pubDate"].iter().any(|sign| near.contains(sign))
}

/// The first object or list that is of a known format.
fn in_json<'a>(words: &'a str, near: &str) -> Option<Found<'a>> {
    /// Where so many brackets begin none, none does.
    const ENOUGH: usize = 20;
    const FORMATS: [Format; 3] = [Format::Ap, Format::Ninjs, Format::JsonFeed];
    if let Some(inner) = words.trim_start().strip_prefix('"')
        && inner.trim_start().starts_with(['{', '['])
    {
        // A whole file as one string.
        let text = Json::beginning_string(words.trim_start())?.into_owned();
        let format = FORMATS.into_iter().find(|format| (format.reader().recognise)(&text))?;
        return Some(Found { format, text: Cow::Owned(text), before: "", after: "" });
    }
    let starts = memchr::memchr2_iter(b'{', b'[', near.as_bytes()).filter(|at| {
        let inner = words[at + 1..].trim_start();
        inner.starts_with(['"', '{'])
    });
    for at in starts.take(ENOUGH) {
        let rest = &words[at..];
        let own = rest.contains("\"text\"") && rest.contains("\"headline\"") && rest.starts_with('{');
        let format = FORMATS.into_iter().find(|format| (format.reader().recognise)(rest));
        let Some(format) = format.or(own.then_some(Format::Article)) else { continue };
        let mut end = Json::length(rest).unwrap_or(rest.len());
        // Others behind it, one a line.
        while let Some(next) = rest[end..].strip_prefix(['\n', '\r']).map(str::trim_start)
            && next.starts_with("{\"")
            && let Some(length) = Json::length(next)
        {
            end = rest.len() - next.len() + length;
        }
        return Some(Found {
            format,
            text: Cow::Borrowed(&rest[..end]),
            before: &words[..at],
            after: &rest[end..],
        });
    }
    None
}

/// XML whose brackets were all escaped.
fn escaped<'a>(words: &'a str, near: &str) -> Option<Found<'a>> {
    let start = near.trim_start();
    if !start.starts_with("&lt;") {
        return None;
    }
    let text = html::unescape(words).into_owned();
    let found = in_xml(&text, &text[..text.floor_char_boundary(REACH)])?;
    let (format, text) = (found.format, found.text.into_owned());
    Some(Found { format, text: Cow::Owned(text), before: "", after: "" })
}

/// An envelope of JSON has a file so deep.
const LAYERS: usize = 4;

/// Reads the strings in a value that begin as a file does.
fn strings(
    json: Json<'_>,
    layers: usize,
    read: &dyn Fn(&str) -> Option<Result<Parsed, Unreadable>>,
    all: &mut Parsed,
) {
    for one in json.each() {
        if super::is_full(all) {
            break;
        }
        if layers > 0 && one.is_object() {
            let first = all.articles.len();
            let fields = one.fields();
            let mut files = Vec::new();
            for (_, value) in fields.iter() {
                let before = all.articles.len() + all.skipped.len() + all.rejected.len();
                strings(value, layers - 1, read, all);
                files.push(all.articles.len() + all.skipped.len() + all.rejected.len() > before);
            }
            let told = all.articles.get_mut(first..).unwrap_or_default();
            if !told.is_empty() {
                let is_file = |nth: usize| files.get(nth).is_some_and(|file| *file);
                Around::of_fields(&fields, &is_file).bind(told);
            }
        } else if layers > 0 && one.is_list() {
            strings(one, layers - 1, read, all);
        } else if let Some(words) = one.string()
            && words.trim_start().starts_with(['<', '{', '['])
        {
            match read(&words) {
                Some(Ok(parsed)) => all.join(parsed),
                Some(Err(no)) => all.rejected.push(Unreadable { part: Some(words.into_owned()), ..no }),
                None => {}
            }
        }
    }
}

/// Whether words are the source of a file and no copy: what cannot be read as a file must not go out as a story.
pub(super) fn is_source(words: &str) -> Option<String> {
    let start = words.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    let declared = start.starts_with("<?xml") || start.starts_with("?xml ");
    // `newsItem xmlns="…`: the first bracket was lost.
    let name = start
        .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '.')))
        .next()
        .unwrap_or("");
    let attributes = start[name.len()..].trim_start();
    let torn = !name.is_empty()
        && start[name.len()..].starts_with(' ')
        && attributes.split_once('=').is_some_and(|(key, value)| {
            key.len() <= 40 && !key.contains(' ') && value.starts_with(['"', '\''])
        })
        && words.contains("</");
    // As a program prints its own objects, and no JSON; or JSON with a comment before its first field.
    let object = start.trim_start_matches(|c: char| c == '[' || c.is_whitespace()).strip_prefix('{');
    let printed = object.is_some_and(|inner| {
        let inner = inner.trim_start();
        let comment = inner.starts_with("//") || inner.starts_with("/*");
        inner.starts_with('\'') && inner.contains("':")
            || (comment || inner.starts_with('"')) && inner.contains("\":")
    });
    (declared || torn || printed || is_base64(start))
        .then(|| format!("it begins as a file and not as copy: `{}`", short(start)))
}
