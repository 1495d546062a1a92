//! Who holds the file, and files that are not what they should be.

use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::process::Stdio;

use embedded::Log;
use flow::{FaultKind, Message};
use tempfile::TempDir;

use crate::{Fresh, RAW, as_child, at_once, child, everything, text};

#[test]
fn a_second_opener_is_told_which_process_holds_it_and_since_when() {
    if let Some(path) = as_child() {
        let _log = Log::open(&path).unwrap();
        println!("\nheld");
        std::thread::sleep(std::time::Duration::from_mins(1));
        return;
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("dateline.redb");
    let name = "holding::a_second_opener_is_told_which_process_holds_it_and_since_when";
    let mut holder = child(name, &path).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(holder.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "held"));

    for fault in [Log::open(&path).unwrap_err(), Log::open_read_only(&path).unwrap_err()] {
        assert_eq!(fault.kind, FaultKind::TryAgain);
        let text = flow::chain(&fault);
        let (before, since) = text.split_once(" since ").unwrap();
        let process = format!("dateline.redb: it is held by process {} on ", holder.id());
        assert!(before.contains(&process), "{text}");
        since.parse::<jiff::Timestamp>().unwrap();
    }
    // However it dies, the file is free then.
    holder.kill().unwrap();
    holder.wait().unwrap();
    Log::open(&path).unwrap();
}

#[test]
fn the_same_process_cannot_open_it_twice() {
    let fresh = Fresh::with_partitions(1);
    let text = flow::chain(&Log::open(&fresh.path()).unwrap_err());
    assert!(text.contains(&format!("held by process {}", std::process::id())), "{text}");
}

#[test]
fn readers_share_the_file_and_cannot_write() {
    let fresh = Fresh::with_partitions(1);
    fresh.log.produce(RAW, vec![Message::new("a")]).unwrap();
    let path = fresh.path();
    let Fresh { folder, log } = fresh;
    drop(log);
    let (one, two) = (Log::open_read_only(&path).unwrap(), Log::open_read_only(&path).unwrap());
    assert_eq!(everything(&one, RAW).iter().map(text).collect::<Vec<_>>(), ["a"]);
    assert_eq!(one.topics().unwrap(), two.topics().unwrap());
    let fault = one.produce(RAW, vec![Message::new("b")]).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Usage);
    assert!(flow::chain(&fault).ends_with("it was opened to read only"));
    let fault = Log::open(&path).unwrap_err();
    assert!(flow::chain(&fault).contains("held by process"), "{fault}");
    drop((one, two));
    Log::open(&path).unwrap();
    drop(folder);
}

#[test]
fn a_missing_file_is_not_made_by_a_reader() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("none.redb");
    let fault = Log::open_read_only(&path).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Io);
    assert!(fault.to_string().ends_with("none.redb"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_missing_folder_is_named() {
    let folder = TempDir::new().unwrap();
    let fault = Log::open(&folder.path().join("none/dateline.redb")).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Io);
    assert!(fault.to_string().contains("none/dateline.redb"), "{fault}");
}

#[test]
fn a_file_of_another_kind_is_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("notes.txt");
    let notes = "buy milk\n".repeat(1000);
    fs::write(&path, &notes).unwrap();
    for fault in [Log::open(&path).unwrap_err(), Log::open_read_only(&path).unwrap_err()] {
        assert_eq!(fault.kind, FaultKind::Data, "{}", flow::chain(&fault));
        assert!(fault.to_string().contains("notes.txt"));
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), notes);
}

#[test]
fn a_redb_file_of_somebody_else_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("other.redb");
    let db = redb::Database::create(&path).unwrap();
    let txn = db.begin_write().unwrap();
    txn.open_table(redb::TableDefinition::<u8, u8>::new("theirs")).unwrap();
    txn.commit().unwrap();
    drop(db);
    for fault in [Log::open(&path).unwrap_err(), Log::open_read_only(&path).unwrap_err()] {
        assert_eq!(fault.kind, FaultKind::Data);
        assert!(flow::chain(&fault).contains("not a log of Dateline's"), "{}", flow::chain(&fault));
    }
}

/// redb writes what tells its files last, and takes no file without it.
#[test]
fn a_log_whose_making_was_cut_off_anywhere_is_made_anew() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("dateline.redb");
    drop(Log::open(&path).unwrap());
    let whole = fs::read(&path).unwrap();
    let aside = folder.path().join("dateline.redb.new");
    for cut in [0, 1, 9, 4096, whole.len() - 1, whole.len()] {
        fs::remove_file(&path).unwrap();
        let mut half = whole[..cut].to_vec();
        half.iter_mut().take(9).for_each(|byte| *byte = 0);
        fs::write(&aside, half).unwrap();
        let log = Log::open(&path).unwrap();
        log.create_topic(RAW, 1).unwrap();
        drop(log);
        assert!(!aside.exists(), "cut at {cut}");
        assert_eq!(Log::open(&path).unwrap().topics().unwrap().len(), 1);
    }
}

#[test]
fn a_log_that_is_made_is_never_seen_half_made_under_its_name() {
    if let Some(path) = as_child() {
        Log::open(&path).unwrap();
        return;
    }
    let name = "holding::a_log_that_is_made_is_never_seen_half_made_under_its_name";
    for _ in 0..30 {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("dateline.redb");
        let mut maker = child(name, &path).stdout(Stdio::null()).spawn().unwrap();
        // Killed as soon as anything of it is there.
        while fs::read_dir(folder.path()).unwrap().count() < 2 && maker.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let _ = maker.kill();
        maker.wait().unwrap();
        Log::open(&path).unwrap();
    }
}

