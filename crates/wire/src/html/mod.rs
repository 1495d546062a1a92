//! Bodies in HTML, as agencies write it into a string: tags of any case and name, never closed, escaped once too often.
//!
//! Read in one go, whatever the nesting: what no one closes ends with the text. Paragraphs, lines, lists and the rows of
//! tables stay apart; what is not the story (captions, fact boxes, style sheets, contacts …) is given back by its name.

mod furniture;
mod part;
mod weights;

use std::borrow::Cow;

use part::ASIDE;
pub(crate) use part::{By, Part, part_of};
pub(crate) use weights::{Spared, Weights};

use crate::prose::{Prose, Words, has_blank_line, is_indented};

/// A body, and what stood in its mark-up besides the story.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// Paragraphs, joined by blank lines.
    pub text: String,
    /// What it is, and its words.
    pub left_out: Vec<(String, String)>,
    pub notes: Vec<String>,
    pub byline: Option<String>,
    /// An element of that class, which is of the text all the same.
    pub dateline: Option<String>,
    /// An `h1` or an element of that class: it may be the story's headline once more.
    pub headline: Option<String>,
    /// The mark-up was escaped as text, once or more often.
    pub escaped: bool,
}

/// Elements inside a paragraph. Any other parts its words from the next: home-made vocabularies have names of their own.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "alt-code",
    "b",
    "bdi",
    "bdo",
    "big",
    "chron",
    "cite",
    "city",
    "classifier",
    "code",
    "country",
    "data",
    "dfn",
    "em",
    "event",
    "font",
    "frac",
    "function",
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "lang",
    "location",
    "mark",
    "money",
    "nobr",
    "num",
    "object.title",
    "org",
    "person",
    "postaddr",
    "pronounce",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "virtloc",
    "wbr",
];

/// Elements that part their words from the next in any place. Home-made names do so unless they stand among words.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "abstract", "address", "article", "bl", "block", "blockquote", "body", "body.content", "body.end", "body.head", "bq", "byline",
    "caption", "center", "dateline", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figure", "footer", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "headline", "hedline", "hl1", "hl2", "hr", "html", "legend", "li", "main", "menu", "nitf", "nitf-table",
    "ol", "p", "para", "paragraph", "pre", "section", "summary", "table", "tagline", "title", "ul",
];

/// Elements around a whole body, which say nothing of its paragraphs.
const WRAPPERS: &[&str] =
    &["article", "body", "body.content", "div", "head", "html", "main", "nitf", "section"];

/// Tags by which a text is known to be HTML, whatever it is called.
const SIGNS: &[&str] = &[
    "p", "br", "div", "span", "ul", "ol", "li", "table", "b", "i", "em", "strong", "a", "h1", "h2", "h3",
    "body", "html", "hr",
];

/// Whether an element is one of HTML's that a text may begin with.
pub(crate) fn is_tag(name: &str) -> bool {
    SIGNS
        .iter()
        .chain(&["article", "section", "font", "center", "head", "h4"])
        .any(|sign| sign.eq_ignore_ascii_case(name))
}

/// Whether a text has tags of HTML.
pub(crate) fn is_html(text: &str) -> bool {
    has_tag(text, "<", ">")
}

/// Whether a text has no tags, but tags that were escaped, once or more often.
pub(crate) fn is_escaped(text: &str) -> bool {
    const LAYERS: [(&str, &str); 3] =
        [("&lt;", "&gt;"), ("&amp;lt;", "&amp;gt;"), ("&amp;amp;lt;", "&amp;amp;gt;")];
    memchr::memchr(b'&', text.as_bytes()).is_some()
        && !is_html(text)
        && LAYERS.iter().any(|(open, close)| has_tag(text, open, close))
}

/// Whether a text has tags of HTML that mark its words up.
pub(crate) fn is_marked_up(text: &str) -> bool {
    is_html(text) && !only_names_tags(text)
}

