//! A story's body inside a file of metadata: which of its renderings is taken, and how it is read.
//!
//! What a payload is called is not trusted: NITF, XHTML and plain text are told by their looks.

use std::collections::HashSet;

use super::ninjs::{all_words, leaves};
use super::{Format, body, nitf};
use crate::Received;
use crate::charset::Decoded;
use crate::draft::{Draft, is_nearly};
use crate::head::Head;
use crate::json::Json;
use crate::prose::paragraphs;
use crate::xml::Branch;
use crate::{charset, html, mime, rtf, xml};

/// One rendering of a body.
pub(super) struct Payload<'a> {
    /// As it stands in the file, with its mark-up.
    pub inner: &'a str,
    /// What the file says it is: `application/xhtml+xml`, `text/plain` …
    pub kind: String,
    /// `rnd:main`, `rnd:teaser`: which rendering it is.
    pub rendition: String,
    pub language: Option<String>,
    /// Its words, where a coding (base64) stands in the file instead.
    pub decoded: Option<String>,
}

/// Renderings that are less than the story.
const SHORT: &[&str] =
    &["teaser", "sms", "summary", "short", "abstract", "caption", "mobile", "headline", "tweet", "social"];

/// How much a rendering of the body tells, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Nitf,
    Marked,
    Plain,
    Short,
    Empty,
}

/// The words behind a coding that a file gives for a payload, or that the payload itself plainly is in, if they are words.
pub(super) fn decoded(inner: &str, coding: Option<String>) -> Option<String> {
    let said = coding.is_some_and(|coding| {
        // `base64`, `encd:b64`
        let coding = coding.to_ascii_lowercase();
        coding.contains("base64") || coding.rsplit([':', '/', '#']).next() == Some("b64")
    });
    let words = data(inner);
    if !said && !super::carried::is_base64(words) {
        return None;
    }
    let bytes = mime::base64(words.as_bytes());
    if !said {
        // Long names and sums of bytes are made of the same letters.
        let text = String::from_utf8(bytes).ok()?;
        return Some(text).filter(|text| is_text(text));
    }
    let decoded = charset::decode_as(&bytes, Some("utf-8"));
    (!decoded.text.contains('\0')).then(|| decoded.text.into_owned())
}

/// Whether it is written as a text is: blanks, and no controls but those of lines.
fn is_text(text: &str) -> bool {
    text.contains(' ') && !text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// The element in another that has a story where the one for a body is missing or its name is damaged: two paragraphs and more
/// below a dateline that an agency signs.
pub(super) fn misnamed<'t, 'a>(
    parent: Branch<'t, 'a>,
    is_known: impl Fn(Branch<'t, 'a>) -> bool,
) -> Option<Branch<'t, 'a>> {
    /// No such story is shorter, in bytes: nearly no element is looked into.
    const LEAST: usize = 150;
    let mut long = parent.children().filter(|child| child.inner().len() >= LEAST);
    long.find(|child| !is_known(*child) && is_story(child.inner()))
}

impl Payload<'_> {
    fn words(&self) -> &str {
        self.decoded.as_deref().unwrap_or(self.inner)
    }

    fn rank(&self) -> Rank {
        let rendition = self.rendition.to_ascii_lowercase();
        let inner = data(self.words());
        if inner.trim().is_empty() {
            Rank::Empty
        } else if SHORT.iter().any(|short| rendition.ends_with(short)) {
            Rank::Short
        } else if is_nitf(inner) {
            Rank::Nitf
        } else if html::is_html(inner) || memchr::memchr(b'<', inner.as_bytes()).is_some() {
            Rank::Marked
        } else {
            Rank::Plain
        }
    }

    /// There is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.rank() == Rank::Empty
    }

    pub(super) fn is_story(&self) -> bool {
        is_story(self.words())
    }

    /// What it is, for a person.
    pub(super) fn describe(&self) -> String {
        let bytes = self.inner.trim().len();
        let name = [&self.rendition, &self.kind].into_iter().find(|name| !name.is_empty());
        name.map_or_else(|| format!("{bytes} bytes"), |name| format!("{name}, {bytes} bytes"))
    }

    /// The primary part of its language, which tells a translation from another rendering.
    fn tongue(&self) -> Option<String> {
        let primary = self.language.as_deref()?.split(['-', '_']).next()?;
        Some(primary.to_ascii_lowercase())
    }
}

