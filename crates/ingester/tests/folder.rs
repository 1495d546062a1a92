//! The folder feed's promises, through the loop and memory ends.

#![allow(clippy::unwrap_used)] // helpers of tests

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use flow::{Flow, Mark, MemoryLog, Stop, Tally, header, run};
use ingester::{FolderFeed, FolderOptions, Parse};
use tempfile::TempDir;

const STORY: &str = "GENEVA, March 3 (Reuters) - Swiss exports rose 3 percent in February.\n";

fn options(folder: &Path) -> FolderOptions {
    FolderOptions {
        name: "inbox".to_owned(),
        paths: vec![folder.to_owned()],
        except: Vec::new(),
        watch: false,
        poll: Duration::from_millis(10),
        quiet: Duration::from_millis(30),
        patience: Duration::from_secs(30),
        max_story_bytes: 100_000,
        batch_messages: 3,
        batch_bytes: 1 << 20,
    }
}

/// Reads the folder to its end, as a new process would: from the marks that were committed.
async fn ingest_with(log: &MemoryLog, options: FolderOptions) -> Tally {
    let marks: Vec<Mark> = log.marks().into_iter().map(|(key, value)| Mark { key, value }).collect();
    let mut inlet = FolderFeed::open(options, &marks).unwrap();
    let mut outlet = log.outlet("raw", "dead");
    let step = Arc::new(Parse { feed: "inbox".to_owned(), clock: jiff::Timestamp::now });
    run(&Flow::plain("ingester").unwrap(), &mut inlet, step, &mut outlet, &Stop::new()).await.unwrap()
}

async fn ingest(log: &MemoryLog, folder: &Path) -> Tally {
    ingest_with(log, options(folder)).await
}

async fn until_articles(log: &MemoryLog, count: usize) {
    let came = async {
        while log.read("raw").len() < count {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), came).await.unwrap();
}

fn texts(log: &MemoryLog) -> Vec<String> {
    let articles = log.read("raw");
    articles.iter().map(|message| article::Article::from_json(&message.payload).unwrap().text).collect()
}

fn folder_of(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn lines(from: usize, to: usize) -> String {
    (from..to).map(|n| format!("{{\"text\": \"Exports rose {n} percent.\"}}\n")).collect()
}

#[tokio::test]
async fn every_file_in_every_folder_is_a_story_and_a_second_look_finds_nothing_new() {
    let folder =
        folder_of(&[("a.txt", STORY.as_bytes()), ("sub/b.txt", b"Imports fell 2 percent in May.\n")]);
    let log = MemoryLog::default();
    assert_eq!(ingest(&log, folder.path()).await.passed, 2);
    assert_eq!(texts(&log), [STORY, "Imports fell 2 percent in May.\n"]);
    let traces: Vec<_> =
        log.read("raw").iter().map(|m| m.headers.text(header::TRACEPARENT).unwrap().to_owned()).collect();
    assert!(
        traces[0].starts_with("00-") && traces[0] != traces[1],
        "each story has a trace of its own: {traces:?}"
    );
    assert_eq!(ingest(&log, folder.path()).await.read, 0);
}

#[tokio::test]
async fn the_same_bytes_under_another_name_are_skipped_also_after_a_restart() {
    let folder = folder_of(&[("a.txt", STORY.as_bytes()), ("b.txt", STORY.as_bytes())]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.skipped["duplicate"]), (1, 1));
    fs::write(folder.path().join("c.txt"), STORY).unwrap();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.skipped["duplicate"]), (0, 1));
}

/// Neither lost without a trace nor among the dead letters.
#[tokio::test]
async fn a_picture_with_a_caption_is_counted_as_skipped() {
    let picture = b"<nitf><body><body.head><hedline><hl1>A mine</hl1></hedline></body.head><body.content><media media-type=\"image\"><media-caption>Tin ore.</media-caption></media></body.content></body></nitf>";
    let folder = folder_of(&[("a.txt", STORY.as_bytes()), ("b.xml", picture)]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.read, tally.passed, tally.rejects()), (2, 1, 0));
    assert_eq!(tally.skipped.values().sum::<u64>(), 1, "{:?}", tally.skipped);
    assert_eq!(log.read("dead").len(), 0);
}

