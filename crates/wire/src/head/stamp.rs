//! The line in which a page says when it was published: `Published on 20/05/2024 - 17:40`, `11/20/2024 06:12 PM`,
//! `KYODO NEWS - Nov 29, 2024 - 16:30`, `By Gulsen Topal   03.02.2025`.
//!
//! Such a line is made of a date, a clock, labels and signs and of nothing else; one word that is none of these, and the
//! line is a sentence or a headline.

use article::When;
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::Offset;

use super::held::beginning;
use super::line::{self, Kind};
use crate::agencies::Agency;
use crate::dateline::WrittenDate;
use crate::dateline::date::{days_between, run, weekday_named};
use crate::when::ZONES;

/// The date of a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    Settled(Date),
    /// `05/03/2024`: with the day first, and with the month first.
    Either(Date, Date),
}

/// When a page was published.
#[derive(Clone, Debug)]
pub(super) struct Stamp {
    pub day: Day,
    clock: Option<(Time, Option<Offset>)>,
    weekday: Option<Weekday>,
    /// The clock has `AM` or `PM`: Americans write so, and they write the month first.
    halves: bool,
    /// The line says that this is the time of a later version.
    updated: bool,
    /// The line says what it is: `Published`, `Updated`.
    pub labelled: bool,
    pub byline: Option<String>,
    /// Where the story was filed, as Agência Brasil puts it at the end of the line: in bytes of the line.
    pub place: Option<(usize, usize)>,
    pub agency: Option<&'static Agency>,
}

/// What a stamp is measured by where the day and the month could be exchanged.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context<'a> {
    /// The crawler's header, or the day the dateline names.
    pub near: Option<Date>,
    pub dateline: Option<WrittenDate>,
    pub agency: Option<&'static Agency>,
    pub received: Option<Date>,
    /// The first words of the body.
    pub body: &'a str,
}

/// Longer lines are paragraphs, unless the first of these runs into the line.
const LONGEST: usize = 160;

/// Words that label a time, in lower case, the longer before the shorter.
#[rustfmt::skip]
const LABELS: &[(&str, bool)] = &[
    ("first published", false), ("date published", false), ("publication date", false), ("publish date", false),
    ("published on", false), ("published in", false), ("published at", false), ("published", false),
    ("posted on", false), ("posted at", false), ("posted", false), ("issued on", false), ("issued", false),
    ("released on", false), ("released", false), ("release date", false), ("release time", false),
    ("created on", false), ("created", false), ("written", false), ("write", false), ("filed", false),
    ("last updated on", true), ("last updated at", true), ("last updated", true), ("last update", true),
    ("last modified", true), ("last edited", true), ("updated on", true), ("updated at", true),
    ("updated in", true), ("updated", true), ("update", true), ("modified", true), ("edited", true),
    ("time", false), ("date", false), ("source", false), ("at", false), ("on", false), ("hrs", false),
    ("hours", false), ("local time", false), ("news", false), ("hours", false),
];

/// Zones whose letters mean several, or that are not in [`ZONES`].
fn is_zone_like(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Forms of which each is one agency's own.
fn by_form(line: &str, stamp: &Stamp) -> Option<&'static Agency> {
    let code = if stamp.place.is_some() {
        "agencia_brasil"
    } else if line.starts_with("Writ") && line.contains(": ") && line.contains("Update") {
        "kbs"
    } else if stamp.weekday.is_some() && line.ends_with(" UTC") && line.contains(" - ") && has_ordinal(line) {
        "mercopress"
    } else {
        return None;
    };
    Agency::with_code(code)
}

/// `June 8th 2018`
fn has_ordinal(line: &str) -> bool {
    line.split([' ', ',']).any(|word| super::signals::ordinal(word).is_some())
}

