//! Bytes → characters: what the bytes are, whatever they are said to be.

use std::borrow::Cow;

use article::Warning;
use encoding_rs::{Encoding, ISO_2022_JP, ISO_8859_2, ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Characters, with the name of the coding they were read in.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub charset: &'static str,
    pub warnings: Vec<Warning>,
}

impl Decoded<'_> {
    /// A part of these characters, or what was made of them.
    pub(crate) fn part<'t>(&self, text: impl Into<Cow<'t, str>>) -> Decoded<'t> {
        Decoded { text: text.into(), charset: self.charset, warnings: self.warnings.clone() }
    }
}

/// How far into a file its declaration may stand, in bytes.
const DECLARATION: usize = 1024;

/// What the guess looks at, in bytes: more does not make it better.
const SAMPLE: usize = 64 * 1024;

/// Decodes: by byte order mark, by the pattern of zeros that UTF-16 leaves, as UTF-8 if it is, as declared, else by guess.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    // An article that was parsed before was mended then: what looks spoiled in it is how its text stands.
    if was_parsed(bytes) { decode_once(bytes) } else { mend(decode_once(bytes)) }
}

/// Whether bytes are an article as this crate's users write it, with where it came from.
fn was_parsed(bytes: &[u8]) -> bool {
    const SCHEMA: &[u8] = b"{\"schema\":\"dateline.article/1\",";
    const SOURCE: &[u8] = b"\"source\":{\"feed\":";
    /// `source` stands behind the identifier and the version.
    const WITHIN: usize = 2048;
    bytes.starts_with(SCHEMA) && memchr::memmem::find(&bytes[..bytes.len().min(WITHIN)], SOURCE).is_some()
}

fn decode_once(bytes: &[u8]) -> Decoded<'_> {
    // The mark of UTF-32 begins with that of UTF-16.
    if let Some(decoded) = utf_32(bytes) {
        return decoded;
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return against_declaration(as_coded(&bytes[mark..], encoding, None), encoding);
    }
    if let Some(encoding) = zeros(bytes) {
        return as_coded(
            bytes,
            encoding,
            Some(("charset_guessed", "read as UTF-16 without a byte order mark".to_owned())),
        );
    }
    let label = declared_label(bytes);
    let known = label.and_then(|label| Some((label, Encoding::for_label(label.as_bytes())?)));
    if let Some((label, old)) = old_named(label.filter(|_| known.is_none()))
        && std::str::from_utf8(bytes).is_err()
    {
        return old.decode(bytes, Some(label));
    }
    match known {
        // What can be read so far has one byte a character.
        Some((label, wide)) if is_wide(wide) => {
            let mut decoded = decode_declared(bytes, None);
            let (code, text) = told(Some(label), decoded.charset);
            decoded.warnings.insert(0, Warning { code: code.to_owned(), text });
            decoded
        }
        declared => decode_declared(bytes, declared),
    }
}

/// A mark tells more than a declaration that says otherwise: a program that coded the file anew has left it there.
fn against_declaration<'a>(mut decoded: Decoded<'a>, encoding: &'static Encoding) -> Decoded<'a> {
    let start = decoded.text.as_bytes();
    let start = &start[..start.len().min(DECLARATION)];
    if let Some((label, declared)) = declared(start)
        && declared != encoding
        && !(is_wide(declared) && is_wide(encoding))
    {
        let text = format!("declared as {label}, but its mark is that of {}", encoding.name());
        decoded.warnings.insert(0, Warning { code: "charset_mended".to_owned(), text });
    }
    decoded
}

/// Decodes a part of a message that says itself how it is coded: rightly or not.
pub(crate) fn decode_as<'a>(bytes: &'a [u8], label: Option<&str>) -> Decoded<'a> {
    mend(decode_part(bytes, label))
}

fn decode_part<'a>(bytes: &'a [u8], label: Option<&str>) -> Decoded<'a> {
    let known = label.and_then(|label| Some((label, Encoding::for_label(label.trim().as_bytes())?)));
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return as_coded(&bytes[mark..], encoding, None);
    }
    if let Some((_, encoding)) = known.filter(|(_, encoding)| is_wide(encoding)) {
        return as_coded(bytes, encoding, None);
    }
    if let Some((label, old)) = old_named(label.filter(|_| known.is_none()))
        && std::str::from_utf8(bytes).is_err()
    {
        return old.decode(bytes, Some(label));
    }
    decode_declared(bytes, known)
}

