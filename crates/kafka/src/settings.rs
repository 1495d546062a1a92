//! How to reach the brokers, and what librdkafka is told.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use flow::{Fault, FaultKind};
use rdkafka::ClientConfig;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::consumer::BaseConsumer;
use rdkafka::error::KafkaError;
use rdkafka::producer::BaseProducer;
use rdkafka::types::RDKafkaConfRes;

/// How to reach the brokers.
#[derive(Clone)]
pub struct Settings {
    /// `host:port`, several separated by commas.
    pub bootstrap_servers: String,
    /// Stands in the brokers' logs and quotas: `dateline-enricher`.
    pub client_id: String,
    /// How long to wait for a broker at start before [`FaultKind::Unavailable`].
    pub patience: Duration,
    /// Further settings of librdkafka by their own names (`sasl.username`), for TLS, SASL and tuning.
    pub librdkafka: BTreeMap<String, String>,
}

/// Values may be passwords.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.librdkafka.keys().map(|name| (name, "***")).collect::<BTreeMap<_, _>>();
        f.debug_struct("Settings")
            .field("bootstrap_servers", &self.bootstrap_servers)
            .field("client_id", &self.client_id)
            .field("patience", &self.patience)
            .field("librdkafka", &names)
            .finish()
    }
}

/// What exactly-once rests on, and what the ends set themselves: not to be changed from outside.
const OURS: [&str; 17] = [
    "auto.offset.reset",
    "bootstrap.servers",
    "client.id",
    "delivery.report.only.error",
    "enable.auto.commit",
    "enable.auto.offset.store",
    "enable.idempotence",
    "enable.partition.eof",
    "group.id",
    "group.instance.id",
    "group.protocol",
    "isolation.level",
    "metadata.broker.list",
    "partition.assignment.strategy",
    "request.required.acks",
    "statistics.interval.ms",
    "transactional.id",
];

/// For all clients. A broker that comes back is noticed within a second.
const COMMON: [(&str, &str); 3] = [
    ("reconnect.backoff.ms", "50"),
    ("reconnect.backoff.max.ms", "1000"),
    ("socket.keepalive.enable", "true"),
];

/// For all consumers. Memory is bounded by the queue plus one response.
const CONSUMER: [(&str, &str); 6] = [
    ("fetch.max.bytes", "16777216"),
    ("fetch.queue.backoff.ms", "10"), // the default leaves a full queue unfilled for a second
    ("fetch.wait.max.ms", "100"),
    ("heartbeat.interval.ms", "1000"), // as long a rebalance waits for every member to hear of it
    ("queued.max.messages.kbytes", "16384"),
    ("session.timeout.ms", "20000"),
];

/// For all producers. JVM clients place keys by murmur2: the same key goes to the same partition whoever produces it.
const PRODUCER: [(&str, &str); 6] = [
    ("batch.size", "1000000"),
    ("compression.type", "zstd"),
    ("message.max.bytes", "16777216"), // so that the brokers' own limit decides
    ("partitioner", "murmur2_random"),
    ("queue.buffering.max.kbytes", "65536"),
    ("retry.backoff.ms", "2"), // slept inside a transaction while the brokers mark the one before
];

impl Settings {
    /// Defaults of all consumers, then what is passed through, then `ours`.
    pub(crate) fn consumer(&self, ours: &[(&str, &str)]) -> Result<ClientConfig, Fault> {
        let strict = [
            ("enable.auto.commit", "false"),
            ("enable.auto.offset.store", "false"),
            ("isolation.level", "read_committed"),
            ("group.protocol", "classic"),
            ("partition.assignment.strategy", "range,roundrobin"),
        ];
        self.client(&CONSUMER, &strict, ours)
    }

