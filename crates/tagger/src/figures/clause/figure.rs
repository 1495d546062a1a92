//! A figure from a quantity: value, unit, bound, status.

use super::super::currency;
use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Peri, Prep, Strength};
use super::super::period::{Time, length, shift};
use super::super::pieces::{Pieces, Place, What};
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::Clauses;
use crate::text::{Story, key};
use crate::vocabulary::{Lists, Vocabulary};
use article::{Bound, Direction, FigureKind, Indicator, Per, Period, Status};
use rust_decimal::Decimal;

/// No trade of a country is so small; a price is. In any currency.
const SMALL: u32 = 5000;
/// Days after which days without a year, of a duty, are those of the next year.
const LONG_PAST: i64 = 300;

pub(super) const DENIED: &Words = words!["denied", "denies", "denying"];
/// `corn (14.5 pct moisture)`: what goods are like.
const GRADES: &Words = words![
    "moisture",
    "protein",
    "dockage",
    "purity",
    "sulphur",
    "sulfur",
    "alcohol",
    "broken",
    "brokens",
    // … and what happens to money
    "devaluation",
    "revaluation",
    "appreciation",
    "depreciation"
];
/// What is owed, whoever trades.
const OWED: &Words =
    words!["debt", "foreign debt", "external debt", "loan", "loans", "credit", "credits", "bond"];
/// Before a change.
pub(super) const NOT: &Words = words!["not", "never"];

pub(super) fn enter(vocabulary: &mut Vocabulary) {
    for word in DENIED.list().iter().chain(NOT.list()) {
        vocabulary.add(key(word), Lists::DENIAL);
    }
}

