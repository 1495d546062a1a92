//! Contracts and investments that cross a border: `won orders worth V from Greek owners`, `a V order from Emirates`,
//! `will invest V in a plant in Brazil`.
//!
//! Not: orders and investment at home. That a border is crossed must show in the sentence: two countries, or a word like "overseas".

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep, Strength};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;
use article::{FigureKind, Indicator, Status};

/// Words by which a contract or its buyers are foreign.
const FOREIGN: &Words = words!["overseas", "foreign", "abroad", "export", "international", "cross-border"];

impl Clauses<'_, '_> {
    /// An amount of a contract, or of an investment.
    pub(super) fn deal_amount(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let money = quantity.measure.is_money();
        let (noun, invested) = self.deal_of(at)?;
        if invested {
            return money.then(|| self.invested(at, quantity, noun))?;
        }
        if matches!(quantity.measure, Measure::Scaled | Measure::Bare) {
            return None;
        }
        let text = self.text(noun).to_ascii_lowercase();
        let said_foreign = FOREIGN.list().iter().any(|word| text.contains(word));
        let near_foreign = (noun.saturating_sub(9)..noun + 9).any(|at| {
            self.is_word(at, FOREIGN)
                || matches!(self.what(at), Some(What::Class(Class::Indicator(_, Strength::Head))))
        });
        let countries = self.countries();
        let at_home = self.pieces.list.iter().enumerate().any(|(at, _)| {
            self.is_word(at, words!["domestic", "domestically", "local", "locally", "themselves", "home"])
        });
        let goes_on = !at_home && self.deals_before();
        if !(said_foreign || near_foreign || countries.len() > 1 || goes_on) {
            return None;
        }
        // `The Guangdong delegation signed letters of intent worth V` at a Chinese fair
        let inside = self.subject(noun).map(|(_, code)| code).filter(|code| {
            let story = self.carry.story_reporter.as_deref();
            code.contains('-')
                && !code.contains(':')
                && story.is_some_and(|story| code.get(..2) == Some(story))
        });
        // `Washington notified of a V sale to Libya`
        let seller = || {
            let sale = self.is_word(noun, words!["sale"]) && countries.len() > 1;
            let to = self.parties_after(noun, &"".into()).filter(|_| sale)?;
            countries.iter().find(|code| **code != to).cloned()
        };
        // the first deal of a story is that of whom its sentence begins with
        let first = || {
            let (at, code) = self.subject(noun).filter(|_| self.carry.story_reporter.is_none())?;
            let named = matches!(self.what(at), Some(What::Region(_))) && at <= 1;
            named.then(|| Name::from(code.split('-').next().filter(|code| code.len() == 2).unwrap_or(&code)))
        };
        // `Poland last year signed a V contract with`: who signs, whomever the story began with
        let signer = || {
            let (at, code) =
                self.subject(noun).filter(|_| self.any_word(1..noun, words!["signed", "signs"]))?;
            let named = matches!(self.what(at), Some(What::Region(_))) && at <= 1;
            let story = self.carry.story_reporter.as_deref().unwrap_or_default();
            (named
                && code.len() == 2
                && !story.starts_with(&*code)
                && !matches!(self.what(at + 1), Some(What::Possessive)))
            .then_some(code)
        };
        let reporter = inside
            .or_else(seller)
            .or_else(first)
            .or_else(signer)
            .or_else(|| self.carry.story_reporter.clone())
            .or_else(|| self.carried_reporter(Indicator::Deals))
            .or_else(|| countries.first().cloned())?;
        // `Ireland's Ryanair finalized a V order` in a story about who sells
        let other = || {
            let buyer = self.is_word(noun, words!["order", "orders", "commitment", "commitments"])
                && self.deals_before();
            let free = |at: usize| {
                !matches!(
                    self.what(at),
                    Some(What::Class(Class::Prep(Prep::In | Prep::At | Prep::Of | Prep::From | Prep::On)))
                )
            };
            let code = (0..noun.min(at)).rev().find_map(|back| match self.what(back) {
                Some(What::Region(place)) if back == 0 || free(back - 1) => Some(self.code(*place, true)),
                _ => None,
            });
            let code = code.filter(|_| buyer)?;
            (code.len() == 2 && code.get(..2) != reporter.get(..2)).then_some(code)
        };
        // `Pakistan and Sweden signed an exchange agreement for V each way`
        let joined = || {
            let [one, two] = countries.as_slice() else { return None };
            let each = self.is_word(at + 1, words!["each"]) && *one == reporter;
            each.then(|| two.clone())
        };
        let partner = self.parties_after(noun, &reporter).or_else(joined).or_else(other);
        let partner = partner.unwrap_or_else(|| self.places.world.clone());
        let topic = Topic {
            commodity: self.deal_in(noun, at),
            reporter_stated: countries.contains(&reporter),
            reporter: Some(reporter),
            partner_stated: true,
            partner: Some(partner),
            ..Topic::of(Indicator::Deals)
        };
        self.begin_deal(at, topic.clone());
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "deals/worth")?;
        if draft.status == Status::Hypothetical || self.is_intent(noun) || self.is_word(noun, words!["sale"])
        {
            draft.status = Status::Target;
        }
        draft.undate();
        Some(draft)
    }

    /// `a shopping list of V of U.S. goods`, and below it `The list includes V2 of cars`: what a country means to buy abroad.
    pub(super) fn shopping_list(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const LIST: &Words = words!["list"];
        const INCLUDES: &Words = words!["includes", "include", "included", "comprises", "comprised"];
        if !quantity.measure.is_money() || !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let before = self.left_of(at)?;
        let noun = before.wrapping_sub(1);
        let topic = if self.is_word(before, INCLUDES) {
            let subject = self.is_word(noun, LIST) || self.is_word(noun, words!["it", "this", "which"]);
            let kin = self.drafts.iter().rev().find(|kin| kin.rule == "deals/list").filter(|_| subject)?;
            Topic { commodity: self.goods(at + 2).0, reporter_stated: false, ..kin.topic.clone() }
        } else {
            let listed = self.is_prep(before, Prep::Of)
                && self.is_word(noun, LIST)
                && self.is_word(noun.wrapping_sub(1), words!["shopping"]);
            let (_, place) = self.named_from(at + 2).filter(|_| listed)?;
            let origin = self.code(place, true);
            let buyer = self.subject(noun).map(|(_, code)| code).filter(|buyer| *buyer != origin)?;
            Topic {
                reporter: Some(buyer),
                reporter_stated: true,
                partner: Some(origin),
                partner_stated: true,
                ..Topic::of(Indicator::Imports)
            }
        };
        self.begin_deal(at, topic.clone());
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "deals/list")?;
        draft.status = Status::Target;
        draft.undate();
        Some(draft)
    }

    /// `orders for five vessels totalling V gross tons, from eight ships of V2`: how many ships a tonnage is of is a number of its own.
    pub(super) fn ships_ordered(&mut self) {
        const SHIPS: &Words =
            words!["ship", "ships", "vessel", "vessels", "tankers", "carriers", "bulkers", "freighters"];
        const FEW: [&str; 12] = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ];
        let tonnage = |draft: &Draft| {
            draft.topic.indicator == Indicator::Deals
                && draft.kind == FigureKind::Level
                && draft.unit == "other:gross_ton"
        };
        if !self.drafts[self.first_draft..].iter().any(tonnage) {
            return;
        }
        let mut counted = Vec::new();
        for draft in &self.drafts[self.first_draft..] {
            let Some(at) = self.piece_of(&draft.bytes).filter(|_| tonnage(draft)) else { continue };
            let Some(noun) = at.checked_sub(2).filter(|noun| self.is_word(*noun, SHIPS)) else { continue };
            let joined = self.is_prep(at - 1, Prep::Of)
                || matches!(self.what(at - 1), Some(What::Class(super::Class::Level(_))));
            let Some(number) = noun.checked_sub(1).filter(|_| joined) else { continue };
            let text = self.text(number).to_ascii_lowercase();
            let written = (1_u32..).zip(FEW).find(|(_, word)| *word == text).map(|(few, _)| few);
            let Some(count) = written.or_else(|| text.parse().ok()) else { continue };
            let tokens = self.pieces.list[number].tokens.start..self.pieces.list[noun].tokens.end;
            let topic =
                Topic { commodity: Some(self.text(noun).to_ascii_lowercase().into()), ..draft.topic.clone() };
            counted.push(Draft {
                value: count.into(),
                high: None,
                grain: rust_decimal::Decimal::ONE,
                unit: "unit",
                unit_stated: true,
                bytes: self.bytes(tokens),
                topic,
                twin_of: None,
                of: None,
                ..draft.clone()
            });
        }
        if !counted.is_empty() {
            self.drafts.append(&mut counted);
            self.in_order();
        }
    }

    /// Whether the story has just spoken of deals that cross a border.
    fn deals_before(&self) -> bool {
        let deals = |draft: &Draft| draft.topic.indicator == Indicator::Deals;
        self.drafts.first().is_some_and(deals)
            && self
                .drafts
                .iter()
                .rev()
                .take(12)
                .any(|draft| deals(draft) && draft.sentence + 8 >= self.sentence)
    }

    /// `intended deals`, `letters of intent`, `commitments`: nothing is signed yet. So are the deals of a story that began with such.
    fn is_intent(&self, noun: usize) -> bool {
        let text = self.text(noun).to_ascii_lowercase();
        let intends = |text: &str| {
            ["inten", "tentative", "commitment", "understanding"].iter().any(|word| text.contains(word))
        };
        intends(&text)
            || (noun.saturating_sub(2)..noun).any(|at| intends(&self.text(at).to_ascii_lowercase()))
            || (self.is_word(noun, words!["deals"])
                && self.drafts.first().is_some_and(|first| {
                    first.topic.indicator == Indicator::Deals && first.status == Status::Target
                }))
    }

    /// `deals on medical equipment`, `contracts for wheat`: the goods between the noun and the amount.
    fn deal_in(&self, noun: usize, at: usize) -> Option<Name> {
        // `a V crude oil purchase`
        if noun > at + 1 && self.is_word(noun, words!["purchase"]) {
            return self.goods_between(at + 1, noun);
        }
        if noun > at || !(self.is_prep(noun + 1, Prep::On) || self.is_word(noun + 1, words!["for", "in"])) {
            return None;
        }
        let end = (noun + 2..at).find(|at| {
            !matches!(
                self.what(*at),
                Some(What::Word | What::Sign('-') | What::Class(Class::Plain | Class::Prep(Prep::And)))
            )
        });
        self.goods_between(noun + 2, end.unwrap_or(at))
    }

    /// `followed by food with V and cars with V2`, `those on clothing V`: goods of the deals before.
    pub(super) fn deal_list(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let kin = self.drafts[self.first_draft..].last().filter(|last| {
            last.topic.indicator == Indicator::Deals
                && last.kind == FigureKind::Level
                && quantity.measure.is_money()
        })?;
        let (topic, status) = (kin.topic.clone(), kin.status);
        let before = self.left_of(at)?;
        let from = (0..at)
            .rev()
            .find(|back| matches!(self.what(*back), Some(What::Quantity(_))))
            .map_or(0, |at| at + 1);
        let goods = if self.is_prep(before, Prep::With) {
            let first = (from..before).rev().find(|back| {
                self.is_prep(*back, Prep::By)
                    || matches!(self.what(*back), Some(What::Sign(',')))
                    || *back == from && self.is_prep(*back, Prep::And)
            })?;
            self.goods_between(first + 1, before)
        } else {
            let those = (from..before).find(|at| self.is_word(*at, words!["those"]))?;
            let on = self.is_prep(those + 1, Prep::On)
                || self.is_prep(those + 1, Prep::In)
                || self.is_word(those + 1, words!["for"]);
            if !on {
                return None;
            }
            let end = (those + 2..at)
                .find(|at| matches!(self.what(*at), Some(What::Class(Class::Level(_)))))
                .unwrap_or(at);
            self.goods_between(those + 2, end)
        }?;
        let topic = Topic { commodity: Some(goods), ..topic };
        self.begin_deal(at, topic.clone());
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/goods-list")?;
        draft.status = status;
        draft.undate();
        Some(draft)
    }

    /// `Corn sales of V`, `net sales of wheat came to V` in a story of export sales.
    pub(super) fn sales(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !matches!(quantity.measure, Measure::Unit(_)) || self.topic.is_some() {
            return None;
        }
        let kin = self.drafts.iter().find(|draft| draft.rule == "deals/sale")?;
        let kin = kin.topic.clone();
        let noun = (self.clause_start.min(at)..at)
            .rev()
            .find(|at| self.is_word(*at, words!["sales", "net sales", "export sales"]))?;
        if (noun + 1..at).any(|at| matches!(self.what(at), Some(What::Quantity(_)))) {
            return None;
        }
        let before = self.left_of(at)?;
        let said = matches!(self.what(before), Some(What::Class(Class::Level(_))))
            || before == noun + 1 && self.is_prep(before, Prep::Of)
            || self.is_prep(before, Prep::At) && before <= noun + 2
            || self.is_word(at.wrapping_sub(1), words!["at"]) && at <= noun + 3;
        if !said {
            return None;
        }
        let left = (noun.saturating_sub(3)..noun)
            .rev()
            .take_while(|at| matches!(self.what(*at), Some(What::Word)))
            .last();
        let goods = if self.is_prep(noun + 1, Prep::Of) && before > noun + 1 {
            self.goods(noun + 2).0
        } else {
            left.map(|left| {
                self.lower(self.pieces.list[left].tokens.start..self.pieces.list[noun - 1].tokens.end)
            })
        };
        let topic =
            Topic { commodity: goods, partner: None, partner_stated: false, reporter_stated: false, ..kin };
        self.begin_deal(at, topic.clone());
        self.draft(at, quantity, FigureKind::Level, topic, None, "deals/sale")
    }

    /// `is buying 116 tanks from the United States for V`, `300 planes worth V`: what the deal before it costs.
    pub(super) fn costs(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !quantity.measure.is_money() {
            return None;
        }
        let before = self.left_of(at)?;
        let kin = self.drafts[self.first_draft..].last().filter(|last| {
            matches!(last.topic.indicator, Indicator::Deals | Indicator::Exports | Indicator::Imports)
                && last.kind == FigureKind::Level
                && !last.unit.starts_with("percent")
                && !super::is_money(last.unit)
        })?;
        let deal = kin.topic.indicator == Indicator::Deals;
        let (topic, status, period) = (kin.topic.clone(), kin.status, kin.period);
        let from = (0..at).rev().find(|back| matches!(self.what(*back), Some(What::Quantity(_))))?;
        let apart = (from + 1..at)
            .any(|at| matches!(self.what(at), Some(What::Class(Class::Break) | What::Sign(';'))));
        let paid = deal && self.is_word(before, words!["worth", "valued at", "at a cost of", "costing"])
            || (before + 1..at).any(|at| self.is_word(at, words!["for"]))
            || self.is_prep(before, Prep::Of)
                && self.is_word(before.wrapping_sub(1), words!["cost", "price", "value"]);
        if apart || !paid || self.is_price(at + 1) {
            return None;
        }
        self.begin_deal(at, topic.clone());
        let rule = if deal { "deals/worth" } else { "level/traded" };
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, rule)?;
        (draft.status, draft.period) = (status, period);
        Some(draft)
    }

    fn begin_deal(&mut self, at: usize, topic: Topic) {
        self.topic = Some(topic);
        self.topic_from = at;
        self.topic_end = at;
        self.blocked = false;
        self.said = super::Said::Level(None);
        self.said_at = at;
    }

    /// The contract or investment that an amount is of, and whether it is an investment.
    fn deal_of(&self, at: usize) -> Option<(usize, bool)> {
        // `a V order`, `V of contracts`, `V worth of deals`, `V investment`
        for next in at + 1..at + 5 {
            match self.what(next) {
                Some(What::Class(Class::Deal)) => return Some((next, false)),
                // `a possible V sale of aircraft to Libya`
                Some(What::Class(Class::Indicator(_, Strength::Weak)) | What::Word)
                    if next == at + 1
                        && self.is_word(next, words!["sale"])
                        && self.is_prep(next + 1, Prep::Of)
                        && (next + 2..next + 10).any(|at| {
                            self.is_prep(at, Prep::To) && matches!(self.what(at + 1), Some(What::Region(_)))
                        }) =>
                {
                    return Some((next, false));
                }
                Some(What::Class(Class::Invest)) => {
                    let noun = self.is_word(next, words!["investment", "investments"]);
                    return noun.then_some((next, true));
                }
                // `cancelled a V crude oil purchase from Kuwait`
                Some(What::Word | What::Class(Class::Indicator(_, Strength::Weak)))
                    if self.is_word(next, words!["purchase"])
                        && self.is_prep(next + 1, Prep::From)
                        && self.region_list(next + 2, true).is_some()
                        && self.is_word(at.wrapping_sub(1), words!["a", "the", "an"]) =>
                {
                    return Some((next, false));
                }
                // `the first V cargo contract`
                Some(What::Class(Class::Indicator(_, Strength::Weak)))
                    if self.is_word(next, words!["cargo"])
                        && matches!(self.what(next + 1), Some(What::Class(Class::Deal))) => {}
                // `V of Chinese investment in Australia`
                Some(
                    What::Class(
                        Class::Plain
                        | Class::Level(_)
                        | Class::Prep(Prep::Of)
                        | Class::Indicator(_, Strength::Head),
                    )
                    | What::Word
                    | What::Region(_)
                    | What::Sign('-'),
                ) => {}
                _ => break,
            }
        }
        if let Some(built) = self.built(at) {
            return Some((built, true));
        }
        // `orders worth V`, `contracts for eight carriers worth V`, `a deal to supply V`, `invest V`
        let before = self.left_of(at)?;
        let worth = matches!(self.what(before), Some(What::Class(Class::Level(_) | Class::Prep(Prep::Of))));
        let bought = self
            .is_word(before, words!["supply", "buy", "sell", "purchase", "export", "import", "deliver", "ship"])
            || self.is_word(at.wrapping_sub(1), words!["supply"])
            // `placed an order for V with`, `a contract is for as many as V`
            || self.any_word(before + 1..at, words!["for"])
                && matches!(self.pieces.list[at].what, What::Quantity(index)
                    if matches!(self.pieces.quantities[index].measure, Measure::Unit(_)));
        let mut back = at;
        while back > self.clause_start && at - back < 14 {
            back -= 1;
            match self.what(back) {
                // `signed agreements worth V`
                Some(What::Word)
                    if self.is_word(back, words!["agreements", "accords"])
                        && (back + 1..at).any(|at| self.text(at).starts_with("worth"))
                        // `an exchange agreement for V each way`
                        || self.is_word(back, words!["agreement", "accord", "pact", "protocol", "agreements"])
                            && self.is_word(back + 1, words!["for"])
                            && self.is_word(at + 1, words!["each", "each way"]) =>
                {
                    return Some((back, false));
                }
                Some(What::Class(Class::Deal)) => {
                    // `That contract has a list value of V`
                    let of = self.is_prep(before, Prep::Of)
                        && (before == back + 1
                            || self.is_word(before.wrapping_sub(1), words!["value", "price"]));
                    let good = if self.is_prep(before, Prep::Of) { of } else { worth || bought };
                    return good.then_some((back, false));
                }
                Some(What::Class(Class::Invest)) => {
                    let direct = back == before || (self.is_prep(before, Prep::Of) && before == back + 1);
                    return (direct || worth).then_some((back, true));
                }
                Some(
                    What::Class(
                        Class::Indicator(_, Strength::Full)
                        | Class::Other
                        | Class::Break
                        | Class::Tariff
                        | Class::Quota,
                    )
                    | What::Sign(';'),
                ) => return None,
                Some(What::Quantity(_)) if !matches!(self.what(back + 1), Some(What::Word)) => return None,
                _ => {}
            }
        }
        None
    }

    /// `will spend V on a plant in the U.S. state of Indiana`, `is building a V factory in Hungary`: the noun of what is built.
    fn built(&self, at: usize) -> Option<usize> {
        const BUILDS: &Words = words![
            "spend",
            "spending",
            "spent",
            "build",
            "building",
            "built",
            "builds",
            "pump",
            "pour",
            "put",
            "plough",
            "set up",
            "open",
            "opening",
            "expand",
            "expanding",
            "construct",
            "constructing",
            "earmarked",
        ];
        const PLANTS: &Words = words![
            "plant",
            "plants",
            "factory",
            "factories",
            "facility",
            "facilities",
            "works",
            "mine",
            "refinery",
            "smelter",
            "warehouse",
            "complex",
            "mill",
            "terminal",
            "center",
            "centre",
            "line",
            "hub",
            "campus",
        ];
        /// Pieces between the amount and what is built, and from there to where.
        const REACH: usize = 12;
        let ends =
            |at: &usize| !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(';')) | None);
        if !self.may_say(PLANTS) || !self.any_word(at.saturating_sub(6)..at, BUILDS) {
            return None;
        }
        let plant = (at + 1..at + REACH).take_while(ends).find(|at| self.is_word(*at, PLANTS))?;
        let abroad = (plant + 1..plant + REACH).take_while(ends).any(|at| {
            self.is_prep(at, Prep::In)
                && matches!(
                    self.what(self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)))),
                    Some(What::Region(_))
                )
        });
        abroad.then_some(plant)
    }

    /// `Russian investment in a plant in Mersin may reach V`, `Toyota of Japan will invest V in Brazil`.
    fn invested(&mut self, at: usize, quantity: &Quantity, noun: usize) -> Option<Draft> {
        /// Pieces from the amount to the name of a firm's end.
        const FAR: usize = 8;
        let place = |what: Option<&What>| match what {
            Some(What::Region(place)) => Some(*place),
            _ => None,
        };
        let whose = (0..noun).find_map(|at| place(self.what(at)));
        let mut target = None;
        for next in noun + 1..noun + 18 {
            if matches!(self.what(next), Some(What::Class(Class::Break) | What::Sign(';'))) {
                break;
            }
            let inside = self.is_prep(next.wrapping_sub(1), Prep::In)
                || self.is_word(next.wrapping_sub(1), words!["the"])
                    && self.is_prep(next.wrapping_sub(2), Prep::In);
            if let Some(found) = place(self.what(next)).filter(|_| inside) {
                target = Some(found);
            }
        }
        let country = |place: usize| -> Name {
            let region = self.places.mentions[place].region;
            region.country.as_deref().map_or_else(|| self.code(place, true), Name::from)
        };
        // `invest V in PT Indonesia Asahan Aluminium`: the country in a firm's name
        let named = || {
            let (from, to) = (quantity.bytes.end, self.start_of((at + FAR).min(self.pieces.list.len() - 1)));
            let first = self.places.inside_names.partition_point(|(start, _)| *start < from);
            let (_, region) = self.places.inside_names.get(first).filter(|(start, _)| *start < to)?;
            Some(self.places.codes[*region].own.clone()).filter(|_| self.is_prep(at + 1, Prep::In))
        };
        // `in addition to the V already invested`
        let already = self.is_word(at + 1, words!["already"])
            && noun == at + 2
            && self.drafts[self.first_draft..].last().is_some_and(|last| last.rule == "fdi/invest");
        if already {
            let topic = self.drafts.last()?.topic.clone();
            let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "fdi/invest")?;
            draft.status = Status::Reported;
            draft.undate();
            return Some(draft);
        }
        let story = self.carry.story_reporter.clone();
        let home = |code: &Name| code.get(..2).map(str::to_owned).unwrap_or_default();
        let whose = whose.map(country);
        let target_country = target.map(country).or_else(named);
        let topic = |indicator, reporter: Name, partner: Option<Name>, stated| Topic {
            reporter: Some(reporter),
            reporter_stated: stated,
            partner_stated: partner.is_some(),
            partner,
            ..Topic::of(indicator)
        };
        let carried = self.carry.topic.as_ref().filter(|topic| topic.indicator == Indicator::FdiInward);
        let topic = match (whose, target_country) {
            (Some(investor), Some(target)) if investor != target => {
                match story.filter(|story| home(story) == home(&target) && home(story) != home(&investor)) {
                    Some(story) => topic(Indicator::FdiInward, story, Some(investor), false),
                    None => topic(Indicator::FdiOutward, investor, Some(target), true),
                }
            }
            (Some(investor), None) => {
                let host = carried.and_then(|topic| topic.reporter.clone()).or(story)?;
                if home(&host) == home(&investor) {
                    return None;
                }
                topic(Indicator::FdiInward, host, Some(investor), false)
            }
            _ => return None,
        };
        self.begin_deal(at, topic.clone());
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "fdi/invest")?;
        let ahead = self.is_word(noun, words!["invest"]) && draft.status != Status::Forecast;
        if ahead || draft.status == Status::Hypothetical {
            draft.status = Status::Target;
        }
        draft.undate();
        Some(draft)
    }

    /// `an order for 150 Boeing jets`: the country of a maker of arms or aircraft, whose name stands for where it sells from.
    fn maker(&self) -> Option<(usize, &'static str)> {
        const MAKERS: &Words = words![
            "boeing",
            "lockheed",
            "raytheon",
            "sikorsky",
            "northrop",
            "embraer",
            "bombardier",
            "saab",
            "airbus",
        ];
        let at = self.first_word(0..self.pieces.list.len(), MAKERS)?;
        let text = self.text(at);
        let is = |name: &str| text.eq_ignore_ascii_case(name);
        Some((
            at,
            match () {
                () if is("embraer") => "BR",
                () if is("bombardier") => "CA",
                () if is("saab") => "SE",
                // a firm of four countries
                () if is("airbus") => "WORLD",
                () => "US",
            },
        ))
    }

    /// `Emirates orders 65 Boeing jets worth V`, `signed for 150 Airbus jets in a deal valued at V`: what an airline or an army of one
    /// country orders of a maker in another.
    ///
    /// Not: an order of the maker's own country, and what an airline of no named country orders.
    pub(super) fn craft_ordered(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const ORDERS: &Words = words![
            "orders", "ordered", "order", "buy", "buys", "bought", "buying", "purchase", "signed", "signs",
        ];
        const CRAFT: &Words = words![
            "jets",
            "planes",
            "aircraft",
            "airliners",
            "helicopters",
            "jetliners",
            "fighters",
            "fighter jets",
            "warplanes",
            "airplanes",
        ];
        if !quantity.measure.is_money() || !self.may_say(CRAFT) {
            return None;
        }
        let (maker, country) = self.maker().filter(|(maker, _)| *maker < at)?;
        let craft = self.first_word(maker + 1..(maker + 6).min(at), CRAFT)?;
        let verb = self.first_word(0..maker, ORDERS)?;
        let paid = (craft + 1..at)
            .all(|at| !matches!(self.what(at), Some(What::Quantity(_) | What::Sign(';'))))
            && self.left_of(at).is_some_and(|before| {
                self.is_word(before, words!["worth", "valued", "valued at", "for", "worth about"])
                    || self.text(before).starts_with("worth")
                    || self.is_prep(before, Prep::At)
                        && self.is_word(before.wrapping_sub(1), words!["valued", "estimated"])
                    || matches!(self.what(before), Some(What::Class(Class::Level(_))))
                        && self.is_word(before, words!["worth", "valued at", "valued"])
            });
        if !paid || self.is_price(at + 1) {
            return None;
        }
        let named = (0..verb).find_map(|at| match self.what(at) {
            Some(What::Region(place))
                if self.places.mentions[*place].usage != article::Usage::Dateline
                    && !matches!(
                        self.what(at.wrapping_sub(1)),
                        Some(What::Class(Class::Prep(Prep::In | Prep::At)))
                    ) =>
            {
                let region = self.places.mentions[*place].region;
                Some(region.country.as_deref().map_or_else(|| self.code(*place, true), Name::from))
            }
            _ => None,
        });
        let before = || {
            let last = self.drafts.last().filter(|last| last.sentence + 3 >= self.sentence)?;
            let same =
                last.topic.indicator == Indicator::Deals && last.topic.partner.as_deref() == Some(country);
            same.then(|| last.topic.reporter.clone())?
        };
        let stated = named.is_some();
        let reporter = named.or_else(before).filter(|buyer| **buyer != *country)?;
        let goods = self.lower(self.pieces.list[maker].tokens.start..self.pieces.list[craft].tokens.end);
        let topic = Topic {
            commodity: Some(goods),
            reporter: Some(reporter),
            reporter_stated: stated,
            partner: Some(country.into()),
            partner_stated: true,
            ..Topic::of(Indicator::Deals)
        };
        self.begin_deal(at, topic.clone());
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "deals/worth")?;
        draft.status = Status::Target;
        draft.undate();
        Some(draft)
    }

    /// `approved the possible sale of Patriot missiles to Denmark for an estimated V`: what the United States sells armies abroad.
    pub(super) fn arms_sale(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const APPROVES: &Words =
            words!["approved", "approves", "cleared", "clears", "notified", "authorised", "backed"];
        if !quantity.measure.is_money() || !self.may_say(APPROVES) {
            return None;
        }
        let before = self.left_of(at)?;
        // `for an estimated V`, `at an estimated cost of V`
        let estimated = (before.saturating_sub(3)..at).any(|at| self.text(at).ends_with("estimated"));
        let verb = self.last_word(0..at, APPROVES).filter(|_| estimated)?;
        let sale =
            self.first_word(verb + 1..verb + 8, words!["sale", "foreign military sale", "military sale"])?;
        let american = (0..verb).any(|at| match self.what(at) {
            Some(What::Region(place)) => *self.code(*place, true) == *"US",
            _ => {
                self.is_word(at, words!["state department", "pentagon"])
                    || self.is_word(at, words!["state"]) && self.is_word(at + 1, words!["department"])
            }
        });
        let to = (sale + 1..at).rev().find(|at| self.is_prep(*at, Prep::To))?;
        let (buyer, _) = self.region_list(to + 1, true).filter(|(buyer, _)| american && **buyer != *"US")?;
        // the goods stand before the buyer, `of Patriot missiles to Denmark`, or behind him, `to Poland of launchers`
        let of = (sale + 1..at)
            .rev()
            .take_while(|at| !matches!(self.what(*at), Some(What::Sign(',' | ';'))))
            .find(|of| {
                self.is_prep(*of, Prep::Of) && !self.is_word(of - 1, words!["cost", "value", "price"])
            });
        let goods = of.and_then(|of| {
            let words = |at: &usize| matches!(self.what(*at), Some(What::Word | What::Sign('-')));
            let last = (of + 1..at).take_while(words).last()?;
            Some(self.lower(self.pieces.list[of + 1].tokens.start..self.pieces.list[last].tokens.end))
        });
        let topic = Topic {
            commodity: goods,
            reporter: Some("US".into()),
            reporter_stated: true,
            partner: Some(buyer),
            partner_stated: true,
            ..Topic::of(Indicator::Deals)
        };
        self.begin_deal(at, topic.clone());
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "deals/sale")?;
        draft.status = Status::Target;
        draft.undate();
        Some(draft)
    }

    /// The countries that the sentence names.
    fn countries(&self) -> Vec<Name> {
        let mut found: Vec<Name> = Vec::new();
        for piece in self.pieces.list {
            if let What::Region(place) = piece.what {
                let region = self.places.mentions[place].region;
                let code = region.country.as_deref().map_or_else(|| self.code(place, true), Name::from);
                if !found.contains(&code) {
                    found.push(code);
                }
            }
        }
        found
    }

    /// The other side: places after "from", "with" or "to" that are not in the reporter's country.
    fn parties_after(&self, noun: usize, reporter: &Name) -> Option<Name> {
        (noun + 1..noun + 24).find_map(|at| {
            let toward =
                self.is_prep(at, Prep::From) || self.is_prep(at, Prep::With) || self.is_prep(at, Prep::To);
            // `with Hanwha of South Korea`
            let of = self.skip(at + 1, |what| matches!(what, What::Word));
            let firm = || {
                let named = of > at + 1 && of <= at + 4 && self.is_prep(of, Prep::Of);
                named.then(|| self.region_list(of + 1, true)).flatten()
            };
            // `with South Korea's Hyundai Rotem`
            let owner = || match self.what(at + 1) {
                Some(What::Region(place))
                    if matches!(self.what(at + 2), Some(What::Possessive))
                        && matches!(self.what(at + 3), Some(What::Word))
                        && self.is_prep(at, Prep::With) =>
                {
                    Some((self.code(*place, true), at + 2))
                }
                _ => None,
            };
            let named = toward.then(|| self.region_list(at + 1, true).or_else(firm).or_else(owner));
            let (codes, _) = named.flatten()?;
            (codes.get(..2) != reporter.get(..2)).then_some(codes)
        })
    }
}
