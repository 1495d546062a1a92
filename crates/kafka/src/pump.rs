//! The thread of an [`Inlet`](crate::Inlet): polls the consumer always, fills batches, follows the assignment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use flow::{Batch, Fault, FaultKind, Limits, Message, Meter, Positions, Progress, Receipt, Room, Witness};
use rdkafka::consumer::{BaseConsumer, CommitMode, Consumer};
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use rdkafka::message::{BorrowedMessage, Message as _};
use rdkafka::{ClientConfig, Offset, TopicPartitionList};
use tracing::{debug, warn};

use crate::fault::{Sense, code, lasting, sense, words};
use crate::inlet::{Desk, Member, Order};
use crate::line::Line;
use crate::message::taken;
use crate::namesake::{self, Name, Sight};
use crate::seat::Seat;
use crate::settings::{Settings, client_fault};
use crate::topics::{await_topic, watermarks};

/// How long a full batch may wait to be taken until the partitions are paused.
const PATIENT: Duration = Duration::from_secs(1);
/// The longest time between two polls.
const POLL: Duration = Duration::from_millis(100);
/// Between tries to go back.
const RETRY: Duration = Duration::from_millis(20);
/// The most messages that are thrown away between two tries.
const THROWN: usize = 1000;

pub(crate) struct Pump {
    consumer: BaseConsumer<Seat>,
    /// For another consumer, when this one is of no more use.
    config: ClientConfig,
    /// Ours in the group.
    name: Option<Name>,
    desk: Arc<Desk>,
    topic: Arc<str>,
    group: Arc<str>,
    limits: Limits,
    patience: Duration,
    /// Group offsets are committed by us, not by a transaction.
    commits: bool,
    epoch: u64,
    filling: Filling,
    room: Room,
    /// The next offset of each partition that was read under this assignment.
    next: BTreeMap<i32, i64>,
    /// What is to be seen before it, to know the log by.
    witnesses: BTreeMap<i32, Witness>,
    /// To go back to what is settled, as soon as that can be done; until then what comes is thrown away.
    rewinding: bool,
    /// Since when a full batch waits.
    blocked: Option<Instant>,
    /// All of ours are paused.
    halted: bool,
    /// The partitions that librdkafka has as paused. It keeps that over assignments, also while others have them.
    paused: BTreeSet<i32>,
}

/// The batch that is being filled.
#[derive(Default)]
struct Filling {
    messages: Vec<Message>,
    bytes: usize,
    since: Option<Instant>,
    /// `from` and `next` of each partition.
    stretches: BTreeMap<i32, (i64, i64)>,
}

impl Pump {
    pub(crate) fn new(
        settings: &Settings,
        topic: &str,
        member: Member<'_>,
        limits: Limits,
        positions: Option<Arc<dyn Positions>>,
        meter: Arc<dyn Meter>,
        desk: Arc<Desk>,
    ) -> Result<Self, Fault> {
        // Positions of our own that are out of range are a fault to be told, not a reason to start over.
        let reset = if positions.is_some() { "error" } else { "earliest" };
        let mut ours = vec![
            ("group.id", member.group),
            ("auto.offset.reset", reset),
            ("statistics.interval.ms", "1000"), // lag, and whether the brokers answer
        ];
        ours.extend(member.instance.map(|instance| ("group.instance.id", instance)));
        let config = settings.consumer(&ours)?;
        let (topic, group): (Arc<str>, Arc<str>) = (Arc::from(topic), Arc::from(member.group));
        let name = member.instance.map(|instance| Name::new(&group, instance, &config));
        let line = Line::new(&settings.bootstrap_servers, Some(Arc::clone(&meter)));
        let commits = positions.is_some();
        let seat = Seat::new(Arc::clone(&topic), line, positions, meter);
        let consumer = config.create_with_context(seat).map_err(|err| client_fault(&err))?;
        Ok(Self {
            consumer,
            config,
            name,
            desk,
            topic,
            group,
            limits,
            patience: settings.patience,
            commits,
            epoch: 0,
            filling: Filling::default(),
            room: Room::shared(),
            next: BTreeMap::new(),
            witnesses: BTreeMap::new(),
            rewinding: false,
            blocked: None,
            halted: false,
            paused: BTreeSet::new(),
        })
    }

    pub(crate) fn run(mut self) {
        let fault = self.work().err();
        self.desk.end(fault);
        self.leave();
    }

