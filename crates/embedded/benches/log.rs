//! What the log costs: `cargo bench -p embedded`. On the disk of the temporary folder, so set `TMPDIR` to a real one.

#![allow(clippy::unwrap_used, reason = "a bench ends where something is not as it should be")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use embedded::{Limits, Log};
use flow::{Flow, Headers, Inlet, Message, Outlet, Receipt, Settlement, Step, Stop, Verdict, Work, run};
use tempfile::TempDir;

const STORY_BYTES: usize = 3000;
const BATCHES: [usize; 3] = [1, 1000, 10_000];

/// A story of 3 kB with a key and the headers that one has.
fn story(n: usize) -> Message {
    let headers = [("schema", "dateline.article/1"), ("ingested-at", "2026-11-25T21:36:52.123456789Z")];
    let headers: Headers = headers.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    Message { key: Some(format!("story {n}").into()), headers, ..Message::new(vec![b'x'; STORY_BYTES]) }
}

fn stories(count: usize) -> Vec<Message> {
    (0..count).map(story).collect()
}

fn fresh() -> (TempDir, Log) {
    let folder = TempDir::new().unwrap();
    let log = Log::open(&folder.path().join("dateline.redb")).unwrap();
    for topic in ["raw", "enriched", "dead"] {
        log.create_topic(topic, 3).unwrap();
    }
    (folder, log)
}

fn appending(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("append and commit");
    for size in BATCHES {
        let (_folder, log) = fresh();
        group.throughput(Throughput::Elements(size as u64)).sample_size(20);
        group.bench_function(format!("{size} of 3 kB"), |bencher| {
            bencher.iter_batched(
                || stories(size),
                |messages| log.produce("raw", messages).unwrap(),
                BatchSize::PerIteration,
            );
        });
    }
}

fn reading(criterion: &mut Criterion) {
    let (_folder, log) = fresh();
    for _ in 0..10 {
        log.produce("raw", stories(10_000)).unwrap();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let mut group = criterion.benchmark_group("read back");
    for size in BATCHES {
        let limits = Limits { messages: size, bytes: 64 << 20, wait: Duration::ZERO };
        group.throughput(Throughput::Elements(size as u64)).sample_size(20);
        group.bench_function(format!("{size} of 3 kB"), |bencher| {
            bencher.to_async(&runtime).iter_custom(|rounds| {
                let log = log.clone();
                async move {
                    let mut inlet = log.inlet("raw", "bench", limits, None).unwrap();
                    let began = Instant::now();
                    for round in 0..rounds {
                        if round * size as u64 % 100_000 + size as u64 > 100_000 - size as u64 {
                            inlet.rewind().await.unwrap();
                        }
                        inlet.next().await.unwrap().unwrap();
                    }
                    began.elapsed()
                }
            });
        });
    }
}

/// 20,000 stories from one topic to another.
fn flowing(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let mut group = criterion.benchmark_group("topic to topic");
    group.throughput(Throughput::Elements(20_000)).sample_size(10);
    group.bench_function("in batches of 1000", |bencher| {
        bencher.iter_batched(
            || {
                let (folder, log) = fresh();
                log.produce("raw", stories(20_000)).unwrap();
                (folder, log)
            },
            |(folder, log)| {
                runtime.block_on(async {
                    let limits = Limits { messages: 1000, bytes: 64 << 20, wait: Duration::ZERO };
                    let over = Stop::new();
                    over.cancel();
                    let mut inlet = log.inlet("raw", "bench", limits, None).unwrap().ends_with(over);
                    let mut outlet = log.outlet("enriched", "dead").unwrap();
                    let pass: Arc<dyn Step> =
                        Arc::new(|message: &Message| vec![Verdict::Pass(message.clone())]);
                    let flow = Flow::plain("bench").unwrap();
                    run(&flow, &mut inlet, pass, &mut outlet, &Stop::new()).await.unwrap();
                });
                folder
            },
            BatchSize::PerIteration,
        );
    });
    // A commit with nothing but a receipt: what a batch costs by itself.
    let (_folder, log) = fresh();
    let mut outlet = log.outlet("enriched", "dead").unwrap();
    let mut from = 0;
    group.throughput(Throughput::Elements(1)).bench_function("one output and its receipt", |bencher| {
        bencher.iter(|| {
            let progress = vec![flow::Progress { source: "raw".into(), partition: 0, from, next: from + 1 }];
            from += 1;
            let receipt = Receipt { reader: "bench".into(), progress, ..Receipt::default() };
            let work = Work { outputs: vec![story(0)], dead: Vec::new(), receipt };
            let settled = runtime.block_on(outlet.put(work)).unwrap();
            assert!(matches!(settled, Settlement::Settled(_)));
        });
    });
}

criterion_group!(benches, appending, reading, flowing);
criterion_main!(benches);