/// Reads a line; none if it is anything else than a stamp.
pub(super) fn read(line: &str) -> Option<Stamp> {
    // Nearly all lines are told by their length and their first letter, and nearly all others by having no digit.
    let first = line.bytes().next()?;
    let begins_so =
        first.is_ascii_digit() || first.is_ascii_uppercase() || matches!(first, b'(' | b'|' | b'-');
    if line.len() < 8 || !begins_so || line.len() > LONGEST && !line.starts_with("Published ") {
        return None;
    }
    if !line::has_digit(beginning(line, LONGEST)) {
        return None;
    }
    // `178/2019 - 15 November 2019`: the number of a release.
    let slash = memchr::memchr(b'/', line.as_bytes());
    let release = slash.and_then(|_| line.split_once(" - ")).filter(|(number, _)| {
        number.split_once('/').is_some_and(|(number, year)| {
            year.len() == 4
                && [number, year].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        })
    });
    let rest = release.map_or(line, |(_, rest)| rest);
    let mut stamp = Reader { line, rest, ..Reader::default() }.read()?;
    stamp.agency = stamp.agency.or_else(|| by_form(line, &stamp));
    Some(stamp)
}

#[derive(Debug, Default)]
struct Reader<'a> {
    line: &'a str,
    rest: &'a str,
    first: Option<(Day, bool)>,
    clock: Option<(Time, Option<Offset>)>,
    weekday: Option<Weekday>,
    halves: bool,
    byline: Option<&'a str>,
    place: Option<(usize, usize)>,
    agency: Option<&'static Agency>,
    /// The label that was last read is that of a later version.
    updates: bool,
    labelled: bool,
}

