//! The broker goes and comes back.

use std::io;
use std::sync::{Arc, Mutex, Once};
use std::time::Duration;

use flow::{Crew, Flow, Mark, Outlet as _, Settlement, Stop};
use kafka::{NewTopic, Outlet};
use test_support::{Broker, KafkaTrial, unique};

use super::{Desk, LIMITS, Noted, block_on, marked, message, pass, settle, work};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::alone("a_broker_that_is_killed_in_mid_flow_is_waited_for_and_said_once", killed),
        KafkaTrial::alone("an_outlet_with_nothing_to_write_tells_when_the_broker_goes_and_comes_back", idle),
        KafkaTrial::alone("an_outage_longer_than_a_transaction_may_last_loses_and_doubles_nothing", long),
    ]
}

/// What was logged, by all threads. Shown where a test fails.
struct Said;

static SAID: Mutex<Vec<u8>> = Mutex::new(Vec::new());

impl Said {
    fn from_now_on() -> Self {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            let subscriber = tracing_subscriber::fmt()
                .with_max_level(tracing::Level::DEBUG)
                .with_ansi(false)
                .with_writer(|| Said)
                .finish();
            tracing::subscriber::set_global_default(subscriber).expect("nobody else listens");
        });
        SAID.lock().unwrap().clear();
        Self
    }

    fn lines(words: &str) -> Vec<String> {
        let said = SAID.lock().unwrap();
        let lines = String::from_utf8_lossy(&said).into_owned();
        lines.lines().filter(|line| line.contains(words)).map(str::to_owned).collect()
    }
}

impl io::Write for Said {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        SAID.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Shows what was said when a test fails.
struct Shown;

impl Drop for Shown {
    fn drop(&mut self) {
        if std::thread::panicking() || std::env::var_os("SHOW").is_some() {
            eprintln!("{}", Said::lines("").join("\n"));
        }
    }
}

fn killed(broker: &Broker) {
    Said::from_now_on();
    let _shown = Shown;
    block_on(async {
        let desk = Desk::new(broker, 2).await;
        desk.produce(0..4000).await;
        let meter = Arc::new(Noted::default());
        let mut inlet = kafka::Inlet::join(
            &desk.settings,
            &desk.raw,
            kafka::Member::dynamic(&unique("group")),
            kafka::Limits { messages: 20, ..LIMITS },
            None,
            meter.clone(),
        )
        .unwrap();
        let mut outlet = desk.outlet(&unique("id")).await;
        let stop = Stop::new();
        let flow = Flow { name: "test", crew: Crew::new(1).unwrap(), meter: meter.clone() };
        let slowly = |message: &flow::Message| {
            std::thread::sleep(Duration::from_micros(500));
            pass(message)
        };
        let run = flow::run(&flow, &mut inlet, Arc::new(slowly), &mut outlet, &stop);
        let check = async {
            super::until("some is done", || meter.notes().lag.values().sum::<u64>() > 0).await;
            broker.kill();
            super::until("it is noticed", || meter.notes().connected.contains(&false)).await;
            tokio::time::sleep(Duration::from_secs(2)).await;
            broker.restart();
            desk.expect_once(4000).await;
            super::until("it is said", || Said::lines("kafka is back").len() == 1).await;
            tokio::time::sleep(Duration::from_secs(2)).await;
            stop.cancel();
        };
        let (tally, ()) = tokio::join!(run, check);
        tally.unwrap();
        assert_eq!(meter.notes().connected, [true, false, true]);
        assert_eq!(Said::lines("kafka is back").len(), 1);
        let warnings = [" WARN ", "ERROR "].map(Said::lines).concat();
        let warnings: Vec<_> = warnings.iter().filter(|line| !line.contains("come again")).collect();
        assert!(warnings.len() == 1 && warnings[0].contains("kafka is gone"), "{warnings:?}");
    });
}

fn idle(broker: &Broker) {
    Said::from_now_on();
    let _shown = Shown;
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let meter = Arc::new(Noted::default());
        let (id, told) = (unique("id"), meter.clone());
        let open = Outlet::open_and_tell(&desk.settings, &id, &desk.out, &desk.dead, None, told);
        let mut outlet = open.await.unwrap();
        assert_eq!(meter.notes().connected, [true]);
        tokio::task::block_in_place(|| broker.kill());
        super::until("it is noticed", || meter.notes().connected == [true, false]).await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        tokio::task::block_in_place(|| broker.restart());
        super::until("it is back", || meter.notes().connected == [true, false, true]).await;
        assert_eq!(["kafka is gone", "kafka is back"].map(|words| Said::lines(words).len()), [1, 1]);
        settle(&mut outlet, work(vec![message(0)])).await;
        desk.expect_once(1).await;
    });
}

fn long(broker: &Broker) {
    Said::from_now_on();
    let _shown = Shown;
    block_on(async {
        let mut desk = Desk::new(broker, 1).await;
        let marks = unique("marks");
        let topic =
            NewTopic { name: marks.clone(), partitions: Some(1), replication: Some(1), config: Vec::new() };
        kafka::create_topics(&desk.settings, &[topic]).await.unwrap();
        desk.settings.librdkafka.insert("transaction.timeout.ms".to_owned(), "3000".to_owned());
        let mut outlet =
            Outlet::open(&desk.settings, &unique("feed"), &desk.out, &desk.dead, Some(&marks)).await.unwrap();
        let work = |id| marked("feed", id);
        for id in 0..20 {
            settle(&mut outlet, work(id)).await;
        }
        // The kill may find the outlet between two transactions: then there is no outage in one, and another is made.
        let (mut count, mut is_aborted) = (20, false);
        while !is_aborted && count < 120 {
            let (outcomes, ()) = tokio::join!(
                async {
                    let mut outcomes = Vec::new();
                    for id in count..count + 20 {
                        loop {
                            let outcome = outlet.put(work(id)).await.unwrap();
                            let done = matches!(outcome, Settlement::Settled(_));
                            outcomes.push(outcome);
                            if done {
                                break;
                            }
                        }
                        tokio::time::sleep(Duration::from_millis(5)).await;
                    }
                    outcomes
                },
                async {
                    tokio::time::sleep(Duration::from_millis(60)).await;
                    tokio::task::block_in_place(|| broker.kill());
                    tokio::time::sleep(Duration::from_secs(5)).await;
                    tokio::task::block_in_place(|| broker.restart());
                }
            );
            is_aborted = outcomes.iter().any(|outcome| matches!(outcome, Settlement::Aborted { .. }));
            count += 20;
        }
        assert!(is_aborted);
        desk.expect_once(count).await;
        let marks = kafka::read_marks(&desk.settings, &marks, "feed").await.unwrap();
        assert_eq!(marks, [Mark { key: "at".to_owned(), value: (count - 1).to_string().into_bytes() }]);
    });
}
