//! Tables that are read by both axes: what stands in their rows, over their columns and in the caption says together what a number is.

mod common;

/// The captions of the figures below the first paragraphs, in the order of the text.
#[track_caller]
fn check(day: &str, story: &str, wanted: &[&str]) {
    let drawn = common::draw_figures(story, day);
    let of_lines = drawn.lines().filter(|line| line.trim_start().starts_with('^'));
    let found: Vec<&str> = of_lines.map(|line| line.trim_start().trim_start_matches('^').trim()).collect();
    let found = found.get(found.len().saturating_sub(wanted.len())..).unwrap_or_default();
    assert_eq!(found, wanted, "{drawn}");
}

#[track_caller]
fn has_no_rows(day: &str, story: &str) {
    let found = common::figures(story, Some(day));
    let of_tables = |rule: &str| rule.starts_with("table/");
    assert!(!found.iter().any(|figure| figure["rule"].as_str().is_some_and(of_tables)), "{found:#?}");
}

#[test]
fn months_under_exports_imports_and_balance() {
    let story = "\
UK trade deficit narrows in December

LONDON, Feb 12 - Britain's goods trade deficit narrowed to 7.7 billion pounds in December, the Office for National Statistics said.

UK trade in goods, seasonally adjusted (£ billion)

            Exports   Imports   Balance
Oct 2013     24.9      34.4      -9.5
Nov 2013     24.2      34.0      -9.8
Dec 2013     26.0      33.7      -7.7
";
    let wanted = [
        "level exports GB>WORLD 24900000000 GBP 2013-10",
        "level imports GB>WORLD 34400000000 GBP 2013-10",
        "level balance GB>WORLD -9500000000 GBP 2013-10",
        "level exports GB>WORLD 24200000000 GBP 2013-11",
        "level imports GB>WORLD 34000000000 GBP 2013-11",
        "level balance GB>WORLD -9800000000 GBP 2013-11",
        "level exports GB>WORLD 26000000000 GBP 2013-12",
        "level imports GB>WORLD 33700000000 GBP 2013-12",
        "level balance GB>WORLD -7700000000 GBP 2013-12",
    ];
    check("2014-02-12", story, &wanted);
}

#[test]
fn months_without_a_year() {
    let story = "\
JAPAN TRADE SURPLUS FALLS

    TOKYO, April 20 - Japan's trade surplus fell in March, the Finance Ministry said.
    Customs-cleared trade, in billions of dollars:
                  Exports     Imports     Surplus
    Jan            16.12       12.83        3.29
    Feb            20.40       14.21        6.19
    March          24.07       15.99        8.08
";
    let wanted = [
        "level exports JP>WORLD 16120000000 USD 1988-01",
        "level imports JP>WORLD 12830000000 USD 1988-01",
        "level balance JP>WORLD 3290000000 USD 1988-01",
        "level exports JP>WORLD 20400000000 USD 1988-02",
        "level imports JP>WORLD 14210000000 USD 1988-02",
        "level balance JP>WORLD 6190000000 USD 1988-02",
        "level exports JP>WORLD 24070000000 USD 1988-03",
        "level imports JP>WORLD 15990000000 USD 1988-03",
        "level balance JP>WORLD 8080000000 USD 1988-03",
    ];
    check("1988-04-20", story, &wanted);
}

#[test]
fn years_under_indicators() {
    let story = "\
Indonesia's trade gap widens

JAKARTA, Feb 1 - Indonesia's trade deficit widened to $8.57 billion in 2018, Statistics Indonesia (BPS) said.

Indonesia's trade (US$ million)

Year      Exports     Imports    Trade balance
2016      144,490     135,653        8,837
2017      168,828     156,986       11,843
2018      180,060     188,630       -8,570
";
    let wanted = [
        "level exports ID>WORLD 144490000000 USD 2016",
        "level imports ID>WORLD 135653000000 USD 2016",
        "level balance ID>WORLD 8837000000 USD 2016",
        "level exports ID>WORLD 168828000000 USD 2017",
        "level imports ID>WORLD 156986000000 USD 2017",
        "level balance ID>WORLD 11843000000 USD 2017",
        "level exports ID>WORLD 180060000000 USD 2018",
        "level imports ID>WORLD 188630000000 USD 2018",
        "level balance ID>WORLD -8570000000 USD 2018",
    ];
    check("2019-02-01", story, &wanted);
}

#[test]
fn a_column_of_deficits() {
    let story = "\
India's trade deficit at 30-month low

NEW DELHI, Oct 15 - India's trade deficit narrowed to $6.8 billion in September, government data showed.

India's merchandise trade (in billion dollars)

               Exports      Imports     Deficit
July 2013       25.8         38.1        12.3
Aug 2013        26.1         37.1        10.9
Sept 2013       27.7         34.4         6.8
";
    let wanted = [
        "level exports IN>WORLD 25800000000 USD 2013-07",
        "level imports IN>WORLD 38100000000 USD 2013-07",
        "level balance IN>WORLD -12300000000 USD 2013-07",
        "level exports IN>WORLD 26100000000 USD 2013-08",
        "level imports IN>WORLD 37100000000 USD 2013-08",
        "level balance IN>WORLD -10900000000 USD 2013-08",
        "level exports IN>WORLD 27700000000 USD 2013-09",
        "level imports IN>WORLD 34400000000 USD 2013-09",
        "level balance IN>WORLD -6800000000 USD 2013-09",
    ];
    check("2013-10-15", story, &wanted);
}

