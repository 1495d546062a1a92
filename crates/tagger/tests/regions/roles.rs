//! What a place is to the story, and how its name is used.

use article::{Article, Region, Role, Usage};

use super::{common, regions};

fn usages(text: &str) -> Vec<(String, Usage)> {
    let found = regions(text);
    let mentions = found.iter().flat_map(|region| &region.mentions);
    mentions.map(|mention| (mention.exact.clone(), mention.usage)).collect()
}

#[test]
fn capitals_that_speak_are_metonyms() {
    assert_eq!(usages("Beijing said it would answer."), [("Beijing".to_owned(), Usage::Metonym)]);
    assert_eq!(usages("Washington has urged its allies."), [("Washington".to_owned(), Usage::Metonym)]);
    assert_eq!(usages("Officials in Beijing said it would answer."), [("Beijing".to_owned(), Usage::Name)]);
    assert_eq!(usages("Chinese mills said so."), [("Chinese".to_owned(), Usage::Demonym)]);
}

#[test]
fn a_place_that_only_files_has_the_role_of_the_dateline() {
    let text = "Exports rise\n\nKUALA LUMPUR, Jan 20 (Bernama) -- Malaysia's total trade rose 8.8 per cent last year, the \
                ministry said today.\n\nMalaysia's exports grew.";
    let article: Article = common::parse(text, Some("2025-01-20"));
    let found = common::tag(&article).regions;
    let roles: Vec<_> = found.iter().map(|region| (region.name.as_str(), region.role)).collect();
    assert_eq!(roles, [("Malaysia", Role::Focus), ("Kuala Lumpur", Role::Dateline)]);
    assert_eq!(found[1].mentions[0].usage, Usage::Dateline);
}

#[test]
fn a_town_with_its_river_behind_a_slash_is_that_town_and_no_other() {
    // geonames: Halle in Belgium, Limburg in the Netherlands and the other Frankfurt have these names too
    for (written, town) in [
        ("Frankfurt/Main", 2_925_533),
        ("FRANKFURT/MAIN", 2_925_533),
        ("Frankfurt/Oder", 2_925_535),
        ("Halle/Saale", 2_911_522),
        ("Limburg/Lahn", 2_877_648),
    ] {
        let text = format!(
            "Exports fall\n\n{written} (dpa) - Exports of machines fell by three percent, the association said."
        );
        let article: Article = common::parse(&text, Some("2026-03-03"));
        assert_eq!(
            article.dateline.as_ref().map(|dateline| &dateline.places[..]),
            Some(&[written.to_owned()][..])
        );
        let found = common::tag(&article).regions;
        let filed: Vec<_> = found.iter().filter(|region| region.role == Role::Dateline).collect();
        assert_eq!(filed.iter().map(|region| region.geonames).collect::<Vec<_>>(), [Some(town)], "{written}");
    }
}

#[test]
fn refs_follow_relevance_and_focus_comes_first() {
    let text = "Brazil sells more soy to China\n\nSAO PAULO, July 8 (AFP) - Brazil sold more soybeans to China in June, \
                data showed.\n\nIndonesia was another buyer. Brazil and China set a record.";
    let found = regions(text);
    assert!(found.iter().enumerate().all(|(index, region)| region.reference == format!("r{}", index + 1)));
    let focus: Vec<_> =
        found.iter().filter(|region| region.role == Role::Focus).map(|region| &region.code).collect();
    assert_eq!(focus, ["BR", "CN"]);
    assert!(found[0].role == Role::Focus && found[1].role == Role::Focus);
}

#[test]
fn codes_are_filled() {
    let found = regions("Chengdu is a city in China, and Sichuan is its province. ASEAN buys there.");
    let get = |name: &str| found.iter().find(|region| region.name == name).unwrap();
    let city = get("Chengdu");
    assert_eq!((city.country.as_deref(), city.admin1.as_deref()), (Some("CN"), Some("CN-SC")));
    assert!(city.lat.is_some_and(|lat| (30.0..31.0).contains(&lat)));
    assert_eq!(city.code, format!("geonames:{}", city.geonames.unwrap()));
    assert_eq!((get("China").m49.as_deref(), get("China").geonames), (Some("156"), Some(1_814_991)));
    assert_eq!((get("Sichuan").code.as_str(), get("Sichuan").lat), ("CN-SC", None));
    assert_eq!(get("ASEAN").members.len(), 11);
}

