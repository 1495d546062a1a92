//! What a whole story says of its figures: what its ports, its foreign investors or its Brussels office speak of from paragraph to
//! paragraph, and of when.

mod common;

use common::{figures, says};

#[test]
fn a_story_of_ports_goes_on_about_what_they_handle() {
    says(
        "2016-01-18",
        "Ukrainian seaports handled 145 million tonnes of cargo in 2015, 1.5% more than in 2014. Handling of dry cargo rose 4.2% to \
         101 million tonnes. Yuzhny gained 3% to 48.6 million tonnes, while Mariupol lost 31.2%. Turnover of liquid cargo shrank 6% to \
         8.9 million tonnes.",
        &[
            "level freight UA>WORLD 145000000 t 2015",
            "change freight UA>WORLD 1.5 percent up year_on_year 2015 of f1",
            "change freight UA>WORLD 4.2 percent up year_on_year 2015 [dry cargo] of f4",
            "level freight UA>WORLD 101000000 t 2015 [dry cargo]",
            "change freight geonames:687997>WORLD 3 percent up year_on_year 2015 of f6",
            "level freight geonames:687997>WORLD 48600000 t 2015",
            "change freight geonames:701822>WORLD 31.2 percent down year_on_year 2015",
            "change freight UA>WORLD 6 percent down year_on_year 2015 [liquid cargo] of f9",
            "level freight UA>WORLD 8900000 t 2015 [liquid cargo]",
        ],
    );
}

#[test]
fn capital_that_foreigners_brought_goes_on_by_sector_and_by_investor() {
    says(
        "2023-08-30",
        "Foreign investors registered to pour 18.15 billion USD into Vietnam between the start of the year and August 20, a rise of 8.2 \
         percent year-on-year. Capital contributions and share purchases reached 4.53 billion USD. Manufacturing took the lead with \
         13 billion USD. Among 99 countries and territories, Singapore ranked first with 3.83 billion USD.",
        &[],
    );
}

#[test]
fn brussels_files_for_the_union() {
    let found = figures(
        "BRUSSELS, March 12 (AFP) - The European Commission proposed on Tuesday that the European Union should let in more butter.\n\nThe \
         step would bring the tariff quota to 80,000 tonnes from 76,667.\n\nWithin the quota, butter pays a duty of 25 percent.\n",
        Some("1996-03-12"),
    );
    assert!(!found.is_empty());
    assert!(found.iter().all(|figure| figure["reporter"] == "x:eu"), "{found:?}");
}

#[test]
fn what_is_estimated_is_of_its_own_year_and_not_of_when_it_was_estimated() {
    says(
        "2003-10-20",
        "Chile's trade surplus was $210 million in September. The ministry in August raised its estimate of this year's surplus to \
         $2.4 billion from $2.1 billion.",
        &[
            "level balance CL>WORLD 210000000 USD 2003-09",
            "level balance CL>WORLD 2400000000 USD 2003 forecast",
            "level balance CL>WORLD 2100000000 USD 2003 forecast",
        ],
    );
}

#[test]
fn an_earlier_forecast_is_of_what_is_forecast() {
    says(
        "2003-10-20",
        "A survey put Brazil's 2003 trade surplus at $22.6 billion, up from the $22.2 billion forecast a week earlier.",
        &[
            "level balance BR>WORLD 22600000000 USD 2003 forecast",
            "level balance BR>WORLD 22200000000 USD 2003 forecast",
        ],
    );
}

#[test]
fn it_takes_up_what_the_sentence_before_is_about() {
    says(
        "1995-02-04",
        "The list covers bicycles and $465 million of U.S. imports from China. America's trade deficit with China is at an all-time \
         high. It swelled to $29.5 billion in 1994 from $22.8 billion the year before.",
        &[
            "level imports US>CN 465000000 USD",
            "level balance US>CN -29500000000 USD 1994",
            "level balance US>CN -22800000000 USD 1993",
        ],
    );
}

#[test]
fn the_period_of_another_year_is_as_long_as_this_one() {
    says(
        "1987-03-18",
        "Spain's deficit for the first two months of 1987 was 233.8 billion pesetas, against 121.5 billion in the 1986 period.",
        &[],
    );
}

#[test]
fn a_part_of_exports_is_of_when_the_story_is() {
    says(
        "2011-06-09",
        "Estonia's exports increased 44 percent in April. Machinery held the biggest share of exports, 27 percent, ahead of wood with \
         11 percent.",
        &[
            "change exports EE>WORLD 44 percent up 2011-04",
            "share exports EE>WORLD 27 percent 2011-04 [machinery]",
            "share exports EE>WORLD 11 percent 2011-04 [wood]",
        ],
    );
}

#[test]
fn parts_stand_in_brackets_behind_where_goods_came_from_and_behind_amounts() {
    says(
        "2011-06-09",
        "Estonia's imports increased 40 percent in April. Imports came mostly from Finland (13 percent) and Germany (11 percent). The \
         largest markets were Sweden with 160 million euros (17 percent) and Latvia with 85 million euros (9 percent).",
        &[
            "change imports EE>WORLD 40 percent up 2011-04",
            "share imports EE>FI 13 percent 2011-04",
            "share imports EE>DE 11 percent 2011-04",
            "level imports EE>SE 160000000 EUR 2011-04",
            "share imports EE>SE 17 percent 2011-04",
            "level imports EE>LV 85000000 EUR 2011-04",
            "share imports EE>LV 9 percent 2011-04",
        ],
    );
}

#[test]
fn growth_that_slows_or_is_forecast_is_a_change() {
    says(
        "2011-06-09",
        "Estonia's exports increased 44 percent in April. He expects export growth to slow to about 10 percent in the second half. The \
         ministry kept its forecast of 12 percent export growth for the full year.",
        &[
            "change exports EE>WORLD 44 percent up 2011-04",
            "change exports EE>WORLD ~10 percent up year_on_year 2011-H2 forecast",
            "change exports EE>WORLD 12 percent up year_on_year 2011 forecast",
        ],
    );
}

