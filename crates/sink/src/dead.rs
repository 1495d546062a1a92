//! Dead letters of the sink: one line of JSON each.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flow::{DeadLetter, Fault, FaultKind, chain};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::durable::names;
use crate::layout::DEAD;

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
    pub fn read_all(folder: &Path, mut each: impl FnMut(Self) -> bool) -> Result<(), Fault> {
        let root = folder.join(DEAD);
        let mut files = Vec::new();
        for topic in list(&root)? {
            for partition in list(&root.join(&topic))? {
                let place = root.join(&topic).join(&partition);
                let number = partition.trim_start_matches("partition=").parse::<i32>().unwrap_or(i32::MAX);
                let names = list(&place)?.into_iter().filter(|name| !name.starts_with('.'));
                files.extend(names.map(|name| (topic.clone(), number, place.join(name))));
            }
        }
        files.sort(); // names are offsets with leading zeros
        for (_, _, file) in files {
            let doing = || format!("read {}", file.display());
            for (nth, line) in
                BufReader::new(File::open(&file).map_err(Fault::io(doing))?).lines().enumerate()
            {
                let line = line.map_err(Fault::io(doing))?;
                let letter = serde_json::from_str(&line).map_err(|err| {
                    Fault::new(FaultKind::Data, format!("{}, line {}", doing(), nth + 1), err)
                })?;
                if !each(letter) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a dead letter has string keys and no floats")
    }
}

/// What is in a folder; nothing where there is none.
fn list(folder: &Path) -> Result<Vec<String>, Fault> {
    names(folder).map_err(Fault::io(|| format!("read {}", folder.display())))
}
