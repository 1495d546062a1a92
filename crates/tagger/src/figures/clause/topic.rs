//! What a clause speaks of, and what is said of it.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Measured, Prep, Strength};
use super::super::pieces::What;
use super::super::quantity::Measure;
use super::super::words::Words;
use super::{Clauses, Said};
use article::{Direction, Indicator, Level, Status, Usage};
use rust_decimal::Decimal;

/// Verbs by which something makes trade grow.
const LIFTS: &Words =
    words!["boost", "boosts", "boosted", "lift", "lifts", "lifted", "hike", "hikes", "hiked", "sets", "set"];

/// Verbs by which something takes trade to an amount.
const PUTS: &Words =
    words!["put", "puts", "leave", "leaves", "left", "keep", "keeps", "kept", "push", "pushes", "pushed"];

/// Who does that has the balance.
const RUNS: &Words =
    words!["ran", "runs", "running", "run", "posted", "posts", "enjoys", "enjoyed", "registered", "booked"];

/// What handles or carries cargo of others.
const CARRIERS: &Words = words![
    "port",
    "ports",
    "terminal",
    "terminals",
    "harbour",
    "harbor",
    "docks",
    "seaway",
    "route",
    "crossing",
    "crossings",
    "railway",
    "railways",
    "corridor",
    "canal",
];

impl Clauses<'_, '_> {
    /// `Tariffs on Chinese imports were cut to P`: goods that a duty is put on are not what the sentence speaks of.
    fn is_taxed(&self, at: usize) -> bool {
        /// Pieces between `on` and the noun.
        const REACH: usize = 6;
        let over_goods =
            |topic: &super::Topic| matches!(topic.indicator, Indicator::Tariff | Indicator::Quota);
        if !self.topic.as_ref().is_some_and(over_goods) {
            return false;
        }
        let goods = |at: &usize| match self.what(*at) {
            Some(What::Word | What::Region(_) | What::Possessive | What::Sign('-')) => true,
            Some(What::Class(class)) => matches!(class, Class::Plain | Class::Prep(Prep::And)),
            _ => false,
        };
        let first = (at.saturating_sub(REACH)..at).rev().take_while(goods).last().unwrap_or(at);
        let on = first.wrapping_sub(1);
        self.is_prep(on, Prep::On)
            && matches!(
                self.what(on.wrapping_sub(1)),
                Some(What::Class(Class::Tariff | Class::Quota) | What::Quantity(_))
            )
    }

    /// `The surplus in Russia's trade with`, `Deficit of foreign trade in goods`: the balance that is in, on or of it.
    fn balance_in(&self, trade: usize) -> Option<Measured> {
        /// Pieces between the two nouns.
        const REACH: usize = 5;
        let small = |at: &usize| {
            matches!(
                self.what(*at),
                Some(What::Word | What::Region(_) | What::Possessive | What::Class(Class::Plain))
            )
        };
        let first = (trade.saturating_sub(REACH)..trade).rev().take_while(small).last().unwrap_or(trade);
        let joint = first.checked_sub(1)?;
        let joins = [Prep::In, Prep::On, Prep::Of].iter().any(|prep| self.is_prep(joint, *prep));
        match self.what(joint.checked_sub(1)?) {
            Some(What::Class(Class::Indicator(measured, Strength::Bare)))
                if joins && measured.indicator == Indicator::Balance =>
            {
                Some(*measured)
            }
            _ => None,
        }
    }

    /// `domestic tourism earnings`, and those of a province: most of that crosses no border.
    pub(super) fn is_home_travel(&self, at: usize, indicator: Indicator) -> bool {
        if !matches!(indicator, Indicator::Exports | Indicator::Imports) {
            return false;
        }
        let piece = &self.pieces.list[at];
        travel(self.story.words(self.bytes(piece.tokens.clone()))).is_some()
            && (self.is_word(at.wrapping_sub(1), words!["domestic", "local", "total"])
                || self
                    .left(at)
                    .reporter
                    .or_else(|| self.carried_reporter(indicator))
                    .is_none_or(|code| code.len() != 2))
    }

    /// `Sony's overseas sales`: what a firm takes abroad, wherever its goods are made, in a story that has no word of trade.
    pub(super) fn is_revenue_abroad(&self, at: usize) -> bool {
        const ABROAD: &Words = words!["overseas sales", "foreign sales", "sales abroad"];
        /// What has the word speaks of trade.
        const TRADE: [&str; 4] = ["xport", "trade", "customs", "ariff"];
        self.is_word(at, ABROAD)
            && *self
                .carry
                .without_trade
                .get_or_init(|| !TRADE.iter().any(|word| self.story.text.contains(word)))
            && self.left(at).reporter.is_none()
            && !self.is_prep(at + 1, Prep::Of)
    }

