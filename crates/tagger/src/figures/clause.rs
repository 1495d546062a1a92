//! Layer 4: meaning. Reads the pieces of a sentence from left to right and says what each quantity measures.
//!
//! The reader remembers what the clause speaks of (its topic: an indicator with reporter, partner and goods) and what is said
//! of it (a change, a level, a share). A noun that measures something else, or a subject that it does not know, ends the topic:
//! a number near the word "exports" is not thereby an export figure.
//!
//! Each way in which a quantity becomes a figure is a rule with an id; see [`RULES`].

use std::ops::Range;

use article::{Bound, Comparison, Direction, FigureKind, Indicator, Level, Period, Status, Usage};

use rust_decimal::Decimal;

use super::draft::{Draft, Topic};
use super::lexicon::{Class, Measured, Peri, Prep, Strength};
use super::period::{Time, fiscal_year, length, shift};
use super::pieces::{Pieces, Places, What};
use super::quantity::{Measure, Quantity, Scanner};
use crate::text::Story;

/// Every rule, with what it reads.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("level/verb", "exports reached V"),
    ("level/of", "a surplus of V, exports of V, exports at V"),
    ("level/noun-after", "V of exports, V in exports"),
    ("level/traded", "Brazil exported V of soybeans to China"),
    ("level/to", "exports rose P to V"),
    ("level/base", "to V from V0, compared with V0, against V0"),
    ("level/bracket", "Germany (+V), December 2023 (V)"),
    ("level/twin", "V (about V2), V, or V2"),
    ("change/verb", "exports rose P, exports rose by V"),
    ("change/noun", "a growth of P, an increase of V"),
    ("change/comparative", "P higher than a year earlier"),
    ("change/noun-after", "a P decline"),
    ("change/or", "V, or P"),
    ("change/multiple", "exports doubled"),
    ("change/elided", "imports P (the verb is that of the clause before)"),
    ("change/list", "P, P and P, respectively"),
    ("change/signed", "the United States (+P)"),
    ("gap/benchmark", "PP higher than the national average"),
    ("contribution/points", "contributing PP to growth"),
    ("share/verb", "X accounted for P of exports"),
    ("share/of", "P of the total"),
    ("tariff/noun-after", "a P duty"),
    ("tariff/verb", "a duty of P, cut the tariff to P from P"),
    ("share/list", "ahead of Johor (P)"),
    ("quota/amount", "a quota of V"),
    ("level/place", "Japan with V, V went to Japan"),
    ("level/forecast", "a forecast of V"),
    ("change/base", "slowing from July's P"),
];

/// What is said of the topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Change(Direction),
    Level(Option<Bound>),
    Share,
    Contribute,
}

/// What goes from sentence to sentence.
#[derive(Default)]
pub(crate) struct Carry {
    pub(crate) paragraph: usize,
    pub(crate) topic: Option<Topic>,
    /// That of the paragraph before, for "of that" and "the volume".
    pub(crate) previous: Option<Topic>,
    pub(crate) direction: Option<Direction>,
    pub(crate) period: Option<Period>,
    pub(crate) comparison: Option<Comparison>,
    pub(crate) attribution: Option<String>,
    /// Of the whole story.
    pub(crate) story_period: Option<Period>,
    pub(crate) story_reporter: Option<String>,
    pub(crate) story_comparison: Option<Comparison>,
    /// The partner of a story about the trade between two.
    pub(crate) bilateral: Option<(String, String)>,
    pub(crate) trade_seen: bool,
    pub(crate) preliminary: bool,
}

impl Carry {
    pub(crate) fn enter(&mut self, paragraph: usize) {
        if paragraph != self.paragraph {
            self.paragraph = paragraph;
            self.previous = self.topic.take();
            self.direction = None;
            self.period = None;
            self.comparison = None;
            self.attribution = None;
        }
    }
}

pub(crate) struct Clauses<'s, 'a> {
    pub(crate) story: &'s Story<'a>,
    pub(crate) places: &'s Places<'s>,
    pub(crate) scanner: &'s Scanner,
    pub(crate) pieces: &'s Pieces,
    pub(crate) carry: &'s mut Carry,
    pub(crate) drafts: &'s mut Vec<Draft>,
    pub(crate) sentence: usize,
    pub(crate) attribution: Option<String>,
    topic: Option<Topic>,
    topic_from: usize,
    topic_end: usize,
    blocked: bool,
    said: Said,
    said_at: usize,
    last_direction: Option<Direction>,
    status: Option<Status>,
    clause_start: usize,
    /// The draft that each quantity became.
    became: Vec<Option<usize>>,
    first_draft: usize,
    subjects: Vec<String>,
    listed: usize,
    /// `in billions of dollars` says what the numbers of the sentence are.
    scale: Option<Decimal>,
}

impl<'s, 'a> Clauses<'s, 'a> {
    #[expect(clippy::too_many_arguments, reason = "everything that a sentence is read with")]
    pub(crate) fn new(
        story: &'s Story<'a>,
        places: &'s Places<'s>,
        scanner: &'s Scanner,
        pieces: &'s Pieces,
        carry: &'s mut Carry,
        drafts: &'s mut Vec<Draft>,
        sentence: usize,
        attribution: Option<String>,
    ) -> Self {
        let became = vec![None; pieces.quantities.len()];
        let first_draft = drafts.len();
        let scale = scale_of(story, pieces);
        Self {
            story,
            places,
            scanner,
            pieces,
            carry,
            drafts,
            sentence,
            attribution,
            topic: None,
            topic_from: 0,
            topic_end: 0,
            blocked: false,
            said: Said::Nothing,
            said_at: 0,
            last_direction: None,
            status: None,
            clause_start: 0,
            became,
            first_draft,
            subjects: Vec::new(),
            listed: 0,
            scale,
        }
    }

    pub(crate) fn read(mut self) {
        for at in 0..self.pieces.list.len() {
            match self.pieces.list[at].what {
                What::Class(class) => self.class(at, class),
                What::Quantity(index) => self.quantity(at, index),
                What::Sign(';' | '—') => self.boundary(at),
                _ => {}
            }
        }
        self.leave();
    }

    fn leave(self) {
        let Some(last) = self.drafts[self.first_draft..].iter().rev().find(|draft| !draft.is_base) else {
            if self.blocked && self.topic.is_none() {
                self.carry.topic = None;
            } else if self.topic.is_some() {
                self.carry.topic = self.topic;
            }
            return;
        };
        self.carry.period = last.period.or(self.carry.period);
        let change = self.drafts[self.first_draft..].iter().rev().find(|draft| draft.comparison.is_some());
        self.carry.comparison = change.and_then(|draft| draft.comparison).or(self.carry.comparison);
        self.carry.direction = change.and_then(|draft| draft.direction).or(self.carry.direction);
        self.carry.topic = Some(last.topic.clone());
        self.carry.attribution = self.attribution;
        let first = &self.drafts[self.first_draft];
        self.carry.story_period = self.carry.story_period.or(first.period);
        if self.carry.story_reporter.is_none() {
            self.carry.story_reporter.clone_from(&first.topic.reporter);
        }
        self.carry.story_comparison = self.carry.story_comparison.or(self.carry.comparison);
        self.carry.trade_seen = true;
    }

    fn boundary(&mut self, at: usize) {
        self.clause_start = at + 1;
        self.status = None;
    }

    fn class(&mut self, at: usize, class: Class) {
        match class {
            Class::Indicator(measured, strength) => self.indicator(at, measured, strength),
            Class::Tariff => self.tariff(at),
            Class::Quota => self.begin(at, Measured { indicator: Indicator::Quota, sign: 0 }),
            Class::Change(direction) => self.verb(at, Said::Change(direction)),
            Class::Level(bound) => self.verb(at, Said::Level(bound)),
            Class::Share => self.verb(at, Said::Share),
            Class::Contribute => self.verb(at, Said::Contribute),
            Class::Anaphor => self.anaphor(at),
            Class::Break => self.boundary(at),
            Class::Prep(Prep::With) if at > 0 && matches!(self.what(at - 1), Some(What::Sign(','))) => self.clause_start = at + 1,
            Class::Handled => self.handled(at),
            Class::Status(status) => self.status = Some(status),
            Class::Other => self.other(at),
            _ => {}
        }
    }

    // --- what the clause speaks of

