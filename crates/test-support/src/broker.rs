//! One broker of one node (KRaft), its data in a temporary folder.

use std::fmt;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::guard::{self, Resource, User};
use crate::keeper::Keeper;
use crate::{KAFKA_VERSION, jars};

/// Set to `host:port` of a broker that is there already.
const VARIABLE: &str = "DATELINE_TEST_KAFKA";
/// How long a broker may take to start. On a busy machine with two cores it takes ten seconds.
const START: Duration = Duration::from_secs(90);
/// How long it may take to stop in good order.
const STOP: Duration = Duration::from_secs(30);
/// Any will do, as long as it is the same at each start.
const CLUSTER: &str = "ZGF0ZWxpbmUtdGVzdHMtMQ";

/// Why there is no broker, on one line.
#[derive(Clone, Debug)]
pub enum Missing {
    /// Something is to be installed first; the line says what.
    Install(String),
    /// All is there, and yet it does not run: that is a failure.
    Broken(String),
    /// The broker that there is, or that would be started, is not of the kind that is asked for.
    Unlike(String),
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Install(line) | Self::Broken(line) | Self::Unlike(line)) = self;
        f.write_str(line)
    }
}

impl std::error::Error for Missing {}

/// A real Kafka. Dropping it stops it and removes its data.
pub struct Broker {
    address: String,
    kind: Kind,
    running: Mutex<Option<Keeper>>,
    data: Option<tempfile::TempDir>,
}

enum Kind {
    /// Somebody else's.
    Given,
    Jars {
        libs: PathBuf,
        guarded: bool,
    },
    Docker {
        container: String,
    },
}

impl Broker {
    /// Finds or starts a broker, and waits until it is ready.
    pub fn start() -> Result<Self, Missing> {
        if let Some(address) = given() {
            let broker = Self { address, kind: Kind::Given, running: Mutex::new(None), data: None };
            return if broker.answers() {
                Ok(broker)
            } else {
                Err(Missing::Broken(format!("no Kafka at {} ({VARIABLE})", broker.address)))
            };
        }
        let why = match Self::libs() {
            Ok(libs) => return Self::with(Kind::Jars { libs, guarded: false }),
            Err(why) => why,
        };
        if !has("docker", "info") {
            return Err(Missing::Install(format!(
                "{why}, and no Docker: install openjdk-17-jre-headless and maven, or Docker, or set {VARIABLE}=host:port"
            )));
        }
        Self::with(Kind::Docker { container: crate::unique("dateline-tests-kafka") })
    }

    /// Starts a broker that lets in only [`ADMIN`](crate::ADMIN), who may do everything, and [`DESK`](crate::DESK), who may do
    /// nothing until it is [granted](Self::grant). Its data starts from nothing.
    pub fn start_guarded() -> Result<Self, Missing> {
        if given().is_some() {
            let line =
                format!("{VARIABLE} is set, and a broker with passwords is only run from Kafka's jars");
            return Err(Missing::Unlike(line));
        }
        match Self::libs() {
            Ok(libs) => Self::with(Kind::Jars { libs, guarded: true }),
            Err(why) => Err(Missing::Unlike(format!(
                "{why}, and a broker with passwords is only run from Kafka's jars"
            ))),
        }
    }

    /// Kafka's jars, or why there are none.
    fn libs() -> Result<PathBuf, String> {
        if !(has("java", "-version") && has("mvn", "-v")) {
            return Err("no Java 17 with Maven".to_owned());
        }
        jars::fetched().map_err(|err| format!("Kafka's jars could not be fetched: {err}"))
    }