/// Whether tags are what a text is about: `A coder who wrote <b> and </b> into …`. What marks words up touches them.
pub(crate) fn only_names_tags(text: &str) -> bool {
    /// Tags that stand alone, and those of paragraphs, mark up wherever they stand.
    const ALONE: &[&str] = &["br", "hr", "p", "div", "li", "ul", "ol", "table", "img"];
    let apart = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '(' | ')' | ',' | '.' | ';' | ':')
    };
    let mut marks = memchr::memchr_iter(b'<', text.as_bytes()).peekable();
    marks.peek().is_some()
        && marks.all(|at| {
            let inner = text[at + 1..].trim_start_matches('/');
            let Some(length) = inner.find('>').filter(|length| *length <= 20) else { return true };
            let name = inner[..length].trim_end_matches([' ', '/']);
            let behind = &inner[length + 1..];
            !ALONE.iter().any(|alone| alone.eq_ignore_ascii_case(name))
                && text[..at].ends_with(apart)
                && behind.starts_with(apart)
        })
}

fn has_tag(text: &str, open: &str, close: &str) -> bool {
    /// Where there are no tags in so many of these marks, there are none.
    const ENOUGH: usize = 50;
    let name_of = |words: &'_ str| {
        words[..words
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':')))
            .unwrap_or(words.len())]
            .len()
    };
    let ends = |rest: &str| rest.starts_with(close) || rest.starts_with([' ', '/', '\n', '\r', '\t']);
    // The first element of a name that is not HTML's, and where its end is looked for.
    let mut home_made = None;
    let known = memchr::memmem::find_iter(text.as_bytes(), open.as_bytes()).take(ENOUGH).any(|at| {
        let after = &text[at + open.len()..];
        let bare = after.strip_prefix('/').unwrap_or(after);
        let (name, rest) = bare.split_at(name_of(bare));
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) && bare.len() == after.len() && ends(rest) {
            home_made.get_or_insert((name, text.len() - rest.len()));
        }
        SIGNS.iter().any(|sign| sign.eq_ignore_ascii_case(name)) && ends(rest)
    });
    known
        || home_made.is_some_and(|(name, from)| {
            let end = format!("{open}/{name}{close}");
            memchr::memmem::find(&text.as_bytes()[from..], end.as_bytes()).is_some()
        })
}

/// Escaped more often than this is no slip any more.
const LAYERS: usize = 3;

/// Reads a body.
pub(crate) fn read(html: &str) -> Body {
    read_as(html, false)
}

/// Reads a page of the web: nothing else than its lines tells when it was published.
pub(crate) fn read_page(html: &str) -> Body {
    read_as(html, true)
}

fn read_as(html: &str, is_page: bool) -> Body {
    let mut html = Cow::Borrowed(html);
    let mut layers = 0;
    while layers < LAYERS && is_escaped(&html) {
        html = Cow::Owned(unescape(&html).into_owned());
        layers += 1;
    }
    let mut reader = Reader::read_whole(&html, false);
    if !reader.blocks && !reader.broken && (has_blank_line(&html) || is_indented(&html)) {
        // Nothing in it says where a paragraph begins but the lines themselves.
        reader = Reader::read_whole(&html, true);
    }
    if is_page {
        reader.times.clear();
    }
    let mut body = reader.finish();
    body.escaped = layers > 0;
    // Tags that are in the text now were escaped inside other tags.
    if layers == 0 && memchr::memmem::find(body.text.as_bytes(), b"</").is_some() && is_marked_up(&body.text)
    {
        let mut inner = Reader::read_whole(&body.text, false).finish();
        inner.left_out.splice(0..0, body.left_out);
        inner.notes.splice(0..0, body.notes);
        inner.byline = inner.byline.or(body.byline);
        inner.dateline = inner.dateline.or(body.dateline);
        inner.headline = inner.headline.or(body.headline);
        inner.escaped = true;
        return inner;
    }
    body
}

