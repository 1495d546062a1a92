//! What is wrong with a gold by itself: a mistyped key or word would else count as something that nobody found.
//!
//! The words are those of the record's own types, so that gold and record cannot part.

use article::{
    Bound, Comparison, Direction, FigureKind, Indicator, Level, Per, Period, Role, Salience, Status,
};
use serde_json::{Map, Value};

use crate::tally::list;

/// ISO 4217, and behind these the codes of currencies that older stories name.
const CURRENCIES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLF CLP CNH CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ \
    GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD \
    RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU \
    UZS VED VES VND VUV WST XAF XAU XCD XCG XDR XOF XPF YER ZAR ZMW ZWG ZWL \
    ADP AFA AON ARA ARP ATS AZM BEF BGL BRC BRE BRN BRR BYB BYR CSD CSK CYP DDM DEM ECS EEK ESP FIM FRF GHC GRD GWP IEP ILR ITL \
    LTL LUF LVL MGF MRO MTL MXP MZM NLG PES PLZ PTE ROL RUR SDD SIT SKK SRG STD SUR TMM TPE TRL UAK VEB VEF XEU YDD YUD YUM YUN ZAL \
    ZMK ZRN ZRZ ZWD";

const UNITS: &str = "percent percentage_point multiple t kg bbl bbl/d m3 vehicle unit head TEU";

/// ISIC Rev.4 has these divisions and none between.
const DIVISIONS: &[(u8, u8)] = &[
    (1, 3),
    (5, 9),
    (10, 33),
    (35, 39),
    (41, 43),
    (45, 47),
    (49, 53),
    (55, 56),
    (58, 66),
    (68, 75),
    (77, 82),
    (84, 88),
    (90, 99),
];

/// What may stand in any object for readers.
const REMARKS: &[&str] = &["notes", "note"];

/// Every mistake, with the key that has it: "`figures[0].indicator`: unknown variant `export`, expected one of …".
pub(crate) fn mistakes(gold: &Value) -> Vec<String> {
    let mut check = Check { wrong: Vec::new() };
    let Some(object) = gold.as_object() else {
        return vec!["it is no object: { \"regions\": [], \"industries\": [], \"figures\": [] }".to_owned()];
    };
    let told = ["id", "published", "agency", "headline", "dateline", "language", "source", "url"];
    let known = ["published_check", "regions", "industries", "figures"];
    check.keys("", object, &["regions", "industries", "figures"], &[&known[..], &told[..]].concat());
    check.optional("published_check", &gold["published_check"], "a day as 2024-10-15", |day| {
        day.parse::<article::When>().is_ok()
    });
    for (at, region) in check.objects("regions", &gold["regions"]) {
        check.region(&at, region);
    }
    for (at, sector) in check.objects("industries", &gold["industries"]) {
        check.sector(&at, sector);
    }
    let figures = check.objects("figures", &gold["figures"]);
    let mut ids: Vec<&str> = Vec::new();
    for (at, figure) in &figures {
        let Some(id) = figure.get("id").filter(|id| !id.is_null()) else { continue };
        match id.as_str() {
            Some(id) if ids.contains(&id) => check.note(&format!("{at}.id"), format!("{id:?} stands twice")),
            Some(id) => ids.push(id),
            None => check.note(&format!("{at}.id"), format!("{id} is no word: \"f1\"")),
        }
    }
    for (at, figure) in &figures {
        check.figure(at, figure, &ids);
    }
    check.wrong
}

type Object = Map<String, Value>;
/// Reads a value as a type of the record.
type Read = fn(Value) -> serde_json::Result<()>;

/// As one of the words of a type.
macro_rules! word {
    ($of:ty) => {
        (|value| serde_json::from_value::<$of>(value).map(drop)) as Read
    };
}

struct Check {
    wrong: Vec<String>,
}

impl Check {
    fn note(&mut self, key: &str, why: impl std::fmt::Display) {
        self.wrong.push(format!("`{key}`: {why}"));
    }

    /// All keys are known, and those that must be there are.
    fn keys(&mut self, at: &str, object: &Object, needed: &[&str], known: &[&str]) {
        let path = |key: &str| if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
        for key in object.keys() {
            if !known.contains(&key.as_str()) && !REMARKS.contains(&key.as_str()) {
                self.note(&path(key), format!("no such key; there are {}", known.join(", ")));
            }
        }
        for key in needed {
            if object.get(*key).is_none_or(Value::is_null) {
                let none = if at.is_empty() { " ([] says that the story has none)" } else { "" };
                self.note(&path(key), format!("missing{none}"));
            }
        }
    }

