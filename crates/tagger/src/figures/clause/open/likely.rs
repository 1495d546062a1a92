//! What a number is of that its signs speak for (`weigh`): the nearest word that names something, the place beside it, and the
//! figures before it.

use super::super::super::draft::{Draft, Topic};
use super::super::super::lexicon::{Class, Measured, Prep, Strength};
use super::super::super::pieces::What;
use super::super::super::quantity::{Measure, Quantity};
use super::super::tariff::CHARGES;
use super::super::{Clauses, Said, figure};
use super::Stretch;
use super::elsewhere::Says;
use super::weigh::{Signs, TAIL};
use article::{Direction, FigureKind, Indicator};
use rust_decimal::Decimal;

/// A place so near is beside the number.
const BESIDE: usize = 6;

impl Clauses<'_, '_> {
    /// Whether anything but signs says that the story is of trade: a figure that a rule read, an indicator here, or the headline.
    pub(super) fn is_of_trade(&self, signs: Signs) -> bool {
        signs.names_trade() || self.drafts.iter().any(|draft| !draft.rule.starts_with("likely/"))
    }

    /// A number that the signs speak for, as what is spoken of around it.
    pub(super) fn likely(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let stretch = self.stretch(at);
        if self.trades_at_home(&stretch, at)
            || self.is_of_a_firm()
            || self.is_of_orders(&stretch, at, quantity)
            || self.is_of_a_project(at, quantity)
            || self.buys_money(at, quantity)
            || (stretch.clause..at)
                .any(|at| self.owns_sales(at) || self.sells_there(at) || self.is_revenue_abroad(at))
        {
            return None;
        }
        let topic =
            self.duty_goes_on(&stretch, at, quantity).or_else(|| self.contract(&stretch, at, quantity));
        let topic = match topic.or_else(|| self.topic_here(&stretch, at)) {
            Some(topic) => topic,
            None => self.topic_around(&stretch, at, quantity)?,
        };
        // `Flows from Kirkuk to Ceyhan resumed at V a day`: no capital is counted in barrels or tons
        let topic = if figure::is_fdi(topic.indicator) && matches!(quantity.measure, Measure::Unit(_)) {
            let mut last = self.drafts.iter().rev().take(12).map(|draft| &draft.topic);
            let flow =
                last.find(|topic| matches!(topic.indicator, Indicator::Exports | Indicator::Imports))?;
            let whole = flow.reporter.as_ref().is_some_and(|code| code.len() == 2);
            let reporter = if whole { flow.reporter.clone() } else { topic.reporter.clone() };
            let partner = topic.partner.clone().filter(|_| !whole);
            Topic { reporter, partner_stated: partner.is_some(), partner, ..flow.clone() }
        } else {
            topic
        };
        let topic = self.still_freight(&stretch, at, topic);
        self.status = self.status_within(stretch.clause, at);
        self.will = false;
        let (kind, direction) = self.form_around(&stretch, at, quantity, &topic)?;
        let (topic, kind, direction) =
            match self.goods_moved(&stretch, at, &topic).or_else(|| self.or_rate(at, quantity)) {
                Some((moved, direction)) => (moved, FigureKind::Change, Some(direction)),
                None => (topic, kind, direction),
            };
        let topic = Topic { growth: false, ..topic };
        self.topic = Some(topic.clone());
        let rule = match kind {
            FigureKind::Change => "likely/change",
            FigureKind::Share => "likely/share",
            _ => "likely/level",
        };
        let draft = self.draft(at, quantity, kind, topic, direction, rule)?;
        self.as_it_is_delivered(at, draft)
    }

    /// `was up V, or P`, `up V (P)`: the rate of what was read as a change of goods.
    fn or_rate(&self, at: usize, quantity: &Quantity) -> Option<(Topic, Direction)> {
        if quantity.measure != Measure::Percent {
            return None;
        }
        let back = match self.what(at.checked_sub(1)?)? {
            What::Sign('(') => at.checked_sub(2)?,
            _ if self.is_word(at - 1, words!["or"])
                && matches!(self.what(at.checked_sub(2)?), Some(What::Sign(','))) =>
            {
                at.checked_sub(3)?
            }
            _ => return None,
        };
        let Some(What::Quantity(index)) = self.what(back) else { return None };
        let moved = &self.drafts[self.became.get(*index).copied().flatten()?];
        let goods = moved.topic.commodity.is_some()
            && matches!(moved.topic.indicator, Indicator::Exports | Indicator::Imports)
            && matches!(moved.rule, "open/change" | "likely/change");
        (goods && moved.kind == FigureKind::Change).then(|| Some((moved.topic.clone(), moved.direction?)))?
    }

    /// `Sales were flat at V` below the headline of a firm's profit, where the sentence says nothing of trade.
    pub(super) fn is_of_a_firm(&self) -> bool {
        // `it was a net exporter`
        let named = || {
            self.pieces.list.iter().any(|piece| {
                matches!(
                    piece.what,
                    What::Class(Class::Indicator(_, Strength::Full | Strength::Head | Strength::Verb))
                ) || piece.words.contains("xport")
                    || piece.words.contains("mport")
            })
        };
        self.carry.headline_of_profit && !named()
    }

