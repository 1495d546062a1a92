//! Instances that die or wake up too late.

use std::time::Duration;

use kafka::Outlet;
use rustix::process::Signal;
use test_support::{Broker, KafkaTrial, unique};

use super::child::Other;
use super::{Desk, LIMITS, block_on, copied, id_of, marked, next, settle};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("a_copy_that_is_killed_at_any_moment_loses_and_doubles_nothing", killed),
        KafkaTrial::beside("an_instance_that_wakes_up_after_its_partitions_went_to_another_is_fenced", woken),
        KafkaTrial::beside("a_feed_that_wakes_up_after_another_took_it_over_writes_nothing_more", feed),
    ]
}

fn killed(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 2).await;
        desk.produce(0..4000).await;
        let (group, id) = (unique("group"), unique("id"));
        for round in 0..6 {
            let other = Other::start("copy", &desk, &group, &id);
            assert_eq!(other.line(), "ready");
            // The partitions come when the session of the one before has timed out.
            tokio::time::sleep(Duration::from_millis(if round == 0 { 300 } else { 2200 } + 37 * round)).await;
            other.signal(Signal::KILL);
        }
        let last = Other::start("copy", &desk, &group, &id);
        assert_eq!(last.line(), "ready");
        desk.expect_once(4000).await;
    });
}

/// It may have been in mid-transaction, and longer than that may last: then it cannot tell by itself whether the brokers
/// or another instance ended it.
fn feed(broker: &Broker) {
    block_on(async {
        for round in 0..2 {
            let desk = Desk::new(broker, 1).await;
            let (marks, id) = (super::marks::topic(&desk).await, unique("feed"));
            let sleeper = Other::start("feed", &desk, &marks, &id);
            assert_eq!(sleeper.line(), "ready");
            tokio::time::sleep(Duration::from_millis(400 + 7 * round)).await;
            sleeper.signal(Signal::STOP);
            tokio::time::sleep(Duration::from_millis(1500)).await;

            let outlet = Outlet::open(&desk.settings, &id, &desk.out, &desk.dead, Some(&marks)).await;
            let mut outlet = outlet.unwrap();
            let at = kafka::read_marks(&desk.settings, &marks, "feed").await.unwrap().remove(0);
            let at: u32 = String::from_utf8(at.value).unwrap().parse().unwrap();
            for story in at + 1..at + 20 {
                settle(&mut outlet, marked("feed", story)).await;
            }

            sleeper.signal(Signal::CONT);
            let outcome = sleeper.line();
            assert!(outcome.starts_with("TryAgain"), "{outcome}");
            desk.expect_once(at + 20).await;
        }
    });
}

fn woken(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        desk.produce(0..60).await;
        let group = unique("group");
        let mut sleeper = Other::start("hold", &desk, &group, &unique("sleeper"));
        let taken = sleeper.line();
        assert!(taken.starts_with("taken"), "{taken}");
        sleeper.signal(Signal::STOP);

        // Its session times out, the partition comes to us, and we do its work.
        let mut inlet = desk.inlet(&group, LIMITS);
        let mut outlet = desk.outlet(&unique("id")).await;
        let mut done = 0;
        while done < 60 {
            let batch = next(&mut inlet).await;
            assert_eq!(id_of(&batch.messages[0]), done);
            done += u32::try_from(batch.messages.len()).unwrap();
            settle(&mut outlet, copied(batch)).await;
        }

        sleeper.tell("go on");
        sleeper.signal(Signal::CONT);
        let outcome = sleeper.line();
        assert!(outcome.contains("Aborted"), "{outcome}");
        desk.expect_once(60).await;
    });
}
