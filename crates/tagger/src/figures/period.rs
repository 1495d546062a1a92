//! Layer 3: time. The periods that a story names, resolved against the day it was published.
//!
//! `the first half of this year`, `January-July`, `the first seven months`, `last month`, `in July`, `H1`, `the third quarter`, `2023`,
//! `fiscal 2023-24`, `the June 1-20 period`. A month or quarter without a year is the latest that had begun by the day of
//! publication; a half, and a run of months, the latest that had ended. Bases (`a year earlier`, `the same period of 2023`) are read
//! too, as such: they are counted from the period that they are compared with.

mod fiscal;
mod told;

use std::ops::Range;

use article::Period;
use jiff::civil::Date;

pub(crate) use self::fiscal::{FiscalYear, crop_in, first_crop_in, fiscal_period};
use self::fiscal::{fiscal, persian, years};
pub(crate) use self::told::{season_told, year_told};
use super::lexicon::{Phrases, rows, sign, touches_before, word};
use crate::text::{Story, TokenKind, digits, key};
use crate::vocabulary::{Lists, Vocabulary};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// Days, both ends included.
    Days(Period),
    /// The year before the period that is spoken of.
    YearEarlier,
    MonthEarlier,
    QuarterEarlier,
    WeekEarlier,
    /// `two years earlier`: so many months.
    Earlier(i32),
    /// `the same period`, `the month`: the period that was named before.
    Same,
    /// `the nine months`: so many.
    SameMonths(i8),
    /// `the same January period`
    SameIn(i8),
    /// `the year`, `the full year`: the one that is spoken of, else this one.
    TheYear,
    /// `year-to-date`: from January to the end of the period that is spoken of.
    ToDate,
    /// A year of the reporter's own calendar, or of a crop's.
    Fiscal(FiscalYear),
    /// Months of such a year: the first, counted from its start, and how many.
    FiscalPart(FiscalYear, i8, i8),
    /// `in recent years`, `each year`: no days can be told.
    Vague,
    /// `since the start of the season`: to the day that is spoken of.
    Since(Origin),
    /// `as of February 5`
    AsOf(Date),
    /// `in five months`: of the year that is spoken of, else of the latest that fits.
    InMonths(i8, Period),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Day(Date),
    Season(FiscalYear),
    /// The first of the month that is spoken of.
    Month,
}

#[derive(Clone, Copy, Debug)]
enum TimeWord {
    Month(i8),
    Time(Time),
    /// `last year`, `this year`, `next year`: how many from this one; so too the others.
    Year(i16),
    MonthOff(i32),
    QuarterOff(i32),
    WeekOff(i64),
    Half(i8),
    Quarter(i8),
    FirstMonths,
    /// `in five months`
    InMonths(i8),
    /// `seven-month`, of a deficit
    MonthsOf(i8),
    /// `the last three months of`
    LastMonths,
    MonthsTo(i8),
    /// `the year beginning`, `the six months from`
    MonthsFrom(i8),
    /// `the third week of`
    WeekOf(i8),
    /// `the seventh month of`, of a year
    NthMonth(i8),
    WeeksTo(i64),
}

/// What is counted over months.
const COUNTED: [&str; 14] = [
    "deficit",
    "surplus",
    "gap",
    "shortfall",
    "trade",
    "exports",
    "imports",
    "export",
    "import",
    "shipments",
    "total",
    "tally",
    "sum",
    "turnover",
];

pub(crate) struct Calendar {
    words: Phrases<TimeWord>,
    /// The key of this word.
    the: u64,
    numbers: Phrases<u8>,
}

const MONTHS: [&str; 12] = [
    "january,jan,jan.",
    "february,feb,feb.",
    "march,mar.",
    "april,apr,apr.",
    "may",
    "june,jun,jun.",
    "july,jul,jul.",
    "august,aug,aug.",
    "september,sept,sep,sept.,sep.",
    "october,oct,oct.",
    "november,nov,nov.",
    "december,dec,dec.",
];

const NTH: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The month of a name; January is 1.
pub(crate) fn month(name: &str) -> Option<i8> {
    if !name.starts_with(|letter: char| letter.is_ascii_uppercase()) {
        return None;
    }
    let is_it = |forms: &str| forms.split(',').any(|form| name.eq_ignore_ascii_case(form));
    (1_i8..).zip(MONTHS).find(|(_, forms)| is_it(forms)).map(|(month, _)| month)
}

/// `the three months to June`: how many months, and what stands between.
const COUNTS: &[(i8, &str)] = &[
    (2, "two,2"),
    (3, "three,3"),
    (4, "four,4"),
    (5, "five,5"),
    (6, "six,6"),
    (7, "seven,7"),
    (8, "eight,8"),
    (9, "nine,9"),
    (10, "ten,10"),
    (11, "eleven,11"),
    (12, "twelve,12"),
];
const END: &[&str] = &[
    "to",
    "to end",
    "to the end of",
    "through",
    "ending in",
    "ended in",
    "ending",
    "ended",
    "ended on",
    "ending on",
    "until",
    "up to",
    "which ended in",
    "that ended in",
    "that ended",
    "which ended",
    "which ended on",
    "that ended on",
    "ending last",
    "ended last",
];
const BEGIN: &[&str] = &[
    "beginning",
    "beginning in",
    "beginning on",
    "starting",
    "starting in",
    "starting on",
    "from",
    "which began in",
    "which began on",
    "that began in",
    "that began on",
    "began",
    "which begins in",
    "which begins on",
    "that begins in",
    "that begins on",
];
/// What a year of trade is called.
const YEARS: &[&str] = &[
    "year",
    "fiscal year",
    "financial year",
    "calendar year",
    "crop year",
    "marketing year",
    "wheat year",
    "coffee year",
    "cocoa year",
    "sugar year",
    "quota year",
    "season",
    "campaign",
];

/// What begins a time beside the phrases; what may follow "the" or stand for such a word is in the two lists below too.
const RULES: &[&str] = &[
    "week",
    "since",
    "as",
    "by",
    "through",
    "until",
    "up",
    "till",
    "fy",
    "fiscal",
    "financial",
    "this",
    "current",
    "last",
    "previous",
    "next",
    "coming",
    "year",
    "between",
    "from",
];
const OF_A_YEAR: &[&str] = &["past", "budget"];
const SAME: &[&str] = &["same", "similar", "corresponding", "equivalent", "like", "comparable"];

impl Calendar {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut words = Phrases::new();
        for [class, value, forms] in rows::<3>(include_str!("../../data/figures-times.tsv")) {
            let Some(word) = time_word(class, value) else {
                debug_assert!(false, "figures-times.tsv: {class} {value}");
                continue;
            };
            for form in forms.split(',') {
                words.add(form, word);
            }
        }
        for end in END {
            for head in YEARS {
                words.add(&format!("{head} {end}"), TimeWord::MonthsTo(12));
                words.add(&format!("the {head} {end}"), TimeWord::MonthsTo(12));
            }
            for (head, count) in [("quarter", 3), ("half", 6), ("half year", 6)] {
                words.add(&format!("{head} {end}"), TimeWord::MonthsTo(count));
                words.add(&format!("the {head} {end}"), TimeWord::MonthsTo(count));
            }
            for the in ["", "the ", "the latest ", "latest "] {
                words.add(&format!("{the}week {end}"), TimeWord::WeeksTo(1));
            }
        }
        for begin in BEGIN {
            for head in YEARS {
                words.add(&format!("the {head} {begin}"), TimeWord::MonthsFrom(12));
                if *begin != "from" {
                    words.add(&format!("{head} {begin}"), TimeWord::MonthsFrom(12));
                }
            }
        }
        for (count, names) in COUNTS {
            for name in names.split(',') {
                for begin in BEGIN {
                    words.add(&format!("{name} months {begin}"), TimeWord::MonthsFrom(*count));
                    words.add(&format!("the {name} months {begin}"), TimeWord::MonthsFrom(*count));
                }
                for end in END {
                    words.add(&format!("{name} months {end}"), TimeWord::MonthsTo(*count));
                    words.add(&format!("the {name} months {end}"), TimeWord::MonthsTo(*count));
                    words.add(&format!("{name} weeks {end}"), TimeWord::WeeksTo(i64::from(*count)));
                    words.add(&format!("the {name} weeks {end}"), TimeWord::WeeksTo(i64::from(*count)));
                }
                words.add(&format!("in {name} months"), TimeWord::InMonths(*count));
                for the in ["the", "the same", "those", "same", "these"] {
                    words.add(&format!("{the} {name} months"), TimeWord::Time(Time::SameMonths(*count)));
                    words
                        .add(&format!("{the} {name} month period"), TimeWord::Time(Time::SameMonths(*count)));
                }
                words.add(&format!("{name} month"), TimeWord::MonthsOf(*count));
                words.add(&format!("the {name} month"), TimeWord::MonthsOf(*count));
                for of in ["period", "total", "tally", "volume", "figure", "value"] {
                    words.add(&format!("{name} month {of}"), TimeWord::Time(Time::SameMonths(*count)));
                    words.add(&format!("the {name} month {of}"), TimeWord::Time(Time::SameMonths(*count)));
                }
            }
        }
        for form in ["the first", "first", "nine months"] {
            words.add(form, TimeWord::FirstMonths);
        }
        for form in
            ["the last", "the final", "the past", "the remaining", "last", "final", "past", "remaining"]
        {
            words.add(form, TimeWord::LastMonths);
        }
        for (form, week) in [
            ("first", 1),
            ("second", 2),
            ("third", 3),
            ("fourth", 4),
            ("fifth", 5),
            ("1st", 1),
            ("2nd", 2),
            ("3rd", 3),
            ("4th", 4),
        ] {
            words.add(&format!("{form} week of"), TimeWord::WeekOf(week));
        }
        for (month, forms) in (1_i8..).zip(MONTHS) {
            for form in forms.split(',') {
                words.add(form, TimeWord::Month(month));
            }
        }
        for (month, name) in (1_i8..).zip(NTH) {
            words.add(&format!("{name} month of"), TimeWord::NthMonth(month));
            words.add(&format!("the {name} month of"), TimeWord::NthMonth(month));
        }
        for first in words.firsts().chain(RULES.iter().map(|word| key(word))) {
            vocabulary.add(first, Lists::TIME);
        }
        for word in RULES.iter().chain(OF_A_YEAR).chain(SAME) {
            vocabulary.add(key(word), Lists::TIME_RULE);
        }
        let mut numbers = Phrases::new();
        for (number, form) in
            (2_u8..).zip(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"])
        {
            numbers.add(form, number);
        }
        Self { words, the: key("the"), numbers }
    }

