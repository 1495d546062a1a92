//! Dead letters of the sink: one line of JSON each.

use std::io::ErrorKind;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flow::{DeadLetter, Fault, FaultKind, chain};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::chain;
use crate::compress::sha256;
use crate::folder::parts;
use crate::layout::Layout;

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

    /// Every dead letter in an output folder, by topic, partition and offset, until `each` says stop (false). A folder that is
    /// being written to can be read: a file is whole when it has its name.
    ///
    /// A file that is not what its manifest says is a `Data` fault, before any letter of it is given.
    pub fn read_all(folder: &Path, mut each: impl FnMut(Self) -> bool) -> Result<(), Fault> {
        let layout = Layout::new(folder);
        for part in parts(&layout)? {
            for manifest in chain::all(&layout, &part)? {
                let Some(proof) = manifest?.dead else { continue };
                let file = layout.dead(&part).join(&proof.name);
                let doing = || format!("read {}", file.display());
                let bytes = std::fs::read(&file).map_err(|err| match err.kind() {
                    ErrorKind::NotFound => Fault::new(FaultKind::Data, doing(), err),
                    _ => Fault::io(doing)(err),
                })?;
                if sha256(&bytes) != proof.sha256 {
                    let why = "it is not what was written: `dateline verify` says where";
                    return Err(Fault::new(FaultKind::Data, doing(), why));
                }
                for (nth, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
                    let letter = serde_json::from_slice(line).map_err(|err| {
                        Fault::new(FaultKind::Data, format!("{}, line {}", doing(), nth + 1), err)
                    })?;
                    if !each(letter) {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a dead letter has string keys and no floats")
    }
}
