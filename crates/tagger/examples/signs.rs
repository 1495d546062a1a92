//! What the last reading weighed in annotated stories, one number a line: its story, its span, its signs, and the figure that it
//! became. `data/figures-signs.py` fits the points to this.
//!
//! `cargo run -p tagger --example signs -- tests/gold tests/unseen`: folders with `docs/ID.txt` and `gold/ID.json`.

use std::path::Path;

use tagger::Tagger;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tagger = Tagger::new();
    for folder in std::env::args().skip(1) {
        let gold = Path::new(&folder).join("gold");
        let mut files: Vec<_> =
            std::fs::read_dir(&gold)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
        files.sort();
        for file in files {
            let id = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let story: serde_json::Value = serde_json::from_slice(&std::fs::read(&file)?)?;
            let bytes = std::fs::read(Path::new(&folder).join(format!("docs/{id}.txt")))?;
            let received = wire::Received { bytes: &bytes, feed: None, uri: None, received_at: None };
            let parsed = wire::parse(&received, None).map_err(|err| format!("{id}: {err}"))?;
            for mut article in parsed.articles {
                article.published_at = story["published_check"].as_str().and_then(|day| day.parse().ok());
                let figures = tagger.tag(&article).tags.trade_figures;
                for why in tagger.why_figures(&article).into_iter().filter(|why| !why.weighed.is_empty()) {
                    let figure =
                        why.figure.and_then(|(id, ..)| figures.iter().find(|figure| figure.id == id));
                    let signs: Vec<&str> = why.weighed.iter().map(|(sign, _)| *sign).collect();
                    println!(
                        "{}",
                        serde_json::json!({
                            "folder": folder, "story": id, "start": why.quantity.start, "end": why.quantity.end,
                            "signs": signs, "figure": figure,
                        })
                    );
                }
            }
        }
    }
    Ok(())
}
