//! Which of Kafka's errors are whose.

use flow::{Fault, FaultKind};
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};

/// What an error code asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// There is no such topic (or partition).
    NoTopic,
    /// We may not do this.
    NoPermission,
    /// What we know about this topic cannot hold: its policy forbids it.
    Refused,
    /// The message, or the batch it is in, is more than the topic takes.
    TooLarge,
    /// Another instance has our place.
    Fenced,
    /// What was read is damaged, or packed in a way that we cannot unpack.
    Damaged,
    /// A state that passes: wait and try again.
    Passing,
}

pub(crate) fn sense(code: Code) -> Sense {
    match code {
        Code::UnknownTopic
        | Code::UnknownTopicOrPartition
        | Code::UnknownPartition
        | Code::UnknownTopicId => Sense::NoTopic,
        Code::TopicAuthorizationFailed
        | Code::GroupAuthorizationFailed
        | Code::ClusterAuthorizationFailed
        | Code::TransactionalIdAuthorizationFailed => Sense::NoPermission,
        Code::InvalidTopic
        | Code::PolicyViolation
        | Code::InvalidConfig
        | Code::InvalidPartitions
        | Code::InvalidReplicationFactor
        | Code::InvalidRecord
        | Code::InvalidTransactionTimeout
        | Code::InvalidSessionTimeout
        | Code::UnsupportedVersion
        | Code::UnsupportedFeature => Sense::Refused,
        Code::MessageSizeTooLarge | Code::MessageBatchTooLarge | Code::InvalidMessageSize => Sense::TooLarge,
        Code::Fenced | Code::ProducerFenced | Code::InvalidProducerEpoch | Code::FencedInstanceId => {
            Sense::Fenced
        }
        Code::BadMessage | Code::BadCompression | Code::InvalidMessage | Code::NotImplemented => {
            Sense::Damaged
        }
        _ => Sense::Passing,
    }
}

/// The fault of an error that does not pass, `None` of one that does.
pub(crate) fn lasting(doing: &str, code: Code) -> Option<Fault> {
    let kind = match sense(code) {
        Sense::NoTopic | Sense::NoPermission | Sense::Refused | Sense::TooLarge => FaultKind::Usage,
        Sense::Fenced => FaultKind::TryAgain,
        Sense::Damaged => FaultKind::Data,
        Sense::Passing => return None,
    };
    let cause = match sense(code) {
        Sense::NoTopic => "there is no such topic".to_owned(),
        _ => words(code),
    };
    Some(Fault::new(kind, doing, cause))
}

/// "Broker: Topic authorization failed", without librdkafka's own name for it.
pub(crate) fn words(code: Code) -> String {
    let text = code.to_string();
    match text.split_once('(') {
        Some((_, words)) => words.trim_end_matches(')').to_owned(),
        None => text,
    }
}

/// The code beneath; admin errors have none of their own.
pub(crate) fn code(err: &KafkaError) -> Code {
    match err {
        KafkaError::AdminOp(code) => *code,
        err => err.rdkafka_error_code().unwrap_or(Code::Unknown),
    }
}

/// A thread of ours ended without an answer: only a bug does that.
pub(crate) fn no_answer(doing: &str) -> Fault {
    Fault::new(FaultKind::Bug, doing, "the thread that does it is gone")
}