/// The renderings to read, by their places: the best of each language, each with those that were not taken.
pub(super) fn choose(payloads: &[Payload<'_>]) -> Vec<(usize, Vec<usize>)> {
    let mut chosen: Vec<(usize, Rank, Option<String>, Vec<usize>)> = Vec::new();
    for (nth, payload) in payloads.iter().enumerate() {
        let (rank, tongue) = (payload.rank(), payload.tongue());
        if rank == Rank::Empty {
            continue;
        }
        let room = chosen.len() < LANGUAGES;
        let same_tongue = chosen
            .iter()
            .position(|(_, _, known, _)| known.is_none() || tongue.is_none() || *known == tongue);
        // The same words are one story, whatever language each is said to be in.
        let twin = same_tongue.or_else(|| {
            let few = chosen.get(..SAME.min(chosen.len()))?;
            few.iter().position(|(best, ..)| tells_the_same(&payloads[*best], payload))
        });
        match twin.and_then(|twin| chosen.get_mut(twin)) {
            Some((best, known, language, rest)) if rank < *known => {
                rest.push(*best);
                (*best, *known) = (nth, rank);
                *language = tongue.or(language.take());
            }
            Some((.., rest)) => rest.push(nth),
            // A story has a dozen translations at most: a file of thousands would be compared each with each.
            None if room => chosen.push((nth, rank, tongue, Vec::new())),
            None => {}
        }
    }
    chosen.into_iter().map(|(best, _, _, rest)| (best, rest)).collect()
}

/// Whether two renderings have the same words, but for a headline or a note above those of one.
fn tells_the_same(one: &Payload<'_>, other: &Payload<'_>) -> bool {
    // Mark-up aside they are of like size: nothing else is read twice.
    let (short, long) =
        (one.words().len().min(other.words().len()), one.words().len().max(other.words().len()));
    if short * SIZES < long {
        return false;
    }
    let words = |payload: &Payload<'_>| {
        let mut draft = Draft::default();
        read_words(payload.words(), &mut draft);
        all_words(&draft.body).collect::<Vec<_>>()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    !short.is_empty() && long.ends_with(&short) && short.len() * 4 >= long.len() * 3
}

/// Renderings in so many languages are held against each other: of a file of thousands no more.
const SAME: usize = 3;

/// Mark-up makes a rendering no more times as long as its words.
const SIZES: usize = 4;

/// No item has a story in more languages.
pub(super) const LANGUAGES: usize = 50;

/// Reads a rendering into a draft.
pub(super) fn read(payload: &Payload<'_>, draft: &mut Draft) {
    draft.language(payload.language.clone());
    read_words(payload.words(), draft);
}

/// Reads a body as it stands in a file: what is between two tags, of whatever kind.
pub(super) fn read_words(inner: &str, draft: &mut Draft) {
    let words = data(inner);
    if read_file(words, draft) {
        return;
    }
    if rtf::is_rtf(words) {
        draft.article.warn("payload_mended", "a body in Rich Text Format: its words were read");
        draft.body = rtf::read(&html::unescape(words));
        return;
    }
    if let Some(tree) = body::of_string(words) {
        draft.article.warn("payload_mended", "a body that is an object of JSON: its words were read");
        tree.asides.iter().for_each(|(what, words)| draft.leave_out(what, words));
        // What the object says of the story's life.
        for (name, value) in Json::beginning(words).map(Json::fields).unwrap_or_default().iter() {
            leaves(value).iter().for_each(|words| draft.heed_property(name, words));
        }
        // No body is in a body for long.
        if tree.words.len() < words.len() {
            return read_words(&tree.words, draft);
        }
    }
    // A file whose brackets were escaped.
    if !html::is_html(words)
        && memchr::memmem::find(words.as_bytes(), b"&lt;").is_some()
        && read_file(data(&html::unescape(words)), draft)
    {
        return;
    }
    if memchr::memchr(b'<', words.as_bytes()).is_none() && !is_escaped(words) {
        // One layer of entities is the file's own.
        let once = html::unescape(words);
        draft.body = paragraphs(&html::unescape(&once));
        return;
    }
    let within_xml = words.len() == inner.len();
    let mut body = html::read(words);
    // Between tags of XML, one layer of entities is the file's own.
    body.escaped &= !within_xml || is_escaped_twice(words);
    draft.take_body(body);
}

/// The child of a name, else the first that is called so but for one letter.
pub(super) fn child_nearly<'t, 'a>(element: Branch<'t, 'a>, name: &str) -> Option<Branch<'t, 'a>> {
    element.child(name).or_else(|| element.children().find(|child| is_nearly(child.name(), name)))
}

/// Reads a body that was sent as letters, and nothing says so.
pub(crate) fn read_letters(draft: &mut Draft) {
    let Some(words) = super::carried::in_letters(&draft.body) else { return };
    draft.warn("payload_mended", "a body in base64, and nothing says so: its words were read");
    let mut inner = Draft::default();
    read_words(&words, &mut inner);
    draft.body.clear();
    draft.fill_from(inner);
}

/// Whether words are a story and no caption: two paragraphs and more below a dateline that an agency signs.
pub(super) fn is_story(words: &str) -> bool {
    let mut draft = Draft::default();
    read_words(words, &mut draft);
    let body = draft.body.trim();
    body.contains("\n\n") && Head::read(body).is_signed()
}

/// Says of a rendering that it was not taken; what it has that the other has not stands in a warning.
pub(super) fn leave_out(payload: &Payload<'_>, draft: &mut Draft) {
    draft.warn("other_rendering", payload.describe());
    let name = [&payload.rendition, &payload.kind].into_iter().find(|name| !name.is_empty());
    heed_beside(name.map_or("rendering", String::as_str), payload.words(), draft);
}

/// Reads what stands beside the body that was taken: what it says of the story's life holds, and words that the body has not stand
/// in a warning.
pub(super) fn heed_beside(name: &str, words: &str, draft: &mut Draft) {
    let mut other = Draft::default();
    read_words(words, &mut other);
    draft.heed(&mut other);
    let words = other.headline.into_iter().chain([other.body]).collect::<Vec<_>>().join("\n\n");
    let known: HashSet<String> = all_words(&draft.body)
        .chain(draft.headline.iter().flat_map(|headline| all_words(headline)))
        .chain(draft.lead.iter().flat_map(|lead| all_words(lead)))
        .collect();
    if all_words(&words).any(|word| !known.contains(&word)) {
        draft.leave_out(name, &words);
    }
}

/// Reads a payload that is a document of NITF or a whole item of NewsML; else nothing is done.
pub(super) fn read_file(words: &str, draft: &mut Draft) -> bool {
    let Some(root) = xml::root(words) else { return false };
    let is = |name: &str| root.eq_ignore_ascii_case(name);
    if is("nitf") {
        read_nitf(words, draft);
        return true;
    }
    ["newsmessage", "newsitem", "newsml"].into_iter().any(is) && read_item(words, draft)
}

/// Reads an item of NewsML: its own fields are no copy. Of several, what they say of the story's life holds.
fn read_item(words: &str, draft: &mut Draft) -> bool {
    let reader = Format::recognise(words).reader();
    let received = Received { bytes: words.as_bytes(), feed: None, uri: None, received_at: None };
    let decoded = Decoded { text: words.into(), charset: "UTF-8", warnings: Vec::new() };
    let mut articles = (reader.parse)(&received, &decoded).map(|parsed| parsed.articles).unwrap_or_default();
    articles.iter().for_each(|article| draft.restrict_by(article, "the payload"));
    let Some(mut article) = articles.pop().filter(|_| articles.is_empty()) else { return false };
    let mut inner = Draft::default();
    inner.headline = article.headline.take();
    let above = if inner.headline.is_some() { article.text.split_once("\n\n") } else { None };
    above.map_or(article.text.as_str(), |(_, body)| body).clone_into(&mut inner.body);
    inner.notes.extend(article.ed_note.take());
    inner.makers.extend(article.provider.take().map(|provider| provider.name.unwrap_or(provider.code)));
    draft.article.subjects.append(&mut article.subjects);
    inner.article = article;
    draft.fill_from(inner);
    true
}

fn read_nitf(words: &str, draft: &mut Draft) {
    match nitf::inside(words) {
        Ok((inner, rest)) => {
            draft.fill_from(inner);
            // A second document in one body: no word of it is lost.
            if rest.contains('<') && xml::root(rest).is_some() {
                let mut second = Draft::default();
                second.take_body(html::read(rest));
                draft.leave_out("rendering", &second.body);
            }
        }
        // Damaged, and still a story: its words are there.
        Err(no) => {
            draft.article.warn("payload_mended", format!("the NITF inside is damaged: {}", no.reason));
            draft.take_body(html::read(words));
        }
    }
}

/// Whether a string is a document of NITF, perhaps one `CDATA` section.
pub(super) fn is_nitf(words: &str) -> bool {
    xml::root(data(words)).is_some_and(|root| root.eq_ignore_ascii_case("nitf"))
}

fn is_escaped(words: &str) -> bool {
    memchr::memmem::find(words.as_bytes(), b"&lt;").is_some() && html::is_html(&html::unescape(words))
        || is_escaped_twice(words)
}

fn is_escaped_twice(words: &str) -> bool {
    memchr::memmem::find(words.as_bytes(), b"&amp;lt;").is_some()
}

/// The words of a payload that is one `CDATA` section, else the payload.
pub(super) fn data(inner: &str) -> &str {
    let bare = inner.trim();
    // In a string of JSON one may have no end, or half of one.
    let ends = ["]]>", "]]&gt;", "]]"];
    let data = bare
        .strip_prefix("<![CDATA[")
        .map(|rest| ends.iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest));
    data.filter(|data| memchr::memmem::find(data.as_bytes(), b"]]>").is_none()).unwrap_or(inner)
}