    fn indicator(&mut self, at: usize, measured: Measured, strength: Strength) {
        let next = self.what(at + 1);
        // `foreign direct investment (FDI)`
        let again = at > 0 && matches!((self.what(at - 1), next), (Some(What::Sign('(')), Some(What::Sign(')'))));
        if again && self.topic.as_ref().is_some_and(|topic| topic.indicator == measured.indicator) {
            return;
        }
        let compound = matches!(next, Some(What::Class(Class::Other | Class::Tariff | Class::Quota)));
        match strength {
            Strength::Full => {
                if compound {
                    return self.block();
                }
                self.carry.trade_seen = true;
            }
            Strength::Head => {
                let heads = match next {
                    None => true,
                    Some(What::Word | What::Number | What::Region(_)) => false,
                    Some(What::Class(class)) => !matches!(
                        class,
                        Class::Indicator(..)
                            | Class::Other
                            | Class::Tariff
                            | Class::Quota
                            | Class::Status(_)
                            | Class::Peri(_)
                            | Class::Benchmark
                    ),
                    Some(What::Sign(sign)) => !matches!(sign, '-' | '.' | '/' | '\'' | '’'),
                    Some(_) => true,
                };
                if !heads {
                    return;
                }
                if measured.indicator == Indicator::Trade {
                    let right = self.right(at + 1, Indicator::Trade);
                    let left = self.left(at);
                    let known =
                        right.partner.is_some() || left.reporter.is_some() || right.reporter.is_some();
                    let verb = matches!(next, Some(What::Class(Class::Change(_) | Class::Level(_))));
                    if !(known || (verb && self.carry.trade_seen)) {
                        return;
                    }
                }
            }
            Strength::Bare => {
                let of_else = (1..6)
                    .any(|step| matches!(self.what(at + step), Some(What::Class(Class::Other))))
                    || (1..4).any(|step| {
                        at >= step && matches!(self.what(at - step), Some(What::Class(Class::Other)))
                    });
                if of_else || !(self.carry.trade_seen || self.topic.is_some()) {
                    return self.block();
                }
                let account = self
                    .carry
                    .topic
                    .as_ref()
                    .is_some_and(|topic| topic.indicator == Indicator::CurrentAccount);
                if account {
                    return self.begin(at, Measured { indicator: Indicator::CurrentAccount, ..measured });
                }
            }
            Strength::Weak => {
                let right = self.right(at + 1, measured.indicator);
                let abroad = (1..4).any(|step| self.is_word(at + step, &["abroad", "overseas"]));
                let before = self.topic.as_ref().or(self.carry.topic.as_ref()).or(self.carry.previous.as_ref());
                let goes_on = before.is_some_and(|topic| topic.indicator == measured.indicator)
                    && self.is_word(at, &["shipments", "deliveries", "purchases", "arrivals"]);
                if right.partner.is_none() && !abroad && !goes_on {
                    return self.block();
                }
            }
            Strength::Verb => {}
            Strength::Shipped => {
                let mut abroad = false;
                for step in 1..14 {
                    match self.what(at + step) {
                        Some(What::Class(Class::Break)) | None => break,
                        Some(What::Word) if self.is_word(at + step, &["abroad", "overseas"]) => abroad = true,
                        Some(What::Region(place)) => {
                            let foreign = matches!(
                                self.places.mentions[*place].region.level,
                                Level::Country | Level::Group | Level::Macro
                            );
                            let toward = (1..3).any(|back| {
                                matches!(
                                    self.what(at + step - back),
                                    Some(What::Class(Class::Prep(Prep::To)))
                                )
                            });
                            abroad |= foreign && toward;
                        }
                        _ => {}
                    }
                }
                if !abroad || self.subject(at).is_none() {
                    return;
                }
            }
        }
        self.begin(at, measured);
        if matches!(strength, Strength::Verb | Strength::Shipped) {
            if let Some((_, code)) = self.subject(at)
                && let Some(topic) = self.topic.as_mut()
            {
                topic.reporter = Some(code);
                topic.reporter_stated = true;
                topic.commodity = None;
            }
            // `exported V of soybeans to China`
            if let Some(quantity) =
                (at + 1..at + 5).find(|at| matches!(self.what(*at), Some(What::Quantity(_))))
            {
                let right = self.right(quantity + 1, measured.indicator);
                if let Some(topic) = self.topic.as_mut() {
                    topic.commodity = right.commodity;
                    if right.partner.is_some() {
                        topic.partner = right.partner;
                        topic.partner_stated = true;
                    }
                }
            }
            self.said = Said::Level(None);
            self.said_at = at;
        }
    }

    /// A new topic, with what stands left and right of its noun.
    fn begin(&mut self, at: usize, measured: Measured) {
        let left = self.left(at);
        let right = self.right(at + 1, measured.indicator);
        let before = self.topic.take().filter(|_| !self.blocked);
        let mut reporter = right.reporter.clone().filter(|_| left.reporter.is_none()).or(left.reporter);
        let mut stated = reporter.is_some();
        if reporter.is_none()
            && let Some(topic) = before.as_ref()
        {
            reporter.clone_from(&topic.reporter);
            stated = topic.reporter_stated;
        }
        if reporter.is_none()
            && let Some((_, code)) = self.subject(at)
        {
            reporter = Some(code);
            stated = true;
        }
        if reporter.is_none() {
            reporter = self.carried_reporter(at);
        }
        let mut partner = right.partner;
        let partner_stated = partner.is_some();
        if partner.is_none()
            && let Some((one, other)) = self.carry.bilateral.as_ref()
            && reporter.as_ref() == Some(one)
            && measured.indicator != Indicator::Tariff
        {
            partner = Some(other.clone());
        }
        if measured.indicator == Indicator::Trade
            && partner_stated
            && self.carry.bilateral.is_none()
            && self.drafts.is_empty()
            && let (Some(one), Some(other)) = (reporter.clone(), partner.clone())
        {
            self.carry.bilateral = Some((one, other));
        }
        let piece = &self.pieces.list[at];
        let words = self.story.words(self.bytes(piece.tokens.clone()));
        self.topic = Some(Topic {
            indicator: measured.indicator,
            sign: measured.sign,
            commodity: right.commodity.or(left.commodity),
            reporter,
            reporter_stated: stated,
            partner,
            partner_stated,
            growth: words.ends_with("growth"),
        });
        self.topic_from = left.from;
        self.topic_end = right.end;
        self.blocked = false;
        self.said = Said::Nothing;
        self.subjects.clear();
        self.listed = 0;
        // `cut its imports by P`
        if let Some(verb) = left.from.checked_sub(1) {
            match self.what(verb) {
                Some(What::Class(Class::Change(direction))) => (self.said, self.said_at) = (Said::Change(*direction), verb),
                Some(What::Quantity(index)) if self.pieces.quantities[*index].verb => {
                    let up = self.pieces.quantities[*index].value > Decimal::ONE;
                    (self.said, self.said_at) = (Said::Change(if up { Direction::Up } else { Direction::Down }), verb);
                }
                _ => {}
            }
        }
        // `an increase in the goods deficit of V`
        if let Some(of) = left.from.checked_sub(1)
            && (self.is_prep(of, Prep::In) || self.is_prep(of, Prep::Of))
            && let Some(noun) = of.checked_sub(1)
            && let Some(What::Class(Class::Change(direction))) = self.what(noun)
        {
            self.said = Said::Change(*direction);
            self.said_at = noun;
        }
    }

    /// `handled 2.4 million tonnes of freight`, `moved 13.7m TEU`.
    fn handled(&mut self, at: usize) {
        let Some(quantity) = (at + 1..at + 4).find(|at| matches!(self.what(*at), Some(What::Quantity(_)))) else { return };
        let Some(What::Quantity(index)) = self.what(quantity) else { return };
        let boxes = self.pieces.quantities[*index].measure == Measure::Unit("TEU");
        let goods = self.is_prep(quantity + 1, Prep::Of)
            && (quantity + 2..quantity + 5).any(|at| self.is_word(at, &["freight", "goods", "cargo", "imported goods", "cargoes", "imports", "exports"]));
        if !(boxes || goods) {
            return;
        }
        let kept = self.topic.take();
        self.begin(at, Measured { indicator: Indicator::Freight, sign: 0 });
        let subject = self.subject(at);
        if let Some(topic) = self.topic.as_mut() {
            topic.commodity = None;
            topic.partner = None;
            match (subject, kept) {
                (Some((_, code)), _) => (topic.reporter, topic.reporter_stated) = (Some(code), true),
                (None, Some(kept)) if kept.indicator == Indicator::Freight => topic.reporter = kept.reporter,
                _ => {}
            }
        }
        self.said = Said::Level(None);
        self.said_at = at;
    }