#[test]
fn each_indicator_has_its_change_beside_it() {
    let story = "\
Ukraine trade

KYIV, May 15 - Ukraine's exports of goods fell 3.6 percent in the first quarter, the State Statistics Service said.

Foreign trade in goods by quarter, $ million

Quarter     Exports    % change   Imports    % change
Q1 2019     12,119        5.8      13,680       9.6
Q2 2019     12,303        4.2      14,700       8.1
Q1 2020     11,680       -3.6      13,014      -4.9
";
    let wanted = [
        "level exports UA>WORLD 12119000000 USD 2019-Q1",
        "change exports UA>WORLD 5.8 percent up 2019-Q1 of f2",
        "level imports UA>WORLD 13680000000 USD 2019-Q1",
        "change imports UA>WORLD 9.6 percent up 2019-Q1 of f4",
        "level exports UA>WORLD 12303000000 USD 2019-Q2",
        "change exports UA>WORLD 4.2 percent up 2019-Q2 of f6",
        "level imports UA>WORLD 14700000000 USD 2019-Q2",
        "change imports UA>WORLD 8.1 percent up 2019-Q2 of f8",
        "level exports UA>WORLD 11680000000 USD 2020-Q1",
        "change exports UA>WORLD 3.6 percent down 2020-Q1 of f10",
        "level imports UA>WORLD 13014000000 USD 2020-Q1",
        "change imports UA>WORLD 4.9 percent down 2020-Q1 of f12",
    ];
    check("2020-05-15", story, &wanted);
}

#[test]
fn months_under_years() {
    let story = "\
Kenya tea exports

NAIROBI, March 10 - Kenya's tea exports rose 4 percent to 38.1 million kg in January, the Tea Board said.

Tea exports by month (tonnes)

            2014       2013      % change
October     39,117     36,250      7.9
November    40,006     41,380     -3.3
December    42,350     40,011      5.8
";
    let wanted = [
        "level exports KE>WORLD 39117 t 2014-10 [tea]",
        "level exports KE>WORLD 36250 t 2013-10 [tea]",
        "change exports KE>WORLD 7.9 percent up year_on_year 2014-10 [tea] of f3",
        "level exports KE>WORLD 40006 t 2014-11 [tea]",
        "level exports KE>WORLD 41380 t 2013-11 [tea]",
        "change exports KE>WORLD 3.3 percent down year_on_year 2014-11 [tea] of f6",
        "level exports KE>WORLD 42350 t 2014-12 [tea]",
        "level exports KE>WORLD 40011 t 2013-12 [tea]",
        "change exports KE>WORLD 5.8 percent up year_on_year 2014-12 [tea] of f9",
    ];
    check("2015-03-10", story, &wanted);
}

#[test]
fn parts_of_a_balance_of_payments() {
    let story = "\
Canada's current account

OTTAWA, Aug 30 - Canada's current account deficit widened in the second quarter, Statistics Canada said.

Balance of payments (billions of Canadian dollars)

                    Q2 2011    Q1 2011
Goods                 -2.1       -0.9
Services              -5.9       -5.6
Primary income        -6.3       -3.0
Current account      -15.3      -10.1
";
    let wanted = [
        "level balance CA>WORLD -2100000000 CAD 2011-Q2",
        "level balance CA>WORLD -900000000 CAD 2011-Q1",
        "level balance CA>WORLD -5900000000 CAD 2011-Q2 [services]",
        "level balance CA>WORLD -5600000000 CAD 2011-Q1 [services]",
        "level current_account CA>WORLD -15300000000 CAD 2011-Q2",
        "level current_account CA>WORLD -10100000000 CAD 2011-Q1",
    ];
    check("2011-08-11", story, &wanted);
}

#[test]
fn partners_under_indicators() {
    let story = "\
Germany's main trading partners

WIESBADEN, June 9 - German exports rose 3.8 percent in April, the Federal Statistical Office said.

Foreign trade of Germany by partner, April 2016 (EUR bn)

Partner         Exports   Imports   Balance
France             8.9       5.6       3.3
China              6.2       7.4      -1.2
United States      8.8       4.7       4.1
";
    let wanted = [
        "level exports DE>FR 8900000000 EUR 2016-04",
        "level imports DE>FR 5600000000 EUR 2016-04",
        "level balance DE>FR 3300000000 EUR 2016-04",
        "level exports DE>CN 6200000000 EUR 2016-04",
        "level imports DE>CN 7400000000 EUR 2016-04",
        "level balance DE>CN -1200000000 EUR 2016-04",
        "level exports DE>US 8800000000 EUR 2016-04",
        "level imports DE>US 4700000000 EUR 2016-04",
        "level balance DE>US 4100000000 EUR 2016-04",
    ];
    check("2016-06-09", story, &wanted);
}

