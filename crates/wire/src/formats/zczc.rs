//! `ZCZC` … `NNNN`: telegraph copy. Lines that begin with a mark of the system that sent them are fields: `:` slug, `=` take
//! key, `^` headline, `$` category, `+` subject, `[` note. Of several `^` lines those that go on are one headline, and the others
//! are lines of the copy, as they would be without the mark: an embargo, a kill, a byline. `text` is the copy below them.

use std::sync::LazyLock;

use article::Subject;
use memchr::memmem::Finder;

use super::iptc7901::{clean, has_words, header, read_all};
use super::{Format, Reader};
use crate::charset::Decoded;
use crate::draft::Draft;
use crate::head;
use crate::prose::{fold, short};
use crate::reject::Left;
use crate::{Parsed, Received, Skipped, Unreadable};

pub(super) const READER: Reader = Reader { name: "zczc", recognise, parse };

const START: &str = "ZCZC";
const END: &str = "NNNN";

/// No more field lines than this stand above the copy.
const FIELDS: usize = 20;

/// No number of a message is longer, in bytes.
const NUMBER: usize = 12;

/// No name of a category is longer, in bytes.
const CATEGORY: usize = 40;

fn recognise(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    is_start(start.split(['\n', '\r']).next().unwrap_or("")) || lost_its_start(text)
}

/// Whether the first message lost its `ZCZC`: a line ends it, and the next with anything in it begins another.
fn lost_its_start(text: &str) -> bool {
    /// In bytes.
    const NEAR: usize = 64 * 1024;
    let near = &text[..text.floor_char_boundary(NEAR)];
    // Nearly no copy has the mark.
    if ENDS.iter().all(|end| end.find(near.as_bytes()).is_none()) {
        return false;
    }
    let mut ended = false;
    for line in near.split(['\n', '\r']).filter(|line| !line.trim().is_empty()) {
        if ended && is_start(line) {
            return true;
        }
        ended = before_end(line).is_some_and(str::is_empty);
    }
    false
}

/// The marks of an end, in capitals and in small letters.
static ENDS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| [END, "nnnn"].map(Finder::new));

/// What stands behind the mark of a start, in capitals or in small letters.
fn behind_start(line: &str) -> Option<&str> {
    line.strip_prefix(START).or_else(|| line.strip_prefix("zczc"))
}

/// What stands before the mark of an end. In small letters it is one alone.
fn before_end(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let small = (line.trim() == "nnnn").then_some("");
    line.ends_with(END).then(|| line.trim_end_matches(END).trim()).or(small)
}

/// The first line with this mark that ends a message: where it begins, and what stands before the mark.
fn first_end<'a>(text: &'a str, mark: &Finder<'_>) -> Option<(usize, &'a str)> {
    let mut from = 0;
    loop {
        let at = from + mark.find(&text.as_bytes()[from..])?;
        let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |end| end + 1);
        let below = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end);
        // Words that only end in it are words; `24-SET-24 18:02 NNNN`: the time of sending may stand before the end.
        let before = before_end(&text[start..below]);
        let ends = |before: &&str| before.len() <= 40 && before.ends_with(|c: char| c.is_ascii_digit());
        if let Some(before) = before.filter(|before| before.is_empty() || ends(before)) {
            return Some((start, before));
        }
        from = below;
    }
}

