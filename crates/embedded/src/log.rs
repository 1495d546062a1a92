//! The log: topics, and what is read and written outside of flows.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use flow::{DeadLetter, Fault, FaultKind, Limits, Mark, Message, Position, Positions, Settlement, Work};
use jiff::Timestamp;

use crate::inlet::LogInlet;
use crate::outlet::LogOutlet;
use crate::reading::Budget;
use crate::store::Store;
use crate::topic::{self, Topic};
use crate::writing::Writing;

/// How a log is opened.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// redb's cache, of pages read and pages not yet written.
    pub cache_bytes: usize,
}

/// Enough for the newest batches of three flows; older ones are in the operating system's cache.
const USUAL_CACHE_BYTES: usize = 64 << 20;

/// A topic and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicInfo {
    pub name: Arc<str>,
    pub partitions: Vec<PartitionInfo>,
}

/// A partition holds the offsets `first ≤ o < next`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartitionInfo {
    pub partition: i32,
    pub first: i64,
    pub next: i64,
}

/// The durable log in one file. Clones are the same log; the last one closes the file.
///
/// The methods here wait for the disk: from async code call them on a blocking thread. The two ends do so themselves.
#[derive(Clone, Debug)]
pub struct Log {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    store: Store,
    topics: RwLock<BTreeMap<Arc<str>, Arc<Topic>>>,
    /// Held from the first look at the heads until they are sent on: commits and heads go in the same order.
    turn: Mutex<()>,
}

impl Log {
    /// Opens the log, and creates it where there is none; its folder must be there.
    ///
    /// | fault | when |
    /// | --- | --- |
    /// | `TryAgain` | somebody has it open; says which process, on which host, since when |
    /// | `Data` | the file is damaged, is something else, or is of a later format |
    /// | `Io` | it cannot be opened or made |
    pub fn open(path: &Path) -> Result<Self, Fault> {
        Self::open_with(path, Options { cache_bytes: USUAL_CACHE_BYTES })
    }

    /// As [`open`](Self::open), with other settings.
    pub fn open_with(path: &Path, options: Options) -> Result<Self, Fault> {
        Self::of(Store::open(path, options.cache_bytes)?)
    }

    /// Opens a log that nobody writes to, together with others who only read. What writes is a `Usage` fault then.
    pub fn open_read_only(path: &Path) -> Result<Self, Fault> {
        Self::of(Store::open_read_only(path, USUAL_CACHE_BYTES)?)
    }

    fn of(store: Store) -> Result<Self, Fault> {
        let topics = store.read(|reading| {
            let stored = reading.topics()?.into_iter();
            Ok(stored
                .map(|topic| {
                    (Arc::clone(&topic.name), Arc::new(Topic::new(topic.id, topic.name, topic.heads)))
                })
                .collect())
        })?;
        Ok(Self { inner: Arc::new(Inner { store, topics: RwLock::new(topics), turn: Mutex::new(()) }) })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.inner.store.path
    }

    /// Makes sure that there is such a topic. One with another number of partitions is a `Usage` fault: a key would
    /// no longer be where it was.
    pub fn create_topic(&self, name: &str, partitions: u32) -> Result<(), Fault> {
        topic::check(name, partitions)?;
        let _turn = self.turn();
        if let Ok(topic) = self.topic(name) {
            return match topic.partitions() {
                same if same == partitions as usize => Ok(()),
                other => {
                    let cause =
                        format!("it has {other} partitions in {}, not {partitions}", self.path().display());
                    Err(Fault::new(FaultKind::Usage, format!("create the topic `{name}`"), cause))
                }
            };
        }
        let created = self
            .inner
            .store
            .write("create a topic in", |txn| txn.create_topic(name, partitions).map(Some))?;
        if let Some(id) = created {
            let name: Arc<str> = Arc::from(name);
            let topic = Topic::new(id, Arc::clone(&name), vec![0; partitions as usize]);
            let mut topics = self.inner.topics.write().unwrap_or_else(PoisonError::into_inner);
            topics.insert(name, Arc::new(topic));
        }
        Ok(())
    }

    /// All topics by name.
    pub fn topics(&self) -> Result<Vec<TopicInfo>, Fault> {
        let topics: Vec<_> = {
            let topics = self.inner.topics.read().unwrap_or_else(PoisonError::into_inner);
            topics.values().cloned().collect()
        };
        let info = |topic: Arc<Topic>| {
            let heads = topic.heads.borrow().clone();
            let partitions = (0..).zip(heads).map(|(partition, next)| {
                let first = self.first(&topic, partition, next)?;
                Ok(PartitionInfo { partition: partition.cast_signed(), first, next })
            });
            Ok(TopicInfo {
                name: Arc::clone(&topic.name),
                partitions: partitions.collect::<Result<_, Fault>>()?,
            })
        };
        topics.into_iter().map(info).collect()
    }

