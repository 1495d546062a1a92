//! Chains: every link follows the one before, and names and files agree.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use rayon::prelude::*;

use super::walk::Found;
use super::{ChainProof, VerifyError, damage, unreadable};
use crate::compress::sha256;
use crate::durable::names;
use crate::layout::{Layout, Part, link_number};
use crate::manifest::Manifest;

/// A partition's links, without what only their files need.
pub(super) struct Chain {
    pub(super) part: Part,
    pub(super) links: Vec<Link>,
}

pub(super) struct Link {
    pub(super) number: u64,
    pub(super) sha256: String,
    prev: Option<String>,
    from: i64,
    next: i64,
    records: Option<String>,
    dead: Option<String>,
    aside: String,
    count: u64,
    rejected: u64,
    /// Of both files.
    pub(super) bytes: u64,
}

/// Reads a chain, and proves that it is one.
pub(super) fn read(layout: &Layout, part: &Part) -> Result<Chain, VerifyError> {
    let folder = layout.manifests(part);
    let mut numbers: Vec<u64> =
        names(&folder).map_err(unreadable(&folder))?.iter().filter_map(|name| link_number(name)).collect();
    numbers.sort_unstable();
    if let Some((expected, found)) = (1..).zip(&numbers).find(|(expected, found)| expected != *found) {
        let what = format!("is missing: the chain goes on with link {found}");
        return Err(damage(layout, &layout.manifest(part, expected), None, what));
    }
    let read: Vec<Result<Link, VerifyError>> =
        numbers.par_iter().map(|number| Link::read(layout, part, *number)).collect();
    let links = read.into_iter().collect::<Result<Vec<_>, _>>()?;
    if let Some(first) = links.first().filter(|link| link.prev.is_some()) {
        let what = "follows another link, and is the first";
        return Err(damage(layout, &layout.manifest(part, first.number), None, what));
    }
    for (before, link) in links.iter().zip(links.iter().skip(1)) {
        let path = layout.manifest(part, link.number);
        if link.prev.as_ref() != Some(&before.sha256) {
            let what = format!("does not follow link {}: it holds the hash of another", before.number);
            return Err(damage(layout, &path, None, what));
        }
        if link.from != before.next {
            let what =
                format!("begins at {} where link {} ended at {}", link.from, before.number, before.next);
            return Err(damage(layout, &path, Some(before.next.min(link.from)), what));
        }
    }
    Ok(Chain { part: part.clone(), links })
}

impl Link {
    fn read(layout: &Layout, part: &Part, number: u64) -> Result<Self, VerifyError> {
        let (manifest, sha256) = manifest(layout, part, number)?;
        let bytes = manifest.records.iter().chain(&manifest.dead).map(|file| file.bytes).sum();
        let aside = manifest.aside();
        Ok(Self {
            number,
            sha256,
            prev: manifest.prev,
            from: manifest.from,
            next: manifest.next,
            records: manifest.records.map(|file| file.name),
            dead: manifest.dead.map(|file| file.name),
            aside,
            count: manifest.count,
            rejected: manifest.rejected.len() as u64,
            bytes,
        })
    }
}

/// Reads a manifest that must be a sound one, and its hash.
pub(super) fn manifest(layout: &Layout, part: &Part, number: u64) -> Result<(Manifest, String), VerifyError> {
    let path = layout.manifest(part, number);
    let bytes = fs::read(&path).map_err(unreadable(&path))?;
    let manifest =
        Manifest::from_bytes(&bytes).map_err(|err| damage(layout, &path, None, err.to_string()))?;
    if manifest.part() != *part || manifest.link != number {
        let what = format!("is the manifest of {}, link {}", manifest.part(), manifest.link);
        return Err(damage(layout, &path, None, what));
    }
    match manifest.contradiction() {
        Some(what) => Err(damage(layout, &path, None, what)),
        None => Ok((manifest, sha256(&bytes))),
    }
}

/// Proves that what links name is there, and that nothing else is.
pub(super) fn named(layout: &Layout, chain: &Chain, found: &Found) -> Result<(), VerifyError> {
    type Of = fn(&Link) -> Option<&String>;
    let part = &chain.part;
    let kinds: [(_, &[String], Of); 2] = [
        (layout.records(part), &found.records, |link| link.records.as_ref()),
        (layout.dead(part), &found.dead, |link| link.dead.as_ref()),
    ];
    for (folder, found, of) in kinds {
        let there: HashSet<&String> = found.iter().collect();
        let mut named = HashSet::new();
        for (link, name) in chain.links.iter().filter_map(|link| Some((link, of(link)?))) {
            if !there.contains(name) {
                wait_for_name(layout, &folder.join(name), &folder.join(&link.aside), link.number)?;
            }
            named.insert(name);
        }
        if let Some(stray) = found.iter().find(|name| !named.contains(name)) {
            return Err(damage(layout, &folder.join(stray), None, "is a stray: no manifest names it"));
        }
    }
    Ok(())
}

/// Between a link and the names of its files a sink needs a moment; one that died there left them aside.
fn wait_for_name(layout: &Layout, file: &Path, aside: &Path, link: u64) -> Result<(), VerifyError> {
    const PATIENCE: u32 = 20;
    const PAUSE: Duration = Duration::from_millis(50);
    for _ in 0..PATIENCE {
        if file.exists() {
            return Ok(());
        }
        if !aside.exists() {
            break;
        }
        std::thread::sleep(PAUSE);
    }
    if file.exists() {
        return Ok(());
    }
    let what = if aside.exists() {
        let aside = aside.file_name().unwrap_or_default().to_string_lossy();
        format!(
            "has not got its name yet: link {link} names it, and it lies aside as {aside}; the next start of the \
                 sink puts it in order"
        )
    } else {
        format!("is missing: link {link} names it")
    };
    Err(damage(layout, file, None, what))
}

impl Chain {
    /// What is proven of it, if there is anything.
    pub(super) fn proof(&self) -> Option<ChainProof> {
        let (first, last) = (self.links.first()?, self.links.last()?);
        let sum = |of: fn(&Link) -> u64| self.links.iter().map(of).sum();
        Some(ChainProof {
            topic: self.part.topic.clone(),
            partition: self.part.partition,
            links: last.number,
            files: sum(|link| u64::from(link.records.is_some())),
            dead_files: sum(|link| u64::from(link.dead.is_some())),
            records: sum(|link| link.count),
            rejected: sum(|link| link.rejected),
            from: first.from,
            next: last.next,
            bytes: sum(|link| link.bytes),
        })
    }
}
