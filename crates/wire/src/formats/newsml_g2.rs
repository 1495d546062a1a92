//! NewsML-G2 2.x: `itemMeta` says what may be done with an item, `contentMeta` what it is about, `contentSet` has the
//! body, in NITF, XHTML or as text, in one or several renderings and languages.
//!
//! A `newsMessage` brings many items, and a `packageItem` may travel with its members: each news item is an article,
//! two if its body is there in two languages. Pictures and films, plans, packages and lists of codes are skipped.
//! An item that is not well-formed does not spoil those after it.

use std::collections::{HashMap, HashSet};

use article::{Subject, Warning, When};

use super::items::{Found, Items, Message, Vocabulary};
use super::payload::{self, Payload, child_nearly};
use super::{Format, Reader};
use crate::charset::Decoded;
use crate::draft::{Draft, LetGo};
use crate::head::of_code;
use crate::xml::{self, Branch, Tree};
use crate::{Parsed, Received, Unreadable};

pub(super) const READER: Reader = Reader { name: "newsml-g2", recognise, parse };

/// The items of the standard, and what one of its kind is skipped as; news items are read.
const ITEMS: &[(&str, Option<&str>)] = &[
    ("newsItem", None),
    ("packageItem", Some("package")),
    ("planningItem", Some("planning")),
    ("conceptItem", Some("vocabulary")),
    ("knowledgeItem", Some("vocabulary")),
    ("catalogItem", Some("vocabulary")),
];

/// Classes of items that are no text, by the last part of their code.
const CLASSES: &[(&str, &str)] = &[
    ("picture", "picture_only"),
    ("photo", "picture_only"),
    ("graphic", "graphic_only"),
    ("animation", "graphic_only"),
    ("video", "video_only"),
    ("audio", "audio_only"),
];

fn recognise(text: &str) -> bool {
    xml::root(text).is_some_and(|root| root.eq_ignore_ascii_case("newsMessage") || is_item(root))
}

fn is_item(name: &str) -> bool {
    ITEMS.iter().any(|(item, _)| item.eq_ignore_ascii_case(name))
}

/// The body is read by its looks, and its mark-up is none of the file's.
fn is_payload(name: &str) -> bool {
    name.eq_ignore_ascii_case("inlineXML") || name.eq_ignore_ascii_case("inlineData")
}

pub(super) const VOCABULARY: Vocabulary = Vocabulary {
    what: "an item of NewsML-G2",
    is_root: |name| name.eq_ignore_ascii_case("newsMessage") || is_item(name),
    is_item,
    is_aside: |name| name.eq_ignore_ascii_case("header"),
    is_payload,
};

/// For machines: what is read as a value, times beside that of the version, and the standard's own ways.
#[rustfmt::skip]
const LET_GO: LetGo = LetGo {
    whole: &[
        "catalog", "catalogRef", "inlineXML", "inlineData", "itemClass", "versionCreated", "firstCreated", "contentCreated",
        "contentModified", "pubStatus", "embargoed", "generator", "hash", "Signature", "metadataCreator",
        "transmitId", "timestamp", "sent", "newsItem",
    ],
    attributes: &[
        "id", "guid", "version", "standard", "standardversion", "conformance", "schemaLocation", "lang", "dir", "creator",
        "creatoruri", "modified", "custom", "how", "howuri", "why", "whyuri", "pubconstraint", "pubconstrainturi", "validfrom",
        "validto", "contenttype", "contenttypevariant", "format", "formaturi", "rendition", "renditionuri", "size", "sizeunit",
        "width", "widthunit", "height", "heightunit", "orientation", "layoutorientation", "layoutorientationuri", "colourspace",
        "colourspaceuri", "colourindicator", "colourdepth", "resolution", "rank", "relevance", "confidence", "derivedfrom",
        "derivedfromuri", "type", "typeuri", "rel", "reluri", "seq", "timestamp", "separator", "significance", "versioninfo",
        "symbolsrc", "marketlabelsrc", "encoding", "action target", "headline role", "description role", "name role",
        "definition role", "note role", "slugline role", "by role", "dateline role", "creditline role",
    ],
};

/// What the header of a message says of all its items.
#[derive(Default)]
struct Header {
    besides: Vec<(String, String)>,
    sent: Option<When>,
    sender: Option<String>,
    /// What packages say of the life of their members.
    packages: Vec<Package>,
}

