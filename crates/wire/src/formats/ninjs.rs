//! ninjs 1.x, 2.x and 3.x, alone, in a list, in an envelope or one a line.
//!
//! Names are read in any case: 1.x has `versioncreated` and free suffixes (`headline_main`, `body_xhtml`), 2.x lists
//! (`headlines`, `bodies`), 3.x camel case. Of several renderings of one body one is taken. Associations are no articles.

use std::collections::HashSet;

use article::Subject;

use super::body::{self, Rendering, is_word_of, is_worded};
use super::newsml_g2::known_scheme;
use super::{Format, Reader};
use crate::charset::Decoded;
use crate::draft::{Draft, LetGo, without_markup};
use crate::json::{Fields, Json, Values};
use crate::prose::{fold, same_words};
use crate::reject::Left;
use crate::{Parsed, Received, Skipped, Unreadable, html};

pub(super) const READER: Reader = Reader { name: "ninjs", recognise, parse };

/// Fields that only ninjs has.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "uri", "guid", "versioncreated", "firstcreated", "contentcreated", "pubstatus", "headlines", "bodies", "located", "copyrightholder",
    "copyrightnotice", "usageterms", "ednote", "associations", "renditions", "altids", "infosource", "infosources", "profile", "mimetype",
    "representationtype", "$standard", "by", "embargoed", "uno",
];

/// Fields that hold the items of an envelope.
const ENVELOPES: &[&str] = &[
    "items",
    "_items",
    "newsitems",
    "results",
    "articles",
    "docs",
    "entries",
    "item",
    "data",
    "response",
    "ninjs",
    "hits",
    "_source",
    "documents",
    "news",
    "stories",
    // Of Kafka Connect, and of a database's changes in it.
    "payload",
    "after",
];

/// Envelopes in envelopes: no deeper than this.
const LAYERS: usize = 4;

/// For machines: renderings, which are read and compared as wholes, associations, which are looked at for themselves, values,
/// times beside that of the version, and the size and shape of files.
#[rustfmt::skip]
pub(super) const LET_GO: LetGo = LetGo {
    whole: &[
        "body_*", "body", "bodies", "headline_*", "headlines", "description_*", "descriptions", "associations", "$standard", "standard",
        "type", "mimetype", "contenttype", "representationtype", "profile", "charcount", "wordcount", "pubstatus", "pub_status",
        "version", "versioncreated", "version_created", "versioncreation", "contentcreated", "contentmodified", "firstcreated",
        "firstpublished", "published", "embargoed", "embargo", "embargoeduntil", "language", "lang", "langid", "rel", "role", "scheme",
        "schema", "creator_*", "confidence", "relevance", "sizeinbytes", "size", "width", "height", "duration", "format", "symboltype",
        "geometry_*", "geojson", "aspectratio", "bitrate", "framerate", "scantype", "transportprotocol", "videocodec", "poi", "expires",
    ],
    attributes: &[],
};

/// How much of a text is looked at to tell what it is, in bytes.
const LOOK: usize = 64 * 1024;

pub(super) fn beginning(text: &str) -> Option<Json<'_>> {
    Json::beginning(&text[..text.floor_char_boundary(LOOK)])
}

fn recognise(text: &str) -> bool {
    beginning(text).is_some_and(|json| is_item_within(json, LAYERS))
}

fn is_item_within(json: Json<'_>, layers: usize) -> bool {
    if json.is_list() {
        return layers > 0 && json.each().take(FIRST).any(|first| is_item_within(first, layers - 1));
    }
    let fields = json.fields();
    is_item(&fields)
        || layers > 0 && is_map(&fields)
        || layers > 0
            && !fields.words("version").is_some_and(|version| version.contains("jsonfeed.org"))
            && inner_of(&fields).is_some_and(|inner| is_item_within(inner, layers - 1))
}

/// One of so many in a list tells what the others are: some are null.
pub(super) const FIRST: usize = 4;

