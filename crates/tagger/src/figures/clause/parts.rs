//! Parts of what a place has that cross its border: `sends P of its catch to Asia`, `P of Ghana's cocoa goes to Europe`, `Japan bought P
//! of the Philippines' bananas`. And what is earned abroad: `Coffee earned Kenya V in foreign exchange`.
//!
//! Not: stakes, debt and other things that are held; parts of what stays at home.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::{Clauses, Said};
use article::{FigureKind, Indicator};

/// Pieces that name what the part is of.
const REACH: usize = 10;
pub(super) const OUT: &Words = words!["abroad", "overseas"];
/// What is sold abroad and is no goods.
const HELD: &Words = words![
    "stake",
    "shares",
    "share",
    "equity",
    "company",
    "business",
    "unit",
    "assets",
    "interest",
    "bonds",
    "holding",
    "revenue",
    "income",
    "profits",
    "debt",
    "capital",
    "people",
    "students",
    "tourists",
    "visitors",
    "investment",
    "investments",
    "money",
    "funds",
    "loans",
    "votes",
    "population",
    "workers",
];
/// What is done with goods of which a part is spoken of.
const USED: &Words = words![
    "sell",
    "sells",
    "sold",
    "export",
    "exports",
    "ship",
    "ships",
    "brings",
    "bring",
    "brings in",
    "bring in",
    "brought in",
    "buys",
    "buy",
    "bought",
    "imports",
    "import",
    "burns",
    "burn",
    "uses",
    "use",
    "consumes",
    "eats",
    "eat",
    "needs",
    "need",
    "grows",
    "grow",
    "makes",
    "make",
    "produces",
    "produce",
    "build",
    "builds",
    "raises",
];
const GO: &Words = words!["go", "goes", "went", "gone", "going"];
const SENT: &Words = words!["shipped", "exported", "sent", "sold", "bound", "destined", "delivered"];
pub(super) const BE: &Words = words!["is", "are", "was", "were", "being", "been", "to be"];

impl Clauses<'_, '_> {
    /// The piece after what a percentage is of, if that is goods, and the place that it belongs to.
    pub(super) fn part_of(&self, at: usize, quantity: &Quantity) -> Option<(usize, Option<Name>)> {
        if quantity.measure != Measure::Percent || !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let made = |at: usize| self.is_word(at, words!["output", "production", "crop", "harvest"]);
        // `of the 500,000 cars it builds`
        let counted = |here: usize| {
            here == at + 3
                && self.is_word(at + 2, words!["the", "its"])
                && matches!(self.what(here), Some(What::Quantity(_)))
        };
        let stands = |at: usize| {
            made(at) || counted(at)
                // `cut flowers`, `wheat and corn`
                || self.is_word(at, words!["cut", "rising"]) && matches!(self.what(at + 1), Some(What::Word))
                || self.is_prep(at, Prep::And) && matches!(self.what(at + 1), Some(What::Word))
                || matches!(
                    self.what(at),
                    Some(
                        What::Word
                            | What::Class(
                                Class::Plain | Class::Anaphor | Class::Indicator(..) | Class::Peri(_)
                            )
                            | What::Region(_)
                            | What::Possessive
                            | What::Sign('-')
                    )
                ) && !self.is_word(at, OUT)
                    && !self.is_word(at, GO)
                    && !self.is_word(at, BE)
        };
        let end = (at + 2..at + REACH).find(|at| !stands(*at))?;
        // `P of the cheese they sell abroad goes`, `of the gas that Korea brings in`, `of the petrol it burns`
        let that = end + usize::from(self.is_word(end, words!["that", "which"]));
        let relative = (self.is_word(that, words!["it", "they", "we"]) || that > end)
            && end > at + 2
            && !self.is_word(that, BE);
        let end = if relative {
            let verb = (that..that + 4).find(|at| self.is_word(*at, USED))?;
            let after = verb
                + 1
                + usize::from(
                    self.is_prep(verb + 1, Prep::In)
                        && self.is_word(verb, words!["brings", "bring", "brought"]),
                );
            after + usize::from(self.is_word(after, OUT) || self.is_word(after, words!["at home"]))
        } else {
            end
        };
        // `P of Brazil's debt`
        if matches!(self.what(end), Some(What::Class(Class::Other)))
            || end == at + 2
            || (at + 2..end).any(|at| self.is_word(at, HELD))
        {
            return None;
        }
        let owner = (at + 2..end).find_map(|at| self.named_at(at));
        Some((end, owner))
    }

