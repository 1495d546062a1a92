//! Amounts that stand beside what they are of, without a verb: `the trade surplus, V, was wider`, `Imports, at V, set a record`,
//! `machinery orders -- V in all -- gained`, `Russia, V, and China, V, remain`, `wheat – V`.
//!
//! Not: an amount beside a noun that no list knows, where the sentences before do not speak of a trade.

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::figure::{is_flow, is_money};
use super::goods::of_goods;
use super::{Clauses, Said};
use article::{Direction, FigureKind, Indicator};

impl Clauses<'_, '_> {
    /// `the trade surplus, V,`, `Imports, at V,`, `machinery orders -- V --`.
    pub(super) fn apposed(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let topic = self.topic.clone().filter(|_| self.said == Said::Nothing)?;
        let before = self.left_of(at)?;
        let open = if self.is_prep(before, Prep::At) { before.checked_sub(1)? } else { before };
        let mark = self.mark(open)?;
        // only times between the noun and the mark
        let mut first = open;
        while first > self.topic_end
            && matches!(self.what(first.wrapping_sub(1)), Some(What::Sign('-' | '–' | '—') | What::Time(_)))
        {
            first -= 1;
        }
        if first > self.topic_end || self.topic_from >= first {
            return None;
        }
        if !self.closes(at, mark) || matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            return None;
        }
        let (unit, _) = self.unit(quantity)?;
        if !is_money(unit) && topic.commodity.is_none() {
            return None;
        }
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/apposed")
    }

    /// A comma, a dash or a bracket before an amount.
    fn mark(&self, at: usize) -> Option<char> {
        match self.what(at)? {
            What::Sign(mark @ (',' | '-' | '–' | '—' | '(' | ':')) => Some(*mark),
            _ => None,
        }
    }

    /// Whether the aside that a mark opens ends within a few words after the quantity.
    fn closes(&self, at: usize, mark: char) -> bool {
        let close = |what: &What| match (mark, what) {
            ('(', What::Sign(sign)) => *sign == ')',
            (',', What::Sign(sign)) => matches!(sign, ',' | '.' | ';' | ')'),
            ('-' | '–' | '—', What::Sign(sign)) => matches!(sign, '-' | '–' | '—'),
            _ => false,
        };
        for next in at + 1..at + 8 {
            match self.what(next) {
                None => return mark != '(',
                Some(what) if close(what) => return true,
                Some(What::Quantity(_) | What::Class(Class::Break)) => return false,
                _ => {}
            }
        }
        false
    }

    /// `Russia, V, and China, V, remain the key partners`: levels by place of a story that says of what.
    pub(super) fn place_apposed(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        let mark = self.mark(before).filter(|mark| matches!(mark, ',' | '('))?;
        let place = before.checked_sub(1)?;
        let Some(What::Region(found)) = self.what(place) else { return None };
        let code = self.code(*found, true);
        if !self.closes(at, mark) {
            return None;
        }
        let (unit, _) = self.unit(quantity)?;
        let kin = self.drafts.iter().rev().take(12).find(|draft| {
            draft.kind == FigureKind::Level && draft.unit == unit && draft.sentence + 6 > self.sentence
        })?;
        // the sentence must say what these places are
        let named = self.pieces.list.iter().enumerate().any(|(at, _)| {
            self.is_word(
                at,
                words![
                    "partners",
                    "partner",
                    "investors",
                    "investor",
                    "buyers",
                    "buyer",
                    "markets",
                    "market",
                    "destinations",
                    "destination",
                    "suppliers",
                    "supplier",
                    "importers",
                    "sources",
                    "source",
                    "customers",
                    "followed",
                ],
            )
        });
        let mut topic = self
            .topic
            .clone()
            .filter(|topic| topic.indicator == kin.topic.indicator || !named)
            .unwrap_or_else(|| kin.topic.clone());
        let known = is_flow(topic.indicator) && topic.reporter.as_ref() != Some(&code);
        if !known || !(named || kin.sentence == self.sentence && kin.topic.partner_stated) {
            return None;
        }
        (topic.partner, topic.partner_stated) = (Some(code), true);
        if named && kin.sentence != self.sentence {
            topic.commodity = None;
        }
        // `Its main sources of imports were the UAE (V)` behind what was exported
        if named
            && let Some(ranked @ (Indicator::Exports | Indicator::Imports)) = self.ranks_whom(place)
            && ranked != topic.indicator
            && matches!(topic.indicator, Indicator::Exports | Indicator::Imports)
        {
            (topic.indicator, topic.commodity) = (ranked, None);
        }
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/place-list")
    }

    /// `wheat – V (an increase of V2)`, `Coffee: V`: a line of a list of goods.
    pub(super) fn line_of_goods(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        if !matches!(self.what(before)?, What::Sign('-' | '–' | '—' | ':'))
            || before > 8
            || self.topic.is_some()
        {
            return None;
        }
        let mut end = before;
        while end > 0 && matches!(self.what(end.wrapping_sub(1)), Some(What::Sign('-' | '–' | '—'))) {
            end -= 1;
        }
        let from = self.skip(0, |what| matches!(what, What::Sign(_) | What::Class(Class::Break)));
        let kin = self.drafts.iter().rev().take(12).find(|draft| {
            draft.kind == FigureKind::Level
                && draft.sentence + 6 > self.sentence
                && of_goods(draft.topic.indicator)
        })?;
        let (unit, _) = self.unit(quantity)?;
        let counted = is_money(unit) == is_money(kin.unit);
        let mut topic = kin.topic.clone();
        if !counted {
            return None;
        }
        if let (Some(What::Region(place)), true) = (self.what(from), from + 1 == end) {
            let code = self.code(*place, true);
            if topic.reporter.as_ref() == Some(&code) {
                return None;
            }
            (topic.partner, topic.partner_stated) = (Some(code), true);
        } else {
            topic.commodity = Some(self.goods_between(from, end)?);
        }
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (from, at);
        self.blocked = false;
        (self.said, self.said_at) = (Said::Level(None), at);
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/goods-list")
    }

    /// `wheat – V (+570,000 tonnes)`: a change in the unit of the level before it.
    pub(super) fn signed_amount(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.sign == 0 || !matches!(self.what(at.checked_sub(1)?)?, What::Sign('(' | ',')) {
            return None;
        }
        let (unit, _) = self.unit(quantity)?;
        let kin = self.drafts[self.first_draft..].last()?;
        let physical = !is_money(unit) && kin.unit == unit && !matches!(quantity.measure, Measure::Bare);
        if kin.kind != FigureKind::Level || !physical || kin.topic.indicator == Indicator::Balance {
            return None;
        }
        let direction = if quantity.sign > 0 { Direction::Up } else { Direction::Down };
        let topic: Topic = kin.topic.clone();
        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/signed")
    }
}
