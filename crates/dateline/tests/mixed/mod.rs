//! A folder that mixes every wire format, and what must come out of it: the fixtures of crate `wire`, each with all that is
//! expected of it written beside it.
#![allow(dead_code, reason = "each test uses its share")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// What a folder of all fixtures must give.
#[derive(Default)]
pub(crate) struct Expected {
    pub(crate) files: usize,
    /// Each as one line that can be compared, in order.
    pub(crate) articles: Vec<String>,
    pub(crate) skips: BTreeMap<String, u64>,
    pub(crate) rejects: BTreeMap<String, u64>,
    /// The bytes of each dead letter, in order.
    pub(crate) dead: Vec<Vec<u8>>,
}

/// Puts all fixtures into a folder, each format in one of its own.
pub(crate) fn fill(folder: &Path) -> Expected {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wire/tests/data");
    let mut expected = Expected::default();
    for format in wire::Format::ALL {
        fs::create_dir_all(folder.join(format.name())).unwrap();
        let mut formats = 0;
        for entry in fs::read_dir(data.join(format.name())).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if name.ends_with(".expected.json") {
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            fs::write(folder.join(format.name()).join(name), &bytes).unwrap();
            let beside = fs::read_to_string(path.with_extension("expected.json")).unwrap();
            expected.add(&serde_json::from_str(&beside).unwrap(), &bytes);
            formats += 1;
        }
        assert!(formats > 0, "no file of {format}");
    }
    expected.articles.sort();
    expected.dead.sort();
    expected
}

impl Expected {
    fn add(&mut self, all: &Value, bytes: &[u8]) {
        self.files += 1;
        let code = |no: &Value| no["code"].as_str().unwrap().to_owned();
        if let Some(no) = all.get("refused") {
            *self.rejects.entry(code(no)).or_default() += 1;
            self.dead.push(bytes.to_vec());
            return;
        }
        let list = |name: &str| all[name].as_array().unwrap().iter();
        self.articles.extend(list("articles").map(comparable));
        for skip in list("skipped") {
            *self.skips.entry(code(skip)).or_default() += 1;
        }
        for no in list("rejected") {
            *self.rejects.entry(code(no)).or_default() += 1;
            let part = no["part"].as_str().map_or_else(|| bytes.to_vec(), |part| part.as_bytes().to_vec());
            self.dead.push(part);
        }
    }
}

/// An article, or what an enriched one has of it, without what depends on where and when it was received.
pub(crate) fn comparable(article: &Value) -> String {
    const OF_AN_ARTICLE: &[&str] = &[
        "id",
        "version",
        "provider",
        "published_at",
        "headline",
        "byline",
        "slugline",
        "ed_note",
        "keywords",
        "language",
        "dateline",
        "urgency",
        "pub_status",
        "signals",
        "embargoed_until",
        "subjects",
        "text",
        "warnings",
    ];
    let mut fields: BTreeMap<&str, Value> =
        OF_AN_ARTICLE.iter().map(|field| (*field, article[*field].clone())).collect();
    let source = &article["source"];
    fields.insert(
        "source",
        serde_json::json!([source["format"], source["sha256"], source["bytes"], source["charset"]]),
    );
    // The day of receipt may tell the year of a dateline that has none, a few days a year.
    let guessed =
        |warning: &Value| ["no_year", "year_from_receipt"].contains(&warning["code"].as_str().unwrap());
    let warnings = fields.get_mut("warnings").unwrap().as_array_mut().unwrap();
    let before = warnings.len();
    warnings.retain(|warning| !guessed(warning));
    if warnings.len() < before {
        fields.remove("published_at");
        if let Some(date) = fields.get_mut("dateline").and_then(|dateline| dateline.get_mut("date")) {
            *date = Value::Null;
        }
    }
    serde_json::to_string(&fields).unwrap()
}

/// The same lines, each as often.
pub(crate) fn assert_same(place: &str, mut actual: Vec<String>, expected: &[String]) {
    actual.sort();
    let lacks: Vec<_> = expected.iter().filter(|line| !actual.contains(line)).collect();
    let strange: Vec<_> = actual.iter().filter(|line| !expected.contains(line)).collect();
    assert!(
        lacks.is_empty() && strange.is_empty(),
        "{place}: not there {lacks:#?}\nnot expected {strange:#?}"
    );
    assert_eq!(actual.len(), expected.len(), "{place}: some are there twice");
}

/// The codes of a run's table, with how often each came.
pub(crate) fn counts(table: &Value) -> BTreeMap<String, u64> {
    table.as_object().unwrap().iter().map(|(code, times)| (code.clone(), times.as_u64().unwrap())).collect()
}
