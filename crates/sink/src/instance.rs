//! Who writes: this process, told apart from every other that ever wrote into the folder.

use std::hash::{BuildHasher, Hasher, RandomState};

use serde::{Deserialize, Serialize};

/// An outlet of one process. Stands in manifests and in the names of asides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    /// `5f1c22d0-4711-9e3779b97f4a7c15`: the running kernel, the process, and a random number.
    pub id: String,
    pub host: String,
    pub pid: u32,
}

impl Instance {
    pub(crate) fn new() -> Self {
        let pid = std::process::id();
        let random = RandomState::new().build_hasher().finish();
        Self { id: format!("{}-{pid}-{random:016x}", kernel()), host: host(), pid }
    }

    /// Whether an instance runs, or ran, on this very kernel: then the locks on its files can be trusted.
    pub(crate) fn is_near(id: &str) -> bool {
        id.split('-').next() == Some(kernel().as_str())
    }
}

pub(crate) fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

/// The start of Linux's boot id: the same in all containers of a machine, another after each boot. Where there is
/// none, a number that nobody else has: nothing is near then.
fn kernel() -> String {
    static KERNEL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
        match boot.get(..8) {
            Some(start) if start.bytes().all(|byte| byte.is_ascii_hexdigit()) => start.to_owned(),
            _ => format!("{:08x}", RandomState::new().build_hasher().finish() >> 32),
        }
    });
    KERNEL.clone()
}
