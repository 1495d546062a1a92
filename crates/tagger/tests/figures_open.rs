//! The second reading: a report that goes on about its subject in words of its own; and what stays out of it.

mod common;

use common::says;

#[test]
fn who_got_goods_is_the_partner() {
    says(
        "2024-11-05",
        "Australia's barley exports reached 2.4 million tonnes in October. Japan got 610,000 tonnes, 11 per cent less than a year ago.",
        &[
            "level exports AU>WORLD 2400000 t 2024-10 [barley]",
            "level exports AU>JP 610000 t 2024-10 [barley]",
            "change exports AU>JP 11 percent down year_on_year 2024-10 [barley] of f2",
        ],
    );
}

#[test]
fn goods_go_on_where_exports_were_spoken_of() {
    says(
        "2024-11-20",
        "Taiwan's exports rose 4.9 percent in October. Base metals slipped 6.0 percent, plastics and rubber 3.3 percent.",
        &[
            "change exports TW>WORLD 4.9 percent up 2024-10",
            "change exports TW>WORLD 6 percent down 2024-10 [base metals]",
            "change exports TW>WORLD 3.3 percent down 2024-10 [plastics and rubber]",
        ],
    );
}

#[test]
fn a_province_that_chalks_up_exports_is_the_reporter() {
    says(
        "2023-02-15",
        "Indonesia's exports came to 22.3 billion dollars in January. Central Sulawesi shipped 1.71 billion dollars.",
        &[
            "level exports ID>WORLD 22300000000 USD 2023-01",
            "level exports ID-ST>WORLD 1710000000 USD 2023-01",
        ],
    );
}

#[test]
fn signed_numbers_in_brackets_are_changes() {
    says(
        "2023-08-14",
        "India's exports fell 15.9 per cent in July. Among the losers were tea (-12.61 per cent) and cotton yarn (-8.4 per cent).",
        &[
            "change exports IN>WORLD 15.9 percent down 2023-07",
            "change exports IN>WORLD 12.61 percent down 2023-07 [tea]",
            "change exports IN>WORLD 8.4 percent down 2023-07 [cotton yarn]",
        ],
    );
}

#[test]
fn what_is_made_eaten_lent_or_priced_is_no_trade() {
    says(
        "2024-08-05",
        "Brazil exported 14.1 million tonnes of soybeans in July. Farmers harvested 147 million tonnes of soybeans. Millers crushed \
         4.2 million tonnes. Soybeans closed at 10.40 dollars a bushel, up 1.2 percent. Banks lent the growers 3.2 billion dollars. \
         Brazil consumes 15 million tonnes of maize.",
        &["level exports BR>WORLD 14100000 t 2024-07 [soybeans]"],
    );
}

#[test]
fn a_firm_keeps_its_own_numbers() {
    says(
        "2024-08-05",
        "Japan's car exports rose 3 percent in June. Hikari Motor sold 214,000 vehicles, 6 percent fewer than a year before.",
        &["change exports JP>WORLD 3 percent up 2024-06 [car]"],
    );
}

#[test]
fn the_country_that_counts_is_whose_trade_it_is() {
    says(
        "2023-11-02",
        "CANBERRA, Nov 2 (AAP) - The first barley cargoes for China since Beijing dropped its 80 per cent tariff have done little for \
         Australia's trade surplus.\n\nImports jumped 7.5 per cent in September, the Australian Bureau of Statistics said.",
        &["level tariff CN 80 percent", "change imports AU>WORLD 7.5 percent up 2023-09"],
    );
}

#[test]
fn the_buyer_of_a_share_is_the_partner_and_not_whose_exports_they_are() {
    says(
        "2014-10-03",
        "Malaysia's exports rose 1.7 per cent in August. ASEAN was the destination of 28.1 per cent of exports. Shipments to Japan \
         increased 4.2 per cent.",
        &[
            "change exports MY>WORLD 1.7 percent up 2014-08",
            "share exports MY>x:asean 28.1 percent 2014-08",
            "change exports MY>JP 4.2 percent up 2014-08",
        ],
    );
}

#[test]
fn a_time_in_the_midst_of_a_sentence_is_that_numbers_alone() {
    says(
        "2015-05-22",
        "Peru's trade with China was barely 7.8 billion dollars in 2009. Last year, however, was not an easy one. Exports dropped 5.1 \
         percent.",
        &[
            "level trade PE>CN <7800000000 USD 2009",
            "change exports PE>CN 5.1 percent down year_on_year 2014",
        ],
    );
}

#[test]
fn a_line_of_the_page_says_nothing_of_the_period() {
    says(
        "2024-11-20",
        "Export orders up on AI demand\n11/20/2024 06:12 PM\n\nTaipei, Nov. 20 (CNA) Taiwan's exports rose 4.9 percent in October.\n\nChina \
         took 11.6 billion dollars.",
        &["change exports TW>WORLD 4.9 percent up 2024-10", "level exports TW>CN 11600000000 USD 2024-10"],
    );
}

#[test]
fn where_it_was_filed_is_whose_trade_it_is_and_no_partner_is() {
    says(
        "2024-07-08",
        "German exports down\n\nBERLIN, July 8 (dpa) - Exports fell 3.6 percent in May, those to the United States 2.9 percent and those to \
         China 10.2 percent.",
        &[
            "change exports DE>WORLD 3.6 percent down 2024-05",
            "change exports DE>US 2.9 percent down 2024-05",
            "change exports DE>CN 10.2 percent down 2024-05",
        ],
    );
}

#[test]
fn what_is_denied_is_no_figure() {
    says(
        "2024-07-18",
        "Poland's exports did not fall 5 percent in May; they rose 1.2 percent. The minister denied that imports had fallen 12 percent.",
        &["change exports PL>WORLD 1.2 percent up 2024-05"],
    );
}

#[test]
fn what_did_not_move_has_no_amount() {
    says(
        "2024-07-18",
        "Turkey's exports of flat glass 5 million tonnes in May.",
        &["level exports TR>WORLD 5000000 t 2024-05 [flat glass]"],
    );
}

#[test]
fn a_rate_beyond_all_decimals_is_none() {
    says(
        "2024-07-18",
        "Kuwait exported KD7 million ($111111111111111111111) of dates in May. Sold Canada 0%.",
        &[
            "level exports KW>WORLD 7000000 KWD 2024-05 [dates]",
            "level exports KW>WORLD 111111111111111111111 USD 2024-05 [dates] twin of f1",
        ],
    );
}

#[test]
fn whose_figure_it_is_stands_among_the_regions_though_no_word_names_it() {
    let article = common::parse(
        "More exports\n\nBERLIN, Nov 20 (dpa) - Exports rose 2 percent in October, the statistics office in Wiesbaden said.",
        Some("2024-11-20"),
    );
    let tags = common::tag(&article);
    let reporter = tags.trade_figures.first().and_then(|figure| figure.reporter.clone());
    assert_eq!(reporter.as_deref(), Some("DE"));
    let germany = tags.regions.iter().find(|region| region.code == "DE").expect("its country is there");
    assert_eq!((germany.mentions.len(), germany.level), (0, article::Level::Country));
}