/// A package that came before: to what it refers, and what it says of that.
struct Package {
    members: HashSet<String>,
    embargo: Option<String>,
    status: Option<String>,
}

impl Package {
    /// None if it says nothing: hardly any does.
    fn of(item: Branch<'_, '_>) -> Option<Self> {
        let meta = item.child("itemMeta")?;
        let embargo = meta.child("embargoed").and_then(Branch::said);
        let status = meta.child("pubStatus").map(status_of);
        let refers = item.descendants().filter(|branch| branch.is("itemRef"));
        let members =
            refers.filter_map(|item| item.attribute("residref").or_else(|| item.attribute("href"))).collect();
        (embargo.is_some() || status.is_some()).then_some(Self { members, embargo, status })
    }
}

/// No message has more packages that say something of their members.
const PACKAGES: usize = 100;

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let mut message = Message::new(received, decoded, Format::NewsmlG2);
    let mut header = Header::default();
    let mut items = Items::of(&decoded.text, VOCABULARY);
    for found in items.by_ref() {
        match found {
            Found::Aside(tree) => header = Header::of(&tree),
            _ if super::is_full(&mut message.parsed) => break,
            Found::Item { tree, own, warnings } => {
                if tree.root().is("packageItem") && header.packages.len() < PACKAGES {
                    header.packages.extend(Package::of(tree.root()));
                }
                header.item(&mut message, tree.root(), own, &warnings);
            }
            Found::Damaged(no) => message.parsed.rejected.push(no),
        }
    }
    if message.parsed.is_empty() && recognise(&decoded.text) {
        message.without_items(&items, "empty_notice", "a news message without an item");
    }
    message.finish()
}

impl Header {
    fn of(tree: &Tree<'_>) -> Self {
        let header = tree.root();
        let sent = header.child("sent").and_then(Branch::said);
        let holds = |child: Branch<'_, '_>| child.is("embargoed") || child.is("pubStatus");
        let besides = header
            .children()
            .filter(|child| (!LET_GO.lets_whole(child.name()) || holds(*child)) && !child.is("sender"));
        let besides = besides.filter_map(|child| {
            let words =
                child.said().or_else(|| child.attribute("qcode")).or_else(|| child.attribute("uri"))?;
            Some((format!("header {}", child.name()), words))
        });
        Self {
            besides: besides.take(20).collect(),
            sent: sent.and_then(|sent| crate::when::read(&sent).when()),
            sender: header.child("sender").and_then(Branch::said),
            packages: Vec::new(),
        }
    }

    fn item(&self, message: &mut Message<'_>, item: Branch<'_, '_>, own: &str, warnings: &[Warning]) {
        let kind = ITEMS.iter().find(|(name, _)| item.is(name)).and_then(|(_, skip)| *skip);
        if let Some(code) = kind {
            let guid = item.attribute("guid");
            let metas = || item.children().filter(|child| !child.is("newsItem") && !child.is("itemSet"));
            let title = ["headline", "title", "name"].into_iter().find_map(|name| {
                metas().find_map(|meta| if meta.is(name) { Some(meta) } else { meta.find(name) })?.said()
            });
            let what = title.or_else(|| guid.clone()).unwrap_or_else(|| item.name().to_owned());
            message.skip(code, what, guid, own);
            // Some put the members of a package into it.
            let members = item.descendants().filter(|branch| branch.is("newsItem"));
            for member in members.filter(|_| code == "package") {
                if super::is_full(&mut message.parsed) {
                    return;
                }
                self.item(message, member, member.outer(), warnings);
            }
            return;
        }
        if super::rcv1::is_one(item) {
            let mut draft = Draft::default();
            draft.article.warnings = warnings.to_vec();
            super::rcv1::read(item, &mut draft);
            return message.put(draft, own);
        }
        let payloads = payloads(item);
        let is_story = || payloads.iter().any(Payload::is_story);
        if let Some(code) = class_of(item).filter(|code| !code.ends_with("_only") || !is_story()) {
            let draft = self.draft(item, None, warnings);
            let id = draft.article.id;
            let what = draft.headline.or(draft.lead).unwrap_or_else(|| id.clone());
            return message.skip(code, what, Some(id), own);
        }
        let chosen = payload::choose(&payloads);
        if chosen.is_empty() {
            return message.put(self.draft(item, None, warnings), own);
        }
        let taken: usize = chosen.iter().map(|(_, others)| others.len() + 1).sum();
        let whole = || payloads.iter().filter(|payload| !payload.is_empty()).count();
        let unread = if payloads.len() > payload::LANGUAGES { whole() - taken } else { 0 };
        for (nth, (one, others)) in chosen.iter().enumerate() {
            let payload = &payloads[*one];
            let mut draft = self.draft(item, payload.language.as_deref(), warnings);
            payload::read(payload, &mut draft);
            for other in others {
                payload::leave_out(&payloads[*other], &mut draft);
            }
            if unread > 0 {
                draft.warn("list_cut", format!("{unread} of {} renderings of the body", payloads.len()));
            }
            if nth > 0 {
                // Two languages of one item are two stories, and may not replace each other.
                draft.extend_id(payload.language.as_deref().unwrap_or("2"));
            }
            let nameless = draft.article.id.is_empty() && chosen.len() > 1;
            message.put(draft, if nameless { payload.inner } else { own });
        }
    }

