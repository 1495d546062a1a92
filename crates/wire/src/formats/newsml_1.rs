//! NewsML 1.x: a `NewsItem` names and manages, its `NewsComponent`s nest as deep as the agency likes, and somewhere in
//! them a `ContentItem` has the text, as NITF, XHTML or plain lines.
//!
//! A field that a component leaves out is that of the component around it. Components with a headline of their own are
//! articles of their own, as are translations; pictures beside a text are none, and pictures alone are skipped.

use std::collections::{HashMap, HashSet};

use article::{PubStatus, Subject, Warning, When};

use super::items::{Found, Items, Message, Vocabulary};
use super::ninjs::all_words;
use super::payload::{self, Payload, child_nearly};
use super::{Format, Reader};
use crate::charset::Decoded;
use crate::draft::{Draft, LetGo};
use crate::head::of_code;
use crate::xml::{self, Branch, Tree};
use crate::{Parsed, Received, Unreadable};

pub(super) const READER: Reader = Reader { name: "newsml-1", recognise, parse };

/// `NewsML`; or an item alone, which NewsML-G2 writes with a small letter and without this element.
fn recognise(text: &str) -> bool {
    /// In the head of an item, in bytes.
    const NEAR: usize = 4096;
    xml::root(text).is_some_and(|root| {
        let near = &text.as_bytes()[..text.len().min(NEAR)];
        root.eq_ignore_ascii_case("NewsML")
            || root.eq_ignore_ascii_case("NewsItem")
                && memchr::memmem::find(near, b"<Identification").is_some()
    })
}

pub(super) const VOCABULARY: Vocabulary = Vocabulary {
    what: "NewsML",
    is_root: |name| name.eq_ignore_ascii_case("NewsML") || name.eq_ignore_ascii_case("NewsItem"),
    is_item: |name| name.eq_ignore_ascii_case("NewsItem"),
    is_aside: |name| ["NewsEnvelope", "TopicSet"].iter().any(|aside| name.eq_ignore_ascii_case(aside)),
    is_payload: |name| name.eq_ignore_ascii_case("DataContent"),
};

/// For machines: what is read as a value, other components and items, and the standard's own ways.
#[rustfmt::skip]
const LET_GO: LetGo = LetGo {
    whole: &[
        "Catalog", "NewsIdentifier", "NewsItem", "NewsItemRef", "NewsComponent", "DataContent", "MediaType", "MimeType", "Format",
        "Notation", "Characteristics", "NewsItemType", "FirstCreated", "ThisRevisionCreated", "Status", "StatusWillChange",
        "BasisForChoice", "MetadataType", "TransmissionId", "DateAndTime", "Encoding",
    ],
    attributes: &[
        "Duid", "Euid", "lang", "Scheme", "Vocabulary", "Essential", "EquivalentsList", "AssignedBy", "Importance", "Confidence",
        "HowPresent", "DateAndTime", "Details", "Variant", "Topic",
    ],
};

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let mut message = Message::new(received, decoded, Format::Newsml1);
    let mut file = File::default();
    let mut items = Items::of(&decoded.text, VOCABULARY);
    for found in items.by_ref() {
        match found {
            Found::Aside(tree) => file.aside(&tree),
            _ if super::is_full(&mut message.parsed) => break,
            Found::Item { tree, own, warnings } => file.item(&mut message, tree.root(), own, &warnings),
            Found::Damaged(no) => message.parsed.rejected.push(no),
        }
    }
    if message.parsed.is_empty() && recognise(&decoded.text) {
        let code = if file.topics.by_duid.is_empty() { "empty_notice" } else { "vocabulary" };
        message.without_items(&items, code, "NewsML without a news item");
    }
    message.finish()
}

/// What stands outside the items and is meant for all of them.
#[derive(Default)]
struct File {
    sent: Option<When>,
    sender: Option<String>,
    /// What the envelope says besides: its service, product, priority.
    besides: Vec<(String, String)>,
    topics: Topics,
}

/// What topic sets say of codes, and of what elements refer to.
#[derive(Default)]
struct Topics {
    by_duid: HashMap<String, Subject>,
    names: HashMap<String, String>,
}

