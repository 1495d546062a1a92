//! The few acts on the file system whose order is the proof, each with a name.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;

use flow::Fault;
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

/// Makes the entries of a folder durable: what was created in it, renamed into it or removed from it.
pub(crate) fn flush_folder(folder: &Path) -> Result<(), Fault> {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(Fault::io(|| format!("flush folder {}", folder.display())))
}

/// Makes a folder and those above it, durably. Does nothing where it is there.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Fault> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent().unwrap_or(Path::new(""));
    make_folder(above)?;
    match fs::create_dir(folder) {
        Err(err) if err.kind() != ErrorKind::AlreadyExists => {
            return Err(Fault::io(|| format!("make folder {}", folder.display()))(err));
        }
        _ => {}
    }
    flush_folder(if above.as_os_str().is_empty() { Path::new(".") } else { above })
}

/// Moves a file to a name that must be free. False: the name is taken, and nothing was moved.
///
/// One atomic `renameat2(RENAME_NOREPLACE)`; a hard link and an unlink on file systems that do not know it (NFS).
pub(crate) fn move_to_free_name(from: &Path, to: &Path) -> Result<bool, Fault> {
    let doing = || format!("move {} to {}", from.display(), to.display());
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(true),
        Err(Errno::EXIST) => Ok(false),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => match fs::hard_link(from, to) {
            // What is left under the old name is an aside whose link is taken: the next sweep removes it.
            Ok(()) => fs::remove_file(from).or(Ok(())).map(|()| true),
            Err(err) if err.kind() == ErrorKind::AlreadyExists => Ok(false),
            Err(err) => Err(Fault::io(doing)(err)),
        },
        Err(err) => Err(Fault::io(doing)(std::io::Error::from(err))),
    }
}

/// The names in a folder; none where the folder is not there.
pub(crate) fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    match fs::read_dir(folder) {
        Err(err) if err.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(err) => Err(err),
        Ok(entries) => entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect(),
    }
}
