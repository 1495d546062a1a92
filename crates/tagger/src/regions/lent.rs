//! Names that a place has lent to something else: titles in quotation marks, ships, accords. The place inside is no mention.
//!
//! - a **title** stands in quotation marks and has capitals throughout ("Paris, Texas"); what is said in them has small letters;
//! - a **ship** stands behind its kind or its sign (the ferry Estonia, the cruise ships Norwegian Star and Norwegian Pearl, USS Iowa);
//! - an **accord** is called after the city where it was signed, in small letters too (the Kyoto protocol, the Doha round).

use article::Level;

use super::around::Reader;
use super::spot::{Spot, Zone};
use super::words::Classes;
use crate::vocabulary::Filter;

/// Words of a title.
const LONGEST: usize = 7;
/// Small words that are small in titles too have no more letters than this.
const SMALL: usize = 3;
/// What goes by a name of its own at sea.
const SHIPS: &[&str] = &[
    "tanker",
    "supertanker",
    "freighter",
    "ferry",
    "liner",
    "yacht",
    "trawler",
    "frigate",
    "destroyer",
    "submarine",
    "warship",
    "cruiser",
    "battleship",
    "corvette",
    "tug",
    "tugboat",
    "schooner",
    "steamer",
    "containership",
    "icebreaker",
    "ship",
    "vessel",
    "tankers",
    "supertankers",
    "freighters",
    "ferries",
    "liners",
    "yachts",
    "trawlers",
    "frigates",
    "destroyers",
    "submarines",
    "warships",
    "cruisers",
    "battleships",
    "tugs",
    "tugboats",
    "steamers",
    "containerships",
    "icebreakers",
    "ships",
    "vessels",
];
/// What stands before a ship's name as a part of it.
const SIGNS: &[&str] =
    &["USS", "HMS", "MV", "MT", "SS", "INS", "RMS", "HMAS", "HMCS", "USNS", "USCGC", "M/V", "M/T"];
/// What is done to ships: "the tanker Iran seized" is Iran's deed and not a ship of that name.
const TAKEN: &[&str] = &[
    "seized",
    "captured",
    "detained",
    "boarded",
    "attacked",
    "hijacked",
    "bought",
    "sold",
    "built",
    "chartered",
    "leased",
    "sent",
    "released",
    "holds",
    "is",
    "was",
    "had",
    "has",
    "said",
    "says",
    "will",
];
/// How far before a name the kind of the first ship of a list stands.
const FLEET: usize = 16;
/// What is signed somewhere and called after it.
const ACCORDS: &[&str] = &["round", "protocol", "convention", "conventions"];

