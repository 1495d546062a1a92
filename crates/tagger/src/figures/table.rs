//! Tables of agencies: rows of a label and numbers under a line of periods, with the unit said above.
//!
//! ```text
//! Canada's merchandise trade, in billions of Canadian dollars:
//!              Sept    Aug(rev)  pct change
//! Exports     63.88   63.91     -0.1
//! ```
//!
//! A table is read whole or not at all: where a column, a row or the unit is not understood, its lines give no figures, and no
//! sentence rule reads them either. Rows are indicators ("Exports") or places; then the line above says what goes there.

use std::ops::Range;

use article::{Comparison, Direction, FigureKind, Indicator, Period, Status};
use rust_decimal::Decimal;

use super::clause::Carry;
use super::clause::figure::is_flow;
use super::draft::{Draft, Name, Topic};
use super::lexicon::{Class, Measured, sign, word};
use super::period::{Time, length, shift};
use super::pieces::{Cutter, Places};
use super::quantity::Measure;
use crate::text::{Story, TokenKind, trim_end};

/// One line of a table.
struct Row {
    line: Range<usize>,
    label: Range<usize>,
    cells: Vec<Range<usize>>,
}

/// Rows that follow each other, with as many cells each.
pub(crate) struct Table {
    /// From the line of the columns to the last row.
    pub(crate) bytes: Range<usize>,
    head: Range<usize>,
    rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// Of which period, and of what where the column says it: `IMPORTS   QUOTA 1987`.
    Level(Period, Status, Option<Measured>),
    Change,
}

/// A line of a list with brackets is no longer than this.
const SHORT: usize = 64;

/// How far above a table its unit is looked for, in tokens.
const INTRODUCTION: usize = 70;

/// The tables of a story, in the order of the text.
pub(crate) fn tables(story: &Story<'_>) -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut head = 0..0;
    let mut last_words = 0..0;
    let mut start = 0;
    let mut close = |rows: &mut Vec<Row>, head: &Range<usize>| {
        if rows.is_empty() {
            return;
        }
        let mut head = head.clone();
        // a line of years looks like a row
        if rows.len() > 2 && rows[0].cells.iter().all(|cell| is_year(story.words(cell.clone()))) {
            head = rows.remove(0).line;
        }
        if let (true, Some(last)) = (rows.len() >= 2, rows.last()) {
            let from = if head.is_empty() { rows[0].line.start } else { head.start };
            found.push(Table { bytes: from..last.line.end, head: head.clone(), rows: std::mem::take(rows) });
        }
        rows.clear();
    };
    for end in memchr::memchr_iter(b'\n', story.text.as_bytes()).chain([story.text.len()]) {
        let line = trim_end(&story.text[start..end]);
        let bytes = start..start + line.len();
        start = end + 1;
        // the quick look: most lines end like a sentence, and few that are one end in a bracketed number
        let bracketed = line.len() < SHORT && line.trim_end_matches(['.', ',', ';']).ends_with(')');
        if !bracketed && line.ends_with(|last: char| last.is_ascii_alphabetic() || matches!(last, '.' | ','))
        {
            close(&mut rows, &head);
            last_words = bytes;
            continue;
        }
        // nothing, or a rule
        if line.trim_start().chars().all(|sign| matches!(sign, '-' | '=' | '_' | ' ' | '|' | '+')) {
            continue;
        }
        match row(story, bytes.clone()) {
            // a row may lack its last cells
            Some(row) if rows.first().is_none_or(|first| row.cells.len() <= first.cells.len()) => {
                if rows.is_empty() {
                    head = last_words.clone();
                }
                rows.push(row);
            }
            Some(row) => {
                close(&mut rows, &head);
                head = 0..0;
                rows.push(row);
            }
            None => {
                close(&mut rows, &head);
                last_words = bytes;
            }
        }
    }
    close(&mut rows, &head);
    found
}

