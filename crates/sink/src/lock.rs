//! The lock on the folder: one sink at a time, and a word on who it is.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use flow::{Fault, FaultKind};
use jiff::Timestamp;

use crate::layout::LOCK;

/// Held as long as it lives. It spares two sinks the work of fencing each other; what keeps the files right is the
/// exclusive making of links, with or without it.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a process that another thread is starting just now has the file open too, for a moment.
        let _ = self.file.unlock();
    }
}

impl Lock {
    pub(crate) fn take(folder: &Path, host: &str) -> Result<Self, Fault> {
        let path = folder.join(LOCK);
        let doing = || format!("lock {}", folder.display());
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(Fault::io(doing))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let known = file.read_to_string(&mut holder).is_ok() && !holder.trim().is_empty();
                let holder = if known { holder.trim().to_owned() } else { "another process".to_owned() };
                return Err(Fault::new(FaultKind::TryAgain, doing(), format!("{holder} holds it")));
            }
            Err(TryLockError::Error(err)) => return Err(Fault::io(doing)(err)),
        }
        let holder = format!("process {} on {host}, since {:.0}\n", std::process::id(), Timestamp::now());
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(holder.as_bytes()))
            .map_err(Fault::io(doing))?;
        Ok(Self { file })
    }
}
