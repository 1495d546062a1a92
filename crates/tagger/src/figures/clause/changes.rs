//! Percentages, points and multiples: `rose 25.3 percent`, `21.6 points higher than the average`, `more than doubled`.
//!
//! Not: a percentage whose subject is unknown, or that follows "to" (a rate), or of something else.

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep, Strength};
use super::super::period::{Time, shift};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::{Clauses, Said};
use article::{Direction, FigureKind, Indicator, Status};
use rust_decimal::Decimal;

impl Clauses<'_, '_> {
    pub(super) fn relative(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if let Some(tariff) = self.tariff_after(at) {
            let kept = (self.topic.clone(), self.said, self.status, self.blocked);
            self.tariff(tariff);
            let topic = self.topic.clone()?;
            (self.topic, self.said, self.status, self.blocked) = kept;
            // `cuts of up to P in tariffs`
            if self.is_prep(at + 1, Prep::In)
                && let Some(of) = self.left_of(at).filter(|of| self.is_prep(*of, Prep::Of))
                && let Some(What::Class(Class::Change(direction))) =
                    of.checked_sub(1).and_then(|noun| self.what(noun))
            {
                let direction = Some(*direction);
                return self.draft(at, quantity, FigureKind::Change, topic, direction, "change/noun");
            }
            // `halved the import duty on rice to P`
            if quantity.measure == Measure::Multiple && quantity.verb {
                let up = quantity.value > Decimal::ONE;
                let direction = Some(if up { Direction::Up } else { Direction::Down });
                return self.draft(at, quantity, FigureKind::Change, topic, direction, "tariff/verb");
            }
            return (quantity.measure == Measure::Percent)
                .then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/noun-after"))?;
        }
        if let Some(draft) = self.cut_of_duty(at, quantity) {
            return Some(draft);
        }
        if let Some(draft) = self
            .levied(at, quantity)
            .or_else(|| self.at_a_rate(at, quantity))
            .or_else(|| self.called_a_tax(at, quantity))
            .or_else(|| self.rate_paid(at, quantity))
            .or_else(|| self.paid_at_border(at, quantity))
            .or_else(|| self.duty_moved(at, quantity))
            .or_else(|| self.part_of_growth(at, quantity))
            .or_else(|| self.part_by_cause(at, quantity))
        {
            return Some(draft);
        }
        if self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Tariff) {
            return self.tariff_value(at, quantity);
        }
        if let Some(draft) = self
            .of_what_it_was(at, quantity)
            .or_else(|| self.share_of_needs(at, quantity))
            .or_else(|| self.dependence(at, quantity))
            .or_else(|| self.share_or(at, quantity))
            .or_else(|| self.share_of_which(at, quantity))
            .or_else(|| self.part_went(at, quantity))
            .or_else(|| self.share_through(at, quantity))
            .or_else(|| self.brought_in(at, quantity))
            .or_else(|| self.of_foreign_exchange(at, quantity))
        {
            return Some(draft);
        }
        if let Some(draft) = self.share_of_output(at, quantity).or_else(|| self.share_after(at, quantity)) {
            return Some(draft);
        }
        // `its forecast of P export growth`
        if quantity.measure == Measure::Percent
            && let Some(What::Class(Class::Indicator(measured, Strength::Full))) = self.what(at + 1)
            && self.text(at + 1).ends_with("growth")
        {
            let measured = *measured;
            let status = self.status;
            self.begin(at + 1, measured);
            self.status = status;
            let topic = self.topic.clone()?;
            let up = Some(Direction::Up);
            return self.draft(at, quantity, FigureKind::Change, topic, up, "change/noun-after");
        }
        // `P of exports`
        if quantity.measure == Measure::Percent
            && let Some(of) = self.of_what(at)
        {
            let growth_of =
                matches!(self.said, Said::Change(_)) && self.is_prep(at.checked_sub(1)?, Prep::Of);
            if !growth_of {
                return self.share(at, quantity, of);
            }
        }
        // `doubled its throughput`
        if quantity.verb
            && let Some(noun) = (at + 1..at + 4)
                .find(|at| matches!(self.what(*at), Some(What::Class(Class::Indicator(_, Strength::Full)))))
            && (at + 1..noun).all(|at| matches!(self.what(at), Some(What::Class(Class::Plain) | What::Word)))
            && let Some(What::Class(Class::Indicator(measured, _))) = self.what(noun)
        {
            let measured = *measured;
            self.begin(noun, measured);
            let topic = self.topic.clone()?;
            let direction = if quantity.value > Decimal::ONE { Direction::Up } else { Direction::Down };
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/multiple");
        }
        if let Some(draft) = self.traded(at, quantity) {
            return Some(draft);
        }
        if let Some(draft) = self
            .change_to_place(at, quantity)
            .or_else(|| self.change_seen_in(at, quantity))
            .or_else(|| self.at_a_pace_of(at, quantity))
            .or_else(|| self.taken_off(at, quantity))
        {
            return Some(draft);
        }
        if quantity.measure == Measure::Percent
            && let Some(draft) = self.change_ahead(at, quantity)
        {
            return Some(draft);
        }
        if let Some(draft) = self.share_noun(at, quantity).or_else(|| self.ranked(at, quantity)) {
            return Some(draft);
        }
        if let Some(draft) = self.share_in_brackets(at, quantity) {
            return Some(draft);
        }
        if let Some(draft) = self
            .goes_out(at, quantity)
            .or_else(|| self.exports_of_its_own(at, quantity))
            .or_else(|| self.share_of_goods(at, quantity))
            .or_else(|| self.share_by_place(at, quantity))
            .or_else(|| self.share_taken(at, quantity))
            .or_else(|| self.change_of_goods(at, quantity))
            .or_else(|| self.change_forecast(at, quantity))
        {
            return Some(draft);
        }
        if self.topic.is_none()
            && let Some(draft) = self.relative_alone(at, quantity)
        {
            return Some(draft);
        }
        let topic = self.topic.clone()?;
        // `Penang's exports grew 9.7 per cent and Johor's 3.3 per cent`
        if let (Some(What::Possessive), Some(What::Region(place))) =
            (self.what(at.wrapping_sub(1)), self.what(at.wrapping_sub(2)))
            && let Some(direction) = self.last_direction
        {
            let mut topic = topic;
            topic.reporter = Some(self.code(*place, false));
            topic.reporter_stated = true;
            self.topic = Some(topic.clone());
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/elided");
        }
        // `PP higher`
        let next = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain | Class::Comparison(_))));
        if let Some(What::Class(Class::More(direction))) = self.what(next)
            && (quantity.measure != Measure::Multiple)
        {
            if quantity.measure == Measure::Points
                && let Some(benchmark) = self.benchmark(next)
            {
                let direction = if *direction == Direction::Up { Direction::Above } else { Direction::Below };
                let mut draft =
                    self.draft(at, quantity, FigureKind::Gap, topic, Some(direction), "gap/benchmark")?;
                draft.benchmark = Some(benchmark);
                return Some(draft);
            }
            return self.comparative(at, quantity, topic, *direction);
        }
        if let Some(What::Class(Class::Change(direction))) = self.what(next)
            && next <= at + 3
            && !quantity.verb
        {
            let direction = *direction;
            // `the dollar's P decline`: not that of the trade that was spoken of
            if matches!(self.what(at.wrapping_sub(1)), Some(What::Possessive))
                && matches!(self.what(at.wrapping_sub(2)), Some(What::Class(Class::Other)))
            {
                return None;
            }
            if let Some(draft) = self.change_before(at, quantity, &topic, direction) {
                return Some(draft);
            }
            self.last_direction = Some(direction);
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun-after");
        }
        // `Chile lifted exports P`
        if let Said::Change(direction) = self.said
            && quantity.measure == Measure::Percent
            && at == self.topic_end
            && self.said_at + 1 == self.topic_from
            && !self.is_prep(at + 1, Prep::Of)
            && super::figure::is_flow(topic.indicator)
        {
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/verb");
        }
        if quantity.measure == Measure::Points && self.said == Said::Contribute {
            return self.draft(at, quantity, FigureKind::Contribution, topic, None, "contribution/points");
        }
        if quantity.measure == Measure::Multiple {
            // `fell 1.6-fold`, `decreased 2.2 times`, as agencies of the east write: to so much of it
            let fell = self.said == Said::Change(Direction::Down)
                && quantity.value > Decimal::ONE
                && ["fold", "times"].iter().any(|times| self.text(at).ends_with(times))
                && self.near(at);
            let left = fell.then(|| Self::one_of(quantity)).flatten();
            let quantity = left.as_ref().unwrap_or(quantity);
            let up = quantity.value > Decimal::ONE;
            let direction = if up { Direction::Up } else { Direction::Down };
            let into = quantity.value < Decimal::ONE && self.is_prep(at.wrapping_sub(1), Prep::In);
            let said = if into { self.cut_in_half(at) } else { matches!(self.said, Said::Change(_)) };
            if quantity.verb && !fell {
                self.verb(at, Said::Change(direction));
                self.topic.as_ref()?;
            } else if !said {
                return None;
            }
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/multiple");
        }
        if quantity.sign != 0 {
            let direction = if quantity.sign > 0 { Direction::Up } else { Direction::Down };
            let mut topic = topic;
            if at >= 2
                && let (Some(What::Sign('(')), Some(What::Region(place))) =
                    (self.what(at.wrapping_sub(1)), self.what(at.wrapping_sub(2)))
            {
                topic.partner = Some(self.code(*place, true));
                topic.partner_stated = true;
            }
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/signed");
        }
        let before = self.left_of(at);
        // `exports of V were up on the V0 in January 1986`
        if !quantity.measure.is_relative() && before.is_some_and(|on| self.is_up_on(on)) {
            return self.base_level(at, quantity, topic, "level/base");
        }
        if let Some(found) = self.base_change(at, quantity, &topic) {
            return found;
        }
        match self.said {
            Said::Change(direction) => {
                let by_noun = self.said_at < self.topic_from
                    && before
                        .is_some_and(|before| before == self.topic_end && self.is_prep(before, Prep::By));
                let near = by_noun || self.near(at);
                let by_or_of = before.is_some_and(|before| {
                    matches!(self.what(before), Some(What::Class(Class::Prep(Prep::By | Prep::Of))))
                });
                let rule =
                    if by_or_of && self.is_prep(before?, Prep::Of) { "change/noun" } else { "change/verb" };
                let to = before
                    .is_some_and(|before| self.is_prep(before, Prep::To) || self.is_prep(before, Prep::From));
                let or = before.is_some_and(|before| self.is_prep(before, Prep::Or));
                if or {
                    return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/or");
                }
                if to && !topic.growth {
                    return None;
                }
                if near {
                    // `growth slowed to P`: still growth
                    let direction = if to && topic.growth { Direction::Up } else { direction };
                    return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), rule);
                }
                let list = before.is_some_and(|before| {
                    matches!(self.what(before), Some(What::Class(Class::Prep(Prep::And)) | What::Sign(',')))
                });
                (list && self.listed_before(at)).then(|| {
                    self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/list")
                })?
            }
            // `X accounted for P of the total, and Y for P`
            Said::Share
                if self.is_word(at.wrapping_sub(1), words!["for"])
                    && quantity.measure == Measure::Percent
                    && self.said_at + 1 < at
                    && self.drafts[self.first_draft..]
                        .last()
                        .is_some_and(|draft| draft.kind == FigureKind::Share) =>
            {
                let comma =
                    (self.said_at..at).rev().find(|at| matches!(self.what(*at), Some(What::Sign(','))))?;
                let and = comma + 1 + usize::from(self.is_prep(comma + 1, Prep::And));
                let goods = self.goods_between(and, at - 1)?;
                let mut topic = self.drafts.last()?.topic.clone();
                topic.commodity = Some(goods);
                self.draft(at, quantity, FigureKind::Share, topic, None, "share/list")
            }
            Said::Share => {
                // `of which China took P`
                let of_which = self.topic_from < self.said_at
                    && matches!(self.what(self.topic_from), Some(What::Class(Class::Anaphor)))
                    && self.subjects.len() == 1
                    && self.near(at);
                let strong = self.is_strong_share()
                    || of_which
                    || (quantity.fraction && self.subjects.len() == 1 && self.near(at));
                (strong && quantity.measure == Measure::Percent)
                    .then(|| self.share_of_topic(at, quantity, topic))?
            }
            // `exports making up P and imports P`
            Said::Nothing
                if at == self.topic_end
                    && quantity.measure == Measure::Percent
                    && self.drafts[self.first_draft..].last().is_some_and(|draft| {
                        draft.kind == FigureKind::Share && draft.rule == "share/verb"
                    }) =>
            {
                self.draft(at, quantity, FigureKind::Share, topic, None, "share/list")
            }
            Said::Nothing => {
                let elided = at == self.topic_end
                    || (at == self.topic_end + 1 && self.is_prep(at.wrapping_sub(1), Prep::By))
                    || (at > self.topic_end
                        && (self.topic_end..at).all(|back| {
                            matches!(
                                self.what(back),
                                Some(
                                    What::Class(Class::Plain | Class::Bound(_) | Class::Prep(Prep::By))
                                        | What::Time(_)
                                )
                            )
                        }));
                let direction = self.last_direction.filter(|_| elided)?;
                self.said = Said::Change(direction);
                self.said_at = at;
                self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/elided")
            }
            Said::Level(_) if topic.growth && self.near(at) => {
                self.draft(at, quantity, FigureKind::Change, topic, Some(Direction::Up), "change/noun")
            }
            _ => None,
        }
    }

    /// `Exports to China rose P and to Japan P2`: the verb is that of the place before.
    fn change_to_place(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || !matches!(self.said, Said::Change(_)) {
            return None;
        }
        let place = self.left_of(at)?;
        let Some(What::Region(found)) = self.what(place) else { return None };
        let to = (place.saturating_sub(3)..place)
            .rev()
            .find(|back| !matches!(self.what(*back), Some(What::Class(Class::Plain))))?;
        let toward =
            matches!(self.what(to), Some(What::Class(Class::Prep(Prep::To | Prep::From | Prep::With))));
        let joined = matches!(
            self.what(to.checked_sub(1)?),
            Some(What::Sign(',') | What::Class(Class::Prep(Prep::And)))
        );
        let last = self.drafts[self.first_draft..].last()?;
        if !(toward && joined) || last.kind != FigureKind::Change || !last.topic.partner_stated {
            return None;
        }
        let (mut topic, direction) = (last.topic.clone(), last.direction);
        topic.partner = Some(self.code(*found, true));
        self.draft(at, quantity, FigureKind::Change, topic, direction, "change/list")
    }

    /// `a growth of P was recorded in Pakistan's exports`: the noun of the change before, what changed behind.
    fn change_seen_in(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const SEEN: &Words =
            words!["witnessed", "recorded", "registered", "seen", "noted", "observed", "reported", "posted"];
        let of = self.left_of(at).filter(|of| self.is_prep(*of, Prep::Of))?;
        let noun = of.checked_sub(1)?;
        let Some(What::Class(Class::Change(direction))) = self.what(noun) else { return None };
        let negative = self.is_word(noun.wrapping_sub(1), words!["negative"]);
        let direction = if negative { Direction::Down } else { *direction };
        let seen = (at + 1..at + 5).find(|at| self.is_word(*at, SEEN))?;
        let within = (seen + 1..seen + 7)
            .find(|at| matches!(self.what(*at), Some(What::Class(Class::Indicator(..)))))?;
        if !self.is_prep(seen + 1, Prep::In) {
            return None;
        }
        let Some(What::Class(Class::Indicator(measured, _))) = self.what(within) else { return None };
        let measured = *measured;
        self.begin(within, measured);
        let topic = self.topic.clone()?;
        (self.said, self.said_at) = (Said::Change(direction), noun);
        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun")
    }

    /// `shaved V off Canada's exports`, `wiped V off the nation's export income`: by how much it fell.
    pub(super) fn taken_off(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const TAKEN: &Words = words![
            "shaved", "wiped", "knocked", "sliced", "cut", "took", "lopped", "stripped", "shave", "wipe",
            "knock", "slice", "take", "shaving", "wiping", "knocking", "slicing", "taking", "taken",
            "clipped", "trimmed",
        ];
        if !self.is_word(at + 1, words!["off"]) {
            return None;
        }
        let verb = self.left_of(at).filter(|verb| self.is_word(*verb, TAKEN))?;
        let noun = (at + 2..at + 9)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Possessive
                            | What::Sign('-')
                            | What::Class(
                                Class::Plain | Class::Peri(_) | Class::Indicator(..) | Class::Tariff
                            )
                    )
                )
            })
            .find(|at| {
                matches!(
                    self.what(*at),
                    Some(What::Class(Class::Indicator(_, Strength::Full | Strength::Head) | Class::Tariff))
                )
            })?;
        match self.what(noun) {
            Some(What::Class(Class::Indicator(measured, _))) => {
                let measured = *measured;
                self.begin(noun, measured);
            }
            _ => self.tariff(noun),
        }
        let topic = self.topic.clone()?;
        (self.said, self.said_at) = (Said::Change(Direction::Down), verb);
        self.draft(at, quantity, FigureKind::Change, topic, Some(Direction::Down), "change/verb")
    }

    /// `shrank at an annualised, seasonally adjusted pace of P`, `declined at a monthly rate of P`.
    fn at_a_pace_of(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        /// Pieces between `at` and the rate.
        const REACH: usize = 7;
        let Said::Change(direction) = self.said else { return None };
        let of = self.left_of(at).filter(|of| self.is_prep(*of, Prep::Of))?;
        let pace = of.checked_sub(1).filter(|pace| self.is_word(*pace, words!["pace", "rate", "clip"]))?;
        let opens = (pace.saturating_sub(REACH)..pace).rev().find(|at| self.is_prep(*at, Prep::At))?;
        if self.said_at >= opens || opens > self.said_at + 3 || quantity.measure != Measure::Percent {
            return None;
        }
        // a rate is of something else only where it is the subject
        let topic = self.topic.clone().filter(|_| self.topic_end <= self.said_at)?;
        self.blocked = false;
        let mut draft =
            self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/verb")?;
        let annualised =
            (opens..pace).any(|at| self.is_word(at, words!["annualised", "annualized", "annual"]));
        if annualised {
            (draft.comparison, draft.comparison_stated) = (Some(article::Comparison::Annualised), true);
        }
        Some(draft)
    }

    /// `coal shed P and LNG P`, `plastics and rubber P and chemicals P`: the verb is that of the goods before.
    fn change_of_goods(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 || self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let last = self.drafts[self.first_draft..]
            .iter()
            .rev()
            .find(|draft| draft.kind == FigureKind::Change && draft.unit == "percent")?;
        let (mut topic, direction) = (last.topic.clone(), last.direction);
        let mut from = at;
        while from > 0
            && (matches!(self.what(from.wrapping_sub(1)), Some(What::Word | What::Sign('-')))
                || self.is_word(
                    from.wrapping_sub(1),
                    words!["volume", "value", "ships", "goods", "products", "materials"],
                )
                || (self.is_prep(from.wrapping_sub(1), Prep::And)
                    && matches!(self.what(from.wrapping_sub(2)), Some(What::Word))))
        {
            from -= 1;
        }
        if from == at {
            return None;
        }
        let mark = from.checked_sub(1)?;
        let joined =
            matches!(self.what(mark), Some(What::Sign(',' | ';') | What::Class(Class::Prep(Prep::And))));
        let volume = from + 1 == at && self.is_word(from, words!["volume", "value"]);
        let earlier = matches!(
            self.what(mark.checked_sub(1)?),
            Some(What::Quantity(_) | What::Time(_) | What::Sign(',' | ')'))
        );
        let ends = matches!(
            self.what(at + 1),
            None | Some(
                What::Sign(_)
                    | What::Time(_)
                    | What::Class(
                        Class::Prep(Prep::And | Prep::To | Prep::In)
                            | Class::Break
                            | Class::Comparison(_)
                            | Class::Plain
                    )
            )
        );
        if !(joined && ends && (earlier || volume)) || !super::goods::of_goods(topic.indicator) {
            return None;
        }
        let ships = from + 1 == at && self.is_word(from, words!["ships"]);
        if ships {
            topic.commodity = Some("ships".into());
        } else if !volume {
            topic.commodity = Some(self.goods_between(from, at)?);
        }
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (from, at);
        self.blocked = false;
        if let Some(direction) = direction {
            (self.said, self.said_at) = (Said::Change(direction), at);
        }
        self.draft(at, quantity, FigureKind::Change, topic, direction, "change/elided")
    }

    /// `Reuters poll was for +1.0 pct`, `a consensus forecast for P`, `had pointed to a gain of P`: of the change before it.
    fn change_forecast(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let else_of = (self.clause_start.min(at)..at)
            .any(|at| matches!(self.what(at), Some(What::Class(Class::Other | Class::Invest))));
        if quantity.measure != Measure::Percent || self.blocked || else_of {
            return None;
        }
        let mut back = at;
        let mut direction = None;
        let status = loop {
            back = back.checked_sub(1).filter(|back| at - back < 8)?;
            match self.what(back)? {
                What::Class(Class::Status(Status::Forecast)) => break Status::Forecast,
                What::Class(Class::Change(found)) => direction = direction.or(Some(*found)),
                What::Class(
                    Class::Plain
                    | Class::Prep(Prep::Of | Prep::To | Prep::From | Prep::At)
                    | Class::Level(_)
                    | Class::Bound(_),
                )
                | What::Sign('-' | '’' | '\'') => {}
                What::Word if self.text(back).chars().all(char::is_lowercase) => {}
                _ => return None,
            }
        };
        let last = self.drafts.last().filter(|last| {
            last.sentence + 2 > self.sentence && last.kind == FigureKind::Change && last.unit == "percent"
        })?;
        let topic = last.topic.clone();
        let signed = match quantity.sign {
            0 => None,
            sign => Some(if sign > 0 { Direction::Up } else { Direction::Down }),
        };
        let direction = signed.or(direction).or(last.direction);
        // `after a rise of P in August`: what was expected is of the month reported
        let before = self
            .carry
            .story_period
            .filter(|story| last.period.is_some_and(|period| period.last < story.first));
        let awaited = before.filter(|_| self.was_awaited());
        let (period, comparison) = (awaited.or(last.period), last.comparison);
        let mut draft = self.draft(at, quantity, FigureKind::Change, topic, direction, "change/forecast")?;
        draft.status = status;
        if !draft.period_stated {
            draft.period = period;
        }
        if draft.comparison.is_none() || !draft.comparison_stated {
            draft.comparison = comparison;
        }
        Some(draft)
    }

    /// `a 2 billion dollar drop in the trade deficit`, `a 2 to 3 billion dollar reduction this year` behind a sentence of it: how much
    /// trade changes, and not what it comes to.
    pub(super) fn amount_of_change(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const CHANGES: &Words = words![
            "drop",
            "fall",
            "decline",
            "decrease",
            "reduction",
            "rise",
            "increase",
            "gain",
            "jump",
            "improvement",
        ];
        let noun = self.skip(at + 1, |what| matches!(what, What::Sign('-')));
        let Some(What::Class(Class::Change(direction))) = self.what(noun) else { return None };
        let direction = *direction;
        // `2 billion dollars fall to the states`
        let one = !self.story.text[quantity.bytes.clone()].ends_with(['s', 'S'])
            || self.is_word(at.wrapping_sub(1), words!["a", "an", "another"]);
        if self.topic.is_some() || !one || !self.is_word(noun, CHANGES) {
            return None;
        }
        if self.is_prep(noun + 1, Prep::In) {
            return self.change_ahead(at, quantity);
        }
        let ends = matches!(self.what(noun + 1), None | Some(What::Time(_) | What::Sign(',' | '.' | '"')));
        let spoken = self.carry.topic.as_ref().or(self.carry.previous.as_ref()).filter(|_| ends);
        let of_trade =
            |topic: &&Topic| super::figure::is_flow(topic.indicator) || topic.indicator == Indicator::Balance;
        let topic = spoken.filter(of_trade)?.clone();
        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun-after")
    }

    /// `a P rise in October exports`, where the noun comes after; and `The surplus was driven by a P gain in car exports`.
    fn change_ahead(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let spoken = self.topic.as_ref().map(|topic| topic.indicator);
        let article = self.is_word(at.wrapping_sub(1), words!["a", "an"]);
        let noun = self.skip(at + 1, |what| {
            matches!(what, What::Sign('-') | What::Class(Class::Plain | Class::Comparison(_)))
        });
        let Some(What::Class(Class::Change(direction))) = self.what(noun) else { return None };
        if !self.is_prep(noun + 1, Prep::In) {
            return None;
        }
        let direction = *direction;
        for next in noun + 2..noun + 8 {
            match self.what(next)? {
                // `rise in the surplus`, where the story speaks of trade
                What::Class(Class::Indicator(measured, strength @ (Strength::Full | Strength::Bare)))
                    if *strength == Strength::Full
                        || measured.indicator == Indicator::Balance
                            && self.carry.trade_seen
                            && !self.balance_of_else(next) =>
                {
                    let measured = *measured;
                    // `V of surplus and P growth in exports`
                    if !article && spoken.is_some_and(|spoken| spoken == measured.indicator) {
                        return None;
                    }
                    if matches!(
                        self.what(next + 1),
                        Some(What::Class(Class::Other | Class::Tariff | Class::Quota))
                    ) {
                        return None;
                    }
                    let whole = self.topic.take();
                    self.begin(next, measured);
                    let mut topic = self.topic.clone()?;
                    // `Dutch car imports rose, reflecting a P growth in Japanese imports`: where they come from
                    if let Some(whole) = whole.filter(|whole| {
                        whole.indicator == Indicator::Imports && measured.indicator == Indicator::Imports
                    }) && whole.reporter.is_some()
                        && topic.reporter_stated
                        && topic.reporter != whole.reporter
                    {
                        (topic.partner, topic.partner_stated) = (topic.reporter, true);
                        (topic.reporter, topic.reporter_stated) = (whole.reporter, whole.reporter_stated);
                        self.topic = Some(topic.clone());
                    }
                    let draft = self.draft(
                        at,
                        quantity,
                        FigureKind::Change,
                        topic,
                        Some(direction),
                        "change/noun-after",
                    );
                    (self.said, self.said_at) = (Said::Change(direction), next);
                    return draft;
                }
                What::Word
                | What::Region(_)
                | What::Possessive
                | What::Time(_)
                | What::Sign('-' | '.')
                | What::Class(Class::Plain | Class::Peri(_)) => {}
                _ => return None,
            }
        }
        None
    }

    /// `P higher than a year earlier`, `V more than in May`: a change, whatever it is counted in.
    pub(super) fn comparative(
        &mut self,
        at: usize,
        quantity: &Quantity,
        topic: Topic,
        direction: Direction,
    ) -> Option<Draft> {
        let more = self.skip(at + 1, |what| !matches!(what, What::Class(Class::More(_))));
        // `9 percent within the quota and 40 percent above it`: the rate of what comes in beyond it
        if self.is_word(more, words!["above", "over", "outside", "beyond"])
            && self.is_word(more + 1, words!["it", "that", "this", "the"])
            && quantity.measure == Measure::Percent
            && let Some(rated) = self.drafts[self.first_draft..].last()
            && rated.topic.indicator == Indicator::Tariff
            && rated.kind == FigureKind::Level
        {
            let topic = rated.topic.clone();
            return self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/verb");
        }
        // `P above the target`: nothing has changed
        let aim = self.skip(more + 1, |what| {
            matches!(what, What::Class(Class::Plain | Class::Than) | What::Possessive)
        });
        if self.is_word(aim, words!["target", "targets", "goal", "quota", "forecast", "plan", "expectations"])
            && !matches!(quantity.measure, Measure::Multiple)
        {
            let side = if direction == Direction::Up { Direction::Above } else { Direction::Below };
            return self.draft(at, quantity, FigureKind::Gap, topic, Some(side), "gap/benchmark");
        }
        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/comparative")
    }

    /// `roughly half of what it was a year ago`, `less than half its January purchases`, `P of the figure in 2021`: what is left of an
    /// earlier amount, and no part of a total.
    fn of_what_it_was(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        /// A third is 0.33.
        const DECIMALS: u32 = 2;
        if quantity.measure != Measure::Percent || self.earlier_amount(at).is_none() {
            return None;
        }
        // the amount that it is beside, else what the clause tells of
        let beside = self.left_of(at).filter(|mark| {
            matches!(self.what(*mark), Some(What::Sign(',' | '-' | '–' | '—')))
                || self.is_prep(*mark, Prep::Or)
                || self.is_prep(*mark, Prep::To)
        });
        let beside = beside.and_then(|_| self.drafts[self.first_draft..].last());
        let beside = beside.filter(|last| last.kind == FigureKind::Level).cloned();
        if beside.is_none() && self.follows_another(at) {
            return None;
        }
        let topic = beside.as_ref().map(|level| level.topic.clone()).or_else(|| self.topic.clone())?;
        let mut left = quantity.clone();
        left.measure = Measure::Multiple;
        left.value = quantity.value.checked_div(Decimal::ONE_HUNDRED)?.normalize();
        if quantity.fraction && left.value.scale() > DECIMALS + 1 {
            left.value = left.value.round_dp(DECIMALS);
        }
        let up = left.value > Decimal::ONE;
        let direction = Some(if up { Direction::Up } else { Direction::Down });
        let mut draft = self.draft(at, &left, FigureKind::Change, topic, direction, "change/multiple")?;
        if let Some(level) = beside {
            (draft.period, draft.period_stated, draft.status) =
                (level.period, level.period_stated, level.status);
        }
        Some(draft)
    }

    /// Whether a time is that of what a fraction before it is of.
    pub(super) fn is_of_an_earlier_amount(&self, time: usize) -> bool {
        const REACH: usize = 9;
        let near = (time.saturating_sub(REACH)..time).rev();
        // `half the V of May`: the time is that of V
        near.into_iter()
            .find(|at| matches!(self.what(*at), Some(What::Quantity(_))))
            .is_some_and(|at| self.earlier_amount(at) == Some(time))
    }

    /// `fell 1.6-fold`: what is left is 0.625 of it.
    fn one_of(quantity: &Quantity) -> Option<Quantity> {
        const DECIMALS: u32 = 3;
        let value = Decimal::ONE.checked_div(quantity.value)?.round_dp(DECIMALS).normalize();
        Some(Quantity { value, ..quantity.clone() })
    }

    /// The time of the amount that a fraction or a multiple is of, where that is the same at another time: `of what came in a year
    /// ago`, `of its 2007 level`, `half the deficit of the previous year`, `twice the V logged in May`.
    pub(super) fn earlier_amount(&self, at: usize) -> Option<usize> {
        const LEVELS: &[&str] = &["level", "levels", "figure", "figures"];
        /// A part may be of these.
        const AMOUNTS: &[&str] = &["amount", "volume", "volumes", "number", "value", "quantity", "total"];
        const SAID: &Words = words![
            "was",
            "were",
            "had been",
            "it was",
            "they were",
            "came",
            "came in",
            "it",
            "they",
            "got",
            "bought",
            "took",
            "sold",
            "shipped",
            "registered",
            "recorded",
            "logged",
            "posted",
            "seen",
            "earned",
            "imported",
            "exported",
            "that",
            "which",
            "previous",
            "year-earlier",
            "earlier",
        ];
        /// Pieces up to the time.
        const REACH: usize = 9;
        let Some(What::Quantity(index)) = self.what(at) else { return None };
        let quantity = &self.pieces.quantities[*index];
        let multiple = quantity.measure == Measure::Multiple && !quantity.verb;
        if !multiple && quantity.measure != Measure::Percent {
            return None;
        }
        let fraction = quantity.fraction || multiple;
        let of = self.is_prep(at + 1, Prep::Of);
        if !of && !fraction {
            return None;
        }
        let from = at + 1 + usize::from(of);
        let what = self.is_word(from, words!["what", "what it", "what they"]);
        // `half of the exports of last year` may be a part of them: without `of` it is compared
        let (mut named, mut time) = (what, None);
        for at in from..from + REACH {
            let text = self.text(at).to_ascii_lowercase();
            match self.what(at) {
                Some(What::Time(_)) => time = time.or(Some(at)),
                Some(What::Quantity(index)) if fraction && !of => {
                    named |= !self.pieces.quantities[*index].measure.is_relative();
                }
                Some(What::Class(Class::Indicator(..))) => named |= fraction && !of,
                _ if LEVELS.iter().any(|level| text.ends_with(level)) => named = true,
                _ if AMOUNTS.iter().any(|amount| text.ends_with(amount)) => named |= fraction && !of,
                Some(
                    What::Possessive
                    | What::Class(Class::Plain | Class::Anaphor | Class::Prep(Prep::Of | Prep::In)),
                ) => {}
                _ if self.is_word(at, SAID) || what && at == from => {}
                _ => break,
            }
        }
        time.filter(|_| named)
    }

    /// `after a P fall in July`, `following a P rise the previous month`: the change of an earlier period.
    fn change_before(
        &mut self,
        at: usize,
        quantity: &Quantity,
        topic: &Topic,
        direction: Direction,
    ) -> Option<Draft> {
        let mut before = self.left_of(at)?;
        // `after an upwardly revised P jump in June`
        let revised = self.is_word(before, words!["revised", "unrevised"]);
        while self.is_word(
            before,
            words!["revised", "upwardly", "downwardly", "unrevised", "a", "an", "the", "slightly"],
        ) {
            before = before.checked_sub(1)?;
        }
        let earlier = match self.what(before)? {
            What::Class(Class::Against | Class::Prep(Prep::From)) => true,
            _ => self.is_word(before, words!["after", "following", "reversing", "extending", "since"]),
        };
        let kin = self.drafts[self.first_draft..]
            .iter()
            .rev()
            .find(|draft| draft.kind == FigureKind::Change && draft.topic.indicator == topic.indicator)?;
        if !earlier {
            return None;
        }
        let (main, comparison, stated, topic) =
            (kin.period, kin.comparison, kin.comparison_stated, kin.topic.clone());
        let period = match self.time_after(at) {
            Some(time) if time != Time::Same => self.counted(time, main, None),
            _ => None,
        };
        let mut draft =
            self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/base")?;
        draft.period = period;
        draft.period_stated = true;
        (draft.comparison, draft.comparison_stated) = (comparison, stated && comparison.is_none());
        (draft.base_period, draft.base_stated) = (None, true);
        draft.is_base = true;
        if revised {
            draft.status = Status::Revised;
        }
        Some(draft)
    }

    /// `beat the median forecast of a P gain`: of the change that was spoken of.
    fn relative_alone(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        let noun = self.is_prep(before, Prep::Of).then(|| before.checked_sub(1)).flatten()?;
        // `Analysts had expected a drop of P`
        if let Some(What::Class(Class::Change(direction))) = self.what(noun)
            && let Some(verb) = (noun.saturating_sub(3)..noun)
                .rev()
                .find(|back| !matches!(self.what(*back), Some(What::Class(Class::Plain | Class::Prep(_)))))
            && matches!(self.what(verb), Some(What::Class(Class::Status(Status::Forecast))))
            && let Some(topic) =
                self.carry.topic.clone().filter(|topic| super::figure::is_flow(topic.indicator))
            && self.drafts.last().is_some_and(|last| {
                last.sentence + 1 == self.sentence && last.topic.indicator == topic.indicator
            })
        {
            let direction = *direction;
            let mut draft =
                self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun")?;
            draft.status = Status::Forecast;
            return Some(draft);
        }
        let (
            Some(What::Class(Class::Status(status @ (Status::Forecast | Status::Target)))),
            Some(What::Class(Class::Change(direction))),
        ) = (self.what(noun), self.what(at + 1))
        else {
            return None;
        };
        let (status, direction) = (*status, *direction);
        let topic =
            self.flow_spoken_of().or_else(|| self.carry.story_flow.clone()).or_else(|| self.spoken_of())?;
        let mut draft =
            self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun-after")?;
        draft.status = status;
        Some(draft)
    }

    /// `Cheaper oil cut the value of its exports in half`
    pub(super) fn cut_in_half(&self, at: usize) -> bool {
        const CUT: &Words = words!["cut", "cuts", "cutting", "slashed", "slash"];
        let into = at.wrapping_sub(1);
        let verb = (self.clause_start.min(at)..at).rev().find(|at| self.is_word(*at, CUT));
        let trade = |at: usize| matches!(self.what(at), Some(What::Class(Class::Indicator(..))));
        // what was cut stands behind the verb, or before it: `were cut in half`
        self.is_prep(into, Prep::In)
            && verb.is_some_and(|verb| verb + 1 == into || (verb + 1..into).any(trade))
    }

    /// `A P cut in the import tariff for soybeans`
    fn cut_of_duty(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent {
            return None;
        }
        let direction = match self.what(at + 1)? {
            What::Class(Class::Change(direction)) => *direction,
            _ if self.is_word(at + 1, words!["cut", "reduction"]) => Direction::Down,
            _ => return None,
        };
        let duty = (at + 2..at + 6)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Possessive
                            | What::Class(Class::Plain | Class::Prep(Prep::In | Prep::Of) | Class::Tariff)
                    )
                )
            })
            .find(|at| matches!(self.what(*at), Some(What::Class(Class::Tariff))))?;
        self.tariff(duty);
        let topic = self.topic.clone()?;
        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "tariff/verb")
    }

    /// `were up on the V in January`
    fn is_up_on(&self, on: usize) -> bool {
        self.is_prep(on, Prep::On)
            && self.is_word(on + 1, words!["the"])
            && ["up", "down"].iter().any(|way| self.text(on.wrapping_sub(1)).ends_with(way))
    }

    /// `slowing from July's 7.8%`, `compared with 5.2 percent in June`: a change of another period.
    ///
    /// `None`: it is no such shape; `Some(None)`: it is, and says no period.
    #[expect(clippy::option_option, reason = "three answers")]
    pub(super) fn base_change(
        &mut self,
        at: usize,
        quantity: &Quantity,
        topic: &Topic,
    ) -> Option<Option<Draft>> {
        let mut before = self.left_of(at)?;
        let mut time = None;
        if matches!(self.what(before), Some(What::Possessive)) {
            let Some(What::Time(of)) = before.checked_sub(1).and_then(|at| self.what(at)) else {
                return None;
            };
            time = Some(*of);
            before = self.left_of(before - 1)?;
        }
        if !matches!(self.what(before)?, What::Class(Class::Prep(Prep::From) | Class::Against)) {
            return None;
        }
        // `P of exports of V, compared with P2`
        let share = self.drafts[self.first_draft..]
            .iter()
            .rfind(|draft| draft.unit == "percent")
            .is_some_and(|draft| draft.kind == FigureKind::Share);
        let kin = self.drafts[self.first_draft..].iter().rev().find(|draft| {
            if share {
                draft.kind == FigureKind::Share
            } else {
                draft.kind == FigureKind::Change
                    && draft.topic.indicator == topic.indicator
                    && draft.unit == "percent"
            }
        })?;
        let (kind, direction, main) = (kin.kind, kin.direction, kin.period);
        let topic = if share { kin.topic.clone() } else { topic.clone() };
        let period = match time.or_else(|| self.time_after(at)) {
            Some(time) if time != Time::Same => Some(self.counted(time, main, None)?),
            None if share && self.is_before_an_event(at) => None,
            // `made up P of the total, up from P2`
            None if share
                && !matches!(self.what(at + 1), Some(What::Class(Class::Prep(_)) | What::Region(_)))
                && !self.is_word(at + 1, words!["for"]) =>
            {
                match main.and_then(|main| shift(main, -12)) {
                    None => return Some(None),
                    period => period,
                }
            }
            _ => return Some(None),
        };
        let draft = self.draft(at, quantity, kind, topic, direction, "change/base").map(|mut draft| {
            draft.period = period;
            draft.period_stated = true;
            draft.base_period = None;
            draft.is_base = true;
            draft
        });
        Some(draft)
    }
}
