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
pub(crate) const PARTS: usize = 1000;
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
        let value = self.raw(name)?;
        if let Some(plain) = plain(value) {
            return Some(plain.to_owned());
        }
        let words = decode_words(value, warnings);
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
        let kind = written.split(|c: char| c == ';' || c.is_whitespace()).next().unwrap_or("");
        let kind = kind.to_ascii_lowercase();
        let kind = if kind.contains('/') { kind } else { "text/plain".to_owned() };
        Kind { kind, written }
    }
}

/// A header that is its own words, as nearly all are: one blank between them, and nothing coded.
fn plain(value: &[u8]) -> Option<&str> {
    let fine = |pair: &[u8]| matches!(pair[0], b' '..=b'~') && pair != b"  " && pair != b"=?";
    let ends = value.first()?.is_ascii_graphic() && value.last()?.is_ascii_graphic();
    (ends && value.windows(2).all(fine)).then(|| std::str::from_utf8(value).ok()).flatten()
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
    pub flowed: Option<Flow>,
    /// Out of which choice (`multipart/alternative`) it is.
    pub choice: Option<usize>,
    /// In so many mails inside this one.
    pub layers: usize,
    /// What the mail says of its boundary or of its coding is not so.
    pub mended: Option<&'static str>,
    /// Another message begins so far in its characters, in bytes: what stands before is the part's own.
    pub own: Option<usize>,
    /// Those of the mail, unless they were encoded for the way.
    pub bytes: Cow<'a, [u8]>,
}

/// What the blank is that ends a line which goes on (RFC 3676).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    /// One of the text.
    Blank,
    /// A mark that was put there for the way: `delsp=yes`.
    Mark,
}

impl Part<'_> {
    /// The characters of a part of text, and the coding that they were read in. What needs no mending is not copied: a mail
    /// may be hundreds of megabytes.
    pub(crate) fn text(&self, warnings: &mut Vec<Warning>) -> (Cow<'_, str>, &'static str) {
        let decoded = charset::decode_as(&self.bytes, self.charset.as_deref());
        warnings.extend(decoded.warnings);
        warnings.extend(
            self.mended.map(|why| Warning { code: "coding_mended".to_owned(), text: why.to_owned() }),
        );
        let text = match (self.own, decoded.text) {
            (Some(own), Cow::Borrowed(text)) => Cow::Borrowed(&text[..text.floor_char_boundary(own)]),
            (Some(own), Cow::Owned(mut text)) => {
                text.truncate(text.floor_char_boundary(own));
                Cow::Owned(text)
            }
            (None, text) => text,
        };
        let text = crate::prose::with_plain_line_ends(text);
        let text = match self.flowed {
            Some(flow) => Cow::Owned(unflow(&text, flow)),
            None => text,
        };
        // Rich Text Format is read as its words, wherever it stands.
        let text = if crate::rtf::is_rtf(&text) { Cow::Owned(crate::rtf::read(&text)) } else { text };
        (text, decoded.charset)
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
            mended: self.mended,
            own: self.own,
            bytes: Cow::Owned(self.bytes.into_owned()),
        }
    }
}

/// The headers at the start of a mail, and where its body begins.
pub(crate) fn headers(mail: &[u8]) -> (Headers<'_>, usize) {
    headers_of(mail, false)
}

