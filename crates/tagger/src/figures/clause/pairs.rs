//! Numbers in pairs whose times are told once: `against V and V0` after `from V in January and V0 in February 1986`; `to V from V0 in
//! September and to V from V0 in the first nine months`.

use super::super::lexicon::{Class, Prep};
use super::super::period::{Time, length, shift};
use super::super::pieces::What;
use super::super::quantity::Quantity;
use super::super::words::Words;
use super::{Clauses, Draft};
use article::{FigureKind, Indicator, Per, Period};

/// Figures back to the pair that the times are taken from.
const FAR: usize = 12;

impl Clauses<'_, '_> {
    /// `The figures for the same month last year were V and V2, respectively`: of what the last sentences gave, in their order.
    pub(super) fn figures_of_before(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const FIGURES: &Words = words!["figures", "the figures", "comparative figures", "comparable figures"];
        const RESPECTIVELY: &Words = words!["respectively"];
        if !self.any_word(0..3, FIGURES) || !self.any_word(0..self.pieces.list.len(), RESPECTIVELY) {
            return None;
        }
        let place = self.pieces.quantities.iter().position(|other| other.bytes == quantity.bytes)?;
        let count = self.pieces.quantities.len();
        let levels = self.drafts[..self.first_draft].iter().rev();
        let levels = levels
            .take_while(|draft| draft.sentence + 2 >= self.sentence)
            .filter(|draft| draft.kind == FigureKind::Level && !draft.is_base && draft.twin_of.is_none())
            .take(count)
            .collect::<Vec<_>>();
        let indicator = |at: usize| levels.get(at).map(|draft| draft.topic.indicator);
        if count != 2 || levels.len() != count || indicator(0) == indicator(1) {
            return None;
        }
        let main = levels.first().and_then(|level| level.period);
        let topic = levels[count - 1 - place].topic.clone();
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/compared")?;
        if let Some(time) = (0..at).rev().find_map(|at| match self.what(at) {
            Some(What::Time(time)) => Some(*time),
            _ => None,
        }) {
            let period = self.counted(time, main, draft.topic.reporter.as_deref());
            (draft.period, draft.period_stated) = (period.or(draft.period), true);
        }
        Some(draft)
    }

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

    /// `Holland V (V0)`, `V, P down on a previous V0`, `while imports fell to V from V0`: what is compared with, and read as if it were
    /// of now, is of when the story has compared with before.
    pub(super) fn bases_without_a_time(&mut self) {
        for at in self.first_draft.max(1)..self.drafts.len() {
            let (kin, draft) = (&self.drafts[at - 1], &self.drafts[at]);
            let as_kin = draft.period == kin.period && !kin.is_base;
            let told = draft.is_base || draft.period_stated;
            // `with Italy V against V0`, behind a pair that said the years
            let lost = draft.is_base && draft.period.is_none() && !kin.is_base;
            if told && !as_kin && !lost
                || self.time_behind(draft).is_some()
                || draft.kind != FigureKind::Level
                || draft.twin_of.is_some()
                || super::ahead(draft.status)
                || !self.is_held_against(at)
            {
                continue;
            }
            let now = draft.period.or(kin.period.filter(|_| lost));
            let Some(then) = now.and_then(|now| self.compared_with(at, now)) else { continue };
            let here = self.drafts[self.first_draft..at].iter().any(|base| base.period == Some(then));
            self.drafts[at].period_stated &= here;
            self.drafts[at].period = Some(then);
            self.drafts[at].is_base = true;
        }
    }

    /// Whether the words before a number, or brackets around it, set it against one of the same kind.
    fn is_held_against(&self, at: usize) -> bool {
        let draft = &self.drafts[at];
        let Some(piece) = self.piece_of(&draft.bytes) else { return false };
        let kin = &self.drafts[at - 1];
        // `compared with V for Malaysia`: another's of the same time
        if kin.topic.reporter != draft.topic.reporter || self.is_word(piece + 1, words!["for"]) {
            return false;
        }
        let beside = matches!(self.what(piece.wrapping_sub(1)), Some(What::Sign('(')))
            && matches!(self.what(piece + 1), Some(What::Sign(')')))
            && alike(kin, draft)
            && !kin.is_base
            && self.joint(kin, draft) == "(";
        let Some(left) = self.left_of(piece) else { return beside };
        let told = (0..left).any(|at| matches!(self.what(at), Some(What::Quantity(_) | What::Number)));
        beside
            || told
                && match self.what(left) {
                    Some(What::Class(Class::Against)) => true,
                    Some(What::Class(Class::Prep(Prep::From))) => !self.followed_by_to(piece),
                    _ => false,
                }
    }

