//! Any text: never a panic, and every mention and every figure's span proves itself.
#![no_main]

use std::sync::LazyLock;

use article::{Article, Span};
use libfuzzer_sys::fuzz_target;
use tagger::Tagger;

static TAGGER: LazyLock<Tagger> = LazyLock::new(Tagger::new);

fuzz_target!(|text: &str| {
    let mut article = Article::of_text(text);
    article.published_at = "2023-08-30".parse().ok();
    let tags = TAGGER.tag(&article).tags;
    let mentions = tags.regions.iter().flat_map(|region| &region.mentions).map(|mention| Span {
        start: mention.start,
        end: mention.end,
        exact: mention.exact.clone(),
    });
    let inside = tags.regions.iter().flat_map(|region| region.inside_names.iter().cloned());
    let evidence = tags.industries.iter().flat_map(|industry| industry.evidence.iter().cloned());
    let figures = tags.trade_figures.iter().map(|figure| figure.span.clone());
    for span in mentions.chain(inside).chain(evidence).chain(figures) {
        assert!(span.proves_itself_in(text), "{span:?}");
    }
});
