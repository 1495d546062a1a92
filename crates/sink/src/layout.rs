//! Where everything in the folder lies, and what it is called.

use std::path::{Path, PathBuf};

use flow::{Fault, FaultKind};

use crate::compress::Codec;

/// The lock file: who writes here.
pub(crate) const LOCK: &str = ".lock";
pub(crate) const MANIFESTS: &str = "_manifests";
pub(crate) const DEAD: &str = "_dead";
/// Where `dateline run` keeps the log that these offsets are of. Not the sink's.
pub(crate) const LOG: &str = "_log";
const PARTITION: &str = "partition=";
const ASIDE: &str = ".aside-";

/// One partition of one topic: what a chain of manifests is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Part {
    pub(crate) topic: String,
    pub(crate) partition: i32,
}

impl Part {
    /// The name of a topic becomes the name of a folder, and may not be one of ours.
    pub(crate) fn new(topic: &str, partition: i32) -> Result<Self, Fault> {
        let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        let fits = !topic.is_empty() && topic.len() <= 249 && topic.chars().all(legal);
        if fits && !topic.starts_with('.') && ![MANIFESTS, DEAD, LOG].contains(&topic) && partition >= 0 {
            return Ok(Self { topic: topic.to_owned(), partition });
        }
        let doing = format!("file topic `{topic}`, partition {partition}");
        Err(Fault::new(FaultKind::Usage, doing, "it cannot be the name of a folder of records"))
    }
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.topic, self.partition)
    }
}

/// The three folders of a partition.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) root: PathBuf,
}

impl Layout {
    pub(crate) fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    pub(crate) fn records(&self, part: &Part) -> PathBuf {
        self.root.join(&part.topic).join(format!("{PARTITION}{}", part.partition))
    }

    pub(crate) fn dead(&self, part: &Part) -> PathBuf {
        self.root.join(DEAD).join(&part.topic).join(format!("{PARTITION}{}", part.partition))
    }

    pub(crate) fn manifests(&self, part: &Part) -> PathBuf {
        self.root.join(MANIFESTS).join(&part.topic).join(part.partition.to_string())
    }

    pub(crate) fn manifest(&self, part: &Part, link: u64) -> PathBuf {
        self.manifests(part).join(link_name(link))
    }
}

/// `0000000001.json`
pub(crate) fn link_name(link: u64) -> String {
    format!("{link:010}.json")
}

/// The number of a link, if that is what the file is.
pub(crate) fn link_number(name: &str) -> Option<u64> {
    let digits = name.strip_suffix(".json")?;
    let link = digits.parse().ok()?;
    (link > 0 && link_name(link) == name).then_some(link)
}

/// `00000000000000000000-00000000000000009999.ndjson.zst`
pub(crate) fn file_name(first: i64, last: i64, codec: Codec) -> String {
    format!("{first:020}-{last:020}.ndjson{}", codec.suffix())
}

/// `partition=3`
pub(crate) fn partition_number(name: &str) -> Option<i32> {
    let digits = name.strip_prefix(PARTITION)?;
    let number: i32 = digits.parse().ok()?;
    (number >= 0 && number.to_string() == digits).then_some(number)
}

/// `.aside-0000000007-5f1c22d0-4711-9e3779b97f4a7c15`: what an instance holds for link 7. It starts with a dot and
/// does not end in `.ndjson`, so that no reader's glob finds it.
pub(crate) fn aside_name(link: u64, instance: &str) -> String {
    format!("{ASIDE}{link:010}-{instance}")
}

/// The link that an aside is for, and the instance that wrote it.
pub(crate) fn aside_parts(name: &str) -> Option<(u64, &str)> {
    let (link, instance) = name.strip_prefix(ASIDE)?.split_once('-')?;
    Some((link.parse().ok()?, instance))
}
