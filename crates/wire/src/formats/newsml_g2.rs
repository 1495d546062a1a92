//! NewsML-G2 2.x: `itemMeta` says what may be done with an item, `contentMeta` what it is about, `contentSet` has the
//! body, in NITF, XHTML or as text, in one or several renderings and languages.
//!
//! A `newsMessage` brings many items, and a `packageItem` may travel with its members: each news item is an article,
//! two if its body is there in two languages. Pictures and films, plans, packages and lists of codes are skipped.
//! An item that is not well-formed does not spoil those after it.

use article::{SignalType, Subject, When};

use super::payload::{self, Payload};
use super::{Format, Reader};
use crate::charset::Decoded;
use crate::draft::{Draft, Left};
use crate::xml::{self, Branch, Event, Tree};
use crate::{Parsed, Received, Skipped, Unreadable};

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

/// What the header of a message says of all its items.
#[derive(Default)]
struct Header {
    sent: Option<When>,
    sender: Option<String>,
}

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let text = decoded.text.as_ref();
    let mut message =
        Message { received, decoded, text, parsed: Parsed::default(), header: Header::default() };
    let mut reader = xml::Reader::new(text);
    // Where the reader's text begins, and where the last item ended.
    let (mut base, mut last) = (0, 0);
    let mut scanned = 0;
    let mut found = false;
    loop {
        let start = base + reader.at();
        let event = match reader.next() {
            Ok(Some(event)) => event,
            Ok(None) => break,
            Err(no) => {
                let rest = text.get(last..).filter(|rest| last > 0 && !rest.trim().is_empty());
                message.parsed.rejected.push(Unreadable { part: rest.map(str::to_owned), ..no });
                break;
            }
        };
        let Event::Open(element) = event else { continue };
        let name = element.name();
        if !found && !name.eq_ignore_ascii_case("newsMessage") && !is_item(name) {
            return Err(Unreadable::new(
                "bad_xml",
                format!("the root element is `{name}`, not an item of NewsML-G2"),
            ));
        }
        found = true;
        let header = name.eq_ignore_ascii_case("header");
        if !header && !is_item(name) {
            continue;
        }
        match reader.tree(element, is_payload) {
            Ok(tree) if header => message.head(&tree),
            Ok(tree) => {
                if super::is_full(&mut message.parsed) {
                    break;
                }
                last = base + reader.at();
                let mut warnings = Vec::new();
                std::mem::swap(&mut warnings, &mut reader.warnings);
                message.item(&tree, text.get(start..last).unwrap_or(""), warnings);
            }
            Err(no) => {
                // What comes after a damaged item may be whole: the next start is looked for in the text itself.
                scanned += base + reader.at() - start;
                let next = next_item(text, start + 1).filter(|_| scanned <= 4 * text.len());
                let part = text.get(start..next.unwrap_or(text.len())).map(str::to_owned);
                let whole = start <= text.find('<').unwrap_or(0);
                message
                    .parsed
                    .rejected
                    .push(Unreadable { part: part.filter(|_| !whole || next.is_some()), ..no });
                let Some(next) = next else { break };
                if super::is_full(&mut message.parsed) {
                    break;
                }
                reader = xml::Reader::resumed(&text[next..], &reader);
                (base, last) = (next, next);
            }
        }
    }
    message.finish(found)
}

/// Where the next item starts in a text.
fn next_item(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    memchr::memchr_iter(b'<', rest.as_bytes())
        .find(|at| {
            let after = &rest[at + 1..];
            let end =
                after.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || b":_-.".contains(&byte)));
            let name = &after[..end.unwrap_or(after.len())];
            is_item(name.rsplit(':').next().unwrap_or(""))
        })
        .map(|at| from + at)
}

/// A file on its way to articles.
struct Message<'m> {
    received: &'m Received<'m>,
    decoded: &'m Decoded<'m>,
    text: &'m str,
    parsed: Parsed,
    header: Header,
}

