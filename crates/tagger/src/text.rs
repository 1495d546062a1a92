//! The text of a story, cut once: crawl header, headline, dateline, paragraphs, sentences, tokens.
//!
//! All places inside the tagger are byte ranges of [`Story::text`]; [`Story::span`] turns one into the code points of a
//! record. Building a story and asking it anything takes time linear in the text.
//!
//! **Tokens** are runs of letters, runs of digits, and every other character that is not white space, alone: `US$58.42`
//! is `US` `$` `58` `.` `42`, `Japan's` is `Japan` `'` `s`. A token's [`Token::key`] is a hash of the word with ASCII case
//! folded, so that a word list is one lookup; see [`key`].
//!
//! **Paragraphs** end at a blank line, before an indented line, and at a line's end in a text that is not hard-wrapped.
//! A text is hard-wrapped where lines end only because the next word would not have fitted, or at no width but in the middle of
//! sentences.
//!
//! **Sentences** never span a paragraph. They end at `.`, `!` or `?` before white space and something that can begin a
//! sentence, but not after an abbreviation (`Inc.`, `Gov.`, `No.`, `U.S.`, an initial) that goes on.

use std::cell::OnceCell;
use std::ops::Range;

use article::{Article, Extent, Span};

pub(crate) use crate::key::key;
use crate::key::{finish, go_on, key_of};
use crate::vocabulary::{Known, Lists, Vocabulary};

pub(crate) struct Story<'a> {
    pub(crate) article: &'a Article,
    pub(crate) text: &'a str,
    /// ` date 2023-08-30 ` at the start of a crawled story; else empty.
    pub(crate) header: Range<usize>,
    /// The first line after the header; empty where the story has none.
    pub(crate) headline: Range<usize>,
    /// `CHANGCHUN, Aug. 29 (Xinhua) --`; empty where the story has none.
    pub(crate) dateline: Range<usize>,
    pub(crate) paragraphs: Vec<Range<usize>>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) tokens: Vec<Token<'a>>,
    /// The tokens that may begin a place's name: those with a capital or of [`Lists::NAME`].
    pub(crate) name_starts: Vec<usize>,
    /// The tokens of [`Lists::CUE`].
    pub(crate) cue_starts: Vec<usize>,
    /// What the lists know of all words of the story together.
    pub(crate) known: Known,
    points: Points,
    megatons: OnceCell<bool>,
}

/// A sentence: trimmed, inside one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) range: Range<usize>,
    /// Index into [`Story::tokens`].
    pub(crate) tokens: Range<usize>,
    /// Index into [`Story::paragraphs`].
    pub(crate) paragraph: usize,
    /// Every list that one of its words stands in.
    pub(crate) lists: Lists,
    /// It has digits.
    pub(crate) counts: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// As the text has it: it is asked for so often that it is cut out once.
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: TokenKind,
    /// A word that begins with a capital.
    pub(crate) capital: bool,
    /// A line ends between it and the token before.
    pub(crate) on_new_line: bool,
    /// [`key`] of a word; 0 for digits and signs.
    pub(crate) key: u64,
    /// What the lists know of a word; nothing for digits and signs.
    pub(crate) known: Known,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters.
    Word,
    /// Digits.
    Digits,
    /// Any other character.
    Sign,
}

impl Token<'_> {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether a word stands in a list.
    pub(crate) fn is_in(&self, list: Lists) -> bool {
        self.known.lists.any(list)
    }
}

impl<'a> Story<'a> {
    pub(crate) fn of(article: &'a Article, vocabulary: &Vocabulary) -> Self {
        let text = article.text.as_str();
        let points = Points::of(text);
        let header = crawl_header(text);
        let dateline = dateline(article, text, &points);
        let headline = headline(article, text, header.end, &dateline);
        let paragraphs = paragraphs(text, header.end, &headline, points.counts.is_empty());
        let Cut { tokens, name_starts, cue_starts, stops, known } = cut(text, vocabulary);
        let mut story = Self {
            article,
            text,
            header,
            headline,
            dateline,
            paragraphs,
            sentences: Vec::with_capacity(text.len() / 100 + 1),
            tokens,
            name_starts,
            cue_starts,
            known,
            points,
            megatons: OnceCell::new(),
        };
        story.cut_sentences(&stops);
        story
    }

    /// Whether the story's `MT` are million tonnes: it says so (`million tons (MT)`), or all of them are few and one has decimals.
    ///
    /// Nobody ships 7.61 tonnes of gas, and nobody writes 5,000 of them where millions are meant.
    pub(crate) fn counts_megatons(&self) -> bool {
        *self.megatons.get_or_init(|| {
            let mut decimals = false;
            for token in self.tokens.iter().filter(|token| matches!(self.words(token.range()), "MT" | "Mt")) {
                let before = self.text[..token.start].trim_end_matches([' ', '\u{a0}']);
                if before.ends_with("tons (") || before.ends_with("tonnes (") {
                    return before.rsplit(' ').take(4).any(|word| word == "million");
                }
                let number =
                    before.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.' || sign == ',');
                let number = &before[number.len()..];
                let whole = number.split('.').next().unwrap_or_default();
                if number.is_empty() {
                    continue;
                }
                if whole.len() > 3 {
                    return false;
                }
                decimals |= number.contains('.');
            }
            decimals
        })
    }

    /// The words of a range.
    pub(crate) fn words(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// A byte range as the code points of a record, with its words.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let Extent { start, end } = self.extent(range.clone());
        Span { start, end, exact: self.words(range).to_owned() }
    }

