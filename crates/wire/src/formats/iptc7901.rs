//! IPTC 7901, the text format of the old lines: `SOH` and a header line, `STX`, the copy, `ETX`, a time, `EOT`.
//!
//! The marks are lost or doubled on the way, so a message is known by its header line: source and number, priority,
//! category, number of words. `text` is the copy between the marks, with line ends of one kind and without controls.

use article::Subject;

use super::around::Around;
use super::{Format, Reader, carried, mail};
use crate::charset::Decoded;
use crate::draft::Draft;
use crate::head;
use crate::prose::{fold, short};
use crate::reject::Left;
use crate::{Parsed, Received, Skipped, Unreadable, when};

pub(super) const READER: Reader = Reader { name: "iptc7901", recognise, parse };

/// The marks of a transmission.
pub(super) const SOH: char = '\u{1}';
pub(super) const STX: char = '\u{2}';
pub(super) const ETX: char = '\u{3}';
pub(super) const EOT: char = '\u{4}';

/// No header line is longer, in bytes.
const HEADER: usize = 200;

/// `dpa0150 3 pl 183  Germany-Trade/`
#[derive(Debug)]
pub(super) struct Header<'a> {
    pub source: &'a str,
    pub number: &'a str,
    pub priority: &'a str,
    pub category: &'a str,
    /// What the agency adds behind the number of words.
    pub more: &'a str,
}

fn recognise(text: &str) -> bool {
    let line = first_line(text);
    is_header(line)
        || opens_badly(line, text, &is_header)
        || begins_frame(text, &is_framed)
        || is_header(without_stand_ins(line)) && line.len() <= HEADER
}

/// Whether a transmission begins with a frame whose header is odd: behind some words of noise, or the end of a message that
/// lost its beginning.
pub(super) fn begins_frame(text: &str, is_framed: &dyn Fn(&str) -> bool) -> bool {
    /// In bytes.
    const NOISE: usize = 1000;
    const NEAR: usize = 64 * 1024;
    let near = &text.as_bytes()[..text.len().min(NEAR)];
    let Some(soh) = memchr::memchr(SOH as u8, near) else { return false };
    let frame = text[soh..].trim_start_matches(SOH);
    let is_end = |bytes: &[u8]| memchr::memchr2(ETX as u8, EOT as u8, bytes).is_some();
    // What a mail brings is read with what its headers say; behind its own story stands another.
    let is_mail = || {
        let before = text[..soh].trim();
        let headers = !["\n\n", "\r\n\r\n"].iter().any(|blank| before.contains(blank));
        soh > 0 && (headers || before.contains("oundary=")) && (mail::READER.recognise)(text)
    };
    is_framed(frame) && is_end(frame.as_bytes()) && (soh <= NOISE || is_end(&near[..soh])) && !is_mail()
}

/// Whether a frame begins here, behind its `SOH`: the marks say so, and the header need not be one of the book.
fn is_framed(text: &str) -> bool {
    frame(text).is_some_and(|(head, _)| header(head).or_else(|| odd_header(head)).is_some())
}

/// The first line of a frame and what stands between it and `STX`, if the marks of a frame follow each other.
pub(super) fn frame(text: &str) -> Option<(&str, &str)> {
    /// What stands before `STX` is no longer, in bytes.
    const HEAD: usize = 2 * HEADER;
    let near = &text.as_bytes()[..text.len().min(HEAD)];
    let stx = memchr::memchr3(SOH as u8, STX as u8, ETX as u8, near).filter(|at| near[*at] == STX as u8)?;
    let head = &text[..stx];
    let line = head.find(['\n', '\r']).unwrap_or(head.len());
    Some((&head[..line], &head[line..]))
}

