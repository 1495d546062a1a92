//! Killed at any moment, opened again: everything agrees.

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use embedded::{Limits, Log};
use flow::{Inlet, Mark, Message, Outlet, Receipt, Stop, Work, header, run};
use tempfile::TempDir;

use crate::{DEAD, ENRICHED, RAW, as_child, child, create_topics, keyed, plain, step, text, whole};

const PARTITIONS: i32 = 3;
const ROUNDS: u64 = 20;

/// Story `n`, of a size of its own; every seventh is bad.
fn story(n: u64) -> Message {
    let kind = if n.is_multiple_of(7) { "bad" } else { "good" };
    keyed(&format!("key {}", n % 50), &format!("{kind} {n} {}", "x".repeat((n * 389 % 6000) as usize)))
}

fn number(message: &Message) -> u64 {
    text(message).split(' ').nth(1).unwrap().parse().unwrap()
}

/// A feed that counts, and the number that comes next as its mark.
fn mark(log: &Log) -> u64 {
    let marks = log.marks("feed").unwrap();
    marks.first().map_or(0, |mark| u64::from_le_bytes(mark.value.as_slice().try_into().unwrap()))
}

/// Feeds and enriches until it is killed.
async fn work(path: &Path) {
    let log = Log::open(path).unwrap();
    create_topics(&log, PARTITIONS as u32);
    let limits = Limits { messages: 40, bytes: 100_000, wait: Duration::from_millis(1) };
    let feed = async {
        let mut outlet = log.outlet(RAW, DEAD).unwrap();
        let mut next = mark(&log);
        loop {
            let count = next % 61 + 1;
            let outputs = (next..next + count).map(story).collect();
            next += count;
            let marks = vec![Mark { key: "next".to_owned(), value: next.to_le_bytes().to_vec() }];
            let receipt = Receipt { reader: "feed".into(), marks, ..Receipt::default() };
            outlet.put(Work { outputs, dead: vec![], receipt }).await.unwrap();
        }
    };
    let enrich = async {
        let mut inlet = log.inlet(RAW, "enricher", limits, None).unwrap();
        let mut outlet = log.outlet(ENRICHED, DEAD).unwrap();
        run(&plain("enricher"), &mut inlet, step(), &mut outlet, &Stop::new()).await.unwrap();
    };
    tokio::join!(feed, enrich);
}

