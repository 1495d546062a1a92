//! Places that may stand for each other, and every gold story.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;

/// How wires write a country, and places in it. An empty form: there is none.
#[derive(Debug, Default)]
pub(crate) struct Country {
    pub(crate) code: String,
    /// With its article: `the Philippines`.
    pub(crate) name: String,
    pub(crate) adjective: String,
    pub(crate) person: String,
    pub(crate) people: String,
    pub(crate) dotted: String,
    pub(crate) plain: String,
    pub(crate) official: String,
    pub(crate) capital: Option<Town>,
    pub(crate) divisions: Vec<Division>,
}

#[derive(Clone, Debug)]
pub(crate) struct Town {
    pub(crate) name: String,
    pub(crate) code: String,
    pub(crate) division: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Division {
    pub(crate) name: String,
    pub(crate) code: String,
    pub(crate) cities: Vec<Town>,
}

/// What a form of a country does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Name,
    Official,
    Adjective,
    Person,
    People,
    Dotted,
    Plain,
}

impl Country {
    pub(crate) fn form(&self, form: Form) -> &str {
        match form {
            Form::Name => &self.name,
            Form::Official => &self.official,
            Form::Adjective => &self.adjective,
            Form::Person => &self.person,
            Form::People => &self.people,
            Form::Dotted => &self.dotted,
            Form::Plain => &self.plain,
        }
    }

    /// Every word that names it or a place in it.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let cities = self.divisions.iter().flat_map(|division| &division.cities).chain(&self.capital);
        let forms =
            [&self.name, &self.adjective, &self.people, &self.dotted, &self.plain].map(String::as_str);
        let places = self.divisions.iter().map(|division| division.name.as_str());
        let words = forms.into_iter().chain(places).chain(cities.map(|city| city.name.as_str()));
        words.map(bare).filter(|word| !word.is_empty())
    }
}

/// Without its article.
pub(crate) fn bare(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|err| panic!("{}: {err}", path.display()))
}

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(|field| if field == "-" { "" } else { field }).collect())
}

pub(crate) static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let mut countries: Vec<Country> = Vec::new();
    for row in rows(&file("tests/metamorphic/places.tsv")) {
        let field = |at: usize| row.get(at).copied().unwrap_or_default().to_owned();
        let town = || Town { name: field(2), code: field(3), division: field(4) };
        if field(0) == "country" {
            let acronyms = field(6);
            let (dotted, plain) = acronyms.split_once(',').unwrap_or_default();
            countries.push(Country {
                code: field(1),
                name: field(2),
                adjective: field(3),
                person: field(4),
                people: field(5),
                dotted: dotted.to_owned(),
                plain: plain.to_owned(),
                official: field(7),
                ..Country::default()
            });
            continue;
        }
        let country = countries.last_mut().filter(|country| country.code == row[1]);
        let country = country.unwrap_or_else(|| panic!("{row:?} stands under another country"));
        match row[0] {
            "capital" => country.capital = Some(town()),
            "division" => {
                country.divisions.push(Division { name: field(2), code: field(3), cities: Vec::new() });
            }
            "city" => {
                let division = country.divisions.last_mut().filter(|division| division.code == row[4]);
                division
                    .unwrap_or_else(|| panic!("{row:?} stands under another division"))
                    .cities
                    .push(town());
            }
            kind => panic!("{kind} is no kind of place"),
        }
    }
    countries
});

/// The tagger's own forms of countries by code: only to know which form a mention is.
static FORMS: LazyLock<HashMap<String, Vec<(String, String)>>> = LazyLock::new(|| {
    let mut forms: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for row in rows(&file("data/country-forms.tsv")) {
        forms.entry(row[0].to_owned()).or_default().push((row[1].to_lowercase(), row[2].to_owned()));
    }
    forms
});

/// Every form of a country that the tagger knows.
pub(crate) fn forms(code: &str) -> impl Iterator<Item = &str> {
    FORMS.get(code).into_iter().flatten().map(|(form, _)| form.as_str())
}

