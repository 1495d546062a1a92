//! Ways of agencies to say more than one thing in a sentence: lists, places, goods, contracts, bases.

mod common;

use common::says;

#[test]
fn of_a_country_names_whose_it_is() {
    says(
        "2024-11-07",
        "Chile's exports rose 2 percent in October. Exports of Peru rose 8.4% to $6.2 billion. Those of Japan fell 3 percent.",
        &[
            "change exports CL>WORLD 2 percent up 2024-10",
            "change exports PE>WORLD 8.4 percent up 2024-10 of f3",
            "level exports PE>WORLD 6200000000 USD 2024-10",
            "change exports JP>WORLD 3 percent down 2024-10",
        ],
    );
}

#[test]
fn two_bases_are_two_levels() {
    says(
        "1987-04-07",
        "Taiwan's exports rose to 4.12 billion U.S. dlrs in March from 3.39 billion in February and 3.01 billion a year ago.",
        &[
            "level exports TW>WORLD 4120000000 USD 1987-03",
            "level exports TW>WORLD 3390000000 USD 1987-02",
            "level exports TW>WORLD 3010000000 USD 1986-03",
        ],
    );
}

#[test]
fn places_in_a_list_have_a_level_each() {
    says(
        "2024-11-05",
        "Türkiye's exports rose to $23.7 billion in October. Germany was the top export market with $1.7 billion, followed by the \
         UK with $1.3 billion and the US with $1.2 billion.",
        &[
            "level exports TR>WORLD 23700000000 USD 2024-10",
            "level exports TR>DE 1700000000 USD 2024-10",
            "level exports TR>GB 1300000000 USD 2024-10",
            "level exports TR>US 1200000000 USD 2024-10",
        ],
    );
}

#[test]
fn goods_take_over_the_verb() {
    says(
        "2024-10-16",
        "India's engineering exports grew 10.55 per cent in September while gems and jewellery fell 11.5 per cent.",
        &[
            "change exports IN>WORLD 10.55 percent up 2024-09 [engineering]",
            "change exports IN>WORLD 11.5 percent down 2024-09 [gems and jewellery]",
        ],
    );
}

#[test]
fn a_contract_counts_where_it_crosses_a_border() {
    says(
        "2024-11-05",
        "South Korea's Namhae Shipbuilding won orders worth $1.38 billion from Greek owners.",
        &["level deals KR>GR 1380000000 USD"],
    );
    says("2024-11-05", "Siemens' orders rose 10% to 22.9 billion euros as exports grew.", &[]);
}

#[test]
fn an_earlier_change_has_its_own_period() {
    says(
        "2024-10-17",
        "Singapore's exports rose 2.7 per cent year on year in September, after a 10.7 per cent expansion in August.",
        &[
            "change exports SG>WORLD 2.7 percent up year_on_year 2024-09",
            "change exports SG>WORLD 10.7 percent up year_on_year 2024-08",
        ],
    );
}

#[test]
fn a_forecast_alone_is_of_what_was_spoken_of() {
    says(
        "2025-03-06",
        "Australia's trade surplus narrowed to A$5.07 billion in January. Economists had tipped A$5.5 billion.",
        &[
            "level balance AU>WORLD 5070000000 AUD 2025-01",
            "level balance AU>WORLD 5500000000 AUD 2025-01 forecast",
        ],
    );
}

#[test]
fn a_fiscal_half_is_that_of_the_reporter() {
    says(
        "2024-10-17",
        "Japan's trade deficit widened to 3.22 trillion yen in the first half of fiscal 2024 from 2.78 trillion yen a year before.",
        &[
            "level balance JP>WORLD -3220000000000 JPY 2024-04..2024-09",
            "level balance JP>WORLD -2780000000000 JPY 2023-04..2023-09",
        ],
    );
}

