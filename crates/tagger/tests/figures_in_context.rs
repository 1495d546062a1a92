//! Figures that a sentence alone does not settle: what stands around them, whose story it is, when a fair was held.

mod common;

use common::says;

#[test]
fn a_list_goes_on_in_words_that_no_rule_knows() {
    says(
        "2018-03-13",
        "Hungary's farm exports rose 8.3 percent to 8.8 billion euros in 2017. The top buyer was Germany with 16.1 percent, ahead of Romania (12.9 percent).",
        &[
            "change exports HU>WORLD 8.3 percent up year_on_year 2017 [farm] of f2",
            "level exports HU>WORLD 8800000000 EUR 2017 [farm]",
            "share exports HU>DE 16.1 percent 2017 [farm] of f2",
            "share exports HU>RO 12.9 percent 2017 [farm] of f2",
        ],
    );
}

#[test]
fn what_is_no_trade_stays_out_of_a_story_of_trade() {
    says(
        "2018-03-13",
        "Hungary's farm exports rose 8.3 percent in 2017. Shares of the bank fell 2.1 percent, inflation was 2.4 percent and the company made 30 million euros.",
        &["change exports HU>WORLD 8.3 percent up year_on_year 2017 [farm]"],
    );
}

#[test]
fn a_province_a_port_city_and_the_city_are_who_trades() {
    says(
        "2014-07-18",
        "Foreign trade of central China's Henan Province expanded 12.9 percent to 159.64 billion yuan in the first half.",
        &[
            "change trade CN-HA>WORLD 12.9 percent up year_on_year 2014-H1 of f2",
            "level trade CN-HA>WORLD 159640000000 CNY 2014-H1",
        ],
    );
    says(
        "2004-08-13",
        "Guangdong's exports rose 26 percent in the first seven months. Shenzhen, across the border from Hong Kong, alone exported goods worth 41.2 billion US dollars. Exports of garments grew 11 percent.",
        &[
            "change exports CN-GD>WORLD 26 percent up year_on_year 2004-01..2004-07",
            "level exports geonames:1795565>WORLD 41200000000 USD 2004-01..2004-07",
            "change exports CN-GD>WORLD 11 percent up year_on_year 2004-01..2004-07 [garments]",
        ],
    );
}

#[test]
fn contracts_of_a_fair_have_its_days() {
    says(
        "2018-11-11",
        "Deals worth 55.36 billion U.S. dollars were reached at China's import expo, which concluded in Shanghai on Saturday. The six-day event drew 3,617 companies.",
        &["level deals CN>WORLD 55360000000 USD 2018-11-05..2018-11-10"],
    );
}

#[test]
fn an_apposition_does_not_part_exports_from_their_verb() {
    says(
        "2023-05-22",
        "South Korea's exports of semiconductors, the key export item for Asia's fourth-largest economy, plunged 34.8 percent in April.",
        &["change exports KR>WORLD 34.8 percent down 2023-04 [semiconductors]"],
    );
    says(
        "2023-07-11",
        "China's imports of farm produce -- wheat and rapeseed oil from Kazakhstan -- jumped 38.6 percent in the first half.",
        &["change imports CN>KZ 38.6 percent up year_on_year 2023-H1 [wheat and rapeseed oil]"],
    );
}

#[test]
fn a_share_is_of_whom_it_is_said() {
    says(
        "2004-08-13",
        "Guangdong's share of China's total foreign trade dropped 2.9 percentage points in the first seven months.",
        &["change trade CN-GD>WORLD 2.9 percentage_point down year_on_year 2004-01..2004-07"],
    );
    says(
        "2021-05-11",
        "Philippine exports rose 3 percent in March. China was the biggest buyer with USD1.02 billion.",
        &["change exports PH>WORLD 3 percent up 2021-03", "level exports PH>CN 1020000000 USD 2021-03"],
    );
}

