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
