//! One transaction, from its begin to its commit, and librdkafka's traps on the way.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind, Receipt};
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use rdkafka::message::DeliveryResult;
use rdkafka::producer::{BaseProducer, BaseRecord, Producer, ProducerContext};
use rdkafka::{ClientConfig, ClientContext, Offset, TopicPartitionList};

use crate::fault::{Sense, code, lasting, sense, words};
use crate::line::{Line, lock};
use crate::message::given;
use crate::parcel::{Kind, Parcel};
use crate::settings::client_fault;
use crate::topics::{EVENTS, await_topic, unreachable};
use crate::writer::{because, membership};

/// One blocking call of librdkafka. It is called again for as long as it takes; between calls a stop is noticed.
const CALL: Duration = Duration::from_millis(500);
/// Between looks at whether everything is acknowledged: a tenth of the time that it already takes, within these.
/// Each look costs some microseconds.
const TICK: Duration = Duration::from_micros(100);
const LONGEST_TICK: Duration = Duration::from_millis(2);
/// Between polls while an abort is waited for.
const POLL: Duration = Duration::from_millis(1);
/// Between questions whether the transaction has failed meanwhile.
const PROBE: Duration = Duration::from_millis(100);
/// After so long without an answer brokers that are down are said to be gone.
pub(crate) const SILENCE: Duration = Duration::from_secs(1);
/// Of an abort at the very end.
const FAREWELL: Duration = Duration::from_secs(2);

/// Why a transaction was not committed.
#[derive(Debug)]
pub(crate) enum Snag {
    /// These records are more than their topic takes, each or in a batch with others.
    TooLarge(Vec<usize>),
    /// Not begun, and to be read again: there is nothing to abort.
    Unbegun { why: String },
    /// To be aborted and tried again.
    Abort { why: String },
    /// The producer is of no more use. In doubt: the commit was sent.
    Lost { code: Code, why: String, in_doubt: bool },
    /// No use to try again.
    Fault(Fault),
    /// The outlet was dropped.
    Closing,
}

/// A transactional producer.
pub(crate) struct Transactor {
    producer: BaseProducer<Deliveries>,
    line: Arc<Line>,
    closing: Arc<AtomicBool>,
    id: String,
}

/// What became of records; only failures are reported.
struct Deliveries {
    line: Arc<Line>,
    failed: Mutex<Vec<(usize, Code)>>,
}

/// Names of the topics for results, dead letters and marks.
type Topics<'a> = (&'a str, &'a str, Option<&'a str>);

impl Transactor {
    pub(crate) fn new(
        config: &ClientConfig,
        id: &str,
        line: Arc<Line>,
        closing: Arc<AtomicBool>,
    ) -> Result<Self, Fault> {
        let deliveries = Deliveries { line: Arc::clone(&line), failed: Mutex::default() };
        let producer = config.create_with_context(deliveries).map_err(|err| client_fault(&err))?;
        Ok(Self { producer, line, closing, id: id.to_owned() })
    }

    pub(crate) fn await_topic(&self, topic: &str, patience: Duration) -> Result<(), Fault> {
        let given_up = || {
            self.serve();
            self.is_closing()
        };
        await_topic(self.producer.client(), &self.line, topic, patience, &given_up)
    }