    /// A byte range as the code points of a record.
    pub(crate) fn extent(&self, range: Range<usize>) -> Extent {
        Extent {
            start: self.points.before(self.text, range.start),
            end: self.points.before(self.text, range.end),
        }
    }

    /// The byte where a code point of the text starts.
    pub(crate) fn byte(&self, point: usize) -> Option<usize> {
        self.points.byte(self.text, point)
    }

    /// The index of the first token that starts at or after a byte.
    pub(crate) fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start < byte)
    }

    /// The index of the first token after `token` that starts at or after a byte which is not far.
    pub(crate) fn token_after(&self, token: usize, byte: usize) -> usize {
        let rest = self.tokens.iter().skip(token + 1);
        token + 1 + rest.take_while(|token| token.start < byte).count()
    }

    /// The index of the sentence that holds a byte (or of the one before it).
    pub(crate) fn sentence_at(&self, byte: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.range.start <= byte).checked_sub(1)
    }

    /// Cuts the paragraphs at those of the tokens `stops` that end a sentence.
    fn cut_sentences(&mut self, stops: &[usize]) {
        let mut next = 0;
        let mut stops = stops.iter().copied().peekable();
        let capitals = OnceCell::new();
        for (paragraph, range) in self.paragraphs.iter().enumerate() {
            while self.tokens.get(next).is_some_and(|token| token.start < range.start) {
                next += 1;
            }
            let rest = self.tokens.get(next..).unwrap_or_default();
            let end = next + rest.partition_point(|token| token.start < range.end);
            while next < end {
                let first = next;
                next = end;
                // the last token ends its paragraph anyway
                while let Some(stop) = stops.next_if(|stop| stop + 1 < end) {
                    if stop >= first && self.ends_sentence(stop, &capitals) {
                        next = stop + 1;
                        // closing quotes and brackets belong to the sentence that they close
                        while self.closes(next) {
                            next += 1;
                        }
                        break;
                    }
                }
                let tokens = &self.tokens[first..next];
                let mut lists = Lists::default();
                let mut counts = false;
                for token in tokens {
                    lists.join(token.known.lists);
                    counts |= token.kind == TokenKind::Digits;
                }
                let bytes = self.tokens[first].start..self.tokens[next - 1].end;
                self.sentences.push(Sentence { range: bytes, tokens: first..next, paragraph, lists, counts });
            }
        }
    }

    fn closes(&self, index: usize) -> bool {
        let Some(token) = self.tokens.get(index) else { return false };
        let touches = token.kind == TokenKind::Sign && index > 0 && self.tokens[index - 1].end == token.start;
        touches && matches!(token.text, "\"" | "'" | "”" | "’" | ")" | "]")
    }

    /// Whether the stop at `index`, which is not the last token of its paragraph, ends a sentence. `capitals` keeps what
    /// [`Self::has_capitals_after_stops`] found once it was asked.
    fn ends_sentence(&self, index: usize, capitals: &OnceCell<bool>) -> bool {
        let token = &self.tokens[index];
        let stop = token.text;
        let mut after = index + 1;
        while self.closes(after) {
            after += 1;
        }
        let Some(next) = self.tokens.get(after) else { return true };
        if next.start == self.tokens[after - 1].end {
            // `for May shipment...Egypt bought`: the reports of a desk, one behind the other
            return after == index + 1
                && next.kind == TokenKind::Word
                && next.text.starts_with(char::is_uppercase)
                && self.text[..token.end].ends_with("...");
        }
        let opening = next.text;
        let Some(initial) = opening.chars().next() else { return false };
        if initial.is_lowercase() || matches!(initial, ',' | ';' | ':' | '-' | '–' | '—' | ')' | '/' | '%')
        {
            return false;
        }
        if stop != "." || after > index + 1 {
            return true;
        }
        self.abbreviation(index).is_none_or(|kind| match kind {
            Abbreviation::Title => false,
            Abbreviation::Numbered => next.kind != TokenKind::Digits,
            Abbreviation::Name => {
                next.kind != TokenKind::Digits
                    && STARTERS.contains(&opening)
                    // `the record 170 billion dlr U.S. Trade deficit`, as some desks write
                    && !(opening == "Trade" && self.words(0..token.end).ends_with("U.S."))
                    && !(LINKS.contains(&opening)
                        && self.words(0..token.end).ends_with("U.S.")
                        && *capitals.get_or_init(|| self.has_capitals_after_stops()))
            }
        })
    }

    /// Whether the story was sent with a capital behind every `U.S.`, as desks abroad did in the 1980s:
    /// `exports to the U.S. In 1986 rose`, `the U.S. Has agreed`.
    fn has_capitals_after_stops(&self) -> bool {
        let followers = || {
            let found = self.text.match_indices("U.S. ");
            found.map(|(at, name)| first_word(&self.text[at + name.len()..]))
        };
        followers().any(|word| NEVER_FIRST.contains(&word))
            && !followers().any(|word| word.starts_with(char::is_lowercase))
    }

    /// What the word before the stop at `index` abbreviates, if it does.
    fn abbreviation(&self, index: usize) -> Option<Abbreviation> {
        let before = &self.tokens[index.checked_sub(1)?];
        if before.kind != TokenKind::Word || before.end != self.tokens[index].start {
            return None;
        }
        let word = before.text;
        if word.chars().count() == 1 && word.chars().all(char::is_uppercase) {
            return Some(Abbreviation::Name);
        }
        if word.len() > LONGEST_ABBREVIATION {
            return None;
        }
        let first = word.as_bytes()[0];
        let is_it = |form: &str| form.len() == word.len() && form.as_bytes()[0] == first && form == word;
        ABBREVIATIONS.iter().find(|(form, _)| is_it(form)).map(|(_, kind)| *kind)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Abbreviation {
    /// Always goes on: `Gov. Pat Jordan`.
    Title,
    /// Goes on with a number: `No. 4`, `Oct. 3`.
    Numbered,
    /// Ends a name, and ends a sentence only where the next word can only begin one: `Inc. The`.
    Name,
}

/// `Messrs`, `approx`.
const LONGEST_ABBREVIATION: usize = 6;

const ABBREVIATIONS: &[(&str, Abbreviation)] = {
    use Abbreviation::{Name, Numbered, Title};
    &[
        ("Mr", Title),
        ("Mrs", Title),
        ("Ms", Title),
        ("Dr", Title),
        ("Prof", Title),
        ("Gov", Title),
        ("Gen", Title),
        ("Sen", Title),
        ("Rep", Title),
        ("Lt", Title),
        ("Col", Title),
        ("Capt", Title),
        ("Sgt", Title),
        ("St", Title),
        ("Ste", Title),
        ("Mt", Title),
        ("Ft", Title),
        ("Rev", Title),
        ("Hon", Title),
        ("Pres", Title),
        ("Messrs", Title),
        ("vs", Title),
        ("Rs", Title),
        ("Dept", Title),
        ("approx", Title),
        ("No", Numbered),
        ("Nos", Numbered),
        ("Art", Numbered),
        ("Sec", Numbered),
        ("p", Numbered),
        ("Jan", Numbered),
        ("Feb", Numbered),
        ("Mar", Numbered),
        ("Apr", Numbered),
        ("Jun", Numbered),
        ("Jul", Numbered),
        ("Aug", Numbered),
        ("Sep", Numbered),
        ("Sept", Numbered),
        ("Oct", Numbered),
        ("Nov", Numbered),
        ("Dec", Numbered),
        ("Inc", Name),
        ("Co", Name),
        ("Corp", Name),
        ("Ltd", Name),
        ("Cos", Name),
        ("Bros", Name),
        ("Pte", Name),
        ("Pty", Name),
        ("Plc", Name),
        ("plc", Name),
        ("Bhd", Name),
        ("Sdn", Name),
        ("Pharm", Name),
        ("Intl", Name),
        ("Natl", Name),
        ("Univ", Name),
        ("Assn", Name),
        ("Jr", Name),
        ("Sr", Name),
        ("tril", Title),
        ("bil", Title),
        ("mil", Title),
        ("etc", Name),
        ("Ave", Name),
        ("Ark", Name),
        ("Calif", Name),
        ("Conn", Name),
        ("Fla", Name),
        ("Ga", Name),
        ("Ill", Name),
        ("Ind", Name),
        ("Kan", Name),
        ("Mass", Name),
        ("Md", Name),
        ("Mich", Name),
        ("Minn", Name),
        ("Miss", Name),
        ("Mo", Name),
        ("Okla", Name),
        ("Ore", Name),
        ("Pa", Name),
        ("Tenn", Name),
        ("Tex", Name),
        ("Va", Name),
        ("Wash", Name),
        ("Wis", Name),
    ]
};

/// Words of a sentence's inside that begin no sentence, with the capital that some desks gave them after a stop.
const NEVER_FIRST: &[&str] = &[
    "Amounted",
    "And",
    "Are",
    "Backed",
    "Cents",
    "Could",
    "Cts",
    "Currency",
    "Dlr",
    "Dlrs",
    "Dollar",
    "Dollars",
    "Fell",
    "Firms",
    "Government",
    "Had",
    "Has",
    "Have",
    "Is",
    "Market",
    "May",
    "Must",
    "Not",
    "Officials",
    "Or",
    "Rose",
    "Should",
    "Was",
    "Were",
    "Will",
    "Would",
];

/// Of [`STARTERS`] those that go on within a sentence as well as they begin one.
const LINKS: &[&str] = &[
    "After",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "During",
    "Exports",
    "For",
    "From",
    "If",
    "Imports",
    "In",
    "More",
    "Of",
    "On",
    "Or",
    "Over",
    "Shipments",
    "Since",
    "So",
    "That",
    "To",
    "Trade",
    "Under",
    "When",
    "Where",
    "While",
    "With",
];

/// Words that begin a sentence and never go on a name.
const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "As",
    "At",
    "Before",
    "Both",
    "But",
    "By",
    "During",
    "Earlier",
    "Exports",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "Imports",
    "In",
    "It",
    "Its",
    "Last",
    "Meanwhile",
    "More",
    "Most",
    "Of",
    "On",
    "One",
    "Only",
    "Or",
    "Our",
    "Over",
    "She",
    "Shipments",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "Total",
    "Trade",
    "Under",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "With",
    "Yet",
    "You",
];

