//! The three services as processes, against a real Kafka: killed, stopped, doubled, cut off, and then counted.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::sleep;
use std::time::{Duration, Instant};

use test_support::{Broker, KafkaTrial};

use super::stand::{SERVICES, Stand};

pub(crate) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("a story goes from a feed to a proven file", story_to_file),
        KafkaTrial::beside("when news is quiet no service has a lag and all stay ready", quiet),
        KafkaTrial::beside("whatever is produced is enriched or set aside with its bytes", reject_paths),
        KafkaTrial::beside("each story is there once after twenty kills of random services", kills),
        KafkaTrial::beside("each story is there once after enrichers come and go while busy", rebalance),
        KafkaTrial::beside("an enricher that was away too long is fenced", zombie),
        KafkaTrial::beside(
            "services that are killed have their partitions back when they are here again",
            here_again,
        ),
        KafkaTrial::beside("an enricher whose name another has taken is fenced", namesake),
        KafkaTrial::beside(
            "a sink whose name another had for a while goes on, and gives way to one that stays",
            sinks,
        ),
        KafkaTrial::beside("partitions of an enricher that is stopped go to the others at once", given_back),
        KafkaTrial::beside("a second sink on a folder and a second ingester on a feed give way", seconds),
        KafkaTrial::beside("a missing topic is named and is made only where that is allowed", topics),
        KafkaTrial::alone("each story is there once after the broker was killed and came back", outage),
    ]
}

/// What stands behind the last message of a transaction is no message: it must not look as if something waited.
fn quiet(broker: &Broker) {
    let stand = Stand::new(broker);
    stand.drop_stories(0, 40);
    // Free now, and by nobody else asked for.
    let free = || TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut running = Vec::new();
    let mut addresses = Vec::new();
    for service in SERVICES {
        let address = free();
        let listen = format!("http.listen={address}");
        running.push(stand.start(service, service, &["http.enabled=true", &listen, "flow.stall_ms=2000"]));
        addresses.push(address);
    }
    stand.wait_for_records(40, Duration::from_secs(60));
    // Longer than a service may stall.
    sleep(Duration::from_secs(5));
    for (service, address) in SERVICES.iter().zip(&addresses) {
        let (head, body) = get(address, "/health/ready");
        assert!(head.contains(" 200 "), "{service}: {head} {body}\n{}", stand.logs());
        let (_, metrics) = get(address, "/metrics");
        let lags: Vec<&str> =
            metrics.lines().filter(|line| line.starts_with("dateline_lag_messages{")).collect();
        assert!(lags.iter().all(|line| line.ends_with(" 0")), "{service}: {lags:?}");
        assert_eq!(lags.is_empty(), *service == "ingest", "{service}: {metrics}");
    }
}

/// Head and body.
fn get(address: &str, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.to_owned(), body.to_owned())
}

/// Random enough to kill by; the seed is printed so that a failure can be told from another.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let seed = u64::from(std::process::id())
            ^ u64::from(std::time::UNIX_EPOCH.elapsed().unwrap().subsec_nanos());
        println!("dice: {seed}");
        Self(seed)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn story_to_file(broker: &Broker) {
    let stand = Stand::new(broker);
    let services = stand.start_all();
    let story = "ROME, June 3 (ANSA) - Italian exports rose 4.2% on the year to 54 bn euros in April.\n";
    fs::write(stand.inbox().join("story.txt"), story).unwrap();
    stand.wait_for_records(1, Duration::from_secs(60));
    let records = stand.records();
    assert_eq!(records[0]["schema"], "dateline.enriched/1");
    assert_eq!(records[0]["text"], story);
    assert_eq!(records[0]["source"]["feed"], "inbox");

    let shown = stand.run(&["consume", "--from-beginning", "--headers", "--topic", &stand.topic("enriched")]);
    let shown = String::from_utf8(shown.stdout).unwrap();
    for header in ["schema: dateline.enriched/1", "content-type: application/json", "traceparent: 00-"] {
        assert!(shown.contains(header), "{header} in {shown}");
    }
    for time in ["received-at: 20", "ingested-at: 20", "enriched-at: 20"] {
        assert!(shown.contains(time), "{time} in {shown}");
    }
    let key = records[0]["id"].as_str().unwrap();
    assert!(shown.contains(&format!("key={key}")), "{shown}");
    let trace_of = |which: &str| {
        let shown = stand.run(&["consume", "--from-beginning", "--headers", "--topic", &stand.topic(which)]);
        let shown = String::from_utf8(shown.stdout).unwrap();
        shown.split("traceparent: 00-").nth(1).unwrap()[..32].to_owned()
    };
    assert_eq!(trace_of("raw"), trace_of("enriched"), "one trace from service to service");
    drop(services);
    assert!(stand.verify().status.success());
}

