//! Numbers that stand beside trade and are none: what is sold at home, grown, kept or bought from farmers, a firm's revenue, the
//! budget's deficit, a market's surplus; and balances whose sign another word tells than their noun.

mod common;

use common::says;

#[test]
fn a_balance_has_the_sign_that_a_word_beside_it_tells() {
    says(
        "2026-05-20",
        "Russia's trade deficit narrowed in April. The negative balance with China came to $0.9 bln.",
        &["level balance RU>CN -900000000 USD 2026-04"],
    );
    says(
        "2026-05-20",
        "Poland's foreign trade closed with a negative balance of 1.3 bn euros in March.",
        &["level balance PL>WORLD -1300000000 EUR 2026-03"],
    );
    says(
        "2026-05-20",
        "Peru's trade balance swung to minus 120 mln dlrs in March from plus 45 mln dlrs in February.",
        &["level balance PE>WORLD -120000000 USD 2026-03", "level balance PE>WORLD 45000000 USD 2026-02"],
    );
    says(
        "2026-05-20",
        "Hungary's trade balance was negative by 350 million euros with China and by 90 million with Russia in March.",
        &["level balance HU>CN -350000000 EUR 2026-03", "level balance HU>RU -90000000 EUR 2026-03"],
    );
    says(
        "2026-05-20",
        "Colombia recorded a negative trade balance with China of $1.2 bln and a positive one with the United States of $310 mln.",
        &["level balance CO>CN -1200000000 USD", "level balance CO>US 310000000 USD"],
    );
}

#[test]
fn foreign_trade_in_the_red_is_a_balance() {
    says(
        "2026-05-20",
        "Ukraine's foreign trade was in the red by $1.2 billion in the first quarter.",
        &["level balance UA>WORLD -1200000000 USD 2026-Q1"],
    );
    says(
        "2026-05-20",
        "Ukraine's foreign trade was $1.2 billion in the red in the first quarter.",
        &["level balance UA>WORLD -1200000000 USD 2026-Q1"],
    );
    says(
        "2026-05-20",
        "The Czech trade balance was in the black by 12.3 billion crowns in March, after being in the red to the tune of 2.1 billion in February.",
        &["level balance CZ>WORLD 12300000000 CZK 2026-03", "level balance CZ>WORLD -2100000000 CZK 2026-02"],
    );
}

#[test]
fn what_is_sold_at_home_is_no_export() {
    says(
        "2026-05-20",
        "South Korea's Kia said its exports rose 5 percent to 180,000 cars in April. It sold 350,000 cars at home in the first four months.",
        &[
            "change exports KR>WORLD 5 percent up 2026-04 [cars] of f2",
            "level exports KR>WORLD 180000 vehicle 2026-04 [cars]",
        ],
    );
    says(
        "2026-05-20",
        "Sri Lanka's tea exports were 19.3 million kilos in April. The auctions sold 6.4 million kilos at 720 rupees.",
        &["level exports LK>WORLD 19300000 kg 2026-04 [tea]"],
    );
}

#[test]
fn what_farmers_grow_and_sell_and_mills_buy_is_no_export() {
    says(
        "2026-05-20",
        "India exported 3.2 million tonnes of rice in 2025. Punjab grew 12 million tonnes of rice, officials said.",
        &["level exports IN>WORLD 3200000 t 2025 [rice]"],
    );
    says(
        "2026-05-20",
        "Pakistan has exported 1.2 million bales of cotton so far this season. Mills bought 3 million bales, the ginners' association said.",
        &["level exports PK>WORLD 1200000 other:bale [cotton]"],
    );
    says(
        "2026-05-20",
        "Ghana's cocoa exports rose to 250,000 tonnes in 1986. Ghana bought 210,000 tonnes from farmers in the season, the board said.",
        &["level exports GH>WORLD 250000 t 1986 [cocoa]"],
    );
    says(
        "2026-05-20",
        "Argentina exported 4.1 mln tonnes of corn in April. Growers have sold 12.3 mln tonnes so far this season. Crushers bought 2.3 mln tonnes of soybeans.",
        &["level exports AR>WORLD 4100000 t 2026-04 [corn]"],
    );
    says(
        "2026-05-20",
        "Ivory Coast's cocoa exports totalled 155,000 tonnes in April. Arrivals at ports reached 1.45 million tonnes by May 17.",
        &["level exports CI>WORLD 155000 t 2026-04 [cocoa]"],
    );
}

