//! Where a local story is at home: the spot of the earth in which most of its names have a place.
//!
//! A local paper does not say which Paris, Bonham and Powderly it means, nor in which state: its readers live there. But only one
//! neighbourhood has them all. Every candidate of every name votes for its cell of the earth's grid; the cell with the most names in and
//! around it wins, if it has several that are no great city's and no word, and no other has nearly as many. Names that the news knows
//! without their state (Paris, Moscow) follow the others; they do not lead.

use std::collections::HashMap;

use article::Level;

use super::atlas::{Needs, Place};
use super::link::{Seen, is_in};
use super::proof::{LARGE, is_known_division};
use super::spot::Zone;
use super::words::Classes;
use crate::vocabulary::ByKey;

/// The places of a story's names at its home, by the [`crate::text::key`] of the words.
#[derive(Default)]
pub(super) struct Home<'a> {
    places: HashMap<u64, Place<'a>, ByKey>,
    division: Option<u32>,
}

/// Names that are looked at: a bit each.
const NAMES: usize = 64;
/// What a name counts for a neighbourhood: a town's; a word's, a person's, or a great city's; a state that the story names.
const TOWN: u32 = 2;
const DOUBTFUL: u32 = 1;
const STATE: u32 = 2;
/// What a home needs, and how much more than any other neighbourhood has.
const LEAST: u32 = 5;
const MORE: u32 = 2;
/// Degrees of a cell; with the cells around it a neighbourhood has some 150 km.
const HEIGHT: f64 = 0.6;
const WIDTH: f64 = 0.8;

impl<'a> Home<'a> {
    /// The place at home that bears a name.
    pub(super) fn of(&self, words: u64) -> Option<Place<'a>> {
        if self.places.is_empty() { None } else { self.places.get(&words).copied() }
    }

    /// Whether a place is the one at home of its name.
    pub(super) fn has(&self, words: u64, place: &Place<'_>) -> bool {
        self.of(words).is_some_and(|home| home.id == place.id)
    }

    /// The division in which most of it lies.
    pub(super) fn division(&self) -> Option<u32> {
        self.division
    }
}

/// A name and how much it says.
struct Name<'s, 'a> {
    seen: &'s Seen<'a>,
    holder: Option<&'s Seen<'a>>,
    points: u32,
    /// The world knows a city of the name, which a hamlet is not meant before: the Boston of Ireland.
    is_great: bool,
}

/// What a town needs to be meant before a city that the world knows, where all else is its neighbour.
const NO_HAMLET: u32 = 1_000;

pub(super) fn home<'a>(seen: &[Seen<'a>]) -> Home<'a> {
    // a story of the world names countries
    let is_country = |this: &&Seen<'_>| {
        this.spot
            .senses
            .first()
            .is_none_or(|(_, place)| matches!(place.level, Level::Country | Level::Macro | Level::Group))
    };
    let countries = seen.iter().filter(is_country).count();
    if seen.len() < countries + 3 || 2 * countries > seen.len() {
        return Home::default();
    }
    let names = names(seen);
    let sum = names.iter().map(|name| name.points).sum::<u32>();
    let towns = names.iter().filter(|name| name.points == TOWN).count();
    // most stories of the wires end here
    if towns < 2 || names.len() < 3 || sum + STATE < LEAST {
        return Home::default();
    }
    let divisions = divisions(seen);
    let mut cells: HashMap<u32, u64, ByKey> = HashMap::with_hasher(ByKey);
    let mut all: Vec<(usize, Place<'a>, u32)> = Vec::new();
    for (number, name) in names.iter().enumerate() {
        for place in candidates(name) {
            let Some(cell) = cell_of(&place) else { continue };
            *cells.entry(cell).or_default() |= 1 << number;
            all.push((number, place, cell));
        }
    }
    let points = |mask: u64| -> u32 {
        (0..names.len()).filter(|number| mask & 1 << number != 0).map(|number| names[number].points).sum()
    };
    let around =
        |cell: u32| around(cell).iter().filter_map(|cell| cells.get(cell)).fold(0, |all, mask| all | mask);
    let stated =
        |place: &Place<'_>| place.division_id().is_some_and(|division| divisions.contains(&division));
    // of a cell the best that a candidate in it has: with its state named or without
    let mut ranked: Vec<(u32, u32)> = all
        .iter()
        .map(|(_, place, cell)| (points(around(*cell)) + if stated(place) { STATE } else { 0 }, *cell))
        .collect();
    ranked.sort_unstable_by_key(|(points, cell)| (std::cmp::Reverse(*points), *cell));
    let Some((best, cell)) = ranked.first().copied() else { return Home::default() };
    let mask = around(cell);
    let named = (0..names.len()).filter(|number| mask & 1 << number != 0);
    let clear = |number: usize| names[number].points == TOWN;
    let rival = ranked.iter().find(|(_, other)| !is_near(cell, *other));
    if best < LEAST || named.clone().filter(|number| clear(*number)).count() < 2 || named.count() < 3 {
        return Home::default();
    }
    if rival.is_some_and(|(rival, _)| rival + MORE > best) {
        return Home::default();
    }
    gather(&names, &all, cell, &divisions)
}

