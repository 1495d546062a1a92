//! A user's gazetteer: cities from a dump of GeoNames as it ships it, in the shape of `data/cities.tsv`.
//!
//! Of a dump (`cities500.txt`, `cities15000.txt`, `allCountries.txt` …: 19 fields a line) the populated places count that are not
//! parts, ruins or former ones. Countries, divisions, wider regions and all rules stay the built-in ones; a city that both know
//! keeps its English names and its marks. A line that is none of GeoNames' is passed over and counted.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::atlas::Atlas;
use crate::key::key;
use crate::vocabulary::Vocabulary;
use article::Level;

/// The files of a dump.
#[derive(Clone, Copy, Debug, Default)]
pub struct GeoNames<'a> {
    /// `cities500.txt`, `allCountries.txt` or another of the kind.
    pub places: &'a [u8],
    /// `admin1CodesASCII.txt`, for divisions whose codes are newer than the built-in ones; may be empty.
    pub admin1: &'a [u8],
}

/// Why bytes are no gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotGeoNames {
    /// None of so many lines is a populated place of GeoNames.
    NoCities { lines: usize },
    /// More than fit: so many cities.
    TooMany { cities: usize },
}

impl std::fmt::Display for NotGeoNames {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoCities { lines } => {
                write!(
                    f,
                    "none of {lines} lines is a populated place as GeoNames writes it (19 fields, parted by tabs)"
                )
            }
            Self::TooMany { cities } => write!(f, "{cities} cities are more than {MOST}"),
        }
    }
}

impl std::error::Error for NotGeoNames {}

/// Cities that are read and checked.
pub(crate) struct Cities {
    /// As in `cities.tsv`.
    pub(crate) rows: String,
    /// `geonames 34015 cities 5f0c…`: what the record calls this gazetteer.
    pub(crate) version: String,
}

/// All cities of 500 people are 230,000.
const MOST: usize = 1_000_000;
const LONGEST: usize = 200;
/// People from whom on a populated place counts that is no capital and no seat.
const LEAST: u32 = 500;
/// Parts of places, ruins, former ones.
const NO_CITY: &[&str] = &["PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH"];

macro_rules! tables {
    ($($name:literal),* $(,)?) => {
        /// A table of the build, with the cities in place of its own.
        pub(crate) fn table(name: &str, cities: &str) -> String {
            match name {
                $($name => include_str!(concat!("../../data/", $name)).to_owned(),)*
                // a dump has its own
                "towns.tsv" => String::new(),
                _ => cities.to_owned(),
            }
        }
    };
}

tables!(
    "fold.tsv",
    "doubtful.tsv",
    "countries.tsv",
    "country-forms.tsv",
    "admin1.tsv",
    "admin1-forms.tsv",
    "wider.tsv",
    "ports.tsv",
    "counties.tsv",
    "other-names.tsv",
);

impl Cities {
    pub(crate) fn read(dump: &GeoNames<'_>) -> Result<Self, NotGeoNames> {
        let built_in = Atlas::new(&mut Vocabulary::default());
        let known = Known::of(&built_in);
        let divisions = Divisions::of(dump.admin1);
        let (mut rows, mut lines, mut cities) = (String::new(), 0, 0);
        let mut seen = HashSet::new();
        for line in dump.places.split(|byte| *byte == b'\n') {
            lines += usize::from(!line.is_empty());
            let Some(city) = std::str::from_utf8(line).ok().and_then(City::read) else { continue };
            if !known.countries.contains(city.country) || !seen.insert(city.id) {
                continue;
            }
            cities += 1;
            if cities > MOST {
                return Err(NotGeoNames::TooMany { cities });
            }
            let division = divisions.code(city.country, city.admin1).unwrap_or_default();
            let marks = known.marks(city.id, city.name, city.is_capital);
            let City { id, name, country, lat, lon, population, .. } = city;
            let _ =
                writeln!(rows, "{id}\t{name}\t{country}\t{division}\t{lat}\t{lon}\t{population}\t{marks}\t");
        }
        if cities == 0 {
            return Err(NotGeoNames::NoCities { lines });
        }
        let version = format!("geonames {cities} cities {:016x}", key(&rows));
        Ok(Self { rows, version })
    }
}

