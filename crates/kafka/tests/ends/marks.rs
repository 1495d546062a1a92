//! A feed's positions beside its articles.

use flow::{FaultKind, Mark, Outlet as _, Receipt, Work};
use kafka::{NewTopic, Outlet, read_marks};
use test_support::{Broker, KafkaTrial, unique};

use super::{Desk, block_on, message, settle};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("marks_are_stored_with_the_articles_or_not_at_all", together),
        KafkaTrial::beside("each_feed_reads_its_own_marks_and_the_latest_of_each", apart),
    ]
}

pub(super) async fn topic(desk: &Desk) -> String {
    let name = unique("marks");
    let config = vec![("cleanup.policy".to_owned(), "compact".to_owned())];
    let topic = NewTopic { name: name.clone(), partitions: Some(2), replication: Some(1), config };
    kafka::create_topics(&desk.settings, &[topic]).await.unwrap();
    name
}

fn work(feed: &str, ids: std::ops::Range<u32>, marks: &[(&str, &str)]) -> Work {
    let mark =
        |(key, value): &(&str, &str)| Mark { key: (*key).to_owned(), value: value.as_bytes().to_vec() };
    let receipt =
        Receipt { reader: feed.into(), marks: marks.iter().map(mark).collect(), ..Receipt::default() };
    Work { outputs: ids.map(message).collect(), dead: Vec::new(), receipt }
}

async fn marks(desk: &Desk, topic: &str, feed: &str) -> Vec<(String, String)> {
    let marks = read_marks(&desk.settings, topic, feed).await.unwrap();
    marks.into_iter().map(|mark| (mark.key, String::from_utf8(mark.value).unwrap())).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn together(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let (topic, id) = (topic(&desk).await, unique("feed"));
        let open = || Outlet::open(&desk.settings, &id, &desk.out, &desk.dead, Some(&topic));
        let mut old = open().await.unwrap();
        assert!(marks(&desk, &topic, "inbox").await.is_empty());
        let first = work("inbox", 0..3, &[("a.txt", "3 stories"), ("b.txt", "half")]);
        settle(&mut old, first).await;

        // Another instance takes over: what the old one still does is seen nowhere.
        let mut new = open().await.unwrap();
        let expected = pairs(&[("a.txt", "3 stories"), ("b.txt", "half")]);
        assert_eq!(marks(&desk, &topic, "inbox").await, expected);
        let fault = old.put(work("inbox", 3..5, &[("b.txt", "whole")])).await.unwrap_err();
        assert_eq!(fault.kind, FaultKind::TryAgain);
        assert_eq!(marks(&desk, &topic, "inbox").await, expected);

        new.put(work("inbox", 3..5, &[("b.txt", "whole")])).await.unwrap();
        assert_eq!(marks(&desk, &topic, "inbox").await, pairs(&[("a.txt", "3 stories"), ("b.txt", "whole")]));
        desk.expect_once(5).await;
    });
}

fn apart(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let topic = topic(&desk).await;
        let open = |id: String| {
            let (desk, topic) = (&desk, &topic);
            async move { Outlet::open(&desk.settings, &id, &desk.out, &desk.dead, Some(topic)).await.unwrap() }
        };
        let (mut one, mut two) = (open(unique("one")).await, open(unique("two")).await);
        for round in 0..5 {
            let value = round.to_string();
            one.put(work("wire", 0..0, &[("x", &value), (&value, "")])).await.unwrap();
            two.put(work("wire/sport", 0..0, &[("x", "other")])).await.unwrap();
        }
        let expected = pairs(&[("0", ""), ("1", ""), ("2", ""), ("3", ""), ("4", ""), ("x", "4")]);
        assert_eq!(marks(&desk, &topic, "wire").await, expected);
        assert_eq!(marks(&desk, &topic, "wire/sport").await, pairs(&[("x", "other")]));
        assert_eq!(marks(&desk, &topic, "wir").await, []);
    });
}
