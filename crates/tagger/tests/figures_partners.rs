//! With whom a number is where the sentence does not say it again, a firm's own trade, and amounts near trade that are none of it.

mod common;

use common::says;

#[test]
fn a_makers_exports_are_its_countrys_and_not_those_of_the_buyer() {
    // Japan is in the story, though less than where the cars go.
    says(
        "1987-06-18",
        "TOYOTA EXPORTS FALL\n\nToyota Motor Corp's vehicle exports to the U.S. fell 12.4 pct from a year earlier to 91,200 in May as the U.S. \
         market weakened, said officials in Tokyo of the Japanese maker.",
        &[
            "change exports JP>US 12.4 percent down year_on_year 1987-05 [vehicle] of f2",
            "level exports JP>US 91200 vehicle 1987-05 [vehicle]",
        ],
    );
    // The story names no country but that of the buyers.
    says(
        "1987-03-04",
        "Hyundai Motor Co exported 41,300 cars in the first two months of 1987, mainly due to booming sales in the U.S.",
        &["level exports ?>WORLD 41300 vehicle 1987-01..1987-02 [cars]"],
    );
}

#[test]
fn what_is_compared_is_with_the_partner_before_it() {
    says(
        "1987-02-03",
        "French exports of barley to Italy were 610,000 tonnes in January against 540,000 a year earlier, to West Germany 212,000 against 198,000.",
        &[
            "level exports FR>IT 610000 t 1987-01 [barley]",
            "level exports FR>IT 540000 t 1986-01 [barley]",
            "level exports FR>DE 212000 t 1987-01 [barley]",
            "level exports FR>DE 198000 t 1986-01 [barley]",
        ],
    );
}

#[test]
fn the_surplus_is_the_one_that_was_spoken_of() {
    says(
        "1987-03-04",
        "The government in Seoul wants to freeze South Korea's trade surplus with the United States.\n\nThe surplus rose to 7.1 billion dlrs \
         in 1986, an official said.",
        &["level balance KR>US 7100000000 USD 1986"],
    );
    // … but not where it is told of all
    says(
        "1987-03-04",
        "The government in Seoul wants to freeze South Korea's trade surplus with the United States.\n\nThe overall trade surplus rose to 9.2 \
         billion dlrs in 1986, an official said.",
        &["level balance KR>WORLD 9200000000 USD 1986"],
    );
    // What has parts is with all.
    says(
        "1987-03-04",
        "S. KOREAN SURPLUS WITH U.S. TO FALL\n\nSouth Korea's trade surplus with the United States will fall, an official said. In 1986 South Korea \
         ran a 4.1 billion dlr trade surplus, including a 7.2 billion surplus with the U.S. and a 5.6 billion dlr deficit with Japan.",
        &[
            "level balance KR>WORLD 4100000000 USD 1986",
            "level balance KR>US 7200000000 USD 1986",
            "level balance KR>JP -5600000000 USD 1986",
        ],
    );
}

#[test]
fn a_duty_that_somebody_imposed_strikes_whose_goods_it_is_on() {
    says(
        "1987-04-26",
        "The president said the 100 pct tariffs the United States imposed on 290 mln dlrs worth of Japanese goods were a special case.",
        &["level tariff US>JP 100 percent", "level imports US>JP 290000000 USD"],
    );
}

#[test]
fn goods_of_a_country_come_from_there() {
    says(
        "1987-02-26",
        "South Korea will raise its imports of U.S. goods to 210 mln dlrs in 1987.",
        &["level imports KR>US 210000000 USD 1987 forecast"],
    );
    says(
        "1987-02-26",
        "Forty-six percent of world tungsten exports come from China.",
        &["share exports CN>WORLD 46 percent [tungsten]"],
    );
}

