//! Tables of places → names.fst, lower.fst, firsts.bin, pairs.bin, starts.bin, postings.bin, places.bin, pool.txt, fold.bin (layouts: `src/regions/atlas.rs`).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::key::key;

/// What one form of a name says about how it is read.
#[derive(Clone, Copy, Default)]
struct Form {
    usage: u8,
    case: u8,
    needs: u8,
}

// usage; a plain name is 0
const DEMONYM: u8 = 1;
const PREFIX: u8 = 2;
const FILED: u8 = 3;

// case; "begins with a capital" is 0
const CAPITAL: u8 = 0;
const EXACT: u8 = 1;
const ANY: u8 = 2;

// needs; nothing is 0
const AFTER_COMMA: u8 = 1;
const AT_HOME: u8 = 2;
const HELD: u8 = 3;

/// Bytes of the bits of first words: eight bits or so a word.
const FIRSTS: usize = 1 << 16;
/// Bytes of the bits of first two words.
const PAIRS: usize = 1 << 17;
/// No place.
const NONE: u32 = u32::MAX;
/// Bytes a place.
const PLACE: usize = 48;
/// Bytes a slot of the first words.
const START: usize = 16;

#[derive(Default)]
pub(crate) struct Packed {
    postings: BTreeMap<String, Vec<[u8; 10]>>,
    lower: BTreeSet<String>,
    places: Vec<u8>,
    pool: String,
    pooled: HashMap<String, (u32, u16)>,
    fold: HashMap<char, String>,
    fold_table: Vec<u8>,
    /// The places of cities by their GeoNames ids.
    cities: HashMap<u32, u32>,
}

struct Place<'a> {
    level: u8,
    marks: u8,
    country: &'a str,
    geonames: u32,
    population: u32,
    lat: i32,
    lon: i32,
    m49: u16,
    admin1: u32,
    name: &'a str,
    code: &'a str,
    members: &'a str,
}