/// What an envelope holds: by the names that are known, else a list whose first is plainly an item.
fn inner_of<'a>(fields: &Fields<'a>) -> Option<Json<'a>> {
    let named = ENVELOPES
        .iter()
        .find_map(|name| fields.get(name).filter(|inner| inner.is_list() || inner.is_object()));
    named.or_else(|| {
        let mut lists = fields.iter().map(|(_, value)| value).filter(|value| value.is_list());
        lists.find(|list| {
            list.each().take(FIRST).any(|first| {
                let fields = first.fields();
                is_item(&fields) && (fields.has("uri") || fields.has("versioncreated"))
            })
        })
    })
}

/// Whether these are fields of an item: one that only ninjs has, or a body by its suffix.
fn is_item(fields: &Fields<'_>) -> bool {
    let article = fields.words("schema").is_some_and(|schema| schema.starts_with("dateline."));
    if is_envelope(fields) {
        return false;
    }
    let body = fields.iter().any(|(name, _)| is_suffixed(name, "body") || is_suffixed(name, "headline"));
    // `text` is how Dateline's own articles call their body.
    let text = fields.get("text").is_some_and(|text| text.written().starts_with('"'));
    !article && (body || !text && OWN.iter().any(|name| fields.has(name)))
}

/// Whether these are fields of an envelope that says something of all its items: `{"embargoed": …, "items": [{…}]}`.
fn is_envelope(fields: &Fields<'_>) -> bool {
    let own = ["uri", "headline", "title"].iter().any(|name| fields.has(name))
        || fields.iter().any(|(name, _)| is_suffixed(name, "body") || is_suffixed(name, "headline"));
    let lists =
        || ["items", "_items"].iter().filter_map(|name| fields.get(name)).filter(|list| list.is_list());
    !own && lists().any(|list| list.each().take(FIRST).any(|first| is_plain(&first.fields())))
}

/// Whether these are plainly fields of an item, and of no envelope.
fn is_plain(fields: &Fields<'_>) -> bool {
    let named = fields.has("uri") || fields.has("versioncreated");
    let told = fields.has("headline")
        || fields.iter().any(|(name, _)| is_suffixed(name, "body") || is_suffixed(name, "headline"));
    named && told
}

/// Whether each field is an item, under a name that is its identifier.
fn is_map(fields: &Fields<'_>) -> bool {
    let mut values = fields.iter().map(|(_, value)| value).peekable();
    values.peek().is_some() && values.take(FIRST).all(|value| value.is_object() && is_plain(&value.fields()))
}

/// `body_xhtml`, `headline_main`
fn is_suffixed(name: &str, stem: &str) -> bool {
    name.strip_prefix(stem).is_some_and(|suffix| suffix.starts_with('_'))
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    read_items(
        received,
        decoded,
        Format::Ninjs,
        &|json, layers| {
            let fields = json.fields();
            let inner = || inner_of(&fields).or_else(|| is_map(&fields).then_some(json));
            (layers > 0 && !is_item(&fields)).then(inner).flatten()
        },
        &one,
    )
}

/// What an envelope says: a field and its words.
type Said = (String, String);
/// What is done with each item, whether it stands in a list or an envelope, and what is said around it.
type Then<'o, 'a> = &'o mut dyn FnMut(Json<'a>, bool, &[Said]) -> bool;

