//! The meter behind `/metrics`. Names and meanings stand in the [crate's table](crate#metrics).

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use flow::{Meter, Receipt, Tally};
use jiff::Timestamp;
use prometheus_client::encoding::{EncodeLabelSet, prometheus_text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use crate::health::{Health, Pulse};

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByFlow {
    flow: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByReason {
    flow: &'static str,
    reason: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByPartition {
    flow: &'static str,
    topic: String,
    partition: i32,
}

type Histograms = Family<ByFlow, Histogram, fn() -> Histogram>;
type Seconds = Gauge<f64, AtomicU64>;

/// All that a program counts, for all its flows.
pub struct Metrics {
    registry: Registry,
    families: Families,
    health: Health,
}

#[derive(Clone)]
struct Families {
    read: Family<ByFlow, Counter>,
    passed: Family<ByFlow, Counter>,
    rejected: Family<ByReason, Counter>,
    skipped: Family<ByReason, Counter>,
    commits: Family<ByFlow, Counter>,
    aborted: Family<ByFlow, Counter>,
    batch_messages: Histograms,
    batch_seconds: Histograms,
    latency: Histograms,
    unsettled: Family<ByFlow, Gauge>,
    lag: Family<ByPartition, Gauge>,
    connected: Family<ByFlow, Gauge>,
    assigned: Family<ByFlow, Gauge>,
    settled_at: Family<ByFlow, Seconds>,
}

impl Families {
    fn new() -> Self {
        Self {
            read: Family::default(),
            passed: Family::default(),
            rejected: Family::default(),
            skipped: Family::default(),
            commits: Family::default(),
            aborted: Family::default(),
            batch_messages: Family::new_with_constructor(message_buckets),
            batch_seconds: Family::new_with_constructor(second_buckets),
            latency: Family::new_with_constructor(latency_buckets),
            unsettled: Family::default(),
            lag: Family::default(),
            connected: Family::default(),
            assigned: Family::default(),
            settled_at: Family::default(),
        }
    }

    fn register(&self, to: &mut Registry) {
        to.register("messages_in", "Messages read and settled", self.read.clone());
        to.register("messages_out", "Results settled", self.passed.clone());
        to.register("messages_rejected", "Rejects settled as dead letters", self.rejected.clone());
        to.register("messages_skipped", "Messages with nothing to pass on", self.skipped.clone());
        to.register("commits", "Commits that settled something", self.commits.clone());
        to.register("batches_aborted", "Commits that were dropped and came again", self.aborted.clone());
        to.register("batch_messages", "Messages in a batch", self.batch_messages.clone());
        to.register("batch_seconds", "Time to apply the step to a batch", self.batch_seconds.clone());
        to.register("publish_to_settled_seconds", "From publication to here", self.latency.clone());
        to.register("messages_unsettled", "Taken and not yet settled", self.unsettled.clone());
        to.register("lag_messages", "Waiting to be settled", self.lag.clone());
        to.register("connected", "1 while the broker answers", self.connected.clone());
        to.register("assigned_partitions", "Partitions that may be read", self.assigned.clone());
        to.register("last_settled_timestamp_seconds", "When something was settled", self.settled_at.clone());
        to.register("build", "What is running", Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]));
    }
}

/// 1 to 1 000 000: `flow.batch_messages`.
fn message_buckets() -> Histogram {
    Histogram::new([1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6])
}

/// A tenth of a millisecond to ten seconds.
fn second_buckets() -> Histogram {
    Histogram::new([1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0])
}

/// A millisecond to a day: a backlog is old. The target, 50 ms, is a bound.
fn latency_buckets() -> Histogram {
    Histogram::new([
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 600.0,
        3600.0, 86400.0,
    ])
}

impl Metrics {
    pub fn new(health: Health) -> Self {
        let mut registry = Registry::with_prefix("dateline");
        let families = Families::new();
        families.register(&mut registry);
        Self { registry, families, health }
    }

    /// The meter of a flow; its counters stand at 0 from here on.
    pub fn meter(&self, flow: &'static str) -> Arc<dyn Meter> {
        Arc::new(FlowMeter::new(flow, &self.families, self.health.pulse(flow)))
    }

    /// Takes out a flow that was never run.
    pub(crate) fn forget(&self, flow: &'static str) {
        let (by, all) = (ByFlow { flow }, &self.families);
        for counters in [&all.read, &all.passed, &all.commits, &all.aborted] {
            counters.remove(&by);
        }
        for histograms in [&all.batch_messages, &all.batch_seconds, &all.latency] {
            histograms.remove(&by);
        }
        all.unsettled.remove(&by);
        self.health.forget(flow);
    }

    /// In the text format of Prometheus (0.0.4).
    pub fn text(&self) -> String {
        let mut text = String::new();
        if prometheus_text::encode(&mut text, &self.registry).is_err() {
            // Cannot happen with a `String`; and a scrape must not end a flow.
            let _ = writeln!(text, "# could not be written");
        }
        text
    }
}

/// Counts for one flow. What is counted for every message is looked up once, here.
struct FlowMeter {
    by: ByFlow,
    families: Families,
    read: Counter,
    passed: Counter,
    commits: Counter,
    aborted: Counter,
    batch_messages: Histogram,
    batch_seconds: Histogram,
    latency: Histogram,
    unsettled: Gauge,
    pulse: Arc<Pulse>,
}

impl FlowMeter {
    fn new(flow: &'static str, families: &Families, pulse: Arc<Pulse>) -> Self {
        let by = ByFlow { flow };
        Self {
            read: families.read.get_or_create_owned(&by),
            passed: families.passed.get_or_create_owned(&by),
            commits: families.commits.get_or_create_owned(&by),
            aborted: families.aborted.get_or_create_owned(&by),
            batch_messages: families.batch_messages.get_or_create_owned(&by),
            batch_seconds: families.batch_seconds.get_or_create_owned(&by),
            latency: families.latency.get_or_create_owned(&by),
            unsettled: families.unsettled.get_or_create_owned(&by),
            families: families.clone(),
            by,
            pulse,
        }
    }

    fn partition(&self, topic: &str, partition: i32) -> ByPartition {
        ByPartition { flow: self.by.flow, topic: topic.to_owned(), partition }
    }
}

impl Meter for FlowMeter {
    fn applied(&self, counts: &Tally, took: Duration) {
        self.batch_messages.observe(counts.read as f64);
        self.batch_seconds.observe(took.as_secs_f64());
        self.unsettled.inc_by(signed(counts.read));
        self.pulse.applied(counts.read);
    }

    fn settled(&self, _receipts: &[Receipt], counts: &Tally, ages: &[Duration]) {
        self.read.inc_by(counts.read);
        self.passed.inc_by(counts.passed);
        let by = |reason| ByReason { flow: self.by.flow, reason };
        for (reason, count) in &counts.rejected {
            self.families.rejected.get_or_create(&by(reason)).inc_by(*count);
        }
        for (reason, count) in &counts.skipped {
            self.families.skipped.get_or_create(&by(reason)).inc_by(*count);
        }
        for age in ages {
            self.latency.observe(age.as_secs_f64());
        }
        self.unsettled.set(0);
        self.pulse.settled();
        if counts.read > 0 {
            self.commits.inc();
            let now = Duration::from_millis(Timestamp::now().as_millisecond().unsigned_abs());
            self.families.settled_at.get_or_create(&self.by).set(now.as_secs_f64());
        }
    }

    fn aborted(&self) {
        self.aborted.inc();
        self.unsettled.set(0);
        self.pulse.aborted();
    }

    fn connected(&self, up: bool) {
        self.families.connected.get_or_create(&self.by).set(i64::from(up));
        self.pulse.connected(up);
    }

    fn assigned(&self, partitions: &[(Arc<str>, i32)]) {
        self.families.assigned.get_or_create(&self.by).set(signed(partitions.len() as u64));
        for (topic, partition) in self.pulse.assigned(partitions) {
            self.families.lag.remove(&self.partition(&topic, partition));
        }
    }

    fn lag(&self, source: &str, partition: i32, messages: u64) {
        self.families.lag.get_or_create(&self.partition(source, partition)).set(signed(messages));
        self.pulse.lag(source, partition, messages);
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
