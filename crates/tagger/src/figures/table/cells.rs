//! The lines of a table: a label and its cells.

use std::ops::Range;

use article::Status;
use rust_decimal::Decimal;

use super::super::period::month;
use crate::text::Story;

/// One line of a table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: Range<usize>,
    pub(super) label: Range<usize>,
    pub(super) cells: Vec<Range<usize>>,
    /// The year that stands alone on a line above it.
    pub(super) year: Option<Range<usize>>,
}

/// A line with more bytes is prose.
const LONGEST: usize = 200;

/// Whether a line may end in a cell. Most end in a word.
pub(super) fn may_end_row(line: &str) -> bool {
    match line.as_bytes() {
        [.., b'0'..=b'9' | b'%' | b')' | b'|' | b'*']
        | [.., b'-' | b'/', b'x' | b'X' | b'y' | b'Y' | b'z' | b'Z' | b'r' | b'p']
        | [.., b' ' | b'\t', b'N', b'A']
        | [.., b' ' | b'\t', b'X']
        | [.., b' ' | b'\t', b'n', b'a']
        // `unch`, `N/A`
        | [.., b'c', b'h']
        | [.., b'/', b'A' | b'a'] => true,
        [.., b'l' | b'L'] => line.ends_with("nil") || line.ends_with("NIL") || line.ends_with("Nil"),
        [.., b'A' | b'a', b'.'] => line.ends_with("N.A.") || line.ends_with("n.a."),
        // `Oman - 288 (241).`, `Sorghum  nil,`; and an empty last cell
        [.., b'l' | b'L', b'.' | b',' | b';'] => {
            let line = line.trim_end_matches(['.', ',', ';']);
            line.ends_with("nil") || line.ends_with("NIL") || line.ends_with("Nil")
        }
        [.., b')', b'.' | b',' | b';'] | [.., b'0'..=b'9', b',' | b';'] | [.., b' ', b'-'] => {
            line.len() < SHORT
        }
        _ => false,
    }
}

/// A line of a list with brackets is no longer than this.
const SHORT: usize = 64;

/// A line of a label and at least so many cells, and nothing else.
pub(super) fn row(story: &Story<'_>, line: Range<usize>, fewest: usize) -> Option<Row> {
    let text = story.words(line.clone());
    if text.len() > LONGEST || !may_end_row(text) || !ends_in_cells(text, fewest) {
        return None;
    }
    let mut label: Option<Range<usize>> = None;
    let mut cells: Vec<Range<usize>> = Vec::new();
    // a sign that a blank parts from its number
    let mut apart: Option<usize> = None;
    let mut at = 0;
    let mut blanks = 0;
    for part in text.split(BLANKS) {
        let bytes = line.start + at..line.start + at + part.len();
        at += part.len() + 1;
        if part.is_empty() {
            blanks += 1;
            continue;
        }
        let before = std::mem::take(&mut blanks);
        // `64.3 (44.5),` `nil.`
        let bare = part.trim_end_matches([',', ';']);
        let bare = if bare.ends_with(").")
            || is_nil(bare.trim_end_matches('.')) && !bare.ends_with("A.") && !bare.ends_with("a.")
        {
            bare.trim_end_matches('.')
        } else {
            bare
        };
        // a list of numbers between commas is no line of a table
        let listed = bare.len() < part.len() && at <= text.len() && !bare.ends_with(')') && !is_nil(bare);
        let bytes = bytes.start..bytes.start + bare.len();
        if is_cell(bare) && !listed {
            let from = apart
                .take()
                .filter(|_| before == 0 && bare.starts_with(|first: char| first.is_ascii_digit()));
            match from {
                Some(from) => {
                    cells.pop();
                    cells.push(from..bytes.end);
                }
                None => cells.push(bytes),
            }
            continue;
        }
        apart = None;
        // `62.10 r`: it was revised
        if !cells.is_empty() && note_of(bare).is_some() {
            continue;
        }
        if label.is_some() && is_nil(bare) {
            // `Balance      - 250    + 109`: in a column of its own, and not behind a label
            if matches!(bare, "-" | "+") && before > 0 {
                apart = Some(bytes.start);
            }
            cells.push(bytes);
        } else if label.is_none()
            && let [year] = &cells[..]
            && is_year(story.words(year.clone()))
            && is_part_of_year(bare)
        {
            // `2014 Q1`
            label = Some(year.start..bytes.end);
            cells.clear();
        } else if cells.is_empty() {
            label = Some(label.map_or(bytes.start, |label| label.start)..bytes.end);
        } else {
            return None;
        }
    }
    // a plus alone is no cell
    if cells.iter().any(|cell| story.words(cell.clone()) == "+") {
        return None;
    }
    // a dash between a label and `288 (241)` is no empty cell
    if let [dash, number, bracket, ..] = &cells[..]
        && is_nil(story.words(dash.clone()))
        && !is_nil(story.words(number.clone()))
        && story.words(bracket.clone()).starts_with('(')
    {
        cells.remove(0);
    }
    take_years(story, &mut label, &mut cells);
    let label = label?;
    let short = label.len() <= 48 && story.words(label.clone()).split_whitespace().count() <= 6;
    (short && cells.len() >= fewest).then_some(Row { line, label, cells, year: None })
}

/// `2013   3,280  3,706`, `Jan 2014   4,101  3,795`: the year is the row's, or of its month, where not all cells are years.
fn take_years(story: &Story<'_>, label: &mut Option<Range<usize>>, cells: &mut Vec<Range<usize>>) {
    let year = |cell: &Range<usize>| is_year(story.words(cell.clone()));
    let [first, rest @ ..] = &cells[..] else { return };
    if rest.len() < 2 || !year(first) || rest.iter().all(year) {
        return;
    }
    let first = first.clone();
    match label {
        None => *label = Some(first),
        Some(label) if is_part_of_year(story.words(label.clone())) => label.end = first.end,
        Some(_) => return,
    }
    cells.remove(0);
}