pub(crate) fn pack(read: &dyn Fn(&str) -> String) -> Packed {
    let mut packed = Packed::default();
    packed.read_fold(&read("fold.tsv"));
    let mut codes: HashMap<String, u32> = HashMap::new();
    let doubtful = read("doubtful.tsv");
    let people: HashSet<&str> =
        rows(&doubtful).filter(|[_, why]| *why == "person").map(|[name, _]| name).collect();
    let goods: HashSet<&str> =
        rows(&doubtful).filter(|[_, why]| *why == "goods").map(|[name, _]| name).collect();
    let person =
        |name: &str| (if people.contains(name) { 4 } else { 0 }) | (if goods.contains(name) { 2 } else { 0 });
    let countries = read("countries.tsv");
    for [code, name, m49, geonames] in rows(&countries) {
        let marks = person(name);
        let place = Place {
            level: 0,
            marks,
            country: code,
            geonames: number(geonames),
            m49: short(number(m49)),
            name,
            code,
            ..BLANK
        };
        codes.insert(code.to_owned(), packed.place(&place));
    }
    for [code, form, kind] in rows(&read("country-forms.tsv")) {
        let how = kind_of(kind, form);
        let case = if may_be_small(form, kind) { ANY } else { how.case };
        packed.form(form, Form { case, ..how }, codes[code]);
    }
    let admin1 = read("admin1.tsv");
    let wider = read("wider.tsv");
    let regions: HashSet<&str> = rows(&wider).map(|[_, name, _, _, _, _, _]| name).collect();
    for [code, name, geonames, _, level, word] in rows(&admin1) {
        let minor = if level == "1" { 0 } else { 16 };
        let marks = minor | person(name) | if word == "w" { 2 } else { 0 };
        let place =
            Place { level: 1, marks, country: &code[..2], geonames: number(geonames), name, code, ..BLANK };
        let index = packed.place(&place);
        codes.insert(code.to_owned(), index);
        // an island that ISO 3166-2 groups provinces by is the wider region of its name: Java
        if !geonames.is_empty() || !regions.contains(name) {
            packed.form(name, kind_of("name", name), index);
        }
    }
    for [code, form, kind] in rows(&read("admin1-forms.tsv")) {
        packed.form(form, kind_of(kind, form), codes[code]);
    }
    for [code, name, level, country, m49, members, forms] in rows(&wider) {
        let level = match level {
            "macro" => 3,
            "group" => 4,
            "other" => 5,
            other => panic!("wider.tsv: level {other} of {code}"),
        };
        let marks = person(name) & 2;
        let place = Place { level, marks, country, m49: short(number(m49)), name, code, members, ..BLANK };
        let index = packed.place(&place);
        for form in forms.split('|').filter(|form| !form.is_empty()) {
            let (form, kind) = split_kind(form);
            packed.form(form, kind_of(kind, form), index);
            for small in with_small_kind(form) {
                packed.form(&small, kind_of("exact", &small), index);
            }
        }
    }
    for [code, name, kind, country, division, lat, lon, _, id, forms] in rows(&read("ports.tsv")) {
        let place = Place { code, ..city(&codes, [id, name, country, division, lat, lon, ""]) };
        let level = if kind == "town" { place.level } else { 5 };
        // wires know it, more than its people say
        let marks = if kind == "town" { 128 } else { 0 };
        let index = packed.place(&Place { level, marks, ..place });
        for form in forms.split('|') {
            let (form, kind) = split_kind(form);
            packed.form(form, kind_of(kind, form), index);
        }
    }
    // second-level, and no division of ISO 3166-2: a landmark that the tables know the state of
    for [_, name, division, lat, lon] in rows(&read("counties.tsv")) {
        let place = Place {
            level: 5,
            marks: 16,
            country: &division[..2],
            lat: degrees(lat),
            lon: degrees(lon),
            admin1: codes[division],
            name,
            ..BLANK
        };
        let index = packed.place(&place);
        packed.form(name, kind_of("name", name), index);
    }
    let cities = read("cities.tsv");
    for [id, name, country, division, lat, lon, population, marks, names] in rows(&cities) {
        if let Some(division) = codes.get(division) {
            packed.add_people(*division, number(population));
        }
        let marks = marks.bytes().fold(0, |all, mark| {
            all | match mark {
                b'c' => 1,
                b'w' => 2,
                b'p' => 4,
                b'd' => 8,
                b'k' | b'n' => 128,
                other => panic!("cities.tsv: mark {} of {id}", char::from(other)),
            }
        });
        let index = packed
            .place(&Place { marks, ..city(&codes, [id, name, country, division, lat, lon, population]) });
        packed.cities.insert(number(id), index);
        // Göd without its dots is a word: it needs its country beside it
        let needs = if marks & 2 != 0 && !name.is_ascii() && !name.contains(' ') {
            HELD
        } else {
            kind_of("name", name).needs
        };
        packed.form(name, Form { needs, ..kind_of("name", name) }, index);
        for form in names.split('|').filter(|form| !form.is_empty()) {
            let (form, kind) = split_kind(form);
            packed.form(form, kind_of(kind, form), index);
        }
    }
    for [id, name, country, division, lat, lon, population, marks] in rows(&read("towns.tsv")) {
        let marks = marks.bytes().fold(0, |all, mark| all | if mark == b'w' { 2 } else { 4 });
        let index = packed
            .place(&Place { marks, ..city(&codes, [id, name, country, division, lat, lon, population]) });
        packed.form(name, Form { needs: HELD, ..kind_of("name", name) }, index);
    }
    for [name] in rows(&read("other-names.tsv")) {
        packed.form(name, kind_of("name", name), NONE);
        // of goods in small letters several are meant too: Panama hats
        let last = name.rsplit(' ').next().unwrap_or_default();
        if last.len() > 2 && last.starts_with(char::is_lowercase) && !last.ends_with('s') {
            let many = format!("{name}s");
            packed.form(&many, kind_of("name", &many), NONE);
        }
    }
    packed.mark_divisions(&codes, &cities);
    packed
}

/// The level of a place with this bit: a division whose name is its own before its city's.
const FIRST: u8 = 0x80;

