//! Goods that a story says come first: "automotive led the way", "copper, the country's top earner", "beef was the highlight".
//!
//! In a report of figures a dozen goods have a number each, and one sentence says which of them the figures hang on. So few words
//! are no good part of the story, and yet who follows that sector wants it. Not tagged: what once came first, second or third,
//! what another has overtaken, and who buys or sells most of it ("the largest exporter of the fuel").

use std::collections::{HashMap, HashSet};

use super::Hit;
use crate::regions::lead::Rank;
use crate::text::{Story, Token, TokenKind, key};
use crate::vocabulary::{ByKey, Lists};

/// Behind goods: they come before all others.
const LED: &str = "led|leads|topped|tops|dominated|dominates";
/// The same, as what they are called. A second word must follow where one is given.
const CALLED: &str = "highlight|mainstay|backbone|linchpin|standout|frontrunner|locomotive|did best|did most|bright spot|engine of";
const FIRST: &str = "biggest|largest|top|main|leading|key|principal|chief|foremost";
/// What goods are first of.
const EARNER: &str = "earner|earners|export|exports|exporter|exporters|exporting|item|product|products|sector|sectors|commodity|\
    commodities|source|contributor|category";
/// Between goods and what they are first of: they are not, no longer, or as ever.
const NOT: &str = "still|share|once|formerly|second|third|fourth|fifth|after|behind|other|another|not|former";
/// Before one that is not the goods: "sold fuel to the largest exporter of cars".
const ELSE: &str = "to|from|for|with|by|at|than";
/// Before goods that no longer come first.
const OVERTAKEN: &str =
    "overtook|overtaking|overtaken|replaced|replacing|replace|overtake|behind|after|followed";

/// Goods that make up much of what a place sells: "made up 61 percent of exports".
const SHARE: &str = "made up|make up|makes up|making up|accounted for|account for|accounts for|accounting for|represented|represents|\
    represent|representing|constituted|constitutes|constitute";
/// Of what.
const SOLD: &str = "exports|exported|shipments|sales|earnings";
/// Several goods do: "juice, aircraft and other items that account for".
const TOGETHER: &str = "together|jointly|combined|other|others";
/// What is left out of what a story tells: "make up half of exports, are exempt for now".
const EXEMPT: &str = "exempt|exempted|spared";
/// Percent from which it is much: a third.
const MUCH: u32 = 33;
const PARTS: &str = "third|half|thirds|quarters";

/// "The decline was led by", not "basic goods, led by", which is a part of a part.
const WAS: &str = "was|were|is|are|been";

pub(super) struct Leads {
    led: HashSet<u64, ByKey>,
    /// The word and the one that must follow, 0 for none.
    called: Vec<(u64, u64)>,
    first: HashSet<u64, ByKey>,
    other: HashSet<u64, ByKey>,
    earner: HashSet<u64, ByKey>,
    not: HashSet<u64, ByKey>,
    overtaken: HashSet<u64, ByKey>,
    by: u64,
    was: HashSet<u64, ByKey>,
    /// The word and the one that must follow, 0 for none.
    share: HashMap<u64, u64, ByKey>,
    sold: HashSet<u64, ByKey>,
    together: HashSet<u64, ByKey>,
    exempt: HashSet<u64, ByKey>,
    did: u64,
    parts: HashSet<u64, ByKey>,
    of: u64,
}

impl Leads {
    pub(super) fn new() -> Self {
        let set = |list: &str| list.split('|').map(key).collect();
        let pairs = |list: &str| {
            let pair = |words: &str| {
                let (word, next) = words.split_once(' ').unwrap_or((words, ""));
                (key(word), if next.is_empty() { 0 } else { key(next) })
            };
            list.split('|').map(pair).collect::<Vec<_>>()
        };
        Self {
            led: set(LED),
            called: pairs(CALLED),
            first: set(FIRST),
            other: set(ELSE),
            earner: set(EARNER),
            not: set(NOT),
            overtaken: set(OVERTAKEN),
            by: key("by"),
            was: set(WAS),
            share: pairs(SHARE).into_iter().collect(),
            sold: set(SOLD),
            together: set(TOGETHER),
            exempt: set(EXEMPT),
            did: key("did"),
            parts: set(PARTS),
            of: key("of"),
        }
    }

