//! A firm's own trade: whose country it is of, where a sentence names none.
//!
//! `Toyota exported V of cars to the U.S.`: the country that the story names most is where the cars go. What a firm exports or
//! imports is its country's trade, where the story names that country; where it stands nowhere, nobody's. So a duty on a firm is on its
//! country's goods.

use std::ops::Range;

use article::{Indicator, Level, Region, Usage};

use super::draft::{Draft, Name};
use crate::industries::Firm;
use crate::text::{Sentence, Story};

/// So many tokens of a sentence may stand before the firm that is its subject: `In 1986,`, `Japan's`.
const BEFORE: usize = 4;
/// Tokens from a firm's possessive to what it trades: `Toyota's car exports`.
const REACH: usize = 5;
const TRADE: &[&str] = &["export", "exports", "import", "imports", "shipments", "deliveries"];

/// Gives what was told of a firm, and carried from elsewhere, to the firm's country.
pub(super) fn give(story: &Story<'_>, regions: &[Region], firms: &[Firm], drafts: &mut [Draft]) {
    if firms.is_empty() {
        return;
    }
    strike(story, regions, firms, drafts);
    let filed = filed(regions);
    let of_story = firms.iter().find(|firm| leads(story, firm));
    for draft in drafts {
        if !matches!(draft.topic.indicator, Indicator::Exports | Indicator::Imports) {
            continue;
        }
        let Some(sentence) = story.sentences.get(draft.sentence) else { continue };
        let Some(firm) = subject(story, sentence, firms, draft).or(of_story) else { continue };
        // where it was filed from has no trade of its own in what a firm sells
        let city = regions.iter().find(|region| {
            region.level == Level::City && draft.topic.reporter.as_deref() == Some(region.code.as_str())
        });
        if let Some(country) = city.and_then(|city| city.country.as_deref()) {
            draft.topic.reporter = Some(country.into());
        }
        if draft.topic.reporter_stated || draft.topic.reporter.is_none() {
            continue;
        }
        let named = regions.iter().find(|region| {
            region.level == Level::Country && region.code == firm.country && !region.mentions.is_empty()
        });
        let country = named.map(|region| region.code.as_str().into());
        if country.is_some() && country == draft.topic.partner {
            continue;
        }
        // a works abroad, told from there
        if draft.topic.reporter.is_some() && draft.topic.reporter == filed {
            continue;
        }
        // the country that the story is of, and not only where the goods go
        if country.is_none()
            && let Some(carried) = draft.topic.reporter.as_deref()
            && regions.iter().any(|region| region.code == carried && is_spoken_of(story, region))
        {
            continue;
        }
        draft.topic.reporter = country;
    }
}

/// `17.4% on BYD, 20% for Geely`: a duty on what a firm makes is on the goods of its country, where the story names that.
fn strike(story: &Story<'_>, regions: &[Region], firms: &[Firm], drafts: &mut [Draft]) {
    for draft in drafts {
        if draft.topic.indicator != Indicator::Tariff || draft.topic.partner_stated {
            continue;
        }
        let joint = story.token_at(draft.bytes.end);
        let on = story.tokens.get(joint).is_some_and(|token| matches!(token.text, "on" | "for" | "against"));
        let Some(maker) = story.tokens.get(joint + 1).filter(|_| on) else { continue };
        let Ok(firm) = firms.binary_search_by_key(&maker.start, |firm| firm.bytes.start) else { continue };
        let country = firms[firm].country;
        let named = regions.iter().any(|region| region.code == country && !region.mentions.is_empty());
        if named && draft.topic.reporter.as_deref() != Some(country) {
            draft.topic.partner = Some(country.into());
        }
    }
}

/// Whether a story names a country otherwise than as where something goes, is sold or comes from.
fn is_spoken_of(story: &Story<'_>, region: &Region) -> bool {
    const TOWARD: &[&str] = &["to", "in", "into", "from", "for", "and", "the"];
    const MARKET: &[&str] =
        &["sales", "market", "buyers", "customers", "dealers", "unit", "plant", "subsidiary"];
    let said = |at: usize, words: &[&str]| {
        story
            .tokens
            .get(at)
            .is_some_and(|token| words.iter().any(|word| token.text.eq_ignore_ascii_case(word)))
    };
    region.mentions.iter().filter_map(|mention| Some((mention, story.byte(mention.start)?))).any(
        |(mention, start)| {
            let (first, after) = (story.token_at(start), story.token_at(start + mention.exact.len()));
            !said(first.wrapping_sub(1), TOWARD) && !said(after, MARKET)
        },
    )
}

/// The country of the dateline.
fn filed(regions: &[Region]) -> Option<Name> {
    let dateline = |region: &&Region| region.mentions.iter().any(|mention| mention.usage == Usage::Dateline);
    let region = regions.iter().find(dateline)?;
    Some(region.country.as_deref().unwrap_or(&region.code).into())
}

/// The last firm before a figure that is the subject of its sentence, or owns what is traded.
fn subject<'f>(story: &Story<'_>, sentence: &Sentence, firms: &'f [Firm], draft: &Draft) -> Option<&'f Firm> {
    let from = firms.partition_point(|firm| firm.bytes.start < sentence.range.start);
    let before = firms.get(from..)?.iter().take_while(|firm| firm.bytes.end <= draft.bytes.start);
    before.filter(|firm| begins(story, &sentence.tokens, firm) || owns(story, firm)).last()
}

/// It stands at the top of the story, as who does what is told.
fn leads(story: &Story<'_>, firm: &Firm) -> bool {
    let at = story.sentence_at(firm.bytes.start).and_then(|at| story.sentences.get(at));
    at.is_some_and(|sentence| sentence.paragraph < 2 && begins(story, &sentence.tokens, firm))
}

fn begins(story: &Story<'_>, sentence: &Range<usize>, firm: &Firm) -> bool {
    // the dateline and its dash
    let told = story.token_at(story.dateline.end) + 1;
    let from = if sentence.contains(&told) { told } else { sentence.start };
    story.token_at(firm.bytes.start) <= from + BEFORE
}

fn owns(story: &Story<'_>, firm: &Firm) -> bool {
    let after = story.token_at(firm.bytes.end);
    let mut next = story.tokens.get(after..).unwrap_or_default().iter().take(REACH);
    next.next().is_some_and(|token| token.text.starts_with(['\'', '’']))
        && next.any(|token| TRADE.iter().any(|known| token.text.eq_ignore_ascii_case(known)))
}
