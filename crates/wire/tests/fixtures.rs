//! Stories in each format's own files, in the ways of many agencies, each with all that is expected of it beside it.
//!
//! `tests/data/<format>/x.json` is read as it is recognised and as what its folder says; both must give
//! `x.expected.json`. `EXPECT=write cargo test -p wire --test fixtures` writes those that are missing: read them before you
//! believe them.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::parse;
use wire::{CODES, Format, Parsed, SKIPS, Unreadable, WARNINGS};

/// Each fixture: its format by its folder, its path, its bytes.
fn fixtures() -> Vec<(Format, PathBuf, Vec<u8>)> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut found = Vec::new();
    for format in Format::ALL {
        let Ok(folder) = fs::read_dir(data.join(format.name())) else { continue };
        let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let paths = paths.into_iter().filter(|path| !path.to_string_lossy().ends_with(".expected.json"));
        found.extend(paths.map(|path| {
            let bytes = fs::read(&path).unwrap();
            (format, path, bytes)
        }));
    }
    found
}

fn whole(result: &Result<Parsed, Unreadable>) -> Value {
    let no = |no: &Unreadable| json!({ "code": no.code, "reason": no.reason, "part": no.part });
    match result {
        Err(err) => json!({ "refused": no(err) }),
        Ok(parsed) => json!({
            "articles": parsed.articles,
            "skipped": parsed.skipped.iter().map(|skip| json!({ "code": skip.code, "reason": skip.reason, "part": skip.part })).collect::<Vec<_>>(),
            "rejected": parsed.rejected.iter().map(no).collect::<Vec<_>>(),
        }),
    }
}

