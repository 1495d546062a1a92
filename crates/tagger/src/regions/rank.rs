//! What a place is to the story: its role and its relevance, and the regions of the record in that order.
//!
//! A mention counts by where it stands: in the headline and the lead most, in the dateline least. Where a name only locates what
//! follows it ("northeast China's **Jilin** Province", "**Jilin**'s capital Changchun"), stands in a list of three or more, or was named in the
//! same paragraph before, it counts half. Names inside other names count a little.
//! The focus is the best place and up to two more: those that come close to it, the closer the fewer times and the further down they
//! are named, and whose trade it is ("**Sweden**'s exports" in headline or lead). Not in focus are: wider regions beside others, a city whose
//! country is and which the headline does not name, a city that only speaks, a great city that the story was filed from and names once more.
//!
//! Three kinds of story say it otherwise. A **local** one, whose places are mostly towns of one division, has its town in the names of schools,
//! clubs and papers as much as by itself, and further down as often as at the top. A **town** that a story was filed from and names again is
//! where it happens; capitals and great cities are where agencies sit. And where no headline names a place, the **country** of
//! most places is in focus, though it be named once, with the first place in it that the lead has.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use article::{Level, Mention, Region, Role, Span, TradeFigure, Usage};

use super::around::Reader;
use super::atlas::{NameUsage, Place};
use super::lead::{Rank, Top};
use super::link::Link;
use super::words::Classes;
use crate::text::{Story, digits, numbered};
use crate::vocabulary::ByKey;

struct Ranked<'a> {
    place: Place<'a>,
    /// Into the links by place.
    links: Range<usize>,
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
const GROUP: f64 = 0.8;
/// Named again in the same paragraph.
const AGAIN: f64 = 0.6;
/// In a list of three or more: one of many.
const LISTED: f64 = 0.5;
/// Parts of the best place's points that another needs to be in focus too: in the headline and three times in all; five times;
/// else; below the second paragraph only; whose trade it is.
const IN_HEADLINE: f64 = 0.5;
const OFTEN: f64 = 0.55;
const CLOSE: f64 = 0.65;
const FAR_DOWN: f64 = 0.75;
const ITS_TRADE: f64 = 0.3;
/// Beside a continent, which is seldom all that a story is about.
const BESIDE_WIDER: f64 = 0.5;
/// What one of two equal subjects needs, where the other is the best.
const EQUAL: f64 = 0.5;
const MOST_IN_FOCUS: usize = 3;
/// The same of a local story, which comes to its town anywhere; and what the town's name counts in the name of its school or paper.
const LOCAL_HEADLINE: f64 = 3.0;
const LOCAL_PARAGRAPHS: [f64; 2] = [2.0, 1.0];
const LOCAL_INSIDE: f64 = 1.0;
/// People from whom on agencies sit in a city, and stories are filed from it that are not of it.
const GREAT: u32 = 1_000_000;
/// Points below which only the best place is in focus.
const LEAST: f64 = 2.0;

pub(crate) fn regions(reader: &Reader<'_>, links: &[Link<'_>], top: &Top) -> Vec<Region> {
    // of each place in the order of the text
    let mut by_place: Vec<&Link<'_>> = links.iter().collect();
    by_place.sort_unstable_by_key(|link| (link.place.id, link.range.start));
    let is_local = is_local(reader, &by_place);
    let mut ranked = gather(reader, links, &by_place, top, is_local);
    sort(&mut ranked);
    // relevance is by a story's own words, the country's of its places comes after
    let best = ranked.first().map_or(1.0, |first| first.points.max(0.1));
    let mut roles = self::roles(reader, links, &by_place, &ranked, top, Kind { is_local, home: None });
    let home = if is_local { None } else { home(reader, &by_place, &ranked, top) };
    if let Some(home) = home
        && ranked.iter().zip(&roles).any(|(this, role)| this.place.id == home && *role != Role::Focus)
    {
        let country = ranked.iter().find(|this| this.place.id == home).and_then(|this| this.place.country);
        let within = |this: &&Ranked<'_>| lies_in_one(&this.place) && this.place.country == country;
        let points: f64 = ranked.iter().filter(within).map(|this| this.points).sum();
        ranked.iter_mut().filter(|this| this.place.id == home).for_each(|this| this.points += points);
        sort(&mut ranked);
        roles = self::roles(reader, links, &by_place, &ranked, top, Kind { is_local, home: Some(home) });
    }
    let mut order: Vec<usize> = (0..ranked.len()).collect();
    order.sort_by_key(|index| usize::from(roles[*index] != Role::Focus));
    order
        .iter()
        .enumerate()
        .map(|(index, at)| {
            let this = &ranked[*at];
            region(reader, &by_place[this.links.clone()], this, roles[*at], index, best)
        })
        .collect()
}

