//! Why a place was linked as it was, and why an industry is main, minor or nothing: for an editor who asks.
//!
//! Nothing here decides: the same functions that tag are asked for what they weighed. See [`Tagger::why_regions`] and
//! [`Tagger::why_industries`].

use article::{Salience, Span};

#[expect(unused_imports, reason = "named in the documentation")]
use crate::Tagger;

/// Why a sector is main, minor or nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyIndustry {
    /// The ISIC Rev.4 division, two digits.
    pub isic: String,
    pub name: String,
    /// `None`: not in the record.
    pub salience: Option<Salience>,
    /// What decided, in words.
    pub rule: &'static str,
    /// Weights of the cues by where they stand.
    pub points: f64,
    /// Part of the best sector's points.
    pub share: f64,
    pub cues: Vec<WhyCue>,
}

/// A word of a sector in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyCue {
    pub span: Span,
    pub sector: String,
    /// Of `industry-cues.tsv`, less inside a name.
    pub weight: f64,
    /// Where it stands: `headline`, `lead`, `paragraph 3` …
    pub paragraph: String,
    /// Its sentence has a number or speaks of a sector.
    pub fact: bool,
    /// Inside a capitalised name.
    pub named: bool,
    /// A firm's name: the country of its head office.
    pub firm_of: Option<String>,
}
