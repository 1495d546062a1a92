//! A duty that its verb says: `The EU charges P on imported cars`, `taxed steel from the EU at P`, `importers pay P on goods from
//! Vietnam and P2 on those from Pakistan`.
//!
//! Not: taxes at home. The story must have spoken of duties.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;
use super::parties::extend;
use super::tariff::{CHARGES, MADE};
use article::{FigureKind, Indicator, Usage};

const TAXES: &Words = words!["tax", "taxes", "taxed", "taxing"];
/// What who brings goods in does.
const PAYS: &Words = words!["pay", "pays", "paid", "paying"];
/// Duties that answer those of another.
pub(super) const ANSWERS: &Words =
    words!["retaliation", "reprisal", "reprisals", "countermeasures", "riposte"];
/// Who brings them in.
const BUYERS: &Words = words!["importers", "importer", "buyers", "consumers", "companies", "firms"];
/// Pieces between the verb and `at P`.
const REACH: usize = 18;

impl Clauses<'_, '_> {
    pub(super) fn levied(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 || self.is_more(at + 1) {
            return None;
        }
        if let Some(topic) = self.in_answer(at) {
            return self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/levied");
        }
        if let Some(topic) = self.charged_there(at) {
            return self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/levied");
        }
        let of_duties = self.carry.tariff.is_some()
            || self.carry.duty.is_some()
            || self.pieces.list.iter().any(|piece| matches!(piece.what, What::Class(Class::Tariff)))
            || self.on_imports(at)
            || self.on_foreign_goods(at);
        if !of_duties {
            return None;
        }
        let before = self.left_of(at)?;
        let on = self.is_prep(at + 1, Prep::On);
        let (goods, origin) = if on { self.taxed_goods(at + 2) } else { (None, None) };
        let mut topic = if self.is_prep(before, Prep::At) {
            self.levied_at(before)?
        } else if self.is_word(before, CHARGES) || self.hits_back(before) {
            let reporter = self.who_levies(before)?;
            let back = (at + 1..at + 3).any(|at| self.is_word(at, words!["return", "in return"]));
            let other = self.drafts.last().filter(|last| back && last.topic.indicator == Indicator::Tariff);
            // `doubled its tariff on U.S. ethanol and threatened to slap P on medicines`
            let same = || {
                let mut here = self.drafts[self.first_draft..].iter().rev();
                let kin = here.find(|draft| draft.topic.indicator == Indicator::Tariff)?;
                (kin.topic.reporter.as_ref() == Some(&reporter)).then(|| kin.topic.partner.clone())?
            };
            // `Canada imposed P on Chinese cars. China answered with P2 on peas`: on those of who began
            let began = || {
                let last = self.duty_before().filter(|_| self.is_prep(before, Prep::With))?;
                let began = last.topic.reporter.clone().filter(|began| *began != reporter)?;
                (last.topic.partner.as_ref() == Some(&reporter)).then_some(began)
            };
            let partner = origin.or_else(|| other?.topic.reporter.clone()).or_else(began).or_else(same);
            // `India still levies P.`
            let ends = matches!(self.what(at + 1), None | Some(What::Sign('.')))
                && self.drafts.last().is_some_and(|last| last.topic.indicator == Indicator::Tariff);
            if !on && other.is_none() && !ends {
                return None;
            }
            Topic { reporter: Some(reporter), partner, ..Topic::of(Indicator::Tariff) }
        } else if on && self.is_word(before, PAYS) && self.is_word(before.wrapping_sub(1), BUYERS) {
            let reporter = self.who_levies(before)?;
            Topic { reporter: Some(reporter), partner: origin, ..Topic::of(Indicator::Tariff) }
        } else {
            // `and P2 on those from Pakistan`
            let last = self.drafts[self.first_draft..].last().filter(|last| last.rule == "tariff/levied")?;
            let last = last.topic.clone();
            let joined = self.is_prep(before, Prep::And)
                || matches!(self.what(before), Some(What::Sign(',')))
                || self.is_word(before, words!["but"]);
            match self.what(before) {
                _ if !on => return None,
                // `the United States P on cars`
                Some(What::Region(place)) => {
                    let reporter = Some(self.levier(*place));
                    Topic { reporter, partner: origin, ..Topic::of(Indicator::Tariff) }
                }
                _ if joined => Topic { partner: origin.or(last.partner.clone()), commodity: None, ..last },
                _ => return None,
            }
        };
        if topic.reporter == topic.partner {
            return None;
        }
        topic.reporter_stated = true;
        topic.partner_stated = topic.partner.is_some();
        topic.commodity = goods.or(topic.commodity);
        self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/levied")
    }

