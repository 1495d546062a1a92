//! What an editor and a data engineer type, without a broker.

#![allow(clippy::unwrap_used)] // helpers of tests

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").canonicalize().unwrap()
}

fn dateline(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(args).stdin(Stdio::null()).output().unwrap()
}

/// Standard output of a command that succeeds.
fn told(args: &[&str]) -> String {
    let output = dateline(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(desk.path("stories")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn story(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join("stories").join(name), bytes).unwrap();
    }

    fn run(&self) -> Value {
        let told = told(&["run", &self.path("stories"), "--out", &self.path("out"), "--json"]);
        serde_json::from_str(&told).unwrap()
    }

    fn files(&self) -> Vec<PathBuf> {
        let list =
            |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let partitions = list(self.folder.path().join("out/articles.enriched"));
        let mut files: Vec<PathBuf> = partitions.flat_map(list).collect();
        files.sort();
        files
    }

    fn records(&self) -> Vec<Value> {
        let text: String = self.files().iter().map(|file| fs::read_to_string(file).unwrap()).collect();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

const STORY: &[u8] =
    b"GENEVA, March 3 (Reuters) - Swiss exports rose 3 percent in February 2024, customs data showed.\n";

#[test]
fn a_log_that_was_made_anew_is_not_read_on_in_the_middle() {
    let desk = Desk::new();
    let (samples, out) = (samples().display().to_string(), desk.path("out"));
    told(&["run", &samples, "--out", &out]);
    fs::remove_dir_all(Path::new(&out).join("_log")).unwrap();
    fs::create_dir(Path::new(&out).join("_log")).unwrap();
    told(&["topics", "create", "--log", &out]);
    // As many stories and more, so that every old offset is there again.
    let others: String =
        (0..500).map(|n| format!("{{\"id\":\"other-{n}\",\"text\":\"Another story, {n}.\"}}\n")).collect();
    desk.story("others.ndjson", others.as_bytes());
    let output = dateline(&["run", &desk.path("stories"), "--out", &out]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(65), "{said}");
    assert!(said.contains("it is not the log that was read before"), "{said}");
}

#[test]
fn the_samples_go_all_the_way_and_a_second_run_finds_nothing_new() {
    let desk = Desk::new();
    let (samples, out) = (samples().display().to_string(), desk.path("out"));
    let first: Value = serde_json::from_str(&told(&["run", &samples, "--out", &out, "--json"])).unwrap();
    assert_eq!((first["stories"].as_u64(), first["records"].as_u64()), (Some(25), Some(22)), "{first}");
    assert_eq!(
        (first["tagged"].as_u64(), first["interrupted"].as_bool()),
        (Some(22), Some(false)),
        "{first}"
    );
    assert_eq!(first["not_yet_in_files"], serde_json::json!({ "articles": 0, "records": 0 }), "{first}");
    assert_eq!(first["skipped"]["duplicate"], 1, "{first}");
    assert_eq!(
        first["rejects"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum::<u64>(),
        2,
        "{first}"
    );
    assert!(first["figures"].as_u64().unwrap() > 60, "{first}");
    let untagged: Vec<Value> = desk
        .records()
        .iter()
        .map(|r| r["enrichment"]["untagged"].clone())
        .filter(|why| !why.is_null())
        .collect();
    assert_eq!(untagged.len(), 2, "{untagged:?}");

    let again = told(&["run", &samples, "--out", &out]);
    assert!(again.contains("nothing new"), "{again}");
    assert_eq!(desk.records().len(), 22);
    let proof = told(&["verify", &out]);
    assert!(proof.contains("proven: 22 records"), "{proof}");
}

#[test]
fn a_run_ends_with_a_table_of_what_it_did() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.story("b.txt", b"");
    let table = told(&["run", &desk.path("stories"), "--out", &desk.path("out")]);
    for words in ["stories", "articles", "rejects", "empty 1", "figures", "files", "dateline dead list"] {
        assert!(table.contains(words), "{words} in\n{table}");
    }
}

#[test]
fn what_was_rejected_is_listed_and_shown_with_its_bytes() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.story("broken.json", br#"{"text": 7}"#);
    desk.run();
    let list = told(&["dead", "list", "--log", &desk.path("out")]);
    assert!(
        list.contains("not_an_article") && list.contains("broken.json") && list.contains("text"),
        "{list}"
    );
    let position = list.lines().nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let raw = dateline(&["dead", "show", &position, "--raw", "--log", &desk.path("out")]);
    assert_eq!(raw.stdout, br#"{"text": 7}"#);
}

#[test]
fn compressed_files_hold_the_same_records() {
    for compression in ["gzip", "zstd"] {
        let desk = Desk::new();
        desk.story("a.txt", STORY);
        let args = ["run", &desk.path("stories"), "--out", &desk.path("out"), "--compression", compression];
        told(&args);
        let ending = if compression == "gzip" { "gz" } else { "zst" };
        assert!(desk.files()[0].extension().unwrap() == ending);
        assert!(told(&["verify", &desk.path("out")]).contains("proven: 1 record "));
    }
}

#[test]
fn verify_names_the_file_and_the_offset_of_a_changed_byte() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    let file = &desk.files()[0];
    let text = fs::read_to_string(file).unwrap();
    fs::write(file, text.replacen("Swiss", "Swedi", 1)).unwrap();
    let output = dateline(&["verify", &desk.path("out")]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains(file.file_name().unwrap().to_str().unwrap()) && said.contains("offset 0"),
        "{said}"
    );
}

#[test]
fn verify_reads_the_dead_letters_in_the_log_of_a_run_too() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    let cut = b"<nitf><body><p>A story that was cut off 7f3a in the middle of its";
    desk.story("b.xml", cut);
    assert_eq!(desk.run()["rejects"].as_object().unwrap().len(), 1);
    let proof = told(&["verify", &desk.path("out")]);
    assert!(proof.contains("the run's log: every message is what was written"), "{proof}");
    assert!(proof.contains("articles.dead 1"), "{proof}");
    let json: Value = serde_json::from_str(&told(&["verify", "--json", &desk.path("out")])).unwrap();
    assert_eq!(json["log"]["messages"]["articles.dead"], 1, "{json}");

    let log = desk.folder.path().join("out/_log/dateline.redb");
    let mut bytes = fs::read(&log).unwrap();
    // Pages that are no longer in use may hold it too.
    let places: Vec<usize> =
        (0..bytes.len() - cut.len()).filter(|at| bytes[*at..].starts_with(cut)).collect();
    assert!(!places.is_empty());
    places.iter().for_each(|at| bytes[at + 40] ^= 1);
    fs::write(&log, bytes).unwrap();
    let output = dateline(&["verify", &desk.path("out")]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("dateline.redb") && said.contains("articles.dead/"), "{said}");
}

#[test]
fn verify_says_what_waits_in_the_log_of_a_run_and_calls_no_part_of_it_everything() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    let out = desk.path("out");
    let record = told(&["consume", "--from-beginning", "--log", &out]);
    fs::write(desk.path("record"), record.trim()).unwrap();
    let more = desk.path("stories/a.txt");
    told(&["produce", &more, &more, "--log", &out]);
    told(&["produce", &desk.path("record"), "--topic", "articles.enriched", "--log", &out]);

    let proof = told(&["verify", &out]);
    assert!(proof.contains("proven so far: 1 record ") && !proof.contains("proven: "), "{proof}");
    let waits = "not all is there: 2 articles and 1 tagged record are read and not yet in files\nto file what waits: ";
    assert!(proof.contains(waits) && proof.contains(&format!(" run --out {out}")), "{proof}");
    let json: Value = serde_json::from_str(&told(&["verify", "--json", &out])).unwrap();
    let waiting = &json["log"]["not_yet_in_files"];
    assert_eq!((waiting["articles"].as_u64(), waiting["records"].as_u64()), (Some(2), Some(1)), "{json}");

    desk.run();
    let proof = told(&["verify", &out]);
    assert!(proof.contains("proven: 4 records") && !proof.contains("not yet in files"), "{proof}");
}

#[test]
fn what_was_produced_and_not_run_is_said_not_to_be_filed_and_is_filed_as_verify_says() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    let out = desk.path("out");
    told(&["produce", &desk.path("stories/a.txt"), "--log", &out]);
    let proof = told(&["verify", &out]);
    assert!(proof.contains("nothing is filed yet") && !proof.contains("proven"), "{proof}");
    assert!(proof.contains("not all is there: 1 article is read and not yet in files"), "{proof}");
    let json: Value = serde_json::from_str(&told(&["verify", "--json", &out])).unwrap();
    assert_eq!(json["chains"], serde_json::json!([]), "{json}");
    assert_eq!(json["log"]["not_yet_in_files"]["articles"], 1, "{json}");

    let line = proof.lines().find_map(|line| line.strip_prefix("to file what waits: ")).unwrap();
    let words: Vec<&str> = line.split(' ').skip(1).collect();
    assert!(told(&words).contains("records     1"), "{}", told(&words));
    assert!(told(&["verify", &out]).contains("proven: 1 record "));
    assert!(told(&words).contains("nothing waits in the log"));
}

