//! Shares: `X accounted for P of exports`, `P of the total`.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep, Strength};
use super::super::period::shift;
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::{Clauses, Said};
use article::{FigureKind, Indicator, Status};

/// What a country makes.
const OUTPUT: &Words =
    words!["gdp", "gnp", "gross domestic product", "gross national product", "national income"];

/// How the one measures up to the other.
const COVERS: &Words = words!["covered", "cover", "covers", "covering"];
/// `Exports met P of imports`; not: `Kuwait met P of crude imports`.
const MEETS: &Words = words!["met", "meet", "meets"];

/// Behind a place, before its share in a list: who takes it there, or that it does.
const TAKERS: &Words = words![
    "buyers",
    "importers",
    "traders",
    "mills",
    "refiners",
    "smelters",
    "crushers",
    "supplied",
    "took",
    "bought",
    "absorbed",
    "provided",
];

/// Of which a part is no part of trade.
const REVENUES: &Words = words!["revenue", "revenues", "income", "profits", "assets"];

impl Clauses<'_, '_> {
    /// `Exports covered P of imports`, `exports met P of imports`: one by the other, and no part of it.
    pub(super) fn covers(&self, verb: usize) -> bool {
        let exports = |at: usize| matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _))) if measured.indicator == Indicator::Exports);
        self.is_word(verb, COVERS) || self.is_word(verb, MEETS) && verb.checked_sub(1).is_some_and(exports)
    }

    pub(super) fn share(&mut self, at: usize, quantity: &Quantity, of: OfWhat) -> Option<Draft> {
        if self.left_of(at).is_some_and(|verb| self.covers(verb)) || self.is_what_is_paid(at) {
            return None;
        }
        let topic = match of {
            OfWhat::Indicator(noun) => {
                let Some(What::Class(Class::Indicator(measured, _))) = self.what(noun) else { return None };
                let measured = *measured;
                let kept = (self.said, self.said_at, std::mem::take(&mut self.subjects), self.listed);
                let before = self.topic.clone();
                self.begin(noun, measured);
                if let (Some(topic), Some(before)) =
                    (self.topic.as_mut(), before.as_ref().or(self.carry.topic.as_ref()))
                    && before.indicator == topic.indicator
                    && topic.commodity.is_none()
                    && kept.2.is_empty()
                    && self.blocked
                {
                    topic.commodity.clone_from(&before.commodity);
                }
                // `exports to the U.S. came to V, accounting for P of total exports`
                if let (Some(topic), Some(before)) = (self.topic.as_mut(), before.as_ref())
                    && kept.0 == Said::Share
                    && kept.2.is_empty()
                    && before.indicator == topic.indicator
                    && before.partner_stated
                    && !topic.partner_stated
                {
                    topic.partner.clone_from(&before.partner);
                    topic.partner_stated = true;
                    topic.commodity = topic.commodity.take().or_else(|| before.commodity.clone());
                }
                let mut topic = self.topic.clone()?;
                (self.said, self.said_at, self.subjects, self.listed) = kept;
                // `ASEAN was the destination of P of exports`: of the exports of whom the story is about
                if let Some(home) = self.places.home.clone()
                    && let Some((subject, code)) = self.subject(at)
                    && subject < at
                    && topic.reporter.as_ref() == Some(&code)
                    && !code.starts_with(&*home)
                    && !topic.partner_stated
                    && !matches!(self.what(subject + 1), Some(What::Possessive))
                    && self.left(noun).reporter.is_none()
                    // `Nigeria gets P of its export earnings from oil`
                    && ((at.saturating_sub(3)..at).any(|at| self.takes_or_gives(at))
                        || !(at + 2..noun).any(|at| self.is_word(at, words!["its", "their"])))
                {
                    (topic.reporter, topic.reporter_stated) = (Some(home), false);
                    (topic.partner, topic.partner_stated) = (Some(code), true);
                }
                // `ASEAN was China's largest trading partner, accounting for P of its total trade`: of whose partner it is
                if let Some((subject, code)) = self.subject(at)
                    && topic.reporter.as_ref() == Some(&code)
                    && !topic.partner_stated
                    && let Some(owner) = self.owner_of_rank(subject, at).filter(|owner| *owner != code)
                {
                    (topic.reporter, topic.reporter_stated) = (Some(owner), true);
                    (topic.partner, topic.partner_stated) = (Some(code), true);
                }
                topic
            }
            // `and up to P of total revenues`
            OfWhat::Total if self.any_word(at + 2..at + 5, REVENUES) => {
                return None;
            }
            OfWhat::Total => self.spoken_of()?,
        };
        if matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            return None;
        }
        let mut topic = topic;
        self.place_subject(&mut topic);
        self.who_takes(at, &mut topic);
        self.without_its_verb(at, &mut topic);
        self.topic = Some(topic.clone());
        // what goes on in the sentence is of all of it again
        self.where_it_goes(at, &mut topic);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/of")
    }

    /// Whose partner the subject is said to be: `China's largest trading partner`, `its biggest customer`.
    fn owner_of_rank(&self, subject: usize, before: usize) -> Option<Name> {
        const RANKED: &Words = words![
            "trading partner",
            "trade partner",
            "partner",
            "market",
            "destination",
            "customer",
            "buyer",
            "supplier",
            "source",
        ];
        if !self.may_say(RANKED) {
            return None;
        }
        let noun = self.first_word(subject + 1..before, RANKED)?;
        let owner = (subject + 1..noun).find_map(|at| match self.what(at) {
            Some(What::Region(place)) if matches!(self.what(at + 1), Some(What::Possessive)) => {
                Some(self.code(*place, false))
            }
            _ => None,
        });
        let before = || self.carry.topic.as_ref().and_then(|topic| topic.reporter.clone());
        owner.or_else(before).or_else(|| self.places.home.clone())
    }

    /// `P of it to China`, `P of those went to Belgium`, `P of exports are bound for the US`, `P of the total coming from Kenya`.
    pub(super) fn where_it_goes(&self, at: usize, topic: &mut Topic) {
        /// Pieces from the share to the place's preposition.
        const REACH: usize = 12;
        if topic.partner_stated && topic.partner.as_deref().is_some_and(|partner| partner != "WORLD") {
            return;
        }
        let out = match topic.indicator {
            Indicator::Exports | Indicator::ReExports | Indicator::FdiOutward => true,
            Indicator::Imports | Indicator::FdiInward => false,
            _ => return,
        };
        let joint = (at + 2..at + REACH)
            .take_while(|at| {
                !matches!(
                    self.what(*at),
                    Some(What::Quantity(_) | What::Sign(_) | What::Class(Class::Break)) | None
                )
            })
            .find(|at| {
                let to = self.is_prep(*at, Prep::To) || self.is_word(*at, words!["into", "for"]);
                let from = self.is_prep(*at, Prep::From);
                // `a third of its exports come from Shanghai` is another matter
                let came = self.is_word(at.wrapping_sub(1), words!["coming", "came"]);
                if out { to || from && came } else { from }
            });
        let Some(joint) = joint else { return };
        if self.is_word(joint, words!["for"])
            && !self.is_word(
                joint.wrapping_sub(1),
                words!["bound", "destined", "headed", "left", "earmarked", "intended"],
            )
        {
            return;
        }
        let there = || match self.what(joint + 1) {
            Some(What::Class(Class::Peri(peri))) => Some((self.peri(joint + 1, *peri)?, joint + 2)),
            _ => self.that_place(joint + 1, topic.indicator),
        };
        let Some((partner, _)) = self.region_list(joint + 1, true).or_else(there) else { return };
        let own = topic
            .reporter
            .as_deref()
            .is_some_and(|code| partner.contains(code) || code.starts_with(&*partner));
        if !own {
            (topic.partner, topic.partner_stated) = (Some(partner), true);
        }
    }

    /// `Vietnam supplied P and Pakistan P2 of it`: the second verb is left out, its subject is not.
    fn without_its_verb(&self, at: usize, topic: &mut Topic) {
        let (Some(subject), Some(joint)) = (at.checked_sub(1), at.checked_sub(2)) else { return };
        let Some(What::Region(place)) = self.what(subject) else { return };
        let joined = self.is_prep(joint, Prep::And) || matches!(self.what(joint), Some(What::Sign(',')));
        let another =
            (joint.saturating_sub(4)..joint).any(|at| matches!(self.what(at), Some(What::Quantity(_))));
        let code = self.code(*place, true);
        if joined && another && topic.reporter.as_ref() != Some(&code) {
            (topic.partner, topic.partner_stated) = (Some(code), true);
        }
    }

    /// `Yugoslavia took P of its exports`, `Germany, which absorbs P of the country's exports`: nobody buys of his own, so that
    /// "its" is whose trade the sentences before are about.
    fn of_another_s(&self, verb: usize, topic: &mut Topic) {
        let buys = self.is_word(
            verb,
            words!["took", "takes", "absorbed", "absorbs", "bought", "buys", "purchased", "taking", "buying"],
        );
        if topic.indicator != Indicator::Exports || !buys {
            return;
        }
        let Some((place, taker)) = self.subject(verb) else { return };
        let named = matches!(self.what(place), Some(What::Region(_)))
            && !matches!(self.what(place + 1), Some(What::Possessive));
        if !named || topic.reporter.as_ref() != Some(&taker) {
            return;
        }
        let other = |code: &Name| *code != taker;
        // `French exporters earn it in Germany, which absorbs P of the country's exports`
        let here = (0..place).rev().find_map(|at| match self.what(at) {
            Some(What::Region(found)) => Some(self.code(*found, false)).filter(other),
            _ => None,
        });
        let before = self.carry.topic.as_ref().and_then(|topic| topic.reporter.clone());
        let owner = here
            .filter(|code| code.len() == 2 || code.contains('-'))
            .or(before.filter(other))
            .or_else(|| self.carry.story_reporter.clone().filter(other))
            .or_else(|| {
                self.subject_before(0, |level| {
                    matches!(level, article::Level::Country | article::Level::Admin1)
                })
                .filter(other)
            })
            .or_else(|| self.places.home.clone().filter(other));
        if let Some(owner) = owner {
            (topic.reporter, topic.reporter_stated) = (Some(owner), false);
            (topic.partner, topic.partner_stated) = (Some(taker), true);
        }
    }

    /// `China, its top customer, which takes P of its exports`: who stands before `which`.
    fn who_takes(&self, at: usize, topic: &mut Topic) {
        let Some(verb) = (at.saturating_sub(4)..at).rev().find(|at| self.takes_or_gives(*at)) else { return };
        self.of_another_s(verb, topic);
        if topic.partner_stated {
            return;
        }
        let Some(which) =
            (verb.saturating_sub(4)..verb).rev().find(|at| self.is_word(*at, words!["which", "who"]))
        else {
            // `It absorbed P of Czech exports`
            if topic.indicator == Indicator::Exports
                && self.is_word(verb, words!["took", "takes", "absorbed", "absorbs", "bought", "buys"])
                && let Some(code) = self.spoken_subject(0, verb)
                && topic.reporter.as_ref() != Some(&code)
            {
                (topic.partner, topic.partner_stated) = (Some(code), true);
            }
            return;
        };
        let Some(place) = (which.saturating_sub(9)..which)
            .find(|at| matches!(self.what(*at), Some(What::Region(_))))
            .and_then(|at| self.region_list(at, true))
        else {
            return;
        };
        let own =
            topic.reporter.as_deref().is_some_and(|code| place.0.contains(code) || code.contains(&*place.0));
        if !own {
            (topic.partner, topic.partner_stated) = (Some(place.0), true);
        }
    }

    pub(super) fn share_of_topic(
        &mut self,
        at: usize,
        quantity: &Quantity,
        mut topic: Topic,
    ) -> Option<Draft> {
        self.place_subject(&mut topic);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/verb")
    }

    /// `with Saudi Arabia taking KD 5.1 million`: a level with that partner.
    pub(super) fn share_amount(&mut self, at: usize, quantity: &Quantity, mut topic: Topic) -> Option<Draft> {
        let code = self.subjects.first()?.clone();
        if topic.reporter.as_ref() == Some(&code) {
            return None;
        }
        topic.partner = Some(code);
        topic.partner_stated = true;
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
    }

    /// `bringing its share to P from P`, `The EU's share of exports stood at P`: where the clause before spoke of exports.
    pub(super) fn share_noun(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent {
            return None;
        }
        let before = self.left_of(at)?;
        if !matches!(
            self.what(before)?,
            What::Class(Class::Prep(Prep::To | Prep::From | Prep::At) | Class::Level(_))
        ) {
            return None;
        }
        let noun = (at.saturating_sub(12)..before).rev().find(|back| {
            let text = self.text(*back);
            text.ends_with("share") || text.ends_with("share of") || text == "proportion"
        })?;
        if (noun..at).any(|at| {
            matches!(self.what(at), Some(What::Class(Class::Other | Class::Break) | What::Sign(';')))
        }) {
            return None;
        }
        let mut topic = self.spoken_of().filter(|topic| {
            matches!(
                topic.indicator,
                Indicator::Exports | Indicator::Imports | Indicator::Trade | Indicator::Freight
            )
        })?;
        let from = self.is_prep(before, Prep::From);
        if matches!(self.what(noun.wrapping_sub(1)), Some(What::Possessive))
            && let Some(What::Region(place)) = self.what(noun.wrapping_sub(2))
        {
            let code = self.code(*place, true);
            self.share_is_of(&mut topic, code);
        } else if self.text(noun).ends_with("of") || self.is_prep(noun + 1, Prep::Of) {
            // `the share of the EAEU slid to P`
            let of = noun + 1 + usize::from(self.is_prep(noun + 1, Prep::Of));
            if let Some((codes, _)) = self.region_list(of, true).filter(|(_, next)| *next <= before) {
                self.share_is_of(&mut topic, codes);
            }
        }
        self.topic = Some(topic.clone());
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/noun")?;
        if from {
            self.make_base(at, &mut draft);
        }
        Some(draft)
    }

    /// `from P`: what a share was, a year before where nothing else is said.
    fn make_base(&self, at: usize, draft: &mut Draft) {
        draft.is_base = true;
        let (main, _) = self.main_period(at, draft.topic.reporter.as_deref());
        draft.period = match self.time_after(at) {
            Some(time) => self.counted(time, main, None),
            _ => main.and_then(|main| shift(main, -12)),
        };
    }

    /// A country's share of what home sells is that partner's.
    fn share_is_of(&self, topic: &mut Topic, code: Name) {
        if topic.reporter.as_ref() != Some(&code) {
            (topic.partner, topic.partner_stated) = (Some(code), true);
        } else if let Some(home) = self.places.home.clone().filter(|home| *home != code) {
            // `Germany's share in total exports` in a story about Poland
            (topic.partner, topic.partner_stated) = (Some(code), true);
            (topic.reporter, topic.reporter_stated) = (Some(home), false);
        }
    }

    /// `Penang accounted for 31.2 per cent, ahead of Johor (18.7 per cent)`.
    pub(super) fn share_in_brackets(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let (What::Sign('('), What::Region(place)) =
            (self.what(at.checked_sub(1)?)?, self.what(at.checked_sub(2)?)?)
        else {
            return None;
        };
        if quantity.sign != 0 || quantity.measure != Measure::Percent {
            return None;
        }
        let kin = self.drafts[self.first_draft..].last().filter(|draft| draft.kind == FigureKind::Share)?;
        let mut topic = kin.topic.clone();
        let inside = topic.reporter.as_ref().is_some_and(|code| code.len() > 2);
        let code = self.code(*place, !inside);
        if inside {
            topic.reporter = Some(code);
        } else {
            topic.partner = Some(code);
        }
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/list")
    }

    /// `P of everything that Costa Rica sells abroad`: of whose trade, whatever was spoken of before.
    fn all_that_moves(&self, at: usize) -> Option<Topic> {
        let all = self.first_word(at + 2..at + 4, words!["everything", "all", "what", "goods"])?;
        let place = (all + 1..all + 4).find(|at| {
            matches!(self.what(*at), Some(What::Region(_) | What::Class(Class::Peri(_))))
                || self.is_word(*at, words!["it", "they"])
        })?;
        let whose = match self.what(place).filter(|_| self.is_prep(at + 1, Prep::Of))? {
            What::Region(_) | What::Class(Class::Peri(_)) => self.named_at(place)?,
            _ => self.carried_reporter(Indicator::Exports)?,
        };
        let out = self.is_word(place + 1, words!["sells", "sold", "exports", "exported", "ships", "shipped"]);
        let abroad = (place + 2..place + 4).any(|at| self.is_word(at, words!["abroad", "overseas"]));
        let exports = self.is_word(place + 1, words!["exports", "exported"]) || out && abroad;
        let imports = self.is_word(place + 1, words!["imports", "imported"]);
        let indicator = match (exports, imports) {
            (true, _) => Indicator::Exports,
            (_, true) => Indicator::Imports,
            _ => return None,
        };
        let mut topic = Topic { reporter: Some(whose), reporter_stated: true, ..Topic::of(indicator) };
        self.who_takes(at, &mut topic);
        Some(topic)
    }

    /// `took a third of everything Australia sold abroad`, `absorbed P of the investment`, `16% of revenue`: of what the
    /// sentences before speak of.
    pub(super) fn share_of_goods(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 {
            return None;
        }
        let which = self.is_word(at.wrapping_sub(1), words!["of which", "which"])
            || self.left_of(at).is_some_and(|before| self.is_word(before, words!["of which"]));
        // `of which P were exported`
        let exported = (at + 1..at + 5).find_map(|at| match self.what(at) {
            Some(What::Class(Class::Indicator(measured, Strength::Verb))) => Some(measured.indicator),
            _ => None,
        });
        if let Some(indicator) = exported.filter(|_| which) {
            let topic = Topic { reporter: self.carried_reporter(indicator), ..Topic::of(indicator) };
            return self.draft(at, quantity, FigureKind::Share, topic, None, "share/of");
        }
        let near = self.drafts.last().filter(|last| last.sentence + 4 > self.sentence);
        let near = near.map(|last| last.topic.clone());
        let flow = near.map(|near| self.spoken_of().filter(|topic| shared(topic.indicator)).unwrap_or(near));
        let Some(flow) = flow.filter(|flow| shared(flow.indicator)) else {
            let topic = self.all_that_moves(at)?;
            return self.draft(at, quantity, FigureKind::Share, topic, None, "share/of-goods");
        };
        let of = at + 1;
        let mut topic = flow;
        if !self.is_prep(of, Prep::Of) {
            return None;
        }
        let mut moved = false;
        let mut goods = None;
        let mut origin = None;
        let mut toward = None;
        let mut step = of + 1;
        while step < of + 9 {
            match self.what(step) {
                Some(What::Word) => {
                    moved |= self.is_word(
                        step,
                        words![
                            "goods",
                            "orders",
                            "everything",
                            "volume",
                            "volumes",
                            "investment",
                            "sent",
                            "investments",
                            "abroad",
                            "overseas",
                            "trade",
                            "products",
                            "flowers",
                            "cargo",
                            "boxes",
                            "containers",
                            "them",
                            "what",
                        ],
                    );
                    goods = Some(super::parties::extend(goods, self.pieces.list[step].tokens.clone()));
                }
                Some(What::Region(place)) if goods.is_none() => origin = Some(*place),
                Some(What::Region(_) | What::Possessive | What::Sign('-')) => {}
                Some(What::Class(Class::Prep(Prep::And))) if goods.is_some() => {}
                Some(What::Class(Class::Invest | Class::Deal | Class::Anaphor)) => moved = true,
                Some(What::Class(Class::Indicator(
                    _,
                    Strength::Shipped | Strength::Verb | Strength::Weak,
                ))) => {
                    moved = true;
                }
                Some(What::Class(Class::Plain)) => {
                    moved |= self.is_word(
                        step,
                        words!["goods", "all", "merchandise", "total", "the total", "value", "volume"],
                    );
                }
                Some(What::Class(Class::Other)) if self.is_word(step, words!["orders"]) => moved = true,
                Some(What::Class(Class::Prep(Prep::To))) => {
                    toward = self.region_list(step + 1, true).map(|(codes, _)| codes);
                    break;
                }
                Some(What::Class(Class::Other | Class::Tariff | Class::Quota)) => return None,
                _ => break,
            }
            step += 1;
        }
        // `P of what we sell`
        if (of + 1..of + 6)
            .any(|at| self.is_word(at, words!["sell", "sells", "sold", "export", "exports", "exported"]))
        {
            topic.indicator = Indicator::Exports;
        } else if (of + 1..of + 6)
            .any(|at| self.is_word(at, words!["buy", "buys", "bought", "import", "imported"]))
        {
            topic.indicator = Indicator::Imports;
        }
        // who took it, or whose destination it is
        let verb = (at.saturating_sub(6)..at).rev().find(|back| {
            self.is_word(
                *back,
                words![
                    "took",
                    "takes",
                    "taking",
                    "taken",
                    "bought",
                    "bought up",
                    "buys",
                    "buying",
                    "absorbed",
                    "absorbs",
                    "supplied",
                    "supplies",
                    "provided",
                    "provides",
                    "providing",
                    "contributed",
                    "contributes",
                    "accounted for",
                    "accounting for",
                    "accounts for",
                    "received",
                    "made up",
                    "makes up",
                    "snapped up",
                    "handles",
                    "handled",
                    "moves",
                    "destination of",
                    "destination for",
                    "source of",
                ],
            ) || (self.is_word(*back, words!["destination", "market", "source", "origin"])
                && (self.is_prep(*back + 1, Prep::Of) || self.is_word(*back + 1, words!["for"])))
        });
        let revenue = self.is_word(of + 1, words!["revenue", "revenues", "earnings", "the revenue"]);
        if !(verb.is_some() && (moved || goods.is_some() || revenue)) && !(moved && toward.is_some()) {
            return None;
        }
        // a thing of home: `42 percent of the market`
        let last = goods.clone().map(|tokens| self.lower(tokens));
        if last.as_deref().is_some_and(|words| {
            [
                "market",
                "seats",
                "vote",
                "votes",
                "needs",
                "shares",
                "company",
                "population",
                "capital",
                "stock",
                "output",
            ]
            .iter()
            .any(|other| words.ends_with(other))
        }) {
            return None;
        }
        let subject = verb.and_then(|verb| self.subject(verb)).map(|(_, code)| code);
        if let Some(code) = subject.clone().filter(|code| topic.reporter.as_ref() != Some(code)) {
            let inside = topic.reporter.as_ref().is_some_and(|reporter| {
                code.len() > 2 && !code.contains(':') && code.get(..2) == reporter.get(..2)
            });
            if inside {
                topic.reporter = Some(code);
            } else {
                (topic.partner, topic.partner_stated) = (Some(code), true);
            }
        }
        if toward.is_some() {
            (topic.partner, topic.partner_stated) = (toward, true);
        }
        if let Some(place) = origin
            && matches!(topic.indicator, Indicator::Exports)
            && topic.partner_stated
        {
            let code = self.code(place, false);
            if topic.partner.as_ref() != Some(&code) {
                topic.reporter = Some(code);
            }
        }
        // `processed metals took P of the total`
        if subject.is_none()
            && let Some(verb) = verb
            && let Some(goods) = self.goods_between(self.clause_start.min(verb), verb)
        {
            topic.commodity = Some(goods);
        }
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (at, at);
        (self.said, self.said_at) = (Said::Share, at);
        self.blocked = false;
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/of-goods")
    }

    /// `imports P of its oil needs`: imports as a share of what is used.
    pub(super) fn share_of_needs(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let needs = || {
            (at + 2..at + 7).any(|at| {
                let text = self.text(at).to_ascii_lowercase();
                ["needs", "requirements", "consumption", "demand", "supply", "supplies"]
                    .iter()
                    .any(|word| text.ends_with(word))
            })
        };
        let verb = (at.saturating_sub(5)..at).rev().find(|back| {
            matches!(self.what(*back), Some(What::Class(Class::Indicator(measured, _))) if measured.indicator == Indicator::Imports)
                && self.is_word(*back, words!["imports", "imported", "import", "importing"])
        })?;
        if !(verb + 1..at)
            .all(|at| matches!(self.what(at), Some(What::Class(Class::Plain | Class::Bound(_)) | What::Word)))
            || !needs()
        {
            return None;
        }
        let (_, reporter) = self.subject(verb)?;
        let topic =
            Topic { reporter: Some(reporter), reporter_stated: true, ..Topic::of(Indicator::Imports) };
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (verb, at);
        (self.said, self.said_at) = (Said::Share, verb);
        self.blocked = false;
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/of")
    }

    /// `Germany bought V, or P`, `garments brought in V, or P of the total`: the share that an amount is.
    pub(super) fn share_or(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        if quantity.measure != Measure::Percent
            || quantity.sign != 0
            || !self.is_prep(before, Prep::Or)
            || quantity.value > rust_decimal::Decimal::ONE_HUNDRED
            || matches!(self.what(at + 1), Some(What::Class(Class::More(_) | Class::Change(_))))
        {
            return None;
        }
        let kin = self.kin_before(before).filter(|kin| kin.kind == FigureKind::Level && !kin.is_base)?;
        let part = kin.topic.partner_stated || kin.topic.commodity.is_some();
        if !shared(kin.topic.indicator) || !part {
            return None;
        }
        // a rate of something else
        if self.is_prep(at + 1, Prep::Of)
            && (at + 2..at + 6).any(|at| matches!(self.what(at), Some(What::Class(Class::Other))))
        {
            return None;
        }
        let (topic, period) = (kin.topic.clone(), kin.period);
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/or")?;
        draft.period = period.or(draft.period);
        Some(draft)
    }

    /// `exported V, some P of which went to China`.
    pub(super) fn share_of_which(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent
            || quantity.sign != 0
            || !self.is_word(at + 1, words!["of which", "of them", "of this", "of that", "of these"])
        {
            return None;
        }
        let kin = self.drafts[self.first_draft..]
            .iter()
            .rev()
            .find(|draft| draft.kind == FigureKind::Level && shared(draft.topic.indicator))?;
        let (mut topic, period) = (kin.topic.clone(), kin.period);
        let to = (at + 2..at + 7).find(|at| {
            self.is_prep(*at, Prep::To) || self.is_prep(*at, Prep::From) || self.is_prep(*at, Prep::By)
        })?;
        let (codes, _) = self.region_list(to + 1, true)?;
        (topic.partner, topic.partner_stated) = (Some(codes), true);
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/of")?;
        draft.period = period.or(draft.period);
        Some(draft)
    }

    /// `an 8-percent share in the country's exports`, `with a P share`: the word "share" after the number.
    pub(super) fn share_after(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 {
            return None;
        }
        let noun = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain) | What::Sign('-')));
        if noun > at + 3 || !self.is_word(noun, words!["share", "share of", "share in", "slice", "chunk"]) {
            return None;
        }
        let of = (noun + 1..noun + 9)
            .take_while(|at| {
                !matches!(
                    self.what(*at),
                    None | Some(
                        What::Sign(',' | ';' | '.')
                            | What::Quantity(_)
                            | What::Class(Class::Break | Class::Other)
                    )
                )
            })
            .find(|at| {
                matches!(
                    self.what(*at),
                    Some(What::Class(Class::Indicator(_, Strength::Full | Strength::Head)))
                )
            });
        let mut topic = match of {
            Some(of) => {
                let Some(What::Class(Class::Indicator(measured, _))) = self.what(of) else { return None };
                let measured = *measured;
                self.begin(of, measured);
                self.topic.clone()?
            }
            None if self.is_word(noun, words!["share of", "share in"])
                || self.is_prep(noun + 1, Prep::Of)
                || self.is_prep(noun + 1, Prep::In) =>
            {
                return None;
            }
            None => self.spoken_of().filter(|topic| shared(topic.indicator))?,
        };
        if !shared(topic.indicator) {
            return None;
        }
        if let Some(code) = self.region_before(at).filter(|code| topic.reporter.as_ref() != Some(code)) {
            (topic.partner, topic.partner_stated) = (Some(code), true);
        }
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (at, at);
        (self.said, self.said_at) = (Said::Share, at);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/noun")
    }

    /// `China and Hong Kong took P this time`: a share without "of", after a share of what was spoken of.
    pub(super) fn share_taken(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent
            || self.said != Said::Share
            || !self.near(at)
            || self.is_prep(at + 1, Prep::Of)
            || self.is_more(at + 1)
            || self.drafts[self.first_draft..].last().is_none_or(|last| last.kind != FigureKind::Share)
            || !self.is_word(self.said_at, words!["took", "takes", "bought", "absorbed", "received"])
        {
            return None;
        }
        let mut topic = self.drafts.last()?.topic.clone();
        let subjects: Vec<&str> = self
            .subjects
            .iter()
            .map(|code| &**code)
            .filter(|code| topic.reporter.as_deref() != Some(*code))
            .collect();
        if subjects.is_empty() {
            return None;
        }
        (topic.partner, topic.partner_stated) = (Some(subjects.join("+").into()), true);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/verb")
    }

    /// The place that opens the clause of a piece.
    fn region_before(&self, at: usize) -> Option<super::super::draft::Name> {
        (self.clause_start.min(at)..at).find_map(|back| match self.what(back) {
            Some(What::Region(place)) => Some(self.code(*place, true)),
            _ => None,
        })
    }

    /// `a surplus of V, equivalent to P of GDP`, `a deficit of P of GDP`.
    pub(super) fn share_of_output(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        // `The deficit as a share of gross domestic product rose to P from P2`
        if let Some(draft) = self.as_part_of_output(at, quantity) {
            return Some(draft);
        }
        if let Some(draft) = self.part_of_output_again(at, quantity) {
            return Some(draft);
        }
        let gdp = self.skip(at + 2, |what| matches!(what, What::Class(Class::Plain)));
        if quantity.measure != Measure::Percent
            || !self.is_prep(at + 1, Prep::Of)
            || !self.is_word(gdp, OUTPUT)
        {
            return None;
        }
        let balance =
            |topic: &Topic| matches!(topic.indicator, Indicator::Balance | Indicator::CurrentAccount);
        // `a deficit of P and external debt equal to P2 of GDP`
        if self.is_of_else(at) {
            return None;
        }
        let before = self.left_of(at)?;
        let topic = self.topic.clone().filter(balance);
        // `V (P of GDP)`, `the deficit, a staggering P of GDP`
        let aside = matches!(self.what(before), Some(What::Sign('(' | ',')));
        let held = topic.is_some() && aside
            || topic.is_some()
                && matches!(
                    self.what(before),
                    Some(What::Class(
                        Class::Prep(Prep::Of | Prep::To | Prep::At | Prep::Or | Prep::From) | Class::Level(_)
                    ))
                )
                && !(self.topic_end.max(self.said_at)..at)
                    .any(|at| matches!(self.what(at), Some(What::Class(Class::Other))));
        let kin = self.drafts[self.first_draft..].last().map(|last| last.topic.clone()).filter(balance);
        let equal = self
            .is_word(before, words!["equivalent to", "equal to", "amounting to", "or", "representing"])
            || (self.is_prep(before, Prep::To)
                && self.is_word(before.wrapping_sub(1), words!["equivalent", "equal"]));
        let topic = if held { topic } else { kin.filter(|_| equal) }?;
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/of")
    }

    /// `limits debt payments to P of exports`, `debt service took P of export earnings`: no part of what is exported.
    fn is_what_is_paid(&self, at: usize) -> bool {
        const DEBT: &Words =
            words!["repayment", "repayments", "debt service", "servicing", "debt payments", "debt", "debts"];
        self.may_say(DEBT) && self.is_before(at, DEBT)
    }

    /// Whether the clause has one of the words between the quantity before and this one.
    fn is_before(&self, at: usize, words: &'static Words) -> bool {
        (self.clause_start.min(at)..at)
            .rev()
            .take_while(|back| !matches!(self.what(*back), Some(What::Quantity(_))))
            .any(|back| self.is_word(back, words))
    }

    /// Whether something that is no trade is named between the number before and this one.
    fn is_of_else(&self, at: usize) -> bool {
        const ELSE: &Words = words![
            "debt",
            "debts",
            "borrowing",
            "borrowings",
            "inflation",
            "unemployment",
            "reserves",
            "savings"
        ];
        self.may_say(ELSE)
            && (0..at)
                .rev()
                .take_while(|back| !matches!(self.what(*back), Some(What::Quantity(_))))
                .any(|back| self.is_word(back, ELSE))
    }

    /// `from P of GDP in 1985/86 to P2 in 1986/87 and P3 in 1987/88`: the word is not said again.
    fn part_of_output_again(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let last = self.drafts[self.first_draft..].last()?;
        if last.kind != FigureKind::Share
            || !matches!(last.topic.indicator, Indicator::Balance | Indicator::CurrentAccount)
            || quantity.measure != Measure::Percent
            || self.is_prep(at + 1, Prep::Of)
            || self.is_of_else(at)
        {
            return None;
        }
        let base = match self.what(self.left_of(at)?)? {
            What::Class(Class::Prep(Prep::From) | Class::Against) => true,
            What::Class(Class::Prep(Prep::To | Prep::And)) | What::Sign(',') => false,
            _ => return None,
        };
        let first = self.pieces.list.iter().position(|piece| match piece.what {
            What::Quantity(index) => {
                let became = self.became.get(index).copied().flatten();
                became.is_some_and(|draft| Some(draft) == self.drafts.len().checked_sub(1))
            }
            _ => false,
        })?;
        let of_output = self.is_prep(first + 1, Prep::Of)
            && (first + 2..first + 4).any(|at| self.is_word(at, OUTPUT))
            || self.drafts[self.first_draft..].iter().any(|draft| draft.rule == "share/again");
        if !of_output {
            return None;
        }
        let (topic, main) = (last.topic.clone(), last.period);
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/again")?;
        if base {
            let time = self.time_after(at);
            draft.period = match time {
                Some(time) => self.counted(time, main, draft.topic.reporter.as_deref()),
                None => main.and_then(|main| shift(main, -12)),
            };
            (draft.period_stated, draft.is_base, draft.status) = (time.is_some(), true, Status::Reported);
        }
        Some(draft)
    }

    fn as_part_of_output(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let balance =
            matches!(self.topic.as_ref()?.indicator, Indicator::Balance | Indicator::CurrentAccount);
        if quantity.measure != Measure::Percent || !balance || self.topic_end >= at {
            return None;
        }
        let part = (self.topic_end..at).find(|at| {
            self.is_word(*at, words!["share", "share of", "percentage", "percentage of", "proportion"])
        })?;
        let of_output = (part..at).any(|at| self.is_word(at, OUTPUT));
        let before = self.left_of(at)?;
        let hangs = matches!(
            self.what(before),
            Some(What::Class(Class::Prep(Prep::To | Prep::From | Prep::At) | Class::Level(_)))
        );
        let from = self.is_prep(before, Prep::From);
        if !of_output || !hangs {
            return None;
        }
        let topic = self.topic.clone()?;
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/of")?;
        if from {
            self.make_base(at, &mut draft);
        }
        Some(draft)
    }

    /// `the Netherlands, the gateway to Europe, P`: the place that is called so, else the one given.
    fn before_apposition(&self, place: usize) -> usize {
        const LONGEST: usize = 5;
        let comma = (place.saturating_sub(LONGEST)..place)
            .rev()
            .find(|at| matches!(self.what(*at), Some(What::Sign(','))))
            .filter(|comma| self.is_word(comma + 1, words!["the", "a", "an", "its", "one of"]));
        comma
            .filter(|comma| {
                (comma + 2..place).any(|at| {
                    matches!(
                        self.what(at),
                        Some(What::Class(Class::Prep(Prep::To | Prep::Of | Prep::In | Prep::From)))
                    )
                })
            })
            .and_then(|comma| comma.checked_sub(1))
            .filter(|named| matches!(self.what(*named), Some(What::Region(_))))
            .unwrap_or(place)
    }

    /// `followed by the Americas and Europe with 22.8% and 14.2%`, `East Java's 9.1 percent`: shares by place in a list.
    pub(super) fn share_by_place(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 {
            return None;
        }
        let kin = self.drafts[self.first_draft..].last().filter(|last| last.kind == FigureKind::Share)?;
        let mut topic = kin.topic.clone();
        let before = self.left_of(at)?;
        let place = match self.what(before)? {
            What::Possessive | What::Class(Class::Prep(Prep::With)) | What::Sign(',') => {
                before.checked_sub(1)?
            }
            What::Region(_) => before,
            What::Class(Class::Prep(Prep::And)) => {
                // the second of `A and B with P and P`
                let first = before.checked_sub(1)?;
                let with = first.checked_sub(1)?;
                if !matches!(self.what(first), Some(What::Quantity(_))) || !self.is_prep(with, Prep::With) {
                    return None;
                }
                with.checked_sub(1)?
            }
            // `Iraqi buyers P`, `the United States supplied P`
            _ if self.is_word(before, TAKERS) => before.checked_sub(1)?,
            _ if self.is_word(at.wrapping_sub(1), words!["for"]) => {
                let before = at - 1;
                // `sea trade for 36 percent`
                let mut from = before;
                while from > 0
                    && matches!(
                        self.what(from.wrapping_sub(1)),
                        Some(What::Word | What::Class(Class::Indicator(_, Strength::Head)) | What::Sign('-'))
                    )
                {
                    from -= 1;
                }
                let joined = matches!(
                    self.what(from.checked_sub(1)?),
                    Some(What::Sign(',') | What::Class(Class::Prep(Prep::And)))
                );
                if !joined || from == before || kin.rule == "share/list" && before - from > 4 {
                    return None;
                }
                let tokens = self.pieces.list[from].tokens.start..self.pieces.list[before - 1].tokens.end;
                topic.commodity = Some(self.lower(tokens));
                return self.draft(at, quantity, FigureKind::Share, topic, None, "share/list");
            }
            _ => return None,
        };
        let Some(What::Region(found)) = self.what(self.before_apposition(place)) else { return None };
        let code = self.code(*found, false);
        let inside = |code: &str| {
            topic
                .reporter
                .as_ref()
                .is_some_and(|reporter| code.len() > 2 && code.get(..2) == reporter.get(..2))
        };
        if topic.reporter.as_ref() == Some(&code) {
            return None;
        }
        if inside(&code) && !code.contains(':') {
            topic.reporter = Some(code);
        } else {
            (topic.partner, topic.partner_stated) = (Some(self.code(*found, true)), true);
        }
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/list")
    }

    /// The region before "accounted for": a partner, or a part of the reporter.
    pub(super) fn place_subject(&mut self, topic: &mut Topic) {
        if self.said != Said::Share {
            return;
        }
        let code =
            if self.subjects.len() > 1 { self.subjects.get(self.listed) } else { self.subjects.first() };
        self.listed += 1;
        let Some(code) = code.cloned() else { return };
        let inside = topic.reporter.as_ref().is_some_and(|reporter| {
            code.len() > 2 && !code.contains(':') && code.get(..2) == reporter.get(..2)
        });
        if inside {
            topic.reporter = Some(code);
            topic.reporter_stated = true;
        } else if topic.reporter.as_ref() != Some(&code) {
            topic.partner = Some(code);
            topic.partner_stated = true;
        }
    }

    /// What follows `of` after a quantity.
    pub(super) fn of_what(&self, at: usize) -> Option<OfWhat> {
        // `half of what it was in 2017`
        if self.is_prep(at + 1, Prep::Of)
            && self.is_word(at + 2, words!["what", "what it", "what they"])
            && (at + 2..at + 5).any(|at| self.is_word(at, words!["was", "were", "had been", "is", "are"]))
        {
            return None;
        }
        let mut next = at + 1;
        // `nearly half the value of South Africa's exports`
        if self.is_word(next, words!["the"])
            && self.is_word(next + 1, words!["value", "volume", "total"])
            && self.is_prep(next + 2, Prep::Of)
        {
            next += 2;
        }
        if matches!(self.what(next), Some(What::Sign('('))) {
            next = (next..next + 10).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))? + 1;
        }
        // `12.4 per cent, 15.3 per cent and 13.2 per cent of exports`
        let relative = |at: usize| matches!(self.what(at), Some(What::Quantity(index)) if self.pieces.quantities[*index].measure == Measure::Percent);
        for _ in 0..6 {
            if relative(at)
                && (matches!(self.what(next), Some(What::Sign(','))) || self.is_prep(next, Prep::And))
                && relative(next + 1)
            {
                next += 2;
            }
        }
        if !(self.is_prep(next, Prep::Of) || self.is_prep(next, Prep::In)) {
            return None;
        }
        let only_of = self.is_prep(next, Prep::Of);
        // "gained 3 pct in active trade" says nothing of trade
        if relative(at) && !only_of {
            return None;
        }
        for ahead in next + 1..next + 9 {
            let what = self.what(ahead)?;
            if only_of && matches!(what, What::Class(Class::Deal)) {
                let deals = self.spoken_of().is_some_and(|topic| topic.indicator == Indicator::Deals);
                return deals.then_some(OfWhat::Total);
            }
            let stands_for_it =
                matches!(what, What::Class(Class::Anaphor | Class::Indicator(_, Strength::Weak)));
            if only_of && (stands_for_it || self.is_word(ahead, words!["them"])) {
                return Some(OfWhat::Total);
            }
            match what {
                What::Class(Class::Indicator(_, Strength::Full | Strength::Head)) => {
                    return Some(OfWhat::Indicator(ahead));
                }
                What::Class(Class::Plain)
                    if only_of && self.is_word(ahead, words!["total", "the total", "it", "that"]) =>
                {
                    if let Some(OfWhat::Indicator(noun)) = self.indicator_within(ahead + 1, 4) {
                        return Some(OfWhat::Indicator(noun));
                    }
                    return Some(OfWhat::Total);
                }
                // `V in lost exports`
                _ if !only_of
                    && ahead == next + 1
                    && self.is_word(ahead, words!["lost", "missed", "forgone"]) => {}
                What::Class(Class::Plain | Class::Peri(_))
                | What::Word
                | What::Region(_)
                | What::Possessive
                | What::Time(_)
                | What::Sign('-') => {}
                _ => return None,
            }
        }
        None
    }

    pub(super) fn indicator_within(&self, from: usize, steps: usize) -> Option<OfWhat> {
        for at in from..from + steps {
            match self.what(at)? {
                What::Class(Class::Indicator(_, Strength::Full | Strength::Head)) => {
                    return Some(OfWhat::Indicator(at));
                }
                What::Class(Class::Plain) | What::Word | What::Sign('-') => {}
                _ => return None,
            }
        }
        None
    }

    pub(super) fn is_strong_share(&self) -> bool {
        let text = self.text(self.said_at).to_ascii_lowercase();
        text.starts_with("account")
            || text.starts_with("mak")
            || text.starts_with("made")
            || text.starts_with("represent")
            || text.starts_with("compris")
    }
}

/// What has parts that are counted by place or goods.
pub(super) fn shared(indicator: Indicator) -> bool {
    matches!(
        indicator,
        Indicator::Exports
            | Indicator::Imports
            | Indicator::ReExports
            | Indicator::Trade
            | Indicator::Deals
            | Indicator::Freight
            | Indicator::Fdi
            | Indicator::FdiInward
            | Indicator::FdiOutward
    )
}

#[derive(Clone, Copy)]
pub(super) enum OfWhat {
    Indicator(usize),
    Total,
}
