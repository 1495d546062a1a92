//! Dateline's own `dateline.article/1`: one object, a list of them, or one a line.
//!
//! Only `text` must be there. What is given is kept; what is missing is filled as it is for plain text. One that was parsed
//! before comes out as it went in.

use std::sync::LazyLock;

use article::{Article, NotAnArticle, PubStatus, SignalType};
use memchr::memmem::Finder;
use serde::de::IgnoredAny;

use super::around::Around;
use super::ninjs::{FIRST, leaves};
use super::{Format, Reader, carried};
use crate::charset::Decoded;
use crate::draft::Draft;
use crate::head::{self, Head, Place};
use crate::json::{Each, Json};
use crate::{Parsed, Received, Unreadable, finish, rtf};

pub(super) const READER: Reader = Reader { name: "article", recognise, parse };

/// `{"` or `{}`, or a list of such, or lists in lists: prose may begin with a bracket, but not so.
fn recognise(text: &str) -> bool {
    let text = text.trim_start();
    let mut lists = 0;
    let object = text.trim_start_matches(|c: char| {
        lists += usize::from(c == '[');
        c == '[' || lists > 0 && c.is_whitespace()
    });
    lists > 1 || object.strip_prefix('{').is_some_and(|inner| inner.trim_start().starts_with(['"', '}']))
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let json = decoded.text.as_ref();
    if json.trim_start().starts_with('[') {
        return several(json, received, decoded, true);
    }
    match one(json, received.bytes, received, decoded) {
        Ok(article) => told(article, received, decoded),
        Err(no) => {
            if let Some(parsed) = enveloped(json, received, decoded) {
                return parsed;
            }
            // An envelope of no format that is known, around a file of one.
            if Format::recognise(json) == Format::Article
                && let Some(parsed) = carried::read_strings(json, received, decoded, Format::Article)
            {
                return Ok(parsed);
            }
            // Only now look whether there are several, one a line: hardly any message is so.
            let mut values = Values::of(json);
            match (values.next(), values.next()) {
                (Some(Ok(_)), Some(_)) => several(json, received, decoded, true),
                _ => Err(no),
            }
        }
    }
}

/// An article, or those of a file that stands where its text should: what that says of status and embargo binds, and its
/// mark-up is no copy.
fn told(article: Article, received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let text = article.text.trim_start();
    if text.starts_with(['<', '{', '[']) {
        if let Some(parsed) = carried::read(text, received, decoded, Format::Article) {
            let mut parsed = parsed?;
            for inner in &mut parsed.articles {
                head::restrict_by(inner, &article, "what it came in");
            }
            return Ok(parsed);
        }
        if let Some(reason) = carried::is_source(text) {
            return Err(Unreadable::new("not_an_article", format!("field `text`: {reason}")));
        }
    }
    Ok(article.into())
}

/// The values of a list in a list.
fn inner(value: Value<'_>) -> Vec<Value<'_>> {
    match value {
        Ok(own) if own.starts_with('[') => Values::of(own).collect(),
        value => vec![value],
    }
}

/// The articles of an envelope (`{"status": "ok", "items": [{"text": …}]}`): what the objects around them say holds for all.
fn enveloped(
    json: &str,
    received: &Received<'_>,
    decoded: &Decoded<'_>,
) -> Option<Result<Parsed, Unreadable>> {
    let whole = Json::length(json.trim_start());
    // Another value behind it: they stand one a line.
    if whole.is_some_and(|length| !json.trim_start()[length..].trim_end().is_empty()) {
        return None;
    }
    let mut around = Vec::new();
    let articles = articles_in(Json::beginning(json)?, LAYERS, &mut around)?;
    let mut parsed = several(articles.written(), received, decoded, false);
    if let Ok(parsed) = &mut parsed {
        around.iter().for_each(|around| around.bind(&mut parsed.articles));
    }
    Some(parsed)
}

/// Envelopes in envelopes: no deeper than this.
const LAYERS: usize = 4;

/// The list of articles, or the one, that stands in an object.
fn articles_in<'a>(json: Json<'a>, layers: usize, around: &mut Vec<Around<'a>>) -> Option<Json<'a>> {
    let fields = json.fields();
    // An article that cannot be read, and what belongs to it.
    if fields.has("text") {
        return None;
    }
    let is_article = |json: Json<'_>| {
        let fields = json.fields();
        let named = fields.has("headline")
            || fields.words("schema").is_some_and(|schema| schema.starts_with("dateline."));
        named && fields.get("text").is_some_and(Json::is_string)
    };
    let found = fields.iter().enumerate().find_map(|(nth, (_, value))| {
        if value.each().take(FIRST).any(is_article) {
            return Some((nth, value));
        }
        let layers = layers.checked_sub(1).filter(|_| value.is_object())?;
        Some((nth, articles_in(value, layers, around)?))
    });
    let (nth, articles) = found?;
    around.push(Around::of_fields(&fields, &|field| field == nth));
    Some(articles)
}

