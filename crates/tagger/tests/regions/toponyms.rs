//! The 90 stories of `tests/toponyms`: how many of their places are found, and how many of those are the right ones. The floors may rise.
//!
//! Of the even half nobody looks at the errors; this test prints none.

use std::collections::HashMap;
use std::path::Path;

use article::{Level, Region, Role};
use serde_json::Value;

use super::common;

type Span = (usize, usize);

/// What a half or kind scored.
#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    right: usize,
    countries: (usize, usize),
    divisions: (usize, usize),
    near: (usize, usize),
    /// Places in focus: right, found, and asked for.
    focus: (usize, usize, usize),
}

impl Score {
    #[allow(clippy::cast_precision_loss)]
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

#[allow(clippy::cast_precision_loss)]
fn share((right, all): (usize, usize)) -> f64 {
    right as f64 / all.max(1) as f64
}

/// What must not fall: mentions (F1), countries, divisions, and places within 161 km (100 miles) of the mentions found; focus (F1).
const FLOORS: &[(&str, [f64; 5])] =
    &[("odd", [0.947, 0.984, 0.917, 0.936, 0.54]), ("even", [0.926, 0.973, 0.931, 0.946, 0.52])];

/// A span without a final full stop: `Calif.` and `Calif` are one.
fn trimmed(text: &[char], (start, end): Span) -> Span {
    let stops = text[start..end].iter().rev().take_while(|letter| **letter == '.').count();
    (start, end - stops)
}

fn overlap(one: Span, other: Span) -> bool {
    one.0 < other.1 && other.0 < one.1
}

fn span_of(mention: &Value) -> Span {
    let at = |field: &str| usize::try_from(mention[field].as_u64().expect("an offset")).expect("small");
    (at("start"), at("end"))
}

/// Kilometres between two places on a globe.
fn kilometres(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (north, east) = ((other.0 - one.0).to_radians(), (other.1 - one.1).to_radians());
    let half = (north / 2.0).sin().powi(2)
        + one.0.to_radians().cos() * other.0.to_radians().cos() * (east / 2.0).sin().powi(2);
    12_742.0 * half.sqrt().min(1.0).asin()
}

fn story(id: &str, score: &mut Score) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/toponyms");
    let text = std::fs::read_to_string(folder.join(format!("docs/{id}.txt"))).expect("a story");
    let gold = std::fs::read_to_string(folder.join(format!("gold/{id}.json"))).expect("its answers");
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    let letters: Vec<char> = text.chars().collect();
    let tags = common::tag(&common::parse(&text, None));
    let mut found: HashMap<Span, &Region> = HashMap::new();
    for region in &tags.regions {
        for mention in &region.mentions {
            found.entry(trimmed(&letters, (mention.start, mention.end))).or_insert(region);
        }
    }
    let mentions = gold["mentions"].as_array().expect("a list");
    let is_optional = |mention: &&Value| mention["optional"] == Value::Bool(true);
    let is_place = |mention: &&Value| mention["kind"] != "inside_name";
    let asked: Vec<(Span, &Value)> = mentions
        .iter()
        .filter(|mention| is_place(mention) && !is_optional(mention))
        .map(|mention| (trimmed(&letters, span_of(mention)), mention))
        .collect();
    let optional: Vec<Span> = mentions.iter().filter(is_optional).map(span_of).collect();
    score.gold += asked.len();
    focus(&tags.regions, &gold, &asked, &letters, score);
    for span in found.keys() {
        let right = asked.iter().any(|(gold, _)| gold == span);
        let doubtful = optional.iter().any(|other| overlap(*span, *other))
            && !asked.iter().any(|(gold, _)| overlap(*span, *gold));
        score.right += usize::from(right);
        score.found += usize::from(right || !doubtful);
    }
    for (span, gold) in asked {
        let best = found
            .iter()
            .filter(|(other, _)| overlap(span, **other))
            .max_by_key(|(other, _)| (span.1.min(other.1) - span.0.max(other.0), **other == span));
        if let Some((_, region)) = best {
            link(region, gold, score);
        }
    }
}

/// What a story is about: the place of a mention of one that is asked for.
fn focus(regions: &[Region], gold: &Value, asked: &[(Span, &Value)], letters: &[char], score: &mut Score) {
    let mut wanted: Vec<&str> =
        gold["focus"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    score.focus.2 += wanted.len();
    for region in regions.iter().filter(|region| region.role == Role::Focus) {
        score.focus.1 += 1;
        let is_mentioned = |name: &str| {
            asked.iter().filter(|(_, gold)| gold["name"] == name).any(|(span, _)| {
                let mut mentions = region.mentions.iter();
                mentions.any(|mention| overlap(*span, trimmed(letters, (mention.start, mention.end))))
            })
        };
        if let Some(at) = wanted.iter().position(|name| is_mentioned(name)) {
            wanted.remove(at);
            score.focus.0 += 1;
        }
    }
}

/// Whether a mention that is found is of the right place.
fn link(region: &Region, gold: &Value, score: &mut Score) {
    let mut country_right = true;
    if let Some(country) = gold["country"].as_str() {
        country_right = region.country.as_deref() == Some(country);
        score.countries.0 += usize::from(country_right);
        score.countries.1 += 1;
    }
    let mut division_right = true;
    if let Some(division) = gold["admin1"].as_str() {
        let found = region.admin1.as_deref().unwrap_or_default();
        // counties of Britain and Ireland are divisions of the standard too
        let county = matches!(division.get(..2), Some("GB" | "IE")) && country_right && !found.is_empty();
        division_right = found == division || county;
        score.divisions.0 += usize::from(division_right);
        score.divisions.1 += 1;
    }
    let at = |lat: Option<f64>, lon: Option<f64>| lat.zip(lon);
    let distance = at(gold["lat"].as_f64(), gold["lon"].as_f64())
        .zip(at(region.lat, region.lon))
        .map(|(gold, found)| kilometres(gold, found));
    let near = distance.is_some_and(|distance| distance <= 161.0);
    let named = |one: &str, other: &str| {
        let (one, other) = (one.to_lowercase(), other.to_lowercase());
        !one.is_empty() && (one.contains(&other) || other.contains(&one))
    };
    let right = match gold["class"].as_str() {
        Some("country") => country_right && (region.level == Level::Country || near),
        Some("admin1") => division_right && (region.level != Level::City || near),
        // a long river has no one point
        Some("water" | "region") => {
            near || country_right && named(&region.name, gold["name"].as_str().unwrap_or_default())
        }
        _ => near,
    };
    score.near.0 += usize::from(right);
    score.near.1 += 1;
}

#[test]
fn toponyms_are_found_and_told_apart_no_worse_than_they_were() {
    let mut halves: [Score; 2] = Default::default();
    for number in 1..=90 {
        story(&format!("T{number:03}"), &mut halves[(number + 1) % 2]);
    }
    for ((half, floors), score) in FLOORS.iter().zip(&halves) {
        let (right, found, wanted) = score.focus;
        let focus = share((2 * right, found + wanted));
        let scores = [score.f1(), share(score.countries), share(score.divisions), share(score.near), focus];
        println!(
            "{half}: mentions {:.3}, countries {:.3}, divisions {:.3}, within 161 km {:.3}, focus {:.3}",
            scores[0], scores[1], scores[2], scores[3], scores[4]
        );
        for (score, floor) in scores.iter().zip(floors) {
            assert!(score >= floor, "{half}: {scores:?} where the floors are {floors:?}");
        }
    }
}