    /// Makes the transactional id ours, within `patience` or however long it takes.
    pub(crate) fn take_over(&self, patience: Option<Duration>) -> Result<(), Fault> {
        let began = Instant::now();
        let doing = || format!("take over the transactional id {}", self.id);
        loop {
            let Err(err) = self.producer.init_transactions(CALL) else { return Ok(()) };
            self.serve();
            let code = code(&err);
            if let Some(fault) = lasting(&doing(), code) {
                return Err(fault);
            }
            if !is_retriable(&err) {
                return Err(Fault::new(FaultKind::TryAgain, doing(), words(code)));
            }
            if patience.is_some_and(|patience| began.elapsed() >= patience) {
                return Err(unreachable(&self.line, &err));
            }
            if self.is_closing() {
                return Err(Fault::new(FaultKind::TryAgain, doing(), "told to stop"));
            }
            self.notice(began);
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Everything in one transaction.
    pub(crate) fn commit(&self, parcel: &Parcel, topics: Topics<'_>, receipt: &Receipt) -> Result<(), Snag> {
        let began = Instant::now();
        let member = membership(receipt);
        if member.is_some_and(|member| !member.is_current()) {
            return Err(Snag::Unbegun { why: "its partitions were taken away".to_owned() });
        }
        lock(&self.deliveries().failed).clear();
        self.producer.begin_transaction().map_err(|err| snag("begin a transaction", &err, false))?;
        // The offsets first. The brokers still mark the transaction before, and until they have they put off whatever is added
        // to this one: librdkafka asks again for offsets after `retry.backoff.ms`, for partitions only after 20 ms. (An instance that is killed in a
        // transaction and does not come back leaves offsets open, which others wait for until the brokers end it. So do the readers
        // of its records, in either order.)
        if let Some(member) = member {
            let mut offsets = TopicPartitionList::new();
            for stretch in &receipt.progress {
                offsets
                    .add_partition_offset(&stretch.source, stretch.partition, Offset::Offset(stretch.next))
                    .map_err(|err| Snag::Fault(Fault::new(FaultKind::Bug, "send input offsets", err)))?;
            }
            self.insist(&reading(receipt), began, false, || {
                self.producer.send_offsets_to_transaction(&offsets, &member.metadata, CALL)
            })?;
        }
        self.send(parcel, topics, began)?;
        // Drained before the commit: rdkafka's own flush takes 100 ms as soon as anything is in flight.
        self.drain(parcel, topics, began)?;
        let doing = format!("commit as {}", self.id);
        self.insist(&doing, began, true, || self.producer.commit_transaction(CALL))
    }

    fn send(&self, parcel: &Parcel, topics: Topics<'_>, began: Instant) -> Result<(), Snag> {
        let mut too_large = Vec::new();
        for (index, record) in parcel.records().iter().enumerate() {
            let (topic, message) = (name(topics, record.kind), &record.message);
            loop {
                let mut outgoing = BaseRecord::with_opaque_to(topic, index).payload(&*message.payload);
                if let Some(key) = &message.key {
                    outgoing = outgoing.key(&**key);
                }
                outgoing.headers = given(&message.headers);
                let Err((err, _)) = self.producer.send(outgoing) else { break };
                let code = code(&err);
                match sense(code) {
                    _ if code == Code::QueueFull => self.breathe(parcel, topics, began, TICK)?,
                    Sense::TooLarge => {
                        too_large.push(index);
                        break;
                    }
                    _ => return Err(self.undelivered(topic, code)),
                }
            }
        }
        if too_large.is_empty() { Ok(()) } else { Err(Snag::TooLarge(too_large)) }
    }

    /// Waits until everything is acknowledged.
    ///
    /// Not by `flush`: rdkafka's takes 100 ms as soon as anything is in flight.
    fn drain(&self, parcel: &Parcel, topics: Topics<'_>, began: Instant) -> Result<(), Snag> {
        let (waiting, mut probed, mut failed) = (Instant::now(), Instant::now(), None);
        while self.producer.in_flight_count() > 0 {
            let tick = (waiting.elapsed() / 10).clamp(TICK, LONGEST_TICK);
            self.breathe(parcel, topics, began, tick)?;
            if probed.elapsed() >= PROBE {
                // One that has failed says so before its records do, and what they say counts for more.
                if let Some(snag) = failed {
                    return Err(snag);
                }
                failed = self.probe(|| writing(parcel, topics)).err();
                probed = Instant::now();
            }
        }
        self.failures(parcel, topics)
    }

    fn breathe(
        &self,
        parcel: &Parcel,
        topics: Topics<'_>,
        began: Instant,
        tick: Duration,
    ) -> Result<(), Snag> {
        self.serve();
        self.failures(parcel, topics)?;
        if self.is_closing() {
            return Err(Snag::Closing);
        }
        self.notice(began);
        std::thread::sleep(tick);
        Ok(())
    }

    /// Whether the transaction has failed while nothing came back. It says so when asked to begin another: in a sound
    /// one the answer is that this is not the time.
    fn probe(&self, doing: impl FnOnce() -> String) -> Result<(), Snag> {
        match self.producer.begin_transaction() {
            Err(err) if code(&err) == Code::State && !requires_abort(&err) => Ok(()),
            Err(err) => Err(snag(&doing(), &err, false)),
            Ok(()) => Err(Snag::Abort { why: "there was no transaction".to_owned() }),
        }
    }

    fn failures(&self, parcel: &Parcel, topics: Topics<'_>) -> Result<(), Snag> {
        let failed = std::mem::take(&mut *lock(&self.deliveries().failed));
        let Some(&first) = failed.first() else { return Ok(()) };
        // Those that were thrown away because of others say nothing, and they may come before these.
        let told = failed.iter().find(|(_, code)| !is_purged(*code));
        if told.is_none() && self.producer.in_flight_count() > 0 {
            lock(&self.deliveries().failed).extend(failed);
            return Ok(());
        }
        if told.is_none() {
            self.probe(|| writing(parcel, topics))?;
        }
        let (first, code) = *told.unwrap_or(&first);
        let too_large: Vec<usize> = failed
            .iter()
            .filter(|(_, code)| sense(*code) == Sense::TooLarge)
            .map(|(index, _)| *index)
            .collect();
        if !too_large.is_empty() {
            return Err(Snag::TooLarge(too_large));
        }
        let topic = parcel.records().get(first).map_or("", |record| name(topics, record.kind));
        Err(self.undelivered(topic, code))
    }

    fn undelivered(&self, topic: &str, code: Code) -> Snag {
        if let Some((code, why)) = self.producer.client().fatal_error() {
            return Snag::Lost { code, why, in_doubt: false };
        }
        let doing = format!("write to the topic {topic}");
        match (sense(code), lasting(&doing, code)) {
            (Sense::NoTopic | Sense::NoPermission | Sense::Refused, Some(fault)) => Snag::Fault(fault),
            _ => Snag::Abort { why: because(&doing, code) },
        }
    }

    /// Undoes the open transaction, however long the brokers take to answer.
    pub(crate) fn abort(&self) -> Result<(), Snag> {
        match self.while_served(|| {
            self.insist("abort", Instant::now(), false, || self.producer.abort_transaction(CALL))
        }) {
            Err(Snag::Abort { why }) => Err(Snag::Lost { code: Code::State, why, in_doubt: false }),
            outcome => outcome,
        }
    }

    /// An abort throws away what is not sent and waits for what is. Someone must poll meanwhile; and nobody may purge:
    /// only the abort's own purge keeps the producer's sequence of numbers without a gap.
    fn while_served<T>(&self, call: impl FnOnce() -> T) -> T {
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !done.load(Ordering::Acquire) {
                    self.serve();
                    std::thread::sleep(POLL);
                }
            });
            let outcome = call();
            done.store(true, Ordering::Release);
            outcome
        })
    }

    /// Calls until it is done or cannot be. librdkafka goes on where it was.
    fn insist(
        &self,
        doing: &str,
        began: Instant,
        in_doubt: bool,
        call: impl Fn() -> Result<(), KafkaError>,
    ) -> Result<(), Snag> {
        loop {
            let Err(err) = call() else { return Ok(()) };
            self.serve();
            if !is_retriable(&err) {
                return Err(snag(doing, &err, in_doubt));
            }
            if self.is_closing() {
                return Err(Snag::Closing);
            }
            self.notice(began);
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Aborts what is open, if the brokers answer soon.
    pub(crate) fn close(&self) {
        if self.probe(String::new).is_ok() {
            let _ = self.while_served(|| self.producer.abort_transaction(FAREWELL));
        }
    }

    fn notice(&self, began: Instant) {
        if self.line.is_down() && began.elapsed() >= SILENCE {
            self.line.gone();
        }
    }

    /// Whether a broker answers.
    pub(crate) fn reaches(&self, topic: &str) -> bool {
        self.producer.client().fetch_metadata(Some(topic), CALL).is_ok()
    }

    /// Serves all that librdkafka has to tell. Each poll serves one thing, and in an outage there are several for each call: what
    /// stayed in the queue would be taken for news when the brokers are back.
    pub(crate) fn serve(&self) {
        for _ in 0..EVENTS {
            let served = self.line.served();
            self.producer.poll(Duration::ZERO);
            if self.line.served() == served {
                break;
            }
        }
    }

    fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Acquire)
    }

    fn deliveries(&self) -> &Deliveries {
        self.producer.context()
    }
}