/// Two or four bytes a character: never declared in what can be read as ASCII so far.
fn is_wide(encoding: &Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

fn decode_declared<'a>(bytes: &'a [u8], declared: Option<(&str, &'static Encoding)>) -> Decoded<'a> {
    if declared.is_some_and(|(_, encoding)| encoding == ISO_2022_JP) && bytes.is_ascii() {
        // Japanese in seven bits looks like ASCII.
        return as_coded(bytes, ISO_2022_JP, None);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let mended = declared.filter(|(_, encoding)| *encoding != UTF_8 && !text.is_ascii());
        let warning = mended.map(|(label, _)| told(Some(label), "UTF-8"));
        return finish(Cow::Borrowed(text), UTF_8, warning, false);
    }
    if is_mostly_utf_8(bytes, declared.is_none_or(|(_, encoding)| encoding == UTF_8)) {
        return as_coded(bytes, UTF_8, None);
    }
    let label = declared.map(|(label, _)| label);
    // Programs write these two without looking; what else a file says of itself is meant.
    if declared.is_none_or(|(_, encoding)| encoding == UTF_8 || encoding == WINDOWS_1252) {
        // Where nearly all is beyond ASCII, no language of Europe is meant: Chinese and Japanese pass as latin-1 in many a mail.
        if let Some(encoding) = of_two_bytes(bytes) {
            return as_coded(bytes, encoding, Some(told(label, encoding.name())));
        }
        if let Some(old) = Old::of(bytes) {
            return old.decode(bytes, label);
        }
    }
    match declared {
        Some((label, encoding)) if encoding != UTF_8 => {
            let wrong = encoding == WINDOWS_1252 && is_no_latin_1(bytes, label);
            let encoding = if wrong { western(bytes) } else { encoding };
            as_coded(bytes, encoding, wrong.then(|| told(Some(label), encoding.name())))
        }
        _ => {
            let encoding = guess(bytes);
            as_coded(bytes, encoding, Some(told(label, encoding.name())))
        }
    }
}

/// The warning that bytes are in another coding than was declared, or in one that nothing declares.
fn told(label: Option<&str>, name: &str) -> (&'static str, String) {
    match label {
        Some(label) => ("charset_mended", format!("declared as {label}, but it is {name}")),
        None => ("charset_guessed", format!("not UTF-8; read as {name}")),
    }
}

/// Codings of the first personal computers, which old feeds still have. Their letters stand where windows-1252 has marks: a mark
/// between two letters of a word tells them, as far as all such are letters of the one and not of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Old {
    Cp437,
    MacRoman,
    /// Of these two only a declaration tells.
    Cp852,
    MacCentral,
}

/// What cp437 has from 0x80 on (Unicode's table CP437.TXT).
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// What cp852 has from 0x80 on (Unicode's table CP852.TXT).
const CP852: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}";

/// What the Macintosh has from 0x80 on for central Europe (Unicode's table CENTEURO.TXT).
const MAC_CENTRAL: &str = "ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅņŃ¬√ńŇ∆«»…\u{a0}ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ";

/// The old coding that a label names, if there is a label.
fn old_named(label: Option<&str>) -> Option<(&str, Old)> {
    label.and_then(|label| Some((label, Old::named(label)?)))
}