    /// `sends P of its catch to Asia`, `sold P of them overseas`: the part that leaves the country.
    pub(super) fn sent_out(&mut self, at: usize, quantity: &Quantity, verb: usize) -> Option<Draft> {
        let (end, _) = self.part_of(at, quantity)?;
        let there = || self.that_place(end + usize::from(self.is_prep(end, Prep::To)), Indicator::Exports);
        let to =
            self.is_prep(end, Prep::To).then(|| self.region_list(end + 1, true)).flatten().or_else(there);
        // `We exported P of our lobsters to one country`
        let exported = self.is_word(verb, words!["exported", "exports", "export", "exporting"]);
        // `Nissan exports P of its annual output`: a firm of whose country the story is
        let firms = || self.carried_reporter(Indicator::Exports).filter(|_| exported);
        let reporter = self.buyer(verb).or_else(|| self.seller()).or_else(firms)?;
        let partner = to.map(|(codes, _)| codes).filter(|codes| *codes != reporter);
        // `sells P of its cars outside the republic`
        let outside = self.is_word(end, words!["outside"]);
        if partner.is_none() && !exported && !outside && !self.is_word(end, OUT) {
            return None;
        }
        self.part(at, quantity, verb, reporter, partner)
    }

    /// `BMW exports P of its output`, `exporting P of production`: a verb, though it looks like the noun.
    pub(super) fn exports_of_its_own(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const EXPORTS: &Words = words!["exports", "export", "exporting"];
        const OWN: &Words = words!["its", "their", "the", "all", "production", "output", "our", "what"];
        let verb = self.left_of(at).filter(|verb| self.is_word(*verb, EXPORTS))?;
        // `exports, P of them`, and not `lifted exports 65 percent of its target`
        let subject = verb.checked_sub(1)?;
        let noun = matches!(
            self.what(subject),
            Some(What::Possessive | What::Sign(_) | What::Class(Class::Change(_) | Class::Plain))
        ) && !self.is_word(subject, words!["which", "who", "that", "also"]);
        if noun || !self.is_prep(at + 1, Prep::Of) || !self.is_word(at + 2, OWN) {
            return None;
        }
        self.sent_out(at, quantity, verb)
    }

    /// `Japan bought P of the Philippines' bananas`: the part that one country takes of another's goods.
    pub(super) fn taken_of(&mut self, at: usize, quantity: &Quantity, verb: usize) -> Option<Draft> {
        // `took P of the European chip market`: of what is sold there
        if self.any_word(at + 1..at + 10, words!["market", "markets"]) {
            return None;
        }
        let (_, owner) = self.part_of(at, quantity)?;
        let (owner, buyer) = (owner?, self.buyer(verb)?);
        if owner == buyer || owner.get(..2) == buyer.get(..2) {
            return None;
        }
        self.part(at, quantity, verb, owner, Some(buyer))
    }

