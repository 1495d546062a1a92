//! What `dateline run` shows while it works and when it is done.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use article::EnrichedArticle;
use flow::{Meter, Receipt, Tally};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;
use sink::Filed;

use crate::args::Run;
use crate::show::{Out, Table, count, program, quoted};
use crate::standing::{Barred, standing};
use crate::waiting::Waiting;

/// A bar on a terminal: as long as the articles that were parsed, filled by the records that are in files.
#[derive(Clone)]
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn start() -> Self {
        let bar = ProgressBar::new(0); // hides itself where standard error is no terminal
        let style =
            ProgressStyle::with_template("{spinner} {bar:30} {pos}/{len} records in files  {per_sec}  {msg}");
        bar.set_style(style.expect("the template above is well formed"));
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }

    /// A meter that moves the bar and passes everything on.
    pub(super) fn meter(&self, stage: &'static str, next: &Arc<dyn Meter>) -> Arc<dyn Meter> {
        Arc::new(BarMeter { stage, bar: self.0.clone(), next: Arc::clone(next) })
    }

    /// A line above the bar; nothing where there is none.
    pub(super) fn tell(&self, filed: &Filed) {
        let told = |what: &str, filed: &Option<(u64, PathBuf)>| {
            let (n, path) = filed.as_ref()?;
            let (ending, number, path) = (if *n == 1 { "" } else { "s" }, count(*n), path.display());
            Some(format!("filed {number} {what}{ending} in {path}"))
        };
        let now = Timestamp::now();
        for line in [told("record", &filed.records), told("reject", &filed.dead)].into_iter().flatten() {
            self.0.println(format!("{now:.0} {line}"));
        }
    }

    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}

struct BarMeter {
    stage: &'static str,
    bar: ProgressBar,
    next: Arc<dyn Meter>,
}

impl Meter for BarMeter {
    fn applied(&self, counts: &Tally, took: Duration) {
        self.next.applied(counts, took);
    }

    fn settled(&self, receipts: &[Receipt], counts: &Tally, ages: &[Duration]) {
        match self.stage {
            "ingester" => self.bar.inc_length(counts.passed),
            "sink" => self.bar.inc(counts.passed),
            _ => {}
        }
        self.next.settled(receipts, counts, ages);
    }

    fn aborted(&self) {
        self.next.aborted();
    }
}

/// What a run saw in the records that it tagged, whether they are in files or not. Clones count as one.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen(Arc<Mutex<Counts>>);

#[derive(Debug, Default)]
struct Counts {
    figures: u64,
    /// Stories that may not be used, by why.
    barred: BTreeMap<Barred, u64>,
    /// The first of these, in words.
    told: Vec<String>,
}

impl Seen {
    /// Of so many stories that may not be used the table says which; of all of them their records do.
    const TOLD: usize = 10;

    pub(super) fn add(&self, record: &EnrichedArticle, at: Timestamp) {
        let barred = Barred::of(&record.article, at);
        self.with(|counts| {
            counts.figures += record.tags.trade_figures.len() as u64;
            let Some(barred) = barred else { return };
            *counts.barred.entry(barred).or_default() += 1;
            if counts.told.len() < Self::TOLD {
                let article = &record.article;
                let uri = article.source.as_ref().and_then(|source| source.uri.as_deref());
                let name = uri.unwrap_or(&article.id);
                counts.told.push(format!("{name}: {}", standing(article, at).unwrap_or_default()));
            }
        });
    }

    fn with<T>(&self, look: impl FnOnce(&mut Counts) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn figures(&self) -> u64 {
        self.with(|counts| counts.figures)
    }

    fn barred(&self) -> BTreeMap<&'static str, u64> {
        self.with(|counts| counts.barred.iter().map(|(barred, n)| (barred.word(), *n)).collect())
    }

    /// Which stories may not be used, and the words that say so.
    fn told(&self) -> Option<String> {
        self.with(|counts| {
            let more = counts.barred.values().sum::<u64>() - counts.told.len() as u64;
            let more = if more > 0 { format!("\n  … and {} more", count(more)) } else { String::new() };
            let lines: String = counts.told.iter().map(|line| format!("\n  {line}")).collect();
            (!lines.is_empty()).then(|| {
                format!(
                    "may not be used (`pub_status`, `embargoed_until`, `signals` of the record):{lines}{more}"
                )
            })
        })
    }
}

/// What a run did.
pub(super) struct Summary {
    /// Told to stop before everything was done.
    pub(super) interrupted: bool,
    /// What is read and was not filed, by this run and those before.
    pub(super) waiting: Waiting,
    pub(super) ingester: Tally,
    pub(super) enricher: Tally,
    pub(super) sink: Tally,
    pub(super) seen: Seen,
    pub(super) files: u64,
    /// Files in the feed when it was last looked through, new or not.
    pub(super) found: u64,
    /// Files and folders that could not be read, or not to their end.
    pub(super) not_read: u64,
    /// Files of earlier runs that are gone, or have another size.
    pub(super) changed: u64,
    pub(super) out: PathBuf,
}

