//! What crosses a border without an indicator's noun: `goods worth V left the country`, `V of flowers left Colombia for Miami`,
//! `V entered Britain`, `cars worth V went to China`, `goods worth V came from Poland`.
//!
//! Not: what moves inside a country, and people.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Peri, Prep, Strength};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::{Clauses, Said};
use article::{FigureKind, Indicator, Level};

const LEFT: &Words = words!["left", "entered", "leaves", "enters", "gone"];
const WENT: &Words = words!["went", "goes", "go", "flowed", "headed", "shipped", "sent"];
const CAME: &Words = words!["came", "comes", "come", "arrived"];
const GOODS: &Words = words!["goods", "merchandise", "products", "commodities", "cargo", "cargoes"];
/// So many pieces may stand between an amount and its verb.
const REACH: usize = 6;

impl Clauses<'_, '_> {
    pub(super) fn crossed(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let money = quantity.measure.is_money();
        if !money && !matches!(quantity.measure, Measure::Unit(_)) {
            return None;
        }
        let moves = [LEFT, WENT, CAME].iter().any(|verbs| self.may_say(verbs));
        let from = self.past_brackets(at + 1).filter(|_| moves)?;
        let mut verb = from;
        while verb < from + REACH
            && matches!(
                self.what(verb),
                Some(What::Word | What::Sign('-') | What::Class(Class::Prep(Prep::Of) | Class::Plain))
            )
            && !self.is_word(verb, LEFT)
            && !self.is_word(verb, WENT)
            && !self.is_word(verb, CAME)
            || matches!(self.what(verb), Some(What::Region(_)))
                && verb == from + 1
                && self.is_prep(from, Prep::Of)
        {
            verb += 1;
        }
        // `V went out of the country`
        let went = self.is_word(verb, words!["went", "gone"])
            && self.is_word(verb + 1, words!["out", "out of"])
            && (self.is_word(verb + 1, words!["out of"]) || self.is_prep(verb + 2, Prep::Of));
        let worth = || {
            (at.saturating_sub(4)..at)
                .any(|at| self.text(at).starts_with("worth") || self.is_word(at, words!["valued at"]))
        };
        if !went && (self.is_word(verb, WENT) || self.is_word(verb, CAME)) && worth() {
            return self.went(at, quantity, verb);
        }
        let out = went || self.is_word(verb, words!["left", "leaves"]);
        // `V of Ukrainian grain came into Poland`
        let into = self.is_word(verb, CAME) && self.is_word(verb + 1, words!["into"]);
        if !out && !into && !self.is_word(verb, words!["entered", "enters"]) {
            return None;
        }
        let verb = verb + usize::from(into);
        // `left for Japan`
        if self.is_word(verb + 1, words!["for"]) {
            return None;
        }
        let verb =
            if went { verb + 1 + usize::from(!self.is_word(verb + 1, words!["out of"])) } else { verb };
        let place = self.skip(verb + 1, |what| matches!(what, What::Class(Class::Plain)));
        let whose = match self.what(place)? {
            What::Region(found) if self.places.mentions[*found].region.level == Level::Country => {
                Some(self.code(*found, true))
            }
            What::Class(Class::Peri(Peri::Country)) => None,
            What::Class(Class::Peri(peri)) => self.peri(place, *peri),
            _ => return None,
        };
        let indicator = if out { Indicator::Exports } else { Indicator::Imports };
        let worth = worth() && (at.saturating_sub(5)..at).any(|at| self.is_word(at, GOODS));
        if money && !worth {
            return None;
        }
        let reporter = whose.or_else(|| self.carried_reporter(indicator))?;
        let goods = (from < verb).then(|| self.goods_between(from, verb)).flatten();
        let origin = self.place_but(from..verb, &reporter).filter(|_| !out);
        let topic = Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            partner_stated: origin.is_some(),
            partner: origin,
            commodity: goods,
            ..Topic::of(indicator)
        };
        self.go_on_with(topic.clone(), at, verb);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/crossed")
    }

    /// `Goods to the value of V were exported to the EU`, `goods worth V were imported from China`.
    pub(super) fn sent_or_brought(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const SENT: &Words = words!["exported", "imported"];
        if !quantity.measure.is_money() || !self.may_say(SENT) {
            return None;
        }
        let before = self.left_of(at)?;
        let ahead = self.story.words(self.start_of(at.saturating_sub(6))..self.start_of(at));
        let of_value = ahead.trim_end().ends_with("to the value of");
        let worth = self.text(before).starts_with("worth");
        let goods = (at.saturating_sub(6)..at).any(|at| self.is_word(at, GOODS));
        let be = self.past_brackets(at + 1)?;
        let verb = be + 1 + usize::from(self.is_word(be + 1, words!["been"]));
        let passive =
            self.is_word(be, words!["was", "were", "had", "have", "has"]) && self.is_word(verb, SENT);
        if !(of_value || worth) || !goods || !passive {
            return None;
        }
        let out = self.is_word(verb, words!["exported"]);
        let indicator = if out { Indicator::Exports } else { Indicator::Imports };
        let partner = self.right(verb + 1, indicator).partner;
        let topic = Topic {
            reporter: self.carried_reporter(indicator),
            partner_stated: partner.is_some(),
            partner,
            ..Topic::of(indicator)
        };
        self.go_on_with(topic.clone(), at, verb);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/crossed")
    }

    /// `trucked V of coal over the border`, `hauled V of ore across the border`.
    pub(super) fn over_the_border(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const HAULS: &Words = words![
            "trucked", "trucks", "sent", "sends", "hauled", "hauls", "shipped", "ships", "moved", "moves",
            "railed", "exported",
        ];
        const BORDER: &Words = words!["border", "frontier"];
        const FAR: usize = 8;
        if !self.may_say(BORDER) {
            return None;
        }
        let before = self.left_of(at).filter(|verb| self.is_word(*verb, HAULS))?;
        let over = (at + 1..at + FAR)
            .take_while(|at| !matches!(self.what(*at), Some(What::Sign(_) | What::Quantity(_)) | None))
            .find(|at| self.is_word(*at, words!["over", "across", "south", "north"]))?;
        let border = (over + 1..over + 5).find(|at| self.is_word(*at, BORDER))?;
        if !matches!(quantity.measure, Measure::Unit(_)) && !self.is_word(at + 1, words!["worth"]) {
            return None;
        }
        let reporter = self.buyer(before).or_else(|| self.carried_reporter(Indicator::Exports))?;
        // `south of the border` says which
        let side = self.is_word(over, words!["south", "north"]) && self.is_prep(over + 1, Prep::Of);
        let partner = match (side, self.is_word(over, words!["south"]), reporter.get(..2)) {
            (true, true, Some("CA")) | (true, false, Some("MX")) => Some(Name::from("US")),
            (true, true, Some("US")) => Some(Name::from("MX")),
            (true, false, Some("US")) => Some(Name::from("CA")),
            _ => None,
        };
        let topic = Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            partner_stated: partner.is_some(),
            partner,
            commodity: if self.is_prep(at + 1, Prep::Of) { self.goods(at + 2).0 } else { None },
            ..Topic::of(Indicator::Exports)
        };
        self.go_on_with(topic.clone(), before, border);
        (self.said, self.said_at) = (Said::Level(None), before);
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/crossed")
    }

    /// `Goods worth V went to other members of the EU`: to or from a place that is not whose trade the story is about.
    fn went(&mut self, at: usize, quantity: &Quantity, verb: usize) -> Option<Draft> {
        let out = self.is_word(verb, WENT);
        let to = if out { Prep::To } else { Prep::From };
        let of_trade = self.carry.trade_seen
            || self
                .pieces
                .list
                .iter()
                .any(|piece| matches!(piece.what, What::Class(Class::Indicator(_, Strength::Full))));
        // `Scottish seafood worth V went to the EU`
        let owner = (self.clause_start.min(at)..at).find_map(|at| match self.what(at) {
            Some(What::Region(place)) if self.places.mentions[*place].usage == article::Usage::Demonym => {
                Some(self.code(*place, false))
            }
            _ => None,
        });
        let owner = owner.filter(|_| out);
        if !self.is_prep(verb + 1, to) || !(of_trade || owner.is_some()) {
            return None;
        }
        let indicator = if out { Indicator::Exports } else { Indicator::Imports };
        // a sentence that has said of which flow it speaks
        if self.topic.as_ref().is_some_and(|topic| topic.indicator != indicator) {
            return None;
        }
        let (partner, end) = self.region_list(verb + 2, true)?;
        let reporter =
            owner.or_else(|| self.carried_reporter(indicator)).filter(|reporter| *reporter != partner)?;
        let noun = (at.saturating_sub(4)..at)
            .find(|at| self.text(*at).starts_with("worth") || self.is_word(*at, words!["valued at"]))?;
        let topic = Topic {
            reporter: Some(reporter),
            partner_stated: true,
            partner: Some(partner),
            commodity: self.goods_between(self.clause_start.min(noun), noun),
            ..Topic::of(indicator)
        };
        self.go_on_with(topic.clone(), at, end);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/crossed")
    }
}
