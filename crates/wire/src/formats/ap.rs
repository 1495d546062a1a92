//! AP Media API: a feed (`data.items[].item`), a single item (`data.item`) or a bare one, with the story's NITF inside a
//! string or beside it.

use article::SignalType;

use super::body::{self, Rendering};
use super::ninjs::{FIRST, beginning, leaves, read_items, read_rights, skip_of, subject};
use super::{Format, Reader, payload};
use crate::charset::Decoded;
use crate::draft::{Draft, LetGo, without_markup};
use crate::head;
use crate::json::{Fields, Json};
use crate::prose::same_words;
use crate::reject::Left;
use crate::{Parsed, Received, Skipped, Unreadable, html, timestamp};

pub(super) const READER: Reader = Reader { name: "ap", recognise, parse };

/// Fields that only AP's items have.
const OWN: &[&str] = &[
    "altids",
    "headline_extended",
    "firstcreated",
    "arrivaldate",
    "editorialpriority",
    "renditions",
    "filings",
    "itemid",
    "bylines",
    "datelinelocation",
];

/// For machines: as in ninjs, and what AP's systems say of the file.
#[rustfmt::skip]
const LET_GO: LetGo = LetGo {
    whole: &[
        "body_*", "body", "body.nitf", "nitf", "associations", "type", "pubstatus", "editorialpriority", "version",
        "recordsequence", "versioncreated", "arrivaldate", "firstcreated", "contentcreated", "editorialtypes", "embargoed",
        "releasedatetime", "language", "rel", "rels", "relevance", "scheme", "creator", "contenttype", "wordcount", "words", "charcount",
        "content", "value", "fileextension", "format", "mediatype", "sizeinbytes", "backgroundcolor", "rank", "schema", "ids", "parentids", "profile", "etag", "referenceid",
        "recordid",
        "topparent", "parents", "sequence", "geometry_geojson", "digest", "width", "height", "totalduration", "colorspace",
    ],
    attributes: &[],
};

fn recognise(text: &str) -> bool {
    beginning(text).is_some_and(|json| item_in(json, 4).is_some())
}

/// The fields of the first item, if these are AP's envelopes: `data`, `items`, `item`.
fn item_in(json: Json<'_>, layers: usize) -> Option<Fields<'_>> {
    if layers == 0 {
        return None;
    }
    if json.is_list() {
        return json.each().take(FIRST).find_map(|first| item_in(first, layers - 1));
    }
    let fields = json.fields();
    let own = |fields: &Fields<'_>| {
        fields
            .get("altids")
            .is_some_and(|ids| ids.is_object() && (ids.fields().has("itemid") || ids.fields().has("etag")))
            || fields.has("editorialpriority") && fields.has("headline")
    };
    if own(&fields) {
        return Some(fields);
    }
    if let Some(item) = fields.get("item").filter(|item| item.is_object()) {
        let inner = item.fields();
        // An item in AP's own envelope says so by its neighbours.
        let envelope = ["meta", "score", "api_version", "id"].iter().any(|name| fields.has(name));
        return (own(&inner) || envelope || layers < 4 && OWN.iter().any(|name| inner.has(name)))
            .then_some(inner);
    }
    let data = fields.get("data").filter(|data| {
        data.is_object()
            && (fields.has("api_version") || fields.has("id") || fields.has("method") || layers == 4)
    });
    if let Some(data) = data {
        return item_in(data, layers - 1)
            .or_else(|| (fields.has("api_version") && fields.has("method")).then(Fields::default));
    }
    fields.get("items").and_then(|items| item_in(items, layers - 1))
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    read_items(received, decoded, Format::Ap, &open_envelope, &one)
}

