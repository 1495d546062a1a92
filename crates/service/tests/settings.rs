//! Settings through the public door: every key, from every place.
#![allow(clippy::unwrap_used)] // helpers of tests are tests

mod cases;

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use cases::{CASES, Case};
use flow::{FaultKind, chain};
use service::Topic;
use service::settings::{Effective, Loaded, Sources, Surroundings, load_in};
use tempfile::TempDir;

/// A world with files and variables of a test's making.
struct World {
    folder: TempDir,
    environment: Vec<(OsString, OsString)>,
    sources: Sources,
}

impl World {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), environment: Vec::new(), sources: Sources::default() }
    }

    fn file(self, name: &str, text: &str) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// A file that is given with `--config`.
    fn config(mut self, text: &str) -> Self {
        self.sources.config = Some("my.toml".into());
        self.file("my.toml", text)
    }

    fn variable(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    fn flag(mut self, key: &str, value: &str) -> Self {
        self.sources.set.push((key.to_owned(), value.to_owned()));
        self
    }

    fn load(&self, service: Option<&str>) -> Result<Loaded, String> {
        let folder = self.folder.path().to_owned();
        let world = Surroundings { environment: self.environment.clone(), folder };
        load_in(&world, service, &self.sources).map_err(|fault| {
            assert_eq!(fault.kind, FaultKind::Usage);
            chain(&fault)
        })
    }

    fn fails(&self) -> String {
        self.load(None).expect_err("these settings are wrong")
    }

    fn holds(&self) -> Loaded {
        self.load(None).unwrap_or_else(|err| panic!("{err}"))
    }
}

fn effective<'l>(loaded: &'l Loaded, key: &str) -> &'l Effective {
    loaded.effective.iter().find(|it| it.key == key).unwrap()
}

/// `flow.threads = 3` as a file: the key stands in line 2.
fn toml(key: &str, value: &str) -> String {
    let (section, name) = key.rsplit_once('.').unwrap();
    format!("[{section}]\n{name} = {value}\n")
}

fn variable(key: &str) -> String {
    format!("DATELINE__{}", key.to_uppercase().replace('.', "__"))
}

#[test]
fn every_key_has_its_cases() {
    let loaded = World::new().holds();
    let keys: Vec<&str> = loaded.effective.iter().map(|it| it.key.as_str()).collect();
    let cases: Vec<&str> = CASES.iter().map(|case| case.key).collect();
    assert_eq!(keys, cases, "a new setting needs a line in tests/cases/mod.rs, in the order of default.toml");
}

#[test]
fn what_is_wrong_in_a_file_is_named_with_file_line_and_key() {
    for Case { key, bad, .. } in CASES {
        assert!(bad.len() >= 2, "`{key}` has a wrong type and a value that it cannot take");
        for value in *bad {
            let message = World::new().config(&toml(key, value)).fails();
            let start = format!("failed to read the settings: my.toml:2: `{key}` ");
            assert!(message.starts_with(&start), "{key} = {value}: {message}");
        }
    }
}

#[test]
fn what_is_wrong_in_the_environment_is_named_with_variable_and_key() {
    for Case { key, bad, any_text, .. } in CASES {
        let loose = bad.iter().map(|value| value.trim_matches('"'));
        // In the environment all is text, so a number is no wrong type for a key that takes any.
        for value in loose.filter(|value| !any_text || value.is_empty() || value.contains(' ')) {
            let message = World::new().variable(&variable(key), value).fails();
            let start = format!("failed to read the settings: {}: `{key}` ", variable(key));
            assert!(message.starts_with(&start), "{key} = {value}: {message}");
        }
    }
}

#[test]
fn what_is_wrong_on_the_command_line_is_named_as_such() {
    let message = World::new().flag("sink.zstd_level", "high").fails();
    let wanted = "command line: `sink.zstd_level` must be a whole number from 1 to 22, not \"high\"";
    assert!(message.ends_with(wanted), "{message}");
}

