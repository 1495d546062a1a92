//! The embedded ends: a durable log in one redb file, the broker-less twin of Kafka for `dateline run`.
//!
//! ```text
//! feed → parse ─▶ articles.raw ─▶ tag ─▶ articles.enriched ─▶ files
//!                 └────────── one redb file, this crate ──┘
//! ```
//!
//! | word | is |
//! | --- | --- |
//! | [`Log`] | the file: topics of numbered messages, the positions of those who read them, the marks of feeds |
//! | [`LogInlet`] | reads a topic, in order inside a partition; waits for commits, never polls |
//! | [`LogOutlet`] | writes to a topic; one redb transaction a batch |
//!
//! # What holds
//!
//! **Outputs, dead letters, the reader's positions and the feed's marks are one redb transaction**, durable (fsync)
//! before anybody hears of it. A crash at any point leaves all of a batch or nothing of it.
//!
//! **A stretch is settled once.** A batch whose first offset is not the stored position of its reader was read by a
//! twin that has been overtaken: it is [aborted](flow::Settlement::Aborted), never written a second time.
//!
//! **Order inside a partition is kept**, and offsets have no gaps: 0, 1, 2 …
//!
//! **A key always goes to the same partition**: CRC-32 of the key modulo the number of partitions. (Our Kafka
//! ends place keys by murmur2, as JVM clients do: the partition's number is another there.) Messages without a key, or
//! with an empty one, take turns.
//!
//! **One process holds the file.** The second is told who does, and since when (`<file>.lock`, see [`Log::open`]).
//!
//! **Memory is bounded by settings whatever the backlog**: redb's cache by [`Options::cache_bytes`], a batch by
//! [`Limits::messages`] and [`Limits::bytes`] (and one message more, since a message is never cut).
//!
//! **What is read is what was written**: each chunk carries a CRC-32, and one that does not agree is a
//! [fault](flow::FaultKind::Data) that names the place.
//!
//! # What stands in the file (format 1)
//!
//! | table | key | value |
//! | --- | --- | --- |
//! | `dateline` | `"format"` | 1 |
//! | `topics` | name | id, number of partitions |
//! | `chunks` | topic id, partition, **last** offset in the chunk | up to [`CHUNK_BYTES`] of messages, or a single larger one |
//! | `positions` | reader, source, partition | next offset to read |
//! | `marks` | feed, key | value, as the feed gave it |
//!
//! Messages lie together in chunks because redb gives each value of more than a page a run of pages of its own, a
//! power of two long: message by message, a 5 kB article would take 8 kB and a tree walk. A chunk is keyed by its
//! last offset, so that a range from any offset begins with the chunk that holds it, and the last key of a partition
//! tells the next offset. Chunks are never rewritten. Their encoding stands in `chunk.rs`.
//!
//! # Durability
//!
//! Every commit is `Durability::Immediate` with redb's quick-repair, so that opening after kill -9 or a power cut
//! takes as long as after a clean end, however large the file is.
//! When a commit fails (a full disk), redb takes no more writes until the file is opened again; the flow stops with
//! exit code 74, and what the file says on opening is what happened.
//!
//! # Retention
//!
//! Nothing is deleted but by [`Log::drop_below`], which `dateline run` calls where `embedded.keep_filed` is off: whole chunks
//! from the front of a partition, never its last one, since its key tells the next offset. Who calls it knows what every
//! reader has passed. [`PartitionInfo::first`] says where a partition begins. The file keeps its size, and goes on in the
//! room that became free.
//!
//! # An example
//!
//! ```
//! use std::{sync::Arc, time::Duration};
//! use embedded::{Limits, Log};
//! use flow::{Flow, Message, Step, Stop, Verdict};
//!
//! # async fn example() -> Result<(), flow::Fault> {
//! # let folder = tempfile::tempdir().unwrap();
//! let log = Log::open(&folder.path().join("dateline.redb"))?;
//! for topic in ["articles.raw", "articles.enriched", "articles.dead"] {
//!     log.create_topic(topic, 1)?;
//! }
//! log.produce("articles.raw", vec![Message::new("exports rose")])?;
//!
//! let produced_all = Stop::new();
//! produced_all.cancel();
//! let limits = Limits { messages: 1000, bytes: 16 << 20, wait: Duration::from_millis(5) };
//! let mut inlet = log.inlet("articles.raw", "enricher", limits, None)?.ends_with(produced_all);
//! let mut outlet = log.outlet("articles.enriched", "articles.dead")?;
//! let step: Arc<dyn Step> = Arc::new(|message: &Message| vec![Verdict::Pass(message.clone())]);
//! flow::run(&Flow::plain("enricher")?, &mut inlet, step, &mut outlet, &Stop::new()).await?;
//!
//! assert_eq!(log.read("articles.enriched", 0, 0, 10, usize::MAX)?[0].payload, "exports rose");
//! # Ok(())
//! # }
//! # tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(example()).unwrap();
//! ```

mod chunk;
mod fault;
mod holder;
mod inlet;
mod log;
mod outlet;
mod reading;
mod store;
mod tables;
mod topic;
mod writing;

pub use chunk::CHUNK_BYTES;
pub use flow::Limits;
pub use inlet::LogInlet;
pub use log::{Log, Options, PartitionInfo, TopicInfo};
pub use outlet::LogOutlet;
