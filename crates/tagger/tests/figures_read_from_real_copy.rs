//! Kinds of phrases that desk editors found misread in real stories of 1987, each with other words than theirs.

mod common;

use common::says;

#[test]
fn a_story_counts_in_the_dollar_that_it_writes_out() {
    says(
        "1987-05-12",
        "N.Z. TRADE SURPLUS 80.4 MLN DLRS IN MARCH\n\nNew Zealand had a trade surplus of 80.4 mln N.Z. dlrs in March. Exports rose to 990.1 mln dlrs.",
        &[
            "level balance NZ>WORLD 80400000 NZD 1987-03",
            "level balance NZ>WORLD 80400000 NZD 1987-03",
            "level exports NZ>WORLD 990100000 NZD 1987-03",
        ],
    );
    // one that stands for goods sold to somebody else says nothing of the seller's
    says(
        "1987-05-12",
        "The New Zealand government expects a trade deficit of 119.1 mln dlrs. Wool exports to Australia were worth 100 mln Australian dlrs.",
        &["level balance NZ>WORLD -119100000 USD forecast", "level exports NZ>AU 100000000 AUD [wool]"],
    );
}

#[test]
fn a_second_base_has_the_scale_of_the_first() {
    says(
        "1987-06-10",
        "Denmark's imports fell to 6.4 billion crowns in April from 7.1 (revised from 7.2) in March and 6.9 in April 1986.",
        &[
            "level imports DK>WORLD 6400000000 DKK 1987-04",
            "level imports DK>WORLD 7100000000 DKK 1987-03 revised",
            "level imports DK>WORLD 7200000000 DKK 1987-03",
            "level imports DK>WORLD 6900000000 DKK 1986-04",
        ],
    );
    says(
        "1987-06-10",
        "Dutch imports of cocoa powder fell to 416 tonnes in May from 569 in April.",
        &[
            "level imports NL>WORLD 416 t 1987-05 [cocoa powder]",
            "level imports NL>WORLD 569 t 1987-04 [cocoa powder]",
        ],
    );
}

#[test]
fn a_change_is_of_the_trade_behind_it() {
    says(
        "1987-06-10",
        "Sweden's trade surplus in April was driven by a nine pct gain in paper exports. The institute forecast a two pct rise in paper exports and a three pct rise in imports this year.",
        &[
            "change exports SE>WORLD 9 percent up 1987-04 [paper]",
            "change exports SE>WORLD 2 percent up year_on_year 1987 [paper] forecast",
            "change imports SE>WORLD 3 percent up year_on_year 1987 forecast",
        ],
    );
    says(
        "1987-06-10",
        "Belgian car imports rose 12 pct in 1986, reflecting a 40 pct growth in Japanese imports.",
        &[
            "change imports BE>WORLD 12 percent up year_on_year 1986 [car]",
            "change imports BE>JP 40 percent up year_on_year 1986 [car]",
        ],
    );
}

#[test]
fn an_excess_of_one_over_the_other_is_the_balance() {
    says(
        "1987-06-10",
        "Finland had an excess of imports over exports of 1.2 billion markka in May. Norway had an excess of exports over imports of 900 mln crowns.",
        &["level balance FI>WORLD -1200000000 FIM 1987-05", "level balance NO>WORLD 900000000 NOK 1987-05"],
    );
}

#[test]
fn a_year_long_over_is_reported_and_one_to_come_is_foreseen() {
    says(
        "1987-06-29",
        "Germany's trade surplus is likely to fall only slightly from the record 112.2 billion marks in 1986. A bank put the 1987 trade surplus at 95 billion marks.",
        &[
            "level balance DE>WORLD 112200000000 DEM 1986",
            "level balance DE>WORLD 95000000000 DEM 1987 forecast",
        ],
    );
    // what was aimed at then stays so
    says(
        "1987-06-29",
        "Poland's trade surplus was one billion dlrs last year against a targeted 1.6 billion.",
        &["level balance PL>WORLD 1000000000 USD 1986", "level balance PL>WORLD 1600000000 USD 1986 target"],
    );
}

#[test]
fn imports_and_exports_are_compared_in_their_order() {
    says(
        "1987-06-10",
        "Morocco's imports totalled 34.6 billion dirhams in 1986 and exports 22.1 billion compared with 38.7 billion and 21.7 billion in 1985.",
        &[
            "level imports MA>WORLD 34600000000 MAD 1986",
            "level exports MA>WORLD 22100000000 MAD 1986",
            "level imports MA>WORLD 38700000000 MAD 1985",
            "level exports MA>WORLD 21700000000 MAD 1985",
        ],
    );
}

#[test]
fn who_levies_a_duty_brings_in_what_it_hits() {
    says(
        "1987-04-20",
        "The decision to impose 100 pct tariffs on 300 mln dlrs worth of Japanese exports to the United States stands.",
        &["level tariff US>JP 100 percent", "level imports US>JP 300000000 USD"],
    );
}

#[test]
fn with_whom_it_was_agreed_is_not_the_subject() {
    says(
        "1987-03-18",
        "Under a pact with the United States and Australia, Korea raised imports by 9,000 tonnes of beef in 1986. Peruvian customs figures released by its London office show zinc exports of 500 tonnes.",
        &[
            "change imports KR>WORLD 9000 t up year_on_year 1986 [beef]",
            "level exports PE>WORLD 500 t 1986 [zinc]",
        ],
    );
}

#[test]
fn goods_go_where_they_are_said_to_go_whoever_bought_before() {
    says(
        "1987-04-03",
        "Greece agreed to buy 30,000 tonnes of Spanish corn. The firm will also ship 6,000 tonnes of Spanish corn to Italy.",
        &["level deals GR>ES 30000 t [corn] target", "level deals ES>IT 6000 t [corn] target"],
    );
    says(
        "1987-04-03",
        "In 1986 Australia sold goods worth 428 mln dlrs, mainly steel and coal, to India.",
        &["level exports AU>IN 428000000 USD 1986"],
    );
}

#[test]
fn the_current_account_is_with_all() {
    says(
        "1987-03-18",
        "South Korea had a trade surplus with the U.S. of 7.1 billion dlrs last year. Its current account surplus could reach eight billion dlrs this year.",
        &[
            "level balance KR>US 7100000000 USD 1986",
            "level current_account KR>WORLD 8000000000 USD 1987 forecast",
        ],
    );
}

#[test]
fn what_is_up_on_an_amount_is_compared_with_it() {
    says(
        "1987-04-09",
        "Philippine exports of 368 mln dlrs in January were up on the 314 mln in January 1986.",
        &["level exports PH>WORLD 368000000 USD 1987-01", "level exports PH>WORLD 314000000 USD 1986-01"],
    );
}

#[test]
fn a_cut_of_a_duty_is_a_change() {
    says(
        "1987-06-01",
        "South Korea announced tariff cuts of between five and 30 pct on cars. Its tariff on tobacco is 20 pct.",
        &["change tariff KR 5..30 percent down [cars]", "level tariff KR 20 percent [tobacco]"],
    );
}
