//! What the commands print.

use std::io::{IsTerminal, Write};
use std::path::Path;

/// The heads of the table of figures that `dateline tag` shows.
pub(crate) const FIGURES: &[&str] = &[
    "FIGURE",
    "KIND",
    "INDICATOR",
    "VALUE",
    "UNIT",
    "CHANGE",
    "PERIOD",
    "WHOSE",
    "WITH",
    "GOODS",
    "STATUS",
    "SURE",
];

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

    /// A line under a label, folded between words to the terminal's width, and further lines under its first word.
    pub(crate) fn labelled(&mut self, label: &str, text: &str) {
        let room = width().saturating_sub(columns(label)).max(LEAST);
        for (nth, part) in folded(text, room).iter().enumerate() {
            let label = if nth == 0 { label.to_owned() } else { " ".repeat(columns(label)) };
            self.line(format!("{label}{part}").trim_end());
        }
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
        if err.kind() == std::io::ErrorKind::BrokenPipe {
            std::process::exit(141);
        }
        let _ = writeln!(std::io::stderr(), "dateline: failed to write to standard output: {err}");
        std::process::exit(74);
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
    columns.filter(|columns| *columns >= LEAST).unwrap_or(USUAL)
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

    pub(crate) fn print_within(&self, width: usize, out: &mut Out) {
        self.lines_within(width).iter().for_each(|line| out.line(line));
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.lines_within(usize::MAX)
    }

    /// Lines of at most `width` columns. Where a row has no room in one, this happens, in this order, and no word is left out:
    /// columns that are empty in all rows go; what does not fit goes on in a second line, under the second column, and so on; and
    /// long cells are folded between words where that saves such a line.
    pub(crate) fn lines_within(&self, width: usize) -> Vec<String> {
        let widest = |column: usize, of: fn(&str) -> usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(|cell| of(cell)).max().unwrap_or(0)
        };
        let mut all: Vec<(usize, usize)> =
            (0..self.rows[0].len()).map(|column| (column, widest(column, columns))).collect();
        if total(&all) <= width {
            return self.rows.iter().map(|row| laid(row, &all)).collect();
        }
        let says = |(column, _): &(usize, usize)| {
            self.rows[1..].iter().any(|row| row.get(*column).is_some_and(|cell| !cell.is_empty()))
        };
        all.retain(|column| column.0 == 0 || says(column));
        let indent = all.first().map_or(0, |(_, width)| width + GAP).min(width / 4);
        let room = width.saturating_sub(indent).max(1);
        let folded_to = |long: usize| {
            let narrow = |(column, width): &(usize, usize)| {
                (*column, (*width).min(long.max(widest(*column, longest_word))).min(room))
            };
            in_lines(&all.iter().map(narrow).collect::<Vec<_>>(), width, indent)
        };
        // of what needs as few lines, the one that folds least
        let lines = [usize::MAX, 24, 20, 16, 12].map(folded_to).into_iter().min_by_key(Vec::len);
        let mut lines = lines.unwrap_or_default();
        for (nth, line) in lines.iter_mut().enumerate() {
            let mut spare = width.saturating_sub(total(line) + if nth == 0 { 0 } else { indent });
            for (column, narrow) in line.iter_mut().rev() {
                let more = widest(*column, columns).saturating_sub(*narrow).min(spare);
                (*narrow, spare) = (*narrow + more, spare - more);
            }
        }
        self.rows.iter().flat_map(|row| lines_of(row, &lines, indent)).collect()
    }
}

/// One that is narrower than a word is no terminal for reading.
const LEAST: usize = 20;

/// Between two columns.
const GAP: usize = 2;

/// Columns in lines: what fits stands in the first, what does not in the next, which is indented.
fn in_lines(all: &[(usize, usize)], width: usize, indent: usize) -> Vec<Vec<(usize, usize)>> {
    let mut lines: Vec<Vec<(usize, usize)>> = Vec::new();
    for column in all {
        let taken = if lines.len() < 2 { 0 } else { indent };
        match lines.last_mut() {
            Some(line) if taken + total(line) + GAP + column.1 <= width => line.push(*column),
            _ => lines.push(vec![*column]),
        }
    }
    lines
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(columns).max().unwrap_or(0)
}