    /// The time that is named from token `at`, and the token after it.
    pub(crate) fn read(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        let token = story.tokens.get(at)?;
        if token.kind != TokenKind::Digits && !token.is_in(Lists::TIME) {
            return None;
        }
        // `July 1, 2020 to April 8, 2021`: most words have no number behind them
        let digits = |at: usize| story.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits);
        if (token.kind == TokenKind::Digits || digits(at + 1) || digits(at + 2))
            && let Some((first, next)) = self.dated(story, at, end)
            && let Some((last, next)) = range_to(story, next).and_then(|next| self.dated(story, next, end))
            && first <= last
        {
            return days(Period { first, last }, next);
        }
        if token.kind == TokenKind::Digits {
            return match years(story, at, end) {
                Some(found) => Some(self.of_a_year(story, found, end, today)),
                // `12 months to June`
                None if token.end - token.start <= 2 => {
                    let (
                        found @ (TimeWord::MonthsTo(_)
                        | TimeWord::MonthsFrom(_)
                        | TimeWord::WeeksTo(_)
                        | TimeWord::WeekOf(_)
                        | TimeWord::Quarter(_)
                        | TimeWord::Half(_)),
                        next,
                    ) = self.words.longest(story, at, end)?
                    else {
                        return None;
                    };
                    self.time_of(story, found, at, next, end, today)
                }
                None => None,
            };
        }
        // `the` is in every sentence: what follows it decides
        let begins = if token.key == self.the { story.tokens.get(at + 1).unwrap_or(token) } else { token };
        // `the 1986 period`
        if (begins.is_in(Lists::TIME_RULE) || begins.kind == TokenKind::Digits && begins.text.len() == 4)
            && let Some(found) = self.by_rule(story, at, end, today)
        {
            return Some(found);
        }
        let (found, next) = self.words.longest(story, at, end)?;
        // `the period February 1 to 25`, `the period from July to March`
        if word(story, next - 1) == Some("period") && next <= at + 2 {
            let from = next + usize::from(matches!(word(story, next), Some("from" | "between" | "of")));
            if from < end
                && let Some((Time::Days(span), after)) = self.read(story, from, end, today)
                && length(span) != Some(12)
            {
                return days(span, after);
            }
        }
        let found = self.time_of(story, found, at, next, end, today)?;
        // `the season that began May 1`
        Some(if matches!(found.0, Time::Fiscal(_)) { ended(self, story, found, end, today) } else { found })
    }

    /// A time whose first word, or that after "the", is one of [`RULES`].
    fn by_rule(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        if let Some((time, next)) = fiscal(story, at, end).or_else(|| persian(story, at, end)) {
            return Some(ended(self, story, (time, next), end, today));
        }
        // `the week of May 9-15`
        let week = at + usize::from(word(story, at) == Some("the"));
        if word(story, week) == Some("week")
            && matches!(word(story, week + 1), Some("of" | "from" | "between"))
            && week + 2 < end
            && let Some((Time::Days(span), next)) = self.read(story, week + 2, end, today)
            && later(span.first, 9).is_some_and(|last| last >= span.last)
        {
            return days(span, next);
        }
        // `the same 1986 period`, `the same 1985/86 period`
        let same = at + usize::from(word(story, at) == Some("the"));
        if word(story, same).is_some_and(|word| SAME.contains(&word)) {
            let span = |at: usize| {
                let noun = matches!(
                    word(story, at),
                    Some("period" | "month" | "months" | "quarter" | "half" | "week")
                );
                (noun && at < end).then_some(at + 1)
            };
            if let Some(next) = years(story, same + 1, end).and_then(|(_, next)| span(next)) {
                return Some((Time::YearEarlier, next));
            }
            // `the same January period`
            if let Some(next) = span(same + 2)
                && let Some((TimeWord::Month(month), _)) = self.words.longest(story, same + 1, same + 2)
            {
                return Some((Time::SameIn(month), next));
            }
        }
        if let Some(found) = self.year_up_to(story, at, end, today) {
            return Some(found);
        }
        if let Some(found) = self.year_of_a_pact(story, at, end, today) {
            return Some(found);
        }
        // `against V0 in the 1986 period`
        if word(story, at) == Some("the")
            && years(story, at + 1, end).is_some_and(|(_, next)| next == at + 2)
            && at + 3 <= end
            && matches!(word(story, at + 2), Some("period" | "months"))
        {
            return Some((Time::YearEarlier, at + 3));
        }
        if let Some(found) = self.since(story, at, end, today).or_else(|| self.as_of(story, at, end, today)) {
            return Some(found);
        }
        // `through the third week of May`, `up to the second week of May`: from the first of the month
        // `for the year up to the second week of November`: from January
        let year = word(story, at) == Some("the") && word(story, at + 1) == Some("year");
        let to = at + if year { 2 } else { 0 };
        let to = match word(story, to) {
            Some("through" | "until" | "till") => Some(to + 1),
            Some("up" | "Up") if word(story, to + 1) == Some("to") => Some(to + 2),
            Some("to") if year => Some(to + 1),
            _ => None,
        };
        if let Some(to) = to
            && let week = to + usize::from(word(story, to) == Some("the"))
            && let Some((week, next)) = self.week_of(story, week, end, today)
        {
            let month = week.first.first_of_month();
            let first = if year { Date::new(month.year(), 1, 1).ok()? } else { month };
            return days(Period { first, last: week.last }, next);
        }
        // `last March`, `next May`
        today.and_then(|today| self.month_near(story, at, end, today))
    }

    #[expect(clippy::too_many_lines, reason = "one arm a kind of word")]
    fn time_of(
        &self,
        story: &Story<'_>,
        found: TimeWord,
        at: usize,
        next: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        match found {
            TimeWord::Month(month) => self.month_on(story, at, next, end, month, today),
            TimeWord::Time(Time::Same | Time::SameMonths(_))
                if self.of_year(story, next, end, today).is_some() =>
            {
                Some(self.same(story, next, end, today))
            }
            // `the same period of the previous season`
            TimeWord::Time(Time::Same | Time::SameMonths(_))
                if matches!(word(story, next), Some("of" | "in"))
                    && matches!(
                        self.words.longest(story, next + 1, end),
                        Some((TimeWord::Time(Time::Fiscal(FiscalYear::SeasonAgo(1))), _))
                    ) =>
            {
                self.words.longest(story, next + 1, end).map(|(_, after)| (Time::YearEarlier, after))
            }
            // `for the month of June`
            TimeWord::Time(Time::Same)
                if next == at + 2
                    && word(story, next - 1) == Some("month")
                    && word(story, next) == Some("of")
                    && next + 1 < end
                    && self.one_month(story, next + 1, end, today).is_some() =>
            {
                self.one_month(story, next + 1, end, today).map(|(month, after)| (Time::Days(month), after))
            }
            // `the same period of October`, in a story of the first twenty days of November
            TimeWord::Time(Time::Same) => {
                let month = || self.words.longest(story, next + 1, end);
                Some(
                    match word(story, next).filter(|word| matches!(*word, "of" | "in")).and_then(|_| month())
                    {
                        Some((TimeWord::Month(month), after)) => (Time::SameIn(month), after),
                        _ => (Time::Same, next),
                    },
                )
            }
            // `the year 2000`
            TimeWord::Time(Time::TheYear) => years(story, next, end).or(Some((Time::TheYear, next))),
            TimeWord::Time(time) => Some((time, next)),
            TimeWord::Year(off) => {
                let year = today?.year() + off;
                // `this year and next`
                if off == 0
                    && word(story, next) == Some("and")
                    && word(story, next + 1) == Some("next")
                    && !matches!(word(story, next + 2), Some("month" | "week" | "quarter"))
                    && next + 2 <= end
                {
                    let period =
                        Period { first: months(year, 1, 1)?.first, last: months(year + 1, 12, 12)?.last };
                    return days(period, next + 2);
                }
                Some(self.of_a_year(story, year_of(year, next)?, end, today))
            }
            TimeWord::MonthOff(off) => {
                let first = today?.first_of_month();
                days(shift(Period { first, last: first.last_of_month() }, off)?, next)
            }
            TimeWord::QuarterOff(off) => {
                // `the last quarter of 1986`
                if off < 0
                    && let Some((time @ (Time::Days(_) | Time::Fiscal(_)), after)) =
                        self.of_year(story, next, end, today)
                {
                    return match time {
                        Time::Days(year) => days(months(year.first.year(), 10, 12)?, after),
                        Time::Fiscal(year) => Some((Time::FiscalPart(year, 9, 3), after)),
                        _ => None,
                    };
                }
                let first = today?.month() - (today?.month() - 1) % 3;
                days(shift(months(today?.year(), first, first + 2)?, off * 3)?, next)
            }
            TimeWord::WeekOff(off) => {
                let today = today?;
                let monday = i64::from(today.weekday().to_monday_zero_offset());
                let first = later(today, off * 7 - monday)?;
                days(Period { first, last: later(first, 6)? }, next)
            }
            TimeWord::Half(half) => {
                // `the first half of May`, `for second half May shipment`
                let of = usize::from(word(story, next) == Some("of"));
                let named =
                    of == 1 || word(story, next).is_some_and(|word| word.starts_with(char::is_uppercase));
                if named
                    && word(story, at) != Some("half")
                    && next + of < end
                    && let Some((month, after)) = self.one_month(story, next + of, end, today)
                {
                    let middle = |day| Date::new(month.first.year(), month.first.month(), day).ok();
                    let half = if half == 1 {
                        Period { first: month.first, last: middle(15)? }
                    } else {
                        Period { first: middle(16)?, last: month.last }
                    };
                    return days(half, after);
                }
                if let Some(found) = self.of_season(story, next, end, half * 6 - 6, 6, today) {
                    return Some(found);
                }
                self.run(story, next, end, today, half * 6 - 5, half * 6, true)
            }
            TimeWord::Quarter(quarter) => {
                // `the first quarter (Q1) of this year`
                let next = if sign(story, next) == Some("(")
                    && let Some((TimeWord::Quarter(short), inside)) = self.words.longest(story, next + 1, end)
                    && short == quarter
                    && sign(story, inside) == Some(")")
                    && inside < end
                {
                    inside + 1
                } else {
                    next
                };
                // `the first quarter (April-June) of FY 2024-25`: the months say which
                if sign(story, next) == Some("(")
                    && let Some((TimeWord::Month(month), inside)) = self.words.longest(story, next + 1, end)
                    && let Some((Time::Days(months), after)) =
                        self.month_on(story, next + 1, inside, end, month, today)
                    && sign(story, after) == Some(")")
                {
                    let next = self.of_year(story, after + 1, end, today).map_or(after + 1, |(_, next)| next);
                    return days(months, next);
                }
                // `the first quarter to March 31`
                if let Some((last, after)) = self.until(story, next, end, today) {
                    return days(ending(last, 3)?, after);
                }
                if let Some(found) = self.of_season(story, next, end, quarter * 3 - 3, 3, today) {
                    return Some(found);
                }
                self.run(story, next, end, today, quarter * 3 - 2, quarter * 3, true)
            }
            TimeWord::WeekOf(week) => {
                let (month, after) = self.one_month(story, next, end, today)?;
                days(week_in(month, week)?, after)
            }
            TimeWord::NthMonth(month) => match self.of_year(story, next, end, today)? {
                (Time::Days(year), after) if length(year) == Some(12) && year.first.month() == 1 => {
                    days(months(year.first.year(), month, month)?, after)
                }
                _ => None,
            },
            TimeWord::WeeksTo(count) => match self
                .last_day(story, next, end, today)
                .or_else(|| weekday_before(story, next, end, today))
            {
                Some((last, after)) => days(Period { first: later(last, 1 - 7 * count)?, last }, after),
                None => self.head_alone(story, at, end, today),
            },
            TimeWord::MonthsTo(count) => {
                // `the ten months to V`, `the year to V`
                let next = next + usize::from(sign(story, next) == Some("-"));
                match self.last_day(story, next, end, today) {
                    // `the year through May 15`: so far
                    Some((last, after))
                        if count == 12
                            && word(story, next - 1) == Some("through")
                            && last.tomorrow().ok()?.day() != 1 =>
                    {
                        days(Period { first: Date::new(last.year(), 1, 1).ok()?, last }, after)
                    }
                    // `the fiscal year ending June 30` in May
                    Some((last, after))
                        if count == 12
                            && word(story, next - 1) == Some("ending")
                            && !(next..after).any(|at| years(story, at, end).is_some()) =>
                    {
                        days(ending(nearest(last, today?)?, count)?, after)
                    }
                    Some((last, after)) => days(ending(last, count)?, after),
                    None => self.head_alone(story, at, end, today),
                }
            }
            TimeWord::MonthsFrom(count) => match self.first_day(story, next, end, today) {
                Some((first, after)) => {
                    // `the year beginning April 1` may be the next
                    let begun = (at..next).any(|at| word(story, at) == Some("began"));
                    let first = if begun { first } else { nearest(first, today?)? };
                    days(Period { first, last: later_months(first, count.into())?.yesterday().ok()? }, after)
                }
                None => self.head_alone(story, at, end, today),
            },
            TimeWord::MonthsOf(count) => {
                // `the seven-month deficit`, and not `a six-month ban`
                let counted = word(story, next).is_some_and(|noun| COUNTED.contains(&noun));
                counted.then_some((Time::SameMonths(count), next))
            }
            TimeWord::InMonths(count) => {
                // `the lowest in five months`
                let before = at.checked_sub(1).and_then(|before| word(story, before)).unwrap_or_default();
                let ranked = before.ends_with("est")
                    || matches!(
                        before,
                        "time"
                            | "first"
                            | "rise"
                            | "fall"
                            | "drop"
                            | "decline"
                            | "increase"
                            | "high"
                            | "low"
                            | "again"
                    );
                if ranked || matches!(word(story, next), Some("of" | "from" | "since" | "time")) {
                    return None;
                }
                match self.run(story, next, end, today, 1, count, true)? {
                    (Time::Days(period), after) if after == next => {
                        Some((Time::InMonths(count, period), after))
                    }
                    found => Some(found),
                }
            }
            TimeWord::LastMonths => self.last_months(story, next, end, today),
            TimeWord::FirstMonths => {
                let (count, after) =
                    if story.tokens.get(at).is_some_and(|token| token.text.eq_ignore_ascii_case("nine")) {
                        (9, next)
                    } else {
                        let (mut count, after) = self.count(story, next, end)?;
                        let length = match word(story, after)? {
                            "days" | "day" | "Days" | "DAYS" => 1,
                            "weeks" | "Weeks" | "WEEKS" => 7,
                            "months" | "Months" | "MONTHS" => 0,
                            "quarters" | "Quarters" if matches!(count, 2 | 3) => {
                                count *= 3;
                                0
                            }
                            _ => return None,
                        };
                        // `the first 20 days of June`, `the first 20 days`
                        if length > 0 {
                            let count = i64::from(count).checked_mul(length)?;
                            let of = matches!(word(story, after + 1), Some("of" | "in" | "Of" | "OF" | "IN"));
                            let (month, after) = if of {
                                self.one_month(story, after + 2, end, today)?
                            } else {
                                let today = today?;
                                (months(today.year(), today.month(), today.month())?, after + 1)
                            };
                            let last = later(month.first, count - 1)?.min(month.last);
                            return days(Period { first: month.first, last }, after);
                        }
                        (count, after + 1)
                    };
                (2..=11).contains(&count).then_some(())?;
                if let Some(found) = self.of_season(story, after, end, 0, count, today) {
                    return Some(found);
                }
                self.run(story, after, end, today, 1, count, true)
            }
        }
    }

    /// A year, a season, or a time that was named before: what months are part of, or what has a start. Reads no parts of parts, so
    /// that a text of nothing but "the first half of" costs no more than another.
    fn year_named(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        if story.tokens.get(at).filter(|_| at < end)?.kind == TokenKind::Digits {
            let found = years(story, at, end)?;
            return Some(self.of_a_year(story, found, end, today));
        }
        if let Some(found) = fiscal(story, at, end).or_else(|| persian(story, at, end)) {
            return Some(ended(self, story, found, end, today));
        }
        let (found, next) = self.words.longest(story, at, end)?;
        match found {
            TimeWord::Time(Time::Fiscal(_)) => self
                .time_of(story, found, at, next, end, today)
                .map(|found| ended(self, story, found, end, today)),
            TimeWord::MonthsTo(_)
            | TimeWord::MonthsFrom(_)
            | TimeWord::Year(_)
            | TimeWord::Time(Time::TheYear | Time::Same) => self.time_of(story, found, at, next, end, today),
            _ => None,
        }
    }

    /// `since the start of the season`, `since the marketing year began`, `since July 1`.
    fn since(&self, story: &Story<'_>, at: usize, end: usize, today: Option<Date>) -> Option<(Time, usize)> {
        if !word(story, at)?.eq_ignore_ascii_case("since") {
            return None;
        }
        let the = |at: usize| at + usize::from(word(story, at) == Some("the"));
        // `since the 2023/24 marketing year began on July 1`, `since the season opened in October`
        let begins = (at + 2..(at + 10).min(end))
            .take_while(|at| sign(story, *at).is_none_or(|sign| matches!(sign, "/" | "-" | "–")))
            .find(|at| matches!(word(story, *at), Some("began" | "started" | "opened" | "begun")));
        if let Some(on) =
            begins.filter(|begins| matches!(word(story, begins + 1), Some("on" | "in" | "last")))
            && let Some((period, day, after)) = self.month_and_day(story, on + 2, end, today)
        {
            return Some((Time::Since(Origin::Day(day.unwrap_or(period.first))), after));
        }
        let mut next = the(at + 1);
        let start = matches!(word(story, next), Some("start" | "beginning" | "opening" | "turn"));
        if start {
            next += 1;
            next += usize::from(word(story, next) == Some("of"));
        }
        if word(story, next) == Some("season") && word(story, next + 1) == Some("start") && next + 2 <= end {
            return Some((Time::Since(Origin::Season(FiscalYear::SeasonAgo(0))), next + 2));
        }
        let from = if start { next } else { at + 1 };
        let begun =
            |at: usize| matches!(word(story, at), Some("began" | "started" | "opened")).then_some(at + 1);
        if let Some((time, after)) =
            self.year_named(story, from, end, today).or_else(|| self.year_named(story, the(from), end, today))
        {
            let after = match begun(after) {
                Some(after) => after,
                None if start => after,
                None => 0,
            };
            if after > 0 {
                return match time {
                    Time::Fiscal(year) => Some((Time::Since(Origin::Season(year)), after)),
                    Time::Days(period) => Some((Time::Since(Origin::Day(period.first)), after)),
                    Time::TheYear => Some((Time::ToDate, after)),
                    Time::Same => Some((Time::Since(Origin::Month), after)),
                    _ => None,
                };
            }
        }
        // a day, and not `the lowest since June 1`
        let before = at.checked_sub(1).and_then(|before| word(story, before)).unwrap_or_default();
        if start || before.ends_with("est") || matches!(before, "time" | "high" | "low" | "level" | "levels")
        {
            return None;
        }
        let (month, day, after) = self.month_and_day(story, at + 1, end, today)?;
        // `Since January Hungary has attracted V`, and not `the first rise since January`
        let ranked = (at.saturating_sub(6)..at).any(|at| {
            word(story, at).is_some_and(|word| {
                word.ends_with("est") || matches!(word, "first" | "record" | "high" | "low" | "time" | "most")
            })
        });
        if day.is_none()
            && !ranked
            // `those of corn, since January free of duty`
            && at.checked_sub(1).is_none_or(|before| sign(story, before) != Some(","))
            && month.first.month() == 1
            && after == at + 2
            && today.is_some_and(|today| today.year() == month.first.year() && today.month() > 1)
        {
            return Some((Time::ToDate, after));
        }
        Some((Time::Since(Origin::Day(day?)), after))
    }

    /// `the third year of the grains agreement, which ended September 30`
    fn year_of_a_pact(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        /// Tokens from the year to when it ended.
        const NEAR: usize = 14;
        let counted = at.checked_sub(1).and_then(|before| word(story, before)).is_some_and(|word| {
            matches!(word, "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "final" | "last")
        });
        if !counted || word(story, at) != Some("year") || word(story, at + 1) != Some("of") {
            return None;
        }
        let bounds = (at + 2..end.min(at + NEAR)).find(|at| {
            matches!(word(story, *at), Some("which" | "that"))
                && matches!(word(story, at + 1), Some("ended" | "began"))
        })?;
        let pact = |at: usize| matches!(word(story, at), Some("agreement" | "accord" | "pact" | "treaty"));
        (at + 2..bounds).any(pact).then_some(())?;
        let (period, day, _) = self.month_and_day(story, bounds + 2, end, today)?;
        if word(story, bounds + 1) == Some("began") {
            let first = day.unwrap_or(period.first);
            return days(Period { first, last: later_months(first, 12)?.yesterday().ok()? }, at + 1);
        }
        let last = day.unwrap_or(period.last);
        let last = if last <= today? { last } else { later_months(last, -12)? };
        // the places between are those of the pact
        days(ending(last, 12)?, at + 1)
    }

    /// `between the start of the year and September 20`, `from the beginning of 2021 to June 15`: from January 1 to that day.
    fn year_up_to(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        if !matches!(word(story, at)?, "between" | "Between" | "from" | "From") {
            return None;
        }
        let the = |at: usize| at + usize::from(word(story, at) == Some("the"));
        let start = the(at + 1);
        if !matches!(word(story, start), Some("start" | "beginning" | "turn"))
            || word(story, start + 1) != Some("of")
        {
            return None;
        }
        let year = the(start + 2);
        let (first, to) = if word(story, year) == Some("year") {
            (today?.year(), year + 1)
        } else {
            match self.year_named(story, start + 2, end, today)? {
                (Time::Days(period), to) if length(period) == Some(12) => (period.first.year(), to),
                _ => return None,
            }
        };
        matches!(word(story, to), Some("and" | "to" | "until" | "till" | "through")).then_some(())?;
        let (last, next) = self.last_day(story, to + 1, end, today)?;
        let first = Date::new(first, 1, 1).ok()?;
        (first <= last && last.year() == first.year()).then(|| days(Period { first, last }, next))?
    }

    /// `as of February 5`
    fn as_of(&self, story: &Story<'_>, at: usize, end: usize, today: Option<Date>) -> Option<(Time, usize)> {
        let first = word(story, at)?;
        // `had shipped V by Dec. 11`, and not what is to come
        let over = matches!(first, "by" | "By");
        let from = match (first, word(story, at + 1)) {
            ("as" | "As" | "AS", Some("of" | "at")) => at + 2,
            ("by" | "By", Some(name)) if name.starts_with(char::is_uppercase) => at + 1,
            _ => return None,
        };
        let (_, day, after) = self.month_and_day(story, from, end, today)?;
        let day = day.filter(|day| !over || today.is_some_and(|today| *day <= today))?;
        Some((Time::AsOf(day), after))
    }

    /// `the year`, `the quarter`, `the three months` where no day follows.
    fn head_alone(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        [at + 2, at + 3].into_iter().filter(|until| *until <= end).find_map(|until| {
            let (found, next) = self.words.longest(story, at, until)?;
            match found {
                TimeWord::Time(time) => Some((time, next)),
                TimeWord::Year(off) => year_of(today?.year() + off, next),
                _ => None,
            }
        })
    }

    /// `1987 first quarter`, `1985 December quarter`, `last year's first half`: a part after its year.
    fn of_a_year(
        &self,
        story: &Story<'_>,
        found: (Time, usize),
        end: usize,
        today: Option<Date>,
    ) -> (Time, usize) {
        let (time, next) = found;
        let part = |next: usize| {
            let (word_found, after) = self.words.longest(story, next, end)?;
            Some(match word_found {
                TimeWord::Half(half) => (half * 6 - 5, half * 6, after),
                TimeWord::Quarter(quarter) => (quarter * 3 - 2, quarter * 3, after),
                TimeWord::FirstMonths if !matches!(word(story, next), Some("nine")) => {
                    let (count, after) = self.count(story, after, end)?;
                    let quarters = word(story, after) == Some("quarters") && matches!(count, 2 | 3);
                    let months = word(story, after) == Some("months") && (2..=11).contains(&count);
                    (months || quarters).then_some(())?;
                    (1, if quarters { count * 3 } else { count }, after + 1)
                }
                TimeWord::Month(month) => match word(story, after) {
                    Some("quarter") => (month - 2, month, after + 1),
                    Some("half") => (month - 5, month, after + 1),
                    _ => return None,
                },
                _ => return None,
            })
        };
        match time {
            // `the 1987 fiscal year`
            Time::Days(year)
                if matches!(word(story, next), Some("fiscal" | "financial" | "budget"))
                    && word(story, next + 1) == Some("year")
                    && next + 2 <= end =>
            {
                (Time::Fiscal(FiscalYear::Named(year.first.year())), next + 2)
            }
            Time::Days(year) if length(year) == Some(12) => {
                let possessive = matches!(sign(story, next), Some("'" | "’")) && touches_before(story, next);
                let from = if possessive { next + 2 } else { next };
                let Some((first, last, after)) = part(from) else { return found };
                let period = months(year.first.year(), last, last)
                    .and_then(|month| ending(month.last, last - first + 1));
                period.map_or(found, |period| (Time::Days(period), after))
            }
            Time::Fiscal(_) => ended(self, story, found, end, today),
            _ => found,
        }
    }

    /// `last March`: the last that has ended; `next May`; `this June`.
    fn month_near(&self, story: &Story<'_>, at: usize, end: usize, today: Date) -> Option<(Time, usize)> {
        let near = word(story, at)?;
        if !matches!(near, "last" | "Last" | "next" | "Next" | "this" | "This") {
            return None;
        }
        let (TimeWord::Month(month), next) = self.words.longest(story, at + 1, end)? else { return None };
        if !word(story, at + 1)?.starts_with(char::is_uppercase) {
            return None;
        }
        let next =
            next + usize::from(sign(story, next) == Some(".") && touches_before(story, next) && month != 5);
        let year = match near {
            "last" | "Last" if month < today.month() => today.year(),
            "last" | "Last" => today.year() - 1,
            "next" | "Next" if month > today.month() => today.year(),
            "next" | "Next" => today.year() + 1,
            _ => today.year(),
        };
        if word(story, next) == Some("quarter") {
            return days(ending(months(year, month, month)?.last, 3)?, next + 1);
        }
        days(months(year, month, month)?, next)
    }

    /// `third week of May`, `third week` of the month of publication.
    fn week_of(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Period, usize)> {
        let week = match word(story, at)? {
            "first" | "1st" => 1,
            "second" | "2nd" => 2,
            "third" | "3rd" => 3,
            "fourth" | "4th" => 4,
            _ => return None,
        };
        (word(story, at + 1) == Some("week") && at + 2 <= end).then_some(())?;
        let month =
            if word(story, at + 2) == Some("of") { self.one_month(story, at + 3, end, today) } else { None };
        let (month, next) = match month {
            Some(found) => found,
            None => (months(today?.year(), today?.month(), today?.month())?, at + 2),
        };
        Some((week_in(month, week)?, next))
    }

    /// `the last three months of 1986`; without a year, the last whole months before publication.
    fn last_months(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        let (count, after) = self.count(story, at, end)?;
        let unit = word(story, after).filter(|_| after < end)?;
        let after = after + 1;
        match unit {
            "months" if (1..=24).contains(&count) => {
                let year = match self.of_year(story, after, end, today) {
                    Some((Time::Days(year), after)) => Some((year, after)),
                    _ if word(story, after) == Some("of")
                        && word(story, after + 1) == Some("the")
                        && word(story, after + 2) == Some("year") =>
                    {
                        // in the first weeks of a year, the last one is spoken of
                        let today = today?;
                        let year = if today.month() > 2 { today.year() } else { today.year() - 1 };
                        Some((months(year, 1, 12)?, after + 3))
                    }
                    _ => None,
                };
                if let Some((year, after)) = year {
                    return days(ending(year.last, count)?, after);
                }
                days(ending(today?.first_of_month().yesterday().ok()?, count)?, after)
            }
            "weeks" if (1..=10).contains(&count) => {
                let today = today?;
                let sunday = later(today, -i64::from(today.weekday().to_monday_zero_offset()) - 1)?;
                days(Period { first: later(sunday, 1 - 7 * i64::from(count))?, last: sunday }, after)
            }
            "years" | "decades" => Some((Time::Vague, after)),
            _ => None,
        }
    }

    /// A day with its year: `July 1, 2020`, `1 July 2020`.
    fn dated(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Date, usize)> {
        let digits = |at: usize, length: Range<usize>| {
            let token = story.tokens.get(at).filter(|token| token.kind == TokenKind::Digits && at < end)?;
            length.contains(&(token.end - token.start)).then_some(token.text)
        };
        let month = |at: usize| {
            story.tokens.get(at).filter(|token| token.is_in(Lists::TIME))?;
            match self.words.longest(story, at, end)? {
                (TimeWord::Month(month), next) => {
                    let stop = sign(story, next) == Some(".") && touches_before(story, next);
                    Some((month, next + usize::from(stop)))
                }
                _ => None,
            }
        };
        let (day, month, next) = if let Some(day) = digits(at, 1..3) {
            let (month, next) = month(at + 1)?;
            (day, month, next)
        } else {
            // most words are no month, and few have a number behind them
            digits(at + 1, 1..3).or_else(|| digits(at + 2, 1..3))?;
            let (month, next) = month(at)?;
            (digits(next, 1..3)?, month, next + 1)
        };
        let next = next + usize::from(sign(story, next) == Some(","));
        let year = digits(next, 4..5)?;
        Some((Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()?, next + 1))
    }

    /// One month: `June`, `last month`, `the month` after `the first 20 days of`.
    fn one_month(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Period, usize)> {
        if let Some((Time::Days(month), next)) = self.month_near(story, at, end, today?) {
            return (length(month) == Some(1)).then_some((month, next));
        }
        let (found, next) = self.words.longest(story, at, end)?;
        let today = today?;
        let (month, next) = match found {
            TimeWord::Month(month) => match self.month_on(story, at, next, end, month, Some(today))? {
                (Time::Days(month), next) => (month, next),
                _ => return None,
            },
            TimeWord::MonthOff(off) => {
                let first = today.first_of_month();
                (shift(Period { first, last: first.last_of_month() }, off)?, next)
            }
            TimeWord::Time(Time::Same) => (months(today.year(), today.month(), today.month())?, next),
            _ => return None,
        };
        (length(month) == Some(1)).then_some((month, next))
    }

    /// `to March 31` after a quarter.
    fn until(&self, story: &Story<'_>, at: usize, end: usize, today: Option<Date>) -> Option<(Date, usize)> {
        matches!(word(story, at)?, "to" | "ended" | "ending").then_some(())?;
        self.last_day(story, at + 1, end, today)
    }

    /// The last day of what ends in `June`, on `June 30, 1987`, at `end-June`, `last September`, `last month`.
    fn last_day(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Date, usize)> {
        let (period, day, next) = self.month_and_day(story, at, end, today)?;
        Some((day.unwrap_or(period.last), next))
    }

    /// The first day of what begins in `July`, on `October 1`.
    fn first_day(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Date, usize)> {
        let (period, day, next) = self.month_and_day(story, at, end, today)?;
        Some((day.unwrap_or(period.first), next))
    }

    /// A month, and a day of it where one is named.
    pub(crate) fn month_and_day(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Period, Option<Date>, usize)> {
        let mut from = at;
        while matches!(word(story, from), Some("the" | "end" | "of" | "on" | "in" | "mid"))
            || sign(story, from) == Some("-")
        {
            from += 1;
            if from > at + 4 {
                return None;
            }
        }
        let number = |at: usize| {
            let token = story.tokens.get(at).filter(|_| at < end)?;
            // `the week ended April three`, and not `in the year to March three pct`
            if token.kind == TokenKind::Word {
                let (day, after) = match word(story, at)? {
                    "one" => (1, at + 1),
                    _ => self.numbers.longest(story, at, end)?,
                };
                let goes_on = sign(story, after) == Some("-")
                    || matches!(
                        word(story, after),
                        Some(
                            "pct"
                                | "percent"
                                | "per"
                                | "mln"
                                | "million"
                                | "billion"
                                | "months"
                                | "weeks"
                                | "years"
                        )
                    );
                return i8::try_from(day).ok().filter(|_| !goes_on);
            }
            let decimals = matches!(sign(story, at + 1), Some("." | ","))
                && touches_before(story, at + 1)
                && touches_before(story, at + 2)
                && story.tokens.get(at + 2).is_some_and(|token| token.kind == TokenKind::Digits);
            if token.kind != TokenKind::Digits || token.end - token.start > 2 || decimals {
                return None;
            }
            token.text.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
        };
        // `30 June`
        let before = number(from);
        let name = from + usize::from(before.is_some());
        if before.is_none()
            && let Some((Time::Days(month), next)) = self.month_near(story, name, end, today?)
        {
            let day =
                number(next).and_then(|day| Date::new(month.first.year(), month.first.month(), day).ok());
            let next = next + usize::from(day.is_some());
            return Some((month, day, next));
        }
        let (found, mut next) = self.words.longest(story, name, end)?;
        let month = match found {
            TimeWord::Month(month)
                if word(story, name)?.starts_with(char::is_uppercase) || !matches!(month, 3 | 5) =>
            {
                month
            }
            TimeWord::MonthOff(off) if before.is_none() => {
                let first = today?.first_of_month();
                return Some((shift(Period { first, last: first.last_of_month() }, off)?, None, next));
            }
            _ => return None,
        };
        if sign(story, next) == Some(".") && touches_before(story, next) && month != 5 {
            next += 1;
        }
        let after = number(next).filter(|_| before.is_none());
        next += usize::from(after.is_some());
        let (year, next) = match self.of_year(story, next, end, today) {
            Some((Time::Days(year), after)) if length(year) == Some(12) => (year.first.year(), after),
            _ => (latest(month, today?), next),
        };
        let whole = months(year, month, month)?;
        let day = match before.or(after) {
            Some(day) => Some(Date::new(year, month, day).ok()?),
            None => None,
        };
        Some((whole, day, next))
    }

    /// `of the 1987/88 season (July/June)`, `of the season that began on Oct. 1`, `of fiscal 1986/87` after `the first three months`.
    fn of_season(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        from: i8,
        count: i8,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        if !matches!(word(story, at), Some("of" | "in" | "OF" | "IN" | "Of" | "In")) {
            return None;
        }
        let next = at + 1;
        let bare = next + usize::from(word(story, next) == Some("the"));
        // `the first seven months of the 1986/87 season to January`: they end there, and not the season
        if from == 0
            && let Some((Time::Fiscal(FiscalYear::Span(year)), noun)) = years(story, bare, end)
            && matches!(word(story, noun), Some("season" | "campaign"))
            && matches!(word(story, noun + 1), Some("to" | "through"))
            && let Some((last, after)) = self.last_day(story, noun + 2, end, today)
        {
            let year = if last.month() < count { year + 1 } else { year };
            return days(ending(months(year, last.month(), last.month())?.last, count)?, after);
        }
        let read = |from| self.year_named(story, from, end, today);
        let (time, after) = read(next)
            .filter(|(time, _)| is_year(*time))
            .or_else(|| read(bare))
            .or_else(|| of_a_season(story, bare, end))?;
        match time {
            Time::Days(year) if length(year) == Some(12) && year.first.month() > 1 => {
                let first = later_months(year.first, from.into())?;
                days(Period { first, last: later_months(first, count.into())?.yesterday().ok()? }, after)
            }
            Time::Fiscal(year) => Some((Time::FiscalPart(year, from, count), after)),
            _ => None,
        }
    }

    fn count(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(i8, usize)> {
        if let Some((number, next)) = self.numbers.longest(story, at, end) {
            return Some((i8::try_from(number).ok()?, next));
        }
        let token = story.tokens.get(at).filter(|token| token.kind == TokenKind::Digits && at < end)?;
        Some((token.text.parse().ok()?, at + 1))
    }

    /// A month, a run of months, or days of a month.
    fn month_on(
        &self,
        story: &Story<'_>,
        at: usize,
        mut next: usize,
        end: usize,
        month: i8,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        let name = word(story, at)?;
        // "may" and "march" are verbs where they are not capitalised, "MAY" in a headline
        let before = at.checked_sub(1).and_then(|before| word(story, before)).unwrap_or_default();
        let verb = (matches!(month, 3 | 5) && name.starts_with('m')) || name == "MAY";
        let of_time = TIME_PREPOSITIONS.iter().any(|known| before.eq_ignore_ascii_case(known));
        if verb && !of_time && !story.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Digits) {
            return None;
        }
        if sign(story, next) == Some(".") && touches_before(story, next) && name.len() <= 4 && month != 5 {
            next += 1;
        }
        // `Oct. 3`: a day; `June 1-20`: a span of days
        if let Some(token) =
            story.tokens.get(next).filter(|token| token.kind == TokenKind::Digits && next < end)
            && token.end - token.start <= 2
        {
            let first: i8 = token.text.parse().ok()?;
            let between = before.eq_ignore_ascii_case("between");
            let (dash, begun) = self.joiner_of_days(story, next + 1, between, end, today);
            let shipped = || {
                // `April 8/16 shipment`, and not `April 3/87`
                sign(story, dash) == Some("/")
                    && matches!(
                        word(story, dash + 2),
                        Some("shipment" | "shipments" | "delivery" | "loading" | "arrival")
                    )
            };
            let spans = (sign(story, dash).is_some_and(|sign| matches!(sign, "-" | "–")) || shipped())
                && touches_before(story, dash);
            // `between October 1 and the end of August`
            if (matches!(word(story, dash), Some("to" | "through" | "until"))
                || word(story, dash) == Some("and") && between)
                && (matches!(word(story, dash + 1), Some("end"))
                    || word(story, dash + 1) == Some("the") && word(story, dash + 2) == Some("end"))
                && let Some((until, after)) = self.last_day(story, dash + 1, end, today)
            {
                let year = if month <= until.month() { until.year() } else { until.year() - 1 };
                return days(Period { first: Date::new(year, month, first).ok()?, last: until }, after);
            }
            // `March 20-June 20`, `Oct. 1 to Nov. 14`, `April 20/May 10`
            let joined = spans
                || sign(story, dash) == Some("/") && touches_before(story, dash)
                || matches!(word(story, dash), Some("to" | "through" | "till" | "until"))
                || (word(story, dash) == Some("and") && between);
            // `between February 26 and today`
            if joined
                && matches!(word(story, dash + 1), Some("today" | "now" | "yesterday"))
                && dash + 2 <= end
            {
                let last = if word(story, dash + 1) == Some("yesterday") {
                    today?.yesterday().ok()?
                } else {
                    today?
                };
                let first = Date::new(begun.unwrap_or(latest(month, today?)), month, first).ok()?;
                return (first <= last).then(|| days(Period { first, last }, dash + 2))?;
            }
            if joined && let Some((TimeWord::Month(last), mut day)) = self.words.longest(story, dash + 1, end)
            {
                if sign(story, day) == Some(".") && touches_before(story, day) {
                    day += 1;
                }
                let token =
                    story.tokens.get(day).filter(|token| token.kind == TokenKind::Digits && day < end)?;
                let until: i8 = token.text.parse().ok()?;
                let of_year = match self.of_year(story, day + 1, end, today) {
                    Some((Time::Days(year), after)) => Some((year.first.year(), after)),
                    // `from July 1 to October 6 of the 2024-2025 season`
                    _ if word(story, day + 1) == Some("of") && word(story, day + 2) == Some("the") => {
                        match years(story, day + 3, end) {
                            Some(season @ (Time::Fiscal(_), _)) => {
                                Some((latest(last, today?), ended(self, story, season, end, today).1))
                            }
                            _ => None,
                        }
                    }
                    _ => None,
                };
                let (year, after) = match (of_year, begun) {
                    (Some(found), _) => found,
                    (None, Some(begun)) => (begun + i16::from(last < month), day + 1),
                    (None, None) => (latest(last, today?), day + 1),
                };
                let begins = if last < month { year.checked_sub(1)? } else { year };
                let period = Period {
                    first: Date::new(begins, month, first).ok()?,
                    last: Date::new(year, last, until).ok()?,
                };
                return days(period, after + usize::from(word(story, after) == Some("period")));
            }
            // `from November 3 through 9`, `the period February 1 to 25`, `between May 2 and 9`
            let spans_of = ["from", "period", "during", "for", "over", "in"];
            let to = match word(story, dash) {
                Some("to" | "through" | "till" | "until") => {
                    spans_of.iter().any(|word| before.eq_ignore_ascii_case(word))
                }
                Some("and") => between,
                _ => false,
            };
            // `in the November 1-to-20 period`
            let dashed = spans
                && word(story, dash + 1) == Some("to")
                && sign(story, dash + 2) == Some("-")
                && story.tokens.get(dash + 3).is_some_and(|token| token.kind == TokenKind::Digits);
            let dash = if dashed { dash + 2 } else { dash };
            let through = to && story.tokens.get(dash + 1).is_some_and(|token| token.end - token.start <= 2);
            let last = (spans || through).then(|| story.tokens.get(dash + 1)).flatten();
            let last = last.filter(|token| token.kind == TokenKind::Digits)?;
            let last: i8 = last.text.parse().ok()?;
            let (year, after) = match self.of_year(story, dash + 2, end, today) {
                Some((Time::Days(year), after)) => (year.first.year(), after),
                _ => (latest(month, today?), dash + 2),
            };
            let period = Period {
                first: Date::new(year, month, first).ok()?,
                last: Date::new(year, month, last).ok()?,
            };
            return (first < last)
                .then_some(())
                .and_then(|()| days(period, after))
                .map(|(time, next)| (time, next + usize::from(word(story, next) == Some("period"))));
        }
        let (joiner, to) = match sign(story, next) {
            // `late April/early July`
            Some("/") if matches!(word(story, next + 1), Some("early" | "mid" | "late")) => (true, next + 2),
            Some("-" | "–" | "—" | "/") => (true, next + 1),
            _ => match word(story, next) {
                Some("to" | "through" | "till" | "and" | "until") => {
                    let and = word(story, next) == Some("and");
                    // `in January and February`
                    let both = || {
                        let follows = self.words.longest(story, next + 1, end);
                        of_time
                            && matches!(follows, Some((TimeWord::Month(last), after)) if last == month % 12 + 1
                            && (after..(after + 5).min(end)).all(|at| {
                                !matches!(word(story, at), Some("respectively" | "each"))
                                    && story.tokens.get(at).is_none_or(|token| {
                                        token.kind != TokenKind::Digits || years(story, at, end).is_some()
                                    })
                            }))
                    };
                    (!and || before.eq_ignore_ascii_case("between") || both(), next + 1)
                }
                _ => (false, next),
            },
        };
        // `from January to the third week of May`
        let week = to + usize::from(word(story, to) == Some("the"));
        if joiner
            && week < end
            && let Some((found @ TimeWord::WeekOf(_), after)) = self.words.longest(story, week, end)
            && let Some((Time::Days(week), after)) = self.time_of(story, found, week, after, end, today)
        {
            let year = if month <= week.last.month() { week.last.year() } else { week.last.year() - 1 };
            return days(Period { first: months(year, month, month)?.first, last: week.last }, after);
        }
        if joiner
            && to < end
            && let Some((TimeWord::Month(last), mut after)) = self.words.longest(story, to, end)
            && word(story, to).is_some_and(|name| name.starts_with(char::is_uppercase))
        {
            if sign(story, after) == Some(".")
                && touches_before(story, after)
                && last != 5
                && word(story, to).is_some_and(|name| name.len() <= 4)
            {
                after += 1;
            }
            // `the October-December fourth quarter of 1986`
            if let Some((TimeWord::Quarter(_) | TimeWord::Half(_), named)) =
                self.words.longest(story, after, end)
            {
                after = named;
            }
            if matches!(word(story, after), Some("period" | "quarter" | "half")) {
                after += 1;
            }
            return self.run(story, after, end, today, month, last, false);
        }
        // `October 2023 to September 2024`
        if let (Some((Time::Days(year), after)), begins) =
            (years(story, next, end).filter(|_| next < end), month)
            && (matches!(sign(story, after), Some("-" | "–" | "—"))
                || matches!(word(story, after), Some("to" | "through" | "until" | "till" | "and")))
            && let Some((TimeWord::Month(until), to)) = self.words.longest(story, after + 1, end)
            && word(story, after + 1).is_some_and(|name| name.starts_with(char::is_uppercase))
        {
            let to = to + usize::from(sign(story, to) == Some(".") && touches_before(story, to));
            let between = at.checked_sub(1).and_then(|at| word(story, at));
            let joined = word(story, after) != Some("and") || between == Some("between");
            if let (true, Some((Time::Days(last), to))) = (joined, years(story, to, end))
                && let (Some(first), Some(last)) =
                    (months(year.first.year(), begins, begins), months(last.first.year(), until, until))
                && first.first <= last.last
            {
                return days(Period { first: first.first, last: last.last }, to);
            }
        }
        let (time, after) = self.run(story, next, end, today, month, month, false)?;
        // `the December quarter`, `the June 1986 half`, `the June year`
        let goes_on = sign(story, after + 1) == Some("-")
            || matches!(
                word(story, after + 1),
                Some("on" | "earlier" | "ago" | "before" | "to" | "over" | "end")
            );
        let count = match word(story, after) {
            Some("quarter") => 3,
            Some("half") => 6,
            Some("year") if before == "the" && !goes_on => 12,
            _ => return Some((time, after)),
        };
        let Time::Days(period) = time else { return Some((time, after)) };
        let (last, after) = match self.of_year(story, after + 1, end, today) {
            Some((Time::Days(year), after)) if length(year) == Some(12) => {
                (months(year.first.year(), month, month)?.last, after)
            }
            _ if after == next && today? < period.last => (shift(period, -12)?.last, after + 1),
            _ => (period.last, after + 1),
        };
        days(ending(last, count)?, after)
    }

    /// Where what joins two days stands, and the year of the first where it is named: behind `July 1`, or behind its year or what is said of
    /// it by the way.
    fn joiner_of_days(
        &self,
        story: &Story<'_>,
        at: usize,
        between: bool,
        end: usize,
        today: Option<Date>,
    ) -> (usize, Option<i16>) {
        let joins = |at: usize| match word(story, at) {
            Some("to" | "through" | "until" | "till") => true,
            Some("and") => between,
            _ => false,
        };
        // `between July 1, when the season started, and November 18`
        if between
            && sign(story, at) == Some(",")
            && word(story, at + 1) == Some("when")
            && let Some(close) = (at + 2..(at + ASIDE).min(end)).find(|at| sign(story, *at) == Some(","))
            && joins(close + 1)
        {
            return (close + 1, None);
        }
        // `between July 1 last year and January 31`
        if !joins(at)
            && let Some((Time::Days(year), after)) = self.of_year(story, at, end, today)
            && length(year) == Some(12)
            && let joiner = after + usize::from(sign(story, after) == Some(","))
            && joins(joiner)
        {
            return (joiner, Some(year.first.year()));
        }
        (at, None)
    }

    /// Months `first` to `last` with the year that follows, or of the latest year that fits.
    #[expect(clippy::too_many_arguments, reason = "a place in the text and a run of months")]
    fn run(
        &self,
        story: &Story<'_>,
        next: usize,
        end: usize,
        today: Option<Date>,
        first: i8,
        last: i8,
        whole: bool,
    ) -> Option<(Time, usize)> {
        if let Some((time, after)) = self.of_year(story, next, end, today) {
            return match time {
                Time::Days(year) => days(months(year.first.year(), first, last)?, after),
                // April-June of 2023-24
                // the first half, the third quarter of a fiscal year
                Time::Fiscal(year) if whole => {
                    Some((Time::FiscalPart(year, first - 1, last - first + 1), after))
                }
                Time::Fiscal(FiscalYear::Begins(year) | FiscalYear::Span(year)) => {
                    days(months(if first >= 4 { year } else { year + 1 }, first, last)?, after)
                }
                Time::Fiscal(FiscalYear::Named(year)) => {
                    days(months(if first >= 4 { year - 1 } else { year }, first, last)?, after)
                }
                Time::Fiscal(FiscalYear::Ago(ago)) => {
                    let today = today?;
                    let began = if today.month() >= 4 { today.year() } else { today.year() - 1 } - ago;
                    days(months(if first >= 4 { began } else { began + 1 }, first, last)?, after)
                }
                Time::YearEarlier => Some((Time::YearEarlier, after)),
                _ => None,
            };
        }
        // "of the year" says nothing more
        let of_it = word(story, next) == Some("of")
            && word(story, next + 1) == Some("the")
            && word(story, next + 2) == Some("year")
            && next + 3 <= end;
        let next = if of_it { next + 3 } else { next };
        let today = today?;
        let this_year = today.year();
        let year = if first == last && !whole {
            latest(first, today)
        } else {
            // the latest run that had ended by today, in the last days of its last month too
            let ended = today.month() > last || (today.month() == last && today.day() >= 20);
            if ended || (whole && today.month() == last) { this_year } else { this_year - 1 }
        };
        let year = if last < first { year - 1 } else { year };
        days(months(year, first, last)?, next)
    }

    /// `of this year`, `2023`, `of 2023`, `last year`, `FY 2024-25` after a month or a run.
    fn of_year(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
    ) -> Option<(Time, usize)> {
        let mut next = at;
        // `July-April (2021-22)`
        if sign(story, next) == Some("(") {
            let (time, after) = years(story, next + 1, end)?;
            return (sign(story, after) == Some(")")).then_some((time, (after + 1).min(end)));
        }
        if sign(story, next) == Some(",") {
            next += 1;
        }
        if matches!(word(story, next), Some("of" | "in")) {
            next += 1;
        }
        if next >= end {
            return None;
        }
        if let Some(found) = fiscal(story, next, end).or_else(|| years(story, next, end)) {
            return Some(found);
        }
        let mut start = next;
        // `the month of the previous year`
        if word(story, start) == Some("the") && word(story, start + 1) == Some("same") {
            start += 2;
        }
        match self.words.longest(story, start, end)? {
            (TimeWord::Year(off), after) => year_of(today?.year() + off, after),
            (TimeWord::Time(Time::YearEarlier), after) => Some((Time::YearEarlier, after)),
            _ => None,
        }
    }

    /// `the same period of last year`
    fn same(&self, story: &Story<'_>, next: usize, end: usize, today: Option<Date>) -> (Time, usize) {
        match self.of_year(story, next, end, today) {
            Some((Time::Days(_) | Time::YearEarlier | Time::Fiscal(_), after)) => (Time::YearEarlier, after),
            _ => (Time::Same, next),
        }
    }
}

