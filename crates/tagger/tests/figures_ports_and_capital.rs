//! What a second set of stories showed: ports, investment, shares as nouns, lists of goods, periods of seasons.

mod common;

use common::says;

#[test]
fn imports_of_a_port_are_freight() {
    says(
        "2025-01-20",
        "Cargo throughput at Gdansk rose 4 percent to 77 million tonnes in 2024. Imports climbed 6.2 percent to 41 million tonnes.",
        &[
            "change freight geonames:3099434>WORLD 4 percent up year_on_year 2024 of f2",
            "level freight geonames:3099434>WORLD 77000000 t 2024",
            "change freight geonames:3099434>WORLD 6.2 percent up year_on_year 2024 of f4",
            "level freight geonames:3099434>WORLD 41000000 t 2024",
        ],
    );
}

#[test]
fn a_place_in_brackets_has_its_change_and_level() {
    says(
        "2024-11-05",
        "Chile's exports to China rose 4 percent to $3.2 billion in October. Japan (down 7 percent to $620 million) came next.",
        &[
            "change exports CL>CN 4 percent up 2024-10 of f2",
            "level exports CL>CN 3200000000 USD 2024-10",
            "change exports CL>JP 7 percent down 2024-10 of f4",
            "level exports CL>JP 620000000 USD 2024-10",
        ],
    );
}

#[test]
fn investment_flows_to_whose_it_is() {
    says(
        "2025-02-10",
        "Foreign direct investment in Poland rose 4 percent to $29 billion last year. Inflows to Mexico fell 3 percent to $36 billion. Brazil attracted $62 billion.",
        &[
            "change fdi_inward PL>WORLD 4 percent up year_on_year 2024 of f2",
            "level fdi_inward PL>WORLD 29000000000 USD 2024",
            "change fdi_inward MX>WORLD 3 percent down year_on_year 2024 of f4",
            "level fdi_inward MX>WORLD 36000000000 USD 2024",
            "level fdi_inward BR>WORLD 62000000000 USD 2024",
        ],
    );
}

#[test]
fn a_share_is_a_noun_too() {
    says(
        "2024-11-05",
        "Peru's exports to Chile fell 8 percent in October, cutting its share to 4.1 percent from 4.6 percent a year earlier.",
        &[
            "change exports PE>CL 8 percent down 2024-10",
            "share exports PE>CL 4.1 percent 2024-10",
            "share exports PE>CL 4.6 percent 2023-10",
        ],
    );
}

#[test]
fn goods_follow_goods() {
    says(
        "2024-11-05",
        "Kenya's exports of tea rose 5 percent to $130 million in October, followed by coffee with $44 million and roses with $39 million.",
        &[
            "change exports KE>WORLD 5 percent up 2024-10 [tea] of f2",
            "level exports KE>WORLD 130000000 USD 2024-10 [tea]",
            "level exports KE>WORLD 44000000 USD 2024-10 [coffee]",
            "level exports KE>WORLD 39000000 USD 2024-10 [roses]",
        ],
    );
}

#[test]
fn brackets_name_the_month_before() {
    says(
        "2024-11-05",
        "Peru's copper exports rose to 210,000 tonnes in October (September: 195,000 tonnes).",
        &[
            "level exports PE>WORLD 210000 t 2024-10 [copper]",
            "level exports PE>WORLD 195000 t 2024-09 [copper]",
        ],
    );
}

#[test]
fn a_season_begins_in_its_month() {
    says(
        "1988-02-12",
        "Argentine maize exports in the first four months of the 1987/88 season (October/September) rose 9 pct to 1.2 mln tonnes.",
        &[
            "change exports AR>WORLD 9 percent up year_on_year 1987-10..1988-01 [maize] of f2",
            "level exports AR>WORLD 1200000 t 1987-10..1988-01 [maize]",
        ],
    );
}

#[test]
fn months_end_in_a_month() {
    says(
        "2024-11-05",
        "In the 12 months to September Norway's exports came to $170 billion. In the ten months to end-October imports fell 2 percent.",
        &[
            "level exports NO>WORLD 170000000000 USD 2023-10..2024-09",
            "change imports NO>WORLD 2 percent down year_on_year 2024-01..2024-10",
        ],
    );
}

