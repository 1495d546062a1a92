//! Industries: the sectors a story is about or says something of, as ISIC Rev.4 and IPTC Media Topics.
//!
//! `lexicon` knows the words of each sector; this module counts where they stand. Goods belong to the sector that makes them
//! (crude oil to extraction, petrol to refining), and a firm's own name proves less than the goods that a story speaks of.
//!
//! **Salience** is main where a sector stands in the headline and the text; or, with a good part of the weightiest sector's points,
//! in the lead and again further down, or over several paragraphs with facts; never by one word in passing. Everything else
//! that is said with some weight is minor. [`salience`] holds the rules, and `Finder::why` tells which one spoke.
//!
//! Documented answers: "new energy" without a vehicle is electricity (35, renewable energy); "new materials", "emerging industries"
//! and "intelligent manufacturing" name no sector; "digital economy" is information services (63); "mechanical and electrical products" are
//! machinery (28) and electrical equipment (27); monetary policy alone is banking (64), an adjective as in "central bank" is not.

mod lexicon;

use std::ops::Range;

use article::{Industry, Salience};

use crate::regions::lead::{Rank, Top};
use crate::regions::words::Classes;
use crate::text::{Story, Token, TokenKind};
use crate::vocabulary::{Lists, Vocabulary};
use crate::why::{WhyCue, WhyIndustry};
use lexicon::{Lexicon, Sector};

/// Finds the sectors of stories.
pub(crate) struct Finder {
    lexicon: Lexicon,
}

/// A cue in the text.
struct Hit<'a> {
    range: Range<usize>,
    /// Two digits.
    division: &'a str,
    sector: usize,
    weight: f64,
    /// "the expo" speaks of one that was named.
    refers_back: bool,
    sentence: usize,
    rank: Rank,
    /// Its sentence says something of it: a number, or the word sector or industry.
    fact: bool,
    /// Inside a capitalised name, or "the expo": it counts, but proves nothing by itself.
    is_evidence: bool,
    /// A firm's name: the country of its head office.
    firm_of: Option<&'static str>,
}

/// What a story says of one ISIC division.
struct Division<'a> {
    hits: &'a [Hit<'a>],
    points: f64,
}

/// How much a cue in a paragraph counts, from the lead down.
const PARAGRAPHS: [f64; 7] = [3.0, 2.0, 1.5, 1.5, 1.0, 1.0, 0.8];
const HEADLINE: f64 = 4.0;
/// What a cue inside a name, or one that refers back, counts of one that is not.
const IN_NAME: f64 = 0.3;
/// What a further cue in the same sentence counts of the first.
const AGAIN: f64 = 0.25;
/// Points from which a sector is said with some weight.
const MINOR: f64 = 1.6;
const MOST_EVIDENCE: usize = 8;
/// Divisions whose firms speak of other sectors: named below the lead they count as a name inside a name does.
const QUOTED: &[&str] = &["58", "60", "63", "64", "65", "66", "69", "70", "72", "73"];
/// What a sector needs of the best one's points to be main without the headline.
const SHARE: f64 = 0.3;

