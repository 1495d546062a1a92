//! Ends in memory: a small real log that obeys, for tests and for embedding.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::ends::{Batch, Inlet, Outlet, Progress, Receipt, Settlement, Work};
use crate::error::{Fault, FaultKind};
use crate::message::{Message, Position};

/// A log in memory: topics with one partition each, positions of readers, marks of feeds, dead letters.
#[derive(Clone, Default)]
pub struct MemoryLog(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    topics: HashMap<Arc<str>, Vec<Message>>,
    positions: HashMap<(Arc<str>, Arc<str>), i64>,
    marks: BTreeMap<String, Vec<u8>>,
    /// What the next commits do, in order.
    plan: VecDeque<Next>,
}

enum Next {
    Abort,
    Fault,
}

impl MemoryLog {
    pub fn produce(&self, topic: &str, message: Message) {
        self.state().append(&Arc::from(topic), message);
    }

    pub fn read(&self, topic: &str) -> Vec<Message> {
        self.state().topics.get(topic).cloned().unwrap_or_default()
    }

    pub fn marks(&self) -> BTreeMap<String, Vec<u8>> {
        self.state().marks.clone()
    }

    /// The next commit is aborted, as by a rebalance.
    pub fn abort_next(&self) {
        self.state().plan.push_back(Next::Abort);
    }

    /// The next commit fails, as by a full disk.
    pub fn fail_next(&self) {
        self.state().plan.push_back(Next::Fault);
    }

    /// Reads a topic as `reader`, `limit` messages a batch, to its end.
    pub fn inlet(&self, topic: &str, reader: &str, limit: usize) -> MemoryInlet {
        let (topic, reader) = (Arc::from(topic), Arc::from(reader));
        let mut inlet = MemoryInlet { log: self.clone(), topic, reader, limit, next: 0 };
        inlet.go_back();
        inlet
    }

    /// Writes to a topic; dead letters go to `dead`.
    pub fn outlet(&self, topic: &str, dead: &str) -> MemoryOutlet {
        MemoryOutlet { log: self.clone(), topic: Arc::from(topic), dead: Arc::from(dead) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere while the lock was held cannot leave half a commit: each is one append after another
        // with nothing that fails between.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn append(&mut self, topic: &Arc<str>, mut message: Message) {
        let messages = self.topics.entry(Arc::clone(topic)).or_default();
        let offset = i64::try_from(messages.len()).unwrap_or(i64::MAX);
        message.position = Position { source: Arc::clone(topic), partition: 0, offset };
        messages.push(message);
    }
}

/// Reads a topic of a [`MemoryLog`].
pub struct MemoryInlet {
    log: MemoryLog,
    topic: Arc<str>,
    reader: Arc<str>,
    limit: usize,
    next: i64,
}

impl MemoryInlet {
    fn go_back(&mut self) {
        let key = (Arc::clone(&self.reader), Arc::clone(&self.topic));
        self.next = self.log.state().positions.get(&key).copied().unwrap_or(0);
    }
}

impl Inlet for MemoryInlet {
    async fn next(&mut self) -> Result<Option<Batch>, Fault> {
        let at = usize::try_from(self.next).unwrap_or(0);
        let messages: Vec<Message> = {
            let state = self.log.state();
            let all = state.topics.get(&self.topic).map(Vec::as_slice).unwrap_or_default();
            all.iter().skip(at).take(self.limit).cloned().collect()
        };
        let Some(last) = messages.last() else { return Ok(None) };
        let (from, next) = (self.next, last.position.offset + 1);
        self.next = next;
        let progress = Progress { source: Arc::clone(&self.topic), partition: 0, from, next };
        let receipt =
            Receipt { reader: Arc::clone(&self.reader), progress: vec![progress], ..Receipt::default() };
        Ok(Some(Batch { messages, receipt, epoch: 0 }))
    }

    async fn rewind(&mut self) -> Result<(), Fault> {
        self.go_back();
        Ok(())
    }
}

/// Writes to a topic of a [`MemoryLog`].
pub struct MemoryOutlet {
    log: MemoryLog,
    topic: Arc<str>,
    dead: Arc<str>,
}

impl Outlet for MemoryOutlet {
    async fn put(&mut self, work: Work) -> Result<Settlement, Fault> {
        let mut state = self.log.state();
        match state.plan.pop_front() {
            Some(Next::Abort) => return Ok(Settlement::Aborted { why: "planned".to_owned() }),
            Some(Next::Fault) => return Err(Fault::new(FaultKind::Io, "commit to memory", "planned")),
            None => {}
        }
        for output in work.outputs {
            state.append(&self.topic, output);
        }
        for letter in work.dead {
            state.append(&self.dead, letter.into_message());
        }
        for progress in &work.receipt.progress {
            let key = (Arc::clone(&work.receipt.reader), Arc::clone(&progress.source));
            state.positions.insert(key, progress.next);
        }
        for mark in &work.receipt.marks {
            state.marks.insert(mark.key.clone(), mark.value.clone());
        }
        Ok(Settlement::Settled(vec![work.receipt]))
    }
}
