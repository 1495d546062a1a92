//! Which of the places that bear a name is meant.
//!
//! Every candidate gets points, and the best wins; what gives points, strongest first:
//!
//! 1. the place that follows after a comma contains it ("Springfield, Illinois");
//! 2. the text says what kind it is ("Jilin Province", "the city of Jilin");
//! 3. places that can only be one thing stand near and lie in it or beside it (`anchors`);
//! 4. the same name was read so before in the story; where the story was filed;
//! 5. what the name is by itself: country before division before city, and of cities the larger.
//!
//! The headline is read last, because its names mean what the story explains.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use article::Level;

use super::anchors::{Anchors, Whereabouts};
use super::around::{Around, Owner, Reader, Standing, Verdict};
use super::atlas::{Atlas, Country, NO_PLACE, NameUsage, Needs, Place, Sense};
use super::comma;
use super::home;
use super::landmark::landmarks;
use super::proof::{
    LARGE, Proof, Told, is_contained, is_held, is_known_division, is_of_kind, is_place, may_be_another, proof,
};
use super::rank;
use super::spot::{Spot, Zone};
use super::words::Classes;
use crate::text::tokens;
use crate::vocabulary::{ByKey, Vocabulary};
use crate::why::Called;

/// A spot that is a place, or a place's name inside another name.
pub(crate) struct Link<'a> {
    pub(crate) range: Range<usize>,
    pub(crate) place: Place<'a>,
    pub(crate) usage: NameUsage,
    pub(crate) inside: bool,
    pub(crate) possessive: bool,
    /// Points between the best candidate and the next.
    pub(crate) margin: i32,
}

/// What is known of a spot before it is linked.
#[expect(clippy::struct_excessive_bools, reason = "what is known of one name, each by itself")]
pub(crate) struct Seen<'a> {
    pub(crate) spot: &'a Spot<'a>,
    pub(crate) here: Whereabouts,
    pub(crate) around: Standing,
    verdict: Verdict,
    owner: Owner,
    /// A hyphen joins it to a word that is no place's name: Allied-Lyons.
    pub(crate) joined: bool,
    /// The spot right after ", " or " in " (its index), as a containing place may stand.
    pub(crate) after_comma: Option<usize>,
    /// A short form behind a name and a comma, though no table holds the name: "Dryden, Ont.".
    after_name: bool,
    /// What it lies in is said behind it in words: "Victoria, the capital of British Columbia", which is no other Victoria.
    by_the_way: bool,
    /// Its word is none that other names are made of.
    is_plain: bool,
    /// The next name stands at most two words behind it; and one word, or the one before it so.
    near_next: bool,
    near_before: bool,
    paired: bool,
    /// The state that stands behind a county: "Knox County, Illinois".
    state: Option<u32>,
    /// The words before ("city of") and after ("Province") that may say what kind of place it is, by their classes.
    pub(crate) kind: (Classes, Classes),
    pub(crate) before: Classes,
}

impl Seen<'_> {
    pub(super) fn is_place(&self) -> bool {
        self.verdict == Verdict::Place
    }

    /// Whether nothing says that the name is a person's, a firm's, an acronym.
    pub(super) fn is_free(&self) -> bool {
        self.owner == Owner::Nobody && !self.joined && !self.around.joins
    }

    /// Whether the words beside it say that it is a province or a state.
    pub(super) fn is_said_division(&self) -> bool {
        let said = Classes::DIVISION.or(Classes::STATE);
        self.kind.0.any(said) || self.kind.1.any(said)
    }

    /// Whether its word is none that other names are made of.
    pub(super) fn has_plain_name(&self) -> bool {
        self.is_plain
    }
}

type Candidate<'a> = (i32, Place<'a>, NameUsage);

const COMMA: i32 = 60;
const KIND: i32 = 40;
const SAME_SENSE: i32 = 12;
const SAME_SENSE_IN_HEADLINE: i32 = 36;
/// The story said of the name which it is: "London, Ont.", and then "London".
const SAME_SENSE_AS_HELD: i32 = 36;
const ONLY_ONE: i32 = 40;
const IN_LINE: i32 = 15;
/// For a division that a country is called like, in a story that surely has no country but its own: Georgia beside Florida.
const ONLY_COUNTRY: i32 = 25;
/// Against a place in a country that the story names otherwise.
const ELSEWHERE: i32 = 10;
/// The same of a great city, where the story dwells on the other's country.
const FAR: i32 = 32;
/// A city that the world knows weighs more than its people do.
const FAMOUS: i32 = 14;
const CAPITAL: i32 = 10;
/// A county with a town of the story in it or beside it.
const CLOSE_BY: i32 = 30;
/// The place of a name in the neighbourhood where most of the story's names have one.
const AT_HOME: i32 = 40;
/// A county by itself; what decides between those of a name is the state that the story tells.
const COUNTY: i32 = 20;
/// What a neighbour must be worth by itself to stand in line.
const LIKELY: i32 = 22;

/// Emirates.
const DIVISION_FIRST: &[&str] = &["AE-DU", "AE-AZ", "AE-SH", "AE-AJ", "AE-FU", "AE-RK"];

/// Whether a division's name is meant before its city's: an emirate, which goes by its city, and one whose city is a small part of it.
fn is_first(division: &Place<'_>) -> bool {
    division.keeps_name() || DIVISION_FIRST.contains(&division.code())
}
/// Where state and city are one, the state is meant.
const CITY_STATES: &[&str] = &["SG", "HK", "MO", "MC", "VA", "GI"];
fn is_city_state(place: &Place<'_>) -> bool {
    place.country.is_some_and(|country| CITY_STATES.contains(&country.as_str()))
}

/// A city from this size on is meant by a name that it shares with its division.
const KNOWN_CITY: u32 = 50_000;

/// The places of a story's spots, in the order of the text; `firms` are names that begin a firm's in it.
pub(crate) fn links<'a>(reader: &Reader<'a>, spots: &'a [Spot<'a>], firms: &[u64]) -> Vec<Link<'a>> {
    links_watched(reader, spots, firms, &mut |_| {})
}

/// What became of a spot, for those who ask why.
pub(crate) struct Decision<'d, 'a> {
    pub(crate) spot: &'a Spot<'a>,
    pub(crate) outcome: Outcome,
    /// The candidates, the best first, with what gave them points; empty where none was asked for.
    pub(crate) candidates: &'d dyn Fn() -> Vec<(Place<'a>, i32, Points)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Place,
    Inside,
    Person,
    Nothing,
    /// A person of that name is in the story.
    SomeonesName,
    /// None of its readings is allowed here: an abbreviation that needs a comma or its own country.
    NotAllowed,
    /// The words beside it do not prove that it is a place.
    Unproved,
}

