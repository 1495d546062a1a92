//! What a number is measured in, where its clause says so: `in yuan terms`, `seasonally adjusted`, `excluding petroleum`.

use std::ops::Range;

use super::draft::Draft;
use super::lexicon::{Phrases, rows, sign, word};
use crate::text::{Story, TokenKind};
use crate::vocabulary::{Lists, Vocabulary};

pub(crate) struct Bases {
    phrases: Phrases<&'static str>,
}

/// Most words that say what is left out.
const LEFT_OUT: usize = 5;

impl Bases {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut phrases = Phrases::new();
        for [code, forms] in rows::<2>(include_str!("../../data/figures-basis.tsv")) {
            for form in forms.split(',') {
                phrases.add(form, code);
            }
        }
        for first in phrases.firsts() {
            vocabulary.add(first, Lists::BASIS);
        }
        Self { phrases }
    }

    /// Gives the figures of a sentence the bases that their clauses name.
    pub(crate) fn give(&self, story: &Story<'_>, tokens: Range<usize>, drafts: &mut [Draft]) {
        let mut at = tokens.start;
        while at < tokens.end {
            let known = story.tokens.get(at).is_some_and(|token| token.is_in(Lists::BASIS));
            let Some((code, next)) = known.then(|| self.phrases.longest(story, at, tokens.end)).flatten()
            else {
                at += 1;
                continue;
            };
            let (basis, next) = if code == "excluding" {
                let Some((words, next)) = left_out(story, next, tokens.end) else {
                    at = next;
                    continue;
                };
                (format!("excluding:{words}"), next)
            } else {
                (code.to_owned(), next)
            };
            let clause = clause(story, at, tokens.clone());
            for draft in drafts.iter_mut() {
                let inside = draft.bytes.start >= clause.start && draft.bytes.end <= clause.end;
                if inside && draft.unit != "multiple" && !draft.basis.contains(&basis) {
                    draft.basis.push(basis.clone());
                }
            }
            at = next.max(at + 1);
        }
    }
}

/// The bytes of the clause around a token: to "while", "but" and the like, or a semicolon.
fn clause(story: &Story<'_>, at: usize, tokens: Range<usize>) -> Range<usize> {
    let ends = |at: usize| {
        sign(story, at) == Some(";")
            || word(story, at).is_some_and(|word| matches!(word, "while" | "whereas" | "but" | "although"))
    };
    let first = (tokens.start..at).rev().find(|at| ends(*at)).map_or(tokens.start, |at| at + 1);
    let last = (at..tokens.end).find(|at| ends(*at)).unwrap_or(tokens.end);
    let start = story.tokens.get(first).map_or(0, |token| token.start);
    start..last.checked_sub(1).and_then(|last| story.tokens.get(last)).map_or(start, |token| token.end)
}

/// `petroleum`, `food and fuel`: what is left out, as written.
fn left_out(story: &Story<'_>, from: usize, end: usize) -> Option<(String, usize)> {
    let stops = |at: usize| {
        story.tokens.get(at).is_none_or(|token| token.kind != TokenKind::Word)
            || word(story, at).is_some_and(|word| {
                matches!(
                    word,
                    "rose"
                        | "fell"
                        | "grew"
                        | "were"
                        | "was"
                        | "totaled"
                        | "totalled"
                        | "in"
                        | "to"
                        | "increased"
                        | "dropped"
                        | "from"
                )
            })
    };
    let mut until = from;
    let mut words = 0;
    while until < end && words < LEFT_OUT && !stops(until) {
        until += 1;
        words += 1;
        // the U.S., the U.A.E.
        if is_letter(story, until - 1) {
            while sign(story, until) == Some(".") {
                until += if is_letter(story, until + 1) { 2 } else { 1 };
            }
        }
    }
    let until = until.min(end);
    let (first, last) = (story.tokens.get(from)?, story.tokens.get(until.checked_sub(1)?)?);
    (from < until)
        .then(|| (story.words(first.start..last.end).split_whitespace().collect::<Vec<_>>().join(" "), until))
}

/// A capital letter by itself.
fn is_letter(story: &Story<'_>, at: usize) -> bool {
    word(story, at).is_some_and(|word| word.len() == 1 && word.starts_with(char::is_uppercase))
}
