//! The 39 dateline patterns of the agencies, each with examples of our own.
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use support::article;

type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
    &'static str,
    &'static str,
);

/// Pattern, the day it was sent, the line, then what is expected: places, date, agency, the words of the span.
#[rustfmt::skip]
const DATELINES: &[Row] = &[
    ("xinhua", "2023-08-30", "CHANGCHUN, Aug. 29 (Xinhua) -- A fair opened.", &["CHANGCHUN"], "2023-08-29", "xinhua", "CHANGCHUN, Aug. 29 (Xinhua) --"),
    ("xinhua", "2024-05-01", "XIGAZE, Tibet, April 29 (Xinhua) -- Barley grew.", &["XIGAZE", "Tibet"], "2024-04-29", "xinhua", "XIGAZE, Tibet, April 29 (Xinhua) --"),
    ("xinhua", "2024-03-24", "DAR ES SALAAM, March 23 (Xinhua) — Ports were busy.", &["DAR ES SALAAM"], "2024-03-23", "xinhua", "DAR ES SALAAM, March 23 (Xinhua) —"),
    ("xinhua", "2023-01-09", "CHANGCHUN, 9. Januar 2023 (Xinhuanet) -- Eine Messe.", &["CHANGCHUN"], "2023-01-09", "xinhua", "CHANGCHUN, 9. Januar 2023 (Xinhuanet) --"),
    ("xinhua_nodate", "2023-01-09", "MOSCOW (Xinhua) – Wheat left the ports.", &["MOSCOW"], "", "xinhua", "MOSCOW (Xinhua) –"),
    ("reuters", "2024-01-11", "SHANGHAI, Jan 11 (Reuters) - Steel rose.", &["SHANGHAI"], "2024-01-11", "reuters", "SHANGHAI, Jan 11 (Reuters) -"),
    ("reuters", "2024-01-11", "TAIPEI/AMSTERDAM, Jan 11 (Reuters) - Chips fell.", &["TAIPEI", "AMSTERDAM"], "2024-01-11", "reuters", "TAIPEI/AMSTERDAM, Jan 11 (Reuters) -"),
    ("reuters", "2024-01-11", "DETROIT (Reuters) - Cars rose.", &["DETROIT"], "", "reuters", "DETROIT (Reuters) -"),
    ("reuters", "2024-01-10", "MOSCOW, Monday (Reuters)", &["MOSCOW"], "2024-01-08", "reuters", "MOSCOW, Monday (Reuters)"),
    ("reuters", "2024-01-10", "London (Reuters) – Tea rose.", &["London"], "", "reuters", "London (Reuters) –"),
    ("reuters", "2024-01-10", "(Reuters) - Tea rose again.", &[], "", "reuters", "(Reuters) -"),
    ("reuters_stripped", "2013-02-08", "OTTAWA, Feb 8 Canada's gap narrowed.", &["OTTAWA"], "2013-02-08", "", "OTTAWA, Feb 8"),
    ("reuters_stripped", "2013-08-23", "BEIJING Aug 23 Chinese mills bought ore.", &["BEIJING"], "2013-08-23", "", "BEIJING Aug 23"),
    ("reuters_1980s", "1987-02-26", "SALVADOR, Feb 26 - Rain helped the cocoa.", &["SALVADOR"], "1987-02-26", "", "SALVADOR, Feb 26 -"),
    ("reuters_1980s", "1987-02-26", "ROCHESTER, N.Y., Feb 26 - The firm bought.", &["ROCHESTER", "N.Y."], "1987-02-26", "", "ROCHESTER, N.Y., Feb 26 -"),
    ("reuters_1980s", "1987-03-04", "****SANTO DOMINGO, March 4 - Sugar rose.", &["SANTO DOMINGO"], "1987-03-04", "", "SANTO DOMINGO, March 4 -"),
    ("reuters_1980s", "1987-02-26", "VANCOUVER, British Columbia, Feb 26 - Logs.", &["VANCOUVER", "British Columbia"], "1987-02-26", "", "VANCOUVER, British Columbia, Feb 26 -"),
    ("reuters_1980s", "1987-03-04", "MADRID, MArch 4 - Oil rose.", &["MADRID"], "1987-03-04", "", "MADRID, MArch 4 -"),
    ("ap", "2018-06-12", "BUFFALO, N.Y. (AP) — One mill closed.", &["BUFFALO", "N.Y."], "", "ap", "BUFFALO, N.Y. (AP) —"),
    ("ap", "2018-06-12", "FORT WASHINGTON, Pa. (AP) _ Sales rose.", &["FORT WASHINGTON", "Pa."], "", "ap", "FORT WASHINGTON, Pa. (AP) _"),
    ("ap", "2018-06-12", "GROSSETO, Italy (AP) -- The port closed.", &["GROSSETO", "Italy"], "", "ap", "GROSSETO, Italy (AP) --"),
    ("ap", "2018-06-12", "ABOARD AIR FORCE ONE (AP) — The president spoke.", &["ABOARD AIR FORCE ONE"], "", "ap", "ABOARD AIR FORCE ONE (AP) —"),
    ("ap", "2018-06-12", "TOKYO (AP) - Stocks fell.", &["TOKYO"], "", "ap", "TOKYO (AP) -"),
    ("afp", "2019-01-21", "Paris, 21 jan 2019 (AFP) - Les ventes montent.", &["Paris"], "2019-01-21", "afp", "Paris, 21 jan 2019 (AFP) -"),
    ("afp", "2025-03-04", "Brévent (France), 3 mars 2025 (AFP) - Le port rouvre.", &["Brévent", "France"], "2025-03-03", "afp", "Brévent (France), 3 mars 2025 (AFP) -"),
    ("afp", "2017-12-20", "Ouagadougou, Dec 20, 2017 (AFP) - Gold rose.", &["Ouagadougou"], "2017-12-20", "afp", "Ouagadougou, Dec 20, 2017 (AFP) -"),
    ("afp", "2021-05-16", "Gaza City, Palestinian Territories, May 16, 2021 (AFP) - Trade stopped.", &["Gaza City", "Palestinian Territories"], "2021-05-16", "afp", "Gaza City, Palestinian Territories, May 16, 2021 (AFP) -"),
    ("dpa", "2024-11-07", "   Berlin (dpa) - Exports rose.", &["Berlin"], "", "dpa", "Berlin (dpa) -"),
    ("dpa", "2024-11-07", "Potsdam/Berlin (dpa/bb) - Der Handel wächst.", &["Potsdam", "Berlin"], "", "dpa", "Potsdam/Berlin (dpa/bb) -"),
    ("dpa", "2024-11-07", "Bremen (pdw) - Eine Werft baut Fähren.", &["Bremen"], "", "", "Bremen (pdw) -"),
    ("dpa", "2025-06-05", "Rønvig, onsdag (Ritzau)", &["Rønvig"], "2025-06-04", "ritzau", "Rønvig, onsdag (Ritzau)"),
    ("tass", "2024-01-21", "MOSCOW, January 21. /TASS/. The bank spoke.", &["MOSCOW"], "2024-01-21", "tass", "MOSCOW, January 21. /TASS/."),
    ("tass", "2024-06-07", "ST. PETERSBURG, June 7. /TASS/. The forum closed.", &["ST. PETERSBURG"], "2024-06-07", "tass", "ST. PETERSBURG, June 7. /TASS/."),
    ("tass", "2024-08-22", "MINSK, August 22. /TASS/: Tractors sold.", &["MINSK"], "2024-08-22", "tass", "MINSK, August 22. /TASS/:"),
    ("tass", "2012-08-22", "MINSK, August 22. /ITAR-TASS/. Tractors sold.", &["MINSK"], "2012-08-22", "tass", "MINSK, August 22. /ITAR-TASS/."),
    ("kyodo", "2018-12-09", "     SAITAMA, Japan, Dec. 9 Kyodo - The fair closed.", &["SAITAMA", "Japan"], "2018-12-09", "kyodo", "SAITAMA, Japan, Dec. 9 Kyodo -"),
    ("kyodo", "2018-04-13", "TOKYO, April 13 Kyodo", &["TOKYO"], "2018-04-13", "kyodo", "TOKYO, April 13 Kyodo"),
    ("kyodo", "2018-01-05", "TOKYO, Jan 5 (Kyodo) -- Ships came.", &["TOKYO"], "2018-01-05", "kyodo", "TOKYO, Jan 5 (Kyodo) --"),
    ("yonhap", "2023-06-21", "SEOUL, June 21 (Yonhap) -- Chips rose.", &["SEOUL"], "2023-06-21", "yonhap", "SEOUL, June 21 (Yonhap) --"),
    ("yonhap", "2020-02-21", "SEJONG, Feb. 21 (Yonhap) -- Ships rose.", &["SEJONG"], "2020-02-21", "yonhap", "SEJONG, Feb. 21 (Yonhap) --"),
    ("efe", "2023-08-29", "Madrid, 29 ago (EFE).- Las ventas suben.", &["Madrid"], "2023-08-29", "efe", "Madrid, 29 ago (EFE).-"),
    ("efe", "2023-08-29", "Santo Domingo (EFE).- El azúcar sube.", &["Santo Domingo"], "", "efe", "Santo Domingo (EFE).-"),
    ("efe", "2023-08-29", "Mexico City, Aug 29 (EFE).- The peso rose.", &["Mexico City"], "2023-08-29", "efe", "Mexico City, Aug 29 (EFE).-"),
    ("ansa", "2021-09-24", "(ANSA) - NEW YORK, 24 SET - \"Siamo pronti.", &["NEW YORK"], "2021-09-24", "ansa", "NEW YORK, 24 SET -"),
    ("ansa", "2023-08-29", "(ANSA) - ROME, AUG 29 - Wine sold.", &["ROME"], "2023-08-29", "ansa", "ROME, AUG 29 -"),
    ("ansa", "2023-07-01", "(ANSA) - ROMA, 01 LUG - Il vino piace.", &["ROMA"], "2023-07-01", "ansa", "ROMA, 01 LUG -"),
    ("agi", "2023-08-11", "Roma, 11 ago. – Su base annua calano.", &["Roma"], "2023-08-11", "", "Roma, 11 ago. –"),
    ("kcna", "2023-09-17", "Pyongyang, September 17 (KCNA) -- Cuban guests came.", &["Pyongyang"], "2023-09-17", "kcna", "Pyongyang, September 17 (KCNA) --"),
    ("kcna", "2023-06-01", "Pyongyang, June 1 (KCNA) — A fair opened.", &["Pyongyang"], "2023-06-01", "kcna", "Pyongyang, June 1 (KCNA) —"),
    ("pti_ians", "2023-10-18", "New Delhi, Oct 18 (PTI) The country's exports rose.", &["New Delhi"], "2023-10-18", "pti", "New Delhi, Oct 18 (PTI)"),
    ("pti_ians", "2023-07-07", "New Delhi, July 7 (IANS) Amid rain, prices rose.", &["New Delhi"], "2023-07-07", "ians", "New Delhi, July 7 (IANS)"),
    ("india_plain", "2023-10-02", "New Delhi, Oct 2 : India's exports rose.", &["New Delhi"], "2023-10-02", "", "New Delhi, Oct 2 :"),
    ("ani", "2023-08-29", "New Delhi [India], August 29 (ANI): India sold rice.", &["New Delhi", "India"], "2023-08-29", "ani", "New Delhi [India], August 29 (ANI):"),
    ("bernama", "2023-07-05", "KUALA LUMPUR, July 5 — Palm oil rose.", &["KUALA LUMPUR"], "2023-07-05", "", "KUALA LUMPUR, July 5 —"),
    ("bernama", "2023-08-29", "KUALA LUMPUR, Aug 29 (Bernama) -- Tin rose.", &["KUALA LUMPUR"], "2023-08-29", "bernama", "KUALA LUMPUR, Aug 29 (Bernama) --"),
    ("kuna", "2024-02-19", "DOHA, Feb 19 (KUNA) -- The emir spoke.", &["DOHA"], "2024-02-19", "kuna", "DOHA, Feb 19 (KUNA) --"),
    ("kuna", "2024-01-07", "KUWAIT CITY, Jan 7, (KUNA): Kuwait sold oil.", &["KUWAIT CITY"], "2024-01-07", "kuna", "KUWAIT CITY, Jan 7, (KUNA):"),
    ("gulf", "2023-08-29", "ABU DHABI, Aug 29 (WAM) -- The port grew.", &["ABU DHABI"], "2023-08-29", "wam", "ABU DHABI, Aug 29 (WAM) --"),
    ("gulf", "2023-08-29", "Doha, August 29 (QNA) - The bank spoke.", &["Doha"], "2023-08-29", "qna", "Doha, August 29 (QNA) -"),
    ("gulf", "2023-08-29", "Amman, Aug. 29 (Petra) -- The king spoke.", &["Amman"], "2023-08-29", "petra", "Amman, Aug. 29 (Petra) --"),
    ("gulf", "2023-08-29", "Riyadh, Aug 29, SPA -- The fund spoke.", &["Riyadh"], "2023-08-29", "spa", "Riyadh, Aug 29, SPA --"),
    ("vna", "2023-08-29", "Hanoi (VNA) – Hanoi's exports rose.", &["Hanoi"], "", "vna", "Hanoi (VNA) –"),
    ("vna", "2023-08-29", "At a garment factory (Photo: VNA)Hanoi (VNA) - Hanoi sold shirts.", &["Hanoi"], "", "vna", "Hanoi (VNA) -"),
    ("cna_tw", "2023-08-29", "Taipei, Aug. 29 (CNA) Taiwan's exports rose.", &["Taipei"], "2023-08-29", "cna_tw", "Taipei, Aug. 29 (CNA)"),
    ("cna_tw", "2023-08-29", "TAIPEI (Taiwan News) — Taiwan's exports rose.", &["TAIPEI"], "", "taiwan_news", "TAIPEI (Taiwan News) —"),
    ("upi", "1982-06-02", "BEIRUT, Lebanon, June 2 (UPI) — The port closed.", &["BEIRUT", "Lebanon"], "1982-06-02", "upi", "BEIRUT, Lebanon, June 2 (UPI) —"),
    ("aap", "2023-03-22", "SYDNEY March 22 AAP - The dollar fell.", &["SYDNEY"], "2023-03-22", "aap", "SYDNEY March 22 AAP -"),
    ("ats_anp", "2018-12-09", "   Paris (ats afp) Les ventes montent.", &["Paris"], "", "ats", "Paris (ats afp)"),
    ("ats_anp", "2018-12-09", "LONDEN (ANP) - Winkels sluiten.", &["LONDEN"], "", "anp", "LONDEN (ANP) -"),
    ("ats_anp", "2018-12-09", "San Mateo (ANP/RTL) - Winst stijgt.", &["San Mateo"], "", "anp", "San Mateo (ANP/RTL) -"),
    ("irna", "2018-12-09", "Teheran (IRNA) - Unter Zöllen leidet der Handel.", &["Teheran"], "", "irna", "Teheran (IRNA) -"),
    ("irna", "2018-12-09", "TEHRAN (Dispatches) - The ports reopened.", &["TEHRAN"], "", "", "TEHRAN (Dispatches) -"),
    ("interfax", "2023-08-29", "MOSCOW. Aug 29 (Interfax) - Russian wheat sold.", &["MOSCOW"], "2023-08-29", "interfax", "MOSCOW. Aug 29 (Interfax) -"),
    ("sputnik_up", "2023-07-13", "BEIJING (UrduPoint News / Sputnik - 13th July, 2023) China's trade fell.", &["BEIJING"], "2023-07-13", "urdupoint", "BEIJING (UrduPoint News / Sputnik - 13th July, 2023)"),
    ("trend", "2019-11-28", "BAKU, Azerbaijan, Nov. 28", &["BAKU", "Azerbaijan"], "2019-11-28", "", "BAKU, Azerbaijan, Nov. 28"),
    ("trend", "2019-08-29", "BAKU, Azerbaijan, August 29.", &["BAKU", "Azerbaijan"], "2019-08-29", "", "BAKU, Azerbaijan, August 29."),
    ("italpress", "2023-08-29", "ROMA (ITALPRESS) – Sono in calo.", &["ROMA"], "", "italpress", "ROMA (ITALPRESS) –"),
    ("italpress", "2023-08-29", "ROMA [ITALPRESS] – Sono in calo.", &["ROMA"], "", "italpress", "ROMA [ITALPRESS] –"),
    ("menafn", "2024-04-15", "(MENAFN- KNN India) New Delhi, Apr 15 (KNN) India's trade rose.", &["New Delhi"], "2024-04-15", "knn", "New Delhi, Apr 15 (KNN)"),
    ("menafn", "2024-02-19", "(MENAFN- Kuwait News Agency (KUNA)) DOHA, Feb 19 (KUNA) -- The emir spoke.", &["DOHA"], "2024-02-19", "kuna", "DOHA, Feb 19 (KUNA) --"),
    ("prn", "2017-02-01", "LONDON, Feb. 1 /PRNewswire-AsiaNet / -- A firm grew.", &["LONDON"], "2017-02-01", "prnewswire", "LONDON, Feb. 1 /PRNewswire-AsiaNet / --"),
    ("prn", "2017-02-01", "SAO PAULO, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- A firm grew.", &["SAO PAULO"], "2017-02-01", "prnewswire", "SAO PAULO, Feb. 1, 2017 /PRNewswire-AsiaNet/ --"),
    ("prn", "2017-02-01", "LONDON, Feb. 1 /Xinhua-AsiaNet/ -- A firm grew.", &["LONDON"], "2017-02-01", "asianet", "LONDON, Feb. 1 /Xinhua-AsiaNet/ --"),
    ("gnw_bw", "2019-12-03", "SAN FRANCISCO, Dec.  03, 2019  (GLOBE NEWSWIRE) -- A firm grew.", &["SAN FRANCISCO"], "2019-12-03", "globenewswire", "SAN FRANCISCO, Dec.  03, 2019  (GLOBE NEWSWIRE) --"),
    ("gnw_bw", "2019-12-03", "CALGARY, Alberta, Dec.  03, 2019  (GLOBE NEWSWIRE) -- A firm grew.", &["CALGARY", "Alberta"], "2019-12-03", "globenewswire", "CALGARY, Alberta, Dec.  03, 2019  (GLOBE NEWSWIRE) --"),
    ("gnw_bw", "2019-12-03", "NEW YORK--(BUSINESS WIRE)--Acme grew.", &["NEW YORK"], "", "business_wire", "NEW YORK--(BUSINESS WIRE)--"),
    ("bare_dash", "2023-08-29", "TOKYO — Japan's exports rose.", &["TOKYO"], "", "", "TOKYO —"),
    ("bare_dash", "2023-08-29", "CHANGCHUN, China – The 14th fair opened.", &["CHANGCHUN", "China"], "", "", "CHANGCHUN, China –"),
    ("place_colon", "2023-08-29", "NEW DELHI: India's merchandise exports rose.", &["NEW DELHI"], "", "", "NEW DELHI:"),
    ("place_colon", "2023-08-29", "RIYADH: China's total trade rose.", &["RIYADH"], "", "", "RIYADH:"),
    ("header_date_place", "2024-04-16", "New Delhi, April 15", &["New Delhi"], "2024-04-15", "", "New Delhi, April 15"),
    ("date_only", "2010-11-04", "Nov 4 Canada's trade balance by month.", &[], "2010-11-04", "", "Nov 4"),
    ("reuters_1990s", "1996-08-30", "LONDON 1996-08-30", &["LONDON"], "1996-08-30", "", "LONDON 1996-08-30"),
];