    /// Gives a user rights, `Read`, `Write`, `Describe` … as Kafka calls them, each on each of these. Takes a second or two.
    pub fn grant(&self, user: User, operations: &[&str], on: &[Resource<'_>]) {
        self.change_rights("--add", user, operations, on);
    }

    /// Takes rights away again.
    pub fn withdraw(&self, user: User, operations: &[&str], on: &[Resource<'_>]) {
        self.change_rights("--remove", user, operations, on);
    }

    fn change_rights(&self, change: &str, user: User, operations: &[&str], on: &[Resource<'_>]) {
        let Kind::Jars { libs, guarded: true } = &self.kind else {
            panic!("the broker at {} asks for no rights", self.address)
        };
        let main = guard::acl_command(&self.address, change, user, operations, on);
        let main: Vec<&str> = main.iter().map(String::as_str).collect();
        let command =
            java(libs, &[&main[..], &["--command-config"]].concat(), &self.data_path().join(guard::FILE));
        finished(&command).unwrap_or_else(|err| panic!("{change} {operations:?} on {on:?}: {err}"));
    }

    fn with(kind: Kind) -> Result<Self, Missing> {
        let start = || -> io::Result<Self> {
            let data = tempfile::Builder::new().prefix("dateline-kafka-").tempdir()?;
            // Held until both are known, so that they differ.
            let (one, two) = (free_port()?, free_port()?);
            let (port, controller) = (one.local_addr()?.port(), two.local_addr()?.port());
            drop((one, two));
            let guarded = matches!(kind, Kind::Jars { guarded: true, .. });
            let properties = properties(data.path(), port, controller, guarded);
            fs::write(data.path().join("server.properties"), properties)?;
            if guarded {
                fs::write(data.path().join(guard::FILE), guard::admin_properties())?;
            }
            let broker = Self {
                address: format!("127.0.0.1:{port}"),
                kind,
                running: Mutex::new(None),
                data: Some(data),
            };
            if let Kind::Jars { libs, .. } = &broker.kind {
                format_storage(libs, broker.data_path())?;
            }
            broker.run()?;
            Ok(broker)
        };
        start().map_err(|err| Missing::Broken(format!("Apache Kafka {KAFKA_VERSION} did not start: {err}")))
    }

    /// `host:port`, for `bootstrap.servers`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Whether it is ours to stop: outages can be tested.
    pub fn is_ours(&self) -> bool {
        !matches!(self.kind, Kind::Given)
    }

    /// Whether anyone listens.
    pub fn answers(&self) -> bool {
        use std::net::ToSocketAddrs;
        let Ok(mut addresses) = self.address.to_socket_addrs() else { return false };
        addresses.any(|address| TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok())
    }

    /// Stops it in good order. Data and port are kept.
    pub fn stop(&self) {
        self.only_ours();
        if let Some(keeper) = self.running().take() {
            self.docker(&["stop"]);
            keeper.terminate(STOP);
        }
    }

    /// Kills it, as `kill -9` does. Data and port are kept.
    pub fn kill(&self) {
        self.only_ours();
        if let Some(keeper) = self.running().take() {
            self.docker(&["kill"]);
            keeper.kill();
        }
    }

    /// Starts it again with its data, if it does not run, and waits until it is ready.
    pub fn restart(&self) {
        self.only_ours();
        let runs = self.running().as_ref().is_some_and(Keeper::is_alive);
        if !runs {
            self.run().expect("a broker that started once starts again");
        }
    }

    fn only_ours(&self) {
        assert!(self.is_ours(), "the broker at {} is not ours to stop", self.address);
    }

    fn running(&self) -> MutexGuard<'_, Option<Keeper>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn data_path(&self) -> &Path {
        self.data.as_ref().map_or(Path::new("/nowhere"), |data| data.path())
    }

    fn run(&self) -> io::Result<()> {
        let data = self.data_path();
        let log = data.join("broker.log");
        // What it says from here on is of this start.
        fs::write(&log, "")?;
        let (command, after) = match &self.kind {
            Kind::Given => return Ok(()),
            Kind::Jars { libs, .. } => {
                (java(libs, &["kafka.Kafka"], &data.join("server.properties")), String::new())
            }
            Kind::Docker { container } => (docker_run(container, &self.address, data), remove(container)),
        };
        let keeper = Keeper::start(data, &after, &command)?;
        let began = Instant::now();
        loop {
            let said = fs::read_to_string(&log).unwrap_or_default();
            if said.contains("Kafka Server started") && self.answers() {
                break;
            }
            if !keeper.is_alive() || began.elapsed() > START {
                let tail: Vec<&str> = said.lines().rev().take(5).collect();
                keeper.kill();
                return Err(io::Error::other(format!("its last words: {}", tail.join(" ← "))));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        *self.running() = Some(keeper);
        Ok(())
    }

    fn docker(&self, what: &[&str]) {
        if let Kind::Docker { container } = &self.kind {
            quietly(Command::new("docker").args(what).arg(container));
        }
    }
}

impl Drop for Broker {
    fn drop(&mut self) {
        if let Some(keeper) = self.running().take() {
            self.docker(&["kill"]);
            keeper.kill();
        }
        self.docker(&["rm", "-f"]);
    }
}

fn given() -> Option<String> {
    std::env::var(VARIABLE).ok().filter(|address| !address.is_empty())
}

fn has(program: &str, question: &str) -> bool {
    quietly(Command::new(program).arg(question))
}

fn quietly(command: &mut Command) -> bool {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

fn free_port() -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
}

fn properties(data: &Path, port: u16, controller: u16, guarded: bool) -> String {
    let log = data.join("log");
    let log = log.display();
    let (protocol, guard) =
        if guarded { ("SASL_PLAINTEXT", guard::properties()) } else { ("PLAINTEXT", String::new()) };
    format!(
        "process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
listeners={protocol}://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners={protocol}://127.0.0.1:{port}
controller.listener.names=CONTROLLER
inter.broker.listener.name={protocol}
listener.security.protocol.map={protocol}:{protocol},CONTROLLER:PLAINTEXT
log.dirs={log}
{QUICK}{guard}"
    )
}

/// One node holds the one copy of everything, and nothing waits for others to join.
const QUICK: &str = "auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
log.cleaner.dedupe.buffer.size=16777216
log.retention.check.interval.ms=500
log.segment.delete.delay.ms=100
num.network.threads=2
num.io.threads=4
offsets.topic.num.partitions=3
offsets.topic.replication.factor=1
transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
transaction.max.timeout.ms=120000
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=3
transaction.state.log.replication.factor=1
";

fn java(libs: &Path, main: &[&str], last: &Path) -> Vec<String> {
    let libs = format!("{}/*", libs.display());
    let machine =
        ["java", "-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", &libs];
    let mut command: Vec<String> = machine.iter().chain(main).map(|&word| word.to_owned()).collect();
    command.push(last.display().to_string());
    command
}

fn format_storage(libs: &Path, data: &Path) -> io::Result<()> {
    let main = ["kafka.tools.StorageTool", "format", "--ignore-formatted", "-t", CLUSTER, "-c"];
    let command = java(libs, &main, &data.join("server.properties"));
    finished(&command)
}

/// Runs a command of Kafka's to its end.
fn finished(command: &[String]) -> io::Result<()> {
    let output = Command::new(&command[0]).args(&command[1..]).stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stderr, output.stdout].concat();
    Err(io::Error::other(String::from_utf8_lossy(&said).lines().take(3).collect::<Vec<_>>().join(" ")))
}

/// `docker run` in the foreground, so that the broker's output is its own; a container that is there is started again.
fn docker_run(container: &str, address: &str, data: &Path) -> Vec<String> {
    let port = address.rsplit(':').next().unwrap_or_default();
    let environment = data.join("environment");
    let quick = QUICK.lines().filter_map(|line| line.split_once('='));
    let quick: Vec<String> = quick
        .map(|(name, value)| format!("KAFKA_{}={value}", name.replace('.', "_").to_uppercase()))
        .collect();
    let quick = quick.join("\n");
    let listeners = format!(
        "CLUSTER_ID={CLUSTER}
KAFKA_PROCESS_ROLES=broker,controller
KAFKA_NODE_ID=1
KAFKA_CONTROLLER_QUORUM_VOTERS=1@localhost:29093
KAFKA_CONTROLLER_LISTENER_NAMES=CONTROLLER
KAFKA_INTER_BROKER_LISTENER_NAME=INSIDE
KAFKA_LISTENER_SECURITY_PROTOCOL_MAP=CONTROLLER:PLAINTEXT,INSIDE:PLAINTEXT,HOST:PLAINTEXT
KAFKA_LISTENERS=CONTROLLER://localhost:29093,INSIDE://localhost:19092,HOST://0.0.0.0:9092
KAFKA_ADVERTISED_LISTENERS=INSIDE://localhost:19092,HOST://127.0.0.1:{port}
KAFKA_LOG_DIRS=/tmp/kafka-log
{quick}"
    );
    // A file that cannot be written shows as a container that does not start.
    let _ = fs::write(&environment, listeners);
    let run = format!(
        "docker start -a {container} 2>/dev/null || exec docker run --name {container} -p 127.0.0.1:{port}:9092 \
         --env-file '{}' apache/kafka:{KAFKA_VERSION}",
        environment.display()
    );
    ["sh", "-c", &run].map(str::to_owned).to_vec()
}

fn remove(container: &str) -> String {
    format!("docker rm -f {container} >/dev/null 2>&1")
}
