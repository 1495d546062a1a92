//! No word of a story's body is lost in silence: each stands in the text, in a field, in a warning, or in what was
//! refused. For the formats made of XML; `fixtures.rs` looks at the others.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use support::parse;

/// The folders of the formats, their items, and the elements in these that have words for readers.
const BODIES: &[(&str, &[&str], &[&str])] = &[
    ("nitf", &["nitf"], &["body"]),
    (
        "newsml-g2",
        &["newsitem"],
        &["inlinexml", "inlinedata", "headline", "slugline", "ednote", "by", "keyword"],
    ),
    ("newsml-1", &["newsitem"], &["datacontent", "newslines"]),
    ("rss", &["item"], &["description", "content:encoded", "title", "media:description"]),
    ("atom", &["entry", "a:entry"], &["content", "summary", "title", "a:content", "a:title"]),
];

/// What stands between the tags of such elements, in lower case.
fn inside<'t>(text: &'t str, names: &[&str]) -> Vec<&'t str> {
    let mut found = Vec::new();
    for name in names {
        let mut rest = text;
        while let Some(at) = rest.find(&format!("<{name}")) {
            rest = &rest[at + name.len() + 1..];
            let Some(open) = rest.find('>') else { break };
            let whole = rest.starts_with(['>', ' ', '\n']) && !rest[..open].ends_with('/');
            rest = &rest[open + 1..];
            let end = rest.find(&format!("</{name}>")).unwrap_or(0);
            if whole {
                found.push(&rest[..end]);
            }
        }
    }
    found
}

/// The items of a file with their own tags: the identifier of one may be an attribute. Items that hold others are looked at as
/// what they hold.
fn items_of<'t>(text: &'t str, names: &[&str]) -> Vec<&'t str> {
    let mut found = Vec::new();
    for name in names {
        let starts: Vec<usize> = text
            .match_indices(&format!("<{name}"))
            .map(|(at, _)| at)
            .filter(|at| text[at + name.len() + 1..].starts_with(['>', ' ', '\n']))
            .collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        found.extend(starts.iter().zip(ends).map(|(start, end)| &text[*start..end]));
    }
    found
}

/// Words of some letters, without mark-up and without what an entity may stand for.
fn words(markup: &str) -> BTreeSet<String> {
    let mut text = markup.replace("<![cdata[", " ").replace("]]>", " ");
    for _ in 0..3 {
        let mut plain = String::new();
        let mut in_tag = false;
        for c in text.replace("<!--", "<").chars() {
            match c {
                '<' => in_tag = true,
                '>' if in_tag => {
                    in_tag = false;
                    plain.push(' ');
                }
                _ if !in_tag => plain.push(c),
                _ => {}
            }
        }
        text = plain.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    }
    // A word with another entity in it is not compared.
    let whole = text.split_whitespace().filter(|word| !word.contains('&'));
    let parts = whole.flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    parts.filter(|word| word.chars().count() > 2).map(str::to_owned).collect()
}

#[test]
fn every_word_of_a_body_stands_somewhere() {
    let mut looked_at = 0;
    for (format, items, names) in BODIES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(format);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "xml") {
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            let parsed = parse(&bytes, None).unwrap();
            let mut kept = serde_json::to_string(&parsed.articles).unwrap();
            for no in &parsed.rejected {
                kept.push_str(no.part.as_deref().unwrap_or_default());
            }
            let kept = kept.to_lowercase().replace("\\n", " ").replace("\\t", " ");
            let text: String = match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(latin) => latin.into_bytes().into_iter().map(char::from).collect(),
            };
            let mut text = text.to_lowercase();
            // Where an entry comes from is no body of its own.
            for source in
                inside(&text, &["source", "a:source"]).into_iter().map(str::to_owned).collect::<Vec<_>>()
            {
                text = text.replace(&source, "");
            }
            // What is skipped is skipped with its caption: a picture, a film.
            let skipped = |item: &&str| {
                parsed.skipped.iter().any(|skip| {
                    let names = skip.part.iter().chain([&skip.reason]).map(|name| name.to_lowercase());
                    names
                        .filter(|name| name.len() > 3)
                        .any(|name| item.contains(name.rsplit(':').next().unwrap()))
                })
            };
            let items = items_of(&text, items).into_iter().filter(|item| !skipped(item));
            let bodies = items.flat_map(|item| inside(item, names));
            for word in bodies.flat_map(words) {
                assert!(kept.contains(&word), "{}: `{word}` is lost", path.display());
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 500, "only {looked_at} words were looked at");
}
