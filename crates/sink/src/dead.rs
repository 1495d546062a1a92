//! Dead letters of the sink: one line of JSON each.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flow::{DeadLetter, chain};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One line of a file in `_dead/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadLine {
    /// `not_a_record`, `panicked`.
    pub code: String,
    /// The same in words.
    pub reason: String,
    pub stage: String,
    pub topic: String,
    pub partition: i32,
    pub offset: i64,
    /// When it was set aside.
    pub at: Timestamp,
    pub key: Option<Blob>,
    pub headers: Vec<(String, Blob)>,
    pub payload: Blob,
}

/// Bytes as they came: as text where they are UTF-8, else in base64.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "encoding", content = "data")]
pub enum Blob {
    Text(String),
    Base64(String),
}

impl Blob {
    fn new(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(_) => Self::Base64(BASE64_STANDARD.encode(bytes)),
        }
    }

    /// The bytes; none where it is not base64 after all.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        match self {
            Self::Text(text) => Some(text.clone().into_bytes()),
            Self::Base64(text) => BASE64_STANDARD.decode(text).ok(),
        }
    }
}

impl DeadLine {
    pub(crate) fn new(letter: &DeadLetter) -> Self {
        let message = &letter.message;
        Self {
            code: letter.reject.code.to_owned(),
            reason: chain(letter.reject.cause.as_ref()),
            stage: letter.stage.to_owned(),
            topic: message.position.source.to_string(),
            partition: message.position.partition,
            offset: message.position.offset,
            at: letter.at,
            key: message.key.as_deref().map(Blob::new),
            headers: message
                .headers
                .iter()
                .map(|(name, value)| (name.to_owned(), Blob::new(value)))
                .collect(),
            payload: Blob::new(&message.payload),
        }
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a dead letter has string keys and no floats")
    }
}