    /// Whether the words beside a cue say that it comes first.
    pub(super) fn is_led_by(&self, story: &Story<'_>, hit: &Hit) -> bool {
        /// How far from the goods the words may stand.
        const FAR: usize = 12;
        if !matches!(hit.rank, Rank::Below(_))
            || !hit.fact
            || hit.of_firm
            || hit.aside
            || hit.of_several
            || hit.weight < 2.0
        {
            return false;
        }
        let Some(sentence) = story.sentences.get(hit.sentence).map(|sentence| sentence.tokens.clone()) else {
            return false;
        };
        let (first, after) = (story.token_at(hit.range.start), story.token_at(hit.range.end));
        let slice = |from: usize, to: usize| story.tokens.get(from..to.max(from)).unwrap_or_default();
        let before = slice(first.saturating_sub(5).max(sentence.start), first);
        if before.last().is_some_and(|word| self.overtaken.contains(&word.key)) {
            return false;
        }
        self.by_them(before)
            || self.they(slice(after, (after + FAR).min(sentence.end)))
            || self.are_much(slice(after, (after + 2 * FAR).min(sentence.end)))
    }

    /// "The rise was led by memory chips".
    fn by_them(&self, before: &[Token<'_>]) -> bool {
        before.windows(3).any(|words| {
            let [was, led, by] = words else { return false };
            self.was.contains(&was.key) && self.led.contains(&led.key) && by.key == self.by
        })
    }

    /// "made up 61 percent of exports", "a third of what the country sold".
    fn are_much(&self, after: &[Token<'_>]) -> bool {
        /// Words between goods and what they make up, that and how much, and that and of what.
        const NEAR: usize = 12;
        const NUMBER: usize = 4;
        const WHAT: usize = 9;
        let verb = after.iter().take(NEAR).zip(after.iter().skip(1)).position(|(word, next)| {
            self.share.get(&word.key).is_some_and(|then| *then == 0 || *then == next.key)
        });
        let Some(verb) = verb else { return false };
        if after.iter().take(verb).any(|word| self.together.contains(&word.key)) {
            return false;
        }
        let rest = after.get(verb + 1..).unwrap_or_default();
        let is_number = |word: &Token<'_>| word.kind == TokenKind::Digits || self.parts.contains(&word.key);
        let Some(number) = rest.iter().take(NUMBER).position(is_number) else { return false };
        let is_much = rest.get(number).is_some_and(|word| {
            word.kind != TokenKind::Digits
                || word.text.parse::<u32>().is_ok_and(|percent| (MUCH..=100).contains(&percent))
        });
        let what = rest.get(number + 1..).filter(|_| is_much).unwrap_or_default();
        let mut what = what.iter().take(WHAT).skip_while(|word| word.key != self.of);
        let of_sales = what.any(|word| self.sold.contains(&word.key));
        of_sales && !rest.iter().any(|word| self.exempt.contains(&word.key))
    }

    /// "led the way", "is the top earner".
    fn they(&self, after: &[Token<'_>]) -> bool {
        /// Words between goods and what they do, or are called.
        const NEAR: usize = 4;
        for (at, word) in after.iter().enumerate() {
            if word.kind == TokenKind::Digits || word.is_in(Lists::NUMBER) || self.not.contains(&word.key) {
                return false;
            }
            let next = after.get(at + 1);
            let follows = |key: u64| next.is_some_and(|next| next.key == key);
            let is_count =
                || next.is_some_and(|next| next.kind == TokenKind::Digits || next.is_in(Lists::NUMBER));
            if at <= NEAR {
                if self.led.contains(&word.key) && !follows(self.by) && !is_count() {
                    return true;
                }
                // goods that "highlight" something are not called one
                let is_noun = at > 0 || word.key == self.did;
                let is_it = |(name, next): &(u64, u64)| *name == word.key && (*next == 0 || follows(*next));
                if is_noun && self.called.iter().any(is_it) {
                    return true;
                }
            }
            let of = after.get(at + 1..).unwrap_or_default().iter().take(NEAR);
            let is_else = || {
                let before = after.get(at.saturating_sub(2)..at).unwrap_or_default();
                before.iter().any(|word| self.other.contains(&word.key))
            };
            if self.first.contains(&word.key)
                && of.clone().any(|word| self.earner.contains(&word.key))
                && !is_else()
            {
                return true;
            }
        }
        false
    }
}
