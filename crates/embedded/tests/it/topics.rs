//! Topics, partitions, and reading without a flow.

use embedded::{Log, PartitionInfo};
use flow::{FaultKind, Header, Message};

use crate::{Fresh, RAW, everything, keyed, text, whole};

#[test]
fn creating_a_topic_again_changes_nothing() {
    let fresh = Fresh::with_partitions(2);
    fresh.log.produce(RAW, vec![Message::new("a")]).unwrap();
    fresh.log.create_topic(RAW, 2).unwrap();
    assert_eq!(everything(&fresh.log, RAW).len(), 1);
}

#[test]
fn another_number_of_partitions_is_refused_with_both_numbers() {
    let fresh = Fresh::with_partitions(2);
    let fault = fresh.log.create_topic(RAW, 3).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Usage);
    let text = flow::chain(&fault);
    assert!(text.contains("`articles.raw`: it has 2 partitions") && text.ends_with("not 3"), "{text}");
}

#[test]
fn names_that_kafka_would_refuse_are_refused() {
    let fresh = Fresh::with_partitions(1);
    for name in ["", ".", "..", "a b", "a/b", "ä", &"x".repeat(250)] {
        assert_eq!(fresh.log.create_topic(name, 1).unwrap_err().kind, FaultKind::Usage, "{name}");
    }
    assert_eq!(fresh.log.create_topic("a", 0).unwrap_err().kind, FaultKind::Usage);
}

#[test]
fn a_missing_topic_is_named() {
    let fresh = Fresh::with_partitions(1);
    let faults = [
        fresh.log.produce("nowhere", vec![]).unwrap_err(),
        fresh.log.read("nowhere", 0, 0, 1, 1).unwrap_err(),
        fresh.log.outlet(RAW, "nowhere").unwrap_err(),
        fresh.log.inlet("nowhere", "r", crate::at_once(1), None).unwrap_err(),
    ];
    for fault in faults {
        assert_eq!(fault.kind, FaultKind::Usage);
        assert!(flow::chain(&fault).contains("the topic `nowhere`: there is no such topic in /"), "{fault}");
    }
    assert_eq!(fresh.log.read(RAW, 7, 0, 1, 1).unwrap_err().kind, FaultKind::Usage);
}

#[test]
fn topics_and_messages_are_there_after_opening_again() {
    let fresh = Fresh::with_partitions(2);
    let mut message = keyed("k", "payload");
    message.headers = [("schema".into(), "s/1".into()), ("x-own".into(), "y".into())]
        .into_iter()
        .collect::<flow::Headers>();
    message.time = Some("2023-07-18T09:00:00.000000001Z".parse().unwrap());
    let places = fresh.log.produce(RAW, vec![message.clone()]).unwrap();
    let before = fresh.log.topics().unwrap();
    let path = fresh.path();
    let Fresh { folder, log } = fresh;
    drop(log);

    let log = Log::open(&path).unwrap();
    assert_eq!(log.topics().unwrap(), before);
    message.position = places[0].clone();
    assert_eq!(everything(&log, RAW), [message]);
    let more = log.produce(RAW, vec![keyed("k", "next")]).unwrap();
    assert_eq!((more[0].partition, more[0].offset), (places[0].partition, 1));
    drop(folder);
}

#[test]
fn a_message_without_a_time_gets_the_present() {
    let fresh = Fresh::with_partitions(1);
    let before = jiff::Timestamp::now();
    fresh.log.produce(RAW, vec![Message::new("a")]).unwrap();
    let time = whole(&fresh.log, RAW, 0)[0].time.unwrap();
    assert!(before <= time && time <= jiff::Timestamp::now());
}

#[test]
fn a_key_goes_where_librdkafka_would_put_it() {
    // CRC-32 of the key modulo partitions: zlib's crc32(b"123456789") is 0xcbf43926.
    let fresh = Fresh::with_partitions(7);
    let place = fresh.log.produce(RAW, vec![keyed("123456789", "")]).unwrap();
    assert_eq!(place[0].partition as u32, 0xcbf4_3926 % 7);
}

#[test]
fn messages_without_a_key_take_turns() {
    let fresh = Fresh::with_partitions(3);
    let nine = (0..8).map(|n| Message::new(n.to_string())).chain([keyed("", "8")]);
    fresh.log.produce(RAW, nine.collect()).unwrap();
    let info = &fresh.log.topics().unwrap()[2];
    let expected = [0, 1, 2].map(|partition| PartitionInfo { partition, first: 0, next: 3 });
    assert_eq!((&*info.name, info.partitions.as_slice()), (RAW, expected.as_slice()));
}

