//! The places and their names, packed by `build.rs` from `data/` and looked up where they lie: nothing is built at start.
//!
//! A name is looked up by walking an fst over the text itself, letter by letter, each folded on the way (case, accents, kinds of
//! apostrophe and hyphen, white space), so that `SÃO PAULO` and `Sao\nPaulo` are one walk. [`Atlas::names_at`] gives every
//! name that ends at a word's end; a name's [`Sense`]s say which places it may be and how it must be written.
//!
//! Layouts, little-endian:
//! - `names.fst`: folded name → place of its senses in `postings.bin` (`<< 16`) and their number; `lower.fst`: those that may begin
//!   with a small letter;
//! - `firsts.bin`: a bit for each first word of a name by its key, so that most words begin no walk;
//! - `postings.bin`, 10 bytes a sense: place u32, usage/case/needs u8 (2 bits each), length u8 and place in the pool u32 of its exact form;
//! - `places.bin`, 48 bytes a place: level u8, marks u8, country 2 × u8, GeoNames id, population, latitude, longitude (1e-5 degrees),
//!   admin1's place, pool places of name, code, members (u32 each), their lengths and M49 (u16 each).

use std::ops::Range;

use article::Level;
use fst::Streamer;
use fst::raw::Fst;

use crate::text::{Token, key};
use crate::vocabulary::{Lists, Vocabulary};

/// Names and places.
pub(crate) struct Atlas {
    names: Fst<&'static [u8]>,
    lower: Fst<&'static [u8]>,
}

const POSTINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/postings.bin"));
const PLACES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.bin"));
const POOL: &str = include_str!(concat!(env!("OUT_DIR"), "/pool.txt"));
const FOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fold.bin"));
/// A bit for each first word of a name, at the low bits of its [`key`].
const FIRSTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/firsts.bin"));
const POSTING: usize = 10;
const PLACE: usize = 48;
const NOWHERE: [u8; PLACE] = {
    let mut row = [0; PLACE];
    let mut at = 12;
    while at < 24 {
        // no latitude, no longitude, no division
        row[at] = if at % 4 == 3 && at < 20 { 0x7f } else { 0xff };
        at += 1;
    }
    row
};

/// The place of a name that is none (`data/other-names.tsv`).
pub(crate) const NO_PLACE: u32 = u32::MAX;

/// One way to read a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sense {
    pub(crate) place: u32,
    pub(crate) usage: NameUsage,
    case: Case,
    pub(crate) needs: Needs,
    exact: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameUsage {
    Name,
    Demonym,
    /// Only before a hyphen: `Sino-`.
    Prefix,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// Begins with a capital; so do its longer words.
    Capital,
    Exact,
    Any,
}

/// What must stand around a name for it to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    Nothing,
    /// `Springfield, Ill.`
    Comma,
    /// `WA` in a story of Australia.
    Home,
}

/// ISO 3166-1 alpha-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Country([u8; 2]);

impl Country {
    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// A row of the places, or a landmark that only the story names: what decides between places is read, the rest when asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place<'a> {
    pub(crate) id: u32,
    pub(crate) level: Level,
    marks: u8,
    pub(crate) country: Option<Country>,
    pub(crate) population: u32,
    admin1: u32,
    /// A landmark's name; else empty.
    landmark: &'a str,
}

impl<'a> Place<'a> {
    /// A place that only the story names: Lake Naivasha. Equal names are one place.
    pub(crate) fn landmark(name: &'a str) -> Self {
        let id = (key(name) >> 33) as u32 | 1 << 31;
        Self { id, level: Level::Other, landmark: name, ..Self::read(u32::MAX) }
    }

    pub(crate) fn is_capital(&self) -> bool {
        self.marks & 1 != 0
    }

    /// An English word too (Reading, Nice).
    pub(crate) fn is_word(&self) -> bool {
        self.marks & 2 != 0
    }

    /// A person's name too (Houston, Jordan).
    pub(crate) fn is_person(&self) -> bool {
        self.marks & 4 != 0
    }

    /// More often something else.
    pub(crate) fn is_doubtful(&self) -> bool {
        self.marks & 8 != 0
    }

    /// A second-level division, or one whose code is withdrawn.
    pub(crate) fn is_minor(&self) -> bool {
        self.marks & 16 != 0
    }

    /// The id of the containing division of a city, or of the division itself.
    pub(crate) fn division_id(&self) -> Option<u32> {
        match self.level {
            Level::Admin1 => Some(self.id),
            _ => Some(self.admin1).filter(|id| *id != u32::MAX),
        }
    }

