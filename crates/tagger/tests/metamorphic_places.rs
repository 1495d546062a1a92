//! Over all gold stories: another country, division or currency than the story's, and the tags change exactly as the text did.
//!
//! **Countries.** Each country that a story names is put for another of `metamorphic/places.tsv` that it does not name, in all its forms:
//! name, adjective, people, acronym, capital, cities, divisions. Every field of every region, industry and figure must be the mapped one,
//! but for what belongs to the gazetteer (a place's name, coordinates, and confidence, which says how many places bear the name; and the roles in a story that
//! names the city again which it was filed from, or three places of one division: towns and great cities are not to a story alike). About nine pairs of story and country in ten are tested. The others are left out because something would
//! stay that contradicts: a firm or a sector's word with the country's name (Kuwait Petroleum, Swiss watches), money that bare words mean only there
//! (pesos), a fiscal or crop year that the new country has not, a landmark (Russia's Yamal), shares "in Shanghai"; or because no country of
//! the table has so many divisions, cities or such a form. The test prints them.
//!
//! **Divisions** are put for others of their country, **currencies** for others that nothing in the story says.

mod common;
#[path = "metamorphic/differ.rs"]
mod differ;
#[path = "metamorphic/swap.rs"]
mod swap;
#[path = "metamorphic/table.rs"]
mod table;

use std::collections::BTreeMap;

use serde_json::Value;
use swap::{LeftOut, Swap};
use table::{COUNTRIES, Country, Story, bare};

/// How many other countries each country of a story becomes.
const TRIES: usize = 2;

/// What was tested and what was not, and what came out wrong.
#[derive(Default)]
struct Tally {
    all: usize,
    tested: usize,
    /// Of those that are reporter or partner of a figure.
    trading: usize,
    tested_trading: usize,
    left_out: BTreeMap<LeftOut, Vec<String>>,
    wrong: Vec<String>,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.all += other.all;
        self.tested += other.tested;
        self.trading += other.trading;
        self.tested_trading += other.tested_trading;
        for (reason, mut list) in other.left_out {
            self.left_out.entry(reason).or_default().append(&mut list);
        }
        self.wrong.extend(other.wrong);
    }

    /// Compares the record of the swapped story with the one that it must have.
    fn compare(&mut self, story: &Story, record: &Value, swap: &Swap, name: &str) {
        let text = swap.text(&story.text);
        let mut expected = swap.record(record, &text);
        let mut found = record_of(&text, story.day.as_deref());
        if swap.is_of_money() {
            // a conversion at a rate that was never one is less sure
            differ::forget_confidence(&mut expected);
            differ::forget_confidence(&mut found);
        }
        if [record, &expected, &found].into_iter().any(differ::hangs_on_towns) {
            differ::forget_roles(&mut expected);
            differ::forget_roles(&mut found);
        }
        for difference in differ::differences(&expected, &found).iter().take(4) {
            self.wrong.push(format!("{} {name}{difference}", story.id));
        }
    }

    fn report(&self, what: &str) {
        println!(
            "{} of {} {what} tested, {} of {} that trade",
            self.tested, self.all, self.tested_trading, self.trading
        );
        for (reason, list) in &self.left_out {
            println!("left out {}: {reason}: {}", list.len(), list.join(", "));
        }
        assert!(self.wrong.is_empty(), "{} differences\n{}", self.wrong.len(), self.wrong.join("\n"));
    }
}

fn record_of(text: &str, day: Option<&str>) -> Value {
    // an agency speaks for its own country, and no other has its
    differ::tags(&common::tag(&article::Article { provider: None, ..common::parse(text, day) }))
}

/// All stories, on as many threads as there are, each by itself.
fn over_all_stories(test: impl Fn(&Story, &Value, &mut Tally) + Sync) -> Tally {
    let stories = table::stories();
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(stories.len());
    let mut tally = Tally::default();
    std::thread::scope(|scope| {
        let parts = stories.chunks(stories.len().div_ceil(threads)).map(|part| {
            let test = &test;
            scope.spawn(move || {
                let mut tally = Tally::default();
                for story in part {
                    test(story, &record_of(&story.text, story.day.as_deref()), &mut tally);
                }
                tally
            })
        });
        for part in parts.collect::<Vec<_>>() {
            tally.add(part.join().expect("a thread that does not panic"));
        }
    });
    tally
}

