//! Whom a figure leaves out, whose it is when two sides count, goods and services apart, duties on so much of the goods.

mod common;

use common::says;

#[test]
fn all_other_countries_are_all_but_those_that_were_named() {
    says(
        "2019-03-12",
        "France's exports to Germany rose 4 percent to 10.2 billion euros in January. Exports to all other countries fell 2 percent to \
         21 billion euros.",
        &[
            "change exports FR>DE 4 percent up 2019-01 of f2",
            "level exports FR>DE 10200000000 EUR 2019-01",
            "change exports FR>x:non-de 2 percent down 2019-01 of f4",
            "level exports FR>x:non-de 21000000000 EUR 2019-01",
        ],
    );
    // Where nobody was named the others are the world.
    says(
        "2019-03-12",
        "France's exports to other countries fell 2 percent to 21 billion euros in January.",
        &[
            "change exports FR>WORLD 2 percent down 2019-01 of f2",
            "level exports FR>WORLD 21000000000 EUR 2019-01",
        ],
    );
}

#[test]
fn non_u_s_exports_are_not_those_of_the_u_s() {
    says(
        "2012-10-12",
        "Non-U.S. corn exports will reach 62 million tonnes in 2012, the council said, while U.S. exports were cut to 29 million tonnes.",
        &[
            "level exports x:non-us>WORLD 62000000 t 2012 [corn] forecast",
            "level exports US>WORLD 29000000 t 2012 [corn]",
        ],
    );
    // Before imports and exports of somebody known, the outsiders are the partner.
    says(
        "2020-02-12",
        "Germany's exports to non-EU countries rose 2.5 percent in January. Non-EU imports fell 1 percent.",
        &[
            "change exports DE>x:non-eu 2.5 percent up 2020-01",
            "change imports DE>x:non-eu 1 percent down 2020-01",
        ],
    );
    // Goods that are not oil are goods.
    says(
        "2020-02-12",
        "Dubai's non-oil exports rose 3 percent in January.",
        &["change exports AE-DU>WORLD 3 percent up 2020-01 [non-oil]"],
    );
}

#[test]
fn what_one_side_counts_is_its_own_balance() {
    says(
        "2025-02-07",
        "Vietnam's trade surplus with the United States swelled last year. U.S. data put the gap at $123.5 billion in 2024.",
        &["level balance US>VN -123500000000 USD 2024"],
    );
    says(
        "2025-02-07",
        "Canada's trade surplus with the United States was C$102 billion in 2024. According to U.S. figures the shortfall was $63 billion.",
        &["level balance CA>US 102000000000 CAD 2024", "level balance US>CA -63000000000 USD 2024"],
    );
    // The other's data on the surplus of whom the story is: that one's surplus still.
    says(
        "2025-02-07",
        "Vietnam's exports to the United States rose 23 percent to $119.6 billion in 2024. U.S. figures put its surplus at $123 billion.",
        &[
            "change exports VN>US 23 percent up year_on_year 2024 of f2",
            "level exports VN>US 119600000000 USD 2024",
            "level balance VN>US 123000000000 USD 2024",
        ],
    );
}

#[test]
fn what_buyers_took_of_a_countrys_exports_is_a_share_of_them() {
    says(
        "2025-02-07",
        "Brazil's soybean exports fell to 98 million tonnes in 2024. Chinese buyers took 70 pct of Brazil's soybean exports.",
        &[
            "level exports BR>WORLD 98000000 t 2024 [soybean]",
            "share exports BR>CN 70 percent 2024 [soybean] of f1",
        ],
    );
    says(
        "2025-02-07",
        "China imported 105 million tonnes of soybeans in 2024. Brazil's shipments made up 71 percent of China's imports.",
        &[
            "level imports CN>WORLD 105000000 t 2024 [soybeans]",
            "share imports CN>BR 71 percent 2024 [soybeans] of f1",
        ],
    );
    says(
        "2025-02-07",
        "Brazil accounts for 30 percent of world coffee exports.",
        &["share exports BR>WORLD 30 percent [coffee]"],
    );
}