/// ` date 2023-08-30 ` as crawled stories begin.
fn crawl_header(text: &str) -> Range<usize> {
    let trimmed = text.trim_start_matches([' ', '\u{feff}', '\n', '\r', '\t']);
    let none = 0..0;
    let Some(rest) = trimmed.strip_prefix("date ") else { return none };
    let date = rest.as_bytes();
    let is_date = date.len() > 10
        && date[..10]
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
        && date[10].is_ascii_whitespace();
    if !is_date {
        return none;
    }
    let end = text.len() - rest.len() + 10;
    let spaces = text[end..].len() - text[end..].trim_start_matches([' ', '\t']).len();
    0..end + spaces
}

fn dateline(article: &Article, text: &str, points: &Points) -> Range<usize> {
    let span = article.dateline.as_ref().and_then(|dateline| dateline.span.as_ref());
    let range = span.and_then(|span| Some(points.byte(text, span.start)?..points.byte(text, span.end)?));
    range.filter(|range| range.start <= range.end).unwrap_or(0..0)
}

/// The headline: the article's where it is one of the first lines of the text, else the first line where it looks like one.
fn headline(article: &Article, text: &str, from: usize, dateline: &Range<usize>) -> Range<usize> {
    let start = text.len() - text[from..].trim_start().len();
    if let Some(given) = article.headline.as_deref().map(str::trim)
        && !given.is_empty()
        && let Some(start) = line_with(text, start, given)
    {
        return start..start + given.len();
    }
    let line = text[start..].split(['\n', '\r']).next().unwrap_or_default().trim_end();
    let end = start + line.len();
    let holds_dateline = !dateline.is_empty() && dateline.start < end;
    let is_headline = !line.is_empty()
        && line.len() <= 250
        && !line.ends_with(['.', ':'])
        && !text[end..].trim().is_empty()
        && !holds_dateline;
    if is_headline { start..end } else { start..start }
}

