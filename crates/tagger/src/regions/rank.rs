//! What a place is to the story: its role and its relevance, and the regions of the record in that order.
//!
//! A mention counts by where it stands: in the headline and the lead most, in the dateline least. Where a name only locates what
//! follows it ("northeast China's **Jilin** Province", "**Jilin**'s capital Changchun"), it counts half. Names inside other names count a little.
//! The focus is the best place and those (up to three) that come close to it; macro-regions and groups only where they lead by far.

use std::collections::HashMap;

use article::{Level, Mention, Region, Role, Span, Usage};

use super::around::Reader;
use super::atlas::{NameUsage, Place};
use super::lead::{Rank, Top};
use super::link::Link;
use super::words::Classes;
use crate::vocabulary::ByKey;

struct Ranked<'a> {
    place: Place<'a>,
    links: Vec<usize>,
    points: f64,
    first: usize,
}

const HEADLINE: f64 = 4.0;
/// By paragraph after the headline; further down all count as the last.
const PARAGRAPHS: [f64; 7] = [3.0, 2.0, 1.5, 1.5, 1.0, 1.0, 0.5];
/// Where it was filed, if the body names the place too.
const FILED_THERE: f64 = 2.0;
const INSIDE: f64 = 0.3;
const LOCATES: f64 = 0.5;
const WIDER: f64 = 0.6;
/// Part of the best place's points that another needs to be in focus too.
const FOCUS: f64 = 0.6;
/// Points below which only the best place is in focus.
const LEAST: f64 = 2.0;

pub(crate) fn regions(reader: &Reader<'_>, links: &[Link<'_>]) -> Vec<Region> {
    let heads = Top::of(reader.story);
    let mut ranked = gather(reader, links, &heads);
    ranked.retain(|this| this.links.iter().any(|link| !links[*link].inside));
    ranked.sort_by(|a, b| b.points.total_cmp(&a.points).then(a.first.cmp(&b.first)));
    let roles = roles(reader, links, &ranked, &heads);
    let mut order: Vec<usize> = (0..ranked.len()).collect();
    order.sort_by_key(|index| usize::from(roles[*index] != Role::Focus));
    let top = ranked.first().map_or(1.0, |first| first.points.max(0.1));
    order
        .iter()
        .enumerate()
        .map(|(index, at)| region(reader, links, &ranked[*at], roles[*at], index, top))
        .collect()
}

fn gather<'a>(reader: &Reader<'_>, links: &[Link<'a>], top: &Top) -> Vec<Ranked<'a>> {
    let mut at: HashMap<u32, usize, ByKey> = HashMap::with_hasher(ByKey);
    let mut ranked: Vec<Ranked<'a>> = Vec::new();
    for (index, link) in links.iter().enumerate() {
        let place = *at.entry(link.place.id).or_insert_with(|| {
            ranked.push(Ranked {
                place: link.place,
                links: Vec::new(),
                points: 0.0,
                first: link.range.start,
            });
            ranked.len() - 1
        });
        ranked[place].links.push(index);
        ranked[place].points += points(reader, links, index, top);
    }
    ranked
}

fn points(reader: &Reader<'_>, links: &[Link<'_>], index: usize, top: &Top) -> f64 {
    let link = &links[index];
    if link.inside {
        return INSIDE;
    }
    let story = reader.story;
    if story.dateline.contains(&link.range.start) {
        let named_again = links.iter().any(|other| {
            other.place.id == link.place.id && !other.inside && !story.dateline.contains(&other.range.start)
        });
        return if named_again { FILED_THERE } else { INSIDE };
    }
    let next = links.get(index + 1);
    let close = |next: &&Link<'_>| next.range.start - link.range.end < 4 && !next.inside;
    // "Republic of Korea (ROK)" is one mention
    if next.filter(close).is_some_and(|next| {
        next.place.id == link.place.id && reader.story.words(link.range.end..next.range.start).contains('(')
    }) {
        return 0.0;
    }
    let locates = link.possessive
        && next
            .filter(close)
            .is_some_and(|next| next.place.country == link.place.country && next.place.id != link.place.id);
    let place = top.rank(story, link.range.start).points(HEADLINE, &PARAGRAPHS);
    let wider = if is_focal(link.place.level) { 1.0 } else { WIDER };
    place * wider * if locates { LOCATES } else { 1.0 }
}