/// A log of some 3 MB in which every message says its number.
fn filled() -> Fresh {
    let fresh = Fresh::with_partitions(1);
    for round in 0..10 {
        let batch = (0..100).map(|n| Message::new(format!("{:06}{}", round * 100 + n, "x".repeat(3000))));
        fresh.log.produce(RAW, batch.collect()).unwrap();
    }
    fresh
}

#[test]
fn a_byte_changed_in_a_message_is_found_and_placed() {
    let fresh = filled();
    let path = fresh.path();
    let Fresh { folder, log } = fresh;
    drop(log);
    let bytes = fs::read(&path).unwrap();
    let at = bytes.windows(10).position(|window| window == b"000500xxxx").unwrap();
    let mut file = OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(at as u64 + 100)).unwrap();
    file.write_all(b"y").unwrap();
    drop(file);

    let log = Log::open(&path).unwrap();
    assert_eq!(log.read(RAW, 0, 400, 1, 1).unwrap().len(), 1);
    let fault = log.read(RAW, 0, 500, 1, 1).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Data);
    let text = flow::chain(&fault);
    assert!(text.contains("dateline.redb") && text.contains("articles.raw/0"), "{text}");
    assert!(text.ends_with("its checksum does not agree"), "{text}");
    drop(folder);
}

#[test]
fn a_file_cut_short_is_a_fault_that_names_it_and_never_a_panic() {
    for keep in [1, 8, 100, 4096, 5000, 100_000, 1_000_000, 3_000_000] {
        let fresh = filled();
        let path = fresh.path();
        let Fresh { folder, log } = fresh;
        drop(log);
        OpenOptions::new().write(true).open(&path).unwrap().set_len(keep).unwrap();
        for log in [Log::open_read_only(&path), Log::open(&path)] {
            let all = log.and_then(|log| log.read(RAW, 0, 0, 10_000, usize::MAX));
            let fault = all.map(|all| all.len()).unwrap_err();
            let text = flow::chain(&fault);
            assert_eq!(fault.kind, FaultKind::Data, "{keep}: {text}");
            assert!(text.contains("dateline.redb"), "{keep}: {text}");
        }
        drop(folder);
    }
}

#[test]
fn noise_anywhere_in_the_file_is_a_fault_or_harmless_and_never_a_panic_or_other_messages() {
    let fresh = filled();
    let path = fresh.path();
    let Fresh { folder, log } = fresh;
    let whole: Vec<_> = log.read(RAW, 0, 0, 10_000, usize::MAX).unwrap();
    drop(log);
    let sound = fs::read(&path).unwrap();
    for place in 0..40 {
        let mut bytes = sound.clone();
        // The head and the first pages, where the trees are likely to be, and then all over.
        let at = if place < 20 { place * 611 } else { (place - 20) * (bytes.len() / 20) };
        for (n, byte) in bytes[at..].iter_mut().take(64).enumerate() {
            *byte ^= (n * 7 + 1) as u8;
        }
        // Each in a file of its own: where redb panics, its lock may outlive it by the start of another test's child.
        let path = folder.path().join(format!("noise-{place}.redb"));
        fs::write(&path, &bytes).unwrap();
        let read = Log::open(&path).and_then(|log| log.read(RAW, 0, 0, 10_000, usize::MAX));
        match read {
            Ok(read) => assert!(read == whole[..read.len()], "at {at}: other messages"),
            Err(fault) => {
                assert!(matches!(fault.kind, FaultKind::Data | FaultKind::Io), "{}", flow::chain(&fault));
            }
        }
    }
    drop(folder);
}

#[tokio::test]
async fn a_flow_over_a_damaged_chunk_stops_and_settles_nothing() {
    let fresh = filled();
    let path = fresh.path();
    let Fresh { folder, log } = fresh;
    drop(log);
    let bytes = fs::read(&path).unwrap();
    let at = bytes.windows(10).position(|window| window == b"000000xxxx").unwrap();
    let mut file = OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(at as u64)).unwrap();
    file.write_all(b"9").unwrap();
    let log = Log::open(&path).unwrap();
    let mut inlet = log.inlet(RAW, "r", at_once(10), None);
    let fault = match &mut inlet {
        Ok(inlet) => flow::Inlet::next(inlet).await.map(drop).unwrap_err(),
        Err(_) => inlet.map(drop).unwrap_err(),
    };
    assert_eq!(fault.kind, FaultKind::Data);
    assert_eq!(log.position("r", RAW, 0).unwrap(), None);
    drop(folder);
}

#[test]
fn a_chunk_that_is_gone_is_missed() {
    let fresh = filled();
    let path = fresh.path();
    let Fresh { folder, log } = fresh;
    drop(log);
    let db = redb::Database::open(&path).unwrap();
    let txn = db.begin_write().unwrap();
    let table = redb::TableDefinition::<(u32, u32, u64), &[u8]>::new("chunks");
    // Each commit of 100 made three chunks; the last of the second commit ends at 199.
    assert!(txn.open_table(table).unwrap().remove((0, 0, 199)).unwrap().is_some());
    txn.commit().unwrap();
    drop(db);
    let log = Log::open(&path).unwrap();
    let text = flow::chain(&log.read(RAW, 0, 100, 500, usize::MAX).unwrap_err());
    assert!(text.contains("articles.raw/0@186: it is missing"), "{text}");
    drop(folder);
}
