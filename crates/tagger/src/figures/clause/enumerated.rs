//! Lists of what and how much: `cotton 9,000 (27,900), sunflower 954,303 (840,440)`, `-- South Korea V, Hong Kong V2 and China V3`,
//! `rice declined P, maize P2, sugar P3`.
//!
//! A list is at least three labels with an amount each and nothing between but commas. What it is of says its head: the clause before
//! its colon or dash, the sentence before, or the item that a rule has read. Brackets behind an amount are of a year earlier, where a
//! head says what they are of. Not: lists under no word of trade, and lists that are mostly read already.

use std::ops::Range;

use article::{Direction, FigureKind, Indicator, Period};
use rust_decimal::Decimal;

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::period::{Time, shift};
use super::super::pieces::What;
use super::super::quantity::Measure;
use super::super::words::Words;
use super::figure::is_flow;
use super::{Clauses, Said};

/// The fewest items of a list.
const FEWEST: usize = 3;
/// The most pieces of a label.
const LABEL: usize = 5;
/// … and of brackets.
const BRACKET: usize = 6;
/// How many sentences back the figure stands that a list breaks down.
const NEAR: usize = 3;

/// What the sentence before says of the list that its colon opens.
#[derive(Clone, Debug)]
pub(crate) struct ListHead {
    sentence: usize,
    period: Option<Period>,
    /// `with comparative figures in brackets`, and of when these are.
    brackets: bool,
    base: Option<Period>,
    /// `in tonnes`
    unit: Option<&'static str>,
    /// `Main destinations for chilled beef were:` says which way goods go, and which.
    flow: Option<Indicator>,
    goods: Option<Name>,
}

#[derive(Clone, Copy, Debug)]
enum Label {
    Place(usize),
    /// Pieces from and to.
    Goods(usize, usize),
}

#[derive(Clone, Debug)]
struct Amount {
    at: usize,
    /// `None` of a number without a separator, which is no quantity by itself.
    quantity: Option<usize>,
    value: Decimal,
    bytes: Range<usize>,
}

/// What stands where an amount may.
enum Cell {
    Nil,
    Amount(Amount),
}

impl Cell {
    fn amount(self) -> Option<Amount> {
        match self {
            Self::Nil => None,
            Self::Amount(amount) => Some(amount),
        }
    }
}

#[derive(Clone, Debug)]
struct Item {
    label: Label,
    direction: Option<Direction>,
    /// `None` is `nil`.
    amount: Option<Amount>,
    bracket: Option<Amount>,
}

impl Clauses<'_, '_> {
    /// Remembers a sentence that ends in a colon.
    pub(crate) fn note_list_head(&mut self) {
        let last = self.pieces.list.len().checked_sub(1);
        if !last.is_some_and(|last| matches!(self.what(last), Some(What::Sign(':')))) {
            return;
        }
        self.carry.list_head = last.map(|last| self.list_head(last));
    }

    /// What is said of a list before a piece.
    fn list_head(&self, end: usize) -> ListHead {
        const TO: &Words = words!["destination", "destinations", "buyers", "customers", "markets", "outlets"];
        const FROM: &Words = words!["suppliers", "sources", "origins"];
        let brackets = (0..end).any(|at| self.is_word(at, words!["brackets", "parentheses", "bracketed"]));
        // `with figures for 1985 in brackets` says when those in the brackets are of
        let time = |of_base: bool| {
            let mut times = self.mains.iter().filter(|at| **at < end);
            times.find_map(|at| match self.what(*at) {
                Some(What::Time(Time::Days(period))) if of_base == (brackets && self.is_compared(*at)) => {
                    Some(*period)
                }
                _ => None,
            })
        };
        let base = time(true);
        let later = || base.and_then(|base| shift(base, 12));
        let toward = |at: &usize| self.is_word(*at, TO) || self.is_word(*at, FROM);
        let noun = if self.may_say(TO) || self.may_say(FROM) { (0..end).find(toward) } else { None };
        let goods = noun
            .filter(|noun| self.is_word(noun + 1, words!["for", "of"]))
            .and_then(|noun| self.goods(noun + 2).0);
        let flow =
            noun.map(|noun| if self.is_word(noun, TO) { Indicator::Exports } else { Indicator::Imports });
        let unit =
            (0..end).any(|at| self.is_prep(at, Prep::In) && self.is_word(at + 1, words!["tonnes", "tons"]));
        ListHead {
            sentence: self.sentence,
            period: time(false).or_else(later),
            base,
            brackets,
            unit: unit.then_some("t"),
            flow,
            goods,
        }
    }