#[test]
fn values_at_both_ends_of_a_range_are_taken_from_file_environment_and_command_line() {
    for Case { key, good, .. } in CASES {
        for value in *good {
            let loose = value.trim_matches('"');
            for (world, origin) in [
                (World::new().config(&toml(key, value)), "my.toml:2".to_owned()),
                (World::new().variable(&variable(key), loose), variable(key)),
                (World::new().flag(key, loose), "command line".to_owned()),
            ] {
                // Two settings that must agree with others are given what they need.
                let world = match *key {
                    "feed.max_story_bytes" => {
                        world.variable("DATELINE__TOPICS__MAX_MESSAGE_BYTES", "1000000000")
                    }
                    "topics.max_message_bytes" => world.variable("DATELINE__FEED__MAX_STORY_BYTES", "1024"),
                    "sink.rotate_age_ms" => world.variable("DATELINE__FLOW__STALL_MS", "86400000"),
                    "flow.stall_ms" => world.variable("DATELINE__SINK__ROTATE_AGE_MS", "999"),
                    _ => world,
                };
                let loaded = world.load(None).unwrap_or_else(|err| panic!("{key} = {value}: {err}"));
                let it = effective(&loaded, key);
                assert_eq!((it.value.as_str(), it.origin.as_str()), (loose, origin.as_str()), "{key}");
            }
        }
    }
}

#[test]
fn a_misspelt_key_is_named_with_the_one_that_was_meant() {
    for Case { key, .. } in CASES {
        let wrong = format!("{key}z");
        let message = World::new().config(&toml(&wrong, "1")).fails();
        let wanted = format!("my.toml:2: `{wrong}` is not a setting; did you mean `{key}`?");
        assert!(message.ends_with(&wanted), "{message}");

        let message = World::new().variable(&variable(&wrong), "1").fails();
        let wanted = format!("`{wrong}` is not a setting; did you mean {}?", variable(key));
        assert!(message.ends_with(&wanted) && message.contains(&variable(&wrong)), "{message}");

        let message = World::new().flag(&wrong, "1").fails();
        assert!(message.contains(&format!("command line: `{wrong}` is not a setting")), "{message}");
    }
}

#[test]
fn a_section_that_is_not_there_a_value_for_a_section_and_a_section_for_a_value_are_errors() {
    for (text, wanted) in [
        ("[snik]\nfolder = \"out\"\n", "my.toml:1: `snik` is not a setting"),
        ("[snik]\n", "my.toml:1: `snik` is not a setting"),
        ("flow = 3\n", "my.toml:1: `flow` is a section and not a setting"),
        ("[flow.threads]\nmost = 3\n", "`flow.threads` must be a whole number from 0 to 1024, not a section"),
        ("rotate_bytes = 5000\n", "`rotate_bytes` is not a setting; did you mean `sink.rotate_bytes`?"),
        ("[tagger]\nfast = true\n", "my.toml:2: `tagger.fast` is not a setting"),
    ] {
        let message = World::new().config(text).fails();
        assert!(message.contains(wanted), "{text:?}: {message}");
    }
    assert!(World::new().variable("DATELINE__", "1").fails().contains("DATELINE__: `` is not a setting"));
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let world = World::new().config("[sink]\nfoldr = \"x\"\nzstd_level = 99\n[flow]\nthreads = -1\n");
    expect_test::expect![[
        "failed to read the settings: my.toml:2: `sink.foldr` is not a setting; did you mean `sink.folder`?; \
         my.toml:5: `flow.threads` must be a whole number from 0 to 1024, not -1; \
         my.toml:3: `sink.zstd_level` must be a whole number from 1 to 22, not 99"
    ]]
    .assert_eq(&world.fails());
}