/// How an envelope of a format is opened, and how an item of it becomes a story.
type Open<'o> = &'o dyn for<'a> Fn(Json<'a>, usize) -> Option<Json<'a>>;
type One<'o> = &'o dyn Fn(Json<'_>) -> Result<Draft, Left>;

/// Reads all items of a text, each for itself.
pub(super) fn read_items(
    received: &Received<'_>,
    decoded: &Decoded<'_>,
    format: Format,
    open: Open<'_>,
    one: One<'_>,
) -> Result<Parsed, Unreadable> {
    if Json::beginning(&decoded.text).is_none() {
        return Err(Unreadable::new("bad_json", "it does not begin as JSON does"));
    }
    let mut parsed = Parsed::default();
    let mut nth = 0;
    let mut values = Values::of(&decoded.text);
    while let Some(value) = values.next() {
        let torn = values.torn().filter(|torn| torn.is_list() || open(*torn, LAYERS).is_some());
        let json = match (&value, torn) {
            (Ok(json), _) => *json,
            (Err(_), Some(torn)) => torn,
            (Err(_), None) => {
                if super::is_full(&mut parsed) {
                    break;
                }
                parsed.rejected.extend(value.err());
                continue;
            }
        };
        let alone = json.written().len() == decoded.text.trim().len();
        let before = nth;
        let mut broken = None;
        // One whose bracket was lost ends where the next begins; the torn one reaches to where all ends.
        let mut healed = false;
        let end_of = |json: Json<'_>| json.written().as_bytes().as_ptr_range().end;
        let on = each(json, LAYERS, open, &mut Vec::new(), &mut |item, in_list, around| {
            if value.is_err() && !item.is_whole() {
                if end_of(item) == end_of(json) {
                    broken = Some(item);
                    return true;
                }
                healed = true;
            }
            nth += 1;
            if super::is_full(&mut parsed) {
                return false;
            }
            let own = if alone && !in_list { received.bytes } else { item.written().as_bytes() };
            // The bracket at its end was lost, or more than that.
            let cut = item.is_object() && !item.written().ends_with(['}', ']']);
            let article = one(item).and_then(|mut story| {
                if cut && story.body.trim().is_empty() {
                    return Err(Unreadable::new("truncated_json", "cut before its body").into());
                }
                around.iter().for_each(|(name, words)| story.heed_property(name, words));
                story.set_apart(&parsed.articles);
                story.finish(received, own, format, decoded)
            });
            match article {
                Ok(article) => parsed.articles.push(article),
                Err(Left::Skipped(skipped)) => {
                    parsed.skipped.push(Skipped { part: in_list.then(|| format!("item {nth}")), ..skipped });
                }
                Err(Left::Unreadable(no)) => {
                    let reason = format!("item {nth}: {}", no.reason);
                    let no = no.of(|| item.written().to_owned());
                    parsed.rejected.push(Unreadable { reason, ..no });
                }
            }
            true
        });
        if !on || value.is_err() && super::is_full(&mut parsed) {
            break;
        }
        let Err(no) = value else { continue };
        if healed && broken.is_none() && json.written().trim_end().ends_with([']', '}']) {
            continue;
        }
        // What stands whole before the cut was read; the rest is refused.
        let no = if nth > before {
            let part = values.resume_behind(broken).map(|lost| lost.written().to_owned());
            Unreadable { part, ..no }
        } else {
            no
        };
        parsed.rejected.push(no);
    }
    if nth == 0 && parsed.rejected.is_empty() {
        let first = Json::beginning(&decoded.text);
        if first.is_some_and(|json| json.is_object() && open(json, LAYERS).is_some()) {
            parsed.skipped.push(Skipped::new("empty_notice", "an envelope without items"));
        }
    }
    let nothing = parsed.articles.is_empty() && parsed.skipped.is_empty();
    // Lines that are no JSON at all are one message that is none.
    if nothing && (nth == 0 || parsed.rejected.len() == 1) {
        let no =
            parsed.rejected.drain(..).next().unwrap_or_else(|| Unreadable::new("bad_json", "no item in it"));
        return Err(Unreadable { part: None, ..no });
    }
    Ok(parsed)
}

/// Calls back for each item in a value; the second argument says whether it stands in a list or an envelope.
fn each<'a>(
    json: Json<'a>,
    layers: usize,
    open: Open<'_>,
    around: &mut Vec<Said>,
    then: Then<'_, 'a>,
) -> bool {
    let mut in_list = layers < LAYERS;
    for item in json.each() {
        in_list |= json.is_list();
        let on = match open(item, layers) {
            // An object of items opens into itself.
            Some(inner) if layers > 0 && inner == item => {
                let outer = around.len();
                say_of_all(item, around, 0);
                let on = inner.fields().iter().all(|(_, value)| each(value, layers - 1, open, around, then));
                around.truncate(outer);
                on
            }
            Some(inner) if layers > 0 => {
                let outer = around.len();
                say_of_all(item, around, 1);
                let on = each(inner, layers - 1, open, around, then);
                around.truncate(outer);
                on
            }
            _ if item.is_list() && layers > 0 => each(item, layers - 1, open, around, then),
            _ => then(item, in_list, around),
        };
        if !on {
            return false;
        }
    }
    true
}