/// Tokens of an aside between two days.
const ASIDE: usize = 12;

/// Words after which "may" and "march" are months.
const TIME_PREPOSITIONS: &[&str] = &[
    "in", "of", "since", "until", "through", "during", "last", "next", "from", "early", "late", "mid", "by",
    "end",
];

fn time_word(class: &str, value: &str) -> Option<TimeWord> {
    let time = |time| Some(TimeWord::Time(time));
    Some(match class {
        "time" => {
            return match value.split_once(':') {
                Some(("earlier", months)) => time(Time::Earlier(months.parse().ok()?)),
                Some(_) => None,
                None => match value {
                    "year_earlier" => time(Time::YearEarlier),
                    "month_earlier" => time(Time::MonthEarlier),
                    "quarter_earlier" => time(Time::QuarterEarlier),
                    "week_earlier" => time(Time::WeekEarlier),
                    "same" => time(Time::Same),
                    "the_year" => time(Time::TheYear),
                    "to_date" => time(Time::ToDate),
                    _ => None,
                },
            };
        }
        "vague" => TimeWord::Time(Time::Vague),
        "season" => TimeWord::Time(Time::Fiscal(FiscalYear::SeasonAgo(value.parse().ok()?))),
        "fiscal" => TimeWord::Time(Time::Fiscal(FiscalYear::Ago(value.parse().ok()?))),
        "year" => TimeWord::Year(value.parse().ok()?),
        "month" => TimeWord::MonthOff(value.parse().ok()?),
        "quarter" => TimeWord::QuarterOff(value.parse().ok()?),
        "week" => TimeWord::WeekOff(value.parse().ok()?),
        "half" => TimeWord::Half(value.parse().ok()?),
        "quarter_of" => TimeWord::Quarter(value.parse().ok()?),
        _ => return None,
    })
}