/// Where the line begins with which words stand in a text: a page has a date, a desk its slug above the headline.
fn line_with(text: &str, from: usize, words: &str) -> Option<usize> {
    /// So many lines stand above it at most, none longer than so many bytes.
    const LINES: usize = 4;
    const LONGEST: usize = 120;
    let mut at = from;
    for _ in 0..=LINES {
        let rest = text.get(at..)?;
        if rest.starts_with(words) {
            return Some(at);
        }
        let end = rest.find('\n').filter(|end| *end <= LONGEST)?;
        at += end + (rest[end..].len() - trim_start(&rest[end..]).len());
    }
    None
}

/// The paragraphs after the crawl header, the headline first, trimmed and not empty.
fn paragraphs(text: &str, from: usize, headline: &Range<usize>, ascii: bool) -> Vec<Range<usize>> {
    let mut found = Vec::with_capacity(text.len() / 100 + 4);
    let mut push = |start: usize, end: usize| {
        let piece = &text[start..end];
        let trimmed = trim_start(piece);
        let start = start + (piece.len() - trimmed.len());
        let end = start + trim_end(trimmed).len();
        if start < end {
            found.push(start..end);
        }
    };
    let mut at = from;
    if !headline.is_empty() {
        // each line above it is its own
        for newline in memchr::memchr_iter(b'\n', &text.as_bytes()[from..headline.start]) {
            push(at, from + newline);
            at = from + newline;
        }
        push(at, headline.end);
        at = headline.end;
    }
    let width = wrap_width(&text[at..], ascii);
    let mut start = at;
    let mut line = at;
    let lead = at + (text[at..].len() - text[at..].trim_start_matches(['\r', '\n']).len());
    let newlines = memchr::memchr_iter(b'\n', &text.as_bytes()[at..]);
    let mut newlines = newlines.map(|offset| at + offset).peekable();
    let ragged = OnceCell::new();
    while let Some(newline) = newlines.next() {
        let next = &text[newline + 1..newlines.peek().copied().unwrap_or(text.len())];
        let cut = |width| line == lead && is_cut_lead(&text[line..], newline - line, next, width, ascii);
        let even =
            width.is_some_and(|width| is_wrapped(&text[line..newline], next, width, ascii) || cut(width));
        let joined = even || {
            let way = way(&text[line..newline], next);
            way != Way::Ends && ragged.get_or_init(|| Ragged::of(&text[at..], width, ascii)).joins(way)
        };
        if !joined {
            push(start, newline);
            start = newline + 1;
        }
        line = newline + 1;
    }
    push(start, text.len());
    found
}

/// How a line goes on in the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Not at all: a blank or an indented line follows, a row of a table or an item of a list, or it introduces them.
    Ends,
    /// In the middle of a sentence, as the next word has a small letter.
    Within,
    /// Perhaps: the next line begins like a sentence, a name or a number, and no stop stands before it.
    Open,
    /// It ends as a sentence does.
    Stop,
}

fn way(line: &str, next: &str) -> Way {
    /// No desk wraps so wide (bytes): a paragraph in one line.
    const WIDEST: usize = 200;
    let (this, next) = (trim_end(line), trim_end(next));
    if this.is_empty() || next.is_empty() || this.len() > WIDEST || next.starts_with([' ', '\t', '\u{3000}'])
    {
        return Way::Ends;
    }
    let stop = this.ends_with(['.', '!', '?', '"', '”']);
    // `- oil`, and behind a stop also a bracket or a dash, which may go on with a sentence
    let item = next.starts_with(['*', '•', '+', '=', '_', '/', '#', '<', '@'])
        || next.starts_with("- ")
        || stop && next.starts_with(['-', '–', '—', '(']);
    if item
        || is_labelled(this) && is_labelled(next)
        || this.ends_with([':', '=', '*', '_'])
        || this.starts_with("By ")
        || is_row(this)
        || is_row(next)
    {
        return Way::Ends;
    }
    if stop {
        Way::Stop
    } else if next.starts_with(char::is_lowercase)
        || HANGS.contains(&this.rsplit(' ').next().unwrap_or_default())
    {
        Way::Within
    } else {
        Way::Open
    }
}

/// Whether a line has columns: a tab, a bar, or two blanks that no sentence ends before.
fn is_row(line: &str) -> bool {
    let columns = |at: usize| !line.get(..at).unwrap_or_default().ends_with(['.', '!', '?', ':', '"', '”']);
    line.contains(['\t', '|']) || line.trim_start().find("  ").is_some_and(columns)
}