#[test]
fn every_fixture_gives_what_is_expected_recognised_and_by_name() {
    let mut wrong = Vec::new();
    for (format, path, bytes) in fixtures() {
        let recognised = parse(&bytes, None);
        let by_name = parse(&bytes, Some(format));
        if recognised != by_name {
            wrong.push(format!("{}: recognised as something else: {recognised:?}", path.display()));
        }
        let actual = whole(&by_name);
        let beside = path.with_extension("expected.json");
        if !beside.exists() && std::env::var("EXPECT").is_ok_and(|value| value == "write") {
            fs::write(&beside, serde_json::to_string_pretty(&actual).unwrap() + "\n").unwrap();
        }
        let expected: Value = match fs::read_to_string(&beside) {
            Ok(expected) => serde_json::from_str(&expected).unwrap(),
            Err(_) => Value::Null,
        };
        if actual != expected {
            wrong.push(format!("{}: not {}", path.display(), serde_json::to_string_pretty(&actual).unwrap()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What others produce to the topic of articles is parsed; an article of ours must come out of that as it went in.
#[test]
fn an_article_that_was_parsed_is_read_again_unchanged() {
    for (_, path, bytes) in fixtures() {
        for article in parse(&bytes, None).map(|parsed| parsed.articles).unwrap_or_default() {
            let again = parse(&article.to_json(), None).unwrap();
            assert_eq!(again.articles, [article], "{}", path.display());
        }
    }
}

/// What must be true of any article.
fn hold(parsed: &Parsed) {
    for article in &parsed.articles {
        if let Some(span) = article.dateline.as_ref().and_then(|dateline| dateline.span.as_ref()) {
            assert!(span.proves_itself_in(&article.text), "{span:?}");
        }
    }
    assert!(parsed.rejected.iter().all(|no| CODES.iter().any(|(code, _)| *code == no.code)));
    assert!(parsed.skipped.iter().all(|skipped| SKIPS.iter().any(|(code, _)| *code == skipped.code)));
}

/// As which formats the articles of a message were read.
fn read_as(bytes: &[u8]) -> BTreeSet<String> {
    let Ok(parsed) = parse(bytes, None) else { return BTreeSet::new() };
    hold(&parsed);
    let formats =
        parsed.articles.into_iter().filter_map(|article| article.source.and_then(|source| source.format));
    formats.collect()
}

#[test]
fn every_fixture_cut_at_ten_places_is_read_or_refused() {
    for (format, _, bytes) in fixtures() {
        for tenth in 1..=10 {
            let cut = &bytes[..bytes.len() * tenth / 11];
            for format in Format::ALL.into_iter().map(Some).chain([None]) {
                match parse(cut, format) {
                    Ok(parsed) => hold(&parsed),
                    Err(no) => assert!(CODES.iter().any(|(code, _)| *code == no.code)),
                }
            }
            // What is left of a message is its own format or none; plain text takes what has no form yet.
            let mut others = read_as(cut);
            others.remove(format.name());
            others.remove(Format::Text.name());
            assert!(others.is_empty(), "{format} cut at {tenth}/11 read as {others:?}");
        }
    }
}

/// Random, and the same each time.
fn random(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state >> 33).unwrap()
}

#[test]
fn five_hundred_prefixes_and_bent_fixtures_are_not_taken_for_another_format() {
    let fixtures = fixtures();
    let mut state = 0x2545_f491_4f6c_dd1d;
    for nth in 0..500 {
        let (format, path, bytes) = &fixtures[random(&mut state) % fixtures.len()];
        let mut bytes = bytes.clone();
        if nth % 2 == 0 {
            bytes.truncate(random(&mut state) % bytes.len() + 1);
        } else {
            for _ in 0..=(random(&mut state) % 5) {
                let at = random(&mut state) % bytes.len();
                bytes[at] = u8::try_from(random(&mut state) % 256).unwrap();
            }
        }
        let mut others = read_as(&bytes);
        others.remove(format.name());
        others.remove(Format::Text.name());
        assert!(
            others.is_empty(),
            "{} ({nth}) read as {others:?}:\n{}",
            path.display(),
            String::from_utf8_lossy(&bytes)
        );
    }
}

/// Asked to read a message as what it is not, a format refuses it or, if it is plain text, takes it as such.
#[test]
fn no_format_is_taken_for_another() {
    for (format, path, bytes) in fixtures() {
        let as_recognised = read_as(&bytes);
        let own: BTreeSet<String> =
            as_recognised.iter().filter(|name| *name == format.name()).cloned().collect();
        assert_eq!(as_recognised, own, "{}", path.display());
    }
}

/// All pairs: asked to read a file of another format, a format gives no article of it.
#[test]
fn no_fixture_gives_an_article_of_a_format_that_it_is_not_of() {
    // Plain copy is whatever it is. AP's items are made after ninjs, and either reads the other's.
    let alike = [(Format::Ap, Format::Ninjs), (Format::Ninjs, Format::Ap)];
    let mut wrong = Vec::new();
    for (format, path, bytes) in fixtures() {
        for other in Format::ALL {
            if other == format || other == Format::Text || alike.contains(&(format, other)) {
                continue;
            }
            let articles = parse(&bytes, Some(other)).map_or(0, |parsed| parsed.articles.len());
            if articles > 0 {
                wrong.push(format!("{}: {articles} articles of {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The wrong charset, in both directions: the words are the same, and a warning says so where something was mended.
#[test]
fn the_same_words_come_out_of_other_character_codings() {
    for (format, path, bytes) in fixtures() {
        let (Ok(text), Ok(before)) = (std::str::from_utf8(&bytes), parse(&bytes, None)) else { continue };
        if text.is_ascii()
            || matches!(format, Format::Nitf)
            || before.articles.is_empty()
            || text.to_ascii_lowercase().contains("charset")
        {
            continue;
        }
        let mut coded: Vec<(&str, Vec<u8>)> = vec![
            ("UTF-8 with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            (
                "UTF-16LE",
                [b"\xff\xfe".to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
            ),
            (
                "UTF-16BE",
                [b"\xfe\xff".to_vec(), text.encode_utf16().flat_map(u16::to_be_bytes).collect()].concat(),
            ),
        ];
        let four =
            |order: fn(u32) -> [u8; 4]| text.chars().flat_map(|c| order(u32::from(c))).collect::<Vec<u8>>();
        coded.push(("UTF-32LE", [b"\xff\xfe\0\0".to_vec(), four(u32::to_le_bytes)].concat()));
        if !text.contains('\0') {
            coded.push(("UTF-32BE without a mark", four(u32::to_be_bytes)));
        }
        let (latin, (), lost) = encoding_rs_windows_1252(text);
        if !lost {
            coded.push(("windows-1252", latin));
        }
        for (name, bytes) in coded {
            let after = parse(&bytes, None).unwrap_or_else(|no| panic!("{} as {name}: {no}", path.display()));
            let texts = |parsed: &Parsed| {
                parsed.articles.iter().map(|article| article.text.clone()).collect::<Vec<_>>()
            };
            assert_eq!(texts(&before), texts(&after), "{} as {name}", path.display());
        }
    }
}

/// Only characters up to U+00FF that are the same in latin-1 and windows-1252.
fn encoding_rs_windows_1252(text: &str) -> (Vec<u8>, (), bool) {
    let bytes: Vec<Option<u8>> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).ok().filter(|byte| !(0x80..0xa0).contains(byte)))
        .collect();
    let lost = bytes.iter().any(Option::is_none);
    (bytes.into_iter().flatten().collect(), (), lost)
}

/// Words of mark-up or not, without tags and entities, in lower case.
fn words_of(text: &str) -> BTreeSet<String> {
    let mut text = text.to_owned();
    for _ in 0..3 {
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
    text = text.replace("&ndash;", " ").replace("&mdash;", " ");
    let (mut plain, mut depth) = (String::new(), 0_u32);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '<' if rest.peek().is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) => {
                depth = 1;
            }
            '>' if depth > 0 => {
                depth = 0;
                plain.push(' ');
            }
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let words = plain.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() > 3 && word.chars().all(char::is_alphabetic)).collect()
}

/// The strings of a body, a headline, a description in JSON, at any depth.
fn bodies_in(value: &Value, body: bool, found: &mut Vec<String>) {
    match value {
        Value::String(words) if body => found.push(words.clone()),
        Value::Array(list) => list.iter().for_each(|value| bodies_in(value, body, found)),
        // A picture is skipped with its caption.
        Value::Object(fields) if fields.get("type").is_none_or(|kind| kind != "picture") => {
            for (name, value) in fields {
                let own = [
                    "body",
                    "headline",
                    "description",
                    "value",
                    "ednote",
                    "byline",
                    "content_",
                    "title",
                    "summary",
                ];
                // Associations are no articles, and what they say is theirs.
                let theirs =
                    ["associations", "contentType", "contenttype", "charCount"].contains(&name.as_str());
                if !theirs {
                    bodies_in(
                        value,
                        name == "content" || own.iter().any(|own| name.to_lowercase().starts_with(own)),
                        found,
                    );
                }
            }
        }
        _ => {}
    }
}

/// The bodies of a mail's parts: what stands between its boundaries, out of its transfer encoding and character coding.
fn bodies_of_mail(bytes: &[u8]) -> Vec<String> {
    let raw: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let mut bodies = Vec::new();
    let raw = raw.replace('\r', "");
    // A mailbox has several mails, and a mail several parts.
    for part in raw.split("\n\nFrom ").flat_map(|mail| mail.split("\n--")) {
        let Some((head, body)) = part.split_once("\n\n") else { continue };
        let head = head.to_lowercase();
        // A signature has no headers; before the first boundary stands a word to old mail programs.
        if head.contains("content-type: image")
            || head.contains("content-type: multipart")
            || !head.contains(':')
        {
            continue;
        }
        let mut bytes: Vec<u8> = body.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        if head.contains("base64") {
            bytes = base64(&bytes);
        } else if head.contains("quoted-printable") {
            bytes = quoted_printable(&bytes);
        }
        let label = head
            .split_once("charset=")
            .map_or("utf-8", |(_, label)| label.split(['\n', ';']).next().unwrap());
        let encoding = encoding_rs::Encoding::for_label(label.trim_matches(['"', ' ']).as_bytes());
        let utf8 = std::str::from_utf8(&bytes).ok().map(str::to_owned);
        let encoding = encoding.filter(|encoding| *encoding != encoding_rs::UTF_8);
        let text = match (utf8, encoding) {
            (Some(text), None) => text,
            (_, Some(encoding)) => encoding.decode(&bytes).0.into_owned(),
            (None, None) => encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned(),
        };
        // The style sheet of a rendering that was not taken is no word to readers.
        let style = text.find("<style").zip(text.find("</style>"));
        bodies.push(style.map_or(text.clone(), |(start, end)| text[..start].to_owned() + &text[end..]));
    }
    bodies
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let values: Vec<u32> = bytes
        .iter()
        .filter_map(|byte| digits.iter().position(|digit| digit == byte))
        .map(|value| u32::try_from(value).unwrap())
        .collect();
    let bits: Vec<u32> =
        values.iter().flat_map(|value| (0..6).rev().map(move |bit| value >> bit & 1)).collect();
    bits.chunks_exact(8)
        .map(|byte| u8::try_from(byte.iter().fold(0, |sum, bit| sum << 1 | bit)).unwrap())
        .collect()
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).replace("=\n", "");
    let mut pieces = text.split('=');
    let mut decoded = pieces.next().unwrap_or("").as_bytes().to_vec();
    for piece in pieces {
        decoded.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        decoded.extend_from_slice(&piece.as_bytes()[2..]);
    }
    decoded
}

/// What a file says to readers, taken from its bytes by other means than the parser's.
fn sent_in(format: Format, bytes: &[u8], charset: &str) -> Vec<String> {
    let encoding = encoding_rs::Encoding::for_label(charset.as_bytes()).unwrap();
    let text = encoding.decode(bytes).0;
    let mut sent = Vec::new();
    match format {
        Format::JsonFeed => {
            // The feed's own title names who made it.
            let feed: Value = serde_json::from_str(&text).unwrap();
            bodies_in(&feed["items"], false, &mut sent);
        }
        Format::Ninjs | Format::Ap => {
            let values = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
            values.map_while(Result::ok).for_each(|value| bodies_in(&value, false, &mut sent));
        }
        Format::Article => {
            let values = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
            for value in values.map_while(Result::ok) {
                let list = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
                sent.extend(list.iter().filter_map(|article| article["text"].as_str().map(str::to_owned)));
            }
        }
        Format::Iptc7901 | Format::Anpa1312 | Format::Zczc => {
            // Everything but the header lines.
            let header = |line: &&str| {
                line.contains('\u{1}')
                    || line.contains("bc-")
                    || line.starts_with("ZCZC")
                    || line.trim() == "NNNN"
            };
            sent.extend(text.lines().filter(|line| !header(line)).map(str::to_owned));
        }
        Format::Text => sent.push(text.into_owned()),
        Format::Mail if text.contains("\n\n{") => {
            let body = &text[text.find("\n\n{").unwrap()..];
            bodies_in(&serde_json::from_str(body).unwrap(), false, &mut sent);
        }
        Format::Mail => {
            for body in bodies_of_mail(bytes) {
                // A document inside is a fixture of its own format's law.
                let inner = body.trim_start();
                sent.push(if inner.starts_with("<?xml") {
                    inner[inner.find("?>").unwrap()..].to_owned()
                } else {
                    body
                });
            }
        }
        // `words.rs` has the formats made of XML.
        Format::Nitf | Format::Newsml1 | Format::NewsmlG2 | Format::Rss | Format::Atom => {}
    }
    sent
}

#[test]
fn every_word_of_a_body_stands_in_an_article_or_in_a_warning() {
    let mut looked_at: BTreeMap<&str, usize> = BTreeMap::new();
    for (format, path, bytes) in fixtures() {
        // Words that were coded twice are other words before they are mended.
        if path.file_stem().is_some_and(|name| name == "coded-twice") {
            continue;
        }
        let parsed = parse(&bytes, None).unwrap();
        let Some(article) = parsed.articles.first() else { continue };
        let charset = article.source.as_ref().unwrap().charset.clone().unwrap();
        let sent = sent_in(format, &bytes, &charset);
        let known = words_of(
            &whole(&Ok(parsed)).to_string().replace("\\n", " ").replace("\\t", " ").replace("\\r", " "),
        );
        let words: BTreeSet<String> =
            sent.iter().flat_map(|body| words_of(body)).filter(|word| word != "nnnn").collect();
        *looked_at.entry(format.name()).or_default() += words.len();
        let lost: Vec<&String> = words.iter().filter(|word| !known.contains(*word)).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", path.display());
    }
    let few: Vec<_> = looked_at
        .iter()
        .filter(|(format, words)| !IN_XML.iter().any(|xml| xml.name() == **format) && **words < 20)
        .collect();
    assert!(few.is_empty(), "hardly a word was looked at: {few:?}");
    assert_eq!(looked_at.len(), Format::ALL.len());
}

const IN_XML: [Format; 5] = [Format::Nitf, Format::Newsml1, Format::NewsmlG2, Format::Rss, Format::Atom];

#[test]
fn every_warning_of_a_fixture_is_documented() {
    for (_, path, bytes) in fixtures() {
        for article in parse(&bytes, None).map(|parsed| parsed.articles).unwrap_or_default() {
            for warning in article.warnings {
                assert!(
                    WARNINGS.iter().any(|(code, _)| *code == warning.code),
                    "{}: {warning:?}",
                    path.display()
                );
            }
        }
    }
}

/// The kinds of message that the fixtures of a format must have, by what became of them.
fn kinds_of(bytes: &[u8]) -> BTreeSet<&'static str> {
    let parsed = match parse(bytes, None) {
        Ok(parsed) => parsed,
        Err(no) => Parsed { rejected: vec![no], ..Parsed::default() },
    };
    let warned = |codes: &[&str]| {
        let mut warnings = parsed.articles.iter().flat_map(|article| &article.warnings);
        warnings.any(|warning| codes.contains(&warning.code.as_str()))
    };
    let empty = parsed.skipped.iter().any(|skipped| skipped.code == "empty_notice")
        || parsed.rejected.iter().any(|no| no.code == "no_text")
        || warned(&["no_text"]);
    let kinds = [
        ("several items", parsed.articles.len() > 1),
        ("one bad among good", !parsed.articles.is_empty() && !parsed.rejected.is_empty()),
        ("an empty body", empty),
        ("a wrong or missing charset", warned(&["charset_mended", "charset_guessed", "bad_characters"])),
    ];
    kinds.into_iter().filter(|(_, is)| *is).map(|(kind, _)| kind).collect()
}

#[test]
fn every_format_has_fixtures_of_each_kind() {
    let mut missing = Vec::new();
    for format in Format::ALL {
        let of_format: Vec<_> = fixtures().into_iter().filter(|(known, ..)| *known == format).collect();
        let there: BTreeSet<&str> = of_format.iter().flat_map(|(_, _, bytes)| kinds_of(bytes)).collect();
        // Plain copy has no marks between stories: a file is one. One without words has no format yet.
        let wanted: &[&str] = match format {
            Format::Text => &["a wrong or missing charset"],
            _ => &["several items", "one bad among good", "an empty body", "a wrong or missing charset"],
        };
        missing.extend(
            wanted.iter().filter(|kind| !there.contains(*kind)).map(|kind| format!("{format}: {kind}")),
        );
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