fn sort(ranked: &mut [Ranked<'_>]) {
    ranked.sort_by(|a, b| b.points.total_cmp(&a.points).then(a.first.cmp(&b.first)));
}

/// What kind of story it is, for its focus.
#[derive(Clone, Copy)]
struct Kind {
    is_local: bool,
    /// The country that holds most of its places, where that brings it into focus.
    home: Option<u32>,
}

/// Whether a link is of the story's own words: not inside a name, not in the dateline.
fn is_said(reader: &Reader<'_>, link: &Link<'_>) -> bool {
    !link.inside && !reader.story.dateline.contains(&link.range.start)
}

fn lies_in_one(place: &Place<'_>) -> bool {
    matches!(place.level, Level::City | Level::Admin1 | Level::Other)
}

/// Whether a story is of one neighbourhood: half of its towns and landmarks, three or more, lie in one division, and countries are
/// no more than a quarter of its places.
fn is_local(reader: &Reader<'_>, by_place: &[&Link<'_>]) -> bool {
    const LEAST: usize = 3;
    // a story of three places or fewer is of none
    if by_place.len() <= LEAST {
        return false;
    }
    let (mut all, mut wide, mut small) = (0, 0, 0);
    let mut divisions: Vec<(u32, usize)> = Vec::new();
    for same in by_place.chunk_by(|one, next| one.place.id == next.place.id) {
        let Some(first) = same.first().filter(|_| same.iter().any(|link| !link.inside)) else { continue };
        let is_small = matches!(first.place.level, Level::City | Level::Other);
        if is_small && let Some(division) = first.place.division_id() {
            count(&mut divisions, division);
        }
        if same.iter().any(|link| is_said(reader, link)) {
            all += 1;
            small += usize::from(is_small);
            wide += usize::from(matches!(first.place.level, Level::Country | Level::Macro | Level::Group));
        }
    }
    let most = divisions.iter().map(|(_, count)| *count).max().unwrap_or(0);
    all >= LEAST && wide * 4 <= all && most >= LEAST && most * 2 >= small
}

/// The country in which most places of a story lie whose headline names none: half of them, three or more.
fn home(reader: &Reader<'_>, by_place: &[&Link<'_>], ranked: &[Ranked<'_>], top: &Top) -> Option<u32> {
    const LEAST: usize = 3;
    let said = |this: &&Ranked<'_>| by_place[this.links.clone()].iter().any(|link| is_said(reader, link));
    let in_headline = |this: &Ranked<'_>| {
        is_focal(this.place.level)
            && by_place[this.links.clone()]
                .iter()
                .any(|link| !link.inside && top.rank(reader.story, link.range.start) == Rank::Headline)
    };
    if ranked.len() <= LEAST || ranked.iter().any(in_headline) {
        return None;
    }
    let (mut all, mut counts) = (0, Vec::new());
    for this in ranked.iter().filter(|this| lies_in_one(&this.place)).filter(said) {
        let Some(country) = this.place.country else { continue };
        all += 1;
        count(&mut counts, country);
    }
    let (country, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    if most < LEAST || most * 2 < all {
        return None;
    }
    let mut countries = ranked.iter().filter(|this| this.place.level == Level::Country).filter(said);
    countries.find(|this| this.place.country == Some(country)).map(|this| this.place.id)
}