    /// What the metadata of an item say. `tongue` is the language of the body, where that is known.
    fn draft(&self, item: Branch<'_, '_>, tongue: Option<&str>, warnings: &[Warning]) -> Draft {
        let mut draft = Draft::default();
        draft.article.warnings = warnings.to_vec();
        draft.identify(item.attribute("guid"));
        draft.count(item.attribute("version"));
        // From when on the item may be taken for what it is.
        item.attribute("validfrom").iter().for_each(|from| draft.release_in(from));
        let codes = Codes::of(item);
        if let Some(meta) = child_nearly(item, "itemMeta") {
            read_item_meta(meta, &mut draft);
        }
        let of_body = tongue.map(primary);
        let of_rendering =
            tongue.filter(|tag| crate::draft::is_language(&tag.replace('_', "-"))).map(str::to_owned);
        let tongue = tongue.map(str::to_owned).or_else(|| item.attribute("lang"));
        if let Some(meta) = item.child("contentMeta") {
            // The body's own language, in the fuller words of the metadata: `pt-BR` beside `pt`.
            let tags = || meta.all("language").filter_map(|language| language.attribute("tag"));
            let of_item = item.attribute("lang").map(|tag| primary(&tag));
            // Of several the item's own, where the body does not say which is its.
            let of_item = of_item.filter(|own| tags().any(|tag| primary(&tag) == *own));
            let wanted = of_body.or(of_item);
            for tag in tags().filter(|tag| wanted.as_ref().is_none_or(|wanted| primary(tag) == *wanted)) {
                draft.language(Some(tag));
            }
            read_content_meta(meta, &codes, tongue.as_deref(), &mut draft);
        }
        for meta in item.children().filter(|child| child.is("itemMeta") || child.is("contentMeta")) {
            read_extensions(meta, &mut draft);
        }
        read_rights(item, &mut draft);
        read_hops(item, &mut draft);
        // That of the rendering counts before that of the item.
        draft.language(of_rendering);
        draft.language(item.attribute("lang").filter(|_| draft.article.language.is_none()));
        if draft.media.is_none() && item.find("remoteContent").is_some() {
            draft.media = remote_kind(item);
        }
        draft.besides_children(item, &[], &LET_GO);
        for id in item
            .descendants()
            .filter(|branch| branch.is("altId"))
            .filter_map(|id| id.attribute("id"))
            .take(20)
        {
            draft.besides("altId", &id);
        }
        for (name, words) in &self.besides {
            draft.besides(name, words);
        }
        let id = draft.article.id.clone();
        for package in self.packages.iter().filter(|package| package.members.contains(&id)) {
            for (name, words) in [("embargoed", &package.embargo), ("status", &package.status)] {
                words.iter().for_each(|words| draft.heed_property(name, words));
            }
        }
        if let Some(sender) = &self.sender {
            draft.besides("header sender", sender);
        }
        draft.makers.extend(self.sender.clone());
        draft.other_times.extend(self.sent.map(|sent| ("sent", sent)));
        draft
    }
}

