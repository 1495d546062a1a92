//! The verifier, by damaging each thing.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::*;
use sink::{Compression, Damage, Proof, VerifyError};
use tempfile::TempDir;

/// Three links in partition 0 (offsets 0–29), one in partition 1.
fn filed(compression: Compression) -> TempDir {
    let out = tempfile::tempdir().unwrap();
    let folder = open(out.path(), compression);
    let mut outlet = folder.outlet();
    seal(&mut outlet, &[(0, 0, 10), (1, 100, 105)]);
    seal(&mut outlet, &[(0, 10, 20)]);
    seal(&mut outlet, &[(0, 20, 30)]);
    out
}

fn prove(out: &Path) -> Result<Proof, VerifyError> {
    sink::verify(out, |_| {})
}

fn damaged(out: &Path) -> Damage {
    match prove(out) {
        Err(VerifyError::Damaged(damage)) => damage,
        other => panic!("{other:?}"),
    }
}

fn file(out: &Path, partition: i32, first: i64, last: i64, suffix: &str) -> PathBuf {
    out.join(format!("{TOPIC}/partition={partition}/{first:020}-{last:020}.ndjson{suffix}"))
}

fn manifest(out: &Path, link: u64) -> PathBuf {
    out.join(format!("_manifests/{TOPIC}/0/{link:010}.json"))
}

fn edit_lines(path: &Path, edit: impl FnOnce(&mut Vec<String>)) {
    let mut lines: Vec<String> = fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
    edit(&mut lines);
    fs::write(path, lines.join("\n") + "\n").unwrap();
}

/// A damage that names a file, an offset, and has these words in it.
#[track_caller]
fn expect(damage: &Damage, file: &Path, out: &Path, offset: Option<i64>, what: &str) {
    assert_eq!(out.join(&damage.file), file, "{damage}");
    assert_eq!(damage.offset, offset, "{damage}");
    assert!(damage.what.contains(what), "{damage}");
}

#[test]
fn what_was_filed_is_proven() {
    for compression in [Compression::None, Compression::Gzip, Compression::Zstd(3)] {
        let out = filed(compression);
        let mut last = sink::Verified::default();
        let proof = sink::verify(out.path(), |verified| last = verified).unwrap();
        assert_eq!((proof.records(), proof.rejected(), proof.files(), proof.links()), (32, 3, 4, 4));
        let ranges: Vec<_> =
            proof.chains.iter().map(|chain| (chain.partition, chain.from, chain.next)).collect();
        assert_eq!(ranges, [(0, 0, 30), (1, 100, 105)]);
        assert_eq!((last.links, last.bytes), (last.of_links, last.of_bytes));
        assert_eq!(last.of_bytes, proof.bytes());
    }
}