#[test]
fn a_number_that_is_compared_has_the_scale_of_the_other() {
    says(
        "1987-10-20",
        "Danish imports rose in 1986 to 12.3 billion crowns from 9.2 in 1985, and exports were 3,067 billion against 3,163.",
        &[
            "level imports DK>WORLD 12300000000 DKK 1986",
            "level imports DK>WORLD 9200000000 DKK 1985",
            "level exports DK>WORLD 3067000000000 DKK 1986",
            "level exports DK>WORLD 3163000000000 DKK 1985",
        ],
    );
    // A year, a count of something, and a number of another size are none.
    says(
        "1987-10-20",
        "In 1986 Danish imports came to 12.3 billion crowns from 14 countries, and exports to 9.1 billion from 310.",
        &["level imports DK>WORLD 12300000000 DKK 1986", "level exports DK>WORLD 9100000000 DKK 1986"],
    );
}

#[test]
fn what_is_paid_lent_or_ordered_at_home_is_no_trade() {
    for text in [
        "Peru is limiting debt repayments to 10 pct of its export earnings, the president said.",
        "Brazil's debt service takes 35 pct of its export earnings, the bank said.",
        "New Zealand will seek 2.3 billion dlrs in export financing during 1987, the minister said.",
        "The bank approved 112 mln dlrs of trade and project financing loans for Kenya.",
        "Italy's trade was little changed. Its overall balance of payments showed a deficit of 1,570 billion lire in February against a surplus of \
         310 billion in January.",
    ] {
        says("1987-03-26", text, &[]);
    }
    // Orders from home and abroad are more than those from abroad.
    says(
        "1987-10-20",
        "West Germany's foreign orders fell 14 pct in 1986. Total orders rose 3 pct to 9.1 billion marks.",
        &["change deals DE>WORLD 14 percent down year_on_year 1986"],
    );
}

#[test]
fn goods_are_no_verbs_and_no_firms() {
    says(
        "1987-03-18",
        "The agency quoted an official as saying foreign trade of Hungary totalled 9.2 billion dlrs in 1986.",
        &["level trade HU>WORLD 9200000000 USD 1986"],
    );
    says(
        "1987-03-18",
        "Measures to help reduce its trade surplus, which hit 81 billion dlrs in 1986, are under way in Japan.",
        &["level balance JP>WORLD 81000000000 USD 1986"],
    );
}

#[test]
fn the_province_of_a_headline_is_the_one_that_the_lead_names() {
    says(
        "2008-01-22",
        "NE China province's trade with Russia up 58 pct in 2007\n\nHARBIN, Jan. 22 (Xinhua) -- Trade between northeast China's Heilongjiang Province \
         and Russia hit 10.6 billion U.S. dollars in 2007.\n",
        &[
            "change trade CN-HL>RU 58 percent up year_on_year 2007",
            "level trade CN-HL>RU 10600000000 USD 2007",
        ],
    );
}

#[test]
fn a_sea_and_its_coast_trade_nothing() {
    says(
        "2021-07-04",
        "Turkey's exports rose 45 percent in June. Exports of hazelnuts from the Black Sea coast dropped 13 percent. Germany bought $1.7 billion worth \
         of Turkish goods.",
        &[
            "change exports TR>WORLD 45 percent up 2021-06",
            "change exports TR>WORLD 13 percent down 2021-06 [hazelnuts]",
            "level exports TR>DE 1700000000 USD 2021-06 [hazelnuts]",
        ],
    );
}

#[test]
fn what_goods_bring_in_is_exported() {
    says(
        "2012-01-09",
        "Chile's exports rose 14 percent to 80 billion dollars in 2011 and imports 26 percent to 70 billion dollars.\n\nCopper brought in 44.1 billion \
         dollars.",
        &[
            "change exports CL>WORLD 14 percent up year_on_year 2011 of f2",
            "level exports CL>WORLD 80000000000 USD 2011",
            "change imports CL>WORLD 26 percent up year_on_year 2011 of f4",
            "level imports CL>WORLD 70000000000 USD 2011",
            "level exports CL>WORLD 44100000000 USD 2011 [copper]",
        ],
    );
    says(
        "2012-07-10",
        "Brazil exported 1.68 million bags of coffee in June. Revenue fell 29 percent to $365 million.",
        &[
            "level exports BR>WORLD 1680000 other:bag 2012-06 [coffee]",
            "change exports BR>WORLD 29 percent down 2012-06 [coffee] of f3",
            "level exports BR>WORLD 365000000 USD 2012-06 [coffee]",
        ],
    );
    // A firm's revenue is no trade.
    says(
        "2012-07-10",
        "Toyota exported 168,000 cars from Japan in June. Revenue fell 29 percent to $365 million.",
        &["level exports JP>WORLD 168000 vehicle 2012-06 [cars]"],
    );
}

