//! Where the seed story is changed, the record follows exactly: other places, numbers, currencies, percentages, periods, partners.
//!
//! Each test changes words of the story and says by hand what changes in the figures; everything else must stay. What is derived was
//! computed apart from the code (fractions in a calculator, rounded as `figures/links.rs` says).

mod common;

use serde_json::{Value, json};

/// The story with words replaced, and what is then different in its figures: (figure, field, value).
fn follows(words: &[(&str, &str)], changes: &[(&str, &str, Value)]) {
    let mut story = common::read("seed/story.txt");
    for (from, to) in words {
        assert!(story.contains(from), "the story has no `{from}`");
        story = story.replace(from, to);
    }
    let record: Value =
        serde_json::from_str(&common::read("seed/expected.json")).expect("the record is JSON");
    let mut expected = record["trade_figures"].as_array().expect("a list").clone();
    let letters: Vec<char> = story.chars().collect();
    for figure in &mut expected {
        for (id, field, value) in changes {
            if *id == "*" || figure["id"] == *id {
                figure[*field] = value.clone();
            }
        }
        // the words of a figure are changed like the story's, and stand where they now stand
        let mut exact = figure["span"]["exact"].as_str().expect("words").to_owned();
        for (from, to) in words {
            exact = exact.replace(from, to);
        }
        let needle: Vec<char> = exact.chars().collect();
        let start = letters
            .windows(needle.len())
            .position(|window| window == needle)
            .unwrap_or_else(|| panic!("no `{exact}`"));
        figure["span"] = json!({"start": start, "end": start + needle.len(), "exact": exact});
    }
    let found = common::figures(&story, None);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (expected, found) in expected.iter().zip(&found) {
        for (field, value) in expected.as_object().expect("a figure") {
            if field != "confidence" {
                assert_eq!(&found[field], value, "{} {field}", expected["id"]);
            }
        }
    }
}

#[test]
fn another_province_is_the_reporter() {
    for (province, capital, code) in
        [("Shaanxi", "Xi'an", "CN-SN"), ("Yunnan", "Kunming", "CN-YN"), ("Liaoning", "Shenyang", "CN-LN")]
    {
        follows(
            &[("Jilin", province), ("CHANGCHUN", &capital.to_uppercase()), ("Changchun", capital)],
            &[
                ("*", "reporter", json!(code)),
                ("*", "attribution", json!(format!("{province} provincial department of commerce"))),
            ],
        );
    }
}

#[test]
fn other_numbers_are_other_values() {
    follows(
        &[("28.14 billion", "41.7 billion"), ("3.9 billion", "5.77 billion")],
        &[
            ("f1", "value", json!("41700000000")),
            ("f2", "value", json!("5770000000")),
            (
                "f2",
                "derived",
                json!({"exchange_rate": {"value": "7.227", "low": "7.213", "high": "7.241", "unit": "CNY/USD"}}),
            ),
            (
                "f3",
                "derived",
                json!({"base_level": {"value": "33280127694", "low": "33226964500", "high": "33333333333", "unit": "CNY"}}),
            ),
        ],
    );
}

#[test]
fn other_percentages_are_other_changes() {
    follows(
        &[
            ("25.3 percent", "12.4 percent"),
            ("21.6 percentage points", "8.9 percentage points"),
            ("78.2 percent", "5 percent"),
        ],
        &[
            ("f3", "value", json!("12.4")),
            (
                "f3",
                "derived",
                json!({"base_level": {"value": "25035587189", "low": "25020008893", "high": "25051179350", "unit": "CNY"}}),
            ),
            ("f4", "value", json!("8.9")),
            (
                "f4",
                "derived",
                json!({"benchmark": {"value": "3.5", "low": "3.4", "high": "3.6", "unit": "percent", "of": "the national average"}}),
            ),
            ("f5", "value", json!("5")),
        ],
    );
}

