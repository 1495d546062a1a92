//! Who levies a duty or sets a quota where its own words do not say: `Canada, for its part, will keep its P counter-tariff`, `Brussels
//! has drawn up a list of US goods that could face P`.
//!
//! It is the one who acts in the clause, else the one who acted last in the paragraph: `Japan set its quota at V. Beef that enters under
//! it pays P`. What is asked of others is not what one does. A quota is of the one that lets goods in, and not of the one that gets it.

use article::{Indicator, Level, Usage};

use super::super::draft::{Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

/// What a government does with duties and quotas.
const ACTS: &Words = words![
    "add",
    "added",
    "adds",
    "adopted",
    "announced",
    "apply",
    "applied",
    "applies",
    "charge",
    "charges",
    "charged",
    "considering",
    "cut",
    "cuts",
    "discussing",
    "doubled",
    "drawn",
    "impose",
    "imposed",
    "imposes",
    "introduce",
    "introduced",
    "keep",
    "keeps",
    "kept",
    "levied",
    "levies",
    "levy",
    "lifted",
    "lowered",
    "offer",
    "offered",
    "offers",
    "plans",
    "planned",
    "proposed",
    "proposes",
    "published",
    "put",
    "raise",
    "raised",
    "reimposed",
    "responded",
    "retaliated",
    "scrapped",
    "scraps",
    "set",
    "sets",
    "slapped",
    "spared",
    "exempted",
    "suspend",
    "suspended",
    "threatened",
    "threatens",
    "weighing",
];
/// It wants something of somebody else.
const ASKS: &Words = words![
    "abolition",
    "asked",
    "asks",
    "calling",
    "called",
    "calls",
    "demand",
    "demanded",
    "demands",
    "persuade",
    "press",
    "pressed",
    "seeking",
    "sought",
    "urge",
    "urged",
    "urges",
    "wants",
    "hopes",
    "hoping",
];
/// What is done with a quota by the one whose goods may come in.
const TAKES: &Words = words![
    "accept",
    "accepted",
    "accepting",
    "accepts",
    "asked",
    "awarded",
    "enter",
    "exceeded",
    "exhausted",
    "fill",
    "filled",
    "fills",
    "get",
    "gets",
    "getting",
    "given",
    "got",
    "granted",
    "obtained",
    "promised",
    "receive",
    "received",
    "receives",
    "secured",
    "seek",
    "seeking",
    "seeks",
    "sought",
    "supplied",
    "supplies",
    "touch",
    "used",
    "won",
    "admitted",
    "entered",
];
/// … and by the one who sets it, before whom it is for.
const GIVES: &Words =
    words!["gives", "give", "gave", "grants", "grant", "offers", "offered", "allots", "promises"];
/// Pieces between who acts and what is done.
const REACH: usize = 9;
/// Sentences after which an act is forgotten.
const NEAR: usize = 3;

impl Clauses<'_, '_> {
    /// The last one before the piece who does something with duties.
    pub(super) fn who_lays(&self, before: usize) -> Option<Name> {
        if !self.may_say(ACTS) || !self.any_word(0..before, ACTS) {
            return None;
        }
        for back in (0..before).rev() {
            match self.what(back) {
                // what somebody said about it is another matter
                Some(What::Sign('"' | '“' | '”' | ';')) => return None,
                Some(What::Region(place)) if self.acts(back, *place, before) => {
                    return Some(self.levier(*place));
                }
                _ => {}
            }
        }
        None
    }

    fn acts(&self, at: usize, place: usize, before: usize) -> bool {
        let mention = &self.places.mentions[place];
        let first = at - usize::from(at > 0 && self.is_word(at - 1, words!["the"]));
        let ahead = first.wrapping_sub(1);
        // `The government in Moscow has responded with`
        let seat = self.is_prep(ahead, Prep::In)
            && self.is_word(ahead.wrapping_sub(1), words!["government", "administration", "cabinet"]);
        let governs = matches!(mention.region.level, Level::Country | Level::Group)
            || mention.usage == Usage::Metonym
            || seat;
        if !governs || matches!(mention.usage, Usage::Dateline | Usage::Demonym) {
            return false;
        }
        let governed = matches!(self.what(ahead), Some(What::Class(Class::Prep(prep))) if !matches!(prep, Prep::And))
            && !seat;
        if governed || matches!(self.what(at + 1), Some(What::Possessive | What::Sign('-'))) {
            return false;
        }
        // `The European Union, spared until November while talks go on, has a list`
        let verb = if matches!(self.what(at + 1), Some(What::Sign(','))) {
            (at + 2..before)
                .find(|at| matches!(self.what(*at), Some(What::Sign(','))))
                .map_or(before, |close| close + 1)
        } else {
            at + 1
        };
        let said = verb..(verb + REACH).min(before);
        !said.clone().any(|at| self.is_word(at, ASKS))
            && said
                .take_while(|at| !matches!(self.what(*at), Some(What::Region(_))))
                .any(|at| self.is_word(at, ACTS))
    }

    /// Who set the quota or duty that the paragraph spoke of last, or whose imports the sentence is about.
    pub(super) fn set_before(&self) -> Option<Name> {
        let imports = self.drafts[self.first_draft..].iter().rfind(|draft| {
            // `Imports of Vietnamese furniture rose P even with the P2 tariff in place`
            let from_one = draft.topic.partner_stated
                && draft.topic.partner.as_deref().is_some_and(|partner| partner != "WORLD");
            draft.topic.indicator == Indicator::Imports && (draft.topic.reporter_stated || from_one)
        });
        if let Some(imports) = imports {
            return imports.topic.reporter.clone();
        }
        // `Shipments to the United States grew P despite a P2 tariff`
        let exports = self.drafts[self.first_draft..].iter().rfind(|draft| {
            draft.topic.indicator == Indicator::Exports
                && draft.topic.partner_stated
                && draft
                    .topic
                    .partner
                    .as_deref()
                    .is_some_and(|partner| partner.len() == 2 || partner == "x:eu")
        });
        if let Some(exports) = exports {
            return exports.topic.partner.clone();
        }
        let kin = self.drafts.iter().rev().take(6).find(|draft| {
            matches!(draft.topic.indicator, Indicator::Tariff | Indicator::Quota)
                && draft.topic.reporter_stated
        })?;
        let paragraph = self.story.sentences.get(kin.sentence)?.paragraph;
        let near = paragraph == self.carry.paragraph && kin.sentence + NEAR >= self.sentence;
        near.then(|| kin.topic.reporter.clone())?
    }

    /// Whose quota it is, and for whom: `India gets a quota of V`, `our quota in the EU is V`, `fruit will enter under a quota of V`.
    pub(super) fn sides_of_quota(&self, at: usize, topic: &mut Topic) {
        let Some((taker, verb)) = self.taker_of_quota(at) else { return };
        let other = |code: &Name| *code != taker;
        let giver = || self.subject(verb).map(|(_, code)| code).filter(|_| self.is_word(verb, GIVES));
        let setter = giver()
            .filter(other)
            .or_else(|| self.gate(verb, at).filter(other))
            .or_else(|| self.other_of_pact(&taker))
            .or_else(|| self.carry.tariff.clone().filter(other))
            .or_else(|| topic.partner.clone().filter(other))
            .or_else(|| {
                let union = self.places.regions.iter().any(|region| region.code == "x:eu");
                union.then(|| Name::from("x:eu")).filter(other)
            })
            .or_else(|| self.places.home.clone().filter(other));
        let Some(setter) = setter else { return };
        (topic.reporter, topic.reporter_stated) = (Some(setter), true);
        (topic.partner, topic.partner_stated) = (Some(taker), true);
    }

    /// Whose goods come in under a quota, and where that is said.
    fn taker_of_quota(&self, at: usize) -> Option<(Name, usize)> {
        let from = self.clause_start.min(at);
        // `gives Ugandan mills a quota`
        let given = (from..at).rev().find_map(|verb| {
            let (first, place) = self.named_from(verb + 1).filter(|_| self.is_word(verb, GIVES))?;
            (first < at).then(|| (self.levier(place), verb))
        });
        // `our quota for lamb in the EU`, `Argentina's share of the quota`
        let owner = || {
            let ours = (from..at).rev().find(|at| self.is_word(*at, words!["our"]) && self.is_quota(at + 1));
            let share = (from..at).rev().find(|at| {
                self.is_word(*at, words!["share", "share of"])
                    && matches!(self.what(at.wrapping_sub(1)), Some(What::Possessive))
                    && (at + 1..at + 6).any(|at| self.is_quota(at))
            });
            if let Some(at) = ours {
                return self.places.home.clone().map(|home| (home, at));
            }
            match self.what(share?.checked_sub(2)?) {
                Some(What::Region(place)) => Some((self.levier(*place), share?)),
                _ => None,
            }
        };
        given.or_else(owner).or_else(|| {
            let verb = self.last_word(from..at, TAKES)?;
            let (place, code) = self.subject(verb)?;
            let named = matches!(self.what(place), Some(What::Region(_)));
            named.then_some((code, verb))
        })
    }

    fn is_quota(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Class(Class::Quota)))
    }

    /// `admitted to the Russian market`, `in the European Union`, `which Brussels has opened`: where goods come in.
    fn gate(&self, from: usize, at: usize) -> Option<Name> {
        (from..(at + REACH).min(self.pieces.list.len())).find_map(|step| {
            let into =
                matches!(self.what(step), Some(What::Class(Class::Prep(Prep::To | Prep::In | Prep::By))))
                    || self.is_word(step, words!["into", "enter", "which"]);
            let (_, place) = self.named_from(step + 1).filter(|_| into)?;
            let mention = &self.places.mentions[place];
            let whole = matches!(mention.region.level, Level::Country | Level::Group | Level::Macro);
            (whole || mention.usage == Usage::Metonym).then(|| self.levier(place))
        })
    }
}
