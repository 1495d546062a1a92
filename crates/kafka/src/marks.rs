//! The positions of a feed, in a compacted topic beside its articles.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use flow::{Fault, FaultKind, Mark, Message, Receipt};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::metadata::MetadataTopic;

use crate::fault::{code, no_answer, words};
use crate::line::{Line, Listener};
use crate::reader::{From, Scan, Until};
use crate::settings::{Settings, client_fault};
use crate::topics::{await_topic, watermarks};

/// Between a feed's name and its mark's key.
const TAB: char = '\t';
/// How long another feed's transaction may be waited for.
const LONGEST: Duration = Duration::from_mins(2);

/// The marks of a feed, all of them, as the last commit left them.
///
/// Call it after [`Outlet::open`](crate::Outlet::open): before, a transaction of an older instance may still be
/// decided. Transactions of other feeds that are open are waited for.
pub async fn read_marks(settings: &Settings, marks_topic: &str, feed: &str) -> Result<Vec<Mark>, Fault> {
    let (settings, topic, feed) = (settings.clone(), marks_topic.to_owned(), feed.to_owned());
    let reading = tokio::task::spawn_blocking(move || {
        let mut marks = BTreeMap::new();
        scan(&settings, &topic, &feed, &From::Beginning, &mut |key, value| {
            match value {
                Some(value) => marks.insert(key, value),
                None => marks.remove(&key),
            };
        })?;
        Ok(marks.into_iter().map(|(key, value)| Mark { key, value: value.to_vec() }).collect())
    });
    reading.await.map_err(|_| no_answer("read the marks of a feed"))?
}

/// A mark as the message that keeps it.
pub(crate) fn message(feed: &str, mark: &Mark) -> Result<Message, Fault> {
    if feed.contains(TAB) {
        return Err(Fault::new(
            FaultKind::Usage,
            format!("use the feed name {feed:?}"),
            "it has a tab in it",
        ));
    }
    let mut message = Message::new(mark.value.clone());
    message.key = Some(Bytes::from(format!("{feed}{TAB}{}", mark.key)));
    Ok(message)
}

/// Gives each mark of a feed to `found`, older ones first.
fn scan(
    settings: &Settings,
    topic: &str,
    feed: &str,
    from: &From,
    found: &mut dyn FnMut(String, Option<Bytes>),
) -> Result<(), Fault> {
    settle(settings, topic)?;
    let mut scan = Scan::open(settings, topic, from, Until::End)?;
    while let Some((message, tombstone)) = scan.next(&|| false)? {
        let key = message.key.as_deref().and_then(|key| std::str::from_utf8(key).ok());
        if let Some(key) = key.and_then(|key| key.strip_prefix(feed)?.strip_prefix(TAB)) {
            found(key.to_owned(), (!tombstone).then_some(message.payload));
        }
    }
    Ok(())
}

/// Waits until all that stands in the topic now is decided: readers of committed messages stop at the first
/// transaction that is open.
fn settle(settings: &Settings, topic: &str) -> Result<(), Fault> {
    let line = Line::new(&settings.bootstrap_servers, None);
    let stable = settings.consumer(&[("group.id", "dateline-marks")])?;
    let mut written = stable.clone();
    written.set("isolation.level", "read_uncommitted");
    let (written, stable) = (asker(&written, &line)?, asker(&stable, &line)?);
    let listen = || {
        stable.poll(Duration::ZERO);
        false
    };
    await_topic(stable.client(), &line, topic, settings.patience, &listen)?;
    let began = Instant::now();
    for (partition, end) in ends(settings, &written, topic)? {
        loop {
            let (_, stable) = watermarks(stable.client(), topic, partition, settings.patience)?;
            if stable >= end {
                break;
            }
            if began.elapsed() > settings.patience.max(LONGEST) {
                let doing = format!("read the marks in {topic}, partition {partition}");
                let why = format!("a transaction at {stable} is still open");
                return Err(Fault::new(FaultKind::TryAgain, doing, why));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    Ok(())
}

fn asker(config: &rdkafka::ClientConfig, line: &Arc<Line>) -> Result<BaseConsumer<Listener>, Fault> {
    config.create_with_context(Listener(Arc::clone(line))).map_err(|err| client_fault(&err))
}

/// Where each partition ends.
fn ends(
    settings: &Settings,
    consumer: &BaseConsumer<Listener>,
    topic: &str,
) -> Result<Vec<(i32, i64)>, Fault> {
    let metadata = consumer.fetch_metadata(Some(topic), settings.patience).map_err(|err| {
        Fault::new(FaultKind::Unavailable, format!("ask for the topic {topic}"), words(code(&err)))
    })?;
    let partitions = metadata.topics().iter().flat_map(MetadataTopic::partitions);
    let end = |partition| watermarks(consumer.client(), topic, partition, settings.patience);
    partitions.map(|one| Ok((one.id(), end(one.id())?.1))).collect()
}

/// The marks that this instance wrote, as hashes: after a producer was lost they tell whether anyone else wrote some.
#[derive(Default)]
pub(crate) struct Written {
    /// The ends of the topic's partitions when the transactional id was taken over.
    from: BTreeMap<i32, i64>,
    marks: HashMap<u64, u64>,
}

impl Written {
    pub(crate) fn begin(&mut self, settings: &Settings, topic: &str) -> Result<(), Fault> {
        let line = Line::new(&settings.bootstrap_servers, None);
        let mut config = settings.consumer(&[("group.id", "dateline-marks")])?;
        config.set("isolation.level", "read_uncommitted");
        self.from = ends(settings, &asker(&config, &line)?, topic)?.into_iter().collect();
        Ok(())
    }

    pub(crate) fn add(&mut self, receipt: &Receipt) {
        for mark in &receipt.marks {
            self.marks.insert(hash(&mark.key), hash(&Some(mark.value.as_slice())));
        }
    }

    /// Whether all marks of the feed that were written since are ours.
    pub(crate) fn is_all(&self, settings: &Settings, topic: &str, feed: &str) -> Result<bool, Fault> {
        let mut last = HashMap::new();
        scan(settings, topic, feed, &From::Offsets(self.from.clone()), &mut |key, value| {
            last.insert(hash(&key), hash(&value.as_deref()));
        })?;
        Ok(last.iter().all(|(key, value)| self.marks.get(key) == Some(value)))
    }
}

fn hash(of: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