/// `NNNNZCZC AB0124`: where the start is that lost the line end before it. `start` is where the line has the mark, and `below` is
/// what follows the line.
fn glued(line: &str, start: usize, below: &str) -> Option<usize> {
    let before = &line[..start];
    if !is_start(&line[start..]) {
        return None;
    }
    // `… the biggest markeZCZC A1`: the message before was cut in the middle of a line, and of a word, or a field of the next
    // follows; a sentence may name the mark.
    let number = line[start + START.len()..].trim();
    let alone = || {
        number.len() <= NUMBER
            && number.ends_with(|c: char| c.is_ascii_digit())
            && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let torn = || {
        let field = below.trim_start_matches(['\r', '\n']).starts_with(['^', ':', '$', '+']);
        before.ends_with(char::is_alphanumeric) || field
    };
    (before.trim_end().ends_with(END) || !before.trim().is_empty() && alone() && torn()).then_some(start)
}

/// `ZCZC`, alone or with a number behind it.
fn is_start(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    line.len() <= 80 && behind_start(line).is_some_and(is_number)
}

/// What stands behind `ZCZC`.
fn is_number(rest: &str) -> bool {
    // `ZCZCMTI0001`: the blank was lost.
    let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_uppercase()).len();
    rest.is_empty()
        || rest.starts_with([' ', '-'])
        || letters <= 6 && rest[letters..].starts_with(|c: char| c.is_ascii_digit())
}

/// `ZCZC` without one of its letters, which the line lost: it is a start behind the end of another message only.
fn is_damaged_start(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let rest = DAMAGED.iter().find_map(|start| line.strip_prefix(start));
    line.len() <= 80
        && rest.is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()) && is_number(rest))
}

const DAMAGED: &[&str] = &["CZC", "ZZC", "ZCC", "ZCZ"];

/// `eco`: the desk's category, alone on the first line.
fn is_category(line: &str) -> bool {
    (2..=4).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// `NTB0123`: the number that others have behind `ZCZC`.
fn is_take(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_uppercase());
    (2..=6).contains(&(line.len() - digits.len()))
        && (2..=5).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let text = decoded.text.as_ref();
    let (mut starts, mut at) = (Vec::new(), 0);
    let mut ended = false;
    let mut marks = memchr::memmem::find_iter(text.as_bytes(), START).peekable();
    let pieces = text.split_inclusive(['\n', '\r']).flat_map(|line| {
        let from = line.as_ptr().addr() - text.as_ptr().addr();
        let below = from + line.len();
        // The first of the marks in the line counts.
        let mark = marks.next_if(|mark| *mark < below);
        while marks.next_if(|mark| *mark < below).is_some() {}
        let start = mark.and_then(|mark| glued(line, mark - from, &text[below..]));
        let (before, behind) = line.split_at(start.unwrap_or(0));
        [before, behind].into_iter().filter(|piece| !piece.is_empty())
    });
    for line in pieces {
        let words = line.trim_matches(|c: char| c.is_whitespace() || c.is_control());
        // Words behind an end, or before the first start, are of a message that lost its start, and not of the one before.
        let is_end = before_end(words).is_some();
        let lost = (ended || starts.is_empty()) && has_words(words) && !is_end;
        let begins = is_start(line) || ended && (is_damaged_start(line) || is_take(words)) || lost;
        if begins {
            starts.push(at);
        }
        // The rest of a mark is no word of a message.
        if is_end || ended && (begins || has_words(words)) {
            ended = is_end;
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let all: Vec<&str> = starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect();
    let first = all.first().map(|first| first.as_ptr());
    read_all(&all, received, decoded, Format::Zczc, &|message| one(message, first == Some(message.as_ptr())))
}

/// `XEF81326_SXA_QBXB`, `R ECO S0A QBXB`: codes for the computers of a newspaper.
fn is_code(line: &str) -> bool {
    let code = line
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b' ' | b'/'));
    let short = line.split(' ').count() >= 3
        && line.split(' ').all(|word| word.len() <= 4)
        && line.as_bytes().get(1) == Some(&b' ');
    code && (line.contains('_') && !line.contains(' ') || short)
}

/// The first `:` line is the slug, and the take keys go with it. What is a notice names nothing, and stands in a warning as any
/// other that the record has no field for.
fn read_slugs(story: &mut Draft, slugs: &[&str], takes: &[&str]) {
    let first = slugs.iter().find(|slug| !slug.is_empty() && !head::is_notice(slug)).or(slugs.first());
    for slug in slugs.iter().filter(|slug| !slug.is_empty() && Some(*slug) != first) {
        story.leave_out("slug", slug);
        story.second_slug(Some((*slug).to_owned()));
    }
    let names = first.into_iter().chain(takes).copied().filter(|name| !name.is_empty());
    story.slug(Some(names.collect::<Vec<_>>().join(", ")));
    takes.iter().for_each(|take| story.second_slug(Some((*take).to_owned())));
}

