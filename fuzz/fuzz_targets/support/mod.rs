//! What must be true of whatever a parser gives.

use wire::{CODES, Format, Received, SKIPS, WARNINGS};

/// Reads bytes as a format: read or refused with a code that is documented, never a panic; spans prove themselves, what is
/// written can be read again, and no warning has a code of its own.
pub fn read(bytes: &[u8], format: Option<Format>) {
    let received = Received { bytes, feed: None, uri: None, received_at: None };
    let known = |code: &str, codes: &[(&str, &str)]| codes.iter().any(|(known, _)| *known == code);
    let parsed = match wire::parse(&received, format) {
        Ok(parsed) => parsed,
        Err(no) => return assert!(known(no.code, CODES)),
    };
    assert!(!(parsed.articles.is_empty() && parsed.skipped.is_empty() && parsed.rejected.is_empty()));
    assert!(parsed.rejected.iter().all(|no| known(no.code, CODES)));
    assert!(parsed.skipped.iter().all(|skip| known(skip.code, SKIPS)));
    for article in &parsed.articles {
        assert!(!article.id.is_empty() && article.version >= 1);
        if let Some(span) = article.dateline.as_ref().and_then(|dateline| dateline.span.as_ref()) {
            assert!(span.proves_itself_in(&article.text), "{span:?}");
        }
        let own = article.source.as_ref().is_some_and(|source| source.format.as_deref() == Some("article"));
        assert!(own || article.warnings.iter().all(|warning| known(&warning.code, WARNINGS)));
        let again = article::Article::from_json(&article.to_json()).expect("what is written can be read");
        assert_eq!(again, *article);
    }
}