/// Countries or divisions that are counted; a story of more is of none.
const COUNTED: usize = 64;

fn count<T: PartialEq>(counts: &mut Vec<(T, usize)>, one: T) {
    if let Some((_, count)) = counts.iter_mut().find(|(other, _)| *other == one) {
        *count += 1;
    } else if counts.len() < COUNTED {
        counts.push((one, 1));
    }
}

/// The places that are mentioned, with their points.
fn gather<'a>(
    reader: &Reader<'_>,
    links: &[Link<'a>],
    by_place: &[&Link<'a>],
    top: &Top,
    is_local: bool,
) -> Vec<Ranked<'a>> {
    let mut ranked: Vec<Ranked<'a>> = Vec::with_capacity(by_place.len());
    let mut start = 0;
    for same in by_place.chunk_by(|one, next| one.place.id == next.place.id) {
        let range = start..start + same.len();
        start = range.end;
        let Some(first) = same.first() else { continue };
        if same.iter().all(|link| link.inside) {
            continue;
        }
        let mut points = 0.0;
        let mut before = None;
        for link in same {
            let rank = top.rank(reader.story, link.range.start);
            let counts = is_said(reader, link);
            let again = if counts && before == Some(rank) { AGAIN } else { 1.0 };
            points += again * self::points(reader, links, same, link, rank, is_local);
            before = if counts { Some(rank) } else { before };
        }
        ranked.push(Ranked { place: first.place, links: range, points, first: first.range.start });
    }
    ranked
}

fn points(
    reader: &Reader<'_>,
    links: &[Link<'_>],
    same: &[&Link<'_>],
    link: &Link<'_>,
    rank: Rank,
    is_local: bool,
) -> f64 {
    if link.inside {
        let is_small = matches!(link.place.level, Level::City | Level::Other);
        return if is_local && is_small { LOCAL_INSIDE } else { INSIDE };
    }
    let story = reader.story;
    if story.dateline.contains(&link.range.start) {
        let named_again =
            same.iter().any(|other| !other.inside && !story.dateline.contains(&other.range.start));
        return if named_again { FILED_THERE } else { INSIDE };
    }
    let at = links.partition_point(|other| other.range.start < link.range.start);
    let next = links.get(at + 1);
    let close = |next: &&Link<'_>| next.range.start - link.range.end < 4 && !next.inside;
    // "Republic of Korea (ROK)" is one mention
    if next.filter(close).is_some_and(|next| {
        next.place.id == link.place.id && reader.story.words(link.range.end..next.range.start).contains('(')
    }) {
        return 0.0;
    }
    let place = if is_local {
        rank.points(LOCAL_HEADLINE, &LOCAL_PARAGRAPHS)
    } else {
        rank.points(HEADLINE, &PARAGRAPHS)
    };
    let wider = match link.place.level {
        Level::Other if is_local && link.place.is_county() => 1.0,
        Level::Group => GROUP,
        level if is_focal(level) => 1.0,
        _ => WIDER,
    };
    let listed = if is_listed(reader, links, at) { LISTED } else { 1.0 };
    place * wider * listed * if locates(link, next) { LOCATES } else { 1.0 }
}

/// Whether a link stands among three or more with nothing but commas, "and", "or" between them.
fn is_listed(reader: &Reader<'_>, links: &[Link<'_>], at: usize) -> bool {
    const GAPS: &[&str] =
        &[", ", " and ", " or ", ", and ", ", or ", ",\n", " and\n", "\nand ", ", the ", " and the "];
    const LONGEST: usize = 9;
    let joined = |first: usize| {
        let (Some(first), Some(second)) = (links.get(first), links.get(first + 1)) else { return false };
        first.range.end <= second.range.start
            && second.range.start - first.range.end <= LONGEST
            && GAPS.contains(&reader.story.words(first.range.end..second.range.start))
    };
    let before = at > 0 && joined(at - 1);
    let after = joined(at);
    before && after || before && at > 1 && joined(at - 2) || after && joined(at + 1)
}

/// Mentions outside names and the dateline, from which a country is in focus.
const AGAIN_AND_AGAIN: usize = 5;

/// What decides whether a place is in focus.
#[expect(clippy::struct_excessive_bools, reason = "answers about one place, each by itself")]
struct Claim {
    /// Mentions outside names and the dateline.
    count: usize,
    headline: bool,
    /// In the headline or the lead.
    high: bool,
    /// The nearest paragraph below the lead.
    nearest: usize,
    filed: bool,
    /// Every mention speaks: "Ankara said".
    speaks: bool,
}

fn claim(reader: &Reader<'_>, mentions: &[&Link<'_>], top: &Top) -> Claim {
    let mut claim =
        Claim { count: 0, headline: false, high: false, nearest: usize::MAX, filed: false, speaks: true };
    for link in mentions.iter().filter(|link| !link.inside) {
        if reader.story.dateline.contains(&link.range.start) {
            claim.filed = true;
            continue;
        }
        let rank = top.rank(reader.story, link.range.start);
        let high = matches!(rank, Rank::Headline | Rank::Below(0));
        claim.count += 1;
        claim.headline |= rank == Rank::Headline;
        claim.high |= high;
        claim.nearest =
            claim.nearest.min(if let Rank::Below(paragraph) = rank { paragraph } else { usize::MAX });
        claim.speaks &= link.place.level == Level::City && usage(reader, link) == Usage::Metonym;
    }
    claim
}