impl Finder {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        Self { lexicon: Lexicon::new(vocabulary) }
    }

    /// The sectors of a story: main before minor, and the weightier first.
    pub(crate) fn find(&self, story: &Story<'_>, top: &Top) -> Vec<Industry> {
        let hits = self.hits(story, top);
        let by_division = hits.chunk_by(|one, next| one.division == next.division);
        let divisions: Vec<Division<'_>> = by_division.map(Division::of).collect();
        let top = divisions.iter().map(|division| division.points).fold(0.0, f64::max);
        let mut found: Vec<(Salience, f64, usize, Industry)> = Vec::new();
        for division in &divisions {
            let (Some(salience), _) = salience(division, top) else { continue };
            let Some(industry) = self.industry(story, division, salience, top) else { continue };
            let first = division.hits.first().map_or(0, |hit| hit.range.start);
            found.push((salience, division.points, first, industry));
        }
        found.sort_by(|a, b| {
            let main = |salience: Salience| salience == Salience::Main;
            main(b.0).cmp(&main(a.0)).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2))
        });
        found.into_iter().map(|(.., industry)| industry).collect()
    }

    /// The cues of a story by division, and of each in the order of the text.
    fn hits(&self, story: &Story<'_>, top: &Top) -> Vec<Hit<'_>> {
        let mut hits = Vec::with_capacity(story.tokens.len() / 16);
        let mut facts = Facts::default();
        let mut next = story.token_at(story.header.end);
        while next < story.tokens.len() {
            let token = &story.tokens[next];
            let cue = if token.is_in(Lists::CUE) { self.lexicon.cue_at(story, next) } else { None };
            let Some((cue, after)) = cue else {
                next += 1;
                continue;
            };
            let at = token.start;
            if top.is_note(at) || story.dateline.contains(&at) || !cue.is_borne_out(story, next, after) {
                next += 1;
                continue;
            }
            let range = at..story.tokens[after - 1].end;
            let sentence = story.sentence_at(at).unwrap_or(0);
            let rank = top.rank(story, at);
            let fact = facts.near(story, sentence, next);
            let named = cue.firm.is_none() && is_named(story, next, after);
            let refers_back = cue.is_thing
                && next > 0
                && story.words(story.tokens[next - 1].range()).eq_ignore_ascii_case("the");
            let high = matches!(rank, Rank::Headline | Rank::Below(0));
            hits.extend(cue.sectors.iter().map(|sector| {
                let division = &self.lexicon.sectors[*sector].isic[..2];
                // banks, brokers, media are quoted in everything
                let quoted = !high && (cue.is_venue || cue.firm.is_some() && QUOTED.contains(&division));
                let part = if named || quoted { IN_NAME } else { 1.0 };
                Hit {
                    range: range.clone(),
                    division,
                    sector: *sector,
                    weight: f64::from(cue.weight) * part,
                    refers_back,
                    sentence,
                    rank,
                    fact,
                    is_evidence: !named && !refers_back,
                    firm_of: cue.firm.map(|firm| firm.country),
                }
            }));
            next = after;
        }
        hits.sort_by_key(|hit| hit.division);
        hits
    }

    /// Why each sector that a story has a word of is main, minor or nothing.
    pub(crate) fn why(&self, story: &Story<'_>, top: &Top) -> Vec<WhyIndustry> {
        let hits = self.hits(story, top);
        let by_division = hits.chunk_by(|one, next| one.division == next.division);
        let divisions: Vec<Division<'_>> = by_division.map(Division::of).collect();
        let best = divisions.iter().map(|division| division.points).fold(0.1, f64::max);
        let why = |division: &Division<'_>| {
            let (salience, rule) = salience(division, best);
            let cue = |hit: &Hit<'_>| WhyCue {
                span: story.span(hit.range.clone()),
                sector: self.lexicon.sectors[hit.sector].name.to_owned(),
                weight: hit.weight,
                paragraph: match hit.rank {
                    Rank::Headline => "headline".to_owned(),
                    Rank::Above => "above the lead".to_owned(),
                    Rank::Below(0) => "lead".to_owned(),
                    Rank::Below(paragraph) => format!("paragraph {}", paragraph + 1),
                },
                fact: hit.fact,
                named: !hit.is_evidence && !hit.refers_back,
                firm_of: hit.firm_of.map(str::to_owned),
            };
            WhyIndustry {
                isic: division.hits.first().map_or_else(String::new, |hit| hit.division.to_owned()),
                name: self.sector(division).map_or_else(String::new, |sector| sector.name.to_owned()),
                salience,
                rule,
                points: division.points,
                share: division.points / best,
                cues: division.hits.iter().map(cue).collect(),
            }
        };
        let mut all: Vec<WhyIndustry> = divisions.iter().map(why).collect();
        all.sort_by(|one, other| other.points.total_cmp(&one.points));
        all
    }

    fn industry(
        &self,
        story: &Story<'_>,
        division: &Division<'_>,
        salience: Salience,
        top: f64,
    ) -> Option<Industry> {
        let sector = self.sector(division)?;
        let proving = division.hits.iter().any(|hit| hit.is_evidence);
        let by_firms = division.hits.iter().all(|hit| hit.firm_of.is_some() || !hit.is_evidence);
        let evidence: Vec<_> = division
            .hits
            .iter()
            .filter(|hit| hit.is_evidence || !proving)
            .take(MOST_EVIDENCE)
            .map(|hit| story.span(hit.range.clone()))
            .collect();
        let share = division.points / top.max(0.1);
        let relevance = percent(if salience == Salience::Main { 60.0 + 40.0 * share } else { 60.0 * share });
        let confidence = percent(60.0 + division.hits.iter().map(|hit| hit.weight).fold(0.0, f64::max) * 9.0);
        Some(Industry {
            name: sector.name.to_owned(),
            isic: sector.isic.to_owned(),
            isic_division: sector.isic[..2].to_owned(),
            isic_section: section(&sector.isic[..2]).to_owned(),
            medtop: sector.medtop.map(str::to_owned),
            salience,
            relevance,
            confidence,
            evidence,
            inferred_from: by_firms.then(|| "organisation".to_owned()),
        })
    }

    /// As deep as all that the story says of the division agrees on.
    fn sector(&self, division: &Division<'_>) -> Option<&Sector> {
        let sectors = || division.hits.iter().map(|hit| &self.lexicon.sectors[hit.sector]);
        let first = sectors().next()?;
        if sectors().all(|sector| sector.name == first.name) {
            return Some(first);
        }
        let shared = sectors().fold(first.isic.len(), |length, sector| {
            first.isic.bytes().zip(sector.isic.bytes()).take(length).take_while(|(a, b)| a == b).count()
        });
        self.lexicon.sector_of(&first.isic[..shared]).map(|index| &self.lexicon.sectors[index])
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1 to 100 by its bounds
fn percent(value: f64) -> u8 {
    value.round().clamp(1.0, 100.0) as u8
}

/// How many tokens to each side are looked at.
const NEAR: usize = 40;

/// Whether a sentence says something of a sector: a number, or the word sector or industry. The last answer is kept.
#[derive(Default)]
struct Facts {
    last: Option<(usize, bool)>,
}

impl Facts {
    fn near(&mut self, story: &Story<'_>, sentence: usize, here: usize) -> bool {
        let Some(tokens) = story.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else {
            return false;
        };
        if let Some((last, fact)) = self.last
            && last == sentence
        {
            return fact;
        }
        let near = tokens.start.max(here.saturating_sub(NEAR))..tokens.end.min(here + NEAR);
        let is_fact = |token: &Token| {
            token.kind == TokenKind::Digits || Classes::from(token.known).any(Classes::SECTOR)
        };
        let fact = story.tokens.get(near).is_some_and(|tokens| tokens.iter().any(is_fact));
        self.last = (tokens.len() <= NEAR).then_some((sentence, fact));
        fact
    }
}

impl<'a> Division<'a> {
    fn of(hits: &'a [Hit<'a>]) -> Self {
        let mut points = 0.0;
        let mut last = None;
        for hit in hits {
            let place = hit.rank.points(HEADLINE, &PARAGRAPHS);
            let again = if last == Some(hit.sentence) { AGAIN } else { 1.0 };
            let back = if hit.refers_back { IN_NAME } else { 1.0 };
            points += hit.weight * place.sqrt() * again * back;
            last = Some(hit.sentence);
        }
        Self { hits, points }
    }
}