#[test]
fn reading_begins_and_ends_anywhere() {
    let fresh = Fresh::with_partitions(1);
    // Several chunks in one commit, and small ones from commits of their own.
    let fat = |n: usize| Message::new(format!("{n:05}{}", "x".repeat(3000)));
    fresh.log.produce(RAW, (0..100).map(fat).collect()).unwrap();
    for n in 100..120 {
        fresh.log.produce(RAW, vec![fat(n)]).unwrap();
    }
    for (from, limit) in
        [(0, 120), (0, 1), (41, 5), (42, 2), (43, 1), (99, 3), (119, 9), (120, 9), (500, 9), (-3, 2)]
    {
        let read = fresh.log.read(RAW, 0, from, limit, usize::MAX).unwrap();
        let start = from.clamp(0, 120) as usize;
        let numbers: Vec<usize> = read.iter().map(|m| text(m)[..5].parse().unwrap()).collect();
        let expected: Vec<usize> = (start..(start + limit).min(120)).collect();
        assert_eq!(numbers, expected, "from {from}, {limit}");
        assert!(read.iter().zip(start as i64..).all(|(message, offset)| message.position.offset == offset));
    }
    assert_eq!(fresh.log.read(RAW, 0, 0, 100, 9000).unwrap().len(), 3, "bytes end it as well");
    assert_eq!(fresh.log.read(RAW, 0, 0, 0, 9000).unwrap().len(), 0);
}

#[test]
fn headers_of_the_same_name_and_strange_names_survive() {
    let fresh = Fresh::with_partitions(1);
    let headers: [Header; 3] =
        [("a".into(), "1".into()), ("a".into(), "2".into()), ("é\n".into(), "".into())];
    let message = Message { headers: headers.into_iter().collect(), ..Message::new("") };
    fresh.log.produce(RAW, vec![message.clone()]).unwrap();
    assert_eq!(whole(&fresh.log, RAW, 0)[0].headers, message.headers);
}

#[test]
fn what_is_dropped_is_gone_in_whole_chunks_and_the_rest_stays_as_it_was_also_after_opening_again() {
    let fresh = Fresh::with_partitions(2);
    // One chunk each.
    for n in 0..20 {
        fresh.log.produce(RAW, vec![keyed("k", &format!("{n}"))]).unwrap();
    }
    let here = |log: &Log| {
        let partitions =
            log.topics().unwrap().iter().find(|info| *info.name == *RAW).unwrap().partitions.clone();
        partitions.into_iter().find(|info| info.next > 0).unwrap()
    };
    let PartitionInfo { partition, .. } = here(&fresh.log);
    assert_eq!(fresh.log.drop_below(RAW, partition, 0).unwrap(), 0);
    assert_eq!(fresh.log.drop_below(RAW, partition, 7).unwrap(), 7);
    assert_eq!(fresh.log.drop_below(RAW, partition, 7).unwrap(), 0);
    assert_eq!(here(&fresh.log), PartitionInfo { partition, first: 7, next: 20 });
    let rest = |log: &Log, from| {
        let messages = log.read(RAW, partition, from, 100, usize::MAX).unwrap();
        messages.iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(rest(&fresh.log, 7), (7..20).map(|n| n.to_string()).collect::<Vec<_>>());
    // What is gone is said to be gone.
    assert_eq!(fresh.log.read(RAW, partition, 6, 1, 1).unwrap_err().kind, FaultKind::Data);

    // The last chunk stays, so that the next offset is known for ever.
    assert_eq!(fresh.log.drop_below(RAW, partition, i64::MAX).unwrap(), 12);
    let path = fresh.path();
    let Fresh { folder, log } = fresh;
    drop(log);
    let log = Log::open(&path).unwrap();
    assert_eq!(here(&log), PartitionInfo { partition, first: 19, next: 20 });
    assert_eq!(log.produce(RAW, vec![keyed("k", "20")]).unwrap()[0].offset, 20);
    assert_eq!(rest(&log, 19), ["19", "20"]);
    log.prove().unwrap();
    drop(folder);
}

#[test]
fn room_that_was_dropped_is_used_again() {
    let fresh = Fresh::with_partitions(1);
    let mut sizes = Vec::new();
    for round in 0..30_i64 {
        let batch = (0..20).map(|_| Message::new(vec![7; 40_000])).collect();
        fresh.log.produce(RAW, batch).unwrap();
        fresh.log.drop_below(RAW, 0, (round + 1) * 20).unwrap();
        sizes.push(std::fs::metadata(fresh.path()).unwrap().len());
    }
    assert_eq!(sizes[29], sizes[10], "{sizes:?}");
}
