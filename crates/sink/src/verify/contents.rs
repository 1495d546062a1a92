//! Contents: a file is what its link says, to the byte, and each line is what it should be.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::PathBuf;

use super::chains::{self, Link};
use super::{VerifyError, damage, unreadable};
use crate::compress::Hashing;
use crate::dead::DeadLine;
use crate::layout::{Layout, Part};
use crate::manifest::{FileProof, Manifest};
use crate::render::{Versions, enrichment_of};

/// Proves the files of one link.
pub(super) fn prove(layout: &Layout, part: &Part, link: &Link) -> Result<(), VerifyError> {
    let (manifest, sha256) = chains::manifest(layout, part, link.number)?;
    if sha256 != link.sha256 {
        let what = "changed while it was read";
        return Err(damage(layout, &layout.manifest(part, link.number), None, what));
    }
    if let Some(proof) = &manifest.records {
        Subject { layout, path: layout.records(part).join(&proof.name), proof }.records(&manifest)?;
    }
    if let Some(proof) = &manifest.dead {
        Subject { layout, path: layout.dead(part).join(&proof.name), proof }.dead(&manifest)?;
    }
    Ok(())
}

/// A file and what it should be.
struct Subject<'a> {
    layout: &'a Layout,
    path: PathBuf,
    proof: &'a FileProof,
}

