//! A consumer's seat in its group: what is assigned to it, since when, and where it starts.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use flow::{Fault, FaultKind, Meter, Place, Positions, Progress, Session, Witness};
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::consumer::{BaseConsumer, Consumer, ConsumerContext};
use rdkafka::error::{KafkaError, KafkaResult};
use rdkafka::topic_partition_list::TopicPartitionListElem;
use rdkafka::types::RDKafkaRespErr;
use rdkafka::{ClientContext, Offset, TopicPartitionList};
use tracing::{debug, info, warn};

use crate::fault::{Sense, code, lasting, sense};
use crate::inlet::Membership;
use crate::lag::{Lag, Sample};
use crate::line::{Line, lock};

/// One blocking call of librdkafka: so long nothing else is polled.
const CALL: Duration = Duration::from_millis(500);

pub(crate) struct Seat {
    pub(crate) line: Arc<Line>,
    topic: Arc<str>,
    positions: Option<Arc<dyn Positions>>,
    meter: Arc<dyn Meter>,
    /// Counts assignments. Shared with every batch, so that outlets see at once when theirs is over.
    epoch: Arc<AtomicU64>,
    state: Mutex<State>,
}

/// Where partitions start.
struct Starting {
    list: TopicPartitionList,
    starts: BTreeMap<i32, i64>,
    witnesses: BTreeMap<i32, Witness>,
}

#[derive(Default)]
struct State {
    partitions: Vec<i32>,
    /// Where each partition starts, as far as it is known before the first message.
    starts: BTreeMap<i32, i64>,
    /// What must be read again before the start, to know the log by.
    witnesses: BTreeMap<i32, Witness>,
    session: Option<Session>,
    lag: Lag,
    fault: Option<Fault>,
}

impl Seat {
    pub(crate) fn new(
        topic: Arc<str>,
        line: Arc<Line>,
        positions: Option<Arc<dyn Positions>>,
        meter: Arc<dyn Meter>,
    ) -> Self {
        let (epoch, state) = (Arc::default(), Mutex::default());
        Self { line, topic, positions, meter, epoch, state }
    }

    /// The same seat for another consumer, which nothing is assigned to yet.
    pub(crate) fn anew(&self) -> Self {
        Self {
            line: Arc::clone(&self.line),
            topic: Arc::clone(&self.topic),
            positions: self.positions.clone(),
            meter: Arc::clone(&self.meter),
            epoch: Arc::clone(&self.epoch),
            state: Mutex::default(),
        }
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.epoch.load(Ordering::Acquire)
    }

    pub(crate) fn partitions(&self) -> Vec<i32> {
        lock(&self.state).partitions.clone()
    }

    /// It sits in the group and no partition was left for it.
    pub(crate) fn has_nothing(&self) -> bool {
        let state = lock(&self.state);
        state.session.is_some() && state.partitions.is_empty()
    }

    pub(crate) fn starts(&self) -> BTreeMap<i32, i64> {
        lock(&self.state).starts.clone()
    }

    pub(crate) fn witnesses(&self) -> BTreeMap<i32, Witness> {
        lock(&self.state).witnesses.clone()
    }

    pub(crate) fn session(&self) -> Option<Session> {
        lock(&self.state).session.clone()
    }

    pub(crate) fn take_fault(&self) -> Option<Fault> {
        lock(&self.state).fault.take()
    }

    pub(crate) fn settled(&self, partition: i32, next: i64) {
        lock(&self.state).lag.settled(partition, next);
    }

    pub(crate) fn handed_over(&self, progress: &[Progress]) {
        let lag = &mut lock(&self.state).lag;
        progress.iter().for_each(|stretch| lag.handed_over(stretch.partition, stretch.next));
    }