/// A header that has not all its parts, or in another order: `DPA 0123 4 WI 120`, `TT:0123 4 EKO 120`, `1234dpa 4 wi`.
fn odd_header(line: &str) -> Option<Header<'_>> {
    let line = line.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if line.len() > HEADER {
        return None;
    }
    let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = line.split_ascii_whitespace().peekable();
    let first = words.next()?;
    let digits = first.find(|c: char| c.is_ascii_digit());
    let (source, number) = match digits {
        // The number may stand first, or for itself.
        Some(0) => {
            let letters = first.find(|c: char| !c.is_ascii_digit())?;
            (&first[letters..], &first[..letters])
        }
        Some(at) => first.split_at(at),
        None => (first, words.next()?),
    };
    let source = source.trim_end_matches(['-', ':', '/', '_']);
    let named = (2..=12).contains(&source.len())
        && source.starts_with(char::is_alphabetic)
        && source.chars().all(|c| c.is_alphabetic() || c == '-');
    let priority =
        words.next().filter(|word| word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphanumeric()))?;
    let category = words.next_if(|word| {
        word.chars().count() <= 8
            && word.contains(char::is_alphabetic)
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/'))
    });
    let count = words.next_if(|word| is_digits(word) && word.len() <= 5);
    let ok = named
        && (1..=5).contains(&number.len())
        && is_digits(number)
        && (category.is_some() || count.is_some());
    // What is left stands behind the last of these.
    let last = count.or(category)?;
    let more = last.as_ptr().addr() - line.as_ptr().addr() + last.len();
    ok.then(|| Header {
        source,
        number,
        priority,
        category: category.unwrap_or(""),
        more: line[more..].trim(),
    })
}

fn is_header(line: &str) -> bool {
    header(line).is_some_and(|header| line.contains(SOH) || sure(&header))
}

/// Whether a transmission begins with a message whose header is damaged, and has a whole one behind it.
pub(super) fn opens_badly(first: &str, text: &str, is_header: &dyn Fn(&str) -> bool) -> bool {
    /// The second message begins within so many bytes.
    const NEAR: usize = 64 * 1024;
    if !first.starts_with(SOH) {
        return false;
    }
    let near = text.floor_char_boundary(NEAR);
    // Nearly no line has the mark: what stands between the last in a line and its end is a header or none.
    memchr::memchr_iter(SOH as u8, &text.as_bytes()[..near]).any(|soh| {
        let rest = &text[soh..near];
        let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let line = &rest[..end];
        memchr::memchr(SOH as u8, &line.as_bytes()[1..]).is_none() && is_header(line)
    })
}

/// The first line with anything in it, of what a line may have in front: `SYN`, `DEL`, `NUL`, blank lines.
pub(super) fn first_line(text: &str) -> &str {
    let start = text.find(|c: char| !(c.is_whitespace() || c.is_control() && c != SOH)).unwrap_or(text.len());
    let line = &text[start..];
    let end = line.find(['\n', '\r', STX]).unwrap_or(line.len());
    &line[..end]
}

/// Without its mark a header must have every part to be one.
fn sure(header: &Header<'_>) -> bool {
    header.number.len() >= 3
        && header.source.len() <= 4
        && (header.source.bytes().all(|byte| byte.is_ascii_lowercase())
            || is_of_agency(header)
            || dated(header.more).is_some())
}

/// Whether a source in capitals is an agency's: `AFP0456 5 eco 100 France-commerce`. Behind one that is not known a slug must
/// follow: `ISO9001 3 in 100 firms` is a sentence.
fn is_of_agency(header: &Header<'_>) -> bool {
    /// How agencies and their services are called on the lines, beside their signs.
    const CODES: &[&str] =
        &["ANS", "BDT", "BEL", "BSD", "LBN", "LHE", "LNI", "LNW", "LSW", "LBY", "RTR", "RTT", "TTS"];
    let is_slug = || header.more.contains(['-', '/']) && !header.more.contains(' ');
    header.source.bytes().all(|byte| byte.is_ascii_uppercase())
        && header.number.len() <= 4
        && (CODES.contains(&header.source) || head::known_provider(header.source).is_some() || is_slug())
}

/// `MI/CA                  Do, 12.Nov 2026`: the day at the end of a header, in a column of its own, and the initials before it.
fn dated(more: &str) -> Option<(article::When, &str)> {
    let (initials, day) = more.rsplit_once("  ").unwrap_or(("", more));
    when::read(day.trim()).when().filter(|_| !more.is_empty()).map(|day| (day, initials.trim()))
}

