//! Looks through a record in one pass that builds nothing.
//!
//! Checking the JSON of a record is the largest part of filing it. serde_json does it for any JSON; this does it for what
//! Dateline writes, three times as fast, and says nothing about the rest: **what is passed here, serde_json passes too**
//! (a test compares them), and what is not passed is for serde_json to judge.

use article::ENRICHED_SCHEMA;

/// Deeper JSON is left to serde_json; a record nests four deep.
const DEPTH: u32 = 64;

/// The value of `enrichment` in bytes that are beyond doubt a record: UTF-8, JSON, each field that is needed there once and of
/// its type.
pub(crate) fn enrichment(bytes: &[u8]) -> Option<&[u8]> {
    let mut seen = Seen::default();
    let mut enrichment = None;
    let end = fields(bytes, blanks(bytes, 0), |name, at| match name {
        b"schema" => {
            seen.once(0)?;
            let end = string(bytes, at)?;
            (bytes[at + 1..end - 1] == *ENRICHED_SCHEMA.as_bytes()).then_some(end)
        }
        b"id" => seen.once(1).and_then(|()| string(bytes, at)),
        b"version" => seen.once(2).and_then(|()| count(bytes, at)),
        b"text" => seen.once(3).and_then(|()| string(bytes, at)),
        b"regions" => seen.once(4).and_then(|()| list(bytes, at)),
        b"industries" => seen.once(5).and_then(|()| list(bytes, at)),
        b"trade_figures" => seen.once(6).and_then(|()| list(bytes, at)),
        b"enrichment" => {
            seen.once(7)?;
            let end = versions(bytes, at)?;
            enrichment = Some(&bytes[at..end]);
            Some(end)
        }
        _ => value(bytes, at),
    })?;
    if blanks(bytes, end) < bytes.len() || !seen.all(8) {
        return None;
    }
    enrichment
}

/// An `enrichment` with its four versions, each a string.
fn versions(bytes: &[u8], at: usize) -> Option<usize> {
    let mut seen = Seen::default();
    let end = fields(bytes, at, |name, at| {
        let nth = match name {
            b"enricher" => 0,
            b"rules" => 1,
            b"gazetteer" => 2,
            b"vocabularies" => 3,
            _ => return value(bytes, at),
        };
        seen.once(nth).and_then(|()| string(bytes, at))
    })?;
    seen.all(4).then_some(end)
}

/// Which fields were there: none may be there twice.
#[derive(Default)]
struct Seen(u8);

impl Seen {
    fn once(&mut self, nth: u8) -> Option<()> {
        let bit = 1 << nth;
        let first = self.0 & bit == 0;
        self.0 |= bit;
        first.then_some(())
    }

    fn all(&self, count: u32) -> bool {
        self.0.count_ones() == count
    }
}

/// Gives each field of the object at `at` to `field`, by its name and where its value begins; `field` says where the value ends.
/// Names with escapes are left to serde_json: they could be any name.
fn fields(bytes: &[u8], at: usize, mut field: impl FnMut(&[u8], usize) -> Option<usize>) -> Option<usize> {
    if bytes.get(at) != Some(&b'{') {
        return None;
    }
    let mut at = blanks(bytes, at + 1);
    if bytes.get(at) == Some(&b'}') {
        return Some(at + 1);
    }
    loop {
        let end = string(bytes, at)?;
        let name = &bytes[at + 1..end - 1];
        if name.contains(&b'\\') {
            return None;
        }
        at = blanks(bytes, field(name, colon(bytes, end)?)?);
        match bytes.get(at)? {
            b',' => at = blanks(bytes, at + 1),
            b'}' => return Some(at + 1),
            _ => return None,
        }
    }
}

/// Where the value begins whose name ends at `at`.
fn colon(bytes: &[u8], at: usize) -> Option<usize> {
    let at = blanks(bytes, at);
    (bytes.get(at) == Some(&b':')).then(|| blanks(bytes, at + 1))
}

fn list(bytes: &[u8], at: usize) -> Option<usize> {
    (bytes.get(at) == Some(&b'[')).then(|| value(bytes, at))?
}

