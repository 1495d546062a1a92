//! The two ends, in flows and by hand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use embedded::{Limits, Log};
use flow::{
    Batch, DeadLetter, Fault, FaultKind, Inlet, Mark, Message, Outlet, Place, Positions, Progress, Receipt,
    Reject, Settlement, Stop, Witness, Work, header, run,
};
use jiff::Timestamp;

use crate::{DEAD, ENRICHED, Fresh, RAW, at_once, everything, keyed, plain, step, text, whole};

async fn next(inlet: &mut impl Inlet) -> Batch {
    inlet.next().await.unwrap().unwrap()
}

fn texts(batch: &Batch) -> Vec<String> {
    batch.messages.iter().map(text).collect()
}

fn work(outputs: Vec<Message>, receipt: Receipt) -> Work {
    Work { outputs, dead: Vec::new(), receipt }
}

/// Produced, and nothing more will be.
fn over() -> Stop {
    let stop = Stop::new();
    stop.cancel();
    stop
}

#[tokio::test]
async fn a_flow_from_topic_to_topic_settles_every_message_once() {
    let fresh = Fresh::with_partitions(3);
    let log = &fresh.log;
    let stories = (0..500).map(|n| if n % 10 == 0 { format!("bad {n}") } else { format!("good {n}") });
    log.produce(RAW, stories.map(|story| keyed(&story, &story)).collect()).unwrap();

    let mut inlet = log.inlet(RAW, "enricher", at_once(64), None).unwrap().ends_with(over());
    let mut outlet = log.outlet(ENRICHED, DEAD).unwrap();
    let tally = run(&plain("enricher"), &mut inlet, step(), &mut outlet, &Stop::new()).await.unwrap();

    assert_eq!((tally.read, tally.passed, tally.rejects(), tally.aborted), (500, 450, 50, 0));
    let mut passed: Vec<_> = everything(log, ENRICHED).iter().map(text).collect();
    passed.sort_by_key(|text| text[5..].parse::<u32>().unwrap());
    let expected: Vec<_> = (0..500).filter(|n| n % 10 != 0).map(|n| format!("good {n}")).collect();
    assert_eq!(passed, expected);
    let dead = everything(log, DEAD);
    assert_eq!(dead.len(), 50);
    assert_eq!(dead[0].headers.text(header::DEAD_CODE), Some("bad"));
    for partition in 0..3 {
        let end = whole(log, RAW, partition).len() as i64;
        assert_eq!(log.position("enricher", RAW, partition).unwrap(), Some(end));
    }
}

#[tokio::test]
async fn a_second_run_finds_nothing_left() {
    let fresh = Fresh::with_partitions(2);
    fresh.log.produce(RAW, (0..10).map(|n| Message::new(n.to_string())).collect()).unwrap();
    for (round, expected) in [(1, 10), (2, 0)] {
        let mut inlet = fresh.log.inlet(RAW, "enricher", at_once(3), None).unwrap().ends_with(over());
        let mut outlet = fresh.log.outlet(ENRICHED, DEAD).unwrap();
        let tally = run(&plain("enricher"), &mut inlet, step(), &mut outlet, &Stop::new()).await.unwrap();
        assert_eq!(tally.passed, expected, "round {round}");
    }
}

