//! `dateline run`: the whole way in one process, on the embedded log.
//!
//! Three flows side by side, each the loop that the services run; only the ends differ. When the feed has no more, the
//! enricher reads its topic to the end and ends; when the enricher has ended, so does the sink.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use embedded::Log;
use enricher::Enrich;
use flow::{Fault, FaultKind, Flow, Positions as _, Stop};
use ingester::{FolderFeed, FolderOptions, Parse};
use jiff::Timestamp;
use service::health::Needs;
use service::settings::{LogFormat, TopicSettings};
use service::{Context, Loaded, Settings, Sources};
use sink::{FilesPositions, Folder, Render};

use super::summary::{Progress, Seen, Summary};
use crate::args::Run;
use crate::input::is_there;
use crate::place::{log_in, must_not_be_lost, open_log};
use crate::waiting::{ENRICHER, Waiting};

/// Positions in an output folder's log are kept under this name, whichever folders were read.
const FEED: &str = "run";

pub(super) fn run(config: Option<PathBuf>, args: &Run) -> ExitCode {
    let mut set = vec![("feed.watch".to_owned(), args.watch.to_string())];
    set.extend(args.out.as_ref().map(|out| ("sink.folder".to_owned(), out.display().to_string())));
    set.extend(args.compression.clone().map(|compression| ("sink.compression".to_owned(), compression)));
    let overrides = &args.overrides.set;
    set.extend(overrides.iter().cloned());
    let loaded = match refuse_idle(overrides).and_then(|()| load(Sources { config, set }, args.watch)) {
        Ok(loaded) => loaded,
        Err(fault) => return super::fail(&fault),
    };
    let (not_all, changed) = (Cell::new(false), Cell::new(false));
    let done = service::run("run", loaded, async |context| {
        // A large future, and there is one.
        let summary = Box::pin(go(context, args)).await?;
        // Who watches is told to stop, and is told of what cannot be read as it is found.
        not_all.set(summary.not_read > 0 && !args.watch);
        changed.set(summary.changed > 0 && !args.watch);
        summary.print(args);
        Ok(summary.total())
    });
    // Set only where all went well.
    match (changed.get(), not_all.get()) {
        (true, _) => ExitCode::from(FaultKind::Data.exit_code()),
        (false, true) => ExitCode::from(1),
        (false, false) => done,
    }
}

/// Settings that a run does not look at, because its arguments say it: to take them in silence would be a lie.
fn refuse_idle(set: &[(String, String)]) -> Result<(), Fault> {
    for (key, _) in set {
        let why = match key.as_str() {
            "feed.folder" => "a run reads the files and folders that are named as its arguments",
            "feed.name" => "the log of a run has one feed, whichever folders are read",
            _ => continue,
        };
        return Err(Fault::new(FaultKind::Usage, format!("read the settings: command line, `{key}`"), why));
    }
    Ok(())
}

/// The settings. Unless somebody wants to see more, the log shows errors only: rejects stand in the table. A run that watches has no
/// table until it is stopped, and so tells what it does.
fn load(mut sources: Sources, watches: bool) -> Result<Loaded, Fault> {
    let loaded = service::load(None, &sources)?;
    if watches {
        return Ok(loaded);
    }
    let level = loaded.effective.iter().find(|one| one.key == "log.level");
    if level.is_some_and(|level| !level.origin.contains("default.toml")) {
        return Ok(loaded);
    }
    sources.set.push(("log.level".to_owned(), "error".to_owned()));
    service::load(None, &sources)
}