impl Topics {
    fn add(&mut self, set: Branch<'_, '_>) {
        for topic in set.all("Topic") {
            let formal = topic.child("FormalName");
            let scheme = formal
                .and_then(|formal| formal.attribute("Scheme"))
                .or_else(|| topic.child("TopicType")?.attribute("FormalName"));
            let name = topic.child("Description").and_then(Branch::said);
            let code = formal.and_then(Branch::said);
            self.names.extend(code.clone().zip(name.clone()));
            let subject = Subject { scheme, code, name };
            self.by_duid.extend(topic.attribute("Duid").map(|duid| (duid, subject)));
        }
    }
}

/// The topics of an item, then those of its file.
#[derive(Clone, Copy)]
struct Known<'k>(&'k Topics, &'k Topics);

impl Known<'_> {
    fn called(self, duid: &str) -> Option<Subject> {
        self.0.by_duid.get(duid).or_else(|| self.1.by_duid.get(duid)).cloned()
    }

    fn name_of(self, code: &str) -> Option<String> {
        self.0.names.get(code).or_else(|| self.1.names.get(code)).cloned()
    }
}

/// A text in an item: its renderings, and the components around each, the outermost first.
struct Text<'t, 'a> {
    payloads: Vec<Payload<'a>>,
    paths: Vec<Vec<Branch<'t, 'a>>>,
}

/// No item has more texts, each rendering counted.
const TEXTS: usize = 200;

/// Roles of components that are not the story, or what shows it.
const ASIDES: &[&str] = &[
    "caption", "teaser", "summary", "abstract", "factbox", "sidebar", "shotlist", "note", "photo", "picture",
    "image", "graphic", "video", "audio",
];

impl File {
    fn aside(&mut self, tree: &Tree<'_>) {
        let aside = tree.root();
        if aside.is("TopicSet") {
            return self.topics.add(aside);
        }
        let sent = aside.child("DateAndTime").and_then(Branch::said);
        self.sent = sent.and_then(|sent| crate::when::read(&sent).when());
        self.sender = aside.child("SentFrom").and_then(party);
        for child in aside.children().filter(|child| !LET_GO.lets_whole(child.name())).take(20) {
            let words = child.said().or_else(|| child.attribute("FormalName")).or_else(|| party(child));
            self.besides.extend(words.map(|words| (format!("envelope {}", child.name()), words)));
        }
    }

    /// An item, and those that are nested in it.
    fn item(&self, message: &mut Message<'_>, item: Branch<'_, '_>, own: &str, warnings: &[Warning]) {
        let mut found = Content::default();
        found.walk(item, &mut vec![item], false);
        let mut own_topics = Topics::default();
        item.all("TopicSet").for_each(|set| own_topics.add(set));
        let components = item.all("NewsComponent").filter_map(|component| component.child("TopicSet"));
        components.for_each(|set| own_topics.add(set));
        let known = Known(&own_topics, &self.topics);
        let (mut asides, mut texts): (Vec<_>, Vec<_>) = found.texts.into_iter().partition(Text::is_aside);
        if texts.is_empty() && found.media.is_none() {
            // A summary of which there is no more.
            texts.append(&mut asides);
        }
        let shared = texts.first().map(|text| text.paths[0].clone()).unwrap_or_default();
        let mut rest = texts.into_iter();
        let Some(first) = rest.next() else {
            let mut draft = self.draft(&[item], known, warnings);
            for component in item.all("NewsComponent") {
                read_component(component, known, &mut draft);
            }
            besides_components(item, &HashSet::new(), &mut draft);
            draft.media = found.media;
            for aside in asides {
                aside.add_to(&mut draft);
            }
            let nothing = draft.headline.is_none() && found.media.is_none();
            if nothing && item.child("NewsManagement").is_none() {
                // A status elsewhere than there makes no notice of what has no words.
                draft.article.pub_status = None;
            }
            if nothing && draft.article.pub_status.is_none_or(|status| status == PubStatus::Usable) {
                let refers = found.refers || !found.items.is_empty();
                if refers || item.find("Topic").is_some() {
                    let code = if refers { "package" } else { "vocabulary" };
                    let id = draft.article.id;
                    message.skip(code, id.clone(), Some(id), own);
                    return self.nested(message, &found.items, warnings);
                }
            }
            message.put(draft, own);
            return self.nested(message, &found.items, warnings);
        };
        // Components without a headline of their own are parts of the first.
        let mut parts = asides;
        let mut others = Vec::new();
        for text in rest {
            if text.has_headline(&shared) { others.push(text) } else { parts.push(text) }
        }
        let mut drafts = self.read(&first, known, warnings);
        if let Some((draft, _)) = drafts.first_mut() {
            for part in parts {
                part.add_to(draft);
            }
            // Components that are around no story: of pictures, captions, other renderings.
            let around: HashSet<usize> = std::iter::once(&first)
                .chain(&others)
                .flat_map(|text| &text.paths[0])
                .map(|component| component.place())
                .collect();
            besides_components(item, &around, draft);
        }
        for text in others {
            drafts.extend(self.read(&text, known, warnings));
        }
        let many = drafts.len() > 1;
        let language = drafts.first().and_then(|(draft, _)| draft.article.language.clone());
        for (nth, (mut draft, inner)) in drafts.into_iter().enumerate() {
            if found.cut {
                draft.article.warn("list_cut", format!("texts: what follows the first {TEXTS} is not read"));
            }
            if nth > 0 {
                let tongue = draft.article.language.clone().filter(|_| draft.article.language != language);
                draft.extend_id(&tongue.unwrap_or_else(|| (nth + 1).to_string()));
            }
            let nameless = draft.article.id.is_empty() && many;
            message.put(draft, if nameless { inner } else { own });
        }
        self.nested(message, &found.items, warnings);
    }

