//! What an element holds that is no part of the story, told by its name, its classes and its style.

/// What an element is that holds more than the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    LeftOut,
    Note,
    Byline,
    Dateline,
    Headline,
}

/// Elements that are no part of a story's text.
pub(super) const ASIDE: &[&str] = &[
    "aside",
    "audio",
    "button",
    "canvas",
    // What was struck out.
    "del",
    "embed",
    "figcaption",
    "figure",
    "footer",
    "form",
    "head",
    "iframe",
    "map",
    "media",
    "nav",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "video",
];

/// Words in a class or an id that say what an element is: all of a name, or its beginning or end.
const HINTS: &[(&str, Part)] = &[
    ("ednote", Part::Note),
    ("editorsnote", Part::Note),
    ("editornote", Part::Note),
    ("editorialnote", Part::Note),
    ("notetoeditors", Part::Note),
    ("byline", Part::Byline),
    ("author", Part::Byline),
    ("teaser", Part::LeftOut),
    ("factbox", Part::LeftOut),
    ("infobox", Part::LeftOut),
    ("infokasten", Part::LeftOut),
    ("caption", Part::LeftOut),
    ("photocredit", Part::LeftOut),
    ("sluglist", Part::LeftOut),
    ("slugline", Part::LeftOut),
    ("keywords", Part::LeftOut),
    ("contact", Part::LeftOut),
    ("related", Part::LeftOut),
    ("timestamp", Part::LeftOut),
    ("clocktime", Part::LeftOut),
    ("socialmedia", Part::LeftOut),
    ("advert", Part::LeftOut),
    ("socialicon", Part::LeftOut),
    ("sociallink", Part::LeftOut),
    ("socialbutton", Part::LeftOut),
    ("addtoany", Part::LeftOut),
    ("newsletter", Part::LeftOut),
    // Agencies name their classes in their own languages.
    ("legende", Part::LeftOut),
    ("légende", Part::LeftOut),
    ("bildunterschrift", Part::LeftOut),
    ("bildtext", Part::LeftOut),
    ("bildetekst", Part::LeftOut),
    ("billedtekst", Part::LeftOut),
    ("kuvateksti", Part::LeftOut),
    ("onderschrift", Part::LeftOut),
    ("didascalia", Part::LeftOut),
    ("piedefoto", Part::LeftOut),
    ("piefoto", Part::LeftOut),
    ("encadre", Part::LeftOut),
    ("encadré", Part::LeftOut),
    ("kasten", Part::LeftOut),
    ("recuadro", Part::LeftOut),
    ("riquadro", Part::LeftOut),
    ("faktaruta", Part::LeftOut),
    ("faktaboks", Part::LeftOut),
    ("kontakt", Part::LeftOut),
    ("contatt", Part::LeftOut),
];

/// Classes that must be all of a name: `title` is also part of `subtitle`.
const WHOLE_HINTS: &[(&str, Part)] = &[
    ("dateline", Part::Dateline),
    ("datelinelocation", Part::Dateline),
    ("vignette", Part::Dateline),
    ("ortsmarke", Part::Dateline),
    ("spitzmarke", Part::Dateline),
    ("headline", Part::Headline),
    ("title", Part::Headline),
    ("hl1", Part::Headline),
    ("slug", Part::LeftOut),
    ("ad", Part::LeftOut),
    ("ads", Part::LeftOut),
    ("adslot", Part::LeftOut),
    ("adunit", Part::LeftOut),
    ("adbox", Part::LeftOut),
    ("adcontainer", Part::LeftOut),
    ("adwrapper", Part::LeftOut),
    ("social", Part::LeftOut),
    ("socials", Part::LeftOut),
    ("socialshare", Part::LeftOut),
    ("socialsharing", Part::LeftOut),
    ("sharebar", Part::LeftOut),
    ("sharebox", Part::LeftOut),
    ("sharebuttons", Part::LeftOut),
    ("sharelinks", Part::LeftOut),
    ("sharetools", Part::LeftOut),
    ("shareicons", Part::LeftOut),
    ("sharethis", Part::LeftOut),
    ("postshare", Part::LeftOut),
    ("articleshare", Part::LeftOut),
    ("addthis", Part::LeftOut),
    ("tags", Part::LeftOut),
    ("taglist", Part::LeftOut),
    ("tagslist", Part::LeftOut),
    ("tagcloud", Part::LeftOut),
    ("posttags", Part::LeftOut),
    ("entrytags", Part::LeftOut),
    ("articletags", Part::LeftOut),
    ("breadcrumb", Part::LeftOut),
    ("breadcrumbs", Part::LeftOut),
    ("fakta", Part::LeftOut),
    ("fakten", Part::LeftOut),
    ("facts", Part::LeftOut),
    ("clock", Part::LeftOut),
    ("credit", Part::LeftOut),
    ("photo", Part::LeftOut),
    ("foto", Part::LeftOut),
    ("bild", Part::LeftOut),
    ("heure", Part::LeftOut),
    ("hora", Part::LeftOut),
    ("ora", Part::LeftOut),
    ("uhrzeit", Part::LeftOut),
    ("titre", Part::Headline),
    ("titulo", Part::Headline),
    ("título", Part::Headline),
    ("titolo", Part::Headline),
    ("überschrift", Part::Headline),
    ("auteur", Part::Byline),
    ("autor", Part::Byline),
    ("autore", Part::Byline),
];

