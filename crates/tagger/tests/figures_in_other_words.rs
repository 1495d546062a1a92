//! Figures whose indicator, reporter or period stands in other words than those of a statistics office.

mod common;

use common::says;

#[test]
fn the_gap_between_what_is_bought_and_sold_is_the_balance() {
    says(
        "2024-06-06",
        "The U.S. trade deficit widened in April. The gap between the goods and services Americans sell abroad and what they buy from other countries rose 8.7% to $74.6 billion from a revised $68.6 billion in March.",
        &[
            "change balance US>WORLD 8.7 percent up month_on_month 2024-04 of f2",
            "level balance US>WORLD -74600000000 USD 2024-04",
            "level balance US>WORLD -68600000000 USD 2024-03 revised",
        ],
    );
}

#[test]
fn what_trade_took_from_growth_is_a_contribution() {
    says(
        "2024-06-06",
        "U.S. exports fell 1.2 percent in April. Trade subtracted 0.9 percentage points from growth in the January-March quarter.",
        &[
            "change exports US>WORLD 1.2 percent down 2024-04",
            "contribution balance US>WORLD -0.9 percentage_point 2024-Q1",
        ],
    );
}

#[test]
fn a_verb_says_that_a_rate_is_a_duty() {
    says(
        "2018-06-20",
        "EU tariffs on US goods take effect Friday. Washington has since June 1 taxed steel imports from the EU at 25 percent and aluminium at 10 percent. The EU levies 10 percent on cars made in the United States, which charges only 2.5 percent in return.",
        &[
            "level tariff US>x:eu 25 percent [steel]",
            "level tariff US>x:eu 10 percent [aluminium]",
            "level tariff x:eu>US 10 percent [cars]",
            "level tariff US>x:eu 2.5 percent [cars]",
        ],
    );
    says(
        "2025-08-27",
        "US tariffs of 50 percent took effect on Indian goods. American importers pay 20 percent on goods from Vietnam, and 19 percent on those from Pakistan.",
        &["level tariff US>IN 50 percent", "level tariff US>VN 20 percent", "level tariff US>PK 19 percent"],
    );
}

#[test]
fn a_weekly_duty_has_its_days() {
    says(
        "2021-11-03",
        "Russia's grain exports rose 3 percent in October. From November 3 through 9 the wheat export duty stands at $69.9 per tonne.",
        &[
            "change exports RU>WORLD 3 percent up 2021-10 [grain]",
            "level tariff RU 69.9 USD 2021-11-03..2021-11-09 [wheat]",
        ],
    );
}

#[test]
fn provinces_that_are_ranked_have_trade_of_their_own() {
    says(
        "2011-05-02",
        "Indonesia's exports rose 28.4 percent in the first quarter. West Java was the biggest exporting province with US$6.49 billion, followed by East Kalimantan with US$5.71 billion and Riau with US$4.05 billion.",
        &[
            "change exports ID>WORLD 28.4 percent up 2011-Q1",
            "level exports ID-JB>WORLD 6490000000 USD 2011-Q1",
            "level exports ID-KI>WORLD 5710000000 USD 2011-Q1",
            "level exports ID-RI>WORLD 4050000000 USD 2011-Q1",
        ],
    );
}

#[test]
fn partners_that_are_ranked_stay_partners() {
    says(
        "2025-05-21",
        "South Korea's exports fell 2.6 percent in the first 20 days of May. By destination, exports to the United States shrank 14.6 percent, and those to China, South Korea's top trading partner, retreated 7.2 percent to $6.7 billion.",
        &[
            "change exports KR>WORLD 2.6 percent down year_on_year 2025-05-01..2025-05-20",
            "change exports KR>US 14.6 percent down year_on_year 2025-05-01..2025-05-20",
            "change exports KR>CN 7.2 percent down year_on_year 2025-05-01..2025-05-20 of f4",
            "level exports KR>CN 6700000000 USD 2025-05-01..2025-05-20",
        ],
    );
    says(
        "2021-05-11",
        "Philippine exports rose 31.6 percent in March. By destination, the United States had the highest export value with USD1.06 billion.",
        &["change exports PH>WORLD 31.6 percent up 2021-03", "level exports PH>US 1060000000 USD 2021-03"],
    );
}

