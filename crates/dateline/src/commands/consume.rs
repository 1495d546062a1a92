//! `dateline consume`: the messages of a topic.

use std::path::PathBuf;
use std::process::ExitCode;

use flow::{Fault, Message};

use crate::args::Consume;
use crate::place::Place;
use crate::show::Out;

pub(super) fn consume(config: Option<PathBuf>, args: Consume) -> Result<ExitCode, Fault> {
    let Consume { topic, from_beginning, follow, pretty, headers, max, place } = args;
    let place = Place::find(config, place)?;
    let topic = topic.unwrap_or_else(|| place.settings.topics.enriched.to_string());
    let (mut out, mut left) = (Out::new(), max.unwrap_or(u64::MAX));
    // Without the past there is only what comes.
    let follow = follow || !from_beginning;
    if left > 0 {
        super::block_on(place.read(&topic, from_beginning, follow, |message| {
            if headers {
                show_headers(&mut out, &message);
            }
            show_payload(&mut out, &message.payload, pretty);
            if follow {
                out.flush();
            }
            left -= 1;
            left > 0
        }))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// `# articles.raw/2@17 key=…` and a line for each header.
pub(super) fn show_headers(out: &mut Out, message: &Message) {
    let key = message.key.as_deref().map(|key| format!(" key={}", String::from_utf8_lossy(key)));
    out.line(format!("# {}{}", message.position, key.unwrap_or_default()));
    for (name, value) in message.headers.iter() {
        out.line(format!("#   {name}: {}", String::from_utf8_lossy(value)));
    }
}

/// A payload as it is, if that is one line; JSON indented if wished. JSON of several lines is put on one, and what is no JSON and
/// would be several lines, or is no UTF-8, is shown as a JSON string: each message stays one line that a program can read.
fn show_payload(out: &mut Out, payload: &[u8], pretty: bool) {
    let line = std::str::from_utf8(payload)
        .is_ok_and(|text| !text.contains(|sign: char| sign.is_control() && sign != '\t'));
    match serde_json::from_slice::<serde_json::Value>(payload) {
        Ok(json) if pretty || !line => out.line(super::parse::json(&json, pretty)),
        _ if line => out.line(payload),
        _ => out.line(super::parse::json(&String::from_utf8_lossy(payload), false)),
    }
}
