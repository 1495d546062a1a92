//! Layer 3: time. The periods that a story names, resolved against the day it was published.
//!
//! `the first half of this year`, `January-July`, `the first seven months`, `last month`, `in July`, `H1`, `the third quarter`, `2023`,
//! `fiscal 2023-24`, `the June 1-20 period`. A month or quarter without a year is the latest that had begun by the day of
//! publication; a half, and a run of months, the latest that had ended. Bases (`a year earlier`, `the same period of 2023`) are read
//! too, as such: they are counted from the period that they are compared with.

use article::Period;
use jiff::civil::Date;

use super::lexicon::{Phrases, sign, touches_before, word};
use crate::text::{Story, TokenKind, key};
use crate::vocabulary::{Lists, Vocabulary};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// Days, both ends included.
    Days(Period),
    /// The year before the period that is spoken of.
    YearEarlier,
    MonthEarlier,
    QuarterEarlier,
    /// `the same period`, `the nine months`: the period that was named before.
    Same,
    /// `year-to-date`: from January to the end of the period that is spoken of.
    ToDate,
    /// A year of the reporter's own calendar.
    Fiscal(FiscalYear),
    /// Months of such a year: the first, counted from its start, and how many.
    FiscalPart(FiscalYear, i8, i8),
}

/// Which fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FiscalYear {
    /// `2023-24`: the year in which it begins.
    Begins(i16),
    /// `fiscal 2024`: named as the reporter names it.
    Named(i16),
    /// `this fiscal`, `last fiscal year`: how many before the one that goes on.
    Ago(i16),
}

#[derive(Clone, Copy, Debug)]
enum TimeWord {
    Month(i8),
    Time(Time),
    LastYear,
    ThisYear,
    NextYear,
    LastMonth,
    ThisMonth,
    LastQuarter,
    Half(i8),
    Quarter(i8),
    FirstMonths,
    MonthsTo(u8),
    /// `the third week of`
    WeekOf(i8),
    WeekTo,
}