/// Marks, offsets and positions agree with what is there, and each story is there once, in its order.
fn prove(log: &Log) -> u64 {
    let fed = mark(log);
    let (mut raw, mut settled) = (Vec::new(), Vec::new());
    let (enriched, dead): (Vec<Vec<Message>>, Vec<Vec<Message>>) = (0..PARTITIONS)
        .map(|partition| (whole(log, ENRICHED, partition), whole(log, DEAD, partition)))
        .unzip();
    let mut by_source: HashMap<i32, u64> = HashMap::new();
    for message in dead.iter().flatten() {
        let source = message.headers.text(header::DEAD_PARTITION).unwrap().parse().unwrap();
        *by_source.entry(source).or_default() += 1;
    }
    for partition in 0..PARTITIONS {
        let stories = whole(log, RAW, partition);
        assert!(stories.iter().zip(0..).all(|(story, offset)| story.position.offset == offset));
        assert!(stories.is_sorted_by_key(number));
        let good = &enriched[partition as usize];
        assert!(good.is_sorted_by_key(number));
        // Keys keep their partition, so what a partition of the raw topic gave lies in the same one.
        let given = good.len() as u64 + by_source.get(&partition).copied().unwrap_or(0);
        let position = log.position("enricher", RAW, partition).unwrap().unwrap_or(0);
        assert_eq!(given, position.unsigned_abs(), "results and position of partition {partition}");
        assert!(position <= stories.len() as i64);
        settled.extend(stories[..position as usize].iter().map(number));
        raw.extend(stories.iter().map(number));
    }
    let mut results: Vec<_> = enriched.iter().chain(&dead).flatten().map(number).collect();
    for all in [&mut raw, &mut settled, &mut results] {
        all.sort_unstable();
    }
    assert_eq!(raw, (0..fed).collect::<Vec<_>>(), "stories and the feed's mark");
    assert_eq!(results, settled, "results and the stories they were made of");
    for result in enriched.iter().flatten() {
        assert_eq!(text(result), text(&story(number(result))));
    }
    fed
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_everything_agrees_and_each_message_is_there_once() {
    let name = "crash::killed_at_any_moment_everything_agrees_and_each_message_is_there_once";
    if let Some(path) = as_child() {
        return work(&path).await;
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("dateline.redb");
    let mut slowest = Duration::ZERO;
    let mut fed = 0;
    for round in 0..ROUNDS {
        let mut busy = child(name, &path).stdout(std::process::Stdio::null()).spawn().unwrap();
        // Different in each round and each run: in the start, in the first commits, and in the middle of the work.
        let spice = u64::from(jiff::Timestamp::now().subsec_nanosecond().unsigned_abs());
        std::thread::sleep(Duration::from_micros(5_000 + (round * 20_000 + spice) % 400_000));
        assert!(busy.try_wait().unwrap().is_none(), "it is to be killed, not to end");
        busy.kill().unwrap();
        busy.wait().unwrap();

        let began = Instant::now();
        let log = Log::open(&path).unwrap();
        slowest = slowest.max(began.elapsed());
        create_topics(&log, PARTITIONS as u32);
        fed = prove(&log);
        println!("round {round}: {fed} stories, {} settled", settled(&log));
    }
    assert!(fed > 0, "it was always killed before its first commit");
    println!("slowest opening: {slowest:?}");

    // And it goes on to the end.
    let log = Log::open(&path).unwrap();
    let over = Stop::new();
    over.cancel();
    let limits = Limits { messages: 1000, bytes: 1 << 20, wait: Duration::ZERO };
    let mut inlet = log.inlet(RAW, "enricher", limits, None).unwrap().ends_with(over);
    let mut outlet = log.outlet(ENRICHED, DEAD).unwrap();
    run(&plain("enricher"), &mut inlet, step(), &mut outlet, &Stop::new()).await.unwrap();
    assert_eq!(settled(&log), prove(&log));
}

fn settled(log: &Log) -> u64 {
    (0..PARTITIONS).map(|p| log.position("enricher", RAW, p).unwrap().unwrap_or(0).unsigned_abs()).sum()
}

#[tokio::test]
async fn a_reader_may_look_right_after_a_crash() {
    let name = "crash::a_reader_may_look_right_after_a_crash";
    if let Some(path) = as_child() {
        return work(&path).await;
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("dateline.redb");
    let mut busy = child(name, &path).stdout(std::process::Stdio::null()).spawn().unwrap();
    let began = Instant::now();
    while std::fs::metadata(&path).map_or(0, |file| file.len()) < 500_000 {
        assert!(began.elapsed() < Duration::from_secs(30));
        std::thread::sleep(Duration::from_millis(5));
    }
    busy.kill().unwrap();
    busy.wait().unwrap();
    // redb can go on without a repair, for which it would read all of the file.
    let copy = folder.path().join("copy.redb");
    std::fs::copy(&path, &copy).unwrap();
    redb::Builder::new().set_repair_callback(redb::RepairSession::abort).open(&copy).unwrap();
    let log = Log::open_read_only(&path).unwrap();
    prove(&log);
    let (over, mut left) = (Stop::new(), 0);
    over.cancel();
    let limits = Limits { messages: 10, bytes: 1 << 20, wait: Duration::ZERO };
    let mut inlet = log.inlet(RAW, "enricher", limits, None).unwrap().ends_with(over);
    while let Some(batch) = inlet.next().await.unwrap() {
        left += batch.messages.len() as u64;
    }
    assert_eq!(settled(&log) + left, mark(&log));
}
