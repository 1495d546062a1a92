//! What makes a flow a program: settings, logs, metrics, health, signals and exit codes.
//!
//! A service's `main.rs` is one line of wiring (see [`main`](main())); what it does is a function from a [`Context`] to
//! a tally.
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     service::main("enricher", async |context| {
//!         let _topic = &context.settings.topics.raw;
//!         // … make the two ends and run the loop between them until context.stop
//!         Ok(flow::Tally::default())
//!     })
//! }
//! ```
//!
//! | module | gives |
//! | --- | --- |
//! | [`settings`] | [`load`]: files, environment and command line as strict types, or exit code 64 |
//! | [`logs`] | lines for people or JSON on stderr |
//! | [`metrics`] | the [`flow::Meter`] behind `/metrics` |
//! | [`health`] | `/health/live` and `/health/ready`, and [`health_probe`] that asks for it |
//! | [`trace`] | trace ids that travel with a message |
//!
//! # Settings
//!
//! **Defaults live in `config/default.toml`**, with what each key means; no program has others. The files of `config/` are
//! also compiled in, so that a program alone runs, and that copy says which keys there are: a key that is not in it is an
//! error wherever it stands. Types and ranges are checked of the value that counts, not of those that a later layer covers.
//!
//! **A secret is shown nowhere**: not in logs, errors, `Debug` or [`Loaded::effective`].
//!
//! # Stopping, and exit codes
//!
//! The first SIGTERM or SIGINT cancels [`Context::stop`]: what was taken is finished, nothing more is taken. A stop that
//! takes longer than `flow.drain_ms` is cut off with 75, and nothing is lost: what was not settled comes again. A second
//! signal ends the program at once.
//!
//! | code | when |
//! | --- | --- |
//! | 0 | stopped as told, or the inlet came to its end |
//! | 64 | a setting or the command line must be mended; an address of ours (`http.listen`) stays taken for 5 s |
//! | 65 | what is stored is not what it should be |
//! | 69 | no broker within `kafka.patience_ms`, or none that has the topic ready; a health probe: not ready |
//! | 70 | a panic: ours to mend |
//! | 74 | a disk is full, a folder cannot be written |
//! | 75 | someone else holds it (a folder, a log, our place in Kafka), or the drain took too long: try again |
//! | 130, 143 | a second SIGINT, a second SIGTERM |
//!
//! # Metrics
//!
//! All with the label `flow`: `ingester`, `enricher` or `sink`. **Messages are counted when they are settled**, so that
//! each is counted once, however often a batch came again.
//!
//! | name | type | is |
//! | --- | --- | --- |
//! | `dateline_messages_in_total` | counter | messages read and settled |
//! | `dateline_messages_out_total` | counter | results settled |
//! | `dateline_messages_rejected_total` | counter | rejects settled as dead letters, by `reason` |
//! | `dateline_messages_skipped_total` | counter | messages with nothing to pass on, by `reason` |
//! | `dateline_commits_total` | counter | commits that settled something |
//! | `dateline_batches_aborted_total` | counter | commits that were dropped and came again |
//! | `dateline_batch_messages` | histogram | messages in a batch |
//! | `dateline_batch_seconds` | histogram | time to apply the step to a batch |
//! | `dateline_publish_to_settled_seconds` | histogram | from a story's publication to here: at the sink, to its file |
//! | `dateline_messages_unsettled` | gauge | taken and not yet settled |
//! | `dateline_lag_messages` | gauge | waiting to be settled, by `topic` and `partition` |
//! | `dateline_connected` | gauge | 1 while the broker answers |
//! | `dateline_assigned_partitions` | gauge | partitions that this instance may read |
//! | `dateline_last_settled_timestamp_seconds` | gauge | when something was last settled, in Unix time |
//! | `dateline_build_info` | gauge | 1, with the `version` (and no flow) |
//!
//! # Ready
//!
//! Ready means: the broker answers, the group has told which partitions are ours (maybe none: a spare instance is ready),
//! and it gets on: not for `flow.stall_ms` has something waited while nothing was settled. A flow without a broker or a
//! group says so with [`Health::needs`](health::Health::needs).

mod args;
mod broker;
pub mod health;
mod http;
pub mod logs;
pub mod metrics;
mod probe;
mod program;
pub mod settings;
mod signals;
pub mod trace;

pub use args::key_and_value;
pub use broker::unless_stopped;
pub use probe::health_probe;
pub use program::{Context, main, report, run};
pub use settings::{Effective, Loaded, Settings, Sources, Topic, load};