impl Reader<'_> {
    /// Whether a spot stands in the name of a title, a ship, an accord; `first` and `last` are the ends of its capitalised name beside it.
    pub(super) fn is_lent(&self, spot: &Spot<'_>, first: Option<usize>, last: Option<usize>) -> bool {
        let first = first.unwrap_or(spot.tokens.start);
        let last = last.unwrap_or(spot.tokens.end - 1);
        spot.zone != Zone::Dateline
            && (self.is_accord(spot) || self.is_ship(spot, first, last) || self.is_title(spot))
    }

    /// Whether a spot stands in a title: quotation marks around a few words with capitals, nothing else between them.
    fn is_title(&self, spot: &Spot<'_>) -> bool {
        if spot.zone == Zone::Capitals {
            return false;
        }
        let (mut first, mut end) = (spot.tokens.start, spot.tokens.end);
        while first > 0 && end - first < LONGEST && self.is_titles(first - 1) {
            first -= 1;
        }
        while end - first < LONGEST && self.is_titles(end) {
            end += 1;
        }
        let opened = first > 0 && self.is_quote(first - 1) && self.glued(first - 1);
        // "Casablanca," has its comma within the marks
        let close = if matches!(self.text(end), "," | "." | "!" | "?") { end + 1 } else { end };
        if !opened || !self.is_quote(close) || !self.glued(close - 1) || !self.glued(end - 1) {
            return false;
        }
        let whole = first == spot.tokens.start && end == spot.tokens.end;
        let is_region = |level: Level| !matches!(level, Level::City | Level::Admin1 | Level::Country);
        // a region may be called so in quotation marks: "Golden Triangle"
        if whole && (spot.is_demonym() || spot.known().any(|(_, place)| is_region(place.level))) {
            return false;
        }
        // said, by somebody: "Texas," he said
        let said = |token: usize| self.classes(token).any(Classes::SPEECH) && !self.is_capital(token);
        !said(close + 1) && !said(close + 2)
    }

    /// Whether a word may stand in a title.
    fn is_titles(&self, token: usize) -> bool {
        let text = self.text(token);
        self.is_capital(token)
            || text == ","
            || matches!(text, "'" | "’")
            || text.len() <= SMALL && text.bytes().all(|byte| byte.is_ascii_lowercase()) && !text.is_empty()
            || matches!(text, "from" | "with" | "into")
    }

    fn is_quote(&self, token: usize) -> bool {
        matches!(self.text(token), "\"" | "“" | "”")
    }

    /// Whether a spot stands in a ship's name, which runs from `first` to `last`.
    fn is_ship(&self, spot: &Spot<'_>, first: usize, last: usize) -> bool {
        if (first..spot.tokens.start).any(|token| SIGNS.contains(&self.text(token))) {
            return true;
        }
        let Some(before) = first.checked_sub(1) else { return false };
        let mut kind = before;
        // the ships A, B and C
        while matches!(self.text(kind), "," | "and") && kind > 0 && before - kind < FLEET {
            kind -= 1;
            while kind > 0 && (self.is_capital(kind) || matches!(self.text(kind), "of" | ".")) {
                kind -= 1;
            }
        }
        let listed = kind != before;
        // most names stand behind no ship
        if !self.may_be_ship(kind)
            || !SHIPS.contains(&self.text(kind))
            || listed && !self.text(kind).ends_with('s')
        {
            return false;
        }
        // "Cuba will ship China no sugar"
        let article = |token: usize| matches!(self.text(token), "the" | "The" | "a" | "A" | "its" | "THE");
        let ahead = kind.wrapping_sub(1);
        let noun = article(ahead) || !self.classes(ahead).any(Classes::SMALL);
        let named = article(ahead) || noun && article(ahead.wrapping_sub(1));
        if !noun {
            return false;
        }
        // an adjective alone is the next word's: "the ship Chinese officials boarded"
        let long = last > spot.tokens.end - 1 || first < spot.tokens.start;
        let next = self.text(last + 1);
        let owned = matches!(next, "'" | "’");
        long || listed || named && !spot.is_adjective() && !owned && !TAKEN.contains(&next)
    }

    /// Whether a word is like one of [`SHIPS`].
    fn may_be_ship(&self, token: usize) -> bool {
        const KEYS: &Filter = &Filter::of(SHIPS);
        self.story.tokens.get(token).is_some_and(|token| KEYS.may_have(token.key))
    }

    /// Whether a spot is the city that an accord is called after: "the Kyoto protocol". Adjectives are whose accord it is.
    fn is_accord(&self, spot: &Spot<'_>) -> bool {
        let kind = self.text(spot.tokens.end);
        if !ACCORDS.contains(&kind) || spot.is_adjective() || spot.tokens.start == 0 {
            return false;
        }
        let before = self.text(spot.tokens.start - 1);
        let is_city = spot.senses.iter().any(|(_, place)| place.level == Level::City);
        // of countries only the rounds of talks are called so: the Uruguay round
        let named = is_city && !spot.may_be_country() || kind == "round";
        named && matches!(before, "the" | "The" | "THE" | "of" | "’s" | "s")
    }
}
