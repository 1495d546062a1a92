//! The loop.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rayon::prelude::*;
use tracing::warn;

use crate::ends::{Batch, Inlet, Outlet, Receipt, Settlement, Work};
use crate::error::{Cause, Fault, FaultKind, Reject};
use crate::message::{DeadLetter, Message, header};
use crate::step::{Step, Verdict};

/// Ends a flow: what was taken is finished, nothing more is taken.
pub type Stop = tokio_util::sync::CancellationToken;

/// What a flow is called and who applies its step.
#[derive(Clone)]
pub struct Flow {
    /// `ingester`, `enricher`, `sink`: stands in logs, metrics and dead letters.
    pub name: &'static str,
    pub crew: Crew,
    pub meter: Arc<dyn Meter>,
}

/// Runs a flow until its inlet ends or it is told to stop.
pub async fn run<I: Inlet, O: Outlet>(
    flow: &Flow,
    inlet: &mut I,
    step: Arc<dyn Step>,
    outlet: &mut O,
    stop: &Stop,
) -> Result<Tally, Fault> {
    let (mut tally, mut held, mut epoch) = (Tally::default(), Held::default(), 0);
    let mut is_last = false;
    while !is_last {
        let batch = tokio::select! {
            biased;
            () = stop.cancelled() => { is_last = true; None }
            () = until(outlet.due()) => None,
            batch = inlet.next() => { let batch = batch?; is_last = batch.is_none(); batch }
        };
        let settlement = match batch {
            None => outlet.settle().await?,
            Some(batch) => {
                if batch.epoch != epoch {
                    if held.counts.read > 0 {
                        flow.meter.aborted();
                    }
                    outlet.abandon().await?;
                    held.forget();
                    epoch = batch.epoch;
                }
                let (work, counts) = apply(flow, batch, &step).await?;
                held.take(counts, &work);
                outlet.put(work).await?
            }
        };
        if matches!(settlement, Settlement::Aborted { .. }) {
            is_last = stop.is_cancelled(); // what the inlet has handed out comes again
        }
        conclude(flow, settlement, inlet, outlet, &mut held, &mut tally).await?;
    }
    Ok(tally)
}

/// Tells everyone who waits for it what became of a commit.
async fn conclude<I: Inlet, O: Outlet>(
    flow: &Flow,
    settlement: Settlement,
    inlet: &mut I,
    outlet: &mut O,
    held: &mut Held,
    tally: &mut Tally,
) -> Result<(), Fault> {
    match settlement {
        Settlement::Held => {}
        Settlement::Settled(receipts) => {
            inlet.settled(&receipts).await;
            held.settle(flow, &receipts, tally);
        }
        Settlement::Aborted { why } => {
            warn!(flow = flow.name, why, "a batch was dropped and will come again");
            flow.meter.aborted();
            tally.aborted += 1;
            outlet.abandon().await?;
            held.forget();
            inlet.rewind().await?;
        }
    }
    Ok(())
}

/// Applies the step to every message of a batch, on all threads of the crew, keeping the order.
async fn apply(flow: &Flow, batch: Batch, step: &Arc<dyn Step>) -> Result<(Work, Tally), Fault> {
    let began = Instant::now();
    let Batch { messages, receipt, .. } = batch;
    let (messages, verdicts) = flow.crew.apply(step, messages).await?;
    let mut work = Work { outputs: Vec::with_capacity(messages.len()), dead: Vec::new(), receipt };
    let mut counts = Tally { read: messages.len() as u64, ..Tally::default() };
    for (message, verdicts) in messages.into_iter().zip(verdicts) {
        for verdict in verdicts {
            match verdict {
                Verdict::Pass(mut output) => {
                    output.position = message.position.clone();
                    counts.passed += 1;
                    work.outputs.push(output);
                }
                Verdict::Skip(reason) => *counts.skipped.entry(reason).or_default() += 1,
                Verdict::Reject { reject, part } => {
                    *counts.rejected.entry(reject.code).or_default() += 1;
                    work.dead.push(bury(flow.name, &message, reject, part));
                }
            }
        }
    }
    flow.meter.applied(&counts, began.elapsed());
    Ok((work, counts))
}

fn bury(stage: &'static str, message: &Message, reject: Reject, part: Option<bytes::Bytes>) -> DeadLetter {
    let trace = message.headers.text(header::TRACEPARENT).unwrap_or_default();
    let reason = reject.reason();
    warn!(flow = stage, code = reject.code, reason, position = %message.position, trace, "rejected");
    let mut message = message.clone();
    if let Some(part) = part {
        message.payload = part;
    }
    DeadLetter { message, reject, stage, at: Timestamp::now() }
}

/// Waits for a point in time; for ever where there is none.
async fn until(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due.into()).await,
        None => std::future::pending().await,
    }
}

/// The threads that apply steps.
#[derive(Clone)]
pub struct Crew(Arc<rayon::ThreadPool>);

