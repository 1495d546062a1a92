//! Manifests: what a file holds and what it follows, in one link of a partition's chain.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flow::Witness;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::compress::{Codec, sha256};
use crate::instance::Instance;
use crate::layout::{Part, aside_name, file_name};
use crate::render::Versions;

/// The schema number of [`Manifest`].
pub const MANIFEST_SCHEMA: &str = "dateline.manifest/1";

/// One link of a partition's chain, schema `dateline.manifest/1`. The table in the [crate's docs](crate) says what
/// each field holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub schema: String,
    pub topic: String,
    pub partition: i32,
    pub link: u64,
    pub prev: Option<String>,
    pub from: i64,
    pub next: i64,
    #[serde(default)]
    pub witness: Option<Witness>,
    pub first: Option<i64>,
    pub last: Option<i64>,
    pub count: u64,
    pub runs: Runs,
    pub rejected: Vec<i64>,
    pub records: Option<FileProof>,
    pub dead: Option<FileProof>,
    pub record_schema: String,
    pub versions: Vec<Versions>,
    pub created_at: Timestamp,
    pub instance: Instance,
    pub crc32: Checksums,
    #[serde(default)]
    pub dead_crc32: Checksums,
}

/// A file, to the byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileProof {
    pub name: String,
    pub bytes: u64,
    pub sha256: String,
    pub compression: Codec,
    pub uncompressed_bytes: u64,
    pub lines: u64,
    /// In bytes, without its end: what a reader must be able to hold.
    pub longest_line: u64,
}

/// Why bytes are not a manifest.
#[derive(Debug, thiserror::Error)]
pub enum NotAManifest {
    #[error("its seal is broken: it was changed after it was written")]
    Seal,
    #[error("it is not a manifest: {0}")]
    Json(#[from] serde_json::Error),
    #[error("its schema is `{0}`, and this program knows `{MANIFEST_SCHEMA}`")]
    Schema(String),
}

const SEAL: &str = ",\"seal\":\"";
/// `,"seal":"`, 64 digits, `"}` and a newline.
const SEAL_BYTES: usize = SEAL.len() + 64 + 3;

impl Manifest {
    /// One line of JSON that ends in its seal: the sha256 of all bytes before `,"seal"`.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).expect("a manifest has string keys and no floats");
        bytes.pop(); // the last brace
        let seal = sha256(&bytes);
        bytes.extend_from_slice(format!("{SEAL}{seal}\"}}\n").as_bytes());
        bytes
    }