/// Whether the wire's parser finds a dateline in both texts or in neither: one agency ends its byline with its own capital.
fn keeps_dateline(story: &Story, swap: &Swap) -> bool {
    let dateline = |text: &str| common::parse(text, story.day.as_deref()).dateline.is_some();
    dateline(&story.text) == dateline(&swap.text(&story.text))
}

/// The codes that figures have as reporter or partner.
fn trading(record: &Value) -> Vec<&str> {
    let figures = record["trade_figures"].as_array().expect("a list");
    let codes = figures.iter().flat_map(|figure| [figure["reporter"].as_str(), figure["partner"].as_str()]);
    codes.flatten().flat_map(|codes| codes.split('+')).collect()
}

/// The countries that may stand for one, in an order of the story's own, so that all of the table is used.
fn candidates(id: &str, old: &str) -> Vec<&'static Country> {
    let words = |name: &str| bare(name).split(' ').count();
    let known = COUNTRIES.iter().find(|country| country.code == old);
    let many =
        known.filter(|country| !country.name.starts_with("the ")).map_or(1, |country| words(&country.name));
    let seed =
        id.bytes().chain(old.bytes()).fold(7_usize, |sum, byte| (sum * 31 + usize::from(byte)) % 65_521);
    let mut all: Vec<&Country> = COUNTRIES.iter().filter(|country| country.code != old).collect();
    let from = seed % all.len();
    all.rotate_left(from);
    // as many words first
    all.sort_by_key(|country| words(&country.name) != many);
    all
}

#[test]
fn another_country_is_another_country_in_every_tag() {
    let tally = over_all_stories(|story, record, tally| {
        let trading = trading(record);
        for region in record["regions"].as_array().expect("a list") {
            let Some(old) = region["code"].as_str().filter(|_| {
                region["level"] == "country"
                    && region["mentions"].as_array().is_some_and(|list| !list.is_empty())
            }) else {
                continue;
            };
            let trades = trading.contains(&old);
            tally.all += 1;
            tally.trading += usize::from(trades);
            let mut reasons: BTreeMap<LeftOut, usize> = BTreeMap::new();
            let mut tries = 0;
            if let Err(reason) = Swap::may(story, record, old) {
                reasons.insert(reason, 1);
            } else {
                for new in candidates(&story.id, old) {
                    match Swap::country(story, record, old, new) {
                        Ok(swap) if !keeps_dateline(story, &swap) => {
                            *reasons.entry("its dateline is one of its own agency").or_default() += 1;
                            continue;
                        }
                        Ok(swap) => tally.compare(story, record, &swap, &format!("{old}→{}", new.code)),
                        Err(reason) => {
                            *reasons.entry(reason).or_default() += 1;
                            continue;
                        }
                    }
                    tries += 1;
                    if tries == TRIES {
                        break;
                    }
                }
            }
            if tries == 0 {
                let reason =
                    reasons.into_iter().max_by_key(|(_, count)| *count).map_or("", |(reason, _)| reason);
                tally.left_out.entry(reason).or_default().push(format!("{} {old}", story.id));
            } else {
                tally.tested += 1;
                tally.tested_trading += usize::from(trades);
            }
        }
    });
    tally.report("countries of stories");
    assert!(tally.tested_trading * 5 >= tally.trading * 4, "too many are left out");
}

