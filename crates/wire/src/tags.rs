//! Mark-up that is nearly XML, made so: a `<` that opens nothing (`tin < zinc`), an end of emphasis without its start.
//!
//! Only what could not be read as it came is mended. What lost an element's own start or end is not: a story could swallow its neighbour,
//! or lose what holds it back.

use std::borrow::Cow;

/// Elements inside a line.
const INLINE: &[&str] = &["a", "b", "br", "em", "font", "i", "p", "q", "span", "strong", "sub", "sup", "u"];

/// More marks than this are no slips: and each end without a start is looked for among all that is open.
const MOST: usize = 100;

/// A mended file, and how many marks were put right; none if there was nothing to mend, or more than that is wrong.
pub(crate) fn mended(text: &str) -> Option<(String, usize)> {
    let mut whole = String::with_capacity(text.len() + 64);
    let mut open: Vec<&str> = Vec::new();
    let (mut at, mut marks) = (0, 0);
    while let Some(found) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
        let start = at + found;
        whole.push_str(&text[at..start]);
        let rest = &text[start..];
        let (length, written) = match tag(rest)? {
            Tag::Other(length) | Tag::Empty(length) => (length, &rest[..length]),
            Tag::Start(name, length) => {
                open.push(name);
                (length, &rest[..length])
            }
            Tag::End(name, length) if open.last() == Some(&name) => {
                open.pop();
                (length, &rest[..length])
            }
            // An end of emphasis that began nowhere; of any other nobody knows what it should have ended.
            Tag::End(name, length) if !open.contains(&name) && INLINE.contains(&name) => {
                marks += 1;
                (length, "")
            }
            Tag::End(..) => return None,
            Tag::Stray => {
                marks += 1;
                (1, "&lt;")
            }
        };
        if marks > MOST {
            return None;
        }
        whole.push_str(written);
        at = start + length;
    }
    whole.push_str(&text[at..]);
    (open.is_empty() && marks > 0).then_some((whole, marks))
}

/// Whether what stands in a start tag behind its name holds another tag: its own end was lost, or a quote around a value, so that
/// what reads by the book takes all up to the next quote for a value.
pub(crate) fn is_torn(attributes: &str) -> bool {
    // Nearly no tag has a bracket in it.
    if memchr::memchr(b'<', attributes.as_bytes()).is_none() {
        return false;
    }
    let bytes = attributes.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr3(b'"', b'\'', b'<', &bytes[at..]) {
        let quote = bytes[at + found];
        if quote == b'<' {
            return true;
        }
        let value = at + found + 1;
        let Some(length) = memchr::memchr(quote, &bytes[value..]) else { return true };
        at = value + length + 1;
        // What follows the end of a value is no letter; what follows its beginning mostly is.
        if !is_behind_value(bytes.get(at).copied()) {
            return true;
        }
        // `standard="NewsML-G2" guid=` …: what ends so is no value that has tags in it.
        if attributes[value..at - 1].ends_with('=') && attributes[value..at - 1].contains('<') {
            return true;
        }
    }
    false
}

/// The names that carry what a tag says of a status or a time: where a mark between a name and its value is damaged, these tell how
/// much is the name.
const CARRIERS: &[&str] =
    &["qcode", "formalname", "norm", "management-status", "literal", "value", "guid", "version", "id-string"];

/// Whether the name of a tag has such an attribute in it: `pubStatusqcode="stat:canceled"`. What else is in a name is of no use to anybody.
pub(crate) fn is_glued(name: &str) -> bool {
    if !name.ends_with(['"', '\'']) {
        return false;
    }
    let glued = name.split('=').next().unwrap_or("").to_ascii_lowercase();
    CARRIERS.iter().any(|known| glued.len() > known.len() && glued.ends_with(known))
}