impl Message<'_> {
    fn head(&mut self, tree: &Tree<'_>) {
        let header = tree.root();
        let sent = header.child("sent").and_then(Branch::said);
        self.header.sent = sent.and_then(|sent| crate::when::read(&sent).when());
        self.header.sender = header.child("sender").and_then(Branch::said);
    }

    fn item(&mut self, tree: &Tree<'_>, own: &str, warnings: Vec<article::Warning>) {
        let item = tree.root();
        let alone = self.text.trim().len() == own.trim().len();
        let own = if alone { self.received.bytes } else { own.as_bytes() };
        let guid = item.attribute("guid");
        let kind = ITEMS.iter().find(|(name, _)| item.is(name)).and_then(|(_, skip)| *skip);
        if let Some(code) = kind {
            let title = ["headline", "title", "name"].into_iter().find_map(|name| item.find(name)?.said());
            let mut skip =
                Skipped::new(code, title.or_else(|| guid.clone()).unwrap_or_else(|| item.name().to_owned()));
            skip.part = guid.filter(|_| !alone);
            self.parsed.skipped.push(skip);
            return;
        }
        let payloads = payloads(item);
        let chosen = payload::choose(&payloads);
        if chosen.is_empty() {
            let draft = self.draft(item, None, warnings);
            return self.put(draft, own, guid, alone);
        }
        for (nth, (payload, others)) in chosen.iter().enumerate() {
            let mut draft = self.draft(item, payload.language.as_deref(), warnings.clone());
            payload::read(payload, &mut draft);
            for other in others {
                draft.article.warn("other_rendering", describe(other));
            }
            if nth > 0 && !draft.article.id.is_empty() {
                // Two languages of one item are two stories, and may not replace each other.
                let tongue = payload.language.as_deref().unwrap_or("2");
                draft.article.id = format!("{}#{tongue}", draft.article.id);
                draft.article.warn("id_extended", "the item has the story in several languages");
            }
            if draft.article.id.is_empty() && chosen.len() > 1 {
                self.put(draft, payload.inner.as_bytes(), guid.clone(), alone);
            } else {
                self.put(draft, own, guid.clone(), alone);
            }
        }
    }

    fn put(&mut self, draft: Draft, own: &[u8], guid: Option<String>, alone: bool) {
        let mut draft = draft;
        // An agency that gives all its items one name gives none a name.
        let twin = |known: &article::Article| {
            known.id == draft.article.id && known.version == draft.article.version && !known.id.is_empty()
        };
        // Only those near are looked at, so that a message of many items is read in one go.
        if self.parsed.articles.iter().rev().take(100).any(twin) {
            let id = std::mem::take(&mut draft.article.id);
            draft.article.warn("bad_id", format!("{id}: another item of the message has it"));
        }
        match draft.finish(self.received, own, Format::NewsmlG2, self.decoded) {
            Ok(article) => self.parsed.articles.push(article),
            Err(Left::Skipped(mut skip)) => {
                skip.part = guid.filter(|_| !alone);
                self.parsed.skipped.push(skip);
            }
            Err(Left::Unreadable(mut no)) => {
                no.part = (!alone).then(|| String::from_utf8_lossy(own).into_owned());
                self.parsed.rejected.push(no);
            }
        }
    }

    /// What the metadata of an item say. `tongue` is the language of the body, where that is known.
    fn draft(&self, item: Branch<'_, '_>, tongue: Option<&str>, warnings: Vec<article::Warning>) -> Draft {
        let mut draft = Draft::default();
        draft.article.warnings = warnings;
        draft.identify(item.attribute("guid"));
        draft.count(item.attribute("version"));
        let codes = Codes::of(item);
        if let Some(meta) = item.child("itemMeta") {
            read_item_meta(meta, &mut draft);
        }
        let tongue = tongue.map(str::to_owned).or_else(|| item.attribute("lang"));
        if let Some(meta) = item.child("contentMeta") {
            read_content_meta(meta, &codes, tongue.as_deref(), &mut draft);
        }
        read_rights(item, &mut draft);
        read_hops(item, &mut draft);
        draft.language(item.attribute("lang").filter(|_| draft.article.language.is_none()));
        if draft.media.is_none() && item.find("remoteContent").is_some() {
            draft.media = Some(remote_kind(item));
        }
        draft.makers.extend(self.header.sender.clone());
        if let Some(sent) = self.header.sent {
            draft.other_times.push(("sent", sent));
        }
        draft
    }

    fn finish(mut self, found: bool) -> Result<Parsed, Unreadable> {
        if self.parsed.is_empty() && found {
            self.parsed.skipped.push(Skipped::new("empty_notice", "a news message without an item"));
        }
        let alone = self.parsed.articles.is_empty()
            && self.parsed.skipped.is_empty()
            && self.parsed.rejected.len() == 1;
        match self.parsed.rejected.pop_if(|_| alone) {
            Some(no) => Err(Unreadable { part: None, ..no }),
            None if self.parsed.is_empty() => Err(Unreadable::new("bad_xml", "no element in it")),
            None => Ok(self.parsed),
        }
    }
}

