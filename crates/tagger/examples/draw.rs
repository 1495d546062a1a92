//! Draws the trade figures under a text from standard input, as if it were published on the day that is given.
//!
//! `echo "Exports of Japan rose 3.1 percent in July." | cargo run -p tagger --example draw -- 2023-08-30`

use std::io::Read;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    let received = wire::Received { bytes: &bytes, feed: None, uri: None, received_at: None };
    let tagger = tagger::Tagger::new();
    for mut article in wire::parse(&received, None)?.articles {
        if let Some(day) = std::env::args().nth(1) {
            article.published_at = day.parse().ok();
        }
        let mut tags = tagger.tag(&article).tags;
        tags.regions.clear();
        tags.industries.clear();
        println!("{}", tagger::draw(&article.text, &tags));
    }
    Ok(())
}
