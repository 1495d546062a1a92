//! What a run has read and not yet in files: it stands in the embedded log, and the next run goes on with it.

use embedded::Log;
use flow::{Fault, Positions as _};
use service::settings::TopicSettings;
use sink::FilesPositions;

use crate::show::count;

/// Who reads articles in a `dateline run`, by the name under which the log keeps how far.
pub(crate) const ENRICHER: &str = "enricher";

/// Messages on their way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// Not yet tagged.
    pub(crate) articles: u64,
    /// Tagged and not yet in files.
    pub(crate) records: u64,
}

impl Waiting {
    /// Counts them. The log must be held: whoever writes to the files holds it too, so that neither moves meanwhile.
    pub(crate) fn count(log: &Log, files: &FilesPositions, topics: &TopicSettings) -> Result<Self, Fault> {
        let mut waiting = Self::default();
        for topic in log.topics()? {
            let is_raw = *topic.name == *topics.raw;
            if !is_raw && *topic.name != *topics.enriched {
                continue;
            }
            for info in &topic.partitions {
                let settled = if is_raw {
                    log.position(ENRICHER, &topic.name, info.partition)?
                } else {
                    files.place(&topic.name, info.partition)?.map(|place| place.next)
                };
                let left = (info.next - settled.unwrap_or(info.first)).max(0).unsigned_abs();
                *(if is_raw { &mut waiting.articles } else { &mut waiting.records }) += left;
            }
        }
        Ok(waiting)
    }

    pub(crate) fn is_none(self) -> bool {
        self == Self::default()
    }

    pub(crate) fn to_json(self) -> serde_json::Value {
        serde_json::json!({ "articles": self.articles, "records": self.records })
    }
}

/// `10,941 articles and 8,480 tagged records are read and not yet in files`
impl std::fmt::Display for Waiting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counted = |n: u64, what: &str| format!("{} {what}{}", count(n), if n == 1 { "" } else { "s" });
        let parts = [(self.articles, "article"), (self.records, "tagged record")];
        let told: Vec<String> =
            parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| counted(*n, what)).collect();
        let are = if self.articles + self.records == 1 { "is" } else { "are" };
        write!(f, "{} {are} read and not yet in files", told.join(" and "))
    }
}
