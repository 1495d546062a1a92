//! The Kafka ends against a real broker. Part of the one test binary that starts it: `crates/dateline/tests/kafka.rs`.
#![allow(clippy::unwrap_used)] // all of this is tests, though none has the attribute

mod child;
mod crashes;
mod flows;
mod inlets;
mod marks;
mod names;
mod outages;
mod outlets;
mod topics;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use flow::{
    Batch, Headers, Inlet as _, Mark, Message, NoMeter, Outlet as _, Position, Receipt, Settlement, Verdict,
    Work,
};
use kafka::{From, Inlet, Limits, Member, NewTopic, Outlet, Producer, Reader, Settings, Until};
use test_support::{Broker, KafkaTrial, unique};

pub(crate) use child::{child, is_child};

pub(crate) fn trials() -> Vec<KafkaTrial> {
    [
        flows::trials(),
        inlets::trials(),
        outlets::trials(),
        marks::trials(),
        topics::trials(),
        crashes::trials(),
        names::trials(),
        outages::trials(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A desk to test at: settings, topics of its own, a runtime.
struct Desk {
    settings: Settings,
    raw: String,
    out: String,
    dead: String,
}

impl Desk {
    /// `articles.raw` with so many partitions, `articles.enriched` and `articles.dead` with two.
    async fn new(broker: &Broker, partitions: u32) -> Self {
        Self::with(broker.address(), partitions, &[]).await
    }

    async fn with(address: &str, partitions: u32, config: &[(&str, &str)]) -> Self {
        let settings = settings(address);
        let desk = Self { settings, raw: unique("raw"), out: unique("out"), dead: unique("dead") };
        let config: Vec<_> =
            config.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let topics =
            [(&desk.raw, partitions, Vec::new()), (&desk.out, 2, config), (&desk.dead, 2, Vec::new())];
        let topics = topics.map(|(name, partitions, config)| NewTopic {
            name: name.clone(),
            partitions: Some(partitions),
            replication: Some(1),
            config,
        });
        assert_eq!(kafka::create_topics(&desk.settings, &topics).await.unwrap().len(), 3);
        desk
    }

    /// Produces messages with the ids `from..to` as keys and payloads to `raw`.
    async fn produce(&self, ids: std::ops::Range<u32>) {
        let producer = Producer::open(&self.settings, &self.raw).await.unwrap();
        let count = ids.len() as u64;
        for id in ids {
            producer.send(&message(id)).await.unwrap();
        }
        assert_eq!(producer.flush(Duration::from_secs(20)).await.unwrap(), count);
    }

    fn inlet(&self, group: &str, limits: Limits) -> Inlet {
        Inlet::join(&self.settings, &self.raw, Member::dynamic(group), limits, None, Arc::new(NoMeter))
            .unwrap()
    }

    async fn outlet(&self, id: &str) -> Outlet {
        Outlet::open(&self.settings, id, &self.out, &self.dead, None).await.unwrap()
    }

    async fn read(&self, topic: &str) -> Vec<Message> {
        read(&self.settings, topic).await
    }

    /// What stands in a topic once `count` messages or more are seen there: the brokers acknowledge a commit before its markers stand
    /// in each partition.
    async fn arrived(&self, topic: &str, count: usize) -> Vec<Message> {
        let began = Instant::now();
        loop {
            let all = self.read(topic).await;
            if all.len() >= count {
                return all;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "{} of {count} arrived", all.len());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until `count` ids stand in `out`, and then that each of them stands there once.
    async fn expect_once(&self, count: u32) {
        let began = Instant::now();
        loop {
            let ids = self.read(&self.out).await.iter().map(id_of).collect::<Vec<_>>();
            let mut seen = BTreeMap::new();
            for id in &ids {
                *seen.entry(*id).or_insert(0_u32) += 1;
            }
            let doubled: Vec<_> = seen.iter().filter(|(_, times)| **times > 1).collect();
            assert!(doubled.is_empty(), "doubled: {doubled:?}");
            if seen.len() >= count as usize {
                assert!(seen.keys().copied().eq(0..count), "others than expected");
                return;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "{} of {count} arrived", seen.len());
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

fn settings(address: &str) -> Settings {
    Settings {
        bootstrap_servers: address.to_owned(),
        client_id: "dateline-tests".to_owned(),
        patience: Duration::from_secs(20),
        librdkafka: BTreeMap::new(),
    }
}

const LIMITS: Limits = Limits { messages: 100, bytes: 1_000_000, wait: Duration::from_millis(5) };

fn message(id: u32) -> Message {
    let mut message = Message::new(format!("story {id}"));
    message.key = Some(id.to_string().into());
    message
}

fn id_of(message: &Message) -> u32 {
    std::str::from_utf8(message.key.as_deref().unwrap()).unwrap().parse().unwrap()
}

/// Everything that is committed in a topic.
async fn read(settings: &Settings, topic: &str) -> Vec<Message> {
    let mut reader = Reader::open(settings, topic, From::Beginning, Until::End).await.unwrap();
    let mut all = Vec::new();
    while let Some(message) = reader.next().await.unwrap() {
        all.push(message);
    }
    all
}

/// The step of all copies here: what came goes on.
fn pass(message: &Message) -> Vec<Verdict> {
    let copy = Message { position: Position::nowhere(), ..message.clone() };
    vec![Verdict::Pass(copy)]
}

/// A batch as work that copies it.
fn copied(batch: Batch) -> Work {
    Work { outputs: batch.messages, dead: Vec::new(), receipt: batch.receipt }
}

fn work(outputs: Vec<Message>) -> Work {
    Work { outputs, dead: Vec::new(), receipt: Receipt::default() }
}

/// Has it settled at the first try.
async fn settle(outlet: &mut Outlet, work: Work) {
    let settlement = outlet.put(work).await.unwrap();
    assert!(matches!(settlement, Settlement::Settled(_)), "{settlement:?}");
}

/// A story of a feed, and the mark that the feed is past it.
fn marked(feed: &str, id: u32) -> Work {
    let mark = Mark { key: "at".to_owned(), value: id.to_string().into_bytes() };
    let receipt = Receipt { reader: feed.into(), marks: vec![mark], ..Receipt::default() };
    Work { outputs: vec![message(id)], dead: Vec::new(), receipt }
}

async fn next(inlet: &mut Inlet) -> Batch {
    let batch = tokio::time::timeout(Duration::from_secs(30), inlet.next()).await;
    batch.expect("a batch within 30 s").unwrap().unwrap()
}

/// Text that no compression makes smaller by much.
fn noise(bytes: usize, seed: u32) -> Vec<u8> {
    let mut state = u64::from(seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut one = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..bytes).map(|_| one()).collect()
}

/// Runs a test in a runtime of its own.
fn block_on<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(test)
}

/// What a flow tells its meter.
#[derive(Default)]
struct Noted(Mutex<Notes>);

#[derive(Clone, Debug, Default)]
struct Notes {
    connected: Vec<bool>,
    assigned: Vec<usize>,
    lag: BTreeMap<i32, u64>,
}

impl Noted {
    fn notes(&self) -> Notes {
        self.0.lock().unwrap().clone()
    }
}

impl flow::Meter for Noted {
    fn applied(&self, _: &flow::Tally, _: Duration) {}
    fn settled(&self, _: &[Receipt], _: &flow::Tally, _: &[Duration]) {}
    fn aborted(&self) {}

    fn connected(&self, up: bool) {
        self.0.lock().unwrap().connected.push(up);
    }

    fn assigned(&self, partitions: &[(Arc<str>, i32)]) {
        self.0.lock().unwrap().assigned.push(partitions.len());
    }

    fn lag(&self, _: &str, partition: i32, messages: u64) {
        self.0.lock().unwrap().lag.insert(partition, messages);
    }
}

/// Headers from pairs.
fn headers(pairs: &[(&'static str, &'static str)]) -> Headers {
    pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
}

/// Waits for something to become true.
async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(30), "not within 30 s: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