/// The places of a story's spots; `watch` is told of every decision.
pub(crate) fn links_watched<'a>(
    reader: &Reader<'a>,
    spots: &'a [Spot<'a>],
    firms: &[u64],
    watch: &mut dyn FnMut(&Decision<'_, 'a>),
) -> Vec<Link<'a>> {
    let mut around = Around::default();
    let mut seen: Vec<Seen<'_>> =
        (0..spots.len()).map(|index| see(reader, spots, index, &mut around)).collect();
    share_kinds(reader, &mut seen);
    let anchors = anchors(&seen);
    let mut links: Vec<Link<'a>> = Vec::with_capacity(spots.len());
    let mut others = others(&seen, firms);
    // a town of the name that the tables do not have: "Troy, Iowa", and then "Troy"
    for (index, this) in seen.iter().enumerate() {
        if let Some(holder) = comma::holder(reader, &seen, index)
            && this.spot.senses.iter().all(|(_, place)| comma::is_outside(place, holder))
        {
            others.insert(this.here.words, true);
        }
    }
    let mut people: HashSet<u64, ByKey> = HashSet::with_hasher(ByKey);
    let mut senses = Read::default();
    let mut candidates = Vec::new();
    for (index, this) in seen.iter().enumerate() {
        // what a title says of a name, "Paris, Texas", is not said of the name
        let next = this.after_comma.map(|holder| &seen[holder]);
        let Some(holder) = next.or_else(|| list_holder(reader, &seen, index)).filter(|_| this.is_place())
        else {
            continue;
        };
        let held = || this.spot.senses.iter().map(|(_, place)| *place).filter(|place| is_in(place, holder));
        if this.by_the_way || is_of_counties(holder, held) {
            continue;
        }
        if let Some(place) = held().max_by_key(|place| place.population) {
            senses.hold(this.here.words, &place);
        }
    }
    let mut asked = HashMap::with_hasher(ByKey);
    let in_headline = |index: &usize| reader.story.headline.contains(&spots[*index].range.start);
    let body = (0..spots.len()).filter(|index| !in_headline(index));
    for index in body.chain((0..spots.len()).filter(in_headline)) {
        let this = &seen[index];
        let words = this.here.words;
        let mut told = |outcome: Outcome, senses: &Read, candidates: &[Candidate<'a>]| {
            let weigh = || {
                let weigh = |(points, place, _): &Candidate<'a>| {
                    (*place, *points, weigh(reader, &seen, index, &anchors, senses, place))
                };
                candidates.iter().map(weigh).collect()
            };
            watch(&Decision { spot: this.spot, outcome, candidates: &weigh });
        };
        match this.verdict {
            Verdict::Nothing => {
                told(Outcome::Nothing, &senses, &[]);
                continue;
            }
            Verdict::Person => {
                // a surname is used alone later on, a first name is not
                if this.around.last {
                    people.insert(words);
                }
                told(Outcome::Person, &senses, &[]);
                continue;
            }
            Verdict::Place | Verdict::Inside => {}
        }
        // a name that was a place before is one again
        let proof =
            || proof(reader, &seen, index).max(if senses.knows(words) { Proof::Weak } else { Proof::None });
        let inside = this.verdict == Verdict::Inside;
        if !inside && people.contains(&words) && proof() < Proof::Strong {
            told(Outcome::SomeonesName, &senses, &[]);
            continue;
        }
        let found = best(reader, &seen, index, &anchors, &senses, &mut candidates);
        let town =
            || unlisted(reader, &seen, index, &anchors, &senses, found.as_ref().map(|(place, ..)| place));
        if let Some(town) = town().filter(|_| !inside) {
            // "Ellis Bend", of which the tables know the second half
            let start = reader.story.tokens[this.spot.tokens.start - this.around.leads].start;
            // "East Palestine": a word of the name that may be another place's is inside it
            while links.last().is_some_and(|before| before.inside && before.range.start >= start) {
                links.pop();
            }
            let is_free = index == 0
                || seen[index - 1].spot.range.end <= start
                || seen[index - 1].spot.range.start >= start && seen[index - 1].verdict == Verdict::Inside;
            let range = if is_free { start } else { this.spot.range.start }..this.spot.range.end;
            told(Outcome::Place, &senses, &[]);
            links.push(Link {
                range,
                place: town,
                usage: NameUsage::Name,
                inside,
                possessive: false,
                margin: COMMA,
            });
            continue;
        }
        let Some((mut place, usage, margin)) = found else {
            told(Outcome::NotAllowed, &senses, &[]);
            continue;
        };
        if place.is_county() && !inside {
            if !is_known_county(&seen, index, &anchors, &senses, &place, candidates.len()) {
                place = anchors.landmark(reader.atlas, reader.story.words(this.spot.range.clone()));
                // "Dade County, Florida", of which the tables know those of other states
                if let Some(state) = this.state.map(|state| reader.atlas.place(state)) {
                    place = place.within(state.country, Some(state.id));
                }
            }
            told(Outcome::Place, &senses, &candidates);
            let held = this.after_comma.is_some_and(|holder| is_in(&place, &seen[holder]));
            senses.note(words, &place, false, true, held);
            let possessive = this.around.possessive;
            links.push(Link { range: this.spot.range.clone(), place, usage, inside, possessive, margin });
            continue;
        }
        if !inside && is_no_water(reader, this, &place) {
            told(Outcome::Unproved, &senses, &candidates);
            continue;
        }
        if !inside && is_club(reader, this, &place) {
            told(Outcome::Inside, &senses, &candidates);
            let range = this.spot.range.clone();
            links.push(Link { range, place, usage, inside: true, possessive: false, margin });
            continue;
        }
        if !inside && is_goods(reader, &seen, index, &place, usage, &anchors, &mut asked) {
            told(Outcome::Unproved, &senses, &candidates);
            continue;
        }
        if !inside && is_anothers(reader, &seen, index, &others, &place, usage, &anchors) {
            told(Outcome::SomeonesName, &senses, &candidates);
            continue;
        }
        if !inside
            && may_be_another(&place, usage)
            && !is_place(
                this,
                &place,
                told_of(reader, &seen, index, &place, &anchors, proof(), senses.knows(words)),
            )
        {
            told(Outcome::Unproved, &senses, &candidates);
            continue;
        }
        told(if inside { Outcome::Inside } else { Outcome::Place }, &senses, &candidates);
        let next = this.after_comma.map(|holder| &seen[holder]);
        let holder = next.or_else(|| list_holder(reader, &seen, index));
        let held = holder.is_some_and(|holder| is_in(&place, holder)) && !this.by_the_way;
        senses.note(words, &place, this.spot.zone == Zone::Dateline, !inside, held);
        let possessive = this.around.possessive;
        links.push(Link { range: this.spot.range.clone(), place, usage, inside, possessive, margin });
    }
    links.sort_by_key(|link| link.range.start);
    with_landmarks(reader, links, &anchors)
}

/// Whether the story says in which state a county lies, one of several that have one of the name: its state stands behind it, or is
/// known to the story otherwise; of the only one of its name the country may be, and nothing else.
fn is_known_county(
    seen: &[Seen<'_>],
    index: usize,
    anchors: &Anchors<'_>,
    senses: &Read,
    place: &Place<'_>,
    namesakes: usize,
) -> bool {
    let words = seen[index].here.words;
    if let Some(holder) = seen[index].after_comma.map(|holder| &seen[holder])
        && holder.spot.known().any(|(_, place)| matches!(place.level, Level::Admin1 | Level::Country))
    {
        return is_in(place, holder);
    }
    senses.held_so(words, place)
        || anchors.home.has(words, place)
        || anchors.know_division(place, words)
        || namesakes == 1 && anchors.only(place)
        || namesakes == 1 && anchors.know(place, words)
}

/// The town that the tables do not have, where what follows the comma holds none that they have: Quintana in Texas.
fn unlisted<'a>(
    reader: &Reader<'a>,
    seen: &[Seen<'a>],
    index: usize,
    anchors: &Anchors<'_>,
    senses: &Read,
    place: Option<&Place<'_>>,
) -> Option<Place<'a>> {
    let holder = comma::holder(reader, seen, index)?;
    let spot = seen[index].spot;
    // "Conn., N.Y., N.J."; what a small town elsewhere is called is not a word besides: "Police, Oklahoma"
    let is_name = || {
        spot.senses.iter().all(|(sense, _)| sense.needs == Needs::Holder)
            && reader.classes(spot.tokens.start).is_plain()
            && holder.spot.known().any(|(_, place)| is_known_division(place))
    };
    if !place.map_or_else(is_name, |place| comma::is_outside(place, holder)) {
        return None;
    }
    let (holder, ..) = best(reader, seen, seen[index].after_comma?, anchors, senses, &mut Vec::new())?;
    Some(reader.atlas.town(reader.story.words(seen[index].spot.range.clone()), &holder))
}

/// The names that the story gives to a person, a firm, an organisation, and whether by more than that they speak, as
/// divisions do too.
type Others = HashMap<u64, bool, ByKey>;

fn others(seen: &[Seen<'_>], firms: &[u64]) -> Others {
    let mut others: Others = HashMap::with_hasher(ByKey);
    others.extend(firms.iter().map(|firm| (*firm, true)));
    // "PARIS, Tenn." is no acronym
    let is_held = |this: &Seen<'_>| {
        let holder = this.after_comma.map(|holder| &seen[holder]);
        holder.is_some_and(|holder| this.spot.senses.iter().any(|(_, place)| is_in(place, holder)))
    };
    for this in seen.iter().filter(|this| this.owner != Owner::Nobody) {
        if this.owner == Owner::Acronym && is_held(this) {
            continue;
        }
        *others.entry(this.here.words).or_default() |= this.owner != Owner::Speaker;
    }
    // "Allied-Lyons" in the text says whose ALLIED-LYONS of the headline is
    others.extend(seen.iter().filter(|this| this.joined).map(|this| (this.here.words, true)));
    others
}

/// Whether a river by its article alone is the first half of something else: "the Penobscot stock", "the Channel Island of Jersey".
fn is_no_water(reader: &Reader<'_>, this: &Seen<'_>, place: &Place<'_>) -> bool {
    let (before, next) = (this.spot.tokens.start.wrapping_sub(1), this.spot.tokens.end);
    let name = place.name();
    let is_bare = place.level == Level::Other
        && this.spot.tokens.len() == 1
        && (name.ends_with(" River") || name.starts_with("River ") || name == "English Channel")
        && matches!(reader.text(before), "the" | "The");
    is_bare
        && !reader.parted(next - 1, next)
        && !reader.glued(next - 1)
        && (reader.is_capital(next) || reader.classes(next).any(Classes::FIRM.or(Classes::STAKE)))
}

/// Whether a name is a club's or an organisation's by how it goes on: "Exeter City lost", a club of Britain or Ireland, where nobody
/// calls a city so; "the Shrewsbury and Newport Canals Trust", for no city has an article.
fn is_club(reader: &Reader<'_>, this: &Seen<'_>, place: &Place<'_>) -> bool {
    if place.level != Level::City || this.spot.zone != Zone::Body {
        return false;
    }
    let (before, next) = (this.spot.tokens.start.wrapping_sub(1), this.spot.tokens.end);
    if !(reader.is_capital(next) || reader.text(next) == "and") {
        return false;
    }
    let is_british = place.country.is_some_and(|country| matches!(country.as_str(), "GB" | "IE"));
    if is_british && matches!(reader.text(next), "City" | "Town" | "United") && !reader.parted(next - 1, next)
    {
        return !reader.is_capital(next + 1);
    }
    matches!(reader.text(before), "the" | "The")
        && reader.text(next) == "and"
        && reader.is_capital(next + 1)
        && reader.is_capital(next + 2)
        && !reader.parted(next, next + 1)
        && (next + 2..next + 6)
            .take_while(|at| reader.is_capital(*at))
            .any(|at| reader.classes(at).any(Classes::HEAD.or(Classes::COMPANY)))
}

