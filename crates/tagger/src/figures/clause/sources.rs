//! Parts of what a place uses that come from another: `Egypt buys P of its wheat from Russia`, `imports half of its gas`, `P of the
//! island's rice comes from Thailand`, `relies on Qatar for P of its LNG`. And of what was just counted: `of which P went to China`.
//!
//! Not: what is no goods (people, money, votes), and what comes from inside the country.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::parts::{BE, OUT};
use super::traded::STATES;
use super::{Clauses, Said};
use article::{FigureKind, Indicator};

/// Who stands before it uses what comes in.
const GETS: &Words = words![
    "buys",
    "buy",
    "bought",
    "buying",
    "gets",
    "get",
    "got",
    "getting",
    "sources",
    "source",
    "sourced",
    "sourcing",
    "obtains",
    "obtain",
    "obtained",
    "draws",
    "draw",
    "drew",
    "receives",
    "receive",
    "received",
    "takes",
    "took",
    "purchases",
    "purchased",
];
/// … and needs no place that it comes from.
const IMPORTS: &Words =
    words!["imports", "import", "imported", "importing", "brings in", "bring in", "brought in"];
const BRINGS: &Words = words!["brings", "bring", "brought"];
const COMES: &Words = words!["comes", "come", "came", "coming"];
const SUPPLIED: &Words = words!["imported", "bought", "supplied", "sourced", "purchased", "shipped"];
const SUPPLIES: &Words =
    words!["supplies", "supply", "supplied", "supplying", "provides", "provide", "provided", "providing"];
const RELIES: &Words = words![
    "relies",
    "rely",
    "relied",
    "relying",
    "depends",
    "depend",
    "depended",
    "depending",
    "dependent",
    "reliant",
];
/// Pieces from a verb to the part that it governs.
const NEAR: usize = 3;
/// … and from `relies` to its part: `relied on Russia, its neighbour, for P`.
const FAR: usize = 9;

