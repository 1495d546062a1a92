//! Which language a story is in: said only where it is sure.

use std::collections::HashMap;
use std::sync::LazyLock;

use whatlang::Lang;

/// So much of the body is looked at, in bytes …
const SAMPLE: usize = 1000;
/// … and less than so many words tell nothing.
const WORDS: usize = 12;

/// The commonest words of English: in prose at least one word in five is one of these, in no other
/// language one in ten.
#[rustfmt::skip]
const ENGLISH: [&str; 27] = [
    "a", "after", "and", "as", "at", "by", "for", "from", "had", "has", "in", "is", "it", "its", "of", "on", "said", "that",
    "the", "to", "up", "was", "were", "which", "while", "with", "year",
];

/// Of these the ones that no other language has as a common word: `a` is Hungarian, Spanish and Polish, too, `in` German, `for` Danish.
const ITS_OWN: [&str; 10] = ["and", "by", "from", "said", "that", "the", "were", "which", "while", "with"];

/// The letters of ASCII in lower case, and nothing for what is no letter.
const LOWER: [u8; 256] = {
    let (mut lower, mut letter) = ([0; 256], b'a');
    while letter <= b'z' {
        lower[letter as usize] = letter;
        lower[letter.to_ascii_uppercase() as usize] = letter;
        letter += 1;
    }
    lower
};

/// The same words as numbers, each at the place that [`slot`] gives it and nothing else there, so that one look tells.
const KEYS: [u64; 1 << SLOT_BITS] = {
    let (mut keys, mut nth) = ([0; 1 << SLOT_BITS], 0);
    while nth < ENGLISH.len() {
        let (word, mut key, mut at) = (ENGLISH[nth].as_bytes(), 0, 0);
        while at < word.len() {
            key = longer(key, word[at]);
            at += 1;
        }
        assert!(keys[slot(key)] == 0, "two words have one place: take another factor");
        keys[slot(key)] = key;
        nth += 1;
    }
    keys
};

/// For each place what a word counts that stands there: one, and one of [`ITS_OWN`] this much more.
const WEIGHTS: [usize; 1 << SLOT_BITS] = {
    let (mut weights, mut nth) = ([1; 1 << SLOT_BITS], 0);
    while nth < ITS_OWN.len() {
        let (word, mut key, mut at) = (ITS_OWN[nth].as_bytes(), 0, 0);
        while at < word.len() {
            key = longer(key, word[at]);
            at += 1;
        }
        weights[slot(key)] = 1 + OWN;
        nth += 1;
    }
    weights
};
const OWN: usize = 1 << 16;

const SLOT_BITS: u32 = 8;

/// A word as a number: the one without its last letter, and that.
const fn longer(key: u64, letter: u8) -> u64 {
    key << 8 | letter as u64
}

const fn slot(key: u64) -> usize {
    /// Any odd number that gives each of the words a place of its own.
    const FACTOR: u64 = 0x0F10_CD6A_9BE8_8BF5;
    (key.wrapping_mul(FACTOR) >> (u64::BITS - SLOT_BITS)) as usize
}

/// Less than this many bytes of letters in few words tell nothing either.
const LETTERS: usize = 90;

