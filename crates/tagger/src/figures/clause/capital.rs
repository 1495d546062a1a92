//! Capital that crosses a border, by who brings it and where to: `Foreign investment in Chile amounted to V`, `Chinese investment in
//! Africa fell to V`, `Foreigners have put V into the province`, `Singapore led foreign investors with V`.
//!
//! Not: shares, bonds and deposits that foreigners hold.

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Measured, Prep};
use super::super::pieces::What;
use super::super::quantity::Quantity;
use super::super::words::Words;
use super::figure::is_fdi;
use super::{Clauses, Said, is_money};
use article::{FigureKind, Indicator, Level, Status, Usage};

const FOREIGN: &Words = words!["foreign", "overseas", "foreign-funded", "foreign-invested", "outside"];
/// Who is foreign.
const INVESTORS: &Words = words![
    "investors",
    "companies",
    "firms",
    "enterprises",
    "businesses",
    "manufacturers",
    "groups",
    "multinationals",
    "funded",
    "invested",
];
/// What they do.
const PUTS: &Words = words![
    "invest",
    "invested",
    "investing",
    "put",
    "put in",
    "poured",
    "pour",
    "pumped",
    "pump",
    "committed",
    "commit",
    "pledged",
    "pledge",
    "promised",
    "brought",
    "brought in",
    "injected",
    "sunk",
    "sank",
    "ploughed",
    "plowed",
];
/// … of which what is promised is not yet there.
const PLEDGES: &Words = words!["pledged", "pledge", "promised", "committed", "commit", "plan", "plans"];
/// What foreigners hold without running it.
const HELD: &Words = words![
    "stocks",
    "stock",
    "bonds",
    "equities",
    "equity",
    "shares",
    "securities",
    "funds",
    "treasuries",
    "debt",
    "deposits",
    "gilts",
    "property",
    "real",
];
/// What a place is called that is ranked by what it invests.
const RANKED: &Words =
    words!["investor", "investors", "source of", "sources of", "source", "sources", "contributor"];
/// Who invests.
const FIRMS: &Words = words![
    "firm",
    "firms",
    "company",
    "companies",
    "carmaker",
    "automaker",
    "maker",
    "group",
    "manufacturer",
    "manufacturers",
    "conglomerate",
    "investors",
    "businesses",
    "enterprises",
    "giant",
];
const NEAR: usize = 6;
const FAR: usize = 12;

impl Clauses<'_, '_> {
    /// `investment in Canada doubled` of a story that began with what its country invests abroad.
    pub(super) fn invested_abroad(&mut self, at: usize) -> bool {
        if !self.is_word(at, words!["investment", "investments"]) || !self.is_prep(at + 1, Prep::In) {
            return false;
        }
        let Some((host, end)) = self.host(at + 2) else { return false };
        let home = self.drafts.first().filter(|first| first.topic.indicator == Indicator::FdiOutward);
        let Some(home) = home.and_then(|first| first.topic.reporter.clone()).filter(|home| *home != host)
        else {
            return false;
        };
        self.begin(at, Measured { indicator: Indicator::FdiOutward, sign: 0 });
        if let Some(topic) = self.topic.as_mut() {
            topic.reporter = Some(home);
            (topic.partner, topic.partner_stated) = (Some(host), true);
        }
        self.topic_end = end;
        true
    }

