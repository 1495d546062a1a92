//! Where topics are: on a broker, or in an embedded log.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use embedded::Log;
use flow::{Fault, FaultKind, Message};
use service::{Loaded, Settings, Sources};
use sink::FilesPositions;

use crate::args::{Overrides, Where};
use crate::commands::patiently;
use crate::input::{is_there, kind_of};

/// How long somebody at a terminal waits for a broker, unless `kafka.patience_ms` is set: a service that starts with its broker has
/// reason to wait a minute, a command that was mistyped has none.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long acknowledgements may take at the end.
const FLUSH: Duration = Duration::from_mins(1);

/// The embedded log's place in an output folder.
pub(crate) fn log_in(out: &Path) -> PathBuf {
    out.join("_log").join("dateline.redb")
}

/// Else it is an output folder, which may still be to come.
fn is_log_file(path: &Path) -> bool {
    path.is_file() || !path.is_dir() && path.extension().is_some_and(|extension| extension == "redb")
}

/// The embedded log, made with its three topics where it is not there.
pub(crate) fn open_log(path: &Path, settings: &Settings) -> Result<Log, Fault> {
    if let Some(folder) = path.parent() {
        let doing = || format!("make the folder {}", folder.display());
        std::fs::create_dir_all(folder).map_err(|err| Fault::new(kind_of(&err), doing(), err))?;
    }
    let options = embedded::Options { cache_bytes: settings.embedded.cache_bytes };
    let log = Log::open_with(path, options)?;
    for topic in [&settings.topics.raw, &settings.topics.enriched, &settings.topics.dead] {
        log.create_topic(topic, settings.embedded.partitions.unsigned_abs())?;
    }
    Ok(log)
}

/// Files are gone on with from the log that they were made of. Where it is gone, none is begun: it would stand in the way of the
/// right one when that is put back.
pub(crate) fn must_not_be_lost(log: &Path, out: &Path) -> Result<(), Fault> {
    if is_there(log)? || !is_there(&out.join("_manifests"))? || !FilesPositions::of(out).has_any()? {
        return Ok(());
    }
    let out = out.display();
    let why =
        format!("there is none, and the files in {out} were made of one: put it back, or move {out} away");
    Err(Fault::new(FaultKind::Data, format!("find the log {}", log.display()), why))
}

/// A place with topics, and the settings that name them.
pub(crate) struct Place {
    pub(crate) settings: Settings,
    pub(crate) kind: Kind,
}

pub(crate) enum Kind {
    Kafka,
    Embedded(PathBuf),
}

impl Place {
    pub(crate) fn find(config: Option<PathBuf>, place: Where) -> Result<Self, Fault> {
        let Where { bootstrap_server, log, overrides: Overrides { mut set } } = place;
        set.extend(bootstrap_server.map(|at| ("kafka.bootstrap_servers".to_owned(), at)));
        let Loaded { mut settings, effective, .. } = service::load(None, &Sources { config, set })?;
        let patience = effective.iter().find(|one| one.key == "kafka.patience_ms");
        if patience.is_some_and(|patience| patience.origin.contains("default.toml")) {
            settings.kafka.patience = settings.kafka.patience.min(PATIENCE);
        }
        let kind = match log {
            None => Kind::Kafka,
            Some(path) if is_log_file(&path) => Kind::Embedded(path),
            Some(out) => Kind::Embedded(log_in(&out)),
        };
        Ok(Self { settings, kind })
    }

    /// An answer of Kafka's. Who has no Kafka most likely means the log of a run, and is told how to name it.
    async fn ask<T>(&self, answer: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
        patiently(&self.settings, answer).await.map_err(|fault| match fault.kind {
            FaultKind::Unavailable => {
                let cause = flow::chain(&*fault.cause);
                let waited = self.settings.kafka.patience.as_secs_f32();
                let why = format!(
                    "{cause}, for {waited} s (kafka.patience_ms); what a `dateline run` wrote is read with --log and its output folder"
                );
                Fault::new(fault.kind, fault.doing, why)
            }
            _ => fault,
        })
    }

    /// Appends messages, and says how many are there for certain.
    pub(crate) async fn produce(&self, topic: &str, messages: Vec<Message>) -> Result<u64, Fault> {
        match &self.kind {
            Kind::Embedded(path) => {
                Ok(self.log_to_write(path, topic)?.produce(topic, messages)?.len() as u64)
            }
            Kind::Kafka => {
                let broker = self.settings.broker();
                // Asked for first: a broker may make whatever topic a producer names.
                let topics = self.ask(kafka::list_topics(&broker)).await?;
                if !topics.iter().any(|found| found.name == topic) {
                    let doing = format!("write to the topic {topic}");
                    return Err(Fault::new(
                        FaultKind::Usage,
                        doing,
                        "there is no such topic, or none that we may see",
                    ));
                }
                let opening = kafka::Producer::open(&broker, topic);
                let producer = self.ask(opening).await?;
                for message in &messages {
                    producer.send(message).await?;
                }
                producer.flush(FLUSH).await
            }
        }
    }

    /// The log, begun where there is none; that is said, as a slip in its path looks the same.
    fn log_to_write(&self, path: &Path, topic: &str) -> Result<Log, Fault> {
        if is_there(path)? {
            must_be_there(path)?;
            return Log::open(path);
        }
        let topics = &self.settings.topics;
        if ![&topics.raw, &topics.enriched, &topics.dead].iter().any(|known| ***known == *topic) {
            let doing = format!("write to the topic {topic}");
            return Err(Fault::new(FaultKind::Usage, doing, "a new log has no such topic"));
        }
        if let Some(out) = path.parent().and_then(Path::parent).filter(|out| log_in(out) == path) {
            must_not_be_lost(path, out)?;
        }
        let log = open_log(path, &self.settings)?;
        eprintln!("dateline: begins a new log, {}", path.display());
        Ok(log)
    }

