//! What `dateline run` shows while it works and when it is done.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use flow::{Meter, Receipt, Tally};
use indicatif::{ProgressBar, ProgressStyle};

use crate::args::Run;
use crate::show::{Out, Table, count};

/// A bar on a terminal: as long as the articles that were parsed, filled by the records that are in files.
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

/// What a run did.
pub(super) struct Summary {
    /// Told to stop before everything was done.
    pub(super) interrupted: bool,
    pub(super) ingester: Tally,
    pub(super) enricher: Tally,
    pub(super) sink: Tally,
    pub(super) figures: u64,
    pub(super) files: u64,
    /// Files and folders that could not be read, or not to their end.
    pub(super) not_read: u64,
    pub(super) out: PathBuf,
}

impl Summary {
    pub(super) fn print(&self, args: &Run) {
        let mut out = Out::new();
        if args.json {
            out.line(self.json().to_string());
        } else if [&self.ingester, &self.enricher, &self.sink].iter().all(|tally| tally.read == 0) {
            match self.not_read {
                0 => out.line(format!("nothing new; {} holds all there is", self.out.display())),
                files => out.line(format!("nothing new; {files} could not be read, see above")),
            }
        } else {
            self.table().print(&mut out);
            // As it was called just now, so that it can be called again: not everybody has installed it.
            let program = std::env::args().next().unwrap_or_else(|| "dateline".to_owned());
            let hint = |place| {
                let out = self.out.display().to_string();
                let is_plain = |c: char| c.is_alphanumeric() || "/._-+=:@".contains(c);
                let out =
                    if out.chars().all(is_plain) { out } else { format!("'{}'", out.replace('\'', "'\\''")) };
                format!("\nrejects with their bytes: {program} dead list {place} {out}")
            };
            if self.ingester.rejects() + self.enricher.rejects() > 0 {
                out.line(hint("--log"));
            }
            if self.sink.rejects() > 0 {
                out.line(hint("--files"));
            }
        }
    }

    fn table(&self) -> Table {
        let named = |counts: &BTreeMap<&'static str, u64>| {
            counts.iter().map(|(name, n)| format!("{name} {}", count(*n))).collect::<Vec<_>>().join(", ")
        };
        let skipped: u64 = self.ingester.skipped.values().sum();
        let mut table = Table::new(&["", "COUNT", ""]);
        let mut row = |what: &str, number: u64, more: String| {
            table.row(vec![what.to_owned(), count(number), more]);
        };
        row("stories", self.ingester.read, "read".to_owned());
        row("articles", self.ingester.passed, "parsed".to_owned());
        row("skipped", skipped, named(&self.ingester.skipped));
        row("rejects", self.rejects().values().sum(), named(&self.rejects()));
        row("records", self.sink.passed, "tagged and in files".to_owned());
        if self.not_read > 0 {
            row("not read", self.not_read, "files or folders, see above".to_owned());
        }
        row("figures", self.figures, "trade figures in them".to_owned());
        row("files", self.files, self.out.display().to_string());
        table
    }

    fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "stories": self.ingester.read,
            "articles": self.ingester.passed,
            "skipped": self.ingester.skipped,
            "rejects": self.rejects(),
            "records": self.sink.passed,
            "figures": self.figures,
            "files": self.files,
            "not_read": self.not_read,
            "interrupted": self.interrupted,
            "out": self.out,
        })
    }

    /// Of all three steps, by reason.
    fn rejects(&self) -> BTreeMap<&'static str, u64> {
        let mut all = BTreeMap::new();
        for tally in [&self.ingester, &self.enricher, &self.sink] {
            for (code, n) in &tally.rejected {
                *all.entry(*code).or_default() += n;
            }
        }
        all
    }
}