/// Whether a country's name is the word of goods that it is too: "Turkey prices rose", where a capital is due anyway and the story
/// writes "turkey" elsewhere, nothing of the country, and the name nowhere within a sentence.
fn is_goods(
    reader: &Reader<'_>,
    seen: &[Seen<'_>],
    index: usize,
    place: &Place<'_>,
    usage: NameUsage,
    anchors: &Anchors<'_>,
    asked: &mut HashMap<u64, bool, ByKey>,
) -> bool {
    let this = &seen[index];
    let is_due = |this: &Seen<'_>| this.around.first || this.spot.zone != Zone::Body;
    if place.level != Level::Country
        || !place.is_word()
        || usage != NameUsage::Name
        || this.spot.tokens.len() != 1
        || this.around.possessive
        || !is_due(this)
        || anchors.know(place, this.here.words)
    {
        return false;
    }
    let within = |other: &Seen<'_>| other.here.words == this.here.words && !is_due(other);
    let small = || reader.story.tokens.iter().any(|token| token.key == this.here.words && !token.capital);
    // of a name that is said a thousand times the story is read through once
    *asked.entry(this.here.words).or_insert_with(|| !seen.iter().any(within) && small())
}

/// What the story tells of a name that may be a place's.
fn told_of(
    reader: &Reader<'_>,
    seen: &[Seen<'_>],
    index: usize,
    place: &Place<'_>,
    anchors: &Anchors<'_>,
    proof: Proof,
    read: bool,
) -> Told {
    let this = &seen[index];
    let only = this.spot.tokens.len() == 1;
    // "in March in Britain" holds no town
    let is_month = only && reader.classes(this.spot.tokens.start).any(Classes::DAY);
    let contained =
        is_contained(reader, seen, index) && !(is_month && reader.text(this.spot.tokens.end) == "in");
    // "Athens, Rome and Augusta" in a story of Georgia
    let in_line = || {
        anchors.know_division(place, this.here.words) && in_line_with(reader, seen, index, place)
            || is_close_pair(reader, seen, index, place)
            || list_holder(reader, seen, index).is_some_and(|holder| is_in(place, holder))
    };
    let at_home = anchors.home.has(this.here.words, place);
    let is_clear = !(place.is_word() || place.is_person() || place.is_doubtful() || this.around.joins)
        || at_home && (read || is_said_at_home(reader, seen, index, anchors));
    let proof = if place.level == Level::City && (at_home && is_clear || in_line()) {
        Proof::Strong
    } else if place.level == Level::City && proof == Proof::None && is_beside_city(reader, seen, index, place)
    {
        Proof::Weak
    } else {
        proof
    };
    Told {
        proof,
        known: anchors.know(place, this.here.words) || at_home,
        // asked of persons' names alone
        division: place.is_person() && anchors.know_division(place, this.here.words),
        read,
        classes: if only { reader.classes(this.spot.tokens.start).and(NOUNS) } else { Classes::default() },
        held: contained || is_of_kind(this) || place.is_minor() && is_paired(reader, seen, index),
        contained,
    }
}

/// `Scotland and Lancashire`, `Kent and Lancashire`: a name that stands beside another.
fn is_paired(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize) -> bool {
    let joined = |one: &Seen<'_>, other: &Seen<'_>| {
        one.spot.zone != Zone::Capitals
            && reader.text(one.spot.tokens.end) == "and"
            && one.spot.tokens.end + 1 == other.spot.tokens.start
    };
    let this = &seen[index];
    index > 0 && joined(&seen[index - 1], this) || seen.get(index + 1).is_some_and(|next| joined(this, next))
}

/// Classes of words that are no place's name by themselves.
const NOUNS: Classes = Classes::HEAD
    .or(Classes::COMPANY)
    .or(Classes::TITLE)
    .or(Classes::POST)
    .or(Classes::LEAD)
    .or(Classes::KIND)
    .or(Classes::WAY)
    .or(Classes::MONEY)
    .or(Classes::SMALL)
    .or(Classes::DAY);

/// From this size on a city is meant by its name beside a firm of that name too, unless it is said to speak or to be owned.
const GREAT_CITY: u32 = 1_000_000;

/// Whether a name that may be a city's or a division's is another's in this story: a firm's, a person's, an acronym.
fn is_anothers(
    reader: &Reader<'_>,
    seen: &[Seen<'_>],
    index: usize,
    others: &Others,
    place: &Place<'_>,
    usage: NameUsage,
    anchors: &Anchors<'_>,
) -> bool {
    let this = &seen[index];
    if !matches!(place.level, Level::City | Level::Admin1) || usage == NameUsage::Prefix {
        return false;
    }
    let is_great = place.level == Level::City && (place.is_capital() || place.population >= GREAT_CITY);
    let sure = || is_held(reader, seen, index);
    // "Greenwich, Conn.": another town of the name, which the tables do not have
    if this.after_comma.is_some_and(|holder| is_elsewhere(place, &seen[holder])) {
        return true;
    }
    if this.joined && usage == NameUsage::Name && !is_great {
        return true;
    }
    match this.owner {
        // "ABA said" is no town of a million people; "NSW" is a division by its letters
        Owner::Acronym if place.is_capital() || is_great && place.is_famous() => return false,
        Owner::Acronym if is_short_form(this, place) => return false,
        Owner::Acronym => return !sure(),
        // "Hartford said no" in a story of its neighbours
        Owner::Speaker
            if anchors.home.has(this.here.words, place) && !(place.is_word() || place.is_person()) =>
        {
            return false;
        }
        Owner::Speaker if !place.is_capital() && place.level == Level::City => return true,
        _ => {}
    }
    let Some(owned) = others.get(&this.here.words).copied().filter(|_| !is_great) else { return false };
    if place.level == Level::Admin1 {
        return owned && !is_known_division(place) && !anchors.know(place, this.here.words) && !sure();
    }
    let proved = (place.population >= LARGE || anchors.home.has(this.here.words, place))
        && proof(reader, seen, index) == Proof::Strong;
    !proved && !sure()
}

/// Whether a place is written in capitals by what it is called: NSW, not EDO.
fn is_short_form(this: &Seen<'_>, place: &Place<'_>) -> bool {
    this.spot.senses.iter().any(|(sense, other)| other.id == place.id && sense.is_exact())
}

/// Words between a town and its country: "in northern Spain".
const DIRECTIONS: &[&str] = &[
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north-eastern",
    "north-western",
    "south-eastern",
    "south-western",
];

fn see<'a>(reader: &Reader<'_>, spots: &'a [Spot<'a>], index: usize, around: &mut Around) -> Seen<'a> {
    let spot = &spots[index];
    let standing = reader.read(spot, around);
    // "Springfield, Illinois", "Savannah in Georgia", "Paris (Texas)"
    let link = matches!(reader.text(spot.tokens.end), "," | "in" | "(");
    // "Reinosa, in northern Spain"
    let skip = match (reader.text(spot.tokens.end), reader.text(spot.tokens.end + 1)) {
        (",", "in") if DIRECTIONS.contains(&reader.text(spot.tokens.end + 2)) => 3,
        ("in", direction) if DIRECTIONS.contains(&direction) => 2,
        _ => 1,
    };
    let next = spots.get(index + 1).filter(|next| link && next.tokens.start == spot.tokens.end + skip);
    let gap_behind = spots.get(index + 1).map_or(usize::MAX, |next| next.tokens.start - spot.tokens.end);
    let told = defined(reader, spot, spots.get(index + 1));
    let next = next.or(if told == Defined::InNext { spots.get(index + 1) } else { None });
    let verdict = reader.verdict(spot, around);
    let before = spot.tokens.start.wrapping_sub(1);
    // "D-N.Y.": a party's letter is no name
    let is_name = |token: usize| {
        reader.is_capital(token) && reader.text(token).len() > 1
            || matches!(
                reader.text(token),
                "al" | "el" | "ul" | "la" | "le" | "les" | "sur" | "en" | "am" | "upon"
            )
    };
    // "Allen-Bradley" is a firm, although a town may bear either name
    let is_person = |other: &Spot<'_>| other.is_person() && spot.is_person();
    let left = reader.is_hyphen(before)
        && reader.glued(before)
        && reader.glued(before.wrapping_sub(1))
        && is_name(before.wrapping_sub(1))
        && index
            .checked_sub(1)
            .is_none_or(|index| spots[index].tokens.end != before || is_person(&spots[index]));
    let right = reader.is_hyphen(spot.tokens.end)
        && reader.glued(spot.tokens.end - 1)
        && is_name(spot.tokens.end + 1)
        && spots
            .get(index + 1)
            .is_none_or(|next| next.tokens.start != spot.tokens.end + 1 || is_person(next));
    Seen {
        owner: reader.owner(spot, around, verdict),
        verdict,
        near_next: gap_behind <= 2,
        near_before: index > 0 && spot.tokens.start - spots[index - 1].tokens.end <= 2,
        paired: gap_behind == 1 || index > 0 && spots[index - 1].tokens.end + 1 == spot.tokens.start,
        by_the_way: told == Defined::InNext && reader.text(spot.tokens.end) == ",",
        state: next.filter(|_| spot.senses.iter().any(|(_, place)| place.is_county())).and_then(|next| {
            let mut states = next.senses.iter().map(|(_, place)| place);
            states.find(|place| is_known_division(place)).map(|state| state.id)
        }),
        is_plain: spot.tokens.len() > 1 || !reader.classes(spot.tokens.start).any(home::NOT_PLAIN),
        joined: (left || right) && spot.zone != Zone::Capitals,
        here: Whereabouts::of(reader, spot),
        kind: match (reader.kinds(spot), told) {
            (kind, Defined::No) => kind,
            ((before, after), _) => (before, after.or(Classes::TOWN).or(Classes::PROVES)),
        },
        before: reader.before(spot),
        after_comma: next.map(|_| index + 1),
        after_name: reader.glued(before.wrapping_sub(1))
            && reader.story.words(spot.range.clone()).ends_with('.')
            && match reader.text(before) {
                "," => {
                    reader.is_plain_name(before.wrapping_sub(1))
                        || matches!(reader.text(before.wrapping_sub(1)), "County" | "Parish" | "Township")
                        || spot.zone == Zone::Dateline && reader.is_capital(before.wrapping_sub(1))
                }
                // "R-Ark."
                "-" => matches!(reader.text(before.wrapping_sub(1)), "R" | "D" | "I"),
                _ => false,
            },
        spot,
        around: standing,
    }
}