    /// With when what is of `now` has been compared by the nearest pair that says so.
    fn compared_with(&self, at: usize, now: Period) -> Option<Period> {
        let near = at.saturating_sub(FAR);
        let pairs = || {
            (near + 1..at).rev().map(|second| (&self.drafts[second - 1], &self.drafts[second])).filter(
                |(one, two)| {
                    !one.is_base
                        && two.is_base
                        && one.kind == FigureKind::Level
                        && two.kind == FigureKind::Level
                        && one.topic.indicator == two.topic.indicator
                },
            )
        };
        let same = pairs().find(|(one, two)| one.period == Some(now) && two.period != Some(now));
        let same = same.and_then(|(_, two)| two.period);
        // another year in the sentence, of which there was no more to say
        let here = self.drafts[self.first_draft.min(at)..at]
            .iter()
            .filter(|base| base.is_base && base.period_stated && base.kind == FigureKind::Level);
        let mut here = here.filter_map(|base| base.period);
        same.or_else(|| here.find(|then| shift(now, -12) == Some(*then) && length(now) == length(*then)))
    }

    /// `exports were V in 1986, down from V0 in 1985, while imports were V and V0, respectively`: of these two years.
    pub(super) fn two_years(&mut self) {
        let Some(at) = self.drafts.len().checked_sub(2).filter(|at| *at >= self.first_draft + 2) else {
            return;
        };
        let (one, two) = (&self.drafts[at], &self.drafts[at + 1]);
        let behind = self.story.text.get(two.bytes.end..).unwrap_or_default();
        if !alike(one, two)
            || one.period != two.period
            || one.topic.partner != two.topic.partner
            || one.topic.commodity != two.topic.commodity
            || self.joint(one, two) != "and"
            || !behind.trim_start_matches([',', ' ', '\n']).starts_with("respectively")
        {
            return;
        }
        let (now, then) = (&self.drafts[at - 2], &self.drafts[at - 1]);
        let years = now.period_stated && then.period_stated && now.period != then.period && alike(now, then);
        if years && then.period.is_some() {
            let (now, then) = (now.period, then.period);
            self.drafts[at].date(now);
            self.drafts[at + 1].date(then);
            self.drafts[at + 1].is_base = true;
        }
    }

    /// `imports totalled V and exports V2, compared with V0 and V00 in 1985`: the first of what was told first.
    pub(super) fn sides_in_order(&mut self) {
        for at in self.first_draft + 3..self.drafts.len() {
            let [one, two, first, second] = [at - 3, at - 2, at - 1, at].map(|at| &self.drafts[at]);
            let flow = |draft: &Draft| {
                draft.kind == FigureKind::Level
                    && matches!(
                        draft.topic.indicator,
                        Indicator::Exports | Indicator::Imports | Indicator::ReExports
                    )
            };
            let held = self.joint(two, first);
            let held = ["compared with", "compared to", "against", "versus", "from"]
                .iter()
                .any(|with| held.ends_with(with));
            if ![one, two, first, second].iter().all(|draft| flow(draft))
                || one.topic.indicator == two.topic.indicator
                || one.period != two.period
                || one.is_base
                || two.is_base
                || !held
                || self.joint(first, second) != "and"
                || self.time_behind(first).is_some()
                || first.unit != one.unit
                || second.unit != two.unit
                || first.topic.indicator != second.topic.indicator
            {
                continue;
            }
            let topics = [one.topic.clone(), two.topic.clone()];
            let (then, stated) = (second.period.or(first.period), second.period_stated);
            for (base, topic) in [at - 1, at].into_iter().zip(topics) {
                let draft = &mut self.drafts[base];
                draft.topic = topic;
                draft.is_base = true;
                (draft.period, draft.period_stated) = (then, stated);
            }
        }
    }

    /// The words between two drafts.
    fn joint(&self, one: &Draft, two: &Draft) -> &str {
        self.story.text.get(one.bytes.end..two.bytes.start).unwrap_or_default().trim()
    }

    /// The days that a number names at once behind it.
    pub(super) fn time_behind(&self, draft: &Draft) -> Option<Period> {
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