#[test]
fn goods_are_all_goods_and_services_are_named() {
    says(
        "2023-03-08",
        "The U.S. goods deficit rose to $90.3 billion in January while the services surplus fell to $21.8 billion.",
        &[
            "level balance US>WORLD -90300000000 USD 2023-01",
            "level balance US>WORLD 21800000000 USD 2023-01 [services]",
        ],
    );
    says(
        "2023-03-08",
        "The U.S. services surplus fell to $21.8 billion in January, while the goods deficit rose to $90.3 billion.",
        &[
            "level balance US>WORLD 21800000000 USD 2023-01 [services]",
            "level balance US>WORLD -90300000000 USD 2023-01",
        ],
    );
    says(
        "2023-03-08",
        "In January the United States had a deficit of $90.3 billion in goods and a surplus of $21.8 billion in services.",
        &[
            "level balance US>WORLD -90300000000 USD 2023-01",
            "level balance US>WORLD 21800000000 USD 2023-01 [services]",
        ],
    );
    says(
        "2023-03-03",
        "France's trade deficit in goods and services was 4 billion euros in January.",
        &["level balance FR>WORLD -4000000000 EUR 2023-01"],
    );
}

#[test]
fn a_duty_on_so_much_of_the_goods_is_money() {
    says(
        "2004-03-03",
        "The U.S. import duty on frozen orange juice is 28 cents a kilo.",
        &["level tariff US 0.28 USD [frozen orange juice]"],
    );
    says(
        "1987-03-03",
        "Britain's duty on imported wine is 98 pence a litre.",
        &["level tariff GB 0.98 GBP [wine]"],
    );
    // What growers pay for their own marketing crosses no border, and a price is no duty.
    says(
        "1987-03-03",
        "The panel proposed a levy of one cent a pound on Maine's potatoes to pay for marketing.",
        &[],
    );
    says("2014-03-03", "Coffee futures fell 2 cents to 110 cents a pound in New York.", &[]);
}

#[test]
fn what_a_duty_was_before_is_another_duty_with_no_time_of_its_own() {
    says(
        "2018-03-08",
        "Kenya will raise its sugar duty to 100 percent from the current 25 percent on July 1.",
        &["level tariff KE 100 percent [sugar] target", "level tariff KE 25 percent [sugar]"],
    );
    says(
        "2018-03-08",
        "Turkey's duty on alcohol was lifted from 70 to 140 percent and that on tobacco went from 25 percent to 60.",
        &[
            "level tariff TR 70 percent [alcohol]",
            "level tariff TR 140 percent [alcohol]",
            "level tariff TR 25 percent [tobacco]",
            "level tariff TR 60 percent [tobacco]",
        ],
    );
    // A range, and a number that is of something else.
    says(
        "2018-03-08",
        "Turkey's duties on cars range from 10 to 40 percent. It raised the duty on tea to 40 percent from 30 countries.",
        &["level tariff TR 10..40 percent [cars]", "level tariff TR 40 percent [tea]"],
    );
}

#[test]
fn what_travellers_spend_is_exports_of_tourism() {
    says(
        "2023-03-08",
        "Thailand's tourism receipts rose 20 percent to 150 billion baht in February. Exports fell 4.7 percent.",
        &[
            "change exports TH>WORLD 20 percent up 2023-02 [tourism] of f2",
            "level exports TH>WORLD 150000000000 THB 2023-02 [tourism]",
            "change exports TH>WORLD 4.7 percent down 2023-02",
        ],
    );
    says(
        "2023-12-04",
        "Morocco's travel receipts came to 88.1 billion dirhams in the first ten months. Travel expenditure was 20.3 billion dirhams.",
        &[
            "level exports MA>WORLD 88100000000 MAD 2023-01..2023-10 [travel]",
            "level imports MA>WORLD 20300000000 MAD 2023-01..2023-10 [travel]",
        ],
    );
    // What is spent at home crosses no border.
    says("2023-03-08", "Hainan's tourism earnings reached 105 billion yuan in 2022.", &[]);
    says("2023-03-08", "Spain's domestic tourism earnings were 30 billion euros last year.", &[]);
}

#[test]
fn goods_sent_abroad_are_those_that_the_sentence_before_calls_the_main_export() {
    says(
        "2023-03-08",
        "Russia's eastern ports handled 158 million tonnes in 2022. Coal remains the main export item. Terminals in Nakhodka sent \
         76.4 million tonnes abroad, down 2.1%.",
        &[
            "level freight RU>WORLD 158000000 t 2022",
            "level exports RU>WORLD 76400000 t 2022 [coal]",
            "change exports RU>WORLD 2.1 percent down year_on_year 2022 [coal] of f2",
        ],
    );
}

