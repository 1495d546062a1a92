//! The agencies that sign wire copy: their codes, their names and the words by which they sign.

use std::collections::HashMap;
use std::sync::LazyLock;

use article::Provider;

/// One agency. `signs` are the words it puts between the brackets of a dateline (`(Xinhua)`, `/TASS/`), in an end
/// mark (`-- Bernama`) or in a file's rights; they are matched without regard to case.
#[derive(Debug)]
pub(crate) struct Agency {
    pub code: &'static str,
    pub name: &'static str,
    /// Where it is at home: that decides how its pages write dates.
    pub country: &'static str,
    pub signs: &'static [&'static str],
}

macro_rules! agencies {
    ($($code:literal $name:literal $country:literal [$($sign:literal),*])*) => {
        &[$(Agency { code: $code, name: $name, country: $country, signs: &[$($sign),*] }),*]
    };
}

/// Every agency that is known by name (general knowledge). One that is not here still gets its dateline read.
#[rustfmt::skip]
pub(crate) const AGENCIES: &[Agency] = agencies! {
    "aap"             "Australian Associated Press"            "AU" ["AAP", "Australian Associated Press"]
    "abi"             "Agencia Boliviana de Información"       "BO" ["ABI"]
    "abp"             "Agence Burundaise de Presse"            "BI" ["ABP"]
    "acn"             "Agencia Cubana de Noticias"             "CU" ["ACN"]
    "acp"             "Agence Congolaise de Presse"            "CD" ["ACP"]
    "adnkronos"       "Adnkronos"                              "IT" ["Adnkronos"]
    "afp"             "Agence France-Presse"                   "FR" ["AFP", "Agence France-Presse"]
    "agencia_brasil"  "Agência Brasil"                         "BR" ["Agência Brasil", "Agencia Brasil", "ABr"]
    "agencia_estado"  "Agência Estado"                         "BR" ["Agência Estado"]
    "agerpres"        "AGERPRES"                               "RO" ["AGERPRES"]
    "agi"             "Agenzia Giornalistica Italia"           "IT" ["AGI"]
    "agp"             "Agence Gabonaise de Presse"             "GA" ["AGP"]
    "aim"             "Agência de Informação de Moçambique"    "MZ" ["AIM"]
    "aip"             "Agence Ivoirienne de Presse"            "CI" ["AIP"]
    "akipress"        "AKIpress"                               "KG" ["AKIpress", "AKI Press"]
    "akp"             "Agence Kampuchea Presse"                "KH" ["AKP"]
    "alliance_news"   "Alliance News"                          "GB" ["Alliance News"]
    "ami"             "Agence Mauritanienne d'Information"     "MR" ["AMI"]
    "ana"             "Athens-Macedonian News Agency"          "GR" ["ANA-MPA", "AMNA", "ANA", "ΑΠΕ-ΜΠΕ", "ΑΠΕ"]
    "ana_za"          "African News Agency"                    "ZA" ["African News Agency"]
    "anadolu"         "Anadolu Agency"                         "TR" ["Anadolu Agency", "Anadolu", "AA"]
    "andina"          "Agencia Andina"                         "PE" ["ANDINA"]
    "angop"           "Angola Press Agency"                    "AO" ["ANGOP", "Angola Press"]
    "ani"             "Asian News International"               "IN" ["ANI"]
    "anp"             "ANP"                                    "NL" ["ANP"]
    "ansa"            "ANSA"                                   "IT" ["ANSA", "ANSAmed"]
    "antara"          "Antara News Agency"                     "ID" ["ANTARA", "ANTARA News"]
    "ap"              "Associated Press"                       "US" ["AP", "Associated Press", "The Associated Press"]
    "apa"             "Austria Presse Agentur"                 "AT" ["APA"]
    "apa_az"          "Azeri Press Agency"                     "AZ" ["Azeri Press Agency"]
    "apa_ots"         "APA-OTS"                                "AT" ["APA-OTS"]
    "apo"             "African Press Organization"             "CH" ["APO", "African Press Organization"]
    "app"             "Associated Press of Pakistan"           "PK" ["APP", "Associated Press of Pakistan"]
    "aps"             "Algérie Presse Service"                 "DZ" ["APS", "Algeria Press Service", "Algérie Presse Service"]
    "aps_sn"          "Agence de Presse Sénégalaise"           "SN" ["Agence de Presse Sénégalaise"]
    "argus"           "Argus Media"                            "GB" ["Argus", "Argus Media"]
    "arka"            "ARKA News Agency"                       "AM" ["ARKA"]
    "armenpress"      "Armenpress"                             "AM" ["ARMENPRESS"]
    "arminfo"         "ArmInfo"                                "AM" ["ArmInfo"]
    "asianet"         "AsiaNet"                                "AU" ["AsiaNet", "Xinhua-AsiaNet"]
    "askanews"        "askanews"                               "IT" ["askanews"]
    "ata"             "Albanian Telegraphic Agency"            "AL" ["ATA", "ATSH"]
    "ats"             "Keystone-SDA"                           "CH" ["ats", "sda", "Keystone-SDA", "Keystone-ATS", "Keystone-SDA-ATS"]
    "avn"             "Agencia Venezolana de Noticias"         "VE" ["AVN"]
    "awp"             "AWP Finanznachrichten"                  "CH" ["awp"]
    "azertac"         "AZERTAC"                                "AZ" ["AZERTAC"]
    "bakhtar"         "Bakhtar News Agency"                    "AF" ["BNA-Bakhtar", "Bakhtar"]
    "belga"           "Belga"                                  "BE" ["Belga"]
    "belta"           "BelTA"                                  "BY" ["BelTA"]
    "bernama"         "Bernama"                                "MY" ["Bernama"]
    "beta"            "Beta News Agency"                       "RS" ["Beta"]
    "bloomberg"       "Bloomberg News"                         "US" ["Bloomberg", "Bloomberg News"]
    "bna"             "Bahrain News Agency"                    "BH" ["BNA"]
    "bns"             "Baltic News Service"                    "EE" ["BNS"]
    "bopa"            "Botswana Press Agency"                  "BW" ["BOPA"]
    "bss"             "Bangladesh Sangbad Sangstha"            "BD" ["BSS"]
    "bta"             "Bulgarian News Agency"                  "BG" ["BTA", "БТА"]
    "business_wire"   "Business Wire"                          "US" ["Business Wire"]
    "businessdesk"    "BusinessDesk"                           "NZ" ["BusinessDesk"]
    "caixin"          "Caixin Global"                          "CN" ["Caixin"]
    "cana"            "Caribbean News Agency"                  "BB" ["CANA"]
    "cmc"             "Caribbean Media Corporation"            "BB" ["CMC"]
    "cna_cy"          "Cyprus News Agency"                     "CY" ["Cyprus News Agency"]
    "cna_tw"          "Central News Agency"                    "TW" ["CNA", "Focus Taiwan"]
    "cnn"             "CNN"                                    "US" ["CNN"]
    "cns"             "China News Service"                     "CN" ["China News Service", "ECNS", "CNS"]
    "cnw"             "CNW Group"                              "CA" ["CNW", "CNW Telbec", "CNW Group", "Canada NewsWire"]
    "colprensa"       "Colprensa"                              "CO" ["Colprensa"]
    "cp"              "The Canadian Press"                     "CA" ["The Canadian Press", "Canadian Press", "CP"]
    "ctk"             "Czech News Agency"                      "CZ" ["CTK", "ČTK"]
    "ddp"             "ddp"                                    "DE" ["ddp"]
    "dha"             "Demirören News Agency"                  "TR" ["DHA"]
    "dire"            "Agenzia Dire"                           "IT" ["DIRE", "Agenzia Dire"]
    "dow_jones"       "Dow Jones Newswires"                    "US" ["Dow Jones", "Dow Jones Newswires", "Dow Jones News"]
    "dpa"             "Deutsche Presse-Agentur"                "DE" ["dpa", "dpa-AFX", "dpa-AFX International", "dpa-infocom"]
    "dyn"             "Diarios y Noticias"                     "AR" ["DyN"]
    "efe"             "Agencia EFE"                            "ES" ["EFE", "Agencia EFE", "EFECOM", "EFEAGRO", "EFEVERDE"]
    "elta"            "ELTA"                                   "LT" ["ELTA"]
    "ena"             "Ethiopian News Agency"                  "ET" ["ENA"]
    "epd"             "Evangelischer Pressedienst"             "DE" ["epd"]
    "eta"             "Eesti Teadeteagentuur"                  "EE" ["ETA"]
    "europa_press"    "Europa Press"                           "ES" ["Europa Press"]
    "fars"            "Fars News Agency"                       "IR" ["FNA", "Fars"]
    "fena"            "Federalna novinska agencija"            "BA" ["FENA"]
    "fides"           "Agenzia Fides"                          "VA" ["Agenzia Fides"]
    "global_times"    "Global Times"                           "CN" ["Global Times"]
    "globenewswire"   "GlobeNewswire"                          "US" ["GlobeNewswire", "Globe Newswire"]
    "gna"             "Ghana News Agency"                      "GH" ["GNA", "Ghana News Agency"]
    "hina"            "HINA"                                   "HR" ["HINA", "Hina"]
    "ians"            "Indo-Asian News Service"                "IN" ["IANS"]
    "icis"            "ICIS"                                   "GB" ["ICIS", "ICIS News"]
    "iha"             "İhlas News Agency"                      "TR" ["IHA"]
    "ilna"            "Iranian Labour News Agency"             "IR" ["ILNA"]
    "ina"             "Iraqi News Agency"                      "IQ" ["INA"]
    "infotag"         "Infotag"                                "MD" ["Infotag"]
    "interfax"        "Interfax"                               "RU" ["Interfax", "Интерфакс", "ИНТЕРФАКС"]
    "interfax_ukraine""Interfax-Ukraine"                       "UA" ["Interfax-Ukraine"]
    "ips"             "Inter Press Service"                    "IT" ["IPS"]
    "irna"            "Islamic Republic News Agency"           "IR" ["IRNA"]
    "isna"            "Iranian Students' News Agency"          "IR" ["ISNA"]
    "italica"         "Italica"                                "IT" ["Italica"]
    "italpress"       "Italpress"                              "IT" ["ITALPRESS"]
    "jiji"            "Jiji Press"                             "JP" ["Jiji Press", "Jiji"]
    "jis"             "Jamaica Information Service"            "JM" ["JIS"]
    "kabar"           "Kabar News Agency"                                  "KG" ["KABAR"]
    "kazinform"       "Kazinform"                              "KZ" ["KAZINFORM", "Qazinform"]
    "kaztag"          "KazTAG"                                 "KZ" ["KazTAG"]
    "kbs"             "KBS World"                              "KR" ["KBS", "KBS World"]
    "kcna"            "Korean Central News Agency"             "KP" ["KCNA"]
    "khovar"          "Khovar National Information Agency"                                 "TJ" ["Khovar"]
    "kna"             "Kenya News Agency"                      "KE" ["KNA"]
    "knight_ridder"   "Knight-Ridder"                          "US" ["Knight-Ridder", "Knight Ridder", "KRT"]
    "knn"             "KNN India"                              "IN" ["KNN"]
    "kpl"             "Khaosan Pathet Lao"                     "LA" ["KPL"]
    "kuna"            "Kuwait News Agency"                     "KW" ["KUNA", "Kuwait News Agency", "كونا"]
    "kyodo"           "Kyodo News"                             "JP" ["Kyodo", "Kyodo News"]
    "lana"            "Libyan News Agency"                     "LY" ["LANA"]
    "lapresse"        "LaPresse"                               "IT" ["LaPresse"]
    "leta"            "LETA"                                   "LV" ["LETA"]
    "lina"            "Liberia News Agency"                    "LR" ["LINA"]
    "lusa"            "Lusa"                                   "PT" ["Lusa", "Agência Lusa"]
    "mana"            "Malawi News Agency"                     "MW" ["MANA"]
    "map"             "Maghreb Arabe Presse"                   "MA" ["MAP"]
    "mediafax"        "Mediafax"                               "RO" ["Mediafax"]
    "mehr"            "Mehr News Agency"                       "IR" ["MNA", "Mehr"]
    "mena"            "Middle East News Agency"                "EG" ["MENA"]
    "menafn"          "MENAFN"                                 "JO" ["MENAFN"]
    "mercopress"      "MercoPress"                             "UY" ["MercoPress"]
    "mia"             "Media Information Agency"               "MK" ["MIA"]
    "mina"            "MINA"                                   "ME" ["MINA"]
    "mna_mm"          "Myanmar News Agency"                    "MM" ["Myanmar News Agency"]
    "mni"             "Market News International"              "US" ["MNI"]
    "moldpres"        "Moldpres"                               "MD" ["Moldpres"]
    "montsame"        "MONTSAME"                               "MN" ["MONTSAME"]
    "mti"             "MTI"                                    "HU" ["MTI"]
    "na_ar"           "Noticias Argentinas"                    "AR" ["Noticias Argentinas"]
    "nampa"           "Namibia Press Agency"                   "NA" ["NAMPA", "Nampa"]
    "nan"             "News Agency of Nigeria"                 "NG" ["NAN", "News Agency of Nigeria"]
    "news_aktuell"    "news aktuell"                           "DE" ["ots", "news aktuell"]
    "newsis"          "Newsis"                                 "KR" ["Newsis"]
    "nna"             "National News Agency"                   "LB" ["NNA"]
    "nni"             "News Network International"             "PK" ["NNI"]
    "notimex"         "Notimex"                                "MX" ["Notimex"]
    "nova"            "Agenzia Nova"                           "IT" ["Agenzia Nova", "Nova"]
    "ntb"             "NTB"                                    "NO" ["NTB"]
    "nzn"             "New Zealand Newswire"                   "NZ" ["NZ Newswire", "NZN", "NZME"]
    "nzpa"            "New Zealand Press Association"          "NZ" ["NZPA"]
    "ona"             "Oman News Agency"                       "OM" ["ONA"]
    "pa"              "PA Media"                               "GB" ["PA Media", "Press Association", "PA"]
    "pacnews"         "PACNEWS"                                "FJ" ["PACNEWS"]
    "pajhwok"         "Pajhwok Afghan News"                    "AF" ["Pajhwok"]
    "pana"            "Panapress"                              "SN" ["PANA", "Panapress"]
    "pap"             "Polish Press Agency"                    "PL" ["PAP"]
    "people_daily"    "People's Daily Online"                  "CN" ["People's Daily Online", "People's Daily"]
    "petra"           "Jordan News Agency"                     "JO" ["Petra"]
    "platts"          "Platts"                                 "US" ["Platts", "S&P Global Platts"]
    "pna"             "Philippine News Agency"                 "PH" ["PNA"]
    "ppi"             "Pakistan Press International"           "PK" ["PPI"]
    "prensa_latina"   "Prensa Latina"                          "CU" ["Prensa Latina", "PL"]
    "prime"           "Prime Business News Agency"                                  "RU" ["Prime", "PRIME"]
    "prnewswire"      "PR Newswire"                            "US" ["PRNewswire", "PRNewswire-AsiaNet", "PR Newswire"]
    "pti"             "Press Trust of India"                   "IN" ["PTI", "Press Trust of India"]
    "qna"             "Qatar News Agency"                      "QA" ["QNA", "قنا"]
    "radiocor"        "Il Sole 24 Ore Radiocor"                "IT" ["Radiocor", "Radiocor Plus", "Il Sole 24 Ore Radiocor"]
    "reuters"         "Reuters"                                "GB" ["Reuters", "Thomson Reuters", "Reuter", "Рейтер", "Ройтерс"]
    "ria"             "RIA Novosti"                            "RU" ["RIA Novosti", "РИА Новости", "RIA"]
    "ritzau"          "Ritzau"                                 "DK" ["Ritzau"]
    "rompres"         "Rompres"                                "RO" ["Rompres"]
    "rss"             "Rastriya Samachar Samiti"               "NP" ["RSS"]
    "rttnews"         "RTTNews"                                "US" ["RTTNews"]
    "saba"            "Yemen News Agency"                      "YE" ["Saba"]
    "sana"            "Syrian Arab News Agency"                "SY" ["SANA"]
    "sanews"          "SAnews"                                 "ZA" ["SAnews", "SAnews.gov.za", "BuaNews"]
    "sapa"            "South African Press Association"        "ZA" ["SAPA", "Sapa"]
    "shana"           "Shana"                                  "IR" ["Shana"]
    "sid"             "Sport-Informations-Dienst"              "DE" ["SID"]
    "sita"            "SITA"                                   "SK" ["SITA"]
    "slena"           "Sierra Leone News Agency"               "SL" ["SLENA"]
    "sonna"           "Somali National News Agency"            "SO" ["SONNA"]
    "spa"             "Saudi Press Agency"                     "SA" ["SPA", "واس"]
    "sputnik"         "Sputnik"                                "RU" ["Sputnik"]
    "srna"            "SRNA"                                   "BA" ["SRNA"]
    "sta"             "Slovenian Press Agency"                 "SI" ["STA"]
    "stt"             "STT"                                    "FI" ["STT", "STT-Lehtikuva"]
    "suna"            "Sudan News Agency"                      "SD" ["SUNA"]
    "taiwan_news"     "Taiwan News"                            "TW" ["Taiwan News"]
    "tanjug"          "Tanjug"                                 "RS" ["Tanjug"]
    "tap"             "Tunis Afrique Presse"                   "TN" ["TAP"]
    "tasnim"          "Tasnim News Agency"                     "IR" ["Tasnim"]
    "tasr"            "TASR"                                   "SK" ["TASR"]
    "tass"            "TASS"                                   "RU" ["TASS", "ITAR-TASS", "ТАСС", "ИТАР-ТАСС"]
    "tdh"             "Turkmenistan State News Agency"         "TM" ["TDH"]
    "telam"           "Télam"                                  "AR" ["Télam", "Telam"]
    "tna"             "Thai News Agency"                       "TH" ["TNA"]
    "trend"           "Trend News Agency"                      "AZ" ["Trend"]
    "tt"              "TT"                                     "SE" ["TT"]
    "turan"           "Turan Information Agency"                                  "AZ" ["Turan"]
    "ukrinform"       "Ukrinform"                              "UA" ["Ukrinform", "УКРІНФОРМ", "Укрінформ"]
    "unb"             "United News of Bangladesh"              "BD" ["UNB"]
    "uni"             "United News of India"                   "IN" ["UNI"]
    "unian"           "UNIAN"                                  "UA" ["UNIAN"]
    "upi"             "United Press International"             "US" ["UPI", "United Press International"]
    "urdupoint"       "UrduPoint"                              "PK" ["UrduPoint News", "UrduPoint"]
    "uza"             "Uzbekistan National News Agency"        "UZ" ["UzA"]
    "vna"             "Vietnam News Agency"                    "VN" ["VNA", "VNS", "TTXVN"]
    "wafa"            "Palestine News Agency"                  "PS" ["WAFA"]
    "wam"             "Emirates News Agency"                   "AE" ["WAM", "وام"]
    "xinhua"          "Xinhua News Agency"                     "CN" ["Xinhua", "Xinhuanet", "Xinhua News Agency"]
    "yonhap"          "Yonhap News Agency"                     "KR" ["Yonhap", "Yonhap News"]
    "zanis"           "Zambia News and Information Services"   "ZM" ["ZANIS", "ZANA"]
    "ziana"           "New Ziana"                              "ZW" ["ZIANA", "New Ziana"]
};