pub(super) fn header(line: &str) -> Option<Header<'_>> {
    let line = line.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if line.len() > HEADER {
        return None;
    }
    let letters = line.find(|c: char| !c.is_ascii_alphabetic())?;
    let (source, rest) = line.split_at(letters);
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let (number, rest) = rest.split_at(digits);
    let mut words = rest.split_ascii_whitespace();
    let (priority, category, count) = (words.next()?, words.next()?, words.next()?);
    let ok = (2..=6).contains(&source.len())
        && (1..=5).contains(&number.len())
        && rest.starts_with(' ')
        && priority.len() == 1
        && priority.bytes().all(|byte| byte.is_ascii_digit())
        && (1..=4).contains(&category.len())
        && category.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && count.len() <= 5
        && count.bytes().all(|byte| byte.is_ascii_digit());
    let after = rest.find(count).filter(|_| ok)?;
    // The count is searched from the category on: a priority may have the same digit.
    let start = rest.find(category)? + category.len();
    let more = rest[start..].find(count).map_or(after, |at| start + at) + count.len();
    Some(Header { source, number, priority, category, more: rest[more..].trim() })
}

/// The messages of a transmission. One begins where its header stands behind the mark, at the start, or behind the end
/// of another, or where the marks of a frame follow each other; also where a mark behind the end of another has no header that could be read: that one is bad, and not
/// the tail of its neighbour. `is_start` says what text begins a message even where all marks are lost.
pub(super) fn messages<'a>(
    text: &'a str,
    is_header: &dyn Fn(&str) -> bool,
    is_framed: &dyn Fn(&str) -> bool,
    is_start: &dyn Fn(&str) -> bool,
) -> Vec<&'a str> {
    let mut starts: Vec<usize> = Vec::new();
    let (mut at, mut ended) = (0, true);
    // Where the last copy ended, and how many lines of words stand behind that.
    let (mut after, mut behind) = (0, 0_usize);
    while at < text.len() {
        let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..])
            .map_or(text.len(), |length| at + length + 1);
        let line = &text[at..end];
        // Nearly every line is in the middle of a message.
        if !ended
            && memchr::memchr3(SOH as u8, ETX as u8, EOT as u8, line.as_bytes()).is_none()
            && !is_start(&text[at..])
        {
            at = end;
            continue;
        }
        // A header may stand behind the end of the message before, on the same line.
        let from = line.rfind(SOH).map_or(0, |soh| line[..soh].trim_end_matches(SOH).len());
        let marked = line[from..].starts_with(SOH);
        let words = line[from..].trim_matches(|c: char| c.is_control() || c.is_whitespace());
        let bad = marked && ended && !words.is_empty();
        let starts_one = (marked || ended) && is_header(line[from..].trim_end_matches(['\n', '\r']))
            || marked && is_framed(text[at + from..].trim_start_matches(SOH));
        behind += usize::from(ended && !words.is_empty());
        if bad || starts_one || is_start(&text[at..]) {
            starts.push(at + from);
            ended = false;
        } else if line.contains([ETX, EOT]) {
            // A second end without a start: a message that lost its mark stands between, and not a footer.
            let second = ended && line.contains(ETX);
            if second && behind > 2 && starts.last().is_some_and(|start| *start < after) {
                starts.push(after);
            }
            if second || !ended {
                (after, behind) = (end, 0);
            }
            ended = true;
        } else if ended && !line.trim().is_empty() && starts.is_empty() {
            ended = false;
        }
        at = end;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

/// A message's copy, and what stands behind it: the footer.
pub(super) fn copy_and_footer(body: &str) -> (&str, &str) {
    let stx = memchr::memchr(STX as u8, body.as_bytes());
    let start = stx.map_or(body, |stx| body[stx..].trim_start_matches(STX));
    let end = memchr::memchr2(ETX as u8, EOT as u8, start.as_bytes()).unwrap_or(start.len());
    (&start[..end], start[end..].trim_matches(|c: char| c.is_control() || c.is_whitespace()))
}

/// What a footer says beside when the story was sent: who sent it, or words that are none of the story.
pub(super) fn read_footer(story: &mut Draft, footer: &str) {
    if head::sent(footer).is_none() {
        return story.leave_out("footer", footer);
    }
    for line in footer.split(['\n', '\r']).filter(|line| head::sent(line).is_none()) {
        let line = line.trim_matches(|c: char| c.is_control() || c.is_whitespace());
        let words = line.trim_matches(['(', ')']);
        if head::known_provider(words).is_some() {
            story.makers.push(words.to_owned());
        } else {
            story.leave_out("footer", line);
        }
    }
}