#[test]
fn columns_of_destinations() {
    let story = "\
Mexico exports

MEXICO CITY, Jan 20 - Mexico's exports to its main markets rose in 2021, statistics agency INEGI said.

Mexico: exports by month and destination, million dollars

             United States    Canada     China
Oct 2021         34,120        1,010       820
Nov 2021         35,870        1,120       760
Dec 2021         35,640        1,040       910
";
    let wanted = [
        "level exports MX>US 34120000000 USD 2021-10",
        "level exports MX>CA 1010000000 USD 2021-10",
        "level exports MX>CN 820000000 USD 2021-10",
        "level exports MX>US 35870000000 USD 2021-11",
        "level exports MX>CA 1120000000 USD 2021-11",
        "level exports MX>CN 760000000 USD 2021-11",
        "level exports MX>US 35640000000 USD 2021-12",
        "level exports MX>CA 1040000000 USD 2021-12",
        "level exports MX>CN 910000000 USD 2021-12",
    ];
    check("2022-01-20", story, &wanted);
}

#[test]
fn the_year_to_date() {
    let story = "\
Vietnam trade

HANOI, Dec 27 - Vietnam had a trade surplus of $284 million in 2012, the General Statistics Office said.

Vietnam's trade, in millions of dollars:

                 Dec 2012   Nov 2012   Year to date
Exports            10,350     10,365      114,600
Imports            10,500     10,332      114,300
Balance              -150         33          284
";
    let wanted = [
        "level exports VN>WORLD 10350000000 USD 2012-12",
        "level exports VN>WORLD 10365000000 USD 2012-11",
        "level exports VN>WORLD 114600000000 USD 2012",
        "level imports VN>WORLD 10500000000 USD 2012-12",
        "level imports VN>WORLD 10332000000 USD 2012-11",
        "level imports VN>WORLD 114300000000 USD 2012",
        "level balance VN>WORLD -150000000 USD 2012-12",
        "level balance VN>WORLD 33000000 USD 2012-11",
        "level balance VN>WORLD 284000000 USD 2012",
    ];
    check("2012-12-27", story, &wanted);
}

#[test]
fn twelve_months_and_the_unit_below() {
    let story = "\
French trade surplus

PARIS, Feb 21 - France's trade surplus rose to 9.4 billion francs in December, customs said.

                   Dec       Nov     12 months
Exports          121.30    118.40    1,427.1
Imports          111.90    113.10    1,322.7
Balance            9.40      5.30      104.4
(in billions of francs)
";
    let wanted = [
        "level exports FR>WORLD 121300000000 FRF 1995-12",
        "level exports FR>WORLD 118400000000 FRF 1995-11",
        "level exports FR>WORLD 1427100000000 FRF 1995",
        "level imports FR>WORLD 111900000000 FRF 1995-12",
        "level imports FR>WORLD 113100000000 FRF 1995-11",
        "level imports FR>WORLD 1322700000000 FRF 1995",
        "level balance FR>WORLD 9400000000 FRF 1995-12",
        "level balance FR>WORLD 5300000000 FRF 1995-11",
        "level balance FR>WORLD 104400000000 FRF 1995",
    ];
    check("1996-02-21", story, &wanted);
}

#[test]
fn changes_against_a_year_earlier() {
    let story = "\
China trade

BEIJING, Aug 8 - China's exports rose 7.2 percent in July from a year earlier, customs said.

China's trade (USD bln)

           Exports   y/y (%)    Imports   y/y (%)    Balance
May         191.0      8.7       150.2      14.8       40.8
June        196.6     11.3       153.8      17.2       42.8
July        193.6      7.2       146.9      11.0       46.7
";
    let wanted = [
        "level exports CN>WORLD 191000000000 USD 2017-05",
        "change exports CN>WORLD 8.7 percent up year_on_year 2017-05 of f2",
        "level imports CN>WORLD 150200000000 USD 2017-05",
        "change imports CN>WORLD 14.8 percent up year_on_year 2017-05 of f4",
        "level balance CN>WORLD 40800000000 USD 2017-05",
        "level exports CN>WORLD 196600000000 USD 2017-06",
        "change exports CN>WORLD 11.3 percent up year_on_year 2017-06 of f7",
        "level imports CN>WORLD 153800000000 USD 2017-06",
        "change imports CN>WORLD 17.2 percent up year_on_year 2017-06 of f9",
        "level balance CN>WORLD 42800000000 USD 2017-06",
        "level exports CN>WORLD 193600000000 USD 2017-07",
        "change exports CN>WORLD 7.2 percent up year_on_year 2017-07 of f12",
        "level imports CN>WORLD 146900000000 USD 2017-07",
        "change imports CN>WORLD 11 percent up year_on_year 2017-07 of f14",
        "level balance CN>WORLD 46700000000 USD 2017-07",
    ];
    check("2017-08-10", story, &wanted);
}