    /// `investment` that says whence and whither: `Foreign investment flowing into Vietnam reached V`.
    pub(super) fn investment_across(&mut self, at: usize) -> bool {
        if !self.is_word(at, words!["investment", "investments"]) {
            return false;
        }
        let before = at.wrapping_sub(1);
        let foreign = self.is_word(before, FOREIGN);
        let direct = self.is_word(before, words!["direct"]);
        // `Japanese total investment`
        let sized = self.is_word(before, words!["total", "overall", "net", "new", "corporate"]);
        let owner = if direct || sized { before.wrapping_sub(1) } else { before };
        // `Chinese investment`, `Taiwan's direct investment`
        let from = match (self.what(owner), self.what(owner.wrapping_sub(1))) {
            (Some(What::Region(place)), _) if self.places.mentions[*place].usage == Usage::Demonym => {
                Some(self.code(*place, true))
            }
            (Some(What::Possessive), Some(What::Region(place)))
                if self.places.mentions[*place].region.level == Level::Country =>
            {
                Some(self.code(*place, true))
            }
            _ => None,
        };
        if !foreign && from.is_none() {
            return false;
        }
        let joint = (at + 1..at + NEAR)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(What::Word | What::Class(Class::Plain | Class::Prep(Prep::In | Prep::To)))
                )
            })
            .find(|at| {
                self.is_prep(*at, Prep::In)
                    || self.is_prep(*at, Prep::To)
                    || self.is_word(*at, words!["into"])
            });
        let host = joint.and_then(|joint| self.host(joint + 1));
        let end = host.as_ref().map_or(at + 1, |(_, next)| *next);
        // `investment in U.S. stocks`
        if self.is_word(end, HELD) || joint.is_some() && host.is_none() {
            return false;
        }
        // `Angolan investment in Portugal, once a mainstay of its banks, came to V`
        let aside = matches!(self.what(end), Some(What::Sign(',')))
            .then(|| (end + 1..end + 1 + FAR).find(|at| matches!(self.what(*at), Some(What::Sign(',')))))
            .flatten()
            .filter(|close| (end..*close).all(|at| !matches!(self.what(at), Some(What::Quantity(_)))));
        let behind = aside.map_or(end, |close| close + 1);
        let verb = self.skip(behind, |what| matches!(what, What::Class(Class::Plain) | What::Time(_)));
        let said = matches!(
            self.what(verb),
            Some(What::Class(Class::Change(_) | Class::Level(_) | Class::Status(_)))
        );
        if !said || host.is_none() && !self.story_speaks_of(Indicator::FdiInward) {
            return false;
        }
        let host = host.map(|(code, _)| code);
        if from.is_some() && host.is_none() || host.is_some() && host == from {
            return false;
        }
        let home = self.carry.story_reporter.clone().or_else(|| self.places.home.clone());
        let inward = foreign || host == home;
        self.begin(
            at,
            Measured {
                indicator: if inward { Indicator::FdiInward } else { Indicator::FdiOutward },
                sign: 0,
            },
        );
        if let Some(topic) = self.topic.as_mut() {
            let (reporter, partner) = if inward { (host, from) } else { (from, host) };
            if reporter.is_some() {
                (topic.reporter, topic.reporter_stated) = (reporter, true);
            }
            (topic.partner, topic.partner_stated) = (partner.clone(), partner.is_some());
            topic.commodity = None;
        }
        self.topic_end = end;
        true
    }

    /// `Foreign companies invested V in the country`, `Foreigners pledged V`.
    pub(super) fn foreigners_invest(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const FOREIGNERS: &Words =
            words!["foreigners", "foreign investors", "foreign companies", "foreign firms"];
        if !self.may_say(FOREIGNERS) && !self.may_say(FOREIGN) {
            return None;
        }
        let before = self.left_of(at)?;
        let verb = [before, before.wrapping_sub(1)].into_iter().find(|verb| self.is_word(*verb, PUTS))?;
        if !is_money(self.unit(quantity)?.0) {
            return None;
        }
        let who = (verb.saturating_sub(FAR)..verb).rev().find(|at| {
            self.is_word(*at, FOREIGNERS)
                || self.is_word(*at, INVESTORS)
                    && (self.is_word(at.wrapping_sub(1), FOREIGN)
                        || self.is_word(at.wrapping_sub(2), FOREIGN)
                            && matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('-'))))
        })?;
        if (who..verb).any(|at| matches!(self.what(at), Some(What::Sign(';')))) {
            return None;
        }
        let (host, end) = self.invested_in(at).unzip();
        if (at + 1..at + NEAR).any(|at| self.is_word(at, HELD))
            || end.is_some_and(|end| self.is_word(end, HELD))
        {
            return None;
        }
        let near = |draft: &&Draft| draft.sentence == self.sentence && draft.rule == "fdi/foreigners";
        let same = || self.drafts.iter().rev().find(near).and_then(|draft| draft.topic.reporter.clone());
        let reporter = host.or_else(same).or_else(|| self.carried_reporter(Indicator::FdiInward))?;
        let pledged = (who..at).any(|at| self.is_word(at, PLEDGES))
            && (self.is_word(verb, PLEDGES) || self.is_word(verb, words!["invest", "put", "pour", "pump"]));
        self.brings(at, quantity, verb, reporter, None, pledged)
    }

    /// `Singapore led foreign investors in Vietnam with V`, `Singapore was the largest investor with V`.
    pub(super) fn top_investor(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let before = self.left_of(at)?;
        if !self.is_prep(before, Prep::With) || !is_money(self.unit(quantity)?.0) {
            return None;
        }
        let noun = (before.saturating_sub(FAR)..before).rev().find(|at| self.is_word(*at, RANKED))?;
        let invests = self.is_word(noun, words!["investor", "investors"])
            || (noun..noun + 4).any(|at| matches!(self.what(at), Some(What::Class(Class::Invest))))
            // `topped the list of source countries, with V` in a story of investment
            || self.story_speaks_of(Indicator::FdiInward);
        let apart = (noun + 1..before).any(|at| {
            matches!(self.what(at), Some(What::Quantity(_) | What::Sign(';') | What::Class(Class::Break)))
        });
        if !invests || apart {
            return None;
        }
        let (place, investor) = self.subject(noun)?;
        let named = matches!(self.what(place), Some(What::Region(_)));
        let host = (noun + 1..before).find_map(|at| {
            (self.is_prep(at, Prep::In))
                .then(|| self.region_list(at + 1, false))
                .flatten()
                .map(|(codes, _)| codes)
        });
        let reporter =
            host.or_else(|| self.carried_reporter(Indicator::FdiInward).filter(|code| *code != investor))?;
        if !named || reporter == investor {
            return None;
        }
        self.brings(at, quantity, noun, reporter, Some(investor), false)
    }

    /// A report on the capital that flows into all the world's countries: `while France took in V`, `in Latin America they were off P and in
    /// Africa P2`: who is named before a number is whose it is, and not with whom.
    pub(super) fn of_the_worlds_capital(&self, at: usize, topic: &mut Topic) {
        const NEAR: usize = 9;
        let of_world = self.carry.story_reporter.as_deref().is_some_and(|code| code == "x:world")
            && self.drafts.first().is_some_and(|first| is_fdi(first.topic.indicator));
        let listed = || (0..self.pieces.list.len()).any(|at| self.is_word(at, words!["respectively"]));
        if !of_world || !is_fdi(topic.indicator) || listed() {
            return;
        }
        let from = |at: usize| {
            self.is_prep(at.wrapping_sub(1), Prep::From) || self.is_prep(at.wrapping_sub(1), Prep::By)
        };
        // `a deal in Egypt, shrank by P` is an aside; `Russia, at V` is none
        let aside = |place: usize| {
            matches!(self.what(place + 1), Some(What::Sign(',')))
                && !(self.is_prep(place + 2, Prep::At) || self.is_prep(place + 2, Prep::With))
        };
        let near = (at.saturating_sub(NEAR)..at)
            .rev()
            .take_while(|back| {
                !matches!(self.what(*back), Some(What::Quantity(_) | What::Sign(';' | ':' | ')')))
                    && !matches!(self.what(*back), Some(What::Region(_)) if aside(*back))
            })
            .find_map(|back| match self.what(back) {
                Some(What::Region(place)) if !from(back) => {
                    let level = self.places.mentions[*place].region.level;
                    let whole = matches!(level, Level::Country | Level::Group | Level::Macro);
                    whole.then(|| self.code(*place, true))
                }
                _ => None,
            });
        let Some(host) = near.filter(|host| topic.reporter.as_ref() != Some(host)) else { return };
        (topic.reporter, topic.reporter_stated) = (Some(host), true);
        (topic.partner, topic.partner_stated) = (Some(self.places.world.clone()), true);
    }

    /// `107 projects were allowed to raise their capital by V`, `121 new projects received certificates with total capital of V` in a
    /// story that began with what foreigners invest.
    pub(super) fn capital_of_projects(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const PROJECTS: &Words = words!["projects", "project"];
        const CAPITAL: &Words = words!["capital", "investment", "registered capital", "total capital"];
        const RAISE: &Words = words!["raise", "raised", "increase", "increased", "adjust", "adjusted", "add"];
        let of_capital =
            self.drafts.first().is_some_and(|first| first.topic.indicator == Indicator::FdiInward)
                && self.drafts.last().is_some_and(|last| last.topic.indicator == Indicator::FdiInward);
        if !of_capital || !quantity.measure.is_money() {
            return None;
        }
        let hangs = self
            .left_of(at)
            .filter(|before| self.is_prep(*before, Prep::By) || self.is_prep(*before, Prep::Of))?;
        let capital = self.text(hangs.wrapping_sub(1)).to_ascii_lowercase();
        let by = self.is_prep(hangs, Prep::By);
        let raised = !by || (hangs.saturating_sub(NEAR)..hangs).any(|at| self.is_word(at, RAISE));
        let projects = (0..hangs).any(|at| self.is_word(at, PROJECTS));
        if !(capital.ends_with("capital") || self.is_word(hangs.wrapping_sub(1), CAPITAL))
            || !raised
            || !projects
        {
            return None;
        }
        let last = self.drafts.last()?;
        let (topic, period) = (
            Topic { commodity: None, partner: None, partner_stated: false, ..last.topic.clone() },
            last.period,
        );
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (at, at);
        (self.said, self.said_at) = (Said::Level(None), at);
        self.blocked = false;
        // `projects` is a word of what is to come
        self.status = None;
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "level/of")?;
        if !draft.period_stated {
            draft.period = period;
        }
        Some(draft)
    }

    /// `Processing took the lead with V, followed by real estate with V2 and retail with V3` in a story that began with capital: what
    /// came into each trade.
    pub(super) fn sector_of_capital(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const LEADS: &Words = words![
            "lead", "leads", "led", "first", "second", "third", "fourth", "top", "topped", "largest",
            "biggest", "most", "followed", "ranked", "next",
        ];
        const LONGEST: usize = 8;
        let with = self.left_of(at).filter(|with| self.is_prep(*with, Prep::With));
        // `followed by electricity (over V) and banking (V2)`
        let bracket = || {
            let open = self.left_of(at).filter(|open| matches!(self.what(*open), Some(What::Sign('('))))?;
            let named =
                matches!(self.what(open.checked_sub(1)?), Some(What::Word | What::Class(Class::Other)));
            named.then_some(open)
        };
        let with = with.or_else(bracket)?;
        let of_capital =
            self.drafts.first().is_some_and(|first| first.topic.indicator == Indicator::FdiInward)
                && self.drafts.last().is_some_and(|last| last.topic.indicator == Indicator::FdiInward);
        if !of_capital || !is_money(self.unit(quantity)?.0) {
            return None;
        }
        // a place that stands before it is who invests, or where
        let from = (0..with)
            .rev()
            .take(LONGEST)
            .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(',' | ';'))))
            .last()?;
        if (from..with).any(|at| matches!(self.what(at), Some(What::Region(_)))) {
            return None;
        }
        let listed = self.drafts[self.first_draft..].iter().any(|draft| draft.rule == "fdi/sector");
        let leads = (from..with).any(|at| self.is_word(at, LEADS));
        // `It was followed by power`: of the sentence before
        if !(leads || listed) {
            return None;
        }
        let last = self.drafts.last()?;
        let topic = Topic { commodity: None, partner: None, partner_stated: false, ..last.topic.clone() };
        let period = last.period;
        self.speak_of(at, with, &topic, Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "fdi/sector")?;
        if !draft.period_stated {
            draft.period = period;
        }
        Some(draft)
    }

    /// `approved projects worth V by Japanese firms`, `V of investment applications from abroad`.
    pub(super) fn approved(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        const PROJECTS: &Words = words![
            "projects",
            "project",
            "applications",
            "investments",
            "investment",
            "proposals",
            "ventures"
        ];
        let before = self.left_of(at)?;
        let worth = self.is_word(before, words!["worth", "valued at", "totaling", "totalling"]);
        if !worth || !is_money(self.unit(quantity)?.0) {
            return None;
        }
        let noun = before.checked_sub(1).filter(|noun| self.is_word(*noun, PROJECTS))?;
        let verb = (noun.saturating_sub(FAR)..noun)
            .rev()
            .find(|at| self.is_word(*at, words!["approved", "approves", "licensed", "cleared", "granted"]))?;
        // whose firms: behind the amount, or before the noun
        let firms = |at: usize| {
            let Some(What::Region(place)) = self.what(at) else { return None };
            let code = self.code(*place, true);
            (self.places.mentions[*place].usage == Usage::Demonym).then_some(code)
        };
        let investor = (at + 1..at + NEAR).chain(verb + 1..noun).find_map(firms);
        let foreign = (verb + 1..at + NEAR).any(|at| self.is_word(at, FOREIGN));
        let reporter = self.carried_reporter(Indicator::FdiInward)?;
        let investor = investor.filter(|investor| *investor != reporter);
        if investor.is_none() && !foreign {
            return None;
        }
        self.brings(at, quantity, verb, reporter, investor, false)
    }

    fn brings(
        &mut self,
        at: usize,
        quantity: &Quantity,
        verb: usize,
        reporter: Name,
        partner: Option<Name>,
        pledged: bool,
    ) -> Option<Draft> {
        let topic = Topic {
            reporter: Some(reporter),
            reporter_stated: true,
            partner_stated: partner.is_some(),
            partner,
            ..Topic::of(Indicator::FdiInward)
        };
        self.speak_of(at, verb, &topic, Said::Level(None));
        let mut draft = self.draft(at, quantity, FigureKind::Level, topic, None, "fdi/foreigners")?;
        if pledged || matches!(draft.status, Status::Forecast | Status::Hypothetical) {
            draft.status = Status::Target;
        }
        Some(draft)
    }

    /// `V in Russia`, `V into the province`: the place, and what stands after it.
    fn invested_in(&self, at: usize) -> Option<(Name, usize)> {
        let joint = (at + 1..at + 4)
            .take_while(|at| matches!(self.what(*at), Some(What::Word | What::Class(_))))
            .find(|at| self.is_prep(*at, Prep::In) || self.is_word(*at, words!["into"]))?;
        self.host(joint + 1)
    }

    /// Where capital goes, and what stands after it: `Russia`, `the province`.
    fn host(&self, at: usize) -> Option<(Name, usize)> {
        let first = self.skip(at, |what| matches!(what, What::Class(Class::Plain)));
        match self.what(first) {
            Some(What::Class(Class::Peri(peri))) => Some((self.peri(first, *peri)?, first + 1)),
            _ => self.region_list(at, false),
        }
    }

    /// `South Korea's Hyundai Motor Group would spend`, `Chinese firms put`: a firm of a country that is named.
    pub(super) fn firm_acts(&self, verb: usize) -> bool {
        (self.clause_start.min(verb)..verb).any(|at| {
            let Some(What::Region(place)) = self.what(at) else { return false };
            let demonym = self.places.mentions[*place].usage == Usage::Demonym;
            let owns = matches!(self.what(at + 1), Some(What::Possessive));
            if !demonym && !owns {
                return false;
            }
            let first = at + 1 + usize::from(owns);
            let name = matches!(self.what(first), Some(What::Word))
                && self
                    .story
                    .tokens
                    .get(self.pieces.list[first].tokens.start)
                    .is_some_and(|token| token.capital);
            name || (first..verb.min(first + 4)).any(|at| self.is_word(at, FIRMS))
        })
    }
}
