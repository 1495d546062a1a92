//! What the contract says of the two messages.

#![allow(clippy::unwrap_used)] // helpers of tests

use article::{Article, EnrichedArticle, NotAnArticle, Period, Span, When, article_schema, enriched_schema};
use expect_test::expect;
use proptest::prelude::*;

fn refusal(json: &str) -> String {
    Article::from_json(json.as_bytes()).unwrap_err().to_string()
}

#[test]
fn only_text_must_be_there_and_the_rest_is_null_or_empty() {
    let article = Article::from_json(br#"{"text": "Exports rose."}"#).unwrap();
    expect![[r#"{"schema":"dateline.article/1","id":"","version":1,"source":null,"provider":null,"published_at":null,"headline":null,"byline":null,"slugline":null,"ed_note":null,"keywords":[],"language":null,"dateline":null,"urgency":null,"pub_status":null,"signals":[],"embargoed_until":null,"subjects":[],"text":"Exports rose.","warnings":[]}"#]]
        .assert_eq(std::str::from_utf8(&article.to_json()).unwrap());
}

#[test]
fn null_is_taken_for_any_field_but_text() {
    let article =
        Article::from_json(br#"{"text": "x", "keywords": null, "signals": null, "urgency": null}"#).unwrap();
    assert!(article.keywords.is_empty());
    assert!(Article::from_json(br#"{"text": null}"#).is_err());
}

#[test]
fn a_field_of_the_wrong_type_is_named_with_its_path() {
    expect!["field `text`: missing field `text` at line 1 column 15"]
        .assert_eq(&refusal(r#"{"headline":""}"#));
    expect![[r"field `keywords[1]`: invalid type: integer `7`, expected a string at line 1 column 30"]]
        .assert_eq(&refusal(r#"{"text":"x","keywords":["a", 7]}"#));
    expect![[r"field `published_at`: `yesterday` is neither an RFC 3339 date (2023-08-30) nor a date-time with zone (2023-08-30T09:15:00+08:00) at line 1 column 39"]]
        .assert_eq(&refusal(r#"{"text":"x","published_at":"yesterday"}"#));
    expect!["field `urgency`: urgency is 1 to 9"].assert_eq(&refusal(r#"{"text":"x","urgency":0}"#));
    expect!["field `version`: versions count from 1"].assert_eq(&refusal(r#"{"text":"x","version":0}"#));
    expect!["schema `dateline.article/2` is not `dateline.article/1`"]
        .assert_eq(&refusal(r#"{"text":"x","schema":"dateline.article/2"}"#));
    assert!(matches!(Article::from_json(b"{"), Err(NotAnArticle::NotJson(_))));
}

#[test]
fn an_unknown_field_is_taken_with_a_warning_that_names_it() {
    let article =
        Article::from_json(br#"{"text":"x","colour":"blue","source":{"feed":"f","shoe":1}}"#).unwrap();
    let named: Vec<&str> = article.warnings.iter().map(|warning| warning.text.as_str()).collect();
    assert!(named[0].contains("`colour`") && named[1].contains("shoe"), "{named:?}");
}

#[test]
fn times_are_as_precise_as_they_were_given_and_in_their_own_zone() {
    for words in
        ["2023-08-30", "2023-08-30T09:15:00+08:00", "2023-08-30T09:15:00Z", "2023-08-30T09:15:00.25-03:30"]
    {
        assert_eq!(words.parse::<When>().unwrap().to_string(), words);
    }
    for words in ["", "2023-8-30", "2023-08-30T09:15:00", "20230830", "2023-13-01", "2023-08-30T25:00:00Z"] {
        assert!(words.parse::<When>().is_err(), "{words}");
    }
    assert_eq!("2023-01-01/2023-06-30".parse::<Period>().unwrap().to_string(), "2023-01-01/2023-06-30");
    assert!("2023-06-30/2023-01-01".parse::<Period>().is_err());
}

#[test]
fn a_span_counts_code_points() {
    let span = Span { start: 4, end: 9, exact: "Zürich".chars().skip(1).collect() };
    assert!(span.proves_itself_in("In Zürich"));
    assert!(!span.proves_itself_in("In Zurich"));
    assert!(!Span { start: 9, end: 4, exact: String::new() }.proves_itself_in("In Zürich"));
}

#[test]
fn the_schemas_name_every_field_and_require_what_is_always_there() {
    let article = article_schema().to_value();
    assert_eq!(article["required"], serde_json::json!(["text"]));
    let enriched = enriched_schema().to_value();
    let required = enriched["required"].as_array().unwrap().len();
    assert_eq!(required, enriched["properties"].as_object().unwrap().len(), "nothing is left out");
}

proptest! {
    #[test]
    fn reading_never_panics_on_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Article::from_json(&bytes);
        let _ = EnrichedArticle::from_json(&bytes);
    }

    #[test]
    fn text_comes_back_as_it_was(text in any::<String>()) {
        let written = Article::of_text(text.clone()).to_json();
        prop_assert!(!written.contains(&b'\n'));
        prop_assert_eq!(Article::from_json(&written).unwrap().text, text);
    }

    #[test]
    fn times_never_panic(words in "\\PC{0,40}") {
        let _ = words.parse::<When>();
        let _ = words.parse::<Period>();
    }
}