async fn go(context: Context, args: &Run) -> Result<Summary, Fault> {
    let [ingester, enricher, sink] = context.flows(["ingester", "enricher", "sink"]);
    let Context { settings, stop, health, .. } = context;
    let topics = &settings.topics;
    let feed = FolderOptions {
        name: FEED.to_owned(),
        paths: args.paths.clone(),
        except: vec![settings.sink.folder.clone()],
        ..FolderOptions::from(&settings)
    };
    FolderFeed::open(feed.clone(), &[])?; // a mistyped path leaves no output folder behind
    let tagger = enricher::tagger(settings.tagger.gazetteer.as_ref())?; // nor does a mistyped gazetteer
    let out = &settings.sink.folder;
    if args.paths.is_empty() && !is_there(&log_in(out))? {
        let why = format!(
            "name the files or folders to read; {} has no log in which anything waits",
            out.display()
        );
        return Err(Fault::new(FaultKind::Usage, "run", why));
    }
    let folder = Folder::open(out, sink::Options::from(&settings))?;
    must_not_be_lost(&log_in(out), out)?;
    let changed = look_over(out)?;
    let log = open_log(&log_in(out), &settings)?;
    let feed = FolderFeed::open(feed, &log.marks(FEED)?)?;
    let (found, unread) = (feed.found(), feed.unread());
    let (progress, seen) = (Progress::start(), Seen::default());
    // Who watches has no table until the end. A log that a program reads stays what it is.
    let tells = args.watch && !matches!(settings.log.format, LogFormat::Json);
    let enrich = Enrich::with_tagger(tagger).watched({
        let seen = seen.clone();
        move |record, at| seen.add(record, at)
    });
    let stage = |flow: Flow| {
        health.needs(flow.name, Needs::Nothing);
        Flow { meter: progress.meter(flow.name, &flow.meter), ..flow }
    };
    let (parsed_all, tagged_all) = (Stop::new(), Stop::new());

    let ingest = async {
        let (mut inlet, mut outlet) = (feed, log.outlet(&topics.raw, &topics.dead)?);
        let step = Arc::new(Parse { feed: FEED.to_owned(), clock: Timestamp::now });
        let tally = flow::run(&stage(ingester), &mut inlet, step, &mut outlet, &stop).await;
        parsed_all.cancel();
        tally
    };
    let tag = async {
        let inlet = log.inlet(&topics.raw, ENRICHER, settings.limits(), None)?;
        let (mut inlet, mut outlet) =
            (inlet.ends_with(parsed_all.clone()), log.outlet(&topics.enriched, &topics.dead)?);
        let tally = flow::run(&stage(enricher), &mut inlet, Arc::new(enrich), &mut outlet, &stop).await;
        tagged_all.cancel();
        tally
    };
    let write = async {
        let inlet =
            log.inlet(&topics.enriched, "sink", settings.limits(), Some(Arc::new(folder.positions())))?;
        let mut inlet = inlet.ends_with(tagged_all.clone());
        let mut outlet = folder.outlet();
        if tells {
            let progress = progress.clone();
            outlet = outlet.telling(move |filed| progress.tell(filed));
        }
        flow::run(&stage(sink), &mut inlet, Arc::new(Render), &mut outlet, &stop).await
    };
    let files_before = files_in(&settings);
    let kept = Kept { log: log.clone(), files: folder.positions(), topics: topics.clone() };
    let flows = async { tokio::try_join!(ingest, tag, write) };
    let (ingester, enricher, sink) = if settings.embedded.keep_filed {
        flows.await?
    } else {
        let done =
            tokio::select! { done = flows => done?, fault = kept.clone().sweep() => return Err(fault) };
        kept.drop_filed()?;
        done
    };
    progress.end();
    let files = files_in(&settings).saturating_sub(files_before);
    Ok(Summary {
        interrupted: stop.is_cancelled(),
        waiting: Waiting::count(&log, &folder.positions(), topics)?,
        ingester,
        enricher,
        sink,
        seen,
        files,
        found: found.load(Ordering::Relaxed),
        not_read: unread.load(Ordering::Relaxed),
        changed,
        out: settings.sink.folder.clone(),
    })
}

/// A log of which only what is still needed is kept.
#[derive(Clone)]
struct Kept {
    log: Log,
    files: FilesPositions,
    topics: TopicSettings,
}

impl Kept {
    /// Drops now and then what was filed; ends only with a fault.
    async fn sweep(self) -> Fault {
        const PAUSE: Duration = Duration::from_secs(5);
        loop {
            tokio::time::sleep(PAUSE).await;
            let kept = self.clone();
            match tokio::task::spawn_blocking(move || kept.drop_filed()).await {
                Ok(Ok(())) => {}
                Ok(Err(fault)) => return fault,
                Err(panic) => return Fault::new(FaultKind::Bug, "drop what was filed", panic),
            }
        }
    }

    /// Articles up to where the enricher stands, records up to the last one that files hold: by that one the log is known
    /// again, and it stays.
    fn drop_filed(&self) -> Result<(), Fault> {
        let TopicSettings { raw, enriched, .. } = &self.topics;
        for topic in self.log.topics()? {
            for partition in topic.partitions.iter().map(|info| info.partition) {
                let below = if *topic.name == **raw {
                    self.log.position(ENRICHER, raw, partition)?
                } else if *topic.name == **enriched {
                    let place = self.files.place(enriched, partition)?;
                    place.map(|place| place.witness.map_or(place.next, |witness| witness.offset))
                } else {
                    None
                };
                if let Some(below) = below {
                    self.log.drop_below(&topic.name, partition, below)?;
                }
            }
        }
        Ok(())
    }
}

/// How many files that were filed before are not as they were, as far as a glance tells. That is no reason to file no more: files
/// are their owner's, who may have moved them away.
fn look_over(out: &Path) -> Result<u64, Fault> {
    let changed = sink::glance(out)?;
    if let Some(first) = changed.first() {
        let more = match changed.len() - 1 {
            0 => String::new(),
            1 => " (and so is another file)".to_owned(),
            more => format!(" (and so are {more} other files)"),
        };
        tracing::error!(
            "{} was changed since it was filed: it {}{more}; `dateline verify {}` says what else is wrong",
            out.join(&first.file).display(),
            first.what,
            out.display()
        );
    }
    Ok(changed.len() as u64)
}

/// How many files of records are in the output folder.
fn files_in(settings: &Settings) -> u64 {
    let list = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let partitions = list(settings.sink.folder.join(settings.topics.enriched.as_str()));
    let files = partitions.flat_map(|partition| list(partition.path()));
    files.filter(|file| !file.file_name().to_string_lossy().starts_with('.')).count() as u64
}
