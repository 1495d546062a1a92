//! Writes to a topic: one redb transaction a batch.

use std::sync::Arc;

use flow::{Fault, FaultKind, Outlet, Settlement, Work};

use crate::log::Log;
use crate::topic::Topic;

/// Writes to a topic of a [`Log`], and dead letters to another.
///
/// Each batch is settled by itself, durable before [`put`](Outlet::put) returns; nothing is ever held.
/// A message without a time gets the time of the commit; one with a time keeps it.
#[derive(Debug)]
pub struct LogOutlet {
    log: Log,
    topic: Arc<Topic>,
    dead: Arc<Topic>,
}

impl LogOutlet {
    pub(crate) fn new(log: Log, topic: Arc<Topic>, dead: Arc<Topic>) -> Self {
        Self { log, topic, dead }
    }
}

impl Outlet for LogOutlet {
    async fn put(&mut self, work: Work) -> Result<Settlement, Fault> {
        let (log, topic, dead) = (self.log.clone(), Arc::clone(&self.topic), Arc::clone(&self.dead));
        tokio::task::spawn_blocking(move || log.settle(&topic, &dead, work))
            .await
            .unwrap_or_else(|err| Err(Fault::new(FaultKind::Bug, "write to the log", err)))
    }
}
