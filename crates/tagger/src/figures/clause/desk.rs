//! How commodity desks and farm ministries tell of goods that are to cross a border: licences to export and the rebates that go with
//! them, sales under an export bonus, tonnage added to earlier purchases.
//!
//! Nothing of it has moved yet: its status is target, and it is of no period but one that is said. Not: licences to import, which are
//! quotas, and sales at home.

use article::{FigureKind, Indicator, Status};

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::{Clauses, Said};

const LICENCES: &Words = words![
    "licences",
    "licenses",
    "licence",
    "license",
    "certificates",
    "certificate",
    "export licences",
    "export licenses",
    "export certificates",
    "authorisations",
    "authorizations",
    "awards",
];
const GRANTED: &Words = words![
    "granted",
    "awarded",
    "issued",
    "authorised",
    "authorized",
    "approved",
    "allocated",
    "accorded",
    "grants",
    "awards",
    "authorises",
];
const REBATES: &Words = words![
    "rebate",
    "rebates",
    "export rebate",
    "export rebates",
    "restitution",
    "restitutions",
    "refund",
    "refunds",
    "subsidy",
    "subsidies",
];
/// Pieces from a noun or verb to the tonnage that it governs, and from there to what goes with it.
const NEAR: usize = 7;
const FAR: usize = 16;
/// A licence so many sentences ago is still spoken of.
const GOES_ON: usize = 4;

impl Clauses<'_, '_> {
    /// Tonnage that was licensed for export.
    pub(super) fn licensed_for_export(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let unit = matches!(quantity.measure, Measure::Unit(_));
        let last = self.drafts.last().filter(|last| last.rule == "level/licensed");
        let goes_on = last.is_some_and(|last| last.sentence + GOES_ON > self.sentence);
        if !unit && !goes_on {
            return None;
        }
        if let Some(draft) = self.received_there(at, quantity, goes_on) {
            return Some(draft);
        }
        if !unit || !(self.says_licence(at) || goes_on && self.authorised_so_far(at)) {
            return None;
        }
        let (goods, origin, _) =
            if self.is_prep(at + 1, Prep::Of) { self.goods(at + 2) } else { (None, None, at) };
        let origin = origin.map(|place| self.code(place, true));
        let reporter = origin.or_else(|| self.licensor())?;
        let goods = goods.or_else(|| last_goods(self.drafts, goes_on));
        self.licensed_by(at, quantity, reporter, goods)
    }