    fn nested(&self, message: &mut Message<'_>, items: &[Branch<'_, '_>], warnings: &[Warning]) {
        for item in items {
            if super::is_full(&mut message.parsed) {
                return;
            }
            self.item(message, *item, item.outer(), warnings);
        }
    }

    /// The drafts of a text: one a language.
    fn read<'a>(
        &self,
        text: &Text<'_, 'a>,
        topics: Known<'_>,
        warnings: &[Warning],
    ) -> Vec<(Draft, &'a str)> {
        let chosen = payload::choose(&text.payloads);
        let empty = chosen.is_empty().then(|| (0, Vec::new()));
        let drafts = chosen.into_iter().chain(empty).map(|(one, others)| {
            let payload = &text.payloads[one];
            let mut draft = self.draft(&text.paths[one], topics, warnings);
            payload::read(payload, &mut draft);
            for other in others {
                payload::leave_out(&text.payloads[other], &mut draft);
            }
            for around in text.paths[one].iter().rev() {
                draft.language(around.attribute("lang"));
            }
            (draft, payload.inner)
        });
        drafts.collect()
    }

    /// What the components around a text say of it, and the item that they are in.
    fn draft(&self, path: &[Branch<'_, '_>], topics: Known<'_>, warnings: &[Warning]) -> Draft {
        let mut draft = Draft::default();
        draft.article.warnings = warnings.to_vec();
        if let Some(item) = path.first() {
            item.child("Identification").into_iter().for_each(|names| read_names(names, &mut draft));
            child_nearly(*item, "NewsManagement")
                .into_iter()
                .for_each(|manages| read_management(manages, &mut draft));
        }
        for component in path.iter().skip(1).rev() {
            read_component(*component, topics, &mut draft);
        }
        // Many put the slug there.
        let label = path.first().and_then(|item| item.child("Identification")?.child("NameLabel")?.said());
        let label = label.filter(|label| !label.contains("://"));
        draft.any_slug(label);
        for around in path {
            // That a component is the main one says nothing of the story.
            let main = formal(*around, "Role").is_some_and(|role| role.eq_ignore_ascii_case("main"));
            draft.besides_children(*around, if main { &["Role"] } else { &[] }, &LET_GO);
        }
        for (name, words) in &self.besides {
            draft.besides(name, words);
        }
        draft.makers.extend(self.sender.clone());
        draft.other_times.extend(self.sent.map(|sent| ("DateAndTime", sent)));
        draft
    }
}

/// What the components in one say that are none of these. Trees are never deeper than the reader allows.
fn besides_components(branch: Branch<'_, '_>, around: &HashSet<usize>, draft: &mut Draft) {
    for component in branch.all("NewsComponent") {
        if !around.contains(&component.place()) {
            draft.besides_children(component, &[], &LET_GO);
        }
        besides_components(component, around, draft);
    }
}

