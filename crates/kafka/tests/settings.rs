//! Settings that cannot be, without a broker.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use flow::{Fault, FaultKind, NoMeter, chain};
use kafka::{Inlet, Limits, Member, Settings};

fn join(name: &str, value: &str) -> Result<(), Fault> {
    let settings = with(name, value);
    let limits = Limits { messages: 1, bytes: 1, wait: Duration::ZERO };
    Inlet::join(&settings, "articles.raw", Member::dynamic("group"), limits, None, Arc::new(NoMeter))
        .map(|_| ())
}

fn with(name: &str, value: &str) -> Settings {
    Settings {
        bootstrap_servers: "127.0.0.1:1".to_owned(),
        client_id: "dateline-tests".to_owned(),
        patience: Duration::from_millis(100),
        librdkafka: BTreeMap::from([(name.to_owned(), value.to_owned())]),
    }
}

#[test]
fn a_setting_that_librdkafka_does_not_know_is_named_and_its_value_is_not() {
    for (name, value) in [("sasl.pasword", "hunter2"), ("session.timeout.ms", "soon")] {
        let fault = join(name, value).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Usage);
        let line = chain(&fault);
        assert!(line.contains(&format!("kafka.librdkafka.{name}")), "{line}");
        assert!(!line.contains(value), "{line}");
    }
}

#[test]
fn what_exactly_once_rests_on_cannot_be_set() {
    for (name, value) in [("enable.auto.commit", "true"), ("isolation.level", "read_uncommitted")] {
        let fault = join(name, value).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Usage);
        assert!(chain(&fault).contains(name), "{}", chain(&fault));
    }
}

#[test]
fn values_are_not_in_debug_output() {
    let shown = format!("{:?}", with("sasl.password", "hunter2"));
    assert!(shown.contains("sasl.password") && !shown.contains("hunter2"), "{shown}");
}
