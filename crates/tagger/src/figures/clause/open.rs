//! The second reading: quantities that no rule took, in a story that speaks of trade.
//!
//! A report goes on about its subject in words that no grammar lists: `Japan got 6.1 million tonnes, 11 percent less`. Such a
//! quantity is of what the paragraph is of, if its own words name a place, goods or a flow, and nothing else that is counted;
//! the form of the words says whether it is an amount, a change or a share.

use std::sync::LazyLock;

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Keyed, Prep, Strength, rows};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::Clauses;
use crate::text::key;
use crate::vocabulary::Lists;
use article::{Direction, FigureKind, Indicator, Level};
use rust_decimal::Decimal;

/// No trade is worth less, whatever the currency.
const LEAST_MONEY: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// So many sentences may lie between a figure of trade and the next.
const NEAR: usize = 8;

/// Likewise, of a port.
const NEAR_PORT: usize = 5;

/// What a word says of the clause that it stands in, by the lists of `data/figures-open.tsv`.
#[derive(Clone, Copy)]
struct Says(u8);

impl Says {
    const TAKES: Self = Self(1);
    const GIVES: Self = Self(1 << 1);
    const ELSE: Self = Self(1 << 2);
    const NEUTRAL: Self = Self(1 << 3);
    const EACH: Self = Self(1 << 4);
    const PORT: Self = Self(1 << 5);
    const ADVERB: Self = Self(1 << 6);

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
    for [class, forms] in rows::<2>(include_str!("../../../data/figures-open.tsv")) {
        for form in forms.split(',') {
            *words.entry(key(form)).or_default() |= Says::of_class(class).0;
        }
    }
    words
});

/// What stands first in a stretch.
enum Head {
    None,
    Place,
    /// Words that a sector's list knows.
    Goods,
    Neutral,
    Unknown,
}

/// The words between the quantity before, or the start of the clause, and a quantity.
struct Stretch {
    from: usize,
    /// Of the clause that it stands in.
    clause: usize,
    /// The figure that the quantity before it became, where that is in the same clause.
    before: Option<usize>,
    /// Whether the quantity before it in the clause became no figure.
    unread: bool,
}

impl Clauses<'_, '_> {
    /// Reads what is left of the sentence, from left to right.
    pub(super) fn read_on(&mut self) {
        if self.became.iter().all(Option::is_some) || !self.speaks_of_trade() {
            return;
        }
        let kept = (
            self.topic.clone(),
            self.topic_from,
            self.topic_end,
            self.blocked,
            self.said,
            self.status,
            self.will,
        );
        let first = self.drafts.len();
        for at in 0..self.pieces.list.len() {
            let What::Quantity(index) = self.pieces.list[at].what else { continue };
            if self.became[index].is_some() || self.pieces.quantities[index].price {
                continue;
            }
            let quantity = self.pieces.quantities[index].clone();
            if let Some(draft) = self.open(at, &quantity) {
                self.became[index] = Some(self.drafts.len());
                self.drafts.push(draft);
            }
        }
        (self.topic, self.topic_from, self.topic_end, self.blocked, self.said, self.status, self.will) = kept;
        if self.drafts.len() > first {
            self.in_order();
        }
    }

    fn says(&self, at: usize, what: Says) -> bool {
        WORDS.get(&key(self.text(at))).is_some_and(|found| found & what.0 != 0)
    }

    /// Whether the story has given figures of trade before, or this sentence has.
    fn speaks_of_trade(&self) -> bool {
        self.drafts.last().is_some_and(|draft| draft.sentence + NEAR >= self.sentence)
    }

    /// The sentence's figures as they stand in the text.
    fn in_order(&mut self) {
        let first = self.first_draft;
        let mut order: Vec<usize> = (first..self.drafts.len()).collect();
        order.sort_by_key(|at| self.drafts[*at].bytes.start);
        let mut now = vec![0; order.len()];
        for (place, at) in order.iter().enumerate() {
            now[*at - first] = first + place;
        }
        let moved = |at: usize| at.checked_sub(first).and_then(|at| now.get(at)).copied().unwrap_or(at);
        let mut sorted: Vec<Draft> = order.iter().map(|at| self.drafts[*at].clone()).collect();
        for draft in &mut sorted {
            draft.twin_of = draft.twin_of.map(moved);
            draft.of = draft.of.map(moved);
        }
        self.drafts.truncate(first);
        self.drafts.append(&mut sorted);
        for draft in self.became.iter_mut().flatten() {
            *draft = moved(*draft);
        }
    }