#[tokio::test]
async fn a_file_that_was_rewritten_with_another_story_is_read_again() {
    let folder = folder_of(&[("latest.txt", STORY.as_bytes())]);
    let log = MemoryLog::default();
    ingest(&log, folder.path()).await;
    fs::write(folder.path().join("latest.txt"), "Polish exports rose 4 percent in June.\n").unwrap();
    assert_eq!(ingest(&log, folder.path()).await.passed, 1);
}

/// As `cp -p`, `rsync --times` and editors that keep times do.
fn rewrite_with_the_old_time(path: &Path, text: &str) {
    let before = fs::metadata(path).unwrap();
    assert_eq!(before.len(), text.len() as u64);
    std::thread::sleep(Duration::from_millis(20)); // the kernel's clock for files has ticks
    fs::write(path, text).unwrap();
    fs::File::options().write(true).open(path).unwrap().set_modified(before.modified().unwrap()).unwrap();
    let after = fs::metadata(path).unwrap();
    assert_eq!((after.len(), after.modified().unwrap()), (before.len(), before.modified().unwrap()));
}

#[tokio::test]
async fn new_content_is_read_though_size_and_time_are_the_old_ones() {
    let folder = folder_of(&[("latest.txt", STORY.as_bytes()), ("feed.ndjson", lines(0, 3).as_bytes())]);
    let log = MemoryLog::default();
    assert_eq!(ingest(&log, folder.path()).await.passed, 4);
    rewrite_with_the_old_time(&folder.path().join("latest.txt"), &STORY.replace("Swiss", "Welsh"));
    rewrite_with_the_old_time(&folder.path().join("feed.ndjson"), &lines(5, 8));
    assert_eq!(ingest(&log, folder.path()).await.passed, 4);
    for words in ["Welsh", "rose 5 percent", "rose 7 percent"] {
        assert!(texts(&log)[4..].iter().any(|text| text.contains(words)), "{:?}", texts(&log));
    }

    // The same for one file that is renamed over another.
    let (old, new) = (folder.path().join("latest.txt"), folder.path().join("aside.tmp"));
    let time = fs::metadata(&old).unwrap().modified().unwrap();
    std::thread::sleep(Duration::from_millis(20));
    fs::write(&new, STORY.replace("Swiss", "Irish")).unwrap();
    fs::File::options().write(true).open(&new).unwrap().set_modified(time).unwrap();
    fs::rename(&new, &old).unwrap();
    assert_eq!(ingest(&log, folder.path()).await.passed, 1);
    assert_eq!(ingest(&log, folder.path()).await.read, 0);
}

#[tokio::test]
async fn a_file_that_was_only_touched_is_no_news_and_no_duplicate() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder_of(&[("a.txt", STORY.as_bytes()), ("feed.ndjson", lines(0, 3).as_bytes())]);
    let log = MemoryLog::default();
    assert_eq!(ingest(&log, folder.path()).await.passed, 4);
    std::thread::sleep(Duration::from_millis(20));
    for name in ["a.txt", "feed.ndjson"] {
        let path = folder.path().join(name);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(SystemTime::now()).unwrap();
    }
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.skipped.len(), tally.rejects()), (0, 0, 0), "{tally:?}");
}

#[tokio::test]
async fn marks_of_before_times_of_change_were_kept_still_count() {
    let folder = folder_of(&[("a.txt", STORY.as_bytes())]);
    let log = MemoryLog::default();
    ingest(&log, folder.path()).await;
    let mark = |(key, value): (String, Vec<u8>)| {
        let mut value: serde_json::Value = serde_json::from_slice(&value).unwrap();
        value.as_object_mut().unwrap().remove("changed").unwrap();
        Mark { key, value: value.to_string().into_bytes() }
    };
    let marks: Vec<Mark> = log.marks().into_iter().map(mark).collect();
    let mut inlet = FolderFeed::open(options(folder.path()), &marks).unwrap();
    assert!(flow::Inlet::next(&mut inlet).await.unwrap().is_none());
}

