//! Errors of two kinds and two types: the message's fault and the world's.

use std::error::Error;
use std::fmt::Write;

/// What lies beneath an error.
pub type Cause = Box<dyn Error + Send + Sync>;

/// The message's fault: set it aside with its reason and carry on.
#[derive(Debug, thiserror::Error)]
#[error("rejected as `{code}`")]
pub struct Reject {
    /// A metric label and a header: `not_an_article`, `bad_xml` …
    pub code: &'static str,
    #[source]
    pub cause: Cause,
}

impl Reject {
    pub fn new(code: &'static str, cause: impl Into<Cause>) -> Self {
        Self { code, cause: cause.into() }
    }

    /// Why, on one line of at most a kilobyte: a cause may quote a whole message, and this goes into headers and logs.
    pub fn reason(&self) -> String {
        let mut reason = chain(self.cause.as_ref());
        if reason.len() > LONGEST_REASON {
            reason.truncate(reason.floor_char_boundary(LONGEST_REASON));
            reason.push('…');
        }
        reason
    }
}

const LONGEST_REASON: usize = 1024;

/// The world's fault: stop, settle nothing, let the batch come back.
#[derive(Debug, thiserror::Error)]
#[error("failed to {doing}")]
pub struct Fault {
    /// "read config/sink.toml"
    pub doing: String,
    pub kind: FaultKind,
    #[source]
    pub cause: Cause,
}

/// What an operator can do about a fault; each has its exit code (sysexits).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// 64: mend a setting or the command line.
    Usage,
    /// 65: what is stored is not what it should be; look before going on.
    Data,
    /// 69: no broker within the configured patience, or none that has the topic ready or takes what is sent.
    Unavailable,
    /// 70: ours to mend.
    Bug,
    /// 74: a disk is full, a folder cannot be written.
    Io,
    /// 75: someone else holds it, or we were fenced; try again.
    TryAgain,
}

impl FaultKind {
    /// The exit code of sysexits.h.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Usage => 64,
            Self::Data => 65,
            Self::Unavailable => 69,
            Self::Bug => 70,
            Self::Io => 74,
            Self::TryAgain => 75,
        }
    }
}

impl Fault {
    pub fn new(kind: FaultKind, doing: impl Into<String>, cause: impl Into<Cause>) -> Self {
        Self { doing: doing.into(), kind, cause: cause.into() }
    }

    /// For `map_err` on I/O: `file.sync_all().map_err(Fault::io(|| format!("flush {path}")))`.
    pub fn io<E: Into<Cause>>(doing: impl FnOnce() -> String) -> impl FnOnce(E) -> Self {
        move |err| Self::new(FaultKind::Io, doing(), err)
    }
}

/// An error and all its causes on one line: the one place that prints chains.
pub fn chain(err: &(dyn Error + 'static)) -> String {
    let mut line = err.to_string();
    let mut next = err.source();
    while let Some(cause) = next {
        let _ = write!(line, ": {cause}");
        next = cause.source();
    }
    line
}