    /// `P of Ghana's cocoa beans goes to Europe`, `a fifth is shipped to Asia`.
    pub(super) fn goes_out(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let of = self.part_of(at, quantity);
        // `Four fifths of those were exported`
        let those = self.is_word(at + 1, words!["of those", "of them"])
            || self.is_prep(at + 1, Prep::Of) && self.is_word(at + 2, words!["those", "them"]);
        let be = at + 2 + usize::from(self.is_prep(at + 1, Prep::Of));
        let sold = self.is_word(be, BE)
            && (self.is_word(be + 1, words!["exported"])
                || self.is_word(be + 1, SENT) && self.is_word(be + 2, OUT));
        if those && sold && quantity.measure == Measure::Percent {
            let reporter = self.seller()?;
            return self.part(at, quantity, be, reporter, None);
        }
        let (from, owner) = match of {
            Some((end, owner)) => (end, owner),
            // of what the figure before it was a part
            None if quantity.measure == Measure::Percent && !self.is_prep(at + 1, Prep::Of) => {
                let last = self.drafts.last().filter(|last| last.rule == "share/sent")?;
                if last.sentence + 1 < self.sentence {
                    return None;
                }
                (at + 1, last.topic.reporter.clone())
            }
            None => return None,
        };
        let be = usize::from(self.is_word(from, BE));
        let goes = be == 0 && self.is_word(from, GO) || be == 1 && self.is_word(from + 1, SENT);
        if !goes {
            return None;
        }
        let to = from + be + 1;
        // `are sold in the United States`
        let toward = (self.is_prep(to, Prep::To)
            || self.is_word(to, words!["for"])
            || be == 1 && self.is_prep(to, Prep::In))
        .then(|| self.region_list(to + 1, true))
        .flatten()
        .map(|(codes, _)| codes);
        // `98 percent of Zimbabwe's tobacco is exported`
        let exported = be == 1 && self.is_word(from + 1, words!["exported"]);
        let abroad = exported || (to..to + 2).any(|at| self.is_word(at, OUT));
        let reporter = owner.or_else(|| self.seller())?;
        let partner = toward.filter(|codes| *codes != reporter && reporter.get(..2) != codes.get(..2));
        if partner.is_none() && !abroad {
            return None;
        }
        self.part(at, quantity, from, reporter, partner)
    }

