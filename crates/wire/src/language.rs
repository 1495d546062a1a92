//! Which language a story is in: said only where it is sure.

use whatlang::Lang;

/// So much of the body is looked at, in bytes …
const SAMPLE: usize = 1000;
/// … and less than so many words tell nothing.
const WORDS: usize = 12;

/// The commonest words of English, in the order of the alphabet: in prose at least one word in five is one of these, in no other
/// language one in ten.
#[rustfmt::skip]
const ENGLISH: [u64; 27] = [
    key(b"a"), key(b"after"), key(b"and"), key(b"as"), key(b"at"), key(b"by"), key(b"for"), key(b"from"), key(b"had"),
    key(b"has"), key(b"in"), key(b"is"), key(b"it"), key(b"its"), key(b"of"), key(b"on"), key(b"said"), key(b"that"),
    key(b"the"), key(b"to"), key(b"up"), key(b"was"), key(b"were"), key(b"which"), key(b"while"), key(b"with"),
    key(b"year"),
];

/// A short word as a number, in lower case, in the order of the alphabet.
const fn key(word: &[u8]) -> u64 {
    let (mut key, mut at) = ([0; 8], 0);
    while at < word.len() {
        key[at] = word[at].to_ascii_lowercase();
        at += 1;
    }
    u64::from_be_bytes(key)
}

/// Less than this many bytes of letters in few words tell nothing either.
const LETTERS: usize = 90;

/// The longest of these words, in bytes.
const LONGEST: usize = 5;

/// The language of a body, as a BCP 47 tag.
///
/// English is told by its commonest words: it is nearly all there is, and trigrams cost ten times as much as the
/// rest of parsing.
pub(crate) fn of(body: &str) -> Option<String> {
    let mut end = body.len().min(SAMPLE);
    while !body.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &body[..end];
    let (mut words, mut english, mut at) = (0, 0, 0);
    while at < sample.len() {
        let word = &sample.as_bytes()[at..at + letters(sample, at)];
        if word.is_empty() {
            at += sample[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        at += word.len();
        words += 1;
        english += usize::from(word.len() <= LONGEST && ENGLISH.binary_search(&key(word)).is_ok());
    }
    if words >= WORDS && english * 5 >= words {
        return Some("en".to_owned());
    }
    // Scripts without blanks have few "words" and still say enough, in three bytes a letter.
    let in_letters = || sample.chars().filter(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    if words < WORDS && in_letters() < LETTERS {
        return None;
    }
    let found = whatlang::detect(sample);
    let found =
        found.filter(|found| found.is_reliable() || found.lang() == Lang::Rus && is_russian(sample))?;
    tag(found.lang()).map(str::to_owned)
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

    use super::{ENGLISH, key, letters};

    #[test]
    fn the_words_of_english_are_in_order() {
        assert!(ENGLISH.is_sorted() && ENGLISH.contains(&key(b"The")));
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
    }
}
