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
