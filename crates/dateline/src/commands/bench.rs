//! `dateline bench`: what the way from a feed to files costs on this machine.
use crate::args::Bench;
use flow::Fault;
use std::path::PathBuf;
use std::process::ExitCode;
pub(super) fn bench(_config: Option<PathBuf>, _args: &Bench) -> Result<ExitCode, Fault> {
    todo!()
}
