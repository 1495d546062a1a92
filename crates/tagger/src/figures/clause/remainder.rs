//! Everybody but those just named: `countries outside the bloc`, `non-EU nations`, `third countries`, and, after somebody has been
//! named, `the rest of the world` and `all other countries`.
//!
//! Such a partner is written `x:non-eu`. Where nobody was named before, `other countries` are the world. Not: the rest of a group, which
//! is that group, and `non-oil`, which are goods.

use article::{Indicator, Level};

use super::super::draft::{Draft, Name};
use super::super::lexicon::{Class, Peri, Prep};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

/// Who trades, as a noun behind `other` and `non-EU`, and before `outside the EU`.
const WHO: &Words = words![
    "countries",
    "states",
    "nations",
    "markets",
    "destinations",
    "economies",
    "members",
    "partners",
    "trading partners",
    "trade partners",
    "buyers",
    "suppliers",
    "sources",
    "places",
    "origins",
    "customers",
];
/// Before a name: all but that one.
const BUT: &Words = words!["non", "ex", "extra"];
const OTHER_THAN: &Words = words!["other", "other than"];
const OUTSIDE: &Words = words!["outside", "beyond"];
const OTHER: &Words =
    words!["other", "others", "third", "rest", "elsewhere", "remaining", "far", "far abroad"];

impl Clauses<'_, '_> {
    /// Who is left, from a piece behind `to`, `with` or `from`, and where the words of it end.
    pub(super) fn remainder(&self, at: usize) -> Option<(Name, usize)> {
        if self.may_say(OUTSIDE)
            && let Some(found) = self.outside(at)
        {
            return Some(found);
        }
        if self.may_say(OTHER_THAN)
            && let Some(found) = self.all_other_than(at)
        {
            return Some(found);
        }
        if self.may_say(BUT)
            && let Some((code, next)) = self.all_but(self.skip_small(at))
        {
            return Some((non(&code)?, self.past_noun(next)));
        }
        if self.may_say(OTHER) { self.others(at) } else { None }
    }

    /// `non-EU`, `extra-EU27`: all but whom, and where the name ends.
    pub(super) fn all_but(&self, at: usize) -> Option<(Name, usize)> {
        let hyphen = at + 1;
        let joined = matches!(self.what(hyphen), Some(What::Sign('-' | '–')));
        let name = if joined { hyphen + 1 } else { hyphen };
        let Some(What::Region(place)) = self.what(name).filter(|_| self.is_word(at, BUT)) else {
            return None;
        };
        let code = self.code(*place, true);
        // `the ex-Soviet republics` were of it
        let but = !self.is_word(at, words!["ex"]) || code.starts_with("x:");
        // `non-OPEC Norway`
        let of_a_place = matches!(self.what(name + 1), Some(What::Region(_)));
        (but && !of_a_place).then_some((code, name + 1))
    }

    /// Whether a place is named for what it is not: `non-EU`.
    pub(super) fn is_left_out(&self, name: usize) -> bool {
        if !self.may_say(BUT) {
            return false;
        }
        self.before_name(name).is_some_and(|from| self.all_but(from).is_some())
    }

    /// Where `non` stands of the name at a piece: `non-EU`, `non EU`.
    fn before_name(&self, name: usize) -> Option<usize> {
        let joined = matches!(self.what(name.checked_sub(1)?), Some(What::Sign('-' | '–')));
        name.checked_sub(if joined { 2 } else { 1 })
    }

    /// `countries other than the United States`: all but that one.
    fn all_other_than(&self, at: usize) -> Option<(Name, usize)> {
        /// Pieces from the preposition to `than`.
        const REACH: usize = 4;
        let than = (at..at + REACH).find(|at| {
            self.is_word(*at, words!["other than"])
                || self.is_word(at.wrapping_sub(1), words!["other"])
                    && self.text(*at).eq_ignore_ascii_case("than")
        })?;
        let who = (at..than).any(|at| self.is_word(at, WHO));
        let (first, place) = self.named_from(than + 1).filter(|_| who)?;
        Some((non(&self.code(place, true))?, first + 1))
    }

    /// `countries outside the bloc`, `outside the European Union`.
    pub(super) fn outside(&self, at: usize) -> Option<(Name, usize)> {
        let outside = self.past_noun(self.skip_small(at));
        if !self.is_word(outside, OUTSIDE) {
            return None;
        }
        let group = self.skip_small(outside + 1);
        // `the former Soviet Union`
        let group = group + usize::from(self.is_word(group, words!["former"]));
        // what lies beyond the Alps or outside Europe is no trade's partner
        let code = self.named_or_called(group, |level| matches!(level, Level::Group | Level::Country))?;
        Some((non(&code)?, group + 1))
    }

