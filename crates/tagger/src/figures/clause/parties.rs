//! Layer 5: whose figure it is, with whom, and of which goods: what stands around an indicator's noun.

use std::ops::Range;

use super::super::draft::{Name, Topic};
use super::super::lexicon::{Class, Peri, Prep, touches_before};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;
use article::{Indicator, Level, Usage};

const COMPASS: &Words = words![
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north-east",
    "coastal",
    "inland",
];

/// What a place is said to be beside its name.
const KINDS: &Words = words![
    "province",
    "city",
    "state",
    "region",
    "prefecture",
    "municipality",
    "county",
    "department",
    "port",
    "district",
    "island",
    "autonomous",
    "industrial",
    "border",
    "capital",
    "town",
];

impl Clauses<'_, '_> {
    /// The code that a place has as reporter or partner.
    pub(super) fn code(&self, place: usize, as_partner: bool) -> Name {
        let mention = &self.places.mentions[place];
        let metonym = mention.usage == Usage::Metonym;
        let codes = &self.places.codes[mention.at];
        match &codes.country {
            Some(country) if metonym || as_partner => self.then_called(country),
            _ => codes.own.clone(),
        }
    }

    /// The country that a capital spoke for on the day of the story, where that was another: Moscow's was the Soviet Union.
    fn then_called(&self, country: &Name) -> Name {
        /// The country of today, the one of then, and the year in which that ended (ISO 3166-3).
        const THEN: [(&str, &str, i16); 3] = [("RU", "SU", 1991), ("RS", "YU", 2003), ("CZ", "CS", 1992)];
        let year = self.carry.today.map_or(i16::MAX, jiff::civil::Date::year);
        THEN.iter()
            .find(|(now, _, last)| **country == **now && year <= *last)
            .and_then(|(_, then, _)| self.places.coded(then))
            .unwrap_or_else(|| country.clone())
    }

    /// `In Taipei, the Ministry of Finance put June exports at V`: where a sentence is set.
    pub(super) fn set_in(&self) -> Option<Name> {
        let (Some(What::Region(place)), Some(What::Sign(','))) = (self.what(1), self.what(2)) else {
            return None;
        };
        let mention = &self.places.mentions[*place];
        let codes = &self.places.codes[mention.at];
        let country = match mention.region.level {
            Level::Country => Some(codes.own.clone()),
            // `In Liuzhou, exports surged` in a story of its province
            Level::City if self.in_the_storys_province(&codes.own) => Some(codes.own.clone()),
            Level::City => codes.country.clone(),
            _ => None,
        };
        country.filter(|_| self.is_prep(0, Prep::In))
    }

