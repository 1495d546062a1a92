//! `dateline gazetteer`: the places that a name may be, and what decides between them.

use std::path::PathBuf;
use std::process::ExitCode;

use flow::Fault;
use tagger::{Called, Tagger};

use crate::args::{Find, Overrides};
use crate::show::{Out, Table, count, width};

/// The candidates of a name, the likeliest first; exit 1 if no place bears it.
pub(super) fn find(config: Option<PathBuf>, args: Find) -> Result<ExitCode, Fault> {
    let Find { name, gazetteer, overrides: Overrides { mut set } } = args;
    set.extend(gazetteer.map(|folder| ("tagger.gazetteer".to_owned(), folder.display().to_string())));
    let enrich = super::enrich(config, set)?;
    let tagger = enrich.tagger();
    let mut out = Out::new();
    let mut found = called(tagger, &name);
    if found.is_empty()
        && let Some((place, wider)) = name.split_once(',')
    {
        found = called(tagger, place);
        for wider in wider.split(',') {
            let wider = called(tagger, wider);
            found.retain(|place| wider.iter().any(|wider| lies_in(place, wider)));
        }
    }
    if found.is_empty() {
        out.line(format!("no place of the gazetteer {} is called {name:?}", tagger.versions().gazetteer));
        if let Some((place, _)) = name.split_once(',') {
            out.line(format!(
                "what follows a comma is a country or division that it lies in; ask for {place:?} to see all"
            ));
        }
        return Ok(ExitCode::FAILURE);
    }
    let mut table = Table::new(&[
        "POINTS", "CODE", "NAME", "LEVEL", "COUNTRY", "DIVISION", "PEOPLE", "AT", "AS", "NEEDS",
    ]);
    for place in &found {
        let at = place.lat.zip(place.lon).map(|(lat, lon)| format!("{lat:.2} {lon:.2}"));
        table.row(vec![
            place.points.to_string(),
            place.code.clone(),
            place.name.clone(),
            format!("{:?}", place.level).to_lowercase(),
            place.country.clone().unwrap_or_default(),
            place.admin1.clone().unwrap_or_default(),
            people(place).unwrap_or_default(),
            at.unwrap_or_default(),
            place.usage.to_owned(),
            place.needs.to_owned(),
        ]);
    }
    table.print_within(width(), &mut out);
    if found.len() > 1 {
        out.line("");
        for line in WHAT_DECIDES {
            out.line(line);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Those of a city; of a division the tables know no more than its cities, and that is said.
fn people(place: &Called) -> Option<String> {
    let people = count(u64::from(place.population?));
    Some(if place.level == article::Level::Admin1 { format!("{people} in its cities") } else { people })
}

/// As it is written, else as a story would write it.
fn called(tagger: &Tagger, name: &str) -> Vec<Called> {
    let name = name.trim();
    let written = [name.to_owned(), capitalised(name), name.to_uppercase()];
    let found = written.iter().map(|name| tagger.places_called(name)).find(|found| !found.is_empty());
    found.unwrap_or_default()
}

/// In a country or a division of one.
fn lies_in(place: &Called, wider: &Called) -> bool {
    place.code != wider.code && [&place.country, &place.admin1].contains(&&Some(wider.code.clone()))
}

/// `new york` as `New York`.
fn capitalised(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

const WHAT_DECIDES: &[&str] = &[
    "The first is meant where a story says nothing else. What decides in a story, strongest first:",
    "  what follows a comma or \"in\" and contains it    Springfield, Illinois",
    "  what kind of place the text says it is           Jilin Province, the city of Jilin",
    "  its owner, or what it owns                       Pakistan's Punjab, Congo's Brazzaville",
    "  sure places near it that lie in it or beside it  Georgia and Tbilisi",
    "  what it stands in line with                      Georgia, Armenia and Azerbaijan",
    "  how the story read the name before; where it was filed",
    "`dateline tag --why FILE` shows the points in a story.",
];