#[test]
fn debits_of_a_balance_of_payments() {
    let story = "\
Ghana cocoa exports

ACCRA, March 2 - Ghana exported cocoa worth $2.7 billion in 2017, the central bank said.

Balance of payments, $ million

                      2017      2016
Exports             13,835    11,137
Imports            -12,647   -12,920
Trade balance        1,188    -1,783
Services            -2,872    -1,304
Income              -2,741    -1,222
Current account     -2,002    -2,769
";
    let wanted = [
        "level exports GH>WORLD 13835000000 USD 2017 [cocoa]",
        "level exports GH>WORLD 11137000000 USD 2016 [cocoa]",
        "level imports GH>WORLD 12647000000 USD 2017",
        "level imports GH>WORLD 12920000000 USD 2016",
        "level balance GH>WORLD 1188000000 USD 2017",
        "level balance GH>WORLD -1783000000 USD 2016",
        "level balance GH>WORLD -2872000000 USD 2017 [services]",
        "level balance GH>WORLD -1304000000 USD 2016 [services]",
        "level current_account GH>WORLD -2002000000 USD 2017",
        "level current_account GH>WORLD -2769000000 USD 2016",
    ];
    check("2018-03-02", story, &wanted);
}

#[test]
fn years_of_which_the_caption_says_the_months() {
    let story = "\
Turkish trade

ANKARA, April 9 - Turkey's trade deficit fell, the statistics institute said.

Foreign trade, Jan-Feb (million dollars)

Year    Exports   Imports   Balance
2007     14,215    21,540    -7,325
2008     21,709    32,140   -10,431
2009     16,321    19,870    -3,549
";
    let wanted = [
        "level exports TR>WORLD 14215000000 USD 2007-01..2007-02",
        "level imports TR>WORLD 21540000000 USD 2007-01..2007-02",
        "level balance TR>WORLD -7325000000 USD 2007-01..2007-02",
        "level exports TR>WORLD 21709000000 USD 2008-01..2008-02",
        "level imports TR>WORLD 32140000000 USD 2008-01..2008-02",
        "level balance TR>WORLD -10431000000 USD 2008-01..2008-02",
        "level exports TR>WORLD 16321000000 USD 2009-01..2009-02",
        "level imports TR>WORLD 19870000000 USD 2009-01..2009-02",
        "level balance TR>WORLD -3549000000 USD 2009-01..2009-02",
    ];
    check("2009-04-09", story, &wanted);
}

#[test]
fn months_with_years_of_two_digits() {
    let story = "\
Australia's trade surplus falls

SYDNEY, Nov 4 - Australia's trade surplus fell to A$12.2 billion in September, the Australian Bureau of Statistics said.

Goods and services, seasonally adjusted ($m)

              Jul-21     Aug-21     Sep-21
Exports       45,930     47,840     44,861
Imports       33,264     33,102     32,618
Balance       12,666     14,738     12,243
";
    let wanted = [
        "level exports AU>WORLD 45930000000 AUD 2021-07",
        "level exports AU>WORLD 47840000000 AUD 2021-08",
        "level exports AU>WORLD 44861000000 AUD 2021-09",
        "level imports AU>WORLD 33264000000 AUD 2021-07",
        "level imports AU>WORLD 33102000000 AUD 2021-08",
        "level imports AU>WORLD 32618000000 AUD 2021-09",
        "level balance AU>WORLD 12666000000 AUD 2021-07",
        "level balance AU>WORLD 14738000000 AUD 2021-08",
        "level balance AU>WORLD 12243000000 AUD 2021-09",
    ];
    check("2021-11-02", story, &wanted);
}

#[test]
fn columns_with_units_of_their_own() {
    let story = "\
Brazil sugar exports

SAO PAULO, May 14 - Brazil exported 1.2 million tonnes of sugar in April, the trade ministry said.

Brazil's exports in April

              Volume (tonnes)    Value ($ mln)
Sugar             1,210,000           480.5
Soybeans          8,250,000         4,130.2
";
    let wanted = [
        "level exports BR>WORLD 1210000 t 2014-04 [sugar]",
        "level exports BR>WORLD 480500000 USD 2014-04 [sugar]",
        "level exports BR>WORLD 8250000 t 2014-04 [soybeans]",
        "level exports BR>WORLD 4130200000 USD 2014-04 [soybeans]",
    ];
    check("2014-05-14", story, &wanted);
}

#[test]
fn years_under_a_sentence() {
    let story = "\
TAIWAN TRADE SURPLUS WIDENS

    TAIPEI, May 12 - Taiwan's trade surplus widened in April, officials said.
    Exports and imports in mln U.S. dlrs:
                Exports    Imports
    1985        30,723     20,102
    1986        39,758     24,165
";
    let wanted = [
        "level exports TW>WORLD 30723000000 USD 1985",
        "level imports TW>WORLD 20102000000 USD 1985",
        "level exports TW>WORLD 39758000000 USD 1986",
        "level imports TW>WORLD 24165000000 USD 1986",
    ];
    check("1987-05-12", story, &wanted);
}

#[test]
fn destinations_in_two_years() {
    let story = "\
Korea autos

SEOUL, Feb 12 - South Korea's car exports fell in January, the trade ministry said.

Vehicle exports by destination (units)

                 Jan 2014     Jan 2013    Change (%)
United States      61,200       60,100        1.8
Europe             28,900       31,500       -8.3
Middle East        40,100       44,000       -8.9
";
    let wanted = [
        "level exports KR>US 61200 unit 2014-01",
        "level exports KR>US 60100 unit 2013-01",
        "change exports KR>US 1.8 percent up year_on_year 2014-01 of f1",
        "level exports KR>x:europe 28900 unit 2014-01",
        "level exports KR>x:europe 31500 unit 2013-01",
        "change exports KR>x:europe 8.3 percent down year_on_year 2014-01 of f4",
        "level exports KR>x:middle-east 40100 unit 2014-01",
        "level exports KR>x:middle-east 44000 unit 2013-01",
        "change exports KR>x:middle-east 8.9 percent down year_on_year 2014-01 of f7",
    ];
    check("2014-02-12", story, &wanted);
}

