//! RFC 822 mail with MIME: the subject is the headline, one of the renderings of the text is the body.
//!
//! A story of another format in a part or as the body is read as what it is. Pictures and other files that come along are
//! counted in a warning.

use std::collections::HashSet;

use super::ninjs::all_words;
use super::{Format, Reader, carried};
use crate::charset::Decoded;
use crate::draft::Draft;
use crate::head::{self, Head};
use crate::mime::{self, Headers, Part};
use crate::prose::{fold, same_words};
use crate::reject::Left;
use crate::{Parsed, Received, Skipped, Unreadable, html, when};

pub(super) const READER: Reader = Reader { name: "mail", recognise, parse };

/// Headers that all mails have some of.
#[rustfmt::skip]
const HEADERS: &[&str] = &[
    "received", "from", "to", "date", "subject", "message-id", "mime-version", "content-type", "return-path", "delivered-to", "reply-to",
    "sender", "content-transfer-encoding", "x-mailer", "dkim-signature", "importance", "x-priority",
];

/// Headers that nothing but mail has.
const SURE: &[&str] =
    &["message-id", "mime-version", "return-path", "received", "dkim-signature", "content-transfer-encoding"];

/// Headers for machines: how the mail went, and what programs tell each other.
#[rustfmt::skip]
const LET_GO: &[&str] = &[
    "received", "return-path", "delivered-to", "to", "mime-version", "content-type", "content-transfer-encoding", "content-disposition",
    "content-length", "content-id", "date", "message-id", "references", "in-reply-to", "dkim-signature", "arc-seal",
    "arc-message-signature", "arc-authentication-results", "authentication-results", "received-spf", "list-id", "list-unsubscribe",
    "list-unsubscribe-post", "list-help", "list-post", "list-subscribe", "list-owner", "list-archive", "x-mailer", "user-agent",
    "x-originating-ip", "x-spam-status", "x-spam-score", "x-spam-level", "x-spam-flag", "x-virus-scanned", "thread-index",
    "x-ms-exchange-organization-scl", "x-ms-has-attach", "x-mimeole", "x-received", "x-google-dkim-signature", "x-gm-message-state",
    "feedback-id", "x-uidl", "status", "x-status", "lines", "auto-submitted", "content-language", "precedence", "importance",
    "x-priority", "x-msmail-priority", "priority", "embargo", "x-embargo",
];

fn recognise(text: &str) -> bool {
    let text =
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\0' | '\u{7f}' | '\u{feff}'));
    let mbox = text.starts_with("From ") || text.starts_with(">From ");
    let mut lines = text.lines();
    if mbox {
        lines.next();
    }
    let (mut known, mut sure, mut odd, mut odd_first) = (0, false, false, false);
    for (nth, line) in lines.take(60).enumerate() {
        if line.trim().is_empty() {
            if mbox && known == 0 && !odd {
                // Between the line of a mailbox and the headers.
                continue;
            }
            break;
        }
        if nth > 0 && line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = mime::header(line.as_bytes()) else {
            // One line may be the rest of a header that was broken in two.
            if std::mem::replace(&mut odd, true) {
                break;
            }
            odd_first |= nth == 0;
            continue;
        };
        known += usize::from(HEADERS.contains(&name.as_str()));
        sure |= SURE.contains(&name.as_str());
    }
    // The first line may be damaged: then all below it must be headers.
    if known < 4 && !sure && odd_first {
        return false;
    }
    known >= 2 && (sure || known >= 3 || mbox) || sure && known == 1 && mbox
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    // Each part has a coding of its own, so the bytes are read as they came; UTF-16 is none that a mail can have.
    let bytes = if decoded.charset.starts_with("UTF-16") || decoded.charset.starts_with("UTF-32") {
        decoded.text.as_bytes()
    } else {
        received.bytes
    };
    let start = bytes
        .iter()
        .position(|byte| !(byte.is_ascii_whitespace() || matches!(byte, 0 | 0x7f | 0xef | 0xbb | 0xbf)));
    let bytes = &bytes[start.unwrap_or(0)..];
    let mails = mails(bytes);
    let mut parsed = Parsed::default();
    for (nth, mail) in mails.iter().enumerate() {
        if super::is_full(&mut parsed) {
            break;
        }
        let own = if mails.len() == 1 { received.bytes } else { mail };
        let part = |no: Unreadable| Unreadable {
            part: (mails.len() > 1).then(|| String::from_utf8_lossy(mail).into_owned()),
            ..no
        };
        match one(mail, own, received, 0) {
            Ok(inner) => parsed.join(inner),
            Err(Left::Skipped(skipped)) => {
                let part = (mails.len() > 1).then(|| format!("mail {}", nth + 1));
                parsed.skipped.push(Skipped { part, ..skipped });
            }
            Err(Left::Unreadable(no)) => parsed.rejected.push(part(no)),
        }
    }
    match parsed
        .rejected
        .pop_if(|_| parsed.articles.is_empty() && parsed.skipped.is_empty() && mails.len() == 1)
    {
        Some(no) => Err(Unreadable { part: None, ..no }),
        None => Ok(parsed),
    }
}

