//! Anchors: the places of a story that can only be one thing, as context for those that can be several.
//!
//! A name never proves itself: what lies in a place, or names it otherwise, does. How near an anchor stands decides how much it
//! counts; looking is bounded to a window, so that a long story takes time linear in its length.

use std::collections::HashMap;
use std::ops::Range;

use article::Level;

use super::around::Reader;
use super::atlas::Place;
use super::spot::Zone;

/// Where a spot stands, for measuring how near an anchor is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Whereabouts<'a> {
    pub(crate) words: &'a str,
    pub(crate) at: usize,
    sentence: Option<usize>,
    paragraph: usize,
    zone: Zone,
}

impl<'a> Whereabouts<'a> {
    pub(crate) fn of(reader: &Reader<'a>, range: &Range<usize>, zone: Zone) -> Self {
        let story = reader.story;
        Self {
            words: story.words(range.clone()),
            at: range.start,
            sentence: story.sentence_at(range.start),
            paragraph: story.paragraphs.partition_point(|paragraph| paragraph.start <= range.start),
            zone,
        }
    }
}

/// A place that is sure.
struct Anchor<'a> {
    place: Place<'static>,
    whereabouts: Whereabouts<'a>,
}

#[derive(Default)]
pub(crate) struct Anchors<'a> {
    /// In the order of the text.
    list: Vec<Anchor<'a>>,
    /// The words that name something in a country, up to two different ones; by its code.
    countries: HashMap<&'static str, Vec<&'a str>>,
    /// The same for divisions, by their place.
    divisions: HashMap<u32, Vec<&'a str>>,
    filed: Vec<Place<'static>>,
}

const SAME_SENTENCE: i32 = 14;
const SAME_PARAGRAPH: i32 = 8;
const SAME_STORY: i32 = 4;
const FILED_THERE: i32 = 6;
const FILED_IN_DIVISION: i32 = 24;
/// A town needs more than its surroundings against a city of the world: Paris in a story of Texas.
const TOWN: u32 = 100_000;
const MOST_FOR_A_TOWN: i32 = 20;
/// How many anchors to each side are looked at.
const WINDOW: usize = 24;

impl<'a> Anchors<'a> {
    pub(crate) fn add(&mut self, place: Place<'static>, whereabouts: Whereabouts<'a>) {
        let Some(country) = place.country else { return };
        let note = |words: &mut Vec<&'a str>| {
            if words.len() < 2 && !words.iter().any(|known| known.eq_ignore_ascii_case(whereabouts.words)) {
                words.push(whereabouts.words);
            }
        };
        note(self.countries.entry(country).or_default());
        if let Some(division) = place.division() {
            note(self.divisions.entry(division.id).or_default());
        }
        if whereabouts.zone == Zone::Dateline {
            self.filed.push(place);
        }
        self.list.push(Anchor { place, whereabouts });
    }

    /// Whether the story surely has something in the candidate's country, other than by these words.
    pub(crate) fn know(&self, place: &Place<'_>, words: &str) -> bool {
        place.country.is_some_and(|country| names_otherwise(self.countries.get(country), words))
    }

    /// Points for what stands near and lies in the candidate, beside it or around it.
    pub(crate) fn near(&self, place: &Place<'_>, here: Whereabouts<'_>) -> i32 {
        let Some(country) = place.country else { return 0 };
        let division = place.division().map(|division| division.id);
        let mut by_country = if self.know(place, here.words) { SAME_STORY } else { 0 };
        let mut by_content = 0;
        if place.level != Level::Country
            && division.is_some_and(|division| names_otherwise(self.divisions.get(&division), here.words))
        {
            by_content = 2 * SAME_STORY;
        }
        let middle = self.list.partition_point(|anchor| anchor.whereabouts.at < here.at);
        let window = middle.saturating_sub(WINDOW)..(middle + WINDOW).min(self.list.len());
        for anchor in &self.list[window] {
            let there = anchor.whereabouts;
            if anchor.place.country != Some(country) || there.words.eq_ignore_ascii_case(here.words) {
                continue;
            }
            let distance = if there.sentence == here.sentence {
                SAME_SENTENCE
            } else if there.paragraph == here.paragraph || there.paragraph + 1 == here.paragraph {
                SAME_PARAGRAPH
            } else {
                SAME_STORY
            };
            by_country = by_country.max(distance);
            let content = match place.level {
                Level::Country => anchor.place.level != Level::Country,
                _ => division.is_some() && anchor.place.division().map(|division| division.id) == division,
            };
            if content {
                by_content =
                    by_content.max(if place.level == Level::Country { distance } else { 2 * distance });
            }
        }
        let points = by_country.max(self.filed(country)) + by_content + self.filed_in(place, here);
        let is_town = place.level == Level::City && place.population < TOWN;
        if is_town { points.min(MOST_FOR_A_TOWN) } else { points }
    }

    fn filed(&self, country: &str) -> i32 {
        if self.filed.iter().any(|place| place.country == Some(country)) { FILED_THERE } else { 0 }
    }

    /// A division that the story was filed from is more likely than a country of its name.
    fn filed_in(&self, place: &Place<'_>, here: Whereabouts<'_>) -> i32 {
        let filed = here.zone != Zone::Dateline
            && place.level == Level::Admin1
            && self
                .filed
                .iter()
                .any(|filed| filed.division().is_some_and(|division| division.id == place.id));
        if filed { FILED_IN_DIVISION } else { 0 }
    }
}

fn names_otherwise(known: Option<&Vec<&str>>, words: &str) -> bool {
    known.is_some_and(|known| known.iter().any(|known| !known.eq_ignore_ascii_case(words)))
}