    fn open(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if matches!(quantity.measure, Measure::Bare)
            || self.is_price(at + 1)
            || self.of_something_else(at, quantity)
        {
            return None;
        }
        if self.drafts.last().is_some_and(|last| {
            last.topic.indicator == Indicator::Freight && last.sentence + NEAR_PORT >= self.sentence
        }) && let Some(draft) = self.of_the_port(at, quantity)
        {
            return Some(draft);
        }
        let stretch = self.stretch(at);
        // `manufactured goods` may be traded
        let made = |at: usize| {
            self.says(at, Says::ELSE)
                && !(matches!(self.what(at + 1), Some(What::Word | What::Class(Class::Plain)))
                    && self.is_word(at, &["manufactured", "refined", "processed", "assembled", "domestic"]))
        };
        if (stretch.from..at).any(|at| self.is_other(at) || made(at) || self.is_price(at))
            || self.has_stranger(stretch.from, at)
            || self.is_price_move(at)
        {
            return None;
        }
        let mut topic = self.topic_here(&stretch, at)?;
        self.status = (stretch.clause..at).rev().find_map(|back| match self.what(back) {
            Some(What::Class(Class::Status(status))) => Some(*status),
            _ => None,
        });
        self.will = false;
        let (kind, direction) = self.form(&stretch, at, quantity)?;
        if topic.indicator == Indicator::Balance && kind == FigureKind::Share {
            let flow = self
                .drafts
                .iter()
                .rev()
                .take(12)
                .find(|draft| super::figure::is_flow(draft.topic.indicator))?;
            topic = Topic {
                partner: topic.partner,
                partner_stated: topic.partner_stated,
                commodity: topic.commodity,
                ..flow.topic.clone()
            };
        }
        topic.growth = false;
        let base = kind == FigureKind::Level
            && self.left_of(at).is_some_and(|before| {
                matches!(
                    self.what(before),
                    Some(What::Class(Class::Against | Class::Than | Class::Prep(Prep::From)))
                )
            });
        self.topic = Some(topic.clone());
        if base {
            return self.base_level(at, quantity, topic, "open/base");
        }
        let rule = match kind {
            FigureKind::Change => "open/change",
            FigureKind::Share => "open/share",
            _ => "open/level",
        };
        self.draft(at, quantity, kind, topic, direction, rule)
    }

