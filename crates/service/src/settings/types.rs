//! The settings as strict types, with the range of each. What they mean stands in `config/default.toml`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use tracing_subscriber::EnvFilter;

use super::librdkafka::Librdkafka;
use super::read::Reader;
use super::topic::Topic;

const KIB: i64 = 1 << 10;
const MIB: i64 = 1 << 20;
const GIB: i64 = 1 << 30;
const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;
/// Of `message.max.bytes` in librdkafka.
const LARGEST_MESSAGE: i64 = 1_000_000_000;

/// All settings of all programs.
#[derive(Clone, Debug)]
pub struct Settings {
    pub log: LogSettings,
    pub http: HttpSettings,
    pub flow: FlowSettings,
    pub kafka: KafkaSettings,
    pub topics: TopicSettings,
    pub feed: FeedSettings,
    pub sink: SinkSettings,
    pub embedded: EmbeddedSettings,
    pub tagger: TaggerSettings,
}

#[derive(Clone, Debug)]
pub struct LogSettings {
    /// In the syntax of `EnvFilter`; checked.
    pub level: String,
    pub format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Auto,
    Human,
    Json,
}

#[derive(Clone, Debug)]
pub struct HttpSettings {
    pub enabled: bool,
    pub listen: SocketAddr,
}

#[derive(Clone, Debug)]
pub struct FlowSettings {
    /// 0: one a core.
    pub threads: usize,
    pub batch_messages: usize,
    pub batch_bytes: usize,
    pub batch_wait: Duration,
    pub drain: Duration,
    pub stall: Duration,
}

#[derive(Clone, Debug)]
pub struct KafkaSettings {
    pub bootstrap_servers: String,
    pub client_id: String,
    pub group_prefix: String,
    /// Never empty: the name of the host if nothing else was set.
    pub instance: String,
    pub patience: Duration,
    pub librdkafka: Librdkafka,
}

impl KafkaSettings {
    /// The consumer group of a service: `dateline-enricher`.
    pub fn group(&self, service: &str) -> String {
        format!("{}-{service}", self.group_prefix)
    }
}

#[derive(Clone, Debug)]
pub struct TopicSettings {
    pub raw: Topic,
    pub enriched: Topic,
    pub dead: Topic,
    pub feeds: Topic,
    pub create: bool,
    pub partitions: i32,
    pub replication_factor: i32,
    pub max_message_bytes: usize,
}

#[derive(Clone, Debug)]
pub struct FeedSettings {
    pub name: String,
    pub folder: PathBuf,
    pub watch: bool,
    pub poll: Duration,
    pub quiet: Duration,
    pub max_story_bytes: usize,
}

#[derive(Clone, Debug)]
pub struct SinkSettings {
    pub folder: PathBuf,
    pub compression: Compression,
    pub zstd_level: i32,
    pub rotate_bytes: u64,
    pub rotate_age: Duration,
    pub rotate_messages: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    None,
    Gzip,
    Zstd,
}

#[derive(Clone, Debug)]
pub struct EmbeddedSettings {
    pub cache_bytes: usize,
    pub partitions: i32,
    /// Whether what was tagged, and what is in files, stays in the log as well.
    pub keep_filed: bool,
}

#[derive(Clone, Debug)]
pub struct TaggerSettings {
    pub gazetteer: Option<Gazetteer>,
}

/// A folder with a dump of GeoNames.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    pub folder: PathBuf,
    /// Where it was set: for whoever reads it and finds it wanting.
    pub origin: String,
}

impl Settings {
    /// `None`: the reader knows what is wrong. Each section says one thing at a time.
    pub(super) fn read(from: &mut Reader) -> Option<Self> {
        let log = LogSettings::read(from);
        let http = HttpSettings::read(from);
        let flow = FlowSettings::read(from);
        let kafka = KafkaSettings::read(from);
        let topics = TopicSettings::read(from);
        let feed = FeedSettings::read(from);
        let sink = SinkSettings::read(from);
        let embedded = EmbeddedSettings::read(from);
        let tagger = TaggerSettings::read(from);
        let settings = Self {
            log: log?,
            http: http?,
            flow: flow?,
            kafka: kafka?,
            topics: topics?,
            feed: feed?,
            sink: sink?,
            embedded: embedded?,
            tagger: tagger?,
        };
        settings.agree(from)?;
        Some(settings)
    }

