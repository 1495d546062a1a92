//! Over all gold stories: another country instead of one that the story names, and the tags change exactly as the text did.
mod common;
#[path = "metamorphic/differ.rs"]
mod differ;
#[path = "metamorphic/swap.rs"]
mod swap;
#[path = "metamorphic/table.rs"]
mod table;

use std::collections::BTreeMap;

use serde_json::Value;
use swap::Swap;
use table::{COUNTRIES, Country, bare};

const TRIES: usize = 6;

/// The codes that figures have as reporter or partner.
fn trades(record: &Value) -> Vec<String> {
    let figures = record["trade_figures"].as_array().expect("a list");
    let codes = figures.iter().flat_map(|figure| [figure["reporter"].as_str(), figure["partner"].as_str()]);
    codes.flatten().flat_map(|codes| codes.split('+')).map(str::to_owned).collect()
}

/// The countries that may stand for one, in an order of the story's own, so that all of the table is used.
fn candidates(id: &str, old: &str) -> Vec<&'static Country> {
    let words = |name: &str| bare(name).split(' ').count();
    let known = COUNTRIES.iter().find(|country| country.code == old);
    let many = known.filter(|country| !country.name.starts_with("the ")).map_or(1, |country| words(&country.name));
    let seed = id.bytes().chain(old.bytes()).fold(7_usize, |sum, byte| (sum * 31 + usize::from(byte)) % 65_521);
    let mut all: Vec<&Country> = COUNTRIES.iter().filter(|country| country.code != old).collect();
    let from = seed % all.len();
    all.rotate_left(from);
    // as many words first
    all.sort_by_key(|country| words(&country.name) != many);
    all
}

#[test]
fn another_country_is_another_country_in_every_tag() {
    let mut wrong = Vec::new();
    let mut left_out: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (mut pairs, mut trading, mut tested, mut tested_trading) = (0, 0, 0, 0);
    for story in table::stories() {
        let day = story.day.as_deref();
        let record = differ::tags(&common::tag(&common::parse(&story.text, day)));
        let trades = trades(&record);
        for region in record["regions"].as_array().expect("a list") {
            if region["level"] != "country" || region["mentions"] == Value::Array(Vec::new()) {
                continue;
            }
            let old = region["code"].as_str().expect("a code");
            let is_trading = trades.iter().any(|code| code == old);
            pairs += 1;
            trading += usize::from(is_trading);
            let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
            let mut tries = 0;
            if let Err(reason) = Swap::may(&story, &record, old) {
                left_out.entry(reason).or_default().push(format!("{} {old}", story.id));
                continue;
            }
            for new in candidates(&story.id, old) {
                let swap = match Swap::country(&story, &record, old, new) {
                    Ok(swap) => swap,
                    Err(reason) => {
                        *reasons.entry(reason).or_default() += 1;
                        continue;
                    }
                };
                let text = swap.text(&story.text);
                let expected = swap.record(&record, &text);
                let found = differ::tags(&common::tag(&common::parse(&text, day)));
                if !differ::differences(&expected, &found).is_empty() && std::env::var("DUMP").is_ok() {
                    std::fs::write(format!("/tmp/meta/dump/{}-{old}-{}.txt", story.id, new.code), &text).expect("x");
                    std::fs::write(format!("/tmp/meta/dump/{}-{old}-{}.orig", story.id, new.code), &story.text).expect("x");
                }
                for difference in differ::differences(&expected, &found).iter().take(4) {
                    wrong.push(format!("{} {old}→{}{difference}", story.id, new.code));
                }
                tries += 1;
                if tries == TRIES {
                    break;
                }
            }
            if tries == 0 {
                let reason = reasons.into_iter().max_by_key(|(_, count)| *count).map_or("", |(reason, _)| reason);
                left_out.entry(reason).or_default().push(format!("{} {old}", story.id));
            } else {
                tested += 1;
                tested_trading += usize::from(is_trading);
            }
        }
    }
    println!("{tested} of {pairs} countries of stories, {tested_trading} of {trading} that trade");
    for (reason, list) in &left_out {
        println!("left out {}: {reason}: {}", list.len(), list.join(", "));
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}
