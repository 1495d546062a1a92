//! Goes through the stories and counts: what agrees, what is missed, what is false.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::matching::{Span, country_of, overlap, quoted, same_unit, same_value, shown, span};
use crate::{Disagreement, Rates, Score, Story};

/// Places that gold leaves open.
const NOT_COUNTED: &[&str] = &["x:west", "x:western", "x:world"];

/// The fields of a figure that are judged, in the order of the report.
const FIELDS: [&str; 8] =
    ["kind", "indicator", "direction", "comparison", "period", "reporter", "partner", "status"];

/// True positives, false positives, false negatives.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    hit: usize,
    excess: usize,
    missed: usize,
}

impl Count {
    fn sets<T: Ord>(&mut self, gold: &BTreeSet<T>, found: &BTreeSet<T>) {
        self.hit += gold.intersection(found).count();
        self.excess += found.difference(gold).count();
        self.missed += gold.difference(found).count();
    }

    fn rates(self) -> Rates {
        let part = |of: usize| if of == 0 { 1.0 } else { self.hit as f64 / of as f64 };
        let (precision, recall) = (part(self.hit + self.excess), part(self.hit + self.missed));
        let sum = precision + recall;
        Rates { precision, recall, f1: if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 } }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Tally {
    mentions: Count,
    countries: Count,
    focus: Count,
    industries: Count,
    main_industries: Count,
    values: Count,
    links: (usize, usize),
    spans: (usize, usize),
    meaning: usize,
    full: usize,
    gold_figures: usize,
    found_figures: usize,
    /// Right and wrong, by [`FIELDS`].
    fields: [(usize, usize); 8],
    without_record: usize,
    disagreements: Vec<Disagreement>,
}

impl Tally {
    pub(crate) fn add(&mut self, story: &Story) {
        let letters: Vec<char> = story.text.chars().collect();
        let nothing = Value::Null;
        let record = story.record.as_ref().unwrap_or(&nothing);
        self.without_record += usize::from(story.record.is_none());
        self.prove(&letters, record);
        let one = OneStory { id: &story.id, letters: &letters, gold: &story.gold, record };
        self.regions(&one);
        self.places_of_the_story(&one);
        self.sectors(&one);
        self.figures(&one);
    }

    fn note(&mut self, story: &OneStory<'_>, kind: impl Into<String>, words: String, detail: String) {
        let kind = kind.into();
        self.disagreements.push(Disagreement { story: story.id.to_owned(), kind, words, detail });
    }

    /// Every span of a record must prove itself.
    fn prove(&mut self, letters: &[char], record: &Value) {
        for kind in ["regions", "industries", "trade_figures"] {
            for tag in list(&record[kind]) {
                let own = tag.get("span").into_iter().filter(|span| !span.is_null());
                for proof in list(&tag["mentions"]).iter().chain(list(&tag["evidence"])).chain(own) {
                    self.spans.1 += 1;
                    let words = span(proof).map(|at| words(letters, at));
                    if words.as_deref() != proof["exact"].as_str() {
                        self.spans.0 += 1;
                    }
                }
            }
        }
    }

    fn regions(&mut self, story: &OneStory<'_>) {
        let gold = mentions(&story.gold["regions"], |mention| quoted(story.letters, mention));
        let found = mentions(&story.record["regions"], span);
        let mut used = vec![false; found.len()];
        for (at, region) in &gold {
            let code = region["code"].as_str().unwrap_or_default();
            if NOT_COUNTED.contains(&code) {
                for (place, used) in found.iter().zip(&mut used) {
                    *used |= overlap(*at, place.0);
                }
                continue;
            }
            let hit = (0..found.len()).find(|hit| !used[*hit] && overlap(*at, found[*hit].0));
            let Some(hit) = hit else {
                self.mentions.missed += 1;
                self.note(story, "region missed", words(story.letters, *at), code.to_owned());
                continue;
            };
            used[hit] = true;
            self.mentions.hit += 1;
            let other = found[hit].1;
            if linked(region, other) {
                self.links.0 += 1;
            } else {
                self.links.1 += 1;
                let detail = format!("{code} got {}", shown(&other["code"]));
                self.note(story, "region linked wrong", words(story.letters, *at), detail);
            }
        }
        for (place, _) in found
            .iter()
            .zip(&used)
            .filter(|(place, used)| !**used && !gold.iter().any(|(at, _)| overlap(place.0, *at)))
        {
            self.mentions.excess += 1;
            self.note(story, "region false", words(story.letters, place.0), shown(&place.1["code"]));
        }
    }