/// A populated place of a dump.
struct City<'a> {
    id: u32,
    name: &'a str,
    country: &'a str,
    admin1: &'a str,
    lat: f64,
    lon: f64,
    population: u32,
    is_capital: bool,
}

impl<'a> City<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let mut fields = [""; 19];
        let mut count = 0;
        for (field, text) in fields.iter_mut().zip(line.trim_end_matches('\r').split('\t')) {
            *field = text;
            count += 1;
        }
        let [id, name, _, _, lat, lon, class, kind, country, _, admin1, _, _, _, population, ..] = fields;
        if count < 15 || class != "P" || NO_CITY.contains(&kind) || country.len() != 2 {
            return None;
        }
        let degrees = |text: &str, most: f64| text.parse::<f64>().ok().filter(|value| value.abs() <= most);
        let is_capital = kind == "PPLC";
        let population = u32::try_from(population.parse::<u64>().ok()?).ok()?.min(100_000_000);
        let name = name.trim();
        let usable =
            !name.is_empty() && name.len() <= LONGEST && name.chars().all(|letter| !letter.is_control());
        let counts = population >= LEAST || kind.starts_with("PPLC") || kind.starts_with("PPLA");
        (usable && counts).then_some(())?;
        Some(Self {
            id: id.trim_start_matches('\u{feff}').parse().ok()?,
            name,
            country,
            admin1,
            lat: degrees(lat, 90.0)?,
            lon: degrees(lon, 180.0)?,
            population,
            is_capital,
        })
    }
}

/// What the built-in tables know of cities.
struct Known {
    countries: HashSet<String>,
    /// By GeoNames id.
    marks: HashMap<u32, u8>,
    /// By the key of a name: a word, a person's or mostly something else, wherever it is.
    names: HashMap<u64, u8>,
}

impl Known {
    fn of(atlas: &Atlas) -> Self {
        let (mut countries, mut marks, mut names) = (HashSet::new(), HashMap::new(), HashMap::new());
        for place in atlas.places() {
            match (place.level, place.geonames()) {
                (Level::Country, _) => {
                    countries.insert(place.code().to_owned());
                }
                (Level::City, Some(id)) => {
                    let of = u8::from(place.is_word()) << 1
                        | u8::from(place.is_person()) << 2
                        | u8::from(place.is_doubtful()) << 3;
                    let own = u8::from(place.is_capital()) | u8::from(place.is_famous()) << 7;
                    marks.insert(id, of | own);
                    *names.entry(key(place.name())).or_default() |= of;
                }
                _ => {}
            }
        }
        Self { countries, marks, names }
    }

    fn marks(&self, id: u32, name: &str, is_capital: bool) -> String {
        let new = || self.names.get(&key(name)).copied().unwrap_or(0) | u8::from(is_capital);
        let marks = self.marks.get(&id).copied().unwrap_or_else(new);
        let letters = [(1, 'c'), (2, 'w'), (4, 'p'), (8, 'd'), (128, 'k')];
        letters.iter().filter(|(bit, _)| marks & bit != 0).map(|(_, letter)| *letter).collect()
    }
}

/// ISO 3166-2 codes by the codes of GeoNames.
struct Divisions {
    by_code: HashMap<(String, String), String>,
}

impl Divisions {
    fn of(dump: &[u8]) -> Self {
        let (mut by_code, mut by_id) = (HashMap::new(), HashMap::new());
        for line in include_str!("../../data/admin1.tsv").lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(iso), Some(_), Some(id), Some(code)) =
                (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            if let (Some(country), false) = (iso.get(..2), code.is_empty()) {
                by_code.insert((country.to_owned(), code.to_owned()), iso.to_owned());
                by_id.insert(id, iso);
            }
        }
        for line in dump.split(|byte| *byte == b'\n') {
            let Ok(line) = std::str::from_utf8(line) else { continue };
            let fields: Vec<&str> = line.trim_end_matches('\r').split('\t').collect();
            let [code, _, _, id] = fields[..] else { continue };
            if let (Some((country, code)), Some(iso)) = (code.split_once('.'), by_id.get(id)) {
                by_code.insert((country.to_owned(), code.to_owned()), (*iso).to_owned());
            }
        }
        Self { by_code }
    }

    fn code(&self, country: &str, code: &str) -> Option<&str> {
        self.by_code.get(&(country.to_owned(), code.to_owned())).map(String::as_str)
    }
}
