//! Whether a name that may be a place is one here: what the words beside it prove, and how much proof the name needs.
//!
//! Countries and wider regions need none. A city whose name is an English word (Reading, Nice), a person's (Houston, Jordan) or
//! mostly something else (Toyota) needs the more the smaller it is.

use article::Level;

use super::around::Reader;
use super::atlas::{NameUsage, Place};
use super::link::{Seen, by_kind, may_contain};
use super::spot::Zone;
use super::words::Classes;

/// How strongly the words beside a name say that it is a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Proof {
    None,
    /// A preposition that people take too: of, for, with.
    Weak,
    Strong,
}

/// From this size on a city is meant by its name although that is a word or a person's name too.
const GREAT: u32 = 2_000_000;
const LARGE: u32 = 300_000;
const MIDDLING: u32 = 100_000;

pub(crate) fn proof(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize) -> Proof {
    let this = &seen[index];
    let (before, after) = this.kind;
    let next = this.spot.tokens.end;
    let contained = this.after_comma.is_some_and(|holder| may_contain(this, &seen[holder]));
    let contains =
        index > 0 && seen[index - 1].after_comma == Some(index) && may_contain(&seen[index - 1], this);
    let strong = this.spot.zone == Zone::Dateline
        || contained
        || contains
        || this.around.possessive && reader.classes(after_possessive(reader, next)).any(Classes::POLITY)
        || reader.text(next) == "-" && reader.text(next + 1) == "based"
        || after.any(Classes::PROVES)
        || before.any(Classes::PROVES)
        || before.any(Classes::IN) && this.around.alone;
    if strong {
        Proof::Strong
    } else if this.before.any(Classes::AT) {
        Proof::Weak
    } else {
        Proof::None
    }
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

/// Whether a name that may be another is a place here; `known` says that the story surely has something else in the place's country.
pub(crate) fn is_place(this: &Seen<'_>, place: &Place<'_>, proof: Proof, known: bool) -> bool {
    match place.level {
        Level::Country | Level::Macro | Level::Group | Level::Other => true,
        Level::Admin1 if place.is_word() && place.is_one_word() => by_kind(this, place) > 0,
        Level::Admin1 if place.is_minor() => proof == Proof::Strong || proof == Proof::Weak && known,
        Level::Admin1 => !place.is_person() || proof > Proof::None || known,
        Level::City if place.is_doubtful() => proof == Proof::Strong && known,
        Level::City if proof == Proof::Strong || place.population >= GREAT => true,
        Level::City if place.is_word() => {
            let plain = !this.around.first && this.spot.zone != Zone::Capitals;
            place.population >= LARGE && plain && (known || proof > Proof::None)
        }
        Level::City if place.is_person() => place.population >= LARGE || known && proof > Proof::None,
        Level::City => place.population >= MIDDLING || known || proof > Proof::None,
    }
}
