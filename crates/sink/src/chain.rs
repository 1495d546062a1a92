//! A partition's chain of manifests: where it ends, how it grows, and how what a crash left is put in order.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use flow::{Fault, FaultKind, Witness};

use crate::compress::sha256;
use crate::durable::{flush_folder, move_to_free_name, names};
use crate::instance::Instance;
use crate::layout::{LOCK, Layout, Part, aside_parts, link_number};
use crate::litter::is_litter;
use crate::manifest::Manifest;

/// The end of a chain: what the next link must follow.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tail {
    /// The number of the last link; 0 where there is none.
    pub(crate) link: u64,
    /// The sha256 of the last link.
    pub(crate) sha256: Option<String>,
    /// The next offset; none where nothing was settled yet.
    pub(crate) next: Option<i64>,
    /// The last message before it.
    pub(crate) witness: Option<Witness>,
    /// Who made the last link.
    pub(crate) writer: Option<Instance>,
}

impl Tail {
    fn of(manifest: &Manifest, bytes: &[u8]) -> Self {
        Self {
            link: manifest.link,
            sha256: Some(sha256(bytes)),
            next: Some(manifest.next),
            witness: manifest.witness,
            writer: Some(manifest.instance.clone()),
        }
    }
}

/// Reads the last link of a chain.
pub(crate) fn last(layout: &Layout, part: &Part) -> Result<Option<(Manifest, Vec<u8>)>, Fault> {
    let folder = layout.manifests(part);
    let doing = || format!("read the manifests in {}", folder.display());
    let links: Vec<u64> =
        names(&folder).map_err(Fault::io(doing))?.iter().filter_map(|name| link_number(name)).collect();
    let Some(&last) = links.iter().max() else { return Ok(None) };
    if links.len() as u64 != last {
        let why = format!("links are missing: there are {} up to number {last}", links.len());
        return Err(Fault::new(FaultKind::Data, doing(), why));
    }
    read(layout, part, last).map(Some)
}

/// A chain's links as far as there are any, one at a time.
pub(crate) fn all(
    layout: &Layout,
    part: &Part,
) -> Result<impl Iterator<Item = Result<Manifest, Fault>>, Fault> {
    let links = last(layout, part)?.map_or(0, |(manifest, _)| manifest.link);
    let (layout, part) = (layout.clone(), part.clone());
    Ok((1..=links).map(move |link| read(&layout, &part, link).map(|(manifest, _)| manifest)))
}

fn read(layout: &Layout, part: &Part, link: u64) -> Result<(Manifest, Vec<u8>), Fault> {
    let path = layout.manifest(part, link);
    let doing = || format!("read {}", path.display());
    let bytes = fs::read(&path).map_err(Fault::io(doing))?;
    let manifest = Manifest::from_bytes(&bytes).map_err(|err| Fault::new(FaultKind::Data, doing(), err))?;
    if manifest.part() == *part && manifest.link == link {
        Ok((manifest, bytes))
    } else {
        Err(Fault::new(FaultKind::Data, doing(), "it is the manifest of another place"))
    }
}

/// Puts a partition in order and says where it goes on: what the last link names gets its name, and asides that
/// can never be named are removed.
pub(crate) fn recover(layout: &Layout, part: &Part) -> Result<Tail, Fault> {
    let tail = if let Some((manifest, bytes)) = last(layout, part)? {
        roll_forward(layout, &manifest, |_| {})?;
        Tail::of(&manifest, &bytes)
    } else {
        must_be_empty(layout, part)?;
        Tail::default()
    };
    for folder in [layout.records(part), layout.dead(part), layout.manifests(part)] {
        sweep(layout, part, &folder, tail.link)?;
    }
    Ok(tail)
}

/// A chain begins in an empty place: where files are and no manifest, the manifests were lost, and a new chain would file
/// everything a second time beside them.
fn must_be_empty(layout: &Layout, part: &Part) -> Result<(), Fault> {
    for folder in [layout.records(part), layout.dead(part)] {
        let doing = || format!("begin the chain of {part} in {}", folder.display());
        let names = names(&folder).map_err(Fault::io(doing))?;
        if let Some(name) = names.iter().find(|name| !name.starts_with('.') && !is_litter(name)) {
            let why = format!("{name} is there, and no manifest names it: manifests were lost");
            return Err(Fault::new(FaultKind::Data, doing(), why));
        }
    }
    Ok(())
}

/// Gives the files of a committed link their final names. Does nothing where they have them.
pub(crate) fn roll_forward(
    layout: &Layout,
    manifest: &Manifest,
    reached: impl Fn(Moment),
) -> Result<(), Fault> {
    let part = manifest.part();
    let files = [(layout.records(&part), &manifest.records), (layout.dead(&part), &manifest.dead)];
    for (folder, proof) in files {
        let Some(proof) = proof else { continue };
        let (aside, named) = (folder.join(manifest.aside()), folder.join(&proof.name));
        let damaged = |why: &str| {
            let doing = format!("find {}, which link {} of {part} names", named.display(), manifest.link);
            let why = format!(
                "{why}; look for who changed it, and put it back (`dateline verify` says what else is wrong)"
            );
            Err(Fault::new(FaultKind::Data, doing, why))
        };
        match size(&aside)? {
            Some(bytes) if bytes == proof.bytes => {
                // The link must outlive a power cut if the name does.
                flush_folder(&layout.manifests(&part))?;
                let moved = move_to_free_name(&aside, &named);
                let by_another = || matches!(size(&named), Ok(Some(bytes)) if bytes == proof.bytes);
                match moved {
                    Ok(true) => {}
                    Ok(false) => return damaged("another file has its name"),
                    // Somebody who opened the folder meanwhile put the same in order.
                    Err(_) if by_another() => {}
                    Err(fault) => return Err(fault),
                }
                reached(Moment::Named);
                flush_folder(&folder)?;
            }
            Some(_) => return damaged("the file that was to get the name has another size"),
            None if size(&named)? == Some(proof.bytes) => {}
            None => return damaged("it is not there, or not of its size"),
        }
    }
    Ok(())
}

