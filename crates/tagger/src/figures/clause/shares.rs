//! Shares: `X accounted for P of exports`, `P of the total`.

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep, Strength};
use super::super::period::shift;
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::{Clauses, Said};
use article::{FigureKind, Indicator};

impl Clauses<'_, '_> {
    pub(super) fn share(&mut self, at: usize, quantity: &Quantity, of: OfWhat) -> Option<Draft> {
        let topic = match of {
            OfWhat::Indicator(noun) => {
                let Some(What::Class(Class::Indicator(measured, _))) = self.what(noun) else { return None };
                let measured = *measured;
                let kept = (self.said, self.said_at, std::mem::take(&mut self.subjects), self.listed);
                let before = self.topic.clone();
                self.begin(noun, measured);
                if let (Some(topic), Some(before)) =
                    (self.topic.as_mut(), before.as_ref().or(self.carry.topic.as_ref()))
                    && before.indicator == topic.indicator
                    && topic.commodity.is_none()
                    && kept.2.is_empty()
                    && self.blocked
                {
                    topic.commodity.clone_from(&before.commodity);
                }
                // `exports to the U.S. came to V, accounting for P of total exports`
                if let (Some(topic), Some(before)) = (self.topic.as_mut(), before.as_ref())
                    && kept.0 == Said::Share
                    && kept.2.is_empty()
                    && before.indicator == topic.indicator
                    && before.partner_stated
                    && !topic.partner_stated
                {
                    topic.partner.clone_from(&before.partner);
                    topic.partner_stated = true;
                    topic.commodity = topic.commodity.take().or_else(|| before.commodity.clone());
                }
                let topic = self.topic.clone()?;
                (self.said, self.said_at, self.subjects, self.listed) = kept;
                topic
            }
            OfWhat::Total => self.spoken_of()?,
        };
        if matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            return None;
        }
        let mut topic = topic;
        self.place_subject(&mut topic);
        self.topic = Some(topic.clone());
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/of")
    }

    pub(super) fn share_of_topic(
        &mut self,
        at: usize,
        quantity: &Quantity,
        mut topic: Topic,
    ) -> Option<Draft> {
        self.place_subject(&mut topic);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/verb")
    }

    /// `with Saudi Arabia taking KD 5.1 million`: a level with that partner.
    pub(super) fn share_amount(&mut self, at: usize, quantity: &Quantity, mut topic: Topic) -> Option<Draft> {
        let code = self.subjects.first()?.clone();
        if topic.reporter.as_ref() == Some(&code) {
            return None;
        }
        topic.partner = Some(code);
        topic.partner_stated = true;
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
    }

    /// `bringing its share to P from P`, `The EU's share of exports stood at P`: where the clause before spoke of exports.
    pub(super) fn share_noun(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent {
            return None;
        }
        let before = self.left_of(at)?;
        if !matches!(
            self.what(before)?,
            What::Class(Class::Prep(Prep::To | Prep::From | Prep::At) | Class::Level(_))
        ) {
            return None;
        }
        let noun = (at.saturating_sub(12)..before).rev().find(|back| {
            let text = self.text(*back);
            text.ends_with("share") || text.ends_with("share of") || text == "proportion"
        })?;
        if (noun..at).any(|at| {
            matches!(self.what(at), Some(What::Class(Class::Other | Class::Break) | What::Sign(';')))
        }) {
            return None;
        }
        let mut topic = self.spoken_of().filter(|topic| {
            matches!(
                topic.indicator,
                Indicator::Exports | Indicator::Imports | Indicator::Trade | Indicator::Freight
            )
        })?;
        let from = self.is_prep(before, Prep::From);
        if matches!(self.what(noun.wrapping_sub(1)), Some(What::Possessive))
            && let Some(What::Region(place)) = self.what(noun.wrapping_sub(2))
        {
            let code = self.code(*place, true);
            if topic.reporter.as_ref() != Some(&code) {
                (topic.partner, topic.partner_stated) = (Some(code), true);
            }
        }
        self.topic = Some(topic.clone());
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/noun")?;
        if from {
            draft.is_base = true;
            let (main, _) = self.main_period(at, draft.topic.reporter.as_deref());
            draft.period = match self.time_after(at) {
                Some(time) => self.counted(time, main, None),
                _ => main.and_then(|main| shift(main, -12)),
            };
        }
        Some(draft)
    }

    /// `Penang accounted for 31.2 per cent, ahead of Johor (18.7 per cent)`.
    pub(super) fn share_in_brackets(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let (What::Sign('('), What::Region(place)) =
            (self.what(at.checked_sub(1)?)?, self.what(at.checked_sub(2)?)?)
        else {
            return None;
        };
        if quantity.sign != 0 || quantity.measure != Measure::Percent {
            return None;
        }
        let kin = self.drafts[self.first_draft..].last().filter(|draft| draft.kind == FigureKind::Share)?;
        let mut topic = kin.topic.clone();
        let inside = topic.reporter.as_ref().is_some_and(|code| code.len() > 2);
        let code = self.code(*place, !inside);
        if inside {
            topic.reporter = Some(code);
        } else {
            topic.partner = Some(code);
        }
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/list")
    }

    /// The region before "accounted for": a partner, or a part of the reporter.
    pub(super) fn place_subject(&mut self, topic: &mut Topic) {
        if self.said != Said::Share {
            return;
        }
        let code =
            if self.subjects.len() > 1 { self.subjects.get(self.listed) } else { self.subjects.first() };
        self.listed += 1;
        let Some(code) = code.cloned() else { return };
        let inside = topic.reporter.as_ref().is_some_and(|reporter| {
            code.len() > 2 && !code.contains(':') && code.get(..2) == reporter.get(..2)
        });
        if inside {
            topic.reporter = Some(code);
            topic.reporter_stated = true;
        } else if topic.reporter.as_ref() != Some(&code) {
            topic.partner = Some(code);
            topic.partner_stated = true;
        }
    }

    /// What follows `of` after a quantity.
    pub(super) fn of_what(&self, at: usize) -> Option<OfWhat> {
        let mut next = at + 1;
        if matches!(self.what(next), Some(What::Sign('('))) {
            next = (next..next + 10).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))? + 1;
        }
        // `12.4 per cent, 15.3 per cent and 13.2 per cent of exports`
        let relative = |at: usize| matches!(self.what(at), Some(What::Quantity(index)) if self.pieces.quantities[*index].measure == Measure::Percent);
        for _ in 0..6 {
            if relative(at)
                && (matches!(self.what(next), Some(What::Sign(','))) || self.is_prep(next, Prep::And))
                && relative(next + 1)
            {
                next += 2;
            }
        }
        if !(self.is_prep(next, Prep::Of) || self.is_prep(next, Prep::In)) {
            return None;
        }
        let only_of = self.is_prep(next, Prep::Of);
        // "gained 3 pct in active trade" says nothing of trade
        if relative(at) && !only_of {
            return None;
        }
        for ahead in next + 1..next + 9 {
            let what = self.what(ahead)?;
            if only_of && matches!(what, What::Class(Class::Deal)) {
                let deals = self.spoken_of().is_some_and(|topic| topic.indicator == Indicator::Deals);
                return deals.then_some(OfWhat::Total);
            }
            let stands_for_it =
                matches!(what, What::Class(Class::Anaphor | Class::Indicator(_, Strength::Weak)));
            if only_of && (stands_for_it || self.is_word(ahead, &["them"])) {
                return Some(OfWhat::Total);
            }
            match what {
                What::Class(Class::Indicator(_, Strength::Full | Strength::Head)) => {
                    return Some(OfWhat::Indicator(ahead));
                }
                What::Class(Class::Plain)
                    if only_of && self.is_word(ahead, &["total", "the total", "it", "that"]) =>
                {
                    if let Some(OfWhat::Indicator(noun)) = self.indicator_within(ahead + 1, 4) {
                        return Some(OfWhat::Indicator(noun));
                    }
                    return Some(OfWhat::Total);
                }
                What::Class(Class::Plain | Class::Peri(_))
                | What::Word
                | What::Region(_)
                | What::Possessive
                | What::Time(_)
                | What::Sign('-') => {}
                _ => return None,
            }
        }
        None
    }

    pub(super) fn indicator_within(&self, from: usize, steps: usize) -> Option<OfWhat> {
        for at in from..from + steps {
            match self.what(at)? {
                What::Class(Class::Indicator(_, Strength::Full | Strength::Head)) => {
                    return Some(OfWhat::Indicator(at));
                }
                What::Class(Class::Plain) | What::Word | What::Sign('-') => {}
                _ => return None,
            }
        }
        None
    }

    pub(super) fn is_strong_share(&self) -> bool {
        let text = self.text(self.said_at).to_ascii_lowercase();
        text.starts_with("account")
            || text.starts_with("mak")
            || text.starts_with("made up")
            || text.starts_with("represent")
            || text.starts_with("compris")
    }
}

#[derive(Clone, Copy)]
pub(super) enum OfWhat {
    Indicator(usize),
    Total,
}
