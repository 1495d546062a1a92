//! Why a place was linked as it was, and why an industry is main, minor or nothing: for an editor who asks.
//!
//! Nothing here decides: the same functions that tag are asked for what they weighed. See [`Tagger::why_regions`] and
//! [`Tagger::why_industries`].

use article::{Level, Salience, Span};

#[expect(unused_imports, reason = "named in the documentation")]
use crate::Tagger;

/// A place that a name may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Called {
    pub name: String,
    pub level: Level,
    /// As in the record: ISO 3166-1 or -2, `geonames:…`, `x:…`.
    pub code: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// ISO 3166-2.
    pub admin1: Option<String>,
    pub population: Option<u32>,
    /// Degrees.
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    /// What it is worth by itself, before a story says anything.
    pub points: i32,
    /// `name`, `demonym` or `before a hyphen`.
    pub usage: &'static str,
    /// What must stand beside the name; empty: nothing.
    pub needs: &'static str,
}

/// What became of a name in the text that a place bears.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyRegion {
    pub span: Span,
    /// In words, with those beside it that say so: the place, inside another name, a person's name …
    pub outcome: String,
    /// The places that it may be, the best first.
    pub candidates: Vec<WhyCandidate>,
}

/// A place that a name may be in a story, and what speaks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyCandidate {
    pub place: Called,
    /// The sum, or what settled it between a city and its division; 0 where there was nothing to decide.
    pub points: i32,
    /// What it is by itself: country before division before city, and the larger city.
    pub itself: i32,
    /// The text says what kind of place it is.
    pub kind: i32,
    /// Sure places near it lie in it, beside it, around it.
    pub near: i32,
    /// What follows the comma contains it, or it contains what stands before.
    pub comma: i32,
    /// Its neighbours own it, are owned by it or stand in line with it.
    pub beside: i32,
    /// The name was read so before.
    pub before: i32,
    /// A city in a dateline.
    pub filed: i32,
}

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
    /// Part of the story that speaks of it, 0 to 1.
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