    fn tariff(&mut self, at: usize) {
        self.begin(at, Measured { indicator: Indicator::Tariff, sign: 0 });
        let mut goods = None;
        let mut partner = None;
        for step in 1..10 {
            match self.what(at + step) {
                Some(What::Class(Class::Prep(Prep::On))) => {
                    for inner in step + 1..step + 6 {
                        match self.what(at + inner) {
                            Some(What::Region(place)) => partner = Some(self.code(*place, true)),
                            Some(What::Word) => {
                                goods = Some(extend(goods, self.pieces.list[at + inner].tokens.clone()))
                            }
                            Some(What::Class(Class::Plain)) | Some(What::Sign('-')) => {}
                            Some(What::Class(Class::Indicator(..)))
                                if self.is_word(at + inner, &["imports", "imported goods"]) => {}
                            _ => break,
                        }
                    }
                    break;
                }
                Some(What::Quantity(_) | What::Class(Class::Break)) | None => break,
                _ => {}
            }
        }
        let goods = goods.map(|tokens| self.lower(tokens));
        let Some(topic) = self.topic.as_mut() else { return };
        topic.commodity = goods;
        topic.partner = partner;
        topic.partner_stated = topic.partner.is_some();
    }

    fn anaphor(&mut self, at: usize) {
        let words = self.story.words(self.bytes(self.pieces.list[at].tokens.clone()));
        let small = words.eq_ignore_ascii_case("it") || words.eq_ignore_ascii_case("they");
        if small {
            return;
        }
        if words.eq_ignore_ascii_case("those")
            && !matches!(self.what(at + 1), Some(What::Class(Class::Prep(_))))
        {
            return;
        }
        let Some(mut topic) = self.spoken_of() else {
            return self.block();
        };
        let own = self.topic.is_some();
        let right = self.right(at + 1, topic.indicator);
        if right.commodity.is_some() {
            topic.commodity = right.commodity;
        }
        if right.partner.is_some() {
            topic.partner = right.partner;
            topic.partner_stated = true;
        }
        if !own {
            topic.reporter_stated = false;
        }
        self.topic = Some(topic);
        self.topic_from = at;
        self.topic_end = right.end;
        self.blocked = false;
        self.said = Said::Nothing;
        let lower = words.to_ascii_lowercase();
        if lower.starts_with("the ")
            && !matches!(lower.as_str(), "the figure" | "the volume" | "the total" | "the gap")
        {
            self.said = Said::Change(self.carry.direction.unwrap_or(Direction::Up));
            self.said_at = at;
        }
    }

    fn other(&mut self, at: usize) {
        // the object of a preposition is no subject: "rose on strong demand"
        let mut back = at;
        while back > self.clause_start {
            back -= 1;
            match self.what(back) {
                Some(
                    What::Word
                    | What::Region(_)
                    | What::Possessive
                    | What::Sign('-' | '.')
                    | What::Class(Class::Plain | Class::Other | Class::Change(_)),
                ) => {}
                Some(What::Class(Class::Prep(
                    Prep::On | Prep::By | Prep::Of | Prep::From | Prep::In | Prep::To,
                ))) if back > self.clause_start => return,
                _ => break,
            }
        }
        self.block();
    }

    /// The topic of this clause, of the sentence before, or of the paragraph before.
    fn spoken_of(&self) -> Option<Topic> {
        self.topic.clone().or_else(|| self.carry.topic.clone()).or_else(|| self.carry.previous.clone())
    }

    fn block(&mut self) {
        self.topic = None;
        self.blocked = true;
        self.said = Said::Nothing;
    }

    fn verb(&mut self, at: usize, said: Said) {
        let share = said == Said::Share;
        // a noun of change after "of", "a" and the like says nothing new of the subject
        let boundary = (self.topic_end.max(self.clause_start)..at).rev().find(|back| {
            matches!(
                self.what(*back),
                Some(
                    What::Sign(',' | ':' | ';' | '(' | ')')
                        | What::Class(Class::Break | Class::Prep(Prep::And))
                )
            )
        });
        let boundary = match boundary {
            Some(boundary) => Some(boundary),
            None if self.clause_start > self.topic_end => Some(self.clause_start - 1),
            None => None,
        };
        if share {
            let from = boundary.map_or(0, |boundary| boundary + 1);
            self.subjects = (from.min(at)..at)
                .chain(std::iter::empty())
                .filter_map(|back| match self.what(back) {
                    Some(What::Region(place)) => Some(self.code(*place, true)),
                    _ => None,
                })
                .collect();
            // the list may have commas
            if from > 0 {
                let all: Vec<String> = (self.clause_start..at)
                    .filter_map(|back| match self.what(back) {
                        Some(What::Region(place)) => Some(self.code(*place, true)),
                        _ => None,
                    })
                    .collect();
                if self.topic.is_none() && all.len() > self.subjects.len() {
                    self.subjects = all;
                }
            }
            self.listed = 0;
        } else if let Some(boundary) = boundary
            && self.topic.is_some()
        {
            let stranger = (boundary + 1..at).any(|back| {
                matches!(self.what(back), Some(What::Word)) && !self.text(back).ends_with("ly")
                    || matches!(self.what(back), Some(What::Class(Class::Other)))
            });
            let person = (boundary + 1..at).any(|back| matches!(self.what(back), Some(What::Region(_))))
                && !(boundary + 1..at)
                    .any(|back| matches!(self.what(back), Some(What::Class(Class::Prep(_)))));
            if stranger || person {
                return self.block();
            }
        }
        if let Said::Change(direction) = said {
            self.last_direction = Some(direction);
        }
        self.said = said;
        self.said_at = at;
        if !share {
            self.listed = 0;
        }
    }

    // --- what a quantity is

    fn quantity(&mut self, at: usize, index: usize) {
        let quantity = self.pieces.quantities[index].clone();
        let draft = if quantity.measure.is_relative() {
            self.relative(at, &quantity)
        } else {
            self.amount(at, &quantity)
        };
        if let Some(draft) = draft {
            self.became[index] = Some(self.drafts.len());
            self.drafts.push(draft);
        }
    }

