//! Numbers of something else: prices, what is made and kept, firms' own, and nouns that measure no trade.

use std::sync::LazyLock;

use super::super::super::lexicon::{Class, Keyed, Prep, rows};
use super::super::super::pieces::What;
use super::super::super::quantity::{Measure, Quantity};
use super::super::super::words::Words;
use super::super::Clauses;
use crate::text::key;
use crate::vocabulary::{Lists, Vocabulary};
use article::Indicator;
use rust_decimal::Decimal;

/// No trade is worth less, whatever the currency.
const LEAST_MONEY: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// What a word says of the clause that it stands in, by the lists of `data/figures-open.tsv`.
#[derive(Clone, Copy)]
pub(super) struct Says(u8);

impl Says {
    pub(super) const TAKES: Self = Self(1);
    pub(super) const GIVES: Self = Self(1 << 1);
    pub(super) const ELSE: Self = Self(1 << 2);
    pub(super) const NEUTRAL: Self = Self(1 << 3);
    pub(super) const EACH: Self = Self(1 << 4);
    pub(super) const PORT: Self = Self(1 << 5);
    pub(super) const ADVERB: Self = Self(1 << 6);

    fn of_class(class: &str) -> Self {
        match class {
            "take" => Self::TAKES,
            "give" => Self::GIVES,
            "else" => Self::ELSE,
            "neutral" => Self::NEUTRAL,
            "each" => Self::EACH,
            "port" => Self::PORT,
            _ => Self::ADVERB,
        }
    }
}

static WORDS: LazyLock<Keyed<u8>> = LazyLock::new(|| {
    let mut words = Keyed::<u8>::default();
    for [class, forms] in rows::<2>(include_str!("../../../../data/figures-open.tsv")) {
        for form in forms.split(',') {
            *words.entry(key(form)).or_default() |= Says::of_class(class).0;
        }
    }
    words
});

/// The first words of these.
pub(in super::super) fn enter(vocabulary: &mut Vocabulary) {
    for [_, forms] in rows::<2>(include_str!("../../../../data/figures-open.tsv")) {
        for first in forms.split(',').filter_map(|form| form.split(' ').next()) {
            vocabulary.add(key(first), Lists::OPEN);
        }
    }
}

impl Clauses<'_, '_> {
    pub(super) fn says(&self, at: usize, what: Says) -> bool {
        self.begins_in(at, Lists::OPEN)
            && WORDS.get(&key(self.text(at))).is_some_and(|found| found & what.0 != 0)
    }

    /// `a barrel`, `per tonne` after an amount.
    pub(in super::super) fn is_price(&self, at: usize) -> bool {
        const EACH: &Words =
            words!["per", "a", "an", "each", "every", "/", "apiece", "per barrel", "per tonne"];
        // `88 million dollars each way`
        let way = || self.is_word(at, words!["each"]) && self.is_word(at + 1, words!["way"]);
        if !self.is_word(at, EACH) || way() {
            return false;
        }
        // `10,000 yen per 10 kilograms`
        if self.is_word(at, words!["per"])
            && matches!(self.what(at + 1), Some(What::Quantity(index))
                if matches!(self.pieces.quantities[*index].measure, Measure::Unit(_)))
        {
            return true;
        }
        let per = self.is_word(at, words!["per", "a", "an", "each", "every", "/"]);
        (per && self.says(at + 1, Says::EACH))
            || self.is_word(at, words!["each", "apiece", "per barrel", "per tonne"])
    }