/// Whether two lines are items of a list: `* Grapes ...`, `Exports: 77.2 billion crowns`, `Imports: 49.8 billion crowns`.
fn is_list(line: &str, next: &str) -> bool {
    let marked = |line: &str| line.starts_with("* ") || line.starts_with("- ") || line.starts_with('•');
    marked(next) && (marked(line) || line.ends_with(':')) || is_labelled(next) && is_labelled(line)
}

/// A name of at most three words before a colon and a number: `Trade balance: +27.4 billion`.
fn is_labelled(line: &str) -> bool {
    /// No label is longer, in bytes.
    const LABEL: usize = 30;
    let head = line.as_bytes();
    let Some(colon) = memchr::memchr(b':', &head[..head.len().min(LABEL)]) else { return false };
    let counts = |rest: &str| {
        let rest = rest.trim_start_matches("US");
        rest.starts_with(|first: char| {
            first.is_ascii_digit() || matches!(first, '$' | '€' | '£' | '¥' | '+' | '-')
        })
    };
    line.starts_with(|first: char| first.is_ascii_uppercase())
        && line.get(..colon).is_some_and(|label| label.split(' ').count() <= 3)
        && line.get(colon + 1..).and_then(|rest| rest.strip_prefix(' ')).is_some_and(counts)
}

/// Whether lines end at no width: now here, now there, and yet in the middle of sentences.
struct Ragged {
    is: bool,
    /// Blank lines tell paragraphs apart.
    blank: bool,
}

impl Ragged {
    fn of(body: &str, width: Option<usize>, ascii: bool) -> Self {
        /// A text of so few lines need not show it twice.
        const FEW: usize = 6;
        let (mut within, mut uneven, mut open, mut count) = (0, 0, 0, 0);
        let mut blank = false;
        let mut start = 0;
        let body = trim_end(body).trim_start();
        for end in memchr::memchr_iter(b'\n', body.as_bytes()) {
            let line = &body[start..end];
            let rest = &body[end + 1..];
            let next = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
            start = end + 1;
            count += 1;
            blank |= trim_end(line).is_empty();
            match way(line, next) {
                Way::Within => {
                    within += 1;
                    let even = width.is_some_and(|width| is_wrapped(line, next, width, ascii));
                    uneven += usize::from(!even);
                }
                // a line that begins with a number may be either
                Way::Open => open += usize::from(next.starts_with(char::is_uppercase)),
                Way::Ends | Way::Stop => {}
            }
        }
        let is = uneven > usize::from(count > FEW) && within * 2 >= open;
        Self { is, blank }
    }

    fn joins(&self, way: Way) -> bool {
        self.is && (way != Way::Stop || self.blank)
    }
}

/// Whether a line ends only because the first word of the next would not have fitted.
fn is_wrapped(line: &str, next: &str, width: usize, ascii: bool) -> bool {
    let indented = next.starts_with("  ") || next.starts_with('\t') || next.starts_with('\u{3000}');
    let (this, next) = (trim_end(line), trim_end(trim_start(next)));
    if indented || this.is_empty() || next.is_empty() || is_list(this, next) {
        return false;
    }
    let first_word = first_word(next);
    let length = code_points(this, ascii);
    let full = length + 1 + code_points(first_word, ascii) > width;
    // not every desk fills its lines
    let goes_on = || {
        length * 10 >= width * 7
            && (first_word.starts_with(char::is_lowercase) || !this.ends_with(['.', '!', '?', ':', '"', '”']))
    };
    // the first line of an indented paragraph is short where a dateline was cut from it
    let opened = || {
        line.starts_with("   ")
            && length * 3 >= width
            && (!this.ends_with(['.', '!', '?', ':']) || first_word.starts_with(char::is_lowercase))
            && !this.trim_start().contains("  ")
            && !next.contains("  ")
    };
    // no row and no paragraph ends in such a word
    let hangs = || {
        let last = this.rsplit(' ').next().unwrap_or_default();
        length * 10 >= width * 4 && HANGS.contains(&last) && !this.contains("  ")
    };
    full || goes_on() || opened() || hangs()
}

/// Whether a body's first line is short since a dateline was cut from it: the next one goes on with the sentence, or the paragraphs
/// after it are indented and these lines are not.
fn is_cut_lead(body: &str, end: usize, next: &str, width: usize, ascii: bool) -> bool {
    let this = trim_end(&body[..end]);
    let set_in = |text: &str| text.starts_with([' ', '\t', '\u{3000}']);
    if set_in(this) || set_in(next) || code_points(this, ascii) * 3 < width || trim_end(next).is_empty() {
        return false;
    }
    let goes_on = next.starts_with(|first: char| first.is_lowercase() || first.is_ascii_digit());
    goes_on && !this.ends_with(':')
        || !this.ends_with(['.', '!', '?', ':', '=']) && !this.contains("  ") && body.contains("\n   ")
}

/// Words that want another behind them.
const HANGS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "at", "by", "for", "from", "with", "and", "or", "was", "were", "is",
    "are", "had", "has", "been", "that", "than", "about", "nearly", "over", "some",
];

/// The words up to white space.
fn first_word(text: &str) -> &str {
    let end = text.bytes().position(|byte| byte <= b' ' || byte >= 0x7f);
    match end {
        None => text,
        Some(end) if text.as_bytes()[end].is_ascii_whitespace() => &text[..end],
        Some(_) => text.split(char::is_whitespace).next().unwrap_or_default(),
    }
}

/// `str::trim_end`, quick where there is nothing to trim.
pub(crate) fn trim_end(text: &str) -> &str {
    if text.as_bytes().last().is_some_and(u8::is_ascii_graphic) { text } else { text.trim_end() }
}