    /// `container vessels contributed V tons, tankers V2`: what a port or canal handles, in a story about it.
    ///
    /// Not: what is stored, or of another place.
    pub(super) fn of_the_port(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let reporter = self.places.port.clone()?;
        let (unit, _) = self.unit(quantity)?;
        if !(matches!(unit, "t" | "TEU") || unit.ends_with("_ton"))
            || matches!(quantity.measure, Measure::Bare)
        {
            return None;
        }
        let stretch = self.stretch(at);
        let afloat = ["ships", "vessels"];
        let stray = |at: usize| {
            self.is_other(at)
                || self.says(at, Says::ELSE) && !self.is_word(at, &afloat)
                // what arrives from farms is not handled yet
                || matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                    if measured.indicator != Indicator::Freight && !self.is_word(at, &["cargo", "cargoes"]))
                // `vessels with room for V`
                || self.is_word(at, &["room", "capacity", "size", "draught"])
                || matches!(self.what(at), Some(What::Region(place))
                    if *self.places.codes[self.places.mentions[*place].at].own != *reporter)
        };
        if (stretch.from..at).any(stray) || self.of_something_else(at, quantity) || self.is_price(at + 1) {
            return None;
        }
        let (kind, direction) = self.form(&stretch, at, quantity)?;
        let topic = Topic {
            indicator: Indicator::Freight,
            sign: 0,
            commodity: None,
            reporter: Some(reporter),
            reporter_stated: false,
            partner: None,
            partner_stated: false,
            growth: false,
        };
        let status = (stretch.clause..at).rev().find_map(|back| match self.what(back) {
            Some(What::Class(Class::Status(status))) => Some(*status),
            _ => None,
        });
        let kept = std::mem::replace(&mut self.status, status);
        let based = kind == FigureKind::Level
            && self.left_of(at).is_some_and(|before| {
                matches!(self.what(before), Some(What::Class(Class::Against | Class::Prep(Prep::From))))
            });
        let draft = if based {
            self.base_level(at, quantity, topic, "open/base")
        } else {
            self.draft(at, quantity, kind, topic, direction, "open/level")
        };
        self.status = kept;
        draft
    }

    fn stretch(&self, at: usize) -> Stretch {
        let mut from = at;
        let mut before = None;
        let mut unread = false;
        let mut clause = None;
        while from > 0 {
            match self.what(from.wrapping_sub(1)) {
                Some(What::Class(Class::Break)) if self.aside_is_over(from - 1, at) => from -= 1,
                Some(What::Class(Class::Break)) if !self.says(from.wrapping_sub(1), Says::ADVERB) => break,
                Some(What::Sign(';' | ':' | '—')) => break,
                // `the third straight monthly drop`
                Some(What::Quantity(index))
                    if self.became[*index].is_none() && self.pieces.quantities[*index].fraction =>
                {
                    from -= 1;
                }
                Some(What::Quantity(index)) => {
                    before = self.became[*index];
                    unread = before.is_none();
                    clause = Some(from);
                    break;
                }
                _ => from -= 1,
            }
        }
        let mut start = clause.map_or(from, |from| from - 1);
        while start > 0
            && clause.is_some()
            && !matches!(
                self.what(start.wrapping_sub(1)),
                Some(What::Class(Class::Break) | What::Sign(';' | '—'))
            )
        {
            start -= 1;
        }
        Stretch { from, clause: start, before, unread }
    }

    /// `Shares of Sonora Copper, which mines in Arizona, gained P`: whether an aside has ended before a quantity.
    fn aside_is_over(&self, opens: usize, at: usize) -> bool {
        matches!(self.what(opens.wrapping_sub(1)), Some(What::Sign(',')))
            && (opens + 1..at).find(|at| matches!(self.what(*at), Some(What::Sign(',')))).is_some_and(
                |close| {
                    matches!(
                        self.what(close + 1),
                        Some(What::Class(Class::Change(_) | Class::Level(_) | Class::Share))
                    )
                },
            )
    }

    /// `a barrel`, `per tonne` after an amount.
    pub(super) fn is_price(&self, at: usize) -> bool {
        let word = self.text(at);
        let per = word.eq_ignore_ascii_case("per")
            || ["a", "an", "each", "every"].iter().any(|each| word.eq_ignore_ascii_case(each))
            || word == "/";
        (per && self.says(at + 1, Says::EACH))
            || self.is_word(at, &["each", "apiece", "per barrel", "per tonne"])
    }

    /// `added 0.7% to $12,950 a tonne`, `closed down 1.5% Friday at $8.56 a bushel`.
    fn is_price_move(&self, at: usize) -> bool {
        (at + 1..at + 9)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(';' | ',')) | None)
            })
            .any(|at| self.is_price(at))
    }

    /// `5 percent of gross domestic product`, `V in revenue`, `doubled their rates`, `25 million visits`, `bags of 60 kg`.
    fn of_something_else(&self, at: usize, quantity: &Quantity) -> bool {
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
        // what is worth so little is a price or a rate
        if matches!(quantity.measure, Measure::Money(_) | Measure::LocalMoney(..))
            && quantity.value < LEAST_MONEY
        {
            return true;
        }
        if matches!(quantity.measure, Measure::Scaled) && matches!(self.what(at + 1), Some(What::Word)) {
            return true;
        }
        // `Rs 22,000 per maund`
        if matches!(quantity.measure, Measure::Money(_) | Measure::LocalMoney(..))
            && self.is_word(at + 1, &["per", "a", "an"])
            && matches!(self.what(at + 2), Some(What::Word))
            && !self.is_word(at + 2, &["year", "month", "week", "day", "quarter"])
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
    fn is_other(&self, at: usize) -> bool {
        match self.what(at) {
            Some(What::Class(Class::Other)) => {
                // `in dollar terms`
                let terms = self.is_word(at + 1, &["terms"]);
                let earned = self.is_word(at, &["earnings", "receipts", "revenue", "revenues", "income"])
                    && (self.is_prep(at + 1, Prep::From)
                        || self.is_word(
                            at.wrapping_sub(1),
                            &["dollar", "foreign exchange", "export", "currency"],
                        ));
                !(terms || earned || self.is_order(at))
            }
            Some(What::Class(Class::Deal)) => !self.is_order(at),
            Some(What::Class(Class::Invest)) => !self.drafts.last().is_some_and(|draft| {
                matches!(draft.topic.indicator, Indicator::Fdi | Indicator::FdiInward | Indicator::FdiOutward)
            }),
            Some(What::Class(Class::Tariff | Class::Quota)) => true,
            _ => false,
        }
    }

    /// `orders` in a story about orders.
    fn is_order(&self, at: usize) -> bool {
        self.is_word(at, &["orders"])
            && self.drafts.last().is_some_and(|draft| draft.topic.indicator == Indicator::Deals)
    }

    /// The name of a firm or a person: what these sell and say is their own.
    fn has_stranger(&self, from: usize, to: usize) -> bool {
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

    /// What the stretch speaks of: by its own noun or verb, else what the paragraph does.
    fn topic_here(&mut self, stretch: &Stretch, at: usize) -> Option<Topic> {
        let noun = (stretch.from..at).rev().find_map(|back| match self.what(back) {
            Some(What::Class(Class::Indicator(measured, strength)))
                if !matches!(strength, Strength::Verb | Strength::Shipped) =>
            {
                Some((back, *measured, *strength))
            }
            _ => None,
        });
        let spoken = self.before(stretch, at);
        if let Some((noun, measured, strength)) = noun {
            let known = matches!(strength, Strength::Full)
                || spoken.as_ref().is_some_and(|topic| topic.indicator == measured.indicator);
            let traded = spoken.as_ref().is_some_and(|topic| topic.indicator == Indicator::Trade);
            if !known || measured.indicator == Indicator::Trade && strength != Strength::Full && !traded {
                return None;
            }
            let mut measured = measured;
            if strength == Strength::Bare && measured.indicator == Indicator::Balance {
                if self.balance_of_else(noun) {
                    return None;
                }
                if self.of_the_account(noun) {
                    measured.indicator = Indicator::CurrentAccount;
                }
            }
            self.topic = spoken;
            self.said_before = super::Said::Nothing;
            self.begin(noun, measured);
            return self.topic.clone();
        }
        let mut topic = spoken?;
        if matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            topic = self
                .drafts
                .iter()
                .rev()
                .take(12)
                .map(|draft| &draft.topic)
                .find(|topic| super::figure::is_flow(topic.indicator))?
                .clone();
        }
        if topic.indicator == Indicator::CurrentAccount {
            return None;
        }
        if topic.indicator == Indicator::FdiInward
            && let Some(code) = self.economies(stretch.from, at)
        {
            (topic.reporter, topic.reporter_stated) = (Some(code), true);
            return Some(topic);
        }
        let takes = (stretch.from..at).any(|at| self.says(at, Says::TAKES));
        let gives = (stretch.from..at).any(|at| self.says(at, Says::GIVES)) || self.left_the_country(at);
        let place = (stretch.from..at).find(|back| matches!(self.what(*back), Some(What::Region(_))));
        // `the United States, which took machines for V`
        let place = place.or_else(|| {
            let which =
                stretch.from.checked_sub(1).filter(|at| self.is_word(*at, &["which", "who", "that"]))?;
            (which.saturating_sub(2)..which)
                .rev()
                .find(|back| matches!(self.what(*back), Some(What::Region(_))))
        });
        // `Rotterdam boxed V`, `Antwerp's V`: a port has its own freight
        if topic.indicator == Indicator::Freight
            && let Some(at) = place
            && let Some(What::Region(port)) = self.what(at)
            && matches!(self.places.mentions[*port].region.level, Level::City | Level::Other)
            && !matches!(
                self.what(at.wrapping_sub(1)),
                Some(What::Class(Class::Prep(Prep::To | Prep::From | Prep::With | Prep::Between | Prep::Of)))
            )
        {
            return Some(Topic {
                reporter: Some(self.code(*port, false)),
                reporter_stated: true,
                partner: None,
                partner_stated: false,
                commodity: None,
                ..topic
            });
        }
        let place = place.and_then(|at| self.region_list(at, true).map(|(codes, _)| (at, codes)));
        let refers = (stretch.from..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Anaphor))));
        let bare = (stretch.from..at).all(|at| {
            !matches!(self.what(at), Some(What::Word | What::Region(_) | What::Class(Class::Anaphor)))
        });
        let handled = (stretch.from..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Handled))));
        if handled && (stretch.from..at).any(|at| self.says(at, Says::PORT)) {
            topic = Topic {
                indicator: Indicator::Freight,
                partner: None,
                partner_stated: false,
                commodity: None,
                ..topic
            };
        }
        if self.left_the_country(at)
            && matches!(topic.indicator, Indicator::Imports | Indicator::Balance | Indicator::Trade)
            && topic.partner.as_deref().is_none_or(|partner| partner == "WORLD")
        {
            topic.indicator = Indicator::Exports;
        }
        if bare {
            // `, 11 percent less`: said of the figure before it
            let Some(kin) = stretch.before else {
                return (gives && !stretch.unread).then_some(topic);
            };
            return Some(self.drafts[kin].topic.clone());
        }
        if stretch.unread && !(takes || gives) {
            return None;
        }
        // `The bank bought V`: money for which nobody says what was bought
        let money = matches!(self.what(at), Some(What::Quantity(index))
            if matches!(self.pieces.quantities[*index].measure, Measure::Money(_) | Measure::LocalMoney(..)));
        let bare_money = (takes || gives)
            && money
            && place.is_none()
            && !refers
            && !(self.is_prep(at + 1, Prep::Of)
                || self.is_prep(at + 1, Prep::In)
                || self.is_prep(at + 1, Prep::On))
            && !(stretch.from..at + 2)
                .any(|at| self.is_word(at, &["worth", "goods", "products", "valued at"]));
        // `It is to rise to V` of what the sentence before measures
        let it = (stretch.from..at).any(|at| self.is_word(at, &["it", "they", "the figure", "figure"]));
        let of_before = it
            && stretch.before.is_none()
            && self.drafts.last().is_none_or(|last| last.sentence + 1 < self.sentence);
        if bare_money || of_before {
            return None;
        }
        let goods = match self.head(stretch.from, at) {
            Head::Place | Head::None | Head::Neutral => false,
            Head::Goods => true,
            Head::Unknown if (takes || gives) && (place.is_some() || self.goods_from(at).is_some()) => false,
            // `ahead of phones, AED77 billion`
            Head::Unknown if self.is_listed(stretch, at) => true,
            Head::Unknown => return None,
        };
        if !(place.is_some()
            || goods
            || refers
            || takes
            || gives
            || matches!(self.head(stretch.from, at), Head::Neutral))
        {
            return None;
        }
        // whom the paragraph before spoke of is not whom this one does
        if stretch.before.is_none() && !refers {
            let two = self.carry.bilateral.as_ref().filter(|(one, _)| topic.reporter.as_ref() == Some(one));
            topic.partner = two.map(|(_, other)| other.clone());
            topic.partner_stated = false;
        }
        if let Some((place, codes)) = place {
            self.party(&mut topic, place, codes, takes, gives);
        } else if takes || gives {
            Self::flow(&mut topic, takes);
        }
        if goods {
            topic.commodity =
                self.before_bracket(at).or_else(|| self.goods_between(stretch.from, at)).or(topic.commodity);
        }
        Some(topic)
    }

    /// `134,700 tonnes left the country`, `313,000 tonnes had been shipped`.
    fn left_the_country(&self, at: usize) -> bool {
        (at + 1..at + 5)
            .take_while(|at| {
                !matches!(
                    self.what(*at),
                    Some(What::Sign(_) | What::Quantity(_) | What::Class(Class::Break)) | None
                )
            })
            .any(|next| {
                self.is_word(
                    next,
                    &["shipped", "sold", "sent", "delivered", "supplied", "bought", "purchased", "imported"],
                ) && (at + 1..next).any(|be| self.is_word(be, &["was", "were", "been", "be"]))
                    || (self.is_word(next, &["left", "leave", "leaving"])
                        && (next + 1..next + 3)
                            .any(|at| matches!(self.what(at), Some(What::Class(Class::Peri(_))))))
            })
    }

    /// `bought V of Australian wine`: where the goods are from.
    fn goods_from(&self, at: usize) -> Option<usize> {
        let of = at + 1;
        let place = self.skip(of + 1, |what| matches!(what, What::Class(Class::Plain)));
        match self.what(place) {
            Some(What::Region(place)) if self.is_prep(of, Prep::Of) => Some(*place),
            _ => None,
        }
    }

    /// An item of a list: a few words without a verb after a figure in the same unit.
    fn is_listed(&self, stretch: &Stretch, at: usize) -> bool {
        let Some(kin) = stretch.before.map(|kin| &self.drafts[kin]) else { return false };
        let Some(What::Quantity(index)) = self.what(at) else { return false };
        let unit = self.unit(&self.pieces.quantities[*index]);
        unit.is_some_and(|(unit, _)| unit == kin.unit)
            && at - stretch.from <= 7
            && (stretch.from..at).all(|at| {
                !matches!(
                    self.what(at),
                    Some(What::Class(
                        Class::Change(_) | Class::Level(_) | Class::Share | Class::Invest | Class::Handled
                    ))
                )
            })
    }

    /// `cotton yarn (`
    fn before_bracket(&self, at: usize) -> Option<Name> {
        let bracket = at.checked_sub(1).filter(|at| matches!(self.what(*at), Some(What::Sign('('))))?;
        let words = |at: &usize| matches!(self.what(*at), Some(What::Word | What::Sign('-')));
        let first = (0..bracket).rev().take_while(words).last()?;
        Some(self.lower(self.pieces.list[first].tokens.start..self.pieces.list[bracket - 1].tokens.end))
    }

    /// What stands first in a stretch.
    fn head(&self, from: usize, at: usize) -> Head {
        let first = self.skip(from, |what| {
            matches!(
                what,
                What::Class(
                    Class::Plain
                        | Class::Prep(_)
                        | Class::Comparison(_)
                        | Class::Bound(_)
                        | Class::Break
                        | Class::Status(_)
                ) | What::Sign(_)
                    | What::Time(_)
                    | What::Number
            )
        });
        if first >= at {
            return Head::None;
        }
        let is_cue = |back: usize| {
            matches!(self.what(back), Some(What::Word))
                && self.pieces.list[back]
                    .tokens
                    .clone()
                    .any(|token| self.story.tokens.get(token).is_some_and(|token| token.is_in(Lists::CUE)))
        };
        match self.what(first) {
            Some(What::Region(_)) => Head::Place,
            // `Among the losers were tea (-12.61 per cent)`
            Some(What::Word)
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(')))
                    && (first..at - 1)
                        .rev()
                        .take_while(|at| matches!(self.what(*at), Some(What::Word | What::Sign('-'))))
                        .any(is_cue) =>
            {
                Head::Goods
            }
            Some(What::Word) => {
                // the noun phrase up to its verb
                let end = (first..at)
                    .find(|at| !matches!(self.what(*at), Some(What::Word | What::Sign('-'))))
                    .unwrap_or(at);
                if (first..end).any(is_cue) {
                    Head::Goods
                } else if (first..end).any(|at| {
                    self.says(at, Says::NEUTRAL) || self.says(at, Says::TAKES) || self.says(at, Says::GIVES)
                }) {
                    Head::Neutral
                } else {
                    Head::Unknown
                }
            }
            _ => Head::Neutral,
        }
    }

    /// `bought goods worth V`: who buys imports, and who sells exports.
    fn flow(topic: &mut Topic, takes: bool) {
        if matches!(topic.indicator, Indicator::Balance | Indicator::Trade) {
            topic.indicator = if takes { Indicator::Imports } else { Indicator::Exports };
        }
    }

    /// A place of the stretch is the partner, unless it is the reporter or lies in it.
    fn party(&self, topic: &mut Topic, at: usize, codes: Name, takes: bool, gives: bool) {
        let Some(What::Region(place)) = self.what(at) else { return };
        let own = self.code(*place, false);
        if topic.reporter.as_ref() == Some(&own) || topic.reporter.as_ref() == Some(&codes) {
            if takes || gives {
                Self::flow(topic, takes);
            }
            return;
        }
        let level = self.places.mentions[*place].region.level;
        let inside = level == Level::Admin1
            && topic.reporter.as_deref().is_some_and(|reporter| reporter.get(..2) == own.get(..2));
        if inside {
            (topic.reporter, topic.reporter_stated) = (Some(own), true);
            return;
        }
        if !takes
            && matches!(level, Level::Other | Level::Macro)
            && !self.is_prep(at.wrapping_sub(1), Prep::To)
        {
            return;
        }
        // ports and cities of the reporter's own
        let home = topic.reporter.as_deref().and_then(|reporter| reporter.get(..2));
        if home.is_some_and(|home| codes.split('+').all(|code| code.get(..2) == Some(home))) {
            return;
        }
        // the partner sells what the reporter buys
        if matches!(topic.indicator, Indicator::Balance | Indicator::Trade) && (takes || gives) {
            topic.indicator = if takes { Indicator::Exports } else { Indicator::Imports };
        }
        (topic.partner, topic.partner_stated) = (Some(codes), true);
    }

    /// What was spoken of before the stretch.
    fn before(&self, stretch: &Stretch, at: usize) -> Option<Topic> {
        let byte = self.bytes(self.pieces.list[at].tokens.clone()).start;
        let here = self.drafts[self.first_draft..].iter().filter(|draft| draft.bytes.start < byte);
        let here =
            stretch.before.map(|at| &self.drafts[at]).or_else(|| here.max_by_key(|draft| draft.bytes.start));
        let same = here.map(|draft| draft.topic.clone()).or_else(|| self.carry.topic.clone());
        same.or_else(|| {
            let topic = self.carry.previous.clone().or_else(|| self.carry.story_flow.clone())?;
            let reporter = self.carried_reporter(topic.indicator).or_else(|| topic.reporter.clone());
            Some(Topic { reporter, reporter_stated: false, ..topic })
        })
    }

    /// Whether a quantity is an amount, a change or a share, and which way it went.
    fn form(
        &self,
        stretch: &Stretch,
        at: usize,
        quantity: &Quantity,
    ) -> Option<(FigureKind, Option<Direction>)> {
        let next = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain | Class::Comparison(_))));
        if let Some(What::Class(Class::More(direction))) = self.what(next)
            && quantity.measure != Measure::Multiple
        {
            return Some((FigureKind::Change, Some(*direction)));
        }
        if let Some(What::Class(Class::Change(direction))) = self.what(next)
            && next <= at + 3
            && quantity.measure == Measure::Percent
        {
            return Some((FigureKind::Change, Some(*direction)));
        }
        let moved = (stretch.from..at).rev().find_map(|back| match self.what(back) {
            Some(What::Class(Class::Change(direction))) => Some(Some(*direction)),
            Some(What::Class(Class::Level(_) | Class::Share)) => Some(None),
            _ => None,
        });
        let kin = stretch.before.map(|at| &self.drafts[at]);
        match quantity.measure {
            Measure::Multiple => {
                let up = quantity.value > Decimal::ONE;
                let direction = if up { Direction::Up } else { Direction::Down };
                let compared = matches!(self.what(next), Some(What::Class(Class::More(_))))
                    || self.is_word(at + 1, &["as much", "as many", "as much as", "as many as", "as"]);
                (quantity.verb || compared && kin.is_some() || moved.flatten().is_some())
                    .then_some((FigureKind::Change, Some(direction)))
            }
            Measure::Percent
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(' | ',')))
                    && quantity.sign != 0 =>
            {
                let direction = if quantity.sign > 0 { Direction::Up } else { Direction::Down };
                Some((FigureKind::Change, Some(direction)))
            }
            // `These include electronic goods (13.09 per cent)`: like the sentence before
            Measure::Percent
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('('))) && kin.is_none() =>
            {
                let last = self.drafts.last().filter(|draft| draft.sentence + 1 >= self.sentence)?;
                match last.kind {
                    FigureKind::Change => Some((FigureKind::Change, last.direction)),
                    FigureKind::Share => Some((FigureKind::Share, None)),
                    _ => None,
                }
            }
            Measure::Percent => {
                let of = self.is_prep(at + 1, Prep::Of);
                let took = (stretch.from..at).any(|at| {
                    matches!(self.what(at), Some(What::Class(Class::Share)))
                        || self.says(at, Says::TAKES)
                        || self.says(at, Says::GIVES)
                });
                if of || took {
                    let part = quantity.value <= Decimal::ONE_HUNDRED
                        && (moved.flatten().is_none() || took)
                        && (!of || self.of_trade(at + 2));
                    return part.then_some((FigureKind::Share, None));
                }
                if let Some(Some(direction)) = moved {
                    return Some((FigureKind::Change, Some(direction)));
                }
                let kin = kin?;
                // `decreasing P to V and P2 to V2`
                let like = if kin.kind == FigureKind::Level {
                    self.drafts[self.first_draft..].iter().rev().find(|draft| draft.unit == "percent")
                } else {
                    Some(kin)
                };
                match like?.kind {
                    FigureKind::Change => Some((FigureKind::Change, like?.direction)),
                    FigureKind::Share => Some((FigureKind::Share, None)),
                    _ => None,
                }
            }
            Measure::Points => {
                let direction = moved.flatten()?;
                Some((FigureKind::Change, Some(direction)))
            }
            _ => {
                let by = self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::By));
                let of = self.left_of(at).is_some_and(|before| {
                    self.is_prep(before, Prep::Of)
                        && matches!(self.what(before.wrapping_sub(1)), Some(What::Class(Class::Change(_))))
                });
                // `(+570,000 tonnes)`
                if quantity.sign != 0
                    && kin.is_some()
                    && matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(')))
                {
                    let direction = if quantity.sign > 0 { Direction::Up } else { Direction::Down };
                    return Some((FigureKind::Change, Some(direction)));
                }
                match moved {
                    Some(Some(direction)) if by || of => Some((FigureKind::Change, Some(direction))),
                    _ => Some((FigureKind::Level, None)),
                }
            }
        }
    }

    /// Whether `of` is followed by goods, a flow or what stands for them.
    fn of_trade(&self, from: usize) -> bool {
        (from..from + 5)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Possessive
                            | What::Quantity(_)
                            | What::Sign('-')
                            | What::Class(
                                Class::Plain
                                    | Class::Anaphor
                                    | Class::Peri(_)
                                    | Class::Indicator(..)
                                    | Class::Break
                            )
                    )
                )
            })
            .any(|at| match self.what(at) {
                Some(What::Class(Class::Anaphor | Class::Indicator(..)) | What::Quantity(_)) => true,
                Some(What::Class(Class::Break)) => self.is_word(at, &["that", "which"]),
                _ => {
                    self.says(at, Says::NEUTRAL)
                        || self.is_word(
                            at,
                            &["everything", "all", "it", "them", "this", "foreign", "cargo", "shipped"],
                        )
                        || (matches!(self.what(at), Some(What::Word))
                            && self.pieces.list[at].tokens.clone().any(|token| {
                                self.story.tokens.get(token).is_some_and(|token| token.is_in(Lists::CUE))
                            }))
                }
            })
    }
}
