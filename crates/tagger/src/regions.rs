//! Placeholder until the regions are in.
use crate::text::Story;
use article::Region;

pub(crate) struct Finder;

impl Finder {
    pub(crate) fn new() -> Self {
        Self
    }

    pub(crate) fn find(&self, _: &Story<'_>) -> Vec<Region> {
        Vec::new()
    }
}
