//! The thread of an [`Outlet`](crate::Outlet): one transaction after another, and what to do when one fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind, Meter, Receipt, Settlement, Work};
use rdkafka::error::RDKafkaErrorCode as Code;
use tracing::{debug, info};

use crate::fault::{Sense, sense, words};
use crate::inlet::Membership;
use crate::line::Line;
use crate::marks::Written;
use crate::parcel::Parcel;
use crate::settings::Settings;
use crate::transaction::{SILENCE, Snag, Transactor};

/// How long a transaction may last until the brokers abort it: as long may a reader of committed messages be kept
/// waiting by an instance that died.
const TRANSACTION: Duration = Duration::from_secs(30);
/// Between aborts that follow on one another, doubled each time.
const REST: Duration = Duration::from_millis(50);
const LONGEST_REST: Duration = Duration::from_secs(2);
/// Batches of a topic that takes very little.
const SMALLEST_BATCH: usize = 1024;

pub(crate) struct Writer {
    settings: Settings,
    id: String,
    topic: Arc<str>,
    dead_topic: Arc<str>,
    marks_topic: Option<Arc<str>>,
    line: Arc<Line>,
    /// Since when no broker answers, as seen between jobs.
    silent: Option<Instant>,
    closing: Arc<AtomicBool>,
    producer: Option<Transactor>,
    /// librdkafka's `batch.size`: made smaller when a topic turns out to take less.
    batch: usize,
    transaction: Duration,
    /// Aborts since the last commit.
    aborts: u32,
    written: Written,
}

impl Writer {
    pub(crate) fn new(
        settings: Settings,
        id: &str,
        topic: &str,
        dead_topic: &str,
        marks_topic: Option<&str>,
        meter: Option<Arc<dyn Meter>>,
        closing: Arc<AtomicBool>,
    ) -> Result<Self, Fault> {
        let number = |name: &str, default: usize| match settings.librdkafka.get(name) {
            None => Ok(default),
            Some(value) => value.parse().map_err(|err| {
                Fault::new(FaultKind::Usage, format!("use the setting kafka.librdkafka.{name}"), err)
            }),
        };
        let batch = number("batch.size", 1_000_000)?;
        let default = usize::try_from(TRANSACTION.as_millis()).unwrap_or(usize::MAX);
        let transaction = Duration::from_millis(number("transaction.timeout.ms", default)? as u64);
        let line = Line::new(&settings.bootstrap_servers, meter);
        Ok(Self {
            settings,
            id: id.to_owned(),
            topic: Arc::from(topic),
            dead_topic: Arc::from(dead_topic),
            marks_topic: marks_topic.map(Arc::from),
            line,
            silent: None,
            closing,
            producer: None,
            batch,
            transaction,
            aborts: 0,
            written: Written::default(),
        })
    }

    /// Waits for the brokers, makes sure of the topics, takes over the transactional id.
    pub(crate) fn open(&mut self) -> Result<(), Fault> {
        let producer = self.make()?;
        let topics = [Some(&self.topic), Some(&self.dead_topic), self.marks_topic.as_ref()];
        for topic in topics.into_iter().flatten() {
            producer.await_topic(topic, self.settings.patience)?;
        }
        producer.take_over(Some(self.settings.patience))?;
        self.line.arrived();
        self.producer = Some(producer);
        if let Some(topic) = &self.marks_topic {
            self.written.begin(&self.settings, topic)?;
        }
        Ok(())
    }

    /// Serves librdkafka's events between jobs. A feed may be quiet for hours, and whether the brokers answer is to be known all
    /// the same. librdkafka says only when they all went, which may be connections that were idle for too long, and not when
    /// they are back: in doubt they are asked.
    pub(crate) fn idle(&mut self) {
        let Some(producer) = &self.producer else { return };
        producer.serve();
        if !self.line.is_down() {
            return;
        }
        let since = *self.silent.get_or_insert_with(Instant::now);
        if producer.reaches(&self.topic) {
            self.silent = None;
            self.line.back();
        } else if since.elapsed() >= SILENCE {
            self.line.gone();
        }
    }

    pub(crate) fn close(&mut self) {
        if let Some(producer) = self.producer.take() {
            producer.close();
        }
    }