    /// The containing division of a city, or the division itself.
    pub(crate) fn division(&self) -> Option<Place<'static>> {
        self.division_id().map(Place::read)
    }

    pub(crate) fn name(&self) -> &'a str {
        if self.landmark.is_empty() { self.row().text(24, 36) } else { self.landmark }
    }

    /// Empty for a city and a landmark.
    pub(crate) fn code(&self) -> &'static str {
        self.row().text(28, 38)
    }

    pub(crate) fn members(&self) -> &'static str {
        self.row().text(32, 40)
    }

    pub(crate) fn geonames(&self) -> Option<u32> {
        Some(self.row().long(4)).filter(|id| *id != 0)
    }

    pub(crate) fn m49(&self) -> u16 {
        self.row().short(42)
    }

    pub(crate) fn lat(&self) -> Option<f64> {
        self.row().degrees(12)
    }

    pub(crate) fn lon(&self) -> Option<f64> {
        self.row().degrees(16)
    }

    fn row(&self) -> Row {
        Row::of(self.id)
    }

    pub(crate) fn read(id: u32) -> Self {
        let row = Row::of(id);
        let [level, marks, country @ .., _, _] = row.0.first_chunk::<6>().unwrap_or(&[0; 6]);
        Self {
            id,
            level: match level {
                0 => Level::Country,
                1 => Level::Admin1,
                2 => Level::City,
                3 => Level::Macro,
                4 => Level::Group,
                _ => Level::Other,
            },
            marks: *marks,
            country: (country[0] != 0).then_some(Country(*country)),
            population: row.long(8),
            admin1: row.long(20),
            landmark: "",
        }
    }
}

/// The bytes of a place.
#[derive(Clone, Copy)]
struct Row(&'static [u8; PLACE]);

impl Row {
    fn of(id: u32) -> Self {
        let row = PLACES.get(id as usize * PLACE..).and_then(<[u8]>::first_chunk);
        Self(row.unwrap_or(&NOWHERE))
    }

    fn short(self, at: usize) -> u16 {
        u16::from_le_bytes([self.0[at], self.0[at + 1]])
    }

    fn long(self, at: usize) -> u32 {
        u32::from_le_bytes([self.0[at], self.0[at + 1], self.0[at + 2], self.0[at + 3]])
    }

    fn degrees(self, at: usize) -> Option<f64> {
        let value = self.long(at).cast_signed();
        (value != i32::MAX).then(|| f64::from(value) / 1e5)
    }

    fn text(self, at: usize, len: usize) -> &'static str {
        pooled(self.long(at) as usize, usize::from(self.short(len)))
    }
}

fn pooled(at: usize, len: usize) -> &'static str {
    POOL.get(at..at + len).unwrap_or_default()
}

impl Atlas {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let names = include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"));
        let lower = include_bytes!(concat!(env!("OUT_DIR"), "/lower.fst"));
        let names = Fst::new(&names[..]).expect("build.rs wrote an fst");
        let lower = Fst::new(&lower[..]).expect("build.rs wrote an fst");
        let mut all = lower.stream();
        while let Some((name, _)) = all.next() {
            let end = name.iter().position(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
            let first = std::str::from_utf8(&name[..end.unwrap_or(name.len())]).unwrap_or_default();
            vocabulary.add(key(first), Lists::NAME);
        }
        Self { names, lower }
    }

    /// Whether a name may begin with a word of a text: with many that have a capital, and with a few that have none.
    pub(crate) fn may_begin(text: &str, word: &Token) -> bool {
        if !word.capital {
            return word.is_in(Lists::NAME);
        }
        let bit = usize::try_from(word.key % (FIRSTS.len() as u64 * 8)).unwrap_or(0);
        // names are entered in plain letters
        FIRSTS[bit / 8] & 1 << (bit % 8) != 0 || !text[word.range()].is_ascii()
    }

    /// The names that begin at a byte of the text and end at a word's end, the shortest first, each with its senses as written.
    pub(crate) fn names_at<'t>(
        &self,
        text: &'t str,
        start: usize,
        mut found: impl FnMut(Range<usize>, Senses<'t>),
    ) {
        let Some(first) = text.get(start..).and_then(|rest| rest.chars().next()) else { return };
        let fst = if first.is_uppercase() { &self.names } else { &self.lower };
        let mut node = fst.root();
        let mut output = 0;
        let mut letters = text[start..].char_indices().peekable();
        while let Some((offset, letter)) = letters.next() {
            let mut folded = [0; 2];
            let bytes = fold(letter, &mut folded);
            if letter.is_whitespace() {
                // a name may run over one line's end, not over an empty line
                let mut lines = u8::from(letter == '\n');
                while let Some((_, next)) = letters.next_if(|(_, next)| next.is_whitespace()) {
                    lines += u8::from(next == '\n');
                    if lines > 1 {
                        return;
                    }
                }
            }
            for byte in bytes {
                let Some(index) = node.find_input(*byte) else { return };
                let step = node.transition(index);
                output += step.out.value();
                node = fst.node(step.addr);
            }
            if node.is_final() {
                let end = start + offset + letter.len_utf8();
                let goes_on = letters.peek().is_some_and(|(_, next)| {
                    next.is_alphanumeric() && (letter != '.' || next.is_lowercase()) || is_mark(*next)
                });
                if !goes_on {
                    let value = output + node.final_output().value();
                    found(start..end, Senses { value, written: &text[start..end] });
                }
            }
        }
    }

