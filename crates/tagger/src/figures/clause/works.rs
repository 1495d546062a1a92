//! What comes from works abroad is the trade of the country where they stand: `Toyota exported V from its U.S. plants`, `Ford's Hermosillo
//! plant exports V`, `exports from the Sunderland factory to Japan`, `Exports by the Sindelfingen works`.
//!
//! Whatever rule has read the number; and what is imported from works has that country as partner. Not: where works are sent something, `exports V of parts to its U.S. plants`, and what a country
//! is said to export.

use article::{Indicator, Level};

use super::super::draft::{Draft, Name};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

const WORKS: &Words = words![
    "plant",
    "plants",
    "factory",
    "factories",
    "works",
    "mill",
    "mills",
    "smelter",
    "smelters",
    "refinery",
    "refineries",
    "assembly plant",
    "assembly plants",
    "subsidiary",
    "subsidiaries",
    "unit",
    "units",
    "facility",
    "facilities",
    "operations",
    "shipyard",
    "yard",
];
/// Pieces of `its two North American assembly plants`.
const NAME: usize = 5;

impl Clauses<'_, '_> {
    pub(super) fn works_abroad(&mut self) {
        if !self.may_say(WORKS) || !self.any_word(0..self.pieces.list.len(), WORKS) {
            return;
        }
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            if !matches!(
                draft.topic.indicator,
                Indicator::Exports | Indicator::ReExports | Indicator::Imports
            ) {
                continue;
            }
            let Some(number) = self.piece_of(&draft.bytes) else { continue };
            let Some((country, works)) = self.works_of(number) else { continue };
            // `imported V from its plants in South Korea`
            if draft.topic.indicator == Indicator::Imports {
                let topic = &mut self.drafts[index].topic;
                if topic.reporter.as_ref() != Some(&country) {
                    (topic.partner, topic.partner_stated) = (Some(country), true);
                }
                continue;
            }
            if self.is_of_a_country(draft, works) {
                continue;
            }
            let there = self.goes_on_to(works, &country);
            let world = self.places.world.clone();
            let topic = &mut self.drafts[index].topic;
            if let Some(partner) = there {
                (topic.partner, topic.partner_stated) = (Some(partner), true);
            } else if topic.partner.as_ref() == Some(&country) {
                (topic.partner, topic.partner_stated) = (Some(world), false);
            }
            (topic.reporter, topic.reporter_stated) = (Some(country), true);
        }
    }

    /// The country of the works that a number is of, and the piece behind their name: behind it, else before it.
    fn works_of(&self, number: usize) -> Option<(Name, usize)> {
        let end = self.pieces.list.len();
        let behind = (number + 1..end)
            .take_while(|at| {
                !matches!(
                    self.what(*at),
                    Some(What::Quantity(_) | What::Sign(',' | ';' | ':') | What::Class(Class::Break))
                )
            })
            .find_map(|at| self.works_at(at + 1).filter(|_| self.is_prep(at, Prep::From)));
        behind.or_else(|| {
            for at in (0..number).rev() {
                let from = self.is_prep(at, Prep::From) || self.is_prep(at, Prep::By);
                // `Ford's Hermosillo plant exports`
                let owns = matches!(self.what(at), Some(What::Possessive));
                if (from || owns)
                    && let Some(found) = self.works_at(at + 1)
                {
                    return Some(found);
                }
                // `deliveries from the plants in Turin fell P. A similar story in Basilicata (P2)`
                let other = matches!(self.what(at), Some(What::Region(_))) && !self.is_of_works(at);
                if other || matches!(self.what(at), Some(What::Sign(';'))) {
                    return None;
                }
            }
            None
        })
    }

    /// Whether a place is one of works, or one that goods go to from there.
    fn is_of_works(&self, place: usize) -> bool {
        let first = (place.saturating_sub(NAME)..place)
            .rev()
            .find(|at| !matches!(self.what(*at), Some(What::Class(Class::Plain))));
        first.is_some_and(|first| self.is_prep(first, Prep::To))
            || (place.saturating_sub(NAME)..place)
                .any(|at| self.works_at(at + 1).is_some_and(|(_, next)| next > place))
    }

    /// `its U.S. plants`, `its plants in Mexico`: where they stand, and the piece behind.
    fn works_at(&self, from: usize) -> Option<(Name, usize)> {
        let name = |at: &usize| {
            matches!(
                self.what(*at),
                Some(
                    What::Word
                        | What::Region(_)
                        | What::Number
                        | What::Sign('-')
                        | What::Class(Class::Plain | Class::Other)
                )
            )
        };
        let works = (from..from + NAME).take_while(|at| name(at)).find(|at| self.is_word(*at, WORKS))?;
        let before = (from..works).rev().find(|at| matches!(self.what(*at), Some(What::Region(_))));
        let inside = || self.named_from(works + 2).filter(|_| self.is_prep(works + 1, Prep::In));
        let (place, next) = if let Some(place) = before {
            // `its Caçapava factory in Brazil`
            (place, inside().map_or(works + 1, |(whole, _)| whole + 1))
        } else {
            let (place, _) = inside()?;
            (place, place + 1)
        };
        let Some(What::Region(place)) = self.what(place) else { return None };
        let level = self.places.mentions[*place].region.level;
        let country = self.code(*place, true);
        let whole = matches!(level, Level::Country | Level::Admin1 | Level::City);
        (whole && country.len() == 2).then_some((country, next))
    }

    /// `to Korea` behind the works.
    fn goes_on_to(&self, works: usize, country: &Name) -> Option<Name> {
        let (partner, _) = self.region_list(works + 1, true).filter(|_| self.is_prep(works, Prep::To))?;
        (partner != *country).then_some(partner)
    }

    /// Whether the sentence names the country whose exports they are, beside the works.
    fn is_of_a_country(&self, draft: &Draft, works: usize) -> bool {
        let Some(reporter) = draft.topic.reporter.as_ref().filter(|_| draft.topic.reporter_stated) else {
            return false;
        };
        (0..self.pieces.list.len()).any(|at| match self.what(at) {
            Some(What::Region(place)) => {
                let mention = &self.places.mentions[*place];
                at + NAME < works.max(NAME)
                    && mention.region.level == Level::Country
                    && self.code(*place, true) == *reporter
            }
            _ => false,
        })
    }
}