    /// A place of some levels by its name, or the group that `the bloc` is.
    fn named_or_called(&self, at: usize, fits: impl Fn(Level) -> bool) -> Option<Name> {
        match self.what(at)? {
            What::Region(place) if fits(self.places.mentions[*place].region.level) => {
                Some(self.code(*place, true))
            }
            What::Class(Class::Peri(Peri::Group)) => self.places.last_before(self.start_of(at), Level::Group),
            _ => None,
        }
    }

    /// `within the European Union`: a group with whom its member trades.
    pub(super) fn within(&self, at: usize) -> Option<(Name, usize)> {
        if !self.is_word(at, words!["within"]) {
            return None;
        }
        let group = self.skip_small(at + 1);
        let code = self.named_or_called(group, |level| level == Level::Group)?;
        Some((code, group + 1))
    }

    /// `the rest of the world`, `all other countries`, `third countries`, `elsewhere`: but for whom was named before. And `the rest of the
    /// bloc`, which is the bloc.
    fn others(&self, at: usize) -> Option<(Name, usize)> {
        let noun = self.skip_small(at);
        // as Moscow calls what lies beyond the former Soviet republics
        if self.is_word(noun, words!["far abroad"])
            || self.is_word(noun, words!["far"]) && self.is_word(noun + 1, words!["abroad"])
        {
            let next = noun + 1 + usize::from(!self.is_word(noun, words!["far abroad"]));
            return Some(("x:non-cis".into(), next));
        }
        if self.is_word(noun, words!["third"]) && self.is_word(noun + 1, words!["countries", "country"]) {
            let union = self.places.coded("x:eu")?;
            return Some((non(&union)?, noun + 2));
        }
        if self.is_word(noun, words!["rest"]) && self.is_prep(noun + 1, Prep::Of) {
            let of = self.skip_small(noun + 2);
            if let Some(What::Class(Class::Peri(Peri::Group))) = self.what(of) {
                return Some((self.places.last_before(self.start_of(of), Level::Group)?, of + 1));
            }
            let world = match self.what(of) {
                Some(What::Region(place)) => self.places.mentions[*place].region.code == "x:world",
                _ => self.is_word(of, words!["world"]),
            };
            // `with the rest of the world as a whole`
            let whole = self.is_word(of + 1, words!["as", "as a whole"]);
            if let Some((code, next)) = self.outside(of + 1).filter(|_| world) {
                return Some((code, next));
            }
            let who = |whole| if whole { self.places.world.clone() } else { self.but_the_named(at) };
            return world.then(|| (who(whole), of + 1));
        }
        if self.is_word(noun, words!["elsewhere"]) {
            return Some((self.but_the_named(at), noun + 1));
        }
        // `and with others V`
        if (at..=noun).any(|at| self.is_word(at, words!["others"])) && !self.is_word(noun, WHO) {
            return Some((self.but_the_named(at), noun.max(at + 1)));
        }
        // `other` is a small word itself
        let said = (at..noun).any(|at| self.is_word(at, OTHER));
        let foreign = noun + usize::from(self.is_word(noun, words!["foreign"]));
        let who = self.is_word(foreign, WHO)
            && !matches!(self.what(foreign + 1), Some(What::Class(Class::Prep(Prep::In | Prep::Of))))
            && !self.is_word(foreign + 1, words!["such", "including", "like", "within"]);
        (said && who).then(|| (self.but_the_named(at), foreign + 1))
    }

    /// All but the partners that the sentence has named, or the one before it.
    fn but_the_named(&self, at: usize) -> Name {
        let mut named: Vec<Name> = Vec::new();
        let add = |named: &mut Vec<Name>, code: Name| {
            if &*code != "WORLD" && !code.contains('+') && !is_left_over(&code) && !named.contains(&code) {
                named.push(code);
            }
        };
        let stated = |draft: &Draft| draft.topic.partner.clone().filter(|_| draft.topic.partner_stated);
        for partner in self.drafts[self.first_draft..].iter().filter_map(stated) {
            add(&mut named, partner);
        }
        // `The surplus with the United States shrank, but the deficit with all other countries came to V`
        for back in 0..at.saturating_sub(1) {
            let with = self.is_prep(back, Prep::To)
                || self.is_prep(back, Prep::With)
                || self.is_prep(back, Prep::From);
            if let Some((_, place)) = self.named_from(back + 1).filter(|_| with) {
                add(&mut named, self.code(place, true));
            } else if let Some((group, _)) = self.within(back) {
                add(&mut named, group);
            }
        }
        if named.is_empty() {
            let before = self.drafts[..self.first_draft].iter().rev().take(NEAR);
            let near = before.take_while(|draft| draft.sentence + 1 >= self.sentence);
            for partner in near.filter_map(stated) {
                add(&mut named, partner);
            }
        }
        // `to the EU V, of which V2 went to the euro area, and to the rest of the world V3`: the largest was named first
        let one = named
            .iter()
            .find(|code| code.starts_with("x:"))
            .or_else(|| named.first().filter(|_| named.len() == 1));
        match one {
            Some(code) => non(code).unwrap_or_else(|| self.places.world.clone()),
            None if named.is_empty() => self.places.world.clone(),
            None => ["x:non-", &named.join("-").to_ascii_lowercase()].concat().into(),
        }
    }