    /// `with comparative figures for 1985`
    fn is_compared(&self, time: usize) -> bool {
        const FAR: usize = 5;
        (time.saturating_sub(FAR)..time)
            .any(|at| self.is_word(at, words!["figures", "figure", "comparative"]))
    }

    /// Reads the lists of the sentence.
    pub(super) fn enumerated(&mut self) {
        self.shares_listed();
        let numbers = self
            .pieces
            .list
            .iter()
            .filter(|piece| matches!(piece.what, What::Quantity(_) | What::Number))
            .count();
        if numbers < FEWEST {
            return;
        }
        let mut at = 0;
        while at < self.pieces.list.len() {
            // most pieces are nothing that an item begins with
            if !matches!(self.pieces.list[at].what, What::Region(_) | What::Word) {
                at += 1;
                continue;
            }
            let (items, next) = self.items(at);
            // of places that a line of its own says something of, two are enough
            let told = items.len() + 1 == FEWEST
                && items.iter().all(|item| item.bracket.is_some())
                && self.list_head(at).brackets;
            if items.len() >= FEWEST || told {
                self.list(at, &items);
                at = next;
            } else {
                at += 1;
            }
        }
    }

    /// `India, Spain and France as the top export partners, with shares of 16.4, 11.9 and 6.1 per cent`: as many numbers as places.
    pub(super) fn shares_listed(&mut self) {
        if !self.may_say(words!["shares", "market shares"]) {
            return;
        }
        let Some(noun) = (0..self.pieces.list.len()).find(|at| {
            self.is_word(*at, words!["shares", "market shares"]) && self.is_prep(at + 1, Prep::Of)
        }) else {
            return;
        };
        let (mut amounts, mut at) = (Vec::new(), noun + 2);
        while let Some(Cell::Amount(amount)) = self.amount_at(at) {
            amounts.push(amount);
            let comma = at + 1 + usize::from(matches!(self.what(at + 1), Some(What::Sign(','))));
            at = comma + usize::from(self.is_prep(comma, Prep::And));
            if at == comma && comma == amounts.last().map_or(0, |last: &Amount| last.at) + 1 {
                break;
            }
        }
        let count = amounts.len();
        let Some(last) = amounts.last().filter(|_| count >= 2).cloned() else { return };
        let Some(index) =
            last.quantity.filter(|index| self.pieces.quantities[*index].measure == Measure::Percent)
        else {
            return;
        };
        let Some(places) = self.places_listed(noun, count) else { return };
        let says = |words: &Words| (0..noun).any(|at| self.is_word(at, words));
        let indicator = if says(words!["import", "imports", "suppliers", "sources", "origins"]) {
            Indicator::Imports
        } else if says(words![
            "export",
            "exports",
            "destinations",
            "markets",
            "consumers",
            "customers",
            "buyers",
            "partners",
        ]) {
            Indicator::Exports
        } else {
            return;
        };
        let topic = Topic { reporter: self.carried_reporter(indicator), ..Topic::of(indicator) };
        let quantity = self.pieces.quantities[index].clone();
        let Some(whole) = self.draft(last.at, &quantity, FigureKind::Share, topic, None, "share/listed")
        else {
            return;
        };
        for (amount, place) in amounts.iter().zip(places) {
            let partner = self.code(place, true);
            if !self.is_unread(amount) || whole.topic.reporter.as_ref() == Some(&partner) {
                continue;
            }
            let topic = Topic { partner: Some(partner), partner_stated: true, ..whole.topic.clone() };
            let draft = Draft {
                value: amount.value,
                bytes: amount.bytes.clone(),
                topic,
                twin_of: None,
                ..whole.clone()
            };
            self.keep_listed(amount, draft);
        }
        // what comes next is with none of them
        self.topic = Some(whole.topic);
    }

    /// The last list of so many places before a piece.
    fn places_listed(&self, before: usize, count: usize) -> Option<Vec<usize>> {
        let mut places = Vec::new();
        for at in (0..before).rev() {
            match self.what(at) {
                Some(What::Region(place)) => places.push(*place),
                Some(What::Sign(',') | What::Class(Class::Prep(Prep::And) | Class::Plain)) => {}
                _ if places.is_empty() => {}
                _ => break,
            }
        }
        places.reverse();
        (places.len() == count).then_some(places)
    }

