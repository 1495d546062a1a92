//! Salience: whether a story is about a sector (main), says something of it (minor), or names it in passing.
//!
//! One measure decides: **the share of the story that speaks of a sector**. Each sentence is divided among the sectors that it
//! names, by the weight of their cues, so that one of a dozen goods in a list has little of it and the only subject has all; the
//! headline and the sentences of the lead count twice, a sentence without a number a little less. What is left over, of sentences
//! that name no sector, belongs to none. A short story of one subject and a round-up of twenty are so measured by the same rule.
//!
//! Main needs a good share; or less of it, if what an editor looks at says so: the headline, the lead and again further down, a paragraph
//! that begins with it, or one that turns to it (`Separately, …`). What a story turns to stands first in a paragraph; what it names on the way stands further back, and how
//! often is no matter: see `docs/history/accuracy.md`.

use article::Salience;

use super::lexicon::Note;
use super::{Hit, LAST_OF_GOODS, QUOTED, SERVICES, STATE, Said};
use crate::regions::lead::{Rank, Top};
use crate::text::Story;
use crate::vocabulary::Lists;

/// What a story says of one ISIC division.
pub(super) struct Division<'a> {
    /// In the order of the text.
    pub(super) hits: &'a [Hit],
    /// Part of the story that speaks of it, 0 to 1.
    pub(super) share: f64,
    /// Known by firms' names, where headline or lead say in plain words what the story is of: who buys the coal.
    by_firms: bool,
    /// Said once on the way, or only a source, where headline or lead are of trade.
    said_once: bool,
}

/// What a sentence of the headline or the lead counts of one further down.
const HIGH: f64 = 2.0;
/// What a sentence of a caption or a slug line counts.
const ABOVE: f64 = 0.5;
/// What a sentence counts that has no number and does not speak of a sector as such.
const NO_FACT: f64 = 0.6;
/// What "the expo" counts, which refers back to one that was named.
const BACK: f64 = 0.5;
/// A cue of this weight has a whole sentence if it is alone in it.
const FULL: f64 = 3.0;

/// Share from which a story is about a sector, wherever it stands: an eighth.
const ABOUT: f64 = 0.125;
/// Part of the best sector's share that it needs then: what a story of two sentences names in passing has an eighth too.
const HALF: f64 = 0.5;
/// Share that the most prominent sector needs, where a paragraph begins with it.
const TENTH: f64 = 0.1;
/// Share that three sentences further down need, or the lead and again further down: a twelfth.
const PARTLY: f64 = 1.0 / 12.0;
/// Part of it that facts of the same goods in two paragraphs need.
const THIRD: f64 = 0.34;
/// Part of the best sector's share that a sector needs to be main by where it stands.
const PART: f64 = 0.25;
/// Part of it that goods need which lead: what leads the cargo of a port is no more than that.
const FIFTH: f64 = 0.2;
/// From so many sectors on a story is a round-up, in which any sector may stand in two places.
pub(super) const MANY: usize = 10;
/// Weight from which a sector is said at all, summed over sentences; in headline and lead half as much again.
const SAID: f64 = 1.8;

/// The divisions of the hits, which stand by division and then in the order of the text, with their shares.
pub(super) fn divisions<'a>(story: &Story<'_>, top: &Top, hits: &'a [Hit]) -> Vec<Division<'a>> {
    let same_sentence =
        |one: &Hit, next: &Hit| one.division == next.division && one.sentence == next.sentence;
    // by sentence, the weight of all that it names
    let mut named = vec![0.0; story.sentences.len().max(1)];
    for same in hits.chunk_by(same_sentence) {
        if let Some(sum) = same.first().and_then(|hit| named.get_mut(hit.sentence)) {
            *sum += weight(same);
        }
    }
    let paragraphs = story.sentences.chunk_by(|one, next| one.paragraph == next.paragraph);
    #[expect(clippy::cast_precision_loss, reason = "a story has not 2^52 sentences")]
    let whole: f64 = paragraphs
        .map(|same| place(top.rank(story, same[0].range.start)) * same.len() as f64)
        .sum::<f64>()
        .max(1.0);
    let part = |same: &[Hit]| {
        same.first().map_or(0.0, |hit| {
            let all = named.get(hit.sentence).copied().unwrap_or(FULL).max(FULL);
            weight(same) / all * place(hit.rank) * if hit.fact { 1.0 } else { NO_FACT }
        })
    };
    let is_plain = |hit: &Hit| !hit.of_firm && hit.weight >= 2.0;
    let is_high = |hit: &Hit| matches!(hit.rank, Rank::Headline | Rank::Below(0));
    let is_named = hits.iter().any(|hit| is_high(hit) && is_plain(hit));
    let makes_goods = |hit: &Hit| hit.of_firm && hit.division <= LAST_OF_GOODS;
    let by_firms = |hits: &[Hit]| {
        is_named
            && hits.iter().any(makes_goods)
            && hits.iter().filter(|hit| is_plain(hit)).count() < 2
            && !hits.iter().any(|hit| is_high(hit) && is_plain(hit))
    };
    // the central bank that has the figures
    let is_source = |hit: &Hit| {
        hit.of_firm && QUOTED.contains(&hit.division) && matches!(hit.rank, Rank::Below(_) | Rank::Above)
    };
    let is_of_trade = story.sentences.iter().any(|sentence| {
        sentence.lists.any(Lists::TRADE)
            && matches!(top.rank(story, sentence.range.start), Rank::Headline | Rank::Below(0))
    });
    hits.chunk_by(|one, next| one.division == next.division)
        .map(|hits| Division {
            hits,
            share: hits.chunk_by(same_sentence).map(part).sum::<f64>() / whole,
            by_firms: by_firms(hits),
            said_once: is_of_trade && (is_said_once(hits) || hits.iter().all(is_source)),
        })
        .collect()
}