/// The mails of a mailbox: each begins with a line `From …`; that line may be lost, quoted or stand a line too high, and the blank one
/// above it as well. Then the headers below tell.
fn mails(bytes: &[u8]) -> Vec<&[u8]> {
    let mut starts = vec![0];
    if bytes.starts_with(b"From ") {
        let marks = memchr::memmem::find_iter(bytes, b"\n\nFrom ").map(|at| at + 2);
        let marks = marks.chain(memchr::memmem::find_iter(bytes, b"\r\n\r\nFrom ").map(|at| at + 4));
        starts.extend(marks.filter(|at| mime::is_envelope(&bytes[*at..])));
    }
    for mark in [&b"\nFrom "[..], b"\n>From "] {
        let marks = memchr::memmem::find_iter(bytes, mark).map(|at| at + 1);
        starts
            .extend(marks.filter(|at| mime::is_envelope(&bytes[*at..]) && has_headers_below(&bytes[*at..])));
    }
    starts.sort_unstable();
    starts.dedup();
    let mut without_line = Vec::new();
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    for (start, end) in starts.iter().zip(ends) {
        let more = without_mark(&bytes[*start..end]);
        without_line.extend(more.into_iter().map(|at| start + at));
    }
    starts.extend(without_line);
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    starts.iter().zip(ends).map(|(start, end)| &bytes[*start..end]).collect()
}

/// Where the headers of further mails begin, if no line `From …` stands above them. Those of a mail that another encloses or passes
/// on are none.
fn without_mark(mail: &[u8]) -> Vec<usize> {
    let mut starts = Vec::new();
    // Each mail has a name. Nearly no file has two.
    let mut names = memchr::memmem::find_iter(mail, b"\nMessage-I").peekable();
    // A mail begins below a blank line: where none stands before the last name, that is the mail's own.
    let Some(last) = memchr::memmem::find_iter(mail, b"\nMessage-I").last() else { return starts };
    let blank = |mark: &[u8]| memchr::memmem::find(&mail[..last], mark).is_some();
    if !blank(b"\n\n") && !blank(b"\n\r\n") {
        return starts;
    }
    let (_, body) = mime::headers(mail);
    while names.next_if(|name| *name < body).is_some() {}
    let (mut before, mut parts) = (body, has_parts(&mail[..body]));
    for name in names {
        let above = &mail[before..name];
        parts |= has_parts(above);
        let blank = memchr::memmem::rfind(above, b"\n\n").map(|at| at + 2);
        let blank = blank.max(memchr::memmem::rfind(above, b"\n\r\n").map(|at| at + 3));
        let start = blank.map(|blank| before + blank);
        before = name;
        let Some(start) = start else { continue };
        let line = mail[..start].trim_ascii_end();
        let line = &line[memchr::memrchr(b'\n', line).map_or(0, |at| at + 1)..];
        // Parts are over where their boundary says so.
        let closed =
            line.starts_with(b"--") && line.ends_with(b"--") && line.iter().any(u8::is_ascii_alphanumeric);
        let passed_on = line.ends_with(b":") || line.starts_with(b"--") || line.starts_with(b"__");
        if (if parts { closed } else { !passed_on }) && is_head(&mail[start..]) {
            starts.push(start);
            parts = has_parts(&mail[start..name]);
        }
    }
    starts
}

fn has_parts(mail: &[u8]) -> bool {
    ["oundary=", "/rfc822"].iter().any(|sign| memchr::memmem::find(mail, sign.as_bytes()).is_some())
}

/// Whether all lines down to a blank one are headers of a mail, with those that each has.
fn is_head(bytes: &[u8]) -> bool {
    let mut names = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n').take(100).map(<[u8]>::trim_ascii_end) {
        if line.is_empty() {
            break;
        }
        match mime::header(line) {
            _ if line.starts_with(b" ") || line.starts_with(b"\t") => {}
            Some((name, _)) => names.push(name),
            None => return false,
        }
    }
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    names.first().is_some_and(|name| HEADERS.contains(&name.as_str()))
        && (has("from") || has("sender") || has("received"))
        && (has("subject") || has("date"))
        && has("message-id")
}

/// Where the headers of a mail begin behind some byte: a block of lines with what nothing but a mail has.
pub(super) fn begins_behind(bytes: &[u8], from: usize) -> Option<usize> {
    /// Some of them have many lines, in bytes.
    const REACH: usize = 8000;
    const ENOUGH: usize = 4;
    let is_header = |line: &[u8]| {
        line.starts_with(b" ")
            || line.starts_with(b"\t")
            || mime::header(line)
                .is_some_and(|(name, _)| HEADERS.contains(&name.as_str()) || name.contains('-'))
    };
    let mut last = from;
    for sign in memchr::memmem::find_iter(bytes.get(from..)?, b"\nMessage-I").map(|at| from + at + 1) {
        let floor = last.max(sign.saturating_sub(REACH));
        last = sign;
        let mut start = sign;
        while start > floor {
            let before = bytes[floor..start - 1]
                .iter()
                .rposition(|byte| *byte == b'\n')
                .map_or(floor, |at| floor + at + 1);
            if !is_header(&bytes[before..start - 1]) {
                break;
            }
            start = before;
        }
        let end = memchr::memmem::find(&bytes[sign..], b"\n\n")
            .or_else(|| memchr::memmem::find(&bytes[sign..], b"\n\r\n"));
        let block = &bytes[start..end.map_or(bytes.len(), |end| sign + end).min(sign + REACH)];
        let known =
            |line: &[u8]| mime::header(line).is_some_and(|(name, _)| HEADERS.contains(&name.as_str()));
        let begins = !bytes[start..].starts_with(b" ") && !bytes[start..].starts_with(b"\t");
        if start > from
            && begins
            && block.split(|byte| *byte == b'\n').filter(|line| known(line)).count() >= ENOUGH
        {
            return Some(start);
        }
    }
    None
}