#[test]
fn what_stands_behind_a_comma_is_said_of_the_amount_that_the_clause_began_with() {
    says(
        "2023-12-28",
        "Foreign direct investment into Vietnam reached 36 billion USD in 2023. Of the sum, 20 billion USD went to 3,188 new projects, up 62 percent, \
         and 7.9 billion USD was added to 1,262 existing ones, down 22 percent. Real estate came next with 4.6 billion USD, followed by electricity \
         (over 2.3 billion USD).",
        &[
            "level fdi_inward VN>WORLD 36000000000 USD 2023",
            "level fdi_inward VN>WORLD 20000000000 USD 2023",
            "change fdi_inward VN>WORLD 62 percent up year_on_year 2023 of f2",
            "level fdi_inward VN>WORLD 7900000000 USD 2023",
            "change fdi_inward VN>WORLD 22 percent down year_on_year 2023 of f4",
            "level fdi_inward VN>WORLD 4600000000 USD 2023",
            "level fdi_inward VN>WORLD >2300000000 USD 2023",
        ],
    );
}

#[test]
fn the_rate_on_a_countrys_goods_is_a_duty_where_duties_were_spoken_of() {
    says(
        "2025-12-20",
        "Swiss goods face a 39 percent tariff in the United States. A separate duty on medicines could climb as high as 250 percent. The U.S. rate on \
         Chinese goods was cut to 47 percent from 57 percent.",
        &[
            "level tariff US>CH 39 percent",
            "level tariff US <250 percent [medicines] hypothetical",
            "level tariff US>CN 47 percent",
            "level tariff US>CN 57 percent",
        ],
    );
}

#[test]
fn plain_dollars_of_an_office_are_its_countrys() {
    says(
        "2014-02-27",
        "Goods exports reached $4.1 billion in January 2014, Statistics New Zealand said today. New Zealand's imports were $3.8 billion.",
        &["level exports NZ>WORLD 4100000000 NZD 2014-01", "level imports NZ>WORLD 3800000000 NZD 2014-01"],
    );
    says(
        "2014-02-27",
        "New Zealand's exports reached US$3.4 billion in January 2014 and its imports $3.1 billion, Statistics New Zealand said.",
        &["level exports NZ>WORLD 3400000000 USD 2014-01", "level imports NZ>WORLD 3100000000 USD 2014-01"],
    );
}

#[test]
fn a_size_behind_a_number_is_another_number() {
    says(
        "1987-03-12",
        "India's cotton export quota has been raised by 180,000 170-kg bales to 590,000 bales.",
        &["change quota IN 180000 other:bale up [cotton] of f2", "level quota IN 590000 other:bale [cotton]"],
    );
}