#[test]
fn what_another_countrys_mills_buy_is_an_export() {
    says(
        "2026-05-20",
        "Pakistan has exported 1.2 million bales of cotton so far this season. Chinese mills bought 300,000 bales.",
        &[
            "level exports PK>WORLD 1200000 other:bale [cotton]",
            "level exports PK>CN 300000 other:bale [cotton]",
        ],
    );
}

#[test]
fn a_total_of_which_exports_are_a_part_is_no_export() {
    says(
        "2026-05-20",
        "South Korea's Hyundai said exports made up 24 percent of its total sales of 2.49 million vehicles in 2025.",
        &["share exports KR>WORLD 24 percent 2025"],
    );
}

#[test]
fn what_a_firm_takes_abroad_is_its_revenue() {
    says(
        "2026-05-20",
        "Japan's Sony said overseas sales rose 12 percent to 4.2 trillion yen in the year to March, while domestic sales fell 3 percent.",
        &[],
    );
    // … and in a report on trade another word for exports
    says(
        "2026-05-20",
        "Turkey's exports rose 4.7% to $20.1 billion in April. Overseas sales of steel fell 3%.",
        &[
            "change exports TR>WORLD 4.7 percent up 2026-04 of f2",
            "level exports TR>WORLD 20100000000 USD 2026-04",
            "change exports TR>WORLD 3 percent down 2026-04 [steel]",
        ],
    );
}

#[test]
fn the_deficit_of_a_budget_is_no_balance_of_trade() {
    says(
        "2026-05-20",
        "Italy's exports rose 3 percent in March. The state sector deficit was 12 billion euros in April.",
        &["change exports IT>WORLD 3 percent up 2026-03"],
    );
    says(
        "2026-05-20",
        "Portugal's exports rose 3 percent in March. Social security ran a surplus of 1.1 billion euros, and the gap in the accounts of local authorities was 300 million euros.",
        &["change exports PT>WORLD 3 percent up 2026-03"],
    );
}

#[test]
fn a_market_with_more_than_it_uses_has_no_balance_of_trade() {
    says(
        "2026-05-20",
        "Zambia's copper exports fell 12 percent in March. Analysts see a global copper deficit of 250,000 tonnes this year, and a zinc surplus of 120,000 tonnes.",
        &["change exports ZM>WORLD 12 percent down 2026-03 [copper]"],
    );
}

#[test]
fn non_oil_exports_do_not_name_the_goods_of_oil_exports() {
    says(
        "2026-05-20",
        "Saudi oil exports fell to 6.1 million bpd in March. Non-oil exports rose 12 percent to 24 billion riyals. Exports to China were worth 14.2 billion riyals.",
        &[
            "level exports SA>WORLD 6100000 bbl/d 2026-03 [oil]",
            "change exports SA>WORLD 12 percent up 2026-03 [non-oil] of f3",
            "level exports SA>WORLD 24000000000 SAR 2026-03 [non-oil]",
            "level exports SA>CN 14200000000 SAR 2026-03",
        ],
    );
}

#[test]
fn what_years_had_on_the_average_is_of_none_of_them() {
    says(
        "2026-05-20",
        "Australian wheat exports were forecast at 21 mln tonnes this year, above the 10-year average of 18.4 mln tonnes.",
        &[
            "level exports AU>WORLD 21000000 t 2026 [wheat] forecast",
            "level exports AU>WORLD 18400000 t [wheat]",
        ],
    );
}