/// The language of a body, as a BCP 47 tag.
///
/// English is told by its commonest words: it is nearly all there is, and trigrams cost ten times as much as the
/// rest of parsing.
pub(crate) fn of(body: &str) -> Option<String> {
    let sample = &body[..body.floor_char_boundary(SAMPLE)];
    let (words, english, own) = count(sample);
    // One word in five of them must be of no other language.
    let is_english = words >= WORDS && english * 5 >= words;
    if is_english && own * 5 >= english {
        return Some("en".to_owned());
    }
    if let Some(tag) = by_script(sample) {
        return Some(tag.to_owned());
    }
    // Scripts without blanks have few "words" and still say enough, in three bytes a letter.
    let in_letters = || sample.chars().filter(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    if words < WORDS && in_letters() < LETTERS {
        return None;
    }
    let common = Common::of(sample);
    let best = common.best();
    if let Some(other) = best.and_then(|(tag, _)| lookalike(tag, sample)) {
        return Some(other.to_owned());
    }
    if let Some((tag, true)) = best {
        return Some(tag.to_owned());
    }
    let found = whatlang::detect(sample);
    // Two that are not sure and say the same are.
    let agrees = |lang| best.is_some_and(|(known, _)| tag(lang) == Some(known));
    let differs = |tag: &str| best.is_some_and(|(known, _)| known != tag);
    let sure = |found: &whatlang::Info| {
        found.is_reliable() || found.lang() == Lang::Rus && is_russian(sample) || agrees(found.lang())
    };
    // Tables of names and numbers look like any language.
    let found = found
        .filter(sure)
        .and_then(|found| tag(found.lang()))
        .filter(|tag| common.may_be(tag, sample.is_ascii()) && !differs(tag));
    found.or_else(|| is_english.then_some("en")).map(str::to_owned)
}

/// The common words of languages in Latin letters, each with a bit for each of these that has it, and the tags by these bits.
static COMMON: LazyLock<(HashMap<&str, u32>, Vec<&str>)> = LazyLock::new(|| {
    let lines = include_str!("../data/common-words.tsv").lines().filter(|line| !line.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once('\t'));
    let (mut words, mut tags) = (HashMap::new(), Vec::new());
    for (nth, (tag, list)) in lines.enumerate() {
        tags.push(tag);
        for word in list.split(' ') {
            *words.entry(word).or_default() |= 1 << nth;
        }
    }
    (words, tags)
});

/// Languages that another in the table of common words stands for, each with common words that only they have (general knowledge).
#[rustfmt::skip]
const LOOKALIKES: &[(&str, &str, &[&str])] = &[
    ("nl", "af", &["nie", "vir", "hulle", "sê", "gesê", "deur", "oor", "suid", "dié", "gaan", "ná"]),
    ("pt", "gl", &["unha", "coa", "polo", "pola", "máis", "un", "en", "datos", "martes", "luns", "xoves", "febreiro", "xaneiro", "medrou", "non", "dixo", "ata", "tamén", "xunta", "cos", "dunha", "nunha"]),
    ("tr", "sw", &["ya", "wa", "na", "kwa", "katika", "za", "ni", "alisema", "hiyo", "mwaka", "huo", "cha", "kuwa"]),
    ("hr", "sr", &["predsednik", "posle", "pre", "gde", "reč", "vreme", "deo", "januara", "februara", "marta", "aprila", "avgusta", "septembra", "oktobra", "novembra", "decembra", "evra", "odsto", "cena", "cenu", "cene", "nedelja", "nedelje", "berza", "mesec", "meseca", "saopštio", "saopštila", "saopštilo", "hiljada", "sreda", "sredu"]),
];

/// The language that a text is in rather, if some words are only of that one. `ya` is of Turkish as well: it must go without the commonest
/// words of that.
fn lookalike(tag: &str, sample: &str) -> Option<&'static str> {
    const FEW: usize = 2;
    const TURKISH: &[&str] = &["ve", "bir", "bu", "da", "de", "olarak"];
    let (_, other, own) = LOOKALIKES.iter().find(|(known, ..)| *known == tag)?;
    let words = || sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let theirs = words().filter(|word| own.contains(&word.to_lowercase().as_str())).count();
    let turkish = || !sample.is_ascii() || words().any(|word| TURKISH.contains(&word));
    (theirs >= FEW && (tag != "tr" || !turkish())).then_some(*other)
}

/// How many words there are, and how many of them are common ones of each language.
struct Common {
    words: u32,
    hits: Vec<u32>,
    /// The same, where each counts for as much less as more languages have it.
    scores: Vec<u32>,
}

impl Common {
    /// What a word counts that one language has: this can be parted.
    const WHOLE: u32 = 60;

