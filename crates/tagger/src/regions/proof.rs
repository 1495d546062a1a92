//! Whether a name that may be a place is one here: what the words beside it prove, and how much proof the name needs.
//!
//! Countries and wider regions need none. A city whose name is an English word (Reading, Nice), a person's (Houston, Jordan) or
//! mostly something else (Toyota) needs the more the smaller it is.

use article::Level;

use super::around::Reader;
use super::atlas::{Country, NameUsage, Place};
use super::link::{Seen, by_kind, is_county, may_contain};
use super::spot::Zone;
use super::words::Classes;

/// How strongly the words beside a name say that it is a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Proof {
    None,
    /// A preposition that people take too: of, for, with.
    Weak,
    /// "to", which letters go by too.
    Likely,
    Strong,
}

/// From this size on a city is meant by its name although that is a word or a person's name too.
const GREAT: u32 = 2_000_000;
pub(crate) const LARGE: u32 = 300_000;
const MIDDLING: u32 = 100_000;
/// A division with so few people in its cities is named with its country, or where something is.
const FEW_PEOPLE: u32 = 50_000;

pub(crate) fn proof(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize) -> Proof {
    let this = &seen[index];
    let next = this.spot.tokens.end;
    let strong = is_held(reader, seen, index)
        || this.around.possessive && reader.classes(after_possessive(reader, next)).any(Classes::POLITY)
        || is_where(reader, this);
    if strong && !is_held(reader, seen, index) && reader.text(this.spot.tokens.start.wrapping_sub(1)) == "to"
    {
        Proof::Likely
    } else if strong {
        Proof::Strong
    } else if this.before.any(Classes::AT) {
        Proof::Weak
    } else {
        Proof::None
    }
}

/// Whether the words beside a name hold nothing but a place: its state after a comma, its kind, "-based", a dateline.
pub(crate) fn is_held(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize) -> bool {
    is_of_kind(&seen[index]) || is_contained(reader, seen, index)
}

/// Whether the word before or after a name says that it is a place.
pub(crate) fn is_of_kind(this: &Seen<'_>) -> bool {
    let (before, after) = this.kind;
    // "FINANCIAL DISTRICT HIT BY"
    if this.spot.zone == Zone::Capitals {
        return after.any(Classes::PROVES);
    }
    after.any(Classes::PROVES) || before.any(Classes::PROVES)
}

/// Whether a name stands before or after the comma of a place and its state, in a dateline, or before "-based".
pub(crate) fn is_contained(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize) -> bool {
    let this = &seen[index];
    let next = this.spot.tokens.end;
    this.spot.zone == Zone::Dateline
        || this.after_comma.is_some_and(|holder| may_contain(this, &seen[holder]))
        || index > 0 && seen[index - 1].after_comma == Some(index) && may_contain(&seen[index - 1], this)
        || reader.text(next) == "-" && reader.text(next + 1) == "based"
}

/// Whether a name stands where only a place does: "in Reading", not "a stake in Reading", "in Reading's accounts".
fn is_where(reader: &Reader<'_>, this: &Seen<'_>) -> bool {
    (this.kind.0.any(Classes::IN) || is_side(reader, this))
        && this.around.alone
        && !this.around.possessive
        && !reader.is_stake(this.spot.tokens.start.wrapping_sub(2))
        && !reader.is_digits(this.spot.tokens.end)
}

/// "east of Bristol", "on the outskirts of Bristol".
fn is_side(reader: &Reader<'_>, this: &Seen<'_>) -> bool {
    const SIDES: &[&str] = &[
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "outskirts",
        "outside",
        "suburb",
        "suburbs",
        "center",
        "centre",
    ];
    let start = this.spot.tokens.start;
    start > 1 && reader.text(start - 1) == "of" && SIDES.contains(&reader.text(start - 2))
}

/// The word after `'s`.
fn after_possessive(reader: &Reader<'_>, mut at: usize) -> usize {
    let last = at + 3;
    while at < last && matches!(reader.text(at), "s" | "'" | "’") {
        at += 1;
    }
    at
}

/// Whether a name needs proof at all: countries, wider regions and adjectives need none.
pub(crate) fn may_be_another(place: &Place<'_>, usage: NameUsage) -> bool {
    usage == NameUsage::Name && matches!(place.level, Level::Admin1 | Level::City)
}

