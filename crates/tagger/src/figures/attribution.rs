//! Who says so: the source that a sentence names.
//!
//! "According to data from the Jilin provincial department of commerce, …" gives "Jilin provincial department of commerce";
//! "…, the Ministry of Finance said Monday" gives "Ministry of Finance". A pronoun ("it said") gives nothing.

use std::ops::Range;

use crate::text::{Story, TokenKind, key};
use crate::vocabulary::{Lists, Vocabulary};

use super::lexicon::{Keyed, sign, word};

pub(crate) struct Sources {
    /// Words that show that something was said, by key.
    said: Keyed<bool>,
}

const SAID: &[&str] =
    &["said", "says", "showed", "shows", "show", "reported", "reports", "noted", "announced"];
const DATA: &[&str] = &["data", "figures", "statistics", "numbers", "estimates", "report", "statement"];

impl Sources {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut said = Keyed::default();
        for form in SAID {
            said.insert(key(form), true);
        }
        said.insert(key("according"), false);
        for word in said.keys() {
            vocabulary.add(*word, Lists::SAID);
        }
        Self { said }
    }

    /// The source named in a sentence, without its article.
    pub(crate) fn of(&self, story: &Story<'_>, tokens: Range<usize>) -> Option<String> {
        let found = tokens.clone().find_map(|at| {
            let token = story.tokens.get(at)?;
            if !token.is_in(Lists::SAID) {
                return None;
            }
            let after = *self.said.get(&token.key)?;
            if after { speaker(story, at, tokens.start) } else { according(story, at, tokens.end) }
        })?;
        let words = story.words(found);
        let words = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
        // most are written with single blanks
        let bytes = words.as_bytes();
        let single = bytes.iter().all(|byte| matches!(byte, b' '..=b'~'))
            && bytes.windows(2).all(|pair| pair != b"  ")
            && !words.starts_with(' ')
            && !words.ends_with(' ');
        let words =
            if single { words.to_owned() } else { words.split_whitespace().collect::<Vec<_>>().join(" ") };
        (!words.is_empty() && words.len() < 120).then_some(words)
    }
}

/// `according to (data from) X,`
fn according(story: &Story<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let mut from = at + 1;
    if word(story, from)? != "to" {
        return None;
    }
    from += 1;
    // `data released by`, `figures from`
    for next in from..(from + 6).min(end) {
        if word(story, next).is_some_and(|word| matches!(word, "from" | "by" | "of"))
            && (from..next).any(|at| word(story, at).is_some_and(|word| DATA.contains(&word)))
        {
            from = next + 1;
            break;
        }
    }
    let mut stop = from;
    while stop < end {
        if sign(story, stop).is_some_and(|sign| matches!(sign, "," | ";" | "(" | "”" | "\""))
            || word(story, stop)
                .is_some_and(|word| matches!(word, "on" | "released" | "published" | "which" | "that"))
        {
            break;
        }
        if sign(story, stop) == Some(".") && stop + 1 >= end {
            break;
        }
        stop += 1;
    }
    bytes(story, from, stop)
}

/// Most tokens of a speaker.
const LONGEST: usize = 16;

/// `X said`, `X data showed`: X from the last comma or number on.
fn speaker(story: &Story<'_>, at: usize, start: usize) -> Option<Range<usize>> {
    let mut from = at;
    let mut long = 0;
    while from > start && long < LONGEST {
        let before = from - 1;
        let token = story.tokens.get(before)?;
        let stops = match token.kind {
            TokenKind::Digits => true,
            TokenKind::Sign => !matches!(token.text, "-" | "'" | "’" | "&" | "." | "(" | ")"),
            TokenKind::Word => false,
        };
        if stops {
            break;
        }
        from = before;
        // `the U.S. Census Bureau` is as long as `the Czech Census Bureau`
        let dotted = token.kind == TokenKind::Sign && token.text == "."
            || token.end - token.start == 1 && sign(story, before + 1) == Some(".");
        long += usize::from(!dotted);
    }
    let last = word(story, at.checked_sub(1)?)?;
    let first = word(story, from)?;
    let proper =
        (from..at).any(|at| word(story, at).is_some_and(|word| word.starts_with(char::is_uppercase)));
    let pronoun = at - from == 1
        && matches!(last, "it" | "he" | "she" | "they" | "who" | "which" | "It" | "He" | "She" | "They");
    let named = first == "the"
        || first == "The"
        || first.starts_with(char::is_uppercase)
        || DATA.contains(&last)
        || last == "officials";
    if pronoun
        || !named
        || !(proper
            || DATA.contains(&last)
            || matches!(
                last,
                "ministry" | "department" | "bank" | "office" | "customs" | "agency" | "bureau"
            ))
    {
        return None;
    }
    bytes(story, from, at)
}

fn bytes(story: &Story<'_>, from: usize, to: usize) -> Option<Range<usize>> {
    (from < to).then_some(())?;
    Some(story.tokens.get(from)?.start..story.tokens.get(to - 1)?.end)
}
