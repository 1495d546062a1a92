//! Goods as subjects: `Exports of machinery rose 5 percent, while semiconductors gained 10 percent`, `Cut flowers brought in V`.
//!
//! Not: a name, or a noun that measures something else. The clause or paragraph before must speak of exports or imports.

use super::super::draft::{Name, Topic};
use super::super::lexicon::{Class, Prep, Strength};
use super::super::pieces::What;
use super::{Clauses, Said, Words};
use article::Indicator;

/// Most words that name goods: `sporting goods and toys`.
const WORDS: usize = 6;

impl Clauses<'_, '_> {
    /// The goods that are all that stands between two pieces, in small letters (but at the start of a sentence).
    pub(super) fn goods_between(&self, from: usize, to: usize) -> Option<Name> {
        let from = self.skip(from, |what| matches!(what, What::Class(Class::Plain) | What::Sign(',')));
        // `Cut flowers, the nation's second-largest export crop,`
        let to = if matches!(self.what(to.checked_sub(1)?), Some(What::Sign(','))) {
            (from..to).find(|at| matches!(self.what(*at), Some(What::Sign(','))))?
        } else {
            to
        };
        if from >= to || to - from > WORDS {
            return None;
        }
        let start = self.pieces.list.get(from)?.tokens.start;
        let end = self.pieces.list.get(to - 1)?.tokens.end;
        let mut words = 0;
        for at in from..to {
            match self.what(at)? {
                What::Word => {
                    let capital = self
                        .story
                        .tokens
                        .get(self.pieces.list[at].tokens.start)
                        .is_some_and(|token| token.capital);
                    // LNG, EVs
                    let acronym = self.text(at).chars().filter(|letter| letter.is_uppercase()).count() > 1;
                    if capital && !acronym && at > 0 {
                        return None;
                    }
                    words += 1;
                }
                What::Sign('-' | '&') | What::Class(Class::Prep(Prep::And)) => {}
                // ready-to-wear
                What::Class(Class::Prep(_)) if matches!(self.what(at + 1), Some(What::Sign('-'))) => {}
                What::Class(Class::Plain) if self.is_word(at, words!["goods", "other", "merchandise"]) => {
                    words += 1;
                }
                _ => return None,
            }
        }
        let last = self.text(to.wrapping_sub(1));
        let people = [
            "people",
            "workers",
            "officials",
            "companies",
            "firms",
            "investors",
            "analysts",
            "traders",
            "farmers",
            "union",
        ];
        (words > 0 && !people.contains(&last) && !last.ends_with("ly")).then(|| self.lower(start..end))
    }

    /// `Coffee accounted for V of exports`: the goods before the flow, which begins at `noun`, that are a part of it.
    pub(super) fn that_make_up(&self, noun: usize) -> Option<Name> {
        const MAKE_UP: &Words = words![
            "accounted for",
            "account for",
            "accounts for",
            "made up",
            "makes up",
            "make up",
            "contributed",
            "contribute",
            "contributes",
            "represented",
            "provided",
            "brought in",
            "generated",
        ];
        let of = noun.checked_sub(1).filter(|of| self.is_prep(*of, Prep::Of))?;
        let amount = of.checked_sub(1).filter(|at| matches!(self.what(*at), Some(What::Quantity(_))))?;
        let verb = (self.clause_start.max(amount.saturating_sub(3))..amount)
            .rev()
            .find(|at| self.is_word(*at, MAKE_UP))?;
        self.goods_between(self.clause_start, verb)
    }

    /// A subject that the reader does not know may be goods: then the topic goes on with these.
    pub(super) fn goods_take_over(&mut self, from: usize, at: usize, said: Said) -> bool {
        let measured = (at + 1..at + 5)
            .take_while(|next| {
                !matches!(self.what(*next), Some(What::Sign(_) | What::Region(_)))
                    && (!matches!(self.what(*next), Some(What::Word)) || self.text(*next).ends_with("ly"))
            })
            .any(|next| matches!(self.what(next), Some(What::Quantity(_))));
        let before = self.drafts[self.first_draft..].last().map(|draft| draft.topic.clone());
        if !measured || !matches!(said, Said::Change(_) | Said::Level(_)) {
            return false;
        }
        let Some(mut topic) = before.filter(goods_flow) else { return false };
        // `while gems and jewellery fell P`: the "and" is inside the goods
        let mut from = from;
        if from > 0 && self.is_prep(from.wrapping_sub(1), Prep::And) {
            let low = self.clause_start.max(self.topic_end);
            let mut first = from - 1;
            while first > low
                && matches!(self.what(first.wrapping_sub(1)), Some(What::Word | What::Sign('-')))
            {
                first -= 1;
            }
            if first < from - 1
                && (first == low || !matches!(self.what(first.wrapping_sub(1)), Some(What::Quantity(_))))
            {
                from = first;
            }
        }
        let Some(goods) = self.goods_between(from, at) else { return false };
        topic.commodity = Some(goods);
        self.topic = Some(topic);
        self.topic_from = from;
        self.topic_end = at;
        self.blocked = false;
        true
    }