/// The words of sectors that hold a form of a country: Swiss watches, the Tour de France.
pub(crate) fn in_cues(code: &str) -> impl Iterator<Item = &'static str> {
    static CUES: LazyLock<String> = LazyLock::new(|| file("data/industry-cues.tsv"));
    static BY_WORD: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
        let mut by_word: HashMap<&str, Vec<&str>> = HashMap::new();
        for row in rows(&CUES) {
            let company = row.get(3).into_iter().flat_map(|words| words.split('|'));
            for word in row[0].split([' ', '-']).chain(company) {
                by_word.entry(word).or_default().push(row[0]);
            }
        }
        by_word
    });
    forms(code).filter_map(|form| BY_WORD.get(form)).flatten().copied()
}

/// Which form of a country the words of a mention are.
pub(crate) fn form_of(code: &str, words: &str) -> Option<Form> {
    const FORMS_OF_TABLE: [Form; 5] =
        [Form::Name, Form::Official, Form::Adjective, Form::People, Form::Person];
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(country) = COUNTRIES.iter().find(|country| country.code == code) {
        let same = |form: &&Form| bare(country.form(**form)).eq_ignore_ascii_case(&words);
        if let Some(form) = FORMS_OF_TABLE.iter().find(same) {
            return Some(*form);
        }
    }
    let small = words.to_lowercase();
    let (_, kind) = FORMS.get(code)?.iter().find(|(form, _)| *form == small)?;
    match kind.as_str() {
        "name" => Some(Form::Name),
        "exact" if words.contains('.') => Some(Form::Dotted),
        "exact" => Some(Form::Plain),
        "demonym" if small.ends_with("men") || small.ends_with('s') => Some(Form::People),
        "demonym" if small.ends_with("man") => Some(Form::Person),
        "demonym" => Some(Form::Adjective),
        _ => None,
    }
}

/// Whether two countries have the same fiscal year, and the same crop years, where a story counts by these.
pub(crate) fn same_years(story: &Story, one: &str, other: &str) -> bool {
    static FISCAL: LazyLock<String> = LazyLock::new(|| file("data/figures-fiscal-years.tsv"));
    static CROPS: LazyLock<String> = LazyLock::new(|| file("data/figures-crop-years.tsv"));
    let text = &story.text;
    let any = |words: &[&str]| words.iter().any(|word| story.has(word));
    let of = |rows_of: &'static str, country: usize, code: &str| -> Vec<Vec<&'static str>> {
        let own = rows(rows_of).filter(|row| row[country] == code);
        own.map(|row| row.into_iter().filter(|field| *field != code).collect()).collect()
    };
    let digit = |letter: Option<&u8>| letter.is_some_and(u8::is_ascii_digit);
    // 2023-24, 1986/87
    let four = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let whole_years = text
        .as_bytes()
        .windows(9)
        .any(|bytes| matches!(bytes[4], b'-' | b'/') && four(&bytes[..4]) && four(&bytes[5..]));
    let two_years = whole_years
        || text.as_bytes().windows(8).any(|bytes| {
            matches!(bytes[4], b'-' | b'/')
                && bytes[..4].iter().chain(&bytes[5..7]).all(u8::is_ascii_digit)
                && !digit(bytes.get(7))
        });
    let fiscal = two_years || any(&["fiscal", "financial year", "FY", "FY2023", "FY2024", "FY25"]);
    let crops = two_years || any(&["season", "seasons", "crop year", "marketing year", "crop", "campaign"]);
    (!fiscal || of(&FISCAL, 0, one) == of(&FISCAL, 0, other))
        && (!crops || of(&CROPS, 1, one) == of(&CROPS, 1, other))
}

/// The currency that a word for money in a story means in a country and not elsewhere.
pub(crate) fn local_money(story: &Story, code: &str) -> Option<&'static str> {
    static MONEY: LazyLock<String> = LazyLock::new(|| file("data/figures-currencies-local.tsv"));
    let in_text = |word: &str| {
        if word.chars().all(char::is_alphabetic) { story.has(word) } else { story.text.contains(word) }
    };
    rows(&MONEY).find_map(|row| {
        // the first country's is meant where nothing tells
        let mut others = row[1].split(',').skip(1).filter_map(|pair| pair.split_once(':'));
        others.find(|(known, _)| *known == code).map(|(_, money)| money).filter(|_| in_text(row[0]))
    })
}

/// Whether a firm that the tagger's lists know stands in a story and is called like a place.
pub(crate) fn is_in_firm(story: &Story, place: &str) -> bool {
    static FIRMS: LazyLock<String> =
        LazyLock::new(|| file("data/companies.tsv") + &file("data/other-names.tsv"));
    rows(&FIRMS).any(|row| {
        let aliases = row.get(3).into_iter().flat_map(|names| names.split('|'));
        aliases.chain([row[0]]).any(|name| name.contains(place) && is_in(name, place) && story.has(name))
    })
}

