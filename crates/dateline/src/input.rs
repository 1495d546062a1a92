//! Files and standard input, as the commands take them.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use flow::{Fault, FaultKind};
use wire::{Format, Parsed, Received, Unreadable};

/// One input with the name that errors use.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// Whether every line is a story or article of its own.
    pub(crate) lines: bool,
}

/// Reads inputs one after the other; `-` is standard input.
pub(crate) fn read(files: &[PathBuf]) -> impl Iterator<Item = Result<Input, Fault>> {
    files.iter().map(|path| read_one(path))
}

/// Most likely a name was mistyped. All else (rights, a broken disk) is the world's fault.
pub(crate) fn kind_of(err: &std::io::Error) -> FaultKind {
    match err.kind() {
        ErrorKind::NotFound
        | ErrorKind::NotADirectory
        | ErrorKind::IsADirectory
        | ErrorKind::AlreadyExists => FaultKind::Usage,
        _ => FaultKind::Io,
    }
}

/// Whether something stands at a path; what may not be looked at is a fault, and not nothing.
pub(crate) fn is_there(path: &Path) -> Result<bool, Fault> {
    match std::fs::metadata(path) {
        Ok(_) => Ok(true),
        Err(err) if kind_of(&err) == FaultKind::Usage => Ok(false),
        Err(err) => Err(Fault::new(FaultKind::Io, format!("look for {}", path.display()), err)),
    }
}

pub(crate) fn read_one(path: &Path) -> Result<Input, Fault> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(Fault::io(|| "read standard input".to_owned()))?;
        let lines = is_ndjson(&bytes);
        return Ok(Input { name: "-".to_owned(), bytes, lines });
    }
    let bytes = std::fs::read(path)
        .map_err(|err| Fault::new(kind_of(&err), format!("read {}", path.display()), err))?;
    Ok(Input { name: path.display().to_string(), lines: ingester::is_lines(path), bytes })
}

/// A file to read.
pub(crate) struct File {
    pub(crate) path: PathBuf,
    /// It was found in a folder, and not named: what cannot be read there does not stop the others.
    pub(crate) found: bool,
}

/// Files as they were named; of folders, what a feed would take from them, by name. What may not be looked into is said.
pub(crate) fn files(paths: &[PathBuf], not_read: &mut usize) -> Result<Vec<File>, Fault> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(File { path: path.clone(), found: false });
            continue;
        }
        let below =
            ingester::files_below(path).map_err(Fault::io(|| format!("look through {}", path.display())))?;
        if below.files.is_empty() && below.unreadable.is_empty() {
            eprintln!("no files in {}", path.display());
        }
        files.extend(below.files.into_iter().map(|path| File { path, found: true }));
        for (path, why) in below.unreadable {
            *not_read += 1;
            eprintln!("{}: not read: {why}", path.display());
        }
    }
    Ok(files)
}

impl Input {
    /// The stories in it: the whole, or its lines that are not blank.
    pub(crate) fn stories(&self) -> Vec<(String, &[u8])> {
        if !self.lines {
            return vec![(self.name.clone(), &self.bytes)];
        }
        let lines = self.bytes.split(|byte| *byte == b'\n').enumerate();
        let told = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
        told.map(|(n, line)| (format!("{}:{}", self.name, n + 1), line)).collect()
    }

    /// A story of this input, read as the ingester reads it: a line is JSON or no story.
    pub(crate) fn parse(
        &self,
        name: &str,
        bytes: &[u8],
        format: Option<Format>,
    ) -> Result<Parsed, Unreadable> {
        let received = Received { bytes, feed: None, uri: Some(name), received_at: None };
        if self.lines && format.is_none() {
            wire::parse_line(&received)
        } else {
            wire::parse(&received, format)
        }
    }
}

/// Whether every line (of the first few) is a JSON object: then each is an article. One object alone is one story either way.
fn is_ndjson(bytes: &[u8]) -> bool {
    let mut lines =
        bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).take(3).peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            line.trim_ascii_start().starts_with(b"{")
                && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
        })
}
