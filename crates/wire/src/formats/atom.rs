//! Atom 0.3 and 1.0: each `entry` is an article, with its content or, where that is elsewhere, its summary; a tombstone is a
//! canceled one.

use article::Subject;

use super::items::{Found, Items, Message, Vocabulary};
use super::{Format, Reader, payload};
use crate::charset::Decoded;
use crate::draft::{Draft, LetGo, plain};
use crate::xml::{self, Branch, Tree};
use crate::{Parsed, Received, Unreadable};

pub(super) const READER: Reader = Reader { name: "atom", recognise, parse };

fn recognise(text: &str) -> bool {
    xml::root(text).is_some_and(VOCABULARY.is_root)
}

pub(super) const VOCABULARY: Vocabulary = Vocabulary {
    what: "a feed or an entry of Atom",
    is_root: |name| name.eq_ignore_ascii_case("feed") || is_entry(name),
    is_item: is_entry,
    is_aside: |name| ASIDES.iter().any(|aside| name.eq_ignore_ascii_case(aside)),
    is_payload: |name| BODIES.iter().any(|body| name.eq_ignore_ascii_case(body)),
};

/// An entry, or the tombstone of one that was deleted (RFC 6721).
fn is_entry(name: &str) -> bool {
    name.eq_ignore_ascii_case("entry") || name.eq_ignore_ascii_case(TOMBSTONE)
}

const TOMBSTONE: &str = "deleted-entry";

/// For machines: bodies, which are read by their looks, times, and the size and shape of files.
#[rustfmt::skip]
const LET_GO: LetGo = LetGo {
    whole: &["content", "summary", "updated", "modified", "published", "issued", "created", "date", "generator"],
    attributes: &["type", "length", "hreflang", "lang", "base", "mode", "rel", "width", "height", "medium", "count"],
};

const ASIDES: &[&str] = &["title", "rights", "copyright", "author", "updated", "modified"];
const BODIES: &[&str] = &["content", "summary", "title", "subtitle", "tagline", "rights"];

fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let mut message = Message::new(received, decoded, Format::Atom);
    let mut feed = Feed { language: language_of_root(&decoded.text), ..Feed::default() };
    let mut items = Items::of(&decoded.text, VOCABULARY);
    for found in items.by_ref() {
        match found {
            Found::Aside(tree) => feed.aside(&tree),
            _ if super::is_full(&mut message.parsed) => break,
            Found::Item { tree, own, warnings } => {
                let is_deleted = tree.root().is(TOMBSTONE);
                let mut draft = if is_deleted { tombstone(tree.root()) } else { feed.draft(tree.root()) };
                draft.article.warnings.splice(0..0, warnings);
                message.put(draft, own);
            }
            Found::Damaged(no) => message.parsed.rejected.push(no),
        }
    }
    if message.parsed.is_empty() && recognise(&decoded.text) {
        message.without_items(&items, "empty_notice", "a feed without an entry");
    }
    message.finish()
}

/// `<feed xml:lang="en">`
fn language_of_root(text: &str) -> Option<String> {
    let start = memchr::memmem::find(text.as_bytes(), b"feed")?;
    let tag = text[start..].split('>').next()?;
    let value = tag.split_once("lang=")?.1;
    value.get(1..)?.split(['"', '\'']).next().map(str::to_owned)
}

#[derive(Default)]
struct Feed {
    title: Option<String>,
    rights: Option<String>,
    author: Option<String>,
    updated: Option<String>,
    language: Option<String>,
}

/// The words of a construct that may be text, HTML or XHTML.
fn words(construct: Branch<'_, '_>) -> Option<String> {
    let mut draft = Draft::default();
    payload::read_words(construct.inner(), &mut draft);
    let whole = draft.headline.into_iter().chain(Some(draft.body).filter(|body| !body.is_empty()));
    Some(plain(whole.collect::<Vec<_>>().join(" "))).filter(|words| !words.is_empty())
}

/// `<at:deleted-entry ref="urn:1" when="2026-03-03T10:15:00Z"/>`
fn tombstone(entry: Branch<'_, '_>) -> Draft {
    let mut draft = Draft::default();
    draft.identify(entry.attribute("ref"));
    let when = entry.attribute("when").unwrap_or_default();
    draft.issued = draft.time("when", &when);
    draft.status("canceled");
    draft.note(entry.child("comment").and_then(words));
    draft
}

