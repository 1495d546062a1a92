//! A story's body in JSON, of whatever shape: a string of any kind, a list of paragraphs, an object of several renderings, or the
//! tree of blocks that an editor keeps (ProseMirror, Slate, Draft.js, Editor.js, Arc …), also as a string.
//!
//! No word of it is lost: what is neither of the text nor for machines stands in a warning.

use std::borrow::Cow;
use std::collections::HashSet;

use super::ninjs::all_words;
use super::payload;
use crate::draft::{Draft, is_nearly};
use crate::json::{Fields, Json};
use crate::{html, rtf};

/// One rendering of a headline or a body.
#[derive(Debug, Default)]
pub(super) struct Rendering<'a> {
    pub name: String,
    pub role: String,
    pub html: bool,
    pub nitf: bool,
    pub words: Cow<'a, str>,
    /// Words in it that are not of the text, and what they are.
    pub asides: Vec<(String, String)>,
    /// What it had to be read from.
    pub mended: Option<&'static str>,
}

/// More renderings of one thing are not worth the time.
const MOST: usize = 20;

/// Fields of an object that hold its words, each a rendering of them.
const WORDS: &[&str] = &[
    "value",
    "content",
    "text",
    "html",
    "body",
    "rendered",
    "xhtml",
    "nitf",
    "rich",
    "richtext",
    "plain",
    "plaintext",
    "raw",
    "markdown",
    "data",
    "content_html",
    "content_text",
    "body_html",
    "body_text",
];

/// Fields by whose names several renderings are told apart.
const ROLES: &[&str] = &["main", "full", "long", "short", "teaser", "summary", "abstract", "seo", "mobile"];

/// What is in a field, under the name that a warning has for it, as one or several renderings.
pub(super) fn renderings<'a>(name: &str, role: &str, json: Json<'a>, all: &mut Vec<Rendering<'a>>) {
    if all.len() >= MOST {
        return;
    }
    if let Some(words) = json.string() {
        return put(name, role, "", words, all);
    }
    if json.is_list() {
        let mut values = json.each();
        let (first, second) = (values.next(), values.next());
        match (first, second) {
            (Some(one), None) => return renderings(name, role, one, all),
            (Some(first), Some(_)) if is_named(first) => {
                json.each().take(MOST).for_each(|value| renderings(name, role, value, all));
            }
            (Some(_), Some(_)) => put_tree(name, role, json, &[], all),
            (None, _) => {}
        }
        return;
    }
    if !json.is_object() {
        return;
    }
    let fields = json.fields();
    let called = fields.words("role").or_else(|| fields.words("name"));
    let role = called.as_deref().unwrap_or(role);
    let kind = ["contenttype", "mimetype", "type", "format"].iter().find_map(|name| fields.words(name));
    let kind = kind.unwrap_or_default();
    let is_rendering = |name: &str| WORDS.contains(&name) || ROLES.contains(&name);
    let strings: Vec<(&str, Json<'_>)> =
        fields.iter().filter(|(name, value)| is_rendering(name) && value.is_string()).collect();
    let holds = |value: Json<'_>| {
        value.is_object() && value.fields().iter().next().is_some()
            || value.is_list() && value.each().next().is_some()
    };
    let is_tree = fields.iter().any(|(name, value)| !is_of_machines(name) && holds(value));
    // Alone, it is the thing itself, whatever it is called.
    let alone = strings.len() == 1 && !is_tree;
    for (key, value) in &strings {
        let Some(words) = value.string() else { continue };
        let role = if alone || WORDS[..3].contains(key) && strings.len() == 1 {
            role.to_owned()
        } else {
            format!("{role} {key}")
        };
        put(name, role.trim(), &format!("{kind} {key}"), words, all);
    }
    let known: Vec<&str> = strings.iter().map(|(key, _)| *key).collect();
    if is_tree || strings.is_empty() {
        put_tree(name, role, json, &known, all);
    } else if let Some(last) = all.last_mut() {
        // What else is said beside it.
        let mut walk = Walk::default();
        walk.fields(&fields, &known, true, LAYERS);
        last.asides.extend(walk.paragraphs().into_iter().map(|words| ("beside it".to_owned(), words)));
        last.asides.append(&mut walk.asides);
    }
}