#[test]
fn numbers_spoken_with_a_point_have_decimals_in_figures_too() {
    says(
        "2022-11-21",
        "South Korea's exports totaled 33-point-16 billion dollars in the November 1-to-20 period, with working days standing at \
         15-and-a-half.",
        &["level exports KR>WORLD 33160000000 USD 2022-11-01..2022-11-20"],
    );
}

#[test]
fn a_headline_of_first_days_says_when() {
    says(
        "2022-11-21",
        "South Korea's Exports Shrink 17% in First 20 Days of November",
        &["change exports KR>WORLD 17 percent down year_on_year 2022-11-01..2022-11-20"],
    );
}

#[test]
fn columns_may_name_their_year_by_two_digits() {
    says(
        "1996-11-25",
        "Hungary's trade gap shrank to $1.77 billion in January-September from $2.13 billion a year earlier.\n\nBreakdown by region (in \
         millions of dollars):\n\n                    Jan-Sept 96   Jan-Sept 95\n Exports to EU           5,871         5,794\n \
         Imports from EU         6,702         6,921\n",
        &[
            "level balance HU>WORLD -1770000000 USD 1996-01..1996-09",
            "level balance HU>WORLD -2130000000 USD 1995-01..1995-09",
            "level exports HU>x:eu 5871000000 USD 1996-01..1996-09",
            "level exports HU>x:eu 5794000000 USD 1995-01..1995-09",
            "level imports HU>x:eu 6702000000 USD 1996-01..1996-09",
            "level imports HU>x:eu 6921000000 USD 1995-01..1995-09",
        ],
    );
}

#[test]
fn what_is_counted_in_people_or_put_off_so_many_times_is_no_trade() {
    says(
        "2026-01-16",
        "Foreign direct investment in Indonesia reached 54.6 billion dollars in 2025. A target of 2.7 million jobs was met. New Delhi had \
         put off its duties on walnuts eight times.",
        &["level fdi_inward ID>WORLD 54600000000 USD 2025"],
    );
}

#[test]
fn a_quota_is_of_the_one_that_lets_goods_in() {
    says(
        "2012-06-26",
        "Under the trade agreement between Peru and the European Union, Peru gets a quota of 22,000 tonnes a year for its sugar.",
        &["level quota x:eu>PE 22000 t a year [sugar]"],
    );
    says(
        "2019-03-05",
        "NAIROBI, March 5 - Kenya agreed to scrap a levy on Ugandan milk. Kenya also gives Ugandan mills a duty-free quota of 90,000 \
         tonnes of sugar.",
        &["level quota KE>UG 90000 t [sugar]"],
    );
    says(
        "2001-03-05",
        "New Zealand's lamb exports rose 5 percent in February.\n\n\"Our annual quota for sheepmeat in the European Union is 226,700 \
         tonnes,\" the Meat Board said.",
        &["change exports NZ>WORLD 5 percent up 2001-02 [lamb]", "level quota x:eu>NZ 226700 t [sheepmeat]"],
    );
    // who sets one has it, too
    says("2019-03-05", "Kenya set a quota of 90,000 tonnes for sugar.", &["level quota KE 90000 t [sugar]"]);
}

#[test]
fn what_is_allowed_or_limited_is_a_quota() {
    says(
        "2025-09-13",
        "India had permitted exports of 10 lakh tonnes of sugar this season.",
        &["level quota IN 1000000 t [sugar]"],
    );
    says(
        "1999-05-13",
        "Russia agreed in February to limit its shipments of steel to 325,000 tons a year.",
        &["level quota RU 325000 t a year [steel]"],
    );
    says(
        "1992-08-15",
        "Mexico will cut its 20 percent tariff on U.S. cars in half at once and let in 2.5 million tons of American corn a year free of duty.",
        &["level tariff MX>US 20 percent [cars]", "level quota MX>US 2500000 t [corn] target"],
    );
}

#[test]
fn who_levies_is_who_acts_and_not_who_is_threatened() {
    says(
        "2025-09-13",
        "GENEVA, Sept 13 - Swiss exports of watches to the United States fell 17 percent in August.\n\nCanada, for its part, will keep its \
         25 percent duty on U.S. cars.\n\nBrussels has drawn up a list of U.S. goods that could face duties of 30 percent.",
        &[
            "change exports CH>US 17 percent down 2025-08 [watches]",
            "level tariff CA>US 25 percent [cars]",
            "level tariff x:eu>US 30 percent [watches] hypothetical",
        ],
    );
    says(
        "2019-07-13",
        "OTTAWA, July 13 - Washington lifted its tariffs of 25 per cent on Canadian steel in May.\n\nThe president threatened Mexico with a \
         five per cent tariff.",
        &["level tariff US>CA 25 percent [steel]", "level tariff US>MX 5 percent hypothetical"],
    );
}

#[test]
fn few_mt_are_million_tonnes_and_many_are_tonnes() {
    says(
        "2024-10-01",
        "The United States shipped 7.61 million metric tons (MT) in September, up from 7.35 MT in August. Sales to Asia \
         dropped to 2.47 MT.",
        &[
            "level exports US>WORLD 7610000 t 2024-09",
            "level exports US>WORLD 7350000 t 2024-08",
            "level exports US>x:asia 2470000 t 2024-09",
        ],
    );
    says(
        "2024-10-01",
        "Vietnam exported 5,200 MT of pepper in September, and 800 MT of cashew.",
        &["level exports VN>WORLD 5200 t 2024-09 [pepper]", "level exports VN>WORLD 800 t 2024-09 [cashew]"],
    );
}

