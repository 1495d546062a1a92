//! Paragraphs of a page that are no story: labels of advertisements, links to other stories, lists of tags, the page's time.

use super::Body;

/// What stands before the headline of another story that a page links to (general knowledge), in small letters: a colon, a bar or
/// a dash follows.
#[rustfmt::skip]
const RELATED: &[&str] = &[
    "read also", "also read", "read more", "read next", "must read", "see also", "also see", "watch also", "also watch", "related",
    "related story", "related stories", "more on this story", "recommended",
    "leggi anche", "leggi pure", "vedi anche", "lire aussi", "à lire aussi", "a lire aussi", "à lire", "voir aussi", "à voir aussi",
    "lea también", "lee también", "lea además", "lee además", "te puede interesar", "vea también", "leia também", "leia mais", "veja também",
    "leia ainda", "lesen sie auch", "lesen sie dazu", "lesen sie mehr", "mehr zum thema", "auch interessant", "lees ook", "lees meer",
    "læs også", "les også", "läs också", "läs mer", "läs även", "lue myös", "czytaj także", "czytaj też", "przeczytaj także",
    "čtěte také", "čtěte více", "citește și", "читайте также",
];

/// A link to the rest of a story, alone in its paragraph.
const GO_ON: &[&str] = &[
    "continue reading",
    "keep reading",
    "read more",
    "read the full story",
    "read the full article",
    "read full article",
    "weiterlesen",
    "lire la suite",
    "seguir leyendo",
    "leer más",
    "continua a leggere",
    "continue lendo",
    "lees verder",
];

/// What WordPress writes below each story of a feed, in its languages: how it begins, and what stands between the two links.
const FEEDS: &[(&str, &str)] = &[
    ("the post ", " appeared first on "),
    ("der beitrag ", " erschien zuerst auf "),
    ("la entrada ", " se publicó primero en "),
    ("l’article ", " est apparu en premier sur "),
    ("l'article ", " est apparu en premier sur "),
    ("l'articolo ", " proviene da "),
    ("l’articolo ", " proviene da "),
    ("o post ", " apareceu primeiro em "),
];

/// What a page puts above an advertisement, alone in its paragraph (general knowledge).
const ADVERTS: &[&str] = &[
    "advertisement",
    "advertisment",
    "story continues below advertisement",
    "article continues below advertisement",
    "article continues after advertisement",
    "advertisement continue reading",
];
/// Words that head a part of a story as well: in capitals, or between dashes, they are a page's.
#[rustfmt::skip]
const MARKED_ADVERTS: &[&str] = &[
    "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità", "advertentie", "reclame", "annons", "annonse",
    "annonce", "reklam", "reklame", "reklama", "mainos", "реклама", "sponsored",
];

/// What stands before the tags of a page, below its story.
#[rustfmt::skip]
const TAGS: &[&str] = &[
    "tags:", "tag:", "filed under:", "topics:", "schlagworte:", "schlagwörter:", "themen:", "mots-clés:", "mots-clés :", "etiquetas:",
    "temas:", "argomenti:", "trefwoorden:",
];

impl Body {
    /// Takes paragraphs that a page has, and no story, off the text. `times` are the words of its elements for times.
    pub(super) fn leave_out_furniture(&mut self, links: bool, times: &[String]) {
        let last = memchr::memmem::find_iter(self.text.as_bytes(), "\n\n").count();
        let of_page = |(nth, words): (usize, &str)| {
            if links && is_related(words) {
                Some("related")
            } else if is_advert(words) {
                Some("advertisement")
            } else if links && nth == last && nth > 0 && is_tags(words) {
                Some("tags")
            } else if times.iter().any(|time| is_time(time, words)) {
                Some("time")
            } else {
                None
            }
        };
        let found: Vec<Option<&str>> = self.text.split("\n\n").enumerate().map(of_page).collect();
        if found.iter().all(Option::is_none) {
            return;
        }
        let mut kept = Vec::new();
        for (words, found) in self.text.split("\n\n").zip(found) {
            match found {
                Some(name) => self.left_out.push((name.to_owned(), words.to_owned())),
                None => kept.push(words),
            }
        }
        self.text = kept.join("\n\n");
    }
}

/// Whether a paragraph only leads to another story, or to the rest of this one.
fn is_related(paragraph: &str) -> bool {
    /// A label and a headline are not longer, in bytes.
    const LONGEST: usize = 300;
    if paragraph.len() > LONGEST {
        return false;
    }
    let lower = paragraph.to_lowercase();
    let bare = lower.trim_end_matches(['.', '…', '→', '»', '›', '>', ' ']);
    let labelled = |label: &&str| {
        lower.strip_prefix(*label).is_some_and(|rest| {
            rest.trim_start().starts_with([':', '|'])
                || [" - ", " – ", " — "].iter().any(|dash| rest.starts_with(dash))
        })
    };
    RELATED.iter().any(labelled)
        || GO_ON.contains(&bare)
        || FEEDS.iter().any(|(start, middle)| lower.starts_with(start) && lower.contains(middle))
}

/// Whether a paragraph is the label of an advertisement and nothing else.
fn is_advert(paragraph: &str) -> bool {
    /// In bytes.
    const LONGEST: usize = 50;
    if paragraph.len() > LONGEST {
        return false;
    }
    let bare = paragraph.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = bare.to_lowercase();
    let marked = !bare.contains(char::is_lowercase)
        || ['-', '–', '—', '(', '[', '*'].iter().any(|mark| paragraph.starts_with(*mark))
            && bare.len() < paragraph.len();
    ADVERTS.contains(&lower.as_str()) || marked && MARKED_ADVERTS.contains(&lower.as_str())
}

/// `Tags: trade, exports`: short names behind a label, and no sentence.
fn is_tags(paragraph: &str) -> bool {
    /// No list of tags is longer, and no tag, in bytes.
    const LONGEST: usize = 400;
    const TAG: usize = 40;
    if paragraph.len() > LONGEST || paragraph.ends_with(['.', '!', '?']) {
        return false;
    }
    let lower = paragraph.to_lowercase();
    TAGS.iter().any(|label| {
        lower
            .strip_prefix(label)
            .is_some_and(|rest| rest.split([',', '|', '#', '\n']).all(|tag| tag.trim().len() <= TAG))
    })
}

/// Whether a paragraph is the words of an element for a time, which has digits.
fn is_time(time: &str, paragraph: &str) -> bool {
    /// In bytes.
    const LONGEST: usize = 60;
    paragraph.len() <= LONGEST
        && paragraph.contains(|c: char| c.is_ascii_digit())
        && time.split_whitespace().eq(paragraph.split_whitespace())
}