/// A line of a label and at least two numbers, and nothing else.
fn row(story: &Story<'_>, line: Range<usize>) -> Option<Row> {
    let text = story.words(line.clone());
    // `Oman - 288 (241).`
    let text = if text.ends_with(").") || text.ends_with("),") || text.ends_with(");") {
        &text[..text.len() - 1]
    } else {
        text
    };
    // the quick look: most lines end in a word
    if !text.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '%' | ')' | '|'))
        || text.len() > 200
    {
        return None;
    }
    let mut label: Option<Range<usize>> = None;
    let mut cells = Vec::new();
    let mut at = 0;
    for part in text.split([' ', '\t', '|']) {
        let bytes = line.start + at..line.start + at + part.len();
        at += part.len() + 1;
        if part.is_empty() {
            continue;
        }
        if is_cell(part) || (label.is_some() && is_nil(part)) {
            cells.push(bytes);
        } else if cells.is_empty() {
            label = Some(label.map_or(bytes.start, |label| label.start)..bytes.end);
        } else {
            return None;
        }
    }
    // a dash between a label and `288 (241)` is no empty cell
    if let [dash, number, bracket] = &cells[..]
        && is_nil(story.words(dash.clone()))
        && !is_nil(story.words(number.clone()))
        && story.words(bracket.clone()).starts_with('(')
    {
        cells.remove(0);
    }
    let label = label?;
    let short = label.len() <= 48 && story.words(label.clone()).split_whitespace().count() <= 6;
    (short && cells.len() >= 2).then_some(Row { line, label, cells })
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"))
}

/// Nothing, in a cell.
fn is_nil(part: &str) -> bool {
    matches!(part, "nil" | "NIL" | "Nil" | "-" | "--" | "n.a." | "na" | "NA")
}

/// `63.88`, `-0.1`, `+7.2%`, `(14.3)`, `$1,085,463`
fn is_cell(part: &str) -> bool {
    let bare = part.trim_matches(['(', ')', '+', '-', '−', '%', '$', '€', '£', '¥', '*']);
    bare.starts_with(|first: char| first.is_ascii_digit())
        && bare.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.'))
        && !bare.ends_with(['.', ','])
}

