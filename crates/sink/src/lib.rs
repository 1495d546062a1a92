//! articles.enriched → **files**
//!
//! The sink writes records to files, exactly once, and proves it. It is an end of `flow::run`:
//!
//! ```no_run
//! # async fn sink(mut inlet: impl flow::Inlet, stop: flow::Stop) -> Result<(), flow::Fault> {
//! use sink::{Compression, Folder, Options, Render};
//! use std::{sync::Arc, time::Duration};
//!
//! let options = Options {
//!     compression: Compression::Zstd(3),
//!     rotate_bytes: 128 << 20,
//!     rotate_age: Duration::from_mins(1),
//!     rotate_messages: 100_000,
//! };
//! let folder = Folder::open("out", options)?;
//! // The inlet starts where the manifests end: `folder.positions()`, and not where its group's offsets are.
//! let flow = flow::Flow::plain("sink")?;
//! flow::run(&flow, &mut inlet, Arc::new(Render), &mut folder.outlet(), &stop).await?;
//! # Ok(())
//! # }
//! ```
//!
//! | read in this order | is |
//! | --- | --- |
//! | [`render`] | the step: a record's bytes in, the same bytes out as one line |
//! | [`Folder`] | the folder: locked, and put in order after a crash |
//! | [`FilesOutlet`] | holds what comes, and seals it when a limit is reached |
//! | [`Manifest`] | a link of a partition's chain: what a file holds, and what it follows |
//! | [`FilesPositions`] | where an inlet goes on |
//! | [`glance`](glance()) | says which files are gone, or have another size than they were filed with |
//! | [`verify`] | reads everything again and proves it, or names the first fault |
//!
//! # The folder
//!
//! ```text
//! out/
//!   articles.enriched/partition=0/00000000000000000000-00000000000000009999.ndjson.zst     first and last offset
//!   _manifests/articles.enriched/0/0000000001.json                                         one for each seal, from 1
//!   _dead/articles.enriched/partition=0/00000000000000000017-00000000000000000017.ndjson   what was no record
//!   .lock                                                                                  who writes here
//! ```
//!
//! Files are NDJSON, one record a line, in the order of their offsets; dead letters are [`DeadLine`]s. What is being
//! written is called `.aside-<link>-<instance>`, which no reader's glob finds.
//!
//! # What is always true
//!
//! - **The link is the commit.** A seal writes the data aside and flushes it, writes the manifest aside and flushes
//!   it, and moves the manifest to its number, which must be free. Before that move nothing has happened; after it
//!   everything has, and whoever opens the folder next gives the files the names that the last link holds.
//! - **A file with a final name is committed, whole, and never written again.** Readers who glob see every record once.
//! - **A link is made once.** An instance that finds the number taken is fenced: it drops what it held, and its
//!   inlet goes back to where the manifests end.
//! - **An aside is removed only when nobody can name it any more**: its link is taken by another, or its writer is
//!   known to be dead, because the lock it held on the file is free and the writer ran under this very kernel.
//! - **Offsets have no holes.** Each link covers the offsets from where the last ended; a batch that begins later is
//!   a fault that names what is missing. What is there already is skipped.
//! - **A full disk settles nothing.** The fault is `Io`, the asides are removed, and the same batch can come again.
//!
//! Limits are looked at after each batch, and all partitions in hand are sealed together: a file is larger than its
//! limit by at most a batch.
//!
//! # A manifest
//!
//! One line of JSON, schema `dateline.manifest/1`; offsets are integers, hashes are in hex.
//!
//! | field | type | is |
//! | --- | --- | --- |
//! | `schema` | string | `dateline.manifest/1` |
//! | `topic` | string | whose chain this is |
//! | `partition` | integer | the same |
//! | `link` | integer from 1 | its number in the chain, and its file's name |
//! | `prev` | string, null for the first | sha256 of the file of the link before, as `sha256sum` prints it |
//! | `from` | integer | the first offset that it covers: `next` of the link before |
//! | `next` | integer | the first offset that it does not cover any more |
//! | `witness` | object or null | `offset` and `crc32` of the last message before `next`, record or rejected: an inlet looks whether it still stands there, and so knows a topic that was made anew |
//! | `first` | integer or null | the offset of its first record |
//! | `last` | integer or null | the offset of its last record |
//! | `count` | integer | how many records |
//! | `runs` | \[\[integer, integer\]\] | the offsets of its records, in runs without a gap, both ends inclusive; the rest of what it covers are rejected messages, skipped ones and markers of transactions |
//! | `rejected` | \[integer\] | the offsets whose dead letters are in `dead` |
//! | `records` | file or null | the file of records |
//! | `dead` | file or null | the file of dead letters |
//! | `record_schema` | string | `dateline.enriched/1`, of every record |
//! | `versions` | \[object\] | which `enricher`, `rules`, `gazetteer` and `vocabularies` made the records, each set of them once |
//! | `created_at` | date-time | when it was sealed, by the sink's clock |
//! | `instance` | object | who sealed it: `id`, `host`, `pid` |
//! | `crc32` | string | base64 of a little-endian u32 for each record: the CRC-32 of its line without the line's end |
//! | `dead_crc32` | string | the same for each line of `dead`; empty in manifests of before they were there |
//! | `seal` | string | sha256 of all bytes of the manifest before `,"seal"` |
//!
//! and a file in it:
//!
//! | field | type | is |
//! | --- | --- | --- |
//! | `name` | string | its final name |
//! | `bytes` | integer | its size on the disk |
//! | `sha256` | string | of the file on the disk, as `sha256sum` prints it |
//! | `compression` | string | `none`, `gzip`, `zstd` |
//! | `uncompressed_bytes` | integer | what it unpacks to |
//! | `lines` | integer | how many lines |
//! | `longest_line` | integer | bytes of the longest, without its end |
//!
//! What no chain can show is that its last links were taken away with their files: compare `next` with the topic.

mod aside;
mod chain;
mod compress;
mod dead;
mod durable;
mod folder;
mod glance;
mod instance;
mod layout;
mod litter;
mod lock;
mod manifest;
mod outlet;
mod render;
mod scan;
mod serve;
mod sheet;
mod verify;

#[cfg(test)]
mod crash_tests;

pub use compress::{Codec, Compression, UnknownCompression};
pub use dead::{Blob, DeadLine};
pub use folder::{FilesPositions, Folder, Options};
pub use glance::glance;
pub use instance::Instance;
pub use manifest::{Checksums, FileProof, MANIFEST_SCHEMA, Manifest, NotAManifest, Runs};
pub use outlet::{Filed, FilesOutlet};
pub use render::{Render, Versions, render};
pub use serve::serve;
pub use verify::{ChainProof, Damage, Proof, Verified, VerifyError, verify};
