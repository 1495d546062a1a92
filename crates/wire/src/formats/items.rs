//! Files of many items: one after another, each with its own bytes, and a damaged one does not spoil those after it.

use std::collections::VecDeque;

use article::Warning;

use super::Format;
use crate::charset::Decoded;
use crate::draft::Draft;
use crate::reject::Left;
use crate::xml::{Event, Reader, Tree, next_start};
use crate::{Parsed, Received, Skipped, Unreadable};

/// What the elements of a format are.
#[derive(Clone, Copy)]
pub(super) struct Vocabulary {
    /// What this is, for a person: `an item of NewsML-G2`.
    pub what: &'static str,
    pub is_root: fn(&str) -> bool,
    pub is_item: fn(&str) -> bool,
    /// Elements outside items that say something of all of them.
    pub is_aside: fn(&str) -> bool,
    /// Elements whose inside is not taken apart: the body.
    pub is_payload: fn(&str) -> bool,
}

/// What comes next in a file.
pub(super) enum Found<'a> {
    Aside(Tree<'a>),
    Item {
        tree: Tree<'a>,
        /// As it stands in the file.
        own: &'a str,
        warnings: Vec<Warning>,
    },
    Damaged(Unreadable),
}

/// The items of a file, in their order.
pub(super) struct Items<'a> {
    words: Vocabulary,
    text: &'a str,
    reader: Reader<'a>,
    /// Where the reader's text begins.
    base: usize,
    /// Where the last item ended.
    last: usize,
    /// So many bytes were read in items that turned out to be damaged.
    lost: usize,
    rooted: bool,
    over: bool,
    /// The element outside of items that is being read, if it is none that is known.
    stray: Option<Stray<'a>>,
    /// So many words stand beside all elements.
    loose: usize,
    /// One that is no item had many words, all of them right inside it.
    plain: bool,
    /// What was found in one that turned out to be no item.
    queue: VecDeque<Found<'a>>,
}

/// An element where an item may stand, of no known name: an item whose name is damaged, or home-made, if it tells something, and
/// something that holds items if one is in it.
struct Stray<'a> {
    name: String,
    /// Where it begins, with what stands before it.
    start: usize,
    depth: usize,
    /// So many words stand in elements inside it, and so many right inside it.
    told: usize,
    plain: usize,
    /// What would be said of all items, if it stood outside of them.
    asides: VecDeque<Found<'a>>,
}

/// Of words: the owner of a feed, and the days on which it is silent, have fewer inside their elements …
const NESTED: usize = 8;
/// … and its generator in one.
const PLAIN: usize = 20;

/// Damaged items are read on from their start: so many times the file's own size may that take, and no more.
pub(super) const PATIENCE: usize = 4;

impl<'a> Items<'a> {
    pub(super) fn of(text: &'a str, words: Vocabulary) -> Self {
        let reader = Reader::new(text);
        Self {
            words,
            text,
            reader,
            base: 0,
            last: 0,
            lost: 0,
            rooted: false,
            over: false,
            stray: None,
            loose: 0,
            plain: false,
            queue: VecDeque::new(),
        }
    }

    /// Whether something is told outside of items, where none was found: their name may be damaged, or home-made.
    pub(super) fn tells_something(&self) -> bool {
        self.plain || self.loose >= NESTED
    }

    fn here(&self) -> usize {
        self.base + self.reader.at()
    }

    /// Where what was read last began.
    fn began(&self) -> usize {
        self.base + self.reader.began()
    }

    /// Whether an item begins here.
    fn is_start(&self, at: usize) -> bool {
        next_start(self.text, at, self.words.is_item) == Some(at)
    }

