//! Lines that systems put above a headline: the number of a message, codes of desks and of lines, the time of sending.
//!
//! Every service has its own (`RTR0123 3 ECO`, `U ECO S0A QBXB`, `.NEWDELHI DEL12`), and no list would hold them all: they are
//! told by being made of numbers and of short words in capitals, and by standing above a line that can be the headline.

use super::line::{self, Kind};
use super::{Line, continues};
use crate::agencies::Agency;
use crate::dateline::date::month_named;

/// How far a line is one of a system's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    /// With a number that is no word of a headline: `TNJ0123 EKO`, `4711/SXA`, `031015 MAR 26`.
    Sure,
    /// Short words in capitals: `PRI ECO GEN NAT`, `ECO R/POL`; a headline may be made of such.
    Loose,
}

/// Whether a line is one of a system's, among the lines of a head of which the last is above `above`. In what was sent over a
/// wire, more can be.
pub(super) fn is_at(lines: &[Line<'_>], nth: usize, above: usize, transmitted: bool) -> bool {
    let Some(code) = code(lines[nth].words) else { return false };
    let below = &lines[nth + 1..above.max(nth + 1).min(lines.len())];
    let Some(next) = below.first() else { return false };
    // A headline in capitals may begin so, and goes on in the next line.
    let ends = next.fresh
        || next.words.contains(char::is_lowercase)
        || self::code(next.words).is_some()
        || line::is_slug(next.words);
    let fits = match code {
        Code::Sure => transmitted || ends,
        Code::Loose => transmitted && ends,
    };
    if !fits {
        return false;
    }
    // What is left must be able to be the headline.
    let mut rest = below.iter().filter(|line| !line.stamped && self::code(line.words).is_none());
    rest.find(|line| matches!(line::kind(line.words, true), Kind::Headline | Kind::Body))
        .is_some_and(|line| line::kind(line.words, true) == Kind::Headline && !continues(*line))
}

/// Whether copy that came over a wire begins with such a line.
pub(crate) fn begins_with_one(copy: &str) -> bool {
    /// A headline stands no deeper.
    const LINES: usize = 12;
    let (mut lines, mut fresh, mut at) = (Vec::new(), true, 0);
    for line in copy.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            lines.push(Line { start: at, words, fresh, stamped: false, wrap: super::Wrap::Not });
        }
        fresh = words.is_empty();
        at += line.len();
        if lines.len() >= LINES {
            break;
        }
    }
    let above = lines.iter().position(|line| super::begins_with_dateline(line.words)).unwrap_or(lines.len());
    above > 0 && is_at(&lines, 0, above, true)
}

fn code(line: &str) -> Option<Code> {
    /// In bytes, and in words.
    const LONGEST: usize = 60;
    const WORDS: usize = 8;
    // Nearly every line is told by its length or by a small letter behind its first word.
    if line.len() > LONGEST || line.starts_with('$') {
        return None;
    }
    let (mut sure, mut words) = (false, 0);
    for word in line.split_whitespace() {
        sure |= match of_word(word, words == 0)? {
            Code::Sure => true,
            Code::Loose => false,
        };
        words += 1;
    }
    (1..=WORDS).contains(&words).then_some(if sure { Code::Sure } else { Code::Loose })
}

/// What a word is in such a line, if it can stand there.
fn of_word(word: &str, first: bool) -> Option<Code> {
    /// No word that says something in itself is shorter.
    const SHORT: usize = 4;
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let marks = word.len() - letters - digits;
    if !word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._+:-".contains(&byte)) {
        return None;
    }
    let small = word.bytes().any(|byte| byte.is_ascii_lowercase());
    if small {
        // `a0123`, `r`; `Mar` beside a number.
        let take = letters <= 3 && digits >= 3 && marks == 0;
        let lone = word.len() == 1 || month_named(word).is_some();
        return if take { Some(Code::Sure) } else { lone.then_some(Code::Loose) };
    }
    if letters == 0 {
        // A number of three digits may be one of a headline, as may a year and a price.
        let year = digits == SHORT && (word.starts_with("19") || word.starts_with("20"));
        let number = marks == 0 && digits >= SHORT && !year;
        return (!word.contains('.')).then_some(if number { Code::Sure } else { Code::Loose });
    }
    let number = digits >= SHORT && letters == 1 && marks == 0;
    if number
        || digits >= 3 && letters >= 2 && (letters <= SHORT || digits > SHORT)
        || digits >= SHORT && word.contains('/')
    {
        return Some(Code::Sure);
    }
    let point = word.starts_with('.') && letters >= 3;
    let sign = first && digits == 0 && Agency::writing(word).is_some();
    (letters <= SHORT || point || sign).then_some(Code::Loose)
}

#[cfg(test)]
mod tests {
    use super::{Code, code};

    #[test]
    fn a_line_of_a_system_is_told_by_its_numbers_and_short_words() {
        for (line, wanted) in [
            ("TNJ0123 EKO", Some(Code::Sure)),
            ("4711/SXA", Some(Code::Sure)),
            ("XEF26062012345", Some(Code::Sure)),
            ("RTR0123 3 ECO", Some(Code::Sure)),
            ("031015 MAR 26", Some(Code::Sure)),
            ("a0123", Some(Code::Sure)),
            ("41234", Some(Code::Sure)),
            ("U ECO S0A QBXB", Some(Code::Loose)),
            ("PRI ECO GEN NAT", Some(Code::Loose)),
            (".NEWDELHI DEL12", Some(Code::Loose)),
            ("ECO --/T", Some(Code::Loose)),
            ("OIL UP", Some(Code::Loose)),
            ("EXPORTS RISE", None),
            ("Exports rise", None),
            ("Oil up 3%", None),
            ("COVID-19: 1,200 cases", None),
        ] {
            assert_eq!(code(line), wanted, "{line}");
        }
    }
}
