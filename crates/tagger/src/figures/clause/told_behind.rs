//! What stands behind a number says what it is of, whatever was spoken of before it: `trade rose P for exports and P2 for imports`, `V of lumber to
//! Japan`, `V of cement worth V2 from Indonesia`, `from V0 in the second`.
//!
//! Not: a number with nothing of the kind behind it, and one whose partner is known.

use article::{FigureKind, Indicator, Period, Usage};

use super::super::draft::{Draft, Name};
use super::super::lexicon::{Class, Measured, Prep, Strength};
use super::super::period::length;
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

/// Pieces from a number to the place that its goods go to.
const REACH: usize = 14;
const WORTH: &Words = words!["worth", "valued at", "valued", "costing"];
const QUARTERS: [&Words; 4] = [words!["first"], words!["second"], words!["third"], words!["fourth"]];
const ORDINALS: &Words = words!["first", "second", "third", "fourth"];

impl Clauses<'_, '_> {
    pub(super) fn told_behind(&mut self) {
        self.flows_behind();
        self.places_behind_goods();
        self.quarters_left_out();
        self.of_the_services_named();
    }

    /// `In the balance of services, lower income led to a V deficit after a V0 surplus`: the bare nouns are of what the sentence has named.
    fn of_the_services_named(&mut self) {
        const SERVICES: &Words = words![
            "balance of services",
            "balance on services",
            "services balance",
            "service balance",
            "services account",
        ];
        if !self.may_say(SERVICES) || !self.any_word(0..self.pieces.list.len(), SERVICES) {
            return;
        }
        let other = (0..self.pieces.list.len()).any(|at| {
            let named = matches!(self.what(at), Some(What::Class(Class::Indicator(measured, Strength::Full)))
                if matches!(measured.indicator, Indicator::Balance | Indicator::CurrentAccount));
            named && !self.is_word(at, SERVICES)
        });
        if other {
            return;
        }
        for draft in &mut self.drafts[self.first_draft..] {
            let topic = &mut draft.topic;
            if matches!(topic.indicator, Indicator::Balance | Indicator::CurrentAccount) {
                topic.indicator = Indicator::Balance;
                topic.commodity = Some("services".into());
            }
        }
    }

    /// `Trade with the U.S. rose P for exports and P2 for imports`: each number takes the flow behind it, and all of them the partner.
    fn flows_behind(&mut self) {
        let members: Vec<(usize, Indicator)> = (self.first_draft..self.drafts.len())
            .filter_map(|index| {
                let draft = &self.drafts[index];
                let traded = matches!(
                    draft.topic.indicator,
                    Indicator::Trade | Indicator::Exports | Indicator::Imports
                );
                (traded && draft.kind == FigureKind::Change).then_some(())?;
                let at = self.piece_of(&draft.bytes)?;
                (self.is_prep(at + 1, Prep::In) || self.is_word(at + 1, words!["for"])).then_some(())?;
                let noun = self.skip(at + 2, |what| matches!(what, What::Class(Class::Plain)));
                let Some(What::Class(Class::Indicator(Measured { indicator, .. }, _))) = self.what(noun)
                else {
                    return None;
                };
                let flow = matches!(indicator, Indicator::Exports | Indicator::Imports);
                (flow && noun < at + 4).then_some((index, *indicator))
            })
            .collect();
        let both = [Indicator::Exports, Indicator::Imports]
            .iter()
            .all(|flow| members.iter().any(|(_, indicator)| indicator == flow));
        let Some((first, _)) = members.first().copied().filter(|_| both) else { return };
        let model = self.drafts[first].topic.clone();
        let trade = model.indicator == Indicator::Trade;
        for (index, indicator) in members {
            let topic = &mut self.drafts[index].topic;
            topic.indicator = indicator;
            topic.sign = 0;
            if trade {
                topic.reporter.clone_from(&model.reporter);
                topic.reporter_stated = model.reporter_stated;
                topic.partner.clone_from(&model.partner);
                topic.partner_stated = model.partner_stated;
                topic.commodity.clone_from(&model.commodity);
            }
        }
    }

