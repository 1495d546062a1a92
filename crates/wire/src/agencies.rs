//! The agencies that sign wire copy: their codes, their names and the words by which they sign.

use std::sync::LazyLock;

use article::Provider;

/// One agency. `signs` are the words it puts between the brackets of a dateline (`(Xinhua)`, `/TASS/`), in an end
/// mark (`-- Bernama`) or in a file's rights; they are matched without regard to case.
#[derive(Debug)]
pub(crate) struct Agency {
    pub code: &'static str,
    pub name: &'static str,
    pub signs: &'static [&'static str],
}

macro_rules! agencies {
    ($($code:literal $name:literal [$($sign:literal),*])*) => {
        &[$(Agency { code: $code, name: $name, signs: &[$($sign),*] }),*]
    };
}

/// Every agency that is known by name. One that is not here still gets its dateline read.
pub(crate) const AGENCIES: &[Agency] = agencies! {
    "aap"           "Australian Associated Press"       ["AAP"]
    "adnkronos"     "Adnkronos"                         ["Adnkronos"]
    "afp"           "Agence France-Presse"              ["AFP"]
    "agi"           "Agenzia Giornalistica Italia"      ["AGI"]
    "ana"           "Athens-Macedonian News Agency"     ["ANA-MPA", "AMNA"]
    "anadolu"       "Anadolu Agency"                    ["AA", "Anadolu"]
    "ani"           "Asian News International"          ["ANI"]
    "anp"           "ANP"                               ["ANP"]
    "ansa"          "ANSA"                              ["ANSA"]
    "antara"        "Antara News Agency"                ["ANTARA"]
    "ap"            "Associated Press"                  ["AP"]
    "apa"           "Austria Presse Agentur"            ["APA"]
    "asianet"       "AsiaNet"                           ["AsiaNet", "Xinhua-AsiaNet"]
    "ats"           "Keystone-SDA"                      ["ats", "sda", "Keystone-SDA"]
    "azertac"       "AZERTAC"                           ["AZERTAC"]
    "belga"         "Belga"                             ["Belga"]
    "belta"         "BelTA"                             ["BelTA"]
    "bernama"       "Bernama"                           ["Bernama"]
    "bna"           "Bahrain News Agency"               ["BNA"]
    "bta"           "Bulgarian News Agency"             ["BTA"]
    "business_wire" "Business Wire"                     ["Business Wire"]
    "caixin"        "Caixin Global"                     ["Caixin"]
    "cna_tw"        "Central News Agency"               ["CNA", "Focus Taiwan"]
    "cns"           "China News Service"                ["China News Service", "ECNS", "CNS"]
    "cp"            "The Canadian Press"                ["The Canadian Press", "CP"]
    "ctk"           "ČTK"                               ["ČTK", "CTK"]
    "dpa"           "Deutsche Presse-Agentur"           ["dpa", "dpa-AFX"]
    "efe"           "Agencia EFE"                       ["EFE"]
    "europa_press"  "Europa Press"                      ["Europa Press"]
    "global_times"  "Global Times"                      ["Global Times"]
    "globenewswire" "GlobeNewswire"                     ["GlobeNewswire", "Globe Newswire"]
    "hina"          "Hina"                              ["Hina"]
    "ians"          "Indo-Asian News Service"           ["IANS"]
    "interfax"      "Interfax"                          ["Interfax", "Интерфакс"]
    "ips"           "Inter Press Service"               ["IPS"]
    "irna"          "Islamic Republic News Agency"      ["IRNA"]
    "isna"          "Iranian Students' News Agency"     ["ISNA"]
    "italpress"     "Italpress"                         ["ITALPRESS"]
    "italica"       "Italica"                           ["Italica"]
    "jiji"          "Jiji Press"                        ["Jiji Press", "Jiji"]
    "kcna"          "Korean Central News Agency"        ["KCNA"]
    "knn"           "KNN India"                         ["KNN"]
    "kuna"          "Kuwait News Agency"                ["KUNA"]
    "kyodo"         "Kyodo News"                        ["Kyodo"]
    "lusa"          "Lusa"                              ["Lusa", "Agência Lusa"]
    "map"           "Maghreb Arabe Presse"              ["MAP"]
    "mehr"          "Mehr News Agency"                  ["MNA", "Mehr"]
    "mena"          "Middle East News Agency"           ["MENA"]
    "menafn"        "MENAFN"                            ["MENAFN"]
    "mti"           "MTI"                               ["MTI"]
    "ntb"           "NTB"                               ["NTB"]
    "pa"            "PA Media"                          ["PA Media", "Press Association"]
    "pap"           "Polish Press Agency"               ["PAP"]
    "petra"         "Jordan News Agency"                ["Petra"]
    "prnewswire"    "PR Newswire"                       ["PRNewswire", "PRNewswire-AsiaNet", "PR Newswire"]
    "pti"           "Press Trust of India"              ["PTI"]
    "qna"           "Qatar News Agency"                 ["QNA"]
    "reuters"       "Reuters"                           ["Reuters", "Thomson Reuters"]
    "ria"           "RIA Novosti"                       ["RIA Novosti", "РИА Новости"]
    "ritzau"        "Ritzau"                            ["Ritzau"]
    "saba"          "Yemen News Agency"                 ["Saba"]
    "sana"          "Syrian Arab News Agency"           ["SANA"]
    "spa"           "Saudi Press Agency"                ["SPA"]
    "sputnik"       "Sputnik"                           ["Sputnik"]
    "stt"           "STT"                               ["STT"]
    "taiwan_news"   "Taiwan News"                       ["Taiwan News"]
    "tanjug"        "Tanjug"                            ["Tanjug"]
    "tasnim"        "Tasnim News Agency"                ["Tasnim"]
    "tass"          "TASS"                              ["TASS", "ITAR-TASS", "ТАСС", "ИТАР-ТАСС"]
    "trend"         "Trend News Agency"                 ["Trend"]
    "tt"            "TT"                                ["TT"]
    "ukrinform"     "Ukrinform"                         ["Ukrinform"]
    "uni"           "United News of India"              ["UNI"]
    "upi"           "United Press International"        ["UPI"]
    "urdupoint"     "UrduPoint"                         ["UrduPoint News", "UrduPoint"]
    "vna"           "Vietnam News Agency"               ["VNA", "VNS"]
    "wam"           "Emirates News Agency"              ["WAM"]
    "xinhua"        "Xinhua News Agency"                ["Xinhua", "Xinhuanet"]
    "yonhap"        "Yonhap News Agency"                ["Yonhap"]
};