impl Reader<'_> {
    fn read(mut self) -> Option<Stamp> {
        self.take_byline();
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| {
                c.is_whitespace()
                    || matches!(c, ',' | '-' | '–' | '—' | '|' | '/' | '·' | '•' | '(' | ')' | ':' | ';')
            });
            if self.rest.is_empty() || matches!(self.rest, "=" | "+") {
                break;
            }
            let known = self.take_date()
                || self.take_clock()
                || self.take_weekday()
                || self.take_label()
                || self.take_agency()
                || self.take_author();
            if !known {
                return None;
            }
        }
        let (day, updated) = self.first?;
        Some(Stamp {
            day,
            clock: self.clock,
            weekday: self.weekday,
            halves: self.halves,
            updated,
            labelled: self.labelled,
            byline: self.byline.map(str::to_owned),
            place: self.place,
            agency: self.agency,
        })
    }

    /// `By Gulsen Topal   03.02.2025`, `By Naoki Hirasawa KYODO NEWS - Nov 29, 2024`: who wrote stands before the date.
    fn take_byline(&mut self) {
        if !self.line.starts_with("By ") {
            return;
        }
        let Some(digit) = self.line.find(|c: char| c.is_ascii_digit()) else { return };
        let mut end = self.line[..digit].trim_end_matches(|c: char| !c.is_alphabetic() && c != '.').len();
        // The month or the weekday belongs to the date, and the agency's sign to neither.
        while let Some(at) = self.line[..end].rfind([' ', ',']) {
            let word = self.line[at + 1..end].trim_end_matches('.');
            let dated = crate::dateline::date::month_named(word).is_some() || weekday(word).is_some();
            let two = self.line[..at].rfind(' ').map(|from| from + 1);
            if dated {
                end = self.line[..at].trim_end_matches([' ', ',', '-', '|', '–']).len();
            } else if let Some(from) = two.filter(|from| Agency::writing(&self.line[*from..end]).is_some()) {
                self.agency = Agency::writing(&self.line[from..end]);
                end = self.line[..from].trim_end_matches([' ', ',', '-', '|', '–']).len();
            } else if Agency::writing(word).is_some() {
                self.agency = Agency::writing(word);
                end = self.line[..at].trim_end_matches([' ', ',', '-', '|', '–']).len();
            } else {
                break;
            }
        }
        let byline = &self.line[..end];
        if line::kind(byline, false) == Kind::Byline {
            self.byline = Some(byline);
            self.rest = &self.line[end..];
            if let Some(agency) = self.agency {
                let sign = agency.signs.iter().filter_map(|sign| {
                    let at = self.rest.to_ascii_lowercase().find(&sign.to_ascii_lowercase())?;
                    Some(at + sign.len())
                });
                if let Some(after) = sign.max().filter(|after| self.rest.is_char_boundary(*after)) {
                    self.rest = &self.rest[after..];
                }
            }
        }
    }

    fn take_date(&mut self) -> bool {
        let Some((day, length)) = date(self.rest, self.labelled || self.clock.is_some()) else {
            return false;
        };
        self.rest = &self.rest[length..];
        // Of several the first that is no later version's is the time of publication.
        if self.first.is_none_or(|(_, updated)| updated && !self.updates && self.labelled) {
            self.first = Some((day, self.updates));
            if self.first.is_some() && self.labelled {
                self.clock = None;
            }
        }
        true
    }

    fn take_clock(&mut self) -> bool {
        let Some((time, halves, length)) = clock(self.rest) else { return false };
        let after = &self.rest[length..];
        let (zone, zone_length) = zone(after);
        self.rest = &after[zone_length..];
        if self.clock.is_none() {
            self.clock = Some((time, zone));
        }
        self.halves |= halves;
        true
    }

    fn take_weekday(&mut self) -> bool {
        let length = run(self.rest, char::is_alphabetic);
        let Some(day) = weekday(&self.rest[..length]) else { return false };
        self.weekday = self.weekday.or(Some(day));
        self.rest = self.rest[length..].trim_start_matches('.');
        true
    }

    fn take_label(&mut self) -> bool {
        let Some(first) = self.rest.bytes().next().map(|byte| byte.to_ascii_lowercase()) else {
            return false;
        };
        let same = LABELS.iter().filter(|(label, _)| label.as_bytes()[0] == first);
        let label = same.clone().find(|(label, _)| {
            self.rest.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label))
                && !self.rest[label.len()..].starts_with(char::is_alphanumeric)
        });
        let Some((label, updates)) = label else { return false };
        // `at` and `on` go with the label before them.
        if !matches!(*label, "at" | "on" | "time" | "hrs" | "hours" | "local time" | "news") {
            self.updates = *updates;
            self.labelled = true;
        }
        self.rest = &self.rest[label.len()..];
        true
    }

    fn take_agency(&mut self) -> bool {
        let Some(agency) = Agency::signing(self.rest) else { return false };
        let length = agency
            .signs
            .iter()
            .filter(|sign| self.rest.get(..sign.len()).is_some_and(|head| head.eq_ignore_ascii_case(sign)));
        let Some(length) = length.map(|sign| sign.len()).max() else { return false };
        if Agency::writing(&self.rest[..length]).is_none() {
            return false;
        }
        self.agency = self.agency.or(Some(agency));
        self.rest = &self.rest[length..];
        true
    }

    /// `Editor: huaxia`, and what follows a date: `By Camila Torres - Agência Brasil - Brasília`.
    fn take_author(&mut self) -> bool {
        if self.first.is_none() {
            return false;
        }
        if let Some(name) = self.rest.strip_prefix("Editor:") {
            self.rest = "";
            return name.len() <= 40;
        }
        if !self.rest.starts_with("By ") {
            return false;
        }
        if let Some((from, length)) = brazilian_place(self.rest) {
            let names = self.rest[..from].trim_end_matches([' ', '-', '–']);
            let (names, agency) = match names.rsplit_once(" - ") {
                Some((names, sign)) if Agency::writing(sign.trim()).is_some() => {
                    (names, Agency::writing(sign.trim()))
                }
                _ => (names, None),
            };
            self.byline = Some(names.trim_end());
            self.agency = self.agency.or(agency);
            let start = self.line.len() - self.rest.len() + from;
            self.place = Some((start, start + length));
            self.rest = "";
            return true;
        }
        let whole = self.rest.trim_end();
        let (names, sign) = whole.rsplit_once(" - ").unwrap_or((whole, ""));
        let signed = Agency::writing(sign.trim());
        let names = if signed.is_some() { names } else { whole };
        if line::kind(names, false) != Kind::Byline {
            return false;
        }
        self.byline = Some(names);
        self.agency = self.agency.or(signed);
        self.rest = "";
        true
    }
}