#[test]
fn a_place_without_an_entry_stands_in_no_ones_way() {
    says(
        "2025-03-18",
        "Exports of ceramic tiles from Tuscany were worth 3.9 bn euros in 2024, while those of sports cars from Umbria and Sant'Agata \
         rose 6%.",
        &[
            "level exports IT-52>WORLD 3900000000 EUR 2024 [ceramic tiles]",
            "change exports IT-55>WORLD 6 percent up year_on_year 2024 [sports cars]",
        ],
    );
    // Whoever has a verb of its own is no second place.
    says(
        "2025-03-18",
        "Exports from Tuscany and Umbria rose 6% in 2024. Exports from Tuscany rose 4%.",
        &[
            "change exports IT-52+IT-55>WORLD 6 percent up year_on_year 2024",
            "change exports IT-52>WORLD 4 percent up year_on_year 2024",
        ],
    );
}

#[test]
fn a_part_of_its_countrys_exports_is_the_regions() {
    says(
        "2025-03-18",
        "Exports from the Italian region of Emilia-Romagna slipped 1.6% in 2024. The region, which supplies 13.4% of all Italian \
         exports, did worse than the nation.",
        &[
            "change exports IT-45>WORLD 1.6 percent down year_on_year 2024",
            "share exports IT-45>WORLD 13.4 percent",
        ],
    );
}

#[test]
fn what_goes_by_rail_does_not_go_through_the_port() {
    says(
        "2024-09-12",
        "Russia's seaports handled 158.6 million tonnes of cargo in January-August. Exports of soybeans to Heilongjiang Province by rail \
         grew by 8 percent.",
        &[
            "level freight RU>WORLD 158600000 t 2024-01..2024-08",
            "change exports RU>CN-HL 8 percent up year_on_year 2024-01..2024-08 [soybeans]",
        ],
    );
}

#[test]
fn a_share_is_of_the_goods_that_it_measures() {
    says(
        "2025-01-10",
        "Vietnam's shrimp made up 38.2% of all seafood exports in 2024, which climbed 12.6% to 10.1 billion USD. Tra fish (pangasius) \
         contributed 2 billion USD.",
        &[
            "share exports VN>WORLD 38.2 percent 2024 [shrimp]",
            "change exports VN>WORLD 12.6 percent up year_on_year 2024 [seafood] of f3",
            "level exports VN>WORLD 10100000000 USD 2024 [seafood]",
            "level exports VN>WORLD 2000000000 USD 2024 [pangasius]",
        ],
    );
}

#[test]
fn each_duty_has_its_goods_and_no_day_is_goods() {
    says(
        "2014-03-03",
        "Switzerland has a duty of 19 francs per 100 kilos on wheat and a tariff of 1.50 francs a kilo on butter.",
        &["level tariff CH 19 CHF [wheat]", "level tariff CH 1.5 CHF [butter]"],
    );
    says(
        "2022-03-03",
        "Russia's wheat export duty will rise to 4,000 roubles per tonne from 3,500 roubles a tonne on Wednesday.",
        &["level tariff RU 4000 RUB [wheat] target", "level tariff RU 3500 RUB [wheat]"],
    );
}

#[test]
fn who_takes_goods_is_none_of_them() {
    says(
        "2025-02-07",
        "Zambia's copper exports rose 4 percent in 2024. Swiss traders bought 45 percent of the country's copper exports and Chinese \
         smelters took 20 percent of shipments.",
        &[
            "change exports ZM>WORLD 4 percent up year_on_year 2024 [copper]",
            "share exports ZM>CH 45 percent 2024 [copper]",
            "share exports ZM>CN 20 percent 2024 [copper]",
        ],
    );
    says(
        "2025-02-07",
        "Russian importers took 18 percent of Sri Lanka's tea exports in January, Iraqi buyers 15 percent.",
        &["share exports LK>RU 18 percent 2025-01 [tea]", "share exports LK>IQ 15 percent 2025-01 [tea]"],
    );
}

#[test]
fn services_have_a_balance_of_their_own() {
    says(
        "2023-03-08",
        "Spain's goods trade showed a deficit of 4 billion euros in January, and services a surplus of 6 billion euros.",
        &[
            "level balance ES>WORLD -4000000000 EUR 2023-01",
            "level balance ES>WORLD 6000000000 EUR 2023-01 [services]",
        ],
    );
    says(
        "2023-03-08",
        "Spain's trade in goods and services showed a deficit of 4 billion euros in January.",
        &["level balance ES>WORLD -4000000000 EUR 2023-01"],
    );
}

