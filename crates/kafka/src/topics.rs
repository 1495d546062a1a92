//! Topics: asked about, made, checked.

use std::sync::Arc;
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind};
use rdkafka::admin::{AdminClient, AdminOptions, NewTopic as KafkaTopic, TopicReplication};
use rdkafka::client::{Client, ClientContext};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use rdkafka::metadata::Metadata;

use crate::fault::{Sense, code, lasting, no_answer, sense, words};
use crate::line::{Line, Listener};
use crate::settings::{Settings, client_fault};

/// How long one question may take; patience is made of many.
const ASK: Duration = Duration::from_secs(1);
/// The most events that are served at once, between two questions say. A connection that is refused at once is tried ten times a second, with
/// two lines of log for each error: the errors must not queue up behind them.
pub(crate) const EVENTS: usize = 1000;
/// How long a topic may take to be known everywhere after it was made.
const SPREAD: Duration = Duration::from_secs(2);
/// How long brokers may take to make a topic.
const MAKE: Duration = Duration::from_secs(30);

/// A topic to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTopic {
    pub name: String,
    /// `None`: as many as the brokers like.
    pub partitions: Option<u32>,
    /// Copies of each partition. `None`: as many as the brokers like.
    pub replication: Option<u16>,
    /// Kafka's own names and values: `cleanup.policy`, `retention.ms` …
    pub config: Vec<(String, String)>,
}

/// A topic that must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub name: String,
    /// `None`: any number.
    pub partitions: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicInfo {
    pub name: String,
    pub partitions: Vec<PartitionInfo>,
}

/// The offsets of a partition that can be read: `first ≤ o < next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartitionInfo {
    pub partition: i32,
    pub first: i64,
    pub next: i64,
}

/// Makes those topics that are not there yet, and says which.
pub async fn create_topics(settings: &Settings, topics: &[NewTopic]) -> Result<Vec<String>, Fault> {
    let topics = topics.to_vec();
    ask(settings, "make topics", move |desk| desk.create(&topics)).await
}

/// Makes sure of topics: each is there, may be read about, and has as many partitions as wanted.
///
/// Missing ones are made if `create` says so, else they are a fault; a wrong number of partitions always is.
pub async fn check_topics(settings: &Settings, wanted: &[Wanted], create: bool) -> Result<(), Fault> {
    let wanted = wanted.to_vec();
    ask(settings, "check topics", move |desk| desk.check(&wanted, create)).await
}

/// All topics but Kafka's own.
pub async fn list_topics(settings: &Settings) -> Result<Vec<TopicInfo>, Fault> {
    ask(settings, "list topics", Desk::list).await
}

/// Where questions about topics are answered.
struct Desk {
    settings: Settings,
    /// Asks. Not the admin client: nobody could hear from that why it cannot log in.
    asker: BaseConsumer<Listener>,
    line: Arc<Line>,
    patience: Duration,
    runtime: tokio::runtime::Handle,
}

/// Asks on a thread that may block.
async fn ask<T: Send + 'static>(
    settings: &Settings,
    doing: &str,
    question: impl FnOnce(&Desk) -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let settings = settings.clone();
    let runtime = tokio::runtime::Handle::current();
    let answer = tokio::task::spawn_blocking(move || {
        let line = Line::new(&settings.bootstrap_servers, None);
        let asker = settings
            .admin()?
            .create_with_context(Listener(Arc::clone(&line)))
            .map_err(|err| client_fault(&err))?;
        let desk = Desk { patience: settings.patience, settings, asker, line, runtime };
        question(&desk)
    });
    answer.await.map_err(|_| no_answer(doing))?
}

impl Desk {
    /// For whoever waits for an answer: lets librdkafka tell what is wrong. Never gives up.
    fn listen(&self) -> bool {
        self.asker.poll(Duration::ZERO);
        false
    }

    fn await_brokers(&self) -> Result<Metadata, Fault> {
        metadata(self.asker.client(), &self.line, None, self.patience, &|| self.listen())
    }

