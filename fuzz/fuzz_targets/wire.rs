//! Any bytes, as every format and as the one recognised: read or refused, never a panic, and spans prove themselves.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wire::{CODES, Format, Received};

fuzz_target!(|bytes: &[u8]| {
    let received = Received { bytes, feed: None, uri: None, received_at: None };
    for format in Format::ALL.into_iter().map(Some).chain([None]) {
        match wire::parse(&received, format) {
            Ok(parsed) => parsed.articles.iter().for_each(hold),
            Err(no) => assert!(CODES.iter().any(|(code, _)| *code == no.code)),
        }
    }
});

fn hold(article: &article::Article) {
    assert!(!article.id.is_empty() && article.version >= 1);
    if let Some(span) = article.dateline.as_ref().and_then(|dateline| dateline.span.as_ref()) {
        assert!(span.proves_itself_in(&article.text), "{span:?}");
    }
    let again = article::Article::from_json(&article.to_json()).expect("what is written can be read");
    assert_eq!(again, *article);
}