#[test]
fn each_duty_of_a_list_is_on_whom_stands_behind_it() {
    says(
        "2025-04-03",
        "WASHINGTON (Reuters) - President Donald Trump announced a tariff of 34% on China, 20% on India, 24% on Japan and 40% on Laos and Myanmar.",
        &[
            "level tariff US>CN 34 percent",
            "level tariff US>IN 20 percent",
            "level tariff US>JP 24 percent",
            "level tariff US>LA+MM 40 percent",
        ],
    );
    says(
        "2025-08-01",
        "WASHINGTON - The White House said tariffs would be 10 percent for Britain, 15 percent for the EU, 19 percent for Indonesia and 20 \
         percent for Taiwan.",
        &[
            "level tariff US>GB 10 percent target",
            "level tariff US>x:eu 15 percent target",
            "level tariff US>ID 19 percent target",
            "level tariff US>TW 20 percent target",
        ],
    );
    says(
        "2025-04-03",
        "WASHINGTON (AP) - The United States imposed new duties on Friday. Japan and South Korea face 25 percent, Laos 40 percent and Thailand \
         36 percent.",
        &[
            "level tariff US>JP+KR 25 percent",
            "level tariff US>LA 40 percent",
            "level tariff US>TH 36 percent",
        ],
    );
    // where it is levied, and which goods
    says(
        "1987-03-02",
        "GENEVA - Duties on textiles are 12 percent in Norway, 9 percent in Sweden and 14 percent in Finland.",
        &[
            "level tariff NO 12 percent [textiles]",
            "level tariff SE 9 percent [textiles]",
            "level tariff FI 14 percent [textiles]",
        ],
    );
    // an origin at the end is that of all
    says(
        "2018-06-01",
        "WASHINGTON - The U.S. imposed a tariff of 25% on steel and 10% on aluminum from Canada.",
        &["level tariff US>CA 25 percent [steel]", "level tariff US>CA 10 percent [aluminum]"],
    );
}

#[test]
fn a_duty_on_a_firm_is_on_its_countrys_goods_and_a_firm_is_no_goods() {
    says(
        "2024-06-12",
        "BRUSSELS (AFP) - The European Commission set provisional duties of 17.4% on BYD, 20% on Geely and 38.1% on SAIC. The duties are on \
         electric cars from China.",
        &[
            "level tariff x:eu>CN 17.4 percent",
            "level tariff x:eu>CN 20 percent",
            "level tariff x:eu>CN 38.1 percent",
        ],
    );
    says(
        "1987-01-20",
        "TOKYO, Jan 20 - Japan's Sony's exports to Europe fell 12 percent in 1986, the company said.",
        &["change exports JP>x:europe 12 percent down year_on_year 1986"],
    );
    says(
        "1987-01-20",
        "SEOUL - Exports of Kia Motors grew 8.1 percent to 95,000 units in December, while Ssangyong's exports fell 3 percent in South Korea's \
         worst year.",
        &[
            "change exports KR>WORLD 8.1 percent up 1986-12 of f2",
            "level exports KR>WORLD 95000 unit 1986-12",
            "change exports KR>WORLD 3 percent down 1986-12",
        ],
    );
    says(
        "2015-01-20",
        "STOCKHOLM - Sweden's biggest furniture chain sells more abroad. The chain's exports to Norway rose 9 percent to 300 million crowns.",
        &["change exports SE>NO 9 percent up of f2", "level exports SE>NO 300000000 SEK"],
    );
}

#[test]
fn what_stands_beside_those_who_are_ranked_is_their_part() {
    says(
        "2019-02-04",
        "ABIDJAN - Ivory Coast's cocoa exports rose 3 percent to 1.2 million tonnes in 2018. The main destinations were the Netherlands (29 \
         percent), the United States (14) and Belgium (9).",
        &[
            "change exports CI>WORLD 3 percent up year_on_year 2018 [cocoa] of f2",
            "level exports CI>WORLD 1200000 t 2018 [cocoa]",
            "share exports CI>NL 29 percent 2018 [cocoa] of f2",
            "share exports CI>US 14 percent 2018 [cocoa] of f2",
            "share exports CI>BE 9 percent 2018 [cocoa] of f2",
        ],
    );
    says(
        "2019-07-04",
        "BOGOTA - Colombia's exports rose 4 percent to $3.2 billion in May. The main buyers were the United States, 19.8 percent, and Mexico, 12.1 \
         percent.",
        &[
            "change exports CO>WORLD 4 percent up 2019-05 of f2",
            "level exports CO>WORLD 3200000000 USD 2019-05",
            "share exports CO>US 19.8 percent 2019-05 of f2",
            "share exports CO>MX 12.1 percent 2019-05 of f2",
        ],
    );
    says(
        "2019-07-04",
        "ALGIERS - Algeria's imports fell 3.1 percent to $11.2 billion in the first quarter. Its main suppliers were China (18.2 pct) and France, \
         with 10.1 pct.",
        &[
            "change imports DZ>WORLD 3.1 percent down 2019-Q1 of f2",
            "level imports DZ>WORLD 11200000000 USD 2019-Q1",
            "share imports DZ>CN 18.2 percent 2019-Q1 of f2",
            "share imports DZ>FR 10.1 percent 2019-Q1 of f2",
        ],
    );
    // … but not where they are said to move
    says(
        "2019-07-04",
        "BOGOTA - Colombia's exports rose 4 percent to $3.2 billion in May. The main markets that grew were the United States (up 19 percent) \
         and Mexico (12 percent).",
        &[
            "change exports CO>WORLD 4 percent up 2019-05 of f2",
            "level exports CO>WORLD 3200000000 USD 2019-05",
            "change exports CO>US 19 percent up 2019-05",
            "change exports CO>MX 12 percent up 2019-05",
        ],
    );
}

