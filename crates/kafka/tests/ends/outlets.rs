//! The producer's end.

use std::time::{Duration, Instant};

use bytes::Bytes;
use flow::{DeadLetter, FaultKind, Message, Outlet as _, Position, Reject, Settlement, Work, chain, header};
use jiff::Timestamp;
use kafka::{From, Outlet, Producer, Reader, Until};
use test_support::{Broker, KafkaTrial, unique};

use super::{Desk, LIMITS, block_on, copied, headers, id_of, message, next, noise, settle, work};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("key_headers_and_payload_arrive_as_they_were_sent", round_trip),
        KafkaTrial::beside("a_message_of_a_plain_client_has_no_key_no_headers_and_a_time", plain),
        KafkaTrial::beside("what_was_aborted_is_never_seen_by_a_reader", aborted),
        KafkaTrial::beside("an_older_owner_of_a_transactional_id_is_fenced", zombie),
        KafkaTrial::beside(
            "a_message_that_is_too_large_becomes_a_dead_letter_and_the_rest_goes_on",
            too_large,
        ),
        KafkaTrial::beside(
            "a_topic_that_takes_little_at_once_gets_small_batches_and_loses_nothing",
            small_batches,
        ),
        KafkaTrial::beside("a_dead_letter_that_is_too_large_is_cut", cut),
        KafkaTrial::beside("an_outlet_that_is_dropped_in_mid_transaction_leaves_nothing_open", dropped),
        KafkaTrial::beside("a_batch_whose_inlet_lost_its_partitions_is_aborted", stale),
        KafkaTrial::beside("a_reader_from_the_end_sees_only_what_comes", follow),
    ]
}

fn round_trip(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let mut outlet = desk.outlet(&unique("id")).await;
        let mut sent = message(1);
        sent.headers = headers(&[(header::SCHEMA, "dateline.article/1"), ("x-own", "ü"), ("empty", "")]);
        let bytes = Message::new(vec![0, 159, 146, 150]);
        let empty = Message::new("");
        let outputs = vec![sent.clone(), bytes.clone(), empty.clone()];
        settle(&mut outlet, work(outputs)).await;
        let got = desk.arrived(&desk.out, 3).await;
        assert_eq!(got.len(), 3);
        let find = |wanted: &Message| got.iter().find(|got| got.payload == wanted.payload).unwrap();
        assert_eq!((&find(&sent).key, &find(&sent).headers), (&sent.key, &sent.headers));
        assert_eq!((&find(&bytes).key, find(&bytes).headers.is_empty()), (&None, true));
        assert_eq!(*find(&sent).position.source, *desk.out);
        find(&empty);
    });
}

fn plain(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let before = Timestamp::now();
        let producer = Producer::open(&desk.settings, &desk.raw).await.unwrap();
        producer.send(&Message::new("BEIJING, Jan. 5 -- Exports rose.")).await.unwrap();
        assert_eq!(producer.flush(Duration::from_secs(10)).await.unwrap(), 1);
        let got = next(&mut desk.inlet(&unique("group"), LIMITS)).await.messages.remove(0);
        assert_eq!((got.key, got.headers.is_empty()), (None, true));
        assert_eq!(got.payload, "BEIJING, Jan. 5 -- Exports rose.");
        let age = got.time.unwrap().duration_since(before).as_secs();
        assert!((-1..60).contains(&age), "{age}");
    });
}

/// A work with a record that is too large is tried, aborted and done again without it: the first try's records are in
/// the log and no reader sees them.
fn aborted(broker: &Broker) {
    block_on(async {
        let desk = Desk::with(broker.address(), 1, &[("max.message.bytes", "100000")]).await;
        let mut outlet = desk.outlet(&unique("id")).await;
        let mut large = message(99);
        large.payload = noise(2_000_000, 1).into();
        let outputs = (0..10).map(message).chain([large]).collect();
        settle(&mut outlet, work(outputs)).await;
        let mut ids: Vec<u32> = desk.arrived(&desk.out, 10).await.iter().map(id_of).collect();
        ids.sort_unstable();
        assert!(ids.into_iter().eq(0..10));
        let topics = kafka::list_topics(&desk.settings).await.unwrap();
        let out = topics.into_iter().find(|topic| topic.name == desk.out).unwrap();
        let written: i64 = out.partitions.iter().map(|partition| partition.next).sum();
        assert!(written > 14, "nothing was aborted: {written}");
    });
}

fn zombie(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let id = unique("id");
        let mut old = desk.outlet(&id).await;
        old.put(work(vec![message(0)])).await.unwrap();
        let mut new = desk.outlet(&id).await;
        new.put(work(vec![message(1)])).await.unwrap();
        let fault = old.put(work(vec![message(2)])).await.unwrap_err();
        assert_eq!(fault.kind, FaultKind::TryAgain);
        assert!(chain(&fault).contains(&id), "{}", chain(&fault));
        new.put(work(vec![message(2)])).await.unwrap();
        desk.expect_once(3).await;
    });
}

