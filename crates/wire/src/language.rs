//! Which language a story is in: said only where it is sure.

use whatlang::Lang;

/// So much of the body is looked at, in bytes …
const SAMPLE: usize = 1000;
/// … and less than so many words tell nothing.
const WORDS: usize = 12;

/// Whether a word, in lower case, is one of the commonest of English: in prose at least one word in five is one of
/// these, in no other language one in ten.
fn is_english(word: &[u8]) -> bool {
    matches!(
        word,
        b"a" | b"as"
            | b"at"
            | b"by"
            | b"in"
            | b"is"
            | b"it"
            | b"of"
            | b"on"
            | b"to"
            | b"up"
            | b"and"
            | b"for"
            | b"had"
            | b"has"
            | b"its"
            | b"the"
            | b"was"
            | b"from"
            | b"said"
            | b"that"
            | b"were"
            | b"with"
            | b"year"
            | b"after"
            | b"which"
            | b"while"
    )
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
    let (mut words, mut english) = (0, 0);
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        if word.len() <= LONGEST {
            let mut lower = [0; LONGEST];
            let lower = &mut lower[..word.len()];
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            english += usize::from(is_english(lower));
        }
    }
    if words >= WORDS && english * 5 >= words {
        return Some("en".to_owned());
    }
    // Scripts without blanks have few "words" and still say enough, in three bytes a letter.
    let letters = || sample.chars().filter(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    if words < WORDS && letters() < LETTERS {
        return None;
    }
    let found = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    tag(found.lang()).map(str::to_owned)
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
