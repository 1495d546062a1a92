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

mod leads;
mod lexicon;
mod salience;

use std::ops::Range;

use article::{Industry, Salience};

use crate::regions::lead::{Rank, Top};
use crate::regions::words::Classes;
use crate::text::{Story, Token, TokenKind};
use crate::vocabulary::{Lists, Vocabulary};
use crate::why::{WhyCue, WhyIndustry};
use leads::Leads;
use lexicon::{Cue, Lexicon, Note, Sector};
use salience::{Division, MANY, prominence, salience};

/// Finds the sectors of stories.
pub(crate) struct Finder {
    lexicon: Lexicon,
    leads: Leads,
}

/// A cue in the text.
#[expect(clippy::struct_excessive_bools, reason = "answers about one cue, each by itself")]
struct Hit {
    range: Range<usize>,
    /// ISIC division.
    division: u8,
    sector: usize,
    weight: f64,
    sentence: usize,
    rank: Rank,
    /// Its sentence says something of it: a number, or the word sector or industry.
    fact: bool,
    /// That stands within a few words of it.
    close: bool,
    /// A cause or an example: "as oil prices rose", "from bourbon to jeans".
    aside: bool,
    /// Its paragraph begins with it, or nearly so.
    opens: bool,
    /// … and says that it turns to something else: `Separately, the hotel group`.
    turns: bool,
    /// Its word means several sectors alike: "mechanical and electrical products", half of what any factory makes.
    of_several: bool,
    /// Called a sector or an industry: "the automobile industry".
    as_sector: bool,
    said: Said,
    note: Note,
    /// Known by a firm's name, one of the table or any that ends in a sector's word.
    of_firm: bool,
    /// A firm of the table: the country of its head office.
    firm_of: Option<&'static str>,
    /// What the firm makes that headline and lead are of: "pump maker Hallberg".
    of_subject: bool,
}

/// How a cue is said: only plainly is it evidence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Plainly,
    /// Inside a capitalised name.
    InName,
    /// "the expo" speaks of one that was named.
    Back,
}

/// What a cue inside a name, or a firm that is quoted, counts of one that is not.
const IN_NAME: f64 = 0.3;
/// What a cue counts for a sector that it means less: electronic and electrical products are mostly electronic.
const LESS: f64 = 0.45;
/// Weight of a firm's name, which proves less than its goods.
pub(crate) const OF_FIRM: u8 = 2;
/// Weight of one that is mostly a source, where the headline says what it does.
const ACTOR: u8 = 2;
const MOST_EVIDENCE: usize = 8;
/// What one of public administration counts below the paragraph behind the lead: governments are named in everything.
const OF_STATE: f64 = 0.5;
const STATE: u8 = 84;
/// From here on divisions are services, which a story of goods names as buyers, carriers, causes.
const SERVICES: u8 = 45;
const ORES: u8 = 7;
const METALS: u8 = 24;
const FOOD: u8 = 10;
const DRINK: u8 = 11;
const FARMS: u8 = 1;
const PETROLEUM: u8 = 6;
const FUELS: u8 = 19;
/// Up to this ISIC division they grow, dig or make goods.
const LAST_OF_GOODS: u8 = 33;
/// From here to [`LAST_OF_GOODS`] they make what others make things with.
const FIRST_OF_MAKERS: u8 = 22;
/// Divisions whose firms speak of other sectors: named below the lead they count as a name inside a name does.
const QUOTED: &[u8] = &[58, 60, 63, 64, 65, 66, 69, 70, 72, 73];

/// What the figures want to know of the words of a story.
#[derive(Default)]
pub(crate) struct Named {
    /// Where it names goods, as bytes of the text.
    pub(crate) goods: Vec<Range<usize>>,
    /// The firms that make goods, in the order of the text.
    pub(crate) firms: Vec<Firm>,
}