#[tokio::test]
async fn work_in_progress_is_left_alone() {
    let names = [".hidden.txt", "half.tmp", "half.part", "old.txt~"];
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, STORY.as_bytes())).collect();
    let folder = folder_of(&files);
    assert_eq!(ingest(&MemoryLog::default(), folder.path()).await.read, 0);
}

#[tokio::test]
async fn a_file_that_is_still_being_written_is_waited_for_and_never_half_read() {
    let folder = folder_of(&[("a.txt", b"Swiss exports ")]);
    let path = folder.path().join("a.txt");
    let writer = std::thread::spawn(move || {
        for word in ["rose ", "3 ", "percent ", "in ", "May.\n"] {
            std::thread::sleep(Duration::from_millis(15));
            let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
            std::io::Write::write_all(&mut file, word.as_bytes()).unwrap();
        }
    });
    let log = MemoryLog::default();
    // Long enough for a writer that a busy machine holds up.
    let patient = FolderOptions { quiet: Duration::from_secs(1), ..options(folder.path()) };
    ingest_with(&log, patient).await;
    writer.join().unwrap();
    assert_eq!(texts(&log), ["Swiss exports rose 3 percent in May.\n"]);
}

#[tokio::test]
async fn a_file_of_lines_is_read_over_several_batches_and_on_from_its_end_when_it_grew() {
    let folder = folder_of(&[("feed.ndjson", lines(0, 8).as_bytes())]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.commits), (8, 3), "three lines a batch");
    let grown = lines(0, 10);
    fs::write(folder.path().join("feed.ndjson"), grown).unwrap();
    assert_eq!(ingest(&log, folder.path()).await.passed, 2);
    let expected: Vec<String> = (0..10).map(|n| format!("Exports rose {n} percent.")).collect();
    assert_eq!(texts(&log), expected);
}

#[tokio::test]
async fn another_file_of_lines_under_an_old_name_is_read_from_its_start() {
    let folder = folder_of(&[("feed.ndjson", lines(0, 4).as_bytes())]);
    let log = MemoryLog::default();
    ingest(&log, folder.path()).await;
    fs::write(folder.path().join("feed.ndjson"), lines(20, 30)).unwrap();
    assert_eq!(ingest(&log, folder.path()).await.passed, 10);
}

#[tokio::test]
async fn an_aborted_batch_of_a_feed_comes_again_whole() {
    let text = lines(0, 8);
    let folder =
        folder_of(&[("a.txt", STORY.as_bytes()), ("b.txt", STORY.as_bytes()), ("c.ndjson", text.as_bytes())]);
    let log = MemoryLog::default();
    log.abort_next();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.skipped["duplicate"], tally.aborted), (9, 1, 1));
    assert_eq!(log.read("raw").len(), 9);
}

#[tokio::test]
async fn a_story_that_is_too_long_is_refused_with_its_head_and_its_length_and_the_rest_goes_on() {
    let mut feed = lines(0, 1);
    feed.push_str(&"x".repeat(300_000));
    feed.push('\n');
    feed.push_str(&lines(1, 2));
    let long = "y".repeat(150_000);
    let folder = folder_of(&[("a.ndjson", feed.as_bytes()), ("b.txt", long.as_bytes())]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.rejected["too_large"]), (2, 2));
    let dead = log.read("dead");
    assert_eq!(dead[0].payload.len(), 64 * 1024);
    assert_eq!(dead[0].headers.text(header::DEAD_BYTES), Some("300001"));
    assert_eq!(dead[0].headers.text(header::DEAD_OFFSET), Some(lines(0, 1).len().to_string().as_str()));
    assert_eq!(dead[1].headers.text(header::DEAD_BYTES), Some("150000"));
}