#[test]
fn a_monthly_change_is_counted_from_the_month_before() {
    says(
        "2025-02-07",
        "British cheese exports slipped a monthly 3 percent in January.",
        &["change exports GB>WORLD 3 percent down month_on_month 2025-01 [cheese]"],
    );
}

#[test]
fn a_group_may_be_called_by_the_number_of_its_members() {
    says(
        "1987-03-08",
        "EC-12 exports to the United States fell 6 percent in 1986, and Comecon's exports to Benelux rose 3 percent.",
        &[
            "change exports x:eu>US 6 percent down year_on_year 1986",
            "change exports x:comecon>x:benelux 3 percent up year_on_year 1986",
        ],
    );
}

#[test]
fn what_is_anothers_is_of_the_same_noun_and_hers() {
    says(
        "2025-11-02",
        "Japan's imports of gas fell 5 percent to 5.02 million tons in October, traders said, while South Korea's jumped to 4.4 million \
         tons.",
        &[
            "change imports JP>WORLD 5 percent down 2025-10 [gas] of f2",
            "level imports JP>WORLD 5020000 t 2025-10 [gas]",
            "level imports KR>WORLD 4400000 t 2025-10 [gas]",
        ],
    );
    // With whom, where that was told before; and what has a noun of its own is of that.
    says(
        "2025-11-02",
        "Sweden's orders from Germany rose 4 percent in October; Italy's were down 3 percent. Japan's growing deficit worries nobody.",
        &["change deals SE>DE 4 percent up 2025-10", "change deals SE>IT 3 percent down 2025-10"],
    );
}

#[test]
fn who_imports_or_sells_at_large_in_anothers_story_trades_for_itself() {
    let story = |more: &str| {
        format!("Indonesia's palm oil exports rose 4 percent in August, the producers' group said.\n\n{more}")
    };
    let first = "change exports ID>WORLD 4 percent up 2025-08 [palm oil]";
    says(
        "2025-09-14",
        &story(
            "India, the world's biggest buyer of vegetable oils, imported 1.6 million tonnes of edible oils in August.",
        ),
        &[first, "level imports IN>WORLD 1600000 t 2025-08 [edible oils]"],
    );
    says(
        "2025-09-14",
        &story("Thailand sold 36,000 tonnes of palm oil in August."),
        &[first, "level exports TH>WORLD 36000 t 2025-08 [palm oil]"],
    );
    // Who only buys buys what the story sells.
    says(
        "2025-09-14",
        &story("India bought 310,000 tonnes of palm oil in August."),
        &[first, "level exports ID>IN 310000 t 2025-08 [palm oil]"],
    );
}

#[test]
fn of_two_who_trade_the_one_of_the_story_reports() {
    let story = |more: &str| {
        format!("Indonesia's exports rose 5 percent in March, the statistics agency said.\n\n{more}")
    };
    let first = "change exports ID>WORLD 5 percent up 2014-03";
    says(
        "2014-05-03",
        &story("Two-way trade between the United States and Indonesia was worth 12 billion dollars in 2013."),
        &[first, "level trade ID>US 12000000000 USD 2013"],
    );
    says(
        "2014-05-03",
        &story("Two-way trade between the United States and Japan was worth 12 billion dollars in 2013."),
        &[first, "level trade US>JP 12000000000 USD 2013"],
    );
    // What stands before the first comma says when.
    says(
        "2014-05-03",
        &story(
            "Before the United States left the pact in May 2011, the country exported 25,000 tonnes of rubber.",
        ),
        &[first, "level exports ID>WORLD 25000 t 2011-05 [rubber]"],
    );
    says(
        "2014-05-03",
        &story(
            "Angolan investment in Indonesia, once a mainstay of its banks, came to 42 million dollars last year.",
        ),
        &[first, "level fdi_inward ID>AO 42000000 USD 2013"],
    );
    says(
        "2014-05-03",
        &story("Foreign direct investment into Laos reached 2.7 billion dollars in 2013."),
        &[first, "level fdi_inward LA>WORLD 2700000000 USD 2013"],
    );
}