/// `season (July/June)`, `wheat year ended September 30`, `to end-March` after a season or fiscal year.
fn ended(
    calendar: &Calendar,
    story: &Story<'_>,
    found: (Time, usize),
    end: usize,
    today: Option<Date>,
) -> (Time, usize) {
    let (Time::Fiscal(year), mut next) = found else { return found };
    // the noun, perhaps after the crop's
    for length in [2, 1] {
        let noun = word(story, next + length - 1).unwrap_or_default();
        if next + length <= end
            && matches!(noun, "season" | "year" | "campaign")
            && (length == 1 || sign(story, next).is_none())
            && !matches!(
                word(story, next),
                Some("a" | "the" | "this" | "last" | "next" | "of" | "in" | "same")
            )
        {
            next += length;
            break;
        }
    }
    let season = |first: i8, last: i8| match year {
        FiscalYear::Begins(year) | FiscalYear::Span(year) => months(year, first, last),
        _ => None,
    };
    // `(July/June)`, `July-June`
    let inside = next + usize::from(sign(story, next) == Some("("));
    // `the current fiscal year (2021-22)`
    if inside > next
        && let Some((Time::Fiscal(FiscalYear::Span(named)), after)) = years(story, inside, end)
        && sign(story, after) == Some(")")
    {
        let named = match year {
            FiscalYear::Span(_) | FiscalYear::SeasonAgo(_) => FiscalYear::Span(named),
            _ => FiscalYear::Begins(named),
        };
        return (Time::Fiscal(named), (after + 1).min(end));
    }
    if let Some((TimeWord::Month(first), joiner)) = calendar.words.longest(story, inside, end) {
        // `(July 2024 - June 2025)`
        if let Some((Time::Days(period), after)) = calendar.month_on(story, inside, joiner, end, first, today)
            && length(period) == Some(12)
            && inside > next
            && sign(story, after) == Some(")")
            && !matches!(year, FiscalYear::Begins(year) | FiscalYear::Span(year) if year != period.first.year())
        {
            return (Time::Days(period), (after + 1).min(end));
        }
        let joiner = joiner + usize::from(sign(story, joiner) == Some(".") && touches_before(story, joiner));
        if matches!(sign(story, joiner), Some("/" | "-" | "–"))
            && let Some((TimeWord::Month(last), after)) = calendar.words.longest(story, joiner + 1, end)
            && (last % 12) + 1 == first
            && let Some(period) = season(first, last)
        {
            let after = after + usize::from(sign(story, after) == Some(".") && inside > next);
            return (Time::Days(period), (after + usize::from(inside > next)).min(end));
        }
    }
    let open = next + usize::from(sign(story, next) == Some(","));
    let open = open + usize::from(matches!(word(story, open), Some("which" | "that")));
    let (ends, begins) = match word(story, open) {
        Some("ended" | "ending" | "ends" | "to" | "through") => (true, false),
        Some("beginning" | "starting" | "began" | "begins" | "started" | "starts") => (false, true),
        _ => return (found.0, next),
    };
    let Some((period, day, after)) = calendar.month_and_day(story, open + 1, end, today) else {
        return (found.0, next);
    };
    let date = day.unwrap_or(if ends { period.last } else { period.first });
    let in_year = |year: i16| {
        let first = Date::new(year, date.month(), 1).ok()?;
        if day.is_some() { Date::new(year, date.month(), date.day()).ok() } else { Some(first) }
            .map(|found| if day.is_none() && ends { found.last_of_month() } else { found })
    };
    // `the new season, which started on Sept. 1`
    let year = match year {
        FiscalYear::SeasonAgo(-1) if matches!(word(story, open), Some("began" | "started")) => {
            FiscalYear::SeasonAgo(0)
        }
        year => year,
    };
    let date = match (year, today) {
        (FiscalYear::Begins(year) | FiscalYear::Span(year), _) => in_year(if ends { year + 1 } else { year }),
        (FiscalYear::Named(year), today) => {
            let named = in_year(if ends { year } else { year - 1 });
            // Japan's fiscal 2013 ended in March 2014
            let next = in_year(year + 1).filter(|next| {
                ends && date.month() == 3
                    && today.is_some_and(|today| *next <= today && next.year() == today.year())
            });
            next.or(named)
        }
        // `the fiscal year that ended March 31`: the last one that has
        (FiscalYear::Ago(0), Some(today)) if word(story, open) == Some("ended") => {
            in_year(today.year()).filter(|date| *date <= today).or_else(|| in_year(today.year() - 1))
        }
        (FiscalYear::Ago(ago) | FiscalYear::SeasonAgo(ago), Some(today)) => {
            // the one that goes on has not ended
            let ahead = in_year(today.year())
                .filter(|date| *date >= today)
                .map_or(today.year() + 1, |_| today.year());
            in_year(if ends { ahead } else { ahead - 1 } - ago)
        }
        (_, None) => None,
    };
    let whole = date.and_then(|date| {
        if ends {
            ending(date, 12)
        } else if begins {
            Some(Period { first: date, last: later_months(date, 12)?.yesterday().ok()? })
        } else {
            None
        }
    });
    whole.map_or((found.0, next), |period| (Time::Days(period), after))
}