    /// Who is left, by the words nearest to a number that say with whom: `to the rest of the world, led by China, P`, `V went outside the
    /// CIS`.
    pub(super) fn left_over(&self, at: usize, indicator: Indicator) -> Option<Name> {
        if !(self.may_say(OTHER) || self.may_say(BUT) || self.may_say(OUTSIDE)) {
            return None;
        }
        let joins = |at: usize| match indicator {
            Indicator::Exports | Indicator::ReExports => self.is_prep(at, Prep::To),
            Indicator::Imports => self.is_prep(at, Prep::From),
            Indicator::Balance | Indicator::Trade => self.is_prep(at, Prep::With),
            Indicator::Deals => self.is_prep(at, Prep::From) || self.is_prep(at, Prep::To),
            _ => false,
        };
        // `V to other countries`, `V went outside the CIS`
        let went = words!["went", "go", "goes", "came", "come", "was", "were", "is", "bound"];
        let behind = at + 1 + usize::from(self.is_word(at + 1, went));
        let behind = behind + usize::from(joins(behind));
        if behind > at + 1
            && let Some((who, _)) = self.remainder(behind)
        {
            return Some(who);
        }
        let ends = |at: &usize| {
            matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';') | What::Class(Class::Break)))
        };
        let before = (0..at).rev().take_while(|at| !ends(at));
        let outside = self.may_say(OUTSIDE);
        let named = |at: &usize| {
            (joins(*at) && (self.region_list(*at + 1, true).is_some() || self.remainder(*at + 1).is_some()))
                // `Italy's second-biggest supplier outside the bloc`
                || outside && self.is_word(*at, OUTSIDE)
                    && !self.is_word(at.wrapping_sub(1), words!["supplier", "market", "buyer", "customer", "partner", "destination", "seller", "client"])
        };
        let place = before.into_iter().find(named)?;
        let from = if joins(place) { place + 1 } else { place };
        // `from a ministry outside the EU` says nothing of a trade
        let found = self.remainder(from)?;
        Some(found.0)
    }

    /// Behind `all`, `the`, `other`.
    fn skip_small(&self, at: usize) -> usize {
        self.skip(at, |what| matches!(what, What::Class(Class::Plain)))
    }

    fn past_noun(&self, at: usize) -> usize {
        at + usize::from(self.is_word(at, WHO))
    }

    /// `Non-U.S. exports`, `its non-EU imports`: whose trade and with whom, behind the name at a piece. A trade of which somebody was
    /// spoken is his with the others; what the others do is told of where the one that is named was spoken of.
    pub(super) fn of_all_but(&self, name: usize, indicator: Indicator) -> Option<AllBut> {
        if !self.may_say(BUT) {
            return None;
        }
        let from = self.before_name(name)?;
        let (code, _) = self.all_but(from)?;
        let owned = matches!(self.what(from.wrapping_sub(1)), Some(What::Possessive | What::Region(_)))
            || self.is_word(from.wrapping_sub(1), words!["its", "their", "our"]);
        let spoken = self
            .carry
            .topic
            .as_ref()
            .and_then(|topic| topic.reporter.clone())
            .or_else(|| self.carry.story_reporter.clone());
        let spoken =
            self.drafts[self.first_draft..].last().and_then(|draft| draft.topic.reporter.clone()).or(spoken);
        // a union's own trade is that with the others
        let union = code.starts_with("x:") && &*code != "x:opec";
        let extra = union && self.is_word(from, words!["extra"]);
        let others = !owned
            && !extra
            && (spoken.is_none() || spoken.as_ref() == Some(&code))
            && !(union && indicator == Indicator::Imports);
        let who = non(&code)?;
        Some(if others {
            AllBut { reporter: Some(who), partner: None, from }
        } else {
            // the union's, where nobody else was spoken of
            AllBut {
                reporter: Some(code).filter(|_| extra && spoken.is_none_or(|spoken| spoken.len() != 2)),
                partner: Some(who),
                from,
            }
        })
    }
}

/// Figures back, of which the partners are looked at.
const NEAR: usize = 8;

/// Whose trade `non-EU exports` are, and with whom.
pub(super) struct AllBut {
    pub(super) reporter: Option<Name>,
    pub(super) partner: Option<Name>,
    pub(super) from: usize,
}

/// `x:non-eu`
pub(super) fn is_left_over(code: &str) -> bool {
    code.starts_with("x:non-")
}

/// All but a place, as a code.
fn non(code: &str) -> Option<Name> {
    if code.contains(['+', ':']) && !code.starts_with("x:") || code == "WORLD" {
        return None;
    }
    let name = code.strip_prefix("x:").unwrap_or(code);
    (!name.contains('+') && !name.starts_with("non-"))
        .then(|| ["x:non-", &name.to_ascii_lowercase()].concat().into())
}