    pub(super) fn carried_reporter(&self, indicator: Indicator) -> Option<Name> {
        if let Some(country) = self.set_in().filter(|_| !is_duty(indicator)) {
            return Some(country);
        }
        // `Nationwide, exports tumbled P` in a story of a province
        if !is_duty(indicator)
            && self.is_word(0, words!["nationwide", "nationally"])
            && let Some(country) = self.country_of(self.carry.story_reporter.as_deref())
        {
            return Some(Name::from(country));
        }
        // `At Pasir Gudang, container throughput rose P`
        if indicator == Indicator::Freight
            && (self.is_prep(0, Prep::At) || self.is_prep(0, Prep::In))
            && matches!(self.what(2), Some(What::Sign(',')))
            && let Some(What::Region(place)) = self.what(1)
            && self.places.mentions[*place].region.level == Level::City
        {
            return Some(self.code(*place, false));
        }
        // `Worldwide, exports fell P`: of whom the story is about, whoever bought in the sentence before
        if !is_duty(indicator)
            && self.is_word(0, words!["worldwide", "overall"])
            && matches!(self.what(1), Some(What::Sign(',')))
            && let Some(home) = &self.places.home
            && self
                .carry
                .topic
                .as_ref()
                .is_some_and(|topic| topic.reporter.as_ref().is_some_and(|code| code.len() == 2))
        {
            return Some(home.clone());
        }
        // a story about a port is of that port, and not of its country
        if indicator == Indicator::Freight
            && let Some(port) = &self.places.port
        {
            let freight = |draft: &&super::Draft| draft.topic.indicator == Indicator::Freight;
            let here = self.drafts[self.first_draft..].iter().rev().find(freight);
            return here.and_then(|draft| draft.topic.reporter.clone()).or_else(|| Some(port.clone()));
        }
        // who levies a duty need not be whose exports come next
        let kin = |topic: &&Topic| is_duty(topic.indicator) == is_duty(indicator);
        // the same sentence before the one before it
        let here = self.drafts[self.first_draft..].iter().rev().map(|draft| &draft.topic).find(kin);
        let here = here.and_then(|topic| topic.reporter.clone());
        let carried = self.carry.topic.as_ref().filter(kin).and_then(|topic| topic.reporter.clone());
        let previous = || {
            self.carry
                .previous
                .as_ref()
                .filter(kin)
                .and_then(|topic| topic.reporter.clone())
                .filter(|code| code.len() == 2)
                // a new paragraph goes on about whom the story is about
                .filter(|code| self.places.home.as_ref().is_none_or(|home| home == code))
                // what was said of the country by the way does not make a province's story the country's
                .filter(|code| {
                    let story = self.carry.story_reporter.as_ref();
                    story == Some(code) || self.country_of(story.map(|code| &**code)) != Some(&**code)
                })
        };
        let levier = || self.carry.tariff.clone().filter(|_| is_duty(indicator));
        // a story that has spoken of nothing but duties is of what comes in where they are levied
        let buyer = || {
            let duties = self.drafts.iter().all(|draft| is_duty(draft.topic.indicator));
            // `Imports from the three countries`
            let from = (0..self.pieces.list.len()).any(|at| {
                self.is_prep(at + 1, Prep::From)
                    && matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                        if measured.indicator == Indicator::Imports)
            });
            self.carry.tariff.clone().filter(|_| indicator == Indicator::Imports && duties && from)
        };
        let known = here.or(carried).or_else(levier).or_else(buyer).or_else(previous);
        known.or_else(|| self.carry.story_reporter.clone()).or_else(|| {
            let regions = self.places.regions;
            let fits = |level: &Level| matches!(level, Level::Country | Level::Admin1 | Level::Group);
            // a province that has not been named yet is not whose figure it is, and few have trade of their own:
            // China's and Scotland have
            let byte = self.start_of(self.current);
            let named = |at: usize| {
                let mut mentions = self.places.mentions.iter().filter(|place| place.at == at);
                mentions.clone().any(|place| place.bytes.start < byte)
                    && (regions[at].country.as_deref() == Some("CN")
                        || regions[at].code == "GB-SCT"
                        || mentions.any(|place| super::super::home::owns(self.story, place, usize::MAX))
                        || self
                            .drafts
                            .iter()
                            .any(|draft| draft.topic.reporter.as_deref() == Some(&*regions[at].code)))
            };
            // whose story it is: the country that it was filed in, where the story itself speaks of it
            let filed = self.places.filed.as_deref().and_then(|filed| {
                regions.iter().position(|region| {
                    region.code == filed
                        && region.mentions.iter().any(|mention| mention.usage != Usage::Dateline)
                })
            });
            // whose goods come in is not who buys them
            let buys = indicator == Indicator::Imports
                || indicator == Indicator::Tariff && self.text(self.current).contains("import");
            let sells =
                |code: &str| buys && super::super::home::is_seller(self.story, &self.places.mentions, code);
            let focus = regions.iter().enumerate().position(|(at, region)| {
                region.role == article::Role::Focus
                    && !sells(&region.code)
                    && fits(&region.level)
                    && (region.level != Level::Admin1 || indicator == Indicator::Deals || named(at))
            });
            let at_home = focus.is_some_and(|focus| {
                self.places.filed.as_deref().is_some_and(|filed| regions[focus].code.starts_with(filed))
            });
            let focus = if at_home { focus } else { filed.or(focus) };
            if let Some(home) = self.places.home.as_ref().filter(|home| !sells(home))
                && !focus.is_some_and(|focus| regions[focus].code.starts_with(&**home))
            {
                return Some(home.clone());
            }
            focus
                .or_else(|| {
                    regions.iter().position(|region| {
                        region.role != article::Role::Dateline
                            && region.level == Level::Country
                            && !sells(&region.code)
                    })
                })
                .or_else(|| {
                    let partner =
                        |code: &str| super::super::home::is_partner(self.story, &self.places.mentions, code);
                    regions.iter().position(|region| {
                        region.role != article::Role::Dateline
                            && fits(&region.level)
                            && (region.level != Level::Admin1 || indicator == Indicator::Deals)
                            && !(buys && partner(&region.code))
                    })
                })
                .map(|region| self.places.codes[region].own.clone())
        })
    }

    /// The subject of the sentence, where it is a place: `Japan posted a deficit`.
    pub(super) fn subject(&self, before: usize) -> Option<(usize, Name)> {
        if let Some(found) = self.subject_before_aside(before) {
            return Some(found);
        }
        let from = if self.clause_start <= before { self.clause_start } else { 0 };
        // `Among the 16 cities in Shandong, Qingdao ranked first`
        let among = self.is_word(from, words!["among"]);
        let close =
            (from..(from + 14).min(before)).find(|at| matches!(self.what(*at), Some(What::Sign(','))));
        // `With the European Union, the surplus came to V`: with whom it is says nothing of whose
        let among = among || from == 0 && self.is_prep(from, Prep::With);
        // `Due to the large volumes of Brazilian beans purchased, Japanese crushers will buy V`: why is not who
        let among = among
            || from == 0
                && self.is_word(
                    from,
                    words![
                        "due",
                        "due to",
                        "because of",
                        "because",
                        "despite",
                        "given",
                        "thanks to",
                        "owing to"
                    ],
                )
                && close.is_some_and(|close| matches!(self.what(close + 1), Some(What::Region(_))));
        // who stands behind the comma, and the piece behind that
        let named_behind = |close: usize| {
            let subject = self.skip(close + 1, |what| matches!(what, What::Class(Class::Plain)));
            let named = matches!(self.what(subject), Some(What::Region(_) | What::Class(Class::Peri(_))));
            named.then_some(subject + 1)
        };
        // `Before the United States left the agreement, the country exported V`, `As a result of Brazilian offers, Japanese mills`
        let among = among
            || from <= 1
                && (self.is_word(0, words!["before", "after", "since", "when", "until"])
                    || self.is_word(0, words!["as a result of"])
                    || self.is_word(0, words!["as"])
                        && self.any_word(1..4, words!["result", "member", "part"]))
                && close.and_then(named_behind).is_some();
        // `In its first year as a member of the European Community, Portugal recorded V`
        let among = among
            || from == 0
                && (self.is_prep(0, Prep::In) || matches!(self.what(0), Some(What::Time(_))))
                && close.is_some_and(|close| {
                    matches!(self.what(close + 1), Some(What::Region(_)))
                        && (1..close).any(|at| {
                            self.is_word(at, words!["member", "part"]) && self.is_prep(at + 1, Prep::Of)
                        })
                });
        // `Under an agreement with the U.S. and Australia, Japan has raised`: with whom it was agreed
        let among = among
            || from == 0
                && self.is_word(
                    0,
                    words![
                        "under",
                        "in line with",
                        "in addition to",
                        "besides",
                        "like",
                        "unlike",
                        "in contrast to"
                    ],
                )
                // a union's short name between commas is not who did it
                && close
                    .and_then(named_behind)
                    .is_some_and(|next| !matches!(self.what(next), Some(What::Sign(','))));
        let from = close.filter(|_| among).map_or(from, |close| close + 1);
        let mut at = from;
        while at < before {
            if let Some(What::Region(place)) = self.what(at) {
                let mut place = *place;
                let mut next = at + 1;
                // `northwest China's Shaanxi`
                while let Some((inner, after)) = self.nested(place, next) {
                    (place, next) = (inner, after);
                }
                // `Non-EU imports fell`: all but that one
                if self.is_left_out(at) {
                    at = next;
                    continue;
                }
                // where it was filed from is nobody's subject
                if self.places.mentions[place].usage == Usage::Dateline {
                    at = next;
                    continue;
                }
                let start = at == from;
                let level = self.places.mentions[place].region.level;
                let code = &self.places.mentions[place].region.code;
                let canal = super::super::home::is_canal(code) || super::super::home::is_zone(code);
                let sea = !canal
                    && matches!(level, Level::Macro | Level::Other)
                    && !matches!(self.what(next), Some(What::Class(_)));
                if sea || matches!(self.what(next), Some(What::Sign('-'))) {
                    at = next;
                    continue;
                }
                let governed = at > 0
                    && matches!(
                        self.what(at.wrapping_sub(1)),
                        Some(
                            What::Class(Class::Prep(
                                Prep::To
                                    | Prep::From
                                    | Prep::With
                                    | Prep::On
                                    | Prep::Between
                                    | Prep::And
                                    | Prep::By
                            )) | What::Sign('(')
                        )
                    );
                // `the Sankofa field off the Western Region`
                let governed =
                    governed || self.places.mentions[place].usage != Usage::Demonym && self.lies_by(at);
                // `which before the war in Ukraine were worth V`
                // `Within ASEAN, exports to Thailand rose`: of whom the story is about
                let inside = words!["within", "inside", "among", "across"];
                let governed = governed
                    || level == Level::Group
                        && (self.is_word(at.wrapping_sub(1), inside)
                            || self.is_word(at.wrapping_sub(1), words!["the"])
                                && self.is_word(at.wrapping_sub(2), inside));
                let governed = governed
                    || self.is_prep(at.wrapping_sub(1), Prep::In)
                        && self.is_word(
                            at.wrapping_sub(2),
                            words![
                                "war",
                                "conflict",
                                "fighting",
                                "crisis",
                                "drought",
                                "harvest",
                                "earthquake",
                                "unrest",
                            ],
                        );
                // `According to the Federal Statistical Office in Wiesbaden, exports …`
                let governed = governed
                    || at > 0
                        && level == Level::City
                        && (self.is_prep(at.wrapping_sub(1), Prep::In)
                            || self.is_prep(at.wrapping_sub(1), Prep::At)
                            || self.is_prep(at.wrapping_sub(1), Prep::Of)
                                && !self.is_word(
                                    at.wrapping_sub(2),
                                    words!["port", "ports", "city", "trade", "harbour", "airport"],
                                ));
                // `released by its London office`
                let governed = governed
                    || level == Level::City
                        && self.is_word(
                            next,
                            words![
                                "office",
                                "offices",
                                "branch",
                                "bureau",
                                "headquarters",
                                "embassy",
                                "traders"
                            ],
                        );
                // `Factories in Tamil Nadu said`: the story need not be of that state
                let governed = governed
                    || level == Level::Admin1
                        && self.is_prep(at.wrapping_sub(1), Prep::In)
                        && matches!(self.what(at.wrapping_sub(2)), Some(What::Word))
                        && self.places.mentions[place].region.country.as_deref() != Some("CN")
                        && self.carry.story_reporter.as_deref() != Some(code.as_str());
                // a possessive before something else: `China's customs said`
                if !governed || start {
                    // `Putrajaya expects exports to grow`: a capital speaks for its country
                    let speaks = matches!(self.what(next), Some(What::Class(Class::Status(_))));
                    let code = if speaks { self.levier(place) } else { self.code(place, false) };
                    return Some((at, code));
                }
            }
            at += 1;
        }
        if let Some(code) = self.spoken_subject(from, before) {
            return Some((from, code));
        }
        // `"We exported V," he said`: who speaks is mostly of the place that the story is about
        if let Some(we) =
            (from.max(before.saturating_sub(4))..before).rev().find(|at| self.is_word(*at, words!["we"]))
            && let Some(ours) = self
                .carry
                .story_reporter
                .clone()
                .or_else(|| self.places.home.clone())
                .or_else(|| self.places.filed.clone())
        {
            return Some((we, ours));
        }
        // `from the United States, which recorded a deficit`, `India, where imports climbed`
        let relative =
            from.checked_sub(1).filter(|at| self.is_word(*at, words!["which", "that", "who", "where"]))?;
        let back = relative.checked_sub(1)?;
        let back = if matches!(self.what(back), Some(What::Sign(','))) { back.checked_sub(1)? } else { back };
        // `For Ecuador, the world's largest exporter, which sold V`
        let called = self.is_word(
            back,
            words!["exporter", "importer", "producer", "grower", "supplier", "seller", "buyer"],
        );
        let back = if called {
            const ASIDE: usize = 9;
            let open = (back.saturating_sub(ASIDE)..back)
                .rev()
                .find(|at| matches!(self.what(*at), Some(What::Sign(','))))?;
            open.checked_sub(1)?
        } else {
            back
        };
        match self.what(back) {
            Some(What::Region(place)) => Some((back, self.code(*place, false))),
            _ => None,
        }
    }

    /// `Uganda, Africa's largest grower after Ethiopia, sold V`: what a place is said to be between commas is not the subject.
    pub(super) fn subject_before_aside(&self, verb: usize) -> Option<(usize, Name)> {
        const LONGEST: usize = 16;
        let comma = |at: usize| matches!(self.what(at), Some(What::Sign(',')));
        // `Honduras, which ranks third behind Brazil, aims to export V`
        let close = (verb.saturating_sub(4)..verb)
            .rev()
            .find(|at| {
                !matches!(
                    self.what(*at),
                    Some(What::Class(Class::Status(_) | Class::Plain | Class::Prep(Prep::To)))
                )
            })
            .filter(|close| comma(*close))?;
        let aside = (close.saturating_sub(LONGEST)..close).rev();
        // a relative clause may have amounts of its own
        let relative = aside
            .clone()
            .take_while(|at| !matches!(self.what(*at), Some(What::Sign(';' | ':'))))
            .find(|at| comma(*at) && self.is_word(*at + 1, words!["who", "which"]));
        let open = relative.or_else(|| {
            aside
                .clone()
                .take_while(|at| {
                    !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';' | ':')))
                        && !self.is_word(*at, words!["while", "but", "whereas", "although"])
                })
                .find(|at| comma(*at))
        })?;
        let says_what = self.is_word(
            open + 1,
            words![
                "the",
                "a",
                "an",
                "its",
                "one",
                "which",
                "who",
                "where",
                "home",
                "meanwhile",
                "however",
                "for",
                "by",
                "in",
                "too",
            ],
        ) || matches!(
            (self.what(open + 1), self.what(open + 2)),
            (Some(What::Region(_)), Some(What::Possessive))
        );
        let last = open.checked_sub(1).filter(|_| says_what)?;
        // `South African growers, who send most of it to Europe,`
        let people =
            matches!(self.what(last), Some(What::Word)) && self.is_word(open + 1, words!["who", "which"]);
        let place = last.checked_sub(usize::from(people))?;
        let Some(What::Region(found)) = self.what(place) else { return None };
        let governed = matches!(self.what(place.wrapping_sub(1)), Some(What::Class(Class::Prep(_))));
        let usage = if people { Usage::Demonym } else { Usage::Name };
        let named = self.places.mentions[*found].usage == usage;
        (named && !governed).then(|| (place, self.code(*found, false)))
    }

    /// Whether a place is named to say where something else is.
    fn lies_by(&self, place: usize) -> bool {
        let by = |at: usize| {
            self.is_word(
                at,
                words![
                    "off", "near", "via", "through", "into", "toward", "towards", "around", "outside",
                    "without",
                ],
            )
        };
        let before = place.wrapping_sub(1);
        by(before) || self.is_word(before, words!["the"]) && by(before.wrapping_sub(1))
    }

    /// What stands before an indicator's noun: goods and whose.
    pub(super) fn left(&self, at: usize) -> Side {
        let mut side = Side { from: at, ..Side::default() };
        let mut goods: Option<Range<usize>> = None;
        let mut back = at;
        while back > 0 && at - back < 12 {
            back -= 1;
            match &self.pieces.list[back].what {
                // `bringing mutual trade to V`
                What::Word if self.is_word(back, super::BRING) => break,
                What::Word => goods = Some(extend(goods.take(), self.pieces.list[back].tokens.clone())),
                What::Sign('-') | What::Possessive | What::Time(_) => {}
                // `the city's cross-border trade`
                _ if self.is_word(back, words!["cross"]) => {}
                What::Class(Class::Prep(Prep::And))
                    if goods.is_some() && matches!(self.what(back.wrapping_sub(1)), Some(What::Word)) => {}
                What::Class(Class::Plain) => {
                    if self.is_word(back, words!["a", "an", "the"]) {
                        side.from = back;
                        break;
                    }
                    if self.is_word(
                        back,
                        words!["said", "says", "show", "showed", "for", "during", "through", "via"],
                    ) {
                        break;
                    }
                }
                What::Region(place) => {
                    let stands_for = goods.clone().is_some_and(|tokens| {
                        matches!(
                            self.lower(tokens).as_ref(),
                            "state" | "nation" | "kingdom" | "republic" | "country" | "island"
                        )
                    });
                    side.from = back;
                    if stands_for {
                        goods = None;
                        break;
                    }
                    // `Vietnam-bound exports`
                    if matches!(self.what(back + 1), Some(What::Sign('-')))
                        && self.is_word(back + 2, words!["bound"])
                    {
                        side.partner = Some(self.code(*place, true));
                        goods = goods.filter(|goods| goods.len() > 1).map(|goods| goods.start + 1..goods.end);
                        break;
                    }
                    // `non-OPEC exports`
                    if let Some(What::Class(Class::Indicator(measured, _))) = self.what(at)
                        && let Some(others) = self.of_all_but(back, measured.indicator)
                    {
                        (side.reporter, side.partner) = (others.reporter, others.partner);
                        side.from = others.from;
                        // `Canada's non-U.S. exports`
                        if side.reporter.is_none() && side.from > 0 {
                            let owner = self.left(side.from);
                            (side.reporter, side.from) = (owner.reporter, owner.from);
                        }
                        break;
                    }
                    side.reporter = Some(self.code(*place, false));
                    // `Britain's North Sea oil exports`
                    let level = self.places.mentions[*place].region.level;
                    if matches!(level, Level::Other | Level::Macro)
                        && matches!(self.what(back.wrapping_sub(1)), Some(What::Possessive))
                        && let Some(What::Region(owner)) = self.what(back.wrapping_sub(2))
                        && self.places.mentions[*owner].region.level == Level::Country
                    {
                        (side.reporter, side.from) = (Some(self.code(*owner, false)), back - 2);
                        break;
                    }
                    if let Some(below) = goods.clone().and_then(|goods| self.named_below(goods, back)) {
                        (side.reporter, goods) = (Some(below), None);
                        break;
                    }
                    // `intra-euro area trade`
                    if matches!(self.what(back.wrapping_sub(1)), Some(What::Sign('-')))
                        && self.is_word(back.wrapping_sub(2), words!["intra"])
                    {
                        side.partner.clone_from(&side.reporter);
                    }
                    // `Russia-Turkey trade`
                    if let (Some(What::Sign('-' | '–')), Some(What::Region(one))) =
                        (self.what(back.wrapping_sub(1)), self.what(back.wrapping_sub(2)))
                        && touches_before(self.story, self.pieces.list[back].tokens.start)
                    {
                        side.partner = side.reporter.replace(self.code(*one, false));
                        side.from = back - 2;
                    }
                    break;
                }
                What::Class(Class::Peri(peri)) => {
                    side.reporter = self.peri(back, *peri);
                    side.from = back;
                    break;
                }
                _ => break,
            }
            side.from = back;
        }
        side.commodity = goods.map(|tokens| self.lower(tokens));
        side
    }

    /// `NE China province's trade with Russia up P`: in a headline, the one that the lead names.
    fn named_below(&self, kind: Range<usize>, at: usize) -> Option<Name> {
        let level = match self.lower(kind).as_ref() {
            "province" | "region" | "state" => Level::Admin1,
            "city" | "port city" => Level::City,
            _ => return None,
        };
        self.places.first_after(self.start_of(at), level).filter(|_| self.drafts.is_empty())
    }

    /// Whose it is, where a piece is a place or what stands for one: `Kenya`, `the province`.
    pub(super) fn named_at(&self, at: usize) -> Option<Name> {
        match self.what(at)? {
            What::Region(place) => Some(self.code(*place, false)),
            What::Class(Class::Peri(peri)) => self.peri(at, *peri),
            _ => None,
        }
    }

    /// The first place of these pieces that is not `not`: whose goods they are, beside who buys them.
    pub(super) fn place_but(&self, mut pieces: impl Iterator<Item = usize>, not: &Name) -> Option<Name> {
        pieces.find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some(self.code(*place, true)).filter(|code| code != not),
            _ => None,
        })
    }

    /// "the province": the last one named.
    pub(super) fn peri(&self, at: usize, peri: Peri) -> Option<Name> {
        let level = match peri {
            Peri::Country => Level::Country,
            Peri::Admin1 => Level::Admin1,
            Peri::City => Level::City,
            Peri::Group => Level::Group,
        };
        // `through the zone` of a story about one
        if peri == Peri::City && self.text(at).to_ascii_lowercase().ends_with("zone") {
            let is_zone = |code: &&Name| super::super::home::is_zone(code);
            let here = self.carry.topic.as_ref().and_then(|topic| topic.reporter.as_ref()).filter(is_zone);
            return here.or_else(|| self.carry.story_reporter.as_ref().filter(is_zone)).cloned();
        }
        // the one that the story speaks of, before the one last named
        let spoken = self.carry.topic.as_ref().and_then(|topic| topic.reporter.as_ref());
        let fits = |code: &&Name| match peri {
            Peri::Country => code.len() == 2,
            Peri::Admin1 => code.contains('-') && !code.contains(':'),
            Peri::City => code.starts_with("geonames:"),
            Peri::Group => code.starts_with("x:"),
        };
        if let Some(code) = spoken.filter(fits).or_else(|| self.carry.story_reporter.as_ref().filter(fits)) {
            return Some(code.clone());
        }
        // a story without a figure yet is of its home, whoever was named last
        let home =
            self.places.home.clone().filter(|_| peri == Peri::Country && self.carry.story_reporter.is_none());
        home.or_else(|| self.places.last_before(self.start_of(at), level))
    }

    /// `from Maranello and Sant'Agata rose P`: the piece behind a name that no gazetteer has, else that piece.
    fn past_unknown_place(&self, at: usize) -> usize {
        /// Pieces of such a name.
        const NAME: usize = 4;
        if !self.is_prep(at, Prep::And) {
            return at;
        }
        let named = |at: &usize| match self.what(*at) {
            Some(What::Word) => self.text(*at).starts_with(char::is_uppercase),
            Some(What::Sign(sign)) => matches!(sign, '\'' | '’' | '-'),
            _ => false,
        };
        let next = (at + 1..at + 1 + NAME).find(|at| !named(at)).unwrap_or(at + 1);
        let verb = matches!(self.what(next), Some(What::Class(Class::Change(_) | Class::Level(_))));
        if next > at + 1 && verb { next } else { at }
    }

    /// What stands after an indicator's noun: goods, partner, and whose.
    pub(super) fn right(&self, from: usize, indicator: Indicator) -> Side {
        let mut side = Side { end: from, ..Side::default() };
        let mut at = from;
        while at < from + 30 {
            let Some(what) = self.what(at) else { break };
            match what {
                // `the foreign direct investment received by Morocco`
                _ if matches!(indicator, Indicator::FdiInward | Indicator::Imports)
                    && self.is_word(
                        at,
                        words!["received", "attracted", "absorbed", "drawn", "obtained", "used"],
                    )
                    && self.is_prep(at + 1, Prep::By)
                    && self.place_at(at + 2).is_some() =>
                {
                    at += 1;
                }
                What::Class(Class::Prep(Prep::Of))
                    if !matches!(
                        self.what(self.skip(at + 1, |what| matches!(
                            what,
                            What::Class(Class::Bound(_) | Class::Plain)
                        ))),
                        Some(What::Quantity(_))
                    ) =>
                {
                    if let Some((owner, next)) = self.owner(at + 1) {
                        side.reporter = Some(owner);
                        at = next;
                        side.end = at;
                        continue;
                    }
                    let (goods, origin, next) = self.goods(at + 1);
                    if next == at + 1 {
                        break;
                    }
                    side.commodity = side.commodity.or(goods);
                    match (indicator, origin) {
                        (Indicator::Imports, Some(place)) if side.partner.is_none() => {
                            side.partner = Some(self.code(place, true));
                        }
                        (Indicator::Exports | Indicator::ReExports, Some(place))
                            if side.reporter.is_none() =>
                        {
                            side.reporter = Some(self.code(place, false));
                        }
                        _ => {}
                    }
                    at = next;
                }
                // `Foreign direct investment into Laos` is named with its preposition
                What::Region(_) | What::Class(Class::Plain)
                    if at == from
                        && self.text(at.wrapping_sub(1)).to_ascii_lowercase().ends_with(" into")
                        && self.place_at(at).is_some() =>
                {
                    let Some((place, next)) = self.place_at(at) else { break };
                    side.reporter = Some(self.code(place, false));
                    at = next;
                }
                // `purchases by China`, `imports into Japan`
                What::Class(Class::Prep(Prep::By) | Class::Plain)
                    if (self.is_prep(at, Prep::By)
                        || (matches!(indicator, Indicator::Imports | Indicator::FdiInward)
                            && self.is_word(at, words!["into"])))
                        && matches!(
                            indicator,
                            Indicator::Exports
                                | Indicator::Imports
                                | Indicator::ReExports
                                | Indicator::FdiInward
                        )
                        && self.place_at(at + 1).is_some() =>
                {
                    let Some((place, next)) = self.place_at(at + 1) else { break };
                    let both = self.region_list(at + 1, false).filter(|(_, end)| *end > next);
                    (side.reporter, at) = match both {
                        Some((codes, end)) => (Some(codes), end),
                        None => (Some(self.code(place, false)), next),
                    };
                }
                // `exports outside the CIS`, `exports within the bloc`
                What::Word | What::Class(_) if self.is_word(at, words!["outside", "beyond", "within"]) => {
                    let Some((code, next)) = self.outside(at).or_else(|| self.within(at)) else { break };
                    side.partner = Some(code);
                    at = next;
                }
                // `through the Suez Canal`, `via Georgia`
                What::Class(Class::Plain)
                    if self.is_word(at, words!["via", "through"]) && self.place_at(at + 1).is_some() =>
                {
                    at = self.place_at(at + 1).map_or(at + 1, |(_, next)| next);
                }
                What::Class(Class::Prep(prep @ (Prep::To | Prep::From | Prep::With))) => {
                    let there = self
                        .is_word(at + 1, words!["there", "that country", "that market", "them"])
                        .then(|| Some((self.partner_before()?, at + 2)))
                        .flatten();
                    let there = there.or_else(|| self.that_place(at + 1, indicator));
                    let Some((codes, next)) = there.or_else(|| {
                        self.region_list(at + 1, *prep != Prep::From || indicator == Indicator::Imports)
                    }) else {
                        break;
                    };
                    match (prep, indicator) {
                        // `hazelnuts from the Black Sea coast`: no sea trades
                        (Prep::From, Indicator::Exports | Indicator::ReExports) if self.is_a_sea(at + 1, next) => {}
                        (Prep::From, Indicator::Exports | Indicator::ReExports | Indicator::FdiOutward)
                        // `imports of food to Ukraine`
                        | (Prep::To, Indicator::FdiInward | Indicator::Imports) => side.reporter = Some(codes),
                        _ => side.partner = Some(codes),
                    }
                    at = self.past_unknown_place(next);
                }
                What::Class(Class::Prep(Prep::Between)) => {
                    if let Some(next) = self.the_two(at + 1)
                        && let Some((one, other)) = &self.carry.bilateral
                    {
                        side.reporter = Some(one.clone());
                        side.partner = Some(other.clone());
                        at = next;
                        side.end = at;
                        continue;
                    }
                    // `between the two giants, India and China`
                    let called = self.skip(at + 1, |what| {
                        matches!(what, What::Class(Class::Plain | Class::Peri(_)) | What::Number | What::Word)
                    });
                    let first =
                        if matches!(self.what(called), Some(What::Sign(','))) { called + 1 } else { at + 1 };
                    let Some((one, and)) = self.place_at(first) else { break };
                    // `between the Primorye Region and China`
                    let and = and
                        + usize::from(
                            self.is_word(and, words!["region", "province", "state", "republic", "territory"]),
                        );
                    if !self.is_prep(and, Prep::And) {
                        break;
                    }
                    let skip = self.skip(and + 1, |what| {
                        matches!(what, What::Class(Class::Plain) | What::Number | What::Word)
                    });
                    let Some(What::Region(other)) = self.what(skip) else { break };
                    let (one, other) = (self.code(one, false), self.code(*other, true));
                    // of the two, the one that the story is about counts
                    let home = self.carry.story_reporter.as_ref().or(self.places.home.as_ref());
                    let swapped = home == Some(&other) && home != Some(&one);
                    let (reporter, partner) = if swapped { (other, one) } else { (one, other) };
                    (side.reporter, side.partner) = (Some(reporter), Some(partner));
                    at = skip + 1;
                }
                What::Class(Class::Prep(Prep::At | Prep::In))
                    if indicator == Indicator::Freight && self.place_at(at + 1).is_some() =>
                {
                    let Some((place, next)) = self.place_at(at + 1) else { break };
                    side.reporter = Some(self.code(place, false));
                    at = next;
                }
                What::Class(Class::Prep(Prep::In))
                    if indicator == Indicator::FdiInward && self.place_at(at + 1).is_some() =>
                {
                    let Some((place, next)) = self.place_at(at + 1) else { break };
                    side.reporter = Some(self.code(place, false));
                    at = next;
                }
                What::Class(Class::Prep(Prep::In)) => match self.what(at + 1) {
                    Some(What::Region(_) | What::Time(_)) => at += 2,
                    // `the surplus in chemicals and machinery`
                    Some(What::Word) if indicator == Indicator::Balance && side.commodity.is_none() => {
                        let (goods, _, next) = self.goods(at + 1);
                        if goods.is_none() {
                            break;
                        }
                        side.commodity = goods;
                        at = next;
                    }
                    _ => break,
                },
                What::Sign('(') => {
                    let Some(close) =
                        (at..at + 12).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))
                    else {
                        break;
                    };
                    if (at..close).any(|at| matches!(self.what(at), Some(What::Quantity(_)))) {
                        break;
                    }
                    at = close + 1;
                }
                What::Time(_) | What::Class(Class::Comparison(_) | Class::Plain) => at += 1,
                What::Word if self.is_word(at, words!["abroad", "overseas", "worldwide"]) => at += 1,
                _ => break,
            }
            side.end = at;
        }
        side
    }

    /// Whether one of these pieces is a sea or its coast.
    fn is_a_sea(&self, from: usize, next: usize) -> bool {
        let named = |at: usize| {
            matches!(self.what(at), Some(What::Region(place))
            if matches!(self.places.mentions[*place].region.level, Level::Macro | Level::Other))
        };
        (from..next).any(|at| named(at) && self.text(at).ends_with("Sea"))
            || (from..next).any(named) && self.is_word(next, words!["coast", "coasts"])
    }

    /// A place, perhaps after an article, and what stands after it.
    fn place_at(&self, at: usize) -> Option<(usize, usize)> {
        let mut at = self.skip(at, |what| matches!(what, What::Class(Class::Plain)));
        // `central China's Henan`
        if matches!(self.what(at + 1), Some(What::Region(_))) && self.is_word(at, COMPASS) {
            at += 1;
        }
        let Some(What::Region(place)) = self.what(at) else { return None };
        let mut place = *place;
        let mut next = at + 1;
        while let Some((inner, after)) = self.nested(place, next) {
            (place, next) = (inner, after);
        }
        Some((place, next))
    }

    /// `China's Shaanxi`, `China's port city Ningbo`: a place that is said to be another's.
    fn nested(&self, outer: usize, next: usize) -> Option<(usize, usize)> {
        if !matches!(self.what(next), Some(What::Possessive)) {
            return None;
        }
        let inner = (next + 1..next + 5).find(|at| !matches!(self.what(*at), Some(What::Word)))?;
        let words = (next + 1..inner).all(|at| self.is_word(at, COMPASS) || self.is_word(at, KINDS));
        let Some(What::Region(place)) = self.what(inner).filter(|_| words) else { return None };
        let (outer, region) = (&self.places.mentions[outer].region, &self.places.mentions[*place].region);
        // `northeast China's Heilongjiang`: of a part of the country
        let whole = region.country.as_deref() == Some(outer.code.as_str()) || outer.level == Level::Macro;
        whole.then_some((*place, inner + 1))
    }

    /// With whom the last figure of the paragraph was.
    pub(super) fn partner_before(&self) -> Option<Name> {
        let near = self.drafts.iter().rev().take(6).take_while(|draft| draft.sentence + 2 >= self.sentence);
        near.filter_map(|draft| draft.topic.partner.clone()).find(|partner| **partner != *"WORLD")
    }

    /// `The United States and Canada, whose cross-border trade totalled V`: the two whose trade begins at `noun`.
    pub(super) fn pair_before_whose(&self, noun: usize) -> Option<(Name, Name)> {
        let whose = (noun.saturating_sub(4)..noun).rev().find(|at| self.is_word(*at, words!["whose"]))?;
        let comma = whose.checked_sub(1).filter(|at| matches!(self.what(*at), Some(What::Sign(','))))?;
        let Some(What::Region(second)) = self.what(comma.checked_sub(1)?) else { return None };
        let and = (comma.saturating_sub(3)..comma - 1).rev().find(|at| self.is_prep(*at, Prep::And))?;
        let Some(What::Region(first)) = self.what(and.checked_sub(1)?) else { return None };
        Some((self.code(*first, false), self.code(*second, true)))
    }

    /// `the two countries`, and what stands after it.
    fn the_two(&self, at: usize) -> Option<usize> {
        let two = self.skip(at, |what| matches!(what, What::Class(Class::Plain)));
        let sides = two + usize::from(self.is_word(two, words!["two"]));
        (sides > at
            && self.is_word(
                sides,
                words!["countries", "nations", "sides", "neighbours", "neighbors", "economies"],
            ))
        .then_some(sides + 1)
    }

    /// `exports of Peru`, and not of `Peru's` or `Peruvian` goods: whose they are.
    fn owner(&self, at: usize) -> Option<(Name, usize)> {
        let (place, next) = self.place_at(at)?;
        if matches!(self.places.mentions[place].usage, Usage::Demonym) {
            return None;
        }
        // `of Henan Province`
        let next = next + usize::from(self.is_word(next, KINDS));
        // `trade of Ningbo, a port city`
        let apposed = matches!(self.what(next), Some(What::Sign(',')))
            && self.is_word(next + 1, words!["a", "an", "the"]);
        let goods = !apposed
            && matches!(
                self.what(next),
                Some(
                    What::Word | What::Possessive | What::Sign('-' | ',') | What::Class(Class::Indicator(..))
                )
            )
            || self.is_prep(next, Prep::And)
            || self.is_word(next, words!["goods", "merchandise"]);
        (!goods).then(|| (self.code(place, false), next))
    }

    /// The goods after `exports of`, where they are from, and where they end.
    pub(super) fn goods(&self, from: usize) -> (Option<Name>, Option<usize>, usize) {
        let mut goods: Option<Range<usize>> = None;
        let mut origin = None;
        let mut at = from;
        while at < from + 16 {
            match self.what(at) {
                Some(What::Word) if self.is_word(at, words!["abroad", "overseas", "worldwide"]) => break,
                Some(What::Word) => goods = Some(extend(goods.take(), self.pieces.list[at].tokens.clone())),
                Some(What::Class(Class::Plain))
                    if self
                        .is_word(at, words!["the", "other", "new", "its", "all", "goods", "merchandise"]) => {
                }
                Some(What::Class(Class::Prep(Prep::And)) | What::Sign('-' | '&')) => {}
                // `milling wheat`
                Some(What::Class(Class::Other | Class::Change(_)))
                    if self.is_word(at, words!["milling", "feed", "crushing", "stock", "cut", "flat"])
                        && matches!(self.what(at + 1), Some(What::Word)) =>
                {
                    goods = Some(extend(goods.take(), self.pieces.list[at].tokens.clone()));
                }
                Some(What::Class(Class::Other)) if goods.is_none() => break,
                Some(What::Region(place)) if goods.is_none() => {
                    let of_it = self.skip(at + 1, |what| matches!(what, What::Possessive));
                    if matches!(self.what(of_it), Some(What::Word))
                        || self.is_word(of_it, words!["goods", "merchandise"])
                    {
                        origin = Some(*place);
                    }
                    at = of_it - 1;
                }
                Some(What::Sign('(')) => {
                    let Some(close) = (at..at + 6).find(|at| matches!(self.what(*at), Some(What::Sign(')'))))
                    else {
                        break;
                    };
                    at = close;
                }
                Some(What::Sign(',')) => {
                    let list = matches!(self.what(at + 1), Some(What::Word))
                        && (at + 1..at + 9)
                            .map_while(|at| self.what(at))
                            .take_while(|what| {
                                matches!(
                                    what,
                                    What::Word
                                        | What::Sign('-' | ',')
                                        | What::Class(Class::Prep(Prep::And) | Class::Plain)
                                )
                            })
                            .any(|what| matches!(what, What::Class(Class::Prep(Prep::And))));
                    if !list {
                        break;
                    }
                }
                _ => break,
            }
            at += 1;
        }
        (goods.map(|tokens| self.lower(tokens)), origin, at)
    }

    /// The piece and the place that stand there, behind small words: `the Russian`, `the European Union`.
    pub(super) fn named_from(&self, at: usize) -> Option<(usize, usize)> {
        let first = self.skip(at, |what| matches!(what, What::Class(Class::Plain)));
        match self.what(first) {
            Some(What::Region(place)) => Some((first, *place)),
            _ => None,
        }
    }

    /// `China`, `the five Central Asian countries`, `Canada and Australia` as one code.
    pub(super) fn region_list(&self, from: usize, as_partner: bool) -> Option<(Name, usize)> {
        let first = self.skip(from, |what| matches!(what, What::Class(Class::Plain) | What::Number));
        // `the 27-nation European Union`
        let nations = matches!(self.what(first), Some(What::Sign('-')))
            && self.is_word(first + 1, words!["nation", "member", "country", "strong", "state"]);
        let first = first + if nations { 2 } else { 0 };
        if let Some(found) = self.remainder(from) {
            return Some(found);
        }
        let first = if matches!(self.what(first), Some(What::Region(_))) {
            first
        } else {
            self.skip(first, |what| matches!(what, What::Word))
        };
        // `the other members of the European Union`, `the rest of the world`
        let of = self.is_prep(first, Prep::Of)
            && self.is_word(
                first.wrapping_sub(1),
                words![
                    "members",
                    "states",
                    "countries",
                    "nations",
                    "rest",
                    "economies",
                    "member states",
                    "part",
                    "parts",
                ],
            );
        let first =
            if of { self.skip(first + 1, |what| matches!(what, What::Class(Class::Plain))) } else { first };
        if first > from + 6 || (first > from + 4 && !of) {
            return None;
        }
        let Some(What::Region(place)) = self.what(first) else { return None };
        let mut codes = self.code(*place, as_partner);
        let mut at = first + 1;
        // `the northern Italian region of Emilia-Romagna`
        if (matches!(self.what(at), Some(What::Class(Class::Peri(_))))
            || self.is_word(
                at,
                words!["region", "state", "province", "city", "port", "island", "department", "district"],
            ))
            && self.is_prep(at + 1, Prep::Of)
            && let Some(What::Region(inside)) = self.what(at + 2)
        {
            codes = self.code(*inside, as_partner);
            at += 3;
        }
        // a place in a place: `Batumi, Georgia` is not handled; a possessive is another noun
        if matches!(self.what(at), Some(What::Possessive)) {
            return None;
        }
        at = self.after_letters(at);
        let and = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain)));
        if self.is_prep(at, Prep::And)
            && let Some(What::Region(other)) = self.what(and)
            && !self.is_more(and + 1)
        {
            codes = both(&codes, &self.code(*other, as_partner));
            at = and + 1;
        } else if as_partner {
            // `India, China and Japan`
            let mut list = codes.clone();
            let mut next = at;
            while matches!(self.what(next), Some(What::Sign(','))) {
                // `Germany, the Netherlands and Italy`
                let place = next + 1 + usize::from(self.is_word(next + 1, words!["the"]));
                let Some(What::Region(other)) = self.what(place) else { break };
                list = both(&list, &self.code(*other, true));
                next = place + 1;
            }
            if next > at
                && self.is_prep(next, Prep::And)
                && let Some(What::Region(other)) =
                    self.what(self.skip(next + 1, |what| matches!(what, What::Class(Class::Plain))))
            {
                codes = both(&list, &self.code(*other, true));
                at = self.skip(next + 1, |what| matches!(what, What::Class(Class::Plain))) + 1;
            }
        }
        at = self.after_letters(at);
        // `countries`, `as a whole`
        if self.is_word(at, words!["countries", "members", "partners", "markets", "economies", "nations"]) {
            at += 1;
        }
        Some((codes, at))
    }

    pub(super) fn start_of(&self, at: usize) -> usize {
        self.pieces.list.get(at).map_or(0, |piece| self.bytes(piece.tokens.clone()).start)
    }

    /// What stands behind brackets: `V ($29) a tonne`.
    pub(super) fn after_bracket(&self, at: usize) -> usize {
        const LONGEST: usize = 8;
        if !matches!(self.what(at), Some(What::Sign('('))) {
            return at;
        }
        (at..at + LONGEST)
            .find(|at| matches!(self.what(*at), Some(What::Sign(')'))))
            .map_or(at, |close| close + 1)
    }

    /// The end of `(ASEAN)` behind the name that it shortens.
    fn after_letters(&self, at: usize) -> usize {
        match (self.what(at), self.what(at + 1), self.what(at + 2)) {
            (Some(What::Sign('(')), Some(What::Region(_)), Some(What::Sign(')'))) => at + 3,
            _ => at,
        }
    }

    /// So many partners in a row that the clause names before a piece, behind `with`, `to` or `from`.
    fn partners_named(&self, before: usize, count: usize) -> Option<Name> {
        let joint = (self.clause_start.min(before)..before).find(|at| {
            self.is_prep(*at, Prep::With) || self.is_prep(*at, Prep::To) || self.is_prep(*at, Prep::From)
        })?;
        let (partners, _) = self.region_list(joint + 1, true)?;
        (partners.split('+').count() == count).then_some(partners)
    }

    /// `exports to Canada and Australia rose 10.4% and 6.7%, respectively`: the first to the first, the second to the second.
    pub(super) fn respectively(&self, at: usize, topic: &mut Topic) {
        let quantity = |at: usize| matches!(self.what(at), Some(What::Quantity(_)));
        let joins =
            |at: usize| matches!(self.what(at), Some(What::Sign(',') | What::Class(Class::Prep(Prep::And))));
        let (mut first, mut last) = (at, at);
        while first >= 2 && joins(first - 1) && quantity(first - 2) {
            first -= 2;
        }
        while joins(last + 1) && quantity(last + 2) {
            last += 2;
        }
        let count = (last - first) / 2 + 1;
        if count < 2 {
            return;
        }
        let place = (at - first) / 2;
        // `Exports and imports totalled V and V2 respectively, compared with V3 and V4`
        if count == 2
            && topic.indicator == Indicator::Trade
            && (0..self.pieces.list.len()).any(|at| self.is_word(at, words!["respectively"]))
        {
            let noun = (0..at).rev().find(|at| {
                matches!(self.what(*at), Some(What::Class(Class::Indicator(measured, _))) if measured.indicator == Indicator::Trade)
            });
            let order = match noun.map(|noun| self.text(noun).to_ascii_lowercase()).as_deref() {
                Some("exports and imports") => Some([Indicator::Exports, Indicator::Imports]),
                Some("imports and exports") => Some([Indicator::Imports, Indicator::Exports]),
                _ => None,
            };
            if let Some(order) = order {
                topic.indicator = order[place.min(1)];
                return;
            }
        }
        let said = self.any_word(last + 1..last + 12, words!["respectively", "each"]);
        // `Trade with the EU and ASEAN came in at V and V2`: the first has taken its own
        let spoken = if place > 0 { self.partners_named(first, count) } else { None };
        // `Exports to Vietnam and Japan fell P and P`: as many as there are places
        let places = topic.partner.as_deref().is_some_and(|partner| partner.split('+').count() == count)
            || spoken.is_some();
        if !(said || places) {
            return;
        }
        // `exports, imports and total trade expanded by P, P and P, respectively`
        let nouns: Vec<_> = (self.clause_start.min(first)..first)
            .filter_map(|at| match self.what(at) {
                Some(What::Class(Class::Indicator(measured, _))) => Some(*measured),
                _ => None,
            })
            .collect();
        if said && nouns.len() == count && nouns.windows(2).all(|pair| pair[0].indicator != pair[1].indicator)
        {
            (topic.indicator, topic.sign) = (nouns[place].indicator, nouns[place].sign);
            return;
        }
        if let Some(partner) = spoken.or_else(|| topic.partner.clone()) {
            let parts: Vec<&str> = partner.split('+').collect();
            if parts.len() == count {
                topic.partner = parts.get(place).map(|code| Name::from(*code));
                return;
            }
        }
        if let Some(goods) = topic.commodity.clone() {
            let mut parts: Vec<&str> = goods.split(", ").collect();
            if let Some((one, two)) = parts.pop().and_then(|end| {
                if parts.len() + 1 < count { end.rsplit_once(" and ") } else { Some((end, "")) }
            }) {
                parts.push(one.trim_start_matches("and "));
                if !two.is_empty() {
                    parts.push(two);
                }
            }
            if parts.len() == count {
                topic.commodity = parts.get(place).map(|goods| Name::from(*goods));
            }
        }
    }
}

#[derive(Default)]
pub(super) struct Side {
    pub(super) commodity: Option<Name>,
    pub(super) reporter: Option<Name>,
    pub(super) partner: Option<Name>,
    pub(super) from: usize,
    pub(super) end: usize,
}

fn is_duty(indicator: Indicator) -> bool {
    matches!(indicator, Indicator::Tariff | Indicator::Quota)
}

/// Two places as one partner.
fn both(one: &str, other: &str) -> Name {
    [one, "+", other].concat().into()
}

pub(super) fn extend(range: Option<Range<usize>>, by: Range<usize>) -> Range<usize> {
    match range {
        Some(range) => range.start.min(by.start)..range.end.max(by.end),
        None => by,
    }
}