    fn relative(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if let Some(tariff) = self.tariff_after(at) {
            let kept = (self.topic.clone(), self.said, self.status, self.blocked);
            self.tariff(tariff);
            let topic = self.topic.clone()?;
            (self.topic, self.said, self.status, self.blocked) = kept;
            return (quantity.measure == Measure::Percent)
                .then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/noun-after"))?;
        }
        if self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Tariff) {
            return self.tariff_value(at, quantity);
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
            && let Some(noun) = (at + 1..at + 4).find(|at| matches!(self.what(*at), Some(What::Class(Class::Indicator(_, Strength::Full)))))
            && (at + 1..noun).all(|at| matches!(self.what(at), Some(What::Class(Class::Plain) | What::Word)))
            && let Some(What::Class(Class::Indicator(measured, _))) = self.what(noun)
        {
            let measured = *measured;
            self.begin(noun, measured);
            let topic = self.topic.clone()?;
            let direction = if quantity.value > Decimal::ONE { Direction::Up } else { Direction::Down };
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/multiple");
        }
        if let Some(draft) = self.share_in_brackets(at, quantity) {
            return Some(draft);
        }
        let topic = self.topic.clone()?;
        // `Penang's exports grew 9.7 per cent and Johor's 3.3 per cent`
        if let (Some(What::Possessive), Some(What::Region(place))) = (self.what(at.wrapping_sub(1)), self.what(at.wrapping_sub(2)))
            && let Some(direction) = self.last_direction
        {
            let mut topic = topic;
            topic.reporter = Some(self.code(*place, false));
            topic.reporter_stated = true;
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
            return self.draft(
                at,
                quantity,
                FigureKind::Change,
                topic,
                Some(*direction),
                "change/comparative",
            );
        }
        if let Some(What::Class(Class::Change(direction))) = self.what(next)
            && next <= at + 3
            && !quantity.verb
        {
            let direction = *direction;
            self.last_direction = Some(direction);
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun-after");
        }
        if quantity.measure == Measure::Points && self.said == Said::Contribute {
            return self.draft(at, quantity, FigureKind::Contribution, topic, None, "contribution/points");
        }
        if quantity.measure == Measure::Multiple {
            let up = quantity.value > Decimal::ONE;
            let direction = if up { Direction::Up } else { Direction::Down };
            let said = matches!(self.said, Said::Change(_));
            if quantity.verb {
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
                    (self.what(at - 1), self.what(at - 2))
            {
                topic.partner = Some(self.code(*place, true));
                topic.partner_stated = true;
            }
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/signed");
        }
        let before = self.left_of(at);
        if let Some(found) = self.base_change(at, quantity, &topic) {
            return found;
        }
        match self.said {
            Said::Change(direction) => {
                let near = self.near(at);
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
                    return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), rule);
                }
                let list = before.is_some_and(|before| {
                    matches!(self.what(before), Some(What::Class(Class::Prep(Prep::And)) | What::Sign(',')))
                });
                (list && self.listed_before(at)).then(|| {
                    self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/list")
                })?
            }
            Said::Share => {
                let strong = self.is_strong_share() || (quantity.fraction && self.subjects.len() == 1 && self.near(at));
                (strong && quantity.measure == Measure::Percent)
                    .then(|| self.share_of_topic(at, quantity, topic))?
            }
            Said::Nothing => {
                let elided = at == self.topic_end
                    || (at == self.topic_end + 1 && self.is_prep(at - 1, Prep::By))
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

    /// `Penang accounted for 31.2 per cent, ahead of Johor (18.7 per cent)`.
    fn share_in_brackets(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let (What::Sign('('), What::Region(place)) = (self.what(at.checked_sub(1)?)?, self.what(at.checked_sub(2)?)?) else { return None };
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

    /// `slowing from July's 7.8%`, `compared with 5.2 percent in June`: a change of another period.
    fn base_change(&mut self, at: usize, quantity: &Quantity, topic: &Topic) -> Option<Option<Draft>> {
        let mut before = self.left_of(at)?;
        let mut time = None;
        if matches!(self.what(before), Some(What::Possessive)) {
            let Some(What::Time(of)) = before.checked_sub(1).and_then(|at| self.what(at)) else { return None };
            time = Some(*of);
            before = self.left_of(before - 1)?;
        }
        if !matches!(self.what(before)?, What::Class(Class::Prep(Prep::From) | Class::Against)) {
            return None;
        }
        let kin = self.drafts[self.first_draft..].iter().rev().find(|draft| draft.kind == FigureKind::Change && draft.topic.indicator == topic.indicator && draft.unit == "percent")?;
        let direction = kin.direction;
        let Some(Time::Days(period)) = time.or_else(|| self.time_after(at)) else { return Some(None) };
        let draft = self.draft(at, quantity, FigureKind::Change, topic.clone(), direction, "change/base").map(|mut draft| {
            draft.period = Some(period);
            draft.period_stated = true;
            draft.base_period = None;
            draft.is_base = true;
            draft
        });
        Some(draft)
    }

    fn amount(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if let Some(twin) = self.twin(at, quantity) {
            return Some(twin);
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
            let kept = (self.said, self.said_at);
            self.begin(noun, measured);
            (self.said, self.said_at) = kept;
            let topic = self.topic.clone()?;
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/noun-after");
        }
        // `a V trade surplus`
        let noun = self.skip(at + 1, |what| matches!(what, What::Sign('-') | What::Class(Class::Plain)));
        if let Some(What::Class(Class::Indicator(measured, Strength::Full | Strength::Bare))) = self.what(noun)
            && noun <= at + 3
            && matches!(measured.indicator, Indicator::Balance | Indicator::CurrentAccount)
            && (self.carry.trade_seen || measured.sign != 0)
        {
            let measured = *measured;
            self.carry.trade_seen = true;
            self.begin(noun, measured);
            let topic = self.topic.clone()?;
            return self.draft(at, quantity, FigureKind::Level, topic, None, "level/noun-after");
        }
        if let Some(draft) = self.amount_by_place(at, quantity) {
            return Some(draft);
        }
        let topic = self.topic.clone()?;
        if topic.indicator == Indicator::Tariff {
            return None;
        }
        if topic.indicator == Indicator::Quota {
            let near = at <= self.topic_end + 5;
            return near.then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "quota/amount"))?;
        }
        let fits = !matches!(quantity.measure, Measure::Bare);
        let before = self.left_of(at);
        let next = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)));
        if let Some(What::Class(Class::More(direction))) = self.what(next)
            && next <= at + 2
        {
            return self.draft(
                at,
                quantity,
                FigureKind::Change,
                topic,
                Some(*direction),
                "change/comparative",
            );
        }
        if !fits {
            return None;
        }
        if let Some(What::Class(Class::Change(direction))) = self.what(next)
            && next == at + 1
            && before.is_some_and(|before| self.is_word(before, &["a", "an"]))
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
        // `Germany (+V)`, `December 2023 (V)`, `Johor (P)`
        if at >= 2 && matches!(self.what(at - 1), Some(What::Sign('('))) {
            return match self.what(at - 2) {
                Some(What::Time(_)) => self.base_level(at, quantity, topic, "level/bracket"),
                Some(What::Region(place)) if topic.indicator == Indicator::Balance => {
                    let mut topic = topic;
                    let code = self.code(*place, true);
                    let with = (self.clause_start..at).any(|back| self.is_prep(back, Prep::With));
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
            && is_money(&last.unit)
            && let Some(direction) = self.last_direction
        {
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/elided");
        }
        match self.what(before)? {
            What::Class(Class::Prep(Prep::To)) => match self.said {
                Said::Change(_) => self.draft(at, quantity, FigureKind::Level, topic, None, "level/to"),
                Said::Level(_) if self.near(at) => {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
                }
                // `taking the trade deficit to V`
                Said::Nothing if topic.indicator == Indicator::Balance && before == self.topic_end => {
                    self.draft(at, quantity, FigureKind::Level, topic, None, "level/to")
                }
                _ => None,
            },
            // `a surplus at V`, `unchanged at V`
            What::Class(Class::Prep(Prep::At)) => match self.said {
                Said::Nothing if before == self.topic_end => self.draft(at, quantity, FigureKind::Level, topic, None, "level/of"),
                Said::Level(_) | Said::Change(Direction::Flat) => self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb"),
                _ => None,
            },
            What::Class(Class::Prep(Prep::From)) => match self.said {
                Said::Nothing if !self.topic_has_draft() => None,
                _ => self.base_level(at, quantity, topic, "level/base"),
            },
            What::Class(Class::Against) => {
                self.topic_has_draft().then(|| self.base_level(at, quantity, topic, "level/base"))?
            }
            What::Possessive if before >= 1 && matches!(self.what(before - 1), Some(What::Time(_))) => {
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
                (Said::Change(direction), Some(What::Class(Class::Indicator(..)))) if self.said_at < self.topic_from => {
                        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun")
                    }
                    (_, Some(What::Class(Class::Indicator(..)))) => {
                        self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")
                    }
                    (_, Some(What::Class(Class::Status(Status::Forecast)))) => {
                        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/forecast")?;
                        draft.status = Status::Forecast;
                        draft.is_base = true;
                        Some(draft)
                    }
                    (Said::Change(direction), _)
                        if (self.said_at..before)
                            .all(|at| !matches!(self.what(at), Some(What::Sign(','))))
                            && self.said_at + 6 > before =>
                    {
                        self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "change/noun")
                    }
                    _ => None,
                }
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
                let Some(What::Quantity(index)) = self.what(previous) else { return None };
                let kin = self.became.get(*index).copied().flatten()?;
                let kin = &self.drafts[kin];
                (kin.kind == FigureKind::Level && kin.twin_of.is_none() && self.list_ends(at))
                    .then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb"))?
            }
            What::Class(Class::Indicator(_, Strength::Full | Strength::Bare)) => {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")
            }
            What::Class(Class::Indicator(_, Strength::Verb | Strength::Shipped)) => {
                self.draft(at, quantity, FigureKind::Level, topic, None, "level/traded")
            }
            What::Class(Class::Prep(Prep::With | Prep::In)) => None,
            What::Class(Class::Share) if self.subjects.len() == 1 && self.near(at) => {
                self.share_amount(at, quantity, topic)
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

    /// `followed by Japan with 3.2 billion USD`, `V went to the GCC`: a part of what was spoken of, with its own partner.
    fn amount_by_place(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        let topic = self.spoken_of()?;
        if !matches!(topic.indicator, Indicator::Exports | Indicator::Imports | Indicator::ReExports | Indicator::Trade) {
            return None;
        }
        let place = if self.is_prep(before, Prep::With) {
            match self.what(before.checked_sub(1)?)? {
                What::Region(place) => Some(*place),
                What::Word if self.is_word(before - 1, &["buyer", "market", "destination", "customer", "partner", "importer"]) => {
                    (self.clause_start..before).find_map(|at| match self.what(at) {
                        Some(What::Region(place)) => Some(*place),
                        _ => None,
                    })
                }
                _ => None,
            }
        } else {
            let mut next = at + 1;
            if matches!(self.what(next), Some(What::Sign('('))) {
                next = (next..next + 8).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))? + 1;
            }
            if self.is_word(next, &["went"]) && self.is_prep(next + 1, Prep::To) {
                let place = self.skip(next + 2, |what| matches!(what, What::Class(Class::Plain)));
                match self.what(place) {
                    Some(What::Region(place)) => Some(*place),
                    _ => None,
                }
            } else {
                None
            }
        }?;
        let mut topic = topic;
        topic.partner = Some(self.code(place, true));
        topic.partner_stated = true;
        self.topic = Some(topic.clone());
        self.topic_end = at;
        self.said = Said::Level(None);
        self.said_at = at;
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/place")
    }

    /// `with Saudi Arabia taking KD 5.1 million`: a level with that partner.
    fn share_amount(&mut self, at: usize, quantity: &Quantity, mut topic: Topic) -> Option<Draft> {
        let code = self.subjects.first()?.clone();
        if topic.reporter.as_ref() == Some(&code) {
            return None;
        }
        topic.partner = Some(code);
        topic.partner_stated = true;
        self.draft(at, quantity, FigureKind::Level, topic, None, "level/verb")
    }

    fn share(&mut self, at: usize, quantity: &Quantity, of: OfWhat) -> Option<Draft> {
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
                let topic = self.topic.clone()?;
                (self.said, self.said_at, self.subjects, self.listed) = kept;
                topic
            }
            OfWhat::Total => self.spoken_of()?,
        };
        if matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            return None;
        }
        let mut topic = topic;
        self.place_subject(&mut topic);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/of")
    }

    fn share_of_topic(&mut self, at: usize, quantity: &Quantity, mut topic: Topic) -> Option<Draft> {
        self.place_subject(&mut topic);
        self.draft(at, quantity, FigureKind::Share, topic, None, "share/verb")
    }

    /// The region before "accounted for": a partner, or a part of the reporter.
    fn place_subject(&mut self, topic: &mut Topic) {
        if self.said != Said::Share {
            return;
        }
        let code =
            if self.subjects.len() > 1 { self.subjects.get(self.listed) } else { self.subjects.first() };
        self.listed += 1;
        let Some(code) = code.cloned() else { return };
        let inside = topic
            .reporter
            .as_ref()
            .is_some_and(|reporter| code.len() > 2 && code.get(..2) == Some(reporter.as_str()));
        if inside {
            topic.reporter = Some(code);
            topic.reporter_stated = true;
        } else if topic.reporter.as_ref() != Some(&code) {
            topic.partner = Some(code);
            topic.partner_stated = true;
        }
    }

    fn tariff_value(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let topic = self.topic.clone()?;
        let before = self.left_of(at)?;
        let clear = (self.topic_end.min(at)..at)
            .all(|back| !matches!(self.what(back), Some(What::Class(Class::Other))));
        if quantity.measure == Measure::Multiple {
            return None;
        }
        if quantity.measure != Measure::Percent || !clear || at > self.topic_end + 14 {
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
                Class::Prep(Prep::To | Prep::From | Prep::Of | Prep::And | Prep::Between)
                | Class::Level(_)
                | Class::Bound(_),
            ) => true,
            _ => false,
        };
        said.then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/verb"))?
    }

    /// `V (about V2)`, `V, or V2`: the same quantity in another currency or unit.
    fn twin(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        let first = match self.what(before)? {
            What::Sign('(') => before.checked_sub(1)?,
            What::Class(Class::Prep(Prep::Or)) => {
                let first = before.checked_sub(1)?;
                if matches!(self.what(first), Some(What::Sign(','))) { first.checked_sub(1)? } else { first }
            }
            What::Class(Class::Level(_)) if self.is_word(before, &["equivalent to", "worth"]) => before
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
        if kin.unit == unit || kin.unit == "percent" || money(&kin.unit) != money(&unit) {
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

    /// A level of another period: `from V0 a year earlier`.
    fn base_level(
        &mut self,
        at: usize,
        quantity: &Quantity,
        topic: Topic,
        rule: &'static str,
    ) -> Option<Draft> {
        let forecast = self.status == Some(Status::Forecast)
            || matches!(
                self.what(self.left_of(at)?.saturating_sub(1)),
                Some(What::Class(Class::Status(Status::Forecast)))
            );
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, rule)?;
        draft.is_base = true;
        if forecast {
            draft.status = Status::Forecast;
            return Some(draft);
        }
        let main = draft.period;
        let prior = at.checked_sub(2).and_then(|at| self.what(at));
        let time = match prior {
            Some(What::Time(time))
                if matches!(self.what(at - 1), Some(What::Sign('(') | What::Possessive)) =>
            {
                Some(*time)
            }
            _ => self.time_after(at),
        };
        draft.period = match time {
            Some(Time::Days(period)) => Some(period),
            Some(Time::YearEarlier | Time::Same) => main.and_then(|main| shift(main, -12)),
            Some(Time::MonthEarlier) => main.and_then(|main| shift(main, -1)),
            Some(Time::QuarterEarlier) => main.and_then(|main| shift(main, -3)),
            Some(Time::Fiscal(year)) => fiscal_year(year, draft.topic.reporter.as_deref()),
            None => {
                let comparison =
                    self.drafts[self.first_draft..].iter().rev().find_map(|draft| draft.comparison);
                match comparison {
                    Some(Comparison::YearOnYear) => main.and_then(|main| shift(main, -12)),
                    Some(Comparison::MonthOnMonth) => main.and_then(|main| shift(main, -1)),
                    _ => None,
                }
            }
        };
        draft.period_stated = time.is_some();
        if draft.status == Status::Preliminary {
            draft.status = Status::Reported;
        }
        // `from $67.7 billion in June, revised`
        let revised = (at + 1..at + 6).any(|at| {
            matches!(self.what(at), Some(What::Class(Class::Status(Status::Revised))))
                || self.is_word(at, &["revised"])
        }) || self
            .left_of(at)
            .is_some_and(|before| (before..at).any(|at| self.is_word(at, &["revised"])));
        if revised {
            draft.status = Status::Revised;
        }
        Some(draft)
    }

    // --- a figure from a quantity

    fn draft(
        &mut self,
        at: usize,
        quantity: &Quantity,
        kind: FigureKind,
        topic: Topic,
        direction: Option<Direction>,
        rule: &'static str,
    ) -> Option<Draft> {
        let (unit, unit_stated) = self.unit(quantity)?;
        if topic.indicator == Indicator::Balance && kind == FigureKind::Level && !is_money(&unit) {
            return None;
        }
        if topic.indicator == Indicator::Freight && kind == FigureKind::Level && !matches!(unit.as_str(), "t" | "TEU") {
            return None;
        }
        let quantity = &self.in_billions(quantity)?;
        if topic.indicator == Indicator::Trade && kind == FigureKind::Level && !is_money(&unit) && unit != "t"
        {
            return None;
        }
        let mut topic = topic;
        if topic.reporter.is_none() {
            topic.reporter = self.carried_reporter(at);
            topic.reporter_stated = false;
        }
        if topic.partner.is_none() && !matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            topic.partner = Some("WORLD".to_owned());
            topic.partner_stated = true;
        }
        let (mut period, mut period_stated) = self.main_period(at, topic.reporter.as_deref());
        if matches!(topic.indicator, Indicator::Tariff) {
            (period, period_stated) = (None, true);
        }
        let status = self.status_of(at, &topic);
        let mut comparison = None;
        let mut comparison_stated = true;
        let mut base_period = None;
        let mut base_stated = true;
        if kind == FigureKind::Change {
            (comparison, comparison_stated, base_period, base_stated) = self.comparison(at, period);
        }
        let negative = match (topic.indicator, kind) {
            (Indicator::Balance | Indicator::CurrentAccount, FigureKind::Level) => match topic.sign {
                0 => quantity.sign < 0,
                sign => sign < 0,
            },
            (Indicator::Balance | Indicator::CurrentAccount, FigureKind::Share) => topic.sign < 0,
            _ => false,
        };
        let signed = |value: Decimal| if negative { -value } else { value };
        Some(Draft {
            kind,
            value: signed(quantity.value),
            high: quantity.high.map(signed),
            grain: quantity.grain,
            unit,
            unit_stated,
            per: quantity.per.filter(|_| kind == FigureKind::Level),
            bound: self.bound_of(at, quantity),
            direction,
            comparison,
            comparison_stated,
            period,
            period_stated,
            base_period,
            base_stated,
            status,
            basis: Vec::new(),
            twin_of: None,
            of: None,
            is_base: false,
            benchmark: None,
            attribution: self.attribution.clone(),
            bytes: quantity.bytes.clone(),
            sentence: self.sentence,
            rule,
            topic,
        })
    }

    /// `in billions of dollars, with China ($27.4)`.
    fn in_billions(&self, quantity: &Quantity) -> Option<Quantity> {
        let mut quantity = quantity.clone();
        if let (Some(scale), Measure::Money(_), false) = (self.scale, quantity.measure, quantity.scaled) {
            quantity.value = quantity.value.checked_mul(scale)?.normalize();
            quantity.grain = quantity.grain.checked_mul(scale)?;
            quantity.high = match quantity.high {
                Some(high) => Some(high.checked_mul(scale)?.normalize()),
                None => None,
            };
        }
        Some(quantity)
    }

    /// The unit's code, and whether the text itself settles it.
    fn unit(&self, quantity: &Quantity) -> Option<(String, bool)> {
        Some(match quantity.measure {
            Measure::Money(code) => (code.to_owned(), true),
            Measure::LocalMoney(word, default) => {
                let here = self
                    .topic
                    .as_ref()
                    .and_then(|topic| topic.reporter.as_deref())
                    .or(self.carry.story_reporter.as_deref());
                let here = here.and_then(|code| code.get(..2)).unwrap_or_default();
                match self.scanner.money_in(&word.to_ascii_lowercase(), here) {
                    Some(code) => (code.to_owned(), false),
                    None => (default.to_owned(), matches!(word, "dollars" | "dollar")),
                }
            }
            Measure::Percent => ("percent".to_owned(), true),
            Measure::Points => ("percentage_point".to_owned(), true),
            Measure::Multiple => ("multiple".to_owned(), true),
            Measure::Unit(unit) => (unit.to_owned(), true),
            // the unit of the amount before
            Measure::Scaled | Measure::Bare => {
                let kin = self.drafts[self.first_draft..].iter().rev().find(|draft| {
                    !matches!(draft.unit.as_str(), "percent" | "percentage_point" | "multiple")
                });
                let kin = kin?;
                if quantity.measure == Measure::Bare && is_money(&kin.unit) {
                    return None;
                }
                (kin.unit.clone(), false)
            }
        })
    }

    fn bound_of(&self, at: usize, quantity: &Quantity) -> Option<Bound> {
        if quantity.or_more {
            return Some(Bound::Above);
        }
        let mut back = at;
        while back > 0 && at - back < 4 {
            back -= 1;
            match self.what(back)? {
                What::Class(Class::Bound(bound)) => return Some(*bound),
                What::Class(Class::Level(Some(bound))) => return Some(*bound),
                What::Class(Class::Plain) => {}
                _ => break,
            }
        }
        None
    }

    fn status_of(&self, at: usize, topic: &Topic) -> Status {
        // `the 5.0% rise expected in a poll`
        let after = (at + 1..at + 4)
            .take_while(|at| !matches!(self.what(*at), Some(What::Sign(_) | What::Quantity(_))))
            .find_map(|at| match self.what(at) {
                Some(What::Class(Class::Status(Status::Forecast))) => Some(Status::Forecast),
                _ => None,
            });
        let revised = at > 0 && self.is_word(at - 1, &["revised"]);
        if revised {
            return Status::Revised;
        }
        let status = after.or(self.status).unwrap_or(Status::Reported);
        let status = match status {
            Status::Hypothetical | Status::Target if topic.indicator == Indicator::Tariff => status,
            Status::Revised => Status::Reported,
            status => status,
        };
        if status == Status::Reported && self.carry.preliminary && topic.indicator != Indicator::Tariff {
            Status::Preliminary
        } else {
            status
        }
    }

    /// The period that a quantity is of: the last one named before it, else the first after it, else the one carried.
    fn main_period(&self, at: usize, reporter: Option<&str>) -> (Option<Period>, bool) {
        let mains = |at: &usize| self.is_main_time(*at);
        let found = (0..at).rev().find(mains).or_else(|| (at + 1..self.pieces.list.len()).find(mains));
        let carried = self.carry.period.or(self.carry.story_period);
        match found.and_then(|at| self.what(at)) {
            Some(What::Time(Time::Days(period))) => (Some(*period), true),
            Some(What::Time(Time::Fiscal(year))) => {
                let country = reporter.and_then(|code| code.get(..2));
                (fiscal_year(*year, country), true)
            }
            Some(What::Time(_)) => (carried, true),
            _ => (carried, false),
        }
    }

    /// Whether a time is what the clause is about, and not what it compares with.
    fn is_main_time(&self, at: usize) -> bool {
        let Some(What::Time(time)) = self.what(at) else { return false };
        if matches!(time, Time::YearEarlier | Time::MonthEarlier | Time::QuarterEarlier) {
            return false;
        }
        let mut back = at;
        while back > 0 {
            back -= 1;
            match self.what(back) {
                Some(What::Class(Class::Prep(Prep::In | Prep::Of) | Class::Plain)) => {}
                Some(What::Class(Class::Prep(Prep::From))) => return self.is_run(at),
                Some(What::Class(Class::Prep(Prep::On) | Class::Than | Class::Against | Class::More(_))) => return false,
                Some(What::Class(Class::Bound(Bound::Below | Bound::Above))) => return false,
                Some(What::Quantity(_)) => {
                    // `from V0 in June`
                    let source = self.left_of(back);
                    return !source.is_some_and(|source| {
                        matches!(
                            self.what(source),
                            Some(What::Class(Class::Prep(Prep::From) | Class::Against | Class::Than))
                        ) && !(matches!(self.what(source), Some(What::Class(Class::Prep(Prep::From))))
                            && self.followed_by_to(back))
                    });
                }
                _ => return true,
            }
        }
        true
    }

    /// `January through August`, as after "from".
    fn is_run(&self, at: usize) -> bool {
        let text = self.text(at);
        text.contains(" through ") || text.contains(" to ") || text.contains(" till ") || text.contains(" until ")
    }

    /// `from V0 to V1`: the time after V1 is the main one.
    fn followed_by_to(&self, at: usize) -> bool {
        matches!(self.what(at + 1), Some(What::Class(Class::Prep(Prep::To))))
    }

    /// The first time after a quantity, before the next quantity or clause.
    fn time_after(&self, at: usize) -> Option<Time> {
        for next in at + 1..self.pieces.list.len() {
            match self.what(next)? {
                What::Time(time) => return Some(*time),
                What::Quantity(_) if !matches!(self.what(next - 1), Some(What::Sign('('))) => return None,
                What::Class(Class::Break) | What::Sign(';') => return None,
                _ => {}
            }
        }
        None
    }

    /// What a change is counted from: (comparison, stated, base period, base stated).
    fn comparison(
        &self,
        at: usize,
        main: Option<Period>,
    ) -> (Option<Comparison>, bool, Option<Period>, bool) {
        let read = |at: usize| -> Option<(Comparison, Option<Period>)> {
            match self.what(at)? {
                What::Class(Class::Comparison(comparison)) => Some((*comparison, None)),
                What::Time(Time::YearEarlier) => Some((Comparison::YearOnYear, None)),
                What::Time(Time::MonthEarlier) => Some((Comparison::MonthOnMonth, None)),
                What::Time(Time::QuarterEarlier) => Some((Comparison::QuarterOnQuarter, None)),
                What::Time(Time::Days(base)) if !self.is_main_time(at) => {
                    Some((between(main, *base)?, Some(*base)))
                }
                What::Time(Time::Fiscal(year)) if !self.is_main_time(at) => {
                    let base = fiscal_year(*year, None);
                    Some((Comparison::YearOnYear, base))
                }
                _ => None,
            }
        };
        let end = self.pieces.list.len();
        let mut found = None;
        for next in at + 1..end {
            if matches!(self.what(next), Some(What::Class(Class::Break) | What::Sign(';'))) {
                break;
            }
            found = read(next);
            if found.is_some() {
                break;
            }
            // another change has its own base
            if let Some(What::Class(Class::Change(_))) = self.what(next) {
                break;
            }
        }
        let found = found
            .or_else(|| (self.clause_start..at).rev().find_map(read))
            .or_else(|| (0..self.clause_start.min(at)).rev().find_map(read));
        if let Some((comparison, base)) = found {
            let named = base.is_some();
            let counted = base.or_else(|| {
                let main = main?;
                match comparison {
                    Comparison::YearOnYear => shift(main, -12),
                    Comparison::MonthOnMonth => shift(main, -1),
                    Comparison::QuarterOnQuarter => shift(main, -3),
                    _ => None,
                }
            });
            return (Some(comparison), true, counted, named || counted.is_none());
        }
        let own = self.drafts[self.first_draft..].iter().rev().find_map(|draft| draft.comparison);
        let carried = own.or(self.carry.comparison).or(self.carry.story_comparison);
        (carried, carried.is_none(), None, true)
    }

    // --- the words around

    fn what(&self, at: usize) -> Option<&'s What> {
        self.pieces.list.get(at).map(|piece| &piece.what)
    }

    fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        match (
            self.story.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.story.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if first.start <= last.end => first.start..last.end,
            _ => 0..0,
        }
    }

    fn text(&self, at: usize) -> &'a str {
        self.pieces.list.get(at).map_or("", |piece| self.story.words(self.bytes(piece.tokens.clone())))
    }

    fn lower(&self, tokens: Range<usize>) -> String {
        self.story.words(self.bytes(tokens)).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }

    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text(at);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    fn is_prep(&self, at: usize, prep: Prep) -> bool {
        matches!(self.what(at), Some(What::Class(Class::Prep(found))) if *found == prep)
    }

    fn is_more(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Class(Class::More(_))))
    }

    fn is_strong_share(&self) -> bool {
        let text = self.text(self.said_at).to_ascii_lowercase();
        text.starts_with("account")
            || text.starts_with("mak")
            || text.starts_with("made up")
            || text.starts_with("represent")
            || text.starts_with("compris")
    }

    fn skip(&self, mut at: usize, skipped: impl Fn(&What) -> bool) -> usize {
        while self.what(at).is_some_and(&skipped) {
            at += 1;
        }
        at
    }

    /// What a quantity hangs on: the piece before it and before its bounds and articles.
    fn left_of(&self, at: usize) -> Option<usize> {
        let mut back = at.checked_sub(1)?;
        for _ in 0..6 {
            match self.what(back)? {
                What::Class(
                    Class::Bound(_) | Class::Plain | Class::Comparison(_) | Class::Status(Status::Revised),
                ) => back = back.checked_sub(1)?,
                _ => break,
            }
        }
        Some(back)
    }

    /// Whether only small words stand between what is said and the quantity.
    fn near(&self, at: usize) -> bool {
        let from = self.said_at + 1;
        from <= at
            && (from..at).all(|at| {
                matches!(
                    self.what(at),
                    Some(
                        What::Class(
                            Class::Bound(_)
                                | Class::Plain
                                | Class::Comparison(_)
                                | Class::Status(_)
                                | Class::Prep(
                                    Prep::By | Prep::Of | Prep::In | Prep::On | Prep::Between | Prep::To
                                )
                                | Class::More(_)
                        ) | What::Time(_)
                    )
                ) || (matches!(self.what(at), Some(What::Word)) && at < from + 4)
                    || matches!(self.what(at), Some(What::Sign('-')))
            })
    }

    /// Whether the quantity before this one in a list became a figure.
    fn listed_before(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).rev().any(|back| matches!(self.what(back), Some(What::Quantity(index)) if self.became.get(*index).copied().flatten().is_some()))
    }

    /// Whether a list of quantities ends with `respectively`.
    fn list_ends(&self, at: usize) -> bool {
        (at + 1..at + 7).any(|next| self.is_word(next, &["respectively"]))
    }

    fn topic_has_draft(&self) -> bool {
        let Some(topic) = &self.topic else { return false };
        self.drafts[self.first_draft..].iter().any(|draft| draft.topic.indicator == topic.indicator)
            || self.carry.topic.as_ref().is_some_and(|carried| carried.indicator == topic.indicator)
    }

    /// What follows `of` after a quantity.
    fn of_what(&self, at: usize) -> Option<OfWhat> {
        let mut next = at + 1;
        if matches!(self.what(next), Some(What::Sign('('))) {
            next = (next..next + 10).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))? + 1;
        }
        // `12.4 per cent, 15.3 per cent and 13.2 per cent of exports`
        let relative = |at: usize| matches!(self.what(at), Some(What::Quantity(index)) if self.pieces.quantities[*index].measure == Measure::Percent);
        for _ in 0..6 {
            if relative(at) && (matches!(self.what(next), Some(What::Sign(','))) || self.is_prep(next, Prep::And)) && relative(next + 1) {
                next += 2;
            }
        }
        if !(self.is_prep(next, Prep::Of) || self.is_prep(next, Prep::In)) {
            return None;
        }
        let only_of = self.is_prep(next, Prep::Of);
        for ahead in next + 1..next + 9 {
            match self.what(ahead)? {
                What::Class(Class::Indicator(_, Strength::Full | Strength::Head)) => {
                    return Some(OfWhat::Indicator(ahead));
                }
                What::Class(Class::Anaphor) if only_of => return Some(OfWhat::Total),
                What::Class(Class::Plain)
                    if only_of && self.is_word(ahead, &["total", "the total", "it", "that"]) =>
                {
                    if let Some(OfWhat::Indicator(noun)) = self.indicator_within(ahead + 1, 4) {
                        return Some(OfWhat::Indicator(noun));
                    }
                    return Some(OfWhat::Total);
                }
                What::Word if only_of && self.is_word(ahead, &["them"]) => return Some(OfWhat::Total),
                What::Class(Class::Indicator(_, Strength::Weak)) if only_of => return Some(OfWhat::Total),
                What::Class(Class::Plain | Class::Peri(_))
                | What::Word
                | What::Region(_)
                | What::Possessive
                | What::Sign('-') => {}
                What::Time(_) => {}
                _ => return None,
            }
        }
        None
    }

    fn indicator_within(&self, from: usize, steps: usize) -> Option<OfWhat> {
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

    /// A tariff within a few words after a percentage: `a 25 percent U.S. duty`.
    fn tariff_after(&self, at: usize) -> Option<usize> {
        for next in at + 1..at + 5 {
            match self.what(next)? {
                What::Class(Class::Tariff) => return Some(next),
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

    /// The benchmark's words after `higher than` or `above`.
    fn benchmark(&self, more: usize) -> Option<String> {
        let from = more + 1 + usize::from(matches!(self.what(more + 1), Some(What::Class(Class::Than))));
        if matches!(self.what(from), Some(What::Class(Class::Anaphor))) {
            let last = self.drafts[self.first_draft..].iter().rev().find_map(|draft| draft.benchmark.clone());
            return last;
        }
        for at in from..from + 7 {
            match self.what(at)? {
                What::Class(Class::Benchmark) => {
                    let tokens = self.pieces.list[from].tokens.start..self.pieces.list[at].tokens.end;
                    return Some(
                        self.story.words(self.bytes(tokens)).split_whitespace().collect::<Vec<_>>().join(" "),
                    );
                }
                What::Class(Class::Plain | Class::Indicator(..) | Class::Peri(_))
                | What::Word
                | What::Possessive
                | What::Region(_)
                | What::Sign('-') => {}
                _ => return None,
            }
        }
        None
    }

    // --- who and with whom

    /// The code that a place has as reporter or partner.
    fn code(&self, place: usize, as_partner: bool) -> String {
        let mention = &self.places.mentions[place];
        let region = mention.region;
        let metonym = mention.usage == Usage::Metonym;
        match (&region.level, &region.country) {
            (Level::City, Some(country)) if metonym || as_partner => country.clone(),
            _ if region.code == "x:world" => "WORLD".to_owned(),
            _ => region.code.clone(),
        }
    }

    fn carried_reporter(&self, _: usize) -> Option<String> {
        let carried = self.carry.topic.as_ref().and_then(|topic| topic.reporter.clone());
        carried.or_else(|| self.carry.story_reporter.clone()).or_else(|| {
            let regions = self.places.regions;
            let fits = |level: &Level| matches!(level, Level::Country | Level::Admin1 | Level::Group);
            let focus =
                regions.iter().find(|region| region.role == article::Role::Focus && fits(&region.level));
            focus
                .or_else(|| {
                    regions.iter().find(|region| {
                        region.role != article::Role::Dateline && region.level == Level::Country
                    })
                })
                .map(|region| region.code.clone())
        })
    }

    /// The subject of the sentence, where it is a place: `Japan posted a deficit`.
    fn subject(&self, before: usize) -> Option<(usize, String)> {
        let from = if self.clause_start <= before { self.clause_start } else { 0 };
        let mut at = from;
        while at < before {
            if let Some(What::Region(place)) = self.what(at) {
                let mut place = *place;
                let mut next = at + 1;
                // `northwest China's Shaanxi`
                while let (Some(What::Possessive), Some(What::Region(inner))) =
                    (self.what(next), self.what(next + 1))
                {
                    place = *inner;
                    next += 2;
                }
                let start = at == from;
                let governed = at > 0
                    && matches!(
                        self.what(at - 1),
                        Some(
                            What::Class(Class::Prep(
                                Prep::To
                                    | Prep::From
                                    | Prep::With
                                    | Prep::On
                                    | Prep::Between
                                    | Prep::And
                                    | Prep::By
                            )) | What::Sign('(')
                        )
                    );
                // a possessive before something else: `China's customs said`
                if !governed || start {
                    return Some((at, self.code(place, false)));
                }
            }
            at += 1;
        }
        None
    }

    /// What stands before an indicator's noun: goods and whose.
    fn left(&self, at: usize) -> Side {
        let mut side = Side { from: at, ..Side::default() };
        let mut goods: Option<Range<usize>> = None;
        let mut back = at;
        while back > 0 && at - back < 12 {
            back -= 1;
            match &self.pieces.list[back].what {
                What::Word => goods = Some(extend(goods.take(), self.pieces.list[back].tokens.clone())),
                What::Sign('-') | What::Possessive | What::Time(_) => {}
                What::Class(Class::Prep(Prep::And))
                    if goods.is_some() && matches!(self.what(back.wrapping_sub(1)), Some(What::Word)) => {}
                What::Class(Class::Plain) => {
                    if self.is_word(back, &["a", "an", "the"]) {
                        side.from = back;
                        break;
                    }
                    if self
                        .is_word(back, &["said", "says", "show", "showed", "for", "during", "through", "via"])
                    {
                        break;
                    }
                }
                What::Region(place) => {
                    side.reporter = Some(self.code(*place, false));
                    side.from = back;
                    break;
                }
                What::Class(Class::Peri(peri)) => {
                    side.reporter = self.peri(back, *peri);
                    side.from = back;
                    break;
                }
                _ => break,
            }
            side.from = back;
        }
        side.commodity = goods.map(|tokens| self.lower(tokens));
        side
    }

    /// "the province": the last one named.
    fn peri(&self, at: usize, peri: Peri) -> Option<String> {
        let level = match peri {
            Peri::Country => Level::Country,
            Peri::Admin1 => Level::Admin1,
            Peri::Group => Level::Group,
        };
        let byte = self.bytes(self.pieces.list[at].tokens.clone()).start;
        self.places.last_before(byte, level).map(|region| region.code.clone())
    }

    /// What stands after an indicator's noun: goods, partner, and whose.
    fn right(&self, from: usize, indicator: Indicator) -> Side {
        let mut side = Side { end: from, ..Side::default() };
        let mut at = from;
        while at < from + 30 {
            let Some(what) = self.what(at) else { break };
            match what {
                What::Class(Class::Prep(Prep::Of))
                    if !matches!(
                        self.what(self.skip(at + 1, |what| matches!(
                            what,
                            What::Class(Class::Bound(_) | Class::Plain)
                        ))),
                        Some(What::Quantity(_))
                    ) =>
                {
                    let (goods, next) = self.goods(at + 1);
                    if next == at + 1 {
                        break;
                    }
                    side.commodity = side.commodity.or(goods);
                    at = next;
                }
                What::Class(Class::Prep(prep @ (Prep::To | Prep::From | Prep::With))) => {
                    let Some((codes, next)) =
                        self.region_list(at + 1, *prep != Prep::From || indicator == Indicator::Imports)
                    else {
                        break;
                    };
                    match (prep, indicator) {
                        (Prep::From, Indicator::Exports | Indicator::ReExports) => {
                            side.reporter = Some(codes)
                        }
                        _ => side.partner = Some(codes),
                    }
                    at = next;
                }
                What::Class(Class::Prep(Prep::Between)) => {
                    let (Some(What::Region(one)), Some(What::Class(Class::Prep(Prep::And)))) =
                        (self.what(at + 1), self.what(at + 2))
                    else {
                        break;
                    };
                    let skip = self.skip(at + 3, |what| {
                        matches!(what, What::Class(Class::Plain) | What::Number | What::Word)
                    });
                    let Some(What::Region(other)) = self.what(skip) else { break };
                    side.reporter = Some(self.code(*one, false));
                    side.partner = Some(self.code(*other, true));
                    at = skip + 1;
                }
                What::Class(Class::Prep(Prep::In)) => match self.what(at + 1) {
                    Some(What::Region(_) | What::Time(_)) => at += 2,
                    _ => break,
                },
                What::Sign('(') => {
                    let Some(close) =
                        (at..at + 12).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))
                    else {
                        break;
                    };
                    if (at..close).any(|at| matches!(self.what(at), Some(What::Quantity(_)))) {
                        break;
                    }
                    at = close + 1;
                }
                What::Time(_) | What::Class(Class::Comparison(_) | Class::Plain) => at += 1,
                What::Word if self.is_word(at, &["abroad", "overseas", "worldwide"]) => at += 1,
                _ => break,
            }
            side.end = at;
        }
        side
    }

    /// The goods after `exports of`, and where they end.
    fn goods(&self, from: usize) -> (Option<String>, usize) {
        let mut goods: Option<Range<usize>> = None;
        let mut at = from;
        while at < from + 16 {
            match self.what(at) {
                Some(What::Word) => goods = Some(extend(goods.take(), self.pieces.list[at].tokens.clone())),
                Some(What::Class(Class::Plain))
                    if self.is_word(at, &["the", "other", "new", "its", "all", "goods", "merchandise"]) => {}
                Some(What::Class(Class::Prep(Prep::And)) | What::Sign('-' | '&')) => {}
                Some(What::Class(Class::Other)) if goods.is_none() => break,
                Some(What::Region(_)) if goods.is_none() => {}
                Some(What::Sign('(')) => {
                    let Some(close) = (at..at + 6).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))
                    else {
                        break;
                    };
                    at = close;
                }
                Some(What::Sign(',')) => {
                    let list = matches!(self.what(at + 1), Some(What::Word))
                        && (at + 1..at + 9)
                            .map_while(|at| self.what(at))
                            .take_while(|what| {
                                matches!(
                                    what,
                                    What::Word
                                        | What::Sign('-' | ',')
                                        | What::Class(Class::Prep(Prep::And) | Class::Plain)
                                )
                            })
                            .any(|what| matches!(what, What::Class(Class::Prep(Prep::And))));
                    if !list {
                        break;
                    }
                }
                _ => break,
            }
            at += 1;
        }
        let end = at;
        (goods.map(|tokens| self.lower(tokens)), end)
    }

    /// `China`, `the five Central Asian countries`, `Canada and Australia` as one code.
    fn region_list(&self, from: usize, as_partner: bool) -> Option<(String, usize)> {
        let first = self.skip(from, |what| matches!(what, What::Class(Class::Plain) | What::Number));
        let first = if matches!(self.what(first), Some(What::Region(_))) {
            first
        } else {
            self.skip(first, |what| matches!(what, What::Word))
        };
        if first > from + 4 {
            return None;
        }
        let Some(What::Region(place)) = self.what(first) else { return None };
        let mut codes = self.code(*place, as_partner);
        let mut at = first + 1;
        // a place in a place: `Batumi, Georgia` is not handled; a possessive is another noun
        if matches!(self.what(at), Some(What::Possessive)) {
            return None;
        }
        let and = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)));
        if self.is_prep(at, Prep::And)
            && let Some(What::Region(other)) = self.what(and)
            && !self.is_more(and + 1)
        {
            codes = format!("{codes}+{}", self.code(*other, as_partner));
            at = and + 1;
        }
        // `(ASEAN)`, `countries`, `as a whole`
        if let (Some(What::Sign('(')), Some(What::Region(_)), Some(What::Sign(')'))) =
            (self.what(at), self.what(at + 1), self.what(at + 2))
        {
            at += 3;
        }
        if self.is_word(at, &["countries", "members", "partners", "markets", "economies", "nations"]) {
            at += 1;
        }
        Some((codes, at))
    }
}

