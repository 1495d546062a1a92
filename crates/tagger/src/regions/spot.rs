//! Spots: everywhere in a story that the words of a place's name stand, the longest name first, nothing yet decided.

use std::ops::Range;

use article::Level;

use super::atlas::{Atlas, NO_PLACE, NameUsage, Needs, Place, Sense, Senses};
use super::words::Classes;
use crate::text::{Story, TokenKind, key};

/// A name in the text with the places that it may be.
pub(crate) struct Spot<'a> {
    pub(crate) range: Range<usize>,
    /// Index into [`Story::tokens`].
    pub(crate) tokens: Range<usize>,
    pub(crate) senses: &'a [(Sense, Place<'a>)],
    pub(crate) zone: Zone,
}

/// All spots of a story in the order of the text, with the senses of all in one list. They do not overlap.
#[derive(Default)]
pub(crate) struct Spots<'a> {
    found: Vec<Found>,
    senses: Vec<(Sense, Place<'a>)>,
    /// The [`key`]s of places' names that begin a firm's: "Bethlehem" of Bethlehem Steel.
    firms: Vec<u64>,
}

struct Found {
    range: Range<usize>,
    tokens: Range<usize>,
    senses: Range<usize>,
    zone: Zone,
}

impl Spots<'_> {
    pub(crate) fn firms(&self) -> &[u64] {
        &self.firms
    }

    pub(crate) fn list(&self) -> Vec<Spot<'_>> {
        let spot = |found: &Found| Spot {
            range: found.range.clone(),
            tokens: found.tokens.clone(),
            senses: &self.senses[found.senses.clone()],
            zone: found.zone,
        };
        self.found.iter().map(spot).collect()
    }
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

impl Spot<'_> {
    pub(crate) fn is_demonym(&self) -> bool {
        self.known().next().is_some() && self.known().all(|(sense, _)| sense.usage == NameUsage::Demonym)
    }

    /// The senses but those of small towns, which say nothing of a word.
    pub(super) fn known(&self) -> impl Iterator<Item = &(Sense, Place<'_>)> {
        self.senses.iter().filter(|(sense, _)| sense.needs != Needs::Holder)
    }

    /// Whether the word may stand before a noun as an adjective does: Chinese, U.S., EU.
    pub(crate) fn is_adjective(&self) -> bool {
        let adjective = |(sense, _): &(Sense, _)| sense.usage != NameUsage::Name || sense.is_exact();
        self.known().next().is_some() && self.known().all(adjective)
    }

    /// Whether the word is a name alone: Chile, not Chilean or U.S.
    pub(crate) fn is_noun(&self) -> bool {
        self.known().any(|(sense, _)| sense.usage == NameUsage::Name && !sense.is_exact())
    }

    /// Whether a country bears the name.
    pub(crate) fn may_be_country(&self) -> bool {
        self.known().any(|(_, place)| place.level == Level::Country)
    }

    /// Whether people bear the name too.
    pub(crate) fn is_person(&self) -> bool {
        self.known().any(|(_, place)| place.is_person())
    }
}

