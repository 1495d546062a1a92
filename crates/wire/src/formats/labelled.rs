//! Plain copy whose fields have labels: `HEADLINE: … BYLINE: … DATELINE: … BODY:`, as archives and small agencies send it.
//!
//! The text stays as it came; the labels tell where each field is, and the head of the copy is read below the last of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use article::When;

use crate::dateline::WrittenDate;
use crate::draft::Draft;
use crate::head::{self, Place};
use crate::prose::fold;
use crate::when;

/// So many lines are looked at, blank ones not counted.
const LINES: usize = 60;
/// Above the first label stand no more.
const ABOVE: usize = 12;
/// No label is longer, in bytes.
const LABEL: usize = 30;

/// What each label names (`data/head-labels.tsv`).
static LABELS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/head-labels.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).collect()
});

/// A label's field, the label and what stands behind it in its line.
fn label(line: &str) -> Option<(&'static str, &str, &str)> {
    let at = memchr::memchr2(b':', b'=', &line.as_bytes()[..line.len().min(LABEL)])?;
    let (label, value) = (line[..at].trim(), &line[at + 1..]);
    // `DATE=7/14/2000`
    let marked = line.as_bytes()[at] == b':' || !label.contains(char::is_lowercase);
    let named = marked && label.starts_with(char::is_uppercase);
    Some((LABELS.get(Some(label.to_lowercase()).filter(|_| named)?.as_str())?, label, value))
}

/// The fields, each with its label and its words, where the copy begins, and the lines above the first label.
struct Fields<'a> {
    list: Vec<(&'static str, &'a str, String)>,
    body: usize,
    above: Vec<&'a str>,
}

fn fields(text: &str) -> Option<Fields<'_>> {
    let mut fields = Fields { list: Vec::new(), body: 0, above: Vec::new() };
    let (mut at, mut seen, mut open) = (0, 0, false);
    for whole in text.split_inclusive('\n') {
        let line = whole.trim();
        let start = at + (whole.len() - whole.trim_start().len());
        at += whole.len();
        if line.is_empty() {
            open = false;
            continue;
        }
        seen += 1;
        if seen > LINES {
            return None;
        }
        match label(line) {
            Some(("body", _, value)) => {
                let has = |field: &str| fields.list.iter().any(|(known, ..)| *known == field);
                fields.body = start + line.len() - value.trim_start().len();
                // Two labels may be chance.
                let known = fields.list.iter().filter(|(field, ..)| *field != "headline").count();
                return (has("headline") && known > 0 && !text[fields.body..].trim().is_empty())
                    .then_some(fields);
            }
            Some((field, label, value)) => {
                fields.list.push((field, label, value.trim().to_owned()));
                open = true;
            }
            // A value that goes on in the next line.
            None if open => {
                let (_, _, value) = fields.list.last_mut()?;
                value.push(' ');
                value.push_str(line);
            }
            // An archive has some lines above its first label.
            None if fields.list.is_empty() && fields.above.len() >= ABOVE => return None,
            None if fields.list.iter().all(|(field, ..)| *field != "headline") => fields.above.push(line),
            None => return None,
        }
    }
    None
}

/// The story of a text whose fields have labels.
pub(super) fn read(text: &str) -> Option<Draft> {
    // Nearly no copy begins with a label, or with the lines of an archive.
    let Fields { list, body, above } = fields(text)?;
    let mut story = Draft::default();
    (story.text_as_is, story.body_from) = (true, body);
    for (field, label, value) in list.iter().filter(|(.., value)| !value.is_empty()) {
        match *field {
            "headline" => story.head_with(value.clone()),
            "byline" => story.by(value),
            "dateline" => {
                story.place(value);
                story.makers.extend(signed(value));
            }
            "date" => story.issued = story.issued.or_else(|| day(value)),
            "source" => story.makers.push(value.clone()),
            "slug" => story.slug(Some(value.clone())),
            "keywords" => story.keywords(value),
            "language" => story.language(language(value)),
            _ => story.heed_property(&label.to_lowercase(), value),
        }
        if !matches!(*field, "headline" | "slug") {
            story.hear(value, Place::Head);
        }
    }
    for line in &above {
        story.hear(line, Place::Head);
        story.issued = story.issued.or_else(|| day(line));
        story.makers.extend(head::known_provider(line).map(|_| fold(line)));
    }
    text.clone_into(&mut story.body);
    Some(story)
}

/// `OSLO, Aug 4 (Reuters)`: the agency that signs in a field for the dateline.
fn signed(value: &str) -> Option<String> {
    let inner = value.trim_end_matches(['-', ' ']).strip_suffix(')')?.rsplit_once('(')?.1;
    head::is_sign(inner).then(|| inner.to_owned())
}

/// `March 12, 1998  09:14 GMT`, `June 22, 2004 Tuesday`
pub(super) fn day(words: &str) -> Option<When> {
    let words = fold(words);
    let whole = when::read(&words).when();
    whole.or_else(|| match WrittenDate::at_start(&words) {
        Some((WrittenDate::Full(date), _)) => Some(When::Date(date)),
        _ => None,
    })
}

/// The tag of a language by its name in English, or its own.
pub(super) fn language(name: &str) -> Option<String> {
    #[rustfmt::skip]
    const NAMES: &[(&str, &str)] = &[
        ("english", "en"), ("german", "de"), ("deutsch", "de"), ("french", "fr"), ("français", "fr"), ("spanish", "es"), ("español", "es"),
        ("italian", "it"), ("italiano", "it"), ("portuguese", "pt"), ("português", "pt"), ("dutch", "nl"), ("russian", "ru"), ("japanese", "ja"),
        ("chinese", "zh"), ("korean", "ko"), ("arabic", "ar"), ("swedish", "sv"), ("danish", "da"), ("norwegian", "no"), ("finnish", "fi"),
        ("polish", "pl"), ("turkish", "tr"),
    ];
    let name = name.split([';', ',', ' ']).next().unwrap_or(name).to_lowercase();
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, tag)| (*tag).to_owned())
}
