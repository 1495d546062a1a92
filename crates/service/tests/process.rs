//! Programs as operators see them: exit codes, signals, logs, health and metrics of real child processes.
//!
//! This program is both: with `DATELINE_TEST_PART` set it plays a service, without it runs the tests.
#![allow(clippy::unwrap_used)] // helpers of tests are tests

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStderr, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use expect_test::expect;
use flow::{Fault, FaultKind, Tally};
use libtest_mimic::{Arguments, Trial};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use service::health::Needs;
use service::{Context, health_probe};

const PART: &str = "DATELINE_TEST_PART";

fn main() -> ExitCode {
    if let Ok(part) = std::env::var(PART) {
        return service::main("enricher", async move |context| play(&part, context).await);
    }
    let tests: [(&str, fn()); 21] = [
        ("the_end_of_the_inlet_is_a_clean_stop", the_end_of_the_inlet_is_a_clean_stop),
        ("what_still_runs_beside_does_not_hold_up_the_end", what_still_runs_beside_does_not_hold_up_the_end),
        ("the_first_signal_drains", the_first_signal_drains),
        ("an_interrupt_drains_too", an_interrupt_drains_too),
        ("the_second_signal_stops_at_once", the_second_signal_stops_at_once),
        ("a_drain_that_takes_too_long_is_cut_off", a_drain_that_takes_too_long_is_cut_off),
        ("each_kind_of_fault_has_its_exit_code", each_kind_of_fault_has_its_exit_code),
        ("a_fault_is_one_line_with_all_its_causes", a_fault_is_one_line_with_all_its_causes),
        ("a_panic_is_ours_to_mend", a_panic_is_ours_to_mend),
        ("a_setting_that_is_wrong_is_said_before_anything_starts", a_setting_that_is_wrong_is_said),
        ("a_flag_that_is_wrong_is_a_usage_fault", a_flag_that_is_wrong_is_a_usage_fault),
        ("help_and_version_are_no_faults", help_and_version_are_no_faults),
        (
            "a_port_that_stays_taken_is_a_wrong_setting_and_one_that_comes_free_is_waited_for",
            a_port_that_stays_taken_is_a_wrong_setting_and_one_that_comes_free_is_waited_for,
        ),
        ("a_stderr_that_is_gone_stops_nothing", a_stderr_that_is_gone_stops_nothing),
        ("logs_are_json_where_no_terminal_is", logs_are_json_where_no_terminal_is),
        ("logs_are_lines_where_they_are_wanted", logs_are_lines_where_they_are_wanted),
        ("a_service_that_gets_on_is_ready", a_service_that_gets_on_is_ready),
        ("a_service_without_a_broker_says_so", a_service_without_a_broker_says_so),
        ("a_stalled_service_is_not_ready", a_stalled_service_is_not_ready),
        ("a_program_of_several_flows_counts_each", a_program_of_several_flows_counts_each),
        ("nobody_there_is_not_ready", nobody_there_is_not_ready),
    ];
    let trials = tests.map(|(name, test)| {
        Trial::test(name, move || {
            test();
            Ok(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.into()).exit_code()
}

/// What the child does.
async fn play(part: &str, context: Context) -> Result<Tally, Fault> {
    let meter = Arc::clone(&context.flow.meter);
    let mut tally = Tally { read: 5, passed: 2, commits: 1, ..Tally::default() };
    tally.rejected.insert("bad_xml", 2);
    tally.skipped.insert("empty", 1);
    match part {
        "end" => return Ok(tally),
        "beside" => {
            tokio::task::spawn_blocking(|| std::thread::sleep(Duration::from_mins(1)));
            // Let it begin.
            tokio::time::sleep(Duration::from_millis(50)).await;
            return Ok(tally);
        }
        "stuck" => {
            meter.applied(&tally, Duration::ZERO);
            // Not a wait that gives way to others: the thread itself hangs.
            std::thread::sleep(Duration::from_mins(1));
        }
        "panic" => panic!("a table is wrong"),
        "ready" | "stalled" => {
            meter.connected(true);
            meter.lag("articles.raw", 5, 9);
            meter.assigned(&[(Arc::from("articles.raw"), 0), (Arc::from("articles.raw"), 1)]);
            meter.lag("articles.raw", 1, 7);
            meter.applied(&tally, Duration::from_millis(2));
            if part == "ready" {
                let ages = [Duration::from_millis(40), Duration::from_secs(2)];
                meter.settled(&[], &tally, &ages);
                meter.aborted();
                meter.lag("articles.raw", 1, 0);
            }
        }
        "several" => {
            for flow in context.flows(["enricher", "sink"]) {
                context.health.needs(flow.name, Needs::Nothing);
                flow.meter.settled(&[], &tally, &[]);
            }
        }
        "drain" => {}
        kind => {
            let kind = match kind {
                "usage" => FaultKind::Usage,
                "data" => FaultKind::Data,
                "unavailable" => FaultKind::Unavailable,
                "bug" => FaultKind::Bug,
                "io" => FaultKind::Io,
                _ => FaultKind::TryAgain,
            };
            let cause = std::io::Error::other("no space left");
            let cause = Fault::new(kind, "write a block", cause);
            return Err(Fault::new(kind, "close out/a.ndjson", cause));
        }
    }
    context.stop.cancelled().await;
    Ok(tally)
}

/// A child that plays a part.
struct Service {
    child: Child,
    errors: BufReader<ChildStderr>,
    lines: Vec<String>,
}

impl Service {
    fn start(part: &str, set: &[&str]) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        let folder = tempfile::tempdir().unwrap();
        command.env_clear().env(PART, part).current_dir(&folder);
        for setting in ["http.listen=127.0.0.1:0"].iter().chain(set) {
            command.args(["--set", setting]);
        }
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let errors = BufReader::new(child.stderr.take().unwrap());
        Self { child, errors, lines: Vec::new() }
    }

    /// Reads lines until one contains the text, and gives that.
    fn until(&mut self, text: &str) -> String {
        loop {
            let mut line = String::new();
            assert!(self.errors.read_line(&mut line).unwrap() > 0, "no `{text}` in {:#?}", self.lines);
            let line = line.trim_end().to_owned();
            self.lines.push(line.clone());
            if line.contains(text) {
                return line;
            }
        }
    }

    /// The address of its metrics.
    fn address(&mut self) -> String {
        let line: Value = serde_json::from_str(&self.until("\"message\":\"started\"")).unwrap();
        line["http"].as_str().unwrap().to_owned()
    }

    fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Waits for its end: exit code, and all lines of stderr.
    fn end(mut self) -> (i32, Vec<String>) {
        let mut rest = String::new();
        self.errors.read_to_string(&mut rest).unwrap();
        self.lines.extend(rest.lines().map(str::to_owned));
        let status = self.child.wait().unwrap();
        (status.code().unwrap_or_else(|| panic!("{status}")), self.lines.split_off(0))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(part: &str, set: &[&str]) -> (i32, Vec<String>) {
    Service::start(part, set).end()
}

fn last(lines: &[String]) -> Value {
    serde_json::from_str(lines.last().unwrap()).unwrap()
}

fn the_end_of_the_inlet_is_a_clean_stop() {
    let (code, lines) = run("end", &[]);
    assert_eq!((code, lines.len()), (0, 2), "one line at the start and one at the end: {lines:#?}");
    let line = last(&lines);
    let shown = ["message", "read", "passed", "rejected", "skipped", "reasons", "commits", "aborted"]
        .map(|name| format!("{name} {}", line[name]))
        .join("\n");
    expect![[r#"
        message "stopped"
        read 5
        passed 2
        rejected 2
        skipped 1
        reasons "bad_xml 2, empty 1"
        commits 1
        aborted 0"#]]
    .assert_eq(&shown);
}

fn what_still_runs_beside_does_not_hold_up_the_end() {
    let began = Instant::now();
    assert_eq!(run("beside", &[]).0, 0);
    assert!(began.elapsed() < Duration::from_secs(10));
}

fn the_first_signal_drains() {
    let mut service = Service::start("drain", &[]);
    service.until("started");
    service.signal(Signal::TERM);
    let (code, lines) = service.end();
    assert_eq!((code, lines.len()), (0, 3), "{lines:#?}");
    assert!(lines[1].contains("\"message\":\"stopping\",\"signal\":\"SIGTERM\""), "{lines:#?}");
    assert_eq!(last(&lines)["message"], "stopped");
}

fn an_interrupt_drains_too() {
    let mut service = Service::start("drain", &[]);
    service.until("started");
    service.signal(Signal::INT);
    assert_eq!(service.end().0, 0);
}

fn the_second_signal_stops_at_once() {
    for (second, wanted) in [(Signal::TERM, 143), (Signal::INT, 130)] {
        let mut service = Service::start("stuck", &[]);
        service.until("started");
        service.signal(Signal::TERM);
        service.until("stopping");
        let began = Instant::now();
        service.signal(second);
        let (code, lines) = service.end();
        assert_eq!(code, wanted, "{lines:#?}");
        assert!(began.elapsed() < Duration::from_secs(5), "at once");
        assert_eq!(last(&lines)["message"], "stopped at once");
    }
}

fn a_drain_that_takes_too_long_is_cut_off() {
    let mut service = Service::start("stuck", &["flow.drain_ms=100"]);
    service.until("started");
    service.signal(Signal::TERM);
    let (code, lines) = service.end();
    assert_eq!(code, 75, "{lines:#?}");
    let line = last(&lines);
    assert_eq!(line["unsettled"], 5, "what was left untouched");
    let message =
        "the drain took too long; what is unsettled was left untouched and comes again at the next start";
    assert_eq!(line["message"], message);
}

fn each_kind_of_fault_has_its_exit_code() {
    let kinds =
        [("usage", 64), ("data", 65), ("unavailable", 69), ("bug", 70), ("io", 74), ("try again", 75)];
    for (kind, wanted) in kinds {
        assert_eq!(run(kind, &[]).0, wanted, "{kind}");
    }
}

fn a_fault_is_one_line_with_all_its_causes() {
    let wanted = "failed to close out/a.ndjson: failed to write a block: no space left";
    let (_, lines) = run("io", &[]);
    assert_eq!((&last(&lines)["message"], lines.len()), (&Value::from(wanted), 2));
    let (code, lines) = run("io", &["log.level=off"]);
    assert_eq!((code, lines), (74, vec![wanted.to_owned()]), "it is said even where nothing is logged");
}

fn a_panic_is_ours_to_mend() {
    let (code, lines) = run("panic", &[]);
    assert_eq!(code, 70);
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert!(lines[1].contains("tests/process.rs:") && lines[1].contains("a table is wrong"), "{lines:#?}");
    assert_eq!(last(&lines)["message"], "failed to go on: a table is wrong");
}

fn a_setting_that_is_wrong_is_said() {
    let (code, lines) = run("end", &["flow.threads=many"]);
    assert_eq!(code, 64);
    let wanted = "failed to read the settings: command line: `flow.threads` must be a whole number from 0 to 1024, \
                  not \"many\"";
    assert_eq!(lines, [wanted]);
}

fn a_flag_that_is_wrong_is_a_usage_fault() {
    for (args, wanted) in [
        (["--set", "flow.threads"], "write it as KEY=VALUE"),
        (["--confg", "x.toml"], "unexpected argument '--confg'"),
    ] {
        let mut command = Command::new(std::env::current_exe().unwrap());
        let out = command.env(PART, "end").args(args).output().unwrap();
        let errors = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(64), "{errors}");
        assert!(errors.contains(wanted), "{errors}");
    }
}

fn help_and_version_are_no_faults() {
    let say = |arg| {
        let out = Command::new(std::env::current_exe().unwrap()).env(PART, "end").arg(arg).output().unwrap();
        assert_eq!(out.status.code(), Some(0));
        String::from_utf8(out.stdout).unwrap()
    };
    assert_eq!(say("--version"), format!("dateline-enricher {}\n", env!("CARGO_PKG_VERSION")));
    let help = say("--help");
    assert!(
        help.contains("Usage: dateline-enricher [OPTIONS]") && help.contains("--config <FILE>"),
        "{help}"
    );
}

fn a_port_that_stays_taken_is_a_wrong_setting_and_one_that_comes_free_is_waited_for() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let service = Service::start("end", &[&format!("http.listen={address}")]);
    std::thread::sleep(Duration::from_secs(1));
    drop(taken);
    assert_eq!(service.end().0, 0);

    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let (code, lines) = run("end", &[&format!("http.listen={address}")]);
    assert_eq!(code, 64);
    let message = last(&lines)["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with(&format!("failed to listen on {address} (http.listen): ")), "{message}");
}

fn a_stderr_that_is_gone_stops_nothing() {
    for (part, level, wanted) in [("end", "trace", 0), ("io", "trace", 74), ("io", "off", 74)] {
        let mut service = Service::start(part, &[&format!("log.level={level}")]);
        let (reader, _) = std::io::pipe().unwrap();
        service.errors = BufReader::new(ChildStderr::from(std::os::fd::OwnedFd::from(reader)));
        let status = service.child.wait().unwrap();
        assert_eq!(status.code(), Some(wanted));
    }
}

fn logs_are_json_where_no_terminal_is() {
    let (_, lines) = run("end", &["http.enabled=false"]);
    let line: Value = serde_json::from_str(&lines[0]).unwrap();
    let names: Vec<_> = line.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["http", "level", "message", "service", "target", "time", "version"]);
    assert_eq!((&line["service"], &line["level"]), (&Value::from("enricher"), &Value::from("info")));
    assert!(line["time"].as_str().unwrap().parse::<jiff::Timestamp>().is_ok());
    assert!(lines[0].starts_with("{\"time\":\"20"), "the time stands first: {}", lines[0]);
}

fn logs_are_lines_where_they_are_wanted() {
    let (_, lines) = run("end", &["http.enabled=false", "log.format=human"]);
    let (time, rest) = lines[0].split_once(' ').unwrap();
    assert!(time.parse::<jiff::Timestamp>().is_ok(), "{time}");
    assert_eq!(
        rest,
        format!("INFO  enricher started version=\"{}\" http=\"off\"", env!("CARGO_PKG_VERSION"))
    );
    let (_, lines) = run("end", &["log.level=warn"]);
    assert!(lines.is_empty(), "{lines:#?}");
}

/// Status and body.
fn get(address: &str, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

/// Asks until the child has done its part.
fn patiently<T, E: std::fmt::Debug>(ask: impl Fn() -> Result<T, E>) -> T {
    let began = Instant::now();
    loop {
        match ask() {
            Ok(answer) => return answer,
            Err(err) => assert!(began.elapsed() < Duration::from_secs(10), "{err:?}"),
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn a_service_that_gets_on_is_ready() {
    let mut service = Service::start("ready", &[]);
    let address = service.address();
    patiently(|| health_probe(&address));
    assert_eq!(health_probe(&format!("http://{address}/health/live")), Ok(()));
    let port = address.rsplit_once(':').unwrap().1;
    assert_eq!(health_probe(&format!("0.0.0.0:{port}")), Ok(()), "where it listens may be everywhere");
    let (status, body) = get(&address, "/health/ready");
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, &body["ready"]), (200, &Value::from(true)));
    assert_eq!(body["flows"]["enricher"]["assigned_partitions"], 2);
    assert_eq!(get(&address, "/health/live").0, 200);
    assert_eq!(get(&address, "/elsewhere").0, 404);

    let (status, text) = get(&address, "/metrics");
    assert_eq!(status, 200);
    well_formed(&text);
    for line in [
        "dateline_messages_in_total{flow=\"enricher\"} 5",
        "dateline_messages_out_total{flow=\"enricher\"} 2",
        "dateline_messages_rejected_total{flow=\"enricher\",reason=\"bad_xml\"} 2",
        "dateline_messages_skipped_total{flow=\"enricher\",reason=\"empty\"} 1",
        "dateline_commits_total{flow=\"enricher\"} 1",
        "dateline_batches_aborted_total{flow=\"enricher\"} 1",
        "dateline_batch_messages_sum{flow=\"enricher\"} 5.0",
        "dateline_batch_seconds_count{flow=\"enricher\"} 1",
        "dateline_publish_to_settled_seconds_bucket{flow=\"enricher\",le=\"0.05\"} 1",
        "dateline_publish_to_settled_seconds_count{flow=\"enricher\"} 2",
        "dateline_messages_unsettled{flow=\"enricher\"} 0",
        "dateline_lag_messages{flow=\"enricher\",topic=\"articles.raw\",partition=\"1\"} 0",
        "dateline_connected{flow=\"enricher\"} 1",
        "dateline_assigned_partitions{flow=\"enricher\"} 2",
    ] {
        assert!(text.lines().any(|it| it == line), "no {line} in\n{text}");
    }
    assert!(!text.contains("partition=\"5\""), "the lag of a partition that was lost is another's to tell");
    // Every name that the manual's table promises is there, and no other.
    let mut served: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()).collect();
    let mut promised: Vec<&str> = include_str!("../src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//! | `")?.split('`').next())
        .filter(|name| name.starts_with("dateline_"))
        .collect();
    served.sort_unstable();
    promised.sort_unstable();
    assert_eq!(served, promised);
}

/// The text format of Prometheus: comments, and samples of a name, labels and a number.
fn well_formed(text: &str) {
    for line in text.lines().filter(|line| !line.starts_with("# HELP ") && !line.starts_with("# TYPE ")) {
        let (sample, number) = line.rsplit_once(' ').unwrap();
        assert!(number.parse::<f64>().is_ok(), "{line}");
        let name = sample.split('{').next().unwrap();
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{line}");
        assert!(sample == name || sample.ends_with('}'), "{line}");
    }
}

fn a_service_without_a_broker_says_so() {
    let mut service = Service::start("drain", &[]);
    let address = service.address();
    let reasons = "enricher: the broker does not answer; enricher: no partitions were assigned yet";
    assert_eq!(health_probe(&address), Err(format!("not ready: {reasons}")));
    assert_eq!(get(&address, "/health/ready").0, 503);
    assert_eq!(get(&address, "/health/live").0, 200, "it lives all the same");
}

fn a_stalled_service_is_not_ready() {
    let mut service = Service::start("stalled", &["flow.stall_ms=1000", "sink.rotate_age_ms=500"]);
    let address = service.address();
    let reason = patiently(|| health_probe(&address).err().filter(|err| err.contains("wait")).ok_or("ready"));
    assert!(
        reason.starts_with("not ready: enricher: 7 messages wait and nothing was settled for "),
        "{reason}"
    );
}

fn a_program_of_several_flows_counts_each() {
    let mut service = Service::start("several", &[]);
    let address = service.address();
    patiently(|| health_probe(&address));
    let (_, text) = get(&address, "/metrics");
    for flow in ["enricher", "sink"] {
        assert!(text.contains(&format!("dateline_messages_in_total{{flow=\"{flow}\"}} 5")), "{text}");
    }
}

fn nobody_there_is_not_ready() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let err = health_probe(&free.to_string()).unwrap_err();
    assert!(err.starts_with(&format!("no answer from {free}: ")), "{err}");
    // Someone who takes the call and says nothing is given three seconds.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let began = Instant::now();
    assert!(health_probe(&silent.local_addr().unwrap().to_string()).is_err());
    assert!((2..6).contains(&began.elapsed().as_secs()));
}