/// A firm where a story names it.
pub(crate) struct Firm {
    pub(crate) bytes: Range<usize>,
    /// ISO 3166-1 alpha-2 of the head office.
    pub(crate) country: &'static str,
}

impl Named {
    fn of(hits: &[Hit]) -> Self {
        let of_goods = |hit: &&Hit| hit.division <= LAST_OF_GOODS && !hit.of_firm && hit.said != Said::InName;
        let goods = hits.iter().filter(of_goods).map(|hit| hit.range.clone()).collect();
        let makes = |hit: &&Hit| hit.division <= LAST_OF_GOODS;
        let firm = |hit: &Hit| Some(Firm { bytes: hit.range.clone(), country: hit.firm_of? });
        let mut firms = hits.iter().filter(makes).filter_map(firm).collect::<Vec<_>>();
        firms.sort_by_key(|firm| firm.bytes.start);
        firms.dedup_by_key(|firm| firm.bytes.start);
        Self { goods, firms }
    }
}

impl Finder {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        Self { lexicon: Lexicon::new(vocabulary), leads: Leads::new() }
    }

    /// The sectors of a story: main before minor, and the weightier first; and what else it names on the way.
    pub(crate) fn find(&self, story: &Story<'_>, top: &Top) -> (Vec<Industry>, Named) {
        let hits = self.hits(story, top);
        if hits.is_empty() {
            return (Vec::new(), Named::default());
        }
        let named = Named::of(&hits);
        let divisions = salience::divisions(story, top, &hits);
        let best = best(&divisions);
        let most = most(&divisions);
        let mut found: Vec<(Salience, f64, usize, Industry)> = Vec::new();
        for division in &divisions {
            let prominence = prominence(division.hits);
            let leads = |hit: &Hit| self.leads.is_led_by(story, hit);
            let (Some(salience), _) =
                salience(story, division, best, prominence >= most, divisions.len() >= MANY, leads)
            else {
                continue;
            };
            let Some(industry) = self.industry(story, division, salience, prominence / most) else {
                continue;
            };
            let first = division.hits.first().map_or(0, |hit| hit.range.start);
            found.push((salience, prominence, first, industry));
        }
        found.sort_by(|a, b| {
            let main = |salience: Salience| salience == Salience::Main;
            main(b.0).cmp(&main(a.0)).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2))
        });
        (found.into_iter().map(|(.., industry)| industry).collect(), named)
    }

    /// The cues of a story by division, and of each in the order of the text.
    fn hits(&self, story: &Story<'_>, top: &Top) -> Vec<Hit> {
        let mut hits = Vec::with_capacity(story.tokens.len() / 16);
        let mut facts = Facts::default();
        let mut next = story.token_at(story.header.end);
        let mut acted = false;
        for index in story.cue_starts.iter().copied() {
            if index < next {
                continue;
            }
            let ends_firm = |cue: &Cue, after| cue.firm.is_none() && ends_a_firm(story, index, after);
            let is_meant = |cue: &Cue, after| {
                ends_firm(cue, after) || cue.note != Note::Firm && cue.is_borne_out(story, index, after)
            };
            let Some((cue, after)) = self.lexicon.cue_at(story, index, is_meant) else { continue };
            let at = story.tokens[index].start;
            if top.is_note(at) || story.dateline.contains(&at) {
                continue;
            }
            let ends_firm = ends_firm(cue, after);
            let beside = self.lexicon.beside(story, index, after);
            let left_out = beside.is_left_out;
            let served = hits.last().is_some_and(|last| is_served(story, last, index));
            let aside = left_out || served || beside.is_listed || self.lexicon.is_aside(story, index, after);
            let range = at..story.tokens[after - 1].end;
            let sentence = story.sentence_at(at).unwrap_or(0);
            let rank = top.rank(story, at);
            let fact = facts.near(story, sentence, index);
            let close = fact && is_close(story, sentence, index, after);
            let opens = !served && opens_paragraph(story, sentence, index);
            let as_sector = [after - 1, after].iter().any(|index| {
                story.tokens.get(*index).is_some_and(|token| Classes::from(token.known).any(Classes::SECTOR))
            });
            let of_firm = ends_firm || cue.firm.is_some();
            acted |= cue.note == Note::Actor && rank == Rank::Headline && acts(story, after);
            let acts = acted && cue.note == Note::Actor;
            let named = !of_firm
                && !acts
                && rank != Rank::Headline
                && is_named(story, index, after, cue.note == Note::Name);
            let refers_back = cue.note == Note::Thing
                && index > 0
                && story.words(story.tokens[index - 1].range()).eq_ignore_ascii_case("the");
            let said = match (named, refers_back) {
                (_, true) => Said::Back,
                (true, false) => Said::InName,
                (false, false) => Said::Plainly,
            };
            let high = matches!(rank, Rank::Headline | Rank::Below(0));
            let of_subject = rank == Rank::Below(0)
                && !of_firm
                && said == Said::Plainly
                && self.lexicon.is_of_firm_of(story, after, &top.headline);
            let weight = match () {
                () if ends_firm => cue.weight.min(OF_FIRM),
                () if acts => cue.weight.max(ACTOR),
                () => cue.weight,
            };
            let of_several = cue.sectors.iter().filter(|(_, less)| !less).count() > 1;
            hits.extend(cue.sectors.iter().map(|(sector, less)| {
                let division = self.lexicon.sectors[*sector].division;
                // banks, brokers, media are quoted in everything
                let quoted = !high && (cue.note == Note::Venue || of_firm && QUOTED.contains(&division));
                let is_source = beside.is_source && division >= SERVICES;
                let part = match () {
                    () if named || quoted || left_out || is_source => IN_NAME,
                    () if division == STATE && matches!(rank, Rank::Below(2..)) => OF_STATE,
                    () => 1.0,
                };
                let part = if *less { part * LESS } else { part };
                Hit {
                    range: range.clone(),
                    division,
                    sector: *sector,
                    weight: f64::from(weight) * part,
                    sentence,
                    rank,
                    fact,
                    close,
                    aside,
                    opens,
                    turns: opens && turns_to_another(story, sentence),
                    of_several,
                    as_sector,
                    said,
                    note: cue.note,
                    of_firm,
                    firm_of: cue.firm.map(|firm| firm.country),
                    of_subject: of_subject && !less,
                }
            }));
            next = after;
        }
        self.dig(&mut hits);
        self.refine(&mut hits);
        supply(&mut hits);
        hits.sort_by_key(|hit| hit.division);
        hits
    }

    /// In a story of a mine its metal is dug, and made only by the way: headline and lead name the mine, and nothing of metal but
    /// the metal. The hits stand in the order of the text.
    fn dig(&self, hits: &mut Vec<Hit>) {
        let is_high = |hit: &Hit| matches!(hit.rank, Rank::Headline | Rank::Below(0));
        let of_mine = hits.iter().any(|hit| hit.division == ORES && hit.weight >= 2.0 && is_high(hit));
        if !of_mine || !hits.iter().any(|hit| hit.note == Note::Metal) {
            return;
        }
        let is_made = |hit: &Hit| hit.division == METALS && hit.note != Note::Metal && is_high(hit);
        // "copper" of a mine is a cue of both
        let of_works = |same: &[Hit]| same.iter().all(|hit| hit.division != ORES) && same.iter().any(is_made);
        if hits.chunk_by(|one, next| one.range == next.range).any(of_works) {
            return;
        }
        let mut dug = Vec::new();
        for hit in hits.iter_mut().filter(|hit| hit.note == Note::Metal) {
            dug.push(Hit { division: ORES, sector: self.lexicon.ores, range: hit.range.clone(), ..*hit });
            hit.weight *= LESS;
        }
        hits.append(&mut dug);
        hits.sort_by_key(|hit| hit.range.start);
    }

    /// In a story of edible oils or sugar what is crude or refined is theirs: headline or lead name the food, and no petroleum but by
    /// such words; nor does the sentence. The hits stand in the order of the text.
    fn refine(&self, hits: &mut [Hit]) {
        if !hits.iter().any(|hit| hit.note == Note::Food) {
            return;
        }
        let is_high = |hit: &Hit| matches!(hit.rank, Rank::Headline | Rank::Below(0));
        let is_petroleum = |hit: &Hit| {
            matches!(hit.division, PETROLEUM | FUELS) && hit.note != Note::Food && hit.weight >= 1.0
        };
        let foods = |hit: &&Hit| self.lexicon.refined.contains(&hit.sector) && hit.weight >= 2.0;
        let Some(food) = hits.iter().filter(|hit| is_high(hit)).find(foods).map(|hit| hit.sector) else {
            return;
        };
        if hits.iter().any(|hit| is_high(hit) && is_petroleum(hit)) {
            return;
        }
        for same in hits.chunk_by_mut(|one, next| one.sentence == next.sentence) {
            if same.iter().any(is_petroleum) {
                continue;
            }
            for hit in same.iter_mut().filter(|hit| hit.note == Note::Food) {
                (hit.division, hit.sector) = (FOOD, food);
            }
        }
    }

    /// Why each sector that a story has a word of is main, minor or nothing.
    pub(crate) fn why(&self, story: &Story<'_>, top: &Top) -> Vec<WhyIndustry> {
        let hits = self.hits(story, top);
        let divisions = salience::divisions(story, top, &hits);
        let best = best(&divisions);
        let most = most(&divisions);
        let why = |division: &Division<'_>| {
            let first = prominence(division.hits) >= most;
            let leads = |hit: &Hit| self.leads.is_led_by(story, hit);
            let (salience, rule) = salience(story, division, best, first, divisions.len() >= MANY, leads);
            let cue = |hit: &Hit| WhyCue {
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
                named: hit.said == Said::InName,
                firm_of: hit.firm_of.map(str::to_owned),
            };
            WhyIndustry {
                isic: division.hits.first().map_or_else(String::new, |hit| format!("{:02}", hit.division)),
                name: self.sector(division).map_or_else(String::new, |sector| sector.name.to_owned()),
                salience,
                rule,
                share: division.share,
                cues: division.hits.iter().map(cue).collect(),
            }
        };
        let mut all: Vec<WhyIndustry> = divisions.iter().map(why).collect();
        all.sort_by(|one, other| other.share.total_cmp(&one.share));
        all
    }

    fn industry(
        &self,
        story: &Story<'_>,
        division: &Division<'_>,
        salience: Salience,
        share: f64,
    ) -> Option<Industry> {
        let sector = self.sector(division)?;
        let proving = division.hits.iter().any(|hit| hit.said == Said::Plainly);
        let by_firms = division.hits.iter().all(|hit| hit.of_firm || hit.said != Said::Plainly);
        let evidence: Vec<_> = division
            .hits
            .iter()
            .filter(|hit| hit.said == Said::Plainly || !proving)
            .take(MOST_EVIDENCE)
            .map(|hit| story.span(hit.range.clone()))
            .collect();
        let relevance = percent(if salience == Salience::Main { 60.0 + 40.0 * share } else { 60.0 * share });
        let confidence = percent(60.0 + division.hits.iter().map(|hit| hit.weight).fold(0.0, f64::max) * 9.0);
        Some(Industry {
            name: sector.name.into(),
            isic: sector.isic.into(),
            isic_division: sector.isic[..2].into(),
            isic_section: section(sector.division).into(),
            medtop: sector.medtop.map(Into::into),
            salience,
            relevance,
            confidence,
            evidence,
            inferred_from: by_firms.then(|| "organisation".into()),
        })
    }

    /// As deep as all that the story says of the division agrees on.
    fn sector(&self, division: &Division<'_>) -> Option<&Sector> {
        let known = &self.lexicon.sectors;
        let only = division.hits.first()?.sector;
        let first = known.get(only)?;
        if division.hits.iter().all(|hit| hit.sector == only) {
            return Some(first);
        }
        let sectors = || division.hits.iter().filter_map(|hit| known.get(hit.sector));
        let shared = sectors().fold(first.isic.len(), |length, sector| {
            first.isic.bytes().zip(sector.isic.bytes()).take(length).take_while(|(a, b)| a == b).count()
        });
        self.lexicon.sector_of(&first.isic[..shared]).map(|index| &self.lexicon.sectors[index])
    }
}