    /// Starts all partitions where they are settled: by the positions, else by the group's committed offsets, which
    /// librdkafka asks the brokers for (and waits there for transactions that are still to be decided).
    fn take_up(&self, consumer: &BaseConsumer<Self>) {
        let started = self.starting(consumer, &self.partitions()).and_then(|starting| {
            consumer.assign(&starting.list).map_err(|err| {
                let doing = format!("take up partitions of the topic {}", self.topic);
                Fault::new(FaultKind::TryAgain, doing, err)
            })?;
            Ok(starting)
        });
        let mut state = lock(&self.state);
        match started {
            Ok(Starting { starts, witnesses, .. }) => {
                (state.starts, state.witnesses) = (starts, witnesses);
            }
            Err(fault) => state.fault = Some(fault),
        }
    }

    /// Goes back to where the partitions are settled; `false` if that is not known yet, or cannot be done yet.
    ///
    /// By `seek`. To assign them again would do in more states, but librdkafka 2.12 dies of an assertion when partitions
    /// are taken away shortly afterwards: it stops them twice.
    pub(crate) fn go_back(&self, consumer: &BaseConsumer<Self>) -> Result<bool, Fault> {
        let partitions = self.partitions();
        if partitions.is_empty() {
            return Ok(true);
        }
        let Starting { mut list, mut starts, witnesses } = self.starting(consumer, &partitions)?;
        if self.positions.is_none() {
            let committed = match consumer.committed_offsets(list, CALL) {
                Ok(committed) => committed,
                Err(err) => return self.not_yet(&err),
            };
            list = TopicPartitionList::new();
            for one in committed.elements() {
                let offset = match (one.error(), one.offset()) {
                    (Err(err), _) => return self.not_yet(&err),
                    (Ok(()), Offset::Offset(next)) => {
                        starts.insert(one.partition(), next);
                        Offset::Offset(next)
                    }
                    (Ok(()), _) => Offset::Beginning,
                };
                self.add(&mut list, one.partition(), offset)?;
            }
        }
        let sought = match consumer.seek_partitions(list, CALL) {
            Ok(sought) => sought,
            Err(err) => return self.not_yet(&err),
        };
        if let Some(err) = sought.elements().iter().find_map(|one| one.error().err()) {
            return self.not_yet(&err);
        }
        let mut state = lock(&self.state);
        (state.starts, state.witnesses) = (starts, witnesses);
        Ok(true)
    }

    /// Going back is tried again, unless it is forbidden: librdkafka tells such an error once, and what it tells while
    /// partitions are sought is thrown away with the messages.
    fn not_yet(&self, err: &KafkaError) -> Result<bool, Fault> {
        let code = code(err);
        let doing = || format!("go back in the topic {} to where it is settled", self.topic);
        match lasting(&doing(), code).filter(|_| sense(code) == Sense::NoPermission) {
            Some(fault) => Err(fault),
            None => Ok(false),
        }
    }

    fn starting(&self, consumer: &BaseConsumer<Self>, partitions: &[i32]) -> Result<Starting, Fault> {
        let mut list = TopicPartitionList::new();
        let (mut starts, mut witnesses) = (BTreeMap::new(), BTreeMap::new());
        for &partition in partitions {
            let offset = match &self.positions {
                None => Offset::Stored,
                Some(positions) => match positions.place(&self.topic, partition)? {
                    None => Offset::Beginning,
                    Some(Place { next, witness }) => {
                        starts.insert(partition, next);
                        match witness.filter(|witness| self.can_be_there(consumer, partition, next, witness))
                        {
                            Some(witness) => {
                                witnesses.insert(partition, witness);
                                Offset::Offset(witness.offset)
                            }
                            None => Offset::Offset(next),
                        }
                    }
                },
            };
            self.add(&mut list, partition, offset)?;
        }
        Ok(Starting { list, starts, witnesses })
    }

    /// Whether a witness may still be in the log. Retention deletes it in due time; then the log cannot be told from one
    /// made anew, which is said.
    fn can_be_there(
        &self,
        consumer: &BaseConsumer<Self>,
        partition: i32,
        next: i64,
        witness: &Witness,
    ) -> bool {
        let Ok((first, _)) = consumer.fetch_watermarks(&self.topic, partition, CALL) else { return true };
        // Where more than the witness is gone, reading says so.
        let is_gone = (witness.offset + 1..=next).contains(&first);
        if is_gone {
            let (topic, offset) = (&*self.topic, witness.offset);
            warn!(
                topic,
                partition, offset, "the last message that was read has been deleted, and no later one"
            );
        }
        !is_gone
    }