#[tokio::test]
async fn flows_in_a_row_end_one_after_another_and_nothing_is_left_between() {
    let fresh = Fresh::with_partitions(2);
    let log = fresh.log.clone();
    log.create_topic("articles.tagged", 2).unwrap();
    let (end_of_raw, end_of_enriched) = (Stop::new(), Stop::new());
    let limits = Limits { messages: 50, bytes: 1 << 20, wait: Duration::from_millis(5) };

    let producing = {
        let (log, end_of_raw) = (log.clone(), end_of_raw.clone());
        tokio::task::spawn_blocking(move || {
            for n in 0..40 {
                let few = (0..n).map(|m| keyed(&m.to_string(), &format!("{n} {m}"))).collect();
                log.produce(RAW, few).unwrap();
            }
            end_of_raw.cancel();
        })
    };
    let first = {
        let (log, end_of_enriched) = (log.clone(), end_of_enriched.clone());
        async move {
            let mut inlet = log.inlet(RAW, "first", limits, None).unwrap().ends_with(end_of_raw);
            let mut outlet = log.outlet(ENRICHED, DEAD).unwrap();
            let tally = run(&plain("first"), &mut inlet, step(), &mut outlet, &Stop::new()).await.unwrap();
            end_of_enriched.cancel();
            tally
        }
    };
    let second = async {
        let mut inlet = log.inlet(ENRICHED, "second", limits, None).unwrap().ends_with(end_of_enriched);
        let mut outlet = log.outlet("articles.tagged", DEAD).unwrap();
        run(&plain("second"), &mut inlet, step(), &mut outlet, &Stop::new()).await.unwrap()
    };
    let (first, second, done) = tokio::join!(first, second, producing);
    done.unwrap();
    assert_eq!((first.passed, second.passed), (780, 780));
    assert_eq!(everything(&log, "articles.tagged").len(), 780);
}

#[tokio::test]
async fn order_inside_a_partition_is_kept_over_all_batches() {
    let fresh = Fresh::with_partitions(4);
    for round in 0..20 {
        let batch = (0..50).map(|n| keyed(&format!("key {}", n % 7), &(round * 50 + n).to_string()));
        fresh.log.produce(RAW, batch.collect()).unwrap();
    }
    let mut inlet = fresh.log.inlet(RAW, "r", at_once(13), None).unwrap().ends_with(over());
    let (mut seen, mut count): (HashMap<i32, (i64, u32)>, _) = (HashMap::new(), 0);
    while let Some(batch) = inlet.next().await.unwrap() {
        assert!(batch.messages.len() <= 13);
        for message in &batch.messages {
            let now = (message.position.offset, text(message).parse::<u32>().unwrap());
            if let Some(before) = seen.insert(message.position.partition, now) {
                assert!(before.0 + 1 == now.0 && before.1 < now.1, "{before:?} then {now:?}");
            }
            count += 1;
        }
    }
    assert_eq!(count, 1000);
}

#[tokio::test]
async fn a_long_partition_does_not_hold_up_a_short_one() {
    let fresh = Fresh::with_partitions(2);
    let (long, short) = ("d", "a");
    fresh.log.produce(RAW, (0..1000).map(|n| keyed(long, &n.to_string())).collect()).unwrap();
    fresh.log.produce(RAW, vec![keyed(short, "short")]).unwrap();
    let partition_of = |key: &str| {
        let at = everything(&fresh.log, RAW).into_iter().find(|m| m.key.as_deref() == Some(key.as_bytes()));
        at.unwrap().position.partition
    };
    assert_ne!(partition_of(long), partition_of(short), "the example needs keys of two partitions");

    let mut inlet = fresh.log.inlet(RAW, "r", at_once(100), None).unwrap();
    let batch = next(&mut inlet).await;
    assert_eq!(batch.messages.len(), 100, "what the short one leaves goes to the long one");
    assert!(texts(&batch).contains(&"short".to_owned()));
}

#[tokio::test]
async fn a_batch_of_one_still_visits_every_partition() {
    let fresh = Fresh::with_partitions(3);
    fresh.log.produce(RAW, (0..30).map(|n| Message::new(n.to_string())).collect()).unwrap();
    let mut inlet = fresh.log.inlet(RAW, "r", at_once(1), None).unwrap();
    let mut visited = Vec::new();
    for _ in 0..3 {
        visited.push(next(&mut inlet).await.messages[0].position.partition);
    }
    visited.sort_unstable();
    assert_eq!(visited, [0, 1, 2]);
}

#[tokio::test]
async fn an_inlet_wakes_up_at_a_commit() {
    let fresh = Fresh::with_partitions(1);
    let mut inlet = fresh.log.inlet(RAW, "r", at_once(10), None).unwrap();
    let log = fresh.log.clone();
    let later = tokio::task::spawn_blocking(move || {
        std::thread::sleep(Duration::from_millis(50));
        log.produce(RAW, vec![Message::new("now")]).unwrap();
    });
    let batch = tokio::time::timeout(Duration::from_secs(10), next(&mut inlet)).await.unwrap();
    assert_eq!(texts(&batch), ["now"]);
    later.await.unwrap();
}

