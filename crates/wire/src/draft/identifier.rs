//! What names a story, and what only looks as if it did.

use crate::agencies::Agency;

/// Whether an identifier names nothing: `0`, `null`, the agency's own name.
pub(super) fn says_nothing(id: &str) -> bool {
    id.chars().all(|c| !c.is_alphanumeric() || c == '0')
            || is_nothing(id)
            || ["unknown", "na"].iter().any(|no| id.eq_ignore_ascii_case(no))
            || Agency::named_in(id).is_some_and(|agency| {
                agency.name.eq_ignore_ascii_case(id)
                    || agency.signs.iter().any(|sign| sign.eq_ignore_ascii_case(id))
            })
            // `www.agency.example`
            || id.contains('.') && !id.contains([':', '/', '_', ' ']) && !id.contains(|c: char| c.is_ascii_digit())
}

/// Words by which programs say that a field has none.
pub(super) fn is_nothing(words: &str) -> bool {
    words.is_empty()
        || words.len() <= 9
            && ["null", "none", "n/a", "undefined"].iter().any(|no| words.eq_ignore_ascii_case(no))
}

/// An identifier and the revision behind it: `urn:newsml:…:tin:3`, `…?version=3`, `x1.v3`.
pub(super) fn without_revision(id: &str) -> (&str, Option<u64>) {
    let marks = ["?version=", "&version=", ";version=", "?v=", ";v=", ".v", "-v", "_v", ":v"];
    for mark in marks {
        if let Some((rest, revision)) = id.rsplit_once(mark).filter(|(rest, _)| !rest.is_empty())
            && let Some(revision) = revision_of(revision)
        {
            return (rest, Some(revision));
        }
    }
    // `urn:newsml:provider:date:item:revision`
    let lower = id.get(..11).map(str::to_ascii_lowercase);
    if lower.as_deref() == Some("urn:newsml:")
        && id.split(':').count() == 6
        && let Some((rest, revision)) = id.rsplit_once(':')
        && let Some(revision) = revision_of(revision.trim_end_matches(['U', 'N', 'A']))
    {
        return (rest, Some(revision));
    }
    (id, None)
}

fn revision_of(words: &str) -> Option<u64> {
    (words.len() <= 3 && words.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| words.parse().ok())
        .flatten()
        .filter(|revision| *revision > 0)
}