fn describe(other: &Payload<'_>) -> String {
    let name = [&other.rendition, &other.kind].into_iter().find(|name| !name.is_empty());
    let bytes = other.inner.trim().len();
    name.map_or_else(|| format!("{bytes} bytes"), |name| format!("{name}, {bytes} bytes"))
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
        language: branch.attribute("lang").or_else(|| own_language(branch.inner())),
    };
    inline.map(payload).collect()
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

/// What files that are only referred to are.
fn remote_kind(item: Branch<'_, '_>) -> &'static str {
    let kinds: Vec<String> = item
        .descendants()
        .filter(|branch| branch.is("remoteContent"))
        .filter_map(|branch| branch.attribute("contenttype").or_else(|| branch.attribute("href")))
        .collect();
    let any = |signs: &[&str]| kinds.iter().any(|kind| signs.iter().any(|sign| kind.contains(sign)));
    if any(&["video/", ".mp4", ".mov"]) {
        "video_only"
    } else if any(&["audio/", ".mp3", ".wav"]) {
        "audio_only"
    } else if any(&["image/", ".jpg", ".jpeg", ".png"]) {
        "picture_only"
    } else {
        "media_only"
    }
}

fn read_item_meta(meta: Branch<'_, '_>, draft: &mut Draft) {
    let mut target = None;
    let mut signals = Vec::new();
    for child in meta.children() {
        match child.name().to_ascii_lowercase().as_str() {
            "itemclass" => {
                let class = code_of(child).unwrap_or_default().to_ascii_lowercase();
                let code = CLASSES.iter().find(|(name, _)| class.ends_with(name)).map(|(_, code)| *code);
                draft.media = draft.media.or(code);
            }
            "provider" => {
                draft.makers.extend(child.child("name").and_then(Branch::said).or_else(|| party(child)));
            }
            "versioncreated" => draft.issued = time(draft, child),
            "firstcreated" => {
                let time = time(draft, child);
                draft.other_times.extend(time.map(|time| ("firstCreated", time)));
            }
            "embargoed" => draft.embargo = child.said(),
            "pubstatus" => draft.status(&code_of(child).unwrap_or_default()),
            "ednote" => draft.notes.extend(child.said()),
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
        let Some(code) = code_of(signal) else { continue };
        match kind_of_signal(&code) {
            Some(kind) => draft.signal(kind, Some(code), target.clone()),
            None if ["atomic", "complete", "final"].contains(&code.as_str()) => {}
            None => draft.article.warn("unknown_signal", code),
        }
    }
}

/// What a code of IPTC's or an agency's own says of the life of a story.
fn kind_of_signal(code: &str) -> Option<SignalType> {
    const WORDS: &[(&str, SignalType)] = &[
        ("correct", SignalType::Correction),
        ("update", SignalType::Update),
        ("lead", SignalType::Update),
        ("writethru", SignalType::Update),
        ("takedown", SignalType::Takedown),
        ("kill", SignalType::Kill),
        ("cancel", SignalType::Kill),
        ("withdraw", SignalType::Kill),
        ("retract", SignalType::Kill),
        ("release", SignalType::Release),
        ("withhold", SignalType::Hold),
        ("hold", SignalType::Hold),
        ("refile", SignalType::Refile),
        ("repeat", SignalType::Repeat),
        ("advisory", SignalType::Advisory),
        ("embargo", SignalType::Embargo),
        ("new", SignalType::New),
    ];
    let code = code.to_ascii_lowercase();
    WORDS.iter().find(|(word, _)| code.contains(word)).map(|(_, kind)| *kind)
}

fn read_content_meta(meta: Branch<'_, '_>, codes: &Codes, tongue: Option<&str>, draft: &mut Draft) {
    let title = draft.headline.take();
    let mut creators = Vec::new();
    let headlines = in_language(meta.all("headline").collect(), tongue);
    for child in meta.children() {
        match child.name().to_ascii_lowercase().as_str() {
            "urgency" => draft.urgency(child.said()),
            "contentcreated" | "contentmodified" => {
                let name = if child.is("contentCreated") { "contentCreated" } else { "contentModified" };
                let time = time(draft, child);
                draft.other_times.extend(time.map(|time| (name, time)));
            }
            "slugline" if draft.article.slugline.is_none() => {
                // `URGENT` says how urgent it is, and not what it is about.
                let slug = child.said().filter(|slug| !["URGENT", "FLASH", "ALERT"].contains(&slug.as_str()));
                draft.article.slugline = slug;
            }
            "headline" => {
                let Some(words) = child.said() else { continue };
                let role = child.attribute("role").unwrap_or_default().to_ascii_lowercase();
                let second =
                    ["sub", "over", "kicker", "short", "seo", "alt"].iter().any(|part| role.contains(part));
                if second {
                    draft.leave_out(&format!("headline {role}"), &words);
                } else if headlines.iter().any(|known| known.holds(child)) {
                    draft.head_with(words);
                } else if tongue.is_none() {
                    draft.leave_out("headline", &words);
                }
            }
            "by" => draft.article.byline = draft.article.byline.take().or(child.said()),
            "creator" => {
                creators.extend(child.child("name").and_then(Branch::said).or_else(|| code_of(child)));
            }
            "dateline" => draft.dateline = draft.dateline.take().or(child.said()),
            "creditline" => draft.makers.extend(child.said()),
            "language" => draft.language(child.attribute("tag")),
            "keyword" => draft.article.keywords.extend(child.said()),
            "subject" | "genre" => {
                draft.article.subjects.extend(codes.subject(child, tongue));
            }
            "description" => {
                let role = child.attribute("role").unwrap_or_default().to_ascii_lowercase();
                let Some(words) = child.said() else { continue };
                let fits = child
                    .attribute("lang")
                    .is_none_or(|lang| tongue.is_none_or(|tongue| primary(&lang) == primary(tongue)));
                if role.contains("caption") || draft.lead.is_some() || !fits {
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
    let person = creators.into_iter().find(|name| {
        name.contains(' ')
            && crate::head::known_provider(name).is_none()
            && name.split_whitespace().count() <= 5
    });
    if draft.article.byline.is_none() {
        draft.article.byline = person;
    }
    // The latest of the times that stand in for the version's own is the likeliest.
    draft.other_times.sort_by_key(|(name, _)| {
        ["contentModified", "contentCreated", "firstCreated", "sent"].iter().position(|known| known == name)
    });
}

/// Those of several elements that are in a language; all of them if none says so.
fn in_language<'t, 'a>(all: Vec<Branch<'t, 'a>>, tongue: Option<&str>) -> Vec<Branch<'t, 'a>> {
    let Some(tongue) = tongue.map(primary) else { return all };
    let matching =
        |branch: &Branch<'_, '_>| branch.attribute("lang").is_some_and(|lang| primary(&lang) == tongue);
    if all.iter().any(matching) { all.into_iter().filter(matching).collect() } else { all }
}

fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase()
}

fn time(draft: &mut Draft, field: Branch<'_, '_>) -> Option<When> {
    let written = field.words();
    draft.time(field.name(), &written)
}

fn read_rights(item: Branch<'_, '_>, draft: &mut Draft) {
    for info in item.all("rightsInfo") {
        for child in info.children() {
            match child.name().to_ascii_lowercase().as_str() {
                "copyrightholder" => {
                    draft.makers.extend(child.child("name").and_then(Branch::said).or_else(|| party(child)));
                }
                "copyrightnotice" | "usageterms" => draft.rights(&child.words()),
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
    schemes: Vec<(String, String)>,
    names: Vec<(String, String)>,
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
        let names = in_language(branch.all("name").collect(), tongue);
        let mut name = names.first().copied().and_then(Branch::said);
        let key = ["qcode", "uri", "literal"].into_iter().find_map(|name| branch.attribute(name));
        name = name.or_else(|| {
            let key = key.as_ref()?;
            self.names.iter().find(|(known, _)| known == key).map(|(_, name)| name.clone())
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
        let declared = self.schemes.iter().find(|(known, _)| known == alias);
        declared.map_or_else(|| alias.to_owned(), |(_, uri)| known_scheme(uri).unwrap_or_else(|| uri.clone()))
    }
}

fn known_scheme(uri: &str) -> Option<String> {
    let bare = uri.split("://").nth(1)?;
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let known =
        SCHEMES.iter().find(|(address, _)| bare.trim_end_matches('/') == address.trim_end_matches('/'));
    known.map(|(_, alias)| (*alias).to_owned())
}