fn open_envelope(json: Json<'_>, _: usize) -> Option<Json<'_>> {
    let fields = json.fields();
    let inner = ["data", "items", "item"]
        .iter()
        .find_map(|name| fields.get(name).filter(|inner| inner.is_object() || inner.is_list()));
    // What has a headline is the item itself: a bracket was lost in it, and it stands inside out.
    inner.filter(|_| !fields.has("altids") && !fields.has("headline"))
}

/// No story has more pictures.
const MOST: usize = 100;

fn one(json: Json<'_>) -> Result<Draft, Left> {
    let fields = json.fields();
    let ids = fields.get("altids").map(Json::fields).unwrap_or_default();
    // Dateline's own articles have a headline, too, and their body in `text`.
    let like_one = (fields.has("type") || fields.has("headline")) && !fields.has("text");
    if !(like_one || OWN.iter().any(|name| fields.has(name))) {
        return Err(Unreadable::new("bad_json", "no field of AP's items in it").into());
    }
    let mut story = Draft::default();
    if fields.faults > 0 {
        story.article.warn("bad_field", format!("{} places of the item are no fields", fields.faults));
        story.lose(fields.lost());
    }
    story.headline =
        fields.first(&["headline", "headline_extended", "title"]).map(|headline| without_markup(&headline));
    for status in fields.get("pubstatus").map(leaves).unwrap_or_default() {
        story.status(&status);
    }
    for code in fields.get("editorialtypes").map(leaves).unwrap_or_default() {
        story.heed_code(&code);
        if let Some(kind) = head::of_code(&code).filter(|kind| *kind != SignalType::Embargo) {
            story.signal(kind, Some(code), None);
        }
    }
    let bodies = bodies_of(&fields);
    let canceled = story.article.pub_status == Some(article::PubStatus::Canceled);
    if let Some(code) = fields
        .words("type")
        .and_then(|kind| skip_of(&kind.to_ascii_lowercase()))
        .filter(|_| bodies.is_empty() && !canceled)
    {
        return Err(Left::Skipped(Skipped::new(
            code,
            story.headline.or_else(|| fields.words("uri")).unwrap_or_default(),
        )));
    }
    for source in fields.get("infosource").into_iter().flat_map(Json::each) {
        story.makers.extend(source.words().or_else(|| source.fields().words("name")));
    }
    story.makers.push("AP".to_owned());
    read_fields(&mut story, &fields, &ids);
    if bodies.is_empty() {
        let elsewhere = fields
            .get("renditions")
            .and_then(|all| all.fields().get("nitf"))
            .and_then(|nitf| nitf.fields().words("href"));
        if let Some(href) = elsewhere {
            story.leave_out("nitf", &href);
        }
    }
    body::take(&mut story, &bodies, true);
    if bodies.iter().all(|body| body.name != RENDITION) && may_have_content(&fields) {
        for words in renditions(&fields).into_iter().filter_map(Json::string) {
            payload::heed_beside(RENDITION, &words, &mut story);
        }
    }
    if let Some(extended) = fields.words("headline_extended").map(|extended| without_markup(&extended))
        && story.headline.as_ref().is_some_and(|headline| !same_words(headline, &extended))
    {
        story.leave_out("headline_extended", &extended);
    }
    for name in ["description_summary", "summary", "caption", "description_caption"] {
        if let Some(words) = fields.words(name) {
            let words = html::read(&words).text;
            if story.body.is_empty() && story.lead.is_none() {
                story.lead = Some(words);
            } else if !story.body.contains(words.as_str()) {
                story.leave_out(name, &words);
            }
        }
    }
    let associations = fields.get("associations").map(|all| all.fields().iter().count()).unwrap_or_default();
    if associations > 0 {
        story.leave_out("associations", &associations.to_string());
    }
    for (_, association) in fields.get("associations").map(Json::fields).unwrap_or_default().iter().take(MOST)
    {
        story.besides_association(association, &LET_GO);
    }
    // The address that an item was fetched from: its identifier, with a token of the one who fetched it.
    let id = story.article.id.clone();
    let is_address = |name: &str, value: Json<'_>| {
        name == "uri" && !id.is_empty() && value.words().is_some_and(|uri| uri.contains(&id))
    };
    story.besides_fields_but(&fields, &is_address, &LET_GO);
    Ok(story)
}

/// Where a body may stand, the best first.
const BODIES: &[&str] =
    &["body_nitf", "body.nitf", "nitf", "body_xhtml", "body_html", "body", "body_text", "text"];

/// Where a time may stand, the best first.
const TIMES: &[&str] = &["versioncreated", "arrivaldate", "firstcreated", "contentcreated"];