fn trim_start(text: &str) -> &str {
    if text.as_bytes().first().is_some_and(u8::is_ascii_graphic) { text } else { text.trim_start() }
}

/// The width at which a text is hard-wrapped: its longest line, if no line is too long for that. Where others are alike, a line or two that
/// were mended by hand count for nothing.
fn wrap_width(text: &str, ascii: bool) -> Option<usize> {
    const SHORTEST: usize = 30;
    const LONGEST: usize = 100;
    /// So many lines are no accident, and differ by less than a word.
    const ALIKE: u32 = 5;
    const WORD: usize = 10;
    const MENDED: u32 = 2;
    let mut lines = [0_u32; LONGEST + 1];
    let mut longest = 0;
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = &text[start..end];
        // a code point has four bytes at most
        let length = if line.len() > LONGEST * 4 { return None } else { code_points(trim_end(line), ascii) };
        *lines.get_mut(length)? += 1;
        longest = longest.max(length);
        start = end + 1;
    }
    let many = |least: usize, most: usize| lines[least..=most].iter().sum::<u32>();
    let alike = (SHORTEST..=longest).rev().find(|width| many(width - WORD, *width) >= ALIKE);
    let width = alike.map_or(longest, |most| {
        (SHORTEST..=most).rev().find(|width| many(*width, most) > MENDED).unwrap_or(most)
    });
    (width >= SHORTEST).then_some(width)
}

/// What a byte begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    Nothing,
    Word,
    Digits,
    Sign,
    /// A code point beyond ASCII.
    Wide,
}

const BEGINS: [Begins; 256] = {
    let mut table = [Begins::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Begins::Word,
            b'0'..=b'9' => Begins::Digits,
            b'!'..=b'~' => Begins::Sign,
            _ => Begins::Nothing,
        };
        byte += 1_u8;
    }
    table
};

pub(crate) fn tokens<'a>(text: &'a str, vocabulary: &Vocabulary) -> Vec<Token<'a>> {
    cut(text, vocabulary).tokens
}

/// The tokens of a text with what [`Story`] keeps of them.
struct Cut<'a> {
    tokens: Vec<Token<'a>>,
    name_starts: Vec<usize>,
    cue_starts: Vec<usize>,
    /// The tokens that may end a sentence.
    stops: Vec<usize>,
    known: Known,
}

fn cut<'a>(text: &'a str, vocabulary: &Vocabulary) -> Cut<'a> {
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token<'a>> = Vec::with_capacity(text.len() / 4 + 1);
    let mut on_new_line = false;
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let eight = eight_at(bytes, at);
        let first = eight.to_le_bytes()[0];
        let begins = BEGINS[usize::from(first)];
        let (mut kind, mut capital, mut key) = (TokenKind::Sign, false, 0);
        // most tokens are words of plain letters
        if begins == Begins::Word {
            let next;
            (at, key, next) = plain_word(bytes, at, eight);
            kind = TokenKind::Word;
            capital = first.is_ascii_uppercase();
            if !next.is_ascii() {
                (at, key) = wide_word(text, start, at);
            }
        } else if begins == Begins::Nothing {
            on_new_line |= first == b'\n';
            at += 1;
            continue;
        } else if begins == Begins::Digits {
            at = end_of(Begins::Digits, bytes, at + 1);
            kind = TokenKind::Digits;
        } else if begins == Begins::Wide {
            match wide(text, &mut at) {
                Some((letter, found)) => (kind, capital, key) = (found, letter.is_uppercase(), 0),
                None => continue,
            }
            if kind == TokenKind::Word {
                (at, key) = wide_word(text, start, at);
            }
        } else {
            at += 1;
        }
        let text = text.get(start..at).unwrap_or_default();
        let known = Known::default();
        tokens.push(Token { text, start, end: at, kind, capital, on_new_line, key, known });
        on_new_line = false;
        // one space behind a word is most of what stands between two
        at += usize::from(bytes.get(at) == Some(&b' '));
    }
    look_up(text, tokens, vocabulary)
}

/// Looks all words up, in a loop of its own: the processor fetches the rows of several words at once.
fn look_up<'a>(text: &str, mut tokens: Vec<Token<'a>>, vocabulary: &Vocabulary) -> Cut<'a> {
    let mut name_starts = Vec::with_capacity(text.len() / 24 + 8);
    let mut cue_starts = Vec::with_capacity(text.len() / 24 + 8);
    let mut stops = Vec::with_capacity(text.len() / 64 + 4);
    let mut known = Known::default();
    for (index, token) in tokens.iter_mut().enumerate() {
        if token.kind == TokenKind::Word {
            token.known = vocabulary.of(token.key);
            known.join(token.known);
            if token.capital || token.is_in(Lists::NAME) {
                name_starts.push(index);
            }
            if token.is_in(Lists::CUE) {
                cue_starts.push(index);
            }
        } else if matches!(token.text, "." | "!" | "?" | "…") {
            stops.push(index);
        }
    }
    Cut { tokens, name_starts, cue_starts, stops, known }
}

/// Eight bytes, zeros behind the end of a text.
#[inline]
fn eight_at(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at + 8).and_then(<[u8]>::first_chunk) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => last_bytes(bytes, at),
    }
}

#[cold]
#[inline(never)]
fn last_bytes(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default().iter().take(8);
    rest.rev().fold(0, |bytes, byte| bytes << 8 | u64::from(*byte))
}