/// Puts the `^` lines above the copy: the text of a story begins with its headline.
fn read_marked(story: &mut Draft, marked: &[&str]) {
    /// No headline has more, in bytes.
    const HEADLINE: usize = 220;
    /// What stands above one has no more, in words.
    const KICKER: usize = 2;
    let mut lines: Vec<String> = Vec::new();
    // The line that is the headline, and whether the next goes on with it.
    let (mut headline, mut goes_on) = (None, false);
    for (nth, line) in marked.iter().enumerate() {
        let words = line.trim_end_matches(['<', ' ']);
        if words.is_empty() {
            continue;
        }
        // `UPDATE 2`, `TRADE`: what has a headline of more words below it is none.
        let count = |line: &str| line.split(' ').filter(|word| !word.is_empty()).count();
        let leads = headline.is_none()
            && count(words) <= KICKER
            && marked[nth..].iter().any(|below| count(below) > KICKER && head::is_headline(below));
        let is_headline = head::is_headline(words) && !head::is_notice(words) && !leads;
        let joins = is_headline && goes_on;
        if let Some(last) = lines.last_mut().filter(|last| joins && last.len() + words.len() < HEADLINE) {
            last.push(' ');
            last.push_str(words);
        } else {
            if is_headline && headline.is_none() {
                headline = Some(lines.len());
            }
            lines.push(words.to_owned());
        }
        goes_on = is_headline && !line.ends_with('<') && headline.is_some_and(|at| at + 1 == lines.len());
    }
    // A line alone is the headline, whatever it says.
    let headline = if lines.len() == 1 { Some(0) } else { headline };
    let closed = |line: &String| line.trim_end_matches(['=', '+', ' ']).to_owned();
    story.headline = headline.and_then(|at| lines.get(at)).map(closed);
    let mut body = std::mem::take(&mut story.body);
    let mut above = lines.join("\n");
    if !above.is_empty() {
        if !body.is_empty() {
            above.push_str("\n\n");
        }
        body.insert_str(0, &above);
    }
    story.body = body;
}