#[test]
fn each_layer_covers_the_ones_before() {
    let key = "http.listen";
    let at = |world: &World| {
        let loaded = world.load(Some("sink")).unwrap_or_else(|err| panic!("{err}"));
        let it = effective(&loaded, key).clone();
        (it.value, it.origin)
    };
    let pair = |value: &str, origin: &str| (value.to_owned(), origin.to_owned());
    let world = World::new();
    assert_eq!(at(&world), pair("127.0.0.1:8083", "built-in sink.toml:5"));
    let world = world.file("config/default.toml", "[http]\nlisten = \"127.0.0.1:1\"\n");
    assert_eq!(at(&world), pair("127.0.0.1:8083", "built-in sink.toml:5"), "of files that are not there");
    let world = world.file("config/sink.toml", "");
    assert_eq!(at(&world), pair("127.0.0.1:1", "config/default.toml:2"));
    let world = world.file("config/sink.toml", "\n[http]\nlisten = \"127.0.0.1:2\"\n");
    assert_eq!(at(&world), pair("127.0.0.1:2", "config/sink.toml:3"));
    let world = world.config("http.listen = \"127.0.0.1:3\"\n");
    assert_eq!(at(&world), pair("127.0.0.1:3", "my.toml:1"));
    let world = world.variable("DATELINE__HTTP__LISTEN", "127.0.0.1:4");
    assert_eq!(at(&world), pair("127.0.0.1:4", "DATELINE__HTTP__LISTEN"));
    let world = world.flag("http.listen", "127.0.0.1:5");
    assert_eq!(at(&world), pair("127.0.0.1:5", "command line"));
}

#[test]
fn another_services_file_does_not_count() {
    let world = World::new().file("config/default.toml", "").file("config/ingester.toml", "nonsense = 1\n");
    assert!(world.load(Some("sink")).is_ok() && world.load(None).is_ok());
    assert!(world.load(Some("ingester")).is_err());
}

#[test]
fn the_config_folder_is_the_one_of_the_environment_if_named() {
    let world = World::new()
        .file("config/default.toml", "[flow]\nthreads = 1\n")
        .file("etc/default.toml", "[flow]\nthreads = 2\n");
    assert_eq!(world.holds().settings.flow.threads, 1);
    let world = world.variable("DATELINE_CONFIG_DIR", "etc");
    assert_eq!(world.holds().settings.flow.threads, 2);
    let message = World::new().variable("DATELINE_CONFIG_DIR", "etc").fails();
    assert_eq!(message, "failed to read the settings: DATELINE_CONFIG_DIR: etc holds no default.toml");
}

#[test]
fn a_file_that_is_not_there_or_is_no_toml_is_named() {
    let mut world = World::new();
    world.sources.config = Some("nowhere.toml".into());
    assert!(world.fails().starts_with("failed to read nowhere.toml: "), "{}", world.fails());
    let message = World::new().config("[kafka.librdkafka]\n\"sasl.password\" = hunter2\n").fails();
    assert!(message.starts_with("failed to read my.toml:2: "), "{message}");
    assert!(!message.contains("hunter2"), "{message}");
}

#[test]
fn the_files_of_the_repository_are_the_ones_compiled_in_and_explain_every_key() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let world = Surroundings { environment: Vec::new(), folder: root.clone() };
    for service in [None, Some("ingester"), Some("enricher"), Some("sink")] {
        let from_files = load_in(&world, service, &Sources::default()).unwrap();
        let built_in = World::new().load(service).unwrap();
        let plain = |loaded: &Loaded| {
            loaded.effective.iter().map(|it| (it.key.clone(), it.value.clone())).collect::<Vec<_>>()
        };
        assert_eq!(plain(&from_files), plain(&built_in));
    }
    let text = fs::read_to_string(root.join("config/default.toml")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2).filter(|pair| pair[1].contains('=') && !pair[1].starts_with('#')) {
        assert!(pair[0].starts_with("# "), "no comment over: {}", pair[1]);
    }
}

#[test]
fn a_setting_of_librdkafka_may_be_written_in_five_ways() {
    for world in [
        World::new().config("[kafka.librdkafka]\n\"security.protocol\" = \"SASL_SSL\"\n"),
        World::new().config("[kafka.librdkafka]\nsecurity.protocol = \"SASL_SSL\"\n"),
        World::new().config("[kafka.librdkafka.security]\nprotocol = \"SASL_SSL\"\n"),
        World::new().variable("DATELINE__KAFKA__LIBRDKAFKA__SECURITY_PROTOCOL", "SASL_SSL"),
        World::new().flag("kafka.librdkafka.security.protocol", "SASL_SSL"),
    ] {
        let loaded = world.holds();
        let all: Vec<_> = loaded.settings.kafka.librdkafka.iter().collect();
        assert_eq!(all, [("security.protocol", "SASL_SSL")]);
        assert_eq!(effective(&loaded, "kafka.librdkafka.security.protocol").value, "SASL_SSL");
    }
    let loaded = World::new().config("[kafka.librdkafka]\nlinger.ms = 5\nlog.queue = true\n").holds();
    let all: Vec<_> = loaded.settings.kafka.librdkafka.iter().collect();
    assert_eq!(all, [("linger.ms", "5"), ("log.queue", "true")]);
}

