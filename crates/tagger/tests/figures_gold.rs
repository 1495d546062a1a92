//! How well the gold stories are read: floors that no change may break. The measure is that of the gold's `score.py`.
//!
//! These stories were looked at while the rules were built, so this is no honest measure of other stories.

mod common;

use rust_decimal::Decimal;
use serde_json::Value;

/// Gold figures, found figures, and how many of the found agree: in value and unit, with meaning, in full.
#[derive(Debug, Default)]
struct Tally {
    gold: usize,
    found: usize,
    values: usize,
    meaning: usize,
    full: usize,
}

fn f1(agree: usize, tally: &Tally) -> f64 {
    2.0 * agree as f64 / (tally.gold + tally.found) as f64
}

fn number(value: &Value) -> Option<Decimal> {
    value.as_str()?.parse::<Decimal>().ok().map(|number| number.abs())
}

fn same(gold: &Value, found: &Value) -> bool {
    let (Some(one), Some(two)) = (number(&gold["value"]), number(&found["value"])) else { return false };
    let other = |unit: &Value| {
        let unit = unit.as_str().unwrap_or_default();
        if matches!(unit, "unit" | "vehicle") || unit.starts_with("other") {
            "other".to_owned()
        } else {
            unit.to_owned()
        }
    };
    (one - two).abs() <= one.max(two) * Decimal::new(2, 3) && other(&gold["unit"]) == other(&found["unit"])
}

/// The code points of the `nth` time that a quote stands in the story.
fn place(text: &str, quote: &str, nth: u64) -> Option<(u64, u64)> {
    let mut from = 0;
    for left in (0..nth).rev() {
        let at = from + text[from..].find(quote)?;
        if left == 0 {
            let start = text[..at].chars().count() as u64;
            return Some((start, start + quote.chars().count() as u64));
        }
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

fn score(id: &str, tally: &mut Tally) {
    let text = common::read(&format!("docs/{id}.txt"));
    let gold: Value = serde_json::from_str(&common::read(&format!("gold/{id}.json"))).expect("gold is JSON");
    let found = common::figures(&text, gold["published_check"].as_str());
    let mut used = vec![false; found.len()];
    tally.found += found.len();
    for gold in gold["figures"].as_array().into_iter().flatten() {
        let quote = gold["quote"].as_str().unwrap_or_default();
        let Some((start, end)) = place(&text, quote, gold["nth"].as_u64().unwrap_or(1)) else { continue };
        tally.gold += 1;
        let overlaps = |found: &Value| {
            found["span"]["start"].as_u64() < Some(end) && found["span"]["end"].as_u64() > Some(start)
        };
        let Some(hit) =
            (0..found.len()).find(|at| !used[*at] && overlaps(&found[*at]) && same(gold, &found[*at]))
        else {
            continue;
        };
        used[hit] = true;
        let agree = |fields: &[&str]| fields.iter().all(|field| gold[field] == found[hit][field]);
        let meaning = agree(&["kind", "indicator", "direction"]);
        tally.values += 1;
        tally.meaning += usize::from(meaning);
        tally.full += usize::from(meaning && agree(&["period", "reporter"]));
    }
}

#[test]
fn the_gold_stories_are_read_no_worse_than_before() {
    let mut tally = Tally::default();
    for number in 1..=24 {
        score(&format!("D{number:02}"), &mut tally);
    }
    let precision = tally.values as f64 / tally.found as f64;
    assert!(precision >= 0.98, "precision {precision:.3}: {tally:?}");
    for (name, agree, floor) in
        [("values", tally.values, 0.95), ("meaning", tally.meaning, 0.95), ("in full", tally.full, 0.84)]
    {
        assert!(f1(agree, &tally) >= floor, "{name} {:.3}: {tally:?}", f1(agree, &tally));
    }
}
