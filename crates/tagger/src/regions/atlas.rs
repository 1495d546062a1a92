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
//! - `pairs.bin`: a bit for each first two words of a name with a blank between them, so that most walks end with the first;
//! - `starts.bin`, 16 bytes a slot of a hash table: where the walk of `names.fst` stands after a first word: the high half of the
//!   word's key u32, the node's address + 1 u32 (0: empty), what it has put out u64, with the highest bit where a name ends there; a slot is found by the low bits of the key;
//! - `postings.bin`, 10 bytes a sense: place u32, usage/case/needs u8 (2 bits each), length u8 and place in the pool u32 of its exact form;
//! - `places.bin`, 48 bytes a place: level u8 (its highest bit: a division that keeps its name before its city), marks u8, country 2 × u8, GeoNames id, population, latitude, longitude (1e-5 degrees),
//!   admin1's place, pool places of name, code, members (u32 each), their lengths and M49 (u16 each).

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use article::Level;
use fst::Streamer;
use fst::raw::{Fst, Node};

use super::geonames;
use crate::text::{Token, TokenKind, key};
use crate::vocabulary::{ByKey, Lists, Vocabulary};

/// What `build.rs` packs the tables with.
#[path = "../../build/gazetteer.rs"]
mod pack;

/// Names and places.
pub(crate) struct Atlas {
    names: Fst<Bytes>,
    lower: Fst<Bytes>,
    firsts: Bytes,
    pairs: Bytes,
    starts: Bytes,
    /// The same of `lower.fst`, by the word's key.
    lower_starts: HashMap<u64, Start, ByKey>,
    postings: Bytes,
    places: Bytes,
    pool: Cow<'static, str>,
    /// Numbers of all places but cities, made when a story first wants one by its code.
    by_code: OnceLock<HashMap<Box<str>, u32>>,
}

/// Tables that are part of the program, or made from a user's gazetteer.
type Bytes = Cow<'static, [u8]>;

const FOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fold.bin"));
const POSTING: usize = 10;
const PLACE: usize = 48;
const START: usize = 16;
/// Bytes of the bits of first words, as in `build/gazetteer.rs`.
const FIRSTS: usize = 1 << 16;
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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameUsage {
    Name,
    Demonym,
    /// Only before a hyphen: `Sino-`.
    Prefix,
    /// Only in a dateline: `KUWAIT, Aug 3`.
    Filed,
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
    /// A small town: its state or country, `Paris, Tenn.`.
    Holder,
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
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    atlas: &'a Atlas,
    pub(crate) id: u32,
    pub(crate) level: Level,
    marks: u8,
    /// A division that keeps its name before the city of that name: Jilin.
    keeps_name: bool,
    pub(crate) country: Option<Country>,
    pub(crate) population: u32,
    admin1: u32,
    /// A landmark's name; else empty.
    landmark: &'a str,
}

impl<'a> Place<'a> {
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

    /// A division that is meant by its name before the city of that name is, which is neither its largest nor has a sixth of its people.
    pub(crate) fn keeps_name(&self) -> bool {
        self.keeps_name
    }

    /// A county of a state: of many the tables know the name alone, and the story which it is.
    pub(crate) fn is_county(&self) -> bool {
        self.level == Level::Other && self.is_minor()
    }

    /// GeoNames knows it.
    pub(crate) fn is_in_geonames(&self) -> bool {
        self.marks & 32 != 0
    }

    /// Known the world over, more than its size says: Venice.
    pub(crate) fn is_famous(&self) -> bool {
        self.marks & 128 != 0
    }

    /// Its name is one word.
    pub(crate) fn is_one_word(&self) -> bool {
        self.marks & 64 == 0
    }

    /// The id of the containing division of a city, or of the division itself.
    pub(crate) fn division_id(&self) -> Option<u32> {
        match self.level {
            Level::Admin1 => Some(self.id),
            _ => Some(self.admin1).filter(|id| *id != u32::MAX),
        }
    }

