//! feeds in → **parse** → articles.raw → tag → articles.enriched → files
//!
//! Takes stories from a feed, parses each into articles and publishes them.
//!
//! **A feed's position is stored in the same transaction as the articles it gave.** [`FolderFeed`] hands out
//! [`flow::Mark`]s with each batch; the outlet commits them with the articles or not at all, and gives them back at the
//! next start.
//!
//! **Nothing is half read.** A file is taken when its size and time have been quiet; a line when it is whole.
//!
//! **Memory is bounded** by one batch and about a hundred bytes for each file the feed has ever read.

mod feeds;
mod parse;
mod serve;

pub use feeds::folder::{Below, FolderFeed, FolderOptions, files_below, is_lines};
pub use parse::Parse;
pub use serve::serve;
