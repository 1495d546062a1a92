//! `dateline.article/1`, the message on `articles.raw`: a parsed story.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::span::Span;
use crate::when::When;

/// The schema number of [`Article`].
pub const ARTICLE_SCHEMA: &str = "dateline.article/1";

/// A story, parsed. What the agency sent is kept as it came; what parsing had to guess stands in `warnings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Article {
    #[serde(default = "article_number")]
    pub schema: String,
    /// The provider's own identifier where there is one (guid, uri, transref), else `sha256:…` of the received bytes.
    #[serde(default)]
    pub id: String,
    /// From 1: the provider's version, lead or take number.
    #[serde(default = "first_version")]
    pub version: u64,
    #[serde(default)]
    pub source: Option<Source>,
    #[serde(default)]
    pub provider: Option<Provider>,
    /// The agency's own time, else the header's date, else the dateline's.
    #[serde(default)]
    pub published_at: Option<When>,
    #[serde(default)]
    pub headline: Option<String>,
    #[serde(default)]
    pub byline: Option<String>,
    #[serde(default)]
    pub slugline: Option<String>,
    #[serde(default)]
    pub ed_note: Option<String>,
    #[serde(default, deserialize_with = "null_is_empty")]
    pub keywords: Vec<String>,
    /// BCP 47.
    #[serde(default)]
    pub language: Option<String>,
    #[serde(default)]
    pub dateline: Option<Dateline>,
    /// IPTC urgency, 1 (flash) to 9.
    #[serde(default)]
    #[schemars(range(min = 1, max = 9))]
    pub urgency: Option<u8>,
    #[serde(default)]
    pub pub_status: Option<PubStatus>,
    #[serde(default, deserialize_with = "null_is_empty")]
    pub signals: Vec<Signal>,
    #[serde(default)]
    pub embargoed_until: Option<When>,
    #[serde(default, deserialize_with = "null_is_empty")]
    pub subjects: Vec<Subject>,
    /// The whole publishable text, never normalised or trimmed: spans point into it.
    pub text: String,
    #[serde(default, deserialize_with = "null_is_empty")]
    pub warnings: Vec<Warning>,
}

impl Article {
    /// An article that says nothing but its text.
    pub fn of_text(text: impl Into<String>) -> Self {
        Self {
            schema: article_number(),
            id: String::new(),
            version: first_version(),
            source: None,
            provider: None,
            published_at: None,
            headline: None,
            byline: None,
            slugline: None,
            ed_note: None,
            keywords: Vec::new(),
            language: None,
            dateline: None,
            urgency: None,
            pub_status: None,
            signals: Vec::new(),
            embargoed_until: None,
            subjects: Vec::new(),
            text: text.into(),
            warnings: Vec::new(),
        }
    }

    /// The message's bytes: one line of JSON.
    pub fn to_json(&self) -> Vec<u8> {
        crate::write::json(self, self.bytes_of_json())
            .expect("an article has string keys and finite numbers only")
    }

    /// The same behind what is there, for who writes many.
    pub fn append_json(&self, out: &mut Vec<u8>) {
        crate::write::append(self, out).expect("an article has string keys and finite numbers only");
    }

    /// About how many bytes it takes.
    pub(crate) fn bytes_of_json(&self) -> usize {
        self.text.len() + self.text.len() / 16 + 1024
    }

    /// Notes that parsing guessed or mended something.
    pub fn warn(&mut self, code: &str, text: impl Into<String>) {
        self.warnings.push(Warning { code: code.to_owned(), text: text.into() });
    }
}

/// Where an article came from, as received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    pub feed: Option<String>,
    pub uri: Option<String>,
    /// The wire format it was read as: `text`, `nitf`, `article` …
    pub format: Option<String>,
    pub received_at: Option<When>,
    /// Of the received bytes, in lower-case hex.
    pub sha256: Option<String>,
    /// How many were received.
    pub bytes: Option<u64>,
    /// The encoding that they were read in.
    pub charset: Option<String>,
}

/// The agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Provider {
    /// `xinhua`, `reuters`, `ap`, `afp`, `dpa`, `tass` …
    pub code: String,
    pub name: Option<String>,
}

/// Where and when a story was filed, as written: not what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dateline {
    #[serde(default, deserialize_with = "null_is_empty")]
    pub places: Vec<String>,
    pub date: Option<DateOnly>,
    pub span: Option<Span>,
}

/// A civil date, `2023-08-29`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct DateOnly(pub Date);

impl<'de> Deserialize<'de> for DateOnly {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = String::deserialize(deserializer)?;
        words
            .parse()
            .map(Self)
            .map_err(|_| serde::de::Error::custom(format!("`{words}` is no date (2023-08-30)")))
    }
}

impl JsonSchema for DateOnly {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

/// What may be done with a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PubStatus {
    Usable,
    Withheld,
    Canceled,
}

/// What an agency says about the life of a story, with the words that say it and the story it aims at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Signal {
    #[serde(rename = "type")]
    pub kind: SignalType,
    pub text: Option<String>,
    pub target: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignalType {
    New,
    Update,
    Correction,
    Refile,
    Hold,
    Release,
    Kill,
    Takedown,
    Embargo,
    Repeat,
    Advisory,
}

/// A subject code that the agency sent along, as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Subject {
    pub scheme: Option<String>,
    pub code: Option<String>,
    pub name: Option<String>,
}

/// What parsing had to guess or mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    pub code: String,
    pub text: String,
}

fn article_number() -> String {
    ARTICLE_SCHEMA.to_owned()
}

fn first_version() -> u64 {
    1
}

/// Others' JSON may say `null` where it means `[]`.
fn null_is_empty<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    Ok(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default())
}
