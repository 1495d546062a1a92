//! What is in the folder: each file is one that the layout knows, or a stray.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{VerifyError, damage, unreadable};
use crate::layout::{DEAD, LOCK, LOG, Layout, MANIFESTS, Part, aside_parts, link_number, partition_number};
use crate::litter::is_left;

/// The final names in a partition's folders. Asides are left out: whether one matters, its link says.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) records: Vec<String>,
    pub(super) dead: Vec<String>,
}

/// Everything that has a name, by partition, and what desktops and file servers left there.
///
/// Manifests come last: a file that got its name while we looked has its manifest already.
pub(super) fn walk(layout: &Layout) -> Result<(BTreeMap<Part, Found>, Vec<PathBuf>), VerifyError> {
    let mut look = Look { layout, litter: Vec::new() };
    let found = look.everything()?;
    Ok((found, look.litter))
}

/// A look at all folders.
struct Look<'a> {
    layout: &'a Layout,
    /// From the folder.
    litter: Vec<PathBuf>,
}

impl Look<'_> {
    fn everything(&mut self) -> Result<BTreeMap<Part, Found>, VerifyError> {
        let layout = self.layout;
        let mut found = BTreeMap::<Part, Found>::new();
        let root = &layout.root;
        for (name, path, is_folder) in self.entries(root)? {
            match name.as_str() {
                LOCK if !is_folder => {}
                MANIFESTS | DEAD | LOG if is_folder => {}
                _ => {
                    for (part, names) in self.files(&name, &path, is_folder)? {
                        found.entry(part).or_default().records = names;
                    }
                }
            }
        }
        for (topic, path, is_folder) in self.entries_if_there(&root.join(DEAD))? {
            for (part, names) in self.files(&topic, &path, is_folder)? {
                found.entry(part).or_default().dead = names;
            }
        }
        for (topic, path, is_folder) in self.entries_if_there(&root.join(MANIFESTS))? {
            for (partition, path, is_folder) in self.inside(&path, is_folder)? {
                let number = partition.parse().ok().filter(|number: &i32| number.to_string() == partition);
                let part = number.and_then(|number| Part::new(&topic, number).ok());
                let part = part.ok_or_else(|| stray(layout, &path))?;
                for (name, path, is_folder) in self.inside(&path, is_folder)? {
                    if is_folder || (link_number(&name).is_none() && aside_parts(&name).is_none()) {
                        return Err(stray(layout, &path));
                    }
                }
                found.entry(part).or_default();
            }
        }
        Ok(found)
    }

    /// The files of a topic, `partition=<p>/<name>`, by partition.
    fn files(
        &mut self,
        topic: &str,
        path: &Path,
        is_folder: bool,
    ) -> Result<Vec<(Part, Vec<String>)>, VerifyError> {
        let layout = self.layout;
        let mut parts = Vec::new();
        for (partition, path, is_folder) in self.inside(path, is_folder)? {
            let part = partition_number(&partition).and_then(|number| Part::new(topic, number).ok());
            let part = part.ok_or_else(|| stray(layout, &path))?;
            let mut names = Vec::new();
            for (name, path, is_folder) in self.inside(&path, is_folder)? {
                if is_folder {
                    return Err(stray(layout, &path));
                }
                if aside_parts(&name).is_none() {
                    names.push(name);
                }
            }
            parts.push((part, names));
        }
        Ok(parts)
    }

    /// The entries of what must be a folder.
    fn inside(&mut self, path: &Path, is_folder: bool) -> Result<Vec<Entry>, VerifyError> {
        if is_folder { self.entries(path) } else { Err(stray(self.layout, path)) }
    }

    fn entries_if_there(&mut self, folder: &Path) -> Result<Vec<Entry>, VerifyError> {
        if folder.exists() { self.entries(folder) } else { Ok(Vec::new()) }
    }

    fn entries(&mut self, folder: &Path) -> Result<Vec<Entry>, VerifyError> {
        let mut list = || {
            let mut found = Vec::new();
            for entry in std::fs::read_dir(folder)? {
                let entry = entry?;
                let (name, kind) = (entry.file_name().to_string_lossy().into_owned(), entry.file_type()?);
                if is_left(&entry, kind, &name) {
                    let path = entry.path();
                    self.litter.push(path.strip_prefix(&self.layout.root).unwrap_or(&path).to_path_buf());
                } else {
                    found.push((name, entry.path(), kind.is_dir()));
                }
            }
            found.sort();
            Ok(found)
        };
        list().map_err(unreadable(folder))
    }
}

fn stray(layout: &Layout, path: &Path) -> VerifyError {
    damage(layout, path, None, "is a stray: it has no place in this folder")
}

type Entry = (String, PathBuf, bool);