    /// Defaults of all producers, `tuning`, then what is passed through, then `ours`.
    pub(crate) fn producer(
        &self,
        tuning: &[(&str, &str)],
        ours: &[(&str, &str)],
    ) -> Result<ClientConfig, Fault> {
        let mut defaults = [&PRODUCER, tuning].concat();
        // Of zstd and no other codec: librdkafka's own level, 3, takes twice the time for an eighth less.
        if !["compression.type", "compression.codec"].iter().any(|name| self.librdkafka.contains_key(*name)) {
            defaults.push(("compression.level", "1"));
        }
        self.client(&defaults, &[("enable.idempotence", "true")], ours)
    }

    /// Makes clients as the ends do, and lets them go. What two settings forbid together, a mechanism that there is not and a file of
    /// certificates that cannot be read show only so. Nobody is asked: these clients know no broker.
    pub fn try_out(&self) -> Result<(), Fault> {
        let (mut consumer, mut producer) = (self.consumer(&[])?, self.producer(&[], &[])?);
        for config in [&mut consumer, &mut producer] {
            config.remove("bootstrap.servers");
        }
        consumer.create::<BaseConsumer>().map_err(|err| client_fault(&err))?;
        producer.create::<BaseProducer>().map_err(|err| client_fault(&err))?;
        Ok(())
    }

    /// For asking about topics.
    pub(crate) fn admin(&self) -> Result<ClientConfig, Fault> {
        self.client(&[], &[], &[])
    }

    fn client(
        &self,
        defaults: &[(&str, &str)],
        strict: &[(&str, &str)],
        ours: &[(&str, &str)],
    ) -> Result<ClientConfig, Fault> {
        if let Some(name) = self.librdkafka.keys().find(|name| is_ours(name)) {
            return Err(setting_fault(name, "is set by Dateline itself"));
        }
        let mut config = ClientConfig::new();
        config.set_log_level(RDKafkaLogLevel::Info);
        for (name, value) in COMMON.iter().chain(defaults) {
            config.set(*name, *value);
        }
        for (name, value) in &self.librdkafka {
            config.set(name, value);
        }
        config.set("bootstrap.servers", &self.bootstrap_servers).set("client.id", &self.client_id);
        for (name, value) in strict.iter().chain(ours) {
            config.set(*name, *value);
        }
        Ok(config)
    }
}

/// What librdkafka has against one of its settings. It never shows the value, which may be a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    #[error("is not a setting of librdkafka")]
    Unknown,
    #[error("has a value that librdkafka does not take for it")]
    Value,
    #[error("needs TLS, and this program was built without it (--features tls)")]
    NotBuilt,
}

impl Misfit {
    /// Asks librdkafka for itself. What two settings forbid together shows when a client is made.
    pub fn of(name: &str, value: &str) -> Option<Self> {
        match ClientConfig::new().set(name, value).create_native_config() {
            Err(KafkaError::ClientConfig(kind, why, ..)) => Some(Self::told(kind, &why)),
            _ => None,
        }
    }

    fn told(kind: RDKafkaConfRes, why: &str) -> Self {
        match kind {
            RDKafkaConfRes::RD_KAFKA_CONF_UNKNOWN => Self::Unknown,
            _ if why.contains("not available at build time") => Self::NotBuilt,
            _ => Self::Value,
        }
    }
}

/// Whether Dateline sets it itself: what exactly-once rests on, and what the ends need.
pub fn is_ours(name: &str) -> bool {
    OURS.contains(&name)
}

/// Of a client that could not be made. Names the setting and never shows its value.
pub(crate) fn client_fault(err: &KafkaError) -> Fault {
    match err {
        KafkaError::ClientConfig(kind, why, name, _) => {
            setting_fault(name, &Misfit::told(*kind, why).to_string())
        }
        err => Fault::new(FaultKind::Usage, "make a Kafka client from the settings", err.to_string()),
    }
}

fn setting_fault(name: &str, why: &str) -> Fault {
    Fault::new(FaultKind::Usage, format!("use the setting kafka.librdkafka.{name}"), format!("it {why}"))
}
