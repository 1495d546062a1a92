//! What one transaction carries: results, dead letters, marks.

use bytes::Bytes;
use flow::{DeadLetter, Fault, FaultKind, Message, Receipt, Reject, header};
use jiff::Timestamp;
use tracing::warn;

use crate::marks;

/// The most that a dead letter keeps of a message that was too large.
const KEPT: usize = 256 * 1024;
/// Less than this is of no use.
const LEAST: usize = 256;

pub(crate) struct Parcel {
    records: Vec<Record>,
}

pub(crate) struct Record {
    pub(crate) message: Message,
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Output,
    Dead,
    Mark,
}

impl Parcel {
    pub(crate) fn new(
        outputs: Vec<Message>,
        dead: Vec<DeadLetter>,
        receipt: &Receipt,
    ) -> Result<Self, Fault> {
        let mut records = Vec::with_capacity(outputs.len() + dead.len() + receipt.marks.len());
        records.extend(outputs.into_iter().map(|message| Record { message, kind: Kind::Output }));
        let dead = dead.into_iter().map(DeadLetter::into_message);
        records.extend(dead.map(|message| Record { message, kind: Kind::Dead }));
        for mark in &receipt.marks {
            let message = marks::message(&receipt.reader, mark)?;
            records.push(Record { message, kind: Kind::Mark });
        }
        Ok(Self { records })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    pub(crate) fn records(&self) -> &[Record] {
        &self.records
    }

    /// Whether it is more than a batch of librdkafka's, and so alone in one.
    pub(crate) fn is_alone(&self, record: usize, batch: usize) -> bool {
        self.records.get(record).is_some_and(|record| record.message.size() > batch)
    }

    /// Makes a dead letter of a result that is too large; of a dead letter, keeps less.
    pub(crate) fn bury(&mut self, record: usize, topic: &str, stage: &str) -> Result<(), Fault> {
        let Some(record) = self.records.get_mut(record) else { return Ok(()) };
        let message = &mut record.message;
        let had = message.payload.len();
        match record.kind {
            Kind::Output => {
                warn!(code = "too_large", bytes = had, position = %message.position, topic, "rejected");
                let reject = Reject::new("too_large", format!("{had} bytes are more than {topic} takes"));
                let letter =
                    DeadLetter { message: message.clone(), reject, stage: "kafka", at: Timestamp::now() };
                *message = letter.into_message();
                message.headers.set(header::DEAD_STAGE, stage.to_owned());
                cut(message, KEPT);
                record.kind = Kind::Dead;
            }
            Kind::Dead if had > LEAST => {
                warn!(bytes = had, position = %message.position, "a dead letter is cut, it was too large");
                cut(message, (had / 2).min(KEPT));
            }
            Kind::Dead | Kind::Mark => {
                let doing = format!("write what belongs to {} to Kafka", message.position);
                return Err(Fault::new(FaultKind::Usage, doing, "its topic does not even take its headers"));
            }
        }
        Ok(())
    }
}

/// Keeps the first bytes, and says how many there were.
fn cut(message: &mut Message, keep: usize) {
    let had = message.payload.len();
    if had <= keep {
        return;
    }
    if message.headers.get(header::DEAD_BYTES).is_none() {
        message.headers.set(header::DEAD_BYTES, had.to_string());
    }
    // A copy: the rest is to be freed.
    message.payload = Bytes::copy_from_slice(&message.payload[..keep]);
}
