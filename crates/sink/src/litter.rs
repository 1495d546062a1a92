//! What desktops and file servers leave in whichever folder they look into. None of it is a record or could be one.
//!
//! | left by | called |
//! | --- | --- |
//! | macOS | `.DS_Store`, `.localized`, `.apdisk`; `._NAME` beside a file, if it begins as AppleDouble does |
//! | Windows | `Thumbs.db`, `ehthumbs.db`, `desktop.ini`, in letters of any size |
//! | KDE | `.directory` |
//! | NFS, FUSE | `.nfs…`, `.fuse_hidden…` and hex digits: a file that was deleted while somebody had it open |
//! | ext4 | `lost+found` at the top of a volume, while it is empty or may not be looked into |
//!
//! A folder of any of these names but the last is a stray, and so is a link: what is in them could be anything.

use std::fs::{DirEntry, File, FileType};
use std::io::{ErrorKind, Read};
use std::path::Path;

/// How an AppleDouble file begins.
const APPLE_DOUBLE: [u8; 4] = [0x00, 0x05, 0x16, 0x07];
/// Of an inode's number; both write at least so many digits.
const DIGITS: usize = 16;

/// Whether a file of this name is litter whatever is in it.
pub(crate) fn is_litter(name: &str) -> bool {
    let numbered = |prefix| {
        let digits = name.strip_prefix(prefix);
        digits.is_some_and(|digits| digits.len() >= DIGITS && digits.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    [".DS_Store", ".localized", ".apdisk", ".directory"].contains(&name)
        || ["Thumbs.db", "ehthumbs.db", "desktop.ini"].iter().any(|left| name.eq_ignore_ascii_case(left))
        || numbered(".nfs")
        || numbered(".fuse_hidden")
}

/// Whether an entry of a folder is litter. What cannot be looked at is none: it could be anything.
pub(crate) fn is_left(entry: &DirEntry, kind: FileType, name: &str) -> bool {
    if kind.is_dir() {
        return name == "lost+found" && is_shut_or_empty(&entry.path());
    }
    kind.is_file() && (is_litter(name) || name.starts_with("._") && is_apple_double(&entry.path()))
}

/// Only root may look into one, and only a check of the file system puts something there.
fn is_shut_or_empty(folder: &Path) -> bool {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(err) => err.kind() == ErrorKind::PermissionDenied,
    }
}

fn is_apple_double(file: &Path) -> bool {
    let mut head = [0; APPLE_DOUBLE.len()];
    File::open(file).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == APPLE_DOUBLE
}
