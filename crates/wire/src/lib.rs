//! story → **PARSE** → articles.raw → tag → articles.enriched → files
//!
//! Bytes of a wire service in, [`Article`]s out.
#![doc = ""]

mod agencies;
mod charset;
mod dateline;
mod finish;
mod formats;
mod head;
mod language;
mod prose;
mod refuse;
mod reject;
mod timestamp;
mod xml;

use article::{Article, When};

pub use formats::{Format, UnknownFormat};
pub use reject::{CODES, SKIPS, Skipped, Unreadable, WARNINGS};

/// A message as it came, and what is known about its coming.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    pub bytes: &'a [u8],
    pub feed: Option<&'a str>,
    pub uri: Option<&'a str>,
    pub received_at: Option<When>,
}

/// What was in a message. It may hold several things; one bad item does not spoil its neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    pub articles: Vec<Article>,
    pub skipped: Vec<Skipped>,
    pub rejected: Vec<Unreadable>,
}

impl Parsed {
    fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.skipped.is_empty() && self.rejected.is_empty()
    }
}

/// Reads a message in a format, or in the one that is recognised from its bytes.
pub fn parse(received: &Received<'_>, format: Option<Format>) -> Result<Parsed, Unreadable> {
    refuse::by_bytes(received.bytes)?;
    let decoded = charset::decode(received.bytes);
    refuse::by_characters(&decoded.text)?;
    let format = format.unwrap_or_else(|| Format::recognise(&decoded.text));
    (format.reader().parse)(received, &decoded)
}