/// After the value that begins at `at`, whatever it is.
fn value(bytes: &[u8], mut at: usize) -> Option<usize> {
    // What we are in, the innermost in the last bit: 1 for an object.
    let (mut depth, mut objects) = (0, 0_u64);
    loop {
        at = match bytes.get(at)? {
            b'"' => string(bytes, at)?,
            open @ (b'{' | b'[') => {
                let is_object = *open == b'{';
                at = blanks(bytes, at + 1);
                if bytes.get(at) == Some(if is_object { &b'}' } else { &b']' }) {
                    at + 1
                } else {
                    depth += 1;
                    if depth > DEPTH {
                        return None;
                    }
                    objects = objects << 1 | u64::from(is_object);
                    if is_object {
                        at = colon(bytes, string(bytes, at)?)?;
                    }
                    continue;
                }
            }
            b't' => word(bytes, at, b"true")?,
            b'f' => word(bytes, at, b"false")?,
            b'n' => word(bytes, at, b"null")?,
            _ => number(bytes, at)?,
        };
        // What ends with it, and what comes next.
        loop {
            if depth == 0 {
                return Some(at);
            }
            at = blanks(bytes, at);
            let in_object = objects & 1 == 1;
            match bytes.get(at)? {
                b',' => {
                    at = blanks(bytes, at + 1);
                    if in_object {
                        at = colon(bytes, string(bytes, at)?)?;
                    }
                    break;
                }
                b'}' if in_object => {}
                b']' if !in_object => {}
                _ => return None,
            }
            at += 1;
            depth -= 1;
            objects >>= 1;
        }
    }
}

/// The first byte from `at` on that is no white space.
#[inline]
fn blanks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
        at += 1;
    }
    at
}

fn word(bytes: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    bytes[at..].starts_with(word).then_some(at + word.len())
}

fn digits(bytes: &[u8], mut at: usize) -> Option<usize> {
    let from = at;
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    (at > from).then_some(at)
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let at = if bytes.get(at) == Some(&b'-') { at + 1 } else { at };
    let mut at = if bytes.get(at) == Some(&b'0') { at + 1 } else { digits(bytes, at)? };
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        at += 1;
        if let Some(b'+' | b'-') = bytes.get(at) {
            at += 1;
        }
        at = digits(bytes, at)?;
    }
    Some(at)
}

/// A whole number from 1 on that a `u64` holds for certain.
fn count(bytes: &[u8], at: usize) -> Option<usize> {
    let end = digits(bytes, at)?;
    (bytes[at] != b'0' && end - at < 19 && !matches!(bytes.get(end), Some(b'.' | b'e' | b'E'))).then_some(end)
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGHS: u64 = ONES << 7;

/// After the string that opens at `at`.
///
/// Eight bytes at once, as records are made of short strings. `\ud800` and the like are left to serde_json: which of them
/// mean something depends on what follows.
#[inline]
fn string(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    let (from, mut at, mut high) = (at + 1, at + 1, 0);
    loop {
        while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            let eight = u64::from_le_bytes(*eight);
            let stops = stops(eight);
            if stops == 0 {
                high |= eight;
                at += 8;
            } else {
                let before = stops.trailing_zeros() & !7;
                high |= eight & !(u64::MAX << before);
                at += before as usize / 8;
                break;
            }
        }
        match bytes.get(at)? {
            b'"' => {
                // Outside of strings nothing but ASCII passes.
                let is_utf8 = high & HIGHS == 0 || std::str::from_utf8(&bytes[from..at]).is_ok();
                return is_utf8.then_some(at + 1);
            }
            b'\\' => at = escape(bytes, at)?,
            0..0x20 => return None,
            byte => {
                high |= u64::from(*byte);
                at += 1;
            }
        }
    }
}

/// A high bit for bytes that a string does not go on with: a quote, a backslash, a control. Above the lowest of them others may
/// be marked that are none.
#[inline]
fn stops(eight: u64) -> u64 {
    let zeros = |eight: u64| eight.wrapping_sub(ONES) & !eight;
    let controls = eight.wrapping_sub(ONES * 0x20) & !eight;
    (controls | zeros(eight ^ (ONES * u64::from(b'"'))) | zeros(eight ^ (ONES * u64::from(b'\\')))) & HIGHS
}