/// `Jan`, `Q1`, `Jan-March`: what a year follows.
fn is_part_of_year(label: &str) -> bool {
    let label = label.trim_end_matches('.');
    let quarter = matches!(label.as_bytes(), [b'Q' | b'q' | b'H', b'1'..=b'4']);
    quarter
        || !label.is_empty()
            && label.split(['-', '/', '.']).all(|part| month(part).is_some() || part == "Mar")
}

/// Whether the last parts of a line may be cells, two if not fewer. Most lines of prose that end in a number have a word before it.
fn ends_in_cells(line: &str, fewest: usize) -> bool {
    let fewest = fewest.min(2);
    let parts = line.rsplit(BLANKS).filter(|part| !part.is_empty() && note_of(part).is_none()).take(fewest);
    let mut cells = 0;
    for part in parts {
        let bare = part.trim_end_matches([',', ';']);
        if !(part.bytes().any(|byte| byte.is_ascii_digit())
            || is_nil(bare)
            || is_nil(bare.trim_end_matches('.')))
        {
            return false;
        }
        cells += 1;
    }
    cells == fewest
}

/// What parts cells.
const BLANKS: [char; 3] = [' ', '\t', '|'];

pub(super) fn is_year(cell: &str) -> bool {
    cell.len() == 4
        && cell.bytes().all(|digit| digit.is_ascii_digit())
        && (cell.starts_with("19") || cell.starts_with("20"))
}

/// Nothing, in a cell.
pub(super) fn is_nil(part: &str) -> bool {
    matches!(
        part,
        "nil"
            | "NIL"
            | "Nil"
            | "(nil)"
            | "(NIL)"
            | "-"
            | "--"
            | "---"
            | "+"
            | "n.a."
            | "N.A."
            | "n.a"
            | "na"
            | "NA"
            | "n/a"
            | "N/A"
            | "unch"
            | "(NA)"
            | "X"
            | "x"
            | "tr"
    )
}

/// What a letter behind a number says of it: `64.40(p)`, `62.10 r`.
fn note_of(part: &str) -> Option<Status> {
    Some(match part {
        "r" | "(r)" | "R" | "(R)" => Status::Revised,
        "p" | "(p)" | "P" | "(P)" => Status::Preliminary,
        _ => return None,
    })
}

/// What the letter in or behind a cell says of it.
pub(super) fn noted(story: &Story<'_>, cell: Range<usize>) -> Option<Status> {
    let words = story.words(cell.clone());
    let own = words.get(without_note(words).len()..).unwrap_or_default();
    if own.is_empty() {
        let behind = story.text.get(cell.end..)?.trim_start_matches(' ');
        return note_of(behind.split(char::is_whitespace).next()?);
    }
    note_of(own.trim_start_matches(['-', '/']))
}

/// A cell without the letter that points to a note under the table: `25,182.6-x`, `1,204/r`, `64.40(p)`, `62.10r`.
fn without_note(cell: &str) -> &str {
    match cell.as_bytes() {
        [.., before, b'(', b'r' | b'p' | b'R' | b'P', b')'] if before.is_ascii_digit() => {
            cell.get(..cell.len() - 3).unwrap_or(cell)
        }
        [.., before, b'r' | b'p'] if before.is_ascii_digit() => cell.get(..cell.len() - 1).unwrap_or(cell),
        [.., before, b'-' | b'/', mark]
            if mark.is_ascii_alphabetic() && (before.is_ascii_digit() || *before == b')') =>
        {
            cell.get(..cell.len() - 2).unwrap_or(cell)
        }
        _ => cell,
    }
}

/// Whether a cell points to a note under the table.
pub(super) fn has_note(cell: &str) -> bool {
    without_note(cell).len() < cell.len()
}

/// `63.88`, `-0.1`, `+7.2%`, `(14.3)`, `$1,085,463`
fn is_cell(part: &str) -> bool {
    let bare = without_note(part).trim_matches(['(', ')', '+', '-', '−', '%', '$', '€', '£', '¥', '*']);
    bare.starts_with(|first: char| first.is_ascii_digit())
        && bare.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.'))
        && !bare.ends_with(['.', ','])
}

/// Value, whether it is negative, and its decimals. `None` where the separators are not those of thousands: `2,692,4`.
pub(super) fn number(cell: &str) -> Option<(Decimal, bool, u32)> {
    let cell = without_note(cell);
    let inner = cell.trim_start_matches('(');
    // `(14.3)`, and not `(+13.8)`
    let negative = inner.starts_with(['-', '−'])
        || (cell.starts_with('(') && cell.ends_with(')') && !inner.starts_with('+'));
    let whole = inner.split('.').next().unwrap_or_default();
    let last = whole.rsplit(',').next().unwrap_or_default();
    let digits = last.bytes().filter(u8::is_ascii_digit).count();
    if whole.contains(',') && digits != 3 {
        return None;
    }
    let digits: String = cell.chars().filter(|sign| sign.is_ascii_digit() || *sign == '.').collect();
    let value: Decimal = digits.parse().ok()?;
    Some((value, negative, value.scale()))
}

/// Without brackets and stars around it, and without the letter of a note.
pub(super) fn trimmed(story: &Story<'_>, cell: Range<usize>) -> Range<usize> {
    let text = story.words(cell.clone());
    let inner = without_note(without_note(text).trim_matches(['(', ')', '*']));
    let start = cell.start + text.find(inner).unwrap_or(0);
    start..start + inner.len()
}
