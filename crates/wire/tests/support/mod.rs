//! What the tests share: one way in.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its share")]
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

use article::Article;
use wire::{Format, Parsed, Received, Unreadable};

pub(crate) fn received(bytes: &[u8]) -> Received<'_> {
    Received { bytes, feed: None, uri: None, received_at: None }
}

pub(crate) fn parse(bytes: &[u8], format: Option<Format>) -> Result<Parsed, Unreadable> {
    wire::parse(&received(bytes), format)
}

/// The one article of a message.
pub(crate) fn article(bytes: impl AsRef<[u8]>) -> Article {
    let mut parsed = parse(bytes.as_ref(), None).unwrap();
    assert_eq!((parsed.articles.len(), &parsed.skipped[..], &parsed.rejected[..]), (1, &[][..], &[][..]));
    parsed.articles.remove(0)
}

/// Why a message cannot be read.
pub(crate) fn refusal(bytes: impl AsRef<[u8]>) -> Unreadable {
    parse(bytes.as_ref(), None).unwrap_err()
}

/// What an article says besides its text: one field a line, nothing for what is unknown.
pub(crate) fn head(article: &Article) -> String {
    use std::fmt::Write;
    let mut lines = String::new();
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            writeln!(lines, "{name:<10} {value}").unwrap();
        }
    };
    field(
        "provider",
        article
            .provider
            .as_ref()
            .map(|provider| format!("{} ({})", provider.code, provider.name.as_deref().unwrap_or("?"))),
    );
    field("published", article.published_at.map(|when| when.to_string()));
    field("version", (article.version != 1).then(|| article.version.to_string()));
    field("slugline", article.slugline.clone());
    field("headline", article.headline.clone());
    field("byline", article.byline.clone());
    field("ed_note", article.ed_note.clone());
    field("keywords", (!article.keywords.is_empty()).then(|| article.keywords.join(" | ")));
    if let Some(dateline) = &article.dateline {
        let date = dateline.date.map_or("?".to_owned(), |date| date.0.to_string());
        let span = dateline.span.as_ref().map_or("no span".to_owned(), |span| {
            assert!(span.proves_itself_in(&article.text), "{span:?}");
            format!("{}..{} `{}`", span.start, span.end, span.exact)
        });
        field("dateline", Some(format!("{} · {date} · {span}", dateline.places.join(" | "))));
    }
    field("language", article.language.clone());
    field("urgency", article.urgency.map(|urgency| urgency.to_string()));
    let status = article.pub_status.map(|status| serde_json::to_value(status).unwrap());
    field(
        "status",
        status.and_then(|status| status.as_str().filter(|status| *status != "usable").map(str::to_owned)),
    );
    field("embargo", article.embargoed_until.map(|when| when.to_string()));
    for signal in &article.signals {
        let kind = serde_json::to_value(signal.kind).unwrap();
        let target = signal.target.as_ref().map_or(String::new(), |target| format!(" → {target}"));
        field(
            "signal",
            Some(format!("{}: {}{target}", kind.as_str().unwrap(), signal.text.as_deref().unwrap_or("?"))),
        );
    }
    for subject in &article.subjects {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
        field(
            "subject",
            Some(format!("{} {} {}", part(&subject.scheme), part(&subject.code), part(&subject.name))),
        );
    }
    for warning in &article.warnings {
        field("warning", Some(format!("{}: {}", warning.code, warning.text)));
    }
    lines
}
