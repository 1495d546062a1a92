//! Reading the messages: loose in what others may leave out of an article, strict in what is there.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::article::{ARTICLE_SCHEMA, Article};
use crate::enriched::{ENRICHED_SCHEMA, EnrichedArticle};

/// Why JSON is not an article.
#[derive(Debug, thiserror::Error)]
pub enum NotAnArticle {
    #[error("not JSON: {0}")]
    NotJson(serde_json::Error),
    /// A list, a number …: `found` says which.
    #[error("it must be an object, not {found}")]
    NotAnObject { found: String },
    /// A field of the wrong type, or `text` missing. `field` is its path (`dateline.places[0]`).
    #[error("field `{field}`: {reason}")]
    Field { field: String, reason: String },
    #[error("schema `{found}` is not `{expected}`")]
    Schema { found: String, expected: &'static str },
}

/// What a record has and an article has not.
const ENRICHMENT: [&str; 4] = ["regions", "industries", "trade_figures", "enrichment"];

impl Article {
    /// Reads an article in JSON, of which only `text` must be there; or a record, which is read as the article that it was made
    /// of: its tags are dropped.
    ///
    /// Unknown fields are taken with a warning that names them. `id` stays empty where none was given: what it
    /// should be depends on the bytes received, which the caller has.
    pub fn from_json(bytes: &[u8]) -> Result<Self, NotAnArticle> {
        let mut unknown = Vec::new();
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let read: Result<Self, _> =
            serde_ignored::deserialize(&mut json, |path| unknown.push(path.to_string()));
        let article = read.and_then(|article| json.end().map(|()| article));
        let mut article = article.map_err(|err| NotAnArticle::explain::<Self>(bytes, err))?;
        if article.schema == ENRICHED_SCHEMA {
            ARTICLE_SCHEMA.clone_into(&mut article.schema);
            unknown.retain(|field| !ENRICHMENT.contains(&field.as_str()));
        }
        if article.schema != ARTICLE_SCHEMA {
            return Err(NotAnArticle::Schema { found: article.schema, expected: ARTICLE_SCHEMA });
        }
        if article.version == 0 {
            return Err(NotAnArticle::field("version", "must be 1 or more"));
        }
        if article.urgency.is_some_and(|urgency| !(1..=9).contains(&urgency)) {
            return Err(NotAnArticle::field("urgency", "must be 1 to 9"));
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
        let record: Self =
            serde_json::from_slice(bytes).map_err(|err| NotAnArticle::explain::<Self>(bytes, err))?;
        if record.article.schema == ENRICHED_SCHEMA {
            Ok(record)
        } else {
            Err(NotAnArticle::Schema { found: record.article.schema, expected: ENRICHED_SCHEMA })
        }
    }
}

impl NotAnArticle {
    fn field(field: &str, reason: &str) -> Self {
        Self::Field { field: field.to_owned(), reason: reason.to_owned() }
    }

    /// Says of JSON that could not be read as a `T` what is wrong with it, in words of JSON and not of Rust. Reads once more, now
    /// with the path of the field at fault: only the broken pay for it.
    pub fn explain<'de, T: Deserialize<'de>>(bytes: &'de [u8], err: serde_json::Error) -> Self {
        // Of a word that is no text serde_json says that it is no value.
        let is_json = || serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
        if !err.is_data() && !is_json() {
            return Self::NotJson(err);
        }
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let (mut field, reason) = match serde_path_to_error::deserialize::<_, T>(&mut json) {
            Err(err) => (err.path().to_string(), err.into_inner().to_string()),
            Ok(_) => (".".to_owned(), err.to_string()),
        };
        // Where in a line it stands says less than its path.
        let reason = reason.rfind(" at line ").map_or(&*reason, |at| &reason[..at]);
        if let Some(name) = between(reason, "missing field `", "`") {
            field = if field == "." { name.to_owned() } else { format!("{field}.{name}") };
            return Self::Field { field, reason: "is missing".to_owned() };
        }
        if let Some(name) = between(reason, "duplicate field `", "`") {
            field = if field == "." { name.to_owned() } else { field };
            return Self::Field { field, reason: "is there twice".to_owned() };
        }
        match misfit(reason) {
            Some((found, _)) if field == "." => Self::NotAnObject { found },
            Some((found, expected)) => {
                Self::Field { field, reason: format!("must be {expected}, not {found}") }
            }
            None if reason == "expected value" => Self::field(&field, "must be a text"),
            None => Self::Field { field, reason: unknown_word(reason).unwrap_or_else(|| reason.to_owned()) },
        }
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.strip_prefix(before)?.split(after).next()
}

/// `invalid type: integer `7`, expected a string` as what was found and what must be there.
fn misfit(reason: &str) -> Option<(String, String)> {
    // serde would take a list for an object, its fields in their order.
    if reason.starts_with("invalid length ") && reason.contains(", expected struct ") {
        return Some(("a list".to_owned(), "an object".to_owned()));
    }
    let rest = reason.strip_prefix("invalid type: ").or_else(|| reason.strip_prefix("invalid value: "))?;
    let (found, expected) = rest.rsplit_once(", expected ")?;
    let found = match found.split_once(' ').unwrap_or((found, "")) {
        ("string", text) => format!("the text {}", shortened(text)),
        ("integer", number) => format!("the number {}", number.trim_matches('`')),
        ("floating", number) => {
            format!("the number {}", number.trim_start_matches("point ").trim_matches('`'))
        }
        ("boolean", word) => word.trim_matches('`').to_owned(),
        ("sequence", _) => "a list".to_owned(),
        ("map", _) => "an object".to_owned(),
        _ => found.to_owned(),
    };
    let expected = match expected {
        "a string" | "a borrowed string" | "string or map" | "variant identifier" => "a text",
        "a sequence" => "a list",
        "a map" => "an object",
        "a boolean" => "true or false",
        "u8" => "a small whole number",
        "u64" | "a nonzero u64" => "a whole number",
        expected if expected.starts_with("struct ") => "an object",
        expected => expected,
    };
    Some((found, expected.to_owned()))
}

/// "unknown variant `x`, expected `a` or `b`" as what must be there.
fn unknown_word(reason: &str) -> Option<String> {
    let (word, known) = reason.strip_prefix("unknown variant ")?.rsplit_once(", expected ")?;
    Some(format!("must be {known}, not {}", shortened(word)))
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