    fn create(&self, topics: &[NewTopic]) -> Result<Vec<String>, Fault> {
        self.await_brokers()?;
        if topics.is_empty() {
            return Ok(Vec::new());
        }
        let admin: AdminClient<Listener> = self
            .settings
            .admin()?
            .create_with_context(Listener(Arc::clone(&self.line)))
            .map_err(|err| client_fault(&err))?;
        let wishes: Vec<KafkaTopic<'_>> = topics.iter().map(wish).collect();
        let options = AdminOptions::new().operation_timeout(Some(MAKE)).request_timeout(Some(MAKE));
        let answers = self
            .runtime
            .block_on(admin.create_topics(&wishes, &options))
            .map_err(|err| Fault::new(FaultKind::Unavailable, "make topics", words(code(&err))))?;
        let mut made = Vec::new();
        for answer in answers {
            match answer {
                Ok(name) => made.push(name),
                Err((_, Code::TopicAlreadyExists)) => {}
                Err((name, code)) => {
                    let doing = format!("make the topic {name}");
                    let fault = lasting(&doing, code);
                    return Err(
                        fault.unwrap_or_else(|| Fault::new(FaultKind::Unavailable, doing, words(code)))
                    );
                }
            }
        }
        // They are there, made now or by somebody who started at the same time: on a busy broker it takes a while until it says so.
        let began = Instant::now();
        for NewTopic { name, .. } in topics {
            self.partitions(name, MAKE.saturating_sub(began.elapsed()))?;
        }
        Ok(made)
    }