#[test]
fn another_division_is_another_division_in_every_tag() {
    let tally = over_all_stories(|story, record, tally| {
        let trading = trading(record);
        for region in record["regions"].as_array().expect("a list") {
            if region["level"] != "admin1" || region["mentions"] == Value::Array(Vec::new()) {
                continue;
            }
            let old = region["code"].as_str().expect("a code");
            let trades = trading.contains(&old);
            tally.all += 1;
            tally.trading += usize::from(trades);
            let country = COUNTRIES.iter().find(|country| region["country"] == *country.code);
            let mut why = "no country of the table";
            let mut tries = 0;
            for new in country.into_iter().flat_map(|country| &country.divisions) {
                match Swap::division(story, record, region, new) {
                    Ok(swap) => tally.compare(story, record, &swap, &format!("{old}→{}", new.code)),
                    Err(reason) => {
                        why = reason;
                        continue;
                    }
                }
                tries += 1;
                if tries == TRIES {
                    break;
                }
            }
            if tries == 0 {
                tally.left_out.entry(why).or_default().push(format!("{} {old}", story.id));
            } else {
                tally.tested += 1;
                tally.tested_trading += usize::from(trades);
            }
        }
    });
    tally.report("divisions of stories");
}

/// What stories write and what is put there.
type Forms = &'static [(&'static str, &'static str)];

/// Currencies and others with all that stories write for them, the longer before the shorter. The new one is one word like the old: what a
/// sector's part of a story is counts words.
const MONEY: &[(&str, &str, Forms)] = &[
    ("CNY", "PLN", &[("yuan", "zlotys"), ("renminbi", "zlotys"), ("RMB", "PLN "), ("CNY", "PLN")]),
    ("JPY", "THB", &[("yen", "baht"), ("JPY", "THB"), ("¥", "THB ")]),
    (
        "EUR",
        "PLN",
        &[
            ("euros", "zlotys"),
            ("euro terms", "zloty terms"),
            ("million euro", "million zloty"),
            ("EUR", "PLN"),
            ("€", "PLN "),
        ],
    ),
    (
        "USD",
        "EUR",
        &[
            ("U.S. dollars", "euros"),
            ("US dollars", "euros"),
            ("U.S. dollar", "euro"),
            ("US dollar", "euro"),
            ("dollars", "euros"),
            ("Dollars", "euros"),
            ("dollar", "euro"),
            ("dlrs", "euros"),
            ("US$", "€"),
            ("$", "€"),
            ("USD", "EUR"),
        ],
    ),
    ("MYR", "BRL", &[("ringgit", "reais"), ("RM", "R$")]),
    ("VND", "IDR", &[("VND", "IDR"), ("dong", "rupiah")]),
    ("GBP", "EUR", &[("£", "€"), ("GBP", "EUR")]),
];

/// Other countries' dollars, and words whose new ones are longer in a story of hard-wrapped lines.
const NOT_ALL: &[&str] = &[
    "Taiwan d",
    "Kong d",
    "Canadian d",
    "Australian d",
    "Singapore d",
    "Zealand d",
    "A$",
    "C$",
    "NT$",
    "HK$",
    "S$",
    "stg",
    "dlrs",
];

#[test]
fn another_currency_is_another_unit() {
    let tally = over_all_stories(|story, record, tally| {
        let figures = record["trade_figures"].as_array().expect("a list");
        for (old, new, forms) in MONEY {
            if !figures.iter().any(|figure| figure["unit"] == *old) {
                continue;
            }
            tally.all += 1;
            let there = forms.iter().any(|(_, form)| story.text.contains(form.trim()));
            if there || figures.iter().any(|figure| figure["unit"] == *new) {
                tally
                    .left_out
                    .entry("the story has the other")
                    .or_default()
                    .push(format!("{} {old}", story.id));
                continue;
            }
            let others = ["AUD", "CAD", "NZD"];
            if NOT_ALL.iter().any(|form| story.text.contains(form))
                || *old == "GBP" && story.has("pounds")
                || *old == "USD"
                    && figures.iter().any(|figure| others.iter().any(|other| figure["unit"] == *other))
            {
                let why = "other money has the same words, or lines would grow";
                tally.left_out.entry(why).or_default().push(format!("{} {old}", story.id));
                continue;
            }
            tally.tested += 1;
            tally.compare(story, record, &Swap::money(&story.text, old, new, forms), &format!("{old}→{new}"));
        }
    });
    tally.report("currencies of stories");
}
