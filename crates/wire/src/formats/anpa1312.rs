//! ANPA 1312, the wire format of American agencies: two header lines, `STX`, the copy, `ETX`, a footer.
//!
//! Lines of the copy begin with `^` and end with `<` where they are headers; both are mark-up, and not of the text.

use article::Subject;

use super::iptc7901::{
    EOT, ETX, SOH, STX, begins_frame, clean, copy_and_footer, first_line, frame, messages, opens_badly,
    read_all, read_footer,
};
use super::{Format, Reader};
use crate::charset::Decoded;
use crate::draft::Draft;
use crate::head;
use crate::prose::short;
use crate::reject::Left;
use crate::{Parsed, Received, Skipped, Unreadable};

pub(super) const READER: Reader = Reader { name: "anpa1312", recognise, parse };

/// No header line is longer, in bytes.
const HEADER: usize = 200;

/// The first line is a letter and a number, the second begins with priority and category.
fn recognise(text: &str) -> bool {
    let line = first_line(text);
    begins(line, text)
        || opens_badly(line, text, &|line| number(line).is_some() && line.contains('\u{1f}'))
        || begins_frame(text, &is_framed)
}

/// Whether a frame begins here, behind its `SOH`, whose second header line is plain: then the first may be odd.
fn is_framed(text: &str) -> bool {
    frame(text).is_some_and(|(first, rest)| {
        let second = rest.trim_start_matches(['\r', '\n', '\u{7f}', '\0']).lines().next().unwrap_or("");
        number(first).or_else(|| odd_number(first)).is_some() && selector(second).is_some()
    })
}

/// `V1234`, `1234`, `NY0123`, with the mark behind it.
fn odd_number(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let end = line.find('\u{1f}').filter(|end| (3..=8).contains(end))?;
    let digits = line[..end].trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let ok = (3..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    (ok && end - digits.len() <= 3).then_some(&line[..end])
}

fn begins(line: &str, text: &str) -> bool {
    if number(line).is_none() {
        return false;
    }
    let after = text.find(line).map_or("", |at| &text[at + line.len()..]);
    let second = after.trim_start_matches(['\r', '\n', '\u{7f}', '\0']);
    let second = &second[..second.find(['\n', '\r', STX]).unwrap_or(second.len())];
    line.contains(SOH) && line.contains('\u{1f}') || selector(second).is_some()
}

/// `a0123` with what follows it: a mark, a selector, nothing.
fn number(line: &str) -> Option<&str> {
    let line = line.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    line.get(1..5).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let rest = &line[5..];
    let whole = line.len() <= HEADER
        // Some, as Canadian Press, write it with a capital: then the mark of the format follows.
        && (line.starts_with(|c: char| c.is_ascii_lowercase())
            || line.starts_with(|c: char| c.is_ascii_uppercase()) && rest.starts_with('\u{1f}'))
        && (rest.is_empty()
            || rest.starts_with(['\u{1f}', ' '])
            || rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
    whole.then(|| &line[..5])
}

/// The second line: `u f bc-us--trade,1st ld-writethru 08-05 0123`.
#[derive(Debug)]
struct Selector<'a> {
    priority: char,
    category: char,
    keyword: &'a str,
}

fn selector(line: &str) -> Option<Selector<'_>> {
    if line.len() > HEADER {
        return None;
    }
    let mut chars = line.trim_start().chars().filter(|c| !c.is_control());
    let (priority, gap, category) = (chars.next()?, chars.next()?, chars.next()?);
    let ok = priority.is_ascii_lowercase() && matches!(gap, ' ' | '\u{1f}') && category.is_ascii_lowercase();
    if !ok {
        return None;
    }
    // Priority, blank and category are three bytes; marks and blanks stand before the keyword.
    let at = line
        .match_indices(category)
        .map(|(at, _)| at + 1)
        .find(|at| line[..*at].chars().filter(|c| !c.is_control() && *c != ' ').count() == 2)?;
    let keyword = line[at..].trim_start_matches(|c: char| c.is_control() || c == ' ');
    let cycle = ["am-", "pm-", "bc-", "ap-"]
        .iter()
        .any(|cycle| keyword.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(cycle)));
    (cycle || ends_with_count(keyword)).then_some(Selector {
        priority,
        category,
        keyword: keyword.trim_end(),
    })
}