/// The renderings of an item's body.
fn payloads<'a>(item: Branch<'_, 'a>) -> Vec<Payload<'a>> {
    let inline = item.descendants().filter(|branch| is_payload(branch.name()));
    let payload = |branch: Branch<'_, 'a>| Payload {
        inner: branch.inner(),
        kind: branch.attribute("contenttype").unwrap_or_default(),
        rendition: ["rendition", "renditionuri", "role"]
            .into_iter()
            .find_map(|name| branch.attribute(name))
            .unwrap_or_default(),
        language: branch
            .attribute("lang")
            .or_else(|| own_language(branch.inner()))
            .or_else(|| item.child("contentSet").and_then(|set| set.attribute("lang"))),
        decoded: payload::decoded(branch.inner(), branch.attribute("encoding")),
    };
    let mut payloads: Vec<Payload<'a>> = inline.map(payload).collect();
    // What stands where the body should is one, whatever its name became.
    if payloads.is_empty()
        && let Some(set) = item.child("contentSet")
    {
        let others = set.children().filter(|child| !child.is("remoteContent") && child.said().is_some());
        payloads.extend(others.map(payload));
    }
    // Beside one that says it is in another language, one that says nothing is in that of the contents, or of the item.
    let own = content_language(item).filter(|own| {
        let other = |tag: &String| primary(tag) != primary(own);
        payloads.iter().filter_map(|payload| payload.language.as_ref()).any(other)
    });
    for payload in payloads.iter_mut().filter(|payload| payload.language.is_none()) {
        payload.language.clone_from(&own);
    }
    payloads
}

/// The language of an item's contents: the `language/@tag` that is the item's own, or the only one; else what the item says, which is
/// often that of its metadata. Several of which none is the item's tell nothing.
fn content_language(item: Branch<'_, '_>) -> Option<String> {
    let own = item.attribute("lang");
    let tags: Vec<String> = item
        .child("contentMeta")
        .into_iter()
        .flat_map(|meta| meta.all("language").collect::<Vec<_>>())
        .filter_map(|language| language.attribute("tag"))
        .collect();
    match &tags[..] {
        [] => own,
        [tag] => Some(tag.clone()),
        _ => own.filter(|own| tags.iter().any(|tag| primary(tag) == primary(own))),
    }
}

/// `<html xml:lang="fr">`: the language that a body's first element names.
fn own_language(inner: &str) -> Option<String> {
    let start = inner.trim_start().strip_prefix('<')?;
    let tag = start.split('>').next()?;
    let value = tag.split_once("lang=")?.1;
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let tag = value[1..].split(quote).next()?;
    crate::draft::is_language(tag).then(|| tag.to_owned())
}

/// What files that are only referred to are, if they are no text.
fn remote_kind(item: Branch<'_, '_>) -> Option<&'static str> {
    let kinds: Vec<String> = item
        .descendants()
        .filter(|branch| branch.is("remoteContent"))
        .filter_map(|branch| branch.attribute("contenttype").or_else(|| branch.attribute("href")))
        .collect();
    let any = |signs: &[&str]| kinds.iter().any(|kind| signs.iter().any(|sign| kind.contains(sign)));
    if kinds.iter().all(|kind| kind.starts_with("text/")) && !kinds.is_empty() {
        return None;
    }
    Some(if any(&["video/", ".mp4", ".mov"]) {
        "video_only"
    } else if any(&["audio/", ".mp3", ".wav"]) {
        "audio_only"
    } else if any(&["image/", ".jpg", ".jpeg", ".png"]) {
        "picture_only"
    } else {
        "media_only"
    })
}

/// What an item is by its class, if that is no text. A text with pictures is a text, and so is one of no class.
fn class_of(item: Branch<'_, '_>) -> Option<&'static str> {
    let class = code_of(item.child("itemMeta")?.child("itemClass")?)?.to_ascii_lowercase();
    CLASSES.iter().find(|(name, _)| class.ends_with(name)).map(|(_, code)| *code)
}

