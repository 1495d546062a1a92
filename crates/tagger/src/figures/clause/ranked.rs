//! Shares of those who are ranked: `The main destinations were China (52 percent), Germany (14) and France (9)`, `The main buyers were
//! the United States, 19.8 percent, and Mexico, 12.1 percent`. What stands beside a place there is its part, whatever moved in the
//! sentence before.
//!
//! Not: what is said to move, `The main markets were China (up 52 percent)`, `Growth was led by the main buyers, China 12 percent`.

use article::{FigureKind, Indicator};

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Measured, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;
use super::figure::is_flow;

/// Who takes what is sold …
const BUYERS: &Words = words![
    "destination",
    "destinations",
    "buyer",
    "buyers",
    "customer",
    "customers",
    "market",
    "markets",
    "outlet",
    "outlets",
    "importers",
    "takers",
    "recipients",
    "purchasers",
    "clients",
];
/// … and from whom it comes.
const SELLERS: &Words = words![
    "supplier",
    "suppliers",
    "source",
    "sources",
    "origins",
    "provider",
    "providers",
    "vendors",
    "sellers",
    "exporters",
];
const PARTNERS: &Words = words!["partner", "partners"];
/// What they are said to be.
const RANKS: &Words = words![
    "main",
    "top",
    "largest",
    "biggest",
    "leading",
    "principal",
    "major",
    "chief",
    "key",
    "most important",
    "important",
    "second",
    "third",
    "largest single",
    "primary",
    "other",
    "the",
    "its",
    "export",
    "exports",
    "foreign",
];
/// Sentences back to the figure of which they have parts.
const NEAR: usize = 4;
/// Pieces from the noun to the first place: `were`, `for the country's coffee remained`.
const REACH: usize = 9;

impl Clauses<'_, '_> {
    pub(super) fn ranked(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 || quantity.fraction {
            return None;
        }
        let place = self.beside(at)?;
        let What::Region(found) = *self.what(place)? else { return None };
        let wanted = self.ranks_whom(place)?;
        let kin = self
            .drafts
            .iter()
            .rev()
            .take_while(|draft| draft.sentence + NEAR >= self.sentence)
            .map(|draft| &draft.topic)
            .find(|topic| match wanted {
                Indicator::Trade => topic.indicator == Indicator::Trade || is_flow(topic.indicator),
                wanted => topic.indicator == wanted,
            });
        let topic = kin.or(self.carry.story_flow.as_ref().filter(|flow| flow.indicator == wanted))?.clone();
        let partner = self.code(found, true);
        if topic.reporter.as_ref() == Some(&partner) {
            return None;
        }
        let topic = Topic { partner: Some(partner), partner_stated: true, growth: false, ..topic };
        self.speak_of(at, place, &topic, super::Said::Share);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/listed")
    }

    /// The place that a number stands beside: `China (P)`, `the United States, P, and`, `Germany with P`, `France P`.
    fn beside(&self, at: usize) -> Option<usize> {
        let before = self.left_of(at)?;
        let joins = matches!(
            self.what(before),
            Some(What::Sign('(' | ',' | ':' | '-' | '–') | What::Class(Class::Prep(Prep::With | Prep::At)))
        );
        let mut place = if joins { before.checked_sub(1)? } else { before };
        // `Russia, with P`
        if joins && matches!(self.what(place), Some(What::Sign(','))) {
            place = place.checked_sub(1)?;
        }
        let ends = match self.what(at + 1) {
            Some(What::Sign(sign)) => matches!(sign, ')' | ',' | '.' | ';'),
            None | Some(What::Class(Class::Prep(Prep::And) | Class::Break | Class::Share)) => true,
            _ => self.is_word(at + 1, words!["share", "each"]),
        };
        (ends && matches!(self.what(place), Some(What::Region(_)))).then_some(place)
    }

    /// What the sentence ranks before a place: who buys or who sells, where nothing between is said to move.
    pub(super) fn ranks_whom(&self, place: usize) -> Option<Indicator> {
        let noun =
            [(BUYERS, Indicator::Exports), (SELLERS, Indicator::Imports), (PARTNERS, Indicator::Trade)]
                .into_iter()
                .filter_map(|(words, indicator)| Some((self.last_word(0..place, words)?, indicator)))
                .max_by_key(|(at, _)| *at);
        let (noun, indicator) = noun.or_else(|| self.export_markets(place))?;
        let ranked = (noun.saturating_sub(3)..noun).any(|at| self.is_word(at, RANKS));
        let moves = |at: usize| {
            matches!(self.what(at), Some(What::Class(Class::Change(_) | Class::More(_))))
                || self.is_word(at, words!["growth", "gains", "decline", "declines"])
        };
        let moved = (0..place).any(moves);
        let first = (noun + 1..=place).find(|at| matches!(self.what(*at), Some(What::Region(_))))?;
        (ranked && !moved && first <= noun + REACH)
            .then_some((indicator, noun))
            .map(|(indicator, _)| indicator)
    }

    /// `The top export markets were`: the flow says which way.
    fn export_markets(&self, place: usize) -> Option<(usize, Indicator)> {
        (0..place).rev().find_map(|at| match self.what(at) {
            Some(What::Class(Class::Indicator(Measured { indicator, .. }, _)))
                if is_flow(*indicator) && self.text(at).ends_with("markets") =>
            {
                Some((at, *indicator))
            }
            _ => None,
        })
    }
}
