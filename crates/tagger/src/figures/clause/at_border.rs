//! What goods pay, or how much of them may come in, where the sentence says from where to where they go: `Swiss watchmakers paid P to
//! sell into the United States`, `Vietnam's catfish will pay P in the US`, `may enter Britain duty-free up to V`.
//!
//! Not: taxes at home. Two places must be named, or a word of duties.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Peri, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;
use super::tariff::PAYS;
use article::{FigureKind, Indicator, Level, Status};

/// Who pays, said in one piece.
const TAXED: &Words = words!["taxed at", "charged at"];
/// Words between who comes in and where.
const ENTERS: &Words = words!["entering", "into", "enter", "enters", "entered", "reaching"];
const SENT: &Words =
    words!["shipped", "exported", "sold", "sent", "shipments", "exports", "sales", "arrival", "arriving"];
const FREE: &Words =
    words!["duty-free", "tariff-free", "duty free", "tariff free", "free of duty", "free of tariffs"];
const ADMITS: &Words =
    words!["admits", "admit", "admitted", "lets in", "let in", "allows in", "accepts", "accept"];
/// What is done to trade that is to go up to an amount and no further.
pub(super) const CAPS: &Words = words![
    "capped",
    "cap",
    "caps",
    "capping",
    "limited",
    "limits",
    "limit",
    "limiting",
    "restrain",
    "restricted",
    "restricts",
    "restrict",
    "held",
    "hold",
];
/// What is done to trade that may go up to an amount.
const ALLOWS: &Words = words![
    "permitted",
    "permits",
    "permit",
    "permitting",
    "allowed",
    "allows",
    "allow",
    "allowing",
    "authorised",
    "authorized",
    "cleared",
    "approved",
];
const MOVES: &Words =
    words!["lift", "raise", "cut", "reduce", "lower", "double", "increase", "bring", "hike", "drop"];
/// Pieces around the number in which the places stand.
const REACH: usize = 12;

