//! Districts, rivers, lakes, ports and such, which no table holds, by the word of their kind: Baqiao District, Lake Naivasha.
//!
//! A kind counts only with one to three capitalised words beside it that are nothing else, and only where no other name goes on
//! ("Shuwaikh Port Authority" is an organisation). A city's name before it makes the city's district, not the city.

use std::ops::Range;

use super::around::Reader;
use super::words::Classes;

/// The tokens of the landmarks of a story, in order, with their names' slugs.
pub(crate) fn landmarks(reader: &Reader<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let kinds = Classes::RIVER.or(Classes::LAKE);
    let zones = Classes::from(reader.story.known).any(Classes::ZONE);
    if !zones && !Classes::from(reader.story.known).any(kinds) {
        return found;
    }
    // the names that the story gives to firms: "Echo Bay Mines", "River Oaks said"
    let mut firms: Vec<u64> = Vec::new();
    for (index, token) in reader.story.tokens.iter().enumerate() {
        let classes = Classes::from(token.known);
        if zones
            && token.capital
            && reader.text(index) == "Zone"
            && let Some(range) = zone(reader, index)
            && found.last().is_none_or(|last| last.end <= range.start)
        {
            found.push(range);
            continue;
        }
        // "the Tana river": of kinds with a small letter only a river is never a common noun behind "the" and one name
        if !token.capital && classes.any(Classes::RIVER) && reader.text(index) == "river" && index > 1 {
            let the = matches!(reader.text(index - 2), "the" | "The");
            if the && reader.is_plain_name(index - 1) && !reader.parted(index - 1, index) {
                found.push(index - 1..index + 1);
            }
            continue;
        }
        if !token.capital || !classes.any(kinds) {
            continue;
        }
        let range = if classes.any(Classes::RIVER) { named_before(reader, index) } else { None };
        let range =
            range.or_else(|| if classes.any(Classes::LAKE) { named_after(reader, index) } else { None });
        if let Some(range) = range
            && found.last().is_none_or(|last| last.end <= range.start)
        {
            if !is_county(reader.text(range.end - 1)) && reader.is_firm(range.end) {
                firms.push(name_of(reader, &range));
            }
            found.push(range);
        } else if reader.goes_on(index) && reader.is_firm(index + 1) {
            firms.extend(before(reader, index).map(|range| name_of(reader, &range)));
        }
    }
    if !firms.is_empty() {
        found.retain(|range| !firms.contains(&name_of(reader, range)));
    }
    found
}

/// What a zone of trade is called before "Zone".
const ZONES: &[&[&str]] = &[
    &["Free", "Trade"],
    &["Free"],
    &["Special", "Economic"],
    &["Export", "Processing"],
    &["Bonded"],
    &["Comprehensive", "Bonded"],
];
/// So many words may name one: China (Shanghai) Pilot Free Trade Zone has its own brackets and stays out.
const ZONE_NAMES: usize = 4;

/// "Tianjin Port Free Trade Zone", "Dubai Airport Free Zone": places that report trade of their own, with the place's name in theirs.
fn zone(reader: &Reader<'_>, kind: usize) -> Option<Range<usize>> {
    let called = |words: &&&[&str]| {
        kind.checked_sub(words.len())
            .is_some_and(|from| words.iter().enumerate().all(|(nth, word)| reader.text(from + nth) == *word))
    };
    let words = ZONES.iter().filter(called).max_by_key(|words| words.len())?;
    let end = kind - words.len();
    let other = Classes::SMALL.or(Classes::DAY).or(Classes::TITLE);
    let mut first = end;
    while first > 0
        && end - first < ZONE_NAMES
        && reader.is_capital(first - 1)
        && !reader.classes(first - 1).any(other)
        && reader.text(first - 1).chars().any(char::is_lowercase)
        && !reader.parted(first - 1, first)
    {
        first -= 1;
    }
    (first < end && !reader.goes_on(kind)).then_some(first..kind + 1)
}

/// Authorities speak: "Harlan County said".
fn is_county(kind: &str) -> bool {
    matches!(kind, "County" | "Parish" | "Township" | "District")
}

/// A name, in any case and over any line's end.
fn name_of(reader: &Reader<'_>, tokens: &Range<usize>) -> u64 {
    reader.story.tokens[tokens.clone()].iter().fold(0, |all, token| all.rotate_left(7) ^ token.key)
}

fn named_before(reader: &Reader<'_>, kind: usize) -> Option<Range<usize>> {
    if reader.goes_on(kind) { None } else { before(reader, kind) }
}

/// The plain words before a kind, and the kind.
fn before(reader: &Reader<'_>, kind: usize) -> Option<Range<usize>> {
    let mut first = kind;
    // "Union County"
    let county = is_county(reader.text(kind));
    let other = Classes::SMALL.or(Classes::DAY).or(Classes::TITLE).or(Classes::KIND).or(Classes::WAY);
    let is_name = |token: usize| {
        reader.is_plain_name(token)
            || county && token + 1 == kind && reader.is_capital(token) && !reader.classes(token).any(other)
    };
    while first > 0 && kind - first < 3 && is_name(first - 1) && !reader.parted(first - 1, first) {
        if reader.opens_sentence(first - 1) && reader.classes(first - 1).any(Classes::SMALL) {
            break;
        }
        first -= 1;
        if reader.opens_sentence(first) {
            break;
        }
    }
    (first < kind).then_some(first..kind + 1)
}

fn named_after(reader: &Reader<'_>, kind: usize) -> Option<Range<usize>> {
    let mut end = kind + 1;
    while end - kind <= 2 && reader.is_plain_name(end) && !reader.parted(end - 1, end) {
        end += 1;
    }
    let named = end > kind + 1 && !reader.goes_on(end - 1);
    let alone = kind == 0 || !reader.is_plain_name(kind - 1) || reader.parted(kind - 1, kind);
    (named && alone).then_some(kind..end)
}