    fn check(&self, wanted: &[Wanted], create: bool) -> Result<(), Fault> {
        self.await_brokers()?;
        if create {
            let mut missing = Vec::new();
            for wanted in wanted {
                if self.partitions(&wanted.name, Duration::ZERO)?.is_none() {
                    let Wanted { name, partitions } = wanted.clone();
                    missing.push(NewTopic { name, partitions, replication: None, config: Vec::new() });
                }
            }
            self.create(&missing)?;
        }
        for Wanted { name, partitions } in wanted {
            let doing = format!("use the topic {name}");
            let Some(found) = self.partitions(name, SPREAD)? else {
                let why = "there is no such topic: `dateline topics create` makes it, and so does a service with topics.create = true";
                return Err(Fault::new(FaultKind::Usage, doing, why));
            };
            match partitions {
                Some(count) if *count as usize != found => {
                    let why = format!("it has {found} partitions, and {count} are wanted");
                    return Err(Fault::new(FaultKind::Usage, doing, why));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The number of a topic's partitions; `None` if it is still not there after `spread`.
    fn partitions(&self, topic: &str, spread: Duration) -> Result<Option<usize>, Fault> {
        find(self.asker.client(), &self.line, topic, self.patience, spread, &|| self.listen())
    }

    fn list(&self) -> Result<Vec<TopicInfo>, Fault> {
        let (client, metadata) = (self.asker.client(), self.await_brokers()?);
        let mut topics = Vec::new();
        for topic in metadata.topics().iter().filter(|topic| !topic.name().starts_with("__")) {
            let mut partitions = Vec::new();
            for partition in topic.partitions() {
                let (first, next) = watermarks(client, topic.name(), partition.id(), self.patience)?;
                partitions.push(PartitionInfo { partition: partition.id(), first, next });
            }
            partitions.sort_by_key(|one| one.partition);
            topics.push(TopicInfo { name: topic.name().to_owned(), partitions });
        }
        topics.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(topics)
    }
}

fn wish(topic: &NewTopic) -> KafkaTopic<'_> {
    let NewTopic { name, partitions, replication, config } = topic;
    // -1: the brokers' defaults.
    let partitions = partitions.map_or(-1, |count| i32::try_from(count).unwrap_or(i32::MAX));
    let replication = TopicReplication::Fixed(replication.map_or(-1, i32::from));
    let wish = KafkaTopic::new(name, partitions, replication);
    config.iter().fold(wish, |wish, (key, value)| wish.set(key, value))
}

/// Waits until a broker answers, and makes sure of a topic.
pub(crate) fn await_topic<C: ClientContext>(
    client: &Client<C>,
    line: &Line,
    topic: &str,
    patience: Duration,
    given_up: &dyn Fn() -> bool,
) -> Result<(), Fault> {
    match find(client, line, topic, patience, SPREAD, given_up)? {
        Some(_) => Ok(()),
        None => Err(Fault::new(FaultKind::Usage, format!("use the topic {topic}"), "there is no such topic")),
    }
}

fn find<C: ClientContext>(
    client: &Client<C>,
    line: &Line,
    topic: &str,
    patience: Duration,
    spread: Duration,
    given_up: &dyn Fn() -> bool,
) -> Result<Option<usize>, Fault> {
    let began = Instant::now();
    loop {
        let metadata = metadata(client, line, Some(topic), patience, given_up)?;
        let found = metadata.topics().iter().find(|found| found.name() == topic);
        let err: Option<Code> = match found {
            None => Some(Code::UnknownTopicOrPartition),
            Some(found) => found.error().map(Into::into),
        };
        match (err, found) {
            (None, Some(found)) if !found.partitions().is_empty() => {
                return Ok(Some(found.partitions().len()));
            }
            (Some(code), _) if sense(code) == Sense::NoTopic && began.elapsed() >= spread => return Ok(None),
            (Some(code), _) if sense(code) != Sense::NoTopic => {
                if let Some(fault) = lasting(&format!("use the topic {topic}"), code) {
                    return Err(fault);
                }
            }
            _ => {}
        }
        if began.elapsed() >= patience.max(spread) {
            let why = err.map_or_else(|| "it has no partitions".to_owned(), words);
            return Err(Fault::new(FaultKind::Unavailable, format!("use the topic {topic}"), why));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn metadata<C: ClientContext>(
    client: &Client<C>,
    line: &Line,
    topic: Option<&str>,
    patience: Duration,
    given_up: &dyn Fn() -> bool,
) -> Result<Metadata, Fault> {
    let began = Instant::now();
    loop {
        let left = patience.saturating_sub(began.elapsed());
        let err = match client.fetch_metadata(topic, left.min(ASK).max(Duration::from_millis(10))) {
            Ok(metadata) => return Ok(metadata),
            Err(err) => err,
        };
        // Each call serves one event, and why nobody answers may stand in a later one.
        for _ in 0..EVENTS {
            let served = line.served();
            if given_up() || line.served() == served {
                break;
            }
        }
        if began.elapsed() >= patience || given_up() || line.is_turned_away() {
            return Err(unreachable(line, &err));
        }
        std::thread::sleep(Duration::from_millis(50).min(left));
    }
}

/// The first and the next offset of a partition, for this client's isolation level.
pub(crate) fn watermarks<C: ClientContext>(
    client: &Client<C>,
    topic: &str,
    partition: i32,
    patience: Duration,
) -> Result<(i64, i64), Fault> {
    let began = Instant::now();
    loop {
        let err = match client.fetch_watermarks(topic, partition, ASK) {
            Ok(watermarks) => return Ok(watermarks),
            Err(err) => err,
        };
        let doing = || format!("ask for the offsets of the topic {topic}, partition {partition}");
        // A topic that was just made may not be known to its leader yet.
        let fresh = sense(code(&err)) == Sense::NoTopic && began.elapsed() < SPREAD;
        if let Some(fault) = lasting(&doing(), code(&err)).filter(|_| !fresh) {
            return Err(fault);
        }
        if began.elapsed() >= patience {
            return Err(Fault::new(FaultKind::Unavailable, doing(), words(code(&err))));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Nobody answered within the patience, or whoever did wants nothing to do with us.
pub(crate) fn unreachable(line: &Line, err: &KafkaError) -> Fault {
    let complaint = line.complaint();
    let why = if complaint.is_empty() { words(code(err)) } else { complaint };
    if line.is_turned_away() {
        return Fault::new(
            FaultKind::Usage,
            format!("log in to the Kafka brokers at {}", line.brokers()),
            why,
        );
    }
    Fault::new(FaultKind::Unavailable, format!("reach a Kafka broker at {}", line.brokers()), why)
}
