//! Reads a topic without a group: for people and tools.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use flow::{Fault, FaultKind, Message, Room};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use rdkafka::message::Message as _;
use rdkafka::metadata::{MetadataPartition, MetadataTopic};
use rdkafka::{Offset, TopicPartitionList};
use tokio::sync::mpsc;

use crate::fault::{code, lasting, words};
use crate::line::{Line, Listener};
use crate::message::taken;
use crate::settings::{Settings, client_fault};
use crate::topics::{await_topic, watermarks};

/// Messages read ahead.
const AHEAD: usize = 256;
/// One look at whether anyone still wants more.
const LOOK: Duration = Duration::from_millis(100);

/// Where to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    Beginning,
    /// Only what comes from now on.
    End,
    /// At these offsets; partitions that are not named, at their beginning.
    Offsets(BTreeMap<i32, i64>),
}

/// Where to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Never: what comes is given as it comes.
    Stopped,
    /// At the end of what is committed.
    End,
}

/// Reads a topic without a group and without leaving a trace. Only committed messages.
pub struct Reader {
    messages: mpsc::Receiver<Result<Message, Fault>>,
    closing: Arc<AtomicBool>,
}

impl Reader {
    /// Waits for a broker for as long as the settings say.
    pub async fn open(settings: &Settings, topic: &str, from: From, until: Until) -> Result<Self, Fault> {
        let closing = Arc::new(AtomicBool::new(false));
        let (give, mut messages) = mpsc::channel(AHEAD);
        let (settings, topic, closed) = (settings.clone(), topic.to_owned(), Arc::clone(&closing));
        let (opened, opening) = tokio::sync::oneshot::channel();
        std::thread::Builder::new()
            .name("kafka-reader".to_owned())
            .spawn(move || {
                let mut scan = match Scan::open(&settings, &topic, &from, until) {
                    Ok(scan) => scan,
                    Err(fault) => {
                        let _ = opened.send(Err(fault));
                        return;
                    }
                };
                if opened.send(Ok(())).is_err() {
                    return;
                }
                loop {
                    let item = match scan.next(&|| closed.load(Ordering::Acquire)) {
                        Ok(None) => return,
                        Ok(Some((message, _))) => Ok(message),
                        Err(fault) => Err(fault),
                    };
                    let failed = item.is_err();
                    if give.blocking_send(item).is_err() || failed {
                        return;
                    }
                }
            })
            .map_err(Fault::io(|| "start the thread of a Kafka reader".to_owned()))?;
        match opening.await {
            Ok(Ok(())) => Ok(Self { messages, closing }),
            Ok(Err(fault)) => {
                messages.close();
                Err(fault)
            }
            Err(_) => Err(crate::fault::no_answer("open a Kafka reader")),
        }
    }

    /// The next message; `None` at the end. Cancel-safe.
    pub async fn next(&mut self) -> Result<Option<Message>, Fault> {
        self.messages.recv().await.transpose()
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Release);
    }
}

/// The same for threads that may block.
pub(crate) struct Scan {
    consumer: BaseConsumer<Listener>,
    topic: Arc<str>,
    /// Partitions whose end was not seen yet, when there is one to stop at.
    left: Option<Vec<i32>>,
}

impl Scan {
    pub(crate) fn open(settings: &Settings, topic: &str, from: &From, until: Until) -> Result<Self, Fault> {
        let line = Line::new(&settings.bootstrap_servers, None);
        // librdkafka wants a group's name to assign anything; nothing is ever said to the group.
        let ours = [
            ("group.id", "dateline-reader"),
            ("auto.offset.reset", "earliest"),
            ("enable.partition.eof", "true"),
        ];
        let config = settings.consumer(&ours)?;
        let consumer: BaseConsumer<Listener> =
            config.create_with_context(Listener(Arc::clone(&line))).map_err(|err| client_fault(&err))?;
        let listen = || {
            consumer.poll(Duration::ZERO);
            false
        };
        await_topic(consumer.client(), &line, topic, settings.patience, &listen)?;
        let doing = || format!("read the topic {topic}");
        let metadata = consumer
            .fetch_metadata(Some(topic), settings.patience)
            .map_err(|err| Fault::new(FaultKind::Unavailable, doing(), words(code(&err))))?;
        let partitions: Vec<i32> =
            metadata.topics().iter().flat_map(MetadataTopic::partitions).map(MetadataPartition::id).collect();
        let mut list = TopicPartitionList::new();
        for &partition in &partitions {
            let offset = match from {
                From::Beginning => Offset::Beginning,
                From::End => {
                    // Asked for now: what comes while the consumer is still connecting is not to be missed.
                    let (_, end) = watermarks(consumer.client(), topic, partition, settings.patience)?;
                    Offset::Offset(end)
                }
                From::Offsets(offsets) => {
                    offsets.get(&partition).map_or(Offset::Beginning, |offset| Offset::Offset(*offset))
                }
            };
            list.add_partition_offset(topic, partition, offset)
                .map_err(|err| Fault::new(FaultKind::Usage, doing(), err))?;
        }
        consumer.assign(&list).map_err(|err| Fault::new(FaultKind::Unavailable, doing(), err))?;
        let left = (until == Until::End).then_some(partitions);
        Ok(Self { consumer, topic: Arc::from(topic), left })
    }

    /// The next message and whether it is a tombstone; `None` at the end, or when told to stop.
    pub(crate) fn next(&mut self, stopped: &dyn Fn() -> bool) -> Result<Option<(Message, bool)>, Fault> {
        loop {
            if stopped() || self.left.as_ref().is_some_and(Vec::is_empty) {
                return Ok(None);
            }
            match self.consumer.poll(LOOK) {
                None => {}
                Some(Ok(message)) => {
                    let is_tombstone = message.payload().is_none();
                    return Ok(Some((taken(&message, &self.topic, &mut Room::apart()), is_tombstone)));
                }
                Some(Err(KafkaError::PartitionEOF(partition))) => {
                    if let Some(left) = &mut self.left {
                        left.retain(|one| *one != partition);
                    }
                }
                // The group is only a name.
                Some(Err(err)) if code(&err) == Code::GroupAuthorizationFailed => {}
                Some(Err(err)) => {
                    if let Some(fault) = lasting(&format!("read the topic {}", self.topic), code(&err)) {
                        return Err(fault);
                    }
                }
            }
        }
    }
}