/// The headers of a mail, or of a part of one: other names than a part's are no headers of it.
fn headers_of(mail: &[u8], is_part: bool) -> (Headers<'_>, usize) {
    let mut headers = Headers::default();
    let mut at = 0;
    while at < mail.len() {
        let end = memchr::memchr(b'\n', &mail[at..]).map_or(mail.len(), |length| at + length + 1);
        let line = trim_end(&mail[at..end]);
        if line.is_empty() {
            // Between the line of a mailbox and the headers.
            let early =
                headers.list.is_empty() && (mail.starts_with(b"From ") || mail.starts_with(b">From "));
            if !early || !goes_on_with_headers(&mail[end..]) {
                return (headers, end);
            }
        } else if line[0] == b' ' || line[0] == b'\t' {
            if let Some((name, value)) = headers.list.last_mut() {
                if is_copy_below(name, value, line) {
                    // The blank line was lost, and the copy is indented.
                    return (headers, at);
                }
                let value = value.to_mut();
                value.push(b' ');
                value.extend_from_slice(line.trim_ascii_start());
            }
        } else if let Some((name, value)) = header(line) {
            if !headers.list.is_empty() && is_copy(&name, value, line, is_part) {
                // The blank line was lost, and the copy begins with a word and a colon.
                return (headers, at);
            }
            if headers.list.len() < HEADERS {
                headers.list.push((name, Cow::Borrowed(value)));
            }
        } else if let Some((name, value)) = torn_header(line, &mail[end..]).filter(|_| !is_part) {
            if headers.list.len() < HEADERS {
                headers.list.push((name.to_owned(), Cow::Borrowed(value)));
            }
        } else if !headers.list.is_empty()
            && !((line.starts_with(b"From ") || line.starts_with(b">From ")) && is_envelope(line))
        {
            if !goes_on_with_headers(&mail[end..]) {
                // The blank line was lost: the body begins here.
                return (headers, at);
            }
            // A header that was broken in two.
            if let Some((_, value)) = headers.list.last_mut() {
                let value = value.to_mut();
                value.push(b' ');
                value.extend_from_slice(line);
            }
        }
        at = end;
    }
    (headers, mail.len())
}

/// `From MAILER-DAEMON Tue Mar  5 10:00:02 2024`: a sentence may begin with the word, too.
pub(crate) fn is_envelope(bytes: &[u8]) -> bool {
    /// No such line is longer, in bytes.
    const LINE: usize = 200;
    let near = &bytes[..bytes.len().min(LINE)];
    let line = &near[..memchr::memchr(b'\n', near).unwrap_or(near.len())];
    let clock = line
        .windows(3)
        .any(|window| window[0].is_ascii_digit() && window[1] == b':' && window[2].is_ascii_digit());
    clock || line.contains(&b'@')
}

/// So many words are a sentence, and no value for machines.
const SENTENCE: usize = 6;

/// Whether what looks like the rest of a header is copy: words below a value that is one token and whole.
fn is_copy_below(name: &str, value: &[u8], line: &[u8]) -> bool {
    #[rustfmt::skip]
    const TOKENS: &[&str] = &[
        "content-type", "content-transfer-encoding", "content-disposition", "content-id", "content-language", "content-length",
        "mime-version", "message-id", "date", "importance", "precedence", "priority", "x-priority", "x-msmail-priority", "auto-submitted",
        "lines", "status",
    ];
    let whole =
        !value.is_empty() && !value.ends_with(b";") && !value.ends_with(b"(") && !value.ends_with(b"=");
    whole && TOKENS.contains(&name) && are_words(line)
}

/// Whether a line that looks like a header is copy: `MADRID: Exports of olive oil rose …`.
fn is_copy(name: &str, value: &[u8], line: &[u8], is_part: bool) -> bool {
    /// No sentence of so many words is shorter, in bytes.
    const SHORTEST: usize = 2 * SENTENCE;
    // Names of headers of more than one word are joined, and those of mail are known.
    if value.len() < SHORTEST || name.contains(['-', '_']) || is_known_header(name) || !are_words(value) {
        return false;
    }
    let written = std::str::from_utf8(line).unwrap_or("");
    is_part || crate::dateline::find(written).is_some_and(|found| found.start == 0)
}

/// Whether there are as many words in it as in a sentence, and no addresses or values.
fn are_words(value: &[u8]) -> bool {
    let mut words = value.split(u8::is_ascii_whitespace).filter(|word| {
        word.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
            && !word.iter().any(|byte| matches!(byte, b'@' | b'=' | b'<' | b'>' | b';'))
    });
    words.nth(SENTENCE - 1).is_some()
}

fn is_known_header(name: &str) -> bool {
    #[rustfmt::skip]
    const KNOWN: &[&str] = &[
        "from", "to", "cc", "bcc", "date", "subject", "sender", "received", "comments", "keywords", "organization", "organisation", "references",
        "importance", "priority", "precedence", "status", "embargo", "copyright", "summary", "description", "lines", "path", "newsgroups",
        "distribution", "approved", "supersedes", "expires",
    ];
    KNOWN.contains(&name)
}