impl Subject<'_> {
    fn damage(&self, offset: Option<i64>, what: impl Into<String>) -> VerifyError {
        damage(self.layout, &self.path, offset, what)
    }

    /// Each line has the checksum of the record that belongs there, and is a record.
    fn records(&self, manifest: &Manifest) -> Result<(), VerifyError> {
        let (offset_of, crc_of) = (
            |n: u64| manifest.runs.nth(n),
            |n: u64| usize::try_from(n).ok().and_then(|n| manifest.crc32.get(n)),
        );
        let mut versions = Vec::new();
        self.lines(
            |n, line, rest| {
                let Some(expected) = crc_of(n) else {
                    return Err(self.damage(manifest.last, "a line follows that is no record of this file"));
                };
                let found = crc32fast::hash(line);
                if found != expected {
                    let what = if crc_of(n + 1) == Some(found) {
                        "the record is missing"
                    } else if rest.next_line().is_some_and(|next| crc32fast::hash(next) == expected) {
                        "a line was put in before the record"
                    } else {
                        "the record is not the one that was written"
                    };
                    return Err(self.damage(offset_of(n), what));
                }
                let enrichment = enrichment_of(line)
                    .map_err(|reject| self.damage(offset_of(n), flow::chain(reject.cause.as_ref())))?;
                if let Ok(of) = Versions::of(enrichment) {
                    of.join(&mut versions);
                }
                Ok(())
            },
            offset_of,
        )?;
        versions.sort();
        if versions == manifest.versions {
            Ok(())
        } else {
            Err(self.damage(None, "its records name other versions of the tagger than its manifest"))
        }
    }

    /// Each line has the checksum of the dead letter that belongs there, and is one, of an offset that the manifest calls
    /// rejected.
    fn dead(&self, manifest: &Manifest) -> Result<(), VerifyError> {
        let crc_of = |n: u64| usize::try_from(n).ok().and_then(|n| manifest.dead_crc32.get(n));
        let is_old = manifest.dead_crc32.is_empty();
        // A message can be rejected in several parts: then the lines before say where we are.
        let one_each = self.proof.lines == manifest.rejected.len() as u64;
        let offset_of = |n: u64| {
            let n = usize::try_from(n).ok().filter(|_| one_each)?;
            manifest.rejected.get(n).copied()
        };
        let mut rejected = manifest.rejected.iter().copied().peekable();
        let mut current = None;
        self.lines(
            |n, line, rest| {
                let here = offset_of(n).or(current).or(rejected.peek().copied());
                let found = crc32fast::hash(line);
                match crc_of(n) {
                    Some(expected) if found != expected => {
                        let what = if crc_of(n + 1) == Some(found) {
                            "the dead letter is missing"
                        } else if rest.next_line().is_some_and(|next| crc32fast::hash(next) == expected) {
                            "a line was put in before the dead letter"
                        } else {
                            "the dead letter is not the one that was written"
                        };
                        return Err(self.damage(here, what));
                    }
                    None if !is_old => {
                        return Err(self.damage(here, "a line follows that is no dead letter of this file"));
                    }
                    _ => {}
                }
                let letter: DeadLine = serde_json::from_slice(line)
                    .map_err(|err| self.damage(here, format!("the line is no dead letter: {err}")))?;
                if current != Some(letter.offset) {
                    current = rejected.next();
                }
                let place = (letter.topic.as_str(), letter.partition, Some(letter.offset));
                if place == (&manifest.topic, manifest.partition, current) {
                    Ok(())
                } else {
                    let what = format!("the dead letter of offset {} is in its place", letter.offset);
                    Err(self.damage(current, what))
                }
            },
            offset_of,
        )?;
        match rejected.next() {
            None => Ok(()),
            Some(offset) => Err(self.damage(Some(offset), "the dead letter is missing")),
        }
    }

    /// Walks through the lines once, and compares bytes, hash and numbers at the end.
    fn lines(
        &self,
        mut visit: impl FnMut(u64, &[u8], &mut Lines<'_>) -> Result<(), VerifyError>,
        offset_of: impl Fn(u64) -> Option<i64>,
    ) -> Result<(), VerifyError> {
        let proof = self.proof;
        let file = File::open(&self.path).map_err(unreadable(&self.path))?;
        let mut raw = Hashing::new(file).buffered();
        let (mut count, mut bytes, mut longest) = (0, 0, 0);
        {
            let reader = proof.compression.reader(&mut raw).map_err(unreadable(&self.path))?;
            let mut lines = Lines { reader, limit: proof.longest_line, line: Vec::new() };
            loop {
                let line = match lines.advance() {
                    Ok(true) => std::mem::take(&mut lines.line),
                    Ok(false) => break,
                    Err(err) => {
                        return Err(
                            self.damage(offset_of(count), format!("cannot be read from here on: {err}"))
                        );
                    }
                };
                visit(count, &line, &mut lines)?;
                count += 1;
                bytes += line.len() as u64 + 1;
                longest = longest.max(line.len() as u64);
                lines.line = line;
            }
        }
        if count < proof.lines {
            return Err(self.damage(offset_of(count), "the file ends before it"));
        }
        io::copy(&mut raw, &mut io::sink()).map_err(unreadable(&self.path))?;
        let raw = raw.get_ref();
        let found = (count, bytes, longest, raw.bytes);
        if found != (proof.lines, proof.uncompressed_bytes, proof.longest_line, proof.bytes) {
            let what = format!(
                "has {} bytes and {count} lines, and its manifest says {} and {}",
                raw.bytes, proof.bytes, proof.lines
            );
            return Err(self.damage(None, what));
        }
        if raw.sha256() != proof.sha256 {
            return Err(self.damage(None, "its sha256 is not what its manifest says"));
        }
        Ok(())
    }
}

/// The lines of a file, none of them longer than the longest that was written.
struct Lines<'a> {
    reader: Box<dyn BufRead + 'a>,
    limit: u64,
    line: Vec<u8>,
}

impl Lines<'_> {
    /// Reads the next line into `line`; false at the end. A line that is too long or has no end is cut, and no
    /// checksum will fit it.
    fn advance(&mut self) -> io::Result<bool> {
        self.line.clear();
        let read = (&mut self.reader).take(self.limit + 1).read_until(b'\n', &mut self.line)?;
        if self.line.last() == Some(&b'\n') {
            self.line.pop();
        } else if read > 0 {
            self.line.push(0); // no record ends like this
        }
        Ok(read > 0)
    }

    /// The next line, if it can be read.
    fn next_line(&mut self) -> Option<&[u8]> {
        self.advance().unwrap_or(false).then_some(&self.line)
    }
}
