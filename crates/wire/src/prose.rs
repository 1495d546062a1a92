//! From mark-up to prose: white space that means nothing goes, paragraphs, lines and table cells stay apart.

use std::borrow::Cow;

/// Words of one field, with the white space of mark-up folded.
#[derive(Debug, Default)]
pub(crate) struct Words {
    text: String,
    gap: bool,
    /// The gap is the end of a line.
    broke: bool,
}

impl Words {
    /// Adds characters; runs of blanks, tabs and line ends count as one blank, and none at either end.
    pub(crate) fn push(&mut self, text: &str) {
        let mut rest = text;
        // Most lines have nothing to fold but a blank at an end; what has is folded piece by piece.
        if memchr::memchr3(b'\n', b'\t', b'\r', text.as_bytes()).is_none() && !text.contains("  ") {
            let inner = text.trim_matches(' ');
            self.gap |= text.starts_with(' ');
            self.piece(inner);
            self.gap |= text.len() > 1 && text.ends_with(' ');
            rest = "";
        }
        for (nth, line) in rest.split('\n').enumerate() {
            if nth > 0 {
                (self.gap, self.broke) = (true, true);
            }
            for (nth, piece) in line.split([' ', '\t', '\r']).enumerate() {
                self.gap |= nth > 0;
                self.piece(piece);
            }
        }
    }

    fn piece(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        let broke = std::mem::take(&mut self.broke);
        if std::mem::take(&mut self.gap) && !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            // Chinese and Japanese have no blanks: a line ends wherever it is full.
            let full = broke && self.text.ends_with(is_unspaced) && piece.starts_with(is_unspaced);
            if !full {
                self.text.push(' ');
            }
        }
        self.text.push_str(piece);
    }

    /// Adds characters as they are.
    pub(crate) fn push_as_is(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Keeps apart what comes next, by a mark if there is anything yet.
    pub(crate) fn apart(&mut self, mark: &str) {
        if !self.text.is_empty() {
            // `By Ann Lee, <byttl>Staff Reporter</byttl>` has the mark already.
            let bare = self.text.trim_end_matches([' ', ',']).len();
            if mark.starts_with(',') {
                self.text.truncate(bare);
            }
            self.text.push_str(mark);
        }
        self.gap = false;
    }

    pub(crate) fn gap(&mut self) {
        self.gap = true;
    }

    /// A line ends here.
    fn line_end(&mut self) {
        (self.gap, self.broke) = (true, true);
    }

    fn is_empty(&self) -> bool {
        self.text.trim_ascii().is_empty()
    }

    /// Whether the last word closes a sentence, or what looks like one.
    fn closes(&self) -> bool {
        self.text.trim_end().ends_with(['.', '!', '?', ':', '"', '”', '»', '…', '。', '」'])
    }

    pub(crate) fn take(&mut self) -> String {
        self.gap = false;
        let mut words = std::mem::take(&mut self.text);
        words.truncate(words.trim_end().len());
        words
    }
}

/// Characters of scripts that write no blanks between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// A body: paragraphs.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    whole: String,
    words: Words,
    /// Inside how many cells we are: paragraphs of a cell are words of a row.
    cells: usize,
    /// Inside how many preformatted blocks.
    preformatted: usize,
    /// The cells of the row that is open, and where its words begin.
    row_cells: usize,
    row_start: usize,
    /// The elements of unknown names that are open: for each, and before them for what holds them, the last paragraph in
    /// which it had words of its own.
    levels: Vec<usize>,
    /// How many paragraphs there were.
    nth: usize,
    /// An element of an unknown name has just ended.
    soft: bool,
    /// Line ends since the last word.
    line_ends: usize,
}

/// Stands between the paragraphs of a cell until it is known whether the row has others. Never a character of a text.
const WITHIN_CELL: char = '\u{fdd0}';