    /// `export V of forest products to Japan`, `import V of cement worth V2 from Indonesia`, `to load V of wheat for Egypt`.
    fn places_behind_goods(&mut self) {
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            if draft.kind != FigureKind::Level
                || draft.topic.partner.as_deref().is_some_and(|partner| partner != "WORLD")
                || !matches!(draft.rule, "level/traded" | "level/verb" | "level/forecast")
            {
                continue;
            }
            let Some(partner) = self.place_behind_goods(draft) else { continue };
            let topic = &mut self.drafts[index].topic;
            (topic.partner, topic.partner_stated) = (Some(partner), true);
        }
    }

    fn place_behind_goods(&self, draft: &Draft) -> Option<Name> {
        const LOADS: &Words = words!["load", "loading", "loaded", "loads"];
        let way = match draft.topic.indicator {
            Indicator::Exports | Indicator::ReExports => Prep::To,
            Indicator::Imports => Prep::From,
            _ => return None,
        };
        let at = self.piece_of(&draft.bytes)?;
        let worth = self.is_word(at.wrapping_sub(1), WORTH);
        if !worth && !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        // `loads V for Egypt`, as only ships do
        let loads = way == Prep::To && self.any_word(at.saturating_sub(4)..at, LOADS);
        let joint = (at + 1..at + REACH)
            .take_while(|at| {
                self.is_word(*at, WORTH)
                    || match self.what(*at) {
                        Some(
                            What::Word
                            | What::Sign('-')
                            | What::Class(
                                Class::Plain
                                | Class::Other
                                | Class::Bound(_)
                                | Class::Prep(Prep::Of | Prep::And | Prep::To | Prep::From),
                            ),
                        ) => true,
                        // `of U.S. corn`
                        Some(What::Region(place)) => self.places.mentions[*place].usage == Usage::Demonym,
                        Some(What::Quantity(_)) => {
                            self.is_word(at - 1, WORTH)
                                || matches!(self.what(at - 1), Some(What::Class(Class::Bound(_))))
                                    && self.is_word(at.wrapping_sub(2), WORTH)
                        }
                        _ => false,
                    }
            })
            .find(|at| {
                self.is_prep(*at, Prep::To)
                    || self.is_prep(*at, Prep::From)
                    || loads && self.is_word(*at, words!["for"])
            })?;
        if !(self.is_prep(joint, way) || self.is_word(joint, words!["for"])) {
            return None;
        }
        let (partner, next) = self.region_list(joint + 1, true)?;
        // `to U.S. ports in Hawaii`, `from Japan to China`
        let ends = !matches!(self.what(next), Some(What::Possessive | What::Word | What::Sign('-')))
            || self.is_word(next, words!["by", "for", "annually", "each", "every"]);
        (ends && draft.topic.reporter.as_ref() != Some(&partner)).then_some(partner)
    }

    /// `in the fourth quarter from V0 in the third`: the noun is said once.
    fn quarters_left_out(&mut self) {
        if !self.may_say(ORDINALS) {
            return;
        }
        let mut now = None;
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            if let Some(period) = self.quarter_behind(draft, now) {
                self.drafts[index].date(Some(period));
            }
            let draft = &self.drafts[index];
            let quarter = draft.period.filter(|period| draft.period_stated && length(*period) == Some(3));
            now = quarter.or(now);
        }
    }

    fn quarter_behind(&self, draft: &Draft, now: Option<Period>) -> Option<Period> {
        let now = now?;
        let at = self.piece_of(&draft.bytes)?;
        let the = self.is_prep(at + 1, Prep::In) && self.is_word(at + 2, words!["the"]);
        let nth = QUARTERS.iter().position(|words| the && self.is_word(at + 3, words))?;
        let ends = !matches!(
            self.what(at + 4),
            Some(What::Word | What::Time(_) | What::Quantity(_) | What::Number | What::Sign('-'))
        );
        let month = i8::try_from(nth * 3 + 1).ok().filter(|_| ends)?;
        let mut year = now.first.year();
        // `in the first quarter from V0 in the fourth`
        if month > now.first.month() {
            year -= 1;
        }
        (month != now.first.month()).then_some(())?;
        super::super::period::months(year, month, month + 2)
    }
}