    fn licensed_by(
        &mut self,
        at: usize,
        quantity: &Quantity,
        reporter: Name,
        commodity: Option<Name>,
    ) -> Option<Draft> {
        let topic = Topic {
            commodity,
            reporter: Some(reporter),
            reporter_stated: true,
            ..Topic::of(Indicator::Exports)
        };
        self.speak_of(at, at, &topic, Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/licensed")?;
        if draft.status != Status::Forecast {
            draft.status = Status::Target;
        }
        draft.undate();
        Some(draft)
    }

    /// Whether words around an amount say that it was licensed: `granted export licences for V of sugar at a rebate`, `authorised the
    /// export of V`, `V of barley received export rebates`, `Licences for V were awarded`.
    fn says_licence(&self, at: usize) -> bool {
        if !self.may_say(LICENCES) && !self.may_say(REBATES) {
            return false;
        }
        let end = |at: usize| matches!(self.what(at), Some(What::Sign(';')) | None);
        let ahead = || (at + 1..at + FAR).take_while(|at| !end(*at));
        let has = |words: &Words| self.any_word(0..self.pieces.list.len(), words);
        let export = || {
            has(REBATES)
                || has(words![
                    "export",
                    "exports",
                    "export licences",
                    "export licenses",
                    "export certificates"
                ])
        };
        let behind = |words: &Words| self.last_word(at.saturating_sub(NEAR)..at, words);
        let free = |noun: usize| {
            (noun + 1..at)
                .all(|at| !matches!(self.what(at), Some(What::Quantity(_) | What::Class(Class::Break))))
        };
        if let Some(noun) = behind(LICENCES).filter(|noun| free(*noun)) {
            let imports =
                (noun.saturating_sub(2)..at).any(|at| self.is_word(at, words!["import", "to import"]));
            let given = (noun.saturating_sub(5)..noun).any(|at| self.is_word(at, GRANTED))
                || ahead().any(|at| self.is_word(at, GRANTED));
            return !imports && given && export();
        }
        // `authorised the export of V`
        if let Some(verb) = behind(GRANTED).filter(|verb| free(*verb))
            && (verb + 1..at).any(|at| self.is_word(at, words!["export", "exports", "sale"]))
            && has(REBATES)
        {
            return true;
        }
        // `V of barley received export rebates`
        self.may_say(REBATES)
            && ahead()
                .find(|at| self.is_word(*at, words!["received", "receive", "won", "got", "attracted"]))
                .is_some_and(|verb| (verb + 1..verb + 5).any(|at| self.is_word(at, REBATES)))
    }

    /// `Cumulative export authorisations now stand at V`
    fn authorised_so_far(&self, at: usize) -> bool {
        let noun = (at.saturating_sub(FAR)..at).rev().find(|at| self.is_word(*at, LICENCES));
        let before = self.left_of(at);
        let said = before.is_some_and(|before| {
            matches!(self.what(before), Some(What::Class(Class::Level(_))))
                || self.is_prep(before, Prep::At)
                || self.is_prep(before, Prep::Of)
        });
        said && noun.is_some_and(|noun| {
            (noun + 1..at)
                .all(|at| !matches!(self.what(at), Some(What::Quantity(_) | What::Class(Class::Break))))
        })
    }

    /// `Out of this, traders in France received V, in the U.K. V2 and in Denmark V3`: by whom they will be exported.
    fn received_there(&mut self, at: usize, quantity: &Quantity, goes_on: bool) -> Option<Draft> {
        if !goes_on || quantity.measure.is_money() || quantity.measure.is_relative() {
            return None;
        }
        let mut place = self.left_of(at)?;
        if self.is_word(place, words!["received", "got", "won", "were awarded", "obtained"]) {
            place = place.checked_sub(1)?;
        }
        let Some(What::Region(found)) = self.what(place) else { return None };
        let there = (place.saturating_sub(2)..place).any(|at| self.is_prep(at, Prep::In));
        let level = self.places.mentions[*found].region.level;
        if !there || level != article::Level::Country {
            return None;
        }
        let reporter = self.code(*found, false);
        let goods = last_goods(self.drafts, true);
        let counted = self.unit(quantity).map(|(unit, _)| unit);
        let unit = counted.or_else(|| self.drafts.last().map(|last| last.unit))?;
        let quantity = Quantity { measure: Measure::Unit(unit), ..quantity.clone() };
        self.licensed_by(at, &quantity, reporter, goods)
    }

    /// Who grants a licence: the Union, where the story names it, else whom the sentence begins with.
    fn licensor(&self) -> Option<Name> {
        self.places
            .coded("x:eu")
            .or_else(|| self.carry.story_reporter.clone())
            .or_else(|| self.places.home.clone())
    }

    /// `an export bonus to cover sales of V of hard wheat and V2 of soft wheat to China`, `made eligible for sales of up to V`, `an
    /// additional V are still available to Egypt under the Export Enhancement Program`, `China has added V of U.S. corn to its earlier
    /// purchases`.
    pub(super) fn booked(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let Measure::Unit(_) = quantity.measure else { return None };
        self.added_to_purchases(at, quantity).or_else(|| self.under_a_bonus(at, quantity))
    }

    /// `bought V of Russian wheat and V2 of Romanian wheat`: each amount comes from where its own goods are from.
    pub(super) fn origins(&mut self) {
        if self.drafts[self.first_draft..].iter().all(|draft| draft.topic.indicator != Indicator::Deals) {
            return;
        }
        for at in 0..self.pieces.list.len() {
            let What::Quantity(index) = self.pieces.list[at].what else { continue };
            let Some(draft) = self.became.get(index).copied().flatten() else { continue };
            let tonnage = self.drafts.get(draft).is_some_and(|kin| {
                kin.kind == FigureKind::Level
                    && kin.topic.indicator == Indicator::Deals
                    && !super::is_money(kin.unit)
            });
            if !tonnage || !self.is_prep(at + 1, Prep::Of) {
                continue;
            }
            // when it is delivered is not when it was bought
            let tender = self.drafts[draft].rule == "deals/tender";
            if !tender
                && let Some(time) = self.main_time(at).filter(|time| *time > at && self.is_delivery(*time))
            {
                let mut of = self.drafts[draft].clone();
                self.of_delivery(time, &mut of);
                self.drafts[draft] = of;
            }
            if !self.drafts[draft].topic.partner_stated {
                continue;
            }
            let Some(What::Region(place)) = self.what(at + 2) else { continue };
            let named = matches!(self.what(at + 3), Some(What::Word)) || self.is_prep(at + 3, Prep::And);
            let origin = self.code(*place, true);
            let topic = &mut self.drafts[draft].topic;
            let sold_by_others =
                topic.partner.as_ref().is_some_and(|partner| partner.split('+').all(|one| *one != *origin))
                    && topic.reporter.as_ref() != Some(&origin);
            if named && sold_by_others {
                topic.partner = Some(origin);
            }
        }
    }

    fn added_to_purchases(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const PURCHASES: &Words =
            words!["purchases", "commitments", "commitment", "orders", "purchase commitments", "bookings"];
        let verb = self.left_of(at).filter(|verb| self.is_word(*verb, words!["added", "adds"]))?;
        let noun = (at + 1..at + FAR)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Sign(',' | ';') | What::Quantity(_)) | None)
            })
            .find(|at| self.is_word(*at, PURCHASES))?;
        let whose = (at + 1..noun).any(|at| self.is_word(at, words!["its", "their"]));
        let (goods, origin, _) = [at + 1, noun + 1]
            .into_iter()
            .filter(|of| self.is_prep(*of, Prep::Of))
            .map(|of| self.goods(of + 1))
            .find(|(_, origin, _)| origin.is_some())?;
        let origin = self.code(origin?, true);
        let buyer = self.buyer(verb).filter(|buyer| whose && *buyer != origin)?;
        let topic = Topic {
            commodity: goods,
            reporter: Some(buyer),
            reporter_stated: true,
            partner: Some(origin),
            partner_stated: true,
            ..Topic::of(Indicator::Deals)
        };
        self.speak_of(at, at, &topic, Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "deals/sale")?;
        draft.undate();
        Some(draft)
    }

    fn under_a_bonus(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const PROGRAMME: &Words =
            words!["bonus", "bonuses", "export bonus", "export bonuses", "eep", "enhancement", "eligible"];
        const APPROVED: &Words = words!["approved", "made", "concluded"];
        let programme = self.any_word(0..self.pieces.list.len(), PROGRAMME);
        if !programme && !self.may_say(APPROVED) {
            return None;
        }
        let from = at.saturating_sub(NEAR);
        let sale = self.last_word(from..at, words!["sale", "sales"]);
        // `and V2 of soft wheat`
        let listed = self.is_prep(at.wrapping_sub(1), Prep::And)
            && self.drafts[self.first_draft..].last().is_some_and(|last| last.rule == "deals/sale");
        let available = self.first_word(at + 1..at + FAR, words!["available"]);
        if sale.is_none() && !listed && available.is_none() {
            return None;
        }
        // `sales of V have been approved` in a story of the programme
        let approved = sale.is_some()
            && self.any_word(at + 1..at + FAR, APPROVED)
            && self.story.words(self.story.headline.clone()).split_whitespace().any(|word| word == "EEP");
        if !(programme || approved) || !(approved || available.is_some() || self.is_prep(at + 1, Prep::Of)) {
            return None;
        }
        let goods = if self.is_prep(at + 1, Prep::Of) { self.goods(at + 2).0 } else { None };
        let accepted = (0..at).any(|at| self.is_word(at, words!["accepted", "accepts", "awarded"]));
        let eligible = self.first_word(0..at, words!["eligible"]);
        let to = (available.unwrap_or(at) + 1..at + FAR + 8)
            .take_while(|at| !matches!(self.what(*at), Some(What::Sign(',' | ';')) | None))
            .find(|at| self.is_prep(*at, Prep::To))
            .and_then(|to| self.region_list(to + 1, true))
            .map(|(codes, _)| codes);
        let subject = eligible.and_then(|eligible| {
            (0..eligible).rev().find_map(|at| match self.what(at) {
                Some(What::Region(place)) => Some(self.code(*place, true)),
                _ => None,
            })
        });
        let named = || {
            let from = self.start_of(0);
            let before = self.places.mentions.partition_point(|place| place.bytes.start < from);
            self.places.mentions[..before].iter().rev().take(FAR).find_map(|place| {
                let code = &self.places.codes[place.at].own;
                (place.region.level == article::Level::Country && **code != *"US").then(|| code.clone())
            })
        };
        let partner = to.or(subject).or_else(|| named().filter(|_| approved))?;
        // the programme is the United States', and its department the only one that is named
        let reporter = Name::from("US");
        if partner == reporter {
            return None;
        }
        let open = available.is_some() || eligible.is_some() && !accepted;
        let topic = Topic {
            commodity: goods,
            reporter: Some(reporter),
            partner: Some(partner),
            partner_stated: true,
            // what may still be sold is no contract
            ..Topic::of(if open { Indicator::Exports } else { Indicator::Deals })
        };
        self.speak_of(at, at, &topic, Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "deals/sale")?;
        draft.status = if open { Status::Hypothetical } else { Status::Reported };
        // a day that is named is that of the programme
        draft.forget_period();
        Some(draft)
    }
}

/// The goods of the last licence.
fn last_goods(drafts: &[Draft], goes_on: bool) -> Option<Name> {
    drafts.last().filter(|_| goes_on).and_then(|last| last.topic.commodity.clone())
}
