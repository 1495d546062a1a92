//! Anchors: the places of a story that can only be one thing, as context for those that can be several.
//!
//! A name never proves itself: what lies in a place, or names it otherwise, does. How near an anchor stands decides how much it
//! counts; looking is bounded to a window, so that a long story takes time linear in its length.

use std::collections::HashMap;

use article::Level;

use super::around::Reader;
use super::atlas::{Atlas, Country, NameUsage, Place};
use super::home::Home;
use super::link::is_close;
use super::proof::is_known_division;
use super::spot::{Spot, Zone};
use crate::text::key;
use crate::vocabulary::ByKey;

/// Where a spot stands, for measuring how near an anchor is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Whereabouts {
    /// The [`key`] of the words: equal in any case.
    pub(crate) words: u64,
    pub(crate) at: usize,
    sentence: Option<usize>,
    paragraph: usize,
    zone: Zone,
}

impl Whereabouts {
    pub(crate) fn of(reader: &Reader<'_>, spot: &Spot<'_>) -> Self {
        let story = reader.story;
        let at = spot.range.start;
        let words = match &story.tokens[spot.tokens.clone()] {
            [only] if only.range() == spot.range => only.key,
            _ => key(story.words(spot.range.clone())),
        };
        let sentence = story.sentence_at(at);
        let paragraph = sentence.and_then(|index| story.sentences.get(index)).map_or(0, |it| it.paragraph);
        Self { words, at, sentence, paragraph, zone: spot.zone }
    }
}

/// A place that is sure.
struct Anchor<'a> {
    place: Place<'a>,
    whereabouts: Whereabouts,
    is_name: bool,
}

pub(crate) struct Anchors<'a> {
    /// In the order of the text.
    list: Vec<Anchor<'a>>,
    /// The words that name something in a country, up to two different ones, 0 for none; by country.
    countries: HashMap<Country, [u64; 2], ByKey>,
    /// The same for divisions, by their place.
    divisions: HashMap<u32, [u64; 2], ByKey>,
    /// The first three different places of a division, itself among them, with their words; no words for none.
    members: HashMap<u32, [(u32, u64); 3], ByKey>,
    /// How many of the list lie in a country.
    counts: HashMap<Country, u32, ByKey>,
    filed: Vec<Place<'a>>,
    /// The neighbourhood of a local story.
    pub(crate) home: Home<'a>,
}

const SAME_SENTENCE: i32 = 14;
const SAME_PARAGRAPH: i32 = 8;
const SAME_STORY: i32 = 4;
const FILED_THERE: i32 = 6;
const FILED_IN_DIVISION: i32 = 24;
/// A town needs more than its surroundings against a city of the world: Paris in a story of Texas.
const TOWN: u32 = 100_000;
const MOST_FOR_A_TOWN: i32 = 12;
/// How many anchors to each side are looked at.
const WINDOW: usize = 24;

impl<'a> Anchors<'a> {
    /// Room for the anchors of as many spots.
    pub(crate) fn of(spots: usize) -> Self {
        Self {
            list: Vec::with_capacity(spots),
            countries: HashMap::with_capacity_and_hasher(spots.min(24), ByKey),
            divisions: HashMap::with_capacity_and_hasher(spots.min(24), ByKey),
            members: HashMap::with_capacity_and_hasher(spots.min(24), ByKey),
            counts: HashMap::with_capacity_and_hasher(spots.min(24), ByKey),
            filed: Vec::new(),
            home: Home::default(),
        }
    }

    pub(crate) fn add(&mut self, place: Place<'a>, usage: NameUsage, whereabouts: Whereabouts) {
        let Some(country) = place.country else { return };
        let note = |known: &mut [u64; 2]| {
            if known[0] == 0 {
                known[0] = whereabouts.words;
            } else if known[0] != whereabouts.words {
                known[1] = whereabouts.words;
            }
        };
        note(self.countries.entry(country).or_default());
        *self.counts.entry(country).or_default() += 1;
        if let Some(division) = place.division_id() {
            note(self.divisions.entry(division).or_default());
            let members = self.members.entry(division).or_default();
            let free = members.iter_mut().find(|(id, words)| *words == 0 || *id == place.id);
            if let Some(member) = free.filter(|(_, words)| *words == 0) {
                *member = (place.id, whereabouts.words);
            }
        }
        if whereabouts.zone == Zone::Dateline {
            self.filed.push(place);
        }
        self.list.push(Anchor { place, whereabouts, is_name: usage == NameUsage::Name });
    }

    /// Whether the story surely has something in the candidate's country, other than by these words.
    pub(crate) fn know(&self, place: &Place<'_>, words: u64) -> bool {
        place.country.is_some_and(|country| names_otherwise(self.countries.get(&country), words))
    }

    /// Whether the story dwells on the candidate's country: names several things in it that are sure.
    pub(crate) fn dwell_on(&self, place: &Place<'_>) -> bool {
        const SEVERAL: u32 = 4;
        let count = place.country.and_then(|country| self.counts.get(&country));
        count.is_some_and(|count| *count >= SEVERAL)
    }

    /// The same of the candidate's division.
    pub(crate) fn know_division(&self, place: &Place<'_>, words: u64) -> bool {
        let known = place.division_id().and_then(|division| self.divisions.get(&division));
        names_otherwise(known, words)
    }

    /// Whether something else of the candidate's division stands in its paragraph or the one before.
    pub(crate) fn has_near(&self, place: &Place<'_>, here: Whereabouts) -> bool {
        let Some(division) = place.division_id() else { return false };
        let middle = self.list.partition_point(|anchor| anchor.whereabouts.at < here.at);
        let window = middle.saturating_sub(WINDOW)..(middle + WINDOW).min(self.list.len());
        self.list[window].iter().any(|anchor| {
            let there = anchor.whereabouts;
            let near = there.paragraph == here.paragraph || there.paragraph + 1 == here.paragraph;
            near && there.words != here.words && anchor.place.division_id() == Some(division)
        })
    }