/// What the tables of a story share.
pub(crate) struct Known {
    /// Where the first one begins.
    pub(crate) top: usize,
    /// The unit of the last one, which is that of a table whose head is repeated.
    pub(crate) unit: Option<(&'static str, Decimal)>,
}

/// Reads a table into drafts, or nothing where a part of it is not understood.
pub(crate) fn read(
    table: &Table,
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    drafts: &mut Vec<Draft>,
    known: &mut Known,
) {
    let last = drafts
        .iter()
        .filter(|draft| draft.bytes.start < table.bytes.start)
        .max_by_key(|draft| draft.bytes.start);
    let last = last.map(|draft| draft.topic.indicator);
    if let Some(mut read) = figures(table, story, places, cutter, carry, (drafts.len(), last), known) {
        drafts.append(&mut read);
    }
}

fn figures(
    table: &Table,
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    (first, last): (usize, Option<Indicator>),
    known: &mut Known,
) -> Option<Vec<Draft>> {
    let columns = columns(table, story, cutter, carry)
        .or_else(|| columns_by_place(table, story, cutter, carry))
        .or_else(|| columns_in_brackets(table, story, cutter, carry))?;
    let head = story.token_at(table.head.start);
    let above = head.saturating_sub(INTRODUCTION)..story.token_at(table.head.end);
    let (unit, scale) = unit(story, cutter, above.clone(), carry).or(known.unit)?;
    known.unit = Some((unit, scale));
    let levels: Vec<Period> = columns
        .iter()
        .filter_map(|column| match column {
            Column::Level(period, ..) => Some(*period),
            Column::Change => None,
        })
        .collect();
    // `Jan. 2025   Jan. 2026   Change`: the later one is what the story is of, where it changed from the other
    let first_column = *levels.first()?;
    let changes = columns.contains(&Column::Change);
    let main = if changes { levels.iter().copied().max_by_key(|period| period.last)? } else { first_column };
    let other = levels.iter().copied().find(|period| *period != main);
    let comparison = other.map(|base| compared(main, base)).or(Some(Comparison::YearOnYear));
    // `Selected sectors (million dollars)` under a sentence of exports
    let goes_on = || {
        let flow = carry.story_flow.as_ref().filter(|flow| is_flow(flow.indicator))?;
        (last? == flow.indicator).then_some(Measured { indicator: flow.indicator, sign: 0 })
    };
    let spoken = spoken_of(story, cutter, above).or_else(goes_on);
    let named = columns.iter().find_map(|column| match column {
        Column::Level(_, _, own) => *own,
        Column::Change => None,
    });
    // who trades with all of them is none of them
    let is_row = |code: &Name| {
        table.rows.iter().any(|row| {
            subject(row, story, places, cutter, spoken.or(named))
                .is_some_and(|subject| subject.partner.as_ref() == Some(code))
        })
    };
    let reporter = carry
        .story_reporter
        .clone()
        .or_else(|| places.home.clone())
        .or_else(|| country_of(places, known.top))
        .filter(|code| !is_row(code));
    // goods among rows of indicators are something that nobody knows
    let of_goods = |row: &Row| {
        subject(row, story, places, cutter, spoken.or(named)).is_some_and(|subject| subject.goods.is_some())
    };
    let of_indicators = |row: &Row| {
        subject(row, story, places, cutter, None).is_some_and(|subject| subject.partner.is_none())
    };
    if table.rows.iter().any(of_goods) && table.rows.iter().any(of_indicators) {
        return None;
    }
    let mut drafts: Vec<Draft> = Vec::new();
    for row in &table.rows {
        let Subject { measured, partner, goods } = subject(row, story, places, cutter, spoken.or(named))?;
        let mut level: Option<usize> = None;
        for (cell, column) in row.cells.iter().zip(&columns) {
            if is_nil(story.words(cell.clone())) {
                continue;
            }
            let (value, negative, decimals) = number(story.words(cell.clone()))?;
            let (kind, period, status, own) = match column {
                Column::Level(period, status, own) => (FigureKind::Level, *period, *status, *own),
                Column::Change => (FigureKind::Change, main, Status::Reported, None),
            };
            let measured = own.unwrap_or(measured);
            let change = kind == FigureKind::Change;
            let (unit, factor) = if change { ("percent", Decimal::ONE) } else { (unit, scale) };
            let grain = Decimal::new(1, decimals).checked_mul(factor)?;
            let mut value = value.checked_mul(factor)?.normalize();
            let deficit = measured.sign < 0 || (measured.sign == 0 && negative);
            if !change
                && deficit
                && matches!(measured.indicator, Indicator::Balance | Indicator::CurrentAccount)
            {
                value = -value;
            }
            let direction = match (change, value.is_zero(), negative) {
                (false, ..) => None,
                (true, true, _) => Some(Direction::Flat),
                (true, _, true) => Some(Direction::Down),
                (true, _, false) => Some(Direction::Up),
            };
            let topic = Topic {
                sign: measured.sign,
                reporter: reporter.clone(),
                partner: Some(partner.clone().unwrap_or_else(|| places.world.clone())),
                partner_stated: partner.is_some(),
                commodity: goods.clone(),
                ..Topic::of(measured.indicator)
            };
            if kind == FigureKind::Level && (level.is_none() || period == main) {
                level = Some(first + drafts.len());
            }
            drafts.push(Draft {
                kind,
                topic,
                value,
                high: None,
                grain,
                unit,
                unit_stated: true,
                per: None,
                bound: None,
                direction,
                comparison: comparison.filter(|_| change),
                comparison_stated: false,
                period: Some(period),
                period_stated: true,
                delivery: None,
                base_period: other.filter(|_| change),
                base_stated: true,
                status,
                basis: Vec::new(),
                twin_of: None,
                of: level.filter(|_| change),
                is_base: kind == FigureKind::Level && period != main,
                benchmark: None,
                attribution: carry.attribution.clone(),
                bytes: trimmed(story, cell.clone()),
                sentence: story.sentence_at(cell.start).unwrap_or(0),
                rule: "table/row",
            });
        }
    }
    Some(drafts)
}

/// What the columns are: as many as the rows have cells.
fn columns(table: &Table, story: &Story<'_>, cutter: &Cutter<'_>, carry: &Carry) -> Option<Vec<Column>> {
    let (mut at, end) = (story.token_at(table.head.start), story.token_at(table.head.end));
    let mut columns: Vec<Column> = Vec::new();
    while at < end {
        if let Some((period, next)) = month_of_short_year(story, cutter, at, end, carry) {
            columns.push(Column::Level(period, Status::Reported, None));
            at = next;
            continue;
        }
        if let Some((Time::Days(period), next)) = cutter.calendar.read(story, at, end, carry.today) {
            // `Jan-Sept 96`
            let today = carry.today.map_or(period.first.year(), jiff::civil::Date::year);
            let short = short_year(story, next, end, today)
                .filter(|_| length(period).is_some_and(|months| months < 12))
                .and_then(|year| shift(period, (i32::from(year) - i32::from(period.first.year())) * 12));
            let read = short.unwrap_or_else(|| of_story(period, carry));
            columns.push(Column::Level(read, Status::Reported, None));
            at = next + usize::from(short.is_some());
            continue;
        }
        let name = word(story, at).map(str::to_ascii_lowercase).unwrap_or_default();
        match name.as_str() {
            "change" | "chg" | "pct" | "percent" | "growth" | "yoy" | "y" | "m" => {
                if columns.last() != Some(&Column::Change) {
                    columns.push(Column::Change);
                }
            }
            "rev" | "revised" | "r" => {
                if let Some(Column::Level(_, status, _)) = columns.last_mut() {
                    *status = Status::Revised;
                }
            }
            "prel" | "prelim" | "preliminary" | "p" => {
                if let Some(Column::Level(_, status, _)) = columns.last_mut() {
                    *status = Status::Preliminary;
                }
            }
            "" => {
                let percent = sign(story, at) == Some("%");
                if percent && columns.last() != Some(&Column::Change) {
                    columns.push(Column::Change);
                } else if story.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits) {
                    return None;
                }
            }
            // `Destination   Value   Pct change`: of the period that the story is of
            "value" | "volume" | "amount" | "quantity" if columns.is_empty() => {
                columns.push(Column::Level(carry.story_period?, Status::Reported, None));
            }
            // before the first column stands what the rows are
            _ if columns.is_empty() => {}
            "on" | "year" | "vs" | "in" => {}
            _ => return None,
        }
        at += 1;
    }
    let cells = table.rows.first()?.cells.len();
    (columns.len() == cells && matches!(columns.first(), Some(Column::Level(..)))).then_some(columns)
}

