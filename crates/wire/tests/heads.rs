//! What the heads and tails of the world's agencies say: place, date, agency, headline and byline.
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::SignalType;
use support::article;

/// A story, then its places, the day of publication, the agency's code, the headline and the byline: what is not there is
/// the empty string.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const HEADS: &[Row] = &[
    // Who signs, where no dateline says it
    ("Tin op\n\nPrisen på tin steg i maj.\n\n/ritzau/\n", "", "", "ritzau", "Tin op", ""),
    ("Tin op\n\nPrisen på tin steg i maj.\n\n/ritzau/Reuters\n", "", "", "ritzau", "Tin op", ""),
    ("Tenn stiger\n\nSTOCKHOLM. Priset på tenn steg i maj.\n\nAnna Berg/TT\n", "STOCKHOLM", "", "tt", "Tenn stiger", ""),
    ("Tin up\n\nThe price of tin rose in May.\n\nAnn Lee/AFP\n", "", "", "", "Tin up", ""),
    ("Étain\n\n(Belga) Le prix de l'étain a augmenté en mai.\n", "", "", "belga", "Étain", ""),
    ("Tin up\n\n(Tin) The price of tin rose in May.\n", "", "", "", "Tin up", ""),
    ("Zinn\n\nZürich (awp) - Zinn wird teurer.\n", "Zürich", "", "awp", "Zinn", ""),
    ("Олово\n\nМОСКВА, 8 июн 2026 (Рейтер) - Олово дорожает.\n", "МОСКВА", "2026-06-08", "reuters", "Олово", ""),
    ("Cín\n\nBratislava 8. června 2026 (zpravodaj ČTK) - Cín zdražuje.\n", "Bratislava", "2026-06-08", "ctk", "Cín", ""),
    ("Kallaj\n\nTIRANË, 8 qershor 2026 /ATSH/ - Kallaji shtrenjtohet.\n", "TIRANË", "2026-06-08", "ata", "Kallaj", ""),
    ("Tin up\n\nMOSCOW, June 8, 2026 Reuters) - Tin rose.\n", "MOSCOW", "2026-06-08", "reuters", "Tin up", ""),
    ("Coconuts up\n\nMANILA – Coconut exports rose, the ministry said. (PNA)\n", "MANILA", "", "pna", "Coconuts up", ""),
    ("Stagno in rialzo\n(di Anna Verdi)\n(ANSA) - ROMA, 8 GIU 2026 - Lo stagno sale. (ANSA).\n", "ROMA", "2026-06-08", "ansa", "Stagno in rialzo", "di Anna Verdi"),
    // Full stops and dashes behind a place
    ("Tina nousee\n\nHELSINKI. (STT) Tinan hinta nousi toukokuussa.\n", "HELSINKI", "", "stt", "Tina nousee", ""),
    ("Tina nousee\n\nHELSINKI. Tinan hinta nousi toukokuussa.\n", "HELSINKI", "", "", "Tina nousee", ""),
    ("Tin up\n\nTIN. The price of it rose in May.\n", "", "", "", "Tin up", ""),
    ("Tin up\n\nFRANKFURT--Aurubis lifted its outlook for tin.\n\n(END) Dow Jones Newswires\n\nJune 08, 2026 02:15 ET (06:15 GMT)\n", "FRANKFURT", "2026-06-08T06:15:00Z", "dow_jones", "Tin up", ""),
    ("Tin up\n\nFRANKFURT--Aurubis lifted its outlook for tin.\n\n(END) Dow Jones Newswires\n\nJune 08, 2026 22:15 ET (02:15 GMT)\n", "FRANKFURT", "2026-06-09T02:15:00Z", "dow_jones", "Tin up", ""),
    ("Tin up\n\nSTOCKS--Aurubis lifted its outlook for tin.\n", "", "", "", "Tin up", ""),
    ("Cobre\n\nLima, jun. 8. La producción de cobre subió en mayo.\n", "Lima", "", "", "Cobre", ""),
    ("Cobre\n\nEn mayo, jun. 8. La producción de cobre subió en mayo.\n", "", "", "", "Cobre", ""),
    ("Étain\n\nALGER - Les exportations d'étain ont augmenté en mai.\n", "ALGER", "", "", "Étain", ""),
    ("Étain\n\nLE CAIRE - Les exportations d'étain ont augmenté en mai.\n", "LE CAIRE", "", "", "Étain", ""),
    ("Étain\n\nMINES - Les exportations d'étain ont augmenté en mai.\n", "", "", "", "Étain", ""),
    // Arabic
    ("القصدير\n\nباريس, 8-6-2026 (أ ف ب) - ارتفعت أسعار القصدير.\n", "باريس", "2026-06-08", "afp", "القصدير", ""),
    ("القصدير\n\nعمان 8 حزيران 2026 (بترا)- ارتفعت أسعار القصدير.\n", "عمان", "2026-06-08", "petra", "القصدير", ""),
    ("القصدير\n\nبيروت 8 حزيران/يونيو 2026 (أ ف ب) - ارتفعت أسعار القصدير.\n", "بيروت", "2026-06-08", "afp", "القصدير", ""),
    ("القصدير\n\nالرباط 8 شتنبر 2026 (ومع) - ارتفعت أسعار القصدير.\n", "الرباط", "2026-09-08", "map", "القصدير", ""),
    ("القصدير\n\nالكويت ٨ يونيو ٢٠٢٦ (كونا) -- ارتفعت أسعار القصدير.\n", "الكويت", "2026-06-08", "kuna", "القصدير", ""),
    ("القصدير\n\nارتفعت أسعار القصدير 8-6-2026 (أعلى سعر) في لندن.\n", "", "", "", "القصدير", ""),
    // Days with slashes or in the words of the Baltic
    ("Export stijgt\n\nBRUSSEL 08/06/2026 (BELGA) = De export is gestegen.\n", "BRUSSEL", "2026-06-08", "belga", "Export stijgt", ""),
    ("Exportations\n\nRabat, 08/06/2026 (MAP) - Les exportations ont augmenté.\n", "Rabat", "2026-06-08", "map", "Exportations", ""),
    ("Exports up\n\nCHICAGO, 08/06/2026 (UPI) -- Exports rose.\n", "CHICAGO", "", "upi", "Exports up", ""),
    ("Eksportas augo\n\nVilnius, 2026 m. birželio 8 d. (ELTA). Eksportas augo.\n", "", "", "", "Eksportas augo", ""),
    ("Eksports pieaug\n\nRīga, 8.jūn. 2026, LETA. Eksports pieaudzis.\n", "Rīga", "2026-06-08", "leta", "Eksports pieaug", ""),
    // Releases that agencies pass on, the dateline on a line of its own
    ("Acme eröffnet Werk\n\nHamburg (ots) -\n\nAcme hat ein Werk in Polen eröffnet.\n", "Hamburg", "", "news_aktuell", "Acme eröffnet Werk", ""),
    ("Acme eröffnet Werk\n\nWien (OTS) - Acme hat ein Werk in Polen eröffnet.\n", "Wien", "", "apa_ots", "Acme eröffnet Werk", ""),
    // What stands above a headline and is none
    ("FOR IMMEDIATE RELEASE\n\nAcme exports rise\n\nNEW YORK, March 3, 2026 /PRNewswire/ -- Acme exports rose.\n", "NEW YORK", "2026-03-03", "prnewswire", "Acme exports rise", ""),
    ("Acme exports rise\n\nMarch 03, 2026 08:00 AM Eastern Standard Time\n\nNEW YORK--(BUSINESS WIRE)--Acme exports rose.\n", "NEW YORK", "2026-03-03T08:00:00-05:00", "business_wire", "Acme exports rise", ""),
    ("14:32  Exports rise in May\n\nMOSCOW. June 8, 2026 (Interfax) - Exports rose.\n", "MOSCOW", "2026-06-08", "interfax", "Exports rise in May", ""),
    ("Oil rises\n\nby Xinhua writer Wang Lei\n\nVIENNA, March 3, 2026 (Xinhua) -- Oil rose.\n", "VIENNA", "2026-03-03", "xinhua", "Oil rises", "by Xinhua writer Wang Lei"),
    ("2nd LD: Exports rise\n\nVIENNA, March 3, 2026 (Xinhua) -- Oil rose.\n", "VIENNA", "2026-03-03", "xinhua", "Exports rise", ""),
    ("EILMELDUNG: Kanzler tritt zurück\n\nBerlin (dpa) - Der Kanzler geht.\n", "Berlin", "", "dpa", "Kanzler tritt zurück", ""),
    // South and East Asia
    ("Tea exports up\n\nISLAMABAD, May 18 (APP): Tea exports rose.\n\nThe bureau said so on Wednesday, and that 2021 was worse.\n", "ISLAMABAD", "2022-05-18", "app", "Tea exports up", ""),
    ("Tea exports up\n\nKARACHI, May 18, 2022 (PPI): Tea exports rose.\n", "KARACHI", "2022-05-18", "ppi", "Tea exports up", ""),
    ("Tea exports up\n\nDHAKA, April 4, 2023 (BSS) - Tea exports rose.\n", "DHAKA", "2023-04-04", "bss", "Tea exports up", ""),
    ("Tea exports up\n\nDhaka, Apr 4, 2023 (UNB) - Tea exports rose.\n", "Dhaka", "2023-04-04", "unb", "Tea exports up", ""),
    ("Tea exports up\n\nNew Delhi, Oct 15, 2023 (PTI) Tea exports rose.\n", "New Delhi", "2023-10-15", "pti", "Tea exports up", ""),
    ("Tea exports up\n\nNew Delhi, Oct 15, 2023 (UNI) Tea exports rose.\n", "New Delhi", "2023-10-15", "uni", "Tea exports up", ""),
    ("Tea exports up\n\nKathmandu, March 12, 2024 (RSS): Tea exports rose.\n", "Kathmandu", "2024-03-12", "rss", "Tea exports up", ""),
    ("Nuts leave Kabul\n\nKabul, March 12, 2024 (BNA) Nut exports rose.\n", "Kabul", "2024-03-12", "bakhtar", "Nuts leave Kabul", ""),
    ("Chips up\n11/20/2024 06:12 PM\n\nTaipei, Nov. 20 (CNA) Chip exports rose.\n\nEnditem/cs\n", "Taipei", "2024-11-20", "cna_tw", "Chips up", ""),
    ("Chips up\n03/04/2024 06:12 PM\n\nTaipei, March 4 (CNA) Chip exports rose.\n", "Taipei", "2024-03-04", "cna_tw", "Chips up", ""),
    ("Cars up\n\nBy Naoki Hirasawa\nKYODO NEWS - Nov 29, 2024 - 16:30\n\nCar exports of Japan rose again in October.\n", "", "2024-11-29", "kyodo", "Cars up", "By Naoki Hirasawa"),
    ("Cars up\n\nBy Naoki Hirasawa KYODO NEWS - Nov 29, 2024 - 16:30\n\nCar exports of Japan rose again in October.\n", "", "2024-11-29", "kyodo", "Cars up", "By Naoki Hirasawa"),
    ("Cars up\n\nTOKYO, Feb. 19, 2025 Kyodo - Car exports rose.\n\n==Kyodo\n", "TOKYO", "2025-02-19", "kyodo", "Cars up", ""),
    ("Cars up\n\nTokyo, Feb. 19, 2025 (Jiji Press)--Car exports rose.\n", "Tokyo", "2025-02-19", "jiji", "Cars up", ""),
    ("Ships up\n\nWrite: 2023-10-18 11:22:33 / Update: 2023-10-18 13:00:01\n\nShip exports of South Korea rose again.\n", "", "2023-10-18", "kbs", "Ships up", ""),
    ("Ships up\n\nSEOUL, Sept. 1, 2023 (Yonhap) -- Ship exports rose.\n(END)\n", "SEOUL", "2023-09-01", "yonhap", "Ships up", ""),
    ("Sugar up\n\nBEIJING, March 6, 2023 (Xinhua) -- Sugar imports rose.\n", "BEIJING", "2023-03-06", "xinhua", "Sugar up", ""),
    ("Sugar up\n\nSource: Xinhua | 2019-03-05 10:20:33 | Editor: huaxia\n\nBEIJING, March 5 (Xinhua) -- Sugar imports rose.\n", "BEIJING", "2019-03-05", "xinhua", "Sugar up", ""),
    ("Sugar up\n\n(Xinhua) 13:54, August 28, 2023\n\nCHANGCHUN, Aug. 28 (Xinhua) -- Sugar imports rose.\n", "CHANGCHUN", "2023-08-28", "xinhua", "Sugar up", ""),
    ("Cashmere up\n\nUlaanbaatar, March 12, 2024 /MONTSAME/. Cashmere exports rose.\n", "Ulaanbaatar", "2024-03-12", "montsame", "Cashmere up", ""),
    ("Rice up\n\nHanoi (VNA) – Rice exports rose.\n\nThey fell in May./.\n", "Hanoi", "", "vna", "Rice up", ""),
    ("Rice up\n\nAKP Phnom Penh, March 12, 2024 --\n\nRice exports of Cambodia rose again in February.\n", "Phnom Penh", "2024-03-12", "akp", "Rice up", ""),
    ("Rice up\n\nVientiane, March 12, 2024 (KPL) – Rice exports rose.\n", "Vientiane", "2024-03-12", "kpl", "Rice up", ""),
    ("Rice up\n\nBANGKOK, March 12, 2024 (TNA) - Rice exports rose.\n", "BANGKOK", "2024-03-12", "tna", "Rice up", ""),
    ("Beans up\n\nYangon, March 12, 2024 (MNA) — Bean exports rose.\n", "Yangon", "2024-03-12", "mna_mm", "Beans up", ""),
    ("Palm oil up\n\nJakarta (ANTARA) - Palm oil exports rose.\n\nEditor: Rina Hartono\nCopyright © ANTARA 2023\n", "Jakarta", "", "antara", "Palm oil up", ""),
    ("Palm oil up\n\nPalm oil exports of Indonesia rose again in May.\n\nCopyright © ANTARA 2023\n", "", "", "antara", "Palm oil up", ""),
    ("Coconuts up\n\nMANILA – Coconut exports rose, the ministry said.\n\n(PNA)\n", "MANILA", "", "pna", "Coconuts up", ""),
    ("Tin up\n\nKUALA LUMPUR, Aug 29, 2023 (Bernama) -- Tin rose.\n\n-- BERNAMA\n", "KUALA LUMPUR", "2023-08-29", "bernama", "Tin up", ""),
    // Oceania
    ("Wool up\n\nWELLINGTON, July 27 NZPA - Wool exports rose.\n", "WELLINGTON", "", "nzpa", "Wool up", ""),
    ("Wool up\n\nSYDNEY March 22 AAP - Wool exports rose.\n", "SYDNEY", "", "aap", "Wool up", ""),
    ("Sugar up\n\nSUVA, 12 MARCH 2024 (PACNEWS) --- Sugar exports rose.\n", "SUVA", "2024-03-12", "pacnews", "Sugar up", ""),
    // Central Asia, the Caucasus, the former Soviet Union
    ("Wheat up\n\nASTANA. KAZINFORM The wheat exports rose.\n", "ASTANA", "", "kazinform", "Wheat up", ""),
    ("Wheat up\n\nASTANA. July 5, 2023. KAZINFORM - Wheat exports rose.\n", "ASTANA", "2023-07-05", "kazinform", "Wheat up", ""),
    ("Gas up\n\nBaku, May 15, 2023, AZERTAC\n\nGas exports of Azerbaijan rose again in April.\n", "Baku", "2023-05-15", "azertac", "Gas up", ""),
    ("Gas up\n\nBAKU, Azerbaijan, May 15, 2023. Gas exports of Azerbaijan rose, Trend reports.\n", "BAKU | Azerbaijan", "2023-05-15", "trend", "Gas up", ""),
    ("Gas up\n\nBaku, May 15, 2023 (APA) - Gas exports rose.\n", "Baku", "2023-05-15", "apa_az", "Gas up", ""),
    ("Gold up\n\nYEREVAN, MARCH 12, 2024, ARMENPRESS. Gold exports of Armenia rose.\n", "YEREVAN", "2024-03-12", "armenpress", "Gold up", ""),
    ("Grain up\n05.02.2025 13:20\n\nUkraine's grain exports rose again, the ministry said.\n\nThat is less than in May, Ukrinform reports.\n", "", "2025-02-05", "ukrinform", "Grain up", ""),
    ("Grain up\n\nKYIV. Nov 12, 2024 (Interfax-Ukraine) – Grain exports rose.\n", "KYIV", "2024-11-12", "interfax_ukraine", "Grain up", ""),
    ("Grain up\n\nMOSCOW. Nov 12, 2024 (Interfax) - Grain exports rose.\n", "MOSCOW", "2024-11-12", "interfax", "Grain up", ""),
    ("Grain up\n\nMOSCOW, November 12. /TASS/. Grain exports rose on Tuesday, and in 2023 too.\n", "MOSCOW", "2024-11-12", "tass", "Grain up", ""),
    ("Potash up\n\nMINSK, 5 March 2024 (BelTA) – Potash exports rose.\n", "MINSK", "2024-03-05", "belta", "Potash up", ""),
    ("Cotton up\n\nTASHKENT, March 5, 2024. /UzA/. Cotton exports rose.\n", "TASHKENT", "2024-03-05", "uza", "Cotton up", ""),
    ("Gold up\n\nBISHKEK, March 5, 2024 (KABAR) - Gold exports rose.\n", "BISHKEK", "2024-03-05", "kabar", "Gold up", ""),
    // Europe
    ("Cars up\n\nPrague, May 6, 2016 (CTK) - Car exports rose.\n\nrdk/dr/hol\n", "Prague", "2016-05-06", "ctk", "Cars up", ""),
    ("Cars up\n\nBratislava, March 12, 2024 (TASR) – Car exports rose.\n", "Bratislava", "2024-03-12", "tasr", "Cars up", ""),
    ("Apples up\n\nWarsaw, Jan. 13, 2024 (PAP) – Apple exports rose.\n", "Warsaw", "2024-01-13", "pap", "Apples up", ""),
    ("Engines up\n\nBudapest, March 13, 2018 (MTI) - Engine exports rose.\n", "Budapest", "2018-03-13", "mti", "Engines up", ""),
    ("Steel up\n\nLjubljana, 5 March 2024 (STA) - Steel exports rose.\n", "Ljubljana", "2024-03-05", "sta", "Steel up", ""),
    ("Steel up\n\nZAGREB, 5 March 2024 (Hina) - Steel exports rose.\n", "ZAGREB", "2024-03-05", "hina", "Steel up", ""),
    ("Plums up\n\nBELGRADE, March 5, 2024 (Tanjug) - Plum exports rose.\n", "BELGRADE", "2024-03-05", "tanjug", "Plums up", ""),
    ("Roses up\n\nSofia, March 5, 2024 (BTA) - Rose oil exports rose.\n", "Sofia", "2024-03-05", "bta", "Roses up", ""),
    ("Cars up\n\nBucharest, Mar 12, 2024 /Agerpres/ - Car exports rose.\n", "Bucharest", "2024-03-12", "agerpres", "Cars up", ""),
    ("Chrome up\n\nTIRANA, March 12, 2024 /ATA/ - Chrome exports rose.\n", "TIRANA", "2024-03-12", "ata", "Chrome up", ""),
    ("Milk up\n\nVILNIUS, Mar 12, 2024, BNS - Milk exports rose.\n", "VILNIUS", "2024-03-12", "bns", "Milk up", ""),
    ("Milk up\n\nRIGA, March 12, 2024 (LETA) - Milk exports rose.\n", "RIGA", "2024-03-12", "leta", "Milk up", ""),
    ("Cheese up\n\nNicosia, March 12, 2024 (CNA) - Cheese exports rose.\n", "Nicosia", "2024-03-12", "cna_cy", "Cheese up", ""),
    ("Cork up\n\nLisbon, March 9, 2017 (Lusa) - Cork exports rose.\n", "Lisbon", "2017-03-09", "lusa", "Cork up", ""),
    ("Wine up\n\nMadrid, Feb 8, 2017 (EFE).- Wine exports rose.\n\nThey fell in May. EFE\n", "Madrid", "2017-02-08", "efe", "Wine up", ""),
    ("Wine up\n\nMADRID, 12 Mar. 2024 (EUROPA PRESS) -\n\nWine exports of Spain rose again in February.\n", "MADRID", "2024-03-12", "europa_press", "Wine up", ""),
    ("Wine up\n\n(ANSA) - ROME, MAR 12 2024 - Wine exports rose.\n", "ROME", "2024-03-12", "ansa", "Wine up", ""),
    ("Wine up\n\nParis, March 12, 2024 (AFP) - Wine exports rose.\n\nmk/ah\n", "Paris", "2024-03-12", "afp", "Wine up", ""),
    ("Beer up\n\nBRUSSELS (Belga) - Beer exports rose.\n", "BRUSSELS", "", "belga", "Beer up", ""),
    ("Beer up\n\nBy dpa correspondents\n\nBerlin (dpa) - Beer exports rose.\n\n101412 GMT Aug 21\n", "Berlin", "2021-08-10T14:12:00Z", "dpa", "Beer up", "By dpa correspondents"),
    ("Gas imports ease\n\nSingapore, 9 July 2025 (Argus) — Gas imports fell.\n", "Singapore", "2025-07-09", "argus", "Gas imports ease", ""),
    ("Cars up\n\nBy Gulsen Topal   03.02.2025\n\nANKARA\n\nCar exports of Türkiye rose again, the ministry said.\n", "ANKARA", "2025-02-03", "anadolu", "Cars up", "By Gulsen Topal"),
    // The Middle East and North Africa
    ("Gold up\n\nDUBAI, 12th August, 2019 (WAM) -- Gold exports rose.\n\nWAM/Nour Haddad/Esraa Selim\n", "DUBAI", "2019-08-12", "wam", "Gold up", ""),
    ("Gas up\n\nDoha, March 12, 2024 (QNA) - Gas exports rose.\n", "Doha", "2024-03-12", "qna", "Gas up", ""),
    ("Oil up\n\nKUWAIT, March 12, 2024 (KUNA) -- Oil exports rose. (end) fk.ms\n", "KUWAIT", "2024-03-12", "kuna", "Oil up", ""),
    ("Oil up\n\nRiyadh, Sha'ban 10, 1440, April 15, 2019, SPA -- Oil exports rose.\n", "Riyadh", "2019-04-15", "spa", "Oil up", ""),
    ("Oil up\n\nBaghdad, March 12, 2024 (INA) – Oil exports rose.\n", "Baghdad", "2024-03-12", "ina", "Oil up", ""),
    ("Citrus up\n\nDamascus, SANA- Citrus exports of the country rose.\n", "Damascus", "", "sana", "Citrus up", ""),
    ("Carpets up\n\nTehran, March 12, 2024, IRNA – Carpet exports rose.\n", "Tehran", "2024-03-12", "irna", "Carpets up", ""),
    ("Carpets up\n\nTEHRAN, Mar. 12, 2024 (MNA) – Carpet exports rose.\n", "TEHRAN", "2024-03-12", "mehr", "Carpets up", ""),
    ("Phosphate up\n\nRABAT, March 12, 2024 (MAP) - Phosphate exports rose.\n", "RABAT", "2024-03-12", "map", "Phosphate up", ""),
    ("Gas up\n\nALGIERS, March 12, 2024 (APS) - Gas exports rose.\n", "ALGIERS", "2024-03-12", "aps", "Gas up", ""),
    ("Oil up\n\nTunis, March 12, 2024 (TAP) - Olive oil exports rose.\n", "Tunis", "2024-03-12", "tap", "Oil up", ""),
    // Africa south of the Sahara
    ("Cocoa up\n\nBy Kwabena Osei-Tutu/Efua Mensah, GNA\n\nAccra, Jan. 16, 2019, GNA - Cocoa exports rose.\n\nGNA\n", "Accra", "2019-01-16", "gna", "Cocoa up", "By Kwabena Osei-Tutu/Efua Mensah, GNA"),
    ("Oil up\n\nLagos, Sept. 13, 2022 (NAN) The oil exports of Nigeria rose.\n", "Lagos", "2022-09-13", "nan", "Oil up", ""),
    ("Cocoa up\n\nAbidjan, Côte d'Ivoire (PANA) - Cocoa exports rose.\n\n-0- PANA BAL/MA 12March2024\n", "Abidjan | Côte d'Ivoire", "2024-03-12", "pana", "Cocoa up", ""),
    ("Nuts up\n\nDakar, March 12, 2024 (APS) - Nut exports rose.\n", "Dakar", "2024-03-12", "aps_sn", "Nuts up", ""),
    ("Coffee up\n\nAddis Ababa, March 12/2024 (ENA) Coffee exports of Ethiopia rose.\n", "Addis Ababa", "2024-03-12", "ena", "Coffee up", ""),
    ("Diamonds up\n\nLuanda, March 12, 2024 (ANGOP) - Diamond exports rose.\n", "Luanda", "2024-03-12", "angop", "Diamonds up", ""),
    ("Zinc up\n\nWINDHOEK, 12 MAR 2024 (NAMPA) – Zinc exports rose.\n", "WINDHOEK", "2024-03-12", "nampa", "Zinc up", ""),
    ("Tobacco up\n\nHarare, March 12, 2024 (New Ziana) - Tobacco exports rose.\n", "Harare", "2024-03-12", "ziana", "Tobacco up", ""),
    ("Wine up\n\nWine exports of South Africa rose again in May.\n\n– SAnews.gov.za\n", "", "", "sanews", "Wine up", ""),
    // The Americas
    ("Beef up\nFriday, June 8th 2018 - 10:45 UTC\n\nBeef exports of Argentina rose again in April.\n", "", "2018-06-08T10:45:00Z", "mercopress", "Beef up", ""),
    ("Beef up\n\nBuenos Aires, March 12, 2024 (Télam) - Beef exports rose.\n", "Buenos Aires", "2024-03-12", "telam", "Beef up", ""),
    ("Oil up\n\nMéxico, 12 Mar 2008 (Notimex).- Oil exports rose.\n", "México", "2008-03-12", "notimex", "Oil up", ""),
    ("Sugar up\n\nHavana, Mar 12, 2024 (Prensa Latina) Sugar exports of Cuba rose.\n", "Havana", "2024-03-12", "prensa_latina", "Sugar up", ""),
    ("Grapes up\n\nLima, Mar. 12, 2024 (ANDINA).- Grape exports rose.\n", "Lima", "2024-03-12", "andina", "Grapes up", ""),
    ("Tin up\n\nLa Paz, 12 mar 2024 (ABI).- Tin exports rose.\n", "La Paz", "2024-03-12", "abi", "Tin up", ""),
    ("Soy up\n\nPublished on 20/05/2024 - 17:40 By Camila Torres - Agência Brasil - Brasília\n\nSoy exports of Brazil rose.\n", "Brasília", "2024-05-20", "agencia_brasil", "Soy up", "By Camila Torres"),
    ("Soy up\n\nPublished in 16/10/2017 - 17:22 By Karine Moraes Brasília\n\nSoy exports of Brazil rose.\n", "Brasília", "2017-10-16", "agencia_brasil", "Soy up", "By Karine Moraes"),
    ("Soy up\n\nPublished in 16/10/2017 - 17:22 By Karine Moraes São PauloSoy exports of Brazil rose again in the second week of October, the ministry of foreign trade said on Monday, and imports fell.\n", "São Paulo", "2017-10-16", "agencia_brasil", "Soy up", "By Karine Moraes"),
    ("Cars up\n\nWASHINGTON (AP) _ Car exports rose.\n", "WASHINGTON", "", "ap", "Cars up", ""),
    ("Cars up\n\nBy MARTIN HOLLISTER\nUPI Business Writer\n\nWASHINGTON (UPI) -- Car exports rose.\n", "WASHINGTON", "", "upi", "Cars up", "By MARTIN HOLLISTER, UPI Business Writer"),
    ("Cars up\n\nWASHINGTON, Aug. 19 (UPI) -- Car exports rose in June, the Commerce Department said Thursday. In June 1992 they fell.\n", "WASHINGTON", "1993-08-19", "upi", "Cars up", ""),
    ("Wheat up\n\nOTTAWA - Wheat exports rose, Statistics Canada said.\n\nThis report by The Canadian Press was first published Oct. 7, 2025.\n", "OTTAWA", "2025-10-07", "cp", "Wheat up", ""),
    ("Wheat up\n\nThe Canadian Press\n\nOTTAWA - Wheat exports rose, Statistics Canada said.\n", "OTTAWA", "", "cp", "Wheat up", ""),
    ("Chips up\n\nSEOUL (Dow Jones)--Chip exports rose.\n\n-0- 02/01/96 12:30Z\n", "SEOUL", "1996-02-01", "dow_jones", "Chips up", ""),
    ("Chips up\n\nChip exports of South Korea rose again in January.\n\nCopyright (c) 1996 Dow Jones & Company, Inc.\n", "", "", "dow_jones", "Chips up", ""),
    ("Beer Down\n\nBy Thom Verbeek and Corinne Asher\nJuly 30, 2018, 8:05 AM GMT+2\n\nBeer exports of Denmark fell again.\n\n--With assistance from Ade Balogun.\n", "", "2018-07-30T08:05:00+02:00", "bloomberg", "Beer Down", "By Thom Verbeek and Corinne Asher"),
    ("Court sits\n\nTHE HAGUE, Netherlands (AP) — The court sat again.\n", "THE HAGUE | Netherlands", "", "ap", "Court sits", ""),
    ("Beets up\n\nNAMPA, Idaho (AP) — Beet exports rose.\n", "NAMPA | Idaho", "", "ap", "Beets up", ""),
    // Reuters, then and now
    ("f0413 reute\nu f BC-JAPAN-TEA   03-04 0105\n\nJAPAN TEA EXPORTS UP\n\n    TOKYO, March 4, 1987 - Tea exports rose.\n Reuter\n", "TOKYO", "1987-03-04", "reuters", "JAPAN TEA EXPORTS UP", ""),
    ("UPDATE 1-Tea exports up\n(Adds comment)\n\nLONDON, Oct 17, 2025 (Reuters) - Tea exports rose.\n\n(Reporting by Elin Sandgren; Editing by Tom Whitaker)\n", "LONDON", "2025-10-17", "reuters", "Tea exports up", ""),
    ("=STIRISTAN\nTea exports up\n\nLONDON, March 4, 1997 (Reuter) - Tea exports rose.\n", "LONDON", "1997-03-04", "reuters", "Tea exports up", ""),
];