#[test]
fn a_line_of_its_own_says_of_when_what_follows_is() {
    says(
        "2012-03-16",
        "In January 2012 the EU's trade deficit was 23.9 bn euro.\n\nDetailed results for January to December 2011\n\nEU exports to Russia \
         rose by 26%, while imports from Japan were almost unchanged at 67.4 bn euro.",
        &[
            "level balance x:eu>WORLD -23900000000 EUR 2012-01",
            "change exports x:eu>RU 26 percent up year_on_year 2011",
            "level imports x:eu>JP 67400000000 EUR 2011",
        ],
    );
}

#[test]
fn what_names_only_its_base_is_of_the_period_after_it() {
    says(
        "2009-09-17",
        "Africa attracted a record 88 billion dollars in foreign investment, 27 percent more than in 2007.",
        &[
            "level fdi_inward x:africa>WORLD 88000000000 USD 2008",
            "change fdi_inward x:africa>WORLD 27 percent up 2008 of f1",
        ],
    );
}

#[test]
fn capital_as_of_a_day_came_in_since_january_and_goes_to_trades() {
    says(
        "2022-12-27",
        "Foreign direct investment (FDI) in Vietnam rose in 2022.\n\nAs of December 20, total registered FDI stood at 27.72 billion USD.\n\n\
         Processing and manufacturing took the lead with 16.8 billion USD. It was followed by real estate with 4.45 billion USD and \
         science and technology with 1.29 billion USD.",
        &[
            "level fdi_inward VN>WORLD 27720000000 USD 2022-01-01..2022-12-20",
            "level fdi_inward VN>WORLD 16800000000 USD 2022-01-01..2022-12-20",
            "level fdi_inward VN>WORLD 4450000000 USD 2022-01-01..2022-12-20",
            "level fdi_inward VN>WORLD 1290000000 USD 2022-01-01..2022-12-20",
        ],
    );
}

#[test]
fn what_comes_in_of_goods_is_no_capital() {
    says(
        "2021-08-20",
        "China's crude oil imports edged down 0.8% from June to 41.24 million mt in July. In June the inflow was 41.6 million mt.",
        &[
            "change imports CN>WORLD 0.8 percent down month_on_month 2021-07 [crude oil] of f2",
            "level imports CN>WORLD 41240000 t 2021-07 [crude oil]",
            "level imports CN>WORLD 41600000 t 2021-06 [crude oil]",
        ],
    );
}

#[test]
fn rates_of_railways_and_freight_inside_a_country_are_no_trade() {
    says(
        "2016-04-07",
        "Indian Railways carried 1,104 million tonnes of freight in 2015-16, 0.6 per cent more than in the year before. The power firms want a \
         tariff increase of 18 per cent, the Delhi electricity regulator said. Rail tariffs rose by 7.5 percent.",
        &[],
    );
}

#[test]
fn goods_of_several_origins_are_bought_from_all_of_them() {
    says(
        "2014-09-17",
        "Egypt bought 235,000 tonnes of Russian, Romanian and French wheat.",
        &["level deals EG>RU+RO+FR 235000 t [wheat]"],
    );
}

#[test]
fn who_is_hit_with_a_duty_does_not_levy_it() {
    says(
        "2018-06-22",
        "The U.S. hits Canadian softwood with duties of up to 24 per cent. The EU charges 10 percent on cars made in the United States, which \
         taxes EU cars at 2.5 percent.",
        &[
            "level tariff US>CA <24 percent [softwood]",
            "level tariff x:eu>US 10 percent [cars]",
            "level tariff US>x:eu 2.5 percent [cars]",
        ],
    );
}

#[test]
fn what_was_bought_has_the_weekday_on_which_it_was() {
    says(
        "2014-09-17",
        "UPDATE 2-Egypt's GASC buys 235,000 T of Russian, Romanian wheat\n\nCAIRO, Sept 17 (Reuters) - Egypt's state grain buyer said on \
         Wednesday it had bought 235,000 tonnes of Russian and Romanian wheat in a tender.",
        &[
            "level deals EG>RU+RO 235000 t 2014-09-17..2014-09-17 [wheat]",
            "level deals EG>RU+RO 235000 t 2014-09-17..2014-09-17 [wheat]",
        ],
    );
}

#[test]
fn trade_in_a_story_of_output_is_of_its_quarter() {
    says(
        "2024-05-09",
        "Philippine growth slows to 5.3 pct in Q1\n\nMANILA, May 9 (Kyodo) - The Philippine economy grew 5.3 percent in the first quarter.\n\n\
         Exports of goods and services climbed 7.5 percent, while imports grew 2.3 percent.",
        &["change exports PH>WORLD 7.5 percent up 2024-Q1", "change imports PH>WORLD 2.3 percent up 2024-Q1"],
    );
}

#[test]
fn the_gap_of_a_headline_of_trade_is_its_balance_before_any_number() {
    says(
        "2024-03-27",
        "US goods trade gap widens in February\n\nWASHINGTON (AP) — The U.S. trade deficit in goods widened in February.\n\nThe ministry \
         put the gap at $91.8 billion, up 1.4% from $90.5 billion in January.\n",
        &[
            "level balance US>WORLD -91800000000 USD 2024-02",
            "change balance US>WORLD 1.4 percent up month_on_month 2024-02 of f1",
            "level balance US>WORLD -90500000000 USD 2024-01",
        ],
    );
}