fn roles(
    reader: &Reader<'_>,
    links: &[Link<'_>],
    by_place: &[&Link<'_>],
    ranked: &[Ranked<'_>],
    top: &Top,
    kind: Kind,
) -> Vec<Role> {
    let mut roles = Vec::with_capacity(ranked.len());
    let mut focus: Vec<&Ranked<'_>> = Vec::with_capacity(3);
    let pairs = OnceCell::new();
    // of the places in the country that holds most
    let mut has_first = false;
    for this in ranked {
        let mentions = &by_place[this.links.clone()];
        if focus.len() < MOST_IN_FOCUS && is_town(&this.place) && is_its_own(reader, mentions) {
            focus.push(this);
            roles.push(Role::Focus);
            continue;
        }
        let far = focus.len() == MOST_IN_FOCUS
            || kind.home.is_none() && focus.first().is_some_and(|best| this.points < best.points * ITS_TRADE);
        if far {
            let filed = |link: &&Link<'_>| link.inside || reader.story.dateline.contains(&link.range.start);
            roles.push(if mentions.iter().all(filed) { Role::Dateline } else { Role::Mention });
            continue;
        }
        let claim = claim(reader, mentions, top);
        if claim.count == 0 {
            roles.push(Role::Dateline);
            continue;
        }
        let is_city = this.place.level == Level::City;
        let holds = |other: &Ranked<'_>| {
            let holder = other.place;
            holder.level == Level::Country && holder.country == this.place.country
                || holder.level == Level::Admin1 && this.place.division_id() == Some(holder.id)
        };
        let held = is_city && !claim.headline && focus.iter().any(|other| holds(other));
        // without a headline there is less to say what a story is about
        let only_filed = is_city
            && claim.filed
            && claim.count == 1
            && !claim.high
            && !kind.is_local
            && !top.headline.is_empty();
        let unfit = held || only_filed || is_city && claim.speaks;
        let is_first_at_home = !has_first
            && claim.high
            && matches!(this.place.level, Level::City | Level::Admin1)
            && !claim.speaks
            && !(claim.filed && this.place.is_capital())
            && focus
                .iter()
                .any(|other| kind.home == Some(other.place.id) && other.place.country == this.place.country);
        has_first |= is_first_at_home;
        let is_focus = is_first_at_home
            || !unfit
                && match focus.first() {
                    None => true,
                    Some(best) => {
                        is_close(this, &claim, best, || owns(reader, links, mentions, top))
                            || claim.high
                                && this.place.level == best.place.level
                                && this.points >= best.points * EQUAL
                                && pairs.get_or_init(|| pairs_in(reader, links, top)).iter().flatten().any(
                                    |both| both.contains(&best.place.id) && both.contains(&this.place.id),
                                )
                    }
                };
        if is_focus {
            focus.push(this);
        }
        roles.push(if is_focus { Role::Focus } else { Role::Mention });
    }
    roles
}

/// The two places that the headline begins with as one subject, and those that the lead does: "India and Pakistan signed".
fn pairs_in(reader: &Reader<'_>, links: &[Link<'_>], top: &Top) -> [Option<[u32; 2]>; 2] {
    /// "Trade between China and Japan" still begins with the two.
    const WORDS: usize = 6;
    let story = reader.story;
    let body = |link: &&Link<'_>| !link.inside && !story.dateline.contains(&link.range.start);
    let of =
        |rank: Rank| links.iter().filter(body).filter(move |link| top.rank(story, link.range.start) == rank);
    [Rank::Headline, Rank::Below(0)].map(|rank| {
        let mut first = of(rank);
        let (left, right) = (first.next()?, first.next()?);
        let start = story.sentence_at(left.range.start).and_then(|index| story.sentences.get(index))?;
        let early = story.token_at(left.range.start) < start.tokens.start + WORDS;
        let gap = story.words(left.range.end..right.range.start.max(left.range.end)).trim();
        // a third makes it a list
        let alone = first.next().is_none_or(|third| {
            let gap = story.words(right.range.end..third.range.start.max(right.range.end)).trim();
            !matches!(gap, "," | "and" | ", and" | "&")
        });
        let joined = matches!(gap, "and" | "," | "&" | "-" | "–");
        (early && alone && joined).then_some([left.place.id, right.place.id])
    })
}

/// Whether a place is in focus beside the best.
fn is_close(this: &Ranked<'_>, claim: &Claim, best: &Ranked<'_>, owns: impl Fn() -> bool) -> bool {
    let part = this.points / best.points.max(0.1);
    let level = this.place.level;
    if is_focal(level) && claim.count >= 2 && part >= ITS_TRADE && owns() {
        return true;
    }
    if !is_focal(level) || this.points < LEAST {
        return false;
    }
    if !is_focal(best.place.level) && !best.place.is_county() {
        return claim.high && part >= BESIDE_WIDER;
    }
    // a country that the story names again and again
    if level == Level::Country && claim.count >= AGAIN_AND_AGAIN && part >= ITS_TRADE {
        return true;
    }
    // a city that is named twice must be named at the top
    let count = claim.count + usize::from(claim.filed);
    let enough = count >= 3 || count == 2 && (level != Level::City || claim.high);
    let needed = match claim.count {
        _ if !claim.high && claim.nearest > 1 => FAR_DOWN,
        3.. if claim.headline => IN_HEADLINE,
        5.. => OFTEN,
        _ => CLOSE,
    };
    enough && part >= needed
}

/// Whether a city is none from which agencies file what happens elsewhere.
fn is_town(place: &Place<'_>) -> bool {
    place.level == Level::City && !place.is_capital() && !place.is_famous() && place.population < GREAT
}

/// Whether a story was filed from a place and names it again.
fn is_its_own(reader: &Reader<'_>, mentions: &[&Link<'_>]) -> bool {
    let filed = |link: &&&Link<'_>| reader.story.dateline.contains(&link.range.start);
    mentions.iter().any(|link| filed(&link)) && mentions.iter().any(|link| is_said(reader, link))
}