#[test]
fn a_free_zone_reports_its_own_trade() {
    says(
        "2003-11-18",
        "The Tianjin Port Free Trade Zone reported 3.62 billion US dollars in foreign trade in the first ten months of this year. Imports through the zone climbed 43.1 percent.",
        &[
            "level trade x:tianjin-port-free-trade-zone>WORLD 3620000000 USD 2003-01..2003-10",
            "change imports x:tianjin-port-free-trade-zone>WORLD 43.1 percent up year_on_year 2003-01..2003-10",
        ],
    );
}

#[test]
fn boxes_and_what_a_port_handles_are_freight() {
    says(
        "2019-01-29",
        "Ghana's exports rose 8 percent in 2018. The port of Tema handled 14.2 million tonnes of import and export cargo in 2018.",
        &[
            "change exports GH>WORLD 8 percent up year_on_year 2018",
            "level freight geonames:2294700>WORLD 14200000 t 2018",
        ],
    );
}

#[test]
fn a_fiscal_year_that_ended_in_march_is_the_one_that_ended() {
    says(
        "2014-05-12",
        "Japan's current account surplus in fiscal 2013, which ended in March, plunged 80.8 pct from the previous year.",
        &["change current_account JP>WORLD 80.8 percent down year_on_year 2013-04..2014-03"],
    );
}

#[test]
fn a_time_after_than_or_through_is_read_for_what_it_is() {
    says(
        "2024-11-12",
        "Peru's agricultural exports rose 20% between January and September. Blueberries brought in $1.31 billion, 27.4% more than between January and September of 2023. The trade balance showed a surplus of $15.6 billion through September.",
        &[
            "change exports PE>WORLD 20 percent up year_on_year 2024-01..2024-09 [agricultural]",
            "level exports PE>WORLD 1310000000 USD 2024-01..2024-09 [blueberries]",
            "change exports PE>WORLD 27.4 percent up year_on_year 2024-01..2024-09 [blueberries] of f2",
            "level balance PE>WORLD 15600000000 USD 2024-01..2024-09",
        ],
    );
}

#[test]
fn what_a_poll_had_expected_is_of_the_month_reported() {
    says(
        "2011-07-08",
        "German exports rose 4.3 percent in May, after a fall of 5.5 percent in April. Economists polled by Reuters had forecast a rise of 1.0 percent.",
        &[
            "change exports DE>WORLD 4.3 percent up 2011-05",
            "change exports DE>WORLD 5.5 percent down 2011-04",
            "change exports DE>WORLD 1 percent up 2011-05 forecast",
        ],
    );
}

#[test]
fn it_is_who_the_sentence_before_spoke_of() {
    says(
        "2019-08-24",
        "U.S. soybean exports fell 20 percent in 2018. Brazil has gained from the quarrel. It sold a record 68.8 million metric tons of soybeans to China in 2018.",
        &[
            "change exports US>WORLD 20 percent down year_on_year 2018 [soybean]",
            "level exports BR>CN 68800000 t 2018 [soybeans]",
        ],
    );
}

#[test]
fn what_leaves_the_country_is_exported_and_what_imports_cost_is_their_amount() {
    says(
        "2024-12-06",
        "German exports slumped in October. Goods worth 124.4 billion euros left the country in October, 2.8 per cent less than in September.",
        &[
            "level exports DE>WORLD 124400000000 EUR 2024-10",
            "change exports DE>WORLD 2.8 percent down month_on_month 2024-10 of f1",
        ],
    );
    says(
        "2022-02-11",
        "Portuguese wine exports grew 8.1% last year. Imports, almost all of them bulk wine from Spain, cost 178 million euros.",
        &[
            "change exports PT>WORLD 8.1 percent up year_on_year 2021 [wine]",
            "level imports PT>WORLD 178000000 EUR 2021",
        ],
    );
}

#[test]
fn provisional_figures_are_preliminary_in_the_headline_too() {
    says(
        "2019-01-29",
        "Ghana's exports up 7.5 percent in 2018\n\nGhana closed 2018 with a trade surplus of $1.78 billion, provisional figures released by the Bank of Ghana have shown. Exports went up by 7.5 per cent to $14.87 billion.",
        &[
            "change exports GH>WORLD 7.5 percent up year_on_year 2018 preliminary",
            "level balance GH>WORLD 1780000000 USD 2018 preliminary",
            "change exports GH>WORLD 7.5 percent up year_on_year 2018 preliminary of f4",
            "level exports GH>WORLD 14870000000 USD 2018 preliminary",
        ],
    );
}

