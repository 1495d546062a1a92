//! `dateline run` over a folder that mixes every wire format: exactly the articles, skips and dead letters that are expected.
#![allow(clippy::unwrap_used)] // helpers of tests

mod mixed;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn dateline(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(args).output().unwrap()
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    String::from_utf8_lossy(bytes).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn records(out: &Path) -> Vec<Value> {
    let list =
        |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let files = list(&out.join("articles.enriched")).into_iter().flat_map(|partition| list(&partition));
    let files = files.filter(|file| !file.file_name().unwrap().to_string_lossy().starts_with('.'));
    files.flat_map(|file| lines(&fs::read(file).unwrap())).collect()
}

#[test]
fn a_folder_that_mixes_every_format_gives_the_expected_articles_skips_and_dead_letters() {
    let folder = tempfile::tempdir().unwrap();
    let (stories, out) = (folder.path().join("stories"), folder.path().join("out"));
    let expected = mixed::fill(&stories);
    let out_name = out.display().to_string();
    let output = dateline(&["run", stories.to_str().unwrap(), "--out", &out_name, "--json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let table: Value = serde_json::from_slice(&output.stdout).unwrap();

    let actual = records(&out).iter().map(mixed::comparable).collect();
    mixed::assert_same("records", actual, &expected.articles);
    assert_eq!(table["stories"], expected.files, "{table}");
    assert_eq!(mixed::counts(&table["skipped"]), expected.skips);
    assert_eq!(mixed::counts(&table["rejects"]), expected.rejects);

    let listed = dateline(&["dead", "list", "--json", "--log", &out_name]);
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let mut dead: Vec<Vec<u8>> = lines(&listed.stdout)
        .iter()
        .map(|letter| {
            let position = letter["position"].as_str().unwrap();
            dateline(&["dead", "show", position, "--raw", "--log", &out_name]).stdout
        })
        .collect();
    dead.sort();
    assert_eq!(dead, expected.dead, "the dead letters have the bytes of what was bad, and no others");
    let proof = dateline(&["verify", &out_name]);
    assert!(proof.status.success(), "{}", String::from_utf8_lossy(&proof.stderr));
}