    /// Appends messages durably and returns where they stand. A message without a time gets the present.
    pub fn produce(&self, topic: &str, messages: Vec<Message>) -> Result<Vec<Position>, Fault> {
        let topic = self.topic(topic)?;
        if messages.is_empty() {
            return Ok(Vec::new());
        }
        let _turn = self.turn();
        let mut appended = Appended::default();
        let places =
            self.inner.store.write("write to", |txn| appended.append(txn, &topic, messages).map(Some))?;
        appended.publish();
        Ok(places.unwrap_or_default())
    }

    /// Reads on from `from`: up to `limit` messages, and no more after `bytes` are reached (so at least one, if
    /// there is one). Empty at the end; does not wait.
    pub fn read(
        &self,
        topic: &str,
        partition: i32,
        from: i64,
        limit: usize,
        bytes: usize,
    ) -> Result<Vec<Message>, Fault> {
        let topic = self.topic(topic)?;
        let head = usize::try_from(partition).ok().and_then(|index| topic.heads.borrow().get(index).copied());
        let Some(head) = head else {
            let cause = format!("it has {} partitions in {}", topic.partitions(), self.path().display());
            return Err(Fault::new(FaultKind::Usage, format!("read {}/{partition}", topic.name), cause));
        };
        let mut next = vec![i64::MAX; topic.partitions()];
        next[partition.cast_unsigned() as usize] = from.clamp(0, head);
        let taken = self.take(&topic, next, 0, Budget { messages: limit, bytes })?;
        Ok(taken.messages)
    }

    /// Drops what stands before an offset of a partition, as far as whole chunks go; the last chunk always stays. Returns how
    /// many chunks were dropped. It is for the caller to know that nobody needs them any more; the file does not shrink, but
    /// goes on in their place.
    pub fn drop_below(&self, topic: &str, partition: i32, below: i64) -> Result<u64, Fault> {
        let topic = self.topic(topic)?;
        let _turn = self.turn();
        let dropped = self.inner.store.write("drop what was filed from", |txn| {
            let dropped = txn.drop_below(topic.id, partition.cast_unsigned(), below)?;
            Ok((dropped > 0).then_some(dropped))
        })?;
        Ok(dropped.unwrap_or(0))
    }

    /// Reads every message again, and says how many each topic has. A chunk that is not what was written, or a gap, is a
    /// `Data` fault that names the place. Holds one read in memory at a time.
    pub fn prove(&self) -> Result<Vec<(TopicInfo, u64)>, Fault> {
        const BYTES: usize = 4 << 20;
        let prove = |topic: TopicInfo| {
            let mut messages = 0;
            for &PartitionInfo { partition, first, next } in &topic.partitions {
                let mut at = first;
                while at < next {
                    let read = self.read(&topic.name, partition, at, usize::MAX, BYTES)?;
                    at += i64::try_from(read.len()).unwrap_or(i64::MAX);
                    messages += read.len() as u64;
                }
            }
            Ok((topic, messages))
        };
        self.topics()?.into_iter().map(prove).collect()
    }

    /// A feed's positions, as they were committed with the articles that they gave, by key.
    pub fn marks(&self, feed: &str) -> Result<Vec<Mark>, Fault> {
        self.inner.store.read(|reading| reading.marks(feed))
    }

    /// The next offset that a reader will read, `None` before its first commit here.
    pub fn position(&self, reader: &str, topic: &str, partition: i32) -> Result<Option<i64>, Fault> {
        self.inner.store.read(|reading| reading.position(reader, topic, partition.cast_unsigned()))
    }

    /// Reads all partitions of a topic as `reader`. Where the reader goes on is told by `positions` where given (the
    /// sink's manifests), else by the position stored with its outputs, else it is the beginning.
    ///
    /// A settled position beyond the topic's end, or another message where the last one stood, is a `Data` fault: the file is
    /// not the one that was read.
    pub fn inlet(
        &self,
        topic: &str,
        reader: &str,
        limits: Limits,
        positions: Option<Arc<dyn Positions>>,
    ) -> Result<LogInlet, Fault> {
        LogInlet::new(self.clone(), self.topic(topic)?, Arc::from(reader), limits, positions)
    }

    /// Writes to a topic; dead letters go to `dead`.
    pub fn outlet(&self, topic: &str, dead: &str) -> Result<LogOutlet, Fault> {
        Ok(LogOutlet::new(self.clone(), self.topic(topic)?, self.topic(dead)?))
    }

    fn topic(&self, name: &str) -> Result<Arc<Topic>, Fault> {
        let topics = self.inner.topics.read().unwrap_or_else(PoisonError::into_inner);
        topics.get(name).cloned().ok_or_else(|| {
            let cause = format!("there is no such topic in {}", self.path().display());
            Fault::new(FaultKind::Usage, format!("open the topic `{name}`"), cause)
        })
    }

    fn turn(&self) -> impl Drop + use<'_> {
        // Who panicked while holding it has left its transaction uncommitted and the heads untouched.
        self.inner.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn first(&self, topic: &Topic, partition: u32, next: i64) -> Result<i64, Fault> {
        self.inner.store.read(|reading| reading.first(topic, partition, next))
    }

