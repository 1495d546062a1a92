//! Amounts that never cross a border, told beside some that do: what farmers sell and mills buy, what is sold at home or at an
//! auction, what is grown and kept.
//!
//! Not: what is bought abroad, what another country's mills buy, or a number whose own words name exports or imports.

use super::super::draft::Topic;
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;
use article::Indicator;

/// Who grows what is sold.
const GROWERS: &Words = words![
    "farmer",
    "farmers",
    "grower",
    "growers",
    "farms",
    "producers",
    "planters",
    "peasants",
    "smallholders",
    "ginners",
    "miners",
    "cooperatives",
    "co-operatives"
];
/// Who buys from them.
const BUYERS: &Words = words![
    "mills",
    "mill",
    "millers",
    "crushers",
    "crusher",
    "ginners",
    "spinners",
    "refiners",
    "grinders",
    "roasters",
    "smelters",
    "processors",
    "tanneries",
    "distillers",
    "board",
    "corporation",
    "agency",
    "exporters",
    "shippers",
    "merchants",
    "state",
    "government",
    "authorities",
    "company",
    "traders",
    "canners",
    "packers",
    "dairies",
    "ports",
    "elevators",
    "silos",
    "warehouses",
    "jewellers"
];
const BUY: &Words = words![
    "bought",
    "buy",
    "buys",
    "buying",
    "purchased",
    "purchase",
    "procured",
    "took",
    "taken",
    "acquired"
];
const SELL: &Words =
    words!["sold", "sell", "sells", "selling", "delivered", "deliver", "delivers", "supplied"];
const ABROAD: &Words = words![
    "abroad",
    "overseas",
    "foreign",
    "imported",
    "exported",
    "export",
    "import",
    "exports",
    "imports",
    "cross-border",
    "border",
    "shipment",
    "tender"
];
/// Where goods are sold that stay: at home, locally, at an auction.
const HERE: &Words = words!["domestically", "locally", "nationally", "auction", "auctions"];
const MARKETS: &Words = words!["market", "markets", "consumption", "use", "sales", "sale"];
/// Behind such a number pieces up to where it went.
const REACH: usize = 9;
/// What is made by growing it.
const GREW: &Words = words!["grew", "grow", "grows", "grown", "raised", "ground"];

impl Clauses<'_, '_> {
    /// An amount of exports or imports that its own words keep at home.
    pub(super) fn stays_at_home(&self, at: usize, quantity: &Quantity, topic: &Topic, rule: &str) -> bool {
        let flow = matches!(
            topic.indicator,
            Indicator::Exports | Indicator::Imports | Indicator::Trade | Indicator::Deals
        );
        if !flow {
            return false;
        }
        let weighed = matches!(quantity.measure, Measure::Unit(_) | Measure::Bare | Measure::Scaled);
        // `Arrivals at ports reached V` in a story of what a country sells: from its farms
        let arrives = || {
            let lead = self.led_by(at);
            self.first_word(lead.clone(), words!["arrivals"])
                .is_some_and(|noun| self.is_prep(noun + 1, Prep::At))
                && self.carry.story_flow.as_ref().is_some_and(|flow| flow.indicator == Indicator::Exports)
        };
        let open = rule.starts_with("open/") || rule.starts_with("likely/");
        self.is_from_farmers(at)
            || self.is_of_a_total(at)
            || self.is_generated(at, quantity)
            || open && self.is_lent(at, quantity)
            || self.is_sold_here(at)
            || open
                && weighed
                && (arrives() || self.growers_sell(at) || self.mills_buy(at, topic) || self.is_grown(at))
    }

    /// `bought V from its own farmers`, `from growers`; not: from those of another country.
    fn is_from_farmers(&self, at: usize) -> bool {
        if !self.may_say(GROWERS) && !self.may_say(words!["local", "domestic"]) {
            return false;
        }
        let ends =
            |at: usize| matches!(self.what(at), Some(What::Sign(',' | ';') | What::Quantity(_)) | None);
        let Some(from) =
            (at + 1..at + REACH).take_while(|at| !ends(*at)).find(|at| self.is_prep(*at, Prep::From))
        else {
            return false;
        };
        let own = |at: usize| self.is_word(at, words!["own", "local", "domestic", "its"]);
        let named = (from + 1..from + 4).take_while(|at| !ends(*at)).find(|at| self.is_word(*at, GROWERS));
        // `from local banks`
        let local =
            self.is_word(from + 1, words!["local", "domestic"]) && !self.is_word(from + 2, words!["offices"]);
        local
            || named.is_some_and(|farmers| {
                (from + 1..farmers).any(own)
                    || !(from + 1..farmers + 4)
                        .take_while(|at| !ends(*at))
                        .any(|at| matches!(self.what(at), Some(What::Region(_))))
            })
    }