    /// The containing division of a city, or the division itself.
    pub(crate) fn division(&self) -> Option<Place<'a>> {
        self.division_id().map(|id| self.atlas.place(id))
    }

    pub(crate) fn name(&self) -> &'a str {
        if self.landmark.is_empty() { self.text(24, 36) } else { self.landmark }
    }

    /// Empty for a city and a landmark.
    pub(crate) fn code(&self) -> &'a str {
        self.text(28, 38)
    }

    pub(crate) fn members(&self) -> &'a str {
        self.text(32, 40)
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

    /// The same in a country and a division.
    pub(crate) fn within(self, country: Option<Country>, division: Option<u32>) -> Self {
        Place { country, admin1: division.unwrap_or(u32::MAX), ..self }
    }

    fn row(&self) -> Row<'a> {
        self.atlas.row(self.id)
    }

    fn text(&self, at: usize, len: usize) -> &'a str {
        let row = self.row();
        self.atlas.pooled(row.long(at) as usize, usize::from(row.short(len)))
    }
}

/// The bytes of a place.
#[derive(Clone, Copy)]
struct Row<'a>(&'a [u8; PLACE]);

impl Row<'_> {
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
}

impl Atlas {
    /// The tables that are part of the program.
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let names = include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"));
        let lower = include_bytes!(concat!(env!("OUT_DIR"), "/lower.fst"));
        let fst = |bytes| Fst::new(Cow::Borrowed(bytes)).expect("build.rs wrote an fst");
        let mut atlas = Self {
            names: fst(&names[..]),
            lower: fst(&lower[..]),
            firsts: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/firsts.bin"))),
            pairs: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/pairs.bin"))),
            starts: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/starts.bin"))),
            postings: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/postings.bin"))),
            places: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/places.bin"))),
            pool: Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), "/pool.txt"))),
            by_code: OnceLock::new(),
            lower_starts: HashMap::with_hasher(ByKey),
        };
        atlas.enter(vocabulary);
        atlas
    }

    /// The built-in tables with the cities of another gazetteer; names and marks of a city that both have are kept.
    pub(crate) fn with_cities(vocabulary: &mut Vocabulary, cities: &geonames::Cities) -> Self {
        let built_in = Self::new(&mut Vocabulary::default());
        let mut packed = pack::pack(&|name: &str| geonames::table(name, &cities.rows));
        let mut all = built_in.names.stream();
        while let Some((name, value)) = all.next() {
            let Ok(name) = std::str::from_utf8(name) else { continue };
            let (at, count) = ((value.value() >> 16) as usize, (value.value() & 0xffff) as usize);
            let rows = built_in.postings.get(at..at + count * POSTING).unwrap_or_default();
            for row in rows.as_chunks::<POSTING>().0 {
                let place = built_in.place(u32::from_le_bytes([row[0], row[1], row[2], row[3]]));
                // what the built-in tables ask of a small town they ask because it is new to them
                if row[4] >> 4 & 3 == 3 {
                    continue;
                }
                if let (Level::City, Some(id)) = (place.level, place.geonames()) {
                    let exact = u32::from_le_bytes([row[6], row[7], row[8], row[9]]);
                    packed.also(id, name, row[4], built_in.pooled(exact as usize, usize::from(row[5])));
                }
            }
        }
        let [names, lower, firsts, pairs, starts, postings, places, pool, _] =
            packed.files().map(|(_, bytes)| bytes);
        let mut atlas = Self {
            names: Fst::new(Cow::Owned(names)).expect("it was written a moment ago"),
            lower: Fst::new(Cow::Owned(lower)).expect("it was written a moment ago"),
            firsts: Cow::Owned(firsts),
            pairs: Cow::Owned(pairs),
            starts: Cow::Owned(starts),
            postings: Cow::Owned(postings),
            places: Cow::Owned(places),
            pool: Cow::Owned(String::from_utf8(pool).unwrap_or_default()),
            by_code: OnceLock::new(),
            lower_starts: HashMap::with_hasher(ByKey),
        };
        atlas.enter(vocabulary);
        atlas
    }

    /// Enters the first words of names that may begin with a small letter.
    fn enter(&mut self, vocabulary: &mut Vocabulary) {
        let mut all = self.lower.stream();
        while let Some((name, _)) = all.next() {
            let end = name.iter().position(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
            let first = std::str::from_utf8(&name[..end.unwrap_or(name.len())]).unwrap_or_default();
            vocabulary.add(key(first), Lists::NAME);
            self.lower_starts.entry(key(first)).or_insert_with(|| {
                let mut walk = Walk { fst: &self.lower, node: self.lower.root(), output: 0 };
                // the name goes this way
                let _ = first.bytes().try_for_each(|byte| walk.step(byte));
                Start { node: walk.node.addr(), output: walk.output, ends: walk.node.is_final() }
            });
        }
    }

    /// Whether a name may begin with a word of a text: with many that have a capital, and with a few that have none.
    pub(crate) fn may_begin(&self, text: &str, word: &Token<'_>) -> bool {
        if !word.capital {
            return word.is_in(Lists::NAME);
        }
        let bit = usize::try_from(word.key & (FIRSTS as u64 * 8 - 1)).unwrap_or(0);
        // names are entered in plain letters
        self.firsts.get(bit / 8).is_some_and(|bits| bits & 1 << (bit % 8) != 0)
            || !text[word.range()].is_ascii()
    }

    /// Where the walk of the names stands after a first word of plain letters: the node and what it has put out.
    fn start(&self, key: u64) -> Option<Start> {
        let slots = self.starts.len() / START;
        let mut slot = usize::try_from(key).unwrap_or(0) & (slots - 1);
        loop {
            let row: &[u8; START] = self.starts.get(slot * START..)?.first_chunk()?;
            let (check, rest) = row.split_first_chunk::<4>()?;
            let (node, output) = rest.split_first_chunk::<4>()?;
            let node = u32::from_le_bytes(*node).checked_sub(1)?;
            if u64::from(u32::from_le_bytes(*check)) == key >> 32 {
                let output = u64::from_le_bytes(*output.first_chunk()?);
                let ends = output >> 63 != 0;
                return Some(Start { node: node as usize, output: output & (u64::MAX >> 1), ends });
            }
            slot = (slot + 1) & (slots - 1);
        }
    }

    /// Whether a name may go on behind its first word, which is of plain letters.
    fn may_go_on(&self, text: &str, word: &Token<'_>, next: Option<&Token<'_>>) -> bool {
        match text.as_bytes().get(word.end) {
            None => false,
            Some(byte) if byte.is_ascii_whitespace() => match next {
                Some(next) if next.kind == TokenKind::Word && text[next.range()].is_ascii() => {
                    let bit = pack::pair(word.key, next.key);
                    self.pairs.get(bit / 8).is_some_and(|bits| bits & 1 << (bit % 8) != 0)
                }
                next => next.is_some(),
            },
            Some(byte) => !ENDS_A_NAME.contains(byte),
        }
    }

    /// The names that begin with a word of the text (that of a token) and end at a word's end, the shortest first, each with its
    /// senses as written.
    pub(crate) fn names_at<'a>(
        &'a self,
        text: &'a str,
        tokens: &[Token<'_>],
        index: usize,
        mut found: impl FnMut(Range<usize>, Senses<'a>),
    ) {
        let Some(word) = tokens.get(index) else { return };
        let start = word.start;
        let (fst, behind_first) = if word.capital {
            (&self.names, self.start(word.key))
        } else {
            (&self.lower, self.lower_starts.get(&word.key).copied())
        };
        let mut walk = if let Some(behind) = behind_first {
            let goes_on_there = self.may_go_on(text, word, tokens.get(index + 1));
            if !behind.ends && !goes_on_there {
                return;
            }
            let mut walk = Walk { fst, node: fst.node(behind.node), output: behind.output };
            if let Some(value) = walk.ends()
                && !goes_on(text, word.end, false)
            {
                found(word.range(), Senses { atlas: self, value, written: &text[word.range()] });
            }
            if goes_on_there {
                walk.go_on(text, word.end, |end, value| {
                    found(start..end, Senses { atlas: self, value, written: &text[start..end] });
                });
            }
            return;
        } else if text[word.range()].is_ascii() {
            return;
        } else {
            Walk { fst, node: fst.root(), output: 0 }
        };
        walk.go_on(text, start, |end, value| {
            found(start..end, Senses { atlas: self, value, written: &text[start..end] });
        });
    }

    /// The senses of a whole name in plain small letters, as a text has written it.
    pub(crate) fn named<'a>(&'a self, name: &str, written: &'a str) -> Option<Senses<'a>> {
        let value = self.names.get(name)?.value();
        Some(Senses { atlas: self, value, written })
    }

    pub(crate) fn place(&self, id: u32) -> Place<'_> {
        let row = self.row(id);
        let [level, marks, country @ .., _, _] = row.0.first_chunk::<6>().unwrap_or(&[0; 6]);
        Place {
            atlas: self,
            id,
            keeps_name: level & 0x80 != 0,
            level: match level & 0x7f {
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

    /// A place that only the story names: Lake Naivasha. Equal names are one place.
    pub(crate) fn landmark<'a>(&'a self, name: &'a str) -> Place<'a> {
        let id = (key(name) >> 33) as u32 | 1 << 31;
        Place { id, level: Level::Other, landmark: name, ..self.place(u32::MAX) }
    }

    /// A town that only the story names, by what holds it: the Quintana of Texas.
    pub(crate) fn town<'a>(&'a self, name: &'a str, holder: &Place<'a>) -> Place<'a> {
        let admin1 = holder.division_id().unwrap_or(u32::MAX);
        Place { level: Level::City, country: holder.country, admin1, ..self.landmark(name) }
    }

    fn row(&self, id: u32) -> Row<'_> {
        let row = self.places.get(id as usize * PLACE..).and_then(<[u8]>::first_chunk);
        Row(row.unwrap_or(&NOWHERE))
    }

    fn pooled(&self, at: usize, len: usize) -> &str {
        self.pool.get(at..at + len).unwrap_or_default()
    }

    /// The country, division or wider region of a code.
    pub(crate) fn coded(&self, code: &str) -> Option<Place<'_>> {
        let by_code = self.by_code.get_or_init(|| {
            let mut by_code = HashMap::new();
            for place in self.places().filter(|place| place.level != Level::City && !place.code().is_empty())
            {
                by_code.entry(place.code().into()).or_insert(place.id);
            }
            by_code
        });
        by_code.get(code).map(|id| self.place(*id))
    }

    /// All places.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place<'_>> {
        (0..u32::try_from(self.places.len() / PLACE).unwrap_or(0)).map(|id| self.place(id))
    }
}

