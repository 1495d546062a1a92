//! Reading files into messages, on a thread that may block.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use flow::{Fault, Message, Position, Room, header};
use jiff::Timestamp;
use service::trace::Traceparent;
use sha2::{Digest, Sha256};
use tracing::{info, warn};

use super::state::{Known, ReadBefore, Seen};
use super::{FolderOptions, Found};
use crate::parse::{KNOWN, LINE, REFUSED};

/// How much of a story that is too long goes to the dead letters.
const HEAD_OF_TOO_LARGE: usize = 64 * 1024;

/// Reads files of a queue until a batch is full.
pub(super) struct Reader {
    options: Arc<FolderOptions>,
    /// With how far each has been read before.
    queue: Vec<(Found, Option<Known>)>,
    harvest: Harvest,
    bytes: usize,
    room: Room,
    /// The line that is being read, with its end.
    line: Vec<u8>,
    /// When the file was opened that is being read: its lines were received together.
    received_at: Bytes,
}

/// What a read brought.
#[derive(Default)]
pub(super) struct Harvest {
    pub(super) messages: Vec<Message>,
    /// The files that were read, and how far.
    pub(super) files: Vec<(String, Known)>,
    /// What there was no room for, the next one last.
    pub(super) rest: Vec<Found>,
    pub(super) before: ReadBefore,
    pub(super) unreadable: Vec<(String, std::io::Error)>,
}

impl Reader {
    pub(super) fn new(
        options: &Arc<FolderOptions>,
        queue: Vec<Found>,
        known: &HashMap<String, Known>,
        read_before: ReadBefore,
    ) -> Self {
        let queue = queue.into_iter().map(|found| {
            let before = known.get(&found.key).cloned();
            (found, before)
        });
        let harvest = Harvest { before: read_before, ..Harvest::default() };
        Self {
            options: Arc::clone(options),
            queue: queue.collect(),
            harvest,
            bytes: 0,
            room: Room::shared(),
            line: Vec::new(),
            received_at: Bytes::new(),
        }
    }

    pub(super) fn read(mut self) -> Result<Harvest, Fault> {
        while !self.is_full()
            && let Some((found, before)) = self.queue.pop()
        {
            self.received_at = Timestamp::now().to_string().into();
            let read = if is_lines(&found.path) {
                self.read_lines(&found, before.as_ref())
            } else {
                self.read_story(&found, before.as_ref())
            };
            match read {
                Ok(()) => {}
                Err(err) if err.kind() == ErrorKind::NotFound => {}
                Err(err) if err.kind() == ErrorKind::PermissionDenied => {
                    self.harvest.unreadable.push((found.key, err));
                }
                Err(err) => return Err(Fault::io(|| format!("read {}", found.path.display()))(err)),
            }
        }
        self.harvest.rest = self.queue.into_iter().map(|(found, _)| found).collect();
        Ok(self.harvest)
    }

    fn is_full(&self) -> bool {
        self.harvest.messages.len() >= self.options.batch_messages || self.bytes >= self.options.batch_bytes
    }

    fn add(&mut self, found: &Found, offset: u64, payload: Bytes, true_len: u64) {
        let traced = Traceparent::start().to_string().into();
        self.add_traced(found, offset, payload, traced, true_len);
    }

    fn add_traced(&mut self, found: &Found, offset: u64, payload: Bytes, traced: Bytes, true_len: u64) {
        let mut message = Message::new(payload);
        let source = match self.harvest.messages.last() {
            Some(last) if *last.position.source == *found.key => Arc::clone(&last.position.source),
            _ => Arc::from(found.key.as_str()),
        };
        message.position =
            Position { source, partition: 0, offset: i64::try_from(offset).unwrap_or(i64::MAX) };
        message.headers.set(header::RECEIVED_AT, self.received_at.clone());
        message.headers.set(header::TRACEPARENT, traced);
        if true_len > message.payload.len() as u64 {
            let limit = self.options.max_story_bytes;
            message.headers.set(header::DEAD_BYTES, true_len.to_string());
            message.headers.set(
                REFUSED,
                format!("{true_len} bytes are more than max_story_bytes = {limit}; the file keeps them"),
            );
        }
        self.bytes += message.size();
        self.harvest.messages.push(message);
    }