    /// What must be true of two settings together.
    fn agree(&self, from: &mut Reader) -> Option<()> {
        if self.feed.max_story_bytes >= self.topics.max_message_bytes {
            let limit = self.topics.max_message_bytes;
            let what = format!("must be less than `topics.max_message_bytes`, which is {limit}");
            return from.complain("feed.max_story_bytes", &what);
        }
        if self.sink.rotate_age >= self.flow.stall {
            let limit = self.flow.stall.as_millis();
            let what = format!("must be less than `flow.stall_ms`, which is {limit}");
            return from.complain("sink.rotate_age_ms", &what);
        }
        let TopicSettings { raw, enriched, dead, feeds, .. } = &self.topics;
        let names = [("raw", raw), ("enriched", enriched), ("dead", dead), ("feeds", feeds)];
        for (at, (key, name)) in names.iter().enumerate() {
            if let Some((other, _)) = names[..at].iter().find(|(_, earlier)| earlier == name) {
                let what = format!("is {name} like `topics.{other}`; each needs a topic of its own");
                return from.complain(&format!("topics.{key}"), &what);
            }
        }
        Some(())
    }
}

impl TaggerSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        let legal = |text: &str| !text.contains('\0') && text.trim() == text;
        let gazetteer = from.text("tagger.gazetteer", "a path, or empty", |text| {
            legal(text).then(|| Some(PathBuf::from(text)).filter(|path| !path.as_os_str().is_empty()))
        });
        let origin = from.origin("tagger.gazetteer");
        Some(Self { gazetteer: gazetteer?.map(|folder| Gazetteer { folder, origin }) })
    }
}

impl LogSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        let level = "a level (off, error, warn, info, debug, trace) or a filter as in \"info,kafka=debug\"";
        Some(Self {
            level: from.text("log.level", level, |text| is_filter(text).then(|| text.to_owned()))?,
            format: from.text("log.format", "auto, human or json", |text| match text {
                "auto" => Some(LogFormat::Auto),
                "human" => Some(LogFormat::Human),
                "json" => Some(LogFormat::Json),
                _ => None,
            })?,
        })
    }
}

/// Stricter than `EnvFilter`, which takes `inof` for the name of a target and shows all of it.
fn is_filter(text: &str) -> bool {
    const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];
    let plain = |part: &str| part.contains(['=', '[']) || LEVELS.contains(&part.trim());
    text.split(',').all(plain) && EnvFilter::builder().parse(text).is_ok()
}

impl HttpSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            enabled: from.yes_or_no("http.enabled")?,
            listen: from.text("http.listen", "an IP address and a port", |text| text.parse().ok())?,
        })
    }
}

impl FlowSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            threads: from.whole("flow.threads", 0..=1024)?,
            batch_messages: from.whole("flow.batch_messages", 1..=1_000_000)?,
            batch_bytes: from.whole("flow.batch_bytes", KIB..=GIB)?,
            batch_wait: from.millis("flow.batch_wait_ms", 0..=MINUTE_MS)?,
            drain: from.millis("flow.drain_ms", 0..=HOUR_MS)?,
            stall: from.millis("flow.stall_ms", 1_000..=DAY_MS)?,
        })
    }
}

impl KafkaSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        let name = "1 to 200 characters without spaces";
        let servers = "host:port, several with commas between";
        Some(Self {
            bootstrap_servers: from.text("kafka.bootstrap_servers", servers, |text| {
                text.split(',').all(is_server).then(|| text.to_owned())
            })?,
            client_id: from.text("kafka.client_id", name, named)?,
            group_prefix: from.text("kafka.group_prefix", name, named)?,
            instance: instance(from)?,
            patience: from.millis("kafka.patience_ms", 1..=DAY_MS)?,
            librdkafka: from.librdkafka()?,
        })
    }
}

