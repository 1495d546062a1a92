//! `dateline dead`: what could not be used, on the topic of dead letters or in a sink's output folder.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flow::{Fault, FaultKind, Message, header};
use sink::DeadLine;

use crate::args::Dead;
use crate::input::is_there;
use crate::place::Place;
use crate::show::{Out, Table};

pub(super) fn dead(config: Option<PathBuf>, args: Dead) -> Result<ExitCode, Fault> {
    match args {
        Dead::List { json, files: Some(folder), .. } => {
            let mut list = List::new(json);
            is_output(&folder)?;
            DeadLine::read_all(&folder, |letter| {
                list.add(&Line::filed(&letter));
                true
            })?;
            list.end();
        }
        Dead::List { json, files: None, place } => {
            let (mut list, place) = (List::new(json), Place::find(config, place)?);
            super::block_on(place.read(&place.settings.topics.dead, true, false, |letter| {
                list.add(&Line::produced(&letter));
                true
            }))?;
            list.end();
        }
        Dead::Show { position, raw, files: Some(folder), .. } => {
            is_output(&folder)?;
            show_filed(&folder, &position, raw)?;
        }
        Dead::Show { position, raw, files: None, place } => {
            show(&Place::find(config, place)?, &position, raw)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What a list says of a dead letter.
struct Line {
    position: String,
    code: String,
    stage: String,
    stood_in: String,
    at: String,
    reason: String,
    bytes: usize,
}

impl Line {
    fn produced(letter: &Message) -> Self {
        let of = |name| letter.headers.text(name).unwrap_or("?").to_owned();
        Self {
            position: format!("{}@{}", letter.position.partition, letter.position.offset),
            code: of(header::DEAD_CODE),
            stage: of(header::DEAD_STAGE),
            stood_in: format!(
                "{}/{}@{}",
                of(header::DEAD_SOURCE),
                of(header::DEAD_PARTITION),
                of(header::DEAD_OFFSET)
            ),
            at: of(header::DEAD_AT),
            reason: of(header::DEAD_REASON),
            bytes: letter.payload.len(),
        }
    }

    /// A folder's dead letters have no position but the one where they stood.
    fn filed(letter: &DeadLine) -> Self {
        let stood_in = position_of(letter);
        Self {
            position: stood_in.clone(),
            code: letter.code.clone(),
            stage: letter.stage.clone(),
            stood_in,
            at: letter.at.to_string(),
            reason: letter.reason.clone(),
            bytes: letter.payload.bytes().map_or(0, |bytes| bytes.len()),
        }
    }
}

fn position_of(letter: &DeadLine) -> String {
    format!("{}/{}@{}", letter.topic, letter.partition, letter.offset)
}

/// Prints lines as they come in JSON, as a table at the end for people.
struct List {
    out: Out,
    table: Option<Table>,
}

impl List {
    fn new(json: bool) -> Self {
        let table = (!json).then(|| Table::new(&["POSITION", "CODE", "STAGE", "STOOD IN", "AT", "REASON"]));
        Self { out: Out::new(), table }
    }

    fn add(&mut self, line: &Line) {
        let Line { position, code, stage, stood_in, at, reason, bytes } = line;
        match &mut self.table {
            None => self.out.line(
                serde_json::json!({
                    "position": position, "code": code, "stage": stage, "stood_in": stood_in, "at": at,
                    "reason": reason, "bytes": bytes,
                })
                .to_string(),
            ),
            Some(table) => {
                let second = at.split('.').next().unwrap_or(at);
                table.row([position, code, stage, stood_in, second, reason].map(ToString::to_string).into());
            }
        }
    }

    fn end(mut self) {
        match self.table {
            Some(table) if table.is_empty() => self.out.line("no dead letters"),
            Some(table) => table.print(&mut self.out),
            None => {}
        }
    }
}

/// A slip in a path is not "no dead letters".
fn is_output(folder: &Path) -> Result<(), Fault> {
    if is_there(&folder.join("_manifests"))? {
        return Ok(());
    }
    let doing = format!("read the dead letters in {}", folder.display());
    Err(Fault::new(FaultKind::Usage, doing, "it is no output folder of a sink"))
}

fn unknown(position: &str, why: &str) -> Fault {
    Fault::new(FaultKind::Usage, format!("show dead letter {position}"), why.to_owned())
}

fn show_filed(folder: &Path, position: &str, raw: bool) -> Result<(), Fault> {
    let mut found = None;
    DeadLine::read_all(folder, |letter| {
        if position_of(&letter) == position {
            found = Some(letter);
        }
        found.is_none()
    })?;
    let letter = found.ok_or_else(|| unknown(position, "there is none at that position"))?;
    let mut out = Out::new();
    let payload = letter.payload.bytes().unwrap_or_default();
    if raw {
        out.bytes(&payload);
        return Ok(());
    }
    let line = Line::filed(&letter);
    for (name, value) in
        [("code", &line.code), ("stage", &line.stage), ("at", &line.at), ("reason", &line.reason)]
    {
        out.line(format!("{name}: {value}"));
    }
    for (name, value) in letter.headers.iter().filter_map(|(name, value)| Some((name, value.bytes()?))) {
        out.line(format!("{name}: {}", String::from_utf8_lossy(&value)));
    }
    out.line("");
    out.bytes(&payload);
    out.line("");
    Ok(())
}

fn show(place: &Place, position: &str, raw: bool) -> Result<(), Fault> {
    let parsed =
        position.split_once('@').and_then(|(p, o)| Some((p.parse::<i32>().ok()?, o.parse::<i64>().ok()?)));
    let (partition, offset) =
        parsed.ok_or_else(|| unknown(position, "write it as `dead list` prints it: 0@12"))?;
    let mut found: Option<Message> = None;
    super::block_on(place.read(&place.settings.topics.dead, true, false, |letter| {
        if (letter.position.partition, letter.position.offset) == (partition, offset) {
            found = Some(letter);
        }
        found.is_none()
    }))?;
    let letter = found.ok_or_else(|| unknown(position, "there is none at that position"))?;
    let mut out = Out::new();
    if !raw {
        super::consume::show_headers(&mut out, &letter);
        out.line("");
    }
    out.bytes(&letter.payload);
    if !raw {
        out.line("");
    }
    Ok(())
}
