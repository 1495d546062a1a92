//! The outlet: holds what comes, and seals it when a limit is reached.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use flow::{Fault, FaultKind, Outlet, Receipt, Reread, Settlement, Work};

use crate::chain::Moment;
use crate::folder::Shared;
use crate::instance::Instance;
use crate::sheet::{Outcome, Sheet};

/// How often in a row another instance may be faster before we leave the field to it.
const FENCED_AT_MOST: u32 = 3;

/// Writes records and dead letters to files; an end of `flow::run`.
///
/// All partitions in hand are sealed together, because [`Settlement::Settled`] promises that nothing is held any
/// more. File work is done on a thread of its own; a call that is dropped half-way leaves the outlet unusable, as
/// nobody knows then what it holds.
pub struct FilesOutlet {
    desk: Option<Desk>,
    due: Option<Instant>,
}

impl FilesOutlet {
    pub(crate) fn new(shared: Shared) -> Self {
        let desk =
            Desk { shared: Arc::new(shared), sheets: BTreeMap::new(), since: None, fenced: BTreeMap::new() };
        Self { desk: Some(desk), due: None }
    }

    /// Asks before each link whether the log is still the one that was read: a topic that is deleted and made again under a
    /// running sink goes on at the old offsets, with other messages.
    #[must_use]
    pub fn asking(mut self, log: Arc<dyn Reread>) -> Self {
        if let Some(shared) = self.desk.as_mut().and_then(|desk| Arc::get_mut(&mut desk.shared)) {
            shared.log = Some(log);
        }
        self
    }

    /// Tells what was filed, each link as soon as its files have their names.
    #[must_use]
    pub fn telling(mut self, told: impl Fn(&Filed) + Send + Sync + 'static) -> Self {
        if let Some(shared) = self.desk.as_mut().and_then(|desk| Arc::get_mut(&mut desk.shared)) {
            shared.told = Some(Box::new(told));
        }
        self
    }

    /// Calls a test at each moment of sealing.
    #[cfg(test)]
    pub(crate) fn hook(&mut self, hook: Arc<dyn Fn(Moment) + Send + Sync>) {
        let desk = self.desk.as_mut().expect("no call was dropped");
        desk.sheets.clear();
        Arc::get_mut(&mut desk.shared).expect("no sheet has a share").hook = Some(hook);
    }

    /// Runs file work where it may block.
    async fn at_desk<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Desk) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let bug = |why: &str| Fault::new(FaultKind::Bug, "write files", why);
        let mut desk = self.desk.take().ok_or_else(|| bug("an earlier call was dropped half-way"))?;
        let work = tokio::task::spawn_blocking(move || {
            let result = work(&mut desk);
            if result.is_err() {
                // Nobody knows how far it came but the folder, which will be asked again.
                desk.sheets.clear();
                desk.since = None;
            }
            (desk, result)
        });
        let (desk, result) = work.await.map_err(|err| bug(&err.to_string()))?;
        self.due = desk.since.map(|since| since + desk.shared.options.rotate_age);
        self.desk = Some(desk);
        result
    }
}

impl Outlet for FilesOutlet {
    async fn put(&mut self, work: Work) -> Result<Settlement, Fault> {
        self.at_desk(move |desk| desk.put(&work)).await
    }

    fn due(&self) -> Option<Instant> {
        self.due
    }

    async fn settle(&mut self) -> Result<Settlement, Fault> {
        self.at_desk(Desk::seal).await
    }

    async fn abandon(&mut self) -> Result<(), Fault> {
        self.at_desk(|desk| {
            desk.sheets.clear();
            desk.since = None;
            Ok(())
        })
        .await
    }
}

/// What a link put into files: how many, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    pub records: Option<(u64, PathBuf)>,
    /// Messages that were rejected.
    pub dead: Option<(u64, PathBuf)>,
}

/// The sheets of all partitions in hand, by topic and partition.
struct Desk {
    shared: Arc<Shared>,
    sheets: BTreeMap<(Arc<str>, i32), Sheet>,
    /// Since when something is held.
    since: Option<Instant>,
    /// How often in a row a partition's link was taken.
    fenced: BTreeMap<(Arc<str>, i32), u32>,
}

