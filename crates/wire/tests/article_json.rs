//! Articles in JSON: what is given is kept, what is missing is found, what is wrong is named.
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::{PubStatus, When};
use expect_test::expect;
use support::{article, head, parse, refusal};
use wire::{Format, Received};

const TEXT: &str = "UPDATE 2-Tin exports rise\n\nLA PAZ, Aug 29 (Reuters) - Bolivia's exports of tin rose in July from a year before, as the smelter was at work again, the ministry said.";

fn json(fields: &serde_json::Value) -> String {
    let mut whole = serde_json::json!({ "text": TEXT });
    whole.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    whole.to_string()
}

#[test]
fn only_text_must_be_there() {
    let bytes = json(&serde_json::json!({}));
    let article = article(&bytes);
    assert_eq!(article.text, TEXT);
    assert!(article.id.starts_with("sha256:") && article.id.len() == 7 + 64);
    expect![[r#"
        provider   reuters (Reuters)
        version    2
        headline   Tin exports rise
        dateline   LA PAZ · ? · 27..53 `LA PAZ, Aug 29 (Reuters) -`
        language   en
        signal     update: UPDATE 2
        warning    no_year: the dateline has no year and the story no other date
    "#]]
    .assert_eq(&head(&article));
}

#[test]
fn given_fields_are_kept() {
    let given = serde_json::json!({
        "schema": "dateline.article/1", "id": "urn:x:1", "version": 1,
        "source": { "feed": "f", "uri": "u", "format": "rss", "received_at": null, "sha256": "0", "bytes": 1, "charset": "x" },
        "provider": { "code": "x", "name": null }, "published_at": "2023-08-30T09:15:00+08:00",
        "headline": "Tin", "byline": "me", "slugline": "TIN", "ed_note": "no", "keywords": ["tin"], "language": "de",
        "dateline": { "places": ["X"], "date": null, "span": null }, "urgency": 4, "pub_status": "withheld",
        "signals": [{ "type": "update", "text": "x", "target": "y" }], "embargoed_until": "2023-08-31T09:15:00Z",
        "subjects": [{ "scheme": "s", "code": "c", "name": "n" }], "warnings": [{ "code": "w", "text": "t" }],
    });
    let read = serde_json::to_value(article(json(&given))).unwrap();
    for (field, value) in given.as_object().unwrap() {
        assert_eq!(&read[field], value, "{field}");
    }
}

#[test]
fn a_given_date_tells_the_year_of_the_dateline() {
    let article = article(json(&serde_json::json!({ "published_at": "2023-08-30" })));
    assert_eq!(article.dateline.unwrap().date.unwrap().0.to_string(), "2023-08-29");
}

#[test]
fn the_day_of_receipt_tells_the_year_if_it_is_close_and_nothing_else_does() {
    let read = |day: &str| {
        let received_at: Option<When> = Some(day.parse().unwrap());
        let bytes = json(&serde_json::json!({}));
        let received = Received { bytes: bytes.as_bytes(), feed: Some("f"), uri: Some("u"), received_at };
        wire::parse(&received, None).unwrap().articles.remove(0)
    };
    let close = read("2025-08-31T10:00:00Z");
    assert_eq!(close.dateline.unwrap().date.unwrap().0.to_string(), "2025-08-29");
    assert_eq!(close.published_at.unwrap().to_string(), "2025-08-29");
    assert_eq!(close.warnings[0].code, "year_from_receipt");
    let source = close.source.unwrap();
    assert_eq!((source.feed.as_deref(), source.uri.as_deref()), (Some("f"), Some("u")));
    assert_eq!(source.format.as_deref(), Some("article"));
    assert_eq!(source.charset.as_deref(), Some("UTF-8"));
    assert_eq!(read("2025-11-30").dateline.unwrap().date, None);
}

#[test]
fn json_that_is_no_article_is_refused_with_the_field() {
    let code_and_reason = |bytes: &str| {
        let no = refusal(bytes);
        format!("{}: {}", no.code, no.reason)
    };
    assert!(code_and_reason(r#"{"headline": "x"}"#).starts_with("not_an_article: field `text`"));
    assert!(code_and_reason(r#"{"text": 3}"#).starts_with("not_an_article: field `text`"));
    assert!(
        code_and_reason(r#"{"text": "x", "dateline": {"places": [1]}}"#)
            .starts_with("not_an_article: field `dateline.places[0]`")
    );
    assert!(
        code_and_reason(r#"{"text": "x", "published_at": "today"}"#)
            .starts_with("not_an_article: field `published_at`")
    );
    assert!(
        code_and_reason(r#"{"text": "x", "schema": "dateline.article/9"}"#).starts_with("unknown_schema: ")
    );
    assert!(code_and_reason(r#"{"text": "x"#).starts_with("truncated_json: "));
    assert!(code_and_reason(r#"{"text": "x",}"#).starts_with("not_an_article: "));
    assert!(code_and_reason(r#"{"text": " "}"#).starts_with("no_text: "));
}

#[test]
fn an_unknown_field_is_taken_with_a_warning_that_names_it() {
    let article = article(json(&serde_json::json!({ "colour": "red" })));
    assert_eq!(article.warnings[0].code, "unknown_field");
    assert!(article.warnings[0].text.contains("`colour`"));
}

#[test]
fn a_canceled_article_may_be_empty() {
    let article = article(r#"{"id": "x", "text": "", "pub_status": "canceled"}"#);
    assert_eq!(article.pub_status, Some(PubStatus::Canceled));
    assert_eq!(article.warnings[0].code, "no_text");
}

#[test]
fn a_span_that_does_not_hold_its_words_is_dropped() {
    let span = serde_json::json!({ "start": 0, "end": 6, "exact": "LA PAZ" });
    let article = article(json(
        &serde_json::json!({ "dateline": { "places": ["LA PAZ"], "date": null, "span": span } }),
    ));
    assert_eq!(article.dateline.unwrap().span, None);
    assert_eq!(article.warnings[0].code, "span_dropped");
}

#[test]
fn json_in_other_charsets_is_read_alike() {
    let text =
        r#"{"text": "Peru's blueberries left El Niño behind, said Íñigo Muñante in Áncash and Apurímac."}"#;
    let latin1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bom = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let plain = article(text);
    for (charset, bytes) in [("windows-1252", latin1), ("UTF-16LE", utf16), ("UTF-8", bom)] {
        let read = article(&bytes);
        assert_eq!(read.text, plain.text, "{charset}");
        assert_eq!(read.source.unwrap().charset.as_deref(), Some(charset));
    }
}

#[test]
fn several_articles_come_one_a_line_or_in_a_list() {
    let lines = "{\"id\": \"a\", \"text\": \"One.\"}\n{\"text\": \"Two.\"}\n\n{\"id\": \"c\", \"text\": \"Three.\"}\n";
    let list =
        "[{\"id\": \"a\", \"text\": \"One.\"}, {\"text\": \"Two.\"},{\"id\": \"c\", \"text\": \"Three.\"}]";
    for several in [lines, list] {
        let parsed = parse(several.as_bytes(), None).unwrap();
        let texts: Vec<&str> = parsed.articles.iter().map(|article| article.text.as_str()).collect();
        assert_eq!(texts, ["One.", "Two.", "Three."]);
        // An id of its own for each: of its own bytes, which are the same in both.
        assert_eq!(parsed.articles[1].id, article(r#"{"text": "Two."}"#).id);
        assert_eq!(parsed, parse(several.as_bytes(), Some(Format::Article)).unwrap());
    }
}

#[test]
fn a_bad_article_does_not_spoil_its_neighbours() {
    let lines = "{\"text\": \"One.\"}\n{\"text\": 2}\n{\"text\": \"broken\n{\"text\": \"Four.\"}\n";
    let parsed = parse(lines.as_bytes(), None).unwrap();
    let texts: Vec<&str> = parsed.articles.iter().map(|article| article.text.as_str()).collect();
    assert_eq!(texts, ["One.", "Four."]);
    let reasons: Vec<String> =
        parsed.rejected.iter().map(|no| format!("{}: {}", no.code, no.reason)).collect();
    assert!(reasons[0].starts_with("not_an_article: article 2: field `text`"), "{reasons:?}");
    assert!(reasons[1].starts_with("not_an_article: article 3: not JSON"), "{reasons:?}");
}

#[test]
fn articles_in_an_envelope_are_read_and_what_it_says_of_all_holds_for_each() {
    let one = r#"{"schema": "dateline.article/1", "id": "a", "headline": "Tin rises", "text": "Tin rises\n\nTin rose."}"#;
    let two = r#"{"id": "b", "headline": "Zinc falls", "text": "Zinc falls\n\nZinc fell."}"#;
    for (envelope, ids) in [
        (format!(r#"{{"items": [{one}, {two}]}}"#), &["a", "b"][..]),
        (format!(r#"{{"status": "ok", "totalResults": 2, "articles": [{one}, {two}]}}"#), &["a", "b"]),
        (format!(r#"{{"data": {{"items": [{one}, {two}]}}}}"#), &["a", "b"]),
        (format!(r#"{{"type": "story", "article": {one}}}"#), &["a"]),
        (format!("{{\"items\": [{one}]}}\n{{\"items\": [{two}]}}\n"), &["a", "b"]),
    ] {
        let parsed = parse(envelope.as_bytes(), None).unwrap();
        let found: Vec<&str> = parsed.articles.iter().map(|article| article.id.as_str()).collect();
        assert_eq!((found.as_slice(), &parsed.rejected[..]), (ids, &[][..]), "{envelope}");
        assert!(parsed.articles.iter().all(|article| article.pub_status == Some(PubStatus::Usable)));
    }
    let killed = format!(r#"{{"meta": {{"status": "canceled"}}, "items": [{one}, {two}]}}"#);
    let parsed = parse(killed.as_bytes(), None).unwrap();
    let killed = |article: &article::Article| article.pub_status == Some(PubStatus::Canceled);
    assert!(parsed.articles.len() == 2 && parsed.articles.iter().all(killed));
    // A bad one among them is refused alone, and so is what a cut left of the last.
    let bad = format!(r#"{{"items": [{one}, {{"headline": "x", "text": 5}}, {two}]}}"#);
    let cut = format!(r#"{{"items": [{one}, {{"headline": "Zinc falls", "text": "Zi"#);
    for (envelope, articles) in [(bad, 2), (cut, 1)] {
        let parsed = parse(envelope.as_bytes(), None).unwrap();
        assert_eq!((parsed.articles.len(), parsed.rejected.len()), (articles, 1), "{envelope}");
    }
    // What belongs to an article that cannot be read is none of its own, and neither are other things with words.
    for no in [
        format!(r#"{{"text": "Tin rises", "id": 5, "related": [{one}]}}"#),
        r#"{"items": [{"text": "hello"}, {"text": "you"}]}"#.to_owned(),
    ] {
        assert_eq!(refusal(&no).code, "not_an_article", "{no}");
    }
}

#[test]
fn prose_in_brackets_is_no_json() {
    let article =
        article("{Corrected} Tin exports rise\n\nThe exports of tin rose in July from a year before.\n");
    assert_eq!(article.source.unwrap().format.as_deref(), Some("text"));
}

/// What one parser left as it found it, the next reader must not mend: the article would say other things than the one before it.
#[test]
fn the_text_of_an_article_that_was_parsed_stays_spoiled_where_it_is() {
    let spoiled = "GOLD RISES\n\nLONDON (AP) â€” Gold rose.\n";
    let mut article = parse(b"GOLD RISES\n\nLONDON (AP) -- Gold rose.\n", None).unwrap().articles.remove(0);
    article.text = spoiled.to_owned();
    let again = parse(&article.to_json(), None).unwrap().articles.remove(0);
    assert_eq!(again.text, spoiled);
    // … while one that somebody else writes is mended
    let other = serde_json::json!({ "text": spoiled }).to_string();
    assert!(parse(other.as_bytes(), None).unwrap().articles[0].text.contains("LONDON (AP) — Gold"));
}
