//! Where a record is not the expected one.

use serde_json::Value;

/// The tags of a record, without what depends on a place's own row of the gazetteer and on how many places bear its name.
pub(crate) fn tags(tags: &article::Tags) -> Value {
    let mut tags = serde_json::to_value(tags).expect("tags are JSON");
    for region in tags["regions"].as_array_mut().expect("a list") {
        let region = region.as_object_mut().expect("a region");
        for field in ["name", "geonames", "m49", "lat", "lon", "confidence"] {
            region.remove(field);
        }
    }
    tags
}

/// Without the confidence of figures.
pub(crate) fn forget_confidence(tags: &mut Value) {
    for figure in tags["trade_figures"].as_array_mut().expect("a list") {
        figure.as_object_mut().expect("a figure").remove("confidence");
    }
}

/// Whether what a story is about hangs on what its towns are besides their names: a town that it was filed from and names again is in
/// focus, a great city is not; and three places of one division make a story local.
pub(crate) fn hangs_on_towns(tags: &Value) -> bool {
    const NEIGHBOURS: usize = 3;
    let regions = tags["regions"].as_array().expect("a list");
    let is_own = |region: &Value| {
        let mentions = region["mentions"].as_array().expect("a list");
        let filed = mentions.iter().filter(|mention| mention["usage"] == "dateline").count();
        region["level"] == "city" && filed > 0 && filed < mentions.len()
    };
    let lies_with = |region: &&Value, other: &Value| {
        matches!(region["level"].as_str(), Some("city" | "other")) && region["admin1"] == other["admin1"]
    };
    regions.iter().any(|region| {
        is_own(region)
            || region["admin1"].is_string()
                && regions.iter().filter(|other| lies_with(other, region)).count() >= NEIGHBOURS
    })
}

/// Without what a place is to the story, and in an order of its own.
pub(crate) fn forget_roles(tags: &mut Value) {
    let regions = tags["regions"].as_array_mut().expect("a list");
    for region in regions.iter_mut() {
        let region = region.as_object_mut().expect("a region");
        for field in ["ref", "role", "relevance"] {
            region.remove(field);
        }
    }
    regions.sort_by_cached_key(|region| region["code"].as_str().map(str::to_owned));
}

/// The first fields that differ, each as `field: expected, found`.
pub(crate) fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let mut all = Vec::new();
    walk("", expected, found, &mut all);
    all
}

fn walk(path: &str, expected: &Value, found: &Value, all: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(one), Value::Object(two)) => {
            for (key, value) in one {
                walk(&format!("{path}.{key}"), value, two.get(key).unwrap_or(&Value::Null), all);
            }
        }
        (Value::Array(one), Value::Array(two)) if one.len() == two.len() => {
            for (at, (one, two)) in one.iter().zip(two).enumerate() {
                walk(&format!("{path}[{at}]"), one, two, all);
            }
        }
        (Value::Array(one), Value::Array(two)) => {
            let says = |list: &[Value], others: &[Value]| {
                let alone = list.iter().filter(|value| !others.iter().any(|other| key(other) == key(value)));
                alone.map(key).collect::<Vec<_>>().join("; ")
            };
            all.push(format!("{path}: lost [{}], new [{}]", says(one, two), says(two, one)));
        }
        _ if expected != found => all.push(format!("{path}: {expected} became {found}")),
        _ => {}
    }
}

/// What tells one thing of a list from another.
fn key(value: &Value) -> String {
    let name = ["code", "isic", "rule", "exact"].iter().find_map(|key| value[*key].as_str());
    let words = value["span"]["exact"].as_str().or(value["exact"].as_str()).unwrap_or_default();
    let at = value["span"]["start"].as_u64().or(value["start"].as_u64()).unwrap_or_default();
    format!("{} {words}@{at}", name.map_or_else(|| value.to_string(), str::to_owned))
}