/// Where the walk of the names stands behind a first word.
#[derive(Clone, Copy)]
struct Start {
    node: usize,
    output: u64,
    /// A name ends there.
    ends: bool,
}

/// Signs behind which no name goes on.
const ENDS_A_NAME: &[u8] = b",)\":;";

/// A walk through names, letter by letter.
struct Walk<'a> {
    fst: &'a Fst<Bytes>,
    node: Node<'a>,
    output: u64,
}

impl Walk<'_> {
    /// The value of the name that ends here.
    fn ends(&self) -> Option<u64> {
        self.node.is_final().then(|| self.output + self.node.final_output().value())
    }

    fn step(&mut self, byte: u8) -> Option<()> {
        let step = self.node.transition(self.node.find_input(byte)?);
        self.output += step.out.value();
        self.node = self.fst.node(step.addr);
        Some(())
    }

    /// Walks on from a byte of the text as long as names go on, and shows each that ends with a word.
    fn go_on(&mut self, text: &str, mut at: usize, mut found: impl FnMut(usize, u64)) {
        let bytes = text.as_bytes();
        while let Some(byte) = bytes.get(at).copied() {
            let mut stop = false;
            if byte.is_ascii() {
                if ENDS_A_NAME.contains(&byte) {
                    return;
                }
                at += 1;
                let space = byte.is_ascii_whitespace();
                if self.step(if space { b' ' } else { byte.to_ascii_lowercase() }).is_none() {
                    return;
                }
                if space && skip_space(text, &mut at, byte == b'\n').is_none() {
                    return;
                }
                stop = byte == b'.';
            } else {
                let Some(letter) = text[at..].chars().next() else { return };
                at += letter.len_utf8();
                let mut folded = [0; 2];
                for byte in fold(letter, &mut folded) {
                    if self.step(*byte).is_none() {
                        return;
                    }
                }
                if letter.is_whitespace() && skip_space(text, &mut at, false).is_none() {
                    return;
                }
            }
            if let Some(value) = self.ends()
                && !goes_on(text, at, stop)
            {
                found(at, value);
            }
        }
    }
}