/// The capitals of Brazil and of its states, from which Agência Brasil files; it puts the place behind the byline.
const BRAZILIAN: &[&str] = &[
    "Aracaju",
    "Belém",
    "Belo Horizonte",
    "Boa Vista",
    "Brasília",
    "Campo Grande",
    "Cuiabá",
    "Curitiba",
    "Florianópolis",
    "Fortaleza",
    "Goiânia",
    "João Pessoa",
    "Macapá",
    "Maceió",
    "Manaus",
    "Natal",
    "Palmas",
    "Porto Alegre",
    "Porto Velho",
    "Recife",
    "Rio Branco",
    "Rio de Janeiro",
    "Salvador",
    "São Luís",
    "São Paulo",
    "Teresina",
    "Vitória",
];

/// Such a place behind a byline, at the end of the line or glued to the first paragraph, and where it begins.
fn brazilian_place(words: &str) -> Option<(usize, usize)> {
    /// No byline is longer.
    const REACH: usize = 120;
    let found = BRAZILIAN.iter().filter_map(|place| {
        let at = words.find(&format!(" {place}")).filter(|at| *at <= REACH)? + 1;
        let end = at + place.len();
        let after = &words[end..];
        let ends = !after.starts_with(char::is_lowercase);
        (ends && at > "By ".len()).then_some((at, place.len()))
    });
    found.min_by_key(|(at, _)| *at)
}

impl Stamp {
    /// The time, and whether the day had to be guessed.
    pub(super) fn when(&self, context: &Context<'_>) -> (When, bool) {
        let (date, guessed) = self.date(context);
        let when = match self.clock {
            Some((time, Some(offset))) => When::Moment { clock: DateTime::from_parts(date, time), offset },
            _ => When::Date(date),
        };
        (when, guessed)
    }

    pub(super) fn is_update(&self) -> bool {
        self.updated
    }

    fn date(&self, context: &Context<'_>) -> (Date, bool) {
        let (day_first, month_first) = match self.day {
            Day::Settled(date) => return (date, false),
            Day::Either(day_first, month_first) => (day_first, month_first),
        };
        // What is true of one of them only decides.
        let only = |holds: &dyn Fn(Date) -> bool| match (holds(day_first), holds(month_first)) {
            (true, false) => Some(day_first),
            (false, true) => Some(month_first),
            _ => None,
        };
        let near = |date: Date, other: Date| days_between(date, other).abs() <= 3;
        if let Some(date) = self.weekday.and_then(|day| only(&|date| date.weekday() == day)) {
            return (date, false);
        }
        if let Some(date) = context.near.and_then(|other| only(&|date| near(date, other))) {
            return (date, false);
        }
        let dateline = |written: WrittenDate| {
            only(&|date| written.resolve(Some(date)).is_some_and(|other| near(date, other)))
        };
        let weekday = matches!(context.dateline, Some(WrittenDate::Weekday(_)));
        if let Some(date) = context.dateline.filter(|_| !weekday).and_then(dateline) {
            return (date, false);
        }
        if let Some(date) = context
            .received
            .and_then(|received| only(&|date| crate::dateline::date::is_fresh(received, date)))
        {
            return (date, false);
        }
        // A story names the day on which it was filed: `the bureau said on Thursday`.
        let said: Vec<Weekday> = context
            .body
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.ends_with("day"))
            .filter_map(weekday_named)
            .collect();
        if let Some(date) = only(&|date| said.contains(&date.weekday())) {
            return (date, true);
        }
        let month = match context.agency {
            Some(agency) => agency.writes_month_first(),
            None => self.halves,
        };
        (if month { month_first } else { day_first }, true)
    }
}

/// `Mon`, `Thurs`, `Friday`: with the short forms, which are words elsewhere (`Sun`, `Sat`).
fn weekday(word: &str) -> Option<Weekday> {
    weekday_named(word).or_else(|| {
        if !(3..=5).contains(&word.len()) {
            return None;
        }
        let short = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let forms = ["mon", "tues", "weds", "thur", "fri", "sat", "sun"];
        let lower = word.to_ascii_lowercase();
        let at = short
            .iter()
            .position(|form| *form == lower)
            .or_else(|| forms.iter().position(|form| *form == lower));
        let at = at.or_else(|| (lower == "thurs").then_some(3))?;
        Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
    })
}

