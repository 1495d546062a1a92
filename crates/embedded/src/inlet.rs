//! Reads a topic: waits for commits, gathers a batch, keeps the order.

use std::fmt;
use std::sync::Arc;

use flow::{Batch, Fault, FaultKind, Inlet, Limits, Meter, Place, Positions, Progress, Receipt, Stop};
use tokio::sync::watch;
use tokio::time::Instant;

use crate::log::Log;
use crate::reading::Budget;
use crate::topic::Topic;

/// Reads all partitions of a topic of a [`Log`].
pub struct LogInlet {
    log: Log,
    topic: Arc<Topic>,
    reader: Arc<str>,
    limits: Limits,
    positions: Option<Arc<dyn Positions>>,
    /// Cancelled when nothing more will be produced.
    ended: Option<Stop>,
    meter: Option<Arc<dyn Meter>>,
    heads: watch::Receiver<Vec<i64>>,
    /// The next offset of each partition.
    next: Vec<i64>,
    /// The partition that begins in the next batch.
    turn: usize,
    /// When the first message of the next batch was seen.
    since: Option<Instant>,
}

impl fmt::Debug for LogInlet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LogInlet")
            .field("topic", &self.topic.name)
            .field("reader", &self.reader)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

impl LogInlet {
    pub(crate) fn new(
        log: Log,
        topic: Arc<Topic>,
        reader: Arc<str>,
        limits: Limits,
        positions: Option<Arc<dyn Positions>>,
    ) -> Result<Self, Fault> {
        if limits.messages == 0 || limits.bytes == 0 {
            let doing = format!("read the topic `{}`", topic.name);
            return Err(Fault::new(FaultKind::Usage, doing, "a batch must be allowed a message and a byte"));
        }
        let heads = topic.heads.subscribe();
        let (ended, meter, next) = (None, None, Vec::new());
        let mut inlet =
            Self { log, topic, reader, limits, positions, ended, meter, heads, next, turn: 0, since: None };
        inlet.go_back()?;
        Ok(inlet)
    }

    /// Ends with a producer: once `ended` is cancelled, [`next`](Inlet::next) returns `None` as soon as everything is
    /// read. Cancel it after the producer's last commit. (The flow's own stop signal is another matter: it leaves
    /// behind what is not yet taken.)
    #[must_use]
    pub fn ends_with(mut self, ended: Stop) -> Self {
        self.ended = Some(ended);
        self
    }

    /// Tells `meter` which partitions are read, and how many messages wait in them.
    #[must_use]
    pub fn reporting_to(mut self, meter: Arc<dyn Meter>) -> Self {
        let partitions =
            (0..).zip(&self.next).map(|(partition, _)| (Arc::clone(&self.topic.name), partition));
        meter.connected(true);
        meter.assigned(&partitions.collect::<Vec<_>>());
        self.meter = Some(meter);
        self
    }

    fn go_back(&mut self) -> Result<(), Fault> {
        let heads = self.heads.borrow().clone();
        let mut next = Vec::with_capacity(heads.len());
        for (partition, head) in (0..).zip(heads) {
            let place = match &self.positions {
                Some(positions) => positions.place(&self.topic.name, partition)?,
                None => self
                    .log
                    .position(&self.reader, &self.topic.name, partition)?
                    .map(|next| Place { next, witness: None }),
            };
            let settled = place.map(|place| place.next);
            if let Some(beyond) = settled.filter(|settled| *settled > head) {
                let doing = format!("go on reading {}/{partition} as `{}`", self.topic.name, self.reader);
                let cause = format!(
                    "offset {beyond} would be next, but {} ends at {head}: it is not the log that was read before",
                    self.log.path().display()
                );
                return Err(Fault::new(FaultKind::Data, doing, cause));
            }
            if let Some(witness) = place.and_then(|place| place.witness) {
                let message = self.log.message_at(&self.topic, partition.cast_unsigned(), witness.offset)?;
                if !message.is_some_and(|message| witness.is(&message.payload)) {
                    return Err(witness.fault(&self.topic.name, partition));
                }
            }
            next.push(match settled {
                Some(settled) => settled,
                None => self.log.first(&self.topic, partition.cast_unsigned(), head)?,
            });
        }
        (self.next, self.since) = (next, None);
        Ok(())
    }

    /// Waits until there is a batch to take; false: there will be none any more.
    async fn ready(&mut self) -> bool {
        loop {
            // In this order: what was committed before the end was announced is seen.
            let ended = self.ended.as_ref().is_some_and(Stop::is_cancelled);
            let waiting = self.waiting();
            if ended || waiting >= self.limits.messages as u64 {
                return waiting > 0;
            }
            let due = (waiting > 0).then(|| *self.since.get_or_insert_with(Instant::now) + self.limits.wait);
            if due.is_some_and(|due| due <= Instant::now()) {
                return true;
            }
            tokio::select! {
                // The sender lives in the topic, which we hold: this is never an error.
                _ = self.heads.changed() => {}
                () = cancelled(self.ended.as_ref()) => {}
                () = until(due) => return true,
            }
        }
    }

    /// How many messages are there to read.
    fn waiting(&mut self) -> u64 {
        let heads = self.heads.borrow_and_update();
        heads.iter().zip(&self.next).map(|(head, next)| (head - next).max(0).unsigned_abs()).sum()
    }
}

impl Inlet for LogInlet {
    async fn next(&mut self) -> Result<Option<Batch>, Fault> {
        if !self.ready().await {
            return Ok(None);
        }
        // Nothing is remembered before the batch is there: a call that is dropped here has read in vain, and no more.
        let (log, topic, next, turn) =
            (self.log.clone(), Arc::clone(&self.topic), self.next.clone(), self.turn);
        let budget = Budget { messages: self.limits.messages, bytes: self.limits.bytes };
        let taken = tokio::task::spawn_blocking(move || log.take(&topic, next, turn, budget))
            .await
            .unwrap_or_else(|err| Err(Fault::new(FaultKind::Bug, "read from the log", err)))?;
        let progress = (0..).zip(self.next.iter().zip(&taken.next)).filter(|(_, (from, next))| from != next);
        let source = &self.topic.name;
        let progress = progress
            .map(|(partition, (&from, &next))| Progress { source: Arc::clone(source), partition, from, next })
            .collect();
        self.next = taken.next;
        self.turn = (self.turn + 1) % self.next.len();
        self.since = None;
        let receipt = Receipt { reader: Arc::clone(&self.reader), progress, ..Receipt::default() };
        Ok(Some(Batch { messages: taken.messages, receipt, epoch: 0 }))
    }

    async fn rewind(&mut self) -> Result<(), Fault> {
        self.go_back()
    }

    async fn settled(&mut self, receipts: &[Receipt]) {
        let Some(meter) = &self.meter else { return };
        let heads = self.heads.borrow().clone();
        for progress in receipts.iter().flat_map(|receipt| &receipt.progress) {
            let head = usize::try_from(progress.partition).ok().and_then(|partition| heads.get(partition));
            let lag = head.map_or(0, |head| (head - progress.next).max(0).unsigned_abs());
            meter.lag(&progress.source, progress.partition, lag);
        }
    }
}

async fn cancelled(stop: Option<&Stop>) {
    match stop {
        Some(stop) => stop.cancelled().await,
        None => std::future::pending().await,
    }
}

async fn until(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due).await,
        None => std::future::pending().await,
    }
}
