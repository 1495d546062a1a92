//! The verifier: reads everything again and proves it, or names the first fault.
//!
//! | step | proves |
//! | --- | --- |
//! | [`walk`] | every file and folder is one that the layout knows, or [litter](crate::litter) of a desktop's, which is told |
//! | [`chains`] | links are numbered without a gap, each holds the hash of the one before and starts where it ended |
//! | [`chains::named`] | each file that a link names has its name, and each file with a name is named by a link |
//! | [`contents`] | each file is what its link says, to the byte, and each line of it is the record or dead letter that belongs there |
//!
//! **Nothing that the manifests say is believed but what the files show.** Memory is bounded by the number of links
//! (some hundred bytes each) and one line a thread.

mod chains;
mod contents;
mod walk;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use rayon::prelude::*;
use serde::Serialize;

use crate::layout::Layout;
use chains::Chain;

/// How far the verifier is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Links whose files are proven, and how many there are.
    pub links: u64,
    pub of_links: u64,
    /// Bytes of those files, and how many there are.
    pub bytes: u64,
    pub of_bytes: u64,
}

/// What was proven: every chain from its first link to its last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Proof {
    pub chains: Vec<ChainProof>,
    /// What desktops and file servers left in the folder, from there: no data of ours, and not looked into.
    pub left_alone: Vec<PathBuf>,
}

/// One partition, proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainProof {
    pub topic: String,
    pub partition: i32,
    pub links: u64,
    /// Files of records.
    pub files: u64,
    pub dead_files: u64,
    pub records: u64,
    pub rejected: u64,
    /// Every offset from here …
    pub from: i64,
    /// … to before here was read once, and its record or dead letter is there.
    pub next: i64,
    /// Of all files, as they lie on the disk.
    pub bytes: u64,
}

/// Why there is no proof.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// The folder cannot be read, so that nothing is known.
    #[error("failed to read {path}")]
    Unreadable {
        path: PathBuf,
        #[source]
        cause: std::io::Error,
    },
}

/// The first fault that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// From the folder.
    pub file: PathBuf,
    /// The offset of the record, where the fault is in one.
    pub offset: Option<i64>,
    pub what: String,
}

impl std::error::Error for Damage {}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(offset) = self.offset {
            write!(f, ", offset {offset}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// Proves everything in a folder.
///
/// It takes no lock: the folder may be written to meanwhile, and what is sealed after the start is not looked at.
pub fn verify(folder: &Path, mut progress: impl FnMut(Verified)) -> Result<Proof, VerifyError> {
    let layout = Layout::new(folder);
    let (found, left_alone) = walk::walk(&layout)?;
    let chains: Vec<Chain> =
        found.keys().map(|part| chains::read(&layout, part)).collect::<Result<_, VerifyError>>()?;
    for (chain, found) in chains.iter().zip(found.values()) {
        chains::named(&layout, chain, found)?;
    }

    let links: Vec<_> =
        chains.iter().flat_map(|chain| chain.links.iter().map(move |link| (&chain.part, link))).collect();
    let mut so_far = Verified {
        of_links: links.len() as u64,
        of_bytes: links.iter().map(|(_, link)| link.bytes).sum(),
        ..Verified::default()
    };
    progress(so_far);
    let fault = std::thread::scope(|scope| {
        let (done, dones) = mpsc::channel();
        let proving = scope.spawn(|| {
            let done = done;
            links.par_iter().find_map_first(|(part, link)| {
                let outcome = contents::prove(&layout, part, link);
                // Whoever listened has gone: then nobody wants to know.
                let _ = done.send(link.bytes);
                outcome.err()
            })
        });
        for bytes in dones {
            so_far.links += 1;
            so_far.bytes += bytes;
            progress(so_far);
        }
        proving.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    });
    match fault {
        Some(fault) => Err(fault),
        None => Ok(Proof { chains: chains.iter().filter_map(Chain::proof).collect(), left_alone }),
    }
}

impl Proof {
    pub fn records(&self) -> u64 {
        self.chains.iter().map(|chain| chain.records).sum()
    }

    pub fn files(&self) -> u64 {
        self.chains.iter().map(|chain| chain.files).sum()
    }

    pub fn dead_files(&self) -> u64 {
        self.chains.iter().map(|chain| chain.dead_files).sum()
    }

    pub fn rejected(&self) -> u64 {
        self.chains.iter().map(|chain| chain.rejected).sum()
    }

    pub fn bytes(&self) -> u64 {
        self.chains.iter().map(|chain| chain.bytes).sum()
    }

    pub fn links(&self) -> u64 {
        self.chains.iter().map(|chain| chain.links).sum()
    }

    /// A note on what was left alone, if anything was.
    pub fn note(&self) -> Option<String> {
        const TOLD: usize = 3;
        let told: Vec<_> = self.left_alone.iter().take(TOLD).map(|path| path.display().to_string()).collect();
        let more = match self.left_alone.len() - told.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        (!told.is_empty())
            .then(|| format!("note: left by a desktop or a file server, no data: {}{more}", told.join(", ")))
    }
}

/// A line a chain and one for all. The alternate form (`{:#}`) is for a folder that more belongs into: "proven so far".
impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = |n: u64, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        for chain in &self.chains {
            let ChainProof { topic, partition, from, next, rejected, .. } = chain;
            writeln!(
                f,
                "{topic}/{partition}: offsets {from} to {}: {} in {}, {rejected} rejected, {}, {}",
                next - 1,
                counted(chain.records, "record"),
                counted(chain.files, "file"),
                counted(chain.links, "link"),
                counted(chain.bytes, "byte"),
            )?;
        }
        let rejected = match self.rejected() {
            0 => String::new(),
            n => format!(" and {} in {}", counted(n, "rejected message"), counted(self.dead_files(), "file")),
        };
        write!(
            f,
            "{}: {} in {}{rejected}; no offset missing or twice, no byte changed, no stray file",
            if f.alternate() { "proven so far" } else { "proven" },
            counted(self.records(), "record"),
            counted(self.files(), "file"),
        )
    }
}

/// The path of a file as a damage names it.
fn damage(layout: &Layout, file: &Path, offset: Option<i64>, what: impl Into<String>) -> VerifyError {
    let file = file.strip_prefix(&layout.root).unwrap_or(file).to_path_buf();
    VerifyError::Damaged(Damage { file, offset, what: what.into() })
}

fn unreadable(path: &Path) -> impl FnOnce(std::io::Error) -> VerifyError {
    move |cause| VerifyError::Unreadable { path: path.to_path_buf(), cause }
}