/// What is in an item, in its order.
#[derive(Default)]
struct Content<'t, 'a> {
    texts: Vec<Text<'t, 'a>>,
    items: Vec<Branch<'t, 'a>>,
    media: Option<&'static str>,
    refers: bool,
    renderings: usize,
    /// There are more of them than an item has.
    cut: bool,
}

impl<'t, 'a> Content<'t, 'a> {
    /// Looks through a component. Trees are never deeper than the reader allows.
    fn walk(&mut self, branch: Branch<'t, 'a>, path: &mut Vec<Branch<'t, 'a>>, equivalents: bool) {
        let mut here: Option<usize> = None;
        for child in branch.children() {
            match child.name().to_ascii_lowercase().as_str() {
                "newscomponent" => {
                    let before = self.texts.len();
                    path.push(child);
                    let list =
                        child.attribute("EquivalentsList").is_some_and(|is| is.eq_ignore_ascii_case("yes"));
                    self.walk(child, path, list);
                    path.pop();
                    if equivalents && here.is_none() && self.texts.len() > before {
                        here = Some(before);
                    } else if equivalents && let Some(first) = here {
                        self.join(first, before);
                    }
                }
                "newsitem" => self.items.push(child),
                "newsitemref" => self.refers = true,
                // Some leave the item around the data out.
                "contentitem" | "datacontent" => self.content(child, path, equivalents, &mut here),
                // What has the data is one, whatever its name became.
                _ if child.child("DataContent").is_some() => {
                    self.content(child, path, equivalents, &mut here);
                }
                _ => {}
            }
        }
    }

    /// Texts from a place on are other renderings of one before.
    fn join(&mut self, first: usize, from: usize) {
        for text in self.texts.split_off(from.max(first + 1)) {
            self.texts[first].payloads.extend(text.payloads);
            self.texts[first].paths.extend(text.paths);
        }
    }

    fn content(
        &mut self,
        item: Branch<'t, 'a>,
        path: &[Branch<'t, 'a>],
        equivalents: bool,
        here: &mut Option<usize>,
    ) {
        let kind = |name| item.child(name).and_then(|kind| kind.attribute("FormalName"));
        let media = kind("MediaType").unwrap_or_default().to_ascii_lowercase();
        let mime = kind("MimeType").or_else(|| kind("Format")).unwrap_or_default();
        let code = match media.as_str() {
            "photo" | "picture" | "image" => Some("picture_only"),
            "graphic" | "animation" => Some("graphic_only"),
            "video" => Some("video_only"),
            "audio" => Some("audio_only"),
            _ if mime.starts_with("image/") => Some("picture_only"),
            _ if mime.starts_with("video/") => Some("video_only"),
            _ => None,
        };
        let mut all = item.descendants().filter(|branch| branch.is("DataContent")).take(TEXTS);
        let data = if item.is("DataContent") { Some(item) } else { all.next() };
        // Its name may be damaged.
        let data = data.or_else(|| payload::misnamed(item, |_| false));
        // A story is one, whatever its item is called.
        let code = code.filter(|_| data.is_none_or(|data| !payload::is_story(data.inner())));
        let (None, Some(data)) = (code, data) else {
            let unknown = data.is_none() && item.attribute("Href").is_some();
            self.media = self.media.or(code).or(unknown.then_some("media_only"));
            return;
        };
        self.cut |= self.renderings >= TEXTS;
        if self.cut {
            return;
        }
        self.renderings += 1;
        let language = path
            .iter()
            .rev()
            .find_map(|component| {
                component.child("DescriptiveMetadata")?.child("Language")?.attribute("FormalName")
            })
            .or_else(|| data.attribute("lang"))
            .or_else(|| path.iter().rev().find_map(|component| component.attribute("lang")));
        let role = path.last().and_then(|component| component.child("Role")?.attribute("FormalName"));
        let coding = item.find("Encoding").and_then(|coding| coding.attribute("Notation"));
        let payload = Payload {
            inner: data.inner(),
            decoded: payload::decoded(data.inner(), coding.clone()),
            kind: mime,
            rendition: kind("Notation").or(role).unwrap_or_default(),
            language,
        };
        // A second body in one item is another rendering of it, or words that must not be lost.
        let others = all.map(|data| Payload {
            inner: data.inner(),
            decoded: payload::decoded(data.inner(), coding.clone()),
            kind: payload.kind.clone(),
            rendition: payload.rendition.clone(),
            language: payload.language.clone(),
        });
        let mut payloads: Vec<Payload<'a>> = others.collect();
        payloads.insert(0, payload);
        let paths = vec![path.to_vec(); payloads.len()];
        if let Some(first) = here.filter(|_| equivalents) {
            self.texts[first].payloads.extend(payloads);
            self.texts[first].paths.extend(paths);
        } else {
            *here = Some(self.texts.len());
            self.texts.push(Text { payloads, paths });
        }
    }
}