const BLANK: Place<'static> = Place {
    level: 0,
    marks: 0,
    country: "",
    geonames: 0,
    population: 0,
    lat: i32::MAX,
    lon: i32::MAX,
    m49: 0,
    admin1: NONE,
    name: "",
    code: "",
    members: "",
};

/// A hash table from the first words of names to where the walk of the names stands after them.
fn starts(names: &[u8], words: &BTreeSet<&str>) -> Vec<u8> {
    let names = fst::raw::Fst::new(names).expect("it was written a moment ago");
    let slots = (words.len() * 2).next_power_of_two();
    let mut table = vec![0; slots * START];
    for word in words.iter().filter(|word| !word.is_empty()) {
        let (mut node, mut output) = (names.root(), 0);
        for byte in word.bytes() {
            let step = node.transition(node.find_input(byte).expect("names begin with their first words"));
            output += step.out.value();
            node = names.node(step.addr);
        }
        let key = key(word);
        let mut slot = usize::try_from(key & (slots as u64 - 1)).expect("a place in memory");
        while table[slot * START + 4..slot * START + 8] != [0; 4] {
            slot = (slot + 1) % slots;
        }
        let row = &mut table[slot * START..(slot + 1) * START];
        row[..4].copy_from_slice(&key.to_le_bytes()[4..]);
        row[4..8].copy_from_slice(&(long(node.addr()) + 1).to_le_bytes());
        // an output has 48 bits at most: a place of less than 4 GB and a number of 16
        let ends = u64::from(node.is_final()) << 63;
        row[8..].copy_from_slice(&(output | ends).to_le_bytes());
    }
    table
}

/// The bit of two words that begin a name, a blank between them.
pub(crate) fn pair(first: u64, second: u64) -> usize {
    let mixed = (first.rotate_left(29) ^ second).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> 32).unwrap_or(0) % (PAIRS * 8)
}

/// The lines of a table, cut into as many fields as are asked for; a short line ends in empty fields.
fn rows<const N: usize>(table: &str) -> impl Iterator<Item = [&str; N]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut fields = line.split('\t');
        let row = std::array::from_fn(|_| fields.next().unwrap_or_default());
        assert!(fields.next().is_none(), "too many fields: {line}");
        row
    })
}

/// Where the first word of a folded name ends.
fn name_end(name: &str) -> usize {
    name.bytes().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(name.len())
}

fn short<T: TryInto<u16>>(value: T) -> u16 {
    value.try_into().ok().expect("tables hold short names and codes")
}

fn long(value: usize) -> u32 {
    value.try_into().expect("tables are smaller than 4 GB")
}

fn number(field: &str) -> u32 {
    if field.is_empty() { 0 } else { field.parse().unwrap_or_else(|_| panic!("not a number: {field}")) }
}

/// In units of 0.00001 degrees, as precise as GeoNames is.
fn degrees(field: &str) -> i32 {
    let value: f64 = field.parse().unwrap_or_else(|_| panic!("not degrees: {field}"));
    format!("{:.0}", value * 1e5).parse().expect("degrees are small")
}

fn split_kind(form: &str) -> (&str, &str) {
    match form.strip_suffix(')').and_then(|form| form.rsplit_once(" (")) {
        Some((form, kind @ ("exact" | "adj" | "demonym" | "held" | "home" | "dateline"))) => (form, kind),
        _ => (form, "name"),
    }
}

/// What a water or a work is, first or last in its name, which wires write with a small letter too: the Niger river, the gulf of Aden.
const KINDS: &[&str] = &[
    "River",
    "Canal",
    "Strait",
    "Straits",
    "Gulf",
    "Bay",
    "Sea",
    "Delta",
    "Basin",
    "Valley",
    "Peninsula",
    "Islands",
    "Desert",
];