/// Signs that two agencies use: the second, by the places from which only it files. The table has the first.
const HOMONYMS: &[(&str, &str, &[&str])] = &[
    ("apa", "apa_az", &["baku"]),
    ("cna_tw", "cna_cy", &["nicosia", "limassol", "larnaca", "paphos"]),
    ("ana", "ana_za", &["cape town", "johannesburg", "pretoria", "durban", "tshwane"]),
    ("aps", "aps_sn", &["dakar"]),
    (
        "news_aktuell",
        "apa_ots",
        &[
            "wien",
            "graz",
            "linz",
            "salzburg",
            "innsbruck",
            "klagenfurt",
            "bregenz",
            "eisenstadt",
            "st. pölten",
        ],
    ),
    ("mehr", "mna_mm", &["yangon", "rangoon", "nay pyi taw", "naypyitaw", "mandalay"]),
    ("bna", "bakhtar", &["kabul"]),
];

/// Signs that stand in datelines without brackets, as they are written: `TOKYO, April 13 Kyodo`, `Accra, Jan 16, GNA`.
#[rustfmt::skip]
const BARE: &[&str] = &[
    "AAP", "AKP", "APP", "ARMENPRESS", "AZERTAC", "Armenpress", "AzerTAc", "Azertac", "BNA", "BNS", "BSS", "GNA",
    "IRNA", "KAZINFORM", "KUNA", "Kazinform", "Kyodo", "LETA", "NAN", "NZPA", "ONA", "PTI", "QAZINFORM", "QNA", "SANA",
    "SAPA", "SPA", "Sapa", "TASS", "UNB", "UNI", "WAM", "Xinhua", "ИНТЕРФАКС", "УКРІНФОРМ",
];

