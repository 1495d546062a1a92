//! Which of a sentence's periods a figure is of, and what a change is counted from.

use super::super::lexicon::{Class, Prep};
use super::super::period::{Time, fiscal_period, length, shift};
use super::super::pieces::What;
use super::Clauses;
use article::{Bound, Comparison, Period, Status};
use jiff::civil::Date;

impl Clauses<'_, '_> {
    /// The period that a quantity is of: the last one named before it, else the first after it, else the one carried.
    pub(super) fn main_period(&self, at: usize, reporter: Option<&str>) -> (Option<Period>, bool) {
        let before = self.mains.partition_point(|main| *main < at);
        let ahead = || {
            let next = *self.mains.get(before)?;
            let goes_on = |at| match self.what(at) {
                Some(What::Class(Class::Break)) => self.is_word(at, &["while", "whereas", "but"]),
                what => !matches!(what, Some(What::Sign(';'))),
            };
            (at + 1..next).all(goes_on).then_some(next)
        };
        let found =
            self.mains[..before].iter().rev().find(|main| !self.is_aside(**main, at)).copied().or_else(ahead);
        let carried = self.carry.period.or(self.carry.story_period);
        match found.and_then(|at| self.what(at)) {
            Some(What::Time(Time::Days(period))) => (Some(*period), true),
            Some(What::Time(time @ (Time::Fiscal(_) | Time::FiscalPart(..)))) => {
                (self.fiscal(*time, reporter), true)
            }
            Some(What::Time(Time::ToDate)) => {
                let last = carried.map(|period| period.last);
                // `in the month to date`
                let of_month = found.is_some_and(|at| self.text(at).to_ascii_lowercase().contains("month"));
                let first = last
                    .and_then(|last| Date::new(last.year(), if of_month { last.month() } else { 1 }, 1).ok());
                (first.zip(last).map(|(first, last)| Period { first, last }), true)
            }
            Some(What::Time(_)) => {
                let text = found.map_or("", |at| self.text(at));
                let fits = |period: &&Period| match length(**period) {
                    Some(1) => !text.contains("quarter") && !text.contains("months"),
                    Some(3) => !text.contains("month"),
                    _ => !text.contains("quarter") && !text.ends_with("month"),
                };
                (self.carry.recent.iter().rev().find(fits).copied().or(carried), true)
            }
            _ => (carried, false),
        }
    }

    /// A fiscal year or a part of one, by the calendar of the reporter's country.
    pub(super) fn fiscal(&self, time: Time, reporter: Option<&str>) -> Option<Period> {
        let country = reporter.or(self.carry.story_reporter.as_deref()).and_then(|code| code.get(..2));
        let today = self.carry.today;
        match time {
            Time::Fiscal(year) => fiscal_period(year, None, country, today),
            Time::FiscalPart(year, from, count) => fiscal_period(year, Some((from, count)), country, today),
            _ => None,
        }
    }

    /// Whether a time is what the clause is about, and not what it compares with.
    pub(super) fn is_main_time(&self, at: usize) -> bool {
        let Some(What::Time(time)) = self.what(at) else { return false };
        if matches!(time, Time::YearEarlier | Time::MonthEarlier | Time::QuarterEarlier) {
            return false;
        }
        // `to V (July: V0)`
        if self.names_base(at) {
            return false;
        }
        let mut back = at;
        while back > 0 {
            back -= 1;
            match self.what(back) {
                Some(What::Class(Class::Prep(Prep::In | Prep::Of) | Class::Plain)) => {}
                // `for the first time since 2019`
                Some(What::Class(Class::Break)) if self.is_word(back, &["since"]) => return false,
                Some(What::Class(Class::Prep(Prep::From))) => return self.is_run(at),
                Some(What::Class(Class::Prep(Prep::On) | Class::Than | Class::Against | Class::More(_))) => {
                    return false;
                }
                Some(What::Class(Class::Bound(Bound::Below | Bound::Above))) => return false,
                Some(What::Quantity(_)) => {
                    // `from V0 in June`
                    let source = self.left_of(back);
                    // `after a gap of V0 in April`
                    if source.is_some_and(|source| self.of_a_base(source)) {
                        return false;
                    }
                    // `from V in January and V in February 1986`
                    if let Some(and) = source.filter(|source| self.is_prep(*source, Prep::And))
                        && let Some(time) = and.checked_sub(1)
                        && matches!(self.what(time), Some(What::Time(_)))
                        && !self.is_main_time(time)
                    {
                        return false;
                    }
                    return !source.is_some_and(|source| {
                        matches!(
                            self.what(source),
                            Some(What::Class(Class::Prep(Prep::From) | Class::Against | Class::Than))
                        ) && !(matches!(self.what(source), Some(What::Class(Class::Prep(Prep::From))))
                            && self.followed_by_to(back))
                    });
                }
                _ => return true,
            }
        }
        true
    }

