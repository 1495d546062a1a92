//! Who holds the file: a lock beside it that says so.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind};
use jiff::{Timestamp, Unit};

/// How long a look into the log may take: `dateline consume` takes it so each time that something new is there.
const A_LOOK: Duration = Duration::from_millis(300);
/// Between tries.
const TICK: Duration = Duration::from_millis(10);

/// A lock on `<file>.lock` (flock), held as long as this lives; the operating system lets go of it when the process
/// dies, however it dies. The text in it is for people. The file is never deleted: whoever had it open would then
/// hold a lock on nothing.
#[derive(Debug)]
pub(crate) struct Holder(File);

impl Holder {
    /// Holds the file alone, or says who has it. Who only looks into it has it for some milliseconds, and is waited for.
    pub(crate) fn alone(path: &Path) -> Result<Self, Fault> {
        let beside = beside(path);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&beside)
            .map_err(Fault::io(|| format!("open {}", beside.display())))?;
        Self::hold(file, path, A_LOOK, File::try_lock)
    }

    /// Holds the file together with others who only read. `None` where there is no lock and none can be made: a
    /// folder that is read-only. redb's own lock must do there.
    pub(crate) fn with_others(path: &Path) -> Result<Option<Self>, Fault> {
        let beside = beside(path);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&beside);
        match file.or_else(|_| File::open(&beside)) {
            Ok(file) => Self::hold(file, path, Duration::ZERO, File::try_lock_shared).map(Some),
            Err(_) => Ok(None),
        }
    }

    fn hold(
        mut file: File,
        path: &Path,
        patience: Duration,
        lock: impl Fn(&File) -> Result<(), TryLockError>,
    ) -> Result<Self, Fault> {
        let began = Instant::now();
        let mut locked = lock(&file);
        while matches!(locked, Err(TryLockError::WouldBlock)) && began.elapsed() < patience {
            std::thread::sleep(TICK);
            locked = lock(&file);
        }
        match locked {
            Ok(()) => {
                // Only for people: not being able to write it is no reason to stop.
                let _ = file
                    .set_len(0)
                    .and_then(|()| file.rewind())
                    .and_then(|()| file.write_all(me().as_bytes()));
                Ok(Self(file))
            }
            Err(TryLockError::WouldBlock) => {
                let mut who = String::new();
                let _ = file.read_to_string(&mut who);
                let who = who.trim();
                let who = if who.is_empty() { "another process" } else { who };
                let cause = format!("it is held by {who}");
                Err(Fault::new(FaultKind::TryAgain, format!("open {}", path.display()), cause))
            }
            Err(TryLockError::Error(err)) => {
                Err(Fault::io(|| format!("lock {}", beside(path).display()))(err))
            }
        }
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        let _ = self.0.set_len(0);
        // By name: a child process that is being started has all our files open until it is what it will be, and
        // closing alone would leave the lock to it for that moment.
        let _ = self.0.unlock();
    }
}

/// `dateline.redb.lock`
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

fn me() -> String {
    let now = Timestamp::now().round(Unit::Second).unwrap_or_default();
    let uname = rustix::system::uname();
    format!("process {} on {} since {now}\n", std::process::id(), uname.nodename().to_string_lossy())
}
