//! `dateline verify`: reads an output folder again and proves it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flow::{Fault, FaultKind};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use service::Sources;
use service::settings::TopicSettings;
use sink::{FilesPositions, VerifyError};

use super::parse::json;
use crate::args::Verify;
use crate::input::is_there;
use crate::place::log_in;
use crate::show::{Out, program, quoted};
use crate::waiting::Waiting;

/// Exit 0 with what was proven, or 1 with the file and offset of the first fault. What a run has read and not yet filed is no
/// fault; it is counted, so that nobody takes the proof for one of everything.
pub(super) fn verify(config: Option<PathBuf>, args: &Verify) -> Result<ExitCode, Fault> {
    let topics = service::load(None, &Sources { config, set: args.overrides.set.clone() })?.settings.topics;
    // `produce` makes a log before anything is filed: that is no slip in the path.
    let marks = [args.dir.join("_manifests"), args.dir.join(".lock"), log_in(&args.dir)];
    let mut is_ours = false;
    for mark in &marks {
        is_ours |= is_there(mark)?;
    }
    if !is_ours {
        let why = "no sink and no run has written to it";
        return Err(Fault::new(FaultKind::Usage, format!("verify {}", args.dir.display()), why));
    }
    let bar = ProgressBar::no_length();
    let style =
        ProgressStyle::with_template("{spinner} {bar:30} {bytes}/{total_bytes} proven  {bytes_per_sec}");
    bar.set_style(style.expect("the template above is well formed"));
    let proof = sink::verify(&args.dir, |so_far| {
        bar.set_length(so_far.of_bytes);
        bar.set_position(so_far.bytes);
    });
    bar.finish_and_clear();
    let mut out = Out::new();
    match proof {
        Ok(proof) => {
            let log = match read_log(&args.dir, &topics) {
                Err(fault) if fault.kind == FaultKind::Data => return Ok(damaged(&mut out, args, &fault)),
                log => log?,
            };
            if args.json {
                let mut proof = serde_json::to_value(&proof).expect("a proof is plain data");
                if let Some(log) = log {
                    proof["log"] = log.to_json();
                }
                out.line(json(&proof, false));
            } else {
                let is_all = log.as_ref().is_none_or(LogProof::is_all_in_files);
                if proof.links() == 0 {
                    out.line("nothing is filed yet: there are no records to prove");
                } else {
                    out.line(if is_all { proof.to_string() } else { format!("{proof:#}") });
                }
                if let Some(note) = proof.note() {
                    out.line(note);
                }
                match log {
                    Some(log) => {
                        out.line(log.to_string());
                        if let Some(next) = log.next(&args.dir) {
                            out.line(next);
                        }
                    }
                    None => out.line("no log of a run is here: what is said is of the files alone"),
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(VerifyError::Damaged(damage)) => {
            if args.json {
                let damage = json!({ "file": damage.file, "offset": damage.offset, "what": damage.what });
                out.line(damage.to_string());
            }
            eprintln!("dateline: {damage}");
            Ok(ExitCode::from(1))
        }
        Err(err) => Err(Fault::new(FaultKind::Io, format!("verify {}", args.dir.display()), err)),
    }
}

/// What became of the log that a `dateline run` keeps in its output folder. What could not be parsed or tagged is only there.
enum LogProof {
    Proven(Vec<(embedded::TopicInfo, u64)>, Waiting),
    /// Who has it.
    Held(String),
}

fn read_log(out: &Path, topics: &TopicSettings) -> Result<Option<LogProof>, Fault> {
    let path = log_in(out);
    if !is_there(&path)? {
        return Ok(None);
    }
    let read = embedded::Log::open_read_only(&path).and_then(|log| {
        // The files' positions anew: a run may have filed more since they were proven.
        let waiting = Waiting::count(&log, &FilesPositions::of(out), topics)?;
        Ok(LogProof::Proven(log.prove()?, waiting))
    });
    match read {
        Ok(proven) => Ok(Some(proven)),
        Err(fault) if fault.kind == FaultKind::TryAgain => Ok(Some(LogProof::Held(flow::chain(&fault)))),
        Err(fault) => Err(fault),
    }
}

fn damaged(out: &mut Out, args: &Verify, fault: &Fault) -> ExitCode {
    let what = flow::chain(fault);
    if args.json {
        let file = log_in(Path::new(""));
        out.line(json!({ "file": file, "offset": null, "what": what }).to_string());
    }
    eprintln!("dateline: {what}");
    ExitCode::from(1)
}

impl LogProof {
    /// For certain: who holds the log is still filing.
    fn is_all_in_files(&self) -> bool {
        matches!(self, Self::Proven(_, waiting) if waiting.is_none())
    }

    /// What files the rest.
    fn next(&self, out: &Path) -> Option<String> {
        let waits = matches!(self, Self::Proven(_, waiting) if !waiting.is_none());
        waits.then(|| format!("to file what waits: {} run --out {}", program(), quoted(out)))
    }

    fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Proven(topics, waiting) => {
                let topics = topics.iter().map(|(topic, messages)| (topic.name.to_string(), json!(messages)));
                let messages = topics.collect::<serde_json::Map<_, _>>();
                json!({ "messages": messages, "not_yet_in_files": waiting.to_json() })
            }
            Self::Held(by) => json!({ "not_read": by }),
        }
    }
}

impl std::fmt::Display for LogProof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Proven(topics, waiting) => {
                let topics = topics.iter().map(|(topic, messages)| format!("{} {messages}", topic.name));
                let topics = topics.collect::<Vec<_>>().join(", ");
                write!(f, "the run's log: every message is what was written ({topics})")?;
                if waiting.is_none() {
                    return Ok(());
                }
                write!(f, "\nnot all is there: {waiting}")
            }
            Self::Held(by) => {
                write!(f, "the run's log was not read, nor counted what is not yet in files: {by}")
            }
        }
    }
}
