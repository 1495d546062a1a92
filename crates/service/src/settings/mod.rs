//! Settings: loose in the files, strict in the code, unknown keys are errors.
//!
//! `layers` collects what is written where, `read` turns it into strict types with the ranges that
//! `types` names, once; nothing is checked later. What keys there are says `config/default.toml`, and only it.

mod layers;
mod librdkafka;
mod read;
mod topic;
mod types;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use flow::{Fault, FaultKind};

pub use librdkafka::{Librdkafka, is_secret};
pub use topic::{BadTopic, Topic};
pub use types::{
    Compression, EmbeddedSettings, FeedSettings, FlowSettings, Gazetteer, HttpSettings, KafkaSettings,
    LogFormat, LogSettings, Settings, SinkSettings, TaggerSettings, TopicSettings,
};

/// What a command line adds to the settings.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// `--config FILE`: over the files of the folder, under the environment.
    pub config: Option<PathBuf>,
    /// Keys and values that flags stand for (`--bootstrap-server X` is `kafka.bootstrap_servers`): over everything.
    pub set: Vec<(String, String)>,
}

/// The settings, and where each came from.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub settings: Settings,
    /// In the order of `config/default.toml`.
    pub effective: Vec<Effective>,
    /// Whose settings these are: `ingester`, `enricher`, `sink`; `None` for a command.
    pub service: Option<String>,
}

/// One setting in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// `kafka.bootstrap_servers`
    pub key: String,
    /// `***` if it is secret.
    pub value: String,
    /// `config/sink.toml:5`, `DATELINE__HTTP__LISTEN`, `command line`, `built-in default.toml:20`.
    pub origin: String,
}

/// The world that settings are looked for in. Tests make one up.
#[derive(Clone, Debug)]
pub struct Surroundings {
    pub environment: Vec<(OsString, OsString)>,
    /// `config/` is looked for here.
    pub folder: PathBuf,
}

impl Surroundings {
    /// This process's environment and working folder.
    pub fn here() -> Self {
        Self { environment: std::env::vars_os().collect(), folder: PathBuf::new() }
    }

    fn variable(&self, wanted: &str) -> Option<&Path> {
        let found = self.environment.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| Path::new(value)).filter(|value| !value.as_os_str().is_empty())
    }
}

/// Reads the settings of a service, or those of a command.
///
/// Every fault is of kind [`Usage`](FaultKind::Usage) (exit code 64) and names each wrong place: file and line, variable
/// or command line, and the key.
pub fn load(service: Option<&str>, sources: &Sources) -> Result<Loaded, Fault> {
    load_in(&Surroundings::here(), service, sources)
}

/// [`load`] in a world of the caller's making.
pub fn load_in(world: &Surroundings, service: Option<&str>, sources: &Sources) -> Result<Loaded, Fault> {
    let layers = layers::collect(world, service, sources)?;
    let mut reader = read::Reader::new(layers);
    match (Settings::read(&mut reader), reader.problems()) {
        (Some(settings), None) => {
            Ok(Loaded { settings, effective: reader.effective(), service: service.map(str::to_owned) })
        }
        (_, problems) => {
            let problems = problems.unwrap_or_else(|| "a value is missing".to_owned());
            Err(Fault::new(FaultKind::Usage, "read the settings", problems))
        }
    }
}
