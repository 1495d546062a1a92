//! Whole flows through Kafka.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use flow::{Crew, Fault, Flow, Message, Settlement, Stop, Tally, Verdict, Work};
use test_support::{Broker, KafkaTrial, unique};

use super::{Desk, LIMITS, Noted, block_on, pass};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("a_copied_topic_has_each_message_once_though_batches_were_aborted", copy),
        KafkaTrial::beside("two_members_of_a_group_share_the_work_and_settle_each_message_once", rebalance),
        KafkaTrial::beside("a_flow_goes_on_where_the_one_before_it_stopped", resume),
    ]
}

/// An outlet that lets others in between: now and then it does a batch's work and then has it thrown away.
struct Careless {
    outlet: kafka::Outlet,
    count: u32,
    /// Writes what is then aborted, as another producer of the same id would leave it.
    spoil: u32,
}

impl flow::Outlet for Careless {
    async fn put(&mut self, work: Work) -> Result<Settlement, Fault> {
        self.count += 1;
        if self.count.is_multiple_of(self.spoil) {
            return Ok(Settlement::Aborted { why: "spoilt by the test".to_owned() });
        }
        self.outlet.put(work).await
    }
}

fn copy(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 3).await;
        desk.produce(0..3000).await;
        let meter = Arc::new(Noted::default());
        let group = unique("group");
        let mut inlet = kafka::Inlet::join(
            &desk.settings,
            &desk.raw,
            kafka::Member::dynamic(&group),
            LIMITS,
            None,
            meter.clone(),
        )
        .unwrap();
        let outlet = desk.outlet(&unique("id")).await;
        let mut outlet = Careless { outlet, count: 0, spoil: 5 };
        let (stop, flow) = (Stop::new(), plain(&meter));
        let tally = {
            let run = flow::run(&flow, &mut inlet, Arc::new(pass), &mut outlet, &stop);
            let check = async {
                desk.expect_once(3000).await;
                super::until("no lag", || meter.notes().lag.values().sum::<u64>() == 0).await;
                stop.cancel();
            };
            tokio::join!(run, check).0.unwrap()
        };
        assert_eq!(tally.passed, 3000);
        assert!(tally.aborted > 2, "{tally:?}");
        assert_eq!(meter.notes().assigned, [3]);
        assert_eq!(meter.notes().connected, [true]);
    });
}

fn plain(meter: &Arc<Noted>) -> Flow {
    Flow { name: "test", crew: Crew::new(1).unwrap(), meter: Arc::clone(meter) as Arc<dyn flow::Meter> }
}

/// A copy that takes its time: a millisecond a message.
fn slowly(seen: &Arc<AtomicU32>) -> impl Fn(&Message) -> Vec<Verdict> + Send + Sync + 'static {
    let seen = Arc::clone(seen);
    move |message| {
        seen.fetch_add(1, Ordering::Relaxed);
        std::thread::sleep(Duration::from_millis(1));
        pass(message)
    }
}

fn rebalance(broker: &Broker) {
    block_on(async {
        let desk = Arc::new(Desk::new(broker, 4).await);
        desk.produce(0..4000).await;
        let group = unique("group");
        let member = |name: &'static str| {
            let (desk, group, stop) = (Arc::clone(&desk), group.clone(), Stop::new());
            let (seen, meter) = (Arc::new(AtomicU32::new(0)), Arc::new(Noted::default()));
            let (work, told, flow) = (slowly(&seen), stop.clone(), plain(&meter));
            let running = tokio::spawn(async move {
                let limits = kafka::Limits { messages: 50, ..LIMITS };
                let mut inlet = kafka::Inlet::join(
                    &desk.settings,
                    &desk.raw,
                    kafka::Member::dynamic(&group),
                    limits,
                    None,
                    meter.clone(),
                )
                .unwrap();
                let mut outlet = desk.outlet(&unique(name)).await;
                flow::run(&flow, &mut inlet, Arc::new(work), &mut outlet, &told).await
            });
            (running, seen, stop)
        };
        // There is work for all of them, however long it takes until they are there.
        let (enough, mut produced) = (AtomicBool::new(false), 4000);
        let feed = async {
            while !enough.load(Ordering::Relaxed) {
                desk.produce(produced..produced + 200).await;
                produced += 200;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        let members = async {
            let (first, first_seen, stop_first) = member("first");
            super::until("the first works", || first_seen.load(Ordering::Relaxed) > 300).await;
            let (second, second_seen, stop_second) = member("second");
            super::until("the second works", || second_seen.load(Ordering::Relaxed) > 300).await;
            let (third, third_seen, stop_third) = member("third");
            super::until("the third works", || third_seen.load(Ordering::Relaxed) > 100).await;
            stop_first.cancel();
            enough.store(true, Ordering::Relaxed);
            let first: Tally = first.await.unwrap().unwrap();
            (first, second, third, [stop_second, stop_third])
        };
        let ((), (first, second, third, stops)) = tokio::join!(feed, members);
        desk.expect_once(produced).await;
        stops.iter().for_each(Stop::cancel);
        let (second, third) = (second.await.unwrap().unwrap(), third.await.unwrap().unwrap());
        let passed = [first.passed, second.passed, third.passed];
        assert_eq!(passed.iter().sum::<u64>(), u64::from(produced), "{first:?} {second:?} {third:?}");
        assert!(passed.iter().all(|passed| *passed > 0), "{passed:?}");
    });
}

fn resume(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let (group, id) = (unique("group"), unique("id"));
        for round in 0..3 {
            desk.produce(round * 100..(round + 1) * 100).await;
            let mut inlet = desk.inlet(&group, LIMITS);
            let mut outlet = desk.outlet(&id).await;
            let (stop, flow) = (Stop::new(), Flow::plain("test").unwrap());
            let run = flow::run(&flow, &mut inlet, Arc::new(pass), &mut outlet, &stop);
            let check = async {
                desk.expect_once((round + 1) * 100).await;
                stop.cancel();
            };
            let (tally, ()) = tokio::join!(run, check);
            assert_eq!(tally.unwrap().read, 100);
        }
    });
}