    /// `gets P of its foreign exchange from copper`, `Copper earns P of the country's foreign exchange`: of what is sold abroad.
    pub(super) fn of_foreign_exchange(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const EARNS: &Words = words![
            "earns",
            "earned",
            "earn",
            "brings",
            "brings in",
            "brought",
            "brought in",
            "provides",
            "provided",
            "generates",
            "generated",
            "gets",
            "get",
            "got",
            "accounts for",
            "accounted for",
            "makes up",
            "made up",
            "contributes",
            "contributed",
            "supplies",
            "supplied",
            "for",
        ];
        if quantity.measure != Measure::Percent || !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let noun = (at + 2..at + REACH).find(|at| {
            self.is_word(*at, words!["foreign exchange", "hard currency", "foreign currency", "forex"])
                || self.is_word(*at, words!["exchange", "currency"])
                    && self.is_word(at.wrapping_sub(1), words!["foreign", "hard"])
        })?;
        let reserves = self.is_word(noun + 1, words!["reserves", "debt", "loans", "deposits"]);
        let verb = (at.saturating_sub(3)..at).rev().find(|at| self.is_word(*at, EARNS))?;
        let from = (noun + 1..noun + 4).find(|at| self.is_prep(*at, Prep::From));
        let goods = match from {
            Some(from) => self.goods(from + 1).0,
            None => self.goods_between(self.clause_start.min(verb), verb),
        };
        let no_goods = ["touris", "remittance", "aid", "worker", "loan"];
        if reserves || goods.as_deref().is_none_or(|goods| no_goods.iter().any(|no| goods.contains(no))) {
            return None;
        }
        let owner = (at + 2..noun).find_map(|at| self.named_at(at));
        let subject = || self.subject(verb).map(|(_, code)| code);
        let reporter = owner.or_else(subject).or_else(|| self.seller())?;
        let topic = Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            commodity: goods,
            ..Topic::of(Indicator::Exports)
        };
        self.speak_of(at, verb, &topic, Said::Share);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/sent")
    }

    /// `Coffee earned Kenya V in foreign exchange`, `brought in V of hard currency`.
    pub(super) fn earned_abroad(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !quantity.measure.is_money() {
            return None;
        }
        let verb = self.last_word(
            at.saturating_sub(5)..at,
            words![
                "earned",
                "earns",
                "earn",
                "earning",
                "brought",
                "brought in",
                "fetched",
                "generated",
                "fetch",
                "bring in",
            ],
        )?;
        let of = self.is_prep(at + 1, Prep::In) || self.is_prep(at + 1, Prep::Of);
        let exchange = of
            && (self
                .is_word(at + 2, words!["foreign exchange", "hard currency", "foreign currency", "forex"])
                || self.is_word(at + 2, words!["foreign", "hard"])
                    && self.is_word(at + 3, words!["exchange", "currency", "earnings"]));
        // `earned V by exporting 102.8 million barrels`, `earned V from coffee exports`
        let by_exports = (self.is_prep(at + 1, Prep::By) || self.is_prep(at + 1, Prep::From))
            && (at + 2..at + 6).any(|at| {
                self.is_word(at, words!["exporting"])
                    || matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                        if measured.indicator == Indicator::Exports)
            });
        // `barley earned the country V`
        let gives = (at.saturating_sub(3)..at)
            .find(|at| self.is_word(*at, words!["earned", "earns", "earn", "earning"]));
        let earned = gives.is_some_and(|verb| {
            let first = self.skip(verb + 1, |what| matches!(what, What::Class(Class::Plain)));
            let country = match self.what(first) {
                Some(What::Region(place)) => {
                    self.places.mentions[*place].region.level == article::Level::Country
                }
                Some(What::Class(Class::Peri(_))) => true,
                _ => false,
            };
            country && first < at && (self.clause_start.min(verb)..verb).any(|at| self.is_goods(at))
        });
        // `Whisky sales overseas earned Britain V`, `Coal, Australia's biggest export earner, brought in V`
        let sold = (0..at).rev().take(14).any(|back| {
            self.is_word(back, words!["overseas", "abroad", "export", "exports", "exporter", "shipments"])
        });
        let abroad = self.is_prep(at + 1, Prep::From) && self.is_word(at + 2, words!["abroad", "overseas"]);
        let by_exports = by_exports || abroad || earned || sold && self.topic.is_none();
        if !(exchange || by_exports) {
            return None;
        }
        let whose = (verb + 1..at).find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some(self.code(*place, false)),
            _ => None,
        });
        let whose = whose.or_else(|| self.subject(verb).map(|(_, code)| code).filter(|_| by_exports));
        let stated = whose.is_some();
        let reporter = whose.or_else(|| self.seller())?;
        let goods = self.goods_between(self.clause_start.min(verb), verb);
        // what tourists and workers bring is no export of goods
        if goods.as_deref().is_some_and(|goods| goods.contains("tourism") || goods.contains("remittance")) {
            return None;
        }
        let topic = Topic {
            reporter: Some(reporter),
            reporter_stated: stated,
            commodity: goods,
            ..Topic::of(Indicator::Exports)
        };
        self.speak_of(at, verb, &topic, Said::Level(None));
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/earned")
    }

    /// Who sells where the sentence does not say it.
    fn seller(&self) -> Option<Name> {
        self.carry.story_reporter.clone().or_else(|| self.carried_reporter(Indicator::Exports))
    }

    fn part(
        &mut self,
        at: usize,
        quantity: &Quantity,
        verb: usize,
        reporter: Name,
        partner: Option<Name>,
    ) -> Option<Draft> {
        let topic = Topic {
            reporter: Some(reporter),
            partner_stated: partner.is_some(),
            partner,
            ..Topic::of(Indicator::Exports)
        };
        self.speak_of(at, verb, &topic, Said::Share);
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/sent")?;
        self.of_no_year(verb, &mut draft);
        Some(draft)
    }

    /// The clause goes on with what its verb says of a number.
    pub(super) fn speak_of(&mut self, at: usize, verb: usize, topic: &Topic, said: Said) {
        self.go_on_with(topic.clone(), verb.min(at), verb.max(at));
        (self.said, self.said_at) = (said, verb);
    }
}
