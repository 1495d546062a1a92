//! The last reading: what speaks for and against a number's being of trade, added up.
//!
//! Where no rule and no word of the clause settles it, an editor goes by what stands around a number: whether its neighbours are
//! of trade, how far the last such figure is, which unit it has, which words lead up to it and follow. Each such sign is worth
//! points (`data/figures-signs.tsv`, fitted by `data/figures-signs.py` on annotated stories and checked on others); a number
//! whose points are more than nought is taken. `dateline tag --why` shows the signs and their sum.

use std::sync::LazyLock;

use super::super::super::lexicon::{Class, Prep, Strength, rows};
use super::super::super::pieces::What;
use super::super::super::quantity::{Measure, Quantity};
use super::super::Clauses;
use super::elsewhere::Says;
use rust_decimal::Decimal;

/// What leads up to a number and what follows it, in pieces.
const LEAD: usize = 8;
pub(super) const TAIL: usize = 5;

macro_rules! signs {
    ($($name:ident = $text:literal,)*) => {
        /// A sign, and the name that its points are listed under.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        enum Sign { $($name,)* }

        const NAMES: &[&str] = &[$($text,)*];
    };
}

signs! {
    Always = "always",
    Money = "money",
    SmallMoney = "money below a million",
    Percent = "percent",
    Points = "percentage points",
    Multiple = "multiple",
    Weight = "weight or volume",
    Things = "things",
    Scaled = "no unit",
    Range = "range",
    Fraction = "fraction",
    Signed = "plus or minus",
    OneRead = "one of the sentence read",
    MoreRead = "several of the sentence read",
    BeforeRead = "the number before read",
    BeforeUnread = "the number before unread",
    NextRead = "the next number read",
    NextUnread = "the next number unread",
    SameUnitRead = "read before in this unit",
    LastHere = "last figure one sentence back",
    LastNear = "last figure two or three back",
    LastFar = "last figure four to eight back",
    LastGone = "last figure further back",
    Never = "no figure yet",
    Mostly = "most numbers so far read",
    Partly = "some numbers so far read",
    Seldom = "few numbers so far read",
    HeadlineTrade = "headline of trade",
    SaysExports = "sentence names an indicator",
    SaysTrade = "sentence has a trade noun",
    SaysTraded = "sentence has a trade verb",
    SaysTariff = "sentence has a tariff",
    SaysQuota = "sentence has a quota",
    SaysInvest = "sentence has investing",
    SaysDeal = "sentence has a contract",
    SaysPlace = "sentence names a place",
    SaysOther = "sentence measures something else",
    SaysElse = "sentence makes or prices",
    LeadExports = "indicator leads up",
    LeadTrade = "trade noun leads up",
    LeadTraded = "trade verb leads up",
    LeadTariff = "tariff leads up",
    LeadQuota = "quota leads up",
    LeadTakes = "buying leads up",
    LeadGives = "selling leads up",
    LeadNeutral = "neutral noun leads up",
    LeadGoods = "goods lead up",
    LeadPlace = "place leads up",
    LeadAnaphor = "anaphor leads up",
    LeadChange = "change leads up",
    LeadLevel = "level leads up",
    LeadShare = "share leads up",
    LeadOther = "another measure leads up",
    LeadElse = "making or pricing leads up",
    LeadStranger = "a name leads up",
    LeadInvest = "investing leads up",
    LeadDeal = "contract leads up",
    AfterFrom = "after from",
    AfterTo = "after to",
    AfterBy = "after by",
    AfterOf = "after of",
    AfterWith = "after with",
    AfterAt = "after at",
    AfterAgainst = "after against",
    AfterBracket = "in brackets",
    TailTrade = "trade follows",
    TailOf = "of follows",
    TailMore = "more or less follows",
    TailChange = "change follows",
    TailPlace = "place follows",
    TailWorth = "worth of follows",
    TailOther = "another measure follows",
    TailElse = "making or pricing follows",
    TailTime = "time follows",
    Price = "price",
    PriceMove = "move of a price",
    SomethingElse = "of something else",
    SaysStatus = "forecast, aim or maybe",
    Compared = "comparison in the sentence",
}

/// Points of each sign, in hundredths of the logarithm of the odds.
static POINTS: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let mut points = vec![0; NAMES.len()];
    for [name, worth] in rows::<2>(include_str!("../../../../data/figures-signs.tsv")) {
        let at = NAMES.iter().position(|known| *known == name);
        debug_assert!(at.is_some(), "figures-signs.tsv: {name}");
        if let (Some(at), Ok(worth)) = (at, worth.parse()) {
            points[at] = worth;
        }
    }
    points
});

/// A set of signs.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Signs(u128);

impl Signs {
    fn set(&mut self, sign: Sign, holds: bool) {
        self.0 |= u128::from(holds) << sign as u32;
    }