/// `96` behind a month's name.
fn short_year(story: &Story<'_>, at: usize, end: usize, today: i16) -> Option<i16> {
    let token = story.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Digits)?;
    let short: i16 = token.text.parse().ok().filter(|_| token.end - token.start == 2)?;
    let century = today - today.rem_euclid(100);
    Some(if century + short > today + 1 { century - 100 + short } else { century + short })
}

/// How many lines above a table may be its head.
const HEAD_LINES: usize = 3;

/// What the columns are by the words that stand over them, on up to three lines.
fn columns_by_place(
    table: &Table,
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
) -> Option<Vec<Column>> {
    let first = table.rows.first()?;
    let count = first.cells.len();
    // where each column stands in its line
    let mut spans: Vec<Option<Range<usize>>> = vec![None; count];
    for row in table.rows.iter().filter(|row| row.cells.len() == count) {
        for (span, cell) in spans.iter_mut().zip(&row.cells) {
            let (start, end) = (cell.start - row.line.start, cell.end - row.line.start);
            *span = Some(span.as_ref().map_or(start..end, |span| span.start.min(start)..span.end.max(end)));
        }
    }
    let mut over: Vec<Vec<Range<usize>>> = vec![Vec::new(); count];
    let mut end = first.line.start.checked_sub(1)?;
    for _ in 0..HEAD_LINES {
        let start = story.text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = &story.text[start..end];
        if line.trim().is_empty()
            || line.trim_end().ends_with(['.', ',', ':'])
            || line.trim_end().ends_with("--")
        {
            break;
        }
        for phrase in phrases(line) {
            for (span, words) in spans.iter().flatten().zip(&mut over) {
                if phrase.start < span.end && span.start < phrase.end {
                    words.insert(0, start + phrase.start..start + phrase.end);
                }
            }
        }
        end = match start.checked_sub(1) {
            Some(end) => end,
            None => break,
        };
    }
    let mut columns: Vec<Column> = Vec::with_capacity(count);
    let mut said = false;
    for words in &over {
        let (mut period, mut measured, mut change, mut cumulative) = (None, None, false, false);
        for phrase in words {
            let (mut at, end) = (story.token_at(phrase.start), story.token_at(phrase.end));
            while at < end {
                if let Some((Time::Days(found), next)) = cutter.calendar.read(story, at, end, carry.today) {
                    (period, at) = (Some(found), next.max(at + 1));
                    continue;
                }
                match cutter.words.longest(story, at, end) {
                    Some((Class::Indicator(found, _), next)) => {
                        (measured, at) = (Some(found), next.max(at + 1));
                        continue;
                    }
                    Some((Class::Quota, next)) => {
                        measured = Some(Measured { indicator: Indicator::Quota, sign: 0 });
                        at = next.max(at + 1);
                        continue;
                    }
                    _ => {}
                }
                let name = word(story, at).map(str::to_ascii_lowercase).unwrap_or_default();
                change |= matches!(name.as_str(), "change" | "chg" | "pct" | "percent");
                cumulative |= name == "cumulative";
                at += 1;
            }
        }
        said |= measured.is_some();
        if change {
            columns.push(Column::Change);
            continue;
        }
        let mut period = period.or(carry.period).or(carry.story_period)?;
        if let Some(today) =
            carry.today.filter(|today| cumulative && period.first <= *today && *today < period.last)
        {
            period.last = today;
        }
        columns.push(Column::Level(period, Status::Reported, measured));
    }
    (said && matches!(columns.first(), Some(Column::Level(..)))).then_some(columns)
}

