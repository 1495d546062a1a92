//! The step: a record's bytes in, the same bytes out as one line.

use std::borrow::Cow;
use std::num::NonZeroU64;

use article::{ENRICHED_SCHEMA, NotAnArticle};
use bytes::Bytes;
use flow::{Message, Reject, Step, Verdict};
use memchr::memchr2;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::scan;

/// The header by which [`render`] tells the outlet which part of the bytes is the record's `enrichment`, so that
/// they are parsed once. It is not written anywhere.
pub(crate) const ENRICHMENT: &str = "sink-enrichment";

/// Checks that a message is a record, `dateline.enriched/1`, and passes its bytes as one line, unchanged.
///
/// JSON with line breaks between its values is put on one line; nothing inside a value changes. What is no record is
/// rejected as `not_a_record`.
pub fn render(message: &Message) -> Vec<Verdict> {
    match one_line(&message.payload) {
        Ok((payload, enrichment)) => {
            let mut record = Message { payload, ..message.clone() };
            record.headers.set(ENRICHMENT, enrichment);
            vec![Verdict::Pass(record)]
        }
        Err(reject) => vec![reject.into()],
    }
}

/// [`render`] as a [`Step`], for `flow::run`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Render;

impl Step for Render {
    fn apply(&self, message: &Message) -> Vec<Verdict> {
        render(message)
    }
}

/// The record as one line, and which part of it is its `enrichment`.
fn one_line(payload: &Bytes) -> Result<(Bytes, Bytes), Reject> {
    let enrichment = payload.slice_ref(enrichment_of(payload)?.as_bytes());
    // A raw line break cannot stand inside a JSON string, so that it is white space wherever it stands.
    if memchr2(b'\n', b'\r', payload).is_none() {
        return Ok((payload.clone(), enrichment));
    }
    let line = payload.iter().copied().filter(|byte| !matches!(byte, b'\n' | b'\r')).collect();
    Ok((line, enrichment))
}

/// The value of a record's `enrichment`; an error where the bytes are no record.
pub(crate) fn enrichment_of(bytes: &[u8]) -> Result<&str, Reject> {
    match scan::enrichment(bytes).and_then(|value| std::str::from_utf8(value).ok()) {
        Some(enrichment) => Ok(enrichment),
        None => Head::of(bytes).map(|head| head.enrichment.get()),
    }
}

/// As much of a record as one needs to file it: the whole JSON is checked, only this is kept.
#[derive(Deserialize)]
pub(crate) struct Head<'a> {
    #[serde(borrow)]
    schema: Cow<'a, str>,
    #[serde(borrow, rename = "id")]
    _id: Cow<'a, str>,
    #[serde(rename = "version")]
    _version: NonZeroU64,
    #[serde(borrow, rename = "text")]
    _text: Cow<'a, str>,
    #[serde(rename = "regions")]
    _regions: Vec<IgnoredAny>,
    #[serde(rename = "industries")]
    _industries: Vec<IgnoredAny>,
    #[serde(rename = "trade_figures")]
    _trade_figures: Vec<IgnoredAny>,
    #[serde(borrow)]
    pub(crate) enrichment: &'a RawValue,
}

impl<'a> Head<'a> {
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Self, Reject> {
        // What serde_json skips it does not decode, and a string of broken UTF-8 would pass.
        let text = std::str::from_utf8(bytes)
            .map_err(|err| Reject::new("not_a_record", format!("not UTF-8: {err}")))?;
        let head: Self = serde_json::from_str(text).map_err(|err| explain::<Self>("", text, err))?;
        if head.schema != ENRICHED_SCHEMA {
            let why = format!("schema `{}` is not `{ENRICHED_SCHEMA}`", head.schema);
            return Err(Reject::new("not_a_record", why));
        }
        let enrichment = head.enrichment.get();
        match Versions::of(enrichment) {
            Ok(_) => Ok(head),
            Err(err) => Err(explain::<VersionsIn<'_>>("enrichment", enrichment, err)),
        }
    }
}

/// What is wrong with the value of the field `inside`, or with the whole.
fn explain<'a, T: Deserialize<'a>>(inside: &str, json: &'a str, err: serde_json::Error) -> Reject {
    let why = match NotAnArticle::explain::<T>(json.as_bytes(), err) {
        NotAnArticle::Field { field, reason } if !inside.is_empty() => {
            NotAnArticle::Field { field: format!("{inside}.{field}"), reason }
        }
        NotAnArticle::NotAnObject { found } if !inside.is_empty() => NotAnArticle::Field {
            field: inside.to_owned(),
            reason: format!("must be an object, not {found}"),
        },
        why => why,
    };
    Reject::new("not_a_record", why)
}

/// The versions of the tagger and its data that made a record's tags.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Versions {
    pub enricher: String,
    pub rules: String,
    pub gazetteer: String,
    pub vocabularies: String,
}

/// The same, still in the record.
#[derive(Deserialize)]
pub(crate) struct VersionsIn<'a> {
    #[serde(borrow)]
    enricher: Cow<'a, str>,
    #[serde(borrow)]
    rules: Cow<'a, str>,
    #[serde(borrow)]
    gazetteer: Cow<'a, str>,
    #[serde(borrow)]
    vocabularies: Cow<'a, str>,
}

impl Versions {
    /// Reads them out of the value of a record's `enrichment`.
    pub(crate) fn of(enrichment: &str) -> Result<VersionsIn<'_>, serde_json::Error> {
        serde_json::from_str(enrichment)
    }
}

impl VersionsIn<'_> {
    /// Adds these to a set, if they are new.
    pub(crate) fn join(&self, set: &mut Vec<Versions>) {
        let same = |known: &Versions| {
            known.enricher == self.enricher
                && known.rules == self.rules
                && known.gazetteer == self.gazetteer
                && known.vocabularies == self.vocabularies
        };
        if !set.iter().rev().any(same) {
            set.push(Versions {
                enricher: self.enricher.to_string(),
                rules: self.rules.to_string(),
                gazetteer: self.gazetteer.to_string(),
                vocabularies: self.vocabularies.to_string(),
            });
        }
    }
}