/// Whether a word is one of these.
pub(crate) fn is_bare(word: &str) -> bool {
    /// For each first letter a bit for each length: nearly all words are told by these.
    const LENGTHS: [u32; 32] = {
        let (mut lengths, mut nth) = ([0; 32], 0);
        while nth < BARE.len() {
            assert!(BARE[nth].len() < 32, "there are so many bits");
            lengths[BARE[nth].as_bytes()[0] as usize % 32] |= 1 << BARE[nth].len();
            nth += 1;
        }
        lengths
    };
    let first = word.as_bytes().first();
    let may = |first: &u8| word.len() < 32 && LENGTHS[usize::from(*first) % 32] >> word.len() & 1 == 1;
    first.is_some_and(may) && BARE.contains(&word)
}

/// Every sign with its agency, in the order of their first letters.
static SIGNS: LazyLock<Vec<([u8; 2], &str, &Agency)>> = LazyLock::new(|| {
    let signs = AGENCIES.iter().flat_map(|agency| {
        agency.signs.iter().filter_map(move |sign| Some((first_letters(sign)?, *sign, agency)))
    });
    let mut signs: Vec<_> = signs.collect();
    signs.sort_by_key(|(letters, ..)| *letters);
    signs
});

/// Every name that is long enough to be looked for anywhere, with its agency's place in the table, by first letters.
static NAMES: LazyLock<Vec<([u8; 2], &str, usize)>> = LazyLock::new(|| {
    let names = AGENCIES.iter().enumerate().filter(|(_, agency)| agency.name.len() > 4);
    let mut names: Vec<_> =
        names.filter_map(|(nth, agency)| Some((first_letters(agency.name)?, agency.name, nth))).collect();
    names.sort_by_key(|(letters, ..)| *letters);
    names
});

