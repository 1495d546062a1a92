//! What a comma says: "Silao, Mexico" lies in Mexico, whatever the tables know of towns of that name.
//!
//! A wider place behind a comma holds the town before it, if the comma closes again (`, Mexico,` `, Mexico.`) and the two do not stand in a
//! list ("Beijing, India and Brazil"). "In London, Germany's minister" and "In Geneva, Iran said" hold nothing.

use article::Level;

use super::around::Reader;
use super::atlas::{Needs, Place};
use super::link::{Seen, is_in};
use super::proof::is_known_division;
use super::spot::Zone;

/// The countries whose divisions the tables know of every town.
const WITH_DIVISIONS: &[&str] = &["US", "CA", "AU"];

/// The place behind the comma, if it surely holds the town before it.
pub(super) fn holder<'s, 'a>(
    reader: &Reader<'_>,
    seen: &'s [Seen<'a>],
    index: usize,
) -> Option<&'s Seen<'a>> {
    let this = &seen[index];
    let at = this.after_comma?;
    let holder = &seen[at];
    let wide = !holder.spot.is_demonym() && wider(holder).next().is_some();
    if reader.text(this.spot.tokens.end) != "," || !wide || !holder.is_place() || holder.around.possessive {
        return None;
    }
    if this.spot.zone == Zone::Dateline {
        return Some(holder);
    }
    let end = holder.spot.tokens.end;
    let closed = match reader.text(end) {
        "," => !is_listed(reader, seen, index, at),
        "." | ";" | ":" | ")" | "–" | "—" => !follows_another(reader, seen, index),
        _ => reader.parted(end - 1, end) && !follows_another(reader, seen, index),
    };
    closed.then_some(holder)
}

/// Whether the comma before a town's holder closes again, whatever stands before the town: "Florence and Muscle Shoals, Alabama,".
pub(super) fn closes(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize) -> bool {
    let Some(holder) = seen[index].after_comma.map(|holder| &seen[holder]) else { return false };
    let end = holder.spot.tokens.end;
    reader.text(seen[index].spot.tokens.end) == ","
        && !holder.around.possessive
        && (matches!(reader.text(end), "," | "." | ";" | ":" | ")") || reader.parted(end - 1, end))
}

/// Whether a comma between a capital and a country may be a list's: "between Brussels, Canada and Japan" names no Brussels of Ontario.
pub(super) fn may_be_list(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize) -> bool {
    let this = &seen[index];
    let Some(next) = this.after_comma.map(|next| &seen[next]) else { return false };
    let is_country = next.spot.known().any(|(_, place)| place.level == Level::Country);
    let is_capital = this.spot.known().any(|(_, place)| place.is_capital() && !is_in(place, next));
    reader.text(this.spot.tokens.end) == ","
        && is_country
        && is_capital
        && holder(reader, seen, index).is_none()
}

/// The places that may hold a town, of those that a spot may be.
fn wider<'s, 'a>(spot: &'s Seen<'a>) -> impl Iterator<Item = &'s Place<'a>> {
    let senses = spot.spot.senses.iter().filter(|(sense, _)| sense.needs != Needs::Holder);
    senses.map(|(_, place)| place).filter(|place| match place.level {
        Level::Country | Level::Admin1 => true,
        Level::Macro | Level::Other => place.country.is_some(),
        Level::City | Level::Group => false,
    })
}

/// Whether a list goes on behind the two: "Beijing, India, Brazil", "Beijing, India, and Brazil".
fn is_listed(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize, holder: usize) -> bool {
    let end = seen[holder].spot.tokens.end;
    let next = seen.get(holder + 1).map_or(usize::MAX, |next| next.spot.tokens.start);
    let small = |token: &usize| matches!(reader.text(*token), "and" | "or" | "the");
    let skipped = (end + 1..end + 3).take_while(small).count();
    next == end + 1 + skipped || follows_another(reader, seen, index)
}

/// Whether another place stands before the town, a comma between them: "Kyiv, Moscow, Ukraine".
fn follows_another(reader: &Reader<'_>, seen: &[Seen<'_>], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| &seen[before]) else { return false };
    let gap = before.spot.tokens.end..seen[index].spot.tokens.start;
    gap.len() == 1 && matches!(reader.text(gap.start), "," | "and")
        || gap.len() == 2 && reader.text(gap.start) == "," && reader.text(gap.start + 1) == "and"
}

/// Whether a place cannot be what stands before the comma, since it does not lie in what stands behind it.
pub(super) fn is_outside(place: &Place<'_>, holder: &Seen<'_>) -> bool {
    if is_in(place, holder) {
        return false;
    }
    let mut holders = wider(holder);
    match place.level {
        // "Jordan, Minnesota"; others are a list: "Peru, Georgia"
        Level::Country => holders.all(is_known_division),
        Level::Admin1 => holders.all(|holder| holder.country != place.country),
        Level::City => holders.all(|holder| {
            let known = holder.country.is_some_and(|country| WITH_DIVISIONS.contains(&country.as_str()));
            holder.country != place.country || known && holder.level == Level::Admin1 && !holder.is_minor()
        }),
        _ => false,
    }
}
