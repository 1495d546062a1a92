//! What travels: the two messages of the pipeline, and nothing else.
//!
//! story → parse → **[`Article`]** → tag → **[`EnrichedArticle`]** → files
//!
//! The contract is the JSON Schemas that `dateline schema` prints, with `docs/figures.md` for the figures: snake_case JSON, unknown
//! values `null`, empty lists `[]`, nothing left out.
//! Values of figures are decimal strings. A [`Span`] counts Unicode code points of `text` and repeats its words,
//! so that every reader can prove it.
//!
//! **This crate does no I/O, reads no clock and never panics, whatever the bytes.**
//!
//! ```
//! let article = article::Article::from_json(br#"{"text": "Exports rose 3 percent."}"#).unwrap();
//! assert_eq!(article.text, "Exports rose 3 percent.");
//! assert_eq!(article.version, 1);
//! ```

mod article;
mod enriched;
mod figure;
mod industry;
mod read;
mod region;
mod schema;
mod span;
mod when;
mod write;

pub use article::{
    ARTICLE_SCHEMA, Article, DateOnly, Dateline, Provider, PubStatus, Signal, SignalType, Source, Subject,
    Warning,
};
pub use enriched::{ENRICHED_SCHEMA, EnrichedArticle, Enrichment, Tags};
pub use figure::{
    Bound, Comparison, Derived, Direction, Estimate, FigureKind, Indicator, Per, Status, TradeFigure,
};
pub use industry::{Industry, Salience};
pub use read::NotAnArticle;
pub use region::{Level, Mention, Region, Role, Usage};
pub use schema::{article_schema, enriched_schema};
pub use span::{Extent, Span};
pub use when::{Period, When};
