//! `dateline parse` over a newsroom's files: one line a file, and tables of what was found.
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn dateline(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(args).output().unwrap()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../wire/tests/data")
}

fn lines(output: &Output) -> Vec<Value> {
    let told = String::from_utf8(output.stdout.clone()).unwrap();
    told.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_file_is_one_line_with_its_outcome() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("a.json", &fs::read(fixtures().join("ninjs/superdesk-envelope.json")).unwrap());
    write("b.json", &fs::read(fixtures().join("ninjs/nothing-but-a-video.json")).unwrap());
    write("c.json", b"{\"uri\": \"x\", \"headline");
    write(".hidden", b"no story");
    fs::create_dir(folder.path().join("d")).unwrap();
    write("d/e.txt", b"Tin rises\n\nTin rose in July.\n");
    let output = dateline(&["parse", "--json", "--id-from-name", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "something was rejected");
    let told: Vec<String> = lines(&output)
        .iter()
        .map(|line| {
            let articles = line["articles"].as_array().unwrap().len();
            let reason = line["reason"].as_str().map_or("-", |reason| reason.split(':').next().unwrap());
            let fields = line.as_object().unwrap().len();
            format!(
                "{} {} {articles} {reason} {fields}",
                line["case"].as_str().unwrap(),
                line["outcome"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        told,
        ["a ok 2 no_text 4", "b skip 0 video_only 4", "c reject 0 truncated_json 4", "e ok 1 - 4"]
    );
}

/// A folder is looked through as a feed looks through it.
#[test]
fn links_that_lead_back_are_not_followed_and_what_cannot_be_read_is_said_and_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("sub")).unwrap();
    for name in ["a.txt", "sub/b.txt", "c.txt.part", "d.txt~"] {
        fs::write(path(name), "Tin rises\n\nTin rose in July.\n").unwrap();
    }
    std::os::unix::fs::symlink(folder.path(), path("sub/back")).unwrap();
    std::os::unix::fs::symlink(path("itself"), path("itself")).unwrap();
    let output = dateline(&["parse", "--json", "--id-from-name", folder.path().to_str().unwrap()]);
    let cases: Vec<Value> = lines(&output).into_iter().map(|line| line["case"].clone()).collect();
    assert_eq!(cases, ["a", "b"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("itself: not read"), "{said}");
    assert_eq!(output.status.code(), Some(1), "something was not read");
}

#[test]
fn recognised_and_asked_for_by_name_agree_on_every_fixture() {
    for format in wire::Format::ALL {
        let folder = fixtures().join(format.name());
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let paths: Vec<String> = entries
            .map(|entry| entry.unwrap().path().display().to_string())
            .filter(|path| !path.ends_with(".expected.json"))
            .collect();
        let mut args = vec!["parse", "--json"];
        args.extend(paths.iter().map(String::as_str));
        let recognised = dateline(&args);
        args.extend(["--format", format.name()]);
        let by_name = dateline(&args);
        assert_eq!(recognised.stdout, by_name.stdout, "{format}");
        assert_eq!(lines(&by_name).len(), paths.len());
    }
}

#[test]
fn a_summary_counts_formats_outcomes_and_codes() {
    let folder = fixtures().join("zczc");
    let one = folder.join("several-one-without-end.txt").display().to_string();
    let other = folder.join("latin1-french.txt").display().to_string();
    let output = dateline(&["parse", "--summary", &one, &other]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stdout).unwrap();
    let expected = "\
format  files  articles  skipped  rejected
zczc    2      3         1        0

outcome  files
ok       2

kind     code             times
skip     empty_notice     1
warning  charset_guessed  1
warning  left_out         2
warning  no_end_mark      1
warning  no_year          1
";
    assert_eq!(told, expected);
    // With --json the lines keep standard output for themselves.
    let output = dateline(&["parse", "--json", "--summary", &one]);
    assert_eq!(lines(&output).len(), 1);
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("format "));
}

#[test]
fn wrong_words_end_with_64() {
    for args in [
        &["parse", "--id-from-name", "x"][..],
        &["parse", "--json", "--pretty", "x"],
        &["parse", "--format", "rtf", "x"],
        &["parse", "/no/such/file"],
    ] {
        assert_eq!(dateline(args).status.code(), Some(64), "{args:?}");
    }
}

#[test]
fn a_line_that_is_no_json_is_no_story_as_in_a_run() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ndjson");
    fs::write(&path, "{\"text\":\"Tin rose in July.\"}\nnot json\n[\"list\"]\n42\n").unwrap();
    for command in ["parse", "tag"] {
        let output = dateline(&[command, "--json", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{command}: three lines are no story");
        let told = lines(&output);
        let articles = told.iter().map(|line| match line["articles"].as_array() {
            Some(articles) => articles.len(),
            None => usize::from(line["text"].is_string()),
        });
        assert_eq!(articles.sum::<usize>(), 1, "{command}: {told:?}");
    }
}
