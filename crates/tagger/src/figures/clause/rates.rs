//! The rate of a duty that is not named again: `the effective rate on palm oil stays at P`, `"At P we ship nothing," he said`,
//! `Ham, at P, goes to zero`.
//!
//! Not: rates of interest, exchange and growth. The story must have spoken of a duty a few sentences before.

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;
use article::{FigureKind, Indicator};

const RATES: &Words = words!["rate", "rates"];
/// What a duty's rate is called.
const CALLED: &Words = words![
    "the",
    "a",
    "its",
    "their",
    "base",
    "basic",
    "effective",
    "top",
    "combined",
    "new",
    "old",
    "existing",
    "higher",
    "lower",
    "country",
    "current",
    "reduced",
    "separate",
    "first",
    "final",
    "same",
    "customs",
    "standard",
    "own",
    "highest",
    "lowest",
    "tariff",
    "reciprocal",
];

impl Clauses<'_, '_> {
    /// Whether `the rate` is that of the duty that was spoken of last.
    pub(super) fn is_rate_of_duty(&self, at: usize) -> bool {
        if !self.is_word(at, RATES) {
            return false;
        }
        let before = at.wrapping_sub(1);
        // `the U.S. rate on Chinese goods`
        let on_goods = self.is_prep(at + 1, Prep::On)
            && (at + 2..at + 4).any(|at| matches!(self.what(at), Some(What::Region(_))));
        let called = on_goods
            || self.is_word(before, CALLED)
            || matches!(self.what(before), Some(What::Quantity(index))
                if self.pieces.quantities[*index].measure == Measure::Percent);
        // `the rate of inflation`
        let of_else = self.is_prep(at + 1, Prep::Of)
            && !matches!(
                self.what(
                    self.skip(at + 2, |what| matches!(what, What::Class(Class::Bound(_) | Class::Plain)))
                ),
                Some(What::Quantity(_))
            );
        called
            && !of_else
            && self.drafts.last().is_some_and(|last| last.topic.indicator == Indicator::Tariff)
            && self.duty_before().is_some()
    }

    /// `For Russian producers the rate is P`: levied by whom it was before, where nobody else acts here.
    pub(super) fn rate_of_duty(&mut self, at: usize) {
        let kin = self.duty_before().map(|kin| kin.topic.clone());
        let acts = self.who_lays(at);
        self.tariff(at);
        let (Some(kin), Some(topic)) = (kin, self.topic.as_mut()) else { return };
        let levier = acts.or(kin.reporter);
        if levier.is_none() || levier == topic.reporter {
            return;
        }
        // who was taken for the levier is hit
        let hit = topic.reporter.take().filter(|_| topic.reporter_stated);
        topic.partner =
            topic.partner.take().filter(|partner| Some(partner) != levier.as_ref()).or(hit).or(kin.partner);
        topic.partner_stated = topic.partner.is_some();
        self.carry.tariff.clone_from(&levier);
        (topic.reporter, topic.reporter_stated) = (levier, kin.reporter_stated);
    }

    /// `At P, it adds to the cost`, `Milk powder, at P, waits until 2019`.
    pub(super) fn at_a_rate(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        /// Pieces of the goods that open a sentence.
        const GOODS: usize = 4;
        let before = at.checked_sub(1).filter(|before| self.is_prep(*before, Prep::At))?;
        if quantity.measure != Measure::Percent || quantity.fraction || self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let quoted = matches!(self.what(before.wrapping_sub(1)), Some(What::Sign('"' | '“')));
        let opens = before == 0 || quoted;
        let goods = matches!(self.what(before.wrapping_sub(1)), Some(What::Sign(',')))
            && before <= GOODS
            && matches!(self.what(at + 1), Some(What::Sign(',')))
            && (0..before - 1)
                .all(|at| matches!(self.what(at), Some(What::Word | What::Class(Class::Plain))));
        if !opens && !goods {
            return None;
        }
        let kin = self.duty_before()?;
        let last = self.drafts.last().is_some_and(|last| last.topic.indicator == Indicator::Tariff);
        // what is said in quotes may go back to the duty that the story is about
        let again = quoted && self.drafts.iter().any(|draft| is_this_rate(draft, quantity));
        if !(last || again) {
            return None;
        }
        let mut topic = Topic { growth: false, ..kin.topic.clone() };
        let status = kin.status;
        if goods {
            topic.commodity = self.goods_between(0, before - 1);
        }
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/paid")?;
        draft.status = status;
        Some(draft)
    }
}

fn is_this_rate(draft: &Draft, quantity: &Quantity) -> bool {
    draft.topic.indicator == Indicator::Tariff && draft.unit == "percent" && draft.value == quantity.value
}
