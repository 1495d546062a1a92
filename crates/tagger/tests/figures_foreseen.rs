//! What is still to come and what has been, money that is no trade, and what stands behind a number that says what it is of.

mod common;

use common::says;

#[test]
fn capital_that_comes_and_goes_is_no_investment() {
    says(
        "1987-03-03",
        "Canada's current account deficit was 2.27 billion dlrs in the fourth quarter. In the capital account there was a net inflow of 4.76 \
         billion dlrs, up from a net inflow of 3.22 billion dlrs in the third quarter.",
        &["level current_account CA>WORLD -2270000000 CAD 1986-Q4"],
    );
    says(
        "1987-04-07",
        "Germany's trade surplus was 10.45 billion marks in February. There was a deficit of 8.14 billion marks in the short-term capital account. \
         Banks alone exported 8.6 billion marks in funds, and 2.2 billion marks were imported through securities transactions.",
        &["level balance DE>WORLD 10450000000 DEM 1987-02"],
    );
    // Direct investment is told by its name, and goes on.
    says(
        "2017-05-03",
        "Brazil's foreign direct investment came to $17 billion in the first quarter, beside the short-term capital account. The power sector alone \
         received $6.2 billion in the quarter.",
        &[
            "level fdi_inward BR>WORLD 17000000000 USD 2017-Q1",
            "level fdi_inward BR>WORLD 6200000000 USD 2017-Q1",
        ],
    );
}

#[test]
fn securities_are_neither_exports_nor_imports() {
    says(
        "1987-03-17",
        "The U.S. trade deficit was 38.4 billion dlrs in the fourth quarter. Net foreign sales of U.S. Treasury securities were 2.7 billion dlrs \
         after purchases of 500 mln dlrs in the third quarter. Claims on foreigners rose 29.9 billion dlrs.",
        &["level balance US>WORLD -38400000000 USD 1986-Q4"],
    );
    says(
        "1987-03-17",
        "The U.S. trade deficit was 38.4 billion dlrs in the fourth quarter. Foreign purchases of cars were 2.7 billion dlrs.",
        &[
            "level balance US>WORLD -38400000000 USD 1986-Q4",
            "level imports US>WORLD 2700000000 USD 1986-Q4 [cars]",
        ],
    );
}

#[test]
fn what_should_reach_an_amount_is_foreseen() {
    says(
        "1987-04-24",
        "Brazil's trade surplus should reach one billion dlrs in the last six months of the year, the official said. Ecuador would have to import \
         seven mln barrels of crude oil until the line was repaired, the minister said.",
        &[
            "level balance BR>WORLD 1000000000 USD 1987-H2 forecast",
            "level imports EC>WORLD 7000000 bbl 1987-H2 [crude oil] forecast",
        ],
    );
    // What somebody wants, and what hangs on something else, is not.
    says(
        "1987-04-24",
        "Brazil's exports should be cut to one billion dlrs, the official said. If the duty came, its imports would reach 7 billion dlrs, he said.",
        &[
            "level exports BR>WORLD 1000000000 USD hypothetical",
            "level imports BR>WORLD 7000000000 USD hypothetical",
        ],
    );
}

#[test]
fn an_estimate_of_what_is_not_over_is_a_forecast() {
    says(
        "1987-04-08",
        "South Korea's corn imports this year are estimated at 4.3 mln tonnes. Imports in 1986 are estimated at 3.6 mln tonnes.",
        &[
            "level imports KR>WORLD 4300000 t 1987 [corn] forecast",
            "level imports KR>WORLD 3600000 t 1986 [corn]",
        ],
    );
}