#[test]
fn fiscal_years() {
    let story = "\
Pakistan trade

ISLAMABAD, Oct 20 - Pakistan's trade deficit widened to $7 billion in the first quarter of the fiscal year.

Pakistan's trade ($ million)

            Exports   Imports   Balance
2013-14     25,110    45,073   -19,963
2014-15     23,667    45,826   -22,159
2015-16     20,802    44,765   -23,963
";
    let wanted = [
        "level exports PK>WORLD 25110000000 USD 2013-07..2014-06",
        "level imports PK>WORLD 45073000000 USD 2013-07..2014-06",
        "level balance PK>WORLD -19963000000 USD 2013-07..2014-06",
        "level exports PK>WORLD 23667000000 USD 2014-07..2015-06",
        "level imports PK>WORLD 45826000000 USD 2014-07..2015-06",
        "level balance PK>WORLD -22159000000 USD 2014-07..2015-06",
        "level exports PK>WORLD 20802000000 USD 2015-07..2016-06",
        "level imports PK>WORLD 44765000000 USD 2015-07..2016-06",
        "level balance PK>WORLD -23963000000 USD 2015-07..2016-06",
    ];
    check("2016-10-20", story, &wanted);
}

#[test]
fn the_caption_names_the_year() {
    let story = "\
Thai trade

BANGKOK, Jan 31 - Thailand's exports rose 13.5 percent in December, the commerce ministry said.

Thailand's trade by month, 2012 ($ billion)

            Exports   Imports   Balance
October       19.5      21.9      -2.4
November      19.6      21.1      -1.5
December      18.1      20.5      -2.4
";
    let wanted = [
        "level exports TH>WORLD 19500000000 USD 2012-10",
        "level imports TH>WORLD 21900000000 USD 2012-10",
        "level balance TH>WORLD -2400000000 USD 2012-10",
        "level exports TH>WORLD 19600000000 USD 2012-11",
        "level imports TH>WORLD 21100000000 USD 2012-11",
        "level balance TH>WORLD -1500000000 USD 2012-11",
        "level exports TH>WORLD 18100000000 USD 2012-12",
        "level imports TH>WORLD 20500000000 USD 2012-12",
        "level balance TH>WORLD -2400000000 USD 2012-12",
    ];
    check("2013-01-31", story, &wanted);
}

#[test]
fn the_year_before_its_quarter() {
    let story = "\
Swiss foreign trade

BERN, June 10 - Swiss exports rose 2.1 percent in the first quarter, the customs office said.

Foreign trade (CHF mn)

            Exports   Imports   Balance
2013 Q4      50,301    44,970     5,331
2014 Q1      51,010    45,210     5,800
";
    let wanted = [
        "level exports CH>WORLD 50301000000 CHF 2013-Q4",
        "level imports CH>WORLD 44970000000 CHF 2013-Q4",
        "level balance CH>WORLD 5331000000 CHF 2013-Q4",
        "level exports CH>WORLD 51010000000 CHF 2014-Q1",
        "level imports CH>WORLD 45210000000 CHF 2014-Q1",
        "level balance CH>WORLD 5800000000 CHF 2014-Q1",
    ];
    check("2014-06-10", story, &wanted);
}

#[test]
fn a_share_beside_two_months() {
    let story = "\
U.S. oil imports

WASHINGTON, July 18 - U.S. imports of crude oil fell in April, the Census Bureau said.

U.S. imports of crude oil by supplier, mln barrels

                 April    March    Pct of total
Canada            75.1     74.3       33.2
Saudi Arabia      41.0     38.7       18.1
Mexico            24.8     27.0       11.0
";
    let wanted = [
        "level imports US>CA 75100000 bbl 2013-04 [oil]",
        "level imports US>CA 74300000 bbl 2013-03 [oil]",
        "share imports US>CA 33.2 percent 2013-04 [oil]",
        "level imports US>SA 41000000 bbl 2013-04 [oil]",
        "level imports US>SA 38700000 bbl 2013-03 [oil]",
        "share imports US>SA 18.1 percent 2013-04 [oil]",
        "level imports US>MX 24800000 bbl 2013-04 [oil]",
        "level imports US>MX 27000000 bbl 2013-03 [oil]",
        "share imports US>MX 11 percent 2013-04 [oil]",
    ];
    check("2013-07-18", story, &wanted);
}