impl Prose {
    pub(crate) fn push(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.words.push_as_is(text);
        } else {
            self.note(text);
            self.words.push(text);
        }
    }

    /// What the next words tell of what stands before them.
    fn note(&mut self, text: &str) {
        let words = text.trim_start();
        let Some(first) = words.chars().next() else {
            self.line_ends += text.matches('\n').count();
            return;
        };
        let ends = self.line_ends + text[..text.len() - words.len()].matches('\n').count();
        if std::mem::take(&mut self.soft) && ends > 0 && !self.words.is_empty() {
            let goes_on = first.is_lowercase()
                || matches!(first, ',' | '.' | ';' | ')' | '?' | '!' | '%' | '’' | '”' | '»')
                || ends == 1 && self.has_own_words() && !self.words.closes();
            if !goes_on {
                self.paragraph();
            }
        }
        let after = words.trim_end();
        self.line_ends = words[after.len()..].matches('\n').count();
        let nth = self.nth;
        match self.levels.last_mut() {
            Some(level) => *level = nth,
            None => self.levels.push(nth),
        }
    }

    /// Whether words stand right in the element that is open, and in this paragraph.
    fn has_own_words(&self) -> bool {
        self.levels.last().is_some_and(|level| *level == self.nth) && !self.words.is_empty()
    }

    /// An element begins whose name is not known: among words it is one of them, else a paragraph.
    pub(crate) fn open_unknown(&mut self) {
        let among =
            self.has_own_words() && (self.line_ends == 0 || self.line_ends == 1 && !self.words.closes());
        if !among {
            self.paragraph();
        }
        if self.levels.is_empty() {
            self.levels.push(usize::MAX);
        }
        self.soft = false;
        self.levels.push(usize::MAX);
    }

    /// It ends: what follows tells whether a paragraph does.
    pub(crate) fn close_unknown(&mut self) {
        if self.levels.len() > 1 {
            self.levels.pop();
        }
        if self.has_own_words() || self.line_ends == 0 {
            self.soft = true;
        } else {
            self.paragraph();
        }
    }

    /// The words of the paragraph (or the table) that is open.
    pub(crate) fn open_words(&self) -> &str {
        &self.words.text
    }

    /// They are none of the story.
    pub(crate) fn drop_open_words(&mut self) {
        if self.cells == 0 {
            self.words.take();
            (self.row_start, self.row_cells) = (0, 0);
        }
    }

    /// Characters that stand in no paragraph: there, a blank line begins one.
    pub(crate) fn push_loose(&mut self, text: &str) {
        if self.preformatted > 0 || self.cells > 0 {
            return self.push(text);
        }
        let indented = is_indented(text);
        for (nth, line) in text.split('\n').enumerate() {
            if nth > 0 {
                self.words.line_end();
                self.line_ends += 1;
            }
            if !line.trim().is_empty() {
                let begins = indented && nth > 0 && begins_paragraph(line);
                if self.line_ends > 1 || begins {
                    self.paragraph();
                }
                self.note(line);
                self.words.push(line);
            } else if !line.is_empty() {
                self.words.gap();
            }
        }
    }

    /// A paragraph begins or ends here.
    pub(crate) fn paragraph(&mut self) {
        if self.cells > 0 {
            let row = self.words.text.get(self.row_start..).unwrap_or("");
            if self.row_cells > 0 && !row.ends_with(['\t', WITHIN_CELL]) && !self.words.is_empty() {
                let mut mark = [0; 4];
                self.words.gap();
                self.words.piece(WITHIN_CELL.encode_utf8(&mut mark));
            }
            self.words.gap();
            return;
        }
        self.settle_row();
        self.nth += 1;
        self.soft = false;
        self.line_ends = 0;
        let words = self.words.take();
        (self.row_start, self.row_cells) = (0, 0);
        if !words.trim().is_empty() {
            if !self.whole.is_empty() {
                self.whole.push_str("\n\n");
            }
            self.whole.push_str(&words);
        }
    }

    pub(crate) fn line(&mut self) {
        self.line_ends = 0;
        self.soft = false;
        if self.cells > 0 { self.words.gap() } else { self.words.apart("\n") }
    }

    /// Rows are lines of one paragraph, cells stand apart by tabs: a table stays a table.
    pub(crate) fn open_row(&mut self) {
        if self.cells == 0 {
            self.settle_row();
            self.words.apart("\n");
            self.row_start = self.words.text.len();
            self.row_cells = 0;
        }
    }

    /// What a row with one cell holds is no row but paragraphs, and so is one with paragraphs of a story in a cell: so pages are
    /// laid out.
    fn settle_row(&mut self) {
        let row = self.words.text.get(self.row_start..).unwrap_or("");
        if row.contains(WITHIN_CELL) {
            let layout = self.row_cells == 1 || row.split('\t').any(has_story);
            let (mark, between) = if layout { ("\n\n", "\n\n") } else { (" ", "\t") };
            let cells = row.split('\t').map(|cell| {
                let paragraphs = cell.split(WITHIN_CELL).map(|words| words.trim_matches(' '));
                paragraphs.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(mark)
            });
            let row = cells.collect::<Vec<_>>().join(between);
            self.words.text.truncate(self.row_start);
            self.words.text.push_str(&row);
        }
        self.row_start = self.words.text.len();
    }

    pub(crate) fn open_cell(&mut self) {
        if self.cells == 0 {
            if self.row_cells > 0 {
                self.words.apart("\t");
            }
            self.row_cells += 1;
        }
        self.soft = false;
        self.cells += 1;
    }

    pub(crate) fn close_cell(&mut self) {
        self.cells = self.cells.saturating_sub(1);
    }

    pub(crate) fn open_preformatted(&mut self) {
        self.paragraph();
        self.preformatted += 1;
    }

    pub(crate) fn close_preformatted(&mut self) {
        self.preformatted = self.preformatted.saturating_sub(1);
        self.paragraph();
    }

    /// The paragraphs, joined by blank lines.
    pub(crate) fn finish(mut self) -> String {
        self.cells = 0;
        self.paragraph();
        self.whole
    }
}