/// `Imports by source, with January figures in brackets`: of the story's period, and of the one that the brackets are said to be of.
fn columns_in_brackets(
    table: &Table,
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
) -> Option<Vec<Column>> {
    let in_brackets = |cell: &Range<usize>| story.words(cell.clone()).starts_with('(');
    let pairs = table.rows.iter().all(
        |row| matches!(&row.cells[..], [number, bracket] if !in_brackets(number) && in_brackets(bracket)),
    );
    let top = story.token_at(table.rows.first()?.line.start);
    let above = top.saturating_sub(INTRODUCTION)..top;
    let said = above.clone().rev().find(|at| {
        word(story, *at).is_some_and(|word| {
            matches!(word.to_ascii_lowercase().as_str(), "brackets" | "parentheses" | "bracketed")
        })
    })?;
    if !pairs {
        return None;
    }
    let main = carry.story_period.or(carry.period)?;
    let base = (said.saturating_sub(12)..said).rev().find_map(|at| {
        match cutter.calendar.read(story, at, said, carry.today)?.0 {
            Time::Days(period) if period != main => Some(period),
            Time::YearEarlier | Time::Same => shift(main, -12),
            Time::MonthEarlier => shift(main, -1),
            _ => None,
        }
    })?;
    let level = |period| Column::Level(period, Status::Reported, None);
    Some(vec![level(main), level(base)])
}

/// The parts of a line between which there are at least two blanks.
fn phrases(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for part in line.split(' ') {
        let bytes = at..at + part.len();
        at += part.len() + 1;
        if part.is_empty() {
            continue;
        }
        match found.last_mut().filter(|last| last.end + 1 == bytes.start) {
            Some(last) => last.end = bytes.end,
            None => found.push(bytes),
        }
    }
    found
}

/// `Oct 99`, `Sept '99`, `Oct-98`: in the head of a table the two digits are no day.
fn month_of_short_year(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    at: usize,
    end: usize,
    carry: &Carry,
) -> Option<(Period, usize)> {
    let Some((Time::Days(month), _)) = cutter.calendar.read(story, at, at + 1, carry.today) else {
        return None;
    };
    if length(month) != Some(1) {
        return None;
    }
    let mark = matches!(sign(story, at + 1), Some("'" | "’" | "-" | "/"));
    let digits = at + 1 + usize::from(mark);
    let today = carry.today.map_or(month.first.year(), jiff::civil::Date::year);
    let year = short_year(story, digits, end, today)?;
    let years = i32::from(year) - i32::from(month.first.year());
    Some((shift(month, years * 12)?, digits + 1))
}

/// A year as a column of a story on its first months means those months.
fn of_story(period: Period, carry: &Carry) -> Period {
    let Some(story) = carry.story_period.filter(|_| length(period) == Some(12)) else { return period };
    let years = i32::from(period.first.year()) - i32::from(story.first.year());
    let within = length(story).is_some_and(|months| months < 12) && years.abs() <= 3;
    if within { shift(story, years * 12).unwrap_or(period) } else { period }
}

/// `in billions of Canadian dollars`, `(in mln dlrs)`, `in tonnes`: the unit and what the numbers are multiplied by.
fn unit(
    story: &Story<'_>,
    cutter: &Cutter<'_>,
    above: Range<usize>,
    carry: &Carry,
) -> Option<(&'static str, Decimal)> {
    above.rev().find_map(|at| {
        if !word(story, at)
            .is_some_and(|word| matches!(word, "in" | "In" | "IN" | "unit" | "Unit" | "million" | "billion"))
        {
            return None;
        }
        let from = if word(story, at).is_some_and(|word| word.ends_with("illion")) { at } else { at + 1 };
        let from = from + usize::from(sign(story, from) == Some(":"));
        let (measure, scale) = cutter.scanner.named_unit(story, from, story.tokens.len())?;
        let unit = match measure {
            Measure::Money(code) => code,
            Measure::Unit(unit) => unit,
            Measure::LocalMoney(word, default) => {
                let here = carry.story_reporter.as_deref().and_then(|code| code.get(..2)).unwrap_or_default();
                cutter.scanner.money_in(word, here).unwrap_or(default)
            }
            _ => return None,
        };
        Some((unit, scale))
    })
}