#[test]
fn a_lead_without_figures_says_when() {
    says(
        "2024-11-05",
        "Norwegian exports grow again\n\nOslo sold more to its neighbours in October.\n\nExports rose 2 percent to $15 billion.",
        &[
            "change exports NO>WORLD 2 percent up 2024-10 of f2",
            "level exports NO>WORLD 15000000000 USD 2024-10",
        ],
    );
}

#[test]
fn after_a_level_stands_the_one_before() {
    says(
        "2024-11-05",
        "Denmark had a trade surplus of 4 billion euros in October, after 3.6 billion in September.",
        &["level balance DK>WORLD 4000000000 EUR 2024-10", "level balance DK>WORLD 3600000000 EUR 2024-09"],
    );
}

#[test]
fn what_is_no_trade_stays_out() {
    says(
        "2024-11-05",
        "Traffic on the motorway rose 4 percent in October. Inflows to equity funds fell to $3 billion. Deliveries to bakers reached \
         3,000 tonnes after exports of flour stopped.",
        &[],
    );
}

#[test]
fn a_third_year_is_no_third() {
    says(
        "2025-02-10",
        "Foreign direct investment in Poland rose for a third year running, by 4 percent to $29 billion in 2024.",
        &[
            "change fdi_inward PL>WORLD 4 percent up year_on_year 2024 of f2",
            "level fdi_inward PL>WORLD 29000000000 USD 2024",
        ],
    );
}

#[test]
fn a_goods_balance_says_of_which_goods() {
    says(
        "2024-11-05",
        "Spain's trade deficit narrowed to 4 billion euros in September. The surplus in cars and machinery fell to 1.2 billion.",
        &[
            "level balance ES>WORLD -4000000000 EUR 2024-09",
            "level balance ES>WORLD 1200000000 EUR 2024-09 [cars and machinery]",
        ],
    );
}

#[test]
fn up_p_at_v() {
    says(
        "2024-11-05",
        "Norway's exports were up 6 percent at $15 billion in October.",
        &[
            "change exports NO>WORLD 6 percent up 2024-10 of f2",
            "level exports NO>WORLD 15000000000 USD 2024-10",
        ],
    );
}

#[test]
fn analysts_had_expected_a_drop() {
    says(
        "2024-11-05",
        "Norway's exports rose 2 percent in October. Analysts had expected a drop of 0.7 percent.",
        &[
            "change exports NO>WORLD 2 percent up 2024-10",
            "change exports NO>WORLD 0.7 percent down 2024-10 forecast",
        ],
    );
}

#[test]
fn a_port_loads_tonnes() {
    says(
        "2024-11-05",
        "Ghana exported 90,000 tonnes of cocoa in October. The port of Tema loaded 60,000 tonnes of the beans.",
        &[
            "level exports GH>WORLD 90000 t 2024-10 [cocoa]",
            "level freight geonames:2294700>WORLD 60000 t 2024-10 [beans]",
        ],
    );
}

#[test]
fn a_point_may_be_spoken_before_figures() {
    says(
        "2024-11-05",
        "Norway's trade surplus came to two-point-45 billion dollars in October.",
        &["level balance NO>WORLD 2450000000 USD 2024-10"],
    );
}

#[test]
fn weeks_and_halves_of_a_month() {
    says(
        "2024-11-25",
        "Peru's exports came to $2 billion in the second week of October. Imports reached $3 billion in the first half of October.",
        &[
            "level exports PE>WORLD 2000000000 USD 2024-10-07..2024-10-13",
            "level imports PE>WORLD 3000000000 USD 2024-10-01..2024-10-15",
        ],
    );
}

#[test]
fn a_year_since_which_is_no_period() {
    says(
        "2024-11-05",
        "Norway's exports rose 2 percent in October. For the first time since 2019 imports reached $12 billion.",
        &["change exports NO>WORLD 2 percent up 2024-10", "level imports NO>WORLD 12000000000 USD 2024-10"],
    );
}

#[test]
fn an_aside_has_its_own_year() {
    says(
        "2025-02-05",
        "Norway's exports came to $150 billion in 2024. Imports, which had soared in 2022, fell to $110 billion.",
        &["level exports NO>WORLD 150000000000 USD 2024", "level imports NO>WORLD 110000000000 USD 2024"],
    );
}

