//! Mail as it travels: headers, parts inside parts, transfer encodings. Characters are decoded last, by [`charset`], since
//! what a mail says of them is wrong in both directions.
//!
//! Parts are read to a fixed depth, so that time stays linear and the stack bounded.

use std::borrow::Cow;

use article::Warning;

use crate::charset;

/// No mail of an agency has more parts inside each other …
const DEPTH: usize = 10;
/// … none more parts, …
const PARTS: usize = 1000;
/// … and none more headers.
const HEADERS: usize = 1000;

/// The headers of a mail or of a part, unfolded and not yet decoded: name in lower case and value.
#[derive(Debug, Default)]
pub(crate) struct Headers<'a> {
    list: Vec<(String, Cow<'a, [u8]>)>,
}

impl Headers<'_> {
    fn raw(&self, name: &str) -> Option<&[u8]> {
        self.list.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_ref())
    }

    /// The words of a header, decoded and with one blank between them.
    pub(crate) fn words(&self, name: &str, warnings: &mut Vec<Warning>) -> Option<String> {
        let words = decode_words(self.raw(name)?, warnings);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    }

    /// As [`Self::words`], of the last header with this name: of those that relays put on top of each other the first.
    pub(crate) fn last_words(&self, name: &str, warnings: &mut Vec<Warning>) -> Option<String> {
        let (_, value) = self.list.iter().rev().find(|(known, _)| known == name)?;
        Some(decode_words(value, warnings))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|(name, _)| name.as_str())
    }

    fn ascii(&self, name: &str) -> String {
        self.raw(name).map(|value| String::from_utf8_lossy(value).trim().to_owned()).unwrap_or_default()
    }

    /// The kind of the content, in lower case, and its parameters.
    fn kind(&self) -> Kind {
        let written = self.ascii("content-type");
        let kind = written.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        let kind = if kind.contains('/') { kind } else { "text/plain".to_owned() };
        Kind { kind, written }
    }
}

#[derive(Debug)]
struct Kind {
    kind: String,
    written: String,
}

impl Kind {
    /// A parameter: `charset="utf-8"`.
    fn parameter(&self, name: &str) -> Option<String> {
        let lower = self.written.to_ascii_lowercase();
        let mut from = 0;
        while let Some(at) = lower[from..].find(name).map(|at| from + at) {
            from = at + name.len();
            let fresh = lower[..at].trim_end().ends_with(';');
            let Some(value) = self.written[from..].trim_start().strip_prefix('=').filter(|_| fresh) else {
                continue;
            };
            let value = value.trim_start();
            let value = match value.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next().unwrap_or(""),
                None => value.split([';', ' ', '\t', '\r', '\n']).next().unwrap_or(""),
            };
            return (!value.is_empty()).then(|| value.to_owned());
        }
        None
    }
}

/// A part that holds no other parts.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    /// `text/plain`, `image/jpeg`, in lower case.
    pub kind: String,
    pub charset: Option<String>,
    pub name: Option<String>,
    pub attached: bool,
    /// Lines that end with a blank go on in the next.
    pub flowed: bool,
    /// Out of which choice (`multipart/alternative`) it is.
    pub choice: Option<usize>,
    /// In so many mails inside this one.
    pub layers: usize,
    /// Those of the mail, unless they were encoded for the way.
    pub bytes: Cow<'a, [u8]>,
}

impl Part<'_> {
    /// The characters of a part of text, and the coding that they were read in. What needs no mending is not copied: a mail
    /// may be hundreds of megabytes.
    pub(crate) fn text(&self, warnings: &mut Vec<Warning>) -> (Cow<'_, str>, &'static str) {
        let decoded = charset::decode_as(&self.bytes, self.charset.as_deref());
        warnings.extend(decoded.warnings);
        let text = crate::prose::with_plain_line_ends(decoded.text);
        (if self.flowed { Cow::Owned(unflow(&text)) } else { text }, decoded.charset)
    }

    fn into_owned<'o>(self) -> Part<'o> {
        Part {
            kind: self.kind,
            charset: self.charset,
            name: self.name,
            attached: self.attached,
            flowed: self.flowed,
            choice: self.choice,
            layers: self.layers,
            bytes: Cow::Owned(self.bytes.into_owned()),
        }
    }
}

/// The headers at the start of a mail, and where its body begins.
pub(crate) fn headers(mail: &[u8]) -> (Headers<'_>, usize) {
    let mut headers = Headers::default();
    let mut at = 0;
    while at < mail.len() {
        let end = memchr::memchr(b'\n', &mail[at..]).map_or(mail.len(), |length| at + length + 1);
        let line = trim_end(&mail[at..end]);
        if line.is_empty() {
            return (headers, end);
        }
        if line[0] == b' ' || line[0] == b'\t' {
            if let Some((_, value)) = headers.list.last_mut() {
                let value = value.to_mut();
                value.push(b' ');
                value.extend_from_slice(line.trim_ascii_start());
            }
        } else if let Some((name, value)) = header(line) {
            if headers.list.len() < HEADERS {
                headers.list.push((name, Cow::Borrowed(value)));
            }
        } else if !headers.list.is_empty() && !line.starts_with(b"From ") && !line.starts_with(b">From ") {
            // The blank line was lost: the body begins here.
            return (headers, at);
        }
        at = end;
    }
    (headers, mail.len())
}

