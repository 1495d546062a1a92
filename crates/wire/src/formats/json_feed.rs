//! JSON Feed 1.0 and 1.1: each of `items` is an article.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::items::{Message, count_words};
use super::{Format, Reader, body, ninjs};
use crate::charset::Decoded;
use crate::draft::{Draft, LetGo, plain};
use crate::json::{Each, Fields, Json};
use crate::prose::fold;
use crate::{Parsed, Received, Unreadable};

pub(super) const READER: Reader = Reader { name: "json-feed", recognise, parse };

/// What stands in the field `version` of every feed.
const MARK: &str = "jsonfeed.org/version/";

/// For machines: bodies, times, and the size and shape of files.
const LET_GO: LetGo = LetGo {
    whole: &[
        "content_html",
        "content_text",
        "date_published",
        "date_modified",
        "language",
        "mime_type",
        "size_in_bytes",
        "duration_in_seconds",
    ],
    attributes: &[],
};

/// In the version of each of its files.
static SITE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("jsonfeed.org"));

/// Many write their fields in the order of the alphabet, and so the mark behind all items.
fn recognise(text: &str) -> bool {
    let json = Json::beginning(text).filter(|json| json.is_object());
    json.filter(|_| SITE.find(text.as_bytes()).is_some())
        .and_then(|json| json.fields().words("version"))
        .is_some_and(|version| version.contains(MARK))
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    if !recognise(&decoded.text) {
        return Err(Unreadable::new("bad_json", "no JSON Feed: `version` names none"));
    }
    let mut text: &str = &decoded.text;
    let mut all = Parsed::default();
    loop {
        let (read, behind) = feed(text, received, decoded);
        if behind.is_empty() && text.len() == decoded.text.len() {
            return read;
        }
        let own = &text[..text.len() - behind.len()];
        all.join(super::or_refused(read, own));
        if !behind.contains(char::is_alphanumeric) || super::is_full(&mut all) {
            return Ok(all);
        }
        if recognise(behind) {
            // Another feed.
            text = behind;
        } else if SITE.find(behind.as_bytes()).is_some() {
            // One by one they would be read inside each other, and there may be thousands.
            let no = Unreadable::new("bad_json", "another feed behind the feed");
            all.rejected.push(no.of(|| behind.to_owned()));
            return Ok(all);
        } else {
            super::read_behind(&mut all, behind, received, decoded, Format::JsonFeed);
            return Ok(all);
        }
    }
}

/// What is in the feed at the start of a text, and what stands behind it.
fn feed<'a>(
    text: &'a str,
    received: &Received<'_>,
    decoded: &Decoded<'_>,
) -> (Result<Parsed, Unreadable>, &'a str) {
    let mut message = Message::new(received, decoded, Format::JsonFeed);
    let beginning = text.trim_start();
    let feed = Json::beginning(beginning).map(Json::fields).unwrap_or_default();
    // What is no field stands between the fields, or behind the feed.
    let behind = (!feed.lost().is_empty()).then(|| Json::length(beginning)).flatten();
    let mut behind = behind.map_or("", |end| &beginning[end..]);
    let own = &text[..text.len() - behind.len()];
    // A bracket too many has ended the feed before its last items.
    let more = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}'));
    let is_item = |fields: Fields<'_>| ["content_html", "content_text"].iter().any(|name| fields.has(name));
    let goes_on = behind.trim_start().starts_with([',', ']', '}'])
        && more.starts_with('{')
        && Each::of(more).next().is_some_and(|first| is_item(first.fields()));
    let more = if goes_on { std::mem::take(&mut behind) } else { "" };
    let more = more.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}'));
    let end = text.trim_end().as_bytes().as_ptr_range().end;
    for item in feed.get("items").into_iter().flat_map(Json::each).chain(Each::of(more)) {
        if super::is_full(&mut message.parsed) {
            break;
        }
        let own = item.written();
        // One whose bracket was lost ends where the next begins; the torn one reaches to where all ends.
        let torn = !own.ends_with('}') && own.trim_end().as_bytes().as_ptr_range().end == end;
        let story = (item.is_object() && !torn).then(|| draft(&feed, &item.fields()));
        if let Some(story) = story.filter(|story| own.ends_with(['}', ']']) || !story.body.trim().is_empty())
        {
            message.put(story, own);
        } else {
            let no = if item.is_object() {
                Unreadable::new("truncated_json", "the feed ends in the middle of an item")
            } else {
                Unreadable::new("bad_json", "an item of the feed that is no object")
            };
            message.parsed.rejected.push(no.of(|| own.to_owned()));
        }
    }
    let closed = own.trim_end_matches(|c: char| c.is_whitespace() || c.is_control()).ends_with('}');
    if !closed && message.parsed.rejected.iter().all(|no| no.code != "truncated_json") {
        message.parsed.rejected.push(Unreadable::new("truncated_json", "the feed ends between its items"));
    }
    if message.parsed.is_empty() {
        if tells_something(&feed) {
            let reason = "a feed without an item, but with words in it";
            message.parsed.rejected.push(Unreadable::new("bad_json", reason));
        } else {
            message.skip("empty_notice", "a feed without an item", None, "");
        }
    }
    let mut read = message.finish();
    let end = own.as_bytes().as_ptr_range().end;
    let between = feed.lost().iter().filter(|words| words.as_ptr() < end);
    if let Some(article) = read.as_mut().ok().and_then(|parsed| parsed.articles.first_mut()) {
        for words in between.take(20) {
            article.warn("left_out", format!("between the fields of the feed: {}", fold(words)));
        }
    }
    if goes_on && let Some(article) = read.as_mut().ok().and_then(|parsed| parsed.articles.first_mut()) {
        // What has become a field of the feed was one of an item.
        for (name, value) in feed.iter().filter(|(name, _)| !OF_ITSELF.contains(name)) {
            article.warn("left_out", format!("a field of the feed: {name}: {}", value.written()));
        }
    }
    (read, behind)
}