#[test]
fn with_whom_stands_behind_the_amount_at_the_sentences_head_or_in_there() {
    says(
        "2024-10-17",
        "Japan's trade deficit rose 14.3 percent in the April-September period. Japan had a surplus of 4.21 trillion yen with the United States. Exports there grew 6.3 percent. With China, Japan ran a deficit of 3.42 trillion yen.",
        &[
            "change balance JP>WORLD 14.3 percent up year_on_year 2024-04..2024-09",
            "level balance JP>US 4210000000000 JPY 2024-04..2024-09",
            "change exports JP>US 6.3 percent up year_on_year 2024-04..2024-09",
            "level balance JP>CN -3420000000000 JPY 2024-04..2024-09",
        ],
    );
}

#[test]
fn the_year_of_a_dateline_is_no_period() {
    let figures = common::figures(
        "(ANSA) - ROME, NOV 6 2025 - Exports of Italy slipped 1.6% to 83.7 bn euros in 2024.",
        None,
    );
    let periods: Vec<_> = figures.iter().filter_map(|figure| figure["period_label"].as_str()).collect();
    assert_eq!(periods, ["2024", "2024"]);
}

#[test]
fn what_a_country_ships_by_weight_is_exported() {
    says(
        "2025-11-06",
        "Ghana shipped 150,000 tonnes of cocoa beans in 2024, up 22 percent on the year.",
        &[
            "level exports GH>WORLD 150000 t 2024 [cocoa beans]",
            "change exports GH>WORLD 22 percent up year_on_year 2024 [cocoa beans] of f1",
        ],
    );
}

#[test]
fn a_relative_clause_does_not_take_the_verb_behind_it() {
    says(
        "2025-11-06",
        "Switzerland's exports fell in September. Shipments to the United States, which imposed a 39% tariff, slumped 55.6% to 2.2 billion francs.",
        &[
            "level tariff US 39 percent",
            "change exports CH>US 55.6 percent down 2025-09 of f3",
            "level exports CH>US 2200000000 CHF 2025-09",
        ],
    );
}

#[test]
fn exporters_behind_a_deficit_have_exports() {
    says(
        "2025-11-06",
        "Mexico's trade deficit widened to $7.6 billion in September. Car makers were again the top exporters with $3.9 billion, ahead of chemicals with $2.8 billion.",
        &[
            "level balance MX>WORLD -7600000000 USD 2025-09",
            "level exports MX>WORLD 3900000000 USD 2025-09 [car]",
            "level exports MX>WORLD 2800000000 USD 2025-09 [chemicals]",
        ],
    );
}

#[test]
fn the_season_before_is_the_one_before_that_which_is_spoken_of() {
    says(
        "2025-11-06",
        "France exported 1.21 million tonnes of soft wheat to China in the 2024/25 season, down from 1.48 million tonnes in the season before.",
        &[
            "level exports FR>CN 1210000 t 2024-07..2025-06 [soft wheat]",
            "level exports FR>CN 1480000 t 2023-07..2024-06 [soft wheat]",
        ],
    );
}

#[test]
fn a_duty_on_two_goods_goes_up() {
    says(
        "2025-06-05",
        "Canada's exports fell in April. Washington's duty of 25 percent on steel and aluminum rose to 50 percent on Wednesday.",
        &[
            "level tariff US 25 percent [steel and aluminum]",
            "level tariff US 50 percent [steel and aluminum]",
        ],
    );
}

#[test]
fn there_is_the_customer_that_was_named() {
    says(
        "2024-11-05",
        "German exports fell in September. The United States remained the most important customer, but exports there fell by 4.2 percent to 12.7 billion euros.",
        &[
            "change exports DE>US 4.2 percent down 2024-09 of f2",
            "level exports DE>US 12700000000 EUR 2024-09",
        ],
    );
}

/// A year that is not over at publication was not reported: a period that no word of the sentence says is left out.
#[test]
fn nothing_is_reported_of_a_season_that_has_hardly_begun() {
    let text = "Kenya's tea exports. The 2025/26 season (July/June) began well, the board said. Exports of tea rose 4 percent.";
    says("2025-08-06", text, &["change exports KE>WORLD 4 percent up year_on_year [tea]"]);
}

#[test]
fn a_month_behind_another_change_is_of_that_change() {
    says(
        "2025-10-13",
        "China's exports rose 8.3 percent in September from a year earlier. Imports grew 7.4 percent against 1.3 percent in August.",
        &[
            "change exports CN>WORLD 8.3 percent up year_on_year 2025-09",
            "change imports CN>WORLD 7.4 percent up year_on_year 2025-09",
            "change imports CN>WORLD 1.3 percent up year_on_year 2025-08",
        ],
    );
}