/// Weeks go from Monday to Sunday, and the first of a month is that of its first working day (Brazil's trade ministry counts so).
fn week_in(month: Period, week: i8) -> Option<Period> {
    let weekday = i64::from(month.first.weekday().to_monday_zero_offset());
    let monday = if weekday >= 5 { weekday - 7 } else { weekday };
    let first = if week == 1 { month.first } else { later(month.first, 7 * i64::from(week - 1) - monday)? };
    let last = later(month.first, 7 * i64::from(week) - monday - 1)?.min(month.last);
    Some(Period { first, last })
}

/// `season`, `the mango season`, `last wine year`, `season 2024-25`: one that goods have, whichever they are.
fn of_a_season(story: &Story<'_>, at: usize, end: usize) -> Option<(Time, usize)> {
    const WHICH: [(&str, i16); 7] =
        [("this", 0), ("current", 0), ("last", 1), ("previous", 1), ("next", -1), ("coming", -1), ("new", 0)];
    /// Years that are no goods'.
    const KINDS: [&str; 5] = ["marketing", "crop", "vintage", "harvest", "milling"];
    let is = |at: usize, what: &str| word(story, at).is_some_and(|word| word.eq_ignore_ascii_case(what));
    let which = WHICH.iter().find(|(word, _)| is(at, word));
    let first = at + usize::from(which.is_some());
    // up to two words of goods
    let noun = (first..end.min(first + 3)).find(|at| {
        is(*at, "season")
            || is(*at, "campaign")
            || is(*at, "year") && KINDS.iter().any(|kind| is(at - 1, kind))
    })?;
    let goods = (first..noun).all(|at| word(story, at).is_some_and(|word| !word.contains('\'')));
    let next = noun + 1;
    if let Some((time @ Time::Fiscal(FiscalYear::Span(_)), after)) = years(story, next, end).filter(|_| goods)
    {
        return Some((time, after));
    }
    goods.then_some((Time::Fiscal(FiscalYear::SeasonAgo(which.map_or(0, |(_, ago)| *ago))), next))
}

