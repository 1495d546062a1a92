//! story → **PARSE** → articles.raw → tag → articles.enriched → files
//!
//! The bytes of a wire service in, [`Article`]s out: with headline, byline, dateline, dates, provider, language and
//! what the agency says about the life of the story, found where each format keeps them and, for what a format does
//! not say, in the copy itself.
//!
//! ```
//! use wire::{Received, parse};
//!
//! let story = " date 2023-08-30 Expo opens\n\nCHANGCHUN, Aug. 29 (Xinhua) -- An expo opened on Tuesday.\n";
//! let received = Received { bytes: story.as_bytes(), feed: None, uri: None, received_at: None };
//! let article = parse(&received, None)?.articles.remove(0);
//!
//! assert_eq!(article.text, story);
//! assert_eq!(article.headline.as_deref(), Some("Expo opens"));
//! let dateline = article.dateline.expect("the story has one");
//! assert_eq!(dateline.places, ["CHANGCHUN"]);
//! assert_eq!(dateline.date.map(|date| date.0.to_string()).as_deref(), Some("2023-08-29"));
//! # Ok::<(), wire::Unreadable>(())
//! ```
//!
//! # What always holds
//!
//! - **No I/O, no clock, and no panic, whatever the bytes** (`tests/laws.rs`; a fuzz target a format).
//! - **Time is linear in the size of a message, and memory and stack are bounded by it**: mark-up that nests too deep
//!   or whose entities unfold into more than the file is refused with a code (`tests/large.rs`).
//! - **`text` of a plain story is what was received, decoded and otherwise untouched** (`tests/laws.rs`).
//! - **A dateline's span proves itself** in code points of `text` (`tests/laws.rs`).
//! - **What a format says itself is kept; only what it leaves open is taken from the copy** (`tests/article_json.rs`).
//! - **Nothing is mended, guessed or left out in silence**: each code is in [`WARNINGS`], [`CODES`] or [`SKIPS`]
//!   (`tests/refusals.rs` walks them).
//! - **One bad item does not spoil its neighbours** in a message that holds several (`tests/article_json.rs`).
//!
//! # Where things are
//!
//! In the order in which a message passes through:
//!
//! | module | does |
//! | --- | --- |
//! | `refuse` | what is no story at all: pictures, packed files, controls |
//! | `charset` | bytes → characters, whatever the bytes are said to be |
//! | `formats` | one file a wire format, and the table of them: start there to add one |
//! | `draft` | a story on its way from any format's fields to an article: what agencies get wrong is put right there |
//! | `xml`, `tags`, `entity`, `json`, `mime`, `rtf` | what formats are made of |
//! | `html`, `prose`, `when`, `timestamp` | bodies and times, wherever they stand |
//! | `head` | the lines above the first paragraph and below the last: headline, notes, bylines, signals, embargoes |
//! | `dateline` | one grammar for the datelines of all agencies, and the days that they mean |
//! | `agencies` | who signs how: data |
//! | `language` | which language, where it is sure |
//! | `finish` | fills in what is missing: id, source, status |

mod agencies;
mod charset;
mod dateline;
mod draft;
mod entity;
mod finish;
mod formats;
mod head;
mod html;
mod json;
mod language;
mod mime;
mod prose;
mod refuse;
mod reject;
mod rtf;
mod tags;
mod timestamp;
mod when;
mod xml;

use article::{Article, When};

pub use formats::{Format, UnknownFormat};
pub use reject::{CODES, SKIPS, Skipped, Unreadable, WARNINGS};

/// A message as it came, and what is known about its coming.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    pub bytes: &'a [u8],
    /// Which feed it came by, and under which address: they go to the article's `source`.
    pub feed: Option<&'a str>,
    pub uri: Option<&'a str>,
    /// When it came. A dateline without a year is dated by it if nothing better is known and it fits within days.
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
    /// Puts what was in another message, or in a part of this one, behind what is here.
    pub fn join(&mut self, mut other: Self) {
        self.articles.append(&mut other.articles);
        self.skipped.append(&mut other.skipped);
        self.rejected.append(&mut other.rejected);
    }

    fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.skipped.is_empty() && self.rejected.is_empty()
    }
}

impl From<Article> for Parsed {
    fn from(article: Article) -> Self {
        Self { articles: vec![article], ..Self::default() }
    }
}

impl From<Unreadable> for Parsed {
    fn from(no: Unreadable) -> Self {
        Self { rejected: vec![no], ..Self::default() }
    }
}

/// The format that a message is read as if none is asked for.
pub fn recognise(bytes: &[u8]) -> Result<Format, Unreadable> {
    Ok(Format::recognise(&decode(bytes)?.text))
}

/// Reads a message in a format, or in the one that is recognised from its bytes.
///
/// An error means that nothing in the message can be read; otherwise each thing in it stands in one of the three lists.
pub fn parse(received: &Received<'_>, format: Option<Format>) -> Result<Parsed, Unreadable> {
    let decoded = decode(received.bytes)?;
    let format = format.unwrap_or_else(|| Format::recognise(&decoded.text));
    format.read(received, decoded)
}

/// Reads a line of a file of lines: JSON in one of its formats, or no story at all, as half a line must not become plain copy.
pub fn parse_line(received: &Received<'_>) -> Result<Parsed, Unreadable> {
    let decoded = decode(received.bytes)?;
    let format = Format::recognise(&decoded.text);
    let format = if format.is_json() { format } else { Format::Article };
    format.read(received, decoded)
}

/// The characters of what may be a story.
fn decode(bytes: &[u8]) -> Result<charset::Decoded<'_>, Unreadable> {
    refuse::by_bytes(bytes)?;
    let decoded = charset::decode(bytes);
    refuse::by_characters(&decoded)?;
    Ok(decoded)
}