/// Countries whose divisions the news names without them: Texas, Ontario, Queensland, Scotland.
const KNOWN_DIVISIONS: &[&str] = &["US", "CA", "AU", "GB"];

/// Whether a division is named without its country.
pub(crate) fn is_known_division(place: &Place<'_>) -> bool {
    let known = |country: Country| KNOWN_DIVISIONS.contains(&country.as_str());
    place.level == Level::Admin1 && !place.is_minor() && place.country.is_some_and(known)
}

/// What a story tells of a name that may be a place's.
#[expect(clippy::struct_excessive_bools, reason = "answers about one name, each by itself")]
#[derive(Clone, Copy)]
pub(crate) struct Told {
    pub(crate) proof: Proof,
    /// The story surely has something else in the place's country.
    pub(crate) known: bool,
    /// And in its division.
    pub(crate) division: bool,
    /// The name was a place before.
    pub(crate) read: bool,
    /// The classes of a name of one word: "Bank", "March" and "Centre" name a place only where nothing else fits.
    pub(crate) classes: Classes,
    /// [`is_held`].
    pub(crate) held: bool,
    /// [`is_contained`].
    pub(crate) contained: bool,
}

/// Whether a name that may be another is a place here.
pub(crate) fn is_place(this: &Seen<'_>, place: &Place<'_>, told: Told) -> bool {
    let Told { proof, known, read, .. } = told;
    let is_noun = told.classes != Classes::default() && !told.contained;
    let is_small = place.population < LARGE && !place.is_capital() && !place.is_famous();
    // in capitals a small place is one only if the story below says so
    let in_capitals = this.spot.zone == Zone::Capitals && !read && !told.held;
    // "County Mayo" is no word
    let is_word = place.is_word() && (this.spot.tokens.len() == 1 || !place.is_one_word());
    match place.level {
        Level::Country | Level::Macro | Level::Group | Level::Other => true,
        Level::City if is_noun && (is_small || told.classes.any(NO_NAME)) => false,
        Level::Admin1 if is_noun && !(known && by_kind(this, place) > 0) => false,
        Level::Admin1 if this.around.joins && !told.held && !is_known_division(place) => {
            known && proof > Proof::None
        }
        Level::Admin1 if place.is_one_word() && this.spot.tokens.len() > 1 => true,
        Level::Admin1 if is_word && place.is_one_word() => {
            // "by the road through Afar" in a story of Ethiopia
            by_kind(this, place) > 0 || known && proof == Proof::Strong && !this.around.first && !in_capitals
        }
        Level::Admin1 if is_word => known || proof == Proof::Strong || is_known_division(place),
        // "Westmeath built 300 spaces", where the story is of Ireland
        Level::Admin1
            if place.is_minor() && is_county(place) && known && !in_capitals && !place.is_person() =>
        {
            true
        }
        Level::Admin1 if place.is_minor() => !in_capitals && (known && proof > Proof::None || told.held),
        Level::Admin1 if place.population < FEW_PEOPLE && !is_known_division(place) => {
            known || proof > Proof::None || told.held
        }
        Level::Admin1 => !place.is_person() || proof > Proof::None || known,
        Level::City if place.is_doubtful() => proof == Proof::Strong && known,
        Level::City if in_capitals && is_small && this.spot.tokens.len() == 1 => false,
        Level::City if this.around.joins && is_small && !told.held => known && proof > Proof::None,
        Level::City if proof == Proof::Strong || place.population >= GREAT => true,
        Level::City if proof == Proof::Likely && place.population >= MIDDLING => true,
        Level::City if place.is_word() => {
            // a capital of the story's country acts: "Muscat imposed"
            let acts = place.is_capital() && known;
            let plain = (!this.around.first || acts) && this.spot.zone != Zone::Capitals;
            place.population >= LARGE && plain && (known || proof > Proof::None)
        }
        Level::City if place.is_person() => {
            place.population >= LARGE
                || (known || !is_small) && proof > Proof::None
                || told.division && place.population >= MIDDLING
        }
        Level::City => !is_small || known || proof > Proof::None && place.population >= MIDDLING,
    }
}

/// Words that are never said of a place alone, however large.
const NO_NAME: Classes = Classes::DAY.or(Classes::SMALL).or(Classes::MONEY);
