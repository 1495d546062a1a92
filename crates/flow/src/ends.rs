//! The two ends of a flow, and what passes between them.

use std::any::Any;
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::error::{Fault, FaultKind};
use crate::message::{DeadLetter, Message};

/// Where messages come from.
pub trait Inlet: Send {
    /// Waits for messages. `None`: there will be no more (a folder that is read once).
    ///
    /// Cancel-safe: a call that is dropped loses nothing. A batch may be empty (its receipt still counts).
    fn next(&mut self) -> impl Future<Output = Result<Option<Batch>, Fault>> + Send;

    /// Goes back to what is settled: everything handed out since comes again.
    fn rewind(&mut self) -> impl Future<Output = Result<(), Fault>> + Send;

    /// Learns that receipts are settled, for those who look from outside (lag tools). Must not fail the flow.
    fn settled(&mut self, receipts: &[Receipt]) -> impl Future<Output = ()> + Send {
        let _ = receipts;
        std::future::ready(())
    }
}

/// Where results go.
///
/// **Outputs, dead letters and receipt are committed together or not at all.**
pub trait Outlet: Send {
    /// Takes a batch's results: settles them now, or holds them for a larger unit (a file).
    fn put(&mut self, work: Work) -> impl Future<Output = Result<Settlement, Fault>> + Send;

    /// When [`settle`](Self::settle) should be called at the latest, if something is held.
    fn due(&self) -> Option<Instant> {
        None
    }

    /// Settles what is held.
    fn settle(&mut self) -> impl Future<Output = Result<Settlement, Fault>> + Send {
        std::future::ready(Ok(Settlement::Settled(Vec::new())))
    }

    /// Forgets what is held: the inlet's assignment changed, and it will come again, here or elsewhere.
    fn abandon(&mut self) -> impl Future<Output = Result<(), Fault>> + Send {
        std::future::ready(Ok(()))
    }
}

/// What an outlet made of the work.
#[derive(Debug)]
pub enum Settlement {
    /// Held with what came before; not yet durable.
    Held,
    /// Durable, with these receipts: those of this batch and of all that was held.
    Settled(Vec<Receipt>),
    /// Nothing of it is visible to anyone: the inlet must rewind. A passing state (rebalance, a broker that bounced).
    Aborted { why: String },
}

/// When a batch is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub messages: usize,
    /// Of payloads, keys and headers together. A single larger message still makes a batch.
    pub bytes: usize,
    /// How long the first message of a batch waits for others. While the flow is busy a batch may grow beyond it.
    pub wait: Duration,
}

/// What arrived, and a receipt for it.
#[derive(Debug)]
pub struct Batch {
    pub messages: Vec<Message>,
    pub receipt: Receipt,
    /// Grows each time the inlet's assignment changes; what is held from an older epoch is abandoned.
    pub epoch: u64,
}

/// What an inlet needs remembered for a batch to be done.
#[derive(Clone, Debug, Default)]
pub struct Receipt {
    /// The consumer group, or the feed.
    pub reader: Arc<str>,
    /// One for each partition in the batch.
    pub progress: Vec<Progress>,
    /// A feed's own positions: later marks of the same key replace earlier ones.
    pub marks: Vec<Mark>,
    /// What outlets of the inlet's own kind need besides (Kafka: the group's metadata at the time of the batch).
    pub session: Option<Session>,
}

/// Opaque to all but ends of one kind.
pub type Session = Arc<dyn Any + Send + Sync>;

/// A stretch of a partition that was read: offsets `from ≤ o < next`.
///
/// Not every offset in it needs to hold a message: transaction markers and compaction leave gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    pub source: Arc<str>,
    pub partition: i32,
    pub from: i64,
    pub next: i64,
}

/// One position of a feed: which file is read how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub key: String,
    pub value: Vec<u8>,
}

/// A batch's results, to be committed with its receipt or not at all.
#[derive(Debug)]
pub struct Work {
    /// In the order of the messages that they were made of.
    pub outputs: Vec<Message>,
    pub dead: Vec<DeadLetter>,
    pub receipt: Receipt,
    // Steps that remember (duplicates, kills, embargoes) will add the changes of their state here: a state partition
    // commits with the outputs, or neither does.
}

/// Where a reader goes on, kept elsewhere than with the log it reads: the sink's manifests.
pub trait Positions: Send + Sync {
    /// `None` where nothing was settled yet.
    fn place(&self, topic: &str, partition: i32) -> Result<Option<Place>, Fault>;

    /// The next offset to read.
    fn next_offset(&self, topic: &str, partition: i32) -> Result<Option<i64>, Fault> {
        Ok(self.place(topic, partition)?.map(|place| place.next))
    }
}

/// Reads a message again where it stood: to see whether a log is still the one that was read.
pub trait Reread: Send + Sync {
    /// May wait for whoever keeps the log.
    fn reread(&self, topic: &str, partition: i32, offset: i64) -> Result<Found, Fault>;
}

/// What stands at an offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A message with this payload.
    Message(Vec<u8>),
    /// Nothing: the log ends before it, or has a gap there.
    Nothing,
    /// What stood there was deleted in due time.
    Deleted,
}

/// Where a reader stands in a partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The next offset to read.
    pub next: i64,
    /// The last message before it, if there was one.
    pub witness: Option<Witness>,
}

/// The last message that was settled, by which a log is known again.
///
/// A topic that was deleted and made again, or restored from an older copy, has the old name and soon the old offsets, but
/// other messages: whoever reads on in it skips stories and cannot know. So an inlet that is given a place looks first
/// whether this message still stands where it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    pub offset: i64,
    /// Of the payload without its line breaks, which a file of lines does not keep.
    pub crc32: u32,
}

impl Witness {
    pub fn new(offset: i64, payload: &[u8]) -> Self {
        let mut hash = crc32fast::Hasher::new();
        payload.split(|byte| matches!(byte, b'\n' | b'\r')).for_each(|line| hash.update(line));
        Self { offset, crc32: hash.finalize() }
    }

    /// Whether this message, read at the witness's offset, is the one that was settled.
    pub fn is(&self, payload: &[u8]) -> bool {
        Self::new(self.offset, payload) == *self
    }

    /// What to say when it is not, or when nothing stands there any more.
    pub fn fault(&self, topic: &str, partition: i32) -> Fault {
        let doing =
            format!("go on in the topic {topic}, partition {partition}, after offset {}", self.offset);
        let why = "what stands there is not the message that was filed: it is not the log that was read before (deleted \
                   and made again, or restored from an older copy)";
        Fault::new(FaultKind::Data, doing, why)
    }
}