#[test]
fn what_comes_from_works_abroad_is_the_trade_of_where_they_stand() {
    says(
        "2015-01-20",
        "TOKYO - Toyota exported 120,000 cars from its U.S. plants in 2014.",
        &["level exports US>WORLD 120000 vehicle 2014 [cars]"],
    );
    says(
        "2015-01-20",
        "SEOUL - Honda exported 5,000 cars from its U.S. plants to Korea in 2014.",
        &["level exports US>KR 5000 vehicle 2014 [cars]"],
    );
    says(
        "2018-01-20",
        "MEXICO CITY - Ford's Hermosillo plant exports 300,000 cars a year to the United States.",
        &["level exports MX>US 300000 vehicle a year [cars]"],
    );
    says(
        "1987-01-20",
        "STUTTGART - Exports by the Sindelfingen works rose 8 percent to 120,000 cars.",
        &[
            "change exports DE>WORLD 8 percent up [cars] of f2",
            "level exports DE>WORLD 120000 vehicle [cars]",
        ],
    );
    // what they are sent comes from elsewhere
    says(
        "2018-01-20",
        "MEXICO CITY - Mexico exported 410,000 cars from Volkswagen's Puebla plant in 2017.",
        &["level exports MX>WORLD 410000 vehicle 2017 [cars]"],
    );
}

#[test]
fn a_balance_of_all_is_not_with_the_partner_before_it() {
    says(
        "1987-06-18",
        "PARIS - France posted a trade surplus of 5 billion francs in May. The surplus with Germany was 2 billion. Overall the surplus was up from \
         4.1 billion in April.",
        &[
            "level balance FR>WORLD 5000000000 FRF 1987-05",
            "level balance FR>DE 2000000000 FRF 1987-05",
            "level balance FR>WORLD 4100000000 FRF 1987-04",
        ],
    );
    // its size tells, where the words do not
    says(
        "2018-12-06",
        "WASHINGTON - The U.S. trade deficit widened to $55.5 billion in October, the Commerce Department said. The politically sensitive deficit \
         with China jumped to a record $43.1 billion. The deficit had been $54.6 billion in September.",
        &[
            "level balance US>WORLD -55500000000 USD 2018-10",
            "level balance US>CN -43100000000 USD 2018-10",
            "level balance US>WORLD -54600000000 USD 2018-09",
        ],
    );
    says(
        "1987-04-18",
        "TOKYO - Japan posted a trade surplus of $7.0 billion in March. The surplus with the United States was $4.1 billion. The surplus was $3.8 \
         billion a year earlier.",
        &[
            "level balance JP>WORLD 7000000000 USD 1987-03",
            "level balance JP>US 4100000000 USD 1987-03",
            "level balance JP>US 3800000000 USD 1986-03",
        ],
    );
    says(
        "1987-03-18",
        "BONN - West Germany's surplus with France was 1.2 billion marks in January and with others 6.3 billion.",
        &["level balance DE>FR 1200000000 DEM 1987-01", "level balance DE>x:non-fr 6300000000 DEM 1987-01"],
    );
}

