//! Logging in, and rights that are missing, against a broker that asks for both: whoever is turned away is told why.

use std::fs;
use std::process::Output;
use std::thread::sleep;
use std::time::{Duration, Instant};

use test_support::{ADMIN, Broker, DESK, KafkaTrial, Resource, User};

use super::stand::{Service, Stand};

const WRONG: User = User { name: DESK.name, password: "wrong-83b0" };
/// Longer than a program that is turned away takes to say so, and much less than it would wait for a broker.
const SOON: Duration = Duration::from_secs(25);
const STORY: &[u8] = b"LIMA, June 3 (EFE).- Peru's exports rose 3 percent in May.\n";
/// No article: a dead letter.
const REJECT: &[u8] = b"{\"text\": 7}";
const INSTANCE: &str = "host";
const PATIENCE: &str = "kafka.patience_ms=120000";

pub(crate) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::guarded("a wrong password ends every program soon and is never shown", wrong_password),
        KafkaTrial::guarded("whoever may do nothing is told with which topic", no_rights),
        KafkaTrial::guarded("an ingester names each right that it lacks", ingester_step_by_step),
        KafkaTrial::guarded("an enricher names each right that it lacks", enricher_step_by_step),
        KafkaTrial::guarded("a sink names each right that it lacks", sink_step_by_step),
        KafkaTrial::guarded("a right that is taken away ends the service that needs it", taken_away),
        KafkaTrial::guarded(
            "a service without work ends as well when it may not see its topic any more",
            spare,
        ),
        KafkaTrial::guarded("a sink needs no other right to see who lives under its name", namesakes),
        KafkaTrial::guarded("a command needs a right on its topic and none else", commands),
        KafkaTrial::guarded("with the rights of the manual a story gets to a proven file", documented_rights),
    ]
}

/// What every program says when it is turned away.
fn assert_turned_away(what: &str, output: &Output, names: &str) {
    let said = [&*output.stdout, &*output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert_eq!(output.status.code(), Some(64), "{what}: {said}");
    assert!(said.contains(names), "{what} does not name {names}: {said}");
    for User { password, .. } in [ADMIN, DESK, WRONG] {
        assert!(!said.contains(password), "{what} shows a password: {said}");
    }
}

/// A service that may not use something has ended and named it.
fn assert_ended(stand: &Stand, running: &mut Service, what: &str, on: Resource<'_>) {
    let (Resource::Topic(name) | Resource::Group(name) | Resource::TransactionalId(name)) = on;
    let code = running.ended(SOON);
    let log = fs::read_to_string(stand.log_of(INSTANCE)).unwrap();
    assert_eq!(code, Some(64), "{what}: {log}");
    assert!(log.lines().last().is_some_and(|line| is_named(line, name)), "{what}: {log}");
    assert!(!log.contains(DESK.password), "{what} shows its password: {log}");
}

/// As a whole word: the name of a group is the beginning of its transactional ids.
fn is_named(line: &str, name: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric() && !"._-".contains(c)).any(|word| word == name)
}

impl Stand {
    /// The commands that talk to Kafka, each with the topic that it asks for first.
    fn programs(&self) -> [(Vec<String>, String); 6] {
        let story = self.inbox().join("story.txt");
        fs::write(&story, STORY).unwrap();
        let (raw, enriched) = (self.topic("raw"), self.topic("enriched"));
        [
            (vec!["topics".to_owned(), "list".to_owned()], String::new()),
            (vec!["produce".to_owned(), story.display().to_string()], raw.clone()),
            (vec!["consume".to_owned(), "--from-beginning".to_owned()], enriched.clone()),
            (vec!["ingest".to_owned()], raw.clone()),
            (vec!["enrich".to_owned()], raw),
            (vec!["sink".to_owned()], enriched),
        ]
    }
}

fn wrong_password(broker: &Broker) {
    let mut stand = Stand::guarded(broker);
    stand.log_in(WRONG);
    for (args, _) in stand.programs() {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        for at in ["log.level=info", "log.level=trace"] {
            let began = Instant::now();
            let output = stand.command(&args).args(["--set", PATIENCE, "--set", at]).output().unwrap();
            assert_turned_away(&format!("{args:?} at {at}"), &output, "log in");
            let took = began.elapsed();
            assert!(took < SOON, "{args:?} took {took:?}");
        }
    }
    // A name that nobody has, and a password from the environment.
    stand.log_in(User { name: "nobody", ..WRONG });
    stand.forget_password();
    let mut command = stand.command(&["sink", "--set", PATIENCE]);
    command.env("DATELINE__KAFKA__LIBRDKAFKA__SASL_PASSWORD", WRONG.password);
    assert_turned_away("nobody's sink", &command.output().unwrap(), "log in");
}