/// What an envelope says of the life of all its items, also in an object of its own: `{"meta": {"action": "delete"}, "item": …}`.
fn say_of_all(envelope: Json<'_>, around: &mut Vec<Said>, layers: usize) {
    /// No envelope says more.
    const MOST: usize = 20;
    for (name, value) in envelope.fields().iter() {
        if around.len() >= MOST {
            return;
        }
        if value.is_object() && layers > 0 && !ENVELOPES.contains(&name) {
            say_of_all(value, around, layers - 1);
        } else if name == "event" {
            // `item.killed`
            around.extend(value.words().map(|words| ("action".to_owned(), words)));
        } else if crate::draft::says_of_life(name) {
            around.extend(value.words().map(|words| (name.to_owned(), words)));
        }
    }
}

/// What a type says that is no text.
pub(super) fn skip_of(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "picture" | "photo" | "image" => "picture_only",
        "graphic" => "graphic_only",
        "video" => "video_only",
        "audio" => "audio_only",
        "planning" | "event" | "coverage" => "planning",
        "package" => "package",
        "heartbeat" | "ping" | "test" => "empty_notice",
        _ => return None,
    })
}

fn one(json: Json<'_>) -> Result<Draft, Left> {
    let fields = json.fields();
    let kind = fields.words("type").map(|kind| kind.to_ascii_lowercase());
    let kind = kind.as_deref().map(|kind| kind.rsplit([':', '/']).next().unwrap_or(kind));
    if !is_item(&fields) && kind.and_then(skip_of).is_none() {
        return Err(Unreadable::new("bad_json", "no field of ninjs in it").into());
    }
    let mut story = Draft::default();
    if fields.faults > 0 {
        story.article.warn("bad_field", format!("{} places of the item are no fields", fields.faults));
        story.lose(fields.lost());
    }
    let headlines = renderings(&fields, "headline", "headlines");
    let mut bodies = renderings(&fields, "body", "bodies");
    if bodies.is_empty() {
        // Where some systems keep it.
        const ELSEWHERE: &[&str] = &["content", "paragraphs", "article", "story", "news"];
        let elsewhere = ELSEWHERE.iter().map(|name| renderings(&fields, name, ""));
        bodies = elsewhere.into_iter().find(|bodies| !bodies.is_empty()).unwrap_or_default();
    }
    if bodies.is_empty() {
        body::misnamed(&mut story, &fields, &["body_html", "body_xhtml", "body_text", "bodies"], &mut bodies);
    }
    let has_body = bodies.iter().any(|body| !body.words.trim().is_empty());
    let headline =
        chosen(&headlines).map(|nth| without_markup(&headlines[nth].words)).or_else(|| fields.words("title"));
    story.headline.clone_from(&headline);
    read_status(&mut story, &fields);
    let canceled = story.article.pub_status == Some(article::PubStatus::Canceled);
    if let Some(code) = kind.and_then(skip_of).filter(|_| !has_body && !canceled) {
        return Err(Left::Skipped(Skipped::new(
            code,
            headline.or_else(|| fields.first(&["uri", "guid"])).unwrap_or_default(),
        )));
    }
    if kind == Some("composite") && !has_body && !canceled {
        return Err(Left::Skipped(Skipped::new("package", headline.unwrap_or_default())));
    }
    read_fields(&mut story, &fields);
    read_times(&mut story, &fields);
    read_names(&mut story, &fields);
    body::take(&mut story, &bodies, false);
    read_descriptions(&mut story, &fields);
    for (what, words) in headlines.iter().flat_map(|headline| &headline.asides) {
        story.leave_out(&format!("headline {what}"), words);
    }
    for (nth, other) in headlines.iter().enumerate() {
        if Some(nth) != chosen(&headlines)
            && !story.headline.as_ref().is_some_and(|headline| same_words(headline, &other.words))
        {
            story.leave_out(&other.name, &without_markup(&other.words));
        }
    }
    story.besides_fields(&fields, &LET_GO);
    Ok(story)
}