#[tokio::test]
async fn a_broken_line_or_file_is_set_aside_and_its_neighbours_pass() {
    let feed = format!("{}{{\"text\": 7}}\n\n{}", lines(0, 1), lines(1, 2));
    let folder = folder_of(&[("a.ndjson", feed.as_bytes()), ("empty.txt", b""), ("z.txt", STORY.as_bytes())]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!(tally.passed, 3);
    assert_eq!(tally.rejects(), 2);
    let reasons: Vec<_> =
        log.read("dead").iter().map(|m| m.headers.text(header::DEAD_REASON).unwrap().to_owned()).collect();
    assert!(reasons[0].contains("text"), "{reasons:?}");
    assert!(log.read("dead")[0].headers.text(header::TRACEPARENT).is_some(), "a reject can be followed too");
}

#[tokio::test]
async fn while_watching_an_unfinished_last_line_is_waited_for() {
    let folder = folder_of(&[("a.ndjson", b"{\"text\": \"Exports rose 1 percent.\"}\n{\"text\": \"Exp")]);
    let path = folder.path().join("a.ndjson");
    let (log, stop) = (MemoryLog::default(), Stop::new());
    let mut inlet = FolderFeed::open(FolderOptions { watch: true, ..options(folder.path()) }, &[]).unwrap();
    let mut outlet = log.outlet("raw", "dead");
    let step = Arc::new(Parse { feed: "inbox".to_owned(), clock: jiff::Timestamp::now });
    let (flow, ends) = (Flow::plain("ingester").unwrap(), stop.clone());
    let driver = async {
        until_articles(&log, 1).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(log.read("raw").len(), 1);
        let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
        std::io::Write::write_all(&mut file, b"orts rose 2 percent.\"}\n").unwrap();
        until_articles(&log, 2).await;
        ends.cancel();
    };
    let (tally, ()) = tokio::join!(run(&flow, &mut inlet, step, &mut outlet, &stop), driver);
    assert_eq!((tally.unwrap().passed, log.read("dead").len()), (2, 0));
}

#[tokio::test]
async fn a_file_that_never_comes_to_rest_is_left_for_the_next_time() {
    let folder = folder_of(&[("a.txt", STORY.as_bytes()), ("grows.txt", b"")]);
    let path = folder.path().join("grows.txt");
    let done = Arc::new(AtomicBool::new(false));
    let writer = std::thread::spawn({
        let done = Arc::clone(&done);
        move || {
            let mut file = fs::File::options().append(true).open(path).unwrap();
            while !done.load(Ordering::Relaxed) {
                file.write_all(b"Exports rose. ").unwrap();
                std::thread::sleep(Duration::from_millis(5));
            }
        }
    });
    let (quiet, patience) = (Duration::from_secs(2), Duration::from_millis(300));
    let log = MemoryLog::default();
    let options = FolderOptions { quiet, patience, ..options(folder.path()) };
    let ingested = tokio::time::timeout(Duration::from_secs(20), ingest_with(&log, options)).await;
    done.store(true, Ordering::Relaxed);
    writer.join().unwrap();
    assert_eq!(ingested.unwrap().passed, 1);
    assert_eq!(ingest(&log, folder.path()).await.passed, 1);
}

#[tokio::test]
async fn a_file_with_an_old_time_is_taken_at_once() {
    let folder = folder_of(&[("a.txt", STORY.as_bytes())]);
    let file = fs::File::options().write(true).open(folder.path().join("a.txt")).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(60)).unwrap();
    let patient = FolderOptions { quiet: Duration::from_secs(30), ..options(folder.path()) };
    let log = MemoryLog::default();
    let ingested = tokio::time::timeout(Duration::from_secs(10), ingest_with(&log, patient)).await;
    assert_eq!(ingested.unwrap().passed, 1);
}

