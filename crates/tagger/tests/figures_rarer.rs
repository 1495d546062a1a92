//! The rarer indicators: investment across borders, freight of ports and canals, deals, duties in money, quotas by licence.

mod common;

use common::says;

#[test]
fn a_port_at_the_top_is_whose_freight_it_is_and_a_rival_has_its_own() {
    says(
        "2016-02-10",
        "Gdansk's port loses ground\n\nThe port of Gdansk handled 9.2 per cent fewer containers in 2015. Throughput fell to 1.9 million TEU. Rotterdam boxed 12.2 million TEU (-0.5 per cent). Import cargo went up 4 per cent to 17.9 million tonnes.",
        &[
            "change freight geonames:3099434>WORLD 9.2 percent down year_on_year 2015",
            "level freight geonames:3099434>WORLD 1900000 TEU 2015",
            "level freight geonames:2747891>WORLD 12200000 TEU 2015",
            "change freight geonames:2747891>WORLD 0.5 percent down year_on_year 2015 of f3",
            "change freight geonames:3099434>WORLD 4 percent up year_on_year 2015 of f6",
            "level freight geonames:3099434>WORLD 17900000 t 2015",
        ],
    );
}

#[test]
fn the_tons_of_a_canal_are_no_tonnes_and_its_year_is_its_own() {
    says(
        "2018-10-15",
        "The Panama Canal moved a record 443.6 million tons in fiscal 2018, 9.5 percent more than the year before.",
        &[
            "level freight x:panama-canal>WORLD 443600000 other:canal_ton 2017-10..2018-09",
            "change freight x:panama-canal>WORLD 9.5 percent up year_on_year 2017-10..2018-09 of f1",
        ],
    );
}

#[test]
fn a_duty_may_be_money_for_a_weight() {
    says(
        "2011-11-24",
        "The European Union cut its import duty on raw sugar. The minimum duty was set at 252.50 euros a tonne, against the full 339 euros. Sugar sold at 410 euros a tonne in London.",
        &["level tariff x:eu 252.5 EUR", "level tariff x:eu 339 EUR"],
    );
}

#[test]
fn who_pays_a_duty_is_its_partner_and_who_levies_it_is_in_the_headline() {
    says(
        "2025-09-26",
        "EU slaps anti-dumping duties on steel from Egypt, Japan and Vietnam\n\nThe levies range from 11.7 percent for Egypt's Ezz Steel to 30.4 percent for Japan's Nippon Steel, while Vietnam's Formosa pays 12.1 percent.",
        &[
            "level tariff x:eu>EG 11.7 percent [steel]",
            "level tariff x:eu>JP 30.4 percent [steel]",
            "level tariff x:eu>VN 12.1 percent [steel]",
        ],
    );
}

#[test]
fn goods_of_a_list_pay_each_their_rate() {
    says(
        "2018-08-03",
        "China imposed a 15 percent tariff on U.S. fruit. Beef and nuts would be charged 25 percent; lumber and wine 20 percent.",
        &[
            "level tariff CN>US 15 percent [fruit]",
            "level tariff CN>US 25 percent [beef and nuts] hypothetical",
            "level tariff CN>US 20 percent [lumber and wine] hypothetical",
        ],
    );
}

#[test]
fn a_licence_is_a_quota() {
    says(
        "2011-11-24",
        "The European Union granted licences to import 78,500 tonnes of raw sugar at a reduced duty. Under WTO rules the bloc may export no more than 1.37 million tonnes of sugar a year.",
        &["level quota x:eu 78500 t [raw sugar]", "level quota x:eu <1370000 t [sugar]"],
    );
}

#[test]
fn investment_of_the_world_and_of_its_economies() {
    says(
        "2013-06-26",
        "Foreign direct investment around the world slumped 16 percent to $1.32 trillion last year. Developing economies took in $689 billion, while inflows into developed countries fell to $549 billion.",
        &[
            "change fdi x:world>WORLD 16 percent down year_on_year 2012 of f2",
            "level fdi x:world>WORLD 1320000000000 USD 2012",
            "level fdi_inward x:developing-economies>WORLD 689000000000 USD 2012",
            "level fdi_inward x:developed-economies>WORLD 549000000000 USD 2012",
        ],
    );
}