    fn add(&self, list: &mut TopicPartitionList, partition: i32, offset: Offset) -> Result<(), Fault> {
        list.add_partition_offset(&self.topic, partition, offset).map_err(|err| {
            let doing = format!("start the topic {}, partition {partition}, at {offset:?}", self.topic);
            Fault::new(FaultKind::Data, doing, err)
        })
    }

    fn assigned(&self, consumer: &BaseConsumer<Self>, list: &TopicPartitionList) {
        let mut partitions: Vec<i32> =
            list.elements().iter().map(TopicPartitionListElem::partition).collect();
        partitions.sort_unstable();
        info!(topic = &*self.topic, ?partitions, "partitions assigned");
        let epoch = self.epoch.fetch_add(1, Ordering::AcqRel) + 1;
        // Taken now and kept for the whole assignment: taken later it might be that of a member that was thrown out,
        // which the brokers do not fence.
        let session = consumer
            .group_metadata()
            .map(|metadata| Arc::new(Membership::new(metadata, epoch, Arc::clone(&self.epoch))) as Session);
        self.meter.assigned(&self.named(&partitions));
        {
            let mut state = lock(&self.state);
            *state = State { partitions, session, fault: state.fault.take(), ..State::default() };
        }
        self.take_up(consumer);
    }

    /// Whatever was assigned is not ours any more.
    pub(crate) fn lose(&self) {
        self.epoch.fetch_add(1, Ordering::AcqRel);
        let partitions = {
            let mut state = lock(&self.state);
            let fault = state.fault.take();
            std::mem::replace(&mut *state, State { fault, ..State::default() }).partitions
        };
        if !partitions.is_empty() {
            info!(topic = &*self.topic, ?partitions, "partitions taken away");
            self.meter.assigned(&[]);
        }
    }

    fn revoked(&self, consumer: &BaseConsumer<Self>) {
        self.lose();
        if let Err(err) = consumer.unassign() {
            debug!(topic = &*self.topic, %err, "failed to give partitions back");
        }
    }

    fn named(&self, partitions: &[i32]) -> Vec<(Arc<str>, i32)> {
        partitions.iter().map(|partition| (Arc::clone(&self.topic), *partition)).collect()
    }
}

impl ClientContext for Seat {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, text: &str) {
        self.line.log(level, facility, text);
    }

    fn error(&self, err: KafkaError, reason: &str) {
        self.line.error(&err, reason);
    }

    fn stats_raw(&self, json: &[u8]) {
        self.line.serve();
        let sample = match serde_json::from_slice::<Sample<'_>>(json) {
            Ok(sample) => sample,
            Err(err) => return debug!(%err, "librdkafka's statistics are not as expected"),
        };
        let mut state = lock(&self.state);
        match state.lag.is_connected(&sample, self.line.is_down()) {
            Some(true) => self.line.back(),
            Some(false) => self.line.gone(),
            None => {}
        }
        let state = &mut *state;
        for (partition, messages) in state.lag.of(&self.topic, &state.partitions, &state.starts, &sample) {
            self.meter.lag(&self.topic, partition, messages);
        }
    }
}

impl ConsumerContext for Seat {
    fn rebalance(&self, consumer: &BaseConsumer<Self>, err: RDKafkaRespErr, list: &mut TopicPartitionList) {
        self.line.serve();
        match err {
            RDKafkaRespErr::RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS => self.assigned(consumer, list),
            _ => self.revoked(consumer),
        }
    }

    fn commit_callback(&self, result: KafkaResult<()>, _: &TopicPartitionList) {
        self.line.serve();
        if let Err(err) = result {
            debug!(topic = &*self.topic, %err, "offsets for lag tools were not committed");
        }
    }
}
