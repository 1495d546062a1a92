//! A program's way from its command line to its exit code.

use std::any::Any;
use std::fmt::Write as _;
use std::io::Write as _;
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use flow::{Crew, Fault, FaultKind, Flow, Stop, Tally, chain};
use tokio::runtime::Runtime;
use tracing::{Level, error, info};

use crate::health::Health;
use crate::metrics::Metrics;
use crate::settings::{Loaded, LogFormat, Settings};
use crate::signals::Watch;
use crate::{args, http, logs};

/// What a program's work is given.
pub struct Context {
    pub settings: Settings,
    /// Cancelled by the first signal, and by whoever wants the program to end.
    pub stop: Stop,
    /// Name, crew and meter of the program's flow.
    pub flow: Flow,
    pub health: Health,
    pub metrics: Arc<Metrics>,
    /// Where `/metrics` and `/health` are served, if they are.
    pub http: Option<SocketAddr>,
}

impl Context {
    /// The flows of a program that runs several, in the place of [`Context::flow`]; one crew works for all.
    pub fn flows<const N: usize>(&self, names: [&'static str; N]) -> [Flow; N] {
        self.metrics.forget(self.flow.name);
        names.map(|name| Flow { name, crew: self.flow.crew.clone(), meter: self.metrics.meter(name) })
    }
}

/// A service as a program of its own: reads the command line and the settings of the service `name`, then [`run`]s it.
pub fn main<F, Fut>(name: &'static str, serve: F) -> ExitCode
where
    F: FnOnce(Context) -> Fut,
    Fut: Future<Output = Result<Tally, Fault>>,
{
    let sources = match args::parse(name, std::env::args_os()) {
        Ok(sources) => sources,
        Err(exit) => return exit,
    };
    match crate::load(Some(name), &sources) {
        Ok(loaded) => run(name, loaded, serve),
        Err(fault) => report(&fault),
    }
}

/// Runs with settings that are there already: sets up logs, threads, metrics, health and signals, serves, and says how
/// it went.
pub fn run<F, Fut>(name: &'static str, loaded: Loaded, serve: F) -> ExitCode
where
    F: FnOnce(Context) -> Fut,
    Fut: Future<Output = Result<Tally, Fault>>,
{
    let reader = if loaded.service.is_some() { logs::Reader::Operator } else { logs::Reader::Person };
    logs::start(name, &loaded.settings.log, reader);
    log_panics();
    if loaded.service.is_some() {
        keep_memory(loaded.settings.flow.batch_bytes);
    }
    let is_for_a_person =
        reader == logs::Reader::Person && !matches!(loaded.settings.log.format, LogFormat::Json);
    match work(name, loaded.settings, serve) {
        Ok(tally) => {
            log_tally(&tally);
            ExitCode::SUCCESS
        }
        Err(fault) if is_for_a_person => {
            // As every other command says it; a clock and a level are for whoever reads on.
            let _ = writeln!(std::io::stderr(), "dateline: {}", chain(&fault));
            ExitCode::from(fault.kind.exit_code())
        }
        Err(fault) => report(&fault),
    }
}

/// Has the C library keep the memory of a batch for the next one.
///
/// glibc gives memory back as soon as a little of it is free, and a service that reads a backlog asks for it again with the next
/// batch, page by page: a twentieth of an ingester's time. It learns by what it is given back how much that is worth: here, one
/// piece of a batch's size, of which nothing is ever touched. Where it learns nothing, nothing is lost.
fn keep_memory(batch_bytes: usize) {
    /// glibc learns from no larger piece.
    const LARGEST: usize = 31 << 20;
    drop(std::hint::black_box(Vec::<u8>::with_capacity(batch_bytes.min(LARGEST))));
}

/// Prints a fault with all its causes, the only place that does, and gives its exit code.
pub fn report(fault: &Fault) -> ExitCode {
    say(&chain(fault));
    ExitCode::from(fault.kind.exit_code())
}

/// To the logs; to stderr as long as there are none.
fn say(line: &str) {
    if tracing::enabled!(Level::ERROR) {
        error!("{line}");
    } else {
        // Not `eprintln!`, which panics where stderr is gone.
        let _ = writeln!(std::io::stderr(), "{line}");
    }
}

fn work<F, Fut>(name: &'static str, settings: Settings, serve: F) -> Result<Tally, Fault>
where
    F: FnOnce(Context) -> Fut,
    Fut: Future<Output = Result<Tally, Fault>>,
{
    /// Of what still runs beside the flow when it is done (a look-up of a host name): nothing that matters.
    const LEFTOVERS: Duration = Duration::from_secs(1);

    let runtime = Runtime::new().map_err(|err| Fault::new(FaultKind::Io, "start the runtime", err))?;
    let stop = Stop::new();
    let health = Health::new(settings.flow.stall, stop.clone());
    let mut watch = Watch::start(stop.clone(), settings.flow.drain, health.clone())?;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            let context = context(name, settings, stop, health).await?;
            info!(version = env!("CARGO_PKG_VERSION"), http = http_of(&context), "started");
            serve(context).await
        })
    }));
    watch.drained();
    runtime.shutdown_timeout(LEFTOVERS);
    outcome.unwrap_or_else(|panic| Err(Fault::new(FaultKind::Bug, "go on", text_of(&*panic))))
}

async fn context(
    name: &'static str,
    settings: Settings,
    stop: Stop,
    health: Health,
) -> Result<Context, Fault> {
    let metrics = Arc::new(Metrics::new(health.clone()));
    let flow = Flow { name, crew: Crew::new(settings.flow.threads)?, meter: metrics.meter(name) };
    let http = if settings.http.enabled {
        Some(http::serve(settings.http.listen, Arc::clone(&metrics), health.clone()).await?)
    } else {
        None
    };
    Ok(Context { settings, stop, flow, health, metrics, http })
}

fn http_of(context: &Context) -> String {
    context.http.map_or_else(|| "off".to_owned(), |address| address.to_string())
}

fn log_tally(tally: &Tally) {
    info!(
        read = tally.read,
        passed = tally.passed,
        rejected = tally.rejects(),
        skipped = tally.skipped.values().sum::<u64>(),
        reasons = reasons(tally),
        commits = tally.commits,
        aborted = tally.aborted,
        "stopped"
    );
}

/// `bad_xml 2, empty 1`
fn reasons(tally: &Tally) -> String {
    let mut line = String::new();
    for (reason, count) in tally.rejected.iter().chain(&tally.skipped) {
        let comma = if line.is_empty() { "" } else { ", " };
        let _ = write!(line, "{comma}{reason} {count}");
    }
    line
}

/// A panic is a line in the log like any other, and its backtrace is there for who asked for it.
fn log_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic: &PanicHookInfo<'_>| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        say(&format!("panicked at {at}: {}", text_of(panic.payload())));
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
            usual(panic);
        }
    }));
}

fn text_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a text").to_owned()
}