fn read_status(story: &mut Draft, fields: &Fields<'_>) {
    // One that stands there twice counts twice: the stricter of them holds.
    for (_, value) in fields.iter().filter(|(name, _)| ["pubstatus", "pub_status"].contains(name)) {
        for status in leaves(value) {
            story.status(&status);
        }
    }
}

/// All words in a value: of an object those of its fields, but for what only names a scheme.
pub(super) fn leaves(json: Json<'_>) -> Vec<String> {
    /// No field of a status or an embargo has more of them.
    const MOST: usize = 20;
    const NAMES: &[&str] =
        &["scheme", "schema", "uri", "type", "role", "rel", "version", "creator", "timezone", "tz"];
    let mut found = Vec::new();
    for one in json.each().take(MOST) {
        if one.is_object() && one.words().is_none() {
            let fields = one.fields();
            let inner = fields.iter().filter(|(name, _)| !NAMES.contains(name)).take(MOST);
            let words: Vec<String> = inner.filter_map(|(_, value)| value.words()).collect();
            // Only an address has the code.
            found.extend(if words.is_empty() { fields.words("uri").into_iter().collect() } else { words });
        } else {
            found.extend(one.words());
        }
    }
    found
}

fn read_fields(story: &mut Draft, fields: &Fields<'_>) {
    story.identify_by(["uri", "guid", "id", "uno"].map(|name| fields.words(name)));
    story.count(fields.words("version"));
    story.urgency(fields.words("urgency"));
    story.language(fields.first(&["language", "lang"]));
    let authors = ["byline", "by", "bylines", "author", "authors", "creator"];
    let names = |field: &str| -> Vec<String> {
        let all = fields.get(field).into_iter().flat_map(Json::each);
        all.filter_map(|name| name.words().or_else(|| name.fields().first(&["byline", "name", "value"])))
            .collect()
    };
    if let Some(names) = authors.into_iter().map(names).find(|names| !names.is_empty()) {
        names.iter().for_each(|name| story.by(name));
    }
    story.slug(fields.words("slugline"));
    story.any_slug(fields.words("slug"));
    for name in ["ednote", "ed_note", "editorialnote"] {
        fields.get(name).map(leaves).unwrap_or_default().into_iter().for_each(|note| story.note(Some(note)));
    }
    for name in ["dateline", "located"] {
        let place = fields.get(name);
        if let Some(words) =
            place.and_then(|place| place.words().or_else(|| place.fields().first(&["text", "name", "city"])))
        {
            story.place(&words);
        }
    }
    read_rights(story, fields);
    if let Some(keywords) = fields.first(&["keywords", "keyword"]) {
        story.keywords(&keywords);
    } else {
        for word in fields.get("keywords").into_iter().flat_map(Json::each) {
            story.keyword(word.words().or_else(|| word.fields().first(&["name", "value"])));
        }
    }
    if let Some(associations) = fields.get("associations") {
        let mut kinds: Vec<(String, usize)> = Vec::new();
        let inner = associations.fields();
        let named = inner.iter().map(|(_, json)| json).collect::<Vec<_>>();
        let list = if associations.is_list() { associations.each().collect() } else { named };
        for association in list.iter().flat_map(|json| json.each()) {
            story.besides_association(association, &LET_GO);
            let kind = association.fields().words("type").unwrap_or_else(|| "item".to_owned());
            if let Some((_, count)) = kinds.iter_mut().find(|(known, _)| *known == kind) {
                *count += 1;
            } else if kinds.len() < 20 {
                // Types are few; what is more is not worth a list.
                kinds.push((kind, 1));
            }
        }
        if !kinds.is_empty() {
            let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
            story.leave_out("associations", &kinds.join(", "));
        }
    }
}