impl Summary {
    /// The three steps as one, for the table and for the log line at the end: stories in, records in files out.
    pub(super) fn total(&self) -> Tally {
        let mut total = Tally { read: self.ingester.read, passed: self.sink.passed, ..Tally::default() };
        for tally in [&self.ingester, &self.enricher, &self.sink] {
            for (code, n) in &tally.rejected {
                *total.rejected.entry(*code).or_default() += n;
            }
            for (reason, n) in &tally.skipped {
                *total.skipped.entry(*reason).or_default() += n;
            }
            total.commits += tally.commits;
            total.aborted += tally.aborted;
        }
        total
    }

    pub(super) fn print(&self, args: &Run) {
        let mut out = Out::new();
        if args.json {
            out.line(self.json().to_string());
        } else if [&self.ingester, &self.enricher, &self.sink].iter().all(|tally| tally.read == 0) {
            out.line(self.nothing(args));
        } else {
            self.table().print(&mut out);
            let hint = |place| {
                format!("\nrejects with their bytes: {} dead list {place} {}", program(), quoted(&self.out))
            };
            if self.ingester.rejects() + self.enricher.rejects() > 0 {
                out.line(hint("--log"));
            }
            if self.sink.rejects() > 0 {
                out.line(hint("--files"));
            }
            if let Some(told) = self.seen.told() {
                out.line(format!("\n{told}"));
            }
            if let Some(open) = self.open(args) {
                out.line(format!("\n{open}"));
            }
        }
    }

    /// Why nothing was done.
    fn nothing(&self, args: &Run) -> String {
        let paths =
            || args.paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
        match (self.open(args), self.not_read, self.found) {
            (Some(open), _, _) => open,
            (None, 0, 0) if args.paths.is_empty() => {
                format!("nothing waits in the log; {} holds all there is", self.out.display())
            }
            (None, 0, 0) => format!("no files in {}", paths()),
            (None, 0, _) if self.changed > 0 => {
                format!("nothing new; {} no longer holds all there was, see above", self.out.display())
            }
            (None, 0, _) => format!("nothing new; {} holds all there is", self.out.display()),
            (None, files, _) => format!("nothing new; {files} could not be read, see above"),
        }
    }

    /// What is left to do, if anything may be. To be told to stop is the end of a run that watches, and cuts no other short in silence.
    fn open(&self, args: &Run) -> Option<String> {
        let cut = self.interrupted && !args.watch;
        match (cut, self.waiting.is_none()) {
            (false, true) => None,
            (false, false) => Some(format!("{}; run again to go on", self.waiting)),
            (true, true) => Some("interrupted: there may be more to read; run again to go on".to_owned()),
            (true, false) => Some(format!("interrupted: {}; run again to go on", self.waiting)),
        }
    }

    fn table(&self) -> Table {
        let named = |counts: &BTreeMap<&'static str, u64>| {
            counts.iter().map(|(name, n)| format!("{name} {}", count(*n))).collect::<Vec<_>>().join(", ")
        };
        let total = self.total();
        let mut table = Table::new(&["", "COUNT", ""]);
        let mut row = |what: &str, number: u64, more: String| {
            table.row(vec![what.to_owned(), count(number), more]);
        };
        row("stories", total.read, "read".to_owned());
        row("articles", self.ingester.passed, "parsed".to_owned());
        row("skipped", total.skipped.values().sum(), named(&total.skipped));
        row("rejects", total.rejects(), named(&total.rejected));
        row("tagged", self.enricher.passed, "articles".to_owned());
        let barred = self.seen.barred();
        row("not usable", barred.values().sum(), named(&barred));
        row("figures", self.seen.figures(), "trade figures in all of these".to_owned());
        row("records", total.passed, "in files".to_owned());
        row("files", self.files, self.out.display().to_string());
        if self.not_read > 0 {
            row("not read", self.not_read, "files or folders, see above".to_owned());
        }
        if self.changed > 0 {
            row("changed", self.changed, "files that were filed before, see above".to_owned());
        }
        table
    }

    fn json(&self) -> serde_json::Value {
        let total = self.total();
        serde_json::json!({
            "stories": total.read,
            "articles": self.ingester.passed,
            "skipped": total.skipped,
            "rejects": total.rejected,
            "tagged": self.enricher.passed,
            "not_usable": self.seen.barred(),
            "figures": self.seen.figures(),
            "records": total.passed,
            "not_yet_in_files": self.waiting.to_json(),
            "files": self.files,
            "not_read": self.not_read,
            "changed": self.changed,
            "interrupted": self.interrupted,
            "out": self.out,
        })
    }
}