#[test]
fn a_run_of_nothing_is_refused_and_leaves_nothing_behind() {
    let desk = Desk::new();
    let out = desk.path("out");
    for (args, words) in [
        (&["run", "--out", &out][..], "name the files or folders to read"),
        (&["run", "--out", &out, "--watch"], "required arguments were not provided"),
    ] {
        let output = dateline(args);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(64), "{args:?}: {said}");
        assert!(said.contains(words), "{said}");
    }
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_desktop_that_looked_into_the_folder_is_told_of_and_is_no_damage() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    let out = desk.path("out");
    fs::write(Path::new(&out).join(".DS_Store"), "Bud1").unwrap();
    let proof = told(&["verify", &out]);
    assert!(proof.contains("proven: 1 record ") && proof.contains("no data: .DS_Store\n"), "{proof}");
    let json: Value = serde_json::from_str(&told(&["verify", "--json", &out])).unwrap();
    assert_eq!(json["left_alone"], serde_json::json!([".DS_Store"]));
    fs::write(Path::new(&out).join("notes.txt"), "").unwrap();
    assert_eq!(dateline(&["verify", &out]).status.code(), Some(1));
}

/// A program that stays is ended by its own process group: `script` gives it a terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_run_that_watches_says_on_a_terminal_what_it_files() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    let (stories, out) = (desk.path("stories"), desk.path("out"));
    let run = format!(
        "run {stories} --out {out} --watch --set sink.rotate_age_ms=100 --set feed.quiet_ms=10 --set feed.poll_ms=20"
    );
    let Some(shown) = on_a_terminal(200, &format!("{run} & {}", until_filed(&out))) else { return };
    let file = desk.files()[0].display().to_string();
    assert!(shown.contains(&format!(" filed 1 record in {file}")), "{shown}");
    // In JSON the log is what it was.
    fs::remove_dir_all(&out).unwrap();
    let json = format!("{run} --set log.format=json");
    let shown = on_a_terminal(200, &format!("{json} & {}", until_filed(&out))).unwrap();
    assert!(!shown.contains(" filed 1 record"), "{shown}");
}

/// For a shell: waits until a file of records is there, and ends what was started last.
fn until_filed(out: &str) -> String {
    format!(
        "for i in $(seq 600); do ls {out}/articles.enriched/*/*.ndjson >/dev/null 2>&1 && break; sleep 0.1; done; \
         sleep 0.3; kill -INT $!; wait $!"
    )
}

#[test]
fn who_waits_for_messages_says_so_to_people_and_lets_others_have_the_log() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    let (story, out, got) = (desk.path("stories/a.txt"), desk.path("out"), desk.path("got"));
    told(&["produce", &story, "--log", &out]);
    let consume = format!("consume --topic articles.raw --log {out}");
    let mut waiting = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(consume.split(' '))
        .args(["--max", "3"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Whenever it looks, others have the log at once.
    std::thread::sleep(Duration::from_secs(1));
    for _ in 0..3 {
        told(&["produce", &story, "--log", &out]);
    }
    let began = Instant::now();
    while waiting.try_wait().unwrap().is_none() {
        assert!(began.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(50));
    }
    let output = waiting.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 3);
    assert!(output.stderr.is_empty(), "{output:?}"); // no terminal

    let stays = format!("{consume} >{got} & sleep 2; kill -TERM $!; wait $!");
    let Some(shown) = on_a_terminal(200, &stays) else { return };
    let waits = "waits for new messages on articles.raw; --from-beginning shows those that are there";
    assert_eq!(shown.matches(waits).count(), 1, "{shown}");
    let all = on_a_terminal(200, &format!("{consume} --from-beginning")).unwrap();
    assert!(!all.contains("waits for"), "{all}");
}

#[test]
fn a_log_without_its_folder_or_another_folder_is_not_mistaken_for_the_same() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    fs::remove_dir_all(desk.folder.path().join("out/_log")).unwrap();
    let output = dateline(&["run", &desk.path("stories"), "--out", &desk.path("out")]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(65), "{said}");
    assert!(said.contains("_log/dateline.redb") && said.contains("put it back"), "{said}");
    assert!(!desk.folder.path().join("out/_log").exists(), "an empty log stands in the way of the right one");
}

#[test]
fn watching_takes_new_files_as_they_come_and_a_second_run_is_told_who_is_there() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    let mut watcher = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["run", &desk.path("stories"), "--out", &desk.path("out"), "--watch"])
        .env("DATELINE__SINK__ROTATE_AGE_MS", "50")
        .env("DATELINE__FEED__POLL_MS", "20")
        .env("DATELINE__FEED__QUIET_MS", "20")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let wait_for = |count| {
        let began = Instant::now();
        while desk.records().len() < count {
            assert!(began.elapsed() < Duration::from_secs(60));
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    wait_for(1);
    let second = dateline(&["run", &desk.path("stories"), "--out", &desk.path("out")]);
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert_eq!(second.status.code(), Some(75), "{said}");
    assert!(said.contains(&watcher.id().to_string()), "{said}");
    let began = Instant::now();
    loop {
        let proof = told(&["verify", &desk.path("out")]);
        assert!(proof.contains("log was not read") && proof.contains(&watcher.id().to_string()), "{proof}");
        if proof.contains("proven so far: 1 record ") {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "{proof}");
    }

    desk.story(
        "b.txt",
        b"LIMA, June 3 (EFE).- Peru's exports rose 3 percent in May, the government said on Monday.\n",
    );
    wait_for(2);
    let stopped = Command::new("kill").arg(watcher.id().to_string()).status().unwrap();
    assert!(stopped.success());
    assert_eq!(watcher.wait().unwrap().code(), Some(0));
    assert!(told(&["verify", &desk.path("out")]).contains("proven: 2 records"));
}

#[test]
fn a_run_that_is_killed_at_random_moments_loses_and_doubles_nothing() {
    let desk = Desk::new();
    let lines: String = (0..3_000)
        .map(|n| format!("{{\"id\": \"s-{n}\", \"text\": \"Exports rose {n} percent in May.\"}}\n"))
        .collect();
    desk.story("feed.ndjson", lines.as_bytes());
    for round in 1..=20_u64 {
        let mut run = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(["run", &desk.path("stories"), "--out", &desk.path("out")])
            .env("DATELINE__FLOW__BATCH_MESSAGES", "20")
            .env("DATELINE__SINK__ROTATE_AGE_MS", "5")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * 37 % 400 + 20));
        run.kill().unwrap();
        run.wait().unwrap();
    }
    desk.run();
    let mut ids: Vec<String> = desk.records().iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect();
    ids.sort_unstable_by_key(|id| id[2..].parse::<u32>().unwrap());
    assert_eq!(ids, (0..3_000).map(|n| format!("s-{n}")).collect::<Vec<_>>());
    assert!(told(&["verify", &desk.path("out")]).contains("proven: 3000 records"));
}