/// Every sign with its agency, in the order of their first letters.
static SIGNS: LazyLock<Vec<(&str, &Agency)>> = LazyLock::new(|| {
    let signs = AGENCIES.iter().flat_map(|agency| agency.signs.iter().map(move |sign| (*sign, agency)));
    let mut signs: Vec<_> = signs.collect();
    signs.sort_by_key(|(sign, _)| sign.as_bytes()[0].to_ascii_lowercase());
    signs
});

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
        // as it is asked of every place in a head, only the signs with the same first letter are compared
        let first = words.as_bytes().first()?.to_ascii_lowercase();
        let from = SIGNS.partition_point(|(sign, _)| sign.as_bytes()[0].to_ascii_lowercase() < first);
        let same =
            SIGNS[from..].iter().take_while(|(sign, _)| sign.as_bytes()[0].to_ascii_lowercase() == first);
        let signing = same.filter(|(sign, _)| begins(words, sign));
        signing.max_by_key(|(sign, _)| sign.len()).map(|(_, agency)| *agency)
    }

    /// The agency that a rights line, a creator or a distributor names: by its name anywhere, or by its sign alone.
    pub(crate) fn named_in(words: &str) -> Option<&'static Self> {
        let lower = words.to_ascii_lowercase();
        let by_name = AGENCIES.iter().filter(|agency| {
            agency.name.len() > 4
                && memchr::memmem::find(lower.as_bytes(), agency.name.to_ascii_lowercase().as_bytes())
                    .is_some()
        });
        by_name.max_by_key(|agency| agency.name.len()).or_else(|| {
            let mut whole = words.split(['/', ',', ';']).map(str::trim);
            whole.find_map(|words| {
                AGENCIES
                    .iter()
                    .find(|agency| agency.signs.iter().any(|sign| sign.eq_ignore_ascii_case(words)))
            })
        })
    }
}

/// Whether `words` begin with `sign`, as whole words and whatever the case.
fn begins(words: &str, sign: &str) -> bool {
    words.get(..sign.len()).is_some_and(|head| head.eq_ignore_ascii_case(sign))
        && !words[sign.len()..].starts_with(char::is_alphanumeric)
}