fn read_item_meta(meta: Branch<'_, '_>, draft: &mut Draft) {
    let mut target = None;
    let mut signals = Vec::new();
    for child in meta.children() {
        match child.name().to_ascii_lowercase().as_str() {
            "provider" => {
                draft.makers.extend(child.child("name").and_then(Branch::said));
                draft.makers.extend(party(child));
            }
            "versioncreated" => draft.issued = time(draft, child),
            "firstcreated" => {
                let time = time(draft, child);
                draft.other_times.extend(time.map(|time| ("firstCreated", time)));
            }
            "embargoed" => draft.embargo = child.said(),
            "pubstatus" => draft.status(&status_of(child)),
            "role" | "profile" => {
                let code = code_of(child).or_else(|| child.said());
                code.iter().for_each(|code| draft.heed_kill(code));
            }
            "ednote" => draft.note(child.said()),
            "signal" => signals.push(child),
            "link" => {
                let rel = child.attribute("rel").unwrap_or_default().to_ascii_lowercase();
                let aims =
                    ["replac", "correct", "cancel", "kill", "previous"].iter().any(|word| rel.contains(word));
                let to = ["residref", "guidref", "href"].into_iter().find_map(|name| child.attribute(name));
                target = target.or(to.filter(|_| aims));
            }
            "title" => {
                if let Some(title) = child.said() {
                    draft.head_with_field("title", title);
                }
            }
            _ => {}
        }
    }
    for signal in signals {
        let Some(code) = code_of(signal).or_else(|| signal.said()) else { continue };
        match of_code(&code) {
            Some(kind) => draft.signal(kind, Some(code), target.clone()),
            None if ["atomic", "complete", "final"].contains(&code.as_str()) => {}
            None => draft.warn("unknown_signal", code),
        }
    }
}

/// A status, wherever in its element it stands.
fn status_of(status: Branch<'_, '_>) -> String {
    let code = code_of(status).or_else(|| status.said());
    code.or_else(|| status.attributes().into_iter().next().map(|(_, value)| value)).unwrap_or_default()
}

/// Properties that an agency adds, each a pair of what it is and what it says: `rel="x:embargo" value="…"`.
fn read_extensions(meta: Branch<'_, '_>, draft: &mut Draft) {
    for property in meta.children().filter(|child| child.name().to_ascii_lowercase().ends_with("extproperty"))
    {
        let is = ["type", "rel", "role", "typeuri", "reluri"]
            .into_iter()
            .filter_map(|name| property.attribute(name));
        let says =
            ["value", "literal", "qcode", "valueuri"].into_iter().find_map(|name| property.attribute(name));
        let Some(says) = says.or_else(|| property.said()) else { continue };
        is.for_each(|is| draft.heed_property(is.rsplit([':', '/', '#']).next().unwrap_or(""), &says));
    }
}

fn read_content_meta(meta: Branch<'_, '_>, codes: &Codes, tongue: Option<&str>, draft: &mut Draft) {
    let title = draft.headline.take();
    let mut creators = Vec::new();
    let headline_fits = language_test(meta.all("headline"), tongue);
    let byline_fits = language_test(meta.all("by"), tongue);
    for child in meta.children() {
        match child.name().to_ascii_lowercase().as_str() {
            "urgency" => draft.urgency(child.said()),
            // Where the standard has none of these.
            "embargoed" => child.said().into_iter().for_each(|said| draft.embargo_in(said)),
            "ednote" => draft.note(child.said()),
            "pubstatus" => draft.status(&status_of(child)),
            "contentcreated" | "contentmodified" => {
                let name = if child.is("contentCreated") { "contentCreated" } else { "contentModified" };
                let time = time(draft, child);
                draft.other_times.extend(time.map(|time| (name, time)));
            }
            "slugline" if draft.article.slugline.is_none() => {
                // `URGENT` says how urgent it is, and not what it is about.
                let slug = child.said().filter(|slug| !["URGENT", "FLASH", "ALERT"].contains(&slug.as_str()));
                draft.slug(slug);
            }
            "slugline" => draft.second_slug(child.said()),
            "headline" => {
                let Some(words) = child.said() else { continue };
                let role = child.attribute("role").unwrap_or_default().to_ascii_lowercase();
                let second =
                    ["sub", "over", "kicker", "short", "seo", "alt"].iter().any(|part| role.contains(part));
                if second {
                    draft.leave_out(&format!("headline {role}"), &words);
                } else if headline_fits(child) {
                    draft.head_with(words);
                } else if tongue.is_none() {
                    draft.leave_out("headline", &words);
                }
            }
            "by" if byline_fits(child) => draft.by(&child.words()),
            "creator" => {
                creators.extend(child.child("name").and_then(Branch::said).or_else(|| code_of(child)));
            }
            "located" if draft.located.is_empty() => {
                draft.located.extend(child.child("name").and_then(Branch::said));
            }
            "dateline" => draft.dateline = draft.dateline.take().or(child.said()),
            "creditline" => draft.makers.extend(child.said()),
            "keyword" => draft.keyword(child.said()),
            "subject" | "genre" => {
                if child.is("genre") {
                    code_of(child).iter().for_each(|code| draft.heed_kill(code));
                }
                draft.subject(codes.subject(child, tongue));
            }
            "description" => {
                let role = child.attribute("role").unwrap_or_default().to_ascii_lowercase();
                let Some(words) = child.said() else { continue };
                let fits = child
                    .attribute("lang")
                    .is_none_or(|lang| tongue.is_none_or(|tongue| primary(&lang) == primary(tongue)));
                if role.contains("instruction") {
                    draft.note(Some(words));
                } else if role.contains("caption") || draft.lead.is_some() || !fits {
                    draft.leave_out("description", &words);
                } else {
                    draft.lead = Some(crate::draft::plain(words));
                }
            }
            _ => {}
        }
    }
    if let Some(title) = title {
        draft.head_with_field("title", title);
    }
    // Who made the content: its author, if that is a person's name and the copy names none.
    let mut person = None;
    for name in creators {
        let a_name = name.contains(' ') && name.split_whitespace().count() <= 5;
        if crate::head::known_provider(&name).is_some() {
            draft.makers.push(name);
        } else if a_name && person.is_none() && draft.article.byline.is_none() {
            person = Some(name);
        } else {
            draft.leave_out("creator", &name);
        }
    }
    draft.by(&person.unwrap_or_default());
    // The latest of the times that stand in for the version's own is the likeliest.
    draft.other_times.sort_by_key(|(name, _)| {
        ["contentModified", "contentCreated", "firstCreated", "sent"].iter().position(|known| known == name)
    });
}

