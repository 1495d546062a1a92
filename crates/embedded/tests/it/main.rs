//! The log through its public door. One program, so that it is linked once.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "the numbers here are small"
)]

mod crash;
mod ends;
mod full_disk;
mod holding;
mod topics;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use embedded::{Limits, Log};
use flow::{Flow, Message, Reject, Step, Verdict};
use tempfile::TempDir;

const RAW: &str = "articles.raw";
const ENRICHED: &str = "articles.enriched";
const DEAD: &str = "articles.dead";

/// A log with three topics, in a folder that goes when this does.
struct Fresh {
    folder: TempDir,
    log: Log,
}

impl Fresh {
    fn with_partitions(partitions: u32) -> Self {
        let folder = TempDir::new().unwrap();
        let log = Log::open(&folder.path().join("dateline.redb")).unwrap();
        create_topics(&log, partitions);
        Self { folder, log }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("dateline.redb")
    }
}

fn create_topics(log: &Log, partitions: u32) {
    for topic in [RAW, ENRICHED, DEAD] {
        log.create_topic(topic, partitions).unwrap();
    }
}

/// Up to `messages` a batch, without waiting for more.
fn at_once(messages: usize) -> Limits {
    Limits { messages, bytes: 1 << 20, wait: Duration::ZERO }
}

fn keyed(key: &str, payload: &str) -> Message {
    Message { key: Some(key.to_owned().into()), ..Message::new(payload.to_owned()) }
}

fn text(message: &Message) -> String {
    String::from_utf8(message.payload.to_vec()).unwrap()
}

/// All of a partition, in small reads.
fn whole(log: &Log, topic: &str, partition: i32) -> Vec<Message> {
    let mut all = Vec::new();
    loop {
        let more = log.read(topic, partition, all.len() as i64, 100, usize::MAX).unwrap();
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}

/// All of a topic.
fn everything(log: &Log, topic: &str) -> Vec<Message> {
    let topics = log.topics().unwrap();
    let partitions = &topics.iter().find(|info| *info.name == *topic).unwrap().partitions;
    partitions.iter().flat_map(|partition| whole(log, topic, partition.partition)).collect()
}

/// Passes on all but what begins with "bad".
fn step() -> Arc<dyn Step> {
    Arc::new(|message: &Message| {
        vec![if message.payload.starts_with(b"bad") {
            Reject::new("bad", "it begins so").into()
        } else {
            Verdict::Pass(Message { time: None, ..message.clone() })
        }]
    })
}

fn plain(name: &'static str) -> Flow {
    Flow::plain(name).unwrap()
}

/// This test program again, to run the test `name` only, with `CHILD` set.
fn child(name: &str, path: &std::path::Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", name, "--nocapture", "--test-threads=1"]).env("CHILD", path);
    command
}

/// Whether this process is such a child, and its log.
fn as_child() -> Option<PathBuf> {
    std::env::var_os("CHILD").map(PathBuf::from)
}