#[test]
fn a_second_supplier_needs_no_verb() {
    says(
        "2025-06-05",
        "Ghana imported $900 million worth of rice in 2024. Vietnam supplied 42 percent and Pakistan 21 percent of it.",
        &[
            "level imports GH>WORLD 900000000 USD 2024 [rice]",
            "share imports GH>VN 42 percent 2024 [rice] of f1",
            "share imports GH>PK 21 percent 2024 [rice] of f1",
        ],
    );
}

#[test]
fn a_fraction_or_a_multiple_of_an_earlier_amount_is_a_change() {
    says(
        "1987-04-03",
        "Norway's salmon exports came to 12,000 tonnes in March, twice as much as a year earlier. Sweden bought 4,100 tonnes, less than half \
         the 9,000 tonnes shipped in March 1986.",
        &[
            "level exports NO>WORLD 12000 t 1987-03 [salmon]",
            "change exports NO>WORLD 2 multiple up year_on_year 1987-03 [salmon] of f1",
            "level exports NO>SE 4100 t 1987-03 [salmon]",
            "change exports NO>SE <0.5 multiple down year_on_year 1987-03 [salmon] of f3",
            "level exports NO>SE 9000 t 1986-03 [salmon]",
        ],
    );
    says(
        "1987-04-03",
        "Norway's imports of steel slumped in March to a fifth of their year-earlier level. Exports of timber fell 1.6-fold in March.",
        &[
            "change imports NO>WORLD 0.2 multiple down year_on_year 1987-03 [steel]",
            "change exports NO>WORLD 0.625 multiple down year_on_year 1987-03 [timber]",
        ],
    );
    says(
        "1987-04-03",
        "Foreign direct investment in Norway stood at 3.1 billion crowns in 1986, equivalent to 89 percent of the figure in 1985.",
        &[
            "level fdi_inward NO>WORLD 3100000000 NOK 1986",
            "change fdi_inward NO>WORLD 0.89 multiple down year_on_year 1986 of f1",
        ],
    );
    // A part of a year's exports is a share; how fast something grows is no amount; and twice a year is how often.
    says(
        "1987-04-03",
        "Norway's exports grew 4 percent in March, half the rate of the year before. The minister has been to Bonn twice this year.",
        &["change exports NO>WORLD 4 percent up year_on_year 1987-03"],
    );
    says(
        "1987-04-03",
        "Cod made up a third of Norway's exports in 1986.",
        &["share exports NO>WORLD 33.33 percent 1986 [cod]"],
    );
}

#[test]
fn what_net_trade_did_to_growth_is_a_contribution_with_or_without_the_word() {
    says(
        "2024-07-01",
        "South Korea's net exports added 1.4 percentage points to growth in the second quarter. External demand gave a lift of 0.2 point.",
        &[
            "contribution balance KR>WORLD 1.4 percentage_point 2024-Q2",
            "contribution balance KR>WORLD 0.2 percentage_point 2024-Q2",
        ],
    );
    // An economy's growth is no trade.
    says(
        "2024-07-01",
        "South Korea's exports rose 5 percent in June. The central bank slashed its growth outlook to 1.6 percent from 1.9 percent.",
        &["change exports KR>WORLD 5 percent up 2024-06"],
    );
}

#[test]
fn the_rate_of_a_duty_may_go_by_other_names() {
    let story = |more: &str| {
        format!("Norway raised its import duty on cheese to 25 percent from 20 percent on Friday.\n\n{more}")
    };
    let (one, two) = ("level tariff NO 25 percent [cheese]", "level tariff NO 20 percent [cheese]");
    says(
        "1987-05-02",
        &story("\"At 25 percent we cannot sell a single wheel,\" said a Swedish dairy owner."),
        &[one, two, "level tariff NO 25 percent [cheese]"],
    );
    says(
        "1987-05-02",
        &story("For butter the rate, currently 12 percent, is to fall to 8 percent in June."),
        &[one, two, "level tariff NO 12 percent [butter]", "level tariff NO 8 percent [butter] target"],
    );
    says(
        "1987-05-02",
        &story(
            "The effective rate on cream stays at 5.5 percent. Ham, at 30 percent, goes to zero in equal cuts.",
        ),
        &[one, two, "level tariff NO 5.5 percent [cream]", "level tariff NO 30 percent [ham]"],
    );
    says(
        "1987-05-02",
        &story(
            "The surcharge of 40 percent that Sweden applies to most Norwegian products has been in force since August.",
        ),
        &[one, two, "level tariff SE 40 percent"],
    );
    // Other rates are none.
    says(
        "1987-05-02",
        &story(
            "The central bank's interest rate stays at 4 percent, and the rate of inflation at 3 percent.",
        ),
        &[one, two],
    );
}

