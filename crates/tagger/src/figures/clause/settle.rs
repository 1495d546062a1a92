//! What the words around a figure make of what its noun gave it: boxes are freight, what is used is inward investment, a surplus "with" a
//! country is with that country.

use super::super::draft::{Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::{Place, What};
use super::super::words::Words;
use super::Clauses;
use super::figure::is_flow;
use article::{FigureKind, Indicator};

/// Verbs by which a place gets foreign investment.
const TAKES_IN: &Words = words![
    "used",
    "uses",
    "using",
    "utilized",
    "utilised",
    "utilizing",
    "utilising",
    "attracted",
    "attracts",
    "attracting",
    "absorbed",
    "absorbing",
    "drew",
    "drawn",
    "received",
    "receiving",
    "introduced",
];

/// What a country is called that another sells to.
const BUYERS: &Words = words!["customer", "buyer", "market", "destination", "outlet", "client"];

impl Clauses<'_, '_> {
    /// The indicator that the words around the quantity at `at` settle, whatever the noun was.
    pub(super) fn settle(&self, at: usize, kind: FigureKind, unit: &str, topic: &mut Topic) {
        // `against P the other way`
        if topic.indicator == Indicator::Tariff
            && topic.partner.is_some()
            && (at + 1..at + 4).any(|at| {
                self.is_word(at, words!["other"]) && self.is_word(at + 1, words!["way", "direction"])
            })
        {
            std::mem::swap(&mut topic.reporter, &mut topic.partner);
            return;
        }
        let flow = is_flow(topic.indicator) || topic.indicator == Indicator::ReExports;
        // boxes are counted where they are handled, and only there
        let boxes = unit == "TEU" || (kind == FigureKind::Change && self.boxes_follow(at));
        let handled = unit == "t"
            && kind == FigureKind::Level
            && self.left_of(at).is_some_and(|verb| {
                matches!(self.what(verb), Some(What::Class(Class::Handled))) && !self.is_loading(verb)
            });
        if (flow || topic.indicator == Indicator::Balance) && (boxes || handled) {
            topic.indicator = Indicator::Freight;
            topic.sign = 0;
            return;
        }
        // `Belarus accounted for V of the turnover`
        let of_turnover = || {
            self.is_prep(at + 1, Prep::Of)
                && self.any_word(at + 2..at + 5, words!["turnover", "trade turnover"])
                && self.story_speaks_of(Indicator::Trade)
        };
        // … and `Russia, V, and China, V, remain the key trading partners`
        if kind == FigureKind::Level
            && matches!(topic.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance)
            && (of_turnover() || *self.ranks.get_or_init(|| self.partners_are_ranked()))
        {
            topic.indicator = Indicator::Trade;
            topic.sign = 0;
            return;
        }
        // `Singapore remained the main export destination with V` after a word of the balance
        if topic.indicator == Indicator::Balance && kind != FigureKind::Change {
            let of =
                |ends: &Words| (self.clause_start.min(at)..at).rev().take(8).any(|at| self.is_word(at, ends));
            let destination =
                of(words!["export destination", "export market", "export destinations", "export markets"])
                    || of(words!["destination", "destinations", "market", "markets"]) && of(words!["export"]);
            // `Car makers were again the top exporters with V, ahead of chemicals with V2`
            let with = kind == FigureKind::Level && self.is_prep(at.wrapping_sub(1), Prep::With);
            let who = |ends: &Words| with && (0..at).rev().take(20).any(|at| self.is_word(at, ends));
            let flow = if destination || who(words!["exporter", "exporters"]) {
                Some(Indicator::Exports)
            } else if who(words!["importer", "importers"]) {
                Some(Indicator::Imports)
            } else {
                None
            };
            if let Some(flow) = flow {
                (topic.indicator, topic.sign) = (flow, 0);
                return;
            }
        }
        // `the province used V of overseas investment`
        if topic.indicator == Indicator::FdiOutward
            && (self.clause_start.min(at)..at).rev().take(6).any(|back| self.is_word(back, TAKES_IN))
        {
            topic.indicator = Indicator::FdiInward;
        }
    }

    /// `a surplus of V with the United States`, `With China, Japan ran a deficit of V`, `Exports there grew P`: with whom, where the
    /// noun's own words do not say it.
    pub(super) fn partner_around(&mut self, at: usize, topic: &mut Topic) {
        let two_sided = matches!(topic.indicator, Indicator::Balance | Indicator::Trade);
        let open = topic.partner.as_deref().is_none_or(|partner| partner == "WORLD") || !topic.partner_stated;
        if !open || !(two_sided || matches!(topic.indicator, Indicator::Exports | Indicator::Imports)) {
            return;
        }
        let found = if two_sided { self.with_after(at) } else { None };
        let found = found.or_else(|| self.opened_with()).or_else(|| self.there(at));
        if found.is_none()
            && two_sided
            && let Some(other) = self.the_other(topic)
        {
            (topic.partner, topic.partner_stated) = (Some(other), false);
            return;
        }
        let Some(partner) = found.filter(|code| Some(code) != topic.reporter.as_ref()) else { return };
        if let Some(spoken) = self.topic.as_mut().filter(|spoken| spoken.indicator == topic.indicator) {
            (spoken.partner, spoken.partner_stated) = (Some(partner.clone()), true);
        }
        (topic.partner, topic.partner_stated) = (Some(partner), true);
    }

    /// `V (V2) with the United States`
    fn with_after(&self, at: usize) -> Option<Name> {
        let next = self.past_brackets(at + 1)?;
        if !self.is_prep(next, Prep::With) {
            return None;
        }
        self.region_list(next + 1, true).map(|(codes, _)| codes)
    }

    /// `With China, Japan ran a deficit`
    fn opened_with(&self) -> Option<Name> {
        if !self.is_prep(0, Prep::With) {
            return None;
        }
        if self.clause_start > 0
            && self.pieces.list[..self.clause_start]
                .iter()
                .any(|piece| matches!(piece.what, What::Quantity(_)))
        {
            return None;
        }
        let (codes, next) = self.region_list(1, true)?;
        matches!(self.what(next), Some(What::Sign(','))).then_some(codes)
    }

    /// `Two-way trade amounted to V`, `trade between the two countries`: in a story whose headline names two, the other one.
    fn the_other(&self, topic: &Topic) -> Option<Name> {
        let reporter = topic.reporter.as_ref()?;
        let noun = self.topic_from..(self.topic_end + 6).min(self.pieces.list.len());
        let said = noun.into_iter().any(|at| {
            let text = self.text(at);
            ["two-way", "cross-strait", "two way", "bilateral", "mutual"]
                .iter()
                .any(|word| text.get(..word.len()).is_some_and(|text| text.eq_ignore_ascii_case(word)))
                || self.is_word(at, words!["two"])
                    && self.is_word(
                        at + 1,
                        words!["countries", "nations", "sides", "neighbours", "neighbors", "economies"],
                    )
        });
        if !said {
            return None;
        }
        // the strait has two sides
        let strait = (self.topic_from..=self.topic_end)
            .any(|at| self.text(at).to_ascii_lowercase().starts_with("cross-strait"));
        if strait {
            return match &**reporter {
                "TW" => Some(Name::from("CN")),
                "CN" => Some(Name::from("TW")),
                _ => None,
            };
        }
        let headline = self.story.headline.end;
        let country = |place: &&Place<'_>| place.region.level == article::Level::Country;
        let mut named: Vec<&Name> = Vec::new();
        for place in
            self.places.mentions.iter().take_while(|place| place.bytes.end <= headline).filter(country)
        {
            let code = &self.places.codes[place.at].own;
            if !named.contains(&code) {
                named.push(code);
            }
        }
        if named.len() == 2 && named.contains(&reporter) {
            return named.into_iter().find(|code| *code != reporter).cloned();
        }
        if let Some(other) = self.other_of_pact(reporter) {
            return Some(other);
        }
        self.ranked_before(reporter).or_else(|| self.other_place(self.topic_from, reporter))
    }

    /// `ASEAN remained the biggest trading partner. Two-way trade amounted to V`: the one that the sentence before ranks.
    fn ranked_before(&self, reporter: &Name) -> Option<Name> {
        let before = self.story.sentences.get(self.sentence.checked_sub(1)?)?;
        let bytes = self.bytes(before.tokens.clone());
        let words = self.story.words(bytes.clone()).to_ascii_lowercase();
        if !["partner", "destination", "market"].iter().any(|word| words.contains(word)) {
            return None;
        }
        let home = self.country_of(Some(&**reporter)).map(str::to_owned);
        let from = self.places.mentions.partition_point(|place| place.bytes.start < bytes.start);
        let here = self.places.mentions[from..].iter().take_while(|place| place.bytes.start < bytes.end);
        let mut there = here.filter(|place| {
            matches!(place.region.level, article::Level::Country | article::Level::Group)
                && place.region.code != **reporter
                && Some(&place.region.code) != home.as_ref()
        });
        let first = there.next()?;
        there
            .all(|other| other.region.code == first.region.code)
            .then(|| self.places.codes[first.at].own.clone())
    }

    /// `Exports there`: to the place that the figure before was with.
    fn there(&self, at: usize) -> Option<Name> {
        let noun = self.topic_from..(self.topic_end + 2).min(self.pieces.list.len());
        // `exported goods worth V there`, `sold V of them there`
        let behind = self.may_say(words!["there"])
            && (at + 1..at + 5)
                .take_while(|at| {
                    matches!(
                        self.what(*at),
                        Some(What::Word | What::Class(Class::Plain | Class::Prep(Prep::Of) | Class::Anaphor))
                    )
                })
                .any(|at| self.is_word(at, words!["there"]));
        // `exports in the opposite direction came to V`
        let back = self.may_say(words!["direction"])
            && (self.topic_from..at.min(self.topic_end + 6)).any(|at| {
                self.is_word(at, words!["opposite", "other", "reverse"])
                    && self.is_word(at + 1, words!["direction"])
            });
        if behind || back {
            return self.other_place(at, self.topic.as_ref()?.reporter.as_deref()?);
        }
        // `the gap between what it sells abroad and what it buys there`
        let said = self.may_say(words!["there"])
            && noun.clone().any(|at| self.is_word(at, words!["there"]))
            && !noun.clone().any(|at| self.goes_abroad(at));
        let noun = noun.clone().any(|at| matches!(self.what(at), Some(What::Class(Class::Indicator(..)))));
        if !said || !noun {
            return None;
        }
        // `The United States remained the best customer, but deliveries there fell`
        let named = 0..self.topic_from;
        let buys = named.clone().any(|at| self.is_word(at, BUYERS));
        let country = |at: usize| match self.what(at) {
            Some(What::Region(place)) => Some(self.code(*place, true)).filter(|code| code.len() == 2),
            _ => None,
        };
        let reporter = self.topic.as_ref().and_then(|topic| topic.reporter.clone());
        let before = || self.partner_before().filter(|partner| Some(partner) != reporter.as_ref());
        let named = named.rev().find_map(country).filter(|_| buys).or_else(before);
        named.or_else(|| self.other_place(self.topic_from, self.topic.as_ref()?.reporter.as_deref()?))
    }

    /// Whether the next amount of the clause is one of money: a port handles tonnes and boxes.
    pub(super) fn money_comes(&self, at: usize) -> bool {
        let next = (at + 1..at + 16).take_while(|at| {
            !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(';')) | None)
        });
        next.filter_map(|at| match self.what(at) {
            Some(What::Quantity(index)) => Some(self.pieces.quantities[*index].measure),
            _ => None,
        })
        .find(|measure| !measure.is_relative())
        .is_some_and(super::super::quantity::Measure::is_money)
    }

    /// `plunged P to V TEU`
    fn boxes_follow(&self, at: usize) -> bool {
        let next = (at + 1..at + 8)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(_)) | None)
            })
            .find(|at| matches!(self.what(*at), Some(What::Quantity(_))));
        next.is_some_and(|next| match self.what(next) {
            Some(What::Quantity(index)) => {
                self.unit(&self.pieces.quantities[*index]).is_some_and(|(unit, _)| unit == "TEU")
                    && (at + 1..next).any(|at| self.is_prep(at, Prep::To))
            }
            _ => false,
        })
    }

    /// Whether a sentence without exports or imports ranks trading partners.
    fn partners_are_ranked(&self) -> bool {
        let list = || 0..self.pieces.list.len();
        let trade = words!["trading", "trade"];
        let partner = words!["partner", "partners"];
        let partners = words!["trading partner", "trading partners", "trade partners"];
        (self.may_say(trade) && self.may_say(partner) || self.may_say(partners))
            && list().any(|at| {
                self.is_word(at, trade) && self.is_word(at + 1, partner) || self.is_word(at, partners)
            })
            && !list().any(|at| {
                matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                if measured.indicator != Indicator::Trade)
            })
    }
}