/// What a feed says of itself.
#[rustfmt::skip]
const OF_ITSELF: &[&str] = &[
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "author", "authors",
    "language", "expired", "hubs", "items",
];

/// Whether a feed without items tells something in fields that are none it should have, or between them: the name of its items
/// may be damaged, or home-made.
fn tells_something(feed: &Fields<'_>) -> bool {
    /// Of words.
    const LEAST: usize = 8;
    /// Stories stand so deep.
    const LAYERS: usize = 6;
    fn count(json: Json<'_>, layers: usize) -> usize {
        if layers == 0 {
            return 0;
        }
        let each = json.each().map(|one| {
            if one.is_object() {
                one.fields().iter().map(|(_, value)| count(value, layers - 1)).sum()
            } else if one.is_list() {
                count(one, layers - 1)
            } else {
                one.string().map_or(0, |words| count_words(&words))
            }
        });
        each.sum()
    }
    let others = feed.iter().filter(|(name, _)| !OF_ITSELF.contains(name) && !name.starts_with('_'));
    let named: usize = others.map(|(_, value)| count(value, LAYERS)).sum();
    let lost: usize = feed.lost().iter().map(|words| count_words(words)).sum();
    named + lost >= LEAST
}

/// The authors of an item or a feed; version 1.0 has one.
fn names(fields: &Fields<'_>) -> Vec<String> {
    /// No story has more.
    const MOST: usize = 20;
    let all = ["authors", "author"].into_iter().find_map(|name| fields.get(name));
    let names = all.into_iter().flat_map(Json::each);
    names.filter_map(|author| author.words().or_else(|| author.fields().words("name"))).take(MOST).collect()
}

fn draft(feed: &Fields<'_>, item: &Fields<'_>) -> Draft {
    let mut draft = Draft::default();
    if item.faults > 0 {
        draft.article.warn("bad_field", format!("{} pieces that are no field", item.faults));
        draft.lose(item.lost());
    }
    draft.identify(item.words("id"));
    if draft.article.id.is_empty() {
        draft.identify(item.first(&["url", "external_url"]));
    }
    draft.head_with(item.words("title").unwrap_or_default());
    let modified = item.words("date_modified").unwrap_or_default();
    draft.issued = draft.time("date_modified", &modified);
    let published = item.words("date_published").unwrap_or_default();
    let published = draft.time("date_published", &published);
    if modified.is_empty() {
        draft.issued = published;
    } else {
        draft.other_times.extend(published.map(|time| ("date_published", time)));
    }
    names(item).iter().for_each(|name| draft.by(name));
    match item.get("tags") {
        Some(tags) if !tags.is_list() => draft.keywords(&tags.words().unwrap_or_default()),
        tags => tags.into_iter().flat_map(Json::each).for_each(|tag| draft.keyword(tag.words())),
    }
    draft.language(item.words("language"));
    draft.language(feed.words("language"));
    let mut bodies = Vec::new();
    for (name, role) in [("content_html", "html"), ("content_text", "")] {
        if let Some(json) = item.get(name) {
            body::renderings(name, role, json, &mut bodies);
        }
    }
    if bodies.is_empty() {
        body::misnamed(&mut draft, item, &["content_html", "content_text"], &mut bodies);
    }
    body::take(&mut draft, &bodies, false);
    draft.lead = item.words("summary").map(plain);
    ninjs::read_rights(&mut draft, item);
    ninjs::read_rights(&mut draft, feed);
    let makers = names(feed);
    if draft.article.byline.is_none() {
        let people = makers.iter().filter(|name| crate::head::known_provider(name).is_none());
        people.for_each(|name| draft.by(name));
    }
    draft.makers.extend(makers);
    draft.makers.extend(feed.words("title"));
    let kind = |attachment: Json<'_>| attachment.fields().words("mime_type");
    for kind in item.get("attachments").into_iter().flat_map(Json::each).filter_map(kind) {
        draft.media = draft.media.or(match kind.split('/').next() {
            Some("audio") => Some("audio_only"),
            Some("video") => Some("video_only"),
            _ => None,
        });
    }
    draft.besides_fields(item, &LET_GO);
    draft
}
