//! JSON Schema 2020-12 of the two messages, from the types themselves.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::{ARTICLE_SCHEMA, Article, ENRICHED_SCHEMA, EnrichedArticle};

/// The schema of `dateline.article/1`.
///
/// Only `text` is required of what others produce; what Dateline writes always has every field.
pub fn article_schema() -> Schema {
    schema_of::<Article>(ARTICLE_SCHEMA, false)
}

/// The schema of `dateline.enriched/1`, as written: every field is there.
pub fn enriched_schema() -> Schema {
    schema_of::<EnrichedArticle>(ENRICHED_SCHEMA, true)
}

fn schema_of<T: JsonSchema>(number: &str, as_written: bool) -> Schema {
    let mut settings = SchemaSettings::draft2020_12();
    if as_written {
        settings = settings.for_serialize();
    }
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), format!("urn:{}", number.replace('/', ":")).into());
    schema.insert("title".to_owned(), number.into());
    if let Some(property) = schema.pointer_mut("/properties/schema") {
        *property = serde_json::json!({ "const": number });
    }
    schema
}