pub(crate) struct Calendar {
    words: Phrases<TimeWord>,
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

/// `the three months to June`: how many months, and what stands between.
const MONTHS_TO: &[(u8, &str)] = &[
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
const MONTHS_END: &[&str] = &[
    "to",
    "to end",
    "to the end of",
    "through",
    "ending in",
    "ended in",
    "ending",
    "ended",
    "until",
    "up to",
];

const PHRASES: &[(&str, TimeWord)] = {
    use TimeWord::{
        FirstMonths, Half, LastMonth, LastQuarter, LastYear, NextYear, Quarter, ThisMonth, ThisYear,
        Time as T, WeekOf, WeekTo,
    };
    &[
        ("last year", LastYear),
        ("the last year", LastYear),
        ("this year", ThisYear),
        ("the year", ThisYear),
        ("the current year", ThisYear),
        ("full year", ThisYear),
        ("the full year", ThisYear),
        ("year to date", T(Time::ToDate)),
        ("so far this year", T(Time::ToDate)),
        ("to date this year", T(Time::ToDate)),
        ("this year so far", T(Time::ToDate)),
        ("month to date", T(Time::ToDate)),
        ("the month to date", T(Time::ToDate)),
        ("so far this month", T(Time::ToDate)),
        ("this month so far", T(Time::ToDate)),
        ("first week of", WeekOf(1)),
        ("second week of", WeekOf(2)),
        ("third week of", WeekOf(3)),
        ("fourth week of", WeekOf(4)),
        ("next year", NextYear),
        ("last month", LastMonth),
        ("this month", ThisMonth),
        ("last quarter", LastQuarter),
        ("a year earlier", T(Time::YearEarlier)),
        ("a year ago", T(Time::YearEarlier)),
        ("a year before", T(Time::YearEarlier)),
        ("year earlier", T(Time::YearEarlier)),
        ("year ago", T(Time::YearEarlier)),
        ("the year before", T(Time::YearEarlier)),
        ("the year earlier", T(Time::YearEarlier)),
        ("one year earlier", T(Time::YearEarlier)),
        ("one year ago", T(Time::YearEarlier)),
        ("the previous year", T(Time::YearEarlier)),
        ("the preceding year", T(Time::YearEarlier)),
        ("year before", T(Time::YearEarlier)),
        ("the prior year", T(Time::YearEarlier)),
        ("previous year", T(Time::YearEarlier)),
        ("12 months earlier", T(Time::YearEarlier)),
        ("a year previously", T(Time::YearEarlier)),
        ("the year-ago period", T(Time::YearEarlier)),
        ("year ago period", T(Time::YearEarlier)),
        ("a month earlier", T(Time::MonthEarlier)),
        ("a month ago", T(Time::MonthEarlier)),
        ("the month before", T(Time::MonthEarlier)),
        ("the previous month", T(Time::MonthEarlier)),
        ("previous month", T(Time::MonthEarlier)),
        ("the preceding month", T(Time::MonthEarlier)),
        ("the prior month", T(Time::MonthEarlier)),
        ("a month before", T(Time::MonthEarlier)),
        ("month earlier", T(Time::MonthEarlier)),
        ("the previous quarter", T(Time::QuarterEarlier)),
        ("a quarter earlier", T(Time::QuarterEarlier)),
        ("the preceding quarter", T(Time::QuarterEarlier)),
        ("the prior quarter", T(Time::QuarterEarlier)),
        ("previous quarter", T(Time::QuarterEarlier)),
        ("the previous three months", T(Time::QuarterEarlier)),
        ("the preceding three months", T(Time::QuarterEarlier)),
        ("the prior three months", T(Time::QuarterEarlier)),
        ("the three months before", T(Time::QuarterEarlier)),
        ("the same period", T(Time::Same)),
        ("same period", T(Time::Same)),
        ("the same month", T(Time::Same)),
        ("same month", T(Time::Same)),
        ("the same quarter", T(Time::Same)),
        ("the corresponding period", T(Time::Same)),
        ("the corresponding month", T(Time::Same)),
        ("corresponding period", T(Time::Same)),
        ("corresponding month", T(Time::Same)),
        ("the same time", T(Time::Same)),
        ("the like period", T(Time::Same)),
        ("like period", T(Time::Same)),
        ("the period", T(Time::Same)),
        ("the month", T(Time::Same)),
        ("the quarter", T(Time::Same)),
        ("the cited period", T(Time::Same)),
        ("the reported period", T(Time::Same)),
        ("that period", T(Time::Same)),
        ("the same six months", T(Time::Same)),
        ("the six months", T(Time::Same)),
        ("those six months", T(Time::Same)),
        ("the nine months", T(Time::Same)),
        ("the seven months", T(Time::Same)),
        ("the eight months", T(Time::Same)),
        ("the same nine months", T(Time::Same)),
        ("the ten months", T(Time::Same)),
        ("the 11 months", T(Time::Same)),
        ("the five months", T(Time::Same)),
        ("the three months", T(Time::Same)),
        ("the comparable period", T(Time::Same)),
        ("the year ago month", T(Time::YearEarlier)),
        ("the equivalent period", T(Time::Same)),
        ("h1", Half(1)),
        ("1h", Half(1)),
        ("first half", Half(1)),
        ("half year", Half(1)),
        ("h2", Half(2)),
        ("second half", Half(2)),
        ("1st half", Half(1)),
        ("the first half", Half(1)),
        ("the second half", Half(2)),
        ("first six months", Half(1)),
        ("first half year", Half(1)),
        ("q1", Quarter(1)),
        ("q2", Quarter(2)),
        ("q3", Quarter(3)),
        ("q4", Quarter(4)),
        ("1q", Quarter(1)),
        ("2q", Quarter(2)),
        ("3q", Quarter(3)),
        ("4q", Quarter(4)),
        ("first quarter", Quarter(1)),
        ("second quarter", Quarter(2)),
        ("third quarter", Quarter(3)),
        ("fourth quarter", Quarter(4)),
        ("final quarter", Quarter(4)),
        ("last quarter of the year", Quarter(4)),
        ("the first", FirstMonths),
        ("first", FirstMonths),
        ("nine months", FirstMonths),
        ("the week ended", WeekTo),
        ("week ended", WeekTo),
        ("the week ending", WeekTo),
        ("week ending", WeekTo),
        ("the week to", WeekTo),
        ("week to", WeekTo),
        ("the week through", WeekTo),
    ]
};

impl Calendar {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut words = Phrases::new();
        for (form, word) in PHRASES {
            words.add(form, *word);
        }
        for (count, names) in MONTHS_TO {
            for name in names.split(',') {
                for end in MONTHS_END {
                    words.add(&format!("{name} months {end}"), TimeWord::MonthsTo(*count));
                    words.add(&format!("the {name} months {end}"), TimeWord::MonthsTo(*count));
                }
            }
        }
        for (month, forms) in (1_i8..).zip(MONTHS) {
            for form in forms.split(',') {
                words.add(form, TimeWord::Month(month));
            }
        }
        for first in words.firsts().chain([
            key("fy"),
            key("fiscal"),
            key("this"),
            key("current"),
            key("last"),
            key("previous"),
        ]) {
            vocabulary.add(first, Lists::TIME);
        }
        let mut numbers = Phrases::new();
        for (number, form) in
            (2_u8..).zip(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"])
        {
            numbers.add(form, number);
        }
        Self { words, numbers }
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
        if token.kind == TokenKind::Digits {
            return years(story, at, end);
        }
        if !token.is_in(Lists::TIME) {
            return None;
        }
        if let Some(found) = fiscal(story, at, end) {
            return Some(found);
        }
        // `the same 1986 period`
        let same = at + usize::from(word(story, at) == Some("the"));
        if word(story, same) == Some("same")
            && years(story, same + 1, end).is_some()
            && matches!(word(story, same + 2), Some("period" | "month" | "months" | "quarter"))
            && same + 3 <= end
        {
            return Some((Time::YearEarlier, same + 3));
        }
        let (found, next) = self.words.longest(story, at, end)?;
        match found {
            TimeWord::Month(month) => self.month_on(story, at, next, end, month, today),
            TimeWord::Time(Time::Same) => Some(self.same(story, next, end, today)),
            TimeWord::Time(time) => Some((time, next)),
            TimeWord::LastYear => year_of(today?.year() - 1, next),
            TimeWord::ThisYear => year_of(today?.year(), next),
            TimeWord::NextYear => year_of(today?.year() + 1, next),
            TimeWord::LastMonth => {
                let (year, month) = months_back(today?.year(), today?.month(), 1);
                days(months(year, month, month)?, next)
            }
            TimeWord::ThisMonth => days(months(today?.year(), today?.month(), today?.month())?, next),
            TimeWord::LastQuarter => {
                let (year, month) = months_back(today?.year(), (today?.month() - 1) / 3 * 3 + 1, 3);
                days(months(year, month, month + 2)?, next)
            }
            TimeWord::Half(half) => {
                // `the first half of May`
                if word(story, next) == Some("of")
                    && let Some((TimeWord::Month(month), after)) = self.words.longest(story, next + 1, end)
                    && word(story, at) != Some("half")
                    && let Some((Time::Days(month), after)) =
                        self.month_on(story, next + 1, after, end, month, today)
                    && length(month) == Some(1)
                {
                    let middle = |day| Date::new(month.first.year(), month.first.month(), day).ok();
                    let half = if half == 1 {
                        Period { first: month.first, last: middle(15)? }
                    } else {
                        Period { first: middle(16)?, last: month.last }
                    };
                    return days(half, after);
                }
                self.run(story, next, end, today, half * 6 - 5, half * 6, true)
            }
            TimeWord::Quarter(quarter) => {
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
                self.run(story, next, end, today, quarter * 3 - 2, quarter * 3, true)
            }
            TimeWord::WeekOf(week) => {
                let (TimeWord::Month(month), after) = self.words.longest(story, next, end)? else {
                    return None;
                };
                let (Time::Days(month), after) = self.month_on(story, next, after, end, month, today)? else {
                    return None;
                };
                // weeks go from Monday to Sunday, and the first is that of the first day
                let monday = i64::from(month.first.weekday().to_monday_zero_offset());
                let span = |days: i64| month.first.checked_add(jiff::Span::new().days(days)).ok();
                let first = span(7 * i64::from(week - 1) - monday)?.max(month.first);
                let last = span(7 * i64::from(week) - monday - 1)?.min(month.last);
                days(Period { first, last }, after)
            }
            TimeWord::WeekTo => {
                let (TimeWord::Month(month), mut day) = self.words.longest(story, next, end)? else {
                    return None;
                };
                if sign(story, day) == Some(".") && touches_before(story, day) {
                    day += 1;
                }
                let token =
                    story.tokens.get(day).filter(|token| token.kind == TokenKind::Digits && day < end)?;
                let number: i8 = story.words(token.range()).parse().ok()?;
                let last = Date::new(latest(month, today?), month, number).ok()?;
                let first = last.checked_sub(jiff::Span::new().days(6)).ok()?;
                days(Period { first, last }, day + 1)
            }
            TimeWord::MonthsTo(count) => {
                // `the ten months to V`
                let alone =
                    || word(story, at).filter(|word| *word == "the").map(|_| (Time::Same, (at + 3).min(end)));
                let next = next + usize::from(sign(story, next) == Some("-"));
                let Some((TimeWord::Month(month), after)) = self.words.longest(story, next, end) else {
                    return alone();
                };
                let Some((Time::Days(last), after)) = self.month_on(story, next, after, end, month, today)
                else {
                    return alone();
                };
                let first = shift(last, 1 - i32::from(count))?.first;
                days(Period { first, last: last.last }, after)
            }
            TimeWord::FirstMonths => {
                let (count, after) = if story.words(token.range()).eq_ignore_ascii_case("nine") {
                    (9, next)
                } else {
                    let (count, after) = self.count(story, next, end)?;
                    // `the first 20 days of June`
                    if matches!(word(story, after), Some("days")) && word(story, after + 1) == Some("of") {
                        return self.days_of(story, after + 2, end, today, count);
                    }
                    (word(story, after)? == "months").then_some((count, after + 1))?
                };
                (2..=11).contains(&count).then_some(())?;
                if let Some(found) = self.season(story, after, end, count) {
                    return Some(found);
                }
                self.run(story, after, end, today, 1, count, true)
            }
        }
    }

    /// `June`, `this month` after `the first 20 days of`.
    fn days_of(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        today: Option<Date>,
        count: i8,
    ) -> Option<(Time, usize)> {
        let (found, next) = self.words.longest(story, at, end)?;
        let (month, next) = match found {
            TimeWord::Month(month) => self.month_on(story, at, next, end, month, today)?,
            TimeWord::ThisMonth => (Time::Days(months(today?.year(), today?.month(), today?.month())?), next),
            TimeWord::LastMonth => {
                let (year, month) = months_back(today?.year(), today?.month(), 1);
                (Time::Days(months(year, month, month)?), next)
            }
            _ => return None,
        };
        let Time::Days(month) = month else { return None };
        let last = Date::new(month.first.year(), month.first.month(), count).ok()?;
        days(Period { first: month.first, last }, next)
    }

    /// `of the 1987/88 season (July/June)` after `the first three months`.
    fn season(&self, story: &Story<'_>, at: usize, end: usize, count: i8) -> Option<(Time, usize)> {
        let mut next = at;
        for small in ["of", "the"] {
            next += usize::from(word(story, next) == Some(small));
        }
        let (Time::Fiscal(FiscalYear::Begins(year)), mut next) = years(story, next, end)? else {
            return None;
        };
        while matches!(word(story, next), Some("season" | "crop" | "marketing" | "year" | "campaign")) {
            next += 1;
        }
        let (TimeWord::Month(first), _) =
            self.words.longest(story, next + 1, end).filter(|_| sign(story, next) == Some("("))?
        else {
            return None;
        };
        let close = (next + 2..end.min(next + 7)).find(|at| sign(story, *at) == Some(")"))?;
        let begins = months(year, first, first)?;
        days(Period { first: begins.first, last: shift(begins, i32::from(count) - 1)?.last }, close + 1)
    }

    fn count(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(i8, usize)> {
        if let Some((number, next)) = self.numbers.longest(story, at, end) {
            return Some((i8::try_from(number).ok()?, next));
        }
        let token = story.tokens.get(at).filter(|token| token.kind == TokenKind::Digits && at < end)?;
        Some((story.words(token.range()).parse().ok()?, at + 1))
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
        // "may" and "march" are verbs where they are not capitalised
        let name = word(story, at)?;
        if matches!(month, 3 | 5) && name.starts_with('m') {
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
            let first: i8 = story.words(token.range()).parse().ok()?;
            let dash = next + 1;
            let spans = sign(story, dash).is_some_and(|sign| matches!(sign, "-" | "–"))
                && touches_before(story, dash);
            // `March 20-June 20`, `Oct. 1 to Nov. 14`
            let joined = spans || matches!(word(story, dash), Some("to" | "through" | "till" | "until"));
            if joined && let Some((TimeWord::Month(last), mut day)) = self.words.longest(story, dash + 1, end)
            {
                if sign(story, day) == Some(".") && touches_before(story, day) {
                    day += 1;
                }
                let token =
                    story.tokens.get(day).filter(|token| token.kind == TokenKind::Digits && day < end)?;
                let until: i8 = story.words(token.range()).parse().ok()?;
                let of_year = match self.of_year(story, day + 1, end, today) {
                    Some((Time::Days(year), after)) => Some((year.first.year(), after)),
                    _ => None,
                };
                let (year, after) = match of_year {
                    Some(found) => found,
                    None => (latest(last, today?), day + 1),
                };
                let begins = if last < month { year.checked_sub(1)? } else { year };
                let period = Period {
                    first: Date::new(begins, month, first).ok()?,
                    last: Date::new(year, last, until).ok()?,
                };
                return days(period, after + usize::from(word(story, after) == Some("period")));
            }
            let last = spans.then(|| story.tokens.get(dash + 1)).flatten();
            let last = last.filter(|token| token.kind == TokenKind::Digits)?;
            let last: i8 = story.words(last.range()).parse().ok()?;
            let year = latest(month, today?);
            let period = Period {
                first: Date::new(year, month, first).ok()?,
                last: Date::new(year, month, last).ok()?,
            };
            return (first < last)
                .then_some(())
                .and_then(|()| days(period, dash + 2))
                .map(|(time, next)| (time, next + usize::from(word(story, next) == Some("period"))));
        }
        let (joiner, to) = match sign(story, next) {
            Some("-" | "–" | "—" | "/") => (true, next + 1),
            _ => match word(story, next) {
                Some("to" | "through" | "till" | "and" | "until") => {
                    let between = word(story, next) == Some("and");
                    let before = at.checked_sub(1).and_then(|at| word(story, at)).unwrap_or_default();
                    (!between || before == "between", next + 1)
                }
                _ => (false, next),
            },
        };
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
            if matches!(word(story, after), Some("period" | "quarter")) {
                after += 1;
            }
            return self.run(story, after, end, today, month, last, false);
        }
        // `October 2023 to September 2024`
        if let (Some((Time::Days(year), after)), begins) =
            (years(story, next, end).filter(|_| next < end), month)
            && (sign(story, after) == Some("-")
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
        self.run(story, next, end, today, month, month, false)
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
                Time::Fiscal(FiscalYear::Begins(year)) => {
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
        let over = if last >= first { last } else { 12 };
        let year = if first == last && !whole {
            latest(first, today)
        } else {
            // the latest run that had ended by today, in the last days of its last month too
            let ended = today.month() > over || (today.month() == over && today.day() >= 20);
            if ended || (whole && over == last && today.month() == over) { this_year } else { this_year - 1 }
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
            (TimeWord::LastYear, after) => year_of(today?.year() - 1, after),
            (TimeWord::ThisYear, after) if word(story, next) != Some("the") || after > next + 2 => {
                year_of(today?.year(), after)
            }
            (TimeWord::NextYear, after) => year_of(today?.year() + 1, after),
            (TimeWord::Time(Time::YearEarlier), after) => Some((Time::YearEarlier, after)),
            _ => None,
        }
    }

    /// `the same period` alone, or `of last year` with it.
    fn same(&self, story: &Story<'_>, next: usize, end: usize, today: Option<Date>) -> (Time, usize) {
        match self.of_year(story, next, end, today) {
            Some((Time::Days(_) | Time::YearEarlier | Time::Fiscal(_), after)) => (Time::YearEarlier, after),
            _ => (Time::Same, next),
        }
    }
}

/// `2023`; `2023-24` is a fiscal year.
fn years(story: &Story<'_>, at: usize, end: usize) -> Option<(Time, usize)> {
    let token = story
        .tokens
        .get(at)
        .filter(|token| at < end && token.kind == TokenKind::Digits && token.end - token.start == 4)?;
    let year: i16 = story.words(token.range()).parse().ok()?;
    if !(1900..=2100).contains(&year)
        || (touches_before(story, at)
            && matches!(sign(story, at.wrapping_sub(1)), Some("$" | "€" | "£" | "¥" | "." | ",")))
    {
        return None;
    }
    let next = at + 1;
    let goes_on = touches_before(story, next) && touches_before(story, next + 1);
    if goes_on
        && matches!(sign(story, next), Some("-" | "/" | "–"))
        && let Some(second) = story.tokens.get(next + 1)
        && second.kind == TokenKind::Digits
    {
        let short: i16 = story.words(second.range()).parse().ok()?;
        return ((year + 1) % 100 == short % 100 && matches!(second.end - second.start, 2 | 4))
            .then_some((Time::Fiscal(FiscalYear::Begins(year)), next + 2));
    }
    if goes_on
        && matches!(sign(story, next), Some("." | ","))
        && story.tokens.get(next + 1).is_some_and(|token| token.kind == TokenKind::Digits)
    {
        return None;
    }
    year_of(year, next)
}

/// `FY 2024-25`, `FY24`, `fiscal 2024`, `this fiscal year`, `fiscal first half`.
fn fiscal(story: &Story<'_>, at: usize, end: usize) -> Option<(Time, usize)> {
    let mut next = at;
    // `this fiscal`, `the last fiscal year`
    let ago = usize::from(word(story, at) == Some("the"));
    let whose = match word(story, at + ago) {
        Some("this" | "current" | "This" | "Current") => Some(0),
        Some("last" | "previous" | "past") => Some(1),
        _ => None,
    };
    if let Some(ago_years) = whose
        && matches!(word(story, at + ago + 1), Some("fiscal" | "financial"))
        && at + ago + 2 <= end
    {
        let after = at + ago + 2;
        let after = after + usize::from(word(story, after) == Some("year"));
        return Some((Time::Fiscal(FiscalYear::Ago(ago_years)), after));
    }
    // `fiscal first-half`
    if word(story, at) == Some("fiscal")
        && let Some(part @ ("first" | "second")) = word(story, at + 1)
    {
        let half = at + 2 + usize::from(sign(story, at + 2) == Some("-"));
        if word(story, half) == Some("half") && half < end {
            let from = if part == "first" { 0 } else { 6 };
            return Some((Time::FiscalPart(FiscalYear::Ago(0), from, 6), half + 1));
        }
    }
    match word(story, at)? {
        "FY" | "fiscal" | "Fiscal" => next += 1,
        _ => return None,
    }
    if word(story, next) == Some("year") {
        next += 1;
    }
    let token = story.tokens.get(next).filter(|token| token.kind == TokenKind::Digits && next < end)?;
    if let Some((time, after)) = years(story, next, end) {
        return match time {
            Time::Days(year) => Some((Time::Fiscal(FiscalYear::Named(year.first.year())), after)),
            time => Some((time, after)),
        };
    }
    let short: i16 = story.words(token.range()).parse().ok()?;
    let century = if short >= 70 { 1900 } else { 2000 };
    (token.end - token.start == 2).then_some((Time::Fiscal(FiscalYear::Named(century + short)), next + 1))
}

/// The year of the latest month `month` that had begun by `today`.
fn latest(month: i8, today: Date) -> i16 {
    if month <= today.month() { today.year() } else { today.year() - 1 }
}

fn months_back(year: i16, month: i8, back: i8) -> (i16, i8) {
    if month > back { (year, month - back) } else { (year - 1, month + 12 - back) }
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

/// A number with leading zeros; `fmt` does the same in a multiple of the time.
pub(crate) fn digits(text: &mut String, number: u32, least: u32) {
    let mut place = 10_u32.pow(least.saturating_sub(1));
    while number / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(char::from(b'0' + u8::try_from(number / place % 10).unwrap_or(0)));
        place /= 10;
    }
}

/// The days of a fiscal year, or of months of one, by the calendar of the reporter's country.
pub(crate) fn fiscal_period(
    year: FiscalYear,
    part: Option<(i8, i8)>,
    country: Option<&str>,
    today: Option<Date>,
) -> Option<Period> {
    let first: i8 = match country {
        Some("US" | "TH") => 10,
        Some("AU" | "NZ" | "PK" | "BD" | "EG" | "KE" | "ET") => 7,
        Some("IR") => 3,
        _ => 4,
    };
    let begins = match year {
        FiscalYear::Begins(year) => year,
        // Japan names the year in which it begins, the others that in which it ends
        FiscalYear::Named(year) if country == Some("JP") => year,
        FiscalYear::Named(year) => year.checked_sub(1)?,
        FiscalYear::Ago(ago) => {
            let today = today?;
            let began = if today.month() >= first { today.year() } else { today.year() - 1 };
            began.checked_sub(ago)?
        }
    };
    let whole = months(begins, first, if first == 1 { 12 } else { first - 1 })?;
    let Some((from, count)) = part else { return Some(whole) };
    let start = shift(Period { first: whole.first, last: whole.first }, i32::from(from))?.first;
    let last = shift(Period { first: start, last: start }, i32::from(count) - 1)?.first;
    let mut period = Period { first: start, last: last.last_of_month() };
    // a half of "this" year that has not ended is one of the last
    if let (FiscalYear::Ago(_), Some(today)) = (year, today)
        && period.first > today
    {
        period = shift(period, -12)?;
    }
    Some(period)
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
            ("in H1", "2024-07-22", "2024-H1"),
            ("a fall of 3.9% compared with August 2022", "2023-10-17", "2022-08"),
        ] {
            assert_eq!(period(words, today), label, "{words}");
        }
    }
}
