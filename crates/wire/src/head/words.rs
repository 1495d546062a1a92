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

/// Beginnings of lines, in lower case, and the letters by which these begin: nearly every line is told from all of them by its
/// first three.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prefixes {
    all: &'static [&'static str],
    /// For each kind of a second letter a bit for each first one.
    second: [u32; KINDS],
    /// The same for the third letter.
    third: [u32; KINDS],
}

/// So many kinds of a letter are told apart, but for the first.
const KINDS: usize = 8;

impl Prefixes {
    pub(crate) const fn new(all: &'static [&'static str]) -> Self {
        let (mut second, mut third) = ([0; KINDS], [0; KINDS]);
        let mut nth = 0;
        while nth < all.len() {
            let prefix = all[nth].as_bytes();
            // Capitals that are not of ASCII have other bytes.
            let plain = prefix.len() > 1 && prefix[1].is_ascii();
            let mut of = 0;
            while of < KINDS {
                if !plain || kind(prefix[1]) == of {
                    second[of] |= letter(prefix[0]);
                }
                if !plain || prefix.len() < 3 || !prefix[2].is_ascii() || kind(prefix[2]) == of {
                    third[of] |= letter(prefix[0]);
                }
                of += 1;
            }
            nth += 1;
        }
        Self { all, second, third }
    }

    /// What follows the first of them that the line begins with.
    #[inline]
    pub(super) fn behind<'a>(&self, line: &'a str) -> Option<&'a str> {
        let mut near = self.near(line)?;
        near.find_map(|prefix| rest_after(line, prefix)).map(str::trim_start)
    }

    /// Each of them that the line begins with, and what follows it.
    #[inline]
    pub(crate) fn each<'a>(&self, line: &'a str) -> impl Iterator<Item = (&'static str, &'a str)> {
        let near = self.near(line).into_iter().flatten();
        near.filter_map(move |prefix| Some((prefix, rest_after(line, prefix)?)))
    }

    /// Whether the line begins with one of them, as whole words.
    #[inline]
    pub(super) fn begin(&self, line: &str) -> bool {
        self.near(line).is_some_and(|mut near| near.any(|prefix| has_prefix(line, prefix)))
    }

    /// Those that begin with the two letters with which the line does.
    #[inline]
    fn near(&self, line: &str) -> Option<impl Iterator<Item = &'static str>> {
        let bytes = line.as_bytes();
        let first = letter(*bytes.first()?);
        let byte = |nth: usize| bytes.get(nth).copied().unwrap_or(0);
        let other = byte(1);
        let may = if other.is_ascii() {
            self.second[kind(other)] & first != 0
                && (!byte(2).is_ascii() || self.third[kind(byte(2))] & first != 0)
        } else {
            self.second.iter().any(|letters| letters & first != 0)
        };
        let same = move |byte: u8| !other.is_ascii() || !byte.is_ascii() || byte.eq_ignore_ascii_case(&other);
        let near = move |prefix: &&str| {
            let bytes = prefix.as_bytes();
            letter(bytes[0]) == first && bytes.get(1).is_none_or(|byte| same(*byte))
        };
        may.then(|| self.all.iter().copied().filter(near))
    }
}

/// The kind of a byte, whatever its case.
const fn kind(byte: u8) -> usize {
    byte.to_ascii_lowercase() as usize % KINDS
}

/// A bit for each letter of ASCII, whatever its case, and one for everything else.
const fn letter(byte: u8) -> u32 {
    let lower = byte.to_ascii_lowercase();
    if lower.is_ascii_lowercase() { 1 << (lower - b'a') } else { 1 << 31 }
}

/// Whether a line ends with one of these, which are in lower case and have letters of ASCII only.
pub(super) fn ends_with_any(line: &str, ends: &[&str]) -> bool {
    let bytes = line.as_bytes();
    ends.iter().any(|end| {
        bytes.len().checked_sub(end.len()).is_some_and(|at| bytes[at..].eq_ignore_ascii_case(end.as_bytes()))
    })
}

fn rest_after<'a>(line: &'a str, prefix: &str) -> Option<&'a str> {
    // Nearly all are told apart by this.
    if let (Some(one), Some(other)) = (line.as_bytes().first(), prefix.as_bytes().first())
        && one.is_ascii()
        && other.is_ascii()
        && !one.eq_ignore_ascii_case(other)
    {
        return None;
    }
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

#[cfg(test)]
mod tests {
    use super::Prefixes;

    #[test]
    fn a_line_is_told_from_its_prefixes_by_its_first_letter_and_by_all_of_one() {
        const LABELS: Prefixes = Prefixes::new(&["photo:", "© ", "été:", "by "]);
        const WORDS: Prefixes = Prefixes::new(&["share", "log in"]);
        for (line, rest) in [
            ("PHOTO: Ann Lee", Some("Ann Lee")),
            ("Été: il fait chaud", Some("il fait chaud")),
            ("© 2024 Reuters", Some("2024 Reuters")),
            ("Photos: Ann Lee", None),
            ("Bylaw passed", None),
            ("ß", None),
            ("", None),
        ] {
            assert_eq!(LABELS.behind(line), rest, "{line}");
        }
        assert!(WORDS.begin("Share this") && WORDS.begin("LOG IN"));
        assert!(!WORDS.begin("Shareholders meet") && !WORDS.begin("Shar"));
    }
}