/// Whether two lines of headers of a mail follow the first line.
fn has_headers_below(bytes: &[u8]) -> bool {
    /// No envelope's line and no name of a header is longer, in bytes.
    const REACH: usize = 1000;
    let near = &bytes[..bytes.len().min(REACH)];
    let lines = near.split(|byte| *byte == b'\n').skip(1);
    let mut lines = lines.skip_while(|line| line.trim_ascii().is_empty()).take(2).map(mime::header);
    lines.next().flatten().is_some_and(|(name, _)| HEADERS.contains(&name.as_str()))
        && lines.next().flatten().is_some()
}

fn one(mail: &[u8], own: &[u8], received: &Received<'_>, layer: usize) -> Result<Parsed, Left> {
    let (headers, body) = mime::headers(mail);
    if !headers.names().any(|name| HEADERS.contains(&name)) {
        return Err(Unreadable::new("bad_header", "no header of a mail in it").into());
    }
    let mut warnings = Vec::new();
    let subject = headers.words("subject", &mut warnings);
    let mut parts = mime::parts(mail, &headers, body);
    if parts.len() >= mime::PARTS {
        let text = format!("parts: what follows the first {} is not read", mime::PARTS);
        warnings.push(article::Warning { code: "list_cut".to_owned(), text });
    }
    let report = headers.words("auto-submitted", &mut warnings).is_some_and(|auto| {
        // What a program sends of itself may be a story; what it answers is none.
        let told = || {
            parts.iter().filter(|part| is_words(part)).any(|part| Head::read(&words_of(part)).has_dateline())
        };
        auto.to_ascii_lowercase().starts_with("auto-replied") || !auto.eq_ignore_ascii_case("no") && !told()
    }) || parts.iter().any(|part| part.kind == "message/delivery-status");
    if report {
        return Err(Left::Skipped(Skipped::new("empty_notice", subject.unwrap_or_default())));
    }
    // A story of another format, or a mail that is passed on: the mail is its envelope, unless it tells a story of its own.
    let payload = payload(&parts, own, received, layer);
    for (nth, at) in payload.iter().flat_map(|payload| &payload.behind) {
        parts[*nth].own = Some(*at);
    }
    let carried = match (payload, forwarded(mail, &parts, own, received, layer)) {
        (Some(mut one), Some(other)) => {
            one.used.extend(other.used);
            one.parsed.join(other.parsed);
            Some(one)
        }
        (one, other) => one.or(other),
    };
    if let Some(Carried { mut parsed, used, behind }) = carried {
        let beside = !behind.is_empty();
        // What stands behind the mail's own story is none that it brings.
        if !(beside && used.is_empty()) {
            restrict(&mut parsed, &headers, subject.as_deref(), &parts.iter().collect::<Vec<_>>(), received);
        }
        let rest = parts.iter().enumerate().filter(|(nth, part)| !used.contains(nth) && part.layers == 0);
        let rest: Vec<&Part<'_>> = rest.map(|(_, part)| part).collect();
        let covers = rest.iter().copied().filter(|part| part.kind.starts_with("text/") && !part.attached);
        let covers: Vec<&Part<'_>> = covers.take(5).collect();
        // Nothing came with it that can be read: then what it says itself is a story, or all of it is refused.
        let alone = parsed.articles.is_empty() && parsed.skipped.is_empty();
        if alone {
            let words: usize = covers.iter().map(|part| words_of(part).split_whitespace().count()).sum();
            let told = words >= COVER || covers.iter().any(|part| Head::read(&words_of(part)).has_dateline());
            if let Some(no) = parsed.rejected.pop_if(|_| !told) {
                return Err(no.into());
            }
        }
        if !alone && !beside && !covers.iter().any(|part| is_another_story(part, &parsed.articles)) {
            leave_out_covers(&mut parsed, &covers);
            return Ok(parsed);
        }
        let mut story = tell(&headers, subject, &rest, own, received, warnings)?;
        story.join(parsed);
        return Ok(story);
    }
    tell(&headers, subject, &parts.iter().collect::<Vec<_>>(), own, received, warnings)
}

/// A mailbox marks each line of a mail that would begin the next one: `>From now on …`.
fn unquote(body: &mut String) {
    if body.starts_with(">From ") {
        body.remove(0);
    }
    if memchr::memmem::find(body.as_bytes(), b"\n>From ").is_some() {
        *body = body.replace("\n>From ", "\nFrom ");
    }
}

