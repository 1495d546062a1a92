//! The seed story through the command line: the record that `record.md` shows, and records that follow when the story
//! changes.

#![allow(clippy::unwrap_used)] // helpers of tests

use std::process::{Command, Stdio};

use serde_json::Value;

const STORY: &str = include_str!("data/seed/story.txt");
const EXPECTED: &str = include_str!("data/seed/expected.json");

/// Fields whose values are a matter of degree, or of numbering.
const OF_DEGREE: [&str; 3] = ["confidence", "relevance", "ref"];

fn tag(story: &str) -> Value {
    let mut dateline = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["tag", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut dateline.stdin.take().unwrap(), story.as_bytes()).unwrap();
    let output = dateline.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Every field that `expected` has must be in `actual`, with its value.
fn differences(path: &str, expected: &Value, actual: &Value, found: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            for (key, value) in expected {
                let is_name_of_industry = key == "name" && path.contains("industries");
                match actual.get(key) {
                    Some(_) if OF_DEGREE.contains(&key.as_str()) || is_name_of_industry => {}
                    Some(there) => differences(&format!("{path}.{key}"), value, there, found),
                    None => found.push(format!("{path}.{key} is missing")),
                }
            }
        }
        (Value::Array(expected), Value::Array(actual)) => {
            if expected.len() != actual.len() {
                found.push(format!("{path} has {} entries, not {}", actual.len(), expected.len()));
            }
            for (n, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                differences(&format!("{path}[{n}]"), expected, actual, found);
            }
        }
        (expected, actual) if expected != actual => found.push(format!("{path} is {actual}, not {expected}")),
        _ => {}
    }
}