#[test]
fn articles_can_be_produced_to_an_embedded_log_and_read_back() {
    let desk = Desk::new();
    let log = desk.path("desk.redb");
    desk.story(
        "a.ndjson",
        b"{\"id\": \"one\", \"text\": \"Exports rose.\"}\n{\"id\": \"two\", \"text\": \"Imports fell.\"}\n",
    );
    told(&["topics", "create", "--log", &log]);
    assert!(
        told(&["produce", &desk.path("stories/a.ndjson"), "--log", &log])
            .contains("2 messages to articles.raw")
    );
    let consumed = told(&["consume", "--topic", "articles.raw", "--from-beginning", "--log", &log]);
    assert_eq!(consumed.lines().count(), 2);
    assert!(told(&["topics", "list", "--log", &log]).contains("articles.enriched"));
    // what is no line stays one
    desk.story("b.txt", b"Tin rises\n\nLONDON (Reuters) - Tin rose.\n");
    told(&["produce", &desk.path("stories/b.txt"), "--log", &log]);
    let consumed = told(&["consume", "--topic", "articles.raw", "--from-beginning", "--log", &log]);
    assert_eq!(consumed.lines().count(), 3, "{consumed}");
    let text = |line: &str| serde_json::from_str::<String>(line).ok();
    let story = "Tin rises\n\nLONDON (Reuters) - Tin rose.\n";
    assert!(consumed.lines().filter_map(text).any(|text| text == story), "{consumed}");
}

#[test]
fn tag_says_why_a_number_became_a_figure_and_what_was_weighed_where_no_rule_took_it() {
    let desk = Desk::new();
    let story = "Hungary's trade surplus grew 8.3 percent in 2017. About 16.1 percent of the surplus was with Germany. \
                 Shares of the bank fell 2.1 percent.\n";
    desk.story("story.txt", story.as_bytes());
    let why = told(&["tag", "--why", &desk.path("stories/story.txt"), "--published", "2018-03-13"]);
    let of = |number: &str| {
        let from = why.find(&format!("{number}  →")).unwrap_or_else(|| panic!("{number} is not in {why}"));
        let mut lines = why[from..].lines();
        let head = lines.next().unwrap_or_default();
        lines.take_while(|line| line.starts_with("    ")).fold(head.to_owned(), |block, line| block + line)
    };
    assert!(of("8.3 percent").contains("by change/verb"), "{why}");
    assert!(
        of("16.1 percent").contains("by likely/share") && of("16.1 percent").contains("weighed    +"),
        "{why}"
    );
    assert!(of("2.1 percent").contains("no figure") && of("2.1 percent").contains("weighed    -"), "{why}");
    // what became of it, in the words of the record, and what the signs say in an editor's
    assert!(of("8.3 percent").contains("became     change balance HU>WORLD 8.3 percent up"), "{why}");
    assert!(of("2.1 percent").contains("(above 0 is a figure): ") && !why.contains(" leads up "), "{why}");
    assert!(of("16.1 percent").contains("to begin with -"), "{why}");
    assert!(!why.contains("YearOnYear") && why.contains("2017, as with `8.3 percent` (character "), "{why}");
    assert!(why.contains("by itself: country before division"), "{why}");
}

#[test]
fn tag_takes_a_folder_as_parse_does() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.story("b.txt", b"Exports of Peru rose 4 percent in May.\n");
    assert_eq!(told(&["tag", &desk.path("stories"), "--json"]).lines().count(), 2);
}

#[test]
fn a_place_is_found_however_its_letters_are_written() {
    for name in ["Georgia", "georgia", "GEORGIA"] {
        assert!(told(&["gazetteer", "find", name]).contains("US-GA"), "{name}");
    }
    assert!(told(&["gazetteer", "find", "uae"]).contains("United Arab Emirates"));
}

#[test]
fn tag_draws_the_tags_under_the_words_and_takes_ndjson_on_standard_input() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    let drawn = told(&["tag", &desk.path("stories/a.txt")]);
    assert!(drawn.contains("^^^^^ region CH") && drawn.contains("exports"), "{drawn}");
    let mut tag = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["tag", "-", "--json", "--published", "2024-03-03"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let articles =
        b"{\"text\": \"Exports of Chile rose 3 percent in May.\"}\n{\"text\": \"Exports of Peru fell.\"}\n";
    std::io::Write::write_all(&mut tag.stdin.take().unwrap(), articles).unwrap();
    let output = tag.wait_with_output().unwrap();
    let lines: Vec<Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["published_at"], "2024-03-03");
}

