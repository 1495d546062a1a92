//! What comes out of the outlet: files, manifests, receipts.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::common::*;
use flow::{
    Fault, FaultKind, Found, Mark, Outlet, Positions, Progress, Receipt, Reject, Reread, Settlement, Work,
};
use sink::{Compression, DeadLine, Folder, Manifest, Options};

#[test]
fn a_batch_becomes_a_file_a_manifest_and_a_file_of_dead_letters() {
    let out = tempfile::tempdir().unwrap();
    let folder = open(out.path(), Compression::None);
    let mut outlet = folder.outlet();
    let receipts = seal(&mut outlet, &[(0, 0, 20), (1, 5, 8)]);
    assert_eq!(progress(&receipts), [(0, 0, 20), (1, 5, 8)]);
    expect_test::expect![[r#"
        [
            "_dead/articles.enriched/partition=0/00000000000000000009-00000000000000000019.ndjson",
            "_manifests/articles.enriched/0/0000000001.json",
            "_manifests/articles.enriched/1/0000000001.json",
            "articles.enriched/partition=0/00000000000000000000-00000000000000000018.ndjson",
            "articles.enriched/partition=1/00000000000000000005-00000000000000000007.ndjson",
        ]
    "#]]
    .assert_debug_eq(&files(out.path()));
    assert_eq!(ids(out.path()).len(), 21);
    assert_eq!(folder.positions().next_offset(TOPIC, 0).unwrap(), Some(20));
    assert_eq!(folder.positions().next_offset(TOPIC, 1).unwrap(), Some(8));
    assert_eq!(folder.positions().next_offset(TOPIC, 2).unwrap(), None);
}

#[test]
fn a_manifest_says_what_the_crate_promises() {
    let out = tempfile::tempdir().unwrap();
    let mut outlet = open(out.path(), Compression::Zstd(3)).outlet();
    seal(&mut outlet, &[(0, 0, 12)]);
    seal(&mut outlet, &[(0, 12, 14)]);
    let read =
        |link: u64| std::fs::read(out.path().join(format!("_manifests/{TOPIC}/0/{link:010}.json"))).unwrap();
    let (first, second) = (Manifest::from_bytes(&read(1)).unwrap(), Manifest::from_bytes(&read(2)).unwrap());
    assert_eq!((first.link, first.from, first.next, first.count), (1, 0, 12, 11));
    assert_eq!((first.first, first.last, first.rejected.as_slice()), (Some(0), Some(11), &[9][..]));
    let json: serde_json::Value = serde_json::from_slice(&read(1)).unwrap();
    assert_eq!(json["runs"].to_string(), "[[0,8],[10,11]]");
    assert_eq!(json["schema"], "dateline.manifest/1");
    assert_eq!(json["record_schema"], "dateline.enriched/1");
    assert_eq!(json["versions"][0]["rules"], "rules-1");
    assert_eq!(json["records"]["compression"], "zstd");
    // The hash of a link is that of its file: `sha256sum` shows it.
    let sha256 = sha256(&read(1));
    assert_eq!((first.prev, second.prev), (None, Some(sha256)));
    // Every field that is written is one that the manual lists.
    let manual = include_str!("../../src/lib.rs");
    for field in json.as_object().unwrap().keys().chain(json["records"].as_object().unwrap().keys()) {
        assert!(manual.contains(&format!("| `{field}`")), "{field} is not in the manual");
    }
}

#[test]
fn records_come_out_as_they_came_in() {
    for (compression, suffix) in
        [(Compression::None, ""), (Compression::Gzip, ".gz"), (Compression::Zstd(9), ".zst")]
    {
        let out = tempfile::tempdir().unwrap();
        let mut outlet = open(out.path(), compression).outlet();
        seal(&mut outlet, &[(3, 0, 9)]);
        let path = out.path().join(format!("{TOPIC}/partition=3/{:020}-{:020}.ndjson{suffix}", 0, 8));
        let expected: Vec<String> =
            (0..9).map(|offset| String::from_utf8(record(3, offset)).unwrap() + "\n").collect();
        assert_eq!(read(&path), expected.concat());
    }
}

#[test]
fn dead_letters_keep_the_bytes_the_reason_and_the_place() {
    let out = tempfile::tempdir().unwrap();
    let mut outlet = open(out.path(), Compression::Zstd(3)).outlet();
    let mut bad = message(0, 7, b"\xff\0".to_vec());
    bad.key = Some(bytes::Bytes::from_static(b"key"));
    bad.headers.set("traceparent", &b"00-1"[..]);
    let dead = vec![letter(bad, Reject::new("not_a_record", "no JSON"))];
    let progress = vec![Progress { source: Arc::from(TOPIC), partition: 0, from: 7, next: 8 }];
    let work = Work { outputs: Vec::new(), dead, receipt: Receipt { progress, ..Receipt::default() } };
    now(outlet.put(work)).unwrap();
    settled(now(outlet.settle()).unwrap());
    let text = read(&out.path().join(format!("_dead/{TOPIC}/partition=0/{:020}-{:020}.ndjson", 7, 7)));
    expect_test::expect![[r#"
        {"code":"not_a_record","reason":"no JSON","stage":"sink","topic":"articles.enriched","partition":0,"offset":7,"at":"1970-01-01T00:00:00Z","key":{"encoding":"text","data":"key"},"headers":[["traceparent",{"encoding":"text","data":"00-1"}]],"payload":{"encoding":"base64","data":"/wA="}}
    "#]]
    .assert_eq(&text);
    let letter: DeadLine = serde_json::from_str(&text).unwrap();
    assert_eq!(letter.payload.bytes().unwrap(), b"\xff\0");
    assert!(visible(out.path()).is_empty());
    sink::verify(out.path(), |_| {}).unwrap();
}

#[test]
fn nothing_is_visible_before_it_is_settled() {
    let out = tempfile::tempdir().unwrap();
    let folder = open(out.path(), Compression::None);
    let mut outlet = folder.outlet();
    assert!(matches!(put(&mut outlet, &[(0, 0, 50)]).unwrap(), Settlement::Held));
    assert!(visible(out.path()).is_empty());
    assert_eq!(folder.positions().next_offset(TOPIC, 0).unwrap(), None);
    now(outlet.abandon()).unwrap();
    assert!(files(out.path()).is_empty(), "{:?}", files(out.path()));
    seal(&mut outlet, &[(0, 0, 50)]);
    assert_eq!(sink::verify(out.path(), |_| {}).unwrap().records(), records_in(0, 50));
}

#[test]
fn a_file_is_sealed_when_it_is_full() {
    let out = tempfile::tempdir().unwrap();
    let options = Options { rotate_messages: 25, ..options(Compression::None) };
    let mut outlet = Folder::open(out.path(), options).unwrap().outlet();
    assert!(matches!(put(&mut outlet, &[(0, 0, 20), (1, 0, 5)]).unwrap(), Settlement::Held));
    // One partition reaches the limit; all are sealed, so that nothing is held any more.
    let receipts = settled(put(&mut outlet, &[(0, 20, 30)]).unwrap());
    assert_eq!(progress(&receipts), [(0, 0, 30), (1, 0, 5)]);
    assert_eq!(outlet.due(), None);
}

#[test]
fn a_file_is_sealed_when_it_is_large() {
    for compression in [Compression::None, Compression::Gzip, Compression::Zstd(3)] {
        let out = tempfile::tempdir().unwrap();
        let options = Options { rotate_bytes: 10_000, ..options(compression) };
        let mut outlet = Folder::open(out.path(), options).unwrap().outlet();
        let mut from = 0;
        while matches!(put(&mut outlet, &[(0, from, from + 10)]).unwrap(), Settlement::Held) {
            from += 10;
            assert!(from < 100_000);
        }
        // The records' or the dead letters'.
        let size = |path: &String| std::fs::metadata(out.path().join(path)).unwrap().len();
        let largest = files(out.path()).iter().map(size).max().unwrap();
        assert!(largest >= 10_000, "{largest}");
    }
}

#[test]
fn a_file_is_due_when_it_is_old() {
    let out = tempfile::tempdir().unwrap();
    let age = Duration::from_secs(7);
    let options = Options { rotate_age: age, ..options(Compression::None) };
    let mut outlet = Folder::open(out.path(), options).unwrap().outlet();
    assert_eq!(outlet.due(), None);
    let before = Instant::now();
    put(&mut outlet, &[(0, 0, 5)]).unwrap();
    let due = outlet.due().unwrap();
    assert!(due >= before + age && due <= Instant::now() + age);
    put(&mut outlet, &[(0, 5, 6)]).unwrap();
    assert_eq!(outlet.due(), Some(due), "later messages do not put it off");
    settled(now(outlet.settle()).unwrap());
    assert_eq!(outlet.due(), None);
}

#[test]
fn what_is_there_already_is_not_written_again() {
    let out = tempfile::tempdir().unwrap();
    seal(&mut open(out.path(), Compression::None).outlet(), &[(0, 0, 30)]);
    let mut outlet = open(out.path(), Compression::None).outlet();
    // All of it: nothing is held, and the receipt is settled at once.
    assert_eq!(progress(&settled(put(&mut outlet, &[(0, 10, 30)]).unwrap())), [(0, 30, 30)]);
    // A part of it, then again while it is held.
    put(&mut outlet, &[(0, 20, 40)]).unwrap();
    put(&mut outlet, &[(0, 25, 45)]).unwrap();
    assert_eq!(progress(&settled(now(outlet.settle()).unwrap())), [(0, 30, 45)]);
    assert_eq!(sink::verify(out.path(), |_| {}).unwrap().records(), records_in(0, 45));
    assert!(ids(out.path()).values().all(|times| *times == 1));
}

#[test]
fn a_hole_in_the_offsets_is_a_fault_that_names_it() {
    let out = tempfile::tempdir().unwrap();
    let mut outlet = open(out.path(), Compression::None).outlet();
    seal(&mut outlet, &[(0, 0, 30)]);
    let fault = put(&mut outlet, &[(0, 32, 40)]).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Data);
    let text = flow::chain(&fault);
    assert!(text.contains("articles.enriched/0") && text.contains("offsets 30 to 31"), "{text}");
    // Nothing of it was filed, and the right batch still can be.
    seal(&mut outlet, &[(0, 30, 40)]);
    assert_eq!(sink::verify(out.path(), |_| {}).unwrap().chains[0].next, 40);
}

#[test]
fn offsets_without_messages_are_covered_and_leave_gaps_in_the_runs() {
    let out = tempfile::tempdir().unwrap();
    let folder = open(out.path(), Compression::None);
    let mut outlet = folder.outlet();
    let mut gappy = work(&[(0, 100, 120)]);
    gappy.outputs.retain(|record| record.position.offset % 4 != 0);
    now(outlet.put(gappy)).unwrap();
    // A stretch of transaction markers alone.
    let progress = vec![Progress { source: Arc::from(TOPIC), partition: 0, from: 120, next: 130 }];
    let markers = Receipt { progress, ..Receipt::default() };
    now(outlet.put(Work { outputs: Vec::new(), dead: Vec::new(), receipt: markers })).unwrap();
    settled(now(outlet.settle()).unwrap());
    let proof = sink::verify(out.path(), |_| {}).unwrap();
    assert_eq!((proof.chains[0].from, proof.chains[0].next, proof.records()), (100, 130, 13));
    assert_eq!(folder.positions().next_offset(TOPIC, 0).unwrap(), Some(130));
}

#[test]
fn a_second_sink_on_a_folder_learns_who_holds_it() {
    let out = tempfile::tempdir().unwrap();
    let first = open(out.path(), Compression::None);
    let outlet = first.outlet();
    let refused = || Folder::open(out.path(), options(Compression::None)).err().unwrap();
    let fault = refused();
    assert_eq!(fault.kind, FaultKind::TryAgain);
    let text = flow::chain(&fault);
    assert!(
        text.contains(&format!("process {} on ", std::process::id())) && text.contains("since 20"),
        "{text}"
    );
    drop(first);
    assert_eq!(refused().kind, FaultKind::TryAgain, "its outlet still writes");
    drop(outlet);
    open(out.path(), Compression::None);
}

#[test]
fn a_zombie_sink_is_fenced() {
    let out = tempfile::tempdir().unwrap();
    let mut zombie = open(out.path(), Compression::Zstd(3)).outlet();
    seal(&mut zombie, &[(0, 0, 10)]);
    put(&mut zombie, &[(0, 10, 20)]).unwrap();
    // Its lock is lost: somebody deleted the file, or the network file system forgot.
    std::fs::remove_file(out.path().join(".lock")).unwrap();
    let mut heir = open(out.path(), Compression::Zstd(3)).outlet();
    seal(&mut heir, &[(0, 10, 25)]);
    let Settlement::Aborted { why } = now(zombie.settle()).unwrap() else { panic!("not fenced") };
    assert!(why.contains("files articles.enriched/0 too"), "{why}");
    let proof = sink::verify(out.path(), |_| {}).unwrap();
    assert_eq!((proof.links(), proof.chains[0].next), (2, 25));
    assert!(!files(out.path()).iter().any(|path| path.contains("aside")), "{:?}", files(out.path()));
    // It may go on from where the other is, and then the other is fenced.
    seal(&mut zombie, &[(0, 10, 30)]);
    put(&mut heir, &[(0, 25, 40)]).unwrap();
    assert!(matches!(now(heir.settle()).unwrap(), Settlement::Aborted { .. }));
    let proof = sink::verify(out.path(), |_| {}).unwrap();
    assert_eq!((proof.links(), proof.records()), (3, records_in(0, 30)));
}

#[test]
fn who_is_fenced_again_and_again_leaves() {
    let out = tempfile::tempdir().unwrap();
    let mut slow = open(out.path(), Compression::None).outlet();
    std::fs::remove_file(out.path().join(".lock")).unwrap();
    let mut fast = open(out.path(), Compression::None).outlet();
    let mut compete = |from| {
        put(&mut slow, &[(0, from, from + 5)]).unwrap();
        seal(&mut fast, &[(0, from, from + 5)]);
        now(slow.settle())
    };
    assert!(matches!(compete(0), Ok(Settlement::Aborted { .. })));
    assert!(matches!(compete(5), Ok(Settlement::Aborted { .. })));
    let fault = compete(10).unwrap_err();
    assert_eq!(fault.kind, FaultKind::TryAgain);
    assert!(
        flow::chain(&fault).contains(&format!("process {} on", std::process::id())),
        "{}",
        flow::chain(&fault)
    );
}

#[test]
fn the_position_of_a_feed_cannot_be_kept_in_files() {
    let out = tempfile::tempdir().unwrap();
    let mut outlet = open(out.path(), Compression::None).outlet();
    let mut work = work(&[(0, 0, 1)]);
    work.receipt.marks.push(Mark { key: "inbox".to_owned(), value: Vec::new() });
    assert_eq!(now(outlet.put(work)).unwrap_err().kind, FaultKind::Bug);
}

#[test]
fn a_topic_may_not_be_called_like_a_folder_of_ours() {
    let out = tempfile::tempdir().unwrap();
    let positions = open(out.path(), Compression::None).positions();
    for topic in ["", ".", "..", "_dead", "_manifests", "a/b", ".lock", "é"] {
        assert_eq!(positions.next_offset(topic, 0).unwrap_err().kind, FaultKind::Usage, "{topic}");
    }
    positions.next_offset("Any-legal_topic.1", 0).unwrap();
}

#[test]
fn a_chain_with_a_damaged_end_is_not_built_upon() {
    let broken = |damage: &dyn Fn(&std::path::Path)| {
        let out = tempfile::tempdir().unwrap();
        let mut outlet = open(out.path(), Compression::None).outlet();
        seal(&mut outlet, &[(0, 0, 5)]);
        seal(&mut outlet, &[(0, 5, 9)]);
        drop(outlet);
        damage(out.path());
        let fault = Folder::open(out.path(), options(Compression::None)).err().unwrap();
        assert_eq!(fault.kind, FaultKind::Data, "{}", flow::chain(&fault));
    };
    let last = format!("_manifests/{TOPIC}/0/0000000002.json");
    broken(&|out| std::fs::remove_file(out.join(format!("_manifests/{TOPIC}/0/0000000001.json"))).unwrap());
    broken(&|out| std::fs::remove_file(&visible(out)[1]).unwrap());
    broken(&|out| std::fs::write(out.join(&last), "{}").unwrap());
    broken(&|out| {
        let edited = std::fs::read_to_string(out.join(&last)).unwrap().replace("\"next\":9", "\"next\":8");
        std::fs::write(out.join(&last), edited).unwrap();
    });
}

#[test]
fn a_file_is_never_written_over() {
    let out = tempfile::tempdir().unwrap();
    let folder = open(out.path(), Compression::None);
    let mut outlet = folder.outlet();
    seal(&mut outlet, &[(0, 0, 5)]);
    // Somebody deleted the manifest; the sink starts from nothing and would write the same file again.
    std::fs::remove_file(out.path().join(format!("_manifests/{TOPIC}/0/0000000001.json"))).unwrap();
    let path = visible(out.path()).remove(0);
    std::fs::write(&path, "precious").unwrap();
    now(outlet.abandon()).unwrap();
    let fault = put(&mut outlet, &[(0, 0, 5)]).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Data, "{}", flow::chain(&fault));
    assert_eq!(read(&path), "precious");
    assert_eq!(folder.positions().next_offset(TOPIC, 0).unwrap(), None);
}

#[test]
fn a_folder_that_is_moved_away_does_not_come_to_life_again_with_the_rest_of_a_chain() {
    for before in [&[(0, 0, 5)][..], &[]] {
        let home = tempfile::tempdir().unwrap();
        let (out, away) = (home.path().join("out"), home.path().join("away"));
        let folder = open(&out, Compression::None);
        let mut outlet = folder.outlet();
        if !before.is_empty() {
            seal(&mut outlet, before);
        }
        std::fs::rename(&out, &away).unwrap();
        let filed = put(&mut outlet, &[(0, 5, 9)]).and_then(|_| now(outlet.settle()));
        let fault = filed.unwrap_err();
        assert_eq!(fault.kind, FaultKind::Data, "{}", flow::chain(&fault));
        assert!(flow::chain(&fault).contains("is gone"), "{}", flow::chain(&fault));
        assert!(visible(&out).is_empty());
        sink::verify(&away, |_| {}).unwrap();
    }
}

/// A log in which every message is this one, whatever the offset.
struct Other(Found);

impl Reread for Other {
    fn reread(&self, _: &str, _: i32, _: i64) -> Result<Found, Fault> {
        Ok(self.0.clone())
    }
}

#[test]
fn nothing_is_filed_of_a_topic_that_was_made_anew_while_the_sink_runs() {
    let first = work(&[(0, 0, 1)]).outputs.remove(0).payload.to_vec();
    for (found, is_filed) in [
        (Found::Message(first), true),
        (Found::Deleted, true),
        (Found::Message(b"another".to_vec()), false),
        (Found::Nothing, false),
    ] {
        let out = tempfile::tempdir().unwrap();
        let mut outlet = open(out.path(), Compression::None).outlet().asking(Arc::new(Other(found.clone())));
        let filed = put(&mut outlet, &[(0, 0, 5)]).and_then(|_| now(outlet.settle()));
        assert_eq!(
            filed.as_ref().map_err(|fault| fault.kind).err(),
            (!is_filed).then_some(FaultKind::Data),
            "{found:?}"
        );
        assert_eq!(visible(out.path()).is_empty(), !is_filed, "{found:?}");
        drop(outlet);
        sink::verify(out.path(), |_| {}).unwrap();
    }
}

#[test]
fn a_topic_made_anew_with_as_many_messages_as_before_is_noticed_though_nothing_comes() {
    let out = tempfile::tempdir().unwrap();
    let folder = open(out.path(), Compression::None);
    seal(&mut folder.outlet(), &[(0, 0, 5)]);
    let last = record(0, 4);
    for (found, is_noticed) in [
        (Found::Message(last.clone()), false),
        (Found::Deleted, false),
        (Found::Message(record(0, 3)), true),
        (Found::Nothing, true),
    ] {
        let (positions, log) = (folder.positions(), Arc::new(Other(found.clone())));
        let watched = now(async {
            let watched = positions.watched(TOPIC, log, Duration::from_millis(1));
            tokio::time::timeout(Duration::from_millis(if is_noticed { 20_000 } else { 100 }), watched).await
        });
        assert_eq!(watched.map(|fault| fault.kind).ok(), is_noticed.then_some(FaultKind::Data), "{found:?}");
    }
}
