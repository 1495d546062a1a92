//! The balance of trade in other words: `the gap between what the nation imports and what it sells abroad`, and what is sold beyond
//! what is bought: `sold V more goods abroad than it had bought`.

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Measured, Prep};
use super::super::period::Time;
use super::super::pieces::What;
use super::super::quantity::Quantity;
use super::super::words::Words;
use super::{Clauses, Said};
use article::{FigureKind, Indicator};

/// So many pieces say what is sold and what is bought.
const REACH: usize = 26;

const SELLS: &Words =
    words!["sold", "sell", "sells", "exported", "exports", "export", "shipped", "ships", "ship"];
const BUYS: &Words =
    words!["bought", "buy", "buys", "imported", "imports", "import", "purchased", "purchases", "took in"];

/// What lies between two sides of a trade.
pub(super) const GAPS: &Words = words!["gap", "the gap", "difference", "shortfall", "imbalance"];

impl Clauses<'_, '_> {
    /// `sold V (V2) more goods abroad in 2013 than it had bought`, `buys V more from China than it sells there`.
    pub(super) fn sold_beyond_bought(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !quantity.measure.is_money() {
            return None;
        }
        let more = self.after_bracket(at + 1);
        let more = more + usize::from(self.is_word(more, words!["worth"]) || self.is_prep(more, Prep::Of));
        if !self.is_more(more) {
            return None;
        }
        let verb = (at.saturating_sub(4)..at)
            .rev()
            .find(|at| self.is_word(*at, SELLS) || self.is_word(*at, BUYS))?;
        let than = (more..more + 14).find(|at| matches!(self.what(*at), Some(What::Class(Class::Than))))?;
        let sold = self.is_word(verb, SELLS);
        let other = if sold { BUYS } else { SELLS };
        let bought = (than + 1..than + 5).find(|at| self.is_word(*at, other))?;
        let subject = self.subject(verb).map(|(_, code)| code);
        let partner = (more + 1..than)
            .chain(bought + 1..bought + 3)
            .filter(|at| self.is_prep(*at, if *at < than && !sold { Prep::From } else { Prep::To }))
            .find_map(|at| self.region_list(at + 1, true));
        let topic = Topic {
            sign: if sold { 1 } else { -1 },
            reporter_stated: subject.is_some(),
            reporter: subject.or_else(|| self.carried_reporter(Indicator::Balance)),
            partner_stated: partner.is_some(),
            partner: partner.map(|(codes, _)| codes),
            ..Topic::of(Indicator::Balance)
        };
        self.speak_of(at, verb, &topic, Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/gap")?;
        let when = (more..than).find_map(|at| match self.what(at) {
            Some(What::Time(Time::Days(period))) => Some(*period),
            _ => None,
        });
        if when.is_some() {
            (draft.period, draft.period_stated) = (when, true);
        }
        Some(draft)
    }

    /// `The gap between the goods Americans sell abroad and what they buy rose P`: the piece before the verb.
    pub(super) fn gap_between(&mut self, at: usize) -> Option<usize> {
        if !self.is_word(at, GAPS) || !self.is_prep(at + 1, Prep::Between) {
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
}