fn one(message: &str, is_first: bool) -> Result<Draft, Left> {
    let message = clean(message);
    let (first, rest) = message.split_once('\n').unwrap_or((&message, ""));
    let first = first.trim_start();
    // `AB0124`: the start was lost, and the number is left.
    let damaged = || {
        let cut = DAMAGED.iter().find_map(|start| first.strip_prefix(start));
        cut.or_else(|| Some(first.trim_end()).filter(|first| !is_first && is_take(first)))
    };
    let Some(behind) = behind_start(first).or_else(damaged) else {
        let place = if is_first { "before the first message" } else { "behind the end of a message" };
        let reason = format!("`{}` stands {place}, and {START} nowhere", short(first));
        return Err(Unreadable::new("bad_header", reason).into());
    };
    let mut number = fold(behind.trim_start_matches('-'));
    let mut story = Draft::default();
    story.text_as_is = true;
    // What stands behind the end is none of the copy.
    let end = ENDS.iter().filter_map(|mark| first_end(rest, mark)).min_by_key(|(at, _)| *at);
    let copy = &rest[..end.map_or(rest.len(), |(at, _)| at)];
    let behind = end.and_then(|(at, _)| rest[at..].split_once('\n')).map_or("", |(_, behind)| behind);
    if has_words(behind) {
        story.leave_out("behind the end", &fold(behind));
    }
    let mut body = copy;
    if let Some((_, before)) = end.filter(|(_, before)| !before.is_empty()) {
        story.issued = story.time("footer", before);
    }
    let mut transmission = None;
    let (mut marked, mut slugs, mut takes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..FIELDS {
        let (line, after) = body.split_once('\n').unwrap_or((body, ""));
        let line = line.trim();
        let mut chars = line.chars();
        let (mark, words) = (chars.next(), chars.as_str().trim());
        match mark {
            None if !body.is_empty() => {}
            _ if story.article.subjects.is_empty()
                && is_category(line)
                && after.trim_start_matches('\r').starts_with('\n') =>
            {
                let code = Some(line.to_owned());
                story.article.subjects.push(Subject { scheme: Some("zczc".to_owned()), code, name: None });
            }
            // `= Istat: export in calo =` is a headline, and no take key.
            Some('=') if line.len() > 1 && line.ends_with('=') => break,
            _ if transmission.is_none() && header(line).is_some() => transmission = header(line),
            _ if number.is_empty() && is_take(line) => line.clone_into(&mut number),
            _ if is_code(line) => story.leave_out("header", line),
            Some(':') => slugs.push(words),
            Some('^') => marked.push(words),
            // `[NOT FOR PUBLICATION] Copper exports fall` is a headline with a label.
            Some('[') if words.split_once(']').is_some_and(|(_, headline)| has_words(headline)) => break,
            Some('[') => story.notes.push(words.trim_end_matches(']').to_owned()),
            Some('$' | '+') if !words.is_empty() && words.len() <= 12 => {
                let scheme = if mark == Some('$') { "zczc" } else { "iptc" };
                let code = Some(words.to_owned());
                story.article.subjects.push(Subject { scheme: Some(scheme.to_owned()), code, name: None });
            }
            Some('=') if !words.is_empty() => takes.push(words),
            // A category that is written out, below a headline that is known.
            Some('$' | '+')
                if !marked.is_empty() && line.len() <= CATEGORY && words.starts_with(char::is_alphabetic) =>
            {
                story.leave_out("header", line);
            }
            Some('*' | '&' | '%') if words.len() <= 12 => story.leave_out("header", line),
            _ if !line.is_empty() && head::begins_with_service(body) => {
                // `TNJ0123 EKO`
                if number.is_empty() && line.split(' ').next().is_some_and(is_take) {
                    line.clone_into(&mut number);
                } else {
                    story.leave_out("header", line);
                }
            }
            _ => break,
        }
        body = after;
    }
    body.trim_matches('\n').trim_end().clone_into(&mut story.body);
    read_slugs(&mut story, &slugs, &takes);
    read_marked(&mut story, &marked);
    let named = || slugs.iter().chain(&takes).copied();
    if story.body.is_empty() && named().any(head::is_notice) {
        // `:BC-TIN` and `:KILL KILL KILL`, and nothing else: the kill is the message.
        story.body = named().collect::<Vec<_>>().join("\n");
    }
    if story.body.is_empty() {
        return Err(Left::Skipped(Skipped::new("empty_notice", format!("{START} {number} has no words"))));
    }
    if end.is_none() {
        story.article.warn("no_end_mark", "the message has no mark at its end: it may have been cut short");
    }
    story.issued = story.issued.or_else(|| head::sent(&story.body));
    let number = match &transmission {
        Some(header) if number.is_empty() => format!("{}{}", header.source, header.number),
        _ => number,
    };
    if let Some(header) = transmission {
        // Priorities of the Italian lines begin at 0.
        story.article.urgency = header.priority.parse().ok().filter(|urgency| (1..=9).contains(urgency));
        let code = Some(header.category.to_lowercase());
        story.article.subjects.push(Subject { scheme: Some("iptc7901".to_owned()), code, name: None });
        story.makers.push(header.source.to_owned());
        let more = header.more.trim_end_matches(['/', ' ']);
        story.leave_out("header", more);
    }
    if !number.is_empty() {
        let name = number.split(' ').next().unwrap_or("");
        match story.issued.map(article::When::date) {
            // Numbers come again each day.
            Some(date) => story.article.id = format!("{name}:{date}"),
            None => story.leave_out("header", &format!("{START} {number}")),
        }
    }
    Ok(story)
}