/// The indicator that the lines above speak of last.
fn spoken_of(story: &Story<'_>, cutter: &Cutter<'_>, above: Range<usize>) -> Option<Measured> {
    let end = above.end;
    above.rev().find_map(|at| match cutter.words.longest(story, at, end)? {
        (Class::Indicator(measured, super::lexicon::Strength::Full), _) => Some(measured),
        _ => None,
    })
}

/// What a row is of.
struct Subject {
    measured: Measured,
    partner: Option<Name>,
    goods: Option<Name>,
}

/// What a row is of: an indicator; or a place that the indicator above goes to, or goods of it.
fn subject(
    row: &Row,
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    spoken: Option<Measured>,
) -> Option<Subject> {
    let of = |measured, partner, goods| Some(Subject { measured, partner, goods });
    let (at, end) = (story.token_at(row.label.start), story.token_at(row.label.end));
    let known = (at..end.min(at + 3)).find_map(|at| match cutter.words.longest(story, at, end) {
        Some((Class::Indicator(measured, _), _)) => Some(measured),
        _ => None,
    });
    if let Some(measured) = known {
        return of(measured, None, None);
    }
    let from = places.mentions.partition_point(|place| place.bytes.start < row.label.start);
    if let Some(place) = places.mentions.get(from).filter(|place| place.bytes.start < row.label.end) {
        let codes = &places.codes[place.at];
        return of(spoken?, Some(codes.country.clone().unwrap_or_else(|| codes.own.clone())), None);
    }
    let total =
        word(story, at).is_some_and(|word| matches!(word, "Total" | "TOTAL" | "World" | "WORLD" | "All"));
    if total {
        return of(spoken?, None, None);
    }
    // `Ready-to-wear  1,411.8  1,318.2`: goods, where no word of the label is something else
    let known =
        (at..end).any(|at| cutter.words.longest(story, at, end).is_some_and(|(class, _)| !is_small(class)));
    let measured = spoken.filter(|measured| is_flow(measured.indicator) && !known)?;
    let goods = story.words(row.label.clone()).to_lowercase();
    of(measured, None, Some(goods.into()))
}

/// Classes of words that may stand in the name of goods.
fn is_small(class: Class) -> bool {
    matches!(class, Class::Plain | Class::Prep(_))
}

/// The first place in focus that is named above the tables.
fn country_of(places: &Places<'_>, top: usize) -> Option<Name> {
    let above = |at: usize| places.mentions.iter().any(|place| place.at == at && place.bytes.start < top);
    let focus = |at: &usize| places.regions[*at].role == article::Role::Focus && above(*at);
    let at = (0..places.regions.len()).find(focus)?;
    Some(places.codes[at].own.clone())
}

/// Value, whether it is negative, and its decimals.
fn number(cell: &str) -> Option<(Decimal, bool, u32)> {
    let negative = cell.starts_with(['-', '−']) || (cell.starts_with('(') && cell.ends_with(')'));
    let digits: String = cell.chars().filter(|sign| sign.is_ascii_digit() || *sign == '.').collect();
    let value: Decimal = digits.parse().ok()?;
    Some((value, negative, value.scale()))
}

/// Without brackets and stars around it.
fn trimmed(story: &Story<'_>, cell: Range<usize>) -> Range<usize> {
    let text = story.words(cell.clone());
    let inner = text.trim_matches(['(', ')', '*']);
    let start = cell.start + text.find(inner).unwrap_or(0);
    start..start + inner.len()
}

fn compared(main: Period, base: Period) -> Comparison {
    if shift(main, -12) == Some(base) {
        Comparison::YearOnYear
    } else if length(main) == Some(1) && shift(main, -1) == Some(base) {
        Comparison::MonthOnMonth
    } else if length(main) == Some(3) && shift(main, -3) == Some(base) {
        Comparison::QuarterOnQuarter
    } else {
        Comparison::Other
    }
}
