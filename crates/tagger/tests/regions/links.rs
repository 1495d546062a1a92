//! Which place of many.

use super::mentions;

/// Text, and the mentions that it has.
fn check(cases: &[(&str, &str)]) {
    for (text, found) in cases {
        assert_eq!(mentions(text), *found, "{text}");
    }
}

#[test]
fn the_place_after_a_comma_or_in_decides() {
    check(&[
        ("A mill in Springfield, Illinois, closed.", "Springfield=US-IL:Springfield; Illinois=US-IL"),
        ("A mill in Springfield, Ill., closed.", "Springfield=US-IL:Springfield; Ill.=US-IL"),
        ("She was born in Paris, Texas.", "Paris=US-TX:Paris; Texas=US-TX"),
        ("She was born in Paris, France.", "Paris=FR-IDF:Paris; France=FR"),
        ("A mill in London, Ontario, closed.", "London=CA-ON:London; Ontario=CA-ON"),
        ("A mill in Hyderabad, Pakistan, closed.", "Hyderabad=PK-SD:Hyderabad; Pakistan=PK"),
        ("A mill in Hyderabad closed.", "Hyderabad=IN-TG:Hyderabad"),
        ("Volunteers came from Lebanon, Tennessee.", "Lebanon=US-TN:Lebanon; Tennessee=US-TN"),
        ("The port of Savannah in Georgia was busy.", "Savannah=US-GA:Savannah; Georgia=US-GA"),
        ("A mill in Cambridge, Massachusetts, closed.", "Cambridge=US-MA:Cambridge; Massachusetts=US-MA"),
        ("A mill in Birmingham, Alabama, closed.", "Birmingham=US-AL:Birmingham; Alabama=US-AL"),
        ("A mill in San Jose, Costa Rica, closed.", "San Jose=CR-SJ:San José; Costa Rica=CR"),
        ("A mill in San Jose, California, closed.", "San Jose=US-CA:San Jose; California=US-CA"),
    ]);
}

#[test]
fn georgia_is_what_stands_around_it() {
    check(&[
        ("Trade with Georgia rose after a train from Tbilisi left.", "Georgia=GE; Tbilisi=GE-TB:Tbilisi"),
        ("Georgia, Armenia and Azerbaijan agreed.", "Georgia=GE; Armenia=AM; Azerbaijan=AZ"),
        ("Farmers in Georgia and Alabama lost peanuts.", "Georgia=US-GA; Alabama=US-AL"),
        ("A mill in Atlanta, Georgia, closed.", "Atlanta=US-GA:Atlanta; Georgia=US-GA"),
    ]);
}

#[test]
fn a_kind_decides_between_a_province_and_its_city() {
    check(&[
        ("Jilin Province exported more.", "Jilin=CN-JL"),
        ("Jilin exported more.", "Jilin=CN-JL"),
        ("The city of Jilin exported more.", "Jilin=CN-JL:Jilin"),
        ("Mersin Province exported more.", "Mersin=TR-33"),
        ("Rain fell in the provinces of Jaén and Málaga.", "Jaén=ES-J; Málaga=ES-MA"),
        ("Málaga handled more boxes.", "Málaga=ES-AN:Málaga"),
        ("A bank in New York closed.", "New York=US-NY:New York City"),
        ("Growers in Washington state and Oregon sold apples.", "Washington=US-WA; Oregon=US-OR"),
        ("The river burst its banks in Nigeria's Niger State.", "Nigeria=NG; Niger State=NG-NI"),
        ("An emirate such as Dubai trades more.", "Dubai=AE-DU"),
    ]);
}

#[test]
fn names_that_hold_other_names_are_read_whole() {
    check(&[
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea agreed.",
            "Guinea=GN; Guinea-Bissau=GW; Equatorial Guinea=GQ; Papua New Guinea=PG",
        ),
        (
            "The Republic of Congo and the Democratic Republic of Congo agreed.",
            "Republic of Congo=CG; Democratic Republic of Congo=CD",
        ),
        ("Niger and Nigeria agreed.", "Niger=NE; Nigeria=NG"),
        ("Dominica and the Dominican Republic agreed.", "Dominica=DM; Dominican Republic=DO"),
        ("South Sudan and Sudan agreed.", "South Sudan=SS; Sudan=SD"),
        ("Northern Ireland and Ireland agreed.", "Northern Ireland=GB-NIR; Ireland=IE"),
        ("Fishermen of American Samoa and Samoa met.", "American Samoa=AS; Samoa=WS"),
        ("New England and England met.", "New England=x:new-england; England=GB-ENG"),
        (
            "The Association of Southeast Asian Nations (ASEAN) met.",
            "Association of Southeast Asian Nations=x:asean; ASEAN=x:asean",
        ),
        (
            "Exports to countries along the Belt and Road rose.",
            "countries along the Belt and Road=x:belt-and-road",
        ),
    ]);
}

#[test]
fn sensitive_places_follow_iso_3166() {
    check(&[
        (
            "Taiwan, Hong Kong and Macau traded with mainland China.",
            "Taiwan=TW; Hong Kong=HK; Macau=MO; mainland China=CN",
        ),
        ("Crimea was annexed.", "Crimea=UA-43"),
        ("Kosovo and Palestine applied.", "Kosovo=XK; Palestine=PS"),
        ("Western Sahara exports phosphate.", "Western Sahara=EH"),
        ("West German and East German exports rose in 1987.", "West German=DE; East German=DE"),
        ("The Soviet Union and Czechoslovakia agreed.", "Soviet Union=SU; Czechoslovakia=CS"),
        ("Burma, Swaziland and East Timor were renamed.", "Burma=MM; Swaziland=SZ; East Timor=TL"),
    ]);
}

#[test]
fn a_known_city_is_not_given_up_for_a_town_of_its_name() {
    check(&[(
        "Texas crude rose. Traders in Paris and London bought.",
        "Texas=US-TX; Paris=FR-IDF:Paris; London=GB-ENG:London",
    )]);
}

#[test]
fn an_abbreviation_counts_at_home_only() {
    check(&[
        ("Growers in WA and Victoria sold to Australia's mills.", "WA=AU-WA; Victoria=AU-VIC; Australia=AU"),
        ("WA was all he said.", ""),
    ]);
}

#[test]
fn a_group_has_the_members_of_the_story_s_day() {
    for (day, wanted) in [("2019-06-01", true), ("2024-06-01", false), ("1972-06-01", false)] {
        let mut article = article::Article::of_text("The EU agreed.");
        article.published_at = day.parse().ok();
        let regions = super::common::tag(&article).regions;
        assert_eq!(regions[0].members.contains(&"GB".to_owned()), wanted, "{day}");
    }
}

#[test]
fn of_two_places_of_a_name_the_one_in_the_storys_country_is_meant() {
    // a division of Somalia, a city of Japan, a state of Venezuela are called so too
    assert!(mentions("Italy's ports grew. Rotterdam moved more than Bari did.").contains("Bari=IT-75:Bari"));
    assert!(mentions("India sells shrimp. A trader in Kochi said so.").contains("Kochi=IN-KL:Kochi"));
    assert!(mentions("Mexico cut its rate. Prices in Mérida fell.").contains("Mérida=MX-YUC:Mérida"));
}

#[test]
fn a_capital_of_the_storys_country_may_begin_a_sentence_though_it_is_a_word() {
    assert!(mentions("Oman bought barley. Muscat in May imposed a duty on it.").contains("Muscat="));
    assert!(!mentions("The grape is old. Muscat is sweet.").contains("Muscat="));
}
