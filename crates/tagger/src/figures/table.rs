//! Tables of agencies: rows of a label and numbers under a line of periods, with the unit said above.
//!
//! ```text
//! Canada's merchandise trade, in billions of Canadian dollars:
//!              Sept    Aug(rev)  pct change
//! Exports     63.88   63.91     -0.1
//! ```
//!
//! A table is read whole or not at all: where a column, a row or the unit is not understood, its lines give no figures, and no
//! sentence rule reads them either. Rows are indicators ("Exports"), places or goods; then the lines above say what goes there.
//!
//! What is left out and spoils nothing: a row that is no place among rows of places (`N. Zone`, `Others`), stocks and uses among
//! exports and imports (a balance of supply and demand), and a cell whose sign or separators say that it is none.

mod above;
mod cells;
mod columns;
mod crossed;
mod heads;
pub(crate) mod lines;
pub(crate) mod partners;
mod rows;
mod whose;

use std::ops::Range;

use article::{Comparison, Direction, FigureKind, Indicator, Period, Status};
use rust_decimal::Decimal;

use self::above::Above;
use self::cells::{Row, has_note, is_nil, is_year, may_end_row, noted, number, row, trimmed};
use self::columns::{Column, When, columns};
use self::rows::Kind;
use super::clause::Carry;
use super::currency;
use super::draft::{Draft, Topic};
use super::lexicon::{Measured, word};
use super::period::{crop_in, length, shift};
use super::pieces::{Cutter, Places};
use crate::text::{Story, trim_end};

/// Rows that follow each other, with as many cells each.
pub(crate) struct Table {
    /// From the line of the columns to the last row.
    pub(crate) bytes: Range<usize>,
    head: Range<usize>,
    rows: Vec<Row>,
}

