//! Industries: the sectors a story is about or says something of.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::Span;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Industry {
    pub name: Cow<'static, str>,
    /// ISIC Rev.4, as deep as the text supports: `2910`, `291` or `29`.
    pub isic: Cow<'static, str>,
    /// Always two digits.
    pub isic_division: Cow<'static, str>,
    /// One letter.
    pub isic_section: Cow<'static, str>,
    /// IPTC Media Topic, eight digits; null where IPTC has no such concept.
    pub medtop: Option<Cow<'static, str>>,
    pub salience: Salience,
    #[schemars(range(max = 100))]
    pub relevance: u8,
    #[schemars(range(max = 100))]
    pub confidence: u8,
    pub evidence: Vec<Span>,
    /// `organisation` where only a company's name gives it.
    pub inferred_from: Option<Cow<'static, str>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Salience {
    /// A reader following that sector would want this story.
    Main,
    /// Named with at least one fact about it.
    Minor,
}
