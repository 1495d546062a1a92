//! One file a command.

use std::path::PathBuf;
use std::process::ExitCode;

use enricher::Enrich;
use flow::{Fault, FaultKind};
use service::Sources;

use crate::args::{Cli, Command, Config, Gazetteer, SchemaOf};
use crate::show::Out;

mod bench;
mod config;
mod consume;
mod dead;
mod gazetteer;
mod parse;
mod produce;
mod run;
mod score;
mod summary;
mod tag;
mod topics;
mod verify;
mod why;
mod why_regions;

pub(crate) fn dispatch(cli: Cli) -> ExitCode {
    let Cli { config, command } = cli;
    if let Some(file) = config.as_deref().filter(|_| command.reads_no_settings()) {
        let doing = format!("use --config {}", file.display());
        return fail(&Fault::new(FaultKind::Usage, doing, "this command reads no settings"));
    }
    let done = match command {
        Command::Run(args) => return run::run(config, &args),
        Command::Ingest(args) => return serve("ingester", config, args, ingester::serve),
        Command::Enrich(args) => return serve("enricher", config, args, enricher::serve),
        Command::Sink(args) => return serve("sink", config, args, sink::serve),
        Command::Parse(args) => parse::parse(&args),
        Command::Tag(args) => tag::tag(config, &args),
        Command::Score(args) => score::score(config, &args),
        Command::Produce(args) => produce::produce(config, args),
        Command::Consume(args) => consume::consume(config, args),
        Command::Verify(args) => verify::verify(config, &args),
        Command::Topics(args) => topics::topics(config, args),
        Command::Dead(args) => dead::dead(config, args),
        Command::Gazetteer(Gazetteer::Find(args)) => gazetteer::find(config, args),
        Command::Schema { message } => {
            schema(message);
            Ok(ExitCode::SUCCESS)
        }
        Command::Config(Config::Check { service, json, overrides }) => {
            config::check(service.as_deref(), json, &Sources { config, set: overrides.set })
        }
        Command::Health { address } => service::health_probe(&address)
            .map(|()| ExitCode::SUCCESS)
            .map_err(|why| Fault::new(FaultKind::Unavailable, format!("find {address} ready"), why)),
        Command::Bench(args) => bench::bench(&args),
        Command::Completions { shell } => {
            let mut command = <Cli as clap::CommandFactory>::command();
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut command, "dateline", &mut script);
            Out::new().bytes(&script);
            Ok(ExitCode::SUCCESS)
        }
    };
    done.unwrap_or_else(|fault| fail(&fault))
}

/// What tags, with the settings that a run would have here: so that `tag` shows the record that `run` writes.
fn enrich(config: Option<PathBuf>, set: Vec<(String, String)>) -> Result<Enrich, Fault> {
    let settings = service::load(None, &Sources { config, set })?.settings;
    enricher::tagger(settings.tagger.gazetteer.as_ref()).map(Enrich::with_tagger)
}

/// Says what went wrong and gives the exit code.
fn fail(fault: &Fault) -> ExitCode {
    eprintln!("dateline: {}", flow::chain(fault));
    ExitCode::from(fault.kind.exit_code())
}

fn serve<F, S>(name: &'static str, config: Option<PathBuf>, args: crate::args::Service, serve: S) -> ExitCode
where
    S: FnOnce(service::Context) -> F,
    F: Future<Output = Result<flow::Tally, Fault>>,
{
    let mut set = args.overrides.set;
    set.extend(args.bootstrap_server.map(|at| ("kafka.bootstrap_servers".to_owned(), at)));
    match service::load(Some(name), &Sources { config, set }) {
        Ok(loaded) => service::run(name, loaded, serve),
        Err(fault) => fail(&fault),
    }
}

fn schema(message: SchemaOf) {
    let schema = match message {
        SchemaOf::Article => article::article_schema(),
        SchemaOf::Enriched => article::enriched_schema(),
    };
    Out::new().line(serde_json::to_string_pretty(&schema).expect("a schema is JSON"));
}

/// Runs a command that waits for others.
fn block_on<T>(future: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(Fault::io(|| "start".to_owned()))?.block_on(future)
}

/// After so long somebody at a terminal wants to know what is waited for.
const SILENCE: std::time::Duration = std::time::Duration::from_secs(1);

/// Waits for an answer of Kafka's; says so if it takes long.
pub(crate) async fn patiently<T>(settings: &service::Settings, answer: impl Future<Output = T>) -> T {
    let mut answer = std::pin::pin!(answer);
    if let Ok(answer) = tokio::time::timeout(SILENCE, &mut answer).await {
        return answer;
    }
    let kafka = &settings.kafka;
    eprintln!(
        "dateline: waiting for Kafka at {}, for {} s at most (kafka.patience_ms); the log of a `dateline run` is named with --log OUT",
        kafka.bootstrap_servers,
        kafka.patience.as_secs_f32()
    );
    answer.await
}