    /// A file that is one story.
    fn read_story(&mut self, found: &Found, before: Option<&Known>) -> std::io::Result<()> {
        let mut file = File::open(&found.path)?;
        let limit = self.options.max_story_bytes as u64;
        let mut payload = Vec::with_capacity(usize::try_from(found.seen.bytes.min(limit)).unwrap_or(0) + 1);
        Read::by_ref(&mut file).take(limit + 1).read_to_end(&mut payload)?;
        let mut hash = Sha256::new_with_prefix(&payload);
        let mut len = payload.len() as u64;
        if len > limit {
            len += drain_into(&mut file, &mut hash)?;
            payload.truncate(HEAD_OF_TOO_LARGE);
        }
        if seen(&file)? != found.seen {
            // While watching, the next scan finds it again.
            if !self.options.watch {
                let why = "was changed while it was read";
                self.harvest.unreadable.push((found.key.clone(), std::io::Error::other(why)));
            }
            return Ok(());
        }
        let known = Known::new(found.seen, found.seen.bytes.max(len), half(&hash));
        if self.harvest.before.insert(&known) {
            self.add(found, 0, payload.into(), len);
        } else if before.is_none_or(|before| before.hash != known.hash) {
            self.add_known(found);
        } // else it was touched, or moved here and back: no second copy, and nothing to say
        self.harvest.files.push((found.key.clone(), known));
        Ok(())
    }

    /// A file of which every line is a story: on from where it was left.
    fn read_lines(&mut self, found: &Found, before: Option<&Known>) -> std::io::Result<()> {
        let mut file = File::open(&found.path)?;
        let bytes = found.seen.bytes;
        let (mut at, mut hash) = match (before, &found.hash) {
            (Some(before), Some(hash)) => (before.next, hash.clone()),
            (Some(before), None) => {
                let hash = hash_of(&mut file, before.next)?;
                if half(&hash) == before.hash {
                    (before.next, hash)
                } else {
                    warn!(file = %found.path.display(), "is not what it was: read from its start");
                    (0, Sha256::new())
                }
            }
            (None, _) => (0, Sha256::new()),
        };
        if at == 0
            && found.hash.is_none()
            && let Some((read, its)) = self.read_before(&mut file, bytes)?
        {
            self.add_known(found);
            if read == bytes {
                let known = Known::new(found.seen, bytes, half(&its));
                self.harvest.files.push((found.key.clone(), known));
                return Ok(());
            }
            info!(file = %found.path.display(), bytes = read, "begins with what was read under another name");
            (at, hash) = (read, its);
        }
        file.seek(SeekFrom::Start(at))?;
        let mut lines = BufReader::with_capacity(1 << 20, file);
        while !self.is_full() {
            let ahead = hash.clone();
            let len = self.read_line(&mut lines, &mut hash)?;
            let line = &self.line;
            let is_cut = len > line.len() as u64;
            if len == 0 {
                break;
            }
            if !is_cut && line.last() != Some(&b'\n') && !is_json(line) {
                // Still being written: half a line is neither taken nor set aside, lest the other half be lost.
                hash = ahead;
                let why = "ends in the middle of a line, which is left until it is whole";
                self.harvest.unreadable.push((found.key.clone(), std::io::Error::other(why)));
                break;
            }
            let line = line.trim_ascii_end();
            if !line.is_empty() {
                let true_len = if is_cut { len } else { line.len() as u64 };
                // Both in one stretch of memory: each line has them.
                let traced = Traceparent::start().to_string();
                let space = self.room.for_bytes(line.len() + traced.len());
                space.extend_from_slice(line);
                space.extend_from_slice(traced.as_bytes());
                let mut line = space.split().freeze();
                let traced = line.split_off(line.len() - traced.len());
                self.add_traced(found, at, line, traced, true_len);
                if let Some(message) = self.harvest.messages.last_mut() {
                    message.headers.set(LINE, "1");
                }
            }
            at += len;
        }
        let known = Known::new(found.seen, at, half(&hash));
        if self.is_full() && !lines.fill_buf()?.is_empty() {
            self.queue.push((Found { hash: Some(hash), ..found.clone() }, None));
        }
        self.harvest.before.insert(&known);
        if before != Some(&known) {
            self.harvest.files.push((found.key.clone(), known));
        }
        Ok(())
    }

