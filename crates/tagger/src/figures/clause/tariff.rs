//! Tariffs and duties: `a 25 percent duty on Chinese cars`, `cut the tariff to 14% from 56%`.
//!
//! Not: export rebates, VAT, prices; an amount of money is no tariff.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Measured, Prep, Strength};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::parties::extend;
use super::{Clauses, Said};
use article::{Direction, FigureKind, Indicator, Level, Status, Usage};

/// So many sentences after a duty, what somebody pays is one.
const NEAR: usize = 4;
/// A duty on a tonne is seldom more, in most currencies.
const SPECIFIC: u32 = 5000;

/// Verbs of goods and their makers, before the rate of a duty.
pub(super) const PAYS: &Words = words![
    "pay",
    "pays",
    "paid",
    "paying",
    "charged",
    "face",
    "faces",
    "faced",
    "facing",
    "attract",
    "attracts",
    "attracted",
    "incur",
    "incurs",
    "carry",
    "carries",
    "carried",
];

/// How goods came to be where they are from.
pub(super) const MADE: &Words =
    words!["made", "assembled", "built", "produced", "manufactured", "grown", "originating", "harvested"];

/// What who levies a duty does.
pub(super) const CHARGES: &Words = words![
    "charge",
    "charges",
    "charged",
    "levy",
    "levies",
    "levied",
    "slap",
    "slaps",
    "slapped",
    "impose",
    "imposes",
    "imposed",
    "charging",
    "levying",
    "slapping",
    "imposing",
    "collects",
    "collected",
];