#[test]
fn parts_of_growth_go_on_without_their_word() {
    says(
        "2026-05-20",
        "South Korea's consumption contributed 1.2 points to growth, net exports 0.4 and inventories subtracted 0.2.",
        &["contribution balance KR>WORLD 0.4 percentage_point"],
    );
}

#[test]
fn what_is_registered_or_delivered_at_home_is_no_export() {
    says(
        "2026-05-20",
        "Canadian canola exports were 210,000 tonnes in April. Producer deliveries were 380,000 tonnes and domestic disappearance 160,000.",
        &["level exports CA>WORLD 210000 t 2026-04 [canola]"],
    );
    says(
        "2026-05-20",
        "Japan's Nissan exported 48,000 vehicles in April. Its sales in the United States were 81,000 vehicles. Domestic registrations fell 4 percent to 28,000.",
        &["level exports JP>WORLD 48000 vehicle 2026-04 [vehicles]"],
    );
    says(
        "2026-05-20",
        "India's gold imports rose 12 percent to 65 tonnes in April. Jewellers bought 40 tonnes from local banks.",
        &[
            "change imports IN>WORLD 12 percent up 2026-04 [gold] of f2",
            "level imports IN>WORLD 65 t 2026-04 [gold]",
        ],
    );
    says(
        "2026-05-20",
        "Swiss machinery exports fell 4 percent in the first quarter. New orders dropped 6 percent and sales 3 percent.",
        &["change exports CH>WORLD 4 percent down 2026-Q1 [machinery]"],
    );
}

#[test]
fn the_part_of_its_output_that_a_country_exports() {
    says(
        "2026-05-20",
        "About 98 percent of Zimbabwe's tobacco is exported.",
        &["share exports ZW>WORLD ~98 percent [tobacco]"],
    );
    says(
        "2026-05-20",
        "Germany's BMW exports 65 percent of its output of 450,000 cars.",
        &["share exports DE>WORLD 65 percent"],
    );
    says(
        "2026-05-20",
        "The Czech Republic's Skoda said 80 percent of the 500,000 cars it builds are exported.",
        &["share exports CZ>WORLD 80 percent"],
    );
    // … and the noun
    says(
        "2026-05-20",
        "Chile lifted exports 5 percent in March.",
        &["change exports CL>WORLD 5 percent up 2026-03"],
    );
}

#[test]
fn invisibles_have_a_balance_of_their_own() {
    says(
        "1987-03-20",
        "France's invisibles surplus rose to 6.1 bln francs in January while the merchandise deficit was 2.2 bln.",
        &[
            "level balance FR>WORLD 6100000000 FRF 1987-01 [invisibles]",
            "level balance FR>WORLD -2200000000 FRF 1987-01",
        ],
    );
    says(
        "1987-03-20",
        "Britain's surplus on invisibles was 600 million pounds in January.",
        &["level balance GB>WORLD 600000000 GBP 1987-01 [invisibles]"],
    );
}

#[test]
fn a_sea_has_the_exports_of_whose_it_is() {
    says(
        "2026-05-20",
        "Britain's North Sea oil exports earned 1.2 billion pounds in March.",
        &["level exports GB>WORLD 1200000000 GBP 2026-03 [oil]"],
    );
}

#[test]
fn goods_sold_to_foreign_buyers_and_other_countries_are_exports() {
    says(
        "2026-05-20",
        "France sold 45.2 billion euros worth of goods to foreign buyers in March.",
        &["level exports FR>WORLD 45200000000 EUR 2026-03"],
    );
    says(
        "2026-05-20",
        "Norway sold seafood worth 14.1 billion crowns to other countries in April, a rise of 8 percent.",
        &[
            "level exports NO>WORLD 14100000000 NOK 2026-04 [seafood]",
            "change exports NO>WORLD 8 percent up 2026-04 [seafood] of f1",
        ],
    );
    says(
        "2026-05-20",
        "CHICAGO, May 20 - U.S. exporters reported the sale of 120,000 tonnes of soybeans to unknown destinations.",
        &["level deals US>WORLD 120000 t [soybeans]"],
    );
}

