//! The last reading: what speaks for and against a number's being of trade, added up.
//!
//! Where no rule and no word of the clause settles it, an editor goes by what stands around a number: whether its neighbours are
//! of trade, how far the last such figure is, which unit it has, which words lead up to it and follow. Each such sign is worth
//! points (`data/figures-signs.tsv`, fitted by `data/figures-signs.py` on annotated stories and checked on others); a number
//! whose points are more than nought is taken. `dateline tag --why` shows the signs and their sum.

use std::sync::LazyLock;

use super::super::super::draft::{Draft, Topic};
use super::super::super::lexicon::{Class, Measured, Prep, Strength, rows};
use super::super::super::pieces::What;
use super::super::super::quantity::{Measure, Quantity};
use super::super::tariff::CHARGES;
use super::super::{Clauses, Said};
use super::Stretch;
use super::elsewhere::Says;
use article::{Direction, FigureKind, Indicator};
use rust_decimal::Decimal;

/// What leads up to a number and what follows it, in pieces.
const LEAD: usize = 8;
const TAIL: usize = 5;

/// A place so near is beside the number.
const BESIDE: usize = 6;

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
        let money = matches!(quantity.measure, Measure::Money(_) | Measure::LocalMoney(..));
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
                    signs.set(Sign::TailWorth, self.is_word(next, &["worth"]));
                    signs.set(Sign::TailElse, self.says(next, Says::ELSE));
                }
                _ => {}
            }
        }
    }

    /// A number that the signs speak for, as what is spoken of around it.
    pub(super) fn likely(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let stretch = self.stretch(at);
        if self.trades_at_home(&stretch, at) {
            return None;
        }
        let topic =
            self.duty_goes_on(&stretch, at, quantity).or_else(|| self.contract(&stretch, at, quantity));
        let topic = match topic.or_else(|| self.topic_here(&stretch, at)) {
            Some(topic) => topic,
            None => self.topic_around(&stretch, at, quantity)?,
        };
        self.status = self.status_within(stretch.clause, at);
        self.will = false;
        let (kind, direction) = self.form_around(&stretch, at, quantity, &topic)?;
        let topic = Topic { growth: false, ..topic };
        self.topic = Some(topic.clone());
        let rule = match kind {
            FigureKind::Change => "likely/change",
            FigureKind::Share => "likely/share",
            _ => "likely/level",
        };
        self.draft(at, quantity, kind, topic, direction, rule)
    }

    /// `The agency bought V of flour for schools`: somebody buys or sells, and no place is named.
    fn trades_at_home(&self, stretch: &Stretch, at: usize) -> bool {
        let trades = (stretch.from..at).any(|at| self.says(at, Says::TAKES) || self.says(at, Says::GIVES));
        let abroad = (stretch.from..at + 1 + TAIL).any(|at| {
            matches!(
                self.what(at),
                Some(What::Region(_) | What::Class(Class::Indicator(..) | Class::Anaphor | Class::Peri(_)))
            ) || self.is_word(at, &["abroad", "overseas", "foreign"])
        });
        trades && !abroad && stretch.before.is_none()
    }

    /// `Taiwan was assigned 18 percent`, `At 20, the line-up changes`: the rates of a story of duties, where nothing else is named.
    fn duty_goes_on(&mut self, stretch: &Stretch, at: usize, quantity: &Quantity) -> Option<Topic> {
        if quantity.measure != Measure::Percent || self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let named = (stretch.from..at + 1 + TAIL).any(|at| {
            matches!(
                self.what(at),
                Some(What::Class(
                    Class::Indicator(_, Strength::Full | Strength::Head | Strength::Bare | Strength::Weak)
                        | Class::Other
                        | Class::Share
                ))
            )
        });
        let charges =
            (stretch.from..at).any(|at| self.is_word(at, CHARGES)) && self.is_prep(at + 1, Prep::On);
        let moved = (stretch.from..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Change(_)))));
        if named {
            return None;
        }
        if charges && let Some((levier, _)) = self.region_list(at + 2, true) {
            // `has levied P on EU steel`
            let who = (0..at).rev().find_map(|at| match self.what(at) {
                Some(What::Region(place)) => Some(self.levier(*place)),
                _ => None,
            });
            let reporter = who.filter(|who| *who != levier).or_else(|| self.carry.tariff.clone());
            return Some(Topic {
                reporter_stated: true,
                reporter,
                partner: Some(levier),
                partner_stated: true,
                ..Topic::of(Indicator::Tariff)
            });
        }
        // `subject to EU duties, the highest of them P`
        let duty = (0..stretch.from).rev().find(|at| {
            matches!(
                self.what(*at),
                Some(What::Quantity(_) | What::Class(Class::Tariff | Class::Indicator(_, Strength::Full)))
            )
        });
        if let Some(duty) = duty.filter(|at| matches!(self.what(*at), Some(What::Class(Class::Tariff))))
            && !moved
        {
            let kept = self.topic.take();
            self.tariff(duty);
            return std::mem::replace(&mut self.topic, kept);
        }
        let last = self.drafts.last().filter(|draft| draft.sentence + 2 >= self.sentence)?;
        if last.topic.indicator != Indicator::Tariff || moved {
            return None;
        }
        let mut topic = last.topic.clone();
        let place = (stretch.from..at).rev().find(|at| matches!(self.what(*at), Some(What::Region(_))));
        if let Some((codes, _)) = place.and_then(|at| self.region_list(at, true))
            && topic.reporter.as_ref() != Some(&codes)
        {
            (topic.partner, topic.partner_stated) = (Some(codes), true);
        }
        Some(topic)
    }

    /// `127 foreign trade contracts worth V`, `invested V in Brazil`: the word before the amount says more than the noun before it.
    fn contract(&mut self, stretch: &Stretch, at: usize, quantity: &Quantity) -> Option<Topic> {
        let money = matches!(quantity.measure, Measure::Money(_) | Measure::LocalMoney(..));
        let named = (stretch.from..at).rev().find(|at| {
            matches!(
                self.what(*at),
                Some(What::Class(
                    Class::Indicator(..) | Class::Deal | Class::Invest | Class::Tariff | Class::Quota
                ))
            )
        })?;
        match self.what(named) {
            Some(What::Class(Class::Deal)) if money => {
                let reporter = self.carried_reporter(Indicator::Deals);
                Some(Topic { reporter, ..Topic::of(Indicator::Deals) })
            }
            Some(What::Class(Class::Invest)) if money => self.poured_in(named, at),
            _ => None,
        }
    }

    /// `has invested V in Brazil`: abroad where the place is another's, else what came in.
    fn poured_in(&self, verb: usize, at: usize) -> Option<Topic> {
        let place = (verb + 1..at + 1 + TAIL).find(|at| {
            self.is_prep(at.wrapping_sub(1), Prep::In) && matches!(self.what(*at), Some(What::Region(_)))
        });
        let home = self.places.home.clone().or_else(|| self.carried_reporter(Indicator::Fdi));
        let there = place.and_then(|at| self.region_list(at, true)).map(|(codes, _)| codes);
        let abroad = there.filter(|there| Some(there) != home.as_ref());
        let foreign = self.is_word(verb.wrapping_sub(1), &["foreign", "inward", "overseas"]);
        if abroad.is_none() && !foreign {
            return None;
        }
        let indicator = if abroad.is_some() { Indicator::FdiOutward } else { Indicator::FdiInward };
        Some(Topic {
            reporter: home,
            partner_stated: abroad.is_some(),
            partner: abroad,
            ..Topic::of(indicator)
        })
    }

    /// What the words around a number are of, by the nearest of them that names something; else what was spoken of before.
    fn topic_around(&mut self, stretch: &Stretch, at: usize, quantity: &Quantity) -> Option<Topic> {
        let money = matches!(quantity.measure, Measure::Money(_) | Measure::LocalMoney(..));
        let relative = quantity.measure.is_relative();
        let fits = |at: &usize| match self.what(*at) {
            // `a free-trade deal` measures nothing
            Some(What::Class(Class::Indicator(_, Strength::Head))) => {
                !matches!(self.what(at + 1), Some(What::Word | What::Class(Class::Deal | Class::Other)))
                    && !self.is_word(at.wrapping_sub(1), &["free", "-"])
            }
            Some(What::Class(Class::Indicator(..))) => true,
            Some(What::Class(Class::Tariff)) => relative,
            Some(What::Class(Class::Quota)) => !relative && !money,
            Some(What::Class(Class::Deal)) => !relative,
            Some(What::Class(Class::Invest)) => money,
            _ => false,
        };
        let spoken = self.before(stretch, at);
        let near = (stretch.from..at).rev().chain(at + 1..at + 1 + TAIL).find(fits);
        let far = || (0..stretch.from).rev().find(fits).filter(|_| stretch.before.is_none());
        let Some(found) = near.or_else(far) else {
            return Some(self.of_the_place(stretch, at, spoken?));
        };
        match self.what(found) {
            Some(What::Class(Class::Indicator(measured, Strength::Verb | Strength::Shipped))) => {
                let mut topic = spoken.unwrap_or_else(|| Topic::of(measured.indicator));
                if topic.indicator != Indicator::Deals {
                    topic.indicator = measured.indicator;
                }
                Some(self.of_the_place(stretch, at, topic))
            }
            // `The deficit was V` after the budget
            Some(What::Class(Class::Indicator(measured, Strength::Bare)))
                if measured.indicator == Indicator::Balance && self.balance_of_else(found) =>
            {
                None
            }
            Some(What::Class(Class::Indicator(measured, _))) => {
                let measured = *measured;
                self.topic.clone_from(&spoken);
                self.said_before = Said::Nothing;
                self.begin(found, measured);
                let topic = self.topic.clone()?;
                Some(self.seen_from_home(found, topic, spoken.as_ref()))
            }
            Some(What::Class(Class::Quota)) => {
                self.topic = None;
                self.said_before = Said::Nothing;
                self.begin(found, Measured { indicator: Indicator::Quota, sign: 0 });
                self.topic.clone()
            }
            Some(What::Class(Class::Tariff)) => {
                self.topic = None;
                self.tariff(found);
                self.topic.clone().or(spoken)
            }
            Some(What::Class(Class::Deal)) => {
                let reporter = self.carried_reporter(Indicator::Deals);
                Some(Topic { reporter, ..Topic::of(Indicator::Deals) })
            }
            _ => self.poured_in(found, at).or(spoken),
        }
    }

    /// `France (V)`, `9.8 bcm to Turkey`: the place beside a number, in words that name nothing else.
    fn of_the_place(&self, stretch: &Stretch, at: usize, mut topic: Topic) -> Topic {
        let is_place = |at: &usize| matches!(self.what(*at), Some(What::Region(_)));
        let after = (at + 1..at + 1 + TAIL)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Quantity(_) | What::Class(Class::Break) | What::Sign(_)))
            })
            .find(|at| {
                is_place(at)
                    && matches!(
                        self.what(at.wrapping_sub(1)),
                        Some(What::Class(Class::Prep(Prep::To | Prep::From | Prep::With)))
                    )
            });
        let near = at.saturating_sub(BESIDE).max(stretch.from);
        let place = after.or_else(|| (near..at).rev().find(is_place));
        match place.and_then(|at| Some((at, self.region_list(at, true)?.0))) {
            Some((at, codes)) => self.party(&mut topic, at, codes, false, false),
            None if stretch.before.is_none() && self.carry.topic.is_none() => {
                (topic.partner, topic.partner_stated) = (None, false);
            }
            None => {}
        }
        topic
    }

    /// `Chinese purchases` in a story about what home sells are home's exports to China.
    fn seen_from_home(&self, noun: usize, topic: Topic, spoken: Option<&Topic>) -> Topic {
        let home = self.places.home.as_ref();
        // `Receipts from crude oil`
        if self.is_word(noun, &["receipts"]) && self.is_prep(noun + 1, Prep::From) {
            return Topic { indicator: Indicator::Exports, ..topic };
        }
        let other = topic.reporter_stated
            && topic.reporter.as_ref() != home
            && topic.reporter.as_deref().is_some_and(|code| code.len() == 2);
        let sold = spoken
            .is_some_and(|spoken| spoken.indicator == Indicator::Exports && spoken.reporter.as_ref() == home);
        if other && sold && self.is_word(noun, &["purchases", "buying", "intake"]) {
            return Topic {
                indicator: Indicator::Exports,
                partner: topic.reporter,
                partner_stated: true,
                reporter: home.cloned(),
                reporter_stated: false,
                ..topic
            };
        }
        topic
    }

    /// What the number says of its topic: by its own words, else like the number before it.
    fn form_around(
        &self,
        stretch: &Stretch,
        at: usize,
        quantity: &Quantity,
        topic: &Topic,
    ) -> Option<(FigureKind, Option<Direction>)> {
        let moved = |at: usize| match self.what(at) {
            Some(What::Class(Class::Change(direction) | Class::More(direction))) => Some(*direction),
            _ => None,
        };
        let after = (at + 1..at + 1 + TAIL)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Quantity(_) | What::Class(Class::Break) | What::Sign(_)))
            })
            .find_map(moved);
        let word = (stretch.from..at).rev().find_map(moved).or(after);
        if topic.indicator == Indicator::Tariff && quantity.measure == Measure::Percent {
            let by = self.left_of(at).is_some_and(|left| self.is_prep(left, Prep::By));
            return Some(match word.filter(|_| by) {
                Some(direction) => (FigureKind::Change, Some(direction)),
                None => (FigureKind::Level, None),
            });
        }
        if quantity.measure == Measure::Percent && quantity.sign != 0 {
            let up = quantity.sign > 0;
            return Some((FigureKind::Change, Some(if up { Direction::Up } else { Direction::Down })));
        }
        if quantity.measure == Measure::Percent && self.is_part(stretch, at) {
            return Some((FigureKind::Share, None));
        }
        if quantity.measure == Measure::Points
            && (stretch.from..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Contribute))))
        {
            return Some((FigureKind::Contribution, None));
        }
        if quantity.measure.is_relative() {
            if let Some(form) = self.form(stretch, at, quantity) {
                return Some(form);
            }
        } else {
            // `jumped $1.1 billion`, `by 1.8 bcm more`
            let left = self.left_of(at);
            let verb = left.and_then(|left| match self.what(left) {
                Some(What::Class(Class::Change(direction))) => Some(*direction),
                _ => None,
            });
            let more = match self.what(self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)))) {
                Some(What::Class(Class::More(direction))) => Some(*direction),
                _ => None,
            };
            if let Some(direction) = more.or(verb) {
                return Some((FigureKind::Change, Some(direction)));
            }
            return self.form(stretch, at, quantity);
        }
        let last = self.drafts.iter().rev().take(6).find(|draft| draft.unit == "percent");
        let last = last.filter(|draft| draft.sentence + 2 >= self.sentence);
        Some(match quantity.measure {
            Measure::Percent if self.is_prep(at + 1, Prep::Of) || quantity.fraction && word.is_none() => {
                (FigureKind::Share, None)
            }
            Measure::Percent => match (word, last) {
                (Some(direction), _) => (FigureKind::Change, Some(direction)),
                (None, Some(draft)) if draft.kind == FigureKind::Change => {
                    (FigureKind::Change, draft.direction)
                }
                (None, Some(draft)) if draft.kind == FigureKind::Share => (FigureKind::Share, None),
                _ => (FigureKind::Change, Some(Direction::Up)),
            },
            Measure::Points => {
                let direction = word.or_else(|| last.and_then(|last| last.direction));
                (FigureKind::Change, Some(direction?))
            }
            _ => {
                let up = quantity.value > Decimal::ONE;
                (FigureKind::Change, Some(if up { Direction::Up } else { Direction::Down }))
            }
        })
    }

    /// `the share of textiles thus came to P`, `or P`, `The top buyer was Germany with P`.
    fn is_part(&self, stretch: &Stretch, at: usize) -> bool {
        let or = self.is_word(at.wrapping_sub(1), &["or"])
            && stretch.before.is_some_and(|kin| self.drafts[kin].kind == FigureKind::Level);
        let part = |at: &usize| {
            matches!(self.what(*at), Some(What::Class(Class::Share)))
                || self.is_word(*at, &["share", "shares", "proportion", "percentage", "portion"])
        };
        let says = (stretch.clause..at).rev().find(|at| {
            part(at) || matches!(self.what(*at), Some(What::Class(Class::Change(_) | Class::More(_))))
        });
        let buyer =
            ["buyer", "customer", "supplier", "market", "destination", "buyers", "customers", "suppliers"];
        let ranked = self.left_of(at).is_some_and(|left| self.is_prep(left, Prep::With))
            && (stretch.clause..at).any(|at| self.is_word(at, &buyer))
            && (stretch.clause..at).any(|at| matches!(self.what(at), Some(What::Region(_))));
        or || ranked || says.is_some_and(|at| part(&at))
    }
}