/// Whether the headline or the lead speaks of a place's own trade: "Sweden's exports", not "China's Jiangxi".
fn owns(reader: &Reader<'_>, links: &[Link<'_>], mentions: &[&Link<'_>], top: &Top) -> bool {
    mentions.iter().any(|link| {
        let high = matches!(top.rank(reader.story, link.range.start), Rank::Headline | Rank::Below(0));
        let filed = reader.story.dateline.contains(&link.range.start);
        let next = || links.get(links.partition_point(|other| other.range.start <= link.range.start));
        high && !filed && !link.inside && link.possessive && !locates(link, next())
    })
}

/// Whether a name only says where what follows it is: "China's Jiangxi".
fn locates(link: &Link<'_>, next: Option<&Link<'_>>) -> bool {
    link.possessive
        && next.is_some_and(|next| {
            next.range.start - link.range.end < 4
                && !next.inside
                && next.place.country == link.place.country
                && next.place.id != link.place.id
        })
}

/// Figures from which a story is one of trade: whose they are says what it is about.
const FIGURES: usize = 5;
/// Figures of a place's own that bring it into focus; and the part of all.
const OWN: usize = 3;
const MOST: usize = 2;
/// Of how many figures one must be of a place, its own or with it, for it to stay in focus beside the best.
const FEW: usize = 10;

