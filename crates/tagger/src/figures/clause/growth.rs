//! What foreign trade adds to an economy's growth: `foreign trade added 0.5 point`, `net exports knocked P off`,
//! `trade subtracted PP from growth`.
//!
//! Where net trade is the subject of what gave or took, the number is read so at once (`contribution/points`); where another rule
//! has read points of trade as a change of it, they are turned into their part in growth when the sentence has been read.

use article::{Direction, FigureKind, Indicator};

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;

/// Words by which a sentence speaks of growth.
const GROWTH: &Words = words![
    "growth",
    "gnp",
    "gdp",
    "gross domestic product",
    "economic growth",
    "gdp growth",
    "contributed",
    "contribution",
    "contributing",
];
/// What trade does with it.
const GIVES: &Words = words![
    "add",
    "added",
    "adds",
    "adding",
    "contributed",
    "contributes",
    "contributing",
    "contribution",
    "chipped in",
    "account for",
    "accounted for",
    "accounts for",
    "accounting for",
];
const TAKES: &Words = words![
    "subtract",
    "take",
    "taking",
    "subtracted",
    "subtracts",
    "subtracting",
    "cut",
    "shaved",
    "shaving",
    "knocked",
    "knocking",
    "deducted",
    "sliced",
    "trimmed",
    "detracted",
    "took",
];
/// Who does: trade on balance.
const NET_TRADE: &Words = words![
    "trade",
    "net trade",
    "net exports",
    "foreign trade",
    "trade deficit",
    "trade gap",
    "net foreign trade",
];
/// Words that are said of nothing but growth.
const NET: &Words = words!["net trade", "net exports", "net foreign trade"];

impl Clauses<'_, '_> {
    /// Points of trade are no change of it where growth is spoken of: they are its part in that.
    pub(super) fn parts_of_growth(&mut self) {
        let of_trade = |indicator: Indicator| matches!(indicator, Indicator::Trade | Indicator::Balance);
        let is_part = self.drafts[self.first_draft..].iter().any(|draft| {
            draft.kind == FigureKind::Change
                && draft.unit == "percentage_point"
                && of_trade(draft.topic.indicator)
        });
        if !is_part
            || !self.may_say(GROWTH)
            || !(0..self.pieces.list.len()).any(|at| self.is_word(at, GROWTH))
        {
            return;
        }
        if !(0..self.pieces.list.len()).any(|at| self.is_word(at, GIVES) || self.is_word(at, TAKES)) {
            return;
        }
        for draft in &mut self.drafts[self.first_draft..] {
            let part = draft.kind == FigureKind::Change
                && draft.unit == "percentage_point"
                && of_trade(draft.topic.indicator);
            if !part {
                continue;
            }
            draft.kind = FigureKind::Contribution;
            draft.topic.indicator = Indicator::Balance;
            if draft.direction == Some(Direction::Down) {
                draft.value = -draft.value;
            }
            draft.direction = None;
            (draft.comparison, draft.comparison_stated) = (None, true);
            (draft.base_period, draft.base_stated) = (None, true);
        }
    }

    /// `External demand, or exports minus imports`
    fn is_foreign_demand(&self, at: usize) -> bool {
        self.is_word(at, words!["demand"])
            && self.is_word(at.wrapping_sub(1), words!["external", "foreign", "overseas"])
    }

    /// `Net exports pushed up gross domestic product by 1.8 points`
    fn pushed_by(&self, by: usize) -> bool {
        self.is_prep(by, Prep::By)
            && (by.saturating_sub(8)..by).any(|at| {
                self.is_word(at, words!["pushed", "pushed up", "lifted", "boosted", "raised", "buoyed"])
            })
    }

    /// `…, net exports V`: the verb is that of the clause before.
    fn part_by_the_verb_before(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let noun = self.left_of(at)?;
        let net = self.is_word(noun, NET) || self.is_foreign_demand(noun);
        if quantity.measure != Measure::Points || !net || !self.may_say(GROWTH) {
            return None;
        }
        let verb = (0..noun).rev().find(|at| self.is_word(*at, GIVES) || self.is_word(*at, TAKES))?;
        let takes = self.is_word(verb, TAKES) != (quantity.sign < 0);
        let reporter = self.left(noun).reporter.or_else(|| self.carried_reporter(Indicator::Balance));
        let topic = Topic { sign: if takes { -1 } else { 1 }, reporter, ..Topic::of(Indicator::Balance) };
        let mut draft =
            self.draft(at, quantity, FigureKind::Contribution, topic, None, "contribution/points")?;
        if takes {
            draft.value = -draft.value.abs();
        }
        Some(draft)
    }