#[test]
fn the_schemas_are_json_schema_and_hold_for_what_is_written() {
    for (message, number) in [("article", "dateline.article/1"), ("enriched", "dateline.enriched/1")] {
        let schema: Value = serde_json::from_str(&told(&["schema", message])).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["properties"]["schema"]["const"], number);
    }
    let schema: Value = serde_json::from_str(&told(&["schema", "enriched"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let desk = Desk::new();
    for sample in fs::read_dir(samples()).unwrap().flatten() {
        let output = dateline(&["tag", "--json", sample.path().to_str().unwrap()]);
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let record: Value = serde_json::from_str(line).unwrap();
            let errors: Vec<String> = validator.iter_errors(&record).map(|err| err.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", sample.path().display());
        }
    }
    drop(desk);
}

#[test]
fn wrong_words_and_wrong_settings_end_with_64_and_say_where() {
    let wrong = |args: &[&str], words: &[&str]| {
        let output = dateline(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(64), "{args:?}: {said}");
        words.iter().for_each(|word| assert!(said.contains(word), "{word} in {said}"));
    };
    wrong(&["rum"], &["run"]);
    wrong(&["config", "check", "--set", "sink.compresion=zstd"], &["sink.compresion", "sink.compression"]);
    let desk = Desk::new();
    fs::write(desk.path("mine.toml"), "[flow]\nthreads = \"many\"\n").unwrap();
    wrong(&["config", "check", "--config", &desk.path("mine.toml")], &["mine.toml", "flow.threads"]);

    desk.story("a.txt", STORY);
    let (stories, out) = (desk.path("stories"), desk.path("out"));
    let run = |set: &'static str| ["run", &stories, "--out", &out, "--set", set].map(str::to_owned);
    for (set, words) in [
        ("sink.rotate_mesages=1", &["sink.rotate_mesages", "sink.rotate_messages"][..]),
        ("sink.rotate_messages=none", &["command line", "sink.rotate_messages"]),
        ("sink.rotate_messages=0", &["command line", "sink.rotate_messages"]),
        ("sink.rotate_messages", &["KEY=VALUE"]),
        ("feed.folder=elsewhere", &["feed.folder", "arguments"]),
    ] {
        wrong(&run(set).each_ref().map(String::as_str), words);
        for service in ["ingest", "enrich", "sink"] {
            if !set.starts_with("feed") {
                wrong(&[service, "--set", set], words);
            }
        }
    }
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_run_takes_single_settings_from_its_command_line_over_all_others() {
    let desk = Desk::new();
    for name in ["a", "b", "c"] {
        desk.story(name, &[STORY, name.as_bytes()].concat());
    }
    let (stories, out) = (desk.path("stories"), desk.path("out"));
    let mut run = Command::new(env!("CARGO_BIN_EXE_dateline"));
    run.args([
        "run",
        &stories,
        "--out",
        &out,
        "--set",
        "embedded.partitions=1",
        "--set",
        "sink.compression=none",
    ]);
    run.args(["--compression", "zstd"]).env("DATELINE__EMBEDDED__PARTITIONS", "7");
    assert!(run.output().unwrap().status.success());
    assert_eq!(desk.records().len(), 3);
    assert!(desk.files().iter().all(|file| file.display().to_string().contains("partition=0/")));
}

#[test]
fn config_check_says_where_each_setting_came_from_and_shows_no_secret() {
    let told = told(&[
        "config",
        "check",
        "--service",
        "sink",
        "--set",
        "sink.compression=zstd",
        "--set",
        "kafka.librdkafka.sasl.password=hunter2",
    ]);
    let line = |key: &str| told.lines().find(|line| line.starts_with(key)).unwrap().to_owned();
    assert!(line("sink.compression").contains("command line"));
    assert!(line("flow.threads").contains("default.toml"));
    assert!(!told.contains("hunter2") && told.contains("***"), "{told}");
}

#[test]
fn every_command_explains_itself_and_completions_are_there() {
    let help = told(&["--help"]);
    for command in [
        "run",
        "ingest",
        "enrich",
        "sink",
        "parse",
        "tag",
        "produce",
        "consume",
        "verify",
        "topics",
        "dead",
        "schema",
        "config",
        "health",
        "bench",
        "completions",
    ] {
        assert!(help.contains(&format!("\n  {command} ")), "{command} in {help}");
        told(&[command, "--help"]);
    }
    assert!(told(&["completions", "bash"]).contains("dateline"));
}

#[test]
fn no_broker_within_patience_is_69() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let broker = format!("kafka.bootstrap_servers=127.0.0.1:{port}");
    let output = dateline(&[
        "enrich",
        "--set",
        &broker,
        "--set",
        "kafka.patience_ms=1500",
        "--set",
        "http.enabled=false",
    ]);
    assert_eq!(output.status.code(), Some(69), "{}", String::from_utf8_lossy(&output.stderr));
    let dead = dateline(&["dead", "list", "--set", &broker, "--set", "kafka.patience_ms=1500"]);
    let said = String::from_utf8_lossy(&dead.stderr);
    assert_eq!(dead.status.code(), Some(69), "{said}");
    assert!(said.contains("--log"), "{said}");
}

#[test]
fn what_the_sink_set_aside_in_its_folder_can_be_listed_and_shown() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    let out = desk.path("out");
    desk.story("junk", b"no record");
    told(&["produce", &desk.path("stories/junk"), "--topic", "articles.enriched", "--log", &out]);
    fs::remove_file(desk.path("stories/junk")).unwrap();
    desk.run();

    let list = told(&["dead", "list", "--files", &out, "--json"]);
    let line: Value = serde_json::from_str(list.trim()).unwrap();
    assert_eq!((line["code"].as_str(), line["bytes"].as_u64()), (Some("not_a_record"), Some(9)), "{line}");
    let position = line["position"].as_str().unwrap();
    assert!(told(&["dead", "list", "--files", &out]).contains(position));
    assert_eq!(told(&["dead", "show", position, "--files", &out, "--raw"]), "no record");
    assert!(told(&["dead", "show", position, "--files", &out]).contains("code: not_a_record"));

    let slip = dateline(&["dead", "list", "--files", &desk.path("stories")]);
    assert_eq!(slip.status.code(), Some(64), "a slip in a path is not `no dead letters`");
}

#[test]
fn a_file_of_lines_that_was_renamed_and_has_grown_is_read_on_from_where_it_was() {
    let desk = Desk::new();
    let line =
        |n: usize| format!("{{\"id\":\"l-{n}\",\"text\":\"Exports of Chile fell {n} percent in May.\"}}\n");
    let lines = |range: std::ops::Range<usize>| range.map(line).collect::<String>();
    desk.story("a.ndjson", lines(0..20).as_bytes());
    assert_eq!(desk.run()["records"], 20);
    fs::rename(desk.path("stories/a.ndjson"), desk.path("stories/a.1.ndjson")).unwrap();
    desk.story("a.1.ndjson", lines(0..23).as_bytes());
    desk.story("a.ndjson", lines(23..25).as_bytes());
    let told = desk.run();
    assert_eq!((&told["records"], &told["skipped"]["duplicate"]), (&5.into(), &1.into()), "{told}");
    assert_eq!(desk.records().len(), 25);
}

#[test]
fn lost_manifests_do_not_make_a_second_copy_of_the_records() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    fs::remove_dir_all(desk.path("out/_manifests")).unwrap();
    let output = dateline(&["run", &desk.path("stories"), "--out", &desk.path("out")]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(65), "{said}");
    assert!(said.contains("manifests were lost"), "{said}");
}

#[test]
fn what_could_not_be_read_is_counted_and_empty_files_are_no_duplicates() {
    let desk = Desk::new();
    desk.story("half.ndjson", b"{\"text\":\"Exports of Cuba fell 7 percent in May.\"}\n{\"text\":\"Exp");
    desk.story("empty.ndjson", b"");
    desk.story("empty.txt", b"");
    let (stories, out) = (desk.path("stories"), desk.path("out"));
    let first = dateline(&["run", &stories, "--out", &out, "--json"]);
    assert_eq!(first.status.code(), Some(1));
    let first: Value = serde_json::from_slice(&first.stdout).unwrap();
    assert_eq!((&first["records"], &first["not_read"]), (&1.into(), &1.into()), "{first}");
    assert_eq!(first["rejects"]["empty"], 1, "{first}");
    let again = dateline(&["run", &stories, "--out", &out]);
    let said = String::from_utf8_lossy(&again.stdout);
    assert!(said.contains("1 could not be read"), "{said}");
    assert_eq!(again.status.code(), Some(1));
}

#[test]
fn a_log_that_does_not_keep_what_was_filed_loses_no_story_and_no_dead_letter() {
    let desk = Desk::new();
    let (stories, out) = (desk.path("stories"), desk.path("out"));
    let run = |first: usize| {
        let lines = (first..first + 300)
            .map(|n| format!("{{\"id\":\"s-{n}\",\"text\":\"Exports rose {n} percent.\"}}\n"));
        desk.story(&format!("{first}.ndjson"), lines.collect::<String>().as_bytes());
        desk.story(&format!("{first}.xml"), format!("<nitf><body><p>cut {first}").as_bytes());
        let few = "flow.batch_messages=20";
        told(&["run", &stories, "--out", &out, "--set", few, "--set", "embedded.keep_filed=false"]);
    };
    let count = |topic: &str| {
        let topics = told(&["topics", "list", "--json", "--log", &out]);
        let topics: Vec<Value> = topics.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let of =
            |partition: &Value| partition["next"].as_i64().unwrap() - partition["first"].as_i64().unwrap();
        let ours = topics.iter().filter(|one| one["topic"] == topic);
        ours.flat_map(|one| one["partitions"].as_array().unwrap()).map(of).sum::<i64>()
    };
    for round in 1..=3 {
        run(round * 300);
        assert_eq!(desk.records().len(), round * 300);
        assert!(told(&["verify", &out]).contains(&format!("proven: {} records", round * 300)));
        for topic in ["articles.raw", "articles.enriched"] {
            assert!((4..=4 * 20).contains(&count(topic)), "{topic}: {}", count(topic));
        }
        assert_eq!(usize::try_from(count("articles.dead")).unwrap(), round);
    }
}

