//! From mark-up to prose: white space that means nothing goes, paragraphs, lines and table cells stay apart.

use std::borrow::Cow;

/// Words of one field, with the white space of mark-up folded.
#[derive(Debug, Default)]
pub(crate) struct Words {
    words: String,
    gap: bool,
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
        for (nth, piece) in rest.split([' ', '\t', '\n', '\r']).enumerate() {
            self.gap |= nth > 0;
            self.piece(piece);
        }
    }

    fn piece(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        if std::mem::take(&mut self.gap) && !self.words.is_empty() && !self.words.ends_with(['\n', '\t']) {
            self.words.push(' ');
        }
        self.words.push_str(piece);
    }

    /// Adds characters as they are.
    pub(crate) fn push_as_is(&mut self, text: &str) {
        self.words.push_str(text);
    }

    /// Keeps apart what comes next, by a mark if there is anything yet.
    pub(crate) fn apart(&mut self, mark: &str) {
        if !self.words.is_empty() {
            // `By Ann Lee, <byttl>Staff Reporter</byttl>` has the mark already.
            let bare = self.words.trim_end_matches([' ', ',']).len();
            if mark.starts_with(',') {
                self.words.truncate(bare);
            }
            self.words.push_str(mark);
        }
        self.gap = false;
    }

    pub(crate) fn gap(&mut self) {
        self.gap = true;
    }

    pub(crate) fn take(&mut self) -> String {
        self.gap = false;
        let mut words = std::mem::take(&mut self.words);
        words.truncate(words.trim_end().len());
        words
    }
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
    /// Whether the row that is open has a cell yet.
    row_begun: bool,
}

impl Prose {
    pub(crate) fn push(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.words.push_as_is(text);
        } else {
            self.words.push(text);
        }
    }

    /// Characters that stand in no paragraph: there, a blank line begins one.
    pub(crate) fn push_loose(&mut self, text: &str) {
        if self.preformatted > 0 || self.cells > 0 {
            return self.push(text);
        }
        let mut blank = false;
        let indented = is_indented(text);
        for (nth, line) in text.split('\n').enumerate() {
            if nth > 0 {
                self.words.gap();
            }
            let empty = line.trim().is_empty();
            // The first and last pieces of a text are parts of lines and no blank ones.
            if empty && nth > 0 {
                blank = true;
            } else if !empty {
                let begins = indented && nth > 0 && begins_paragraph(line);
                if std::mem::take(&mut blank) || begins {
                    self.paragraph();
                }
                self.words.push(line);
            }
        }
    }

    /// A paragraph begins or ends here.
    pub(crate) fn paragraph(&mut self) {
        if self.cells > 0 {
            self.words.gap();
            return;
        }
        let words = self.words.take();
        if !words.trim().is_empty() {
            if !self.whole.is_empty() {
                self.whole.push_str("\n\n");
            }
            self.whole.push_str(&words);
        }
    }

    pub(crate) fn line(&mut self) {
        if self.cells > 0 { self.words.gap() } else { self.words.apart("\n") }
    }

    /// Rows are lines of one paragraph, cells stand apart by tabs: a table stays a table.
    pub(crate) fn open_row(&mut self) {
        if self.cells == 0 {
            self.words.apart("\n");
        }
        self.row_begun = false;
    }

    pub(crate) fn open_cell(&mut self) {
        if self.cells == 0 {
            if self.row_begun {
                self.words.apart("\t");
            }
            self.row_begun = true;
        }
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

/// How far in a line begins, in blanks.
fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 8 } else { 1 }).sum()
}

/// So many blanks are no slip.
const INDENT: usize = 2;

/// Whether some lines begin further in than others: so old systems begin a paragraph. Where all do, it is the mark-up's own.
/// The first line begins one in any case.
fn is_indented(text: &str) -> bool {
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
    let text = text.trim();
    let lines = text.lines();
    let blank = memchr::memmem::find(text.as_bytes(), b"\n\n").is_some()
        || lines.clone().skip(1).any(|line| line.trim().is_empty());
    // Without a blank line each line is a paragraph if lines are long; else they are lines of one, or a table.
    let alone = !blank && lines.clone().any(|line| line.len() > 100);
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
        whole.push_str(line);
        gap = false;
    }
    whole
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
