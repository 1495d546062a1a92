//! With whom, where no rule found it: a sentence that has named the partner does not name it again. `Exports to the United States
//! fell P to V, leaving a surplus of V2`, `With China trade grew P`, `Thailand supplied a fifth, or V`.

use article::{FigureKind, Indicator, Level, Status, Usage};
use rust_decimal::Decimal;

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::{Place, What};
use super::super::words::Words;
use super::Clauses;
use super::figure::{is_flow, is_money};

/// Rules that find a number by what stands near it: a place that stands before it is with whom.
const NEAR: &[&str] =
    &["likely/level", "likely/change", "likely/share", "open/level", "open/change", "open/share", "share/of"];
/// … and rules of what one place does to the goods of another.
const DONE_TO: &[&str] = &["tariff/noun-after", "quota/amount"];

/// So many figures back the last partner is looked for.
const NEAR_BY: usize = 40;
/// Words that say that the trade with all is meant.
const WORLD: &Words = words!["world", "worldwide", "global", "total", "overall", "whole", "altogether"];

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

impl Clauses<'_, '_> {
    /// Gives the figures of the sentence that have no partner the one that was named before them.
    pub(super) fn with_whom(&mut self) {
        self.with_its_change();
        self.with_it_was();
        self.with_its_base();
        self.part_of_the_worlds();
        self.part_of_its_countrys();
        // all but a union are the world to that union
        let world = &self.places.world;
        for draft in &mut self.drafts[self.first_draft..] {
            let topic = &mut draft.topic;
            // … and an account with one country is told as such
            let with_all = topic.indicator == Indicator::CurrentAccount && !topic.partner_stated;
            if with_all || topic.partner.as_deref().is_some_and(|partner| is_of_itself(topic, partner)) {
                topic.partner = Some(world.clone());
            }
        }
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            let left_over = self
                .piece_of(&draft.bytes)
                .and_then(|at| self.left_over(at, draft.topic.indicator))
                .filter(|partner| {
                    draft.topic.reporter.as_ref() != Some(partner) && !is_of_itself(&draft.topic, partner)
                })
                // `P of its exports outside the bloc` that went to one
                .filter(|_| {
                    draft.kind != FigureKind::Share
                        || !draft.topic.partner_stated
                        || has_none(draft)
                        || draft.rule.starts_with("open/")
                });
            if let Some(partner) = left_over {
                let topic = &mut self.drafts[index].topic;
                (topic.partner, topic.partner_stated) = (Some(partner), true);
                continue;
            }
            let draft = &self.drafts[index];
            if let Some(partner) = self.place_behind(draft) {
                let topic = &mut self.drafts[index].topic;
                (topic.partner, topic.partner_stated) = (Some(partner), true);
                continue;
            }
            let draft = &self.drafts[index];
            if !has_none(draft) || draft.topic.indicator == Indicator::CurrentAccount {
                continue;
            }
            let Some(partner) = self
                .struck(draft)
                .or_else(|| self.same_as_before(draft))
                .or_else(|| self.place_before(draft))
                .or_else(|| self.the_story_s(draft))
            else {
                continue;
            };
            let topic = &mut self.drafts[index].topic;
            (topic.partner, topic.partner_stated) = (Some(partner), false);
        }
    }

    /// `with Italy it was V`
    fn with_it_was(&mut self) {
        /// Pieces from the partner to the number.
        const REACH: usize = 6;
        const IT: &Words = words!["it", "it was", "the deficit", "the surplus", "the gap", "they", "this"];
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            if !matches!(draft.topic.indicator, Indicator::Balance | Indicator::Trade)
                || draft.kind != FigureKind::Level
            {
                continue;
            }
            let Some(number) = self.piece_of(&draft.bytes) else { continue };
            let partner = (number.saturating_sub(REACH)..number)
                .rev()
                .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_))))
                .find(|at| self.is_prep(*at, Prep::With))
                .and_then(|with| self.region_list(with + 1, true))
                .filter(|(_, next)| self.is_word(*next, IT));
            if let Some((partner, _)) =
                partner.filter(|(code, _)| draft.topic.reporter.as_ref() != Some(code))
            {
                let topic = &mut self.drafts[index].topic;
                (topic.partner, topic.partner_stated) = (Some(partner), true);
            }
        }
    }

    /// `West Germany V against V0`, `to the bloc V against V0`: what a number is compared with is with the same.
    fn with_its_base(&mut self) {
        for index in self.first_draft + 1..self.drafts.len() {
            let (draft, main) = (&self.drafts[index], &self.drafts[index - 1]);
            let compared = draft.is_base || draft.rule == "level/bracket";
            if !compared
                || main.is_base
                || draft.kind != main.kind
                || draft.topic.indicator != main.topic.indicator
                || draft.topic.reporter != main.topic.reporter
                || draft.topic.partner == main.topic.partner
                || has_none(main)
            {
                continue;
            }
            let (Some(one), Some(two)) = (self.piece_of(&main.bytes), self.piece_of(&draft.bytes)) else {
                continue;
            };
            // nobody is named in between, nor behind it: `against V0 for Malaysia`
            let named = (one + 1..two).any(|at| matches!(self.what(at), Some(What::Region(_))))
                || self.is_word(two + 1, words!["for", "with", "to", "from"])
                || matches!(
                    self.what(two + 1),
                    Some(What::Class(Class::Prep(Prep::To | Prep::From | Prep::With)))
                ) && matches!(self.what(two + 2), Some(What::Region(_)));
            if one < two && !named {
                let (partner, stated) = (main.topic.partner.clone(), main.topic.partner_stated);
                let topic = &mut self.drafts[index].topic;
                (topic.partner, topic.partner_stated) = (partner, stated);
            }
        }
    }

    /// `the P tariffs he imposed on V worth of Japanese goods`: whose goods a duty is on, where a clause stands between.
    fn struck(&self, draft: &Draft) -> Option<Name> {
        /// Pieces from the number to the preposition, and from there to the place.
        const REACH: usize = 12;
        const LAID: &Words = words!["imposed", "levied", "slapped", "put", "placed", "laid"];
        if draft.topic.indicator != Indicator::Tariff || draft.kind != FigureKind::Level {
            return None;
        }
        let at = self.piece_of(&draft.bytes)?;
        let ends = |at: &usize| {
            matches!(self.what(*at), Some(What::Sign(',' | ';' | '.') | What::Class(Class::Break)))
        };
        let on = (at + 1..at + REACH)
            .take_while(|at| !ends(at))
            .find(|at| self.is_prep(*at, Prep::On) || self.is_word(*at, words!["against"]))?;
        if !self.any_word(at + 1..on, LAID) {
            return None;
        }
        let is_place = |at: &usize| matches!(self.what(*at), Some(What::Region(_)));
        let place = (on + 1..on + REACH).find(|at| ends(at) || is_place(at))?;
        let Some(What::Region(place)) = self.what(place) else { return None };
        let struck = &self.places.mentions[*place];
        self.is_foreign(struck, draft).then(|| self.code(*place, true))
    }

    /// `Brazil accounts for P of global coffee exports`: what is a part of the world's is that country's own.
    fn part_of_the_worlds(&mut self) {
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            let traded = is_flow(draft.topic.indicator) || draft.topic.indicator == Indicator::Trade;
            if draft.kind != FigureKind::Share
                || !traded
                || draft.topic.reporter.as_deref() != Some("x:world")
            {
                continue;
            }
            let Some(number) = self.piece_of(&draft.bytes) else { continue };
            // `P of world tungsten exports come from China`
            let origin = || {
                let from = (number + 1..number + 12).find(|at| {
                    self.is_prep(*at, Prep::From)
                        && self.is_word(at.wrapping_sub(1), words!["come", "comes", "came", "originate"])
                })?;
                Some(self.region_list(from + 1, false)?.0)
            };
            if draft.topic.indicator == Indicator::Exports
                && let Some(origin) = origin()
            {
                let world = self.places.world.clone();
                let topic = &mut self.drafts[index].topic;
                (topic.reporter, topic.reporter_stated) = (Some(origin), true);
                (topic.partner, topic.partner_stated) = (Some(world), true);
                continue;
            }
            let Some(partner) = draft.topic.partner.clone().filter(|partner| **partner != *"WORLD") else {
                continue;
            };
            // `P of world exports go to China`
            let named = (0..number).find(|at| match self.what(*at) {
                Some(What::Region(place)) => {
                    self.code(*place, true) == partner || self.code(*place, false) == partner
                }
                _ => false,
            });
            let Some(named) = named else { continue };
            let both = self.region_list(named, false).map_or(partner, |(codes, _)| codes);
            let world = self.places.world.clone();
            let topic = &mut self.drafts[index].topic;
            (topic.reporter, topic.reporter_stated) = (Some(both), true);
            (topic.partner, topic.partner_stated) = (Some(world), true);
        }
    }

    /// `The region, which supplies P of all Italian exports`, `Tamil Nadu's share in them went up to P`, `Tiruppur, which accounts for P
    /// of India's exports`: the part that a part of a country has of its trade is that part's own.
    fn part_of_its_countrys(&mut self) {
        const SUPPLIES: &Words = words![
            "supplies",
            "supplied",
            "provides",
            "provided",
            "ships",
            "shipped",
            "generates",
            "generated",
            "earns",
            "handles",
            "handled",
            "contributed",
            "contributes",
            "share",
        ];
        const REGION: &Words =
            words!["region", "province", "state", "the region", "the province", "the state"];
        /// Who says so, wherever they are.
        const SAYS: &Words = words!["said", "says", "told"];
        /// Pieces from the place to the verb, and from there to the number.
        const REACH: usize = 14;
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            let (FigureKind::Share, Some(whole)) = (draft.kind, draft.topic.reporter.as_deref()) else {
                continue;
            };
            if !super::goods::of_goods(draft.topic.indicator) {
                continue;
            }
            let Some(number) = self.piece_of(&draft.bytes) else { continue };
            let verb = (number.saturating_sub(REACH)..number).rev().find(|at| {
                self.is_word(*at, SUPPLIES) || matches!(self.what(*at), Some(What::Class(Class::Share)))
            });
            let Some(verb) = verb else { continue };
            let place = (verb.saturating_sub(REACH)..verb).rev().find_map(|at| match self.what(at) {
                _ if self.is_word(at, SAYS) => Some(None),
                Some(What::Sign(';')) => Some(None),
                Some(What::Region(place)) => Some(self.stands_alone(at).then(|| self.code(*place, false))),
                _ if self.is_word(at, REGION)
                    && !matches!(self.what(at.wrapping_sub(1)), Some(What::Region(_))) =>
                {
                    Some(self.carry.story_reporter.clone())
                }
                _ => None,
            });
            let Some(place) = place.flatten().filter(|place| self.is_inside(place, whole)) else { continue };
            let world = self.places.world.clone();
            let topic = &mut self.drafts[index].topic;
            if topic.partner.as_ref() == Some(&place) {
                topic.partner = Some(world);
            }
            (topic.reporter, topic.reporter_stated) = (Some(place), true);
        }
    }

    /// A place that nothing governs but what is said of a port, and that names nobody: not `in Shanghai`, `Sydney-based`.
    fn stands_alone(&self, at: usize) -> bool {
        // `plants in Gyor and Esztergom`
        let joined = self.is_prep(at.wrapping_sub(1), Prep::And)
            && matches!(self.what(at.wrapping_sub(2)), Some(What::Region(_)));
        let first = if joined { at - 2 } else { at };
        let governed = matches!(
            self.what(first.wrapping_sub(1)),
            Some(What::Class(Class::Prep(
                Prep::In | Prep::At | Prep::To | Prep::From | Prep::With | Prep::On | Prep::By
            )))
        );
        !governed && !matches!(self.what(at + 1), Some(What::Sign('-')))
    }

    /// Whether a place is a province or a city of a country, or a city of a province.
    fn is_inside(&self, place: &str, whole: &str) -> bool {
        let region = |code: &str| self.places.regions.iter().find(|region| region.code == code);
        let Some(region) = region(place).filter(|_| place != whole) else { return false };
        matches!(region.level, Level::Admin1 | Level::City)
            && (region.country.as_deref() == Some(whole) || region.admin1.as_deref() == Some(whole))
    }

    /// `to the United States soared P to V, and to Singapore by P2 to V2`: what a change led to is with whom the change was.
    fn with_its_change(&mut self) {
        if self.drafts.len() < self.first_draft + 2 {
            return;
        }
        for at in 2..self.pieces.list.len() {
            let (Some(What::Quantity(level)), Some(What::Quantity(change))) =
                (self.what(at), self.what(at - 2))
            else {
                continue;
            };
            let became = |index: usize| self.became.get(index).copied().flatten();
            let (Some(level), Some(change)) = (became(*level), became(*change)) else { continue };
            let (to, by) = (&self.drafts[level], &self.drafts[change]);
            let follows = self.is_prep(at - 1, Prep::To)
                && to.kind == FigureKind::Level
                && by.kind == FigureKind::Change
                && by.rule.starts_with("open/")
                && by.topic.indicator == to.topic.indicator
                && by.topic.partner_stated;
            if follows {
                let partner = by.topic.partner.clone();
                let topic = &mut self.drafts[level].topic;
                (topic.partner, topic.partner_stated) = (partner, true);
            }
        }
    }

    /// `A fifth of those went to Belgium and 23 percent to the United States`, `124 million pairs from South Korea`: where what no
    /// rule knew goes or comes from.
    fn place_behind(&self, draft: &Draft) -> Option<Name> {
        let open = matches!(draft.kind, FigureKind::Share | FigureKind::Level)
            && (draft.rule.starts_with("open/") || draft.rule.starts_with("likely/"));
        // `The plant exports V a year to the United States`
        let plain = draft.rule == "level/of" && has_none(draft) && is_flow(draft.topic.indicator);
        if !open && !plain {
            return None;
        }
        let at = self.piece_of(&draft.bytes)?;
        let to = match draft.topic.indicator {
            Indicator::Exports | Indicator::ReExports => Prep::To,
            Indicator::Imports => Prep::From,
            // `One-third of the deficit is in trade with Japan`
            Indicator::Balance => Prep::With,
            _ => return None,
        };
        let reach = if to == Prep::With { 9 } else { 4 };
        let joint = (at + 1..at + reach).find(|at| self.is_prep(*at, to))?;
        let goes = (at + 1..joint).all(|at| {
            self.is_word(
                at,
                words!["went", "go", "goes", "came", "come", "would", "will", "bound", "of", "it", "that"],
            )
                // `V a year to the United States`
                || plain
                    && (matches!(self.what(at), Some(What::Time(_)))
                        || self.is_word(at, words!["a", "a year", "year", "month", "annually"]))
                || to == Prep::With
                && (self.is_word(at, words!["the", "is", "was", "in", "its", "that", "arises", "arose"])
                    || matches!(self.what(at), Some(What::Class(Class::Indicator(..)))))
        });
        let (partner, _) = self.region_list(joint + 1, true).filter(|_| goes)?;
        (draft.topic.reporter.as_ref() != Some(&partner)).then_some(partner)
    }

    /// What a province or a town sells abroad does not go to its own country: that one was named for something else.
    pub(super) fn not_with_home(&mut self) {
        for index in self.first_draft..self.drafts.len() {
            let topic = &self.drafts[index].topic;
            let trades = is_flow(topic.indicator) || topic.indicator == Indicator::Balance;
            let (Some(whose), Some(partner)) = (topic.reporter.as_deref(), topic.partner.as_deref()) else {
                continue;
            };
            if trades && whose != partner && self.country_of(Some(whose)) == Some(partner) {
                let world = self.places.world.clone();
                let topic = &mut self.drafts[index].topic;
                (topic.partner, topic.partner_stated) = (Some(world), false);
            }
        }
    }

    /// `duties on a further V`: no duty is millions, the goods under it are. Told at the end, as what is said next is of the duty.
    pub(super) fn goods_under_duties(&mut self) {
        for draft in &mut self.drafts[self.first_draft..] {
            if draft.topic.indicator == Indicator::Tariff
                && draft.kind == FigureKind::Level
                && is_money(draft.unit)
                && draft.value >= MILLION
            {
                draft.topic.indicator = Indicator::Imports;
                draft.forget_period();
                // a duty may be announced, the goods that it is to hit are traded
                if matches!(draft.status, Status::Forecast | Status::Target | Status::Hypothetical) {
                    draft.status = Status::Reported;
                }
            }
        }
    }

    /// `the P tariffs he imposed on V worth of Japanese goods`, `P tariffs on V of exports to the United States`: who levies the one
    /// brings in the other.
    pub(super) fn duty_and_its_goods(&mut self) {
        for at in self.first_draft + 1..self.drafts.len() {
            let (duty, goods) = (&self.drafts[at - 1], &self.drafts[at]);
            if duty.topic.indicator != Indicator::Tariff
                || duty.kind != FigureKind::Level
                || goods.rule != "tariff/goods"
            {
                continue;
            }
            // `lifted its tariffs of P, and Ottawa dropped its own on V of U.S. goods`: another's
            let numbers = self.piece_of(&duty.bytes).zip(self.piece_of(&goods.bytes));
            if numbers.is_none_or(|(one, two)| {
                (one + 1..two).any(|at| matches!(self.what(at), Some(What::Region(_))))
            }) {
                continue;
            }
            // `V of exports to the United States`
            let to = self.piece_of(&goods.bytes).and_then(|number| {
                let flow = (number + 1..number + 6).find(|at| {
                    matches!(self.what(*at), Some(What::Class(Class::Indicator(measured, _)))
                        if measured.indicator == Indicator::Exports)
                })?;
                self.region_list(flow + 2, true).filter(|_| self.is_prep(flow + 1, Prep::To))
            });
            let (levier, stated, hit) = if let Some((levier, _)) = to {
                let hit = goods.topic.reporter.clone().filter(|hit| *hit != levier);
                (levier, true, hit.or_else(|| goods.topic.partner.clone()))
            } else {
                let Some(levier) = goods.topic.reporter.clone() else { continue };
                (levier, goods.topic.reporter_stated, goods.topic.partner.clone())
            };
            let hit = hit.filter(|hit| *hit != levier && **hit != *"WORLD");
            // a duty that is levied by somebody else says so itself
            let whose = self.drafts[at - 1].topic.reporter.as_ref();
            if whose.is_some() && whose != hit.as_ref() && whose != Some(&levier) {
                continue;
            }
            for draft in &mut self.drafts[at - 1..=at] {
                (draft.topic.reporter, draft.topic.reporter_stated) = (Some(levier.clone()), stated);
                if hit.is_some() {
                    (draft.topic.partner, draft.topic.partner_stated) = (hit.clone(), true);
                }
            }
        }
    }

    /// The partner of the last figure before it, of the same reporter.
    fn same_as_before(&self, draft: &Draft) -> Option<Name> {
        let before = self.drafts[self.first_draft..]
            .iter()
            .filter(|other| other.bytes.start < draft.bytes.start && !has_none(other))
            .max_by_key(|other| other.bytes.start)?;
        (before.topic.reporter == draft.topic.reporter).then(|| before.topic.partner.clone())?
    }

    /// The last foreign place before it.
    fn place_before(&self, draft: &Draft) -> Option<Name> {
        let (at, place) = self
            .pieces
            .list
            .iter()
            .enumerate()
            .filter_map(|(at, piece)| match piece.what {
                What::Region(place) => Some((at, &self.places.mentions[place])),
                _ => None,
            })
            .filter(|(at, _)| !self.skipped.contains(at))
            .rfind(|(_, place)| place.bytes.end <= draft.bytes.start && self.is_foreign(place, draft))?;
        // `Russia's Severstal sent P abroad`, `Uganda, Africa's top exporter`; a firm that invests is its country's
        let invests = matches!(
            draft.topic.indicator,
            Indicator::FdiInward | Indicator::FdiOutward | Indicator::Fdi | Indicator::Deals
        );
        if matches!(self.what(at + 1), Some(What::Possessive)) && !invests {
            return None;
        }
        let with = at.checked_sub(1).is_some_and(|back| self.is_prep(back, Prep::With));
        let near = NEAR.contains(&draft.rule) && draft.topic.indicator != Indicator::Freight;
        (with || near || DONE_TO.contains(&draft.rule)).then(|| self.places.codes[place.at].own.clone())
    }

    /// A story that begins with the trade of one with another goes on with it: `The resulting deficit of V`, `Imports were down P`.
    fn the_story_s(&self, draft: &Draft) -> Option<Name> {
        let told = &self.drafts[..self.first_draft];
        let lead = told.first()?;
        let last = told.iter().rev().take(NEAR_BY).find(|other| !has_none(other))?;
        let of_trade =
            |other: &Draft| is_flow(other.topic.indicator) || other.topic.indicator == Indicator::Balance;
        let whole =
            self.piece_of(&draft.bytes).is_some_and(|at| (at..at + 3).any(|noun| self.tells_its_parts(noun)));
        let goes_on = !whole
            && of_trade(draft)
            && of_trade(lead)
            && !has_none(lead)
            && lead.topic.reporter == draft.topic.reporter
            && last.topic.partner == lead.topic.partner
            && last.sentence + 1 >= self.sentence
            // what was carried once is not carried on
            && told.iter().rev().take_while(|other| other.sentence == last.sentence).any(|other| {
                other.topic.partner == lead.topic.partner && other.topic.partner_stated
            })
            && !(self.may_say(WORLD) && (0..self.pieces.list.len()).any(|at| self.is_word(at, WORLD)));
        goes_on.then(|| lead.topic.partner.clone())?
    }

    /// A country or a group of them that is not where the reporter lies.
    fn is_foreign(&self, place: &Place<'_>, draft: &Draft) -> bool {
        let whole = matches!(place.region.level, Level::Country | Level::Macro | Level::Group);
        let reporter = draft.topic.reporter.as_deref();
        let home = self.places.regions.iter().find(|region| Some(region.code.as_str()) == reporter);
        whole
            && place.usage != Usage::Dateline
            && Some(place.region.code.as_str()) != reporter
            && home.is_some_and(|home| home.country.as_deref() != Some(place.region.code.as_str()))
    }
}

/// All but the reporter itself.
fn is_of_itself(topic: &Topic, partner: &str) -> bool {
    let others = partner.strip_prefix("x:non-");
    let own = topic.reporter.as_deref().map(|code| code.strip_prefix("x:").unwrap_or(code));
    others.zip(own).is_some_and(|(others, own)| others.eq_ignore_ascii_case(own))
}

fn has_none(draft: &Draft) -> bool {
    draft.topic.partner.as_deref().is_none_or(|partner| partner == "WORLD")
}
