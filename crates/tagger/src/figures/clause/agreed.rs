//! Duties that one government sets and the other side of a deal pays: `Trump announced a deal with Vietnam that sets a P tariff`, `Indonesia
//! will also face P`, `Japan's cars have been subject to P`.
//!
//! Who is named beside the rate pays it there. Told when the sentence has been read, as the rules before take who stands beside a rate for
//! the one who sets it. Not: what the other side promised for its own border, `cut its duties to P`, and what importers pay.

use article::{FigureKind, Indicator, Level, Status, Usage};

use super::super::draft::Name;
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

const DEALS: &Words = words![
    "deal",
    "deals",
    "trade deal",
    "agreement",
    "trade agreement",
    "accord",
    "framework",
    "trade framework",
    "pact",
    "trade pact",
    "arrangement",
    "truce",
];
/// What is the other side's own.
const ITS: &Words = words!["its", "their", "own"];
/// What goods do at the border of another.
const FACES: &Words =
    words!["face", "faces", "faced", "facing", "subject", "subjected", "taxed", "hit", "slapped", "charged"];
/// Those who bring goods in pay the duty of their own country.
const BUYERS: &Words =
    words!["importers", "importer", "buyers", "consumers", "retailers", "imports", "customers"];
/// Of all, wherever the goods are from.
const ON_ALL: &Words = words!["universal", "across-the-board", "blanket"];
/// Pieces from a place to what its goods face, and from there to the rate.
const REACH: usize = 8;
/// … and from a rate to the clause that says when it comes.
const FAR: usize = 20;

impl Clauses<'_, '_> {
    pub(super) fn rates_agreed(&mut self) {
        let of_duty = |index: &usize| self.drafts[*index].topic.indicator == Indicator::Tariff;
        let duties: Vec<usize> = (self.first_draft..self.drafts.len()).filter(of_duty).collect();
        let mut last: Option<(Name, Name)> = None;
        for index in duties {
            let Some(at) = self.piece_of(&self.drafts[index].bytes.clone()) else { continue };
            self.on_all(at, index);
            let agreed = self.agreed_with(at);
            // `a deal that lowers the threatened tariff to P`
            let status = &mut self.drafts[index].status;
            if agreed.is_some() && *status == Status::Hypothetical {
                *status = Status::Target;
            }
            self.not_in_force(at, index);
            let said = agreed.or_else(|| self.faced_by(at, index));
            let named = said.is_some();
            let Some((levier, payer)) = said.or_else(|| last.clone()) else { continue };
            let topic = &mut self.drafts[index].topic;
            let pays = topic.reporter.as_ref() == Some(&payer);
            let open = topic.partner.as_ref().is_none_or(|partner| *partner == levier || *partner == payer);
            // a rate that nobody is named with goes on with the one before it
            if !(open && (pays || named && topic.reporter.as_ref() == Some(&levier))) {
                continue;
            }
            if pays && topic.partner.as_ref() == Some(&levier) && topic.partner_stated {
                continue;
            }
            (topic.reporter, topic.reporter_stated) = (Some(levier.clone()), true);
            (topic.partner, topic.partner_stated) = (Some(payer.clone()), true);
            if self.carry.tariff.as_ref() == Some(&payer) {
                self.carry.tariff = Some(levier.clone());
            }
            if let Some(duty) = self.carry.duty.as_mut().filter(|duty| duty.reporter.as_ref() == Some(&payer))
            {
                duty.reporter = Some(levier.clone());
                duty.partner = Some(payer.clone());
            }
            last = Some((levier, payer));
        }
    }