    /// Whether the story names two other towns of the candidate's division, or one and the division itself: Edinburgh and Scotland for
    /// Perth, but New York alone not for Rotterdam.
    pub(crate) fn has_towns(&self, place: &Place<'_>, words: u64) -> bool {
        self.members_of(place, words).count() > 1
    }

    /// What the story names of the candidate's division, itself among it, other than by these words.
    fn members_of(&self, place: &Place<'_>, words: u64) -> impl Iterator<Item = u32> {
        let members = place.division_id().and_then(|division| self.members.get(&division));
        let others = members.into_iter().flatten().filter(move |(_, named)| *named != 0 && *named != words);
        others.map(|(id, _)| *id)
    }

    /// Whether the story names the candidate's division by its own name, or two places in it: not New York alone for Rotterdam, N.Y.
    pub(crate) fn dwell_on_division(&self, place: &Place<'_>, words: u64) -> bool {
        let two = |known: &[u64; 2]| known.iter().all(|known| *known != 0 && *known != words);
        let division = place.division_id();
        division.and_then(|division| self.divisions.get(&division)).is_some_and(two)
            || self.members_of(place, words).any(|id| Some(id) == division)
    }

    /// Whether everything sure in the story lies in the candidate's country: Georgia in a story of the U.S. alone is the state.
    pub(crate) fn only(&self, place: &Place<'_>) -> bool {
        let mut countries = self.countries.keys();
        countries.next().is_some_and(|first| Some(*first) == place.country) && countries.next().is_none()
    }

    /// Whether a town of the story lies in a county or beside it.
    pub(crate) fn has_close(&self, county: &Place<'_>, words: u64) -> bool {
        /// Degrees: some 80 km.
        const CLOSE: f64 = 0.8;
        self.list.iter().take(2 * WINDOW).any(|anchor| {
            anchor.place.level == Level::City
                && anchor.whereabouts.words != words
                && is_close(county, &anchor.place, CLOSE)
        })
    }

    /// A landmark that only the story names, in the country and the division that all of the story lies in.
    pub(crate) fn landmark<'p>(&self, atlas: &'p Atlas, name: &'p str) -> Place<'p> {
        let mark = atlas.landmark(name);
        if let Some(division) = self.home.division().map(|id| atlas.place(id)) {
            return mark.within(division.country, Some(division.id));
        }
        let mut countries = self.countries.keys();
        match (countries.next(), countries.next()) {
            (Some(country), None) => {
                let mut divisions = self.divisions.keys();
                // a lake is not its town's: of the divisions that the news names alone
                let division = divisions.next().copied().filter(|_| divisions.next().is_none());
                let division = division.filter(|id| is_known_division(&atlas.place(*id)));
                mark.within(Some(*country), division)
            }
            _ => mark,
        }
    }

    /// Whether another division of the candidate's country, or a place in one, stands in its sentence.
    pub(crate) fn beside(&self, place: &Place<'_>, here: Whereabouts) -> bool {
        let middle = self.list.partition_point(|anchor| anchor.whereabouts.at < here.at);
        let window = middle.saturating_sub(WINDOW)..(middle + WINDOW).min(self.list.len());
        self.list[window].iter().any(|anchor| {
            anchor.whereabouts.sentence == here.sentence
                && anchor.place.level != Level::Country
                && anchor.place.country == place.country
                && anchor.whereabouts.words != here.words
        })
    }

    /// Points for what stands near and lies in the candidate, beside it or around it; few for a town whose name is a great city's too.
    pub(crate) fn near(&self, place: &Place<'_>, here: Whereabouts, has_great: bool) -> i32 {
        let Some(country) = place.country else { return 0 };
        let division = place.division_id();
        let known = place.level != Level::Country && self.know(place, here.words);
        let mut by_country = if known { SAME_STORY } else { 0 };
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
            if anchor.place.country != Some(country) || there.words == here.words {
                continue;
            }
            // who writes "the Republic of Congo" means the other by "Congo"
            if place.level == Level::Country && anchor.place.id == place.id && anchor.is_name {
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
                _ => division.is_some() && anchor.place.division_id() == division,
            };
            if content {
                by_content =
                    by_content.max(if place.level == Level::Country { distance } else { 2 * distance });
            }
        }
        let points = by_country.max(self.filed(country)) + by_content + self.filed_in(place, here);
        let is_town =
            has_great && place.level == Level::City && place.population < TOWN && !place.is_famous();
        if is_town { points.min(MOST_FOR_A_TOWN) } else { points }
    }

    fn filed(&self, country: Country) -> i32 {
        if self.filed.iter().any(|place| place.country == Some(country)) { FILED_THERE } else { 0 }
    }

    /// Whether the story was filed in a country.
    pub(crate) fn is_filed_in(&self, place: &Place<'_>) -> bool {
        place.country.is_some_and(|country| self.filed(country) > 0)
    }

    /// A division that the story was filed from is more likely than a country of its name.
    fn filed_in(&self, place: &Place<'_>, here: Whereabouts) -> i32 {
        let filed = here.zone != Zone::Dateline
            && place.level == Level::Admin1
            && self.filed.iter().any(|filed| filed.division_id() == Some(place.id));
        if filed { FILED_IN_DIVISION } else { 0 }
    }
}

fn names_otherwise(known: Option<&[u64; 2]>, words: u64) -> bool {
    known.is_some_and(|known| known.iter().any(|known| *known != 0 && *known != words))
}