/// `&amp;lt;` → `&lt;`: one layer of entities.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        whole.push_str(&rest[..at]);
        let length = entity(&rest[at..], |words| whole.push_str(words));
        rest = &rest[at + length..];
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// Gives the characters of the entity at the start of `words`, and its length; a bare `&` is itself.
fn entity(words: &str, mut push: impl FnMut(&str)) -> usize {
    /// No entity's name is longer.
    const LONGEST: usize = 33;
    let reach = words.len().min(LONGEST);
    let close = memchr::memchr(b';', &words.as_bytes()[..reach]);
    let name = close.and_then(|close| words.get(1..close)).unwrap_or("");
    let mut buffer = [0; 4];
    let whole = match name.strip_prefix('#') {
        Some(number) => character(number).map(|c| &*c.encode_utf8(&mut buffer)),
        None => crate::entity::of_html(name),
    };
    if let Some(words) = whole {
        // A blank that does not break is layout.
        push(if words == "\u{a0}" { " " } else { words });
        return name.len() + 2;
    }
    // Its end was forgotten.
    let bare = words[1..].split(|c: char| !c.is_ascii_alphanumeric() && c != '#').next().unwrap_or("");
    let found = match bare.strip_prefix('#') {
        Some(number) => {
            let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let c =
                character(&number[..digits]).filter(|_| digits > 1 && !words[digits + 2..].starts_with(';'));
            c.map(|c| (&*c.encode_utf8(&mut buffer), digits + 1))
        }
        None => crate::entity::without_end(bare),
    };
    if let Some((words, length)) = found {
        push(if words == "\u{a0}" { " " } else { words });
        length + 1
    } else {
        push("&");
        1
    }
}

/// The character of a number, `233` or `xE9`. Numbers 128 to 159 are meant as windows-1252 has them.
fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    };
    code.and_then(|code| match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9f) => {
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()
        }
        _ => char::from_u32(code).filter(|c| *c != '\0'),
    })
}

#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that was seen, and none excludes another"
)]
struct Reader {
    body: Body,
    prose: Prose,
    words: Words,
    /// The element that is open and holds no story: its name, what it is, and how many of its name are open.
    part: Option<(String, Part, usize)>,
    breaks: usize,
    blocks: bool,
    /// There are breaks of lines.
    broken: bool,
    cell: bool,
    tables: usize,
    /// There are links.
    links: bool,
    /// The words of the element for a time that is open, and of those before it.
    time: Option<String>,
    times: Vec<String>,
    /// Blank lines begin paragraphs: the mark-up has none for them.
    loose: bool,
    /// No comment ends in what follows.
    no_comment_end: bool,
    /// No CDATA section ends in what follows.
    no_data_end: bool,
    weights: Weights,
    spared: Spared,
    /// The element of `part` is a `span`: what stood before it.
    span: Option<Span>,
    /// A `span` that has ended; what follows tells whether it is of a sentence.
    pending: Option<Pending>,
    /// A byline has just gone with its label: a mark that parted it from what follows goes, too.
    parted: bool,
}

/// How the words before a `span` end that may hold no story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    /// In the middle of a sentence.
    joined: bool,
    /// Its words begin with a blank.
    gap: bool,
    /// Nothing but `By` stands before it.
    by: bool,
}

/// A `span` that may hold no story, and that has ended.
#[derive(Debug)]
struct Pending {
    part: Part,
    words: String,
    span: Span,
    /// A blank stands behind it, or at its end.
    gap: bool,
}

impl Reader {
    /// Reads a body, and once more without leaving out what turned out to be most of the story.
    fn read_whole(html: &str, loose: bool) -> Self {
        let mut spared = Spared::default();
        loop {
            let mut reader = Self { loose, spared, ..Self::default() };
            reader.read(html);
            reader.settle(None);
            reader.close_part();
            if !reader.spared.spare(&reader.weights) {
                return reader;
            }
            spared = reader.spared;
        }
    }

