//! `dateline score`: how well stories are tagged, against an editor's own tags. See docs/scoring.md.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use enricher::Enrich;
use flow::{Fault, FaultKind};
use jiff::Timestamp;
use score::{Rates, Story};
use serde_json::Value;

use crate::args::Score;
use crate::input::kind_of;
use crate::show::Out;

pub(super) fn score(config: Option<PathBuf>, args: &Score) -> Result<ExitCode, Fault> {
    let mut out = Out::new();
    let records = match args.records.as_deref() {
        Some(path) => Records::Made(records_in(path)?),
        None => Records::Tagged(Box::new(super::enrich(config, args.overrides.set.clone())?)),
    };
    let (mut stories, mut other_days) = (Vec::new(), Vec::new());
    let ids = gold_in(&args.gold)?;
    if let (Records::Made(made), Some(path)) = (&records, args.records.as_deref())
        && !ids.iter().any(|id| made.contains_key(id))
    {
        let why = "none of its records has as its `id` the name of a file of the gold without `.json`";
        return Err(Fault::new(FaultKind::Usage, format!("use the records {}", path.display()), why));
    }
    if ids.is_empty() {
        // nothing to be wrong in would score 1.000
        let doing = format!("read the gold in {}", args.gold.display());
        return Err(Fault::new(
            FaultKind::Usage,
            doing,
            "it holds no STORY.json (is it the folder of the stories?)",
        ));
    }
    for id in ids {
        let path = args.gold.join(format!("{id}.json"));
        let gold = gold_at(&path)?;
        if let Some((first, others)) = score::mistyped(&gold).split_first() {
            let more = match others.len() {
                0 => String::new(),
                1 => " (and one mistake more)".to_owned(),
                more => format!(" (and {more} mistakes more)"),
            };
            return Err(unusable(&path, format!("{first}{more}")));
        }
        let story = args.docs.join(format!("{id}.txt"));
        let text = std::fs::read_to_string(&story).map_err(|err| match err.kind() {
            ErrorKind::NotFound => unusable(&path, format!("its story {} is not there", story.display())),
            _ => fault(&story, err),
        })?;
        // A quote that cannot be found can be neither right nor wrong, and to leave it out would make a score of the rest.
        if let Some(first) = score::misquoted(&text, &gold).first() {
            let why = format!("{first} does not stand in {}", story.display());
            return Err(Fault::new(FaultKind::Data, format!("use the gold {}", path.display()), why));
        }
        let record = records.of(&id, &text, &gold);
        other_days.extend(record.as_ref().and_then(|record| other_day(&id, record, &gold)));
        stories.push(Story { id, text, gold, record });
    }
    if let Some(first) = other_days.first() {
        eprintln!(
            "dateline: of {} of the records the day of publication is not `published_check` ({first}): their periods were resolved \
             against another day; `dateline tag --json --published DAY` makes them with it",
            other_days.len()
        );
    }
    let score = score::score(&stories);
    if args.json {
        out.line(score.to_json().to_string());
    } else {
        show(&score, &mut out);
    }
    if args.errors {
        for (kind, all) in score.by_kind() {
            out.line(format!("\n{kind} ({})", all.len()));
            for one in all {
                out.line(format!("  {}\t{}\t{}", one.story, one.words.replace('\n', " "), one.detail));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The records that are judged.
enum Records {
    /// By their `id`.
    Made(HashMap<String, Value>),
    Tagged(Box<Enrich>),
}

impl Records {
    fn of(&self, id: &str, text: &str, gold: &Value) -> Option<Value> {
        match self {
            Self::Made(records) => records.get(id).cloned(),
            Self::Tagged(enrich) => tagged(enrich, text, gold),
        }
    }
}

/// What a record says of its publication, where that is not the day on which the gold was written.
fn other_day(id: &str, record: &Value, gold: &Value) -> Option<String> {
    let wanted = gold["published_check"].as_str()?;
    match record["published_at"].as_str() {
        None => Some(format!("{id} has none, and not {wanted}")),
        Some(at) if !at.starts_with(wanted) => Some(format!("{id} has {at}, and not {wanted}")),
        Some(_) => None,
    }
}

/// The record that a story gets, published on the day that the gold gives it.
fn tagged(enrich: &Enrich, text: &str, gold: &Value) -> Option<Value> {
    let received = wire::Received { bytes: text.as_bytes(), feed: None, uri: None, received_at: None };
    let mut article = wire::parse(&received, None).ok()?.articles.into_iter().next()?;
    if let Some(day) = gold["published_check"].as_str() {
        article.published_at = day.parse().ok();
    }
    serde_json::from_slice(&enrich.record(article, Timestamp::now()).to_json()).ok()
}

fn show(score: &score::Score, out: &mut Out) {
    out.line(format!("{:26}{:>7}{:>7}{:>7}", "", "P", "R", "F1"));
    for (name, Rates { precision, recall, f1 }) in &score.rates {
        out.line(format!("{name:26}{precision:7.3}{recall:7.3}{f1:7.3}"));
    }
    out.line(format!("{:26}  {:.3}", "region links", score.region_links));
    for (name, right) in &score.fields {
        out.line(format!("{name:26}  {right:.3}"));
    }
    let (bad, all) = score.bad_spans;
    out.line(format!("{:26}  {}", "stories", score.stories));
    out.line(format!("{:26}  {}", "stories without a record", score.without_record));
    out.line(format!("{:26}  {bad} of {all}", "spans that do not prove"));
}

/// The stems of the gold files, sorted.
fn gold_in(folder: &Path) -> Result<Vec<String>, Fault> {
    let mut ids = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|err| fault(folder, err))? {
        let path = entry.map_err(|err| fault(folder, err))?.path();
        if path.extension().is_some_and(|extension| extension == "json")
            && let Some(stem) = path.file_stem()
        {
            ids.push(stem.to_string_lossy().into_owned());
        }
    }
    ids.sort();
    Ok(ids)
}

/// Records by their `id`.
fn records_in(path: &Path) -> Result<HashMap<String, Value>, Fault> {
    let text = std::fs::read_to_string(path).map_err(|err| fault(path, err))?;
    let mut records = HashMap::new();
    for (nth, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let record: Value = serde_json::from_str(line).map_err(|err| {
            Fault::new(FaultKind::Data, format!("read {}, line {}", path.display(), nth + 1), err)
        })?;
        if let Some(id) = record["id"].as_str() {
            records.insert(id.to_owned(), record);
        }
    }
    Ok(records)
}

fn gold_at(path: &Path) -> Result<Value, Fault> {
    let bytes = std::fs::read(path).map_err(|err| fault(path, err))?;
    let gold: Value = serde_json::from_slice(&bytes)
        .map_err(|err| Fault::new(FaultKind::Data, format!("read {}", path.display()), err))?;
    if ["regions", "industries", "figures"].iter().any(|part| gold[*part].is_array()) {
        Ok(gold)
    } else {
        Err(unusable(
            path,
            "it is no gold: it has neither `regions` nor `industries` nor `figures`".to_owned(),
        ))
    }
}

/// Most likely the folder of something else was named.
fn unusable(gold: &Path, why: String) -> Fault {
    Fault::new(FaultKind::Usage, format!("use the gold {}", gold.display()), why)
}

fn fault(path: &Path, err: std::io::Error) -> Fault {
    Fault::new(kind_of(&err), format!("read {}", path.display()), err)
}