impl Text<'_, '_> {
    /// Whether it is about a picture beside the story, or a shorter form of the story.
    fn is_aside(&self) -> bool {
        let named = |component: &Branch<'_, '_>| {
            let role = formal(*component, "Role").unwrap_or_default().to_ascii_lowercase();
            ASIDES.iter().any(|aside| role.contains(aside))
        };
        // Of an item as a whole, the outermost component says that pictures go with it.
        let with_media = |component: &Branch<'_, '_>| {
            component.all("ContentItem").any(|item| {
                formal(item, "MediaType")
                    .is_some_and(|kind| !kind.eq_ignore_ascii_case("text") && kind != "ComplexData")
            })
        };
        self.paths[0].iter().skip(1).any(named) || self.paths[0].iter().skip(2).any(with_media)
    }

    /// Whether a component around it that is not around the first text has a headline.
    fn has_headline(&self, shared: &[Branch<'_, '_>]) -> bool {
        let mut own = self.paths[0]
            .iter()
            .enumerate()
            .filter(|(nth, component)| shared.get(*nth).is_none_or(|other| !other.holds(**component)));
        own.any(|(_, component)| headline(*component).is_some())
    }

    /// A part of a story: more of its body, or what is not the story at all.
    fn add_to(self, draft: &mut Draft) {
        let is_aside = self.is_aside();
        let role = self.paths[0].last().and_then(|component| formal(*component, "Role")).unwrap_or_default();
        let mut part = Draft::default();
        if let Some(payload) = self.payloads.first() {
            payload::read(payload, &mut part);
        }
        let body = std::mem::take(&mut part.body);
        if !is_aside && says_the_same(&draft.body, &body) {
            // Another rendering, in no list of equivalents.
            if let Some(payload) = self.payloads.first() {
                payload::leave_out(payload, draft);
            }
        } else if is_aside {
            draft.leave_out(if role.is_empty() { "caption" } else { &role }, &body);
        } else if !body.is_empty() {
            if !draft.body.is_empty() {
                draft.body.push_str("\n\n");
            }
            draft.body.push_str(&body);
        }
        draft.fill_from(part);
    }
}

/// Whether a part of a story is the story once more, in another format.
fn says_the_same(body: &str, part: &str) -> bool {
    /// Less may come again in a story, in words.
    const FEW: usize = 5;
    let words = |words: &str| all_words(words).collect::<Vec<_>>();
    let (body, part) = (words(body), words(part));
    part.len() >= FEW && body == part
}

fn headline(component: Branch<'_, '_>) -> Option<String> {
    component.child("NewsLines")?.child("HeadLine")?.said()
}

fn read_names(names: Branch<'_, '_>, draft: &mut Draft) {
    if let Some(id) = names.child("NewsIdentifier") {
        let said = |name: &str| id.child(name).and_then(Branch::said);
        let revision = id.child("RevisionId");
        let number = revision.and_then(Branch::said);
        let update = revision.and_then(|revision| revision.attribute("Update")).unwrap_or_default();
        // No letter of the standard, and there is one thing only that it may stand for.
        if update.eq_ignore_ascii_case("D") {
            draft.heed_code("delete");
        }
        draft.identify(name_of(&said, number.as_deref(), &update));
        draft.count(number);
    }
}

