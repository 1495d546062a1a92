//! Tags stories and writes one record a line, for `score.py`: `cargo run -p tagger --example dump_regions -- FILES > records.ndjson`.
//!
//! The head of a story is read by `wire`, as in the pipeline; the record's id is the file's name without its ending.

use std::path::Path;

use article::{EnrichedArticle, Enrichment};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tagger = tagger::Tagger::new();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let received = wire::Received { bytes: &bytes, feed: None, uri: None, received_at: None };
        let mut article = wire::parse(&received, None)?.articles.pop().ok_or("no article")?;
        article.id = Path::new(&path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let tagged = tagger.tag(&article);
        let enrichment = Enrichment {
            enricher: String::new(),
            rules: String::new(),
            gazetteer: String::new(),
            vocabularies: String::new(),
            enriched_at: None,
            untagged: tagged.untagged,
        };
        println!("{}", String::from_utf8(EnrichedArticle::new(article, tagged.tags, enrichment).to_json())?);
    }
    Ok(())
}