/// Main, minor or nothing, and the rule that says so.
fn salience(division: &Division<'_>, best: f64) -> (Option<Salience>, &'static str) {
    if division.points < MINOR || division.hits.iter().all(|hit| hit.weight < 1.0) {
        return (None, "said with too little weight");
    }
    // a word in passing
    if let [only] = division.hits
        && only.weight < 4.0
        && !only.fact
        && only.rank != Rank::Headline
    {
        return (None, "one word in passing, nothing said of it");
    }
    if let [only] = division.hits
        && only.firm_of.is_some()
        && !matches!(only.rank, Rank::Headline | Rank::Below(0))
    {
        return (None, "one firm in passing");
    }
    let strong = || division.hits.iter().filter(|hit| hit.weight >= 2.0);
    // the hits that name the sector as such and say something of it
    let certain = division.hits.iter().filter(|hit| hit.weight >= 4.0 && hit.fact);
    let sentences = strong().map(|hit| hit.sentence).fold((0, None), |(count, last), sentence| {
        (count + usize::from(last != Some(sentence)), Some(sentence))
    });
    let paragraphs = paragraphs(strong());
    let in_headline = strong().any(|hit| hit.rank == Rank::Headline);
    let in_lead = strong().any(|hit| hit.rank == Rank::Below(0));
    let weighty = division.points >= best * SHARE;
    let main = if in_headline && paragraphs > 0 {
        "in the headline and the text"
    } else if !weighty {
        return (Some(Salience::Minor), "far less than of the weightiest sector");
    } else if in_lead && paragraphs >= 2 {
        "in the lead and again further down"
    } else if paragraphs >= 2 && sentences.0 >= 3 {
        "in three sentences or more, over several paragraphs"
    } else if self::paragraphs(certain) >= 2 {
        "named as such with facts in two paragraphs"
    } else if goes_on(division) {
        "facts of the same goods in two paragraphs"
    } else {
        return (Some(Salience::Minor), "something is said of it");
    };
    (Some(Salience::Main), main)
}