fn roles(reader: &Reader<'_>, links: &[Link<'_>], ranked: &[Ranked<'_>], heads: &Top) -> Vec<Role> {
    let top = ranked.first().map_or(0.0, |first| first.points);
    let filed_only = |this: &Ranked<'_>| {
        this.links
            .iter()
            .all(|link| links[*link].inside || reader.story.dateline.contains(&links[*link].range.start))
    };
    let mut left = 3;
    ranked
        .iter()
        .enumerate()
        .map(|(index, this)| {
            if filed_only(this) {
                return Role::Dateline;
            }
            let mentions = this.links.iter().filter(|link| !links[**link].inside).count();
            // a city that is named twice must be named at the top
            let high = || {
                let links = this.links.iter().map(|link| &links[*link]);
                links.filter(|link| !link.inside && !reader.story.dateline.contains(&link.range.start)).any(
                    |link| {
                        matches!(heads.rank(reader.story, link.range.start), Rank::Headline | Rank::Below(0))
                    },
                )
            };
            let enough = mentions >= 3 || mentions == 2 && (this.place.level != Level::City || high());
            let close = this.points >= top * FOCUS && this.points >= LEAST && enough;
            let focus = left > 0 && (index == 0 || close && is_focal(this.place.level));
            left -= usize::from(focus);
            if focus { Role::Focus } else { Role::Mention }
        })
        .collect()
}

fn is_focal(level: Level) -> bool {
    matches!(level, Level::Country | Level::Admin1 | Level::City)
}

fn region(
    reader: &Reader<'_>,
    links: &[Link<'_>],
    this: &Ranked<'_>,
    role: Role,
    index: usize,
    top: f64,
) -> Region {
    let place = this.place;
    let mut mentions = Vec::new();
    let mut inside_names: Vec<Span> = Vec::new();
    let mut margin = i32::MAX;
    for link in this.links.iter().map(|link| &links[*link]) {
        let span = reader.story.span(link.range.clone());
        if link.inside {
            inside_names.push(span);
            continue;
        }
        margin = margin.min(link.margin);
        let usage = usage(reader, link);
        mentions.push(Mention { start: span.start, end: span.end, exact: span.exact, usage });
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1 to 100 by its bounds
    let relevance = (this.points / top * 100.0).round().clamp(1.0, 100.0) as u8;
    let confidence = u8::try_from(60 + margin.clamp(0, 39)).unwrap_or(99);
    Region {
        reference: format!("r{}", index + 1),
        name: name(&place),
        level: place.level,
        code: code(&place),
        country: place.country.map(|country| country.as_str().to_owned()),
        admin1: place.division().map(|division| division.code().to_owned()),
        geonames: place.geonames(),
        m49: (place.m49() > 0).then(|| format!("{:03}", place.m49())),
        lat: place.lat(),
        lon: place.lon(),
        members: place.members().split('+').filter(|member| !member.is_empty()).map(str::to_owned).collect(),
        role,
        relevance,
        confidence,
        mentions,
        inside_names,
    }
}

/// A landmark may stand over a line's end; the tables' names are clean.
fn name(place: &Place<'_>) -> String {
    match place.level {
        Level::Other => place.name().split_whitespace().collect::<Vec<_>>().join(" "),
        _ => place.name().to_owned(),
    }
}

fn code(place: &Place<'_>) -> String {
    match (place.level, place.geonames()) {
        (Level::City, Some(id)) => format!("geonames:{id}"),
        _ if place.code().is_empty() => format!("x:{}", slug(place.name())),
        _ => place.code().to_owned(),
    }
}

/// `Lake Naivasha` as `lake-naivasha`.
fn slug(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Metonyms are capitals that speak or act: "Beijing said", "Washington's tariffs".
fn usage(reader: &Reader<'_>, link: &Link<'_>) -> Usage {
    if reader.story.dateline.contains(&link.range.start) {
        return Usage::Dateline;
    }
    if link.usage != NameUsage::Name {
        return Usage::Demonym;
    }
    if link.place.level == Level::City && link.place.is_capital() || link.place.name() == "Brussels" {
        let at = reader.story.token_at(link.range.start);
        let after = reader.story.token_at(link.range.end);
        let located = at > 0
            && reader.classes(at - 1).any(Classes::AT)
            && !matches!(reader.text(at - 1), "with" | "against" | "of" | "for" | "to" | "from" | "between");
        if !located && reader.classes(after).any(Classes::SAYS) {
            return Usage::Metonym;
        }
    }
    Usage::Name
}