/// The attributes of a tag whose marks are damaged: `qcode"stat:canceled"`, `qcode=="stat:canceled"`, `qcode:"stat:canceled"`,
/// `qcod=e"stat:canceled"`, `qcode=s"tat:canceled"`.
pub(crate) fn attributes(raw: &str) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    const QUOTES: &[char] = &['"', '\'', '“', '”', '´'];
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, ':' | '.' | '-' | '_');
    let mut rest = raw;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !is_name(c));
        if rest.is_empty() {
            return None;
        }
        // It ends with the quote before a blank or the end; without one, at the blank.
        let bytes = rest.as_bytes();
        let quote = memchr::memchr2_iter(b'"', b'\'', bytes)
            .find(|at| is_behind_value(bytes.get(at + 1).copied()) && !rest[..*at].ends_with('='));
        let blank = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let own = quote.filter(|end| rest[..*end].find(QUOTES).unwrap_or(*end) <= blank).unwrap_or(blank);
        let (one, behind) = rest.split_at(own);
        rest = behind;
        let (name, value) = one.split_at(one.find(|c| !is_name(c)).unwrap_or(one.len()));
        let is_carrier = |name: &str| CARRIERS.iter().any(|known| name.eq_ignore_ascii_case(known));
        let marks = |c: char| c == '=' || QUOTES.contains(&c);
        // `qcod=e"…`: the name goes on behind the mark.
        let split = value.strip_prefix('=').and_then(|value| value.split_once(QUOTES));
        let moved = split.filter(|(end, _)| !end.is_empty() && end.chars().all(is_name));
        if let Some((end, value)) = moved {
            let whole = format!("{name}{end}");
            let known = CARRIERS.iter().find(|known| whole.eq_ignore_ascii_case(known));
            return Some(match known {
                Some(known) => (*known, Cow::Borrowed(value)),
                None => (name, Cow::Owned(format!("{end}{value}"))),
            });
        }
        let bare = name.trim_end_matches([':', '-', '.']);
        let name = if is_carrier(bare) || value.starts_with(QUOTES) { bare } else { name };
        Some((name, Cow::Borrowed(value.trim_start_matches(marks).trim_end_matches(marks))))
    })
}

fn is_behind_value(byte: Option<u8>) -> bool {
    byte.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'?'))
}

/// A text whose start tags have both quotes around each value, and how many were put right; none if nothing was to do, or more is
/// wrong than that. A value without its end goes up to the next name of a value, or to the end of the tag.
pub(crate) fn with_quotes(text: &str) -> Option<(String, usize)> {
    /// No tag is longer, in bytes: what is looked through in vain must not be looked through for each tag.
    const LONGEST: usize = 16 * 1024;
    let mut whole = String::with_capacity(text.len() + 64);
    let (mut at, mut marks) = (0, 0);
    while let Some(found) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
        let start = at + found;
        whole.push_str(&text[at..start]);
        let rest = &text[start..];
        at = start;
        let other = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"), ("</", ">")];
        let length = if let Some((_, close)) = other.iter().find(|(begins, _)| rest.starts_with(begins)) {
            memchr::memmem::find(rest.as_bytes(), close.as_bytes())? + close.len()
        } else if rest[1..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
            let near = &rest[..rest.floor_char_boundary(LONGEST)];
            let (length, mended) = quoted(near, &mut whole);
            marks += mended;
            if marks > MOST {
                return None;
            }
            at += length;
            continue;
        } else {
            1
        };
        whole.push_str(&rest[..length]);
        at += length;
    }
    whole.push_str(&text[at..]);
    (marks > 0).then_some((whole, marks))
}

/// Writes a start tag with its quotes; gives how long it was, and how many were put right.
fn quoted(tag: &str, whole: &mut String) -> (usize, usize) {
    let name_end = |words: &str| {
        words
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '.' | '-' | '_')))
            .unwrap_or(words.len())
    };
    let mut at = 1 + name_end(&tag[1..]);
    let mut marks = 0;
    // `<pubStatusqcode="stat:canceled"/>`: the blank was lost.
    let glued = || {
        let name = tag[1..at].to_ascii_lowercase();
        let carrier = CARRIERS.iter().find_map(|known| name.strip_suffix(known))?;
        (tag[at..].starts_with('=') && !carrier.is_empty()).then_some(1 + carrier.len())
    };
    if let Some(end) = glued() {
        at = end;
        marks += 1;
    }
    whole.push_str(&tag[..at]);
    loop {
        let rest = &tag[at..];
        let blank = rest.len() - rest.trim_start().len();
        let rest = &rest[blank..];
        let length = name_end(rest);
        let (name, behind) = rest.split_at(length);
        let value = behind.trim_start();
        if length == 0 || !value.starts_with('=') {
            match rest.chars().next() {
                // The end of the tag, or what was to be one.
                None | Some('<') => return (at, marks),
                Some('>') => {
                    whole.push_str(&tag[at..=at + blank]);
                    return (at + blank + 1, marks);
                }
                // A quote that was doubled, or the end of a value whose beginning is gone.
                Some(quote @ ('"' | '\'')) => {
                    marks += 1;
                    at += blank + quote.len_utf8();
                }
                Some(_) if length > 0 && behind.starts_with(['"', '\'']) => {
                    marks += 1;
                    at += blank + length + 1;
                }
                Some(other) => {
                    let length = length.max(other.len_utf8());
                    whole.push_str(&tag[at..at + blank + length]);
                    at += blank + length;
                }
            }
            continue;
        }
        let value = value[1..].trim_start();
        at = tag.len() - value.len();
        let (words, length, mended) = one_value(value);
        let quote = if words.contains('"') { '\'' } else { '"' };
        whole.extend([" ", name, "="]);
        whole.push(quote);
        whole.push_str(&words.replace('<', "&lt;"));
        whole.push(quote);
        marks += mended;
        at += length;
    }
}

