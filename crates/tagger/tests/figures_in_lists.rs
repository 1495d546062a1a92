//! Lists and tables of many places or goods, and with whom a figure is where its own words do not say it.

mod common;

use common::says;

#[test]
fn a_list_with_brackets_is_of_what_its_head_says() {
    says(
        "1987-04-02",
        "Brazilian soybean oil shipments in January/February 1987 totalled 81,400 tonnes, against 64,250 tonnes in the same period of 1986.\n\n\
         Principal destinations, with comparative figures for the same period of 1986 in brackets, were as follows, in tonnes:\n\n\
         Iran 31,250 (24,100), India 20,800 (nil), Turkey 9,450 (12,700) and Bangladesh nil (5,500), the trade board said.",
        &[
            "level exports BR>WORLD 81400 t 1987-01..1987-02 [soybean oil]",
            "level exports BR>WORLD 64250 t 1986-01..1986-02 [soybean oil]",
            "level exports BR>IR 31250 t 1987-01..1987-02 [soybean oil]",
            "level exports BR>IR 24100 t 1986-01..1986-02 [soybean oil]",
            "level exports BR>IN 20800 t 1987-01..1987-02 [soybean oil]",
            "level exports BR>TR 9450 t 1987-01..1987-02 [soybean oil]",
            "level exports BR>TR 12700 t 1986-01..1986-02 [soybean oil]",
            "level exports BR>BD 5500 t 1986-01..1986-02 [soybean oil]",
        ],
    );
}

#[test]
fn places_behind_a_dash_share_what_stands_before_it() {
    says(
        "1987-04-18",
        "Australia's trade deficit widened in 1986. Australia had large deficits with three of its partners -- Japan 2.4 billion dlrs, West Germany 1.3 billion and Italy 610 mln.",
        &[
            "level balance AU>JP -2400000000 AUD 1986",
            "level balance AU>DE -1300000000 AUD 1986",
            "level balance AU>IT -610000000 AUD 1986",
        ],
    );
}

#[test]
fn as_many_shares_as_places() {
    says(
        "2022-09-08",
        "Kenya's exports rose 4 percent in the second quarter of 2022. Uganda, Pakistan and the Netherlands were the main buyers, with shares of 12.4, 9.1 and 8.8 percent, respectively.",
        &[
            "change exports KE>WORLD 4 percent up 2022-Q2",
            "share exports KE>UG 12.4 percent 2022-Q2",
            "share exports KE>PK 9.1 percent 2022-Q2",
            "share exports KE>NL 8.8 percent 2022-Q2",
        ],
    );
}