/// The tables of a story, in the order of the text.
pub(crate) fn tables(story: &Story<'_>) -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut head = 0..0;
    let mut last_words = 0..0;
    let mut start = 0;
    // `2014` over the months of that year
    let mut year: Option<Range<usize>> = None;
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
            // a sentence that ends above the rows is read as such
            let outside = head.is_empty() || above::introduces(story, &head);
            // … but for a unit that looks like a number: `in '000 tonnes`
            let unit = || story.words(head.clone()).find("'000").map(|at| head.start + at);
            let from = if outside { unit().unwrap_or(rows[0].line.start) } else { head.start };
            found.push(Table { bytes: from..last.line.end, head: head.clone(), rows: std::mem::take(rows) });
        }
        rows.clear();
    };
    for end in memchr::memchr_iter(b'\n', story.text.as_bytes()).chain([story.text.len()]) {
        let line = trim_end(&story.text[start..end]);
        let bytes = start..start + line.len();
        start = end + 1;
        // the quick look: most lines end like a sentence
        if line.ends_with(|last: char| last.is_ascii_alphabetic() || matches!(last, '.' | ','))
            && !may_end_row(line)
        {
            close(&mut rows, &head);
            last_words = bytes;
            continue;
        }
        // nothing, or a rule
        if line.trim_start().chars().all(|sign| matches!(sign, '-' | '=' | '_' | ' ' | '|' | '+')) {
            continue;
        }
        if is_year(line) {
            year = Some(bytes);
            continue;
        }
        // `Balance   2.7` under rows with brackets
        let fewest = if !rows.is_empty() && is_of_balance(line) { 1 } else { 2 };
        let row = row(story, bytes.clone(), fewest).map(|row| Row { year: year.clone(), ..row });
        if row.is_none() {
            year = None;
        }
        match row {
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

/// Whether a line begins with what may have fewer cells than exports and imports above it.
fn is_of_balance(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    ["balance", "deficit", "surplus", "trade"].iter().any(|word| first.eq_ignore_ascii_case(word))
}

fn is_in_brackets(story: &Story<'_>, cell: &Range<usize>) -> bool {
    story.words(cell.clone()).starts_with('(')
}

/// What the tables of a story share.
pub(crate) struct Known {
    /// Where the first one begins.
    top: usize,
    /// Where the last one ends.
    floor: usize,
    /// What the last one was of, which is that of a table whose head is repeated.
    spoken: Option<Measured>,
    /// The unit that was said above the first one, or before a colon.
    unit: above::Unit,
    /// That of the last one, which its continuation has.
    last_unit: above::Unit,
}

impl Known {
    pub(crate) fn of(tables: &[Table]) -> Self {
        let top = tables.first().map_or(0, |table| table.bytes.start);
        Self { top, floor: 0, spoken: None, unit: None, last_unit: None }
    }
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
    let reader = Reader::of(table, story, places, cutter, carry, drafts);
    let read = reader.figures(drafts.len(), known);
    known.floor = table.bytes.end;
    if let Some(mut read) = read {
        drafts.append(&mut read);
    }
}

/// What a table is read with.
struct Reader<'r, 's> {
    table: &'r Table,
    story: &'r Story<'s>,
    places: &'r Places<'r>,
    cutter: &'r Cutter<'r>,
    carry: &'r Carry,
    /// The figure before it.
    last: Option<&'r Draft>,
    /// Which dollars a bare `$` was before it.
    dollar: Option<&'static str>,
}

/// No table has so many columns.
const MANY: usize = 64;

impl<'r, 's> Reader<'r, 's> {
    fn of(
        table: &'r Table,
        story: &'r Story<'s>,
        places: &'r Places<'r>,
        cutter: &'r Cutter<'r>,
        carry: &'r Carry,
        drafts: &'r [Draft],
    ) -> Self {
        let last = drafts
            .iter()
            .filter(|draft| draft.bytes.start < table.bytes.start)
            .max_by_key(|draft| draft.bytes.start);
        // what the text above has called `$`
        let dollars = |draft: &&Draft| {
            matches!(draft.unit, "USD" | "AUD" | "CAD" | "NZD")
                && draft.bytes.start < table.bytes.start
                && story.words(draft.bytes.clone()).trim_start_matches(['+', '-']).starts_with('$')
        };
        let dollar = drafts.iter().rev().find(dollars).map(|draft| draft.unit);
        Self { table, story, places, cutter, carry, last, dollar }
    }
}

impl Reader<'_, '_> {
    fn figures(&self, first: usize, known: &mut Known) -> Option<Vec<Draft>> {
        let Self { table, story, cutter, carry, last, .. } = *self;
        let above = above::above(table, story, cutter, carry, last, known, None)?;
        let unit = self.unit(&above, known);
        let spoken = above::spoken(story, &above, carry, last, known);
        known.spoken = spoken;
        let by_rows = if crossed::is_of_periods(self) {
            None
        } else {
            self.by_rows(first, &above, unit, spoken, known)
        };
        by_rows.or_else(|| self.crossed(first, unit, known))
    }

    /// Rows of indicators, places or goods under columns of periods.
    fn by_rows(
        &self,
        first: usize,
        above: &Above,
        unit: above::Unit,
        spoken: Option<Measured>,
        known: &Known,
    ) -> Option<Vec<Draft>> {
        let Self { table, story, places, cutter, carry, .. } = *self;
        let (unit, scale) = unit?;
        let columns = columns(table, story, cutter, carry, above)?;
        // what a line above parts, and this does not
        let twice = |column: &Column| {
            matches!(column, Column::Level(When::Days(_), _, None))
                && columns.iter().filter(|other| *other == column).count() > 1
        };
        if columns.len() < MANY && columns.iter().any(twice) {
            return None;
        }
        let named = columns.iter().find_map(|column| match column {
            Column::Level(_, _, own) => *own,
            Column::Change { .. } | Column::Other => None,
        });
        let spoken = spoken.or(named);
        let kind = self.kind(spoken)?;
        let of_seasons =
            columns.iter().any(|column| matches!(column, Column::Level(When::Season(_, Some(_)), ..)));
        // what is outstanding of a season's sales is neither a flow nor a deal
        if (of_seasons && !matches!(kind, Kind::Indicators | Kind::Balances)) || above.outstanding {
            return None;
        }
        let kind_of_rows = kind;
        let by_reporter = kind == Kind::Places && self.rows_report(above, spoken);
        let partner = match kind {
            Kind::Goods => None,
            Kind::Places if !by_reporter => None,
            _ => above::partner(story, places, cutter, above),
        };
        let of_crop = kind == Kind::Balances || of_seasons;
        let owner = matches!(kind, Kind::Indicators | Kind::Balances)
            .then(|| above::owner(story, places, above))
            .flatten();
        let reporter = match owner {
            Some(owner) => Some(owner),
            None if of_crop => Some(self.whose_crop(above, known.top)?),
            None => self.reporter(above, spoken, kind, known.top),
        };
        let goods = if of_crop { self.crop(above) } else { self.going_on(unit, spoken, kind, above) };
        // against when the numbers in brackets changed
        let since = above::since(story, above.wider.clone());
        let bracketed = self.bracketed(columns.len());
        let of_season =
            |column: &Column| matches!(column, Column::Level(When::Season(..) | When::SeasonTo(_), ..));
        let told = if columns.iter().any(of_season) { carry.season_told(story) } else { None };
        let seasons = Seasons { today: carry.today, told };
        let mut drafts: Vec<Draft> = Vec::new();
        for row in &table.rows {
            let Some(subject) = self.subject(row, spoken, kind) else { continue };
            let row_reporter = if by_reporter {
                if subject.total { Some(self.whole(reporter.as_ref())) } else { subject.partner.clone() }
            } else {
                subject.reporter.clone().or_else(|| reporter.clone())
            };
            let row_partner = if by_reporter {
                partner.clone()
            } else {
                subject.partner.clone().or_else(|| partner.clone())
            };
            let row_goods = subject.goods.clone().or_else(|| goods.clone());
            let spans = seasons.of(&columns, row_goods.as_deref(), row_reporter.as_deref())?;
            let levels: Vec<Period> = spans.iter().flatten().copied().collect();
            // `Jan. 2025   Jan. 2026   Change`: the later one is what the story is of, where it changed from the other
            let changes = columns.iter().any(|column| matches!(column, Column::Change { own: false, .. }));
            let main = if changes {
                levels.iter().copied().max_by_key(|period| period.last)
            } else {
                levels.first().copied()
            };
            let other = levels.iter().copied().find(|period| Some(*period) != main);
            let comparison = match (main, other) {
                (Some(main), Some(base)) => Some(compared(main, base)),
                _ => Some(Comparison::YearOnYear),
            };
            let mut of: Option<usize> = None;
            // the level before a cell, its measure and its period
            let mut before: Option<(Option<usize>, Option<Measured>, Option<Period>)> = None;
            // a row may lack the changes that others have in brackets
            let of_own = |column: &Column| matches!(column, Column::Change { own: true, .. });
            let bare =
                columns.iter().any(of_own) && !row.cells.iter().any(|cell| is_in_brackets(story, cell));
            let wanted = |column: &Column| !bare || matches!(column, Column::Level(..));
            let bare_too = columns.iter().filter(|column| wanted(column)).count() == row.cells.len();
            let wanted =
                columns.iter().zip(&spans).enumerate().filter(|(_, (column, _))| !bare_too || wanted(column));
            for (cell, (nth, (column, span))) in row.cells.iter().zip(wanted) {
                let words = story.words(cell.clone());
                if is_nil(words) || *column == Column::Other {
                    continue;
                }
                let Some((value, negative, decimals)) = number(words) else { continue };
                let change = matches!(column, Column::Change { .. });
                let of_before = before.filter(|_| of_own(column));
                let (own, status) = match column {
                    Column::Level(when, status, own) => (*own, seasons.status(*when, *span, *status)),
                    Column::Change { .. } | Column::Other => {
                        (of_before.and_then(|(_, own, _)| own), Status::Reported)
                    }
                };
                let status = noted(story, cell.clone()).unwrap_or(status);
                // `y/y` over it
                let said = if let Column::Change { said, .. } = column { *said } else { None };
                let counted = if of_before.is_some() { Some(since) } else { comparison };
                let measured = own.unwrap_or(subject.measured);
                let of_balance = matches!(measured.indicator, Indicator::Balance | Indicator::CurrentAccount);
                // a number of percents is no amount; what went back is neither sold nor shipped
                let signed = words.trim_start_matches('(').starts_with('+');
                if !change
                    && (words.contains('%') || !of_balance && (signed || is_minus(story, table, words)))
                {
                    continue;
                }
                let (unit, factor) = if change { ("percent", Decimal::ONE) } else { (unit, scale) };
                let grain = Decimal::new(1, decimals).checked_mul(factor)?;
                let mut value = value.checked_mul(factor)?.normalize();
                // where a whole column is in brackets, they are no minus
                let negative =
                    if bracketed.get(nth) == Some(&true) { words.contains(['-', '−']) } else { negative };
                let deficit = measured.sign < 0 || (measured.sign == 0 && negative);
                if !change && deficit && of_balance {
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
                    reporter: row_reporter.clone(),
                    partner: Some(row_partner.clone().unwrap_or_else(|| places.world.clone())),
                    partner_stated: row_partner.is_some(),
                    commodity: row_goods.clone(),
                    ..Topic::of(measured.indicator)
                };
                let kind = if change { FigureKind::Change } else { FigureKind::Level };
                let period = match of_before {
                    Some((_, _, period)) => period,
                    None if change => main,
                    None => *span,
                };
                if !change {
                    before = Some((Some(first + drafts.len()), own, *span));
                }
                if !change
                    && (of.is_none() || period == main || own.is_some())
                    && !(of_seasons && of.is_some())
                {
                    of = Some(first + drafts.len());
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
                    comparison: said.or(counted).filter(|_| change),
                    comparison_stated: false,
                    period,
                    period_stated: true,
                    delivery: None,
                    base_period: other
                        .filter(|_| change && of_before.is_none() && (said.is_none() || said == comparison)),
                    base_stated: true,
                    status,
                    basis: Vec::new(),
                    twin_of: None,
                    of: of_before.map_or(of, |(level, _, _)| level).filter(|_| change),
                    is_base: !change && period != main,
                    benchmark: None,
                    attribution: carry.attribution.clone(),
                    bytes: trimmed(story, cell.clone()),
                    sentence: story.sentence_at(cell.start).unwrap_or(0),
                    rule: if kind_of_rows == Kind::Goods && subject.total {
                        "table/total"
                    } else {
                        "table/row"
                    },
                });
            }
        }
        Some(drafts)
    }

    /// Whose money it is, where a word or sign does not say it.
    fn money(&self) -> above::Home<'_> {
        let Self { carry, places, dollar, .. } = *self;
        let home = carry.story_reporter.as_ref().or(places.home.as_ref()).or(places.filed.as_ref());
        above::Home { country: home.and_then(|code| code.get(..2)).unwrap_or_default(), dollar }
    }

    /// The unit of the table; that of an introduction is also that of the tables below it.
    fn unit(&self, above: &Above, known: &mut Known) -> above::Unit {
        let Self { table, story, cutter, carry, .. } = *self;
        let home = self.money();
        if known.floor == 0 {
            known.unit = above::first_unit(story, cutter, above.lines.clone(), home);
        }
        let goes_on = above
            .sentence
            .clone()
            .any(|at| matches!(word(story, at), Some("cont" | "Cont" | "Continued" | "continued")));
        let own = above::unit(story, cutter, above.lines.clone(), home).or_else(|| {
            let below = above::unit_below(story, cutter, table.bytes.end, home);
            below.filter(|_| known.unit.is_none() && !goes_on).map(Some)
        });
        let unit = own.unwrap_or(if goes_on { known.last_unit } else { known.unit });
        if own.is_some() && story.words(table.head.clone()).ends_with(':') {
            known.unit = unit;
        }
        known.last_unit = unit;
        unit.map(|(unit, scale)| (currency::on(unit, carry.today), scale))
    }

    /// Which columns have nothing but numbers in brackets.
    fn bracketed(&self, count: usize) -> Vec<bool> {
        // a row that lacks its brackets has other cells in their place
        let whole = |row: &&Row| row.cells.len() == count;
        let of = |nth: usize| {
            let mut cells = self.table.rows.iter().filter(whole).filter_map(|row| row.cells.get(nth));
            nth > 0
                && cells
                    .all(|cell| is_in_brackets(self.story, cell) || is_nil(self.story.words(cell.clone())))
        };
        (0..count).map(of).collect()
    }
}

