//! The redb file: its tables, and the few transactions that there are.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use flow::{Fault, FaultKind, Mark, Message, Position, Progress};
use redb::{
    Builder, Database, DatabaseError, Durability, ReadOnlyDatabase, ReadTransaction, ReadableDatabase,
    ReadableTable, TableDefinition, TableHandle, WriteTransaction,
};
use tracing::info;

use crate::chunk::{ChunkReader, ChunkWriter};
use crate::fault::{guarded, of_redb};
use crate::holder::Holder;

/// (topic id, partition, last offset in the chunk)
type ChunkKey = (u32, u32, u64);
/// (reader, source, partition)
type PositionKey = (&'static str, &'static str, u32);

const FORMAT: TableDefinition<'_, &str, u32> = TableDefinition::new("dateline");
const TOPICS: TableDefinition<'_, &str, (u32, u32)> = TableDefinition::new("topics");
const CHUNKS: TableDefinition<'_, ChunkKey, &[u8]> = TableDefinition::new("chunks");
const POSITIONS: TableDefinition<'_, PositionKey, u64> = TableDefinition::new("positions");
const MARKS: TableDefinition<'_, (&str, &str), &[u8]> = TableDefinition::new("marks");

/// The format of all of the above.
const THIS_FORMAT: u32 = 1;

#[derive(Debug)]
pub(crate) struct Store {
    // Before the holder: the file is closed before others may have it.
    db: Db,
    pub(crate) path: PathBuf,
    _holder: Option<Holder>,
}

enum Db {
    Writable(Database),
    ReadOnly(ReadOnlyDatabase),
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if matches!(self, Self::Writable(_)) { "Writable" } else { "ReadOnly" })
    }
}

/// A topic as stored.
pub(crate) struct StoredTopic {
    pub(crate) name: Arc<str>,
    pub(crate) id: u32,
    /// The next offset of each partition.
    pub(crate) heads: Vec<i64>,
}

impl Store {
    pub(crate) fn open(path: &Path, cache_bytes: usize) -> Result<Self, Fault> {
        let holder = Holder::alone(path)?;
        let doing = "open";
        let db = guarded(doing, path, || {
            let new = !path.exists();
            let db = builder(path, cache_bytes).create(path).map_err(of_redb(doing, path))?;
            if new {
                // The file's name must outlive a power cut as its content does.
                let folder =
                    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
                std::fs::File::open(folder)
                    .and_then(|folder| folder.sync_all())
                    .map_err(Fault::io(|| format!("flush {}", folder.display())))?;
            }
            Ok(db)
        })?;
        let store = Self { db: Db::Writable(db), path: path.to_owned(), _holder: Some(holder) };
        guarded(doing, path, || store.prepare())?;
        Ok(store)
    }

    pub(crate) fn open_read_only(path: &Path, cache_bytes: usize) -> Result<Self, Fault> {
        // Said before a lock file is made beside a file that is not there.
        std::fs::metadata(path).map_err(Fault::io(|| format!("open {}", path.display())))?;
        let holder = Holder::with_others(path)?;
        let opened = guarded("open", path, || match builder(path, cache_bytes).open_read_only(path) {
            Ok(db) => Ok(Some(db)),
            Err(DatabaseError::RepairAborted) => Ok(None),
            Err(err) => Err(of_redb("open", path)(err)),
        })?;
        let Some(db) = opened else {
            // It was killed in its first moments, before the first commit that can be opened as it is.
            drop(holder);
            drop(Self::open(path, cache_bytes)?);
            return Self::open_read_only(path, cache_bytes);
        };
        let store = Self { db: Db::ReadOnly(db), path: path.to_owned(), _holder: holder };
        guarded("open", path, || store.check_format())?;
        Ok(store)
    }

    /// Makes the tables of a new file, and refuses what is no log.
    fn prepare(&self) -> Result<(), Fault> {
        let txn = self.begin_read()?;
        if txn.list_tables().map_err(self.fault("open"))?.next().is_some() {
            return self.check_format();
        }
        self.write("create", |txn| {
            let fault = || self.fault("create");
            txn.0
                .open_table(FORMAT)
                .map_err(fault())?
                .insert("format", THIS_FORMAT)
                .map_err(self.fault("create"))?;
            txn.0.open_table(TOPICS).map_err(fault())?;
            txn.0.open_table(CHUNKS).map_err(fault())?;
            txn.0.open_table(POSITIONS).map_err(fault())?;
            txn.0.open_table(MARKS).map_err(fault())?;
            Ok(Some(()))
        })?;
        Ok(())
    }

