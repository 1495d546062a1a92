//! Points and stretches of time as agencies give them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An RFC 3339 date, or date-time with zone: as precise as the agency was, and in its own zone.
///
/// A story of 30 August without a clock time stays a date: midnight would be a guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Date(Date),
    Moment { clock: DateTime, offset: Offset },
}

impl When {
    /// The civil date where it was written.
    pub fn date(self) -> Date {
        match self {
            Self::Date(date) => date,
            Self::Moment { clock, .. } => clock.date(),
        }
    }
}

impl From<jiff::Timestamp> for When {
    fn from(at: jiff::Timestamp) -> Self {
        Self::Moment { clock: Offset::UTC.to_datetime(at), offset: Offset::UTC }
    }
}

/// Why words are not a [`When`].
#[derive(Debug, thiserror::Error)]
#[error(
    "`{0}` is neither an RFC 3339 date (2023-08-30) nor a date-time with zone (2023-08-30T09:15:00+08:00)"
)]
pub struct NotATime(String);

impl FromStr for When {
    type Err = NotATime;

    fn from_str(words: &str) -> Result<Self, NotATime> {
        let no = || NotATime(words.chars().take(40).collect());
        if words.len() == 10 {
            return words.parse().map(Self::Date).map_err(|_| no());
        }
        let pieces = jiff::fmt::temporal::DateTimeParser::new().parse_timestamp_and_offset(words);
        pieces.map_or_else(|| Err(no()), |(clock, offset)| Ok(Self::Moment { clock, offset }))
    }
}

/// Splits an RFC 3339 date-time into what the clock showed and the zone it stood in.
trait ParseWithOffset {
    fn parse_timestamp_and_offset(&self, words: &str) -> Option<(DateTime, Offset)>;
}

impl ParseWithOffset for jiff::fmt::temporal::DateTimeParser {
    fn parse_timestamp_and_offset(&self, words: &str) -> Option<(DateTime, Offset)> {
        let pieces = self.parse_pieces(words).ok()?;
        let clock = DateTime::from_parts(pieces.date(), pieces.time()?);
        Some((clock, pieces.to_numeric_offset()?))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(f, "{date}"),
            Self::Moment { clock, offset } if offset.seconds() == 0 => write!(f, "{clock}Z"),
            Self::Moment { clock, offset } => {
                let (sign, seconds) = (if offset.seconds() < 0 { '-' } else { '+' }, offset.seconds().abs());
                write!(f, "{clock}{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
            }
        }
    }
}

/// Inclusive days, written `2023-01-01/2023-06-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    pub first: Date,
    pub last: Date,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first, self.last)
    }
}

/// Why words are not a [`Period`].
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a period (2023-01-01/2023-06-30, the first day not after the last)")]
pub struct NotAPeriod(String);

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(words: &str) -> Result<Self, NotAPeriod> {
        let days = words.split_once('/').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
        match days {
            Some((first, last)) if first <= last => Ok(Self { first, last }),
            _ => Err(NotAPeriod(words.chars().take(40).collect())),
        }
    }
}

macro_rules! as_json_string {
    ($type:ty, $name:literal, $pattern:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let words = Cow::<'de, str>::deserialize(deserializer)?;
                words.parse().map_err(de::Error::custom)
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

as_json_string!(When, "When", r"^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))?$");
as_json_string!(Period, "Period", r"^\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}$");