/// Which of several elements are in a language: all of them, if none says so.
fn language_test<'t, 'a: 't>(
    mut all: impl Iterator<Item = Branch<'t, 'a>>,
    tongue: Option<&str>,
) -> impl Fn(Branch<'_, '_>) -> bool {
    let matches = |branch: Branch<'_, '_>, tongue: &str| {
        branch.attribute("lang").is_some_and(|lang| primary(&lang) == tongue)
    };
    let tongue = tongue.map(primary).filter(|tongue| all.any(|branch| matches(branch, tongue)));
    move |branch| tongue.as_ref().is_none_or(|tongue| matches(branch, tongue))
}

fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase()
}

fn time(draft: &mut Draft, field: Branch<'_, '_>) -> Option<When> {
    let written = field.words();
    draft.time(field.name(), &written)
}

/// From when on a policy in ODRL permits the use of an item: `<constraint name="dateTime" operator="gteq" rightOperand="…"/>`.
fn permitted_from(info: Branch<'_, '_>) -> Option<String> {
    let of =
        |constraint: Branch<'_, '_>, names: &[&str]| names.iter().find_map(|name| constraint.attribute(name));
    info.descendants().filter(|branch| branch.is("constraint")).find_map(|constraint| {
        let is = of(constraint, &["name", "leftOperand"])?.to_ascii_lowercase();
        let how = of(constraint, &["operator"])?.to_ascii_lowercase();
        let bound = is.ends_with("datetime") && ["gt", "gteq"].iter().any(|gt| how.ends_with(gt));
        of(constraint, &["rightOperand"]).filter(|_| bound)
    })
}

fn read_rights(item: Branch<'_, '_>, draft: &mut Draft) {
    for info in item.all("rightsInfo") {
        info.attribute("validfrom").iter().for_each(|from| draft.release_in(from));
        permitted_from(info).iter().for_each(|from| draft.release_in(from));
        for child in info.children() {
            match child.name().to_ascii_lowercase().as_str() {
                "copyrightholder" => {
                    draft.holder(child.child("name").and_then(Branch::said).or_else(|| party(child)));
                }
                "copyrightnotice" | "usageterms" | "rightsexpressiondata" | "rightsexpressionxml" => {
                    draft.rights(&child.words());
                }
                _ => {}
            }
        }
    }
}

/// Who had the story before.
fn read_hops(item: Branch<'_, '_>, draft: &mut Draft) {
    let Some(history) = item.child("hopHistory") else { return };
    let parties: Vec<String> = history
        .all("hop")
        .filter_map(|hop| {
            let party = hop.child("party")?;
            party.child("name").and_then(Branch::said).or_else(|| code_of(party))
        })
        .collect();
    if parties.len() > 1 {
        draft.article.warn("relayed", parties.join(", "));
    }
}