/// What a sentence says a name is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Defined {
    No,
    /// "Skowhegan is the county seat."
    Town,
    /// "Lima is a village in Livingston County", "Oso, a town of 300 people in Washington".
    InNext,
}

/// Whether a sentence says of a name that it is a town, and whether the next name is what it lies in.
fn defined(reader: &Reader<'_>, spot: &Spot<'_>, next: Option<&Spot<'_>>) -> Defined {
    /// Words before the kind of place, and from there to what it lies in.
    const BEFORE: usize = 6;
    const BETWEEN: usize = 10;
    const KINDS: &[&str] = &[
        "city",
        "town",
        "village",
        "hamlet",
        "municipality",
        "suburb",
        "commune",
        "community",
        "borough",
        "seat",
        "capital",
        "settlement",
        "parish",
        "township",
        "port",
        "neighborhood",
        "neighbourhood",
        "district",
        "resort",
    ];
    let end = spot.tokens.end;
    // two words, both short
    let is_short = |at: usize| reader.story.tokens.get(at).is_some_and(|token| token.end - token.start <= 3);
    if !is_short(end) || !is_short(end + 1) {
        return Defined::No;
    }
    if !matches!(reader.text(end), "is" | "was" | ",")
        || !matches!(reader.text(end + 1), "a" | "an" | "the" | "one")
        || spot.zone == Zone::Capitals
        || spot.is_demonym()
    {
        return Defined::No;
    }
    let Some(kind) = (end + 2..end + 2 + BEFORE).find(|at| KINDS.contains(&reader.text(*at))) else {
        return Defined::No;
    };
    let small =
        |at: usize| !reader.is_capital(at) && !matches!(reader.text(at), "." | "," | ";" | ":" | "of");
    if !(end + 2..kind).all(small) || reader.parted(end, kind) {
        return Defined::No;
    }
    // "a city councilman in Boston" is no city
    match reader.text(kind + 1) {
        "." | "," if reader.text(end) != "," => return Defined::Town,
        "in" | "of" | "on" | "about" | "with" | "north" | "south" | "east" | "west" | "where" | "that"
        | "near" => {}
        _ => return Defined::No,
    }
    let lies = |next: &Spot<'_>| {
        let start = next.tokens.start;
        let between = kind + 1..start;
        let skipped = |at: &usize| {
            matches!(reader.text(*at), "the" | "state" | "province" | "region" | "department" | "county")
                || DIRECTIONS.contains(&reader.text(*at))
                || reader.text(*at) == "of"
                    && at.checked_sub(1).is_some_and(|at| {
                        matches!(reader.text(at), "state" | "province" | "region" | "county")
                    })
        };
        let link = (between.start..start).rev().find(|at| !skipped(at));
        between.len() <= BETWEEN
            && between.clone().all(|at| !reader.is_capital(at) && !matches!(reader.text(at), "." | ";" | ":"))
            && link.is_some_and(|link| matches!(reader.text(link), "in" | "of" | "on"))
            && !reader.parted(kind, start)
    };
    if next.is_some_and(lies) { Defined::InNext } else { Defined::Town }
}

/// "the provinces of Jaén and Málaga", "in Athens and Rome": what is said of the first is said of the second.
fn share_kinds(reader: &Reader<'_>, seen: &mut [Seen<'_>]) {
    for index in 1..seen.len() {
        let (first, rest) = seen.split_at_mut(index);
        let (Some(before), Some(this)) = (first.last(), rest.first_mut()) else { continue };
        let link = before.spot.tokens.end;
        if this.spot.tokens.start == link + 1 && matches!(reader.text(link), "and" | "or" | "," | "&") {
            this.kind.0 = before.kind.0;
            this.before = before.before;
        }
    }
}

/// The spots whose best reading needs no context.
fn anchors<'a>(seen: &[Seen<'a>]) -> Anchors<'a> {
    let mut anchors = Anchors::of(seen.len());
    anchors.home = home::home(seen);
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    // "Mike London" makes no anchor of "London, 48"
    let mut people: HashSet<u64, ByKey> = HashSet::with_hasher(ByKey);
    let surnames = seen.iter().filter(|this| this.verdict == Verdict::Person && this.around.last);
    people.extend(surnames.map(|this| this.here.words));
    for (index, this) in seen.iter().enumerate().filter(|(_, this)| this.verdict == Verdict::Place) {
        if this.after_comma.is_none() && people.contains(&this.here.words) {
            continue;
        }
        let plain = this.spot.senses.iter().filter(|(sense, _)| sense.needs == Needs::Nothing);
        if let [(sense, place)] = this.spot.senses
            && sense.needs == Needs::Comma
            && (this.after_name || index > 0 && seen[index - 1].after_comma == Some(index))
        {
            anchors.add(*place, sense.usage, this.here);
            continue;
        }
        if let Some((town, holder)) = this.after_comma.and_then(|holder| held_by(this, &seen[holder])) {
            anchors.add(town, NameUsage::Name, this.here);
            if let Some(next) = this.after_comma.map(|next| &seen[next]) {
                anchors.add(holder, NameUsage::Name, next.here);
            }
            continue;
        }
        if let Some(place) =
            anchors.home.of(this.here.words).filter(|_| this.is_free() && !this.is_said_division())
        {
            anchors.add(place, NameUsage::Name, this.here);
            continue;
        }
        candidates.clear();
        candidates
            .extend(plain.map(|(sense, place)| (prior(place) + by_kind(this, place), *place, sense.usage)));
        settle(&mut candidates, |division| by_kind(this, division) > 0);
        let Some((points, place, usage)) = candidates.first().copied() else { continue };
        let rival = candidates.iter().find(|(_, other, _)| other.country != place.country);
        let margin = points - rival.map_or(0, |(points, ..)| *points);
        let doubtful = place.is_word() || place.is_person() || place.is_doubtful();
        let sure = match place.level {
            // of a county the name is known, and the state only where no other has one of the name
            Level::Other if place.is_county() => candidates.len() == 1,
            Level::City => margin >= 10 && (!doubtful || place.population >= 1_000_000),
            // Georgia, Jordan: rivals or people are never far
            _ => margin >= 10 && (!place.is_person() || rival.is_none() || margin >= 45),
        };
        if sure {
            anchors.add(place, usage, this.here);
        }
    }
    anchors
}

/// A city and what holds it, if only one country has the two: "Diss, Norfolk" is in England.
fn held_by<'a>(this: &Seen<'a>, holder: &Seen<'a>) -> Option<(Place<'a>, Place<'a>)> {
    if holder.verdict != Verdict::Place {
        return None;
    }
    let cities = || {
        let senses = this.spot.senses.iter().map(|(_, place)| *place);
        senses.filter(|place| (place.level == Level::City || place.is_county()) && is_in(place, holder))
    };
    let first = cities().max_by_key(|place| place.population)?;
    if cities().any(|place| place.country != first.country) || is_of_counties(holder, cities) {
        return None;
    }
    let mut holders = holder.spot.senses.iter().map(|(_, place)| *place);
    let holder = holders.find(|place| match place.level {
        Level::Admin1 => {
            first.division_id() == Some(place.id) || is_county(place) && place.country == first.country
        }
        Level::Country => place.country == first.country,
        Level::Other => place.is_county() && first.division_id() == place.division_id(),
        _ => false,
    })?;
    Some((first, holder))
}

/// Whether counties of one name hold towns of one name in several states: Shawnee in Pottawatomie County.
fn is_of_counties<'a, I: Iterator<Item = Place<'a>>>(holder: &Seen<'a>, held: impl Fn() -> I) -> bool {
    let first = held().next().and_then(|first| first.division_id());
    holder.state.is_none()
        && holder.spot.senses.iter().any(|(_, place)| place.is_county())
        && held().any(|place| place.division_id() != first)
}

/// The places that a name may be, the likeliest first where nothing else is known.
pub(crate) fn called(atlas: &Atlas, name: &str) -> Vec<Called> {
    let vocabulary = Vocabulary::default();
    let mut tokens = tokens(name, &vocabulary);
    let Some(first) = tokens.first_mut() else { return Vec::new() };
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    let mut needs = Vec::new();
    // a name that begins with a small letter is among the others too
    first.capital = true;
    atlas.names_at(name, &tokens, 0, |range, senses| {
        if range.end == name.len() {
            for sense in senses.iter().filter(|sense| sense.place != NO_PLACE) {
                let place = atlas.place(sense.place);
                candidates.push((prior(&place), place, sense.usage));
                needs.push((sense.place, sense));
            }
        }
    });
    settle(&mut candidates, |_| false);
    let called = |(points, place, usage): &Candidate<'_>| Called {
        points: *points,
        usage: match usage {
            NameUsage::Name => "name",
            NameUsage::Demonym => "demonym",
            NameUsage::Prefix => "before a hyphen",
            NameUsage::Filed => "in a dateline",
        },
        needs: needs.iter().find(|(id, _)| *id == place.id).map_or("", |(_, sense)| {
            let doubts = || if may_be_another(place, *usage) { doubts(place) } else { "" };
            needed(*sense).unwrap_or_else(doubts)
        }),
        ..called_place(place)
    };
    candidates.iter().map(called).collect()
}