    /// The items from a piece on, and the piece after them.
    fn items(&self, from: usize) -> (Vec<Item>, usize) {
        let before = self.before_list(from);
        let opens = before.is_none()
            || matches!(
                before.and_then(|before| self.what(before)),
                Some(
                    What::Sign(':' | ',' | ';' | '-' | '—' | '–')
                        | What::Class(Class::Level(_) | Class::Break | Class::Prep(_))
                )
            );
        let (mut items, mut at) = (Vec::new(), from);
        if !opens {
            return (items, at);
        }
        while let Some((item, next)) = self.item(at) {
            items.push(item);
            at = next;
            let comma = at + usize::from(matches!(self.what(at), Some(What::Sign(',' | ';'))));
            let joined = comma + usize::from(self.is_prep(comma, Prep::And));
            if joined == at {
                break;
            }
            at = joined + usize::from(self.is_word(joined, words!["the"]));
        }
        (items, at)
    }

    /// The piece that a list stands behind: `were the U.S. 12,300`.
    fn before_list(&self, from: usize) -> Option<usize> {
        let before = from.checked_sub(1)?;
        if self.is_word(before, words!["the"]) { before.checked_sub(1) } else { Some(before) }
    }

    fn item(&self, from: usize) -> Option<(Item, usize)> {
        let (label, mut at) = match self.what(from)? {
            // `Spain and Canary Islands`
            What::Region(place)
                if self.is_prep(from + 1, Prep::And)
                    && matches!(self.what(from + 2), Some(What::Region(_))) =>
            {
                (Label::Place(*place), from + 3)
            }
            What::Region(place) => (Label::Place(*place), from + 1),
            What::Word if !self.is_word(from, words!["nil"]) => {
                let end = (from..from + LABEL).find(|at| {
                    !matches!(self.what(*at), Some(What::Word | What::Sign('-' | '/')))
                        || self.is_word(*at, words!["nil"])
                })?;
                (Label::Goods(from, end), end)
            }
            _ => return None,
        };
        let direction = match self.what(at) {
            Some(What::Class(Class::Change(direction) | Class::More(direction))) => {
                at += 1;
                Some(*direction)
            }
            _ => None,
        };
        let amount = self.amount_at(at)?.amount();
        at += 1;
        let mut bracket = None;
        // a bracket that nobody opened
        if matches!((self.what(at), self.what(at + 1)), (Some(What::Sign(')')), Some(What::Sign('(')))) {
            at += 1;
        }
        if matches!(self.what(at), Some(What::Sign('('))) {
            let close = (at + 2..at + BRACKET).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))?;
            // `(unavailable)`, `(same)`, `(zero)`
            let told = self.amount_at(at + 1).and_then(Cell::amount).filter(|amount| !amount.value.is_zero());
            bracket = told.filter(|_| close == at + 2);
            at = close + 1;
        }
        Some((Item { label, direction, amount, bracket }, at))
    }

    /// `954,303`, `738`, or nothing at all: `nil`.
    fn amount_at(&self, at: usize) -> Option<Cell> {
        let piece = self.pieces.list.get(at)?;
        let bytes = || {
            let first = self.story.tokens.get(piece.tokens.start)?;
            let last = self.story.tokens.get(piece.tokens.end.checked_sub(1)?)?;
            Some(first.start..last.end)
        };
        match piece.what {
            What::Quantity(index) => {
                let quantity = &self.pieces.quantities[index];
                (!quantity.price && quantity.high.is_none()).then(|| {
                    Cell::Amount(Amount {
                        at,
                        quantity: Some(index),
                        value: quantity.value,
                        bytes: quantity.bytes.clone(),
                    })
                })
            }
            What::Number => {
                let value = self.text(at).parse().ok()?;
                Some(Cell::Amount(Amount { at, quantity: None, value, bytes: bytes()? }))
            }
            What::Word if self.is_word(at, words!["nil"]) => Some(Cell::Nil),
            _ => None,
        }
    }

    fn measure(&self, amount: &Amount) -> Measure {
        amount.quantity.map_or(Measure::Bare, |index| self.pieces.quantities[index].measure)
    }

    /// Whether no rule has made a figure of it.
    fn is_unread(&self, amount: &Amount) -> bool {
        amount.quantity.is_none_or(|index| self.became.get(index).copied().flatten().is_none())
    }

    fn list(&mut self, from: usize, items: &[Item]) {
        let amounts = || items.iter().filter_map(|item| item.amount.as_ref());
        let Some(measure) = amounts().next().map(|amount| self.measure(amount)) else { return };
        let relative = measure.is_relative();
        let alike = |other: Measure| {
            if relative { other == measure } else { !other.is_relative() }
        };
        if !amounts().all(|amount| alike(self.measure(amount))) {
            return;
        }
        if amounts().filter(|amount| self.is_unread(amount)).count() < 2 {
            return;
        }
        let Some(kin) = self.list_kin(from, items, relative) else { return };
        let base = self.list_base(from, &kin);
        for item in items {
            let Some(topic) = self.list_topic(&kin, item.label) else { continue };
            if let Some(amount) = item.amount.as_ref().filter(|amount| self.is_unread(amount)) {
                let mut draft = self.listed_draft(&kin, amount, topic.clone());
                draft.direction = if relative { item.direction.or(kin.direction) } else { None };
                self.keep_listed(amount, draft);
            }
            let Some((bracket, base)) = item.bracket.as_ref().zip(base) else { continue };
            if self.is_unread(bracket) && !relative {
                let mut draft = self.listed_draft(&kin, bracket, topic);
                (draft.period, draft.period_stated, draft.is_base) = (Some(base), true, true);
                self.keep_listed(bracket, draft);
            }
        }
    }

    /// The figure that says what the list is of.
    fn list_kin(&mut self, from: usize, items: &[Item], relative: bool) -> Option<Draft> {
        let kind = if relative { FigureKind::Change } else { FigureKind::Level };
        // an item that a rule has read
        let read = items.iter().filter_map(|item| item.amount.as_ref()?.quantity).find_map(|index| {
            let draft = self.drafts.get(self.became.get(index).copied().flatten()?)?;
            (draft.kind == kind && may_be_listed(draft.topic.indicator)).then(|| draft.clone())
        });
        if read.is_some() {
            return read;
        }
        let before = self.before_list(from);
        let head = match before {
            None => self.carry.list_head.clone().filter(|head| head.sentence + 1 == self.sentence),
            Some(before) => Some(self.list_head(before)),
        };
        let opened = match before.and_then(|before| self.what(before)) {
            Some(What::Sign(':' | '-' | '—' | '–')) => true,
            // `Main destinations were Belgium 800,000 (700,000), Britain 600,000 (500,000)`
            Some(What::Class(Class::Level(_))) => {
                let place = |item: &Item| matches!(item.label, Label::Place(_));
                head.as_ref().is_some_and(|head| head.flow.is_some()) && items.iter().all(place)
                    || items.iter().all(place)
                        && items.iter().filter(|item| item.bracket.is_some()).count() * 2 > items.len()
            }
            Some(_) => false,
            None => head.is_some(),
        };
        let spoken = self.topic_in_head(from);
        if relative {
            // `whose earnings declined P, maize P2`
            // … or the number before the list has the verb of all
            let leads = from.checked_sub(3).filter(|verb| {
                matches!(self.what(from - 1), Some(What::Sign(',')))
                    && matches!(self.what(*verb + 1), Some(What::Quantity(_)))
            });
            let direction =
                items.iter().find_map(|item| item.direction).or_else(|| match self.what(leads?) {
                    Some(What::Class(Class::Change(direction))) => Some(*direction),
                    _ => None,
                })?;
            let topic = spoken.filter(|topic| is_flow(topic.indicator))?;
            let amount = items.iter().find_map(|item| item.amount.as_ref())?;
            let quantity = self.pieces.quantities[amount.quantity?].clone();
            return self.draft(amount.at, &quantity, kind, topic, Some(direction), "change/enumerated");
        }
        if !opened {
            return None;
        }
        let amount =
            items.iter().find_map(|item| item.amount.as_ref().filter(|amount| amount.quantity.is_some()))?;
        let quantity = self.pieces.quantities[amount.quantity?].clone();
        if let Some(topic) = spoken.filter(|_| !matches!(quantity.measure, Measure::Bare)) {
            return self.draft(amount.at, &quantity, kind, topic, None, "level/enumerated");
        }
        let mut kin = self
            .drafts
            .iter()
            .rev()
            .find(|draft| draft.kind == kind && !draft.is_base && draft.twin_of.is_none())
            .filter(|draft| draft.sentence + NEAR >= self.sentence && may_be_listed(draft.topic.indicator))?
            .clone();
        let Some(head) = head else { return Some(kin) };
        if head.flow.is_some_and(|flow| is_flow(kin.topic.indicator) && kin.topic.indicator != flow) {
            return None;
        }
        if let Some(period) = head.period {
            (kin.period, kin.period_stated) = (Some(period), true);
        }
        kin.topic.commodity = head.goods.or(kin.topic.commodity);
        (kin.unit, kin.unit_stated) = head.unit.map_or((kin.unit, kin.unit_stated), |unit| (unit, true));
        Some(kin)
    }

    /// The indicator that the sentence names before the list.
    fn topic_in_head(&self, from: usize) -> Option<Topic> {
        let other = (0..from).any(|at| matches!(self.what(at), Some(What::Class(Class::Other))));
        let (at, measured) = (0..from).rev().find_map(|at| match self.what(at) {
            Some(What::Class(Class::Indicator(measured, _))) => Some((at, *measured)),
            _ => None,
        })?;
        if other && measured.indicator != Indicator::Exports {
            return None;
        }
        let spoken = self.topic.clone().filter(|topic| topic.indicator == measured.indicator);
        let mut topic =
            spoken.unwrap_or_else(|| Topic { sign: measured.sign, ..Topic::of(measured.indicator) });
        if topic.reporter.is_none() {
            topic.reporter =
                self.subject(at).map(|(_, code)| code).or_else(|| self.carried_reporter(measured.indicator));
        }
        Some(topic)
    }

    /// The period of what stands in brackets: that of the base of what is broken down, or a year earlier where the head speaks of
    /// brackets.
    fn list_base(&self, from: usize, kin: &Draft) -> Option<Period> {
        let told = match self.before_list(from) {
            None => {
                let head = self.carry.list_head.as_ref().filter(|head| head.sentence + 1 == self.sentence);
                head.and_then(|head| head.base)
            }
            Some(before) => self.list_head(before).base,
        };
        if told.is_some() {
            return told;
        }
        let year_ago = kin.period.and_then(|period| shift(period, -12));
        let said = self
            .carry
            .list_head
            .as_ref()
            .is_some_and(|head| head.brackets && head.sentence + 1 == self.sentence);
        let compared = self
            .drafts
            .iter()
            .rev()
            .take_while(|draft| draft.sentence + NEAR >= self.sentence)
            .any(|draft| draft.is_base && draft.period == year_ago);
        year_ago.filter(|_| said || compared)
    }

    /// Whose, with whom and of which goods an item is.
    fn list_topic(&self, kin: &Draft, label: Label) -> Option<Topic> {
        let mut topic = kin.topic.clone();
        // `large deficits` are of no goods
        if topic.indicator == Indicator::Balance {
            topic.commodity = None;
        }
        match label {
            Label::Place(place) => {
                if let Some(own) = self.part_of_home(place, &topic) {
                    (topic.reporter, topic.reporter_stated) = (Some(own), true);
                    return Some(topic);
                }
                let code = self.code(place, true);
                if topic.reporter.as_ref() == Some(&code) {
                    return None;
                }
                (topic.partner, topic.partner_stated) = (Some(code), true);
            }
            Label::Goods(from, to) => {
                let words = self.pieces.list[from].tokens.start..self.pieces.list[to - 1].tokens.end;
                topic.commodity = Some(self.lower(words));
            }
        }
        Some(topic)
    }

    fn listed_draft(&self, kin: &Draft, amount: &Amount, topic: Topic) -> Draft {
        let quantity = amount.quantity.map(|index| &self.pieces.quantities[index]);
        let own = quantity
            .filter(|quantity| !matches!(quantity.measure, Measure::Bare))
            .and_then(|quantity| self.unit(quantity));
        let negative = kin.value.is_sign_negative();
        Draft {
            value: if negative { -amount.value } else { amount.value },
            high: None,
            grain: quantity.map_or(Decimal::ONE, |quantity| quantity.grain),
            unit: own.map_or(kin.unit, |(unit, _)| unit),
            unit_stated: own.is_some_and(|(_, stated)| stated),
            bound: None,
            twin_of: None,
            of: None,
            bytes: amount.bytes.clone(),
            sentence: self.sentence,
            rule: if kin.kind == FigureKind::Change { "change/enumerated" } else { "level/enumerated" },
            attribution: self.attribution.clone().or_else(|| kin.attribution.clone()),
            topic,
            ..kin.clone()
        }
    }

    fn keep_listed(&mut self, amount: &Amount, draft: Draft) {
        if let Some(became) = amount.quantity.and_then(|index| self.became.get_mut(index)) {
            *became = Some(self.drafts.len());
        }
        self.topic = Some(draft.topic.clone());
        (self.topic_from, self.topic_end) = (amount.at, amount.at);
        (self.said, self.said_at) = (Said::Level(None), amount.at);
        self.drafts.push(draft);
    }
}

/// Whether a figure is one of many of its kind, each with a place or goods of its own.
pub(super) fn is_listed(rule: &str) -> bool {
    matches!(rule, "share/listed" | "level/enumerated" | "change/enumerated")
}

fn may_be_listed(indicator: Indicator) -> bool {
    is_flow(indicator) || matches!(indicator, Indicator::Balance | Indicator::Freight)
}
