//! Stories with their trade figures drawn under the words. Each `^` line: kind, indicator, reporter>partner, value, unit, and what else is known.

#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod common;

use expect_test::{Expect, expect};

#[expect(clippy::needless_pass_by_value, reason = "reads as the story and what is drawn under it")]
fn check(text: &str, day: &str, drawn: Expect) {
    drawn.assert_eq(&common::draw_figures(text, day));
}

mod levels {
    use super::{check, expect};

    #[test]
    fn a_level_and_its_twin() {
        check(
            "China's exports reached 28.14 billion yuan (about 3.9 billion U.S. dollars) in July.",
            "2023-08-30",
            expect![[r#"
            China's exports reached 28.14 billion yuan (about 3.9 billion U.S. dollars) in July.
                                    ^^^^^^^^^^^^^^^^^^ level exports CN>WORLD 28140000000 CNY 2023-07
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ level exports CN>WORLD ~3900000000 USD 2023-07 twin of f1
        "#]],
        );
    }

    #[test]
    fn a_level_from_another_period_is_a_figure_of_that_period() {
        check(
            "India's gold imports rose to $3.11 billion in August from $1.01 billion in the same month a year ago.",
            "2024-09-15",
            expect![[r#"
            India's gold imports rose to $3.11 billion in August from $1.01 billion in the same month a year ago.
                                         ^^^^^^^^^^^^^ level imports IN>WORLD 3110000000 USD 2024-08 [gold]
                                                                      ^^^^^^^^^^^^^ level imports IN>WORLD 1010000000 USD 2023-08 [gold]
        "#]],
        );
    }

    #[test]
    fn a_swing_from_deficit_to_surplus() {
        check(
            "Japan's trade balance with Brazil swung to a surplus of 98 billion yen in May from a deficit of 21 billion yen a year earlier.",
            "2024-06-19",
            expect![[r#"
            Japan's trade balance with Brazil swung to a surplus of 98 billion yen in May from a deficit of 21 billion yen a year earlier.
                                                                    ^^^^^^^^^^^^^^ level balance JP>BR 98000000000 JPY 2024-05
                                                                                                            ^^^^^^^^^^^^^^ level balance JP>BR -21000000000 JPY 2023-05
        "#]],
        );
    }

    #[test]
    fn an_amount_before_its_noun() {
        check(
            "Kenya sold 5.2 million tonnes of tea abroad in 2023 and recorded $4 billion worth of imports.",
            "2024-03-01",
            expect![[r#"
            Kenya sold 5.2 million tonnes of tea abroad in 2023 and recorded $4 billion worth of imports.
                       ^^^^^^^^^^^^^^^^^^ level exports KE>WORLD 5200000 t 2023 [tea]
                                                                             ^^^^^^^^^^ level imports KE>WORLD 4000000000 USD 2023
        "#]],
        );
    }

    #[test]
    fn a_forecast_beside_the_actual_number() {
        check(
            "Australia's trade surplus narrowed to A$5.07 billion in January, against a forecast of A$5.5 billion.",
            "2025-03-06",
            expect![[r#"
            Australia's trade surplus narrowed to A$5.07 billion in January, against a forecast of A$5.5 billion.
                                                  ^^^^^^^^^^^^^^ level balance AU>WORLD 5070000000 AUD 2025-01
                                                                                                   ^^^^^^^^^^^^^ level balance AU>WORLD 5500000000 AUD 2025-01 forecast
        "#]],
        );
    }
}

mod changes {
    use super::{check, expect};

    #[test]
    fn a_deficit_that_narrowed_is_a_change_and_a_level() {
        check(
            "Japan's trade deficit narrowed by 30.6 percent to 462 billion yen in May.",
            "2024-06-19",
            expect![[r#"
            Japan's trade deficit narrowed by 30.6 percent to 462 billion yen in May.
                                              ^^^^^^^^^^^^ change balance JP>WORLD 30.6 percent down 2024-05 of f2
                                                              ^^^^^^^^^^^^^^^ level balance JP>WORLD -462000000000 JPY 2024-05
        "#]],
        );
    }

    #[test]
    fn an_elided_verb_is_that_of_the_clause_before() {
        check(
            "China's exports rose 5.9 percent year on year in April, and imports 3.1 percent.",
            "2024-05-09",
            expect![[r#"
            China's exports rose 5.9 percent year on year in April, and imports 3.1 percent.
                                 ^^^^^^^^^^^ change exports CN>WORLD 5.9 percent up year_on_year 2024-04
                                                                                ^^^^^^^^^^^ change imports CN>WORLD 3.1 percent up year_on_year 2024-04
        "#]],
        );
    }

    #[test]
    fn a_list_with_respectively_goes_by_order() {
        check(
            "South Korea's exports of semiconductors and petroleum products fell 24.3 and 22.4 percent, respectively, in June.",
            "2023-07-01",
            expect![[r#"
            South Korea's exports of semiconductors and petroleum products fell 24.3 and 22.4 percent, respectively, in June.
                                                                                ^^^^ change exports KR>WORLD 24.3 percent down 2023-06 [semiconductors]
                                                                                         ^^^^^^^^^^^^ change exports KR>WORLD 22.4 percent down 2023-06 [petroleum products]
        "#]],
        );
    }

    #[test]
    fn more_than_doubled_is_a_multiple_with_a_bound() {
        check(
            "Malaysia's exports to India more than doubled to RM1.1 billion in 2024.",
            "2025-01-20",
            expect![[r#"
            Malaysia's exports to India more than doubled to RM1.1 billion in 2024.
                                                  ^^^^^^^ change exports MY>IN >2 multiple up year_on_year 2024 of f2
                                                             ^^^^^^^^^^^^^ level exports MY>IN 1100000000 MYR 2024
        "#]],
        );
    }

    #[test]
    fn a_month_against_the_month_before() {
        check(
            "July exports of the United States were $261.4 billion, $1.2 billion less than June exports.",
            "2024-09-04",
            expect![[r#"
            July exports of the United States were $261.4 billion, $1.2 billion less than June exports.
                                                   ^^^^^^^^^^^^^^ level exports US>WORLD 261400000000 USD 2024-07
                                                                   ^^^^^^^^^^^^ change exports US>WORLD 1200000000 USD down month_on_month 2024-07 of f1
        "#]],
        );
    }

    #[test]
    fn points_against_an_average_are_a_gap() {
        check(
            "Yunnan's exports grew 9.7 percent in 2023, 4.3 percentage points above the national average.",
            "2024-01-20",
            expect![[r#"
            Yunnan's exports grew 9.7 percent in 2023, 4.3 percentage points above the national average.
                                  ^^^^^^^^^^^ change exports CN-YN>WORLD 9.7 percent up year_on_year 2023
                                                       ^^^^^^^^^^^^^^^^^^^^^ gap exports CN-YN>WORLD 4.3 percentage_point above 2023 of f1
        "#]],
        );
    }

    #[test]
    fn wire_style_of_1987() {
        check(
            "Canada's trade surplus narrowed to 265 mln dlrs in February from 1.2 billion dlrs in January. Exports fell 3.4 pct to 9.9 billion dlrs.",
            "1987-04-16",
            expect![[r#"
                Canada's trade surplus narrowed to 265 mln dlrs in February from 1.2 billion dlrs in January. Exports fell 3.4 pct to 9.9 billion dlrs.
                                                   ^^^^^^^^^^^^ level balance CA>WORLD 265000000 CAD 1987-02
                                                                                 ^^^^^^^^^^^^^^^^ level balance CA>WORLD 1200000000 CAD 1987-01
                                                                                                                           ^^^^^^^ change exports CA>WORLD 3.4 percent down month_on_month 1987-02 of f4
                                                                                                                                      ^^^^^^^^^^^^^^^^ level exports CA>WORLD 9900000000 CAD 1987-02
            "#]],
        );
    }
}

mod shares_and_tariffs {
    use super::{check, expect};

    #[test]
    fn parts_of_a_total() {
        check(
            "Vietnam's exports fetched 32.6 billion USD in 2023. Japan accounted for 12.5 percent of the total.",
            "2024-01-20",
            expect![[r#"
            Vietnam's exports fetched 32.6 billion USD in 2023. Japan accounted for 12.5 percent of the total.
                                      ^^^^^^^^^^^^^^^^ level exports VN>WORLD 32600000000 USD 2023
                                                                                    ^^^^^^^^^^^^ share exports VN>JP 12.5 percent 2023 of f1
        "#]],
        );
    }

    #[test]
    fn a_duty_that_is_raised() {
        check(
            "The United States raised its tariff on Chinese electric vehicles from 25% to 100%.",
            "2024-09-20",
            expect![[r#"
            The United States raised its tariff on Chinese electric vehicles from 25% to 100%.
                                                                                  ^^^ level tariff US>CN 25 percent [electric vehicles]
                                                                                         ^^^^ level tariff US>CN 100 percent [electric vehicles]
        "#]],
        );
    }

    #[test]
    fn a_duty_that_is_threatened() {
        check(
            "Washington threatened a 25 percent duty on Japanese cars.",
            "2025-02-19",
            expect![[r#"
            Washington threatened a 25 percent duty on Japanese cars.
                                    ^^^^^^^^^^ level tariff US>JP 25 percent [cars] hypothetical
        "#]],
        );
    }
}

mod what_it_is_not {
    use super::{check, expect};

    #[test]
    fn gdp_output_and_prices() {
        check(
            "China's exports rose 3 percent in May while industrial output grew 5.6 percent and consumer prices fell 0.3 percent. GDP expanded 4.7 percent in the quarter.",
            "2024-06-20",
            expect![[r#"
            China's exports rose 3 percent in May while industrial output grew 5.6 percent and consumer prices fell 0.3 percent. GDP expanded 4.7 percent in the quarter.
                                 ^^^^^^^^^ change exports CN>WORLD 3 percent up 2024-05
        "#]],
        );
    }

    #[test]
    fn a_companys_numbers() {
        check(
            "Alpina Airways said revenue rose 6.3 percent to 5.1 billion francs and net profit doubled to 412 million francs. Landing tariffs went up 4 percent. A deficit of 90 million francs in its pension fund was closed.",
            "2025-02-13",
            expect![[r#"
            Alpina Airways said revenue rose 6.3 percent to 5.1 billion francs and net profit doubled to 412 million francs. Landing tariffs went up 4 percent. A deficit of 90 million francs in its pension fund was closed.
        "#]],
        );
    }

    #[test]
    fn a_stranger_takes_the_verb() {
        check(
            "Japan's exports slipped 2 percent in May, and the Nikkei average closed 1.5 percent lower. The union won a pay rise of 5.1 percent.",
            "2024-06-19",
            expect![[r#"
            Japan's exports slipped 2 percent in May, and the Nikkei average closed 1.5 percent lower. The union won a pay rise of 5.1 percent.
                                    ^^^^^^^^^ change exports JP>WORLD 2 percent down 2024-05
        "#]],
        );
    }

    #[test]
    fn a_price_is_no_level() {
        check(
            "Kenya's tea exports rose 13 percent in 2024. Tea sold at 2.21 dollars a kg.",
            "2025-03-18",
            expect![[r#"
            Kenya's tea exports rose 13 percent in 2024. Tea sold at 2.21 dollars a kg.
                                     ^^^^^^^^^^ change exports KE>WORLD 13 percent up year_on_year 2024 [tea]
        "#]],
        );
    }

    #[test]
    fn an_exchange_rate_and_a_ministry() {
        check(
            "The trade ministry said the won lost 2.1 percent against the dollar ($1 = 1,380 won). Its export board has 1,200 members.",
            "2024-11-01",
            expect![[r#"
            The trade ministry said the won lost 2.1 percent against the dollar ($1 = 1,380 won). Its export board has 1,200 members.
        "#]],
        );
    }
}

#[test]
fn may_is_a_month_and_may_is_what_could_be() {
    check(
        "Exports of Chile fell 2 percent in May.",
        "",
        expect![[r#"
        Exports of Chile fell 2 percent in May.
                              ^^^^^^^^^ change exports CL>WORLD 2 percent down
    "#]],
    );
    check(
        "Exports of Chile may fall 2 percent.",
        "",
        expect![[r#"
        Exports of Chile may fall 2 percent.
                                  ^^^^^^^^^ change exports CL>WORLD 2 percent down forecast
    "#]],
    );
}