#[test]
fn balances_of_an_account() {
    let story = "\
AUSTRALIAN TRADE

    CANBERRA, March 6 - Australia's current account deficit narrowed in January, the Bureau of Statistics said.
    Current account, mln Australian dlrs:
                            Jan        Dec
    Merchandise trade      -210       -145
    Services               -301       -334
    Income              -1,402     -1,390
    Transfers               164        151
    Current account     -1,749     -1,718
";
    let wanted = [
        "level balance AU>WORLD -210000000 AUD 1991-01",
        "level balance AU>WORLD -145000000 AUD 1990-12",
        "level balance AU>WORLD -301000000 AUD 1991-01 [services]",
        "level balance AU>WORLD -334000000 AUD 1990-12 [services]",
        "level current_account AU>WORLD -1749000000 AUD 1991-01",
        "level current_account AU>WORLD -1718000000 AUD 1990-12",
    ];
    check("1991-03-06", story, &wanted);
}

#[test]
fn total_trade_among_the_rows() {
    let story = "\
Philippine trade

MANILA, Nov 14 - The Philippines' trade deficit widened to $3.93 billion in September, the statistics authority said.

Philippine trade performance (in million US dollars)

              Sept 2018    Aug 2018    Sept 2017
Total trade      15,548      15,890       14,310
Exports           5,828       6,160        5,981
Imports           9,720       9,730        7,720
Balance          -3,927      -3,511       -1,780
";
    let wanted = [
        "level trade PH>WORLD 15548000000 USD 2018-09",
        "level trade PH>WORLD 15890000000 USD 2018-08",
        "level trade PH>WORLD 14310000000 USD 2017-09",
        "level exports PH>WORLD 5828000000 USD 2018-09",
        "level exports PH>WORLD 6160000000 USD 2018-08",
        "level exports PH>WORLD 5981000000 USD 2017-09",
        "level imports PH>WORLD 9720000000 USD 2018-09",
        "level imports PH>WORLD 9730000000 USD 2018-08",
        "level imports PH>WORLD 7720000000 USD 2017-09",
        "level balance PH>WORLD -3927000000 USD 2018-09",
        "level balance PH>WORLD -3511000000 USD 2018-08",
        "level balance PH>WORLD -1780000000 USD 2017-09",
    ];
    check("2018-11-14", story, &wanted);
}

#[test]
fn months_under_lines_of_their_years() {
    let story = "\
Swiss trade by month

BERN, March 18 - Swiss exports rose 2 percent in February, the customs office said.

Swiss foreign trade (CHF million)

            Exports   Imports   Balance
2013
November     18,120    16,010     2,110
December     15,910    15,420       490
2014
January      16,700    14,050     2,650
February     17,300    14,690     2,610
";
    let wanted = [
        "level exports CH>WORLD 18120000000 CHF 2013-11",
        "level imports CH>WORLD 16010000000 CHF 2013-11",
        "level balance CH>WORLD 2110000000 CHF 2013-11",
        "level exports CH>WORLD 15910000000 CHF 2013-12",
        "level imports CH>WORLD 15420000000 CHF 2013-12",
        "level balance CH>WORLD 490000000 CHF 2013-12",
        "level exports CH>WORLD 16700000000 CHF 2014-01",
        "level imports CH>WORLD 14050000000 CHF 2014-01",
        "level balance CH>WORLD 2650000000 CHF 2014-01",
        "level exports CH>WORLD 17300000000 CHF 2014-02",
        "level imports CH>WORLD 14690000000 CHF 2014-02",
        "level balance CH>WORLD 2610000000 CHF 2014-02",
    ];
    check("2014-03-18", story, &wanted);
}

#[test]
fn goods_beside_all() {
    let story = "\
U.S. trade gap widens

WASHINGTON, Aug 11 - The U.S. trade deficit widened to $49.9 billion in June, the Commerce Department said.

U.S. international trade in goods and services (billions of dollars)

             Balance              Exports              Imports
          Total   Goods       Total   Goods        Total   Goods
April     -40.3   -52.6       148.7   103.4        189.1   156.0
May       -42.0   -54.1       152.4   106.9        194.4   161.0
June      -49.9   -62.0       150.5   105.1        200.3   167.1
";
    let wanted = [
        "level balance US>WORLD -40300000000 USD 2010-04",
        "level balance US>WORLD -52600000000 USD 2010-04",
        "level exports US>WORLD 148700000000 USD 2010-04",
        "level exports US>WORLD 103400000000 USD 2010-04",
        "level imports US>WORLD 189100000000 USD 2010-04",
        "level imports US>WORLD 156000000000 USD 2010-04",
        "level balance US>WORLD -42000000000 USD 2010-05",
        "level balance US>WORLD -54100000000 USD 2010-05",
        "level exports US>WORLD 152400000000 USD 2010-05",
        "level exports US>WORLD 106900000000 USD 2010-05",
        "level imports US>WORLD 194400000000 USD 2010-05",
        "level imports US>WORLD 161000000000 USD 2010-05",
        "level balance US>WORLD -49900000000 USD 2010-06",
        "level balance US>WORLD -62000000000 USD 2010-06",
        "level exports US>WORLD 150500000000 USD 2010-06",
        "level exports US>WORLD 105100000000 USD 2010-06",
        "level imports US>WORLD 200300000000 USD 2010-06",
        "level imports US>WORLD 167100000000 USD 2010-06",
    ];
    check("2010-08-11", story, &wanted);
}

