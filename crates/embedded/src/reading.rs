//! What is read in one transaction.

use std::sync::Arc;

use bytes::Bytes;
use flow::{Fault, FaultKind, Mark, Message, Position};
use redb::{ReadTransaction, ReadableTable};

use crate::chunk::{ChunkReader, Damage};
use crate::store::Store;
use crate::tables::{CHUNKS, MARKS, POSITIONS, TOPICS, signed, unsigned};
use crate::topic::Topic;

/// A snapshot of the file.
pub(crate) struct Reading<'s> {
    pub(crate) txn: ReadTransaction,
    pub(crate) store: &'s Store,
}

/// A topic as stored.
pub(crate) struct StoredTopic {
    pub(crate) name: Arc<str>,
    pub(crate) id: u32,
    /// The next offset of each partition.
    pub(crate) heads: Vec<i64>,
}

impl Reading<'_> {
    pub(crate) fn topics(&self) -> Result<Vec<StoredTopic>, Fault> {
        let topics = self.txn.open_table(TOPICS).map_err(self.fault())?;
        let chunks = self.txn.open_table(CHUNKS).map_err(self.fault())?;
        let mut found = Vec::new();
        for topic in topics.iter().map_err(self.fault())? {
            let (name, stored) = topic.map_err(self.fault())?;
            let (id, partitions) = stored.value();
            let mut heads = Vec::new();
            for partition in 0..partitions {
                let last = chunks
                    .range((id, partition, 0)..=(id, partition, u64::MAX))
                    .map_err(self.fault())?
                    .next_back()
                    .transpose()
                    .map_err(self.fault())?;
                heads.push(last.map_or(0, |(key, _)| signed(key.value().2) + 1));
            }
            found.push(StoredTopic { name: Arc::from(name.value()), id, heads });
        }
        Ok(found)
    }

    /// The offset that a partition begins with, `next` where it is empty.
    pub(crate) fn first(&self, topic: &Topic, partition: u32, next: i64) -> Result<i64, Fault> {
        let chunks = self.txn.open_table(CHUNKS).map_err(self.fault())?;
        let range = (topic.id, partition, 0)..=(topic.id, partition, u64::MAX);
        let Some(chunk) = chunks.range(range).map_err(self.fault())?.next() else { return Ok(next) };
        let (key, chunk) = chunk.map_err(self.fault())?;
        let last = key.value().2;
        let chunk = ChunkReader::new(Bytes::copy_from_slice(chunk.value()))
            .map_err(|damage| self.damaged(topic, partition, signed(last), damage))?;
        Ok(signed((last + 1).saturating_sub(chunk.left())))
    }

    pub(crate) fn position(&self, reader: &str, source: &str, partition: u32) -> Result<Option<i64>, Fault> {
        let positions = self.txn.open_table(POSITIONS).map_err(self.fault())?;
        let stored = positions.get((reader, source, partition)).map_err(self.fault())?;
        Ok(stored.map(|next| signed(next.value())))
    }

    pub(crate) fn marks(&self, feed: &str) -> Result<Vec<Mark>, Fault> {
        let table = self.txn.open_table(MARKS).map_err(self.fault())?;
        let mut marks = Vec::new();
        for mark in table.range((feed, "")..).map_err(self.fault())? {
            let (key, value) = mark.map_err(self.fault())?;
            let (owner, key) = key.value();
            if owner != feed {
                break;
            }
            marks.push(Mark { key: key.to_owned(), value: value.value().to_vec() });
        }
        Ok(marks)
    }

    /// Reads on from `from`, to `until` at most, as far as the budget goes. Returns the next offset.
    pub(crate) fn stretch(
        &self,
        topic: &Topic,
        partition: u32,
        from: i64,
        until: i64,
        budget: &mut Budget,
        into: &mut Vec<Message>,
    ) -> Result<i64, Fault> {
        let chunks = self.txn.open_table(CHUNKS).map_err(self.fault())?;
        let range = (topic.id, partition, unsigned(from))..=(topic.id, partition, u64::MAX);
        let mut next = from;
        for chunk in chunks.range(range).map_err(self.fault())? {
            if budget.is_spent() || next >= until {
                break;
            }
            let (key, chunk) = chunk.map_err(self.fault())?;
            let begin = next;
            let damaged = |damage| self.damaged(topic, partition, begin, damage);
            let mut reader = ChunkReader::new(Bytes::copy_from_slice(chunk.value())).map_err(damaged)?;
            let first = signed((key.value().2 + 1).saturating_sub(reader.left()));
            if first > next {
                return Err(damaged(Damage::Missing));
            }
            for _ in first..next {
                reader.skip().map_err(damaged)?;
            }
            while reader.left() > 0 && !budget.is_spent() && next < until {
                let (source, partition) = (Arc::clone(&topic.name), partition.cast_signed());
                let message =
                    reader.message(Position { source, partition, offset: next }).map_err(damaged)?;
                budget.spend(&message);
                into.push(message);
                next += 1;
            }
        }
        if next < until && !budget.is_spent() {
            return Err(self.damaged(topic, partition, next, Damage::Missing));
        }
        Ok(next)
    }

    /// A fault at an offset, or at the next after it that is not yet read.
    fn damaged(&self, topic: &Topic, partition: u32, offset: i64, damage: Damage) -> Fault {
        let doing = format!("read {}: {}/{partition}@{offset}", self.store.path.display(), topic.name);
        Fault::new(FaultKind::Data, doing, damage)
    }

    fn fault<E: Into<redb::Error>>(&self) -> impl FnOnce(E) -> Fault {
        self.store.fault("read")
    }
}

/// How much more may be read. At least one message is read while neither is used up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    pub(crate) messages: usize,
    pub(crate) bytes: usize,
}

impl Budget {
    pub(crate) fn is_spent(self) -> bool {
        self.messages == 0 || self.bytes == 0
    }

    pub(crate) fn at_most(self, other: Self) -> Self {
        Self { messages: self.messages.min(other.messages), bytes: self.bytes.min(other.bytes) }
    }

    /// What is left after a part of it, `before`, has become `after`.
    pub(crate) fn less(self, before: Self, after: Self) -> Self {
        Self {
            messages: self.messages - (before.messages - after.messages),
            bytes: self.bytes - (before.bytes - after.bytes),
        }
    }

    fn spend(&mut self, message: &Message) {
        self.messages -= 1;
        self.bytes = self.bytes.saturating_sub(message.size());
    }
}