/// Of a file, if it is there.
pub(crate) fn size(path: &Path) -> Result<Option<u64>, Fault> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(err) if err.kind() == ErrorKind::NotFound => Ok(None),
        Err(err) => Err(Fault::io(|| format!("look at {}", path.display()))(err)),
    }
}

/// Removes asides that can never be named: those whose link is taken, and those whose writer is gone.
///
/// An aside for a link that is still free may belong to a writer on another machine that will make that link. On
/// this machine a writer holds a lock on it as long as it lives.
pub(crate) fn sweep(layout: &Layout, part: &Part, folder: &Path, taken: u64) -> Result<(), Fault> {
    let doing = || format!("sweep {}", folder.display());
    for name in names(folder).map_err(Fault::io(doing))? {
        let Some((link, instance)) = aside_parts(&name) else { continue };
        let path = folder.join(&name);
        let lock = if Instance::is_near(instance) { lock_of_the_dead(&path) } else { None };
        // Its writer may have made its link since we looked, and died: then it waits for its name.
        let is_dead = lock.is_some() && !fs::exists(layout.manifest(part, link)).map_err(Fault::io(doing))?;
        if link <= taken || is_dead {
            match fs::remove_file(&path) {
                Err(err) if err.kind() != ErrorKind::NotFound => return Err(Fault::io(doing)(err)),
                _ => tracing::debug!(aside = %path.display(), "removed what a crash left"),
            }
        }
    }
    Ok(())
}

/// The lock on an aside whose writer is gone. To be held until the file is removed: a writer that made its file just
/// now and waits for the lock looks, when it has it, whether the file is still there.
fn lock_of_the_dead(path: &Path) -> Option<File> {
    let file = File::open(path).ok()?;
    file.try_lock().is_ok().then_some(file)
}

/// What became of an attempt to make a link.
pub(crate) enum Added {
    Ours(Tail),
    /// Someone else made a link of this number. We are fenced.
    Taken,
}

/// Makes a link: the commit point.
pub(crate) fn add(layout: &Layout, manifest: &Manifest, reached: impl Fn(Moment)) -> Result<Added, Fault> {
    let part = manifest.part();
    let folder = layout.manifests(&part);
    // A folder that was moved or removed under our hands must not come to life again with the rest of a chain.
    let before = match manifest.link {
        1 => layout.root.join(LOCK),
        link => layout.manifest(&part, link - 1),
    };
    if !fs::exists(&before).map_err(Fault::io(|| format!("find {}", before.display())))? {
        let doing = format!("add link {} of {part}", manifest.link);
        let why = format!("{} is gone: the folder was changed while it was written to", before.display());
        return Err(Fault::new(FaultKind::Data, doing, why));
    }
    let (aside, named) = (folder.join(manifest.aside()), layout.manifest(&part, manifest.link));
    let bytes = manifest.to_bytes();
    let write = || {
        let mut file = File::create(&aside)?;
        // As with data: whoever finds it locked knows that we live.
        file.lock()?;
        file.write_all(&bytes)?;
        reached(Moment::ManifestWritten);
        file.sync_all()?;
        Ok(file)
    };
    let written =
        write()
            .inspect_err(|_| drop(fs::remove_file(&aside)))
            .map_err(Fault::io::<std::io::Error>(|| format!("write {}", aside.display())))?;
    reached(Moment::ManifestFlushed);
    let moved = move_to_free_name(&aside, &named);
    drop(written);
    if !matches!(moved, Ok(true)) {
        let _ = fs::remove_file(&aside);
        match fs::read(&named) {
            // A network file system may carry out our call, lose the answer, and be asked again: then it is ours.
            Ok(found) if found == bytes => {}
            Ok(_) => return Ok(Added::Taken),
            Err(_) => return moved.map(|_| Added::Taken),
        }
    }
    reached(Moment::Linked);
    flush_folder(&folder)?;
    reached(Moment::ChainFlushed);
    Ok(Added::Ours(Tail::of(manifest, &bytes)))
}

/// The moments of sealing a partition, in order. Between any two of them the process may die.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    AsideMade,
    AsideWritten,
    Finished,
    DataFlushed,
    FoldersFlushed,
    ManifestWritten,
    ManifestFlushed,
    Linked,
    ChainFlushed,
    Named,
    AllNamed,
}

#[cfg(test)]
impl Moment {
    pub(crate) const ALL: [Self; 11] = [
        Self::AsideMade,
        Self::AsideWritten,
        Self::Finished,
        Self::DataFlushed,
        Self::FoldersFlushed,
        Self::ManifestWritten,
        Self::ManifestFlushed,
        Self::Linked,
        Self::ChainFlushed,
        Self::Named,
        Self::AllNamed,
    ];
}