    pub(super) fn indicator(&mut self, at: usize, measured: Measured, strength: Strength) {
        if measured.indicator == Indicator::Trade && self.is_of_a_gap(at) {
            return;
        }
        if self.is_home_travel(at, measured.indicator) || self.is_revenue_abroad(at) || self.trades_paper(at)
        {
            return self.block();
        }
        let next = self.what(at + 1);
        // `foreign direct investment (FDI)`
        let again = at > 0
            && matches!(
                (self.what(at.wrapping_sub(1)), next),
                (Some(What::Sign('(')), Some(What::Sign(')')))
            );
        if again && self.topic.as_ref().is_some_and(|topic| topic.indicator == measured.indicator) {
            return;
        }
        // `Non-oil exports, including re-exports, grew P`
        if measured.indicator == Indicator::ReExports
            && self.is_word(at.wrapping_sub(1), words!["including", "plus"])
            && self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Exports)
        {
            self.topic_end = self.topic_end.max(at + 1);
            return;
        }
        if self.is_taxed(at) {
            self.topic_end = self.topic_end.max(at + 1);
            return;
        }
        if measured.indicator == Indicator::Freight && self.stays_inside() {
            return self.block();
        }
        // … but `imports cost V`
        let costs =
            measured.indicator == Indicator::Imports && self.is_word(at + 1, words!["cost", "costing"]);
        let compound =
            !costs && matches!(next, Some(What::Class(Class::Other | Class::Tariff | Class::Quota)));
        match strength {
            // `the deficit in goods and services trade`
            Strength::Full | Strength::Head
                if measured.indicator == Indicator::Trade
                    && self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Balance)
                    && !self.blocked
                    && (at.saturating_sub(6)..at).rev().any(|back| {
                        (self.is_prep(back, Prep::In) || self.is_prep(back, Prep::On))
                            && matches!(
                                self.what(back.wrapping_sub(1)),
                                Some(What::Class(Class::Indicator(..)))
                            )
                    }) =>
            {
                self.topic_end = self.topic_end.max(at + 1);
                // `the gap in goods trade with China`
                let right = self.right(at + 1, Indicator::Balance);
                if let Some(topic) = self.topic.as_mut().filter(|_| right.partner.is_some()) {
                    (topic.partner, topic.partner_stated) = (right.partner, true);
                    self.topic_end = self.topic_end.max(right.end);
                }
                return;
            }
            Strength::Full => {
                if compound || measured.indicator == Indicator::FdiInward && self.of_paper(at) {
                    return self.block();
                }
                self.carry.trade_seen = true;
                if let Some(balance) = self.balance_in(at).filter(|_| measured.indicator == Indicator::Trade)
                {
                    return self.begin(at, balance);
                }
            }
            Strength::Head => {
                let heads = match next {
                    Some(What::Word | What::Number | What::Region(_)) => false,
                    // `world trade would shrink P`
                    Some(What::Class(Class::Status(_)))
                        if self.is_word(
                            at + 1,
                            words!["will", "would", "could", "may", "might", "should", "can"],
                        ) =>
                    {
                        true
                    }
                    Some(What::Class(class)) => !matches!(
                        class,
                        Class::Indicator(..)
                            | Class::Other
                            | Class::Tariff
                            | Class::Quota
                            | Class::Status(_)
                            | Class::Peri(_)
                            | Class::Benchmark
                    ),
                    Some(What::Sign(sign)) => !matches!(sign, '-' | '.' | '/' | '\'' | '’'),
                    _ => true,
                };
                // `the full-year export target at V`
                if let Some(What::Class(Class::Status(status @ (Status::Target | Status::Forecast)))) = next
                    && measured.indicator != Indicator::Trade
                {
                    let status = *status;
                    self.begin(at, measured);
                    self.topic_end = at + 2;
                    self.status = Some(status);
                    return;
                }
                if !heads {
                    return;
                }
                if let Some(balance) = self.balance_in(at).filter(|_| measured.indicator == Indicator::Trade)
                {
                    return self.begin(at, balance);
                }
                if measured.indicator == Indicator::Trade {
                    let right = self.right(at + 1, Indicator::Trade);
                    let left = self.left(at);
                    let known =
                        right.partner.is_some() || left.reporter.is_some() || right.reporter.is_some();
                    let verb = matches!(next, Some(What::Class(Class::Change(_) | Class::Level(_))))
                        || (self.is_prep(at + 1, Prep::To)
                            && (at + 2..at + 5).any(|at| matches!(self.what(at), Some(What::Quantity(_)))));
                    // `world trade grew P`, `trade in agricultural goods expanded by P`
                    let world = self.is_word(at.wrapping_sub(1), words!["world", "global", "worldwide"]);
                    let in_goods = self.is_prep(at + 1, Prep::In)
                        && matches!(self.what(at + 2), Some(What::Word))
                        && (at + 3..at + 6).any(|at| {
                            matches!(self.what(at), Some(What::Class(Class::Change(_) | Class::Level(_))))
                        });
                    let verb =
                        verb || in_goods || (world && matches!(next, Some(What::Class(Class::Status(_)))));
                    if !(known || (verb && (self.carry.trade_seen || world))) {
                        return;
                    }
                }
            }
            Strength::Bare => {
                // `Latin America's largest economy posted a surplus`
                let measures = |at: usize| {
                    matches!(self.what(at), Some(What::Class(Class::Other)))
                        && !self.is_word(at, words!["economy", "economies"])
                };
                let of_else = (1..6).any(|step| measures(at + step))
                    || (1..4).any(|step| at >= step && measures(at - step));
                // a surplus with a country is one of trade
                let with = measured.indicator == Indicator::Balance
                    && (self.right(at + 1, Indicator::Balance).partner.is_some()
                        || (at + 1..at + 6).any(|at| {
                            matches!(self.what(at), Some(What::Quantity(_)))
                                && self.is_prep(at + 1, Prep::With)
                                && self.region_list(at + 2, true).is_some()
                        }));
                // `a deficit of V in goods and a surplus of V2 in services`
                let in_goods = measured.indicator == Indicator::Balance
                    && (at + 1..at + 6).any(|at| {
                        matches!(self.what(at), Some(What::Quantity(_)))
                            && (self.is_prep(at + 1, Prep::In) || self.is_prep(at + 1, Prep::On))
                            && self.is_word(
                                at + 2,
                                words!["goods", "services", "merchandise", "invisibles", "visibles"],
                            )
                    });
                let with = with || in_goods;
                // `Trade gap widens`, above the first number: `the report put the gap at V`
                let headed = measured.indicator == Indicator::Balance && self.carry.headline_of_trade;
                if of_else || !(self.carry.trade_seen || headed || self.topic.is_some() || with) {
                    if measured.indicator == Indicator::Balance && self.balance_of_else(at) {
                        self.carry.deficit_of_else = Some(self.sentence);
                    }
                    return self.block();
                }
                // inflows and traffic: where the story has spoken of investment or of a port
                if let Indicator::FdiInward | Indicator::FdiOutward | Indicator::Freight = measured.indicator
                {
                    // `a registered capital of V` of foreign-invested projects
                    let foreign = measured.indicator == Indicator::FdiInward
                        && (0..self.pieces.list.len()).any(|at| {
                            self.is_word(
                                at,
                                words!["foreign", "foreign-invested", "foreign-funded", "overseas"],
                            )
                        });
                    if !foreign && !self.story_speaks_of(measured.indicator) {
                        // `the inflow tumbled` in a story of crude: what comes in is what is bought
                        let goods = match measured.indicator {
                            Indicator::FdiInward => Indicator::Imports,
                            Indicator::FdiOutward => Indicator::Exports,
                            _ => return self.block(),
                        };
                        let flows = self
                            .carry
                            .story_flow
                            .as_ref()
                            .is_some_and(|flow| super::figure::is_flow(flow.indicator));
                        let noun = self.is_word(at, words!["inflow", "inflows", "outflow", "outflows"]);
                        let capital = (0..self.pieces.list.len()).any(|at| {
                            self.is_word(
                                at,
                                words![
                                    "net",
                                    "capital",
                                    "invested",
                                    "investment",
                                    "investments",
                                    "investors",
                                    "fund",
                                    "funds"
                                ],
                            )
                        });
                        if !(flows && noun) || capital {
                            return self.block();
                        }
                        return self.begin(at, Measured { indicator: goods, ..measured });
                    }
                    return self.begin(at, measured);
                }
                if self.balance_of_else(at) {
                    self.carry.deficit_of_else = Some(self.sentence);
                    return self.block();
                }
                if self.of_the_account(at) {
                    return self.begin(at, Measured { indicator: Indicator::CurrentAccount, ..measured });
                }
            }
            Strength::Weak => {
                // `The Japanese purchases comprise V for May shipment` after a contract
                if self.is_word(at, words!["purchases"])
                    && let Some(last) = self.drafts.last().filter(|last| {
                        last.topic.indicator == Indicator::Deals && last.sentence + 3 > self.sentence
                    })
                {
                    let topic = last.topic.clone();
                    self.begin(at, Measured { indicator: Indicator::Deals, sign: 0 });
                    self.topic = Some(topic);
                    return;
                }
                let right = self.right(at + 1, measured.indicator);
                // `purchases of fuels from abroad`
                let abroad = (1..8)
                    .take_while(|step| {
                        matches!(
                            self.what(at + step),
                            Some(
                                What::Word
                                    | What::Class(
                                        Class::Plain | Class::Prep(Prep::Of | Prep::From | Prep::And)
                                    )
                            )
                        )
                    })
                    .any(|step| self.is_word(at + step, words!["abroad", "overseas"]));
                // `Shipments tumbled P in July` behind `The EU imported V from China`
                let verb = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)));
                if self.is_word(at, words!["shipments", "deliveries", "supplies"])
                    && at == self.clause_start
                    && matches!(self.what(verb), Some(What::Class(Class::Change(_) | Class::Level(_))))
                    && let Some(last) = self.drafts.last().filter(|last| {
                        last.topic.indicator == Indicator::Imports
                            && last.sentence + 3 > self.sentence
                            && last.topic.partner.as_deref().is_some_and(|partner| partner != "WORLD")
                    })
                {
                    let topic = last.topic.clone();
                    self.begin(at, Measured { indicator: Indicator::Imports, sign: 0 });
                    self.topic = Some(topic);
                    return;
                }
                let imported = self.is_word(at, words!["purchases"])
                    && self.is_prep(at + 1, Prep::Of)
                    && self
                        .drafts
                        .iter()
                        .rev()
                        .take(8)
                        .any(|draft| draft.topic.indicator == Indicator::Imports);
                let before =
                    self.topic.as_ref().or(self.carry.topic.as_ref()).or(self.carry.previous.as_ref());
                let goes_on = before.is_some_and(|topic| topic.indicator == measured.indicator)
                    && self.is_word(at, words!["shipments", "deliveries", "purchases", "arrivals"]);
                // "shipments of semiconductors" of a story that speaks of exports
                let shipped = self.is_word(at, words!["shipments", "deliveries", "supplies", "cargoes"]);
                let sold = self.drafts.iter().take(8).any(|draft| draft.rule == "deals/sale");
                let of_goods = (self.carry.story_flow.is_some() || sold)
                    && shipped
                    && ((right.commodity.is_some() && self.is_prep(at + 1, Prep::Of))
                        || self.left(at).commodity.is_some());
                // "would cut shipments by a fifth" of what was spoken of
                let cut = (shipped || self.is_word(at, words!["sales"]))
                    && matches!(self.what(at.wrapping_sub(1)), Some(What::Class(Class::Change(_))))
                    && self.flow_spoken_of().is_some_and(|topic| topic.indicator == measured.indicator);
                // `Iraqi supplies` of a story about India's imports
                let comes = words!["supplies", "arrivals", "shipments", "cargoes", "deliveries", "purchases"];
                if right.partner.is_none()
                    && self.is_word(at, comes)
                    && let Some(whose) = self.left(at).reporter
                    && let Some(flow) = self.carry.story_flow.clone()
                    && flow.indicator == Indicator::Imports
                    && flow.reporter.is_some()
                    && flow.reporter.as_ref() != Some(&whose)
                {
                    self.begin(at, Measured { indicator: Indicator::Imports, sign: 0 });
                    if let Some(topic) = self.topic.as_mut() {
                        (topic.reporter, topic.reporter_stated) = (right.reporter.or(flow.reporter), false);
                        (topic.partner, topic.partner_stated) = (Some(whose), true);
                        topic.commodity = topic.commodity.take().or(flow.commodity);
                    }
                    return;
                }
                // `Purchases by the European Union slipped` in a story of Malaysia's exports
                if self.is_word(at, words!["purchases", "buying", "intake"])
                    && let Some(buyer) = right.reporter.clone()
                    && let Some(flow) = self.carry.story_flow.clone()
                    && flow.indicator == Indicator::Exports
                    && flow.reporter.as_ref().is_some_and(|seller| *seller != buyer)
                {
                    self.begin(at, Measured { indicator: Indicator::Exports, sign: 0 });
                    if let Some(topic) = self.topic.as_mut() {
                        (topic.reporter, topic.reporter_stated) = (flow.reporter, false);
                        (topic.partner, topic.partner_stated) = (Some(buyer), true);
                        topic.commodity = topic.commodity.take().or(flow.commodity);
                    }
                    return;
                }
                // `Arrivals at ports` in a story of what a country sells come from its farms
                if self.is_word(at, words!["arrivals"])
                    && self.is_prep(at + 1, Prep::At)
                    && self.carry.story_flow.as_ref().is_some_and(|flow| flow.indicator == Indicator::Exports)
                {
                    return self.block();
                }
                // `deliveries to cooperatives` stay at home
                let home = self.is_prep(at + 1, Prep::To)
                    && matches!(self.what(at + 2), Some(What::Word))
                    && right.partner.is_none();
                if home {
                    return self.block();
                }
                // `Argentine vegetable oil shipments totalled V tonnes`: what a country ships by weight leaves it
                let bulk = self.is_word(at, words!["shipments"])
                    && (at + 1..at + 14).any(|at| self.is_of_bulk(at))
                    && (self.left(at).reporter.is_some_and(|code| code.len() == 2)
                        // `Soybean shipments from Brazil`
                        || self.is_prep(at + 1, Prep::From)
                            && right.reporter.as_ref().is_some_and(|code| code.len() == 2));
                let known = abroad || goes_on || of_goods || cut || bulk || imported;
                if right.partner.is_none() && !known {
                    return self.block();
                }
            }
            Strength::Verb => {}
            Strength::Shipped => {
                if self.is_word(at, words!["shipped", "sent", "sold", "delivered"]) && self.sent_off(at) {
                    return;
                }
                // `Ivory Coast shipped P less cocoa`
                let less = (at + 1..at + 4)
                    .any(|at| matches!(self.what(at), Some(What::Class(Class::More(_)))))
                    && self.is_word(at, words!["shipped"])
                    && self.named_country(at);
                // `sold China V`
                let mut abroad = less
                    || matches!(self.what(at + 1), Some(What::Region(_)))
                        && (at + 2..at + 5).any(|at| matches!(self.what(at), Some(What::Quantity(_))));
                for step in 1..14 {
                    match self.what(at + step) {
                        Some(What::Class(Class::Break)) | None => break,
                        Some(What::Word)
                            if self.is_word(
                                at + step,
                                words!["abroad", "overseas", "border", "neighbour", "neighbor"],
                            ) =>
                        {
                            abroad = true;
                        }
                        Some(What::Region(place)) => {
                            let foreign = matches!(
                                self.places.mentions[*place].region.level,
                                Level::Country | Level::Group | Level::Macro
                            );
                            let toward = (1..3).any(|back| {
                                matches!(
                                    self.what((at + step).wrapping_sub(back)),
                                    Some(What::Class(Class::Prep(Prep::To)))
                                )
                            });
                            abroad |= foreign && toward;
                        }
                        _ => {}
                    }
                }
                // `India shipped V of shrimp` of a story about exports
                let country = |at: usize| {
                    matches!(self.what(at), Some(What::Region(place))
                    if self.places.mentions[*place].region.level == Level::Country)
                };
                abroad |= self.is_word(at, words!["shipped"])
                    && self
                        .carry
                        .story_flow
                        .as_ref()
                        .is_some_and(|flow| flow.indicator == Indicator::Exports)
                    && self.subject(at).is_some_and(|(subject, _)| subject + 1 == at && country(subject))
                    && (at + 1..at + 4).any(|at| matches!(self.what(at), Some(What::Quantity(_))));
                // `Ghana shipped 150,000 tonnes of cocoa beans`, `The country shipped`: by weight it is abroad that a country ships
                abroad |= self.is_word(at, words!["shipped"])
                    && self.subject(at).is_some_and(|(subject, code)| {
                        subject + 1 == at && country(subject)
                            || subject == 0
                                && code.len() == 2
                                && !matches!(self.what(0), Some(What::Region(_)))
                    })
                    && (at + 1..at + 4).any(|at| self.is_of_bulk(at));
                if !abroad || self.subject(at).is_none() {
                    return;
                }
            }
        }
        self.begin(at, measured);
        if strength == Strength::Full {
            self.note_alias(at, measured);
        }
        if strength == Strength::Verb && (self.passive(at) || self.sent_off(at)) {
            return;
        }
        if matches!(strength, Strength::Verb | Strength::Shipped) {
            let ranked = (self.clause_start.min(at)..at).any(|at| {
                self.is_word(
                    at,
                    words!["buyer", "buyers", "customer", "market", "destination", "importer", "client"],
                )
            });
            let flow = self.carry.story_flow.clone().filter(|flow| flow.indicator == Indicator::Exports);
            if let Some((_, code)) = self.subject(at)
                && let Some(topic) = self.topic.as_mut()
            {
                // `Pakistan was the leading buyer, having imported V` in a story about Kenya's exports
                let buyer = measured.indicator == Indicator::Imports
                    && ranked
                    && flow
                        .as_ref()
                        .is_some_and(|flow| flow.reporter.is_some() && flow.reporter.as_ref() != Some(&code))
                    && topic.partner.as_ref().is_none_or(|partner| {
                        flow.as_ref().is_some_and(|flow| flow.reporter.as_ref() == Some(partner))
                    });
                if let Some(flow) = flow.filter(|_| buyer) {
                    *topic = flow;
                    (topic.partner, topic.partner_stated) = (Some(code), true);
                } else {
                    topic.reporter = Some(code);
                    topic.reporter_stated = true;
                }
                topic.commodity = None;
            }
            // `exported cars and parts worth V`: both are the goods
            let worth = (at + 2..at + 9)
                .take_while(|at| {
                    matches!(
                        self.what(*at),
                        Some(What::Word | What::Sign('-' | ',') | What::Class(Class::Prep(Prep::And)))
                    ) || self.is_word(*at, words!["worth", "valued at"])
                })
                .find(|at| self.is_word(*at, words!["worth", "valued at"]));
            if let Some(worth) = worth
                && let Some(goods) = self.goods_between(at + 1, worth)
                && let Some(topic) = self.topic.as_mut()
            {
                topic.commodity = Some(goods);
                self.topic_end = worth;
            }
            // `exported V of soybeans to China`
            if let Some(quantity) =
                (at + 1..at + 5).find(|at| matches!(self.what(*at), Some(What::Quantity(_))))
            {
                let mut from = quantity + 1;
                if matches!(self.what(from), Some(What::Sign('('))) {
                    from = (from..from + 8)
                        .find(|at| matches!(self.what(*at), Some(What::Sign(')'))))
                        .map_or(from, |close| close + 1);
                }
                let right = self.right(from, measured.indicator);
                let dative = match self.what(at + 1) {
                    Some(What::Region(place)) if strength == Strength::Shipped => {
                        Some(self.code(*place, true))
                    }
                    _ => None,
                };
                if let Some(topic) = self.topic.as_mut() {
                    if dative.is_some() {
                        (topic.partner, topic.partner_stated) = (dative, true);
                    }
                    topic.commodity = right.commodity;
                    if right.partner.is_some() {
                        topic.partner = right.partner;
                        topic.partner_stated = true;
                    }
                }
            }
            self.said = Said::Level(None);
            self.said_at = at;
        }
    }

    /// `a deficit of V in its trade with China`: the trade is what the deficit is in.
    fn is_of_a_gap(&self, noun: usize) -> bool {
        const REACH: usize = 6;
        let Some(before) = (noun.saturating_sub(REACH)..noun).rev().find_map(|at| match self.what(at) {
            Some(What::Quantity(index)) => Some((at, *index)),
            _ => None,
        }) else {
            return false;
        };
        let (at, index) = before;
        self.is_prep(at + 1, Prep::In)
            && self.became[index].is_some_and(|draft| {
                self.drafts[draft].topic.indicator == Indicator::Balance
                    && self.drafts[draft].rule == "level/of"
            })
    }

    /// Whether a bare "surplus" is that of the current account: what the clause speaks of, or the balance last spoken of.
    pub(super) fn of_the_account(&self, at: usize) -> bool {
        // `the deficit on services`, `the transfers deficit`, `the trade balance showed a deficit` are parts of it
        let part = |at: usize| {
            self.is_word(
                at,
                words!["services", "invisibles", "invisible", "goods", "merchandise", "visibles", "trade"],
            )
        };
        if (at.saturating_sub(3)..at).any(part)
            || ((self.is_prep(at + 1, Prep::On) || self.is_prep(at + 1, Prep::In))
                && (at + 2..at + 4).any(part))
            || self.right(at + 1, Indicator::Balance).partner.is_some()
        {
            return false;
        }
        let said = self.topic.as_ref().or(self.carry.topic.as_ref()).map(|topic| topic.indicator);
        match said {
            Some(Indicator::CurrentAccount) => true,
            Some(Indicator::Balance | Indicator::Trade) => false,
            // nothing but the headline has spoken yet
            None if self.drafts.is_empty() => self.headline_of_the_account(),
            _ => {
                self.drafts
                    .iter()
                    .rev()
                    .take(24)
                    .map(|draft| draft.topic.indicator)
                    .find(|indicator| matches!(indicator, Indicator::Balance | Indicator::CurrentAccount))
                    == Some(Indicator::CurrentAccount)
            }
        }
    }

    /// `Current Account Swings to Surplus`: the balance that the headline names.
    fn headline_of_the_account(&self) -> bool {
        let headline = self.story.words(self.story.headline.clone());
        let headline = headline[..headline.floor_char_boundary(300)].to_ascii_lowercase();
        headline.contains("current account") && !headline.contains("trade")
    }

    /// `Indian Railways carried V of freight`: what a railway moves inside the country is no trade.
    pub(super) fn stays_inside(&self) -> bool {
        const RAIL: &Words = words!["railways", "railway", "rail"];
        const BEYOND: &Words = words![
            "port",
            "ports",
            "border",
            "borders",
            "transit",
            "international",
            "cross-border",
            "export",
            "exports",
            "import",
            "imports",
            "containers",
            "teu",
            "teus",
            "crossing",
            "crossings",
            "corridor",
            "seaport",
            "seaports",
            "sea",
        ];
        let any = |words: &Words| self.may_say(words) && self.any_word(0..self.pieces.list.len(), words);
        let railway = any(RAIL) || super::super::home::is_in_headline(self.story, &["railways", "railway"]);
        let home = self.places.home.as_deref();
        let abroad = || {
            self.pieces.list.iter().any(|piece| match piece.what {
                What::Region(place) => {
                    let region = &self.places.mentions[place].region;
                    region.country.as_deref().is_none_or(|country| Some(country) != home)
                }
                _ => false,
            })
        };
        railway && !any(BEYOND) && !abroad()
    }

    /// The deficit of a budget, of a money market, of capital: where the sentence, or the one before, speaks of these
    /// and of no trade.
    pub(super) fn balance_of_else(&self, at: usize) -> bool {
        const OF_TRADE: &Words = words![
            "services",
            "services account",
            "account",
            "invisibles",
            "invisible",
            "visible",
            "goods",
            "merchandise",
            "trade",
        ];
        let trade =
            |what: &What| matches!(what, What::Class(Class::Indicator(_, Strength::Full | Strength::Verb)));
        let near = |from: usize| {
            (from..at).any(|at| !matches!(self.what(at), Some(What::Time(_))) && is_of_else(self.text(at)))
        };
        if near(self.clause_start.min(at)) && self.topic.is_none() || self.is_of_a_government(at) {
            return true;
        }
        if self.pieces.list.iter().any(|piece| trade(&piece.what)) || self.topic.is_some() {
            return false;
        }
        if near(0) || self.of_all_payments(at) {
            return true;
        }
        // the sentence before, or the two before it in the paragraph
        let of_output = self.any_word(0..self.pieces.list.len(), words!["gdp", "gross domestic product"]);
        let back = if of_output { 3 } else { 1 };
        let before = (self.sentence.saturating_sub(back)..self.sentence).rev().enumerate();
        let before: Vec<&crate::text::Token<'_>> = before
            .map_while(|(back, index)| {
                let sentence = self.story.sentences.get(index)?;
                (back == 0 || sentence.paragraph == self.carry.paragraph).then_some(sentence)
            })
            .filter_map(|sentence| self.story.tokens.get(sentence.tokens.clone()))
            .flatten()
            .collect();
        let says = |words: &[&str]| {
            words.iter().any(|word| {
                let key = crate::text::key(word);
                before.iter().any(|token| token.key == key)
            })
        };
        says(&["budget", "budgetary", "fiscal"]) && !says(&["trade", "account", "exports", "imports"])
            || (self.carry.deficit_of_else.is_some_and(|last| last + 1 == self.sentence)
                || self.headline_of_a_budget())
                && !self.any_word(0..self.pieces.list.len(), OF_TRADE)
    }

    /// `INDIAN BUDGET DEFICIT SEEN FUELLING INFLATION`: the deficit of such a story.
    fn headline_of_a_budget(&self) -> bool {
        const BUDGET: [&str; 6] = ["budget", "budgetary", "fiscal", "spending", "borrowing", "psbr"];
        const TRADE: [&str; 7] = ["trade", "account", "export", "exports", "import", "imports", "payments"];
        *self.carry.of_a_budget.get_or_init(|| {
            let says = |words| super::super::home::is_in_headline(self.story, words);
            says(&BUDGET) && !says(&TRADE)
        })
    }

    /// `the state sector deficit`, `the primary surplus`, `Social security ran a surplus`.
    fn is_of_a_government(&self, noun: usize) -> bool {
        const OWNERS: &Words = words![
            "sector",
            "government",
            "state",
            "federal",
            "municipal",
            "primary",
            "structural",
            "operating",
            "cash",
            "pension",
            "insurance",
            "provincial",
            "council",
            "household",
            "corporate",
            "revenue",
            "skills",
            "funding",
            "housing",
        ];
        const BODIES: &Words = words![
            "social security",
            "security",
            "local authorities",
            "authorities",
            "municipalities",
            "public finances",
            "finances",
            "households",
            "pension",
            "insurers",
            "public accounts"
        ];
        let owner =
            noun.checked_sub(1).map(|at| at - usize::from(matches!(self.what(at), Some(What::Possessive))));
        let owned = owner.is_some_and(|at| self.is_word(at, OWNERS));
        let clause = self.clause_start.min(noun)..(noun + 6).min(self.pieces.list.len());
        owned || self.topic.is_none() && self.any_word(clause, BODIES)
    }

    /// `The overall balance of payments showed a surplus of V`, `the overall V deficit`: with the capital that comes and goes, which no
    /// indicator measures. Nor do the balances that such a story tells of later.
    fn of_all_payments(&self, noun: usize) -> bool {
        /// Pieces from `overall` to the noun.
        const REACH: usize = 5;
        // `A surplus in the country's balance of payments`
        let payments = |at: usize| {
            self.is_word(at, words!["balance of payments", "payments", "transfer payments", "transfers"])
        };
        let in_payments = (noun + 1..noun + 6)
            .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_))))
            .any(payments)
            && !self
                .any_word(noun..(noun + 9).min(self.pieces.list.len()), words!["current", "current account"]);
        if in_payments {
            return true;
        }
        let overall = || {
            *self.carry.payments.get_or_init(|| self.story.text.contains("balance of payments"))
                && self.any_word(noun.saturating_sub(REACH)..noun, words!["overall"])
        };
        *self.carry.all_payments.get_or_init(|| {
            ["verall balance ", "verall payments"].iter().any(|words| {
                self.story.text.split_once(words).is_some_and(|(_, rest)| !rest.starts_with("of trade"))
            })
        }) || overall()
    }

    /// `Overall exports`, `With the rest of the world, the country had a surplus of V`.
    fn speaks_of_all(&self, from: usize, at: usize, alone: bool) -> bool {
        let mut tokens = self.pieces.list[from.min(at)].tokens.start..self.pieces.list[at].tokens.end;
        let of = from.checked_sub(1).is_some_and(|of| self.is_prep(of, Prep::Of));
        let overall = alone
            && !of
            && tokens.any(|token| {
                super::super::lexicon::word(self.story, token).is_some_and(|word| {
                    ["overall", "total", "global"].iter().any(|all| word.eq_ignore_ascii_case(all))
                })
            });
        // `Foreign trade as a whole totaled V`
        let whole = alone
            && (at + 1..at + 5)
                .take_while(|at| {
                    !matches!(
                        self.what(*at),
                        Some(What::Quantity(_) | What::Class(Class::Level(_) | Class::Change(_)))
                    )
                })
                .any(|at| self.is_word(at, words!["whole", "as a whole", "all told", "altogether"]));
        overall
            || whole
            || (self.clause_start..at).any(|back| self.is_word(back, words!["world", "the world"]))
    }

    /// Whether a figure of investment, or of freight, was read before.
    pub(super) fn story_speaks_of(&self, indicator: Indicator) -> bool {
        self.drafts.iter().rev().take(60).any(|draft| {
            let known = draft.topic.indicator;
            known == indicator || (super::figure::is_fdi(known) && super::figure::is_fdi(indicator))
        })
    }

    /// `exports of ESPO crude from the port of Kozmino`, `exports outside the CIS`: what a country sells, and not what a port counts.
    fn is_sold_through(&self, noun: usize) -> bool {
        const OIL: &Words =
            words!["crude", "crude oil", "oil", "diesel", "naphtha", "fuel oil", "gas", "lng", "blend"];
        self.is_prep(noun + 1, Prep::Of) && (noun + 2..noun + 5).any(|at| self.is_word(at, OIL))
            || self.is_word(noun + 1, words!["outside", "beyond"])
    }

    /// `exports of soybeans to Heilongjiang by rail`: they do not go through a port.
    fn goes_over_land(&self, noun: usize) -> bool {
        const LAND: &Words =
            words!["rail", "road", "truck", "trucks", "lorry", "pipeline", "train", "trains", "air"];
        self.may_say(LAND)
            && (noun + 1..noun + 10)
                .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';'))))
                .any(|at| {
                    self.is_word(
                        at,
                        words!["by rail", "by road", "by truck", "by train", "by air", "by pipeline"],
                    ) || self.is_prep(at, Prep::By) && self.is_word(at + 1, LAND)
                })
    }

    /// `foreign investment in stocks and bonds`, `foreign portfolio investment`: no enterprise is bought.
    fn of_paper(&self, noun: usize) -> bool {
        const PAPER: &Words = words![
            "stocks",
            "stock",
            "bonds",
            "bond",
            "shares",
            "securities",
            "equities",
            "debt",
            "treasuries",
            "stock market",
            "bond market",
            "funds",
            "paper",
        ];
        self.is_word(noun.wrapping_sub(1), words!["portfolio"])
            || self.is_prep(noun + 1, Prep::In) && (noun + 2..noun + 6).any(|at| self.is_word(at, PAPER))
    }

    /// `net exports may fall by P to 310,000 tonnes`: of goods, and no balance of money.
    fn is_net_of_goods(&self, at: usize) -> bool {
        const REACH: usize = 14;
        self.is_word(at, words!["net exports"])
            && (at + 1..at + REACH).any(|at| {
                matches!(self.what(at), Some(What::Quantity(index))
                    if matches!(self.pieces.quantities[*index].measure, Measure::Unit(unit) if unit != "other:coin"))
            })
    }

    /// A new topic, with what stands left and right of its noun.
    /// `ran a surplus of V, including V2 with the United States`: what has parts with others is with all.
    pub(super) fn tells_its_parts(&self, noun: usize) -> bool {
        let comma = if matches!(self.what(noun + 1), Some(What::Quantity(_))) { noun + 2 } else { noun + 1 };
        matches!(self.what(comma), Some(What::Sign(','))) && self.is_word(comma + 1, words!["including"])
    }

    pub(super) fn begin(&mut self, at: usize, measured: Measured) {
        self.said_before = self.said;
        let mut left = self.left(at);
        // imports and exports in a story about a port are what it handles
        let port = self.drafts.first().is_some_and(|draft| {
            draft.topic.indicator == Indicator::Freight
                && (self.places.port.is_some()
                    // `Russian seaports' cargo turnover up`: of all the ports of a country
                    || super::super::home::is_in_headline(self.story, &["ports", "seaports", "terminals"])
                    || draft.topic.reporter.as_deref().is_some_and(|code| code.contains(':')))
        });
        let measured = match measured.indicator {
            Indicator::Exports | Indicator::Imports
                if port
                    && left.reporter.is_none()
                    && !self.money_comes(at)
                    && !self.is_sold_through(at)
                    && !self.goes_over_land(at) =>
            {
                Measured { indicator: Indicator::Freight, ..measured }
            }
            Indicator::Balance if self.is_net_of_goods(at) => {
                Measured { indicator: Indicator::Exports, sign: 0 }
            }
            _ => measured,
        };
        let mut right = self.right(at + 1, measured.indicator);
        let counted = self.counted_by(at, measured);
        let before = self.topic.take().filter(|_| !self.blocked);
        if right.partner.is_none() {
            right.partner.clone_from(&left.partner);
        }
        // `the balance with Brazil swung to a surplus of V`
        if right.partner.is_none()
            && left.reporter.is_none()
            && measured.indicator == Indicator::Balance
            && let Some(topic) =
                before.as_ref().filter(|topic| topic.indicator == Indicator::Balance && topic.partner_stated)
            && self.clause_start <= self.topic_from
        {
            right.partner.clone_from(&topic.partner);
        }
        // `The surplus, which rose to V`: the one with a country that was spoken of
        if right.partner.is_none()
            && left.reporter.is_none()
            && right.reporter.is_none()
            && measured.indicator == Indicator::Balance
            && before.is_none()
            && self.is_word(at, words!["surplus", "deficit", "gap", "imbalance"])
            && self.is_word(at.wrapping_sub(1), words!["the", "this", "that"])
            && !(0..at).any(|at| matches!(self.what(at), Some(What::Region(_))))
            && !matches!(self.what(at + 1), Some(What::Class(Class::Prep(_)) | What::Word))
            && let Some(topic) = self.carry.topic.as_ref().or(self.carry.previous.as_ref())
            && topic.indicator == Indicator::Balance
            && topic.partner_stated
        {
            right.partner.clone_from(&topic.partner);
        }
        // `U.S. data put the gap at V`
        if right.partner.is_none()
            && let Some((side, other)) = counted
        {
            (left.reporter, left.commodity) = (Some(side), None);
            right.partner = Some(other);
        }
        let whose = left.reporter.is_some();
        let mut reporter =
            right.reporter.clone().filter(|_| left.reporter.is_none()).or(left.reporter.clone());
        let mut stated = reporter.is_some();
        if reporter.is_none()
            && let Some(topic) = before.as_ref().filter(|topic| {
                (topic.indicator == Indicator::Tariff) == (measured.indicator == Indicator::Tariff)
            })
        {
            reporter.clone_from(&topic.reporter);
            stated = topic.reporter_stated;
        }
        if reporter.is_none()
            && self.said_before != Said::Share
            && let Some((_, code)) = self.subject(at)
        {
            reporter = Some(code);
            stated = true;
        }
        // `Japan's biggest supplier, although imports from the UAE fell`
        if measured.indicator == Indicator::Imports
            && !stated
            && let Some(buyer) = self.supplied(right.partner.as_ref())
        {
            (reporter, stated) = (Some(buyer), true);
        }
        // `Shipments from Japan were down` in a story about what comes in
        let mut measured = measured;
        if measured.indicator == Indicator::Exports
            && self.is_word(at, words!["shipments", "supplies", "deliveries", "arrivals", "cargoes"])
            && right.partner.is_none()
            && left.reporter.is_none()
            && let (Some(origin), Some(home)) = (right.reporter.clone(), self.places.home.clone())
            && origin != home
            && !origin.starts_with(&*home)
            && before.as_ref().or(self.carry.topic.as_ref()).or(self.carry.previous.as_ref()).is_some_and(
                |topic| topic.indicator == Indicator::Imports && topic.reporter.as_ref() == Some(&home),
            )
        {
            measured.indicator = Indicator::Imports;
            right.partner = Some(origin);
            (reporter, stated) = (Some(home), false);
        }
        // `Ukraine cuts Russian gas imports`: who cuts them buys
        if measured.indicator == Indicator::Imports
            && whose
            && right.partner.is_none()
            && let Some(buyer) = self.who_acts(left.from)
            && Some(&buyer) != reporter.as_ref()
        {
            right.partner = reporter.replace(buyer);
        }
        // `supplied 70 percent of imports and ran a surplus of V with Mexico`: who runs it is the subject
        if measured.indicator == Indicator::Balance
            && left.reporter.is_none()
            && right.reporter.is_none()
            && self.any_word(at.saturating_sub(4)..at, RUNS)
            && let Some((_, code)) = self.subject(at)
            && Some(&code) != right.partner.as_ref()
        {
            (reporter, stated) = (Some(code), true);
        }
        // `The United States stayed on top even though its inflows fell`
        if reporter.is_none()
            && (at.saturating_sub(5)..at)
                .rev()
                .take_while(|at| {
                    !matches!(self.what(*at), Some(What::Sign(_) | What::Quantity(_) | What::Region(_)))
                })
                .any(|at| self.is_word(at, words!["its", "their"]))
            && let Some(What::Region(place)) =
                self.what(self.skip(0, |what| matches!(what, What::Class(Class::Plain))))
            && matches!(
                self.places.mentions[*place].region.level,
                Level::Country | Level::Admin1 | Level::Group
            )
        {
            (reporter, stated) = (Some(self.code(*place, false)), true);
        }
        // `Zambia sells one thing only. Copper made up P of its exports`
        if reporter.is_none()
            && self.carry.topic.is_none()
            && (at.saturating_sub(4)..at)
                .rev()
                .take_while(|at| matches!(self.what(*at), Some(What::Word | What::Class(_))))
                .any(|at| self.is_word(at, words!["its", "their"]))
            && let Some(code) =
                self.subject_before(0, |level| matches!(level, Level::Country | Level::Admin1))
        {
            (reporter, stated) = (Some(code), true);
        }
        if reporter.is_none() {
            reporter = self.carried_reporter(measured.indicator);
        }
        // `In Liuzhou, home to one of China's largest car makers, exports of cars surged`
        if left.reporter.is_none()
            && right.reporter.is_none()
            && matches!(self.what(left.from.wrapping_sub(1)), Some(What::Sign(',')))
            && let Some(place) = self.set_in()
        {
            (reporter, stated) = (Some(place), true);
        }
        // `ASEAN remained the top trading partner, with two-way trade jumping P`
        if right.partner.is_none() && !whose {
            right.partner = self.partner_by_rank(at);
        }
        if right.partner.is_none()
            && measured.indicator == Indicator::Trade
            && let Some((one, other)) = self.pair_before_whose(at)
        {
            (reporter, stated) = (Some(one), true);
            right.partner = Some(other);
        }
        // `Guangdong's share of China's foreign trade` is Guangdong's, Germany's share of Polish exports what went to Germany
        if let Some(part) = self.share_holder(left.from)
            && let Some(whole) = reporter.clone()
        {
            if self.country_of(Some(&part)) == Some(&whole) && part != whole {
                (reporter, stated) = (Some(part), true);
            } else if part != whole && right.partner.is_none() {
                right.partner = Some(part);
            }
        }
        let mut partner = right.partner;
        let partner_stated = partner.is_some();
        // `Overall exports`: no longer those with the one that the story began with
        if self.carry.bilateral.as_ref().is_some_and(|(one, _)| reporter.as_ref() == Some(one))
            && self.speaks_of_all(left.from, at, partner.is_none())
        {
            self.carry.bilateral = None;
        }
        if partner.is_none()
            && let Some((one, other)) = self.carry.bilateral.as_ref()
            && reporter.as_ref() == Some(one)
            && measured.indicator != Indicator::Tariff
            && !self.tells_its_parts(at)
        {
            partner = Some(other.clone());
        }
        // `world trade`, `global exports`
        if left
            .commodity
            .as_deref()
            .is_some_and(|words| matches!(words, "world" | "global" | "worldwide" | "world total"))
        {
            left.commodity = None;
            (reporter, stated) = (Some("x:world".into()), true);
        }
        // `World cotton exports`
        if !stated
            && let Some(goods) = left.commodity.as_deref().and_then(|goods| {
                ["world ", "global ", "worldwide "].iter().find_map(|world| goods.strip_prefix(world))
            })
        {
            left.commodity = Some(goods.into());
            (reporter, stated) = (Some("x:world".into()), true);
        }
        // `foreign direct investment around the world`, `inflows into developed countries`
        let fdi = |indicator| matches!(indicator, Indicator::FdiInward | Indicator::FdiOutward);
        if fdi(measured.indicator) && !whose && right.reporter.is_none() {
            let abroad = |at: usize| {
                self.is_word(
                    at,
                    words![
                        "into",
                        "to",
                        "in",
                        "of",
                        "from",
                        "around",
                        "across",
                        "the",
                        "worldwide",
                        "globally",
                        "world",
                        "world's",
                        "around the world",
                        "developing",
                        "developed",
                        "advanced",
                        "rich",
                        "emerging",
                    ],
                )
            };
            let end = (at + 1..at + 6).find(|at| !abroad(*at)).unwrap_or(at + 6);
            let global = (at + 1..end).any(|at| {
                self.is_word(at, words!["worldwide", "globally", "around the world", "world", "world's"])
            }) && !(at + 1..end).any(|at| self.is_word(at, words!["developing", "developed"]));
            if global {
                (reporter, stated) = (Some("x:world".into()), true);
            } else if let Some(code) = self.economies(at + 1, end) {
                (reporter, stated) = (Some(code), true);
            } else if let Some(code) = self.economies(left.from.min(at), at) {
                (reporter, stated) = (Some(code), true);
            }
        }
        let piece = &self.pieces.list[at];
        let words = self.story.words(self.bytes(piece.tokens.clone()));
        if fdi(measured.indicator)
            && words
                .split(' ')
                .next()
                .is_some_and(|word| ["global", "world"].iter().any(|world| word.eq_ignore_ascii_case(world)))
        {
            (reporter, stated) = (Some("x:world".into()), true);
        }
        // what the world invests comes in where it goes out
        let indicator = match (measured.indicator, reporter.as_deref()) {
            (Indicator::FdiInward, Some("x:world")) if !words.contains("nflow") => Indicator::Fdi,
            (indicator, _) => indicator,
        };
        self.topic = Some(Topic {
            indicator,
            sign: measured.sign,
            commodity: right
                .commodity
                .or(left.commodity)
                .or_else(|| self.that_make_up(left.from))
                .or_else(|| services_of(indicator, words)),
            reporter,
            reporter_stated: stated,
            partner,
            partner_stated,
            growth: words.ends_with("growth"),
        });
        self.topic_from = left.from;
        self.topic_end = right.end;
        self.blocked = false;
        self.said = Said::Nothing;
        self.subjects.clear();
        self.listed = 0;
        // `cut its imports by P`
        if let Some(verb) = left.from.checked_sub(1) {
            match self.what(verb) {
                // `moved into a narrow surplus of V`
                Some(What::Class(Class::Change(_)))
                    if self.is_word(
                        verb,
                        words!["narrow", "growing", "rising", "shrinking", "falling", "widening"],
                    ) && self.is_word(verb.wrapping_sub(1), words!["a", "the"])
                        && self.is_prep(right.end, Prep::Of) => {}
                Some(What::Class(Class::Change(direction))) => {
                    (self.said, self.said_at) = (Said::Change(*direction), verb);
                }
                Some(What::Quantity(index)) if self.pieces.quantities[*index].verb => {
                    let up = self.pieces.quantities[*index].value > Decimal::ONE;
                    (self.said, self.said_at) =
                        (Said::Change(if up { Direction::Up } else { Direction::Down }), verb);
                }
                // `Gems, rice lift exports 8.3 pc`, `WOOL PUT EXPORTS AT RECORD V`
                Some(What::Word) if self.is_word(verb, LIFTS) => {
                    (self.said, self.said_at) = (Said::Change(Direction::Up), verb);
                }
                Some(What::Word) if self.is_word(verb, PUTS) && self.is_prep(right.end, Prep::At) => {
                    (self.said, self.said_at) = (Said::Level(None), verb);
                }
                _ => {}
            }
        }
        // `an increase in the goods deficit of V`
        if let Some(of) = left.from.checked_sub(1)
            && (self.is_prep(of, Prep::In) || self.is_prep(of, Prep::Of))
            && let Some(noun) = of.checked_sub(1)
            && let Some(What::Class(Class::Change(direction))) = self.what(noun)
        {
            self.said = Said::Change(*direction);
            self.said_at = noun;
        }
    }

    /// `non-oil domestic exports (NODX)`: what the letters stand for from here on.
    fn note_alias(&mut self, at: usize, measured: Measured) {
        if !matches!(
            (self.what(at + 1), self.what(at + 2), self.what(at + 3)),
            (Some(What::Sign('(')), Some(What::Word), Some(What::Sign(')')))
        ) {
            return;
        }
        let short = self.text(at + 2);
        if short.len() < 2 || !short.chars().all(char::is_uppercase) {
            return;
        }
        let goods = self.topic.as_ref().and_then(|topic| topic.commodity.clone());
        self.carry.alias = Some((crate::text::key(short), measured, goods));
    }

    /// A word that may be such a short name.
    pub(super) fn alias(&mut self, at: usize) {
        let Some((key, measured, goods)) = self.carry.alias.clone() else { return };
        let first = self.pieces.list[at].tokens.start;
        let token = self.story.tokens.get(first);
        if !token.is_some_and(|token| token.key == key && token.capital)
            || matches!(self.what(at + 1), Some(What::Sign(')')))
        {
            return;
        }
        self.begin(at, measured);
        if let Some(topic) = self.topic.as_mut() {
            topic.commodity = topic.commodity.take().or(goods);
        }
    }

    /// `210,000 units were exported`: the amount stands before the verb.
    fn passive(&mut self, at: usize) -> bool {
        let be = at.wrapping_sub(1);
        if !self.is_word(be, words!["was", "were", "been", "be", "being", "are", "is"]) {
            return false;
        }
        let Some(back) = (be.saturating_sub(4)..be).rev().find(|back| {
            !matches!(self.what(*back), Some(What::Time(_) | What::Class(Class::Plain | Class::Level(_))))
        }) else {
            return false;
        };
        let Some(What::Quantity(index)) = self.what(back) else { return false };
        let index = *index;
        let quantity = self.pieces.quantities[index].clone();
        if self.became.get(index).copied().flatten().is_some() || quantity.measure.is_relative() {
            return false;
        }
        let Some(mut topic) = self.topic.clone() else { return false };
        let right = self.right(at + 1, topic.indicator);
        topic.commodity = None;
        if right.partner.is_some() {
            (topic.partner, topic.partner_stated) = (right.partner, true);
        }
        self.topic = Some(topic.clone());
        if let Some(draft) =
            self.draft(back, &quantity, article::FigureKind::Level, topic, None, "level/passive")
        {
            self.became[index] = Some(self.drafts.len());
            self.drafts.push(draft);
        }
        true
    }

    /// `V of corn shipped to Mexico`, `V tonnes had been shipped`: goods that were sent, behind their amount.
    fn sent_off(&mut self, at: usize) -> bool {
        let verb = self.is_word(at, words!["exported", "imported"]);
        // the amount, and what it is of
        let mut back = at;
        let mut goods = None;
        let mut found = None;
        while back > 0 && at - back < 10 {
            back -= 1;
            match self.what(back) {
                Some(What::Quantity(index)) => {
                    found = Some(*index);
                    break;
                }
                Some(What::Word) => {
                    goods = Some(super::parties::extend(goods, self.pieces.list[back].tokens.clone()));
                }
                // `The remaining V will be exported`
                Some(What::Class(Class::Status(_)))
                    if verb
                        && self.is_word(
                            back,
                            words!["will", "would", "shall", "is to", "are to", "were to"],
                        ) => {}
                Some(
                    What::Class(Class::Plain | Class::Prep(Prep::Of) | Class::Level(_))
                    | What::Region(_)
                    | What::Sign('-')
                    | What::Time(_),
                ) => {}
                _ => return false,
            }
        }
        let Some(index) = found else { return false };
        let of = self.is_prep(back + 1, Prep::Of);
        if goods.is_some() && !of {
            return false;
        }
        let quantity = self.pieces.quantities[index].clone();
        if self.became.get(index).copied().flatten().is_some() || quantity.measure.is_relative() {
            return false;
        }
        let money = matches!(
            quantity.measure,
            Measure::Money(_) | Measure::LocalMoney(..) | Measure::Scaled | Measure::Bare
        );
        // of what the story speaks, or to another country
        let indicator =
            if self.is_word(at, words!["imported"]) { Indicator::Imports } else { Indicator::Exports };
        let right = self.right(at + 1, indicator);
        let flow = self.flow_spoken_of().or_else(|| self.carry.story_flow.clone());
        let flow = flow.filter(|flow| flow.indicator == indicator);
        let crosses = right.partner.is_some()
            || (1..4).any(|step| self.is_word(at + step, words!["abroad", "overseas", "export"]))
            || verb;
        if !(crosses || flow.is_some()) || (money && flow.is_none() && !verb) {
            return false;
        }
        let origin = (back + 1..at).find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some(self.code(*place, false)),
            _ => None,
        });
        let reporter = right
            .reporter
            .or(origin)
            .filter(|code| Some(code) != right.partner.as_ref())
            .or_else(|| flow.as_ref().and_then(|flow| flow.reporter.clone()))
            .or_else(|| self.carried_reporter(indicator));
        let commodity = goods.map(|tokens| self.lower(tokens));
        let topic = Topic {
            commodity: commodity.or_else(|| flow.as_ref().and_then(|flow| flow.commodity.clone())),
            reporter,
            partner_stated: right.partner.is_some(),
            partner: right.partner,
            ..Topic::of(indicator)
        };
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (back, right.end.max(at + 1));
        self.blocked = false;
        (self.said, self.said_at) = (Said::Level(None), at);
        let amount = self.draft(back, &quantity, article::FigureKind::Level, topic, None, "level/passive");
        if let Some(draft) = amount {
            self.became[index] = Some(self.drafts.len());
            self.drafts.push(draft);
        }
        true
    }

    /// The place that the clause before calls the biggest partner.
    fn partner_by_rank(&self, at: usize) -> Option<Name> {
        let with = (at.saturating_sub(4)..at).rev().find(|back| self.is_prep(*back, Prep::With))?;
        let noun = (with.saturating_sub(3)..with).rev().find(|back| {
            self.is_word(*back, words!["partner", "market", "destination", "buyer", "customer"])
        })?;
        (0..noun).find_map(|back| match self.what(back) {
            Some(What::Region(place)) => Some(self.code(*place, true)),
            _ => None,
        })
    }

    /// `handled 2.4 million tonnes of freight`, `moved 13.7m TEU`.
    pub(super) fn handled(&mut self, at: usize) {
        let Some(quantity) = (at + 1..at + 4).find(|at| matches!(self.what(*at), Some(What::Quantity(_))))
        else {
            return;
        };
        let Some(What::Quantity(index)) = self.what(quantity) else { return };
        // `handled P fewer containers`
        let fewer = self.pieces.quantities[*index].measure == Measure::Percent
            && self.is_more(quantity + 1)
            && (quantity + 2..quantity + 5).any(|at| {
                self.is_word(
                    at,
                    words!["containers", "boxes", "cargo", "freight", "goods", "tonnes", "container"],
                )
            });
        let of_port = self.places.port.is_some()
            && (self.drafts.first().is_some_and(|first| first.topic.indicator == Indicator::Freight)
                || (self.clause_start..at).any(|at| {
                    matches!(self.what(at), Some(What::Region(place))
                    if super::super::home::is_port(self.story, &self.places.mentions[*place]))
                }))
            && matches!(self.unit(&self.pieces.quantities[*index]), Some((unit, _)) if unit == "t" || unit.ends_with("_ton"));
        // `Houston loaded V of grain`: cities do that by their ports
        let of_port = of_port
            || self.is_word(at, words!["handled", "handles", "loaded", "discharged", "unloaded"])
                && matches!(self.pieces.quantities[*index].measure, Measure::Unit("t"))
                && self.subject(at).is_some_and(|(_, code)| code.starts_with("geonames:"));
        let boxes =
            matches!(self.pieces.quantities[*index].measure, Measure::Unit("TEU" | "other:container"));
        let goods = self.is_prep(quantity + 1, Prep::Of)
            && (quantity + 2..quantity + 5).any(|at| {
                matches!(self.what(at), Some(What::Class(Class::Indicator(..))))
                    || self.is_word(
                        at,
                        words![
                            "freight",
                            "goods",
                            "cargo",
                            "imported goods",
                            "cargoes",
                            "imports",
                            "exports"
                        ],
                    )
            });
        // `The port of Tema loaded V of beans`
        let port = (self.clause_start..at).any(|back| self.is_word(back, CARRIERS))
            && matches!(self.pieces.quantities[*index].measure, Measure::Unit("t"));
        if !(boxes || goods || port || fewer || of_port) {
            return;
        }
        let rail = (self.clause_start..at)
            .any(|back| self.is_word(back, words!["railway", "railways", "route", "corridor", "canal"]));
        let kept = self.topic.take();
        self.begin(at, Measured { indicator: Indicator::Freight, sign: 0 });
        let subject = self.subject(at);
        // `South Africa's busiest container port handled V` in a story of a port there
        let subject = match (subject, &self.places.port) {
            (Some((found, code)), Some(here))
                if code.len() == 2
                    && (found..at)
                        .any(|at| self.is_word(at, words!["port", "seaport", "harbour", "terminal"])) =>
            {
                let country = self.country_of(Some(&**here)).map(str::to_owned);
                let of_it = country.as_deref() == Some(&*code);
                Some((found, if of_it { here.clone() } else { code }))
            }
            (subject, _) => subject,
        };
        let town =
            self.places.last_before(self.start_of(at), Level::City).filter(|_| self.places.port.is_none());
        if let Some(topic) = self.topic.as_mut() {
            topic.commodity = None;
            topic.partner = None;
            match (subject, kept) {
                (Some((_, code)), _) => (topic.reporter, topic.reporter_stated) = (Some(code), true),
                (None, Some(kept)) if kept.indicator == Indicator::Freight => topic.reporter = kept.reporter,
                // `The port handled V`: that of the town named last
                (None, _) if port && !rail => topic.reporter = town.or(topic.reporter.take()),
                _ => {}
            }
        }
        self.said = Said::Level(None);
        self.said_at = at;
    }

    /// `Japan's biggest oil supplier` in the sentence: who is supplied.
    fn supplied(&self, by: Option<&Name>) -> Option<Name> {
        let noun = self.first_word(
            0..self.pieces.list.len(),
            words!["supplier", "provider", "source", "suppliers", "providers"],
        )?;
        let owner = (noun.saturating_sub(7)..noun).find(|at| {
            matches!(self.what(*at), Some(What::Region(_)))
                && matches!(self.what(at + 1), Some(What::Possessive))
        })?;
        let Some(What::Region(place)) = self.what(owner) else { return None };
        let code = self.code(*place, false);
        (code.len() == 2 && Some(&code) != by).then_some(code)
    }

    /// Who does something to imports that are called another's: the place before the verb.
    fn who_acts(&self, demonym: usize) -> Option<Name> {
        let Some(What::Region(adjective)) = self.what(demonym) else { return None };
        // `Taiwan sets 1987 Canadian wheat import target`
        let timed = matches!(self.what(demonym.checked_sub(1)?), Some(What::Time(_)));
        let verb = demonym.checked_sub(1 + usize::from(timed))?;
        let acts =
            matches!(self.what(verb), Some(What::Class(Class::Change(_)))) || self.is_word(verb, LIFTS);
        if self.places.mentions[*adjective].usage != Usage::Demonym || !acts {
            return None;
        }
        match self.what(verb.checked_sub(1)?) {
            Some(What::Region(place)) => Some(self.code(*place, false)),
            _ => None,
        }
    }

    /// `Guangdong's share of …` before a piece: whose share it is.
    fn share_holder(&self, from: usize) -> Option<Name> {
        let of = from.checked_sub(1)?;
        let noun =
            if self.is_prep(of, Prep::Of) || self.is_prep(of, Prep::In) { of.checked_sub(1)? } else { of };
        let share = self.is_word(noun, words!["share", "share of", "share in", "stake in"]);
        let owner = noun.checked_sub(2).filter(|_| share)?;
        match (self.what(owner), self.what(owner + 1)) {
            (Some(What::Region(place)), Some(What::Possessive)) => Some(self.code(*place, false)),
            _ => None,
        }
    }

    pub(super) fn anaphor(&mut self, at: usize) {
        let words = self.story.words(self.bytes(self.pieces.list[at].tokens.clone()));
        let small = words.eq_ignore_ascii_case("it") || words.eq_ignore_ascii_case("they");
        if small {
            // `In June, however, they were P lower`, `It widened to V`
            let verb = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)));
            let said = matches!(self.what(verb), Some(What::Class(Class::Change(_) | Class::Level(_))))
                && self.topic.is_none();
            let plural = words.eq_ignore_ascii_case("they")
                && self.carry.topic.as_ref().is_some_and(|topic| super::figure::is_flow(topic.indicator));
            let noted = self.carry.noted.is_some_and(|noted| noted + 1 == self.sentence);
            if !said || !(plural || noted || self.goes_on(verb)) {
                return;
            }
        }
        let those = words.eq_ignore_ascii_case("those");
        if those && !matches!(self.what(at + 1), Some(What::Class(Class::Prep(_)))) {
            return;
        }
        // `Exports to China shrank P to V, but those to the United States soared`: of the same sentence first
        let here = (those && self.topic.is_none())
            .then(|| {
                self.drafts[self.first_draft..]
                    .iter()
                    .rfind(|draft| super::figure::is_flow(draft.topic.indicator) && !draft.is_base)
            })
            .flatten()
            .map(|draft| draft.topic.clone());
        let Some(mut topic) = here.or_else(|| self.spoken_of()) else {
            return self.block();
        };
        // `the tariff covers goods worth V, of which Chile supplied V2`
        if topic.indicator == Indicator::Tariff
            && let Some(last) =
                self.drafts[self.first_draft..].last().filter(|last| last.rule == "tariff/goods")
        {
            topic = last.topic.clone();
        }
        // "those of cars" are exports or imports, whatever was spoken of in between
        if those && topic.indicator == Indicator::Balance && self.topic.is_none() {
            let kin = self.drafts.iter().rev().take(8).find(|draft| {
                matches!(
                    draft.topic.indicator,
                    Indicator::Exports | Indicator::Imports | Indicator::ReExports
                )
            });
            if let Some(kin) = kin {
                topic = kin.topic.clone();
            }
        }
        // `Imports fell P. Shipments to the mainland rose P2, while those to India fell P3`: what goes to others is sold to them
        if those && topic.indicator == Indicator::Imports && self.is_prep(at + 1, Prep::To) {
            topic = Topic { indicator: Indicator::Exports, partner: None, partner_stated: false, ..topic };
        }
        // `Exports rose to V and imports to V2. In June alone, the total hit V3`
        if words.eq_ignore_ascii_case("the total")
            && matches!(topic.indicator, Indicator::Exports | Indicator::Imports)
            && matches!(
                self.what(self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)))),
                Some(What::Class(Class::Change(_) | Class::Level(_)))
            )
            && let Some(first) = self.drafts.first().filter(|first| first.topic.indicator == Indicator::Trade)
            && topic.commodity.is_none()
        {
            topic = first.topic.clone();
        }
        // `The gap with China was V`
        if words.eq_ignore_ascii_case("the gap")
            && matches!(topic.indicator, Indicator::Exports | Indicator::Imports | Indicator::Trade)
        {
            let kin =
                self.drafts.iter().rev().take(60).find(|draft| draft.topic.indicator == Indicator::Balance);
            topic.indicator = Indicator::Balance;
            topic.sign = kin.map_or(-1, |kin| kin.topic.sign);
            (topic.commodity, topic.partner, topic.partner_stated) = (None, None, false);
        }
        let own = self.topic.is_some();
        let right = self.right(at + 1, topic.indicator);
        if right.commodity.is_some() {
            topic.commodity = right.commodity;
        }
        if right.partner.is_some() {
            topic.partner = right.partner;
            topic.partner_stated = true;
        }
        if !own {
            topic.reporter_stated = false;
        }
        if right.reporter.is_some() {
            topic.reporter = right.reporter;
            topic.reporter_stated = true;
        }
        self.topic = Some(topic);
        self.topic_from = at;
        self.topic_end = right.end;
        self.blocked = false;
        self.said = Said::Nothing;
        let lower = words.to_ascii_lowercase();
        if lower.starts_with("the ")
            && !matches!(lower.as_str(), "the figure" | "the volume" | "the total" | "the gap")
        {
            self.said = Said::Change(self.carry.direction.unwrap_or(Direction::Up));
            self.said_at = at;
        }
    }

    /// `Japan's imports were almost unchanged, while South Korea's jumped to V`, `Asia's by P`: of the same as before, another's.
    pub(super) fn owns_the_same(&mut self, at: usize) {
        let Some(What::Region(place)) = self.what(at.wrapping_sub(1)) else { return };
        let place = *place;
        let small = |at: usize| {
            self.skip(at, |what| matches!(what, What::Class(Class::Plain | Class::Bound(_)) | What::Time(_)))
        };
        let counts = |at: usize| matches!(self.what(small(at)), Some(What::Quantity(_)));
        let next = small(at + 1);
        let elided = match self.what(next) {
            // `China's rising exports`
            Some(What::Class(Class::Change(_) | Class::Level(_))) => {
                !self.text(next).ends_with("ing")
                    && (counts(next + 1)
                        || matches!(self.what(small(next + 1)), Some(What::Class(Class::Prep(prep)))
                            if matches!(prep, Prep::By | Prep::To | Prep::From | Prep::At)))
            }
            Some(What::Class(Class::Prep(Prep::By | Prep::At | Prep::To | Prep::Of))) => counts(next + 1),
            // `Alberta's V`, and not `its V project`
            Some(What::Quantity(_)) => !matches!(
                self.what(self.after_bracket(next + 1)),
                Some(
                    What::Word
                        | What::Sign('-')
                        | What::Possessive
                        | What::Class(
                            Class::Indicator(..)
                                | Class::Other
                                | Class::Tariff
                                | Class::Quota
                                | Class::Deal
                                | Class::Invest
                                | Class::Change(_)
                                | Class::Prep(Prep::Of)
                        )
                )
            ),
            _ => false,
        };
        if !elided {
            return;
        }
        let here = self.drafts[self.first_draft..].last().map(|draft| draft.topic.clone());
        let before = || {
            let last = self.drafts.last().filter(|last| last.sentence + 1 >= self.sentence)?;
            let spoken = self.carry.topic.as_ref()?;
            (spoken.indicator == last.topic.indicator).then(|| spoken.clone())
        };
        let Some(mut topic) = self.topic.clone().or(here).or_else(before) else { return };
        let duty = topic.indicator == Indicator::Tariff;
        let whose = if duty { self.levier(place) } else { self.code(place, false) };
        if topic.reporter.as_ref() == Some(&whose) {
            return;
        }
        // `Orders from ASEAN soared P; Japan's were down P`: with whom, where that was told before
        let world = topic.partner.as_deref().is_none_or(|partner| partner == "WORLD");
        let inside = topic.reporter.as_ref().is_some_and(|code| code.len() > 2) || world;
        if duty {
            (topic.partner, topic.partner_stated) = (topic.reporter.replace(whose), topic.reporter_stated);
            topic.reporter_stated = true;
        } else if inside && topic.indicator != Indicator::Deals {
            (topic.reporter, topic.reporter_stated) = (Some(whose), true);
        } else {
            (topic.partner, topic.partner_stated) = (Some(self.code(place, true)), true);
        }
        self.go_on_with(topic, at - 1, at + 1);
        self.said = Said::Nothing;
    }

    /// Whether the amount after a verb can be of what the last figure was of: in the same unit, in the sentence after it.
    fn goes_on(&self, verb: usize) -> bool {
        let quantity = (verb + 1..verb + 5).find_map(|at| match self.what(at) {
            Some(What::Quantity(index)) => Some(&self.pieces.quantities[*index]),
            _ => None,
        });
        let Some(quantity) = quantity else { return false };
        if quantity.measure.is_relative() {
            return matches!(self.what(verb), Some(What::Class(Class::Change(_))))
                && self.drafts.last().is_some_and(|last| {
                    last.sentence + 2 > self.sentence
                        && last.topic.indicator != Indicator::Tariff
                        && self
                            .carry
                            .topic
                            .as_ref()
                            .is_some_and(|topic| topic.indicator == last.topic.indicator)
                });
        }
        let last = self.drafts.iter().rev().take(6).find(|draft| draft.kind == article::FigureKind::Level);
        last.is_some_and(|last| {
            last.sentence + 3 > self.sentence
                && last.topic.indicator != Indicator::Tariff
                && self
                    .carry
                    .topic
                    .as_ref()
                    .or(self.carry.previous.as_ref())
                    .is_some_and(|topic| topic.indicator == last.topic.indicator)
                && self.unit(quantity).is_some_and(|(unit, _)| unit == last.unit)
        })
    }

    pub(super) fn other(&mut self, at: usize) {
        if let Some(sold) = self.earned_by_what_was_sold(at) {
            (self.topic, self.topic_from, self.topic_end) = (Some(sold), at, at + 1);
            self.said = Said::Nothing;
            return;
        }
        // the object of a preposition is no subject: "rose on strong demand"
        let mut back = at;
        while back > self.clause_start {
            back -= 1;
            match self.what(back) {
                Some(
                    What::Word
                    | What::Region(_)
                    | What::Possessive
                    | What::Sign('-' | '.')
                    | What::Class(Class::Plain | Class::Other | Class::Change(_)),
                ) => {}
                Some(What::Class(Class::Prep(
                    Prep::On | Prep::By | Prep::Of | Prep::From | Prep::In | Prep::To | Prep::With,
                ))) if back > self.clause_start => return,
                _ => break,
            }
        }
        self.block();
    }

    /// `Revenue fell P to V` behind `Brazil exported V bags of coffee`: what they brought in.
    fn earned_by_what_was_sold(&self, at: usize) -> Option<Topic> {
        const EARNED: &Words = words!["revenue", "revenues", "proceeds", "receipts", "earnings"];
        let opens = at == self.clause_start && at == 0;
        let last = self.drafts.last().filter(|_| opens && self.is_word(at, EARNED))?;
        let country = last.topic.reporter.as_ref().is_some_and(|code| code.len() == 2);
        let weighed =
            |draft: &Draft| matches!(draft.unit, "t" | "kg" | "bbl" | "other:bag" | "other:bale" | "m3");
        let near = |draft: &&Draft| draft.sentence + 1 == self.sentence;
        let weighed = self.drafts.iter().rev().take_while(near).any(weighed);
        let sold = last.topic.indicator == Indicator::Exports && country && weighed;
        sold.then(|| last.topic.clone())
    }

    /// The topic of this clause, of the sentence before, or of the paragraph before.
    pub(super) fn spoken_of(&self) -> Option<Topic> {
        self.topic.clone().or_else(|| self.carry.topic.clone()).or_else(|| self.of_the_paragraph_before())
    }

    /// What the paragraph before spoke of; a list of provinces ends with it.
    fn of_the_paragraph_before(&self) -> Option<Topic> {
        let previous = self.carry.previous.clone()?;
        let story = self.carry.story_reporter.as_ref();
        let listed = previous.reporter.as_deref().is_some_and(|code| {
            code.len() > 2 && story.is_some_and(|story| self.country_of(Some(code)) == Some(&**story))
        });
        Some(if listed {
            Topic { reporter: story.cloned(), reporter_stated: false, ..previous }
        } else {
            previous
        })
    }

    /// The last exports, imports, trade or investment that the paragraph spoke of.
    pub(super) fn flow_spoken_of(&self) -> Option<Topic> {
        let flow = |topic: &Topic| super::figure::is_flow(topic.indicator);
        let previous = || self.of_the_paragraph_before().map(|topic| Topic { commodity: None, ..topic });
        self.topic.clone().or_else(|| self.carry.topic.clone()).or_else(previous).filter(flow).or_else(|| {
            let here = |draft: &&super::Draft| {
                self.story.sentences.get(draft.sentence).map(|sentence| sentence.paragraph)
                    == Some(self.carry.paragraph)
            };
            let mut last = self.drafts.iter().rev().take(8).take_while(here);
            last.find(|draft| flow(&draft.topic)).map(|draft| draft.topic.clone())
        })
    }

    /// `The shortfall, far worse than economists had hoped, was up P`: the verb behind the aside is that of its noun.
    fn after_aside(&mut self, at: usize, said: Said) {
        // `imports doubled in May as traders rushed, then fell P in June`
        if matches!(said, Said::Change(_))
            && self.is_word(at.wrapping_sub(1), words!["then", "before"])
            && matches!(
                self.what(at.wrapping_sub(2)),
                Some(What::Sign(',') | What::Class(Class::Prep(Prep::And)))
            )
            && let Some(first) = self.drafts[self.first_draft..].first()
        {
            let topic = first.topic.clone();
            self.go_on_with(topic, at - 1, at);
            return;
        }
        if !self.blocked
            || !matches!(said, Said::Change(_) | Said::Level(_))
            || !matches!(self.what(at.wrapping_sub(1)), Some(What::Sign(',')))
        {
            return;
        }
        if let Some((topic, from)) = self.aside.take() {
            self.go_on_with(topic, from, at - 1);
        }
    }

    /// What is said next is of this, which stands in the pieces from `from` to `end`.
    pub(super) fn go_on_with(&mut self, topic: Topic, from: usize, end: usize) {
        self.topic = Some(topic);
        (self.topic_from, self.topic_end) = (from, end);
        self.blocked = false;
    }

    /// An amount by weight, barrels, bushels or bags.
    fn is_of_bulk(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Quantity(index)) if matches!(
            self.pieces.quantities[*index].measure,
            Measure::Unit("t" | "bbl" | "other:bushel" | "other:bag" | "other:sack")
        ))
    }

    pub(super) fn block(&mut self) {
        self.topic = None;
        self.blocked = true;
        self.blocked_at = self.current;
        self.said = Said::Nothing;
    }

    /// `India (up P to V)`: a partner of what is spoken of; of a port's freight or a country's exports.
    fn place_opens(&mut self, at: usize, said: Said) {
        let (Some(What::Sign('(')), Some(What::Region(place)), Said::Change(_)) =
            (self.what(at.wrapping_sub(1)), self.what(at.wrapping_sub(2)), said)
        else {
            return;
        };
        let code = self.code(*place, true);
        let Some(mut topic) = self.spoken_of().filter(|topic| {
            matches!(
                topic.indicator,
                Indicator::Exports | Indicator::Imports | Indicator::Trade | Indicator::Freight
            ) && topic.reporter.as_ref() != Some(&code)
        }) else {
            return;
        };
        (topic.partner, topic.partner_stated) = (Some(code), true);
        self.go_on_with(topic, at - 2, at);
    }

    pub(super) fn verb(&mut self, at: usize, said: Said) {
        let share = said == Said::Share;
        self.place_opens(at, said);
        self.after_aside(at, said);
        // a noun of change after "of", "a" and the like says nothing new of the subject
        let boundary = (self.topic_end.max(self.clause_start)..at).rev().find(|back| {
            matches!(
                self.what(*back),
                Some(
                    What::Sign(',' | ':' | ';' | '(' | ')')
                        | What::Class(Class::Break | Class::Prep(Prep::And))
                )
            )
        });
        // `exports from the Ras Tanurah and Ju'aymah terminals fell`: the "and" is inside what the noun governs
        let inside = boundary.is_some_and(|boundary| {
            self.is_prep(boundary, Prep::And)
                && self.topic.is_some()
                && self.topic_end <= boundary
                && boundary < self.topic_end + 5
                && matches!(
                    self.what(self.topic_end),
                    Some(What::Class(Class::Prep(Prep::From | Prep::To | Prep::Of | Prep::In)))
                )
                && (self.topic_end + 1..at).all(|at| {
                    matches!(
                        self.what(at),
                        Some(
                            What::Word
                                | What::Region(_)
                                | What::Possessive
                                | What::Sign('-' | '’' | '\'')
                                | What::Class(Class::Plain | Class::Prep(_))
                        )
                    )
                })
        });
        // `Washington's duty of P on steel and aluminium rose`: so is that of the goods
        let of_goods = boundary.is_some_and(|boundary| {
            let on = (self.topic_end..boundary).find(|at| self.is_prep(*at, Prep::On));
            self.is_prep(boundary, Prep::And)
                && self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Tariff)
                && boundary < self.topic_end + 8
                && on.is_some_and(|on| {
                    (on + 1..at)
                        .filter(|at| *at != boundary)
                        .all(|at| matches!(self.what(at), Some(What::Word)))
                })
        });
        // `which before the war in Ukraine were worth V`
        let event = boundary.is_some_and(|boundary| self.before_an_event(boundary) == Some(at));
        let boundary = boundary.filter(|_| !inside && !of_goods && !event);
        let boundary = match boundary {
            Some(boundary) => Some(boundary),
            None if self.clause_start > self.topic_end => Some(self.clause_start - 1),
            None => None,
        };
        if share {
            // `of which manufactured goods made up V`: who stands before it is no subject
            let of_which = matches!(self.what(self.topic_from), Some(What::Class(Class::Anaphor)))
                && self.topic.is_some();
            let from = boundary.map_or(0, |boundary| boundary + 1);
            let from = if of_which { from.max(self.topic_end) } else { from };
            self.subjects = (from.min(at)..at)
                .filter_map(|back| match self.what(back) {
                    Some(What::Region(place)) => Some(self.code(*place, true)),
                    // `the 27-nation bloc` is one subject
                    Some(What::Class(Class::Peri(_)))
                        if matches!(self.what(back.wrapping_sub(1)), Some(What::Sign('-'))) =>
                    {
                        None
                    }
                    Some(What::Class(Class::Peri(peri))) => self.peri(back, *peri),
                    _ => None,
                })
                .collect();
            // the list may have commas
            if from > 0 {
                let all: Vec<Name> = (self.clause_start..at)
                    // `Copper, which goes mostly to China, supplied P`
                    .filter(|back| !self.skipped.contains(back))
                    .filter_map(|back| match self.what(back) {
                        Some(What::Region(place)) => Some(self.code(*place, true)),
                        _ => None,
                    })
                    .collect();
                if self.topic.is_none() && all.len() > self.subjects.len() {
                    self.subjects = all;
                }
            }
            // `with exports making up P`: the noun itself is the subject
            if self.topic.is_some() && self.topic_end == at {
                self.subjects.clear();
            }
            self.listed = 0;
        } else if let Some(boundary) = boundary
            && self.topic.is_some()
        {
            let stranger = (boundary + 1..at).any(|back| {
                matches!(self.what(back), Some(What::Word)) && !self.text(back).ends_with("ly")
                    || matches!(self.what(back), Some(What::Class(Class::Other)))
            });
            let person = (boundary + 1..at).any(|back| matches!(self.what(back), Some(What::Region(_))))
                && !(boundary + 1..at)
                    .any(|back| matches!(self.what(back), Some(What::Class(Class::Prep(_)))));
            // `; in tonnes it rose P`: what was spoken of
            let it = self.any_word(at.saturating_sub(2)..at, words!["it", "they"])
                && !self.drafts[self.first_draft..].is_empty();
            // `with Italy it was V`
            if it
                && let Some(with) = (boundary + 1..at).find(|at| {
                    self.is_prep(*at, Prep::With)
                        || self.is_prep(*at, Prep::To)
                        || self.is_prep(*at, Prep::From)
                })
                && let Some((codes, _)) = self.region_list(with + 1, true)
                && let Some(topic) = self.topic.as_mut()
            {
                (topic.partner, topic.partner_stated) = (Some(codes), true);
            }
            if (stranger || person) && !it && !self.goods_take_over(boundary + 1, at, said) {
                // what the sentence speaks of may come back behind the comma that ends an aside
                let aside = matches!(self.what(boundary), Some(What::Sign(',')))
                    && boundary <= self.topic_end + 1
                    && self.said == Said::Nothing;
                let kept = self.topic.clone().filter(|_| aside).map(|topic| (topic, self.topic_from));
                self.block();
                self.aside = kept;
                return;
            }
        }
        self.goods_begin(at, said);
        if let Said::Change(direction) = said {
            self.last_direction = Some(direction);
        }
        self.said = said;
        self.said_at = at;
        if !share {
            self.listed = 0;
        }
    }
}