    /// `added 0.7% to $12,950 a tonne`, `closed down 1.5% Friday at $8.56 a bushel`.
    pub(super) fn is_price_move(&self, at: usize) -> bool {
        (at + 1..at + 9)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(';' | ',')) | None)
            })
            .any(|at| self.is_price(at))
    }

    /// `5 percent of gross domestic product`, `V in revenue`, `doubled their rates`, `25 million visits`, `bags of 60 kg`.
    pub(super) fn of_something_else(&self, at: usize, quantity: &Quantity) -> bool {
        let noun = |from: usize, reach: usize| {
            (from..from + reach)
                .take_while(|at| {
                    matches!(
                        self.what(*at),
                        Some(
                            What::Class(
                                Class::Plain
                                    | Class::Other
                                    | Class::Peri(_)
                                    | Class::Quota
                                    | Class::Tariff
                                    | Class::Deal
                                    | Class::Invest
                            ) | What::Word
                                | What::Region(_)
                                | What::Possessive
                                | What::Sign('-')
                                | What::Quantity(_)
                                | What::Number
                                | What::Time(_)
                        )
                    )
                })
                .any(|at| self.is_other(at) || self.says(at, Says::ELSE))
        };
        // … and what it is the price of
        if self.is_word(at.wrapping_sub(1), words!["per"]) && matches!(quantity.measure, Measure::Unit(_)) {
            return true;
        }
        // what is worth so little is a price or a rate
        if quantity.measure.is_money() && quantity.value < LEAST_MONEY {
            return true;
        }
        if matches!(quantity.measure, Measure::Scaled) && matches!(self.what(at + 1), Some(What::Word)) {
            return true;
        }
        // `Rs 22,000 per maund`
        if quantity.measure.is_money()
            && self.is_word(at + 1, words!["per", "a", "an"])
            && matches!(self.what(at + 2), Some(What::Word))
            && !self.is_word(at + 2, words!["year", "month", "week", "day", "quarter"])
        {
            return true;
        }
        if quantity.value == Decimal::ONE && matches!(quantity.measure, Measure::Unit(_)) {
            return true;
        }
        if let (Some(What::Class(Class::Prep(Prep::Of))), Some(What::Quantity(index))) =
            (self.what(at.wrapping_sub(1)), self.what(at.wrapping_sub(2)))
            && matches!(self.pieces.quantities[*index].measure, Measure::Unit(_))
        {
            return true;
        }
        let of = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)));
        ((self.is_prep(of, Prep::Of) || self.is_prep(of, Prep::In)) && noun(of + 1, 6)) || noun(at + 1, 4)
    }

    /// A noun that measures something else. The orders of a story about orders do not, nor do earnings from goods.
    pub(super) fn is_other(&self, at: usize) -> bool {
        match self.what(at) {
            Some(What::Class(Class::Other)) => {
                // `in dollar terms`
                let terms = self.is_word(at + 1, words!["terms"]);
                let earned = self
                    .is_word(at, words!["earnings", "receipts", "revenue", "revenues", "income"])
                    && (self.is_prep(at + 1, Prep::From)
                        || self.is_word(
                            at.wrapping_sub(1),
                            words!["dollar", "foreign exchange", "export", "currency"],
                        ));
                !(terms || earned || self.is_order(at))
            }
            Some(What::Class(Class::Deal)) => !self.is_order(at),
            Some(What::Class(Class::Invest)) => {
                !self.drafts.last().is_some_and(|draft| super::super::figure::is_fdi(draft.topic.indicator))
            }
            Some(What::Class(Class::Tariff | Class::Quota)) => true,
            _ => false,
        }
    }

    /// `orders` in a story about orders.
    fn is_order(&self, at: usize) -> bool {
        self.is_word(at, words!["orders"])
            && self.drafts.last().is_some_and(|draft| draft.topic.indicator == Indicator::Deals)
    }

    /// The name of a firm or a person: what these sell and say is their own.
    pub(super) fn has_stranger(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            matches!(self.what(at), Some(What::Word)) && {
                let tokens = &self.pieces.list[at].tokens;
                let opens =
                    at == 0 || matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('.' | '"' | '“')));
                let name = self.story.tokens.get(tokens.start).is_some_and(|token| token.capital);
                name && !opens && !self.text(at).chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
            }
        })
    }

    /// `Its sales in the United States were V`: what a firm sells there, wherever that was made.
    pub(super) fn sells_there(&self, at: usize) -> bool {
        self.is_word(at, words!["sales"])
            && self.is_word(
                at.wrapping_sub(1),
                words!["its", "their", "group", "company", "unit", "vehicle", "car", "retail"],
            )
            && self.is_prep(at + 1, Prep::In)
            && (at + 2..at + 4).any(|at| matches!(self.what(at), Some(What::Region(_))))
    }

    /// `Swatch's sales`: a name that is no place, and what it owns.
    pub(super) fn owns_sales(&self, at: usize) -> bool {
        self.is_word(at + 2, words!["sales", "deliveries", "shipments", "output", "business", "orders"])
            && matches!(self.what(at), Some(What::Word))
            && matches!(self.what(at + 1), Some(What::Possessive))
            && self.story.tokens.get(self.pieces.list[at].tokens.start).is_some_and(|token| token.capital)
    }
}
