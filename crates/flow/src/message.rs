//! What flows: a payload, its key and headers, and where it came from, kept apart.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use jiff::Timestamp;

use crate::error::Reject;

/// One message. The bytes are shared: whoever rejects still has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub key: Option<Bytes>,
    pub payload: Bytes,
    pub headers: Headers,
    /// Where it came from; of a step's result, where the message came from that it was made of.
    pub position: Position,
    /// When it was produced, as its log says.
    pub time: Option<Timestamp>,
}

impl Message {
    /// A message that came from nowhere yet.
    pub fn new(payload: impl Into<Bytes>) -> Self {
        Self {
            key: None,
            payload: payload.into(),
            headers: Headers::default(),
            position: Position::nowhere(),
            time: None,
        }
    }

    /// Roughly what it takes in memory, in bytes.
    pub fn size(&self) -> usize {
        let headers: usize = self.headers.iter().map(|(name, value)| name.len() + value.len()).sum();
        self.payload.len() + self.key.as_ref().map_or(0, Bytes::len) + headers + 128
    }
}

/// A place in a topic (`articles.raw/2@4711`) or in a feed (`inbox/a.ndjson@52341`, a byte offset).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    pub source: Arc<str>,
    pub partition: i32,
    pub offset: i64,
}

impl Position {
    pub fn nowhere() -> Self {
        Self { source: Arc::from(""), partition: 0, offset: -1 }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}@{}", self.source, self.partition, self.offset)
    }
}

/// One header.
pub type Header = (Cow<'static, str>, Bytes);

/// The headers of a message, in order. A name stands once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<Header>);

impl Headers {
    /// Room for so many.
    pub fn with_capacity(headers: usize) -> Self {
        Self(Vec::with_capacity(headers))
    }

    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_ref())
    }

    /// The value, if it is there and is UTF-8.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(|value| std::str::from_utf8(value).ok())
    }

    /// Sets a header, in the place of one of the same name.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Bytes>) {
        let (name, value) = (name.into(), value.into());
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some(header) => header.1 = value,
            None => self.0.push((name, value)),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value.as_ref()))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Header> for Headers {
    fn from_iter<T: IntoIterator<Item = Header>>(headers: T) -> Self {
        Self(headers.into_iter().collect())
    }
}

/// The names of the headers that Dateline writes and reads.
pub mod header {
    /// `dateline.article/1`, `dateline.enriched/1`.
    pub const SCHEMA: &str = "schema";
    pub const CONTENT_TYPE: &str = "content-type";
    /// W3C Trace Context: the trace id travels with a story through all services.
    pub const TRACEPARENT: &str = "traceparent";
    /// When the ingester took the story, RFC 3339.
    pub const RECEIVED_AT: &str = "received-at";
    /// When the article was made and handed to `articles.raw`.
    pub const INGESTED_AT: &str = "ingested-at";
    /// When the record was made and handed to `articles.enriched`.
    pub const ENRICHED_AT: &str = "enriched-at";

    /// Of a dead letter: the reason code.
    pub const DEAD_CODE: &str = "dead-code";
    /// The reason in words.
    pub const DEAD_REASON: &str = "dead-reason";
    /// The service that set it aside.
    pub const DEAD_STAGE: &str = "dead-stage";
    /// The topic or file that it stood in.
    pub const DEAD_SOURCE: &str = "dead-source";
    pub const DEAD_PARTITION: &str = "dead-partition";
    pub const DEAD_OFFSET: &str = "dead-offset";
    /// When it was set aside, RFC 3339.
    pub const DEAD_AT: &str = "dead-at";
    /// How many bytes the message had, where the dead letter holds only the first of them.
    pub const DEAD_BYTES: &str = "dead-bytes";

    const ALL: [&str; 14] = [
        SCHEMA,
        CONTENT_TYPE,
        TRACEPARENT,
        RECEIVED_AT,
        INGESTED_AT,
        ENRICHED_AT,
        DEAD_CODE,
        DEAD_REASON,
        DEAD_STAGE,
        DEAD_SOURCE,
        DEAD_PARTITION,
        DEAD_OFFSET,
        DEAD_AT,
        DEAD_BYTES,
    ];

    /// A name to keep. Nearly every message carries ours and no others: those take no memory of their own.
    pub fn name(read: &str) -> std::borrow::Cow<'static, str> {
        let known = ALL.iter().find(|known| **known == read);
        known.map_or_else(|| read.to_owned().into(), |known| (*known).into())
    }
}

/// A rejected message with its original bytes, the reason and the position.
#[derive(Debug)]
pub struct DeadLetter {
    pub message: Message,
    pub reject: Reject,
    /// The service: `ingester`, `enricher`, `sink`.
    pub stage: &'static str,
    pub at: Timestamp,
}

impl DeadLetter {
    /// The letter as a message: the payload is the original bytes, so that it can be produced again as it is; why
    /// and whence stand in the headers.
    pub fn into_message(self) -> Message {
        let Self { mut message, reject, stage, at } = self;
        let (position, headers) = (message.position.clone(), &mut message.headers);
        headers.set(header::DEAD_CODE, reject.code);
        headers.set(header::DEAD_REASON, reject.reason());
        headers.set(header::DEAD_STAGE, stage);
        headers.set(header::DEAD_SOURCE, position.source.to_string());
        headers.set(header::DEAD_PARTITION, position.partition.to_string());
        headers.set(header::DEAD_OFFSET, position.offset.to_string());
        headers.set(header::DEAD_AT, at.to_string());
        message
    }
}
