//! The command line: all of Dateline in one program.
//!
//! `run` takes stories the whole way in one process; `ingest`, `enrich` and `sink` are the three services; the rest
//! looks at what they do. Each command is a file in `commands/`.

mod args;
mod commands;
mod input;
mod place;
mod show;
mod standing;
mod waiting;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::dispatch(args::read())
}