#[test]
fn the_part_that_a_part_of_a_country_has_is_its_own() {
    says(
        "2024-05-03",
        "India's garment exports rose 5 percent in April. Tamil Nadu's share in them went up to 28 percent. Tiruppur, the knitwear hub \
         which accounts for 55 percent of India's garment exports, was busy.",
        &[
            "change exports IN>WORLD 5 percent up 2024-04 [garment]",
            "share exports IN-TN>WORLD 28 percent 2024-04 [garment]",
            "share exports geonames:1254348>WORLD 55 percent [garment]",
        ],
    );
    // Who takes a part is with whom, and who says so is nobody.
    says(
        "2024-05-03",
        "India's garment exports rose 5 percent in April. Traders in Mumbai said garments made up 20 percent of India's exports.",
        &[
            "change exports IN>WORLD 5 percent up 2024-04 [garment]",
            "share exports IN>WORLD 20 percent 2024-04 [garment]",
        ],
    );
}

#[test]
fn cities_that_are_set_beside_each_other_have_trade_of_their_own() {
    says(
        "2023-10-02",
        "Turkey's exports rose 5 percent in September, the trade ministry said.\n\nIstanbul led with $5.3 billion, ahead of Bursa at \
         $1.22 billion and Kocaeli at $1.04 billion.",
        &[
            "change exports TR>WORLD 5 percent up 2023-09",
            "level exports geonames:745044>WORLD 5300000000 USD 2023-09",
            "level exports geonames:750269>WORLD 1220000000 USD 2023-09",
            "level exports TR-41>WORLD 1040000000 USD 2023-09",
        ],
    );
    says(
        "2023-10-02",
        "Italy's exports rose 5 percent in September. Furniture makers of Milan exported chairs worth 120 million dollars.",
        &[
            "change exports IT>WORLD 5 percent up 2023-09",
            "level exports IT>WORLD 120000000 USD 2023-09 [chairs]",
        ],
    );
}

#[test]
fn who_levies_is_not_whom_a_duty_hits_nor_who_asks() {
    let story = |more: &str| {
        format!(
            "Thailand's rice exports rose 3 percent to 1.2 million tonnes in March, the ministry said.\n\n{more}"
        )
    };
    let (one, two) = (
        "change exports TH>WORLD 3 percent up 2014-03 [rice] of f2",
        "level exports TH>WORLD 1200000 t 2014-03 [rice]",
    );
    says(
        "2014-05-03",
        &story(
            "A 10 percent duty would push the volume of Thailand's rice exports to the United States down, an economist in Bangkok said.",
        ),
        &[one, two, "level tariff US>TH 10 percent [rice] hypothetical"],
    );
    says(
        "2014-05-03",
        &story("Duties on machine tools stand at 9.7 percent in China."),
        &[one, two, "level tariff CN 9.7 percent [machine tools]"],
    );
    says(
        "2014-05-03",
        &story(
            "Bangladesh, the second-biggest buyer of Indian rice, cut its own import duty on the grain to 15 percent.",
        ),
        &[one, two, "level tariff BD 15 percent [grain]"],
    );
    says(
        "2014-05-03",
        &story("The government has kept the export duty on rubber at 9.5 percent."),
        &[one, two, "level tariff TH 9.5 percent [rubber]"],
    );
    says(
        "2014-05-03",
        &story("Washington has spared Thailand's rubber from its 50 percent tariff."),
        &[one, two, "level tariff US>TH 50 percent [rubber]"],
    );
}

#[test]
fn a_share_of_what_another_imports_does_not_make_the_story_his() {
    let found = common::figures(
        "CHENNAI, September 14 (PTI) - Indian furniture makers must look to new buyers, an official told them here.\n\nIndia's share of Japan's imports was 1.7 per cent.\n\nExports of furniture were worth \
         ₹4,200 crore in 2018-19, a rise of 3.5 per cent on the previous year.\n",
        Some("2019-09-14"),
    );
    let whose: Vec<_> =
        found.iter().map(|figure| (figure["reporter"].as_str(), figure["partner"].as_str())).collect();
    assert_eq!(whose, [(Some("JP"), Some("IN")), (Some("IN"), Some("WORLD")), (Some("IN"), Some("WORLD"))]);
}