/// Statements of rights, in any of the fields and shapes that formats made of JSON have for them.
pub(super) fn read_rights(draft: &mut Draft, fields: &Fields<'_>) {
    const STATEMENTS: &[&str] = &[
        "copyrightnotice",
        "copyrightline",
        "copyright",
        "_copyright",
        "rights",
        "rightsline",
        "rightsinfo",
        "usageterms",
        "usage_terms",
        "license",
    ];
    /// More statements in one field are none.
    const MOST: usize = 20;
    for name in STATEMENTS {
        for statement in fields.get(name).into_iter().flat_map(Json::each).take(MOST) {
            let inner = statement.fields();
            let parts = [
                "value",
                "text",
                "name",
                "encodedrights",
                "linkedrights",
                "url",
                "usageterms",
                "copyrightnotice",
            ];
            let words =
                statement.words().into_iter().chain(parts.iter().filter_map(|part| inner.words(part)));
            words.for_each(|words| draft.rights(&words));
        }
    }
}

fn read_times(story: &mut Draft, fields: &Fields<'_>) {
    const TIMES: &[&str] = &[
        "versioncreated",
        "version_created",
        "versioncreation",
        "contentcreated",
        "firstcreated",
        "firstpublished",
        "published",
        "date",
    ];
    for (nth, name) in TIMES.iter().enumerate() {
        let Some(written) = fields.words(name) else { continue };
        if let Some(when) = story.time(name, &written) {
            story.issued = Some(when);
            if nth > 1 {
                story.article.warn("time_fallback", format!("no version time: {name} was taken"));
            }
            break;
        }
    }
    for name in ["embargoed", "embargo", "embargoeduntil"] {
        for embargo in fields.get(name).map(leaves).unwrap_or_default() {
            story.embargo_in(embargo);
        }
    }
}

/// Who made it, and what it is about.
fn read_names(story: &mut Draft, fields: &Fields<'_>) {
    const SUBJECTS: &[&str] = &[
        "subject",
        "subjects",
        "genre",
        "genres",
        "category",
        "categories",
        "anpa_category",
        "service",
        "services",
        "place",
        "places",
        "person",
        "people",
        "persons",
        "organisation",
        "organisations",
        "organization",
        "organizations",
        "event",
        "events",
        "object",
        "objects",
    ];
    for name in ["infosource", "infosources"] {
        for source in fields.get(name).into_iter().flat_map(Json::each) {
            story.makers.extend(
                source.words().or_else(|| source.fields().first(&["name", "code", "literal", "uri"])),
            );
        }
    }
    let name_of = |field: &str| {
        let maker = fields.get(field)?;
        maker.words().or_else(|| maker.fields().first(&["name", "literal", "code"]))
    };
    story.makers.extend(["provider", "source", "agency"].into_iter().filter_map(name_of));
    story.holder(name_of("copyrightholder"));
    for name in SUBJECTS {
        for subject in fields.get(name).into_iter().flat_map(Json::each) {
            story.subject(self::subject(subject));
        }
    }
}