    fn work(&mut self) -> Result<(), Fault> {
        let (desk, topic) = (Arc::clone(&self.desk), Arc::clone(&self.topic));
        let line = Arc::clone(&self.seat().line);
        let listen = || {
            self.consumer.poll(Duration::ZERO); // there is nothing to get yet but what is wrong
            desk.is_closed()
        };
        await_topic(self.consumer.client(), &line, &topic, self.patience, &listen)?;
        line.arrived();
        self.join()?;
        while !self.desk.is_closed() {
            self.obey();
            self.go_back()?;
            self.drain()?;
            if self.is_fenced() {
                self.come_back()?;
                continue;
            }
            let handed_over = self.hand_over();
            self.pause_or_resume();
            // While the flow works on that one, the next is filled.
            if !handed_over {
                std::thread::park_timeout(self.rest());
            }
        }
        self.obey(); // what was settled last is still to be told
        Ok(())
    }

    fn join(&mut self) -> Result<(), Fault> {
        let me = std::thread::current();
        self.consumer.set_nonempty_callback(move || me.unpark());
        let doing = || format!("subscribe to the topic {}", self.topic);
        self.consumer.subscribe(&[&self.topic]).map_err(|err| Fault::new(FaultKind::Usage, doing(), err))
    }

    /// Another member has joined under our name. Asked for, and not only waited for: what librdkafka tells while partitions are sought
    /// is thrown away with the messages.
    fn is_fenced(&self) -> bool {
        self.name.is_some() && self.fatal() == Some(Code::FencedInstanceId)
    }

    /// Why librdkafka's consumer is done for.
    fn fatal(&self) -> Option<Code> {
        self.consumer.client().fatal_error().map(|(code, _)| code)
    }

    /// Joins again after another member has joined under our name, if nobody lives under it any more. What is in hand is dropped:
    /// it is read again from where it is settled.
    ///
    /// With another consumer, for librdkafka's is done for. The old one is closed without a word to the group.
    fn come_back(&mut self) -> Result<(), Fault> {
        self.seat().lose();
        self.follow()?;
        let Some(mut watch) = self.name.as_mut().map(|name| name.lost(&self.topic)).transpose()? else {
            return Ok(());
        };
        let seat = self.seat().anew();
        self.consumer = self.config.create_with_context(seat).map_err(|err| client_fault(&err))?;
        self.paused.clear();
        while !self.desk.is_closed() {
            self.obey();
            self.consumer.poll(Duration::ZERO); // there is nothing to get yet but what is wrong
            let Some(name) = &mut self.name else { break };
            match watch.see(name.holder(&self.consumer), Instant::now()) {
                Sight::Unclear => std::thread::park_timeout(namesake::LOOK),
                Sight::Free => {
                    name.found();
                    return self.join();
                }
                Sight::Taken(host) => {
                    let why = format!("another member has this name (kafka.instance) and lives, on {host}");
                    return Err(name.fault(&self.topic, &why));
                }
            }
        }
        Ok(())
    }

    /// Leaves the group, so that others have the partitions at once. Closing does that of a dynamic member only: librdkafka lets a
    /// static one leave when it unsubscribes, if all is given back before it is closed. Of that it tells only the beginning; the
    /// rest takes milliseconds. Where it takes longer than this, the place is kept as that of one that was killed.
    fn leave(&self) {
        const BEGINNING: Duration = Duration::from_secs(1);
        const REST: Duration = Duration::from_millis(100);
        const TICK: Duration = Duration::from_millis(10);
        self.consumer.unsubscribe();
        let mut until = Instant::now() + BEGINNING;
        let mut is_revoked = false;
        while Instant::now() < until {
            if !is_revoked && self.seat().session().is_none() {
                (is_revoked, until) = (true, Instant::now() + REST);
            }
            self.consumer.poll(TICK); // what comes is not ours any more
        }
    }

    fn seat(&self) -> &Seat {
        self.consumer.context()
    }

    /// Polls as long as there is something and room for it.
    fn drain(&mut self) -> Result<(), Fault> {
        let mut thrown = 0;
        while (!self.is_full() || self.halted) && thrown < THROWN {
            let served = self.seat().line.served();
            let mut idle = false;
            let failed = match self.consumer.poll(Duration::ZERO) {
                Some(Ok(_)) if self.rewinding => {
                    thrown += 1;
                    None
                }
                Some(Ok(message)) => {
                    if self.witnesses.is_empty() || recognise(&mut self.witnesses, &message)? {
                        keep(&mut self.filling, &mut self.next, &message, &self.topic, &mut self.room);
                    }
                    None
                }
                Some(Err(err)) => Some(err),
                None => {
                    // It may have served something that is no message: then there may be more.
                    idle = self.seat().line.served() == served;
                    None
                }
            };
            self.follow()?;
            failed.map_or(Ok(()), |err| self.judge(&err))?;
            if idle {
                break;
            }
        }
        Ok(())
    }

