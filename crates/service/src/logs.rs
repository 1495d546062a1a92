//! Logs on stderr: lines for people, or one JSON object a line.
//!
//! ```text
//! 2026-11-25T09:30:00.125Z WARN  enricher rejected code="not_an_article" position=articles.raw/2@4711 …
//! {"time":"2026-11-25T09:30:00.125Z","level":"warn","service":"enricher","message":"rejected","code":"not_an_article",…}
//! ```

use std::fmt;
use std::io::IsTerminal;

use jiff::Timestamp;
use serde_json::Value;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::writer::BoxMakeWriter;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

use crate::settings::{LogFormat, LogSettings};

/// Who is thought to read the logs where the format is `auto`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A service's: people at a terminal, programs elsewhere.
    Operator,
    /// A command's: always people.
    Person,
}

/// Starts logging to stderr, once in a process; a second call changes nothing.
pub fn start(name: &'static str, settings: &LogSettings, reader: Reader) {
    start_to(name, settings, reader, BoxMakeWriter::new(std::io::stderr));
}

/// [`start`], to elsewhere: above a progress bar.
pub fn start_to(name: &'static str, settings: &LogSettings, reader: Reader, writer: BoxMakeWriter) {
    let terminal = std::io::stderr().is_terminal();
    let json = match settings.format {
        LogFormat::Human => false,
        LogFormat::Json => true,
        LogFormat::Auto => reader == Reader::Operator && !terminal,
    };
    let colour = terminal && !json && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let logs = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&settings.level))
        .with_writer(writer)
        .with_ansi(colour)
        // Where stderr is gone, there is nobody to tell of it either.
        .log_internal_errors(false)
        .event_format(Lines { name, json });
    // Fails only where someone else logs already (a test).
    let _ = logs.try_init();
}

struct Lines {
    name: &'static str,
    json: bool,
}

impl<S, N> FormatEvent<S, N> for Lines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut to: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let (now, level) = (Timestamp::now(), *event.metadata().level());
        if self.json {
            let mut fields = Fields::default();
            event.record(&mut fields);
            return writeln!(to, "{}", fields.line(now, level, self.name, event.metadata().target()));
        }
        if to.has_ansi_escapes() {
            write!(to, "\x1b[2m{now:.3}\x1b[0m {}{level:<5}\x1b[0m {} ", colour(level), self.name)?;
        } else {
            write!(to, "{now:.3} {level:<5} {} ", self.name)?;
        }
        context.format_fields(to.by_ref(), event)?;
        writeln!(to)
    }
}

fn colour(level: Level) -> &'static str {
    match level {
        Level::ERROR => "\x1b[31m",
        Level::WARN => "\x1b[33m",
        Level::INFO => "\x1b[32m",
        _ => "\x1b[2m",
    }
}

/// An event's fields, in their order.
#[derive(Default)]
struct Fields {
    message: String,
    others: Vec<(&'static str, Value)>,
}

impl Fields {
    fn line(self, now: Timestamp, level: Level, service: &str, target: &str) -> String {
        const OURS: [&str; 5] = ["time", "level", "service", "message", "target"];
        let level = level.as_str().to_lowercase();
        let first = [
            ("time", Value::from(format!("{now:.3}"))),
            ("level", Value::from(level)),
            ("service", Value::from(service)),
            ("message", Value::from(self.message)),
        ];
        let last = ("target", Value::from(target));
        // A name stands once in an object.
        let others = self.others.into_iter().filter(|(name, _)| !OURS.contains(name));
        let pairs: Vec<String> = first
            .into_iter()
            .chain(others)
            .chain([last])
            .map(|(name, value)| format!("{}:{value}", Value::from(name)))
            .collect();
        format!("{{{}}}", pairs.join(","))
    }

    fn put(&mut self, field: &Field, value: impl Into<Value>) {
        self.others.push((field.name(), value.into()));
    }
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.message = format!("{value:?}");
        } else {
            self.put(field, format!("{value:?}"));
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "message" {
            value.clone_into(&mut self.message);
        } else {
            self.put(field, value);
        }
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, value);
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.put(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, value);
    }
}