#[test]
fn partners_over_rows_of_indicators() {
    let story = "\
Swedish trade by partner

STOCKHOLM, March 16 - Sweden's exports rose 2 percent in February, Statistics Sweden said.

Sweden's trade in February, billion crowns

             Germany    Norway    China
Exports         10.1      9.8       4.0
Imports         17.8      8.2       5.1
Balance         -7.7      1.6      -1.1
";
    let wanted = [
        "level exports SE>DE 10100000000 SEK 2015-02",
        "level exports SE>NO 9800000000 SEK 2015-02",
        "level exports SE>CN 4000000000 SEK 2015-02",
        "level imports SE>DE 17800000000 SEK 2015-02",
        "level imports SE>NO 8200000000 SEK 2015-02",
        "level imports SE>CN 5100000000 SEK 2015-02",
        "level balance SE>DE -7700000000 SEK 2015-02",
        "level balance SE>NO 1600000000 SEK 2015-02",
        "level balance SE>CN -1100000000 SEK 2015-02",
    ];
    check("2015-03-16", story, &wanted);
}

#[test]
fn quarters_under_years() {
    let story = "\
Danish trade

COPENHAGEN, March 16 - Denmark's exports rose 2 percent in 2014, Statistics Denmark said.

Denmark's trade (billion crowns)

                 2013                2014
             Q3        Q4        Q1        Q2
Exports     151.2     155.0     150.1     153.3
Imports     135.9     137.0     136.6     139.9
";
    let wanted = [
        "level exports DK>WORLD 151200000000 DKK 2013-Q3",
        "level exports DK>WORLD 155000000000 DKK 2013-Q4",
        "level exports DK>WORLD 150100000000 DKK 2014-Q1",
        "level exports DK>WORLD 153300000000 DKK 2014-Q2",
        "level imports DK>WORLD 135900000000 DKK 2013-Q3",
        "level imports DK>WORLD 137000000000 DKK 2013-Q4",
        "level imports DK>WORLD 136600000000 DKK 2014-Q1",
        "level imports DK>WORLD 139900000000 DKK 2014-Q2",
    ];
    check("2015-03-16", story, &wanted);
}

#[test]
fn main_partners_of_a_year() {
    let story = "\
Russian exports to CIS

MOSCOW, Feb 20 - Russia's exports rose 5.3 percent in 2002, the customs committee said.

Russia's trade with main partners in 2002, $ bln

            Exports    Imports
Germany        8.06       6.60
Belarus        5.92       3.98
Ukraine        5.86       3.23
";
    let wanted = [
        "level exports RU>DE 8060000000 USD 2002",
        "level imports RU>DE 6600000000 USD 2002",
        "level exports RU>BY 5920000000 USD 2002",
        "level imports RU>BY 3980000000 USD 2002",
        "level exports RU>UA 5860000000 USD 2002",
        "level imports RU>UA 3230000000 USD 2002",
    ];
    check("2003-02-20", story, &wanted);
}

#[test]
fn tables_of_other_things_give_nothing() {
    for story in [
        "\
Maker beats forecasts

NEW YORK, Feb 12 - Acme's profit rose.

Results ($ million)

           Revenue    Costs     Profit
2012        3,511      3,100      411
2013        3,280      3,000      280
",
        "\
Soccer: table

LONDON, Feb 12 - England, Premier League standings.

            Played   Won   Points
2012          38      20      66
2013          38      21      70
",
        "\
Canada budget

OTTAWA, Feb 12 - Canada's budget deficit narrowed. Exports are seen rising.

Federal budget, billions of Canadian dollars

           Revenue   Spending   Balance
2012        245.2      271.1     -25.9
2013        256.6      275.5     -18.9
",
        "\
Brazil coffee crop

SAO PAULO, Feb 12 - Brazil's coffee exports fell in January. Output, in millions of bags:

            Arabica   Robusta
2012          38.3      12.5
2013          38.2      10.9
",
        "\
Weather

TORONTO, Feb 12 - Temperatures in Canada, monthly:

            High   Low   Rain
Jan 2014     -3    -12    40
Feb 2014     -1     -9    38
",
        "\
Rice prices

BANGKOK, Feb 12 - Thailand's rice export prices fell.

Rice prices ($ per tonne)

             Thailand   Vietnam   India
Dec 2013       450        410      425
Jan 2014       440        405      420
",
        "\
Fund flows

LONDON, Feb 12 - Investors bought shares.

Fund flows ($ billion)

            Inflows   Outflows   Balance
Dec 2013      12.1      10.0      2.1
Jan 2014      11.1      13.0     -1.9
",
        "\
Japan trade

TOKYO, Feb 12 - Japan's exports rose 3 percent in January.

Japan's trade (billion yen)

            Exports   Imports   Widgets
Dec 2013     6,110     7,412      12
Jan 2014     5,252     8,042      14
",
        "\
Medals

SOCHI, Feb 12 - Medals table of the Winter Games in Russia, which exports sportsmen:

             Gold   Silver   Bronze
Germany        6       1       1
Canada         4       4       2
Norway         4       3       6
",
        "\
Steel output

BRUSSELS, Feb 12 - World steel output rose. Output in millions of tonnes:

            China   Japan   India
Dec 2013     62.3     9.3     6.9
Jan 2014     61.6     9.4     7.0
",
        "\
Trade of players

NEW YORK, Feb 12 - The Maple Leafs of Toronto made trades.

            Goals   Assists   Trade
2012          31       40       2
2013          28       39       1
",
        "\
Ship maker's orders

SEOUL, Feb 12 - Hyundai Heavy said exports of ships rose.

Order book ($ billion)

            Ships   Engines   Plants
2012          8.1      2.4      5.0
2013         10.4      2.1      6.2
",
        "\
Japan trade

TOKYO, Feb 12 - Japan's exports rose 3 percent in January.

Two columns that nothing tells apart, Japan's trade (billion yen)

2013
November     6,110     7,412
December     5,252     8,042
",
    ] {
        has_no_rows("2014-02-12", story);
    }
}