/// How much of a sector there is in a story, which orders the sectors: every cue counts, one near the top more.
///
/// Not what makes a sector main: a list of goods gives many sectors a cue each, and the story is of none of them.
pub(super) fn prominence(hits: &[Hit]) -> f64 {
    const HEADLINE: f64 = 4.0;
    const PARAGRAPHS: [f64; 7] = [3.0, 2.0, 1.5, 1.5, 1.0, 1.0, 0.8];
    /// A further cue in the same sentence, of the first.
    const AGAIN: f64 = 0.25;
    /// "The expo".
    const BACK: f64 = 0.3;
    let mut last = None;
    hits.iter()
        .map(|hit| {
            let again = if last == Some(hit.sentence) { AGAIN } else { 1.0 };
            let back = if hit.said == Said::Back { BACK } else { 1.0 };
            last = Some(hit.sentence);
            hit.weight * hit.rank.points(HEADLINE, &PARAGRAPHS).sqrt() * again * back
        })
        .sum()
}

/// The heaviest cue's weight.
fn weight(hits: &[Hit]) -> f64 {
    let weight = |hit: &Hit| hit.weight * if hit.said == Said::Back { BACK } else { 1.0 };
    hits.iter().map(weight).fold(0.0, f64::max)
}

fn place(rank: Rank) -> f64 {
    match rank {
        Rank::Headline | Rank::Below(0) => HIGH,
        Rank::Below(_) => 1.0,
        Rank::Above => ABOVE,
    }
}

/// Main, minor or nothing, and the rule that says so. `first`: no other sector is more prominent. `of_many`: the story is a
/// round-up. `leads`: it says that what a word names comes before all else.
pub(super) fn salience(
    story: &Story<'_>,
    division: &Division<'_>,
    best: f64,
    first: bool,
    of_many: bool,
    leads: impl Fn(&Hit) -> bool,
) -> (Option<Salience>, &'static str) {
    if division.hits.iter().any(|hit| hit.of_subject) {
        return (Some(Salience::Main), "what the firm makes that the story is of");
    }
    if let Some(passing) = passing(story, division, best) {
        return (None, passing);
    }
    if division.by_firms && division.share < best {
        return (Some(Salience::Minor), "firms beside another sector's goods");
    }
    let strong = || division.hits.iter().filter(|hit| is_subject(hit));
    let paragraphs = paragraphs(strong());
    let main = if strong().any(|hit| hit.rank == Rank::Headline) && paragraphs > 0 {
        "in the headline and the text"
    } else if division.share >= ABOUT
        && division.share >= best * HALF
        && strong().next().is_some()
        && !division.said_once
    {
        "a good part of the story speaks of it"
    } else if first && division.share >= TENTH && strong().any(|hit| hit.opens) && !division.said_once {
        "more of it than of any other sector"
    } else if strong().any(|hit| hit.turns && hit.fact) {
        "the story turns to it"
    } else if division.share >= PARTLY / 3.0
        && division.share >= best * FIFTH
        && division.hits.iter().any(leads)
    {
        "the story says that it leads"
    } else if division.share < best * PART {
        return (Some(Salience::Minor), "far less than of the weightiest sector");
    } else if !of_many
        && strong().any(|hit| hit.rank == Rank::Below(0))
        && paragraphs >= 2
        && division.share >= PARTLY
        && division.hits.len() >= 3
    {
        "in the lead and again further down"
    } else if !strong().any(|hit| hit.opens || hit.as_sector) {
        return (Some(Salience::Minor), "no paragraph begins with it");
    } else if has_paragraph(division.hits) {
        "a paragraph of its own"
    } else if division.share >= PARTLY && paragraphs >= 2 && sentences(strong()) >= 3 {
        "in three sentences or more, over several paragraphs"
    } else if !of_many
        && division.share >= best * THIRD
        && goes_on(division.hits)
        && (division.share >= best || division.hits.iter().filter(|hit| hit.close).count() >= 2)
    {
        "facts of the same goods in two paragraphs"
    } else {
        return (Some(Salience::Minor), "something is said of it");
    };
    (Some(Salience::Main), main)
}

