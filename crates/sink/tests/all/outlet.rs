//! What comes out of the outlet: files, manifests, receipts.

use crate::common::*;
use flow::{FaultKind, Outlet, Positions, Settlement};
use sink::{Compression, Folder, Options};

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
