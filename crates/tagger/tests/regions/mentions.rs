//! Place or not: names inside names, people, money, words.

use expect_test::expect;

use super::{draw, inside_names, mentions};

#[test]
fn names_adjectives_and_possessives_are_mentions() {
    expect![[r"
        Chinese exports to Germany rose, and France's central bank said Czechs spend more.
        ^^^^^^^ region CN
                           ^^^^^^^ region DE
                                             ^^^^^^ region FR
                                                                        ^^^^^^ region CZ
    "]]
    .assert_eq(&draw("Chinese exports to Germany rose, and France's central bank said Czechs spend more."));
}

#[test]
fn a_name_inside_an_organisation_is_no_mention() {
    for text in [
        "The Bank of China cut its rate.",
        "Traders on the Prague Stock Exchange sold.",
        "The Moscow Times reported it.",
        "The Tea Board of Kenya said so.",
        "Kuwait Petroleum Corporation data showed it.",
        "The U.S. Census Bureau said so.",
        "She studied at the University of Chicago.",
        "The Swiss National Bank left its rate.",
        "The Central Bank of the Republic of Turkey left its rate.",
        "The China Iron and Steel Association said mills made less.",
        "It was told at the 14th China-Northeast Asia Expo.",
        "Under the EU-Vietnam Free Trade Agreement duties fall.",
        "The Los Angeles Times and the Washington Post reported it.",
        "Air France flew more.",
        "The Paris Club met, and the Kyoto Protocol lapsed.",
        "He read the Jilin provincial department of commerce's paper.",
        "The China-ROK (Changchun) International Cooperation Demonstration Zone grew.",
    ] {
        assert_eq!(mentions(text), "", "{text}");
    }
}

#[test]
fn a_state_s_own_bank_ministry_or_minister_leaves_the_state_a_mention() {
    for (text, found) in [
        ("China's central bank cut its rate.", "China=CN"),
        ("Japan's Finance Ministry said so.", "Japan=JP"),
        ("French President Emmanuel Macron spoke.", "French=FR"),
        ("Russian Deputy Economic Development Minister Pavel Sorin spoke.", "Russian=RU"),
        ("U.S. Treasury Secretary Janet Yellen spoke.", "U.S.=US"),
        ("California Gov. Gavin Newsom spoke.", "California=US-CA"),
        ("Hanbit Semiconductor of the ROK will invest.", "ROK=KR"),
    ] {
        assert_eq!(mentions(text), found, "{text}");
    }
}

#[test]
fn what_stands_inside_a_name_is_told_of_a_place_that_is_mentioned_too() {
    let text = "China grew. The Bank of China and the China Daily said so.";
    assert_eq!(mentions(text), "China=CN");
    assert_eq!(inside_names(text), "China; China");
}

#[test]
fn money_is_no_place() {
    for text in [
        "It cost 3.9 billion U.S. dollars.",
        "It cost US$58.42 billion.",
        "The Swiss franc and the Canadian dollar fell.",
        "It cost 76.4 billion Kenyan shillings.",
        "The Mexican peso slid.",
        "It was worth 30 million Hong Kong dollars.",
    ] {
        assert_eq!(mentions(text), "", "{text}");
    }
    assert_eq!(mentions("Kuwaitis won their name as traders."), "Kuwaitis=KW");
}

#[test]
fn people_are_no_places() {
    for text in [
        "Michael Jordan said no.",
        "Gov. Pat Jordan said no.",
        "Her spokesman, Chad Israel, said no.",
        "The economist Georgia Lindqvist said no.",
        "President Lincoln said no.",
        "Denzel Washington said no.",
        "Actress Sydney Sweeney said no.",
    ] {
        assert_eq!(mentions(text), "", "{text}");
    }
}

#[test]
fn a_surname_stays_a_surname_and_its_country_a_country() {
    let text = "Gov. Pat Jordan spoke on Monday. Jordan, who was born in Texas, left. Jordan's king, no relation, \
                sent help to Egypt.";
    assert_eq!(mentions(text), "Texas=US-TX; Jordan=JO; Egypt=EG");
}

#[test]
fn common_words_are_places_only_with_proof_beside_them() {
    assert_eq!(
        mentions("Of the total, a third was sold. Reading the report took long. It was a Nice try."),
        ""
    );
    assert_eq!(mentions("A mill in Reading, England, closed."), "Reading=GB-ENG:Reading; England=GB-ENG");
    assert_eq!(mentions("A plant in Mobile, Alabama, closed."), "Mobile=US-AL:Mobile; Alabama=US-AL");
    assert_eq!(mentions("Exports of poultry, mostly turkey, tripled; guinea pigs did not."), "");
}

#[test]
fn acronyms_need_their_capitals() {
    assert_eq!(mentions("They told us it was theirs. The US and the UAE agreed."), "US=US; UAE=AE");
}

#[test]
fn hyphens_join_two_mentions_and_a_small_word_leaves_one() {
    assert_eq!(mentions("Russia-Turkey trade rose."), "Russia=RU; Turkey=TR");
    assert_eq!(
        mentions("The Hyderabad-based firm won an order from India."),
        "Hyderabad=IN-TG:Hyderabad; India=IN"
    );
    assert_eq!(mentions("Sino-U.S. ties improved."), "Sino=CN; U.S.=US");
}

#[test]
fn accents_and_their_plain_forms_are_one_name() {
    for (text, found) in [
        ("The port of São Paulo closed.", "São Paulo=BR-SP:São Paulo"),
        ("The port of Sao Paulo closed.", "Sao Paulo=BR-SP:São Paulo"),
        ("A bank in Zürich closed.", "Zürich=CH-ZH:Zürich"),
        ("A bank in Zurich closed.", "Zurich=CH-ZH:Zürich"),
        ("A bank in Zuerich closed.", "Zuerich=CH-ZH:Zürich"),
        ("Cocoa came from Côte d’Ivoire.", "Côte d’Ivoire=CI"),
        ("Exports to Türkiye fell.", "Türkiye=TR"),
        ("It hit Curaçao.", "Curaçao=CW"),
    ] {
        assert_eq!(mentions(text), found, "{text}");
    }
}

#[test]
fn a_quoted_nickname_is_nothing() {
    assert_eq!(mentions("It is part of China's \"Rust Belt.\""), "China=CN");
}

#[test]
fn rivers_lakes_ports_and_districts_are_found_by_their_kind() {
    let text = "Trains left Baqiao District. Shuwaikh Port was busy. She farms on Lake Naivasha. The Shuwaikh Port \
                Authority spoke.";
    let found =
        "Baqiao District=x:baqiao-district; Shuwaikh Port=x:shuwaikh-port; Lake Naivasha=x:lake-naivasha";
    assert_eq!(mentions(text), found);
}

#[test]
fn who_reported_where_is_no_mention() {
    let text = "Trade rose\n\nTAIPEI, Nov 14 (Reuters) - Exports of Japan rose 3 percent in October, data showed.\n\n\
                Imports fell.\n\n(Reporting by Lin Mei-hua in Taipei and Kenji Arai in Tokyo; Editing by Ruth Osei)";
    assert_eq!(mentions(text), "TAIPEI=TW-TPE:Taipei; Japan=JP");
}