fn too_large(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let mut outlet = desk.outlet(&unique("id")).await;
        let mut large = message(7);
        large.payload = noise(1_500_000, 7).into(); // the brokers' limit is a megabyte
        large.position = Position { source: "articles.raw".into(), partition: 2, offset: 4711 };
        let mut huge = large.clone();
        huge.payload = vec![b'x'; 20_000_000].into(); // more than librdkafka takes
        let payload = large.payload.clone();
        let outputs = vec![message(0), large, huge, message(1)];
        settle(&mut outlet, work(outputs)).await;
        desk.expect_once(2).await;
        let dead = desk.arrived(&desk.dead, 2).await;
        assert_eq!(dead.len(), 2);
        let letter = dead.iter().find(|letter| letter.payload.first() != Some(&b'x')).unwrap();
        assert_eq!(letter.key.as_deref(), Some(&b"7"[..]));
        assert!(payload.starts_with(&letter.payload) && letter.payload.len() > 100_000);
        let expected = [
            (header::DEAD_CODE, "too_large"),
            (header::DEAD_SOURCE, "articles.raw"),
            (header::DEAD_PARTITION, "2"),
            (header::DEAD_OFFSET, "4711"),
            (header::DEAD_BYTES, "1500000"),
            (header::DEAD_STAGE, "tests"),
        ];
        for (name, value) in expected {
            assert_eq!(letter.headers.text(name), Some(value), "{name}");
        }
        // And the next batch is as any other.
        settle(&mut outlet, work(vec![message(2)])).await;
        desk.expect_once(3).await;
    });
}

fn small_batches(broker: &Broker) {
    block_on(async {
        let desk = Desk::with(broker.address(), 1, &[("max.message.bytes", "20000")]).await;
        let mut outlet = desk.outlet(&unique("id")).await;
        let made = |id: u32| {
            let mut message = message(id);
            message.payload = noise(3000, id).into();
            message
        };
        for round in 0..3 {
            let outputs = (round * 100..(round + 1) * 100).map(made).collect();
            settle(&mut outlet, work(outputs)).await;
        }
        desk.expect_once(300).await;
        assert!(desk.read(&desk.dead).await.is_empty());
    });
}

fn cut(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let mut outlet = desk.outlet(&unique("id")).await;
        let mut message = Message::new(Bytes::from(noise(3_000_000, 3)));
        message.position = Position { source: "inbox/picture.png".into(), partition: 0, offset: 0 };
        let reject = Reject::new("binary", "this is no text");
        let letter = DeadLetter { message, reject, stage: "ingester", at: Timestamp::now() };
        let work = Work { dead: vec![letter], ..work(vec![Message::new("an article")]) };
        settle(&mut outlet, work).await;
        let dead = desk.arrived(&desk.dead, 1).await;
        assert_eq!(dead[0].headers.text(header::DEAD_CODE), Some("binary"));
        assert_eq!(dead[0].headers.text(header::DEAD_BYTES), Some("3000000"));
        assert_eq!(desk.arrived(&desk.out, 1).await.len(), 1);
    });
}

fn dropped(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let outputs: Vec<Message> = (0..20_000).map(message).collect();
        let mut outlet = desk.outlet(&unique("id")).await;
        let _ = tokio::time::timeout(Duration::from_millis(15), outlet.put(work(outputs))).await;
        drop(outlet);
        // A transaction that is left open would hold up what others commit behind it.
        let mut other = desk.outlet(&unique("id")).await;
        other.put(work(vec![Message::new("after")])).await.unwrap();
        let began = Instant::now();
        while !desk.read(&desk.out).await.iter().any(|message| message.payload == "after") {
            assert!(began.elapsed() < Duration::from_secs(5));
        }
        let before = desk.read(&desk.out).await.len() - 1;
        assert!(before == 0 || before == 20_000, "half a transaction: {before}");
    });
}

fn stale(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        desk.produce(0..50).await;
        let group = unique("group");
        let mut first = desk.inlet(&group, LIMITS);
        let batch = next(&mut first).await;
        let mut outlet = desk.outlet(&unique("id")).await;
        drop(first);
        let settlement = outlet.put(copied(batch)).await.unwrap();
        let Settlement::Aborted { why } = settlement else { panic!("{settlement:?}") };
        assert_eq!(why, "its partitions were taken away");
        let mut second = desk.inlet(&group, LIMITS);
        let batch = next(&mut second).await;
        assert_eq!(id_of(&batch.messages[0]), 0);
        let count = u32::try_from(batch.messages.len()).unwrap();
        settle(&mut outlet, copied(batch)).await;
        desk.expect_once(count).await;
    });
}

fn follow(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 2).await;
        desk.produce(0..10).await;
        let mut reader = Reader::open(&desk.settings, &desk.raw, From::End, Until::Stopped).await.unwrap();
        let quiet = tokio::time::timeout(Duration::from_millis(500), reader.next()).await;
        assert!(quiet.is_err(), "{quiet:?}");
        desk.produce(10..12).await;
        let mut ids = Vec::new();
        for _ in 0..2 {
            ids.push(id_of(&reader.next().await.unwrap().unwrap()));
        }
        ids.sort_unstable();
        assert_eq!(ids, [10, 11]);
        let fault = Outlet::open(&desk.settings, &unique("id"), "articles.nowhere", &desk.dead, None).await;
        let fault = fault.map(|_| ()).unwrap_err();
        assert!(chain(&fault).contains("articles.nowhere"), "{}", chain(&fault));
    });
}
