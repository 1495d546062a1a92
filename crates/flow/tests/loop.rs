//! The loop's promises, through memory ends.

#![allow(clippy::unwrap_used)] // helpers of tests

use std::sync::Arc;

use flow::{
    Crew, FaultKind, Flow, MemoryLog, Message, NoMeter, Reject, Step, Stop, Tally, Verdict, header, run,
};
use proptest::prelude::*;

/// Upper-cases words; `bad` is rejected, `dull` is skipped, `twin` gives two, `boom` panics.
fn shout(message: &Message) -> Vec<Verdict> {
    let word = String::from_utf8_lossy(&message.payload).into_owned();
    match word.as_str() {
        "bad" => vec![Reject::new("bad_word", "it is bad").into()],
        "dull" => vec![Verdict::Skip("dull")],
        "twin" => vec![Verdict::Pass(Message::new("TWIN1")), Verdict::Pass(Message::new("TWIN2"))],
        "boom" => panic!("a step that blows up"),
        word => vec![Verdict::Pass(Message::new(word.to_uppercase()))],
    }
}

fn flow() -> Flow {
    Flow { name: "shouter", crew: Crew::new(2).unwrap(), meter: Arc::new(NoMeter) }
}

fn log_of(words: &[&str]) -> MemoryLog {
    let log = MemoryLog::default();
    for word in words {
        log.produce("in", Message::new((*word).to_owned()));
    }
    log
}

async fn once(log: &MemoryLog, batch: usize) -> Result<Tally, flow::Fault> {
    let (mut inlet, mut outlet) = (log.inlet("in", "shouter", batch), log.outlet("out", "dead"));
    run(&flow(), &mut inlet, Arc::new(shout) as Arc<dyn Step>, &mut outlet, &Stop::new()).await
}

fn words(log: &MemoryLog, topic: &str) -> Vec<String> {
    log.read(topic).iter().map(|message| String::from_utf8_lossy(&message.payload).into_owned()).collect()
}

#[tokio::test]
async fn results_come_out_in_the_order_in_which_messages_went_in() {
    let log = log_of(&["a", "twin", "b", "dull", "c"]);
    let tally = once(&log, 2).await.unwrap();
    assert_eq!(words(&log, "out"), ["A", "TWIN1", "TWIN2", "B", "C"]);
    assert_eq!((tally.read, tally.passed, tally.skipped["dull"]), (5, 5, 1));
}

#[tokio::test]
async fn a_reject_keeps_its_bytes_its_reason_and_its_position() {
    let log = log_of(&["a", "bad", "b"]);
    once(&log, 10).await.unwrap();
    let dead = log.read("dead");
    assert_eq!(words(&log, "out"), ["A", "B"]);
    assert_eq!(dead[0].payload, "bad");
    let header = |name| dead[0].headers.text(name).unwrap();
    assert_eq!(header(header::DEAD_CODE), "bad_word");
    assert_eq!(header(header::DEAD_REASON), "it is bad");
    assert_eq!(header(header::DEAD_STAGE), "shouter");
    assert_eq!((header(header::DEAD_SOURCE), header(header::DEAD_OFFSET)), ("in", "1"));
}

#[tokio::test]
async fn a_step_that_panics_rejects_its_message_and_the_flow_goes_on() {
    let log = log_of(&["a", "boom", "b"]);
    let tally = once(&log, 10).await.unwrap();
    assert_eq!(words(&log, "out"), ["A", "B"]);
    assert_eq!(tally.rejected["panicked"], 1);
    assert_eq!(words(&log, "dead"), ["boom"]);
}

#[tokio::test]
async fn an_aborted_batch_comes_again_and_is_settled_once() {
    let log = log_of(&["a", "bad", "b"]);
    log.abort_next();
    log.abort_next();
    let tally = once(&log, 2).await.unwrap();
    assert_eq!(words(&log, "out"), ["A", "B"]);
    assert_eq!(words(&log, "dead"), ["bad"]);
    assert_eq!((tally.aborted, tally.read), (2, 3), "what was dropped is not counted as read");
}

#[tokio::test]
async fn a_fault_settles_nothing_and_the_batch_comes_back() {
    let log = log_of(&["a", "b"]);
    log.fail_next();
    let fault = once(&log, 2).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::Io);
    assert!(words(&log, "out").is_empty());
    once(&log, 2).await.unwrap();
    assert_eq!(words(&log, "out"), ["A", "B"]);
}

#[tokio::test]
async fn a_flow_that_was_stopped_takes_nothing() {
    let log = log_of(&["a"]);
    let (stop, step) = (Stop::new(), Arc::new(shout) as Arc<dyn Step>);
    stop.cancel();
    let (mut inlet, mut outlet) = (log.inlet("in", "shouter", 2), log.outlet("out", "dead"));
    let tally = run(&flow(), &mut inlet, step, &mut outlet, &stop).await.unwrap();
    assert_eq!(tally, Tally::default());
    assert!(words(&log, "out").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_aborts_each_message_is_settled_once_and_in_order(
        count in 0_usize..60,
        batch in 1_usize..9,
        plan in proptest::collection::vec(any::<bool>(), 0..12),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let names: Vec<String> = (0..count).map(|n| format!("w{n}")).collect();
        let log = log_of(&names.iter().map(String::as_str).collect::<Vec<_>>());
        for abort in plan {
            if abort { log.abort_next() } else { log.fail_next() }
        }
        // Each fault ends a run; as an operator would, start it again.
        while runtime.block_on(once(&log, batch)).is_err() {}
        let expected: Vec<String> = names.iter().map(|name| name.to_uppercase()).collect();
        prop_assert_eq!(words(&log, "out"), expected);
    }
}

#[test]
fn a_reason_is_bounded_whatever_it_quotes() {
    let reject = Reject::new("long", "ü".repeat(1 << 20));
    assert!(reject.reason().len() <= 1030);
}