#[tokio::test]
async fn a_copy_or_a_new_name_of_a_file_of_lines_is_a_duplicate_however_its_path_is_typed() {
    let folder = folder_of(&[("a.ndjson", lines(0, 8).as_bytes()), ("b.ndjson", lines(0, 8).as_bytes())]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.skipped["duplicate"]), (8, 1));
    fs::rename(folder.path().join("a.ndjson"), folder.path().join("c.ndjson")).unwrap();
    assert_eq!(ingest(&log, folder.path()).await.passed, 0);
    let typed = folder.path().join("../").join(folder.path().file_name().unwrap());
    let both = FolderOptions { paths: vec![typed, folder.path().join("c.ndjson")], ..options(folder.path()) };
    assert_eq!(ingest_with(&log, both).await.read, 0);
}

#[tokio::test]
async fn a_file_of_lines_that_was_changed_in_what_was_read_is_read_from_its_start() {
    let folder = folder_of(&[("a.ndjson", lines(0, 300).as_bytes())]);
    let log = MemoryLog::default();
    ingest(&log, folder.path()).await;
    let changed = lines(0, 300).replace("rose 250 percent", "fell 250 percent");
    fs::write(folder.path().join("a.ndjson"), changed).unwrap();
    assert_eq!(
        ingest(&log, folder.path()).await.passed,
        300,
        "far behind its first bytes, and as long as before"
    );
}

#[tokio::test]
async fn a_line_that_is_no_json_is_a_reject_and_never_a_story() {
    let folder = folder_of(&[("a.ndjson", b"Exports of Chile rose 3 percent in June, the bank said.\n")]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.rejects()), (0, 1));
}

#[tokio::test]
async fn names_that_are_no_utf8_stay_apart() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder_of(&[]);
    for (name, story) in
        [(b"a\xff.txt", "Exports of Peru rose.\n"), (b"a\xfe.txt", "Exports of Chile fell.\n")]
    {
        fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), story).unwrap();
    }
    let log = MemoryLog::default();
    assert_eq!(ingest(&log, folder.path()).await.passed, 2);
    assert_eq!(ingest(&log, folder.path()).await.read, 0);
}

#[tokio::test]
async fn links_that_lead_back_and_our_own_output_are_not_followed() {
    let folder = folder_of(&[("a.txt", STORY.as_bytes()), ("out/record.ndjson", b"{}\n")]);
    std::os::unix::fs::symlink(".", folder.path().join("loop")).unwrap();
    std::os::unix::fs::symlink("itself", folder.path().join("itself")).unwrap();
    let out = folder.path().join("out");
    let apart = FolderOptions { except: vec![out.clone()], ..options(folder.path()) };
    let tally = ingest_with(&MemoryLog::default(), apart.clone()).await;
    assert_eq!((tally.read, tally.passed), (1, 1));
    let inside = FolderOptions { paths: vec![out], ..apart };
    assert_eq!(FolderFeed::open(inside, &[]).err().unwrap().kind, flow::FaultKind::Usage);
    // Of another run, which nobody named: known by what stands in it.
    let other = folder_of(&[("out/.lock", b""), ("out/articles.enriched/partition=0/0.ndjson", b"{}\n")]);
    fs::create_dir(other.path().join("out/_manifests")).unwrap();
    let opened = |part: &str, watch| {
        let options = FolderOptions { watch, ..options(&other.path().join(part)) };
        FolderFeed::open(options, &[]).map(|_| ()).map_err(|fault| fault.kind)
    };
    for part in ["out", "out/_manifests", "out/.lock"] {
        assert_eq!(opened(part, false), Err(flow::FaultKind::Usage), "{part}");
    }
    // Records that are named are read as articles, once.
    for part in ["out/articles.enriched", "out/articles.enriched/partition=0/0.ndjson"] {
        assert_eq!(opened(part, false), Ok(()), "{part}");
        assert_eq!(opened(part, true), Err(flow::FaultKind::Usage), "{part}");
    }
}

