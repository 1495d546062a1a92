//! The ingester over a folder that mixes every wire format, into a real Kafka.

use std::collections::BTreeMap;

use serde_json::Value;
use test_support::{Broker, KafkaTrial};

use super::mixed;
use super::stand::Stand;

pub(crate) fn trials() -> Vec<KafkaTrial> {
    vec![KafkaTrial::beside("the ingester gives of every format what is expected, once", every_format)]
}

fn every_format(broker: &Broker) {
    let stand = Stand::new(broker);
    let expected = mixed::fill(&stand.inbox());
    let ingest = || {
        // It ends when the folder has no more.
        let output = stand.run_with(&["ingest"], "feed.watch=false");
        let log =
            String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{log}");
        log
    };
    let log = ingest();
    let articles = || stand.consume("raw").iter().map(mixed::comparable).collect::<Vec<_>>();
    mixed::assert_same("topic", articles(), &expected.articles);

    let letters = stand.dead();
    let mut codes = BTreeMap::<String, u64>::new();
    for letter in &letters {
        assert_eq!(letter["stage"], "ingester");
        *codes.entry(letter["code"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    assert_eq!(codes, expected.rejects);
    let bytes_of = |letter: &Value| {
        let position = letter["position"].as_str().unwrap();
        stand.run(&["dead", "show", position, "--raw"]).stdout
    };
    let mut dead: Vec<Vec<u8>> = letters.iter().map(bytes_of).collect();
    dead.sort();
    assert_eq!(dead, expected.dead, "the dead letters have the bytes of what was bad, and no others");
    for (reason, count) in &expected.skips {
        assert!(log.contains(&format!("{reason} {count}")), "{reason} {count} in {log}");
    }

    // The feed's position is in Kafka: a second look finds nothing new.
    ingest();
    mixed::assert_same("topic after a second look", articles(), &expected.articles);
    assert_eq!(stand.dead().len(), expected.dead.len());
}