    fn of(sample: &str) -> Self {
        let (common, tags) = &*COMMON;
        let mut all = Self { words: 0, hits: vec![0; tags.len()], scores: vec![0; tags.len()] };
        let mut lower = String::new();
        for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            all.words += 1;
            lower.clear();
            lower.extend(word.chars().flat_map(char::to_lowercase));
            let known = common.get(lower.as_str()).copied().unwrap_or(0);
            for nth in (0..tags.len()).filter(|nth| known >> nth & 1 == 1) {
                all.hits[nth] += 1;
                all.scores[nth] += Self::WHOLE / known.count_ones();
            }
        }
        all
    }

    /// The language that is told by its common words, and whether these alone are enough.
    fn best(&self) -> Option<(&'static str, bool)> {
        let best = (0..self.scores.len()).max_by_key(|nth| self.scores[*nth])?;
        let others = (0..self.scores.len()).filter(|nth| *nth != best);
        let (score, second) = (self.scores[best], others.map(|nth| self.scores[nth]).max()?);
        let words = self.words * Self::WHOLE;
        // One word in twelve at least, and a fifth more than the next language; or one in eight, and half as much again or two words
        // that only this one has.
        let tells = score >= Self::WHOLE && score * 12 >= words && score * 5 >= second * 6;
        let sure = score >= 2 * Self::WHOLE
            && score * 8 >= words
            && (score * 2 >= second * 3 || score >= second + 2 * Self::WHOLE);
        tells.then_some((COMMON.1[best], sure))
    }

    /// Whether a text can be in a language whose common words are known: no more of its words are English, and in letters of ASCII
    /// alone a tenth of them is of that language.
    fn may_be(&self, tag: &str, is_ascii: bool) -> bool {
        let hits = |tag| COMMON.1.iter().position(|known| *known == tag).map(|nth| self.hits[nth]);
        let (own, english) = (hits(tag), hits("en").unwrap_or(0));
        own.is_none_or(|own| tag == "en" || own >= english && (!is_ascii || own * 10 >= self.words))
    }
}

/// The tags of languages by what else a file may call them, in lower case.
static NAMES: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let lines = include_str!("../data/languages.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(|line| {
            let (tag, names) = line.split_once('\t').unwrap_or((line, ""));
            let names = names.split(['\t', ',']).filter(|name| !name.is_empty());
            names.map(move |name| (name.to_lowercase(), tag))
        })
        .collect()
});

/// The tag of BCP 47 for what a field says: the shortest code of the language, and each part in the letters of the book
/// (`fra`, `German`, `pt-br`, `zh-hans` → `fr`, `de`, `pt-BR`, `zh-Hans`).
pub(crate) fn tag_of(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let known = |name: &str| NAMES.get(name).map(|tag| (*tag).to_owned());
    if !crate::draft::is_language(&lower) {
        return known(&lower);
    }
    let mut parts = lower.split('-');
    let primary = parts.next()?;
    let mut tag = Some(primary)
        .filter(|primary| primary.len() > 2)
        .and_then(known)
        .unwrap_or_else(|| primary.to_owned());
    // Behind a part of one letter nothing is a script or a country.
    let mut plain = true;
    for part in parts {
        plain &= part.len() > 1;
        let letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        tag.push('-');
        match part.len() {
            2 if plain && letters => tag.push_str(&part.to_ascii_uppercase()),
            4 if plain && letters => {
                tag.push_str(&part[..1].to_ascii_uppercase());
                tag.push_str(&part[1..]);
            }
            _ => tag.push_str(part),
        }
    }
    Some(tag)
}

