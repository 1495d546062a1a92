//! Spots: everywhere in a story that the words of a place's name stand, the longest name first, nothing yet decided.

use std::ops::Range;

use article::Level;

use super::atlas::{Atlas, NO_PLACE, NameUsage, Place, Sense, Senses};
use crate::text::{Story, TokenKind};

/// A name in the text with the places that it may be.
#[derive(Debug)]
pub(crate) struct Spot {
    pub(crate) range: Range<usize>,
    /// Index into [`Story::tokens`].
    pub(crate) tokens: Range<usize>,
    pub(crate) senses: Vec<(Sense, Place<'static>)>,
    pub(crate) zone: Zone,
}

/// Where in the story a spot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// In capitals or title case, where a capital says nothing.
    Capitals,
    /// A headline that is written as a sentence.
    Headline,
    Dateline,
    Body,
}

impl Spot {
    pub(crate) fn is_demonym(&self) -> bool {
        self.senses.iter().all(|(sense, _)| sense.usage == NameUsage::Demonym)
    }

    /// Whether the word may stand before a noun as an adjective does: Chinese, U.S., EU.
    pub(crate) fn is_adjective(&self) -> bool {
        self.senses.iter().all(|(sense, _)| sense.usage != NameUsage::Name || sense.is_exact())
    }

    /// Whether people bear the name too.
    pub(crate) fn is_person(&self) -> bool {
        self.senses.iter().any(|(_, place)| place.is_person())
    }
}

/// All spots of a story in the order of the text. They do not overlap.
pub(crate) fn spots(atlas: &Atlas, story: &Story<'_>) -> Vec<Spot> {
    let mut found = Vec::with_capacity(story.tokens.len() / 8 + 1);
    let signed_off = sign_offs(story);
    let mut signed_off = signed_off.iter().peekable();
    let capitals = capital_lines(story);
    let mut next = 0;
    while let Some(token) = story.tokens.get(next) {
        while signed_off.next_if(|range| range.end <= token.start).is_some() {}
        let skipped = token.start < story.header.end
            || signed_off.peek().is_some_and(|range| range.contains(&token.start));
        let inside_word = next > 0 && story.tokens[next - 1].end == token.start && is_address(story, next);
        if !Atlas::may_begin(story.text, token) || skipped || inside_word {
            next += 1;
            continue;
        }
        let mut best: Option<(Range<usize>, Senses<'_>)> = None;
        atlas.names_at(story.text, token.start, |range, senses| {
            if senses.iter().next().is_some() {
                best = Some((range, senses));
            }
        });
        if let Some((range, _)) = &best
            && story.words(token.range()).eq_ignore_ascii_case("the")
            && let Some(own) = story.tokens.get(next + 1)
        {
            // "the Gulf" ends where "Gulf Cooperation Council" goes on
            let mut longer = false;
            atlas.names_at(story.text, own.start, |Range { end, .. }, _| longer |= end > range.end);
            if longer {
                best = None;
            }
        }
        match best {
            Some((range, senses)) => {
                let tokens = next..story.token_after(next, range.end);
                let senses = senses.iter().map(|sense| (sense, Place::read(sense.place))).collect();
                let zone = zone_of(story, &capitals, token.start);
                let mut spot = Spot { range, tokens, senses, zone };
                next = spot.tokens.end;
                without_article(story, &mut spot);
                if spot.senses.iter().all(|(sense, _)| sense.place != NO_PLACE) {
                    found.push(spot);
                }
            }
            None => next += 1,
        }
    }
    found
}

/// `the Gulf` is found by its article, and the mention is `Gulf`.
fn without_article(story: &Story<'_>, spot: &mut Spot) {
    let words = story.words(spot.range.clone());
    let is_city = spot.senses.iter().any(|(_, place)| place.level == Level::City);
    if !is_city
        && words.len() > 4
        && words.as_bytes()[..3].eq_ignore_ascii_case(b"the")
        && spot.tokens.len() > 1
    {
        spot.tokens.start += 1;
        spot.range.start = story.tokens[spot.tokens.start].start;
    }
}

/// Whether a word is a piece of an address: `xinhua@china.org`, `#Japan`.
fn is_address(story: &Story<'_>, index: usize) -> bool {
    matches!(story.words(story.tokens[index - 1].range()), "@" | "#" | "_" | "\\")
}

fn zone_of(story: &Story<'_>, capitals: &[Range<usize>], at: usize) -> Zone {
    if story.dateline.contains(&at) {
        Zone::Dateline
    } else if capitals.iter().any(|line| line.contains(&at)) {
        Zone::Capitals
    } else if story.headline.contains(&at) {
        Zone::Headline
    } else {
        Zone::Body
    }
}

/// The headline, and short lines near the top that are no sentence, where most words begin with a capital.
fn capital_lines(story: &Story<'_>) -> Vec<Range<usize>> {
    const SHORT: usize = 160;
    let is_head = |range: &&Range<usize>| {
        range.end <= story.headline.end
            || range.len() < SHORT && !story.words((*range).clone()).ends_with(['.', '"', '”'])
    };
    let is_capital = |range: &&Range<usize>| {
        let (mut capital, mut all) = (0, 0);
        let tokens = &story.tokens[story.token_at(range.start)..story.token_at(range.end)];
        for token in
            tokens.iter().filter(|token| token.kind == TokenKind::Word && token.end - token.start > 3)
        {
            all += 1;
            capital += usize::from(story.words(token.range()).starts_with(char::is_uppercase));
        }
        all > 2 && capital * 10 >= all * 7
    };
    story.paragraphs.iter().take(3).filter(is_head).filter(is_capital).cloned().collect()
}

/// Paragraphs that sign a story off: who reported and edited it where is no part of what it is about.
fn sign_offs(story: &Story<'_>) -> Vec<Range<usize>> {
    const STARTS: &[&str] = &[
        "(reporting by",
        "reporting by",
        "(additional reporting",
        "additional reporting",
        "(editing by",
        "editing by",
        "(writing by",
        "writing by",
        "(compiled by",
        "(with additional",
        "((",
        "for more information",
        "contact:",
    ];
    const HOLDS: &[&str] = &[
        "contributed to this report",
        "contributed reporting",
        "newsroom +",
        "newsroom, +",
        "newsroom@",
        "bureau +",
    ];
    let after_lead = story.paragraphs.iter().skip(2);
    let is_sign_off = |range: &&Range<usize>| {
        let low =
            story.paragraphs.len() < 5 || range.start >= story.paragraphs[story.paragraphs.len() - 5].start;
        let words = story.words((*range).clone());
        if range.len() > 600 || !low && !words.starts_with('(') {
            return false;
        }
        let words = words.to_lowercase();
        STARTS.iter().any(|start| words.starts_with(start)) || HOLDS.iter().any(|held| words.contains(held))
    };
    after_lead.filter(is_sign_off).cloned().collect()
}