#[test]
fn what_was_revised_and_what_it_was_before_are_of_the_same_month() {
    says(
        "2024-10-17",
        "Japan's trade deficit was 294 billion yen in September. The ministry revised the August deficit to 703.2 billion yen from \
         695.3 billion yen reported earlier.",
        &[
            "level balance JP>WORLD -294000000000 JPY 2024-09",
            "level balance JP>WORLD -703200000000 JPY 2024-08 revised",
            "level balance JP>WORLD -695300000000 JPY 2024-08",
        ],
    );
    says(
        "1987-03-17",
        "Norway's trade surplus narrowed to 114 million crowns in February. The government revised its forecast for the 1987 current \
         account deficit last week to 27 billion crowns from 33 billion.",
        &[
            "level balance NO>WORLD 114000000 NOK 1987-02",
            "level current_account NO>WORLD -27000000000 NOK 1987 forecast",
            "level current_account NO>WORLD -33000000000 NOK 1987 forecast",
        ],
    );
}

#[test]
fn many_years_ago_is_a_year_and_no_month() {
    says(
        "2021-12-14",
        "Uruguay's beef exports rose in November. Ten years ago China bought 8 percent of the country's beef exports.",
        &["share exports UY>CN 8 percent 2011 [beef]"],
    );
}

#[test]
fn the_sales_and_orders_of_a_firm_that_tells_its_profit_are_no_trade() {
    says(
        "2025-07-18",
        "Pump maker beats profit forecast, sees tariff bill\n\nSTOCKHOLM, July 18 (Reuters) - The Swedish firm warned that U.S. import \
         tariffs would bite.\n\nSales were flat at 14.6 billion crowns. Order intake climbed 8% to 15.9 billion crowns. Orders in North \
         America were up 14%.\n",
        &[],
    );
}

#[test]
fn a_tax_on_exports_a_tonne_is_a_duty_of_the_days_that_come_and_dates_nothing_else() {
    says(
        "2021-10-26",
        "Russia has raised its wheat export tax to $67 a tonne for Oct. 27 to Nov. 2 from $61.30 a week earlier. The country's barley \
         exports rose 3 percent.",
        &[
            "level tariff RU 67 USD 2021-10-27..2021-11-02 [wheat]",
            "level tariff RU 61.3 USD 2021-10-20..2021-10-26 [wheat]",
            "change exports RU>WORLD 3 percent up [barley]",
        ],
    );
}

#[test]
fn a_paper_that_counts_in_its_own_money_reports_on_its_country() {
    let found = figures(
        "Citrus shines as trade surplus swells to R21.8bn\n\n31 October 2025 - 15:08 by Lindiwe Maseko\n\nThe trade surplus widened to R21.8bn \
         in September from R3.7bn in August, the revenue service said.\n\nExports rose 9.7% to R191.3bn. China remained the largest \
         destination for goods. Exports to the US fell.\n",
        Some("2025-10-31"),
    );
    assert!(found.len() > 4 && found.iter().all(|figure| figure["reporter"] == "ZA"), "{found:?}");
}

#[test]
fn capital_counted_to_a_day_came_in_since_january_wherever_the_day_stands() {
    says(
        "2025-11-06",
        "Vietnam attracted 31.52 billion USD in foreign direct investment (FDI) as of October 31, up 15.6% year-on-year.\n\n\
         Manufacturing took the lead with 7.97 billion USD.",
        &[
            "level fdi_inward VN>WORLD 31520000000 USD 2025-01..2025-10",
            "change fdi_inward VN>WORLD 15.6 percent up year_on_year 2025-01..2025-10 of f1",
            "level fdi_inward VN>WORLD 7970000000 USD 2025-01..2025-10",
        ],
    );
}

#[test]
fn the_line_of_an_embargo_dates_nothing_and_a_city_behind_in_has_the_exports_behind_its_aside() {
    let found = figures(
        "Goods Exports September 2025\n\nEmbargoed until 11:00 am, Friday 14 November 2025\n\nIreland's goods exports fell by 8.7% to \
         19.9 billion euros. Imports rose 5%.\n",
        Some("2025-11-14"),
    );
    assert!(
        found.len() == 3 && found.iter().all(|figure| figure["period"]["first"] != "2025-11-01"),
        "{found:?}"
    );
    let found = figures(
        "NANNING, May 21 (Xinhua) -- Foreign trade of Guangxi totaled 216 billion yuan from January to April.\n\nIn Liuzhou, home to one of \
         China's largest makers of electric vehicles, exports of automobiles surged by 41.5 percent.\n",
        Some("2024-05-21"),
    );
    assert_eq!(found[1]["reporter"], "geonames:1803300", "{found:?}");
}

#[test]
fn with_whom_all_trade_is_told_is_not_whose_it_is() {
    let found = figures(
        "Goods Exports September 2025\n\nGoods exports fell by 8.7% to 19.9 billion euros in September 2025.\n\nExports to Great Britain were \
         1.3 billion euros, while imports from Great Britain were 1.8 billion euros.\n\nExports from Ireland to Northern Ireland rose 3%.\n",
        Some("2025-11-14"),
    );
    assert!(found.len() == 5 && found.iter().all(|figure| figure["reporter"] == "IE"), "{found:?}");
}

#[test]
fn up_to_a_week_is_from_the_first_of_the_month_or_of_the_year() {
    says(
        "2025-11-17",
        "Brazil's trade surplus was 1.61 billion dollars in the second week of November. For the year up to the second week of November, \
         the surplus stands at 55.1 billion dollars. Up to the second week of November, exports reached 13.4 billion dollars.",
        &[
            "level balance BR>WORLD 1610000000 USD 2025-11-10..2025-11-16",
            "level balance BR>WORLD 55100000000 USD 2025-01-01..2025-11-16",
            "level exports BR>WORLD 13400000000 USD 2025-11-01..2025-11-16",
        ],
    );
}