/// The body of a story that has none under its name, and one under a name that is nearly that: `content_htlm`, `bodeis`.
pub(super) fn misnamed<'a>(
    story: &mut Draft,
    fields: &Fields<'a>,
    names: &[&str],
    all: &mut Vec<Rendering<'a>>,
) {
    for (name, value) in fields.iter() {
        if !names.contains(&name) && names.iter().any(|known| is_nearly(name, known)) {
            let role = if name.contains("ht") { "html" } else { "" };
            renderings(name, role, value, all);
            story.article.warn("misplaced", format!("{name} was taken for the body"));
        }
    }
}

/// Whether a field of this name holds the words themselves.
pub(super) fn is_word_of(name: &str) -> bool {
    WORDS.contains(&name)
}

/// Whether a value is words, or an object with these: one rendering, and no tree.
pub(super) fn is_worded(value: Json<'_>) -> bool {
    value.is_string()
        || value.is_object()
            && value.fields().iter().any(|(name, value)| is_word_of(name) && value.string().is_some())
}

/// Whether an object is a rendering that says which it is.
fn is_named(value: Json<'_>) -> bool {
    let fields = value.fields();
    ["role", "contenttype", "mimetype"].iter().any(|name| fields.has(name))
}

/// Keeps a string, read as what it is.
fn put<'a>(name: &str, role: &str, kind: &str, words: Cow<'a, str>, all: &mut Vec<Rendering<'a>>) {
    if words.trim().is_empty() || all.len() >= MOST {
        return;
    }
    let told = format!("{role} {kind}").to_ascii_lowercase();
    let nitf = told.contains("nitf");
    let mut rendering = Rendering {
        name: name.to_owned(),
        role: role.to_owned(),
        html: !nitf && (told.contains("html") || told.contains("rich")),
        nitf,
        words,
        ..Rendering::default()
    };
    if rtf::is_rtf(&rendering.words) {
        rendering.words = rtf::read(&rendering.words).into();
        rendering.mended = Some("a body in Rich Text Format: its words were read");
        (rendering.html, rendering.nitf) = (false, false);
    } else if let Some(tree) = of_string(&rendering.words) {
        rendering.words = tree.words.into();
        rendering.asides = tree.asides;
        rendering.html = tree.html;
        rendering.nitf = false;
        rendering.mended = Some("a body that is an object of JSON: its words were read");
    }
    all.push(rendering);
}

fn put_tree(name: &str, role: &str, json: Json<'_>, but: &[&str], all: &mut Vec<Rendering<'_>>) {
    let mut walk = Walk::default();
    walk.root(json, but);
    let tree = walk.done();
    if tree.words.trim().is_empty() && tree.asides.is_empty() || all.len() >= MOST {
        return;
    }
    all.push(Rendering {
        name: name.to_owned(),
        role: role.to_owned(),
        html: tree.html,
        words: tree.words.into(),
        asides: tree.asides,
        ..Rendering::default()
    });
}