#[test]
fn who_sends_capital_abroad_is_the_reporter() {
    says(
        "2019-07-11",
        "Outbound direct investment by South Korean companies rose 44.9 percent to $14.11 billion in the first quarter. South Korean firms poured $3.65 billion into the United States and $1.69 billion into China.",
        &[
            "change fdi_outward KR>WORLD 44.9 percent up 2019-Q1 of f2",
            "level fdi_outward KR>WORLD 14110000000 USD 2019-Q1",
            "level fdi_outward KR>US 3650000000 USD 2019-Q1",
            "level fdi_outward KR>CN 1690000000 USD 2019-Q1",
        ],
    );
}

#[test]
fn deals_that_are_intended_are_a_target_and_so_are_their_goods() {
    says(
        "2018-11-11",
        "Intended deals worth 57.83 billion U.S. dollars were reached with foreign firms at an expo in China. Equipment topped the list with deals of 16.43 billion dollars, followed by farm products with 12.68 billion dollars. Deals on medical equipment amounted to 5.76 billion dollars, those on household appliances 4.33 billion dollars.",
        &[
            "level deals CN>WORLD 57830000000 USD target",
            "level deals CN>WORLD 16430000000 USD target",
            "level deals CN>WORLD 12680000000 USD [farm products] target",
            "level deals CN>WORLD 5760000000 USD [medical equipment] target",
            "level deals CN>WORLD 4330000000 USD [household appliances] target",
        ],
    );
}

#[test]
fn who_announces_a_deal_sets_the_rate_and_the_other_side_pays_it() {
    says(
        "2025-07-23",
        "Trump announced a deal with the Philippines that sets a 19% tariff, one point below the 20% he had threatened. Indonesia will also face 19%, down from 32%.",
        &[
            "level tariff US>PH 19 percent",
            "change tariff US>PH 1 percentage_point down",
            "level tariff US>PH 20 percent hypothetical",
            "level tariff US>ID 19 percent target",
            "level tariff US>ID 32 percent target",
        ],
    );
    // … but not where the other side sets its own
    says(
        "2025-07-23",
        "Trump praised a deal with India under which it cuts its tariff on American whisky to 75% from 150%.",
        &["level tariff IN>US 75 percent [whisky]", "level tariff IN>US 150 percent [whisky]"],
    );
}

#[test]
fn who_answers_duties_levies_his_own() {
    says(
        "2018-09-24",
        "The U.S. imposed 10% tariffs on Chinese goods. China's retaliation of 15 percent and 10 percent covers coal and crude oil.",
        &["level tariff US>CN 10 percent", "level tariff CN>US 15 percent", "level tariff CN>US 10 percent"],
    );
}

#[test]
fn aircraft_and_arms_of_a_maker_abroad_are_deals() {
    says(
        "2025-11-17",
        "Japan's All Nippon Airways ordered 50 Boeing jets worth $12 billion.",
        &["level deals JP>US 12000000000 USD [boeing jets] target"],
    );
    says("2025-11-17", "Boeing won export orders. Delta ordered 100 Boeing jets worth $5 billion.", &[]);
    says(
        "2025-11-17",
        "Boeing won an order from abroad. The United States has approved a possible sale of Stinger missiles to Taiwan for an estimated $330 million. The regulator approved the sale of the plant to Siemens for an estimated $2 billion.",
        &["level deals US>TW ~330000000 USD [missiles] target"],
    );
    says(
        "2025-11-17",
        "Poland signed a $6.5 billion contract with South Korea's Hyundai Rotem.",
        &["level deals PL>KR 6500000000 USD"],
    );
}

#[test]
fn the_size_of_a_quota_for_exports_is_no_export() {
    says(
        "2025-10-20",
        "Russia exported 4 mln tonnes of wheat in September. The quota for grain exports is set at 20 mln tonnes.",
        &[
            "level exports RU>WORLD 4000000 t 2025-09 [wheat]",
            "level quota RU>WORLD 20000000 t [grain] target",
        ],
    );
}