#[test]
fn a_score_of_nothing_is_a_usage_error_and_no_praise() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tagger/tests/gold/docs").display().to_string();
    let output = dateline(&["score", &docs, &docs]);
    assert_eq!(output.status.code(), Some(64), "{}", String::from_utf8_lossy(&output.stdout));
    let why = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(why.contains("holds no STORY.json"), "{why}");
    assert!(output.stdout.is_empty());
}

#[test]
fn gold_that_cannot_be_used_is_named_with_the_reason() {
    let desk = Desk::new();
    let (gold, docs) = (desk.path("gold"), desk.path("stories"));
    let refused = |code: i32, words: &[&str]| {
        let output = dateline(&["score", &gold, &docs]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(output.stdout.is_empty());
        words.iter().for_each(|word| assert!(said.contains(word), "{word} in {said}"));
    };
    refused(64, &["gold"]);
    fs::create_dir(&gold).unwrap();
    let write = |text: &str| fs::write(Path::new(&gold).join("A1.json"), text).unwrap();
    write(r#"{"headline": "Swiss exports rise"}"#);
    refused(64, &["gold/A1.json", "it is no gold"]);
    let with = |quote: &str, nth: u8| {
        let mention = format!(
            r#"{{"code":"CH","level":"country","role":"focus","mentions":[{{"quote":"{quote}","nth":{nth}}}]}}"#
        );
        write(&format!(r#"{{"regions":[{mention}],"industries":[],"figures":[]}}"#));
    };
    with("Swiss", 1);
    refused(64, &["gold/A1.json", "stories/A1.txt"]);
    desk.story("A1.txt", STORY);
    told(&["score", &gold, &docs]);
    with("Swedish", 1);
    refused(65, &["gold/A1.json", "\"Swedish\" (nth 1)", "stories/A1.txt"]);
    with("Swiss", 2);
    refused(65, &["\"Swiss\" (nth 2)"]);
}

/// A dump of GeoNames with one town.
fn gazetteer_of(folder: &Path) {
    let mut row = vec![""; 19];
    for (column, value) in [
        (0, "9000001"),
        (1, "Zvornikovo"),
        (2, "Zvornikovo"),
        (4, "46.9"),
        (5, "7.4"),
        (6, "P"),
        (7, "PPL"),
        (8, "CH"),
        (14, "250000"),
        (18, "2024-01-01"),
    ] {
        row[column] = value;
    }
    fs::create_dir(folder).unwrap();
    fs::write(folder.join("cities500.txt"), format!("{}\n", row.join("\t"))).unwrap();
}

#[test]
fn what_tags_by_hand_tags_with_the_settings_of_a_run() {
    let desk = Desk::new();
    let geonames = desk.path("geonames");
    gazetteer_of(Path::new(&geonames));
    desk.story(
        "a.txt",
        b"GENEVA, March 3 (Reuters) - Exports from the city of Zvornikovo rose 3 percent in May.\n",
    );
    let (story, out) = (desk.path("stories/a.txt"), desk.path("out"));
    let config = desk.path("mine.toml");
    fs::write(&config, format!("[tagger]\ngazetteer = \"{geonames}\"\n")).unwrap();
    told(&["run", &story, "--out", &out, "--config", &config]);
    let written = desk.records().remove(0);
    assert!(written["enrichment"]["gazetteer"].as_str().unwrap().starts_with("geonames"), "{written}");
    assert!(written["regions"].to_string().contains("Zvornikovo"), "{written}");
    let set = format!("tagger.gazetteer={geonames}");
    for settings in [["--config", config.as_str()], ["--set", set.as_str()]] {
        let [name, value] = settings;
        let record: Value = serde_json::from_str(&told(&["tag", "--json", &story, name, value])).unwrap();
        for part in ["regions", "industries", "trade_figures"] {
            assert_eq!(record[part], written[part], "{settings:?}");
        }
        assert_eq!(record["enrichment"]["gazetteer"], written["enrichment"]["gazetteer"]);
        assert!(told(&["gazetteer", "find", "Zvornikovo", name, value]).contains("Zvornikovo"));
    }
    assert_eq!(dateline(&["gazetteer", "find", "Zvornikovo"]).status.code(), Some(1));
}

#[test]
fn a_wrong_setting_stops_every_command_that_reads_settings_and_others_take_no_settings_file() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tagger/tests/gold");
    let [gold, docs] = ["gold", "docs"].map(|part| gold.join(part).display().to_string());
    let (story, out) = (desk.path("stories/a.txt"), desk.path("out"));
    for command in
        [&["tag", &story][..], &["gazetteer", "find", "Georgia"], &["score", &gold, &docs], &["verify", &out]]
    {
        let no_config = [command, &["--config", "nope.toml"]].concat();
        let output = dateline(&no_config);
        assert_eq!(output.status.code(), Some(64), "{no_config:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("nope.toml"), "{output:?}");
        for (key, value) in [("DATELINE__TAGGER__GAZETER", "x"), ("DATELINE__TAGGER__GAZETTEER", "/nope")] {
            let is_read = key.ends_with("GAZETER") || command[0] != "verify";
            let mut one = Command::new(env!("CARGO_BIN_EXE_dateline"));
            let output = one.args(command).env(key, value).stdin(Stdio::null()).output().unwrap();
            let code = if is_read { 64 } else { 0 };
            assert_eq!(output.status.code(), Some(code), "{command:?} with {key}: {output:?}");
        }
    }
    for command in [
        &["parse", &story][..],
        &["schema", "article"],
        &["dead", "list", "--files", &out],
        &["completions", "bash"],
    ] {
        told(command);
        let output = dateline(&[command, &["--config", "config/default.toml"]].concat());
        assert_eq!(output.status.code(), Some(64), "{command:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("reads no settings"), "{output:?}");
    }
}

#[test]
fn a_folder_without_files_is_said_to_be_so() {
    let desk = Desk::new();
    let (empty, out) = (desk.path("stories"), desk.path("out"));
    assert_eq!(told(&["run", &empty, "--out", &out]), format!("no files in {empty}\n"));
    for command in ["tag", "parse"] {
        let output = dateline(&[command, &empty]);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("no files in {empty}\n"), "{command}");
    }
}

#[test]
fn a_run_into_a_file_or_of_a_part_of_an_output_folder_is_a_slip() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    let wrong = |paths: [&str; 2], word: &str| {
        let output = dateline(&["run", paths[0], "--out", paths[1]]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(64), "{said}");
        assert!(said.contains(word), "{said}");
    };
    let (stories, other) = (desk.path("stories"), desk.path("other"));
    let file = desk.path("stories/a.txt");
    wrong([&stories, &file], "stories/a.txt is a file");
    wrong([&stories, &format!("{file}/deeper")], "stories/a.txt is a file");
    for part in ["out", "out/_log", "out/_manifests"] {
        wrong([&desk.path(part), &other], "an output folder");
    }
    let output = dateline(&["run", &desk.path("out/articles.enriched"), "--out", &other, "--watch"]);
    assert_eq!(output.status.code(), Some(64), "records that are watched may feed themselves: {output:?}");
    assert!(!Path::new(&other).exists());
}

#[test]
fn records_that_are_read_again_are_tagged_anew_and_come_out_the_same() {
    let desk = Desk::new();
    told(&["run", &samples().display().to_string(), "--out", &desk.path("out")]);
    let by_id = |records: Vec<Value>| {
        let mut records: Vec<Value> = records
            .into_iter()
            .map(|mut record| {
                record["enrichment"]["enriched_at"].take();
                record
            })
            .collect();
        records.sort_by_key(|record| record["id"].to_string());
        records
    };
    let before = by_id(desk.records());
    let (old, again) = (desk.path("old"), desk.path("out"));
    fs::rename(&again, &old).unwrap();
    told(&["run", &format!("{old}/articles.enriched"), "--out", &again]);
    assert_eq!(before, by_id(desk.records()));

    // The same by hand: as a file of lines, indented, and through a topic.
    let record = &before[0];
    fs::write(desk.path("record.json"), serde_json::to_string_pretty(record).unwrap()).unwrap();
    let tagged: Value = serde_json::from_str(&told(&["tag", "--json", &desk.path("record.json")])).unwrap();
    assert_eq!(by_id(vec![tagged])[0], *record);
    fs::remove_dir_all(&again).unwrap();
    told(&["produce", &desk.path("record.json"), "--log", &again]);
    desk.run();
    assert_eq!(by_id(desk.records())[0], *record);
}

#[test]
fn a_file_that_was_changed_or_removed_since_it_was_filed_is_named_by_the_next_run() {
    let desk = Desk::new();
    for name in ["a.txt", "b.txt", "c.txt"] {
        desk.story(name, &[STORY, name.as_bytes()].concat());
        told(&[
            "run",
            &desk.path(&format!("stories/{name}")),
            "--out",
            &desk.path("out"),
            "--set",
            "embedded.partitions=1",
        ]);
    }
    let files = desk.files();
    let [first, second, _] = &files[..] else { panic!("{files:?}") };
    let run = || {
        let args =
            ["run", &desk.path("stories"), "--out", &desk.path("out"), "--set", "embedded.partitions=1"];
        let output = dateline(&args);
        let said =
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        (output.status.code(), said)
    };
    let (code, said) = run();
    assert_eq!(code, Some(0), "{said}");

    let whole = fs::read(first).unwrap();
    fs::write(first, [&whole[..], b"\n"].concat()).unwrap();
    let (code, said) = run();
    assert_eq!(code, Some(65), "{said}");
    let name = first.file_name().unwrap().to_str().unwrap();
    assert!(
        said.contains(name) && said.contains("dateline verify") && !said.contains("holds all there is"),
        "{said}"
    );

    // It is no reason to file nothing more.
    desk.story(
        "d.txt",
        b"LIMA, June 3 (EFE).- Peru's exports rose 3 percent in May, the government said on Monday.\n",
    );
    fs::remove_file(first).unwrap();
    fs::remove_file(second).unwrap();
    let (code, said) = run();
    assert_eq!(code, Some(65), "{said}");
    assert!(said.contains(name) && said.contains("another file"), "{said}");
    assert_eq!(desk.records().len(), 2, "{said}");

    // What the last link names is where the chain goes on.
    fs::remove_file(desk.files().last().unwrap()).unwrap();
    let (code, said) = run();
    assert_eq!(code, Some(65), "{said}");
    assert!(said.contains("put it back"), "{said}");
}

#[test]
fn produce_begins_a_log_and_a_run_goes_on_with_it() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    let (story, out) = (desk.path("stories/a.txt"), desk.path("out"));
    let output = dateline(&["produce", &story, "--log", &out, "--topic", "articles.rwa"]);
    assert_eq!(output.status.code(), Some(64), "{output:?}");
    assert!(!Path::new(&out).exists());
    let output = dateline(&["produce", &story, "--log", &out]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("begins a new log") && said.contains("out/_log"),
        "{said}"
    );
    fs::write(desk.path("stories/a.txt"), b"").unwrap();
    assert_eq!(desk.run()["records"], 1);

    // A file that is named as one; and a folder whose log was lost is no place for another.
    let file = desk.path("mine.redb");
    assert!(told(&["produce", &desk.files()[0].display().to_string(), "--log", &file]).contains("1 message"));
    assert!(Path::new(&file).is_file());
    fs::remove_dir_all(Path::new(&out).join("_log")).unwrap();
    let output = dateline(&["produce", &story, "--log", &out]);
    assert_eq!(output.status.code(), Some(65), "{output:?}");
}

#[test]
fn records_that_are_scored_are_told_apart_from_gold_of_another_day() {
    let desk = Desk::new();
    let gold = desk.path("gold");
    fs::create_dir(&gold).unwrap();
    let day = r#"{"published_check":"2024-03-03","regions":[],"industries":[],"figures":[]}"#;
    fs::write(Path::new(&gold).join("A1.json"), day).unwrap();
    desk.story("A1.txt", b"Swiss exports rose 3 percent last month.\n");
    let record = |published: &[&str]| {
        let story = desk.path("stories/A1.txt");
        let args = [&["tag", "--json", &story], published].concat();
        let mut record: Value = serde_json::from_str(&told(&args)).unwrap();
        record["id"] = "A1".into();
        fs::write(desk.path("records.ndjson"), record.to_string()).unwrap();
        let output =
            dateline(&["score", &gold, &desk.path("stories"), "--records", &desk.path("records.ndjson")]);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let said = record(&[]);
    assert!(said.contains("A1 has none, and not 2024-03-03") && said.contains("--published"), "{said}");
    assert_eq!(record(&["--published", "2024-03-03"]), "");
    assert!(record(&["--published", "2024-03-04"]).contains("A1 has 2024-03-04"));
    // Nothing is tagged, so that no setting counts.
    let records = desk.path("records.ndjson");
    for idle in [["--set", "tagger.gazetteer=x"], ["--config", "x.toml"]] {
        let output =
            dateline(&[&["score", &gold, &desk.path("stories"), "--records", &records], &idle[..]].concat());
        assert_eq!(output.status.code(), Some(64), "{output:?}");
    }
}

#[test]
fn a_name_may_be_asked_for_with_what_it_lies_in() {
    let found = told(&["gazetteer", "find", "Paris, Texas"]);
    assert!(found.contains("US-TX") && !found.contains("FR"), "{found}");
    assert!(told(&["gazetteer", "find", "paris, texas, united states"]).contains("US-TX"));
    assert!(told(&["gazetteer", "find", "Springfield,Illinois"]).contains("US-IL"));
    let output = dateline(&["gazetteer", "find", "Paris, Bavaria"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("ask for \"Paris\""), "{said}");
}

#[test]
fn config_check_refuses_what_a_start_would_refuse() {
    let desk = Desk::new();
    let config = desk.path("mine.toml");
    fs::create_dir(desk.path("empty")).unwrap();
    let empty = desk.path("empty");
    for (text, line, words) in [
        ("[tagger]\ngazetteer = \"/nope\"\n".to_owned(), 2, ["`tagger.gazetteer`", "/nope is not there"]),
        (
            format!("\n[tagger]\ngazetteer = \"{empty}\"\n"),
            3,
            ["`tagger.gazetteer`", "is no dump of GeoNames"],
        ),
        (
            "[kafka.librdkafka]\n\"linger.ms\" = 5\n\"sesion.timeout.ms\" = 5\n".to_owned(),
            3,
            ["`kafka.librdkafka.sesion.timeout.ms`", "is not a setting of librdkafka"],
        ),
        (
            "[kafka.librdkafka]\n\"linger.ms\" = \"soon\"\n".to_owned(),
            2,
            ["`kafka.librdkafka.linger.ms`", "a value that librdkafka does not take"],
        ),
        (
            "[kafka.librdkafka]\n\"group.protocol\" = \"consumer\"\n".to_owned(),
            2,
            ["`kafka.librdkafka.group.protocol`", "is not yours to set"],
        ),
    ] {
        fs::write(&config, text).unwrap();
        let output = dateline(&["config", "check", "--config", &config]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(64), "{said}");
        assert!(
            said.contains(&format!("mine.toml:{line}: {}", words[0])) && said.contains(words[1]),
            "{said}"
        );
        assert!(output.stdout.is_empty());
    }
    fs::write(&config, "[kafka.librdkafka]\n\"security.protocol\" = \"SSL\"\n").unwrap();
    let output = dateline(&["config", "check", "--config", &config]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if cfg!(feature = "tls") {
        assert!(output.status.success(), "{said}");
    } else {
        assert_eq!(output.status.code(), Some(64), "{said}");
        assert!(said.contains("mine.toml:2: `kafka.librdkafka.security.protocol`: needs TLS"), "{said}");
    }
    // Right, each by itself.
    for (text, word) in [
        ("\"session.timeout.ms\" = 400000\n\"max.poll.interval.ms\" = 300000", "session.timeout.ms"),
        (
            "\"security.protocol\" = \"SASL_PLAINTEXT\"\n\"sasl.mechanism\" = \"SCRAM-SHA-265\"",
            "SCRAM-SHA-265",
        ),
    ] {
        fs::write(&config, format!("[kafka.librdkafka]\n{text}\n")).unwrap();
        let output = dateline(&["config", "check", "--config", &config]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(64), "{said}");
        assert!(said.contains(word), "{said}");
    }
    // What a service does not read is not its fault.
    fs::write(&config, "[tagger]\ngazetteer = \"/nope\"\n").unwrap();
    told(&["config", "check", "--service", "sink", "--config", &config]);
    let args = ["run", &desk.path("stories"), "--out", &desk.path("out"), "--config", &config];
    let output = dateline(&args);
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("mine.toml:2: `tagger.gazetteer`"),
        "{output:?}"
    );
    assert!(!Path::new(&desk.path("out")).exists(), "a mistyped gazetteer leaves no output folder behind");
}

#[test]
fn the_last_line_of_a_run_counts_as_its_table_does() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.story("b.txt", STORY);
    desk.story("c.json", br#"{"text": 7}"#);
    let args =
        ["run", &desk.path("stories"), "--out", &desk.path("out"), "--set", "log.level=info", "--json"];
    let output = dateline(&args);
    let table: Value = serde_json::from_slice(&output.stdout).unwrap();
    let log = String::from_utf8_lossy(&output.stderr);
    let last = log.lines().rfind(|line| line.contains("stopped")).unwrap();
    for (name, wanted) in [
        ("read", &table["stories"]),
        ("passed", &table["records"]),
        ("rejected", &table["rejects"]["not_an_article"]),
        ("skipped", &table["skipped"]["duplicate"]),
    ] {
        assert!(last.contains(&format!("{name}={wanted} ")), "{name}={wanted} in {last}");
    }
}

#[test]
fn a_run_that_is_interrupted_says_so_and_how_to_go_on() {
    let desk = Desk::new();
    let lines = (0..20_000).map(|n| format!("{{\"text\": \"Exports of Chile rose {n} percent in May.\"}}\n"));
    desk.story("feed.ndjson", lines.collect::<String>().as_bytes());
    let run = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["run", &desk.path("stories"), "--out", &desk.path("out")])
        .env("DATELINE__FLOW__BATCH_MESSAGES", "20")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while !desk.folder.path().join("out/_log/dateline.redb").exists() {
        assert!(began.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(5));
    }
    let told_to_stop = Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap();
    assert!(told_to_stop.success());
    let output = run.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("interrupted: ") && said.contains("run again to go on"), "{said}");
    assert!(!said.contains("holds all there is"), "{said}");
}

#[test]
fn a_run_counts_the_stories_that_may_not_be_used_and_says_why() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.story("held.txt", &[b"HOLD FOR RELEASE\n\n", STORY].concat());
    desk.story(
        "killed.txt",
        b"BC-Swiss-Exports, KILL\nEds: Please kill the story on Swiss exports sent earlier.\n",
    );
    let later = |id: &str, until: &str| {
        format!("{{\"id\":\"{id}\",\"text\":\"Swiss exports rose.\",\"embargoed_until\":\"{until}\"}}\n")
    };
    let lines =
        [later("x", "2999-01-01T00:00:00Z"), later("y", "2001-01-01T00:00:00Z"), later("z", "2999-01-01")];
    desk.story("lines.ndjson", lines.concat().as_bytes());
    let out = desk.path("out");
    let run = told(&["run", &desk.path("stories"), "--out", &out]);
    let row = run.lines().find(|line| line.starts_with("not usable")).unwrap_or_else(|| panic!("{run}"));
    for words in ["  4  ", "canceled 1", "withheld 1", "embargoed 2"] {
        assert!(row.contains(words), "{words} in {run}");
    }
    let of = |words: &str| {
        run.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} in {run}"))
    };
    assert!(of("held.txt: withheld").contains("HOLD FOR RELEASE"), "{run}");
    assert!(of("killed.txt: canceled").contains('«'), "{run}");
    assert!(run.contains("lines.ndjson: embargoed until 2999-01-01T00:00:00Z"), "{run}");
    assert!(!run.contains("a.txt:") && !run.contains("2001"), "{run}");
    // what is said once is not said of a later run, and a script has the counts
    let again = told(&["run", &desk.path("stories"), "--out", &desk.path("other"), "--json"]);
    let again: Value = serde_json::from_str(&again).unwrap();
    assert_eq!(
        again["not_usable"],
        serde_json::json!({"canceled": 1, "embargoed": 2, "withheld": 1}),
        "{again}"
    );
    let tag = told(&["tag", &desk.path("stories/lines.ndjson")]);
    assert!(
        tag.contains("2001-01-01T00:00:00Z (over)") && !tag.contains("2999-01-01T00:00:00Z (over)"),
        "{tag}"
    );
}

