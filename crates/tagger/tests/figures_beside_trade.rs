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
