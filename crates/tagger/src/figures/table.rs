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
mod heads;

use std::ops::Range;

use article::{Comparison, Direction, FigureKind, Indicator, Period, Status};
use rust_decimal::Decimal;

use self::above::Above;
use self::cells::{Row, has_note, is_nil, is_year, may_end_row, number, row, trimmed};
use self::columns::{Column, When, columns};
use super::clause::Carry;
use super::clause::figure::is_flow;
use super::clause::is_money;
use super::draft::{Draft, Name, Topic, in_small_letters};
use super::lexicon::{Class, Measured, Strength, word};
use super::period::{length, shift};
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
    let last = drafts
        .iter()
        .filter(|draft| draft.bytes.start < table.bytes.start)
        .max_by_key(|draft| draft.bytes.start);
    let reader = Reader { table, story, places, cutter, carry, last };
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
}

/// What a row is of.
struct Subject {
    measured: Measured,
    partner: Option<Name>,
    /// Who trades, where the row says it.
    reporter: Option<Name>,
    goods: Option<Name>,
    /// It is the sum of the others.
    total: bool,
}

/// What all rows are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Indicators,
    /// … among stocks and uses, which are no trade.
    Balances,
    /// Partners, or those who trade.
    Places,
    Goods,
}

impl Reader<'_, '_> {
    fn figures(&self, first: usize, known: &mut Known) -> Option<Vec<Draft>> {
        let Self { table, story, places, cutter, carry, last } = *self;
        let above = above::above(table, story, cutter, carry, last, known)?;
        let unit = self.unit(&above, known);
        let spoken = above::spoken(&above, carry, last, known);
        known.spoken = spoken;
        let (unit, scale) = unit?;
        let columns = columns(table, story, cutter, carry, &above)?;
        let named = columns.iter().find_map(|column| match column {
            Column::Level(_, _, own) => *own,
            Column::Change | Column::Other => None,
        });
        let spoken = spoken.or(named);
        let kind = self.kind(spoken)?;
        let of_seasons =
            columns.iter().any(|column| matches!(column, Column::Level(When::Season(_, Some(_)), ..)));
        // what is outstanding of a season's sales is neither a flow nor a deal
        if (of_seasons && !matches!(kind, Kind::Indicators | Kind::Balances)) || above.outstanding {
            return None;
        }
        let by_reporter = kind == Kind::Places && self.rows_report(&above, spoken);
        let partner = match kind {
            Kind::Goods => None,
            Kind::Places if !by_reporter => None,
            _ => above::partner(story, places, cutter, &above),
        };
        let of_crop = kind == Kind::Balances || of_seasons;
        let owner = matches!(kind, Kind::Indicators | Kind::Balances)
            .then(|| above::owner(story, places, &above))
            .flatten();
        let reporter = match owner {
            Some(owner) => Some(owner),
            None if of_crop => self.whose_crop(&above, known.top)?,
            None => self.reporter(spoken, kind, known.top),
        };
        let goods = if of_crop { self.crop(&above) } else { self.going_on(unit, spoken, kind, &above) };
        let bracketed = self.bracketed(columns.len());
        let seasons = Seasons { today: carry.today };
        let mut drafts: Vec<Draft> = Vec::new();
        for row in &table.rows {
            let Some(subject) = self.subject(row, spoken, kind) else { continue };
            let row_reporter = if by_reporter {
                if subject.total { self.whole(reporter.as_ref()) } else { subject.partner.clone() }
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
            let changes = columns.contains(&Column::Change);
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
            let mut own_before: Option<Measured> = None;
            for (nth, ((cell, column), span)) in row.cells.iter().zip(&columns).zip(&spans).enumerate() {
                let words = story.words(cell.clone());
                if is_nil(words) || *column == Column::Other {
                    continue;
                }
                let Some((value, negative, decimals)) = number(words) else { continue };
                let change = *column == Column::Change;
                let (own, status) = match column {
                    Column::Level(when, status, own) => (*own, seasons.status(*when, *span, *status)),
                    Column::Change | Column::Other => (own_before, Status::Reported),
                };
                let measured = own.unwrap_or(subject.measured);
                own_before = own;
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
                let period = if change { main } else { *span };
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
                    comparison: comparison.filter(|_| change),
                    comparison_stated: false,
                    period,
                    period_stated: true,
                    base_period: other.filter(|_| change),
                    base_stated: true,
                    status,
                    basis: Vec::new(),
                    twin_of: None,
                    of: of.filter(|_| change),
                    is_base: !change && period != main,
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

    /// The unit of the table; that of an introduction is also that of the tables below it.
    fn unit(&self, above: &Above, known: &mut Known) -> above::Unit {
        let Self { table, story, cutter, carry, places, .. } = *self;
        let home = carry.story_reporter.as_ref().or(places.home.as_ref()).or(places.filed.as_ref());
        let home = home.and_then(|code| code.get(..2)).unwrap_or_default();
        if known.floor == 0 {
            known.unit = above::first_unit(story, cutter, above.lines.clone(), home);
        }
        let goes_on = above
            .sentence
            .clone()
            .any(|at| matches!(word(story, at), Some("cont" | "Cont" | "Continued" | "continued")));
        let own = above::unit(story, cutter, above.lines.clone(), home);
        let unit = own.unwrap_or(if goes_on { known.last_unit } else { known.unit });
        if own.is_some() && story.words(table.head.clone()).ends_with(':') {
            known.unit = unit;
        }
        known.last_unit = unit;
        unit
    }

    /// What the rows are; `None` where they are nothing that is understood.
    fn kind(&self, spoken: Option<Measured>) -> Option<Kind> {
        let Self { table, story, .. } = *self;
        let count = |is: &dyn Fn(&Row) -> bool| table.rows.iter().filter(|row| is(row)).count();
        let rows = table.rows.len();
        let indicators = count(&|row| self.indicator(row).is_some());
        let uses = count(&|row| self.indicator(row).is_none() && is_use(story, row));
        if indicators > 0 {
            // goods or places among rows of indicators are something that nobody knows
            return match rows - indicators - uses {
                0 if uses == 0 => Some(Kind::Indicators),
                0 => Some(Kind::Balances),
                _ => None,
            };
        }
        spoken?;
        let of_places = count(&|row| self.place(row).is_some());
        let totals = count(&|row| self.is_total(row));
        if of_places > 0 && (of_places + totals) * 2 >= rows && of_places + totals >= 2 {
            return Some(Kind::Places);
        }
        let goods = count(&|row| self.goods_of(row).is_some());
        let uses = count(&|row| is_use(story, row) && self.goods_of(row).is_none() && !self.is_total(row));
        let noted = count(&|row| has_note_of_row(story.words(row.label.clone())));
        let flow =
            spoken.is_some_and(|spoken| is_flow(spoken.indicator) || spoken.indicator == Indicator::Deals);
        (flow && uses == 0 && goods > 0 && goods + totals == rows && noted < 2).then_some(Kind::Goods)
    }

    /// What a row is of.
    fn subject(&self, row: &Row, spoken: Option<Measured>, kind: Kind) -> Option<Subject> {
        let all =
            |measured, total| Some(Subject { measured, partner: None, reporter: None, goods: None, total });
        match kind {
            Kind::Indicators | Kind::Balances => {
                let (measured, at) = self.indicator(row)?;
                if kind == Kind::Balances && measured.indicator == Indicator::Trade {
                    return None;
                }
                let (partner, reporter) = match self.place(row) {
                    Some((code, byte)) if byte > at => (Some(code), None),
                    Some((code, _)) => (None, Some(code)),
                    None => (None, None),
                };
                Some(Subject { measured, partner, reporter, goods: None, total: false })
            }
            Kind::Places | Kind::Goods if self.is_total(row) => all(spoken?, true),
            Kind::Places => {
                let (code, _) = self.place(row)?;
                Some(Subject { partner: Some(code), ..all(spoken?, false)? })
            }
            Kind::Goods => Some(Subject { goods: Some(self.goods_of(row)?), ..all(spoken?, false)? }),
        }
    }

    /// The indicator that a row names, and where.
    fn indicator(&self, row: &Row) -> Option<(Measured, usize)> {
        let Self { story, cutter, .. } = *self;
        let (at, end) = (story.token_at(row.label.start), story.token_at(row.label.end));
        (at..end.min(at + 3)).find_map(|at| match cutter.words.longest(story, at, end) {
            // `Sales`, `Deliveries` are a firm's
            Some((Class::Indicator(_, Strength::Weak | Strength::Shipped), _)) => None,
            Some((Class::Indicator(measured, _), _)) => Some((measured, story.tokens.get(at)?.start)),
            _ => None,
        })
    }

    /// The place that a row names, and where: `Other Asia` is none.
    fn place(&self, row: &Row) -> Option<(Name, usize)> {
        let places = self.places;
        let from = places.mentions.partition_point(|place| place.bytes.start < row.label.start);
        let place = places.mentions.get(from).filter(|place| place.bytes.start < row.label.end)?;
        let first = word(self.story, self.story.token_at(row.label.start)).unwrap_or_default();
        if first.eq_ignore_ascii_case("other") || first.eq_ignore_ascii_case("rest") {
            return None;
        }
        let codes = places.codes.get(place.at)?;
        Some((codes.country.clone().unwrap_or_else(|| codes.own.clone()), place.bytes.start))
    }

    fn is_total(&self, row: &Row) -> bool {
        word(self.story, self.story.token_at(row.label.start)).is_some_and(|word| {
            matches!(word, "Total" | "TOTAL" | "World" | "WORLD" | "All" | "ALL" | "Ttl")
                && (!word.eq_ignore_ascii_case("all") || self.place(row).is_none())
        }) && self.goods_behind_all(row).is_none()
    }

    /// `All Wheat`: goods, and no sum.
    fn goods_behind_all(&self, row: &Row) -> Option<&str> {
        let rest = self.story.words(row.label.clone()).strip_prefix("All ")?;
        super::period::crop_in(rest).map(|_| rest)
    }

    /// `Ready-to-wear  1,411.8  1,318.2`: goods, where no word of the label is something else.
    fn goods_of(&self, row: &Row) -> Option<Name> {
        let Self { story, cutter, .. } = *self;
        if let Some(goods) = self.goods_behind_all(row) {
            return Some(in_small_letters(goods));
        }
        let (at, end) = (story.token_at(row.label.start), story.token_at(row.label.end));
        let others =
            word(story, at).is_some_and(|word| matches!(word, "Other" | "Others" | "OTHER" | "OTHERS"));
        let known = is_use(story, row) && !others
            || (at..end)
                .any(|at| cutter.words.longest(story, at, end).is_some_and(|(class, _)| !is_small(class)));
        let words = story.words(row.label.clone());
        let words = words.split(" (").next().unwrap_or(words).trim_end_matches(['-', ':', '*', ' ']);
        let letters = words.chars().filter(|letter| letter.is_alphabetic()).count();
        // the letter of a note is not of the goods' name
        let words = if has_note_of_row(words) { words.get(..words.len() - 2)? } else { words };
        (!known && letters > 1 && !self.is_total(row)).then(|| words.to_lowercase().into())
    }

    /// Whether the places of the rows are who trades, and not with whom.
    fn rows_report(&self, above: &Above, spoken: Option<Measured>) -> bool {
        let Self { table, story, places, carry, .. } = *self;
        if !spoken.is_some_and(|spoken| is_flow(spoken.indicator) || spoken.indicator == Indicator::Balance) {
            return false;
        }
        let says = |list: &[&str]| {
            above.sentence.clone().any(|at| {
                word(story, at).is_some_and(|word| list.iter().any(|known| word.eq_ignore_ascii_case(known)))
            })
        };
        if says(&[
            "producer",
            "producers",
            "exporter",
            "exporters",
            "importer",
            "importers",
            "member",
            "members",
        ]) {
            return true;
        }
        if says(&[
            "destination",
            "destinations",
            "market",
            "markets",
            "buyer",
            "buyers",
            "customer",
            "customers",
            "source",
            "sources",
            "supplier",
            "suppliers",
            "origin",
            "origins",
            "partner",
            "partners",
        ]) {
            return false;
        }
        // all lie in the group that the story is of, or in the one that its last figure was of
        let codes: Vec<Name> = table.rows.iter().filter_map(|row| Some(self.place(row)?.0)).collect();
        let last = self.last.and_then(|last| last.topic.reporter.as_ref());
        let mut groups = [last, carry.story_reporter.as_ref()].into_iter().flatten();
        let group = groups.find(|code| code.starts_with("x:"));
        let members = group.and_then(|group| {
            let region = places.regions.iter().find(|region| region.code == **group)?;
            (!region.members.is_empty()).then_some(&region.members)
        });
        if let Some(members) = members {
            return codes.iter().all(|code| members.iter().any(|member| member.as_str() == &**code));
        }
        // nobody's else: `exports by country`
        let nobody = last.is_none_or(|code| &**code == "x:world" || **code == *places.world)
            && (!carry.story_reporter_said
                || carry
                    .story_reporter
                    .as_ref()
                    .is_none_or(|code| &**code == "x:world" || **code == *places.world));
        let world = || {
            above
                .wider
                .clone()
                .any(|at| word(story, at).is_some_and(|word| word.eq_ignore_ascii_case("world")))
        };
        let whose = |home: &Name| says(&["country", "countries"]) && (codes.contains(home) || world());
        nobody && !says(&["to", "from"]) && places.home.as_ref().is_none_or(whose)
    }

    /// Who trades with all rows that are places. Who is one of them does not.
    fn reporter(&self, spoken: Option<Measured>, kind: Kind, top: usize) -> Option<Name> {
        let Self { table, places, carry, .. } = *self;
        let is_row = |code: &Name| {
            kind == Kind::Places
                && table.rows.iter().any(|row| self.place(row).is_some_and(|(place, _)| place == *code))
        };
        // the department counts what America sells
        let sold = spoken.is_some_and(|spoken| spoken.indicator == Indicator::Deals);
        let counted = || (sold && super::home::counted_by_the_us(self.story)).then(|| Name::from("US"));
        counted()
            .or_else(|| carry.story_reporter.clone())
            .filter(|code| !is_row(code))
            .or_else(|| places.home.clone().filter(|code| !is_row(code)))
            .or_else(|| country_of(places, top, is_row))
    }

    /// All who trade together: the group that the figures were of, or one that is named above and that they are all in.
    fn whole(&self, reporter: Option<&Name>) -> Option<Name> {
        let Self { table, places, carry, .. } = *self;
        let last = self.last.and_then(|last| last.topic.reporter.as_ref());
        let of_figures = [last, carry.story_reporter.as_ref(), reporter];
        if let Some(code) = of_figures.into_iter().flatten().find(|code| code.starts_with("x:")) {
            return Some(code.clone());
        }
        let codes: Vec<Name> = table.rows.iter().filter_map(|row| Some(self.place(row)?.0)).collect();
        let holds = |members: &[String]| {
            !members.is_empty()
                && codes.iter().all(|code| members.iter().any(|member| member.as_str() == &**code))
        };
        let named = places.regions.iter().position(|region| holds(&region.members));
        let named = named.and_then(|at| Some(places.codes.get(at)?.own.clone()));
        Some(named.unwrap_or_else(|| "x:world".into()))
    }

    /// Whose supply and demand a table without an owner in its caption is: the world's, that of the place in the headline, or that of
    /// the story. Of a list of countries, each of which has its own table, it is nobody's.
    fn whose_crop(&self, above: &Above, top: usize) -> Option<Option<Name>> {
        let Self { story, places, .. } = *self;
        let headline = story.token_at(story.headline.start)..story.token_at(story.headline.end);
        let is = |tokens: Range<usize>, wanted: &str| {
            tokens.into_iter().any(|at| word(story, at).is_some_and(|word| word.eq_ignore_ascii_case(wanted)))
        };
        let by_country = is(headline.clone(), "country") || is(above.sentence.clone(), "country");
        let first = headline.start..headline.end.min(headline.start + 3);
        if is(above.caption.clone(), "world") || is(first, "world") && !by_country {
            return Some(Some("x:world".into()));
        }
        if by_country {
            return None;
        }
        let of_headline = places.mentions.iter().rev().find(|place| place.bytes.end <= story.headline.end);
        let of_headline = of_headline.and_then(|place| Some(places.codes.get(place.at)?.own.clone()));
        Some(of_headline.or_else(|| self.reporter(None, Kind::Balances, top)))
    }

    /// The crop of a balance of supply and demand: its caption's, else the headline's.
    fn crop(&self, above: &Above) -> Option<Name> {
        let Self { story, places, .. } = *self;
        let headline = story.token_at(story.headline.start)..story.token_at(story.headline.end);
        let crop = |tokens: Range<usize>| {
            above::goods(story, places, tokens).filter(|goods| {
                super::period::crop_in(goods).is_some() || goods.to_ascii_lowercase().contains("grain")
            })
        };
        crop(above.caption.clone()).or_else(|| crop(headline)).map(in_small_letters)
    }

    /// The crop that is named above rows of places, else the goods of the figure before a table that goes on from it, in the same unit.
    fn going_on(&self, unit: &str, spoken: Option<Measured>, kind: Kind, above: &Above) -> Option<Name> {
        if kind != Kind::Places || is_money(unit) {
            return None;
        }
        if let Some(crop) = above::only_crop(self.story, above.sentence.clone()) {
            return Some(crop.into());
        }
        let last = self.last.filter(|last| last.unit == unit)?;
        let alike = |of: Indicator| is_flow(of) || of == Indicator::Deals;
        (alike(spoken?.indicator) && alike(last.topic.indicator)).then(|| last.topic.commodity.clone())?
    }

    /// Which columns have nothing but numbers in brackets.
    fn bracketed(&self, count: usize) -> Vec<bool> {
        let of = |nth: usize| {
            let mut cells = self.table.rows.iter().filter_map(|row| row.cells.get(nth));
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
                    let days = when.days(goods, country, self.today);
                    // a crop whose year nobody knows has an estimate all the same
                    let open = matches!(when, When::Season(_, Some(_)) | When::SeasonTo(_) | When::OfCrop);
                    (days.is_some() || open).then_some(days)
                }
                Column::Change | Column::Other => Some(None),
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

/// Classes of words that may stand in the name of goods.
fn is_small(class: Class) -> bool {
    matches!(class, Class::Plain | Class::Prep(_))
}

/// `Named-A`, `Sorghum-x`: the letter of a note.
fn has_note_of_row(label: &str) -> bool {
    matches!(label.as_bytes(), [.., before, b'-', mark] if before.is_ascii_alphabetic() | (*before == b'.') && mark.is_ascii_alphabetic())
}

/// `Start Stcks`, `Domes Use`, `Production`: what is no trade in a balance of supply and demand.
fn is_use(story: &Story<'_>, row: &Row) -> bool {
    const USES: &[&str] = &[
        "start",
        "starting",
        "begin",
        "beginning",
        "opening",
        "carryin",
        "carryover",
        "production",
        "produc",
        "prod",
        "output",
        "crop",
        "harvest",
        "harvested",
        "planted",
        "area",
        "acreage",
        "yield",
        "yld",
        "supply",
        "use",
        "usage",
        "domes",
        "domest",
        "domestic",
        "feed",
        "food",
        "seed",
        "residual",
        "mill",
        "crush",
        "crushings",
        "consumption",
        "stocks",
        "stock",
        "stks",
        "stcks",
        "end",
        "ending",
        "closing",
        "ccc",
        "farmer",
        "avg",
        "avge",
        "avgprice",
        "avgpric",
        "price",
        "total",
        "ttl",
        "other",
        "demand",
        "losses",
        "trade",
    ];
    story
        .words(row.label.clone())
        .split(|letter: char| !letter.is_alphabetic())
        .take(4)
        .any(|word| word.len() > 1 && USES.iter().any(|known| word.eq_ignore_ascii_case(known)))
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

/// The first place in focus that is named above the tables and is no row of them.
fn country_of(places: &Places<'_>, top: usize, is_row: impl Fn(&Name) -> bool) -> Option<Name> {
    let above = |at: usize| places.mentions.iter().any(|place| place.at == at && place.bytes.start < top);
    let focus = |at: &usize| {
        places.regions.get(*at).is_some_and(|region| region.role == article::Role::Focus) && above(*at)
    };
    // a city's country trades
    let trader =
        |at: usize| places.codes.get(at).map(|codes| codes.country.as_ref().unwrap_or(&codes.own).clone());
    (0..places.regions.len()).filter(focus).filter_map(trader).find(|code| !is_row(code))
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