/// Line ends of one kind, and no controls: they are the format's and not the story's.
pub(super) fn clean(copy: &str) -> String {
    let mut clean = String::with_capacity(copy.len());
    let mut rest = copy;
    // Some end a line the other way round.
    let first = memchr::memchr2(b'\n', b'\r', copy.as_bytes());
    let turned = first.is_some_and(|at| copy[at..].starts_with("\n\r") && !copy[at..].starts_with("\n\r\n"));
    while let Some(at) = control(rest) {
        clean.push_str(&rest[..at]);
        let ends = rest[at..].trim_start_matches('\r');
        if turned && ends.len() < rest.len() - at {
            rest = ends;
        } else if let Some(length) = escape(&rest[at..]) {
            rest = &rest[at + length..];
        } else if ends.len() < rest.len() - at {
            // `\r\r\n` is one end of a line.
            clean.push('\n');
            rest = ends.strip_prefix('\n').unwrap_or(ends);
        } else {
            let mark = rest[at..].chars().next().map_or(1, char::len_utf8);
            rest = &rest[at + mark..];
        }
    }
    clean.push_str(rest);
    clean.trim_matches('\n').to_owned()
}

/// `\u{1b}[1m`: how a terminal is told to write in bold.
fn escape(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("\u{1b}[")?;
    let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').len();
    let letter = inner[digits..].starts_with(|c: char| c.is_ascii_alphabetic());
    (letter && digits <= 12).then_some(2 + digits + 1)
}

/// Where the first control is that is no line end and no tab. Whole pieces without any are passed over at once.
fn control(text: &str) -> Option<usize> {
    /// In bytes: what the compiler looks at together.
    const PIECE: usize = 64;
    // The controls beyond ASCII begin with this byte, as other characters do.
    const BEYOND: u8 = 0xc2;
    #[expect(
        clippy::needless_bitwise_bool,
        reason = "a branch would keep the loop from looking at many at once"
    )]
    let may_be =
        |byte: u8| (byte < 0x20) & (byte != b'\n') & (byte != b'\t') | (byte == 0x7f) | (byte == BEYOND);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let piece = &bytes[at..bytes.len().min(at + PIECE)];
        if piece.iter().fold(false, |any, byte| any | may_be(*byte)) {
            let found = piece.iter().position(|byte| may_be(*byte)).map_or(at, |found| at + found);
            if bytes[found] != BEYOND || bytes.get(found + 1).is_some_and(|next| *next < 0xa0) {
                return Some(found);
            }
            at = found + 1;
        } else {
            at += PIECE;
        }
    }
    None
}

/// How programs write the marks that they cannot show: `SOH`, `STX`, `ETX`, `EOT`.
const STAND_INS: &[[&str; 4]] =
    &[["␁", "␂", "␃", "␄"], ["^A", "^B", "^C", "^D"], ["<SOH>", "<STX>", "<ETX>", "<EOT>"]];

/// A line without what may stand for the mark of a beginning.
fn without_stand_ins(line: &str) -> &str {
    let named = STAND_INS.iter().find_map(|marks| line.strip_prefix(marks[0]));
    named.unwrap_or_else(|| line.trim_start_matches(['?', ' ', '\u{fffd}']))
}