    /// `Old industries were a mixed bag: base metals slipped P, plastics P`: a clause of a list of goods.
    fn listing(&self) -> bool {
        self.drafts[self.first_draft..].iter().any(|draft| draft.topic.commodity.is_some())
    }

    /// `Shrimp contributed V, up P`, `Cut flowers brought in V` after exports of all goods.
    pub(super) fn goods_begin(&mut self, at: usize, said: Said) -> bool {
        const EARNED: &Words = words!["brought in", "brought home", "earned", "fetched", "grossed", "netted"];
        if self.topic.is_some() || self.blocked || self.clause_start > at || at == 0 {
            return false;
        }
        let earns = self.is_word(
            at,
            words![
                "brought in",
                "brought home",
                "earned",
                "fetched",
                "contributed",
                "generated",
                "led with",
                "grossed",
                "netted",
                "topped the list with",
                "topped the list at",
                "ranked second with",
                "made up",
                "accounted for",
            ],
        );
        let listed = self.carry.topic.as_ref().is_some_and(|topic| topic.commodity.is_some())
            || (self
                .drafts
                .last()
                .is_some_and(|last| last.sentence + 3 > self.sentence && goods_flow(&last.topic))
                && (self.first_draft == self.drafts.len() || self.listing()));
        // `E&E products were valued at V and made up P of total exports`
        let later = (at + 1..at + 24).any(|at| {
            matches!(self.what(at), Some(What::Class(Class::Indicator(measured, Strength::Full)))
                if matches!(measured.indicator, Indicator::Exports | Indicator::Imports))
                && self.is_prep(at.saturating_sub(2).max(1), Prep::Of)
        });
        let amounts = self.is_word(
            at,
            words![
                "reached",
                "totalled",
                "totaled",
                "hit",
                "stood at",
                "amounted to",
                "came to",
                "exceeded",
                "topped",
            ],
        );
        if !(earns || later || (listed && (matches!(said, Said::Change(_)) || amounts))) {
            return false;
        }
        let measured = (at + 1..at + 4).any(|next| matches!(self.what(next), Some(What::Quantity(_))));
        let flow = self.carry.topic.clone().filter(goods_flow);
        let last = || {
            let last = self.drafts.last()?;
            let mut topic = last.topic.clone();
            if super::enumerated::is_listed(last.rule) {
                topic.partner = None;
            }
            Some(topic)
        };
        let flow = flow.or_else(|| last().filter(goods_flow));
        let flow = flow.or_else(|| self.carry.story_flow.clone());
        let Some(mut topic) = flow.or_else(|| self.carry.previous.clone()) else {
            return false;
        };
        if !measured || !goods_flow(&topic) {
            return false;
        }
        // `Old industries were a mixed bag: base metals slipped P`
        let colon = (self.clause_start..at).rev().find(|at| matches!(self.what(*at), Some(What::Sign(':'))));
        let from = colon.map_or(self.clause_start, |colon| colon + 1);
        let Some(goods) = self.goods_between(from, at) else { return false };
        // whose they are is who was spoken of last
        if let Some(last) = self.drafts.last().filter(|last| last.topic.reporter.is_some()) {
            topic.reporter.clone_from(&last.topic.reporter);
            // `the region did worse than the nation, down P.` and in the next paragraph `Machinery dropped P`
            let opens = self.story.sentences.get(last.sentence).map(|it| it.paragraph)
                != self.story.sentences.get(self.sentence).map(|it| it.paragraph);
            if let Some(home) = self.carry.story_reporter.as_ref().filter(|_| opens)
                && home.split_once('-').map(|(country, _)| country) == last.topic.reporter.as_deref()
            {
                topic.reporter = Some(home.clone());
            }
        }
        // `Copper brought in V` behind what all imports came to
        if topic.indicator == Indicator::Imports && self.is_word(at, EARNED) {
            topic.indicator = Indicator::Exports;
        }
        topic.commodity = Some(goods);
        topic.reporter_stated = false;
        topic.partner_stated = false;
        self.topic = Some(topic);
        self.topic_from = self.clause_start;
        self.topic_end = at;
        true
    }
}

fn goods_flow(topic: &Topic) -> bool {
    of_goods(topic.indicator) || topic.indicator == Indicator::Freight
}

/// What is counted by goods.
pub(crate) fn of_goods(indicator: Indicator) -> bool {
    matches!(
        indicator,
        Indicator::Exports | Indicator::Imports | Indicator::ReExports | Indicator::Deals | Indicator::Trade
    )
}
