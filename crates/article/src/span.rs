//! Spans: where in `text` a tag's words stand.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words of the text with their place: half-open, in Unicode code points, `exact` repeats them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    pub start: usize,
    pub end: usize,
    pub exact: String,
}

impl Span {
    /// Whether `text` really holds these words at this place.
    pub fn proves_itself_in(&self, text: &str) -> bool {
        let words = text.chars().skip(self.start).take(self.end.saturating_sub(self.start));
        self.start <= self.end && words.eq(self.exact.chars())
    }
}

/// A place in the text without its words (a sentence): half-open, in Unicode code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Extent {
    pub start: usize,
    pub end: usize,
}