/// `Trade-Surplus 03-03 0100`: a keyword without a cycle has the day and the number of words behind it.
fn ends_with_count(keyword: &str) -> bool {
    let mut words = keyword.trim_end().rsplit(' ').filter(|word| !word.is_empty());
    let digits = |word: &str, lengths: &[usize]| {
        lengths.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let count = words.next().is_some_and(|count| digits(count, &[3, 4]));
    let day = words.next().and_then(|day| day.split_once('-'));
    count
        && day.is_some_and(|(month, day)| digits(month, &[2]) && digits(day, &[2]))
        && words.next().is_some()
}

/// Whether a text begins with both header lines, which then need no mark.
fn starts(text: &str) -> bool {
    // Nearly every line is told by its second letter.
    text.as_bytes().get(1).is_some_and(u8::is_ascii_digit) && begins(first_line(text), text)
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let all = messages(&decoded.text, &|line| number(line).is_some(), &is_framed, &starts);
    read_all(&all, received, decoded, Format::Anpa1312, &one)
}

/// Priorities by their letters, on IPTC's scale.
const PRIORITIES: &[(char, u8)] =
    &[('f', 1), ('b', 2), ('u', 3), ('r', 4), ('s', 4), ('d', 5), ('a', 6), ('w', 6)];

pub(super) fn urgency_of(priority: char) -> Option<u8> {
    PRIORITIES
        .iter()
        .find(|(letter, _)| *letter == priority.to_ascii_lowercase())
        .map(|(_, urgency)| *urgency)
}

/// Categories by their letters, as the agencies of America share them.
const CATEGORIES: &[(char, &str)] = &[
    ('a', "national"),
    ('b', "special events"),
    ('c', "features"),
    ('d', "food"),
    ('e', "entertainment"),
    ('f', "financial"),
    ('i', "international"),
    ('k', "commentary"),
    ('l', "lifestyle"),
    ('n', "state and regional"),
    ('o', "weather"),
    ('p', "national politics"),
    ('r', "racing"),
    ('s', "sports"),
    ('t', "travel"),
    ('v', "advisories"),
    ('w', "Washington"),
];

/// `^` and `<` are the format's marks for the start and the end of a line.
fn words_of(line: &str) -> &str {
    let line = line.trim_end_matches(['<', ' ', '\t']);
    line.strip_prefix('^').unwrap_or(line)
}

/// Whether a headline goes on in the next line: none of the lines that it is wrapped into but the last ends with `<`.
fn goes_on(lines: &[&str]) -> bool {
    /// No headline is wrapped into more lines.
    const MOST: usize = 4;
    let is_part = |line: &&str| line.starts_with('^') && head::is_headline(words_of(line));
    let ended = |line: &&str| line.trim_end().ends_with(['<', '=', '+']);
    if lines.first().is_none_or(ended) {
        return false;
    }
    let end = lines.iter().take(MOST).position(ended);
    end.is_some_and(|end| lines[end].trim_end().ends_with('<') && lines[..=end].iter().all(is_part))
}

fn one(message: &str) -> Result<Draft, Left> {
    let line_end = message.find(['\n', '\r', STX]).unwrap_or(message.len());
    let odd = || odd_number(&message[..line_end]).filter(|_| is_framed(message.trim_start_matches(SOH)));
    let Some(number) = number(&message[..line_end]).or_else(odd) else {
        let reason = format!("`{}` is no header", short(first_line(message)));
        return Err(Unreadable::new("bad_header", reason).into());
    };
    let rest = message[line_end..].trim_start_matches(['\r', '\n']);
    let second_end = rest.find(['\n', '\r', STX]).unwrap_or(rest.len());
    let selector = selector(&rest[..second_end]);
    let rest = if selector.is_some() { &rest[second_end..] } else { rest };
    let (copy, footer) = copy_and_footer(rest);
    // A mark that stands too low: what is above it is of the copy, and may be a kill.
    let above = rest.find(STX).map_or("", |stx| &rest[..stx]);
    let above = if above.contains(char::is_alphabetic) { clean(above.trim()) + "\n" } else { String::new() };
    let copy = above + &clean(copy);
    let mut story = Draft::default();
    story.text_as_is = true;
    let lines: Vec<&str> = copy.lines().collect();
    for (nth, line) in lines.iter().enumerate() {
        story.body.push_str(words_of(line));
        story.body.push(if goes_on(&lines[nth..]) { ' ' } else { '\n' });
    }
    story.body.truncate(story.body.trim_end().len());
    if story.body.trim().is_empty() {
        return Err(Left::Skipped(Skipped::new("empty_notice", format!("{number} has no words"))));
    }
    if !message.contains(ETX) {
        story.article.warn("no_end_mark", "the message has no mark at its end: it may have been cut short");
    }
    let footer = footer.trim_end_matches(['<', ' ']);
    story.issued = head::sent(footer).or_else(|| head::sent(&story.body));
    if let Some(date) = story.issued.map(article::When::date) {
        story.article.id = format!("{number}:{date}");
    }
    if let Some((_, behind)) = footer.split_once(EOT)
        && behind.contains(char::is_alphanumeric)
    {
        story.leave_out("behind the end", &behind.replace(char::is_control, " "));
    }
    match footer.split('-').next() {
        Some("AP") => story.makers.push("AP".to_owned()),
        _ => read_footer(&mut story, footer),
    }
    // The number, and which wires the story is for.
    story.besides("header", &message[..line_end].replace(char::is_control, " "));
    if let Some(selector) = selector {
        match urgency_of(selector.priority) {
            Some(urgency) => story.article.urgency = Some(urgency),
            None => story.article.warn("bad_urgency", selector.priority),
        }
        let name = CATEGORIES
            .iter()
            .find(|(letter, _)| *letter == selector.category)
            .map(|(_, name)| (*name).to_owned());
        let code = Some(selector.category.to_string());
        story.article.subjects.push(Subject { scheme: Some("anpa1312".to_owned()), code, name });
        // The copy has the keyword whole; the header cuts it, and adds the day and the number of words.
        let first = story.body.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
        let copy_has_it = head::is_slug(first);
        let mut words: Vec<&str> = selector.keyword.split(' ').collect();
        while words.len() > 1
            && words.last().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
        {
            words.pop();
        }
        let words = words.join(" ");
        story.besides("header", &words);
        if copy_has_it {
            // The cycle stands twice there: `bc-BC-Tin-KILL`.
            let bare = ["am-", "pm-", "bc-", "ap-"].iter().find_map(|cycle| words.strip_prefix(cycle));
            story.second_slug(Some(bare.unwrap_or(&words).to_owned()));
        } else {
            story.slug(Some(words));
        }
    } else {
        story.article.warn("bad_field", "the second header line is none of ANPA 1312's");
    }
    Ok(story)
}