#[test]
fn the_heads_of_the_agencies_say_place_date_agency_headline_and_byline() {
    let mut wrong = Vec::new();
    for (story, places, published, agency, headline, byline) in HEADS {
        let read = article(story);
        // What is read as a transmission goes without its header.
        assert!(story.contains(&read.text), "{story}");
        if let Some(span) = read.dateline.as_ref().and_then(|dateline| dateline.span.as_ref()) {
            assert!(span.proves_itself_in(&read.text), "{span:?}");
        }
        let found = (
            read.dateline.as_ref().map_or(String::new(), |dateline| dateline.places.join(" | ")),
            read.published_at.map_or(String::new(), |when| when.to_string()),
            read.provider.as_ref().map_or(String::new(), |provider| provider.code.clone()),
            read.headline.clone().unwrap_or_default(),
            read.byline.clone().unwrap_or_default(),
        );
        let expected = [*places, *published, *agency, *headline, *byline].map(str::to_owned);
        if <[String; 5]>::from(found.clone()) != expected {
            wrong.push(format!("{story}   {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), HEADS.len(), wrong.join("\n"));
}

/// A line of the page with the day on which it was published, and the day meant.
#[test]
fn a_page_says_when_it_was_published_in_many_ways() {
    let cases = [
        ("Published on 20/05/2024 - 17:40", "2024-05-20"),
        ("Published: 20 May 2024", "2024-05-20"),
        ("Published: May 20, 2024 5:40 p.m. ET | Updated: May 21, 2024 8:00 a.m. ET", "2024-05-20"),
        ("Updated: May 21, 2024 8:00 a.m. ET | Published: May 20, 2024 5:40 p.m. ET", "2024-05-20"),
        ("Last updated: 2024-05-20", "2024-05-20"),
        ("20.05.2024 13:20", "2024-05-20"),
        ("05.02.2025 13:20", "2025-02-05"),
        ("03.02.2025", "2025-02-03"),
        ("20-May-2024", "2024-05-20"),
        ("2024/05/20 13:20:05", "2024-05-20"),
        ("2024-05-20T13:20:05+02:00", "2024-05-20T13:20:05+02:00"),
        ("20 May 2024 | 13:20 IST", "2024-05-20"),
        ("Monday, 20 May 2024", "2024-05-20"),
        ("Mon, 20 May 2024 13:20:00 GMT", "2024-05-20T13:20:00Z"),
        ("20 May 2024 13:20 (UTC+04:00)", "2024-05-20T13:20:00+04:00"),
        ("May 20, 2024 at 1:20 pm EDT", "2024-05-20T13:20:00-04:00"),
        ("178/2024 - 20 May 2024", "2024-05-20"),
        ("(Updated) May 20, 2024, 1:20 PM", "2024-05-20"),
        // The weekday tells the month from the day.
        ("Monday, 05/06/2023", "2023-06-05"),
        ("Saturday, 05/06/2023", "2023-05-06"),
    ];
    for (line, day) in cases {
        let read = article(format!(
            "Tin exports hold up\n{line}\n\nTin exports of Peru rose again, the ministry said.\n"
        ));
        assert_eq!(read.published_at.map(|when| when.to_string()).as_deref(), Some(day), "{line}");
        assert_eq!(read.headline.as_deref(), Some("Tin exports hold up"), "{line}");
        assert_eq!(read.warnings, [], "{line}");
    }
}

/// What could be 5 June or 6 May is read by what the rest of the head says, and a guess is said to be one.
#[test]
fn a_day_that_could_be_a_month_is_read_by_its_neighbours() {
    let read = |head: &str, dateline: &str, said: &str| {
        let read = article(format!(
            "Tin exports up\n{head}\n\n{dateline}Tin exports rose, the ministry said{said}.\n"
        ));
        let guessed = read.warnings.iter().any(|warning| warning.code == "date_ambiguous");
        (read.published_at.unwrap().to_string(), guessed)
    };
    let day = |day: &str, guessed: bool| (day.to_owned(), guessed);
    assert_eq!(read("05/06/2023", "LIMA, June 4 (EFE).- ", ""), day("2023-06-05", false));
    assert_eq!(read("05/06/2023", "LIMA, May 6 (EFE).- ", ""), day("2023-05-06", false));
    assert_eq!(read("05/06/2023", "LIMA (EFE).- ", " on Saturday"), day("2023-05-06", true));
    assert_eq!(read("05/06/2023", "LIMA (EFE).- ", ""), day("2023-06-05", true));
    assert_eq!(read("05/06/2023", "MANILA (PNA) -- ", ""), day("2023-05-06", true));
    assert_eq!(read("05/06/2023 06:12 PM", "", ""), day("2023-05-06", true));
    assert_eq!(read("05/06/2023 18:12", "", ""), day("2023-06-05", true));
    assert_eq!(read("05/05/2023", "", ""), day("2023-05-05", false));
}

/// The year of a dateline is told by the weekday and the years of the story, or not at all.
#[test]
fn the_story_tells_the_year_of_its_dateline_where_only_one_fits() {
    let read = |body: &str| {
        let read = article(format!(
            "Tin exports up\n\nLIMA, Feb 8 (EFE).- Tin exports rose, the ministry said {body}.\n"
        ));
        let codes: Vec<_> = read.warnings.iter().map(|warning| warning.code.clone()).collect();
        (read.published_at.map(|when| when.to_string()), codes)
    };
    let told = |day: &str| (Some(day.to_owned()), vec!["year_from_text".to_owned()]);
    let untold = || (None, vec!["no_year".to_owned()]);
    assert_eq!(read("on Wednesday. In January 2016 they fell"), told("2017-02-08"));
    assert_eq!(read("on Wednesday. They may double by 2030, from 2016"), told("2017-02-08"));
    assert_eq!(read("on Friday. In January 2016 they fell"), untold());
    assert_eq!(read("last Wednesday. In January 2016 they fell"), untold());
    assert_eq!(read("on Wednesday. It was the best since 2016"), untold());
    assert_eq!(read("again. In January 2016 they fell"), untold());
}

/// Places, dates and signs that stand in sentences, tables and headlines are no heads.
#[test]
fn what_only_looks_like_a_head_is_none() {
    let stories = [
        "TIN FIRM PLANS APRIL 20 SALE\n\n    The firm said it will sell the mine.\n",
        "BANK SEEKS SUGAR ON APRIL 8 - TRADE\n\n    The bank said it will buy sugar.\n",
        "CANADIAN PACIFIC (CP) SEES PROFIT\n\n    The firm said it will make a profit.\n",
        "TIN FIRM SETS PAYOUT\n\n    Qtrly div 96 cts vs 90 cts\n    Pay May 15\n    Record April 30\n",
        "TIN FIRM 1ST QTR NET\n\n    Period ended December 31, 1986\n    Net 510 vs 520\n",
        "TIN FIRM DETAILS STOCKS\n\n    Stocks in tonnes\n    (vs 500 in)  09/04/87\n    09/04/87  08/28/87\n",
        "Tin firm closes mine\n\nThe firm bought it from another one, which had opened it on\nFeb 11, 1987.\nIt was never used.\n",
        "Tin firm closes mine\n\nThe mine lies near the town of Colquiri, in Bolivia, and not in\nBakersfield, April 22.\nIt was never used.\n",
        "Tin firm closes mine\n\nThe plan was told to the Ministry of Trade and Industry (MTI).\n",
        "Tin firm closes mine\n\nPress Trust of India (PTI) said that the mine was closed.\n",
        "Tin firm closes mine\n\nParis - based Etains closed the mine, which it bought in May.\n",
        "Tin firm closes mine\n\nMobile, Ala., has a port from which it was never shipped.\n",
        "Tin firm closes mine\n\nA sta is no map, and nobody can tap the apa of it.\n\n- Map of the mine\n",
        "Tin firm closes mine\n\nBy John Hill\n\nSTAFF WRITER\n\nThe firm said it will sell the mine.\n",
        "Lions 3, Tigers 2\n\nLIONS 3 - TIGERS 2\n\nThe match was a dull one, and it rained.\n",
    ];
    for story in stories {
        let read = article(story);
        assert!(read.dateline.is_none(), "{story}: {:?}", read.dateline);
        assert!(read.published_at.is_none(), "{story}: {:?}", read.published_at);
        assert!(read.provider.is_none(), "{story}: {:?}", read.provider);
    }
}

#[test]
fn a_headline_that_names_a_day_is_no_dateline() {
    for headline in [
        "MARKETS March 3: Stocks gain",
        "OPEC 3 March - output held",
        "OPEC 3 March - Output held",
        "TABLE, March 3 - Rates of the central bank",
        "NYSE March 3 — Stocks gain on oil",
    ] {
        for body in ["Tin rose on Monday in all of Europe.", "LA PAZ, March 3 (EFE).- Tin rose in July."] {
            let json = serde_json::json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": headline, "body_text": body});
            for story in [format!("{headline}\n\n{body}\n"), json.to_string()] {
                let article = article(&story);
                assert_eq!(article.headline.as_deref(), Some(headline), "{story}");
                let places: Vec<_> = article.dateline.iter().flat_map(|dateline| &dateline.places).collect();
                let expected = if body.starts_with("LA PAZ") { vec!["LA PAZ"] } else { vec![] };
                assert_eq!(places, expected, "{story}");
            }
        }
    }
}

#[test]
fn footers_of_day_hour_and_minute_tell_when_a_story_was_sent() {
    let sent = |header: &str, footer: &str| {
        let story = format!("{header}Tin rises\n\nLA PAZ, March 2 (EFE).- Tin rose in July.\n\n{footer}\n");
        article(story).published_at.map(|when| when.to_string()).unwrap_or_default()
    };
    assert_eq!(sent("", "021000Z MAR 26"), "2026-03-02T10:00:00Z");
    assert_eq!(sent("", "021000 GMT MAR 26"), "2026-03-02T10:00:00Z");
    assert_eq!(sent("", "021000EST MAR 2026"), "2026-03-02T10:00:00-05:00");
    assert_eq!(sent("", "AP-NY-03-02-26 2510EST"), "2026-03-02");
    assert_eq!(sent(" date 2026-03-02 ", "021015Z"), "2026-03-02T10:15:00Z");
    assert_eq!(sent(" date 2026-03-02 ", "MTF1234 3-2 0910"), "2026-03-02");
    assert_eq!(sent("", "AFP 021000 GMT MAR 26"), "2026-03-02T10:00:00Z");
    assert_eq!(sent("", "APA0123    2026-03-02/11:15"), "2026-03-02");
    assert_eq!(sent("", "03-02-26 1015EST"), "2026-03-02T10:15:00-05:00");
    // Without another date a day of a month is none.
    assert_eq!(sent("", "021015Z"), "");
    assert_eq!(sent("", "Acme 021000 GMT MAR 26"), "");
    assert_eq!(sent("", "APA0123    2026-03-02/41:15"), "");
    assert_eq!(sent("", "991000Z MAR 26"), "");
}

/// A headline in plain copy and over each wire, above a paragraph with a dateline.
fn headlines(line: &str) -> [String; 3] {
    let body = "TOKYO, March 3 (Reuters) - It was the third such day, a spokesman said on Tuesday.";
    let iptc = format!(
        "\u{1}DPA0123 4 WI 38 Germany-Trade/\r\n\u{2}{line}\r\n\r\n   {body}\r\n\r\n031015 GMT Mar 26\r\n\u{3}"
    );
    [format!("{line}\n\n{body}\n"), iptc, format!("ZCZC AB0123\n{line}\n\n{body}\n\nNNNN\n")]
        .map(|story| article(story).headline.unwrap_or_default())
}

#[test]
fn a_headline_that_begins_as_a_line_of_a_page_is_a_headline() {
    for line in [
        "Share prices fall in Tokyo",
        "Share sale off",
        "Search for survivors continues",
        "Search goes on",
        "Searchers find wreck",
        "Copyright battle over AI",
        "Copyright law passed",
        "Print sales fall",
        "Printing money again",
        "Subscribe to win",
        "Subscribers leave Netflix",
        "Login fraud rises",
        "Log in Amazon seized",
        "Register of voters stolen",
        "Advertisement ban upheld",
        "Related: twins lost at birth meet",
        "Email: the end of an era",
        "Emails show minister knew",
        "Menu of the day",
        "Skip to the loo",
        "Image: AI fools experts",
        "Photo: what the camera did not see",
        "File photo case ends",
        "Credit: the new gold",
        "Tags: graffiti sold",
        "Source: Iran to sign",
        "Editor: 'I was wrong'",
        "Updated: what we know",
        "By Monday, strike looms",
        "By George, it's a record",
    ] {
        assert_eq!(headlines(line), [line; 3]);
    }
    assert_eq!(headlines("* Star rises")[..2], ["* Star rises"; 2]);
}

#[test]
fn lines_of_a_page_are_no_headlines() {
    let body = "TOKYO, March 3 (Reuters) - It was the third such day, a spokesman said on Tuesday.";
    for line in [
        "Share",
        "Share this article on Facebook",
        "Print Email",
        "Skip to main content",
        "Menu",
        "Search",
        "Log in",
        "Sign in / Register",
        "Subscribe now",
        "Follow us on Twitter @wire",
        "Advertisement",
        "Read more:",
        "Home > News > Trade",
        "Copyright 2026 Reuters",
        "Copyright (c) Acme",
        "© 2026 Acme",
        "Source: Xinhua",
        "Source: Ministry of Trade",
        "Editor: huaxia",
        "Updated: 13:54, March 3, 2026",
        "Photo: Max Muster/Reuters",
        "Photo by Max Muster",
        "Image: A ship leaves the port of Kobe on Monday.",
        "File photo",
        "Tags: trade, exports",
        "By Ann Lee, staff writer",
        "PRESS RELEASE\nDate: March 3, 2026\nContact: Ann Lee, ann.lee@example.com",
    ] {
        let read = article(format!("{line}\n\nTin rises\n\n{body}\n"));
        assert_eq!(read.headline.as_deref(), Some("Tin rises"), "{line}");
    }
    // No page has lines of its own on a wire.
    assert_eq!(headlines("Search")[1..], ["Search", "Search"]);
}

#[test]
fn the_headline_of_a_field_is_nothing_else() {
    for headline in ["By George, it's a record", "By Monday, strike looms", "By Ann Lee", "Photo: Ann Lee"] {
        let body = "TOKYO, March 3 (Reuters) - It was the third such day, a spokesman said on Tuesday.";
        let json = serde_json::json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": headline, "body_text": body});
        let read = article(json.to_string());
        assert_eq!((read.headline.as_deref(), read.byline), (Some(headline), None));
    }
}

#[test]
fn a_kicker_or_a_slug_above_a_headline_is_none() {
    let body = "LONDON, March 3 (Reuters) - Exports rose four percent, data showed on Tuesday.";
    for (above, signal) in [
        ("TRADE\n\nExports rise four percent", None),
        ("Economy\nExports rise four percent", None),
        ("BRITAIN-TRADE/ (UPDATE 1)\n\nExports rise four percent", Some(SignalType::Update)),
        ("BRITAIN-TRADE/ (UPDATE 1)\n\nUPDATE 1-Exports rise four percent", Some(SignalType::Update)),
        ("URGENT: BRITAIN-TRADE\n\nExports rise four percent", None),
        ("URGENT -- Exports rise four percent", None),
        ("1st LD-Writethru: Exports rise four percent", Some(SignalType::Update)),
        ("Exports rise four percent\n\nDeficit narrows as oil imports fall", None),
        ("Exports rise four percent", None),
    ] {
        let read = article(format!("{above}\n\n{body}\n"));
        assert_eq!(read.headline.as_deref(), Some("Exports rise four percent"), "{above}");
        let kinds: Vec<SignalType> = read.signals.iter().map(|signal| signal.kind).collect();
        assert!(signal.is_none_or(|signal| kinds.contains(&signal)), "{above}: {kinds:?}");
    }
    // A word is a headline where none stands below it.
    let read = article(format!("Exports\n\nBy Ann Lee\n\n{body}\n"));
    assert_eq!(read.headline.as_deref(), Some("Exports"));
    // ANPA's slug with its count of words.
    let anpa = "a0123rfbylf\r\nr f bc-trade 03-03 0100\r\n^Trade,100<\r\n^Canada's trade surplus widens<\r\n   OTTAWA (AP) _ Statistics Canada says the surplus widened.\r\nAP-WF-03-03-26 1015GMT\r\n";
    assert_eq!(article(anpa).headline.as_deref(), Some("Canada's trade surplus widens"));
    // Canadian Press writes its number with a capital.
    let anpa = "\u{16}\u{16}\u{1}D0123\u{1f}ruyl\r\nr f bc-trade 03-03 0100\r\n\u{2}^Trade-Surplus,100<\r\n^Canada's trade surplus widens<\r\n^By Ann Lee=\r\n   OTTAWA _ Statistics Canada says the surplus widened.\r\n\u{3}(The Canadian Press)\r\n";
    let read = article(anpa);
    assert_eq!(read.headline.as_deref(), Some("Canada's trade surplus widens"));
    assert_eq!(read.source.and_then(|source| source.format).as_deref(), Some("anpa1312"));
}

#[test]
fn lines_above_a_german_headline_are_not_of_it() {
    for (line, kind) in [
        ("(Zusammenfassung 1630 - neu: Bürgermeister)", Some(SignalType::Update)),
        ("(Achtung: Neue Fassung)", Some(SignalType::Update)),
        ("(Korr: im 2. Absatz berichtigt rpt. berichtigt)", Some(SignalType::Correction)),
        ("Utl.: Rekord im Februar", None),
    ] {
        let story = format!(
            "{line}\nHamburger Hafen schlägt mehr\nContainer um =\n\n   Hamburg (dpa) - Der Hamburger Hafen hat mehr Container umgeschlagen.\n"
        );
        let read = article(story);
        assert_eq!(read.headline.as_deref(), Some("Hamburger Hafen schlägt mehr Container um"), "{line}");
        let kinds: Vec<SignalType> = read.signals.iter().map(|signal| signal.kind).collect();
        assert_eq!(kinds, kind.into_iter().collect::<Vec<_>>(), "{line}");
    }
}

#[test]
fn a_footer_of_several_lines_loses_no_word() {
    let story = article(
        "\u{1}D0123\u{1f}ruyl\r\nr f Trade-Surplus 03-03 0100\r\n\u{2}^Trade-Surplus,100<\r\n^Surplus of trade widens<\r\n   OTTAWA _ Exports rose 3.1 per cent.\r\n\u{3}(The Canadian Press)\r\nsee our advisory\r\n03-03-26 1015EST\r\n\u{4}",
    );
    assert_eq!(story.provider.map(|provider| provider.code).as_deref(), Some("cp"));
    assert_eq!(story.published_at.map(|when| when.to_string()).as_deref(), Some("2026-03-03T10:15:00-05:00"));
    let left: Vec<&str> = story.warnings.iter().map(|warning| warning.text.as_str()).collect();
    assert!(left.contains(&"footer: see our advisory"), "{left:?}");
}

#[test]
fn a_second_header_line_of_anpa_needs_no_cycle() {
    for (header, slug) in [
        ("r f Trade-Surplus 03-03 0100", "Trade-Surplus"),
        ("r f bc-trade 03-03 0100", "bc-trade"),
        ("u f Trade Surplus 03-03 100", "Trade Surplus"),
    ] {
        let story = article(format!(
            "\u{1}d0123\u{1f}rfbylf\r\n{header}\r\n\u{2}^Trade,100<\r\n^Surplus of trade widens<\r\n   OTTAWA (AP) _ Exports rose 3.1 percent.\r\n\u{3}AP-WF-03-03-26 1015GMT\r\n\u{4}"
        ));
        assert_eq!(story.slugline.as_deref(), Some(slug), "{header}");
        assert_eq!(story.urgency, Some(if header.starts_with('u') { 3 } else { 4 }));
        assert_eq!(story.headline.as_deref(), Some("Surplus of trade widens"));
        assert!(story.warnings.iter().all(|warning| warning.code != "bad_field"), "{:?}", story.warnings);
    }
}

#[test]
fn a_mark_of_the_end_that_several_agencies_have_tells_none_where_the_file_names_its_maker() {
    let code = |story: &str| article(story).provider.map(|provider| provider.code).unwrap_or_default();
    let copy = "Haven groeit =\r\n\r\n   De haven is vorig jaar met drie procent gegroeid, zo meldt het bedrijf.\r\n./.\r\n";
    assert_eq!(
        code(&format!("\u{1}BEL0123 4 ECO 0120\r\n\u{2}{copy}\u{3}\r\n031015 GMT Mar 26\r\n\u{4}")),
        "bel"
    );
    assert_eq!(
        code("Rice up\n\nRice exports rose in May, and nobody knew why they did.\n\nThey fell in June./.\n"),
        "vna"
    );
}

#[test]
fn an_advisory_for_readers_is_a_headline_and_one_for_editors_a_note() {
    const LINE: &str = "Advisory: heat wave in Spain";
    let ninjs = format!(
        r#"{{"uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "{LINE}", "body_text": "MADRID, March 3 (Reuters) - It was hot."}}"#
    );
    for (headline, story) in headlines(LINE).into_iter().zip(["text", "iptc7901", "zczc"]) {
        assert_eq!(headline, LINE, "{story}");
    }
    let story = article(ninjs);
    assert_eq!(story.headline.as_deref(), Some(LINE));
    assert!(story.signals.is_empty() && story.ed_note.is_none(), "{:?}", story.signals);
    let noted = article(format!("{LINE}\n\nSpain sweats\n\nMADRID, March 3 (Reuters) - It was hot.\n"));
    assert_eq!(noted.headline.as_deref(), Some("Spain sweats"));
    assert!(noted.signals.iter().any(|signal| signal.kind == SignalType::Advisory), "{:?}", noted.signals);
}

#[test]
fn a_note_says_that_a_story_is_sent_again_or_has_a_new_quote() {
    for (note, kind) in [
        ("(Repeats story first published on Monday)", SignalType::Repeat),
        ("(Repeats to additional subscribers)", SignalType::Repeat),
        ("(Refiles to fix a typing error)", SignalType::Refile),
        ("Eds: Substitutes quote in par 3", SignalType::Update),
    ] {
        let story = article(format!("Oil rises\n\n{note}\n\nLONDON, March 3 (Reuters) - Oil rose.\n"));
        assert!(story.signals.iter().any(|signal| signal.kind == kind), "{note}: {:?}", story.signals);
    }
}

#[test]
fn lines_of_the_systems_that_sent_a_story_are_not_its_headline() {
    const DATELINE: &str = "LONDON, March 3, 2026 (Reuters) - Exports rose.\n\nImports fell.\n";
    let headline = |above: &str, headline: &str| {
        article(format!("{above}{headline}\n\n{DATELINE}")).headline.unwrap_or_default()
    };
    for above in [
        "0123\n031015 MAR 26\n",
        "REUTERS 10:15 03-03-26\nRTR0123 3 ECO\n",
        "AFP0123 4 ECO\n",
        "4711/SXA\n\n",
        "N0123 ECO 03-03-26\n",
        "ZCZC1234/SXA\nXEF26062012345\nU ECO S0A QBXB\n\n",
        "ZCZC\n4711/SXA\nU ECO S42 QBKN\n\n",
        "ZCZC4711/SXA\nWEC\n41234\nR ECO S0A QBXB\n\n",
        "ZCZC\nIPN 123\nECO --/T\n\n",
        "ZCZC IPR 123\nECO R/POL\n\n",
        "ZCZC\nPRI ECO GEN NAT\n.NEWDELHI DEL12\nBIZ-EXPORTS\n",
        "ZCZC\na0123\nr f BC-Trade 03-03 0100\n",
        "ZCZC\nHIN0123\nECO GEN\n",
    ] {
        assert_eq!(headline(above, "Exports rise in January"), "Exports rise in January", "{above}");
    }
    assert_eq!(headline("ZCZC\nTNJ0123 EKO\n", "IZVOZ U JANUARU PORASTAO"), "IZVOZ U JANUARU PORASTAO");
    // A headline may be made of short words and numbers, and it may go on in capitals.
    for short in [
        "OIL UP",
        "US GDP UP 3 PCT",
        "G20 MEET",
        "COVID-19 CASES UP",
        "ST PAUL HOGS UP 1.00/2.00 DLRS - USDA",
    ] {
        assert_eq!(headline("", short), short);
        assert_eq!(headline("ZCZC AB0123\n\n", short), short);
    }
    assert_eq!(headline("OIL UP AT FOUR\n", "YEAR HIGH, DATA SHOW"), "OIL UP AT FOUR YEAR HIGH, DATA SHOW");
    assert_eq!(
        headline("ZCZC AB0123\n\nOIL UP AT FOUR\n", "YEAR HIGH, DATA SHOW"),
        "OIL UP AT FOUR YEAR HIGH, DATA SHOW"
    );
}

#[test]
fn codes_above_a_telegraphed_story_stand_in_a_warning_and_not_in_its_text() {
    let article =
        article("ZCZC\n4711/SXA\nU ECO S42 QBKN\n\nExports rise\n\nROMA (ANSA) - Exports rose.\n\nNNNN\n");
    assert_eq!(article.text, "Exports rise\n\nROMA (ANSA) - Exports rose.");
    let left_out: Vec<&str> = article.warnings.iter().map(|warning| warning.text.as_str()).collect();
    assert!(
        left_out.contains(&"header: 4711/SXA") && left_out.contains(&"header: U ECO S42 QBKN"),
        "{left_out:?}"
    );
}

#[test]
fn a_headline_goes_on_behind_a_word_that_closes_none() {
    for (above, below) in [
        ("Exports rise in January on strong demand from", "France and Spain, data shows"),
        ("Exporte steigen kräftig im", "Januar an"),
        ("Les exportations augmentent en", "France et en Espagne"),
    ] {
        let article = article(format!("{above}\n{below}\n\nLONDON (Reuters) - Exports rose.\n"));
        assert_eq!(article.headline.unwrap(), format!("{above} {below}"));
    }
}

#[test]
fn bylines_have_many_shapes() {
    for (line, byline) in [
        ("by Jane Doe and Tom Roe", "by Jane Doe and Tom Roe"),
        ("di Anna Verdi", "di Anna Verdi"),
        ("von Anna Berg, dpa", "von Anna Berg, dpa"),
        ("By: Jane Doe", "By: Jane Doe"),
        ("Von: Anna Berg", "Von: Anna Berg"),
        ("(By Jane Doe)", "By Jane Doe"),
        ("(di Anna Verdi)", "di Anna Verdi"),
        ("Written by Jane Doe", "Written by Jane Doe"),
        ("Di Anna Verdi", "Di Anna Verdi"),
        ("By our correspondent", "By our correspondent"),
        ("By Jane Doe\nReuters Staff", "By Jane Doe, Reuters Staff"),
        ("By Jane Doe\nAP Economics Writer", "By Jane Doe, AP Economics Writer"),
        ("By Jane Doe\nAssociated Press", "By Jane Doe"),
    ] {
        let plain = article(format!("Exports rise\n\n{line}\n\nLONDON (Reuters) - Exports rose.\n"));
        assert_eq!(
            (plain.headline.as_deref(), plain.byline.as_deref()),
            (Some("Exports rise"), Some(byline)),
            "{line}"
        );
        let html = line.replace('\n', "<br/>");
        let json = article(format!(
            r#"{{"uri":"u","headline":"Exports rise","body_html":"<p>{html}</p><p>LONDON (Reuters) - Exports rose.</p>"}}"#
        ));
        assert_eq!(json.byline.as_deref(), Some(byline), "{line}");
        assert_eq!(json.text, "Exports rise\n\nLONDON (Reuters) - Exports rose.", "{line}");
    }
    // A headline and a paragraph may go on so.
    let story = "Exports rise, says report\nby Bank of England\n\nLONDON (Reuters) - Exports rose.\n";
    assert_eq!(article(story).headline.as_deref(), Some("Exports rise, says report by Bank of England"));
    let story =
        "ACME BUYS FIRM\n\nAcme said it had bought the shares that were held\nby Alex Brown and Sons.\n";
    assert_eq!(article(story).byline, None);
}

#[test]
fn a_byline_in_brackets_may_stand_right_between_headline_and_dateline() {
    let story = "Tin rises\n(di Anna Verdi)\n(ANSA) - ROMA, 12 NOV 2026 - Lo stagno sale a Roma.\n";
    let article_of = article(story);
    assert_eq!(
        (article_of.headline.as_deref(), article_of.byline.as_deref()),
        (Some("Tin rises"), Some("di Anna Verdi"))
    );
}

#[test]
fn the_sign_of_an_agency_at_the_end_or_in_front_tells_the_provider() {
    let provider = |file: &str| article(file).provider.map(|provider| provider.code);
    for (file, code) in [
        ("Tinnet stiger\n\nTinnet steg i Bergen, siger direktionen tirsdag.\n\n/ritzau/\n", "ritzau"),
        ("Tinnet stiger\n\nTinnet steg i Bergen, siger direktionen tirsdag.\n\n/ritzau/Reuters\n", "ritzau"),
        ("Tennet stiger\n\nTennet steg i Bergen, säger styrelsen på tisdagen.\n\nAnna Berg/TT\n", "tt"),
        ("L'étain monte\n\n(Belga) L'étain est monté mardi à Bergen, a dit la mine.\n", "belga"),
        ("Sube el estaño\n\nMadrid, 12 nov 2026 (EFECOM).- El estaño ha subido.\n", "efe"),
        ("Олово растёт\n\nМОСКВА, 12 ноя 2026 (Рейтер) - Олово растёт во вторник.\n", "reuters"),
    ] {
        assert_eq!(provider(file).as_deref(), Some(code), "{file}");
    }
    for file in [
        "Tinnet stiger\n\nTinnet steg i Bergen, siger direktionen tirsdag.\n\n/slut/\n",
        "Tin rises\n\nTin rose in Bergen, the board said on Tuesday.\n\nAnn Berg/AP\n",
        "Tennet stiger\n\nTennet steg i Bergen, säger styrelsen på tisdagen.\n\nFoto: Anna Berg/TT\n",
        "Tin rises\n\n(Belgian) tin rose in Bergen, the board said on Tuesday.\n",
    ] {
        assert_eq!(provider(file), None, "{file}");
    }
    let flash = "\u{1}bdt0306 1 pl 12\r\n\u{2}Neue Präsidentin gewählt\r\n\u{3}121746 Nov 26\r\n\u{4}";
    assert_eq!(provider(flash).as_deref(), Some("dpa"));
}

#[test]
fn what_stands_above_a_release_is_no_headline() {
    for line in [
        "UPDATE 2",
        "NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION, IN WHOLE OR IN PART, IN OR INTO THE UNITED STATES, AUSTRALIA, CANADA OR JAPAN",
        "/NOT FOR DISTRIBUTION TO U.S. NEWSWIRE SERVICES OR FOR DISSEMINATION IN THE UNITED STATES/",
        "Embargo: none",
        "PRESS NOTICE",
        "Dear editors,",
    ] {
        for gap in ["\n", "\n\n"] {
            let story = article(format!(
                "{line}{gap}Norrholm opens plant\n\nLONDON, March 3, 2026 (Reuters) - Norrholm opened a plant on Tuesday, it said.\n\nIt has a staff of 400.\n"
            ));
            assert_eq!(story.headline.as_deref(), Some("Norrholm opens plant"), "{line}");
            assert_eq!(story.pub_status, Some(article::PubStatus::Usable), "{line}");
        }
    }
    let story = article(
        "UPDATE 2\n\nNorrholm opens plant\n\nLONDON, March 3, 2026 (Reuters) - Norrholm opened a plant on Tuesday, it said.\n",
    );
    assert_eq!(story.version, 2);
    for headline in [
        "Not for distribution: secret menus of chefs",
        "Dear editors, a reader writes",
        "Press notice of doom, say printers",
        "Apollo 11",
    ] {
        let story = article(format!(
            "{headline}\n\nLONDON, March 3, 2026 (Reuters) - Norrholm opened a plant on Tuesday, it said.\n"
        ));
        assert_eq!(story.headline.as_deref(), Some(headline));
    }
}

#[test]
fn bylines_with_the_sign_or_the_name_of_the_agency() {
    for (line, place) in [
        ("Af Anna Berg /ritzau/", "London, 3. marts 2026."),
        ("ANNA BERG, Associated Press", "LONDON (AP) —"),
        ("Napsala Anna Nová", "Praha 3. března 2026 (ČTK) -"),
    ] {
        let story = article(format!("Tin 31 250\n\n{line}\n\n{place} Tin steg tirsdag.\n"));
        assert!(
            story.byline.as_deref().is_some_and(|byline| byline.to_lowercase().contains("anna")),
            "{line}: {:?}",
            story.byline
        );
    }
    let story =
        article("Af med hovedet, siger Anna Berg\n\nLondon, 3. marts 2026. Tin steg tirsdag.\n\n/ritzau/\n");
    assert_eq!(story.headline.as_deref(), Some("Af med hovedet, siger Anna Berg"));
}