    fn places_of_the_story(&mut self, story: &OneStory<'_>) {
        let gold: BTreeSet<String> = list(&story.gold["regions"])
            .iter()
            .filter(|region| region["role"] != "dateline")
            .filter_map(|region| country_of(region["code"].as_str()?))
            .collect();
        let found: BTreeSet<String> = list(&story.record["regions"])
            .iter()
            .filter(|region| {
                region["role"] != "dateline"
                    && matches!(region["level"].as_str(), Some("country" | "admin1" | "city"))
            })
            .filter_map(|region| match region["country"].as_str().filter(|country| !country.is_empty()) {
                Some(country) => Some(country.to_owned()),
                None => country_of(region["code"].as_str()?),
            })
            .collect();
        self.countries.sets(&gold, &found);
        let focus = |regions: &Value, name: fn(&Value) -> String| -> BTreeSet<String> {
            list(regions).iter().filter(|region| region["role"] == "focus").map(name).collect()
        };
        let gold = focus(&story.gold["regions"], |region| shown(&region["code"]));
        let found = focus(&story.record["regions"], |region| {
            if region["level"] == "city" {
                format!("{}:{}", shown(&region["country"]), shown(&region["name"]))
            } else {
                shown(&region["code"])
            }
        });
        if !gold.is_empty() {
            self.focus.sets(&gold, &found);
        }
    }

    fn sectors(&mut self, story: &OneStory<'_>) {
        let gold = |main: bool| -> BTreeSet<String> {
            list(&story.gold["industries"])
                .iter()
                .filter(|sector| !main || sector["salience"] == "main")
                .filter_map(|sector| sector["isic"].as_str().map(str::to_owned))
                .collect()
        };
        let found = |main: bool| -> BTreeSet<String> {
            list(&story.record["industries"])
                .iter()
                .filter(|sector| !main || sector["salience"] == "main")
                .map(|sector| match sector["isic_division"].as_str().filter(|code| !code.is_empty()) {
                    Some(division) => division.to_owned(),
                    None => sector["isic"].as_str().unwrap_or_default().chars().take(2).collect(),
                })
                .filter(|code: &String| !code.is_empty())
                .collect()
        };
        let (gold_main, gold_any, any) = (gold(true), gold(false), found(false));
        self.industries.sets(&gold_any, &any);
        self.main_industries.sets(&gold_main, &found(true));
        for code in gold_main.difference(&any) {
            self.note(story, "industry missed", code.clone(), String::new());
        }
        for code in any.difference(&gold_any) {
            self.note(story, "industry false", code.clone(), String::new());
        }
    }

    fn figures(&mut self, story: &OneStory<'_>) {
        let gold: Vec<(Span, &Value)> = list(&story.gold["figures"])
            .iter()
            .filter_map(|figure| Some((quoted(story.letters, figure)?, figure)))
            .collect();
        let found: Vec<(Span, &Value)> = list(&story.record["trade_figures"])
            .iter()
            .map(|figure| (span(&figure["span"]).unwrap_or((0, 0)), figure))
            .collect();
        let mut used = vec![false; found.len()];
        for (at, figure) in &gold {
            let near = |hit: &usize| !used[*hit] && overlap(*at, found[*hit].0);
            let same = |hit: &usize| {
                let other = found[*hit].1;
                same_value(&figure["value"], &other["value"]) && same_unit(&figure["unit"], &other["unit"])
            };
            let all = 0..found.len();
            let Some(hit) = all.clone().find(|hit| near(hit) && same(hit)) else {
                self.values.missed += 1;
                let near = all.clone().find(near).map(|near| found[near].1);
                let mut detail = ["value", "unit", "indicator"].map(|key| shown(&figure[key])).join(" ");
                if let Some(near) = near {
                    detail = format!("{detail} got {} {}", shown(&near["value"]), shown(&near["unit"]));
                }
                let kind = if near.is_some() { "figure wrong" } else { "figure missed" };
                self.note(story, kind, words(story.letters, *at), detail);
                continue;
            };
            used[hit] = true;
            self.values.hit += 1;
            self.fields(story, *at, figure, found[hit].1);
        }
        self.values.excess += found.len() - used.iter().filter(|used| **used).count();
        self.gold_figures += gold.len();
        self.found_figures += found.len();
        for ((at, figure), used) in found.iter().zip(used) {
            if !used && !gold.iter().any(|(gold, _)| overlap(*at, *gold)) {
                let detail = ["indicator", "value", "unit"].map(|key| shown(&figure[key])).join(" ");
                self.note(story, "figure false", words(story.letters, *at), detail);
            }
        }
    }