/// Reads the best of some renderings into a story, and says what the others have that it has not.
pub(super) fn take(story: &mut Draft, bodies: &[Rendering<'_>], nitf_first: bool) {
    // Most items have one rendering, and no words of it are counted.
    let words = |nth: usize| if bodies.len() > 1 { bodies[nth].words.split_whitespace().count() } else { 0 };
    let best = |is: &dyn Fn(&Rendering<'_>) -> bool| {
        (0..bodies.len()).filter(|nth| is(&bodies[*nth])).max_by_key(|nth| words(*nth))
    };
    let nitf = best(&|body| body.nitf).filter(|_| nitf_first);
    let marked = nitf.or_else(|| best(&|body| body.html && !body.nitf));
    let taken = match (marked, best(&|body| !body.html && !body.nitf)) {
        // A teaser in HTML beside the whole story in plain text.
        (Some(marked), Some(plain)) if words(marked) * 10 < words(plain) * 6 => Some(plain),
        (Some(marked), _) => Some(marked),
        (None, plain) => plain.or_else(|| (0..bodies.len()).next()),
    };
    let Some(taken) = taken else { return };
    let body = &bodies[taken];
    if let Some(what) = body.mended {
        story.article.warn("payload_mended", what);
    }
    if payload::read_file(payload::data(&body.words), story) {
        // It is read with what it says of itself.
    } else if body.html || body.nitf {
        story.take_html(&body.words);
    } else {
        story.take_plain(&body.words);
    }
    for (what, words) in &body.asides {
        story.leave_out(&format!("{} {what}", body.name), words);
    }
    if bodies.len() < 2 {
        // Most items have one rendering, and nothing to compare it with.
        return;
    }
    let own = all_words(&story.body).chain(story.headline.iter().flat_map(|headline| all_words(headline)));
    let known: HashSet<String> = own.collect();
    for other in bodies.iter().enumerate().filter(|(nth, _)| *nth != taken).map(|(_, other)| other) {
        let text = if other.html || other.nitf || html::is_html(&other.words) {
            Cow::Owned(html::read(&other.words).text)
        } else {
            html::unescape(&other.words)
        };
        let asides = other.asides.iter().map(|(_, words)| words.as_str());
        // Another rendering of the same words is no loss.
        for words in std::iter::once(text.as_ref()).chain(asides) {
            if all_words(words).any(|word| !known.contains(&word)) {
                story.leave_out(&other.name, words);
            }
        }
    }
}

/// The words of a tree.
#[derive(Debug)]
pub(super) struct Tree {
    /// Paragraphs, joined by blank lines, or in elements of HTML.
    pub words: String,
    pub html: bool,
    pub asides: Vec<(String, String)>,
}

/// The words of a tree or of an object with a body that was written into a string; none for copy that begins with a bracket.
pub(super) fn of_string(words: &str) -> Option<Tree> {
    let words = words.trim();
    let inner = words.strip_prefix(['{', '['])?.trim_start();
    let begins = if words.starts_with('{') { inner.starts_with('"') } else { inner.starts_with(['"', '{']) };
    let json = Json::beginning(words).filter(|json| begins && (json.is_whole() || is_torn(inner)))?;
    let first = json.each().next()?;
    let fields = first.fields();
    // `["Tin", "Zinc"]` in brackets is no copy, either; `{"a": 1}` has no words.
    if first.is_object() && fields.iter().next().is_none() {
        return None;
    }
    let mut all = Vec::new();
    renderings("body", "", json, &mut all);
    let best = (0..all.len()).max_by_key(|nth| all[*nth].words.split_whitespace().count())?;
    let mut taken = all.swap_remove(best);
    for other in all {
        taken.asides.push((other.name, other.words.into_owned()));
        taken.asides.extend(other.asides);
    }
    let html = taken.html || html::is_html(&taken.words);
    if !json.is_whole() {
        // Words behind the damage, that could not be told from its marks.
        let said = taken.asides.iter().flat_map(|(_, words)| all_words(words));
        let known: HashSet<String> = all_words(&taken.words).chain(said).collect();
        let strings = words.split('"').filter(|string| string.trim().contains(' '));
        let lost = strings.filter(|string| all_words(string).any(|word| !known.contains(&word)));
        taken.asides.extend(lost.map(|string| ("damaged".to_owned(), string.to_owned())));
    }
    Some(Tree { words: taken.words.into_owned(), html, asides: taken.asides })
}

/// Whether an object that has no end is one all the same, and no copy that begins with a bracket: it has the fields of a block.
fn is_torn(inner: &str) -> bool {
    /// In bytes.
    const NEAR: usize = 400;
    let near = &inner[..inner.floor_char_boundary(NEAR)];
    memchr::memmem::find_iter(near.as_bytes(), b"\":").take(2).count() == 2
}

/// Blocks in blocks: no deeper than this.
const LAYERS: usize = 32;

/// Fields that say what a block is, the likeliest first.
const KINDS: &[&str] = &[
    "type",
    "_type",
    "nodetype",
    "kind",
    "tag",
    "tagname",
    "blocktype",
    "component",
    "__typename",
    "element",
];

/// Fields for machines.
#[rustfmt::skip]
const MACHINES: &[&str] = &[
    "id", "_id", "key", "_key", "uid", "uuid", "guid", "uri", "style", "level", "url", "href", "src", "link", "time", "version",
    "entitymap", "entityranges", "inlinestyleranges", "depth", "class", "classname", "lang", "language", "align", "format", "mode",
    "detail", "direction", "indent", "marks", "markdefs", "listitem", "list_type", "listtype", "liststyle", "role", "contenttype",
    "mimetype", "subtype", "order", "position", "index", "width", "height", "target", "rel", "file", "withheadings", "encoding",
];

/// Fields with the properties of a block: what is said there in words is none of the copy.
const PROPERTIES: &[&str] = &[
    "attrs",
    "attributes",
    "attribs",
    "meta",
    "metadata",
    "additional_properties",
    "options",
    "settings",
    "tunes",
];

/// Fields that hold the words of a block.
#[rustfmt::skip]
const CONTENT: &[&str] = &[
    "text", "value", "content", "html", "insert", "body", "data", "rendered", "paragraph", "p", "markdown", "plain", "rich",
    "richtext", "plaintext", "xhtml", "code", "raw", "words", "lead", "intro",
];

/// Fields whose lists hold blocks, and never the pieces of one.
const OF_BLOCKS: &[&str] = &["blocks", "paragraphs", "sections", "content_elements", "items", "rows"];

/// Fields that hold a line of its own above the words of a block.
const HEADINGS: &[&str] = &["title", "heading", "headline", "header", "subtitle", "subheading", "question"];

/// Fields with words about what a block shows.
const CAPTIONS: &[&str] =
    &["caption", "credit", "credits", "alt", "alttext", "legend", "attribution", "copyright"];

/// Parts of the kinds of blocks that show something.
const SHOWN: &[&str] = &[
    "image", "img", "photo", "picture", "figure", "video", "audio", "embed", "iframe", "gallery", "media",
    "graphic",
];

/// Kinds of pieces inside a paragraph.
const PIECES: &[&str] = &[
    "span",
    "link",
    "a",
    "strong",
    "b",
    "em",
    "i",
    "u",
    "mention",
    "hyperlink",
    "inline",
    "autolink",
    "entity",
];
const BREAKS: &[&str] = &["hardbreak", "hard_break", "br", "linebreak", "softbreak", "line_break"];

/// Kinds of blocks that hold other blocks, or of which it is not known.
const HOLDERS: &[&str] =
    &["doc", "document", "root", "article", "section", "body", "story", "text", "html", "div", "richtext"];

fn is_of_machines(name: &str) -> bool {
    MACHINES.contains(&name) || KINDS.contains(&name)
}

/// A code, and no words: `unordered`, `h2`, `#fff`.
fn is_code(words: &str) -> bool {
    /// In bytes.
    const LONGEST: usize = 20;
    words.len() <= LONGEST
        && !words.contains(|c: char| c.is_whitespace() || !c.is_ascii())
        && !words.starts_with(|c: char| c.is_ascii_uppercase())
}

fn is_address(words: &str) -> bool {
    !words.contains(char::is_whitespace) && words.contains(['/', '@', '.', ':', '='])
}

#[derive(Default)]
struct Walk {
    done: Vec<String>,
    open: String,
    asides: Vec<(String, String)>,
}

impl Walk {
    fn end(&mut self) {
        let words = std::mem::take(&mut self.open);
        if !words.trim().is_empty() {
            self.done.push(words);
        }
    }

    fn paragraphs(&mut self) -> Vec<String> {
        self.end();
        std::mem::take(&mut self.done)
    }

    fn aside(&mut self, what: &str, words: &str) {
        /// More are not kept one by one.
        const MOST: usize = 200;
        let words = words.trim();
        if !words.contains(char::is_alphanumeric) || is_address(words) {
            return;
        }
        let same = |(known, _): &&mut (String, String)| known == what;
        match self.asides.iter_mut().take(MOST).find(same) {
            Some((_, known)) if known.split("; ").take(MOST).any(|known| known == words) => {}
            Some((_, known)) => {
                known.push_str("; ");
                known.push_str(words);
            }
            None => self.asides.push((what.to_owned(), words.to_owned())),
        }
    }

    fn root(&mut self, json: Json<'_>, but: &[&str]) {
        if json.is_list() {
            self.list(json, "", "", LAYERS);
        } else {
            self.fields(&json.fields(), but, true, LAYERS);
        }
        self.end();
    }

    /// What a value says, to wherever it is put.
    fn value(&mut self, json: Json<'_>, name: &str, kind: &str, block: bool, layers: usize) {
        if layers == 0 {
            // Nothing that a person wrote is so deep.
            let words: Vec<&str> = json.written().split('"').collect();
            self.aside("deep inside", &words.join(" "));
        } else if let Some(words) = json.string() {
            self.open.push_str(&words);
        } else if json.is_list() {
            self.list(json, name, kind, layers - 1);
        } else if json.is_object() {
            self.fields(&json.fields(), &[], block, layers - 1);
        } else if CONTENT.contains(&name)
            && let Some(number) =
                json.words().filter(|_| json.written().starts_with(|c: char| c.is_ascii_digit() || c == '-'))
        {
            self.open.push_str(&number);
        }
    }

    fn list(&mut self, list: Json<'_>, name: &str, kind: &str, layers: usize) {
        let is_row =
            |row: Json<'_>| row.is_list() && row.each().all(|cell| !cell.is_list() && !cell.is_object());
        if list.each().next().is_some() && list.each().all(is_row) {
            self.end();
            let row = |row: Json<'_>| {
                row.each().map(|cell| cell.words().unwrap_or_default()).collect::<Vec<_>>().join("\t")
            };
            let rows: Vec<String> = list.each().map(row).collect();
            self.open = rows.join("\n");
            return self.end();
        }
        let inline = is_inline(list, name, kind);
        if name == "ops" {
            // Each piece has its line ends in it.
            for op in list.each() {
                self.value(op, "", kind, false, layers);
            }
            let whole = std::mem::take(&mut self.open);
            for line in whole.split('\n') {
                self.open.push_str(line);
                self.end();
            }
            return;
        }
        for value in list.each() {
            if !inline {
                self.end();
            }
            self.value(value, name, kind, !inline, layers);
        }
        if !inline {
            self.end();
        }
    }

    /// The words in the fields of an object, in their order.
    fn fields(&mut self, fields: &Fields<'_>, but: &[&str], block: bool, layers: usize) {
        if fields.faults > 0 {
            fields.lost().iter().for_each(|words| self.aside("between the fields", words));
        }
        let kind = KINDS.iter().find_map(|name| fields.words(name)).unwrap_or_default();
        let kind = kind.rsplit([':', '/', '.']).next().unwrap_or("").to_ascii_lowercase();
        let kind = match kind.as_str() {
            "" => fields.words("name").filter(|name| is_code(name)).unwrap_or_default(),
            _ => kind,
        };
        if BREAKS.contains(&kind.as_str()) {
            return self.open.push('\n');
        }
        if SHOWN.iter().any(|shown| kind.contains(shown)) {
            return self.shown(fields, &kind, layers);
        }
        let of = |name: &str| !but.contains(&name);
        let best = best_string(fields, &of);
        let has_content = best.is_some()
            || fields.iter().any(|(name, value)| {
                of(name) && !is_of_machines(name) && (value.is_list() || value.is_object())
            });
        // A lone word is a label only beside words that are none.
        let says = |(name, value): (&str, Json<'_>)| {
            of(name) && !is_of_machines(name) && value.string().is_some_and(|words| !is_code(&words))
        };
        let alone = !fields.iter().any(says);
        for (name, value) in fields.iter().filter(|(name, _)| of(name)) {
            let string = value.is_string();
            if is_of_machines(name) || PROPERTIES.contains(&name) {
                self.properties(name, value, layers);
            } else if string && CAPTIONS.contains(&name) && !kind.contains("quote") {
                self.aside(name, &value.string().unwrap_or_default());
            } else if string && (HEADINGS.contains(&name) || CAPTIONS.contains(&name)) {
                self.end();
                self.value(value, name, &kind, block, layers);
                self.end();
            } else if string && CONTENT.contains(&name) {
                if best.is_some_and(|best| best == value) {
                    self.value(value, name, &kind, block, layers);
                } else {
                    let (own, other) =
                        (best.and_then(Json::string).unwrap_or_default(), value.string().unwrap_or_default());
                    let known: HashSet<String> = all_words(&html::read(&own).text).collect();
                    let other = html::read(&other).text;
                    if all_words(&other).any(|word| !known.contains(&word)) {
                        self.aside(name, &other);
                    }
                }
            } else if string {
                let words = value.string().unwrap_or_default();
                if !has_content && !block {
                    self.open.push_str(&words);
                } else if !has_content && (alone || !is_code(&words)) {
                    self.end();
                    self.open.push_str(&words);
                    self.end();
                } else if !is_code(&words) {
                    self.aside(name, &words);
                }
            } else {
                if block {
                    self.end();
                }
                self.value(value, name, &kind, block, layers);
            }
        }
        if block {
            self.end();
        }
    }

    /// What is said of a block in fields that are for machines.
    fn properties(&mut self, name: &str, value: Json<'_>, layers: usize) {
        if layers == 0 {
            return;
        }
        if let Some(words) = value.string() {
            let told = words.trim().contains(char::is_whitespace);
            if told
                && words.contains(char::is_alphabetic)
                && name != "style"
                && name != "class"
                && name != "classname"
            {
                self.aside(name, &words);
            }
        } else if value.is_list() {
            value.each().for_each(|value| self.properties(name, value, layers - 1));
        } else if value.is_object() {
            let fields = value.fields();
            // A bracket was lost, and what follows is taken for a property.
            fields.lost().iter().for_each(|words| self.aside("between the fields", words));
            fields.iter().for_each(|(name, value)| self.properties(name, value, layers - 1));
        }
    }

    /// A picture and its like: what is said of it is told as such, as that of a figure in HTML is.
    fn shown(&mut self, fields: &Fields<'_>, kind: &str, layers: usize) {
        let mut own = Self::default();
        for (name, value) in fields.iter().filter(|(name, _)| !is_of_machines(name)) {
            own.value(value, name, "", true, layers.saturating_sub(1));
            own.end();
        }
        for words in own.paragraphs() {
            if !is_code(&words) {
                self.aside(kind, &html::read(&words).text);
            }
        }
        for (what, words) in own.asides {
            self.aside(&what, &words);
        }
    }

    fn done(mut self) -> Tree {
        let done = self.paragraphs();
        let html = done.iter().any(|words| html::is_html(words));
        let words = if html {
            let marked = |words: &String| {
                if words.contains('\t') && !html::is_html(words) {
                    let row = |row: &str| {
                        format!("<tr><td>{}</td></tr>", row.split('\t').collect::<Vec<_>>().join("</td><td>"))
                    };
                    return format!("<table>{}</table>", words.split('\n').map(row).collect::<String>());
                }
                format!("<p>{words}</p>")
            };
            done.iter().map(marked).collect()
        } else {
            done.join("\n\n")
        };
        Tree { words, html, asides: self.asides }
    }
}