const PATTERNS: usize = 39;

#[test]
fn a_town_and_what_tells_which_it_is_are_one_place() {
    for (line, places) in [
        ("Frankfurt/Main (dpa) - Tin rose.", &["Frankfurt/Main"][..]),
        ("FRANKFURT/MAIN, 3. März (Reuters) - Tin rose.", &["FRANKFURT/MAIN"]),
        ("Frankfurt/Oder (dpa/bb) - Tin rose.", &["Frankfurt/Oder"]),
        ("Frankfurt/M. (dpa) - Tin rose.", &["Frankfurt/M."]),
        ("Halle/Saale (dpa) - Tin rose.", &["Halle/Saale"]),
        ("Freiburg/Br. (dpa) - Tin rose.", &["Freiburg/Br."]),
        ("Brig/Wallis (sda) - Tin rose.", &["Brig/Wallis"]),
        ("Frankfurt/Main/Berlin (dpa) - Tin rose.", &["Frankfurt/Main", "Berlin"]),
        ("Berlin/Frankfurt/Main (dpa) - Tin rose.", &["Berlin", "Frankfurt/Main"]),
        ("Ludwigshafen/Rh. (dpa) - Tin rose.", &["Ludwigshafen/Rh."]),
        ("Reichenau/Rax (APA) - Tin rose.", &["Reichenau/Rax"]),
        ("Neustadt/Weinstraße (dpa/lrs) - Tin rose.", &["Neustadt/Weinstraße"]),
        ("Frankfurt / Main (dpa) - Tin rose.", &["Frankfurt/Main"]),
        ("Frankfurt (Oder) (dpa/bb) - Tin rose.", &["Frankfurt (Oder)"]),
        // Two towns.
        ("PARIS/LONDON (Reuters) - Tin rose.", &["PARIS", "LONDON"]),
        ("Moscow/Kyiv (Reuters) - Tin rose.", &["Moscow", "Kyiv"]),
        ("PARIS / LONDON (Reuters) - Tin rose.", &["PARIS", "LONDON"]),
        ("Gimel (Suisse) (AFP) - Tin rose.", &["Gimel", "Suisse"]),
        ("Linz/Wien (APA) - Tin rose.", &["Linz", "Wien"]),
        ("Kassel/Fulda (dpa) - Tin rose.", &["Kassel", "Fulda"]),
        ("WASHINGTON/OTTAWA, March 3 (Reuters) - Tin rose.", &["WASHINGTON", "OTTAWA"]),
        ("HELSINKI/OULU. (STT) - Tin rose.", &["HELSINKI", "OULU"]),
    ] {
        let story =
            article(format!("Tin prices rise again\n\n{line}\n\nMore of it came later in the day.\n"));
        assert_eq!(story.dateline.map(|dateline| dateline.places).unwrap_or_default(), places, "{line}");
    }
}