#[test]
fn after_a_look_at_the_nation_the_story_goes_on_about_its_region() {
    let found = figures(
        "Emilia-Romagna exports dip\n\nBOLOGNA, March 18 (ANSA) - Exports from the Italian region of Emilia-Romagna slipped 1.6 percent to \
         83.7 billion euros in 2024.\n\nIt did worse than Italy as a whole, whose exports edged down 0.4 percent.\n\nMachinery, the largest \
         item, dropped 4.1 percent to 24.5 billion euros.\n",
        Some("2025-03-18"),
    );
    let whose: Vec<_> = found.iter().map(|figure| figure["reporter"].as_str().unwrap_or("-")).collect();
    assert_eq!(whose, ["IT-45", "IT-45", "IT", "IT-45", "IT-45"], "{found:?}");
}

#[test]
fn what_stands_aside_says_nothing_of_whose_and_of_when() {
    says(
        "2024-11-07",
        "Germany's exports fell by 1.7 per cent in September to 128.2 billion euros. Imports from Russia, which before the war in Ukraine \
         were worth 2.8 billion euros a month, came to 0.1 billion euros.",
        &[
            "change exports DE>WORLD 1.7 percent down 2024-09 of f2",
            "level exports DE>WORLD 128200000000 EUR 2024-09",
            "level imports DE>RU 2800000000 EUR a month",
            "level imports DE>RU 100000000 EUR 2024-09",
        ],
    );
    says(
        "2025-01-09",
        "Peru's exports rose 10.6 percent to 66.9 billion dollars in 2024. Copper, which is mined in Ancash and goes mostly to China, \
         still supplied 31 percent of the total.",
        &[
            "change exports PE>WORLD 10.6 percent up year_on_year 2024 of f2",
            "level exports PE>WORLD 66900000000 USD 2024",
            "share exports PE>WORLD 31 percent 2024 [copper] of f2",
        ],
    );
    says(
        "2025-01-09",
        "Peru exported 301,000 tons of blueberries in 2024, of which the United States took 52 percent and the Netherlands, the gateway \
         to Europe, a quarter.",
        &[
            "level exports PE>WORLD 301000 t 2024 [blueberries]",
            "share exports PE>US 52 percent 2024 [blueberries] of f1",
            "share exports PE>NL 25 percent 2024 [blueberries] of f1",
        ],
    );
}

#[test]
fn a_share_without_a_time_that_another_is_up_from_is_of_the_year_before() {
    says(
        "2024-10-10",
        "Ivory Coast exported 1.21 million tonnes of cocoa in 2023. Exports of butter made up 38 percent of the total by value, up from 33 \
         percent.",
        &[
            "level exports CI>WORLD 1210000 t 2023 [cocoa]",
            "share exports CI>WORLD 38 percent 2023 [butter]",
            "share exports CI>WORLD 33 percent 2022 [butter]",
        ],
    );
}

#[test]
fn what_a_tariff_would_cost_is_lost_and_the_tariff_supposed() {
    says(
        "2024-11-07",
        "Germany's exports fell by 1.7 per cent in September. A tariff of 10 per cent on all goods would cost Germany 33 billion euros in \
         exports over four years, a study found.",
        &[
            "change exports DE>WORLD 1.7 percent down 2024-09",
            "level tariff ?>DE 10 percent hypothetical",
            "change exports DE>WORLD 33000000000 EUR down hypothetical",
        ],
    );
    says(
        "2025-03-18",
        "Washington has said that it might add 20% to the present duty of 15% on hard cheeses.",
        &[
            "level tariff US 20 percent [hard cheeses] hypothetical",
            "level tariff US 15 percent [hard cheeses]",
        ],
    );
}

#[test]
fn a_contract_is_of_the_months_in_which_goods_come_where_nothing_says_when_it_was_made() {
    says(
        "1987-03-30",
        "Japanese crushers have bought 214,000 tonnes of Brazilian soybeans for late April/early July shipment. They bought 270,000 tonnes \
         of U.S. beans for April shipment.",
        &[
            "level deals JP>BR 214000 t 1987-04..1987-07 [soybeans]",
            "level deals JP>US 270000 t 1987-04 [beans]",
        ],
    );
    says(
        "1987-04-21",
        "Pakistan bought 6,000 tonnes of palm oil at its import tender today for first half May shipment.",
        &["level deals PK>WORLD 6000 t 1987-04-21..1987-04-21 [palm oil]"],
    );
}

#[test]
fn the_lots_of_a_purchase_are_each_of_their_own_months() {
    says(
        "1987-03-30",
        "Japanese crushers have bought 214,000 tonnes of Brazilian soybeans for April shipment. The purchases comprise 30,000 tonnes for \
         April 20/May 10 shipment, 102,000 for May and 15,000 for late May/early June shipment.",
        &[
            "level deals JP>BR 214000 t 1987-04 [soybeans]",
            "level deals JP>BR 30000 t 1987-04-20..1987-05-10 [soybeans]",
            "level deals JP>BR 102000 t 1987-05 [soybeans]",
            "level deals JP>BR 15000 t 1987-05..1987-06 [soybeans]",
        ],
    );
}

#[test]
fn what_a_report_on_export_sales_calls_sales_are_contracts_of_its_week() {
    says(
        "1987-03-26",
        "USDA COMMENTS ON EXPORT SALES\n\nCorn sales of 2,806,300 tonnes in the week ended March 19 were the highest since 1979, the U.S. \
         Agriculture Department said.\n\nTaiwan purchased 296,300 tonnes for the 1986/87 season.\n\nCotton exports were 51,000 bales.\n",
        &[
            "level deals US>WORLD 2806300 t 1987-03-13..1987-03-19 [corn]",
            "level deals US>TW 296300 t 1987-03-13..1987-03-19 [corn]",
            "level exports US>WORLD 51000 other:bale 1987-03-13..1987-03-19 [cotton]",
        ],
    );
}

