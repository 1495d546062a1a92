//! Datelines: where and when a story was filed, in each agency's own shape.
//!
//! One grammar reads them all: places, perhaps a date, perhaps an agency's sign, a separator. What varies from agency
//! to agency (a comma or none, brackets or slashes, a dash, a colon, nothing) decides how far the words are to be
//! trusted, not whether they are read.

pub(crate) mod date;
mod grammar;
mod places;
mod scripts;

pub(crate) use date::WrittenDate;
pub(crate) use grammar::{Found, Trust, alone, find, in_element, signed_by, unseen_at_start};
pub(crate) use places::is_known;
