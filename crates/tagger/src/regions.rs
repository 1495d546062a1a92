//! Regions: the places a story names, each the right one of its name, down to the mention.
//!
//! In reading order:
//! - `atlas` knows the places and their names (`data/countries.tsv`, `admin1.tsv`, `cities.tsv`, `wider.tsv`, …);
//! - `geonames` reads a user's own gazetteer in their place;
//! - `spot` finds their words in the text, the longest name first;
//! - `around` reads the capitalised name around each: place, inside another name, a person, money (`data/name-words.tsv`);
//! - `landmark` finds districts, rivers, ports by their kind, which no table holds;
//! - `lent` tells titles, ships and accords that bear a place's name;
//! - `home` finds the neighbourhood that a local story does not name;
//! - `link` decides which of the places of that name is meant, by `anchors` and by what a `comma` says, and `proof` whether it is one at all;
//! - `lead` finds where the story begins, and `rank` says what each place is to the story.
//!
//! **Mentions never overlap, and a name inside another name is never a mention.**
//!
//! Sensitive places follow ISO 3166-1 and GeoNames, and say nothing beyond it: Taiwan is TW, Hong Kong HK, Palestine PS; Kosovo is
//! XK, as the European Union writes it; Crimea is UA-43. Former states keep their own code (SU, CS, YU), but both Germanys are DE.

mod anchors;
mod around;
mod atlas;
mod comma;
mod geonames;
mod home;
mod landmark;
pub(crate) mod lead;
mod lent;
mod link;
mod proof;
mod rank;
mod spot;
pub(crate) mod words;

pub use geonames::{GeoNames, NotGeoNames};

use article::{Region, TradeFigure};

use crate::text::Story;
use crate::vocabulary::Vocabulary;
use crate::why::{Called, WhyCandidate, WhyRegion};

/// Finds the places of stories.
pub(crate) struct Finder {
    atlas: atlas::Atlas,
}

impl Finder {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        words::enter(vocabulary);
        Self { atlas: atlas::Atlas::new(vocabulary) }
    }

    /// With the cities of a dump of GeoNames in place of the built-in ones, and what the record calls them.
    pub(crate) fn with_gazetteer(
        vocabulary: &mut Vocabulary,
        dump: &GeoNames<'_>,
    ) -> Result<(Self, String), NotGeoNames> {
        let cities = geonames::Cities::read(dump)?;
        words::enter(vocabulary);
        Ok((Self { atlas: atlas::Atlas::with_cities(vocabulary, &cities) }, cities.version))
    }

    /// The places of a story, the most relevant first, refs `r1`, `r2` ….
    pub(crate) fn find(&self, story: &Story<'_>, top: &lead::Top) -> Vec<Region> {
        let spots = spot::spots(&self.atlas, story);
        let reader = around::Reader { story, atlas: &self.atlas };
        let list = spots.list();
        let links = link::links(&reader, &list, spots.firms());
        rank::regions(&reader, &links, top)
    }

    /// Adds the places that figures name by a code and the story does not: `regions[]` has whose every figure is. Then the figures
    /// say which places the story is about.
    pub(crate) fn complete(
        &self,
        story: &Story<'_>,
        top: &lead::Top,
        regions: &mut Vec<Region>,
        figures: &[TradeFigure],
    ) {
        let codes = figures.iter().flat_map(|figure| [&figure.reporter, &figure.partner]).flatten();
        for code in codes.flat_map(|codes| codes.split('+')) {
            if code == "WORLD" || regions.iter().any(|region| region.code == code) {
                continue;
            }
            if let Some(place) = self.atlas.coded(code) {
                regions.push(rank::unmentioned(story, &place, regions.len()));
            }
        }
        rank::settle(story, top, regions, figures);
    }

    /// What became of every name in a story that a place bears, in the order of the text.
    pub(crate) fn why(&self, story: &Story<'_>) -> Vec<WhyRegion> {
        let spots = spot::spots(&self.atlas, story);
        let reader = around::Reader { story, atlas: &self.atlas };
        let list = spots.list();
        let mut all = Vec::with_capacity(list.len());
        link::links_watched(&reader, &list, spots.firms(), &mut |decision| all.push(why(&reader, decision)));
        all.sort_by_key(|why| why.span.start);
        all
    }

    /// The places that a name may be, the likeliest first where nothing else is known.
    pub(crate) fn called(&self, name: &str) -> Vec<Called> {
        link::called(&self.atlas, name)
    }
}

fn why(reader: &around::Reader<'_>, decision: &link::Decision<'_, '_>) -> WhyRegion {
    let candidate = |(place, points, of): (atlas::Place<'_>, i32, link::Points)| WhyCandidate {
        place: link::called_place(&place),
        points,
        itself: of.itself,
        kind: of.kind,
        near: of.near,
        comma: of.comma,
        beside: of.beside,
        before: of.before,
        filed: of.filed,
    };
    WhyRegion {
        span: reader.story.span(decision.spot.range.clone()),
        outcome: became(reader, decision),
        candidates: (decision.candidates)().into_iter().map(candidate).collect(),
    }
}

/// What became of a name, with the words beside it that say so.
fn became(reader: &around::Reader<'_>, decision: &link::Decision<'_, '_>) -> String {
    let spot = decision.spot;
    match decision.outcome {
        link::Outcome::Place => "the place".to_owned(),
        link::Outcome::Inside => format!("inside another name: `{}`", reader.beside(spot, false)),
        link::Outcome::Person => format!("a person's name: `{}`", reader.beside(spot, false)),
        link::Outcome::SomeonesName => "a person or firm of this name is in the story".to_owned(),
        link::Outcome::Nothing => {
            let words = reader.beside(spot, spot.zone != spot::Zone::Dateline);
            format!("{}: `{words}`", reader.no_place(spot))
        }
        link::Outcome::NotAllowed => {
            let needs = spot.senses.iter().find_map(|(sense, place)| Some((link::needed(*sense)?, place)));
            match needs {
                Some((needs, place)) => format!("{needs} ({})", rank::code(place)),
                None => "no place that its story speaks of".to_owned(),
            }
        }
        link::Outcome::Unproved => {
            let place = (decision.candidates)().first().map(|(place, ..)| link::doubts(place));
            let too = place.and_then(|doubts| doubts.split(':').next()).filter(|too| !too.is_empty());
            format!("{}, and no word beside it proves the place", too.unwrap_or("may be something else"))
        }
    }
}
