//! A folder that agencies (or an editor) drop files into.
//!
//! Every file is a story, but for `.ndjson` and `.jsonl`: there every line is an item in JSON, of ours or of an agency's (ninjs, AP). Names that begin with a
//! dot or end in `.tmp`, `.part` or `~` are somebody's work in progress and are left alone.
//!
//! A file is known by its path, its size and its times (that of its content, and that of any change, which nobody can set), and
//! by a hash of what was read of it. One with new content is read again, also where size and time are the old ones; one that was
//! only touched, or given other rights, is hashed again and is no news; one whose bytes
//! have been read before, under whatever name, is a duplicate. A file of lines that grew, also under another name, is read on
//! from where it ended;
//! one that was changed in what was read is another file, and is read from its start.
//!
//! Folders that files of records were written to are not looked into, whichever sink or run did so, and nothing in one is a feed.
//!
//! What cannot be read for want of permission is said once and left alone; the rest goes on.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use flow::{Batch, Fault, FaultKind, Inlet, Mark, Receipt};
use sha2::Sha256;
use tokio::task::JoinHandle;
use tracing::error;

pub use self::read::is_lines;
use self::read::{Harvest, Reader};
use self::state::{Known, ReadBefore, Seen};
use self::walk::Walk;
pub use self::walk::{Below, files_below};

mod read;
mod state;
mod walk;

/// How a folder is read.
#[derive(Clone, Debug)]
pub struct FolderOptions {
    /// The feed's name: under it its positions are stored.
    pub name: String,
    /// Files, or folders that are read with all their folders.
    pub paths: Vec<PathBuf>,
    /// Folders in them that are not looked into: our own output.
    pub except: Vec<PathBuf>,
    /// Stay and take new files as they come.
    pub watch: bool,
    /// How often to look for new files.
    pub poll: Duration,
    /// How long a file's size and time must not have changed.
    pub quiet: Duration,
    /// Without `watch`: a file that still grows after so long is left for the next time, and counts as not read.
    pub patience: Duration,
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
    before: ReadBefore,
    /// What was handed out and is not settled yet, with what was known before.
    unsettled: Vec<(String, Option<Known>)>,
    /// Found and not yet read, the next one last.
    queue: Vec<Found>,
    /// Files that are still being written.
    restless: HashMap<PathBuf, Restless>,
    /// What we may not read, and have said so.
    unreadable: HashSet<String>,
    /// How many these are, for those who look from outside …
    unread: Arc<AtomicU64>,
    /// … and how many files there are.
    found: Arc<AtomicU64>,
    next_scan: Instant,
    /// Everything is found: when the queue is empty, the feed ends.
    is_done: bool,
    /// A read that runs on another thread; kept here so that a dropped `next` loses nothing.
    running: Option<JoinHandle<Result<Harvest, Fault>>>,
}

/// A file that was changed a moment ago.
#[derive(Clone, Copy)]
struct Restless {
    seen: Seen,
    /// Since when it has looked so.
    since: Instant,
    /// Since when it has been waited for.
    awaited: Instant,
}

/// A file that waits to be read.
#[derive(Clone)]
struct Found {
    path: PathBuf,
    key: String,
    seen: Seen,
    /// Of a file of lines that is read in several batches: the hash of what was read, to be gone on with.
    hash: Option<Sha256>,
}

impl FolderFeed {
    /// Opens the feed at the positions that an outlet stored for it.
    pub fn open(mut options: FolderOptions, marks: &[Mark]) -> Result<Self, Fault> {
        options.except.retain_mut(|path| path.canonicalize().map(|there| *path = there).is_ok());
        for path in &mut options.paths {
            let doing = format!("open the feed {}", path.display());
            let whole = path.canonicalize().map_err(|err| {
                let kind = if err.kind() == ErrorKind::NotFound { FaultKind::Usage } else { FaultKind::Io };
                Fault::new(kind, &doing, err)
            })?;
            if options.except.iter().any(|except| whole.starts_with(except)) {
                return Err(Fault::new(FaultKind::Usage, doing, "it is in the output folder"));
            }
            if !(whole.is_dir() || whole.is_file()) {
                return Err(Fault::new(FaultKind::Usage, doing, "it is neither a file nor a folder"));
            }
            if let Some(why) = walk::is_no_feed(&whole, options.watch) {
                return Err(Fault::new(FaultKind::Usage, doing, why));
            }
            *path = whole; // a file has one name, however it was typed
        }
        let marks = marks.iter().filter_map(|mark| Some((mark.key.clone(), Known::from_json(&mark.value)?)));
        let mut feed = Self {
            reader: Arc::from(options.name.as_str()),
            known: marks.collect(),
            before: ReadBefore::default(),
            unsettled: Vec::new(),
            queue: Vec::new(),
            restless: HashMap::new(),
            unreadable: HashSet::new(),
            unread: Arc::default(),
            found: Arc::default(),
            next_scan: Instant::now(),
            is_done: false,
            running: None,
            options: Arc::new(options),
        };
        feed.before = feed.read_before();
        Ok(feed)
    }