/// `Subject: Tin rises`: name in lower case, and value.
pub(crate) fn header(line: &[u8]) -> Option<(String, &[u8])> {
    let colon = memchr::memchr(b':', line).filter(|colon| (1..=60).contains(colon))?;
    let name = line[..colon].trim_ascii_end();
    let ok = !name.is_empty()
        && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    ok.then(|| (String::from_utf8_lossy(name).to_ascii_lowercase(), line[colon + 1..].trim_ascii()))
}

fn trim_end(line: &[u8]) -> &[u8] {
    line.trim_ascii_end()
}

/// All parts of a mail that hold no others, in their order.
pub(crate) fn parts(mail: &[u8]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut choices = 0;
    collect(mail, 0, 0, None, &mut choices, &mut parts);
    parts
}

/// The mails that a mail encloses, in their order: those inside them are theirs.
pub(crate) fn enclosed(mail: &[u8]) -> Vec<Cow<'_, [u8]>> {
    let mut mails = Vec::new();
    // Most have none, which the name of the kind tells.
    if memchr::memmem::find(mail, b"/rfc822").is_some() || memchr::memmem::find(mail, b"/RFC822").is_some() {
        enclosed_in(mail, 0, &mut mails);
    }
    mails
}

fn enclosed_in<'a>(entity: &'a [u8], depth: usize, mails: &mut Vec<Cow<'a, [u8]>>) {
    if depth > DEPTH || mails.len() >= PARTS {
        return;
    }
    let (headers, body) = headers(entity);
    let (body, kind) = (&entity[body..], headers.kind());
    if kind.kind == "message/rfc822" {
        mails.push(transfer(&headers, body));
    } else if kind.kind.starts_with("multipart/")
        && let Some(boundary) = kind.parameter("boundary")
    {
        for part in split(body, boundary.as_bytes()) {
            enclosed_in(part, depth + 1, mails);
        }
    }
}

fn collect<'a>(
    entity: &'a [u8],
    depth: usize,
    layers: usize,
    choice: Option<usize>,
    choices: &mut usize,
    parts: &mut Vec<Part<'a>>,
) {
    if depth > DEPTH || parts.len() >= PARTS {
        return;
    }
    let (headers, body) = headers(entity);
    let body = &entity[body..];
    let kind = headers.kind();
    if kind.kind.starts_with("multipart/")
        && let Some(boundary) = kind.parameter("boundary")
    {
        let choice = if kind.kind == "multipart/alternative" {
            *choices += 1;
            Some(*choices)
        } else {
            choice
        };
        for part in split(body, boundary.as_bytes()) {
            collect(part, depth + 1, layers, choice, choices, parts);
        }
        return;
    }
    let disposition = headers.ascii("content-disposition");
    let attached = disposition.to_ascii_lowercase().starts_with("attachment");
    if kind.kind == "message/rfc822" {
        match transfer(&headers, body) {
            Cow::Borrowed(inner) => collect(inner, depth + 1, layers + 1, None, choices, parts),
            Cow::Owned(inner) => {
                let mut within = Vec::new();
                collect(&inner, depth + 1, layers + 1, None, choices, &mut within);
                let room = PARTS.saturating_sub(parts.len());
                parts.extend(within.into_iter().take(room).map(Part::into_owned));
            }
        }
        return;
    }
    let name = Kind { kind: String::new(), written: disposition }
        .parameter("filename")
        .or_else(|| kind.parameter("name"));
    parts.push(Part {
        charset: kind.parameter("charset"),
        flowed: kind.parameter("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed")),
        kind: kind.kind,
        name,
        attached,
        choice,
        layers,
        bytes: transfer(&headers, body),
    });
}

/// The parts between lines of a boundary; the last one may have no end.
fn split<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mark = [b"--", boundary].concat();
    let mut parts = Vec::new();
    let mut start = None;
    for at in memchr::memmem::find_iter(body, &mark) {
        let fresh = at == 0 || body[at - 1] == b'\n';
        let after = &body[at + mark.len()..];
        let closes = after.starts_with(b"--");
        let whole = closes || after.is_empty() || after[0].is_ascii_whitespace();
        if !fresh || !whole || parts.len() >= PARTS {
            continue;
        }
        if let Some(start) = start.take() {
            // The line end before the boundary belongs to it.
            let end = body[..at]
                .strip_suffix(b"\n")
                .map_or(at, |rest| rest.strip_suffix(b"\r").unwrap_or(rest).len());
            parts.push(&body[start..end.max(start)]);
        }
        if closes {
            return parts;
        }
        start = memchr::memchr(b'\n', after).map(|end| at + mark.len() + end + 1);
    }
    parts.extend(start.map(|start| &body[start..]));
    parts
}