/// Who a party is, from its code or address: `nprov:REUTERS` → `REUTERS`, `http://www.afp.example/` → `afp`.
fn party(branch: Branch<'_, '_>) -> Option<String> {
    code_of(branch).filter(|code| !code.contains('/')).or_else(|| {
        let uri = branch.attribute("uri")?;
        let host = uri.split("://").nth(1)?.split('/').next()?;
        let host = host.strip_prefix("www.").unwrap_or(host);
        Some(host.split('.').next()?.to_owned())
    })
}

/// The last part of a code, as a code with its alias, as an address, or as it stands.
fn code_of(branch: Branch<'_, '_>) -> Option<String> {
    if let Some(code) = branch.attribute("qcode") {
        return Some(code.split_once(':').map_or(code.as_str(), |(_, code)| code).to_owned());
    }
    if let Some(uri) = branch.attribute("uri") {
        let code = uri.trim_end_matches('/').rsplit(['/', '#', ':']).next()?;
        // An address of somebody's, and not of a code.
        let host = uri.split("://").nth(1).is_some_and(|rest| !rest.trim_end_matches('/').contains('/'));
        return (!host).then(|| code.to_owned());
    }
    branch.attribute("literal").or_else(|| branch.attribute("code"))
}

/// Addresses of IPTC's schemes and the aliases under which all agencies know them.
const SCHEMES: &[(&str, &str)] = &[
    ("cv.iptc.org/newscodes/mediatopic/", "medtop"),
    ("cv.iptc.org/newscodes/subjectcode/", "subj"),
    ("cv.iptc.org/newscodes/genre/", "genre"),
    ("cv.iptc.org/newscodes/cpnature/", "cpnat"),
    ("cvx.iptc.org/iso3166-1a2/", "iso3166-1a2"),
    ("cvx.iptc.org/iso3166-1a3/", "iso3166-1a3"),
];

/// The aliases that a file declares itself, and the names of what it refers to.
#[derive(Default)]
struct Codes {
    schemes: HashMap<String, String>,
    names: HashMap<String, String>,
}

impl Codes {
    fn of(item: Branch<'_, '_>) -> Self {
        let mut codes = Self::default();
        for scheme in item.all("catalog").flat_map(|catalog| catalog.all("scheme").collect::<Vec<_>>()) {
            codes.schemes.extend(scheme.attribute("alias").zip(scheme.attribute("uri")));
        }
        for assert in item.all("assert") {
            let key = ["qcode", "uri", "literal"].into_iter().find_map(|name| assert.attribute(name));
            codes.names.extend(key.zip(assert.child("name").and_then(Branch::said)));
        }
        codes
    }

    fn subject(&self, branch: Branch<'_, '_>, tongue: Option<&str>) -> Option<Subject> {
        let fits = language_test(branch.all("name"), tongue);
        let mut name = branch.all("name").find(|name| fits(*name)).and_then(Branch::said);
        let key = ["qcode", "uri", "literal"].into_iter().find_map(|name| branch.attribute(name));
        name = name.or_else(|| {
            let key = key.as_ref()?;
            self.names.get(key).cloned()
        });
        let (scheme, code) = if let Some(qcode) = branch.attribute("qcode") {
            match qcode.split_once(':') {
                Some((alias, code)) => (Some(self.scheme(alias)), Some(code.to_owned())),
                None => (None, Some(qcode)),
            }
        } else if let Some(uri) = branch.attribute("uri") {
            let at = uri.trim_end_matches('/').rfind(['/', '#']).map_or(0, |at| at + 1);
            let (scheme, code) = uri.trim_end_matches('/').split_at(at);
            (Some(known_scheme(scheme).unwrap_or_else(|| scheme.to_owned())), Some(code.to_owned()))
        } else {
            (None, branch.attribute("literal"))
        };
        let scheme = scheme.filter(|scheme| !scheme.is_empty());
        (code.is_some() || name.is_some()).then_some(Subject { scheme, code, name })
    }

    /// An alias as everybody knows it: what the file means by it may be something else.
    fn scheme(&self, alias: &str) -> String {
        let declared = self.schemes.get(alias);
        declared.map_or_else(|| alias.to_owned(), |uri| known_scheme(uri).unwrap_or_else(|| uri.clone()))
    }
}

pub(super) fn known_scheme(uri: &str) -> Option<String> {
    let bare = uri.split("://").nth(1)?;
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let known =
        SCHEMES.iter().find(|(address, _)| bare.trim_end_matches('/') == address.trim_end_matches('/'));
    known.map(|(_, alias)| (*alias).to_owned())
}
