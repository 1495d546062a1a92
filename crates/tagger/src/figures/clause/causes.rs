//! What made trade move, and by how much: `Oil accounted for V of the V2 rise in the surplus`, `P of the deficit was accounted for by
//! exchange rates, P2 by growth abroad and P3 by debt`.
//!
//! Not: what a country or goods took of it (`shares`), and causes of which no number is told.

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep, Strength};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::figure::is_flow;
use super::{Clauses, Said};
use article::{Direction, FigureKind, Indicator};

/// What is said of a part and its cause.
const CAUSED: &Words = words!["accounted for", "caused", "explained", "due", "attributable"];
/// Pieces from the noun of a change to that of trade.
const REACH: usize = 8;

impl Clauses<'_, '_> {
    /// `V of the V2 rise in Japan's trade surplus`, `V and the yen V2 of the rise in the surplus`: a change as large as its part.
    pub(super) fn part_of_a_move(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !quantity.measure.is_money() || !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let size = self.skip(at + 2, |what| matches!(what, What::Class(Class::Plain | Class::Bound(_))));
        let noun = size + usize::from(matches!(self.what(size), Some(What::Quantity(_))));
        let direction = match self.what(noun) {
            Some(What::Class(Class::Change(direction))) if size > at + 2 => *direction,
            // two words that often stand for what was spoken of
            Some(What::Class(Class::Anaphor))
                if self.is_word(noun, words!["the rise", "the increase", "the growth"]) =>
            {
                Direction::Up
            }
            Some(What::Class(Class::Anaphor))
                if self.is_word(noun, words!["the fall", "the decline", "the drop"]) =>
            {
                Direction::Down
            }
            _ => return None,
        };
        let joint = self.is_prep(noun + 1, Prep::In) || self.is_prep(noun + 1, Prep::Of);
        if !joint || direction == Direction::Flat {
            return None;
        }
        let (trade, measured) = (noun + 2..noun + 2 + REACH)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Possessive
                            | What::Time(_)
                            | What::Class(Class::Plain | Class::Indicator(..))
                    )
                )
            })
            .find_map(|at| match self.what(at) {
                Some(What::Class(Class::Indicator(measured, Strength::Full | Strength::Bare))) => {
                    Some((at, *measured))
                }
                _ => None,
            })?;
        let balance = matches!(measured.indicator, Indicator::Balance | Indicator::CurrentAccount);
        if !(balance && self.carry.trade_seen || is_flow(measured.indicator)) {
            return None;
        }
        let kept = (self.status, self.topic.take(), self.topic_from, self.topic_end, self.blocked);
        self.begin(trade, measured);
        let topic = self.topic.clone()?;
        (self.status, self.topic, self.topic_from, self.topic_end, self.blocked) = kept;
        (self.said, self.said_at) = (Said::Nothing, at);
        let draft =
            self.draft(at, quantity, FigureKind::Change, topic.clone(), Some(direction), "change/noun");
        // `Oil accounted for V and the yen for V2 of the rise`
        self.cause_before(at, &topic, direction);
        draft
    }

    /// The number before it that was left for what its sentence goes on to say.
    fn cause_before(&mut self, at: usize, topic: &Topic, direction: Direction) {
        let Some(before) = (self.clause_start.min(at)..at)
            .rev()
            .find(|at| matches!(self.what(*at), Some(What::Quantity(_))))
            .filter(|before| self.is_word(before.wrapping_sub(1), CAUSED))
        else {
            return;
        };
        let Some(What::Quantity(index)) = self.what(before) else { return };
        let (index, pieces) = (*index, self.pieces);
        let quantity = &pieces.quantities[index];
        if !quantity.measure.is_money() {
            return;
        }
        let cause =
            self.draft(before, quantity, FigureKind::Change, topic.clone(), Some(direction), "change/noun");
        let Some(cause) = cause else { return };
        if let Some(draft) = self.became[index].and_then(|draft| self.drafts.get_mut(draft)) {
            *draft = cause;
        } else {
            self.became[index] = Some(self.drafts.len());
            self.drafts.push(cause);
        }
    }

    /// `P of the deficit was accounted for by exchange rates, P2 by growth abroad and P3 by debt`: parts by their cause.
    pub(super) fn part_by_cause(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 || !self.may_say(CAUSED) {
            return None;
        }
        let by = |at: usize| self.is_prep(at, Prep::By) || self.is_prep(at, Prep::To);
        let listed = by(at + 1)
            && self.drafts[self.first_draft..].last().is_some_and(|last| {
                last.rule == "share/cause"
                    && matches!(last.topic.indicator, Indicator::Balance | Indicator::Trade)
            })
            && matches!(
                self.left_of(at).and_then(|before| self.what(before)),
                Some(What::Sign(',') | What::Class(Class::Prep(Prep::And)))
            );
        if listed {
            let topic = self.drafts.last()?.topic.clone();
            return self.draft(at, quantity, FigureKind::Share, topic, None, "share/cause");
        }
        let verb = (at + 1..at + REACH)
            .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(_))))
            .find(|at| self.is_word(*at, CAUSED))
            .filter(|verb| by(verb + 1))?;
        let passive = (at + 1..verb).any(|at| self.is_word(at, super::parts::BE));
        let topic = self
            .spoken_of()
            .filter(|topic| passive && matches!(topic.indicator, Indicator::Balance | Indicator::Trade))?;
        let topic = Topic { growth: false, ..topic };
        self.speak_of(at, verb, &topic, Said::Share);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/cause")
    }
}
