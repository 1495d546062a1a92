//! What goes through a port, a canal or a strait: `V passed through the port of Santos`, `Cargo of V was handled at Karachi`, `closed the
//! year with V handled`.
//!
//! Not: what a railway or an airport carries inside a country.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::Class;
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::{Clauses, Said};
use article::{FigureKind, Indicator, Level};

const THROUGH: &[&str] = &[
    "passed",
    "passes",
    "pass",
    "went",
    "goes",
    "moved",
    "moves",
    "came",
    "flowed",
    "flows",
    "transited",
    "shipped",
];
const HANDLED: &[&str] = &["handled", "processed", "loaded", "unloaded", "discharged", "transshipped"];
const PORTS: &[&str] = &[
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
        if !matches!(quantity.measure, Measure::Unit("t" | "TEU" | "other:container")) {
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
            .find(|at| {
                self.is_word(*at, HANDLED)
                    || self.is_word(*at, THROUGH)
                        && (at + 1..at + 3).any(|at| self.is_word(at, &["through", "via"]))
            })?;
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
                    || super::super::home::is_canal(&mention.region.code);
                port |= is_port;
                if is_port || named.is_none() && matches!(mention.region.level, Level::City | Level::Other) {
                    named = Some(self.code(*place, false));
                }
            }
        }
        if !port {
            return None;
        }
        // `loaded V of grain for export`, `shipped through its ports` are exports
        if (verb + 1..verb + 4).any(|at| self.is_word(at, &["for"]) && self.is_word(at + 1, &["export"])) {
            return None;
        }
        let topic = Topic {
            reporter_stated: named.is_some(),
            reporter: named.or_else(|| self.carried_reporter(Indicator::Freight)),
            ..Topic::of(Indicator::Freight)
        };
        self.go_on_with(topic.clone(), at, at);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/through")
    }
}
