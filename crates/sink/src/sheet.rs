//! One partition's work in hand: what will be its next link.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flow::{DeadLetter, Fault, FaultKind, Found, Message, Progress, Receipt, Witness};
use jiff::Timestamp;
use tracing::warn;

use crate::aside::Aside;
use crate::chain::{self, Added, Moment, Tail};
use crate::compress::Compression;
use crate::dead::DeadLine;
use crate::durable::{flush_folder, make_folder};
use crate::folder::{Options, Shared};
use crate::layout::{Part, aside_name};
use crate::manifest::{Checksums, MANIFEST_SCHEMA, Manifest, Runs};
use crate::outlet::Filed;
use crate::render::{ENRICHMENT, Versions, enrichment_of};

/// What a partition holds since its last link.
pub(crate) struct Sheet {
    shared: Arc<Shared>,
    part: Part,
    source: Arc<str>,
    tail: Tail,
    /// What the next link covers.
    from: i64,
    next: i64,
    /// What was read of late: offsets below `floor` are there already, those from `next` on were not read.
    floor: i64,
    /// The last message that was taken.
    witness: Option<Witness>,
    records: Option<Aside>,
    dead: Option<Aside>,
    runs: Runs,
    rejected: Vec<i64>,
    crc32: Checksums,
    dead_crc32: Checksums,
    versions: Vec<Versions>,
    /// The latest receipt that is not settled, without its progress.
    receipt: Option<Receipt>,
}

/// What became of a sheet.
pub(crate) enum Outcome {
    /// With the receipt for it, if any is due.
    Sealed(Option<Receipt>, Box<Tail>),
    /// Another instance made the link that this was to be.
    Fenced,
}

impl Sheet {
    pub(crate) fn open(
        shared: Arc<Shared>,
        source: &Arc<str>,
        partition: i32,
        first: i64,
    ) -> Result<Self, Fault> {
        let part = Part::new(source, partition)?;
        let tail = chain::recover(&shared.layout, &part)?;
        Ok(Self::after(shared, part, Arc::clone(source), tail, first))
    }

    fn after(shared: Arc<Shared>, part: Part, source: Arc<str>, tail: Tail, first: i64) -> Self {
        let from = tail.next.unwrap_or(first);
        if tail.next.is_none() && first > 0 {
            let (topic, partition) = (&part.topic, part.partition);
            warn!(
                topic,
                partition, first, "a chain begins here: what stood before was deleted and is in no file"
            );
        }
        let witness = tail.witness;
        Self {
            shared,
            part,
            source,
            tail,
            from,
            next: from,
            floor: from,
            witness,
            records: None,
            dead: None,
            runs: Runs::default(),
            rejected: Vec::new(),
            crc32: Checksums::default(),
            dead_crc32: Checksums::default(),
            versions: Vec::new(),
            receipt: None,
        }
    }

    /// An empty sheet for the link after the one just made.
    pub(crate) fn turn(&self, tail: Tail) -> Self {
        Self::after(Arc::clone(&self.shared), self.part.clone(), Arc::clone(&self.source), tail, self.next)
    }

    /// A stretch was read, whose messages follow.
    pub(crate) fn cover(&mut self, progress: &Progress, receipt: &Receipt) -> Result<(), Fault> {
        if progress.from > self.next {
            let doing = format!("file {} from offset {} on", self.part, progress.from);
            let why = format!(
                "offsets {} to {} are in no manifest and were not read: they may have been deleted from the topic \
                 before they were filed",
                self.next,
                progress.from - 1
            );
            return Err(Fault::new(FaultKind::Data, doing, why));
        }
        self.floor = self.next;
        self.next = self.next.max(progress.next);
        self.receipt = Some(Receipt { progress: Vec::new(), ..receipt.clone() });
        Ok(())
    }

    /// Whether a message was not filed yet.
    fn is_new(&self, offset: i64) -> Result<bool, Fault> {
        if offset < self.next {
            return Ok(offset >= self.floor);
        }
        let why = format!("its receipt ends at {}", self.next);
        Err(Fault::new(FaultKind::Bug, format!("file {}@{offset}", self.part), why))
    }