impl Old {
    /// The one that a label names, of those that no browser knows.
    fn named(label: &str) -> Option<Self> {
        let label = label.trim().to_ascii_lowercase();
        match label.as_str() {
            "ibm437" | "cp437" | "437" => Some(Self::Cp437),
            "ibm852" | "cp852" | "852" | "pcp852" | "cspcp852" => Some(Self::Cp852),
            "x-mac-ce"
            | "x-mac-centraleurroman"
            | "mac-centraleurope"
            | "maccentraleurope"
            | "macce"
            | "mac_latin2"
            | "mac-latin2" => Some(Self::MacCentral),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Cp437 => "IBM437",
            Self::MacRoman => "macintosh",
            Self::Cp852 => "IBM852",
            Self::MacCentral => "x-mac-ce",
        }
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        let (mut marks, mut cp437, mut mac) = (0, true, true);
        let old = letters_of(CP437);
        for (at, byte) in sample.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
            let lower =
                |at: Option<usize>| at.and_then(|at| sample.get(at)).is_some_and(u8::is_ascii_lowercase);
            // Inside a word, or at its end.
            if !at.checked_sub(1).is_some_and(|at| sample[at].is_ascii_alphabetic()) {
                continue;
            }
            let inside = lower(Some(at + 1));
            // In windows-1252 an apostrophe, and letters of a few languages; what latin-1 has letters for tells nothing.
            let (windows, _, _) = WINDOWS_1252.decode(std::slice::from_ref(byte));
            // A capital inside a word is none that anyone wrote.
            let letter = windows.chars().all(|c| c.is_lowercase() || c == '’');
            if inside && !letter {
                marks += 1;
            }
            if letter && (0xc0..=0xff).contains(byte) && *byte != 0xe1 {
                // A letter of latin-1 in a word: it is latin-1.
                return None;
            }
            let small = |c: char| c.is_lowercase() && ('ß'..='ÿ').contains(&c);
            let (of_mac, _, _) = encoding_rs::MACINTOSH.decode(std::slice::from_ref(byte));
            if inside {
                cp437 &= small(old[usize::from(byte & 0x7f)]);
                mac &= of_mac.chars().all(small);
            }
        }
        // One alone may be chance, unless it is all there is: `zur\x81ck`.
        let all = || sample.iter().filter(|byte| !byte.is_ascii()).count() == 1;
        match (marks > 1 || marks == 1 && all(), cp437, mac) {
            (true, true, false) => Some(Self::Cp437),
            (true, false, true) => Some(Self::MacRoman),
            _ => None,
        }
    }

    fn decode<'a>(self, bytes: &[u8], label: Option<&str>) -> Decoded<'a> {
        let letters = match self {
            Self::MacRoman => None,
            Self::Cp437 => Some(CP437),
            Self::Cp852 => Some(CP852),
            Self::MacCentral => Some(MAC_CENTRAL),
        };
        let text = match letters.map(letters_of) {
            None => encoding_rs::MACINTOSH.decode_without_bom_handling(bytes).0.into_owned(),
            Some(letters) => {
                let of = |byte: &u8| match byte {
                    0..=0x7f => char::from(*byte),
                    _ => letters[usize::from(byte & 0x7f)],
                };
                bytes.iter().map(of).collect()
            }
        };
        let as_said = label.and_then(Self::named) == Some(self);
        let warning = (!as_said).then(|| told(label, self.name()));
        let warnings = warning.map(|(code, text)| Warning { code: code.to_owned(), text });
        Decoded { text: Cow::Owned(text), charset: self.name(), warnings: warnings.into_iter().collect() }
    }
}

/// By the lower seven bits of their bytes.
fn letters_of(table: &str) -> [char; 128] {
    let mut letters = ['\u{fffd}'; 128];
    letters.iter_mut().zip(table.chars()).for_each(|(place, letter)| *place = letter);
    letters
}

/// The coding of two bytes a character that bytes are in: most of them are beyond ASCII, and all of them mean something in it.
fn of_two_bytes(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let letters = sample.iter().filter(|byte| !byte.is_ascii() || byte.is_ascii_alphabetic()).count();
    let beyond = sample.iter().filter(|byte| !byte.is_ascii()).count();
    if beyond < 8 || beyond * 2 < letters {
        return None;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guessed = detector.guess(None, chardetng::Utf8Detection::Deny);
    (!guessed.is_single_byte() && !guessed.decode_without_bom_handling(bytes).1).then_some(guessed)
}

/// UTF-8 with a few bytes that a line or a program spoiled: what is left of a character that was cut, one letter of another coding.
///
/// In another coding hardly any two letters side by side are a character of UTF-8, and all others are none.
fn is_mostly_utf_8(bytes: &[u8], open: bool) -> bool {
    let (mut characters, mut spoiled) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        // Three bytes that are one character by chance are rarer still: one dash outweighs one bad byte.
        let weight = |letter: char| usize::from(!letter.is_ascii()) + usize::from(letter.len_utf8() > 2);
        characters += chunk.valid().chars().map(weight).sum::<usize>();
        spoiled += usize::from(!chunk.invalid().is_empty());
    }
    // against what a file says of itself there must be more
    let share = if open { 2 } else { 8 };
    characters >= share && characters / share >= spoiled
}