    /// Whether the sentence names an indicator, or the headline has a word of trade.
    pub(super) fn names_trade(self) -> bool {
        [Sign::SaysExports, Sign::HeadlineTrade].into_iter().any(|sign| self.0 >> sign as u32 & 1 == 1)
    }

    fn all(self) -> impl Iterator<Item = usize> {
        let next = |left: &u128| Some(left & (left - 1)).filter(|left| *left != 0);
        let some = Some(self.0).filter(|all| *all != 0);
        std::iter::successors(some, next).map(|left| left.trailing_zeros() as usize)
    }

    pub(crate) fn points(self) -> i32 {
        self.all().map(|at| POINTS[at]).sum()
    }

    /// Each sign with its points.
    pub(crate) fn named(self) -> Vec<(&'static str, i32)> {
        self.all().map(|at| (NAMES[at], POINTS[at])).collect()
    }
}

impl Clauses<'_, '_> {
    /// What stands around a number that no rule took; `signs` are those of its sentence.
    pub(super) fn signs(&self, at: usize, quantity: &Quantity, mut signs: Signs) -> Signs {
        signs.set(Sign::Always, true);
        self.signs_of_the_number(at, quantity, &mut signs);
        self.signs_of_the_story(at, quantity, &mut signs);
        self.signs_before(at, &mut signs);
        self.signs_after(at, &mut signs);
        signs
    }

    fn signs_of_the_number(&self, at: usize, quantity: &Quantity, signs: &mut Signs) {
        let money = quantity.measure.is_money();
        signs.set(Sign::Money, money);
        signs.set(Sign::SmallMoney, money && quantity.value < Decimal::from(1_000_000));
        signs.set(Sign::Percent, quantity.measure == Measure::Percent);
        signs.set(Sign::Points, quantity.measure == Measure::Points);
        signs.set(Sign::Multiple, quantity.measure == Measure::Multiple);
        if let Measure::Unit(unit) = quantity.measure {
            let things = matches!(unit, "unit" | "vehicle" | "head" | "set" | "TEU");
            signs.set(Sign::Things, things);
            signs.set(Sign::Weight, !things);
        }
        signs.set(Sign::Scaled, matches!(quantity.measure, Measure::Scaled | Measure::Bare));
        signs.set(Sign::Range, quantity.high.is_some());
        signs.set(Sign::Fraction, quantity.fraction);
        signs.set(Sign::Signed, quantity.sign != 0);
        signs.set(Sign::Price, self.is_price(at + 1));
        signs.set(Sign::PriceMove, self.is_price_move(at));
        signs.set(Sign::SomethingElse, self.of_something_else(at, quantity));
    }

    fn signs_of_the_story(&self, at: usize, quantity: &Quantity, signs: &mut Signs) {
        let here = &self.drafts[self.first_draft..];
        signs.set(Sign::OneRead, here.len() == 1);
        signs.set(Sign::MoreRead, here.len() > 1);
        let read = |piece: usize| match self.what(piece) {
            Some(What::Quantity(index)) => Some(self.became[*index].is_some()),
            _ => None,
        };
        let before = (0..at).rev().find_map(read);
        signs.set(Sign::BeforeRead, before == Some(true));
        signs.set(Sign::BeforeUnread, before == Some(false));
        let next = (at + 1..self.pieces.list.len()).find_map(read);
        signs.set(Sign::NextRead, next == Some(true));
        signs.set(Sign::NextUnread, next == Some(false));
        let code = quantity.measure.code();
        signs.set(
            Sign::SameUnitRead,
            !quantity.measure.is_relative()
                && self.drafts.iter().rev().take(12).any(|draft| draft.unit == code),
        );
        let back = self.drafts[..self.first_draft].last().map(|draft| self.sentence - draft.sentence);
        signs.set(Sign::LastHere, back == Some(1));
        signs.set(Sign::LastNear, matches!(back, Some(2..=3)));
        signs.set(Sign::LastFar, matches!(back, Some(4..=8)));
        signs.set(Sign::LastGone, back.is_some_and(|back| back > 8));
        signs.set(Sign::Never, back.is_none());
        let (read, seen) = self.carry.counted;
        if seen > 0 {
            signs.set(Sign::Mostly, read * 4 >= seen * 3);
            signs.set(Sign::Partly, read * 4 < seen * 3 && read * 4 >= seen);
            signs.set(Sign::Seldom, read * 4 < seen);
        }
        signs.set(Sign::HeadlineTrade, self.carry.headline_of_trade);
    }

