//! The services as processes, on topics of their own and in a folder of their own.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use test_support::{ADMIN, Broker, DESK, User, unique};

const DATELINE: &str = env!("CARGO_BIN_EXE_dateline");
pub(crate) const SERVICES: [&str; 3] = ["ingest", "enrich", "sink"];
/// A member that was killed is missed after so long.
const SESSION_MS: &str = "kafka.librdkafka.session.timeout.ms=3000";

/// A stack of its own on the shared broker: topics, groups, folders.
pub(crate) struct Stand {
    folder: TempDir,
    broker: String,
    name: String,
    login: Vec<String>,
}

/// A service that runs. It is killed when dropped.
pub(crate) struct Service {
    pub(crate) child: Child,
    pub(crate) name: String,
}

impl Stand {
    pub(crate) fn new(broker: &Broker) -> Self {
        let stand = Self {
            folder: tempfile::tempdir().unwrap(),
            broker: broker.address().to_owned(),
            name: unique("stand"),
            login: Vec::new(),
        };
        fs::create_dir(stand.inbox()).unwrap();
        stand
    }

    /// On a broker that asks for passwords: topics made by the administrator, for the desk to use.
    pub(crate) fn guarded(broker: &Broker) -> Self {
        let mut stand = Self::new(broker);
        stand.log_in(ADMIN);
        let output = stand.run(&["topics", "create"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        stand.log_in(DESK);
        stand
    }

    /// What starts from now on has this name, and the password in a file. Only an administrator makes topics.
    pub(crate) fn log_in(&mut self, user: User) {
        // A file of its own: what was started before may not have read its own yet.
        let file = self.folder.path().join(unique("password"));
        fs::write(&file, format!("{}\n", user.password)).unwrap();
        self.login = vec![
            format!("topics.create={}", user == ADMIN),
            "kafka.librdkafka.security.protocol=SASL_PLAINTEXT".to_owned(),
            "kafka.librdkafka.sasl.mechanism=PLAIN".to_owned(),
            format!("kafka.librdkafka.sasl.username={}", user.name),
            format!("kafka.librdkafka_files.sasl.password={}", file.display()),
        ];
    }

    pub(crate) fn inbox(&self) -> PathBuf {
        self.folder.path().join("inbox")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// The password is to come from elsewhere.
    pub(crate) fn forget_password(&mut self) {
        self.login.retain(|setting| !setting.starts_with("kafka.librdkafka_files."));
    }

    /// The prefix of all its names in Kafka.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn topic(&self, which: &str) -> String {
        format!("{}.{which}", self.name)
    }

    pub(crate) fn settings(&self) -> Vec<String> {
        let mut settings = vec![
            format!("kafka.bootstrap_servers={}", self.broker),
            format!("kafka.group_prefix={}", self.name),
            format!("feed.folder={}", self.inbox().display()),
            format!("sink.folder={}", self.out().display()),
        ];
        for which in ["raw", "enriched", "dead", "feeds"] {
            settings.push(format!("topics.{which}={}", self.topic(which)));
        }
        let fixed = [
            "topics.create=true",
            "topics.partitions=3",
            "http.enabled=false",
            "feed.poll_ms=20",
            "feed.quiet_ms=0",
            "flow.batch_messages=50",
            "sink.rotate_age_ms=100",
            "kafka.patience_ms=30000",
            SESSION_MS,
        ];
        settings.extend(fixed.map(str::to_owned));
        settings.extend_from_slice(&self.login);
        settings
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(DATELINE);
        command.args(args).current_dir(self.folder.path());
        for setting in self.settings() {
            command.args(["--set", &setting]);
        }
        command
    }

    pub(crate) fn start(&self, service: &str, instance: &str, more: &[&str]) -> Service {
        let log = fs::OpenOptions::new().create(true).append(true).open(self.log_of(instance)).unwrap();
        let mut command = self.command(&[service, "--set", &format!("kafka.instance={instance}")]);
        for setting in more {
            command.args(["--set", setting]);
        }
        let child =
            command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap();
        Service { child, name: instance.to_owned() }
    }

    pub(crate) fn start_all(&self) -> Vec<Service> {
        SERVICES.iter().map(|service| self.start(service, service, &[])).collect()
    }

    pub(crate) fn log_of(&self, instance: &str) -> PathBuf {
        self.folder.path().join(format!("{instance}.log"))
    }

    pub(crate) fn logs(&self) -> String {
        let mut logs = String::new();
        for entry in fs::read_dir(self.folder.path()).unwrap().flatten() {
            if entry.path().extension().is_some_and(|name| name == "log") {
                let log = fs::read_to_string(entry.path()).unwrap_or_default();
                let tail: Vec<&str> = log.lines().rev().take(30).collect();
                logs.push_str(&format!("--- {}\n", entry.path().display()));
                tail.iter().rev().for_each(|line| logs.push_str(&format!("{line}\n")));
            }
        }
        logs
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// With a setting that is unlike the stand's.
    pub(crate) fn run_with(&self, args: &[&str], setting: &str) -> Output {
        self.command(args).args(["--set", setting]).output().unwrap()
    }

    pub(crate) fn produce(&self, bytes: &[u8]) {
        self.produce_to("raw", bytes);
    }

    pub(crate) fn produce_to(&self, which: &str, bytes: &[u8]) {
        let file = self.folder.path().join(unique("message"));
        fs::write(&file, bytes).unwrap();
        let output = self.run(&["produce", file.to_str().unwrap(), "--topic", &self.topic(which)]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Drops a file of `count` stories, `first`, `first + 1` …, whole.
    pub(crate) fn drop_stories(&self, first: usize, count: usize) {
        let lines: String = (first..first + count)
            .map(|n| {
                format!(
                    "{{\"id\": \"s-{n}\", \"text\": \"Exports of Chile rose {n} percent in May 2024.\"}}\n"
                )
            })
            .collect();
        let aside = self.inbox().join(format!(".{first}"));
        fs::write(&aside, lines).unwrap();
        fs::rename(aside, self.inbox().join(format!("{first:06}.ndjson"))).unwrap();
    }

    pub(crate) fn consume(&self, which: &str) -> Vec<Value> {
        let output = self.run(&["consume", "--from-beginning", "--topic", &self.topic(which)]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub(crate) fn records(&self) -> Vec<Value> {
        let mut records = Vec::new();
        for partition in fs::read_dir(self.out().join(self.topic("enriched"))).into_iter().flatten().flatten()
        {
            for file in fs::read_dir(partition.path()).unwrap().flatten() {
                if !file.file_name().to_string_lossy().starts_with('.') {
                    let lines = fs::read_to_string(file.path()).unwrap();
                    records.extend(lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()));
                }
            }
        }
        records
    }

    /// Waits until a topic holds `count` messages, seen by whoever is logged in.
    pub(crate) fn wait_for_messages(&self, which: &str, count: usize) {
        let began = Instant::now();
        loop {
            let there = self.consume(which).len();
            if there >= count {
                return;
            }
            let patience = Duration::from_secs(60);
            assert!(began.elapsed() < patience, "{there} of {count} in {which}\n{}", self.logs());
            sleep(Duration::from_millis(100));
        }
    }

    /// Waits until files hold `count` records; what comes too much is for the test to find.
    pub(crate) fn wait_for_records(&self, count: usize, patience: Duration) {
        let began = Instant::now();
        loop {
            let there = self.records().len();
            if there >= count {
                return;
            }
            assert!(began.elapsed() < patience, "{there} of {count} records in files\n{}", self.logs());
            sleep(Duration::from_millis(100));
        }
    }

    /// Stops the services as an operator does, then counts: each story once, on the topic and in the files, and a proof.
    pub(crate) fn settle_and_count(&self, services: Vec<Service>, count: usize) {
        self.wait_for_records(count, Duration::from_secs(240));
        for mut service in services {
            service.signal("TERM");
            let code = service.child.wait().unwrap().code();
            assert_eq!(code, Some(0), "{} did not stop well\n{}", service.name, self.logs());
        }
        assert_once("topic", &self.consume("enriched"), count);
        assert_once("files", &self.records(), count);
        let proof = self.verify();
        assert!(proof.status.success(), "{}", String::from_utf8_lossy(&proof.stderr));
        let proven = String::from_utf8_lossy(&proof.stdout);
        assert!(proven.contains(&format!("proven: {count} records")), "{proven}");
    }

    pub(crate) fn verify(&self) -> Output {
        Command::new(DATELINE).arg("verify").arg(self.out()).output().unwrap()
    }

    pub(crate) fn dead(&self) -> Vec<Value> {
        let output = self.run(&["dead", "list", "--json"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub(crate) fn wait_until_topics_are_there(&self) {
        let began = Instant::now();
        loop {
            let list = String::from_utf8(self.run(&["topics", "list"]).stdout).unwrap();
            if ["raw", "enriched", "dead"].iter().all(|which| list.contains(&self.topic(which))) {
                return;
            }
            assert!(began.elapsed() < Duration::from_secs(60), "{list}\n{}", self.logs());
            sleep(Duration::from_millis(200));
        }
    }
}

impl Service {
    pub(crate) fn signal(&self, signal: &str) {
        let status =
            Command::new("kill").args([&format!("-{signal}"), &self.child.id().to_string()]).status();
        assert!(status.unwrap().success());
    }

    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// The exit code, once it has ended by itself.
    pub(crate) fn ended(&mut self, patience: Duration) -> Option<i32> {
        let began = Instant::now();
        while began.elapsed() < patience {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            sleep(Duration::from_millis(50));
        }
        None
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Exactly the stories `s-0` to `s-(count-1)`, each once.
fn assert_once(place: &str, records: &[Value], count: usize) {
    let mut times = BTreeMap::<&str, usize>::new();
    for record in records {
        *times.entry(record["id"].as_str().unwrap()).or_default() += 1;
    }
    let wrong: Vec<String> = (0..count)
        .map(|n| format!("s-{n}"))
        .filter(|id| times.get(id.as_str()) != Some(&1))
        .map(|id| format!("{id}: {} times", times.get(id.as_str()).unwrap_or(&0)))
        .collect();
    assert!(wrong.is_empty(), "in the {place}: {}", wrong.join(", "));
    assert_eq!(records.len(), count, "there are strangers in the {place}");
}