/// Some scripts are of one language: nearly all letters are of it. Japanese has kana among its other characters, Chinese has none.
fn by_script(sample: &str) -> Option<&'static str> {
    /// Fewer letters may be a name.
    const LETTERS: usize = 12;
    if sample.is_ascii() {
        return None;
    }
    let (mut all, mut han, mut kana, mut hangul, mut greek, mut hebrew, mut thai) = (0, 0, 0, 0, 0, 0, 0);
    for c in sample.chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        match c {
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => greek += 1,
            '\u{590}'..='\u{5ff}' => hebrew += 1,
            '\u{e00}'..='\u{e7f}' => thai += 1,
            _ => {}
        }
    }
    let nearly = |count: usize| count >= LETTERS && count * 5 >= all * 4;
    if nearly(hangul + han) && hangul * 2 > all {
        Some("ko")
    } else if nearly(han + kana) && kana * 10 >= all {
        Some("ja")
    } else if nearly(han) && kana == 0 {
        Some("zh")
    } else {
        [(greek, "el"), (hebrew, "he"), (thai, "th")]
            .into_iter()
            .find(|(count, _)| nearly(*count))
            .map(|(_, tag)| tag)
    }
}

/// `ы` is a letter of Russian and of languages that have letters of their own besides; Bulgarian, Serbian and Macedonian lack it.
fn is_russian(sample: &str) -> bool {
    let foreign = |c| {
        matches!(
            c,
            'і' | 'ї' | 'є' | 'ґ' | 'ў' | 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'ѓ' | 'ќ' | '\u{48a}'..='\u{52f}'
        )
    };
    sample.contains('ы') && !sample.chars().flat_map(char::to_lowercase).any(foreign)
}

/// How many words there are, how many of them are [`ENGLISH`], and how many of these [`ITS_OWN`].
fn count(sample: &str) -> (usize, usize, usize) {
    let bytes = sample.as_bytes();
    let (mut words, mut english) = (0, 0);
    let mut word = |key: u64| {
        words += 1;
        let slot = slot(key);
        english += if KEYS[slot] == key { WEIGHTS[slot] } else { 0 };
    };
    let (mut key, mut at) = (0, 0);
    // Up to the first letter of another alphabet, which hardly any text in English has.
    let plain = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len());
    let whole = bytes[..plain].iter().rposition(|byte| LOWER[usize::from(*byte)] == 0).map_or(0, |at| at + 1);
    for byte in &bytes[..whole] {
        let letter = LOWER[usize::from(*byte)];
        if letter != 0 {
            key = longer(key, letter);
        } else if key != 0 {
            word(key);
            key = 0;
        }
    }
    at = at.max(whole);
    while let Some(byte) = bytes.get(at) {
        let letter = LOWER[usize::from(*byte)];
        if letter != 0 {
            // Of a long word the last letters are left, which are more than those of any of these.
            key = longer(key, letter);
            at += 1;
        } else if byte.is_ascii() {
            if key != 0 {
                word(key);
                key = 0;
            }
            at += 1;
        } else {
            let length = letters(sample, at);
            if length > 0 {
                word(u64::MAX);
            } else if key != 0 {
                word(key);
            }
            key = 0;
            at += length.max(sample[at..].chars().next().map_or(1, char::len_utf8));
        }
    }
    if key != 0 {
        word(key);
    }
    (words, english % OWN, english / OWN)
}

/// How many bytes of letters stand at `at`.
fn letters(sample: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(byte) = sample.as_bytes().get(end) {
        if byte.is_ascii_alphabetic() {
            end += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            match sample[end..].chars().next() {
                Some(c) if c.is_alphabetic() => end += c.len_utf8(),
                _ => break,
            }
        }
    }
    end - at
}

/// The shortest tag of a language, as BCP 47 wants it.
fn tag(language: Lang) -> Option<&'static str> {
    TAGS.iter().find(|(known, _)| *known == language).map(|(_, tag)| *tag)
}

