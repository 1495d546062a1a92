//! The redb file: opened, checked, read and written in transactions.

use std::path::{Path, PathBuf};

use flow::{Fault, FaultKind};
use redb::{
    Builder, Database, DatabaseError, Durability, ReadOnlyDatabase, ReadTransaction, ReadableDatabase,
    TableHandle,
};
use tracing::info;

use crate::fault::{guarded, of_redb};
use crate::holder::Holder;
use crate::reading::Reading;
use crate::tables::{CHUNKS, FORMAT, MARKS, POSITIONS, TOPICS};
use crate::writing::Writing;

/// The format of all of the above.
const THIS_FORMAT: u32 = 1;

#[derive(Debug)]
pub(crate) struct Store {
    // Before the holder: the file is closed before others may have it.
    db: Db,
    pub(crate) path: PathBuf,
    _holder: Option<Holder>,
}

enum Db {
    Writable(Database),
    ReadOnly(ReadOnlyDatabase),
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if matches!(self, Self::Writable(_)) { "Writable" } else { "ReadOnly" })
    }
}

impl Store {
    pub(crate) fn open(path: &Path, cache_bytes: usize) -> Result<Self, Fault> {
        let holder = Holder::alone(path)?;
        let doing = "open";
        guarded(doing, path, || {
            if !std::fs::exists(path).map_err(Fault::io(|| format!("look for {}", path.display())))? {
                Self::begin(path, cache_bytes)?;
            }
            let db = Db::Writable(builder(path, cache_bytes).create(path).map_err(of_redb(doing, path))?);
            let store = Self { db, path: path.to_owned(), _holder: Some(holder) };
            store.prepare()?;
            Ok(store)
        })
    }

    /// Makes a new file aside and gives it its name when it is whole: redb takes none for its own that it was killed over
    /// while it made it. Whoever calls holds the lock.
    fn begin(path: &Path, cache_bytes: usize) -> Result<(), Fault> {
        let mut aside = path.as_os_str().to_owned();
        aside.push(".new");
        let aside = PathBuf::from(aside);
        let io = || format!("make {}", path.display());
        if std::fs::exists(&aside).map_err(Fault::io(io))? {
            std::fs::remove_file(&aside).map_err(Fault::io(io))?;
        }
        let db = builder(&aside, cache_bytes).create(&aside).map_err(of_redb("make", &aside))?;
        drop(db);
        std::fs::rename(&aside, path).map_err(Fault::io(io))?;
        // The name of a new file must outlive a power cut as its content does.
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let flushed = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
        flushed.map_err(Fault::io(|| format!("flush {}", folder.display())))
    }

    pub(crate) fn open_read_only(path: &Path, cache_bytes: usize) -> Result<Self, Fault> {
        // Said before a lock file is made beside a file that is not there.
        std::fs::metadata(path).map_err(Fault::io(|| format!("open {}", path.display())))?;
        let mut closed = Self::as_closed(path, cache_bytes)?;
        if closed.is_none() {
            // Whoever wrote to it was killed. To open it for writing mends that, which is quick (quick-repair).
            drop(Self::open(path, cache_bytes)?);
            closed = Self::as_closed(path, cache_bytes)?;
        }
        let store = closed.ok_or_else(|| {
            let cause = "it was not closed properly, and could not be mended";
            Fault::new(FaultKind::Io, format!("open {}", path.display()), cause)
        })?;
        guarded("open", path, || store.check_format())?;
        Ok(store)
    }

    /// Opens it to read only, if whoever wrote to it has closed it.
    fn as_closed(path: &Path, cache_bytes: usize) -> Result<Option<Self>, Fault> {
        let holder = Holder::with_others(path)?;
        guarded("open", path, || match builder(path, cache_bytes).open_read_only(path) {
            Ok(db) => Ok(Some(Self { db: Db::ReadOnly(db), path: path.to_owned(), _holder: holder })),
            Err(DatabaseError::RepairAborted) => Ok(None),
            Err(err) => Err(of_redb("open", path)(err)),
        })
    }

