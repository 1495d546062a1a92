//! Levels that a clause gives without naming an indicator: `Germany V and the UK V`, `including V to China`, `Economists had tipped V`.
//!
//! Not: an amount of which the sentences before do not say what it is of.

use super::super::draft::{Draft, Name};
use super::super::lexicon::{Class, Prep, Strength};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::figure::is_flow as moves;
use super::figure::is_money;
use super::shares::OfWhat;
use super::{Clauses, Said};
use article::{Bound, FigureKind, Indicator, Level, Status, Usage};

impl Clauses<'_, '_> {
    /// An amount whose clause names no indicator: of a contract, taken by a place, forecast or aimed at.
    pub(super) fn amount_alone(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if let Some(draft) = self.deal_amount(at, quantity).or_else(|| self.attracted(at, quantity)) {
            return Some(draft);
        }
        if self.said == Said::Share && self.near(at) {
            let topic = self.flow_spoken_of()?;
            let draft = self.share_amount(at, quantity, topic)?;
            self.topic = Some(draft.topic.clone());
            (self.topic_from, self.topic_end) = (at, at);
            return Some(draft);
        }
        if let Some(draft) = self.goods_in_list(at, quantity) {
            return Some(draft);
        }
        // `Economists had tipped V`, `a goal of V`: of what was spoken of, in its unit
        let status = (self.clause_start..at).rev().take(7).find_map(|back| match self.what(back) {
            Some(What::Class(Class::Status(status @ (Status::Forecast | Status::Target)))) => {
                Some(Some((back, *status)))
            }
            Some(What::Class(Class::Plain | Class::Prep(_) | Class::Bound(_) | Class::Level(_))) => None,
            Some(What::Word) if self.text(back).chars().all(char::is_lowercase) => None,
            _ => Some(None),
        })?;
        let (back, status) = status?;
        let topic = self.spoken_of()?;
        let (unit, _) = self.unit(quantity)?;
        let kin = self.drafts.iter().rev().take(12).find(|draft| {
            draft.kind == FigureKind::Level && draft.topic.indicator == topic.indicator && draft.unit == unit
        })?;
        let (mut topic, period) = (kin.topic.clone(), kin.period);
        // the partner of a list in the paragraph before is not that of the target
        let there = self.story.sentences.get(kin.sentence).map(|sentence| sentence.paragraph);
        if there != Some(self.carry.paragraph) && self.carry.bilateral.is_none() {
            (topic.partner, topic.partner_stated) = (None, false);
        }
        if (self.clause_start.min(at)..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Other))))
        {
            return None;
        }
        if (back + 1..at).any(|at| {
            self.is_word(
                at,
                words![
                    "produce", "harvest", "mine", "consume", "use", "grow", "lose", "pay", "spend", "provide"
                ],
            )
        }) {
            return None;
        }
        // what is pledged is given or lent
        if self.is_word(back, words!["pledged", "pledge", "pledges", "promised"])
            || (at + 1..at + 5).any(|at| self.is_word(at, words!["grants", "grant", "aid", "loans", "loan"]))
        {
            return None;
        }
        // a word between must not be what is forecast
        if (back + 1..at).filter(|at| matches!(self.what(*at), Some(What::Word))).count() > 1 {
            return None;
        }
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/forecast")?;
        draft.status = status;
        if !draft.period_stated {
            draft.period = period;
        }
        draft.is_base = true;
        Some(draft)
    }

    /// `; livestock products V`, `followed by chemicals with V and apparel with V` after a level of other goods.
    pub(super) fn goods_in_list(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        let end = if self.is_prep(before, Prep::With) { before } else { before + 1 };
        let mut from = end;
        while from > 0
            && (matches!(self.what(from.wrapping_sub(1)), Some(What::Word | What::Sign('-')))
                || (self.is_prep(from.wrapping_sub(1), Prep::And)
                    && matches!(self.what(from.wrapping_sub(2)), Some(What::Word)))
                || (matches!(self.what(from.wrapping_sub(1)), Some(What::Class(Class::Prep(_))))
                    && matches!(self.what(from.wrapping_sub(2)), Some(What::Sign('-')))))
        {
            from -= 1;
        }
        let followed = self.is_prep(from.checked_sub(1)?, Prep::By)
            && self.is_word(from.wrapping_sub(2), words!["followed"]);
        let opens = followed
            || matches!(
                self.what(from.wrapping_sub(1)),
                Some(What::Sign(';' | ',') | What::Class(Class::Prep(Prep::And)))
            );
        if !opens || from >= end {
            return None;
        }
        let goods = self.goods_between(from, end)?;
        let kin = self.drafts[self.first_draft..]
            .iter()
            .rev()
            .find(|draft| draft.twin_of.is_none() && draft.kind == FigureKind::Level && !draft.is_base)?;
        let (unit, _) = self.unit(quantity)?;
        if kin.unit != unit
            || (kin.topic.commodity.is_none() && !followed)
            || !super::goods::of_goods(kin.topic.indicator)
        {
            return None;
        }
        let mut topic = kin.topic.clone();
        topic.commodity = Some(goods);
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (at, at);
        self.blocked = false;
        self.said = Said::Level(None);
        self.said_at = at;
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/goods-list")
    }

    /// `This compares with V a year earlier`: a base of the level in the sentence before.
    pub(super) fn compared(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        let and = self.is_prep(before, Prep::And)
            && self.drafts[self.first_draft..].last().is_some_and(|last| last.rule == "level/compared");
        // `This already exceeds the V ceiling`
        let limit = self.is_word(at + 1, words!["ceiling", "limit", "target", "goal", "cap"])
            && matches!(self.what(before), Some(What::Class(Class::Level(Some(Bound::Above)))));
        let against =
            (limit || matches!(self.what(before), Some(What::Class(Class::Against)))) && self.topic.is_none();
        if !(against || and) {
            return None;
        }
        let opens = and
            || (0..before).all(|at| {
                matches!(self.what(at), Some(What::Class(Class::Anaphor | Class::Plain | Class::Break)))
                    || self.is_word(at, words!["that", "this", "it", "which", "they", "figure", "total"])
            });
        if !opens || before > 5 && !and {
            return None;
        }
        let (unit, _) = self.unit(quantity)?;
        let kin = self.drafts.iter().rev().take(12).find(|draft| {
            draft.kind == FigureKind::Level
                && draft.unit == unit
                && !draft.is_base
                && draft.sentence + 3 > self.sentence
                && draft.sentence < self.sentence
        })?;
        let (topic, period) = (kin.topic.clone(), kin.period);
        if matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            return None;
        }
        if self.carry.period.is_none() {
            self.carry.period = period;
        }
        if !limit {
            return self.base_level(at, quantity, topic, "level/compared");
        }
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/compared")?;
        (draft.status, draft.bound) = (Status::Target, None);
        Some(draft)
    }

    /// `P of the orders, or V`, `a third of what it sold abroad, V worth`: the amount of the share before it.
    pub(super) fn amount_of_share(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        let or = self.is_prep(before, Prep::Or);
        let worth =
            matches!(self.what(before), Some(What::Sign(','))) && self.is_word(at + 1, words!["worth"]);
        let kin = self.drafts[self.first_draft..].last().filter(|last| last.kind == FigureKind::Share)?;
        let fits = flows(kin.topic.indicator)
            || matches!(
                kin.topic.indicator,
                Indicator::Freight | Indicator::Balance | Indicator::CurrentAccount
            );
        let (unit, _) = self.unit(quantity)?;
        if !(or || worth) || !fits || !(is_money(unit) || kin.topic.commodity.is_some()) {
            return None;
        }
        let (topic, period) = (kin.topic.clone(), kin.period);
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic.clone(), None, "level/of-share")?;
        draft.period = period.or(draft.period);
        self.topic = Some(topic);
        (self.topic_from, self.topic_end) = (at, at);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.blocked = false;
        Some(draft)
    }

    /// `Palm oil was worth V, or P of Malaysia's exports`: the amount of the share behind it.
    pub(super) fn amount_before_share(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        /// Pieces between the two.
        const APART: usize = 6;
        let known = !self.blocked && self.topic.is_some();
        if known || !is_money(self.unit(quantity)?.0) {
            return None;
        }
        let from = self.after_bracket(at + 1);
        let joins = |at: &usize| {
            matches!(
                self.what(*at),
                Some(
                    What::Sign(',')
                        | What::Class(
                            Class::Prep(Prep::Or | Prep::And)
                                | Class::Share
                                | Class::Level(_)
                                | Class::Plain
                                | Class::Bound(_)
                        )
                )
            )
        };
        let share = from + (from..from + APART).take_while(joins).count();
        let percent = matches!(self.what(share), Some(What::Quantity(index))
            if self.pieces.quantities[*index].measure == Measure::Percent);
        // `V, or P, of its exports`
        let comma = usize::from(matches!(self.what(share + 1), Some(What::Sign(','))));
        let OfWhat::Indicator(noun) = self.of_what(share + comma).filter(|_| percent && share > from)? else {
            return None;
        };
        let Some(What::Class(Class::Indicator(measured, _))) = self.what(noun) else { return None };
        let measured = *measured;
        if !flows(measured.indicator) {
            return None;
        }
        let goods = self.goods_between(self.clause_start.min(at), at);
        self.begin(noun, measured);
        let mut topic = self.topic.clone()?;
        topic.commodity = goods.or(topic.commodity);
        let draft = self.draft(at, quantity, FigureKind::Level, topic.clone(), None, "level/of-share")?;
        self.go_on_with(topic, at, at);
        (self.said, self.said_at) = (Said::Level(None), at);
        Some(draft)
    }

    /// `exported V of beef plus V of live cattle`: other goods of the same trade.
    pub(super) fn more_goods(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        if !(self.is_word(before, words!["plus"])
            || self.is_prep(before, Prep::And)
            || matches!(self.what(before), Some(What::Sign(','))))
            || !self.is_prep(at + 1, Prep::Of)
        {
            return None;
        }
        let kin = self.drafts[self.first_draft..].last().filter(|last| {
            // `V of capital goods, V2 of farm products`
            let of_goods = || self.piece_of(&last.bytes).is_some_and(|at| self.is_prep(at + 1, Prep::Of));
            last.kind == FigureKind::Level
                && !last.is_base
                && super::goods::of_goods(last.topic.indicator)
                && (last.topic.commodity.is_some() || of_goods())
        });
        let kin = kin.or_else(|| {
            self.drafts[self.first_draft..]
                .iter()
                .rev()
                .find(|draft| draft.rule == "level/traded" && draft.kind == FigureKind::Level)
        })?;
        let (unit, _) = self.unit(quantity)?;
        if is_money(unit) != is_money(kin.unit) {
            return None;
        }
        let mut topic = kin.topic.clone();
        // `The list includes V of cars, V2 of grain`
        let bought =
            kin.rule == "deals/list" || kin.rule == "level/goods-list" && kin.status == Status::Target;
        let list = bought.then_some((kin.status, kin.period));
        let (goods, _, next) = self.goods(at + 2);
        topic.commodity = Some(goods?);
        // `and V of corn to Mexico`
        let right = self.right(next, topic.indicator);
        if right.partner.is_some() {
            (topic.partner, topic.partner_stated) = (right.partner, true);
        }
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (at, at);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.blocked = false;
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/goods-list")?;
        if let Some((status, period)) = list {
            (draft.status, draft.period) = (status, period);
        }
        Some(draft)
    }

    /// `was V in the black`, `V in the red`: a balance.
    pub(super) fn in_the_black(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let colour = self.skip(at + 2, |what| matches!(what, What::Class(Class::Plain)));
        let black = self.is_word(colour, words!["black", "surplus"]);
        if !self.is_prep(at + 1, Prep::In)
            || !(black || self.is_word(colour, words!["red", "deficit"]))
            || colour > at + 4
        {
            return None;
        }
        // `Errors and omissions were V in surplus`
        if self.blocked && self.blocked_at >= self.clause_start {
            return None;
        }
        // `Foreign trade was V in the red`
        let named = self.topic.clone().filter(|topic| {
            matches!(topic.indicator, Indicator::Trade | Indicator::Balance | Indicator::CurrentAccount)
                && self.clause_start <= self.topic_from
        });
        if let Some(mut topic) = named {
            if topic.indicator == Indicator::Trade {
                topic.indicator = Indicator::Balance;
            }
            topic.sign = if black { 1 } else { -1 };
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/of");
        }
        let kin =
            self.drafts.iter().rev().take(24).find(|draft| {
                matches!(draft.topic.indicator, Indicator::Balance | Indicator::CurrentAccount)
            })?;
        let mut topic = kin.topic.clone();
        topic.sign = if black { 1 } else { -1 };
        topic.commodity = None;
        if let Some((_, code)) = self.subject(at) {
            (topic.reporter, topic.reporter_stated) = (Some(code), true);
        }
        (topic.partner, topic.partner_stated) = (None, false);
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (at, colour + 1);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.blocked = false;
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")
    }

    /// `France attracted V` in a story about foreign investment.
    fn attracted(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if !matches!(self.said, Said::Level(_) | Said::Share)
            || !self.near(at)
            || self.blocked
            || !self.story_speaks_of(Indicator::FdiInward)
        {
            return None;
        }
        let verb = self.said_at;
        if !self.is_word(verb, words!["attracted", "drew", "received", "recorded", "took in", "pulled in"])
            || !super::is_money(self.unit(quantity)?.0)
        {
            return None;
        }
        let (from, to) = (self.clause_start.min(verb), verb);
        let own = self.subject(verb).map(|(_, code)| code).or_else(|| self.economies(from, to));
        // `services received V`: a sector of whose investment the story is
        let sector = if own.is_none() { self.goods_between(from, verb) } else { None };
        let of_story = self.carried_reporter(Indicator::FdiInward).filter(|_| sector.is_some());
        let reporter = own.or(of_story)?;
        let topic = super::Topic {
            commodity: sector,
            reporter: Some(reporter),
            reporter_stated: true,
            ..super::Topic::of(Indicator::FdiInward)
        };
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (verb, verb);
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
    }

    /// `Japanese companies spent V abroad`, `poured V into the United States` in a story about foreign investment.
    pub(super) fn sent_abroad(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at).filter(|_| quantity.measure.is_money())?;
        let first = self.is_word(
            before,
            words!["spent", "invested", "poured", "pumped", "ploughed", "put", "sank", "spend", "invest"],
        );
        let kin = self.drafts[self.first_draft..].iter().rev().find(|draft| draft.rule == "fdi/abroad");
        let goes_on = kin.is_some()
            && (self.is_prep(before, Prep::And) || matches!(self.what(before), Some(What::Word)));
        if !(first || goes_on) {
            return None;
        }
        let known = self.story_speaks_of(Indicator::FdiInward);
        if !known && !self.firm_acts(before) {
            return None;
        }
        let abroad = (at + 1..at + 3).any(|at| self.is_word(at, words!["abroad", "overseas"]));
        // `poured V into 153 projects abroad`
        let projects = || {
            (at + 2..at + 6).any(|at| {
                self.is_word(at, words!["projects", "ventures"])
                    && self.is_word(at + 1, words!["abroad", "overseas"])
            })
        };
        let abroad =
            abroad || (self.is_word(at + 1, words!["into"]) || self.is_prep(at + 1, Prep::In)) && projects();
        let into = (self.is_word(at + 1, words!["into"]) || self.is_prep(at + 1, Prep::In))
            .then(|| self.region_list(at + 2, true))
            .flatten()
            .map(|(codes, _)| codes);
        if !(abroad && known || into.is_some() || goes_on) {
            return None;
        }
        let listed =
            (0..before).rev().take_while(|back| !matches!(self.what(*back), Some(What::Quantity(_))));
        let nearest = listed.filter_map(|back| match self.what(back) {
            Some(What::Region(place)) => Some(self.code(*place, true)),
            _ => None,
        });
        let own = goes_on && matches!(self.what(before), Some(What::Word));
        let nearest: Option<Name> = if own { nearest.last() } else { None };
        let reporter = match kin {
            Some(kin) if goes_on => nearest.or_else(|| kin.topic.reporter.clone()),
            _ => self.subject(before).map(|(_, code)| code),
        }?;
        if into.as_ref() == Some(&reporter) {
            return None;
        }
        // `Chinese investors put V into Germany` is inward in a story of Germany
        let host = self.places.home.clone().filter(|home| into.as_ref() == Some(home));
        let topic = match host {
            Some(host) => super::Topic {
                reporter: Some(host),
                reporter_stated: true,
                partner_stated: true,
                partner: Some(reporter),
                ..super::Topic::of(Indicator::FdiInward)
            },
            None => super::Topic {
                reporter: Some(reporter),
                reporter_stated: true,
                partner_stated: into.is_some(),
                partner: into,
                ..super::Topic::of(Indicator::FdiOutward)
            },
        };
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (at, at);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.blocked = false;
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "fdi/abroad")?;
        if matches!(draft.status, Status::Hypothetical) || !known && draft.status == Status::Forecast {
            draft.status = Status::Target;
        }
        // `have invested V in Peru so far` is of no year
        if !known {
            draft.undate();
        }
        Some(draft)
    }

    /// `developing economies`, `rich countries`: a side of the world's investment that is no place.
    pub(super) fn economies(&self, from: usize, to: usize) -> Option<Name> {
        (from..to).find_map(|at| {
            let next = self.is_word(
                at + 1,
                words!["economies", "countries", "nations", "markets", "world", "economy", "country"],
            );
            let peri = matches!(self.what(at + 1), Some(What::Class(Class::Peri(_))));
            if !(next || peri) {
                return None;
            }
            let of = |words: &Words, code: &str| self.is_word(at, words).then(|| Name::from(code));
            of(words!["developing"], "x:developing-economies").or_else(|| {
                of(
                    words!["developed", "advanced", "rich", "industrialised", "industrialized"],
                    "x:developed-economies",
                )
            })
        })
    }

    /// `West Java with V, followed by East Kalimantan with V2`: a province of the country that is spoken of has trade of its own.
    pub(super) fn part_of_home(&self, place: usize, topic: &super::Topic) -> Option<Name> {
        let mention = &self.places.mentions[place];
        let part =
            matches!(mention.region.level, Level::Admin1 | Level::City) && mention.usage == Usage::Name;
        let country = self.country_of(topic.reporter.as_deref()).or(self.places.home.as_deref());
        let own = part
            && moves(topic.indicator)
            && mention.region.country.is_some()
            && mention.region.country.as_deref() == country;
        own.then(|| self.code(place, false))
    }

    /// `including V to China`, `including V of wheat`: a part of the level before it.
    pub(super) fn part_of_level(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        if !self.is_word(before, words!["including", "comprising", "of which"]) {
            return None;
        }
        let kin = self.drafts[self.first_draft..].iter().rev().find(|draft| !draft.is_base)?;
        let kin_topic = kin.topic.clone();
        if kin.kind != FigureKind::Level || !flows(kin_topic.indicator) {
            return None;
        }
        let right = self.right(at + 1, kin_topic.indicator);
        if right.partner.is_none() && right.commodity.is_none() {
            return None;
        }
        let mut topic = kin_topic;
        topic.commodity = right.commodity.or(topic.commodity);
        if right.partner.is_some() {
            (topic.partner, topic.partner_stated) = (right.partner, true);
        }
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/part")
    }

    /// `Türkiye V and Georgia V` after a level with its own partner.
    pub(super) fn place_in_list(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        // `half a million tonnes more than a year before`
        let before = self.left_of(at).filter(|_| !self.is_more(at + 1))?;
        // `followed by Hong Kong at V, mainland China at V2`
        let before = if self.is_prep(before, Prep::At) { before.checked_sub(1)? } else { before };
        let bracket = matches!(self.what(before), Some(What::Sign('(')));
        let place = if bracket { before.checked_sub(1)? } else { before };
        let Some(What::Region(found)) = self.what(place) else { return None };
        let found = *found;
        let joined = {
            let mut back = place.checked_sub(1)?;
            while back > 0
                && matches!(
                    self.what(back),
                    Some(What::Class(Class::Plain | Class::Prep(Prep::To | Prep::From | Prep::With)))
                )
            {
                back -= 1;
            }
            matches!(
                self.what(back),
                Some(What::Sign(',') | What::Class(Class::Prep(Prep::And | Prep::By) | Class::Break))
            ) || (self.is_prep(back, Prep::Of) && self.is_word(back.wrapping_sub(1), words!["ahead"]))
        };
        if !joined {
            return None;
        }
        let (unit, _) = self.unit(quantity)?;
        let kin = self.drafts[self.first_draft..]
            .iter()
            .rev()
            .find(|draft| draft.twin_of.is_none() && draft.kind == FigureKind::Level && draft.unit == unit)?;
        let mut topic = kin.topic.clone();
        // `Rotterdam moved V, Antwerp V`
        if is_port(&topic) && kin.kind == FigureKind::Level && kin.unit == unit && topic.reporter_stated {
            topic.reporter = Some(self.code(found, false));
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/place-list");
        }
        if kin.kind != FigureKind::Level
            || !kin.topic.partner_stated
            || kin.unit != unit
            || !flows(kin.topic.indicator)
        {
            return None;
        }
        if let Some(own) = self.part_of_home(found, &topic) {
            (topic.reporter, topic.reporter_stated) = (Some(own), true);
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/place-list");
        }
        let code = self.code(found, true);
        if topic.reporter.as_ref() == Some(&code) {
            return None;
        }
        // `Gujarat received V and Kerala V2`
        if topic.indicator == Indicator::FdiInward
            && topic.reporter_stated
            && topic.partner.as_deref().is_none_or(|partner| partner == "WORLD")
        {
            topic.reporter = Some(self.code(found, false));
        } else {
            topic.partner = Some(code);
        }
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/place-list")
    }

    /// `followed by Japan with 3.2 billion USD`, `V went to the GCC`: a part of what was spoken of, with its own partner.
    pub(super) fn amount_by_place(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        // `was the top destination with V`: of what the story is about
        let ranked = || {
            let named = (self.clause_start..before)
                .any(|at| self.is_word(at, words!["destination", "buyer", "customer", "importer"]));
            let flow =
                self.carry.story_flow.clone().filter(|flow| named && flow.indicator == Indicator::Exports)?;
            Some(super::Topic { commodity: None, ..flow })
        };
        // `India was the biggest partner with trade worth V, followed by Turkey at V`
        let the = usize::from(self.is_word(before.wrapping_sub(2), words!["the"]));
        let by = before.wrapping_sub(2 + the);
        let followed = self.is_prep(before, Prep::At)
            && (self.is_word(by, words!["followed by"])
                || self.is_word(by.wrapping_sub(1), words!["followed"])
                // … `and Switzerland at V`
                || self.is_prep(by, Prep::And)
                    && self.drafts[self.first_draft..].last().is_some_and(|last| last.rule == "level/place"));
        let leads = self.is_word(
            before,
            words![
                "led with",
                "topped the list with",
                "topped the list at",
                "ranked second with",
                "invested"
            ],
        );
        let next = self.past_brackets(at + 1);
        let went =
            next.is_some_and(|next| self.is_word(next, words!["went"]) && self.is_prep(next + 1, Prep::To));
        if !(self.is_prep(before, Prep::With) || leads || followed || went) {
            return None;
        }
        let kin =
            || self.drafts[self.first_draft..].last().map(|draft| draft.topic.clone()).filter(|_| followed);
        let topic = kin().or_else(|| self.spoken_of()).or_else(ranked)?;
        if !flows(topic.indicator) {
            return None;
        }
        // `the largest buyer in the first ten months with V`
        let mut with = before;
        while matches!(self.what(with.wrapping_sub(1)), Some(What::Time(_)))
            && self.is_prep(with.wrapping_sub(2), Prep::In)
        {
            with -= 2;
        }
        let place = if self.is_prep(before, Prep::With) || leads || followed {
            let before = with;
            match self.what(before.checked_sub(1)?)? {
                What::Region(place) => Some(*place),
                // `followed by Ica, with V`
                What::Sign(',') => match self.what(before.checked_sub(2)?) {
                    Some(What::Region(place)) => Some(*place),
                    _ => None,
                },
                // `and the Republic of Korea (RoK) with V`
                What::Sign(')') => {
                    match (self.what(before.checked_sub(2)?), self.what(before.checked_sub(3)?)) {
                        (Some(What::Region(place)), Some(What::Sign('('))) => Some(*place),
                        _ => None,
                    }
                }
                What::Word
                    if self.is_word(
                        before - 1,
                        words![
                            "buyer",
                            "market",
                            "destination",
                            "customer",
                            "partner",
                            "importer",
                            "client",
                            "outlet",
                            "supplier",
                            "source",
                        ],
                    ) =>
                {
                    (0..before).find_map(|at| match self.what(at) {
                        Some(What::Region(place)) => Some(*place),
                        _ => None,
                    })
                }
                _ => None,
            }
        } else {
            // … else it went there
            let next = next?;
            // `Of this, V went to other countries`
            let of_this = matches!(
                self.topic_from.checked_sub(0).and_then(|from| self.what(from)),
                Some(What::Class(Class::Anaphor))
            ) && self.topic.is_some()
                && self.said == Said::Nothing;
            if of_this && self.region_list(next + 2, true).is_none() {
                return self.draft(at, quantity, FigureKind::Level, topic, None, "level/place");
            }
            let place = self.skip(next + 2, |what| matches!(what, What::Class(Class::Plain)));
            match self.what(place) {
                Some(What::Region(place)) => Some(*place),
                _ => None,
            }
        }?;
        let mut topic = topic;
        // "the top export market" says which way it goes
        if matches!(
            topic.indicator,
            Indicator::Exports | Indicator::Imports | Indicator::Balance | Indicator::Trade
        ) {
            for back in self.clause_start..before {
                if let Some(What::Class(Class::Indicator(measured, Strength::Head))) = self.what(back)
                    && matches!(measured.indicator, Indicator::Exports | Indicator::Imports)
                {
                    topic.indicator = measured.indicator;
                }
            }
        }
        // `Spain was the leading customer with V` buys, whatever was spoken of before, and a supplier sells
        if self.is_prep(before, Prep::With)
            && matches!(
                topic.indicator,
                Indicator::Exports | Indicator::Imports | Indicator::Balance | Indicator::Trade
            )
            && topic.reporter.as_ref().is_some_and(|reporter| *reporter != self.code(place, true))
        {
            for back in self.clause_start.max(before.saturating_sub(8))..before {
                if self.is_word(back, words!["customer", "buyer"]) {
                    topic.indicator = Indicator::Exports;
                } else if self.is_word(back, words!["supplier", "source"]) {
                    topic.indicator = Indicator::Imports;
                }
            }
        }
        // what goes to a place is exports
        let went =
            (at + 1..at + 10).any(|at| self.is_word(at, words!["went"]) && self.is_prep(at + 1, Prep::To));
        if went && matches!(topic.indicator, Indicator::Imports | Indicator::Trade | Indicator::Balance) {
            topic.indicator = Indicator::Exports;
        }
        if let Some(own) = self.part_of_home(place, &topic).filter(|_| !went) {
            (topic.reporter, topic.reporter_stated) = (Some(own), true);
            // with whom the sentence before was says nothing of a province
            let here =
                self.drafts[self.first_draft..].iter().any(|draft| draft.topic.partner == topic.partner);
            if !here {
                (topic.partner, topic.partner_stated) = (None, false);
            }
            (self.topic, self.topic_end) = (Some(topic.clone()), at);
            (self.said, self.said_at) = (Said::Level(None), at);
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/place");
        }
        let code = self.code(place, true);
        // `the top destination with V` of investment: whose it is
        if matches!(topic.indicator, Indicator::Fdi | Indicator::FdiInward)
            && (topic
                .reporter
                .as_deref()
                .is_some_and(|code| code == "x:world" || code.ends_with("-economies"))
                || self.drafts[self.first_draft..].last().is_some_and(|last| {
                    last.topic.indicator == Indicator::FdiInward
                        && last.topic.reporter_stated
                        && last.topic.partner.as_deref().is_none_or(|partner| partner == "WORLD")
                        && last.topic.reporter != topic.partner
                }))
        {
            topic.indicator = Indicator::FdiInward;
            (topic.reporter, topic.reporter_stated) = (Some(code), true);
            self.topic = Some(topic.clone());
            self.topic_end = at;
            self.said = Said::Level(None);
            self.said_at = at;
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/place");
        }
        if topic.reporter.as_ref() == Some(&code) {
            return None;
        }
        // `followed by China and Hong Kong with V`
        let both = with.checked_sub(3).filter(|_| self.is_prep(before, Prep::With));
        let both = both.and_then(|first| self.region_list(first, true)).filter(|(_, next)| *next == with);
        topic.partner = Some(both.map_or(code, |(codes, _)| codes));
        topic.partner_stated = true;
        if self.topic.is_none() && self.carry.topic.is_none() {
            topic.commodity = None;
        }
        self.topic = Some(topic.clone());
        self.topic_end = at;
        self.said = Said::Level(None);
        self.said_at = at;
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/place")
    }
}

/// What a place can have a part of: goods, capital, or orders.
fn flows(indicator: Indicator) -> bool {
    moves(indicator) || indicator == Indicator::Deals
}

fn is_port(topic: &super::Topic) -> bool {
    topic.indicator == Indicator::Freight
}