/// The value at the start of these words, how long it is with its quotes, and whether these were put right.
fn one_value(words: &str) -> (&str, usize, usize) {
    let bytes = words.as_bytes();
    let Some(quote) = bytes.first().copied().filter(|byte| matches!(byte, b'"' | b'\'')) else {
        // `version=2" standard="…`
        let end = words.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '>' | '<'));
        let end = end.unwrap_or(words.len());
        let closed = bytes.get(end).is_some_and(|byte| matches!(byte, b'"' | b'\''));
        let value = words[..end].strip_suffix('/').filter(|_| words[end..].starts_with('>'));
        let value = value.unwrap_or(&words[..end]);
        return (value, value.len() + usize::from(closed), 1);
    };
    // `version=""2"`
    let doubled = bytes.get(1) == Some(&quote) && !is_behind_value(bytes.get(2).copied());
    let from = 1 + usize::from(doubled);
    let close = memchr::memchr(quote, &bytes[from..]).map(|length| from + length);
    if let Some(close) = close {
        let value = &words[from..close];
        let torn = value.contains('<') && value.ends_with('=');
        if is_behind_value(bytes.get(close + 1).copied()) && !torn {
            return (value, close + 1, usize::from(doubled));
        }
        // `version="2""`
        if bytes.get(close + 1) == Some(&quote) && is_behind_value(bytes.get(close + 2).copied()) {
            return (value, close + 2, 1);
        }
    }
    let end = close.unwrap_or(words.len());
    let length = value_end(&words[from..end]);
    if from + length == end && close.is_some() {
        // Nothing says where it ends but the quote: what stands behind that is of no value.
        let rest = words[end + 1..].find(|c: char| c.is_whitespace() || matches!(c, '>' | '<' | '/'));
        return (&words[from..end], end + 1 + rest.unwrap_or(words.len() - end - 1), 1);
    }
    let value = words[from..from + length].trim_end();
    (value, from + value.len(), 1)
}

/// Where a value without its closing quote ends: where the name of the next begins, or where the tag does.
fn value_end(words: &str) -> usize {
    let bytes = words.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'>' => return at - usize::from(words[..at].ends_with('/')),
            b'<' => return at,
            byte if byte.is_ascii_whitespace() => {
                let next = words[at..].trim_start();
                let name = next.len()
                    - next.trim_start_matches(|c: char| c.is_alphanumeric() || ":.-_".contains(c)).len();
                if name > 0 && next[name..].starts_with('=') {
                    return at;
                }
            }
            _ => {}
        }
    }
    words.len()
}

/// What begins with a `<`, and how long it is.
enum Tag<'t> {
    Start(&'t str, usize),
    Empty(usize),
    End(&'t str, usize),
    /// A comment, data, a declaration.
    Other(usize),
    Stray,
}

/// What begins here; none if it has no end.
fn tag(rest: &str) -> Option<Tag<'_>> {
    /// No tag is longer, in bytes.
    const LONGEST: usize = 64 * 1024;
    let to = |close: &str| {
        memchr::memmem::find(rest.as_bytes(), close.as_bytes()).map(|at| Tag::Other(at + close.len()))
    };
    for (begins, close) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
        if rest.starts_with(begins) {
            return to(close);
        }
    }
    if rest.starts_with("<!") {
        let end = memchr::memchr2(b'>', b'[', rest.as_bytes())?;
        return if rest.as_bytes()[end] == b'[' { to("]>") } else { to(">") };
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, ':' | '.' | '-' | '_');
    let bare = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let name = &bare[..bare.find(|c: char| !is_name(c)).unwrap_or(bare.len())];
    let behind = &bare[name.len()..];
    if name.is_empty() && bare.len() == rest.len() - 1 || name.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Tag::Stray);
    }
    if !behind.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()) {
        return None;
    }
    let before = rest.len() - behind.len();
    let mut quote = None;
    for (at, byte) in behind.bytes().take(LONGEST).enumerate() {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'<') => return None,
            (None, b'>') => {
                let length = before + at + 1;
                let empty = behind[..at].ends_with('/');
                return Some(match (bare.len() < rest.len() - 1, empty) {
                    (true, _) => Tag::End(name, length),
                    (false, true) => Tag::Empty(length),
                    (false, false) => Tag::Start(name, length),
                });
            }
            _ => {}
        }
    }
    None
}