#[test]
fn the_people_of_a_division_are_said_to_be_those_of_its_cities() {
    let found = told(&["gazetteer", "find", "Bavaria"]);
    assert!(found.contains(" in its cities"), "{found}");
    let found = told(&["gazetteer", "find", "Munich"]);
    assert!(!found.contains("in its cities"), "{found}");
    let help = told(&["gazetteer", "find", "--help"]);
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("of its cities in the gazetteer"), "{help}");
}

#[test]
fn mistyped_gold_ends_with_64_and_the_file_and_the_key() {
    let desk = Desk::new();
    let (gold, docs) = (desk.path("gold"), desk.path("stories"));
    fs::create_dir(&gold).unwrap();
    desk.story("A1.txt", STORY);
    let good = serde_json::json!({
        "id": "A1", "published_check": "2024-03-03", "notes": "ours",
        "regions": [{"code": "CH", "name": "Switzerland", "level": "country", "role": "focus", "mentions": [{"quote": "Swiss"}]},
                    {"code": "CH:Geneva", "level": "city", "role": "dateline", "mentions": [{"quote": "GENEVA", "nth": 1}]}],
        "industries": [],
        "figures": [{"id": "f1", "quote": "3 percent", "kind": "change", "indicator": "exports", "value": "3", "unit": "percent",
                     "direction": "up", "period": "2024-02-01/2024-02-29", "reporter": "CH", "partner": "WORLD", "status": "reported"}]
    });
    let score = |gold_of: &Value| {
        fs::write(Path::new(&gold).join("A1.json"), gold_of.to_string()).unwrap();
        dateline(&["score", &gold, &docs])
    };
    let output = score(&good);
    assert!(output.status.success(), "{output:?}");
    for (pointer, value, key) in [
        ("/figures/0/indicator", "export".into(), "figures[0].indicator"),
        ("/figures/0/kind", Value::Null, "figures[0].kind"),
        ("/figures/0/unit", "dollars".into(), "figures[0].unit"),
        ("/figures/0/unit", "USS".into(), "figures[0].unit"),
        ("/figures/0/value", "3 percent".into(), "figures[0].value"),
        ("/figures/0/value", true.into(), "figures[0].value"),
        ("/figures/0/period", "2024-02".into(), "figures[0].period"),
        ("/figures/0/reporter", "Switzerland".into(), "figures[0].reporter"),
        ("/figures/0/direction", "rise".into(), "figures[0].direction"),
        ("/figures/0/of", "f9".into(), "figures[0].of"),
        ("/figures/0/perriod", "2024".into(), "figures[0].perriod"),
        ("/figures", serde_json::json!({}), "figures"),
        ("/figures", Value::Null, "figures"),
        ("/regions/0/role", "main".into(), "regions[0].role"),
        ("/regions/0/level", "state".into(), "regions[0].level"),
        ("/regions/1/code", "geonames:2660646".into(), "regions[1].code"),
        ("/regions/0/mentions/0", "Swiss".into(), "regions[0].mentions[0]"),
        ("/regions/0/mentions/0/nth", 0.into(), "regions[0].mentions[0].nth"),
        ("/industries", serde_json::json!([{"isic": "2910", "salience": "main"}]), "industries[0].isic"),
        ("/industries", serde_json::json!([{"isic": "29", "salience": "big"}]), "industries[0].salience"),
        ("/published_check", "March 3".into(), "published_check"),
        ("/figurs", serde_json::json!([]), "figurs"),
    ] {
        let mut wrong = good.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match wrong.pointer_mut(parent).unwrap() {
            Value::Object(object) => _ = object.insert(name.to_owned(), value),
            Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
            other => panic!("{other}"),
        }
        let output = score(&wrong);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(64), "{pointer}: {said}");
        assert!(said.contains("gold/A1.json") && said.contains(&format!("`{key}`")), "{pointer}: {said}");
        assert!(output.stdout.is_empty());
    }
}