/// Labels of latin-1 and of ASCII, which programs read as windows-1252: whether the bytes need that.
fn is_no_latin_1(bytes: &[u8], label: &str) -> bool {
    let label = label.trim();
    let windows = label.contains("125") || label.eq_ignore_ascii_case("x-ansi");
    let ascii = label.to_ascii_lowercase().contains("ascii");
    ascii || !windows && bytes.iter().any(|byte| (0x80..=0x9f).contains(byte))
}

/// ISO-8859-15 has the euro where latin-1 has a sign that no one writes, and no letters where windows-1252 has some.
fn western(bytes: &[u8]) -> &'static Encoding {
    const EURO: u8 = 0xa4;
    let euro = memchr::memchr(EURO, bytes).is_some();
    if euro && !bytes.iter().any(|byte| (0x80..=0x9f).contains(byte)) { ISO_8859_15 } else { WINDOWS_1252 }
}

fn as_coded<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    warning: Option<(&str, String)>,
) -> Decoded<'a> {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    finish(text, encoding, warning, bad)
}

fn finish<'a>(
    text: Cow<'a, str>,
    encoding: &'static Encoding,
    warning: Option<(&str, String)>,
    bad: bool,
) -> Decoded<'a> {
    let mut warnings: Vec<Warning> =
        warning.map(|(code, text)| Warning { code: code.to_owned(), text }).into_iter().collect();
    if bad {
        let text = format!("some bytes mean nothing in {}", encoding.name());
        warnings.push(Warning { code: "bad_characters".to_owned(), text });
    }
    Decoded { text, charset: encoding.name(), warnings }
}

/// Undoes a coding too many, and takes off what marks are left.
fn mend(decoded: Decoded<'_>) -> Decoded<'_> {
    /// A file that went through several hands may have one of each.
    const MARK: char = '\u{feff}';
    let Decoded { text, charset, warnings } = decoded;
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(MARK)),
        Cow::Owned(text) if text.starts_with(MARK) => Cow::Owned(text.trim_start_matches(MARK).to_owned()),
        owned @ Cow::Owned(_) => owned,
    };
    let decoded = Decoded { text, charset, warnings };
    match mojibake(&decoded.text) {
        Some((meant, coding)) => {
            let text = format!("UTF-8 that was taken for {coding} and coded once more");
            let warning = Warning { code: "charset_mended".to_owned(), text };
            let mut warnings = decoded.warnings;
            warnings.push(warning);
            Decoded { text: Cow::Owned(meant), warnings, charset: decoded.charset }
        }
        None => decoded,
    }
}