#[test]
fn a_known_agency_signs_also_where_its_bracket_lost_an_end() {
    let read = |line: &str| {
        let story =
            article(format!("Tin prices rise again\n\n{line}\n\nMore of it came later in the day.\n"));
        let code = story.provider.map_or(String::new(), |provider| provider.code);
        (story.dateline.map(|dateline| dateline.places).unwrap_or_default(), code)
    };
    for (line, place, code) in [
        ("HAVANA, March 3 (Xinhua -- Tin rose.", "HAVANA", "xinhua"),
        ("TOKYO (AP -- Tin rose.", "TOKYO", "ap"),
        ("Paris, March 3, 2026 (AFP - Tin rose.", "Paris", "afp"),
        ("New Delhi, Mar 3 (PTI Tin rose on Tuesday.", "New Delhi", "pti"),
        ("LONDON, March 3, 2026 /PRNewswire -- Tin rose.", "LONDON", "prnewswire"),
        ("NEW YORK--(BUSINESS WIRE--Tin rose.", "NEW YORK", "business_wire"),
        ("Mainz (dpa/lrs - Zinn ist teurer geworden.", "Mainz", "dpa"),
        ("TOKYO AP) -- Tin rose.", "TOKYO", "ap"),
        ("Frankfurt/Main dpa) - Zinn ist teurer geworden.", "Frankfurt/Main", "dpa"),
        ("NEW YORK Business Wire) - Tin rose.", "NEW YORK", "business_wire"),
        ("ANSA) - ROMA, 03 MAR - Lo stagno sale.", "ROMA", "ansa"),
        ("(ANSA - ROMA, 03 MAR - Lo stagno sale.", "ROMA", "ansa"),
    ] {
        assert_eq!(read(line), (vec![place.to_owned()], code.to_owned()), "{line}");
    }
    // Words between brackets, torn or not, that no agency signs with.
    for line in [
        "TOKYO (the bank -- and its owner) said no.",
        "Prices (see table -- rose) fell.",
        "The port (Ap -- and its quay) was shut.",
        "Tokyo bank) - it said no.",
        "Canadian Bank CP) - it said no.",
        "beta) - ROMA, 03 MAR, a sale.",
        "(Apa - the mine, 3 March - was shut.",
    ] {
        assert_eq!(read(line), (Vec::new(), String::new()), "{line}");
    }
}

