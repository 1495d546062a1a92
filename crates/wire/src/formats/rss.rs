//! RSS 0.9 to 2.0, in one namespace, in several or in none: each `item` of the channel is an article, with the full text
//! where the feed has it and the description where it has not.

use article::Subject;

use super::items::{Found, Items, Message, Vocabulary};
use super::payload::{self, Payload};
use super::{Format, Reader};
use crate::charset::Decoded;
use crate::draft::{Draft, LetGo};
use crate::xml::{self, Branch, Tree};
use crate::{Parsed, Received, Unreadable};

pub(super) const READER: Reader = Reader { name: "rss", recognise, parse };

/// `rss`; or `RDF` of which the first elements say that it is a feed.
fn recognise(text: &str) -> bool {
    /// In bytes from the start of the file.
    const NEAR: usize = 2048;
    let near = &text.as_bytes()[..text.len().min(NEAR)];
    let says = |words: &str| memchr::memmem::find(near, words.as_bytes()).is_some();
    xml::root(text).is_some_and(|root| {
        root.eq_ignore_ascii_case("rss")
            || root.eq_ignore_ascii_case("RDF")
                && (says("/rss/1.") || says("rdf/simple/0.9") || says("<channel"))
    })
}

pub(super) const VOCABULARY: Vocabulary = Vocabulary {
    what: "RSS",
    is_root: |name| name.eq_ignore_ascii_case("rss") || name.eq_ignore_ascii_case("RDF"),
    is_item: |name| name.eq_ignore_ascii_case("item"),
    is_aside: |name| ASIDES.iter().any(|aside| name.eq_ignore_ascii_case(aside)),
    // `media:content` is no body, and holds its caption.
    is_payload: |name| BODIES.iter().any(|body| *body != "content" && name.eq_ignore_ascii_case(body)),
};

/// What a channel says of its items. Its picture has a title of its own.
const ASIDES: &[&str] = &[
    "title",
    "language",
    "copyright",
    "rights",
    "publisher",
    "pubDate",
    "lastBuildDate",
    "image",
    "textInput",
    "description",
];

/// For machines: bodies, which are read by their looks, times, and the size and shape of files.
#[rustfmt::skip]
const LET_GO: LetGo = LetGo {
    whole: &["encoded", "body", "fulltext", "full-text", "pubDate", "date", "updated", "modified", "isPermaLink"],
    attributes: &[
        "isPermaLink", "length", "type", "medium", "width", "height", "fileSize", "bitrate", "framerate", "samplingrate", "channels",
        "duration", "isDefault", "expression", "lang", "scheme", "algo", "role", "rel", "resource", "parseType",
    ],
};

/// Elements that may have the body, the fullest first.
const BODIES: &[&str] = &["encoded", "body", "fulltext", "full-text", "content", "description"];

/// Vocabularies of pictures and sounds, which call their own fields title and description too.
const MEDIA: &[&str] = &["media", "itunes", "googleplay", "image", "geo", "georss"];

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let mut message = Message::new(received, decoded, Format::Rss);
    let mut channel = Channel::default();
    let mut items = Items::of(&decoded.text, VOCABULARY);
    for found in items.by_ref() {
        match found {
            Found::Aside(tree) => channel.aside(&tree),
            _ if super::is_full(&mut message.parsed) => break,
            Found::Item { tree, own, warnings } => {
                let mut draft = channel.draft(tree.root());
                draft.article.warnings.splice(0..0, warnings);
                message.put(draft, own);
            }
            Found::Damaged(no) => message.parsed.rejected.push(no),
        }
    }
    if message.parsed.is_empty() && recognise(&decoded.text) {
        message.without_items(&items, "empty_notice", "a feed without an item");
    }
    message.finish()
}

#[derive(Default)]
struct Channel {
    title: Option<String>,
    language: Option<String>,
    rights: Option<String>,
    publisher: Option<String>,
    built: Option<String>,
    /// What it says of itself: perhaps that all is embargoed.
    description: Option<String>,
    /// Fields that it has twice.
    besides: Vec<(String, String)>,
}

impl Channel {
    fn aside(&mut self, tree: &Tree<'_>) {
        let aside = tree.root();
        let said = aside.said().map(crate::draft::plain);
        let field = match aside.name().to_ascii_lowercase().as_str() {
            "title" => &mut self.title,
            "language" => &mut self.language,
            "copyright" | "rights" => &mut self.rights,
            "publisher" => &mut self.publisher,
            "description" => {
                self.description = self.description.take().or(said);
                return;
            }
            "pubdate" | "lastbuilddate" => {
                self.built = self.built.take().or(said);
                return;
            }
            _ => return,
        };
        if field.is_none() {
            *field = said;
        } else if self.besides.len() < 20 {
            self.besides.extend(said.map(|said| (format!("channel {}", aside.name()), said)));
        }
    }

