//! Places that are spoken of without their names: `It sold V`, `The island nation shipped V`, `exports there`, `its neighbour`.
//!
//! A sentence that begins so is of the one that the sentence before it is of; `there` and a neighbour are the other country that was
//! named last.

use super::super::draft::Name;
use super::super::lexicon::{Class, Peri, Prep};
use super::super::pieces::{Place, What};
use super::super::words::Words;
use super::Clauses;
use article::{Indicator, Level, Usage};

/// What a country is called, behind `the` and a word or two: `the landlocked country`, `the Gulf state`.
const COUNTRIES: &Words = words![
    "country",
    "nation",
    "kingdom",
    "island",
    "islands",
    "republic",
    "archipelago",
    "sultanate",
    "emirate",
    "city-state",
    "economy",
    "monarchy",
    "dictatorship",
];
/// … and a part of one.
const PARTS: &Words = words!["province", "state", "region", "municipality", "prefecture", "territory"];
/// Another country that was named.
const OTHERS: &Words = words!["neighbour", "neighbor", "neighbours", "neighbors", "rival", "market"];
/// So far back a place is looked for, in bytes.
const NEAR: usize = 700;
/// Words between `the` and what a place is called.
const WORDS: usize = 4;

impl Clauses<'_, '_> {
    /// `It sold a record V`, `The island nation shipped V`: whom the sentence before is of.
    pub(super) fn spoken_subject(&self, from: usize, before: usize) -> Option<Name> {
        if from != 0 {
            return None;
        }
        if self.is_word(0, words!["it", "its"]) {
            return self.subject_before(before, |level| {
                matches!(level, Level::Country | Level::Group | Level::Admin1)
            });
        }
        // `The latter exported V`
        if self.is_word(0, words!["the", "the latter"]) && self.is_word(1, words!["latter"])
            || self.is_word(0, words!["the latter"])
        {
            let last = self.story.sentences.get(self.sentence.checked_sub(1)?)?;
            let end = self.bytes(last.tokens.clone()).end;
            let until = self.places.mentions.partition_point(|place| place.bytes.end <= end);
            let latter = self.places.mentions[..until].iter().rev().find(|place| {
                place.usage != Usage::Dateline && matches!(place.region.level, Level::Country | Level::Admin1)
            })?;
            return Some(self.places.codes[latter.at].own.clone());
        }
        if !self.is_word(0, words!["the", "this"])
            && !matches!(self.what(0), Some(What::Class(Class::Peri(_))))
        {
            return None;
        }
        let noun = (0..before.min(WORDS + 1)).find(|at| {
            matches!(self.what(*at), Some(What::Class(Class::Peri(_))))
                || self.is_word(*at, COUNTRIES)
                || self.is_word(*at, PARTS)
        })?;
        let words = (1..noun).all(|at| match self.what(at) {
            Some(What::Word | What::Sign('-')) => true,
            // `the Gulf state`, `the Horn of Africa country`
            Some(What::Region(place)) => {
                matches!(self.places.mentions[*place].region.level, Level::Macro | Level::Other)
            }
            _ => false,
        });
        // `the country's exports`
        if !words || matches!(self.what(noun + 1), Some(What::Possessive)) {
            return None;
        }
        let part = matches!(self.what(noun), Some(What::Class(Class::Peri(Peri::Admin1))))
            || self.is_word(noun, PARTS);
        // `the Gulf state` is a country
        let part = part && !(1..noun).any(|at| matches!(self.what(at), Some(What::Region(_))));
        let level = if part { Level::Admin1 } else { Level::Country };
        let known = match self.what(noun) {
            Some(What::Class(Class::Peri(peri))) => self.peri(noun, *peri),
            _ => None,
        };
        self.subject_before(before, |is| is == level)
            .or(known)
            .or_else(|| self.places.last_before(self.start_of(noun), level))
    }

