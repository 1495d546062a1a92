//! `dateline dead`: what could not be used.

use std::path::PathBuf;
use std::process::ExitCode;

use flow::{Fault, FaultKind, Message, header};

use crate::args::Dead;
use crate::place::Place;
use crate::show::{Out, Table};

pub(super) fn dead(config: Option<PathBuf>, args: Dead) -> Result<ExitCode, Fault> {
    match args {
        Dead::List { json, place } => list(&Place::find(config, place)?, json),
        Dead::Show { position, raw, place } => show(&Place::find(config, place)?, &position, raw),
    }
}

fn list(place: &Place, json: bool) -> Result<ExitCode, Fault> {
    let (mut out, mut table) =
        (Out::new(), Table::new(&["POSITION", "CODE", "STAGE", "STOOD IN", "AT", "REASON"]));
    super::block_on(place.read(&place.settings.topics.dead, true, false, |letter| {
        let of = |name| letter.headers.text(name).unwrap_or("?").to_owned();
        let position = format!("{}@{}", letter.position.partition, letter.position.offset);
        let stood =
            format!("{}/{}@{}", of(header::DEAD_SOURCE), of(header::DEAD_PARTITION), of(header::DEAD_OFFSET));
        if json {
            let line = serde_json::json!({
                "position": position, "code": of(header::DEAD_CODE), "stage": of(header::DEAD_STAGE),
                "stood_in": stood, "at": of(header::DEAD_AT), "reason": of(header::DEAD_REASON),
                "bytes": letter.payload.len(),
            });
            out.line(line.to_string());
        } else {
            let at = of(header::DEAD_AT);
            table.row(vec![
                position,
                of(header::DEAD_CODE),
                of(header::DEAD_STAGE),
                stood,
                at.split('.').next().unwrap_or(&at).to_owned(),
                of(header::DEAD_REASON),
            ]);
        }
        true
    }))?;
    if !json && table.is_empty() {
        out.line("no dead letters");
    } else if !json {
        table.print(&mut out);
    }
    Ok(ExitCode::SUCCESS)
}

fn show(place: &Place, position: &str, raw: bool) -> Result<ExitCode, Fault> {
    let usage =
        |why: &str| Fault::new(FaultKind::Usage, format!("show dead letter {position}"), why.to_owned());
    let parsed =
        position.split_once('@').and_then(|(p, o)| Some((p.parse::<i32>().ok()?, o.parse::<i64>().ok()?)));
    let (partition, offset) = parsed.ok_or_else(|| usage("write it as `dead list` prints it: 0@12"))?;
    let mut found: Option<Message> = None;
    super::block_on(place.read(&place.settings.topics.dead, true, false, |letter| {
        if (letter.position.partition, letter.position.offset) == (partition, offset) {
            found = Some(letter);
        }
        found.is_none()
    }))?;
    let letter = found.ok_or_else(|| usage("there is none at that position"))?;
    let mut out = Out::new();
    if !raw {
        super::consume::show_headers(&mut out, &letter);
        out.line("");
    }
    out.bytes(&letter.payload);
    if !raw {
        out.line("");
    }
    Ok(ExitCode::SUCCESS)
}