/// The transmission with its marks, where something else stands for them, or where none is left and several headers are: a header
/// with all its parts begins a message, and the time of the agency's footer ends one.
fn marked(text: &str) -> Option<String> {
    let first = first_line(text);
    // Some programs write only those that they know: others may still stand there.
    if let Some(marks) = STAND_INS.iter().find(|marks| first.starts_with(marks[0])) {
        let mut whole = text.to_owned();
        for (stand_in, mark) in marks.iter().zip([SOH, STX, ETX, EOT]) {
            whole = whole.replace(stand_in, mark.encode_utf8(&mut [0; 4]));
        }
        return Some(whole);
    }
    if memchr::memchr3(SOH as u8, STX as u8, ETX as u8, text.as_bytes()).is_some() {
        return None;
    }
    // Nearly every line is told by its beginning.
    let may_begin = |line: &str| {
        line.starts_with(|c: char| c.is_ascii_alphabetic())
            && line.bytes().take(8).any(|byte| byte.is_ascii_digit())
    };
    let begins = |line: &str| {
        let line = without_stand_ins(line);
        may_begin(line) && header(line).is_some_and(|header| sure(&header))
    };
    text.lines().filter(|line| begins(line)).nth(1)?;
    let mut whole = String::with_capacity(text.len());
    let mut below = false;
    for line in text.split_inclusive('\n') {
        let words = without_stand_ins(line);
        let stood_in = words.len() < line.len();
        if begins(line) {
            whole.push(SOH);
            whole.push_str(words);
        } else if head::sent(words).is_some() {
            whole.push(ETX);
            whole.push_str(words);
        } else if below {
            whole.push(STX);
            whole.push_str(if stood_in && !line.starts_with("  ") { words } else { line });
        } else if !(stood_in && words.trim().is_empty()) {
            whole.push_str(line);
        }
        below = begins(line);
    }
    Some(whole)
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    if let Some(text) = marked(&decoded.text) {
        let marked = decoded.part(text);
        let all = messages(&marked.text, &is_header, &is_framed, &|_| false);
        return read_all(&all, received, &marked, Format::Iptc7901, &one);
    }
    let all = messages(&decoded.text, &is_header, &is_framed, &|_| false);
    read_all(&all, received, decoded, Format::Iptc7901, &one)
}

/// Reads each message for itself.
pub(super) fn read_all(
    all: &[&str],
    received: &Received<'_>,
    decoded: &Decoded<'_>,
    format: Format,
    one: &dyn Fn(&str) -> Result<Draft, Left>,
) -> Result<Parsed, Unreadable> {
    let mut parsed = Parsed::default();
    // What stands before the first: a message that lost its beginning, or noise.
    let before = all.first().map_or("", |first| {
        let start = first.as_ptr().addr().saturating_sub(decoded.text.as_ptr().addr());
        decoded.text.get(..start).unwrap_or("")
    });
    let noise = fold(&before.replace(char::is_control, " "));
    if before.contains([ETX, EOT]) && has_words(&noise) {
        let reason = format!("`{}` stands before the first header", short(&noise));
        let part = Some(before.to_owned());
        parsed.rejected.push(Unreadable { part, ..Unreadable::new("bad_header", reason) });
    }
    for (nth, message) in all.iter().enumerate() {
        if super::is_full(&mut parsed) {
            break;
        }
        let (message, behind) = without_others(message);
        let alone = all.len() == 1 && behind.is_empty();
        let own = if alone { received.bytes } else { message.as_bytes() };
        let article = one(message).and_then(|mut story| {
            if let Some(inner) = carried::read(&story.body, received, decoded, format) {
                return inner.map_err(Left::from);
            }
            story.cut_tail();
            story.finish(received, own, format, decoded).map(Parsed::from)
        });
        match article {
            Ok(told) => parsed.join(told),
            Err(Left::Skipped(skipped)) => {
                let part = (all.len() > 1).then(|| format!("message {}", nth + 1));
                parsed.skipped.push(Skipped { part, ..skipped });
            }
            Err(Left::Unreadable(no)) => {
                let part = (!alone).then(|| message.to_owned());
                parsed.rejected.push(Unreadable { part, ..no });
            }
        }
        if !behind.is_empty() {
            super::read_behind(&mut parsed, behind, received, decoded, format);
        }
    }
    if all.is_empty() {
        return Err(Unreadable::new("bad_header", format!("no header of {format} in it")));
    }
    if !before.contains([ETX, EOT]) && noise.contains(char::is_alphanumeric) {
        let own = Format::recognise(before);
        let told = head::Head::read(before).has_dateline();
        if own != format && (own != Format::Text || told) {
            let above = Received { bytes: before.as_bytes(), ..*received };
            let read = own.read(&above, decoded.part(before));
            let mut above = super::or_refused(read, before);
            if told {
                // A story of its own.
                above.join(parsed);
                return Ok(above);
            }
            for cover in &above.articles {
                parsed
                    .articles
                    .iter_mut()
                    .for_each(|one| head::restrict_by(one, cover, "what stands before it"));
            }
        }
        Around::of_words(before, "").bind(&mut parsed.articles);
        if let Some(first) = parsed.articles.first_mut() {
            first.warn("left_out", format!("before the first header: {noise}"));
        }
    }
    match parsed.rejected.pop_if(|_| all.len() == 1 && parsed.articles.is_empty()) {
        Some(no) => Err(Unreadable { part: None, ..no }),
        None => Ok(parsed),
    }
}

