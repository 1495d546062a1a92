//! Releases that a press-release wire takes back, in its own words: PR Newswire's `/DISREGARD RELEASE: Acme/` and `We are advised by Acme
//! that journalists should disregard the news release …`, Business Wire's `Please disregard the above-referenced news release`,
//! GlobeNewswire's `The press release titled … has been cancelled and should be disregarded`, `OTS-WIDERRUF: …`.
//!
//! `Voters should disregard the release of the emails` is news: the release is one for the press, and who is told so reads it for
//! a living, or the sentence begins with the release or the request.

use super::beginning;

/// What such a release is called.
const RELEASES: &[&str] =
    &["news release", "press release", "referenced release", "above release", "release, bw", "media release"];

/// Labels, each with nothing or a mark behind it.
const LABELS: &[&str] = &[
    "disregard release",
    "disregard news release",
    "disregard press release",
    "ots-widerruf",
    "ots widerruf",
    "widerruf ots",
];

/// Who is told not to use it.
const READERS: &[&str] =
    &["journalist", "editor", "reporter", "newsroom", "other readers", "media outlets", "are advised by"];

/// Another release than the one that is taken back: what replaces it is no canceled one.
const OTHERS: &[&str] =
    &["previous", "earlier", "prior ", "original", "replac", "correct", "updated", "revised", "supersed"];

/// Somebody in a story says it.
const SAYS: &[&str] = &[" said", " says", " told ", " urged", " wrote", " ruled"];

/// Whether any words may say so at all; asked of what stands behind each dateline.
pub(in crate::head) fn may_say(words: &str) -> bool {
    memchr::memmem::find(words.as_bytes(), b"isregard").is_some()
}

/// Labels that are looked for at the beginning of each line.
const WITHDRAWALS: [&str; 3] = ["ots-widerruf", "ots widerruf", "widerruf ots"];

pub(super) fn firsts() -> impl Iterator<Item = &'static str> {
    WITHDRAWALS.into_iter()
}

/// Whether a line may be such a label: those with `disregard` are known to whoever asks whether words say anything at all. Asked of
/// every line of a head.
pub(super) fn may_begin(line: &str) -> bool {
    let bytes = line.as_bytes();
    let first = bytes.iter().position(u8::is_ascii_alphanumeric).and_then(|at| bytes.get(at..at + 12));
    first.is_some_and(|near| {
        matches!(near[0], b'O' | b'o' | b'W' | b'w')
            && WITHDRAWALS.iter().any(|label| near.eq_ignore_ascii_case(label.as_bytes()))
    })
}

/// Whether a line takes a release back.
pub(in crate::head) fn takes_back(line: &str) -> bool {
    /// No such sentence is longer, in bytes.
    const LONGEST: usize = 500;
    let lower = beginning(line, LONGEST).to_lowercase();
    is_label(&lower) || says_so(&lower)
}

/// `/DISREGARD RELEASE: Norrholm/`, `ADVISORY/Disregard Release: BW20260303005123 (Norrholm)`.
fn is_label(lower: &str) -> bool {
    let line = lower.trim_start_matches(['/', '*', '(', '[', ' ', '-', '+']);
    let line =
        line.strip_prefix("advisory").map_or(line, |rest| rest.trim_start_matches(['/', ':', '-', ' ']));
    LABELS.iter().any(|label| {
        line.strip_prefix(label).is_some_and(|rest| {
            let rest = rest.trim_start_matches([' ', '*', '+']);
            rest.is_empty() || rest.starts_with([':', '/', '-', '\u{2013}', '\u{2014}', ')', ']'])
        })
    })
}

fn says_so(lower: &str) -> bool {
    /// Between the word and the release stands no more, in bytes.
    const NEAR: usize = 60;
    const QUOTES: [char; 3] = ['"', '\u{201c}', '\u{201d}'];
    let Some(at) = lower.find("disregard") else { return false };
    let (before, behind) = lower.split_at(at);
    let before = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    // Somebody else says it: the quotation ends behind it.
    let closes = behind.find(QUOTES).is_some_and(|at| !behind[..at].ends_with([' ', '(']));
    if closes || before.starts_with("please") && before.contains(QUOTES) {
        return false;
    }
    if OTHERS.iter().any(|other| behind.contains(other)) || SAYS.iter().any(|says| lower.contains(says)) {
        return false;
    }
    let names = |words: &str| RELEASES.iter().any(|release| words.contains(release));
    let object = names(beginning(behind, NEAR));
    let bare = ["disregard the release", "disregard our release"].iter().any(|said| behind.starts_with(said));
    let asked = ["please ", "kindly ", "please be advised to "].iter().any(|asks| before.ends_with(asks));
    if (object || bare) && asked && before.len() <= "editors and other readers, please ".len() {
        return true;
    }
    let told = ["should ", "are asked to ", "are requested to ", "must "]
        .iter()
        .any(|tells| before.ends_with(tells));
    if object && told && READERS.iter().any(|reader| before.contains(reader)) {
        return true;
    }
    let subject = [
        "the press release",
        "the news release",
        "this press release",
        "this news release",
        "the above press release",
        "the above news release",
    ];
    let begins = subject.iter().any(|subject| before.starts_with(subject));
    begins
        && behind.starts_with("disregarded")
        && ["should be ", "is to be ", "must be ", "to be "].iter().any(|tells| before.ends_with(tells))
}