fn with_small_kind(form: &str) -> Vec<String> {
    let small = |kind: &str| kind.to_lowercase();
    let mut forms = Vec::new();
    if let Some((name, kind)) =
        form.rsplit_once(' ').filter(|(name, kind)| KINDS.contains(kind) && *name != "the")
    {
        forms.push(format!("{name} {}", small(kind)));
    }
    if let Some((kind, name)) = form.split_once(" of ").filter(|(kind, _)| KINDS.contains(kind)) {
        forms.push(format!("{} of {name}", small(kind)));
    }
    if let Some(name) = form.strip_prefix("River ") {
        forms.push(format!("river {name}"));
    }
    // the Suez gulf
    for kind in ["Gulf", "Strait"] {
        if let Some(name) = form.strip_prefix(kind).and_then(|rest| rest.strip_prefix(" of ")) {
            forms.push(format!("{name} {kind}"));
            forms.push(format!("{name} {}", small(kind)));
        }
    }
    forms
}

/// What small letters make another word of.
#[rustfmt::skip]
const OTHER_WORDS: &[&str] = &[
    "Afghan", "Afghans", "Bermuda", "Brazil", "Chad", "Chile", "China", "Congo", "Guinea", "Jersey", "Jordan", "Georgia", "Mali", "Malta",
    "Morocco", "Niger", "Niue", "Oman", "Panama", "Poles", "Polish", "Swede", "Swedes", "Togo", "Turkey", "Turks",
];

/// Some desks file without capitals (`peru's trade credit lines`): a country of one word that is nothing else then.
fn may_be_small(form: &str, kind: &str) -> bool {
    matches!(kind, "name" | "demonym")
        && form.len() >= 4
        && form.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !OTHER_WORDS.contains(&form)
}

fn kind_of(kind: &str, form: &str) -> Form {
    let small = |word: &str| word.len() <= 3 || !word.starts_with(char::is_lowercase);
    let loose = form.starts_with(char::is_lowercase) || !form.split([' ', '-']).all(small);
    let case = if loose { ANY } else { CAPITAL };
    match kind {
        "name" => Form { case, ..Form::default() },
        "exact" => Form { case: EXACT, ..Form::default() },
        "demonym" | "adj" => Form { usage: DEMONYM, case, ..Form::default() },
        "demonym_at_home" => Form { usage: DEMONYM, case, needs: AT_HOME },
        "prefix" => Form { usage: PREFIX, case, ..Form::default() },
        "after_comma" => Form { case: EXACT, needs: AFTER_COMMA, ..Form::default() },
        "at_home" => Form { case: EXACT, needs: AT_HOME, ..Form::default() },
        "home" => Form { case, needs: AT_HOME, ..Form::default() },
        "dateline" => Form { usage: FILED, case, ..Form::default() },
        "held" => Form { case, needs: HELD, ..Form::default() },
        other => panic!("kind {other} of {form}"),
    }
}

impl Packed {
    fn read_fold(&mut self, table: &str) {
        for [plain, letters] in rows(table) {
            for letter in letters.chars() {
                self.fold.insert(letter, plain.to_owned());
            }
        }
        for code in (0xc0..0x250).chain(0x1e00..0x1f00_u32) {
            let plain = char::from_u32(code).and_then(|letter| self.fold.get(&letter));
            let bytes = plain.map_or(&[][..], |plain| plain.as_bytes());
            self.fold_table.push(bytes.first().copied().unwrap_or(0));
            self.fold_table.push(bytes.get(1).copied().unwrap_or(0));
        }
    }

    fn pooled(&mut self, text: &str) -> (u32, u16) {
        if let Some(at) = self.pooled.get(text) {
            return *at;
        }
        let at = (long(self.pool.len()), short(text.len()));
        self.pool.push_str(text);
        self.pooled.insert(text.to_owned(), at);
        at
    }