/// `in the week to Sunday`: the last one.
fn weekday_before(story: &Story<'_>, at: usize, end: usize, today: Option<Date>) -> Option<(Date, usize)> {
    let at = at + usize::from(word(story, at) == Some("last"));
    let name = word(story, at).filter(|name| at < end && super::event::weekday(name).is_some())?;
    Some((super::event::day_of(name, today?)?, at + 1))
}

fn is_year(time: Time) -> bool {
    match time {
        Time::Days(period) => length(period) == Some(12),
        Time::Fiscal(_) => true,
        _ => false,
    }
}

/// What stands behind `to` between two days.
fn range_to(story: &Story<'_>, at: usize) -> Option<usize> {
    let to = |at: usize| matches!(word(story, at), Some("to" | "through" | "until" | "till"));
    // `July 1, 1986, to March 1, 1987`
    if sign(story, at) == Some(",") {
        return to(at + 1).then_some(at + 2);
    }
    let joined = to(at) || word(story, at) == Some("and") || matches!(sign(story, at), Some("-" | "–" | "—"));
    joined.then_some(at + 1)
}

/// So many months that end on a day.
fn ending(last: Date, months: i8) -> Option<Period> {
    let after = last.tomorrow().ok()?;
    Some(Period { first: later_months(after, -i32::from(months))?, last })
}

