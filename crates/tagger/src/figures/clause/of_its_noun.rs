//! What the words right beside a number call it, which no rule that looked further away may gainsay: `a P drop in imports` is of imports,
//! `The quota for grain exports is set at V` is a quota.

use article::{Comparison, FigureKind, Indicator, Period, Status};

use super::super::lexicon::{Class, Prep, Strength};
use super::super::period::{Time, shift};
use super::super::pieces::What;
use super::Clauses;

/// Pieces between `quota` and the verb of its size.
const REACH: usize = 14;

impl Clauses<'_, '_> {
    pub(super) fn of_its_noun(&mut self) {
        self.moved_to_each();
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            let flow = matches!(draft.topic.indicator, Indicator::Exports | Indicator::Imports);
            let Some(at) = self.piece_of(&draft.bytes).filter(|_| flow) else { continue };
            match draft.kind {
                FigureKind::Change => {
                    if let Some(indicator) = self.moves_in(at) {
                        self.drafts[index].topic.indicator = indicator;
                    }
                }
                FigureKind::Level if self.sizes_a_quota(at) => {
                    let base = self.drafts[index].is_base;
                    let draft = &mut self.drafts[index];
                    draft.topic.indicator = Indicator::Quota;
                    draft.undate();
                    if !base && draft.status == Status::Reported && self.is_coming(at) {
                        self.drafts[index].status = Status::Target;
                    }
                }
                _ => {}
            }
        }
    }

    /// `a P fall in imports`: what falls stands right behind.
    fn moves_in(&self, at: usize) -> Option<Indicator> {
        let moves = matches!(self.what(at + 1), Some(What::Class(Class::Change(_))));
        let noun = at + 3;
        let named = match self.what(noun) {
            Some(What::Class(Class::Indicator(measured, Strength::Full | Strength::Head))) => {
                measured.indicator
            }
            _ => return None,
        };
        let flow = matches!(named, Indicator::Exports | Indicator::Imports);
        // `a P rise in import prices`
        let ends = matches!(
            self.what(noun + 1),
            None | Some(
                What::Sign(',' | '.' | ';') | What::Class(Class::Break | Class::Prep(_)) | What::Time(_)
            )
        );
        (flow && moves && ends && self.is_prep(at + 2, Prep::In)).then_some(named)
    }

    /// `The quota for grain exports from February is set at V, against V0`.
    fn sizes_a_quota(&self, at: usize) -> bool {
        let quota = (at.saturating_sub(REACH + 6)..at)
            .rev()
            .take_while(|at| !matches!(self.what(*at), Some(What::Sign(';') | What::Class(Class::Deal))))
            .find(|at| matches!(self.what(*at), Some(What::Class(Class::Quota))));
        let Some(quota) = quota else { return false };
        let joined = self.is_word(quota + 1, words!["for", "on"]) || self.is_prep(quota + 1, Prep::On);
        let set = self.any_word(quota + 2..at, words!["set", "fixed", "stands", "stood"]);
        let named =
            (quota + 2..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Indicator(..)))));
        joined && set && named
    }

    /// `is set at V`: said of what is to come.
    fn is_coming(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|at| self.is_word(at, words!["set", "fixed"]))
            && self.any_word(at.saturating_sub(6)..at, words!["is", "are", "will"])
    }

    /// `Exports to China rose V (P), to Australia V2 (P2)`: the verb is said once, what it moved is a change for each.
    fn moved_to_each(&mut self) {
        for index in self.first_draft + 1..self.drafts.len() {
            let (before, draft) = self.drafts.split_at(index);
            let draft = &draft[0];
            if draft.kind != FigureKind::Level
                || draft.rule != "open/level"
                || !super::figure::is_money(draft.unit)
                || draft.is_base
            {
                continue;
            }
            let Some(first) = before[self.first_draft..].iter().rev().find(|kin| kin.unit == draft.unit)
            else {
                continue;
            };
            let same = first.kind == FigureKind::Change
                && first.topic.indicator == draft.topic.indicator
                && first.topic.reporter == draft.topic.reporter;
            let (Some(one), Some(at)) = (self.piece_of(&first.bytes), self.piece_of(&draft.bytes)) else {
                continue;
            };
            // a rate in brackets behind each of them, and only a place between
            let rated = |at: usize| {
                matches!(self.what(at + 1), Some(What::Sign('(')))
                    && matches!(self.what(at + 2), Some(What::Quantity(index))
                        if self.pieces.quantities[*index].measure.is_relative())
                    && matches!(self.what(at + 3), Some(What::Sign(')')))
            };
            let only_place = one + 4 < at
                && (one + 4..at).all(|at| {
                    matches!(
                        self.what(at),
                        Some(What::Region(_) | What::Sign(',') | What::Class(Class::Prep(_) | Class::Plain))
                    )
                })
                && (one + 4..at).any(|at| matches!(self.what(at), Some(What::Region(_))));
            if !(same && rated(one) && rated(at) && only_place) {
                continue;
            }
            let (direction, comparison) = (first.direction, first.comparison);
            let rate = self.drafts.get(index + 1).is_some_and(|rate| rate.of == Some(index));
            let draft = &mut self.drafts[index];
            (draft.kind, draft.direction, draft.comparison, draft.rule) =
                (FigureKind::Change, direction, comparison, "change/elided");
            if rate {
                self.drafts[index + 1].of = None;
            }
        }
        self.doubled_since();
    }

    /// `more than double April's V`: April is what it is counted from, and not when it was.
    fn doubled_since(&mut self) {
        for index in self.first_draft..self.drafts.len() {
            if self.drafts[index].unit != "multiple" || self.drafts[index].kind != FigureKind::Change {
                continue;
            }
            let Some(at) = self.piece_of(&self.drafts[index].bytes) else { continue };
            let Some(What::Time(Time::Days(base))) = self.what(at + 1) else { continue };
            if !matches!(self.what(at + 2), Some(What::Possessive)) {
                continue;
            }
            let named = (0..at).rev().find_map(|at| match self.what(at) {
                Some(What::Time(Time::Days(period))) if period.first > base.first => Some(*period),
                _ => None,
            });
            let later = |period: &Period| period.first > base.first;
            let level = self.drafts[self.first_draft..index].iter().rev();
            let level = level.filter(|kin| kin.kind == FigureKind::Level && !kin.is_base);
            let level = level.filter_map(|kin| kin.period).find(later);
            let Some(period) = named.or(level).or(self.carry.story_period.filter(later)) else { continue };
            let next = shift(*base, 1).is_some_and(|next| next == period);
            let draft = &mut self.drafts[index];
            (draft.period, draft.period_stated) = (Some(period), true);
            let comparison = if next { Comparison::MonthOnMonth } else { Comparison::Other };
            (draft.comparison, draft.comparison_stated) = (Some(comparison), true);
        }
    }
}