    fn end_with(&mut self, no: Unreadable) -> Found<'a> {
        self.over = true;
        Found::Damaged(no)
    }

    /// Reads on in an element of no known name; gives it when it ends and had the words of an item.
    fn in_stray(&mut self, event: &Event<'a>) -> Option<Found<'a>> {
        let Some(stray) = self.stray.as_mut() else {
            if let Event::Text(said) = event
                && self.loose < NESTED
            {
                self.loose += count_words(said);
            }
            return None;
        };
        match event {
            Event::Open(_) => stray.depth += 1,
            Event::Text(said) if stray.depth > 1 && stray.told < NESTED => stray.told += count_words(said),
            Event::Text(said) if stray.depth == 1 && stray.plain < PLAIN => stray.plain += count_words(said),
            Event::Text(_) => {}
            Event::Close | Event::End => stray.depth -= 1,
        }
        if stray.depth > 0 {
            return None;
        }
        let stray = self.stray.take()?;
        let known = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(&stray.name));
        if stray.told < NESTED || known(OF_ITSELF) {
            self.plain |= stray.plain >= PLAIN && !known(OF_ITSELF);
            self.queue.extend(stray.asides);
            return None;
        }
        self.last = self.here();
        let part = self.text.get(stray.start..self.last).map(str::to_owned);
        let reason = format!("`{}` is no item of the format, but with words in it", stray.name);
        Some(Found::Damaged(Unreadable { part, ..Unreadable::new("bad_xml", reason) }))
    }

    /// What comes after a damaged item may be whole: its start is looked for in the text itself.
    fn resume(&mut self, start: usize, began: usize, no: Unreadable) -> Found<'a> {
        if let Some(around) = self.stray.take() {
            self.queue.extend(around.asides);
        }
        self.lost += self.here() - began;
        let next = next_start(self.text, began + 1, self.words.is_item)
            .filter(|_| self.lost <= PATIENCE * self.text.len());
        match next {
            Some(next) => {
                self.reader = Reader::resumed(&self.text[next..], &self.reader);
                (self.base, self.last) = (next, next);
            }
            None => self.over = true,
        }
        let part = self.text.get(start..next.unwrap_or(self.text.len()));
        Found::Damaged(Unreadable { part: part.map(str::to_owned), ..no })
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = Found<'a>;

    fn next(&mut self) -> Option<Found<'a>> {
        loop {
            if let Some(found) = self.queue.pop_front() {
                return Some(found);
            }
            if self.over {
                return None;
            }
            let start = self.here();
            let event = match self.reader.next() {
                Ok(Some(event)) => event,
                Ok(None) => {
                    self.over = true;
                    continue;
                }
                // The start of an item was lost, and its end is there, or it is damaged: the next may be whole.
                Err(no) if no.code == "bad_xml" && (self.rooted || self.is_start(self.began())) => {
                    self.rooted = true;
                    return Some(self.resume(self.last, self.began().max(self.last), no));
                }
                Err(no) => {
                    let rest =
                        self.text.get(self.last..).filter(|rest| self.last > 0 && !rest.trim().is_empty());
                    return Some(self.end_with(Unreadable { part: rest.map(str::to_owned), ..no }));
                }
            };
            let Event::Open(element) = event else {
                match self.in_stray(&event) {
                    Some(found) => return Some(found),
                    None => continue,
                }
            };
            let name = element.name();
            if !self.rooted && !(self.words.is_root)(name) {
                let reason = format!("the root element is `{name}`, not {}", self.words.what);
                return Some(self.end_with(Unreadable::new("bad_xml", reason)));
            }
            self.rooted = true;
            let aside = (self.words.is_aside)(name);
            if !aside && !(self.words.is_item)(name) {
                let known = |name: &str| {
                    (self.words.is_root)(name)
                        || AROUND.iter().any(|around| around.eq_ignore_ascii_case(name))
                };
                if self.stray.is_some() {
                    self.in_stray(&Event::Open(element));
                } else if !known(name) {
                    let (name, asides) = (name.to_owned(), VecDeque::new());
                    self.stray = Some(Stray { name, start, depth: 1, told: 0, plain: 0, asides });
                }
                continue;
            }
            let began = self.began();
            let found = match self.reader.tree(element, self.words.is_payload) {
                Ok(tree) if aside && let Some(stray) = &mut self.stray => {
                    stray.told += count_words(&tree.root().words());
                    stray.asides.push_back(Found::Aside(tree));
                    continue;
                }
                Ok(tree) if aside => Found::Aside(tree),
                Ok(tree) => {
                    self.last = self.here();
                    let own = self.text.get(start..self.last).unwrap_or("");
                    Found::Item { tree, own, warnings: std::mem::take(&mut self.reader.warnings) }
                }
                Err(no) => self.resume(start, began, no),
            };
            // What is around an item is none itself.
            match self.stray.take() {
                Some(around) => {
                    self.queue.extend(around.asides);
                    self.queue.push_back(found);
                }
                None => return Some(found),
            }
        }
    }
}