#[test]
fn columns_are_what_stands_over_them_also_on_two_lines() {
    let text = "Canada's sugar imports and quotas. Canada imported sugar under its quotas in 1988 as follows, in tonnes:\n\n\
                \x20             CUMULATIVE      QUOTA 1988\n\
                \x20                IMPORTS     ALLOCATIONS\n\
                \x20GUYANA            4,103          21,840\n\
                \x20FIJI                nil          17,583\n\
                \x20JAMAICA           5,848          16,160\n";
    let drawn = common::draw_figures(text, "1988-09-30");
    for line in [
        "level imports CA>GY 4103 t 1988-01..1988-09",
        "level quota CA>GY 21840 t 1988",
        "level quota CA>FJ 17583 t 1988",
        "level imports CA>JM 5848 t 1988-01..1988-09",
        "level quota CA>JM 16160 t 1988",
    ] {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
}

#[test]
fn a_sentence_that_has_named_the_partner_does_not_name_it_again() {
    says(
        "2024-05-21",
        "Thai exports to China rose 4.2 percent to $3.1 billion in April, leaving Thailand with a deficit of $2.6 billion.",
        &[
            "change exports TH>CN 4.2 percent up 2024-04 of f2",
            "level exports TH>CN 3100000000 USD 2024-04",
            "level balance TH>CN -2600000000 USD 2024-04",
        ],
    );
    // whose goods they are does not levy
    says(
        "2018-08-20",
        "Washington will impose tariffs of 22 percent on $14 billion of Turkish goods and is considering 12 percent duties on a further $3 billion.",
        &[
            "level tariff US>TR 22 percent target",
            "level imports US>TR 14000000000 USD",
            "level tariff US>TR 12 percent hypothetical",
            "level imports US>TR 3000000000 USD",
        ],
    );
}

#[test]
fn a_story_that_begins_with_two_goes_on_with_them() {
    says(
        "2022-11-02",
        "Austria's imports from Slovenia reached 2.4 billion euros in 2021. The resulting deficit of 310 million euros was the largest in a decade. Austria's total imports were 178 billion euros.",
        &[
            "level imports AT>SI 2400000000 EUR 2021",
            "level balance AT>SI -310000000 EUR 2021",
            "level imports AT>WORLD 178000000000 EUR 2021",
        ],
    );
}

#[test]
fn what_leaves_a_country_is_exported_whoever_sends_it() {
    says(
        "2018-11-23",
        "A Nova Scotia packer shipped 2.2 million pounds of lobster to China last year and sends 70 per cent of its catch to Asia. Canada's exports of seafood rose.",
        &[
            "level exports CA-NS>CN 2200000 other:pound 2017 [lobster]",
            "share exports CA-NS>x:asia 70 percent 2017 [lobster]",
        ],
    );
    says(
        "1993-02-13",
        "San Jose puts its losses at close to 5 percent of everything that Costa Rica sells abroad.",
        &["share exports CR>WORLD <5 percent"],
    );
}

#[test]
fn imports_that_exceed_exports_leave_a_deficit() {
    says(
        "2019-06-27",
        "Kenya's exports rose to $510 million in May. Imports of manufactured goods exceeded exports by $820 million. The gap with China was $290 million.",
        &[
            "level exports KE>WORLD 510000000 USD 2019-05",
            "level balance KE>WORLD -820000000 USD 2019-05",
            "level balance KE>CN -290000000 USD 2019-05",
        ],
    );
}

#[test]
fn months_joined_by_and_are_one_period_and_the_end_of_a_month_sums_up_the_year() {
    says(
        "2019-03-09",
        "China's exports fell 4.6 percent in January and February.",
        &["change exports CN>WORLD 4.6 percent down 2019-01..2019-02"],
    );
    says(
        "2019-09-02",
        "Indonesia's exports of nickel ore reached 14.3 million tons by the end of July.",
        &["level exports ID>WORLD 14300000 t 2019-01..2019-07 [nickel ore]"],
    );
    says(
        "1988-06-17",
        "Japan's trade surplus was $79.7 billion in the fiscal year that ended March 31.",
        &["level balance JP>WORLD 79700000000 USD 1987-04..1988-03"],
    );
}

#[test]
fn what_is_said_of_the_whole_country_or_of_a_port_has_its_reporter() {
    says(
        "2009-08-14",
        "Qingdao's foreign trade fell 21.7 percent in the first seven months. Nationwide, exports tumbled 22.4 percent in July.",
        &[
            "change trade geonames:1797929>WORLD 21.7 percent down year_on_year 2009-01..2009-07",
            "change exports CN>WORLD 22.4 percent down year_on_year 2009-07",
        ],
    );
}

#[test]
fn parts_and_batches_that_cross_a_border_are_exports() {
    says(
        "2015-04-02",
        "Ghana's exports rose. About 60 per cent of Ghana's cocoa beans go to Europe. Japan bought 40 percent of the Philippines' bananas last year, followed by China with 25 percent.",
        &[
            "share exports GH>x:europe ~60 percent [cocoa beans]",
            "share exports PH>JP 40 percent 2014 [bananas]",
            "share exports PH>CN 25 percent 2014 [bananas]",
        ],
    );
    says(
        "2015-06-02",
        "Vietnam's fruit is under way. The first batch of 12 tonnes of lychees from Vietnam left for Japan on May 29.",
        &["level exports VN>JP 12 t [lychees]"],
    );
    says(
        "1987-04-09",
        "Coffee earned Kenya 250 mln dlrs in foreign exchange last year.",
        &["level exports KE>WORLD 250000000 USD 1986 [coffee]"],
    );
}

#[test]
fn what_is_held_is_no_part_of_exports() {
    says(
        "2015-04-02",
        "The company sold 30 percent of its stake to China's Northgate. Investors in Japan bought 40 percent of Brazil's debt, and half of the students went to Europe.",
        &[],
    );
}

#[test]
fn lines_of_a_label_and_a_bracket_are_a_table() {
    let text = "Kenya's tea exports rose 4.1 pct to 3.46 mln kilos in February.\n\n\
                Exports by destination, in thousands of kilos, with January figures in brackets, were:\n\n\
                \x20   Pakistan - 813 (774).\n\
                \x20   Britain - 641 (502).\n\
                \x20   Egypt - 447 (455).\n";
    let drawn = common::draw_figures(text, "1988-03-30");
    for line in [
        "level exports KE>PK 813000 kg 1988-02",
        "level exports KE>PK 774000 kg 1988-01",
        "level exports KE>GB 502000 kg 1988-01",
        "level exports KE>EG 447000 kg 1988-02",
    ] {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
}

#[test]
fn a_head_says_goods_unit_and_when_the_brackets_are_of() {
    says(
        "1987-03-11",
        "Uruguay's meat exports rose to 151,200 tonnes in 1986 from 120,400 tonnes in 1985, the meat institute said.\n\nMain destinations for chilled beef were as follows, in tonnes, with comparative figures for 1985 in brackets:\n\nBrazil 46,300 (49,700), Israel 16,200 (unavailable), Peru 8,100 (zero) and Chile 770 (590).\n\nMain destinations for tinned meat were the U.S. 12,300 (10,900), Canada 9,700 (8,100) and Japan 900 (same).",
        &[
            "level exports UY>WORLD 151200 t 1986 [meat]",
            "level exports UY>WORLD 120400 t 1985 [meat]",
            "level exports UY>BR 46300 t 1986 [chilled beef]",
            "level exports UY>BR 49700 t 1985 [chilled beef]",
            "level exports UY>IL 16200 t 1986 [chilled beef]",
            "level exports UY>PE 8100 t 1986 [chilled beef]",
            "level exports UY>CL 770 t 1986 [chilled beef]",
            "level exports UY>CL 590 t 1985 [chilled beef]",
            "level exports UY>US 12300 t 1986 [tinned meat]",
            "level exports UY>US 10900 t 1985 [tinned meat]",
            "level exports UY>CA 9700 t 1986 [tinned meat]",
            "level exports UY>CA 8100 t 1985 [tinned meat]",
            "level exports UY>JP 900 t 1986 [tinned meat]",
        ],
    );
    says(
        "1987-03-11",
        "French barley exports were 3.9 mln tonnes in 1986 against 3.5 mln in 1985, the cereals board said.\n\nThe main outlets were Netherlands 900,000 (600,000), Belgium 800,000 (one mln) and Britain 700,000 (500,000).",
        &[
            "level exports FR>WORLD 3900000 t 1986 [barley]",
            "level exports FR>WORLD 3500000 t 1985 [barley]",
            "level exports FR>NL 900000 t 1986 [barley]",
            "level exports FR>NL 600000 t 1985 [barley]",
            "level exports FR>BE 800000 t 1986 [barley]",
            "level exports FR>BE 1000000 t 1985 [barley]",
            "level exports FR>GB 700000 t 1986 [barley]",
            "level exports FR>GB 500000 t 1985 [barley]",
        ],
    );
    says(
        "1987-03-11",
        "French barley exports were 3.9 mln tonnes in 1986, the cereals board said.\n\nThe biggest growers were Beauce 900,000, Brie 800,000 and Artois 700,000.",
        &["level exports FR>WORLD 3900000 t 1986 [barley]"],
    );
}

#[test]
fn a_shopping_list_goes_on_in_its_money() {
    says(
        "1987-04-27",
        "South Korea unveiled a shopping list of 2.6 billion dlrs of U.S. goods to cut its trade surplus. The list includes 1.1 billion dlrs of machinery, 700 mln of farm products and 50 mln of aircraft parts.",
        &[
            "level imports KR>US 2600000000 USD target",
            "level imports KR>US 1100000000 USD [machinery] target",
            "level imports KR>US 700000000 USD [farm products] target",
            "level imports KR>US 50000000 USD [aircraft parts] target",
        ],
    );
    says(
        "1987-04-27",
        "South Korea's trade surplus was 700 mln dlrs in March. Its minister has a list of 26 firms. The list includes 1.1 billion dlrs of loans.",
        &["level balance KR>WORLD 700000000 USD 1987-03"],
    );
}

#[test]
fn causes_are_listed_by_their_part() {
    says(
        "1987-06-15",
        "Japan's trade surplus rose to 90 billion dlrs in 1986. Cheaper oil accounted for 33.2 billion dlrs of the 36.6 billion dlr rise in the surplus. The yen accounted for 16.5 billion dlrs and the weather for 17.2 billion dlrs of the rise in the 1986 surplus.",
        &[
            "level balance JP>WORLD 90000000000 USD 1986",
            "change balance JP>WORLD 33200000000 USD up year_on_year 1986",
            "change balance JP>WORLD 36600000000 USD up year_on_year 1986",
            "change balance JP>WORLD 16500000000 USD up year_on_year 1986",
            "change balance JP>WORLD 17200000000 USD up year_on_year 1986",
        ],
    );
    says(
        "1987-06-15",
        "The U.S. trade deficit rose to 170 billion dlrs in 1986. About 27 pct of the deficit was accounted for by the dollar, 34 pct by slower growth abroad and 39 pct by debt. The dollar fell 12 pct, hurt by rumours, and 14 pct by late trade.",
        &[
            "level balance US>WORLD -170000000000 USD 1986",
            "share balance US>WORLD ~-27 percent 1986 of f1",
            "share balance US>WORLD -34 percent 1986 of f1",
            "share balance US>WORLD -39 percent 1986 of f1",
        ],
    );
}