/// The identifier without the revision that ends it: all revisions of a story have one.
fn name_of(said: &dyn Fn(&str) -> Option<String>, revision: Option<&str>, update: &str) -> Option<String> {
    let item = said("NewsItemId").filter(|id| id != "0");
    if let Some(public) = said("PublicIdentifier") {
        let (whole, last) = public.rsplit_once(':').unwrap_or((&public, ""));
        let is_revision = revision.is_some_and(|revision| {
            last.strip_prefix(revision).is_some_and(|rest| {
                rest.is_empty()
                    || rest == update
                    || rest.len() == 1 && !rest.starts_with(|c: char| c.is_ascii_digit())
            })
        });
        // Some have their whole service under one name.
        if item.as_ref().is_none_or(|item| public.contains(item.as_str())) {
            return Some(if is_revision { whole.to_owned() } else { public });
        }
    }
    let item = item?;
    let parts = ["ProviderId", "DateId"].into_iter().filter_map(said);
    Some(parts.chain([item]).fold("urn:newsml".to_owned(), |urn, part| urn + ":" + &part))
}

fn formal(branch: Branch<'_, '_>, name: &str) -> Option<String> {
    branch.child(name)?.attribute("FormalName")
}

fn read_management(manages: Branch<'_, '_>, draft: &mut Draft) {
    let status = manages.child("Status");
    // A name of the attribute that lost a letter is not one of its usual others.
    let odd = |status: Branch<'_, '_>| {
        let mut all = status.attributes().into_iter();
        all.find(|(name, _)| !["Vocabulary", "Scheme", "Duid", "Euid"].contains(&name.as_str()))
            .map(|(_, value)| value)
    };
    let status = status
        .and_then(|status| status.attribute("FormalName").or_else(|| status.said()).or_else(|| odd(status)));
    draft.status(&status.unwrap_or_default());
    draft.urgency(formal(manages, "Urgency"));
    let mut time = |name: &str| {
        let written = manages.child(name).and_then(Branch::said)?;
        draft.time(name, &written)
    };
    let (revised, created) = (time("ThisRevisionCreated"), time("FirstCreated"));
    draft.issued = revised;
    draft.other_times.extend(created.map(|time| ("FirstCreated", time)));
    if let Some(change) = manages.child("StatusWillChange") {
        let to = formal(change, "FutureStatus").unwrap_or_default();
        let at = change.child("DateAndTime").and_then(Branch::said);
        // An embargo that does not say what comes after it ends, too.
        if to.eq_ignore_ascii_case("usable") || to.is_empty() {
            draft.embargo = at;
        }
    }
    for name in ["Instruction", "NewsItemType"] {
        for said in manages.all(name) {
            let Some(code) = said.attribute("FormalName").or_else(|| said.said()) else { continue };
            match of_code(&code).filter(|_| !code.to_ascii_lowercase().contains("news")) {
                Some(kind) => draft.signal(kind, Some(code), None),
                None if name == "Instruction" => draft.warn("unknown_signal", code),
                None => {}
            }
        }
    }
    for property in manages.all("Property") {
        let name = property.attribute("FormalName").unwrap_or_default().to_ascii_lowercase();
        if name.contains("ednote") || name.contains("editorialnote") {
            draft.note(property.attribute("Value"));
        }
    }
}

/// A component's own fields: they count before those of the components around it.
fn read_component(component: Branch<'_, '_>, topics: Known<'_>, draft: &mut Draft) {
    if let Some(lines) = component.child("NewsLines") {
        read_lines(lines, draft);
    }
    if let Some(meta) = component.child("AdministrativeMetadata") {
        for name in ["Provider", "Creator", "Source"] {
            draft.makers.extend(meta.child(name).and_then(party));
        }
    }
    if let Some(meta) = component.child("RightsMetadata") {
        for part in meta.children() {
            draft.holder(part.child("CopyrightHolder").and_then(Branch::said));
            if part.is("Property") {
                let (name, value) = (part.attribute("FormalName"), part.attribute("Value"));
                draft.rights(&name.into_iter().chain(value).collect::<Vec<_>>().join(": "));
            } else if !part.is("Copyright") || part.child("CopyrightDate").is_some() {
                let words = part.children().map(Branch::words).filter(|words| !words.is_empty());
                let words = words.collect::<Vec<_>>().join(", ");
                draft.rights(if words.is_empty() { part.words() } else { words }.as_str());
            }
        }
    }
    if let Some(meta) = component.child("DescriptiveMetadata") {
        read_description(meta, topics, draft);
    }
    let metadata = || component.all("Metadata").chain(component.child("DescriptiveMetadata"));
    for property in metadata().flat_map(|meta| meta.all("Property").collect::<Vec<_>>()) {
        let name = property.attribute("FormalName").unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "keyword" | "keywords" => draft.keyword(property.attribute("Value")),
            "ednote" | "editorialnote" | "note" => draft.note(property.attribute("Value")),
            _ => {}
        }
    }
}