    fn read(&mut self, html: &str) {
        let mut bytes = html.as_bytes();
        let mut html = html;
        let mut tags = Tags::default();
        let mut at = 0;
        while at < bytes.len() {
            let next = memchr::memchr2(b'<', b'&', &bytes[at..]).map_or(bytes.len(), |length| at + length);
            if next > at {
                self.text(&html[at..next]);
                at = next;
                continue;
            }
            if bytes[at] == b'&' {
                let mut whole = String::new();
                at += entity(&html[at..], |words| whole.push_str(words));
                self.text(&whole);
                continue;
            }
            let rest = &html[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                // Without an end it is only a mark that was left: the words behind it are not lost.
                let length =
                    if self.no_comment_end { None } else { memchr::memmem::find(comment.as_bytes(), b"-->") };
                self.no_comment_end = length.is_none();
                at += length.map_or(4, |length| 4 + length + 3);
            } else if let Some(data) = rest.strip_prefix("<![CDATA[") {
                // Without an end it is only a mark that was left.
                let length =
                    if self.no_data_end { None } else { memchr::memmem::find(data.as_bytes(), b"]]>") };
                self.no_data_end = length.is_none();
                if length.is_none() {
                    html = html.trim_end().trim_end_matches("]]");
                    bytes = html.as_bytes();
                }
                self.text(&data[..length.unwrap_or(0)]);
                at = length.map_or(at + 9, |length| at + 9 + length + 3).min(bytes.len());
            } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
                && let Some(length) = tags.end(rest)
            {
                let tag = &rest[1..length - 1];
                // `<pTwo words here.</p>`, `fell<rose and fell>`: what a broken tag has swallowed are words.
                if let Some(name) = swallowed(tag) {
                    if name > 0 {
                        self.tag(&tag[..name], html, at);
                    } else {
                        self.text("<");
                    }
                    at += 1 + name;
                } else {
                    at += length;
                    if !tag.starts_with(['!', '?']) {
                        at = self.tag(tag, html, at);
                    }
                }
            } else {
                self.text("<");
                at += 1;
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.weights.words(text);
        if let Some(time) = &mut self.time {
            time.push_str(text);
        }
        if self.part.is_some() {
            self.words.push(text);
            return;
        }
        if let Some(pending) = &mut self.pending {
            if text.trim().is_empty() {
                pending.gap |= !text.is_empty();
                return;
            }
            self.settle(Some(text));
        }
        let marks = ['|', '·', '•', '–', ',', ' '];
        let text = if std::mem::take(&mut self.parted) { text.trim_start_matches(marks) } else { text };
        if self.breaks > 0 && !text.trim().is_empty() {
            if self.breaks > 1 {
                self.prose.paragraph();
            } else {
                self.prose.line();
            }
            self.breaks = 0;
        }
        if self.loose {
            self.prose.push_loose(text);
        } else if self.breaks == 0 || !text.trim().is_empty() {
            self.prose.push(text);
        }
    }

    /// A tag without its brackets; gives where reading goes on.
    fn tag(&mut self, tag: &str, html: &str, at: usize) -> usize {
        let closes = tag.starts_with('/');
        let inner = tag.trim_start_matches('/');
        let length = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
        let name = inner[..length].rsplit(':').next().unwrap_or("").to_ascii_lowercase();
        let single = inner.ends_with('/');
        self.links |= name == "a";
        if name == "a" {
            self.weights.link = !closes;
        }
        if name == "time" {
            /// No page tells more times than that in paragraphs of their own.
            const TIMES: usize = 20;
            let told = self.time.take().filter(|_| self.times.len() < TIMES);
            self.times.extend(told);
            self.time = (!closes && !single).then(String::new);
        }
        if INLINE.contains(&name.as_str()) && !(inner.len() > length && name == "span") && self.part.is_none()
        {
            return at;
        }
        if self.part.is_some() {
            if !closes {
                self.weights.inside(&name, &inner[length..]);
            }
            let gap = html[..at.min(html.len())].trim_end_matches('>').len().checked_sub(tag.len() + 1);
            let gap = gap
                .is_some_and(|end| html.get(..end).is_some_and(|words| words.ends_with(char::is_whitespace)));
            self.tag_in_part(&name, closes, single, gap);
            if self.part.is_some() {
                return at;
            }
            if closes {
                if INLINE.contains(&name.as_str()) {
                    if self.pending.is_none() {
                        self.text(" ");
                    }
                } else {
                    self.block(&name, true);
                }
                return at;
            }
        }
        if closes {
            self.block(&name, true);
            return at;
        }
        if matches!(name.as_str(), "script" | "style") && !single {
            return self.raw(&name, html, at);
        }
        if let Some((part, by)) = part_of(&name, &inner[length..])
            && !single
            && !self.spared.spares(at, by)
        {
            self.settle(None);
            if INLINE.contains(&name.as_str()) {
                let before = if self.breaks > 0 { "" } else { self.prose.open_words() };
                // `By <span class="author">Ann Lee</span>, Reuters`
                let label = part == Part::Byline && before.len() <= 12 && !before.trim().contains(' ');
                let by = label && BY.iter().any(|by| before.trim().eq_ignore_ascii_case(by));
                let joined = before.ends_with(|c: char| {
                    c.is_alphanumeric() || matches!(c, ',' | '“' | '„' | '«' | '’' | '\'')
                });
                let gap = html.get(at..).is_some_and(|words| words.starts_with(char::is_whitespace));
                self.span = Some(Span { joined: joined && !label, gap, by });
            } else {
                self.block(&name, false);
                self.span = None;
            }
            if by == By::Name || part == Part::Dateline {
                self.span = None;
            }
            self.weights.open(at, part, by);
            self.part = Some((name, part, 1));
            return at;
        }
        if !INLINE.contains(&name.as_str()) {
            self.block(&name, false);
            if single && !BLOCKS.contains(&name.as_str()) && name != "br" {
                self.block(&name, true);
            }
        }
        at
    }

    /// Inside an element that is left out only its own end counts.
    fn tag_in_part(&mut self, name: &str, closes: bool, single: bool, gap: bool) {
        let Some((open, _, depth)) = &mut self.part else { return };
        self.words.gap();
        if !INLINE.contains(&name) {
            self.span = None;
        }
        if open == name {
            match (closes, single) {
                (true, _) => *depth -= 1,
                (false, false) if open != "p" => *depth += 1,
                (false, false) => *depth = 0,
                (false, true) => {}
            }
        } else if open == "p" && !INLINE.contains(&name) && name != "br" && name != "img" {
            // A paragraph that nobody closed.
            *depth = 0;
        }
        if *depth == 0 {
            let span = self.span.take().filter(|_| closes);
            if let (Some(span), Some((name, part, _))) = (span, &self.part) {
                // It is of a sentence if words of one follow.
                debug_assert!(INLINE.contains(&name.as_str()), "a span is inline");
                let part = *part;
                self.part = None;
                self.weights.close();
                let words = self.words.take();
                if !words.is_empty() {
                    self.pending = Some(Pending { part, words, span, gap });
                }
            } else {
                self.close_part();
            }
        }
    }

    /// A `span` has ended, and what follows it is known: words, or the end of the paragraph.
    fn settle(&mut self, next: Option<&str>) {
        self.parted = false;
        let Some(Pending { part, words, span, gap }) = self.pending.take() else { return };
        if next.is_some_and(|next| is_within(part, &words, span, next)) {
            if span.gap {
                self.prose.push(" ");
            }
            self.prose.push(&words);
            self.weights.words(&words);
        } else {
            self.give("span", part, words);
            if span.by {
                // `By <span class="author">Ann Lee</span> | March 3, 2026`: the label goes with the name.
                self.prose.drop_open_words();
                self.parted = true;
                return;
            }
            self.prose.push(" ");
        }
        if gap {
            self.prose.push(" ");
        }
    }

    fn close_part(&mut self) {
        let Some((name, part, _)) = self.part.take() else { return };
        self.span = None;
        self.weights.close();
        let words = self.words.take();
        if !words.is_empty() {
            self.give(&name, part, words);
        }
    }

    /// Puts the words of an element where they belong.
    fn give(&mut self, name: &str, part: Part, words: String) {
        match part {
            Part::Note => self.body.notes.push(words),
            Part::Byline if self.body.byline.is_none() => self.body.byline = Some(words),
            Part::Dateline => {
                self.prose.push(&words);
                self.body.dateline.get_or_insert(words);
            }
            Part::Headline if self.body.headline.is_none() => self.body.headline = Some(words),
            _ => self.body.left_out.push((name.to_owned(), words)),
        }
    }

    /// Scripts and style sheets: up to their end, and nothing in them is mark-up.
    fn raw(&mut self, name: &str, html: &str, at: usize) -> usize {
        let rest = html.as_bytes().get(at..).unwrap_or_default();
        let mut ends = memchr::memmem::find_iter(rest, b"</");
        let end = ends.find(|end| {
            rest[end + 2..].get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
        });
        let length = end.unwrap_or(rest.len());
        let words = html[at..at + length].trim();
        if !words.is_empty() {
            self.body.left_out.push((name.to_owned(), words.to_owned()));
        }
        let close = end.and_then(|end| memchr::memchr(b'>', &rest[end..]).map(|close| end + close + 1));
        at + close.unwrap_or(rest.len())
    }

    /// An element that is no word of a paragraph begins or ends.
    fn block(&mut self, name: &str, closes: bool) {
        self.settle(None);
        self.weights.link = false;
        match name {
            "br" => {
                self.broken = true;
                if !(closes && self.breaks > 0) {
                    self.breaks += 1;
                }
                return;
            }
            "td" | "th" => {
                if self.cell {
                    self.prose.close_cell();
                }
                self.cell = !closes;
                if self.cell {
                    self.prose.open_cell();
                }
            }
            "tr" if self.tables <= 1 => {
                self.close_cell();
                if !closes {
                    self.prose.open_row();
                }
            }
            "table" => {
                if closes {
                    self.tables = self.tables.saturating_sub(1);
                } else {
                    self.tables += 1;
                }
                if self.tables == usize::from(!closes) {
                    self.close_cell();
                    self.prose.paragraph();
                }
            }
            "pre" => {
                self.close_cell();
                if closes { self.prose.close_preformatted() } else { self.prose.open_preformatted() }
            }
            "tbody" | "thead" | "tfoot" | "colgroup" | "col" => {}
            _ if BLOCKS.contains(&name) => self.prose.paragraph(),
            _ => {
                if self.breaks > 0 {
                    self.prose.paragraph();
                }
                self.breaks = 0;
                return if closes { self.prose.close_unknown() } else { self.prose.open_unknown() };
            }
        }
        self.breaks = 0;
        self.blocks |= !WRAPPERS.contains(&name);
    }

    fn close_cell(&mut self) {
        if std::mem::take(&mut self.cell) {
            self.prose.close_cell();
        }
    }

    fn finish(mut self) -> Body {
        self.settle(None);
        self.close_part();
        self.close_cell();
        self.body.text = self.prose.finish();
        self.body.leave_out_furniture(self.links, &self.times);
        if !self.blocks && self.body.text.contains('\n') && !self.body.text.contains("\n\n") {
            // Nothing but line breaks: where lines are long, each is a paragraph.
            let lines = self.body.text.matches('\n').count() + 1;
            if self.body.text.len() / lines > 60 {
                self.body.text = self.body.text.replace('\n', "\n\n");
            }
        }
        self.body
    }
}

/// Whether a tag is broken and has words in it: then how much of it is a name.
fn swallowed(tag: &str) -> Option<usize> {
    /// No paragraph that a tag swallows is longer, in bytes; what is would be looked through again from each mark in it.
    const LONGEST: usize = 2000;
    if tag.len() > LONGEST {
        return None;
    }
    if let Some(inner) = tag.strip_prefix('/') {
        let torn = memchr::memchr(b'<', inner.as_bytes());
        if torn.is_none() && !inner.contains(char::is_whitespace) {
            return None;
        }
        // `fell.</p <p>Exports`: this end lost its bracket, and no more.
        let name = torn.map_or("", |end| inner[..end].trim_end());
        if is_known(name) {
            return Some(1 + name.len());
        }
        // `</ of zinc fell.</p>`: a name and no words stand in an end.
        let words = torn.is_some() || inner.split_whitespace().nth(1).is_some();
        return (words && !tag.contains('=')).then_some(0);
    }
    if let Some(inner) = tag.strip_prefix(['!', '?']) {
        // `<! zinc fell.</p>`: a mark that was left, and no declaration.
        let blank = inner.starts_with(char::is_whitespace) && inner.contains(char::is_alphanumeric);
        return blank.then_some(0);
    }
    let length = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
    let (name, rest) = tag.split_at(length);
    if is_known(name) {
        // `<p zinc fell.</p>`: the bracket that should have ended it was lost.
        return outside(rest).map(|end| length + end);
    }
    // The next tag begins before this one ends, outside of any value.
    let torn = !tag.contains('=') && tag.contains('<');
    // Words without a value are attributes of HTML's own elements only.
    let bare = rest.trim_end_matches('/').split_whitespace().count();
    let plain = bare > 1 && !rest.contains('=');
    if !torn && !plain {
        return None;
    }
    // `<pTwo`: a name in small letters, and a word with a capital.
    let small = name.len() - name.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
    let begins = name[small..].starts_with(char::is_uppercase) && is_known(&name[..small]);
    Some(if begins { small } else { 0 })
}

/// Whether it is a name of HTML's own elements.
fn is_known(name: &str) -> bool {
    let local = name.rsplit(':').next().unwrap_or("");
    let is = |known: &&str| known.eq_ignore_ascii_case(local);
    // Most elements of a story are these.
    is(&"p")
        || ["br", "td", "th", "tr"].iter().any(is)
        || [INLINE, BLOCKS, ASIDE].into_iter().flatten().any(is)
}

/// Where the last value ends in what follows a tag's name, if the next tag begins before this one ends.
fn outside(rest: &str) -> Option<usize> {
    // Nearly no tag has one in it.
    memchr::memchr(b'<', rest.as_bytes())?;
    let bytes = rest.as_bytes();
    let (mut at, mut end) = (0, 0);
    loop {
        at += memchr::memchr3(b'<', b'"', b'\'', bytes.get(at..)?)?;
        if bytes[at] == b'<' {
            return Some(end);
        }
        // A quote counts only as the start of a value.
        if bytes[..at].trim_ascii_end().ends_with(b"=") {
            let value = &bytes[at + 1..];
            // `<p class="leadTwo is <a href="x">`: its quote was lost with the bracket.
            let Some(length) =
                memchr::memchr(bytes[at], value).filter(|length| !holds_tag(&value[..*length]))
            else {
                return memchr::memchr(b'<', value).map(|_| at + 1);
            };
            at += 1 + length;
            end = at + 1;
        }
        at += 1;
    }
}

/// What stands before the name in a byline, and means nothing without it.
const BY: &[&str] = &["by", "von", "par", "por", "di", "da", "door", "av", "af"];

/// Whether a `span` stands among the words of a sentence, by what follows it.
fn is_within(part: Part, words: &str, span: Span, next: &str) -> bool {
    let after = next.trim_start();
    let Some(first) = after.chars().next() else { return false };
    if span.joined {
        return first.is_alphanumeric()
            || matches!(first, ',' | ';' | '.' | '?' | '!' | ':' | ')' | '’' | '\'' | '”' | '»' | '…' | '%');
    }
    // It is the sentence's first word: `<span class="contact">Anna Berg</span>, the mayor, said so.`
    let begins = words.starts_with(char::is_alphabetic);
    let second = after.strip_prefix(',').unwrap_or(after).trim_start();
    begins && matches!(part, Part::LeftOut | Part::Headline) && second.starts_with(char::is_lowercase)
}

/// Whether what looks like a value goes as far as the first quote of another tag: ` class="lead>Two is <a href="x">`
fn holds_tag(value: &[u8]) -> bool {
    value.trim_ascii_end().ends_with(b"=") && memchr::memchr(b'<', value).is_some()
}

/// Whether a tag ends in what looks like a value, and the end of its element or another tag follows.
fn closes_before(value: &[u8]) -> bool {
    /// No value with mark-up in it is longer, in bytes; what lies beyond tells nothing more.
    const REACH: usize = 4000;
    let near = &value[..value.len().min(REACH)];
    let Some(close) = memchr::memchr(b'>', near) else { return false };
    memchr::memchr(b'<', &near[..close]).is_none()
        && (memchr::memmem::find(&near[close..], b"</").is_some() || holds_tag(value))
}

/// Where tags end. What was looked for in vain is not looked for again, so that time stays linear.
#[derive(Debug, Default)]
struct Tags {
    no_close: bool,
    no_double: bool,
    no_single: bool,
}

impl Tags {
    /// The length of the tag at the start of `words`, with both brackets; none if nothing closes it.
    fn end(&mut self, words: &str) -> Option<usize> {
        if self.no_close {
            return None;
        }
        let bytes = words.as_bytes();
        let mut at = 1;
        loop {
            let Some(length) = memchr::memchr3(b'>', b'"', b'\'', bytes.get(at..)?) else {
                self.no_close = true;
                return None;
            };
            at += length;
            let quote = bytes[at];
            at += 1;
            let missing = match quote {
                b'>' => return Some(at),
                b'"' => &mut self.no_double,
                _ => &mut self.no_single,
            };
            // A quote counts only as the start of a value.
            if *missing || !bytes[..at - 1].trim_ascii_end().ends_with(b"=") {
                continue;
            }
            match memchr::memchr(quote, &bytes[at..]) {
                // `<p class="x>Two is here.</p><p class="y">`: the tag was closed, and its quote was not.
                Some(length) if closes_before(&bytes[at..at + length]) => {}
                Some(length) => at += length + 1,
                None => *missing = true,
            }
        }
    }
}