    /// The objects of a list, each with the place where it stands.
    fn objects<'g>(&mut self, key: &str, value: &'g Value) -> Vec<(String, &'g Object)> {
        if !value.is_array() && !value.is_null() {
            self.note(key, "it is no list: [ … ]");
        }
        let mut all = Vec::new();
        for (nth, one) in list(value).iter().enumerate() {
            let at = format!("{key}[{nth}]");
            match one.as_object() {
                Some(object) => all.push((at, object)),
                None => self.note(&at, format!("{one} is no object: {{ … }}")),
            }
        }
        all
    }

    /// One of the record's words, where it is there.
    fn word(&mut self, at: &str, object: &Object, key: &str, read: Read) {
        let Some(value) = object.get(key).filter(|value| !value.is_null()) else { return };
        if let Err(why) = read(value.clone()) {
            self.note(&format!("{at}.{key}"), why);
        }
    }

    /// Text of some shape, where it is there.
    fn optional(&mut self, key: &str, value: &Value, shape: &str, fits: impl Fn(&str) -> bool) {
        if !value.is_null() && !value.as_str().is_some_and(fits) {
            self.note(key, format!("{value} is no {}", shape.strip_prefix("a ").unwrap_or(shape)));
        }
    }

    fn text(&mut self, at: &str, object: &Object, key: &str, shape: &str, fits: impl Fn(&str) -> bool) {
        let value = object.get(key).unwrap_or(&Value::Null);
        self.optional(&format!("{at}.{key}"), value, shape, fits);
    }

    /// `quote` and `nth`.
    fn quote(&mut self, at: &str, object: &Object) {
        self.text(at, object, "quote", "words of the story", |words| !words.is_empty());
        let counts = |nth: &Value| match nth {
            Value::Null => true,
            Value::String(nth) => nth.parse::<usize>().is_ok_and(|nth| nth > 0),
            nth => nth.as_u64().is_some_and(|nth| nth > 0),
        };
        if let Some(nth) = object.get("nth").filter(|nth| !counts(nth)) {
            self.note(&format!("{at}.nth"), format!("{nth} is no number from 1"));
        }
    }

    fn quotes(&mut self, at: &str, object: &Object, key: &str) {
        let value = object.get(key).unwrap_or(&Value::Null);
        for (at, quote) in self.objects(&format!("{at}.{key}"), value) {
            self.keys(&at, quote, &["quote"], &["quote", "nth"]);
            self.quote(&at, quote);
        }
    }

    fn region(&mut self, at: &str, region: &Object) {
        let needed = ["code", "level", "role", "mentions"];
        self.keys(at, region, &needed, &["code", "name", "level", "role", "mentions"]);
        self.word(at, region, "level", word!(Level));
        self.word(at, region, "role", word!(Role));
        match region.get("level").and_then(Value::as_str) {
            Some("country") => self.text(at, region, "code", "country: CN", is_country),
            Some("admin1") => self.text(at, region, "code", "division of ISO 3166-2: CN-GX", is_division),
            Some("city") => self.text(at, region, "code", "city: CN:Nanning", is_city),
            _ => self.text(at, region, "code", "code: x:asean", is_wider),
        }
        self.quotes(at, region, "mentions");
    }

    fn sector(&mut self, at: &str, sector: &Object) {
        self.keys(at, sector, &["isic", "salience"], &["isic", "name", "salience", "quotes"]);
        self.word(at, sector, "salience", word!(Salience));
        let is_division = |code: &str| {
            let number = code.parse::<u8>().ok().filter(|_| code.len() == 2);
            number.is_some_and(|number| DIVISIONS.iter().any(|(from, to)| (*from..=*to).contains(&number)))
        };
        self.text(at, sector, "isic", "division of ISIC Rev.4 in two digits: \"29\"", is_division);
        self.quotes(at, sector, "quotes");
    }

    fn figure(&mut self, at: &str, figure: &Object, ids: &[&str]) {
        const NEEDED: [&str; 6] = ["quote", "kind", "indicator", "value", "unit", "status"];
        const MORE: [&str; 14] = [
            "id",
            "nth",
            "high",
            "per",
            "direction",
            "comparison",
            "period",
            "base_period",
            "reporter",
            "partner",
            "commodity",
            "bound",
            "twin_of",
            "of",
        ];
        self.keys(at, figure, &NEEDED, &[&NEEDED[..], &MORE[..]].concat());
        self.quote(at, figure);
        for (key, read) in [
            ("kind", word!(FigureKind)),
            ("indicator", word!(Indicator)),
            ("per", word!(Per)),
            ("direction", word!(Direction)),
            ("comparison", word!(Comparison)),
            ("status", word!(Status)),
            ("bound", word!(Bound)),
            ("period", word!(Period)),
            ("base_period", word!(Period)),
        ] {
            self.word(at, figure, key, read);
        }
        for key in ["value", "high"] {
            let value = figure.get(key).unwrap_or(&Value::Null);
            if !value.is_number() {
                self.optional(&format!("{at}.{key}"), value, "number as \"28140000000\"", |number| {
                    number.parse::<rust_decimal::Decimal>().is_ok()
                });
            }
        }
        self.text(
            at,
            figure,
            "unit",
            &format!("unit: a currency of ISO 4217, {UNITS} or other:word"),
            |unit| {
                let is_in = |units: &str| units.split(' ').any(|known| known == unit);
                is_in(UNITS)
                    || is_in(CURRENCIES)
                    || unit.strip_prefix("other:").is_some_and(|word| !word.is_empty())
            },
        );
        for key in ["reporter", "partner"] {
            self.text(
                at,
                figure,
                key,
                "region's code: CN, CN-GX, CN:Nanning, x:asean, HK+MO, WORLD",
                |codes| {
                    codes.split('+').all(|code| {
                        code == "WORLD"
                            || is_country(code)
                            || is_division(code)
                            || is_city(code)
                            || is_wider(code)
                    })
                },
            );
        }
        self.text(at, figure, "commodity", "words", |words| !words.is_empty());
        for key in ["twin_of", "of"] {
            self.text(at, figure, key, "id of a figure of this story", |id| ids.contains(&id));
        }
    }
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase())
}

fn is_division(code: &str) -> bool {
    let is_part = |part: &str| {
        (1..=3).contains(&part.len())
            && part.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit())
    };
    code.split_once('-').is_some_and(|(country, part)| is_country(country) && is_part(part))
}

/// By its country, which is what counts: a city's name is for readers.
fn is_city(code: &str) -> bool {
    code.split_once(':').is_some_and(|(country, name)| is_country(country) && !name.is_empty())
}

/// A macro-region, a group, a river …
fn is_wider(code: &str) -> bool {
    code.strip_prefix("x:").is_some_and(|slug| !slug.is_empty())
        || code.strip_prefix("m49:").is_some_and(|number| number.parse::<u16>().is_ok())
}
