//! Lines of a label and one amount, under a line that says what they are of.

mod common;

/// A lead of trade, the lines, and what must stand among the figures.
fn assert_reads(lead: &str, lines: &str, wanted: &[&str]) {
    let drawn = common::draw_figures(&format!("{lead} Officials gave no reasons.\n\n{lines}"), "2026-05-20");
    for line in wanted {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
}

fn assert_reads_nothing(lead: &str, lines: &str) {
    let drawn = common::draw_figures(&format!("{lead} Officials gave no reasons.\n\n{lines}"), "2026-05-20");
    assert!(!drawn.contains('^'), "{drawn}");
}

const ROMANIA: &str =
    "Romania's trade deficit widened in the first quarter of 2026, the statistics office said on Wednesday.";
const THAILAND: &str = "Thailand's farm exports rose in April, the commerce ministry said on Wednesday.";

#[test]
fn lines_of_indicators_with_their_unit_or_that_of_the_head() {
    for lines in [
        "Figures for the quarter were as follows:\nExports ........ 30,186 mln dlrs\nImports ........ 37,240 mln dlrs\n\
         Deficit ........  7,054 mln dlrs\n",
        "Foreign trade in the quarter, in millions of dollars:\nExports      30,186\nImports      37,240\nDeficit       7,054\n",
    ] {
        assert_reads(
            ROMANIA,
            lines,
            &[
                "level exports RO>WORLD 30186000000 USD 2026-Q1",
                "level imports RO>WORLD 37240000000 USD 2026-Q1",
                "level balance RO>WORLD -7054000000 USD 2026-Q1",
            ],
        );
    }
}

#[test]
fn lines_of_partners_under_the_flow() {
    assert_reads(
        ROMANIA,
        "Exports by destination, in million euros:\nGermany      6,186\nItaly        3,240\n",
        &["level exports RO>DE 6186000000 EUR 2026-Q1", "level exports RO>IT 3240000000 EUR 2026-Q1"],
    );
    assert_reads(
        "Egypt's cotton trade rose in March, the agriculture ministry said on Wednesday.",
        "Trade by country was as follows, in thousand tonnes:\nEXPORTS\n  Japan    12.3\n  Italy     4.1\n\
         IMPORTS\n  Greece    2.2\n  Sudan     5.9\n",
        &[
            "level exports EG>JP 12300 t 2026-03",
            "level exports EG>IT 4100 t 2026-03",
            "level imports EG>GR 2200 t 2026-03",
            "level imports EG>SD 5900 t 2026-03",
        ],
    );
}

#[test]
fn lines_of_goods_with_how_much_they_changed() {
    for lines in [
        "Exports of main products were as follows:\n- Rice: 1.2 mln tonnes, up 4 pct\n- Rubber: 310,000 tonnes, down 2.5 pct\n",
        "Exports by product in April:\n\n* Rice - 1.2 million tonnes (+4%)\n* Rubber - 310,000 tonnes (-2.5%)\n",
    ] {
        assert_reads(
            THAILAND,
            lines,
            &[
                "level exports TH>WORLD 1200000 t 2026-04 [rice]",
                "change exports TH>WORLD 4 percent up 2026-04 [rice] of f1",
                "level exports TH>WORLD 310000 t 2026-04 [rubber]",
                "change exports TH>WORLD 2.5 percent down 2026-04 [rubber] of f3",
            ],
        );
    }
}

#[test]
fn lines_of_something_else_are_none() {
    for lines in [
        // output, and no word of trade
        "Production by crop was as follows:\n- Rice: 1.2 mln tonnes\n- Rubber: 310,000 tonnes\n",
        "The ministry gave these details:\n- Rice: 1.2 mln tonnes\n- Rubber: 310,000 tonnes\n",
        // no unit
        "Export price index:\nExports      112.3\nImports      109.8\n",
        // among lines that nobody knows
        "Exports and other data for April, in million dollars:\nExports      6,186\nSales      3,240\nWidgets     12\n",
    ] {
        assert_reads_nothing(THAILAND, lines);
    }
}