/// What a command shows on a terminal of so many columns; `None` where no program makes a terminal.
fn on_a_terminal(columns: usize, command: &str) -> Option<String> {
    let command = format!("stty cols {columns} rows 40; {} {command}", env!("CARGO_BIN_EXE_dateline"));
    let output =
        Command::new("script").args(["-qc", &command, "/dev/null"]).stdin(Stdio::null()).output().ok()?;
    Some(String::from_utf8(output.stdout).unwrap().replace('\r', ""))
}

#[test]
fn the_table_of_figures_fits_the_terminal_and_says_the_same() {
    let story = samples().join("04-ap-us-trade-gap.txt").display().to_string();
    let cells = |shown: &str| {
        let table = &shown[shown.find("\nFIGURE").unwrap_or_else(|| panic!("{shown}"))..];
        let mut words: Vec<String> = table.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words
    };
    let whole = cells(&told(&["tag", &story]));
    for columns in [80, 120] {
        let Some(shown) = on_a_terminal(columns, &format!("tag {story}")) else { return };
        for line in shown.lines() {
            let plain = line.replace("\x1b[0m", "");
            let plain = plain
                .rsplit_once("\x1b[")
                .map_or(plain.as_str(), |(_, rest)| rest.split_once('m').unwrap().1);
            assert!(plain.chars().count() <= columns, "{columns}: {line}");
        }
        assert_eq!(cells(&shown), whole, "{shown}");
        let Some(why) = on_a_terminal(columns, &format!("tag --why {story}")) else { return };
        why.lines().for_each(|line| assert!(line.chars().count() <= columns, "{columns}: {line}"));
    }
}