/// A bit for the first two letters of each of these names: nearly no place in a word has one.
static PAIRS: LazyLock<[u32; 32]> = LazyLock::new(|| {
    let mut pairs = [0; 32];
    for ([first, second], ..) in NAMES.iter() {
        pairs[usize::from(first & 31)] |= 1 << (second & 31);
    }
    pairs
});

/// The first two bytes, whatever the case: no sign is shorter.
fn first_letters(words: &str) -> Option<[u8; 2]> {
    first_letters_of(words.as_bytes())
}

fn first_letters_of(words: &[u8]) -> Option<[u8; 2]> {
    words.first_chunk().map(|letters| letters.map(|letter| letter.to_ascii_lowercase()))
}

impl Agency {
    pub(crate) fn provider(&self) -> Provider {
        Provider { code: self.code.to_owned(), name: Some(self.name.to_owned()) }
    }

    /// The agency with this code.
    pub(crate) fn with_code(code: &str) -> Option<&'static Self> {
        AGENCIES.iter().find(|agency| agency.code == code)
    }

    /// The agency whose sign begins these words: `dpa/bb`, `ats afp`, `UrduPoint News / Sputnik`. The longest sign wins.
    pub(crate) fn signing(words: &str) -> Option<&'static Self> {
        let words = words.trim_start();
        // as it is asked of every place in a head, only the signs with the same first letters are compared
        let first = first_letters(words)?;
        let from = SIGNS.partition_point(|(letters, ..)| *letters < first);
        let same = SIGNS[from..].iter().take_while(|(letters, ..)| *letters == first);
        let signing = same.filter(|(_, sign, _)| begins(words, sign));
        signing.max_by_key(|(_, sign, _)| sign.len()).map(|(.., agency)| *agency)
    }

    /// The agency whose sign this is, as it writes it: many signs are words or names when they are written otherwise.
    pub(crate) fn writing(sign: &str) -> Option<&'static Self> {
        let agency = Self::signing(sign)?;
        let own = |known: &str| known == sign || known.len() > 4 && known.eq_ignore_ascii_case(sign);
        agency.signs.iter().any(|known| own(known)).then_some(agency)
    }

    /// Whether words are the sign of an agency and nothing else, in any case.
    pub(crate) fn is_sign(words: &str) -> bool {
        Self::signing(words).is_some_and(|agency| agency.signs_as(words))
    }

    /// Whether words are one of its signs, in any case.
    pub(crate) fn signs_as(&self, words: &str) -> bool {
        self.signs.iter().any(|sign| sign.eq_ignore_ascii_case(words))
    }

    /// The signs of all agencies that are one word.
    pub(crate) fn signs() -> impl Iterator<Item = &'static str> {
        let signs = AGENCIES.iter().flat_map(|agency| agency.signs.iter().copied());
        signs.filter(|sign| sign.chars().all(char::is_alphanumeric))
    }

    /// This agency, or the other one with its sign that files from this place.
    pub(crate) fn at(&'static self, place: Option<&str>) -> &'static Self {
        let other = HOMONYMS.iter().filter(|(code, _, _)| *code == self.code).find(|(_, _, places)| {
            place.is_some_and(|place| places.iter().any(|known| known.eq_ignore_ascii_case(place)))
        });
        other.and_then(|(_, code, _)| Self::with_code(code)).unwrap_or(self)
    }

    /// Whether the month stands first in the dates of its pages.
    pub(crate) fn writes_month_first(&self) -> bool {
        matches!(self.country, "US" | "PH" | "TW")
    }

    /// The agency that a line of copyright names: `Copyright © ANTARA 2023`, `(c) 2019 Kyodo News`.
    pub(crate) fn of_copyright(line: &str) -> Option<&'static Self> {
        let head = line.get(..line.len().min(12)).unwrap_or("");
        let begins = |with: &str| head.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        if !(line.starts_with('©') || begins("copyright") || begins("(c) ")) {
            return None;
        }
        let skip = |word: &&str| {
            let bare = word.trim_matches(|c: char| !c.is_alphabetic());
            bare.is_empty()
                || ["copyright", "c", "by", "the", "all", "rights", "reserved"]
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(bare))
        };
        let mut rest = line.trim();
        while let Some(word) = rest.split_whitespace().next().filter(skip) {
            rest = rest[word.len()..].trim_start();
        }
        Self::signing(rest)
    }

    /// The agency that a rights line, a creator or a distributor names: by its name anywhere, or by its sign alone.
    pub(crate) fn named_in(words: &str) -> Option<&'static Self> {
        let bytes = words.as_bytes();
        // By their first letters, as it is asked of every maker of every story.
        let pairs = &*PAIRS;
        let named_at = |at: usize| {
            let rest = &bytes[at..];
            let first = first_letters_of(rest)?;
            if pairs[usize::from(first[0] & 31)] >> (first[1] & 31) & 1 == 0 {
                return None;
            }
            let from = NAMES.partition_point(|(letters, ..)| *letters < first);
            let same = NAMES[from..].iter().take_while(|(letters, ..)| *letters == first);
            let here = same.filter(|(_, name, _)| {
                rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
            });
            here.max_by_key(|(_, name, nth)| (name.len(), *nth))
        };
        // The longest name counts; of two that are as long the one that is later in the table.
        let by_name = (0..bytes.len()).filter_map(named_at).max_by_key(|(_, name, nth)| (name.len(), *nth));
        by_name.map(|(.., nth)| &AGENCIES[*nth]).or_else(|| {
            // `AGERPRES - Economic`, `TTXVN | Kinh tế`, `AP News: Top Headlines`: the sign and a desk.
            let whole = words.split(" (").next().unwrap_or(words).split(['/', ',', ';', '|']);
            let whole = whole.flat_map(|words| words.split(" - ")).flat_map(|words| words.split(": "));
            let whole = whole.map(str::trim).take(8);
            whole.flat_map(|words| [Some(words), without_house(words)]).flatten().find_map(Self::with_sign)
        })
    }

    /// The agency whose sign this is, in any case.
    fn with_sign(words: &str) -> Option<&'static Self> {
        let first = first_letters(words)?;
        let from = SIGNS.partition_point(|(letters, ..)| *letters < first);
        let mut same = SIGNS[from..].iter().take_while(|(letters, ..)| *letters == first);
        same.find(|(_, sign, _)| sign.eq_ignore_ascii_case(words))
            .map(|(.., agency)| *agency)
            .or_else(|| OWN_NAMES.get(&words.to_lowercase()).copied())
    }
}