#[test]
fn widening_the_gap_by() {
    says(
        "2024-11-05",
        "Norway's imports rose 2 percent to $12 billion in October, widening the trade gap by 14 percent to $1.2 billion.",
        &[
            "change imports NO>WORLD 2 percent up 2024-10 of f2",
            "level imports NO>WORLD 12000000000 USD 2024-10",
            "change balance NO>WORLD 14 percent up 2024-10 of f4",
            "level balance NO>WORLD -1200000000 USD 2024-10",
        ],
    );
}

#[test]
fn a_price_has_a_slash() {
    says(
        "2024-11-05",
        "Under the export contract Brent averaged $70/bl in October, up by $5/bl from September.",
        &[],
    );
}

#[test]
fn exports_and_imports_respectively() {
    says(
        "2024-11-05",
        "Norway's exports and imports totalled $15 billion and $12 billion respectively in October, compared with $14 billion and $11 billion a year earlier.",
        &[
            "level exports NO>WORLD 15000000000 USD 2024-10",
            "level imports NO>WORLD 12000000000 USD 2024-10",
            "level exports NO>WORLD 14000000000 USD 2023-10",
            "level imports NO>WORLD 11000000000 USD 2023-10",
        ],
    );
}

#[test]
fn and_to_another_place() {
    says(
        "2024-11-05",
        "Norway's exports to China rose 13 percent and to Japan 18 percent in October.",
        &["change exports NO>CN 13 percent up 2024-10", "change exports NO>JP 18 percent up 2024-10"],
    );
}

#[test]
fn growth_ahead_of_the_noun() {
    says(
        "2024-11-05",
        "Norway reported 5.2 percent growth in October exports.",
        &["change exports NO>WORLD 5.2 percent up 2024-10"],
    );
}

#[test]
fn the_top_destination_of_the_story() {
    says(
        "2024-11-05",
        "Norway's exports rose 2 percent in October.\n\nFish farmers welcomed the news.\n\nGermany was the top destination with $2 billion, ahead of Sweden ($1.5 billion).",
        &[
            "change exports NO>WORLD 2 percent up 2024-10",
            "level exports NO>DE 2000000000 USD 2024-10",
            "level exports NO>SE 1500000000 USD 2024-10",
        ],
    );
}

#[test]
fn raising_trade_to() {
    says(
        "2024-11-05",
        "Norway's trade with Chile rose 3 percent in October. The two want to bring mutual trade to $3 billion by 2030.",
        &["change trade NO>CL 3 percent up 2024-10", "level trade NO>CL 3000000000 USD 2030 target"],
    );
}

#[test]
fn a_country_ships_what_it_exports() {
    says(
        "2024-11-05",
        "Norway's fish exports rose 2 percent in October. Chile shipped 40,000 tonnes of salmon.",
        &[
            "change exports NO>WORLD 2 percent up 2024-10 [fish]",
            "level exports CL>WORLD 40000 t 2024-10 [salmon]",
        ],
    );
}

#[test]
fn the_capital_of_projects_comes_from_abroad_in_a_report_on_foreign_investment() {
    says(
        "2022-12-26",
        "Foreign direct investment in Laos reached 2.7 billion dollars this year, the planning ministry said. Some 107 operating projects were \
         allowed to raise their capital by 1.1 billion dollars, an increase of 12.2 percent.",
        &[
            "level fdi_inward LA>WORLD 2700000000 USD 2022",
            "level fdi_inward LA>WORLD 1100000000 USD 2022",
            "change fdi_inward LA>WORLD 12.2 percent up year_on_year 2022 of f2",
        ],
    );
    // A bank's own is its own.
    says(
        "2022-12-26",
        "Laos exported goods worth 2.7 billion dollars this year. A bank was allowed to raise its capital by 1.1 billion dollars.",
        &["level exports LA>WORLD 2700000000 USD 2022"],
    );
}

#[test]
fn the_lots_below_a_purchase_are_parts_of_it() {
    says(
        "2011-07-20",
        "Jordan's state grains buyer said it bought 240,000 tonnes of Russian and Romanian wheat.\n\nTraders gave the following breakdown:\n\n\
         * 120,000 tonnes of Russian wheat from trading house Merle at $244.75\n\n* 60,000 tonnes of barley in silos",
        &["level deals JO>RU+RO 240000 t [wheat]", "level deals JO>RU 120000 t [wheat]"],
    );
}