#[test]
fn what_exactly_once_rests_on_cannot_be_set_for_librdkafka() {
    let message = World::new().config("[kafka.librdkafka]\n\"group.id\" = \"x\"\n").fails();
    let wanted = "my.toml:2: `kafka.librdkafka.group.id` is not yours to set: use kafka.group_prefix";
    assert!(message.ends_with(wanted), "{message}");
    let message = World::new().variable("DATELINE__KAFKA__LIBRDKAFKA__ISOLATION_LEVEL", "x").fails();
    assert!(message.contains("`kafka.librdkafka.isolation.level` is not yours to set"), "{message}");
    let message = World::new().config("[kafka.librdkafka]\n\"linger.ms\" = [5]\n").fails();
    assert!(message.ends_with("`kafka.librdkafka.linger.ms` must be text, not a list"), "{message}");
}

#[test]
fn what_librdkafka_does_not_take_is_named_with_its_place_and_without_its_value() {
    for (text, wanted) in [
        (
            "\n\"sasl.pasword\" = \"hunter2\"\n",
            "my.toml:3: `kafka.librdkafka.sasl.pasword` is not a setting of librdkafka",
        ),
        (
            "\"linger.ms\" = \"hunter2\"\n",
            "my.toml:2: `kafka.librdkafka.linger.ms` has a value that librdkafka does not take for it",
        ),
    ] {
        let message = World::new().config(&format!("[kafka.librdkafka]\n{text}")).fails();
        assert!(message.ends_with(wanted) && !message.contains("hunter2"), "{message}");
    }
    let message = World::new().variable("DATELINE__KAFKA__LIBRDKAFKA__SOME_TOKEN", "hunter2").fails();
    assert!(
        message.contains("DATELINE__KAFKA__LIBRDKAFKA__SOME_TOKEN: `kafka.librdkafka.some.token`"),
        "{message}"
    );
    assert!(!message.contains("hunter2"), "{message}");
    for ours in ["group.instance.id", "group.protocol", "partition.assignment.strategy"] {
        let message = World::new().config(&format!("[kafka.librdkafka]\n\"{ours}\" = \"x\"\n")).fails();
        assert!(message.contains(&format!("`kafka.librdkafka.{ours}` is not yours to set")), "{message}");
    }
}

#[test]
fn a_key_that_is_not_there_has_a_hint_wherever_it_is_written() {
    for (wrong, right) in [
        ("sink.rotate_age", "sink.rotate_age_ms"),
        ("sink.rotate", "sink.rotate_bytes"),
        ("rotate_age_ms", "sink.rotate_age_ms"),
        ("compresion", "sink.compression"),
        ("kafka.compression", "sink.compression"),
        ("gazeteer", "tagger.gazetteer"),
    ] {
        let in_file = match wrong.split_once('.') {
            Some((section, name)) => format!("[{section}]\n{name} = 1\n"),
            None => format!("{wrong} = 1\n"),
        };
        for world in [World::new().flag(wrong, "1"), World::new().config(&in_file)] {
            assert!(
                world.fails().ends_with(&format!("`{wrong}` is not a setting; did you mean `{right}`?")),
                "{}",
                world.fails()
            );
        }
    }
    assert!(World::new().flag("colour", "blue").fails().ends_with("`colour` is not a setting"));
}

