//! Looking through folders: links that lead back, files in progress, and what may not be read.

use std::collections::{BTreeMap, HashSet};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::state::Seen;

/// Linux's number for a link that leads to itself; std's name for it is not stable yet.
const ELOOP: i32 = 40;

/// A look at all files below some paths that are not work in progress.
#[derive(Default)]
pub(super) struct Walk<'a> {
    except: &'a [PathBuf],
    pub(super) files: BTreeMap<PathBuf, Seen>,
    pub(super) unreadable: Vec<(PathBuf, std::io::Error)>,
    /// The folders that were looked into, by device and inode: a link may lead back.
    folders: HashSet<(u64, u64)>,
}

impl<'a> Walk<'a> {
    /// A look that leaves out some folders.
    pub(super) fn outside(except: &'a [PathBuf]) -> Self {
        Self { except, ..Self::default() }
    }

    pub(super) fn look(&mut self, path: &Path) -> std::io::Result<()> {
        match self.try_to_look(path) {
            // Taken away between the listing and the look: it is no longer there to be read.
            Err(err) if err.kind() == ErrorKind::NotFound => Ok(()),
            Err(err) if err.kind() == ErrorKind::PermissionDenied || err.raw_os_error() == Some(ELOOP) => {
                self.unreadable.push((path.to_owned(), err));
                Ok(())
            }
            done => done,
        }
    }

    fn try_to_look(&mut self, path: &Path) -> std::io::Result<()> {
        let metadata = std::fs::metadata(path)?;
        if metadata.is_dir() {
            if self.except.iter().any(|except| path == except)
                || is_output(path)
                || !self.folders.insert((metadata.dev(), metadata.ino()))
            {
                return Ok(());
            }
            for entry in std::fs::read_dir(path)? {
                let entry = entry?;
                if !is_in_progress(&entry.file_name().to_string_lossy()) {
                    self.look(&entry.path())?;
                }
            }
        } else if metadata.is_file() {
            self.files.insert(path.to_owned(), Seen::new(&metadata));
        }
        Ok(())
    }
}

/// Whether a sink or a run writes its files here, of whatever run: records are not stories to be read once more.
pub(super) fn is_output(folder: &Path) -> bool {
    [".lock", "_manifests"].iter().all(|ours| folder.join(ours).exists())
}

/// Why an output folder, or what is in it, is no feed. Its records alone are one, if they are named: each is read as the article that
/// it was made of. They are none to stay and watch: what came of them might be filed in the same place.
pub(super) fn is_no_feed(path: &Path, watch: bool) -> Option<&'static str> {
    let output = path.ancestors().find(|folder| is_output(folder))?;
    let within =
        path.strip_prefix(output).ok()?.components().next().map(|name| name.as_os_str().to_string_lossy());
    match within.as_deref() {
        None => Some("it is an output folder; to tag its records anew, name the folder of the topic in it"),
        Some("_manifests" | "_dead" | "_log" | ".lock") => {
            Some("it is a part of an output folder without records")
        }
        Some(_) if watch => {
            Some("it is in an output folder, whose records are read only once and not watched")
        }
        Some(_) => None,
    }
}

fn is_in_progress(name: &str) -> bool {
    let ends = |suffix: &str| name.len() > suffix.len() && name.ends_with(suffix);
    name.starts_with('.') || ends(".tmp") || ends(".part") || ends("~")
}

/// What is below a folder.
#[derive(Debug, Default)]
pub struct Below {
    /// By name.
    pub files: Vec<PathBuf>,
    /// Files and folders that may not be read, or are links that lead nowhere but to themselves.
    pub unreadable: Vec<(PathBuf, std::io::Error)>,
}

/// The files that the folder feed would take from a folder now, for whoever wants to read them otherwise.
pub fn files_below(folder: &Path) -> std::io::Result<Below> {
    let mut walk = Walk::default();
    walk.look(folder)?;
    Ok(Below { files: walk.files.into_keys().collect(), unreadable: walk.unreadable })
}