    fn draft(&self, item: Branch<'_, '_>) -> Draft {
        let mut draft = Draft::default();
        for words in [&self.title, &self.description].into_iter().flatten() {
            draft.hear(words, crate::head::Place::Head);
        }
        let mut link = item.attribute("about");
        let mut guid = None;
        for child in item.children() {
            let name = child.name().to_ascii_lowercase();
            if ["rights", "copyright", "license"].contains(&name.as_str()) {
                draft.rights(&child.words());
                continue;
            }
            if MEDIA.contains(&child.prefix()) {
                leave_out_caption(child, &mut draft);
                child.descendants().for_each(|inner| leave_out_caption(inner, &mut draft));
                continue;
            }
            match name.as_str() {
                "guid" | "identifier" => guid = guid.or(child.said()),
                "link" => link = link.or(child.said()),
                "title" => draft.head_with(child.words()),
                "creator" | "author" => {
                    let name = child.child("name").unwrap_or(child).said();
                    draft.by(&name.unwrap_or_default());
                }
                "pubdate" | "date" => {
                    let written = child.words();
                    draft.issued = draft.issued.or(draft.time(child.name(), &written));
                }
                "category" => match (child.attribute("domain"), child.said().map(crate::draft::plain)) {
                    (None, keyword) => draft.keyword(keyword),
                    (scheme, code) => {
                        draft.subject(code.map(|code| Subject { scheme, code: Some(code), name: None }));
                    }
                },
                "subject" => draft.keyword(child.said()),
                "keywords" => draft.keywords(&child.words()),
                "language" => draft.language(child.said()),
                "source" | "publisher" => draft.makers.extend(child.said()),
                "enclosure" => {
                    let kind = child.attribute("type").unwrap_or_default();
                    draft.media = draft.media.or(match kind.split('/').next() {
                        Some("audio") => Some("audio_only"),
                        Some("video") => Some("video_only"),
                        _ => None,
                    });
                }
                _ => {}
            }
        }
        draft.identify(guid);
        if draft.article.id.is_empty() {
            draft.identify(link);
        }
        let misnamed = misnamed(item);
        // Descriptions and contents without a prefix are bodies.
        for child in item.children() {
            let body = child.prefix().is_empty() && (child.is("description") || child.is("content"))
                || misnamed.is_some_and(|body| body.place() == child.place());
            if !body {
                draft.besides_all(child, &LET_GO);
            }
        }
        for (name, words) in &self.besides {
            draft.besides(name, words);
        }
        draft.language(self.language.clone());
        read_body(item, misnamed, &mut draft);
        draft.rights(self.rights.as_deref().unwrap_or_default());
        draft.makers.extend([&self.publisher, &self.title, &self.rights].into_iter().flatten().cloned());
        if draft.issued.is_none()
            && let Some(built) = &self.built
        {
            let time = draft.time("the feed's own", built);
            draft.other_times.extend(time.map(|time| ("the feed's own", time)));
        }
        draft
    }
}

/// The caption of a picture beside the story.
fn leave_out_caption(element: Branch<'_, '_>, draft: &mut Draft) {
    if element.is("description") || element.is("text") {
        draft.leave_out("caption", &crate::draft::plain(element.inner().to_owned()));
    }
}

/// A body in an element of no known name, if those that may have it have much less.
fn misnamed<'t, 'a>(item: Branch<'t, 'a>) -> Option<Branch<'t, 'a>> {
    let is_body = |child: Branch<'_, '_>| BODIES.iter().any(|body| child.is(body));
    let found = payload::misnamed(item, |child| MEDIA.contains(&child.prefix()) || is_body(child))?;
    let known =
        item.children().filter(|child| is_body(*child)).map(|body| body.inner().len()).max().unwrap_or(0);
    (known * 2 < found.inner().len()).then_some(found)
}

/// The fullest of the elements that may have the body; a description beside it is a teaser.
fn read_body(item: Branch<'_, '_>, misnamed: Option<Branch<'_, '_>>, draft: &mut Draft) {
    let rank = |child: &Branch<'_, '_>| {
        let own = !MEDIA.contains(&child.prefix());
        BODIES.iter().position(|body| own && child.is(body))
    };
    let mut bodies: Vec<(usize, Branch<'_, '_>)> = item
        .children()
        .filter_map(|child| Some((rank(&child)?, child)))
        .filter(|(_, child)| !child.inner().trim().is_empty())
        .take(8)
        .collect();
    bodies.sort_by_key(|(rank, _)| *rank);
    bodies.splice(0..0, misnamed.map(|body| (0, body)));
    for (nth, (_, child)) in bodies.into_iter().enumerate() {
        let payload = Payload {
            inner: child.inner(),
            kind: String::new(),
            rendition: String::new(),
            language: None,
            decoded: None,
        };
        if nth == 0 {
            payload::read(&payload, draft);
        } else {
            let mut teaser = Draft::default();
            payload::read(&payload, &mut teaser);
            if draft.lead.is_none() {
                draft.lead = Some(teaser.body);
            } else {
                draft.leave_out("description", &teaser.body);
            }
        }
    }
}