/// Elements around items.
const AROUND: &[&str] = &["channel", "itemSet"];
/// What a feed says of itself, in as many words as it likes.
const OF_ITSELF: &[&str] = &["subtitle", "tagline", "summary", "info", "catalog"];

/// Words with letters that are no addresses; scripts that have no blanks between words have one for every four letters.
pub(super) fn count_words(said: &str) -> usize {
    let words = said.split_whitespace().filter(|word| !word.contains(['/', '@', ':']));
    words
        .filter(|word| word.contains(char::is_alphabetic))
        .map(|word| 1 + word.chars().filter(|c| *c >= '\u{2e80}').count() / 4)
        .sum()
}

/// A file on its way to articles.
pub(super) struct Message<'m> {
    pub received: &'m Received<'m>,
    pub decoded: &'m Decoded<'m>,
    pub format: Format,
    pub parsed: Parsed,
}

impl<'m> Message<'m> {
    pub(super) fn new(received: &'m Received<'m>, decoded: &'m Decoded<'m>, format: Format) -> Self {
        Self { received, decoded, format, parsed: Parsed::default() }
    }

    /// Whether an item is all of the message.
    pub(super) fn is_all(&self, own: &str) -> bool {
        self.decoded.text.trim().len() == own.trim().len()
    }

    /// Sets aside what is no story.
    pub(super) fn skip(
        &mut self,
        code: &'static str,
        what: impl Into<String>,
        id: Option<String>,
        own: &str,
    ) {
        let part = id.filter(|_| !self.is_all(own));
        self.parsed.skipped.push(Skipped { part, ..Skipped::new(code, what) });
    }

    /// A file in which no item was found: a notice with nothing in it, unless it tells something all the same.
    pub(super) fn without_items(&mut self, items: &Items<'_>, code: &'static str, what: &str) {
        if items.tells_something() {
            self.parsed.rejected.push(Unreadable::new("bad_xml", format!("{what}, but with words in it")));
        } else {
            self.skip(code, what, None, "");
        }
    }

    /// Makes an article of what is known of a story. `own` are its bytes alone.
    pub(super) fn put(&mut self, mut draft: Draft, own: &str) {
        // An agency that gives all its items one name gives none a name.
        draft.set_apart(&self.parsed.articles);
        let whole = self.is_all(own);
        let bytes = if whole { self.received.bytes } else { own.as_bytes() };
        let id = Some(draft.article.id.clone()).filter(|id| !id.is_empty());
        match draft.finish(self.received, bytes, self.format, self.decoded) {
            Ok(article) => self.parsed.articles.push(article),
            Err(Left::Skipped(skip)) => {
                self.parsed.skipped.push(Skipped { part: id.filter(|_| !whole), ..skip });
            }
            Err(Left::Unreadable(no)) => {
                let part = (!whole).then(|| own.to_owned());
                self.parsed.rejected.push(Unreadable { part, ..no });
            }
        }
    }

    /// What the message was; the error if there is nothing else in it.
    pub(super) fn finish(mut self) -> Result<Parsed, Unreadable> {
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