const TAGS: &[(Lang, &str)] = &[
    (Lang::Eng, "en"),
    (Lang::Rus, "ru"),
    (Lang::Cmn, "zh"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Ben, "bn"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Ukr, "uk"),
    (Lang::Kat, "ka"),
    (Lang::Ara, "ar"),
    (Lang::Hin, "hi"),
    (Lang::Jpn, "ja"),
    (Lang::Heb, "he"),
    (Lang::Yid, "yi"),
    (Lang::Pol, "pl"),
    (Lang::Amh, "am"),
    (Lang::Jav, "jv"),
    (Lang::Kor, "ko"),
    (Lang::Nob, "nb"),
    (Lang::Dan, "da"),
    (Lang::Swe, "sv"),
    (Lang::Fin, "fi"),
    (Lang::Tur, "tr"),
    (Lang::Nld, "nl"),
    (Lang::Hun, "hu"),
    (Lang::Ces, "cs"),
    (Lang::Ell, "el"),
    (Lang::Bul, "bg"),
    (Lang::Bel, "be"),
    (Lang::Mar, "mr"),
    (Lang::Kan, "kn"),
    (Lang::Ron, "ro"),
    (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Tam, "ta"),
    (Lang::Vie, "vi"),
    (Lang::Urd, "ur"),
    (Lang::Tha, "th"),
    (Lang::Guj, "gu"),
    (Lang::Uzb, "uz"),
    (Lang::Pan, "pa"),
    (Lang::Aze, "az"),
    (Lang::Ind, "id"),
    (Lang::Tel, "te"),
    (Lang::Pes, "fa"),
    (Lang::Mal, "ml"),
    (Lang::Ori, "or"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Sin, "si"),
    (Lang::Khm, "km"),
    (Lang::Tuk, "tk"),
    (Lang::Aka, "ak"),
    (Lang::Zul, "zu"),
    (Lang::Sna, "sn"),
    (Lang::Afr, "af"),
    (Lang::Lat, "la"),
    (Lang::Slk, "sk"),
    (Lang::Cat, "ca"),
    (Lang::Tgl, "tl"),
    (Lang::Hye, "hy"),
    (Lang::Epo, "eo"),
    (Lang::Cym, "cy"),
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{COMMON, ENGLISH, ITS_OWN, TAGS, count, letters};

    #[test]
    fn each_common_word_of_english_is_known_in_either_case() {
        assert!(ITS_OWN.iter().all(|word| ENGLISH.contains(word)));
        assert!(ENGLISH.iter().all(|word| word.len() < 8), "a longer one is not told from its end");
        for word in ENGLISH {
            let upper = word.to_uppercase();
            let own = if ITS_OWN.contains(&word) { 2 } else { 0 };
            assert_eq!(count(&format!("{word} {upper}: {word}é x{word}")), (4, 2, own), "{word}");
        }
    }

    #[test]
    fn the_languages_of_common_words_are_few_enough_for_their_bits_and_no_word_is_of_none() {
        let (words, tags) = &*COMMON;
        assert!(tags.len() <= u32::BITS as usize && tags.len() > 20);
        assert!(words.keys().all(|word| !word.is_empty() && word.to_lowercase() == **word));
        for (_, tag) in TAGS.iter().filter(|(_, tag)| ["hu", "da", "sl", "en"].contains(tag)) {
            assert!(tags.contains(tag), "{tag}");
        }
    }

    proptest! {
        #[test]
        fn words_are_runs_of_letters(sample in "([a-zÀ-ÿ一-丏']{0,6}\\PC?){0,20}") {
            let (mut found, mut at) = (Vec::new(), 0);
            while at < sample.len() {
                match letters(&sample, at) {
                    0 => at += sample[at..].chars().next().map_or(1, char::len_utf8),
                    length => {
                        found.push(&sample[at..at + length]);
                        at += length;
                    }
                }
            }
            let split = sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            prop_assert_eq!(found, split.collect::<Vec<_>>());
        }

        #[test]
        fn each_word_counts_once(sample in "((the|The|of|A|to|it's|xthe|thé)?[a-zÀ-ÿ一-丏 ]{0,3}\\PC?){0,20}") {
            let words = sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            let english = words.clone().filter(|word| ENGLISH.contains(&word.to_ascii_lowercase().as_str()));
            let own = words.clone().filter(|word| ITS_OWN.contains(&word.to_ascii_lowercase().as_str()));
            prop_assert_eq!(count(&sample), (words.clone().count(), english.count(), own.count()));
        }
    }
}
