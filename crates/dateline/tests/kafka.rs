//! Every test that needs Kafka, in one binary: the broker is started once for all of them.

#[path = "../../kafka/tests/ends/mod.rs"]
mod ends;

use std::process::ExitCode;

fn main() -> ExitCode {
    if ends::is_child() {
        return ends::child();
    }
    test_support::run_with_kafka(ends::trials())
}