impl Feed {
    fn aside(&mut self, tree: &Tree<'_>) {
        let aside = tree.root();
        match aside.name().to_ascii_lowercase().as_str() {
            "title" => self.title = self.title.take().or_else(|| words(aside)),
            "rights" | "copyright" => self.rights = words(aside),
            "author" => self.author = aside.child("name").and_then(Branch::said),
            _ => self.updated = aside.said(),
        }
    }

    fn draft(&self, entry: Branch<'_, '_>) -> Draft {
        let mut draft = Draft::default();
        let mut link = None;
        let (mut content, mut summary) = (None, None);
        draft.identify(entry.child("id").and_then(Branch::said));
        let said = |name: &str| entry.child(name).and_then(Branch::said);
        for name in ["updated", "modified", "published", "issued", "created"] {
            let Some(written) = said(name) else { continue };
            let time = draft.time(name, &written);
            match name {
                "updated" | "modified" => draft.issued = draft.issued.or(time),
                _ => draft.other_times.extend(time.map(|time| ("published", time))),
            }
        }
        for child in entry.children() {
            match child.name().to_ascii_lowercase().as_str() {
                // Those of pictures have a prefix.
                "title" if child.prefix().is_empty() || draft.headline.is_none() => {
                    draft.head_with(words(child).unwrap_or_default());
                }
                "author" => {
                    let name = child.child("name").and_then(Branch::said);
                    draft.by(&name.unwrap_or_default());
                }
                "link" => {
                    let rel = child.attribute("rel").unwrap_or_else(|| "alternate".to_owned());
                    link = link.or(child.attribute("href").filter(|_| rel == "alternate"));
                }
                "category" => {
                    let (scheme, name) = (child.attribute("scheme"), child.attribute("label"));
                    let code = child.attribute("term").or_else(|| child.said());
                    match (&scheme, &name) {
                        (None, None) => draft.keyword(code),
                        _ => draft.subject(Some(Subject { scheme, code, name })),
                    }
                }
                "rights" | "copyright" => draft.rights(&words(child).unwrap_or_default()),
                "source" => {
                    let title = child.child("title").and_then(words);
                    draft.makers.extend(title.or_else(|| child.said()));
                }
                "content" if content.is_none() => content = Some(child),
                "summary" if summary.is_none() => summary = Some(child),
                "content" | "summary" => {
                    draft.leave_out(child.name(), &words(child).unwrap_or_default());
                }
                _ => {}
            }
        }
        if draft.article.id.is_empty() {
            draft.identify(link);
        }
        // A body in an element of no known name.
        let misnamed = if content.is_none() {
            let found = payload::misnamed(entry, |child| child.is("summary"));
            found.filter(|found| summary.is_none_or(|known| known.inner().len() * 2 < found.inner().len()))
        } else {
            None
        };
        let but = misnamed.map_or("", Branch::name);
        draft.besides_children(entry, &[but], &LET_GO);
        let content = content.or(misnamed);
        draft.language(
            content.and_then(|content| content.attribute("lang")).or_else(|| entry.attribute("lang")),
        );
        draft.language(self.language.clone());
        if let Some(content) = content {
            payload::read_words(content.inner(), &mut draft);
        }
        if let Some(summary) = summary {
            let mut short = Draft::default();
            payload::read_words(summary.inner(), &mut short);
            draft.lead = Some(short.body).filter(|body| !body.is_empty());
        }
        draft.rights(self.rights.as_deref().unwrap_or_default());
        draft.makers.extend([&self.title, &self.author, &self.rights].into_iter().flatten().cloned());
        if draft.article.byline.is_none() {
            let person = self.author.as_ref().filter(|name| crate::head::known_provider(name).is_none());
            draft.by(person.map_or("", String::as_str));
        }
        if draft.issued.is_none()
            && draft.other_times.is_empty()
            && let Some(updated) = &self.updated
        {
            let time = draft.time("the feed's own", updated);
            draft.other_times.extend(time.map(|time| ("the feed's own", time)));
        }
        draft
    }
}