#[test]
fn lost_exports_fell_and_percent_each_is_no_price() {
    says(
        "2014-05-03",
        "Germany's exports to Vietnam, Norway and Japan declined 14.4, 2.1 and 17.9 percent each in March. The duties could cost the sector \
         700 million euros in lost exports.",
        &[
            "change exports DE>VN 14.4 percent down 2014-03",
            "change exports DE>NO 2.1 percent down 2014-03",
            "change exports DE>JP 17.9 percent down 2014-03",
            "change exports DE>WORLD 700000000 EUR down hypothetical",
        ],
    );
}

#[test]
fn two_amounts_near_each_other_are_a_range() {
    says(
        "2014-04-03",
        "Germany's exports of steel will probably total 6.75 million to 7.2 million tonnes in May. Exports of coal rose 1.2 million tonnes to \
         6.4 million tonnes in March.",
        &[
            "level exports DE>WORLD 6750000..7200000 t 2014-05 [steel] target",
            "change exports DE>WORLD 1200000 t up 2014-03 [coal] of f3",
            "level exports DE>WORLD 6400000 t 2014-03 [coal]",
        ],
    );
}

#[test]
fn prices_ratios_trains_and_what_is_bought_at_home_are_no_trade() {
    let first = "change exports EG>WORLD 3 percent up 2014-03";
    for more in [
        "Brent crude dropped 1.3 percent to 62.56 dollars a barrel.",
        "Soyoil was up 0.2 percent at 41.4 cents a pound.",
        "The exports-to-imports coverage ratio came in at 81.7 percent.",
        "Cairo bought 2.6 million tonnes of wheat from its own farmers.",
        "A total of 4,023 freight trains ran to the ports.",
    ] {
        says("2014-05-03", &format!("Egypt's exports rose 3 percent in March.\n\n{more}"), &[first]);
    }
    says(
        "2014-05-03",
        "Egypt's exports rose 3 percent in March.\n\nCairo bought 60,000 tonnes of wheat from Russia.",
        &[first, "level deals EG>RU 60000 t 2014-03 [wheat]"],
    );
}

#[test]
fn what_falls_by_so_many_times_is_a_part_of_what_it_was() {
    says(
        "2025-02-19",
        "ASTANA, Feb. 19 (KazTAG) - Kazakhstan's exports to Latvia decreased 2.5 times in January. Imports from Poland dropped fourfold. Exports to Oman increased 1.8 times.",
        &[
            "change exports KZ>LV 0.4 multiple down 2025-01",
            "change imports KZ>PL 0.25 multiple down 2025-01",
            "change exports KZ>OM 1.8 multiple up 2025-01",
        ],
    );
}

#[test]
fn those_to_others_are_sold_to_them_though_imports_were_spoken_of() {
    says(
        "2025-07-26",
        "Norwegian exports fell 2.1 percent in June.\n\nImports were down 5.5 percent.\n\nShipments to the continent rose 3.4 percent, while those to India plunged 19.2 percent.\n",
        &[
            "change exports NO>WORLD 2.1 percent down 2025-06",
            "change imports NO>WORLD 5.5 percent down 2025-06",
            "change exports NO>WORLD 3.4 percent up 2025-06",
            "change exports NO>IN 19.2 percent down 2025-06",
        ],
    );
}

#[test]
fn a_duty_that_falls_by_an_amount_or_a_percentage_is_changed_by_both() {
    says(
        "2014-02-17",
        "MOSCOW. Feb 17 (Interfax) - The duty on crude oil exports from Russia will decrease by $21.3, or 5.2%, to $384.4 per tonne on March 1. The duty on oil products will come down to $253.7 from $255.2 per tonne.",
        &[
            "change tariff RU 21.3 USD down [crude oil] target of f3",
            "change tariff RU 5.2 percent down [crude oil] target of f3",
            "level tariff RU 384.4 USD [crude oil] target",
            "level tariff RU 253.7 USD [oil products] target",
            "level tariff RU 255.2 USD [oil products]",
        ],
    );
}

