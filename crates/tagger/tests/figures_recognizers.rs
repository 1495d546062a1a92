//! Microsoft's Recognizers-Text specs (MIT; `gold/recognizers`): the scanner reads what is like news in them.
//!
//! A case is right where every value is found at its place and no other currency, percentage or range is. Cases that are not like
//! news stand in `gold/recognizers/left-out.tsv`, each with its reason: 11 of 273, most of them change as it is told in a shop.

mod common;

use rust_decimal::Decimal;
use serde_json::Value;
use tagger::Tagger;

/// The cases of a model that are not left out: (input, results).
fn cases(model: &str) -> (Vec<(String, Vec<Value>)>, usize) {
    let all: Vec<Value> =
        serde_json::from_str(&common::read(&format!("recognizers/{model}.json"))).expect("cases are JSON");
    let left_out = common::read("recognizers/left-out.tsv");
    let left_out: Vec<&str> = left_out
        .lines()
        .filter_map(|line| {
            let mut columns = line.split('\t');
            (columns.next() == Some(model)).then(|| columns.next()).flatten()
        })
        .collect();
    let count = all.len();
    let cases = all
        .iter()
        .map(|case| {
            let input = case["Input"].as_str().expect("input").to_owned();
            (input, case["Results"].as_array().cloned().unwrap_or_default())
        })
        .filter(|(input, _)| !left_out.contains(&input.trim()))
        .collect();
    (cases, count)
}

/// What is wrong with a case, if anything.
type Judge = fn(&Tagger, &str, &[Value]) -> Option<String>;

fn judge(model: &str, most_left_out: usize, wrong: Judge) {
    let tagger = Tagger::new();
    let (cases, all) = cases(model);
    let failed: Vec<String> = cases
        .iter()
        .filter_map(|(input, results)| Some(format!("{input}: {}", wrong(&tagger, input, results)?)))
        .collect();
    let right = cases.len() - failed.len();
    assert!(
        right * 100 >= cases.len() * 98,
        "{model}: {right} of {} right, {all} in all\n{}",
        cases.len(),
        failed.join("\n")
    );
    assert!(all - cases.len() <= most_left_out, "{model}: {} of {all} left out", all - cases.len());
}

fn number(text: &str) -> Option<Decimal> {
    let text = text.trim_end_matches('%');
    text.parse().ok().or_else(|| Decimal::from_scientific(text).ok())
}

fn same(one: Decimal, two: Decimal) -> bool {
    (one.abs() - two.abs()).abs() <= two.abs() * Decimal::new(1, 3)
}

/// The spans of results are inclusive at the end.
fn overlaps(result: &Value, read: &tagger::Read) -> bool {
    let at = |key: &str| usize::try_from(result[key].as_u64().unwrap_or(0)).unwrap_or(0);
    read.span.start <= at("End") && read.span.end > at("Start")
}

#[test]
fn currencies() {
    judge("CurrencyModel", 9, |tagger, input, results| {
        let found = tagger.quantities(input);
        let money = |it: &&tagger::Read| {
            it.unit.len() == 3
                && it.unit.chars().all(|letter| letter.is_ascii_uppercase())
                && it.unit != "TEU"
        };
        for result in results {
            let resolution = &result["Resolution"];
            let Some(value) = resolution["value"].as_str().and_then(number) else { continue };
            // cents and pence have no code of their own
            let coins = matches!(resolution["unit"].as_str(), Some("Cent" | "Pence" | "Penny"));
            let bitcoins = resolution["unit"] == "Bitcoin";
            let fits = |it: &&tagger::Read| match it.unit {
                "other:coin" => coins,
                "other:bitcoin" => bitcoins,
                _ => !coins && !bitcoins && money(it),
            };
            let hit = found.iter().filter(fits).find(|it| overlaps(result, it) && same(it.value, value));
            let Some(hit) = hit else {
                return Some(format!("missed {value} {} in {found:?}", resolution["unit"]));
            };
            if let Some(code) = resolution["isoCurrency"].as_str()
                && hit.unit != code
            {
                return Some(format!("{code} read as {}", hit.unit));
            }
        }
        let extra = found.iter().filter(money).find(|it| !results.iter().any(|result| overlaps(result, it)));
        extra.map(|it| format!("false {it:?}"))
    });
}

#[test]
fn percentages() {
    judge("PercentModel", 0, |tagger, input, results| {
        let found = tagger.quantities(input);
        for result in results {
            let Some(value) = result["Resolution"]["value"].as_str().and_then(number) else { continue };
            if !found.iter().any(|it| it.unit == "percent" && overlaps(result, it) && same(it.value, value)) {
                return Some(format!("missed {value} in {found:?}"));
            }
        }
        None
    });
}

#[test]
fn numbers() {
    judge("NumberModel", 2, |tagger, input, results| {
        let found = tagger.quantities(input);
        for result in results {
            let Some(value) = result["Resolution"]["value"].as_str().and_then(number) else { continue };
            let one = |it: &tagger::Read| {
                overlaps(result, it)
                    && (same(it.value, value) || same(it.value, value * Decimal::ONE_HUNDRED))
            };
            if !found.iter().any(one) {
                return Some(format!("missed {value} in {found:?}"));
            }
        }
        None
    });
}

#[test]
fn ranges() {
    judge("NumberRangeModel", 0, |tagger, input, results| {
        let found = tagger.quantities(input);
        for result in results {
            let range = result["Resolution"]["value"].as_str().unwrap_or_default();
            let ends = range.trim_matches(['(', '[', ')', ']']).split(',');
            for end in ends.filter_map(number) {
                let one = |it: &tagger::Read| {
                    // a fraction in words is a percentage here
                    let whole = if it.unit == "percent" { end * Decimal::ONE_HUNDRED } else { end };
                    overlaps(result, it)
                        && (same(it.value, end)
                            || same(it.value, whole)
                            || it.high.is_some_and(|high| same(high, end)))
                };
                if !found.iter().any(one) {
                    return Some(format!("missed {end} of {range} in {found:?}"));
                }
            }
        }
        None
    });
}