    /// The place with a code, for lists in data that name places.
    #[cfg(test)]
    pub(crate) fn places() -> impl Iterator<Item = Place<'static>> {
        (0..u32::try_from(PLACES.len() / PLACE).unwrap_or(0)).map(Place::read)
    }
}

/// The senses of a name, read as they are asked for.
#[derive(Clone, Copy)]
pub(crate) struct Senses<'a> {
    value: u64,
    written: &'a str,
}

impl Senses<'_> {
    /// The senses that may be written so.
    pub(crate) fn iter(self) -> impl Iterator<Item = Sense> {
        let (at, count) = ((self.value >> 16) as usize, (self.value & 0xffff) as usize);
        let rows = POSTINGS.get(at..at + count * POSTING).unwrap_or_default();
        rows.chunks_exact(POSTING).filter_map(move |row| {
            let sense = Sense::read(row);
            sense.fits(self.written).then_some(sense)
        })
    }
}

impl Sense {
    fn read(row: &[u8]) -> Self {
        let number = |at: usize| u32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]]);
        Self {
            place: number(0),
            usage: match row[4] & 3 {
                0 => NameUsage::Name,
                1 => NameUsage::Demonym,
                _ => NameUsage::Prefix,
            },
            case: match row[4] >> 2 & 3 {
                0 => Case::Capital,
                1 => Case::Exact,
                _ => Case::Any,
            },
            needs: match row[4] >> 4 & 3 {
                0 => Needs::Nothing,
                1 => Needs::Comma,
                _ => Needs::Home,
            },
            exact: pooled(number(6) as usize, usize::from(row[5])),
        }
    }

    /// Whether the name is an abbreviation or acronym, whose capitals are part of it.
    pub(crate) fn is_exact(&self) -> bool {
        self.case == Case::Exact
    }

    fn fits(&self, written: &str) -> bool {
        match self.case {
            Case::Any => true,
            Case::Exact => self.exact.split_whitespace().eq(written.split_whitespace()),
            Case::Capital => {
                let mut first = true;
                written.split([' ', '-', '\n']).all(|word| {
                    let small = !first && word.len() <= 3;
                    first = false;
                    small || word.chars().next().is_none_or(|letter| !letter.is_lowercase())
                })
            }
        }
    }
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// A letter as names are keyed: small, plain.
fn fold(letter: char, buffer: &mut [u8; 2]) -> &[u8] {
    if letter.is_ascii() {
        buffer[0] = if letter.is_ascii_whitespace() { b' ' } else { letter as u8 }.to_ascii_lowercase();
        return &buffer[..1];
    }
    buffer[0] = match letter {
        '’' | '‘' | 'ʻ' => b'\'',
        '–' | '‐' | '‑' => b'-',
        letter if is_mark(letter) => return &[],
        letter if letter.is_whitespace() => b' ',
        letter => {
            let code = letter as usize;
            let row = match code {
                0xc0..0x250 => code - 0xc0,
                0x1e00..0x1f00 => code - 0x1e00 + (0x250 - 0xc0),
                _ => usize::MAX / 4,
            };
            let Some([first, second]) = FOLD.get(row * 2..row * 2 + 2) else { return &[0] };
            *buffer = [*first, *second];
            return if *second == 0 { &buffer[..1] } else { &buffer[..] };
        }
    };
    &buffer[..1]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(text: &str) -> Option<(String, Vec<&'static str>)> {
        let atlas = Atlas::new(&mut Vocabulary::default());
        let mut last = None;
        atlas.names_at(text, 0, |range, senses| {
            let places: Vec<_> = senses.iter().map(|sense| Place::read(sense.place).name()).collect();
            if !places.is_empty() {
                last = Some((text[range].to_owned(), places));
            }
        });
        last
    }

    #[test]
    fn one_walk_reads_accents_capitals_and_line_ends() {
        for text in ["São Paulo", "Sao Paulo", "SÃO PAULO", "Sa\u{303}o\nPaulo's"] {
            let (name, places) = longest(text).expect(text);
            assert!(places.contains(&"São Paulo"), "{text}: {name} {places:?}");
        }
    }

    #[test]
    fn the_longest_name_wins_and_capitals_count() {
        assert_eq!(longest("northeast China's Jilin").expect("a macro-region").1, ["Northeast China"]);
        assert_eq!(longest("U.S. duties").expect("a country").1, ["United States"]);
        assert_eq!(longest("us and them"), None);
        assert_eq!(longest("Us and them"), None);
        assert_eq!(longest("china"), None);
        assert_eq!(longest("Guinea-Bissau sent").expect("a country").1, ["Guinea-Bissau"]);
    }

    #[test]
    fn every_country_is_there_with_its_codes() {
        let countries: Vec<_> = Atlas::places().filter(|place| place.level == Level::Country).collect();
        assert!(countries.len() > 245);
        let china = countries.iter().find(|place| place.code() == "CN").expect("China");
        assert_eq!((china.geonames(), china.m49()), (Some(1_814_991), 156));
    }
}
