//! Speed of tagging on news text: MB a second of one core's own time, layer by layer, for trade stories and for other news; with
//! `DATELINE_BENCH_STORIES=DIR` for the stories of a folder of your own.

use std::hint::black_box;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Instant;

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tagger::{Layer, Tagger};

/// The stories of a folder, as the wire parser gives them.
fn stories(folder: &Path) -> Vec<article::Article> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    let read = |path| {
        let bytes = std::fs::read(path).ok()?;
        let received = wire::Received { bytes: &bytes, feed: None, uri: None, received_at: None };
        let mut article = wire::parse(&received, None).ok()?.articles.into_iter().next()?;
        article.published_at = article.published_at.or_else(|| "2024-10-30".parse().ok());
        Some(article)
    };
    paths.into_iter().filter_map(read).collect()
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

/// Time that this thread had a processor: on a shared machine the clock on the wall says nothing.
struct CpuTime;

impl Measurement for CpuTime {
    type Intermediate = u64;
    type Value = u64;

    fn start(&self) -> u64 {
        cpu_nanoseconds()
    }

    fn end(&self, start: u64) -> u64 {
        // never nothing: the kernel counts in ticks
        cpu_nanoseconds().saturating_sub(start).max(1)
    }

    fn add(&self, one: &u64, two: &u64) -> u64 {
        one + two
    }

    fn zero(&self) -> u64 {
        0
    }

    #[expect(clippy::cast_precision_loss, reason = "a benchmark takes seconds")]
    fn to_f64(&self, value: &u64) -> f64 {
        *value as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

/// From the scheduler on Linux, else from the clock.
fn cpu_nanoseconds() -> u64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let scheduled = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    scheduled
        .and_then(|line| line.split(' ').next()?.parse().ok())
        .unwrap_or_else(|| u64::try_from(START.elapsed().as_nanos()).unwrap_or(u64::MAX))
}

/// Each layer with those below it; the last is all of tagging.
const LAYERS: [(&str, Layer); 4] = [
    ("1 text", Layer::Text),
    ("2 + regions", Layer::Regions),
    ("3 + industries", Layer::Industries),
    ("4 + figures = all", Layer::Figures),
];

fn tag(criterion: &mut Criterion<CpuTime>) {
    let tagger = Tagger::new();
    let trade = stories(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/docs"));
    assert!(!trade.is_empty(), "the stories are in the repository");
    let other = other_news(&trade);
    let own = std::env::var_os("DATELINE_BENCH_STORIES").map(|folder| stories(Path::new(&folder)));
    let own = own.as_ref().map(|own| ("stories of a folder", own));
    for (news, stories) in [("trade stories", &trade), ("other news", &other)].into_iter().chain(own) {
        let mut group = criterion.benchmark_group(news);
        group.throughput(Throughput::BytesDecimal(stories.iter().map(|it| it.text.len() as u64).sum()));
        for (name, layer) in LAYERS {
            group.bench_function(name, |bencher| {
                bencher.iter(|| {
                    for article in stories {
                        black_box(tagger.tag_until(black_box(article), layer));
                    }
                });
            });
        }
        group.finish();
    }
    criterion.bench_function("start", |bencher| bencher.iter(Tagger::new));
}

criterion_group!(name = benches; config = Criterion::default().with_measurement(CpuTime); targets = tag);
criterion_main!(benches);