    fn place(&mut self, place: &Place<'_>) -> u32 {
        let index = long(self.places.len() / PLACE);
        let (name, name_len) = self.pooled(place.name);
        let (code, code_len) = self.pooled(place.code);
        let (members, members_len) = self.pooled(place.members);
        let country = place.country.as_bytes();
        let known = u8::from(place.geonames != 0) << 5 | u8::from(place.name.contains(' ')) << 6;
        let mut row = vec![place.level, place.marks | known];
        row.extend([country.first().copied().unwrap_or(0), country.get(1).copied().unwrap_or(0)]);
        for value in [
            place.geonames,
            place.population,
            place.lat.cast_unsigned(),
            place.lon.cast_unsigned(),
            place.admin1,
        ] {
            row.extend(value.to_le_bytes());
        }
        for value in [name, code, members] {
            row.extend(value.to_le_bytes());
        }
        for value in [name_len, code_len, members_len, place.m49] {
            row.extend(value.to_le_bytes());
        }
        row.resize(PLACE, 0);
        self.places.extend(row);
        index
    }

    /// Marks the divisions that keep their name before the city of that name, which is neither their largest nor has a sixth of
    /// their people: Jilin, Quebec, Guanajuato. A division of less than a million people is named after its city whatever its size.
    fn mark_divisions(&mut self, codes: &HashMap<String, u32>, cities: &str) {
        const PEOPLE: u32 = 1_000_000;
        const PART: u32 = 6;
        const LEVEL: usize = 0;
        let mut largest: HashMap<&str, u32> = HashMap::new();
        for [_, _, _, division, _, _, people, _, _] in rows(cities) {
            let most = largest.entry(division).or_default();
            *most = number(people).max(*most);
        }
        for [_, name, _, division, _, _, people, _, names] in rows(cities) {
            let Some(place) = codes.get(division).copied() else { continue };
            let people = number(people);
            let all = self.people(place);
            if all < PEOPLE
                || people > all / PART
                || largest.get(division).is_some_and(|most| *most == people)
            {
                continue;
            }
            let forms = names.split('|').map(|form| split_kind(form).0).chain([name]);
            let bears = |posting: &[u8; 10]| posting[..4] == place.to_le_bytes();
            let own = forms.filter_map(|form| self.postings.get(&self.key(form)));
            if own.flatten().any(bears) {
                self.places[place as usize * PLACE + LEVEL] |= FIRST;
            }
        }
    }

    fn people(&self, place: u32) -> u32 {
        let at = place as usize * PLACE + 8;
        u32::from_le_bytes(self.places[at..at + 4].try_into().expect("four bytes"))
    }

    /// The people of a division are those of its cities, as far as they are known.
    fn add_people(&mut self, place: u32, people: u32) {
        let at = place as usize * PLACE + 8;
        let sum = self.people(place).saturating_add(people);
        self.places[at..at + 4].copy_from_slice(&sum.to_le_bytes());
    }

    /// Enters a form under its folded key, and under the spellings that follow from it.
    fn form(&mut self, form: &str, how: Form, place: u32) {
        let (at, len) = if how.case == EXACT { self.pooled(form) } else { (0, 0) };
        let mut posting = [0; 10];
        posting[..4].copy_from_slice(&place.to_le_bytes());
        posting[4] = how.usage | how.case << 2 | how.needs << 4;
        posting[5] = u8::try_from(len).expect("exact forms are short");
        posting[6..].copy_from_slice(&at.to_le_bytes());
        let key = self.key(form);
        let mut keys = vec![key.clone()];
        if how.case != EXACT {
            if let Some(rest) = key.strip_prefix("st. ").or_else(|| key.strip_prefix("saint ")) {
                keys.extend(["st. ", "saint ", "st "].map(|start| format!("{start}{rest}")));
            }
            for double in [key.replace('\'', ""), key.replace('-', " "), key.replace(" & ", " and ")] {
                keys.push(double);
            }
            let umlauts = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe")];
            if umlauts.iter().any(|(letter, _)| form.to_lowercase().contains(letter)) {
                let spelt =
                    umlauts.iter().fold(form.to_lowercase(), |form, (from, to)| form.replace(from, to));
                keys.push(self.key(&spelt));
            }
        }
        keys.sort();
        keys.dedup();
        for key in keys {
            if key.len() < 2 && how.case != EXACT {
                continue;
            }
            if how.case == ANY || form.starts_with(char::is_lowercase) {
                self.lower.insert(key.clone());
            }
            let list = self.postings.entry(key).or_default();
            if !list.contains(&posting) {
                list.push(posting);
            }
        }
    }