pub(crate) fn spots<'a>(atlas: &'a Atlas, story: &'a Story<'_>) -> Spots<'a> {
    let capacity = story.tokens.len() / 8 + 1;
    let mut spots = Spots {
        found: Vec::with_capacity(capacity),
        senses: Vec::with_capacity(capacity * 2),
        firms: Vec::new(),
    };
    let signed_off = sign_offs(story);
    let capitals = capital_lines(story);
    let mut next = story.token_at(story.header.end);
    let listed = listed_counties(atlas, story);
    for index in story.name_starts.iter().copied() {
        let token = &story.tokens[index];
        if !listed.is_empty()
            && index >= next
            && let Some((tokens, senses)) = listed.iter().find(|(tokens, _)| tokens.start == index)
        {
            let range = token.start..story.tokens[tokens.end - 1].end;
            let first = spots.senses.len();
            spots.senses.extend(senses.iter().map(|sense| (sense.in_place(), atlas.place(sense.place))));
            let (senses, zone) = (first..spots.senses.len(), zone_of(story, &capitals, token.start));
            next = tokens.end;
            spots.found.push(Found { range, tokens: tokens.clone(), senses, zone });
            continue;
        }
        if index < next
            || !atlas.may_begin(story.text, token)
            || is_address(story, index)
            || signed_off.iter().any(|range| range.contains(&token.start))
        {
            continue;
        }
        let mut best: Option<(Range<usize>, Senses<'_>)> = None;
        atlas.names_at(story.text, &story.tokens, index, |range, senses| {
            if senses.iter().next().is_some() {
                best = Some((range, senses));
            }
        });
        if let Some((range, senses)) = &best
            && range.end > token.end
            && token.text.eq_ignore_ascii_case("the")
        {
            // "the Gulf" ends where "Gulf Cooperation Council" goes on
            let mut longer = false;
            let is_river = senses.iter().any(|sense| atlas.place(sense.place).name().ends_with(" River"));
            atlas.names_at(story.text, &story.tokens, index + 1, |Range { end, .. }, senses| {
                longer |= end > range.end;
                let is_state = |sense: Sense| atlas.place(sense.place).level == Level::Admin1;
                if is_river && end == range.end && senses.iter().any(is_state) {
                    longer |= !flows(story, story.token_after(index, end));
                }
            });
            if longer {
                best = None;
            }
        }
        let Some((range, senses)) = best else { continue };
        let tokens = index..story.token_after(index, range.end);
        let zone = zone_of(story, &capitals, token.start);
        next = tokens.end;
        let first = spots.senses.len();
        // "Mérida, Mexico" names where the town is
        let behind_comma = index > 0 && story.words(story.tokens[index - 1].range()) == ",";
        let filed = zone == Zone::Dateline && !behind_comma;
        let read = senses.iter().filter(|sense| filed || sense.usage != NameUsage::Filed);
        spots.senses.extend(read.map(|sense| (sense.in_place(), atlas.place(sense.place))));
        let senses = &spots.senses[first..];
        if senses.iter().any(|(sense, _)| sense.place == NO_PLACE) {
            spots.senses.truncate(first);
            let mut firm = None;
            atlas.names_at(story.text, &story.tokens, tokens.start, |shorter, senses| {
                if shorter.end < range.end && senses.iter().next().is_some() {
                    firm = Some(shorter);
                }
            });
            if let Some(firm) = firm
                && story.tokens.get(story.token_at(firm.end)).is_some_and(|word| word.capital)
            {
                spots.firms.push(key(story.words(firm)));
            }
            continue;
        }
        let mut found = Found { range, tokens, senses: first..spots.senses.len(), zone };
        without_article(story, &mut found, senses);
        spots.found.push(found);
    }
    spots
}

/// "Marion and Citrus counties", "Caddo, Bossier and De Soto parishes": the names before the word, each a county's.
fn listed_counties<'a>(atlas: &'a Atlas, story: &'a Story<'_>) -> Vec<(Range<usize>, Senses<'a>)> {
    /// Names of such a list, and words of one name.
    const LIST: usize = 8;
    const NAME: usize = 3;
    let mut found = Vec::new();
    if !Classes::from(story.known).any(Classes::COUNTIES) {
        return found;
    }
    let text = |token: usize| story.tokens.get(token).map_or("", |token| story.words(token.range()));
    for (at, token) in story.tokens.iter().enumerate() {
        if !Classes::from(token.known).any(Classes::COUNTIES) {
            continue;
        }
        let kind = if token.key == key("parishes") { "parish" } else { "county" };
        let mut end = at;
        for _ in 0..LIST {
            let mut start = end;
            while start > 0 && end - start < NAME && story.tokens[start - 1].capital {
                start -= 1;
            }
            let Some(last) = end.checked_sub(1) else { break };
            // the longest of the words that a county bears
            let named = (start..end).find_map(|start| {
                let words = &story.text[story.tokens[start].start..story.tokens[last].end];
                let name = format!("{} {kind}", words.to_lowercase());
                Some((start..end, atlas.named(&name, words)?))
            });
            let Some((tokens, senses)) = named else { break };
            start = tokens.start;
            found.push((tokens, senses));
            let mut link = start;
            while link > 0 && matches!(text(link - 1), "," | "and" | "or" | "&") {
                link -= 1;
            }
            if link == start {
                break;
            }
            end = link;
        }
    }
    found
}