#[test]
fn a_command_without_a_broker_says_at_once_what_it_tries_and_gives_up_soon() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let broker = format!("127.0.0.1:{port}");
    for command in [&["dead", "list"][..], &["topics", "list"]] {
        let began = Instant::now();
        let output = dateline(&[command, &["--bootstrap-server", &broker]].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(69), "{said}");
        assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
        let first = said.lines().next().unwrap_or_default();
        for words in [broker.as_str(), "5 s at most", "kafka.patience_ms", "--log"] {
            assert!(first.contains(words), "{words} in {said}");
        }
    }
}

#[test]
fn a_wrong_use_is_told_apart_from_a_broken_world_and_names_what_is_wrong() {
    let desk = Desk::new();
    desk.story("a.txt", STORY);
    desk.run();
    let (story, out, empty) = (desk.path("stories/a.txt"), desk.path("out"), desk.path("empty"));
    fs::write(&empty, b"").unwrap();
    let below = desk.path("empty/out");
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tagger/tests/gold");
    let [gold, docs] = ["gold", "docs"].map(|part| gold.join(part).display().to_string());
    let lines = desk.path("lines.ndjson");
    fs::write(&lines, "{\"id\": \"D01\"}\n{bad\n").unwrap();
    let others = desk.path("others.ndjson");
    fs::write(&others, "{\"id\": \"elsewhere\"}\n").unwrap();
    let nowhere = desk.path("nowhere");
    for (code, args, words) in [
        (64, &["run", &nowhere, "--out", &out][..], &["nowhere"][..]),
        (64, &["run", &story, "--out", &empty], &["empty is a file"]),
        (64, &["dead", "list", "--log", &empty], &["empty", "no embedded log"]),
        (64, &["topics", "create", "--log", &empty], &["empty", "no embedded log"]),
        (64, &["topics", "create", "--log", &below], &["empty/out"]),
        (64, &["produce", &story, "--log", &below], &["empty/out"]),
        (64, &["verify", &empty], &["empty"]),
        (64, &["dead", "list", "--files", &empty], &["empty"]),
        (64, &["bench", "--stories", "1", "--dir", &empty], &["empty"]),
        (64, &["health", "nonsense"], &["nonsense", "host:port"]),
        (64, &["health", "localhost:99999"], &["99999", "host:port"]),
        (65, &["score", &gold, &docs, "--records", &lines], &["lines.ndjson, line 2"]),
        (64, &["score", &gold, &docs, "--records", &others], &["others.ndjson", "`id`"]),
        (64, &["tag", &story, "--published", "2024-13-01"], &["2024-13-01", "2023-08-30"]),
    ] {
        let output = dateline(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        words.iter().for_each(|word| assert!(said.contains(word), "{args:?}: {word} in {said}"));
        assert!(
            ["dateline: ", "error: "].iter().any(|start| said.lines().any(|line| line.starts_with(start))),
            "{said}"
        );
    }
    assert_eq!(fs::metadata(&empty).unwrap().len(), 0, "what is no log is not made one");
    // a full disk behind a redirect
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut tag = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = tag.args(["tag", &story]).stdout(full).stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(74));
    assert!(String::from_utf8_lossy(&output.stderr).contains("standard output"), "{output:?}");
    // what may not be looked at is there: to whoever may look at everything there is nothing to show
    let locked = Path::new(&out).join("_log");
    let closed = std::os::unix::fs::PermissionsExt::from_mode(0o000);
    fs::set_permissions(&locked, closed).unwrap();
    if fs::read_dir(&locked).is_err() {
        for args in
            [&["dead", "list", "--log", &out][..], &["verify", &out], &["topics", "list", "--log", &out]]
        {
            let output = dateline(args);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(74), "{args:?}: {said}");
            assert!(said.contains("_log"), "{said}");
        }
    }
    fs::set_permissions(&locked, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
}
