//! What a folder feed knows of each file, and how it is stored as a mark.

use std::collections::{BTreeSet, HashSet};
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

/// A file from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) bytes: u64,
    /// Nanoseconds since 1970; the writer may set it as it likes.
    pub(super) modified: u64,
    /// When the system saw the last change of content, name or rights (ctime): nobody can set it, so that new content shows
    /// even under the old size and time.
    pub(super) changed: u64,
}

impl Seen {
    pub(super) fn new(metadata: &Metadata) -> Self {
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let since = modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let changed = i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec());
        Self {
            bytes: metadata.len(),
            modified: u64::try_from(since.as_nanos()).unwrap_or(u64::MAX),
            changed: u64::try_from(changed).unwrap_or(0),
        }
    }

    /// Whether the last change is so long ago. One from the future is never old.
    pub(super) fn is_older_than(self, quiet: Duration) -> bool {
        let modified = SystemTime::UNIX_EPOCH + Duration::from_nanos(self.modified);
        SystemTime::now().duration_since(modified).is_ok_and(|age| age >= quiet)
    }
}

/// What has been read of all files, whole or their first part, by its content: a file that was renamed or copied, and has
/// grown since, is known again.
#[derive(Debug, Default)]
pub(super) struct ReadBefore {
    hashes: HashSet<[u8; 16]>,
    /// Only a file's first parts of these lengths need to be hashed to know whether they are new.
    lengths: BTreeSet<u64>,
}

impl ReadBefore {
    /// Adds what was read of a file; whether it is new. Nothing is never the same as nothing.
    pub(super) fn insert(&mut self, known: &Known) -> bool {
        if known.next == 0 {
            return true;
        }
        self.lengths.insert(known.next);
        self.hashes.insert(known.hash)
    }

    /// The lengths at which a file of so many bytes may turn out to be known, in order.
    pub(super) fn lengths(&self, bytes: u64) -> impl Iterator<Item = u64> {
        self.lengths.range(..=bytes).copied()
    }

    pub(super) fn has(&self, hash: &[u8; 16]) -> bool {
        self.hashes.contains(hash)
    }
}

impl<'a> FromIterator<&'a Known> for ReadBefore {
    fn from_iter<T: IntoIterator<Item = &'a Known>>(files: T) -> Self {
        let mut before = Self::default();
        for known in files {
            before.insert(known);
        }
        before
    }
}

/// How far a file has been read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) bytes: u64,
    pub(super) modified: u64,
    /// 0 in marks of before it was looked at, and where a file system has none.
    #[serde(default)]
    pub(super) changed: u64,
    /// The byte at which reading goes on; the whole file's length where it was one story.
    pub(super) next: u64,
    /// The first half of the sha256 of what stands before `next`: enough to tell files apart.
    pub(super) hash: [u8; 16],
}

impl Known {
    pub(super) fn new(seen: Seen, next: u64, hash: [u8; 16]) -> Self {
        let Seen { bytes, modified, changed } = seen;
        Self { bytes, modified, changed, next, hash }
    }

    /// Whether a file that looks so has been read to its end.
    pub(super) fn covers(&self, seen: Seen) -> bool {
        let is_unchanged = self.changed == 0 || self.changed == seen.changed;
        self.bytes == seen.bytes && self.modified == seen.modified && is_unchanged && self.is_whole()
    }

    /// Whether it was read to its end.
    pub(super) fn is_whole(&self) -> bool {
        self.next >= self.bytes
    }

    pub(super) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("numbers and arrays of numbers are JSON")
    }

    /// A mark that cannot be read was written by a later version: the file is read again rather than lost.
    pub(super) fn from_json(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}