/// Whether the words from a token on go on as behind a river that a state is called like: "the Mississippi rose", not "the Mississippi
/// governor", "the Colorado, Utah and Nevada plants".
fn flows(story: &Story<'_>, next: usize) -> bool {
    const GOES_ON: &[&str] = &[
        "above",
        "at",
        "before",
        "below",
        "between",
        "crested",
        "crests",
        "fell",
        "falls",
        "flooded",
        "floods",
        "flowed",
        "flows",
        "for",
        "from",
        "froze",
        "had",
        "has",
        "in",
        "into",
        "is",
        "near",
        "on",
        "overflowed",
        "reached",
        "rises",
        "rose",
        "runs",
        "spilled",
        "swelled",
        "to",
        "topped",
        "was",
        "when",
        "where",
        "which",
        "with",
    ];
    let Some(token) = story.tokens.get(next) else { return true };
    let follows = story.tokens.get(next + 1);
    match token.text {
        "." | ";" | ":" | ")" | "?" | "!" | "—" | "–" | "\"" | "”" => true,
        "," | "and" | "or" => {
            follows.is_none_or(|follows| !follows.capital && follows.kind == TokenKind::Word)
        }
        word => GOES_ON.contains(&word),
    }
}

/// `the Gulf` is found by its article, and the mention is `Gulf`.
fn without_article(story: &Story<'_>, found: &mut Found, senses: &[(Sense, Place<'_>)]) {
    let words = story.words(found.range.clone());
    if found.tokens.len() > 1
        && words.len() > 4
        && words.as_bytes()[..3].eq_ignore_ascii_case(b"the")
        && senses.iter().all(|(_, place)| place.level != Level::City)
    {
        found.tokens.start += 1;
        found.range.start = story.tokens[found.tokens.start].start;
    }
}

/// Whether a word is a piece of an address or of an initialism: `xinhua@china.org`, `#Japan`, `B.S.C.`, `news.venezuela.example`.
fn is_address(story: &Story<'_>, index: usize) -> bool {
    let token = &story.tokens[index];
    let bytes = story.text.as_bytes();
    let before = token.start.checked_sub(1).and_then(|at| bytes.get(at)).copied();
    match before {
        Some(b'@' | b'#' | b'_' | b'\\') => return true,
        Some(b'.' | b'/' | b'=' | b':') if !token.capital => return true,
        _ => {}
    }
    if token.capital {
        // the "S.C." of "B.S.C."
        return before == Some(b'.')
            && index.checked_sub(2).and_then(|at| story.tokens.get(at)).is_some_and(|initial| {
                initial.capital && initial.end + 1 == token.start && initial.end - initial.start == 1
            });
    }
    let behind = bytes.get(token.end);
    let goes_on = || bytes.get(token.end + 1).is_some_and(u8::is_ascii_alphanumeric);
    behind.is_some_and(|behind| b"@/_".contains(behind) || *behind == b'.' && goes_on())
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
    // a first line that runs on is no heading: "Chinese Premier Zhao Ziyang said the"
    let stands_alone = |range: &Range<usize>| {
        let rest = &story.text[range.end..];
        let gap = rest.len() - rest.trim_start().len();
        gap == rest.len() || rest[..gap].matches('\n').count() > 1
    };
    let is_head = |range: &&Range<usize>| {
        range.end <= story.headline.end
            || range.len() < SHORT
                && !story.words((*range).clone()).ends_with(['.', '"', '”'])
                && stands_alone(range)
    };
    let is_capital = |range: &&Range<usize>| {
        let (mut capital, mut all) = (0, 0);
        let tokens = &story.tokens[story.token_at(range.start)..story.token_at(range.end)];
        for token in
            tokens.iter().filter(|token| token.kind == TokenKind::Word && token.end - token.start > 3)
        {
            all += 1;
            capital += usize::from(token.capital);
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
    let holding: [u64; 3] = ["contributed", "newsroom", "bureau"].map(key);
    let is_sign_off = |range: &&Range<usize>| {
        let low =
            story.paragraphs.len() < 5 || range.start >= story.paragraphs[story.paragraphs.len() - 5].start;
        let words = story.words((*range).clone());
        if range.len() > 600 || !low && !words.starts_with('(') {
            return false;
        }
        let starts = |start: &str| {
            let begin = words.as_bytes().get(..start.len());
            begin.is_some_and(|begin| begin.eq_ignore_ascii_case(start.as_bytes()))
        };
        let first = words.bytes().next().map(|first| first.to_ascii_lowercase());
        if STARTS.iter().any(|start| start.bytes().next() == first && starts(start)) {
            return true;
        }
        let tokens = &story.tokens[story.token_at(range.start)..story.token_at(range.end)];
        if !tokens.iter().any(|token| holding.contains(&token.key)) {
            return false;
        }
        let words = words.to_lowercase();
        HOLDS.iter().any(|held| words.contains(held))
    };
    after_lead.filter(is_sign_off).cloned().collect()
}