/// Whether the next line is a header that nothing but a mail has.
fn goes_on_with_headers(rest: &[u8]) -> bool {
    const SURE: &[&str] = &[
        "message-id",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "subject",
        "date",
        "from",
        "to",
        "received",
        "reply-to",
    ];
    let line = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
    header(trim_end(line)).is_some_and(|(name, _)| SURE.contains(&name.as_str()) || name.starts_with("x-"))
}

/// `Subject: Tin rises`: name in lower case, and value.
pub(crate) fn header(line: &[u8]) -> Option<(String, &[u8])> {
    if let Some(header) = held_header(line) {
        return Some(header);
    }
    let colon = memchr::memchr(b':', line).filter(|colon| (1..=60).contains(colon))?;
    let name = line[..colon].trim_ascii_end();
    let ok = !name.is_empty()
        && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    ok.then(|| (String::from_utf8_lossy(name).to_ascii_lowercase(), line[colon + 1..].trim_ascii()))
}

/// The name of a header whose colon was lost or became another mark, and its value: `Subject; Tin rises`, `Sub ject: Tin rises`.
fn torn_header<'a>(line: &'a [u8], below: &[u8]) -> Option<(&'static str, &'a [u8])> {
    const NAMES: &[&str] = &[
        "subject",
        "date",
        "from",
        "to",
        "message-id",
        "content-type",
        "content-transfer-encoding",
        "mime-version",
        "content-language",
        "content-disposition",
        "keywords",
        "embargo",
        "x-embargo",
        "x-status",
        "reply-to",
        "sender",
    ];
    /// With a blank or a mark in it.
    const LONGEST: usize = 30;
    let mut found = None;
    for name in NAMES {
        let (mut at, mut letters, mut odd) = (0, name.bytes(), 0);
        let mut wanted = letters.next();
        while let (Some(letter), Some(byte)) = (wanted, line.get(at).filter(|_| at < LONGEST)) {
            if byte.eq_ignore_ascii_case(&letter) {
                wanted = letters.next();
            } else if byte.is_ascii_alphanumeric() || at == 0 || odd > 0 {
                break;
            } else {
                odd += 1;
            }
            at += 1;
        }
        if wanted.is_none() {
            found = Some((*name, at, odd));
            break;
        }
    }
    let (name, at, odd) = found?;
    let rest = line.get(at..)?;
    let after = rest.trim_ascii_start();
    let mark = after.first().filter(|byte| b":;.,=".contains(byte));
    let last = below.starts_with(b"\n") || below.starts_with(b"\r\n");
    // A small letter begins the rest of a header that was broken in two, and copy may begin with `From Monday`.
    let capital = line.first().is_some_and(u8::is_ascii_uppercase);
    let is_header = match mark {
        Some(b':' | b';') => capital && (last || goes_on_with_headers(below)),
        Some(_) => capital && goes_on_with_headers(below),
        None => {
            capital
                && odd == 0
                && !matches!(name, "from" | "to")
                && rest.len() > after.len()
                && goes_on_with_headers(below)
        }
    };
    let value = if mark.is_some() { after.get(1..)?.trim_ascii() } else { after };
    (is_header && !value.is_empty()).then_some((name, value))
}

/// `X-Embargo 2026-03-05T06:00:00Z`, `X-Status; canceled`: the colon is lost or taken for its like behind a name by which a story is
/// held back.
fn held_header(line: &[u8]) -> Option<(String, &[u8])> {
    const NAMES: &[&str] =
        &["x-embargo", "x-embargoed", "x-embargo-until", "x-status", "x-pubstatus", "x-pub-status"];
    if !line.first()?.eq_ignore_ascii_case(&b'x') || line.get(1) != Some(&b'-') {
        return None;
    }
    let length = line.iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'-'))?;
    let (name, value) = line.split_at(length);
    let known = NAMES.iter().find(|known| name.eq_ignore_ascii_case(known.as_bytes()))?;
    let (mark, value) = value.split_first()?;
    let value = value.trim_ascii();
    let torn = b".;= ".contains(mark) && !value.is_empty() && !value.starts_with(b":");
    torn.then(|| ((*known).to_owned(), value))
}