    fn key(&self, form: &str) -> String {
        let mut key = String::new();
        for letter in form.chars() {
            match letter {
                '’' | '‘' | 'ʻ' | '`' => key.push('\''),
                '–' | '‐' | '‑' => key.push('-'),
                '\u{300}'..='\u{36f}' => {}
                letter if letter.is_ascii() => key.push(letter.to_ascii_lowercase()),
                letter => match self.fold.get(&letter) {
                    Some(plain) => key.push_str(plain),
                    None => key.push(letter),
                },
            }
        }
        key.trim().to_owned()
    }

    /// Enters a name of a city that other tables have under the same GeoNames id: its folded key, how it is used, its exact form.
    #[allow(dead_code, reason = "of a user's gazetteer, which build.rs has none of")]
    pub(crate) fn also(&mut self, geonames: u32, key: &str, how: u8, exact: &str) {
        let Some(place) = self.cities.get(&geonames).copied() else { return };
        let (at, len) = if exact.is_empty() { (0, 0) } else { self.pooled(exact) };
        let mut posting = [0; 10];
        posting[..4].copy_from_slice(&place.to_le_bytes());
        posting[4] = how;
        posting[5] = u8::try_from(len).unwrap_or(0);
        posting[6..].copy_from_slice(&at.to_le_bytes());
        let list = self.postings.entry(key.to_owned()).or_default();
        let is_there = |other: &[u8; 10]| other[..4] == posting[..4] && other[4] == how;
        if !list.iter().any(is_there) {
            list.push(posting);
        }
    }

    pub(crate) fn files(self) -> [(&'static str, Vec<u8>); 9] {
        let mut postings = Vec::new();
        let mut names = fst::MapBuilder::memory();
        let mut lower = fst::MapBuilder::memory();
        let mut firsts = vec![0; FIRSTS];
        let mut pairs = vec![0; PAIRS];
        let mut words = BTreeSet::new();
        for (text, list) in &self.postings {
            // no built-in name has so many senses; of a user's gazetteer the rest would be passed over
            let count = list.len().min(0xffff);
            let value = (postings.len() as u64) << 16 | count as u64;
            names.insert(text, value).expect("keys of a BTreeMap are sorted");
            if self.lower.contains(text) {
                lower.insert(text, value).expect("keys of a BTreeMap are sorted");
            }
            let end = name_end(text);
            let bit = usize::try_from(key(&text[..end]) % (FIRSTS as u64 * 8)).expect("a place in memory");
            firsts[bit / 8] |= 1 << (bit % 8);
            words.insert(&text[..end]);
            if let Some(rest) = text[end..].strip_prefix(' ') {
                let bit = pair(key(&text[..end]), key(&rest[..name_end(rest)]));
                pairs[bit / 8] |= 1 << (bit % 8);
            }
            for posting in list {
                postings.extend(posting);
            }
        }
        let names = names.into_inner().expect("memory does not fail");
        let starts = starts(&names, &words);
        [
            ("names.fst", names),
            ("lower.fst", lower.into_inner().expect("memory does not fail")),
            ("firsts.bin", firsts),
            ("pairs.bin", pairs),
            ("starts.bin", starts),
            ("postings.bin", postings),
            ("places.bin", self.places),
            ("pool.txt", self.pool.into_bytes()),
            ("fold.bin", self.fold_table),
        ]
    }
}

/// A row of cities.tsv or towns.tsv up to its population.
fn city<'r>(
    codes: &HashMap<String, u32>,
    [id, name, country, division, lat, lon, population]: [&'r str; 7],
) -> Place<'r> {
    Place {
        level: 2,
        country,
        geonames: number(id),
        population: number(population),
        lat: degrees(lat),
        lon: degrees(lon),
        admin1: codes.get(division).copied().unwrap_or(NONE),
        name,
        ..BLANK
    }
}
