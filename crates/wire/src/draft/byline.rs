//! What a field for the byline holds: a name that can be printed, or something else.

use crate::head;

/// Words that begin a byline, and hardly anything else.
const BY: &[&str] = &["By ", "BY ", "Von ", "Par ", "Por "];

/// Words that begin a byline in small letters, where whole names follow.
const SMALL: &[&str] = &["by ", "von ", "par ", "por ", "di "];

/// Words that begin one where nothing but names follows.
const OTHERS: &[&str] = &["Di ", "Door ", "Av ", "Written by ", "Reporting by ", "Reported by "];

/// Words that begin a byline where one is to be expected.
const BY_OR_NAME: &[&str] = &["by ", "von ", "par ", "por ", "di ", "da ", "door ", "av "];

/// Small words inside names, and between them.
#[rustfmt::skip]
const JOINTS: &[&str] = &[
    "al", "and", "at", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "en", "et", "for", "in", "la",
    "le", "ter", "und", "van", "von", "with", "y", "zu",
];

/// The names in a byline as they can be printed, or what the field holds instead. Blanks are single.
pub(super) fn of(words: &str) -> Result<&str, &'static str> {
    let words = without_address(words)?;
    let count = words.split(' ').count();
    if words.is_empty() {
        return Err("nothing");
    }
    if count == 1 {
        // Scripts without small letters have none in a name either.
        let small = words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let login = words.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-')
        });
        let initials = words.is_ascii()
            && words.len() <= 12
            && words.split(['/', '-', '.', '+']).all(|part| part.len() <= 3);
        if words.contains('@') {
            return Err("an address");
        } else if initials {
            return Err("initials");
        } else if login || small {
            return Err("a login");
        }
    }
    if words.contains('/') && words.len() <= 8 {
        return Err("initials");
    }
    if count > 40 || count > 6 && words.ends_with(['.', '!', '?']) && !is_by(words) {
        return Err("a sentence");
    }
    if !begins_with_a_name(words) && is_subtitle(words) { Err("a subtitle") } else { Ok(words) }
}

/// `ana.soto@agency.example (Ana Soto)`, `Ana Soto <ana.soto@agency.example>`: the name.
fn without_address(words: &str) -> Result<&str, &'static str> {
    let name = if let Some((_, name)) = words.split_once('(').filter(|(address, _)| address.contains('@')) {
        name.trim_end_matches(')').trim()
    } else if let Some((name, _)) = words.split_once('<').filter(|(_, address)| address.contains('@')) {
        name.trim().trim_matches('"')
    } else {
        return Ok(words);
    };
    if name.is_empty() { Err("an address") } else { Ok(name) }
}

/// `Ann Lee, who covers the harbour for the desk`: what follows a name may be words of any kind.
fn begins_with_a_name(words: &str) -> bool {
    let name = words.split(',').next().unwrap_or(words);
    name.len() < words.len()
        && name.contains(' ')
        && !name.contains('.')
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// Whether words read as a line below a headline: names are written with capitals, and sentences are not.
fn is_subtitle(words: &str) -> bool {
    // `Text: Ann Lee; Bild: …`
    if is_by(words) || words.to_lowercase().contains("text") {
        return false;
    }
    let small =
        |word: &&str| word.starts_with(char::is_lowercase) && !JOINTS.contains(&word.trim_end_matches(','));
    words.split(' ').filter(small).count() > 3 || words.ends_with(['?', '!'])
}

/// Whether a line of its own begins as a byline does, in any of its shapes.
pub(super) fn may_say_by(line: &str) -> bool {
    let line = line.strip_prefix('(').unwrap_or(line);
    says_by(line)
        || OTHERS.iter().any(|by| line.starts_with(by))
        || SMALL.iter().any(|by| line.starts_with(by))
        || line.split_once(": ").is_some_and(|(by, _)| BY.iter().any(|known| known.trim_end() == by))
}

/// Whether words begin as a byline does, wherever they stand.
pub(super) fn says_by(words: &str) -> bool {
    BY.iter().any(|by| words.starts_with(by))
}

fn is_by(words: &str) -> bool {
    BY_OR_NAME.iter().any(|by| words.get(..by.len()).is_some_and(|start| start.eq_ignore_ascii_case(by)))
}

/// Whether a byline names the agency and nobody who works there.
pub(super) fn is_agency(byline: &str) -> bool {
    head::known_provider(byline).is_some() && !byline.contains(',') && !is_by(byline)
}