/// What must stand beside a form, or in its story.
pub(crate) fn needed(sense: Sense) -> Option<&'static str> {
    match sense.needs {
        Needs::Nothing => None,
        Needs::Comma => Some("only behind a comma"),
        Needs::Home => Some("only in a story of its country"),
        Needs::Holder => Some("a small town: needs its state or country beside it or in the story"),
    }
}

/// What a name needs to be a place.
pub(crate) fn doubts(place: &Place<'_>) -> &'static str {
    if place.is_doubtful() {
        "mostly something else: needs strong proof and its country in the story"
    } else if place.is_word() {
        "a word too: needs proof"
    } else if place.is_person() {
        "a person's name too: needs proof"
    } else if place.level == Level::City && place.population < TOWN {
        "a small town: needs proof or its country in the story"
    } else {
        ""
    }
}

/// Below this a city is taken only with proof or with its country in the story.
const TOWN: u32 = 100_000;

/// A place as it is shown to people.
pub(crate) fn called_place(place: &Place<'_>) -> Called {
    Called {
        name: place.name().to_owned(),
        level: place.level,
        code: rank::code(place),
        country: place.country.map(|country| country.as_str().to_owned()),
        admin1: place.division().map(|division| division.code().to_owned()),
        population: Some(place.population).filter(|people| *people > 0),
        lat: place.lat(),
        lon: place.lon(),
        points: prior(place),
        usage: "name",
        needs: "",
    }
}

/// What a candidate is worth by itself.
fn prior(place: &Place<'_>) -> i32 {
    match place.level {
        Level::Country => 60,
        Level::Other if place.is_county() => COUNTY,
        Level::Macro | Level::Group | Level::Other => 50,
        Level::Admin1 if place.is_minor() || !place.is_in_geonames() => 16,
        Level::Admin1 if place.is_word() && place.is_one_word() => size(place.population).clamp(8, 22) + 8,
        Level::Admin1 if is_first(place) => size(place.population).clamp(8, 32) + 20,
        Level::Admin1 => size(place.population).clamp(8, 32) + 8,
        Level::City => {
            let known = match place {
                place if place.is_capital() => CAPITAL,
                place if place.is_famous() && !is_city_state(place) => FAMOUS,
                _ => 0,
            };
            size(place.population) + known
        }
    }
}

/// Ten points a power of ten: 22 for 100,000 people, 32 for a million.
fn size(people: u32) -> i32 {
    let people = people.max(1000);
    let power = people.ilog10();
    let within = people / 10u32.pow(power);
    i32::try_from(10 * power + within).unwrap_or(0) - 29
}

/// Points for what the text says the place is.
pub(crate) fn by_kind(this: &Seen<'_>, place: &Place<'_>) -> i32 {
    let (before, after) = this.kind;
    let division =
        after.any(Classes::DIVISION.or(Classes::STATE)) || before.any(Classes::DIVISION.or(Classes::STATE));
    let city = after.any(Classes::TOWN) || before.any(Classes::TOWN);
    match place.level {
        Level::Admin1 if division => KIND,
        Level::City if division => -KIND,
        Level::Country if division && !after.any(Classes::STATE) => -KIND,
        Level::City if city => KIND / 2,
        Level::Admin1 | Level::Country if before.any(Classes::TOWN) => -KIND / 2,
        Level::Admin1 if after.any(Classes::AREA) => KIND / 4,
        _ => 0,
    }
}

/// The best candidate of a spot, how its name is used, and its margin.
fn best<'a>(
    reader: &Reader<'_>,
    seen: &[Seen<'a>],
    index: usize,
    anchors: &Anchors<'_>,
    senses: &Read,
    candidates: &mut Vec<Candidate<'a>>,
) -> Option<(Place<'a>, NameUsage, i32)> {
    let this = &seen[index];
    let here = this.here;
    let held_by_this = (index > 0 && seen[index - 1].after_comma == Some(index)).then(|| &seen[index - 1]);
    let before_hyphen = matches!(reader.text(this.spot.tokens.end), "-" | "–");
    let allowed = this.spot.senses.iter().filter(|(sense, place)| match sense.needs {
        Needs::Nothing => sense.usage != NameUsage::Prefix || before_hyphen,
        Needs::Comma => held_by_this.is_some() || this.after_name,
        // who files from Pyongyang means the North by "Korea"
        Needs::Home if place.level == Level::Country => anchors.is_filed_in(place),
        Needs::Home => anchors.know(place, here.words),
        Needs::Holder => is_town(reader, seen, index, anchors, senses, place),
    });
    candidates.clear();
    candidates.extend(allowed.map(|(sense, place)| (0, *place, sense.usage)));
    // what follows the comma decides between those that it holds
    if let Some(holder) = comma::holder(reader, seen, index)
        && candidates.iter().any(|(_, place, _)| is_in(place, holder))
    {
        candidates.retain(|(_, place, _)| is_in(place, holder));
    }
    if let [(_, place, usage)] = candidates[..] {
        return Some((place, usage, ONLY_ONE));
    }
    for (points, place, _) in candidates.iter_mut() {
        *points = weigh(reader, seen, index, anchors, senses, place).sum();
    }
    // "New York and New Jersey": a neighbour that can only be a division says that this is one
    let neighbours = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
    let in_line = |division: &Place<'_>| {
        neighbours.clone().filter_map(|index| seen.get(index)).any(|neighbour| {
            let mut likely = neighbour.spot.senses.iter().filter(|(_, other)| prior(other) >= LIKELY);
            likely.all(|(_, other)| other.level == Level::Admin1)
                && beside(reader, division, neighbour, this) == IN_LINE
        })
    };
    settle(candidates, |division| {
        by_kind(this, division) > 0
            || held_by_this.is_some_and(|held| holds(division, held))
            || in_line(division)
    });
    let (points, place, usage) = candidates.first().copied()?;
    let margin = candidates.get(1).map_or(ONLY_ONE, |(next, ..)| points - next);
    Some((place, usage, margin))
}

/// Whether the words about a name of the story's home say no person: "a Bonham contractor", "between Blossom and Reno".
fn is_said_at_home(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize, anchors: &Anchors<'_>) -> bool {
    let this = &seen[index];
    let (before, next) = (this.spot.tokens.start.wrapping_sub(1), this.spot.tokens.end);
    let is_noun = !reader.is_capital(next)
        && !reader.parted(next - 1, next)
        && reader.text(next).len() > 3
        && reader.text(next).bytes().all(|byte| byte.is_ascii_lowercase())
        && !reader.classes(next).any(Classes::SMALL.or(Classes::SPEECH));
    let of_it =
        matches!(reader.text(before), "a" | "an" | "A" | "An" | "two" | "three" | "the" | "The") && is_noun;
    let joined = |first, second| is_joined(reader, first, second, &["and", "or", ","]);
    let like = |other: &Seen<'_>| other.is_place() && anchors.home.of(other.here.words).is_some();
    of_it
        || index > 0 && joined(&seen[index - 1], this) && like(&seen[index - 1])
        || seen.get(index + 1).is_some_and(|next| joined(this, next) && like(next))
}

/// Whether a small town is meant: its state or country stands after the comma; or the story has something else of its division, or
/// of its country and it is the only place of that name, and the words say that it is a place.
fn is_town(
    reader: &Reader<'_>,
    seen: &[Seen<'_>],
    index: usize,
    anchors: &Anchors<'_>,
    senses: &Read,
    place: &Place<'_>,
) -> bool {
    let this = &seen[index];
    let words = this.here.words;
    let at_home = anchors.home.has(words, place);
    // what holds a town is none
    if index > 0 && seen[index - 1].after_comma == Some(index) && seen[index - 1].is_place() && !at_home {
        return false;
    }
    if let Some(holder) = this.after_comma.map(|holder| &seen[holder]) {
        // "Peru, Georgia and Poland" are countries
        let is_country = |seen: &Seen<'_>| {
            let mut senses = seen.spot.senses.iter();
            senses.any(|(sense, place)| sense.needs == Needs::Nothing && place.level == Level::Country)
        };
        let is_list = is_country(this) && is_country(holder) || comma::may_be_list(reader, seen, index);
        // "Cromwell, Portland and Durham" is a list of neighbours
        if !at_home || is_in(place, holder) {
            return is_in(place, holder) && !is_list;
        }
    }
    // the school and the paper of a town that the story has
    if this.verdict == Verdict::Inside {
        return at_home || senses.was(words, place);
    }
    if this.verdict != Verdict::Place
        || this.owner != Owner::Nobody && !(at_home && this.owner == Owner::Speaker)
    {
        return false;
    }
    if list_holder(reader, seen, index).is_some_and(|holder| is_in(place, holder)) {
        return true;
    }
    if senses.was(words, place) {
        return true;
    }
    // most towns end here: of their country the story has nothing else
    if !at_home && !anchors.know(place, words) {
        return false;
    }
    if in_line_with(reader, seen, index, place) || is_close_pair(reader, seen, index, place) {
        return true;
    }
    if this.around.joins {
        return false;
    }
    let proof = || proof(reader, seen, index);
    // where the story is at home every town is at hand
    if at_home {
        return !(place.is_word() || place.is_person())
            || !place.is_one_word()
            || is_said_at_home(reader, seen, index, anchors)
            || proof() >= Proof::Likely;
    }
    let division = anchors.know_division(place, words);
    let dwells = || division && anchors.dwell_on_division(place, words) && anchors.has_near(place, this.here);
    // a name that a larger city has, of whose state the story has nothing, and of the town's much: which, not whether
    let larger = |(_, other): &(_, Place<'_>)| {
        other.level == Level::City && other.country == place.country && !anchors.know_division(other, words)
    };
    if division && this.spot.known().any(larger) && dwells() {
        return true;
    }
    // "in Jasper" is nothing else where the story dwells on Alabama, and near what it names there
    if place.is_word() || place.is_person() {
        return !this.around.first && this.spot.zone == Zone::Body && dwells() && proof() == Proof::Strong;
    }
    // its division may be called like it: Santiago
    let only = || {
        this.spot.senses.iter().all(|(_, other)| {
            other.id == place.id || other.country != place.country || place.division_id() == Some(other.id)
        })
    };
    // two words are seldom anything else: "Pauls Valley"; of a post office nobody says how many people it has
    let least = match (place.is_one_word(), place.population) {
        (true, 0) => Proof::Strong,
        (true, _) | (false, 0) => Proof::Weak,
        (false, _) => Proof::None,
    };
    if division {
        let proof = proof();
        return proof >= least || proof >= Proof::Likely && only();
    }
    only() && proof() >= Proof::Likely
}

