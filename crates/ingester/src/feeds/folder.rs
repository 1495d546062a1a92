//! A folder that agencies (or an editor) drop files into.
//!
//! Every file is a story, but for `.ndjson` and `.jsonl`: there every line is one. Names that begin with a dot or end
//! in `.tmp`, `.part` or `~` are somebody's work in progress and are left alone.
//!
//! A file is known by its path, size and time. One with new content is read again; one whose bytes have been read
//! before, under whatever name, is a duplicate. A file of lines that grew is read on from where it ended.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use flow::{Batch, Fault, Inlet, Mark, Receipt};
use tokio::task::JoinHandle;

use self::read::{Harvest, Reader};
use self::state::{Known, Seen};

mod read;
mod state;

/// How a folder is read.
#[derive(Clone, Debug)]
pub struct FolderOptions {
    /// The feed's name: under it its positions are stored.
    pub name: String,
    /// Files, or folders that are read with all their folders.
    pub paths: Vec<PathBuf>,
    /// Stay and take new files as they come.
    pub watch: bool,
    /// How often to look for new files.
    pub poll: Duration,
    /// How long a file's size and time must not have changed.
    pub quiet: Duration,
    /// Of a longer story only the head goes to the dead letters; the file stays where it is.
    pub max_story_bytes: usize,
    pub batch_messages: usize,
    pub batch_bytes: usize,
}

/// An inlet of stories from a folder.
pub struct FolderFeed {
    options: Arc<FolderOptions>,
    reader: Arc<str>,
    /// What has been read, handed out or settled.
    known: HashMap<String, Known>,
    hashes: HashSet<[u8; 16]>,
    /// What was handed out and is not settled yet, with what was known before.
    unsettled: Vec<(String, Option<Known>)>,
    /// Found and not yet read, the next one last.
    queue: Vec<Found>,
    /// Files that are still being written: when seen so.
    restless: HashMap<PathBuf, (Seen, Instant)>,
    next_scan: Instant,
    /// A read that runs on another thread; kept here so that a dropped `next` loses nothing.
    running: Option<JoinHandle<Result<Harvest, Fault>>>,
}

/// A file that waits to be read.
#[derive(Clone, Debug)]
struct Found {
    path: PathBuf,
    key: String,
    seen: Seen,
}

impl FolderFeed {
    /// Opens the feed at the positions that an outlet stored for it.
    pub fn open(options: FolderOptions, marks: &[Mark]) -> Result<Self, Fault> {
        for path in &options.paths {
            std::fs::metadata(path).map_err(Fault::io(|| format!("open the feed {}", path.display())))?;
        }
        let known: HashMap<String, Known> = marks
            .iter()
            .filter_map(|mark| Some((mark.key.clone(), Known::from_json(&mark.value)?)))
            .collect();
        Ok(Self {
            reader: Arc::from(options.name.as_str()),
            hashes: known.values().filter_map(|known| known.hash).collect(),
            known,
            unsettled: Vec::new(),
            queue: Vec::new(),
            restless: HashMap::new(),
            next_scan: Instant::now(),
            running: None,
            options: Arc::new(options),
        })
    }

    /// Looks for files to read.
    fn scan(&mut self) -> Result<(), Fault> {
        let began = Instant::now();
        let mut files = Vec::new();
        for path in &self.options.paths {
            walk(path, &mut files).map_err(Fault::io(|| format!("read the folder {}", path.display())))?;
        }
        let mut restless = HashMap::new();
        for (path, seen) in files {
            let key = path.to_string_lossy().into_owned();
            if self.known.get(&key).is_some_and(|known| known.covers(seen)) {
                continue;
            }
            let since = match self.restless.get(&path) {
                Some((before, since)) if *before == seen => *since,
                _ => began,
            };
            if seen.is_older_than(self.options.quiet) || began.duration_since(since) >= self.options.quiet {
                self.queue.push(Found { path, key, seen });
            } else {
                restless.insert(path, (seen, since));
            }
        }
        self.restless = restless;
        self.queue.sort_unstable_by(|a, b| b.key.cmp(&a.key));
        // A folder of a million files takes seconds to walk: looking must not become all that we do.
        self.next_scan = Instant::now() + self.options.poll.max(began.elapsed() * 10);
        Ok(())
    }

    /// Takes in what a read brought: a batch, unless there was nothing in it.
    fn take(&mut self, harvest: Harvest) -> Option<Batch> {
        let Harvest { mut messages, files, rest } = harvest;
        self.queue = rest;
        let mut marks = Vec::with_capacity(files.len());
        for (key, known, message) in files {
            if let Some(hash) = known.hash
                && !self.hashes.insert(hash)
                && let Some(message) = message
            {
                read::mark_as_known(&mut messages[message]);
            }
            marks.push(Mark { key: key.clone(), value: known.to_json() });
            let before = self.known.insert(key.clone(), known);
            self.unsettled.push((key, before));
        }
        let receipt = Receipt { reader: Arc::clone(&self.reader), marks, ..Receipt::default() };
        (!receipt.marks.is_empty()).then_some(Batch { messages, receipt, epoch: 0 })
    }
}

impl Inlet for FolderFeed {
    async fn next(&mut self) -> Result<Option<Batch>, Fault> {
        loop {
            if let Some(running) = &mut self.running {
                let harvest = running.await;
                self.running = None;
                let harvest = harvest.map_err(|err| {
                    Fault::new(flow::FaultKind::Bug, format!("read the feed {}", self.reader), err)
                })?;
                if let Some(batch) = self.take(harvest?) {
                    return Ok(Some(batch));
                }
            }
            if self.queue.is_empty() {
                tokio::time::sleep_until(self.next_scan.into()).await;
                self.scan()?;
            }
            if self.queue.is_empty() {
                if !self.options.watch && self.restless.is_empty() {
                    return Ok(None);
                }
                continue;
            }
            let reader = Reader::new(&self.options, std::mem::take(&mut self.queue), &self.known);
            self.running = Some(tokio::task::spawn_blocking(move || reader.read()));
        }
    }

    async fn rewind(&mut self) -> Result<(), Fault> {
        for (key, before) in self.unsettled.drain(..).rev() {
            match before {
                Some(before) => self.known.insert(key, before),
                None => self.known.remove(&key),
            };
        }
        self.hashes = self.known.values().filter_map(|known| known.hash).collect();
        self.queue.clear();
        self.running = None;
        self.next_scan = Instant::now();
        Ok(())
    }

    async fn settled(&mut self, _: &[Receipt]) {
        self.unsettled.clear();
    }
}

/// All files below a path that are not work in progress, with what is seen of them from outside.
fn walk(path: &Path, files: &mut Vec<(PathBuf, Seen)>) -> std::io::Result<()> {
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        // Taken away between the listing and the look: it is no longer there to be read.
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(err) => return Err(err),
    };
    if metadata.is_dir() {
        for entry in std::fs::read_dir(path)? {
            let entry = entry?;
            if !is_in_progress(&entry.file_name().to_string_lossy()) {
                walk(&entry.path(), files)?;
            }
        }
    } else if metadata.is_file() {
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        files.push((path.to_owned(), Seen::new(metadata.len(), modified)));
    }
    Ok(())
}

fn is_in_progress(name: &str) -> bool {
    let ends = |suffix: &str| name.len() > suffix.len() && name.ends_with(suffix);
    name.starts_with('.') || ends(".tmp") || ends(".part") || ends("~")
}
