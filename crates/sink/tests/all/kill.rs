//! SIGKILL at random moments, through the loop, with a log that goes on for ever.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use crate::common::*;
use flow::{Batch, Fault, Flow, Inlet, Positions, Progress, Receipt, Stop};
use sink::{Compression, FilesPositions, Folder, Options, Render};

const ROUNDS: u64 = 25;
const PARTITIONS: i32 = 2;
const CHILD: &str = "DATELINE_SINK_KILL_CHILD";

/// A log without end: every tenth message is garbage, every seventh offset a transaction's marker.
struct Endless {
    positions: FilesPositions,
    next: [i64; PARTITIONS as usize],
    turn: i64,
    /// Where it ends after all.
    end: i64,
}

impl Endless {
    fn new(positions: FilesPositions, end: i64) -> Self {
        let mut inlet = Self { positions, next: [0; PARTITIONS as usize], turn: 0, end };
        inlet.go_back();
        inlet
    }

    fn go_back(&mut self) {
        for partition in 0..PARTITIONS {
            let next = self.positions.next_offset(TOPIC, partition).unwrap().unwrap_or(0);
            self.next[usize::try_from(partition).unwrap()] = next;
        }
    }
}

impl Inlet for Endless {
    async fn next(&mut self) -> Result<Option<Batch>, Fault> {
        let (mut messages, mut progress) = (Vec::new(), Vec::new());
        self.turn += 1;
        for (partition, at) in (0..).zip(&mut self.next) {
            let (from, next) = (*at, (*at + 1 + self.turn % 23).min(self.end));
            if from >= next {
                continue;
            }
            for offset in (from..next).filter(|offset| offset % 7 != 6) {
                let payload = if offset % 10 == 9 { b"garbage".to_vec() } else { record(partition, offset) };
                messages.push(message(partition, offset, payload));
            }
            progress.push(Progress { source: Arc::from(TOPIC), partition, from, next });
            *at = next;
        }
        // A real log keeps one waiting.
        tokio::time::sleep(Duration::from_micros(200)).await;
        let receipt = Receipt { progress, ..Receipt::default() };
        Ok((!receipt.progress.is_empty()).then_some(Batch { messages, receipt, epoch: 0 }))
    }

    async fn rewind(&mut self) -> Result<(), Fault> {
        self.go_back();
        Ok(())
    }
}

fn file_until(path: &Path, end: i64) {
    let options = Options { rotate_messages: 60, ..options(Compression::Zstd(1)) };
    let folder = Folder::open(path, options).unwrap();
    let (mut inlet, mut outlet) = (Endless::new(folder.positions(), end), folder.outlet());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let flow = Flow::plain("sink").unwrap();
    runtime.block_on(flow::run(&flow, &mut inlet, Arc::new(Render), &mut outlet, &Stop::new())).unwrap();
}

/// Not a test by itself: with a folder in the environment, it files until it is killed.
#[test]
fn a_child_that_files_for_ever() {
    if let Ok(path) = std::env::var(CHILD) {
        file_until(Path::new(&path), i64::MAX);
    }
}

#[test]
fn a_sink_killed_again_and_again_files_every_record_once() {
    let out = tempfile::tempdir().unwrap();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::a_child_that_files_for_ever"])
            .env(CHILD, out.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_millis(20 + random % 150));
        assert!(child.try_wait().unwrap().is_none(), "the child ended by itself");
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(ids(out.path()).values().all(|times| *times == 1), "a reader sees a record twice");
    }
    let positions = open(out.path(), Compression::None).positions();
    let reached = (0..PARTITIONS).filter_map(|p| positions.next_offset(TOPIC, p).unwrap()).max();
    let end = reached.expect("something was filed in all the rounds") + 500;
    file_until(out.path(), end);

    let proof = sink::verify(out.path(), |_| {}).unwrap();
    println!("{ROUNDS} kills, {} links", proof.links());
    assert!(proof.links() > ROUNDS);
    let found = ids(out.path());
    assert!(found.values().all(|times| *times == 1));
    let expected = (0..PARTITIONS).flat_map(|partition| {
        (0..end).filter(|o| o % 7 != 6 && o % 10 != 9).map(move |offset| format!("{partition}-{offset}"))
    });
    let expected: std::collections::BTreeSet<String> = expected.collect();
    assert!(found.into_keys().collect::<std::collections::BTreeSet<_>>() == expected);
}
