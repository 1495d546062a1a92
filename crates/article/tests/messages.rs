//! What the contract says of the two messages.

#![allow(clippy::unwrap_used)] // helpers of tests

use article::{
    Article, EnrichedArticle, Enrichment, NotAnArticle, Period, Span, Tags, When, article_schema,
    enriched_schema,
};
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
    expect!["field `text`: is missing"].assert_eq(&refusal(r#"{"headline":""}"#));
    expect!["field `keywords[1]`: must be a text, not the number 7"]
        .assert_eq(&refusal(r#"{"text":"x","keywords":["a", 7]}"#));
    expect!["field `published_at`: `yesterday` is neither an RFC 3339 date (2023-08-30) nor a date-time with zone (2023-08-30T09:15:00+08:00)"]
        .assert_eq(&refusal(r#"{"text":"x","published_at":"yesterday"}"#));
    expect!["field `urgency`: must be 1 to 9"].assert_eq(&refusal(r#"{"text":"x","urgency":0}"#));
    expect!["field `version`: must be 1 or more"].assert_eq(&refusal(r#"{"text":"x","version":0}"#));
    expect!["schema `dateline.article/2` is not `dateline.article/1`"]
        .assert_eq(&refusal(r#"{"text":"x","schema":"dateline.article/2"}"#));
    assert!(matches!(Article::from_json(b"{"), Err(NotAnArticle::NotJson(_))));
}

#[test]
fn what_is_wrong_is_said_once_and_in_words_of_json() {
    for (json, said) in [
        ("7", "it must be an object, not the number 7"),
        (r#"["x"]"#, "it must be an object, not a list"),
        (r#"{"text":"x","provider":[]}"#, "field `provider`: must be an object, not a list"),
        (r#""Exports rose.""#, r#"it must be an object, not the text "Exports rose.""#),
        (r#"{"text":null}"#, "field `text`: must be a text, not null"),
        (r#"{"text":{"en":"x"}}"#, "field `text`: must be a text, not an object"),
        (r#"{"text":"x","text":"y"}"#, "field `text`: is there twice"),
        (r#"{"text":"x","keywords":"a"}"#, r#"field `keywords`: must be a list, not the text "a""#),
        (r#"{"text":"x","version":-1}"#, "field `version`: must be a whole number, not the number -1"),
        (r#"{"text":"x","version":1.5}"#, "field `version`: must be a whole number, not the number 1.5"),
        (r#"{"text":"x","urgency":true}"#, "field `urgency`: must be a small whole number, not true"),
        (r#"{"text":"x","provider":"ap"}"#, r#"field `provider`: must be an object, not the text "ap""#),
        (r#"{"text":"x","pub_status":7}"#, "field `pub_status`: must be a text"),
        (
            r#"{"text":"x","pub_status":"gone"}"#,
            "field `pub_status`: must be one of `usable`, `withheld`, `canceled`, not `gone`",
        ),
        (r#"{"text":"x","signals":[{"text":"x"}]}"#, "field `signals[0].type`: is missing"),
        (
            r#"{"text":"x","dateline":{"places":[],"date":"2023-13-01"}}"#,
            "field `dateline.date`: `2023-13-01` is no date (2023-08-30)",
        ),
        (r#"{"text": "#, "not JSON: EOF while parsing a value at line 1 column 9"),
    ] {
        assert_eq!(refusal(json), said, "{json}");
    }
    let long = format!(r#"{{"text":"x","keywords":"{}"}}"#, "word ".repeat(1000));
    assert!(refusal(&long).len() < 200, "{}", refusal(&long));
}

#[test]
fn a_record_is_read_as_the_article_that_it_was_made_of() {
    let mut article = Article::from_json(br#"{"id":"one","version":3,"text":"Exports rose."}"#).unwrap();
    let enrichment = Enrichment {
        enricher: "0.1.0".to_owned(),
        rules: "1".to_owned(),
        gazetteer: "1".to_owned(),
        vocabularies: "1".to_owned(),
        enriched_at: None,
        untagged: None,
    };
    article.warn("no_dateline", "a warning of before");
    let record = EnrichedArticle::new(article.clone(), Tags::default(), enrichment).to_json();
    assert_eq!(Article::from_json(&record).unwrap(), article);
    // Only of a record: in an article they are somebody's fields that we do not know.
    let stray = Article::from_json(br#"{"text":"x","regions":[],"colour":1}"#).unwrap();
    assert_eq!(stray.warnings.len(), 2, "{:?}", stray.warnings);
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