    /// The place that the sentence before begins with, or the only one that it names.
    pub(super) fn subject_before(&self, before: usize, fits: impl Fn(Level) -> bool) -> Option<Name> {
        /// As far from its beginning a sentence has its verb.
        const VERB: usize = 8;
        if before > VERB {
            return None;
        }
        let last = self.story.sentences.get(self.sentence.checked_sub(1)?)?;
        let bytes = self.bytes(last.tokens.clone());
        let from = self.places.mentions.partition_point(|place| place.bytes.start < bytes.start);
        let mut named = self.places.mentions[from..]
            .iter()
            .take_while(|place| place.bytes.start < bytes.end)
            .filter(|place| place.usage != Usage::Dateline && fits(place.region.level));
        let first = named.next()?;
        // `Its deficit with Japan widened to V. Its total surplus was V2`: with whom it was has no surplus here
        let start = self.story.token_at(first.bytes.start);
        let the = usize::from(start > 0 && self.story.tokens[start - 1].text == "the");
        let governed =
            start.checked_sub(1 + the).and_then(|at| self.story.tokens.get(at)).is_some_and(|token| {
                ["with", "to", "from", "against"].iter().any(|with| token.text.eq_ignore_ascii_case(with))
            });
        if governed {
            return None;
        }
        let opening = super::super::after_dateline(self.story, last.tokens.clone());
        let opens = start <= opening + 1;
        let mut alone = || named.all(|other| other.at == first.at);
        (opens && first.usage != Usage::Demonym || alone()).then(|| self.places.codes[first.at].own.clone())
    }

    /// `to its northern neighbour`, `from there`, `to that market`: the other country, and what stands after it.
    pub(super) fn that_place(&self, at: usize, indicator: Indicator) -> Option<(Name, usize)> {
        // `trade with the bloc`
        if let Some(What::Class(Class::Peri(Peri::Group))) = self.what(at) {
            let bloc = self.places.last_before(self.start_of(at), Level::Group)?;
            return Some((bloc, at + 1));
        }
        // `Japan's surplus with the Community` in a story of the EC
        let community = at + usize::from(self.is_word(at, words!["the"]));
        if self.is_word(community, words!["community", "the community"])
            && self.text(community).contains("Community")
            && let Some(union) = self.places.coded("x:eu")
        {
            return Some((union, community + 1));
        }
        // `the gap between what it sells abroad and what it buys there`
        let there = self.is_word(at, words!["there"]) && !(0..at).any(|at| self.goes_abroad(at));
        let there = there || self.is_word(at, words!["them"]);
        // `trade with the neighboring country`, `exports to the republic`: not of itself
        let the = self.is_word(at, words!["the"])
            && (self.is_word(
                at + 1,
                words!["kingdom", "republic", "sultanate", "emirate", "city-state", "archipelago"],
            ) || self.is_word(at + 1, words!["neighboring", "neighbouring"]))
            && !(indicator == Indicator::Imports && self.is_prep(at.wrapping_sub(1), Prep::To));
        let owned = the || self.is_word(at, words!["its", "their", "that", "this"]);
        let noun = if there {
            at
        } else {
            (at + 1..at + 1 + WORDS)
                .take_while(|at| {
                    matches!(
                        self.what(*at),
                        Some(What::Word | What::Sign('-') | What::Class(Class::Plain | Class::Peri(_)))
                    )
                })
                .find(|at| self.is_word(*at, OTHERS) || self.is_word(*at, COUNTRIES))
                .filter(|_| owned)?
        };
        // `its market`, `its economy` are at home
        if self.is_word(at, words!["its", "their"]) && self.is_word(noun, words!["market", "economy"]) {
            return None;
        }
        let whose = self.topic.as_ref().and_then(|topic| topic.reporter.clone());
        let whose = whose
            .or_else(|| self.subject(at).map(|(_, code)| code))
            .or_else(|| self.carried_reporter(indicator))?;
        Some((self.other_place(at, &whose)?, noun + 1))
    }

    /// `abroad`, `sells abroad` as one piece
    pub(super) fn goes_abroad(&self, at: usize) -> bool {
        ["abroad", "overseas"].iter().any(|out| self.text(at).ends_with(out))
    }

    /// The country or bloc that was named last before a piece, near by, and is not `whose`.
    pub(super) fn other_place(&self, at: usize, whose: &str) -> Option<Name> {
        let until = self.start_of(at);
        let end = self.places.mentions.partition_point(|place| place.bytes.start < until);
        let home = self.country_of(Some(whose)).unwrap_or(whose);
        let other = |place: &&Place<'_>| {
            let country = place.region.country.as_deref().unwrap_or(&place.region.code);
            // a note above the headline says nothing of the story's partners: `Eds: details on China`
            let above = place.bytes.end <= self.story.headline.start;
            matches!(place.region.level, Level::Country | Level::Group | Level::City)
                && place.usage != Usage::Dateline
                && place.region.code != whose
                && country != home
                && !above
        };
        self.places.mentions[..end]
            .iter()
            .rev()
            .take_while(|place| place.bytes.start + NEAR > until)
            .find(other)
            .map(|place| {
                let codes = &self.places.codes[place.at];
                codes.country.clone().unwrap_or_else(|| codes.own.clone())
            })
    }
}