/// A day of the year, or that of the next where it is nearer to today.
fn nearest(day: Date, today: Date) -> Option<Date> {
    let away = |date: Date| Some(date.until(today).ok()?.get_days().abs());
    let next = later_months(day, 12)?;
    Some(if away(next)? < away(day)? { next } else { day })
}

fn later(date: Date, days: i64) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn later_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
}

/// The year of the latest month `month` that had begun by `today`.
fn latest(month: i8, today: Date) -> i16 {
    if month <= today.month() { today.year() } else { today.year() - 1 }
}

#[expect(clippy::unnecessary_wraps, reason = "every reader of times gives an option")]
fn days(period: Period, next: usize) -> Option<(Time, usize)> {
    Some((Time::Days(period), next))
}

fn year_of(year: i16, next: usize) -> Option<(Time, usize)> {
    days(months(year, 1, 12)?, next)
}

/// Month `first` of `year` to month `last`, of the next year where that is before.
pub(crate) fn months(year: i16, first: i8, last: i8) -> Option<Period> {
    let end = if last < first { year.checked_add(1)? } else { year };
    Some(Period {
        first: Date::new(year, first, 1).ok()?,
        last: Date::new(end, last, 1).ok()?.last_of_month(),
    })
}

/// A period moved by months; whole months stay whole.
pub(crate) fn shift(period: Period, by: i32) -> Option<Period> {
    let span = jiff::Span::new().try_months(by).ok()?;
    let whole = period.last == period.last.last_of_month();
    let last = period.last.checked_add(span).ok()?;
    Some(Period {
        first: period.first.checked_add(span).ok()?,
        last: if whole { last.last_of_month() } else { last },
    })
}