    /// `, which had jumped in 2024,`: a time in an aside that has ended before `at`.
    fn is_aside(&self, time: usize, at: usize) -> bool {
        let opens = (time.saturating_sub(10)..time)
            .rev()
            .find(|back| matches!(self.what(*back), Some(What::Sign(',' | ';'))));
        opens.is_some_and(|open| self.is_word(open + 1, &["which", "who", "still"]))
            && (time..at.min(time + 12)).any(|at| matches!(self.what(at), Some(What::Sign(','))))
    }

    /// `(July: V)`: the time of another level.
    pub(super) fn names_base(&self, at: usize) -> bool {
        matches!(
            (self.what(at.wrapping_sub(1)), self.what(at + 1)),
            (Some(What::Sign('(')), Some(What::Sign(':')))
        )
    }

    /// `after a revised gap of`, `against a surplus of`: the noun before "of" is what something is compared with.
    pub(super) fn of_a_base(&self, of: usize) -> bool {
        if !self.is_prep(of, Prep::Of)
            || !matches!(self.what(of.wrapping_sub(1)), Some(What::Class(Class::Indicator(..))))
        {
            return false;
        }
        let before = (of.saturating_sub(6)..of - 1).rev().find(|back| {
            !matches!(
                self.what(*back),
                Some(
                    What::Class(Class::Plain | Class::Status(Status::Revised | Status::Preliminary))
                        | What::Word
                        | What::Sign('-')
                )
            ) || self.is_word(*back, &["after", "following"])
        });
        before.is_some_and(|before| {
            matches!(self.what(before), Some(What::Class(Class::Against)))
                || self.is_word(before, &["after", "following"])
        })
    }

    /// `the first three months of the Iranian year (March 20-June 20)`: the brackets say it better.
    pub(super) fn in_days(&self, at: usize) -> bool {
        matches!(
            (self.what(at + 1), self.what(at + 2), self.what(at + 3)),
            (Some(What::Sign('(')), Some(What::Time(Time::Days(_))), Some(What::Sign(')')))
        )
    }

    /// `January through August`, as after "from".
    pub(super) fn is_run(&self, at: usize) -> bool {
        let text = self.text(at);
        text.contains(" through ")
            || text.contains(" to ")
            || text.contains(" till ")
            || text.contains(" until ")
    }

    /// `from V0 to V1`: the time after V1 is the main one.
    pub(super) fn followed_by_to(&self, at: usize) -> bool {
        matches!(self.what(at + 1), Some(What::Class(Class::Prep(Prep::To))))
    }

    /// The first time after a quantity, before the next quantity or clause.
    pub(super) fn time_after(&self, at: usize) -> Option<Time> {
        for next in at + 1..self.pieces.list.len() {
            match self.what(next)? {
                What::Time(time) => return Some(*time),
                What::Quantity(_) if !matches!(self.what(next - 1), Some(What::Sign('('))) => return None,
                What::Class(Class::Break) | What::Sign(';') => return None,
                _ => {}
            }
        }
        None
    }