impl Clauses<'_, '_> {
    /// `guarantees access to the Spanish market for V of maize`: whose market it is.
    fn gives_access(&self, at: usize) -> Option<Name> {
        const ACCESS: &Words = words!["access"];
        if !self.may_say(ACCESS) {
            return None;
        }
        let before = (at.saturating_sub(3)..at).rev().find(|before| self.is_word(*before, words!["for"]))?;
        let access = (before.saturating_sub(REACH)..before).rev().find(|at| self.is_word(*at, ACCESS))?;
        let market = (access + 1..before).find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some((at, self.levier(*place))),
            _ => None,
        });
        let (place, code) = market.filter(|_| self.is_prep(access + 1, Prep::To))?;
        self.is_word(place + 1, words!["market"]).then_some(code)
    }

    /// A rate that goods of one country pay in another, in a story that need not have spoken of duties.
    pub(super) fn paid_at_border(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 || quantity.fraction {
            return None;
        }
        let before = self.left_of(at)?;
        // `instead of P`
        if self.is_word(before, words!["instead of"])
            || self.is_prep(before, Prep::Of) && self.is_word(before.wrapping_sub(1), words!["instead"])
        {
            let kin = self.drafts[self.first_draft..].last().filter(|last| last.rule == "tariff/paid")?;
            let topic = kin.topic.clone();
            let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/paid")?;
            draft.status = Status::Reported;
            return Some(draft);
        }
        let verb = [before, before.wrapping_sub(1)]
            .into_iter()
            .find(|verb| self.is_word(*verb, PAYS) || self.is_word(*verb, TAXED))?;
        // `face a P drop`, `pay P of their income`, `pay P more`
        let ends = match self.what(at + 1) {
            None | Some(What::Sign(_) | What::Time(_) | What::Class(Class::Break | Class::Plain)) => true,
            Some(What::Class(Class::Prep(prep))) => {
                matches!(prep, Prep::In | Prep::To | Prep::On | Prep::And | Prep::At)
            }
            _ => self
                .is_word(at + 1, words!["until", "instead", "instead of", "when", "since", "under", "but"]),
        };
        if !ends || self.is_more(at + 1) {
            return None;
        }
        let (border, known) = self.border_around(verb, at)?;
        let origin = (self.clause_start.min(verb).saturating_sub(REACH)..verb).find_map(|back| {
            let Some(What::Region(place)) = self.what(back) else { return None };
            let code = self.code(*place, true);
            (code != known && self.levier(*place) != border).then_some(code)
        })?;
        let topic = Topic {
            reporter: Some(border),
            reporter_stated: true,
            partner: Some(origin),
            partner_stated: true,
            ..Topic::of(Indicator::Tariff)
        };
        self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/paid")
    }

    /// Who levies at the border that goods come to, and that place as it is named.
    fn border_around(&self, verb: usize, at: usize) -> Option<(Name, Name)> {
        let low = self.clause_start.min(verb).saturating_sub(REACH);
        let place_at = |at: usize| {
            let (_, place) = self.named_from(at)?;
            let level = self.places.mentions[place].region.level;
            matches!(level, Level::Country | Level::Group | Level::Macro)
                .then(|| (self.levier(place), self.code(place, true)))
        };
        let behind = (at + 1..at + REACH)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(';' | ',')) | None)
            })
            .find_map(|step| {
                let enters = self.is_word(step, ENTERS) || self.is_prep(step, Prep::In) && step == at + 1;
                enters.then(|| place_at(step + 1)).flatten()
            });
        behind.or_else(|| {
            (low..verb).rev().find_map(|step| {
                let sent = (self.is_prep(step, Prep::To) || self.is_prep(step, Prep::In))
                    && self.is_word(step.wrapping_sub(1), SENT);
                (sent || self.is_word(step, ENTERS)).then(|| place_at(step + 1)).flatten()
            })
        })
    }

    /// `which Washington intends to lift to P`, `would bring the duty to P`: the duty that was just spoken of, moved.
    pub(super) fn duty_moved(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || self.topic.is_some() {
            return None;
        }
        let before = self.left_of(at).filter(|before| self.is_prep(*before, Prep::To))?;
        let verb = before.checked_sub(1).filter(|verb| {
            self.is_word(*verb, MOVES)
                || self.is_word(*verb, words!["it", "them"]) && self.is_word(verb.wrapping_sub(1), MOVES)
        })?;
        let which = (self.clause_start.saturating_sub(1)..verb).any(|at| self.is_word(at, words!["which"]));
        let kin = self.drafts[self.first_draft..]
            .last()
            .filter(|last| last.topic.indicator == Indicator::Tariff && last.unit == "percent")?;
        if !which && !self.is_word(verb, words!["it", "them"]) {
            return None;
        }
        let topic = kin.topic.clone();
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/verb")?;
        if draft.status != Status::Hypothetical {
            draft.status = Status::Target;
        }
        Some(draft)
    }

    /// `may enter Britain duty-free up to V`, `admits V of rice a year free of tariffs`, `V may be brought into the Philippines`.
    pub(super) fn let_in(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        // `authorised the export of V`
        let licensed = self.left_of(at).is_some_and(|of| {
            self.is_prep(of, Prep::Of)
                && self.is_word(of.wrapping_sub(1), words!["export", "exports"])
                && (of.saturating_sub(5)..of)
                    .any(|at| self.is_word(at, words!["authorised", "authorized", "approved"]))
        });
        if !matches!(quantity.measure, Measure::Unit(_)) || licensed {
            return None;
        }
        if let Some(topic) = self.capped(at) {
            let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "quota/let-in")?;
            // `agreed in February to limit its shipments to V a year`: when it agreed is not when it holds
            if quantity.per.is_some() {
                draft.forget_period();
            }
            return Some(draft);
        }
        // `110,000 tonnes in the tenth`
        if let Some(kin) = self.drafts[self.first_draft..].last()
            && kin.rule == "quota/let-in"
            && self.unit(quantity).is_some_and(|(unit, _)| unit == kin.unit)
            && matches!(
                self.what(at.wrapping_sub(1)),
                Some(What::Sign(',') | What::Class(Class::Prep(Prep::And)))
            )
        {
            let topic = kin.topic.clone();
            return self.draft(at, quantity, FigureKind::Level, topic, None, "quota/let-in");
        }
        if let Some(reporter) = self.gives_access(at) {
            let (goods, _, _) = self.goods(at + 2);
            let topic = Topic {
                reporter: Some(reporter),
                reporter_stated: true,
                commodity: goods,
                ..Topic::of(Indicator::Quota)
            };
            self.topic = Some(topic.clone());
            self.topic_end = at;
            let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "quota/let-in")?;
            draft.undate();
            return Some(draft);
        }
        let enter = words!["enter", "enters", "brought", "imported", "shipped", "sold"];
        let lets = words!["let", "lets"];
        if !self.may_say(ADMITS) && !self.may_say(enter) && !self.may_say(lets) {
            return None;
        }
        let around = self.clause_start.min(at).max(at.saturating_sub(REACH))..at + REACH;
        let may_enter = self.any_word(around.clone(), enter);
        let admits = (at.saturating_sub(3)..at).find(|at| {
            self.is_word(*at, ADMITS) || self.is_prep(*at, Prep::In) && self.is_word(at.wrapping_sub(1), lets)
        });
        let enters = around.clone().filter(|_| may_enter).find(|at| {
            self.is_word(*at, words!["enter", "enters"])
                || self.is_word(*at, words!["brought", "imported", "shipped", "sold"])
                    && self.is_word(at + 1, words!["into"])
                    && self.is_word(at.wrapping_sub(1), words!["be"])
        });
        if admits.is_none() && enters.is_none() {
            return None;
        }
        let free = around.clone().any(|at| {
            self.is_word(at, FREE)
                || self.is_word(at, words!["duty", "tariff"])
                    && matches!(self.what(at + 1), Some(What::Sign('-')))
                    && self.is_word(at + 2, words!["free"])
                || self.is_word(at, words!["free"])
                    && self.is_prep(at + 1, Prep::Of)
                    && (at + 2..at + 4).any(|at| matches!(self.what(at), Some(What::Class(Class::Tariff))))
        });
        let may = self.any_word(around.clone(), words!["may", "can", "could", "allowed", "lets"]);
        let most = matches!(self.what(at.wrapping_sub(1)), Some(What::Class(Class::Bound(_))));
        let (reporter, verb) = match (admits, enters) {
            (Some(verb), _) if free => (self.subject(verb).map(|(_, code)| code)?, verb),
            (_, Some(verb)) if may && (free || most) => {
                let into = verb + 1 + usize::from(self.is_word(verb + 1, words!["into"]));
                let first = self.skip(into, |what| matches!(what, What::Class(Class::Plain)));
                let code = match self.what(first)? {
                    What::Region(place) => self.levier(*place),
                    What::Class(Class::Peri(peri @ (Peri::Country | Peri::Group))) => {
                        self.peri(first, *peri)?
                    }
                    _ => return None,
                };
                (code, verb)
            }
            _ => return None,
        };
        let of_goods = around.filter(|at| *at < verb || self.is_prep(at.wrapping_sub(1), Prep::From));
        let origin = self.place_but(of_goods, &reporter);
        let goods = self.goods_of(at);
        let topic = Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            partner_stated: origin.is_some(),
            partner: origin,
            commodity: goods,
            ..Topic::of(Indicator::Quota)
        };
        self.draft(at, quantity, FigureKind::Level, topic, None, "quota/let-in")
    }

    /// `V of sugar`
    pub(super) fn goods_of(&self, at: usize) -> Option<Name> {
        self.is_prep(at + 1, Prep::Of).then(|| self.goods(at + 2).0)?
    }

    /// `has capped its rice sales at V`, `shipments to the EU will be held to V`: what may leave.
    fn capped(&self, at: usize) -> Option<Topic> {
        let before = self.left_of(at)?;
        // `had permitted exports of V`
        let of = self.is_prep(before, Prep::Of);
        if !(of || self.is_prep(before, Prep::At) || self.is_prep(before, Prep::To)) {
            return None;
        }
        let low = self.clause_start.min(before).max(before.saturating_sub(if of { 4 } else { REACH }));
        let verb = (low..before).rev().find(|verb| self.is_word(*verb, if of { ALLOWS } else { CAPS }))?;
        let flow = (low..before).find_map(|at| match self.what(at) {
            Some(What::Class(Class::Indicator(measured, _)))
                if matches!(measured.indicator, Indicator::Exports | Indicator::Imports) =>
            {
                Some((at, measured.indicator))
            }
            _ => None,
        });
        let (noun, indicator) = flow?;
        if (noun.max(verb) + 1..before).any(|at| matches!(self.what(at), Some(What::Quantity(_)))) {
            return None;
        }
        let (left, right) = (self.left(noun), self.right(noun + 1, indicator));
        let subject = self.subject(verb).map(|(_, code)| code).filter(|_| noun > verb);
        let reporter =
            left.reporter.or(right.reporter).or(subject).or_else(|| self.carried_reporter(indicator))?;
        Some(Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            partner_stated: right.partner.is_some(),
            partner: right.partner,
            commodity: if of { self.goods_of(at) } else { left.commodity.or(right.commodity) },
            ..Topic::of(Indicator::Quota)
        })
    }
}
