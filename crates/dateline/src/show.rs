//! What the commands print.

use std::io::{IsTerminal, Write};

/// Standard output; a reader that has seen enough (`| head`) ends the program in silence.
pub(crate) struct Out {
    lock: std::io::BufWriter<std::io::StdoutLock<'static>>,
}

impl Out {
    pub(crate) fn new() -> Self {
        Self { lock: std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock()) }
    }

    pub(crate) fn line(&mut self, line: impl AsRef<[u8]>) {
        let written = self.lock.write_all(line.as_ref()).and_then(|()| self.lock.write_all(b"\n"));
        end_if_nobody_reads(written);
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        end_if_nobody_reads(self.lock.write_all(bytes));
    }

    pub(crate) fn flush(&mut self) {
        end_if_nobody_reads(self.lock.flush());
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        self.flush();
    }
}

fn end_if_nobody_reads(written: std::io::Result<()>) {
    if let Err(err) = written {
        // 141 is what a shell shows of a program that a closed pipe ended; a full disk behind a redirect is 74.
        std::process::exit(if err.kind() == std::io::ErrorKind::BrokenPipe { 141 } else { 74 });
    }
}

/// Whether colours can be shown: a terminal that knows them, and nobody who asked for none.
pub(crate) fn has_colours() -> bool {
    let is = |name, wanted: fn(&std::ffi::OsStr) -> bool| {
        std::env::var_os(name).is_some_and(|value| wanted(&value))
    };
    std::io::stdout().is_terminal()
        && !is("NO_COLOR", |value| !value.is_empty())
        && !is("TERM", |value| value == "dumb")
}

/// How many columns a line may take: on a terminal as many as it shows; in a file or a pipe a line is a line of the story.
pub(crate) fn width() -> usize {
    /// Of a terminal that does not say: one that is recorded, or at the end of a serial line.
    const USUAL: usize = 80;
    if !std::io::stdout().is_terminal() {
        return usize::MAX;
    }
    let told = || std::env::var("COLUMNS").ok()?.parse().ok();
    let columns = terminal_size::terminal_size().map(|(columns, _)| usize::from(columns.0)).or_else(told);
    // One that is narrower than a word is no terminal for reading.
    columns.filter(|columns| *columns >= 20).unwrap_or(USUAL)
}

/// A table with a head, columns as wide as they need.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(head: &[&str]) -> Self {
        Self { rows: vec![head.iter().map(ToString::to_string).collect()] }
    }

    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.len() == 1
    }

    pub(crate) fn print(&self, out: &mut Out) {
        self.lines().iter().for_each(|line| out.line(line));
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        let columns = self.rows[0].len();
        let width = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let line = |row: &Vec<String>| {
            let cells: Vec<String> =
                row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            cells.join("  ").trim_end().to_owned()
        };
        self.rows.iter().map(line).collect()
    }
}

/// 1234567 as `1,234,567`.
pub(crate) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
