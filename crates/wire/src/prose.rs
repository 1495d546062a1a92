//! From mark-up to prose: white space that means nothing goes, paragraphs, lines and table cells stay apart.

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
        for (nth, line) in text.split('\n').enumerate() {
            if nth > 0 {
                self.words.gap();
            }
            let empty = line.trim().is_empty();
            // The first and last pieces of a text are parts of lines and no blank ones.
            if empty && nth > 0 {
                blank = true;
            } else if !empty {
                if std::mem::take(&mut blank) {
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
