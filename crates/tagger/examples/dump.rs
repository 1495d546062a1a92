//! Tags stories and prints one enriched record a line, with the file's stem as `id`: what `score.py` reads.
//!
//! `cargo run -p tagger --example dump -- tests/gold/docs/*.txt > PRED.ndjson`; `--gold DIR` takes the day of publication from
//! `DIR/ID.json` where a story does not say it.

use std::path::{Path, PathBuf};

use article::{EnrichedArticle, Enrichment};
use tagger::Tagger;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut gold: Option<PathBuf> = None;
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--gold" {
            gold = arguments.next().map(PathBuf::from);
        } else {
            files.push(PathBuf::from(argument));
        }
    }
    let tagger = Tagger::new();
    for file in files {
        let bytes = std::fs::read(&file)?;
        let received = wire::Received { bytes: &bytes, feed: None, uri: None, received_at: None };
        let id = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let parsed = wire::parse(&received, None).map_err(|err| format!("{id}: {err}"))?;
        for mut article in parsed.articles {
            if let Some(day) = gold.as_deref().and_then(|gold| day_in(gold, &id)) {
                article.published_at = day.parse().ok();
            }
            article.id.clone_from(&id);
            let found = tagger.tag(&article);
            let versions = tagger.versions();
            let enrichment = Enrichment {
                enricher: env!("CARGO_PKG_VERSION").to_owned(),
                rules: versions.rules.to_owned(),
                gazetteer: versions.gazetteer.to_owned(),
                vocabularies: versions.vocabularies.to_owned(),
                enriched_at: None,
                untagged: found.untagged,
            };
            println!(
                "{}",
                String::from_utf8_lossy(&EnrichedArticle::new(article, found.tags, enrichment).to_json())
            );
        }
    }
    Ok(())
}

fn day_in(gold: &Path, id: &str) -> Option<String> {
    let bytes = std::fs::read(gold.join(format!("{id}.json"))).ok()?;
    let story: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
    Some(story["published_check"].as_str()?.to_owned())
}