fn assert_agrees(expected: &Value, actual: &Value) {
    let mut found = Vec::new();
    differences("", expected, actual, &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_seed_story_gives_the_record_that_the_contract_shows() {
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    assert_agrees(&expected, &tag(STORY));
}

#[test]
fn a_record_has_every_field_of_the_contract_and_no_other() {
    let record = tag(STORY);
    let keys: Vec<&str> = record.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = vec![
        "schema",
        "id",
        "version",
        "source",
        "provider",
        "published_at",
        "headline",
        "byline",
        "slugline",
        "ed_note",
        "keywords",
        "language",
        "dateline",
        "urgency",
        "pub_status",
        "signals",
        "embargoed_until",
        "subjects",
        "text",
        "warnings",
        "regions",
        "industries",
        "trade_figures",
        "enrichment",
    ];
    expected.sort_unstable();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, expected);
    let figure = record["trade_figures"][0].as_object().unwrap();
    for key in ["sentence", "rule"] {
        assert!(figure.contains_key(key), "a figure has `{key}`");
    }
}

/// A change of the story: words for words, and what follows in the record.
struct Change {
    words: &'static [(&'static str, &'static str)],
    /// JSON pointers into the expected record, and their new values.
    values: &'static [(&'static str, &'static str)],
    /// Codes that stand in many places of the record.
    codes: &'static [(&'static str, &'static str)],
}

/// The story with the change, and for each code point of the old story its place in the new one.
fn rewrite(words: &[(&str, &str)]) -> (String, Vec<usize>) {
    let (mut story, mut places, mut rest) = (String::new(), Vec::new(), STORY);
    while let Some(next) = rest.chars().next() {
        let at = story.chars().count();
        if let Some((from, to)) = words.iter().find(|(from, _)| rest.starts_with(from)) {
            // Inside a replaced word, only its ends can be told.
            places.extend(std::iter::repeat_n(at, from.chars().count()));
            story.push_str(to);
            rest = &rest[from.len()..];
        } else {
            places.push(at);
            story.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    places.push(story.chars().count());
    (story, places)
}

fn move_spans(record: &mut Value, story: &[char], places: &[usize]) {
    match record {
        Value::Object(fields) => {
            if let (Some(start), Some(end)) =
                (fields.get("start").and_then(Value::as_u64), fields.get("end").and_then(Value::as_u64))
            {
                let place = |at: u64| places[usize::try_from(at).unwrap()];
                let (start, end) = (place(start), place(end));
                fields.insert("start".into(), start.into());
                fields.insert("end".into(), end.into());
                if fields.contains_key("exact") {
                    fields.insert("exact".into(), story[start..end].iter().collect::<String>().into());
                }
            }
            fields.values_mut().for_each(|value| move_spans(value, story, places));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| move_spans(value, story, places)),
        _ => {}
    }
}

fn recode(record: &mut Value, codes: &[(&str, &str)]) {
    match record {
        Value::String(word) => {
            if let Some((_, to)) = codes.iter().find(|(from, _)| word == from) {
                *word = (*to).to_owned();
            }
        }
        Value::Object(fields) => {
            // What Northeast China is made of does not change with the story.
            fields
                .iter_mut()
                .filter(|(key, _)| *key != "members")
                .for_each(|(_, value)| recode(value, codes));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| recode(value, codes)),
        _ => {}
    }
}

fn assert_follows(change: &Change) {
    let (story, places) = rewrite(change.words);
    let letters: Vec<char> = story.chars().collect();
    let mut expected: Value = serde_json::from_str(EXPECTED).unwrap();
    move_spans(&mut expected, &letters, &places);
    recode(&mut expected, change.codes);
    for (pointer, value) in change.values {
        *expected.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not in the record")) =
            serde_json::from_str(value).unwrap();
    }
    let record = tag(&story);
    expected["id"] = record["id"].clone(); // the bytes changed, and with them their hash
    assert_agrees(&expected, &record);
}

#[test]
fn when_the_province_changes_the_record_follows() {
    assert_follows(&Change {
        words: &[("Jilin", "Sichuan"), ("CHANGCHUN", "CHENGDU"), ("Changchun", "Chengdu")],
        values: &[
            ("/dateline/places", r#"["CHENGDU"]"#),
            ("/regions/0/geonames", "1794299"),
            ("/regions/2/geonames", "1815286"),
            ("/regions/2/lat", "30.66667"),
            ("/regions/2/lon", "104.06667"),
            ("/trade_figures/0/attribution", r#""Sichuan provincial department of commerce""#),
            ("/trade_figures/1/attribution", r#""Sichuan provincial department of commerce""#),
            ("/trade_figures/2/attribution", r#""Sichuan provincial department of commerce""#),
            ("/trade_figures/3/attribution", r#""Sichuan provincial department of commerce""#),
            ("/trade_figures/4/attribution", r#""Sichuan provincial department of commerce""#),
        ],
        codes: &[
            ("CN-JL", "CN-SC"),
            ("Jilin", "Sichuan"),
            ("Changchun", "Chengdu"),
            ("geonames:2038180", "geonames:1815286"),
        ],
    });
}

#[test]
fn when_numbers_currency_percentages_and_partner_change_the_record_follows() {
    assert_follows(&Change {
        words: &[
            ("28.14 billion yuan", "63.5 billion euros"),
            ("3.9 billion", "68.6 billion"),
            ("25.3 percent", "8.4 percent"),
            ("a year-on-year growth", "a year-on-year decline"),
            ("21.6", "2.5"),
            ("higher than the national", "lower than the national"),
            ("countries along the Belt and Road", "Japan"),
            ("increased by", "fell by"),
            ("78.2 percent", "12.5 percent"),
        ],
        values: &[
            ("/trade_figures/0/value", r#""63500000000""#),
            ("/trade_figures/0/unit", r#""EUR""#),
            ("/trade_figures/1/value", r#""68600000000""#),
            // 63.5 / 68.6; from 63.45 / 68.65 to 63.55 / 68.55, rounded inward
            (
                "/trade_figures/1/derived/exchange_rate",
                r#"{"value": "0.9257", "low": "0.9243", "high": "0.9270", "unit": "EUR/USD"}"#,
            ),
            ("/trade_figures/2/value", r#""8.4""#),
            ("/trade_figures/2/direction", r#""down""#),
            // 63.5 bn / 0.916; from 63.45 bn / 0.9165 to 63.55 bn / 0.9155, rounded inward
            (
                "/trade_figures/2/derived/base_level",
                r#"{"value": "69323144105", "low": "69230769231", "high": "69415619879", "unit": "EUR"}"#,
            ),
            ("/trade_figures/3/value", r#""2.5""#),
            ("/trade_figures/3/direction", r#""below""#),
            // -8.4 + 2.5, each within 0.05
            (
                "/trade_figures/3/derived/benchmark",
                r#"{"value": "-5.9", "low": "-6.0", "high": "-5.8", "unit": "percent", "of": "the national average"}"#,
            ),
            ("/trade_figures/4/value", r#""12.5""#),
            ("/trade_figures/4/direction", r#""down""#),
            ("/trade_figures/4/partner", r#""JP""#),
            (
                "/regions/6",
                r#"{"name": "Japan", "level": "country", "code": "JP", "country": "JP", "role": "mention"}"#,
            ),
            ("/regions/7", r#"{"name": "Russia", "level": "country", "code": "RU", "country": "RU"}"#),
        ],
        codes: &[],
    });
}
