//! Whole stories in the styles of the agencies, each with all that its head says.
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]
#![allow(clippy::needless_pass_by_value, reason = "`expect!` reads best in place")]

mod support;

use expect_test::{Expect, expect};
use support::{article, head};

fn check(story: &str, expected: Expect) {
    let article = article(story);
    assert_eq!(article.text, story, "text is what was received");
    expected.assert_eq(&head(&article));
}

#[test]
fn xinhua_with_a_crawlers_header() {
    check(
        " date 2024-05-21 Guangxi's fruit trade grows\n\nNANNING, May 20 (Xinhua) -- South China's Guangxi bought more fruit from ASEAN in the first four months of the year, the customs said on Monday.\n\nThe region is a gateway. Enditem\n",
        expect![[r#"
            provider   xinhua (Xinhua News Agency)
            published  2024-05-21
            headline   Guangxi's fruit trade grows
            dateline   NANNING · 2024-05-20 · 46..73 `NANNING, May 20 (Xinhua) --`
            language   en
        "#]],
    );
}

#[test]
fn xinhua_with_the_source_line_broken_by_the_crawler() {
    check(
        " date 2023-08-28 Northeast China province boosts opening-up through expos\nXinhua) 13:54, August 28, 2023\n\nCHANGCHUN, Aug. 28 (Xinhua) -- The province in the northeast of China has held fourteen of the fairs since the year 2005.\n",
        expect![[r#"
            provider   xinhua (Xinhua News Agency)
            published  2023-08-28
            headline   Northeast China province boosts opening-up through expos
            dateline   CHANGCHUN · 2023-08-28 · 106..136 `CHANGCHUN, Aug. 28 (Xinhua) --`
            language   en
        "#]],
    );
}

#[test]
fn xinhua_with_a_caption_between_headline_and_dateline() {
    check(
        " date 2023-08-24 Across China: Expo brings buyers to Changchun\n\nVisitors look at a car at the fair in Changchun, northeast China's Jilin Province, Aug. 23, 2023. (Xinhua/Xu Chang)\n\nCHANGCHUN, Aug. 24 (Xinhua) -- The fair was opened on Wednesday and it is to last for five days.\n\nby Xinhua writers Meng Hanqi, Si Yuan\n",
        expect![[r#"
            provider   xinhua (Xinhua News Agency)
            published  2023-08-24
            headline   Across China: Expo brings buyers to Changchun
            dateline   CHANGCHUN · 2023-08-24 · 181..211 `CHANGCHUN, Aug. 24 (Xinhua) --`
            language   en
        "#]],
    );
}

#[test]
fn yonhap_with_the_dateline_in_the_header_line() {
    check(
        " date 2023-03-21 SEOUL, March 21 (Yonhap) -- South Korea's exports fell in the first 20 days of the month as the demand for chips was weak, data showed.\n(END)\n",
        expect![[r#"
            provider   yonhap (Yonhap News Agency)
            published  2023-03-21
            dateline   SEOUL · 2023-03-21 · 17..44 `SEOUL, March 21 (Yonhap) --`
            language   en
        "#]],
    );
}

#[test]
fn yonhap_that_begins_with_a_note_to_editors() {
    check(
        " date 2023-06-21 (ATTN: RECASTS lead; UPDATES with details throughout)\nBy Kang Yoon-seung\n\nSEOUL, June 21 (Yonhap) -- South Korea's exports rose in the first 20 days of the month, data showed on Wednesday, and those of cars rose most.\nkdh@yna.co.kr\n(END)\n",
        expect![[r#"
            provider   yonhap (Yonhap News Agency)
            published  2023-06-21
            byline     By Kang Yoon-seung
            ed_note    (ATTN: RECASTS lead; UPDATES with details throughout)
            dateline   SEOUL · 2023-06-21 · 91..117 `SEOUL, June 21 (Yonhap) --`
            language   en
            signal     update: (ATTN: RECASTS lead; UPDATES with details throughout)
        "#]],
    );
}

#[test]
fn yonhap_second_lead() {
    check(
        " date 2020-02-21 (2nd LD) Korea's exports up 12.4 pct in first 20 days of Feb.\n(ATTN: ADDS details throughout)\nBy Joo Kyung-don\n\nSEJONG, Feb. 21 (Yonhap) -- South Korea's exports rose on the back of a low base of the year before, customs data showed on Friday.\n(END)\n",
        expect![[r#"
            provider   yonhap (Yonhap News Agency)
            published  2020-02-21
            version    2
            headline   Korea's exports up 12.4 pct in first 20 days of Feb.
            byline     By Joo Kyung-don
            ed_note    (ATTN: ADDS details throughout)
            dateline   SEJONG · 2020-02-21 · 129..156 `SEJONG, Feb. 21 (Yonhap) --`
            language   en
            signal     update: (2nd LD)
        "#]],
    );
}

#[test]
fn a_page_with_a_body_and_no_headline_and_no_dateline() {
    check(
        " date 2022-06-20 Exports dropped over three percent in the first 20 days of June, as there were fewer working days. \n\nThe Korea Customs Service said that exports came to 31-point-two billion dollars.\n",
        expect![[r#"
            published  2022-06-20
            language   en
        "#]],
    );
}

#[test]
fn a_page_that_begins_with_a_desk() {
    check(
        " date 2024-04-16 N L Correspondent\n\nNew Delhi, April 15: India's merchandise exports in the month of March were lower than a year ago, the Ministry of Commerce said.\n",
        expect![[r#"
            published  2024-04-16
            byline     N L Correspondent
            dateline   New Delhi · 2024-04-15 · 36..56 `New Delhi, April 15:`
            language   en
        "#]],
    );
}

#[test]
fn a_page_that_begins_with_a_photo_credit() {
    check(
        " date 2023-01-05 Joe Raedle/Getty Images News\nU.S. trade gap shrinks as imports fall\n\nThe trade deficit of the United States narrowed in November as imports of goods fell, the government said.\n",
        expect![[r#"
            published  2023-01-05
            headline   U.S. trade gap shrinks as imports fall
            language   en
        "#]],
    );
}

#[test]
fn a_page_that_begins_with_its_categories_and_a_wrong_date() {
    check(
        " date 2017-09-11 Economics, Foreign trade , Good for Business, Statistics\nLatvian exports grew in May\n\nRIGA, July 10 - In May 2018 the exports of goods from Latvia were higher than a year before, the statisticians said.\n",
        expect![[r#"
            published  2017-09-11
            headline   Latvian exports grew in May
            dateline   RIGA · 2017-07-10 · 103..118 `RIGA, July 10 -`
            language   en
            warning    dates_differ: dateline 2017-07-10, sent 2017-09-11
        "#]],
    );
}

#[test]
fn a_page_that_begins_with_a_release_number() {
    check(
        " date 2019-11-15 178/2019 - 15 November 2019\nEuro area trade surplus €18.7 bn\n\nThe first estimate for euro area exports of goods to the rest of the world in September was €202.2 billion, an increase.\n",
        expect![[r#"
            published  2019-11-15
            headline   Euro area trade surplus €18.7 bn
            language   en
        "#]],
    );
}

#[test]
fn a_page_with_place_and_date_alone_on_the_first_line() {
    check(
        " date 2024-04-16 New Delhi, April 15\nIndia's exports of goods were down in March as the demand for steel was weak, and the trade deficit was the lowest in 11 months.\n",
        expect![[r#"
            published  2024-04-16
            dateline   New Delhi · 2024-04-15 · 17..36 `New Delhi, April 15`
            language   en
        "#]],
    );
}

#[test]
fn a_story_passed_on_by_menafn() {
    check(
        " date 2024-04-15 (MENAFN- KNN India) New Delhi, Apr 15 (KNN) India's exports of engineering goods rose in March, and the council of the exporters hopes for more.\n(KNN Bureau)\n",
        expect![[r#"
            provider   knn (KNN India)
            published  2024-04-15
            dateline   New Delhi · 2024-04-15 · 37..60 `New Delhi, Apr 15 (KNN)`
            language   en
            warning    relayed: MENAFN- KNN India
        "#]],
    );
}

#[test]
fn an_italian_page_with_a_month_for_a_date() {
    check(
        " date 2021-09 © RIPRODUZIONE RISERVATA\n(ANSA) - NEW YORK, 24 SET - Le esportazioni di vino italiano negli Stati Uniti sono cresciute del dieci per cento, ha detto il ministro.\n",
        expect![[r#"
            provider   ansa (ANSA)
            published  2021-09-24
            dateline   NEW YORK · 2021-09-24 · 48..66 `NEW YORK, 24 SET -`
            language   it
            warning    date_imprecise: the header's date is between 2021-09-01 and 2021-09-30
        "#]],
    );
}

#[test]
fn a_page_with_a_list_of_links_above_the_story() {
    check(
        " date 2013-02-08 Ghanaian woman, walking into Canada\n* Markets\n* Deals\nOTTAWA, Feb 8 Canada's trade deficit was smaller than expected in December, as the exports of energy rose.\n",
        expect![[r#"
            published  2013-02-08
            dateline   OTTAWA · 2013-02-08 · 71..84 `OTTAWA, Feb 8`
            language   en
            warning    headline_unrelated: Ghanaian woman, walking into Canada
        "#]],
    );
}

#[test]
fn a_page_with_site_navigation_above_the_story() {
    check(
        " date 2019-08-08 Log in\nSubscribe now\nTrade surplus widens on gas\nDOHA, Aug 7 (QNA) - The trade surplus of the State of Qatar was wider in June than in May, as it sold more gas.\n",
        expect![[r#"
            provider   qna (Qatar News Agency)
            published  2019-08-08
            headline   Trade surplus widens on gas
            dateline   DOHA · 2019-08-07 · 66..85 `DOHA, Aug 7 (QNA) -`
            language   en
        "#]],
    );
}

#[test]
fn trend_dated_five_days_before_the_page() {
    check(
        " date 2019-12-03 Azerbaijan's gas exports grow\n3 December 2019 08:58 (UTC+04:00)\n\nBAKU, Azerbaijan, Nov. 28\n\nBy Rufiz Hafizoglu - Trend:\n\nThe exports of gas from Azerbaijan were up in the ten months of the year, Trend reports with reference to the ministry.\n",
        expect![[r#"
            provider   trend (Trend News Agency)
            published  2019-12-03T08:58:00+04:00
            headline   Azerbaijan's gas exports grow
            byline     By Rufiz Hafizoglu - Trend
            dateline   BAKU | Azerbaijan · 2019-11-28 · 82..107 `BAKU, Azerbaijan, Nov. 28`
            language   en
            warning    dates_differ: dateline 2019-11-28, sent 2019-12-03
        "#]],
    );
}

#[test]
fn reuters_update() {
    check(
        "UPDATE 2-China's August exports beat forecasts\n(Adds analyst quote in paragraph 7, bauxite details)\n\nBEIJING, Sept 8, 2025 (Reuters) - China's exports grew in August from a year earlier, as the factories hurried goods to Southeast Asia.\n\n($1 = 7.1320 Chinese yuan)\n\n(Reporting by Mei Tan; Editing by Priya Rao)\n",
        expect![[r#"
            provider   reuters (Reuters)
            published  2025-09-08
            version    2
            headline   China's August exports beat forecasts
            ed_note    (Adds analyst quote in paragraph 7, bauxite details)
            dateline   BEIJING · 2025-09-08 · 101..134 `BEIJING, Sept 8, 2025 (Reuters) -`
            language   en
            signal     update: UPDATE 2
        "#]],
    );
}

#[test]
fn reuters_corrected_update() {
    check(
        "CORRECTED-UPDATE 1-Chile's trade surplus widens\n(Corrects figure for lithium in paragraph 4)\nBy Ana Maria Soto\n\nSANTIAGO, April 8, 2024 (Reuters) - Chile posted a trade surplus in March, up from a year earlier, the bank said.\n",
        expect![[r#"
            provider   reuters (Reuters)
            published  2024-04-08
            headline   Chile's trade surplus widens
            byline     By Ana Maria Soto
            ed_note    (Corrects figure for lithium in paragraph 4)
            dateline   SANTIAGO · 2024-04-08 · 112..147 `SANTIAGO, April 8, 2024 (Reuters) -`
            language   en
            signal     correction: CORRECTED
            signal     update: UPDATE 1
        "#]],
    );
}

#[test]
fn reuters_refile_and_repeat() {
    check(
        "REFILE-RPT-Vietnam's rice exports rise\n\nHANOI, Jan 3 (Reuters) - Vietnam's exports of rice rose in December to the highest since the year 2012, the customs said.\n",
        expect![[r#"
            provider   reuters (Reuters)
            headline   Vietnam's rice exports rise
            dateline   HANOI · ? · 40..64 `HANOI, Jan 3 (Reuters) -`
            language   en
            signal     refile: REFILE
            signal     repeat: RPT
            warning    no_year: the dateline has no year and the story no other date
        "#]],
    );
}

#[test]
fn reuters_of_1987_with_broken_lines() {
    check(
        " date 1987-04-14 N.Z. TRADE ACCOUNT SWINGS TO SURPLUS IN\nFEBRUARY\n\n    WELLINGTON, April 14 - New Zealand's trade account swung to a\nprovisional surplus of 61.3 mln N.Z. Dlrs in February from a revised\ndeficit in January, the Statistics Department said.\n REUTER\n\u{3}",
        expect![[r#"
            provider   reuters (Reuters)
            published  1987-04-14
            headline   N.Z. TRADE ACCOUNT SWINGS TO SURPLUS IN FEBRUARY
            dateline   WELLINGTON · 1987-04-14 · 71..93 `WELLINGTON, April 14 -`
            language   en
            warning    control_characters: 1 control characters
        "#]],
    );
}

#[test]
fn reuters_new_years_eve_under_a_january_header() {
    check(
        " date 2024-01-02 Oil ends the year lower\n\nSINGAPORE, Dec 31 (Reuters) - Oil prices ended the year lower as the demand in Asia was weak and the supply was ample.\n",
        expect![[r#"
            provider   reuters (Reuters)
            published  2024-01-02
            headline   Oil ends the year lower
            dateline   SINGAPORE · 2023-12-31 · 42..71 `SINGAPORE, Dec 31 (Reuters) -`
            language   en
        "#]],
    );
}

#[test]
fn ap_with_slug_and_note() {
    check(
        "BC-US--Trade Gap, 1st Ld-Writethru\nEds: UPDATES: With comment from economist, details on China.\nUS trade deficit shrinks 9.2%\nBy ELAINE MORRISSEY\nAP Economics Writer\n\nWASHINGTON (AP) — The U.S. trade deficit narrowed in June as the companies that had rushed to beat taxes lived off what they had.\n__\nAP-WF-08-05-25 1331GMT\n",
        expect![[r#"
            provider   ap (Associated Press)
            published  2025-08-05T13:31:00Z
            slugline   BC-US--Trade Gap, 1st Ld-Writethru
            headline   US trade deficit shrinks 9.2%
            byline     By ELAINE MORRISSEY, AP Economics Writer
            ed_note    Eds: UPDATES: With comment from economist, details on China.
            dateline   WASHINGTON · ? · 167..184 `WASHINGTON (AP) —`
            language   en
            signal     update: 1st Ld-Writethru
        "#]],
    );
}

#[test]
fn ap_correction_at_the_end() {
    check(
        "Correction: Trade-Mexico story\n\nMEXICO CITY (AP) — In a story on the trade of Mexico with the United States, The Associated Press gave a wrong number.\n\nThis version corrects the value of the exports to $51 billion.\n",
        expect![[r#"
            provider   ap (Associated Press)
            headline   Trade-Mexico story
            dateline   MEXICO CITY · ? · 32..50 `MEXICO CITY (AP) —`
            language   en
            signal     correction: Correction
        "#]],
    );
}

#[test]
fn afp_urgent() {
    check(
        "URGENT\nIvory Coast earns more from less cocoa\n\nAbidjan, Oct 10, 2024 (AFP) - Ivory Coast shipped less cocoa in the season but it earned more from it than ever before, the regulator said.\n\nmel/jb\n",
        expect![[r#"
            provider   afp (Agence France-Presse)
            published  2024-10-10
            headline   Ivory Coast earns more from less cocoa
            dateline   Abidjan · 2024-10-10 · 47..76 `Abidjan, Oct 10, 2024 (AFP) -`
            language   en
            urgency    3
        "#]],
    );
}

#[test]
fn afp_in_french() {
    check(
        "Le déficit commercial du Maroc se creuse\n\nRabat, 16 janv. 2025 (AFP) - Le déficit commercial du Maroc s'est creusé en 2024, malgré de nouveaux records pour l'automobile et les engrais, a annoncé jeudi l'Office des changes.\n",
        expect![[r#"
            provider   afp (Agence France-Presse)
            published  2025-01-16
            headline   Le déficit commercial du Maroc se creuse
            dateline   Rabat · 2025-01-16 · 42..70 `Rabat, 16 janv. 2025 (AFP) -`
            language   fr
        "#]],
    );
}

#[test]
fn dpa_first_lead_with_slug_and_footer() {
    check(
        "Germany-Trade/\n1ST LEAD\nGerman trade surplus shrinks as exports drop\nBy dpa correspondents =\n\n    Wiesbaden (dpa) - Germany's trade surplus shrank in September as the\ncompanies sold less abroad and bought more, the Federal Statistical\nOffice said on Thursday.\n\nThe following information is not for publication\nEditing by: dpa fh rtm; Tel: +49 30 0000 0000\n070815 GMT Nov 24\n",
        expect![[r#"
            provider   dpa (Deutsche Presse-Agentur)
            published  2024-11-07T08:15:00Z
            slugline   Germany-Trade/
            headline   German trade surplus shrinks as exports drop
            byline     By dpa correspondents
            ed_note    The following information is not for publication
            Editing by: dpa fh rtm; Tel: +49 30 0000 0000
            070815 GMT Nov 24
            dateline   Wiesbaden · ? · 98..115 `Wiesbaden (dpa) -`
            language   en
            signal     update: 1ST LEAD
        "#]],
    );
}

#[test]
fn dpa_in_german() {
    check(
        "Hafen-Hamburg/\nWeniger Export, mehr Container: Hamburger Hafen\nVon Henrike Dörfler, dpa =\n\nHamburg (dpa) - Im Hamburger Hafen sind im vergangenen Jahr weniger Güter umgeschlagen worden als im Jahr davor. Das teilte die Gesellschaft des Hafens am Dienstag mit.\n\n=\ndpa hd xx n1 jst\n041012 Feb 25\n",
        expect![[r#"
            provider   dpa (Deutsche Presse-Agentur)
            published  2025-02-04
            slugline   Hafen-Hamburg/
            headline   Weniger Export, mehr Container: Hamburger Hafen
            byline     Von Henrike Dörfler, dpa
            dateline   Hamburg · ? · 91..106 `Hamburg (dpa) -`
            language   de
        "#]],
    );
}

#[test]
fn dpa_kill() {
    check(
        "KILL KILL KILL ''''' =\n\nPlease kill item dpa 157 \"German exports rise\" of November 13. The numbers are those of the year before.\n\n131137 GMT Nov 13\n",
        expect![[r#"
            provider   dpa (Deutsche Presse-Agentur)
            published  2013-11-13T11:37:00Z
            language   en
            status     canceled
            signal     kill: KILL KILL KILL → dpa 157 "German exports rise"
        "#]],
    );
}

#[test]
fn dpa_hold() {
    check(
        "HOLD HOLD HOLD ''''' =\nPlease hold item dpa 123 \"Brexit talks\" until further notice.\n",
        expect![[r#"
            provider   dpa (Deutsche Presse-Agentur)
            status     withheld
            signal     hold: HOLD HOLD HOLD → dpa 123 "Brexit talks"
        "#]],
    );
}

#[test]
fn a_withdrawn_story() {
    check(
        "STORY WITHDRAWN\n\nThe story headlined 'Copper mine to close' was sent in error and is wrong in all that it says of the mine.\n",
        expect![[r#"
        language   en
        status     canceled
        signal     kill: STORY WITHDRAWN
    "#]],
    );
}

#[test]
fn a_mandatory_takedown() {
    check(
        "TAKEDOWN\n\nThis kill/takedown is mandatory, and no further use can be made of the story about the wheat board.\n",
        expect![[r#"
            language   en
            status     canceled
            signal     takedown: TAKEDOWN
        "#]],
    );
}

#[test]
fn an_embargo_with_time_zone_and_date() {
    check(
        "EMBARGOED UNTIL 0900 GMT, JAN 5, 2024\n\nWorld trade to grow in 2024, body says\n\nGENEVA, Jan 4 (Reuters) - The trade of the world in goods will grow this year, the body that makes its rules said.\n",
        expect![[r#"
            provider   reuters (Reuters)
            published  2024-01-04
            headline   World trade to grow in 2024, body says
            dateline   GENEVA · 2024-01-04 · 79..104 `GENEVA, Jan 4 (Reuters) -`
            language   en
            embargo    2024-01-05T09:00:00Z
            signal     embargo: EMBARGOED UNTIL 0900 GMT, JAN 5, 2024
        "#]],
    );
}

#[test]
fn an_embargo_in_the_american_way() {
    check(
        "HOLD FOR RELEASE 12:01 a.m. EST, Tuesday, Jan. 9, 2024\nWorld Bank cuts its forecast\n\nWASHINGTON (AP) — The World Bank has cut the forecast that it made for the growth of the world in June.\n",
        expect![[r#"
            provider   ap (Associated Press)
            headline   World Bank cuts its forecast
            dateline   WASHINGTON · ? · 85..102 `WASHINGTON (AP) —`
            language   en
            embargo    2024-01-09T00:01:00-05:00
            signal     embargo: HOLD FOR RELEASE 12:01 a.m. EST, Tuesday, Jan. 9, 2024
        "#]],
    );
}

#[test]
fn an_embargo_that_does_not_say_when_it_ends() {
    check(
        "Embargoed to 0001 Friday September 9\nBritain's exports of cars fall\n\nBritain's exports of cars fell in the first half of the year as the new duties hit the sales, the makers said.\n",
        expect![[r#"
            headline   Britain's exports of cars fall
            language   en
            status     withheld
            signal     embargo: Embargoed to 0001 Friday September 9
            warning    embargo_unclear: Embargoed to 0001 Friday September 9
        "#]],
    );
}

#[test]
fn tass() {
    check(
        "Far Eastern ports handle more cargo\n\nVLADIVOSTOK, September 12. /TASS/. The ports of Russia's Far East handled 158.6 million tonnes of cargo in the eight months of 2024, the administration said.\n",
        expect![[r#"
            provider   tass (TASS)
            headline   Far Eastern ports handle more cargo
            dateline   VLADIVOSTOK · ? · 37..71 `VLADIVOSTOK, September 12. /TASS/.`
            language   en
            warning    no_year: the dateline has no year and the story no other date
        "#]],
    );
}

#[test]
fn kyodo_with_slug_and_footer() {
    check(
        "BC-Japan-Trade\nJapan's trade deficit widens to 3.22 tril. yen\n\n TOKYO, Oct. 17 Kyodo - Japan's trade deficit widened in the first half of the fiscal year as the weak yen made oil dearer.\n\n==Kyodo\nKWS-09:12-17-10-24\n",
        expect![[r#"
            provider   kyodo (Kyodo News)
            published  2024-10-17
            slugline   BC-Japan-Trade
            headline   Japan's trade deficit widens to 3.22 tril. yen
            dateline   TOKYO · 2024-10-17 · 64..86 `TOKYO, Oct. 17 Kyodo -`
            language   en
        "#]],
    );
}

#[test]
fn vna_with_a_caption_glued_to_the_dateline() {
    check(
        "Garment exports fetch more\n\nWorkers at a factory in Nam Dinh (Photo: VNA)Hanoi (VNA) – Vietnam’s exports of garments were up in the nine months of 2024, the association of the makers said./.\n",
        expect![[r#"
            provider   vna (Vietnam News Agency)
            headline   Garment exports fetch more
            dateline   Hanoi · ? · 73..86 `Hanoi (VNA) –`
            language   en
        "#]],
    );
}

#[test]
fn a_newspaper_that_lost_the_agency() {
    check(
        "Ottawa trade gap narrows\n\nOTTAWA — Canada's trade deficit in goods was narrower in May than in April, as the exports of gold rose, the agency said.\n",
        expect![[r#"
            headline   Ottawa trade gap narrows
            dateline   OTTAWA · ? · 26..34 `OTTAWA —`
            language   en
        "#]],
    );
}

#[test]
fn keywords_are_taken_where_they_are_plain() {
    check(
        "Keywords: trade, copper; Chile\nCopper exports rise\n\nSANTIAGO (EFE).- Chile's exports of copper were up in the first half of the year by a tenth, and the mines hired more.\n",
        expect![[r#"
            provider   efe (Agencia EFE)
            headline   Copper exports rise
            keywords   trade | copper | Chile
            dateline   SANTIAGO · ? · 52..68 `SANTIAGO (EFE).-`
            language   en
        "#]],
    );
}

#[test]
fn a_headline_that_begins_like_a_byline_is_a_headline() {
    for headline in [
        "Di Maio says trade with China is up",
        "By land and sea, trade with China is up",
        "Von Storch sagt Handel ab",
        "By March China Had Sold It All.",
    ] {
        let article = article(format!(
            "{headline}\n\nROME, Aug 29, 2023 (Reuters) - Trade with China was up, the minister said.\n"
        ));
        assert_eq!((article.headline.as_deref(), article.byline.as_deref()), (Some(headline), None));
    }
}

#[test]
fn a_headline_may_end_with_an_abbreviation() {
    for headline in [
        "Japan's trade gap widens to 1.86 tril. yen in Jan.",
        "Tin exports up 12 pct.",
        "Trade talks resume in the U.S.",
    ] {
        let article =
            article(format!("{headline}\n\nThe gap was wider than it had been in the month before.\n"));
        assert_eq!(article.headline.as_deref(), Some(headline));
    }
}

#[test]
fn words_that_only_look_like_a_dateline_are_one_where_the_body_begins_and_nowhere_else() {
    for line in ["RIYADH: Saudi Arabia sold more oil to China.", "OTTAWA — Canada sold more gold to Britain."]
    {
        let below =
            article(format!("Oil and gold\n\nTrade was up in the month of July, it was said.\n\n{line}\n"));
        assert_eq!(below.dateline, None, "{line}");
        let headline = line.trim_end_matches('.');
        let above = article(format!("{headline}\n\nTrade was up in the month of July, it was said.\n"));
        assert_eq!((above.dateline, above.headline.as_deref()), (None, Some(headline)));
        assert!(article(format!("Oil and gold\n\n{line}\n")).dateline.is_some(), "{line}");
    }
}

#[test]
fn words_that_are_no_dateline_are_none() {
    for line in [
        "ANALYSIS: China's exports are not what they seem to be.",
        "Tuesday, August 29, 2023",
        "The Press Trust of India (PTI) said that exports rose.",
        "Updated, Aug. 29 - the numbers of the table below are new.",
        "Siemens (SIE) - The company sold more turbines than it had in May.",
        "Das Amt (kurz) – so nennt es jeder – hat geschlossen.",
        "Bremen (Germany) - a town with a port and a yard for ships.",
    ] {
        let article = article(format!("A headline of some kind\n\n{line}\n"));
        assert_eq!(article.dateline, None, "{line}");
    }
}

/// A mark closes a headline, and only there is it known that lines with capitals are one.
#[test]
fn a_headline_goes_on_to_its_mark() {
    let headline = |head: &str| {
        article(format!("{head}\n\nBERN (ats) - Der Rat hat am Montag getagt.\n\nEr tagt wieder.\n")).headline
    };
    let one = Some("Rat kürzt die Hilfe für Bauern und Fischer Europas".to_owned());
    assert_eq!(headline("Rat kürzt die Hilfe für\nBauern und Fischer Europas ="), one);
    assert_eq!(headline("Landwirtschaft\nRat kürzt die Hilfe für Bauern und Fischer Europas ="), one);
    assert_eq!(headline("Rat kürzt die Hilfe für\nBauern und Fischer Europas\nUtl.: Kein Geld mehr ="), one);
    assert_eq!(headline("Rat kürzt die Hilfe für Bauern und Fischer Europas\nMehr Geld für Strassen"), one);
    assert_eq!(headline("(dpa 0157)\nRat kürzt die Hilfe für Bauern und Fischer Europas"), one);
    assert_eq!(headline("DRINGEND: Rat kürzt die Hilfe für Bauern und Fischer Europas"), one);
}

/// What editors are told of an embargo is a note to them as well.
#[test]
fn a_note_may_be_an_embargo() {
    for words in ["HOLD FOR RELEASE", "EMBARGOED UNTIL"] {
        let note = format!("Eds: {words} 0001 GMT Friday, June 12, 2026.");
        let read = article(format!("Home sales by region\n{note}\n\nWASHINGTON (AP) _ Sales rose in May.\n"));
        assert_eq!(
            read.embargoed_until.map(|when| when.to_string()).as_deref(),
            Some("2026-06-12T00:01:00Z")
        );
        assert_eq!(read.ed_note, Some(note));
    }
}

#[test]
fn a_story_that_quotes_a_file_is_the_story() {
    let before =
        "LONDON, March 3 (Reuters) - A file looks like this, the engineer told the court on Tuesday:";
    let after = "That is all that was found, he said, and the judge thanked him.\n\nThe trial goes on.";
    for file in [
        r#"{"headline": "x", "uri": "y"}"#,
        r#"<rss version="2.0"><channel><title>News</title></channel></rss>"#,
        r#"<rss version="2.0"><channel><item><title>News</title><description>Words.</description></item></channel></rss>"#,
        r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title></entry></feed>"#,
        "<nitf><body><body.content><p>Words of no story.</p></body.content></body></nitf>",
        "$ curl http://api.example/x\n{\"items\":[{\"uri\":\"a\",\"headline\":\"b\",\"body_text\":\"c\"}]}",
    ] {
        let story = format!("How the hackers wrote\n\n{before}\n\n{file}\n\n{after}\n");
        let mail = format!("From: desk@example.com\nMessage-ID: <a1@example.com>\nSubject: How\n\n{story}");
        for bytes in [&story, &format!("ZCZC AB0123\n{story}\nNNNN\n"), &mail] {
            let read = article(bytes);
            assert_eq!(
                read.headline.as_deref(),
                Some(if *bytes == mail { "How" } else { "How the hackers wrote" })
            );
            for part in [before, "The trial goes on."] {
                assert!(read.text.contains(part), "{bytes}: {:?}", read.text);
            }
            // The mark-up of a mail is read as such.
            assert!(*bytes == mail || read.text.contains(file), "{bytes}: {:?}", read.text);
        }
    }
}

#[test]
fn a_file_in_an_envelope_is_the_file() {
    let file = r#"{"headline": "Mine shut", "uri": "y", "body_text": "The firm shut its mine."}"#;
    for around in [
        "HTTP/1.1 200 OK\nContent-Type: application/json\n\n",
        "2026-03-03 10:15:00 INFO received: ",
        "# from the desk\n",
    ] {
        let read = article(format!("{around}{file}\n"));
        assert_eq!(read.headline.as_deref(), Some("Mine shut"), "{around}");
    }
}
