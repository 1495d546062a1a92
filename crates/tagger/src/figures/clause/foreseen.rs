//! What is seen to come and what has been, whatever word of the sentence makes all of it a forecast or none.
//!
//! `imports should reach V`, `would have to import V, the minister said`: a forecast. `are estimated at V`: one where the time is not over.
//! `to rise to V this year from V0 in 1986 and V00 in 1985`, `down from actual imports of V0 last year`: what has been is reported.

use article::{FigureKind, Indicator, Status};

use super::super::draft::Draft;
use super::super::lexicon::Class;
use super::super::pieces::What;
use super::super::words::Words;
use super::{Clauses, ahead};

/// What makes `would` and `should` depend on something.
const DEPENDS: &Words = words![
    "if",
    "unless",
    "without",
    "could",
    "might",
    "were to",
    "otherwise",
    "in that case",
    "in such a case",
    "in this case",
    "proposed",
    "proposal",
    "proposals",
    "bill",
    "draft",
    "threatened",
    "threat",
    "threatens",
    "ban",
    "bans",
    "measure",
    "measures",
    "sanctions",
    "embargo",
    "plan",
    "plans",
    "move",
    "legislation",
    "strike",
    "cut",
    "cuts",
    "cost",
    "even",
    "argued",
    "urged",
    "demanded",
    "had",
    "limit",
    "limits",
    "restraint",
    "restrictions",
    "protectionism",
    "protectionist",
];
/// Who tells what would be, tells what is to come.
const TELLS: &Words = words![
    "said",
    "says",
    "say",
    "told",
    "estimated",
    "estimates",
    "estimate",
    "forecast",
    "forecasts",
    "predicted",
    "predicts",
    "projected",
    "believes",
    "believed",
    "noted",
    "added",
    "reported",
    "thought",
    "calculated",
    "reckoned",
];
const COMES: &Words = words![
    "arrive", "reach", "total", "exceed", "amount", "approach", "top", "average", "come", "hit", "bring"
];
/// `would have to import V`, `will need to buy V`.
const MUST: &Words = words!["have", "need", "have to", "need to"];
const TRADES: &Words = words!["import", "export", "buy", "purchase", "ship", "sell", "bring in"];
const ESTIMATED: &Words =
    words!["estimated", "estimates", "estimate", "estimated at", "estimated to be", "estimated to reach"];
/// Pieces behind a number that say it was foreseen.
const NEAR: usize = 5;
/// Words between a number and one before it that do not make it one that has been.
const STILL: [&str; 7] = ["forecast", "target", "expected", "project", "planned", "earlier", "quota"];

impl Clauses<'_, '_> {
    pub(super) fn foreseen(&mut self) {
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            if !may_be_foreseen(draft) {
                continue;
            }
            let Some(number) = self.piece_of(&draft.bytes) else { continue };
            let over = draft
                .period
                .zip(self.carry.today)
                .map(|(period, today)| period.last < today)
                .filter(|_| draft.period_stated);
            let status = match draft.status {
                Status::Hypothetical if over != Some(true) && self.comes_as_told(number) => Status::Forecast,
                Status::Reported if over == Some(false) && !draft.is_base && self.is_estimated(number) => {
                    Status::Forecast
                }
                status if ahead(status) && over == Some(true) && self.has_been(index) => Status::Reported,
                _ => continue,
            };
            self.drafts[index].status = status;
        }
    }

    /// `the surplus should reach V`, `would have to import V, he said`, and nothing in the sentence that it depends on.
    fn comes_as_told(&self, number: usize) -> bool {
        const MODAL: &Words = words!["should", "would"];
        if !self.may_say(MODAL) {
            return false;
        }
        let Some(modal) = self.last_word(self.clause_start_of(number)..number, MODAL) else { return false };
        let all = 0..self.pieces.list.len();
        let hit =
            all.clone().any(|at| matches!(self.what(at), Some(What::Class(Class::Tariff | Class::Quota))));
        if hit || self.any_word(all.clone(), DEPENDS) {
            return false;
        }
        let should = self.is_word(modal, words!["should"]);
        let verb = self.skip(modal + 1, |what| matches!(what, What::Class(Class::Plain)));
        // `exports should be cut to V` is what somebody wants
        let level = matches!(self.what(verb), Some(What::Class(Class::Level(_) | Class::Change(_))))
            || self.is_word(verb, COMES)
            || self.is_word(modal + 1, words!["be"])
                && matches!(self.what(verb), Some(What::Class(Class::Bound(_)) | What::Quantity(_)));
        let must = (self.is_word(verb, MUST) || self.any_word(modal + 1..modal + 3, MUST))
            && self.any_word(modal + 1..modal + NEAR + 1, TRADES);
        if should { level } else { (level || must) && self.any_word(all, TELLS) }
    }

    /// Where what is said of a number begins: behind the number before it.
    fn clause_start_of(&self, number: usize) -> usize {
        (0..number)
            .rev()
            .find(|at| matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';'))))
            .map_or(0, |at| at + 1)
    }

    /// `estimated a surplus of V`, `imports are estimated at V`, and not `has shipped an estimated V so far`.
    fn is_estimated(&self, number: usize) -> bool {
        const SO_FAR: &Words =
            words!["so far", "so", "has", "have", "has been", "have been", "already", "to date"];
        let Some(word) = self.last_word(0..number, ESTIMATED) else { return false };
        let apart = |at: usize| {
            matches!(
                self.what(at),
                Some(What::Class(Class::Break | Class::Against | Class::Than) | What::Sign(';'))
            )
        };
        !(word..number).any(apart) && !self.any_word(0..self.pieces.list.len(), SO_FAR)
    }

    /// Whether a number stands behind one that is to come as what was before it.
    fn has_been(&self, index: usize) -> bool {
        // `from the V0 seen in October`
        let seen = self.piece_of(&self.drafts[index].bytes).is_none_or(|number| {
            (number + 1..number + NEAR)
                .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(_))))
                .any(|at| matches!(self.what(at), Some(What::Class(Class::Status(_)))))
        });
        if seen {
            return false;
        }
        let Some(before) = index.checked_sub(1).filter(|before| *before >= self.first_draft) else {
            return false;
        };
        let (kin, draft) = (&self.drafts[before], &self.drafts[index]);
        let same = kin.kind == FigureKind::Level
            && draft.kind == FigureKind::Level
            && kin.topic.indicator == draft.topic.indicator;
        let between = self.story.text.get(kin.bytes.end..draft.bytes.start).unwrap_or_default();
        if !same || STILL.iter().any(|word| between.contains(word)) {
            return false;
        }
        let mut words = between.split_whitespace();
        let joint = words.next().unwrap_or_default();
        // `from V0 in 1986 and V00 in 1985`
        let listed = kin.is_base && kin.status == Status::Reported && between.contains("and ");
        listed
            || ahead(kin.status)
                && (["from", "against", "versus"].contains(&joint)
                    || between.contains("actual ")
                    || ["compared with", "down from", "up from"].iter().any(|words| between.contains(words)))
    }
}

fn may_be_foreseen(draft: &Draft) -> bool {
    matches!(
        draft.topic.indicator,
        Indicator::Exports
            | Indicator::Imports
            | Indicator::Trade
            | Indicator::Balance
            | Indicator::CurrentAccount
            | Indicator::Freight
    ) && draft.rule != "tariff/goods"
}
