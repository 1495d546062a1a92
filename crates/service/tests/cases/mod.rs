//! Every setting, what it cannot be and what it can, in TOML.

pub(crate) struct Case {
    pub(crate) key: &'static str,
    /// At least one of a wrong type and one that is out of range or cannot be parsed.
    pub(crate) bad: &'static [&'static str],
    /// Both ends of a range, or each word.
    pub(crate) good: &'static [&'static str],
    /// Whether the key takes almost any text: then a number from the environment is fine.
    pub(crate) any_text: bool,
}

const fn case(key: &'static str, bad: &'static [&'static str], good: &'static [&'static str]) -> Case {
    Case { key, bad, good, any_text: false }
}

const fn text(key: &'static str, bad: &'static [&'static str], good: &'static [&'static str]) -> Case {
    Case { key, bad, good, any_text: true }
}

/// A name with a character more than a topic's may have.
const LONG: &str = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
                    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
                    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"";
const TOPIC: &[&str] = &["7", "\"\"", "\"a b\"", "\"ü b\"", "\"a/ b\"", LONG];

pub(crate) const CASES: &[Case] = &[
    case(
        "log.level",
        &["3", "true", "\"\"", "\"inof\"", "\"verbose\"", "\"info,kafka=loud\""],
        &["\"off\"", "\"trace\"", "\"warn,kafka=debug\""],
    ),
    case("log.format", &["3", "\"xml\"", "\"JSON\""], &["\"auto\"", "\"human\"", "\"json\""]),
    case("http.enabled", &["1", "\"yes\""], &["true", "false"]),
    case(
        "http.listen",
        &["8080", "\"8080\"", "\"localhost:8080\"", "\"127.0.0.1:65536\""],
        &["\"0.0.0.0:0\"", "\"[::1]:65535\""],
    ),
    case("flow.threads", &["\"two\"", "1.5", "[1]", "-1", "1025"], &["0", "1024"]),
    case("flow.batch_messages", &["\"many\"", "0", "1000001"], &["1", "1000000"]),
    case("flow.batch_bytes", &["\"16 MiB\"", "1023", "1073741825"], &["1024", "1073741824"]),
    case("flow.batch_wait_ms", &["0.5", "-1", "60001"], &["0", "60000"]),
    case("flow.drain_ms", &["\"20s\"", "-1", "3600001"], &["0", "3600000"]),
    case("flow.stall_ms", &["true", "999", "86400001"], &["1000", "86400000"]),
    text(
        "kafka.bootstrap_servers",
        &["9092", "[\"a:1\"]", "\"\"", "\"a b:9092\"", "\"a:9092, \""],
        &["\"a\"", "\"a:9092,b:9093\"", "\"[::1]:9092\"", "\"SASL_SSL://a:9092\""],
    ),
    text("kafka.client_id", &["1", "\"\"", "\"a b\""], &["\"a\""]),
    text("kafka.group_prefix", &["1", "\"\"", "\"a b\""], &["\"a\""]),
    text("kafka.instance", &["1", "\"a b\""], &["\"a\""]),
    case("kafka.patience_ms", &["\"1m\"", "0", "86400001"], &["1", "86400000"]),
    text("topics.raw", TOPIC, &["\"a\"", "\"A.b-c_9\""]),
    text("topics.enriched", TOPIC, &["\"a\""]),
    text("topics.dead", TOPIC, &["\"a\""]),
    text("topics.feeds", TOPIC, &["\"a\""]),
    case("topics.create", &["\"maybe\"", "1"], &["true", "false"]),
    case("topics.partitions", &["\"six\"", "0", "10001"], &["1", "10000"]),
    case("topics.replication_factor", &["false", "0", "101"], &["1", "100"]),
    case("topics.max_message_bytes", &["\"16 MiB\"", "2047", "1000000001"], &["2048", "1000000000"]),
    text("feed.name", TOPIC, &["\"reuters-2\""]),
    text("feed.folder", &["1", "\"\""], &["\"/var/inbox\""]),
    case("feed.watch", &["0", "\"on\""], &["true", "false"]),
    case("feed.poll_ms", &["\"1s\"", "9", "3600001"], &["10", "3600000"]),
    case("feed.quiet_ms", &["\"1s\"", "-1", "3600001"], &["0", "3600000"]),
    case("feed.max_story_bytes", &["8.5", "1023", "1000000001"], &["1024", "999999999"]),
    text("sink.folder", &["1", "\"\""], &["\"/var/out\""]),
    case("sink.compression", &["true", "\"lz4\"", "\"\""], &["\"none\"", "\"gzip\"", "\"zstd\""]),
    case("sink.zstd_level", &["\"best\"", "0", "23"], &["1", "22"]),
    case("sink.rotate_bytes", &["\"1 GB\"", "1023", "68719476737"], &["1024", "68719476736"]),
    case("sink.rotate_age_ms", &["\"5s\"", "0", "86400001"], &["1", "86399999"]),
    case("sink.rotate_messages", &["\"all\"", "0", "100000001"], &["1", "100000000"]),
    case(
        "embedded.cache_bytes",
        &["\"64 MiB\"", "1048575", "99999999999999999999"],
        &["1048576", "68719476736"],
    ),
    case("embedded.partitions", &["[4]", "0", "1025"], &["1", "1024"]),
    case("embedded.keep_filed", &["\"yes\"", "1"], &["true", "false"]),
    text("tagger.gazetteer", &["1", "\" \""], &["\"/var/geonames\"", "\"\""]),
];
