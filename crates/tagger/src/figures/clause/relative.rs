//! `Shipments to the US, which imposed a tariff of P, slumped P2`: what stands in a relative clause has a noun of its own, and the
//! verb behind its comma is that of the noun before it.

use super::super::draft::Topic;
use super::super::lexicon::Class;
use super::super::pieces::What;
use super::super::words::Words;
use super::{Clauses, Said};

/// Words that open a relative clause behind a comma.
const OPENS: &Words = words!["which", "who", "whose", "where"];
/// As many pieces a relative clause may have.
const LONGEST: usize = 28;

/// What the sentence speaks of on both sides of a relative clause.
pub(super) struct Relative {
    topic: Topic,
    topic_from: usize,
    /// The comma behind it.
    close: usize,
}

impl Clauses<'_, '_> {
    /// Keeps what is spoken of where a relative clause with a quantity begins and a verb follows its comma.
    pub(super) fn open_relative(&mut self, at: usize) {
        let comma = |at: usize| matches!(self.what(at), Some(What::Sign(',')));
        let waits = self.said == Said::Nothing && !self.blocked;
        if !waits || !self.is_word(at, OPENS) || !at.checked_sub(1).is_some_and(comma) {
            return;
        }
        let Some(topic) = self.topic.clone() else { return };
        let inside = at + 1..at + LONGEST;
        let close = inside
            .take_while(|at| !matches!(self.what(*at), None | Some(What::Sign(';' | ':' | '—' | '–'))))
            .find(|at| comma(*at) && self.verb_begins(at + 1));
        if let Some(close) = close {
            self.relative = Some(Relative { topic, topic_from: self.topic_from, close });
        }
    }

    /// A verb at once, or behind a small word: `, then fell`.
    fn verb_begins(&self, at: usize) -> bool {
        let verb = |at: usize| matches!(self.what(at), Some(What::Class(Class::Change(_) | Class::Level(_))));
        verb(at) || (matches!(self.what(at), Some(What::Class(Class::Plain))) && verb(at + 1))
    }

    /// Goes back to what was spoken of, at the comma behind a relative clause.
    pub(super) fn close_relative(&mut self, at: usize) {
        let Some(Relative { topic, topic_from, .. }) = self.relative.take_if(|open| open.close == at) else {
            return;
        };
        self.go_on_with(topic, topic_from, at);
        self.said = Said::Nothing;
    }
}
