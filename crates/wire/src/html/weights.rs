//! How much of a body its elements hold: what holds most of the story is none to be left out, whatever its class says.

use super::INLINE;
use super::part::{By, Part, attribute};

/// How much of a body the elements hold that may be no part of the story.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    /// Bytes of the words outside of such elements and of links.
    outside: usize,
    /// A sentence ended there.
    told: bool,
    /// Words of a link: another story's, mostly.
    pub link: bool,
    open: Option<Held>,
    held: Vec<Held>,
}

/// An element that may be no part of the story.
#[derive(Debug)]
struct Held {
    at: usize,
    part: Part,
    by: By,
    bytes: usize,
    /// A sentence ends in it.
    told: bool,
    paragraphs: usize,
    breaks: usize,
    /// Fields and buttons of a form.
    controls: usize,
    /// Sentences of the story stand before it.
    behind: bool,
}

impl Weights {
    /// So many bytes are a sentence.
    const SENTENCE: usize = 20;

    /// Words of the element that is open, or of the story.
    pub(crate) fn words(&mut self, text: &str) {
        let text = text.trim();
        if self.link || text.is_empty() {
            return;
        }
        let told = text.ends_with(['.', '!', '?', '"', '”', '»', '…', '。', '।', '؟']);
        let (bytes, closes) = match &mut self.open {
            Some(held) => (&mut held.bytes, &mut held.told),
            None => (&mut self.outside, &mut self.told),
        };
        *bytes += text.len();
        *closes |= told;
    }

    /// An element begins: what it is, and where it is told again.
    pub(crate) fn open(&mut self, at: usize, part: Part, by: By) {
        let behind = self.told && self.outside >= Self::SENTENCE;
        let (bytes, told, paragraphs, breaks, controls) = (0, false, 0, 0, 0);
        self.link = false;
        self.open = Some(Held { at, part, by, bytes, told, paragraphs, breaks, controls, behind });
    }

    pub(crate) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// An element begins inside of the one that is open.
    pub(crate) fn inside(&mut self, name: &str, attributes: &str) {
        let Some(held) = &mut self.open else { return };
        match name {
            "br" => held.breaks += 1,
            "input" => {
                let kind = attribute(attributes, "type").unwrap_or("");
                held.controls += usize::from(!kind.eq_ignore_ascii_case("hidden"));
            }
            "select" | "textarea" | "button" => held.controls += 1,
            "ul" | "ol" | "li" | "dl" | "dt" | "dd" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr"
            | "table" | "tr" | "td" | "th" | "script" | "style" => {
                self.link = false;
            }
            _ if INLINE.contains(&name) => {}
            _ => {
                held.paragraphs += 1;
                self.link = false;
            }
        }
    }

    /// The element that is open ends.
    pub(crate) fn close(&mut self) {
        self.link = false;
        self.held.extend(self.open.take().filter(|held| held.by != By::Name));
    }

    /// The elements that hold most of the story, or all of it.
    fn bulk(&self) -> Vec<usize> {
        let total = self.outside + self.held.iter().map(|held| held.bytes).sum::<usize>();
        let is_bulk = |held: &&Held| {
            let paragraphs = held.paragraphs + held.breaks / 2;
            if !held.told || held.bytes < Self::SENTENCE {
                return false;
            }
            // Bylines and notes are of one paragraph, mostly.
            let holds = paragraphs > usize::from(held.part != Part::LeftOut);
            let most = held.bytes * 2 > total;
            match held.by {
                By::Name => false,
                By::Form => paragraphs > 0 && (most || held.controls == 0),
                By::Class => holds && most && !held.behind,
                By::Component => holds && most,
            }
        };
        let found: Vec<usize> = self.held.iter().filter(is_bulk).map(|held| held.at).collect();
        if !found.is_empty() || self.outside > 0 {
            return found;
        }
        // Nothing else is left: the only paragraphs are the story.
        let prose = |held: &&Held| {
            held.told
                && held.bytes >= Self::SENTENCE
                && held.part == Part::LeftOut
                && held.by == By::Component
        };
        self.held.iter().filter(prose).map(|held| held.at).collect()
    }
}

/// Elements that hold the story in spite of their classes.
#[derive(Debug, Default)]
pub(crate) struct Spared {
    /// Where they begin, in order.
    starts: Vec<usize>,
    rounds: usize,
}

impl Spared {
    /// Deeper than so many of them inside each other, no class is heard.
    const ROUNDS: usize = 4;

    /// Whether an element is to be read as a part of the story.
    pub(crate) fn spares(&self, at: usize, by: By) -> bool {
        by != By::Name && (self.rounds > Self::ROUNDS || self.starts.binary_search(&at).is_ok())
    }

    /// Takes over what holds most of the story; whether there is anything new, and all must be read once more.
    pub(crate) fn spare(&mut self, weights: &Weights) -> bool {
        if self.rounds > Self::ROUNDS {
            return false;
        }
        let found = weights.bulk();
        if found.is_empty() {
            return false;
        }
        self.rounds += 1;
        self.starts.extend(found);
        self.starts.sort_unstable();
        true
    }
}