#[test]
fn net_exports_add_to_output_in_percent() {
    says(
        "1987-06-18",
        "U.S. exports are rising. Net exports will add 0.7 pct to GNP this year, after reducing it by 1.2 pct in 1986. Consumer spending will add 1.4 pct to GNP.",
        &[
            "contribution balance US>WORLD 0.7 percentage_point 1987 forecast",
            "contribution balance US>WORLD -1.2 percentage_point 1986",
        ],
    );
}

#[test]
fn a_quota_is_on_goods_or_gives_access_to_a_market() {
    says(
        "1987-03-04",
        "Japan has a quota on beef imports, set at 58,400 tonnes. The pact guarantees access to the Spanish market for two mln tonnes of maize and 300,000 tonnes of sorghum each year.",
        &[
            "level quota JP 58400 t [beef]",
            "level quota ES 2000000 t [maize]",
            "level quota ES 300000 t [sorghum]",
        ],
    );
    says(
        "1987-03-04",
        "U.S. sugar imports subject to the quota, in the first week of the 1987 quota year, totalled 5,988 tonnes.",
        &["level imports US>WORLD 5988 t 1987 [sugar]"],
    );
}

#[test]
fn a_target_stands_before_its_noun() {
    says(
        "1987-03-12",
        "Australia's wheat exports are rising. We are within reach of our 15 mln tonne export target for the year, the board said. Our 15 mln dlr profit target is export based.",
        &["level exports AU>WORLD 15000000 t 1987 target"],
    );
    says(
        "1987-10-19",
        "South Korea's current account surplus was 7.1 billion dlrs in the first nine months of 1987.\n\nThis already exceeds the seven billion dlr ceiling for the whole of 1987.",
        &[
            "level current_account KR>WORLD 7100000000 USD 1987-01..1987-09",
            "level current_account KR>WORLD 7000000000 USD 1987 target",
        ],
    );
}

#[test]
fn what_is_cut_is_a_change() {
    says(
        "1987-10-20",
        "The ban threatens to cut 100 mln dlrs worth of U.S. meat shipments into the EC, the trade office said.",
        &["change exports US>x:eu 100000000 USD down [meat] hypothetical"],
    );
    says(
        "1987-10-20",
        "Falling prices cut the value of Indonesia's crude exports in half last year. The government cut its staff in half, which exporters welcomed.",
        &["change exports ID>WORLD 0.5 multiple down year_on_year 1986 [crude]"],
    );
    says(
        "1987-10-20",
        "Officials reviewed the progress in cutting the record 170 billion dlr U.S. Trade deficit. The deficit will be reduced, but the imbalance will not fall much below 100 billion dlrs, they said.",
        &["level balance US>WORLD -170000000000 USD", "level balance US>WORLD -100000000000 USD forecast"],
    );
}

#[test]
fn a_duty_is_in_cents_before_and_behind_its_noun() {
    says(
        "1987-03-13",
        "Canada's tribunal upheld a countervailing duty of 84.9 U.S. cents a bushel on U.S. corn. The United States requires a 35-cent per gallon tariff on orange juice imports. Corn cost 84.9 U.S. cents a bushel.",
        &["level tariff CA>US 0.849 USD [corn]", "level tariff US 0.35 USD [orange juice]"],
    );
}

#[test]
fn a_bare_number_of_goods_has_the_unit_of_the_goods_before_it() {
    says(
        "1987-04-24",
        "Crude output will fall to 61.2 mln barrels in 1987 from 105.6 mln in 1986, Ecuador said. It forecast exports of 22.9 mln against 63.3 mln last year.",
        &["level exports EC>WORLD 22900000 bbl 1987 forecast", "level exports EC>WORLD 63300000 bbl 1986"],
    );
    says(
        "1987-04-24",
        "Crude output will fall to 61.2 mln barrels in 1987, Ecuador said. It forecast imports of 1.5 billion dlrs and exports of 700 mln.",
        &["level imports EC>WORLD 1500000000 USD forecast", "level exports EC>WORLD 700000000 USD forecast"],
    );
}

#[test]
fn a_part_goes_there_and_a_part_of_what_is_used_will_rise() {
    says(
        "1987-03-05",
        "New Zealand exported 40,000 tonnes of kiwifruit in 1986, with nearly a third going to the U.S. Steel imports are kept at about 20 pct of U.S. consumption but are expected to rise to 25 pct.",
        &[
            "level exports NZ>WORLD 40000 t 1986 [kiwifruit]",
            "share exports NZ>US <33.33 percent 1986 [kiwifruit] of f1",
            "share imports US>WORLD ~20 percent 1986",
            "share imports US>WORLD 25 percent 1986 forecast",
        ],
    );
}
