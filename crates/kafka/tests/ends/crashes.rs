//! Instances that die or wake up too late.

use std::time::Duration;

use rustix::process::Signal;
use test_support::{Broker, KafkaTrial, unique};

use super::child::Other;
use super::{Desk, LIMITS, block_on, copied, id_of, next, settle};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("a_copy_that_is_killed_at_any_moment_loses_and_doubles_nothing", killed),
        KafkaTrial::beside("an_instance_that_wakes_up_after_its_partitions_went_to_another_is_fenced", woken),
    ]
}

fn killed(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 2).await;
        desk.produce(0..4000).await;
        let (group, id) = (unique("group"), unique("id"));
        for round in 0..6 {
            let mut other = Other::start("copy", &desk, &group, &id);
            assert_eq!(other.line(), "ready");
            // The partitions come when the session of the one before has timed out.
            tokio::time::sleep(Duration::from_millis(if round == 0 { 300 } else { 2200 } + 37 * round)).await;
            other.signal(Signal::KILL);
        }
        let mut last = Other::start("copy", &desk, &group, &id);
        assert_eq!(last.line(), "ready");
        desk.expect_once(4000).await;
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