#[test]
fn who_faces_a_duty_does_not_levy_it() {
    says(
        "1999-06-17",
        "The United States set duties on steel. Japanese mills face duties of 22.8 percent.",
        &["level tariff US>JP 22.8 percent"],
    );
    says(
        "2018-06-20",
        "India levies a 20 percent duty on cars assembled in the EU.",
        &["level tariff IN>x:eu 20 percent [cars]"],
    );
}

#[test]
fn who_cuts_imports_that_are_called_anothers_buys_them() {
    says(
        "2013-11-06",
        "Ukraine cuts Russian gas imports by 18 percent in January-October.",
        &["change imports UA>RU 18 percent down year_on_year 2013-01..2013-10 [gas]"],
    );
}

#[test]
fn as_many_places_as_numbers_belong_together() {
    says(
        "2023-05-22",
        "South Korea's exports to Vietnam and Japan fell 15.3 percent and 13.9 percent in May.",
        &["change exports KR>VN 15.3 percent down 2023-05", "change exports KR>JP 13.9 percent down 2023-05"],
    );
}

#[test]
fn so_many_out_of_so_many_are_a_share_and_half_of_what_it_was_a_multiple() {
    says(
        "2007-06-29",
        "Kuwait's oil exports rose 3 percent in May. Asia takes two barrels out of every three it exports.",
        &[
            "change exports KW>WORLD 3 percent up 2007-05 [oil]",
            "share exports KW>x:asia 66.67 percent [oil]",
        ],
    );
    says(
        "2013-02-05",
        "In December the Swiss trade surplus was 1 billion francs, half that of November.",
        &[
            "level balance CH>WORLD 1000000000 CHF 2012-12",
            "change balance CH>WORLD 0.5 multiple down month_on_month 2012-12 of f1",
        ],
    );
}

#[test]
fn days_with_their_years_and_the_days_of_a_week_are_periods() {
    says(
        "2021-04-15",
        "Russia exported 41.6 million tonnes of grain from July 1, 2020 to April 8, 2021.",
        &["level exports RU>WORLD 41600000 t 2020-07-01..2021-04-08 [grain]"],
    );
    says(
        "2011-05-16",
        "Brazil posted a trade surplus of $1.07 billion in the week of May 9-15.",
        &["level balance BR>WORLD 1070000000 USD 2011-05-09..2011-05-15"],
    );
    says(
        "2011-05-16",
        "For the year through May 15, Brazil has accumulated a trade surplus of $6.72 billion.",
        &["level balance BR>WORLD 6720000000 USD 2011-01-01..2011-05-15"],
    );
}

#[test]
fn below_an_amount_is_a_level() {
    says(
        "1987-03-16",
        "West German exports to the United States fell below four billion marks in January.",
        &["level exports DE>US 4000000000 DEM 1987-01"],
    );
}

#[test]
fn nothing_is_likely_in_a_story_that_names_no_trade() {
    says(
        "1987-03-16",
        "The Bank of England said it has revised its estimate of today's shortfall in the system to 750 mln stg from 700 mln. It \
         bought 135 mln stg of bills.",
        &[],
    );
    says(
        "1987-03-16",
        "Emerson Radio Corp said it has sold 33 mln dlrs of 8-3/8 pct senior notes to investors abroad.",
        &[],
    );
}

#[test]
fn a_country_by_its_official_name_is_a_partner_like_any_other() {
    for country in
        ["the Republic of Korea (ROK)", "the Republic of Hungary", "the Kingdom of Spain", "Hungary"]
    {
        let text = format!(
            "Japan's exports to China shrank 24.1 percent from January to July, while those to {country} and India were off 19.8 percent and 11.3 percent, respectively."
        );
        let code = if country.contains("Korea") {
            "KR"
        } else if country.contains("Spain") {
            "ES"
        } else {
            "HU"
        };
        says(
            "2009-08-11",
            &text,
            &[
                "change exports JP>CN 24.1 percent down year_on_year 2009-01..2009-07",
                &format!("change exports JP>{code} 19.8 percent down year_on_year 2009-01..2009-07"),
                "change exports JP>IN 11.3 percent down year_on_year 2009-01..2009-07",
            ],
        );
    }
}