    fn check_format(&self) -> Result<(), Fault> {
        let refuse =
            |why: String| Err(Fault::new(FaultKind::Data, format!("open {}", self.path.display()), why));
        let txn = self.begin_read()?;
        let tables = txn.list_tables().map_err(self.fault("open"))?.map(|table| table.name().to_owned());
        if !tables.collect::<Vec<_>>().iter().any(|name| name == FORMAT.name()) {
            return refuse("it is a redb file, but not a log of Dateline's".to_owned());
        }
        let format = txn.open_table(FORMAT).map_err(self.fault("open"))?;
        match format.get("format").map_err(self.fault("open"))?.map(|format| format.value()) {
            Some(THIS_FORMAT) => Ok(()),
            Some(other) => refuse(format!("it is of format {other}, this program knows {THIS_FORMAT}")),
            None => refuse("its format is not stated".to_owned()),
        }
    }

    fn begin_read(&self) -> Result<ReadTransaction, Fault> {
        match &self.db {
            Db::Writable(db) => db.begin_read(),
            Db::ReadOnly(db) => db.begin_read(),
        }
        .map_err(self.fault("read"))
    }

    fn fault<E: Into<redb::Error>>(&self, doing: &str) -> impl FnOnce(E) -> Fault {
        of_redb(doing, &self.path)
    }

    /// The one place that writes. Commits durably if `act` has something to keep; else leaves no trace.
    ///
    /// Quick-repair costs a second flush to disk (two-phase commit) and a few pages a commit, and saves reading the
    /// whole file when it is opened after a crash; see the crate's text.
    pub(crate) fn write<T>(
        &self,
        doing: &str,
        act: impl FnOnce(&Writing<'_>) -> Result<Option<T>, Fault>,
    ) -> Result<Option<T>, Fault> {
        let Db::Writable(db) = &self.db else {
            let cause = "it was opened to read only";
            return Err(Fault::new(FaultKind::Usage, format!("{doing} {}", self.path.display()), cause));
        };
        let mut txn = db.begin_write().map_err(self.fault(doing))?;
        txn.set_durability(Durability::Immediate).map_err(self.fault(doing))?;
        txn.set_quick_repair(true);
        let writing = Writing(txn, self);
        let kept = act(&writing)?;
        if kept.is_some() {
            writing.0.commit().map_err(self.fault("commit to"))?;
        } else {
            writing.0.abort().map_err(self.fault(doing))?;
        }
        Ok(kept)
    }

    pub(crate) fn topics(&self) -> Result<Vec<StoredTopic>, Fault> {
        let txn = self.begin_read()?;
        let topics = txn.open_table(TOPICS).map_err(self.fault("read"))?;
        let chunks = txn.open_table(CHUNKS).map_err(self.fault("read"))?;
        let mut found = Vec::new();
        for topic in topics.iter().map_err(self.fault("read"))? {
            let (name, stored) = topic.map_err(self.fault("read"))?;
            let (id, partitions) = stored.value();
            let mut heads = Vec::new();
            for partition in 0..partitions {
                let last = chunks
                    .range((id, partition, 0)..=(id, partition, u64::MAX))
                    .map_err(self.fault("read"))?
                    .next_back()
                    .transpose()
                    .map_err(self.fault("read"))?;
                heads.push(last.map_or(0, |(key, _)| signed(key.value().2) + 1));
            }
            found.push(StoredTopic { name: Arc::from(name.value()), id, heads });
        }
        Ok(found)
    }

    /// The offset that a partition begins with, `next` where it is empty.
    pub(crate) fn first(&self, topic: u32, partition: u32, next: i64) -> Result<i64, Fault> {
        let txn = self.begin_read()?;
        let chunks = txn.open_table(CHUNKS).map_err(self.fault("read"))?;
        let range = (topic, partition, 0)..=(topic, partition, u64::MAX);
        let Some(chunk) = chunks.range(range).map_err(self.fault("read"))?.next() else { return Ok(next) };
        let (key, chunk) = chunk.map_err(self.fault("read"))?;
        let count = ChunkReader::new(Bytes::copy_from_slice(chunk.value()))
            .map_err(|damage| self.damaged(topic, partition, key.value().2, damage))?
            .left();
        Ok(signed((key.value().2 + 1).saturating_sub(count)))
    }

    pub(crate) fn position(&self, reader: &str, source: &str, partition: u32) -> Result<Option<i64>, Fault> {
        let txn = self.begin_read()?;
        let positions = txn.open_table(POSITIONS).map_err(self.fault("read"))?;
        let stored = positions.get((reader, source, partition)).map_err(self.fault("read"))?;
        Ok(stored.map(|next| signed(next.value())))
    }

    pub(crate) fn marks(&self, feed: &str) -> Result<Vec<Mark>, Fault> {
        let txn = self.begin_read()?;
        let table = txn.open_table(MARKS).map_err(self.fault("read"))?;
        let mut marks = Vec::new();
        for mark in table.range((feed, "")..).map_err(self.fault("read"))? {
            let (key, value) = mark.map_err(self.fault("read"))?;
            let (owner, key) = key.value();
            if owner != feed {
                break;
            }
            marks.push(Mark { key: key.to_owned(), value: value.value().to_vec() });
        }
        Ok(marks)
    }

    pub(crate) fn reading(&self) -> Result<Reading<'_>, Fault> {
        Ok(Reading { txn: self.begin_read()?, store: self })
    }