#[test]
fn another_currency_is_another_unit() {
    for (word, code) in [("euros", "EUR"), ("won", "KRW"), ("yen", "JPY")] {
        follows(
            &[("28.14 billion yuan", &format!("28.14 billion {word}"))],
            &[
                ("f1", "unit", json!(code)),
                (
                    "f2",
                    "derived",
                    json!({"exchange_rate": {"value": "7.215", "low": "7.123", "high": "7.310", "unit": format!("{code}/USD")}}),
                ),
                (
                    "f3",
                    "derived",
                    json!({"base_level": {"value": "22458100559", "low": "22445153571", "high": "22471057884", "unit": code}}),
                ),
            ],
        );
    }
    follows(
        &[("3.9 billion U.S. dollars", "3.9 billion euros")],
        &[
            ("f2", "unit", json!("EUR")),
            (
                "f2",
                "derived",
                json!({"exchange_rate": {"value": "7.215", "low": "7.123", "high": "7.310", "unit": "CNY/EUR"}}),
            ),
        ],
    );
}

#[test]
fn another_period_moves_every_figure_and_its_base() {
    for (words, period, label, base) in [
        (
            "the first seven months of this year",
            "2023-01-01/2023-07-31",
            "2023-01..2023-07",
            "2022-01-01/2022-07-31",
        ),
        ("the third quarter of last year", "2022-07-01/2022-09-30", "2022-Q3", "2021-07-01/2021-09-30"),
        ("July", "2023-07-01/2023-07-31", "2023-07", "2022-07-01/2022-07-31"),
        ("the January-July period", "2023-01-01/2023-07-31", "2023-01..2023-07", "2022-01-01/2022-07-31"),
        ("2022", "2022-01-01/2022-12-31", "2022", "2021-01-01/2021-12-31"),
        ("the second quarter", "2023-04-01/2023-06-30", "2023-Q2", "2022-04-01/2022-06-30"),
    ] {
        follows(
            &[("the first half of this year", words)],
            &[
                ("*", "period", json!(period)),
                ("*", "period_label", json!(label)),
                ("f3", "base_period", json!(base)),
            ],
        );
    }
}

#[test]
fn another_partner_is_the_partner() {
    for (words, code) in
        [("ASEAN", "x:asean"), ("Japan", "JP"), ("the European Union", "x:eu"), ("Kazakhstan", "KZ")]
    {
        follows(&[("countries along the Belt and Road", words)], &[("f5", "partner", json!(code))]);
    }
}

#[test]
fn a_fall_is_a_fall() {
    follows(
        &[
            ("a year-on-year growth of", "a year-on-year decline of"),
            ("percentage points higher", "percentage points lower"),
            ("increased by 78.2", "shrank by 78.2"),
        ],
        &[
            ("f3", "direction", json!("down")),
            (
                "f3",
                "derived",
                json!({"base_level": {"value": "37670682731", "low": "37638795987", "high": "37702612190", "unit": "CNY"}}),
            ),
            ("f4", "direction", json!("below")),
            (
                "f4",
                "derived",
                json!({"benchmark": {"value": "-3.7", "low": "-3.8", "high": "-3.6", "unit": "percent", "of": "the national average"}}),
            ),
            ("f5", "direction", json!("down")),
        ],
    );
}

#[test]
fn imports_instead_of_exports() {
    follows(
        &[
            ("the province's exports reached", "the province's imports reached"),
            ("Exports to countries", "Imports from countries"),
        ],
        &[("*", "indicator", json!("imports"))],
    );
}

#[test]
fn spelling_changes_nothing() {
    follows(&[("25.3 percent", "25.3 pct")], &[]);
    follows(&[("25.3 percent", "25.3 per cent"), ("78.2 percent", "78.2%")], &[]);
    follows(&[("U.S. dollars", "US dollars")], &[]);
    follows(&[("28.14 billion yuan", "28.14 bln yuan"), ("3.9 billion U.S. dollars", "3.9 bn dollars")], &[]);
}