impl Clauses<'_, '_> {
    /// What comes in, as a part of what is used.
    pub(super) fn brought_in(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let (end, owner) = self.part_of(at, quantity)?;
        let (reporter, partner, verb) = self
            .bought_from(at, end)
            .or_else(|| self.comes_from(at, end, owner.as_ref()))
            .or_else(|| self.supplied_by(at, owner.as_ref()))
            .or_else(|| self.relied_on(at))?;
        let inside = |code: &Name| code.len() > 2 && code.get(..3) == Some(&*format!("{reporter}-"));
        if partner.as_ref().is_some_and(|code| *code == reporter || inside(code)) {
            return None;
        }
        let topic = Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            partner_stated: partner.is_some(),
            partner,
            commodity: self.goods_between(at + 3, end),
            ..Topic::of(Indicator::Imports)
        };
        self.speak_of(at, verb, &topic, Said::Share);
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/brought")?;
        self.of_no_year(verb, &mut draft);
        Some(draft)
    }

    /// `buys P of its wheat from Russia`, `imports half of its gas`, `brings in P of the petrol it burns`.
    fn bought_from(&self, at: usize, end: usize) -> Option<(Name, Option<Name>, usize)> {
        let verb = (at.saturating_sub(NEAR)..at).rev().find(|verb| {
            let split = self.is_prep(*verb + 1, Prep::In) && self.is_word(*verb, BRINGS);
            (self.is_word(*verb, GETS) || self.is_word(*verb, IMPORTS) || split)
                && self.only_small(*verb + 1 + usize::from(split), at)
        })?;
        let its = self.is_word(at + 2, words!["its", "their", "the", "all"])
            || matches!(self.what(at + 3), Some(What::Possessive));
        let from = if self.is_prep(end, Prep::From) { self.foreign_place(end + 1) } else { None };
        // `took P of all flowers sold abroad`
        let abroad = self.is_word(end, OUT)
            && !self.is_word(end.wrapping_sub(1), words!["sold", "shipped", "sent", "exported", "bought"]);
        let imported = self.is_word(verb, IMPORTS) || self.is_word(verb, BRINGS) || from.is_none() && abroad;
        if !its || from.is_none() && !imported {
            return None;
        }
        Some((self.user(verb)?, from, verb))
    }

    /// `P of the island's rice comes from Thailand`, `P of the wheat is imported`.
    fn comes_from(&self, at: usize, end: usize, owner: Option<&Name>) -> Option<(Name, Option<Name>, usize)> {
        let be = usize::from(self.is_word(end, BE));
        let verb = end + be;
        let comes = be == 0 && self.is_word(verb, COMES);
        let supplied = be == 1 && self.is_word(verb, SUPPLIED);
        if !comes && !supplied {
            return None;
        }
        let from = (self.is_prep(verb + 1, Prep::From) || supplied && self.is_prep(verb + 1, Prep::By))
            .then(|| self.foreign_place(verb + 2))
            .flatten();
        let imported = self.is_word(verb, IMPORTS) || comes && self.is_word(verb + 2, OUT);
        if from.is_none() && !imported {
            return None;
        }
        let goods = (at + 2..end).any(|at| self.is_goods(at));
        let reporter =
            owner.cloned().or_else(|| self.carried_reporter(Indicator::Imports).filter(|_| goods))?;
        Some((reporter, from, verb))
    }

    /// `Russia supplied P of the country's gas`: whose it is must be said.
    fn supplied_by(&self, at: usize, owner: Option<&Name>) -> Option<(Name, Option<Name>, usize)> {
        let verb = (at.saturating_sub(NEAR)..at)
            .rev()
            .find(|verb| self.is_word(*verb, SUPPLIES) && self.only_small(*verb + 1, at))?;
        let (place, seller) = self.subject(verb)?;
        let named = matches!(self.what(place), Some(What::Region(_)));
        // `P of the polyimide that Korea brings in`
        let user = (at + 3..at + FAR)
            .find(|at| self.is_word(*at, words!["that", "which"]))
            .and_then(|that| self.named_at(that + 1));
        let owner = user
            .or_else(|| owner.cloned())
            .filter(|owner| named && *owner != seller && owner.get(..2) != seller.get(..2))?;
        Some((owner, Some(seller), verb))
    }

    /// `relies on Qatar for P of its LNG`.
    fn relied_on(&self, at: usize) -> Option<(Name, Option<Name>, usize)> {
        let before =
            (at.saturating_sub(NEAR)..at).rev().find(|before| self.is_word(*before, words!["for"]))?;
        let verb = (before.saturating_sub(FAR)..before)
            .rev()
            .find(|verb| self.is_word(*verb, RELIES) && self.is_prep(*verb + 1, Prep::On))?;
        let from = self.foreign_place(verb + 2)?;
        Some((self.user(verb)?, Some(from), verb))
    }

    /// A country, a group of them or a part of one: what comes from a sea or a river was not sold.
    fn foreign_place(&self, at: usize) -> Option<Name> {
        let first = self.skip(at, |what| matches!(what, What::Class(Class::Plain)));
        if let Some(What::Region(place)) = self.what(first)
            && self.places.mentions[*place].region.level == article::Level::Other
        {
            return None;
        }
        let there = || self.that_place(at, Indicator::Imports);
        self.region_list(at, true).or_else(there).map(|(codes, _)| codes)
    }

    /// Who uses it: a place, or what stands for one.
    fn user(&self, verb: usize) -> Option<Name> {
        self.buyer(verb).or_else(|| {
            // a firm of the country that the story is about
            let near = self.drafts.last().is_some_and(|last| last.sentence + 4 > self.sentence);
            let stands = |at: usize| self.is_word(at, STATES);
            let stands_for_it = (verb.saturating_sub(NEAR)..verb).any(stands);
            self.carried_reporter(Indicator::Imports).filter(|_| near || stands_for_it)
        })
    }

    fn only_small(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| matches!(self.what(at), Some(What::Class(Class::Plain | Class::Bound(_)))))
    }

    /// `V, of which P went to China`, `P of that was sold to Japan`: a part of the amount before it.
    pub(super) fn part_went(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 {
            return None;
        }
        let which =
            |before| self.is_word(before, words!["of which", "of that", "of those", "of this", "of it"]);
        let verb = if self.left_of(at).is_some_and(which) {
            at + 1
        } else if self.left_of(at).is_some_and(|with| self.is_prep(with, Prep::With))
            && self.is_word(at + 1, words!["going", "bound"])
            && (at + 2..at + 4).any(|at| self.is_prep(at, Prep::To) || self.is_word(at, words!["for"]))
        {
            // `exported V, with a third going to Japan`
            at + 1
        } else if which(at + 1) || self.is_word(at + 1, words!["of them"]) {
            at + 2
        } else if self.is_prep(at + 1, Prep::Of) && self.is_word(at + 2, words!["that", "those", "this"]) {
            at + 3
        } else {
            return None;
        };
        let be = usize::from(self.is_word(verb, BE));
        // `of which about P was transhipment`
        let which_is = verb == at + 1
            && be == 1
            && self.left_of(at).is_some_and(|before| self.is_word(before, words!["of which"]))
            && matches!(self.what(verb + 1), Some(What::Word | What::Region(_)));
        let goes = which_is
            || self.is_word(verb, words!["went", "goes", "go", "going", "bound", "headed", "ended up"])
            || be == 1
                && self.is_word(verb + 1, words!["sold", "sent", "shipped", "exported", "bound", "destined"])
            || self.is_word(verb, COMES)
            || be == 1 && self.is_word(verb + 1, SUPPLIED);
        let kin = self.drafts.iter().rev().find(|draft| {
            draft.kind == FigureKind::Level && !draft.is_base && super::shares::shared(draft.topic.indicator)
        })?;
        // `of which` is of the number before it, `of that` may be of the sentence before
        let which = verb == at + 1;
        let here = kin.sentence == self.sentence;
        if !goes || kin.sentence + 2 < self.sentence || which && (!here || self.follows_another(at)) {
            return None;
        }
        let (mut topic, period) = (kin.topic.clone(), kin.period);
        topic.reporter_stated = here;
        self.where_it_goes(at, &mut topic);
        self.speak_of(at, verb, &topic, Said::Share);
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/went")?;
        if !draft.period_stated {
            draft.period = period.or(draft.period);
        }
        Some(draft)
    }

    /// `was the world's fourth largest exporter of poultry, with V in 2003`: what who is called one sells or buys.
    pub(super) fn as_exporter(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let with = self.left_of(at).filter(|before| self.is_prep(*before, Prep::With))?;
        let (unit, _) = self.unit(quantity).filter(|_| quantity.measure != Measure::Bare)?;
        // `exporter, with reserves of V`, `with V in debt`
        let other = matches!(self.what(at + 1), Some(What::Word | What::Class(Class::Other)))
            || self.is_prep(at + 1, Prep::In) && !matches!(self.what(at + 2), Some(What::Time(_)))
            || self.is_prep(at + 1, Prep::Of);
        let noun = (with.saturating_sub(FAR)..with)
            .rev()
            .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';'))))
            .find(|at| self.is_word(*at, words!["exporter", "importer"]))?;
        // what is sold by weight is named, money may be of all goods
        let of = self.is_prep(noun + 1, Prep::Of);
        let adjacent = (noun + 1..with).all(|at| {
            matches!(
                self.what(at),
                Some(
                    What::Word
                        | What::Sign('-' | ',')
                        | What::Class(Class::Plain | Class::Prep(_))
                        | What::Region(_)
                )
            )
        });
        if other || !adjacent || !of && !super::is_money(unit) {
            return None;
        }
        let (place, reporter) = self.subject(noun)?;
        if !matches!(self.what(place), Some(What::Region(_))) {
            return None;
        }
        let out = self.is_word(noun, words!["exporter"]);
        let topic = Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            commodity: of.then(|| self.goods(noun + 2).0).flatten(),
            ..Topic::of(if out { Indicator::Exports } else { Indicator::Imports })
        };
        self.speak_of(at, noun, &topic, Said::Level(None));
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/exporter")
    }

    /// `Libya is Malta's second biggest oil supplier, with V. Iraq is the main supplier with V2. Egypt comes third, with V3`, `Japan is
    /// Australia's biggest customer, with V`: what who is called one sells or buys there.
    pub(super) fn as_supplier(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const SUPPLIERS: &Words = words!["supplier", "suppliers"];
        const NOUNS: &Words =
            words!["supplier", "suppliers", "customer", "customers", "buyer", "market", "client", "outlet"];
        const RANKS: &Words = words![
            "biggest",
            "largest",
            "main",
            "top",
            "leading",
            "major",
            "principal",
            "second",
            "third",
            "fourth",
            "fifth",
            "next",
            "important",
            "single",
            "foreign",
        ];
        const COMES: &Words = words!["comes", "came", "ranks", "ranked", "was", "is"];
        if quantity.measure == Measure::Bare || quantity.measure.is_relative() {
            return None;
        }
        // `with an average 15,000 bpd`
        let average = usize::from(self.is_word(at.wrapping_sub(1), words!["average"]));
        let with = self.look_left(at - average).filter(|before| self.is_prep(*before, Prep::With))?;
        let comma =
            with.wrapping_sub(usize::from(matches!(self.what(with.wrapping_sub(1)), Some(What::Sign(',')))));
        let last = comma.checked_sub(1)?;
        let kin = self
            .drafts
            .last()
            .filter(|kin| kin.rule == "level/exporter" && kin.sentence + 1 >= self.sentence);
        let (place, whose) = self.subject(last)?;
        if !matches!(self.what(place), Some(What::Region(_)))
            || matches!(self.what(place + 1), Some(What::Possessive))
        {
            return None;
        }
        let topic = if self.is_word(last, NOUNS) {
            let small = |at: &usize| {
                matches!(
                    self.what(*at),
                    Some(What::Word | What::Number | What::Sign('-') | What::Class(Class::Plain))
                )
            };
            let first = (last.saturating_sub(FAR)..last).rev().take_while(small).last().unwrap_or(last);
            let ranked = (first..last).rev().find(|at| self.is_word(*at, RANKS))?;
            let owner = match self.what(first.wrapping_sub(2)) {
                Some(What::Region(owner))
                    if matches!(self.what(first.wrapping_sub(1)), Some(What::Possessive)) =>
                {
                    Some(self.code(*owner, true))
                }
                _ => None,
            };
            let indicator =
                if self.is_word(last, SUPPLIERS) { Indicator::Imports } else { Indicator::Exports };
            let goods = self.goods_between(ranked + 1, last);
            match (owner, kin) {
                (Some(owner), _) => Topic {
                    reporter: Some(owner),
                    reporter_stated: true,
                    commodity: goods,
                    ..Topic::of(indicator)
                },
                (None, Some(kin)) if kin.topic.indicator == indicator => {
                    Topic { commodity: goods.or_else(|| kin.topic.commodity.clone()), ..kin.topic.clone() }
                }
                _ => return None,
            }
        } else {
            // `comes third, with V`
            let comes = self.is_word(last, RANKS) && self.is_word(last.wrapping_sub(1), COMES);
            kin.filter(|_| comes)?.topic.clone()
        };
        if topic.reporter.as_ref() == Some(&whose) {
            return None;
        }
        let topic = Topic { partner: Some(whose), partner_stated: true, ..topic };
        self.speak_of(at, last, &topic, Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/exporter")?;
        if (place..last).any(|at| self.is_word(at, words!["is", "are", "comes", "ranks"])) {
            draft.undate();
        }
        Some(draft)
    }

    /// Whether the number before it in the sentence is of something else.
    pub(super) fn follows_another(&self, at: usize) -> bool {
        (0..at)
            .rev()
            .find_map(|back| match self.what(back) {
                Some(What::Quantity(index)) => Some(self.became[*index].is_none()),
                _ => None,
            })
            .unwrap_or(false)
    }

    /// `sends P of it to Asia`: what goes on is of no year, where the sentence names none.
    pub(super) fn of_no_year(&self, verb: usize, draft: &mut Draft) {
        const NOW: &Words = words![
            "go",
            "goes",
            "come",
            "comes",
            "send",
            "sends",
            "sell",
            "sells",
            "buy",
            "buys",
            "get",
            "gets",
            "import",
            "imports",
            "take",
            "takes",
            "supply",
            "supplies",
            "provide",
            "provides",
            "rely",
            "relies",
            "depend",
            "depends",
            "source",
            "sources",
            "bring",
            "brings",
            "bring in",
            "brings in",
            "is",
            "are",
        ];
        if self.is_word(verb, NOW) {
            draft.undate();
        }
    }
}
