//! Members that lose their name in the group to another, and come back to it or give way.

use std::sync::Arc;
use std::time::{Duration, Instant};

use flow::{Crew, Fault, FaultKind, Flow, Message, Outlet as _, Settlement, Stop, Tally, chain};
use kafka::{Inlet, Limits, Member, Outlet};
use rustix::process::Signal;
use test_support::{Broker, KafkaTrial, unique};

use super::child::{Other, SESSION};
use super::{Desk, LIMITS, Noted, block_on, copied, next, pass};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("a_member_comes_back_when_whoever_took_its_name_has_left", left),
        KafkaTrial::beside("a_member_comes_back_when_nobody_lives_under_its_name_any_more", dead),
        KafkaTrial::beside(
            "a_member_gives_way_to_one_that_lives_under_its_name_and_does_not_disturb_it",
            stays,
        ),
        KafkaTrial::beside("a_batch_that_was_read_before_the_name_was_lost_is_not_committed", unfinished),
    ]
}

const NAME: &str = "host-1";
/// As a flow that has much to do takes them.
const SMALL: Limits = Limits { messages: 10, ..LIMITS };

async fn desk(broker: &Broker) -> Desk {
    let mut desk = Desk::new(broker, 2).await;
    desk.settings.librdkafka.extend(SESSION.map(|(name, value)| (name.to_owned(), value.to_owned())));
    desk
}

fn named(desk: &Desk, group: &str, meter: &Arc<Noted>) -> Inlet {
    let meter = Arc::clone(meter) as Arc<dyn flow::Meter>;
    Inlet::join(&desk.settings, &desk.raw, Member::named(group, NAME), SMALL, None, meter).unwrap()
}

/// A flow under the name, slow enough to be in the midst of it.
async fn run(
    meter: &Arc<Noted>,
    inlet: &mut Inlet,
    outlet: &mut Outlet,
    stop: &Stop,
) -> Result<Tally, Fault> {
    let flow = Flow { name: "test", crew: Crew::new(1).unwrap(), meter: meter.clone() };
    let slowly = |message: &Message| {
        std::thread::sleep(Duration::from_millis(2));
        pass(message)
    };
    flow::run(&flow, inlet, Arc::new(slowly), outlet, stop).await
}

/// Another takes the name of a flow at work, and `go` says how it goes again. The flow then does what is left.
fn comes_back<T>(broker: &Broker, take: &impl AsyncFn(&Desk, &str) -> T, go: &impl AsyncFn(T)) {
    block_on(async {
        let desk = desk(broker).await;
        desk.produce(0..1000).await;
        let (group, meter, stop) = (unique("group"), Arc::new(Noted::default()), Stop::new());
        let (mut inlet, mut outlet) = (named(&desk, &group, &meter), desk.outlet(&unique("id")).await);
        let others = async {
            desk.arrived(&desk.out, 50).await;
            let other = take(&desk, &group).await;
            super::until("it is fenced", || meter.notes().assigned.last() == Some(&0)).await;
            go(other).await;
            desk.expect_once(1000).await;
            // It reads on as if nothing had been.
            desk.produce(1000..1100).await;
            desk.expect_once(1100).await;
            stop.cancel();
        };
        let (tally, ()) = tokio::join!(run(&meter, &mut inlet, &mut outlet, &stop), others);
        tally.unwrap();
        assert_eq!(meter.notes().assigned, [2, 0, 2]);
    });
}

fn left(broker: &Broker) {
    let take = async |desk: &Desk, group: &str| {
        let mut other = named(desk, group, &Arc::default());
        next(&mut other).await;
        other
    };
    comes_back(broker, &take, &async |other| drop(other));
}

/// As a join of its own of which it never heard.
fn dead(broker: &Broker) {
    let take = async |desk: &Desk, group: &str| {
        let other = Other::start("name", desk, group, NAME);
        assert!(other.line().starts_with("taken"));
        other
    };
    comes_back(broker, &take, &async |other| other.signal(Signal::KILL));
}

fn stays(broker: &Broker) {
    block_on(async {
        let desk = desk(broker).await;
        desk.produce(0..1000).await;
        let group = unique("group");
        let (first, second) = (Arc::new(Noted::default()), Arc::new(Noted::default()));
        let (mut inlet, mut outlet) = (named(&desk, &group, &first), desk.outlet(&unique("id")).await);
        let stop = Stop::new();
        let began = Instant::now();
        let (outcome, tally) = tokio::join!(
            async {
                let outcome = run(&first, &mut inlet, &mut outlet, &stop).await;
                desk.expect_once(1000).await;
                assert_eq!(second.notes().assigned, [2], "it was disturbed");
                stop.cancel();
                outcome
            },
            async {
                desk.arrived(&desk.out, 50).await;
                let mut inlet = named(&desk, &group, &second);
                run(&second, &mut inlet, &mut desk.outlet(&unique("id")).await, &stop).await
            }
        );
        let fault = outcome.unwrap_err();
        assert!(began.elapsed() < Duration::from_secs(40), "{:?}", began.elapsed());
        assert_eq!(fault.kind, FaultKind::TryAgain);
        let said = chain(&fault);
        assert!(
            said.contains(NAME) && said.contains(&group) && said.contains("lives, on 127.0.0.1"),
            "{said}"
        );
        tally.unwrap();
        assert_eq!(first.notes().assigned, [2, 0]);
    });
}

fn unfinished(broker: &Broker) {
    block_on(async {
        let desk = desk(broker).await;
        desk.produce(0..100).await;
        let (group, meter) = (unique("group"), Arc::new(Noted::default()));
        let (mut inlet, mut outlet) = (named(&desk, &group, &meter), desk.outlet(&unique("id")).await);
        let batch = next(&mut inlet).await;
        let mut other = named(&desk, &group, &Arc::default());
        next(&mut other).await;
        // Whether it has heard of it or not.
        let settlement = outlet.put(copied(batch)).await.unwrap();
        assert!(matches!(settlement, Settlement::Aborted { .. }), "{settlement:?}");
        drop(other);
        let (stop, began) = (Stop::new(), Instant::now());
        let done = async {
            desk.expect_once(100).await;
            stop.cancel();
        };
        let (tally, ()) = tokio::join!(run(&meter, &mut inlet, &mut outlet, &stop), done);
        tally.unwrap();
        assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
    });
}
