//! gold + records → **score**
//!
//! How well records agree with an editor's own tags ([`Story::gold`], as `docs/scoring.md` describes them): precision, recall and
//! F1 of places, sectors and trade figures, how often each field of a figure is right, and every disagreement with its kind.
//!
//! - `check` says what is mistyped in a gold;
//! - `matching` says when two values, units and places are the same;
//! - `tally` goes through one story and counts;
//! - [`Score`] is what the counts come to.
//!
//! **The numbers are those of the gold's own `score.py`, digit for digit** (a test compares them where python is installed).
//! **This crate does no I/O.**
//!
//! ```
//! let story = score::Story {
//!     id: "D01".to_owned(),
//!     text: "Exports rose 3 percent.".to_owned(),
//!     gold: serde_json::json!({"regions": [], "industries": [], "figures": []}),
//!     record: None,
//! };
//! let score = score::score(&[story]);
//! assert_eq!(score.without_record, 1);
//! ```

mod check;
mod matching;
mod tally;

use serde_json::{Map, Value, json};

/// A story with an editor's tags and the record that is to be judged.
#[derive(Clone, Debug)]
pub struct Story {
    /// The stem of the gold file's name.
    pub id: String,
    /// The story as it was tagged: the spans of the record count its code points.
    pub text: String,
    /// `GUIDELINES.md`: `regions`, `industries`, `figures`.
    pub gold: Value,
    /// `dateline.enriched/1`; `None` counts as a record that says nothing.
    pub record: Option<Value>,
}

/// Precision, recall and their harmonic mean, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

/// One disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    pub story: String,
    /// `figure missed`, `figure period`, `region linked wrong` …
    pub kind: String,
    /// The words of the story that it is about, or a sector's code.
    pub words: String,
    /// What gold says and what the record says.
    pub detail: String,
}

/// What all stories come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// In the order of the report: `region mentions` to `figures in full`.
    pub rates: Vec<(&'static str, Rates)>,
    /// The part of the places found that have the right code.
    pub region_links: f64,
    /// `figure kind` and the like: the part of the values found whose field is right.
    pub fields: Vec<(String, f64)>,
    pub stories: usize,
    pub without_record: usize,
    /// Spans whose words do not stand at their place, of all.
    pub bad_spans: (usize, usize),
    pub disagreements: Vec<Disagreement>,
}

/// The quotes of a gold that do not stand in their story so often as they say, as `"quote" (nth 1)`. [`score`] passes over them.
pub fn misquoted(text: &str, gold: &Value) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let inner = |part: &str, quotes: &str| {
        tally::list(&gold[part]).iter().flat_map(|tag| tally::list(&tag[quotes])).collect::<Vec<_>>()
    };
    let quotes = [inner("regions", "mentions"), inner("industries", "quotes")].concat();
    let quotes = quotes.into_iter().chain(tally::list(&gold["figures"]));
    let wrong = quotes.filter(|quote| matching::quoted(&letters, quote).is_none());
    let nth = |quote: &Value| if quote["nth"].is_null() { "1".to_owned() } else { quote["nth"].to_string() };
    wrong.map(|quote| format!("{} (nth {})", quote["quote"], nth(quote))).collect()
}

/// What is mistyped in a gold: keys that there are not, words that the record does not have, values of another type, each with the key
/// that it stands under. [`score`] counts such a thing as one that the record does not say.
///
/// ```
/// let gold = serde_json::json!({"regions": [], "industries": [{"isic": "29", "salience": "big"}], "figures": []});
/// let wrong = score::mistyped(&gold);
/// assert!(wrong[0].starts_with("`industries[0].salience`"), "{wrong:?}");
/// ```
pub fn mistyped(gold: &Value) -> Vec<String> {
    check::mistakes(gold)
}

/// Scores the stories in the order given.
pub fn score(stories: &[Story]) -> Score {
    let mut tally = tally::Tally::default();
    for story in stories {
        tally.add(story);
    }
    tally.score(stories)
}

impl Score {
    /// One JSON object, keys and rounding as `score.py --json` writes them.
    pub fn to_json(&self) -> Value {
        let mut out = Map::new();
        for (name, rates) in &self.rates {
            let three = [rates.precision, rates.recall, rates.f1].map(thousandths);
            out.insert((*name).to_owned(), json!(three));
        }
        out.insert("region links".to_owned(), json!(thousandths(self.region_links)));
        for (name, right) in &self.fields {
            out.insert(name.clone(), json!(thousandths(*right)));
        }
        out.insert("stories".to_owned(), json!(self.stories));
        out.insert("stories without a record".to_owned(), json!(self.without_record));
        let (bad, all) = self.bad_spans;
        out.insert("spans that do not prove".to_owned(), json!(format!("{bad} of {all}")));
        Value::Object(out)
    }

    /// The disagreements of each kind, the most frequent kind first.
    pub fn by_kind(&self) -> Vec<(&str, Vec<&Disagreement>)> {
        let mut kinds: Vec<(&str, Vec<&Disagreement>)> = Vec::new();
        for disagreement in &self.disagreements {
            match kinds.iter_mut().find(|(kind, _)| *kind == disagreement.kind) {
                Some((_, all)) => all.push(disagreement),
                None => kinds.push((&disagreement.kind, vec![disagreement])),
            }
        }
        kinds.sort_by_key(|(_, all)| std::cmp::Reverse(all.len()));
        kinds
    }
}

/// To three decimals, as both reports print it.
fn thousandths(rate: f64) -> f64 {
    format!("{rate:.3}").parse().unwrap_or(rate)
}