/// The places of the winning neighbourhood: of each name the largest, that in a state that the story names before others.
fn gather<'a>(
    names: &[Name<'_, 'a>],
    all: &[(usize, Place<'a>, u32)],
    cell: u32,
    divisions: &[u32],
) -> Home<'a> {
    let mut home = Home::default();
    let mut votes: HashMap<u32, u32, ByKey> = HashMap::with_hasher(ByKey);
    let near = around(cell);
    for (number, name) in names.iter().enumerate() {
        let places = all.iter().filter(|(of, _, cell)| *of == number && near.contains(cell));
        let stated =
            |place: &Place<'_>| place.division_id().is_some_and(|division| divisions.contains(&division));
        let Some((_, place, _)) = places.max_by_key(|(_, place, _)| (stated(place), place.population)) else {
            continue;
        };
        if let Some(division) = place.division_id() {
            *votes.entry(division).or_default() += name.points;
        }
        home.places.insert(name.seen.here.words, *place);
    }
    home.division = votes.iter().max_by_key(|(id, votes)| (**votes, **id)).map(|(id, _)| *id);
    home
}

/// The story's names that may be towns, each once.
fn names<'s, 'a>(seen: &'s [Seen<'a>]) -> Vec<Name<'s, 'a>> {
    let mut names: Vec<Name<'s, 'a>> = Vec::new();
    for this in seen {
        if names.len() == NAMES {
            break;
        }
        if !this.is_place()
            || this.spot.zone == Zone::Capitals
            || this.spot.is_demonym()
            || this.is_said_division()
            || names.iter().any(|name| name.seen.here.words == this.here.words)
        {
            continue;
        }
        let holder = this.after_comma.map(|holder| &seen[holder]);
        if let Some((points, is_great)) = points(this) {
            names.push(Name { seen: this, holder, points, is_great });
        }
    }
    names
}

/// What a name counts, if a town or county bears it.
fn points(this: &Seen<'_>) -> Option<(u32, bool)> {
    let mut best: Option<&Place<'_>> = None;
    let (mut towns, mut clear) = (false, false);
    for (sense, place) in this.spot.senses {
        match place.level {
            Level::City => towns = true,
            Level::Other if place.is_county() => towns = true,
            // a country's name does not follow its towns
            Level::Country | Level::Macro | Level::Group => return None,
            Level::Admin1 if !place.is_minor() => clear |= is_known_division(place),
            _ => {}
        }
        if sense.needs != Needs::Holder && best.is_none_or(|best| best.population < place.population) {
            best = Some(place);
        }
    }
    if !towns || clear {
        return None;
    }
    // of two words a name is seldom anything else: Smiths Falls
    let doubtful = this.spot.tokens.len() == 1
        && this
            .spot
            .senses
            .iter()
            .any(|(_, place)| place.is_word() || place.is_person() || place.is_doubtful());
    match best {
        Some(best) if best.is_capital() => Some((0, true)),
        Some(best) if best.is_famous() || best.population >= LARGE => Some((DOUBTFUL, true)),
        _ if doubtful || !this.is_free() || !this.has_plain_name() => Some((DOUBTFUL, false)),
        _ => Some((TOWN, false)),
    }
}

/// The towns and counties that a name may be, behind a comma those that its holder has.
fn candidates<'s, 'a>(name: &'s Name<'_, 'a>) -> impl Iterator<Item = Place<'a>> + 's {
    let places = || name.seen.spot.senses.iter().map(|(_, place)| *place);
    let holder = name.holder.filter(|holder| places().any(|place| is_in(&place, holder)));
    places()
        .filter(|place| place.level == Level::City || place.is_county())
        .filter(move |place| holder.is_none_or(|holder| is_in(place, holder)))
        // "Machakos, Embu and Meru" may be counties of Kenya as well as their seats: that is asked elsewhere
        .filter(move |place| {
            let senses = &name.seen.spot.senses;
            let is_division = |other: &Place<'_>| other.level == Level::Admin1 && !other.is_minor();
            !senses.iter().any(|(_, other)| is_division(other) && other.country == place.country)
        })
        .filter(move |place| !name.is_great || holder.is_some() || place.population >= NO_HAMLET)
}

/// The states that the story names, in the name of an office or a university too.
fn divisions(seen: &[Seen<'_>]) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    for this in seen {
        for (_, place) in this.spot.known().filter(|(_, place)| is_known_division(place)) {
            if !found.contains(&place.id) {
                found.push(place.id);
            }
        }
    }
    found
}

fn cell_of(place: &Place<'_>) -> Option<u32> {
    let (lat, lon) = (place.lat()?, place.lon()?);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // degrees are few
    let cell = (((lat + 91.0) / HEIGHT) as u32) << 16 | ((lon + 181.0) / WIDTH) as u32;
    Some(cell)
}

/// A cell and the eight around it.
fn around(cell: u32) -> [u32; 9] {
    const ROW: u32 = 1 << 16;
    let row = |cell: u32| [cell - 1, cell, cell + 1];
    let rows = [row(cell - ROW), row(cell), row(cell + ROW)];
    std::array::from_fn(|at| rows[at / 3][at % 3])
}

/// Whether two neighbourhoods share a cell.
fn is_near(one: u32, other: u32) -> bool {
    let apart = |shift: u32| (one >> shift & 0xffff).abs_diff(other >> shift & 0xffff) < 3;
    apart(16) && apart(0)
}

/// Classes that a town's name of one word has none of.
pub(super) const NOT_PLAIN: Classes =
    Classes::HEAD.or(Classes::COMPANY).or(Classes::TITLE).or(Classes::KIND).or(Classes::DAY);