/// How many months a period has, where it is made of whole months.
pub(crate) fn length(period: Period) -> Option<i32> {
    let whole = period.first.day() == 1 && period.last == period.last.last_of_month();
    let years = i32::from(period.last.year()) - i32::from(period.first.year());
    whole.then(|| years * 12 + i32::from(period.last.month()) - i32::from(period.first.month()) + 1)
}

/// `2023`, `2023-H1`, `2024-Q2`, `2024-10`, else the first and last month or day: `2023-01..2023-07`.
pub(crate) fn label(period: Period) -> String {
    let (first, last) = (period.first, period.last);
    let mut label = String::with_capacity(22);
    digits(&mut label, first.year().unsigned_abs().into(), 4);
    match (length(period), first.month()) {
        (Some(12), 1) => {}
        (Some(6), month @ (1 | 7)) => label.push_str(if month == 1 { "-H1" } else { "-H2" }),
        (Some(3), month @ (1 | 4 | 7 | 10)) => {
            label.push_str("-Q");
            digits(&mut label, u32::from(month.unsigned_abs() / 3 + 1), 1);
        }
        (Some(1), month) => part(&mut label, month),
        (Some(_), month) => {
            part(&mut label, month);
            label.push_str("..");
            digits(&mut label, last.year().unsigned_abs().into(), 4);
            part(&mut label, last.month());
        }
        (None, month) => {
            part(&mut label, month);
            part(&mut label, first.day());
            label.push_str("..");
            digits(&mut label, last.year().unsigned_abs().into(), 4);
            part(&mut label, last.month());
            part(&mut label, last.day());
        }
    }
    label
}

/// `-07`
fn part(label: &mut String, number: i8) {
    label.push('-');
    digits(label, number.unsigned_abs().into(), 2);
}

#[cfg(test)]
mod tests {
    use super::*;
    use article::Article;

    fn period(words: &str, today: &str) -> String {
        let article = Article::of_text(words);
        let mut vocabulary = Vocabulary::default();
        let calendar = Calendar::new(&mut vocabulary);
        let story = Story::of(&article, &vocabulary);
        let end = story.tokens.len();
        let found = (0..end).find_map(|at| calendar.read(&story, at, end, today.parse().ok()));
        match found {
            Some((Time::Days(period), _)) => label(period),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn periods_are_the_latest_that_fit() {
        for (words, today, label) in [
            ("in the first half of this year", "2023-08-30", "2023-H1"),
            ("in the first half", "2024-07-22", "2024-H1"),
            ("in the first seven months", "2023-08-30", "2023-01..2023-07"),
            ("in the first 11 months of 2023", "2023-12-30", "2023-01..2023-11"),
            ("in July", "2023-08-30", "2023-07"),
            ("in December", "2024-01-12", "2023-12"),
            ("from January through August", "2024-10-22", "2024-01..2024-08"),
            ("in January-September 2024", "2024-11-12", "2024-01..2024-09"),
            ("in the third quarter", "2024-11-14", "2024-Q3"),
            ("in the third quarter of this year", "2023-08-30", "2023-Q3"),
            ("last month", "2024-01-15", "2023-12"),
            ("last year", "2024-01-15", "2023"),
            ("in the June 1-20 period", "2024-06-21", "2024-06-01..2024-06-20"),
            ("the first quarter (April-June) of FY 2024-25", "2024-07-15", "2024-Q2"),
            ("in April-June of 2023-24", "2024-07-15", "2023-Q2"),
            ("Jan.-June", "2024-07-15", "2024-H1"),
            ("in Q2", "2024-08-15", "2024-Q2"),
            ("in the 2nd week of May", "2011-05-16", "2011-05-09..2011-05-15"),
            ("in the fiscal year that ended March 31", "1988-06-17", "1987-04..1988-03"),
            ("in the year that ended on June 30", "1988-07-10", "1987-07..1988-06"),
            ("in H1", "2024-07-22", "2024-H1"),
            ("a fall of 3.9% compared with August 2022", "2023-10-17", "2022-08"),
        ] {
            assert_eq!(period(words, today), label, "{words}");
        }
    }
}
