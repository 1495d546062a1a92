//! `dateline bench`: what the way from a feed to files costs on this machine.
//!
//! Every stage is this program itself, started as a process of its own and measured from outside: wall time, CPU time and
//! peak memory as the kernel counts them. What goes through Kafka is done once more with nothing but rdkafka, in the same run
//! and on the same topics: the ratio is what counts, as it does not depend on the machine.

mod child;
mod latency;
mod stories;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, SystemTime};

use flow::{Fault, FaultKind};

use self::child::{Cost, run_to_end, run_until};
use crate::args::Bench;
use crate::input::kind_of;
use crate::show::{Out, Table, count};

/// A line of the table.
struct Line {
    what: String,
    messages: u64,
    cost: Cost,
}

pub(super) fn bench(args: &Bench) -> Result<ExitCode, Fault> {
    if cfg!(debug_assertions) {
        eprintln!("dateline: this is a debug build; its numbers say little");
    }
    if let Some(server) = args.bootstrap_server.as_deref().filter(|server| !is_here(server)) {
        let why = "a load goes to 127.0.0.1 or localhost only";
        return Err(Fault::new(FaultKind::Usage, format!("measure {server}"), why));
    }
    if let [what, from, to] = args.bare.as_slice() {
        return bare(args, what, from, to);
    }
    let folder = args
        .dir
        .clone()
        .unwrap_or_else(std::env::temp_dir)
        .join(format!("dateline-bench-{}", std::process::id()));
    let inbox = folder.join("inbox");
    fs::create_dir_all(&inbox)
        .map_err(|err| Fault::new(kind_of(&err), format!("make the folder {}", inbox.display()), err))?;
    let lines = measure(args, &folder, &inbox);
    fs::remove_dir_all(&folder).map_err(Fault::io(|| format!("remove the folder {}", folder.display())))?;
    print(&lines?, args);
    Ok(ExitCode::SUCCESS)
}

fn measure(args: &Bench, folder: &Path, inbox: &Path) -> Result<Vec<Line>, Fault> {
    let mut lines = Vec::new();
    let one = folder.join("one.txt");
    // As old as what an editor drops: a file that was just written is first given time to be finished.
    let old = SystemTime::now() - Duration::from_mins(1);
    fs::write(&one, stories::story(1, 3_000))
        .and_then(|()| fs::File::open(&one)?.set_modified(old))
        .map_err(Fault::io(|| format!("write {}", one.display())))?;
    let first = run_to_end(dateline(&["run", &name(&one), "--out", &name(&folder.join("first"))]))?;
    lines.push(Line { what: "start to first record in a file".to_owned(), messages: 1, cost: first });

    stories::write(&inbox.join("stories.ndjson"), args.stories, args.bytes)?;
    let out = folder.join("out");
    let run = run_to_end(dateline(&["run", &name(inbox), "--out", &name(&out)]))?;
    lines.push(Line { what: "run: feed to files, embedded".to_owned(), messages: args.stories, cost: run });
    let verify = run_to_end(dateline(&["verify", &name(&out)]))?;
    lines.push(Line { what: "verify".to_owned(), messages: args.stories, cost: verify });

    if let Some(server) = &args.bootstrap_server {
        through_kafka(args, folder, inbox, server, &mut lines)?;
    }
    Ok(lines)
}

