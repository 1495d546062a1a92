//! Goods that change hands, amounts beside their noun, shares of what was spoken of, and what is none of it.

mod common;

use common::says;

#[test]
fn a_deficit_stays_one_of_the_current_account_until_trade_is_named() {
    says(
        "1987-03-16",
        "Sweden's current account deficit narrowed to a seasonally adjusted provisional 750 mln crowns in February from a \
         revised 1.23 billion in January. February merchandise trade recorded a 42 mln crown surplus.",
        &[
            "level current_account SE>WORLD -750000000 SEK 1987-02 preliminary",
            "level current_account SE>WORLD -1230000000 SEK 1987-01 revised",
            "level balance SE>WORLD 42000000 SEK 1987-02",
        ],
    );
}

#[test]
fn the_deficit_of_a_budget_or_of_capital_is_no_trade() {
    says(
        "1987-03-16",
        "Japan's trade surplus rose to 7.38 billion dlrs in February. Short-term capital transactions showed a deficit of 1.28 \
         billion dlrs. The government will balance the budget by 1989. The deficit was 952 mln dlrs.",
        &["level balance JP>WORLD 7380000000 USD 1987-02"],
    );
}

#[test]
fn it_widened_says_what_the_sentence_before_spoke_of() {
    says(
        "1987-04-13",
        "Taiwan's surplus with the U.S. rose to a record 13.6 billion U.S. dlrs in 1986. It widened to 3.61 billion in the first \
         quarter of 1987.",
        &["level balance TW>US 13600000000 USD 1986", "level balance TW>US 3610000000 USD 1987-Q1"],
    );
}

#[test]
fn that_compares_with_goes_on_about_the_sentence_before() {
    says(
        "1987-04-09",
        "There were 287,700 tonnes of U.S. corn shipped to the Soviet Union in March. That compares with 106,200 tonnes shipped in \
         February.",
        &["level exports US>SU 287700 t 1987-03 [corn]", "level exports US>SU 106200 t 1987-02 [corn]"],
    );
}

#[test]
fn places_buy_and_sell() {
    says(
        "2023-11-02",
        "Australia's exports of coal rose 5 percent in September. China took 8.2 million tonnes of thermal coal, and Japan got \
         6.1 million tonnes, 11 percent less than a year ago.",
        &[
            "change exports AU>WORLD 5 percent up 2023-09 [coal]",
            "level exports AU>CN 8200000 t 2023-09 [thermal coal]",
            "level exports AU>JP 6100000 t 2023-09 [thermal coal]",
            "change exports AU>JP 11 percent down year_on_year 2023-09 [thermal coal] of f3",
        ],
    );
}

#[test]
fn a_country_that_buys_by_the_tonne_has_made_a_deal() {
    says(
        "1987-06-16",
        "Japanese crushers have bought 50,000 tonnes of Canadian rapeseed.",
        &["level deals JP>CA 50000 t [rapeseed]"],
    );
}

#[test]
fn what_is_bought_at_home_is_no_trade() {
    says(
        "1987-06-16",
        "U.S. exports of wheat rose 5 pct in May. The agency bought 25.7 mln pounds of flour for schools and consumers ate 10 mln \
         tonnes of bread.",
        &["change exports US>WORLD 5 percent up 1987-05 [wheat]"],
    );
}

#[test]
fn goods_under_a_tariff_are_imports_of_who_levies_it() {
    says(
        "2019-08-23",
        "The U.S. tariff on $250 billion of Chinese goods will rise to 30% from 25%.",
        &[
            "level imports US>CN 250000000000 USD",
            "level tariff US>CN 30 percent target",
            "level tariff US>CN 25 percent",
        ],
    );
}