    /// The fields of a figure whose value was found.
    fn fields(&mut self, story: &OneStory<'_>, at: Span, gold: &Value, found: &Value) {
        for (place, field) in FIELDS.iter().enumerate() {
            let (want, have) = (&gold[*field], &found[*field]);
            let no_partner = |value: &Value| value.is_null() || value == "WORLD";
            let same = want == have
                || (*field == "comparison" && want == "other" && have.is_null())
                || (*field == "partner" && no_partner(want) && no_partner(have));
            if same {
                self.fields[place].0 += 1;
            } else {
                self.fields[place].1 += 1;
                let detail = format!("{} got {}", shown(want), shown(have));
                self.note(story, format!("figure {field}"), words(story.letters, at), detail);
            }
        }
        let agree = |field: &&str| gold[*field] == found[*field];
        let some = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        let meaning = ["kind", "indicator", "direction"].iter().all(agree);
        let full =
            meaning && ["period", "reporter"].iter().all(|key| some(&gold[*key]) == some(&found[*key]));
        self.meaning += usize::from(meaning);
        self.full += usize::from(full);
    }

    pub(crate) fn score(self, stories: &[Story]) -> Score {
        let of_figures =
            |hit: usize| Count { hit, excess: self.found_figures - hit, missed: self.gold_figures - hit };
        let rates = vec![
            ("region mentions", self.mentions.rates()),
            ("countries of the story", self.countries.rates()),
            ("focus regions", self.focus.rates()),
            ("industries", self.industries.rates()),
            ("main industries", self.main_industries.rates()),
            ("figure values", self.values.rates()),
            ("figures with meaning", of_figures(self.meaning).rates()),
            ("figures in full", of_figures(self.full).rates()),
        ];
        let part = |(right, wrong): (usize, usize)| right as f64 / (right + wrong).max(1) as f64;
        let fields = FIELDS.iter().zip(self.fields).filter(|(_, (right, wrong))| right + wrong > 0);
        Score {
            rates,
            region_links: part(self.links),
            fields: fields.map(|(field, counts)| (format!("figure {field}"), part(counts))).collect(),
            stories: stories.len(),
            without_record: self.without_record,
            bad_spans: self.spans,
            disagreements: self.disagreements,
        }
    }
}

struct OneStory<'s> {
    id: &'s str,
    letters: &'s [char],
    gold: &'s Value,
    record: &'s Value,
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn words(letters: &[char], (start, end): Span) -> String {
    letters.get(start..end.min(letters.len())).unwrap_or_default().iter().collect()
}

/// Every mention with its region.
fn mentions(regions: &Value, place: impl Fn(&Value) -> Option<Span>) -> Vec<(Span, &Value)> {
    list(regions)
        .iter()
        .flat_map(|region| list(&region["mentions"]).iter().map(move |mention| (mention, region)))
        .filter_map(|(mention, region)| Some((place(mention)?, region)))
        .collect()
}

/// Whether a place found is the one meant: a city by its country, a country or division by its code, all others by their level.
fn linked(gold: &Value, found: &Value) -> bool {
    match gold["level"].as_str() {
        Some("city") => {
            let country: String = gold["code"].as_str().unwrap_or_default().chars().take(2).collect();
            found["level"] == "city" && found["country"].as_str() == Some(country.as_str())
        }
        Some("country" | "admin1") => gold["code"] == found["code"],
        _ => matches!(found["level"].as_str(), Some("macro" | "group" | "other")),
    }
}