/// Where the plain letters that begin at a letter end, their key, and the byte behind them: eight bytes a step.
#[inline]
fn plain_word(bytes: &[u8], start: usize, mut eight: u64) -> (usize, u64, u8) {
    let mut at = start;
    let mut hash = 0;
    loop {
        let (small, letters) = begin_letters(eight);
        if letters < 8 {
            let [next, ..] = (eight >> (letters * 8)).to_le_bytes();
            at += letters;
            return (at, finish(hash, small, at - start), next);
        }
        at += 8;
        eight = eight_at(bytes, at);
        let [next, ..] = eight.to_le_bytes();
        if !next.is_ascii_alphabetic() {
            return (at, finish(hash, small, at - start), next);
        }
        hash = go_on(hash, small);
    }
}

/// What a code point beyond ASCII begins: a word or a sign, and it; the place behind it.
#[cold]
#[inline(never)]
fn wide(text: &str, at: &mut usize) -> Option<(char, TokenKind)> {
    let Some(letter) = text.get(*at..).and_then(|rest| rest.chars().next()) else {
        *at = text.len();
        return None;
    };
    *at += letter.len_utf8();
    if letter.is_alphabetic() {
        Some((letter, TokenKind::Word))
    } else {
        (!letter.is_whitespace() && !letter.is_control()).then_some((letter, TokenKind::Sign))
    }
}

/// Where a word with letters beyond ASCII ends that was read up to a byte, and its key.
#[cold]
#[inline(never)]
fn wide_word(text: &str, start: usize, at: usize) -> (usize, u64) {
    let end = word_end(text, at);
    (end, key_of(&text.as_bytes()[start..end]))
}

/// How many of eight bytes are letters before the first that is none, and they in small letters, zeros for the rest.
#[inline]
fn begin_letters(eight: u64) -> (u64, usize) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let small = eight | (0x20 * ONES);
    let low = small & !HIGH;
    let from_a = low + (0x80 - 0x61) * ONES;
    let beyond_z = low + (0x7f - 0x7a) * ONES;
    let other = !(from_a & !beyond_z & !eight) & HIGH;
    let letters = other.trailing_zeros() as usize / 8;
    // all bits below the lowest, or all
    let kept = ((other & other.wrapping_neg()) >> 7).wrapping_sub(1);
    (small & kept, letters)
}

/// Where a run of ASCII of one kind ends.
#[inline]
fn end_of(run: Begins, bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| BEGINS[usize::from(*byte)] == run) {
        at += 1;
    }
    at
}

fn word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        at = end_of(Begins::Word, bytes, at);
        if bytes.get(at).is_none_or(u8::is_ascii) {
            return at;
        }
        match text[at..].chars().next() {
            Some(letter) if letter.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&letter) => {
                at += letter.len_utf8();
            }
            _ => return at,
        }
    }
}

/// A number with leading zeros; `fmt` does the same in a multiple of the time.
pub(crate) fn digits(text: &mut String, number: u32, least: u32) {
    let mut place = 10_u32.pow(least.saturating_sub(1));
    while number / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(char::from(b'0' + u8::try_from(number / place % 10).unwrap_or(0)));
        place /= 10;
    }
}

/// A prefix with a number: `r1`.
pub(crate) fn numbered(prefix: &str, number: u32) -> String {
    let mut digits = [b'0'; 10];
    let mut first = digits.len();
    let mut rest = number;
    loop {
        first -= 1;
        digits[first] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let digits = digits.get(first..).unwrap_or_default();
    let mut text = String::with_capacity(prefix.len() + digits.len());
    text.push_str(prefix);
    digits.iter().for_each(|digit| text.push(char::from(*digit)));
    text
}

/// Bytes to code points: nothing to do for ASCII, else a count each [`Points::STEP`] bytes.
struct Points {
    /// Code points before byte `n * STEP`; empty for ASCII.
    counts: Vec<usize>,
}

impl Points {
    const STEP: usize = 64;

    fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { counts: Vec::new() };
        }
        let mut counts = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut count = 0;
        for piece in text.as_bytes().chunks(Self::STEP) {
            counts.push(count);
            count += count_starts(piece);
        }
        Self { counts }
    }

    /// The code points before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        if self.counts.is_empty() {
            return byte;
        }
        let step = (byte / Self::STEP).min(self.counts.len() - 1);
        self.counts[step] + count_starts(&text.as_bytes()[step * Self::STEP..byte])
    }

    /// The byte where a code point starts; `None` beyond the end.
    fn byte(&self, text: &str, point: usize) -> Option<usize> {
        if self.counts.is_empty() {
            return (point <= text.len()).then_some(point);
        }
        let step = self.counts.partition_point(|count| *count <= point).checked_sub(1)?;
        let mut left = point - self.counts[step];
        let bytes = text.as_bytes();
        let mut at = step * Self::STEP;
        // eight at a time, as long as they are ASCII
        while left >= 8
            && let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>)
            && eight.is_ascii()
        {
            at += 8;
            left -= 8;
        }
        loop {
            while bytes.get(at).is_some_and(|byte| byte & 0xc0 == 0x80) {
                at += 1;
            }
            if left == 0 {
                return Some(at);
            }
            if at >= bytes.len() {
                return None;
            }
            at += 1;
            left -= 1;
        }
    }
}

fn code_points(text: &str, ascii: bool) -> usize {
    if ascii { text.len() } else { count_starts(text.as_bytes()) }
}