/// The days and the state of what columns of crops' years say.
struct Seasons {
    today: Option<jiff::civil::Date>,
    /// The month in which the story says that one begins.
    told: Option<i8>,
}

impl Seasons {
    /// The period of each column, for a row; `None` where a column of a season has no days and is nothing else.
    fn of(
        &self,
        columns: &[Column],
        goods: Option<&str>,
        reporter: Option<&str>,
    ) -> Option<Vec<Option<Period>>> {
        let country =
            reporter.map(|code| if code.starts_with("x:") { code } else { code.get(..2).unwrap_or(code) });
        columns
            .iter()
            .map(|column| match column {
                Column::Level(when, ..) => {
                    let days = when.days(goods, country, self.today, self.told);
                    // a crop whose year nobody tells has a number all the same
                    let open = matches!(when, When::Season(_, Some(_)) | When::SeasonTo(_) | When::OfCrop)
                        || goods.is_some_and(|goods| crop_in(goods).is_some());
                    (days.is_some() || open).then_some(days)
                }
                Column::Change { .. } | Column::Other => Some(None),
            })
            .collect()
    }

    /// A year that is not over is forecast.
    fn status(&self, when: When, days: Option<Period>, said: Status) -> Status {
        let (When::Season(year, _), Some(today)) = (when, self.today) else { return said };
        let goes_on = days.map_or(year + 1 >= today.year(), |days| days.last >= today);
        if goes_on { Status::Forecast } else { said }
    }
}

/// `-2.4`, or `2.4-x` over a note that says that x is a minus.
fn is_minus(story: &Story<'_>, table: &Table, cell: &str) -> bool {
    /// Bytes below a table for its notes.
    const NOTES: usize = 200;
    if cell.trim_start_matches('(').starts_with(['-', '−']) {
        return true;
    }
    if !has_note(cell) {
        return false;
    }
    let from = table.bytes.end;
    let to = (from..=story.text.len().min(from + NOTES)).rev().find(|at| story.text.is_char_boundary(*at));
    let below = story.words(from..to.unwrap_or(from));
    below.contains("minus") || below.contains("denotes negative")
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
