//! Small questions about the words of a line.

/// Without the `=` or `+` by which agencies close a header line, and some begin it: `= Istat: export in calo =`.
pub(super) fn trim_mark(line: &str) -> &str {
    let line = line.trim();
    let front = line.trim_start_matches(['=', '+']);
    let line = if front.starts_with(' ') { front.trim_start() } else { line };
    line.trim_end_matches(['=', '+']).trim_end()
}

/// Whether a line begins with a word, whatever the case. `prefix` is in lower case.
pub(super) fn has_prefix(line: &str, prefix: &str) -> bool {
    rest_after(line, prefix).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// What follows the first of these prefixes that the line begins with. Prefixes are in lower case.
pub(super) fn after_prefix<'a>(line: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes.iter().find_map(|prefix| rest_after(line, prefix)).map(str::trim_start)
}

#[inline]
fn rest_after<'a>(line: &'a str, prefix: &str) -> Option<&'a str> {
    // nearly all lines are told from a prefix by their first letter
    if let (Some(first), Some(wanted)) = (line.as_bytes().first(), prefix.as_bytes().first())
        && first.is_ascii()
        && wanted.is_ascii()
        && !first.eq_ignore_ascii_case(wanted)
    {
        return None;
    }
    rest_after_letter(line, prefix)
}

fn rest_after_letter<'a>(line: &'a str, prefix: &str) -> Option<&'a str> {
    if prefix.is_ascii() {
        let head = line.get(..prefix.len())?;
        return head.eq_ignore_ascii_case(prefix).then(|| &line[prefix.len()..]);
    }
    let mut rest = line.char_indices();
    let mut at = 0;
    for wanted in prefix.chars() {
        let (start, c) = rest.next()?;
        if !c.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
        at = start + c.len_utf8();
    }
    Some(&line[at..])
}

/// Whether a line closes as a sentence does: with a full stop that is not that of an abbreviation (`in Jan.`, `U.S.`).
pub(super) fn ends_like_a_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '\'', '’', ')', ' ', '»']);
    if line.ends_with(['。', '।']) {
        return true;
    }
    let Some(before) = line.strip_suffix('.') else { return false };
    if before.ends_with('.') {
        return false;
    }
    let last = before.rsplit([' ', '-', '\u{a0}']).next().unwrap_or(before);
    let abbreviation =
        last.contains('.') || ABBREVIATIONS.iter().any(|short| short.eq_ignore_ascii_case(last));
    !abbreviation && before.split_whitespace().nth(2).is_some()
}

/// Words that headlines end with and that take a full stop of their own.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "co", "cos",
    "corp", "inc", "ltd", "plc", "bros", "dept", "gov", "govt", "sen", "rep", "st", "mt", "no", "vs",
    "est", "yr", "pct", "pc", "mln", "bln", "tln", "tril", "bil", "mil", "dlrs", "pa", "va", "ga", "mo",
    "md", "mass", "tenn", "calif", "ill", "ind", "fla", "conn", "del", "okla", "ore", "wash", "wis", "wyo",
    "ariz", "ark", "colo", "kan", "ky", "la", "mich", "minn", "miss", "mont", "neb", "nev", "tex", "vt",
    "ala",
];

/// `13:54`, `08:58,`
pub(crate) fn is_clock(word: &str) -> bool {
    let word = word.trim_matches([',', '(', ')', '|']);
    word.split_once(':').is_some_and(|(hours, minutes)| {
        (1..=2).contains(&hours.len())
            && minutes.len() >= 2
            && hours.bytes().chain(minutes.bytes().take(2)).all(|byte| byte.is_ascii_digit())
    })
}