/// Skips white space inside a name, which may run over one line's end, not over an empty line.
fn skip_space(text: &str, at: &mut usize, newline: bool) -> Option<()> {
    let mut lines = u8::from(newline);
    while let Some(next) = text[*at..].chars().next().filter(|next| next.is_whitespace()) {
        *at += next.len_utf8();
        lines += u8::from(next == '\n');
        if lines > 1 {
            return None;
        }
    }
    Some(())
}

/// Whether a word goes on at a byte; after a stop only with a small letter.
fn goes_on(text: &str, at: usize, after_stop: bool) -> bool {
    match text.as_bytes().get(at) {
        None => false,
        Some(byte) if byte.is_ascii() => {
            byte.is_ascii_alphanumeric() && (!after_stop || byte.is_ascii_lowercase())
        }
        Some(_) => text[at..].chars().next().is_some_and(|next| {
            next.is_alphanumeric() && (!after_stop || next.is_lowercase()) || is_mark(next)
        }),
    }
}

/// The senses of a name, read as they are asked for.
#[derive(Clone, Copy)]
pub(crate) struct Senses<'a> {
    atlas: &'a Atlas,
    value: u64,
    written: &'a str,
}

impl<'a> Senses<'a> {
    /// The senses that may be written so.
    pub(crate) fn iter(self) -> impl Iterator<Item = Sense> + 'a {
        let (at, count) = ((self.value >> 16) as usize, (self.value & 0xffff) as usize);
        let rows = self.atlas.postings.get(at..at + count * POSTING).unwrap_or_default();
        let (rows, _) = rows.as_chunks::<POSTING>();
        rows.iter().filter_map(move |row| {
            let sense = Sense::read(row);
            let exact = || {
                let at = u32::from_le_bytes([row[6], row[7], row[8], row[9]]);
                self.atlas.pooled(at as usize, usize::from(row[5]))
            };
            sense.fits(self.written, exact).then_some(sense)
        })
    }
}