    pub(crate) fn append(&mut self, record: &Message) -> Result<(), Fault> {
        let offset = record.position.offset;
        if !self.is_new(offset)? {
            return Ok(());
        }
        if self.runs.last().is_some_and(|last| offset <= last) {
            let doing = format!("file {}@{offset}", self.part);
            return Err(Fault::new(
                FaultKind::Bug,
                doing,
                "a record of this or a later offset was there before",
            ));
        }
        let enrichment = match record.headers.text(ENRICHMENT) {
            Some(enrichment) => Versions::of(enrichment).map_err(|err| err.to_string()),
            // Of another step than `render`.
            None => enrichment_of(&record.payload)
                .map_err(|reject| reject.to_string())
                .and_then(|enrichment| Versions::of(enrichment).map_err(|err| err.to_string())),
        };
        let versions = enrichment.map_err(|err| {
            Fault::new(FaultKind::Bug, format!("file {}@{offset} as a record", self.part), err)
        })?;
        versions.join(&mut self.versions);
        let aside = match &mut self.records {
            Some(aside) => aside,
            none => none.insert(self.shared.aside(&self.part, self.tail.link + 1, Kind::Records)?),
        };
        aside.append(&record.payload)?;
        self.runs.push(offset);
        let crc32 = crc32fast::hash(&record.payload);
        self.crc32.push(crc32);
        self.see(Witness { offset, crc32 });
        Ok(())
    }

    /// Records are put before the dead letters of their batch.
    fn see(&mut self, witness: Witness) {
        if self.witness.is_none_or(|last| last.offset < witness.offset) {
            self.witness = Some(witness);
        }
    }

    pub(crate) fn bury(&mut self, letter: &DeadLetter) -> Result<(), Fault> {
        let offset = letter.message.position.offset;
        if !self.is_new(offset)? {
            return Ok(());
        }
        let aside = match &mut self.dead {
            Some(aside) => aside,
            none => none.insert(self.shared.aside(&self.part, self.tail.link + 1, Kind::Dead)?),
        };
        let line = DeadLine::new(letter).to_json();
        self.dead_crc32.push(crc32fast::hash(&line));
        aside.append(&line.into())?;
        // A message can be rejected in several parts.
        if self.rejected.last() != Some(&offset) {
            self.rejected.push(offset);
        }
        self.see(Witness::new(offset, &letter.message.payload));
        Ok(())
    }

    /// Whether something is held that is not yet in a link.
    pub(crate) fn holds(&self) -> bool {
        self.next > self.from
    }

    pub(crate) fn is_full(&self, limits: &Options) -> bool {
        let bytes = |aside: &Option<Aside>| aside.as_ref().map_or(0, Aside::bytes);
        let messages = self.runs.count() + self.rejected.len() as u64;
        messages >= limits.rotate_messages.max(1)
            || bytes(&self.records).max(bytes(&self.dead)) >= limits.rotate_bytes.max(1)
    }

    pub(crate) fn part(&self) -> &Part {
        &self.part
    }

    /// Makes the link, and with it the files: all of it, or none.
    pub(crate) fn seal(&mut self) -> Result<Outcome, Fault> {
        let tail = if self.holds() {
            match self.link()? {
                Added::Ours(tail) => tail,
                Added::Taken => return Ok(Outcome::Fenced),
            }
        } else {
            self.tail.clone()
        };
        let source = Arc::clone(&self.source);
        let progress = Progress { source, partition: self.part.partition, from: self.from, next: self.next };
        let receipt = self.receipt.take().map(|receipt| Receipt { progress: vec![progress], ..receipt });
        Ok(Outcome::Sealed(receipt, Box::new(tail)))
    }

    fn link(&mut self) -> Result<Added, Fault> {
        let shared = Arc::clone(&self.shared);
        let (layout, reached) = (&shared.layout, |moment| shared.reached(moment));
        let manifest = self.finish()?;
        self.recognise(&manifest)?;
        reached(Moment::Finished);
        for aside in self.asides() {
            aside.flush()?;
        }
        reached(Moment::DataFlushed);
        for aside in self.asides() {
            flush_folder(aside.folder())?;
        }
        make_folder(&layout.manifests(&self.part))?;
        reached(Moment::FoldersFlushed);
        if let Some(named) = self.taken_name(&manifest)? {
            // The names of files in a chain differ. Either another made this link, and the file with it, or a manifest
            // was lost.
            if fs::exists(layout.manifest(&self.part, manifest.link)).map_err(Fault::io(|| doing(&named)))? {
                return Ok(Added::Taken);
            }
            let why = "a file that no manifest names is in its place";
            return Err(Fault::new(FaultKind::Data, doing(&named), why));
        }

        self.asides().for_each(|aside| aside.keep(true));
        let added = chain::add(layout, &manifest, reached);
        let link_may_be_ours = match &added {
            Ok(Added::Ours(_)) => true,
            Ok(Added::Taken) => false,
            // It failed before the link, or after it, which only the folder knows.
            Err(_) => fs::exists(layout.manifest(&self.part, manifest.link)).unwrap_or(true),
        };
        self.asides().for_each(|aside| aside.keep(link_may_be_ours));
        let added = added?;
        if matches!(added, Added::Ours(_)) {
            chain::roll_forward(layout, &manifest, reached)?;
            reached(Moment::AllNamed);
            if let Some(told) = &shared.told {
                let (records, dead) = (layout.records(&self.part), layout.dead(&self.part));
                told(&Filed {
                    records: manifest.records.map(|file| (manifest.count, records.join(file.name))),
                    dead: manifest.dead.map(|file| (manifest.rejected.len() as u64, dead.join(file.name))),
                });
            }
        }
        Ok(added)
    }