fn escape(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at + 1)? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(at + 2),
        b'u' => {
            let four = bytes.get(at + 2..at + 6)?;
            let is_whole = four.iter().all(u8::is_ascii_hexdigit) && !matches!(four[0], b'd' | b'D');
            is_whole.then_some(at + 6)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::enrichment;
    use crate::render::Head;

    /// What serde_json finds, if it passes the bytes.
    fn slowly(bytes: &[u8]) -> Option<&[u8]> {
        Head::of(bytes).ok().map(|head| head.enrichment.get().as_bytes())
    }

    const RECORD: &str = r#"{"schema":"dateline.enriched/1","id":"urn:1","version":12,"source":null,"keywords":[],
        "text":"Exports \"rose\" 3\u00a0%,\n\tdit-il à Zürich — 東京 – said","regions":[{"lat":-43.5e-1,"x":[[],{},[{"a":{}}]]}],
        "industries":[ ],"trade_figures":[{"value":"1.5","estimate":true,"none":null,"no":false,"n":0,"m":10.25}],
        "enrichment": {"enricher":"0.1.0","rules":"a","gazetteer":"b","vocabularies":"c","untagged":null } }"#;

    #[test]
    fn a_record_is_passed_and_its_enrichment_found() {
        let found = enrichment(RECORD.as_bytes()).unwrap();
        assert_eq!(Some(found), slowly(RECORD.as_bytes()));
        assert!(found.starts_with(b"{\"enricher\"") && found.ends_with(b"null }"));
    }

    #[test]
    fn what_may_be_no_record_is_not_passed() {
        for (what, with) in [
            ("\"id\":\"urn:1\"", "\"id\":1"),
            ("\"id\":\"urn:1\"", "\"id\":\"\\ud800\""),
            ("\"id\":\"urn:1\"", "\"id\":\"\\x\""),
            ("\"id\":\"urn:1\"", "\"id\":\"\\u00zz\""),
            ("\"id\"", "\"i\\u0064\""),
            ("12", "0"),
            ("12", "-1"),
            ("12", "1.0"),
            ("12", "012"),
            ("12", "99999999999999999999"),
            ("10.25", "10."),
            ("10.25", "01"),
            ("10.25", "1e"),
            ("10.25", "-"),
            ("10.25", "+1"),
            ("null", "nul"),
            ("[]", "[,]"),
            ("[]", "[1,]"),
            ("[]", "[1}"),
            ("{}", "{,}"),
            ("{}", "{1:2}"),
            ("{}", "{\"a\"}"),
            ("\"version\":12", "\"version\":12,\"version\":12"),
            ("\"rules\":\"a\"", "\"rules\":\"a\",\"rules\":\"a\""),
            ("\"rules\":\"a\"", "\"rules\":null"),
            ("\"rules\":\"a\",", ""),
            ("\"version\":12,", ""),
            ("enriched/1", "enriched/2"),
            ("\"industries\":[ ]", "\"industries\":{}"),
            ("urn", "u\u{1}n"),
            ("urn", "u\nn"),
        ] {
            let changed = RECORD.replacen(what, with, 1);
            assert_ne!(changed, RECORD, "{what}");
            assert_eq!(enrichment(changed.as_bytes()), None, "{what} → {with}");
        }
        assert_eq!(enrichment(format!("{RECORD},").as_bytes()), None);
        assert_eq!(enrichment(b""), None);
    }

    #[test]
    fn no_beginning_of_a_record_is_passed() {
        for end in 0..RECORD.len() {
            assert_eq!(enrichment(&RECORD.as_bytes()[..end]), None, "{end}");
        }
    }

    /// Bytes that JSON is made of, and some that it is not.
    const MARKS: &[u8] =
        b"\"\\{}[],:0123456789.eE+-truefalsn \n\t\r/u\x00\x1f\x7f\x80\xbf\xc3\xa9\xe2\x82\xac\xff";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn serde_json_passes_what_is_passed_here(
            changes in proptest::collection::vec((0usize..2_000, 0usize..MARKS.len(), 0u8..3), 0..4),
        ) {
            let mut bytes = RECORD.as_bytes().to_vec();
            for (at, mark, how) in changes {
                let at = at % bytes.len();
                match how {
                    0 => bytes[at] = MARKS[mark],
                    1 => bytes.insert(at, MARKS[mark]),
                    _ => drop(bytes.remove(at)),
                }
            }
            if let Some(found) = enrichment(&bytes) {
                prop_assert_eq!(Some(found), slowly(&bytes), "{}", String::from_utf8_lossy(&bytes));
            }
        }

        #[test]
        fn any_value_is_passed_as_serde_json_passes_it(json in "[\\[\\]{},:\"ab0-9.eE+\\- \\\\utrn-]{0,24}", text in "\\PC*") {
            let words = serde_json::to_string(&text).unwrap();
            for value in [json, words] {
                let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&value).is_ok();
                let from = super::blanks(value.as_bytes(), 0);
                let end = super::value(value.as_bytes(), from).map(|end| super::blanks(value.as_bytes(), end));
                let is_passed = end == Some(value.len());
                prop_assert!(is_json || !is_passed, "{value}");
                prop_assert!(is_passed || !is_json || value.contains("\\u"), "{value}");
            }
        }
    }
}