fn no_rights(broker: &Broker) {
    let stand = Stand::guarded(broker);
    for (args, topic) in stand.programs() {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = stand.run_with(&args, PATIENCE);
        if topic.is_empty() {
            // Kafka does not show what one may not see.
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success() && !said.contains(stand.name()), "{said}");
        } else {
            assert_turned_away(&format!("{args:?}"), &output, &topic);
        }
    }
}

/// Grants rights one by one in the order in which their lack shows.
fn step_by_step(broker: &Broker, stand: &Stand, service: &str, rights: &[(&str, Resource<'_>)]) {
    for &(operation, on) in rights {
        let mut running = stand.start(service, INSTANCE, &[PATIENCE]);
        assert_ended(stand, &mut running, &format!("{service} without {operation} on {on:?}"), on);
        broker.grant(DESK, &[operation], &[on]);
    }
}

fn ingester_step_by_step(broker: &Broker) {
    let mut stand = Stand::guarded(broker);
    let [raw, dead, feeds] = ["raw", "dead", "feeds"].map(|which| stand.topic(which));
    let id = format!("{}-ingester-inbox", stand.name());
    stand.drop_stories(0, 1);
    let rights = [
        ("Describe", Resource::Topic(&raw)),
        ("Describe", Resource::Topic(&dead)),
        ("Describe", Resource::Topic(&feeds)),
        ("Write", Resource::TransactionalId(&id)),
        ("Read", Resource::Topic(&feeds)),
        ("Write", Resource::Topic(&raw)),
        ("Write", Resource::Topic(&feeds)),
    ];
    step_by_step(broker, &stand, "ingest", &rights);
    works_until(&mut stand, "ingest", "raw");
    fs::write(stand.inbox().join("reject.ndjson"), REJECT).unwrap();
    let last = ("Write", Resource::Topic(&dead));
    step_by_step(broker, &stand, "ingest", &[last]);
    works_until(&mut stand, "ingest", "dead");
    assert_documented(&stand, "ingester", &[&rights[..], &[last]].concat());
}

fn enricher_step_by_step(broker: &Broker) {
    let mut stand = Stand::guarded(broker);
    let [raw, enriched, dead] = ["raw", "enriched", "dead"].map(|which| stand.topic(which));
    let (group, id) = (format!("{}-enricher", stand.name()), format!("{}-enricher-{INSTANCE}", stand.name()));
    produce_as_admin(&mut stand, STORY);
    let rights = [
        ("Describe", Resource::Topic(&raw)),
        ("Describe", Resource::Topic(&enriched)),
        ("Describe", Resource::Topic(&dead)),
        ("Write", Resource::TransactionalId(&id)),
        ("Read", Resource::Group(&group)),
        ("Read", Resource::Topic(&raw)),
        ("Write", Resource::Topic(&enriched)),
    ];
    step_by_step(broker, &stand, "enrich", &rights);
    works_until(&mut stand, "enrich", "enriched");
    produce_as_admin(&mut stand, REJECT);
    let last = ("Write", Resource::Topic(&dead));
    step_by_step(broker, &stand, "enrich", &[last]);
    works_until(&mut stand, "enrich", "dead");
    assert_documented(&stand, "enricher", &[&rights[..], &[last]].concat());
}

/// Runs a service until its first message stands in a topic.
fn works_until(stand: &mut Stand, service: &str, which: &str) {
    let _running = stand.start(service, INSTANCE, &[PATIENCE]);
    stand.log_in(ADMIN);
    stand.wait_for_messages(which, 1);
    stand.log_in(DESK);
}

fn produce_as_admin(stand: &mut Stand, bytes: &[u8]) {
    stand.log_in(ADMIN);
    stand.produce(bytes);
    stand.log_in(DESK);
}

fn sink_step_by_step(broker: &Broker) {
    let stand = Stand::guarded(broker);
    let (enriched, group) = (stand.topic("enriched"), format!("{}-sink", stand.name()));
    let rights = [
        ("Describe", Resource::Topic(&enriched)),
        ("Read", Resource::Group(&group)),
        ("Read", Resource::Topic(&enriched)),
    ];
    step_by_step(broker, &stand, "sink", &rights);
    let mut sink = stand.start("sink", "sink", &[]);
    assert_eq!(sink.ended(Duration::from_secs(3)), None, "{}", stand.logs());
    assert_documented(&stand, "sink", &rights);
}

fn namesakes(broker: &Broker) {
    let stand = Stand::guarded(broker);
    change(&documented(&stand, "sink"), |operations, on| broker.grant(DESK, operations, on));
    let has_partitions = |instance: &str| {
        let began = Instant::now();
        while !fs::read_to_string(stand.log_of(instance)).unwrap().contains("partitions assigned") {
            assert!(began.elapsed() < Duration::from_secs(60), "{}", stand.logs());
            sleep(Duration::from_millis(50));
        }
    };
    let mut sink = stand.start("sink", INSTANCE, &[PATIENCE]);
    has_partitions(INSTANCE);
    let name = format!("kafka.instance={INSTANCE}");
    let mut other = stand.start("sink", "other", &[&name, "sink.folder=other", PATIENCE]);
    has_partitions("other");
    assert_eq!(sink.ended(Duration::from_secs(60)), Some(75), "{}", stand.logs());
    let log = fs::read_to_string(stand.log_of(INSTANCE)).unwrap();
    assert!(log.contains("has this name (kafka.instance) and lives"), "{log}");
    assert_eq!(other.ended(Duration::ZERO), None, "{}", stand.logs());
}

fn taken_away(broker: &Broker) {
    let mut stand = Stand::guarded(broker);
    let [raw, enriched] = ["raw", "enriched"].map(|which| stand.topic(which));
    let [enricher, sink] = ["enricher", "sink"].map(|service| format!("{}-{service}", stand.name()));
    let id = format!("{enricher}-{INSTANCE}");
    for service in ["enricher", "sink"] {
        change(&documented(&stand, service), |operations, on| broker.grant(DESK, operations, on));
    }
    let rights = [
        ("enrich", "Write", Resource::Topic(&enriched)),
        ("enrich", "Write", Resource::TransactionalId(&id)),
        ("enrich", "Read", Resource::Group(&enricher)),
        ("enrich", "Read", Resource::Topic(&raw)),
        ("sink", "Read", Resource::Group(&sink)),
        ("sink", "Read", Resource::Topic(&enriched)),
    ];
    let mut enriched_so_far = 0;
    for (service, operation, on) in rights {
        stand.log_in(DESK);
        let mut running = stand.start(service, INSTANCE, &[PATIENCE]);
        stand.log_in(ADMIN);
        if service == "sink" {
            stand.wait_for_records(1, Duration::from_secs(60));
        } else {
            stand.produce(STORY);
            // Beside what the round before it left undone.
            enriched_so_far += if enriched_so_far == 0 { 1 } else { 2 };
            stand.wait_for_messages("enriched", enriched_so_far);
        }
        broker.withdraw(DESK, &[operation], &[on]);
        stand.produce_to(if service == "sink" { "enriched" } else { "raw" }, STORY);
        assert_ended(&stand, &mut running, &format!("{service} that lost {operation} on {on:?}"), on);
        broker.grant(DESK, &[operation], &[on]);
    }
}

fn spare(broker: &Broker) {
    const ONE: &str = "topics.partitions=1";
    let mut stand = Stand::new(broker);
    stand.log_in(ADMIN);
    let output = stand.run_with(&["topics", "create"], ONE);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    stand.log_in(DESK);
    change(&documented(&stand, "sink"), |operations, on| broker.grant(DESK, operations, on));
    let mut sinks = ["one", "two"]
        .map(|instance| stand.start("sink", instance, &[PATIENCE, ONE, &format!("sink.folder={instance}")]));
    let began = Instant::now();
    while !stand.logs().contains(r#""partitions":"[]""#) {
        assert!(began.elapsed() < SOON, "{}", stand.logs());
        sleep(Duration::from_millis(50));
    }
    let enriched = stand.topic("enriched");
    broker.withdraw(DESK, &["Read"], &[Resource::Topic(&enriched)]);
    for sink in &mut sinks {
        assert_eq!(sink.ended(SOON), Some(64), "{}: {}", sink.name, stand.logs());
    }
}

fn commands(broker: &Broker) {
    let mut stand = Stand::new(broker);
    let topics = ["raw", "enriched", "dead", "feeds"].map(|which| stand.topic(which));
    let [raw, enriched, dead, feeds] = topics.each_ref().map(|name| Resource::Topic(name));
    stand.log_in(DESK);
    broker.grant(DESK, &["Create", "Describe"], &[enriched]);
    // A sink may make its own topic, if it is told to.
    let mut sink = stand.start("sink", INSTANCE, &["topics.create=true", PATIENCE]);
    assert_ended(
        &stand,
        &mut sink,
        "a sink with its topic and no group",
        Resource::Group(&format!("{}-sink", stand.name())),
    );
    let output = stand.run_with(&["topics", "create"], PATIENCE);
    assert_turned_away("topics create", &output, &topics[0]);
    broker.grant(DESK, &["Create", "Describe"], &[raw, dead, feeds]);
    let output = stand.run_with(&["topics", "create"], PATIENCE);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    broker.grant(DESK, &["Write"], &[raw]);
    broker.grant(DESK, &["Read"], &[enriched, dead]);
    stand.produce(STORY);
    assert!(stand.consume("enriched").is_empty());
    assert!(stand.dead().is_empty());
    let output = stand.run(&["consume", "--from-beginning", "--topic", &topics[0]]);
    assert_turned_away("consume", &output, &topics[0]);
    let (args, _) = &stand.programs()[1];
    let output = stand.run(&["produce", &args[1], "--topic", &topics[1]]);
    assert_turned_away("produce", &output, &topics[1]);
}

/// A line of the table in the manual, with the stand's names for the default ones.
struct Right {
    operation: String,
    kind: String,
    name: String,
}

impl Right {
    fn on(&self) -> Resource<'_> {
        match self.kind.as_str() {
            "topic" => Resource::Topic(&self.name),
            "group" => Resource::Group(&self.name),
            "transactional id" => Resource::TransactionalId(&self.name),
            other => panic!("the manual grants something on a {other}"),
        }
    }
}

/// Changes rights together that are of one kind: each run of Kafka's tool takes a second or two.
fn change(rights: &[Right], change: impl Fn(&[&str], &[Resource<'_>])) {
    for operation in ["Read", "Write"] {
        let on: Vec<_> = rights.iter().filter(|right| right.operation == operation).map(Right::on).collect();
        if !on.is_empty() {
            change(&[operation], &on);
        }
    }
}

/// What the manual says that a service must be granted: lines like "| sink | Read | group | `dateline-sink` |".
fn documented(stand: &Stand, service: &str) -> Vec<Right> {
    let manual = include_str!("../../../../docs/operations.md");
    let (_, rights) = manual.split_once("\n## Rights\n").unwrap();
    let (rights, _) = rights.split_once("\n## ").unwrap();
    let ours = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, who, operation, kind, name, _] = cells[..] else { return None };
        let name = match name.trim_matches('`') {
            "articles.raw" => stand.topic("raw"),
            "articles.enriched" => stand.topic("enriched"),
            "articles.dead" => stand.topic("dead"),
            "dateline.feeds" => stand.topic("feeds"),
            name => {
                let name = name.replace("FEED", "inbox").replace("INSTANCE", INSTANCE);
                name.replace("dateline-", &format!("{}-", stand.name()))
            }
        };
        (who == service).then(|| Right { operation: operation.to_owned(), kind: kind.to_owned(), name })
    };
    let rights: Vec<Right> = rights.lines().filter_map(ours).collect();
    assert!(!rights.is_empty(), "the manual grants {service} nothing");
    rights
}

/// The manual grants what was shown to be needed, and no more.
fn assert_documented(stand: &Stand, service: &str, needed: &[(&str, Resource<'_>)]) {
    let documented = documented(stand, service);
    let sorted = |rights: Vec<(&str, Resource<'_>)>| {
        // `Read` and `Write` bring `Describe` with them.
        let rights = rights.iter().filter(|(operation, _)| *operation != "Describe");
        let mut rights: Vec<String> = rights.map(|right| format!("{right:?}")).collect();
        rights.sort();
        rights
    };
    let documented = documented.iter().map(|right| (right.operation.as_str(), right.on())).collect();
    assert_eq!(sorted(documented), sorted(needed.to_vec()), "{service}");
}

fn documented_rights(broker: &Broker) {
    let mut stand = Stand::guarded(broker);
    stand.drop_stories(0, 1);
    for (service, command, to) in
        [("ingester", "ingest", "raw"), ("enricher", "enrich", "enriched"), ("sink", "sink", "")]
    {
        let rights = documented(&stand, service);
        change(&rights, |operations, on| broker.grant(DESK, operations, on));
        stand.log_in(DESK);
        let mut running = stand.start(command, INSTANCE, &[PATIENCE]);
        stand.log_in(ADMIN);
        match to {
            "" => stand.wait_for_records(1, Duration::from_secs(60)),
            to => stand.wait_for_messages(to, 1),
        }
        running.signal("TERM");
        assert_eq!(running.ended(Duration::from_secs(30)), Some(0), "{}", stand.logs());
        // The next one has only its own.
        change(&rights, |operations, on| broker.withdraw(DESK, operations, on));
    }
    let proof = stand.verify();
    assert!(proof.status.success(), "{}", String::from_utf8_lossy(&proof.stderr));
}
