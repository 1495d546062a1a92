//! A real Apache Kafka for tests, started once for a whole run of them.
//!
//! [`Broker::start`] finds one, in this order: `DATELINE_TEST_KAFKA=host:port`, which is then somebody else's to
//! start and stop; Kafka's jars, fetched once by Maven into `target/kafka-<version>-with-tools`, with Java; the Docker image
//! `apache/kafka`. [`run_with_kafka`] is the `main` of a test binary without a harness.
//!
//! [`Broker::start_guarded`] starts another one that asks for a password and has an authorizer, for trials of logging in and
//! of missing rights. That one is only run from the jars.
//!
//! **A broker does not outlive the tests**, also if they are killed: a shell that holds a pipe to the test process stands
//! beside it, and when the pipe breaks it kills the broker and removes its data.
//!
//! **Without a broker the tests that need one are ignored, with one line saying what to install**; where `CI=true`, they
//! fail.

mod broker;
mod guard;
mod jars;
mod keeper;
mod trials;

pub use broker::{Broker, Missing};
pub use guard::{ADMIN, DESK, Resource, User};
pub use trials::{KafkaTrial, run_with_kafka};

/// The version that tests run against.
pub const KAFKA_VERSION: &str = "4.1.1";

use std::sync::atomic::{AtomicU32, Ordering};

/// A name that no other test uses, not even one of another run against the same broker.
pub fn unique(name: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let now = std::time::UNIX_EPOCH.elapsed().unwrap_or_default().as_millis();
    format!("{name}-{now:x}-{:x}-{count}", std::process::id())
}
