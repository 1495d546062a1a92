//! The balance of trade in other words: `the gap between what the nation imports and what it sells abroad`, and what net trade did to
//! growth: `trade subtracted PP from growth`.

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Measured, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::Clauses;
use article::{FigureKind, Indicator};

/// So many pieces say what is sold and what is bought.
const REACH: usize = 26;

impl Clauses<'_, '_> {
    /// `The gap between the goods Americans sell abroad and what they buy rose P`: the piece before the verb.
    pub(super) fn gap_between(&mut self, at: usize) -> Option<usize> {
        if !self.is_word(at, words!["gap", "the gap", "difference", "shortfall", "imbalance"])
            || !self.is_prep(at + 1, Prep::Between)
        {
            return None;
        }
        let sells = |at: usize| {
            self.is_word(
                at,
                words![
                    "sell",
                    "sells",
                    "sold",
                    "export",
                    "exports",
                    "exported",
                    "ship",
                    "ships",
                    "exporting",
                    "selling",
                ],
            )
        };
        let buys = |at: usize| {
            self.is_word(
                at,
                words![
                    "buy",
                    "buys",
                    "bought",
                    "import",
                    "imports",
                    "imported",
                    "purchases",
                    "buying",
                    "importing",
                ],
            )
        };
        let end = at + REACH;
        let (sold, bought) = ((at + 2..end).find(|at| sells(*at))?, (at + 2..end).find(|at| buys(*at))?);
        let last = sold.max(bought);
        // `what it sells abroad fell to`, `what they buy from other countries rose`
        let verb = (last + 1..last + 8).find(|at| {
            matches!(self.what(*at), Some(What::Class(Class::Change(_) | Class::Level(_))))
                && !self.is_word(*at, words!["is", "are"])
        })?;
        let clear = (at + 2..verb).all(|at| {
            !matches!(self.what(at), Some(What::Quantity(_) | What::Sign(';') | What::Class(Class::Tariff)))
        });
        if !clear {
            return None;
        }
        self.carry.trade_seen = true;
        self.begin(at, Measured { indicator: Indicator::Balance, sign: -1 });
        let reporter = self.carried_reporter(Indicator::Balance);
        let topic = Topic { sign: -1, reporter, ..Topic::of(Indicator::Balance) };
        self.topic = Some(topic);
        (self.topic_from, self.topic_end) = (at, verb);
        Some(verb)
    }

    /// `Imports of manufactured goods exceeded exports by V`: the balance, a deficit where imports stand first.
    pub(super) fn exceeded(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let by = at.checked_sub(1).filter(|by| self.is_prep(*by, Prep::By) && quantity.measure.is_money())?;
        let flow = |at: usize| match self.what(at) {
            Some(What::Class(Class::Indicator(measured, _))) => {
                Some(measured.indicator).filter(|it| matches!(it, Indicator::Exports | Indicator::Imports))
            }
            _ => None,
        };
        let less = (by.saturating_sub(REACH)..by).rev().find(|at| flow(*at).is_some())?;
        let verb = (less.saturating_sub(4)..less).rev().find(|at| {
            self.is_word(
                *at,
                words![
                    "exceeded",
                    "outpaced",
                    "outstripped",
                    "topped",
                    "outweighed",
                    "surpassed",
                    "exceed",
                    "outpacing",
                    "exceeding",
                    "short of",
                ],
            ) || self.is_word(*at, words!["short"]) && self.is_prep(*at + 1, Prep::Of)
        })?;
        let more = (self.clause_start.min(verb)..verb).find(|at| flow(*at).is_some())?;
        if flow(more) == flow(less) {
            return None;
        }
        // `exports fell short of imports by V`
        let short = self.is_word(verb, words!["short", "short of"]);
        let sign = if (flow(more) == Some(Indicator::Imports)) == short { 1 } else { -1 };
        let reporter = self.left(more).reporter;
        let stated = reporter.is_some();
        let topic = Topic {
            sign,
            reporter: reporter.or_else(|| self.carried_reporter(Indicator::Balance)),
            reporter_stated: stated,
            ..Topic::of(Indicator::Balance)
        };
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (more, less);
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/exceeded")
    }

    /// `Net exports pushed up gross domestic product by 1.8 points`
    fn pushed_by(&self, by: usize) -> bool {
        self.is_prep(by, Prep::By)
            && (by.saturating_sub(8)..by).any(|at| {
                self.is_word(at, words!["pushed", "pushed up", "lifted", "boosted", "raised", "buoyed"])
            })
    }

    /// `Trade subtracted 0.9 percentage points from growth`, `net exports added half a point to GDP`.
    pub(super) fn part_of_growth(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Points {
            return None;
        }
        let verb = self.left_of(at)?;
        let takes = self.is_word(
            verb,
            words![
                "subtracted",
                "subtracts",
                "subtracting",
                "cut",
                "shaved",
                "shaving",
                "knocked",
                "deducted",
                "sliced",
                "took",
            ],
        );
        let gives = self.is_word(
            verb,
            words!["added", "adds", "adding", "contributed", "contributes", "contributing", "chipped in"],
        ) || self.pushed_by(verb);
        if !takes && !gives {
            return None;
        }
        let around = if self.pushed_by(verb) { verb.saturating_sub(6)..at } else { at + 1..at + 7 };
        let growth = around.clone().any(|at| {
            self.is_word(
                at,
                words!["growth", "gdp", "gross domestic product", "economic growth", "gdp growth"],
            )
        });
        // `the boost from trade, which added P to growth`
        let relative = self
            .clause_start
            .checked_sub(1)
            .filter(|at| self.is_word(*at, words!["which", "that"]))
            .map_or(self.clause_start, |which| which.saturating_sub(6));
        let noun = (relative.min(verb)..verb).rev().take(12).find(|back| {
            self.is_word(
                *back,
                words![
                    "trade",
                    "net trade",
                    "net exports",
                    "foreign trade",
                    "trade deficit",
                    "trade gap",
                    "net foreign trade",
                ],
            )
        })?;
        if !growth {
            return None;
        }
        let reporter = self.left(noun).reporter.or_else(|| self.carried_reporter(Indicator::Balance));
        let topic = Topic { sign: if takes { -1 } else { 1 }, reporter, ..Topic::of(Indicator::Balance) };
        let mut draft =
            self.draft(at, quantity, FigureKind::Contribution, topic, None, "contribution/points")?;
        if takes {
            draft.value = -draft.value.abs();
        }
        Some(draft)
    }
}