    /// Topics with their partitions: name, and for each partition the first offset and the next.
    pub(crate) async fn topics(&self) -> Result<Vec<(String, Vec<(i32, i64, i64)>)>, Fault> {
        Ok(match &self.kind {
            Kind::Embedded(path) => {
                must_be_there(path)?;
                let topics = Log::open_read_only(path)?.topics()?;
                let partitions = |topic: &embedded::TopicInfo| {
                    topic.partitions.iter().map(|p| (p.partition, p.first, p.next)).collect()
                };
                topics.iter().map(|topic| (topic.name.to_string(), partitions(topic))).collect()
            }
            Kind::Kafka => {
                let topics = self.ask(kafka::list_topics(&self.settings.broker())).await?;
                let partitions = |topic: &kafka::TopicInfo| {
                    topic.partitions.iter().map(|p| (p.partition, p.first, p.next)).collect()
                };
                topics.iter().map(|topic| (topic.name.clone(), partitions(topic))).collect()
            }
        })
    }

    /// Gives every message of a topic to `each` until it says stop (false), the topic ends, or for ever with `follow`.
    pub(crate) async fn read(
        &self,
        topic: &str,
        from_beginning: bool,
        follow: bool,
        mut each: impl FnMut(Message) -> bool,
    ) -> Result<(), Fault> {
        match &self.kind {
            Kind::Embedded(path) => read_log(path, topic, from_beginning, follow, each).await,
            Kind::Kafka => {
                let from = if from_beginning { kafka::From::Beginning } else { kafka::From::End };
                let until = if follow { kafka::Until::Stopped } else { kafka::Until::End };
                let broker = self.settings.broker();
                let opening = kafka::Reader::open(&broker, topic, from, until);
                let mut reader = self.ask(opening).await?;
                if !from_beginning {
                    say_what_is_waited_for(topic);
                }
                while let Some(message) = reader.next().await? {
                    if !each(message) {
                        break;
                    }
                }
                Ok(())
            }
        }
    }
}

/// The same of an embedded log.
///
/// Who stays lets go of the log before anything is printed, and takes it again only when its file has changed: a run or `produce` has
/// it meanwhile, and is waited for. Who reads to the end holds it until then, so that nothing comes between.
async fn read_log(
    path: &Path,
    topic: &str,
    from_beginning: bool,
    follow: bool,
    mut each: impl FnMut(Message) -> bool,
) -> Result<(), Fault> {
    const LOOK: Duration = Duration::from_millis(500);
    const MESSAGES: usize = 1_000;
    const BYTES: usize = 16 << 20;
    must_be_there(path)?;
    let mut next: Option<Vec<(i32, i64)>> = None;
    let (mut held, mut read_all_of) = (None, None);
    loop {
        let stamp = stamp(path);
        if stamp.is_some() && stamp == read_all_of {
            tokio::time::sleep(LOOK).await;
            continue;
        }
        let log = match held.take().map_or_else(|| Log::open_read_only(path), Ok) {
            Err(fault) if fault.kind == FaultKind::TryAgain && next.is_some() => {
                tokio::time::sleep(LOOK).await;
                continue;
            }
            log => log?,
        };
        let at = if let Some(at) = &mut next {
            at
        } else {
            let infos = log.topics()?;
            let info = infos.iter().find(|info| *info.name == *topic).ok_or_else(|| missing(topic, path))?;
            if !from_beginning {
                say_what_is_waited_for(topic);
            }
            let start =
                |p: &embedded::PartitionInfo| (p.partition, if from_beginning { p.first } else { p.next });
            next.insert(info.partitions.iter().map(start).collect())
        };
        let mut messages = Vec::new();
        for (partition, from) in at {
            messages = log.read(topic, *partition, *from, MESSAGES, BYTES)?;
            if let Some(last) = messages.last() {
                *from = last.position.offset + 1;
                break;
            }
        }
        if follow {
            drop(log);
        } else {
            held = Some(log);
        }
        if messages.is_empty() {
            if !follow {
                return Ok(());
            }
            read_all_of = stamp;
            tokio::time::sleep(LOOK).await;
        }
        for message in messages {
            if !each(message) {
                return Ok(());
            }
        }
    }
}

/// What changes whenever somebody writes to a file. `None` while that was so lately that the clock of the file system might not tell
/// the next time from it.
fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    const COARSE: Duration = Duration::from_secs(1);
    let metadata = std::fs::metadata(path).ok()?;
    let modified = metadata.modified().ok()?;
    modified.elapsed().is_ok_and(|age| age > COARSE).then_some((modified, metadata.len()))
}

/// Once, and to people only.
fn say_what_is_waited_for(topic: &str) {
    if std::io::stderr().is_terminal() {
        eprintln!(
            "dateline: waits for new messages on {topic}; --from-beginning shows those that are there, Ctrl-C ends"
        );
    }
}

/// A slip in a path must not make files, nor take something else for a log.
pub(crate) fn must_be_there(path: &Path) -> Result<(), Fault> {
    let mut magic = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(4).read_to_end(&mut magic));
    let doing = || format!("open the log {}", path.display());
    match read {
        Ok(_) if magic == *b"redb" => Ok(()),
        Ok(_) => Err(Fault::new(FaultKind::Usage, doing(), "it is no embedded log")),
        Err(err) => Err(Fault::new(kind_of(&err), doing(), err)),
    }
}

fn missing(topic: &str, path: &Path) -> Fault {
    Fault::new(
        FaultKind::Usage,
        format!("read topic {topic}"),
        format!("{} has no such topic", path.display()),
    )
}
