//! `dateline.enriched/1`, the message on `articles.enriched` and in the files: an article with its tags.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::figure::TradeFigure;
use crate::industry::Industry;
use crate::region::Region;
use crate::when::When;

/// The schema number of [`EnrichedArticle`].
pub const ENRICHED_SCHEMA: &str = "dateline.enriched/1";

/// All fields of the article, unchanged but for `schema`, and the tags.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EnrichedArticle {
    #[serde(flatten)]
    pub article: Article,
    #[serde(flatten)]
    pub tags: Tags,
    pub enrichment: Enrichment,
}

/// What a story is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Tags {
    pub regions: Vec<Region>,
    pub industries: Vec<Industry>,
    pub trade_figures: Vec<TradeFigure>,
}

/// The versions that made these tags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Enrichment {
    /// The program's version.
    pub enricher: String,
    /// Of the tagging rules.
    pub rules: String,
    /// Of the places.
    pub gazetteer: String,
    /// Of the word lists.
    pub vocabularies: String,
    pub enriched_at: Option<When>,
    /// Null, or why there are no tags: `language:fr`, `not_text`.
    pub untagged: Option<String>,
}

impl EnrichedArticle {
    /// Joins an article with its tags and gives the record its own schema number.
    pub fn new(mut article: Article, tags: Tags, enrichment: Enrichment) -> Self {
        ENRICHED_SCHEMA.clone_into(&mut article.schema);
        Self { article, tags, enrichment }
    }

    /// The record's bytes: one line of JSON, fields in the order of the schema.
    pub fn to_json(&self) -> Vec<u8> {
        let Tags { regions, industries, trade_figures } = &self.tags;
        let tags = regions.len() * 640 + industries.len() * 512 + trade_figures.len() * 1536;
        crate::write::json(self, self.article.bytes_of_json() + tags)
            .expect("a record has string keys and finite numbers only")
    }
}