/// A message up to its last `EOT`, and a file or a story behind that; a footer stands there as well, and is the message's.
fn without_others(message: &str) -> (&str, &str) {
    /// In bytes: no story is shorter, and hardly any footer longer.
    const LEAST: usize = 100;
    let end = memchr::memrchr(EOT as u8, message.as_bytes()).map_or(message.len(), |at| at + 1);
    let (own, behind) = message.split_at(end);
    let is_other =
        || Format::recognise(behind) != Format::Text || head::Head::read(behind.trim_start()).has_dateline();
    if behind.len() >= LEAST && is_other() { (own, behind) } else { (message, "") }
}

/// Whether more than a mark or the rest of one stands in a line.
pub(super) fn has_words(line: &str) -> bool {
    /// So many letters are no chance.
    const LETTERS: usize = 8;
    line.chars().filter(|c| c.is_alphabetic()).nth(LETTERS - 1).is_some()
}

fn one(message: &str) -> Result<Draft, Left> {
    let line_end = message.find(['\n', '\r', STX]).unwrap_or(message.len());
    let odd = || odd_header(&message[..line_end]).filter(|_| is_framed(message.trim_start_matches(SOH)));
    let Some(header) = header(&message[..line_end]).or_else(odd) else {
        return Err(
            Unreadable::new("bad_header", format!("`{}` is no header", short(first_line(message)))).into()
        );
    };
    let rest = &message[line_end..];
    let (copy, footer) = copy_and_footer(rest);
    // Some put the slug and the headline before the mark that begins the copy.
    let above = memchr::memchr(STX as u8, rest.as_bytes()).map_or("", |stx| &rest[..stx]);
    let mut story = Draft::default();
    let (above, copy) = (clean(above), clean(copy));
    // A number of words that was wrapped off the header.
    let above = if above.trim().bytes().all(|byte| byte.is_ascii_digit()) { String::new() } else { above };
    story.body = if above.trim().is_empty() { copy } else { format!("{above}\n\n{copy}") };
    story.text_as_is = true;
    if story.body.trim().is_empty() {
        let reason = format!("{}{} has no words", header.source, header.number);
        return Err(Left::Skipped(Skipped::new("empty_notice", reason)));
    }
    if memchr::memchr2(ETX as u8, EOT as u8, message.as_bytes()).is_none() {
        story.article.warn("no_end_mark", "the message has no mark at its end: it may have been cut short");
    }
    story.issued = head::sent(footer).or_else(|| head::sent(&story.body));
    // `APA0123 5 WI 0123 Fr, 08.Aug 2025`: without a footer the header may tell the day.
    let dated = dated(header.more);
    let (dated, more) = dated.map_or((None, header.more), |(day, initials)| (Some(day), initials));
    let filed = if story.issued.is_none() { head::filed(footer, &story.body, header.source) } else { None };
    story.issued = story.issued.or(dated).or(filed);
    if let Some(date) = story.issued.map(article::When::date) {
        // Numbers come again each day.
        story.article.id = format!("{}{}:{date}", header.source, header.number);
    }
    if filed.is_none() {
        read_footer(&mut story, footer);
    }
    story.urgency(Some(header.priority.to_owned()));
    let code = Some(header.category.to_lowercase()).filter(|code| !code.is_empty());
    story.subject(code.map(|code| Subject {
        scheme: Some("iptc7901".to_owned()),
        code: Some(code),
        name: None,
    }));
    // dpa's basic service has a name of its own.
    let source = if header.source == "bdt" { "dpa" } else { header.source };
    story.makers.push(source.to_owned());
    let more = more.trim_end_matches(['=', '+']).trim_end();
    if !more.is_empty() {
        let joined = !more.contains(' ') && !more.starts_with('/') && more.contains(['-', '/']);
        if dated.is_none() && (joined || head::is_slug(more) && !more.starts_with('/')) {
            story.slug(Some(more.to_owned()));
        } else {
            story.leave_out("header", more);
        }
    }
    Ok(story)
}