#[test]
fn exports_that_meet_a_part_of_imports_are_no_part_of_them() {
    says("2026-05-20", "Turkey's exports met 65.4 percent of imports in March.", &[]);
    says(
        "2026-05-20",
        "Turkey's imports excluding energy and gold were $21.3 billion in March.",
        &["level imports TR>WORLD 21300000000 USD 2026-03"],
    );
}

#[test]
fn a_shortfall_of_goods_trade_is_a_deficit() {
    says(
        "2026-05-20",
        "Canada ran up a C$ 7.1 billion merchandise trade shortfall in March.",
        &["level balance CA>WORLD -7100000000 CAD 2026-03"],
    );
    says(
        "2026-05-20",
        "The Philippines' exports were 6.59 billion dollars in March and its imports 10.72 billion, so that the hole in the trade account was 4.13 billion.",
        &[
            "level exports PH>WORLD 6590000000 USD 2026-03",
            "level imports PH>WORLD 10720000000 USD 2026-03",
            "level balance PH>WORLD -4130000000 USD 2026-03",
        ],
    );
}

#[test]
fn a_budget_in_the_headline_has_the_deficits_of_its_story() {
    says(
        "1987-06-20",
        "BELGIAN PUBLIC SPENDING DEFICIT FALLS IN MAY\n\nBelgium's public expenditure deficit fell to 59.5 billion francs in May from 96.7 billion.\n\n\
         The government is aiming to cut this year's financing requirement to below 420 billion francs.",
        &[],
    );
    says(
        "1987-04-20",
        "SEAGA PRESENTS GROWTH BUDGET\n\nJamaica's revenues were up to 4.3 billion dlrs, enough to finance the entire expenditure of 3.7 billion, with a 666 mln dlr surplus.",
        &[],
    );
}

#[test]
fn a_firms_own_sales_are_no_exports() {
    says(
        "1987-04-20",
        "TOSHIBA FORECASTS 11 PCT RISE IN GROUP NET\n\nJapan's Toshiba said exports fell. Sales in 1987 are expected to be 695 billion yen. Swatch's sales rose 3.1 pct to 2.1 billion francs.",
        &[],
    );
}

#[test]
fn money_that_is_lent_or_bought_pays_for_no_goods() {
    says(
        "1987-04-20",
        "Indonesia's crude exports fell to 5.1 billion dlrs last year. It has received 10.7 billion dlrs from the World Bank in the past 20 years.",
        &["level exports ID>WORLD 5100000000 USD 1986 [crude]"],
    );
    says(
        "1987-04-20",
        "Taiwan's trade surplus rose to 2.73 billion U.S. dlrs in March. The central bank bought nearly two billion U.S. dlrs between March 5 and 23.",
        &["level balance TW>WORLD 2730000000 USD 1987-03"],
    );
}

#[test]
fn reserves_that_surpluses_swell_are_no_balance() {
    says(
        "1987-03-26",
        "Taiwan's foreign exchange reserves, swollen by strong trade surpluses to a record 53 billion U.S. dlrs, are becoming a problem.",
        &[],
    );
}

#[test]
fn a_deficit_is_of_so_many_marks() {
    says(
        "1987-04-20",
        "West Germany's current account surplus was 6.6 billion marks in March. There was a 500 mln mark deficit in supplementary trade items.",
        &[
            "level current_account DE>WORLD 6600000000 DEM 1987-03",
            "level balance DE>WORLD -500000000 DEM 1987-03",
        ],
    );
    // … and a mark that is passed is no money
    says("2026-05-20", "Poland's exports passed the 500 billion mark in 2025.", &[]);
}

#[test]
fn a_narrow_surplus_does_not_narrow() {
    says(
        "1987-04-20",
        "Belgium moved into a narrow trade surplus of 4.7 billion francs in 1986.",
        &["level balance BE>WORLD 4700000000 BEF 1986"],
    );
}
