//! Every test that needs Kafka, in one binary: the broker is started once for all of them.

#![allow(clippy::unwrap_used)] // helpers of tests

#[path = "kafka/access.rs"]
mod access;
#[path = "../../kafka/tests/ends/mod.rs"]
mod ends;
#[path = "kafka/every_format.rs"]
mod every_format;
mod mixed;
#[path = "kafka/services.rs"]
mod services;
#[path = "kafka/stand.rs"]
mod stand;

use std::process::ExitCode;

fn main() -> ExitCode {
    if ends::is_child() {
        return ends::child();
    }
    let trials = ends::trials().into_iter().chain(services::trials()).chain(access::trials());
    test_support::run_with_kafka(trials.chain(every_format::trials()).collect())
}
