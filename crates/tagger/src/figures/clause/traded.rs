//! Places that buy and sell: `China took V of them`, `sold V of soybeans to China`, `Japan got V`, `bought P less than a year ago`.
//!
//! Not: what is bought at home, shares of companies, anything without a second country or a story that speaks of the trade.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::period::Time;
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;
use super::figure::is_money;
use super::goods::of_goods;
use crate::text::key;
use crate::vocabulary::{Lists, Vocabulary};
use article::{Direction, FigureKind, Indicator, Period, Status};

/// Who stands before it gets the goods.
const TAKES: &Words = words![
    "took",
    "takes",
    "taking",
    "taken",
    "bought",
    "buys",
    "buying",
    "buy",
    "bought up",
    "got",
    "gets",
    "received",
    "receives",
    "receiving",
    "absorbed",
    "absorbs",
    "absorbing",
    "imported",
    "purchased",
    "purchases",
    "purchasing",
    "snapped up",
    "ordered",
    "orders",
    "booked",
    "spent",
    "spends",
    "spending",
    "imports",
    "lifted",
    "acquired",
    "purchase",
    "acquire",
    "import",
    "brought in",
    "brings in",
    "bring in",
    "bringing in",
];
/// The first word of what comes in, where the second is a piece of its own.
const BRINGS: &Words = words!["brought", "brings", "bring", "bringing"];
/// What is not there must be bought.
const FINDS: &Words = words!["find", "finds", "found"];
/// Who stands before it sends them.
const GIVES: &Words = words![
    "sold",
    "sells",
    "selling",
    "sell",
    "shipped",
    "ships",
    "shipping",
    "sent",
    "sends",
    "sending",
    "supplied",
    "supplies",
    "supply",
    "supplying",
    "provided",
    "provides",
    "providing",
    "delivered",
    "delivers",
    "delivering",
    "exported",
    "contributed",
    "poured",
    "deliver",
    "export",
    "ship",
];
const SUPPLIES: &Words =
    words!["supply", "supplies", "supplied", "supplying", "provide", "provides", "provided", "providing"];
/// What is said of all that comes in.
/// Pieces from an amount to where it is brought.
const INTO: usize = 14;
const IMPORTED: &Words = words!["imported", "imports", "import"];
/// What is agreed and not yet moved.
const AGREED: &Words = words![
    "bought",
    "buys",
    "buying",
    "buy",
    "purchased",
    "purchases",
    "purchasing",
    "ordered",
    "orders",
    "booked",
    "purchase",
];
/// What a ship does with its cargo, and what a ship is called.
const LOADS: &Words = words!["loading", "load", "loads", "loaded"];
const SHIPS: &Words = words!["ship", "ships", "vessel", "vessels", "another", "others"];
/// What obliges somebody to buy.
const BOUND: &Words = words![
    "contract",
    "contracts",
    "contracted",
    "commitment",
    "commitments",
    "committed",
    "agreed",
    "obligation"
];
/// People of a country who buy abroad.
const BUYERS: &Words = words![
    "buyers",
    "customers",
    "crushers",
    "refiners",
    "millers",
    "mills",
    "importers",
    "traders",
    "roasters",
    "smelters",
    "spinners",
    "trading",
];
/// What a country of a wider region is called.
pub(super) const STATES: &Words =
    words!["state", "nation", "country", "kingdom", "emirate", "sultanate", "republic", "island", "giant"];
const BE: &Words = words!["was", "were", "been", "be", "being", "is", "are"];

