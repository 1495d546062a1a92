//! The command line of a service that is a program of its own.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, Command, value_parser};
use flow::FaultKind;

use crate::settings::Sources;

const AFTER: &str = "\
Settings come from default.toml and the service's own file in the folder DATELINE_CONFIG_DIR (or ./config, or the copies \
compiled in), --config, the environment (DATELINE__KAFKA__BOOTSTRAP_SERVERS=…) and --set, each over the one before. \
`dateline config check` prints them.

SIGTERM and SIGINT finish what was taken; a second one ends at once.";

fn command(name: &str) -> Command {
    let program = format!("dateline-{name}");
    Command::new("dateline")
        .bin_name(&program)
        .display_name(&program)
        .version(env!("CARGO_PKG_VERSION"))
        .about(format!("Dateline's {name}"))
        .after_help(AFTER)
        .arg(
            Arg::new("config")
                .long("config")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Settings over those of the config folder"),
        )
        .arg(
            Arg::new("set")
                .long("set")
                .value_name("KEY=VALUE")
                .action(clap::ArgAction::Append)
                .value_parser(key_and_value)
                .help("One setting over all others, as in --set feed.folder=stories"),
        )
}

/// What the command line says, or the exit code if that is all there is to do.
pub(crate) fn parse(name: &str, args: impl Iterator<Item = OsString>) -> Result<Sources, ExitCode> {
    let matches = command(name).try_get_matches_from(args).map_err(|err| {
        // If stderr is gone there is nobody to tell.
        let _ = err.print();
        if err.use_stderr() { ExitCode::from(FaultKind::Usage.exit_code()) } else { ExitCode::SUCCESS }
    })?;
    let set = matches.get_many::<(String, String)>("set").into_iter().flatten().cloned().collect();
    Ok(Sources { config: matches.get_one("config").cloned(), set })
}

/// For the `value_parser` of a `--set KEY=VALUE`.
pub fn key_and_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("write it as KEY=VALUE")?;
    Ok((key.trim().to_owned(), value.to_owned()))
}