fn instance(from: &mut Reader) -> Option<String> {
    const KEY: &str = "kafka.instance";
    let what = "up to 200 characters without spaces";
    let set = from.text(KEY, what, |text| if text.is_empty() { Some(String::new()) } else { named(text) })?;
    if !set.is_empty() {
        return Some(set);
    }
    let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
    let Some(host) = named(&host) else { return from.complain(KEY, "is empty, and this host has no name") };
    from.found_on_host(KEY, &host);
    Some(host)
}

fn named(text: &str) -> Option<String> {
    let fits = (1..=200).contains(&text.chars().count());
    let plain = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    (fits && plain).then(|| text.to_owned())
}

/// `host`, `host:9092`, `[::1]:9092`; librdkafka also takes `SSL://host:9092`.
fn is_server(text: &str) -> bool {
    let text = text.trim();
    let address = text.split_once("://").map_or(text, |(_, address)| address);
    let host = match address.rsplit_once(':') {
        Some((host, port)) if !address.ends_with(']') => {
            if !port.parse::<u16>().is_ok_and(|port| port > 0) {
                return false;
            }
            host
        }
        _ => address,
    };
    named(host).is_some()
}

impl TopicSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            raw: topic(from, "topics.raw")?,
            enriched: topic(from, "topics.enriched")?,
            dead: topic(from, "topics.dead")?,
            feeds: topic(from, "topics.feeds")?,
            create: from.yes_or_no("topics.create")?,
            partitions: from.whole("topics.partitions", 1..=10_000)?,
            replication_factor: from.whole("topics.replication_factor", 1..=100)?,
            max_message_bytes: from.whole("topics.max_message_bytes", 2 * KIB..=LARGEST_MESSAGE)?,
        })
    }
}

fn topic(from: &mut Reader, key: &str) -> Option<Topic> {
    let what = "a topic name (1 to 249 letters, digits, dots, underscores and hyphens)";
    from.text(key, what, |text| Topic::try_from(text).ok())
}

impl FeedSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        // It is the beginning of keys and positions, so it is held to what a topic may be called.
        let name = "a name (1 to 249 letters, digits, dots, underscores and hyphens)";
        Some(Self {
            name: from.text("feed.name", name, |text| Topic::try_from(text).ok().map(|_| text.to_owned()))?,
            folder: from.path("feed.folder")?,
            watch: from.yes_or_no("feed.watch")?,
            poll: from.millis("feed.poll_ms", 10..=HOUR_MS)?,
            quiet: from.millis("feed.quiet_ms", 0..=HOUR_MS)?,
            max_story_bytes: from.whole("feed.max_story_bytes", KIB..=LARGEST_MESSAGE)?,
        })
    }
}

impl SinkSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            folder: from.path("sink.folder")?,
            compression: from.text("sink.compression", "none, gzip or zstd", |text| match text {
                "none" => Some(Compression::None),
                "gzip" => Some(Compression::Gzip),
                "zstd" => Some(Compression::Zstd),
                _ => None,
            })?,
            zstd_level: from.whole("sink.zstd_level", 1..=22)?,
            rotate_bytes: from.whole("sink.rotate_bytes", KIB..=64 * GIB)?,
            rotate_age: from.millis("sink.rotate_age_ms", 1..=DAY_MS)?,
            rotate_messages: from.whole("sink.rotate_messages", 1..=100_000_000)?,
        })
    }
}

impl EmbeddedSettings {
    fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            cache_bytes: from.whole("embedded.cache_bytes", MIB..=64 * GIB)?,
            partitions: from.whole("embedded.partitions", 1..=1024)?,
            keep_filed: from.yes_or_no("embedded.keep_filed")?,
        })
    }
}