/// Whether two paragraphs have facts of one sector, one of them in so many words.
fn goes_on(division: &Division<'_>) -> bool {
    // of each sector: where its first fact stands, whether one is strong, whether it stands elsewhere too
    let mut sectors: Vec<(usize, Rank, bool, bool)> = Vec::new();
    let below = |hit: &&Hit<'_>| matches!(hit.rank, Rank::Below(_));
    for hit in division
        .hits
        .iter()
        .filter(|hit| hit.fact && hit.weight >= 2.0 && hit.firm_of.is_none())
        .filter(below)
    {
        let strong = hit.weight >= 3.0;
        match sectors.iter_mut().find(|(sector, ..)| *sector == hit.sector) {
            Some((_, rank, is_strong, elsewhere)) => {
                *is_strong |= strong;
                *elsewhere |= *rank != hit.rank;
            }
            None => sectors.push((hit.sector, hit.rank, strong, false)),
        }
    }
    sectors.iter().any(|(_, _, strong, elsewhere)| *strong && *elsewhere)
}

/// Over how many paragraphs from the lead down hits are spread.
fn paragraphs<'a>(hits: impl Iterator<Item = &'a Hit<'a>>) -> usize {
    let mut last = None;
    let below = hits.filter(|hit| matches!(hit.rank, Rank::Below(_)));
    below.filter(|hit| last.replace(hit.rank) != Some(hit.rank)).count()
}

/// Whether a cue is part of a capitalised name: "Tea Board of Kenya", "the South Caucasus Pipeline".
fn is_named(story: &Story<'_>, first: usize, after: usize) -> bool {
    let capital = |index: usize| {
        story.tokens.get(index).is_some_and(|token| {
            let words = story.words(token.range());
            token.kind == TokenKind::Word
                && words.starts_with(char::is_uppercase)
                && (words.len() == 1 || words.chars().any(char::is_lowercase))
        })
    };
    let start = story.tokens[first].start;
    if !capital(after - 1) || story.headline.contains(&start) {
        return false;
    }
    let opens = story
        .sentence_at(start)
        .and_then(|index| story.sentences.get(index))
        .is_some_and(|sentence| sentence.tokens.start == first)
        || story.dateline.end.abs_diff(start) < 3
        || follows_a_dash(story, first);
    let adjoins = |left: usize, right: usize| {
        story
            .tokens
            .get(left)
            .zip(story.tokens.get(right))
            .is_some_and(|(left, right)| right.start - left.end < 2)
    };
    capital(after) && adjoins(after - 1, after) || !opens
}

/// Whether a dash or a quotation mark stands before a token: "LONDON, May 3 - Copper rose", "-- Copper rose", "\"Copper rose".
fn follows_a_dash(story: &Story<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).and_then(|before| story.tokens.get(before)) else { return false };
    let apart = before.end < story.tokens[first].start;
    match story.words(before.range()) {
        "-" | "–" => apart,
        "—" | "\"" | "“" | "‘" => true,
        _ => false,
    }
}

/// The section of a division (ISIC Rev.4).
fn section(division: &str) -> &'static str {
    match division.parse::<u8>().unwrap_or(0) {
        1..=3 => "A",
        5..=9 => "B",
        10..=33 => "C",
        35 => "D",
        36..=39 => "E",
        41..=43 => "F",
        45..=47 => "G",
        49..=53 => "H",
        55..=56 => "I",
        58..=63 => "J",
        64..=66 => "K",
        68 => "L",
        69..=75 => "M",
        77..=82 => "N",
        84 => "O",
        85 => "P",
        86..=88 => "Q",
        90..=93 => "R",
        94..=96 => "S",
        97..=98 => "T",
        _ => "U",
    }
}