/// What tells that an element holds more than the story, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Its name, or that it is hidden: nothing speaks against it.
    Name,
    /// It is a `form`: a box of a page, or what a page is wrapped in.
    Form,
    /// A class (or an id) that is one of the words, and nothing else.
    Class,
    /// A class that begins or ends with one of the words.
    Component,
}

/// What an element holds, by its name and its classes, and what says so.
pub(crate) fn part_of(name: &str, attributes: &str) -> Option<(Part, By)> {
    if ASIDE.contains(&name) {
        return Some((Part::LeftOut, if name == "form" { By::Form } else { By::Name }));
    }
    if name == "h1" {
        return Some((Part::Headline, By::Name));
    }
    if attributes.trim_matches([' ', '/']).is_empty() {
        return matches!(name, "ednote" | "ed_note" | "editors-note" | "note")
            .then_some((Part::Note, By::Name));
    }
    if is_hidden(attributes) {
        return Some((Part::LeftOut, By::Name));
    }
    if matches!(name, "ednote" | "ed_note" | "editors-note" | "note") {
        return Some((Part::Note, By::Name));
    }
    ["class", "id", "rel", "itemprop"]
        .into_iter()
        .filter_map(|key| attribute(attributes, key))
        .find_map(|value| value.split_whitespace().find_map(hint_of))
}

/// Parts of a class that say what its element is without, what stands in or beside it, and what a post is about.
#[rustfmt::skip]
const NO_HINTS: &[&str] = &[
    "no", "non", "not", "without", "with", "has", "have", "hide", "hides", "js", "off", "on", "free", "less", "visible", "enabled",
    "disabled", "active", "linked", "target", "optin", "ohne", "mit", "sans", "avec", "sin", "con", "senza", "tag", "category", "cat",
    "term", "topic",
    // Of the story itself: `ingress-teaser`.
    "ingress", "lead", "lede", "standfirst", "bodytext", "txt",
];

/// What may end a word in a class: more than one of a thing, and what a box is called.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "", "s", "es", "e", "en", "er", "n", "o", "i", "box", "boxes", "block", "text", "texts", "list", "item", "posts", "links", "articles",
    "stories", "content", "isement", "isements", "ising", "orial",
];

/// What boxes of links are called behind their name: `block-related-articles`.
const LISTS: &[&str] = &[
    "articles", "article", "stories", "posts", "links", "news", "list", "items", "item", "box", "block",
    "widget", "text",
];

/// Whether a name is one of the words, with its endings or as the last part of a compound (`figcaption`).
fn is_hint(word: &str, hint: &str, alone: bool) -> bool {
    if let Some(ending) = word.strip_prefix(hint) {
        return ENDINGS.contains(&ending);
    }
    // Of several parts only one may be such a compound, and that is looked at alone.
    if !alone {
        return false;
    }
    word.strip_suffix(hint)
        .or_else(|| word.strip_suffix('s').and_then(|word| word.strip_suffix(hint)))
        .is_some_and(|first| {
            !["un", "no", "non", "not", "has", "with", "without", "ohne", "tag"].contains(&first)
        })
}