    /// Commits a batch's results with its receipt, or neither.
    pub(crate) fn settle(&mut self, work: Work) -> Result<Settlement, Fault> {
        let Work { outputs, dead, receipt } = work;
        if !receipt.marks.is_empty() && self.marks_topic.is_none() {
            let why = "this outlet was opened without a topic for them";
            return Err(Fault::new(FaultKind::Bug, "store the marks of a feed", why));
        }
        let mut parcel = Parcel::new(outputs, dead, &receipt)?;
        if parcel.is_empty() && receipt.progress.is_empty() {
            return Ok(Settlement::Settled(vec![receipt]));
        }
        loop {
            let Some(producer) = &self.producer else {
                return Err(Fault::new(FaultKind::Bug, "commit to Kafka", "the producer is gone"));
            };
            let began = Instant::now();
            let topics = (&*self.topic, &*self.dead_topic, self.marks_topic.as_deref());
            let snag = match producer.commit(&parcel, topics, &receipt) {
                Ok(()) => {
                    (self.aborts, self.silent) = (0, None);
                    self.written.add(&receipt);
                    self.line.back();
                    return Ok(Settlement::Settled(vec![receipt]));
                }
                Err(snag) => snag,
            };
            let snag = match snag {
                Snag::Unbegun { .. } | Snag::Lost { .. } | Snag::Closing => snag,
                // A refused record leaves a gap in the producer's sequence: the next transaction would fail, too. A
                // new producer aborts what the old one left.
                Snag::TooLarge(records) => {
                    self.shrink(&mut parcel, &records)?;
                    self.renew(&receipt)?;
                    continue;
                }
                // Aborting may itself fail; of a transaction that was never allowed to begin on the brokers it does.
                snag => match producer.abort() {
                    Err(worse) if !matches!(snag, Snag::Fault(_)) => worse,
                    _ => snag,
                },
            };
            match snag {
                Snag::Unbegun { why } | Snag::Abort { why } => return Ok(self.aborted(why)),
                Snag::Lost { code, why, in_doubt } => {
                    return self.lost(code, why, in_doubt, began, &receipt);
                }
                Snag::Fault(fault) => return Err(fault),
                Snag::TooLarge(_) | Snag::Closing => {
                    return Err(Fault::new(FaultKind::TryAgain, "commit to Kafka", "told to stop"));
                }
            }
        }
    }

    /// Some messages were too much: alone, then they become dead letters; or only together with others in a batch of
    /// librdkafka's, then batches become smaller.
    fn shrink(&mut self, parcel: &mut Parcel, records: &[usize]) -> Result<(), Fault> {
        let alone: Vec<usize> =
            records.iter().copied().filter(|&record| parcel.is_alone(record, self.batch)).collect();
        if alone.is_empty() && self.batch > SMALLEST_BATCH {
            self.batch = (self.batch / 2).max(SMALLEST_BATCH);
            info!(bytes = self.batch, "a topic takes less at once, batches are smaller now");
            return Ok(());
        }
        let stage = self.settings.client_id.trim_start_matches("dateline-");
        let records = if alone.is_empty() { records } else { &alone };
        records.iter().try_for_each(|&record| parcel.bury(record, &self.topic, stage))
    }

    fn aborted(&mut self, why: String) -> Settlement {
        if self.aborts > 0 {
            let rest = REST.saturating_mul(1 << self.aborts.min(10)).min(LONGEST_REST);
            let until = Instant::now() + rest;
            while Instant::now() < until && !self.closing.load(Ordering::Acquire) {
                std::thread::sleep(REST);
            }
        }
        self.aborts += 1;
        Settlement::Aborted { why }
    }

    /// The producer is of no more use: fenced, or past mending.
    fn lost(
        &mut self,
        code: Code,
        why: String,
        in_doubt: bool,
        began: Instant,
        receipt: &Receipt,
    ) -> Result<Settlement, Fault> {
        let doing = format!("commit to Kafka as {}", self.id);
        // The brokers fence a producer too when its transaction took too long; then nobody else has the id.
        if sense(code) == Sense::Fenced && began.elapsed() < self.transaction {
            let why = format!("another instance has taken over this transactional id ({why})");
            return Err(Fault::new(FaultKind::TryAgain, doing, why));
        }
        debug!(id = self.id, why, "the producer is renewed");
        self.renew(receipt)?;
        if in_doubt && receipt.marks.is_empty() && membership(receipt).is_none() {
            let why = format!("it is not known whether the last commit came through ({why})");
            return Err(Fault::new(FaultKind::TryAgain, doing, why));
        }
        Ok(self.aborted(why))
    }

    /// A new producer with the old id. Afterwards nothing of the old one is open any more.
    ///
    /// Where a group reads the input, its generation tells whether it is still ours to write. A feed has no group: if
    /// another instance had the id in between, its marks tell.
    fn renew(&mut self, receipt: &Receipt) -> Result<(), Fault> {
        self.producer = None;
        let producer = self.make()?;
        producer.take_over(None)?;
        self.producer = Some(producer);
        self.line.back();
        if let Some(topic) = self.marks_topic.as_ref().filter(|_| !receipt.marks.is_empty())
            && !self.written.is_all(&self.settings, topic, &receipt.reader)?
        {
            let doing = format!("commit to Kafka as {}", self.id);
            let why = "the feed's marks are not those that this instance wrote last";
            return Err(Fault::new(FaultKind::TryAgain, doing, why));
        }
        Ok(())
    }

    fn make(&self) -> Result<Transactor, Fault> {
        let batch = self.batch.to_string();
        let transaction = self.transaction.as_millis().to_string();
        let tuning = [("linger.ms", "1")]; // a batch's results come in one burst, and then nothing more
        let ours = [
            ("transactional.id", self.id.as_str()),
            ("batch.size", &batch),
            ("transaction.timeout.ms", &transaction),
            ("delivery.report.only.error", "true"),
        ];
        let config = self.settings.producer(&tuning, &ours)?;
        Transactor::new(&config, &self.id, Arc::clone(&self.line), Arc::clone(&self.closing))
    }
}

/// The consumer's membership under which the batch was read.
pub(crate) fn membership(receipt: &Receipt) -> Option<&Membership> {
    receipt.session.as_deref().and_then(|session| session.downcast_ref())
}

/// Of an error that a transaction ended with.
pub(crate) fn because(doing: &str, code: Code) -> String {
    format!("{doing}: {}", words(code))
}