/// Whether a text has a word that is a town's name in a country: Rioja in a story of Peru is no longer Spain's.
pub(crate) fn has_town(text: &str, country: &str) -> bool {
    static TOWNS: LazyLock<HashMap<String, HashSet<String>>> = LazyLock::new(|| {
        let mut towns: HashMap<String, HashSet<String>> = HashMap::new();
        for row in rows(&file("data/cities.tsv")) {
            towns.entry(row[2].to_owned()).or_default().insert(row[1].to_owned());
        }
        for row in rows(&file("data/admin1.tsv")) {
            towns.entry(row[0][..2].to_owned()).or_default().insert(row[1].to_owned());
        }
        towns
    });
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    TOWNS.get(country).is_some_and(|towns| words.into_iter().any(|word| towns.contains(word)))
}

/// Whether GeoNames' city has a mark in the tagger's table: `c` a capital, `k` one that the world knows.
pub(crate) fn is_marked(city: &str, mark: char) -> bool {
    static MARKS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let cities = file("data/cities.tsv");
        let marked = rows(&cities).filter(|row| !row[7].is_empty());
        marked.map(|row| (format!("geonames:{}", row[0]), row[7].to_owned())).collect()
    });
    MARKS.get(city).is_some_and(|marks| marks.contains(mark))
}

/// Whether words stand in a text by themselves, in any case.
pub(crate) fn is_in(text: &str, words: &str) -> bool {
    is_within(&text.to_lowercase(), &words.to_lowercase())
}

fn is_within(text: &str, words: &str) -> bool {
    let part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        !part(text[..at].chars().next_back()) && !part(text[at + words.len()..].chars().next())
    })
}

/// Whether a form that begins at a byte is no part of a longer word; a sign need not be.
pub(crate) fn stands_alone(text: &str, at: usize, form: &str) -> bool {
    let part = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let before = text[..at].chars().next_back();
    let after = text[at + form.len()..].chars().next();
    let (first, last) = (form.chars().next(), form.chars().next_back());
    // `5 million yen-denominated`, `1,000yen`, `US$` is not `$`
    !(part(before) && (part(first) || form == "$")) && !(part(last) && part(after))
}

/// A gold story: (id, text, the day it was published).
pub(crate) struct Story {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) day: Option<String>,
    small: String,
}

impl Story {
    /// [`is_in`] its text.
    pub(crate) fn has(&self, words: &str) -> bool {
        is_within(&self.small, &words.to_lowercase())
    }
}

/// All of them: the shown ones, the honest ones, the unseen ones.
/// Without the wrapping of old copy: another name on a line would make it look like the last one of a paragraph.
fn flowed(text: &str) -> String {
    let mut flowed = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        flowed.push_str(line);
        let wrapped = (50..=72).contains(&line.chars().count())
            && lines.peek().is_some_and(|next| next.starts_with(char::is_alphanumeric));
        if lines.peek().is_some() {
            flowed.push(if wrapped { ' ' } else { '\n' });
        }
    }
    flowed
}

pub(crate) fn stories() -> Vec<Story> {
    let mut stories = Vec::new();
    for folder in ["tests/gold", "tests/honest", "tests/unseen"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("docs");
        let entries = std::fs::read_dir(&folder).unwrap_or_else(|err| panic!("{}: {err}", folder.display()));
        for entry in entries {
            let docs = entry.expect("a file").path();
            let id = docs.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = flowed(&std::fs::read_to_string(&docs).expect("a story"));
            let gold = docs.with_file_name("..").join("gold").join(format!("{id}.json"));
            let gold =
                std::fs::read_to_string(&gold).unwrap_or_else(|err| panic!("{}: {err}", gold.display()));
            let gold: Value = serde_json::from_str(&gold).expect("gold is JSON");
            let small = text.to_lowercase();
            stories.push(Story { id, text, day: gold["published_check"].as_str().map(str::to_owned), small });
        }
    }
    stories.sort_by(|one, two| one.id.cmp(&two.id));
    assert!(stories.len() >= 176, "{} stories", stories.len());
    stories
}