#[tokio::test]
async fn half_a_line_at_the_end_is_left_until_it_is_whole_and_then_read_whole() {
    let whole = lines(0, 2);
    let folder = folder_of(&[("a.ndjson", &whole.as_bytes()[..whole.len() - 20])]);
    let log = MemoryLog::default();
    assert_eq!(ingest(&log, folder.path()).await.passed, 1);
    fs::write(folder.path().join("a.ndjson"), &whole).unwrap();
    assert_eq!(ingest(&log, folder.path()).await.passed, 1);
    assert!(log.read("dead").is_empty());
    assert_eq!(texts(&log), ["Exports rose 0 percent.", "Exports rose 1 percent."]);
}

#[tokio::test]
async fn of_many_things_in_a_message_a_bad_one_goes_to_the_dead_letters_alone() {
    let folder = folder_of(&[("a.json", br#"[{"text": 1}, {"text": "Exports rose."}, {"text": 2}]"#)]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.rejects()), (1, 2));
    let dead: Vec<_> = log.read("dead").into_iter().map(|letter| letter.payload).collect();
    assert_eq!(dead, [&br#"{"text": 1}"#[..], br#"{"text": 2}"#]);
}

#[tokio::test]
async fn a_watched_folder_that_is_gone_is_missed_until_it_is_back() {
    let folder = folder_of(&[("a.txt", STORY.as_bytes())]);
    let (inbox, away) = (folder.path().join("inbox"), folder.path().join("away"));
    fs::create_dir(&inbox).unwrap();
    let mut feed = FolderFeed::open(FolderOptions { watch: true, ..options(&inbox) }, &[]).unwrap();
    let unread = feed.unread();
    let count = |wanted: u64| {
        let unread = Arc::clone(&unread);
        async move {
            while unread.load(std::sync::atomic::Ordering::Relaxed) != wanted {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    };
    let watching = async { while flow::Inlet::next(&mut feed).await.unwrap().is_some() {} };
    let story = async {
        fs::rename(&inbox, &away).unwrap();
        count(1).await;
        fs::rename(&away, &inbox).unwrap();
        count(0).await;
    };
    let seen = async {
        tokio::select! { () = watching => {}, () = story => {} }
    };
    tokio::time::timeout(Duration::from_secs(30), seen).await.unwrap();
}

#[tokio::test]
async fn lines_of_an_agencys_json_are_read_as_what_they_are() {
    let item = |id: u8| {
        format!(
            "{{\"uri\": \"tag:tt.example:{id}\", \"headline\": \"Tin rises\", \"body_html\": \"<p>Tin rose in July.</p>\"}}\n"
        )
    };
    let lines = item(1) + "{\"uri\": \"tag:tt.example:2\"}\n" + "{\"text\": \"Exports rose.\"}\n" + &item(3);
    let folder = folder_of(&[("items.ndjson", lines.as_bytes())]);
    let log = MemoryLog::default();
    let tally = ingest(&log, folder.path()).await;
    assert_eq!((tally.passed, tally.rejects()), (3, 1));
    let texts = texts(&log);
    assert_eq!(texts, ["Tin rises\n\nTin rose in July.", "Exports rose.", "Tin rises\n\nTin rose in July."]);
}

#[tokio::test]
async fn records_that_another_run_wrote_below_the_folder_are_no_stories() {
    let folder = folder_of(&[
        ("a.txt", STORY.as_bytes()),
        ("out/.lock", b""),
        ("out/_manifests/articles.enriched/0/0000000001.json", b"{}"),
        ("out/articles.enriched/partition=0/0-0.ndjson", b"{\"text\": \"Exports rose.\"}\n"),
        ("_manifests/b.txt", b"Imports fell 2 percent in May.\n"),
    ]);
    let log = MemoryLog::default();
    assert_eq!(ingest(&log, folder.path()).await.passed, 2);
    let fault = FolderFeed::open(options(&folder.path().join("out")), &[]).err().unwrap();
    assert_eq!(fault.kind, flow::FaultKind::Usage, "{}", flow::chain(&fault));
}

#[test]
fn what_is_neither_a_file_nor_a_folder_is_refused() {
    let fault = FolderFeed::open(options(Path::new("/dev/null")), &[]).err().unwrap();
    assert_eq!(fault.kind, flow::FaultKind::Usage, "{}", flow::chain(&fault));
}