fn read_lines(lines: Branch<'_, '_>, draft: &mut Draft) {
    let (outer, signed) = (draft.headline.is_some(), draft.article.byline.is_some());
    for line in lines.children() {
        let Some(words) = line.said() else { continue };
        match line.name().to_ascii_lowercase().as_str() {
            // That of a group of stories around this one.
            "headline" if outer => draft.head_with_field("group", words),
            "headline" => draft.head_with(words),
            "subheadline" => draft.leave_out("SubHeadLine", &words),
            "byline" if signed => draft.second_byline(Some(words)),
            "byline" => draft.by(&words),
            "dateline" => draft.dateline = draft.dateline.take().or(Some(words)),
            "creditline" => draft.makers.push(words),
            "copyrightline" | "rightsline" => draft.rights(&words),
            "slugline" => draft.any_slug(Some(words)),
            "keywordline" => {
                draft.keywords(&words);
            }
            "newsline" => {
                let kind = formal(line, "NewsLineType").unwrap_or_default().to_ascii_lowercase();
                if kind.contains("embargo") {
                    draft.embargo_in(words.clone());
                }
                if ["note", "advis", "instruction"].iter().any(|word| kind.contains(word)) {
                    draft.note(Some(words));
                } else {
                    draft.leave_out(&format!("NewsLine {kind}"), &words);
                }
            }
            _ => {}
        }
    }
}

fn read_description(meta: Branch<'_, '_>, topics: Known<'_>, draft: &mut Draft) {
    draft.language(formal(meta, "Language"));
    for part in meta.children() {
        match part.name().to_ascii_lowercase().as_str() {
            "subjectcode" => {
                for code in part.children() {
                    draft.subject(subject(code, "IPTC", topics));
                }
            }
            "genre" => draft.subject(subject(part, "Genre", topics)),
            "location" => {
                let origin =
                    part.attribute("HowPresent").is_some_and(|how| how.eq_ignore_ascii_case("origin"));
                let names: Vec<String> =
                    part.all("Property").filter_map(|part| part.attribute("Value")).collect();
                if !origin && !names.is_empty() {
                    let name = Some(names.join(", "));
                    draft.subject(Some(Subject { scheme: Some("Location".to_owned()), code: None, name }));
                }
            }
            "topicoccurrence" => {
                let duid = part.attribute("Topic").unwrap_or_default();
                let topic = topics.called(duid.trim_start_matches('#'));
                if topic.is_none() {
                    draft.besides("TopicOccurrence", &duid);
                }
                draft.subject(topic);
            }
            "property"
                if part.attribute("FormalName").is_some_and(|name| name.eq_ignore_ascii_case("keyword")) =>
            {
                draft.keyword(part.attribute("Value"));
            }
            _ => {}
        }
    }
}

fn subject(branch: Branch<'_, '_>, default: &str, topics: Known<'_>) -> Option<Subject> {
    let code = branch.attribute("FormalName")?;
    let scheme = branch.attribute("Scheme").or_else(|| branch.attribute("Vocabulary")).map(|scheme| {
        // `urn:newsml:iptc.org:20001006:IptcSubjectCodes:2`, `#SubjectCodes`
        scheme.trim_start_matches('#').to_owned()
    });
    let name = branch.said().or_else(|| topics.name_of(&code));
    Some(Subject { scheme: scheme.or_else(|| Some(default.to_owned())), code: Some(code), name })
}

/// Who a party is: its formal name, unless that refers to a topic.
fn party(branch: Branch<'_, '_>) -> Option<String> {
    let party = branch.child("Party")?;
    party.said().or_else(|| party.attribute("FormalName")).filter(|name| !name.starts_with('#'))
}
