//! The folder that files are written to: opening, locking, putting in order.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind, Found, Place, Positions, Reread};

use crate::chain::{self, Moment};
use crate::compress::Compression;
use crate::durable::{make_folder, names};
use crate::instance::{Instance, host};
use crate::layout::{Layout, MANIFESTS, Part};
use crate::lock::Lock;
use crate::outlet::{Filed, FilesOutlet};

/// How files are written. A file is sealed with the first batch that reaches a limit.
#[derive(Clone, Debug)]
pub struct Options {
    pub compression: Compression,
    /// Bytes on the disk.
    pub rotate_bytes: u64,
    /// Since the first message that is held.
    pub rotate_age: Duration,
    /// Messages of one partition.
    pub rotate_messages: u64,
}

/// A folder of records that this process alone writes to.
pub struct Folder {
    layout: Layout,
    options: Options,
    lock: Arc<Lock>,
}

impl Folder {
    /// Opens a folder, making it where it is not there, and puts in order what a crash left.
    ///
    /// `Usage` where it is a file, `TryAgain` where another process holds it (it says which), `Io` where it cannot be written,
    /// `Data` where a chain of manifests is damaged at its end.
    pub fn open(path: impl AsRef<Path>, options: Options) -> Result<Self, Fault> {
        let path = path.as_ref();
        if let Some(file) = path.ancestors().find(|above| above.is_file()) {
            let why = format!("{} is a file", file.display());
            return Err(Fault::new(
                FaultKind::Usage,
                format!("open the output folder {}", path.display()),
                why,
            ));
        }
        make_folder(path)?;
        let lock = Arc::new(Lock::take(path, &host())?);
        let layout = Layout::new(path);
        for part in parts(&layout)? {
            chain::recover(&layout, &part)?;
        }
        Ok(Self { layout, options, lock })
    }

    /// An end that writes to the folder, and holds it as long as it lives.
    pub fn outlet(&self) -> FilesOutlet {
        FilesOutlet::new(Shared {
            layout: self.layout.clone(),
            options: self.options.clone(),
            instance: Instance::new(),
            log: None,
            told: None,
            _lock: Arc::clone(&self.lock),
            #[cfg(test)]
            hook: None,
        })
    }

    /// Where the folder's chains go on.
    pub fn positions(&self) -> FilesPositions {
        FilesPositions { layout: self.layout.clone() }
    }
}

/// The partitions that have manifests.
pub(crate) fn parts(layout: &Layout) -> Result<Vec<Part>, Fault> {
    let folder = layout.root.join(MANIFESTS);
    let list = |folder: &Path| names(folder).map_err(Fault::io(|| format!("read {}", folder.display())));
    let mut parts = Vec::new();
    for topic in list(&folder)? {
        let topic_folder = folder.join(&topic);
        if !topic_folder.is_dir() {
            continue;
        }
        for partition in list(&topic_folder)? {
            if let Some(part) = partition.parse().ok().and_then(|number| Part::new(&topic, number).ok()) {
                parts.push(part);
            }
        }
    }
    parts.sort();
    Ok(parts)
}

/// Is told of each file as it appears.
pub(crate) type Teller = Box<dyn Fn(&Filed) + Send + Sync>;

/// What the sheets of one outlet share.
pub(crate) struct Shared {
    pub(crate) layout: Layout,
    pub(crate) options: Options,
    pub(crate) instance: Instance,
    /// Asked before each link whether it is still the log that was read.
    pub(crate) log: Option<Arc<dyn Reread>>,
    /// Who wants to know what was filed.
    pub(crate) told: Option<Teller>,
    _lock: Arc<Lock>,
    /// Called at each moment of sealing.
    #[cfg(test)]
    pub(crate) hook: Option<Arc<dyn Fn(Moment) + Send + Sync>>,
}

impl Shared {
    /// A moment of sealing was reached. Tests may kill us here; nothing else happens.
    #[cfg_attr(not(test), allow(clippy::unused_self))] // the hook is there in tests only
    pub(crate) fn reached(&self, moment: Moment) {
        #[cfg(test)]
        if let Some(hook) = &self.hook {
            hook(moment);
        }
        let _ = moment;
    }
}

/// Reads from the manifests where each partition goes on: what an inlet starts from in place of its group's offsets.
#[derive(Clone, Debug)]
pub struct FilesPositions {
    layout: Layout,
}

impl FilesPositions {
    /// Of a folder that somebody else may write to meanwhile: takes no lock, makes nothing.
    pub fn of(folder: &Path) -> Self {
        Self { layout: Layout::new(folder) }
    }

    /// Whether anything was settled: a chain of any topic has a link.
    pub fn has_any(&self) -> Result<bool, Fault> {
        for part in parts(&self.layout)? {
            if chain::last(&self.layout, &part)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Looks again and again, with a `pause` between, whether the last message filed of each partition of a topic still stands
    /// where it stood, and ends with the fault if not. A link asks too; but a topic that is made anew with exactly as many
    /// messages as before gives no reason for a link, and looks well until the next message comes.
    ///
    /// What cannot be asked just now (brokers that are away, a topic that is gone) is for those who read to tell.
    pub async fn watched(&self, topic: &str, log: Arc<dyn Reread>, pause: Duration) -> Fault {
        let (mut rest, mut suspected) = (pause, false);
        loop {
            tokio::time::sleep(rest).await;
            let (positions, topic, log) = (self.clone(), topic.to_owned(), Arc::clone(&log));
            let began = Instant::now();
            let look = tokio::task::spawn_blocking(move || positions.look(&topic, &*log)).await;
            match look {
                // Twice: brokers that just came back may know less for a moment.
                Ok(Err(fault)) if fault.kind == FaultKind::Data && suspected => return fault,
                Ok(Err(fault)) if fault.kind == FaultKind::Data => {
                    (suspected, rest) = (true, pause.min(Duration::from_secs(1)));
                    continue;
                }
                Ok(Err(fault)) => tracing::debug!(why = flow::chain(&fault), "the log was not looked at"),
                Ok(Ok(())) => {}
                Err(panic) => return Fault::new(FaultKind::Bug, "look at the log again", panic),
            }
            suspected = false;
            // Of a thousand partitions: looking must not become all that the brokers do.
            rest = pause.max(began.elapsed() * 10);
        }
    }

    fn look(&self, topic: &str, log: &dyn Reread) -> Result<(), Fault> {
        for part in parts(&self.layout)?.into_iter().filter(|part| part.topic == topic) {
            let Some(witness) = self.place(&part.topic, part.partition)?.and_then(|place| place.witness)
            else {
                continue;
            };
            match log.reread(&part.topic, part.partition, witness.offset)? {
                Found::Message(payload) if witness.is(&payload) => {}
                Found::Deleted => {}
                Found::Message(_) | Found::Nothing => return Err(witness.fault(&part.topic, part.partition)),
            }
        }
        Ok(())
    }
}

impl Positions for FilesPositions {
    fn place(&self, topic: &str, partition: i32) -> Result<Option<Place>, Fault> {
        let part = Part::new(topic, partition)?;
        let last = chain::last(&self.layout, &part)?;
        Ok(last.map(|(manifest, _)| Place { next: manifest.next, witness: manifest.witness }))
    }
}