/// `MontrÃ©al`, `Brazilâ€™s`: what was meant, if all of a text is so.
fn mojibake(text: &str) -> Option<(String, &'static str)> {
    // `Ã`, `Â` and `â€` begin nearly all of it.
    let marks: [&[u8]; 3] = ["Ã".as_bytes(), "Â".as_bytes(), "â€".as_bytes()];
    // … and all of these begin with the same byte.
    memchr::memchr(marks[0][0], text.as_bytes())?;
    if !marks.iter().any(|mark| memchr::memmem::find(text.as_bytes(), mark).is_some()) {
        return None;
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    if !lost && let Ok(meant) = String::from_utf8(bytes.into_owned()) {
        return Some((meant, "windows-1252"));
    }
    // `GrÃ¶Ã\u{9f}e`: taken for latin-1, which has controls where windows-1252 has marks.
    let controls = text.contains(|c| ('\u{80}'..='\u{9f}').contains(&c));
    let bytes: Option<Vec<u8>> =
        controls.then(|| text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()).flatten();
    Some((String::from_utf8(bytes?).ok()?, "latin-1"))
}

/// UTF-32, by its mark or by the zeros in each of the first characters.
fn utf_32(bytes: &[u8]) -> Option<Decoded<'static>> {
    /// So many characters without a mark must look so.
    const LOOK: usize = 16;
    let little: fn([u8; 4]) -> u32 = u32::from_le_bytes;
    let big: fn([u8; 4]) -> u32 = u32::from_be_bytes;
    let looks = |zeros: [usize; 2], low: usize| {
        let characters = || bytes.chunks_exact(4).take(LOOK);
        characters().len() >= 4
            && characters().all(|character| zeros.iter().all(|at| character[*at] == 0))
            && characters().all(|character| character[low] != 0)
    };
    let (read, mark) = if bytes.starts_with(&[0xff, 0xfe, 0, 0]) {
        (little, 4)
    } else if bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        (big, 4)
    } else if looks([2, 3], 0) {
        (little, 0)
    } else if looks([0, 1], 3) {
        (big, 0)
    } else {
        return None;
    };
    let bytes = &bytes[mark..];
    let mut bad = !bytes.len().is_multiple_of(4);
    let characters = bytes.chunks_exact(4).map(|four| {
        let code = four.try_into().map_or(u32::MAX, read);
        char::from_u32(code).unwrap_or_else(|| {
            bad = true;
            '\u{fffd}'
        })
    });
    let text: String = characters.collect();
    let mut warnings = Vec::new();
    let mut warn =
        |code: &str, text: &str| warnings.push(Warning { code: code.to_owned(), text: text.to_owned() });
    if mark == 0 {
        warn("charset_guessed", "read as UTF-32 without a byte order mark");
    }
    if bad {
        warn("bad_characters", "some bytes mean nothing in UTF-32");
    }
    Some(Decoded { text: Cow::Owned(text), charset: "UTF-32", warnings })
}

/// UTF-16 of mostly Latin letters has a zero in every second byte, always on the same side.
fn zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(DECLARATION) & !1];
    memchr::memchr(0, sample)?; // nearly nothing has one
    let zeros_at = |side| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros_at(0), zeros_at(1), sample.len() / 2);
    match pairs {
        0..4 => None,
        _ if odd * 5 > pairs * 2 && even * 20 < pairs => Some(UTF_16LE),
        _ if even * 5 > pairs * 2 && odd * 20 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// What an XML declaration says: the label and what it stands for.
fn declared(bytes: &[u8]) -> Option<(&str, &'static Encoding)> {
    let label = declared_label(bytes)?;
    Encoding::for_label(label.as_bytes()).map(|encoding| (label, encoding))
}

/// How XML says that it is coded.
fn declared_label(bytes: &[u8]) -> Option<&str> {
    let start = bytes.iter().take(DECLARATION).position(|byte| !byte.is_ascii_whitespace())?;
    let declaration = bytes[start..].strip_prefix(b"<?xml")?;
    let end = declaration.iter().take(DECLARATION).position(|byte| *byte == b'>')?;
    let declaration = std::str::from_utf8(&declaration[..end]).ok()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split(quote).next()
}

/// The likeliest coding of bytes that are not UTF-8.
///
/// Old feeds are latin-1 and nothing else so often that the detector has to see a good share of bytes beyond ASCII
/// before it is believed when it says something more exotic.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let beyond_ascii = sample.iter().filter(|byte| !byte.is_ascii()).count();
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guessed = detector.guess(None, chardetng::Utf8Detection::Deny);
    if guessed == WINDOWS_1252 || beyond_ascii * 50 < sample.len() && guessed.is_single_byte() {
        return if is_hungarian(sample) { ISO_8859_2 } else { western(bytes) };
    }
    guessed
}

/// `õ` and `û` of latin-1 are `ő` and `ű` of latin-2. Hungarian has both in every other line, and the languages that
/// have `õ` (Portuguese, Estonian) have no `û`; French and Turkish have it the other way round.
fn is_hungarian(bytes: &[u8]) -> bool {
    let has = |letters: [u8; 2]| memchr::memchr2(letters[0], letters[1], bytes).is_some();
    // Ő ő, Ű ű; and none of what latin-2 has no Hungarian letters for: ã, ç, ê, ñ, è, à
    has([0xd5, 0xf5])
        && has([0xdb, 0xfb])
        && !bytes.iter().any(|byte| b"\xe3\xe7\xea\xf1\xe8\xe0".contains(byte))
}