/// Whether words speak of what has a deficit and is no trade.
fn is_of_else(words: &str) -> bool {
    const ELSE: &[&[u8]] = &[
        b"budget",
        b"fiscal",
        b"liquidity",
        b"money market",
        b"bank bills",
        b"capital",
        b"treasury",
        b"exchequer",
        b"public sector",
        b"public spending",
        b"public expenditure",
        b"expenditure",
        b"borrowing",
        b"financing",
    ];
    let words = words.as_bytes();
    // the shortest has six letters
    (0..words.len().saturating_sub(5)).any(|at| {
        let begins =
            matches!(words[at].to_ascii_lowercase(), b'b' | b'f' | b'l' | b'm' | b'c' | b't' | b'e' | b'p');
        begins
            && ELSE.iter().any(|other| {
                words[at].eq_ignore_ascii_case(&other[0])
                    && words[at..].get(..other.len()).is_some_and(|words| words.eq_ignore_ascii_case(other))
            })
    })
}

/// `the services surplus`, `the invisible trade balance`, `tourism receipts`: those of goods are of all goods.
fn services_of(indicator: Indicator, words: &str) -> Option<Name> {
    let is = |what: &str| words.get(..what.len()).is_some_and(|start| start.eq_ignore_ascii_case(what));
    match indicator {
        Indicator::Balance if is("services ") => Some("services".into()),
        // `balance of services`, `net service receipts`, and not those of goods and services
        Indicator::Balance if words.contains("ervice") && !words.contains("oods") => Some("services".into()),
        Indicator::Balance if words.contains("nvisibles") => Some("invisibles".into()),
        Indicator::Balance if words.contains("nvisible") => Some("invisible trade".into()),
        Indicator::Exports | Indicator::Imports => travel(words).map(Name::from),
        _ => None,
    }
}

/// What a noun of exports or imports is of, where that is travellers' money.
fn travel(words: &str) -> Option<&'static str> {
    /// `tourism income`; nearly all nouns of trade are shorter.
    const SHORTEST: usize = 14;
    if words.len() < SHORTEST {
        return None;
    }
    let has = |what: &str| {
        let what = what.as_bytes();
        words.as_bytes().windows(what.len()).any(|part| part.eq_ignore_ascii_case(what))
    };
    if has("touris") || has("visitors") {
        Some("tourism")
    } else if has("travel") {
        Some("travel")
    } else {
        None
    }
}
