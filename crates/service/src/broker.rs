//! What the settings say to the Kafka ends.

use std::collections::BTreeMap;

use flow::{Fault, Stop};
use kafka::{Limits, NewTopic, Wanted};

use crate::Topic;
use crate::settings::{Settings, TopicSettings};

impl Settings {
    /// How to reach the brokers.
    pub fn broker(&self) -> kafka::Settings {
        let limit = ("message.max.bytes".to_owned(), self.topics.max_message_bytes.to_string());
        let mut librdkafka = BTreeMap::from([limit]);
        librdkafka
            .extend(self.kafka.librdkafka.iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
        kafka::Settings {
            bootstrap_servers: self.kafka.bootstrap_servers.clone(),
            client_id: self.kafka.client_id.clone(),
            patience: self.kafka.patience,
            librdkafka,
        }
    }

    /// When a batch is full.
    pub fn limits(&self) -> Limits {
        let flow = &self.flow;
        Limits { messages: flow.batch_messages, bytes: flow.batch_bytes, wait: flow.batch_wait }
    }

    /// Makes sure that a service's topics are there as the settings say, and makes them where that is allowed. Others are not
    /// asked for: a sink needs no rights on what it does not read.
    pub async fn prepare_topics(&self, ours: &[&Topic]) -> Result<(), Fault> {
        let mut topics = self.topics.wanted();
        topics.retain(|topic| ours.iter().any(|ours| ***ours == *topic.name));
        if self.topics.create {
            let made = kafka::create_topics(&self.broker(), &topics).await?;
            if !made.is_empty() {
                tracing::info!(topics = made.join(", "), "made topics");
            }
        }
        let wanted =
            topics.into_iter().map(|topic| Wanted { name: topic.name, partitions: topic.partitions });
        kafka::check_topics(&self.broker(), &wanted.collect::<Vec<_>>(), false).await
    }
}

/// Waits for something at the start; `None` if told to stop first.
pub async fn unless_stopped<T>(
    stop: &Stop,
    work: impl Future<Output = Result<T, Fault>>,
) -> Result<Option<T>, Fault> {
    tokio::select! {
        done = work => done.map(Some),
        () = stop.cancelled() => Ok(None),
    }
}

impl TopicSettings {
    /// The topics that the services need, as they would be made.
    pub fn wanted(&self) -> Vec<NewTopic> {
        let limit = ("max.message.bytes".to_owned(), self.max_message_bytes.to_string());
        let compact = ("cleanup.policy".to_owned(), "compact".to_owned());
        let topic = |name: &crate::Topic, partitions: i32, config| NewTopic {
            name: name.to_string(),
            partitions: u32::try_from(partitions).ok(),
            replication: u16::try_from(self.replication_factor).ok(),
            config,
        };
        let plain = |name| topic(name, self.partitions, vec![limit.clone()]);
        // Marks of one feed replace each other in order: they stand in one partition.
        let feeds = topic(&self.feeds, 1, vec![limit.clone(), compact]);
        vec![plain(&self.raw), plain(&self.enriched), plain(&self.dead), feeds]
    }
}
