//! What may be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Turns wire-service news into data: which regions a story is about, which industries, and which trade figures it
/// states, each with the words that prove it.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, max_term_width = 100, propagate_version = true)]
#[command(
    after_help = "Exit codes: 0 fine; 1 verify found a fault, parse or tag rejected something, these or run could not read \
                  something in a folder, or no place is called so; 64 usage or settings; 65 stored data; 69 no broker, or a \
                  service that is not ready; 70 a bug; 74 disk; 75 held by another or not finished: try again; 141 nobody reads \
                  the output. docs/operations.md has them all.\n\n\
                  To begin with: dateline run samples --out out; dateline tag FILE; dateline tag FILE --why."
)]
pub(crate) struct Cli {
    /// A settings file on top of config/default.toml; refused by commands that read no settings
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// `127.0.0.1:8081`, `http://sink:8080/health/live`
fn host_and_port(address: &str) -> Result<String, String> {
    let rest = address.strip_prefix("http://").unwrap_or(address);
    let host = rest.split_once('/').map_or(rest, |(host, _)| host);
    let is_one = |(host, port): (&str, &str)| !host.is_empty() && port.parse::<u16>().is_ok();
    if host.rsplit_once(':').is_some_and(is_one) {
        Ok(address.to_owned())
    } else {
        Err("write it as host:port or http://host:port/path".to_owned())
    }
}

pub(crate) fn read() -> Cli {
    Cli::try_parse().unwrap_or_else(|err| {
        let _ = err.print();
        // sysexits: a wrong command line is 64; --help and --version are not wrong.
        std::process::exit(if err.use_stderr() { 64 } else { 0 })
    })
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Take stories the whole way in one process, without a broker
    Run(Run),
    /// Service: feeds in, articles to the topic articles.raw
    Ingest(Service),
    /// Service: articles.raw tagged to articles.enriched
    Enrich(Service),
    /// Service: articles.enriched to files
    Sink(Service),
    /// Parse stories and print them as articles in JSON, one a line
    Parse(Parse),
    /// Tag stories and show what they are about
    Tag(Tag),
    /// Score the tagger against stories that an editor has tagged
    Score(Score),
    /// Put stories or articles on a topic
    Produce(Produce),
    /// Print the messages of a topic, one a line (text of several lines as a JSON string)
    Consume(Consume),
    /// Read everything in an output folder again and prove it
    Verify(Verify),
    /// The topics of a broker or of an embedded log
    #[command(subcommand)]
    Topics(Topics),
    /// What could not be used, with bytes and reason
    #[command(subcommand)]
    Dead(Dead),
    /// The places that the tagger knows
    #[command(subcommand)]
    Gazetteer(Gazetteer),
    /// The JSON Schema (2020-12) of a message
    Schema { message: SchemaOf },
    /// The settings in force
    #[command(subcommand)]
    Config(Config),
    /// Ask a service whether it is ready; exit 0 if so, 69 if not
    Health {
        /// host:port, or a URL: the service's `http.listen`
        #[arg(default_value = "127.0.0.1:8080", value_parser = host_and_port)]
        address: String,
    },
    /// Measure the way from a feed to files on this machine
    Bench(Bench),
    /// Shell completions
    Completions { shell: clap_complete::Shell },
}

impl Command {
    /// For these a settings file is a slip: whoever names one expects something of it.
    pub(crate) fn reads_no_settings(&self) -> bool {
        match self {
            Self::Parse(_)
            | Self::Schema { .. }
            | Self::Health { .. }
            | Self::Bench(_)
            | Self::Completions { .. }
            | Self::Score(Score { records: Some(_), .. })
            | Self::Dead(Dead::List { files: Some(_), .. } | Dead::Show { files: Some(_), .. }) => true,
            Self::Run(_)
            | Self::Ingest(_)
            | Self::Enrich(_)
            | Self::Sink(_)
            | Self::Tag(_)
            | Self::Score(_)
            | Self::Produce(_)
            | Self::Consume(_)
            | Self::Verify(_)
            | Self::Topics(_)
            | Self::Dead(_)
            | Self::Gazetteer(_)
            | Self::Config(_) => false,
        }
    }
}

/// What every command with settings takes.
#[derive(Debug, Args)]
pub(crate) struct Overrides {
    /// Any setting, over all others: --set sink.rotate_age_ms=1000
    #[arg(long, value_name = "KEY=VALUE", value_parser = service::key_and_value)]
    pub(crate) set: Vec<(String, String)>,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Files, or folders with all that is in them; stories in any wire format, articles, or records to be tagged anew. Without: files
    /// what already waits in the log of the output folder (`produce`, a run that was interrupted)
    #[arg(required_if_eq("watch", "true"), value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Where files, manifests and the embedded log go [default: sink.folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Stay, and take new files as they come
    #[arg(long)]
    pub(crate) watch: bool,
    /// Compress the files [default: sink.compression]
    #[arg(long, value_parser = ["none", "gzip", "zstd"])]
    pub(crate) compression: Option<String>,
    #[command(flatten)]
    pub(crate) overrides: Overrides,
    /// Print the summary as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Service {
    /// Kafka [default: kafka.bootstrap_servers]
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) bootstrap_server: Option<String>,
    #[command(flatten)]
    pub(crate) overrides: Overrides,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(crate) struct Parse {
    /// Files, folders with all that is in them, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) files: Vec<PathBuf>,
    /// Read as this format instead of recognising it
    #[arg(long, value_name = "NAME")]
    pub(crate) format: Option<wire::Format>,
    /// One line a file: {"case", "outcome": "ok" | "reject" | "skip", "articles", "reason"}
    #[arg(long, conflicts_with = "pretty")]
    pub(crate) json: bool,
    /// With --json: `case` is the file's name without folder and ending, and not its path
    #[arg(long, requires = "json")]
    pub(crate) id_from_name: bool,
    /// Count formats, outcomes and warnings, and print the tables instead of articles (with --json: to standard error)
    #[arg(long)]
    pub(crate) summary: bool,
    /// For a reader: indented
    #[arg(long)]
    pub(crate) pretty: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Tag {
    /// Files of stories or articles, folders of them, or - for standard input (NDJSON articles too)
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// One record a line; not with --why
    #[arg(long)]
    pub(crate) json: bool,
    /// How each name, sector and number was read: candidates and points, cues, clause and rule; not with --json
    #[arg(long, conflicts_with = "json")]
    pub(crate) why: bool,
    /// The date of a story that has none: 2024-10-15, or 2024-10-15T09:15:00+08:00
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<article::When>,
    #[command(flatten)]
    pub(crate) overrides: Overrides,
}

#[derive(Debug, Args)]
pub(crate) struct Score {
    /// Folder of ID.json: what an editor would want in the record
    #[arg(value_name = "GOLD_DIR")]
    pub(crate) gold: PathBuf,
    /// Folder of ID.txt: the stories
    #[arg(value_name = "DOCS_DIR")]
    pub(crate) docs: PathBuf,
    /// List every disagreement, by kind
    #[arg(long)]
    pub(crate) errors: bool,
    /// One JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// Judge these records (NDJSON, `id` is the name of the file in GOLD_DIR without `.json`) instead of tagging now; their days of
    /// publication should be the gold's: `dateline tag --published`
    #[arg(long, value_name = "FILE", conflicts_with = "set")]
    pub(crate) records: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) overrides: Overrides,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Gazetteer {
    /// The places that a name may be, their codes, and what decides between them
    ///
    /// PEOPLE are those of a city as GeoNames counts them, and of a division those of its cities in the gazetteer: fewer than live
    /// there. POINTS are what a place is worth before a story says anything; the exit code is 1 if no place is called so.
    Find(Find),
}

#[derive(Debug, Args)]
pub(crate) struct Find {
    /// As it may stand in a story: Georgia, Sao Paulo, Bavarian; also with what it lies in: "Paris, Texas"
    pub(crate) name: String,
    /// A folder with a dump of GeoNames in place of the built-in cities [default: tagger.gazetteer]
    #[arg(long, value_name = "DIR")]
    pub(crate) gazetteer: Option<std::path::PathBuf>,
    #[command(flatten)]
    pub(crate) overrides: Overrides,
}

/// Where topics are: a broker, or the embedded log of a `dateline run`.
#[derive(Debug, Args)]
pub(crate) struct Where {
    /// Kafka [default: kafka.bootstrap_servers]
    #[arg(long, value_name = "HOST:PORT", conflicts_with = "log")]
    pub(crate) bootstrap_server: Option<String>,
    /// An embedded log instead: its file (.redb), or the output folder of a `dateline run`
    #[arg(long, value_name = "PATH")]
    pub(crate) log: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) overrides: Overrides,
}

#[derive(Debug, Args)]
pub(crate) struct Produce {
    /// Files, one message each (.ndjson: one a line), or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The topic [default: topics.raw]
    #[arg(long)]
    pub(crate) topic: Option<String>,
    /// Every line is a message
    #[arg(long)]
    pub(crate) lines: bool,
    /// The key of the messages [default: an article's id, else none]
    #[arg(long)]
    pub(crate) key: Option<String>,
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // they are flags
pub(crate) struct Consume {
    /// The topic [default: topics.enriched]
    #[arg(long)]
    pub(crate) topic: Option<String>,
    /// All that is there, to its end; without it, wait for what comes
    #[arg(long)]
    pub(crate) from_beginning: bool,
    /// After all that is there, stay and print what comes
    #[arg(long)]
    pub(crate) follow: bool,
    /// For a reader: indented
    #[arg(long)]
    pub(crate) pretty: bool,
    /// Print position, key and headers as well
    #[arg(long)]
    pub(crate) headers: bool,
    /// Stop after so many messages
    #[arg(long, value_name = "COUNT")]
    pub(crate) max: Option<u64>,
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The output folder
    pub(crate) dir: PathBuf,
    /// The proof, or the fault, as one JSON object
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) overrides: Overrides,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Topics {
    /// Make the topics of the settings where they are missing
    Create(#[command(flatten)] Where),
    /// Names, partitions and offsets
    List {
        /// One JSON object a topic
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        place: Where,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Dead {
    /// One line a dead letter: position, reason, where it stood
    List {
        /// One JSON object a dead letter
        #[arg(long)]
        json: bool,
        /// Those that a sink set aside in its output folder
        #[arg(long, value_name = "DIR", conflicts_with_all = ["bootstrap_server", "log"])]
        files: Option<PathBuf>,
        #[command(flatten)]
        place: Where,
    },
    /// One dead letter whole: headers, then its bytes
    Show {
        /// As `dead list` prints it: 0@12, or of a folder articles.enriched/0@12
        position: String,
        /// Those that a sink set aside in its output folder
        #[arg(long, value_name = "DIR", conflicts_with_all = ["bootstrap_server", "log"])]
        files: Option<PathBuf>,
        /// Only the bytes, to a file or a pipe
        #[arg(long)]
        raw: bool,
        #[command(flatten)]
        place: Where,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SchemaOf {
    Article,
    Enriched,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Config {
    /// Check the settings and print them with where each came from
    Check {
        /// With this service's own file
        #[arg(long, value_parser = ["ingester", "enricher", "sink"])]
        service: Option<String>,
        /// One JSON list
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        overrides: Overrides,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// How many stories
    #[arg(long, default_value_t = 200_000)]
    pub(crate) stories: u64,
    /// How long each is, about
    #[arg(long, default_value_t = 3_000)]
    pub(crate) bytes: usize,
    /// Where to work; emptied at the end [default: a folder beside the system's temporary files]
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// Measure through Kafka as well
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) bootstrap_server: Option<String>,
    /// One JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// One of the bare loops, as which the program starts itself: file, copy or files; from where, to where
    #[arg(long, hide = true, num_args = 3, requires = "bootstrap_server")]
    pub(crate) bare: Vec<String>,
}
