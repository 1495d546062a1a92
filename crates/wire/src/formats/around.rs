//! What stands around a file and says what may be done with the story in it: the fields of an object that has the file as a string,
//! the lines of a log or of HTTP above it, an order to editors. The stricter of the two holds.

use article::Article;

use super::ninjs::leaves;
use crate::draft::{Draft, is_heeded, pairs};
use crate::head::Place;
use crate::html;
use crate::json::{Fields, Json};
use crate::when;

/// What was said around a file.
#[derive(Debug, Default)]
pub(super) struct Around<'a> {
    /// Who says it, for a person.
    who: &'static str,
    /// Properties, each with what it is called.
    said: Vec<(String, String)>,
    /// When the envelope was sent, what it is called and which version it has: where the file does not say so itself.
    own: Vec<(&'static str, String)>,
    /// Words to editors.
    words: std::borrow::Cow<'a, str>,
}

/// An envelope says no more of one story.
const FEW: usize = 40;

/// How envelopes call the time of a story, its name and its version, the likeliest first.
const TIMES: &[&str] = &[
    "versioncreated",
    "published_at",
    "publishedat",
    "published",
    "pubdate",
    "issued",
    "sent",
    "sent_at",
    "date",
];
const IDS: &[&str] = &["uri", "guid", "id", "itemid", "item_id"];
const VERSIONS: &[&str] = &["version", "revision"];

impl<'a> Around<'a> {
    /// What the fields of an object say that has a file in one of them; `is_file` tells which those are.
    pub(super) fn of_fields(fields: &Fields<'_>, is_file: &dyn Fn(usize) -> bool) -> Self {
        let mut around = Self { who: "the envelope", ..Self::default() };
        for (_, (name, value)) in fields.iter().enumerate().filter(|(nth, _)| !is_file(*nth)) {
            around.take(name, value, 2);
        }
        around
    }

    fn take(&mut self, name: &str, value: Json<'_>, layers: usize) {
        if self.said.len() >= FEW {
            return;
        }
        if layers > 0 && value.is_object() {
            for (inner, value) in value.fields().iter() {
                self.take(&format!("{name}.{inner}"), value, layers - 1);
            }
            return;
        }
        let bare = name.rsplit('.').next().unwrap_or(name);
        if is_heeded(name) {
            self.said.extend(leaves(value).into_iter().map(|words| (name.to_owned(), words)));
        } else if let Some(known) = [TIMES, IDS, VERSIONS]
            .into_iter()
            .flatten()
            .copied()
            .find(|known| known.eq_ignore_ascii_case(bare))
        {
            self.own.extend(value.words().map(|words| (known, words)));
        }
    }

    /// What words say that stand directly before a file, and behind it where they go around it.
    pub(super) fn of_words(before: &'a str, behind: &str) -> Self {
        /// In bytes: what stands farther off is of something else.
        const NEAR: usize = 4000;
        let mut around = Self { who: "the words around it", ..Self::default() };
        let start = before.ceil_char_boundary(before.len().saturating_sub(NEAR));
        let near = last_of_log(&before[start..]);
        around.said = pairs(near, FEW);
        let open = near.trim_start();
        if open.starts_with(['<', '{']) {
            around.said.extend(pairs(&behind[..behind.floor_char_boundary(NEAR)], FEW));
        }
        around.words = match open.as_bytes().first() {
            Some(b'<') => html::read(near).text.into(),
            // Names and values are no sentences.
            Some(b'{') => "".into(),
            _ => near.into(),
        };
        around
    }

    /// Lets it hold for the stories that were in the file.
    pub(super) fn bind(&self, articles: &mut [Article]) {
        /// More lines say what the story is about.
        const LINES: usize = 12;
        let alone = articles.len() == 1;
        for article in articles {
            self.name(article, alone);
            let mut story = Draft::default();
            for (name, words) in &self.said {
                story.heed_property(name, words);
            }
            let lines = self.words.lines().rev().map(str::trim).filter(|line| !line.is_empty());
            lines.take(LINES).for_each(|line| story.hear(line, Place::Note));
            story.issued = article.published_at;
            story.restrict(article, &self.words, self.who);
        }
    }

    /// Gives a story the name, the time and the version of its envelope where it has none itself.
    fn name(&self, article: &mut Article, alone: bool) {
        let of = |names: &[&str]| {
            let find = |name: &&str| self.own.iter().find(|(known, _)| known == name);
            names.iter().find_map(find).map(|(name, words)| (*name, words.as_str()))
        };
        if article.published_at.is_none()
            && let Some((name, words)) = of(TIMES)
            && let Some(when) = when::read(words).when()
        {
            article.published_at = Some(when);
            article.warn("time_fallback", format!("{name} of the envelope: {when}"));
        }
        if alone && article.id.starts_with("sha256:") {
            let mut named = Draft::default();
            named.identify(of(IDS).map(|(_, words)| words.to_owned()));
            if !named.article.id.is_empty() {
                article.id = named.article.id;
            }
        }
        if article.version == 1
            && let Some(version) = of(VERSIONS).and_then(|(_, words)| words.parse().ok())
        {
            article.version = article.version.max(version);
        }
    }
}

/// Of the lines of a log only the last is of what follows it: those above are of other things.
fn last_of_log(words: &str) -> &str {
    // Marks of a transmission may stand before its header.
    let lines =
        || words.lines().filter(|line| line.contains(|c: char| !(c.is_whitespace() || c.is_control())));
    let is_log =
        |line: &str| line.trim_start().trim_start_matches('[').starts_with(|c: char| c.is_ascii_digit());
    if lines().nth(1).is_some() && lines().all(is_log) {
        let end = words.trim_end_matches(|c: char| c.is_whitespace() || c.is_control()).len();
        return &words[words[..end].rfind('\n').map_or(0, |at| at + 1)..];
    }
    words
}
