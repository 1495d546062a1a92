//! Amounts: `exports reached V`, `to V from V0`, `V of exports`, `V (about V2)`, and changes in money: `rose $4.1 billion`.
//!
//! Not: an amount whose clause speaks of output, revenue, prices or somebody unknown.

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep, Strength};
use super::super::period::{Time, shift};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::at_border::CAPS;
use super::figure::{is_flow, is_money};
use super::shares::OfWhat;
use super::{Clauses, Said};
use article::{Comparison, Direction, FigureKind, Indicator, Period, Status};

impl Clauses<'_, '_> {
    pub(super) fn amount(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if self.is_size(at, quantity) {
            return None;
        }
        if let Some(draft) = self.duty_per_unit(at, quantity) {
            return Some(draft);
        }
        if let Some(twin) = self.twin(at, quantity) {
            return Some(twin);
        }
        if let Some(draft) = self.sent_or_brought(at, quantity) {
            return Some(draft);
        }
        if let Some(draft) = self.amount_of_change(at, quantity) {
            return Some(draft);
        }
        // `compared with V for Malaysia and V2 for Singapore`
        if self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::And))
            && self.is_word(at + 1, words!["for"])
            && let Some(last) = self.drafts[self.first_draft..].last()
            && last.kind == FigureKind::Level
            && last.topic.reporter_stated
            && !last.topic.partner_stated
            && let Some((code, _)) = self.region_list(at + 2, false)
            && self.drafts[self.first_draft..].iter().any(|kin| kin.topic.reporter != last.topic.reporter)
        {
            let (topic, period) = (Topic { reporter: Some(code), ..last.topic.clone() }, last.period);
            let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/base")?;
            draft.period = period;
            return Some(draft);
        }
        if let Some(draft) = self
            .part_of_a_move(at, quantity)
            .or_else(|| self.aimed_at(at, quantity))
            .or_else(|| self.national_goods(at, quantity))
            .or_else(|| self.shopping_list(at, quantity))
            .or_else(|| self.craft_ordered(at, quantity))
            .or_else(|| self.arms_sale(at, quantity))
        {
            return Some(draft);
        }
        if let Some(draft) = self
            .sold_beyond_bought(at, quantity)
            .or_else(|| self.crossed(at, quantity))
            .or_else(|| self.over_the_border(at, quantity))
            .or_else(|| self.taken_off(at, quantity))
        {
            return Some(draft);
        }
        if let Some(draft) = self.through_a_port(at, quantity).or_else(|| self.lot_in_a_list(at, quantity)) {
            return Some(draft);
        }
        if let Some(draft) = self
            .specific_duty(at, quantity)
            .or_else(|| self.licensed_for_export(at, quantity))
            .or_else(|| self.booked(at, quantity))
            .or_else(|| self.licensed(at, quantity))
            .or_else(|| self.let_in(at, quantity))
        {
            return Some(draft);
        }
        if let Some(draft) = self.taxed(at, quantity) {
            return Some(draft);
        }
        // `exports fell below V`: to an amount, and not by one
        let beyond = at.wrapping_sub(1);
        // … `will not fall much below V`
        let much = usize::from(self.is_word(beyond.wrapping_sub(1), words!["much", "far", "well"]));
        if matches!(self.said, Said::Change(_))
            && self.said_at + 1 + much == beyond
            && self.is_word(beyond, words!["below", "under", "above", "past", "beyond"])
            && let Some(topic) = self.topic.clone().filter(|_| !self.blocked)
        {
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/to");
        }
        // `the top investor with V FDI`
        if let Some(What::Class(Class::Indicator(measured, Strength::Full))) = self.what(at + 1)
            && measured.indicator == Indicator::FdiInward
            && is_money(self.unit(quantity)?.0)
        {
            let measured = *measured;
            let investor = self
                .subject(at)
                .filter(|_| (0..at).any(|at| self.is_word(at, words!["investor", "source", "contributor"])));
            self.begin(at + 1, measured);
            let mut topic = self.topic.clone()?;
            if let Some((_, investor)) = investor {
                topic.reporter = self.carried_reporter(measured.indicator).filter(|code| *code != investor);
                (topic.partner, topic.partner_stated) = (Some(investor), true);
                self.topic = Some(topic.clone());
            }
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/noun-after");
        }
        // `V of exports`
        if let Some(OfWhat::Indicator(noun)) = self.of_what(at)
            && let Some(What::Class(Class::Indicator(measured, Strength::Full | Strength::Head))) =
                self.what(noun)
            && !self.is_more(at + 1)
            && !matches!(
                (self.said, self.topic.as_ref().map(|topic| topic.indicator)),
                (Said::Change(_), Some(_))
            )
        {
            let measured = *measured;
            // `a deficit of V in its trade with China`
            let gap = self.left_of(at).filter(|of| self.is_prep(*of, Prep::Of)).and_then(|of| {
                match of.checked_sub(1).and_then(|noun| self.what(noun))? {
                    What::Class(Class::Indicator(gap, _)) if gap.indicator == Indicator::Balance => {
                        Some(*gap)
                    }
                    _ => None,
                }
            });
            if let Some(gap) = gap.filter(|gap| measured.indicator == Indicator::Trade && gap.sign != 0) {
                self.begin(noun, gap);
                let topic = self.topic.clone()?;
                return self.draft(at, quantity, FigureKind::Level, topic, None, "level/of");
            }
            let kept = (self.said, self.said_at);
            self.begin(noun, measured);
            (self.said, self.said_at) = kept;
            // `The zone reported V in foreign trade`
            let reported = (self.clause_start.min(at)..at).rev().take(4).any(|back| {
                self.is_word(
                    back,
                    words!["reported", "posted", "recorded", "registered", "logged", "saw", "handled"],
                )
            });
            let whose = self.subject(at).map(|(_, code)| code).filter(|_| reported);
            if let Some(topic) = self.topic.as_mut()
                && let Some(whose) = whose.filter(|_| !topic.reporter_stated)
                && topic.partner.as_ref() != Some(&whose)
            {
                (topic.reporter, topic.reporter_stated) = (Some(whose), true);
            }
            let topic = self.topic.clone()?;
            // `would cost Germany V in exports`
            if self.is_lost(at) && is_flow(topic.indicator) {
                let down = Some(Direction::Down);
                return self.draft(at, quantity, FigureKind::Change, topic, down, "change/lost");
            }
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/noun-after");
        }
        // `earned V from copper exports`, `earned V (V2) from tea exports`
        let from = self.past_brackets(at + 1).unwrap_or(at + 1);
        if self.is_prep(from, Prep::From)
            && let Some(noun) = (from + 1..from + 5).find(|noun| {
                matches!(self.what(*noun), Some(What::Class(Class::Indicator(measured, Strength::Full)))
                    if matches!(measured.indicator, Indicator::Exports | Indicator::ReExports))
                    && (from + 1..*noun).all(|at| {
                        matches!(
                            self.what(at),
                            Some(
                                What::Word
                                    | What::Region(_)
                                    | What::Possessive
                                    | What::Sign('-')
                                    | What::Class(Class::Plain | Class::Peri(_))
                            )
                        )
                    })
            })
            && let Some(What::Class(Class::Indicator(measured, _))) = self.what(noun)
            && is_money(self.unit(quantity)?.0)
            && matches!(
                self.what(self.left_of(at)?),
                Some(What::Class(Class::Level(_) | Class::Bound(_) | Class::Prep(Prep::Of)) | What::Word)
            )
        {
            let measured = *measured;
            self.begin(noun, measured);
            (self.said, self.said_at) = (Said::Level(None), at);
            let topic = self.topic.clone()?;
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/noun-after");
        }
        // `a V trade surplus`
        let noun = self.skip(at + 1, |what| {
            matches!(what, What::Sign('-') | What::Class(Class::Plain) | What::Region(_) | What::Time(_))
        });
        if let Some(What::Class(Class::Indicator(measured, Strength::Full | Strength::Bare))) =
            self.what(noun)
            && noun <= at + 4
            && !(at + 1..noun).any(|at| self.is_word(at, words!["for", "a", "an", "the", "with", "this"]))
            && matches!(measured.indicator, Indicator::Balance | Indicator::CurrentAccount)
            && (self.carry.trade_seen || measured.sign != 0)
        {
            let mut measured = *measured;
            if matches!(self.what(noun), Some(What::Class(Class::Indicator(_, Strength::Bare)))) {
                // `revenues were enough for all spending, with a V surplus` of a story that has no trade
                let headed = self.carry.trade_seen
                    || self.carry.headline_of_trade
                    || self.topic.is_some()
                    || self.any_word(0..noun, words!["trade"]);
                let with = || self.right(noun + 1, Indicator::Balance).partner.is_some();
                if self.balance_of_else(noun) || !headed && !with() {
                    self.block();
                    return None;
                }
                if self.of_the_account(noun) {
                    measured.indicator = Indicator::CurrentAccount;
                }
            }
            self.carry.trade_seen = true;
            self.begin(noun, measured);
            let topic = self.topic.clone()?;
            let based = self.left_of(at).is_some_and(|before| {
                matches!(self.what(before), Some(What::Class(Class::Against | Class::Prep(Prep::From))))
            });
            if based && !self.drafts[self.first_draft..].is_empty() {
                return self.base_level(at, quantity, topic, "level/base");
            }
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/noun-after");
        }
        if let Some(draft) = self
            .foreigners_invest(at, quantity)
            .or_else(|| self.top_investor(at, quantity))
            .or_else(|| self.capital_of_projects(at, quantity))
            .or_else(|| self.sector_of_capital(at, quantity))
            .or_else(|| self.approved(at, quantity))
            .or_else(|| self.sent_abroad(at, quantity))
        {
            return Some(draft);
        }
        if let Some(draft) = self.as_supplier(at, quantity).or_else(|| self.amount_by_place(at, quantity)) {
            return Some(draft);
        }
        if let Some(draft) = self
            .apposed(at, quantity)
            .or_else(|| self.compared(at, quantity))
            .or_else(|| self.amount_of_share(at, quantity))
            .or_else(|| self.amount_before_share(at, quantity))
            .or_else(|| self.more_goods(at, quantity))
            .or_else(|| self.in_the_black(at, quantity))
            .or_else(|| self.signed_amount(at, quantity))
            .or_else(|| self.line_of_goods(at, quantity))
            .or_else(|| self.place_apposed(at, quantity))
            .or_else(|| self.as_exporter(at, quantity))
        {
            return Some(draft);
        }
        // `The Suez Canal closed the year with V`
        if self.topic.is_none()
            && (self.clause_start.min(at)..at).any(|at| {
                matches!(self.what(at), Some(What::Region(place))
                if super::super::home::is_canal(&self.places.mentions[*place].region.code))
            })
            && let Some(draft) = self.of_the_port(at, quantity)
        {
            return Some(draft);
        }
        if let Some(draft) = self
            .deal_list(at, quantity)
            .or_else(|| self.costs(at, quantity))
            .or_else(|| self.sales(at, quantity))
        {
            return Some(draft);
        }
        if let Some(draft) = self.sale(at, quantity).or_else(|| self.tendered(at, quantity)) {
            return Some(draft);
        }
        if let Some(draft) = self.exceeded(at, quantity).or_else(|| self.earned_abroad(at, quantity)) {
            return Some(draft);
        }
        if let Some(draft) = self.traded(at, quantity) {
            return Some(draft);
        }
        if self.topic.is_none()
            && let Some(draft) = self.amount_alone(at, quantity)
        {
            return Some(draft);
        }
        if let Some(draft) = self.place_in_list(at, quantity) {
            return Some(draft);
        }
        if self.topic_end < at
            && let Some(draft) = self.goods_in_list(at, quantity)
        {
            return Some(draft);
        }
        if let Some(draft) = self.part_of_level(at, quantity) {
            return Some(draft);
        }
        let topic = self.topic.clone()?;
        if topic.indicator == Indicator::Tariff {
            return None;
        }
        if topic.indicator == Indicator::Quota {
            // `The quota for nitrogen fertilizers has been set at V`
            let set = at > 0
                && at <= self.topic_end + 12
                && self.left_of(at).is_some_and(|before| {
                    self.is_prep(before, Prep::At)
                        && self.is_word(before.wrapping_sub(1), words!["set", "fixed", "kept", "left"])
                        || self.is_word(before, words!["set at", "fixed at", "kept at"])
                });
            let near = at <= self.topic_end + 5 || set;
            // a bare quota of barrels a day is one of output
            let bare = self.is_word(self.topic_end.wrapping_sub(1), words!["quota", "quotas"]);
            if bare && self.unit(quantity).is_some_and(|(unit, _)| unit == "bbl/d") {
                return None;
            }
            // `a quota of V a year for U.S. rice`
            let mut topic = topic;
            let to = (at + 1..at + 5)
                .find(|at| self.is_word(*at, words!["for", "from"]) || self.is_prep(*at, Prep::From));
            let origin = to.and_then(|to| {
                match self.what(self.skip(to + 1, |what| matches!(what, What::Class(Class::Plain)))) {
                    Some(What::Region(place)) => Some(self.code(*place, true)),
                    _ => None,
                }
            });
            if near && origin.is_some() {
                if topic.reporter == origin {
                    topic.reporter = self.places.home.clone().filter(|home| Some(home) != origin.as_ref());
                }
                (topic.partner, topic.partner_stated) = (origin, true);
            } else if near {
                self.sides_of_quota(at, &mut topic);
            }
            // `the quota has been raised by V`, `export quota up V`
            let by = self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::By));
            let up =
                self.is_word(at.wrapping_sub(1), words!["up", "down"]) && at + 1 >= self.pieces.list.len();
            if let Said::Change(direction) = self.said
                && (by || up)
            {
                return near.then(|| {
                    self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/verb")
                })?;
            }
            return near.then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "quota/amount"))?;
        }
        // `more than double the V recorded in the first half of 1991`
        let multiple = matches!(self.what(at.wrapping_sub(2)), Some(What::Quantity(index))
            if self.pieces.quantities[*index].measure == Measure::Multiple);
        if multiple && self.is_word(at.wrapping_sub(1), words!["the"]) {
            return self.base_level(at, quantity, topic, "level/base");
        }
        let before = self.left_of(at);
        // "compared with 39,500 a year ago" is in the unit before
        let based = before.is_some_and(|before| {
            matches!(self.what(before), Some(What::Class(Class::Against | Class::Prep(Prep::From))))
        });
        // `more than doubled to 905,000` after an amount of goods
        let reached = before.is_some_and(|before| {
            self.is_prep(before, Prep::To)
                && self.kin_before(before).is_some_and(|kin| kin.kind == FigureKind::Change)
        }) && quantity.value >= rust_decimal::Decimal::ONE_HUNDRED;
        let at_kin = before.is_some_and(|before| self.is_prep(before, Prep::At))
            && quantity.value >= rust_decimal::Decimal::ONE_HUNDRED
            && self.unit(quantity).is_some_and(|(unit, _)| !is_money(unit));
        let fits = based
            || reached
            || at_kin
            || !matches!(quantity.measure, Measure::Bare)
            || self.counts_cars(quantity);
        // `V (V2) less than a year ago`
        let after = if matches!(self.what(at + 1), Some(What::Sign('('))) {
            (at + 2..at + 7)
                .find(|at| matches!(self.what(*at), Some(What::Sign(')'))))
                .map_or(at + 1, |close| close + 1)
        } else {
            at + 1
        };
        let next = self.skip(after, |what| matches!(what, What::Class(Class::Plain)));
        if let Some(What::Class(Class::More(direction))) = self.what(next)
            && next <= after + 1
        {
            return self.comparative(at, quantity, topic, *direction);
        }
        if !fits {
            return None;
        }
        if let Some(What::Class(Class::Change(direction))) = self.what(next)
            && next == at + 1
            && before.is_some_and(|before| self.is_word(before, words!["a", "an"]))
        {
            return self.draft(
                at,
                quantity,
                FigureKind::Change,
                topic,
                Some(*direction),
                "change/noun-after",
            );
        }
        // `to V (July: V0)`
        if at >= 3
            && matches!(self.what(at.wrapping_sub(1)), Some(What::Sign(':')))
            && self.names_base(at - 2)
        {
            return self.topic_has_draft().then(|| self.base_level(at, quantity, topic, "level/bracket"))?;
        }
        // `Germany (+V)`, `December 2023 (V)`, `Johor (P)`
        if at >= 2 && matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('('))) {
            return match self.what(at.wrapping_sub(2)) {
                Some(What::Time(_)) => self.base_level(at, quantity, topic, "level/bracket"),
                Some(What::Region(place)) if topic.indicator == Indicator::Balance => {
                    let mut topic = topic;
                    let code = self.code(*place, true);
                    let with = (self.topic_from..at).any(|back| self.is_prep(back, Prep::With));
                    if with {
                        topic.partner = Some(code);
                        topic.partner_stated = true;
                    } else {
                        topic.reporter = Some(code);
                        topic.reporter_stated = true;
                    }
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/bracket")
                }
                _ => None,
            };
        }
        let before = before?;
        if self.said == Said::Nothing
            && at == self.topic_end
            && let Some(last) = self.drafts[self.first_draft..].last()
            && last.kind == FigureKind::Change
            && is_money(last.unit)
            && let Some(direction) = self.last_direction
        {
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/elided");
        }
        // `those to Asian countries V`: the verb is that of the clause before
        if self.said == Said::Nothing
            && at == self.topic_end
            && matches!(self.what(before), Some(What::Region(_) | What::Word))
            && let Some(last) = self.drafts[self.first_draft..].last()
            && last.kind == FigureKind::Level
            && last.topic.indicator == topic.indicator
            && !last.is_base
        {
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/elided");
        }
        // `limit wheat exports to V`: what may cross the border
        if self.is_prep(before, Prep::To)
            && is_flow(topic.indicator)
            && before <= self.topic_end
            && (self.clause_start.min(at)..before).rev().take(8).any(|at| self.is_word(at, CAPS))
        {
            let topic = Topic { indicator: Indicator::Quota, ..topic };
            let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "quota/amount")?;
            draft.undate();
            return Some(draft);
        }
        // `34 pct down on V`, `up on a previous V`
        let earlier = |at: usize| self.is_word(at, words!["previous", "earlier", "prior", "a", "an", "the"]);
        let on = (at.saturating_sub(4)..=before).rev().find(|at| !earlier(*at));
        if let Some(on) = on.filter(|on| {
            // … and `were up on the V`, which is one piece
            let way = self.text(on.wrapping_sub(1));
            self.is_prep(*on, Prep::On)
                && ["up", "down", "higher", "lower"].iter().any(|known| way.ends_with(known))
        }) && self.topic_has_draft()
            && on > 1
        {
            return self.base_level(at, quantity, topic, "level/base");
        }
        match self.what(before)? {
            What::Class(Class::Prep(Prep::To)) => match self.said {
                Said::Change(_) => self.draft(at, quantity, FigureKind::Level, topic, None, "level/to"),
                Said::Level(_) if self.near(at) => {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
                }
                // `bringing mutual trade to V`, `raise exports of goods to V and exports of services to V`
                Said::Nothing
                    if before == self.topic_end
                        && is_flow(topic.indicator)
                        && (self.is_word(self.topic_from.wrapping_sub(1), super::BRING)
                            || (self.is_prep(self.topic_from.wrapping_sub(1), Prep::And)
                                && self.drafts[self.first_draft..].last().is_some_and(|last| {
                                    last.rule == "level/to" && last.topic.indicator == topic.indicator
                                }))) =>
                {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/to")
                }
                // `revised the February surplus upwards to V`, `raise the value of non-oil trade to V`
                Said::Nothing
                    if (self.topic_end..before).all(|at| {
                        matches!(self.what(at), Some(What::Word | What::Class(Class::Plain) | What::Time(_)))
                    }) && before < self.topic_end + 4
                        && self.lifted(self.topic_from) =>
                {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/to")
                }
                // `taking the trade deficit to V`
                // … and not `reserves, swollen by trade surpluses to V`
                Said::Nothing
                    if topic.indicator == Indicator::Balance
                        && before == self.topic_end
                        && !(1..4).any(|back| self.is_prep(self.topic_from.wrapping_sub(back), Prep::By)) =>
                {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/to")
                }
                _ => None,
            },
            // `a surplus at V`, `unchanged at V`
            What::Class(Class::Prep(Prep::At))
                if self.is_more(before.wrapping_sub(1))
                    && self.kin_before(before).is_some_and(|kin| {
                        kin.kind == FigureKind::Change && kin.topic.indicator == topic.indicator
                    }) =>
            {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/to")
            }
            What::Class(Class::Prep(Prep::At)) => match self.said {
                Said::Nothing if before == self.topic_end => {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")
                }
                Said::Level(_) | Said::Change(Direction::Flat) => {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
                }
                // `were up P at V`
                Said::Change(_)
                    if self.kin_before(before).is_some_and(|kin| {
                        kin.kind == FigureKind::Change && kin.topic.indicator == topic.indicator
                    }) =>
                {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/to")
                }
                _ => None,
            },
            What::Class(Class::Prep(Prep::From)) => match self.said {
                Said::Nothing if !self.topic_has_draft() => None,
                _ => self.base_level(at, quantity, topic, "level/base"),
            },
            // `P above the V of a year earlier`
            What::Class(Class::More(_) | Class::Than)
                if self.drafts[self.first_draft..].last().is_some_and(|draft| {
                    draft.kind == FigureKind::Change && draft.topic.indicator == topic.indicator
                }) && self.time_after(at).is_some() =>
            {
                self.base_level(at, quantity, topic, "level/base")
            }
            // `a surplus of V, after V0 in September`
            What::Class(Class::Break)
                if self.is_word(before, words!["after"])
                    && self.drafts[self.first_draft..].iter().any(|draft| {
                        draft.kind == FigureKind::Level && draft.topic.indicator == topic.indicator
                    })
                    && (self.time_after(at).is_some()
                        || self
                            .kin_before(before)
                            .is_some_and(|kin| kin.topic.indicator == topic.indicator)) =>
            {
                self.base_level(at, quantity, topic, "level/base")
            }
            // `keep its surplus below V`
            What::Class(Class::More(_))
                if self.said == Said::Nothing
                    && before == self.topic_end
                    && matches!(
                        self.what(before.wrapping_sub(1)),
                        Some(What::Class(Class::Indicator(..)))
                    )
                    && matches!(topic.indicator, Indicator::Balance | Indicator::CurrentAccount) =>
            {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")
            }
            // `the current account in deficit by V`
            What::Class(Class::Prep(Prep::By))
                if self.said == Said::Nothing
                    && before == self.topic_end
                    && matches!(topic.indicator, Indicator::Balance | Indicator::CurrentAccount)
                    && (self.is_prep(before.wrapping_sub(2), Prep::In)
                        || self.text(before.wrapping_sub(1)).contains(" in ")) =>
            {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")
            }
            What::Class(Class::Against) => {
                self.topic_has_draft().then(|| self.base_level(at, quantity, topic, "level/base"))?
            }
            What::Possessive
                if before >= 1 && matches!(self.what(before.wrapping_sub(1)), Some(What::Time(_))) =>
            {
                self.topic_has_draft().then(|| self.base_level(at, quantity, topic, "level/base"))?
            }
            What::Class(Class::Prep(Prep::By)) => match self.said {
                Said::Change(direction) => {
                    self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/verb")
                }
                _ => None,
            },
            What::Class(Class::Prep(Prep::Of)) => {
                match (self.said, before.checked_sub(1).and_then(|noun| self.what(noun))) {
                    (Said::Change(direction), Some(What::Class(Class::Change(_)))) => {
                        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun")
                    }
                    (Said::Change(direction), Some(What::Class(Class::Indicator(..))))
                        if self.said_at < self.topic_from
                            && !matches!(self.text(self.said_at), "up" | "down" | "off") =>
                    {
                        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun")
                    }
                    (_, Some(What::Class(Class::Indicator(..))))
                        if self.of_a_base(before)
                            && self.drafts[self.first_draft..]
                                .iter()
                                .any(|draft| draft.topic.indicator == topic.indicator) =>
                    {
                        self.base_level(at, quantity, topic, "level/base")
                    }
                    (_, Some(What::Class(Class::Indicator(..))))
                        if self.topic_from.checked_sub(1).is_some_and(|from| {
                            self.is_prep(from, Prep::From)
                                || matches!(self.what(from), Some(What::Class(Class::Against)))
                        }) =>
                    {
                        self.base_level(at, quantity, topic, "level/base")
                    }
                    (_, Some(What::Class(Class::Indicator(..)))) => {
                        self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")
                    }
                    (_, Some(What::Class(Class::Status(status @ (Status::Forecast | Status::Target))))) => {
                        let status = *status;
                        // `new projects with a capital of V`
                        let status =
                            if self.is_a_project(before.wrapping_sub(1)) { Status::Reported } else { status };
                        // `the production target of V`
                        if matches!(self.what(before.wrapping_sub(2)), Some(What::Class(Class::Other))) {
                            return None;
                        }
                        let mut draft =
                            self.draft(at, quantity, FigureKind::Level, topic, None, "level/forecast")?;
                        draft.status = status;
                        draft.is_base = true;
                        Some(draft)
                    }
                    // `narrow to a range of V`, `from a level of V`
                    _ if self.is_word(
                        before.wrapping_sub(1),
                        words![
                            "range", "level", "peak", "record", "high", "low", "total", "reading", "ceiling",
                            "floor",
                        ],
                    ) && self.amount_noun(before - 1).is_some() =>
                    {
                        if self.amount_noun(before - 1) == Some(true) {
                            let said = self.said != Said::Nothing || self.topic_has_draft();
                            return said.then(|| self.base_level(at, quantity, topic, "level/base"))?;
                        }
                        self.draft(at, quantity, FigureKind::Level, topic, None, "level/to")
                    }
                    (Said::Change(direction), _)
                        if (self.said_at..before)
                            .all(|at| !matches!(self.what(at), Some(What::Sign(','))))
                            && self.said_at + 6 > before =>
                    {
                        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun")
                    }
                    (Said::Level(_), _) if self.near(at) => {
                        self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
                    }
                    _ => None,
                }
            }
            // `to V crore, or V tonnes`
            What::Class(Class::Prep(Prep::Or))
                if self.kin_before(before).is_some_and(|kin| kin.kind == FigureKind::Level) =>
            {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
            }
            What::Class(Class::Prep(Prep::Or)) => match self.said {
                Said::Change(direction) if self.listed_before(at) => {
                    self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/or")
                }
                _ => None,
            },
            What::Class(Class::Change(direction)) => {
                let direction = *direction;
                if direction == Direction::Flat {
                    return self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb");
                }
                self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/verb")
            }
            What::Class(Class::Level(_)) => {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
            }
            What::Class(Class::Prep(Prep::And)) | What::Sign(',') => {
                // a list of levels: `to RM601.2 billion, RM83.4 billion and RM158.3 billion`
                let previous = before.checked_sub(1)?;
                // `from V in February and V a year ago`
                if self.is_prep(before, Prep::And)
                    && matches!(self.what(previous), Some(What::Time(_) | What::Quantity(_)))
                    && self.time_after(at).is_some()
                    && self.drafts[self.first_draft..]
                        .last()
                        .is_some_and(|draft| draft.is_base && draft.kind == FigureKind::Level)
                {
                    return self.base_level(at, quantity, topic, "level/base");
                }
                let Some(What::Quantity(index)) = self.what(previous) else { return None };
                let kin = self.became.get(*index).copied().flatten()?;
                let kin = &self.drafts[kin];
                let (unit, _) = self.unit(quantity)?;
                let other = is_money(kin.unit) != is_money(unit) && self.is_prep(before, Prep::And);
                let kin = &self.drafts[self.became.get(*index).copied().flatten()?];
                (kin.kind == FigureKind::Level && kin.twin_of.is_none() && (other || self.list_ends(at)))
                    .then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb"))?
            }
            What::Class(Class::Indicator(_, Strength::Full | Strength::Bare)) => {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")
            }
            What::Class(Class::Indicator(_, Strength::Verb | Strength::Shipped | Strength::Head)) => {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/traded")
            }
            What::Class(Class::Prep(Prep::With | Prep::In)) => None,
            // `with exports accounting for V`
            What::Class(Class::Share) if is_flow(topic.indicator) && before == self.topic_end => {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
            }
            What::Class(Class::Share) if self.subjects.len() == 1 && self.near(at) => {
                self.share_amount(at, quantity, topic)
            }
            // `of which manufactured goods made up V`
            What::Class(Class::Share) if self.subjects.is_empty() => {
                let mut topic = topic;
                topic.commodity = Some(self.goods_between(self.topic_end, before)?);
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
            }
            _ => match self.said {
                Said::Level(_) if self.near(at) => {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
                }
                Said::Change(direction) if self.near(at) && self.said_at + 4 > at => {
                    self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/verb")
                }
                _ => None,
            },
        }
    }

    /// `revised the August deficit to V`: whether the clause mends what was told before, and forecasts nothing.
    pub(super) fn is_revised(&self, at: usize) -> bool {
        self.may_say(words!["revised", "corrected"])
            && (self.clause_start..self.topic_from).any(|at| self.is_word(at, words!["revised", "corrected"]))
            && (self.clause_start..at)
                .all(|at| !matches!(self.what(at), Some(What::Class(Class::Status(Status::Forecast)))))
    }

    /// `was revised down to V from V0`
    fn was_revised(&self, at: usize) -> bool {
        const REVISED: &super::Words = words!["revised", "corrected"];
        self.may_say(REVISED)
            && (self.clause_start.max(at.saturating_sub(9))..at).any(|at| {
                self.is_word(at, REVISED) && self.is_word(at.wrapping_sub(1), words!["was", "were", "been"])
            })
    }

    /// Whether a verb before a noun moves it to an amount: `revised the surplus`, `raise the value of trade`.
    fn lifted(&self, noun: usize) -> bool {
        // `reserves, swollen by trade surpluses to V`
        if (1..3).any(|back| self.is_prep(noun.wrapping_sub(back), Prep::By)) {
            return false;
        }
        (self.clause_start.min(noun)..noun).rev().take(6).any(|at| {
            matches!(self.what(at), Some(What::Class(Class::Change(_))))
                || self.is_word(
                    at,
                    words![
                        "revised",
                        "corrected",
                        "adjusted",
                        "expand",
                        "boost",
                        "lift",
                        "lifted",
                        "push",
                        "pushed",
                        "bring",
                        "brought",
                        "take",
                        "took",
                        "raising",
                        "boosting",
                        "expanding",
                        "doubling",
                        "updated",
                        "marked",
                    ],
                )
        })
    }

    /// What a noun of amounts hangs on: `true` after "from" and "against", `false` after "to" and "at".
    fn amount_noun(&self, noun: usize) -> Option<bool> {
        (noun.saturating_sub(5)..noun).rev().find_map(|back| match self.what(back) {
            Some(What::Class(Class::Prep(Prep::From) | Class::Against)) => Some(Some(true)),
            Some(What::Class(Class::Prep(Prep::To | Prep::At) | Class::Level(_))) => Some(Some(false)),
            Some(
                What::Word
                | What::Time(_)
                | What::Possessive
                | What::Sign('-')
                | What::Class(Class::Plain | Class::Status(_)),
            ) => None,
            _ => Some(None),
        })?
    }

    /// The figure that the quantity before a joiner became.
    pub(super) fn kin_before(&self, joiner: usize) -> Option<&Draft> {
        let first = joiner.checked_sub(1)?;
        let first =
            if matches!(self.what(first), Some(What::Sign(','))) { first.checked_sub(1)? } else { first };
        // `imports P higher at V`
        let first = if self.is_more(first) { first.checked_sub(1)? } else { first };
        let Some(What::Quantity(index)) = self.what(first) else { return None };
        self.drafts.get(self.became.get(*index).copied().flatten()?)
    }

    /// `V (about V2)`, `V, or V2`: the same quantity in another currency or unit.
    pub(super) fn twin(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        let first = match self.what(before)? {
            What::Sign('(') => before.checked_sub(1)?,
            What::Class(Class::Prep(Prep::Or)) => {
                let first = before.checked_sub(1)?;
                if matches!(self.what(first), Some(What::Sign(','))) { first.checked_sub(1)? } else { first }
            }
            // `($5.7 billion, 5.2 billion euros)`
            What::Sign(',')
                if self.kin_before(before + 1).is_some_and(|kin| kin.twin_of.is_some())
                    && (at + 1..at + 4).any(|at| matches!(self.what(at), Some(What::Sign(')')))) =>
            {
                before.checked_sub(1)?
            }
            What::Class(Class::Level(_)) if self.is_word(before, words!["equivalent to", "worth"]) => before
                .checked_sub(1)
                .filter(|open| matches!(self.what(*open), Some(What::Sign('('))))?
                .checked_sub(1)?,
            _ => return None,
        };
        let Some(What::Quantity(index)) = self.what(first) else { return None };
        let original = self.became.get(*index).copied().flatten()?;
        let (unit, stated) = self.unit(quantity)?;
        let kin = &self.drafts[original];
        let money = |unit: &str| {
            unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()) && unit != "TEU"
        };
        // value and tonnage of the same goods are no twins
        if kin.unit == unit || kin.unit == "percent" || money(kin.unit) != money(unit) {
            return None;
        }
        let mut twin = kin.clone();
        let value = if kin.value.is_sign_negative() { -quantity.value } else { quantity.value };
        twin.value = value;
        twin.high = quantity.high;
        twin.grain = quantity.grain;
        twin.unit = unit;
        twin.unit_stated = stated;
        twin.per = quantity.per;
        twin.bound = self.bound_of(at, quantity);
        twin.twin_of = Some(kin.twin_of.unwrap_or(original));
        twin.bytes = quantity.bytes.clone();
        twin.rule = "level/twin";
        Some(twin)
    }

    /// A level of another period: `from V0 a year earlier`, `compared with the V0 first announced`.
    ///
    /// A forecast is one where its own words say so: `against the forecast of V0`.
    /// With which period the story has compared one before.
    fn compared_before(&self, main: Option<Period>) -> Option<Period> {
        let main = main?;
        self.drafts.windows(2).rev().find_map(|pair| {
            let base =
                pair[1].is_base && pair[1].period_stated && !pair[0].is_base && pair[0].period == Some(main);
            pair[1].period.filter(|_| base)
        })
    }

    /// With which period the sentence has compared before, where the time behind a number belongs to another that is compared with, too.
    fn compared_here(&self, at: usize, main: Option<Period>) -> Option<Period> {
        let next = (at + 1..self.pieces.list.len()).find(|next| {
            matches!(self.what(*next), Some(What::Quantity(_)))
                && !self.is_word(next.wrapping_sub(1), words!["from"])
        })?;
        let other = self.left_of(next).is_some_and(|left| {
            matches!(self.what(left), Some(What::Class(Class::Against | Class::Prep(Prep::And))))
        });
        if !other || self.time_after(next).is_none() {
            return None;
        }
        self.drafts[self.first_draft..].windows(2).rev().find_map(|pair| {
            let told = pair[1].is_base && pair[1].period_stated && !pair[0].is_base;
            pair[1].period.filter(|_| told && pair[0].period == main)
        })
    }

    /// `this year compared with V in 1986 and V2 the previous year`: the second is of the year before the first.
    fn not_twice(&self, at: usize, time: Time, then: Option<Period>) -> Option<Period> {
        let again = matches!(time, Time::YearEarlier)
            && self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::And))
            && self.drafts[self.first_draft..].last().is_some_and(|last| {
                let level = last.is_base && last.kind == FigureKind::Level;
                level && last.period == then && self.time_behind(last) == then
            });
        if again { shift(then?, -12) } else { then }
    }

    /// `V bags of 60 kilos`, `10,000 cases of 12 bottles`: how much is in each.
    pub(super) fn is_size(&self, at: usize, quantity: &Quantity) -> bool {
        let held = |unit: &str| {
            matches!(unit, "other:bag" | "other:bale" | "other:box" | "other:case" | "other:sack")
        };
        // `170,000-tonne ships`
        let afloat = matches!(quantity.measure, Measure::Unit(_))
            && self.is_word(
                at + 1,
                words!["ship", "ships", "vessel", "vessels", "carrier", "carriers", "tanker", "tankers"],
            )
            && self.story.words(quantity.bytes.clone()).contains('-');
        afloat
            || matches!(quantity.measure, Measure::Unit(unit) if !held(unit))
                && self.is_prep(at.wrapping_sub(1), Prep::Of)
                && matches!(self.what(at.wrapping_sub(2)), Some(What::Quantity(index))
                if matches!(self.pieces.quantities[*index].measure, Measure::Unit(unit) if held(unit)))
    }

    /// `cost French growers V in exports`, `lost V of exports`: what is no longer sold.
    fn is_lost(&self, at: usize) -> bool {
        const LOSE: &super::Words = words![
            "cost", "costs", "costing", "lose", "loses", "losing", "lost", "loss", "cut", "cuts", "cutting"
        ];
        const FAR: usize = 6;
        self.may_say(LOSE)
            && (at.saturating_sub(FAR)..at)
                .rev()
                .take_while(|at| {
                    !matches!(
                        self.what(*at),
                        Some(
                            What::Quantity(_)
                                | What::Sign(_)
                                | What::Class(Class::Break | Class::Indicator(..))
                        )
                    )
                })
                .any(|at| self.is_word(at, LOSE))
    }

    /// `threatens to cut V worth of U.S. meat shipments into the EC`: what one country sends to another.
    fn national_goods(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const LONGEST: usize = 4;
        if !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let Some(What::Region(place)) = self.what(at + 2) else { return None };
        let origin = self.code(*place, true);
        let own = at + 3 + usize::from(matches!(self.what(at + 3), Some(What::Possessive)));
        let noun = (own..own + LONGEST)
            .find(|at| !matches!(self.what(*at), Some(What::Word)))
            .filter(|at| self.is_word(*at, words!["shipments", "sales", "deliveries"]))?;
        let to = self.is_prep(noun + 1, Prep::To) || self.is_word(noun + 1, words!["into"]);
        let there = || self.that_place(noun + 2, Indicator::Exports);
        let (partner, _) = to.then(|| self.region_list(noun + 2, true).or_else(there)).flatten()?;
        let topic = Topic {
            reporter: Some(origin),
            reporter_stated: true,
            partner: Some(partner),
            partner_stated: true,
            commodity: self.goods_between(own, noun),
            ..Topic::of(Indicator::Exports)
        };
        self.go_on_with(topic.clone(), at, noun + 1);
        (self.said, self.said_at) = (Said::Level(None), at);
        if self.is_lost(at) {
            let down = Some(Direction::Down);
            return self.draft(at, quantity, FigureKind::Change, topic, down, "change/lost");
        }
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/noun-after")
    }

    /// `our V export target`, `its V import goal`.
    fn aimed_at(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let Some(What::Class(Class::Indicator(measured, Strength::Full | Strength::Head))) =
            self.what(at + 1)
        else {
            return None;
        };
        let Some(What::Class(Class::Status(status @ (Status::Target | Status::Forecast)))) =
            self.what(at + 2)
        else {
            return None;
        };
        let (measured, status) = (*measured, *status);
        if !is_flow(measured.indicator) || !self.is_word(at + 2, words!["target", "goal", "forecast"]) {
            return None;
        }
        self.begin(at + 1, measured);
        let topic = self.topic.clone()?;
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/forecast")?;
        draft.status = status;
        Some(draft)
    }

    pub(super) fn base_level(
        &mut self,
        at: usize,
        quantity: &Quantity,
        topic: Topic,
        rule: &'static str,
    ) -> Option<Draft> {
        let last = (0..at).rev().find(|at| matches!(self.what(*at), Some(What::Quantity(_)))).unwrap_or(0);
        let after_it = self.status_after(at);
        let forecast = after_it == Some(Status::Forecast)
            || (last..at)
                .any(|at| matches!(self.what(at), Some(What::Class(Class::Status(Status::Forecast)))));
        // `compared with V for coffee`: other goods of the same time
        if self.is_word(at + 1, words!["for"])
            && self.time_after(at).is_none()
            && topic.commodity.is_some()
            && let Some(goods) = self.goods(at + 2).0
        {
            let topic = Topic { commodity: Some(goods), ..topic };
            return self.draft(at, quantity, FigureKind::Level, topic, None, rule);
        }
        // `drew V compared with V2 for Malaysia`: another's of the same time
        if self.is_word(at + 1, words!["for"])
            && topic.reporter_stated
            && !topic.partner_stated
            && let Some((code, _)) = self.region_list(at + 2, false)
            && topic.reporter.as_ref() != Some(&code)
        {
            let topic = Topic { reporter: Some(code), ..topic };
            self.topic = Some(topic.clone());
            return self.draft(at, quantity, FigureKind::Level, topic, None, rule);
        }
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, rule)?;
        draft.is_base = true;
        // it has no year of its own
        if self.is_standing_average(at) {
            return Some(draft);
        }
        if forecast {
            draft.status = Status::Forecast;
            // `put the 2003 surplus at V, up from the V0 forecast a week earlier`
            let kin = self.drafts[self.first_draft..].iter().rev().find(|kin| !kin.is_base);
            let same = kin.filter(|kin| kin.topic.indicator == draft.topic.indicator);
            draft.period = draft.period.or(same.and_then(|kin| kin.period));
            return Some(draft);
        }
        if after_it == Some(Status::Preliminary) {
            draft.status = Status::Preliminary;
            return Some(draft);
        }
        if matches!(draft.status, Status::Forecast | Status::Target | Status::Hypothetical) {
            draft.status = Status::Reported;
        }
        // `raised its forecast to V from V0`
        if self.time_after(at).is_none()
            && let Some(kin) = self.drafts[self.first_draft..].iter().rev().find(|kin| !kin.is_base)
            && kin.status == Status::Forecast
            && kin.period.is_some()
            && (self.clause_start.min(last)..last)
                .any(|at| matches!(self.what(at), Some(What::Class(Class::Status(Status::Forecast)))))
            && self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::From))
        {
            draft.status = Status::Forecast;
            (draft.period, draft.period_stated) = (kin.period, kin.period_stated);
            return Some(draft);
        }
        // what it is compared with has the period, where that is known better
        let compared = self.drafts[self.first_draft..].iter().rev().find(|kin| !kin.is_base);
        let main = match compared {
            Some(kin) if kin.topic.indicator == draft.topic.indicator && kin.period.is_some() => kin.period,
            _ => self.main_period(at, draft.topic.reporter.as_deref()).0,
        };
        let other = compared.is_some_and(|kin| kin.topic.indicator != draft.topic.indicator)
            && !self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::From))
            && !self.drafts[self.first_draft..]
                .iter()
                .any(|kin| kin.topic.indicator == draft.topic.indicator);
        let bracketed = match at.checked_sub(2).and_then(|at| self.what(at)) {
            Some(What::Time(time))
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(' | ':'))) =>
            {
                Some(*time)
            }
            _ => None,
        };
        let time = bracketed.or_else(|| self.owning_time(at)).or_else(|| self.time_after(at));
        // `up from the V forecast a week earlier`, `from the V it saw in July`: an earlier estimate of the same
        let foreseen = matches!(self.what(at + 1), Some(What::Class(Class::Status(Status::Forecast))))
            || self.is_word(at + 1, words!["forecast", "predicted", "projected", "expected", "estimated"]);
        draft.period = match time {
            None | Some(Time::WeekEarlier | Time::MonthEarlier | Time::QuarterEarlier | Time::Earlier(_))
                if foreseen =>
            {
                main
            }
            // `164 mln in March, revised from V0`: of the month that was mended
            None if self.is_word(
                self.left_of(at).map_or(usize::MAX, |from| from.wrapping_sub(1)),
                words!["revised"],
            ) && self.drafts.len() > self.first_draft =>
            {
                self.drafts.last().and_then(|mended| mended.period)
            }
            // `revised the August deficit to V from V0`: the same month's, as it was first told
            None if compared.is_some_and(|kin| kin.rule == "level/to") && self.is_revised(at) => main,
            // `the January deficit was revised to V from V0`: so too
            None if compared.is_some() && self.was_revised(at) => main,
            // `vs 19.0 mln tonnes last month`: an earlier estimate of the same year
            Some(time) if self.is_estimate(at, time, main) => main,
            Some(time) => {
                let then = self.counted(time, main, draft.topic.reporter.as_deref());
                self.not_twice(at, time, then)
            }
            // `exports of V against imports of V2`
            None if other || compared.is_none() && self.said == Said::Level(None) => {
                draft.is_base = false;
                main
            }
            // `rose to V from V0 in May while imports fell to V from V0 against V00 a year earlier`: of May too
            None if self.compared_here(at, main).is_some() => self.compared_here(at, main),
            None => {
                let comparison =
                    self.drafts[self.first_draft..].iter().rev().find_map(|draft| draft.comparison);
                match comparison.or_else(|| self.comparison(at, main).0) {
                    Some(Comparison::YearOnYear) => main.and_then(|main| shift(main, -12)),
                    Some(Comparison::MonthOnMonth) => main.and_then(|main| shift(main, -1)),
                    _ => self.compared_before(main),
                }
            }
        };
        draft.period_stated = time.is_some();
        if draft.status == Status::Preliminary {
            draft.status = Status::Reported;
        }
        // `from $67.7 billion in June, revised`
        let revised =
            (at + 1..at + 6).any(|at| {
                matches!(self.what(at), Some(What::Class(Class::Status(Status::Revised))))
                    || self.is_word(at, words!["revised"])
            }) || self.left_of(at).is_some_and(|before| self.any_word(before..at, words!["revised"]));
        if revised {
            draft.status = Status::Revised;
        }
        Some(draft)
    }
}