/// The bytes that begin a code point: all but 10xxxxxx, eight at a time.
fn count_starts(bytes: &[u8]) -> usize {
    if bytes.is_ascii() {
        return bytes.len();
    }
    let (eights, rest) = bytes.as_chunks::<8>();
    let goes_on = |eight: &[u8; 8]| {
        let eight = u64::from_le_bytes(*eight);
        ((eight >> 7) & !(eight >> 6) & 0x0101_0101_0101_0101).count_ones() as usize
    };
    let rest = rest.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    eights.iter().map(|eight| 8 - goes_on(eight)).sum::<usize>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let article = Article::of_text(text);
        let story = Story::of(&article, &Vocabulary::default());
        story.sentences.iter().map(|sentence| story.words(sentence.range.clone()).to_owned()).collect()
    }

    #[test]
    fn sentences_end_where_an_editor_would_end_them() {
        let text = "Shipments to the U.S. rose 3.5 percent, Acme Inc. said. Gov. Pat Lee of No. 4 spoke on Oct. 3. The \
                    \"rate\" fell in the U.S. The bank closed.\n\n\"It is over.\" He left (early.) Then rain.";
        assert_eq!(
            sentences(text),
            [
                "Shipments to the U.S. rose 3.5 percent, Acme Inc. said.",
                "Gov. Pat Lee of No. 4 spoke on Oct. 3.",
                "The \"rate\" fell in the U.S.",
                "The bank closed.",
                "\"It is over.\"",
                "He left (early.)",
                "Then rain.",
            ]
        );
    }

    #[test]
    fn a_desk_that_gives_a_capital_to_every_word_after_us_ends_no_sentence_there() {
        let ends = |text: &str| sentences(text).len();
        assert_eq!(
            ends(
                "The U.S. Has agreed. Sales to the U.S. In 1986 rose out of those to the U.S. Of 7.8 billion."
            ),
            2
        );
        assert_eq!(ends("The U.S. has agreed on sales to the U.S. In 1986 they rose."), 2);
        assert_eq!(ends("The U.S. Has agreed on sales to the U.S. The others rose."), 2);
    }

    #[test]
    fn a_hard_wrapped_line_does_not_end_a_paragraph() {
        let text = "TRADE GAP WIDENS\n    TOKYO, March 3 - Japan's exports in February rose to 18.1 billion\n\
                    dlrs from 15.2 billion dlrs a year earlier, the ministry said in a\nstatement.\n    Imports fell.";
        let article = Article::of_text(text);
        let story = Story::of(&article, &Vocabulary::default());
        assert_eq!(story.paragraphs.len(), 3);
        assert_eq!(story.words(story.headline.clone()), "TRADE GAP WIDENS");
    }

    fn paragraphs_of(text: &str) -> Vec<String> {
        let article = Article::of_text(text);
        let story = Story::of(&article, &Vocabulary::default());
        story.paragraphs.iter().map(|range| story.words(range.clone()).to_owned()).collect()
    }

    #[test]
    fn lines_that_end_at_no_width_are_one_paragraph_to_the_next_blank_line() {
        let text = "Trade gap widens\n\nTOKYO, Feb. 19 - Japan posted a trade deficit of\n1.86 trillion yen ($12.2 billion) in January as a \
                    weaker yen pushed up the cost of\nfuel and food, the\nFinance Ministry said. Exports to South\nKorea rose 5.3 percent to \
                    7.64 trillion\nyen.\nImports fell.\n\nThe surplus with the United States shrank 11.6 percent\n(one third in volume) in \
                    the\nmonth.";
        assert_eq!(paragraphs_of(text).len(), 3, "{:#?}", paragraphs_of(text));
    }

    #[test]
    fn a_list_and_paragraphs_of_one_line_end_with_their_lines() {
        // Headings and rows begin with capitals; so does what a stop ends.
        let list = "Exports by country\n\nGermany 12.1 bln\nFrance 3 bln\nJapan 2.1 bln\nall others 4 bln\nTotal 21.2 bln";
        assert_eq!(paragraphs_of(list).len(), 6, "{:#?}", paragraphs_of(list));
        let lines = "Trade gap widens\n\nTOKYO - Exports rose 5 percent.\nImports fell 3 percent in the year to March, the ministry of finance of the country \
                     said on Wednesday in a report.\nThe gap was 5 billion yen.\njhnoh@example.net";
        assert_eq!(paragraphs_of(lines).len(), 5, "{:#?}", paragraphs_of(lines));
    }

    #[test]
    fn a_line_that_was_mended_by_hand_is_not_the_width() {
        let wrapped = "Exports of the month rose, as imports did, and so the trade gap\n\
                       widened again. The figure is preliminary, the office said. Chad\n";
        let text = format!(
            "TRADE GAP WIDENS\n\n{}It is obliged to take at least nine mln tonnes of grain a year until then, it said on\nFriday.",
            wrapped.repeat(4)
        );
        let article = Article::of_text(text);
        assert_eq!(Story::of(&article, &Vocabulary::default()).paragraphs.len(), 2);
    }

    #[test]
    fn bytes_become_code_points_and_back() {
        let text = "São Paulo’s exports – 3.1 % – ".repeat(9) + "to Türkiye";
        let points = Points::of(&text);
        for (point, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.before(&text, byte), point);
            assert_eq!(points.byte(&text, point), Some(byte));
        }
        assert_eq!(points.byte(&text, text.chars().count()), Some(text.len()));
        assert_eq!(points.byte(&text, text.chars().count() + 1), None);
    }

    #[test]
    fn the_crawl_header_is_no_part_of_the_headline() {
        let article =
            Article::of_text(" date 2023-08-30 Expo draws firms\n\nCHANGCHUN, Aug. 29 -- A big expo.");
        let story = Story::of(&article, &Vocabulary::default());
        assert_eq!(story.words(story.header.clone()), " date 2023-08-30 ");
        assert_eq!(story.words(story.headline.clone()), "Expo draws firms");
        assert_eq!(story.paragraphs.len(), 2);
    }
}