    pub(super) fn signs_of_the_sentence(&self) -> Signs {
        let mut signs = Signs::default();
        for at in 0..self.pieces.list.len() {
            match self.what(at) {
                Some(What::Class(Class::Indicator(_, strength))) => match strength {
                    Strength::Full => signs.set(Sign::SaysExports, true),
                    Strength::Head | Strength::Bare | Strength::Weak => signs.set(Sign::SaysTrade, true),
                    Strength::Verb | Strength::Shipped => signs.set(Sign::SaysTraded, true),
                },
                Some(What::Class(Class::Tariff)) => signs.set(Sign::SaysTariff, true),
                Some(What::Class(Class::Quota)) => signs.set(Sign::SaysQuota, true),
                Some(What::Class(Class::Invest)) => signs.set(Sign::SaysInvest, true),
                Some(What::Class(Class::Deal)) => signs.set(Sign::SaysDeal, true),
                Some(What::Class(Class::Other)) => signs.set(Sign::SaysOther, true),
                Some(What::Class(Class::Status(_))) => signs.set(Sign::SaysStatus, true),
                Some(What::Class(Class::Comparison(_))) => signs.set(Sign::Compared, true),
                Some(What::Region(_)) => signs.set(Sign::SaysPlace, true),
                Some(What::Word) if self.says(at, Says::ELSE) => signs.set(Sign::SaysElse, true),
                _ => {}
            }
        }
        signs
    }

    fn signs_before(&self, at: usize, signs: &mut Signs) {
        for back in (at.saturating_sub(LEAD)..at).rev() {
            match self.what(back) {
                Some(What::Quantity(_) | What::Sign(';')) => break,
                Some(What::Class(class)) => match class {
                    Class::Indicator(_, Strength::Full) => signs.set(Sign::LeadExports, true),
                    Class::Indicator(_, Strength::Head | Strength::Bare | Strength::Weak) => {
                        signs.set(Sign::LeadTrade, true);
                    }
                    Class::Indicator(..) => signs.set(Sign::LeadTraded, true),
                    Class::Tariff => signs.set(Sign::LeadTariff, true),
                    Class::Quota => signs.set(Sign::LeadQuota, true),
                    Class::Anaphor => signs.set(Sign::LeadAnaphor, true),
                    Class::Change(_) => signs.set(Sign::LeadChange, true),
                    Class::Level(_) => signs.set(Sign::LeadLevel, true),
                    Class::Share => signs.set(Sign::LeadShare, true),
                    Class::Other => signs.set(Sign::LeadOther, self.is_other(back)),
                    Class::Invest => signs.set(Sign::LeadInvest, true),
                    Class::Deal => signs.set(Sign::LeadDeal, true),
                    _ => {}
                },
                Some(What::Region(_)) => signs.set(Sign::LeadPlace, true),
                Some(What::Word) => {
                    signs.set(Sign::LeadTakes, self.says(back, Says::TAKES));
                    signs.set(Sign::LeadGives, self.says(back, Says::GIVES));
                    signs.set(Sign::LeadNeutral, self.says(back, Says::NEUTRAL));
                    signs.set(Sign::LeadElse, self.says(back, Says::ELSE));
                    signs.set(Sign::LeadGoods, self.is_goods(back));
                    signs.set(Sign::LeadStranger, self.has_stranger(back, back + 1));
                }
                _ => {}
            }
        }
        if let Some(left) = self.left_of(at) {
            match self.what(left) {
                Some(What::Class(Class::Prep(prep))) => match prep {
                    Prep::From => signs.set(Sign::AfterFrom, true),
                    Prep::To => signs.set(Sign::AfterTo, true),
                    Prep::By => signs.set(Sign::AfterBy, true),
                    Prep::Of => signs.set(Sign::AfterOf, true),
                    Prep::With => signs.set(Sign::AfterWith, true),
                    Prep::At => signs.set(Sign::AfterAt, true),
                    _ => {}
                },
                Some(What::Class(Class::Against | Class::Than)) => signs.set(Sign::AfterAgainst, true),
                Some(What::Sign('(')) => signs.set(Sign::AfterBracket, true),
                _ => {}
            }
        }
    }

    fn signs_after(&self, at: usize, signs: &mut Signs) {
        signs.set(Sign::TailOf, self.is_prep(at + 1, Prep::Of));
        for next in at + 1..at + 1 + TAIL {
            match self.what(next) {
                None | Some(What::Quantity(_) | What::Sign(';') | What::Class(Class::Break)) => break,
                Some(What::Class(class)) => match class {
                    Class::Indicator(..) | Class::Tariff | Class::Quota => signs.set(Sign::TailTrade, true),
                    Class::More(_) => signs.set(Sign::TailMore, true),
                    Class::Change(_) => signs.set(Sign::TailChange, true),
                    Class::Other => signs.set(Sign::TailOther, self.is_other(next)),
                    _ => {}
                },
                Some(What::Region(_)) => signs.set(Sign::TailPlace, true),
                Some(What::Time(_)) => signs.set(Sign::TailTime, true),
                Some(What::Word) => {
                    signs.set(Sign::TailWorth, self.is_word(next, words!["worth"]));
                    signs.set(Sign::TailElse, self.says(next, Says::ELSE));
                }
                _ => {}
            }
        }
    }
}