fn trim_end(line: &[u8]) -> &[u8] {
    line.trim_ascii_end()
}

/// All parts of a mail that hold no others, in their order; its headers, and where its body begins, are known.
pub(crate) fn parts<'a>(mail: &'a [u8], headers: &Headers<'a>, body: usize) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let mut choices = 0;
    collect_below(mail, headers, body, Place::default(), &mut choices, &mut parts);
    parts
}

/// The mails that a mail encloses, in their order: those inside them are theirs.
pub(crate) fn enclosed(mail: &[u8]) -> Vec<Cow<'_, [u8]>> {
    let mut mails = Vec::new();
    // Most have none, which the name of the kind tells.
    let signs: [&[u8]; 2] = [b"822", b"igest"];
    if signs.iter().any(|sign| memchr::memmem::find(mail, sign).is_some()) {
        enclosed_in(mail, 0, false, &mut mails);
    }
    mails
}

/// Parts of such an entity are mails, unless they say otherwise.
const DIGEST: &str = "multipart/digest";

fn enclosed_in<'a>(entity: &'a [u8], depth: usize, digest: bool, mails: &mut Vec<Cow<'a, [u8]>>) {
    if depth > DEPTH || mails.len() >= PARTS {
        return;
    }
    let (headers, body) = headers(entity);
    let (body, kind) = (&entity[body..], headers.kind());
    if digest && headers.raw("content-type").is_none() {
        mails.push(Cow::Borrowed(if headers.list.is_empty() { body } else { entity }));
    } else if kind.kind == "message/rfc822" {
        let torn = torn_mail(entity, &headers, depth > 0);
        mails.push(torn.map_or_else(|| transfer(&headers, body, false).0, Cow::Borrowed));
    } else if let Some(parts) = within(&headers, &kind, body) {
        for part in parts.list {
            enclosed_in(part, depth + 1, kind.kind == DIGEST, mails);
        }
    }
}

/// The mail in a part that lost the blank line behind its own headers: it begins with the first that is none of a part.
fn torn_mail<'a>(entity: &'a [u8], headers: &Headers<'_>, is_part: bool) -> Option<&'a [u8]> {
    /// Headers that every mail has some of, and no part.
    const OF_MAIL: &[&str] = &["from", "subject", "date", "to", "message-id", "received", "return-path"];
    // A whole mail that is nothing but another has such headers of its own.
    if !is_part || !headers.names().any(|name| OF_MAIL.contains(&name)) {
        return None;
    }
    let mut at = 0;
    while at < entity.len() {
        let end = memchr::memchr(b'\n', &entity[at..]).map_or(entity.len(), |length| at + length + 1);
        let line = trim_end(&entity[at..end]);
        if line.is_empty() {
            return None;
        }
        let goes_on = line[0] == b' ' || line[0] == b'\t';
        if !goes_on && header(line).is_some_and(|(name, _)| OF_MAIL.contains(&name.as_str())) {
            return Some(&entity[at..]);
        }
        at = end;
    }
    None
}

/// Where a part stands among the others.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    depth: usize,
    layers: usize,
    choice: Option<usize>,
    mended: Option<&'static str>,
    digest: bool,
    /// It is a part of a mail, and no mail.
    part: bool,
}

fn collect<'a>(entity: &'a [u8], place: Place, choices: &mut usize, parts: &mut Vec<Part<'a>>) {
    if place.depth > DEPTH || parts.len() >= PARTS {
        return;
    }
    let (headers, body) = headers_of(entity, place.part && !place.digest);
    collect_below(entity, &headers, body, place, choices, parts);
}