    /// `Trade subtracted 0.9 percentage points from growth`, `net exports added half a point to GDP`.
    pub(super) fn part_of_growth(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        // `will add P to GNP`, `after reducing it by P`
        let percent = quantity.measure == Measure::Percent && quantity.sign == 0;
        if quantity.measure != Measure::Points && !percent {
            return None;
        }
        if let Some(draft) = self.part_by_the_verb_before(at, quantity) {
            return Some(draft);
        }
        let verb = self.left_of(at)?;
        let reduces = self.is_prep(verb, Prep::By)
            && self.is_word(verb.wrapping_sub(1), words!["it", "gnp", "gdp", "growth"])
            && self.is_word(
                verb.wrapping_sub(2),
                words!["reducing", "reduced", "cutting", "lowering", "trimming"],
            );
        let takes = self.is_word(verb, TAKES) || reduces;
        // `gave a lift of P`
        let lift = self.is_prep(verb, Prep::Of)
            && self.is_word(verb.wrapping_sub(1), words!["lift", "boost", "push"])
            && (verb.saturating_sub(5)..verb)
                .any(|at| self.is_word(at, words!["gave", "gives", "give", "giving"]));
        let gives = self.is_word(verb, GIVES) || lift || self.pushed_by(verb);
        if !takes && !gives {
            return None;
        }
        let mut around = if self.pushed_by(verb) { verb.saturating_sub(6)..at } else { at + 1..at + 7 };
        let growth = around.any(|at| self.is_word(at, GROWTH));
        // `the boost from trade, which added P to growth`
        let relative = self
            .clause_start
            .checked_sub(1)
            .filter(|at| self.is_word(*at, words!["which", "that"]))
            .map_or(self.clause_start, |which| which.saturating_sub(6));
        let noun = (relative.min(verb)..verb)
            .rev()
            .take(12)
            .find(|back| self.is_word(*back, NET_TRADE) || self.is_foreign_demand(*back));
        // `The deficit on goods and services is expected to take P off growth`
        let spoken = || {
            let balance = self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Balance);
            Some(self.topic_from).filter(|_| balance && takes && self.is_word(at + 1, words!["off", "from"]))
        };
        // `added P to growth after subtracting P2 in the first quarter`
        let before = self.drafts[self.first_draft..]
            .last()
            .filter(|last| last.kind == FigureKind::Contribution && noun.is_none())
            .and_then(|last| last.topic.reporter.clone());
        let noun = noun.or_else(spoken);
        let net = before.is_some()
            || noun.is_some_and(|noun| self.is_word(noun, NET) || self.is_foreign_demand(noun));
        // points are said of nothing but growth, percentages of anything
        let of_output =
            self.is_prep(at + 1, Prep::To) && growth && noun.is_some() || before.is_some() && reduces;
        if !(growth || net) || percent && !(net && of_output) {
            return None;
        }
        let points = Quantity { measure: Measure::Points, ..quantity.clone() };
        let reporter = match noun {
            Some(noun) => self.left(noun).reporter.or_else(|| self.carried_reporter(Indicator::Balance)),
            None => Some(before?),
        };
        // `trade gave growth half a point: rising exports accounted for P`
        let other = matches!(self.what(verb.wrapping_sub(1)), Some(What::Class(Class::Indicator(..))));
        if other && noun.is_some_and(|noun| noun + 1 < verb) {
            return None;
        }
        let topic = Topic { sign: if takes { -1 } else { 1 }, reporter, ..Topic::of(Indicator::Balance) };
        let mut draft =
            self.draft(at, &points, FigureKind::Contribution, topic, None, "contribution/points")?;
        if takes {
            draft.value = -draft.value.abs();
        }
        Some(draft)
    }
}