/// Whether a word says what a story is about: not a weak one, nor a cause or an example, but where headline or lead begin with it.
fn is_subject(hit: &Hit) -> bool {
    let begins = hit.rank == Rank::Headline || hit.rank == Rank::Below(0) && hit.opens;
    hit.weight >= 2.0 && (!hit.aside || begins)
}

/// Whether one sentence below the lead is all that a story says of a sector, in three words at most: of a short story that is
/// a good part, and yet a report of trade is not of it (`The current account showed a deficit. Oil revenues rose.`).
fn is_said_once(hits: &[Hit]) -> bool {
    let is_below = |hit: &Hit| matches!(hit.rank, Rank::Below(1..));
    hits.len() < 4 && hits.iter().all(is_below) && sentences(hits.iter().filter(|hit| is_subject(hit))) < 2
}

/// Share of the story below which one sentence in passing is not said of a sector: of a brief it is a good part.
const LITTLE: f64 = 0.1;
/// Weight of a word that names a service as such ("container throughput"), of which one and a number near it are enough.
const SAYS_SO: f64 = 4.0;
/// Trade, finance: who else's goods they sell, who is quoted. One sentence further down says nothing of them.
const OTHERS: &[u8] = &[46, RETAIL, 64, BROKERS];
const RETAIL: u8 = 47;
const BROKERS: u8 = 66;
/// Divisions of transport.
const FIRST_CARRIER: u8 = 49;
const LAST_CARRIER: u8 = 52;
/// Why a sector is not said at all, but in passing.
fn passing(story: &Story<'_>, division: &Division<'_>, best: f64) -> Option<&'static str> {
    let hits = division.hits;
    let high = |hit: &Hit| matches!(hit.rank, Rank::Headline | Rank::Below(0));
    let of_sentence = |same: &[Hit]| weight(same) * if same.iter().any(high) { 1.5 } else { 1.0 };
    let said: f64 = hits.chunk_by(|one, next| one.sentence == next.sentence).map(of_sentence).sum();
    if said < SAID || weight(hits) < 1.0 {
        return Some("said with too little weight");
    }
    if is_of_state_alone(division) {
        return Some("a state's debts, money and politics");
    }
    if division.share < LITTLE
        && let Some(passing) = passing_sentence(story, hits)
    {
        return Some(passing);
    }
    if division.share < LITTLE && hits.iter().all(|hit| hit.aside && !high(hit)) {
        return Some("a cause or an example");
    }
    if is_by_the_way(division, best) {
        return Some("plain words by the way, no fact near them");
    }
    let [only] = hits else { return None };
    if only.weight < 4.0 && !only.fact && only.rank != Rank::Headline {
        return Some("one word in passing, nothing said of it");
    }
    (only.of_firm && !high(only)).then_some("one firm in passing")
}

/// Whether a story that is of something else says no more of a sector than plain words with no number near them, and begins no
/// paragraph with it.
fn is_by_the_way(division: &Division<'_>, best: f64) -> bool {
    /// Part of the best sector's share, and where a paragraph begins with it.
    const SMALL: f64 = 0.2;
    const SMALLER: f64 = 0.1;
    let hits = || division.hits.iter();
    let part = if hits().any(|hit| hit.opens) { SMALLER } else { SMALL };
    division.share < best * part && hits().all(|hit| !hit.close && hit.weight < SAYS_SO)
}

/// Whether all that a story says of banks, or in passing of public administration, is what a state owes, does and is made of, and
/// nothing of it high in the story.
fn is_of_state_alone(division: &Division<'_>) -> bool {
    /// Weight below which another word of the sector says nothing: one in a name, a central bank that is quoted.
    const SLIGHT: f64 = 1.5;
    let is_high = |hit: &Hit| matches!(hit.rank, Rank::Headline | Rank::Below(0));
    let is_state = |hit: &Hit| hit.note == Note::State;
    let is_slight = |hit: &Hit| is_state(hit) && !is_high(hit) || hit.weight < SLIGHT;
    let is_part = division.share >= PARTLY && division.hits.iter().any(|hit| hit.division == STATE);
    !is_part && division.hits.iter().any(is_state) && division.hits.iter().all(is_slight)
}