#[test]
fn an_amount_stands_beside_its_noun() {
    says(
        "2024-11-20",
        "Taiwan's exports grew 8.4 percent to US$41.28 billion in October, with imports 6.5 percent higher at US$34.4 billion. The \
         trade surplus, US$6.88 billion, was 19 percent wider than a year before.",
        &[
            "change exports TW>WORLD 8.4 percent up 2024-10 of f2",
            "level exports TW>WORLD 41280000000 USD 2024-10",
            "change imports TW>WORLD 6.5 percent up 2024-10 of f4",
            "level imports TW>WORLD 34400000000 USD 2024-10",
            "level balance TW>WORLD 6880000000 USD 2024-10",
            "change balance TW>WORLD 19 percent up year_on_year 2024-10 of f5",
        ],
    );
}

#[test]
fn goods_go_on_with_the_verb_of_the_goods_before() {
    says(
        "2023-11-02",
        "Australia's exports fell 1.4 per cent in September. Coal shed 3.9 per cent and gas 6.6 per cent.",
        &[
            "change exports AU>WORLD 1.4 percent down 2023-09",
            "change exports AU>WORLD 3.9 percent down 2023-09 [coal]",
            "change exports AU>WORLD 6.6 percent down 2023-09 [gas]",
        ],
    );
}

#[test]
fn a_share_of_everything_sold_is_of_the_exports() {
    says(
        "2023-11-02",
        "Australia's exports fell 1.4 per cent in September. China took a third of everything the country sold abroad.",
        &["change exports AU>WORLD 1.4 percent down 2023-09", "share exports AU>CN 33.33 percent 2023-09"],
    );
}

#[test]
fn a_quota_limits_what_may_be_sold() {
    says(
        "2024-12-20",
        "Ukraine agreed to limit wheat exports to 16.2 million tonnes.",
        &["level quota UA 16200000 t [wheat] target"],
    );
}

#[test]
fn a_poll_forecasts_the_change_before_it() {
    says(
        "2011-07-08",
        "German exports rose 4.3 percent in May. A Reuters poll of economists had pointed to a gain of 1.0 percent.",
        &[
            "change exports DE>WORLD 4.3 percent up 2011-05",
            "change exports DE>WORLD 1 percent up 2011-05 forecast",
        ],
    );
}

#[test]
fn a_tender_is_a_deal_to_come() {
    says(
        "1987-04-24",
        "Taiwan will tender for 87,000 tonnes of U.S. maize on April 29.",
        &["level deals TW>US 87000 t 1987-04-29..1987-04-29 [maize] target"],
    );
}

#[test]
fn a_price_or_a_freight_rate_is_no_trade() {
    says(
        "1987-06-12",
        "U.S. exports of maize rose 5 pct in May. Maize was covered from Nantes to Egypt at 15 dlrs, and wheat was sold to \
         Algeria at 85 dlrs a tonne.",
        &["change exports US>WORLD 5 percent up 1987-05 [maize]"],
    );
}

#[test]
fn a_lead_whose_first_line_is_short_is_one_sentence() {
    says(
        "1987-03-12",
        "DUTCH SURPLUS FALLS\n\n    The Dutch trade surplus fell to 12.1\n\
         billion guilders last year from 17.5 billion in 1985, the\nFinance Ministry said in a statement.\n    \
         The ministry gave no details, and nobody else said anything.\n",
        &["level balance NL>WORLD 12100000000 NLG 1986", "level balance NL>WORLD 17500000000 NLG 1985"],
    );
}

#[test]
fn a_supplier_sells_to_whom_it_is_called_the_supplier_of() {
    says(
        "1987-03-13",
        "In February, Malta's trade deficit was 30 mln dlrs. Libya is Malta's second biggest oil supplier, with an average 15,000 bpd. Iraq is the main supplier with 23,000 bpd. Egypt comes third, with 5,800 bpd.",
        &[
            "level balance MT>WORLD -30000000 USD 1987-02",
            "level imports MT>LY 15000 bbl/d [oil]",
            "level imports MT>IQ 23000 bbl/d [oil]",
            "level imports MT>EG 5800 bbl/d [oil]",
        ],
    );
    says(
        "1987-03-13",
        "Malta's trade deficit was 30 mln dlrs in February. Libya is Malta's main oil supplier, with reserves of 20 billion barrels. Sicily is the island's leading hotel group with 15,000 beds.",
        &["level balance MT>WORLD -30000000 USD 1987-02"],
    );
}

