//! Money that crosses a border, and no goods, services or investment in works: the flows of a capital account, securities that are bought
//! and sold, funds that banks move.
//!
//! Direct investment is told by its name where a story speaks of the capital account too: `a net inflow of V` is not it.

use article::Indicator;

use super::super::draft::Topic;
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;
use super::figure::is_fdi;

/// What is bought for its yield.
const SECURITIES: &Words = words![
    "securities",
    "bonds",
    "equities",
    "treasuries",
    "gilts",
    "treasury bonds",
    "treasury bills",
    "treasury securities",
    "promissory notes",
];
/// How the purchases and sales of these are named.
const TRADES: &Words = words![
    "purchases",
    "sales",
    "foreign purchases",
    "foreign sales",
    "overseas purchases",
    "overseas sales",
    "sales abroad",
];
/// Last words of what is no goods: `exported V in funds`, `a deficit of V in the short-term capital account`.
const MONEY: [&str; 6] = ["funds", "money", "securities", "cash", "bonds", "loans"];
/// Pieces between a number and what it is of.
const NEAR: usize = 7;

impl Clauses<'_, '_> {
    /// `Net foreign sales of Treasury securities were V after purchases of V2`.
    pub(super) fn trades_paper(&self, noun: usize) -> bool {
        self.may_say(SECURITIES)
            && self.is_word(noun, TRADES)
            && self.any_word(0..self.pieces.list.len(), SECURITIES)
    }

    /// Whether a number that the words around it make one of trade is of money.
    pub(super) fn is_of_finance(&self, at: usize, topic: &Topic) -> bool {
        if is_fdi(topic.indicator) {
            return self.is_of_a_capital_account()
                && !self.speaks_of_direct_investment()
                && !self.goes_on_with_investment(topic);
        }
        match topic.indicator {
            Indicator::Balance | Indicator::CurrentAccount if self.is_of_transfers(at) => true,
            Indicator::Exports | Indicator::Imports | Indicator::Balance => self.moves_money(at),
            _ => false,
        }
    }

    /// `transfer payments posted a V deficit`, `a V deficit in transfer payments`: what is given, and not traded.
    fn is_of_transfers(&self, at: usize) -> bool {
        const TRANSFERS: &Words = words!["transfer payments", "transfers", "unilateral transfers"];
        if !self.may_say(TRANSFERS) {
            return false;
        }
        let counts = |at: &usize| matches!(self.what(*at), Some(What::Quantity(_)));
        // `the current account, which covers services and transfers`, is no account of transfers
        let also = |at: usize| (1..3).any(|back| self.is_prep(at.wrapping_sub(back), Prep::And));
        let is = |at: usize| self.is_word(at, TRANSFERS) && !also(at);
        (at.saturating_sub(NEAR)..at).rev().take_while(|at| !counts(at)).any(is)
            || (at + 1..at + NEAR).take_while(|at| !counts(at)).any(is)
    }

    /// Whether the story tells of the flows of capital, long and short.
    fn is_of_a_capital_account(&self) -> bool {
        *self.carry.capital_account.get_or_init(|| {
            ["apital account", "term capital", "APITAL ACCOUNT", "TERM CAPITAL"]
                .iter()
                .any(|words| self.story.text.contains(words))
        })
    }

    /// `The power sector alone received V` behind what was invested.
    fn goes_on_with_investment(&self, topic: &Topic) -> bool {
        const CAPITAL: &Words = words![
            "inflow",
            "inflows",
            "outflow",
            "outflows",
            "flows",
            "capital",
            "net inflow",
            "net outflow",
            "capital inflow",
            "capital inflows",
            "capital outflow",
            "capital outflows",
        ];
        self.drafts.last().is_some_and(|last| last.topic.indicator == topic.indicator)
            && !self.any_word(0..self.pieces.list.len(), CAPITAL)
    }

    fn speaks_of_direct_investment(&self) -> bool {
        let first = self.pieces.list.first().map_or(0, |piece| piece.tokens.start);
        let last = self.pieces.list.last().map_or(0, |piece| piece.tokens.end);
        let text = self.story.words(self.bytes(first..last));
        ["irect", "DIRECT", "FDI", "foreign investment", "Foreign investment"]
            .iter()
            .any(|words| text.contains(words))
    }

    fn moves_money(&self, at: usize) -> bool {
        if !(self.is_prep(at + 1, Prep::In) || self.is_prep(at + 1, Prep::Of) || self.passes(at + 1)) {
            return false;
        }
        (at + 1..at + NEAR)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Sign('-' | '.')
                            | What::Class(
                                Class::Plain
                                    | Class::Prep(_)
                                    | Class::Other
                                    | Class::Level(_)
                                    | Class::Indicator(..)
                            )
                    )
                )
            })
            .any(|at| {
                let text = self.text(at).to_ascii_lowercase();
                let mut words = text.rsplit([' ', '\n', '-']).filter(|word| !word.is_empty());
                let (last, before) = (words.next().unwrap_or_default(), words.next());
                let closed = !matches!(self.what(at + 1), Some(What::Word));
                MONEY.contains(&last) && closed
                    || last == "transactions" && before == Some("securities")
                    || last == "account" && before == Some("capital")
            })
    }

    /// `were imported through securities transactions`.
    fn passes(&self, at: usize) -> bool {
        (at..at + 3).any(|at| self.is_word(at, words!["through", "via"]))
    }
}
