//! What names a story, and what only looks as if it did.

use crate::agencies::Agency;

/// Whether an identifier names nothing: `0`, `null`, the agency's own name.
pub(super) fn says_nothing(id: &str) -> bool {
    id.chars().all(|c| !c.is_alphanumeric() || c == '0')
            || is_nothing(id)
            || ["unknown", "na"].iter().any(|no| id.eq_ignore_ascii_case(no))
            || Agency::named_in(id).is_some_and(|agency| {
                agency.name.eq_ignore_ascii_case(id)
                    || agency.signs_as(id)
            })
            // `www.agency.example`
            || id.contains('.') && !id.contains([':', '/', '_', ' ', '@']) && !id.contains(|c: char| c.is_ascii_digit())
}

/// Words by which programs say that a field has none.
pub(super) fn is_nothing(words: &str) -> bool {
    words.is_empty()
        || words.len() <= 9
            && ["null", "none", "n/a", "undefined"].iter().any(|no| words.eq_ignore_ascii_case(no))
}

/// An identifier and the revision behind it: `urn:newsml:…:tin:3`, `…?version=3`, `x1.v3`, `x1/rev/3`, `x1-rev3`.
pub(super) fn without_revision(id: &str) -> (&str, Option<u64>) {
    if let Some((stem, revision)) = named_revision(id) {
        return (stem, Some(revision));
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

/// A revision that is called one, behind a mark: `?version=3`, `.v3`, `#rev3`, `/version/3`. Behind a slash `v3` may be of all
/// addresses, and `V77` the number of a film: there what is before it must name a story by itself.
fn named_revision(id: &str) -> Option<(&str, u64)> {
    const NAMES: &[&str] = &["revision", "rev", "version", "ver", "v"];
    let digits = id.len() - id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (rest, revision) = id.split_at(id.len() - digits);
    let revision = revision_of(revision)?;
    let (rest, joined) = match rest.strip_suffix(['=', '/', '-', '_', ':', '.', ' ']) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let named = |name: &&str| {
        let at = rest.len().checked_sub(name.len())?;
        rest.is_char_boundary(at).then(|| rest.split_at(at)).filter(|(_, end)| end.eq_ignore_ascii_case(name))
    };
    let (stem, name) = NAMES.iter().find_map(named)?;
    let mark = stem.chars().next_back()?;
    let stem = stem.strip_suffix(['?', '&', ';', '#', '/', '.', '-', '_', ':', '@', ' '])?;
    // `…/v/3`, `x-v-3`: a letter that is joined may be a part of a name.
    let plain = !joined || name.len() > 1 || rest.len() + 1 < id.len() && id.as_bytes()[rest.len()] == b'=';
    let doubtful = mark == '/' || rest.ends_with('V');
    (!stem.is_empty() && plain && (!doubtful || names_one(stem))).then_some((stem, revision))
}

/// Whether what stands before a number names one story by itself: behind its last mark are letters and digits, and neither a
/// day, of which every story has one, nor who gives the names (`tag:agency.example,2026`).
pub(super) fn names_one(stem: &str) -> bool {
    /// So many of them: less is a number in a list.
    const LENGTH: usize = 5;
    let last = stem.rsplit([':', '/', '#']).next().unwrap_or(stem);
    let (mut digits, mut number) = (0, 0_u64);
    for digit in last.bytes().filter(u8::is_ascii_digit) {
        digits += 1;
        number = number.saturating_mul(10).saturating_add(u64::from(digit - b'0'));
    }
    // `2026`, `20260303`, `20260303T101500`; `260303`
    let day = match digits {
        4 | 8 | 10 | 12 | 14 => matches!(number / 10_u64.pow(digits - 4), 1900..=2099),
        6 => (1..=12).contains(&(number / 100 % 100)) && (1..=31).contains(&(number % 100)),
        digits => digits == 0,
    };
    last.chars().filter(|c| c.is_alphanumeric()).count() >= LENGTH && !day && !last.contains([',', '.'])
}

fn revision_of(words: &str) -> Option<u64> {
    (words.len() <= 3 && words.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| words.parse().ok())
        .flatten()
        .filter(|revision| *revision > 0)
}

#[cfg(test)]
mod tests {
    use super::{names_one, without_revision};

    #[test]
    fn a_revision_that_is_called_one_is_taken_off_the_identifier() {
        for id in [
            "L8N3A1?version=3",
            "L8N3A1&v=3",
            "L8N3A1;rev=3",
            "L8N3A1.v3",
            "L8N3A1-v3",
            "L8N3A1/v3",
            "L8N3A1#v3",
            "L8N3A1 v3",
            "L8N3A1-rev3",
            "L8N3A1_Rev3",
            "L8N3A1/rev/3",
            "L8N3A1/version/3",
            "L8N3A1:revision:3",
        ] {
            assert_eq!(without_revision(id), ("L8N3A1", Some(3)), "{id}");
        }
        for id in [
            "https://agency.example/v3",
            "urn:newsml:agency.example:20250802:V77",
            "https://agency.example/items/v3",
            "L8N3A1-v-3",
            "L8N3A1/v/3",
            "conv3",
            "item-tv3",
            "v3",
            "-v3",
            "L8N3A1-v2026",
            "L8N3A1",
        ] {
            assert_eq!(without_revision(id), (id, None), "{id}");
        }
    }

    #[test]
    fn a_number_stands_behind_what_names_a_story_and_not_behind_a_day_or_a_place_of_names() {
        for stem in [
            "tag:reuters.com,2026:newsml_L8N3A1",
            "urn:newsml:dpa.com:20090101:260303-99-12345",
            "https://agency.example/items/a1b2c3d4",
            "urn:agency:123456789",
        ] {
            assert!(names_one(stem), "{stem}");
        }
        for stem in [
            "tag:ex,2025",
            "urn:newsml:agency.example:20260303",
            "urn:agency:260303",
            "urn:agency:2026-03-03",
            "urn:agency:20260303T101500",
            "https://agency.example",
            "https://agency.example/items",
            "https://agency.example/news/2026",
            "item",
            "a1",
        ] {
            assert!(!names_one(stem), "{stem}");
        }
    }
}