#[test]
fn a_secret_is_shown_nowhere() {
    const NAMES: [&str; 5] = [
        "sasl.password",
        "ssl.key.password",
        "ssl.key.pem",
        "ssl.keystore.password",
        "sasl.oauthbearer.client.secret",
    ];
    for name in NAMES {
        let in_environment =
            format!("DATELINE__KAFKA__LIBRDKAFKA__{}", name.to_uppercase().replace('.', "_"));
        for world in [
            World::new().config(&format!("[kafka.librdkafka]\n\"{name}\" = \"hunter2\"\n")),
            World::new().variable(&in_environment, "hunter2"),
            World::new().flag(&format!("kafka.librdkafka.{name}"), "hunter2"),
        ] {
            let loaded = world.holds();
            assert_eq!(loaded.settings.kafka.librdkafka.get(name), Some("hunter2"));
            assert!(!format!("{loaded:?}").contains("hunter2"), "{name}");
            assert_eq!(effective(&loaded, &format!("kafka.librdkafka.{name}")).value, "***");
            // Nor when something else is wrong, or the secret itself is.
            let world = world.variable("DATELINE__FLOW__THREADS", "x");
            assert!(!world.fails().contains("hunter2"));
        }
        let world = World::new().config(&format!("[kafka.librdkafka]\n\"{name}\" = [\"hunter2\"]\n"));
        assert!(!world.fails().contains("hunter2"));
    }
}

#[test]
fn a_secret_can_come_from_a_file() {
    let world = World::new().file("password", "hunter2\n");
    let path = world.folder.path().join("password").display().to_string();
    let world = world.variable("DATELINE__KAFKA__LIBRDKAFKA_FILES__SASL_PASSWORD", &path);
    let loaded = world.holds();
    assert_eq!(loaded.settings.kafka.librdkafka.get("sasl.password"), Some("hunter2"));
    assert_eq!(effective(&loaded, "kafka.librdkafka_files.sasl.password").value, path);
    assert!(!format!("{loaded:?}").contains("hunter2"));

    // What was worth a file is not shown, whatever it is called.
    let other = World::new().variable("DATELINE__KAFKA__LIBRDKAFKA_FILES__SASL_USERNAME", &path).holds();
    assert_eq!(other.settings.kafka.librdkafka.get("sasl.username"), Some("hunter2"));
    assert!(!format!("{other:?}").contains("hunter2"));

    let twice = world.variable("DATELINE__KAFKA__LIBRDKAFKA__SASL_PASSWORD", "other");
    assert!(twice.fails().ends_with("is also set in kafka.librdkafka"), "{}", twice.fails());
    let missing = World::new().config("[kafka.librdkafka_files]\n\"sasl.password\" = \"/nowhere\"\n");
    let wanted = "my.toml:2: `kafka.librdkafka_files.sasl.password` names a file that cannot be read";
    assert!(missing.fails().contains(wanted), "{}", missing.fails());
}

#[test]
fn a_topic_is_named_as_kafka_allows() {
    for good in ["a", "...", "A-Z_0.9", &"a".repeat(249)] {
        assert_eq!(Topic::try_from(good).unwrap().as_str(), good);
    }
    for bad in ["", ".", "..", "a b", "a/b", "ü", "a\n", &"a".repeat(250)] {
        let err = Topic::try_from(bad).unwrap_err();
        assert!(err.to_string().starts_with(&format!("{bad:?} is no topic name")), "{err}");
    }
}

#[test]
fn an_instance_without_a_name_is_called_like_its_host() {
    let loaded = World::new().holds();
    assert!(!loaded.settings.kafka.instance.is_empty());
    let it = effective(&loaded, "kafka.instance");
    assert_eq!((&it.value, it.origin.as_str()), (&loaded.settings.kafka.instance, "name of this host"));
    assert_eq!(loaded.settings.kafka.group("sink"), "dateline-sink");
}

#[test]
fn settings_that_contradict_each_other_are_an_error() {
    for (text, wanted) in [
        (
            "topics.max_message_bytes = 4096",
            "`feed.max_story_bytes` must be less than `topics.max_message_bytes`, which is 4096",
        ),
        ("flow.stall_ms = 5000", "`sink.rotate_age_ms` must be less than `flow.stall_ms`, which is 5000"),
        (
            "topics.dead = \"articles.raw\"",
            "`topics.dead` is articles.raw like `topics.raw`; each needs a topic of its own",
        ),
    ] {
        let message = World::new().config(text).fails();
        assert!(message.ends_with(wanted), "{message}");
    }
}