/// What a class says: one of the words (hyphens and underscores do not count), or a name that begins or ends with one.
/// Modifiers (`--with-teaser`) say nothing, and neither does a name with a negation or a mere mention in it.
fn hint_of(class: &str) -> Option<(Part, By)> {
    /// No name of one of these words has more parts, or more bytes.
    const LONGEST: usize = 100;
    if class.len() > LONGEST {
        return None;
    }
    let find = |word: &str, alone: bool| {
        let whole = WHOLE_HINTS.iter().find(|(hint, _)| *hint == word);
        whole.or_else(|| HINTS.iter().find(|(hint, _)| is_hint(word, hint, alone))).map(|(_, part)| *part)
    };
    let parts = components(class.split("--").next().unwrap_or(""));
    if parts.iter().any(|part| NO_HINTS.contains(&part.as_str())) {
        return None;
    }
    if let Some(part) = find(&parts.concat(), parts.len() == 1) {
        return Some((part, By::Class));
    }
    let find = |word: &str, alone: bool| {
        HINTS.iter().find(|(hint, _)| is_hint(word, hint, alone)).map(|(_, part)| *part)
    };
    let mut parts = &parts[..];
    // `c-teaser`, `teaser-2`
    while parts.len() > 1 && parts[0].len() == 1 {
        parts = &parts[1..];
    }
    while parts.len() > 1 && parts[parts.len() - 1].bytes().all(|byte| byte.is_ascii_digit()) {
        parts = &parts[..parts.len() - 1];
    }
    let mut end = parts.len();
    while end > 1 && LISTS.contains(&parts[end - 1].as_str()) {
        end -= 1;
    }
    // `photo-credit-big`, `note-to-editors`: a word may be of three parts.
    let lengths = 1..=parts.len().min(3);
    let first = lengths.clone().find_map(|length| find(&parts[..length].concat(), length == 1));
    let last = || {
        lengths
            .filter(|length| *length <= end)
            .find_map(|length| find(&parts[end - length..end].concat(), length == 1))
    };
    let element = || {
        let (_, element) = class.split("--").next()?.rsplit_once("__")?;
        let parts = components(element);
        (1..=parts.len().min(3)).find_map(|length| find(&parts[..length].concat(), length == 1))
    };
    first.or_else(last).or_else(element).map(|part| (part, By::Component))
}

/// The parts of a name, in small letters: `has-infobox`, `hasInfobox`, `has_infobox`.
fn components(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut small = false;
    for c in name.chars() {
        if matches!(c, '-' | '_') || small && c.is_uppercase() {
            parts.push(String::new());
        }
        small = c.is_lowercase();
        if !matches!(c, '-' | '_')
            && let Some(part) = parts.last_mut()
        {
            part.extend(c.to_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether no reader of the page sees it.
fn is_hidden(attributes: &str) -> bool {
    let style = attribute(attributes, "style").unwrap_or("");
    let mut rules = style.split(';').filter_map(|rule| rule.split_once(':'));
    rules.any(|(name, value)| match name.trim() {
        "display" => value.trim().starts_with("none"),
        "visibility" => value.trim().starts_with("hidden"),
        _ => false,
    }) || attributes
        .split_whitespace()
        .any(|word| matches!(word, "hidden" | "hidden=\"\"" | "hidden=\"hidden\""))
}

/// The value of an attribute, with or without quotes.
pub(super) fn attribute<'a>(attributes: &'a str, key: &str) -> Option<&'a str> {
    /// What an agency says of an element stands in its first attributes.
    const REACH: usize = 2000;
    let attributes = &attributes[..attributes.floor_char_boundary(REACH)];
    let lower = attributes.to_ascii_lowercase();
    let starts = lower
        .match_indices(key)
        .filter(|(at, _)| lower[..*at].ends_with(|c: char| c.is_whitespace() || c == '"'));
    for (at, _) in starts {
        let Some(value) = attributes[at + key.len()..].trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start();
        return match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next(),
            _ => value.split(|c: char| c.is_whitespace()).next(),
        };
    }
    None
}
