//! A user's own gazetteer: a dump of GeoNames in place of the built-in cities; and why a name is what it is.

use article::Article;
use proptest::prelude::*;
use tagger::{GeoNames, NotGeoNames, Tagger};

/// As GeoNames ships it: id, name, ASCII name, alternate names, latitude, longitude, class, code, country, …, admin1, …, people.
const DUMP: &str = "\
2998324\tLyon\tLyon\tLugdunum,LYS\t45.74846\t4.84671\tP\tPPLA\tFR\t\t84\t69\t691\t69123\t522969\t\t173\tEurope/Paris\t2024-01-01
1814906\tChongqing\tChongqing\tChungking\t29.56026\t106.55771\tP\tPPLA\tCN\t\t33\t\t\t\t7457600\t\t240\tAsia/Shanghai\t2024-01-01
9999991\tNeudorf am Fluss\tNeudorf am Fluss\t\t50.1\t8.2\tP\tPPL\tDE\t\t02\t\t\t\t1800\t\t90\tEurope/Berlin\t2024-01-01
9999992\tOld Ruin\tOld Ruin\t\t50.1\t8.2\tP\tPPLH\tDE\t\t02\t\t\t\t1800\t\t90\tEurope/Berlin\t2024-01-01
9999993\tLong Lake\tLong Lake\t\t50.1\t8.2\tH\tLK\tDE\t\t02\t\t\t\t0\t\t90\tEurope/Berlin\t2024-01-01
not a line of it
";

fn tagger() -> Tagger {
    Tagger::with_gazetteer(&GeoNames { places: DUMP.as_bytes(), admin1: b"" }).expect("a dump")
}

#[test]
fn a_dump_takes_the_place_of_the_built_in_cities() {
    let tagger = tagger();
    assert!(tagger.versions().gazetteer.starts_with("geonames 3 cities "), "{}", tagger.versions().gazetteer);
    let tags = tagger
        .tag(&Article::of_text("A mill in Neudorf am Fluss, Germany, shut; Hamburg and Lyon did not care."));
    let codes: Vec<_> = tags.tags.regions.iter().map(|region| region.code.as_str()).collect();
    assert_eq!(codes, ["geonames:9999991", "DE", "DE-HH", "geonames:2998324"]);
    assert_eq!(tags.tags.regions[0].admin1.as_deref(), Some("DE-BY"));
}

#[test]
fn a_city_that_both_know_keeps_its_english_names() {
    let tags = tagger().tag(&Article::of_text("Goods left Chungking in China by rail."));
    assert_eq!(tags.tags.regions[0].code, "geonames:1814906");
    assert_eq!(tags.tags.regions[0].mentions[0].exact, "Chungking");
}

#[test]
fn what_is_no_dump_is_an_error_and_says_what_was_read() {
    let no = Tagger::with_gazetteer(&GeoNames { places: b"a\tb\nc\n", admin1: b"" }).err();
    assert_eq!(no, Some(NotGeoNames::NoCities { lines: 2 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_bytes_make_it_panic(
        places in prop::collection::vec(any::<u8>(), 0..400),
        admin1 in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let _ = Tagger::with_gazetteer(&GeoNames { places: &places, admin1: &admin1 });
    }
}

#[test]
fn a_name_s_places_are_told_with_what_they_need() {
    let called = Tagger::new().places_called("Georgia");
    let codes: Vec<_> = called.iter().map(|place| place.code.as_str()).collect();
    assert_eq!(codes[..2], ["GE", "US-GA"]);
    let reading = Tagger::new().places_called("Reading");
    assert!(reading.iter().all(|place| !place.needs.is_empty()), "{reading:?}");
    assert!(Tagger::new().places_called("Nowhere at all").is_empty());
    assert!(Tagger::new().places_called("").is_empty());
}

#[test]
fn why_tells_what_speaks_for_each_place() {
    let article = Article::of_text("Georgia's parliament in Tbilisi passed it. Vernon Jordan left.");
    let why = Tagger::new().why_regions(&article);
    let told: Vec<_> = why.iter().map(|why| (why.span.exact.as_str(), why.outcome.as_str())).collect();
    assert_eq!(
        told,
        [
            ("Georgia", "the place"),
            ("Tbilisi", "the place"),
            ("Vernon", "a person's name: `Vernon Jordan`"),
            ("Jordan", "a person's name: `Vernon Jordan`")
        ]
    );
    let [country, state, ..] = &why[0].candidates[..] else { panic!("{why:?}") };
    assert_eq!((country.place.code.as_str(), state.place.code.as_str()), ("GE", "US-GA"));
    assert!(country.near > state.near && country.points > state.points);
}

#[test]
fn why_names_the_words_that_make_a_name_no_place() {
    let article = Article::of_text(
        "The Bank of Chile sold 40 million Canadian dollars in March, when the BC office was shut.",
    );
    let why = Tagger::new().why_regions(&article);
    let of = |name: &str| {
        let one =
            why.iter().find(|why| why.span.exact == name).unwrap_or_else(|| panic!("{name} in {why:?}"));
        one.outcome.as_str()
    };
    assert_eq!(of("Chile"), "inside another name: `Bank of Chile`");
    assert_eq!(of("Canadian"), "money: `Canadian dollars`");
    assert!(of("March").ends_with("no word beside it proves the place"), "{why:?}");
    assert_eq!(of("BC"), "only behind a comma (CA-BC)");
    assert!(of("Bank").starts_with("a small town: needs its state or country"), "{why:?}");
}
