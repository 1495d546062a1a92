//! story → parse → articles.raw → **tag** → articles.enriched → files
//!
//! Says what an article is about: [`Tagger::tag`] reads its text and gives regions, industries and trade figures,
//! each with the words that prove it. In reading order:
//!
//! - `text` cuts the text into paragraphs, sentences and tokens, once, and looks each word up in the `vocabulary` of all lists;
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
mod key;
mod regions;
mod text;
mod vocabulary;
mod why;

pub use draw::{caption, draw, draw_within};
#[doc(hidden)]
pub use figures::Read;
pub use figures::{Carried, Why};
pub use regions::{GeoNames, NotGeoNames};
pub use why::{Called, WhyCandidate, WhyCue, WhyIndustry, WhyRegion};

use std::borrow::Cow;

use article::{Article, Tags};

/// Everything that tagging needs, built once: the word lists and the gazetteer are walked at start.
pub struct Tagger {
    vocabulary: vocabulary::Vocabulary,
    regions: regions::Finder,
    industries: industries::Finder,
    figures: figures::Reader,
    gazetteer: Cow<'static, str>,
}

/// What one article is about, or why it was not read.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    pub tags: Tags,
    /// `language:fr` for a text that says it is not English, `not_text` for one without letters.
    pub untagged: Option<String>,
}

/// The layers of tagging, in order.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    Text,
    Regions,
    Industries,
    Figures,
}

/// The versions of the tagger's data, for the record's `enrichment`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions<'a> {
    pub rules: &'a str,
    /// That of the built-in tables, or what a user's own holds.
    pub gazetteer: &'a str,
    pub vocabularies: &'a str,
}

/// The version of the built-in tables of places.
const GAZETTEER: &str = "2026-11-27";

impl Tagger {
    pub fn new() -> Self {
        let mut vocabulary = vocabulary::Vocabulary::default();
        let regions = regions::Finder::new(&mut vocabulary);
        Self::of(vocabulary, regions, Cow::Borrowed(GAZETTEER))
    }

    /// With the cities of a dump of GeoNames in place of the built-in ones. Takes a second or so for all cities of 500 people.
    pub fn with_gazetteer(dump: &GeoNames<'_>) -> Result<Self, NotGeoNames> {
        let mut vocabulary = vocabulary::Vocabulary::default();
        let (regions, version) = regions::Finder::with_gazetteer(&mut vocabulary, dump)?;
        Ok(Self::of(vocabulary, regions, Cow::Owned(version)))
    }

    fn of(
        mut vocabulary: vocabulary::Vocabulary,
        regions: regions::Finder,
        gazetteer: Cow<'static, str>,
    ) -> Self {
        let industries = industries::Finder::new(&mut vocabulary);
        let figures = figures::Reader::new(&mut vocabulary);
        Self { vocabulary, regions, industries, figures, gazetteer }
    }

    /// What the article is about. A text of unknown language is read as English.
    pub fn tag(&self, article: &Article) -> Tagged {
        self.tag_until(article, Layer::Figures)
    }

    /// Tags up to a layer and leaves the rest empty: what the benchmark measures layer by layer.
    #[doc(hidden)]
    pub fn tag_until(&self, article: &Article, last: Layer) -> Tagged {
        let mut tags = Tags::default();
        let untagged = why_not(article);
        if untagged.is_none() {
            let story = text::Story::of(article, &self.vocabulary);
            let top = regions::lead::Top::of(&story);
            let mut named = industries::Named::default();
            if last >= Layer::Regions {
                tags.regions = self.regions.find(&story, &top);
                if last >= Layer::Industries {
                    (tags.industries, named) = self.industries.find(&story, &top);
                }
            }
            if last >= Layer::Figures {
                tags.trade_figures = self.figures.read(&story, &tags.regions, &named);
                self.regions.complete(&story, &top, &mut tags.regions, &tags.trade_figures);
            }
        }
        Tagged { tags, untagged }
    }

    /// What became of every name in a story that a place bears, in the order of the text.
    pub fn why_regions(&self, article: &Article) -> Vec<WhyRegion> {
        if why_not(article).is_some() {
            return Vec::new();
        }
        self.regions.why(&text::Story::of(article, &self.vocabulary))
    }

    /// The places that a name may be, the likeliest first where a story says nothing else.
    pub fn places_called(&self, name: &str) -> Vec<Called> {
        self.regions.called(name.trim())
    }

    /// Why each sector that a story has a word of is main, minor or nothing, the weightiest first.
    pub fn why_industries(&self, article: &Article) -> Vec<WhyIndustry> {
        if why_not(article).is_some() {
            return Vec::new();
        }
        let story = text::Story::of(article, &self.vocabulary);
        self.industries.why(&story, &regions::lead::Top::of(&story))
    }

    /// How each quantity of the article was read: what it is of, by which rule, what was carried from where; or why it is no figure.
    /// In the order of the text, tables left out.
    pub fn why_figures(&self, article: &Article) -> Vec<Why> {
        if why_not(article).is_some() {
            return Vec::new();
        }
        let story = text::Story::of(article, &self.vocabulary);
        let top = regions::lead::Top::of(&story);
        let regions = self.regions.find(&story, &top);
        let (_, named) = self.industries.find(&story, &top);
        self.figures.why(&story, &regions, &named)
    }

    /// The quantities of a text, of trade or not: what the scanner alone is tested by.
    #[doc(hidden)]
    pub fn quantities(&self, text: &str) -> Vec<Read> {
        let article = Article::of_text(text);
        let story = text::Story::of(&article, &self.vocabulary);
        self.figures.quantities(&story)
    }

    /// The rules that find trade figures: id and what it reads. A figure's `rule` is one of these ids.
    pub fn figure_rules(&self) -> &'static [(&'static str, &'static str)] {
        figures::RULES
    }

    pub fn versions(&self) -> Versions<'_> {
        Versions { rules: "2026-11-27", gazetteer: &self.gazetteer, vocabularies: "2026-11-27" }
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