/// What columns take side by side.
fn total(widths: &[(usize, usize)]) -> usize {
    widths.iter().map(|(_, width)| width + GAP).sum::<usize>().saturating_sub(GAP)
}

/// How many columns of a terminal a text takes, about: as many as it has letters.
fn columns(text: &str) -> usize {
    text.chars().count()
}

/// Cells side by side.
fn laid(row: &[String], widths: &[(usize, usize)]) -> String {
    let cell = |(column, width): &(usize, usize)| {
        let cell = row.get(*column).map_or("", String::as_str);
        format!("{cell:<width$}")
    };
    widths.iter().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

/// A row over several lines, the second and later ones indented, those without a word left out.
fn lines_of(row: &[String], lines: &[Vec<(usize, usize)>], indent: usize) -> Vec<String> {
    let mut all = Vec::new();
    for (nth, line) in lines.iter().enumerate() {
        let folded: Vec<Vec<String>> = line
            .iter()
            .map(|(column, width)| folded(row.get(*column).map_or("", String::as_str), *width))
            .collect();
        let height = folded.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<(usize, usize)> = line.iter().map(|(_, width)| *width).enumerate().collect();
        for part in 0..height {
            let cells: Vec<String> =
                folded.iter().map(|cell| cell.get(part).cloned().unwrap_or_default()).collect();
            let laid = laid(&cells, &widths);
            if !laid.is_empty() {
                all.push(format!("{:1$}{laid}", "", if nth == 0 { 0 } else { indent }));
            }
        }
    }
    all
}

/// This program as it was called just now, so that it can be called again: not everybody has installed it.
pub(crate) fn program() -> String {
    std::env::args().next().unwrap_or_else(|| "dateline".to_owned())
}

/// A path as a shell takes it.
pub(crate) fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+=:@".contains(c);
    if path.chars().all(is_plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// A cell in lines of at most `width` columns, between words where there are any.
fn folded(cell: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in cell.split(' ') {
        let mut word: Vec<char> = word.chars().collect();
        let line = lines.last_mut().expect("one from the beginning");
        if !line.is_empty() && columns(line) + 1 + word.len() <= width {
            line.push(' ');
            line.extend(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        while word.len() > width {
            let rest = word.split_off(width);
            *lines.last_mut().expect("one from the beginning") = word.into_iter().collect();
            lines.push(String::new());
            word = rest;
        }
        *lines.last_mut().expect("one from the beginning") = word.into_iter().collect();
    }
    lines
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What `dateline tag` shows, with cells as long as they come.
    fn figures() -> Table {
        let mut table = Table::new(FIGURES);
        let row = |cells: &str| cells.split('|').map(str::to_owned).collect();
        table.row(row("f1|level|trade|216000000000|CNY||2024-01..2024-04|CN-GX|WORLD||reported|81"));
        table.row(row(
            "f12|contribution|current_account|~1.2..1.4|percentage_point|above quarter_on_quarter|2024-01-01..2024-04-30|geonames:4221552|x:belt-and-road|motor vehicles of all kinds and their parts, tyres and accessories|hypothetical|57",
        ));
        table
    }

    #[test]
    fn a_table_that_fits_is_a_line_a_row() {
        let mut table = Table::new(&["TOPIC", "", "NEXT"]);
        table.row(vec!["articles.raw".to_owned(), String::new(), "7".to_owned()]);
        assert_eq!(table.lines_within(20), ["TOPIC           NEXT", "articles.raw    7"]);
        assert_eq!(table.lines_within(19), ["TOPIC         NEXT", "articles.raw  7"]);
    }

    #[test]
    fn a_table_that_does_not_fit_goes_on_in_a_second_line_and_loses_no_word() {
        let table = figures();
        for width in [20, 40, 79, 80, 120, 200, 400] {
            let lines = table.lines_within(width);
            let all = lines.join("\n");
            for line in &lines {
                assert!(line.chars().count() <= width, "{width}: {line}");
            }
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
            let wanted: usize = table.rows.iter().flatten().map(|cell| letters(cell)).sum();
            assert_eq!(letters(&all), wanted, "{width}:\n{all}");
        }
        assert_eq!(table.lines_within(400).len(), 3);
        let lines = table.lines_within(120);
        assert!(lines[0].starts_with("FIGURE  KIND") && lines[1].starts_with("        "), "{lines:#?}");
    }
}