/// The first words of these.
pub(super) fn enter(vocabulary: &mut Vocabulary) {
    for verb in TAKES.list().iter().chain(GIVES.list()).chain(FINDS.list()).chain(LOADS.list()) {
        let first = verb.split(' ').next().unwrap_or_default();
        vocabulary.add(key(first), Lists::TRADES);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Takes,
    Gives,
}

impl Clauses<'_, '_> {
    /// A quantity that the verb of a trade governs: an amount, or `P more` and `P less`.
    pub(super) fn traded(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if let Some(draft) = self.whole_output(at, quantity) {
            return Some(draft);
        }
        let (verb, way) = self.trade_verb(at)?;
        let relative = quantity.measure.is_relative();
        let change = match self.what(self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)))) {
            // `may buy V more for June shipment`: another lot
            _ if self.is_word(at + 1, words!["more"])
                && self.is_word(at + 2, words!["for"])
                && self.is_word(verb, AGREED) =>
            {
                None
            }
            Some(What::Class(Class::More(direction))) => Some(*direction),
            // `4 % more`: "more" before a number is a bound, after it a change
            _ if self.is_word(at + 1, words!["more"]) => Some(Direction::Up),
            _ if self.is_word(at + 1, words!["less", "fewer"]) => Some(Direction::Down),
            // `imported V's worth more of chemicals than a year ago`
            Some(What::Possessive) if self.is_word(at + 2, words!["worth"]) => match self.what(at + 3) {
                Some(What::Class(Class::More(direction))) => Some(*direction),
                _ if self.is_word(at + 3, words!["more"]) => Some(Direction::Up),
                _ if self.is_word(at + 3, words!["less"]) => Some(Direction::Down),
                _ => None,
            },
            _ => None,
        };
        if relative && change.is_none() {
            return match way {
                Way::Gives => self.sent_out(at, quantity, verb),
                Way::Takes => self.taken_of(at, quantity, verb),
            };
        }
        let (unit, _) = self.unit(quantity)?;
        let organisation = if way == Way::Takes { self.organisation(verb) } else { None };
        let is_organisation = organisation.is_some();
        let subject = organisation.or_else(|| self.buyer(verb));
        let passive = self.is_word(verb.wrapping_sub(1), BE) && !self.text(verb).ends_with("ing");
        let way = if passive { Way::Takes } else { way };
        let (goods, origin, abroad, toward) = self.goods_after(at);
        let toward = toward
            .or_else(|| self.to_which(verb).filter(|_| way == Way::Gives))
            .or_else(|| self.over_there(at, subject.as_ref()).filter(|_| way == Way::Gives));
        let to_whom =
            verb + 1 + usize::from(self.is_word(verb, SUPPLIES) && self.is_word(verb + 1, words!["the"]));
        let dative = match self.what(to_whom) {
            Some(What::Region(place)) => Some(self.code(*place, true)),
            _ => None,
        };
        let foreign = self.any_word(at + 1..at + 4, words!["foreign", "imported", "overseas"]);
        let flow = self.trade_spoken_of();
        let spoken = flow.is_some();
        // `bought V worth`, `bought V' worth`, `bought goods worth V`
        let priced = self.is_word(at.wrapping_sub(1), words!["worth", "valued at"]);
        // `agreed to buy U.S. products valued at V`
        let origin = origin.or_else(|| match self.what(verb + 1) {
            Some(What::Region(place))
                if priced && way == Way::Takes && matches!(self.what(verb + 2), Some(What::Word)) =>
            {
                Some(self.code(*place, true))
            }
            _ => None,
        });
        let worth = self.is_word(at + 1, words!["worth"])
            || matches!(self.what(at + 1), Some(What::Possessive)) && self.is_word(at + 2, words!["worth"])
            || priced;
        // money buys anything: the goods must be named, or the story speak of them
        let named = goods.is_some() || origin.is_some() || way == Way::Gives && (toward.is_some() || abroad);
        if is_money(unit) && change.is_none() && !named && !(spoken && self.of_them(verb, at)) {
            return None;
        }
        let sent_to = way == Way::Gives && toward.is_some();
        // `Coffee exporters shipped V`, `Vietnam, the largest exporter after India, shipped V`
        let from = self.subject(verb).map_or(self.clause_start, |(at, _)| at.min(self.clause_start));
        let exporters = self.any_word(
            from.min(verb)..verb,
            words!["exporters", "exporter", "shippers", "seller", "sellers", "supplier"],
        );
        // `The world's largest producer shipped V bags`
        let ranked =
            way == Way::Gives && self.is_word(verb, words!["shipped", "ships", "ship", "exported"]) && {
                let from = self.clause_start.min(verb);
                let says = |words: &Words| (from..verb).any(|at| self.is_word(at, words));
                says(words!["producer", "grower", "supplier", "exporter"])
                    && says(words!["largest", "biggest", "top", "leading", "second", "world"])
                    && !(from..verb).any(|at| self.places_a_country(at))
            };
        let exporters = exporters || ranked;
        let subject = subject.filter(|_| !ranked);
        let sold_abroad = abroad && way == Way::Gives;
        // `is buying 116 tanks from the United States`
        let from_there = way == Way::Takes && origin.is_some() && !relative;
        let brings = self.brings_in(verb);
        // `Coffee brought in V` is what it earned
        if brings && is_money(unit) && !worth {
            return None;
        }
        if !is_money(unit)
            && !relative
            && goods.is_none()
            && !spoken
            && !sent_to
            && !exporters
            && !sold_abroad
            && !from_there
        {
            return None;
        }
        let home = flow
            .as_ref()
            .and_then(|flow| flow.reporter.clone())
            .or_else(|| self.carry.story_reporter.clone())
            .or_else(|| self.carried_reporter(Indicator::Exports).filter(|_| way == Way::Gives))
            .or_else(|| self.places.home.clone().filter(|_| ranked))
            // `Indian Oil Corp has purchased V of U.S. crude`: a firm of where the story was filed
            .or_else(|| self.places.filed.clone().filter(|_| origin.is_some()));
        // whose goods come in is not who buys them
        let home = match (way, home) {
            (Way::Takes, Some(home)) if origin.as_ref() == Some(&home) => self.places.home.clone(),
            (_, home) => home,
        };
        // `had contracted to sell V`
        let contracted = way == Way::Gives
            && self.is_prep(verb.wrapping_sub(1), Prep::To)
            && (verb.saturating_sub(4)..verb)
                .any(|at| self.is_word(at, words!["contracted", "agreed", "signed", "contracts"]));
        let kind_of = |flow: &Option<Topic>, own: Indicator| {
            flow.as_ref()
                .map_or(own, |flow| if flow.indicator == Indicator::Deals { Indicator::Deals } else { own })
        };
        let same = |one: &Name, other: &Name| {
            one == other || (one.len() > 2 && one.get(..2) == other.get(..2) && !one.contains(':'))
        };
        // `China bought V of soybeans in 2018` sums up what came in, and is no contract
        let summed = self
            .main_time(at)
            // `for late April/early July shipment`
            .filter(|found| *found < at || !self.is_delivery(*found))
            .and_then(|found| match self.what(found) {
                Some(What::Time(Time::Days(period))) => super::super::period::length(*period),
                _ => None,
            })
            .is_some_and(|months| months >= 2);
        let (indicator, reporter, partner) = match way {
            Way::Takes => {
                let exporter = flow
                    .as_ref()
                    .filter(|flow| {
                        matches!(
                            flow.indicator,
                            Indicator::Exports | Indicator::Deals | Indicator::Balance | Indicator::Trade
                        )
                    })
                    .and_then(|flow| flow.reporter.clone())
                    // what was bought before says nothing of who sells
                    .filter(|exporter| {
                        flow.as_ref().is_none_or(|flow| flow.indicator != Indicator::Deals)
                            || subject.as_ref().is_none_or(|buyer| !same(exporter, buyer))
                    });
                // `have contracts to buy V this year`, `will honor its commitment to buy V`
                let bound_to = self.is_prep(verb.wrapping_sub(1), Prep::To)
                    && (verb.saturating_sub(9)..verb).any(|at| self.is_word(at, BOUND));
                let agreed = !passive
                    && (!summed || bound_to)
                    && self.is_word(verb, AGREED)
                    && (!is_money(unit) || priced && bound_to)
                    && !relative;
                // `India, the world's biggest buyer of vegetable oils, imported V`: from all who sell, and not from this one
                let at_large = origin.is_none()
                    && !relative
                    && !passive
                    && (self.is_word(verb, IMPORTED) || self.buys_most(verb));
                match (subject, exporter, origin) {
                    (Some(buyer), Some(exporter), None) if at_large && !same(&exporter, &buyer) => {
                        (Indicator::Imports, buyer, None)
                    }
                    // whose exports the story is about
                    (Some(buyer), Some(exporter), origin)
                        if !same(&exporter, &buyer)
                            && origin.as_ref().is_none_or(|origin| same(&exporter, origin)) =>
                    {
                        let own =
                            if agreed && origin.is_some() { Indicator::Deals } else { Indicator::Exports };
                        (kind_of(&flow, own), exporter, Some(buyer))
                    }
                    (Some(buyer), _, Some(origin)) if !same(&origin, &buyer) => {
                        let indicator = if agreed { Indicator::Deals } else { Indicator::Imports };
                        (indicator, buyer, Some(origin))
                    }
                    (Some(buyer), _, None)
                        if flow.as_ref().is_some_and(|flow| {
                            flow.indicator == Indicator::Imports && flow.reporter.as_ref() == Some(&buyer)
                        }) =>
                    {
                        (Indicator::Imports, buyer, None)
                    }
                    // `sold V to China and bought V worth`
                    (Some(buyer), Some(exporter), None)
                        if same(&exporter, &buyer)
                            && worth
                            && flow.as_ref().is_some_and(|flow| flow.partner_stated) =>
                    {
                        (Indicator::Imports, buyer, flow.as_ref().and_then(|flow| flow.partner.clone()))
                    }
                    // `brought in V of rice`, `bought V of sand abroad`
                    (buyer, _, None)
                        if (brings || abroad && !is_money(unit))
                            && (goods.is_some() || worth || unit == "vehicle") =>
                    {
                        (Indicator::Imports, buyer.or(home)?, None)
                    }
                    // `to buy V of foreign industrial products`
                    (buyer, _, None) if foreign && goods.is_some() => {
                        (Indicator::Imports, buyer.or(home)?, None)
                    }
                    // `Egypt bought 60,000 tonnes of wheat`: a country buys from abroad
                    (Some(buyer), None, None)
                        if agreed
                            && goods.is_some()
                            && (self.named_country(verb)
                                || is_organisation && self.by_tender(at)
                                || self.state_buyer(verb)
                                || self.foreign_buyers(verb)) =>
                    {
                        (Indicator::Deals, buyer, None)
                    }
                    // `Algeria's grains agency has bought V of wheat in an international tender`
                    (Some(buyer), None, None) if agreed && goods.is_some() && self.by_tender(at) => {
                        (Indicator::Deals, buyer, None)
                    }
                    // `Germany purchased V of bananas last year`
                    (Some(buyer), None, None) if summed && goods.is_some() && self.named_country(verb) => {
                        (Indicator::Imports, buyer, None)
                    }
                    // a firm of the country that the story is about
                    (None, _, Some(origin)) if home.as_ref().is_some_and(|home| !same(home, &origin)) => {
                        let indicator = if agreed { Indicator::Deals } else { Indicator::Imports };
                        (indicator, home?, Some(origin))
                    }
                    _ => return None,
                }
            }
            Way::Gives => {
                let toward = toward.or(dative);
                let importer = flow
                    .as_ref()
                    .filter(|flow| flow.indicator == Indicator::Imports)
                    .and_then(|flow| flow.reporter.clone());
                match (subject, importer) {
                    (Some(seller), Some(importer))
                        if !same(&importer, &seller)
                            && toward.as_ref().is_some_and(|to| same(&importer, to)) =>
                    {
                        (Indicator::Imports, importer, Some(seller))
                    }
                    (seller, _) => {
                        // `The firm will ship V of Spanish corn to Italy`
                        let of = origin.clone().filter(|of| toward.as_ref().is_some_and(|to| !same(of, to)));
                        let seller = seller.or(of).or(home)?;
                        let crosses = toward.as_ref().is_some_and(|to| !same(to, &seller));
                        let known = flow.as_ref().is_some_and(|flow| {
                            flow.indicator == Indicator::Exports
                                && flow.reporter.as_ref().is_some_and(|reporter| same(reporter, &seller))
                        });
                        // `Kenya, its rival, sold V worth`, `Thailand sold V of raws` of a story about what another sells
                        let rival = flow.as_ref().is_some_and(|flow| flow.indicator == Indicator::Exports);
                        let too = spoken
                            && (self.is_word(at + 1, words!["worth"]) || rival && goods.is_some())
                            && self.named_country(verb);
                        // `Ivory Coast shipped P less cocoa`
                        let less = relative
                            && goods.is_some()
                            && self.is_word(verb, words!["shipped", "exported"])
                            && self.named_country(verb);
                        if !(crosses || abroad || exporters || too || less || (known && goods.is_some())) {
                            return None;
                        }
                        let own = if contracted { Indicator::Deals } else { Indicator::Exports };
                        let indicator = if contracted { own } else { kind_of(&flow, own) };
                        (indicator, seller, toward.filter(|_| crosses))
                    }
                }
            }
        };
        // `promised that it will import V of maize into Spain`
        let into = (at + 1..at + INTO)
            .take_while(|at| !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(';'))))
            .find(|at| self.is_word(*at, words!["into"]))
            .filter(|_| indicator == Indicator::Imports)
            .and_then(|into| self.region_list(into + 1, false));
        let reporter = match into {
            Some((code, _)) if partner.as_ref() != Some(&code) => code,
            _ => reporter,
        };
        let same_flow = flow.as_ref().filter(|flow| flow.indicator == indicator);
        let topic = Topic {
            commodity: goods
                // `exported durians worth V`
                .or_else(|| {
                    self.goods_between(verb + 1, at.wrapping_sub(1))
                        .filter(|_| worth && self.is_word(at.wrapping_sub(1), words!["worth", "valued at"]))
                })
                .or_else(|| same_flow.and_then(|flow| flow.commodity.clone())),
            reporter: Some(reporter),
            reporter_stated: way == Way::Gives,
            partner_stated: partner.is_some(),
            partner,
            ..Topic::of(indicator)
        };
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (verb, at);
        self.blocked = false;
        (self.said, self.said_at) = (super::Said::Level(None), verb);
        if let Some(direction) = change {
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/traded");
        }
        let bought = indicator == Indicator::Deals;
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/traded")?;
        // `bought V of wheat for Oct. 1-15 shipment`: when it is delivered is not when it was bought
        if bought && let Some(time) = self.main_time(at).filter(|time| *time > at && self.is_delivery(*time))
        {
            self.of_delivery(time, &mut draft);
        }
        Some(draft)
    }

    /// A contract of which only the delivery has a time is of the months in which goods come, as far as these are not over.
    pub(super) fn of_delivery(&self, time: usize, draft: &mut Draft) {
        let Some(What::Time(Time::Days(window))) = self.what(time) else { return };
        let window = self.comes_next(time, *window, Status::Target);
        draft.forget_period();
        draft.delivery =
            Some(window).filter(|window| self.carry.today.is_none_or(|today| today <= window.last));
    }

    /// `for Oct. 1-15 shipment`, `for delivery in May`
    pub(super) fn is_delivery(&self, time: usize) -> bool {
        const DELIVERY: &Words =
            words!["shipment", "shipments", "delivery", "deliveries", "loading", "arrival", "ship"];
        // a whole season or half a year says of when the contract is
        const LONGEST: i32 = 124;
        /// … where no shipment is spoken of by itself: `for Gulf shipment in 11 cargoes between May and October`.
        const FURTHER: i32 = 215;
        /// Pieces from the shipment to its time.
        const REACH: usize = 8;
        let Some(What::Time(super::super::period::Time::Days(period))) = self.what(time) else {
            return false;
        };
        let days = period.first.until(period.last).map_or(i32::MAX, |span| span.get_days());
        let far = || {
            (time.saturating_sub(REACH)..time)
                .rev()
                .take_while(|at| {
                    !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(',' | ';' | '.')))
                })
                .any(|at| {
                    self.is_word(at, DELIVERY)
                        && (1..5).any(|back| self.is_word(at.wrapping_sub(back), words!["for"]))
                })
        };
        days < LONGEST
            && (self.is_word(time + 1, DELIVERY)
                || (time.saturating_sub(3)..time).any(|at| self.is_word(at, DELIVERY)))
            || days < FURTHER && far()
    }

    /// `Spain sold V of pork there in 2023`: the country named before, and not the seller's.
    fn over_there(&self, at: usize, seller: Option<&Name>) -> Option<Name> {
        const FAR: usize = 9;
        const THERE: &Words = words!["there"];
        if !self.may_say(THERE)
            || !(at + 1..at + FAR)
                .take_while(|at| {
                    !matches!(self.what(*at), Some(What::Quantity(_) | What::Class(Class::Break)))
                })
                .any(|at| self.is_word(at, THERE))
        {
            return None;
        }
        let from = self.start_of(0);
        let before = self.places.mentions.partition_point(|place| place.bytes.start < from);
        self.places.mentions[..before].iter().rev().take(FAR).find_map(|place| {
            if place.usage == article::Usage::Dateline {
                return None;
            }
            let country = self.places.codes[place.at].country.clone()?;
            (Some(&country) != seller).then_some(country)
        })
    }

    /// `the Soviet Union, to which Cuba sold V`
    fn to_which(&self, verb: usize) -> Option<Name> {
        let which = (verb.saturating_sub(4)..verb).rev().find(|at| {
            self.is_word(*at, words!["which", "whom"]) && self.is_prep(at.wrapping_sub(1), Prep::To)
        })?;
        let place = (which.saturating_sub(3)..which - 1).rev().find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some(*place),
            _ => None,
        })?;
        Some(self.code(place, true))
    }

    /// Whether a piece is a verb by which goods change hands.
    pub(super) fn trades(&self, at: usize) -> bool {
        self.takes(at) || self.gives(at)
    }

    fn takes(&self, at: usize) -> bool {
        self.begins_in(at, Lists::TRADES)
            && (self.is_word(at, TAKES) || self.brings_in(at) || self.finds_abroad(at))
            && !self.is_noun(at)
    }

    /// `brings in V of rice`
    fn brings_in(&self, at: usize) -> bool {
        let split = self.is_word(at, BRINGS) && self.is_prep(at + 1, Prep::In);
        let whole = self.begins_in(at, Lists::TRADES) && self.text(at).ends_with(" in");
        let next = self.skip(at + 1 + usize::from(split), |what| {
            matches!(what, What::Class(Class::Plain | Class::Bound(_)))
        });
        (split || whole) && matches!(self.what(next), Some(What::Quantity(_)))
    }

    /// `has to find V of rice abroad`
    fn finds_abroad(&self, at: usize) -> bool {
        const REACH: usize = 9;
        self.is_word(at, FINDS)
            && (at + 2..at + REACH)
                .take_while(|at| {
                    !matches!(self.what(*at), Some(What::Sign(_) | What::Class(Class::Break)) | None)
                })
                .any(|at| self.is_word(at, words!["abroad", "overseas"]))
    }

    /// `ships rose P`, `orders fell P`
    fn is_noun(&self, at: usize) -> bool {
        self.is_word(at, words!["ships", "orders", "imports", "exports", "supplies", "purchases"])
            && matches!(self.what(at + 1), Some(What::Class(Class::Change(_) | Class::Level(_))))
    }

    fn gives(&self, at: usize) -> bool {
        self.begins_in(at, Lists::TRADES)
            && (self.is_word(at, GIVES) && !self.is_noun(at) || self.is_loading(at))
    }

    /// `Six ships are loading V of wheat`, `one is to load V`
    pub(super) fn is_loading(&self, at: usize) -> bool {
        const FAR: usize = 9;
        self.is_word(at, LOADS)
            && (at.saturating_sub(FAR)..at).any(|at| self.is_word(at, SHIPS))
            && matches!(
                self.what(
                    self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain | Class::Bound(_))))
                ),
                Some(What::Quantity(_))
            )
    }

    /// `The purchases comprise V for May shipment, V2 for June`: lots of the contract that was told before, each of its own months.
    pub(super) fn lots_of_a_purchase(&mut self) {
        const PURCHASE: &Words = words!["purchase", "purchases", "sale", "sales", "business", "deal"];
        const COMPRISE: &Words =
            words!["comprise", "comprised", "comprises", "include", "included", "includes"];
        let here = self.drafts.len() - self.first_draft;
        if here < 2 || !self.may_say(PURCHASE) || !self.may_say(COMPRISE) {
            return;
        }
        let Some(kin) = self.drafts[..self.first_draft]
            .last()
            .filter(|last| last.topic.indicator == Indicator::Deals && last.sentence + 3 > self.sentence)
            .map(|last| last.topic.clone())
        else {
            return;
        };
        let Some(verb) = self.first_word(1..self.pieces.list.len(), COMPRISE) else { return };
        // `The deal was for May shipment and comprised V`: as it was bought, and not as it is shipped
        let shipped = (0..verb).find(|at| self.is_delivery(*at));
        let near = if shipped.is_some() { 9 } else { 3 };
        if !(verb.saturating_sub(near)..verb).any(|at| self.is_word(at, PURCHASE)) {
            return;
        }
        for at in verb + 1..self.pieces.list.len() {
            let Some(What::Quantity(index)) = self.what(at) else { continue };
            let Some(draft) = self.became.get(*index).copied().flatten() else { continue };
            let weighed = self.drafts.get(draft).is_some_and(|lot| {
                lot.kind == FigureKind::Level && !is_money(lot.unit) && lot.unit != "percent"
            });
            if !weighed {
                continue;
            }
            // `for May`, `for late May/early June`
            let time = at + 2 + usize::from(self.is_word(at + 2, words!["early", "mid", "late"]));
            let window = match self.what(time) {
                Some(What::Time(Time::Days(days))) if self.is_word(at + 1, words!["for"]) => {
                    Some(self.comes_next(time, *days, Status::Target))
                }
                _ => None,
            };
            let lot = &mut self.drafts[draft];
            lot.topic =
                Topic { commodity: kin.commodity.clone().or(lot.topic.commodity.take()), ..kin.clone() };
            if window.is_some() {
                (lot.period, lot.period_stated) = (window, true);
            } else if shipped.is_some() {
                lot.delivery = lot.period;
                lot.forget_period();
            }
        }
    }

    /// `* 60,000 tonnes of Russian wheat from Volgazerno at $243.90` below what was bought: a lot of it.
    pub(super) fn lot_in_a_list(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        /// Sentences from the purchase to the last of its lots.
        const LIST: usize = 9;
        let Measure::Unit(unit) = quantity.measure else { return None };
        let marked =
            (0..at).all(|at| matches!(self.what(at), Some(What::Sign('*' | '-' | '–' | '—' | '•' | '+'))));
        if !marked || !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let kin = self.drafts.iter().rev().take(LIST).find(|draft| {
            draft.topic.indicator == Indicator::Deals
                && draft.kind == FigureKind::Level
                && draft.unit == unit
                && draft.sentence + LIST > self.sentence
                && draft.sentence < self.sentence
                && draft.value >= quantity.value
        })?;
        let (topic, period, stated, delivery, status) =
            (kin.topic.clone(), kin.period, kin.period_stated, kin.delivery, kin.status);
        let (goods, origin, _, _) = self.goods_after(at);
        let of_it = goods
            .as_ref()
            .zip(topic.commodity.as_ref())
            .is_some_and(|(lot, all)| lot.ends_with(&**all) || all.ends_with(&**lot));
        // a maker's name may stand behind `from`
        if !of_it {
            return None;
        }
        let origin = origin.filter(|origin| topic.reporter.as_ref() != Some(origin));
        let topic = Topic {
            commodity: goods,
            partner_stated: origin.is_some() || topic.partner_stated,
            partner: origin.or(topic.partner),
            ..topic
        };
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/traded")?;
        (draft.period, draft.period_stated, draft.delivery, draft.status) =
            (period, stated, delivery, status);
        Some(draft)
    }

    /// Whether the sentence says what ships load.
    pub(super) fn is_of_loading(&self) -> bool {
        let loads = |at: usize| self.is_word(at, LOADS) && self.any_word(at.saturating_sub(9)..at, SHIPS);
        self.may_say(LOADS) && self.may_say(SHIPS) && (0..self.pieces.list.len()).any(loads)
    }

    /// `The Soviet Union, which had agreed to buy V of alumina, would now purchase the plant's entire output of V2`: of the same goods.
    fn whole_output(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const FAR: usize = 8;
        let of = self.left_of(at).filter(|of| self.is_prep(*of, Prep::Of))?;
        let output =
            of.checked_sub(1).filter(|noun| self.is_word(*noun, words!["output", "production", "crop"]))?;
        let verb = (output.saturating_sub(FAR)..output).rev().find(|at| self.is_word(*at, AGREED))?;
        let all =
            (verb + 1..output).any(|at| self.is_word(at, words!["entire", "whole", "full", "all", "total"]));
        let kin = self.drafts[self.first_draft..].iter().rev().find(|kin| {
            all && kin.topic.indicator == Indicator::Deals
                && kin.kind == FigureKind::Level
                && !is_money(kin.unit)
        })?;
        let topic = kin.topic.clone();
        self.speak_of(at, verb, &topic, super::Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/traded")?;
        draft.status = Status::Target;
        Some(draft)
    }

    /// What ships load now is of no period that is not said; what they are to load by the end of the week is of it. So too what the
    /// paragraph goes on with: `They include V for China`, `Six are to load V`.
    pub(super) fn loads_now(&mut self) {
        if let Some(days) = self.by_a_weekday() {
            self.drafts[self.first_draft..].iter_mut().for_each(|draft| draft.date(Some(days)));
        }
        let of_loading = self.is_of_loading();
        let before = self
            .carry
            .loading
            .filter(|(paragraph, _)| *paragraph == self.carry.paragraph)
            .map(|(_, week)| week);
        if !of_loading && before.is_none() {
            return;
        }
        let this = self.by_the_end_of_the_week();
        let week = this.or_else(|| before.flatten().filter(|_| !self.may_say(words!["loading"])));
        if of_loading {
            self.carry.loading = Some((self.carry.paragraph, week));
        }
        for draft in &mut self.drafts[self.first_draft..] {
            if draft.topic.indicator != Indicator::Exports || draft.kind != FigureKind::Level {
                continue;
            }
            if week.is_some() && (this.is_some() || !draft.period_stated || draft.period.is_none()) {
                draft.date(week);
            } else {
                draft.undate();
            }
        }
    }

    /// `By this Friday a further V will have been loaded`: from now to that day.
    fn by_a_weekday(&self) -> Option<Period> {
        const THIS: &Words = words!["this", "next"];
        let opens = self.is_prep(0, Prep::By) && self.is_word(1, THIS);
        let day = super::super::event::weekday(self.text(2)).filter(|_| opens)?;
        let today = self.carry.today?;
        let ahead = (1..8).filter_map(|days| today.checked_add(jiff::Span::new().days(days)).ok());
        let last = ahead.into_iter().find(|date| date.weekday() == day)?;
        Some(Period { first: today, last })
    }

    /// The week of the story, where the sentence says `by the end of the week`, `later this week`.
    fn by_the_end_of_the_week(&self) -> Option<Period> {
        let (first, last) = (self.pieces.list.first()?, self.pieces.list.last()?);
        let words = self.story.words(self.bytes(first.tokens.start..last.tokens.end));
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        ["end of the week", "end of this week", "later this week"]
            .iter()
            .any(|said| words.contains(said))
            .then_some(())?;
        let today = self.carry.today?;
        let monday = i64::from(today.weekday().to_monday_zero_offset());
        let away = |days: i64| today.checked_add(jiff::Span::new().days(days)).ok();
        Some(Period { first: away(-monday)?, last: away(6 - monday)? })
    }

    /// Whether the sentence goes on to say that goods are bought in a tender.
    fn by_tender(&self, at: usize) -> bool {
        const REACH: usize = 12;
        (at + 1..at + REACH).any(|at| self.is_word(at, words!["tender", "tenders"]))
    }

    /// `will tender for V of U.S. wheat`, `a tender for V`, `is seeking V`: what is asked for across a border.
    pub(super) fn tendered(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const TENDERS: &Words = words!["tender", "tenders", "tendered", "tendering", "retender"];
        const SEEKS: &Words = words!["seeking", "seeks", "seek", "sought"];
        let unit = matches!(quantity.measure, Measure::Unit(_));
        if !unit || !(self.may_say(TENDERS) || self.may_say(SEEKS)) {
            return None;
        }
        let mut back = at;
        let mut buys = None;
        let mut asked = None;
        while let Some(before) = back.checked_sub(1).filter(|back| *back + 16 > at) {
            back = before;
            if self.is_word(back, TENDERS) {
                asked = Some(back);
                break;
            }
            // `Egypt will be seeking V`
            if self.is_word(back, SEEKS) && self.named_country(back) {
                asked = Some(back);
                break;
            }
            if self.is_word(back, words!["buy", "purchase", "import"])
                && self.is_prep(back.wrapping_sub(1), Prep::To)
            {
                buys = Some(back);
            }
            match self.what(back)? {
                What::Class(Class::Plain | Class::Bound(_) | Class::Prep(_) | Class::Status(_))
                | What::Time(_)
                // `on April 8, for reply by April 10, for V`, `under Public Law 480 for V`
                | What::Number
                | What::Sign(',')
                | What::Word => {}
                What::Class(Class::Level(_) | Class::Anaphor | Class::Other) if self.is_word(back, words!["total"]) => {}
                _ => break,
            }
        }
        // `is seeking to buy V of wheat in a tender`
        let tender = asked.or(buys.filter(|_| self.by_tender(at)))?;
        let (goods, origin, _, _) = self.goods_after(at);
        let buyer = (self.clause_start.min(tender)..tender).find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some(self.code(*place, true)),
            _ => None,
        });
        let reporter = buyer.clone().or_else(|| self.carry.story_reporter.clone())?;
        let crosses = origin.as_ref().is_some_and(|origin| *origin != reporter)
            || (tender.saturating_sub(3)..tender)
                .any(|at| self.is_word(at, words!["import", "export", "international"]))
            // a country, and an agency that buys by tender, buys abroad
            || self.named_country(tender)
            || buys.is_some() && buyer.is_some();
        if !crosses || goods.is_none() {
            return None;
        }
        let topic = Topic {
            commodity: goods,
            reporter_stated: buyer.is_some(),
            reporter: Some(reporter),
            partner_stated: origin.is_some(),
            partner: origin,
            ..Topic::of(Indicator::Deals)
        };
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (tender, at);
        (self.said, self.said_at) = (super::Said::Level(None), tender);
        self.blocked = false;
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "deals/tender")?;
        draft.status = article::Status::Target;
        draft.undate();
        Some(draft)
    }

    /// `The Cyprus Millers Union will import V`: an organisation that is called by a country buys for it.
    fn organisation(&self, verb: usize) -> Option<Name> {
        /// In bytes; keeps the time linear in any text.
        const LONGEST: usize = 160;
        let (from, to) = (self.start_of(self.clause_start.min(verb)), self.start_of(verb));
        let first = self.places.inside_names.partition_point(|(start, _)| *start < from);
        let (start, region) = *self.places.inside_names.get(first).filter(|(start, _)| *start < to)?;
        let before = self.story.text.get(from..start)?.trim();
        let small = ["of", "for", "and", "will", "has", "have", "had", "plans", "to", "is", "would"];
        let mut name = self.story.text.get(start..to.min(start + LONGEST))?.split_whitespace();
        let named = name.all(|word| word.starts_with(char::is_uppercase) || small.contains(&word));
        (matches!(before, "" | "The" | "the") && named)
            .then(|| self.places.codes.get(region).map(|codes| codes.own.clone()))?
    }

    /// `Egypt's GASC`, `Algeria's state grains agency`: who buys for a country.
    fn state_buyer(&self, verb: usize) -> bool {
        self.subject(verb).is_some_and(|(at, _)| {
            let owns = matches!(self.what(at), Some(What::Region(_)))
                && matches!(self.what(at + 1), Some(What::Possessive));
            let acronym = self.text(at + 2).len() > 2 && self.text(at + 2).chars().all(char::is_uppercase);
            owns && (acronym
                || (at + 2..verb).any(|at| self.is_word(at, words!["state", "agency", "government"])))
        })
    }

    /// `Japanese customers have bought V of crude`
    fn foreign_buyers(&self, verb: usize) -> bool {
        self.subject(verb).is_some_and(|(at, _)| {
            matches!(self.what(at), Some(What::Region(place))
                if self.places.mentions[*place].usage == article::Usage::Demonym)
                && (at + 1..(at + 4).min(verb)).any(|at| self.is_word(at, BUYERS))
        })
    }

    /// A country stands there.
    fn places_a_country(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Region(place))
            if self.places.mentions[*place].region.level == article::Level::Country)
    }

    /// `China, the world's top importer, took V`
    fn buys_most(&self, verb: usize) -> bool {
        let from = self.subject(verb).map_or(verb, |(at, _)| at);
        let says = |words: &Words| (from..verb).any(|at| self.is_word(at, words));
        self.may_say(words!["world", "world's"])
            && says(words!["world", "world's"])
            && says(words!["importer", "buyer", "consumer", "user"])
    }

    /// Whether a country itself, by its name, stands before the verb.
    pub(super) fn named_country(&self, verb: usize) -> bool {
        self.subject(verb).is_some_and(|(at, _)| {
            matches!(self.what(at), Some(What::Region(place)) if {
                let mention = &self.places.mentions[*place];
                mention.region.level == article::Level::Country && mention.usage == article::Usage::Name
            }) && !matches!(self.what(at + 1), Some(What::Word | What::Possessive))
        })
    }

    /// `the sale of V of wheat to Zaire`, `shipments of V of corn to Mexico`, `a V order from Egypt`.
    pub(super) fn sale(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        if !self.is_prep(before, Prep::Of) || !matches!(quantity.measure, Measure::Unit(_)) {
            return None;
        }
        let noun = before.checked_sub(1)?;
        let sale = self.is_word(noun, words!["sale", "sales"]);
        let bought = self.is_word(noun, words!["purchase", "purchases"]);
        let moved = self.is_word(
            noun,
            words![
                "shipment",
                "shipments",
                "cargo",
                "cargoes",
                "delivery",
                "deliveries",
                "batch",
                "batches",
                "lot",
                "consignment",
                "consignments",
            ],
        );
        if !(sale || bought || moved) {
            return None;
        }
        let (goods, origin, abroad, toward) = self.goods_after(at);
        let toward = toward.or_else(|| self.left_for(at).filter(|_| moved));
        if goods.is_none() {
            return self.that_lot(at, quantity, noun);
        }
        let home = self
            .carry
            .story_reporter
            .clone()
            .or_else(|| self.carried_reporter(Indicator::Exports))
            // `private exporters reported sales of V to Spain, the U.S. Agriculture Department said`
            .or_else(|| self.places.home.clone().filter(|home| sale && Some(home) != toward.as_ref()));
        let (indicator, reporter, partner) = match (origin, toward) {
            (Some(origin), Some(toward)) if origin != toward => {
                (if moved { Indicator::Exports } else { Indicator::Deals }, origin, Some(toward))
            }
            (None, Some(toward)) => {
                let home = home.filter(|home| *home != toward)?;
                (if moved { Indicator::Exports } else { Indicator::Deals }, home, Some(toward))
            }
            // `the sale of V of soybeans to unknown destinations`
            (None, None) if sale && abroad => (Indicator::Deals, home?, None),
            (Some(origin), None) if bought => {
                let home = home.filter(|home| *home != origin)?;
                (Indicator::Deals, home, Some(origin))
            }
            _ => return None,
        };
        let topic = Topic {
            commodity: goods,
            reporter: Some(reporter),
            partner_stated: partner.is_some(),
            partner,
            ..Topic::of(indicator)
        };
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (noun, at);
        (self.said, self.said_at) = (super::Said::Level(None), noun);
        self.blocked = false;
        self.draft(at, quantity, FigureKind::Level, topic, None, "deals/sale")
    }

    /// `The shipment of V was to leave in June`: how much was bought or sold in the deal that the story has told of.
    fn that_lot(&mut self, at: usize, quantity: &Quantity, noun: usize) -> Option<Draft> {
        const NEAR: usize = 4;
        let kin = self.drafts.last().filter(|last| {
            last.topic.indicator == Indicator::Deals
                && last.kind == FigureKind::Level
                && is_money(last.unit)
                && last.sentence < self.sentence
                && last.sentence + NEAR > self.sentence
        })?;
        let the = noun == 1 && self.is_word(0, words!["the", "this", "that"]);
        if !the || self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let (topic, status) = (kin.topic.clone(), kin.status);
        self.speak_of(at, noun, &topic, super::Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "deals/sale")?;
        draft.status = status;
        draft.undate();
        Some(draft)
    }

    /// `12 tonnes of lychees left for Japan`, `arrived in Prague`: where a batch went.
    fn left_for(&self, at: usize) -> Option<Name> {
        let verb = self
            .first_word(at + 2..at + 9, words!["left", "bound", "leave", "arrived", "headed", "destined"])?;
        let to = verb + 1;
        (self.is_word(to, words!["for"]) || self.is_prep(to, Prep::In) || self.is_prep(to, Prep::To))
            .then(|| self.region_list(to + 1, true))
            .flatten()
            .map(|(codes, _)| codes)
    }

    /// The verb of a trade before a quantity, past small words, `goods worth` and `a record`.
    fn trade_verb(&self, at: usize) -> Option<(usize, Way)> {
        let mut back = at;
        while back > self.clause_start.min(at) && at - back < 7 {
            back -= 1;
            if self.takes(back) && back > 0 {
                let noun = self.is_word(back, words!["imports", "orders", "purchases"])
                    && !matches!(self.what(back.wrapping_sub(1)), Some(What::Region(_) | What::Word));
                return (!noun).then_some((back, Way::Takes));
            }
            if self.gives(back) {
                let noun = self.is_word(back, words!["supplies", "supply", "export"]);
                // `Kuwait supplies V`, `will supply V`
                let verb = matches!(
                    self.what(back.wrapping_sub(1)),
                    Some(What::Region(_) | What::Class(Class::Status(_) | Class::Prep(Prep::To)))
                );
                return (!noun || verb).then_some((back, Way::Gives));
            }
            // `supply Ecuador with V`
            if self.is_prep(back, Prep::With) && self.left_of(at) == Some(back) {
                let verb = self.supplied_with(back)?;
                return Some((verb, Way::Gives));
            }
            match self.what(back)? {
                What::Class(
                    Class::Plain | Class::Bound(_) | Class::Anaphor | Class::Prep(Prep::Of | Prep::Between),
                )
                | What::Time(_) => {}
                What::Class(Class::Prep(Prep::In)) if self.is_word(back.wrapping_sub(1), BRINGS) => {}
                // `booked two and perhaps as much as V`
                What::Class(Class::Prep(Prep::And))
                    if self.is_word(back + 1, words!["perhaps", "possibly"]) => {}
                What::Region(_) if back + 1 < at || self.gives(back.wrapping_sub(1)) => {}
                What::Class(Class::Level(_)) if self.is_word(back, words!["worth", "valued at"]) => {}
                What::Word if self.text(back).chars().all(char::is_lowercase) => {}
                _ => return None,
            }
        }
        None
    }

    /// `supply Ecuador with`, `provides the Soviet Union with`: the verb whose object is a place.
    fn supplied_with(&self, with: usize) -> Option<usize> {
        let place = with.checked_sub(1)?;
        if !matches!(self.what(place), Some(What::Region(_))) {
            return None;
        }
        let verb = place.checked_sub(1 + usize::from(self.is_word(place.wrapping_sub(1), words!["the"])))?;
        self.is_word(verb, SUPPLIES).then_some(verb)
    }

    /// The place before the verb whose people or firms buy or sell: `Chinese buyers`, `Japan, which`, `of which Chile`.
    pub(super) fn buyer(&self, verb: usize) -> Option<Name> {
        if matches!(
            self.what(verb.wrapping_sub(1)),
            Some(What::Class(Class::Prep(Prep::To) | Class::Status(_)))
        ) && let Some((_, code)) = self.subject_before_aside(verb)
        {
            return Some(code);
        }
        // `China, which used to buy P of them, took V`
        if matches!(self.what(verb.wrapping_sub(1)), Some(What::Sign(',')))
            && let Some(which) = self.clause_start.checked_sub(1)
            && self.is_word(which, words!["which", "who", "where"])
            && let Some(comma) = which.checked_sub(1)
            && matches!(self.what(comma), Some(What::Sign(',')))
            && let Some(What::Region(place)) = comma.checked_sub(1).and_then(|at| self.what(at))
        {
            return Some(self.code(*place, false));
        }
        // `and Japan got V`, `and Chinese mills took V`: who stands right before the verb
        for back in (verb.saturating_sub(4)..verb).rev() {
            match self.what(back) {
                Some(What::Region(place)) => {
                    let governed = matches!(
                        self.what(back.wrapping_sub(1)),
                        Some(
                            What::Class(Class::Prep(
                                Prep::To
                                    | Prep::From
                                    | Prep::With
                                    | Prep::In
                                    | Prep::Of
                                    | Prep::On
                                    | Prep::By
                                    | Prep::At
                            )) | What::Sign('(' | '-')
                        )
                    );
                    let listed = self.is_prep(back.wrapping_sub(1), Prep::And)
                        && matches!(self.what(back.wrapping_sub(2)), Some(What::Region(_)));
                    if governed || listed {
                        break;
                    }
                    // `the Gulf state now ships V`: which one is carried
                    let level = self.places.mentions[*place].region.level;
                    if matches!(level, article::Level::Macro | article::Level::Group)
                        && (self.is_word(back + 1, STATES)
                            || matches!(self.what(back + 1), Some(What::Class(Class::Peri(_)))))
                    {
                        return self
                            .spoken_subject(0, verb)
                            .or_else(|| self.carried_reporter(Indicator::Exports));
                    }
                    return Some(self.code(*place, false));
                }
                Some(What::Word | What::Class(Class::Plain)) => {}
                _ => break,
            }
        }
        self.subject(verb).map(|(_, code)| code)
    }

    /// What the story trades, as the sentence, the paragraph or the last figure has it.
    fn trade_spoken_of(&self) -> Option<Topic> {
        let near = self
            .drafts
            .last()
            .filter(|last| last.sentence + 4 > self.sentence && last.rule != "tariff/goods")
            // what somebody else bought is not what the next paragraph is of
            .filter(|last| {
                let paragraph = self.story.sentences.get(last.sentence).map(|sentence| sentence.paragraph);
                paragraph == Some(self.carry.paragraph)
                    || self.carry.story_reporter.is_none()
                    || last.topic.reporter == self.carry.story_reporter
                    || last.topic.indicator != Indicator::Imports
            })
            .map(|last| last.topic.clone());
        let fits = |topic: &Topic| of_goods(topic.indicator) || topic.indicator == Indicator::Balance;
        self.topic
            .clone()
            .filter(fits)
            .or_else(|| self.carry.topic.clone().filter(fits))
            .or_else(|| near.filter(fits))
            .or_else(|| self.carry.story_flow.clone())
    }

    /// `took V worth`, `spent V on its goods`, `sold it V`: the money is for what was spoken of.
    fn of_them(&self, verb: usize, at: usize) -> bool {
        // `Germany remained the leading customer, spending V`
        let customer = (self.clause_start.min(verb)..verb).any(|at| {
            self.is_word(
                at,
                words!["customer", "customers", "buyer", "buyers", "importer", "market", "destination"],
            )
        });
        customer
            || self.is_word(verb + 1, words!["it", "them"])
            || self.is_word(at + 1, words!["worth"])
            || matches!(self.what(at + 1), Some(What::Possessive)) && self.is_word(at + 2, words!["worth"])
            || (verb + 1..at).any(|at| self.is_word(at, words!["goods", "worth", "products", "merchandise"]))
            || (self.is_prep(at + 1, Prep::On)
                && (at + 2..at + 6)
                    .any(|at| self.is_word(at, words!["goods", "products", "imports", "merchandise"])))
    }

    /// Two places or more before goods, joined by commas and `and`: `Russian, Romanian and French`.
    fn adjectives(&self, from: usize) -> Option<(Name, usize)> {
        const MOST: usize = 5;
        let mut at = from;
        let mut codes: Vec<Name> = Vec::new();
        while let Some(What::Region(place)) = self.what(at) {
            codes.push(self.code(*place, true));
            at += 1;
            while matches!(self.what(at), Some(What::Sign(',') | What::Class(Class::Prep(Prep::And)))) {
                at += 1;
            }
        }
        let many = (2..=MOST).contains(&codes.len());
        (many && matches!(self.what(at), Some(What::Word))).then(|| (Name::from(codes.join("+")), at))
    }

    /// After a quantity: the goods, where they are from, whether they go abroad, and where to.
    fn goods_after(&self, at: usize) -> (Option<Name>, Option<Name>, bool, Option<Name>) {
        /// Pieces of an aside about the goods.
        const ASIDE: usize = 12;
        let mut next = self.after_bracket(at + 1);
        // `V a year of Venezuelan metal`
        if self.is_word(next, words!["a"])
            && self.is_word(next + 1, words!["year", "month", "week", "day"])
            && self.is_prep(next + 2, Prep::Of)
        {
            next += 2;
        }
        // `P less salmon from Britain`
        if matches!(self.what(next), Some(What::Class(Class::More(_))))
            || self.is_word(next, words!["more", "less", "fewer"])
        {
            next = self.skip(next + 1, |what| matches!(what, What::Word | What::Class(Class::Plain)));
        }
        // `bought V worth of Chinese goods`, `exported 820 million euros' worth of vegetables`
        if matches!(self.what(next), Some(What::Possessive)) {
            next += 1;
        }
        // … and `bought a V cargo of sugar`
        if self.is_word(next, words!["worth", "cargo", "cargoes", "parcel", "lot", "shipment"])
            && self.is_prep(next + 1, Prep::Of)
        {
            next += 1;
        }
        let (mut goods, mut origin) = (None, None);
        let of = self.is_prep(next, Prep::Of)
            || (self.is_prep(next, Prep::On) && self.is_money_at(at))
            || (self.is_prep(next, Prep::In)
                && self.is_money_at(at)
                && matches!(self.what(next + 1), Some(What::Region(_))));
        if of {
            let (found, place, after) = self.goods(next + 1);
            goods = found;
            origin = place.map(|place| self.code(place, true));
            // `bought V of Russian and V2 of Romanian wheat`
            if goods.is_none()
                && let Some(What::Region(place)) = self.what(next + 1)
                && self.is_prep(next + 2, Prep::And)
                && matches!(self.what(next + 3), Some(What::Quantity(_)))
                && self.is_prep(next + 4, Prep::Of)
            {
                goods = self.goods(next + 5).0;
                origin = Some(self.code(*place, true));
            }
            let first = next + 1;
            next = after.max(first);
            // `bought V of Russian, Romanian and French wheat`, `V of U.S., Argentine wheat`
            if let Some((codes, of_it)) = self.adjectives(first)
                && let (Some(found), None, after) = self.goods(of_it)
            {
                (goods, origin, next) = (Some(found), Some(codes), after);
            }
        } else if self.start_of(at) < self.story.headline.end
            && matches!(self.what(next), Some(What::Word | What::Region(_)))
        {
            // `JAPAN BUYS 5,000 TONNES CANADIAN RAPESEED`
            let (found, place, after) = self.goods(next);
            goods = found;
            origin = place.map(|place| self.code(place, true));
            next = after.max(next);
        }
        // `V worth of goods, including steel and coking coal, to India`
        if matches!(self.what(next), Some(What::Sign(',')))
            && self.is_word(
                next + 1,
                words!["including", "mainly", "mostly", "chiefly", "largely", "primarily", "such"],
            )
            && let Some(close) =
                (next + 2..next + ASIDE).find(|at| matches!(self.what(*at), Some(What::Sign(','))))
            && matches!(self.what(close + 1), Some(What::Class(Class::Prep(Prep::To | Prep::From))))
        {
            next = close + 1;
        }
        let mut toward = None;
        let mut abroad = false;
        let mut step = next;
        while step < next + 8 {
            match self.what(step) {
                Some(What::Class(Class::Prep(prep @ (Prep::To | Prep::From)))) => {
                    let there = || self.that_place(step + 1, Indicator::Exports);
                    let works = || self.works_in(step + 1).filter(|_| *prep == Prep::From);
                    let found = self.region_list(step + 1, true).or_else(there).or_else(works);
                    // `to foreign markets`, `to other countries`, `to unknown destinations`
                    if found.is_none() && *prep == Prep::To && self.is_any_abroad(step + 1) {
                        abroad = true;
                        break;
                    }
                    let Some((codes, after)) = found else { break };
                    if *prep == Prep::To {
                        toward = toward.or(Some(codes));
                    } else {
                        origin = origin.or(Some(codes));
                    }
                    step = after;
                    continue;
                }
                Some(What::Word) if self.is_word(step, words!["abroad", "overseas"]) => abroad = true,
                // `to foreign buyers`
                Some(_)
                    if self.is_word(step, words!["foreign", "overseas"])
                        && self.is_word(
                            step + 1,
                            words!["buyers", "customers", "clients", "markets", "traders"],
                        ) =>
                {
                    abroad = true;
                }
                Some(
                    What::Time(_)
                    | What::Class(Class::Plain | Class::Other | Class::Prep(Prep::In))
                    | What::Word,
                ) => {}
                _ => break,
            }
            step += 1;
        }
        (goods, origin, abroad, toward)
    }

    /// `foreign buyers`, `other markets`, `third countries`, `unknown destinations`: no place, and not home.
    fn is_any_abroad(&self, at: usize) -> bool {
        const WHICH: &Words = words![
            "foreign",
            "overseas",
            "other",
            "third",
            "unknown",
            "unnamed",
            "undisclosed",
            "international"
        ];
        const WHERE: &Words = words![
            "buyers",
            "customers",
            "clients",
            "markets",
            "traders",
            "countries",
            "nations",
            "destinations",
            "destination",
            "states",
            "lands"
        ];
        let at = at + usize::from(self.is_word(at, words!["an", "a", "the"]));
        self.is_word(at, WHICH) && (at + 1..at + 3).any(|at| self.is_word(at, WHERE))
    }

    /// `a refinery in Jamaica`, `the state-owned mine in eastern Gabon`: where what is bought is made.
    fn works_in(&self, from: usize) -> Option<(Name, usize)> {
        const WORKS: &Words = words![
            "refinery",
            "smelter",
            "mine",
            "mines",
            "plant",
            "mill",
            "mills",
            "field",
            "fields",
            "factory",
            "company",
            "firm",
            "producer",
            "yard",
            "shipyard",
            "supplier",
            "suppliers",
        ];
        const NAME: usize = 4;
        let noun = (from..from + NAME)
            .take_while(|at| {
                matches!(self.what(*at), Some(What::Word | What::Sign('-') | What::Class(Class::Plain)))
            })
            .find(|at| self.is_word(*at, WORKS))?;
        let inside = self.is_prep(noun + 1, Prep::In).then_some(noun + 2)?;
        let place = self.skip(inside, |what| matches!(what, What::Word | What::Class(Class::Plain)));
        let What::Region(found) = self.what(place)? else { return None };
        (place < inside + NAME).then(|| (self.code(*found, true), place + 1))
    }

    fn is_money_at(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Quantity(index))
            if matches!(self.pieces.quantities[*index].measure, Measure::Money(_) | Measure::LocalMoney(..) | Measure::Scaled))
    }
}
