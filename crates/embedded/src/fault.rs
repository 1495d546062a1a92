//! What redb's errors mean to an operator.

use std::path::Path;

use flow::{Fault, FaultKind};

/// A fault of the file at `path`: "failed to commit to data/dateline.redb".
pub(crate) fn of_redb<E: Into<redb::Error>>(doing: &str, path: &Path) -> impl FnOnce(E) -> Fault {
    move |err| {
        let err = err.into();
        Fault::new(kind(&err), format!("{doing} {}", path.display()), err)
    }
}

fn kind(err: &redb::Error) -> FaultKind {
    use redb::Error as E;
    match err {
        // redb says so of a file that was never one of its own.
        E::Io(io)
            if matches!(io.kind(), std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof) =>
        {
            FaultKind::Data
        }
        E::Io(_) | E::PreviousIo => FaultKind::Io,
        E::Corrupted(_)
        | E::UpgradeRequired(_)
        | E::RepairAborted
        | E::TableTypeMismatch { .. }
        | E::TableIsMultimap(_)
        | E::TypeDefinitionChanged { .. }
        | E::TableDoesNotExist(_) => FaultKind::Data,
        E::DatabaseAlreadyOpen => FaultKind::TryAgain,
        _ => FaultKind::Bug,
    }
}

/// Runs what reads pages that may be damaged: redb promises no more than a panic there, and the operator wants to
/// read which file it is.
pub(crate) fn guarded<T>(
    doing: &str,
    path: &Path,
    act: impl FnOnce() -> Result<T, Fault>,
) -> Result<T, Fault> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(act)).unwrap_or_else(|panic| {
        let text =
            panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
        let cause = format!("the file is damaged: {}", text.unwrap_or("redb gave up"));
        Err(Fault::new(FaultKind::Data, format!("{doing} {}", path.display()), cause))
    })
}