fn name((topic, dead, marks): Topics<'_>, kind: Kind) -> &str {
    match kind {
        Kind::Output => topic,
        Kind::Dead => dead,
        Kind::Mark => marks.unwrap_or_default(),
    }
}

/// For whoever may not write to one of them: librdkafka does not say to which.
fn writing(parcel: &Parcel, topics: Topics<'_>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for record in parcel.records() {
        let name = name(topics, record.kind);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    format!("write to the {} {}", if names.len() == 1 { "topic" } else { "topics" }, names.join(", "))
}

/// For whoever may not read the topic any more, or as the group.
fn reading(receipt: &Receipt) -> String {
    let topic = receipt.progress.first().map_or("", |stretch| &stretch.source);
    format!("send the offsets of the topic {topic} for the group {}", receipt.reader)
}

/// The three classes of librdkafka's transactional errors: fatal, to be aborted, to be retried (not here).
fn snag(doing: &str, err: &KafkaError, in_doubt: bool) -> Snag {
    let code = code(err);
    let cause = match err {
        KafkaError::Transaction(err) => err.string(),
        _ => words(code),
    };
    let why = format!("{doing}: {cause}");
    match err {
        KafkaError::Transaction(err) if err.is_fatal() => Snag::Lost { code, why, in_doubt },
        _ if sense(code) == Sense::NoPermission || sense(code) == Sense::NoTopic => {
            Snag::Fault(Fault::new(FaultKind::Usage, doing, cause))
        }
        _ if requires_abort(err) && !in_doubt => Snag::Abort { why },
        // Neither: its state is unknown to us, and a new producer's is not.
        _ => Snag::Lost { code, why, in_doubt },
    }
}

fn is_purged(code: Code) -> bool {
    matches!(code, Code::PurgeQueue | Code::PurgeInflight)
}

fn requires_abort(err: &KafkaError) -> bool {
    matches!(err, KafkaError::Transaction(err) if err.txn_requires_abort())
}

fn is_retriable(err: &KafkaError) -> bool {
    match err {
        KafkaError::Transaction(err) => err.is_retriable(),
        KafkaError::Flush(code) => *code == Code::OperationTimedOut,
        _ => false,
    }
}

impl ClientContext for Deliveries {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, text: &str) {
        self.line.log(level, facility, text);
    }

    fn error(&self, err: KafkaError, reason: &str) {
        self.line.error(&err, reason);
    }
}

impl ProducerContext for Deliveries {
    type DeliveryOpaque = usize;

    fn delivery(&self, result: &DeliveryResult<'_>, record: usize) {
        self.line.serve();
        if let Err((err, _)) = result {
            lock(&self.failed).push((record, code(err)));
        }
    }
}
