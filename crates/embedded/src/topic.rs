//! A topic as the process knows it: who is written to next, and how far each partition is.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use flow::{Fault, FaultKind, Message};
use tokio::sync::watch;

#[derive(Debug)]
pub(crate) struct Topic {
    pub(crate) id: u32,
    pub(crate) name: Arc<str>,
    /// The next offset of each partition. Sent on after a commit is durable, never before: whoever sees an offset
    /// here can read all below it.
    pub(crate) heads: watch::Sender<Vec<i64>>,
    /// Whose turn it is among the partitions, for messages without a key.
    turn: AtomicUsize,
}

impl Topic {
    pub(crate) fn new(id: u32, name: Arc<str>, heads: Vec<i64>) -> Self {
        Self { id, name, heads: watch::Sender::new(heads), turn: AtomicUsize::new(0) }
    }

    pub(crate) fn partitions(&self) -> usize {
        self.heads.borrow().len()
    }

    /// The partition of a message: by its key, else in turn.
    pub(crate) fn place(&self, message: &Message, partitions: usize) -> usize {
        match &message.key {
            Some(key) if !key.is_empty() => crc32fast::hash(key) as usize % partitions,
            _ => self.turn.fetch_add(1, Ordering::Relaxed) % partitions,
        }
    }
}

/// The longest name that a topic may have, as in Kafka.
const LONGEST_NAME: usize = 249;
/// More is a slip of the keyboard: each costs a little in every batch.
const MOST_PARTITIONS: u32 = 1024;

/// Kafka's rules for topics, so that whatever runs here also runs there.
pub(crate) fn check(name: &str, partitions: u32) -> Result<(), Fault> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let refuse = |why: String| Err(Fault::new(FaultKind::Usage, format!("create the topic `{name}`"), why));
    if name.is_empty()
        || name == "."
        || name == ".."
        || name.len() > LONGEST_NAME
        || !name.chars().all(allowed)
    {
        return refuse(format!(
            "a topic's name is 1 to {LONGEST_NAME} of A-Z a-z 0-9 . _ -, and not `.` or `..`"
        ));
    }
    if !(1..=MOST_PARTITIONS).contains(&partitions) {
        return refuse(format!("{partitions} partitions; it can have 1 to {MOST_PARTITIONS}"));
    }
    Ok(())
}