#[test]
fn tons_are_short_behind_short_tons() {
    says(
        "1987-03-30",
        "U.S. sugar imports in February totaled 130,804 short tons, against 144,200 tons in January.",
        &[
            "level imports US>WORLD 130804 other:short_ton 1987-02 [sugar]",
            "level imports US>WORLD 144200 other:short_ton 1987-01 [sugar]",
        ],
    );
}

#[test]
fn points_of_trade_are_its_part_in_growth() {
    says(
        "1987-06-16",
        "Japan's domestic demand contributed 4.1 percentage points to growth in 1986 while foreign trade knocked off 1.5 points.",
        &["contribution balance JP>WORLD -1.5 percentage_point 1986"],
    );
}

#[test]
fn what_ships_load_now_is_exported_for_whom_it_is_and_of_no_time() {
    says(
        "1987-04-01",
        "French grain exports by way of Dunkirk reached 408,200 tonnes between March 3 and March 21. Four vessels are loading 96,000 \
         tonnes of wheat. They include 44,000 tonnes for Egypt, 27,000 for Tunisia and 25,000 for Morocco. Another ship is loading 12,500 \
         tonnes of colza for Italy.",
        &[
            "level exports FR>WORLD 408200 t 1987-03-03..1987-03-21 [grain]",
            "level exports FR>WORLD 96000 t [wheat]",
            "level exports FR>EG 44000 t [wheat]",
            "level exports FR>TN 27000 t [wheat]",
            "level exports FR>MA 25000 t [wheat]",
            "level exports FR>IT 12500 t [colza]",
        ],
    );
}

#[test]
fn a_headline_of_a_month_is_of_the_days_that_the_lead_says() {
    let found = figures(
        "GRAIN EXPORTS BY WAY OF DUNKIRK UP IN MARCH\n\nFrench grain exports by way of Dunkirk rose to 408,200 tonnes between March 1 and \
         March 21.\n\nEgypt took 61,400 tonnes of wheat.\n",
        Some("1987-04-01"),
    );
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|figure| figure["period"] == "1987-03-01/1987-03-21"), "{found:?}");
}

#[test]
fn how_far_a_place_depends_on_what_comes_from_abroad_is_a_share_of_imports() {
    says(
        "1987-04-09",
        "The U.S. depended on foreign suppliers for 33 pct of its oil in 1986. Imports meet only 9.2 pct of Japanese demand for \
         semiconductors. About half of the orange juice consumed in the United States comes from Brazil. Brazilian imports account for \
         about 40 pct of total U.S. supply.",
        &[
            "share imports US>WORLD 33 percent 1986 [oil]",
            "share imports JP>WORLD 9.2 percent [oil]",
            "share imports US>BR ~50 percent [orange juice]",
            "share imports US>BR ~40 percent [oil]",
        ],
    );
}

#[test]
fn a_duty_is_of_whom_it_does_not_hit_and_who_follows_another_levies_it() {
    says(
        "2024-08-30",
        "Washington said the scheduled 100 percent tariffs on Japanese electronic exports could be modified. Canada this week followed the \
         United States in setting a 100 percent duty on Chinese steel. A 50 percent cut in Taiwan's import tariff for soybeans was \
         approved.",
        &[
            "level tariff US>JP 100 percent [electronic]",
            "level tariff CA>CN 100 percent [steel]",
            "change tariff TW 50 percent down",
        ],
    );
}

#[test]
fn what_is_priced_by_the_ton_is_not_exported() {
    says(
        "2025-07-21",
        "China's exports of rare-earth magnets were 3,188 tons in June. Neodymium oxide gained 1.9% to 487,000 yuan ($67,900) a ton in \
         Jiangxi on Monday. Brazil's exports of coffee were 4.31 mln bags of 60 kilos in June.",
        &[
            "level exports CN>WORLD 3188 t 2025-06 [rare-earth magnets]",
            "level exports BR>WORLD 4310000 other:bag 2025-06 [coffee]",
        ],
    );
}

#[test]
fn exports_of_a_story_of_cars_count_cars() {
    says(
        "1987-10-20",
        "West German car and van production rose in September to 407,600 from 386,000 in September 1986. Exports of light trucks fell in \
         September to 7,800 from 9,000.",
        &[
            "level exports DE>WORLD 7800 vehicle 1987-09 [light trucks]",
            "level exports DE>WORLD 9000 vehicle [light trucks]",
        ],
    );
}

#[test]
fn a_month_that_is_traded_says_nothing_of_when() {
    says(
        "1987-03-26",
        "The Soviet Union bought almost 90,000 tonnes of raw sugar from international trade houses last night, with some of it changing \
         hands at discounts to the spot May world sugar contract.",
        &["level deals SU>WORLD <90000 t 1987-03-25..1987-03-25 [raw sugar]"],
    );
}

#[test]
fn belgium_and_luxembourg_count_in_belgian_francs() {
    says(
        "1987-03-25",
        "The Belgo-Luxembourg Economic Union recorded a trade deficit of 9.45 billion francs in January.",
        &["level balance x:bleu>WORLD -9450000000 BEF 1987-01"],
    );
}

#[test]
fn whom_a_duty_was_imposed_by_levies_it() {
    says(
        "1987-04-17",
        "The White House issued a list of Japanese exports covered by the 100 pct tariffs imposed by President Reagan. More than 90 pct of \
         Mexico's tomato exports go to the U.S.",
        &["level tariff US>JP 100 percent [tomato]", "share exports MX>US >90 percent [tomato]"],
    );
}

#[test]
fn a_town_sells_abroad_and_not_to_its_own_country() {
    let found = figures(
        "Exports from the northern Italian region of Emilia-Romagna slipped 1.6% to 83.7 bn euros in 2024.\n\nShipments of ceramic tiles \
         from the Sassuolo district near Modena were worth 3.9 bn euros, 2.8% less than in 2023, while those of sports cars from Maranello \
         and Sant'Agata rose 6%.\n",
        Some("2025-03-18"),
    );
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.iter().all(|figure| figure["partner"] == "WORLD"), "{found:?}");
}