/// Settles the focus by the trade that the story measures: whose most figures are is in focus though it is named once ("the country's
/// exports"), and one that no headline names and whose no figure is, a buyer, a source of news, is not.
pub(crate) fn settle(story: &Story<'_>, top: &Top, regions: &mut [Region], figures: &[TradeFigure]) {
    if figures.len() < OWN {
        return;
    }
    // by code: figures of its own, and with it
    let mut counts: HashMap<&str, (usize, usize), ByKey> = HashMap::default();
    for figure in figures {
        if let Some(code) = figure.reporter.as_deref() {
            counts.entry(code).or_default().0 += 1;
        }
        if let Some(code) = figure.partner.as_deref() {
            counts.entry(code).or_default().1 += 1;
        }
    }
    let headline = story.extent(top.headline.clone());
    let high = |region: &&Region| {
        region.mentions.iter().any(|mention| (headline.start..headline.end).contains(&mention.start))
    };
    // the headline may name a place in a country: "northeast China"
    let named: Vec<&Region> = regions.iter().filter(high).collect();
    let in_headline = |region: &Region| {
        let is_country = region.level == Level::Country;
        let holds = |named: &Region| is_country && named.country.as_ref() == Some(&region.code);
        named.iter().any(|named| named.code == region.code || holds(named))
    };
    let role = |index: usize, region: &Region| {
        let (own, with) = counts.get(region.code.as_str()).copied().unwrap_or_default();
        // of the best place one figure is enough
        let few = own == 0 || index > 0 && (own + with) * FEW < figures.len();
        match region.role {
            Role::Mention if own >= OWN && own * MOST >= figures.len() && !region.mentions.is_empty() => {
                Role::Focus
            }
            // whose trade half of it is, from one side or the other
            Role::Mention
                if figures.len() >= FIGURES
                    && (own + with) * MOST >= figures.len()
                    && region.mentions.len() >= MOST =>
            {
                Role::Focus
            }
            Role::Focus
                if few
                    && !is_where_it_happens(region)
                    && figures.len() >= FIGURES
                    && headline.start < headline.end
                    && !in_headline(region) =>
            {
                Role::Mention
            }
            role => role,
        }
    };
    let roles: Vec<Role> = regions.iter().enumerate().map(|(index, region)| role(index, region)).collect();
    let mut changed = false;
    for (region, role) in regions.iter_mut().zip(roles) {
        changed |= role != region.role;
        region.role = role;
    }
    if changed {
        let focus = regions.iter_mut().filter(|region| region.role == Role::Focus);
        focus.skip(MOST_IN_FOCUS).for_each(|region| region.role = Role::Mention);
        regions.sort_by_key(|region| region.role != Role::Focus);
        for (index, region) in regions.iter_mut().enumerate() {
            region.reference = format!("r{}", index + 1);
        }
    }
}

