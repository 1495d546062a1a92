//! Stories for the tests, through the public door: received bytes → wire → tagger.
#![allow(dead_code, reason = "each test program uses a part")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use article::{Article, Tags};
use serde_json::Value;
use tagger::Tagger;

static TAGGER: LazyLock<Tagger> = LazyLock::new(Tagger::new);

pub(crate) fn gold(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(path)
}

pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(gold(path)).unwrap_or_else(|err| panic!("{path}: {err}"))
}

/// A story as the wire parser gives it, published on a day where it does not say so itself.
pub(crate) fn parse(text: &str, day: Option<&str>) -> Article {
    let received = wire::Received { bytes: text.as_bytes(), feed: None, uri: None, received_at: None };
    let parsed = wire::parse(&received, None).expect("the tests' stories are readable");
    let mut article = parsed.articles.into_iter().next().expect("a story is one article");
    if let Some(day) = day {
        article.published_at = Some(day.parse().expect("a date"));
    }
    article
}

pub(crate) fn tag(article: &Article) -> Tags {
    TAGGER.tag(article).tags
}

pub(crate) fn rules() -> &'static [(&'static str, &'static str)] {
    TAGGER.figure_rules()
}

/// The trade figures of a story as JSON.
pub(crate) fn figures(text: &str, day: Option<&str>) -> Vec<Value> {
    let tags = tag(&parse(text, day));
    tags.trade_figures.iter().map(|figure| serde_json::to_value(figure).expect("figures are JSON")).collect()
}

/// The text with its trade figures drawn under it.
pub(crate) fn draw_figures(text: &str, day: &str) -> String {
    let mut article = Article::of_text(text);
    article.published_at = day.parse().ok(); // "": a story without a date
    let tags = Tags { trade_figures: tag(&article).trade_figures, ..Tags::default() };
    tagger::draw(text, &tags)
}

/// Each caption stands under the text, in this order, and nothing else does.
pub(crate) fn says(day: &str, text: &str, captions: &[&str]) {
    let drawn = draw_figures(text, day);
    let found: Vec<&str> = drawn
        .lines()
        .filter(|line| line.trim_start().starts_with('^'))
        .map(|line| line.trim_start().trim_start_matches('^').trim())
        .collect();
    assert_eq!(found, captions, "{drawn}");
}