/// In a story of food or drink the farmers and the crop are its supply: headline or lead name the food, and nothing of farms but
/// these, further back in the lead.
fn supply(hits: &mut [Hit]) {
    let is_high = |hit: &Hit| hit.weight >= 2.0 && matches!(hit.rank, Rank::Headline | Rank::Below(0));
    let is_fed = hits.iter().any(|hit| is_high(hit) && matches!(hit.division, FOOD | DRINK));
    let is_farmed = |hit: &Hit| {
        let begins = hit.rank == Rank::Headline || hit.opens;
        is_high(hit) && hit.division == FARMS && (begins || hit.note != Note::Farm)
    };
    if is_fed && !hits.iter().any(is_farmed) {
        hits.iter_mut().filter(|hit| hit.note == Note::Farm).for_each(|hit| hit.weight *= LESS);
    }
}

/// The greatest share of the story that a division has.
fn best(divisions: &[Division<'_>]) -> f64 {
    divisions.iter().map(|division| division.share).fold(0.0, f64::max)
}

fn most(divisions: &[Division<'_>]) -> f64 {
    divisions.iter().map(|division| prominence(division.hits)).fold(0.0, f64::max)
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
        let fact = story.tokens.get(near).is_some_and(|tokens| tokens.iter().any(is_fact));
        self.last = (tokens.len() <= NEAR).then_some((sentence, fact));
        fact
    }
}

fn is_fact(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Digits
        || token.is_in(Lists::NUMBER)
        || Classes::from(token.known).any(Classes::SECTOR)
}

/// Whether a fact stands so near to a cue that it is likely to be of it.
fn is_close(story: &Story<'_>, sentence: usize, first: usize, after: usize) -> bool {
    const CLOSE: usize = 7;
    let Some(sentence) = story.sentences.get(sentence).map(|sentence| &sentence.tokens) else { return false };
    let near = sentence.start.max(first.saturating_sub(CLOSE))..sentence.end.min(after + CLOSE);
    story.tokens.get(near).is_some_and(|tokens| tokens.iter().any(is_fact))
}

/// Whether a paragraph begins with a cue, or nearly so: no more than ten words or names stand before it.
fn opens_paragraph(story: &Story<'_>, sentence: usize, first: usize) -> bool {
    const WORDS: usize = 10;
    let Some(paragraph) = story.sentences.get(sentence).and_then(|it| story.paragraphs.get(it.paragraph))
    else {
        return false;
    };
    let before = story.tokens.get(..first).unwrap_or_default().iter().rev();
    // a name is one word: `West Germany` as `Tanzania`
    let mut in_name = false;
    let words = before
        .take(4 * WORDS)
        .take_while(|token| token.start >= paragraph.start)
        .filter(|token| token.kind != TokenKind::Sign)
        .filter(|token| !std::mem::replace(&mut in_name, token.capital) || !token.capital);
    words.take(WORDS + 1).count() <= WORDS
}

/// Whether a word names who uses the machines, parts and metal before it: "valves for pulp mills".
fn is_served(story: &Story<'_>, goods: &Hit, first: usize) -> bool {
    let made = (FIRST_OF_MAKERS..=LAST_OF_GOODS).contains(&goods.division) && !goods.of_firm;
    let end = story.token_at(goods.range.end);
    let between = story.tokens.get(end..first).unwrap_or_default();
    made && matches!(between, [word] | [word, _] if story.words(word.range()).eq_ignore_ascii_case("for"))
}

/// `Elsewhere, the hotel group`, `Separately, the palm oil board`: a story of several matters comes to the next.
fn turns_to_another(story: &Story<'_>, sentence: usize) -> bool {
    let paragraph = story.sentences.get(sentence).and_then(|it| story.paragraphs.get(it.paragraph));
    paragraph.is_some_and(|paragraph| {
        let words = &story.text[paragraph.clone()];
        ["Separately,", "Elsewhere,"].iter().any(|turn| words.starts_with(turn))
    })
}

/// Whether a cue is part of a capitalised name: "Tea Board of Kenya", "the South Caucasus Pipeline".
fn is_named(story: &Story<'_>, first: usize, after: usize, by_itself: bool) -> bool {
    let capital = |index: usize| {
        story.tokens.get(index).is_some_and(|token| {
            let words = token.text;
            token.kind == TokenKind::Word
                && words.starts_with(char::is_uppercase)
                // "TEUs" and "SUVs" are no names
                && (words.len() == 1 || words.strip_suffix('s').unwrap_or(words).chars().any(char::is_lowercase))
        })
    };
    let start = story.tokens[first].start;
    if !capital(after - 1) {
        return false;
    }
    let opens = by_itself
        || story
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

/// Whether a headline says what one does that is mostly a source: "CENTRAL BANK CUTS RATES", not "exports fall - central bank".
fn acts(story: &Story<'_>, after: usize) -> bool {
    const SOURCE: [&str; 10] =
        ["says", "sees", "governor", "chief", "data", "figures", "spokesman", "sources", "official", "head"];
    story.tokens.get(after).is_some_and(|next| {
        next.kind == TokenKind::Word
            && story.headline.contains(&next.start)
            && !Classes::from(next.known).any(Classes::SPEECH)
            && !SOURCE.iter().any(|word| story.words(next.range()).eq_ignore_ascii_case(word))
    })
}

/// Whether a cue is the last word of a firm's name: "Amoskeag Bank Inc", "EQUITY SILVER <EST.TO>", "Sun State Savings said".
fn ends_a_firm(story: &Story<'_>, first: usize, after: usize) -> bool {
    let Some(next) = story.tokens.get(after) else { return false };
    let speaks = next.kind == TokenKind::Word
        && !next.capital
        && Classes::from(next.known).any(Classes::SPEECH)
        && first.checked_sub(1).and_then(|before| story.tokens.get(before)).is_some_and(|before| {
            before.capital
                && before.kind == TokenKind::Word
                && Classes::from(before.known) == Classes::default()
        });
    let ends = Classes::from(next.known).any(Classes::COMPANY) && next.capital
        || next.kind == TokenKind::Sign
            && match next.text {
                "<" => true,
                // "<Russo Securities>", not the ticker <TIN>
                ">" => {
                    first.checked_sub(1).is_some_and(|before| story.tokens[before].kind == TokenKind::Word)
                }
                _ => false,
            }
        || speaks;
    ends && story.tokens.get(first).is_some_and(|token| token.capital)
        && story.tokens.get(after - 1).is_some_and(|token| token.capital)
}

/// Whether a dash or a quotation mark stands before a token: "LONDON, May 3 - Copper rose", "-- Copper rose", "\"Copper rose".
fn follows_a_dash(story: &Story<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).and_then(|before| story.tokens.get(before)) else { return false };
    let apart = before.end < story.tokens[first].start;
    match before.text {
        "-" | "–" => apart,
        "—" | "\"" | "“" | "‘" => true,
        _ => false,
    }
}

/// The section of a division (ISIC Rev.4).
fn section(division: u8) -> &'static str {
    match division {
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
