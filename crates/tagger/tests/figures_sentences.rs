//! The 60 sentences of the gold: every value with its unit, and nothing else. They are read by the scanner alone, since a
//! sentence without its story does not say what it measures.

mod common;

use rust_decimal::Decimal;
use serde_json::Value;
use tagger::Tagger;

/// The sentences' units as the record names them.
fn unit(gold: &Value) -> &str {
    match gold["unit"].as_str().unwrap_or_default() {
        "%" => "percent",
        "pp" => "percentage_point",
        "x" => "multiple",
        "vehicles" => "vehicle",
        other => other,
    }
}

fn number(value: &Value) -> Decimal {
    let text = value.to_string();
    text.parse().or_else(|_| Decimal::from_scientific(&text)).expect("a number")
}

#[test]
fn every_value_of_the_sentences_and_nothing_else() {
    let tagger = Tagger::new();
    let mut wrong = Vec::new();
    let mut right = 0;
    for line in common::read("sentences.jsonl").lines() {
        let sentence: Value = serde_json::from_str(line).expect("a sentence");
        let text = sentence["text"].as_str().expect("text");
        let mut read = tagger.quantities(text);
        // whose riyals they are, the places say: there the figure counts
        let figures = common::figures(text, Some("2023-08-30"));
        let mut found: Vec<(Decimal, String)> = Vec::new();
        for it in read.drain(..) {
            let figure = figures.iter().find(|figure| figure["span"]["start"] == it.span.start);
            let unit = figure.and_then(|figure| figure["unit"].as_str()).unwrap_or(it.unit);
            found.push((it.value, unit.to_owned()));
        }
        for gold in sentence["figures"].as_array().expect("figures") {
            let value = number(&gold["value"]).abs();
            // a fraction is a percentage in the record
            let fraction = gold["kind"] == "fraction" || (unit(gold).is_empty() && value < Decimal::ONE);
            let (value, unit) =
                if fraction { (value * Decimal::ONE_HUNDRED, "percent") } else { (value, unit(gold)) };
            let close = |found: Decimal| (found - value).abs() <= value * Decimal::new(2, 3);
            match found.iter().position(|it| close(it.0) && it.1 == unit) {
                Some(at) => {
                    found.remove(at);
                    right += 1;
                }
                None => wrong.push(format!("missed {value} {unit} in: {text}")),
            }
        }
        wrong.extend(found.iter().filter(|it| !it.1.is_empty()).map(|it| format!("false {it:?} in: {text}")));
    }
    assert!(wrong.is_empty(), "{right} right, {} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(right, 100);
}
