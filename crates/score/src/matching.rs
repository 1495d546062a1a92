//! When gold and record mean the same: a value within 0.2 %, a unit of one family, a place of one code.

use rust_decimal::Decimal;
use serde_json::Value;

/// A half-open range of code points.
pub(crate) type Span = (usize, usize);

/// Where the `nth` time stands that a quote is in the text.
pub(crate) fn quoted(letters: &[char], quote: &Value) -> Option<Span> {
    let words: Vec<char> = quote["quote"].as_str()?.chars().collect();
    let nth = match &quote["nth"] {
        Value::Null => 1,
        Value::String(nth) => nth.parse().ok()?,
        nth => usize::try_from(nth.as_u64()?).ok()?,
    };
    if words.is_empty() || words.len() > letters.len() {
        return None;
    }
    let mut starts = (0..=letters.len() - words.len()).filter(|at| letters[*at..].starts_with(&words));
    let start = starts.nth(nth.checked_sub(1)?)?;
    Some((start, start + words.len()))
}

pub(crate) fn overlap(one: Span, two: Span) -> bool {
    one.1.min(two.1) > one.0.max(two.0)
}

/// The span of a mention, evidence or figure in the record.
pub(crate) fn span(value: &Value) -> Option<Span> {
    let at = |key: &str| value[key].as_u64().and_then(|at| usize::try_from(at).ok());
    Some((at("start")?, at("end")?))
}

fn number(value: &Value) -> Option<Decimal> {
    let parsed = match value {
        Value::String(text) => text.parse::<Decimal>(),
        Value::Number(number) => number.to_string().parse::<Decimal>(),
        _ => return None,
    };
    parsed.ok().map(|number| number.abs())
}

pub(crate) fn same_value(one: &Value, two: &Value) -> bool {
    let (Some(one), Some(two)) = (number(one), number(two)) else { return false };
    one == two || (one - two).abs() <= one.max(two) * Decimal::new(2, 3)
}

/// A vehicle, a unit and any other word are one family.
pub(crate) fn same_unit(one: &Value, two: &Value) -> bool {
    let family = |unit: &Value| match unit.as_str().unwrap_or_default().split(':').next().unwrap_or_default()
    {
        "unit" | "vehicle" => "other".to_owned(),
        unit => unit.to_owned(),
    };
    one == two || (family(one) == family(two) && family(one) == "other")
}

/// The country of a code; none of a group, a macro-region or a city's number.
pub(crate) fn country_of(code: &str) -> Option<String> {
    let none = code.is_empty()
        || code.starts_with("x:")
        || code.starts_with("m49:")
        || code.starts_with("geonames:");
    (!none).then(|| code.chars().take(2).collect())
}

/// As python prints it in an error: `None` for null.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
