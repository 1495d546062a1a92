//! Numbers in pairs whose times are told once: `against V and V0` after `from V in January and V0 in February 1986`; `to V from V0 in
//! September and to V from V0 in the first nine months`.

use super::super::period::{Time, shift};
use super::super::pieces::What;
use super::{Clauses, Draft};
use article::{FigureKind, Per, Period};

/// Figures back to the pair that the times are taken from.
const FAR: usize = 12;

impl Clauses<'_, '_> {
    /// `orders were V against V0 and V0`: the second number is of when it was in the pair before.
    ///
    /// Not: `from V0 in January and V0 a year ago`, which says so itself.
    pub(super) fn two_bases(&mut self) {
        for at in self.first_draft..self.drafts.len().saturating_sub(1) {
            let (one, two) = (&self.drafts[at], &self.drafts[at + 1]);
            if !one.is_base
                || !alike(one, two)
                || self.joint(one, two) != "and"
                || self.time_behind(two).is_some()
            {
                continue;
            }
            let near = at.saturating_sub(FAR);
            let main = |until: usize| {
                let level = |draft: &&Draft| !draft.is_base && draft.kind == FigureKind::Level;
                self.drafts[near.min(until)..until].iter().rfind(level).and_then(|draft| draft.period)
            };
            let Some(now) = main(at) else { continue };
            let model = (near + 1..at).rev().find(|second| {
                let (a, b) = (&self.drafts[second - 1], &self.drafts[*second]);
                a.is_base && b.is_base && alike(a, b) && a.period != b.period
            });
            let Some(model) = model.filter(|second| main(second - 1) == Some(now)) else { continue };
            let (first, second) = (self.drafts[model - 1].period, self.drafts[model].period);
            if first.is_none() || second.is_none() || first == Some(now) || second == Some(now) {
                continue;
            }
            self.drafts[at].date(first);
            self.drafts[at + 1].date(second);
            self.drafts[at + 1].is_base = true;
        }
    }

    /// `fell in September to V from V0 and to V from V0 in the first nine months`: the second pair has a time of its own.
    pub(super) fn second_pair(&mut self) {
        for at in self.first_draft + 2..self.drafts.len().saturating_sub(1) {
            let [before, main, base] = [at - 1, at, at + 1].map(|at| &self.drafts[at]);
            if !before.is_base
                || !base.is_base
                || !alike(main, base)
                || self.joint(before, main) != "and to"
                || self.joint(main, base) != "from"
                || self.drafts[at - 2].is_base
            {
                continue;
            }
            let Some(time) = self.time_behind(base) else { continue };
            let (now, then) = (self.drafts[at - 2].period, before.period);
            if now == Some(time) || then.is_some() && then != now.and_then(|now| shift(now, -12)) {
                continue;
            }
            self.drafts[at - 1].date(now.and_then(|now| shift(now, -12)));
            self.drafts[at].date(Some(time));
            self.drafts[at + 1].date(shift(time, -12));
        }
    }

    /// `imports V a year, of which V2 are from there and V3 from elsewhere`: parts of a rate are of no period either.
    pub(super) fn parts_of_a_rate(&mut self) {
        let Some(rate) = self.drafts.get(self.first_draft) else { return };
        if rate.period.is_some() || rate.kind != FigureKind::Level {
            return;
        }
        let Some(part) = self.drafts.get(self.first_draft + 1) else { return };
        let joint = self.joint(rate, part);
        let yearly = rate.per == Some(Per::Year) || joint.contains(" a year");
        if !yearly || !joint.contains("of which") {
            return;
        }
        self.drafts[self.first_draft + 1..].iter_mut().for_each(Draft::undate);
    }

    /// The words between two drafts.
    fn joint(&self, one: &Draft, two: &Draft) -> &str {
        self.story.text.get(one.bytes.end..two.bytes.start).unwrap_or_default().trim()
    }

    /// The days that a number names at once behind it.
    fn time_behind(&self, draft: &Draft) -> Option<Period> {
        /// ` in `
        const NEAR: usize = 5;
        let near = draft.bytes.end..draft.bytes.end + NEAR;
        let at = self.pieces.times.iter().find(|at| near.contains(&self.start_of(**at)))?;
        match self.what(*at)? {
            What::Time(Time::Days(period)) => Some(*period),
            _ => None,
        }
    }
}

/// Whether two numbers measure the same.
fn alike(one: &Draft, two: &Draft) -> bool {
    one.kind == FigureKind::Level
        && two.kind == FigureKind::Level
        && one.unit == two.unit
        && one.topic.indicator == two.topic.indicator
}
