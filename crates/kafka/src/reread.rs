//! Reads single messages again, beside the consumer that reads on.

use std::sync::Mutex;
use std::time::Duration;

use flow::{Fault, Found, Reread};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::RDKafkaErrorCode as Code;
use rdkafka::message::Message as _;
use rdkafka::{Offset, TopicPartitionList};

use crate::fault::{code, lasting, words};
use crate::line::{Line, Listener, lock};
use crate::settings::{Settings, client_fault};

/// One look at what has come.
const LOOK: Duration = Duration::from_millis(100);
/// One question for the ends of a partition.
const ASK: Duration = Duration::from_millis(500);

/// Reads single messages of topics again. Brokers that are away are waited for.
pub struct Rereader(Mutex<BaseConsumer<Listener>>);

impl Rereader {
    pub fn new(settings: &Settings) -> Result<Self, Fault> {
        let ours = [
            ("group.id", "dateline-rereader"), // wanted by librdkafka; nothing is ever said to the group
            ("auto.offset.reset", "error"),
            ("enable.partition.eof", "true"),
        ];
        let mut config = settings.consumer(&ours)?;
        // One message is wanted, and not what follows it.
        config.set("fetch.message.max.bytes", "1024").set("queued.min.messages", "1");
        let line = Line::new(&settings.bootstrap_servers, None);
        let consumer = config.create_with_context(Listener(line)).map_err(|err| client_fault(&err))?;
        Ok(Self(Mutex::new(consumer)))
    }
}

impl Reread for Rereader {
    fn reread(&self, topic: &str, partition: i32, offset: i64) -> Result<Found, Fault> {
        let consumer = lock(&self.0);
        let doing = || format!("read the topic {topic}, partition {partition}, offset {offset} again");
        let lasting = |code: Code| lasting(&doing(), code).map_or(Ok(()), Err);
        loop {
            let (first, next) = match consumer.fetch_watermarks(topic, partition, ASK) {
                Ok(ends) => ends,
                Err(err) => {
                    lasting(code(&err))?;
                    continue;
                }
            };
            if offset < first {
                return Ok(Found::Deleted);
            }
            if offset >= next {
                return Ok(Found::Nothing);
            }
            let mut list = TopicPartitionList::new();
            let assigned = list
                .add_partition_offset(topic, partition, Offset::Offset(offset))
                .and_then(|()| consumer.assign(&list));
            assigned.map_err(|err| Fault::new(flow::FaultKind::TryAgain, doing(), words(code(&err))))?;
            let found = read(&consumer, offset, &lasting);
            let _ = consumer.unassign();
            if let Some(found) = found? {
                return Ok(found);
            }
        }
    }
}

/// What comes first; `None` if the ends must be asked for again.
fn read(
    consumer: &BaseConsumer<Listener>,
    offset: i64,
    lasting: &dyn Fn(Code) -> Result<(), Fault>,
) -> Result<Option<Found>, Fault> {
    for _ in 0..50 {
        match consumer.poll(LOOK) {
            Some(Ok(message)) if message.offset() == offset => {
                return Ok(Some(Found::Message(message.payload().unwrap_or_default().to_vec())));
            }
            // A gap: a transaction's marker, or what compaction left.
            Some(Ok(message)) if message.offset() > offset => return Ok(Some(Found::Nothing)),
            None | Some(Ok(_)) => {}
            // librdkafka asks for the group's coordinator, which we need not.
            Some(Err(err)) if code(&err) == Code::GroupAuthorizationFailed => {}
            Some(Err(err)) => {
                lasting(code(&err))?;
                return Ok(None);
            }
        }
    }
    Ok(None)
}
