//! Reading the messages: loose in what others may leave out of an article, strict in what is there.

use serde::Deserialize;

use crate::article::{ARTICLE_SCHEMA, Article};
use crate::enriched::{ENRICHED_SCHEMA, EnrichedArticle};

/// Why JSON is not an article.
#[derive(Debug, thiserror::Error)]
pub enum NotAnArticle {
    #[error("not JSON: {0}")]
    NotJson(#[source] serde_json::Error),
    /// A field of the wrong type, or `text` missing. `field` is its path (`dateline.places[0]`).
    #[error("field `{field}`: {reason}")]
    Field { field: String, reason: String },
    #[error("schema `{found}` is not `{expected}`")]
    Schema { found: String, expected: &'static str },
}

impl Article {
    /// Reads an article in JSON, of which only `text` must be there.
    ///
    /// Unknown fields are taken with a warning that names them. `id` stays empty where none was given: what it
    /// should be depends on the bytes received, which the caller has.
    pub fn from_json(bytes: &[u8]) -> Result<Self, NotAnArticle> {
        let mut unknown = Vec::new();
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let read: Result<Self, _> =
            serde_ignored::deserialize(&mut json, |path| unknown.push(path.to_string()));
        let article = read.and_then(|article| json.end().map(|()| article));
        let mut article = article.map_err(|err| explain::<Self>(bytes, err))?;
        if article.schema != ARTICLE_SCHEMA {
            return Err(NotAnArticle::Schema { found: article.schema, expected: ARTICLE_SCHEMA });
        }
        if article.version == 0 {
            let reason = "versions count from 1".to_owned();
            return Err(NotAnArticle::Field { field: "version".to_owned(), reason });
        }
        if article.urgency.is_some_and(|urgency| !(1..=9).contains(&urgency)) {
            let reason = "urgency is 1 to 9".to_owned();
            return Err(NotAnArticle::Field { field: "urgency".to_owned(), reason });
        }
        for field in unknown {
            article.warn("unknown_field", format!("`{field}` is not a field of {ARTICLE_SCHEMA}"));
        }
        Ok(article)
    }
}

impl EnrichedArticle {
    /// Reads a record. Nothing may be missing: records are written by Dateline alone.
    pub fn from_json(bytes: &[u8]) -> Result<Self, NotAnArticle> {
        let record: Self = serde_json::from_slice(bytes).map_err(|err| explain::<Self>(bytes, err))?;
        if record.article.schema == ENRICHED_SCHEMA {
            Ok(record)
        } else {
            Err(NotAnArticle::Schema { found: record.article.schema, expected: ENRICHED_SCHEMA })
        }
    }
}

/// Reads once more, now with the path of the field at fault. Only the broken pay for it.
fn explain<'de, T: Deserialize<'de>>(bytes: &'de [u8], err: serde_json::Error) -> NotAnArticle {
    if !err.is_data() {
        return NotAnArticle::NotJson(err);
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let (mut field, reason) = match serde_path_to_error::deserialize::<_, T>(&mut json) {
        Err(err) => (err.path().to_string(), err.into_inner().to_string()),
        Ok(_) => (".".to_owned(), err.to_string()),
    };
    if let Some(name) = reason.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        field = if field == "." { name.to_owned() } else { format!("{field}.{name}") };
    }
    NotAnArticle::Field { field, reason }
}
