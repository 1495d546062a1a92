//! `dateline parse`: stories as articles.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use flow::Fault;
use serde::Serialize;
use wire::{Parsed, Unreadable};

use crate::args::Parse;
use crate::input::{self, Input};
use crate::show::{Out, Table};

pub(super) fn parse(args: &Parse) -> Result<ExitCode, Fault> {
    let mut not_read = 0;
    let files = input::files(&args.files, &mut not_read)?;
    let (mut out, mut rejects, mut summary) = (Out::new(), 0, Summary::default());
    for input::File { path, found } in files {
        let input = match input::read_one(&path) {
            Ok(input) => input,
            Err(fault) if found => {
                not_read += 1;
                eprintln!("{}: not read: {}", path.display(), fault.cause);
                continue;
            }
            Err(fault) => return Err(fault),
        };
        let parsed = read(&input, args.format);
        rejects += parsed.rejected.len();
        if args.summary {
            summary.count(&input, args.format, &parsed);
        }
        if args.json {
            out.line(json(&case(&input, args.id_from_name, &parsed), false));
        } else if !args.summary {
            for article in &parsed.articles {
                out.line(json(article, args.pretty));
            }
            for skip in &parsed.skipped {
                let part = skip.part.as_ref().map_or(String::new(), |part| format!("{part}: "));
                eprintln!("{}: skipped ({}): {part}{}", input.name, skip.code, skip.reason);
            }
            for no in &parsed.rejected {
                eprintln!("{}: rejected ({}): {}", input.name, no.code, no.reason);
            }
        }
    }
    for line in if args.summary { summary.lines() } else { Vec::new() } {
        if args.json { eprintln!("{line}") } else { out.line(line) }
    }
    Ok(ExitCode::from(u8::from(rejects > 0 || not_read > 0)))
}

/// All that is in a file, of all its lines if each is a story.
fn read(input: &Input, format: Option<wire::Format>) -> Parsed {
    let mut all = Parsed::default();
    for (name, bytes) in input.stories() {
        match input.parse(&name, bytes, format) {
            Ok(parsed) => all.join(parsed),
            Err(no) => {
                // Of a file of lines the reason must say which.
                let reason = if name == input.name { no.reason } else { format!("{name}: {}", no.reason) };
                all.rejected.push(Unreadable { reason, ..no });
            }
        }
    }
    all
}

/// What became of a file: one line of `--json`.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are the contract of the line")]
struct Case<'a> {
    case: String,
    outcome: &'static str,
    articles: &'a [article::Article],
    reason: Option<String>,
}

fn case<'a>(input: &Input, by_name: bool, parsed: &'a Parsed) -> Case<'a> {
    let stem = Path::new(&input.name).file_stem().filter(|_| by_name);
    let case = stem.map_or_else(|| input.name.clone(), |stem| stem.to_string_lossy().into_owned());
    let mut reasons =
        parsed.rejected.iter().map(|no| format!("{}: {}", no.code, no.reason)).collect::<Vec<_>>();
    reasons.extend(parsed.skipped.iter().map(|skip| format!("{}: {}", skip.code, skip.reason)));
    let reason = (!reasons.is_empty()).then(|| reasons.join("; "));
    Case { case, outcome: outcome(parsed), articles: &parsed.articles, reason }
}

/// A file is read if there is an article in it, whatever else is; it is skipped if nothing in it was meant to be one.
fn outcome(parsed: &Parsed) -> &'static str {
    match (parsed.articles.is_empty(), parsed.rejected.is_empty()) {
        (false, _) => "ok",
        (true, false) => "reject",
        (true, true) => "skip",
    }
}

/// What `--summary` counts.
#[derive(Debug, Default)]
struct Summary {
    /// Of each format: files, articles, things skipped, things rejected.
    formats: BTreeMap<&'static str, [u64; 4]>,
    outcomes: BTreeMap<&'static str, u64>,
    /// Codes, with how often: of refusals, skips and warnings.
    codes: BTreeMap<(&'static str, String), u64>,
}

impl Summary {
    fn count(&mut self, input: &Input, format: Option<wire::Format>, parsed: &Parsed) {
        let first = input.stories().first().map_or(&input.bytes[..], |(_, bytes)| bytes);
        let format = format
            .map_or_else(|| wire::recognise(first).map_or("none", wire::Format::name), wire::Format::name);
        let counts = [1, parsed.articles.len(), parsed.skipped.len(), parsed.rejected.len()];
        let row = self.formats.entry(format).or_default();
        for (sum, count) in row.iter_mut().zip(counts) {
            *sum += count as u64;
        }
        *self.outcomes.entry(outcome(parsed)).or_default() += 1;
        let warnings = parsed.articles.iter().flat_map(|article| &article.warnings);
        let codes = warnings.map(|warning| ("warning", warning.code.clone()));
        let codes = codes.chain(parsed.skipped.iter().map(|skip| ("skip", skip.code.to_owned())));
        for code in codes.chain(parsed.rejected.iter().map(|no| ("reject", no.code.to_owned()))) {
            *self.codes.entry(code).or_default() += 1;
        }
    }

    fn lines(&self) -> Vec<String> {
        let mut formats = Table::new(&["format", "files", "articles", "skipped", "rejected"]);
        for (format, counts) in &self.formats {
            let counts = counts.iter().map(ToString::to_string);
            formats.row(std::iter::once((*format).to_owned()).chain(counts).collect());
        }
        let mut outcomes = Table::new(&["outcome", "files"]);
        for (outcome, files) in &self.outcomes {
            outcomes.row(vec![(*outcome).to_owned(), files.to_string()]);
        }
        let mut codes = Table::new(&["kind", "code", "times"]);
        for ((kind, code), times) in &self.codes {
            codes.row(vec![(*kind).to_owned(), code.clone(), times.to_string()]);
        }
        let tables =
            [formats, outcomes, codes].map(|table| if table.is_empty() { Vec::new() } else { table.lines() });
        tables.into_iter().filter(|lines| !lines.is_empty()).collect::<Vec<_>>().join(&String::new())
    }
}

/// JSON on one line, or indented.
pub(super) fn json(value: &impl serde::Serialize, pretty: bool) -> Vec<u8> {
    let json = if pretty { serde_json::to_vec_pretty(value) } else { serde_json::to_vec(value) };
    json.expect("messages have string keys and finite numbers only")
}
