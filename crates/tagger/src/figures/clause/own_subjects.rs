//! Who trades, where the sentence names him as its subject and an open rule took him for the other side: `while Jordan bought V`, `Venezuela
//! loaded V`, `Kuwait and Qatar exported V and V2, respectively`, `Saudi Arabia's agency is seeking V`.
//!
//! Who exports is no partner of exports. Not: the one who takes the exports of another, `Japan bought V` in a list of Brazil's buyers.

use article::{FigureKind, Indicator, Level, Usage};

use super::super::draft::Name;
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

const SELLS: &Words = words![
    "exported",
    "exports",
    "loaded",
    "shipped",
    "ships",
    "shipping",
    "loading",
    "exporting",
    "selling",
    "sold",
    "pumped",
];
const BUYS: &Words = words!["bought", "purchased", "imported", "buys", "booked", "ordered", "imports"];
const SEEKS: &Words = words!["seeking", "tendering", "looking"];
/// What stood still.
const STILL: &Words = words!["little changed", "unchanged", "changed", "flat", "steady", "stable"];
/// Pieces from a country to what its agency does.
const REACH: usize = 6;
/// Figures back to those who were listed before.
const NEAR_BY: usize = 12;

fn is_goods(indicator: Indicator) -> bool {
    matches!(indicator, Indicator::Exports | Indicator::Imports)
}

