//! Copy out of Factiva, each field behind two capitals: `HD` headline, `BY`, `WC` words, `PD` day, `ET` clock, `SN` source, `LA`
//! language, `LP` lead, `TD` the rest. The text stays as it came.

use super::labelled::{day, language};
use crate::draft::Draft;
use crate::head::Place;

/// The fields that it has (Factiva's own list of codes).
#[rustfmt::skip]
const CODES: &[&str] = &[
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF", "CO", "IN", "NS", "RE", "IPC",
    "IPD", "PUB", "AN", "ART", "CLM", "CX",
];

/// So many lines stand above the lead, blank ones not counted.
const LINES: usize = 60;

/// The code with which a line begins, or which it is.
fn code(line: &str) -> Option<(&'static str, &str)> {
    let length = line.bytes().take_while(u8::is_ascii_uppercase).count();
    let (word, rest) = line.split_at(length);
    let known = CODES.iter().find(|code| **code == word)?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| (*known, rest.trim()))
}

/// The story, if a text has a headline, a day or a source, and a lead, each behind its code.
pub(super) fn read(text: &str) -> Option<Draft> {
    let start = text.trim_start();
    code(start.lines().next()?.trim_end())?;
    let mut list: Vec<(&str, String)> = Vec::new();
    let (mut at, mut lead, mut seen) = (0, None, 0);
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end();
        let from = at;
        at += whole.len();
        if line.is_empty() {
            continue;
        }
        seen += 1;
        match code(line) {
            Some(("LP" | "TD", rest)) => {
                lead = Some(if rest.is_empty() { at } else { from + line.len() - rest.len() });
                break;
            }
            Some((code, rest)) => list.push((code, rest.to_owned())),
            None if seen > LINES => return None,
            None => {
                let (_, value) = list.last_mut()?;
                if !value.is_empty() {
                    value.push(' ');
                }
                value.push_str(line.trim());
            }
        }
    }
    let lead = lead?;
    let of = |wanted: &str| {
        let found = list.iter().find(|(code, _)| *code == wanted).map(|(_, value)| value.clone());
        found.filter(|value| !value.is_empty())
    };
    let headline = of("HD")?;
    if of("PD").is_none() && of("SN").is_none() {
        return None;
    }
    let mut story = Draft::default();
    (story.text_as_is, story.body_from) = (true, lead);
    story.head_with(headline);
    of("BY").iter().for_each(|byline| story.by(byline));
    story.issued = of("PD").and_then(|written| day(&written));
    story.language(of("LA").and_then(|name| language(&name)));
    story.makers.extend(of("SN"));
    list.iter().filter(|(code, _)| *code != "HD").for_each(|(_, value)| story.hear(value, Place::Head));
    text.clone_into(&mut story.body);
    Some(story)
}