#[test]
fn every_pattern_has_an_example() {
    let mut ids: Vec<&str> = DATELINES.iter().map(|row| row.0).collect();
    ids.dedup();
    assert_eq!(ids.len(), PATTERNS, "{ids:?}");
}

/// Where a dateline may stand: after a headline, or in the header line itself.
#[test]
fn every_example_of_every_pattern_is_read() {
    let mut wrong = Vec::new();
    for (id, sent, line, places, date, agency, exact) in DATELINES {
        for before in ["Exports of tin hold up\n\n", ""] {
            let story = format!(" date {sent} {before}{line}\n\nMore of it came later in the day.\n");
            let article = article(&story);
            assert_eq!(article.text, story);
            let dateline = article.dateline.clone();
            let found = dateline.as_ref().map(|dateline| {
                let span = dateline.span.as_ref().unwrap();
                assert!(span.proves_itself_in(&article.text), "{span:?}");
                let places: Vec<&str> = dateline.places.iter().map(String::as_str).collect();
                (places, dateline.date.map_or(String::new(), |date| date.0.to_string()), span.exact.as_str())
            });
            let provider = article.provider.as_ref().map_or("", |provider| provider.code.as_str());
            if found != Some((places.to_vec(), (*date).to_owned(), *exact)) || provider != *agency {
                wrong.push(format!("{id}: {line}\n   {found:?} {provider:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a date without a year means under a header: the last such day that is not more than three days ahead, or the day of an
/// advance within two weeks.
#[test]
fn a_date_without_a_year_is_the_last_one() {
    let read = |sent: &str, day: &str| {
        let article = article(format!(" date {sent} Tin\n\nLA PAZ, {day} (EFE).- Tin rose in July.\n"));
        let differ = article.warnings.iter().any(|warning| warning.code == "dates_differ");
        (article.dateline.unwrap().date.unwrap().0.to_string(), differ)
    };
    let date = |date: &str, differ: bool| (date.to_owned(), differ);
    assert_eq!(read("2024-01-02", "Dec 31"), date("2023-12-31", false));
    assert_eq!(read("2024-01-02", "Jan 5"), date("2024-01-05", false));
    // An advance lies ahead, but not so far.
    assert_eq!(read("2024-01-02", "Jan 6"), date("2024-01-06", true));
    assert_eq!(read("2024-01-02", "Jan 16"), date("2024-01-16", true));
    assert_eq!(read("2024-01-02", "Jan 17"), date("2023-01-17", true));
    assert_eq!(read("2023-12-28", "Jan 7"), date("2024-01-07", true));
    assert_eq!(read("2024-02-19", "Feb 29"), date("2024-02-29", true));
    assert_eq!(read("2023-12-31", "Jan 1"), date("2024-01-01", false));
    assert_eq!(read("2019-12-03", "Nov 29"), date("2019-11-29", true));
    assert_eq!(read("2019-12-03", "March 5"), date("2019-03-05", true));
    assert_eq!(read("2024-03-01", "Feb 29"), date("2024-02-29", false));
    assert_eq!(read("2024-01-10", "Monday"), date("2024-01-08", false));
    assert_eq!(read("2024-01-10", "Wednesday"), date("2024-01-10", false));
}

#[test]
fn the_days_between_header_and_dateline_may_be_three() {
    let differ = |day: &str| {
        let article =
            article(format!(" date 2023-08-30 Tin\n\nLA PAZ, {day}, 2023 (EFE).- Tin rose in July.\n"));
        article.warnings.iter().any(|warning| warning.code == "dates_differ")
    };
    assert!(!differ("Aug 27") && !differ("Sept 2"));
    assert!(differ("Aug 26") && differ("Sept 3"));
}

/// The line, then places, date, agency, the words of the span, and who reports.
type Script = (&'static str, &'static [&'static str], &'static str, &'static str, &'static str, &'static str);

/// Sent on 4 March 2026.
#[rustfmt::skip]
const SCRIPTS: &[Script] = &[
    ("（新华社北京3月3日电）国家海关总署公布出口增长。", &["北京"], "2026-03-03", "xinhua", "（新华社北京3月3日电）", ""),
    ("新华社北京３月３日电　国家海关总署公布出口增长。", &["北京"], "2026-03-03", "xinhua", "新华社北京３月３日电", ""),
    ("新华社北京3月3日电（记者王明）海关总署公布出口增长。", &["北京"], "2026-03-03", "xinhua", "新华社北京3月3日电", "王明"),
    ("中新网3月3日电 国家海关总署公布出口增长。", &[], "2026-03-03", "cns", "中新网3月3日电", ""),
    ("路透北京3月3日 - 国家海关总署公布出口增长。", &["北京"], "2026-03-03", "reuters", "路透北京3月3日 -", ""),
    ("（中央社台北3日電）財政部今天公布出口增長。", &["台北"], "2026-03-03", "cna_tw", "（中央社台北3日電）", ""),
    ("（中央社記者王小明華盛頓28日電）財政部公布出口增長。", &["華盛頓"], "2026-02-28", "cna_tw", "（中央社記者王小明華盛頓28日電）", "王小明"),
    ("【北京共同】中国の輸出が3日、増加した。", &["北京"], "", "kyodo", "【北京共同】", ""),
    ("【北京3月3日共同】中国の輸出が増加した。", &["北京"], "2026-03-03", "kyodo", "【北京3月3日共同】", ""),
    ("【ワシントン時事】米国の輸出が増加した。", &["ワシントン"], "", "jiji", "【ワシントン時事】", ""),
    ("［東京　３日　ロイター］ - 日本の輸出が増加した。", &["東京"], "2026-03-03", "reuters", "［東京　３日　ロイター］ -", ""),
    ("【3月3日 AFP】中国の輸出が増加した。", &[], "2026-03-03", "afp", "【3月3日 AFP】", ""),
    ("(서울=연합뉴스) 3월 수출이 크게 증가했다.", &["서울"], "", "yonhap", "(서울=연합뉴스)", ""),
    ("(베이징·도쿄=연합뉴스) 김철수 기자 = 수출이 크게 증가했다.", &["베이징", "도쿄"], "", "yonhap", "(베이징·도쿄=연합뉴스) 김철수 기자 =", "김철수"),
    ("[서울=뉴시스]김철수 기자 = 3월 수출이 증가했다.", &["서울"], "", "newsis", "[서울=뉴시스]김철수 기자 =", "김철수"),
    ("القاهرة في 3 مارس / أ ش أ / ارتفعت الصادرات.", &["القاهرة"], "2026-03-03", "mena", "القاهرة في 3 مارس / أ ش أ /", ""),
    ("الرياض 3 مارس 2026 (رويترز) - ارتفعت الصادرات.", &["الرياض"], "2026-03-03", "reuters", "الرياض 3 مارس 2026 (رويترز) -", ""),
    ("الكويت - 3 - 3 (كونا) -- ارتفعت الصادرات.", &["الكويت"], "2026-03-03", "kuna", "الكويت - 3 - 3 (كونا) --", ""),
    ("باريس (أ ف ب) - ارتفعت الصادرات.", &["باريس"], "", "afp", "باريس (أ ف ب) -", ""),
    ("МОСКВА, 3 мар — РИА Новости. Экспорт вырос.", &["МОСКВА"], "2026-03-03", "ria", "МОСКВА, 3 мар — РИА Новости.", ""),
    ("Москва. 3 марта. ИНТЕРФАКС - Экспорт вырос.", &["Москва"], "2026-03-03", "interfax", "Москва. 3 марта. ИНТЕРФАКС -", ""),
    ("ΑΘΗΝΑ, 3 Μαρτίου (ΑΠΕ-ΜΠΕ) - Οι εξαγωγές αυξήθηκαν.", &["ΑΘΗΝΑ"], "2026-03-03", "ana", "ΑΘΗΝΑ, 3 Μαρτίου (ΑΠΕ-ΜΠΕ) -", ""),
    ("नयी दिल्ली, तीन मार्च (भाषा) भारत का निर्यात बढ़ा।", &["नयी दिल्ली"], "2026-03-03", "pti", "नयी दिल्ली, तीन मार्च (भाषा)", ""),
    ("Warszawa, 3.03.2026 (PAP) - Eksport wzrósł.", &["Warszawa"], "2026-03-03", "pap", "Warszawa, 3.03.2026 (PAP) -", ""),
    ("Ljubljana, 03. marca (STA) - Izvoz raste.", &["Ljubljana"], "2026-03-03", "sta", "Ljubljana, 03. marca (STA) -", ""),
    ("Vienne (awp/ats/afp) - Les ventes montent.", &["Vienne"], "", "ats", "Vienne (awp/ats/afp) -", ""),
    ("WIEN/STOCKHOLM (TT-Reuters) Oljan steg.", &["WIEN", "STOCKHOLM"], "", "tt", "WIEN/STOCKHOLM (TT-Reuters)", ""),
];

#[test]
fn datelines_in_other_scripts_and_styles_are_read() {
    let mut wrong = Vec::new();
    for (line, places, date, agency, exact, byline) in SCRIPTS {
        let story = format!(" date 2026-03-04 Exports rise\n\n{line}\n\nMore of it came later.\n");
        let article = article(&story);
        assert_eq!(article.headline.as_deref(), Some("Exports rise"), "{line}");
        let found = article.dateline.as_ref().map(|dateline| {
            let places: Vec<&str> = dateline.places.iter().map(String::as_str).collect();
            let exact = dateline.span.as_ref().map_or("", |span| span.exact.as_str());
            (places, dateline.date.map_or(String::new(), |date| date.0.to_string()), exact)
        });
        let provider = article.provider.as_ref().map_or("", |provider| provider.code.as_str());
        if found != Some((places.to_vec(), (*date).to_owned(), *exact))
            || provider != *agency
            || article.byline.as_deref().unwrap_or("") != *byline
        {
            wrong.push(format!("{line}\n   {found:?} {provider:?} {:?}", article.byline));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_place_and_a_sign_on_a_line_of_their_own_are_a_dateline_below_a_headline() {
    let places = |story: &str| {
        let article = article(story);
        article.dateline.map(|dateline| dateline.places).unwrap_or_default()
    };
    assert_eq!(places("Export\n\nStockholm (TT)\nExporten ökade kraftigt i mars.\n"), ["Stockholm"]);
    assert_eq!(places("Gold Rises (Reuters)\n\nThe price of gold rose on Monday.\n"), [""; 0]);
    assert_eq!(places("Export\n\nCanadian Pacific (CP)\n\nThe railway grew on Monday.\n"), [""; 0]);
}

#[test]
fn scripts_of_one_language_tell_it() {
    let language = |body: &str| article(format!("Exports rise\n\n{body}\n")).language;
    for (body, tag) in [
        ("新华社北京3月3日电 国家海关总署公布的数据显示出口增长。", "zh"),
        ("【北京共同】中国の輸出が3日、増加したと発表した。", "ja"),
        ("(서울=연합뉴스) 3월 수출이 크게 증가했다고 밝혔다.", "ko"),
        ("ΑΘΗΝΑ, 3 Μαρτίου (ΑΠΕ-ΜΠΕ) - Οι εξαγωγές αυξήθηκαν τον Μάρτιο.", "el"),
    ] {
        assert_eq!(language(body).as_deref(), Some(tag), "{body}");
    }
    // A name in another script is no language.
    assert_eq!(language("The firm 新华社 rose.").as_deref(), None);
}

#[test]
fn a_word_in_capitals_is_no_place_without_other_evidence() {
    let places = |line: &str| {
        let second = "It was the third such day, a spokesman said on Tuesday, and no one knew why.";
        let story = format!("What we know\n\n{line}\n\n{second}\n");
        article(story).dateline.map(|dateline| dateline.places).unwrap_or_default()
    };
    for line in [
        "STOCKS - Shares fell in Tokyo.",
        "OIL - Brent rose to $81.",
        "FOOTBALL - Bayern beat Hamburg 3-0.",
        "INFLATION — Prices rose 3 percent.",
        "FACT — Paris is in France.",
        "NEW — A phone that folds.",
        "JOBS: Up 3 percent.",
        "JUDGE: Sit down.",
        "TOM: I was there.",
        "LAGARDE: No.",
        "CLAIM: Paris is in Texas.",
        "WHERE: Paris. WHEN: May 30.",
        "BREXIT: Britain left the union in 2020.",
        "TESLA: Shares fell 3 percent.",
        "SMITH, John - Died March 3.",
        "AAPL (NASDAQ) - Rose.",
        "WHO (Geneva) - Says the plague is back.",
        "PARIS MATCH - The magazine was sold.",
        "Anna Berg, Berlin (AP photographer) - died on Monday.",
    ] {
        assert_eq!(places(line), [""; 0], "{line}");
    }
    for (line, expected) in [
        ("TOKYO - Shares fell.", &["TOKYO"][..]),
        ("ZÜRICH – Die Aktien fielen.", &["ZÜRICH"]),
        ("NEW YORK — Shares fell.", &["NEW YORK"]),
        ("UNITED NATIONS — The council met.", &["UNITED NATIONS"]),
        ("BEIJING/TOKYO — Shares fell.", &["BEIJING", "TOKYO"]),
        ("DUBOIS, Pa. — A mine closed.", &["DUBOIS", "Pa."]),
        ("XIGAZE, China – Barley grew.", &["XIGAZE", "China"]),
        ("MOOSE CREEK — Wheat is stuck.", &["MOOSE CREEK"]),
        ("KARACHI: Shares fell.", &["KARACHI"]),
        ("KARACHI (XPA) - Shares fell.", &["KARACHI"]),
    ] {
        assert_eq!(places(line), expected, "{line}");
    }
}

#[test]
fn more_agencies_sign_their_datelines() {
    let read = |line: &str| {
        let story = format!(
            " date 2026-03-04 Exports rise\n\n{line} It was the third such day.\n\nMore of it came later.\n"
        );
        let article = article(story);
        let places = article.dateline.map(|dateline| dateline.places.join(" | ")).unwrap_or_default();
        (places, article.provider.map(|provider| provider.code).unwrap_or_default())
    };
    for (line, places, agency) in [
        ("Köln (SID) -", "Köln", "sid"),
        ("Stuttgart (epd).", "Stuttgart", "epd"),
        ("Washington (CNN) --", "Washington", "cnn"),
        ("Mumbai (Maharashtra) [India], March 3 (ANI):", "Mumbai | Maharashtra | India", "ani"),
        ("(ANSAmed) - TUNISI, 3 MAR -", "TUNISI", "ansa"),
        ("BAKU, Azerbaijan, March 3. Trend:", "BAKU | Azerbaijan", "trend"),
    ] {
        assert_eq!(read(line), (places.to_owned(), agency.to_owned()), "{line}");
    }
}

#[test]
fn blanks_and_marks_that_nobody_sees_hide_no_dateline() {
    const PLAIN: &str = "LONDON, March 3, 2026 (Reuters) - ";
    let odd = [
        "LONDON,\u{a0}March 3, 2026 (Reuters) - ",
        "“\u{a0}LONDON, March 3, 2026 (Reuters) - ",
        "LONDON, March\u{a0}3,\u{202f}2026 (Reuters)\u{a0}-\u{a0}",
        "LONDON\u{200b}, March 3, 2026\u{feff} (Reuters) - ",
        "\u{feff}\u{200e}LONDON, Mar\u{ad}ch 3, 2026 (Reuters) - ",
        "\u{2066}LONDON\u{2069}, March 3, 2026 (Reuters) \u{2011} ",
    ];
    for line in odd.into_iter().chain([PLAIN]) {
        let text = format!("Exports rise\n\n{line}Exports rose.\n\nImports fell.\n");
        let article = article(&text);
        let dateline = article.dateline.unwrap();
        assert_eq!(dateline.places, ["LONDON"], "{line:?}");
        assert_eq!(dateline.date.unwrap().0.to_string(), "2026-03-03", "{line:?}");
        let span = dateline.span.unwrap();
        assert!(span.proves_itself_in(&article.text), "{line:?}: {span:?}");
        assert_eq!(
            span.exact,
            line.trim_matches(['\u{feff}', '\u{200e}', '\u{2066}', ' ', '\u{a0}', '“']),
            "{line:?}"
        );
        assert_eq!(article.text, text);
    }
}

#[test]
fn the_line_ends_of_other_systems_end_lines() {
    for end in ["\n", "\r\n", "\r", "\u{b}", "\u{85}", "\u{2028}", "\u{2029}"] {
        let text = "Exports rise\n\nLONDON, March 3, 2026 (Reuters) - Exports rose.\n\nImports fell.\n"
            .replace('\n', end);
        let article = article(&text);
        assert_eq!(article.headline.as_deref(), Some("Exports rise"), "{end:?}");
        assert_eq!(article.dateline.unwrap().places, ["LONDON"], "{end:?}");
        assert_eq!(article.text, text, "{end:?}");
    }
}

/// What a dateline says below a headline, in a story without any other date: places, the day, the agency's code.
fn read_below(above: &str, lines: &str) -> (Option<String>, String, String, String) {
    let text = format!("{above}{lines}\n\nImports fell in the month, too.\n");
    let article = article(&text);
    let dateline = article.dateline;
    if let Some(span) = dateline.as_ref().and_then(|dateline| dateline.span.as_ref()) {
        assert!(span.proves_itself_in(&text), "{lines}: {span:?}");
    }
    let places = dateline.as_ref().map(|dateline| dateline.places.join(" | ")).unwrap_or_default();
    let day = dateline.and_then(|dateline| dateline.date).map(|date| date.0.to_string()).unwrap_or_default();
    (article.headline, places, day, article.provider.map(|provider| provider.code).unwrap_or_default())
}

#[test]
fn a_dateline_may_go_on_in_the_next_line() {
    for (lines, places, day, agency) in [
        (
            "RIO DE JANEIRO, Brazil,\nMarch 3, 2026 (Reuters) - Exports rose.",
            "RIO DE JANEIRO | Brazil",
            "2026-03-03",
            "reuters",
        ),
        (
            "RIO DE JANEIRO,\nBrazil, March 3, 2026 (Reuters) - Exports rose.",
            "RIO DE JANEIRO | Brazil",
            "2026-03-03",
            "reuters",
        ),
        (
            "RIO DE\nJANEIRO, March 3, 2026 (Reuters) - Exports rose.",
            "RIO DE JANEIRO",
            "2026-03-03",
            "reuters",
        ),
        ("NEW\nYORK, March 3, 2026 (Reuters) - Exports rose.", "NEW YORK", "2026-03-03", "reuters"),
        (
            "SANTO DOMINGO, Ecuador, March\n3, 2026 (AFP) - Exports rose.",
            "SANTO DOMINGO | Ecuador",
            "2026-03-03",
            "afp",
        ),
        (
            "BAKU, Azerbaijan, March 3,\n2026. /TREND/. Gas exports rose.",
            "BAKU | Azerbaijan",
            "2026-03-03",
            "trend",
        ),
        ("LONDON, March 3, 2026\n(Reuters) - Exports rose.", "LONDON", "2026-03-03", "reuters"),
        ("LONDON, March 3, 2026 (Thomson\nReuters) - Exports rose.", "LONDON", "2026-03-03", "reuters"),
        ("LONDON, March 3, 2026 (Reuters)\n- Exports rose.", "LONDON", "2026-03-03", "reuters"),
        (
            "WASHINGTON/\nBEIJING, March 3, 2026 (AP) - Exports rose.",
            "WASHINGTON | BEIJING",
            "2026-03-03",
            "ap",
        ),
        ("Frankfurt am\nMain (dpa) - Die Exporte stiegen.", "Frankfurt am Main", "", "dpa"),
        (
            "(ANSA) - REGGIO\nCALABRIA, 03 MAR 2026 - Le esportazioni salgono.",
            "REGGIO CALABRIA",
            "2026-03-03",
            "ansa",
        ),
    ] {
        let wanted = (Some("Exports rise".to_owned()), places.to_owned(), day.to_owned(), agency.to_owned());
        assert_eq!(read_below("Exports rise\n\n", lines), wanted, "{lines}");
        let ends = lines.replace('\n', "\r\n");
        assert_eq!(read_below("Exports rise\r\n\r\n", &ends), wanted, "{ends:?}");
    }
}

#[test]
fn a_headline_above_a_dateline_is_no_part_of_it() {
    for (headline, dateline, places) in [
        ("EXPORTS RISE", "LONDON, March 3, 2026 (Reuters) -", "LONDON"),
        ("EXPORTS RISE IN CHINA, JAPAN", "LONDON, March 3, 2026 (Reuters) -", "LONDON"),
        ("EXPORTS RISE", "(Reuters) -", ""),
        ("EXPORTS RISE", "March 3, 2026 (Reuters) -", ""),
        ("CHINA", "BEIJING, March 3, 2026 (Xinhua) --", "BEIJING"),
        ("Paris", "BRUSSELS, March 3, 2026 (AFP) -", "BRUSSELS"),
    ] {
        let (found, said, ..) = read_below(&format!("{headline}\n"), &format!("{dateline} Exports rose."));
        assert_eq!((found.as_deref(), said.as_str()), (Some(headline), places), "{headline}");
    }
    // The last line of a table is not the beginning of a story.
    let table = "Qtly div 10 cts vs 10 cts\nPay April 1\nRecord March 13\n Reuter\n";
    assert!(article(format!("ACME SETS QUARTERLY\n\n{table}")).dateline.is_none());
}

#[test]
fn days_of_other_languages_and_signs_in_other_places_are_read() {
    for (line, places, day, agency) in [
        ("Madrid, 3 de marzo de 2026 (EFE).-", "Madrid", "2026-03-03", "efe"),
        ("Bogotá, 3 de septiembre del 2025 (EFE).-", "Bogotá", "2025-09-03", "efe"),
        ("Buenos Aires, 1º de diciembre de 2025 (Télam).-", "Buenos Aires", "2025-12-01", "telam"),
        ("Lima, martes 3 de marzo de 2026 (ANDINA).-", "Lima", "2026-03-03", "andina"),
        ("Lisboa, 3 de março de 2026 (Lusa) -", "Lisboa", "2026-03-03", "lusa"),
        ("Brasília, 1º de outubro de 2025 (Agência Brasil) -", "Brasília", "2025-10-01", "agencia_brasil"),
        ("Roma, 1º marzo 2026 (Adnkronos) -", "Roma", "2026-03-01", "adnkronos"),
        ("Barcelona, 1 d'abril de 2025 (ACN) -", "Barcelona", "2025-04-01", "acn"),
        ("3.03.2026 Warszawa (PAP) -", "Warszawa", "2026-03-03", "pap"),
        ("3 marca 2026, Kraków (PAP) -", "Kraków", "2026-03-03", "pap"),
        ("МОСКВА, 3 марта 2026 г. /ТАСС/.", "МОСКВА", "2026-03-03", "tass"),
        ("(DIRE) Roma, 3 mar. 2026 -", "Roma", "2026-03-03", "dire"),
        ("(Il Sole 24 Ore Radiocor) - Roma, 03 mar 2026 -", "Roma", "2026-03-03", "radiocor"),
        ("(XAG) - Bari, 3 mar. 2026 -", "Bari", "2026-03-03", ""),
        ("Roma, 03 mar 2026 - (Agenzia Nova) -", "Roma", "2026-03-03", "nova"),
        ("Roma, 03 mar 2026 16:05 - (Agenzia Nova) -", "Roma", "2026-03-03", "nova"),
        ("TASHKENT, March 3, 2026. /Xagro/.", "TASHKENT", "2026-03-03", ""),
        ("**LONDON, March 3, 2026 (Reuters)** -", "LONDON", "2026-03-03", "reuters"),
        ("\"LONDON, March 3, 2026 (Reuters) -", "LONDON", "2026-03-03", "reuters"),
        // A day that cannot be read leaves the place.
        ("LONDON, Mrach 3 (Reuters) -", "LONDON", "", "reuters"),
        ("Riyadh 14 Ramadan 1447 (SPA) --", "Riyadh", "", "spa"),
        ("Tehran, Farvardin 14 (IRNA) --", "Tehran", "", "irna"),
    ] {
        let (_, found, date, code) = read_below("Exports rise\n\n", &format!("{line} Exports rose."));
        assert_eq!((found.as_str(), date.as_str(), code.as_str()), (places, day, agency), "{line}");
    }
    for (line, places, agency) in [
        ("3.03.Warszawa (PAP) - Eksport wzrósł.", "Warszawa", "pap"),
        ("Warszawa, 3.03. (PAP) - Eksport wzrósł.", "Warszawa", "pap"),
        ("Praha 3. 3. (ČTK) - Vývoz vzrostl.", "Praha", "ctk"),
        ("Pyongyang, March 3 Juche 115 (2026) (KCNA) -- Exports rose.", "Pyongyang", "kcna"),
        ("人民网东京3月3日电 (记者王雷) 日本出口增长。", "东京", "people_daily"),
        ("央视网上海3月3日讯 中国出口增长。", "上海", ""),
    ] {
        let (_, found, date, code) = read_below(" date 2026-03-04 Exports rise\n\n", line);
        assert_eq!((found.as_str(), date.as_str(), code.as_str()), (places, "2026-03-03", agency), "{line}");
    }
    // A share and a sentence are no days.
    for line in
        ["Exports of cars rose 3.2 percent (Reuters) - but", "The firm sold 30 percent of (Reuters) -"]
    {
        assert_eq!(read_below("Exports rise\n\n", line).1, "", "{line}");
    }
}

#[test]
fn listopad_is_november_in_czech_and_polish_and_october_in_croatian() {
    for (line, day) in [
        ("Praha 12. listopadu (ČTK) - Vývoz vzrostl.", "2026-11-12"),
        ("Warszawa, 12 listopada (PAP) - Eksport wzrósł.", "2026-11-12"),
        ("ZAGREB, 9. listopada 2026. (Hina) - Izvoz je porastao.", "2026-10-09"),
        ("TIRANË, 12 nëntor 2026 /ATSH/ - Eksportet u rritën.", "2026-11-12"),
    ] {
        let (_, _, date, _) = read_below(" date 2026-11-13 Exports rise\n\n", line);
        assert_eq!(date, day, "{line}");
    }
}

#[test]
fn a_day_in_digits_may_have_its_year_and_a_place_its_article() {
    let story =
        support::article("Cín\n\nPraha 4. 3. 2026 (ČTK) - Výroba cínu v České republice v únoru stoupla.\n");
    let dateline = story.dateline.unwrap();
    assert_eq!(
        (dateline.places, dateline.date.map(|date| date.0.to_string()).as_deref()),
        (vec!["Praha".to_owned()], Some("2026-03-04"))
    );
    for mark in ["'", "’", "‘"] {
        let story = support::article(format!(
            "Brand\n\n{mark}s-HERTOGENBOSCH (ANP) - In een flat heeft dinsdag brand gewoed.\n"
        ));
        assert_eq!(story.dateline.unwrap().places, [format!("{mark}s-HERTOGENBOSCH")]);
        assert_eq!(story.provider.unwrap().code, "anp");
    }
    let story = support::article(
        "Brand\n\n's-Avonds brak in de flat (ANP) brand uit, meldt de brandweer in de stad.\n",
    );
    assert!(
        story.dateline.is_none_or(|dateline| dateline.places.iter().all(|place| !place.contains("Avonds")))
    );
}
