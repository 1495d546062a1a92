//! Where a story begins: the paragraph of the lead, behind headline, editors' notes, bylines and captions.

use crate::text::{Story, TokenKind};

/// How a paragraph counts that stands so many paragraphs below the lead; what stands above counts as far below.
pub(crate) fn below_lead(story: &Story<'_>, lead: usize, at: usize) -> usize {
    let paragraph = story.paragraphs.partition_point(|paragraph| paragraph.start <= at).saturating_sub(1);
    paragraph.checked_sub(lead).unwrap_or(usize::MAX)
}

/// The index of the lead's paragraph: the dateline's, else the first that is long enough and no note.
pub(crate) fn lead(story: &Story<'_>) -> usize {
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
pub(crate) fn is_note(words: &str) -> bool {
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
    let start: String = words.trim_start().chars().take(10).flat_map(char::to_lowercase).collect();
    STARTS.iter().any(|note| start.starts_with(note))
}