    /// `sold 350,000 cars at home`, `in the domestic market`, `at auction`.
    fn is_sold_here(&self, at: usize) -> bool {
        const LOCAL: &Words = words!["domestic", "home", "local", "internal"];
        if !self.may_say(HERE) && !self.may_say(LOCAL) && !self.may_say(MARKETS) {
            return false;
        }
        let ends = |at: usize| {
            matches!(
                self.what(at),
                Some(
                    What::Sign(_)
                        | What::Quantity(_)
                        | What::Class(Class::Break | Class::Indicator(..) | Class::Change(_))
                ) | None
            ) || self.is_prep(at, Prep::And)
                || self.is_prep(at, Prep::With)
        };
        (at + 1..at + REACH).take_while(|at| !ends(*at)).any(|at| {
            // `sold V made at home`
            let made =
                |at: usize| self.is_word(at, words!["made", "built", "produced", "assembled", "grown"]);
            self.is_word(at, HERE)
                || self.is_word(at, words!["home"])
                    && self.is_prep(at.wrapping_sub(1), Prep::At)
                    && !made(at.wrapping_sub(2))
                // `exporters sold V on the exchange market`
                || self.is_word(at, words!["exchange", "currency", "forex"]) && self.is_word(at + 1, MARKETS)
                || self.is_word(at, LOCAL)
                    && self.is_word(at + 1, MARKETS)
                    && !self.is_word(at.wrapping_sub(1), words!["for"])
        })
    }

    /// The pieces between the number before, or the beginning, and this one.
    fn led_by(&self, at: usize) -> std::ops::Range<usize> {
        let ends = |at: &usize| matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';' | ':')));
        let from = (0..at).rev().find(ends).map_or(0, |before| before + 1);
        from..at
    }

    /// Whether a place, or a word for what is abroad, stands before the number or right behind it.
    fn is_abroad(&self, at: usize) -> bool {
        let lead = self.led_by(at);
        let tail = at + 1..at + REACH;
        let place = |at: usize| matches!(self.what(at), Some(What::Region(_)));
        let behind = tail.clone().take_while(|at| {
            !matches!(
                self.what(*at),
                Some(What::Quantity(_) | What::Class(Class::Break) | What::Sign(_)) | None
            )
        });
        lead.clone().any(place)
            || behind.into_iter().any(place)
            || self.any_word(lead, ABROAD)
            || self.any_word(tail, ABROAD)
    }

    /// `Growers have sold V so far this season`
    fn growers_sell(&self, at: usize) -> bool {
        let lead = self.led_by(at);
        self.first_word(lead.clone(), GROWERS).is_some_and(|who| self.any_word(who..at, SELL))
            && !self.is_abroad(at)
    }

    /// `Mills bought V` beside what is exported.
    fn mills_buy(&self, at: usize, topic: &Topic) -> bool {
        let lead = self.led_by(at);
        topic.indicator == Indicator::Exports
            && self.first_word(lead.clone(), BUYERS).is_some_and(|who| self.any_word(who..at, BUY))
            && !self.is_abroad(at)
    }

    /// `Punjab grew V of rice`: and not `exports grew V to V2`.
    fn is_grown(&self, at: usize) -> bool {
        self.may_say(GREW)
            && self.left_of(at).is_some_and(|verb| self.is_word(verb, GREW))
            && self.is_prep(at + 1, Prep::Of)
    }

    /// `exports made up P of its total sales of V`, `P of the V cars it makes`: all of which exports are a part is no exports.
    fn is_of_a_total(&self, at: usize) -> bool {
        const SALES: &Words = words!["sales", "turnover", "deliveries"];
        const WHOSE: &Words = words![
            "total",
            "net",
            "group",
            "overall",
            "consolidated",
            "its",
            "their",
            "company",
            "worldwide",
            "global",
            "combined",
            "annual"
        ];
        const MAKES: &Words = words![
            "makes",
            "made",
            "make",
            "builds",
            "built",
            "build",
            "produces",
            "produced",
            "produce",
            "assembles"
        ];
        let share = |of: usize| {
            (of.saturating_sub(6)..of).any(|at| {
                matches!(self.what(at), Some(What::Quantity(index)) if self.pieces.quantities[*index].measure == Measure::Percent)
                    && self.is_prep(at + 1, Prep::Of)
            })
        };
        let of = self.left_of(at).filter(|of| self.is_prep(*of, Prep::Of));
        let total = of.and_then(|of| of.checked_sub(1)).is_some_and(|noun| {
            self.is_word(noun, SALES)
                && (self.is_word(noun.wrapping_sub(1), WHOSE)
                    || matches!(self.what(noun.wrapping_sub(1)), Some(What::Possessive)))
                && share(noun)
        });
        let that = || {
            let it =
                (at + 1..at + 4).find(|at| self.is_word(*at, words!["it", "they", "that", "which", "we"]))?;
            (it + 1..it + 3).find(|at| self.is_word(*at, MAKES))
        };
        total || of.is_some() && self.may_say(MAKES) && that().is_some()
    }

    /// `It has received V from the World Bank`
    fn is_lent(&self, at: usize, quantity: &Quantity) -> bool {
        const LENDERS: &Words = words![
            "bank",
            "banks",
            "world bank",
            "imf",
            "fund",
            "monetary fund",
            "donors",
            "creditors",
            "lenders",
            "government",
            "commission",
            "ministry",
            "treasury"
        ];
        quantity.measure.is_money()
            && self.is_prep(at + 1, Prep::From)
            && self.any_word(at + 2..at + 6, LENDERS)
            && self.any_word(
                self.led_by(at),
                words!["received", "receive", "receives", "get", "got", "borrowed", "borrow", "won"],
            )
    }

    /// `Wind farms generated V` kilowatt-hours.
    fn is_generated(&self, at: usize, quantity: &Quantity) -> bool {
        const GENERATE: &Words = words!["generated", "generate", "generates"];
        let energy = matches!(quantity.measure, Measure::Unit(unit) if unit.ends_with("wh"));
        energy && self.left_of(at).is_some_and(|verb| self.is_word(verb, GENERATE))
    }
}
