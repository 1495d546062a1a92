//! story → parse → articles.raw → **tag** → articles.enriched → files
//!
//! Says what an article is about: [`Tagger::tag`] reads its text and gives regions, industries and trade figures,
//! each with the words that prove it. In reading order:
//!
//! - `text` cuts the text into paragraphs, sentences and tokens, once;
//! - `regions` finds the places;
//! - `industries` finds the sectors;
//! - `figures` finds the numbers of foreign trade and what they measure.
//! - [`draw`] draws the tags under the words, for people and for tests.
//!
//! **This crate does no I/O, reads no clock and never panics, whatever the text; it takes time linear in the text.**
//! **Every span proves itself: its words stand at its place.**
//!
//! ```
//! let mut article = article::Article::of_text("Exports of Japan rose 3.1 percent in July 2023.");
//! article.published_at = "2023-08-30".parse().ok();
//! let tagged = tagger::Tagger::new().tag(&article);
//! assert_eq!(tagged.untagged, None);
//! assert_eq!(tagged.tags.trade_figures[0].unit, "percent");
//! ```

mod draw;
mod figures;
mod industries;
mod regions;
mod text;

pub use draw::draw;

use article::{Article, Tags};

/// Everything that tagging needs, built once: the word lists and the gazetteer are walked at start.
pub struct Tagger {
    regions: regions::Finder,
    industries: industries::Finder,
    figures: figures::Reader,
}

/// What one article is about, or why it was not read.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    pub tags: Tags,
    /// `language:fr` for a text that says it is not English, `not_text` for one without letters.
    pub untagged: Option<String>,
}

/// The versions of the tagger's data, for the record's `enrichment`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions {
    pub rules: &'static str,
    pub gazetteer: &'static str,
    pub vocabularies: &'static str,
}

impl Tagger {
    pub fn new() -> Self {
        Self {
            regions: regions::Finder::new(),
            industries: industries::Finder::new(),
            figures: figures::Reader::new(),
        }
    }

    /// What the article is about. A text of unknown language is read as English.
    pub fn tag(&self, article: &Article) -> Tagged {
        if let Some(reason) = why_not(article) {
            return Tagged { tags: Tags::default(), untagged: Some(reason) };
        }
        let story = text::Story::of(article);
        let regions = self.regions.find(&story);
        let industries = self.industries.find(&story, &regions);
        let trade_figures = self.figures.read(&story, &regions);
        Tagged { tags: Tags { regions, industries, trade_figures }, untagged: None }
    }

    /// The rules that find trade figures: id and what it reads. A figure's `rule` is one of these ids.
    pub fn figure_rules(&self) -> &'static [(&'static str, &'static str)] {
        figures::RULES
    }

    pub fn versions(&self) -> Versions {
        Versions { rules: "2026-11-25.1", gazetteer: "2026-11-25.1", vocabularies: "2026-11-25.1" }
    }
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new()
    }
}

fn why_not(article: &Article) -> Option<String> {
    if let Some(language) = article.language.as_deref() {
        let primary = language.split(['-', '_']).next().unwrap_or(language);
        if !primary.is_empty() && !primary.eq_ignore_ascii_case("en") {
            return Some(format!("language:{}", primary.to_ascii_lowercase()));
        }
    }
    let has_letters = article.text.chars().any(char::is_alphabetic);
    (!has_letters).then(|| "not_text".to_owned())
}