fn reject_paths(broker: &Broker) {
    let stand = Stand::new(broker);
    let services = [stand.start("enrich", "enrich", &[]), stand.start("sink", "sink", &[])];
    stand.wait_until_topics_are_there();
    stand.produce(br#"{"text": "Exports of Peru rose 3 percent in May.", "colour": "blue"}"#);
    stand.produce(
        b"LIMA, June 3 (EFE).- Peru's exports rose 3 percent in May, the government said on Monday.\n",
    );
    stand.produce(
        b"S\xe3o Paulo, Jul 8, 2024 (AFP) - Brazil's exports rose 3 percent in June, officials said.\n",
    );
    stand.produce(br#"{"id": "mine-1", "published_at": "2024-06-03", "text": "Exports of Peru fell 3 percent in May."}"#);
    stand.wait_for_records(4, Duration::from_secs(60));
    let records = stand.records();
    let with = |key: &str, value: &str| records.iter().find(|r| r[key] == value);
    assert!(with("id", "mine-1").is_some_and(|r| r["published_at"] == "2024-06-03"));
    let texts: Vec<&str> = records.iter().map(|r| r["text"].as_str().unwrap()).collect();
    assert!(texts.iter().any(|text| text.starts_with("São Paulo")), "{texts:?}");
    let warned = records.iter().any(|r| r["warnings"].to_string().contains("colour"));
    assert!(warned, "an unknown field is taken, with a warning that names it");

    stand.produce(br#"{"text": 7}"#);
    stand.produce(br#"{"schema": "dateline.article/9", "text": "Exports rose."}"#);
    stand.produce(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR");
    stand.produce(b"   \n");
    let began = Instant::now();
    while stand.dead().len() < 4 {
        assert!(began.elapsed() < Duration::from_secs(60), "{:?}\n{}", stand.dead(), stand.logs());
        sleep(Duration::from_millis(100));
    }
    let dead = stand.dead();
    let reason_of = |code: &str| {
        let letter = dead.iter().find(|letter| letter["code"] == code);
        letter.unwrap_or_else(|| panic!("no {code} in {dead:?}"))["reason"].as_str().unwrap().to_owned()
    };
    assert!(reason_of("not_an_article").contains("text"));
    assert!(reason_of("unknown_schema").contains("dateline.article/9"));
    reason_of("picture");
    reason_of("empty");
    assert!(dead.iter().all(|letter| letter["stage"] == "enricher"));
    let picture = dead.iter().find(|letter| letter["code"] == "picture").unwrap();
    let shown = stand.run(&["dead", "show", picture["position"].as_str().unwrap(), "--raw"]);
    assert_eq!(shown.stdout, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a dead letter keeps its bytes");

    stand.produce_to("enriched", br#"{"schema": "dateline.article/1", "text": "no record"}"#);
    stand.produce(br#"{"id": "last", "text": "Exports of Peru fell 1 percent in June."}"#);
    stand.wait_for_records(5, Duration::from_secs(60));
    let began = Instant::now();
    while !stand.out().join("_dead").exists() {
        assert!(began.elapsed() < Duration::from_secs(30), "{}", stand.logs());
        sleep(Duration::from_millis(100));
    }
    drop(services);
    let proof = stand.verify();
    assert!(proof.status.success(), "{}", String::from_utf8_lossy(&proof.stderr));
}

fn kills(broker: &Broker) {
    const FILES: usize = 60;
    const STORIES: usize = 50;
    let (stand, mut dice) = (Stand::new(broker), Dice::new());
    let mut services = stand.start_all();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for file in 0..FILES {
                stand.drop_stories(file * STORIES, STORIES);
                sleep(Duration::from_millis(100));
            }
        });
        for _round in 0..20 {
            sleep(Duration::from_millis(50 + dice.below(900)));
            let victim = usize::try_from(dice.below(3)).unwrap();
            services[victim].kill();
            services[victim] = stand.start(SERVICES[victim], SERVICES[victim], &[]);
        }
    });
    stand.settle_and_count(services, FILES * STORIES);
}

fn rebalance(broker: &Broker) {
    const COUNT: usize = 4_000;
    let stand = Stand::new(broker);
    let mut services = vec![stand.start("ingest", "ingest", &[]), stand.start("sink", "sink", &[])];
    services.push(stand.start("enrich", "enrich-1", &["flow.batch_messages=10"]));
    for first in (0..COUNT).step_by(500) {
        stand.drop_stories(first, 500);
    }
    stand.wait_for_records(100, Duration::from_secs(60));
    let mut second = stand.start("enrich", "enrich-2", &["flow.batch_messages=10"]);
    sleep(Duration::from_secs(2));
    second.kill();
    services.push(stand.start("enrich", "enrich-3", &["flow.batch_messages=10"]));
    stand.settle_and_count(services, COUNT);
}

fn zombie(broker: &Broker) {
    const COUNT: usize = 3_000;
    let stand = Stand::new(broker);
    let mut services = vec![stand.start("ingest", "ingest", &[]), stand.start("sink", "sink", &[])];
    let sleeper = stand.start("enrich", "sleeper", &["flow.batch_messages=10"]);
    for first in (0..COUNT).step_by(500) {
        stand.drop_stories(first, 500);
    }
    stand.wait_for_records(50, Duration::from_secs(60));
    sleeper.signal("STOP");
    services.push(stand.start("enrich", "waker", &[]));
    // Missed by the group after its session; its transaction is the broker's to end, or the group's new generation refuses it.
    sleep(Duration::from_secs(5));
    sleeper.signal("CONT");
    stand.wait_for_records(COUNT, Duration::from_secs(150));
    services.push(sleeper);
    let mut alive = Vec::new();
    for mut service in services {
        // Fenced, it may have ended for its supervisor to start it again; with nothing doubled either way.
        match service.ended(Duration::from_millis(200)) {
            None => alive.push(service),
            Some(code) => assert_eq!((service.name.as_str(), code), ("sleeper", 75), "{}", stand.logs()),
        }
    }
    stand.settle_and_count(alive, COUNT);
}

/// So long a member that is gone would be waited for.
const LONG_SESSION: &str = "kafka.librdkafka.session.timeout.ms=45000";
/// And so long may it take instead.
const AT_ONCE: Duration = Duration::from_secs(20);

fn here_again(broker: &Broker) {
    const COUNT: usize = 300;
    let stand = Stand::new(broker);
    let start = |service| stand.start(service, service, &[LONG_SESSION]);
    let mut services: Vec<_> = SERVICES.into_iter().map(start).collect();
    stand.drop_stories(0, COUNT);
    stand.wait_for_records(COUNT, Duration::from_secs(60));
    for round in 1..=3 {
        for (service, running) in SERVICES.into_iter().zip(&mut services).skip(1) {
            running.kill();
            *running = start(service);
        }
        let began = Instant::now();
        stand.drop_stories(round * COUNT, COUNT);
        stand.wait_for_records((round + 1) * COUNT, AT_ONCE);
        println!("round {round}: {} ms", began.elapsed().as_millis());
    }
    stand.settle_and_count(services, 4 * COUNT);
}

/// It was only asleep, and had its place and a batch in hand.
fn namesake(broker: &Broker) {
    const COUNT: usize = 3_000;
    let stand = Stand::new(broker);
    let mut services = vec![stand.start("ingest", "ingest", &[]), stand.start("sink", "sink", &[])];
    let small = [LONG_SESSION, "flow.batch_messages=10"];
    let mut sleeper = stand.start("enrich", "enrich", &small);
    for first in (0..COUNT).step_by(500) {
        stand.drop_stories(first, 500);
    }
    stand.wait_for_records(50, Duration::from_secs(60));
    sleeper.signal("STOP");
    services.push(stand.start("enrich", "enrich", &[LONG_SESSION]));
    stand.wait_for_records(COUNT, Duration::from_secs(60));
    sleeper.signal("CONT");
    assert_eq!(sleeper.ended(Duration::from_secs(60)), Some(75), "{}", stand.logs());
    stand.settle_and_count(services, COUNT);
}

/// The other has a folder of its own: nothing else keeps the two apart.
fn sinks(broker: &Broker) {
    const COUNT: usize = 300;
    let stand = Stand::new(broker);
    let mut services = vec![stand.start("ingest", "ingest", &[]), stand.start("enrich", "enrich", &[])];
    let mut sink = stand.start("sink", "sink", &[]);
    let fenced =
        || fs::read_to_string(stand.log_of("sink")).unwrap().matches("joined under our name").count();
    let another = |times| {
        let other = stand.start("sink", "other", &["kafka.instance=sink", "sink.folder=other"]);
        let began = Instant::now();
        while fenced() < times {
            assert!(began.elapsed() < Duration::from_secs(60), "{}", stand.logs());
            sleep(Duration::from_millis(50));
        }
        other
    };
    stand.drop_stories(0, COUNT);
    stand.wait_for_records(COUNT, Duration::from_secs(60));
    let mut other = another(1);
    stand.drop_stories(COUNT, COUNT);
    other.signal("TERM");
    assert_eq!(other.ended(Duration::from_secs(30)), Some(0), "{}", stand.logs());
    stand.wait_for_records(2 * COUNT, Duration::from_secs(60));
    assert_eq!(fenced(), 1);

    let mut other = another(2);
    stand.drop_stories(2 * COUNT, COUNT);
    assert_eq!(sink.ended(Duration::from_secs(60)), Some(75), "{}", stand.logs());
    assert!(other.ended(Duration::ZERO).is_none(), "{}", stand.logs());
    other.signal("TERM");
    assert_eq!(other.ended(Duration::from_secs(30)), Some(0), "{}", stand.logs());
    services.push(stand.start("sink", "sink", &[]));
    stand.settle_and_count(services, 3 * COUNT);
}

fn given_back(broker: &Broker) {
    const COUNT: usize = 300;
    let stand = Stand::new(broker);
    let mut services = vec![stand.start("ingest", "ingest", &[]), stand.start("sink", "sink", &[])];
    services.push(stand.start("enrich", "stays", &[LONG_SESSION]));
    let mut leaver = stand.start("enrich", "leaves", &[LONG_SESSION]);
    let began = Instant::now();
    while !fs::read_to_string(stand.log_of("leaves")).unwrap_or_default().contains("partitions assigned") {
        assert!(began.elapsed() < Duration::from_secs(60), "{}", stand.logs());
        sleep(Duration::from_millis(50));
    }
    stand.drop_stories(0, COUNT);
    stand.wait_for_records(COUNT, Duration::from_secs(60));
    leaver.signal("TERM");
    assert_eq!(leaver.ended(Duration::from_secs(30)), Some(0), "{}", stand.logs());
    let began = Instant::now();
    stand.drop_stories(COUNT, COUNT);
    stand.wait_for_records(2 * COUNT, AT_ONCE);
    println!("given back: {} ms", began.elapsed().as_millis());
    stand.settle_and_count(services, 2 * COUNT);
}

fn seconds(broker: &Broker) {
    let stand = Stand::new(broker);
    let sink = stand.start("sink", "sink", &[]);
    let mut ingester = stand.start("ingest", "ingest", &[]);
    stand.wait_until_topics_are_there();
    let output = stand.run(&["sink"]);
    assert_eq!(output.status.code(), Some(75));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(&sink.child.id().to_string()), "it says who holds the folder: {said}");

    // The first has the feed once it has committed a story, and is fenced at its first commit after the second has come.
    stand.drop_stories(0, 1);
    stand.wait_for_messages("raw", 1);
    let second = stand.start("ingest", "second", &[]);
    let (began, mut dropped) = (Instant::now(), 1);
    let code = loop {
        stand.drop_stories(dropped, 1);
        dropped += 1;
        if let Some(code) = ingester.ended(Duration::from_millis(500)) {
            break code;
        }
        assert!(began.elapsed() < Duration::from_secs(120), "{}", stand.logs());
    };
    assert_eq!(code, 75, "{}", stand.logs());
    let enricher = stand.start("enrich", "enrich", &[]);
    stand.settle_and_count(vec![second, enricher, sink], dropped);
}

fn topics(broker: &Broker) {
    let stand = Stand::new(broker);
    let output = stand.run_with(&["enrich"], "topics.create=false");
    assert_eq!(output.status.code(), Some(64), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stderr).contains(&stand.topic("raw")));
    let output = stand.run(&["topics", "create"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = stand.run_with(&["enrich"], "topics.partitions=5");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(64), "{said}");
    assert!(said.contains(&stand.topic("raw")) && said.contains('5') && said.contains('3'), "{said}");
}

fn outage(broker: &Broker) {
    const COUNT: usize = 2_000;
    let stand = Stand::new(broker);
    let services = stand.start_all();
    for first in (0..COUNT / 2).step_by(100) {
        stand.drop_stories(first, 100);
    }
    stand.wait_for_records(100, Duration::from_secs(60));
    broker.kill();
    for first in (COUNT / 2..COUNT).step_by(100) {
        stand.drop_stories(first, 100);
    }
    sleep(Duration::from_secs(5));
    broker.restart();
    stand.settle_and_count(services, COUNT);
    for service in SERVICES {
        let log = fs::read_to_string(stand.log_of(service)).unwrap();
        let lines = |word: &str| log.lines().filter(|line| line.contains(word)).count();
        assert_eq!((lines("kafka is gone"), lines("kafka is back")), (1, 1), "{service}:\n{log}");
    }
}