/// As [`collect`], of an entity whose headers were read.
fn collect_below<'a>(
    entity: &'a [u8],
    headers: &Headers<'a>,
    body: usize,
    place: Place,
    choices: &mut usize,
    parts: &mut Vec<Part<'a>>,
) {
    let body = &entity[body..];
    let mut kind = headers.kind();
    let mut place = Place { depth: place.depth + 1, ..place };
    if std::mem::take(&mut place.digest) && headers.raw("content-type").is_none() {
        let mail = if headers.list.is_empty() { body } else { entity };
        let place = Place { layers: place.layers + 1, choice: None, part: false, ..place };
        return collect(mail, place, choices, parts);
    }
    if let Some(inner) = within(headers, &kind, body) {
        if kind.kind == "multipart/alternative" {
            *choices += 1;
            place.choice = Some(*choices);
        }
        place.mended = place.mended.or(inner.mended);
        place.digest = kind.kind == DIGEST;
        let before = preamble(body, inner.list.first().copied());
        if !before.is_empty() {
            parts.push(Part {
                charset: None,
                flowed: None,
                kind: "text/plain".to_owned(),
                name: Some("before the parts".to_owned()),
                attached: true,
                choice: None,
                layers: place.layers,
                mended: None,
                own: None,
                bytes: Cow::Borrowed(before),
            });
        }
        place.part = true;
        for part in inner.list {
            collect(part, place, choices, parts);
        }
        return;
    }
    if kind.kind.starts_with("multipart/") {
        // No boundary in it: what stands there are words.
        place.mended = place.mended.or(Some("the mail says that it has parts, and has none"));
        "text/plain".clone_into(&mut kind.kind);
    }
    let disposition = headers.ascii("content-disposition");
    let attached = disposition.to_ascii_lowercase().starts_with("attachment");
    if kind.kind == "message/rfc822" {
        let torn = torn_mail(entity, headers, place.part);
        place = Place { layers: place.layers + 1, choice: None, part: false, ..place };
        match torn.map_or_else(|| transfer(headers, body, false).0, Cow::Borrowed) {
            Cow::Borrowed(inner) => collect(inner, place, choices, parts),
            Cow::Owned(inner) => {
                let mut within = Vec::new();
                collect(&inner, place, choices, &mut within);
                let room = PARTS.saturating_sub(parts.len());
                parts.extend(within.into_iter().take(room).map(Part::into_owned));
            }
        }
        return;
    }
    let name = Kind { kind: String::new(), written: disposition }
        .parameter("filename")
        .or_else(|| kind.parameter("name"));
    let (bytes, mended) = transfer(headers, body, kind.kind.starts_with("text/"));
    parts.push(Part {
        charset: kind.parameter("charset"),
        flowed: flow(&kind),
        kind: kind.kind,
        name,
        attached,
        choice: place.choice,
        layers: place.layers,
        mended: place.mended.or(mended),
        own: None,
        bytes,
    });
}

/// What stands before the first part: nobody shows it, and programs write there that it is not shown; more than that is a part
/// whose boundary was lost.
fn preamble<'a>(body: &'a [u8], first: Option<&[u8]>) -> &'a [u8] {
    /// In words: what programs write there is shorter.
    const NOTICE: usize = 40;
    let end = first.map_or(0, |first| first.as_ptr().addr().saturating_sub(body.as_ptr().addr()));
    // Without the line of the boundary.
    let before = body.get(..end).unwrap_or_default().trim_ascii_end();
    let line = memchr::memrchr(b'\n', before).unwrap_or(0);
    let before = before[..line].trim_ascii();
    let words = before.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).take(NOTICE).count();
    let notice = words < NOTICE && memchr::memmem::find(before, b"MIME").is_some();
    if notice || !before.iter().any(u8::is_ascii_alphabetic) { &[] } else { before }
}

/// The parts of an entity.
struct Within<'a> {
    list: Vec<&'a [u8]>,
    mended: Option<&'static str>,
}