/// Each for itself, also those of lists in the list, and of envelopes if there may be some: a bad one does not spoil its
/// neighbours.
fn several(
    json: &str,
    received: &Received<'_>,
    decoded: &Decoded<'_>,
    envelopes: bool,
) -> Result<Parsed, Unreadable> {
    let mut parsed = Parsed::default();
    for (nth, value) in Values::of(json).flat_map(inner).enumerate() {
        if super::is_full(&mut parsed) {
            break;
        }
        // Of a bad one only its own bytes go on: a thousand of them must not become a thousand copies of all.
        let (own, article) = match value {
            Ok(own) => (own, one(own, own.as_bytes(), received, decoded)),
            Err((own, no)) => (own, Err(no)),
        };
        let read = article.and_then(|article| told(article, received, decoded));
        let inside = || enveloped(own, received, decoded).filter(|_| envelopes)?.ok();
        match read.or_else(|no| inside().ok_or(no)) {
            Ok(read) => parsed.join(read),
            Err(no) => {
                let reason = format!("article {}: {}", nth + 1, no.reason);
                parsed.rejected.push(Unreadable { reason, part: Some(own.to_owned()), ..no });
            }
        }
    }
    if parsed.articles.is_empty() && parsed.rejected.is_empty() {
        return Err(Unreadable::new("not_an_article", "an empty list"));
    }
    Ok(parsed)
}

static VERSION: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"version\""));

/// One article. `own` are its bytes as received.
fn one(
    json: &str,
    own: &[u8],
    received: &Received<'_>,
    decoded: &Decoded<'_>,
) -> Result<Article, Unreadable> {
    let mut article = Article::from_json(json.as_bytes()).map_err(|no| unreadable(&no))?;
    let brought = article.warnings.len();
    if article.text.trim_start().is_empty() {
        if article.headline.is_none() && article.pub_status.is_none() && article.signals.is_empty() {
            return Err(Unreadable::new("no_text", "field `text`: nothing but white space"));
        }
        if article.warnings.iter().all(|warning| warning.code != "no_text") {
            article.warn("no_text", "the article has no text");
        }
    }
    if rtf::is_rtf(&article.text) {
        article.text = rtf::read(&article.text);
        article.warn("payload_mended", "a text in Rich Text Format: its words were read");
    }
    article.warnings.extend(decoded.warnings.iter().cloned());
    prove_span(&mut article);
    // A version that was given is kept, also if it is 1 and the copy counts otherwise.
    let given = VERSION.find(json.as_bytes()).map(|_| article.version);
    let mut head = Head::read(&article.text);
    if article.source.is_none() {
        // One that was parsed before was heard then.
        head.hear_headline(article.headline.as_deref().unwrap_or(""));
        head.hear(article.ed_note.as_deref().unwrap_or(""), Place::Note);
        // A signal of a field counts as much as a status.
        let said = head::status(&article.signals.iter().filter(|signal| signal.target.is_none()));
        if article.pub_status.is_some() && said != PubStatus::Usable {
            head::restrict(&mut article, said, "its signals");
        }
        let held = article.signals.iter().any(|signal| signal.kind == SignalType::Embargo);
        if held && article.embargoed_until.is_none() {
            head::restrict(&mut article, PubStatus::Withheld, "its signals");
        }
        let mut told = Draft::default();
        told.language(article.language.take());
        article.language = told.article.language;
        article.warnings.append(&mut told.article.warnings);
    }
    heed_unknown(&mut article, json);
    finish::finish(&mut article, head, received, own, Format::Article, decoded.charset);
    article.version = given.unwrap_or(article.version);
    // One that was parsed before says already what is found again: it is read unchanged.
    for warning in article.warnings.split_off(brought) {
        if !article.warnings.contains(&warning) {
            article.warnings.push(warning);
        }
    }
    Ok(article)
}