impl Clauses<'_, '_> {
    pub(super) fn own_subjects(&mut self) {
        self.each_of_the_subjects();
        let mut wrong: Option<(Option<Name>, Name)> = None;
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            let indicator = draft.topic.indicator;
            if draft.kind != FigureKind::Level || !(is_goods(indicator) || indicator == Indicator::Deals) {
                continue;
            }
            let Some(at) = self.piece_of(&draft.bytes) else { continue };
            // `including V that a firm shipped to American refiners`: a part of what was given to him before
            let part = || {
                let (whose, who) = wrong.as_ref()?;
                let same = draft.topic.reporter == *whose && draft.topic.partner.as_ref() == Some(who);
                same.then(|| who.clone())
            };
            let said = self.trader(at, index).or_else(part).or_else(|| self.seeker(at, index));
            let Some(who) = said else { continue };
            wrong = Some((self.drafts[index].topic.reporter.clone(), who.clone()));
            let behind = self.partner_behind(at).filter(|code| *code != who);
            let partner = behind.unwrap_or_else(|| self.places.world.clone());
            let topic = &mut self.drafts[index].topic;
            (topic.reporter, topic.reporter_stated) = (Some(who), true);
            (topic.partner, topic.partner_stated) = (Some(partner), true);
        }
    }

    /// A country that opens its clause.
    pub(super) fn opens_clause(&self, at: usize) -> Option<Name> {
        let Some(What::Region(place)) = self.what(at) else { return None };
        let mention = &self.places.mentions[*place];
        let the = usize::from(at > 0 && self.is_word(at - 1, words!["the"]));
        let ahead = at - the;
        let free = ahead == 0
            || matches!(self.what(ahead - 1), Some(What::Class(Class::Break) | What::Sign(',' | ';' | ':')))
            || self.is_word(ahead - 1, words!["while"]);
        (free && mention.region.level == Level::Country && mention.usage != Usage::Dateline)
            .then(|| self.code(*place, false))
    }

    /// `Venezuela loaded V`, `while Jordan bought V`: the subject, right before its verb, that was made the partner.
    fn trader(&self, at: usize, index: usize) -> Option<Name> {
        let verb = self.left_hand(at)?;
        let (sells, buys) = (self.is_word(verb, SELLS), self.is_word(verb, BUYS));
        if !sells && !buys {
            return None;
        }
        let small = usize::from(self.is_word(verb.wrapping_sub(1), words!["also", "alone", "itself"]));
        // `Saudi Arabia led the gains, shipping V`
        let aside = matches!(self.what(verb.wrapping_sub(1)), Some(What::Sign(',')))
            && self.is_word(verb, words!["shipping", "exporting", "loading", "selling"]);
        let place =
            if aside { usize::from(self.is_word(0, words!["the"])) } else { verb.checked_sub(1 + small)? };
        let who = self.opens_clause(place)?;
        let topic = &self.drafts[index].topic;
        if topic.partner.as_ref() != Some(&who) || topic.reporter.as_ref() == Some(&who) {
            return None;
        }
        let fits = match topic.indicator {
            Indicator::Exports => sells,
            // the others of the sentence are buyers too
            _ => buys && self.bought_before(index),
        };
        fits.then_some(who)
    }

    /// What a quantity hangs on, past small words.
    fn left_hand(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(3)..at).rev().find(|at| {
            !matches!(
                self.what(*at),
                Some(What::Class(Class::Plain | Class::Bound(_) | Class::Comparison(_)))
            )
        })
    }

    /// Whether the deal before is told of who bought.
    fn bought_before(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).and_then(|before| self.drafts.get(before)) else {
            return false;
        };
        let Some(at) = self.piece_of(&before.bytes) else { return false };
        before.topic.indicator == self.drafts[index].topic.indicator
            && self.any_word(at.saturating_sub(3)..at, BUYS)
            && (0..at).any(|at| matches!(self.what(at), Some(What::Region(place)) if Some(&self.code(*place, false)) == before.topic.reporter.as_ref()))
    }

    /// `Saudi Arabia's GFSA is seeking V`: whose agency it is.
    fn seeker(&self, at: usize, index: usize) -> Option<Name> {
        let topic = &self.drafts[index].topic;
        if !matches!(topic.indicator, Indicator::Deals | Indicator::Imports) {
            return None;
        }
        let verb = self.last_word(at.saturating_sub(4)..at, SEEKS)?;
        let be = verb.checked_sub(1).filter(|be| self.is_word(*be, words!["is", "are", "was", "were"]))?;
        let place = (be.saturating_sub(REACH)..be)
            .rev()
            .find(|at| matches!(self.what(*at), Some(What::Region(_))))?;
        let who = self.opens_clause(place)?;
        let owns = place + 1 == be || matches!(self.what(place + 1), Some(What::Possessive | What::Word));
        // `Algeria is looking for V` of the wheat of another
        let buys = topic.partner.as_ref() != Some(&who);
        (owns && buys && topic.reporter.as_ref() != Some(&who)).then_some(who)
    }

    /// `to Turkey`, `from Ukraine` behind a number, in its clause.
    fn partner_behind(&self, at: usize) -> Option<Name> {
        let joint = (at + 1..at + REACH)
            .take_while(|at| {
                !matches!(
                    self.what(*at),
                    Some(What::Quantity(_) | What::Sign(',' | ';') | What::Class(Class::Break)) | None
                )
            })
            .find(|at| self.is_prep(*at, Prep::To) || self.is_prep(*at, Prep::From))?;
        self.region_list(joint + 1, true).map(|(codes, _)| codes)
    }

    /// `Kuwait and Qatar exported V and V2, respectively`, `Nigeria and Libya were little changed at V and V2` in a list of exporters: to
    /// each his own.
    fn each_of_the_subjects(&mut self) {
        let numbers: Vec<usize> = (self.first_draft..self.drafts.len())
            .filter(|index| {
                self.drafts[*index].kind == FigureKind::Level && is_goods(self.drafts[*index].topic.indicator)
            })
            .collect();
        if numbers.len() < 2 || self.drafts.len() - self.first_draft != numbers.len() {
            return;
        }
        let first = usize::from(self.is_word(0, words!["the"]));
        let Some(What::Region(_)) = self.what(first) else { return };
        let Some((codes, next)) = self.region_list(first, false) else { return };
        let whose: Vec<Name> = codes.split('+').map(Name::from).collect();
        if whose.len() != numbers.len() {
            return;
        }
        let Some(at) = self.piece_of(&self.drafts[numbers[0]].bytes) else { return };
        let respectively = self.any_word(at..self.pieces.list.len(), words!["respectively"]);
        let indicator = self.drafts[numbers[0]].topic.indicator;
        let trades = match indicator {
            Indicator::Exports => self.is_word(next, SELLS),
            _ => self.is_word(next, BUYS),
        };
        // those before were told of each country as the one that trades
        let still = self.any_word(next..at, STILL) && {
            let of_world = |code: &Name| **code == *"WORLD";
            let mut others: Vec<&Name> = Vec::new();
            for draft in self.drafts[..self.first_draft].iter().rev().take(NEAR_BY) {
                let topic = &draft.topic;
                if let Some(other) = topic.reporter.as_ref()
                    && topic.indicator == indicator
                    && topic.partner.as_ref().is_none_or(of_world)
                    && !others.contains(&other)
                {
                    others.push(other);
                }
            }
            others.len() > 1
        };
        if !(respectively && trades || still) {
            return;
        }
        let world = self.places.world.clone();
        for (index, who) in numbers.into_iter().zip(whose) {
            let named = self.drafts[index]
                .topic
                .partner
                .clone()
                .filter(|partner| !codes.split('+').any(|one| *one == **partner));
            let topic = &mut self.drafts[index].topic;
            (topic.reporter, topic.reporter_stated) = (Some(who), true);
            topic.partner = Some(named.unwrap_or_else(|| world.clone()));
        }
    }
}