    /// Makes the tables of a new file, and refuses what is no log.
    fn prepare(&self) -> Result<(), Fault> {
        let txn = self.begin_read()?;
        if txn.list_tables().map_err(self.fault("open"))?.next().is_some() {
            return self.check_format();
        }
        self.write("create", |txn| {
            let fault = || self.fault("create");
            txn.txn
                .open_table(FORMAT)
                .map_err(fault())?
                .insert("format", THIS_FORMAT)
                .map_err(self.fault("create"))?;
            txn.txn.open_table(TOPICS).map_err(fault())?;
            txn.txn.open_table(CHUNKS).map_err(fault())?;
            txn.txn.open_table(POSITIONS).map_err(fault())?;
            txn.txn.open_table(MARKS).map_err(fault())?;
            Ok(Some(()))
        })?;
        Ok(())
    }

    fn check_format(&self) -> Result<(), Fault> {
        let refuse =
            |why: String| Err(Fault::new(FaultKind::Data, format!("open {}", self.path.display()), why));
        let txn = self.begin_read()?;
        let tables = txn.list_tables().map_err(self.fault("open"))?.map(|table| table.name().to_owned());
        if !tables.collect::<Vec<_>>().iter().any(|name| name == FORMAT.name()) {
            return refuse("it is a redb file, but not a log of Dateline's".to_owned());
        }
        let format = txn.open_table(FORMAT).map_err(self.fault("open"))?;
        match format.get("format").map_err(self.fault("open"))?.map(|format| format.value()) {
            Some(THIS_FORMAT) => Ok(()),
            Some(other) => refuse(format!("it is of format {other}, this program knows {THIS_FORMAT}")),
            None => refuse("its format is not stated".to_owned()),
        }
    }

    fn begin_read(&self) -> Result<ReadTransaction, Fault> {
        match &self.db {
            Db::Writable(db) => db.begin_read(),
            Db::ReadOnly(db) => db.begin_read(),
        }
        .map_err(self.fault("read"))
    }

    pub(crate) fn fault<E: Into<redb::Error>>(&self, doing: &str) -> impl FnOnce(E) -> Fault {
        of_redb(doing, &self.path)
    }

    /// Reads from one snapshot.
    pub(crate) fn read<T>(&self, act: impl FnOnce(&Reading<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        guarded("read", &self.path, || act(&Reading { txn: self.begin_read()?, store: self }))
    }

    /// The one place that writes. Commits durably if `act` has something to keep; else leaves no trace.
    ///
    /// Quick-repair costs a second flush to disk (two-phase commit) and a few pages a commit, and saves reading the
    /// whole file when it is opened after a crash; see the crate's text.
    pub(crate) fn write<T>(
        &self,
        doing: &str,
        act: impl FnOnce(&Writing<'_>) -> Result<Option<T>, Fault>,
    ) -> Result<Option<T>, Fault> {
        let Db::Writable(db) = &self.db else {
            let cause = "it was opened to read only";
            return Err(Fault::new(FaultKind::Usage, format!("{doing} {}", self.path.display()), cause));
        };
        let mut txn = db.begin_write().map_err(self.fault(doing))?;
        txn.set_durability(Durability::Immediate).map_err(self.fault(doing))?;
        txn.set_quick_repair(true);
        let writing = Writing { txn, store: self };
        let kept = act(&writing)?;
        if kept.is_some() {
            writing.txn.commit().map_err(self.fault("commit to"))?;
        } else {
            writing.txn.abort().map_err(self.fault(doing))?;
        }
        Ok(kept)
    }
}

fn builder(path: &Path, cache_bytes: usize) -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(cache_bytes);
    let file = path.display().to_string();
    builder.set_repair_callback(move |session| {
        info!(file, progress = session.progress(), "mending after a crash");
    });
    builder
}
