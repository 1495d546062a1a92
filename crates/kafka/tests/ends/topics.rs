//! Topics and the broker's absence.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind, Inlet as _, NoMeter, chain};
use kafka::{From, Inlet, Member, NewTopic, Outlet, Producer, Reader, Until, Wanted};
use test_support::{Broker, KafkaTrial, unique};

use super::{Desk, LIMITS, block_on, settings};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("a_missing_topic_is_named_and_made_only_where_that_is_wanted", missing),
        KafkaTrial::beside("a_wrong_number_of_partitions_is_a_fault_that_names_the_topic", partitions),
        KafkaTrial::beside("topics_are_made_once_and_listed_with_their_offsets", listed),
        KafkaTrial::beside("no_broker_within_the_patience_is_unavailable", absent),
    ]
}

fn usage(fault: &Fault, name: &str) {
    assert_eq!(fault.kind, FaultKind::Usage, "{}", chain(fault));
    assert!(chain(fault).contains(name), "{}", chain(fault));
}

fn missing(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let name = unique("missing");
        let wanted = [Wanted { name: name.clone(), partitions: Some(3) }];
        usage(&kafka::check_topics(&desk.settings, &wanted, false).await.unwrap_err(), &name);
        let mut inlet =
            Inlet::join(&desk.settings, &name, Member::dynamic("group"), LIMITS, None, Arc::new(NoMeter))
                .unwrap();
        usage(&inlet.next().await.unwrap_err(), &name);
        let outlet = Outlet::open(&desk.settings, "id", &desk.out, &name, None).await;
        usage(&outlet.map(|_| ()).unwrap_err(), &name);
        let reader = Reader::open(&desk.settings, &name, From::Beginning, Until::End).await;
        usage(&reader.map(|_| ()).unwrap_err(), &name);
        usage(&Producer::open(&desk.settings, &name).await.map(|_| ()).unwrap_err(), &name);

        kafka::check_topics(&desk.settings, &wanted, true).await.unwrap();
        kafka::check_topics(&desk.settings, &wanted, false).await.unwrap();
    });
}

fn partitions(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 2).await;
        let wanted = |partitions| [Wanted { name: desk.raw.clone(), partitions }];
        kafka::check_topics(&desk.settings, &wanted(Some(2)), false).await.unwrap();
        kafka::check_topics(&desk.settings, &wanted(None), false).await.unwrap();
        for create in [false, true] {
            let fault = kafka::check_topics(&desk.settings, &wanted(Some(3)), create).await.unwrap_err();
            usage(&fault, &desk.raw);
            assert!(chain(&fault).contains("it has 2 partitions, and 3 are wanted"), "{}", chain(&fault));
        }
    });
}

fn listed(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        desk.produce(0..5).await;
        let topics = kafka::list_topics(&desk.settings).await.unwrap();
        assert!(topics.iter().all(|topic| !topic.name.starts_with("__")));
        let raw = topics.iter().find(|topic| topic.name == desk.raw).unwrap();
        let offsets: Vec<_> = raw.partitions.iter().map(|one| (one.partition, one.first, one.next)).collect();
        assert_eq!(offsets, [(0, 0, 5)]);
        let again =
            NewTopic { name: desk.raw.clone(), partitions: None, replication: None, config: Vec::new() };
        assert!(kafka::create_topics(&desk.settings, &[again]).await.unwrap().is_empty());
        let bad = NewTopic {
            name: unique("bad"),
            partitions: None,
            replication: None,
            config: vec![("retention.ms".to_owned(), "long".to_owned())],
        };
        usage(
            &kafka::create_topics(&desk.settings, std::slice::from_ref(&bad)).await.unwrap_err(),
            &bad.name,
        );
    });
}

fn absent(_: &Broker) {
    block_on(async {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let address = format!("127.0.0.1:{port}");
        let mut settings = settings(&address);
        settings.patience = Duration::from_millis(1500);
        let checked = |began: Instant, fault: Fault| {
            assert_eq!(fault.kind, FaultKind::Unavailable);
            assert!(chain(&fault).contains(&address), "{}", chain(&fault));
            let took = began.elapsed();
            assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(5), "{took:?}");
        };
        let began = Instant::now();
        let wanted = [Wanted { name: "articles.raw".to_owned(), partitions: None }];
        checked(began, kafka::check_topics(&settings, &wanted, true).await.unwrap_err());
        let began = Instant::now();
        checked(began, Outlet::open(&settings, "id", "a", "b", None).await.map(|_| ()).unwrap_err());
        let began = Instant::now();
        let mut inlet =
            Inlet::join(&settings, "a", Member::dynamic("group"), LIMITS, None, Arc::new(NoMeter)).unwrap();
        checked(began, inlet.next().await.unwrap_err());
        let began = Instant::now();
        checked(began, Producer::open(&settings, "a").await.map(|_| ()).unwrap_err());
    });
}