/// The parts of an entity that has some: between lines of the boundary that it names, or of the one that stands there.
fn within<'a>(headers: &Headers<'_>, kind: &Kind, body: &'a [u8]) -> Option<Within<'a>> {
    // `ultipart/mixed; boundary=…`: who names a boundary has parts.
    let said = kind.kind.starts_with("multipart/") || kind.parameter("boundary").is_some();
    // A mail that lost its header for the kind may have parts all the same.
    if !said
        && (headers.raw("content-type").is_some()
            || memchr::memmem::find(body, b"\n--").is_none() && !body.starts_with(b"--"))
    {
        return None;
    }
    let named = kind.parameter("boundary").filter(|_| said);
    let list = named.map(|boundary| split(body, boundary.as_bytes())).unwrap_or_default();
    if !list.is_empty() {
        return Some(Within { list, mended: None });
    }
    let mended = Some("the boundary between the parts is not the one that the mail names");
    let list = boundary_in(body, said).map(|boundary| split(body, boundary)).unwrap_or_default();
    if !list.is_empty() {
        return Some(Within { list, mended });
    }
    // One part, whose boundary is gone.
    let begins = body.trim_ascii_start();
    (said && is_header_of_part(begins)).then(|| Within { list: vec![begins], mended })
}

/// The boundary that parts a body: a line of two dashes and a word, above a header of a part, or closed at the end.
fn boundary_in(body: &[u8], said: bool) -> Option<&[u8]> {
    /// No boundary is longer, says the standard; real ones are somewhat longer.
    const LONGEST: usize = 200;
    let mark = |line: &'_ [u8]| {
        line.starts_with(b"--")
            && (4..=LONGEST).contains(&line.len())
            && !line.iter().any(u8::is_ascii_whitespace)
    };
    let mut at = 0;
    let mut last = None;
    while at < body.len() {
        let end = memchr::memchr(b'\n', &body[at..]).map_or(body.len(), |length| at + length);
        let line = trim_end(&body[at..end]);
        let next = &body[(end + 1).min(body.len())..];
        if mark(line) {
            if is_header_of_part(next) {
                return Some(&line[2..]);
            }
            if said && let Some(closed) = line[2..].strip_suffix(b"--") {
                last = Some(closed).filter(|closed| !closed.is_empty());
            }
        }
        at = end + 1;
    }
    last
}

fn is_header_of_part(words: &[u8]) -> bool {
    const NAME: &[u8] = b"content-";
    words.get(..NAME.len()).is_some_and(|name| name.eq_ignore_ascii_case(NAME))
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

/// A body without its transfer encoding; and what is said of that, if it is not so.
fn transfer<'a>(headers: &Headers<'_>, body: &'a [u8], text: bool) -> (Cow<'a, [u8]>, Option<&'static str>) {
    let said = headers.ascii("content-transfer-encoding").to_ascii_lowercase();
    if said.contains("base64") {
        let lines = Lines::of(body);
        if lines.plain > lines.coded {
            return (Cow::Borrowed(body), Some("the body is said to be base64, and is not"));
        }
        let mut bytes = base64_lines(body);
        if !text || lines.plain == 0 {
            return (Cow::Owned(bytes), None);
        }
        // A list's own words behind what it passed on.
        bytes.push(b'\n');
        for line in body.split(|byte| *byte == b'\n').filter(|line| !is_base64(line)) {
            bytes.push(b'\n');
            bytes.extend_from_slice(trim_end(line));
        }
        return (Cow::Owned(bytes), Some("not all of the body is base64"));
    }
    let escapes = Escapes::of(body);
    if said.contains("quoted-printable") {
        return if escapes.none > escapes.sound {
            (Cow::Borrowed(body), Some("the body is said to be quoted-printable, and is not"))
        } else {
            (Cow::Owned(quoted_printable(body, false)), None)
        };
    }
    if text && escapes.are_sure() {
        return (
            Cow::Owned(quoted_printable(body, false)),
            Some("the body is quoted-printable, and does not say so"),
        );
    }
    if text && is_surely_base64(body) {
        return (Cow::Owned(base64(body)), Some("the body is base64, and does not say so"));
    }
    (Cow::Borrowed(body), None)
}

/// How many bytes of a body stand in lines that base64 may have, and how many in others.
struct Lines {
    coded: usize,
    plain: usize,
}

impl Lines {
    fn of(body: &[u8]) -> Self {
        let mut lines = Self { coded: 0, plain: 0 };
        for line in body.split(|byte| *byte == b'\n') {
            let length = line.trim_ascii().len();
            *(if is_base64(line) { &mut lines.coded } else { &mut lines.plain }) += length;
        }
        lines
    }
}

