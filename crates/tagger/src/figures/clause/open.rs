//! The second reading: quantities that no rule took, in a story that speaks of trade.
//!
//! A report goes on about its subject in words that no grammar lists: `Japan got 6.1 million tonnes, 11 percent less`. Such a
//! quantity is of what the paragraph is of, if its own words name a place, goods or a flow, and nothing else that is counted;
//! the form of the words says whether it is an amount, a change or a share.
//!
//! - `elsewhere` tells numbers of something else;
//! - `about` says what a clause without a rule is of, and whose;
//! - `form` says what its words make of the number;
//! - `weigh` adds up what speaks for and against a number that even this left, and `likely` reads what it lets through.

mod about;
mod elsewhere;
mod form;
mod likely;
mod weigh;

use super::super::draft::{Draft, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::Clauses;
use article::{Direction, FigureKind, Indicator, Status};
use elsewhere::Says;
pub(super) use elsewhere::enter;
pub(crate) use weigh::Signs;

/// So many sentences may lie between a figure of trade and the next.
const NEAR: usize = 8;

/// Likewise, of a port.
const NEAR_PORT: usize = 5;

/// The words between the quantity before, or the start of the clause, and a quantity.
struct Stretch {
    from: usize,
    /// Of the clause that it stands in.
    clause: usize,
    /// The figure that the quantity before it became, where that is in the same clause.
    before: Option<usize>,
    /// Whether the quantity before it in the clause became no figure.
    unread: bool,
}

impl Clauses<'_, '_> {
    /// Reads what is left of the sentence, from left to right: first what its own words tell, then what is likely.
    pub(super) fn read_on(&mut self) {
        if self.became.iter().all(Option::is_some) {
            return;
        }
        let kept = (
            self.topic.clone(),
            self.topic_from,
            self.topic_end,
            self.blocked,
            self.said,
            self.status,
            self.will,
        );
        let first = self.drafts.len();
        if self.speaks_of_trade() {
            self.each_unread(Self::figures_of_before);
            self.each_unread(Self::open);
        }
        let of_sentence = self.signs_of_the_sentence();
        self.each_unread(|clauses, at, quantity| {
            let signs = clauses.signs(at, quantity, of_sentence);
            clauses.note_signs(quantity, signs);
            if signs.points() > 0 && clauses.is_of_trade(signs) { clauses.likely(at, quantity) } else { None }
        });
        if self.became.iter().any(Option::is_some) {
            self.each_unread(Self::moved_since);
        }
        (self.topic, self.topic_from, self.topic_end, self.blocked, self.said, self.status, self.will) = kept;
        if self.drafts.len() > first {
            self.in_order();
        }
    }

    /// `V went to 3,188 new projects, up P`: what stands behind a comma is said of the amount that the clause began with.
    fn moved_since(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        /// Pieces from the amount to the comma.
        const REACH: usize = 12;
        let comma = at.checked_sub(2)?;
        let direction = match self.what(at - 1)? {
            What::Class(Class::Change(direction) | Class::More(direction)) => *direction,
            _ => return None,
        };
        let said = self.is_word(at - 1, words!["up", "down", "was up", "were up", "was down", "were down"]);
        if !said || quantity.measure != Measure::Percent || !matches!(self.what(comma), Some(What::Sign(',')))
        {
            return None;
        }
        // nothing else has been spoken of since
        let amount =
            (comma.saturating_sub(REACH)..comma).rev().find_map(|back| match self.what(back)? {
                What::Quantity(index) => match self.became.get(*index).copied().flatten() {
                    None if self.pieces.quantities[*index].measure == Measure::Bare => None,
                    became => Some(became),
                },
                What::Class(Class::Indicator(..) | Class::Break | Class::Other | Class::Deal)
                | What::Sign(';' | ',') => Some(None),
                _ => None,
            })??;
        let level =
            self.drafts.get(amount).filter(|level| level.kind == FigureKind::Level && !level.is_base)?;
        let (topic, period, stated) = (level.topic.clone(), level.period, level.period_stated);
        let mut draft =
            self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/comparative")?;
        if !draft.period_stated {
            (draft.period, draft.period_stated) = (period, stated);
        }
        draft.of = Some(amount);
        Some(draft)
    }

    /// Asks about each quantity of the sentence that is no figure yet, and no price or size.
    pub(super) fn each_unread(&mut self, mut read: impl FnMut(&mut Self, usize, &Quantity) -> Option<Draft>) {
        for at in 0..self.pieces.list.len() {
            let What::Quantity(index) = self.pieces.list[at].what else { continue };
            if self.became[index].is_some() || self.pieces.quantities[index].price {
                continue;
            }
            let pieces = self.pieces;
            let quantity = super::as_scaled(&pieces.quantities[index]);
            // `330 rupees per 100 kg`, `Exports covered P of imports`
            let covers = quantity.measure == Measure::Percent && self.covers(at.wrapping_sub(1));
            // `15-and-a-half`
            let half = matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('-')))
                && self.is_prep(at.wrapping_sub(2), Prep::And);
            // `cut its staff in half`
            let of_staff = quantity.measure == Measure::Multiple
                && self.is_prep(at.wrapping_sub(1), Prep::In)
                && !self.cut_in_half(at);
            let of_else = half
                || of_staff
                || covers
                || self.is_size(at, &quantity)
                || self.is_word(at.wrapping_sub(1), words!["per"]);
            if of_else || self.is_beside_a_rate(at, &quantity) {
                continue;
            }
            self.left = (at, self.look_left(at));
            if let Some(draft) = read(self, at, &quantity) {
                self.became[index] = Some(self.drafts.len());
                self.drafts.push(draft);
            }
        }
    }

    /// `more than double the P that applies to others`: two rates beside each other, and no change of one.
    pub(super) fn is_beside_a_rate(&self, at: usize, quantity: &Quantity) -> bool {
        quantity.measure == Measure::Multiple
            && self.is_word(at + 1, words!["the", "that", "its"])
            && (at + 2..at + 4).any(|at| {
                matches!(self.what(at), Some(What::Quantity(index))
                if self.pieces.quantities[*index].measure == Measure::Percent)
            })
    }

    /// A verb of buying or selling.
    pub(super) fn takes_or_gives(&self, at: usize) -> bool {
        self.says(at, Says::TAKES) || self.says(at, Says::GIVES) || self.is_word(at, words!["ship", "supply"])
    }

    /// Whether the story has given figures of trade before, or this sentence has.
    fn speaks_of_trade(&self) -> bool {
        self.drafts.last().is_some_and(|draft| draft.sentence + NEAR >= self.sentence)
    }

    /// The sentence's figures as they stand in the text.
    pub(super) fn in_order(&mut self) {
        let first = self.first_draft;
        let mut order: Vec<usize> = (first..self.drafts.len()).collect();
        order.sort_by_key(|at| self.drafts[*at].bytes.start);
        let mut now = vec![0; order.len()];
        for (place, at) in order.iter().enumerate() {
            now[*at - first] = first + place;
        }
        let moved = |at: usize| at.checked_sub(first).and_then(|at| now.get(at)).copied().unwrap_or(at);
        let mut sorted: Vec<Draft> = order.iter().map(|at| self.drafts[*at].clone()).collect();
        for draft in &mut sorted {
            draft.twin_of = draft.twin_of.map(moved);
            draft.of = draft.of.map(moved);
        }
        self.drafts.truncate(first);
        self.drafts.append(&mut sorted);
        for draft in self.became.iter_mut().flatten() {
            *draft = moved(*draft);
        }
    }

    fn open(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if matches!(quantity.measure, Measure::Bare)
            || self.is_price(at + 1)
            || self.of_something_else(at, quantity)
        {
            return None;
        }
        if self.drafts.last().is_some_and(|last| {
            last.topic.indicator == Indicator::Freight && last.sentence + NEAR_PORT >= self.sentence
        }) && let Some(draft) = self.of_the_port(at, quantity)
        {
            return Some(draft);
        }
        let stretch = self.stretch(at);
        // `manufactured goods` may be traded
        let made = |at: usize| {
            self.says(at, Says::ELSE)
                && !(matches!(self.what(at + 1), Some(What::Word | What::Class(Class::Plain)))
                    && self
                        .is_word(at, words!["manufactured", "refined", "processed", "assembled", "domestic"]))
        };
        if (stretch.from..at).any(|at| self.is_other(at) || made(at) || self.is_price(at))
            || self.has_stranger(stretch.from, at)
            || self.is_of_a_firm()
            || (stretch.clause..at).any(|at| self.owns_sales(at) || self.sells_there(at))
            || self.is_price_move(at)
        {
            return None;
        }
        let topic = self.topic_here(&stretch, at)?;
        let mut topic = self.still_freight(&stretch, at, topic);
        self.status = self.status_within(stretch.clause, at);
        self.will = false;
        let (kind, direction) = self.form(&stretch, at, quantity)?;
        if topic.indicator == Indicator::Balance && kind == FigureKind::Share {
            let flow = self
                .drafts
                .iter()
                .rev()
                .take(12)
                .find(|draft| super::figure::is_flow(draft.topic.indicator))?;
            topic = Topic {
                partner: topic.partner,
                partner_stated: topic.partner_stated,
                commodity: topic.commodity,
                ..flow.topic.clone()
            };
        }
        // `Meat was up V, or P` after the deficit: goods have none, they are traded
        let (kind, direction) = if let Some((flow, direction)) = self.goods_moved(&stretch, at, &topic) {
            topic = flow;
            (FigureKind::Change, Some(direction))
        } else {
            (kind, direction)
        };
        topic.growth = false;
        let base = kind == FigureKind::Level
            && self.left_of(at).is_some_and(|before| {
                matches!(
                    self.what(before),
                    Some(What::Class(Class::Against | Class::Than | Class::Prep(Prep::From)))
                )
            });
        self.topic = Some(topic.clone());
        if base {
            return self.base_level(at, quantity, topic, "open/base");
        }
        let rule = match kind {
            FigureKind::Change => "open/change",
            FigureKind::Share => "open/share",
            _ => "open/level",
        };
        let draft = self.draft(at, quantity, kind, topic, direction, rule)?;
        self.as_it_is_delivered(at, draft)
    }

    /// A lot of a contract is of the months in which it comes: `V for April delivery`. What is nobody's is no figure.
    fn as_it_is_delivered(&self, at: usize, mut draft: Draft) -> Option<Draft> {
        let flow = super::figure::is_flow(draft.topic.indicator)
            || matches!(draft.topic.indicator, Indicator::Balance | Indicator::Deals);
        // … but a firm's exports, where the story names no country
        let named = || {
            self.pieces
                .list
                .iter()
                .any(|piece| piece.words.contains("xport") || piece.words.contains("mport"))
        };
        if flow && draft.topic.reporter.is_none() && !named() {
            return None;
        }
        if draft.topic.indicator == Indicator::Deals
            && draft.kind == FigureKind::Level
            && let Some(time) = self.main_time(at).filter(|time| *time > at && self.is_delivery(*time))
        {
            self.of_delivery(time, &mut draft);
        }
        Some(draft)
    }

    /// `Meat was up V`, after a balance: what moved is the exports or imports that the story gave before.
    fn goods_moved(&self, stretch: &Stretch, at: usize, topic: &Topic) -> Option<(Topic, Direction)> {
        // … and the next of the goods, `and fruit up V2`
        let goes_on = || {
            self.drafts[self.first_draft..].iter().any(|kin| {
                kin.rule == "open/change" && super::is_money(kin.unit) && kin.topic.commodity.is_some()
            })
        };
        if topic.indicator != Indicator::Balance && !goes_on() {
            return None;
        }
        let direction = match self.what(at.checked_sub(1)?)? {
            What::Class(Class::Change(direction) | Class::More(direction)) => *direction,
            _ => return None,
        };
        let money = matches!(self.what(at), Some(What::Quantity(index)) if self.pieces.quantities[*index].measure.is_money());
        if !money || !self.is_word(at - 1, words!["up", "down", "was up", "were up", "was down", "were down"])
        {
            return None;
        }
        let named = (stretch.from..at).any(|at| {
            matches!(
                self.what(at),
                Some(What::Class(Class::Indicator(..) | Class::Anaphor) | What::Region(_))
            ) || self.is_word(at, words!["it", "that", "this", "they", "which", "gap", "total"])
        });
        let noun = |at: &usize| {
            matches!(self.what(*at), Some(What::Word | What::Sign('-') | What::Class(Class::Prep(Prep::And))))
                && !self.is_word(*at, words!["was", "were"])
        };
        let first = (stretch.from..at).find(|at| matches!(self.what(*at), Some(What::Word)))?;
        let last = (first..at).take_while(noun).last()?;
        let goods = self.lower(self.pieces.list[first].tokens.start..self.pieces.list[last].tokens.end);
        let traded = |topic: &&Topic| matches!(topic.indicator, Indicator::Exports | Indicator::Imports);
        // … which of them the story began with
        let first = self.carry.story_flow.as_ref().filter(traded);
        let flow =
            first.or_else(|| self.drafts.iter().rev().take(12).map(|draft| &draft.topic).find(traded))?;
        (!named).then(|| (Topic { commodity: Some(goods), ..flow.clone() }, direction))
    }

    /// `container vessels contributed V tons, tankers V2`: what a port or canal handles, in a story about it.
    ///
    /// Not: what is stored, or of another place.
    pub(super) fn of_the_port(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let reporter = self.places.port.clone()?;
        let (unit, _) = self.unit(quantity)?;
        if !super::figure::is_cargo(unit) || matches!(quantity.measure, Measure::Bare) {
            return None;
        }
        let stretch = self.stretch(at);
        let afloat = words!["ships", "vessels"];
        let stray = |at: usize| {
            self.is_other(at)
                || self.says(at, Says::ELSE) && !self.is_word(at, afloat)
                // what arrives from farms is not handled yet
                || matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                    if measured.indicator != Indicator::Freight && !self.is_word(at, words!["cargo", "cargoes"]))
                // `vessels with room for V`
                || self.is_word(at, words!["room", "capacity", "size", "draught"])
                || matches!(self.what(at), Some(What::Region(place))
                    if *self.places.codes[self.places.mentions[*place].at].own != *reporter)
        };
        if (stretch.from..at).any(stray) || self.of_something_else(at, quantity) || self.is_price(at + 1) {
            return None;
        }
        let (kind, direction) = self.form(&stretch, at, quantity)?;
        let topic = Topic { reporter: Some(reporter), ..Topic::of(Indicator::Freight) };
        let status = self.status_within(stretch.clause, at);
        let kept = std::mem::replace(&mut self.status, status);
        let based = kind == FigureKind::Level
            && self.left_of(at).is_some_and(|before| {
                matches!(self.what(before), Some(What::Class(Class::Against | Class::Prep(Prep::From))))
            });
        let draft = if based {
            self.base_level(at, quantity, topic, "open/base")
        } else {
            self.draft(at, quantity, kind, topic, direction, "open/level")
        };
        self.status = kept;
        draft
    }

    /// A story that began with what ports handle goes on about that, where its words name no flow: `Vostochny gained P`.
    fn still_freight(&self, stretch: &Stretch, at: usize, topic: Topic) -> Topic {
        let flow = matches!(topic.indicator, Indicator::Exports | Indicator::Imports | Indicator::Trade);
        if !flow || !self.is_story_of_freight() {
            return topic;
        }
        // … as most of it has been
        let so_far = self.drafts.iter().rev().take(40);
        let (freight, all) = so_far.fold((0, 0), |(freight, all), draft| {
            (freight + usize::from(draft.topic.indicator == Indicator::Freight), all + 1)
        });
        if freight * 2 < all {
            return topic;
        }
        let named = (stretch.clause..at + 1 + weigh::TAIL).any(|at| {
            matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                if measured.indicator != Indicator::Freight && !self.is_word(at, words!["cargo", "cargoes"]))
        });
        let refers =
            (stretch.from..at + 2).any(|at| matches!(self.what(at), Some(What::Class(Class::Anaphor))));
        let money = matches!(self.what(at), Some(What::Quantity(index))
            if self.pieces.quantities[*index].measure.is_money());
        if named || refers || money {
            return topic;
        }
        let of_before = stretch.before.map(|at| &self.drafts[at].topic);
        let port = (stretch.from..at).find_map(|back| match self.what(back) {
            Some(What::Region(place))
                if !matches!(self.what(back.wrapping_sub(1)), Some(What::Class(Class::Prep(_)))) =>
            {
                Some(self.code(*place, false))
            }
            _ => None,
        });
        let reporter = port.clone().or_else(|| {
            of_before
                .filter(|topic| topic.indicator == Indicator::Freight)
                .and_then(|topic| topic.reporter.clone())
        });
        Topic {
            reporter_stated: port.is_some(),
            reporter: reporter.or_else(|| self.carry.story_reporter.clone()).or(topic.reporter),
            commodity: topic.commodity,
            ..Topic::of(Indicator::Freight)
        }
    }

    /// The last word of a status before a quantity.
    fn status_within(&self, from: usize, at: usize) -> Option<Status> {
        (from..at).rev().find_map(|back| match self.what(back) {
            Some(What::Class(Class::Status(_))) if self.is_a_project(back) => None,
            Some(What::Class(Class::Status(status))) => Some(*status),
            _ => None,
        })
    }

    fn stretch(&self, at: usize) -> Stretch {
        let mut from = at;
        let mut before = None;
        let mut unread = false;
        let mut clause = None;
        while from > 0 {
            match self.what(from.wrapping_sub(1)) {
                Some(What::Class(Class::Break)) if self.aside_is_over(from - 1, at) => from -= 1,
                Some(What::Class(Class::Break)) if !self.says(from.wrapping_sub(1), Says::ADVERB) => break,
                Some(What::Sign(';' | ':' | '—')) => break,
                // `the third straight monthly drop`
                Some(What::Quantity(index))
                    if self.became[*index].is_none() && self.pieces.quantities[*index].fraction =>
                {
                    from -= 1;
                }
                // `Among 94 countries, Singapore ranked first with V`
                Some(What::Quantity(index))
                    if self.became[*index].is_none()
                        && self.pieces.quantities[*index].measure == Measure::Bare
                        && self.is_word(
                            from,
                            words![
                                "countries",
                                "economies",
                                "territories",
                                "nations",
                                "projects",
                                "provinces"
                            ],
                        ) =>
                {
                    from -= 1;
                }
                Some(What::Quantity(index)) => {
                    before = self.became[*index];
                    unread = before.is_none();
                    clause = Some(from);
                    break;
                }
                _ => from -= 1,
            }
        }
        let mut start = clause.map_or(from, |from| from - 1);
        while start > 0
            && clause.is_some()
            && !matches!(
                self.what(start.wrapping_sub(1)),
                Some(What::Class(Class::Break) | What::Sign(';' | '—'))
            )
        {
            start -= 1;
        }
        Stretch { from, clause: start, before, unread }
    }

    /// `Shares of Sonora Copper, which mines in Arizona, gained P`: whether an aside has ended before a quantity.
    fn aside_is_over(&self, opens: usize, at: usize) -> bool {
        matches!(self.what(opens.wrapping_sub(1)), Some(What::Sign(',')))
            && (opens + 1..at).find(|at| matches!(self.what(*at), Some(What::Sign(',')))).is_some_and(
                |close| {
                    matches!(
                        self.what(close + 1),
                        Some(What::Class(Class::Change(_) | Class::Level(_) | Class::Share))
                    )
                },
            )
    }
}