/// The story that a mail tells in its own words, and those in files of plain words that came with it.
fn tell(
    headers: &Headers<'_>,
    subject: Option<String>,
    parts: &[&Part<'_>],
    own: &[u8],
    received: &Received<'_>,
    mut warnings: Vec<article::Warning>,
) -> Result<Parsed, Left> {
    let mut story = Draft::default();
    read_headers(&mut story, headers, &mut warnings);
    // A kind that there is not, with a letter lost, is words as well.
    let is_kind = |kind: &str| {
        let known =
            ["text", "image", "audio", "video", "application", "message", "multipart", "font", "model"];
        known.contains(&kind.split('/').next().unwrap_or("")) || kind.starts_with("x-")
    };
    let is_text = |part: &&Part<'_>| {
        matches!(part.kind.as_str(), "text/plain" | "text/html" | "application/xhtml+xml")
            || !is_kind(&part.kind) && !part.bytes.contains(&0)
    };
    let has_words =
        |part: &&Part<'_>| part.bytes.iter().any(u8::is_ascii_alphanumeric) || !part.bytes.is_ascii();
    let mut texts: Vec<&Part<'_>> =
        parts.iter().copied().filter(is_text).filter(|part| !part.attached).collect();
    if !texts.iter().any(has_words) {
        // Some send the story as a file, and a mail that is empty.
        texts = parts.iter().copied().filter(is_text).filter(has_words).collect();
    }
    if texts.is_empty() {
        // `text/markdown`, `text/enriched`: words all the same.
        texts = parts
            .iter()
            .copied()
            .filter(|part| part.kind.starts_with("text/"))
            .filter(has_words)
            .take(1)
            .collect();
    }
    let (mut taken, mut left) = (Vec::new(), Vec::new());
    // Of each choice one part is taken, where the first of them stands.
    let mut chosen = HashSet::new();
    for part in &texts {
        match part.choice {
            None => taken.push(*part),
            Some(choice) if chosen.insert(choice) => {
                let alternatives = texts.iter().filter(|other| other.choice == Some(choice));
                let alternatives: Vec<&Part<'_>> = alternatives.copied().collect();
                let best = best(&alternatives);
                taken.extend(best);
                left.extend(
                    alternatives
                        .into_iter()
                        .filter(|part| best.is_none_or(|best| !std::ptr::eq(best, *part))),
                );
            }
            Some(_) => {}
        }
    }
    let said = subject.clone();
    if let Some(subject) = &subject {
        heed_marks(&mut story, subject);
    }
    story.headline =
        subject.map(|subject| without_prefixes(&subject).to_owned()).filter(|subject| !subject.is_empty());
    let charset = read_bodies(&mut story, &taken, &mut warnings);
    if own.starts_with(b"From ") {
        unquote(&mut story.body);
    }
    // A blank line slipped in before the last header.
    for line in story.body.lines().take(2).map(str::to_owned).collect::<Vec<_>>() {
        if let Some((name, value)) = mime::header(line.as_bytes())
            && name.starts_with("x-")
        {
            story.heed_property(&name, &String::from_utf8_lossy(value));
        }
    }
    leave_out_others(&mut story, &left);
    let mut parsed = Parsed::default();
    let subject = story.headline.clone();
    let unread = |part: &&Part<'_>| !texts.iter().any(|text| std::ptr::eq(*text, *part));
    let mut told = Vec::new();
    for part in parts.iter().copied().filter(unread).filter(|part| has_words(part)).take(STORIES) {
        if !part.kind.starts_with("text/") && !is_words(part) {
            continue;
        }
        let text = words_of(part);
        if is_words(part) && Head::read(&text).has_dateline() {
            told.push(std::ptr::from_ref::<Part<'_>>(part));
            match attached_story(part, told.len(), headers, subject.as_deref(), received) {
                Ok(article) => parsed.articles.push(article),
                Err(Left::Skipped(skipped)) => parsed.skipped.push(skipped),
                Err(Left::Unreadable(no)) => parsed.rejected.push(no),
            }
        } else {
            story.leave_out(part.name.as_deref().unwrap_or(&part.kind), &fold(&text));
        }
    }
    let others: Vec<String> = parts
        .iter()
        .copied()
        .filter(unread)
        .filter(|part| !told.contains(&std::ptr::from_ref::<Part<'_>>(part)))
        .filter(|part| !is_text(part) || has_words(part))
        .map(|part| {
            part.name.clone().map_or_else(|| part.kind.clone(), |name| format!("{} {name}", part.kind))
        })
        .take(20)
        .collect();
    if !others.is_empty() {
        story.leave_out("attachments", &others.join(", "));
    }
    if story.body.is_empty() && story.headline.is_none() {
        let media = parts
            .iter()
            .copied()
            .find_map(|part| part.kind.split('/').next().and_then(super::ninjs::skip_of));
        return Err(match media {
            Some(code) => Left::Skipped(Skipped::new(code, others.join(", "))),
            None => Left::Skipped(Skipped::new("empty_notice", "a mail without a subject and without words")),
        });
    }
    // `Please find our story attached.`
    if let Some(article) = parsed.articles.first_mut()
        && story.body.split_whitespace().take(COVER).count() < COVER
        && !Head::read(&story.body).has_dateline()
    {
        let words = fold(&story.body);
        if !words.is_empty() {
            article.warn("left_out", format!("mail: {words}"));
        }
        article.warnings.append(&mut story.article.warnings);
        restrict(&mut parsed, headers, said.as_deref(), parts, received);
        return Ok(parsed);
    }
    let decoded = Decoded { text: "".into(), charset, warnings: once_each(warnings) };
    let article = story.finish(received, own, Format::Mail, &decoded)?;
    parsed.articles.insert(0, article);
    Ok(parsed)
}

/// What only tells that a story is attached has fewer words.
const COVER: usize = 60;

/// No mail brings more stories in files of plain words.
const STORIES: usize = 100;

/// A story in a file that came with a mail: it has the mail's sender and time, and its own name behind the mail's.
fn attached_story(
    part: &Part<'_>,
    nth: usize,
    headers: &Headers<'_>,
    subject: Option<&str>,
    received: &Received<'_>,
) -> Result<article::Article, Left> {
    let (mut story, mut warnings) = (Draft::default(), Vec::new());
    read_envelope(&mut story, headers, &mut warnings);
    let name = part.name.clone().unwrap_or_else(|| (nth + 1).to_string());
    story.extend_id(&name);
    let charset = read_bodies(&mut story, &[part], &mut warnings);
    story.text_as_is = true;
    let decoded = Decoded { text: "".into(), charset, warnings: once_each(warnings) };
    let mut article = story.finish(received, &part.bytes, Format::Mail, &decoded)?;
    article.headline = article.headline.or_else(|| subject.map(str::to_owned));
    Ok(article)
}

/// Whether a part is a file of words, whatever it is called.
fn is_words(part: &Part<'_>) -> bool {
    const ENDINGS: [&str; 6] = [".txt", ".htm", ".html", ".xhtml", ".asc", ".rtf"];
    let Some(kind) = part.kind.strip_prefix("application/") else {
        return part.kind.starts_with("text/")
            && !matches!(part.kind.as_str(), "text/calendar" | "text/css" | "text/csv");
    };
    let named =
        |ending: &&str| part.name.as_deref().is_some_and(|name| name.to_ascii_lowercase().ends_with(*ending));
    matches!(kind, "rtf" | "xhtml+xml") || ENDINGS.iter().any(named) || is_copy(kind, &part.bytes)
}

/// Whether bytes that are called a program's are words all the same: a file without an ending, or one that says nothing.
fn is_copy(kind: &str, bytes: &[u8]) -> bool {
    /// Fewer words are no copy …
    const LEAST: usize = 12;
    /// … and the beginning tells, in bytes.
    const NEAR: usize = 2000;
    const OTHERS: [&str; 6] = ["sign", "pgp", "pkcs", "script", "ics", "encrypted"];
    if OTHERS.iter().any(|other| kind.contains(other)) || crate::refuse::by_bytes(bytes).is_err() {
        return false;
    }
    let near = &bytes[..bytes.len().min(NEAR)];
    let letters = near.iter().filter(|byte| byte.is_ascii_alphabetic() || **byte >= 0x80).count();
    let words =
        near.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty() && word.len() < 40).count();
    near.first().is_some_and(|byte| !matches!(byte, b'<' | b'{' | b'[' | b'%'))
        && crate::refuse::controls(near) == 0
        && letters * 10 >= near.len() * 6
        && words >= LEAST
}

/// The words of a part, without mark-up.
fn words_of(part: &Part<'_>) -> String {
    let (text, _) = part.text(&mut Vec::new());
    if part.kind == "text/html" || html::is_html(&text) { html::read(&text).text } else { text.into_owned() }
}

/// Whether a part tells a story that none of these is. Two about the same thing may share most of their words, and not the order
/// in which they stand.
fn is_another_story(part: &Part<'_>, articles: &[article::Article]) -> bool {
    /// So many words in a row.
    const ROW: usize = 4;
    /// The lead, in words.
    const LEAD: usize = 25;
    let text = words_of(part);
    if !Head::read(&text).has_dateline() {
        return false;
    }
    let words = |text: &str| all_words(text).collect::<Vec<_>>();
    let known: Vec<Vec<String>> = articles.iter().map(|article| words(&article.text)).collect();
    let rows: HashSet<&[String]> = known.iter().flat_map(|words| words.windows(ROW)).collect();
    let own = words(&text);
    let differs = |own: &[String]| {
        let seen = own.windows(ROW).filter(|row| rows.contains(row)).count();
        seen * 10 < own.windows(ROW).count() * 7
    };
    differs(&own) || differs(&own[..own.len().min(LEAD)])
}

/// Mails are passed on so many times at most, each time read once more.
const LAYERS: usize = 3;

/// What came inside a mail: its stories, and in which parts they were.
struct Carried {
    parsed: Parsed,
    used: Vec<usize>,
    /// In which part one begins behind a story that the mail tells itself, and where.
    behind: Vec<(usize, usize)>,
}

/// What a mail says of the life of the stories that it brings, in its headers, its subject or the beginning of its own words,
/// holds for each of them.
fn restrict(
    parsed: &mut Parsed,
    headers: &Headers<'_>,
    subject: Option<&str>,
    parts: &[&Part<'_>],
    received: &Received<'_>,
) {
    /// More than the beginning tells what the stories are about, in bytes.
    const BEGINNING: usize = 1000;
    let mut envelope = Draft::default();
    read_headers(&mut envelope, headers, &mut Vec::new());
    let subject = subject.unwrap_or("");
    heed_marks(&mut envelope, subject);
    envelope.headline = Some(without_prefixes(subject).to_owned());
    let own =
        parts.iter().filter(|part| part.layers == 0 && part.kind.starts_with("text/") && !part.attached);
    for part in own.take(2) {
        let (text, _) = part.text(&mut Vec::new());
        let words = if part.kind == "text/plain" { text } else { html::read(&text).text.into() };
        let words = if html::is_html(&words) { html::read(&words).text.into() } else { words };
        // The story itself may stand there.
        let start = words.trim_start();
        let story = start.starts_with(['<', '{'])
            || start.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{'));
        if !story {
            let beginning = &words[..words.floor_char_boundary(BEGINNING)];
            beginning.lines().take(12).for_each(|line| envelope.hear(line, head::Place::Note));
        }
    }
    // Without words there is nothing to finish, and a mail may bring a story and say nothing.
    envelope.body.push('.');
    let decoded = Decoded { text: "".into(), charset: "UTF-8", warnings: Vec::new() };
    let Ok(envelope) = envelope.finish(received, b"", Format::Mail, &decoded) else { return };
    for article in &mut parsed.articles {
        head::restrict_by(article, &envelope, "the mail around it");
    }
}

/// The mails inside a mail, each with its own headers: one that is passed on, or the stories of a digest.
fn forwarded(
    mail: &[u8],
    parts: &[Part<'_>],
    own: &[u8],
    received: &Received<'_>,
    layer: usize,
) -> Option<Carried> {
    if layer >= LAYERS {
        return None;
    }
    let mails = mime::enclosed(mail);
    let mut all = Parsed::default();
    for inner in &mails {
        let own = if mails.len() == 1 { own } else { inner };
        match one(inner, own, received, layer + 1) {
            Ok(parsed) => all.join(parsed),
            Err(Left::Skipped(skipped)) => all.skipped.push(skipped),
            Err(Left::Unreadable(no)) => {
                all.rejected
                    .push(Unreadable { part: Some(String::from_utf8_lossy(inner).into_owned()), ..no });
            }
        }
    }
    let used = (0..parts.len()).filter(|nth| parts[*nth].layers > 0).collect();
    (!all.articles.is_empty()).then_some(Carried { parsed: all, used, behind: Vec::new() })
}

/// What a mail says around the stories in it is no story.
fn leave_out_covers(parsed: &mut Parsed, covers: &[&Part<'_>]) {
    let Some(article) = parsed.articles.first_mut() else { return };
    for words in covers.iter().map(|part| fold(&words_of(part))).filter(|words| !words.is_empty()) {
        article.warn("left_out", format!("mail: {words}"));
    }
}

fn once_each(warnings: Vec<article::Warning>) -> Vec<article::Warning> {
    let mut once: Vec<article::Warning> = Vec::new();
    for warning in warnings.into_iter().take(1000) {
        if once.len() < 20 && !once.contains(&warning) {
            once.push(warning);
        }
    }
    once
}

/// The articles of parts that are stories in another format, or mails in files.
fn payload(parts: &[Part<'_>], own: &[u8], received: &Received<'_>, layer: usize) -> Option<Carried> {
    let mut all = Parsed::default();
    let mut used = Vec::new();
    let (mut refused, mut begins_behind) = (false, Vec::new());
    for (nth, part) in parts.iter().enumerate() {
        // What is inside an enclosed mail is that one's.
        let enclosed = part.layers > 0 && layer < LAYERS;
        if enclosed || part.kind.starts_with("image/") || part.kind.starts_with("multipart/") {
            continue;
        }
        let looks = ["xml", "json"].iter().any(|kind| part.kind.contains(kind))
            || part.kind == "application/octet-stream"
            || is_words(part);
        let first =
            part.bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf));
        // A file may be of a format that begins with words.
        let begins = matches!(first, Some(b'<' | b'{' | b'[' | 1 | 0x16 | b'Z')) || part.attached;
        if looks && part.kind == "text/plain" && !part.attached {
            let decoded = crate::charset::decode_as(&part.bytes, part.charset.as_deref());
            let inner = Received { bytes: own, ..*received };
            // The mail's own story, and a file.
            if let Some(behind) = carried::behind_story(&decoded.text) {
                begins_behind.push((nth, behind.at));
                let parsed = behind.read(&inner, &decoded, Format::Mail);
                refused |= !parsed.rejected.is_empty();
                all.join(parsed);
                continue;
            }
            if begins {
                // It is read below.
            } else if let Some(parsed) = carried::read(&decoded.text, &inner, &decoded, Format::Mail) {
                used.push(nth);
                all.join(parsed.unwrap_or_else(Parsed::from));
                continue;
            } else {
                continue;
            }
        }
        if !looks || !begins || crate::refuse::by_bytes(&part.bytes).is_err() {
            continue;
        }
        let mut decoded = crate::charset::decode_as(&part.bytes, part.charset.as_deref());
        let format = Format::recognise(&decoded.text);
        if format == Format::Mail && part.attached && layer < LAYERS {
            match one(&part.bytes, own, received, layer + 1) {
                Ok(parsed) => all.join(parsed),
                Err(Left::Unreadable(no)) => {
                    refused = true;
                    all.rejected.push(Unreadable { part: Some(decoded.text.into_owned()), ..no });
                }
                Err(Left::Skipped(_)) => continue,
            }
            used.push(nth);
            continue;
        }
        if matches!(format, Format::Text | Format::Mail)
            || format == Format::Article && !decoded.text.contains("\"text\"")
        {
            continue;
        }
        let text = std::mem::take(&mut decoded.text);
        let decoded = Decoded { text: text.as_ref().into(), ..decoded };
        let inner = Received { bytes: own, ..*received };
        let read = format.read(&inner, decoded);
        let mut parsed = super::or_refused(read, &text);
        // A damaged file is refused beside the story that the mail tells; what stands as words in the mail
        // itself is read as words.
        refused |= !parsed.rejected.is_empty()
            && (part.attached || !matches!(part.kind.as_str(), "text/plain" | "text/html"));
        super::came_in(Format::Mail, &mut parsed);
        used.push(nth);
        all.join(parsed);
    }
    (refused || !all.articles.is_empty() || !all.skipped.is_empty()).then_some(Carried {
        parsed: all,
        used,
        behind: begins_behind,
    })
}

/// Headers that are true of all that a mail brings: its name, its time, its sender.
fn read_envelope(story: &mut Draft, headers: &Headers<'_>, warnings: &mut Vec<article::Warning>) {
    let id = headers.words("message-id", warnings);
    story.identify(id.map(|id| id.trim_matches(['<', '>']).to_owned()));
    let date = headers.words("date", warnings);
    story.issued = date.and_then(|written| story.time("date", &written));
    if story.issued.is_none()
        && let Some(written) = headers.last_words("received", warnings)
        && let Some(when) = written.rsplit_once(';').and_then(|(_, written)| when::read(written).when())
    {
        story.issued = Some(when);
        story.article.warn("time_fallback", "no date: the time of the first relay was taken");
    }
    story.embargo = headers.words("x-embargo", warnings).or_else(|| headers.words("embargo", warnings));
    for name in ["copyright", "x-copyright", "x-rights", "x-usage-terms"] {
        story.rights(&headers.words(name, warnings).unwrap_or_default());
    }
    // Mail programs have a status of their own there, of one or two letters.
    if let Some(status) = headers.words("x-status", warnings) {
        story.heed_property("status", &status);
    }
    for name in ["organization", "from", "sender", "reply-to"] {
        let Some(words) = headers.words(name, warnings) else { continue };
        let (name, address) = words.split_once('<').unwrap_or((&words, &words));
        let name = name.trim().trim_matches('"');
        // A person who sends is no provider; an agency is, by its name or its domain.
        if head::known_provider(name).is_some() {
            story.makers.push(name.to_owned());
        }
        let domain = address.rsplit('@').next().unwrap_or("").trim_end_matches('>');
        story.makers.extend(
            domain
                .split('.')
                .rev()
                .skip(1)
                .filter(|label| head::known_provider(label).is_some())
                .map(str::to_owned),
        );
    }
}

fn read_headers(story: &mut Draft, headers: &Headers<'_>, warnings: &mut Vec<article::Warning>) {
    read_envelope(story, headers, warnings);
    if let Some(keywords) = headers.words("keywords", warnings) {
        story.keywords(&keywords);
    }
    if let Some(language) = headers.words("content-language", warnings) {
        story.language(language.split(',').next().map(str::to_owned));
    }
    for name in headers.names().filter(|name| !LET_GO.contains(name)) {
        let words = headers.words(name, &mut Vec::new()).unwrap_or_default();
        story.besides(name, if name == "subject" { without_prefixes(&words) } else { &words });
    }
}

/// `[EMBARGO] Exports up`, `[KILL] Exports up`: what stands before a subject may be a list, and may be of the story's life.
fn heed_marks(story: &mut Draft, subject: &str) {
    let kept = without_prefixes(subject);
    let marks = &subject[..subject.len() - kept.len()];
    for mark in marks.split_inclusive(']').filter(|mark| mark.contains('[')) {
        story.hear(mark[mark.find('[').unwrap_or(0)..].trim(), head::Place::Head);
    }
}

/// Without what mail programs and lists put before a subject.
fn without_prefixes(subject: &str) -> &str {
    let mut rest = subject.trim();
    loop {
        let lower = rest.get(..5).unwrap_or(rest).to_ascii_lowercase();
        let prefix = ["fwd:", "fw:", "re:", "aw:", "wg:", "tr:", "rv:"]
            .iter()
            .find(|prefix| lower.starts_with(**prefix));
        if let Some(prefix) = prefix {
            rest = rest[prefix.len()..].trim_start();
        } else if let Some((list, after)) = rest
            .strip_prefix('[')
            .and_then(|inner| inner.split_once(']'))
            .filter(|(list, after)| list.len() <= 30 && !after.is_empty())
        {
            let _ = list;
            rest = after.trim_start();
        } else {
            return rest;
        }
    }
}

/// The rendering that has most of the words: plain text, unless it is only a hint at the HTML.
fn best<'p, 'a>(alternatives: &[&'p Part<'a>]) -> Option<&'p Part<'a>> {
    let words = |part: &Part<'_>| {
        let mut ignored = Vec::new();
        let (text, _) = part.text(&mut ignored);
        let text = if part.kind == "text/plain" { text } else { html::read(&text).text.into() };
        text.split_whitespace().count()
    };
    let plain = alternatives.iter().find(|part| part.kind == "text/plain");
    let marked = alternatives.iter().find(|part| part.kind != "text/plain");
    match (plain, marked) {
        (Some(plain), Some(marked)) if words(plain) * 10 < words(marked) * 7 => Some(*marked),
        (Some(plain), _) => Some(*plain),
        (None, marked) => marked.copied(),
    }
}

fn read_bodies(story: &mut Draft, taken: &[&Part<'_>], warnings: &mut Vec<article::Warning>) -> &'static str {
    let mut charset = None;
    let mut whole = String::new();
    for part in taken {
        let (text, coded) = part.text(warnings);
        charset.get_or_insert(coded);
        if matches!(part.kind.as_str(), "text/html" | "application/xhtml+xml") {
            story.take_html(&text);
        } else {
            let (text, signature) = without_signature(&text);
            story.take_plain(text);
            if let Some(signature) = signature {
                story.leave_out("signature", signature);
            }
        }
        leave_out_block(story);
        if whole.is_empty() {
            whole = std::mem::take(&mut story.body);
        } else if !story.body.is_empty() {
            whole.push_str("\n\n");
            whole.push_str(&std::mem::take(&mut story.body));
        }
    }
    story.body = whole;
    // The copy has its own header lines, with the headline among them: then it is the text as it stands. Below the dateline it
    // may be a refrain.
    let headline = story.headline.as_deref().unwrap_or("");
    let lines = || story.body.lines().filter(|line| !line.trim().is_empty()).take(8);
    // Hardly any copy has it: only then the lines down to it are asked for the dateline.
    let again = lines().skip(1).position(|line| same_words(line, headline)).filter(|_| !headline.is_empty());
    let again = again.is_some_and(|nth| !lines().take(nth + 2).any(head::begins_with_dateline));
    story.text_as_is = again || story.body.trim_start().starts_with("date ");
    charset.unwrap_or("UTF-8")
}

/// Renderings that were not taken are no loss, unless they have words that the other has not.
fn leave_out_others(story: &mut Draft, others: &[&Part<'_>]) {
    /// More renderings of one text are none.
    const MOST: usize = 20;
    if others.is_empty() {
        return;
    }
    let mut known: HashSet<String> = all_words(&story.body).collect();
    known.extend(story.headline.iter().flat_map(|headline| all_words(headline)));
    for part in others.iter().take(MOST) {
        let (text, _) = part.text(&mut Vec::new());
        let text = if part.kind == "text/plain" { text } else { html::read(&text).text.into() };
        if all_words(&text).any(|word| !known.contains(&word)) {
            story.leave_out(&part.kind, &text);
        }
    }
}

/// How mail programs head the lines of a mail that is passed on, in small letters: who sent it, and what it is about …
const SENDERS: &[&str] = &["from", "von", "de", "da", "van", "från", "fra", "od", "lähettäjä", "от"];
const SUBJECTS: &[&str] = &[
    "subject",
    "betreff",
    "objet",
    "asunto",
    "oggetto",
    "assunto",
    "onderwerp",
    "ämne",
    "emne",
    "temat",
    "aihe",
    "тема",
];

/// … and the rest: when, to whom.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "sent", "date", "to", "cc", "bcc", "reply-to", "importance", "attachments", "gesendet", "datum", "an", "antwort an", "envoyé", "à",
    "enviado", "enviado el", "fecha", "para", "inviato", "data", "a", "verzonden", "aan", "skickat", "till", "sendt", "til", "dato",
    "wysłano", "do", "lähetetty", "päivämäärä", "vastaanottaja", "дата", "кому",
];

/// The mail that is passed on has its own header lines in the words, below a line of dashes or none: they are none of the story.
fn leave_out_block(story: &mut Draft) {
    /// It begins within so many bytes of the words.
    const NEAR: usize = 4000;
    let near = &story.body[..story.body.floor_char_boundary(NEAR)];
    let Some((start, end, sender)) = block(near) else { return };
    let words = story.body[start..end].trim().to_owned();
    let rest = story.body[end..].trim_start_matches(['\n', '\r', ' ']).len();
    let end = story.body.len() - rest;
    story.body.replace_range(start..end, "");
    story.leave_out("mail", &words);
    if head::known_provider(&sender).is_some() {
        story.makers.push(sender);
    }
}

/// Where such a block begins and ends, and who is said to have sent that mail.
fn block(text: &str) -> Option<(usize, usize, String)> {
    /// Fewer lines may be those of a story: `From: London`.
    const LEAST: usize = 3;
    /// No label is longer, in bytes: what stands before the colon of a sentence is.
    const LONGEST: usize = 40;
    let label = |line: &str| {
        let colon = memchr::memchr(b':', line.as_bytes())?;
        let (label, words) = (&line[..colon], &line[colon + 1..]);
        let label = label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '>'));
        let label = Some(label).filter(|label| label.len() <= LONGEST)?.to_lowercase();
        let known = [SENDERS, SUBJECTS, OTHERS].iter().any(|list| list.contains(&label.as_str()));
        known.then(|| (label, words.trim_matches(|c: char| c.is_whitespace() || c == '*').to_owned()))
    };
    let mut at = 0;
    let mut run: Vec<(usize, String, String)> = Vec::new();
    let found = |run: &[(usize, String, String)]| {
        let says = |list: &[&str]| run.iter().find(|(_, label, _)| list.contains(&label.as_str()));
        let (_, _, sender) = says(SENDERS).filter(|_| run.len() >= LEAST && says(SUBJECTS).is_some())?;
        Some((
            run[0].0,
            sender.split(['<', '[', '(']).next().unwrap_or("").trim().trim_matches('"').to_owned(),
        ))
    };
    for line in text.split_inclusive('\n').chain(["\n"]) {
        if let Some((label, words)) = label(line) {
            run.push((at, label, words));
        } else {
            if let Some((start, sender)) = found(&run) {
                return Some((without_rule(text, start), at.min(text.len()), sender));
            }
            run.clear();
        }
        at += line.len();
    }
    None
}

/// Where the line above begins if it is one of dashes, or says that a mail is passed on.
fn without_rule(text: &str, start: usize) -> usize {
    let above = text[..start].trim_end();
    let from = above.rfind('\n').map_or(0, |at| at + 1);
    let line = above[from..].trim();
    let rule = line.len() >= 5 && (line.starts_with("-----") || line.starts_with("_____"));
    let lower = line.to_lowercase();
    let said = [
        "begin forwarded message",
        "anfang der weitergeleiteten",
        "début du message",
        "inicio del mensaje",
        "inizio messaggio",
    ];
    if rule || said.iter().any(|words| lower.starts_with(words)) { from } else { start }
}

/// Below a line of two dashes and a blank stands who sent the mail.
fn without_signature(text: &str) -> (&str, Option<&str>) {
    match memchr::memmem::find_iter(text.as_bytes(), b"\n-- \n").last() {
        Some(at) => (&text[..at], Some(&text[at + 5..])),
        None => (text, None),
    }
}