impl Desk {
    fn put(&mut self, work: &Work) -> Result<Settlement, Fault> {
        if !work.receipt.marks.is_empty() {
            let why = "manifests remember offsets and no marks of a feed: put a log between feed and files";
            return Err(Fault::new(FaultKind::Bug, "settle a receipt in files", why));
        }
        for progress in &work.receipt.progress {
            let key = (Arc::clone(&progress.source), progress.partition);
            let sheet = match self.sheets.entry(key) {
                std::collections::btree_map::Entry::Occupied(held) => held.into_mut(),
                std::collections::btree_map::Entry::Vacant(free) => {
                    let shared = Arc::clone(&self.shared);
                    free.insert(Sheet::open(shared, &progress.source, progress.partition, progress.from)?)
                }
            };
            sheet.cover(progress, &work.receipt)?;
        }
        for record in &work.outputs {
            self.sheet(&record.position)?.append(record)?;
        }
        for letter in &work.dead {
            self.sheet(&letter.message.position)?.bury(letter)?;
        }
        self.shared.reached(Moment::AsideWritten);

        let limits = &self.shared.options;
        if !self.sheets.values().any(Sheet::holds) || self.sheets.values().any(|sheet| sheet.is_full(limits))
        {
            return self.seal();
        }
        self.since.get_or_insert_with(Instant::now);
        Ok(Settlement::Held)
    }

    fn sheet(&mut self, position: &flow::Position) -> Result<&mut Sheet, Fault> {
        let key = (Arc::clone(&position.source), position.partition);
        self.sheets.get_mut(&key).ok_or_else(|| {
            Fault::new(FaultKind::Bug, format!("file {position}"), "its receipt does not name its partition")
        })
    }

    /// Seals every sheet, each on a thread of its own: a disk flushes many files in the time of one.
    fn seal(&mut self) -> Result<Settlement, Fault> {
        self.since = None;
        let outcomes: Vec<Result<Outcome, Fault>> = std::thread::scope(|scope| {
            let seals: Vec<_> =
                self.sheets.values_mut().map(|sheet| scope.spawn(move || sheet.seal())).collect();
            seals.into_iter().map(|seal| seal.join().unwrap_or_else(|_| Err(panicked()))).collect()
        });
        let outcomes = outcomes.into_iter().collect::<Result<Vec<_>, _>>()?;

        let (mut receipts, mut lost) = (Vec::<Receipt>::new(), Vec::new());
        for (((source, partition), sheet), outcome) in
            std::mem::take(&mut self.sheets).into_iter().zip(outcomes)
        {
            let key = (source, partition);
            match outcome {
                Outcome::Sealed(receipt, tail) => {
                    self.fenced.remove(&key);
                    self.sheets.insert(key, sheet.turn(*tail));
                    receipts.extend(receipt);
                }
                Outcome::Fenced => {
                    let times = self.fenced.entry(key).or_default();
                    *times += 1;
                    let part = sheet.part().to_string();
                    let winner = crate::chain::recover(&self.shared.layout, sheet.part())?.writer;
                    let winner = winner.as_ref().map_or_else(|| "another sink".to_owned(), describe);
                    let why = format!("{winner} files {part} too and was faster");
                    if *times >= FENCED_AT_MOST {
                        let why = format!("{why}, {times} times in a row");
                        return Err(Fault::new(FaultKind::TryAgain, format!("file {part}"), why));
                    }
                    lost.push(why);
                }
            }
        }
        if lost.is_empty() {
            return Ok(Settlement::Settled(receipts));
        }
        // What was sealed beside it is in its manifests, from where the inlet goes on.
        self.sheets.clear();
        Ok(Settlement::Aborted { why: lost.join("; ") })
    }
}

fn panicked() -> Fault {
    Fault::new(FaultKind::Bug, "seal files", "a thread panicked")
}

fn describe(instance: &Instance) -> String {
    format!("process {} on {} ({})", instance.pid, instance.host, instance.id)
}
