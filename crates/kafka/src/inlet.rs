//! Reads a topic as a member of a consumer group.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::Thread;
use std::time::Duration;

use flow::{Batch, Fault, FaultKind, Limits, Meter, Positions, Progress, Receipt};
use rdkafka::consumer::ConsumerGroupMetadata;
use tokio::sync::{Notify, oneshot};

use crate::line::lock;
use crate::pump::Pump;
use crate::settings::Settings;

/// How long leaving the group may take at the end.
const LEAVE: Duration = Duration::from_secs(3);

/// Reads a topic as a member of a consumer group.
///
/// The consumer lives on a thread of its own that polls it always: a slow step or a long commit does not cost the
/// membership. The thread fills the next batch while the flow works on the last; when the flow asks for no batch for a
/// second and the next one is full, the partitions are paused until it asks.
///
/// **A batch of partitions that were taken away is dropped or fenced.** Each assignment is an epoch; what was filled
/// in an older one is dropped, and what was handed out in an older one carries the group's generation of that time, so
/// that the brokers refuse its offsets.
pub struct Inlet {
    desk: Arc<Desk>,
    /// Ends when the thread does.
    ended: mpsc::Receiver<()>,
}

/// Who joins a consumer group.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    pub(crate) group: &'a str,
    pub(crate) instance: Option<&'a str>,
}

impl<'a> Member<'a> {
    /// A member without a name: where it is killed, its partitions wait until its session has timed out.
    pub fn dynamic(group: &'a str) -> Self {
        Self { group, instance: None }
    }

    /// A member whose name is the same over a restart, and nobody else's in the group. Where it is killed it has its partitions
    /// back as soon as it is there again; who takes its name while it lives fences it.
    pub fn named(group: &'a str, instance: &'a str) -> Self {
        Self { group, instance: Some(instance) }
    }
}

/// Where the flow and the consumer's thread meet.
pub(crate) struct Desk {
    papers: Mutex<Papers>,
    news: Notify,
    thread: Mutex<Option<Thread>>,
}

#[derive(Default)]
struct Papers {
    /// The flow waits for a batch.
    hungry: bool,
    ready: Option<Result<Batch, Fault>>,
    orders: Vec<Order>,
    closed: bool,
    over: bool,
}

/// What the flow wants of the consumer.
pub(crate) enum Order {
    Rewind(oneshot::Sender<()>),
    Settled(Vec<Progress>),
}

/// The membership that a batch was read under; an outlet commits the batch's offsets in its name.
pub(crate) struct Membership {
    pub(crate) metadata: ConsumerGroupMetadata,
    epoch: u64,
    current: Arc<AtomicU64>,
}

impl Membership {
    pub(crate) fn new(metadata: ConsumerGroupMetadata, epoch: u64, current: Arc<AtomicU64>) -> Self {
        Self { metadata, epoch, current }
    }

    /// The partitions are still ours, as far as we know. The brokers have the last word.
    pub(crate) fn is_current(&self) -> bool {
        self.current.load(Ordering::Acquire) == self.epoch
    }
}

impl Inlet {
    /// Joins a group to read `topic`. Whether the brokers answer and the topic is there shows at the first
    /// [`next`](flow::Inlet::next), so that services can start in any order.
    ///
    /// With `positions`, each partition starts where they say and not where the group stood, and from its beginning
    /// where they say nothing; the group's offsets are then only for lag tools. Without, the group's offsets count,
    /// which an [`Outlet`](crate::Outlet) commits in its transactions.
    pub fn join(
        settings: &Settings,
        topic: &str,
        member: Member<'_>,
        limits: Limits,
        positions: Option<Arc<dyn Positions>>,
        meter: Arc<dyn Meter>,
    ) -> Result<Self, Fault> {
        let desk = Arc::new(Desk { papers: Mutex::default(), news: Notify::new(), thread: Mutex::default() });
        let pump = Pump::new(settings, topic, member, limits, positions, meter, Arc::clone(&desk))?;
        let (ends, ended) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("kafka-inlet".to_owned())
            .spawn(move || {
                pump.run();
                drop(ends);
            })
            .map_err(Fault::io(|| "start the thread of a Kafka consumer".to_owned()))?;
        *lock(&desk.thread) = Some(thread.thread().clone());
        Ok(Self { desk, ended })
    }
}

impl flow::Inlet for Inlet {
    async fn next(&mut self) -> Result<Option<Batch>, Fault> {
        loop {
            {
                let mut papers = lock(&self.desk.papers);
                if let Some(ready) = papers.ready.take() {
                    papers.hungry = false;
                    return ready.map(Some);
                }
                if papers.over {
                    return Err(Fault::new(
                        FaultKind::Bug,
                        "read from Kafka",
                        "the consumer already stopped",
                    ));
                }
                papers.hungry = true;
            }
            self.desk.wake();
            self.desk.news.notified().await;
        }
    }

    async fn rewind(&mut self) -> Result<(), Fault> {
        let (done, wait) = oneshot::channel();
        self.desk.order(Order::Rewind(done));
        // An error means that the thread ended: `next` says why.
        let _ = wait.await;
        Ok(())
    }

    async fn settled(&mut self, receipts: &[Receipt]) {
        let progress = receipts.iter().flat_map(|receipt| receipt.progress.iter().cloned()).collect();
        self.desk.order(Order::Settled(progress));
    }
}

impl Drop for Inlet {
    /// Leaves the group, so that others have the partitions at once.
    fn drop(&mut self) {
        lock(&self.desk.papers).closed = true;
        self.desk.wake();
        let _ = self.ended.recv_timeout(LEAVE);
    }
}

impl Desk {
    fn wake(&self) {
        if let Some(thread) = &*lock(&self.thread) {
            thread.unpark();
        }
    }

    fn order(&self, order: Order) {
        lock(&self.papers).orders.push(order);
        self.wake();
    }

    pub(crate) fn is_hungry(&self) -> bool {
        let papers = lock(&self.papers);
        papers.hungry && papers.ready.is_none()
    }

    pub(crate) fn is_closed(&self) -> bool {
        lock(&self.papers).closed
    }

    pub(crate) fn orders(&self) -> Vec<Order> {
        std::mem::take(&mut lock(&self.papers).orders)
    }

    pub(crate) fn hand_over(&self, batch: Batch) {
        let mut papers = lock(&self.papers);
        papers.ready = Some(Ok(batch));
        papers.hungry = false;
        self.news.notify_one();
    }

    /// A batch that was laid ready and not yet taken goes back to where it came from. The flow still waits for one.
    pub(crate) fn take_back(&self) {
        let mut papers = lock(&self.papers);
        if matches!(papers.ready, Some(Ok(_))) {
            papers.ready = None;
            papers.hungry = true;
        }
    }

    /// The last word of the thread.
    pub(crate) fn end(&self, fault: Option<Fault>) {
        let mut papers = lock(&self.papers);
        if let Some(fault) = fault {
            papers.ready = Some(Err(fault));
        }
        papers.over = true;
        papers.orders.clear();
        self.news.notify_one();
    }
}