fn through_kafka(
    args: &Bench,
    folder: &Path,
    inbox: &Path,
    server: &str,
    lines: &mut Vec<Line>,
) -> Result<(), Fault> {
    let stand = format!("bench-{}", std::process::id());
    let set = |command: &mut Command| {
        for setting in [
            format!("kafka.bootstrap_servers={server}"),
            format!("kafka.group_prefix={stand}"),
            format!("topics.raw={stand}.raw"),
            format!("topics.enriched={stand}.enriched"),
            format!("topics.dead={stand}.dead"),
            format!("topics.feeds={stand}.feeds"),
            "topics.create=true".to_owned(),
            "http.listen=127.0.0.1:0".to_owned(),
            "log.level=info".to_owned(),
            "log.format=json".to_owned(),
            "feed.watch=false".to_owned(),
            format!("feed.folder={}", inbox.display()),
            format!("sink.folder={}", folder.join("kafka-out").display()),
        ] {
            command.args(["--set", &setting]);
        }
    };
    let service = |service: &str| {
        let mut command = dateline(&[service]);
        set(&mut command);
        command
    };
    let stories = args.stories;
    let mut add = |what: &str, cost| lines.push(Line { what: what.to_owned(), messages: stories, cost });
    let bare = |words: [&str; 3]| {
        let number = stories.to_string();
        let mut command = dateline(&["bench", "--bootstrap-server", server, "--stories", &number, "--bare"]);
        command.args(words);
        run_to_end(command)
    };
    let feed = name(&inbox.join("stories.ndjson"));
    let [raw, enriched] = ["raw", "enriched"].map(|topic| format!("{stand}.{topic}"));
    add("ingest: feed to articles.raw", run_to_end(service("ingest"))?);
    let [lines, copy] = ["lines", "copy"].map(|topic| format!("{stand}.{topic}"));
    super::block_on(make_topics(server, [&lines, &copy]))?;
    add("  bare rdkafka: file to topic", bare(["file", &feed, &lines])?);
    add("enrich: articles.raw to articles.enriched", run_until(service("enrich"), "enricher", stories)?);
    add("  bare rdkafka: exactly-once copy", bare(["copy", &raw, &copy])?);
    add("sink: articles.enriched to files", run_until(service("sink"), "sink", stories)?);
    add("  bare rdkafka: topic to files", bare(["files", &enriched, &name(&folder.join("bare"))])?);
    latency::measure(server, &stand, service("enrich"))
}

async fn make_topics(server: &str, names: [&String; 2]) -> Result<(), Fault> {
    let topics = names.map(|name| kafka::NewTopic {
        name: name.clone(),
        partitions: Some(6),
        replication: Some(1),
        config: Vec::new(),
    });
    kafka::create_topics(&broker(server), &topics).await.map(drop)
}

fn broker(server: &str) -> kafka::Settings {
    kafka::Settings {
        bootstrap_servers: server.to_owned(),
        client_id: "dateline-bench".to_owned(),
        patience: Duration::from_secs(10),
        librdkafka: std::collections::BTreeMap::new(),
    }
}

/// A commit, or a file, for so many messages.
const BARE_BATCH: u64 = 10_000;

fn bare(args: &Bench, what: &str, from: &str, to: &str) -> Result<ExitCode, Fault> {
    let server = args.bootstrap_server.as_deref().unwrap_or_default();
    let done = match what {
        "file" => kafka::bare::file_to_topic(server, Path::new(from), to),
        "copy" => kafka::bare::copy(server, from, to, args.stories, BARE_BATCH),
        _ => kafka::bare::topic_to_files(server, from, Path::new(to), args.stories, BARE_BATCH),
    };
    done.map_err(|err| Fault::new(FaultKind::Io, format!("run the bare loop `{what}`"), err))?;
    Ok(ExitCode::SUCCESS)
}

/// This program, with other words.
fn dateline(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap_or_else(|_| "dateline".into()));
    command.args(words);
    command
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn is_here(server: &str) -> bool {
    server.split(',').all(|one| one.starts_with("127.0.0.1:") || one.starts_with("localhost:"))
}

fn print(lines: &[Line], args: &Bench) {
    let mut out = Out::new();
    if args.json {
        for line in lines {
            let Cost { wall, cpu, peak_bytes } = line.cost;
            let json = serde_json::json!({
                "what": line.what, "messages": line.messages, "wall_seconds": wall.as_secs_f64(),
                "cpu_seconds": cpu.as_secs_f64(), "peak_bytes": peak_bytes,
            });
            out.line(json.to_string());
        }
        return;
    }
    let mut table = Table::new(&["", "MESSAGES", "SECONDS", "MESSAGES/S", "µs CPU EACH", "PEAK MB"]);
    for Line { what, messages, cost } in lines {
        let (seconds, each) = (cost.wall.as_secs_f64(), cost.cpu.as_secs_f64() * 1e6 / *messages as f64);
        table.row(vec![
            what.clone(),
            count(*messages),
            format!("{seconds:.2}"),
            format!("{:.0}", *messages as f64 / seconds),
            format!("{each:.1}"),
            format!("{:.0}", cost.peak_bytes as f64 / 1e6),
        ]);
    }
    table.print(&mut out);
}
