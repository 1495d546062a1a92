//! What is written in one transaction.

use flow::{Fault, Mark, Message, Progress};
use redb::{ReadableTable, ReadableTableMetadata, WriteTransaction};

use crate::chunk::ChunkWriter;
use crate::store::Store;
use crate::tables::{CHUNKS, MARKS, POSITIONS, TOPICS, signed, unsigned};

/// A write transaction.
pub(crate) struct Writing<'s> {
    pub(crate) txn: WriteTransaction,
    pub(crate) store: &'s Store,
}

impl Writing<'_> {
    pub(crate) fn create_topic(&self, name: &str, partitions: u32) -> Result<u32, Fault> {
        let mut topics = self.txn.open_table(TOPICS).map_err(self.fault())?;
        let ids = topics.iter().map_err(self.fault())?.map(|topic| topic.map(|(_, stored)| stored.value().0));
        let id = ids
            .collect::<Result<Vec<_>, _>>()
            .map_err(self.fault())?
            .into_iter()
            .max()
            .map_or(0, |id| id + 1);
        topics.insert(name, (id, partitions)).map_err(self.fault())?;
        Ok(id)
    }

    /// Appends to a partition, of which `next` is the next offset.
    pub(crate) fn append(
        &self,
        topic: u32,
        partition: u32,
        next: i64,
        messages: impl IntoIterator<Item = Message>,
    ) -> Result<(), Fault> {
        let mut chunks = self.txn.open_table(CHUNKS).map_err(self.fault())?;
        let (mut writer, mut next) = (ChunkWriter::default(), unsigned(next));
        let mut put = |writer: &mut ChunkWriter| {
            let Some((count, chunk)) = writer.finish() else { return Ok(()) };
            next += count;
            chunks.insert((topic, partition, next - 1), chunk.as_slice()).map_err(self.fault()).map(drop)
        };
        for message in messages {
            if !writer.push(&message) {
                put(&mut writer)?;
                writer.push(&message);
            }
        }
        put(&mut writer)
    }

    /// Drops the chunks of a partition whose messages are all before `below`, but never its last: its key tells the next
    /// offset.
    pub(crate) fn drop_below(&self, topic: u32, partition: u32, below: i64) -> Result<u64, Fault> {
        let mut chunks = self.txn.open_table(CHUNKS).map_err(self.fault())?;
        let all = (topic, partition, 0)..=(topic, partition, u64::MAX);
        let last = chunks.range(all).map_err(self.fault())?.next_back().transpose().map_err(self.fault())?;
        let Some(last) = last.map(|(key, _)| key.value().2) else { return Ok(0) };
        let passed = (topic, partition, 0)..(topic, partition, unsigned(below).min(last));
        let before = chunks.len().map_err(self.fault())?;
        chunks.retain_in(passed, |_, _| false).map_err(self.fault())?;
        Ok(before - chunks.len().map_err(self.fault())?)
    }

    /// Moves a reader on, if it stands where the stretch begins. A reader without a position may begin anywhere.
    /// Else returns where it stands.
    pub(crate) fn advance(&self, reader: &str, progress: &Progress) -> Result<Result<(), i64>, Fault> {
        let mut positions = self.txn.open_table(POSITIONS).map_err(self.fault())?;
        let key = (reader, &*progress.source, progress.partition.cast_unsigned());
        let stored = positions.get(key).map_err(self.fault())?.map(|next| signed(next.value()));
        if let Some(stored) = stored.filter(|stored| *stored != progress.from) {
            return Ok(Err(stored));
        }
        positions.insert(key, unsigned(progress.next)).map_err(self.fault())?;
        Ok(Ok(()))
    }

    pub(crate) fn mark(&self, feed: &str, marks: &[Mark]) -> Result<(), Fault> {
        let mut table = self.txn.open_table(MARKS).map_err(self.fault())?;
        for mark in marks {
            table.insert((feed, mark.key.as_str()), mark.value.as_slice()).map_err(self.fault())?;
        }
        Ok(())
    }

    fn fault<E: Into<redb::Error>>(&self) -> impl FnOnce(E) -> Fault {
        self.store.fault("write to")
    }
}