impl Clauses<'_, '_> {
    /// Where goods that face a duty go: behind it, after `in`, `at` or `entering`, or before it, `may enter China at a duty`.
    fn border(&self, at: usize) -> Option<Name> {
        const ENTER: &Words = words!["enter", "enters", "entered"];
        let near = at.saturating_sub(10)..(at + 12).min(self.pieces.list.len());
        if let Some((_, entered)) =
            near.filter(|at| self.is_word(*at, ENTER)).find_map(|verb| self.named_from(verb + 1))
        {
            return Some(self.levier(entered));
        }
        (at + 1..at + 10)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(_)) | None)
            })
            .find_map(|step| match self.what(step) {
                Some(What::Region(place))
                    if self.is_prep(step.wrapping_sub(1), Prep::In)
                        || self.is_prep(step.wrapping_sub(1), Prep::At)
                        || self.is_word(step.wrapping_sub(1), words!["entering", "into"])
                        || self.is_word(step.wrapping_sub(1), words!["the"])
                            && (self.is_prep(step.wrapping_sub(2), Prep::In)
                                || self.is_prep(step.wrapping_sub(2), Prep::At)
                                || self.is_word(step.wrapping_sub(2), words!["entering", "into"])) =>
                {
                    Some(self.levier(*place))
                }
                _ => None,
            })
    }

    /// `threatened Mexico with`, `hits Canadian softwood with`: against whom a duty is.
    fn is_threatened(&self, place: usize) -> bool {
        const GOODS: usize = 4;
        let hit = self.is_word(
            place.wrapping_sub(1),
            words![
                "threatened",
                "threatens",
                "threatening",
                "threaten",
                "hit",
                "hits",
                "hitting",
                "punish",
                "punished",
                "slaps",
                "slap",
                "slapped",
            ],
        );
        let with = self.skip(place + 1, |what| matches!(what, What::Word | What::Class(Class::Plain)));
        // `Washington has spared Chile's copper from the tariff`
        let spared = self.is_word(place.wrapping_sub(1), words!["spared", "spares", "exempted", "exempts"]);
        // `hit V of American goods with a tariff`
        let amount = (self.is_prep(place.wrapping_sub(1), Prep::In)
            || self.is_prep(place.wrapping_sub(1), Prep::Of))
            && matches!(self.what(place.wrapping_sub(2)), Some(What::Quantity(_)))
            && self.is_word(place.wrapping_sub(3), words!["hit", "hits", "hitting", "punish", "slap"]);
        spared || (hit || amount) && with <= place + GOODS && self.is_prep(with, Prep::With)
    }

    /// `would trim B.C.'s exports`, `would push the volume of Japan's car exports down`: whose exports a duty hits.
    fn cuts_exports(&self, verb: usize) -> Option<Name> {
        /// Pieces from the verb to the place, and from there to its exports.
        const REACH: usize = 5;
        if !self.is_word(
            verb,
            words!["trim", "cut", "push", "reduce", "slash", "dent", "curb", "shrink", "lower"],
        ) {
            return None;
        }
        (verb + 1..verb + 1 + REACH).find_map(|at| match self.what(at) {
            Some(What::Region(place)) if matches!(self.what(at + 1), Some(What::Possessive)) => {
                let exports = (at + 2..at + 2 + REACH).any(|at| {
                    matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                        if measured.indicator == Indicator::Exports)
                });
                exports.then(|| self.code(*place, true))
            }
            _ => None,
        })
    }

    /// `Japan is calling for the abolition of the tariff`, `Russia, hoping to escape duties`: somebody else levies it.
    fn is_asking(&self, place: usize, duty: usize) -> bool {
        const ASKS: &Words = words![
            "calling", "calls", "escape", "escaped", "avoid", "avoided", "avert", "averted", "evade",
            "dodge",
        ];
        !matches!(self.what(place + 1), Some(What::Possessive))
            && self.any_word(place + 1..duty, ASKS)
            && !(place + 1..duty).any(|at| matches!(self.what(at), Some(What::Region(_))))
    }

    /// `followed the United States in setting`: somebody else does it now.
    fn is_followed(&self, place: usize) -> bool {
        const FOLLOWS: &Words = words![
            "followed",
            "follows",
            "following",
            "joined",
            "joins",
            "joining",
            "matched",
            "matching",
            "copied"
        ];
        let verb = place.wrapping_sub(1 + usize::from(self.is_word(place.wrapping_sub(1), words!["the"])));
        self.is_word(verb, FOLLOWS) && self.is_prep(place + 1, Prep::In)
    }

    /// `In Europe, meanwhile, …`: where the sentence is set, a country or a bloc.
    fn levied_in(&self) -> Option<Name> {
        let first = self.skip(1, |what| matches!(what, What::Class(Class::Plain)));
        let Some(What::Region(place)) = self.what(first).filter(|_| self.is_prep(0, Prep::In)) else {
            return None;
        };
        let level = self.places.mentions[*place].region.level;
        let whole = matches!(level, Level::Country | Level::Group | Level::Macro);
        (whole && matches!(self.what(first + 1), Some(What::Sign(',')))).then(|| self.levier(*place))
    }

    /// Whether the sentence speaks of what railways, power firms and phones charge.
    pub(super) fn of_a_service(&self) -> bool {
        const SERVICES: &Words = words![
            "electricity",
            "railway",
            "railways",
            "rail",
            "telecom",
            "telecoms",
            "mobile",
            "operators",
            "operator",
            "distribution",
            "subscribers",
            "commuters",
            "utility",
            "utilities",
            "regulator",
            "freight",
        ];
        const BORDERS: &Words = words![
            "import", "imports", "imported", "export", "exports", "exported", "customs", "trade", "goods",
            "duty", "duties", "border", "products", "steel", "cars",
        ];
        let any = |words: &Words| self.may_say(words) && self.any_word(0..self.pieces.list.len(), words);
        any(SERVICES)
            && !any(BORDERS)
            && !self.pieces.list.iter().any(|piece| matches!(piece.what, What::Class(Class::Indicator(..))))
    }

    /// A tariff: whose it is stands before it or before "put" and "imposed", on whose goods after "on" and "from".
    pub(super) fn tariff(&mut self, at: usize) {
        let kept = self.carry.tariff.clone();
        self.begin(at, Measured { indicator: Indicator::Tariff, sign: 0 });
        // `hits Canadian softwood with duties`, `threatened Mexico with a tariff`: these do not levy
        let threatened = (at.saturating_sub(9)..at).rev().find_map(|back| match self.what(back) {
            Some(What::Region(place)) if self.is_threatened(back) => Some(self.code(*place, true)),
            _ => None,
        });
        let left = self.left(at).reporter.filter(|left| Some(left) != threatened.as_ref());
        // `Switzerland, whose watches face a levy`: who pays is not who levies
        let payment = (at.saturating_sub(5)..at).find(|at| {
            self.is_word(*at, PAYS)
                || self.is_word(*at, words!["subject", "subjected", "liable"])
                    && self.is_prep(at + 1, Prep::To)
        });
        let pays = payment.is_some();
        // `are subject to a U.S. duty`
        let charging = payment.and_then(|payment| {
            (payment + 1..at).find_map(|at| match self.what(at) {
                Some(What::Region(place)) => Some(self.levier(*place)),
                _ => None,
            })
        });
        // `22 percent on Chinese goods and is considering 12 percent duties on more`: whose goods they are does not levy
        let taxed = self.drafts[self.first_draft..]
            .iter()
            .rfind(|draft| draft.topic.indicator == Indicator::Tariff)
            .map(|draft| draft.topic.clone());
        let is_taxed = |code: &Name| taxed.as_ref().is_some_and(|taxed| taxed.partner.as_ref() == Some(code));
        let beside = (at.saturating_sub(9)..payment.unwrap_or(at))
            .rev()
            .take_while(|back| !matches!(self.what(*back), Some(What::Sign(';' | '.'))))
            .find_map(|back| match self.what(back) {
                Some(What::Region(place))
                    if is_taxed(&self.code(*place, true))
                        && self.places.mentions[*place].usage == Usage::Demonym =>
                {
                    None
                }
                // `threatened Mexico with a tariff`: not by Mexico
                Some(What::Region(_)) if self.is_threatened(back) => None,
                // `Japan is calling for the abolition of the tariff`, `Russia, hoping to escape duties`
                Some(What::Region(_)) if self.is_asking(back, at) => None,
                // `Canada followed the United States in setting a duty`
                Some(What::Region(_)) if self.is_followed(back) => None,
                // `Bicycles from Vietnam face a duty`
                Some(What::Region(place))
                    if pays && self.is_prep(back.wrapping_sub(1), Prep::From)
                        || !matches!(
                            self.what(back.wrapping_sub(1)),
                            Some(What::Class(Class::Prep(Prep::On | Prep::From | Prep::To)))
                        ) =>
                {
                    // `Goods from Canada and Mexico face P`
                    let from = (back.saturating_sub(4)..back).rev().find(|at| self.is_prep(*at, Prep::From));
                    let both = from.filter(|_| pays).and_then(|from| self.region_list(from + 1, true));
                    let both = both.filter(|(_, next)| *next == back + 1).map(|(codes, _)| codes);
                    both.or_else(|| Some(self.levier(*place)))
                }
                _ => None,
            });
        // `In the EU, lobster faces a duty`: a place that the sentence is set in levies
        let set_in = self.levied_in();
        // `Russian fertilisers entering the EU will attract a duty`
        let gate = payment.and_then(|payment| {
            let enters =
                (payment.saturating_sub(8)..payment).find(|at| self.is_word(*at, words!["entering"]))?;
            self.named_from(enters + 1).map(|(_, place)| (self.levier(place), enters))
        });
        let (near, victim) = if let Some((border, enters)) = gate {
            let owner = (enters.saturating_sub(8)..enters).rev().find_map(|back| match self.what(back) {
                Some(What::Region(place)) => Some(self.code(*place, true)),
                _ => None,
            });
            (Some(border), owner)
        } else if pays {
            // `The Alpine country faces a 31 percent levy`
            let beside = beside.or_else(|| self.spoken_subject(0, payment.unwrap_or(at)));
            (charging.or_else(|| set_in.clone()), beside.filter(|code| Some(code) != set_in.as_ref()))
        } else {
            (beside, None)
        };
        // `a tariff on all goods would cost Germany V`
        let victim = victim.or_else(|| {
            let verb = (at + 1..at + 14)
                .take_while(|at| !matches!(self.what(*at), Some(What::Sign(';')) | None))
                .find(|at| {
                    self.is_word(*at, words!["cost", "costs", "hit", "hits", "hurt", "hurts", "harm"])
                        || self.cuts_exports(*at).is_some()
                })?;
            match self.what(verb + 1) {
                Some(What::Region(place)) => Some(self.code(*place, true)),
                _ => self.cuts_exports(verb),
            }
        });
        // `would push Japan's exports to the United States down`
        let buyer = victim.is_some().then(|| {
            let verb = (at + 1..at + 14).find(|at| self.cuts_exports(*at).is_some())?;
            let to = (verb + 1..verb + 14).find(|at| self.is_prep(*at, Prep::To))?;
            self.named_from(to + 1).map(|(_, place)| self.levier(place))
        });
        let near = buyer.flatten().or(near);
        // `New Delhi has banned shipments and levies a 20 percent duty`
        let charged = self.last_word(at.saturating_sub(4)..at, CHARGES);
        let near = near.or_else(|| {
            let place = self.subject(charged?)?.0;
            match self.what(place) {
                Some(What::Region(place)) => Some(self.levier(*place)),
                _ => None,
            }
        });
        // `are pressing the White House to lift duties`, `tariffs that President Bush slapped on steel`
        let near =
            near.or_else(|| self.who_rules(at.saturating_sub(9)..(at + 12).min(self.pieces.list.len())));
        // `Hanoi called the move unfair and said it might raise its tariff`
        let its = self.any_word(at.saturating_sub(3)..at, words!["its", "their"]);
        let subject = || {
            let place = self.subject(at).filter(|_| its && !pays)?.0;
            match self.what(place) {
                Some(What::Region(place)) => Some(self.levier(*place)),
                _ => None,
            }
        };
        // `Bangladesh, a buyer of Indian rice, cut its own import duty`
        let own = its && (at.saturating_sub(2)..at).any(|at| self.is_word(at, words!["own"]));
        let near = if own { subject().or(near) } else { near.or_else(subject) };
        // `apparel may face duties in the EU`, `a duty at the EU border`
        let enters = self.any_word(at + 1..at + 10, words!["entering"])
            || self.any_word(at.saturating_sub(10)..at + 12, words!["enter", "enters", "entered"]);
        // `a duty in the EU on cocoa butter`
        let in_there = self.is_prep(at + 1, Prep::In)
            && self.named_from(at + 2).is_some_and(|(_, place)| {
                let level = self.places.mentions[place].region.level;
                matches!(level, Level::Country | Level::Group)
            });
        let border = if pays || enters || in_there { self.border(at) } else { None };
        let near = if enters || in_there { border.clone().or(near) } else { near.or_else(|| border.clone()) };
        // what Brussels levies is the EU's
        let left = left.filter(|_| near.as_deref() != Some("x:eu"));
        let mut goods = None;
        let mut partner = None;
        let mut imposed = None;
        let mut quantities = 0;
        let mut listed = at;
        let mut step = at + 1;
        while step < at + 16 {
            match self.what(step) {
                Some(What::Class(Class::Prep(Prep::On))) => {
                    let mut inner = step + 1;
                    while inner < step + 11 {
                        match self.what(inner) {
                            Some(What::Region(place)) => partner = Some(self.code(*place, true)),
                            // `on all U.S. products entering China`
                            Some(_) if self.is_word(inner, words!["entering", "coming"]) => break,
                            // `the rate on cream stays at P`
                            Some(_)
                                if self.is_word(inner, words!["stays", "stayed", "remains", "remained"]) =>
                            {
                                break;
                            }
                            Some(What::Word) => {
                                goods = Some(extend(goods, self.pieces.list[inner].tokens.clone()));
                            }
                            Some(_) if self.is_word(inner, MADE) => {}
                            // `on $250 billion of Chinese goods`
                            Some(
                                What::Class(Class::Plain | Class::Indicator(..) | Class::Prep(Prep::Of))
                                | What::Sign('-')
                                | What::Quantity(_),
                            ) => {}
                            Some(What::Class(Class::Prep(Prep::From))) => {
                                if let Some((codes, _)) = self.region_list(inner + 1, true) {
                                    partner = Some(codes);
                                }
                                break;
                            }
                            // `on a further $200 billion in Chinese imports`
                            Some(What::Class(Class::Prep(Prep::In)))
                                if matches!(self.what(inner.wrapping_sub(1)), Some(What::Quantity(_))) => {}
                            // `on cars assembled in the EU`
                            Some(What::Class(Class::Prep(Prep::In)))
                                if self.is_word(inner.wrapping_sub(1), MADE) =>
                            {
                                partner = self.region_list(inner + 1, true).map(|(codes, _)| codes);
                                break;
                            }
                            // `25% on steel and 10% on aluminum from Canada`
                            // `on bone-in chicken`
                            Some(What::Class(Class::Prep(Prep::In)))
                                if matches!(self.what(inner.wrapping_sub(1)), Some(What::Sign('-'))) => {}
                            Some(What::Class(Class::Prep(Prep::And | Prep::On)))
                                if goods.is_some()
                                    && (matches!(self.what(inner + 1), Some(What::Quantity(_)))
                                        || matches!(
                                            self.what(inner.wrapping_sub(1)),
                                            Some(What::Quantity(_))
                                        )) => {}
                            // `on wheat, barley and corn`
                            Some(What::Sign(',') | What::Class(Class::Prep(Prep::And)))
                                if goods.is_some()
                                    && matches!(self.what(inner + 1), Some(What::Word))
                                    && self.is_goods(inner + 1) => {}
                            _ => break,
                        }
                        inner += 1;
                    }
                    listed = inner;
                    break;
                }
                Some(What::Region(place))
                    if (step + 1..step + 4).any(|at| {
                        self.is_word(
                            at,
                            words![
                                "put", "imposed", "levied", "slapped", "charges", "imposes", "applies",
                                "applied"
                            ],
                        )
                    }) =>
                {
                    imposed = Some(self.levier(*place));
                }
                Some(What::Quantity(_)) => {
                    quantities += 1;
                    if quantities > 2 {
                        break;
                    }
                }
                Some(What::Sign(';')) | None => break,
                _ => {}
            }
            step += 1;
        }
        let goods = goods.map(|tokens| self.lower(tokens));
        // `the duty on onion exports from India`, `Argentine farmers pay P in export duties`: who exports levies
        let on_exports = self.text(at).get(..6).is_some_and(|text| text.eq_ignore_ascii_case("export"))
            || (at + 1..at + 9)
                .take_while(|at| {
                    // `a duty would cut Japan's exports`
                    !matches!(
                        self.what(*at),
                        Some(
                            What::Class(Class::Break | Class::Status(Status::Hypothetical))
                                | What::Sign(',' | ';')
                        )
                    )
                })
                .any(|at| {
                    matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                    if measured.indicator == Indicator::Exports)
                })
                // `tariffs on Japanese electronic exports`: those of whom they hit
                && !((self.is_word(at, words!["tariff", "tariffs"])
                    || (at + 1..at + 5).any(|at| {
                        matches!(self.what(at), Some(What::Quantity(index))
                            if self.pieces.quantities[*index].measure.is_money())
                    }))
                    && left.is_none()
                    && (at + 1..at + 8).any(|at| {
                        matches!(self.what(at), Some(What::Region(place))
                            if self.places.mentions[*place].usage == Usage::Demonym)
                    }));
        let (near, partner, victim) = if on_exports && left.is_none() && imposed.is_none() {
            (near.or_else(|| victim.clone()).or(partner), None, None)
        } else {
            (near, partner, victim)
        };
        // `the tariffs imposed by President Reagan`
        let by = self
            .first_word(at + 1..at + 4, words!["imposed", "levied", "slapped", "announced"])
            .filter(|verb| self.is_prep(verb + 1, Prep::By));
        let by = by.and_then(|verb| {
            self.who_rules(verb + 2..verb + 5)
                .or_else(|| self.named_from(verb + 2).map(|(_, place)| self.levier(place)))
        });
        let near = by.or(near);
        let stated = left.is_some() || imposed.is_some() || near.is_some();
        let partner = partner.or_else(|| victim.clone()).or(threatened);
        let goes_on =
            taxed.filter(|_| left.is_none() && imposed.is_none() && near.is_none() && partner.is_none());
        let partner = partner.or_else(|| goes_on.and_then(|taxed| taxed.partner));
        let hit = self.country_of(partner.as_deref()).map(str::to_owned);
        let known = |code: &Name| Some(code) != partner.as_ref() && Some(&**code) != hit.as_deref();
        let levier = || {
            let duty = self.carry.duty.as_ref().and_then(|duty| duty.reporter.clone());
            duty.filter(known).or_else(|| self.places.home.clone().filter(known)).filter(|_| victim.is_some())
        };
        let acts = || self.who_lays(at).or_else(|| self.set_before()).filter(known);
        let own = left.filter(|_| victim.is_none()).or(imposed).or(near).filter(known).or_else(acts);
        // `The government has kept the export duty`: who exports, and not who taxed what came in before
        let seller = || {
            let flow = self.carry.story_flow.as_ref().filter(|flow| flow.indicator == Indicator::Exports);
            flow.and_then(|flow| flow.reporter.clone()).or_else(|| self.places.home.clone())
        };
        let export_duty =
            on_exports && self.text(at).get(..6).is_some_and(|text| text.eq_ignore_ascii_case("export"));
        let kept = if export_duty && own.is_none() { seller().or(kept) } else { kept };
        let reporter = own.or(kept).filter(known).or_else(levier);
        // the verb behind a list is the duty's
        let is_list = (at + 1..listed)
            .any(|at| matches!(self.what(at), Some(What::Sign(',') | What::Class(Class::Prep(Prep::And)))));
        if is_list {
            self.topic_end = self.topic_end.max(listed);
        }
        // `duties on European cars` are those on the EU's, where the story speaks of it
        let bloc = partner.as_deref() == Some("x:europe")
            && self.places.regions.iter().any(|region| region.code == "x:eu");
        let partner = if bloc { Some(Name::from("x:eu")) } else { partner };
        // `Duty on wines will be lowered` in a story of a pact between two: for the goods of the other
        let whose = reporter.clone().or_else(|| self.topic.as_ref().and_then(|topic| topic.reporter.clone()));
        let partner = partner.or_else(|| self.other_of_pact(whose.as_ref()?));
        let Some(topic) = self.topic.as_mut() else { return };
        topic.commodity = goods;
        topic.partner_stated = partner.is_some();
        topic.partner = partner;
        if reporter.is_some() {
            topic.reporter = reporter;
            topic.reporter_stated = stated;
        }
        // nobody levies a duty on himself
        if topic.reporter.is_some() && topic.reporter == topic.partner {
            let other = self.places.regions.iter().position(|region| {
                region.level == Level::Country && Some(region.code.as_str()) != topic.partner.as_deref()
            });
            let other = other.map(|other| self.places.codes[other].own.clone());
            let filed = self.places.filed.clone().filter(|filed| Some(filed) != topic.partner.as_ref());
            let home = self.places.home.clone().filter(|home| Some(home) != topic.partner.as_ref());
            topic.reporter = home.or(filed).or(other);
            topic.reporter_stated = false;
        }
        // a guess does not stand for who was named before
        if stated || self.carry.tariff.is_none() {
            self.carry.tariff.clone_from(&topic.reporter);
        }
        if self.carry.duty.is_none() && stated {
            self.carry.duty.clone_from(&self.topic);
        }
    }

    /// A sentence without quantities may still say who levies: `The EU slaps duties on steel from Egypt`.
    pub(super) fn note_levier(&mut self) {
        if self.carry.tariff.is_some() {
            return;
        }
        let Some(at) =
            (0..self.pieces.list.len()).find(|at| matches!(self.what(*at), Some(What::Class(Class::Tariff))))
        else {
            return;
        };
        let levier = (0..at).find_map(|back| match self.what(back) {
            Some(What::Region(place))
                if self.places.mentions[*place].usage != Usage::Dateline
                    && !matches!(
                        self.what(back.wrapping_sub(1)),
                        Some(What::Class(Class::Prep(
                            Prep::On | Prep::From | Prep::To | Prep::Of | Prep::In | Prep::With
                        )))
                    ) =>
            {
                Some(self.levier(*place))
            }
            _ => None,
        });
        self.carry.tariff = levier;
    }

    fn is_capital(&self, at: usize) -> bool {
        let first = self.pieces.list.get(at).map(|piece| piece.tokens.start);
        first.and_then(|first| self.story.tokens.get(first)).is_some_and(|token| token.capital)
    }

    /// The last duty that the story spoke of, where that was not long ago.
    pub(super) fn duty_before(&self) -> Option<&Draft> {
        self.drafts.iter().rev().take(8).find(|draft| {
            draft.topic.indicator == Indicator::Tariff && draft.sentence + NEAR >= self.sentence
        })
    }

    /// `a 1.05 dlrs per bushel duty`, `a 35-cent per gallon tariff`.
    pub(super) fn duty_per_unit(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !quantity.measure.is_money() {
            return None;
        }
        let per = at + 1 + usize::from(matches!(self.what(at + 1), Some(What::Sign('-'))));
        // `2 cents a pound` is one piece
        let from = if quantity.price { per } else { per + 1 };
        let noun = (from..per + 6)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Sign('-')
                            | What::Class(Class::Plain | Class::Other | Class::Tariff)
                    )
                )
            })
            .find(|at| matches!(self.what(*at), Some(What::Class(Class::Tariff))))?;
        if !quantity.price && !self.is_word(per, words!["per", "a"]) {
            return None;
        }
        self.tariff(noun);
        let topic = self.topic.clone()?;
        self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/specific")
    }

    /// `a duty of V a tonne`, `against the full V2`: a specific duty, in money for a weight.
    ///
    /// Not: the price of what it is put on.
    pub(super) fn specific_duty(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !quantity.measure.is_money() {
            return None;
        }
        let before = self.left_of(at)?;
        if let Some((direction, topic)) = self.change_of_duty_before(before) {
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "tariff/specific");
        }
        let hangs = matches!(
            self.what(before)?,
            What::Class(
                Class::Prep(Prep::To | Prep::From | Prep::Of | Prep::And | Prep::At | Prep::By)
                    | Class::Level(_)
                    | Class::Bound(_)
                    | Class::Against
                    | Class::Than
            )
        ) || self
            .is_word(before, words!["plus", "existing", "current", "standard", "full", "normal"])
            || self.is_word(at.wrapping_sub(1), words!["full", "normal"]);
        // `will pay 75 euros a tonne`, `would face a prohibitive 680 euros a tonne` in a story of duties or quotas
        let pays = self.any_word(at.saturating_sub(3)..at, PAYS)
            && (quantity.price || self.is_price(self.after_bracket(at + 1)));
        let of_duties =
            |draft: &&Draft| matches!(draft.topic.indicator, Indicator::Tariff | Indicator::Quota);
        if pays
            && let Some(kin) = self.drafts.iter().rev().take(8).find(of_duties)
            && kin.sentence + NEAR >= self.sentence
        {
            let topic = Topic { indicator: Indicator::Tariff, commodity: None, ..kin.topic.clone() };
            return self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/specific");
        }
        if !hangs {
            return None;
        }
        let kin = self.drafts.iter().rev().take(6).find(|draft| draft.rule == "tariff/specific");
        let of_duty = self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Tariff);
        if kin.is_none() && !of_duty {
            return None;
        }
        let unit = self.unit(quantity)?.0;
        let kin = kin
            .filter(|kin| kin.unit == unit && kin.sentence + NEAR >= self.sentence)
            .map(|kin| kin.topic.clone());
        let spoken = self.topic.clone().filter(|topic| topic.indicator == Indicator::Tariff);
        let topic = if let Some(topic) = spoken {
            let clear = (self.topic_end.min(at)..at)
                .all(|back| !matches!(self.what(back), Some(What::Class(Class::Other))));
            // `That of palm oil remained at V` may be of a price
            let named = (self.topic_from..self.topic_end)
                .any(|at| matches!(self.what(at), Some(What::Class(Class::Tariff))));
            // `will decrease by V to V2 a tonne`
            let of_price = || {
                let of = |other: &Quantity| other.price && other.measure == quantity.measure;
                self.is_prep(before, Prep::By) && self.pieces.quantities.iter().any(of)
            };
            let specific = quantity.price
                || self.is_price(self.after_bracket(at + 1))
                || kin.is_some() && named
                || of_price();
            if !clear || at > self.topic_end + 20 || !specific {
                return None;
            }
            topic
        } else {
            // `bids for white sugar were accepted, at V`
            let at_rate = self.is_prep(before, Prep::At)
                && matches!(self.what(before.wrapping_sub(1)), Some(What::Sign(',')));
            // `The reduced rate for fields in East Siberia will be V a tonne, compared with V2`
            let priced = quantity.price || self.is_price(self.after_bracket(at + 1));
            let rate = || (self.clause_start..before).any(|at| self.is_word(at, words!["rate", "rates"]));
            kin.filter(|_| (at_rate || priced && rate()) && quantity.value < SPECIFIC.into())?
        };
        if let Said::Change(direction) = self.said
            && self.is_prep(before, Prep::By)
        {
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "tariff/specific");
        }
        self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/specific")
    }

    /// `will decrease by V, or P`: the change of a duty that the words before have told in the other way.
    fn change_of_duty_before(&self, or: usize) -> Option<(Direction, Topic)> {
        let last = self.drafts.get(self.first_draft..)?.last().filter(|_| self.is_prep(or, Prep::Or))?;
        let of_duty = last.topic.indicator == Indicator::Tariff && last.kind == FigureKind::Change;
        last.direction.filter(|_| of_duty).map(|direction| (direction, last.topic.clone()))
    }

    /// `The tariff cuts of between P and P2`, `a duty reduction of P`: by how much, and no rate.
    fn cut_of_a_duty(&self, before: usize) -> Option<Direction> {
        let between = usize::from(self.is_prep(before, Prep::Between));
        let of = before.checked_sub(between).filter(|of| self.is_prep(*of, Prep::Of))?;
        match (self.what(of.checked_sub(2)?)?, self.what(of - 1)?) {
            (What::Class(Class::Tariff), What::Class(Class::Change(direction))) => Some(*direction),
            _ => None,
        }
    }

    /// `licences to import V of sugar`, `may export no more than V`: what may cross the border.
    pub(super) fn licensed(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !matches!(quantity.measure, Measure::Unit(_)) {
            return None;
        }
        let from = self.clause_start.min(at).max(at.saturating_sub(7));
        let word = |words: &Words| self.last_word(from..at, words);
        let small = |from: usize| {
            (from..at).all(|at| {
                matches!(
                    self.what(at),
                    Some(What::Class(Class::Plain | Class::Bound(_) | Class::Prep(Prep::To)) | What::Number)
                ) || self.is_word(
                    at,
                    words!["import", "export", "covering", "first", "for", "importing", "exporting"],
                )
            })
        };
        let licence = word(words!["licences", "licenses", "licence", "license", "permits", "permit"]);
        let licence = licence.filter(|noun| {
            // what traders ask for is not yet allowed
            let asked = (noun.saturating_sub(3)..*noun).any(|at| {
                self.is_word(at, words!["requested", "sought", "seek", "seeking", "asked", "applied"])
            });
            !asked
                && small(noun + 1)
                && (self.crosses(at)
                    || (noun + 1..at).any(|at| self.is_word(at, words!["import", "export"]))
                    || self.duty_before().is_some()
                    || self.drafts.last().is_some_and(|last| last.rule == "quota/licence"))
        });
        let allowed = word(words!["import", "export", "ship", "sell"]).filter(|verb| {
            let may = (verb.saturating_sub(3)..*verb).any(|at| {
                self.is_word(at, words!["may", "can", "could", "allowed", "permitted", "entitled"])
            });
            let most = (verb + 1..at).any(|at| {
                self.is_word(at, words!["no more than", "not more than", "up to", "at most", "a maximum of"])
            });
            // `allowed sugar mills to export V`
            let allows = self.is_prep(verb.wrapping_sub(1), Prep::To)
                && (verb.saturating_sub(6)..*verb).any(|at| {
                    self.is_word(
                        at,
                        words!["allowed", "allow", "allows", "permitted", "permit", "permits", "allowing"],
                    )
                });
            (may && most || allows) && small(verb + 1)
        });
        let allowed_verb = allowed.is_some();
        let noun = licence.or(allowed)?;
        let goods = self.goods_of(at);
        let reporter = self
            .subject(noun)
            .map(|(_, code)| code)
            .or_else(|| self.carry.tariff.clone())
            .or_else(|| self.carried_reporter(Indicator::Quota));
        let topic = Topic {
            commodity: goods,
            reporter_stated: reporter.is_some(),
            reporter,
            ..Topic::of(Indicator::Quota)
        };
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "quota/licence")?;
        if allowed_verb {
            draft.status = Status::Reported;
        }
        draft.undate();
        self.block();
        Some(draft)
    }

    /// Whether what is counted is exports or imports: `V of sugar imports`.
    fn crosses(&self, at: usize) -> bool {
        (at + 1..at + 7)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Sign('-')
                            | What::Class(Class::Prep(Prep::Of) | Class::Plain | Class::Indicator(..))
                    )
                )
            })
            .any(|at| matches!(self.what(at), Some(What::Class(Class::Indicator(..)))))
    }

    /// `a P tax` in a story of duties.
    pub(super) fn called_a_tax(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let tax = quantity.measure == Measure::Percent
            && self.is_word(at + 1, words!["tax", "charge"])
            && self.is_word(at.wrapping_sub(1), words!["a", "the"]);
        let last = self.drafts.last().filter(|last| tax && last.sentence + 12 > self.sentence)?;
        let topic = self.carry.duty.clone()?;
        let duties = last.topic.indicator == Indicator::Tariff || self.duty_before().is_some();
        let same = self.drafts.iter().any(|draft| {
            draft.topic.indicator == Indicator::Tariff
                && draft.unit == "percent"
                && draft.value == quantity.value
                && draft.topic.reporter == topic.reporter
        });
        if !(duties || same) {
            return None;
        }
        self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/noun-after")
    }

    /// `Vietnam's Formosa will pay P`, `beef would be charged P; lumber and wine P`: what goods or their makers pay.
    pub(super) fn rate_paid(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 {
            return None;
        }
        let kin =
            self.duty_before().map(|draft| (draft.topic.clone(), draft.rule, draft.sentence, draft.status));
        // `Imported sugar is taxed at P`, `Imports above the quota are charged P`
        let of_imports = || {
            let taxed = words!["taxed", "charged", "dutiable"];
            self.any_word(at.saturating_sub(2)..at, taxed)
                && (0..at).any(|back| {
                    self.is_word(back, words!["imported"])
                        || matches!(self.what(back), Some(What::Class(Class::Indicator(measured, _)))
                            if measured.indicator == Indicator::Imports)
                })
        };
        let of_duty = kin.is_some() || self.carry.tariff.is_some() || of_imports();
        if !of_duty || self.is_prep(at + 1, Prep::Of) || self.is_more(at + 1) {
            return None;
        }
        let before = self.left_of(at)?;
        let start = |from: usize| {
            (0..from)
                .rev()
                .find(|back| {
                    matches!(self.what(*back), Some(What::Sign(';' | ':' | '—') | What::Quantity(_)))
                        || matches!(self.what(*back), Some(What::Class(Class::Break)))
                            && !self.is_word(*back, words!["which"])
                })
                .map_or(0, |back| back + 1)
        };
        let paid = |at: usize| self.is_word(at, PAYS);
        let subject_to = |at: usize| {
            self.is_prep(at, Prep::To)
                && self.is_word(at.wrapping_sub(1), words!["subject", "subjected", "liable"])
        };
        let hit_with = |at: usize| {
            (self.is_prep(at, Prep::With) || self.is_prep(at, Prep::At))
                && (self.is_word(
                    at.wrapping_sub(1),
                    words!["hit", "slapped", "saddled", "off", "taxed", "dutiable", "charged", "levied"],
                ))
        };
        // `would attract the lowest rate, P`
        let rate = if matches!(self.what(before), Some(What::Sign(','))) {
            self.left_of(before)
        } else {
            Some(before)
        };
        let rate = rate
            .filter(|rate| self.is_word(*rate, words!["rate", "levy", "charge"]))
            .and_then(|rate| rate.checked_sub(1));
        let rate = rate.map(|rate| {
            (rate.saturating_sub(2)..=rate)
                .rev()
                .find(|at| {
                    !self.is_word(*at, words!["the", "a", "lowest", "highest", "minimum", "maximum", "same"])
                })
                .unwrap_or(rate)
        });
        let verb = [Some(before), rate]
            .into_iter()
            .flatten()
            .find(|at| paid(*at) || subject_to(*at) || hit_with(*at));
        let elided = verb.is_none();
        if elided {
            // the verb is that of the clause before
            let (_, rule, sentence, _) = kin.as_ref()?;
            let listed = *rule == "tariff/paid"
                && *sentence == self.sentence
                && matches!(self.what(before), Some(What::Word | What::Region(_)));
            if !listed {
                return None;
            }
        }
        let verb = verb.unwrap_or(at);
        let from = start(verb);
        let mut partner = None;
        let mut goods = None;
        for back in from..verb {
            match self.what(back) {
                Some(What::Region(place)) if self.places.mentions[*place].usage != Usage::Dateline => {
                    let maker = matches!(self.what(back + 1), Some(What::Possessive));
                    // `Japan and South Korea face P`
                    let both = || self.region_list(back, true).filter(|(_, next)| *next == verb);
                    let code = || both().map_or_else(|| self.code(*place, true), |(codes, _)| codes);
                    partner = partner.or_else(|| Some(code()));
                    goods = None;
                    if maker {
                        break;
                    }
                }
                Some(What::Word)
                    if !self.text(back).ends_with("ly")
                        && !self.is_word(
                            back,
                            words![
                                "subject", "would", "got", "already", "taxed", "charged", "hit", "slapped"
                            ],
                        ) =>
                {
                    goods = Some(extend(goods, self.pieces.list[back].tokens.clone()));
                }
                Some(What::Class(Class::Status(_))) => break,
                _ => {}
            }
        }
        // a new paragraph is of the duty that the story is about
        let same = kin.as_ref().is_some_and(|(_, _, sentence, _)| {
            self.story.sentences.get(*sentence).map(|sentence| sentence.paragraph)
                == Some(self.carry.paragraph)
        });
        let spoken = kin.as_ref().map(|(topic, ..)| topic.clone());
        let last = if same { spoken } else { self.carry.duty.clone().or(spoken) };
        let levier = last.as_ref().and_then(|topic| topic.reporter.clone());
        // `India said it would raise duties on U.S. goods, with walnuts to be taxed at P`
        let acts = self.who_lays(verb);
        let reporter = acts
            .or(levier)
            .or_else(|| self.carry.tariff.clone())
            .filter(|code| Some(code) != partner.as_ref());
        let reporter =
            reporter.or_else(|| self.carried_reporter(Indicator::Tariff).filter(|_| kin.is_none()));
        // a firm that no place is named with
        let name = |at: usize| {
            matches!(self.what(at), Some(What::Word))
                && self.is_capital(at)
                && self.text(at).chars().any(char::is_lowercase)
        };
        let named = (from..verb).filter(|at| name(*at)).count() > 1;
        let of_story = self.carry.duty.as_ref().filter(|duty| duty.reporter == reporter);
        let origin = last.as_ref().and_then(|topic| topic.partner.clone());
        let origin = origin.or_else(|| of_story?.partner.clone()).filter(|_| !named);
        let goods = goods.filter(|_| partner.is_none()).map(|tokens| self.lower(tokens));
        let topic = Topic {
            commodity: goods.or_else(|| last.as_ref().and_then(|topic| topic.commodity.clone())),
            reporter: reporter.or_else(|| last.as_ref().and_then(|topic| topic.reporter.clone())),
            partner_stated: partner.is_some(),
            partner: partner.or(origin),
            ..Topic::of(Indicator::Tariff)
        };
        if topic.reporter.is_none() || topic.reporter == topic.partner {
            return None;
        }
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/paid")?;
        if elided && let Some((.., status)) = kin {
            draft.status = status;
        }
        Some(draft)
    }

    /// The other side of the trade pact that the headline and the lead are about.
    pub(super) fn other_of_pact(&self, one: &Name) -> Option<Name> {
        let [first, second] = self.carry.pact.get_or_init(|| self.sides_of_pact()).as_ref()?;
        match one {
            one if one == first => Some(second.clone()),
            one if one == second => Some(first.clone()),
            _ => None,
        }
    }

    fn sides_of_pact(&self) -> Option<[Name; 2]> {
        const PACTS: &[&str] = &["pact", "agreement", "deal", "accord", "fta"];
        let lead = self.story.paragraphs.get(1).map_or(self.story.headline.end, |lead| lead.end);
        let tokens = 0..self.story.token_at(lead);
        let word = |at: usize, words: &[&str]| {
            self.story.tokens.get(at).is_some_and(|token| {
                let text = token.text;
                words.iter().any(|word| text.eq_ignore_ascii_case(word))
            })
        };
        let pact =
            tokens.into_iter().any(|at| word(at, &["trade"]) && (at + 1..at + 3).any(|at| word(at, PACTS)));
        if !pact {
            return None;
        }
        let mut sides: Vec<&str> = Vec::new();
        for place in self.places.mentions.iter().take_while(|place| place.bytes.end <= lead) {
            if place.usage == Usage::Dateline || place.usage == Usage::Metonym {
                continue;
            }
            let code = match (&place.region.level, place.region.code.as_str()) {
                (_, "x:europe") => "x:eu",
                (Level::Country | Level::Group, code) => code,
                _ => continue,
            };
            if !sides.contains(&code) {
                sides.push(code);
            }
        }
        let [first, second] = sides.as_slice() else { return None };
        Some([Name::from(*first), Name::from(*second)])
    }

    /// Those who are named for the country whose duties they set; a name of others is followed by what shows it.
    fn who_rules(&self, pieces: std::ops::Range<usize>) -> Option<Name> {
        // the second words of all rulers
        const NAMED: &Words = words![
            "house",
            "trump",
            "biden",
            "bush",
            "clinton",
            "reagan",
            "obama",
            "administration",
            "commission",
            "department",
        ];
        const RULERS: &[(&Words, &Words, &str)] = &[
            (words!["white"], words!["house"], "US"),
            (words!["president"], words!["trump"], "US"),
            (words!["donald"], words!["trump"], "US"),
            (words!["president"], words!["biden"], "US"),
            (words!["joe"], words!["biden"], "US"),
            (words!["president"], words!["bush"], "US"),
            (words!["president"], words!["clinton"], "US"),
            (words!["president"], words!["reagan"], "US"),
            (words!["president"], words!["obama"], "US"),
            (words!["trump"], words!["administration"], "US"),
            (words!["biden"], words!["administration"], "US"),
            (words!["bush"], words!["administration"], "US"),
            (words!["clinton"], words!["administration"], "US"),
            (words!["reagan"], words!["administration"], "US"),
            (words!["european"], words!["commission"], "x:eu"),
            (words!["commerce"], words!["department"], "US"),
            (words!["trade"], words!["commission"], "US"),
        ];
        let acts = words![
            "imposed",
            "imposes",
            "slapped",
            "put",
            "announced",
            "has",
            "had",
            "said",
            "would",
            "upped",
            "threatened",
            "doubled",
            "raised",
            "lowered",
            "hiked",
            "cut",
            "hit",
            "set",
            "signed",
            "wants",
            "will",
            "vowed",
            "plans",
            "planned",
            "ordered",
            "halved",
            "trebled",
            "tripled",
            "'s",
        ];
        if !self.may_say(NAMED) {
            return None;
        }
        pieces.into_iter().find_map(|at| {
            let pair = RULERS.iter().find(|(one, two, _)| self.is_word(at, one) && self.is_word(at + 1, two));
            let trump = self.is_word(at, words!["trump"])
                && (matches!(self.what(at + 1), Some(What::Possessive)) || self.is_word(at + 1, acts));
            pair.map(|(.., code)| Name::from(*code)).or_else(|| trump.then(|| Name::from("US")))
        })
    }

    /// A capital levies for its country, and Brussels and Europe for the EU.
    pub(super) fn levier(&self, place: usize) -> Name {
        let mention = &self.places.mentions[place];
        if mention.region.code == "x:europe"
            || self.story.words(mention.bytes.clone()).eq_ignore_ascii_case("brussels")
        {
            "x:eu".into()
        } else {
            self.code(place, true)
        }
    }

    pub(super) fn tariff_value(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        // `as firms rushed to beat the duties, and were a third lower`: no duty is a third
        if quantity.fraction && !matches!(self.said, Said::Change(_)) {
            return None;
        }
        let mut topic = self.topic.clone()?;
        // `from P for Egypt's Ezz Steel to P2 for Japan's Nippon Steel`
        if self.is_word(at + 1, words!["for"])
            && let Some(What::Region(place)) =
                self.what(self.skip(at + 2, |what| matches!(what, What::Class(Class::Plain))))
        {
            let maker = self.code(*place, true);
            if topic.reporter.as_ref() != Some(&maker) {
                (topic.partner, topic.partner_stated) = (Some(maker), true);
            }
        }
        // `Duties on machine tools stand at P in China`
        if self.is_prep(at + 1, Prep::In)
            && let Some((_, place)) = self.named_from(at + 2)
            && matches!(self.places.mentions[place].region.level, Level::Country | Level::Group)
            && self.places.mentions[place].usage == Usage::Name
        {
            (topic.reporter, topic.reporter_stated) = (Some(self.levier(place)), true);
        }
        // `P on steel and P2 on goods from Mexico`, `P to cells from Vietnam`: each has its goods
        if self.is_prep(at + 1, Prep::On)
            || self.is_prep(at + 1, Prep::To)
            || self.is_word(at + 1, words!["for"])
        {
            let (goods, origin) = self.taxed_goods(at + 2);
            if origin.is_some() && origin != topic.reporter {
                (topic.partner, topic.partner_stated) = (origin, true);
                topic.commodity = goods;
            }
        }
        let mut before = self.left_of(at)?;
        // `Duty on wines, at present P,`
        if matches!(self.what(before), Some(What::Time(_))) && before + 1 == at {
            before = self
                .left_of(before)
                .filter(|mark| matches!(self.what(*mark), Some(What::Sign(',' | '('))))?;
        }
        let clear = (self.topic_end.min(at)..at)
            .all(|back| !matches!(self.what(back), Some(What::Class(Class::Other))));
        // `the duty will double to 15%`
        let verb_follows = (self.topic_end.min(at)..at).all(|back| {
            matches!(
                self.what(back),
                Some(
                    What::Word
                        | What::Region(_)
                        | What::Class(Class::Plain | Class::Status(_) | Class::Prep(_) | Class::Level(_))
                )
            )
        });
        let near = at <= self.topic_end + if verb_follows { 10 } else { 4 };
        if self.is_beside_a_rate(at, quantity) {
            return None;
        }
        if quantity.measure == Measure::Multiple && quantity.verb && clear && near {
            let up = quantity.value > rust_decimal::Decimal::ONE;
            let direction = if up { Direction::Up } else { Direction::Down };
            (self.said, self.said_at) = (Said::Change(direction), at);
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "tariff/verb");
        }
        // `rose 10 percentage points to P`, `cut on a further 53 items, ethylene among them, by 7.7 points`, `cuts of 5 points`
        if quantity.measure == Measure::Points && clear {
            let moved = match self.said {
                Said::Change(direction) => Some(direction),
                _ => (self.topic_from..at).rev().find_map(|at| match self.what(at) {
                    Some(What::Class(Class::Change(direction))) => Some(*direction),
                    _ => None,
                }),
            };
            if let Some(direction) = moved {
                return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "tariff/verb");
            }
        }
        if quantity.measure == Measure::Percent
            && let Some((direction, topic)) = self.change_of_duty_before(before)
        {
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "tariff/verb");
        }
        if quantity.measure == Measure::Percent
            && let Some(direction) = self.cut_of_a_duty(before)
        {
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "tariff/verb");
        }
        // `tariffs on such products as cosmetics, bicycles and apples would be cut by P`
        let cut = matches!(self.said, Said::Change(_)) && self.topic_end <= self.said_at && self.near(at);
        if quantity.measure != Measure::Percent || !clear || at > self.topic_end + 20 && !cut {
            return None;
        }
        let said = match self.what(before)? {
            What::Class(Class::Prep(Prep::By)) => match self.said {
                Said::Change(direction) => {
                    return self.draft(
                        at,
                        quantity,
                        FigureKind::Change,
                        topic,
                        Some(direction),
                        "tariff/verb",
                    );
                }
                _ => true,
            },
            What::Class(
                Class::Prep(Prep::To | Prep::From | Prep::Of | Prep::And | Prep::Between | Prep::At)
                | Class::Level(_)
                | Class::Bound(_),
            ) => true,
            // `could climb as high as P`
            What::Class(Class::Change(_)) => matches!(self.what(at - 1), Some(What::Class(Class::Bound(_)))),
            // `Mexico's duties on U.S. goods, now about 10 percent`
            What::Sign(',' | '(') if before <= self.topic_end + 6 => {
                matches!(
                    self.what(self.skip(at + 1, |what| matches!(
                        what,
                        What::Word
                            // `The duties, P on the European Union, P2 on Japan`
                            | What::Region(_)
                            | What::Class(
                                Class::Plain
                                    | Class::Prep(Prep::On)
                                    // `flat steel`
                                    | Class::Change(Direction::Flat)
                            )
                    ))),
                    Some(What::Sign(',' | ')' | '.')) | None
                ) && quantity.sign == 0
            }
            // `a tariff of P on China, P2 on India`
            What::Sign(',') if self.next_duty(at) => true,
            _ => self.is_word(
                at.wrapping_sub(1),
                words![
                    "existing",
                    "current",
                    "standard",
                    "additional",
                    "extra",
                    "remains",
                    "remained",
                    "stays",
                    "stayed"
                ],
            ),
        };
        let mut draft =
            said.then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/verb"))??;
        // `is considering raising its tariff on American cars, now 10 percent`
        if (before..at).any(|at| self.is_word(at, words!["now", "currently", "presently", "at present"])) {
            draft.status = Status::Reported;
        }
        Some(draft)
    }

    /// A rate behind another one of the sentence, with what it is on behind it.
    fn next_duty(&self, at: usize) -> bool {
        let on = self.is_prep(at + 1, Prep::On) || self.is_word(at + 1, words!["for"]);
        let listed = self.drafts[self.first_draft..].last().is_some_and(|last| {
            last.topic.indicator == Indicator::Tariff
                && last.kind == FigureKind::Level
                && last.unit == "percent"
        });
        on && listed && (self.named_from(at + 2).is_some() || matches!(self.what(at + 2), Some(What::Word)))
    }

    /// A tariff within a few words after a percentage: `a 25 percent U.S. duty`.
    pub(super) fn tariff_after(&self, at: usize) -> Option<usize> {
        for next in at + 1..at + 5 {
            match self.what(next)? {
                What::Class(Class::Tariff) => return Some(next).filter(|_| !self.of_a_service()),
                What::Class(Class::Other)
                    if next <= at + 2
                        && !self.is_word(next.wrapping_sub(1), words!["the"])
                        && self.is_rate_of_duty(next) =>
                {
                    return Some(next);
                }
                // `pay P in export duties`
                What::Class(Class::Prep(Prep::In)) if next == at + 1 => {}
                // `At P, the U.S. tariff on coffee`
                What::Sign(',') if next == at + 1 && self.is_prep(at.wrapping_sub(1), Prep::At) => {}
                What::Word
                | What::Region(_)
                | What::Possessive
                | What::Sign('-')
                | What::Class(Class::Plain | Class::Indicator(_, Strength::Head)) => {}
                _ => return None,
            }
        }
        None
    }
}