    /// How much of a file's beginning has been read before, under whatever name, and its hash.
    fn read_before(&self, file: &mut File, bytes: u64) -> std::io::Result<Option<(u64, Sha256)>> {
        file.seek(SeekFrom::Start(0))?;
        let (mut at, mut hash, mut found) = (0, Sha256::new(), None);
        for length in self.harvest.before.lengths(bytes) {
            at += drain_into(&mut Read::by_ref(file).take(length - at), &mut hash)?;
            if at < length {
                break; // it has become shorter: the next scan finds it again
            }
            if self.harvest.before.has(&half(&hash)) {
                found = Some((at, hash.clone()));
            }
        }
        Ok(found)
    }

    /// The notice that a file's stories are no news.
    fn add_known(&mut self, found: &Found) {
        self.add(found, 0, Bytes::new(), 0);
        if let Some(message) = self.harvest.messages.last_mut() {
            message.headers.set(KNOWN, "same bytes");
        }
    }

    /// Reads a line with its end, and says how long it really is: of one that is too long, only the head is kept.
    fn read_line(&mut self, lines: &mut BufReader<File>, hash: &mut Sha256) -> std::io::Result<u64> {
        let limit = self.options.max_story_bytes as u64;
        let line = &mut self.line;
        line.clear();
        let mut len = Read::by_ref(lines).take(limit + 1).read_until(b'\n', line)? as u64;
        hash.update(&*line);
        if len > limit && line.last() != Some(&b'\n') {
            line.truncate(HEAD_OF_TOO_LARGE);
            loop {
                let buffer = lines.fill_buf()?;
                let end = buffer.iter().position(|byte| *byte == b'\n');
                let taken = end.map_or(buffer.len(), |end| end + 1);
                hash.update(&buffer[..taken]);
                lines.consume(taken);
                len += taken as u64;
                if end.is_some() || taken == 0 {
                    break;
                }
            }
        }
        Ok(len)
    }
}

/// The hash of a file's first `len` bytes; of less where it is shorter.
fn hash_of(file: &mut File, len: u64) -> std::io::Result<Sha256> {
    let mut hash = Sha256::new();
    drain_into(&mut Read::by_ref(file).take(len), &mut hash)?;
    Ok(hash)
}

/// Whether every line of a file is a story: by its name, `.ndjson` or `.jsonl`.
pub fn is_lines(path: &Path) -> bool {
    path.extension()
        .is_some_and(|name| name.eq_ignore_ascii_case("ndjson") || name.eq_ignore_ascii_case("jsonl"))
}

fn is_json(line: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}

fn seen(file: &File) -> std::io::Result<Seen> {
    Ok(Seen::new(&file.metadata()?))
}

/// Hashes what is left without keeping it.
fn drain_into(file: &mut impl Read, hash: &mut Sha256) -> std::io::Result<u64> {
    let (mut buffer, mut len) = (vec![0; 1 << 16], 0);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(len),
            n => {
                hash.update(&buffer[..n]);
                len += n as u64;
            }
        }
    }
}

/// Half a sha256: enough to tell files apart, and half the memory.
fn half(hash: &Sha256) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&hash.clone().finalize()[..16]);
    half
}