fn read_fields(story: &mut Draft, fields: &Fields<'_>, ids: &Fields<'_>) {
    story.identify_by([ids.words("itemid"), ids.words("etag"), fields.words("itemid"), fields.words("uri")]);
    story.count(fields.first(&["version", "recordsequence"]));
    story.urgency(fields.words("urgency"));
    if let Some(letter) = fields.words("editorialpriority") {
        let mut letters = letter.chars();
        story.article.urgency =
            story.article.urgency.or_else(|| super::anpa1312::urgency_of(letters.next()?));
    }
    story.language(fields.words("language"));
    for (nth, name) in TIMES.iter().enumerate() {
        let Some(written) = fields.words(name) else { continue };
        story.issued = story.time(name, &written);
        if story.issued.is_some() {
            if nth > 0 {
                story.article.warn("time_fallback", format!("no version time: {name} was taken"));
            }
            break;
        }
    }
    for embargo in fields.get("embargoed").map(leaves).unwrap_or_default() {
        story.embargo_in(embargo);
    }
    let release = fields.words("releasedatetime").unwrap_or_default();
    story.released = story.time("releasedatetime", &release);
    story.released_clock = timestamp::clock_of(&release);
    // AP calls its slug `title`.
    let title = fields.words("title").filter(|title| title.contains("--") || head::is_slug(title));
    let slugs = [ids.words("slugline"), fields.words("slugline"), fields.words("slug"), title];
    let mut slugs = slugs.into_iter().flatten();
    story.slug(slugs.next());
    slugs.for_each(|slug| story.second_slug(Some(slug)));
    for by in fields.get("bylines").into_iter().flat_map(Json::each) {
        let inner = by.fields();
        let words = by.words().or_else(|| inner.first(&["by", "name", "byline"]));
        let title = inner.words("title").map_or(String::new(), |title| format!(", {title}"));
        if let Some(words) = words {
            story.by(&(html::read(&words).text + &title));
        }
    }
    for name in ["ednote", "editorialnote"] {
        for note in fields.get(name).map(leaves).unwrap_or_default() {
            story.note(Some(html::read(&note).text));
        }
    }
    for location in fields.get("datelinelocation").into_iter().flat_map(Json::each) {
        let inner = location.fields();
        // The copy gives a state or a country only where the city is not known by itself.
        if let Some(city) = inner.words("city") {
            story.place(&city);
        }
    }
    read_rights(story, fields);
    let listed = fields.get("keywords").is_some_and(Json::is_list);
    if let Some(keywords) = fields.words("keywords").filter(|_| !listed) {
        // AP's are single words.
        story.keywords(&keywords.replace(' ', ","));
    } else {
        fields.get("keywords").into_iter().flat_map(Json::each).for_each(|word| story.keyword(word.words()));
    }
    for name in
        ["subject", "place", "person", "organisation", "organization", "event", "category", "suppcategory"]
    {
        for json in fields.get(name).into_iter().flat_map(Json::each) {
            story.subject(subject(json));
        }
    }
}

/// What warnings call the content of one.
const RENDITION: &str = "rendition";

/// Whether a rendition may be more than an address: most are none.
fn may_have_content(fields: &Fields<'_>) -> bool {
    let written = fields.get("renditions").map_or("", Json::written).as_bytes();
    [&b"content\""[..], b"value\"", b"body\""]
        .iter()
        .any(|name| memchr::memmem::find(written, name).is_some())
}

/// What stands in the renditions, in a list or by their names: mostly nothing but an address.
fn renditions<'a>(fields: &Fields<'a>) -> Vec<Json<'a>> {
    let Some(all) = fields.get("renditions") else { return Vec::new() };
    let list: Vec<Json<'_>> = if all.is_list() {
        all.each().collect()
    } else {
        all.fields().iter().map(|(_, json)| json).collect()
    };
    let content = |rendition: &Json<'a>| {
        let inner = rendition.fields();
        ["content", "value", "body"].iter().find_map(|name| inner.get(name))
    };
    list.iter().take(MOST).filter_map(content).collect()
}

/// The story's words: in a string of NITF or HTML, in a field or in a rendition's content.
fn bodies_of<'a>(fields: &Fields<'a>) -> Vec<Rendering<'a>> {
    let mut all = Vec::new();
    let known = BODIES.iter().filter_map(|name| Some((*name, fields.get(name)?)));
    let others = fields.iter().filter(|(name, _)| name.starts_with("body") && !BODIES.contains(name));
    for (name, json) in known.chain(others) {
        body::renderings(name, if name.contains("nitf") { "nitf" } else { "" }, json, &mut all);
    }
    if all.iter().all(|body: &Rendering<'_>| ["body_text", "text"].contains(&body.name.as_str())) {
        renditions(fields).into_iter().for_each(|content| body::renderings(RENDITION, "", content, &mut all));
    }
    // What a field is called is not trusted.
    for body in all.iter_mut().filter(|body| !body.nitf && body.mended.is_none()) {
        let start = body.words.trim_start();
        body.nitf = start.starts_with("<nitf")
            || start.starts_with("<?xml")
            || start.starts_with("<body.content")
            || body.words.contains("<body.content>");
        body.html |= html::is_html(&body.words) || html::is_escaped(&body.words);
    }
    all
}
