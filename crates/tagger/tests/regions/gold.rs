//! How well the gold stories are tagged. The numbers may rise, and the bars with them; they must not fall.

use std::collections::BTreeSet;

use article::{Level, Region, Role, Salience};
use serde_json::Value;

use super::common;

#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    true_ones: usize,
}

impl Score {
    fn add(&mut self, found: &BTreeSet<String>, gold: &BTreeSet<String>) {
        self.right += found.intersection(gold).count();
        self.found += found.len();
        self.true_ones += gold.len();
    }

    #[allow(clippy::cast_precision_loss)]
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.true_ones).max(1) as f64
    }
}

/// The code points of a quote in a story.
fn span_of(text: &str, mention: &Value) -> Option<(usize, usize)> {
    let quote = mention["quote"].as_str()?;
    let nth = usize::try_from(mention["nth"].as_u64().unwrap_or(1)).ok()?;
    let mut at = 0;
    let mut found = None;
    for _ in 0..nth {
        let byte = at + text.get(at..)?.find(quote)?;
        found = Some(byte);
        at = byte + text[byte..].chars().next().map_or(1, char::len_utf8);
    }
    let start = text[..found?].chars().count();
    Some((start, start + quote.chars().count()))
}

fn code(region: &Region) -> String {
    match (region.level, &region.country) {
        (Level::City, Some(country)) => format!("{country}:{}", region.name),
        _ => region.code.clone(),
    }
}

#[test]
fn the_gold_stories_are_tagged_no_worse_than_they_were() {
    let (mut mentions, mut focus, mut main, mut all) =
        (Score::default(), Score::default(), Score::default(), Score::default());
    let (mut linked, mut matched) = (0, 0);
    for number in 1..=24 {
        let text = common::read(&format!("docs/D{number:02}.txt"));
        let gold: Value = serde_json::from_str(&common::read(&format!("gold/D{number:02}.json"))).unwrap();
        let tags = common::tag(&common::parse(&text, gold["published"].as_str()));
        let mut open: Vec<(usize, usize, &Region)> = tags
            .regions
            .iter()
            .flat_map(|region| {
                region.mentions.iter().map(move |mention| (mention.start, mention.end, region))
            })
            .collect();
        mentions.found += open.len();
        for region in gold["regions"].as_array().unwrap() {
            for mention in region["mentions"].as_array().unwrap() {
                let Some((start, end)) = span_of(&text, mention) else { continue };
                mentions.true_ones += 1;
                let Some(hit) = open.iter().position(|(from, to, _)| *from < end && start < *to) else {
                    continue;
                };
                let (_, _, found) = open.remove(hit);
                mentions.right += 1;
                matched += 1;
                let true_code = region["code"].as_str().unwrap();
                let right = match region["level"].as_str().unwrap() {
                    "city" => found.level == Level::City && found.country.as_deref() == true_code.get(..2),
                    "country" | "admin1" => found.code == true_code,
                    _ => matches!(found.level, Level::Macro | Level::Group | Level::Other),
                };
                linked += usize::from(right);
            }
        }
        let strings = |list: &Value, keep: &dyn Fn(&Value) -> bool, field: &str| {
            let kept = list.as_array().unwrap().iter().filter(|tag| keep(tag));
            kept.filter_map(|tag| tag[field].as_str().map(str::to_owned)).collect::<BTreeSet<_>>()
        };
        let found_focus = tags.regions.iter().filter(|region| region.role == Role::Focus).map(code).collect();
        focus.add(&found_focus, &strings(&gold["regions"], &|tag| tag["role"] == "focus", "code"));
        let divisions = |keep: &dyn Fn(Salience) -> bool| {
            let kept = tags.industries.iter().filter(|industry| keep(industry.salience));
            kept.map(|industry| industry.isic_division.clone().into_owned()).collect::<BTreeSet<_>>()
        };
        all.add(&divisions(&|_| true), &strings(&gold["industries"], &|_| true, "isic"));
        let is_main = |salience: Salience| salience == Salience::Main;
        main.add(
            &divisions(&is_main),
            &strings(&gold["industries"], &|tag| tag["salience"] == "main", "isic"),
        );
    }
    assert!(mentions.f1() >= 0.99, "mentions {}", mentions.f1());
    assert!(linked * 1000 >= matched * 985, "links {linked} of {matched}");
    assert!(focus.f1() >= 0.93, "focus {}", focus.f1());
    assert!(all.f1() >= 0.92, "industries {}", all.f1());
    assert!(main.f1() >= 0.82, "main industries {}", main.f1());
}