/// Whether a line has nothing but letters of base64, in words that are far longer than those of a language.
fn is_base64(line: &[u8]) -> bool {
    const LONG: usize = 16;
    let line = line.trim_ascii();
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=-_ ".contains(byte);
    let words = 1 + memchr::memchr_iter(b' ', line).count();
    line.iter().all(letter) && (words == 1 || line.len() / words >= LONG)
}

/// The bytes of the lines that may be base64.
fn base64_lines(body: &[u8]) -> Vec<u8> {
    let lines = body.split(|byte| *byte == b'\n').filter(|line| is_base64(line));
    base64(&lines.collect::<Vec<_>>().join(&b'\n'))
}

/// Lines of one length, as only programs write them, which hold words.
fn is_surely_base64(body: &[u8]) -> bool {
    /// Programs break lines there.
    const LINE: std::ops::RangeInclusive<usize> = 60..=76;
    let body = body.trim_ascii();
    let mut lines = body.split(|byte| *byte == b'\n').map(trim_end);
    let Some(first) = lines.next().filter(|first| LINE.contains(&first.len()) && first.len() % 4 == 0) else {
        return false;
    };
    let letters = |line: &[u8]| line.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(byte));
    let mut last = first;
    let even = letters(first)
        && lines.all(|line| {
            let filled = std::mem::replace(&mut last, line).len() == first.len();
            filled && letters(line)
        });
    even && last.len() <= first.len()
        && last.len() % 4 == 0
        && std::str::from_utf8(&base64(first)).is_ok_and(|words| words.contains(' '))
}

/// The marks `=` of a body: those of quoted-printable, and others.
#[derive(Default)]
struct Escapes {
    sound: usize,
    none: usize,
    /// Soft line ends.
    soft: usize,
    /// Those of lines as long as programs make them.
    filled: usize,
    /// Bytes that no mail may have otherwise, and the mark itself.
    needed: usize,
}

impl Escapes {
    fn of(body: &[u8]) -> Self {
        /// Lines are broken there, in bytes.
        const LINE: std::ops::RangeInclusive<usize> = 70..=76;
        let mut escapes = Self::default();
        for at in memchr::memchr_iter(b'=', body) {
            let rest = &body[at + 1..];
            let hex = |at: usize| rest.get(at).and_then(|byte| char::from(*byte).to_digit(16));
            if rest.is_empty() || rest.starts_with(b"\n") || rest.starts_with(b"\r\n") {
                escapes.soft += 1;
                let near = body.get(at.saturating_sub(*LINE.end())..at).unwrap_or_default();
                let length = memchr::memrchr(b'\n', near).map_or(at, |start| near.len() - start - 1) + 1;
                escapes.filled += usize::from(LINE.contains(&length));
                escapes.sound += 1;
            } else if let (Some(high), Some(low)) = (hex(0), hex(1)) {
                escapes.sound += 1;
                escapes.needed += usize::from(high >= 8 || high == 3 && low == 13);
            } else {
                escapes.none += 1;
            }
        }
        escapes
    }

    /// Whether no one writes so: lines are broken, and letters coded or all of these lines full, and every mark is one of both.
    fn are_sure(&self) -> bool {
        let filled = || self.soft >= 2 && self.filled == self.soft;
        self.none == 0 && self.soft > 0 && (self.needed > 0 || filled())
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

fn flow(kind: &Kind) -> Option<Flow> {
    let is = |name: &str, wanted: &str| {
        kind.parameter(name).is_some_and(|value| value.eq_ignore_ascii_case(wanted))
    };
    is("format", "flowed").then(|| if is("delsp", "yes") { Flow::Mark } else { Flow::Blank })
}

/// Joins the lines of a flowed text.
fn unflow(text: &str, flow: Flow) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.split('\n') {
        let line = line.strip_prefix(' ').unwrap_or(line);
        let goes_on = line.ends_with(' ') && line != "-- ";
        whole.push_str(if goes_on && flow == Flow::Mark { &line[..line.len() - 1] } else { line });
        if !goes_on {
            whole.push('\n');
        }
    }
    whole.truncate(whole.trim_end_matches('\n').len());
    whole
}