#[test]
fn a_bare_dollar_is_settled_by_place_and_agency() {
    // filed at home by an agency without a name: the local dollar
    says(
        "1987-04-14",
        "New Zealand's exports rose to 1.02 billion N.Z. dlrs in February.",
        &["level exports NZ>WORLD 1020000000 NZD 1987-02"],
    );
    // elsewhere: the American one
    says(
        "2024-11-05",
        "Canada's exports rose to $63.9 billion in September.",
        &["level exports CA>WORLD 63900000000 USD 2024-09"],
    );
}

#[test]
fn sums_of_scales_and_sizes_of_bags() {
    says(
        "1987-04-01",
        "Brazil's coffee exports in March totalled 1.35 mln 60-kilo bags, valued at 10 billion 282 million dollars.",
        &[
            "level exports BR>WORLD 1350000 other:bag 1987-03 [coffee]",
            "level exports BR>WORLD 10282000000 USD 1987-03 [coffee]",
        ],
    );
}

#[test]
fn an_aside_between_commas_is_no_subject() {
    says(
        "2024-10-17",
        "Japan's shipments to the United States, where carmakers have cut output, dropped 2.4 percent to 1.72 trillion yen.",
        &["change exports JP>US 2.4 percent down of f2", "level exports JP>US 1720000000000 JPY"],
    );
}

#[test]
fn a_basis_is_given_to_the_figures_of_its_clause() {
    let bases = |text: &str| -> Vec<String> {
        common::figures(text, Some("2024-11-07"))
            .iter()
            .map(|figure| {
                let bases = figure["basis"].as_array().expect("a list");
                bases.iter().filter_map(|basis| basis.as_str()).collect::<Vec<_>>().join(" ")
            })
            .collect()
    };
    assert_eq!(
        bases(
            "China's exports rose 5.2 percent in yuan terms in October, while in dollar terms exports grew 4.1 percent."
        ),
        ["currency:CNY", "currency:USD"]
    );
    assert_eq!(
        bases("Germany's exports fell 1.7% on the month in September, seasonally adjusted. Imports rose 2%."),
        ["seasonally_adjusted", ""]
    );
    assert_eq!(
        bases("Excluding petroleum, U.S. exports rose 3 percent in September."),
        ["excluding:petroleum"]
    );
}

#[test]
fn a_conversion_that_cannot_be_right_is_kept_with_little_confidence() {
    let confidence = |dollars: &str| {
        let text =
            format!("China's exports reached 28.14 billion yuan (about {dollars} U.S. dollars) in July.");
        let figures = common::figures(&text, Some("2023-08-30"));
        assert_eq!(figures.len(), 2, "{text}");
        figures[1]["confidence"].as_u64().expect("a number")
    };
    assert!(confidence("3.9 billion") > 70);
    assert!(confidence("3.9 million") < 40);
}

#[test]
fn world_trade_is_the_worlds_and_nobody_levies_on_himself() {
    says(
        "2024-11-07",
        "World trade in goods will grow 2.7% this year, the WTO said.",
        &["change trade x:world>WORLD 2.7 percent up year_on_year 2024 forecast"],
    );
    says(
        "2024-11-07",
        "The United States votes. The candidate promised a 60% tariff on Chinese goods.",
        &["level tariff US>CN 60 percent"],
    );
}

#[test]
fn brussels_levies_for_the_union() {
    says(
        "2024-08-20",
        "In July Brussels put provisional duties of between 16.5 and 36.2 per cent on Chinese electric cars.",
        &["level tariff x:eu>CN 16.5..36.2 percent [electric cars]"],
    );
}

#[test]
fn a_country_with_stops_in_its_letters_is_one_word_of_a_source_and_of_what_is_left_out() {
    for country in ["U.S.", "R.O.K.", "U.A.E."] {
        let text = format!(
            "The {country} Census Bureau and the {country} Bureau of Economic Analysis said Canada's exports to countries other than the {country} rose 3.1 percent in July."
        );
        let found = common::figures(&text, Some("2024-09-04"));
        let source = format!("{country} Census Bureau and the {country} Bureau of Economic Analysis");
        assert_eq!(found[0]["attribution"], source.as_str());
        assert_eq!(found[0]["basis"], serde_json::json!([format!("excluding:the {country}")]));
    }
}