    /// `The bank bought two billion U.S. dlrs`: money, and no goods for it.
    fn buys_money(&self, at: usize, quantity: &Quantity) -> bool {
        let of_goods = self.is_prep(at + 1, Prep::Of)
            || self.is_prep(at + 1, Prep::In)
            || self.is_word(at + 1, words!["worth"])
            || matches!(self.what(at + 1), Some(What::Possessive));
        quantity.measure.is_money()
            && !of_goods
            && self
                .left_of(at)
                .is_some_and(|verb| self.is_word(verb, words!["bought", "buy", "buying", "buys"]))
    }

    /// `the eight billion dlr Kansai airport project`: what something costs.
    fn is_of_a_project(&self, at: usize, quantity: &Quantity) -> bool {
        const PROJECTS: &super::super::Words = words![
            "project",
            "projects",
            "programme",
            "program",
            "package",
            "scheme",
            "plant",
            "pipeline",
            "airport",
            "refinery",
            "bailout",
            "stimulus",
        ];
        let of_capital =
            self.carry.story_flow.as_ref().is_some_and(|flow| super::super::figure::is_fdi(flow.indicator))
                || self.drafts.last().is_some_and(|last| {
                    super::super::figure::is_fdi(last.topic.indicator)
                        || last.topic.indicator == Indicator::Deals
                });
        let noun = (at + 1..at + 5)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Sign('-')
                            | What::Class(Class::Status(_) | Class::Plain)
                    )
                )
            })
            .find(|at| self.is_word(*at, PROJECTS));
        quantity.measure.is_money() && !of_capital && noun.is_some()
    }

    /// `New orders dropped P and sales P2`: of no customers abroad.
    fn is_of_orders(&self, stretch: &Stretch, at: usize, quantity: &Quantity) -> bool {
        const ORDERS: &super::super::Words = words!["orders", "bookings", "order intake", "new orders"];
        const FROM: &super::super::Words = words!["foreign", "export", "overseas", "abroad"];
        let clause = stretch.clause.min(at)..at;
        quantity.measure.is_relative()
            && self.may_say(ORDERS)
            && self.any_word(clause.clone(), ORDERS)
            && !self.any_word(clause.clone(), FROM)
            && !clause.clone().any(|at| matches!(self.what(at), Some(What::Region(_))))
            && !self.drafts.iter().rev().take(8).any(|draft| draft.topic.indicator == Indicator::Deals)
    }

    /// `The agency bought V of flour for schools`: somebody buys or sells, and no place is named.
    fn trades_at_home(&self, stretch: &Stretch, at: usize) -> bool {
        let trades = (stretch.from..at).any(|at| self.says(at, Says::TAKES) || self.says(at, Says::GIVES));
        let abroad = (stretch.from..at + 1 + TAIL).any(|at| {
            matches!(
                self.what(at),
                Some(What::Region(_) | What::Class(Class::Indicator(..) | Class::Anaphor | Class::Peri(_)))
            ) || self.is_word(at, words!["abroad", "overseas", "foreign"])
        });
        let travel = (stretch.from..at).any(|at| match self.what(at) {
            Some(What::Class(Class::Indicator(measured, Strength::Full))) => {
                self.is_home_travel(at, measured.indicator)
            }
            _ => false,
        });
        travel || trades && !abroad && stretch.before.is_none()
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
        if named {
            return None;
        }
        let moved = (stretch.from..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Change(_)))));
        let charges =
            (stretch.from..at).any(|at| self.is_word(at, CHARGES)) && self.is_prep(at + 1, Prep::On);
        if charges && let Some((from, _)) = self.region_list(at + 2, true) {
            // `has levied P on EU steel`
            let levier = (0..at).rev().find_map(|at| match self.what(at) {
                Some(What::Region(place)) => Some(self.levier(*place)),
                _ => None,
            });
            let reporter = levier.filter(|levier| *levier != from).or_else(|| self.carry.tariff.clone());
            return Some(Topic {
                reporter_stated: true,
                reporter,
                partner: Some(from),
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
        let duty = |draft: &&Draft| {
            draft.topic.indicator == Indicator::Tariff && draft.sentence + 2 >= self.sentence
        };
        // what stands before it says more than what the sentence ends with
        let before = self.drafts.iter().rev().find(|draft| draft.bytes.start < quantity.bytes.start);
        let last = before.filter(duty).or_else(|| self.drafts.last().filter(duty))?;
        if moved {
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
        let money = quantity.measure.is_money();
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
                // `Norway has chosen British frigates in a V contract`: who chose, and not who bought before
                let chose = self.any_word(1..at, words!["chosen", "chose", "picked", "selected", "signed"]);
                let buyer = self.opens_clause(0).filter(|_| chose);
                let seller = buyer.as_ref().and_then(|buyer| self.place_but(1..at, buyer));
                let stated = buyer.is_some();
                let reporter = buyer.or_else(|| self.carried_reporter(Indicator::Deals));
                Some(Topic {
                    reporter,
                    reporter_stated: stated,
                    partner_stated: seller.is_some(),
                    partner: seller,
                    ..Topic::of(Indicator::Deals)
                })
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
        let foreign = self.is_word(verb.wrapping_sub(1), words!["foreign", "inward", "overseas"]);
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
        let money = quantity.measure.is_money();
        let relative = quantity.measure.is_relative();
        let fits = |at: &usize| match self.what(*at) {
            // `a free-trade deal` measures nothing
            Some(What::Class(Class::Indicator(_, Strength::Head))) => {
                !matches!(self.what(at + 1), Some(What::Word | What::Class(Class::Deal | Class::Other)))
                    && !self.is_word(at.wrapping_sub(1), words!["free", "-"])
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
            // `the net capital inflow rose to V`: loans and deposits, too
            Some(What::Class(Class::Indicator(measured, Strength::Bare)))
                if super::super::figure::is_fdi(measured.indicator)
                    && self.any_word(0..self.pieces.list.len(), words!["capital"])
                    && !self.any_word(
                        0..self.pieces.list.len(),
                        words!["direct", "direct investment", "foreign direct investment", "fdi"],
                    ) =>
            {
                None
            }
            // `The deficit was V` after the budget, `today's shortfall` in the money market
            Some(What::Class(Class::Indicator(measured, Strength::Bare)))
                if measured.indicator == Indicator::Balance
                    && (self.balance_of_else(found) || !self.carry.trade_seen) =>
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
        if self.is_word(noun, words!["receipts"]) && self.is_prep(noun + 1, Prep::From) {
            return Topic { indicator: Indicator::Exports, ..topic };
        }
        let other = topic.reporter_stated
            && topic.reporter.as_ref() != home
            && topic.reporter.as_deref().is_some_and(|code| code.len() == 2);
        let sold = spoken
            .is_some_and(|spoken| spoken.indicator == Indicator::Exports && spoken.reporter.as_ref() == home);
        if other && sold && self.is_word(noun, words!["purchases", "buying", "intake"]) {
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
        // `China's share, which had been P when it began, was P2 by the end`
        let is = self.left_of(at).is_some_and(|left| {
            matches!(self.what(left), Some(What::Class(Class::Level(_))))
                || self.is_word(left, words!["was", "is", "been", "had been", "were"])
        });
        if quantity.measure == Measure::Percent
            && is
            && let Some(share) =
                (0..at).rev().find(|at| matches!(self.what(*at), Some(What::Class(Class::Share))))
            && !(share..at)
                .any(|at| matches!(self.what(at), Some(What::Class(Class::Change(_) | Class::More(_)))))
        {
            return Some((FigureKind::Share, None));
        }
        // `Egypt cut purchases by P`, `will lower exports by V`
        let by = self.left_of(at).is_some_and(|left| self.is_prep(left, Prep::By));
        if by && let Some(direction) = (stretch.from..at).rev().find_map(moved) {
            return Some((FigureKind::Change, Some(direction)));
        }
        // `Of that, P went to China`, `of which P would go to the United States`
        let of_that = self.is_word(at.wrapping_sub(1), words!["which"])
            || matches!(self.what(at.wrapping_sub(1)), Some(What::Sign(',')))
                && self.is_word(at.wrapping_sub(2), words!["that", "which", "those", "these", "them"]);
        let goes = (at + 1..at + 4).any(|at| {
            self.is_word(
                at,
                words!["went", "go", "goes", "came", "come", "comes", "bound", "destined", "headed"],
            )
        });
        if quantity.measure == Measure::Percent && of_that && goes {
            return Some((FigureKind::Share, None));
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
        let or = self.is_word(at.wrapping_sub(1), words!["or"])
            && stretch.before.is_some_and(|kin| self.drafts[kin].kind == FigureKind::Level);
        let part = |at: &usize| {
            matches!(self.what(*at), Some(What::Class(Class::Share)))
                || self.is_word(*at, words!["share", "shares", "proportion", "percentage", "portion"])
        };
        let says = (stretch.clause..at).rev().find(|at| {
            part(at) || matches!(self.what(*at), Some(What::Class(Class::Change(_) | Class::More(_))))
        });
        let buyer = words![
            "buyer",
            "customer",
            "supplier",
            "market",
            "destination",
            "buyers",
            "customers",
            "suppliers",
            "source",
            "sources",
            "origin",
        ];
        let ranked = self.left_of(at).is_some_and(|left| self.is_prep(left, Prep::With))
            && (stretch.clause..at).any(|at| self.is_word(at, buyer))
            && (stretch.clause..at).any(|at| matches!(self.what(at), Some(What::Region(_))));
        or || ranked || says.is_some_and(|at| part(&at))
    }
}
