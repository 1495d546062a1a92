//! Which period a number is of: how periods are said, which of a sentence's periods is a number's, and how they carry.

mod common;

use common::figures;

/// `words label` of each figure, in the order of the text; a label that was carried has `~`.
#[track_caller]
fn dated(day: &str, text: &str, expected: &[&str]) {
    let found: Vec<String> = figures(text, Some(day))
        .iter()
        .map(|figure| {
            let carried = figure["inferred"]
                .as_array()
                .is_some_and(|fields| fields.iter().any(|field| field == "period"));
            let words = figure["span"]["exact"]
                .as_str()
                .unwrap_or_default()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let label = figure["period_label"].as_str().unwrap_or("-");
            format!("{words} = {label}{}", if carried { "~" } else { "" })
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn years_and_quarters_that_end_in_a_month() {
    dated(
        "1987-03-03",
        "New Zealand's trade deficit for the year ended December was 2.75 billion dlrs. Imports for the December 1986 quarter were 2.65 billion dlrs. Exports in the 12 months to end-June 1986 were 9.2 billion dlrs.",
        &["2.75 billion dlrs = 1986", "2.65 billion dlrs = 1986-Q4", "9.2 billion dlrs = 1985-07..1986-06"],
    );
    dated(
        "1987-06-18",
        "Japan's exports were 93 billion dlrs in the fiscal year ended March 31. Exports were 25 billion dlrs in the 1987 first quarter. Imports were 12 billion dlrs in the three months ended May 31.",
        &[
            "93 billion dlrs = 1986-04..1987-03",
            "25 billion dlrs = 1987-Q1",
            "12 billion dlrs = 1987-03..1987-05",
        ],
    );
}

#[test]
fn weeks_and_days() {
    dated(
        "1987-04-07",
        "French wheat exports were 220,000 tonnes in the week ended April three. Exports were 640,000 tonnes between March 1 and March 25. Exports were 90,000 tonnes last week.",
        &[
            "220,000 tonnes = 1987-03-28..1987-04-03",
            "640,000 tonnes = 1987-03-01..1987-03-25",
            "90,000 tonnes = 1987-03-30..1987-04-05",
        ],
    );
    dated(
        "2024-05-20",
        "Brazil's exports came to 20.4 billion dollars through the third week of May. From January to the third week of May, imports were 95.1 billion dollars.",
        &["20.4 billion dollars = 2024-05-01..2024-05-19", "95.1 billion dollars = 2024-01-01..2024-05-19"],
    );
}

#[test]
fn a_season_has_the_months_that_the_story_tells() {
    // nobody tells them, and they are not those of the treasury
    dated(
        "1987-04-09",
        "Canadian wheat exports in 1986/87 are forecast at 19 mln tonnes, vs 18.5 mln tonnes last month. Exports in 1985/86 were 17.7 mln tonnes.",
        &["19 mln tonnes = -", "18.5 mln tonnes = -", "17.7 mln tonnes = -"],
    );
    dated(
        "1990-03-08",
        "Brazil's soybean exports since the start of the season came to 2.1 mln tonnes. The marketing year is about to change.",
        &["2.1 mln tonnes = -"],
    );
    // told once, they are those of its other seasons and goods
    dated(
        "1987-03-02",
        "Kenya's soybean imports will come to 61,000 tonnes in 1987/88 (October/September), after 44,000 tonnes in 1986/87. \
         Kenya's cotton imports in 1985/86 were 9,500 tonnes.",
        &[
            "61,000 tonnes = 1987-10..1988-09",
            "44,000 tonnes = 1986-10..1987-09",
            "9,500 tonnes = 1985-10..1986-09",
        ],
    );
    dated(
        "1987-04-02",
        "U.S. corn exports this season may reach 35 mln tonnes. The marketing year began on September 1.",
        &["35 mln tonnes = 1986-09..1987-08"],
    );
    dated(
        "2014-03-04",
        "Ghana expects cocoa exports of 850,000 tonnes this season, up from 830,000 tonnes in 2012/13. The season ends in September.",
        &["850,000 tonnes = 2013-10..2014-09", "830,000 tonnes = 2012-10..2013-09"],
    );
    // that a season is counted to a day says nothing of its first
    dated(
        "1987-04-09",
        "Kenya's coffee exports in 1985/86 were 110,000 tonnes. Rain was scarce in the season to September.",
        &["110,000 tonnes = -"],
    );
    // the grain year of Europe is known, and so are fiscal years
    dated(
        "2010-08-25",
        "CAIRO, Aug 25 - France's soft wheat exports to Egypt in 2009/10 were 1.2 million tonnes.",
        &["1.2 million tonnes = 2009-07..2010-06"],
    );
    dated(
        "1987-06-29",
        "Pakistan's exports in 1986/87 were 3.6 billion dlrs.",
        &["3.6 billion dlrs = 1986-07..1987-06"],
    );
    dated(
        "2018-06-14",
        "India's tea exports touched 256 million kg in 2017-18.",
        &["256 million kg = 2017-04..2018-03"],
    );
    dated(
        "1987-04-08",
        "South Korean corn imports in the 1986/87 season (Oct-Sept) were 4.3 mln tonnes.",
        &["4.3 mln tonnes = 1986-10..1987-09"],
    );
    dated(
        "1987-11-12",
        "French wheat exports in the first three months of the 1987/88 season (July/June) were 3.6 mln tonnes.",
        &["3.6 mln tonnes = 1987-Q3"],
    );
}

#[test]
fn fiscal_years_are_those_of_the_country() {
    dated(
        "2022-05-18",
        "LAHORE, May 18 (APP): Pakistan's exports were 15.9 billion dollars in the first ten months of the current fiscal year (2021-22). Imports during July-April (2020-21) were 12.7 billion dollars.",
        &["15.9 billion dollars = 2021-07..2022-04", "12.7 billion dollars = 2020-07..2021-04"],
    );
    dated(
        "1987-03-21",
        "Indonesia's current account deficit is projected to fall to 2.6 billion dlrs in the coming financial year which starts on April 1, from 4.1 billion dlrs in 1986/87.",
        &["2.6 billion dlrs = 1987-04..1988-03", "4.1 billion dlrs = 1986-04..1987-03"],
    );
}

#[test]
fn what_has_gone_since_a_start_ends_on_the_day_that_is_named() {
    dated(
        "2025-02-05",
        "Since the start of the 2024/2025 marketing year (July 2024 - June 2025), Ukraine has exported 25.1 million tonnes of grain as of February 5, including 338,000 tonnes since the beginning of the month.",
        &["25.1 million tonnes = 2024-07-01..2025-02-05", "338,000 tonnes = 2025-02-01..2025-02-05"],
    );
}

#[test]
fn a_time_belongs_to_the_number_before_it() {
    dated(
        "1987-03-05",
        "Belgium moved into a trade surplus of 4.7 billion francs in 1986 after a 140 billion franc deficit in 1985. In December, it had an 11.9 billion franc trade surplus after a 10.9 billion franc surplus in November and a 2.3 billion franc surplus in December 1985.",
        &[
            "4.7 billion francs = 1986",
            "140 billion franc = 1985",
            "11.9 billion franc = 1986-12",
            "10.9 billion franc = 1986-11",
            "2.3 billion franc = 1985-12",
        ],
    );
    dated(
        "1987-03-11",
        "Portugal's imports totalled 1,412 billion escudos in 1986. Exports totalled 1,076 billion escudos compared with 971 billion escudos in 1985.",
        &["1,412 billion escudos = 1986", "1,076 billion escudos = 1986~", "971 billion escudos = 1985"],
    );
}

#[test]
fn what_is_compared_with_may_stand_behind_a_bracket() {
    dated(
        "1987-03-16",
        "Australia's exports rose to 2.82 billion dlrs in February from 2.74 billion dlrs (revised from 2.72 billion) in January and 2.54 billion dlrs a year earlier.",
        &[
            "2.82 billion dlrs = 1987-02",
            "2.74 billion dlrs = 1987-01",
            "2.72 billion = 1987-01",
            "2.54 billion dlrs = 1986-02",
        ],
    );
}

#[test]
fn when_something_was_said_is_no_period() {
    dated(
        "2025-03-04",
        "Canada's exports were 60 billion dollars last year, the agency said in February. Earlier this month, the ministry reported that imports were 5 billion dollars in January.",
        &["60 billion dollars = 2024", "5 billion dollars = 2025-01"],
    );
    dated(
        "1987-04-17",
        "Hong Kong's governor said first quarter exports were 2.48 billion dlrs.",
        &["2.48 billion dlrs = 1987-Q1"],
    );
}

#[test]
fn a_month_without_a_year_may_lie_ahead() {
    dated(
        "1987-03-31",
        "Taiwan's exports in the April-June quarter are expected to rise to 12 billion dlrs from 9.6 billion dlrs a year earlier.",
        &["12 billion dlrs = 1987-Q2", "9.6 billion dlrs = 1986-Q2"],
    );
    dated(
        "2024-01-10",
        "Philippine exports were 6.1 billion dollars in December.",
        &["6.1 billion dollars = 2023-12"],
    );
}

#[test]
fn rates_and_habits_have_no_period() {
    dated(
        "1987-04-09",
        "India's trade deficit was 6.9 billion dlrs in 1986. India imports about 1.2 mln tonnes of edible oils a year. Coffee accounts for 60 pct of its exports.",
        &["6.9 billion dlrs = 1986", "1.2 mln tonnes = -", "60 pct = -"],
    );
}

#[test]
fn the_year_and_the_same_months_are_those_that_were_named() {
    dated(
        "1987-04-13",
        "Malaysia's exports of timber in 1986 were 3.1 billion dlrs. Total exports for the year were 35.9 billion dlrs.",
        &["3.1 billion dlrs = 1986", "35.9 billion dlrs = 1986"],
    );
    dated(
        "2024-07-08",
        "Brazil's exports were 10.4 billion dollars in June. Brazil's crop did well in the first half. The port of Santos exported 16.8 million tonnes in those six months.",
        &["10.4 billion dollars = 2024-06", "16.8 million tonnes = 2024-H1"],
    );
}

#[test]
fn march_is_a_month_although_it_is_a_town() {
    dated(
        "2016-05-06",
        "The Czech trade surplus rose to 21.4 billion crowns in March thanks to cars sold in Britain.",
        &["21.4 billion crowns = 2016-03"],
    );
    dated("1987-06-02", "U.S. MAY IMPORT 20,000 TONNES OF SUGAR", &["20,000 TONNES = -"]);
}

#[test]
fn exports_against_imports_are_of_one_period() {
    dated(
        "1987-06-02",
        "Israel's April exports were 702 mln dlrs compared with imports of 1.08 billion dlrs.",
        &["702 mln dlrs = 1987-04", "1.08 billion dlrs = 1987-04~"],
    );
}

#[test]
fn two_numbers_that_one_is_compared_with_are_of_the_times_told_before() {
    dated(
        "1987-03-19",
        "Portugal's exports of cork were 71 mln dlrs in February, up from 64 mln in January and 58 mln in February 1986. \
         Those of wine came to 33 mln dlrs against 29 mln and 26 mln.",
        &[
            "71 mln dlrs = 1987-02",
            "64 mln = 1987-01",
            "58 mln = 1986-02",
            "33 mln dlrs = 1987-02~",
            "29 mln = 1987-01",
            "26 mln = 1986-02",
        ],
    );
    // two that say themselves of when they are
    dated(
        "1987-03-19",
        "Chile's exports were 71 mln dlrs in February, up from 64 mln in January and 58 mln in February 1986. \
         Imports were 33 mln dlrs against 29 mln in December and 26 mln in January.",
        &[
            "71 mln dlrs = 1987-02",
            "64 mln = 1987-01",
            "58 mln = 1986-02",
            "33 mln dlrs = 1987-02~",
            "29 mln = 1986-12",
            "26 mln = 1987-01",
        ],
    );
}

#[test]
fn a_second_pair_has_a_time_of_its_own() {
    dated(
        "1987-10-20",
        "Poland's exports of tractors rose in September to 2,300 units from 1,900 units and to 18,400 units from 17,100 units in the first nine months.",
        &[
            "2,300 units = 1987-09",
            "1,900 units = 1986-09",
            "18,400 units = 1987-01..1987-09",
            "17,100 units = 1986-01..1986-09",
        ],
    );
}

#[test]
fn what_ships_are_to_load_is_of_the_week_that_is_said_and_what_they_load_now_of_none() {
    let text = "ODESSA, April 1 - Soviet ore exports through Odessa grew to 41,500 tonnes between March 1 and March 25, an agent said.\n\n\
                Two ships are loading 11,000 tonnes of ore. They include 4,000 tonnes for Egypt and 7,000 tonnes for Italy.\n\n\
                Another five ships should come to load 27,000 tonnes of ore by the end of the week. Three are to load 15,000 tonnes \
                of it for Japan.\n\n\
                Coal exports rose to 3,400 tonnes.";
    dated(
        "1987-04-01",
        text,
        &[
            "41,500 tonnes = 1987-03-01..1987-03-25",
            "11,000 tonnes = -",
            "4,000 tonnes = -",
            "7,000 tonnes = -",
            "27,000 tonnes = 1987-03-30..1987-04-05",
            "15,000 tonnes = 1987-03-30..1987-04-05",
            "3,400 tonnes = 1987-03-01..1987-03-25~",
        ],
    );
}

#[test]
fn days_and_half_months_of_shipment_are_read() {
    dated(
        "1987-04-03",
        "Tunisia bought 8,000 tonnes of French oats for last half April shipment. Tunisia bought 5,000 tonnes of French rye for last/half May \
         shipment.",
        &["8,000 tonnes = 1987-04-16..1987-04-30", "5,000 tonnes = 1987-05-16..1987-05-31"],
    );
    dated(
        "1987-04-03",
        "Peru bought 22,000 tonnes of U.S. rice for April 11/19 shipment.",
        &["22,000 tonnes = 1987-04-11..1987-04-19"],
    );
}

#[test]
fn a_desks_reports_one_behind_the_other_are_sentences() {
    dated(
        "1987-04-03",
        "Egypt bought 12,000 tonnes of Greek cotton for May shipment...Algeria bought 31,000 tonnes of French barley for \
         April 25/May 9 delivery...Greek exports in the week ended March 29 totalled 17,300 tonnes.",
        &[
            "12,000 tonnes = 1987-05",
            "31,000 tonnes = 1987-04-25..1987-05-09",
            "17,300 tonnes = 1987-03-23..1987-03-29",
        ],
    );
}

#[test]
fn what_is_tendered_for_is_of_the_day_of_the_tender() {
    dated(
        "1987-04-24",
        "CYPRUS TO TENDER FOR 19,000 TONNES OF U.S. BARLEY\n\nCyprus will tender on April 28 for 19,000 tonnes of U.S. barley for delivery \
         between May 12 and June 3.",
        &["19,000 TONNES = 1987-04-28..1987-04-28~", "19,000 tonnes = 1987-04-28..1987-04-28"],
    );
    dated(
        "1987-04-03",
        "Tunisia will tender Monday, April 6, for 75,000 tonnes of U.S. wheat for May/June shipment.",
        &["75,000 tonnes = 1987-04-06..1987-04-06"],
    );
    // a tender without a day
    dated("1987-04-03", "Tunisia will tender for 75,000 tonnes of U.S. wheat soon.", &["75,000 tonnes = -"]);
    dated(
        "1987-04-01",
        "PERU BUYS 14,000 TONNES U.S. RICE\n\nPeru bought 14,000 tonnes of U.S. rice in an overnight tender for shipment in \
         May.",
        &["14,000 TONNES = 1987-03-31..1987-04-01~", "14,000 tonnes = 1987-03-31..1987-04-01"],
    );
}

#[test]
fn the_year_of_a_firm_is_the_one_that_its_story_tells() {
    dated(
        "1987-06-29",
        "Haru Co expects a profit of 11 billion yen in the year ending March 31, 1988. Its exports to the United States rose 4.7 pct to \
         66 billion yen in 1986/87.",
        &["4.7 pct = 1986-04..1987-03", "66 billion yen = 1986-04..1987-03"],
    );
    // nobody tells it, and it is that of the country
    dated(
        "1987-06-29",
        "Australia's exports rose 13.8 pct to 36 billion dlrs in 1986/87.",
        &["13.8 pct = 1986-07..1987-06", "36 billion dlrs = 1986-07..1987-06"],
    );
}

#[test]
fn a_year_of_a_pact_ends_on_its_own_day() {
    dated(
        "1987-04-02",
        "Canada shipped 51,000 tonnes of wheat to China in the week ended March 26. Shipments in the second year of the pact's \
         grain agreement, which ended September 30, amounted to 94,000 tonnes of barley and 1,210,000 tonnes of wheat.",
        &[
            "51,000 tonnes = 1987-03-20..1987-03-26",
            "94,000 tonnes = 1985-10..1986-09",
            "1,210,000 tonnes = 1985-10..1986-09",
        ],
    );
}

#[test]
fn so_far_in_a_year_is_counted_to_the_day_that_is_spoken_of() {
    dated(
        "1987-04-09",
        "Burma exported 6,120 tonnes of teak in the week ended April 7, up from 5,340 tonnes the previous week.\n\n\
         Burma exported 81,000 tonnes of teak so far in 1987, up from 77,000 tonnes a year ago.",
        &[
            "6,120 tonnes = 1987-04-01..1987-04-07",
            "5,340 tonnes = 1987-03-25..1987-03-31",
            "81,000 tonnes = 1987-01-01..1987-04-07",
            "77,000 tonnes = 1986-01-01..1986-04-07",
        ],
    );
    // a year that is over
    dated("1988-04-09", "Burma exported 281,000 tonnes of teak in 1987.", &["281,000 tonnes = 1987"]);
}

#[test]
fn parts_of_a_yearly_rate_are_of_no_period() {
    dated(
        "1987-10-19",
        "Algeria's exports of gas to France fell by 8 pct in September.\n\nFrance imports 9 mln tonnes of gas a year, of which 2.6 mln \
         tonnes come from Algeria, 1.4 mln under long contracts.",
        &["8 pct = 1987-09", "9 mln tonnes = -", "2.6 mln tonnes = -", "1.4 mln = -"],
    );
}

#[test]
fn a_duty_that_is_set_for_a_fiscal_year_is_of_it() {
    dated(
        "1987-03-17",
        "The tariff for U.S. fiscal year 1987/88 stands at 9.5 pct. The U.S. will lower the tariff to 3.2 pct for fiscal 1988/89.",
        &["9.5 pct. = 1987-10..1988-09", "3.2 pct = 1988-10..1989-09"],
    );
    // a duty in force
    dated("1987-03-17", "The U.S. tariff stands at 14.5 pct.", &["14.5 pct. = -"]);
}

#[test]
fn what_was_traded_each_year_of_a_run_of_years_is_of_all_of_it() {
    dated(
        "1987-03-05",
        "Over the 1982/84 period Greece each year exported 31,000 tonnes of raisins to Britain.",
        &["31,000 tonnes = 1982-01..1984-12"],
    );
    dated(
        "1987-03-05",
        "Greece each year exports 31,000 tonnes of raisins to Britain.",
        &["31,000 tonnes = -"],
    );
}

#[test]
fn what_was_revised_is_of_the_period_that_was_mended() {
    dated(
        "1987-03-05",
        "The U.K. trade deficit for January was revised to 1.4 billion stg from 1.6 billion.",
        &["1.4 billion stg = 1987-01", "1.6 billion = 1987-01~"],
    );
    dated(
        "1987-03-05",
        "Sweden had a trade deficit of 1.3 billion crowns in January after a December surplus of 2.6 billion crowns.",
        &["1.3 billion crowns = 1987-01", "2.6 billion crowns = 1986-12"],
    );
    dated(
        "1987-03-05",
        "The U.K. trade deficit for January fell to 1.4 billion stg from 1.6 billion in December.",
        &["1.4 billion stg = 1987-01", "1.6 billion = 1986-12"],
    );
}

#[test]
fn the_season_of_a_sentence_is_that_of_its_first_crop() {
    // Europe's grain year is known, and that of maize is not
    dated(
        "1987-03-02",
        "France will pay this season for the export of 90,000 tonnes of maize to Africa, after a quarrel over grain.",
        &["90,000 tonnes = -"],
    );
}

#[test]
fn what_is_brought_to_a_total_yesterday_counts_to_yesterday() {
    dated(
        "1987-03-20",
        "Brazil allowed the export of 7,000 tonnes of maize yesterday, bringing the total since the scheme started last \
         June to 420,000 tonnes.",
        &["7,000 tonnes = 1987-03-19..1987-03-19", "420,000 tonnes = 1986-06-01..1987-03-19"],
    );
}

#[test]
fn a_story_goes_on_with_the_period_whose_exports_imports_and_balance_it_has_given() {
    dated(
        "2013-06-12",
        "Latvian trade gap narrows in April\n\nRIGA, June 12 - Latvia had a trade deficit of 210 million lats in April.\n\n\
         In the first four months exports were 2.1 billion lats and imports 2.9 billion lats. The deficit was 0.8 billion lats.\n\n\
         Sales to Estonia rose 6 percent.",
        &[
            "210 million lats = 2013-04",
            "2.1 billion lats = 2013-01..2013-04",
            "2.9 billion lats = 2013-01..2013-04",
            "0.8 billion lats = 2013-01..2013-04~",
            "6 percent = 2013-01..2013-04~",
        ],
    );
    // one total by the way does not turn the story
    dated(
        "2013-06-12",
        "Latvian exports grow in April\n\nRIGA, June 12 - Latvia's exports were 510 million lats in April.\n\n\
         In the first four months they totaled 2.1 billion lats.\n\nSales to Estonia rose 6 percent.",
        &["510 million lats = 2013-04", "2.1 billion lats = 2013-01..2013-04", "6 percent = 2013-04~"],
    );
    // … nor does the account of a fiscal year so far
    dated(
        "2024-12-17",
        "Exports dip in Nov\n\nNew Delhi, Dec 17 - India's exports were USD 31 billion in November.\n\nDuring April-November exports were \
         USD 280 billion and imports USD 480 billion. The deficit was USD 200 billion.\n\nGold imports rose 9 per cent.",
        &[
            "USD 31 billion = 2024-11",
            "USD 280 billion = 2024-04..2024-11",
            "USD 480 billion = 2024-04..2024-11",
            "USD 200 billion = 2024-04..2024-11~",
            "9 per cent = 2024-11~",
        ],
    );
}

#[test]
fn a_headline_has_the_period_of_what_it_says_in_short() {
    dated(
        "2025-11-18",
        "Chile's trade surplus reaches $412 million by second week of November\n\nSANTIAGO - In the month to date exports total $4.1 billion, \
         for a surplus of $412 million.",
        &[
            "$412 million = 2025-11-01..2025-11-16~",
            "$4.1 billion = 2025-11-01..2025-11-16",
            "$412 million = 2025-11-01..2025-11-16",
        ],
    );
}

#[test]
fn what_has_come_since_counts_to_the_end_of_what_is_reported() {
    dated(
        "2003-11-11",
        "Brazil had a trade surplus of $510 million in the week to Sunday. Since Jan. 1 exports have totaled $61 billion.",
        &["$510 million = 2003-11-03..2003-11-09", "$61 billion = 2003-01-01..2003-11-09"],
    );
    dated(
        "2001-09-04",
        "Hungary's trade deficit was 240 million euros in July. Since January it has come to 1.3 billion euros.",
        &["240 million euros = 2001-07", "1.3 billion euros = 2001-01..2001-07"],
    );
    dated(
        "2001-09-04",
        "Hungary's exports rose 3 percent in July, the first rise since January.",
        &["3 percent = 2001-07"],
    );
    dated(
        "2016-06-14",
        "Exports of coffee so far in the season that began Oct. 1 come to 2.2 million bags.",
        &["2.2 million bags = 2015-10-01..2016-06-14"],
    );
    dated(
        "2016-06-14",
        "Exports of coffee in the season that began Oct. 1 are forecast at 3.2 million bags.",
        &["3.2 million bags = 2015-10..2016-09"],
    );
    dated(
        "2024-03-12",
        "Norway's firms abroad. Since 2011, Norwegian companies have invested $7 billion in Brazil.",
        &["$7 billion = 2011-01-01..2024-03-12"],
    );
    dated(
        "2021-12-16",
        "Paraguay's exports of beef grow in 2021\n\nParaguay had exported 310,000 tonnes of beef by Dec. 12.",
        &["310,000 tonnes = 2021-01-01..2021-12-12"],
    );
}

#[test]
fn when_something_else_happened_says_nothing_of_the_trade() {
    dated(
        "2016-08-19",
        "Portuguese ports handled 45 million tonnes in the first half. Setubal, where dockers were on strike in March, saw traffic shrink by 9 percent.",
        &["45 million tonnes = 2016-H1", "9 percent = 2016-H1~"],
    );
    dated(
        "1998-04-21",
        "Japan's exports rose 8 percent in the fiscal year ended March 31 while imports slipped 2 percent after the tax hike last April.",
        &["8 percent = 1997-04..1998-03", "2 percent = 1997-04..1998-03"],
    );
    dated(
        "2003-03-28",
        "Last week the bank reported a current account deficit of $3.2 billion for 2002.",
        &["$3.2 billion = 2002"],
    );
}

#[test]
fn what_is_a_multiple_of_another_time_is_not_of_it() {
    dated(
        "2024-06-26",
        "Thailand's exports of durian were $1.8 billion in May, triple the April figure.",
        &["$1.8 billion = 2024-05", "triple = 2024-05"],
    );
    dated(
        "2013-09-10",
        "South Korea imported 40,000 tons of fish last year, about half the amount in 2010.",
        &["40,000 tons = 2012", "half = 2012"],
    );
    dated(
        "2023-02-16",
        "Indonesia's exports of palm oil were 30 million tons in 2022, 8 percent below the 2021 figure of 33 million tons.",
        &["30 million tons = 2022", "8 percent = 2022", "33 million tons = 2021"],
    );
}

#[test]
fn shares_that_are_compared_with_have_their_own_time() {
    dated(
        "2023-08-10",
        "Russia supplied 41 percent of India's oil imports in July, compared with 45 percent in June and 15 percent a year earlier. \
         Shipments fell 3 percent.",
        &["41 percent = 2023-07", "45 percent = 2023-06", "15 percent = 2022-07", "3 percent = 2023-07~"],
    );
    dated(
        "1987-03-06",
        "West Germany's trade surplus in January fell to 4.9 billion marks from 8.5 billion last year.",
        &["4.9 billion marks = 1987-01", "8.5 billion = 1986-01"],
    );
    dated(
        "1987-03-06",
        "West Germany's trade surplus in January was 4.9 billion marks against 92.5 billion in the whole of last year.",
        &["4.9 billion marks = 1987-01", "92.5 billion = 1986"],
    );
}

#[test]
fn a_part_of_what_was_told_is_of_its_time_and_a_part_as_ever_of_none() {
    dated(
        "2021-10-13",
        "Ukraine exported 41 million tonnes of grain in January-September. Corn makes up 43 percent of that.",
        &["41 million tonnes = 2021-01..2021-09", "43 percent = 2021-01..2021-09~"],
    );
    dated(
        "2020-12-23",
        "Britain's imports of food were 4 billion pounds in November. The country imports around 90 percent of its lettuces and 70 percent \
         of its soft fruit.",
        &["4 billion pounds = 2020-11", "90 percent = -", "70 percent = -"],
    );
    dated(
        "2020-06-05",
        "Exports to the United States, which usually takes three quarters of what Canada sells abroad, fell 31 percent to $21 billion in April.",
        &["three quarters = -", "31 percent = 2020-04", "$21 billion = 2020-04"],
    );
}

#[test]
fn goods_under_measures_are_of_no_time() {
    dated(
        "2018-06-23",
        "China put duties of 25 percent on pork from the United States. Imports from there were $130 billion in 2017. About $3 billion of \
         imports are affected.",
        &["25 percent = -", "$130 billion = 2017", "$3 billion = -"],
    );
}

#[test]
fn a_quota_a_duty_and_what_is_wanted_for_a_month_may_be_of_one_to_come() {
    dated(
        "2013-10-22",
        "Malaysia has set its export tax on palm oil for November at 5.5 percent.",
        &["5.5 percent = 2013-11"],
    );
    dated(
        "2013-10-22",
        "Malaysia's trade surplus for August was 7 billion ringgit.",
        &["7 billion ringgit = 2013-08"],
    );
    dated(
        "2012-06-27",
        "Under the accord, the European duty on bananas falls to 76 euros per tonne by 2020.",
        &["76 euros = 2020"],
    );
}

#[test]
fn years_and_months_that_are_named_by_their_number_or_by_what_ends_them() {
    dated(
        "2008-08-23",
        "Mexico's exports were 26 billion dollars in July, 9 percent more than in the seventh month of 2007.",
        &["26 billion dollars = 2008-07", "9 percent = 2008-07"],
    );
    dated(
        "1987-03-19",
        "Spain's trade deficit in the first two months of 1987 was 230 billion pesetas, against 120 billion in the 1986 period.",
        &["230 billion pesetas = 1987-01..1987-02", "120 billion = 1986-01..1986-02"],
    );
    dated(
        "2013-09-13",
        "Ghana exported 700,000 tonnes of cocoa between October 1 and the end of August, 4 percent less than in the same stretch of the \
         season before.",
        &["700,000 tonnes = 2012-10..2013-08", "4 percent = 2012-10..2013-08"],
    );
    dated(
        "2021-11-23",
        "Russia exported 17 million tonnes of wheat between July 1, when the season started, and November 18, which is 12 percent less than in \
         the same period of the previous season.",
        &["17 million tonnes = 2021-07-01..2021-11-18", "12 percent = 2021-07-01..2021-11-18"],
    );
    dated(
        "1987-10-23",
        "Soviet imports of U.S. grain so far in the fifth year of the grain agreement, which began on October 1, amount to 1.3 million tonnes.",
        &["1.3 million tonnes = 1987-10-01..1987-10-23"],
    );
    dated(
        "2017-04-13",
        "North America's imports rose by 0.4 per cent after jumping by 6.5 per cent in 2015.",
        &["0.4 per cent = 2016~", "6.5 per cent = 2015"],
    );
    dated(
        "2013-08-15",
        "India's imports of gold shot up to 380 tonnes in the first four months of the fiscal, officials said.",
        &["380 tonnes = 2013-04..2013-07"],
    );
    dated(
        "2025-08-14",
        "The UAE's exports were AED300 billion in the first half. Re-exports for the month of June were AED60 billion.",
        &["AED300 billion = 2025-H1", "AED60 billion = 2025-06"],
    );
}

#[test]
fn a_financial_year_of_two_numbers_is_the_year_that_it_names_with_an_article_too() {
    for year in ["FY2023-24", "fiscal 2023-24", "the financial year 2023-24"] {
        dated(
            "2024-05-20",
            &format!(
                "NEW DELHI, May 20 (PTI) - India's exports were 77.5 billion dollars in {year}, a record.\n"
            ),
            &["77.5 billion dollars = 2023-04..2024-03"],
        );
    }
}

#[test]
fn the_date_of_a_page_above_a_headline_dates_no_figure() {
    dated(
        "2015-02-12",
        "Thursday, February 12th 2015 - 07:40 UTC\n\nNorwegian salmon exports top 44bn crowns\n\nNorway sold salmon worth 44 billion crowns abroad during 2014, 10% more \
         than the year before.\n\nSales to Poland more than doubled to 61,000 tons.\n",
        &[
            "44bn crowns = 2014~",
            "44 billion crowns = 2014",
            "10% = 2014",
            "doubled = 2014~",
            "61,000 tons = 2014~",
        ],
    );
}

#[test]
fn a_lead_that_ranks_trading_partners_says_when() {
    dated(
        "2025-03-18",
        "Kenya's largest trading partner in February\n\nUganda ranked first among Kenya's trading partners in February of this year, the office said.\n\nTrade turnover with Uganda \
         amounted to 91.4 million dollars.\n",
        &["91.4 million dollars = 2025-02~"],
    );
}

#[test]
fn what_was_shipped_on_some_days_of_a_month_is_of_these_days() {
    dated(
        "2024-03-15",
        "MOSCOW, March 15. /TASS/. Russia shipped 740,000 tons of wheat abroad on March 8-14.\n",
        &["740,000 tons = 2024-03-08..2024-03-14"],
    );
}

#[test]
fn the_ends_that_are_said_are_those_of_the_span() {
    // both years, with commas; and what follows is of the same days
    dated(
        "1987-03-30",
        "Danish barley exports for the period July 1, 1986, to March 1, 1987, fell 20 pct to 2.1 mln tonnes from 2.6 mln tonnes in the same 1985/86 period. Of this total, exports to Poland were 400,000 tonnes, 30 pct down on a previous 570,000 tonnes.",
        &[
            "20 pct = 1986-07-01..1987-03-01",
            "2.1 mln tonnes = 1986-07-01..1987-03-01",
            "2.6 mln tonnes = 1985-07-01..1986-03-01",
            "400,000 tonnes = 1986-07-01..1987-03-01~",
            "30 pct = 1986-07-01..1987-03-01~",
            "570,000 tonnes = 1985-07-01..1986-03-01~",
        ],
    );
    // the months of a season end where that is said
    dated(
        "1987-03-04",
        "Danish barley exports fell to 2.1 mln tonnes in the first seven months of the 1986/87 season to January. Between July 1 last year and January 31, Poland bought 210,000 tonnes of Danish barley.",
        &["2.1 mln tonnes = 1986-07..1987-01", "210,000 tonnes = 1986-07..1987-01"],
    );
    // … and those of a year that ends in a month are its first
    dated(
        "1987-07-04",
        "Danish barley exports were 2.1 mln tonnes in the first nine months of the year to June 1987.",
        &["2.1 mln tonnes = 1986-07..1987-03"],
    );
    // over the new year, and not of a year to come
    dated(
        "1987-04-01",
        "Danish barley exports for the period April 1 through March 27 totaled 55,055 tonnes.",
        &["55,055 tonnes = 1986-04-01..1987-03-27"],
    );
    dated(
        "1987-03-05",
        "Danish barley exports were 137,000 tonnes between February 26 and today.",
        &["137,000 tonnes = 1987-02-26..1987-03-05"],
    );
    dated(
        "1987-01-30",
        "Peru's imports of sugar during the week ended January 9, the initial week of the 1987 quota year, totaled 5,988 tons versus 46,254 tons the previous week.",
        &["5,988 tons = 1987-01-03..1987-01-09", "46,254 tons = 1986-12-27..1987-01-02"],
    );
    dated(
        "1987-04-10",
        "Norway's trade surplus was 300 mln dlrs in March. By the end of this year the trade surplus will be well over nine billion dlrs.",
        &["300 mln dlrs = 1987-03", "nine billion dlrs = 1987"],
    );
    // "of this" may still take up an amount
    dated(
        "1987-04-10",
        "Norway's exports were 300 mln dlrs in March. Of this 40 mln dlrs went to Sweden.",
        &["300 mln dlrs = 1987-03", "40 mln dlrs = 1987-03~"],
    );
}

#[test]
fn what_is_compared_without_a_time_is_of_when_the_story_compared_with() {
    // brackets
    dated(
        "1987-03-04",
        "Danish barley exports fell to 210,000 tonnes in January from 340,000 tonnes in January 1986. The main buyers were Italy with 80,000 tonnes (90,000) and Greece with 60,000 tonnes (110,000).",
        &[
            "210,000 tonnes = 1987-01",
            "340,000 tonnes = 1986-01",
            "80,000 tonnes = 1987-01~",
            "90,000 = 1986-01~",
            "60,000 tonnes = 1987-01~",
            "110,000 = 1986-01~",
        ],
    );
    // the other half of the sentence
    dated(
        "1987-04-24",
        "Danish exports of barley to Spain fell last year to 5,000 tonnes from 300,000 tonnes in 1985, while maize sales fell to 15,000 tonnes from 94,000.",
        &["5,000 tonnes = 1986", "300,000 tonnes = 1985", "15,000 tonnes = 1986", "94,000 = 1985"],
    );
    // … but another's is of the same time
    dated(
        "2004-04-24",
        "China drew 53.5 billion dollars of foreign direct investment in 2003 compared with 2.5 billion dollars for Malaysia.",
        &["53.5 billion dollars = 2003", "2.5 billion dollars = 2003"],
    );
    // a revised number, and one of a year earlier behind it
    dated(
        "1987-04-20",
        "Japan's exports in March rose to 2.82 billion dlrs from 2.74 billion (revised from 2.72 billion) in February and 2.54 billion a year earlier while imports fell to 2.77 billion from 2.99 billion (revised from 3.01 billion) against 2.70 billion a year earlier.",
        &[
            "2.82 billion dlrs = 1987-03",
            "2.74 billion = 1987-02",
            "2.72 billion = 1987-02",
            "2.54 billion = 1986-03",
            "2.77 billion = 1987-03",
            "2.99 billion = 1987-02~",
            "3.01 billion = 1987-02~",
            "2.70 billion = 1986-03",
        ],
    );
    // the year before the one that was just named …
    dated(
        "1987-04-03",
        "Ireland's current account surplus is forecast at 400 mln dlrs this year compared with 1.1 billion in 1986 and 369 mln the previous year.",
        &["400 mln dlrs = 1987", "1.1 billion = 1986", "369 mln = 1985"],
    );
    // … and two of the same year
    dated(
        "1987-04-03",
        "Ireland's exports and imports were 23 mln dlrs and 21 mln dlrs in March, compared with 22 mln and 19 mln a year earlier.",
        &["23 mln dlrs = 1987-03", "21 mln dlrs = 1987-03", "22 mln = 1986-03", "19 mln = 1986-03"],
    );
    dated(
        "1987-03-23",
        "British exports to Kenya were 565 mln stg in 1986, down from 960 mln in 1985, while Kenya's exports to Britain were 328 mln stg and 647 mln, respectively.",
        &["565 mln stg = 1986", "960 mln = 1985", "328 mln stg = 1986", "647 mln = 1985"],
    );
    dated(
        "1987-04-03",
        "Ireland's imports are forecast to grow 10 pct this year, compared with increases of 16.5 pct and 6.6 pct in 1986 and 1985.",
        &["10 pct = 1987", "16.5 pct = 1986", "6.6 pct = 1986"],
    );
    // what did not change since then is of now
    dated(
        "1987-04-02",
        "Peru's exports rose in February to 950 mln dlrs. Adjusted exports were 905 mln dlrs, unchanged from January, against 843 mln in February 1986.",
        &["950 mln dlrs = 1987-02", "905 mln dlrs = 1987-02~", "843 mln = 1986-02"],
    );
}

#[test]
fn a_term_and_a_delivery_are_no_period_of_what_follows() {
    dated(
        "1987-03-25",
        "Tunisia bought 100,000 tonnes of white sugar from three trade houses today for April to June shipment. A British house sold 50,000 tonnes and a Swiss house sold 25,000 tonnes.",
        &[
            "100,000 tonnes = 1987-03-25..1987-03-25",
            "50,000 tonnes = 1987-03-25..1987-03-25~",
            "25,000 tonnes = 1987-03-25..1987-03-25~",
        ],
    );
    // a share that somebody has as ever
    dated(
        "1987-03-31",
        "Taiwan's exports rose to 12 billion U.S. dlrs in the first quarter from nine billion a year earlier. The United States is the largest partner and importer of nearly 50 pct of Taiwan's exports.",
        &["12 billion U.S. dlrs = 1987-Q1", "nine billion = 1986-Q1", "50 pct = -"],
    );
    // a quota that was cut from that of a year
    dated(
        "1987-03-27",
        "Mauritius said it was hit by a cut in its sugar quota to 43,000 tonnes from 51,000 tonnes in 1986.",
        &["43,000 tonnes = 1987~", "51,000 tonnes = 1986"],
    );
}