impl Clauses<'_, '_> {
    /// A figure. Of the many rules that a number is asked by, one calls this: cold, so that what a rule does when it says yes stands
    /// out of the way of those that say no.
    #[cold]
    pub(super) fn draft(
        &mut self,
        at: usize,
        quantity: &Quantity,
        kind: FigureKind,
        topic: Topic,
        direction: Option<Direction>,
        rule: &'static str,
    ) -> Option<Draft> {
        if self.is_denied(at)
            || self.counts_people(at, quantity)
            || quantity.measure == Measure::Percent && self.is_word(at + 1, GRADES)
            || quantity.measure.is_money()
                && (self.is_word(at + 1, OWED) || self.is_word(at.wrapping_sub(1), words!["costing"]))
            || kind == FigureKind::Share
                && (quantity.value.is_zero() || quantity.value > Decimal::ONE_HUNDRED)
        {
            return None;
        }
        if kind == FigureKind::Change && self.is_of_the_economy(at, quantity, rule)
            || quantity.measure.is_relative() && self.is_coverage(at)
            || kind == FigureKind::Level && self.stays_at_home(at, quantity, &topic, rule)
            // the waterway loses money, and no freight
            || topic.indicator == Indicator::Freight
                && kind == FigureKind::Change
                && quantity.measure.is_money()
            // `at one point`
            || quantity.measure == Measure::Points
                && self.is_prep(at.wrapping_sub(1), Prep::At)
                && self.text(at).eq_ignore_ascii_case("one point")
            || self.is_of_finance(at, &topic)
        {
            return None;
        }
        // `flat rolled products 7 million tonnes`: what did not move has no amount
        let flat = direction == Some(Direction::Flat) && !quantity.value.is_zero();
        if flat && kind == FigureKind::Change && quantity.measure.is_relative() {
            return None;
        }
        let (kind, direction) = if flat { (FigureKind::Level, None) } else { (kind, direction) };
        let (unit, unit_stated) = self.unit(quantity)?;
        // the price of one thing: `13.50 dlrs`, `500 lbs/bale`, `85 dlrs a tonne`
        let small = is_money(unit) && quantity.value < Decimal::from(SMALL) && self.scale.is_none();
        if (small && topic.indicator != Indicator::Tariff)
            || (matches!(self.what(at + 1), Some(What::Sign('/'))) && kind != FigureKind::Change)
            || (is_money(unit) && self.is_price(self.behind(at)) && topic.indicator != Indicator::Tariff)
            || kind == FigureKind::Change && self.leads_to_a_price(at)
        {
            return None;
        }
        let mut topic = topic;
        self.settle(at, kind, unit, &mut topic);
        if kind == FigureKind::Level && is_money(unit) {
            self.in_colours(at, &mut topic);
        }
        if topic.indicator == Indicator::Balance && kind == FigureKind::Level && !is_money(unit) {
            // net exports of goods by weight are exports
            if !unit.starts_with("percent")
                && unit != "multiple"
                && topic.commodity.is_some()
                && topic.sign > 0
                && self.is_net_export(at)
            {
                topic.indicator = Indicator::Exports;
                topic.sign = 0;
            } else {
                return None;
            }
        }
        // the tons of the Panama Canal measure ships' room, and no weight
        let unit = if topic.indicator == Indicator::Freight
            && unit == "t"
            && topic.reporter.as_deref() == Some("x:panama-canal")
            && self.story.text[quantity.bytes.clone()].ends_with(['s', 'n'])
            && !["tonne", "metric"].iter().any(|word| self.story.text[quantity.bytes.clone()].contains(word))
        {
            "other:canal_ton"
        } else {
            unit
        };
        // what goes through a strait is counted in barrels and dollars too, and `V of freight` by its worth
        let valued = rule == "level/through"
            || is_money(unit)
                && self.is_prep(at + 1, Prep::Of)
                && self.is_word(at + 2, words!["freight", "cargo", "goods"]);
        if topic.indicator == Indicator::Freight && kind == FigureKind::Level && !is_cargo(unit) && !valued {
            return None;
        }
        // a preliminary duty is in force
        if matches!(topic.indicator, Indicator::Tariff | Indicator::Quota)
            && self.status == Some(Status::Preliminary)
        {
            self.status = None;
        }
        let scaled = if self.scale.is_some() { Some(self.in_billions(quantity)?) } else { None };
        let quantity = scaled.as_ref().unwrap_or(quantity);
        if topic.indicator == Indicator::Trade && kind == FigureKind::Level && !is_money(unit) && unit != "t"
        {
            return None;
        }
        self.respectively(at, &mut topic);
        if topic.reporter.is_none() {
            topic.reporter = self.carried_reporter(topic.indicator);
            topic.reporter_stated = false;
        }
        self.city_speaks_for_its_country(&mut topic);
        self.ranked_partner(at, &mut topic);
        self.partner_around(at, &mut topic);
        self.of_the_worlds_capital(at, &mut topic);
        // `Gold, the country's biggest foreign exchange earner, fetched V`
        if topic.indicator == Indicator::Imports
            && kind == FigureKind::Level
            && is_money(unit)
            && self.earned(at)
        {
            topic.indicator = Indicator::Exports;
        }
        // `intra-euro area trade` is said of both
        let within = topic.reporter_stated
            && topic.partner_stated
            && topic.reporter == topic.partner
            && topic.reporter.as_ref().is_some_and(|code| code.starts_with("x:"));
        if !within
            && topic.reporter.is_some()
            && topic.reporter == topic.partner
            && topic.partner == self.places.home
            && (topic.reporter_stated || !topic.partner_stated)
        {
            // what the story is about is not its own partner
            (topic.partner, topic.partner_stated) = (None, false);
        }
        if !within && topic.reporter.is_some() && topic.reporter == topic.partner {
            topic.reporter = self.other_than(topic.partner.as_ref());
            topic.reporter_stated = false;
        }
        if self.stands_for_its_country(&topic)
            && let Some(country) = self.country_of(topic.reporter.as_deref()).map(Name::from)
        {
            topic.reporter = Some(country);
        }
        if topic.partner.is_none() && !matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            topic.partner = Some(self.places.world.clone());
            topic.partner_stated = true;
        }
        let mut status = self.status_of(at, &topic);
        let (mut period, mut period_stated) = self.period_of(at, topic.reporter.as_deref(), kind, status);
        if matches!(topic.indicator, Indicator::Tariff) {
            // `has set its duty for May at P`, `to P for fiscal 1988/89`, `for U.S. fiscal year 1987/88`
            let dated = self.main_time(at).is_some_and(|time| {
                let ahead = time < at || matches!(self.what(time), Some(What::Time(Time::Fiscal(_))));
                let whose = usize::from(matches!(self.what(time.wrapping_sub(1)), Some(What::Region(_))));
                ahead && time.checked_sub(1 + whose).is_some_and(|before| self.is_word(before, words!["for"]))
            });
            // `From November 3 through 9 the duty stands at V`: set anew each week
            let run = self.main_time(at).filter(|time| self.is_run(*time) && rule == "tariff/specific");
            // `falls to P by 2020`
            let by = self.follows_at_once(at).is_some_and(|time| {
                self.is_prep(time - 1, Prep::By)
                    && matches!(self.what(time), Some(What::Time(Time::Days(year))) if length(*year) == Some(12))
            });
            (period, period_stated) =
                (period.filter(|_| (dated || by || run.is_some()) && period_stated), true);
            // `to $67 a tonne for Oct. 27 to Nov. 2`, told on October 26: the next, and not those of last year
            if let (Some(run), Some(days), Some(today)) = (run, period, self.carry.today)
                && days.last.checked_add(jiff::Span::new().days(LONG_PAST)).is_ok_and(|next| next < today)
                && !self.text(run).split([' ', ',']).any(|word| word.len() == 4 && word.starts_with("20"))
            {
                let next = |day: jiff::civil::Date| day.checked_add(jiff::Span::new().years(1)).ok();
                period = next(days.first).zip(next(days.last)).map(|(first, last)| Period { first, last });
            }
        }
        // a quota is of a period where that is said
        if topic.indicator == Indicator::Quota && !period_stated {
            (period, period_stated) = (None, true);
        }
        // `the deficit had come to V in the same period last year`
        // `the 759 million registered a year earlier`
        let seen = usize::from(self.is_word(
            at + 1,
            words![
                "registered",
                "recorded",
                "seen",
                "posted",
                "logged",
                "reported",
                "shipped",
                "booked",
                "reached"
            ],
        ));
        let next = at + 1 + seen;
        let next = next + usize::from(self.is_prep(next, Prep::In));
        let goes_back = kind == FigureKind::Level && self.goes_back_a_year(at);
        if kind == FigureKind::Level
            && (matches!(self.what(next), Some(What::Time(Time::YearEarlier)))
                || (!period_stated && self.opens_a_year_earlier(at))
                || goes_back)
            && let Some(main) = period
        {
            // `from V a year ago` has been counted back already
            if self.main_period(at, topic.reporter.as_deref()).0 == period {
                (period, period_stated) = (shift(main, -12), true);
            }
            // what was so a year ago is final by now
            if status == Status::Preliminary {
                status = Status::Reported;
            }
        }
        // what is said of a year to come is meant to be
        if status == Status::Reported
            && period_stated
            && rule != "tariff/goods"
            && !rule.starts_with("likely/")
            && (is_flow(topic.indicator)
                || matches!(topic.indicator, Indicator::Balance | Indicator::CurrentAccount))
            && period
                .zip(self.carry.today)
                .is_some_and(|(period, today)| length(period) == Some(12) && period.first > today)
        {
            status = Status::Target;
        }
        let mut comparison = None;
        let mut comparison_stated = true;
        let mut base_period = None;
        let mut base_stated = true;
        if kind == FigureKind::Change && topic.indicator != Indicator::Tariff {
            (comparison, comparison_stated, base_period, base_stated) = self.comparison(at, period);
        }
        // what a duty would do is of no period that is not said
        if kind == FigureKind::Change && status == Status::Hypothetical && !period_stated {
            (period, period_stated) = (None, true);
            if !comparison_stated {
                (comparison, comparison_stated) = (None, true);
            }
        }
        // what years have had on the average is of none of them
        let averaged = kind == FigureKind::Level && self.is_standing_average(at);
        if averaged {
            (period, period_stated, status) = (None, true, Status::Reported);
        }
        // nor is what might be hit or let in
        if status == Status::Hypothetical
            && !period_stated
            && (rule.starts_with("open/") || rule.starts_with("likely/"))
        {
            (period, period_stated) = (None, true);
        }
        let negative = match (topic.indicator, kind) {
            (Indicator::Balance | Indicator::CurrentAccount, FigureKind::Level) => {
                match self.sign_told(at, &topic) {
                    0 => quantity.sign < 0,
                    sign => sign < 0,
                }
            }
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
            per: quantity.per.or(self.a_day()).filter(|_| kind == FigureKind::Level),
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
            delivery: None,
            is_base: goes_back || averaged || self.is_of_before(at, period),
            benchmark: None,
            attribution: self.attribution.clone(),
            bytes: quantity.bytes.clone(),
            sentence: self.sentence,
            rule,
            topic,
        })
    }

    /// `its estimate of first-quarter growth to a P annual rate`, `slashed its growth outlook to P`: how an economy grows, where no trade is named.
    fn is_of_the_economy(&self, at: usize, quantity: &Quantity, rule: &str) -> bool {
        const GROWTH: &Words = words!["growth"];
        /// Pieces before and behind the number.
        const REACH: usize = 9;
        if quantity.measure != Measure::Percent
            || !matches!(rule, "change/noun-after" | "change/forecast" | "open/change" | "likely/change")
            || !self.may_say(GROWTH)
        {
            return false;
        }
        let around = at.saturating_sub(REACH)..(at + 4).min(self.pieces.list.len());
        let trade = |at: usize| {
            matches!(self.what(at), Some(What::Class(Class::Indicator(..) | Class::Anaphor)))
                || self.is_word(at, words!["export", "import", "trade"])
        };
        let of_a_quarter = |noun: usize| {
            matches!(self.what(noun), Some(What::Time(_)))
                && self.text(noun).to_ascii_lowercase().contains("quarter")
        };
        let mut growth = around.clone().filter(|at| self.is_word(*at, GROWTH));
        growth.any(|noun| {
            of_a_quarter(noun.wrapping_sub(1))
                || self.is_word(noun + 1, words!["outlook", "forecast", "target"])
        }) && !around.into_iter().any(trade)
    }

    /// `an export surplus of 2 million tonnes`, and no market that has more than it uses: `a zinc surplus of 120,000 tonnes`.
    fn is_net_export(&self, at: usize) -> bool {
        let noun = self.topic_from..self.topic_end.min(at);
        noun.into_iter().any(|at| {
            matches!(self.what(at), Some(What::Class(Class::Indicator(..))))
                && self.text(at).to_ascii_lowercase().contains("export")
        })
    }

    /// `above the 10-year average of V`, `the average of the past five years, V`: no year's own.
    pub(super) fn is_standing_average(&self, at: usize) -> bool {
        const AVERAGE: &Words = words!["average", "mean", "norm"];
        /// Pieces from the average to its number: `the average for the past five seasons of`.
        const REACH: usize = 8;
        if !self.may_say(AVERAGE) {
            return false;
        }
        let years = |at: usize| {
            let text = self.text(at).to_ascii_lowercase();
            text.ends_with("year")
                || text.ends_with("years")
                || text.ends_with("seasons")
                || text.ends_with("-season")
        };
        let lead = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Sign(';' | ',') | What::Class(Class::Break)))
            })
            .find(|at| self.is_word(*at, AVERAGE));
        lead.is_some_and(|noun| {
            let long = self.is_word(
                noun.wrapping_sub(1),
                words![
                    "long-term",
                    "historical",
                    "historic",
                    "seasonal",
                    "multi-year",
                    "year",
                    "long-run",
                    "term"
                ],
            );
            let before = (noun.saturating_sub(3)..noun).any(years)
                && !self.is_word(noun.wrapping_sub(1), words!["daily", "monthly", "weekly", "the"]);
            // `the average of the past five years`
            let of = matches!(self.what(noun + 1), Some(What::Class(Class::Prep(Prep::Of | Prep::In))))
                || self.is_word(noun + 1, words!["for", "over", "during"]);
            long || before
                || of && (noun + 2..at).any(|at| years(at) && !matches!(self.what(at), Some(What::Time(_))))
        })
    }

    /// `The exports-to-imports coverage ratio came in at P`: one by the other, and neither.
    fn is_coverage(&self, at: usize) -> bool {
        const RATIO: &Words = words!["ratio"];
        /// Pieces from the ratio to the number.
        const REACH: usize = 16;
        if !self.may_say(RATIO) {
            return false;
        }
        let says = |wanted: Indicator| {
            (0..at).any(|at| {
                matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _))) if measured.indicator == wanted)
                    || self.text(at).to_ascii_lowercase().contains(if wanted == Indicator::Exports { "export" } else { "import" })
            })
        };
        self.any_word(at.saturating_sub(REACH)..at, RATIO)
            && says(Indicator::Exports)
            && says(Indicator::Imports)
    }

    /// `created 2.71 million jobs`, `4,023 freight trains ran`: what is counted is no goods.
    fn counts_people(&self, at: usize, quantity: &Quantity) -> bool {
        /// Pieces up to the trains: `3,114 China-Europe freight train trips`.
        const TRAINS: usize = 7;
        let trains = || {
            let what = (at + 1..at + TRAINS).take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Sign('-')
                            | What::Class(Class::Indicator(..) | Class::Plain)
                    )
                )
            });
            self.may_say(words!["train", "trains"])
                && what.into_iter().any(|at| self.is_word(at, words!["train", "trains"]))
        };
        matches!(quantity.measure, Measure::Scaled | Measure::Bare)
            && (trains()
                || self.is_word(
                    at + 1,
                    words![
                        "jobs",
                        "people",
                        "workers",
                        "employees",
                        "passengers",
                        "visitors",
                        "tourists",
                        "travellers",
                        "travelers",
                        "farmers",
                        "households",
                        "families",
                        "residents",
                        "inhabitants",
                        "refugees",
                        "migrants",
                        "firms",
                        "companies",
                        "enterprises",
                        "businesses",
                        "hectares",
                        "acres",
                    ],
                ))
    }

    /// Nobody trades with himself: whose story it is, or the first country of the story that is another.
    fn other_than(&self, partner: Option<&super::super::draft::Name>) -> Option<super::super::draft::Name> {
        let fits = |code: &&super::super::draft::Name| Some(*code) != partner;
        let carried = self.carry.topic.as_ref().and_then(|topic| topic.reporter.as_ref());
        carried.filter(fits).or_else(|| self.carry.story_reporter.as_ref().filter(fits)).cloned().or_else(
            || {
                let country = |focus: bool| {
                    self.places.regions.iter().position(|region| {
                        matches!(region.level, article::Level::Country | article::Level::Group)
                            && (!focus || region.role == article::Role::Focus)
                            && region.role != article::Role::Dateline
                            && partner.is_none_or(|partner| **partner != *region.code)
                    })
                };
                country(true).or_else(|| country(false)).map(|at| self.places.codes[at].own.clone())
            },
        )
    }

    /// `did not fall P`, `denied that exports had fallen P`.
    fn is_denied(&self, at: usize) -> bool {
        if !self.denies {
            return false;
        }
        // the sentence may have been read to its end already
        let from = (0..at).rev().find(|back| {
            matches!(self.what(*back), Some(What::Class(Class::Break) | What::Sign(';')))
                && !self.is_word(*back, words!["that"])
        });
        let from = from.unwrap_or(0);
        (from..at).any(|back| {
            self.is_word(back, DENIED)
                || self.is_word(back, NOT)
                    && (back + 1..(back + 3).min(at))
                        .any(|verb| matches!(self.what(verb), Some(What::Class(Class::Change(_)))))
                    // `will not fall much below V`
                    && !self.is_word(at - 1, words!["below", "under", "above", "beyond"])
        })
    }

    /// Whether goods earned an amount: what a country sells brings money in.
    fn earned(&self, at: usize) -> bool {
        let earned =
            words!["earned", "earns", "earning", "fetched", "fetches", "fetching", "grossed", "netted"];
        self.may_say(earned)
            && (self.clause_start.min(at)..at).rev().take(8).any(|back| self.is_word(back, earned))
    }

    /// Whether what a city or a division is said to have is its country's.
    fn stands_for_its_country(&self, topic: &Topic) -> bool {
        let counts = words!["ministry", "statistics office", "statistics bureau", "central bank"];
        let Some(code) = topic.reporter.as_deref() else { return false };
        let city = code.starts_with("geonames:");
        match topic.indicator {
            // only countries have such a thing: `Washington's deficit with Taipei`
            Indicator::Balance | Indicator::CurrentAccount | Indicator::Quota => city,
            // a state of a country levies no duty: `A P tariff on Canadian goods` in a story of Texas
            Indicator::Tariff => city || code.contains('-') && !code.contains(':'),
            // `Exports fell P, the Ministry of Finance said` in a story of a port: a ministry counts for the country
            flow => {
                city && !topic.reporter_stated
                    && is_flow(flow)
                    && self.may_say(counts)
                    && (0..self.pieces.list.len()).any(|at| self.is_word(at, counts))
            }
        }
    }

    /// A city of the province that the story is of.
    pub(super) fn in_the_storys_province(&self, code: &str) -> bool {
        let region = self.places.regions.iter().find(|region| region.code == code);
        let province = region.and_then(|region| region.admin1.as_deref());
        province.is_some() && province == self.carry.story_reporter.as_deref()
    }

    /// `By destination, the United States had V`, `China was the biggest supplier with V`: who is ranked among the partners of home.
    fn ranked_partner(&mut self, at: usize, topic: &mut Topic) {
        let flow = matches!(
            topic.indicator,
            Indicator::Exports | Indicator::Imports | Indicator::Trade | Indicator::Deals
        );
        let other = topic.partner.as_deref().is_none_or(|partner| partner == "WORLD");
        if !flow || !other {
            return;
        }
        let home = self.places.home.clone().or_else(|| self.carry.story_reporter.clone());
        let (Some(home), Some(code)) = (home, topic.reporter.clone()) else { return };
        let stated = topic.reporter_stated && code != home && code.len() == 2;
        // `By destination, the United States had the highest export value`: nothing says whose but the story
        let carried = code == home;
        if !(stated || carried) {
            return;
        }
        let opens = self.may_say(words!["by", "among", "of"])
            && (0..4).any(|at| {
                self.is_word(at, words!["by", "among", "of"])
                    && self.is_word(
                        at + 1,
                        words![
                            "destination",
                            "destinations",
                            "market",
                            "markets",
                            "country",
                            "buyers",
                            "customers",
                            "partner",
                        ],
                    )
            });
        let best = words![
            "biggest",
            "largest",
            "top",
            "main",
            "leading",
            "number one",
            "second-biggest",
            "second-largest",
        ];
        let partners = words![
            "supplier",
            "buyer",
            "customer",
            "client",
            "destination",
            "market",
            "source",
            "purchaser",
            "partner",
        ];
        let ranks = || {
            self.may_say(best)
                && self.may_say(partners)
                && (0..at).any(|at| self.is_word(at, best) && self.any_word(at + 1..at + 4, partners))
        };
        if !opens && !ranks() {
            return;
        }
        let subject = self.subject(at).filter(|(place, subject)| {
            *subject != home
                && (*subject == code || carried && opens && subject.len() == 2)
                && !matches!(self.what(place + 1), Some(What::Possessive))
        });
        if let Some((_, subject)) = subject {
            let partner = Some(subject);
            topic.reporter = Some(home);
            // and so are those who follow
            if let Some(spoken) = self.topic.as_mut().filter(|spoken| carried || spoken.reporter == partner) {
                (spoken.reporter, spoken.reporter_stated) = (topic.reporter.clone(), false);
                (spoken.partner, spoken.partner_stated) = (partner.clone(), true);
            }
            (topic.partner, topic.partner_stated, topic.reporter_stated) = (partner, true, false);
        }
    }

    /// `Moscow and Ankara aim to lift trade`, `furniture makers of Milan exported`: a city that the story is not about, and no port.
    fn city_speaks_for_its_country(&self, topic: &mut Topic) {
        let Some(code) = topic.reporter.as_deref().filter(|code| code.starts_with("geonames:")) else {
            return;
        };
        if topic.indicator == Indicator::Freight || self.is_of_the_city(code) || self.sets_beside_others(code)
        {
            return;
        }
        let at = self.places.regions.iter().position(|region| region.code == code);
        if let Some(at) = at.filter(|at| self.places.regions[*at].role != article::Role::Focus)
            && let Some(country) = self.places.codes[at].country.clone()
            && !self.in_the_storys_province(code)
        {
            topic.reporter = Some(country);
        }
    }

    /// `Istanbul led with V, ahead of Bursa at V2 and Kocaeli at V3`, `Exporters in Gaziantep sold V` behind it: a sentence that sets
    /// parts of a country beside each other tells of each one's own.
    fn sets_beside_others(&self, code: &str) -> bool {
        let region = |code: &str| self.places.regions.iter().find(|region| region.code == code);
        let Some(country) = region(code).and_then(|region| region.country.as_deref()) else { return false };
        let part = |other: &str| {
            other != code
                && region(other).is_some_and(|region| {
                    matches!(region.level, article::Level::Admin1 | article::Level::City)
                        && region.country.as_deref() == Some(country)
                        && region.role != article::Role::Dateline
                })
        };
        let is_amount = |at: usize| matches!(self.what(at), Some(What::Quantity(_)));
        // each has a number beside it
        let counted = |at: usize| (at + 1..at + 6).any(is_amount);
        (0..self.pieces.list.len()).any(|at| match self.what(at) {
            Some(What::Region(place)) => {
                let mention = &self.places.mentions[*place];
                mention.usage == article::Usage::Name && counted(at) && part(&mention.region.code)
            }
            _ => false,
        })
    }

    /// `The city's trade volume`, `Suifenhe's total foreign trade`: no capital that speaks for its country.
    fn is_of_the_city(&self, code: &str) -> bool {
        let metonym = || {
            let named = |place: &&Place<'_>| place.region.code == code;
            self.places.mentions.iter().filter(named).any(|place| place.usage == article::Usage::Metonym)
        };
        let own = (self.clause_start.min(self.current)..self.current).any(|at| match self.what(at) {
            Some(What::Class(Class::Peri(Peri::City))) => true,
            Some(What::Region(place)) => {
                // `Exports from Gaziantep`, `Istanbul-based companies`
                let whose = self.is_prep(at.wrapping_sub(1), Prep::From)
                    && matches!(
                        self.what(at.wrapping_sub(2)),
                        Some(What::Class(Class::Indicator(_, Strength::Full)))
                    )
                    || matches!(self.what(at + 1), Some(What::Sign('-')))
                        && self.is_word(at + 2, words!["based"]);
                let owns = || {
                    matches!(self.what(at + 1), Some(What::Possessive))
                        && (at + 2..at + 7).any(|at| {
                            matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                            if is_flow(measured.indicator))
                        })
                };
                // `Gaziantep, which sells carpets, saw its exports exceed V`
                let its = || {
                    (at + 1..self.current).any(|its| {
                        self.is_word(its, words!["its"])
                            && (its + 1..its + 4).any(|at| {
                                matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                                if is_flow(measured.indicator))
                            })
                    })
                };
                self.places.mentions[*place].region.code == code && (whose || owns() || its())
            }
            _ => false,
        });
        own && !metonym()
    }

    /// `A year earlier, exports had been worth V`
    fn opens_a_year_earlier(&self, at: usize) -> bool {
        let first = self.pieces.times.first().filter(|first| **first < 3 && **first < at);
        first.is_some_and(|first| matches!(self.what(*first), Some(What::Time(Time::YearEarlier))))
    }

    /// `whereas a year earlier it had posted V`, `to V and a year earlier to V0`: so too a clause.
    fn goes_back_a_year(&self, at: usize) -> bool {
        let before = self.pieces.times.partition_point(|time| *time < at);
        let Some(time) = self.pieces.times[..before].last() else { return false };
        matches!(self.what(*time), Some(What::Time(Time::YearEarlier)))
            && time.checked_sub(1).is_some_and(|before| {
                self.is_word(before, words!["whereas", "while", "but", "when"])
                    || self.is_prep(before, Prep::And)
            })
            && (time + 1..at).all(|at| {
                matches!(
                    self.what(at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Class(
                                Class::Level(_)
                                    | Class::Plain
                                    | Class::Indicator(..)
                                    | Class::Prep(_)
                                    | Class::Anaphor
                            )
                    )
                )
            })
    }

    /// `in billions of dollars, with China ($27.4)`.
    pub(super) fn in_billions(&self, quantity: &Quantity) -> Option<Quantity> {
        let mut quantity = quantity.clone();
        if let (Some(scale), Measure::Money(_) | Measure::LocalMoney(..), false) =
            (self.scale, quantity.measure, quantity.scaled)
        {
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
    pub(super) fn unit(&self, quantity: &Quantity) -> Option<(&'static str, bool)> {
        Some(match quantity.measure {
            Measure::Money(code) => (currency::on(code, self.carry.today), true),
            Measure::LocalMoney(word, default) => {
                let (code, stated) = self.local_money(word, default);
                (currency::on(code, self.carry.today), stated)
            }
            Measure::Percent => ("percent", true),
            Measure::Points => ("percentage_point", true),
            Measure::Multiple => ("multiple", true),
            Measure::Unit(unit) => (unit, true),
            // the unit of the amount before
            Measure::Scaled | Measure::Bare => {
                // `in tonnes it slipped P to V`
                if let Some(unit) = self.measured_in(quantity) {
                    return Some((unit, true));
                }
                // `5.1 million bags, worth 640 million`: the money of the story
                if quantity.measure == Measure::Scaled && self.is_worth(quantity) {
                    let money = self.drafts.iter().rev().take(24).find(|draft| is_money(draft.unit));
                    return Some((money.map_or("USD", |draft| draft.unit), false));
                }
                let kin = self.drafts[self.first_draft..].iter().rev().find(|draft| {
                    // `480 mln crowns (70 mln dlrs) from 1.36 billion`: not that of the brackets
                    !matches!(draft.unit, "percent" | "percentage_point" | "multiple")
                        && draft.rule != "level/twin"
                });
                // "soared 21.4% to 5.2 bn": the money of the paragraph before
                let spoken = || {
                    let indicator = self.topic.as_ref()?.indicator;
                    let kin = |indicator| {
                        matches!(indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance)
                    };
                    self.drafts.iter().rev().take(24).find(|draft| {
                        (draft.topic.indicator == indicator
                            || (kin(indicator)
                                && kin(draft.topic.indicator)
                                && draft.sentence + 8 > self.sentence))
                            && is_money(draft.unit)
                            && quantity.measure == Measure::Scaled
                    })
                };
                // "Imports rose to 2.32 billion": the money of the sentence before
                let nearby = || {
                    let last = self.drafts.iter().rev().take(6);
                    last.take_while(|draft| draft.sentence + 2 > self.sentence)
                        .find(|draft| is_money(draft.unit) && quantity.measure == Measure::Scaled)
                };
                // `to 111,000 from 120,000 tonnes`, `27,510 and 57,450 tonnes`: that of the next
                let next = || {
                    let at = self.piece_of(&quantity.bytes)?;
                    let joins = matches!(
                        self.what(at + 1),
                        Some(
                            What::Sign(',')
                                | What::Class(Class::Prep(Prep::And | Prep::From | Prep::To | Prep::Or))
                        )
                    );
                    match self.what(at + 2).filter(|_| joins)? {
                        What::Quantity(index) => match self.pieces.quantities[*index].measure {
                            Measure::Unit(unit) => Some(unit),
                            _ => None,
                        },
                        _ => None,
                    }
                };
                // `output of 5.8 mln bags, exports of 4.8 mln`: that of the sentence, whatever it was said of
                let same = || {
                    let byte = quantity.bytes.start;
                    // `bags of 60 kilos`: how large each is
                    let size = |other: &Quantity| {
                        self.piece_of(&other.bytes).is_some_and(|at| {
                            self.is_prep(at.wrapping_sub(1), Prep::Of)
                                && matches!(self.what(at.wrapping_sub(2)), Some(What::Quantity(_)))
                        })
                    };
                    let before = self.pieces.quantities.iter().rev().filter(|other| other.bytes.start < byte);
                    before.filter(|other| !size(other)).find_map(|other| match other.measure {
                        Measure::Unit(unit) => Some(unit),
                        _ => None,
                    })
                };
                if let Some(unit) = next() {
                    return Some((unit, false));
                }
                if kin.is_none()
                    && let Some(unit) = same()
                {
                    return Some((unit, false));
                }
                // `That compares with 868,700 last season`: the goods of the sentence before
                let weighed = || {
                    let last = self.drafts.iter().rev().take(6);
                    last.take_while(|draft| draft.sentence + 2 > self.sentence)
                        .find(|draft| {
                            !is_money(draft.unit)
                                && !matches!(draft.unit, "percent" | "percentage_point" | "multiple")
                        })
                        .filter(|_| quantity.value >= Decimal::ONE_HUNDRED)
                };
                // `output will fall to 61 mln barrels. It forecast exports of 22.9 mln of crude`, `the quota of one mln tons. Imports are
                // coming down from 1.8 mln`: what goods are counted in, where the sentence names no money
                let counted = || {
                    let trade = self.topic.as_ref().is_some_and(|topic| is_flow(topic.indicator));
                    let scaled = quantity.measure == Measure::Scaled;
                    let (sentence, unit) = self.carry.counted_in.filter(|_| trade && scaled)?;
                    let before = self.story.sentences.get(sentence).map(|sentence| sentence.paragraph);
                    (before.is_some_and(|before| before + 1 >= self.carry.paragraph) && self.names_no_money())
                        .then_some(unit)
                };
                // `The payments deficit was 3.4 billion crowns. The balance of goods showed a surplus of 1.2 billion`
                let told = || {
                    let (sentence, code) = self.carry.paid_in?;
                    let before = self.story.sentences.get(sentence).map(|sentence| sentence.paragraph);
                    let near = sentence + 2 >= self.sentence && before == Some(self.carry.paragraph);
                    let balance = self.topic.as_ref().is_some_and(|topic| {
                        matches!(topic.indicator, Indicator::Balance | Indicator::CurrentAccount)
                    });
                    (near && balance && quantity.measure == Measure::Scaled).then_some(code)
                };
                let kin = kin.or_else(spoken).or_else(nearby).or_else(weighed);
                // `Domestic orders fell to 9.6 billion marks and foreign orders to 5.9 billion`
                let paid = || {
                    let other = self
                        .pieces
                        .quantities
                        .iter()
                        .filter(|other| other.bytes.start < quantity.bytes.start);
                    let code = other.rev().find_map(|other| match other.measure {
                        Measure::Money(_) | Measure::LocalMoney(..) if !other.price => self.unit(other),
                        _ => None,
                    });
                    let deals = self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Deals);
                    code.filter(|_| quantity.measure == Measure::Scaled && deals)
                };
                if kin.is_none() {
                    if let Some((unit, _)) = paid() {
                        return Some((unit, false));
                    }
                    if let Some(unit) = counted().or_else(told) {
                        return Some((unit, false));
                    }
                }
                let bare = quantity.measure == Measure::Bare;
                if kin.is_none_or(|kin| bare && is_money(kin.unit)) && self.counts_cars(quantity) {
                    return Some(("vehicle", false));
                }
                if kin.is_none() && bare && self.counts_pieces(quantity) {
                    return Some(("unit", false));
                }
                let kin = kin?;
                if quantity.measure == Measure::Bare && is_money(kin.unit) {
                    return None;
                }
                (kin.unit, false)
            }
        })
    }

    /// `car production rose to V while exports climbed to V2`: what is made, sold and exported there are cars.
    pub(super) fn counts_cars(&self, quantity: &Quantity) -> bool {
        const CARS: &Words = words![
            "car",
            "cars",
            "van",
            "vans",
            "truck",
            "trucks",
            "vehicle",
            "vehicles",
            "automobile",
            "autos"
        ];
        const HUNDRED: Decimal = Decimal::ONE_HUNDRED;
        let flow = self
            .topic
            .as_ref()
            .is_some_and(|topic| matches!(topic.indicator, Indicator::Exports | Indicator::Imports));
        let here = || self.may_say(CARS) && self.any_word(0..self.pieces.list.len(), CARS);
        let headline = || {
            let text = self.story.words(self.story.headline.clone()).to_ascii_lowercase();
            text.split(|letter: char| !letter.is_ascii_alphabetic()).any(|word| {
                matches!(
                    word,
                    "car" | "cars" | "vehicle" | "vehicles" | "auto" | "autos" | "truck" | "trucks"
                )
            })
        };
        // `41 million parcels` are something else
        let alone =
            self.piece_of(&quantity.bytes).is_some_and(|at| !matches!(self.what(at + 1), Some(What::Word)));
        flow && alone && quantity.value > HUNDRED && (here() || headline())
    }

    /// `Exports of forklifts fell to V from V0`, in a story that counts them in units.
    fn counts_pieces(&self, quantity: &Quantity) -> bool {
        let flow = self.topic.as_ref().is_some_and(|topic| {
            matches!(topic.indicator, Indicator::Exports | Indicator::Imports) && topic.commodity.is_some()
        });
        let alone = || {
            self.piece_of(&quantity.bytes).is_some_and(|at| {
                !matches!(self.what(at + 1), Some(What::Word))
                    && (self.is_prep(at.wrapping_sub(1), Prep::To)
                        || self.is_prep(at.wrapping_sub(1), Prep::From))
            })
        };
        flow && quantity.value > Decimal::ONE_HUNDRED
            && alone()
            && *self.carry.in_units.get_or_init(|| self.story.text.contains(" units"))
    }

    fn names_no_money(&self) -> bool {
        !self
            .pieces
            .quantities
            .iter()
            .any(|other| other.measure.is_money() && other.measure != Measure::Scaled)
    }

    fn is_worth(&self, quantity: &Quantity) -> bool {
        self.piece_of(&quantity.bytes)
            .is_some_and(|at| self.is_word(self.skip_back(at), words!["worth", "valued at"]))
    }

    /// The piece before a number and its small words: `worth some V`.
    fn skip_back(&self, at: usize) -> usize {
        let mut back = at.wrapping_sub(1);
        while matches!(self.what(back), Some(What::Class(Class::Plain | Class::Bound(_)))) && back > 0 {
            back -= 1;
        }
        back
    }

    /// The unit in which the clause says that it counts: `in tonnes it slipped P to V`.
    fn measured_in(&self, quantity: &Quantity) -> Option<&'static str> {
        let at = self.piece_of(&quantity.bytes)?;
        (self.clause_start.min(at)..at)
            .any(|at| {
                self.is_prep(at, Prep::In)
                    && self.is_word(at + 1, words!["tonnes", "tons", "metric tons", "tonnage"])
            })
            .then_some("t")
    }

    /// `dollars`, `$`, `pesos`: by whose figure it is, where the story was filed, and which agency filed it.
    fn local_money(&self, word: &str, default: &'static str) -> (&'static str, bool) {
        let reporter = self.topic.as_ref().and_then(|topic| topic.reporter.as_deref());
        let here = reporter.or(self.carry.story_reporter.as_deref());
        // the union of Belgium and Luxembourg counted in Belgian francs
        let here = here.map(|code| if code == "x:bleu" { "BE" } else { code });
        let here = self.country_of(here).and_then(|code| code.get(..2)).unwrap_or_default();
        // wire copy without a dateline: whose story it is, of those that write plain dollars for their own
        let wire = matches!(word, "dlrs" | "dlr");
        // … and so does what a statistics office hands out
        let office = || {
            let named = self.places.regions.iter().any(|region| {
                Some(region.code.as_str()) == self.places.home.as_deref() && !region.inside_names.is_empty()
            });
            named
                && self.story.article.provider.is_none()
                && self.story.text.contains("Statistics")
                && !self.story.text.contains("US$")
        };
        let plain = wire || word == "$" && *self.carry.of_an_office.get_or_init(office);
        let home = self.places.home.as_deref().filter(|home| plain && matches!(*home, "AU" | "CA" | "NZ"));
        let filed = self.places.filed.as_deref().or(home).unwrap_or_default();
        let dollar = matches!(word, "dollars" | "dollar" | "dlrs" | "dlr" | "$");
        if dollar {
            // an agency that writes for the world means the American dollar and writes the others out
            let at_home = match (word, self.home_of_agency()) {
                (_, Some(home)) => home == here,
                ("$", None) => self.story.article.provider.is_none() && filed == here,
                (_, None) => filed == here,
            };
            let local = if at_home { self.scanner.money_in(word, here) } else { None };
            let local = local.filter(|code| *code != default);
            let local = local.or_else(|| self.dollar_of_the_story().filter(|_| wire));
            let local = local.or_else(|| self.dollar_written_out(here).filter(|_| wire));
            return local.map_or((default, true), |code| (code, false));
        }
        let known = [here, filed].into_iter().find_map(|country| self.scanner.money_in(word, country));
        // `shipped 2.2 million pounds of lobster`, where no country pays in pounds
        let paid = |country: &str| self.scanner.money_in(word, country).is_some();
        if word == "pounds"
            && known.is_none()
            && !self.places.regions.iter().any(|region| region.country.as_deref().is_some_and(paid))
        {
            return ("other:pound", true);
        }
        let only = matches!(word, "won" | "roubles" | "rubles" | "marks" | "manats");
        match known {
            Some(code) => (code, only && code == default),
            None => (default, only),
        }
    }

    /// `7.45 billion H.K. Dlrs … from 8.59 billion dlrs`: the dollar that a story began with, where it names no other.
    fn dollar_of_the_story(&self) -> Option<&'static str> {
        const DOLLARS: &[&str] = &["HKD", "AUD", "CAD", "NZD", "SGD", "TWD"];
        let mut named = self.drafts.iter().filter(|draft| draft.unit_stated && is_money(draft.unit));
        let first = named.next().map(|draft| draft.unit).filter(|unit| DOLLARS.contains(unit))?;
        named.all(|draft| draft.unit == first).then_some(first)
    }

    /// A country's own dollar where a story writes it out anywhere and America's nowhere: `119.1 mln N.Z. dlrs` below a headline with
    /// `mln dlrs`.
    fn dollar_written_out(&self, country: &str) -> Option<&'static str> {
        const NAMES: &[(&str, &str, &str)] = &[
            ("N.Z.", "NZ", "NZD"),
            ("New Zealand", "NZ", "NZD"),
            ("Canadian", "CA", "CAD"),
            ("Australian", "AU", "AUD"),
            ("H.K.", "HK", "HKD"),
            ("Hong Kong", "HK", "HKD"),
            ("Singapore", "SG", "SGD"),
            // Taiwan's trade is told in those of America, and its own dollar beside it
            ("Taiwan", "TW", "USD"),
            ("U.S.", "US", "USD"),
        ];
        let written = |(name, ..): &&(&str, &str, &str)| {
            self.story.text.match_indices(name).any(|(at, name)| {
                let amount = self.story.text[..at].trim_end();
                let behind = self.story.text[at + name.len()..].trim_start();
                ["mln", "bln", "million", "billion"].iter().any(|scale| amount.ends_with(scale))
                    && ["dlr", "Dlr", "dollar"].iter().any(|dollar| behind.starts_with(dollar))
            })
        };
        let only = || {
            let mut written = NAMES.iter().filter(written);
            let (_, country, code) = written.next()?;
            written.all(|(_, other, _)| other == country).then_some((*country, *code))
        };
        let only = self.carry.dollar_written_out.get_or_init(only).filter(|(whose, _)| *whose == country);
        only.map(|(_, code)| code)
    }

    /// The country for whose newspapers an agency writes, where its dollar is that country's.
    fn home_of_agency(&self) -> Option<&'static str> {
        match self.story.article.provider.as_ref()?.code.as_str() {
            "aap" => Some("AU"),
            "cp" => Some("CA"),
            "nzpa" => Some("NZ"),
            _ => None,
        }
    }

    pub(super) fn bound_of(&self, at: usize, quantity: &Quantity) -> Option<Bound> {
        if quantity.or_more {
            return Some(Bound::Above);
        }
        let mut back = at;
        while back > 0 && at - back < 4 {
            back -= 1;
            match self.what(back)? {
                What::Class(Class::Bound(bound) | Class::Level(Some(bound))) => return Some(*bound),
                What::Class(Class::Plain) => {}
                _ => break,
            }
        }
        None
    }

    /// `the 14.8 billion dlrs previously reported`
    pub(super) fn status_after(&self, at: usize) -> Option<Status> {
        (at + 1..at + 5)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Sign(_) | What::Quantity(_) | What::Time(_)))
            })
            .find_map(|at| match self.what(at) {
                Some(What::Class(Class::Status(status @ (Status::Forecast | Status::Preliminary)))) => {
                    Some(*status)
                }
                _ => None,
            })
    }

    /// The piece behind an amount and the brackets behind or around it: `487,000 yuan ($67,900) a ton`.
    fn behind(&self, at: usize) -> usize {
        match self.what(at + 1) {
            Some(What::Sign('(')) => self.past_brackets(at + 1).unwrap_or(at + 1),
            Some(What::Sign(')')) => at + 2,
            _ => at + 1,
        }
    }

    /// `Neodymium oxide gained P to 487,000 yuan a ton`: what it costs has changed.
    fn leads_to_a_price(&self, at: usize) -> bool {
        /// Pieces of a price: `US$62.56 a barrel` is no quantity.
        const PRICE: usize = 7;
        // `Soyoil was up P at 41.4 cents a pound`, `ended P lower at V a bushel`
        let lower = usize::from(self.is_word(at + 1, words!["lower", "higher", "up", "down"]));
        if !self.is_prep(at + 1, Prep::To) && !self.is_prep(at + 1 + lower, Prep::At) {
            return false;
        }
        let at = at + lower;
        let amount = self.skip(at + 2, |what| matches!(what, What::Class(Class::Plain | Class::Bound(_))));
        if let Some(What::Quantity(index)) = self.what(amount) {
            return self.pieces.quantities[*index].measure.is_money() && self.is_price(self.behind(amount));
        }
        (at + 2..at + 2 + PRICE)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Number
                            | What::Class(Class::Plain | Class::Bound(_) | Class::Other)
                    )
                ) || matches!(self.what(*at), Some(What::Sign(sign)) if !matches!(sign, ',' | ';' | ':' | '(' | ')'))
            })
            .any(|at| self.is_price(at))
    }

    /// `A tariff of P on all goods would cost Germany V`: nobody levies it.
    fn is_supposed(&self, at: usize) -> bool {
        const FAR: usize = 12;
        let open = self.clause_start;
        at < open + FAR
            && self.is_word(open, words!["a", "an", "any"])
            && (open + 1..at + 3).any(|at| matches!(self.what(at), Some(What::Class(Class::Tariff))))
            && (at + 1..at + FAR)
                .take_while(|at| {
                    !matches!(
                        self.what(*at),
                        Some(
                            What::Sign(',' | ';')
                                | What::Quantity(_)
                                | What::Time(_)
                                | What::Class(Class::Break)
                        )
                    )
                })
                .any(|at| matches!(self.what(at), Some(What::Class(Class::Status(Status::Hypothetical)))))
    }

    /// `average daily exports rose to V`, `Exports per day came to V`: of one day of the period.
    fn a_day(&self) -> Option<Per> {
        const DAILY: &Words = words!["daily"];
        let noun = self.topic_from.saturating_sub(2)..self.topic_end + 2;
        let flow = self.topic.as_ref().is_some_and(|topic| is_flow(topic.indicator));
        let daily = || self.any_word(noun, DAILY);
        let daily_exports = || {
            let mut within = self.text(self.topic_from).as_bytes().windows("daily".len());
            within.any(|part| part.eq_ignore_ascii_case(b"daily"))
        };
        let per_day = || {
            let day = words!["day"];
            self.may_say(day)
                && (self.topic_end..self.topic_end + 2)
                    .any(|at| self.is_word(at, words!["per", "a"]) && self.is_word(at + 1, day))
        };
        (flow && (daily() || daily_exports() || per_day())).then_some(Per::Day)
    }

    /// `sees` of a headline, and a time that has ended.
    fn sees_what_was(&self, at: usize) -> bool {
        const SEES: &Words = words!["sees", "see"];
        self.may_say(SEES)
            && self.start_of(at) < self.story.headline.end
            && (self.clause_start..at).any(|at| self.is_word(at, SEES))
            && self
                .main_period(at, None)
                .0
                .zip(self.carry.today)
                .is_some_and(|(period, today)| period.last < today)
    }

    /// `add P to the present duty of P2`: this one is levied, whatever may come.
    fn is_in_force(&self, at: usize) -> bool {
        const NOW: &Words = words!["present", "current", "existing"];
        const ENDS: &Words = words![
            "keep",
            "keeps",
            "abolish",
            "abolished",
            "end",
            "scrap",
            "scrapped",
            "suspend",
            "suspended",
            "remove",
            "eliminate",
            "lift",
            "drop",
            "cut",
            "lower",
            "reduce",
            "halve",
            "maintain",
            "wants",
        ];
        // `will abolish its P duty`, `will cut its P tariff at once`
        let ended = self.may_say(ENDS)
            && matches!(self.what(at + 1), Some(What::Class(Class::Tariff) | What::Word | What::Sign('-')))
            && (at + 1..at + 4).any(|at| matches!(self.what(at), Some(What::Class(Class::Tariff))))
            && (at.saturating_sub(5)..at).rev().find(|at| self.is_word(*at, ENDS)).is_some_and(|verb| {
                (verb + 1..at).all(|at| {
                    matches!(
                        self.what(at),
                        Some(
                            What::Region(_)
                                | What::Possessive
                                | What::Word
                                | What::Class(Class::Plain | Class::Bound(_))
                        )
                    )
                }) && (verb + 1..at).any(|at| {
                    self.is_word(at, words!["its", "their", "the"])
                        || matches!(self.what(at), Some(What::Possessive))
                })
            });
        if ended {
            return true;
        }
        // `will raise its duty to P from the current P2`
        if self.may_say(NOW) && (at.saturating_sub(2)..at).any(|at| self.is_word(at, NOW)) {
            return true;
        }
        self.may_say(NOW)
            && self.left_of(at).filter(|of| self.is_prep(*of, Prep::Of)).is_some_and(|of| {
                (of.saturating_sub(4)..of).any(|at| self.is_word(at, NOW))
                    && (of.saturating_sub(2)..of)
                        .any(|at| matches!(self.what(at), Some(What::Class(Class::Tariff))))
            })
    }

    pub(super) fn status_of(&self, at: usize, topic: &Topic) -> Status {
        // `the 5.0% rise expected in a poll`
        let after = (at + 1..at + 4)
            .take_while(|at| !matches!(self.what(*at), Some(What::Sign(_) | What::Quantity(_))))
            .find_map(|at| match self.what(at) {
                Some(What::Class(Class::Status(Status::Forecast))) => Some(Status::Forecast),
                _ => None,
            });
        // `V, revised down from V0`
        let may_mend = self.may_say(words!["revised"]);
        let mended = may_mend
            && (at + 1..at + 7)
                .take_while(|at| {
                    !matches!(self.what(*at), Some(What::Quantity(_) | What::Class(Class::Break)))
                })
                .any(|at| {
                    self.is_word(at, words!["revised"])
                        && matches!(
                            self.what(at + 1),
                            Some(What::Class(Class::Against | Class::Change(_) | Class::Prep(Prep::From)))
                        )
                });
        // `has been revised slightly upwards to V`
        let to = may_mend
            && self.left_of(at).filter(|to| self.is_prep(*to, Prep::To)).is_some_and(|to| {
                (to.saturating_sub(3)..to).any(|back| {
                    self.is_word(back, words!["revised"])
                        && (back + 1..to).all(|at| {
                            matches!(
                                self.what(at),
                                Some(What::Class(Class::Plain | Class::Change(_)) | What::Word)
                            )
                        })
                })
            });
        // `revised the August deficit to V`
        let to = to
            || may_mend
                && self.left_of(at).is_some_and(|to| self.is_prep(to, Prep::To))
                && self.is_revised(at)
                && !self.drafts[self.first_draft..].iter().any(|kin| kin.status == Status::Revised);
        // `a revised deficit of V`, `a downwardly revised V`
        let noun = may_mend
            && self.left_of(at).is_some_and(|of| {
                self.is_prep(of, Prep::Of)
                    && matches!(self.what(of.wrapping_sub(1)), Some(What::Class(Class::Indicator(..))))
                    && (of.saturating_sub(4)..of - 1).any(|at| {
                        self.is_word(at, words!["revised"])
                            && !self.is_word(at.wrapping_sub(1), words!["was", "were", "been"])
                    })
            });
        let revised = mended
            || to
            || noun
            || at > 0
                && self
                    .text(at - 1)
                    .rsplit(' ')
                    .next()
                    .is_some_and(|last| last.eq_ignore_ascii_case("revised"));
        if revised {
            return Status::Revised;
        }
        let status = after.or(self.status).unwrap_or(Status::Reported);
        // `Shandong sees foreign trade up P in first 10 months`: that is over
        let status = if status == Status::Forecast && after.is_none() && self.sees_what_was(at) {
            Status::Reported
        } else {
            status
        };
        if topic.indicator == Indicator::Tariff {
            match status {
                Status::Reported if after.is_none() && self.is_supposed(at) => return Status::Hypothetical,
                Status::Hypothetical | Status::Target if self.is_in_force(at) => return Status::Reported,
                _ => {}
            }
        }
        // investment that is pledged is counted as such
        let pledged = status == Status::Target
            && is_fdi(topic.indicator)
            && self.said_at > 0
            && self.topic_end <= self.said_at
            && (self.topic_end..self.said_at)
                .any(|at| self.is_word(at, words!["pledged", "committed", "planned"]));
        let status = if pledged { Status::Reported } else { status };
        let status = match status {
            Status::Hypothetical | Status::Target if topic.indicator == Indicator::Tariff => status,
            Status::Target
                if self.will
                    && matches!(
                        topic.indicator,
                        Indicator::Exports
                            | Indicator::Imports
                            | Indicator::Trade
                            | Indicator::Balance
                            | Indicator::Freight
                            | Indicator::CurrentAccount
                    ) =>
            {
                Status::Forecast
            }
            Status::Revised => Status::Reported,
            status => status,
        };
        // a duty is raised "from 25% to 100%": the first is in force
        let in_force = self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::From));
        if topic.indicator == Indicator::Tariff && in_force {
            return Status::Reported;
        }
        if status == Status::Reported
            && self.carry.preliminary
            && topic.indicator != Indicator::Tariff
            && self.carry.story_period.is_none_or(|story| {
                // `in the first seven months` of a story of July; most of a whole year has been revised by its end
                let own = self.main_period(at, None).0;
                own == Some(story) || own.is_some_and(|own| own.last == story.last && length(own) != Some(12))
            })
        {
            Status::Preliminary
        } else {
            status
        }
    }

    /// The benchmark's words after `higher than` or `above`.
    pub(super) fn benchmark(&self, more: usize) -> Option<String> {
        let from = more + 1 + usize::from(matches!(self.what(more + 1), Some(What::Class(Class::Than))));
        if matches!(self.what(from), Some(What::Class(Class::Anaphor))) {
            let last = self.drafts[self.first_draft..].iter().rev().find_map(|draft| draft.benchmark.clone());
            return last;
        }
        for at in from..from + 7 {
            match self.what(at)? {
                // `P faster than overall exports`
                What::Class(Class::Plain | Class::Indicator(..))
                    if at == from
                        && self.is_word(
                            from,
                            words!["overall", "total", "all", "overall exports", "overall imports"],
                        ) => {}
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
}

/// What goes from place to place: goods, or capital.
/// Direct investment, whichever way it goes.
pub(in super::super) fn is_fdi(indicator: Indicator) -> bool {
    matches!(indicator, Indicator::Fdi | Indicator::FdiInward | Indicator::FdiOutward)
}

pub(in super::super) fn is_flow(indicator: Indicator) -> bool {
    matches!(
        indicator,
        Indicator::Exports
            | Indicator::Imports
            | Indicator::ReExports
            | Indicator::Trade
            | Indicator::Fdi
            | Indicator::FdiInward
            | Indicator::FdiOutward
    )
}

/// What freight is counted in: weight, boxes, or the tons of a canal.
pub(super) fn is_cargo(unit: &str) -> bool {
    matches!(unit, "t" | "TEU" | "other:container") || unit.ends_with("_ton")
}

/// What goods in bulk are counted in.
pub(super) fn is_weight(unit: &str) -> bool {
    matches!(unit, "t" | "kg" | "bbl" | "other:bag" | "other:bale" | "other:bushel") || unit.ends_with("_ton")
}

pub(crate) fn is_money(unit: &str) -> bool {
    unit.len() == 3 && unit != "TEU" && unit != "bbl" && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `in billions of`, `in millions of`.
pub(super) fn scale_of(story: &Story<'_>, pieces: &Pieces<'_, '_>) -> Option<Decimal> {
    if !words!["billions", "millions", "thousands"].may_be_in(&pieces.looks) {
        return None;
    }
    pieces.list.windows(3).find_map(|three| {
        let [one, two, three] = three else { return None };
        let (What::Class(Class::Prep(Prep::In)), What::Word, What::Class(Class::Prep(Prep::Of))) =
            (&one.what, &two.what, &three.what)
        else {
            return None;
        };
        match story.words(story.tokens.get(two.tokens.start)?.range()) {
            "billions" => Some(Decimal::from(1_000_000_000_u64)),
            "millions" => Some(Decimal::from(1_000_000)),
            "thousands" => Some(Decimal::from(1000)),
            _ => None,
        }
    })
}