#[test]
fn the_proof_reads_as_sentences() {
    let chain = |partition, links, files, records, next| sink::ChainProof {
        topic: TOPIC.to_owned(),
        partition,
        links,
        files,
        dead_files: 1,
        records,
        rejected: 3,
        from: 0,
        next,
        bytes: 12_345,
    };
    let chains = vec![chain(0, 3, 2, 27, 30), chain(1, 1, 1, 1, 105)];
    let mut proof = Proof { chains, ..Proof::default() };
    expect_test::expect![[r"
        articles.enriched/0: offsets 0 to 29: 27 records in 2 files, 3 rejected, 3 links, 12345 bytes
        articles.enriched/1: offsets 0 to 104: 1 record in 1 file, 3 rejected, 1 link, 12345 bytes
        proven: 28 records in 3 files and 6 rejected messages in 2 files; no offset missing or twice, no byte changed, no stray file"]]
    .assert_eq(&proof.to_string());

    assert_eq!(proof.note(), None);
    proof.left_alone = [".DS_Store", "a/Thumbs.db", "b/.directory", "c/.DS_Store", "d/.DS_Store"]
        .map(PathBuf::from)
        .to_vec();
    expect_test::expect![
        "note: left by a desktop or a file server, no data: .DS_Store, a/Thumbs.db, b/.directory and 2 more"
    ]
    .assert_eq(&proof.note().unwrap());
}

#[test]
fn an_empty_folder_holds_nothing_and_nothing_wrong() {
    let out = tempfile::tempdir().unwrap();
    assert_eq!(prove(out.path()).unwrap(), Proof::default());
    assert!(matches!(prove(&out.path().join("none")), Err(VerifyError::Unreadable { .. })));
}

#[test]
fn a_flipped_bit_is_found_at_its_record_wherever_it_is() {
    let out = filed(Compression::None);
    let path = file(out.path(), 0, 10, 18, "");
    let sound = fs::read(&path).unwrap();
    let mut offset = 10;
    for at in 0..sound.len() {
        if at % 97 == 0 {
            let mut bytes = sound.clone();
            bytes[at] ^= 1;
            fs::write(&path, bytes).unwrap();
            expect(&damaged(out.path()), &path, out.path(), Some(offset), "");
        }
        if sound[at] == b'\n' {
            offset += 1;
        }
    }
}

#[test]
fn a_flipped_bit_in_a_compressed_file_is_found_wherever_it_is() {
    for (compression, suffix) in [(Compression::Gzip, ".gz"), (Compression::Zstd(3), ".zst")] {
        let out = filed(compression);
        let path = file(out.path(), 0, 10, 18, suffix);
        let sound = fs::read(&path).unwrap();
        for at in 0..sound.len() {
            let mut bytes = sound.clone();
            bytes[at] ^= 1;
            fs::write(&path, bytes).unwrap();
            assert_eq!(out.path().join(damaged(out.path()).file), path, "byte {at} of {}", sound.len());
        }
    }
}

#[test]
fn a_line_deleted_is_found_at_its_offset() {
    let out = filed(Compression::None);
    let path = file(out.path(), 0, 10, 18, "");
    edit_lines(&path, |lines| drop(lines.remove(3)));
    expect(&damaged(out.path()), &path, out.path(), Some(13), "the record is missing");
    edit_lines(&path, |lines| lines.truncate(2));
    expect(&damaged(out.path()), &path, out.path(), Some(12), "the file ends before it");
}

#[test]
fn a_line_added_is_found_at_its_offset() {
    let out = filed(Compression::None);
    let path = file(out.path(), 0, 10, 18, "");
    edit_lines(&path, |lines| lines.insert(3, lines[8].clone()));
    expect(&damaged(out.path()), &path, out.path(), Some(13), "a line was put in before the record");
    edit_lines(&path, |lines| drop(lines.remove(3)));
    prove(out.path()).unwrap();
    edit_lines(&path, |lines| lines.push(lines[0].clone()));
    expect(&damaged(out.path()), &path, out.path(), Some(18), "a line follows");
}

#[test]
fn two_lines_swapped_are_found() {
    let out = filed(Compression::None);
    let path = file(out.path(), 0, 10, 18, "");
    edit_lines(&path, |lines| lines.swap(2, 6));
    expect(&damaged(out.path()), &path, out.path(), Some(12), "not the one that was written");
}

#[test]
fn a_file_deleted_or_renamed_is_missing() {
    let out = filed(Compression::None);
    let path = file(out.path(), 0, 10, 18, "");
    fs::rename(&path, file(out.path(), 0, 10, 17, "")).unwrap();
    expect(&damaged(out.path()), &path, out.path(), None, "is missing: link 2 names it");
    fs::remove_file(file(out.path(), 0, 10, 17, "")).unwrap();
    expect(&damaged(out.path()), &path, out.path(), None, "is missing: link 2 names it");
}

#[test]
fn two_files_swapped_are_found() {
    let out = filed(Compression::Zstd(1));
    let (a, b) = (file(out.path(), 0, 0, 8, ".zst"), file(out.path(), 0, 10, 18, ".zst"));
    fs::rename(&a, out.path().join("x")).unwrap();
    fs::rename(&b, &a).unwrap();
    fs::rename(out.path().join("x"), &b).unwrap();
    expect(&damaged(out.path()), &a, out.path(), Some(0), "not the one that was written");
}

#[test]
fn a_truncated_file_is_found() {
    for (compression, suffix) in
        [(Compression::None, ""), (Compression::Gzip, ".gz"), (Compression::Zstd(3), ".zst")]
    {
        let out = filed(compression);
        let path = file(out.path(), 0, 20, 28, suffix);
        let sound = fs::read(&path).unwrap();
        for length in (0..sound.len()).step_by(7).chain([sound.len() - 1]) {
            fs::write(&path, &sound[..length]).unwrap();
            assert_eq!(out.path().join(damaged(out.path()).file), path, "{length} of {}", sound.len());
        }
        fs::write(&path, [&sound[..], b"\0"].concat()).unwrap();
        assert_eq!(out.path().join(damaged(out.path()).file), path);
    }
}

#[test]
fn a_manifest_deleted_from_the_middle_is_missing() {
    let out = filed(Compression::None);
    fs::remove_file(manifest(out.path(), 2)).unwrap();
    expect(&damaged(out.path()), &manifest(out.path(), 2), out.path(), None, "the chain goes on with link 3");
    fs::rename(manifest(out.path(), 3), manifest(out.path(), 2)).unwrap();
    expect(
        &damaged(out.path()),
        &manifest(out.path(), 2),
        out.path(),
        None,
        "is the manifest of articles.enriched/0, link 3",
    );
}

#[test]
fn the_file_of_the_last_manifest_is_a_stray_without_it() {
    let out = filed(Compression::None);
    fs::remove_file(manifest(out.path(), 3)).unwrap();
    let path = file(out.path(), 0, 20, 28, "");
    expect(&damaged(out.path()), &path, out.path(), None, "no manifest names it");
}

#[test]
fn an_edited_manifest_is_found_even_if_it_is_the_last() {
    for link in 1..=3 {
        let out = filed(Compression::None);
        let path = manifest(out.path(), link);
        let text = fs::read_to_string(&path).unwrap();
        let edited = text.replace(&format!("\"next\":{}", link * 10), &format!("\"next\":{}", link * 10 + 1));
        assert_ne!(edited, text);
        fs::write(&path, edited).unwrap();
        expect(&damaged(out.path()), &path, out.path(), None, "its seal is broken");
    }
}

/// Edits a manifest and seals it anew.
fn forge(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    let edited = text.replace(from, to);
    assert_ne!(edited, text);
    let body = &edited[..edited.rfind(",\"seal\"").unwrap()];
    fs::write(path, format!("{body},\"seal\":\"{}\"}}\n", sha256(body.as_bytes()))).unwrap();
}

#[test]
fn a_manifest_sealed_anew_by_a_forger_breaks_the_chain() {
    let out = filed(Compression::None);
    forge(&manifest(out.path(), 2), "\"pid\":", "\"pid\":1");
    expect(&damaged(out.path()), &manifest(out.path(), 3), out.path(), None, "does not follow link 2");
}

#[test]
fn the_last_manifest_sealed_anew_still_has_to_fit() {
    let fits_not = |from: &str, to: &str, offset, what: &str| {
        let out = filed(Compression::None);
        forge(&manifest(out.path(), 3), from, to);
        let damage = damaged(out.path());
        assert_eq!(damage.offset, offset, "{damage}");
        assert!(damage.what.contains(what), "{damage}");
    };
    fits_not("\"from\":20", "\"from\":15", Some(15), "begins at 15 where link 2 ended at 20");
    fits_not("\"from\":20", "\"from\":21", None, "outside of what it covers");
    fits_not("[[20,28]]", "[[20,24],[24,28]]", None, "not in order");
    fits_not("[[20,28]]", "[[20,27]]", None, "first and last offset are not those of its runs");
    fits_not("[[20,28]]", "[[20,20],[22,28]]", None, "count, runs and checksums disagree");
    fits_not("\"rejected\":[29]", "\"rejected\":[]", None, "lines without a file");
    fits_not("\"rules\":\"rules-1\"", "\"rules\":\"rules-2\"", None, "other versions");
    fits_not(
        "\"topic\":\"articles.enriched\"",
        "\"topic\":\"articles.other\"",
        None,
        "is the manifest of articles.other/0",
    );
    fits_not("dateline.manifest/1", "dateline.manifest/2", None, "its schema is `dateline.manifest/2`");
    fits_not("\"pid\":", "\"pid2\":", None, "it is not a manifest");
    fits_not("\"dead_crc32\":\"", "\"dead_crc32\":\"AAAAAAAA", None, "is not a manifest");
}

#[test]
fn a_stray_file_is_found_in_every_folder() {
    let strays = [
        "notes.txt".to_owned(),
        ".hidden".to_owned(),
        "_manifests/readme".to_owned(),
        format!("_manifests/{TOPIC}/x"),
        format!("_manifests/{TOPIC}/0/1.json"),
        format!("_manifests/{TOPIC}/0/0000000003.json.bak"),
        format!("_dead/{TOPIC}/partition=0/note"),
        format!("_dead/{TOPIC}/note"),
        "_dead/note".to_owned(),
        format!("{TOPIC}/note"),
        format!("{TOPIC}/partition=x/note"),
        format!("{TOPIC}/partition=00/note"),
        format!("{TOPIC}/partition=0/note"),
        format!("{TOPIC}/partition=7/{:020}-{:020}.ndjson", 0, 1),
        "another/partition=0/a.ndjson".to_owned(),
    ];
    for stray in strays {
        let out = filed(Compression::None);
        let path = out.path().join(&stray);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "x").unwrap();
        let damage = damaged(out.path());
        assert!(
            path.starts_with(out.path().join(&damage.file)) && damage.what.contains("stray"),
            "{stray}: {damage}"
        );
    }
}

/// AppleDouble's first bytes, and some of what follows.
const APPLE_DOUBLE: &[u8] = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        ";

#[test]
fn what_desktops_and_file_servers_leave_is_no_stray_and_is_told() {
    let out = filed(Compression::None);
    let folders = [
        String::new(),
        "_manifests/".to_owned(),
        format!("_manifests/{TOPIC}/0/"),
        format!("_dead/{TOPIC}/"),
        format!("{TOPIC}/"),
        format!("{TOPIC}/partition=0/"),
    ];
    let names = [
        ".DS_Store",
        "._.DS_Store",
        "Thumbs.db",
        "thumbs.db",
        "Desktop.ini",
        ".directory",
        ".nfs000000000a3c1f2200000001",
        ".fuse_hidden0000000a00000001",
    ];
    for folder in &folders {
        for name in names {
            fs::write(out.path().join(format!("{folder}{name}")), APPLE_DOUBLE).unwrap();
        }
    }
    fs::create_dir(out.path().join("lost+found")).unwrap();
    let proof = prove(out.path()).unwrap();
    assert_eq!((proof.records(), proof.files()), (32, 4));
    assert_eq!(proof.left_alone.len(), folders.len() * names.len() + 1, "{:?}", proof.left_alone);
    assert!(proof.left_alone.contains(&PathBuf::from(format!("{TOPIC}/partition=0/Thumbs.db"))));
    // Nor does a sink that begins a chain in such a folder take them for files whose manifests were lost.
    let new = out.path().join(format!("{TOPIC}/partition=5"));
    fs::create_dir(&new).unwrap();
    fs::write(new.join("desktop.ini"), "[.ShellClassInfo]").unwrap();
    seal(&mut open(out.path(), Compression::None).outlet(), &[(5, 0, 3)]);
    assert_eq!(prove(out.path()).unwrap().files(), 5);
}

#[test]
fn what_only_looks_like_litter_could_be_data_and_is_a_stray() {
    let records = format!("{TOPIC}/partition=0");
    let file = |name: &str| (format!("{records}/{name}"), false);
    for (stray, is_folder) in [
        file("._00000000000000000000-00000000000000000009.ndjson"), // no AppleDouble is in it
        file(".nfs"),
        file(".nfs-copy"),
        file("Thumbs.db.ndjson"),
        file("desktop"),
        file("00000000000000000000-00000000000000000008.ndjson~"),
        (format!("{records}/.DS_Store"), true),
        ("Thumbs.db".to_owned(), true),
        (".Trash-1000".to_owned(), true),
    ] {
        let out = filed(Compression::None);
        let path = out.path().join(&stray);
        if is_folder {
            fs::create_dir(&path).unwrap();
            fs::write(path.join("x"), "x").unwrap();
        } else {
            fs::write(&path, "x").unwrap();
        }
        let damage = damaged(out.path());
        assert!(damage.file.starts_with(&stray) && damage.what.contains("stray"), "{stray}: {damage}");
    }
    // A link may lead anywhere, and what a check of the file system found may be ours.
    let out = filed(Compression::None);
    std::os::unix::fs::symlink("elsewhere", out.path().join(".DS_Store")).unwrap();
    assert!(damaged(out.path()).what.contains("stray"));
    let out = filed(Compression::None);
    fs::create_dir(out.path().join("lost+found")).unwrap();
    fs::write(out.path().join("lost+found/#12"), "x").unwrap();
    assert!(damaged(out.path()).what.contains("stray"));
}

/// A link whose dead letters are of offsets 9, 19, 29 and 39, in one file, and that file.
fn buried() -> (TempDir, PathBuf) {
    let out = tempfile::tempdir().unwrap();
    seal(&mut open(out.path(), Compression::None).outlet(), &[(0, 0, 40)]);
    let path = out.path().join(format!("_dead/{TOPIC}/partition=0/{:020}-{:020}.ndjson", 9, 39));
    (out, path)
}

#[test]
fn a_dead_letter_changed_or_cut_or_deleted_is_found_with_its_offset() {
    type Edit = fn(&mut Vec<String>);
    let cases: [(Edit, i64, &str); 7] = [
        (
            |lines| lines[1] = lines[1].replace("not_a_record", "not_a_rec0rd"),
            19,
            "not the one that was written",
        ),
        (
            |lines| lines[2] = lines[2].replace("\"offset\":29", "\"offset\":28"),
            29,
            "not the one that was written",
        ),
        (|lines| lines[3] = lines[3][..lines[3].len() / 2].to_owned(), 39, "not the one that was written"),
        (|lines| drop(lines.remove(1)), 19, "the dead letter is missing"),
        (|lines| lines.insert(2, lines[0].clone()), 29, "a line was put in before"),
        (|lines| lines.swap(0, 1), 9, "the dead letter is missing"),
        (|lines| drop(lines.pop()), 39, "the file ends before it"),
    ];
    for (edit, offset, what) in cases {
        let (out, path) = buried();
        assert_eq!(prove(out.path()).unwrap().rejected(), 4);
        edit_lines(&path, edit);
        expect(&damaged(out.path()), &path, out.path(), Some(offset), what);
    }
    let (out, path) = buried();
    edit_lines(&path, |lines| lines.push(lines[3].clone()));
    assert_eq!(out.path().join(damaged(out.path()).file), path);
    fs::write(&path, "").unwrap();
    expect(&damaged(out.path()), &path, out.path(), Some(9), "the file ends before it");
    fs::remove_file(&path).unwrap();
    expect(&damaged(out.path()), &path, out.path(), None, "is missing: link 1 names it");
}

#[test]
fn dead_letters_cut_at_any_byte_or_with_any_byte_changed_are_found() {
    let (out, path) = buried();
    let sound = fs::read(&path).unwrap();
    for at in (0..sound.len()).step_by(5).chain([sound.len() - 1]) {
        fs::write(&path, &sound[..at]).unwrap();
        assert_eq!(out.path().join(damaged(out.path()).file), path, "cut at {at} of {}", sound.len());
        let mut changed = sound.clone();
        changed[at] ^= 1;
        fs::write(&path, changed).unwrap();
        assert_eq!(out.path().join(damaged(out.path()).file), path, "changed at {at} of {}", sound.len());
    }
}

#[test]
fn dead_letters_that_were_changed_are_not_read_as_if_they_were_whole() {
    let read = |out: &Path| {
        let mut offsets = Vec::new();
        let outcome = sink::DeadLine::read_all(out, |letter| {
            offsets.push(letter.offset);
            true
        });
        (outcome, offsets)
    };
    let (out, path) = buried();
    let (outcome, offsets) = read(out.path());
    outcome.unwrap();
    assert_eq!(offsets, [9, 19, 29, 39]);
    let sound = fs::read(&path).unwrap();
    let end_of_second = sound.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).unwrap().0 + 1;
    let changed = String::from_utf8(sound.clone()).unwrap().replace("not_a_record", "not_a_rec0rd");
    for damaged in [&sound[..end_of_second], changed.as_bytes()] {
        fs::write(&path, damaged).unwrap();
        let (outcome, _) = read(out.path());
        let said = flow::chain(&outcome.unwrap_err());
        assert!(said.contains(".ndjson") && said.contains("dateline verify"), "{said}");
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(read(out.path()).0.unwrap_err().kind, flow::FaultKind::Data);
}

#[test]
fn a_manifest_without_checksums_of_dead_letters_is_proven_by_its_hash() {
    let (out, path) = buried();
    let first = manifest(out.path(), 1);
    let text = fs::read_to_string(&first).unwrap();
    let (from, to) = (text.find(",\"dead_crc32\"").unwrap(), text.rfind(",\"seal\"").unwrap());
    forge(&first, &text[from..to], "");
    prove(out.path()).unwrap();
    edit_lines(&path, |lines| lines[1] = lines[1].replace("not_a_record", "not_a_rec0rd"));
    expect(&damaged(out.path()), &path, out.path(), None, "sha256");
}

#[test]
fn an_aside_that_the_last_link_names_matters_and_the_next_start_puts_it_in_order() {
    let out = filed(Compression::Zstd(3));
    let path = file(out.path(), 0, 20, 28, ".zst");
    let id = instance(out.path(), 3);
    fs::rename(&path, path.with_file_name(format!(".aside-0000000003-{id}"))).unwrap();
    expect(&damaged(out.path()), &path, out.path(), None, "has not got its name yet: link 3 names it");
    drop(open(out.path(), Compression::None));
    prove(out.path()).unwrap();
}

#[test]
fn an_aside_that_no_link_names_matters_to_no_one_and_the_next_start_removes_it() {
    let out = filed(Compression::None);
    // Of link 4, which is not made, by this machine; and of link 3, which another made, from elsewhere.
    let near = format!("{TOPIC}/partition=0/.aside-0000000004-{}", instance(out.path(), 3));
    let far = format!("{TOPIC}/partition=0/.aside-0000000003-00000000-1-0000000000000000");
    // Of link 4, by a machine that may yet make it.
    let pending = format!("{TOPIC}/partition=0/.aside-0000000004-00000000-1-0000000000000000");
    for aside in [&near, &far, &pending] {
        fs::write(out.path().join(aside), "half a rec").unwrap();
    }
    assert_eq!(prove(out.path()).unwrap().records(), 32);
    drop(open(out.path(), Compression::None));
    let left = files(out.path());
    assert!(!left.contains(&near) && !left.contains(&far), "{left:?}");
    assert!(left.contains(&pending), "{left:?}");
    assert_eq!(prove(out.path()).unwrap().records(), 32);
}

fn instance(out: &Path, link: u64) -> String {
    let bytes = fs::read(manifest(out, link)).unwrap();
    sink::Manifest::from_bytes(&bytes).unwrap().instance.id
}
