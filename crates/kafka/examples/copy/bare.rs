//! The same copy with nothing but rdkafka: what the ends' part of the work costs is the difference.

use std::time::{Duration, Instant};

use kafka::Settings;
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::message::{BorrowedHeaders, Message as _};
use rdkafka::producer::{BaseProducer, BaseRecord, Producer};
use rdkafka::{ClientConfig, Offset, TopicPartitionList};
use test_support::unique;

use crate::Outcome;

const FOREVER: Duration = Duration::from_secs(30);

/// Copies `count` messages, `batch` in a transaction, on one thread.
pub(crate) fn copy(settings: &Settings, raw: &str, out: &str, count: u32, batch: usize) -> Outcome {
    let consumer: BaseConsumer = client(settings)
        .set("group.id", unique("bare"))
        .set("enable.auto.commit", "false")
        .set("enable.auto.offset.store", "false")
        .set("isolation.level", "read_committed")
        .set("auto.offset.reset", "earliest")
        .set("fetch.queue.backoff.ms", "10")
        .set("queued.max.messages.kbytes", "16384")
        .create()?;
    let producer: BaseProducer = client(settings)
        .set("transactional.id", unique("bare"))
        .set("compression.type", "zstd")
        .set("batch.size", "1000000")
        .set("linger.ms", "1")
        .set("retry.backoff.ms", "2")
        .set("delivery.report.only.error", "true")
        .create()?;
    consumer.subscribe(&[raw])?;
    producer.init_transactions(FOREVER)?;
    let mut seen = 0;
    while seen < count as usize {
        let mut next = std::collections::BTreeMap::new();
        let (mut taken, mut since) = (0, None);
        producer.begin_transaction()?;
        while taken < batch && since.is_none_or(|since: Instant| since.elapsed() < Duration::from_millis(100))
        {
            let Some(message) = consumer.poll(Duration::from_millis(5)) else { continue };
            let message = message?;
            since.get_or_insert_with(Instant::now);
            let mut record = BaseRecord::<[u8], [u8]>::to(out).payload(message.payload().unwrap_or_default());
            record.key = message.key();
            record.headers = message.headers().map(BorrowedHeaders::detach);
            while let Err((_, back)) = producer.send(record) {
                record = back;
                producer.poll(Duration::ZERO);
                std::thread::sleep(Duration::from_micros(100));
            }
            next.insert(message.partition(), message.offset() + 1);
            taken += 1;
        }
        while producer.in_flight_count() > 0 {
            producer.poll(Duration::ZERO);
            std::thread::sleep(Duration::from_micros(100));
        }
        let mut offsets = TopicPartitionList::new();
        for (partition, offset) in next {
            offsets.add_partition_offset(raw, partition, Offset::Offset(offset))?;
        }
        let group = consumer.group_metadata().ok_or("no group")?;
        producer.send_offsets_to_transaction(&offsets, &group, FOREVER)?;
        producer.commit_transaction(FOREVER)?;
        seen += taken;
    }
    Ok(())
}

fn client(settings: &Settings) -> ClientConfig {
    let mut config = ClientConfig::new();
    config.set("bootstrap.servers", &settings.bootstrap_servers);
    config
}