    fn read_before(&self) -> ReadBefore {
        self.known.values().collect()
    }

    /// Says once that something cannot be read.
    fn complain(&mut self, key: String, why: &std::io::Error) {
        if !self.unreadable.contains(&key) {
            error!(file = key, %why, "not read");
            self.unreadable.insert(key);
        }
    }

    /// How many files and folders could not be read so far, or not to their end; goes on while the feed is read.
    pub fn unread(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.unread)
    }

    /// How many files there were at the last look, read before or not; 0 before the first.
    pub fn found(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.found)
    }

    /// Looks for files to read.
    fn scan(&mut self) -> Result<(), Fault> {
        let began = Instant::now();
        let options = Arc::clone(&self.options);
        let mut walk = Walk::outside(&options.except);
        for path in &options.paths {
            walk.look(path).map_err(Fault::io(|| format!("look through the feed {}", path.display())))?;
            if !std::fs::exists(path).unwrap_or(true) {
                self.complain(key_of(path), &std::io::Error::from(ErrorKind::NotFound)); // the feed itself is gone
            } else if walk.unreadable.iter().all(|(denied, _)| denied != path) {
                self.unreadable.remove(&key_of(path)); // should it go again, that is said again
            }
        }
        let Walk { files, unreadable, .. } = walk;
        for (path, why) in unreadable {
            self.complain(key_of(&path), &why);
        }
        self.unread.store(self.unreadable.len() as u64, Ordering::Relaxed);
        self.found.store(files.len() as u64, Ordering::Relaxed);
        let mut restless = HashMap::new();
        for (path, seen) in files {
            let key = key_of(&path);
            if !self.options.watch && self.unreadable.contains(&key) {
                continue;
            }
            if self.known.get(&key).is_some_and(|known| known.covers(seen)) {
                continue;
            }
            let this = match self.restless.get(&path) {
                Some(before) if before.seen == seen => *before,
                Some(before) => Restless { seen, since: began, awaited: before.awaited },
                None => Restless { seen, since: began, awaited: began },
            };
            // While watching, whole lines may be taken at once: a file that grows all the time is never quiet.
            let may_grow = self.options.watch && is_lines(&path);
            let is_quiet =
                seen.is_older_than(options.quiet) || began.duration_since(this.since) >= options.quiet;
            // What has come to rest is waited for; what was changed once more may go on so for ever.
            let grows_on = this.since == began && began.duration_since(this.awaited) >= options.patience;
            if may_grow || is_quiet {
                self.queue.push(Found { path, key, seen, hash: None });
            } else if grows_on && !options.watch {
                self.complain(key, &std::io::Error::other("is still being written to"));
                self.unread.store(self.unreadable.len() as u64, Ordering::Relaxed);
            } else {
                restless.insert(path, this);
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
        let Harvest { messages, files, rest, before, unreadable } = harvest;
        (self.queue, self.before) = (rest, before);
        let mut marks = Vec::with_capacity(files.len());
        for (key, known) in files {
            if known.is_whole() {
                self.unreadable.remove(&key);
            }
            marks.push(Mark { key: key.clone(), value: known.to_json() });
            let before = self.known.insert(key.clone(), known);
            self.unsettled.push((key, before));
        }
        for (key, why) in unreadable {
            self.complain(key, &why);
        }
        self.unread.store(self.unreadable.len() as u64, Ordering::Relaxed);
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
                if self.is_done {
                    return Ok(None);
                }
                tokio::time::sleep_until(self.next_scan.into()).await;
                self.scan()?;
                // Who asked for what is there does not wait for a second look that can find nothing.
                self.is_done = !self.options.watch && self.restless.is_empty();
            }
            if self.queue.is_empty() {
                continue;
            }
            let (queue, before) = (std::mem::take(&mut self.queue), std::mem::take(&mut self.before));
            let reader = Reader::new(&self.options, queue, &self.known, before);
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
        self.before = self.read_before();
        self.queue.clear();
        self.running = None;
        self.next_scan = Instant::now();
        self.is_done = false;
        Ok(())
    }

    async fn settled(&mut self, _: &[Receipt]) {
        self.unsettled.clear();
    }
}

/// What a path is called in marks and positions. A name that is no UTF-8 is escaped, not mended: two must not become one.
fn key_of(path: &Path) -> String {
    path.to_str()
        .map_or_else(|| path.as_os_str().as_encoded_bytes().escape_ascii().to_string(), str::to_owned)
}