#[test]
fn the_former_and_the_latter_are_the_two_that_were_named() {
    says(
        "1988-01-18",
        "SEOUL - South Korea's surplus with the U.S. was $9.6 billion and its deficit with Japan was $5.2 billion in 1987. The former had been $7.3 \
         billion and the latter $5.4 billion in 1986.",
        &[
            "level balance KR>US 9600000000 USD 1987",
            "level balance KR>JP -5200000000 USD 1987",
            "level balance KR>US 7300000000 USD 1986",
            "level balance KR>JP -5400000000 USD 1986",
        ],
    );
}

#[test]
fn its_is_not_of_the_partner_of_the_sentence_before() {
    says(
        "1988-05-18",
        "TAIPEI - Taiwan's trade surplus with the United States rose to $1.4 billion in April. Its deficit with Japan widened to $1.1 billion. \
         Its total surplus was $1.6 billion.",
        &[
            "level balance TW>US 1400000000 USD 1988-04",
            "level balance TW>JP -1100000000 USD 1988-04",
            "level balance TW>WORLD 1600000000 USD 1988-04",
        ],
    );
}

#[test]
fn only_the_place_is_said_again() {
    says(
        "2025-05-15",
        "NEW DELHI, May 15 (PTI) - India's imports from China rose 27 per cent to USD 9.9 billion in April, from Russia fell 17.9 per cent to USD 5.9 \
         billion, and from Iraq shrank 10 per cent.",
        &[
            "change imports IN>CN 27 percent up 2025-04 of f2",
            "level imports IN>CN 9900000000 USD 2025-04",
            "change imports IN>RU 17.9 percent down 2025-04 of f4",
            "level imports IN>RU 5900000000 USD 2025-04",
            "change imports IN>IQ 10 percent down 2025-04",
        ],
    );
    says(
        "2025-06-05",
        "WASHINGTON, June 5 (Reuters) - The U.S. goods deficit with China fell to $19.7 billion in April; with Canada it narrowed to $1.5 billion, and \
         with Ireland to $9.4 billion.",
        &[
            "level balance US>CN -19700000000 USD 2025-04",
            "level balance US>CA -1500000000 USD 2025-04",
            "level balance US>IE -9400000000 USD 2025-04",
        ],
    );
    says(
        "2025-05-05",
        "SAO PAULO - Brazil had a surplus of $3.2 billion with China and a deficit of $0.2 billion with the United States in April.",
        &["level balance BR>CN 3200000000 USD 2025-04", "level balance BR>US -200000000 USD 2025-04"],
    );
}

#[test]
fn whose_partner_somebody_is_and_not_his_own() {
    says(
        "2025-05-09",
        "BEIJING, May 9 (Xinhua) -- China's foreign trade with ASEAN expanded 9.2 percent year on year in the first four months. ASEAN was China's \
         largest trading partner, accounting for 16.8 percent of its total trade.",
        &[
            "change trade CN>x:asean 9.2 percent up year_on_year 2025-01..2025-04",
            "share trade CN>x:asean 16.8 percent 2025-01..2025-04",
        ],
    );
    says(
        "2025-05-06",
        "HANOI, May 6 (VNA) - Vietnam's exports to the US hit 43.4 billion USD in the first four months. China was the biggest supplier with 53.3 \
         billion USD.",
        &[
            "level exports VN>US 43400000000 USD 2025-01..2025-04",
            "level imports VN>CN 53300000000 USD 2025-01..2025-04",
        ],
    );
}

#[test]
fn all_other_than_one() {
    says(
        "2025-06-05",
        "OTTAWA, June 5 (CP) - Canada's exports to countries other than the United States rose 2.9 percent to C$18.1 billion in April.",
        &[
            "change exports CA>x:non-us 2.9 percent up 2025-04 of f2",
            "level exports CA>x:non-us 18100000000 CAD 2025-04",
        ],
    );
    says(
        "1987-04-02",
        "BRUSSELS, April 2 - EC exports to Japan rose 8 pct in 1986. Japan's surplus with the Community had been 11 billion dlrs in 1985.",
        &[
            "change exports x:eu>JP 8 percent up year_on_year 1986",
            "level balance JP>x:eu 11000000000 USD 1985",
        ],
    );
}

