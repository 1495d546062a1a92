//! Plain wire copy: `text` is what was received, decoded and otherwise untouched, but for the padding of its last block.
//!
//! What is left when no format wants it may be a page of the web: its mark-up is read, and that of an error refused.

use article::Article;
use serde::de::IgnoredAny;

use super::{Format, Reader, carried, factiva, labelled};
use crate::charset::Decoded;
use crate::draft::{Draft, plain};
use crate::head::Head;
use crate::prose::short;
use crate::reject::Left;
use crate::{Parsed, Received, Unreadable, finish, html, rtf, xml};

pub(super) const READER: Reader = Reader { name: "text", recognise: |_| true, parse };

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let text = without_padding(&decoded.text);
    if rtf::is_rtf(text) {
        return rich(text, received, decoded);
    }
    if let Some(parsed) = carried::read_behind_headers(text, received, decoded, Format::Text) {
        return parsed;
    }
    let root = xml::root(text);
    // A warning of a server in front of a file begins with a tag, too; a page begins as one.
    let begins_page =
        root.is_some_and(|root| ["html", "head", "body"].iter().any(|name| root.eq_ignore_ascii_case(name)));
    if begins_page {
        return page(text, received, decoded);
    }
    // Another message behind the story says what may be done with its own.
    if let Some(behind) = carried::behind_story(text) {
        let own = &text[..behind.at];
        let alone = Received { bytes: own.as_bytes(), ..*received };
        let read = parse(&alone, &decoded.part(own));
        let mut parsed = super::or_refused(read, own);
        parsed.join(behind.read(received, decoded, Format::Text));
        return Ok(parsed);
    }
    // What stands in a log, in a script, in an envelope: its own format says what may be done with it.
    if let Some(parsed) = carried::read(text, received, decoded, Format::Text) {
        return parsed;
    }
    if root.is_some_and(html::is_tag) {
        return page(text, received, decoded);
    }
    if let Some(reason) = carried::is_source(text) {
        return Err(Unreadable::new("bad_xml", reason));
    }
    if is_value(text) {
        return Err(Unreadable::new(
            "not_an_article",
            format!("a value of JSON and no story: `{}`", short(text)),
        ));
    }
    if let Some(root) = root {
        // Tags are no words of a story, and what they mean nobody knows. Copy may have a word in brackets at its beginning.
        if text.trim_end().ends_with('>') {
            let reason = format!("the root element is `{}`, which is of no known format", short(root));
            return Err(Unreadable::new("bad_xml", reason));
        }
    }
    if let Some(story) = labelled::read(text).or_else(|| factiva::read(text)) {
        return finished(story, received, decoded);
    }
    let mut article = Article::of_text(text);
    article.warnings.clone_from(&decoded.warnings);
    if text.len() < decoded.text.len() {
        let padding = decoded.text.len() - text.len();
        article.warn("left_out", format!("padding: {padding} NUL and SUB characters behind the end"));
    }
    let head = Head::read(&article.text);
    finish::finish(&mut article, head, received, received.bytes, Format::Text, decoded.charset);
    Ok(article.into())
}

/// `null`, `42`, `[]`, `["a", 1]`, `"a string"`: what a program writes that has no story.
fn is_value(text: &str) -> bool {
    /// In bytes: a story is longer.
    const LONGEST: usize = 60;
    let text = text.trim();
    let inner = text.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
    // no word of a story stands in quotation marks, begins small, has no name and ends with nothing: `"hello world"`
    let small = |inner: &str| {
        inner.starts_with(|c: char| c.is_ascii_lowercase())
            && inner.ends_with(|c: char| c.is_ascii_alphanumeric())
    };
    let string = inner.is_some_and(|inner| {
        !inner.contains(' ')
            || small(inner) && !inner.contains(['"', '\n']) && !inner.contains(char::is_uppercase)
    });
    text.len() <= LONGEST
        && (matches!(text, "null" | "true" | "false")
            || text.parse::<f64>().is_ok_and(f64::is_finite)
            || string)
        || text.starts_with('[') && serde_json::from_str::<Vec<IgnoredAny>>(text).is_ok()
}

/// Old systems fill the last block of a file: with NUL, behind a SUB that ends it.
fn without_padding(text: &str) -> &str {
    text.trim_end_matches(['\0', '\u{1a}'])
}

/// A document of a word processor.
fn rich(text: &str, received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let mut story = Draft::default();
    story.article.warn("payload_mended", "Rich Text Format: its words were read");
    story.body = rtf::read(text);
    story.text_as_is = true;
    finished(story, received, decoded)
}

fn finished(story: Draft, received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    match story.finish(received, received.bytes, Format::Text, decoded) {
        Ok(article) => Ok(article.into()),
        Err(Left::Skipped(skipped)) => Ok(Parsed { skipped: vec![skipped], ..Parsed::default() }),
        Err(Left::Unreadable(no)) => Err(no),
    }
}

/// A page of the web, saved under the name of a story.
fn page(text: &str, received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let title = title(text);
    let body = html::read_page(text);
    let names = [title.as_deref(), body.headline.as_deref()];
    if let Some(error) = names.into_iter().flatten().find(|name| is_error(name))
        && !Head::read(&body.text).has_dateline()
    {
        return Err(Unreadable::new("web_page", error));
    }
    let mut story = Draft::default();
    story.article.warn("html_in_plain", "a page of the web");
    story.take_body(body);
    story.headline = story.headline.or(title);
    finished(story, received, decoded)
}

/// What the page calls itself.
fn title(text: &str) -> Option<String> {
    /// It does so near its start, in bytes.
    const REACH: usize = 20_000;
    const TAG: &[u8] = b"<title";
    let near = &text.as_bytes()[..text.len().min(REACH)];
    let start = near.windows(TAG.len()).position(|word| word.eq_ignore_ascii_case(TAG))? + TAG.len();
    let words = start + memchr::memchr(b'>', &near[start..])? + 1;
    let length = memchr::memchr(b'<', &near[words..])?;
    text.get(words..words + length).map(|words| plain(words.to_owned())).filter(|words| !words.is_empty())
}

/// How servers and proxies name their errors, in lower case; a number of three digits may stand before or behind.
const ERRORS: &[&str] = &[
    "access denied",
    "bad gateway",
    "bad request",
    "error",
    "forbidden",
    "gateway time-out",
    "gateway timeout",
    "internal server error",
    "moved permanently",
    "not found",
    "page not found",
    "proxy error",
    "request timeout",
    "service temporarily unavailable",
    "service unavailable",
    "the requested url could not be retrieved",
    "too many requests",
    "unauthorized",
];

/// `502 Proxy Error`, `Error 404 (Not Found)`, `ERROR: The requested URL could not be retrieved`
fn is_error(name: &str) -> bool {
    let words = name.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let words: Vec<String> = words.take(12).map(str::to_lowercase).collect();
    let status = |word: &String| {
        word.len() == 3 && word.starts_with(['3', '4', '5']) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let named = words.iter().filter(|word| !status(word) && *word != "http");
    let named = named.map(String::as_str).collect::<Vec<_>>().join(" ");
    let bare = named.strip_prefix("error ").unwrap_or(&named);
    ERRORS.contains(&named.as_str()) || ERRORS.contains(&bare)
}
