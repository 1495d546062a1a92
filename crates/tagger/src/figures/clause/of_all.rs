//! A balance that is told without a partner, behind one with a partner: of the trade with all, or of the one that was spoken of.
//!
//! `The surplus with Germany was V. Overall the surplus was V2`, `The deficit narrowed to V overall`: its own words say that it is of all.
//! `The deficit with China jumped to V. The deficit had been V0 in September`: V0 tells, which is nearer to the deficit that the story gave
//! for all than to that with China. And `The former had been V, the latter V2`: the first and the second of two that were named.
//!
//! Not: a sentence that names the partner itself.

use article::{FigureKind, Indicator};
use rust_decimal::Decimal;

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::words::Words;
use super::{Clauses, Said};

/// What takes up all.
const ALL: &Words = words![
    "overall",
    "altogether",
    "total",
    "the total",
    "in all",
    "in total",
    "as a whole",
    "worldwide",
    "aggregate",
    "all countries",
    "the world",
];
pub(super) const OF_TWO: &Words = words!["former", "latter"];
/// So many figures back the balances are looked for.
const NEAR_BY: usize = 40;
/// So many times nearer must the number be to that of all.
const NEARER: Decimal = Decimal::TWO;

impl Clauses<'_, '_> {
    pub(super) fn balance_of_all(&mut self) {
        let here = self.first_draft..self.drafts.len();
        let unnamed = |draft: &Draft| {
            draft.topic.indicator == Indicator::Balance
                && draft
                    .topic
                    .partner
                    .as_deref()
                    .is_some_and(|partner| partner != "WORLD" && !partner.contains('+'))
        };
        if !self.drafts[here.clone()].iter().any(unnamed) {
            return;
        }
        for index in here {
            let draft = &self.drafts[index];
            let Some(partner) = draft.topic.partner.clone().filter(|_| unnamed(draft)) else { continue };
            let named = self.pieces.list.iter().any(|piece| match piece.what {
                What::Region(place) => {
                    self.code(place, true) == partner || self.code(place, false) == partner
                }
                What::Class(Class::Peri(_)) => true,
                _ => false,
            });
            // `its deficit with them`, `x:non-eu`
            let with = (0..self.pieces.list.len()).any(|at| self.is_prep(at, Prep::With));
            if named || with || partner.starts_with("x:non-") {
                continue;
            }
            // `was V, after V0 a year earlier`
            let base = index > self.first_draft
                && draft.is_base
                && self.drafts[index - 1].topic.partner.as_deref() == Some("WORLD");
            if base || self.says_all(index) || self.is_near_all(index) {
                let world = self.places.world.clone();
                let topic = &mut self.drafts[index].topic;
                (topic.partner, topic.partner_stated) = (Some(world), false);
            }
        }
    }

    /// Whether the words of its clause are of all.
    fn says_all(&self, index: usize) -> bool {
        if !self.may_say(ALL) {
            return false;
        }
        let Some(at) = self.piece_of(&self.drafts[index].bytes) else { return false };
        let ends = |at: &usize| matches!(self.what(*at), Some(What::Sign(';') | What::Class(Class::Break)));
        let first = (0..at).rev().find(ends).map_or(0, |end| end + 1);
        let last = (at..self.pieces.list.len()).find(ends).unwrap_or(self.pieces.list.len());
        self.any_word(first..last, ALL)
    }

    /// Whether a level is nearer to the balance with all that the story has given than to that with its partner, or is what such a
    /// level moved by.
    fn is_near_all(&self, index: usize) -> bool {
        let draft = &self.drafts[index];
        // what is said of its change is of what it changed to
        let level = if draft.kind == FigureKind::Level {
            Some(draft)
        } else {
            self.drafts[self.first_draft..].iter().find(|other| {
                other.kind == FigureKind::Level
                    && other.topic.indicator == Indicator::Balance
                    && other.sentence == draft.sentence
                    && other.bytes.start > draft.bytes.start
            })
        };
        let Some(level) = level.filter(|level| !level.value.is_zero()) else { return false };
        let kin = |other: &&Draft| {
            other.kind == FigureKind::Level
                && other.topic.indicator == Indicator::Balance
                && other.topic.reporter == draft.topic.reporter
                && other.topic.sign == draft.topic.sign
                && other.unit == level.unit
                && !other.is_base
        };
        let before = || self.drafts[..self.first_draft].iter().rev().take(NEAR_BY).filter(kin);
        let all = before().find(|other| other.topic.partner.as_deref() == Some("WORLD"));
        let one = before().find(|other| other.topic.partner == draft.topic.partner);
        let (Some(all), Some(one)) = (all, one) else { return false };
        let apart = |other: &Draft| {
            let (low, high) =
                (level.value.abs().min(other.value.abs()), level.value.abs().max(other.value.abs()));
            high.checked_div(low).map(|times| times - Decimal::ONE)
        };
        match (apart(all), apart(one)) {
            (Some(all), Some(one)) => all.checked_mul(NEARER).is_some_and(|all| all < one),
            _ => false,
        }
    }

    /// `The former had been V, the latter V2`: the first and the second of two balances or flows that were named last.
    pub(super) fn former_or_latter(&mut self, at: usize) -> bool {
        let former = self.is_word(at, words!["former"]);
        if !former && !self.is_word(at, words!["latter"])
            || !self.is_word(at.wrapping_sub(1), words!["the"])
            || matches!(self.what(at + 1), Some(What::Word | What::Region(_)))
        {
            return false;
        }
        let before = self.drafts[..self.first_draft]
            .iter()
            .rev()
            .take_while(|draft| draft.sentence + 1 == self.sentence);
        let mut named: Vec<Topic> = Vec::new();
        for draft in before.filter(|draft| draft.kind == FigureKind::Level && !draft.is_base) {
            if !named.contains(&draft.topic) {
                named.push(draft.topic.clone());
            }
        }
        let [second, first] = named.as_slice() else { return false };
        let topic = if former { first } else { second };
        self.go_on_with(topic.clone(), at, at + 1);
        // `and the latter V`
        if matches!(self.what(at + 1), Some(What::Quantity(_))) && matches!(self.said, Said::Level(_)) {
            self.said_at = at;
        }
        true
    }
}