    /// Drops what was read under an older assignment.
    fn follow(&mut self) -> Result<(), Fault> {
        let epoch = self.seat().epoch();
        if epoch != self.epoch {
            self.epoch = epoch;
            self.rewinding = false; // a new assignment starts at what is settled
            self.forget();
            if self.seat().has_nothing() {
                // There are more members than partitions, or a topic that we may not see any more or that is gone: those
                // are left out of an assignment without a word.
                self.find_topic()?;
            }
        }
        self.seat().take_fault().map_or(Ok(()), Err)
    }

    fn go_back(&mut self) -> Result<(), Fault> {
        if self.rewinding && self.seat().go_back(&self.consumer)? {
            self.rewinding = false;
            self.forget();
        }
        Ok(())
    }

    fn forget(&mut self) {
        self.filling = Filling::default();
        self.desk.take_back();
        self.next = self.seat().starts();
        self.witnesses = self.seat().witnesses();
        self.blocked = None;
        self.resume();
    }

    fn is_full(&self) -> bool {
        self.filling.messages.len() >= self.limits.messages.max(1)
            || self.filling.bytes >= self.limits.bytes.max(1)
    }

    /// Gives the flow a batch if it waits for one and this one is full or old enough.
    fn hand_over(&mut self) -> bool {
        let Some(since) = self.filling.since else { return false };
        if !(self.is_full() || since.elapsed() >= self.limits.wait) || !self.desk.is_hungry() {
            return false;
        }
        let Filling { messages, stretches, .. } = std::mem::take(&mut self.filling);
        let progress: Vec<Progress> = stretches
            .into_iter()
            .map(|(partition, (from, next))| Progress {
                source: Arc::clone(&self.topic),
                partition,
                from,
                next,
            })
            .collect();
        self.seat().handed_over(&progress);
        let receipt = Receipt {
            reader: Arc::clone(&self.group),
            progress,
            marks: Vec::new(),
            session: self.seat().session(),
        };
        self.desk.hand_over(Batch { messages, receipt, epoch: self.epoch });
        self.blocked = None;
        true
    }

    fn pause_or_resume(&mut self) {
        if self.is_full() {
            let blocked = *self.blocked.get_or_insert_with(Instant::now);
            if !self.halted && blocked.elapsed() >= PATIENT {
                self.halted = true;
                let all = self.seat().partitions();
                self.tell("pause", &all, Consumer::pause);
                self.paused.extend(all);
            }
        } else if self.halted {
            self.resume();
        }
    }

    /// Resumes those of the paused partitions that are ours now.
    fn resume(&mut self) {
        self.halted = false;
        if self.paused.is_empty() {
            return;
        }
        let mut ours = self.seat().partitions();
        ours.retain(|partition| self.paused.contains(partition));
        self.tell("resume", &ours, Consumer::resume);
        self.paused.retain(|partition| !ours.contains(partition));
    }

    fn tell(
        &self,
        what: &str,
        partitions: &[i32],
        tell: impl FnOnce(&BaseConsumer<Seat>, &TopicPartitionList) -> Result<(), KafkaError>,
    ) {
        if partitions.is_empty() {
            return;
        }
        let mut list = TopicPartitionList::new();
        for &partition in partitions {
            list.add_partition(&self.topic, partition);
        }
        debug!(topic = &*self.topic, ?partitions, "{what}");
        if let Err(err) = tell(&self.consumer, &list) {
            warn!(topic = &*self.topic, %err, "failed to {what} partitions");
        }
    }

    /// Until when there is nothing to do, if librdkafka and the flow are quiet.
    fn rest(&self) -> Duration {
        match self.filling.since {
            Some(since) if !self.is_full() && self.desk.is_hungry() => {
                self.limits.wait.saturating_sub(since.elapsed()).min(POLL)
            }
            _ if self.rewinding => RETRY,
            _ => POLL,
        }
    }