#[test]
fn tentative_data_below_the_lead_and_a_note_below_the_story_make_all_of_it_preliminary() {
    let found = figures(
        " date 2026-09-21\n(LEAD) Exports up 9.8 pct in first 20 days of Sept.\n(ATTN: UPDATES throughout)\nBy Oh Seung-min\n\nSEOUL, Sept. 21 \
         (Yonhap) -- South Korea's exports grew 9.8 percent from a year earlier in the first 20 days of September, data showed \
         Monday.\n\nOutbound shipments came to US$44.1 billion in the Sept. 1-20 period, according to tentative data from the Korea Customs \
         Service.\n\nImports increased 3.9 percent to $39.6 billion.\n",
        Some("2026-09-21"),
    );
    assert!(found.len() >= 4, "{found:?}");
    assert!(found.iter().all(|figure| figure["status"] == "preliminary"), "{found:?}");
    let found = figures(
        "Rwanda's exports were US$ 600.5 million in the third quarter of 2021. Imports rose by 22.5 per cent.\n\nNotes\n\nFigures for the \
         third quarter are provisional.\n",
        Some("2021-12-10"),
    );
    assert!(found.iter().all(|figure| figure["status"] == "preliminary"), "{found:?}");
}

#[test]
fn what_is_and_what_is_to_come_are_told_apart() {
    says(
        "2025-03-18",
        "Canada will keep its 25 percent duty on US cars. Washington announced tariffs of 25 percent on $16 billion of Chinese goods.",
        &[
            "level tariff CA>US 25 percent [cars]",
            "level tariff US>CN 25 percent",
            "level imports US>CN 16000000000 USD",
        ],
    );
}

#[test]
fn daily_exports_are_a_day_services_go_on_and_a_revised_gap_is_revised() {
    says(
        "2024-10-21",
        "South Korea's exports grew 9.8 percent to $44.1 billion in the first 20 days of October. The average daily exports rose 13.4 percent \
         to $2.85 billion.",
        &[
            "change exports KR>WORLD 9.8 percent up year_on_year 2024-10-01..2024-10-20 of f2",
            "level exports KR>WORLD 44100000000 USD 2024-10-01..2024-10-20",
            "change exports KR>WORLD 13.4 percent up year_on_year 2024-10-01..2024-10-20 of f4",
            "level exports KR>WORLD 2850000000 USD a day 2024-10-01..2024-10-20",
        ],
    );
    says(
        "2024-10-15",
        "India's services exports were estimated at USD 30.6 billion in September and imports at USD 16.3 billion.",
        &[
            "level exports IN>WORLD 30600000000 USD 2024-09 [services]",
            "level imports IN>WORLD 16300000000 USD 2024-09 [services]",
        ],
    );
    says(
        "1987-03-20",
        "New Zealand recorded a revised deficit of 18.7 mln dlrs in trade in January.",
        &["level balance NZ>WORLD -18700000 USD 1987-01 revised"],
    );
}

#[test]
fn what_another_charges_in_an_aside_is_its_duty() {
    says(
        "2025-11-20",
        "Brazil's exports rose 2 percent to 28 billion dollars in October. Exports to the United States, which charges 50 percent, fell 30 \
         percent.",
        &[
            "change exports BR>WORLD 2 percent up 2025-10 of f2",
            "level exports BR>WORLD 28000000000 USD 2025-10",
            "level tariff US>BR 50 percent",
            "change exports BR>US 30 percent down 2025-10",
        ],
    );
}

#[test]
fn a_share_is_of_its_total_and_not_of_the_part_that_it_measures() {
    says(
        "2024-06-20",
        "Malaysia's exports rose 7.3 per cent to RM124.9 billion in May. Exports of chips were valued at RM49.8 billion and made up 39.9 per \
         cent of total exports. Singapore took RM19.1 billion or 15.3 per cent.",
        &[
            "change exports MY>WORLD 7.3 percent up 2024-05 of f2",
            "level exports MY>WORLD 124900000000 MYR 2024-05",
            "level exports MY>WORLD 49800000000 MYR 2024-05 [chips]",
            "share exports MY>WORLD 39.9 percent 2024-05 [chips] of f2",
            "level exports MY>SG 19100000000 MYR 2024-05",
            "share exports MY>SG 15.3 percent 2024-05 of f2",
        ],
    );
}