#[test]
fn a_purchase_may_be_named_behind_its_amount() {
    says(
        "1987-03-13",
        "Chile's state oil firm has cancelled a 40 mln dlr crude oil purchase from Kuwait, a spokesman said. The shipment of 2.2 mln barrels would have met two days of demand.",
        &["level deals CL>KW 40000000 USD [crude oil]", "level deals CL>KW 2200000 bbl [crude oil]"],
    );
    says(
        "1987-03-13",
        "The firm announced a 40 mln dlr share purchase from its founder. The shipment of 2.2 mln barrels left on Monday.",
        &[],
    );
}

#[test]
fn goods_are_booked_and_bought_from_a_plant_abroad() {
    says(
        "1987-03-13",
        "Algeria has booked 200,000 tonnes of U.S. corn, traders said. A Norwegian firm agreed to buy 100,000 tonnes of alumina a year from a new refinery in Jamaica.",
        &["level deals DZ>US 200000 t [corn]", "level deals NO>JM 100000 t [alumina] target"],
    );
    says(
        "1987-03-13",
        "The Soviet Union, which had agreed to buy 380,000 tonnes of Greek alumina, would now purchase the plant's entire output of 600,000 tonnes a year, the trade minister said.",
        &[
            "level deals SU>GR 380000 t [alumina] target",
            "level deals SU>GR 600000 t a year [alumina] target",
        ],
    );
    says(
        "1987-03-13",
        "A Norwegian firm agreed to buy 100,000 tonnes of alumina a year from a new refinery in Norway. Its trade is at home.",
        &[],
    );
}

#[test]
fn a_country_is_supplied_with_goods() {
    says(
        "1987-03-13",
        "Kuwait plans to supply Ecuador with 20,000 tonnes of butter for its lost exports. Kuwait will supply 5,000 tonnes of rice to Niger.",
        &["level exports KW>EC 20000 t [butter] target", "level exports KW>NE 5000 t [rice] forecast"],
    );
}

#[test]
fn an_exchange_is_of_so_much_each_way() {
    says(
        "1987-03-18",
        "Pakistan and Sweden have signed a commodity exchange agreement for 88 mln dlrs each way, the government said.",
        &["level deals PK>SE 88000000 USD"],
    );
    says(
        "1987-03-18",
        "Pakistan and Sweden have signed a commodity exchange agreement for tents at 88 dlrs each, the government said.",
        &[],
    );
}

#[test]
fn ships_are_counted_beside_their_tonnage() {
    says(
        "1987-06-18",
        "New foreign shipbuilding orders received by Japanese yards in May fell to five vessels totalling 97,000 gross tons from eight ships of 265,000 gt in April, the association said.",
        &[
            "level deals JP>WORLD 5 unit 1987-05 [vessels]",
            "level deals JP>WORLD 97000 other:gross_ton 1987-05 [vessels]",
            "level deals JP>WORLD 8 unit 1987-04 [ships]",
            "level deals JP>WORLD 265000 other:gross_ton 1987-04 [ships]",
        ],
    );
}

#[test]
fn a_programme_approves_sales() {
    says(
        "1987-10-19",
        "EEP CATTLE OFFER TO EGYPT ENDS\n\nThe U.S. Agriculture Department has withdrawn its export offer of dairy cattle to Egypt. It said sales of 3,501 head have been approved since that date.",
        &["level deals US>EG 3501 head"],
    );
    says(
        "1987-10-19",
        "CATTLE MARKET IN EGYPT\n\nThe U.S. Agriculture Department follows the export trade with Egypt. It said sales of 3,501 head have been approved since that date.",
        &[],
    );
}

#[test]
fn the_rest_will_be_exported() {
    says(
        "1987-10-20",
        "Of the plant's 800,000 tonnes, 425,000 will be smelted and the remaining 375,000 will be exported, Jamaica said.",
        &["level exports JM>WORLD 375000 t forecast"],
    );
}