#[test]
fn what_a_forecast_is_compared_with_has_been() {
    says(
        "1987-03-02",
        "Indonesia's tea exports are likely to rise to 95,000 tonnes in 1987 from 85,000 in 1986 and around 90,000 in 1985. Its wheat import target this \
         year has been set at 700,000 tonnes, down from actual imports of 758,770 tonnes last year.",
        &[
            "level exports ID>WORLD 95000 t 1987 [tea] forecast",
            "level exports ID>WORLD 85000 t 1986 [tea]",
            "level exports ID>WORLD ~90000 t 1985 [tea]",
            "level imports ID>WORLD 700000 t 1987 [wheat] target",
            "level imports ID>WORLD 758770 t 1986 [wheat]",
        ],
    );
    // An earlier forecast is one still.
    says(
        "1987-03-02",
        "French wheat exports are forecast to rise to 8.5 mln tonnes in 1987 from the 8.0 mln seen in October.",
        &[
            "level exports FR>WORLD 8500000 t 1987 [wheat] forecast",
            "level exports FR>WORLD 8000000 t 1986-10 [wheat] forecast",
        ],
    );
}

#[test]
fn the_flow_behind_a_number_is_what_it_is_of() {
    says(
        "1987-03-02",
        "Japan's trade with the U.S. in 1986 rose 23 pct for exports and 12 pct for imports in dollar terms, but fell 13 pct for exports and 21 pct for imports in \
         yen terms.",
        &[
            "change exports JP>US 23 percent up year_on_year 1986",
            "change imports JP>US 12 percent up year_on_year 1986",
            "change exports JP>US 13 percent down year_on_year 1986",
            "change imports JP>US 21 percent down year_on_year 1986",
        ],
    );
    says(
        "1987-03-02",
        "Japan's trade with the U.S. rose 23 pct in 1986, with exports up 30 pct.",
        &[
            "change trade JP>US 23 percent up year_on_year 1986",
            "change exports JP>US 30 percent up year_on_year 1986",
        ],
    );
}

#[test]
fn the_place_behind_goods_is_where_they_go() {
    says(
        "1987-04-24",
        "U.S. producers export two billion dlrs of forest products to Japan. The Philippines will import 250,000 bags of cement worth 375,000 dlrs from \
         Indonesia.",
        &[
            "level exports US>JP 2000000000 USD [forest products]",
            "level imports PH>ID 250000 other:bag [cement] forecast",
            "level imports PH>ID 375000 USD [cement] forecast",
        ],
    );
    // nobody is named
    says(
        "1987-04-24",
        "Kenya exported 20,000 tonnes of coffee worth 50 mln dlrs last year.",
        &[
            "level exports KE>WORLD 20000 t 1986 [coffee]",
            "level exports KE>WORLD 50000000 USD 1986 [coffee]",
        ],
    );
}

#[test]
fn a_quarter_whose_noun_is_left_out() {
    says(
        "1987-03-03",
        "Canada's trade deficit widened to 2.27 billion dlrs in the first quarter of 1986 from 1.94 billion dlrs in the fourth.",
        &["level balance CA>WORLD -2270000000 CAD 1986-Q1", "level balance CA>WORLD -1940000000 CAD 1985-Q4"],
    );
}

#[test]
fn half_a_percent_and_services() {
    says(
        "1987-04-07",
        "German exports in February fell a half pct, while imports rose a quarter of a percent.",
        &[
            "change exports DE>WORLD 0.5 percent down 1987-02",
            "change imports DE>WORLD 0.25 percent up 1987-02",
        ],
    );
    says(
        "1987-03-17",
        "U.S. net service receipts declined to 5.5 billion dlrs in the final quarter from six billion dlrs in the third quarter.",
        &[
            "level balance US>WORLD 5500000000 USD 1986-Q4 [services]",
            "level balance US>WORLD 6000000000 USD 1986-Q3 [services]",
        ],
    );
    says(
        "1987-04-07",
        "Germany's current account surplus widened to 6.63 billion marks in February. In the balance of services, a fall in investment income led to a \
         300 mln mark deficit after a 200 mln mark surplus in January. Transfer payments posted a 3.7 billion mark deficit.",
        &[
            "level current_account DE>WORLD 6630000000 DEM 1987-02",
            "level balance DE>WORLD -300000000 DEM 1987-02 [services]",
            "level balance DE>WORLD 200000000 DEM 1987-01 [services]",
        ],
    );
}