/// Fields that an article does not have, and that hold a story back: their makers may know no better.
fn heed_unknown(article: &mut Article, json: &str) {
    if article.warnings.iter().all(|warning| warning.code != "unknown_field") {
        return;
    }
    let mut story = Draft::default();
    let fields = Json::beginning(json).map(Json::fields).unwrap_or_default();
    let known = |name: &str| {
        article.warnings.iter().any(|warning| warning.code == "unknown_field" && warning.text.contains(name))
    };
    for (name, value) in fields.iter().filter(|(name, _)| known(name)) {
        leaves(value).iter().for_each(|words| story.heed_property(name, words));
    }
    story.issued = article.published_at;
    story.restrict(article, "", "a field that it does not have");
}

/// A dateline's span is of use only if its words stand where it says.
fn prove_span(article: &mut Article) {
    let Some(dateline) = &mut article.dateline else { return };
    if let Some(span) = dateline.span.take_if(|span| !span.proves_itself_in(&article.text)) {
        article
            .warn("span_dropped", format!("`{}` does not stand at {}..{}", span.exact, span.start, span.end));
    }
}

fn unreadable(no: &NotAnArticle) -> Unreadable {
    let code = match no {
        NotAnArticle::Schema { .. } => "unknown_schema",
        NotAnArticle::NotJson(err) if err.is_eof() => "truncated_json",
        NotAnArticle::NotJson(err) if err.to_string().starts_with("recursion limit") => "too_deep",
        _ => "not_an_article",
    };
    Unreadable::new(code, no.to_string())
}

/// The JSON values of a list, or those that stand one after another.
struct Values<'a> {
    json: &'a str,
    at: usize,
    /// A bad one had no end in all that was left: it is not asked again.
    endless: bool,
}

impl<'a> Values<'a> {
    fn of(json: &'a str) -> Self {
        let start = json.len() - json.trim_start().len();
        let at = if json[start..].starts_with('[') { start + 1 } else { start };
        Self { json, at, endless: false }
    }
}

/// A value, or what cannot be one with the reason.
type Value<'a> = Result<&'a str, (&'a str, Unreadable)>;

impl<'a> Iterator for Values<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.json[self.at..];
        let between =
            rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ']')).len();
        let rest = &rest[between..];
        self.at += between;
        if rest.is_empty() {
            return None;
        }
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        match values.next()? {
            Ok(_) => {
                let length = values.byte_offset();
                self.at += length;
                Some(Ok(&rest[..length]))
            }
            Err(err) => {
                // What ends too early takes all that is left; else the line after the fault may be whole again.
                let mut ends = memchr::memchr_iter(b'\n', rest.as_bytes());
                let fault = if err.is_eof() { None } else { ends.nth(err.line().saturating_sub(1)) };
                let mut length = fault.unwrap_or(rest.len());
                // In a list of one line its neighbours are whole: it ends where its brackets do.
                if !self.endless && rest.starts_with('{') {
                    let own = Each::of(rest).next().map_or(rest.len(), |value| value.written().len());
                    self.endless = own == rest.len();
                    if rest[own..].trim_start().starts_with([',', ']', '{']) {
                        length = length.min(own);
                    }
                }
                self.at += length;
                Some(Err((&rest[..length], unreadable(&NotAnArticle::NotJson(err)))))
            }
        }
    }
}