    /// Makes sure that the log is still the one that was read: by the last message of the link before, or by the first of the
    /// first link. What was read before this answer was read in the same log.
    fn recognise(&self, manifest: &Manifest) -> Result<(), Fault> {
        let first = manifest.first.zip(manifest.crc32.get(0));
        let first = first.map(|(offset, crc32)| Witness { offset, crc32 });
        let (Some(log), Some(witness)) = (&self.shared.log, self.tail.witness.or(first)) else {
            return Ok(());
        };
        let Part { topic, partition } = &self.part;
        match log.reread(topic, *partition, witness.offset)? {
            Found::Message(payload) if witness.is(&payload) => Ok(()),
            Found::Deleted => {
                let offset = witness.offset;
                warn!(
                    topic,
                    partition, offset, "deleted meanwhile: the log cannot be told from one made anew"
                );
                Ok(())
            }
            Found::Message(_) | Found::Nothing => Err(witness.fault(topic, *partition)),
        }
    }

    /// A name that the link is to give and that is there already.
    fn taken_name(&mut self, manifest: &Manifest) -> Result<Option<PathBuf>, Fault> {
        let proofs = manifest.records.iter().chain(&manifest.dead);
        for (aside, proof) in self.asides().zip(proofs) {
            let named = aside.folder().join(&proof.name);
            if fs::exists(&named).map_err(Fault::io(|| doing(&named)))? {
                return Ok(Some(named));
            }
        }
        Ok(None)
    }

    fn finish(&mut self) -> Result<Manifest, Fault> {
        let (first, last) = (self.runs.first(), self.runs.last());
        let rejected = std::mem::take(&mut self.rejected);
        let records = match (&mut self.records, first.zip(last)) {
            (Some(aside), Some((first, last))) => Some(aside.finish(first, last)?),
            _ => None,
        };
        let dead = match (&mut self.dead, rejected.first().zip(rejected.last())) {
            (Some(aside), Some((first, last))) => Some(aside.finish(*first, *last)?),
            _ => None,
        };
        let mut versions = std::mem::take(&mut self.versions);
        versions.sort();
        Ok(Manifest {
            schema: MANIFEST_SCHEMA.to_owned(),
            topic: self.part.topic.clone(),
            partition: self.part.partition,
            link: self.tail.link + 1,
            prev: self.tail.sha256.clone(),
            from: self.from,
            next: self.next,
            witness: self.witness,
            first,
            last,
            count: self.runs.count(),
            runs: std::mem::take(&mut self.runs),
            rejected,
            records,
            dead,
            record_schema: article::ENRICHED_SCHEMA.to_owned(),
            versions,
            created_at: Timestamp::now(),
            instance: self.shared.instance.clone(),
            crc32: std::mem::take(&mut self.crc32),
            dead_crc32: std::mem::take(&mut self.dead_crc32),
        })
    }

    fn asides(&mut self) -> impl Iterator<Item = &mut Aside> {
        self.records.iter_mut().chain(&mut self.dead)
    }
}

fn doing(named: &Path) -> String {
    format!("write {}", named.display())
}

/// Which of a partition's two files.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Records,
    Dead,
}

impl Shared {
    fn aside(&self, part: &Part, link: u64, kind: Kind) -> Result<Aside, Fault> {
        let (folder, compression) = match kind {
            Kind::Records => (self.layout.records(part), self.options.compression),
            // Few, and read by people.
            Kind::Dead => (self.layout.dead(part), Compression::None),
        };
        make_folder(&folder)?;
        let aside = Aside::create(&folder, &aside_name(link, &self.instance.id), compression)?;
        self.reached(Moment::AsideMade);
        Ok(aside)
    }
}
