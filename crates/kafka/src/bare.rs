//! The same work with nothing but rdkafka, on one thread: what Dateline's part of the cost is measured against.
//!
//! No retries, no fencing, no dead letters, and only the copy is exactly once. For `dateline bench` and `examples/copy`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::message::{BorrowedHeaders, Message as _};
use rdkafka::producer::{BaseProducer, BaseRecord, Producer};
use rdkafka::{ClientConfig, Offset, TopicPartitionList};

type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

const FOREVER: Duration = Duration::from_secs(30);
const TICK: Duration = Duration::from_micros(100);

/// Every line of a file to a topic.
pub fn file_to_topic(brokers: &str, file: &Path, topic: &str) -> Outcome {
    let producer = producer(brokers, &[])?;
    for line in BufReader::with_capacity(1 << 20, File::open(file)?).lines() {
        send(&producer, BaseRecord::<[u8], [u8]>::to(topic).payload(line?.as_bytes()));
    }
    flush(&producer);
    Ok(())
}

/// Copies `count` messages exactly once, `batch` in a transaction.
pub fn copy(brokers: &str, from: &str, to: &str, count: u64, batch: u64) -> Outcome {
    let name = format!("bare-{to}");
    let consumer = consumer(brokers, &name)?;
    let producer = producer(brokers, &[("transactional.id", &name)])?;
    consumer.subscribe(&[from])?;
    producer.init_transactions(FOREVER)?;
    let mut seen = 0;
    while seen < count {
        let mut next = BTreeMap::new();
        let (mut taken, mut since) = (0, None);
        producer.begin_transaction()?;
        while taken < batch.min(count - seen)
            && since.is_none_or(|since: Instant| since.elapsed() < Duration::from_millis(100))
        {
            let Some(message) = consumer.poll(Duration::from_millis(5)) else { continue };
            let message = message?;
            since.get_or_insert_with(Instant::now);
            let mut record = BaseRecord::<[u8], [u8]>::to(to).payload(message.payload().unwrap_or_default());
            record.key = message.key();
            record.headers = message.headers().map(BorrowedHeaders::detach);
            send(&producer, record);
            next.insert(message.partition(), message.offset() + 1);
            taken += 1;
        }
        flush(&producer);
        let mut offsets = TopicPartitionList::new();
        for (partition, offset) in next {
            offsets.add_partition_offset(from, partition, Offset::Offset(offset))?;
        }
        let group = consumer.group_metadata().ok_or("no group")?;
        producer.send_offsets_to_transaction(&offsets, &group, FOREVER)?;
        producer.commit_transaction(FOREVER)?;
        seen += taken;
    }
    Ok(())
}

/// `count` messages of a topic to files of `batch` lines, each flushed to the disk and renamed.
pub fn topic_to_files(brokers: &str, topic: &str, folder: &Path, count: u64, batch: u64) -> Outcome {
    fs::create_dir_all(folder)?;
    let consumer = consumer(brokers, &format!("bare-{topic}-files"))?;
    consumer.subscribe(&[topic])?;
    let mut seen = 0;
    while seen < count {
        let aside = folder.join("aside");
        let mut file = BufWriter::with_capacity(1 << 20, File::create(&aside)?);
        let until = count.min(seen + batch);
        let first = seen;
        while seen < until {
            let Some(message) = consumer.poll(Duration::from_millis(100)) else { continue };
            file.write_all(message?.payload().unwrap_or_default())?;
            file.write_all(b"\n")?;
            seen += 1;
        }
        file.into_inner()?.sync_data()?;
        fs::rename(&aside, folder.join(format!("{first}.ndjson")))?;
    }
    Ok(())
}

fn consumer(brokers: &str, group: &str) -> Outcome<BaseConsumer> {
    let config = [
        ("bootstrap.servers", brokers),
        ("group.id", group),
        ("enable.auto.commit", "false"),
        ("enable.auto.offset.store", "false"),
        ("isolation.level", "read_committed"),
        ("auto.offset.reset", "earliest"),
        ("fetch.queue.backoff.ms", "10"),
        ("queued.max.messages.kbytes", "16384"),
    ];
    Ok(client(config).create()?)
}

fn producer(brokers: &str, more: &[(&str, &str)]) -> Outcome<BaseProducer> {
    let config = [
        ("bootstrap.servers", brokers),
        ("compression.type", "zstd"),
        ("batch.size", "1000000"),
        ("linger.ms", "5"),
        ("retry.backoff.ms", "2"),
        ("delivery.report.only.error", "true"),
    ];
    Ok(client(config.into_iter().chain(more.iter().copied())).create()?)
}

fn client<'a>(settings: impl IntoIterator<Item = (&'a str, &'a str)>) -> ClientConfig {
    settings.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Hands a record over, as soon as there is room.
fn send(producer: &BaseProducer, mut record: BaseRecord<'_, [u8], [u8]>) {
    while let Err((_, back)) = producer.send(record) {
        record = back;
        producer.poll(Duration::ZERO);
        sleep(TICK);
    }
}

/// `poll` and `flush` of rdkafka wait longer than there is to wait for.
fn flush(producer: &BaseProducer) {
    while producer.in_flight_count() > 0 {
        producer.poll(Duration::ZERO);
        sleep(TICK);
    }
}