/// A date with its year at the start of these words, and the bytes it takes.
///
/// `short`: years of two digits count, too.
pub(super) fn date(words: &str, short: bool) -> Option<(Day, usize)> {
    if let Some((WrittenDate::Full(date), length)) = WrittenDate::at_start(words) {
        let more = words[length..].starts_with(|c: char| c.is_ascii_digit());
        return (!more).then_some((Day::Settled(date), length));
    }
    numeric(words, short).or_else(|| hyphened(words))
}

/// `20/05/2024`, `05.02.2025`, `2023/08/30`, `11/20/2024`
fn numeric(words: &str, short: bool) -> Option<(Day, usize)> {
    let number = |from: usize| {
        let length = run(&words[from..], |c| c.is_ascii_digit());
        let value = words[from..from + length].parse::<i16>().ok()?;
        ((1..=4).contains(&length)).then_some((value, length))
    };
    let (first, one) = number(0)?;
    let mark = words[one..].chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
    let (second, two) = number(one + 1)?;
    let third = one + 1 + two;
    if two > 2 || !words[third..].starts_with(mark) {
        return None;
    }
    let (last, three) = number(third + 1)?;
    let length = third + 1 + three;
    // `1.2.2024.5` is no date.
    if words[length..].starts_with(|c: char| c.is_ascii_digit() || c == mark)
        && !words[length..].starts_with(". ")
    {
        return None;
    }
    let make = |year: i16, month: i16, day: i16| {
        let year = (1950..=2100).contains(&year).then_some(year)?;
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    if one == 4 {
        return (three <= 2)
            .then(|| make(first, second, last))
            .flatten()
            .map(|date| (Day::Settled(date), length));
    }
    let year = match three {
        4 => last,
        // Wire copy is younger than 1970.
        2 if short && one == 2 && two == 2 => last + if last < 70 { 2000 } else { 1900 },
        _ => return None,
    };
    let (day_first, month_first) = (make(year, second, first), make(year, first, second));
    let day = match (day_first, month_first) {
        (Some(date), _) if mark == '.' => Day::Settled(date),
        (Some(one), Some(other)) if one == other => Day::Settled(one),
        (Some(one), Some(other)) => Day::Either(one, other),
        (Some(date), None) | (None, Some(date)) => Day::Settled(date),
        (None, None) => return None,
    };
    Some((day, length))
}

/// `30-Nov-2023`, `12March2024`
fn hyphened(words: &str) -> Option<(Day, usize)> {
    let day = run(words, |c| c.is_ascii_digit());
    let one = usize::from(words[day..].starts_with('-'));
    let month = run(&words[day + one..], char::is_alphabetic);
    let two = usize::from(words[day + one + month..].starts_with('-'));
    let from = day + one + month + two;
    let year = run(&words[from..], |c| c.is_ascii_digit());
    if !(1..=2).contains(&day) || year != 4 || month == 0 {
        return None;
    }
    let month = crate::dateline::date::month_named(&words[day + one..day + one + month])?;
    let date = Date::new(words[from..from + 4].parse().ok()?, month, words[..day].parse().ok()?).ok()?;
    (1950..=2100).contains(&date.year()).then_some((Day::Settled(date), from + 4))
}

/// `13:20`, `8:05 AM`, `16h30`, `11:22:33`, `13.20`: the time, whether it has a half of the day, and its bytes.
fn clock(words: &str) -> Option<(Time, bool, usize)> {
    // `2024-05-01T10:00:00`
    let words_at = usize::from(words.starts_with('T'));
    let words = &words[words_at..];
    let hours = run(words, |c| c.is_ascii_digit());
    if !(1..=2).contains(&hours) {
        return None;
    }
    let mut hour: i8 = words[..hours].parse().ok()?;
    let mut at = hours;
    let mut parts = [0_i8; 2];
    let mut read = 0;
    while read < 2 && words[at..].starts_with([':', '.', 'h', 'H']) {
        let digits = run(&words[at + 1..], |c| c.is_ascii_digit());
        if digits != 2 {
            break;
        }
        parts[read] = words[at + 1..at + 3].parse().ok()?;
        at += 3;
        read += 1;
    }
    if read == 2 && words[at..].starts_with('.') {
        at += 1 + run(&words[at + 1..], |c| c.is_ascii_digit());
    }
    let gap = run(&words[at..], |c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    let half = ["a.m.", "p.m.", "am", "pm"].into_iter().find(|half| {
        words[at + gap..].get(..half.len()).is_some_and(|head| head.eq_ignore_ascii_case(half))
            && !words[at + gap + half.len()..].starts_with(char::is_alphanumeric)
    });
    if let Some(half) = half.filter(|_| (1..=12).contains(&hour)) {
        hour = hour % 12 + if half.starts_with('p') { 12 } else { 0 };
        at += gap + half.len();
    } else if read == 0 {
        return None;
    }
    let time = Time::new(hour, parts[0], parts[1], 0).ok()?;
    Some((time, half.is_some(), words_at + at))
}

/// The zones of America by their full names, which mean one thing only, with their minutes east of Greenwich.
const LONG_ZONES: &[(&str, i32)] = &[
    ("Eastern Standard Time", -300),
    ("Eastern Daylight Time", -240),
    ("Central Standard Time", -360),
    ("Central Daylight Time", -300),
    ("Mountain Standard Time", -420),
    ("Mountain Daylight Time", -360),
    ("Pacific Standard Time", -480),
    ("Pacific Daylight Time", -420),
];

/// What zone follows a clock, and the bytes it takes: `GMT+2`, ` (UTC+04:00)`, ` UTC`, `Z`, `+0200`; none that is sure for
/// ` ET`, ` IST`.
fn zone(words: &str) -> (Option<Offset>, usize) {
    let gap = run(words, |c| matches!(c, ' ' | '('));
    let rest = &words[gap..];
    let name = run(rest, |c| c.is_ascii_alphabetic());
    // `08:00 AM Eastern Standard Time`
    if let Some((long, minutes)) = LONG_ZONES.iter().find(|(long, _)| rest.starts_with(long)) {
        return (Offset::from_seconds(minutes * 60).ok(), gap + long.len());
    }
    let known = ZONES.iter().find(|(known, _)| *known == &rest[..name]).map(|(_, minutes)| minutes * 60);
    let signed = |words: &str| {
        let sign = match words.chars().next()? {
            '+' => 1,
            '-' | '−' => -1,
            _ => return None,
        };
        let from = words.chars().next().map_or(0, char::len_utf8);
        let digits = run(&words[from..], |c| c.is_ascii_digit());
        let (hours, mut minutes, mut length) = match digits {
            1 | 2 => (&words[from..from + digits], "0", from + digits),
            4 => (&words[from..from + 2], &words[from + 2..from + 4], from + 4),
            _ => return None,
        };
        if digits <= 2
            && let Some(more) = words[length..].strip_prefix(':').and_then(|more| more.get(..2))
        {
            minutes = more;
            length += 3;
        }
        let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours <= 14 && minutes < 60).then_some((sign * (hours * 3600 + minutes * 60), length))
    };
    if name == 0 {
        // ` - 16:30 -0200` has a blank before and four digits behind the sign; ` - 2 min` has not.
        return match signed(rest) {
            Some((seconds, length)) if length >= 5 => (Offset::from_seconds(seconds).ok(), gap + length),
            _ => (None, 0),
        };
    }
    match known {
        Some(seconds) => match signed(&rest[name..]) {
            Some((more, length)) => (Offset::from_seconds(more).ok(), gap + name + length),
            None => (Offset::from_seconds(seconds).ok(), gap + name),
        },
        None if is_zone_like(&rest[..name]) && Agency::signing(&rest[..name]).is_none() => (None, gap + name),
        None => (None, 0),
    }
}
