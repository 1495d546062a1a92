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

/// Beginnings of lines, in lower case, and a bit for the first three letters of each: nearly every line is told from all of them at once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prefixes {
    all: &'static [&'static str],
    letters: Letters,
}

impl Prefixes {
    pub(crate) const fn new(all: &'static [&'static str]) -> Self {
        let mut letters = Letters([0; WIDTH]);
        let mut nth = 0;
        while nth < all.len() {
            match all[nth].as_bytes() {
                // Capitals that are not of ASCII have other bytes: lines with such letters are compared with all.
                [one, two, three, ..] if one.is_ascii() && two.is_ascii() && three.is_ascii() => {
                    letters = letters.with([*one, *two, *three]);
                }
                // Any letter may follow.
                [one, two] if one.is_ascii() && two.is_ascii() => {
                    let mut three = 0;
                    while three < 32 {
                        letters = letters.with([*one, *two, three]);
                        three += 1;
                    }
                }
                [one, ..] => assert!(!one.is_ascii() || all[nth].len() > 1, "one letter tells no line"),
                [] => panic!("a beginning has letters"),
            }
            nth += 1;
        }
        Self { all, letters }
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
    pub(crate) fn begin(&self, line: &str) -> bool {
        self.near(line).is_some_and(|mut near| near.any(|prefix| has_prefix(line, prefix)))
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> {
        self.all.iter().copied()
    }

    /// Those that begin with the letter with which the line does, if it may begin with one at all.
    #[inline]
    fn near(&self, line: &str) -> Option<impl Iterator<Item = &'static str>> {
        let bytes = line.as_bytes();
        let byte = |nth: usize| bytes.get(nth).copied().unwrap_or(0);
        let first = *bytes.first()?;
        let near = [first, byte(1), byte(2)];
        let may = !near.is_ascii() || self.letters.have(near);
        let same = move |prefix: &&&str| {
            let byte = prefix.as_bytes()[0];
            byte.eq_ignore_ascii_case(&first) || !first.is_ascii() && !prefix.is_ascii()
        };
        may.then(|| self.all.iter().filter(same).copied())
    }
}

/// Several of these, to be told from a line at once.
#[derive(Clone, Copy, Debug)]
pub(super) struct AnyPrefix(Letters);

impl AnyPrefix {
    pub(super) const fn of(sets: &[&Prefixes]) -> Self {
        let mut letters = Letters([0; WIDTH]);
        let mut nth = 0;
        while nth < sets.len() {
            letters = letters.or(&sets[nth].letters);
            nth += 1;
        }
        Self(letters)
    }

    /// Whether the line may begin with any of them.
    #[inline]
    pub(super) fn may_begin(&self, line: &str) -> bool {
        line.as_bytes().first_chunk::<3>().is_none_or(|near| !near.is_ascii() || self.0.have(*near))
    }
}

/// Ends of lines, in lower case and of three letters of ASCII at least, and a bit for the last three of each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Suffixes {
    all: &'static [&'static str],
    letters: Letters,
}

impl Suffixes {
    pub(super) const fn new(all: &'static [&'static str]) -> Self {
        let mut letters = Letters([0; WIDTH]);
        let mut nth = 0;
        while nth < all.len() {
            match all[nth].as_bytes() {
                [.., three, two, one] => letters = letters.with([*three, *two, *one]),
                _ => panic!("an end has three letters"),
            }
            nth += 1;
        }
        Self { all, letters }
    }

    /// Whether the line ends with one of them.
    #[inline]
    pub(super) fn end(&self, line: &str) -> bool {
        let bytes = line.as_bytes();
        bytes.last_chunk().is_some_and(|last| self.letters.have(*last))
            && self.all.iter().any(|end| {
                let at = bytes.len().checked_sub(end.len());
                at.is_some_and(|at| bytes[at..].eq_ignore_ascii_case(end.as_bytes()))
            })
    }
}

/// A set of three letters each, whatever their case: one that is in the set is found, another one hardly ever.
#[derive(Clone, Copy, Debug)]
struct Letters([u64; WIDTH]);

/// So many words of 64 bits.
const WIDTH: usize = 32;

impl Letters {
    const fn with(mut self, letters: [u8; 3]) -> Self {
        let at = Self::place(letters);
        self.0[at / 64] |= 1 << (at % 64);
        self
    }

    const fn or(mut self, other: &Self) -> Self {
        let mut at = 0;
        while at < WIDTH {
            self.0[at] |= other.0[at];
            at += 1;
        }
        self
    }

    #[inline]
    const fn have(&self, letters: [u8; 3]) -> bool {
        let at = Self::place(letters);
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    #[inline]
    const fn place(letters: [u8; 3]) -> usize {
        /// Spreads what differs in low bits over the high ones (Fibonacci hashing: 2^32 by the golden ratio).
        const SPREAD: u32 = 0x9E37_79B1;
        let [one, two, three] = letters;
        let key = (one & 31) as u32 | ((two & 31) as u32) << 5 | ((three & 31) as u32) << 10;
        (key.wrapping_mul(SPREAD) >> (32 - (WIDTH * 64).ilog2())) as usize
    }
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
    // Nearly all words are of ASCII.
    let ends = before.bytes().rposition(|byte| matches!(byte, b' ' | b'-') || !byte.is_ascii());
    let last = match ends {
        Some(at) if before.as_bytes()[at].is_ascii() => &before[at + 1..],
        Some(_) => before.rsplit([' ', '-', '\u{a0}']).next().unwrap_or(before),
        None => before,
    };
    let short = || ABBREVIATIONS.iter().any(|short| short.eq_ignore_ascii_case(last));
    let abbreviation = last.contains('.') || last.len() <= ABBREVIATION && short();
    !abbreviation && before.split_whitespace().nth(2).is_some()
}

/// None of these is longer, in bytes.
const ABBREVIATION: usize = 5;

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
    use super::{ABBREVIATION, ABBREVIATIONS, Prefixes, Suffixes};

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

    #[test]
    fn a_line_is_told_from_its_ends_by_its_last_letters_and_by_all_of_one() {
        const ENDS: Suffixes = Suffixes::new(&[" desk", "(ap photo)"]);
        assert!(ENDS.end("News Desk") && ENDS.end("A port (AP Photo)"));
        assert!(!ENDS.end("Desk") && !ENDS.end("A port (EPA photo)") && !ENDS.end("sk") && !ENDS.end("é"));
    }

    #[test]
    fn no_abbreviation_is_longer_than_is_looked_for() {
        assert!(ABBREVIATIONS.iter().all(|short| short.len() <= ABBREVIATION));
    }
}
