//! The name of a Kafka topic.

use std::fmt;
use std::sync::Arc;

/// A legal topic name: 1 to 249 letters, digits, dots, underscores and hyphens, and not `.` or `..`.
///
/// The rule is Kafka's own (`org.apache.kafka.common.internals.Topic`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Topic(Arc<str>);

/// What cannot be a topic name.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no topic name: 1 to 249 letters, digits, dots, underscores and hyphens, and not . or ..")]
pub struct BadTopic(pub String);

const LONGEST: usize = 249;

impl std::ops::Deref for Topic {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Topic {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Topic {
    type Error = BadTopic;

    fn try_from(name: &str) -> Result<Self, BadTopic> {
        let legal = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        if (1..=LONGEST).contains(&name.len()) && name.bytes().all(legal) && name != "." && name != ".." {
            Ok(Self(Arc::from(name)))
        } else {
            Err(BadTopic(name.to_owned()))
        }
    }
}

impl TryFrom<String> for Topic {
    type Error = BadTopic;

    fn try_from(name: String) -> Result<Self, BadTopic> {
        Self::try_from(name.as_str())
    }
}

impl std::str::FromStr for Topic {
    type Err = BadTopic;

    fn from_str(name: &str) -> Result<Self, BadTopic> {
        Self::try_from(name)
    }
}

impl From<&Topic> for Arc<str> {
    fn from(topic: &Topic) -> Self {
        Self::clone(&topic.0)
    }
}

impl AsRef<str> for Topic {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