/// Whether a cell has paragraphs, and one of them is a sentence that no cell of a table has.
fn has_story(cell: &str) -> bool {
    /// In bytes.
    const SENTENCE: usize = 80;
    let mut paragraphs = cell.split(WITHIN_CELL).map(str::trim).filter(|words| !words.is_empty());
    paragraphs.clone().nth(1).is_some()
        && paragraphs.any(|words| words.len() >= SENTENCE && words.ends_with(['.', '!', '?', '"', '”', '»']))
}

/// How far in a line begins, in blanks.
fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 8 } else { 1 }).sum()
}

/// So many blanks are no slip.
const INDENT: usize = 2;

/// Whether a text has a blank line between others.
pub(crate) fn has_blank_line(text: &str) -> bool {
    let text = text.trim();
    memchr::memchr_iter(b'\n', text.as_bytes()).any(|at| {
        let rest = text[at + 1..].trim_start_matches([' ', '\t', '\r', '\u{a0}']);
        rest.starts_with('\n')
    })
}

/// Whether some lines begin further in than others: so old systems begin a paragraph. Where all do, it is the mark-up's own.
/// The first line begins one in any case.
pub(crate) fn is_indented(text: &str) -> bool {
    let (mut flush, mut further) = (false, false);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        let rest = &text[end + 1..];
        // Nearly all lines begin so.
        if matches!(rest.as_bytes().first(), Some(b'!'..=b'~')) {
            flush = true;
        } else {
            let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
            let empty = line.trim().is_empty();
            flush |= !empty && indent(line) < INDENT;
            further |= !empty && indent(line) >= INDENT;
        }
        if flush && further {
            return true;
        }
    }
    false
}

/// A line that begins further in, and is no row of a table.
fn begins_paragraph(line: &str) -> bool {
    indent(line) >= INDENT && !line.trim().contains("   ")
}

/// Plain text as paragraphs: line ends of one kind, and a blank line between paragraphs.
pub(crate) fn paragraphs(text: &str) -> String {
    let text = with_plain_line_ends(text.into());
    let first = text.trim_start_matches(['\n', '\r']);
    let text = text.trim();
    let lines = lines(text);
    let blank = memchr::memmem::find(text.as_bytes(), b"\n\n").is_some()
        || lines.clone().skip(1).any(|line| line.trim().is_empty());
    // Without a blank line each line is a paragraph if lines are long; else they are lines of one, or a table.
    let alone = !blank && lines.clone().any(|line| line.len() > 100);
    // Of paragraphs that each begin further in none is set off from the others by that.
    let margin = if alone {
        lines.clone().skip(1).map(blanks_before).chain([blanks_before(first)]).min().unwrap_or(0)
    } else {
        0
    };
    let indented = is_indented(text);
    let mut whole = String::with_capacity(text.len());
    let mut gap = false;
    for line in lines {
        let line = line.trim_end();
        if line.trim_start().is_empty() {
            gap = true;
            continue;
        }
        if !whole.is_empty() {
            let begins = gap || alone || indented && begins_paragraph(line);
            whole.push_str(if begins { "\n\n" } else { "\n" });
        }
        whole.push_str(&line[margin.min(blanks_before(line))..]);
        gap = false;
    }
    whole
}

/// The lines of a text whose line ends are plain: many bytes are looked at at once.
fn lines(text: &str) -> impl Iterator<Item = &str> + Clone {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain((!text.is_empty()).then_some(text.len()));
    ends.scan(0, |start, end| {
        let line = &text[*start..end];
        *start = end + 1;
        Some(line)
    })
}

/// The blanks at the start of a line, in bytes.
fn blanks_before(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Line ends of one kind; what has them is not copied: a body may be hundreds of megabytes.
pub(crate) fn with_plain_line_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'\r', text.as_bytes()) else { return text };
    let mut plain = String::with_capacity(text.len());
    plain.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(after) = rest.strip_prefix('\r') {
        plain.push('\n');
        let after = after.strip_prefix('\n').unwrap_or(after);
        let next = memchr::memchr(b'\r', after.as_bytes()).unwrap_or(after.len());
        plain.push_str(&after[..next]);
        rest = &after[next..];
    }
    Cow::Owned(plain)
}

/// One blank where blanks, tabs and line ends stand, and none at the ends. Blanks that do not break stay what they are.
pub(crate) fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.trim().split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// The beginning of words that may be long.
pub(crate) fn short(words: &str) -> String {
    words.chars().take(200).collect()
}

/// The letters and digits of words, in lower case: marks, blanks and case vary from field to field.
pub(crate) fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The same letters and digits in the same order, whatever stands between them.
pub(crate) fn same_words(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}