/// A body without its transfer encoding.
fn transfer<'a>(headers: &Headers<'_>, body: &'a [u8]) -> Cow<'a, [u8]> {
    match headers.ascii("content-transfer-encoding").to_ascii_lowercase().as_str() {
        "base64" => Cow::Owned(base64(body)),
        "quoted-printable" => Cow::Owned(quoted_printable(body, false)),
        _ => Cow::Borrowed(body),
    }
}

/// What is no letter of base64 is passed over, as line ends are.
pub(crate) fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in body {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                // Some put several encoded pieces one behind the other.
                (bits, count) = (0, 0);
                continue;
            }
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap_or(0));
            bits &= (1 << count) - 1;
        }
    }
    bytes
}

/// `=E9` and soft line ends; in headers `_` is a blank.
fn quoted_printable(body: &[u8], header: bool) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let byte = body[at];
        at += 1;
        match byte {
            b'=' => {
                let hex = |at: usize| body.get(at).and_then(|byte| char::from(*byte).to_digit(16));
                let rest = &body[at..];
                if let (Some(high), Some(low)) = (hex(at), hex(at + 1)) {
                    bytes.push(u8::try_from(high << 4 | low).unwrap_or(0));
                    at += 2;
                } else if rest.starts_with(b"\r\n") {
                    at += 2;
                } else if rest.starts_with(b"\n") {
                    at += 1;
                } else {
                    bytes.push(b'=');
                }
            }
            b'_' if header => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// `=?utf-8?q?Caf=C3=A9?=` and bytes beyond ASCII, which have no business in a header.
fn decode_words(value: &[u8], warnings: &mut Vec<Warning>) -> String {
    let mut words = String::new();
    // Pieces in one coding are decoded together: some cut a character in two.
    let mut open: Option<(String, Vec<u8>)> = None;
    let mut rest = value;
    let close = |open: &mut Option<(String, Vec<u8>)>, words: &mut String, warnings: &mut Vec<Warning>| {
        if let Some((label, bytes)) = open.take() {
            let decoded = charset::decode_as(&bytes, Some(&label));
            warnings.extend(decoded.warnings);
            words.push_str(&decoded.text);
        }
    };
    loop {
        let at = memchr::memmem::find(rest, b"=?");
        let (before, encoded) = rest.split_at(at.unwrap_or(rest.len()));
        // Blanks between two encoded words are no blanks.
        if !(open.is_some() && before.trim_ascii().is_empty() && at.is_some()) {
            close(&mut open, &mut words, warnings);
            let decoded = charset::decode_as(before, None);
            warnings.extend(decoded.warnings);
            words.push_str(&decoded.text);
        }
        if at.is_none() {
            break;
        }
        let Some((label, bytes, length)) = encoded_word(encoded) else {
            close(&mut open, &mut words, warnings);
            words.push_str("=?");
            rest = &encoded[2..];
            continue;
        };
        match &mut open {
            Some((known, so_far)) if known.eq_ignore_ascii_case(&label) => so_far.extend(bytes),
            _ => {
                close(&mut open, &mut words, warnings);
                open = Some((label, bytes));
            }
        }
        rest = &encoded[length..];
    }
    close(&mut open, &mut words, warnings);
    words
}

/// The label, the bytes and the length of an encoded word.
fn encoded_word(words: &[u8]) -> Option<(String, Vec<u8>, usize)> {
    /// Longer ones are against the standard, and real all the same.
    const LONGEST: usize = 2000;
    let words = &words[..words.len().min(LONGEST)];
    let inner = words.strip_prefix(b"=?")?;
    let label = memchr::memchr(b'?', inner)?;
    let way = *inner.get(label + 1)?;
    let start = label + 3;
    if inner.get(label + 2) != Some(&b'?') || label > 40 {
        return None;
    }
    let end = start + memchr::memmem::find(inner.get(start..)?, b"?=")?;
    let bytes = match way {
        b'b' | b'B' => base64(&inner[start..end]),
        b'q' | b'Q' => quoted_printable(&inner[start..end], true),
        _ => return None,
    };
    // A language may stand behind the coding: `utf-8*en`.
    let name = inner[..label].split(|byte| *byte == b'*').next()?;
    Some((String::from_utf8_lossy(name).into_owned(), bytes, end + 4))
}

/// Joins the lines of a flowed text.
fn unflow(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.split('\n') {
        let line = line.strip_prefix(' ').unwrap_or(line);
        whole.push_str(line);
        if !line.ends_with(' ') || line == "-- " {
            whole.push('\n');
        }
    }
    whole.truncate(whole.trim_end_matches('\n').len());
    whole
}