impl Sense {
    fn read(row: &[u8; POSTING]) -> Self {
        Self {
            place: u32::from_le_bytes([row[0], row[1], row[2], row[3]]),
            usage: match row[4] & 3 {
                0 => NameUsage::Name,
                1 => NameUsage::Demonym,
                2 => NameUsage::Prefix,
                _ => NameUsage::Filed,
            },
            case: match row[4] >> 2 & 3 {
                0 => Case::Capital,
                1 => Case::Exact,
                _ => Case::Any,
            },
            needs: match row[4] >> 4 & 3 {
                0 => Needs::Nothing,
                1 => Needs::Comma,
                2 => Needs::Home,
                _ => Needs::Holder,
            },
        }
    }

    /// Where a name of datelines stands in one, it is a name like others.
    pub(crate) fn in_place(self) -> Self {
        let usage = if self.usage == NameUsage::Filed { NameUsage::Name } else { self.usage };
        Self { usage, ..self }
    }

    /// Whether the name is an abbreviation or acronym, whose capitals are part of it.
    pub(crate) fn is_exact(self) -> bool {
        self.case == Case::Exact
    }

    fn fits<'a>(self, written: &str, exact: impl Fn() -> &'a str) -> bool {
        match self.case {
            Case::Any => true,
            Case::Exact => exact() == written || exact().split_whitespace().eq(written.split_whitespace()),
            // a word begins with a capital, or with a small letter in a short word that is not the first
            Case::Capital => {
                let bytes = written.as_bytes();
                // most names are one word
                if bytes.iter().all(u8::is_ascii_alphabetic) {
                    return !begins_small(written, 0);
                }
                let mut first = true;
                let mut start = 0;
                loop {
                    let length = bytes[start..].iter().position(|byte| matches!(byte, b' ' | b'-' | b'\n'));
                    let end = length.map_or(bytes.len(), |length| start + length);
                    let small = !first && end - start <= 3;
                    if !small && begins_small(written, start) {
                        return false;
                    }
                    if length.is_none() {
                        return true;
                    }
                    first = false;
                    start = end + 1;
                }
            }
        }
    }
}

fn begins_small(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_lowercase(),
        Some(_) => text[at..].chars().next().is_some_and(char::is_lowercase),
    }
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// A letter that is not ASCII as names are keyed: small, plain.
fn fold(letter: char, buffer: &mut [u8; 2]) -> &[u8] {
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

    fn longest(text: &str) -> Option<(String, Vec<String>)> {
        let mut vocabulary = Vocabulary::default();
        let atlas = Atlas::new(&mut vocabulary);
        let mut last = None;
        let tokens = crate::text::tokens(text, &vocabulary);
        atlas.names_at(text, &tokens, 0, |range, senses| {
            let places: Vec<_> =
                senses.iter().map(|sense| atlas.place(sense.place).name().to_owned()).collect();
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
            assert!(places.contains(&"São Paulo".to_owned()), "{text}: {name} {places:?}");
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
        let atlas = Atlas::new(&mut Vocabulary::default());
        let countries: Vec<_> = atlas.places().filter(|place| place.level == Level::Country).collect();
        assert!(countries.len() > 245);
        let china = countries.iter().find(|place| place.code() == "CN").expect("China");
        assert_eq!((china.geonames(), china.m49()), (Some(1_814_991), 156));
    }
}
