//! Dying, and being overtaken, at every moment of sealing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use flow::{
    DeadLetter, Fault, Message, Outlet, Position, Positions, Progress, Receipt, Reject, Settlement, Work,
};
use tempfile::TempDir;

use crate::chain::{self, Moment};
use crate::layout::{Layout, Part};
use crate::{Compression, FilesOutlet, Folder, Options, verify};

const TOPIC: &str = "articles.enriched";
const END: i64 = 40;
/// Offsets a link.
const STRIDE: i64 = 8;

fn open(path: &Path) -> Folder {
    let options = Options {
        compression: Compression::Zstd(1),
        rotate_bytes: u64::MAX,
        rotate_age: Duration::from_hours(1),
        rotate_messages: u64::MAX,
    };
    Folder::open(path, options).unwrap()
}

fn work(from: i64, next: i64) -> Work {
    let enrichment = r#"{"enricher":"1","rules":"1","gazetteer":"1","vocabularies":"1"}"#;
    let message = |offset: i64| {
        let json = format!(
            r#"{{"schema":"dateline.enriched/1","id":"{offset}","version":1,"text":"","regions":[],"industries":[],"trade_figures":[],"enrichment":{enrichment}}}"#
        );
        let position = Position { source: Arc::from(TOPIC), partition: 0, offset };
        Message { position, ..Message::new(json) }
    };
    let is_dead = |offset: &i64| offset % 5 == 4;
    let bury = |offset| DeadLetter {
        message: message(offset),
        reject: Reject::new("not_a_record", "planned"),
        stage: "sink",
        at: jiff::Timestamp::now(),
    };
    let progress = vec![Progress { source: Arc::from(TOPIC), partition: 0, from, next }];
    Work {
        outputs: (from..next).filter(|offset| !is_dead(offset)).map(message).collect(),
        dead: (from..next).filter(is_dead).map(bury).collect(),
        receipt: Receipt { progress, ..Receipt::default() },
    }
}

fn now<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

fn seal(outlet: &mut FilesOutlet, from: i64, next: i64) -> Result<Settlement, Fault> {
    now(async {
        outlet.put(work(from, next)).await?;
        outlet.settle().await
    })
}

/// Files all that is not filed yet.
fn go_on(folder: &Folder, outlet: &mut FilesOutlet) {
    let mut from = folder.positions().next_offset(TOPIC, 0).unwrap().unwrap_or(0);
    while from < END {
        seal(outlet, from, (from + STRIDE).min(END)).unwrap();
        from = folder.positions().next_offset(TOPIC, 0).unwrap().unwrap();
    }
}

/// Every record is there once, and nothing else is.
fn expect_whole(path: &Path, when: &str) {
    let proof = verify(path, |_| {}).unwrap_or_else(|err| panic!("{when}: {err}"));
    let chain = &proof.chains[0];
    assert_eq!((chain.from, chain.next, chain.records, chain.rejected), (0, END, 32, 8), "{when}");
}

/// What a reader sees is committed: each name stands in a manifest.
fn expect_committed(path: &Path, when: &str) {
    let names = |folder: String| -> Vec<String> { crate::durable::names(&path.join(folder)).unwrap() };
    let mut committed = BTreeSet::new();
    for link in names(format!("_manifests/{TOPIC}/0")).iter().filter(|name| !name.starts_with('.')) {
        let bytes = fs::read(path.join(format!("_manifests/{TOPIC}/0/{link}"))).unwrap();
        committed.insert(crate::Manifest::from_bytes(&bytes).unwrap().records.unwrap().name);
    }
    for name in names(format!("{TOPIC}/partition=0")).iter().filter(|name| !name.starts_with('.')) {
        assert!(committed.contains(name), "{when}: {name}");
    }
}

const CHILD: &str = "DATELINE_SINK_TEST_CHILD";

/// Not a test by itself: with a folder, a moment and a count in the environment, it files until it dies there.
#[test]
fn a_child_that_dies_when_it_is_told() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let mut told = told.splitn(3, ' ');
    let moment = Moment::ALL[told.next().unwrap().parse::<usize>().unwrap()];
    let countdown = AtomicU32::new(told.next().unwrap().parse().unwrap());
    let folder = open(Path::new(told.next().unwrap()));
    let mut outlet = folder.outlet();
    outlet.hook(Arc::new(move |reached| {
        if reached == moment && countdown.fetch_sub(1, Ordering::SeqCst) == 1 {
            // As by SIGKILL: nothing is dropped, nothing is flushed.
            std::process::exit(99);
        }
    }));
    go_on(&folder, &mut outlet);
}

#[test]
fn a_sink_that_dies_at_any_moment_of_sealing_goes_on_as_if_it_had_not() {
    let program = std::env::current_exe().unwrap();
    for (number, moment) in Moment::ALL.iter().enumerate() {
        for count in [1, 2, 3, 5] {
            let when = format!("{moment:?}, time {count}");
            let out = tempfile::tempdir().unwrap();
            // Twice in a row, so that the second finds what the first left.
            for _ in 0..2 {
                let child = Command::new(&program)
                    .args(["--exact", "crash_tests::a_child_that_dies_when_it_is_told"])
                    .env(CHILD, format!("{number} {count} {}", out.path().display()))
                    .output()
                    .unwrap();
                assert!(matches!(child.status.code(), Some(99 | 0)), "{when}: {child:?}");
                expect_committed(out.path(), &when);
            }
            let folder = open(out.path());
            expect_committed(out.path(), &when);
            go_on(&folder, &mut folder.outlet());
            expect_whole(out.path(), &when);
        }
    }
}

