//! Regions: the places a story names, down to the mention.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// One place with everything the story says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// `r1`, `r2` … within the record, in the order of relevance.
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    pub level: Level,
    /// Country `CN`; admin1 `CN-JL`; city `geonames:2038180`; macro, group and other `x:northeast-asia` or `m49:030`.
    pub code: String,
    /// The containing country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The containing first-level division, ISO 3166-2.
    pub admin1: Option<String>,
    pub geonames: Option<u32>,
    pub m49: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    /// What a macro-region or group is made of, where that is settled.
    pub members: Vec<String>,
    pub role: Role,
    #[schemars(range(max = 100))]
    pub relevance: u8,
    #[schemars(range(max = 100))]
    pub confidence: u8,
    pub mentions: Vec<Mention>,
    /// Where the name stands inside an organisation's, product's, event's or newspaper's name.
    pub inside_names: Vec<Span>,
}

/// The words that name a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    pub start: usize,
    pub end: usize,
    pub exact: String,
    pub usage: Usage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Country,
    Admin1,
    City,
    Macro,
    Group,
    Other,
}

/// What a place is to the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// What the story is about; one to three.
    Focus,
    Mention,
    /// Only filed from there.
    Dateline,
}

/// How a mention uses the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    Name,
    /// Chinese, Czechs.
    Demonym,
    /// "Beijing said".
    Metonym,
    Dateline,
}
