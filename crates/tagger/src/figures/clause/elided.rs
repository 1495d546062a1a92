//! With whom the clauses of one verb or noun are, where only the place is said again: `Imports from China rose P, from Russia fell P2 and
//! from Iraq shrank P3`, `with Canada it narrowed to V, and with Ireland to V2`, `a surplus of V with China and a deficit of V2 with the
//! United States`.
//!
//! Not: a place that a number between has taken for itself.

use article::Indicator;

use super::super::draft::{Draft, Name};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::Clauses;

impl Clauses<'_, '_> {
    pub(super) fn elided_partners(&mut self) {
        let mut again: Vec<usize> = Vec::new();
        for index in self.first_draft..self.drafts.len() {
            self.of_the_ranked(index);
            let draft = &self.drafts[index];
            let Some(prep) = with_prep(draft) else { continue };
            let Some(at) = self.piece_of(&draft.bytes) else { continue };
            let partner = self
                .with_behind(at, prep, draft)
                .or_else(|| self.said_again(at, prep))
                .or_else(|| self.led_to(at, index, &again));
            let Some(partner) = partner.filter(|partner| {
                draft.topic.partner.as_ref() != Some(partner)
                    && draft.topic.reporter.as_ref() != Some(partner)
            }) else {
                continue;
            };
            let topic = &mut self.drafts[index].topic;
            (topic.partner, topic.partner_stated) = (Some(partner), true);
            again.push(index);
        }
    }

    /// `from Russia fell P to V`: what such a change led to.
    fn led_to(&self, at: usize, index: usize, again: &[usize]) -> Option<Name> {
        let change = index.checked_sub(1).filter(|change| again.last() == Some(change))?;
        let change = &self.drafts[change];
        let number = at.checked_sub(2).filter(|_| self.is_prep(at - 1, Prep::To))?;
        let same = change.topic.indicator == self.drafts[index].topic.indicator
            && self.piece_of(&change.bytes) == Some(number);
        same.then(|| change.topic.partner.clone())?
    }

    /// `China ranked first in imports with V, followed by Russia with V2`: both are of who imports.
    fn of_the_ranked(&mut self, index: usize) {
        let Some(before) = index.checked_sub(1).filter(|before| *before >= self.first_draft) else { return };
        let (before, draft) = (&self.drafts[before], &self.drafts[index]);
        let listed = draft.rule == "level/place"
            && draft.topic.indicator == before.topic.indicator
            && draft.topic.reporter.is_some()
            && draft.topic.reporter == before.topic.partner
            && before.topic.partner != before.topic.reporter
            && draft.topic.partner != before.topic.reporter;
        let whose = before.topic.reporter.clone();
        if listed {
            self.drafts[index].topic.reporter = whose;
        }
    }

    /// `a deficit of V with the United States`, `The largest surplus was with the United States at V`.
    fn with_behind(&self, at: usize, prep: Prep, draft: &Draft) -> Option<Name> {
        /// Pieces of `with the European Union at`.
        const REACH: usize = 6;
        let balance = prep == Prep::With && !draft.is_base && draft.topic.indicator == Indicator::Balance;
        if balance && draft.rule == "level/of" && self.is_prep(at + 1, Prep::With) {
            return Some(self.region_list(at + 2, true)?.0);
        }
        let to = self.left_of(at).filter(|to| balance && self.is_prep(*to, Prep::At))?;
        let with = (to.saturating_sub(REACH)..to).rev().find(|at| self.is_prep(*at, Prep::With))?;
        let (partner, next) = self.region_list(with + 1, true)?;
        (next == to).then_some(partner)
    }

    /// `, from Russia fell P`, `and with Ireland to V`: between the number before and this one, at the head of what is left of a clause.
    fn said_again(&self, at: usize, prep: Prep) -> Option<Name> {
        /// Pieces from the place to the number: `had shrunk by more than`.
        const REACH: usize = 7;
        let joint = (at.saturating_sub(REACH + 4)..at)
            .rev()
            .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';' | '('))))
            .find(|at| self.is_prep(*at, prep))?;
        // the last number before belongs to the clause that is said again
        let before = joint.checked_sub(1)?;
        let heads = self.is_prep(before, Prep::And)
            || matches!(self.what(before), Some(What::Sign(',')))
            || self.is_word(before, words!["but", "while"]);
        let number =
            (before.saturating_sub(3)..before).any(|at| matches!(self.what(at), Some(What::Quantity(_))));
        let (partner, next) = self.region_list(joint + 1, true).filter(|_| heads && number)?;
        let small = |at: usize| {
            matches!(
                self.what(at),
                Some(What::Class(
                    Class::Change(_)
                        | Class::Level(_)
                        | Class::Plain
                        | Class::Bound(_)
                        | Class::Prep(Prep::To | Prep::By | Prep::At)
                ))
            )
        };
        (next <= at && (next..at).all(small)).then_some(partner)
    }
}

/// What stands before the other side.
fn with_prep(draft: &Draft) -> Option<Prep> {
    Some(match draft.topic.indicator {
        Indicator::Exports | Indicator::ReExports => Prep::To,
        Indicator::Imports => Prep::From,
        Indicator::Balance | Indicator::Trade => Prep::With,
        _ => return None,
    })
}