    fn obey(&mut self) {
        for order in self.desk.orders() {
            match order {
                Order::Rewind(done) => {
                    self.rewinding = true;
                    self.forget();
                    let _ = done.send(());
                }
                Order::Settled(progress) => self.settled(&progress),
            }
        }
    }

    /// Tells the group how far we are, for those who look from outside: best effort.
    fn settled(&mut self, progress: &[Progress]) {
        let ours = self.seat().partitions();
        let mut offsets = TopicPartitionList::new();
        for stretch in progress.iter().filter(|stretch| {
            *stretch.source == *self.topic && ours.contains(&stretch.partition) && stretch.next >= 0
        }) {
            self.seat().settled(stretch.partition, stretch.next);
            if offsets.find_partition(&self.topic, stretch.partition).is_none() {
                offsets.add_partition(&self.topic, stretch.partition);
            }
            // Later receipts come later.
            let _ =
                offsets.set_partition_offset(&self.topic, stretch.partition, Offset::Offset(stretch.next));
        }
        if self.commits
            && offsets.count() > 0
            && let Err(err) = self.consumer.commit(&offsets, CommitMode::Async)
        {
            debug!(topic = &*self.topic, %err, "offsets for lag tools were not committed");
        }
    }

    /// What an error on the consumer's queue means.
    fn judge(&mut self, err: &KafkaError) -> Result<(), Fault> {
        let (doing, code) = (format!("read the topic {}", self.topic), code(err));
        if self.is_fenced() {
            return Ok(()); // of no other use than to come back
        }
        if matches!(err, KafkaError::MessageConsumptionFatal(_)) {
            return Err(Fault::new(FaultKind::TryAgain, doing, words(self.fatal().unwrap_or(code))));
        }
        match code {
            Code::AutoOffsetReset => Err(self.out_of_range()),
            Code::GroupAuthorizationFailed => {
                let doing = format!("{doing} as the group {}", self.group);
                Err(Fault::new(FaultKind::Usage, doing, words(code)))
            }
            _ if sense(code) == Sense::NoTopic => {
                // Brokers that just came back may not know yet: ask again before giving up.
                self.find_topic()
            }
            _ => lasting(&doing, code).map_or(Ok(()), Err),
        }
    }

    fn find_topic(&self) -> Result<(), Fault> {
        let (desk, line) = (&self.desk, &self.seat().line);
        await_topic(self.consumer.client(), line, &self.topic, self.patience, &|| desk.is_closed())
    }

    /// A position that the log does not have: finds out which and why.
    fn out_of_range(&self) -> Fault {
        let doing = |partition, position| {
            format!("read the topic {}, partition {partition}, from {position} on", self.topic)
        };
        for (&partition, &position) in &self.next {
            let (first, next) =
                match watermarks(self.consumer.client(), &self.topic, partition, self.patience) {
                    Ok(watermarks) => watermarks,
                    Err(fault) => return fault,
                };
            let why = if position < first {
                format!("its log starts later, at {first}: what is between was deleted before it was read")
            } else if position > next {
                format!("its log ends earlier, at {next}: it is not the log that was read before")
            } else {
                continue;
            };
            return Fault::new(FaultKind::Data, doing(partition, position), why);
        }
        let why = "a position was out of range, and is not any more";
        Fault::new(FaultKind::TryAgain, format!("read the topic {}", self.topic), why)
    }
}

/// Looks for the witness of a message's partition; whether the message is new.
fn recognise(witnesses: &mut BTreeMap<i32, Witness>, message: &BorrowedMessage<'_>) -> Result<bool, Fault> {
    let Some(witness) = witnesses.remove(&message.partition()) else { return Ok(true) };
    if message.offset() == witness.offset && witness.is(message.payload().unwrap_or_default()) {
        return Ok(false);
    }
    Err(witness.fault(message.topic(), message.partition()))
}

/// Takes a message into the batch.
fn keep(
    filling: &mut Filling,
    next: &mut BTreeMap<i32, i64>,
    message: &BorrowedMessage<'_>,
    topic: &Arc<str>,
    room: &mut Room,
) {
    let (partition, offset) = (message.partition(), message.offset());
    let expected = *next.get(&partition).unwrap_or(&offset);
    if offset < expected {
        return; // it is already in this batch or an earlier one
    }
    let message = taken(message, topic, room);
    filling.bytes += message.size();
    filling.messages.push(message);
    filling.since.get_or_insert_with(Instant::now);
    filling.stretches.entry(partition).or_insert((expected, offset)).1 = offset + 1;
    next.insert(partition, offset + 1);
}
