//! Placeholder.
use crate::text::Story;
use article::{Region, TradeFigure};

pub(crate) struct Reader;

impl Reader {
    pub(crate) fn new() -> Self {
        Self
    }

    pub(crate) fn read(&self, _: &Story<'_>, _: &[Region]) -> Vec<TradeFigure> {
        Vec::new()
    }
}
