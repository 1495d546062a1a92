//! What goes through a port, a canal or a strait: `V passed through the port of Santos`, `Cargo of V was handled at Karachi`, `closed the
//! year with V handled`.
//!
//! Not: what a railway or an airport carries inside a country.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::{Clauses, Said};
use article::{FigureKind, Indicator, Level};

const THROUGH: &Words = words![
    "passed",
    "passes",
    "pass",
    "went",
    "goes",
    "moved",
    "moves",
    "go",
    "travel",
    "travels",
    "transits",
    "transit",
    "came",
    "flowed",
    "flows",
    "transited",
    "shipped",
];
/// … and behind it.
const VIA: &Words = words!["through", "via"];
const HANDLED: &Words = words!["handled", "processed", "loaded", "unloaded", "discharged", "transshipped"];
const PORTS: &Words = words![
    "port",
    "ports",
    "canal",
    "strait",
    "straits",
    "terminal",
    "terminals",
    "harbour",
    "harbor",
    "seaway",
    "crossing",
    "docks",
];
/// Pieces between the amount and its verb.
const REACH: usize = 7;
/// … and from there to the port.
const PORT: usize = 9;

impl Clauses<'_, '_> {
    pub(super) fn through_a_port(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        // `goods worth V pass through`
        let worth = quantity.measure.is_money()
            && self.any_word(at.saturating_sub(3)..at, words!["worth", "valued at", "value of"]);
        let bulk =
            matches!(quantity.measure, Measure::Unit("t" | "TEU" | "other:container" | "bbl" | "bbl/d"));
        let may_go = self.may_say(THROUGH) && self.may_say(VIA);
        if !bulk && !worth || !may_go && !self.may_say(HANDLED) {
            return None;
        }
        let from = self.after_bracket(at + 1);
        let verb = (from..from + REACH)
            .take_while(|at| {
                !matches!(
                    self.what(*at),
                    None | Some(What::Quantity(_) | What::Sign(';' | ',') | What::Class(Class::Break))
                )
            })
            .find(|at| self.is_word(*at, HANDLED) && !worth || self.goes_through(*at))?;
        let named = self.port_within(at, from, verb)?;
        // `loaded V of grain for export`, `shipped through its ports` are exports
        if (verb + 1..verb + 4)
            .any(|at| self.is_word(at, words!["for"]) && self.is_word(at + 1, words!["export"]))
        {
            return None;
        }
        self.at_port(at, quantity, named, FigureKind::Level)
    }

    /// `P of world trade passes through the Suez Canal`.
    pub(super) fn share_through(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const OF: usize = 12;
        if quantity.measure != Measure::Percent || !self.is_prep(at + 1, Prep::Of) || !self.may_say(THROUGH) {
            return None;
        }
        let verb = (at + 2..at + OF)
            .take_while(|at| {
                !matches!(
                    self.what(*at),
                    None | Some(What::Quantity(_) | What::Sign(';' | ',') | What::Class(Class::Break))
                )
            })
            .find(|at| self.goes_through(*at))?;
        // people and ships are no goods
        if (at + 2..verb).any(|at| {
            self.is_word(
                at,
                words![
                    "migrants",
                    "people",
                    "passengers",
                    "ships",
                    "vessels",
                    "refugees",
                    "tourists",
                    "flights"
                ],
            )
        }) {
            return None;
        }
        let named = self.port_within(at, at + 1, verb)?;
        self.at_port(at, quantity, named, FigureKind::Share)
    }

    fn goes_through(&self, at: usize) -> bool {
        self.is_word(at, THROUGH) && self.any_word(at + 1..at + 3, VIA)
    }

    fn at_port(
        &mut self,
        at: usize,
        quantity: &Quantity,
        named: Option<Name>,
        kind: FigureKind,
    ) -> Option<Draft> {
        let topic = Topic {
            reporter_stated: named.is_some(),
            reporter: named.or_else(|| self.carried_reporter(Indicator::Freight)),
            ..Topic::of(Indicator::Freight)
        };
        self.speak_of(at, at, &topic, Said::Level(None));
        self.draft(at, quantity, kind, topic, None, "level/through")
    }

    /// The port, canal or strait around an amount and its verb; `None` where there is none.
    #[expect(clippy::option_option, reason = "no port, or one without a name")]
    fn port_within(&self, at: usize, from: usize, verb: usize) -> Option<Option<Name>> {
        // `the 61.3 lakh tonnes that Visakhapatnam port handled`
        let around = (self.clause_start.min(at)..at).chain(from..(verb + PORT).min(self.pieces.list.len()));
        let mut named: Option<Name> = None;
        let mut port = false;
        for at in around {
            if self.is_word(at, PORTS) {
                port = true;
            }
            if let Some(What::Region(place)) = self.what(at) {
                let mention = &self.places.mentions[*place];
                let is_port = super::super::home::is_port(self.story, mention)
                    || super::super::home::is_canal(&mention.region.code)
                    || mention.region.code.starts_with("x:")
                        && ["strait", "bosp", "dardanelles", "malacca", "seaway"]
                            .iter()
                            .any(|water| mention.region.code.contains(water));
                port |= is_port;
                if is_port || named.is_none() && matches!(mention.region.level, Level::City | Level::Other) {
                    named = Some(self.code(*place, false));
                }
            }
        }
        port.then_some(named)
    }
}
