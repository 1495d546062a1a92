//! Goods under a tariff: `tariffs on $250 billion of Chinese goods`, `the new duties cover $75 billion worth of American products`.
//!
//! Not: what a duty brings in, or costs.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::Quantity;
use super::super::words::Words;
use super::Clauses;
use article::{FigureKind, Indicator, Status};

const GOODS: &Words =
    words!["goods", "products", "imports", "exports", "merchandise", "shipments", "items", "worth"];

impl Clauses<'_, '_> {
    /// An amount of goods that a tariff of this sentence, or of the one before, hits: imports of who levies it.
    pub(super) fn taxed(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !quantity.measure.is_money()
            || !self.pieces.list.iter().any(|piece| matches!(piece.what, What::Class(Class::Tariff)))
        {
            return None;
        }
        let before = self.left_of(at)?;
        let hit = self.is_prep(before, Prep::On)
            || self.is_word(
                before,
                words![
                    "cover",
                    "covers",
                    "covering",
                    "covered",
                    "affect",
                    "affects",
                    "affecting",
                    "affected",
                    "hit",
                    "hits",
                    "hitting",
                    "target",
                    "targets",
                    "targeting",
                    "targeted",
                ],
            )
            || (self.is_prep(before, Prep::To)
                && (before.saturating_sub(2)..before)
                    .any(|at| self.is_word(at, words!["apply", "applies", "applied"])))
            || self.is_word(before, words!["for"])
            || self.is_word(before, words!["worth"])
            || (self.is_prep(before, Prep::Of)
                && matches!(self.what(before.wrapping_sub(1)), Some(What::Class(Class::Level(_)))));
        // `$300 million worth of tariffs on chips`
        let mut next = at + 1;
        // `2.8 billion euros ($3.2 billion) worth of American goods`
        if let (Some(What::Sign('(')), Some(What::Quantity(_)), Some(What::Sign(')'))) =
            (self.what(next), self.what(next + 1), self.what(next + 2))
        {
            next += 3;
        }
        let mut origin = None;
        let mut goods = None;
        let mut named = false;
        let of = self.is_prep(next, Prep::Of)
            || self.is_prep(next, Prep::In)
            || self.is_word(next, words!["worth"]);
        let of_tariffs =
            of && (next + 1..next + 4).any(|at| matches!(self.what(at), Some(What::Class(Class::Tariff))));
        if of {
            let reach = next + 8;
            while next < reach {
                next += 1;
                match self.what(next) {
                    Some(What::Region(place)) => origin = Some(self.code(*place, true)),
                    Some(What::Class(Class::Prep(Prep::From))) => {
                        origin = self.region_list(next + 1, true).map(|(codes, _)| codes).or(origin);
                        break;
                    }
                    Some(
                        What::Class(Class::Indicator(..) | Class::Plain | Class::Prep(Prep::Of))
                        | What::Possessive
                        | What::Sign('-'),
                    ) => {
                        named |= self.is_word(next, GOODS);
                    }
                    Some(What::Word) => {
                        named |= self.is_word(next, GOODS);
                        if !self.is_word(next, GOODS) {
                            goods =
                                Some(super::parties::extend(goods, self.pieces.list[next].tokens.clone()));
                        }
                    }
                    Some(What::Class(Class::Tariff | Class::Prep(Prep::On))) if of_tariffs => named = true,
                    _ => break,
                }
            }
        }
        let worth = (at.saturating_sub(3)..at).rev().find(|at| self.text(*at).starts_with("worth"));
        let worth_goods =
            worth.is_some_and(|worth| (worth.saturating_sub(3)..worth).any(|at| self.is_word(at, GOODS)));
        let another = (at.saturating_sub(3)..at)
            .any(|at| self.is_word(at, words!["another", "a further", "further", "additional"]))
            && self.drafts[self.first_draft..].last().is_some_and(|last| last.rule == "tariff/goods");
        let answerer = self.who_answers(before);
        // `retaliation from Canada on V of U.S. goods and from the EU on V2`
        let another = another
            || answerer.is_some()
                && self.drafts[self.first_draft..].last().is_some_and(|last| last.rule == "tariff/goods");
        if !((hit || of_tariffs || worth_goods)
            && (named || origin.is_some() || worth_goods || goods.is_some())
            || another)
        {
            return None;
        }
        if !(of || worth_goods || another) {
            return None;
        }
        let spoken = self
            .topic
            .as_ref()
            .filter(|topic| topic.indicator == Indicator::Tariff)
            .and_then(|topic| topic.reporter.clone());
        let levier = answerer
            .or(spoken)
            .or_else(|| self.carry.tariff.clone())
            .or_else(|| self.carried_reporter(Indicator::Tariff));
        let last =
            self.drafts[self.first_draft..].last().filter(|last| another && last.rule == "tariff/goods");
        let partner: Option<Name> = origin
            .or_else(|| last.and_then(|last| last.topic.partner.clone()))
            .or_else(|| self.topic.as_ref().and_then(|topic| topic.partner.clone()));
        let levier = levier
            .filter(|levier| Some(levier) != partner.as_ref())
            .or_else(|| self.subject(at).map(|(_, code)| code).filter(|code| Some(code) != partner.as_ref()));
        let topic = Topic {
            commodity: goods.map(|tokens| self.lower(tokens)),
            reporter_stated: levier.is_some(),
            reporter: levier,
            partner_stated: partner.is_some(),
            partner,
            ..Topic::of(Indicator::Imports)
        };
        let kept = self.status;
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/goods")?;
        self.status = kept;
        // a duty may be announced, the goods that it is to hit are traded
        if matches!(draft.status, Status::Forecast | Status::Target | Status::Hypothetical) {
            draft.status = Status::Reported;
        }
        // a time there says when the duty comes
        draft.forget_period();
        Some(draft)
    }

    /// `retaliation from Canada on V`: who answers the duties of another.
    fn who_answers(&self, on: usize) -> Option<Name> {
        if !self.is_prep(on, Prep::On) || !self.any_word(0..on, super::levied::ANSWERS) {
            return None;
        }
        let place = on.checked_sub(1)?;
        let Some(What::Region(found)) = self.what(place) else { return None };
        let the = usize::from(self.is_word(place.wrapping_sub(1), words!["the"]));
        self.is_prep(place.wrapping_sub(1 + the), Prep::From).then(|| self.levier(*found))
    }
}