#[test]
fn buyers_share_in_a_line_and_one_a_line() {
    let in_a_line = "Colombia coffee exports\n\nBOGOTA, July 10 - Colombia exported 610,000 bags of coffee in June, the growers' federation said.\n\n\
                     Main buyers in January-June (share in %): U.S. 40.2; Germany 9.1; Japan 8.8; others 41.9.\n";
    check(
        "2012-07-10",
        in_a_line,
        &[
            "share exports CO>US 40.2 percent 2012-H1 [coffee]",
            "share exports CO>DE 9.1 percent 2012-H1 [coffee]",
            "share exports CO>JP 8.8 percent 2012-H1 [coffee]",
        ],
    );
    let one_a_line = "Chile's fruit exports\n\nSANTIAGO, Aug 8 - Chile's exports of fruit rose 3 percent to 2.1 billion dollars in the first half of 2019.\n\n\
                      Main destinations:\n\n* China: 31% of the total\n* The United States: 22%\n* Mexico and Brazil: 4% each\n";
    check(
        "2019-08-08",
        one_a_line,
        &[
            "share exports CL>CN 31 percent 2019-H1 [fruit] of f2",
            "share exports CL>US 22 percent 2019-H1 [fruit] of f2",
            "share exports CL>MX+BR 4 percent 2019-H1 [fruit] of f2",
        ],
    );
}

#[test]
fn lists_of_buyers_that_are_no_shares_give_nothing() {
    for list in [
        // changes
        "Main markets, change in percent: China 4.1; Japan 2.2; India 9.1.",
        // no percent
        "Main markets: China 4.1; Japan 2.2; India 9.1.",
        // more than all
        "Main markets (share in %): China 64.1; Japan 42.2; India 9.1.",
        // an item that is not understood
        "Main markets (share in %): China 4.1; Widgets 2.2; India 9.1.",
        // something else
        "Main markets for bonds (share in %): China 4.1; Japan 2.2; India 9.1.",
        "Box office in the main markets (share in %): China 4.1; Japan 2.2; India 9.1.",
    ] {
        let story = format!(
            "Chile's exports\n\nSANTIAGO, Aug 8 - Chile's exports rose 3 percent to 2.1 billion dollars in July.\n\n{list}\n"
        );
        let found = common::figures(&story, Some("2019-08-08"));
        assert_eq!(found.len(), 2, "{list}\n{found:#?}");
    }
}

#[test]
fn each_line_of_a_list_is_read_for_itself() {
    let story = "Norway trade surplus falls\n\nOSLO, March 16 - Norway's trade surplus fell in February, Statistics Norway said.\n\n\
                 Exports: 77.2 billion crowns (81.3 billion a year earlier)\n\
                 Imports: 49.8 billion crowns (48.9 billion a year earlier)\n\
                 Surplus: 27.4 billion crowns\n";
    check(
        "2015-03-16",
        story,
        &[
            "level exports NO>WORLD 77200000000 NOK 2015-02",
            "level exports NO>WORLD 81300000000 NOK 2014-02",
            "level imports NO>WORLD 49800000000 NOK 2015-02",
            "level imports NO>WORLD 48900000000 NOK 2014-02",
            "level balance NO>WORLD 27400000000 NOK 2015-02",
        ],
    );
    let marked = "Swedish trade\n\nSTOCKHOLM, March 16 - Sweden's trade surplus fell in February, Statistics Sweden said.\n\n\
                  - Exports: 77.2 billion crowns vs 81.3 billion in January\n\
                  - Imports: 49.8 billion crowns\n\
                  - Balance: +27.4 billion crowns\n";
    check(
        "2015-03-16",
        marked,
        &[
            "level exports SE>WORLD 77200000000 SEK 2015-02",
            "level exports SE>WORLD 81300000000 SEK 2015-01",
            "level imports SE>WORLD 49800000000 SEK 2015-02",
            "level balance SE>WORLD 27400000000 SEK 2015-02",
        ],
    );
}

#[test]
fn a_wrapped_line_that_begins_with_a_colon_is_none_of_a_list() {
    let story = "Norway trade\n\nOSLO, March 16 - Norway's exports rose to 77.2 billion crowns in February and the\n\
                 imports did so too, as the statistics office said in its report of the month on\n\
                 Monday: 49.8 billion crowns of them were recorded there.\n";
    check(
        "2015-03-16",
        story,
        &["level exports NO>WORLD 77200000000 NOK 2015-02", "level imports NO>WORLD 49800000000 NOK 2015-02"],
    );
}
