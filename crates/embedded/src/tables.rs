//! The tables of the redb file; the crate's text says what stands in them.

use redb::TableDefinition;

/// (topic id, partition, last offset in the chunk)
pub(crate) type ChunkKey = (u32, u32, u64);
/// (reader, source, partition)
pub(crate) type PositionKey = (&'static str, &'static str, u32);

pub(crate) const FORMAT: TableDefinition<'_, &str, u32> = TableDefinition::new("dateline");
pub(crate) const TOPICS: TableDefinition<'_, &str, (u32, u32)> = TableDefinition::new("topics");
pub(crate) const CHUNKS: TableDefinition<'_, ChunkKey, &[u8]> = TableDefinition::new("chunks");
pub(crate) const POSITIONS: TableDefinition<'_, PositionKey, u64> = TableDefinition::new("positions");
pub(crate) const MARKS: TableDefinition<'_, (&str, &str), &[u8]> = TableDefinition::new("marks");

// Offsets are i64 in messages, as in Kafka, and never negative in a log.
pub(crate) fn signed(offset: u64) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}

pub(crate) fn unsigned(offset: i64) -> u64 {
    u64::try_from(offset).unwrap_or(0)
}