#[test]
fn who_answers_with_duties_levies_them_on_who_began() {
    says(
        "2025-03-08",
        "OTTAWA - Canada imposed 100% tariffs on Chinese electric vehicles. China answered with 100% on canola oil and peas and 25% on pork.",
        &[
            "level tariff CA>CN 100 percent [electric vehicles]",
            "level tariff CN>CA 100 percent [canola oil]",
            "level tariff CN>CA 25 percent [pork]",
        ],
    );
    says(
        "2025-08-28",
        "NEW DELHI, Aug 28 (Reuters) - Trump doubled the tariff on India to 50 percent. Vietnam faces 20 percent and Bangladesh 20 percent.",
        &[
            "change tariff US>IN 2 multiple up of f2",
            "level tariff US>IN 50 percent",
            "level tariff US>VN 20 percent",
            "level tariff US>BD 20 percent",
        ],
    );
    says(
        "2025-02-02",
        "WASHINGTON - Goods from Canada and Mexico face 25% U.S. duties, with a lower 10% for Canadian energy. The bill would set duties of 10 cents a \
         pair on shoes and 30 percent on pipes.",
        &[
            "level tariff US>CA+MX 25 percent",
            "level tariff US>CA 10 percent [energy]",
            "level tariff US 0.10 USD [shoes] hypothetical",
            "level tariff US 30 percent [pipes] hypothetical",
        ],
    );
}

#[test]
fn those_who_are_ranked_in_lists_of_amounts() {
    says(
        "2025-04-01",
        "TEHRAN - Iran exported goods worth $30 billion to its neighbors in 2024, led by China ($14.8 billion) and Iraq ($11.9 billion). Its main \
         sources of imports were the UAE ($21.9 billion), China ($19.2 billion) and Turkey ($12.4 billion).",
        &[
            "level exports IR>WORLD 30000000000 USD 2024",
            "level exports IR>CN 14800000000 USD 2024",
            "level exports IR>IQ 11900000000 USD 2024",
            "level imports IR>AE 21900000000 USD 2024",
            "level imports IR>CN 19200000000 USD 2024",
            "level imports IR>TR 12400000000 USD 2024",
        ],
    );
    says(
        "2025-05-03",
        "ANKARA (AA) - Turkey's exports to Germany totaled $1.9 billion in April. China ranked first in imports with $4.2 billion, followed by Russia \
         with $3.6 billion.",
        &[
            "level exports TR>DE 1900000000 USD 2025-04",
            "level imports TR>CN 4200000000 USD 2025-04",
            "level imports TR>RU 3600000000 USD 2025-04",
        ],
    );
    says(
        "2025-05-03",
        "TAIPEI, May 8 (CNA) - Taiwan's exports to the U.S. rose to US$13.4 billion in April, followed by China and Hong Kong with US$12.7 billion.",
        &["level exports TW>US 13400000000 USD 2025-04", "level exports TW>CN+HK 12700000000 USD 2025-04"],
    );
    says(
        "2025-04-21",
        "JAKARTA, April 21 (Antara) - Indonesia booked a trade surplus of $4.33 billion in March. The largest surplus was with the U.S. at $1.98 billion. \
         The deepest deficits were with China ($1.11 billion) and Australia ($353 million).",
        &[
            "level balance ID>WORLD 4330000000 USD 2025-03",
            "level balance ID>US 1980000000 USD 2025-03",
            "level balance ID>CN -1110000000 USD 2025-03",
            "level balance ID>AU -353000000 USD 2025-03",
        ],
    );
    says(
        "2025-04-21",
        "KUALA LUMPUR - Malaysia's trade expanded 8.2 per cent in March. Within ASEAN, exports to Thailand rose 8.1 per cent.",
        &["change trade MY>WORLD 8.2 percent up 2025-03", "change exports MY>TH 8.1 percent up 2025-03"],
    );
}