    /// What a change is counted from: (comparison, stated, base period, base stated).
    pub(super) fn comparison(
        &self,
        at: usize,
        main: Option<Period>,
    ) -> (Option<Comparison>, bool, Option<Period>, bool) {
        let read = |at: usize| -> Option<(Comparison, Option<Period>)> {
            match self.what(at)? {
                What::Class(Class::Comparison(comparison)) => Some((*comparison, None)),
                What::Time(Time::YearEarlier) => Some((Comparison::YearOnYear, None)),
                What::Time(Time::MonthEarlier) => Some((Comparison::MonthOnMonth, None)),
                What::Time(Time::QuarterEarlier) => Some((Comparison::QuarterOnQuarter, None)),
                What::Time(Time::Days(base)) if !self.mains.contains(&at) => {
                    Some((between(main, *base)?, Some(*base)))
                }
                What::Time(time @ (Time::Fiscal(_) | Time::FiscalPart(..))) if !self.mains.contains(&at) => {
                    Some((Comparison::YearOnYear, self.fiscal(*time, None)))
                }
                _ => None,
            }
        };
        let end = self.pieces.list.len();
        let mut found = None;
        for next in at + 1..end {
            if matches!(self.what(next), Some(What::Class(Class::Break) | What::Sign(';'))) {
                break;
            }
            found = read(next);
            if found.is_some() {
                break;
            }
            // another change has its own base
            if let Some(What::Class(Class::Change(_))) = self.what(next) {
                break;
            }
        }
        let found = found.or_else(|| {
            let before = self.pieces.times.partition_point(|time| *time < at);
            self.pieces.times[..before].iter().rev().find_map(|time| read(*time))
        });
        if let Some((comparison, base)) = found {
            let named = base.is_some();
            let counted = base.or_else(|| {
                let main = main?;
                match comparison {
                    Comparison::YearOnYear => shift(main, -12),
                    Comparison::MonthOnMonth => shift(main, -1),
                    Comparison::QuarterOnQuarter => shift(main, -3),
                    _ => None,
                }
            });
            return (Some(comparison), true, counted, named || counted.is_none());
        }
        let own = self.drafts[self.first_draft..].iter().rev().find_map(|draft| draft.comparison);
        let month = main.and_then(length) == Some(1);
        // a seasonally adjusted month is compared with the month before
        let adjusted = || (0..end).any(|at| self.is_word(at, &["seasonally", "seasonally adjusted"]));
        let carried = own
            .or(if month { self.carry.monthly } else { self.carry.longer })
            .or_else(|| (month && adjusted()).then_some(Comparison::MonthOnMonth))
            .or(self.carry.story_comparison.filter(|it| *it == Comparison::YearOnYear))
            // a run of months, a half or a year is compared with that of the year before
            .or(main.and_then(length).is_some_and(|months| months >= 4).then_some(Comparison::YearOnYear));
        // a month is not compared with a longer period, nor a half with the month before it
        let carried = carried.filter(|comparison| match comparison {
            Comparison::MonthOnMonth => main.is_none() || month,
            Comparison::QuarterOnQuarter => main.and_then(length) == Some(3),
            _ => true,
        });
        (carried, carried.is_none(), None, true)
    }
}

/// How a period and its base lie to each other.
fn between(main: Option<Period>, base: Period) -> Option<Comparison> {
    let main = main?;
    if shift(main, -12) == Some(base)
        || (length(base) == Some(12) && length(main) == Some(12) && base.last < main.first)
    {
        return Some(Comparison::YearOnYear);
    }
    if length(base) == Some(12) && base.first.year() + 1 == main.first.year() {
        return Some(Comparison::YearOnYear);
    }
    if length(main) == Some(1) && shift(main, -1) == Some(base) {
        return Some(Comparison::MonthOnMonth);
    }
    if length(main) == Some(3) && shift(main, -3) == Some(base) {
        return Some(Comparison::QuarterOnQuarter);
    }
    Some(Comparison::Other)
}