    fn damaged(&self, topic: u32, partition: u32, last: u64, damage: crate::chunk::Damage) -> Fault {
        let doing =
            format!("read {}: topic {topic}, partition {partition}, offsets to {last}", self.path.display());
        Fault::new(FaultKind::Data, doing, damage)
    }
}

fn builder(path: &Path, cache_bytes: usize) -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(cache_bytes);
    let file = path.display().to_string();
    builder.set_repair_callback(move |session| {
        info!(file, progress = session.progress(), "mending after a crash");
    });
    builder
}

/// A snapshot of the file.
pub(crate) struct Reading<'s> {
    txn: ReadTransaction,
    store: &'s Store,
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

impl Reading<'_> {
    /// Reads on from `from`, to `until` at most, as far as the budget goes. Returns the next offset.
    pub(crate) fn stretch(
        &self,
        topic: (u32, &Arc<str>),
        partition: u32,
        from: i64,
        until: i64,
        budget: &mut Budget,
        into: &mut Vec<Message>,
    ) -> Result<i64, Fault> {
        let (store, (id, name)) = (self.store, topic);
        let chunks = self.txn.open_table(CHUNKS).map_err(store.fault("read"))?;
        let range = (id, partition, unsigned(from))..=(id, partition, u64::MAX);
        let mut next = from;
        for chunk in chunks.range(range).map_err(store.fault("read"))? {
            if budget.is_spent() || next >= until {
                break;
            }
            let (key, chunk) = chunk.map_err(store.fault("read"))?;
            let last = key.value().2;
            let damaged = |damage| store.damaged(id, partition, last, damage);
            let mut reader = ChunkReader::new(Bytes::copy_from_slice(chunk.value())).map_err(damaged)?;
            let mut offset = signed((last + 1).saturating_sub(reader.left()));
            while reader.left() > 0 && !budget.is_spent() && offset < until {
                if offset < next {
                    reader.skip().map_err(damaged)?;
                } else {
                    let position =
                        Position { source: Arc::clone(name), partition: partition.cast_signed(), offset };
                    let message = reader.message(position).map_err(damaged)?;
                    budget.spend(&message);
                    into.push(message);
                    next = offset + 1;
                }
                offset += 1;
            }
        }
        Ok(next)
    }
}

/// A write transaction.
pub(crate) struct Writing<'s>(WriteTransaction, &'s Store);

impl Writing<'_> {
    pub(crate) fn create_topic(&self, name: &str, partitions: u32) -> Result<u32, Fault> {
        let mut topics = self.0.open_table(TOPICS).map_err(self.fault())?;
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
        let mut chunks = self.0.open_table(CHUNKS).map_err(self.fault())?;
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

    /// Moves a reader on, if it stands where the stretch begins. A reader without a position may begin anywhere.
    /// Else returns where it stands.
    pub(crate) fn advance(&self, reader: &str, progress: &Progress) -> Result<Result<(), i64>, Fault> {
        let mut positions = self.0.open_table(POSITIONS).map_err(self.fault())?;
        let key = (reader, &*progress.source, progress.partition.cast_unsigned());
        let stored = positions.get(key).map_err(self.fault())?.map(|next| signed(next.value()));
        if let Some(stored) = stored.filter(|stored| *stored != progress.from) {
            return Ok(Err(stored));
        }
        positions.insert(key, unsigned(progress.next)).map_err(self.fault())?;
        Ok(Ok(()))
    }

    pub(crate) fn mark(&self, feed: &str, marks: &[Mark]) -> Result<(), Fault> {
        let mut table = self.0.open_table(MARKS).map_err(self.fault())?;
        for mark in marks {
            table.insert((feed, mark.key.as_str()), mark.value.as_slice()).map_err(self.fault())?;
        }
        Ok(())
    }

    fn fault<E: Into<redb::Error>>(&self) -> impl FnOnce(E) -> Fault {
        self.1.fault("write to")
    }
}

// Offsets are i64 in messages, as in Kafka, and never negative in a log.
fn signed(offset: u64) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}

fn unsigned(offset: i64) -> u64 {
    u64::try_from(offset).unwrap_or(0)
}