/// Calls a sink at one moment of its second seal; what that returned, and the folder.
fn seal_and_at(
    moment: Moment,
    act: impl Fn(&Path) + Send + Sync + 'static,
) -> (Result<Settlement, Fault>, TempDir) {
    let out = tempfile::tempdir().unwrap();
    let mut outlet = open(out.path()).outlet();
    seal(&mut outlet, 0, STRIDE).unwrap();
    let path = out.path().to_path_buf();
    outlet.hook(Arc::new(move |reached| {
        if reached == moment {
            act(&path);
        }
    }));
    (seal(&mut outlet, STRIDE, END), out)
}

#[test]
fn who_only_opens_the_folder_takes_nothing_from_a_sink_at_work() {
    for moment in Moment::ALL {
        let (settlement, out) = seal_and_at(moment, |path| {
            let _ = fs::remove_file(path.join(".lock"));
            drop(open(path));
        });
        assert!(matches!(settlement, Ok(Settlement::Settled(_))), "{moment:?}: {settlement:?}");
        expect_whole(out.path(), &format!("{moment:?}"));
    }
}

#[test]
fn a_fault_after_the_link_keeps_the_file_for_the_next_start() {
    let named =
        |path: &Path| path.join(format!("{TOPIC}/partition=0/{STRIDE:020}-{:020}.ndjson.zst", END - 2));
    let (settlement, out) =
        seal_and_at(Moment::ChainFlushed, move |path| fs::write(named(path), "in the way").unwrap());
    assert!(settlement.is_err(), "{settlement:?}");
    fs::remove_file(named(out.path())).unwrap();
    assert!(verify(out.path(), |_| {}).is_err());
    drop(open(out.path()));
    expect_whole(out.path(), "after the next start");
}

#[test]
fn a_sweep_spares_what_was_linked_since_it_looked() {
    let out = tempfile::tempdir().unwrap();
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash_tests::a_child_that_dies_when_it_is_told"])
        .env(CHILD, format!("7 2 {}", out.path().display()))
        .output()
        .unwrap();
    assert_eq!((Moment::ALL[7], child.status.code()), (Moment::Linked, Some(99)));
    // The sweeper read the chain when it ended at link 1.
    let (layout, part) = (Layout::new(out.path()), Part::new(TOPIC, 0).unwrap());
    for folder in [layout.records(&part), layout.dead(&part)] {
        chain::sweep(&layout, &part, &folder, 1).unwrap();
    }
    let folder = open(out.path());
    go_on(&folder, &mut folder.outlet());
    expect_whole(out.path(), "after a sweep");
}

#[test]
fn a_sink_that_is_overtaken_at_any_moment_of_sealing_doubles_and_loses_nothing() {
    let mut fenced = 0;
    for overtaken_at in Moment::ALL {
        let when = format!("{overtaken_at:?}");
        let out = tempfile::tempdir().unwrap();
        let mut zombie = open(out.path()).outlet();
        seal(&mut zombie, 0, STRIDE).unwrap();
        let heir = Arc::new(Mutex::new(None));
        let (path, born) = (out.path().to_path_buf(), Arc::clone(&heir));
        zombie.hook(Arc::new(move |reached| {
            if reached != overtaken_at || born.lock().unwrap().is_some() {
                return;
            }
            // The lock is lost, and another sink opens the folder and files everything.
            let (path, born) = (path.clone(), Arc::clone(&born));
            let heir = std::thread::spawn(move || {
                let _ = fs::remove_file(path.join(".lock"));
                let folder = open(&path);
                let mut outlet = folder.outlet();
                go_on(&folder, &mut outlet);
                *born.lock().unwrap() = Some(outlet);
            });
            heir.join().unwrap();
        }));
        match seal(&mut zombie, STRIDE, 2 * STRIDE) {
            Ok(Settlement::Settled(_)) => {}
            Ok(Settlement::Aborted { .. }) => fenced += 1,
            other => panic!("{when}: {other:?}"),
        }
        expect_whole(out.path(), &when);
        // It learns, at the latest when it is fenced, that there is nothing left to do.
        let learnt = seal(&mut zombie, 2 * STRIDE, END).unwrap();
        if !matches!(learnt, Settlement::Settled(_)) {
            let settled = seal(&mut zombie, 2 * STRIDE, END).unwrap();
            assert!(matches!(settled, Settlement::Settled(_)), "{when}: {settled:?}");
        }
        expect_whole(out.path(), &when);
    }
    // At all moments before the link.
    assert_eq!(fenced, Moment::ALL.iter().position(|moment| *moment == Moment::Linked).unwrap());
}