/// Why the one sentence that names a sector says nothing of it.
fn passing_sentence(story: &Story<'_>, hits: &[Hit]) -> Option<&'static str> {
    let first = hits.first().filter(|first| hits.iter().all(|hit| hit.sentence == first.sentence))?;
    match first.rank {
        Rank::Headline | Rank::Above => None,
        Rank::Below(0) => Some("a word of the lead that the story does not come back to"),
        Rank::Below(_) if is_other(hits) => Some("who buys, pays or is quoted"),
        Rank::Below(_) if hits.iter().all(|hit| !hit.close) && is_quotation(story, first.sentence) => {
            Some("a word in a quotation")
        }
        // what a paragraph begins with is not said on the way
        Rank::Below(_) if hits.iter().any(|hit| hit.opens) => None,
        Rank::Below(_) if first.division >= SERVICES && hits.len() == 1 && first.weight < SAYS_SO => {
            Some("a service in passing")
        }
        Rank::Below(_) if hits.iter().any(|hit| hit.close) => None,
        Rank::Below(_) if is_carried(first) => None,
        Rank::Below(_) if first.division >= SERVICES => Some("a service in passing, no fact near it"),
        Rank::Below(_) => (weight(hits) <= 2.0).then_some("a weak word, no fact near it"),
    }
}

/// Whether a word names carriers or what they run on as such (railway, shipping agents): trade goes by them.
fn is_carried(hit: &Hit) -> bool {
    (FIRST_CARRIER..=LAST_CARRIER).contains(&hit.division) && hit.weight >= SAYS_SO
}

/// Whether a sentence quotes somebody.
fn is_quotation(story: &Story<'_>, sentence: usize) -> bool {
    let words = story.sentences.get(sentence).map_or("", |sentence| story.words(sentence.range.clone()));
    ["\"", "“", "”", "``", "''"].iter().any(|mark| words.contains(mark))
}

/// Whether one sentence of trade or finance is of somebody who buys, pays or is quoted: not where its paragraph begins with shops, or
/// with two words of brokers and a number.
fn is_other(hits: &[Hit]) -> bool {
    let Some(division) = hits.first().map(|hit| hit.division) else { return false };
    let opens = || hits.iter().any(|hit| hit.opens);
    let is_said =
        division == RETAIL || division == BROKERS && hits.len() > 1 && hits.iter().any(|hit| hit.close);
    OTHERS.contains(&division) && !(opens() && is_said)
}

/// Paragraph from which on one of its own is an addition: what a story comes to so late it is not about, however it begins.
const LATE: usize = 7;

/// Whether a paragraph, not a late one, begins with a sector and has three words of it, and a fact.
fn has_paragraph(hits: &[Hit]) -> bool {
    let early = |hit: &Hit| matches!(hit.rank, Rank::Below(paragraph) if paragraph < LATE);
    hits.chunk_by(|one, next| one.rank == next.rank).any(|same| {
        let strong = || same.iter().filter(|hit| is_subject(hit) && early(hit));
        strong().any(|hit| hit.opens) && strong().count() >= 3 && strong().any(|hit| hit.fact)
    })
}

/// Whether two paragraphs have facts of one sector, one of them in so many words.
fn goes_on(hits: &[Hit]) -> bool {
    // of each sector: where its first fact stands, whether one is strong, whether it stands elsewhere too
    let mut sectors: Vec<(usize, Rank, bool, bool)> = Vec::new();
    let below = |hit: &&Hit| matches!(hit.rank, Rank::Below(_));
    for hit in hits.iter().filter(|hit| hit.fact && hit.weight >= 2.0 && !hit.of_firm).filter(below) {
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
fn paragraphs<'a>(hits: impl Iterator<Item = &'a Hit>) -> usize {
    let mut last = None;
    let below = hits.filter(|hit| matches!(hit.rank, Rank::Below(_)));
    below.filter(|hit| last.replace(hit.rank) != Some(hit.rank)).count()
}

/// In how many sentences hits stand.
fn sentences<'a>(hits: impl Iterator<Item = &'a Hit>) -> usize {
    let mut last = None;
    hits.filter(|hit| last.replace(hit.sentence) != Some(hit.sentence)).count()
}