/// Of several strings with the words of a block the one that has the most.
fn best_string<'a>(fields: &Fields<'a>, of: &dyn Fn(&str) -> bool) -> Option<Json<'a>> {
    let strings =
        fields.iter().filter(|(name, value)| of(name) && CONTENT.contains(name) && value.is_string());
    let best = strings.map(|(_, value)| value).max_by_key(|value| value.written().len())?;
    best.string().is_some_and(|words| !words.trim().is_empty()).then_some(best)
}

/// Whether the values of a list are pieces of one paragraph, and no paragraphs.
fn is_inline(list: Json<'_>, name: &str, parent: &str) -> bool {
    if OF_BLOCKS.contains(&name) {
        return false;
    }
    let (mut strings, mut texts, mut others) = (0_usize, 0_usize, 0_usize);
    let mut runs = false;
    let mut before: Option<String> = None;
    for value in list.each() {
        let mut own = None;
        if let Some(words) = value.string() {
            strings += 1;
            own = Some(words.into_owned());
        } else if value.is_object() {
            let fields = value.fields();
            let kind =
                KINDS.iter().find_map(|name| fields.words(name)).unwrap_or_default().to_ascii_lowercase();
            if PIECES.contains(&kind.as_str()) || BREAKS.contains(&kind.as_str()) {
                return true;
            }
            if ["", "text", "textnode", "leaf"].contains(&kind.as_str()) {
                texts += 1;
            } else {
                others += 1;
            }
            own = best_string(&fields, &|_| true).and_then(Json::string).map(Cow::into_owned);
        }
        if let (Some(before), Some(own)) = (&before, &own) {
            runs |= runs_on(before, own);
        }
        before = own.or(before);
    }
    // Bare words beside objects are of the paragraph that these are marks in.
    if strings > 0 && texts + others > 0 {
        return true;
    }
    if others > 0 && texts == 0 {
        return false;
    }
    let of_paragraph = !parent.is_empty() && !HOLDERS.contains(&parent);
    of_paragraph && strings + texts > 0 && !parent.contains("list") || runs
}

/// Whether a piece goes on in the next: no paragraph begins so.
fn runs_on(before: &str, own: &str) -> bool {
    let ended = before.trim_end().ends_with(['.', '!', '?', '"', '”', '»', '。', '！', '？', '>', ':']);
    let (Some(last), Some(first)) = (before.chars().last(), own.chars().next()) else { return false };
    let blank = |c: char| c.is_whitespace() && c != '\n';
    let begins = own.trim_start().chars().next().unwrap_or(' ');
    if ended && (begins.is_uppercase() || begins.is_numeric() || "\"“„«<".contains(begins)) {
        return false;
    }
    blank(last)
        || blank(first)
        || first.is_lowercase()
        || ",.;:!?)”»".contains(first)
        || "(„“«".contains(last)
}
