//! The page of ambiguous places: `cases.tsv`, one case a line with its reason.

use super::{inside_names, mentions};

const CASES: &str = include_str!("cases.tsv");

fn cases() -> impl Iterator<Item = [&'static str; 4]> {
    CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut fields = line.split('\t');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

#[test]
fn every_ambiguous_place_is_read_as_its_case_says() {
    let mut wrong = Vec::new();
    for [text, expected, inside, reason] in cases() {
        let found = mentions(text);
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}\n  because  {reason}"));
        }
        // what stands inside another name is told of a place that is mentioned too
        let place = inside.split("; ").find(|name| !name.is_empty());
        if let Some(place) = place {
            let also = format!("{place} grew.\n\n{text}");
            if !inside_names(&also).contains(place) {
                wrong.push(format!("{text}\n  {place} is not inside a name\n  because  {reason}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases().count(), wrong.join("\n"));
}

#[test]
fn the_page_is_long_and_gives_reasons() {
    assert!(cases().count() >= 150, "{}", cases().count());
    for [text, _, _, reason] in cases() {
        assert!(!reason.is_empty(), "{text}");
    }
}
