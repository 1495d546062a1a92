//! Speed of tagging on news text, in bytes a second on one core.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tagger::Tagger;

/// The gold stories, as the wire parser gives them.
fn stories() -> Vec<article::Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/docs");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the stories are in the repository")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    let read = |path| {
        let bytes = std::fs::read(path).expect("a story can be read");
        let received = wire::Received { bytes: &bytes, feed: None, uri: None, received_at: None };
        let mut article = wire::parse(&received, None).expect("a story can be parsed").articles.remove(0);
        article.published_at = article.published_at.or_else(|| "2024-10-30".parse().ok());
        article
    };
    paths.into_iter().map(read).collect()
}

/// The same stories with everything of trade taken out of their words: most news is about something else.
fn other_news(stories: &[article::Article]) -> Vec<article::Article> {
    let change = |article: &article::Article| {
        let mut article = article.clone();
        for word in [
            "export",
            "import",
            "trade",
            "tariff",
            "shipment",
            "surplus",
            "deficit",
            "dut",
            "lev",
            "quota",
            "investment",
            "overseas",
            "abroad",
            "Export",
            "Import",
            "Trade",
            "shipped",
        ] {
            article.text = article.text.replace(word, "xo");
        }
        article
    };
    stories.iter().map(change).collect()
}

fn tag(criterion: &mut Criterion) {
    let tagger = Tagger::new();
    let trade = stories();
    let other = other_news(&trade);
    let mut group = criterion.benchmark_group("tag");
    for (name, stories) in [("trade stories", &trade), ("other news", &other)] {
        group.throughput(Throughput::Bytes(stories.iter().map(|article| article.text.len() as u64).sum()));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                stories
                    .iter()
                    .map(|article| tagger.tag(black_box(article)).tags.trade_figures.len())
                    .sum::<usize>()
            });
        });
    }
    group.finish();
    criterion.bench_function("start", |bencher| bencher.iter(Tagger::new));
}

criterion_group!(benches, tag);
criterion_main!(benches);
