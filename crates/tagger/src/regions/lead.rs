//! Where a story begins: the paragraph of the lead, behind headline, editors' notes, bylines and captions.

use std::ops::Range;

use crate::text::{Story, TokenKind};

/// The top of a story.
pub(crate) struct Top {
    /// Index into [`Story::paragraphs`].
    lead: usize,
    pub(crate) headline: Range<usize>,
    notes: Vec<Range<usize>>,
}

/// How far up words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rank {
    Headline,
    /// So many paragraphs below the lead.
    Below(usize),
    /// In a slug line, a caption: not of the story's own text.
    Above,
}

impl Top {
    pub(crate) fn of(story: &Story<'_>) -> Self {
        let lead = lead(story);
        let start = story.paragraphs.get(lead).map_or(0, |paragraph| paragraph.start);
        // behind "URGENT" or a slug the first line is not the headline
        let given = story.article.headline.as_deref().map(str::trim).filter(|given| !given.is_empty());
        let found = given.and_then(|given| {
            let above = story.text.get(..start)?;
            // most texts begin with it
            let at = if above.starts_with(given) { 0 } else { above.find(given)? };
            Some(at..given.len())
        });
        let headline = found.map_or_else(|| story.headline.clone(), |at| at.start..at.start + at.end);
        let top = story.paragraphs.iter().take(lead);
        let notes = top.filter(|paragraph| is_note(story.words((*paragraph).clone()))).cloned().collect();
        Self { lead, headline, notes }
    }

    pub(crate) fn rank(&self, story: &Story<'_>, at: usize) -> Rank {
        if self.headline.contains(&at) {
            return Rank::Headline;
        }
        let paragraph = story.paragraphs.partition_point(|paragraph| paragraph.start <= at).saturating_sub(1);
        // a caption may run into the dateline
        let above = at < story.dateline.start;
        let below = paragraph.checked_sub(self.lead).filter(|_| !above);
        below.map_or(Rank::Above, Rank::Below)
    }

    /// Whether words stand in a note about the story.
    pub(crate) fn is_note(&self, at: usize) -> bool {
        self.notes.iter().any(|note| note.contains(&at))
    }
}

impl Rank {
    /// The points of a place by a table from the lead down, of which the last goes for all below.
    pub(crate) fn points(self, headline: f64, paragraphs: &[f64]) -> f64 {
        let last = paragraphs.last().copied().unwrap_or(1.0);
        match self {
            Self::Headline => headline,
            Self::Below(paragraph) => paragraphs.get(paragraph).copied().unwrap_or(last),
            Self::Above => last,
        }
    }
}

/// The index of the lead's paragraph: the dateline's, else the first that is long enough and no note.
fn lead(story: &Story<'_>) -> usize {
    const WORDS: usize = 8;
    let first = usize::from(!story.headline.is_empty());
    let filed =
        story.paragraphs.partition_point(|paragraph| paragraph.start < story.dateline.end).saturating_sub(1);
    let from = if story.dateline.is_empty() { first } else { filed };
    let is_lead = |index: &usize| {
        let Some(paragraph) = story.paragraphs.get(*index) else { return true };
        let start = paragraph.start.max(story.dateline.end);
        let words = story.words(start..paragraph.end.max(start));
        let tokens = story.token_at(start)..story.token_at(paragraph.end);
        let count = story
            .tokens
            .get(tokens)
            .map_or(0, |tokens| tokens.iter().filter(|token| token.kind == TokenKind::Word).count());
        count >= WORDS && !is_note(words)
    };
    (from..story.paragraphs.len().min(from + 6)).find(is_lead).unwrap_or(from)
}

/// Whether a paragraph speaks of the story itself: "(Adds analyst quote in paragraph 7)", "By Han Seo-yeon".
fn is_note(words: &str) -> bool {
    const STARTS: &[&str] = &[
        "(adds",
        "(attn",
        "(recasts",
        "(updates",
        "(corrects",
        "(refiles",
        "(repeats",
        "by ",
        "eds:",
        "recasts",
        "updates",
        "(photo",
    ];
    let words = words.trim_start().as_bytes();
    let begins = |note: &&str| {
        words.get(..note.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(note.as_bytes()))
    };
    STARTS.iter().any(begins)
}
