//! Reading files into messages, on a thread that may block.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use flow::{Fault, Message, Position, header};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tracing::warn;

use super::state::{Head, Known, Seen};
use super::{FolderOptions, Found};
use crate::parse::{KNOWN, REFUSED};

/// How much of a story that is too long goes to the dead letters.
const HEAD_OF_TOO_LARGE: usize = 64 * 1024;
/// How much of a file of lines tells it from another.
const HEAD_OF_LINES: usize = 4096;

/// Reads files of a queue until a batch is full.
pub(super) struct Reader {
    options: Arc<FolderOptions>,
    /// With how far each has been read before.
    queue: Vec<(Found, Option<Known>)>,
    harvest: Harvest,
    bytes: usize,
}

/// What a read brought.
#[derive(Default)]
pub(super) struct Harvest {
    pub(super) messages: Vec<Message>,
    /// The files that were read: key, how far, and which message is the story of a file that is one.
    pub(super) files: Vec<(String, Known, Option<usize>)>,
    /// What there was no room for, the next one last.
    pub(super) rest: Vec<Found>,
}

/// Turns a message into the notice that its story is no news.
pub(super) fn mark_as_known(message: &mut Message) {
    message.payload = Bytes::new();
    message.headers.set(KNOWN, "same bytes");
}

impl Reader {
    pub(super) fn new(
        options: &Arc<FolderOptions>,
        queue: Vec<Found>,
        known: &HashMap<String, Known>,
    ) -> Self {
        let queue = queue.into_iter().map(|found| {
            let before = known.get(&found.key).cloned();
            (found, before)
        });
        Self { options: Arc::clone(options), queue: queue.collect(), harvest: Harvest::default(), bytes: 0 }
    }

    pub(super) fn read(mut self) -> Result<Harvest, Fault> {
        while !self.is_full()
            && let Some((found, before)) = self.queue.pop()
        {
            let read = if is_lines(&found.path) {
                self.read_lines(&found, before.as_ref())
            } else {
                self.read_story(&found)
            };
            match read {
                Ok(()) => {}
                Err(err) if err.kind() == ErrorKind::NotFound => {}
                Err(err) => return Err(Fault::io(|| format!("read {}", found.path.display()))(err)),
            }
        }
        self.harvest.rest = self.queue.into_iter().map(|(found, _)| found).collect();
        Ok(self.harvest)
    }

    fn is_full(&self) -> bool {
        self.harvest.messages.len() >= self.options.batch_messages || self.bytes >= self.options.batch_bytes
    }

    fn add(&mut self, found: &Found, offset: u64, payload: Vec<u8>, true_len: u64) {
        let mut message = Message::new(payload);
        message.position = Position {
            source: Arc::from(found.key.as_str()),
            partition: 0,
            offset: i64::try_from(offset).unwrap_or(i64::MAX),
        };
        message.headers.set(header::RECEIVED_AT, Timestamp::now().to_string());
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
    fn read_story(&mut self, found: &Found) -> std::io::Result<()> {
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
            return Ok(()); // changed under our hands: the next scan finds it again
        }
        let Seen { bytes, modified } = found.seen;
        let known = Known { bytes, modified, next: bytes.max(len), hash: Some(half(hash)), head: None };
        self.add(found, 0, payload, len);
        self.harvest.files.push((found.key.clone(), known, Some(self.harvest.messages.len() - 1)));
        Ok(())
    }

    /// A file of which every line is a story: on from where it was left.
    fn read_lines(&mut self, found: &Found, before: Option<&Known>) -> std::io::Result<()> {
        let mut file = File::open(&found.path)?;
        let mut at = match before {
            Some(before) if before.is_head_of(&mut file)? => before.next,
            Some(_) => {
                warn!(file = %found.path.display(), "was replaced by another file: read from its start");
                0
            }
            None => 0,
        };
        let head = head_of(&mut file)?;
        file.seek(SeekFrom::Start(at))?;
        let mut lines = BufReader::with_capacity(1 << 20, file);
        while !self.is_full() {
            let (line, len) = self.read_line(&mut lines)?;
            let is_whole = line.last() == Some(&b'\n') || len > line.len() as u64;
            if len == 0 || (!is_whole && self.options.watch && !is_json(&line)) {
                break; // the end, or a line that is still being written
            }
            if !line.trim_ascii().is_empty() {
                let mut line = line;
                line.truncate(line.trim_ascii_end().len());
                let true_len =
                    if len > self.options.max_story_bytes as u64 { len } else { line.len() as u64 };
                self.add(found, at, line, true_len);
            }
            at += len;
        }
        let goes_on = self.is_full() && !lines.fill_buf()?.is_empty();
        let Seen { bytes, modified } = found.seen;
        let known = Known { bytes, modified, next: at, hash: None, head: Some(head) };
        if goes_on {
            self.queue.push((found.clone(), None));
        }
        if before != Some(&known) {
            self.harvest.files.push((found.key.clone(), known, None));
        }
        Ok(())
    }

    /// A line with its end, and how long it really is: of one that is too long, only the head is kept.
    fn read_line(&self, lines: &mut BufReader<File>) -> std::io::Result<(Vec<u8>, u64)> {
        let limit = self.options.max_story_bytes as u64;
        let mut line = Vec::new();
        let mut len = Read::by_ref(lines).take(limit + 1).read_until(b'\n', &mut line)? as u64;
        if len > limit && line.last() != Some(&b'\n') {
            line.truncate(HEAD_OF_TOO_LARGE);
            loop {
                let buffer = lines.fill_buf()?;
                let end = buffer.iter().position(|byte| *byte == b'\n');
                let taken = end.map_or(buffer.len(), |end| end + 1);
                lines.consume(taken);
                len += taken as u64;
                if end.is_some() || taken == 0 {
                    break;
                }
            }
        }
        Ok((line, len))
    }
}

impl Known {
    /// Whether the file still begins with what it began with, and is no shorter than what was read.
    fn is_head_of(&self, file: &mut File) -> std::io::Result<bool> {
        let Some(head) = &self.head else { return Ok(false) };
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        Read::by_ref(file).take(head.bytes).read_to_end(&mut bytes)?;
        let is_same = bytes.len() as u64 == head.bytes && half(Sha256::new_with_prefix(&bytes)) == head.hash;
        Ok(is_same && seen(file)?.bytes >= self.next)
    }
}

fn head_of(file: &mut File) -> std::io::Result<Head> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    Read::by_ref(file).take(HEAD_OF_LINES as u64).read_to_end(&mut bytes)?;
    Ok(Head { bytes: bytes.len() as u64, hash: half(Sha256::new_with_prefix(&bytes)) })
}

fn is_lines(path: &Path) -> bool {
    path.extension()
        .is_some_and(|name| name.eq_ignore_ascii_case("ndjson") || name.eq_ignore_ascii_case("jsonl"))
}

fn is_json(line: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}

fn seen(file: &File) -> std::io::Result<Seen> {
    let metadata = file.metadata()?;
    Ok(Seen::new(metadata.len(), metadata.modified()?))
}

/// Hashes the rest of a file without keeping it.
fn drain_into(file: &mut File, hash: &mut Sha256) -> std::io::Result<u64> {
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
fn half(hash: Sha256) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&hash.finalize()[..16]);
    half
}
