//! A file in the making: written aside, hidden from every reader until its link is made.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use flow::{Fault, FaultKind};

use crate::compress::{Compression, Compressor};
use crate::layout::file_name;
use crate::manifest::FileProof;

/// A file that has no name yet. Dropped without one, it is removed.
pub(crate) struct Aside {
    folder: PathBuf,
    path: PathBuf,
    compression: Compression,
    /// None once it is finished.
    writer: Option<Compressor>,
    /// Holds the lock that tells others that the writer lives.
    lock: File,
    uncompressed_bytes: u64,
    lines: u64,
    longest_line: u64,
    /// A link may name it: it is not ours to remove any more.
    kept: bool,
}

impl Aside {
    pub(crate) fn create(folder: &Path, name: &str, compression: Compression) -> Result<Self, Fault> {
        let path = folder.join(name);
        let doing = || format!("create {}", path.display());
        let file = create_locked(&path).map_err(Fault::io(doing))?;
        let opened = file.try_clone().and_then(|clone| Compressor::new(clone, compression));
        let writer = opened.inspect_err(|_| drop(fs::remove_file(&path))).map_err(Fault::io(doing))?;
        Ok(Self {
            folder: folder.to_path_buf(),
            path,
            compression,
            writer: Some(writer),
            lock: file,
            uncompressed_bytes: 0,
            lines: 0,
            longest_line: 0,
            kept: false,
        })
    }

    pub(crate) fn append(&mut self, line: &Bytes) -> Result<(), Fault> {
        let doing = || format!("write {}", self.path.display());
        let writer =
            self.writer.as_mut().ok_or_else(|| Fault::new(FaultKind::Bug, doing(), "it is finished"))?;
        writer.line(line).map_err(Fault::io(doing))?;
        self.uncompressed_bytes += line.len() as u64 + 1;
        self.lines += 1;
        self.longest_line = self.longest_line.max(line.len() as u64);
        Ok(())
    }

    /// Bytes on the disk, roughly: the compressor holds some back.
    pub(crate) fn bytes(&self) -> u64 {
        self.writer.as_ref().map_or(0, Compressor::bytes)
    }

    /// Ends the file and hands it to the operating system; it is not on the disk before [`flush`](Self::flush).
    pub(crate) fn finish(&mut self, first: i64, last: i64) -> Result<FileProof, Fault> {
        let doing = || format!("finish {}", self.path.display());
        let writer =
            self.writer.take().ok_or_else(|| Fault::new(FaultKind::Bug, doing(), "it is finished"))?;
        let written = writer.finish().map_err(Fault::io(doing))?;
        Ok(FileProof {
            name: file_name(first, last, self.compression.codec()),
            bytes: written.bytes,
            sha256: written.sha256(),
            compression: self.compression.codec(),
            uncompressed_bytes: self.uncompressed_bytes,
            lines: self.lines,
            longest_line: self.longest_line,
        })
    }

    pub(crate) fn flush(&self) -> Result<(), Fault> {
        self.lock.sync_data().map_err(Fault::io(|| format!("flush {}", self.path.display())))
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// From here on a link may name it, and it stays whatever happens.
    pub(crate) fn keep(&mut self, kept: bool) {
        self.kept = kept;
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if !self.kept {
            // If it cannot be removed now, a later sweep will.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Creates a file that nobody can take for abandoned.
fn create_locked(path: &Path) -> io::Result<File> {
    loop {
        let file = OpenOptions::new().write(true).create_new(true).open(path)?;
        file.lock()?;
        // A sweep may have come between the two, and found a file without a living writer.
        if file.metadata()?.nlink() > 0 {
            return Ok(file);
        }
    }
}