/// `in billions of`, `in millions of`.
fn scale_of(story: &Story<'_>, pieces: &Pieces) -> Option<Decimal> {
    pieces.list.windows(3).find_map(|three| {
        let [one, two, three] = three else { return None };
        let (What::Class(Class::Prep(Prep::In)), What::Word, What::Class(Class::Prep(Prep::Of))) = (&one.what, &two.what, &three.what) else { return None };
        match story.words(story.tokens.get(two.tokens.start)?.range()) {
            "billions" => Some(Decimal::from(1_000_000_000_u64)),
            "millions" => Some(Decimal::from(1_000_000)),
            "thousands" => Some(Decimal::from(1000)),
            _ => None,
        }
    })
}

#[derive(Clone, Copy)]
enum OfWhat {
    Indicator(usize),
    Total,
}

#[derive(Default)]
struct Side {
    commodity: Option<String>,
    reporter: Option<String>,
    partner: Option<String>,
    from: usize,
    end: usize,
}

fn extend(range: Option<Range<usize>>, by: Range<usize>) -> Range<usize> {
    match range {
        Some(range) => range.start.min(by.start)..range.end.max(by.end),
        None => by,
    }
}

pub(crate) fn is_money(unit: &str) -> bool {
    unit.len() == 3 && unit != "TEU" && unit != "bbl" && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// How a period and its base lie to each other.
fn between(main: Option<Period>, base: Period) -> Option<Comparison> {
    let main = main?;
    if shift(main, -12) == Some(base)
        || (length(base) == Some(12) && length(main) == Some(12) && base.last < main.first)
    {
        return Some(Comparison::YearOnYear);
    }
    if length(base) == Some(12) && base.first.year() + 1 == main.first.year() {
        return Some(Comparison::YearOnYear);
    }
    if length(main) == Some(1) && shift(main, -1) == Some(base) {
        return Some(Comparison::MonthOnMonth);
    }
    if length(main) == Some(3) && shift(main, -3) == Some(base) {
        return Some(Comparison::QuarterOnQuarter);
    }
    Some(Comparison::Other)
}