    /// Reads a manifest, and proves that it is as it was written.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAManifest> {
        let (body, seal) =
            bytes.len().checked_sub(SEAL_BYTES).map(|at| bytes.split_at(at)).ok_or(NotAManifest::Seal)?;
        if seal != format!("{SEAL}{}\"}}\n", sha256(body)).as_bytes() {
            return Err(NotAManifest::Seal);
        }
        let manifest: Self = serde_json::from_slice(&[body, b"}"].concat())?;
        if manifest.schema == MANIFEST_SCHEMA {
            Ok(manifest)
        } else {
            Err(NotAManifest::Schema(manifest.schema))
        }
    }

    pub(crate) fn part(&self) -> Part {
        Part { topic: self.topic.clone(), partition: self.partition }
    }

    /// What its files were called before the link was made.
    pub(crate) fn aside(&self) -> String {
        aside_name(self.link, &self.instance.id)
    }

    /// Whether its numbers agree with each other; what is wrong, if not.
    pub(crate) fn contradiction(&self) -> Option<String> {
        let runs = &self.runs;
        let inside = |offset: i64| (self.from..self.next).contains(&offset);
        let dead_range = self.rejected.first().copied().zip(self.rejected.last().copied());
        let named = |file: &FileProof, range: Option<(i64, i64)>| {
            range.is_some_and(|(a, b)| file.name == file_name(a, b, file.compression))
        };
        let last_here = self.last.max(self.rejected.last().copied());
        let is_witnessed = |witness: Witness| {
            witness.offset < self.next
                && last_here.is_none_or(|last| last == witness.offset)
                && (self.last != Some(witness.offset) || self.crc32.last() == Some(witness.crc32))
        };
        let wrong = if self.from > self.next {
            "it ends before it begins"
        } else if !runs.ascend() {
            "its runs of offsets are not in order"
        } else if runs.first() != self.first || runs.last() != self.last {
            "its first and last offset are not those of its runs"
        } else if !self.first.into_iter().chain(self.last).all(inside)
            || !self.rejected.iter().all(|&o| inside(o))
        {
            "it holds offsets outside of what it covers"
        } else if !self.rejected.is_sorted_by(|a, b| a < b) {
            "its rejected offsets are not in order"
        } else if runs.count() != self.count || self.crc32.len() as u64 != self.count {
            "its count, runs and checksums disagree"
        } else if self.records.as_ref().map_or(0, |file| file.lines) != self.count {
            "its count and its file's lines disagree"
        } else if self.records.is_some() != (self.count > 0) || self.dead.is_some() != dead_range.is_some() {
            "it names a file without lines, or lines without a file"
        } else if self.dead_crc32.len() as u64 != self.dead.as_ref().map_or(0, |file| file.lines)
            && !self.dead_crc32.is_empty()
        {
            "its dead letters' checksums and their file's lines disagree"
        } else if self.records.as_ref().is_some_and(|file| !named(file, self.first.zip(self.last))) {
            "its file is not called by its offsets"
        } else if self.dead.as_ref().is_some_and(|file| !named(file, dead_range)) {
            "its file of dead letters is not called by its offsets"
        } else if self.witness.is_some_and(|witness| !is_witnessed(witness)) {
            "its witness is not its last message"
        } else {
            return None;
        };
        Some(wrong.to_owned())
    }
}

/// Offsets that are there, as runs without a gap: `[[0,99],[101,200]]`, both ends inclusive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Runs(Vec<[i64; 2]>);

impl Runs {
    /// Adds an offset, which must be larger than all before.
    pub(crate) fn push(&mut self, offset: i64) {
        match self.0.last_mut() {
            Some([_, last]) if *last + 1 == offset => *last = offset,
            _ => self.0.push([offset, offset]),
        }
    }

    pub fn first(&self) -> Option<i64> {
        self.0.first().map(|run| run[0])
    }

    pub fn last(&self) -> Option<i64> {
        self.0.last().map(|run| run[1])
    }

    pub fn count(&self) -> u64 {
        self.0.iter().map(|[first, last]| last.abs_diff(*first) + 1).sum()
    }

    /// The offset of the `n`th record, from 0.
    pub fn nth(&self, mut n: u64) -> Option<i64> {
        for &[first, last] in &self.0 {
            let length = last.abs_diff(first) + 1;
            if n < length {
                return first.checked_add_unsigned(n);
            }
            n -= length;
        }
        None
    }

    fn ascend(&self) -> bool {
        self.0.iter().all(|[first, last]| first <= last) && self.0.is_sorted_by(|a, b| a[1] < b[0])
    }
}

/// A crc32 for each record, in order; in JSON the base64 of little-endian `u32`s.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checksums(Vec<u32>);

impl Checksums {
    pub(crate) fn push(&mut self, crc32: u32) {
        self.0.push(crc32);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn last(&self) -> Option<u32> {
        self.0.last().copied()
    }

    pub fn get(&self, n: usize) -> Option<u32> {
        self.0.get(n).copied()
    }
}

impl Serialize for Checksums {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = self.0.iter().flat_map(|crc32| crc32.to_le_bytes()).collect();
        serializer.serialize_str(&BASE64_STANDARD.encode(bytes))
    }
}

impl<'de> Deserialize<'de> for Checksums {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = BASE64_STANDARD.decode(text).map_err(serde::de::Error::custom)?;
        let (words, rest) = bytes.as_chunks::<4>();
        if !rest.is_empty() {
            return Err(serde::de::Error::custom("checksums of four bytes each"));
        }
        Ok(Self(words.iter().map(|word| u32::from_le_bytes(*word)).collect()))
    }
}