#[test]
fn the_subject_of_a_verb_of_selling_or_buying_is_no_partner() {
    says(
        "2025-10-20",
        "Saudi exports of oil were 6.4 million bpd in September. Iranian exports dipped to 1.63 million bpd. Venezuela loaded 1.09 million bpd. Nigeria and Libya were little changed at 1.53 million bpd and 1.12 million bpd.",
        &[
            "level exports SA>WORLD 6400000 bbl/d 2025-09 [oil]",
            "level exports IR>WORLD 1630000 bbl/d 2025-09 [oil]",
            "level exports VE>WORLD 1090000 bbl/d 2025-09 [oil]",
            "level exports NG>WORLD 1530000 bbl/d 2025-09 [oil]",
            "level exports LY>WORLD 1120000 bbl/d 2025-09 [oil]",
        ],
    );
    says(
        "2025-10-20",
        "Algeria's OAIC purchased 800,000 tons of milling wheat last week, while Jordan bought 60,000 tons of barley.",
        &[
            "level deals DZ>WORLD 800000 t 2025-10-13..2025-10-19 [milling wheat]",
            "level deals JO>WORLD 60000 t 2025-10-13..2025-10-19 [barley]",
        ],
    );
    // … in a list of those who buy from one they are partners
    says(
        "2025-10-20",
        "Brazil sold 400,000 tonnes of sugar abroad last week. Russia bought 200,000 tonnes, while Jordan bought 60,000 tonnes.",
        &[
            "level exports BR>WORLD 400000 t 2025-10-13..2025-10-19 [sugar]",
            "level exports BR>RU 200000 t 2025-10-13..2025-10-19 [sugar]",
            "level exports BR>JO 60000 t 2025-10-13..2025-10-19 [sugar]",
        ],
    );
}

#[test]
fn goods_that_are_up_after_a_balance_are_traded_and_the_verb_of_a_list_is_said_once() {
    says(
        "2025-11-17",
        "New Zealand's exports rose to $6.5 billion in October. The trade deficit was $1.5 billion. Meat and edible offal was up $58 million, or 12 percent, and fruit up $93 million (25 percent).",
        &[
            "level exports NZ>WORLD 6500000000 USD 2025-10",
            "level balance NZ>WORLD -1500000000 USD 2025-10",
            "change exports NZ>WORLD 58000000 USD up 2025-10 [meat and edible offal]",
            "change exports NZ>WORLD 12 percent up 2025-10 [meat and edible offal]",
            "change exports NZ>WORLD 93000000 USD up 2025-10 [fruit]",
            "change exports NZ>WORLD 25 percent up 2025-10 [fruit]",
        ],
    );
    says(
        "2025-11-17",
        "New Zealand's exports to China rose $260 million (25 percent), to Australia $76 million (11 percent) and to Japan $55 million (20 percent) in October.",
        &[
            "change exports NZ>CN 260000000 USD up 2025-10",
            "change exports NZ>CN 25 percent up 2025-10",
            "change exports NZ>AU 76000000 USD up 2025-10",
            "change exports NZ>AU 11 percent up 2025-10",
            "change exports NZ>JP 55000000 USD up 2025-10",
            "change exports NZ>JP 20 percent up 2025-10",
        ],
    );
}

#[test]
fn what_is_doubled_is_not_of_the_month_that_it_is_counted_from() {
    says(
        "2025-06-10",
        "China's soybean imports in May were more than double April's 6.08 million tons.",
        &[
            "change imports CN>WORLD >2 multiple up month_on_month 2025-05 [soybean]",
            "level imports CN>WORLD 6080000 t 2025-04 [soybean]",
        ],
    );
}

#[test]
fn goods_after_the_tons_since_january_are_of_the_month() {
    says(
        "2025-08-07",
        "China imported 47.2 million metric tons of crude oil in July, customs data showed.\n\nYear-to-date imports were 326.6 million tons, up 2.8%.\n\nIron ore imports were 104.62 million tons.",
        &[
            "level imports CN>WORLD 47200000 t 2025-07 [crude oil]",
            "level imports CN>WORLD 326600000 t 2025-01..2025-07 [crude oil]",
            "change imports CN>WORLD 2.8 percent up year_on_year 2025-01..2025-07 [crude oil] of f2",
            "level imports CN>WORLD 104620000 t 2025-07 [iron ore]",
        ],
    );
}

#[test]
fn goods_to_the_value_of_an_amount_are_sent_or_brought() {
    says(
        "2025-11-17",
        "Germany exported goods worth 131.8 billion euros in August. Goods to the value of 72.9 billion euros were exported to the European Union, and goods worth 55 billion euros were imported from China. Firms poured money abroad.",
        &[
            "level exports DE>WORLD 131800000000 EUR 2025-08",
            "level exports DE>x:eu 72900000000 EUR 2025-08",
            "level imports DE>CN 55000000000 EUR 2025-08",
        ],
    );
}