/// The codes of the focus.
fn focus(text: &str) -> Vec<String> {
    focus_of(regions(text))
}

fn focus_of(regions: Vec<Region>) -> Vec<String> {
    let mut found: Vec<_> = regions
        .into_iter()
        .filter(|region| region.role == Role::Focus)
        .map(|region| if region.code.starts_with("geonames:") { region.name } else { region.code })
        .collect();
    found.sort();
    found
}

#[test]
fn one_of_a_list_of_buyers_is_not_in_focus() {
    let text = "Farm exports rise\n\nVietnam's farm exports rose 6 percent in May, the ministry \
                said.\n\nCoffee led.\n\nRice lost.\n\nThe United States, China and Japan bought most. Sales to China \
                and to Japan rose.";
    assert_eq!(focus(text), ["VN"]);
}

#[test]
fn whose_trade_it_is_is_in_focus_although_the_other_is_named_more_often() {
    let text = "South Korea's deficit with Japan widened last year, data showed.\n\nJapan sold more parts. Japanese \
                chips were dear.\n\nJapan bought less.\n\nJapan's own market shrank, and Korean firms left it.";
    assert_eq!(focus(text), ["JP", "KR"]);
    let text = "EU surplus with United States shrinks\n\nThe EU's surplus in goods with the \
                United States shrank by a third, the agency said.\n\nU.S. buyers had hurried.\n\nThe EU sold more \
                to Asia.";
    assert_eq!(focus(text), ["US", "x:eu"]);
}

#[test]
fn a_city_gives_way_to_its_country_and_to_the_headline() {
    let text = "Ivorian cocoa exports tumble\n\nCocoa exports of Ivory Coast fell as fewer trucks reached Abidjan. \
                Ivory Coast grows most.\n\nAbidjan shipped less, and Abidjan's stores are empty.";
    assert_eq!(focus(text), ["CI"]);
    let text = "Hamburg port handles more\n\nThe port of Hamburg handled more boxes.\n\n\
                Germany's exports fell.\n\nGermany sold less.";
    assert!(focus(text).contains(&"Hamburg".to_owned()));
}

#[test]
fn a_city_that_only_speaks_is_not_in_focus() {
    let text = "Talks end in Cyprus\n\nTalks in Cyprus ended, and Ankara said no more would follow.\n\nCyprus was \
                calm.\n\nAnkara has not answered.";
    assert_eq!(focus(text), ["CY"]);
}

#[test]
fn a_local_story_is_of_the_town_that_its_school_and_paper_are_called_like() {
    let text = "A bridge on the road to Massillon will close for a month, crews said Monday.\n\nDrivers from Dalton and \
                Apple Creek must go round by Orrville. A man from Canton turned back.\n\nStark County pays half, \
                Wayne County nothing, Ohio law says.\n\nThe Orrville High School band will play. The Orrville \
                Gazette asks for photos.";
    assert_eq!(focus(text), ["Orrville"]);
}

#[test]
fn a_town_that_a_story_was_filed_from_and_names_again_is_where_it_happens() {
    let text = "Chile's salmon farms count the dead fish\n\nCASTRO, Chile, March 3 (Reuters) - Chile's salmon farms lost a \
                tenth of their fish, officials said.\n\nChile sells most of it to Japan.\n\nBoats lay idle in \
                Castro.\n\nBuyers in Chile raised prices.";
    let focus = |text: &str| focus_of(common::tag(&common::parse(text, Some("2016-03-03"))).regions);
    assert_eq!(focus(text), ["CL", "Castro"]);
    // agencies sit in capitals and great cities
    assert_eq!(focus(&text.replace("CASTRO", "SANTIAGO").replace("Castro", "Santiago")), ["CL"]);
    // only the dateline names it
    assert_eq!(focus(&text.replace("in Castro", "on the shore")), ["CL"]);
}

#[test]
fn a_country_that_holds_most_places_of_a_story_is_in_focus_though_named_once() {
    let text = "Shells hit a market in Kharkiv on Monday, the mayor said, and two people died.\n\nIn Poltava the lights \
                went out. Trains to Sumy and Lviv were late.\n\nPoland sent generators.\n\nUkrainian crews worked all \
                night.";
    assert_eq!(focus(text), ["Kharkiv", "UA"]);
    // a headline says itself which place it is about
    let text = format!("Kharkiv buries its dead\n\n{text}");
    assert_eq!(focus(&text), ["Kharkiv"]);
}
