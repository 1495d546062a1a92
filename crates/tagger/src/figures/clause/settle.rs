//! What the words around a figure make of the indicator that its noun gave it: boxes are freight, what is used is inward investment.

use super::super::draft::Topic;
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::Clauses;
use super::figure::is_flow;
use article::{FigureKind, Indicator};

/// Verbs by which a place gets foreign investment.
const TAKES_IN: &[&str] = &[
    "used",
    "uses",
    "using",
    "utilized",
    "utilised",
    "utilizing",
    "utilising",
    "attracted",
    "attracts",
    "attracting",
    "absorbed",
    "absorbing",
    "drew",
    "drawn",
    "received",
    "receiving",
    "introduced",
];

impl Clauses<'_, '_> {
    /// The indicator that the words around the quantity at `at` settle, whatever the noun was.
    pub(super) fn settle(&self, at: usize, kind: FigureKind, unit: &str, topic: &mut Topic) {
        let flow = is_flow(topic.indicator) || topic.indicator == Indicator::ReExports;
        // boxes are counted where they are handled, and only there
        let boxes = unit == "TEU" || (kind == FigureKind::Change && self.boxes_follow(at));
        let handled = unit == "t"
            && kind == FigureKind::Level
            && self
                .left_of(at)
                .is_some_and(|verb| matches!(self.what(verb), Some(What::Class(Class::Handled))));
        if (flow || topic.indicator == Indicator::Balance) && (boxes || handled) {
            topic.indicator = Indicator::Freight;
            topic.sign = 0;
            return;
        }
        // `Belarus accounted for V of the turnover`
        if kind == FigureKind::Level
            && matches!(topic.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance)
            && self.is_prep(at + 1, Prep::Of)
            && (at + 2..at + 5).any(|at| self.is_word(at, &["turnover", "trade turnover"]))
            && self.story_speaks_of(Indicator::Trade)
        {
            topic.indicator = Indicator::Trade;
            topic.sign = 0;
            return;
        }
        // `Russia, V, and China, V, remain the key trading partners`
        if kind == FigureKind::Level
            && matches!(topic.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance)
            && self.partners_are_ranked()
        {
            topic.indicator = Indicator::Trade;
            topic.sign = 0;
            return;
        }
        // `the province used V of overseas investment`
        if topic.indicator == Indicator::FdiOutward
            && (self.clause_start.min(at)..at).rev().take(6).any(|back| self.is_word(back, TAKES_IN))
        {
            topic.indicator = Indicator::FdiInward;
        }
    }

    /// Whether the next amount of the clause is one of money: a port handles tonnes and boxes.
    pub(super) fn money_comes(&self, at: usize) -> bool {
        let next = (at + 1..at + 16).take_while(|at| {
            !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(';')) | None)
        });
        next.filter_map(|at| match self.what(at) {
            Some(What::Quantity(index)) => Some(self.pieces.quantities[*index].measure),
            _ => None,
        })
        .find(|measure| !measure.is_relative())
        .is_some_and(super::super::quantity::Measure::is_money)
    }

    /// `plunged P to V TEU`
    fn boxes_follow(&self, at: usize) -> bool {
        let next = (at + 1..at + 8)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(_)) | None)
            })
            .find(|at| matches!(self.what(*at), Some(What::Quantity(_))));
        next.is_some_and(|next| match self.what(next) {
            Some(What::Quantity(index)) => {
                self.unit(&self.pieces.quantities[*index]).is_some_and(|(unit, _)| unit == "TEU")
                    && (at + 1..next).any(|at| self.is_prep(at, Prep::To))
            }
            _ => false,
        })
    }

    /// Whether a sentence without exports or imports ranks trading partners.
    fn partners_are_ranked(&self) -> bool {
        let list = || 0..self.pieces.list.len();
        list().any(|at| {
            self.is_word(at, &["trading", "trade"]) && self.is_word(at + 1, &["partner", "partners"])
                || self.is_word(at, &["trading partner", "trading partners", "trade partners"])
        }) && !list().any(|at| {
            matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                if measured.indicator != Indicator::Trade)
        })
    }
}
