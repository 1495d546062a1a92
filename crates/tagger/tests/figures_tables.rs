//! Tables of agencies are read whole or not at all.

mod common;

use expect_test::expect;

#[test]
fn rows_of_indicators_under_a_line_of_months() {
    let text = "Nov 5 Canada's international merchandise trade, in billions of Canadian dollars:\n\n\
                \x20            Sept    Aug(rev)  pct change\n\
                Exports     63.88   63.91     -0.1\n\
                Imports     65.14   65.38     -0.4\n\
                Balance     -1.26   -1.47\n";
    expect![[r"
        Nov 5 Canada's international merchandise trade, in billions of Canadian dollars:

                     Sept    Aug(rev)  pct change
        Exports     63.88   63.91     -0.1
                    ^^^^^ level exports CA>WORLD 63880000000 CAD 2024-09
                            ^^^^^ level exports CA>WORLD 63910000000 CAD 2024-08 revised
                                      ^^^^ change exports CA>WORLD 0.1 percent down month_on_month 2024-09 of f1
        Imports     65.14   65.38     -0.4
                    ^^^^^ level imports CA>WORLD 65140000000 CAD 2024-09
                            ^^^^^ level imports CA>WORLD 65380000000 CAD 2024-08 revised
                                      ^^^^ change imports CA>WORLD 0.4 percent down month_on_month 2024-09 of f4
        Balance     -1.26   -1.47
                    ^^^^^ level balance CA>WORLD -1260000000 CAD 2024-09
                            ^^^^^ level balance CA>WORLD -1470000000 CAD 2024-08 revised

    "]]
    .assert_eq(&common::draw_figures(text, "2024-11-05"));
}

#[test]
fn rows_of_places_are_partners() {
    let text = "Thailand exported 7.45 million tonnes of rice in the first nine months of 2024. Exports by \
                destination, in tonnes:\n\n\
                Market          2024        2023\n\
                Indonesia     1,085,463    1,012,345\n\
                Iraq            737,450      608,211\n";
    let drawn = common::draw_figures(text, "2024-11-05");
    for line in [
        "level exports TH>ID 1085463 t 2024-01..2024-09",
        "level exports TH>ID 1012345 t 2023-01..2023-09",
        "level exports TH>IQ 737450 t 2024-01..2024-09",
        "level exports TH>IQ 608211 t 2023-01..2023-09",
    ] {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
}

#[test]
fn a_table_that_is_not_understood_gives_nothing() {
    for text in [
        // no unit
        "Canada's exports and imports:\n\n       Sept   Aug\nExports   63.88   63.91\nImports   65.14   65.38\n",
        // a column that nobody knows
        "Canada's trade, in billions of dollars:\n\n       Sept   Foo\nExports   63.88   63.91\nImports   65.14   65.38\n",
        // a row that is neither an indicator nor a place
        "Canada's exports, in billions of dollars:\n\n       Sept   Aug\nExports   63.88   63.91\nWidgets   65.14   65.38\n",
        // no line of columns
        "Exports of Canada\nExports   63.88   63.91\nImports   65.14   65.38\n",
    ] {
        assert_eq!(common::figures(text, Some("2024-11-05")).len(), 0, "{text}");
    }
}

#[test]
fn rows_may_be_goods_and_the_earlier_column_may_stand_first() {
    let text = "Turkey's exports rise as jewelry shines\n\nISTANBUL, Feb 4 (AA) - Turkey's exports rose 2.6% to $21.7 billion in January.\n\n\
                Selected sectors (million dollars; change in percent):\n\n\
                Sector                    Jan. 2025   Jan. 2026   Change\n\
                Automotive                2,934.1     3,158.6      7.7\n\
                Hazelnuts                   205.4       158.9    -22.6\n\
                Ready-to-wear             1,411.8     1,318.2     -6.6\n";
    let drawn = common::draw_figures(text, "2026-02-04");
    for line in [
        "level exports TR>WORLD 2934100000 USD 2025-01 [automotive]",
        "level exports TR>WORLD 3158600000 USD 2026-01 [automotive]",
        "change exports TR>WORLD 22.6 percent down year_on_year 2026-01 [hazelnuts]",
    ] {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
}

/// The captions of the figures that a table's rows gave.
fn of_rows(text: &str, day: &str) -> Vec<String> {
    let drawn = common::draw_figures(text, day);
    let captions = drawn.lines().filter(|line| line.trim_start().starts_with('^'));
    captions.map(|line| line.trim_start().trim_start_matches('^').trim().to_owned()).collect()
}

#[track_caller]
fn has(text: &str, day: &str, wanted: &[&str]) {
    let found = of_rows(text, day);
    for caption in wanted {
        assert!(found.iter().any(|found| found.starts_with(caption)), "{caption}\n{found:#?}");
    }
}

#[track_caller]
fn has_no_rows(text: &str, day: &str) {
    let found = common::figures(text, Some(day));
    assert!(found.iter().all(|figure| figure["rule"] != "table/row"), "{found:#?}");
}

#[test]
fn the_unit_stands_in_brackets_or_behind_a_comma_and_the_rows_lie_in_the_region_that_reports() {
    let text = "GULF OIL LOADINGS UP IN JULY\n\n    KUWAIT, Aug 1 - Exports of crude oil from the Gulf rose to 11.2 mln bpd in July, \
                shipping sources\nsaid. The breakdown was as follows (mln bpd) -\n\
                \x20                  July    Prev Month   Year Ago\n\
                \x20   Saudi Arabia   4.05      3.90         3.61\n\
                \x20   Iran           1.90      1.88         2.02\n\
                \x20   Kuwait         1.20      1.10         1.08\n\
                \x20   N. Zone        0.12      0.13          nil\n\
                \x20   TOTAL         11.20     10.95        10.31\n";
    has(
        text,
        "1988-08-01",
        &[
            "level exports SA>WORLD 4050000 bbl/d 1988-07 [crude oil]",
            "level exports SA>WORLD 3900000 bbl/d 1988-06 [crude oil]",
            "level exports SA>WORLD 3610000 bbl/d 1987-07 [crude oil]",
            "level exports KW>WORLD 1080000 bbl/d 1987-07",
            "level exports x:gulf>WORLD 10310000 bbl/d 1987-07",
        ],
    );
    // who is no place is left out
    assert!(!of_rows(text, "1988-08-01").iter().any(|found| found.contains(" 120000 ")));

    let text = "BRUSSELS, March 10 - EC steel exports fell in 1987, the Commission said. Exports by member state were, \
                in '000 tonnes:\n\n\
                \x20                     1987      1986\n\
                \x20   West Germany     1,204     1,311\n\
                \x20   France             702       755\n\
                \x20   Italy              388       402\n\
                \x20   Total            2,294     2,468\n";
    has(
        text,
        "1988-03-10",
        &[
            "level exports DE>WORLD 1204000 t 1987",
            "level exports IT>WORLD 402000 t 1986",
            "level exports x:eu>WORLD 2294000 t 1987",
        ],
    );
}

#[test]
fn a_sign_may_stand_apart_and_the_line_above_names_the_partner_and_the_months() {
    let text = "BRUSSELS, Feb 11 - The statistics office gave these figures.\n\n\
                \x20   EC farm trade with Canada, Jan-Sept (mln Ecus)\n\
                \x20                     1987       1986\n\
                \x20   Exports          1,100      1,059\n\
                \x20   Imports          1,350        950\n\
                \x20   Balance          - 250      + 109\n";
    common::says(
        "1988-02-11",
        text,
        &[
            "level exports x:eu>CA 1100000000 XEU 1987-01..1987-09",
            "level exports x:eu>CA 1059000000 XEU 1986-01..1986-09",
            "level imports x:eu>CA 1350000000 XEU 1987-01..1987-09",
            "level imports x:eu>CA 950000000 XEU 1986-01..1986-09",
            "level balance x:eu>CA -250000000 XEU 1987-01..1987-09",
            "level balance x:eu>CA 109000000 XEU 1986-01..1986-09",
        ],
    );
}

#[test]
fn days_end_weeks_where_the_text_says_so() {
    let text = "WASHINGTON, Sept 17 - The U.S. Agriculture Department gave net export sales of wheat for the week \
                ended September 10, with the previous week, in thousand tonnes --\n\n\
                \x20                  9/10/87   Prev Week\n\
                \x20   Egypt            120.0       31.5\n\
                \x20   China              nil      250.0\n\
                \x20   Unknown           45.1       12.0\n\
                \x20   Japan             88.4       10.2-x\n\
                \x20   X-minus figure.\n";
    has(
        text,
        "1987-09-17",
        &[
            "level deals US>EG 120000 t 1987-09-04..1987-09-10 [wheat]",
            "level deals US>EG 31500 t 1987-08-28..1987-09-03 [wheat]",
            "level deals US>CN 250000 t 1987-08-28..1987-09-03 [wheat]",
            "level deals US>JP 88400 t 1987-09-04..1987-09-10 [wheat]",
        ],
    );
    assert!(!of_rows(text, "1987-09-17").iter().any(|found| found.contains(" 10200 ")));

    let head = |words: &str| {
        format!(
            "JAPAN BUYS CORN\n\n    WASHINGTON, Oct 22 - The USDA said the main buyers of corn {words} were, in thousand tonnes -\n\
             \x20                 Oct 15     Oct 8\n\
             \x20   Japan          412.3     290.1\n\
             \x20   Taiwan          94.0       nil\n"
        )
    };
    let sold = "in net export sales in the week ended October 15";
    has(
        &head(sold),
        "1987-10-22",
        &[
            "level deals US>JP 412300 t 1987-10-09..1987-10-15",
            "level deals US>JP 290100 t 1987-10-02..1987-10-08",
        ],
    );
    // a day is no period
    has_no_rows(&head("by exports of which they took part"), "1987-10-22");
    // what is still to go is no sale of that week
    has_no_rows(&head("in net export sales outstanding in the week ended October 15"), "1987-10-22");
}

#[test]
fn a_sentence_names_the_columns_that_no_line_has() {
    let text = "ARGENTINE SHIPMENTS\n\n    BUENOS AIRES, May 4 - The Argentine grain board reported these shipments of export grains in the week to \
                April 26, in tonnes, with comparisons for the previous week and the same week in 1988.\n\
                \x20   Bread wheat        83,400     71,000     nil\n\
                \x20   Maize             102,300     98,700     180,250\n\
                \x20   Sorghum               nil        nil      22,100,\n";
    has(
        text,
        "1989-05-04",
        &[
            "level exports AR>WORLD 71000 t 1989-04-13..1989-04-19 [bread wheat]",
            "level exports AR>WORLD 102300 t 1989-04-20..1989-04-26 [maize]",
            "level exports AR>WORLD 180250 t 1988-04-20..1988-04-26 [maize]",
            "level exports AR>WORLD 22100 t 1988-04-20..1988-04-26 [sorghum]",
        ],
    );
    let text = text.replace(", with comparisons for the previous week and the same week in 1988", "");
    has_no_rows(&text, "1989-05-04");

    let text = "PARIS, June 20 - French wheat exports from July 1 to May 31 were as follows, with the previous season's \
                figures in brackets, in '000 tonnes:\n\n\
                \x20   Italy - 1,804 (1,655).\n\
                \x20   Belgium - 820 (904).\n\
                \x20   Spain - 2,110 (nil).\n";
    has(
        text,
        "1990-06-20",
        &[
            "level exports FR>IT 1804000 t 1989-07..1990-05 [wheat]",
            "level exports FR>IT 1655000 t 1988-07..1989-05 [wheat]",
            "level exports FR>ES 2110000 t 1989-07..1990-05 [wheat]",
        ],
    );
}

#[test]
fn brackets_may_hold_changes() {
    let text = "TOKYO, Dec 15 - Japan's exports by destination in November, in billions of yen, with percentage changes \
                from a year earlier in brackets:\n\n\
                \x20   U.S.        905.4   (+2.1)\n\
                \x20   Thailand    151.7  (-10.8)\n";
    common::says(
        "1995-12-15",
        text,
        &[
            "level exports JP>US 905400000000 JPY 1995-11",
            "change exports JP>US 2.1 percent up year_on_year 1995-11 of f1",
            "level exports JP>TH 151700000000 JPY 1995-11",
            "change exports JP>TH 10.8 percent down year_on_year 1995-11 of f3",
        ],
    );
}

#[test]
fn of_supply_and_demand_only_what_crosses_the_border_counts() {
    let text = "CORN SUPPLY/DEMAND BY COUNTRY\n\n    WASHINGTON, Feb 12 - The U.S. Agriculture Department detailed supply and demand of corn, by \
                country, as\nfollows in mln tonnes --\n\
                \x20   JAPAN CORN --\n\
                \x20              1987/88            1986/87\n\
                \x20         02/12/88 01/12/88  02/12/88 01/12/88\n\
                \x20Start Stcks  1.10   1.10       0.90   0.90\n\
                \x20Production    Nil    Nil       0.01   0.01\n\
                \x20Imports     16.30  16.25      16.88  16.88\n\
                \x20Domes Use   15.20  15.00      15.00  15.00\n\
                \x20Exports       Nil    Nil        Nil    Nil\n\
                \x20End Stocks   1.30   1.15       1.10   1.10\n\
                \x20   WESTLAND CORN, in mln tonnes --\n\
                \x20              1987/88            1986/87\n\
                \x20         02/12/88 01/12/88  02/12/88 01/12/88\n\
                \x20Production   2.11   2.10       2.01   2.01\n\
                \x20Imports      3.30   3.25       3.88   3.88\n\
                \x20   ARGENTINA CORN, in mln 480-lb bales --\n\
                \x20              1987/88            1986/87\n\
                \x20         02/12/88 01/12/88  02/12/88 01/12/88\n\
                \x20Production   9.11   9.10       9.01   9.01\n\
                \x20Exports      5.30   5.25       3.85   3.85\n";
    common::says(
        "1988-02-12",
        text,
        &[
            // of which days a season is, the table does not tell
            "level imports JP>WORLD 16300000 t [corn] forecast",
            "level imports JP>WORLD 16250000 t [corn] forecast",
            "level imports JP>WORLD 16880000 t [corn]",
            "level imports JP>WORLD 16880000 t [corn]",
            "level exports AR>WORLD 5300000 other:bale [corn] forecast",
            "level exports AR>WORLD 5250000 other:bale [corn] forecast",
            "level exports AR>WORLD 3850000 other:bale [corn]",
            "level exports AR>WORLD 3850000 other:bale [corn]",
        ],
    );
}

#[test]
fn since_the_season_began_is_a_period_where_the_story_tells_when() {
    let text = |told: &str| {
        format!(
            "WASHINGTON, April 9 - U.S. exports between the start of the season{told} and April 2, as reported by exporters, in \
             thousand tonnes --\n\
             \x20              4/2/87    Prev Wk   4/3/86\n\
             \x20 Wheat       21,044.6  20,398.3  19,725.8\n\
             \x20 Corn        20,296.0  19,194.6  25,182.6-x\n\
             \x20 X-Revised.\n"
        )
    };
    has(
        &text(""),
        "1987-04-09",
        &[
            "level exports US>WORLD 21044600 t [wheat]",
            "level exports US>WORLD 19194600 t [corn]",
            "level exports US>WORLD 25182600 t [corn]",
        ],
    );
    has(
        &text(" (Sept-Aug)"),
        "1987-04-09",
        &[
            "level exports US>WORLD 19194600 t 1986-09-01..1987-03-26 [corn]",
            "level exports US>WORLD 25182600 t 1985-09-01..1986-04-03 [corn]",
        ],
    );
}

#[test]
fn heads_may_stand_in_two_lines_and_over_what_is_measured() {
    let text = "PRAGUE, Nov 14 - The Czech trade deficit widened in October, the statistics office said. Details in bln \
                crowns:\n\n\
                \x20                Oct      Oct    Jan-Oct   Jan-Oct\n\
                \x20               1996     1995      1996      1995\n\
                \x20   Exports     57.1     50.3     478.4     467.2\n\
                \x20   Imports     71.9     60.8     607.7     545.4\n";
    has(
        text,
        "1996-11-14",
        &[
            "level exports CZ>WORLD 57100000000 CZK 1996-10",
            "level exports CZ>WORLD 50300000000 CZK 1995-10",
            "level imports CZ>WORLD 607700000000 CZK 1996-01..1996-10",
            "level imports CZ>WORLD 545400000000 CZK 1995-01..1995-10",
        ],
    );
    let text = "SEOUL, Nov 8 - South Korea's trade with its largest partners in October (in millions of dollars):\n\n\
                \x20                 Exports    Imports    Balance\n\
                China              12,204     11,893        311\n\
                United States      10,390      6,120      4,270\n\
                Others             29,600     31,010     -1,410\n\
                Total              52,194     49,023      3,171\n";
    has(
        text,
        "2024-11-08",
        &[
            "level exports KR>CN 12204000000 USD 2024-10",
            "level imports KR>US 6120000000 USD 2024-10",
            "level balance KR>WORLD 3171000000 USD 2024-10",
        ],
    );
}

#[test]
fn tables_of_something_else_give_nothing() {
    for text in [
        // a firm's results
        "NEW YORK, Feb 12 - Harlan Foods Inc reported results, in thousands of dollars, and said its exports rose.\n\n\
         \x20                    1987        1986\n\
         \x20   Sales         401,200     388,100\n\
         \x20   Net            12,400      11,950\n\
         \x20   Avg shrs       22,104      22,090\n",
        // stocks
        "PERTH, Feb 12 - Exports of lead were strong in January. Stocks at ports were, in tonnes -\n\n\
         \x20                    Jan       Dec\n\
         \x20   Port Pirie    21,400    20,100\n\
         \x20   Newcastle      9,300     8,800\n",
        // crops
        "ROTTERDAM, Feb 12 - Exports rose to 1.2 mln tonnes in 1987. Crop estimates of the main exporting countries, in mln \
         tonnes, were -\n\n\
         \x20                   1987      1986\n\
         \x20   Argentina      10.1      11.0\n\
         \x20   Australia      12.4      16.1\n",
        // what is sold at home, after trade that is the cause of it
        "TOKYO, Feb 12 - Output fell because of cheap imports. Sales and stocks in tonnes were:\n\n\
         \x20           Jan 87   Dec 86   Jan 86\n\
         \x20   Sales   36,557   38,678   75,687\n\
         \x20   Stocks  53,248   56,620  127,083\n",
        // ships
        "NEW ORLEANS, Feb 12 - Eleven grain ships were loading for export and 14 were waiting, trade sources said.\n\n\
         \x20ELEVATOR                     LOADING  WAITING\n\
         \x20Delta Grain, Westwego           1      3\n\
         \x20Myrtle Grove                    2      0\n",
        // positions
        "CHICAGO, Feb 12 - Open interest in corn futures fell as exports slowed. Positions, in thousand bushels -\n\n\
         \x20              Long      Short\n\
         \x20   Hedgers   120,400    99,300\n\
         \x20   Funds      30,100    44,000\n",
        // rates
        "LONDON, Feb 12 - Exporters watched the pound. Exchange rates in London, in marks:\n\n\
         \x20              Today     Prev day\n\
         \x20   Britain    2.7410     2.7388\n\
         \x20   France     0.2961     0.2960\n",
        // sports
        "VIENNA, Feb 12 - Slalom, in a season without trade (points):\n\n\
         \x20   Austria      120     88\n\
         \x20   Italy        110     92\n",
    ] {
        has_no_rows(text, "1988-02-12");
    }
}

#[test]
fn each_number_may_have_its_change_in_brackets_behind_it() {
    let text = "SEOUL, Aug 21 - South Korea's exports fell in the first 20 days of August.\n\n\
                Following are details, in billions of dollars (percentage change from a year earlier in brackets):\n\n\
                \x20             Aug 1-20         Aug 1-20\n\
                \x20               2023             2022\n\
                Exports     27.86 (-16.5)    33.35 (+3.9)\n\
                Balance     -3.57           -10.22\n";
    common::says(
        "2023-08-21",
        text,
        &[
            "level exports KR>WORLD 27860000000 USD 2023-08-01..2023-08-20",
            "change exports KR>WORLD 16.5 percent down year_on_year 2023-08-01..2023-08-20 of f1",
            "level exports KR>WORLD 33350000000 USD 2022-08-01..2022-08-20",
            "change exports KR>WORLD 3.9 percent up year_on_year 2022-08-01..2022-08-20 of f3",
            "level balance KR>WORLD -3570000000 USD 2023-08-01..2023-08-20",
            "level balance KR>WORLD -10220000000 USD 2022-08-01..2022-08-20",
        ],
    );
    // of which nothing says what they are
    let text = text.replace(" (percentage change from a year earlier in brackets)", "");
    has_no_rows(&text, "2023-08-21");
}

#[test]
fn columns_may_be_months_of_two_years_and_fiscal_years() {
    let text = "SAO PAULO, Jan 20 - Brazil posted a trade deficit of $1.787 billion in December.\n\n\
                \x20   (in millions of dollars)\n\
                \x20               Dec 96   Dec 95   Jan-Dec 96  Jan-Dec 95\n\
                \x20   Exports      3,839    3,876     47,746      46,506\n\
                \x20   Imports      5,626    4,160     53,286      49,664\n";
    has(
        text,
        "1997-01-20",
        &[
            "level exports BR>WORLD 3839000000 USD 1996-12",
            "level exports BR>WORLD 3876000000 USD 1995-12",
            "level imports BR>WORLD 53286000000 USD 1996",
            "level imports BR>WORLD 49664000000 USD 1995",
        ],
    );
    let text = "India's trade in goods (in billion dollars):\n\n\
                \x20               2023-24   2022-23   % change\n\
                Exports          437.06    451.07     -3.1\n\
                Trade deficit    240.17    264.90     -9.3\n";
    common::says(
        "2024-05-14",
        text,
        &[
            "level exports IN>WORLD 437060000000 USD 2023-04..2024-03",
            "level exports IN>WORLD 451070000000 USD 2022-04..2023-03",
            "change exports IN>WORLD 3.1 percent down year_on_year 2023-04..2024-03 of f1",
            "level balance IN>WORLD -240170000000 USD 2023-04..2024-03",
            "level balance IN>WORLD -264900000000 USD 2022-04..2023-03",
            "change balance IN>WORLD 9.3 percent down year_on_year 2023-04..2024-03 of f4",
        ],
    );
}

#[test]
fn the_sentence_above_says_whose_goods_the_rows_are() {
    let text = "Imports of wheat and maize by the Soviet Union, as the council estimates them, in mln tonnes, \
                were:\n\n\
                \x20               1986/87    1985/86\n\
                \x20   Wheat          15.0       15.7\n\
                \x20   Maize           8.2       10.4\n";
    common::says(
        "1987-06-13",
        text,
        &[
            "level imports SU>WORLD 15000000 t [wheat] forecast",
            "level imports SU>WORLD 15700000 t [wheat]",
            "level imports SU>WORLD 8200000 t [maize] forecast",
            "level imports SU>WORLD 10400000 t [maize]",
        ],
    );
}

#[test]
fn of_the_worlds_exports_by_country_the_rows_are_who_exports() {
    let table = |by: &str| {
        format!(
            "World coffee exports rose in September, the International Coffee Organization said. Exports by {by}, in tonnes, were as \
             follows:\n\n\
             \x20                    Sept 87    Sept 86\n\
             \x20   Brazil             81,410     71,102\n\
             \x20   Colombia           60,990     60,910\n"
        )
    };
    has(
        &table("country"),
        "1987-11-05",
        &["level exports BR>WORLD 81410 t 1987-09", "level exports CO>WORLD 60910 t 1986-09"],
    );
    assert!(!of_rows(&table("destination"), "1987-11-05").iter().any(|found| found.contains("BR>WORLD")));
}

#[test]
fn the_week_of_the_year_before_ends_on_the_same_date() {
    let text = "ARGENTINE SHIPMENTS\n\n    BUENOS AIRES, June 12 - The Argentine grain board reported these\n\
                shipments of export grains in the week to June 10, in tonnes, with\n\
                comparisons for the previous week and the same week in 1986.\n\
                \x20   Maize              151,300    182,100    270,400\n\
                \x20   Sorghum             21,200     17,600     38,800\n\
                \x20   Cumulative figures for June 10 and this calendar year, with the\n\
                previous year's figures in brackets, are as follows, in thousands of\n\
                tonnes:\n\
                \x20   Maize              41.2  (101.6),      481.7     (912.3)\n\
                \x20   Sorghum             4.4   (21.3),      102.2     (181.4)\n\
                \x20   Soybean             nil    (nil),        nil       (nil)\n";
    has(
        text,
        "1987-06-12",
        &[
            "level exports AR>WORLD 151300 t 1987-06-04..1987-06-10 [maize]",
            "level exports AR>WORLD 182100 t 1987-05-28..1987-06-03 [maize]",
            "level exports AR>WORLD 270400 t 1986-06-04..1986-06-10 [maize]",
            "level exports AR>WORLD 41200 t 1987-06-10..1987-06-10 [maize]",
            "level exports AR>WORLD 101600 t 1986-06-10..1986-06-10 [maize]",
            "level exports AR>WORLD 481700 t 1987-01-01..1987-06-10 [maize]",
            "level exports AR>WORLD 181400 t 1986-01-01..1986-06-10 [sorghum]",
        ],
    );
}

#[test]
fn a_cell_that_a_note_explains_is_empty() {
    let text = "COTTON SUPPLY/DEMAND BY COUNTRY\n\n    WASHINGTON, Feb 12 - The U.S. Agriculture Department detailed supply and demand of \
                cotton, by country, as\nfollows in mln 480-lb bales --\n\
                \x20   PAKISTAN COTTON --\n\
                \x20              1987/88            1986/87\n\
                \x20         02/12/88 01/12/88  02/12/88 01/12/88\n\
                \x20Start Stcks  0.81   0.82       0.76   0.76\n\
                \x20Imports         X      X          X      X\n\
                \x20Exports      2.20   2.10       1.95   1.90\n\
                \x20 X - Under 5,000 bales\n";
    has(
        text,
        "1988-02-12",
        &[
            "level exports PK>WORLD 2200000 other:bale [cotton] forecast",
            "level exports PK>WORLD 1950000 other:bale [cotton]",
        ],
    );
}

/// Every one of the lines stands among the figures of the text.
fn assert_reads(text: &str, date: &str, lines: &[&str]) {
    let drawn = common::draw_figures(text, date);
    for line in lines {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
}

#[test]
fn a_plus_in_brackets_goes_up_where_the_balance_has_no_brackets() {
    assert_reads(
        "South Korea's exports rose in April, the trade ministry said on Wednesday.\n\n\
         Trade in April, in billion dollars, with pct change from a year earlier in brackets:\n\
         \x20            April         March\n\
         Exports      56.3 (+13.8)  56.6 (3.1)\n\
         Imports      54.7 (+5.4)   52.3 (-12.3)\n\
         Balance      1.6           4.3\n",
        "2026-05-20",
        &[
            "change exports KR>WORLD 13.8 percent up year_on_year 2026-04",
            "change exports KR>WORLD 3.1 percent up year_on_year 2026-03",
            "change imports KR>WORLD 5.4 percent up year_on_year 2026-04",
            "change imports KR>WORLD 12.3 percent down year_on_year 2026-03",
            "level balance KR>WORLD 1600000000 USD 2026-04",
        ],
    );
    // … and where it has but one cell
    assert_reads(
        "South Korea's exports rose in April, the trade ministry said on Wednesday.\n\n\
         Trade in April, in billion dollars (year-on-year pct change in brackets):\n\
         Exports      47.8 (+2.5)\nImports      45.1 (-3.2)\nBalance      2.7\n",
        "2026-05-20",
        &[
            "change exports KR>WORLD 2.5 percent up year_on_year 2026-04",
            "change imports KR>WORLD 3.2 percent down year_on_year 2026-04",
            "level balance KR>WORLD 2700000000 USD 2026-04",
        ],
    );
}

#[test]
fn a_letter_behind_a_number_says_its_state() {
    assert_reads(
        "Canada had a trade deficit in March, Statistics Canada said on Wednesday.\n\n\
         Merchandise trade, in billions of Canadian dollars:\n\
         \x20            March(p)  Feb        pct change\n\
         Exports      63.88     63.91r     -0.1\n\
         Imports      64.40(p)  62.10 r    +3.7\n\
         Balance      -0.52     1.81 (r)\n",
        "2026-05-20",
        &[
            "level exports CA>WORLD 63880000000 CAD 2026-03 preliminary",
            "level exports CA>WORLD 63910000000 CAD 2026-02 revised",
            "^^^^^ level imports CA>WORLD 64400000000 CAD 2026-03 preliminary",
            "level imports CA>WORLD 62100000000 CAD 2026-02 revised",
            "change imports CA>WORLD 3.7 percent up month_on_month 2026-03",
            "level balance CA>WORLD 1810000000 CAD 2026-02 revised",
        ],
    );
}

#[test]
fn mar_is_a_month_over_a_column() {
    for (head, first, other) in [
        ("Apr      Mar      Apr 25", "2026-04", "2026-03"),
        ("MAR      FEB      MAR 25", "2026-03", "2026-02"),
        ("Mar 26   Feb 26   Mar 25", "2026-03", "2026-02"),
        ("Jan-Mar 2026  Oct-Dec 2025  Jan-Mar 2025", "2026-Q1", "2025-Q4"),
    ] {
        let text = format!(
            "Japan's trade deficit narrowed, the ministry said.\n\n\
             Trade in millions of dollars:\n\
             \x20            {head}\n\
             Exports      6,710    6,500    6,421\n\
             Imports      6,930    6,300    6,580\n",
        );
        let (first, other) = (format!("6710000000 USD {first}"), format!("6500000000 USD {other}"));
        assert_reads(&text, "2026-05-20", &[&first, &other]);
    }
}

#[test]
fn a_change_is_against_what_its_head_says() {
    assert_reads(
        "Taiwan's exports rose in April, the finance ministry said on Wednesday.\n\n\
         Trade in billions of U.S. dollars:\n\
         \x20            April   March   y/y %\n\
         Exports      37.5    41.8    18.9\n\
         Imports      31.0    33.1    -7.1\n",
        "2026-05-20",
        &[
            "change exports TW>WORLD 18.9 percent up year_on_year 2026-04 of f1",
            "change imports TW>WORLD 7.1 percent down year_on_year 2026-04 of f4",
        ],
    );
    assert_reads(
        "Taiwan's exports rose in April, the finance ministry said on Wednesday.\n\n\
         Trade in billions of U.S. dollars:\n\
         \x20            April   m/m    y/y\n\
         Exports      37.5    -1.8    18.9\n\
         Imports      31.0    3.1    -7.1\n",
        "2026-05-20",
        &[
            "change exports TW>WORLD 1.8 percent down month_on_month 2026-04 of f1",
            "change exports TW>WORLD 18.9 percent up year_on_year 2026-04 of f1",
        ],
    );
}

#[test]
fn the_sum_of_goods_is_of_none_of_them() {
    assert_reads(
        "Brazil's exports rose in February, the Trade Ministry said.\n\n\
         Exports by product in millions of dollars:\n\
         \x20                Feb 26   Jan 26   Feb 25\n\
         Coffee           181.6    160.3    170.0\n\
         Soybeans         133.7    128.6    130.1\n\
         Orange juice      15.7     12.8     12.4\n\
         Total          1,530.7  1,412.0  1,620.4\n",
        "2026-05-20",
        &[
            "level exports BR>WORLD 15700000 USD 2026-02 [orange juice]",
            "level exports BR>WORLD 1530700000 USD 2026-02\n",
            "level exports BR>WORLD 1620400000 USD 2025-02\n",
        ],
    );
}

#[test]
fn the_unit_stands_on_the_line_below() {
    assert_reads(
        "The U.S. trade deficit widened in February, the Commerce Department said.\n\n\
         TRADE BALANCE    Feb 26   Jan 26   Feb 25\n\
         Exports          18.66    16.38    17.70\n\
         Imports          33.73    N/A      30.10\n\
         Deficit          15.07    --       unch\n\
         In billions of dollars, seasonally adjusted.\n",
        "2026-03-20",
        &[
            "level exports US>WORLD 18660000000 USD 2026-02",
            "level imports US>WORLD 30100000000 USD 2025-02",
            "level balance US>WORLD -15070000000 USD 2026-02",
        ],
    );
}
