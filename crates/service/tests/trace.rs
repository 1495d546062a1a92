//! Trace ids go on from service to service.
#![allow(clippy::unwrap_used)] // helpers of tests are tests

use std::collections::HashSet;

use proptest::prelude::*;
use service::trace::{Traceparent, continue_or_start};

const RECEIVED: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

#[test]
fn a_hop_keeps_the_trace_and_its_flags_and_has_a_span_of_its_own() {
    let next = continue_or_start(Some(RECEIVED)).to_string();
    assert_eq!(next[..36], RECEIVED[..36]);
    assert_ne!(next[36..52], RECEIVED[36..52]);
    assert_eq!(next[52..], RECEIVED[52..]);
}

#[test]
fn what_is_written_reads_back() {
    let received = Traceparent::parse(RECEIVED).unwrap();
    assert_eq!(received.to_string(), RECEIVED);
    assert_eq!(received.trace_id(), "0af7651916cd43dd8448eb211c80319c");
    assert_eq!(received.span_id(), "b7ad6b7169203331");
}

#[test]
fn what_the_standard_refuses_begins_a_new_trace() {
    for bad in [
        "",
        "00",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-+af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    ] {
        assert_eq!(Traceparent::parse(bad), None, "{bad:?}");
        let started = continue_or_start(Some(bad));
        assert_ne!(started.trace_id(), "0af7651916cd43dd8448eb211c80319c", "{bad:?}");
    }
}

#[test]
fn a_later_version_is_read_as_far_as_it_is_known() {
    let later = format!("01{}-more", &RECEIVED[2..]);
    assert_eq!(continue_or_start(Some(&later)).trace_id(), "0af7651916cd43dd8448eb211c80319c");
}

#[test]
fn new_traces_are_well_formed_and_unlike_in_all_threads() {
    let many = || (0..10_000).map(|_| continue_or_start(None).to_string()).collect::<Vec<_>>();
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(many)).collect();
    let all: Vec<String> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    assert!(all.iter().all(|id| Traceparent::parse(id).is_some_and(|read| read.to_string() == *id)));
    assert_eq!(all.iter().map(|id| &id[3..35]).collect::<HashSet<_>>().len(), all.len());
}

proptest! {
    #[test]
    fn no_header_is_a_panic(text in ".*") {
        let _ = continue_or_start(Some(&text));
    }

    #[test]
    fn near_headers_read_back_or_are_refused(text in "[0f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-x)?") {
        if let Some(read) = Traceparent::parse(&text) {
            prop_assert_eq!(&read.to_string()[2..], &text[2..55]);
        }
    }
}