#[test]
fn investment_in_places_is_abroad_in_a_story_of_what_a_country_invests_there() {
    let text = "Italian investment abroad rose 40 pct in 1986\n\nROME, March 3 (Reuter) - Italian net investment abroad jumped \
                40 pct to 3.2 billion dlrs in 1986 from 2.3 billion in 1985, the Treasury said.\n\nInvestment in the United \
                States rose to 1.35 billion dlrs last year from 900 mln in 1985, while investment in Canada nearly doubled to \
                590 mln from 300 mln.\n\nBut investment in Japan fell to 40 mln dlrs from 170 mln.\n";
    let drawn = common::draw_figures(text, "1987-03-04");
    for line in [
        "level fdi_outward IT>US 1350000000 USD 1986",
        "level fdi_outward IT>US 900000000 USD 1985",
        "change fdi_outward IT>CA <2 multiple up year_on_year 1986",
        "level fdi_outward IT>CA 300000000 USD 1985",
        "level fdi_outward IT>JP 170000000 USD 1985",
    ] {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
    // at home it is nobody's abroad
    let text = "Italian investment rose 40 pct in 1986\n\nROME, March 3 (Reuter) - Italian industry invested more in 1986, the \
                Treasury said.\n\nInvestment in Lombardy rose to 1.35 billion dlrs last year.\n";
    assert!(!common::draw_figures(text, "1987-03-04").contains("fdi_outward"));
}

#[test]
fn whose_goods_come_in_is_not_who_imports_them() {
    let of = |text: &str| common::draw_figures(text, "1987-04-09");
    let drawn = of(
        "Taiwan likely to buy more U.S. soybeans\n\nA cut in the import tariff for soybeans should help to increase \
                    imports of U.S. soybeans, an official said.\n\nThe cut will encourage local importers to increase 1987 \
                    soybean imports to 1.7 mln tonnes from 1.5 mln last year, he said.\n",
    );
    assert!(drawn.contains("level imports TW>WORLD 1700000 t 1987 [soybean] forecast"), "{drawn}");
    let drawn = of(
        "Thailand sets 1987 Canadian barley import target\n\nThe Thailand Maltsters Association will import 70,000 \
                    tonnes of barley from Canada in calendar 1987, a spokesman said.\n\nThe total barley import target this year \
                    has been set at 300,000 tonnes.\n",
    );
    assert!(drawn.contains("level imports TH>CA 70000 t 1987 [barley]"), "{drawn}");
    assert_eq!(drawn.matches("level imports TH>").count(), 2, "{drawn}");
    // of a firm whose country is not named nobody knows it
    let drawn = of(
        "Hoshino to import Australian coal\n\nHoshino Motor Corp said it will import coal from Australia under an \
                    agreement with a trading house.\n\nUnder the agreement, Hoshino will annually import 130,000 tonnes of \
                    Australian coal.\n",
    );
    assert!(!drawn.contains("imports AU"), "{drawn}");
    // a country that buys and sells
    let drawn = of(
        "Canada's trade\n\nCanada exports barley and imports sugar.\n\nSugar imports rose to 300,000 tonnes last \
                    year.\n",
    );
    assert!(drawn.contains("level imports CA>WORLD 300000 t 1986"), "{drawn}");
}

#[test]
fn why_somebody_buys_is_not_who_buys() {
    let drawn = common::draw_figures(
        "Crushers buy beans\n\nDue to the large volumes of Brazilian beans purchased, Japanese crushers will buy a total of only \
         120,000 tonnes of U.S. beans for May shipment, traders said.\n",
        "1987-04-09",
    );
    assert!(drawn.contains("level deals JP>US 120000 t"), "{drawn}");
}

#[test]
fn sales_that_were_concluded_are_contracts() {
    let text = "Thai rice exports fall in week\n\nThailand exported 64,000 tonnes of rice in the week ended April 7, down from 91,000 \
                tonnes the previous week, the Commerce Ministry said.\n\nPrivate exporters concluded advance weekly sales for \
                48,000 tonnes against 22,000 tonnes the previous week.\n";
    let drawn = common::draw_figures(text, "1987-04-09");
    for line in [
        "level exports TH>WORLD 64000 t 1987-04-01..1987-04-07 [rice]",
        "level deals TH>WORLD 48000 t 1987-04-01..1987-04-07",
        "level deals TH>WORLD 22000 t 1987-03-25..1987-03-31",
    ] {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
    assert!(!drawn.contains("[weekly]"), "{drawn}");
}

#[test]
fn a_drop_of_an_amount_is_a_change() {
    let text = "Yeutter sees 2 to 3 billion dlr drop in trade deficit\n\nWASHINGTON, March 3 (Reuter) - The U.S. should see a 2 \
                billion dlr drop in the trade deficit this year, he said.\n\nHe is going to see a two billion dlr reduction this \
                year.\n";
    let drawn = common::draw_figures(text, "1987-03-04");
    assert_eq!(drawn.matches("change balance US>WORLD 2000000000").count(), 3, "{drawn}");
    assert!(!drawn.contains("level balance"), "{drawn}");
}

#[test]
fn debts_costs_and_devaluations_are_no_trade() {
    let text = "Seoul's trade\n\nSEOUL, March 3 (Reuter) - South Korea's trade surplus was vital to reduce its 40.5 billion dlr \
                foreign debt, an official said.\n\nThe project, costing 52.3 billion won, will raise exports.\n\nExports are \
                not likely to fall as a result of last September's 31 pct devaluation of the won.\n\nNet capital exports rose to \
                11.7 billion won from 10.0 billion in 1985.\n";
    let drawn = common::draw_figures(text, "1987-03-04");
    assert!(!drawn.contains("^ "), "{drawn}");
}

#[test]
fn an_organisation_that_is_called_by_a_country_buys_for_it() {
    says(
        "1987-03-18",
        "CYPRUS SETS BARLEY IMPORTS\n\nThe Cyprus Millers Union will import 24,000 tonnes of barley from Canada in 1987.",
        &["level imports CY>CA 24000 t 1987 [barley] forecast"],
    );
    says(
        "1987-03-02",
        "KENYA BUYS VEGETABLE OILS\n\nThe Kenyan National Trading Corporation purchased 9,000 tonnes of vegetable oils at its import tender on \
         Friday.\n\nThe business was for April shipments and comprised 5,000 tonnes of French rapeseed oil and 4,000 tonnes of Malaysian palm oil.",
        &[
            "level deals KE>WORLD 9000 t 1987-02-27..1987-02-27 [vegetable oils]",
            "level deals KE>FR 5000 t 1987-02-27..1987-02-27 [rapeseed oil]",
            "level deals KE>MY 4000 t 1987-02-27..1987-02-27 [palm oil]",
        ],
    );
    // money at home is no import
    says(
        "1987-03-18",
        "The Bank of England bought 500 mln stg of bills. British exports rose 3 pct in January.",
        &["change exports GB>WORLD 3 percent up 1987-01"],
    );
}
