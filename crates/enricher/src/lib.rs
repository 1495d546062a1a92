//! story → parse → articles.raw → **tag** → articles.enriched → files
//!
//! Reads articles, says what they are about, passes them on.
//!
//! **Anything that is produced to `articles.raw` is enriched**: an article in JSON with only `text`, a story as plain
//! text in any of the charsets that wires use, a story in any format that the ingester knows. Only what no parser can
//! read goes to the dead letters.

mod enrich;
mod gazetteer;
mod serve;

pub use enrich::Enrich;
pub use gazetteer::tagger;
pub use serve::serve;