/// A subject in any of its shapes: a word, or an object with a code under one of several names.
pub(super) fn subject(json: Json<'_>) -> Option<Subject> {
    if let Some(name) = json.words() {
        return Some(Subject { scheme: None, code: None, name: Some(name) });
    }
    let fields = json.fields();
    let scheme = fields.first(&["scheme", "schema"]);
    let code = fields.first(&["code", "qcode", "uri", "literal"]);
    // `medtop:20000271`: the alias of a scheme and its code, as NewsML-G2 writes them.
    let (scheme, code) = match (scheme, code) {
        // An address of IPTC's is a scheme and a code, too.
        (None, Some(code)) if known_code(&code).is_some() => {
            known_code(&code).map_or((None, None), |(scheme, code)| (Some(scheme), Some(code)))
        }
        (None, Some(code)) => match code.split_once(':').filter(|(alias, rest)| is_alias(alias, rest)) {
            Some((alias, rest)) => (Some(alias.to_owned()), Some(rest.to_owned())),
            None => (None, Some(code)),
        },
        (Some(scheme), code) => (Some(known_scheme(&scheme).unwrap_or(scheme)), code),
        (None, None) => (None, None),
    };
    let subject = Subject { scheme, code, name: fields.words("name") };
    (subject.code.is_some() || subject.name.is_some()).then_some(subject)
}

fn known_code(uri: &str) -> Option<(String, String)> {
    let (scheme, code) = uri.rsplit_once('/')?;
    Some((known_scheme(scheme)?, code.to_owned()))
}

fn is_alias(alias: &str, code: &str) -> bool {
    let word = alias.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    word && alias.starts_with(|c: char| c.is_ascii_lowercase())
        && !["urn", "tag", "http", "https"].contains(&alias)
        && !code.is_empty()
        && !code.contains(['/', ':', ' '])
}

/// All renderings under a name, its suffixes and its list.
fn renderings<'a>(fields: &Fields<'a>, stem: &str, list: &str) -> Vec<Rendering<'a>> {
    let mut all = Vec::new();
    for (name, json) in fields.iter() {
        let own = name == stem
            || is_suffixed(name, stem)
            || name == list
            || name.strip_prefix(stem).is_some_and(|rest| matches!(rest, "text" | "html" | "xhtml"));
        if !own {
            continue;
        }
        let role = name.strip_prefix(stem).unwrap_or("").trim_start_matches('_');
        let before = all.len();
        // `{"main": …, "short": …}`
        let by_role = (name == list || stem == "headline")
            && json.is_object()
            && json.fields().iter().next().is_some()
            && json.fields().iter().all(|(name, value)| !is_word_of(name) && is_worded(value));
        if by_role {
            json.fields().iter().for_each(|(role, value)| body::renderings(name, role, value, &mut all));
        } else if name == list && json.is_list() {
            json.each().for_each(|value| body::renderings(name, "", value, &mut all));
        } else {
            body::renderings(name, role, json, &mut all);
        }
        if name == list || by_role {
            for rendering in &mut all[before..] {
                rendering.name = format!("{name} {}", rendering.role);
            }
        }
    }
    all
}

/// The rendering that is the whole thing.
fn chosen(all: &[Rendering<'_>]) -> Option<usize> {
    let rank = |rendering: &Rendering<'_>| match rendering.role.to_ascii_lowercase().as_str() {
        "" | "s" | "main" => 0,
        "text" | "headline" => 1,
        "short" | "seo" | "mobile" | "sub" | "subheadline" | "kicker" | "extended" => 3,
        _ => 2,
    };
    (0..all.len()).min_by_key(|nth| rank(&all[*nth]))
}

fn read_descriptions(story: &mut Draft, fields: &Fields<'_>) {
    let mut descriptions = renderings(fields, "description", "descriptions");
    for name in ["summary", "teaser", "abstract", "caption"] {
        descriptions.extend(renderings(fields, name, name));
    }
    let known: HashSet<String> =
        if descriptions.is_empty() { HashSet::new() } else { all_words(&story.body).collect() };
    let mut said: Vec<String> = Vec::new();
    for description in descriptions {
        let text = fold(&html::read(&description.words).text);
        // Where there is no body, a summary stands in for it.
        if story.body.is_empty() && story.lead.is_none() && !text.is_empty() {
            story.lead = Some(text.clone());
            said.push(text);
            continue;
        }
        if said.iter().any(|known| same_words(known, &text))
            || all_words(&text).all(|word| known.contains(&word))
        {
            continue;
        }
        story.leave_out(&description.name, &text);
        said.push(text);
    }
}

pub(super) fn all_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}
