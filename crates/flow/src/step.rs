//! Steps: pure functions on one message.

use crate::error::Reject;
use crate::message::Message;

/// What a step makes of a message: any number of results, each of them one of these.
#[derive(Debug)]
pub enum Verdict {
    /// A result. Its position is set by the loop.
    Pass(Message),
    /// A part (or all) of the message cannot be used: to the dead letters. The bytes are those of the part where
    /// given, else those of the whole message.
    Reject { reject: Reject, part: Option<bytes::Bytes> },
    /// There is nothing to pass on and nothing is wrong: a picture, an empty notice, a duplicate. Counted by reason.
    Skip(&'static str),
}

impl From<Reject> for Verdict {
    fn from(reject: Reject) -> Self {
        Self::Reject { reject, part: None }
    }
}

/// A pure function on one message: no I/O, no clock of its own, the same answer for the same message.
pub trait Step: Send + Sync + 'static {
    fn apply(&self, message: &Message) -> Vec<Verdict>;
}

impl<F: Fn(&Message) -> Vec<Verdict> + Send + Sync + 'static> Step for F {
    fn apply(&self, message: &Message) -> Vec<Verdict> {
        self(message)
    }
}