/// Whether one of some words, and nothing else, stands between two spots.
fn is_joined(reader: &Reader<'_>, first: &Seen<'_>, second: &Seen<'_>, words: &[&str]) -> bool {
    let gap = first.spot.tokens.end..second.spot.tokens.start;
    gap.len() == 1 && words.contains(&reader.text(gap.start))
}

/// Whether a town stands beside a city of its division: "Alice Springs and Katherine".
fn in_line_with(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize, place: &Place<'_>) -> bool {
    if !seen[index].paired && !seen[index].near_before {
        return false;
    }
    let joined = |first, second| is_joined(reader, first, second, &["and", "or", ","]);
    // "Manchester, N.H., and Concord": what stands before is held by the state between
    let behind_state = || {
        let before = seen[..index].split_last_chunk::<2>().map(|(_, [town, state])| (town, state));
        before.is_some_and(|(town, state)| {
            let gap = state.spot.tokens.end..seen[index].spot.tokens.start;
            town.after_comma == Some(index - 1)
                && gap.len() == 2
                && reader.text(gap.start) == ","
                && matches!(reader.text(gap.start + 1), "and" | "or")
                && state.is_place()
                && is_in(place, state)
                && state.spot.known().any(|(_, state)| is_known_division(state))
        })
    };
    let like = |other: &Seen<'_>| {
        let city = |place: &Place<'_>| place.level == Level::City && !place.is_word() && !place.is_person();
        let mut senses = other.spot.senses.iter().map(|(_, other)| other);
        senses.any(|other| {
            city(other) && other.division_id().is_some() && other.division_id() == place.division_id()
        })
    };
    let this = &seen[index];
    index > 0 && joined(&seen[index - 1], this) && like(&seen[index - 1])
        || seen.get(index + 1).is_some_and(|next| joined(this, next) && like(next))
        || behind_state()
}

/// Whether one of two places that stand together lies close to the other, which is nothing else: "between Perth and Inverness".
fn is_close_pair(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize, place: &Place<'_>) -> bool {
    /// Degrees: an hour or two by road.
    const CLOSE: f64 = 1.25;
    if !seen[index].paired {
        return false;
    }
    let joined = |first, second| is_joined(reader, first, second, &["and", "or", "to"]);
    let Some(division) = place.division_id().filter(|_| place.level == Level::City) else { return false };
    let like = |other: &Seen<'_>| {
        let within = |place: &Place<'_>| {
            place.level == Level::City
                && place.division_id() == Some(division)
                && !(place.is_word() || place.is_person() && place.population < TOWN || place.is_doubtful())
        };
        let close =
            |other: &Place<'_>| other.id != place.id && within(other) && is_close(place, other, CLOSE);
        // a city that is much likelier than its namesakes, or a town that has none
        let best = other.spot.known().map(|(_, place)| place).max_by_key(|place| prior(place));
        let alone = || other.spot.senses.iter().all(|(_, place)| within(place));
        let is_likelier = |best: &Place<'_>| {
            let rivals = other.spot.known().filter(|(_, rival)| rival.division_id() != best.division_id());
            rivals.map(|(_, rival)| prior(rival)).max().is_none_or(|rival| prior(best) >= rival + 9)
        };
        other.is_place()
            && other.after_comma.is_none()
            && match best {
                Some(best) => close(best) && is_likelier(best),
                None => alone() && other.spot.senses.iter().any(|(_, place)| close(place)),
            }
    };
    let this = &seen[index];
    !(place.is_word() || place.is_person() || place.is_doubtful())
        && (index > 0 && joined(&seen[index - 1], this) && like(&seen[index - 1])
            || seen.get(index + 1).is_some_and(|next| joined(this, next) && like(next)))
}

/// Whether a city stands beside a great one of its country: "Hamilton and Tauranga" are no people.
fn is_beside_city(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize, place: &Place<'_>) -> bool {
    let joined = |first, second| is_joined(reader, first, second, &["and", "or"]);
    let like = |other: &Seen<'_>| {
        other.is_place()
            && other.spot.known().any(|(_, other)| {
                other.level == Level::City
                    && other.country == place.country
                    && other.population >= TOWN
                    && !(other.is_word() || other.is_person() || other.is_doubtful())
            })
    };
    let this = &seen[index];
    place.population >= KNOWN_CITY
        && (index > 0 && joined(&seen[index - 1], this) && like(&seen[index - 1])
            || seen.get(index + 1).is_some_and(|next| joined(this, next) && like(next)))
}

/// What gives a candidate points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Points {
    /// What it is by itself: country before division before city, and the larger city.
    pub(crate) itself: i32,
    /// The text says what kind of place it is.
    pub(crate) kind: i32,
    /// Sure places near it lie in it, beside it, around it.
    pub(crate) near: i32,
    /// What follows the comma contains it, or it contains what stands before.
    pub(crate) comma: i32,
    /// Its neighbours own it, are owned by it or stand in line with it.
    pub(crate) beside: i32,
    /// The name was read so before.
    pub(crate) before: i32,
    /// A city in a dateline.
    pub(crate) filed: i32,
}

impl Points {
    fn sum(self) -> i32 {
        self.itself + self.kind + self.near + self.comma + self.beside + self.before + self.filed
    }
}