    /// `Exports to the United States, which charges P, fell`: the duty of whom they go to, on whose they are.
    fn charged_there(&self, at: usize) -> Option<Topic> {
        if !matches!(self.what(at + 1), Some(What::Sign(',' | '.'))) {
            return None;
        }
        let verb = self.left_of(at).filter(|verb| self.is_word(verb.wrapping_sub(1), words!["which"]))?;
        if !self.is_word(verb, CHARGES) && !self.is_word(verb, TAXES) {
            return None;
        }
        let levier = self.who_levies(verb)?;
        let flow = self.topic.as_ref().filter(|topic| topic.indicator == Indicator::Exports)?;
        let hit = flow.reporter.clone().filter(|hit| *hit != levier)?;
        Some(Topic {
            reporter: Some(levier),
            reporter_stated: true,
            partner: Some(hit),
            partner_stated: flow.reporter_stated,
            commodity: flow.commodity.clone(),
            ..Topic::of(Indicator::Tariff)
        })
    }

    /// `China's retaliation of P and P2 covers`, in a story of duties: the duties of who answers, on the goods of who began.
    fn in_answer(&self, at: usize) -> Option<Topic> {
        if self.is_prep(at.wrapping_sub(1), Prep::And)
            && let Some(last) =
                self.drafts[self.first_draft..].last().filter(|last| last.rule == "tariff/levied")
            && self.last_word(0..at, ANSWERS).is_some_and(|noun| noun + 5 >= at)
        {
            return Some(last.topic.clone());
        }
        let of = self.left_of(at).filter(|of| self.is_prep(*of, Prep::Of))?;
        let noun = of.checked_sub(1).filter(|noun| self.is_word(*noun, ANSWERS))?;
        if !matches!(self.what(noun.checked_sub(1)?), Some(What::Possessive)) {
            return None;
        }
        let Some(What::Region(place)) = self.what(noun.checked_sub(2)?) else { return None };
        let reporter = self.levier(*place);
        let partner = self
            .duty_before()
            .and_then(|last| last.topic.reporter.clone())
            .or_else(|| self.carry.tariff.clone())
            .filter(|began| *began != reporter)?;
        Some(Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            partner: Some(partner),
            partner_stated: true,
            ..Topic::of(Indicator::Tariff)
        })
    }

    /// `charges P on imported chickpeas`, `P on energy imports from Canada`: what comes in is taxed by a duty.
    fn on_imports(&self, at: usize) -> bool {
        const REACH: usize = 5;
        let imports = |at: usize| {
            self.is_word(at, words!["imported"])
                || matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                    if measured.indicator == Indicator::Imports)
        };
        // `has taxed cocoa bean exports at P`
        let taxed = self.left_of(at).is_some_and(|before| {
            self.is_prep(before, Prep::At)
                && (before.saturating_sub(REACH + 2)..before).any(|at| self.is_word(at, TAXES))
                && (before.saturating_sub(REACH)..before).any(|at| {
                    self.is_word(at, words!["imported"])
                        || matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                        if matches!(measured.indicator, Indicator::Imports | Indicator::Exports))
                })
        });
        // `charges P on milk from outside the bloc`
        let from_abroad = self.left_of(at).is_some_and(|verb| self.is_word(verb, CHARGES))
            && self.is_prep(at + 1, Prep::On)
            && (at + 2..at + 2 + REACH).any(|at| {
                self.is_prep(at, Prep::From)
                    && (matches!(self.what(at + 1), Some(What::Region(_)))
                        || self.is_word(at + 1, words!["outside", "abroad"]))
            });
        taxed
            || from_abroad
            || self.is_prep(at + 1, Prep::On)
                && (at + 2..at + 2 + REACH)
                    .take_while(|at| {
                        imports(*at) || matches!(self.what(*at), Some(What::Word | What::Class(Class::Plain)))
                    })
                    .any(imports)
    }

    /// `has been charging P on Australian barley`, `hit back with P on Canadian oil`: on what is of another country.
    fn on_foreign_goods(&self, at: usize) -> bool {
        let verb = self.left_of(at).filter(|verb| self.is_word(*verb, CHARGES) || self.hits_back(*verb));
        let demonym = match self.what(at + 2) {
            Some(What::Region(place)) => self.places.mentions[*place].usage == Usage::Demonym,
            _ => false,
        };
        let goods = matches!(self.what(at + 3), Some(What::Word));
        verb.is_some()
            && self.is_prep(at + 1, Prep::On)
            && demonym
            && goods
            && (at + 3..at + 6)
                .any(|at| self.is_goods(at) || self.is_word(at, words!["goods", "products", "cars"]))
    }

    /// `retaliated with`, `hit back with`
    fn hits_back(&self, with: usize) -> bool {
        self.is_prep(with, Prep::With)
            && (self.is_word(
                with.wrapping_sub(1),
                words![
                    "retaliated",
                    "responded",
                    "answered",
                    "countered",
                    "replied",
                    "struck back",
                    "hit back"
                ],
            ) || self.is_word(with.wrapping_sub(1), words!["back"])
                && self.is_word(with.wrapping_sub(2), words!["hit", "struck", "hits", "hitting"]))
    }

    /// `taxed steel imports from the EU at P and aluminium at P2`
    fn levied_at(&self, of_rate: usize) -> Option<Topic> {
        if let Some(last) = self.drafts[self.first_draft..].last().filter(|last| last.rule == "tariff/levied")
            // `charges P on cars made in the US, which taxes European cars at P2`
            && !(of_rate.saturating_sub(REACH)..of_rate).any(|verb| {
                self.is_word(verb, TAXES) && self.start_of(verb) > last.bytes.end
            })
        {
            return Some(Topic { commodity: None, ..last.topic.clone() });
        }
        let verb = (of_rate.saturating_sub(REACH)..of_rate)
            .rev()
            .take_while(|back| !matches!(self.what(*back), Some(What::Quantity(_) | What::Sign(';'))))
            .find(|back| self.is_word(*back, TAXES) || self.is_word(*back, CHARGES))?;
        let reporter = self.who_levies(verb)?;
        let (goods, origin) = self.taxed_goods(verb + 1);
        (goods.is_some() || origin.is_some()).then(|| Topic {
            reporter: Some(reporter),
            partner: origin,
            commodity: goods,
            ..Topic::of(Indicator::Tariff)
        })
    }

    fn who_levies(&self, verb: usize) -> Option<Name> {
        // `cars made in the US, which taxes European cars at P`
        if self.is_word(verb.wrapping_sub(1), words!["which"])
            && matches!(self.what(verb.wrapping_sub(2)), Some(What::Sign(',')))
            && let Some(What::Region(place)) = self.what(verb.wrapping_sub(3))
        {
            return Some(self.levier(*place));
        }
        let (place, code) = self.subject(verb)?;
        match self.what(place) {
            Some(What::Region(place)) => Some(self.levier(*place)),
            _ => Some(code),
        }
    }

    /// The goods, and where they are from: `cars made in the United States`, `everything from China`.
    pub(super) fn taxed_goods(&self, from: usize) -> (Option<Name>, Option<Name>) {
        let mut goods = None;
        let mut origin = None;
        for at in from..from + 10 {
            match self.what(at) {
                Some(What::Class(Class::Prep(Prep::From))) => {
                    origin = self.region_list(at + 1, true).map(|(codes, _)| codes).or(origin);
                    break;
                }
                Some(What::Class(Class::Prep(Prep::In))) if self.is_word(at.wrapping_sub(1), MADE) => {
                    origin = self.region_list(at + 1, true).map(|(codes, _)| codes);
                    break;
                }
                Some(What::Region(place)) => origin = Some(self.code(*place, true)),
                Some(_) if self.is_word(at, MADE) => {}
                Some(What::Word) if !self.is_word(at, words!["everything", "those"]) => {
                    goods = Some(extend(goods, self.pieces.list[at].tokens.clone()));
                }
                Some(
                    What::Class(Class::Plain | Class::Indicator(..) | Class::Anaphor | Class::Prep(Prep::Of))
                    | What::Sign('-')
                    | What::Word,
                ) => {}
                _ => break,
            }
        }
        (goods.map(|tokens| self.lower(tokens)), origin)
    }
}