/// `UPI.com`, `ANI News`: what stands before the word that says where or what it is.
fn without_house(words: &str) -> Option<&str> {
    const HOUSES: &[&str] = &[".com", ".it", ".org", ".net", ".de", ".fr", ".es", ".int", " News"];
    HOUSES.iter().find_map(|house| words.strip_suffix(house))
}

/// How agencies call themselves at home, in lower case.
static OWN_NAMES: LazyLock<HashMap<String, &Agency>> = LazyLock::new(|| {
    let lines = include_str!("../data/agency-names.tsv").lines().filter(|line| !line.starts_with('#'));
    let names = lines.filter_map(|line| line.split_once('\t'));
    names.filter_map(|(name, code)| Some((name.to_lowercase(), Agency::with_code(code)?))).collect()
});

/// Whether `words` begin with `sign`, as whole words and whatever the case.
fn begins(words: &str, sign: &str) -> bool {
    let Some(head) = words.get(..sign.len()).filter(|head| head.eq_ignore_ascii_case(sign)) else {
        return false;
    };
    let rest = &words[sign.len()..];
    // `AA-plus` and `pl` are no signs: two letters are too few for anything but the sign itself.
    if sign.len() <= 2 {
        return head == sign && (rest.is_empty() || rest.starts_with(['/', ' ', ',']));
    }
    !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Agency, OWN_NAMES};

    #[test]
    fn every_name_in_the_table_is_of_an_agency_that_is_known_and_stands_there_once() {
        let lines = include_str!("../data/agency-names.tsv").lines().filter(|line| !line.starts_with('#'));
        let mut count = 0;
        for line in lines {
            let (name, code) = line.split_once('\t').unwrap_or((line, ""));
            assert!(Agency::with_code(code).is_some(), "{line}");
            assert!(!name.is_empty() && name.trim() == name, "{line}");
            count += 1;
        }
        assert_eq!(OWN_NAMES.len(), count, "a name stands there twice");
    }

    #[test]
    fn an_agency_is_known_by_its_own_name_its_house_and_its_desks() {
        for (words, code) in [
            ("新华社", "xinhua"),
            ("共同通信社", "kyodo"),
            ("وكالة الأنباء السعودية", "spa"),
            ("Polska Agencja Prasowa", "pap"),
            ("Česká tisková kancelář", "ctk"),
            ("УКРИНФОРМ", "ukrinform"),
            ("AFP.com - Actualités", "afp"),
            ("AP News: Top Headlines", "ap"),
            ("ANI News", "ani"),
            ("Focus Taiwan (CNA)", "cna_tw"),
        ] {
            assert_eq!(Agency::named_in(words).map(|agency| agency.code), Some(code), "{words}");
        }
        for words in ["Jane Doe (AFP)", "Sky News", "example.com", "新闻"] {
            assert!(Agency::named_in(words).is_none(), "{words}");
        }
    }
}