fn weigh(
    reader: &Reader<'_>,
    seen: &[Seen<'_>],
    index: usize,
    anchors: &Anchors<'_>,
    senses: &Read,
    place: &Place<'_>,
) -> Points {
    let this = &seen[index];
    let here = this.here;
    let held_by_this = (index > 0 && seen[index - 1].after_comma == Some(index)).then(|| &seen[index - 1]);
    let in_headline = reader.story.headline.contains(&here.at);
    let mut points = Points {
        itself: prior(place),
        kind: by_kind(this, place),
        near: anchors.near(place, here, has_great(this) && !anchors.home.has(here.words, place)),
        ..Points::default()
    };
    let is_country_too = || {
        let mut senses = this.spot.senses.iter();
        senses.any(|(_, other)| other.level == Level::Country && other.country != place.country)
    };
    if place.level == Level::Admin1
        && is_country_too()
        && (anchors.only(place) || anchors.beside(place, here))
    {
        points.near += ONLY_COUNTRY;
    }
    if anchors.home.has(here.words, place) && points.kind >= 0 {
        points.near += AT_HOME;
    } else if is_lesser_division(this, anchors, place) {
        points.near -= FAR;
    } else if is_another_countrys(this, anchors, place) {
        points.near -= ELSEWHERE;
    } else if is_far_from_the_story(
        this,
        anchors,
        place,
        |other| in_line_with(reader, seen, index, other),
        |other| is_close_pair(reader, seen, index, other),
    ) || is_far_from_list(reader, seen, index, anchors, place)
    {
        points.near -= FAR;
    }
    if place.level != Level::Country
        && this.after_comma.is_some_and(|holder| is_in(place, &seen[holder]))
        && (place.is_capital() || !comma::may_be_list(reader, seen, index))
    {
        points.comma += COMMA;
    }
    if held_by_this.is_some_and(|held| holds(place, held)) {
        points.comma += COMMA / 2;
    }
    if place.level == Level::City
        && list_holder(reader, seen, index).is_some_and(|holder| is_in(place, holder))
    {
        points.comma += COMMA / 2;
    }
    if index > 0 {
        points.beside += beside(reader, place, &seen[index - 1], this);
    }
    if let Some(next) = seen.get(index + 1) {
        points.beside += beside(reader, place, next, this);
    }
    if place.level == Level::City
        && place.population >= SMALL_CITY
        && this.after_comma.is_none()
        && held_by_this.is_none()
        && (anchors.know_division(place, here.words) && in_line_with(reader, seen, index, place)
            || is_close_pair(reader, seen, index, place))
    {
        points.beside += IN_LINE;
    }
    // of the Henry Counties that of Tennessee, which Murray in Kentucky lies close to
    if place.is_county() && anchors.has_close(place, here.words) {
        points.near += CLOSE_BY;
    }
    if senses.held_so(here.words, place) {
        points.before = SAME_SENSE_AS_HELD;
    } else if senses.read_so(here.words, place, in_headline) {
        points.before = if in_headline { SAME_SENSE_IN_HEADLINE } else { SAME_SENSE };
    }
    if this.spot.zone == Zone::Dateline && place.level == Level::City && !is_city_state(place) {
        points.filed = KIND;
    }
    points
}

/// The state that closes a list of towns, which goes for all of them: "Springfield, Centralia and Decatur, Ill.".
fn list_holder<'s, 'a>(reader: &Reader<'_>, seen: &'s [Seen<'a>], index: usize) -> Option<&'s Seen<'a>> {
    /// Towns of such a list.
    const LIST: usize = 4;
    if !seen[index].near_next {
        return None;
    }
    let mut last = index;
    for next in index + 1..(index + LIST).min(seen.len()) {
        let gap = seen[last].spot.tokens.end..seen[next].spot.tokens.start;
        let joined = match gap.len() {
            1 => matches!(reader.text(gap.start), "," | "and" | "&"),
            2 => reader.text(gap.start) == "," && reader.text(gap.start + 1) == "and",
            _ => false,
        };
        if !joined {
            return None;
        }
        last = next;
        // only a short form holds nothing but what stands before it: "Ill.", not "Paris and London, Ontario"
        if let Some(holder) = seen[last].after_comma.map(|holder| &seen[holder]) {
            let is_short = holder.spot.senses.iter().all(|(sense, _)| sense.needs == Needs::Comma);
            let is_great = |(_, place): &(_, Place<'_>)| {
                place.level != Level::City && !place.is_minor()
                    || place.is_capital()
                    || place.population >= GREAT_CITY
            };
            // "Florence and Muscle Shoals, Alabama": no city of the world stands before it
            let is_state = || {
                last == index + 1
                    && reader.text(seen[index].spot.tokens.end) == "and"
                    && comma::closes(reader, seen, last)
                    && holder.spot.known().any(|(_, place)| is_known_division(place))
                    && (!seen[index].spot.known().any(is_great)
                        || is_near_town(&seen[index], &seen[last], holder))
            };
            return (is_short || is_state()).then_some(holder);
        }
    }
    None
}

/// Whether a town that is small wherever it lies has a namesake's town of its state close by: "Paris and Puryear, Tennessee".
fn is_near_town(this: &Seen<'_>, town: &Seen<'_>, holder: &Seen<'_>) -> bool {
    /// Degrees: some 40 km.
    const CLOSE: f64 = 0.4;
    let mut towns = town.spot.senses.iter().map(|(_, town)| town).filter(|town| is_in(town, holder));
    let is_small = town.spot.known().all(|(_, place)| place.level == Level::City && place.population < TOWN);
    is_small
        && towns.any(|town| {
            let mut senses = this.spot.senses.iter().map(|(_, place)| place);
            senses.any(|place| {
                place.level == Level::City && is_in(place, holder) && is_close(place, town, CLOSE)
            })
        })
}

/// Whether a country or a city of the world is called like a town of a list that a state closes, and the story has nothing else of it:
/// "between Peru and Morris, Ill.".
fn is_far_from_list(
    reader: &Reader<'_>,
    seen: &[Seen<'_>],
    index: usize,
    anchors: &Anchors<'_>,
    place: &Place<'_>,
) -> bool {
    let this = &seen[index];
    this.near_next
        && matches!(place.level, Level::Country | Level::City)
        && !anchors.know(place, this.here.words)
        && list_holder(reader, seen, index).is_some_and(|holder| {
            let is_home = |(_, other): &(_, Place<'_>)| other.level == Level::City && is_in(other, holder);
            !is_in(place, holder) && this.spot.senses.iter().any(is_home)
        })
}

/// Whether a division that the news names with its country has a namesake city, known to it without: Santa Barbara is California's, not
/// the province of Honduras.
fn is_lesser_division(this: &Seen<'_>, anchors: &Anchors<'_>, place: &Place<'_>) -> bool {
    place.level == Level::Admin1
        && !is_known_division(place)
        && !anchors.know(place, this.here.words)
        && by_kind(this, place) <= 0
        && this.spot.known().any(|(_, city)| {
            city.level == Level::City
                && city.country != place.country
                && city.population >= KNOWN_CITY
                && city.division().is_some_and(|division| is_known_division(&division))
                && city.population >= place.population / 2
        })
}

/// Whether the story has nothing of a place's country, but something of another's that a place of the name lies in: Bari in a story of
/// Italy is no division of Somalia. A city of the world needs nothing.
fn is_another_countrys(this: &Seen<'_>, anchors: &Anchors<'_>, place: &Place<'_>) -> bool {
    let within = |place: &Place<'_>| matches!(place.level, Level::Admin1 | Level::City);
    let known = |place: &Place<'_>| anchors.know(place, this.here.words);
    within(place)
        && !place.is_capital()
        && !place.is_famous()
        && (place.level == Level::Admin1 || place.population < LARGE)
        && !known(place)
        && this.spot.senses.iter().any(|(_, other)| within(other) && known(other))
}

/// Whether a city or division lies where the story has nothing, while a city of the name lies where it has something: Alexandria in a
/// story of Virginia, San José in one of Costa Rica, Perth in one of Scotland. That city must be as good a guess: a capital, a third as
/// large, in a division that the story names, or in a country that it dwells on. Against a capital it must stand in line with its like
/// ("Athens, Rome and Augusta" in a story of Georgia).
fn is_far_from_the_story(
    this: &Seen<'_>,
    anchors: &Anchors<'_>,
    place: &Place<'_>,
    in_line: impl Fn(&Place<'_>) -> bool,
    close_pair: impl Fn(&Place<'_>) -> bool,
) -> bool {
    /// A part of the other's people that makes a city as good a guess.
    const PART: u32 = 3;
    let words = this.here.words;
    let home = |other: &Place<'_>| {
        // Venice is more than its people
        let famous = place.is_famous();
        let alike = || other.population >= TOWN || in_line(other) || anchors.has_towns(other, words);
        let own = || {
            anchors.dwell_on_division(other, words)
                && (!famous || anchors.has_near(other, this.here) && alike())
        };
        let large = || {
            other.population >= TOWN && anchors.dwell_on(other)
                || other.population >= place.population / PART && (!famous || other.population >= LARGE)
        };
        other.level == Level::City
            && other.country != place.country
            && anchors.know(other, words)
            && if !place.is_capital() && other.population >= SMALL_CITY && close_pair(other) {
                true
            } else if place.is_capital() {
                other.population >= SMALL_CITY && anchors.know_division(other, words) && in_line(other)
            } else {
                other.is_capital() || other.population >= SMALL_CITY && (large() || own())
            }
    };
    matches!(place.level, Level::Admin1 | Level::City)
        && !anchors.know(place, words)
        && this.spot.senses.iter().any(|(_, other)| home(other))
}

/// Below this a town is not what a story that names its country means by the name of a larger city.
const SMALL_CITY: u32 = 15_000;

/// Points for a neighbour that owns the candidate ("Pakistan's Punjab") or stands in line with it ("Georgia and Arizona").
fn beside(reader: &Reader<'_>, place: &Place<'_>, neighbour: &Seen<'_>, this: &Seen<'_>) -> i32 {
    let before = neighbour.spot.range.start < this.spot.range.start;
    let (first, second) = if before { (neighbour, this) } else { (this, neighbour) };
    let gap = first.spot.tokens.end..second.spot.tokens.start;
    let mut senses = neighbour.spot.senses.iter().map(|(_, other)| other);
    if before && first.around.possessive && gap.len() <= 2 {
        let owned = senses.any(|owner| owner.level == Level::Country && owner.country == place.country);
        return if owned && place.level != Level::Country { COMMA / 2 } else { 0 };
    }
    if !before && first.around.possessive && gap.len() <= 2 && place.level == Level::Country {
        // "Congo's Brazzaville"
        let owns = senses.any(|owned| owned.level != Level::Country && owned.country == place.country);
        return if owns { COMMA / 2 } else { 0 };
    }
    let joined = match gap.len() {
        1 => matches!(reader.text(gap.start), "and" | "or" | "," | "&" | "/"),
        2 => reader.text(gap.start) == "," && reader.text(gap.start + 1) == "and",
        _ => false,
    };
    let alike = |other: &Place<'_>| {
        let level = other.level == place.level && other.id != place.id && prior(other) >= LIKELY;
        level && (place.level == Level::Country || other.country == place.country)
    };
    if joined && senses.any(alike) { IN_LINE } else { 0 }
}

/// Sorts candidates, the best first. Of a division and its city of the same name the city is meant, if it is known and the text
/// does not say the division.
fn settle(candidates: &mut [Candidate<'_>], said: impl Fn(&Place<'_>) -> bool) {
    for index in 0..candidates.len() {
        let (points, division, _) = candidates[index];
        if division.level != Level::Admin1 || is_first(&division) || said(&division) {
            continue;
        }
        let city = candidates.iter().position(|(_, city, _)| {
            let there = city.division_id().is_none_or(|own| own == division.id) || division.is_minor();
            city.level == Level::City
                && city.country == division.country
                && (city.population >= KNOWN_CITY && there || city.is_capital())
        });
        if let Some(city) = city {
            // what speaks for the division speaks for its city; against other places of the name it is as large as it is
            let spoken = points - prior(&division);
            let (own, place, _) = candidates[city];
            candidates[city].0 = own.max(prior(&place) + spoken);
            candidates[index].0 = points.min(candidates[city].0 - 4);
        }
    }
    // of equals the one that the story says more of, then the one that the tables name first
    candidates.sort_by_key(|(points, place, _)| (-points, prior(place)));
}

/// Whether a candidate may lie in one of the places that a spot may be.
pub(super) fn is_in(place: &Place<'_>, holder: &Seen<'_>) -> bool {
    let in_state = |county: &Place<'_>| holder.state.is_none_or(|state| county.division_id() == Some(state));
    !holder.spot.is_demonym()
        && holder.spot.senses.iter().any(|(_, holder)| match holder.level {
            Level::Admin1 if is_county(holder) => {
                place.level == Level::City && place.country == holder.country
            }
            Level::Admin1 => {
                (place.level == Level::City || place.is_county()) && place.division_id() == Some(holder.id)
            }
            Level::Country => place.level != Level::Country && place.country == holder.country,
            Level::City => is_suburb(place, holder),
            Level::Other if holder.is_county() => {
                place.level == Level::City && place.division_id() == holder.division_id() && in_state(holder)
            }
            // "Washington, Tyne and Wear"; a region of several countries holds nothing
            Level::Macro | Level::Other => {
                holder.country.is_some()
                    && place.country == holder.country
                    && matches!(place.level, Level::City | Level::Admin1)
            }
            Level::Group => false,
        })
}

/// `Liverpool in Sydney`: a town of the same division close to a city many times as large.
fn is_suburb(place: &Place<'_>, city: &Place<'_>) -> bool {
    /// Degrees; half of one is some 50 km.
    const CLOSE: f64 = 0.5;
    const TIMES: u32 = 4;
    place.level == Level::City
        && place.division_id().is_some()
        && place.division_id() == city.division_id()
        && place.population < city.population / TIMES
        && is_close(place, city, CLOSE)
}

/// Whether two places lie within so many degrees.
pub(super) fn is_close(one: &Place<'_>, other: &Place<'_>, degrees: f64) -> bool {
    let near = |one: Option<f64>, other: Option<f64>| {
        one.zip(other).is_some_and(|(one, other)| (one - other).abs() < degrees)
    };
    near(one.lat(), other.lat()) && near(one.lon(), other.lon())
}

/// Behind whose towns the county stands, "Boston, Lincolnshire"; the tables do not know which towns lie in it.
const TOWN_AND_COUNTY: &[&str] = &["GB", "IE", "PH"];

/// A county of Britain, Ireland or a province of the Philippines.
pub(super) fn is_county(place: &Place<'_>) -> bool {
    place.is_minor() && place.country.is_some_and(|country| TOWN_AND_COUNTY.contains(&country.as_str()))
}

/// Whether a candidate may contain one of the places that the spot before it may be.
fn holds(place: &Place<'_>, held: &Seen<'_>) -> bool {
    held.spot.senses.iter().any(|(_, held)| match place.level {
        Level::Admin1 if is_county(place) => held.level == Level::City && held.country == place.country,
        Level::Admin1 => {
            (held.level == Level::City || held.is_county()) && held.division_id() == Some(place.id)
        }
        Level::Country => held.level != Level::Country && held.country == place.country,
        Level::Other => {
            place.is_county() && held.level == Level::City && held.division_id() == place.division_id()
        }
        _ => false,
    })
}

/// Whether a short form that only follows a comma is of another country: "Conn.".
fn is_elsewhere(place: &Place<'_>, holder: &Seen<'_>) -> bool {
    let mut senses = holder.spot.senses.iter();
    senses.all(|(sense, holder)| sense.needs == Needs::Comma && holder.country != place.country)
}

/// "Springfield, Illinois": whether the second may contain the first.
pub(crate) fn may_contain(first: &Seen<'_>, second: &Seen<'_>) -> bool {
    first.spot.senses.iter().any(|(_, place)| place.level != Level::Country && is_in(place, second))
}

/// No place's id.
const NOT_READ: u32 = u32::MAX;

/// Whether a name is a great city's, a division's or a country's too, against which a town's surroundings count little.
fn has_great(this: &Seen<'_>) -> bool {
    this.spot.senses.iter().any(|(sense, place)| {
        sense.needs == Needs::Nothing
            && (place.level != Level::City
                || place.population >= LARGE
                || place.is_famous()
                || place.is_capital())
    })
}

/// How names were read so far: the first sense in the text, the last of all, whether it was a place by itself, and the one that
/// its state or country stood beside.
#[derive(Default)]
struct Read(HashMap<u64, (u32, u32, bool, u32), ByKey>);

impl Read {
    /// Where a story was filed says little of what its headline means.
    fn note(&mut self, words: u64, place: &Place<'_>, filed: bool, placed: bool, held: bool) {
        let first = if filed { NOT_READ } else { place.id };
        let read = self.0.entry(words).or_insert((first, place.id, placed, NOT_READ));
        if held {
            read.3 = place.id;
        }
        if read.0 == NOT_READ {
            read.0 = first;
        }
        read.1 = place.id;
        read.2 |= placed;
    }

    fn knows(&self, words: u64) -> bool {
        self.0.get(&words).is_some_and(|read| read.2)
    }

    /// What the story says of a name somewhere goes for it everywhere, unless it says two things.
    fn hold(&mut self, words: u64, place: &Place<'_>) {
        let read = self.0.entry(words).or_insert((NOT_READ, NOT_READ, false, place.id));
        if read.3 != place.id {
            read.3 = NOT_READ;
        }
    }

    /// Whether the name was so read before, or is so held.
    fn was(&self, words: u64, place: &Place<'_>) -> bool {
        !self.0.is_empty() && self.0.get(&words).is_some_and(|read| read.1 == place.id || read.3 == place.id)
    }

    fn held_so(&self, words: u64, place: &Place<'_>) -> bool {
        self.0.get(&words).is_some_and(|read| read.3 == place.id)
    }

    fn read_so(&self, words: u64, place: &Place<'_>, first: bool) -> bool {
        self.0.get(&words).is_some_and(|read| if first { read.0 == place.id } else { read.1 == place.id })
    }
}

/// Puts the landmarks among the links: a name inside a landmark's is none, unless it is a known place with its port or island.
fn with_landmarks<'a>(reader: &Reader<'a>, links: Vec<Link<'a>>, anchors: &Anchors<'_>) -> Vec<Link<'a>> {
    const WITH: &[&str] = &["Port", "Island", "Islands", "Harbor", "Harbour", "Valley", "Bay", "Peninsula"];
    /// Whose divisions are counties: "Hualien County" is the division, "Delaware County" is not.
    const COUNTIES: &[&str] = &["TW", "KE", "IE", "HU", "RO", "NO", "SE", "HR", "EE", "LT", "AL", "LR"];
    let landmarks = landmarks(reader);
    if landmarks.is_empty() {
        return links;
    }
    let mut all = Vec::with_capacity(links.len() + landmarks.len());
    let mut links = links.into_iter().peekable();
    for tokens in landmarks {
        let range = reader.range(tokens.clone());
        while let Some(before) = links.next_if(|link| link.range.end <= range.start) {
            all.push(before);
        }
        let kind = reader.text(tokens.end - 1);
        let mut range = range;
        // "Lake Côte d'Ivoire District": a known place may reach into the landmark
        if all.last().is_some_and(|before| before.range.end > range.start) {
            continue;
        }
        // "Bear Island" is none of the Bear of Delaware
        let is_town = |link: &Link<'_>| {
            kind.starts_with("Island") && link.place.level == Level::City && link.place.population < TOWN
        };
        let with = WITH.contains(&kind);
        let is_division = |link: &Link<'_>| {
            let counties = |country: Country| COUNTIES.contains(&country.as_str());
            kind == "County" && link.place.level == Level::Admin1 && link.place.country.is_some_and(counties)
        };
        let mut touched = Vec::new();
        while let Some(mut link) = links.next_if(|link| link.range.start < range.end) {
            // "Hualien County" is the division that Hualien City is the seat of
            if kind == "County"
                && let Some(division) = link.place.division().filter(|_| link.place.level == Level::City)
                && division.name().eq_ignore_ascii_case(reader.story.words(link.range.clone()))
            {
                link.place = division;
            }
            touched.push(link);
        }
        // "St. Joseph County": the county's name begins before what no list knows of it
        if let Some(first) =
            touched.first().filter(|first| kind == "County" && first.place.level == Level::City)
        {
            range.start = range.start.min(first.range.start);
        }
        let within = |link: &Link<'_>| {
            link.range.start >= range.start && link.range.end <= range.end && link.range != range
        };
        // "the Tianjin Port Free Trade Zone": its head makes an organisation of it, and it is a place
        let inside = |link: &Link<'_>| link.inside && kind != "Zone";
        if touched
            .iter()
            .all(|link| within(link) && !inside(link) && (!with || is_town(link)) && !is_division(link))
        {
            let place = anchors.landmark(reader.atlas, reader.story.words(range.clone()));
            // "Dade County, Florida"
            let behind = links.peek().filter(|next| next.place.level == Level::Admin1);
            let state = behind.filter(|next| reader.story.words(range.end..next.range.start) == ", ");
            let place = state.map_or(place, |state| place.within(state.place.country, Some(state.place.id)));
            all.push(Link {
                range,
                place,
                usage: NameUsage::Name,
                inside: false,
                possessive: false,
                margin: 10,
            });
        } else {
            all.extend(touched);
        }
    }
    all.extend(links);
    all
}