#[tokio::test]
async fn a_small_batch_waits_for_more_and_a_full_one_does_not() {
    let fresh = Fresh::with_partitions(1);
    let limits = Limits { messages: 2, bytes: 1 << 20, wait: Duration::from_millis(300) };
    let mut inlet = fresh.log.inlet(RAW, "r", limits, None).unwrap();
    fresh.log.produce(RAW, ["a", "b"].map(Message::new).into()).unwrap();
    let began = Instant::now();
    assert_eq!(texts(&next(&mut inlet).await), ["a", "b"]);
    assert!(began.elapsed() < Duration::from_millis(200), "{:?}", began.elapsed());
    fresh.log.produce(RAW, vec![Message::new("c")]).unwrap();
    let log = fresh.log.clone();
    let later = tokio::task::spawn_blocking(move || log.produce(RAW, vec![Message::new("d")]).unwrap());
    assert_eq!(texts(&next(&mut inlet).await), ["c", "d"]);
    later.await.unwrap();
    fresh.log.produce(RAW, vec![Message::new("e")]).unwrap();
    let began = Instant::now();
    assert_eq!(texts(&next(&mut inlet).await), ["e"]);
    assert!(began.elapsed() >= Duration::from_millis(300), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_small_batch_that_keeps_growing_waits_no_longer_than_one_that_does_not() {
    let fresh = Fresh::with_partitions(1);
    let limits = Limits { messages: 1000, bytes: 1 << 20, wait: Duration::from_millis(200) };
    let mut inlet = fresh.log.inlet(RAW, "r", limits, None).unwrap();
    let (log, enough) = (fresh.log.clone(), Stop::new());
    let trickle = {
        let enough = enough.clone();
        tokio::task::spawn_blocking(move || {
            while !enough.is_cancelled() {
                log.produce(RAW, vec![Message::new("drop")]).unwrap();
                std::thread::sleep(Duration::from_millis(20));
            }
        })
    };
    let batch = tokio::time::timeout(Duration::from_secs(10), next(&mut inlet)).await;
    enough.cancel();
    trickle.await.unwrap();
    assert!((1..100).contains(&batch.unwrap().messages.len()));
}

#[tokio::test]
async fn an_inlet_that_waits_ends_when_its_producer_does() {
    let fresh = Fresh::with_partitions(1);
    let over = Stop::new();
    let mut inlet = fresh.log.inlet(RAW, "r", at_once(1), None).unwrap().ends_with(over.clone());
    let waiting = tokio::spawn(async move { inlet.next().await.unwrap().is_none() });
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(!waiting.is_finished());
    over.cancel();
    assert!(tokio::time::timeout(Duration::from_secs(10), waiting).await.unwrap().unwrap());
}

#[tokio::test]
async fn a_call_that_is_dropped_loses_nothing() {
    let fresh = Fresh::with_partitions(2);
    fresh.log.produce(RAW, (0..200).map(|n| Message::new(n.to_string())).collect()).unwrap();
    let limits = Limits { messages: 1000, bytes: 1 << 20, wait: Duration::from_millis(20) };
    let mut inlet = fresh.log.inlet(RAW, "r", limits, None).unwrap();
    let mut seen = 0;
    // Dropped while it waits for more, and while it reads.
    for micros in (0..40_000).step_by(997) {
        if let Ok(batch) = tokio::time::timeout(Duration::from_micros(micros), next(&mut inlet)).await {
            seen += batch.messages.len();
            break;
        }
    }
    if seen == 0 {
        seen += next(&mut inlet).await.messages.len();
    }
    assert_eq!(seen, 200);
}

#[tokio::test]
async fn rewinding_goes_back_to_what_is_settled() {
    let fresh = Fresh::with_partitions(1);
    fresh.log.produce(RAW, ["a", "b", "c", "d"].map(Message::new).into()).unwrap();
    let mut inlet = fresh.log.inlet(RAW, "r", at_once(1), None).unwrap();
    let mut outlet = fresh.log.outlet(ENRICHED, DEAD).unwrap();
    let first = next(&mut inlet).await;
    let settled = outlet.put(work(first.messages, first.receipt)).await.unwrap();
    assert!(matches!(settled, Settlement::Settled(_)));
    assert_eq!(texts(&next(&mut inlet).await), ["b"]);
    assert_eq!(texts(&next(&mut inlet).await), ["c"]);
    inlet.rewind().await.unwrap();
    assert_eq!(texts(&next(&mut inlet).await), ["b"]);
}

#[tokio::test]
async fn a_twin_that_was_overtaken_is_aborted_and_writes_nothing() {
    let fresh = Fresh::with_partitions(1);
    fresh.log.produce(RAW, ["a", "b", "c"].map(Message::new).into()).unwrap();
    let mut one = fresh.log.inlet(RAW, "r", at_once(2), None).unwrap();
    let mut twin = fresh.log.inlet(RAW, "r", at_once(3), None).unwrap();
    let mut outlet = fresh.log.outlet(ENRICHED, DEAD).unwrap();
    let (first, late) = (next(&mut one).await, next(&mut twin).await);
    outlet.put(work(first.messages, first.receipt)).await.unwrap();
    let Settlement::Aborted { why } = outlet.put(work(late.messages, late.receipt)).await.unwrap() else {
        panic!("the twin was not aborted");
    };
    assert_eq!(why, "`r` read articles.raw/0 from 0, but it stands at 2");
    assert_eq!(everything(&fresh.log, ENRICHED).len(), 2);
    assert_eq!(fresh.log.position("r", RAW, 0).unwrap(), Some(2));
    twin.rewind().await.unwrap();
    assert_eq!(texts(&next(&mut twin).await), ["c"]);
}

#[tokio::test]
async fn marks_come_with_the_articles_they_gave_or_not_at_all() {
    let fresh = Fresh::with_partitions(1);
    let mut outlet = fresh.log.outlet(RAW, DEAD).unwrap();
    let mark = |key: &str, value: &[u8]| Mark { key: key.to_owned(), value: value.to_vec() };
    let receipt =
        |marks, progress| Receipt { reader: Arc::from("inbox"), progress, marks, ..Receipt::default() };

    let kept = vec![mark("b.txt", b"7"), mark("a.txt", b"3")];
    outlet.put(work(vec![Message::new("one")], receipt(kept, vec![]))).await.unwrap();
    outlet.put(work(vec![], receipt(vec![mark("a.txt", b"4")], vec![]))).await.unwrap();
    let expected = [mark("a.txt", b"4"), mark("b.txt", b"7")];
    assert_eq!(fresh.log.marks("inbox").unwrap(), expected, "by key, the later one holds");
    assert_eq!(fresh.log.marks("inbo").unwrap(), []);
    assert_eq!(fresh.log.marks("other").unwrap(), []);

    // A batch that is aborted for its progress leaves its marks behind as well.
    let stretch = |from, next| vec![Progress { source: Arc::from("x"), partition: 0, from, next }];
    outlet.put(work(vec![], receipt(vec![], stretch(0, 5)))).await.unwrap();
    let late = work(vec![Message::new("two")], receipt(vec![mark("a.txt", b"99")], stretch(0, 5)));
    assert!(matches!(outlet.put(late).await.unwrap(), Settlement::Aborted { .. }));
    assert_eq!(fresh.log.marks("inbox").unwrap(), expected);
    assert_eq!(everything(&fresh.log, RAW).len(), 1);
}

#[tokio::test]
async fn dead_letters_keep_bytes_reason_and_place() {
    let fresh = Fresh::with_partitions(1);
    fresh.log.produce(RAW, vec![keyed("k", "\u{0}not text")]).unwrap();
    let message = whole(&fresh.log, RAW, 0).remove(0);
    let reject = Reject::new("not_an_article", "no brace");
    let letter =
        DeadLetter { message: message.clone(), reject, stage: "enricher", at: Timestamp::UNIX_EPOCH };
    let mut outlet = fresh.log.outlet(ENRICHED, DEAD).unwrap();
    outlet.put(Work { outputs: vec![], dead: vec![letter], receipt: Receipt::default() }).await.unwrap();
    let dead = whole(&fresh.log, DEAD, 0).remove(0);
    assert_eq!((dead.payload, dead.key), (message.payload, message.key));
    let headers = [header::DEAD_CODE, header::DEAD_REASON, header::DEAD_STAGE, header::DEAD_SOURCE];
    let expected = ["not_an_article", "no brace", "enricher", RAW];
    assert_eq!(headers.map(|name| dead.headers.text(name).unwrap()), expected);
}

/// Positions kept elsewhere, as the sink's manifests are.
#[derive(Default)]
struct Manifests(Mutex<HashMap<i32, i64>>);

impl Positions for Manifests {
    fn place(&self, _: &str, partition: i32) -> Result<Option<Place>, Fault> {
        Ok(self.0.lock().unwrap().get(&partition).map(|&next| Place { next, witness: None }))
    }
}

/// One place, whatever the partition.
struct Fixed(Place);

impl Positions for Fixed {
    fn place(&self, _: &str, _: i32) -> Result<Option<Place>, Fault> {
        Ok(Some(self.0))
    }
}

#[tokio::test]
async fn a_log_in_which_another_message_stands_where_the_last_one_stood_is_not_read_on() {
    let fresh = Fresh::with_partitions(1);
    fresh.log.produce(RAW, ["a", "b", "c"].map(Message::new).into()).unwrap();
    let after_b = |payload: &[u8]| {
        let place = Place { next: 2, witness: Some(Witness::new(1, payload)) };
        fresh.log.inlet(RAW, "sink", at_once(1), Some(Arc::new(Fixed(place))))
    };
    assert_eq!(texts(&next(&mut after_b(b"b").unwrap()).await), ["c"]);
    let fault = after_b(b"B").unwrap_err();
    assert_eq!(fault.kind, FaultKind::Data);
    assert!(fault.doing.contains("after offset 1"), "{}", fault.doing);
}

#[tokio::test]
async fn positions_kept_elsewhere_decide_where_they_are_given() {
    let fresh = Fresh::with_partitions(1);
    fresh.log.produce(RAW, ["a", "b", "c"].map(Message::new).into()).unwrap();
    let manifests = Arc::new(Manifests::default());
    let mut inlet = fresh.log.inlet(RAW, "sink", at_once(1), Some(manifests.clone())).unwrap();
    assert_eq!(texts(&next(&mut inlet).await), ["a"]);
    manifests.0.lock().unwrap().insert(0, 2);
    inlet.rewind().await.unwrap();
    assert_eq!(texts(&next(&mut inlet).await), ["c"]);
}

#[tokio::test]
async fn a_position_beyond_the_end_says_that_it_is_another_log() {
    let fresh = Fresh::with_partitions(1);
    let manifests = Arc::new(Manifests(Mutex::new(HashMap::from([(0, 5)]))));
    let fault = fresh.log.inlet(RAW, "sink", at_once(1), Some(manifests)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Data);
    let text = flow::chain(&fault);
    assert!(
        text.contains("articles.raw/0") && text.contains("offset 5") && text.contains("ends at 0"),
        "{text}"
    );
}

#[tokio::test]
async fn a_large_message_passes_and_does_not_take_others_with_it() {
    let fresh = Fresh::with_partitions(1);
    let large: Vec<u8> = (0..8_000_000_u32).map(|n| (n % 251) as u8).collect();
    let messages = vec![Message::new("before"), Message::new(large.clone()), Message::new("after")];
    fresh.log.produce(RAW, messages).unwrap();
    let mut inlet = fresh.log.inlet(RAW, "r", at_once(100), None).unwrap().ends_with(over());
    let first = next(&mut inlet).await;
    assert_eq!(first.messages.len(), 2, "the large one reaches the limit of bytes");
    assert!(first.messages[1].payload == large);
    assert_eq!(texts(&next(&mut inlet).await), ["after"]);
    assert!(inlet.next().await.unwrap().is_none());
    drop((inlet, first));
    let path = fresh.path();
    let Fresh { folder, log } = fresh;
    drop(log);
    let log = Log::open(&path).unwrap();
    assert!(log.read(RAW, 0, 1, 1, usize::MAX).unwrap()[0].payload == large);
    drop(folder);
}