impl Crew {
    /// A crew of `threads`; 0 means one a core.
    pub fn new(threads: usize) -> Result<Self, Fault> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .thread_name(|n| format!("crew-{n}"))
            .build()
            .map_err(|err| Fault::new(FaultKind::Io, "start the threads that apply steps", err))?;
        Ok(Self(Arc::new(pool)))
    }

    async fn apply(
        &self,
        step: &Arc<dyn Step>,
        messages: Vec<Message>,
    ) -> Result<(Vec<Message>, Vec<Vec<Verdict>>), Fault> {
        if messages.is_empty() {
            return Ok((messages, Vec::new()));
        }
        let step = Arc::clone(step);
        let (give, take) = tokio::sync::oneshot::channel();
        self.0.spawn(move || {
            let verdicts = messages.par_iter().map(|message| guarded(&*step, message)).collect();
            // Nobody waits any more: the flow was dropped, and the batch with it.
            let _ = give.send((messages, verdicts));
        });
        take.await.map_err(|err| Fault::new(FaultKind::Bug, "apply a step", err))
    }
}

/// A step that panics is our bug, yet the message alone pays for it, with its bytes kept.
fn guarded(step: &dyn Step, message: &Message) -> Vec<Verdict> {
    catch_unwind(AssertUnwindSafe(|| step.apply(message)))
        .unwrap_or_else(|panic| vec![Reject::new("panicked", panic_text(&*panic)).into()])
}

fn panic_text(panic: &(dyn Any + Send)) -> Cause {
    let text = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a text").into()
}

/// What a flow did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Messages taken from the inlet.
    pub read: u64,
    /// Results settled.
    pub passed: u64,
    /// By reason code.
    pub rejected: BTreeMap<&'static str, u64>,
    /// By reason.
    pub skipped: BTreeMap<&'static str, u64>,
    /// Commits that settled something.
    pub commits: u64,
    /// Batches dropped that came again.
    pub aborted: u64,
}

impl Tally {
    fn add(&mut self, more: Self) {
        self.read += more.read;
        self.passed += more.passed;
        for (code, count) in more.rejected {
            *self.rejected.entry(code).or_default() += count;
        }
        for (reason, count) in more.skipped {
            *self.skipped.entry(reason).or_default() += count;
        }
    }

    pub fn rejects(&self) -> u64 {
        self.rejected.values().sum()
    }
}

/// What was put into the outlet and is not yet settled.
#[derive(Default)]
struct Held {
    counts: Tally,
    /// When each held message was first published, for the latency from publication to here.
    published: Vec<Timestamp>,
}

impl Held {
    fn take(&mut self, counts: Tally, work: &Work) {
        self.counts.add(counts);
        self.published.extend(work.outputs.iter().filter_map(|output| {
            output.headers.text(header::INGESTED_AT).and_then(|at| at.parse().ok()).or(output.time)
        }));
    }

    fn settle(&mut self, flow: &Flow, receipts: &[Receipt], tally: &mut Tally) {
        let now = Timestamp::now();
        let ages =
            self.published.drain(..).map(|at| now.duration_since(at).unsigned_abs()).collect::<Vec<_>>();
        flow.meter.settled(receipts, &self.counts, &ages);
        if self.counts.read > 0 {
            tally.commits += 1;
        }
        tally.add(std::mem::take(&mut self.counts));
    }

    fn forget(&mut self) {
        self.counts = Tally::default();
        self.published.clear();
    }
}

/// Who counts what a flow does.
pub trait Meter: Send + Sync {
    /// A batch went through the step; nothing of it is settled yet.
    fn applied(&self, counts: &Tally, took: Duration);
    /// Counts that are durable now, and the time from the publication of each result to now.
    fn settled(&self, receipts: &[Receipt], counts: &Tally, ages: &[Duration]);
    fn aborted(&self);

    /// The inlet's world: whether its broker answers.
    fn connected(&self, up: bool) {
        let _ = up;
    }

    /// The inlet may read these partitions now; earlier ones it lost.
    fn assigned(&self, partitions: &[(Arc<str>, i32)]) {
        let _ = partitions;
    }

    /// How many messages of a partition wait to be settled.
    fn lag(&self, source: &str, partition: i32, messages: u64) {
        let _ = (source, partition, messages);
    }
}

/// Counts nothing.
pub struct NoMeter;

impl Meter for NoMeter {
    fn applied(&self, _: &Tally, _: Duration) {}
    fn settled(&self, _: &[Receipt], _: &Tally, _: &[Duration]) {}
    fn aborted(&self) {}
}

impl Flow {
    /// A flow without metrics, for tests and tools.
    pub fn plain(name: &'static str) -> Result<Self, Fault> {
        Ok(Self { name, crew: Crew::new(0)?, meter: Arc::new(NoMeter) })
    }
}