    /// `the P that he had threatened`, `a threatened P`: weighed; `the P that would be levied from May`: not in force yet.
    fn not_in_force(&mut self, at: usize, index: usize) {
        let status = self.drafts[index].status;
        let open = matches!(status, Status::Reported | Status::Target);
        if !open || self.drafts[index].kind != FigureKind::Level {
            return;
        }
        let apart =
            |at: &usize| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(',' | ';')) | None);
        let threatened = words!["threatened"];
        let before = self.is_word(at.wrapping_sub(1), threatened);
        let behind = (at + 1..at + REACH).take_while(apart).find(|at| self.is_word(*at, threatened));
        // `a tariff on those that threatened to leave`
        let behind = behind.filter(|verb| !self.is_prep(verb + 1, Prep::To));
        if before || behind.is_some() {
            self.drafts[index].status = Status::Hypothetical;
            return;
        }
        // `the P rate that, he said, would be levied from August`
        let levied = words!["levied", "imposed", "applied", "charged"];
        let would =
            self.first_word(at + 1..at + FAR, words!["would be", "would"]).filter(|_| self.may_say(levied));
        let next = would.map(|would| would + 1 + usize::from(self.is_word(would + 1, words!["be"])));
        let number = |at: usize| matches!(self.what(at), Some(What::Quantity(_)));
        if next.is_some_and(|next| self.is_word(next, levied) && !(at + 1..next).any(number)) {
            self.drafts[index].status = Status::Target;
        }
    }

    /// `a universal P tariff`: on the goods of all, where no other place is named behind it.
    fn on_all(&mut self, at: usize, index: usize) {
        if !self.any_word(at.saturating_sub(2)..at + 2, ON_ALL) {
            return;
        }
        let named = (at + 1..at + REACH)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(',' | ';')) | None)
            })
            .any(|at| matches!(self.what(at), Some(What::Region(_))));
        if !named {
            let world = self.places.world.clone();
            let topic = &mut self.drafts[index].topic;
            (topic.partner, topic.partner_stated) = (Some(world), true);
        }
    }

    /// `Trump announced a deal with the Philippines that sets P`: who sets it, and for whom.
    fn agreed_with(&self, at: usize) -> Option<(Name, Name)> {
        let noun = self.last_word(0..at, DEALS)?;
        let with = (noun + 1..(noun + 4).min(at)).find(|at| self.is_prep(*at, Prep::With))?;
        let (first, place) = self.named_from(with + 1).filter(|(first, _)| *first < at)?;
        let (payer, next) = self.region_list(first, true).unwrap_or((self.code(place, true), first + 1));
        let levier = self.ruler(0..noun).or_else(|| {
            let (place, _) = self.subject(noun)?;
            let Some(What::Region(place)) = self.what(place) else { return None };
            let levier = self.levier(*place);
            (*levier == *"US").then_some(levier)
        })?;
        // `a deal with Japan that cuts its duty on American beef to P`
        let of_other = (next..at).any(|at| {
            matches!(self.what(at), Some(What::Region(_))) && !self.is_prep(at.wrapping_sub(1), Prep::From)
        }) || self.any_word(next..at, ITS);
        let on_own = (at + 1..at + REACH)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(',' | ';')) | None)
            })
            .any(|at| matches!(self.what(at), Some(What::Region(place)) if self.levier(*place) == levier));
        (levier != payer && !of_other && !on_own).then_some((levier, payer))
    }

    /// A ruler who is known by name, and for whom he acts.
    fn ruler(&self, pieces: std::ops::Range<usize>) -> Option<Name> {
        const RULERS: &Words = words!["trump", "white house", "washington"];
        let house = |at: usize| self.is_word(at, words!["white"]) && self.is_word(at + 1, words!["house"]);
        pieces.into_iter().any(|at| self.is_word(at, RULERS) || house(at)).then(|| Name::from("US"))
    }

    /// `Japan's cars have been subject to P`, `Swiss watches face P`, `Indonesia will also face P`: at the border of the one who sets the
    /// duties that the story speaks of.
    fn faced_by(&self, at: usize, index: usize) -> Option<(Name, Name)> {
        if !self.may_say(FACES) {
            return None;
        }
        let verb = self.last_word(at.saturating_sub(REACH)..at, FACES)?;
        let from = verb.saturating_sub(REACH);
        let place = (from..verb).rev().find(|at| matches!(self.what(*at), Some(What::Region(_))))?;
        let Some(What::Region(named)) = self.what(place) else { return None };
        let mention = &self.places.mentions[*named];
        if !matches!(mention.region.level, Level::Country | Level::Group) || mention.usage == Usage::Dateline
        {
            return None;
        }
        // the subject: nothing governs it, and it has no duties of its own
        let ahead = place - usize::from(place > 0 && self.is_word(place - 1, words!["the"]));
        let free = ahead == 0
            || matches!(self.what(ahead - 1), Some(What::Class(Class::Break) | What::Sign(_)))
            || self.is_word(ahead - 1, words!["while", "and"]);
        let duty = (place..verb).any(|at| {
            matches!(
                self.what(at),
                Some(What::Class(Class::Tariff | Class::Indicator(..)) | What::Quantity(_) | What::Sign(';'))
            )
        });
        if !free || duty || self.any_word(place..verb, BUYERS) {
            return None;
        }
        let payer = self.code(*named, true);
        let topic = &self.drafts[index].topic;
        let open = topic.partner.as_ref().is_none_or(|partner| *partner == payer);
        if let Some(levier) = topic.reporter.clone().filter(|levier| open && *levier != payer) {
            // `China faces a P duty in Brazil` says itself where
            let inside = self.country_of(Some(&payer)) == Some(&*levier);
            return (topic.partner.is_none() && !inside).then_some((levier, payer));
        }
        if topic.reporter.as_ref() != Some(&payer) {
            return None;
        }
        let other = |code: &Name| *code != payer && **code != *"WORLD";
        let before = self.drafts[..self.first_draft]
            .iter()
            .rev()
            .take(8)
            .find(|draft| draft.topic.indicator == Indicator::Tariff)
            .and_then(|draft| draft.topic.reporter.clone());
        let levier = before
            .filter(other)
            .or_else(|| self.carry.tariff.clone().filter(other))
            .or_else(|| self.carry.duty.as_ref().and_then(|duty| duty.reporter.clone()).filter(other))?;
        open.then_some((levier, payer))
    }
}