    /// The message at an offset, if there is one.
    pub(crate) fn message_at(
        &self,
        topic: &Topic,
        partition: u32,
        offset: i64,
    ) -> Result<Option<Message>, Fault> {
        let (mut one, mut budget) = (Vec::new(), Budget { messages: 1, bytes: usize::MAX });
        self.inner
            .store
            .read(|reading| reading.stretch(topic, partition, offset, offset + 1, &mut budget, &mut one))?;
        Ok(one.pop())
    }

    /// Reads on from `next`, fairly: first each partition its share of the budget, then what is left to any. The
    /// partition that begins is `turn`.
    pub(crate) fn take(
        &self,
        topic: &Topic,
        next: Vec<i64>,
        turn: usize,
        budget: Budget,
    ) -> Result<Taken, Fault> {
        let heads = topic.heads.borrow().clone();
        let waiting: Vec<usize> = (0..heads.len())
            .map(|place| (place + turn) % heads.len())
            .filter(|&partition| next[partition] < heads[partition])
            .collect();
        let mut taken = Taken { messages: Vec::new(), next };
        if waiting.is_empty() {
            return Ok(taken);
        }
        let share = Budget {
            messages: budget.messages.div_ceil(waiting.len()),
            bytes: budget.bytes.div_ceil(waiting.len()),
        };
        self.inner.store.read(|reading| {
            let mut left = budget;
            for round in [Some(share), None] {
                for &partition in &waiting {
                    let mut this = round.map_or(left, |share| left.at_most(share));
                    let before = this;
                    let number = u32::try_from(partition).unwrap_or(u32::MAX);
                    let (from, until) = (taken.next[partition], heads[partition]);
                    taken.next[partition] =
                        reading.stretch(topic, number, from, until, &mut this, &mut taken.messages)?;
                    left = left.less(before, this);
                }
            }
            Ok(taken)
        })
    }

    /// Commits a batch's results, and its receipt with them.
    pub(crate) fn settle(&self, topic: &Topic, dead: &Topic, work: Work) -> Result<Settlement, Fault> {
        let Work { outputs, dead: letters, receipt } = work;
        if outputs.is_empty() && letters.is_empty() && receipt.progress.is_empty() && receipt.marks.is_empty()
        {
            return Ok(Settlement::Settled(vec![receipt]));
        }
        let letters: Vec<Message> = letters.into_iter().map(DeadLetter::into_message).collect();
        let _turn = self.turn();
        let (mut appended, mut overtaken) = (Appended::default(), None);
        let kept = self.inner.store.write("write to", |txn| {
            for progress in &receipt.progress {
                if let Err(stands) = txn.advance(&receipt.reader, progress)? {
                    overtaken = Some((progress, stands));
                    return Ok(None);
                }
            }
            txn.mark(&receipt.reader, &receipt.marks)?;
            appended.append(txn, topic, outputs)?;
            appended.append(txn, dead, letters)?;
            Ok(Some(()))
        })?;
        if let (None, Some((progress, stands))) = (kept, overtaken) {
            let flow::Progress { source, partition, from, .. } = progress;
            let reader = &receipt.reader;
            let why = format!("`{reader}` read {source}/{partition} from {from}, but it stands at {stands}");
            return Ok(Settlement::Aborted { why });
        }
        appended.publish();
        Ok(Settlement::Settled(vec![receipt]))
    }
}

/// What was read, and the next offset of each partition.
pub(crate) struct Taken {
    pub(crate) messages: Vec<Message>,
    pub(crate) next: Vec<i64>,
}

/// What a transaction appends; told to those who wait once it is durable.
#[derive(Default)]
struct Appended<'t> {
    heads: HashMap<u32, (&'t Topic, Vec<i64>)>,
}

impl<'t> Appended<'t> {
    fn append(
        &mut self,
        txn: &Writing<'_>,
        topic: &'t Topic,
        messages: Vec<Message>,
    ) -> Result<Vec<Position>, Fault> {
        let (_, heads) = self.heads.entry(topic.id).or_insert_with(|| (topic, topic.heads.borrow().clone()));
        let now = Timestamp::now();
        let mut next = heads.clone();
        let mut piles: Vec<Vec<Message>> = vec![Vec::new(); next.len()];
        let mut places = Vec::with_capacity(messages.len());
        for mut message in messages {
            let at = topic.place(&message, piles.len());
            let partition = i32::try_from(at).unwrap_or(i32::MAX);
            places.push(Position { source: Arc::clone(&topic.name), partition, offset: next[at] });
            next[at] += 1;
            message.time.get_or_insert(now);
            piles[at].push(message);
        }
        for ((partition, pile), from) in (0..).zip(piles).zip(heads.iter()) {
            txn.append(topic.id, partition, *from, pile)?;
        }
        *heads = next;
        Ok(places)
    }

    fn publish(self) {
        for (topic, heads) in self.heads.into_values() {
            topic.heads.send_replace(heads);
        }
    }
}