/// A city in focus that the story was filed from and names again.
fn is_where_it_happens(region: &Region) -> bool {
    let filed = |mention: &Mention| mention.usage == Usage::Dateline;
    region.level == Level::City && region.mentions.iter().any(filed) && !region.mentions.iter().all(filed)
}

fn is_focal(level: Level) -> bool {
    matches!(level, Level::Country | Level::Admin1 | Level::City | Level::Group)
}

fn region(
    reader: &Reader<'_>,
    links: &[&Link<'_>],
    this: &Ranked<'_>,
    role: Role,
    index: usize,
    top: f64,
) -> Region {
    let place = this.place;
    let mut mentions = Vec::with_capacity(links.len());
    let mut inside_names: Vec<Span> = Vec::new();
    let mut margin = i32::MAX;
    for link in links {
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
    Region { role, relevance, confidence, mentions, inside_names, ..unmentioned(reader.story, &place, index) }
}

/// A place that a figure names and that the story has no word for: the country of a port, of a capital that stands for it.
pub(crate) fn unmentioned(story: &Story<'_>, place: &Place<'_>, index: usize) -> Region {
    Region {
        reference: numbered("r", u32::try_from(index + 1).unwrap_or(u32::MAX)),
        name: name(place),
        level: place.level,
        code: code(place),
        country: place.country.map(|country| country.as_str().to_owned()),
        admin1: place.division().map(|division| division.code().to_owned()),
        geonames: place.geonames(),
        m49: (place.m49() > 0).then(|| m49(place.m49())),
        lat: place.lat(),
        lon: place.lon(),
        members: members(story, place),
        role: Role::Mention,
        relevance: 1,
        confidence: 60,
        mentions: Vec::new(),
        inside_names: Vec::new(),
    }
}

/// Three digits.
fn m49(number: u16) -> String {
    let mut text = String::with_capacity(3);
    digits(&mut text, number.into(), 3);
    text
}

/// Those of the story's day; today's where the story has none.
fn members(story: &Story<'_>, place: &Place<'_>) -> Vec<String> {
    if place.members().is_empty() {
        return Vec::new();
    }
    let day = story.article.published_at.as_ref().map(ToString::to_string);
    let day = day.as_deref().and_then(|day| day.get(..10));
    place.members().split('+').filter_map(|member| member_on(member, day)).map(str::to_owned).collect()
}

/// `GB@1973-01-01..2020-01-31`, `ID@2025-01-06`, `ML@..2025-01-28`, `CN`: the code, if it was a member on a day.
fn member_on<'a>(member: &'a str, day: Option<&str>) -> Option<&'a str> {
    let Some((code, period)) = member.split_once('@') else { return Some(member) };
    let (from, to) = period.split_once("..").unwrap_or((period, ""));
    let is_member = match day {
        Some(day) => from <= day && (to.is_empty() || day <= to),
        None => to.is_empty(),
    };
    is_member.then_some(code)
}

/// A landmark may stand over a line's end; the tables' names are clean.
fn name(place: &Place<'_>) -> String {
    match place.level {
        Level::Other => place.name().split_whitespace().collect::<Vec<_>>().join(" "),
        _ => place.name().to_owned(),
    }
}

pub(crate) fn code(place: &Place<'_>) -> String {
    match (place.level, place.geonames()) {
        (Level::City, Some(id)) => numbered("geonames:", id),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_those_of_the_day() {
        let on = |member, day| member_on(member, day).is_some();
        assert!(on("CN", None) && on("CN", Some("1987-03-01")));
        assert!(on("GB@1973-01-01..2020-01-31", Some("2020-01-31")));
        assert!(!on("GB@1973-01-01..2020-01-31", Some("2020-02-01")));
        assert!(!on("GB@1973-01-01..2020-01-31", None));
        assert!(on("ID@2025-01-06", None) && !on("ID@2025-01-06", Some("2024-12-31")));
        assert!(on("ML@..2025-01-28", Some("2001-01-01")) && !on("ML@..2025-01-28", None));
    }
}
