//! Which of a sentence's periods a figure is of, and what a change is counted from.

use super::super::lexicon::{Class, Prep};
use super::super::period::{
    FiscalYear, Origin, Time, crop_in, first_crop_in, fiscal_period, length, months, shift, year_told,
};
use super::super::pieces::What;
use super::super::quantity::Measure;
use super::{Clauses, Said, Words};
use article::{Bound, Comparison, FigureKind, Indicator, Per, Period, Status};
use jiff::civil::Date;

const BEFORE: &Words = words!["before"];
/// What was reported of a time that ended no longer ago goes to its end.
const RECENT_DAYS: i32 = 35;
/// A delivery is of no more than two months.
const SHORT_DAYS: i32 = 62;
/// The month by which a year's results are known.
const TOLD_BY: i8 = 4;

impl Clauses<'_, '_> {
    /// The period that a quantity is of, and whether it is stated.
    pub(super) fn period_of(
        &self,
        at: usize,
        reporter: Option<&str>,
        kind: FigureKind,
        status: Status,
    ) -> (Option<Period>, bool) {
        let (main, stated) = self.main_period(at, reporter);
        // `less than in April 2019, when it was V`, `January, when the port handled V, up P`
        // … and `below the same period last year, which reached V`
        if let Some(when) = self.clause_start.checked_sub(1).filter(|when| *when < at)
            && (self.is_word(when, words!["when"])
                || self.is_word(when, words!["which"])
                    && matches!(self.what(when.wrapping_sub(1)), Some(What::Sign(',')))
                    && matches!(self.what(when.wrapping_sub(2)), Some(What::Time(_))))
            && let Some(What::Time(time)) = (when.saturating_sub(3)..when)
                .rev()
                .find(|at| matches!(self.what(*at), Some(What::Time(_))))
                .and_then(|at| self.what(at))
            && self.main_time(at).is_none_or(|main| main < when)
        {
            return (self.counted(*time, main, reporter), true);
        }
        if kind == FigureKind::Level {
            // `last year's V`, `after January's record V`
            if let Some(time) = self.owning_time(at) {
                return (self.counted(time, main, reporter), true);
            }
        }
        // `after a V0 surplus in November`, `up from P0 in the first half of 2024`
        if self.hangs_on_a_base(at)
            && let Some(time) = self.time_after(at)
        {
            return (self.counted(time, main, reporter), true);
        }
        if stated && !(kind == FigureKind::Share && self.is_of_no_time(at, kind) && !self.timed_here(at)) {
            return (main.map(|period| self.ahead_of_us(at, period, status)), true);
        }
        if self.is_of_no_time(at, kind) {
            return (None, true);
        }
        let ahead = self.carry.ahead.filter(|_| super::ahead(status));
        // `Economists had been looking for V`: of what is reported now, whatever the sentence before compared it with
        let awaited = self
            .carry
            .story_period
            .filter(|story| {
                status == Status::Forecast && self.carry.today.is_some_and(|today| story.last < today)
            })
            .filter(|story| main.is_none_or(|main| main.last < story.first) && self.was_awaited());
        (awaited.or(ahead).or(main), false)
    }

    /// Whether a sentence says what had been expected.
    pub(super) fn was_awaited(&self) -> bool {
        (0..self.pieces.list.len()).any(|at| {
            self.is_word(
                at,
                words!["had", "poll", "median", "consensus", "expectations", "market expectations"],
            )
        })
    }

    /// The time that the clause of a quantity is about: that which follows it at once, the last one named before it, else the
    /// first after it, else the one carried.
    pub(super) fn main_period(&self, at: usize, reporter: Option<&str>) -> (Option<Period>, bool) {
        let carried = self
            .carry
            .period
            .or_else(|| self.section())
            .or(self.carry.heading)
            .or(self.carry.story_period)
            .or_else(|| self.of_output());
        if let Some(year) = self.years_ago() {
            return (Some(year), true);
        }
        let found = self.main_time(at);
        let to_a_day = |found| matches!(self.what(found), Some(What::Time(Time::AsOf(_))));
        if found.is_none_or(|found| found > at || to_a_day(found))
            && let Some(to_date) = self.of_capital_to_date(at)
        {
            return (Some(to_date), true);
        }
        if found.is_none()
            && let Some(so_far) = self.since_a_year(at)
        {
            return (Some(so_far), true);
        }
        if found.is_none()
            && let Some(so_far) = self.up_to_the_day(carried)
        {
            return (Some(so_far), true);
        }
        let Some(found) = found else { return (self.cumulative(at).or(carried), false) };
        let Some(What::Time(time)) = self.what(found) else { return (carried, false) };
        if let Time::InMonths(count, period) = *time {
            let named = self.named_before(found, |period| length(period) == Some(count.into()));
            return (named.or(Some(period)), false);
        }
        let period = match *time {
            // `The accumulated deficit for this year has now reached V`
            Time::Days(_)
                if self.text(found).eq_ignore_ascii_case("this year")
                    && self.status.is_none()
                    && (found + 1..at).any(|at| self.is_word(at, words!["already", "now"])) =>
            {
                self.to_date(found, carried)
            }
            // `shipped V so far in 1987`
            Time::Days(period) if self.is_so_far(found, period) => self.to_date(found, carried),
            Time::Days(season) if length(season) == Some(12) && season.first.month() > 1 => {
                self.until_now(found, Some(season))
            }
            Time::Days(period) => Some(
                self.month_of(found, period)
                    .or_else(|| self.through(found, period))
                    .or_else(|| self.fiscal_half(found, period))
                    .or_else(|| self.fiscal_quarter(found, period, reporter))
                    .unwrap_or(period),
            ),
            // what was added on a day is not of all the time since the first
            Time::Since(_)
                if found > at
                    && (at + 1..found)
                        .any(|at| self.is_word(at, words!["bringing", "taking", "brought", "took"]))
                    && let Some(day) = self.yesterday() =>
            {
                Some(Period { first: day, last: day })
            }
            Time::Since(origin) => self.since(origin, reporter),
            Time::Fiscal(_) => self.until_now(found, self.fiscal_at(found, *time, reporter)),
            Time::FiscalPart(..) => self.fiscal_at(found, *time, reporter),
            Time::ToDate => self.to_date(found, carried),
            Time::Same | Time::SameMonths(_) => {
                let named = self.named_before(found, |period| self.fits(found, *time, period));
                let run = || match *time {
                    // `the seven-month deficit` of a story of July
                    Time::SameMonths(count) => {
                        let here = self.drafts[self.first_draft..].iter().rev();
                        let mut spoken_of = here.filter_map(|draft| draft.period).chain(carried);
                        spoken_of.find_map(|period| months_to(count, period))
                    }
                    _ => None,
                };
                // `the cuts came in January 1986. … exports in the month`: that of the story
                let story = self.carry.story_period.filter(|story| self.fits(found, *time, *story));
                let named = match (named, story) {
                    (Some(named), Some(story))
                        if *time == Time::Same
                            && self.text(found).ends_with("month")
                            && named.last.year() < story.first.year()
                            && self.carry.period != Some(named) =>
                    {
                        Some(story)
                    }
                    _ => named,
                };
                named.or_else(run).or(carried)
            }
            Time::TheYear => self.the_year(found),
            Time::SameIn(_) => self.counted(*time, carried, reporter),
            Time::Vague => self.years_before(found),
            _ => carried,
        };
        (period, true)
    }

    /// `The cumulative trade deficit narrowed to V` after `The cumulative deficit for the first eight months of the year was V`.
    fn cumulative(&self, at: usize) -> Option<Period> {
        const CUMULATIVE: &Words = words!["cumulative", "accumulated", "cumulatively"];
        /// Figures before.
        const FAR: usize = 12;
        let said = self.any_word(0..at, CUMULATIVE);
        let month = self.carry.story_period.filter(|story| said && length(*story) == Some(1))?;
        let mut before = self.drafts[..self.first_draft].iter().rev().take(FAR);
        before.find_map(|draft| {
            let run = draft.period.filter(|_| draft.period_stated && !draft.is_base)?;
            (run.last == month.last && run.first < month.first).then_some(run)
        })
    }

    /// `Over the 1983/85 period it exported V each year`: the run of years that was just named.
    fn years_before(&self, at: usize) -> Option<Period> {
        let each = self.text(at).to_ascii_lowercase();
        if !matches!(&*each, "each year" | "every year" | "annually" | "a year") {
            return None;
        }
        self.mains.iter().rev().filter(|main| **main < at).find_map(|main| match self.what(*main) {
            Some(What::Time(Time::Days(run))) if length(*run).is_some_and(|months| months > 12) => Some(*run),
            _ => None,
        })
    }

    /// `shipments so far in the season that began May 1 come to V`, `taking the season's total to V`: of a season that goes on, up to
    /// now.
    fn until_now(&self, at: usize, season: Option<Period>) -> Option<Period> {
        const SAID: &Words = words![
            "so far",
            "far",
            "already",
            "cumulative",
            "cumulatively",
            "to date",
            "total to date",
            "taking",
            "bringing",
            "now",
        ];
        let season = season?;
        // `This season's total comprises V` after `since the season started on July 1`
        let spoken = self.carry.recent.iter().rev().find(|spoken| spoken.first == season.first);
        if let Some(spoken) = spoken.filter(|spoken| spoken.last < season.last)
            && self.status.is_none()
            && matches!(self.what(at + 1), Some(What::Possessive))
            && self.is_word(at + 2, words!["total", "figure", "tally"])
        {
            return Some(*spoken);
        }
        let goes_on = self.carry.today.is_some_and(|today| season.first <= today && today < season.last);
        let said = goes_on
            && self.status.is_none()
            && self.may_say(SAID)
            && (self.clause_start.min(at)..self.pieces.list.len().min(self.current.max(at) + 4))
                .any(|at| self.is_word(at, SAID));
        if !said {
            return Some(season);
        }
        Some(Period { first: season.first, last: self.to_now(season.first)? })
    }

    /// The end of what a report on a week or a month tells, else the day of publication.
    fn to_now(&self, first: Date) -> Option<Date> {
        let last = self.as_of()?;
        let reported = || {
            let spoken = self.carry.period.or(self.carry.story_period).or(self.carry.week)?;
            let near = spoken.last.until(last).is_ok_and(|span| (0..=RECENT_DAYS).contains(&span.get_days()));
            (near && first < spoken.last).then_some(spoken.last)
        };
        Some(last).filter(|last| Some(*last) != self.carry.today).or_else(reported).or(Some(last))
    }

    /// `so far in 1987`, in that year.
    fn is_so_far(&self, at: usize, period: Period) -> bool {
        let this = self.carry.today.is_some_and(|today| period.first <= today && today < period.last);
        this && length(period) == Some(12)
            && period.first.month() == 1
            && at >= 2
            && self.is_prep(at - 1, Prep::In)
            && (self.is_word(at - 2, words!["so far", "far"]))
    }

    /// `Ten years ago China bought V`: the whole of that year.
    fn years_ago(&self) -> Option<Period> {
        /// Nearer than that it is a month that is compared with another.
        const YEARS: i32 = 3;
        let Some(What::Time(Time::Earlier(ago))) = self.what(0) else { return None };
        let years = ago / 12;
        if years < YEARS || ago % 12 != 0 || !self.text(0).to_ascii_lowercase().ends_with("ago") {
            return None;
        }
        months(self.carry.today?.year() - i16::try_from(years).ok()?, 1, 12)
    }

    /// A story of output that comes to trade without a time: `Growth slows to 5.3 pct in Q1`, and far below `Exports grew P`.
    fn of_output(&self) -> Option<Period> {
        let today = self.carry.today?;
        let named = *self.carry.recent.first()?;
        let lately = named.last <= today && named.last.year() + 1 >= today.year();
        (matches!(length(named), Some(1 | 3 | 6 | 12)) && lately).then_some(named)
    }

    /// `As of December 20, total registered capital stood at V`: what came in since January.
    ///
    /// Not: what has come in over all the years, `valid projects`, `cumulative capital`.
    fn of_capital_to_date(&self, at: usize) -> Option<Period> {
        let capital = self
            .topic
            .as_ref()
            .is_some_and(|topic| matches!(topic.indicator, Indicator::Fdi | Indicator::FdiInward));
        let day = self.day_counted_to().filter(|_| capital)?;
        let of_all = (0..at).any(|at| {
            self.is_word(
                at,
                words!["valid", "cumulative", "accumulated", "cumulatively", "so far", "ever", "stock"],
            )
        });
        let first = Date::new(day.year(), 1, 1).ok()?;
        (!of_all && day.month() > 1).then_some(Period { first, last: day })
    }

    /// `Since 2008, the firm has invested V`, `investment of V since 2010`: from that year on.
    ///
    /// Not: `the highest since 2010`, nor what it has grown by since.
    fn since_a_year(&self, at: usize) -> Option<Period> {
        const SINCE: &Words = words!["since"];
        let amount = matches!(self.what(at), Some(What::Quantity(index))
            if !self.pieces.quantities[*index].measure.is_relative());
        if !amount || !self.may_say(SINCE) || !matches!(self.said, Said::Nothing | Said::Level(_)) {
            return None;
        }
        let last = self.as_of()?;
        let year = self.pieces.times.iter().find_map(|time| {
            let since = time.checked_sub(1).filter(|since| self.is_word(*since, SINCE))?;
            let opens = since == 0;
            let near = since < at && opens || since > at && since < at + 7;
            let ranked = (since.saturating_sub(4)..since).any(|at| {
                let text = self.text(at);
                text.ends_with("est")
                    || matches!(text, "first" | "time" | "record" | "level" | "high" | "low" | "most")
            });
            match self.what(*time) {
                Some(What::Time(Time::Days(year))) if near && !ranked && length(*year) == Some(12) => {
                    Some(*year)
                }
                _ => None,
            }
        })?;
        (year.last < last && year.first.month() == 1).then_some(Period { first: year.first, last })
    }

    /// `had shipped V by Dec. 11` in a story of that year: from its beginning to the day.
    fn up_to_the_day(&self, spoken_of: Option<Period>) -> Option<Period> {
        let day = self.day_counted_to()?;
        let whole = spoken_of.filter(|period| length(*period).is_some() && self.status.is_none())?;
        (whole.first <= day && day < whole.last).then_some(Period { first: whole.first, last: day })
    }

    /// `Vietnam attracted V as of October 31`
    pub(super) fn day_counted_to(&self) -> Option<Date> {
        self.pieces.times.iter().find_map(|at| match self.what(*at) {
            Some(What::Time(Time::AsOf(day))) => Some(*day),
            _ => None,
        })
    }

    /// `Africa attracted V, P more than in 2007`, `** Saudi Arabia with V, down P from June`: what names only what it is compared with
    /// is of the year or month after that, where what is carried cannot be it.
    pub(super) fn after_its_base(&mut self) {
        let Some(today) = self.carry.today else { return };
        let known = self.drafts[self.first_draft..].iter().find_map(|change| {
            if change.kind != FigureKind::Change || change.period_stated || super::ahead(change.status) {
                return None;
            }
            let base = self.base_named_after(change.bytes.end)?;
            let carried = change.period;
            match length(base) {
                Some(12) => {
                    let later = shift(base, 12)?;
                    let open = carried.is_none_or(|carried| carried == base || carried.last > today);
                    (open && later.first.year() + 1 >= today.year() && later.first <= today)
                        .then_some((carried, later))
                }
                Some(1) => {
                    let carried =
                        carried.filter(|carried| length(*carried).is_some_and(|months| months > 1))?;
                    let later = shift(base, 1)?;
                    (carried.first <= base.first && later.last <= carried.last)
                        .then_some((Some(carried), later))
                }
                _ => None,
            }
        });
        let Some((carried, later)) = known else { return };
        for draft in &mut self.drafts[self.first_draft..] {
            if !draft.period_stated
                && draft.period == carried
                && !draft.is_base
                && !super::ahead(draft.status)
            {
                draft.period = Some(later);
            }
        }
    }

    /// The time that a change is counted from, where it stands close behind it: `P more than in 2007`, `P from June`.
    fn base_named_after(&self, byte: usize) -> Option<Period> {
        self.pieces.times.iter().find_map(|at| {
            let start = self.start_of(*at);
            let close = start >= byte && start < byte + 24;
            match self.what(*at) {
                Some(What::Time(Time::Days(base))) if close && !self.mains.contains(at) => Some(*base),
                _ => None,
            }
        })
    }

    /// `EU27 detailed results for January to December 2011`: a line of its own says of when what follows is.
    pub(crate) fn note_heading(&mut self) {
        const LONGEST: usize = 14;
        let Some(sentence) = self.story.sentences.get(self.sentence) else { return };
        let Some(paragraph) = self.story.paragraphs.get(sentence.paragraph) else { return };
        let text = self.story.words(sentence.range.clone()).trim_end();
        let alone = paragraph.end <= sentence.range.end + 1 && paragraph.start + 2 >= sentence.range.start;
        if !alone
            || sentence.tokens.len() > LONGEST
            || !self.pieces.quantities.is_empty()
            || text.ends_with(['.', ',', ';', '"', '”', '?', '!'])
            || text.starts_with(['*', '-', '–', '(', '[', '•', '+', '"', '“'])
        {
            return;
        }
        self.carry.heading = self.pieces.times.iter().find_map(|at| match self.what(*at) {
            Some(What::Time(Time::Days(period))) if length(*period).is_some() => Some(*period),
            _ => None,
        });
        if self.carry.heading.is_some() {
            (self.carry.section, self.carry.account, self.carry.told) = (None, None, None);
        }
    }

    /// `With exports up P, the gap narrowed to V from V0 in August 2012`: what names no time is of the same month a year later.
    pub(super) fn a_year_after_its_base(&mut self) {
        const LONGEST: i32 = 6;
        let Some(today) = self.carry.today else { return };
        let here = &self.drafts[self.first_draft..];
        // `rose P after jumping P0 in 2015`, `to V from V0 in 1985/86`, where nothing else says when
        let years = here.iter().filter(|base| base.is_base && base.period_stated).find_map(|base| {
            let period = base.period.filter(|period| length(*period) == Some(12))?;
            let later = shift(period, 12)?;
            // nobody reports what is not over
            let open = |main: &super::Draft| {
                if main.topic.indicator == Indicator::Quota && !main.is_base && main.period.is_none() {
                    return base.topic.indicator == Indicator::Quota;
                }
                let over = !super::ahead(main.status);
                let unsaid =
                    main.period.is_none_or(|period| !main.period_stated && over && period.last > today);
                !main.is_base
                    && unsaid
                    && main.kind == base.kind
                    && main.topic.indicator == base.topic.indicator
            };
            let now = later.first <= today && later.first.year() + 2 >= today.year();
            (now && here.iter().any(open)).then_some(later)
        });
        let known = years.or_else(|| {
            here.iter().filter(|draft| draft.is_base && draft.kind == FigureKind::Level).find_map(|base| {
                let period =
                    base.period.filter(|period| length(*period).is_some_and(|months| months <= LONGEST))?;
                let main = here.iter().find(|main| {
                    !main.is_base
                        && main.kind == FigureKind::Level
                        && main.topic.indicator == base.topic.indicator
                        && main.unit == base.unit
                        && !main.period_stated
                        && main.status != Status::Forecast
                })?;
                let later = shift(period, 12)?;
                let named =
                    i32::from(period.first.year()) + 1 == i32::from(today.year()) && later.last < today;
                (named && main.period != Some(later) && self.names_its_year(base)).then_some(later)
            })
        });
        let Some(known) = known else { return };
        for draft in &mut self.drafts[self.first_draft..] {
            // `its quota was cut to V from V0 in 1986`
            let quota = draft.topic.indicator == Indicator::Quota && draft.period.is_none();
            if !draft.is_base && (!draft.period_stated || quota) {
                (draft.period, draft.period_stated) = (Some(known), false);
            }
        }
    }

    /// Whether the words behind a base name its month and year, and not only `a year earlier`.
    fn names_its_year(&self, base: &super::Draft) -> bool {
        self.pieces.times.iter().any(|at| {
            let piece = &self.pieces.list[*at];
            let start = self.bytes(piece.tokens.clone()).start;
            matches!(piece.what, What::Time(Time::Days(period)) if Some(period) == base.period)
                && start >= base.bytes.end
                && start < base.bytes.end + 40
        })
    }

    /// `in April-September …. The deficit for the first half was V`: the half that was just spoken of, of a fiscal year.
    fn fiscal_half(&self, at: usize, half: Period) -> Option<Period> {
        let bare = ["half", "half year", "half-year"].iter().any(|half| self.text(at).ends_with(half));
        let fiscal = |carried: &Period| carried.first.month() % 6 != 1 && length(*carried) == Some(6);
        self.carry.period.filter(fiscal).filter(|_| bare && length(half) == Some(6))
    }

    /// `a surplus of V through September`, `the cumulative deficit in July`: from the start of the year.
    fn through(&self, at: usize, month: Period) -> Option<Period> {
        let over = self.carry.today.is_some_and(|today| month.last <= today);
        // `by end-July`, `as of the end of July`, `by August`
        let back = (at.saturating_sub(5)..at).rev().find(|back| {
            !self.is_word(*back, words!["end", "the", "the end", "of", "late"])
                && !matches!(self.what(*back), Some(What::Sign('-')))
        });
        let by = back.is_some_and(|back| {
            self.is_prep(back, Prep::By) || self.is_word(back, words!["by", "as of", "until", "as"])
        });
        // `stood at V at end-August`: what has come together until then
        let end = self.any_word(at.saturating_sub(3)..at, words!["end", "the end", "the end of"]);
        let by = by
            || end && back.is_some_and(|back| self.is_prep(back, Prep::At))
            || self.any_word(at.saturating_sub(6)..at, words!["cumulative", "cumulatively", "accumulated"]);
        // `attracted V by September 20`
        let to_day = month.first == month.last
            && self.is_word(at.wrapping_sub(1), words!["by"])
            && self.carry.today.is_some_and(|today| today.year() == month.last.year());
        let to_month =
            length(month) == Some(1) && (by || self.is_word(at.wrapping_sub(1), words!["through"]));
        let to = over && (to_day || to_month);
        to.then(|| Some(Period { first: Date::new(month.first.year(), 1, 1).ok()?, last: month.last }))?
    }

    /// `the February surplus last year`: the month of that year.
    fn month_of(&self, at: usize, year: Period) -> Option<Period> {
        let adverb = || self.text(at).bytes().all(|byte| !byte.is_ascii_digit());
        if year.first.month() != 1 || length(year) != Some(12) || !adverb() {
            return None;
        }
        let month = (at.saturating_sub(5)..at).rev().take_while(|back| {
            matches!(
                self.what(*back),
                Some(
                    What::Class(Class::Indicator(..) | Class::Plain | Class::Prep(Prep::In))
                        | What::Word
                        | What::Sign('-')
                        | What::Time(_)
                )
            )
        });
        let month = month.into_iter().find_map(|back| match self.what(back) {
            Some(What::Time(Time::Days(period))) if length(*period).is_some_and(|months| months < 12) => {
                Some((back, *period))
            }
            _ => None,
        });
        let (back, month) = month?;
        (back + 1 < at).then_some(())?;
        shift(month, (i32::from(year.first.year()) - i32::from(month.first.year())) * 12)
    }

    pub(super) fn main_time(&self, at: usize) -> Option<usize> {
        if let Some(next) = self.follows_at_once(at) {
            return Some(next);
        }
        let before = self.mains.partition_point(|main| *main < at);
        let ahead = || {
            let next = *self.mains.get(before)?;
            let goes_on = |at| match self.what(at) {
                Some(What::Class(Class::Break)) => self.is_word(at, words!["while", "whereas", "but"]),
                what => !matches!(what, Some(What::Sign(';'))),
            };
            // `on the month, more than making up for a P slide in April`, `short of March's V`
            let kin = (at + 1..next).rev().find(|at| matches!(self.what(*at), Some(What::Quantity(_))));
            // `by P, P and P respectively in January`, `coffee P, tea P and sugar P in July` have one time
            let listed = (at + 1..kin.unwrap_or(at)).all(|at| {
                matches!(
                    self.what(at),
                    Some(
                        What::Quantity(_)
                            | What::Word
                            | What::Sign(',' | '-')
                            | What::Class(Class::Prep(Prep::And) | Class::Plain)
                    )
                )
            });
            let parted = !listed
                && (at + 1..kin.unwrap_or(at)).any(|at| {
                    matches!(self.what(at), Some(What::Sign(',')))
                        && !self.is_prep(at + 1, Prep::To)
                        && !self.is_prep(at + 1, Prep::By)
                        && !self.is_prep(at + 1, Prep::Or)
                        && !self.is_prep(at + 1, Prep::From)
                });
            let others = kin.is_some_and(|kin| parted && self.follows_at_once(kin) == Some(next))
                || (matches!(self.what(next + 1), Some(What::Possessive))
                    && (next + 2..next + 5)
                        .find(|at| {
                            !matches!(self.what(*at), Some(What::Class(Class::Plain | Class::Bound(_))))
                        })
                        .is_some_and(|at| matches!(self.what(at), Some(What::Quantity(_)))));
            ((at + 1..next).all(goes_on) && !others).then_some(next)
        };
        self.mains[..before].iter().rev().find(|main| !self.is_aside(**main, at)).copied().or_else(ahead)
    }

    /// `V in January`, `a V surplus for 1987`: a main time after the quantity and its noun.
    pub(super) fn follows_at_once(&self, at: usize) -> Option<usize> {
        let mut next = at + 1;
        let mut of_time = false;
        while next < at + 8 {
            match self.what(next)? {
                What::Time(Time::Vague) if !of_time && next > at + 1 => return None,
                What::Time(_) => return self.mains.binary_search(&next).is_ok().then_some(next),
                What::Class(Class::Prep(Prep::In)) => of_time = true,
                // `V (P) in January`
                What::Sign(')') if next == at + 1 => {}
                // `V worth V2 in the year to June`
                What::Class(Class::Level(_) | Class::Plain)
                    if self.is_word(next, words!["worth", "valued at"])
                        && matches!(self.what(next + 1), Some(What::Quantity(_))) =>
                {
                    next += 1;
                }
                // `had climbed to V by 2014`
                What::Class(Class::Prep(Prep::By)) if matches!(self.what(next + 1), Some(What::Time(_))) => {
                    of_time = true;
                }
                // `a V rise in January`, `P less in October`
                What::Class(Class::Change(_) | Class::More(_))
                    if next == at + 1 || matches!(self.what(next - 1), Some(What::Sign(')'))) => {}
                // `V (V2) in 2022`
                What::Sign('(')
                    if matches!(self.what(next + 1), Some(What::Quantity(_)))
                        && matches!(self.what(next + 2), Some(What::Sign(')'))) =>
                {
                    next += 2;
                }
                What::Class(Class::Plain) if self.is_word(next, words!["for", "during"]) => of_time = true,
                // `a V deficit with Seoul last year`
                What::Class(Class::Prep(Prep::With))
                    if matches!(self.what(next + 1), Some(What::Region(_)))
                        && matches!(self.what(next - 1), Some(What::Class(Class::Indicator(..)))) =>
                {
                    next += 1;
                }
                // `V of the thermal variety in September`
                What::Class(
                    Class::Plain | Class::Indicator(..) | Class::Comparison(_) | Class::Prep(Prep::Of),
                )
                | What::Sign('-') => {}
                What::Word if !of_time && !matches!(self.what(next + 1), Some(What::Time(_))) => {}
                // `double the $4.2 billion recorded in the first half of 1991`
                What::Class(_) | What::Word
                    if next == at + 1
                        && self.is_word(
                            next,
                            words!["recorded", "registered", "posted", "seen", "logged", "reported"],
                        ) => {}
                _ => return None,
            }
            next += 1;
        }
        None
    }

    /// `January's V`, `last year's record V`: the time that a quantity belongs to.
    pub(super) fn owning_time(&self, at: usize) -> Option<Time> {
        // `against a year-ago V`
        if let Some(What::Time(time @ (Time::YearEarlier | Time::MonthEarlier | Time::QuarterEarlier))) =
            self.what(at.wrapping_sub(1))
            && (at.saturating_sub(3)..at - 1).any(|at| {
                matches!(self.what(at), Some(What::Class(Class::Against | Class::Prep(Prep::From))))
            })
        {
            return Some(*time);
        }
        // `compared with a 1975 surplus of V`, `after a December surplus of V`
        if let Some(of) = self.left_of(at)
            && self.is_prep(of, Prep::Of)
            && (matches!(self.what(of.wrapping_sub(1)), Some(What::Class(Class::Indicator(..))))
                || self.is_word(of.wrapping_sub(1), words!["average", "level", "total", "figure", "rate"]))
            && let Some(What::Time(time)) = self.what(of.wrapping_sub(2))
            && self.is_word(of.wrapping_sub(3), words!["a", "an", "the"])
            && (matches!(
                self.what(of.wrapping_sub(4)),
                Some(What::Class(
                    Class::Against | Class::Prep(Prep::From) | Class::Than | Class::More(_) | Class::Bound(_)
                ))
            ) || self.is_word(of.wrapping_sub(4), words!["after"])
                || self.is_a_multiple(of.wrapping_sub(4)))
        {
            return Some(*time);
        }
        let mut before = self.left_of(at)?;
        if !matches!(self.what(before), Some(What::Possessive)) {
            before = (at.saturating_sub(3)..at)
                .rev()
                .find(|back| matches!(self.what(*back), Some(What::Possessive)))?;
            let small = |at| {
                matches!(
                    self.what(at),
                    Some(What::Class(Class::Plain | Class::Bound(_) | Class::Status(_)) | What::Word)
                )
            };
            (before + 1..at).all(small).then_some(())?;
        }
        match self.what(before.checked_sub(1)?)? {
            What::Time(time) => Some(*time),
            _ => None,
        }
    }

    /// A time counted from the main one, as what is compared with is.
    pub(super) fn counted(&self, time: Time, main: Option<Period>, reporter: Option<&str>) -> Option<Period> {
        match time {
            // `in the current fiscal, compared with V last year`, `in January from V last year`
            Time::Days(last)
                if main.is_some_and(|main| {
                    let year = length(main) == Some(12) && main.first.month() > 1 && main.last > last.last;
                    year && self.is_last_year(last)
                        || length(main).is_some_and(|months| months < 12)
                            && main.first > last.last
                            && self.says_last_year(last)
                }) =>
            {
                shift(main?, -12)
            }
            Time::Days(period) | Time::InMonths(_, period) => Some(period),
            Time::YearEarlier | Time::Same | Time::SameMonths(_) | Time::ToDate => shift(main?, -12),
            Time::MonthEarlier => shift(main?, -1),
            Time::QuarterEarlier => shift(main?, -3),
            Time::WeekEarlier => {
                let back = |date: Date| date.checked_sub(jiff::Span::new().days(7)).ok();
                let main = main.filter(|main| length(*main).is_none())?;
                Some(Period { first: back(main.first)?, last: back(main.last)? })
            }
            Time::Earlier(months) => shift(main?, -months),
            Time::SameIn(month) => {
                let back = (main?.first.month() - month).rem_euclid(12);
                shift(main?, if back == 0 { -12 } else { -i32::from(back) })
            }
            // `in the year to June 1987, from V0 in 1985/86`
            Time::Fiscal(FiscalYear::Span(year))
                if main.is_some_and(|main| length(main) == Some(12) && main.first.month() > 1) =>
            {
                let main = main?;
                shift(main, (i32::from(year) - i32::from(main.first.year())) * 12)
            }
            Time::Fiscal(year) => {
                let year_before = matches!(year, FiscalYear::Ago(1) | FiscalYear::SeasonAgo(1));
                let found = self.fiscal(time, reporter);
                // `in 2017-18, as against V in the previous fiscal`: that before the one which is spoken of
                found.and_then(|found| {
                    if year_before && main == Some(found) { shift(found, -12) } else { Some(found) }
                })
            }
            Time::FiscalPart(..) => self.fiscal(time, reporter),
            Time::TheYear => months(main?.first.year(), 1, 12),
            Time::Vague | Time::Since(_) | Time::AsOf(_) => None,
        }
    }

    fn is_last_year(&self, year: Period) -> bool {
        self.carry.today.is_some_and(|today| months(today.year() - 1, 1, 12) == Some(year))
    }

    /// Whether a sentence calls a year only `last year`.
    fn says_last_year(&self, last: Period) -> bool {
        let mut named =
            self.pieces.times.iter().filter(
                |at| matches!(self.what(**at), Some(What::Time(Time::Days(period))) if *period == last),
            );
        named.next().is_some_and(|first| {
            let said = |at: &usize| {
                // `in the whole of last year`, `last year's V`
                self.text(*at).eq_ignore_ascii_case("last year")
                    && !matches!(self.what(at + 1), Some(What::Possessive))
                    && !self.is_prep(at.wrapping_sub(1), Prep::Of)
                    && !self.is_word(at.wrapping_sub(1), words!["all", "whole", "full"])
            };
            said(first) && named.all(said)
        })
    }

    /// `as of February 5`, else the day of publication.
    fn as_of(&self) -> Option<Date> {
        self.day_counted_to().or_else(|| self.yesterday()).or(self.carry.today)
    }

    /// The day before, where the sentence says `yesterday`: `authorised V yesterday, bringing the total since June to V`.
    fn yesterday(&self) -> Option<Date> {
        const YESTERDAY: &Words = words!["yesterday"];
        let said = self.may_say(YESTERDAY) && self.any_word(0..self.pieces.list.len(), YESTERDAY);
        self.carry.today.filter(|_| said)?.yesterday().ok()
    }

    /// `since the start of the season`
    fn since(&self, origin: Origin, reporter: Option<&str>) -> Option<Period> {
        let first = match origin {
            Origin::Day(day) => day,
            Origin::Season(year) => self.fiscal(Time::Fiscal(year), reporter)?.first,
            Origin::Month => self.as_of()?.first_of_month(),
        };
        let last = self.to_now(first)?;
        (first <= last).then_some(Period { first, last })
    }

    /// The last period that was named before a time of this sentence and that fits.
    fn named_before(&self, at: usize, fits: impl Fn(Period) -> bool) -> Option<Period> {
        let here =
            self.mains.iter().rev().filter(|main| **main < at).find_map(|main| match self.what(*main) {
                Some(What::Time(Time::Days(period))) => Some(*period).filter(|period| fits(*period)),
                _ => None,
            });
        here.or_else(|| self.carry.recent.iter().rev().copied().find(|period| fits(*period)))
            .or_else(|| self.carry.story_period.filter(|period| fits(*period)))
    }

    /// Whether `the month`, `the quarter`, `the nine months` can be a period.
    fn fits(&self, at: usize, time: Time, period: Period) -> bool {
        let months = length(period);
        if let Time::SameMonths(count) = time {
            return months == Some(count.into());
        }
        let text = self.text(at).to_ascii_lowercase();
        match text.split(|letter: char| !letter.is_ascii_alphabetic()).next_back() {
            Some("month") => months == Some(1),
            Some("quarter") => months == Some(3),
            Some("half" | "year") => months == Some(6),
            Some("week" | "weeks" | "days") => months.is_none(),
            _ => true,
        }
    }

    /// `so far this year`: to the end of the period that is spoken of, where it is of this year, else to the day of publication.
    fn to_date(&self, at: usize, carried: Option<Period>) -> Option<Period> {
        let text = self.text(at).to_ascii_lowercase();
        let of_month = text.contains("month");
        let today = self.as_of();
        let dated = today != self.carry.today;
        let last = match (carried.filter(|_| !dated), today) {
            (Some(period), Some(today)) => {
                let of_now = period.last.year() == today.year() && period.last <= today;
                // in January the year to date is the last one
                if of_now || (!text.contains("this") && period.last <= today) { period.last } else { today }
            }
            (Some(period), None) => period.last,
            (None, Some(today)) if !dated => {
                self.to_now(Date::new(today.year(), 1, 1).ok()?).unwrap_or(today)
            }
            (None, today) => today?,
        };
        let first = Date::new(last.year(), if of_month { last.month() } else { 1 }, 1).ok()?;
        Some(Period { first, last })
    }

    /// `the year`: the last that was named, else that of the period that is spoken of.
    fn the_year(&self, at: usize) -> Option<Period> {
        // a year to come was spoken of by the way
        let over = |period: Period| {
            self.carry.today.is_none_or(|today| period.first <= today)
                || self.carry.story_period == Some(period)
        };
        let named = self.named_before(at, |period| length(period) == Some(12) && over(period));
        // `The 1986 surplus was V. … the gap could exceed V2 in the full year`: the one that is not over
        let open = self.carry.today.map(Date::year).filter(|_| {
            let text = self.text(at).to_ascii_lowercase();
            self.status.is_some_and(super::ahead)
                && ["full", "whole", "entire"].iter().any(|all| text.contains(all))
        });
        if let (Some(open), Some(named)) = (open, named)
            && named.last.year() < open
            && self.carry.story_period.is_some_and(|story| story.last.year() == open)
        {
            return months(open, 1, 12);
        }
        // `It sees a fall of P for the year`: in its midst nobody foretells the last one
        if let (Some(today), Some(named)) = (self.carry.today, named)
            && self.status.is_some_and(super::ahead)
            && named.last.year() + 1 == today.year()
            && today.month() > TOLD_BY
        {
            return months(today.year(), 1, 12);
        }
        if named.is_some() {
            return named;
        }
        // `the full year` after a fiscal half, or the first nine months of a fiscal year
        let fiscal = self
            .carry
            .story_period
            .filter(|story| matches!(length(*story), Some(6..=11)) && !matches!(story.first.month(), 1 | 7));
        if let Some(first) = fiscal.map(|story| story.first) {
            return Some(Period {
                first,
                last: shift(Period { first, last: first }, 12)?.first.yesterday().ok()?,
            });
        }
        let spoken = self.carry.period.or(self.carry.story_period).map(|period| period.first);
        months(spoken.or(self.carry.today)?.year(), 1, 12)
    }

    /// What is of no time where none is said: rates `a year`, habits, what is so at present.
    fn is_of_no_time(&self, at: usize, kind: FigureKind) -> bool {
        const AS_EVER: &Words = words![
            "currently",
            "traditionally",
            "normally",
            "usually",
            "typically",
            "presently",
            "habitually",
            "used",
        ];
        if !matches!(kind, FigureKind::Level | FigureKind::Share) {
            return false;
        }
        let rate = match self.what(at) {
            Some(What::Quantity(index)) => self.pieces.quantities[*index].per,
            _ => None,
        };
        // `imports 1.2 mln tonnes of edible oils a year`
        let yearly = (at + 1..at + 7)
            .take_while(|at| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(',' | ';'))))
            .any(|at| {
                (self.is_word(at, words!["a", "per"])
                    && self.is_word(at + 1, words!["year", "month", "quarter"]))
                    || self.is_word(at, words!["annually", "a year", "per year"])
            });
        if yearly || matches!(rate, Some(Per::Month | Per::Quarter | Per::Year)) {
            return true;
        }
        if self.may_say(BEFORE) && self.is_before_an_event(at) {
            return true;
        }
        let now = words!["now"];
        let from = self.clause_start.max(at.saturating_sub(12));
        let trader = || {
            kind == FigureKind::Share
                && self.left_of(at).is_some_and(|of| {
                    self.is_prep(of, Prep::Of)
                        && self.is_word(
                            of.wrapping_sub(1),
                            words!["importer", "exporter", "buyer", "supplier", "seller", "purchaser"],
                        )
                })
        };
        trader()
            || ((self.may_say(AS_EVER) || self.may_say(now))
                && (from..at).any(|said| {
                    let as_ever =
                        self.is_word(said, AS_EVER) || self.is_word(said, now) && self.is_as_now(kind);
                    // `which usually takes P2, fell to V` says it of another
                    as_ever && !self.is_aside(said, at)
                }))
            || (kind == FigureKind::Share && self.goes_on_as_ever(at))
            || (kind == FigureKind::Level && self.is_under_measures(at))
            || (kind == FigureKind::Share && self.goes_there(at) && !self.is_part_of_an_amount(at))
            || (kind == FigureKind::Share
                && !self.status.is_some_and(super::ahead)
                // a headline tells in the present of what has been
                && self.start_of(at) >= self.story.headline.end
                && !self.says_of_an_amount(at)
                && !self.is_part_of_an_amount(at)
                && (at.saturating_sub(5)..at).any(|at| {
                    self.is_word(
                        at,
                        words![
                            "account for",
                            "accounts for",
                            "make up",
                            "makes up",
                            "represents",
                            "constitutes",
                            "takes",
                            "absorbs",
                            "comprises",
                            "ships",
                            "sells",
                            "buys",
                            "sends",
                            "supplies",
                            "provides",
                            "meets",
                            "handles",
                            "moves",
                            "fetches",
                            "take",
                        ],
                    ) && (at + 1..at + 3).any(|next| {
                        matches!(self.what(next), Some(What::Quantity(_) | What::Class(Class::Bound(_))))
                    }) || self.is_word(at, words!["exports", "imports"]) && self.governs(at)
                }))
    }

    /// `imports around P of its lettuces, P2 of its tomatoes and P3 of its soft fruit`: shares in one list are of one time.
    fn goes_on_as_ever(&self, at: usize) -> bool {
        let Some(before) = self.drafts[self.first_draft..].last() else { return false };
        if before.kind != FigureKind::Share || before.period.is_some() || !before.period_stated {
            return false;
        }
        let last = (0..at).rev().find(|at| matches!(self.what(*at), Some(What::Quantity(_))));
        last.is_some_and(|last| {
            (last + 1..at).all(|at| {
                !matches!(
                    self.what(at),
                    Some(
                        What::Class(Class::Break | Class::Change(_) | Class::Level(_) | Class::Share)
                            | What::Sign(';')
                            | What::Time(_)
                    )
                )
            })
        })
    }

    /// `About V of imports are affected`, `the measures cover V of exports`: what a duty hits is of no time that is not said.
    fn is_under_measures(&self, at: usize) -> bool {
        const MEASURES: &Words = words![
            "affected",
            "countermeasures",
            "retaliation",
            "retaliatory",
            "covering",
            "covers",
            "cover",
            "list",
            "hit",
            "targets"
        ];
        const NEAR: usize = 8;
        /// Figures; looking no further back keeps the time linear.
        const LOOKS_BACK: usize = 100;
        let money = matches!(self.what(at), Some(What::Quantity(index))
            if self.pieces.quantities[*index].measure.is_money());
        let flow = self.topic.as_ref().is_some_and(|topic| {
            matches!(topic.indicator, Indicator::Exports | Indicator::Imports | Indicator::Trade)
        });
        // a story that has told of duties
        let duties = || {
            let mut told = self.drafts.iter().rev().take(LOOKS_BACK);
            told.any(|draft| draft.topic.indicator == Indicator::Tariff)
        };
        money
            && flow
            && self.may_say(MEASURES)
            && (at.saturating_sub(NEAR)..at + NEAR).any(|said| {
                // `topped the list of exports`
                let listed = !self.is_word(said, words!["list"]) || said < at && at < said + 4;
                listed && self.is_word(said, MEASURES)
            })
            && duties()
    }

    /// `The quota is now V`, and not `Cumulative imports now total V`, which have come until now.
    fn is_as_now(&self, kind: FigureKind) -> bool {
        kind == FigureKind::Share
            || self
                .topic
                .as_ref()
                .is_none_or(|topic| matches!(topic.indicator, Indicator::Quota | Indicator::Tariff))
    }

    /// `Corn makes up P of these supplies`, `account for P of that`: of a total that was told, and of its time.
    fn is_part_of_an_amount(&self, at: usize) -> bool {
        if self.is_word(at + 1, words!["of that", "of this", "of these", "of which"]) {
            return true;
        }
        if !self.is_prep(at + 1, Prep::Of) {
            return false;
        }
        let told = matches!(self.what(at + 2), Some(What::Class(Class::Anaphor)))
            || self.is_word(at + 2, words!["that", "them", "these", "those"])
            || self.is_word(at + 2, words!["the"])
                && (matches!(self.what(at + 3), Some(What::Quantity(_)))
                    || self
                        .is_word(at + 3, words!["amount", "former", "latter", "exports", "imports", "sum"]));
        // `half of the exports of St Lucia` are those of ever
        let others = (at + 3..at + 5)
            .any(|at| self.is_prep(at, Prep::Of) && matches!(self.what(at + 1), Some(What::Region(_))));
        told && !others
    }

    /// `were worth V before the war`, `which before the crisis stood at V`: of no time that has a date.
    pub(super) fn is_before_an_event(&self, at: usize) -> bool {
        const EVENTS: &Words =
            words!["war", "invasion", "crisis", "pandemic", "conflict", "revolution", "coup"];
        const FAR: usize = 9;
        let end = |at: &usize| !matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';')) | None);
        let behind = (at + 1..at + FAR).take_while(end);
        let ahead = (at.saturating_sub(FAR)..at).rev().take_while(end);
        behind
            .chain(ahead)
            .any(|before| self.is_word(before, BEFORE) && self.any_word(before + 1..before + 4, EVENTS))
    }

    /// `90% of the country's exports go to the U.S.`, `80 pct of its imports are from the Middle East`: as ever.
    fn goes_there(&self, at: usize) -> bool {
        self.is_prep(at + 1, Prep::Of)
            && (at + 2..at + 9)
                .take_while(|at| {
                    matches!(
                        self.what(*at),
                        Some(
                            What::Word
                                | What::Region(_)
                                | What::Possessive
                                | What::Class(
                                    Class::Plain | Class::Indicator(..) | Class::Peri(_) | Class::Level(_)
                                )
                        )
                    )
                })
                .any(|verb| {
                    self.is_word(verb, words!["go", "goes"]) && self.is_prep(verb + 1, Prep::To)
                        || self.is_word(verb, words!["come", "comes", "are", "is"])
                            && self.is_prep(verb + 1, Prep::From)
                })
    }

    /// `May sugar contract`, `July futures`: a month that is traded.
    fn is_of_futures(&self, at: usize) -> bool {
        const FUTURES: &Words = words!["futures", "contract", "position"];
        self.may_say(FUTURES)
            && !self.text(at).contains(' ')
            && (at + 1..at + 5)
                .take_while(|at| {
                    matches!(
                        self.what(*at),
                        Some(What::Word | What::Class(Class::Deal | Class::Other | Class::Plain))
                    )
                })
                .any(|next| self.is_word(next, FUTURES))
            && !self.is_prep(at.wrapping_sub(1), Prep::In)
    }

    /// `soared to V, which represents P of the total`: of when the amount is.
    fn says_of_an_amount(&self, at: usize) -> bool {
        self.last_word(at.saturating_sub(5)..at, words!["which"]).is_some_and(|which| {
            matches!(self.what(which.wrapping_sub(1)), Some(What::Sign(',')))
                && matches!(self.what(which.wrapping_sub(2)), Some(What::Quantity(index))
                    if self.became.get(*index).copied().flatten().is_some())
        })
    }

    /// `Chile exports P of its cherries`: a verb, and not `share of exports, P` nor `P of exports and P`.
    fn governs(&self, verb: usize) -> bool {
        let next = self.skip(verb + 1, |what| matches!(what, What::Class(Class::Bound(_) | Class::Plain)));
        matches!(self.what(next), Some(What::Quantity(_)))
            && matches!(
                self.what(verb.wrapping_sub(1)),
                Some(What::Region(_) | What::Word | What::Class(Class::Peri(_) | Class::Plain))
            )
    }

    /// Whether the time of a quantity stands in its own clause.
    fn timed_here(&self, at: usize) -> bool {
        let Some(time) = self.main_time(at) else { return false };
        (time.min(at)..time.max(at)).all(|at| {
            !matches!(self.what(at), Some(What::Class(Class::Break) | What::Sign(';' | ',')))
                && !self.is_word(at, words!["which"])
        })
    }

    /// A month that is named without a year, of what is expected or to be delivered: the one that is nearer to today.
    fn ahead_of_us(&self, at: usize, period: Period, status: Status) -> Period {
        self.main_time(at).map_or(period, |time| self.comes_next(time, period, status))
    }

    /// … the time of a piece.
    pub(super) fn comes_next(&self, found: usize, period: Period, status: Status) -> Period {
        let Some(today) = self.carry.today.filter(|today| period.last < *today) else { return period };
        let text = self.text(found);
        let open = || {
            if !matches!(self.what(found), Some(What::Time(Time::Days(_))))
                || !text.split(|letter: char| !letter.is_ascii_digit()).all(|digits| digits.len() < 4)
            {
                return false;
            }
            // `for last half May shipment` says nothing of the year, nor does `the year to October 31`
            let said = text.to_ascii_lowercase();
            let mut said = &*said;
            for begins in ["the ", "year to", "last half", "last/half"] {
                while let Some(rest) = said.strip_prefix(begins) {
                    said = rest;
                }
            }
            !["last", "previous", "this", "next", "year", "ended"].iter().any(|word| said.contains(word))
        };
        let waits = super::ahead(status)
            // `by August`, and not `slumped by 8.6 per cent by August`
            || (found > 0
                && self.is_word(found.wrapping_sub(1), words!["by", "until"])
                && !matches!(self.said, Said::Change(_)))
            || (found.saturating_sub(3)..found).any(|at| {
                self.is_word(
                    at,
                    words![
                        "delivery",
                        "deliveries",
                        "shipment",
                        "shipments",
                        "commencing",
                        "starting",
                        "beginning",
                        "loading",
                    ],
                )
            })
            // `for May shipment`, and not `From January to May shipments dropped`
            || self.is_word(
                found + 1,
                words!["shipment", "shipments", "delivery", "deliveries", "loading", "arrival"],
            ) && !matches!(self.said, Said::Change(_))
            || self.is_set_ahead(found, period);
        if !waits || !open() {
            return period;
        }
        let Some(next) = shift(period, 12) else { return period };
        let away = |date: Date| date.until(today).map_or(i32::MAX, |span| span.get_days().abs());
        if away(next.first) < away(period.first) { next } else { period }
    }

    /// `the tender quota in April-September is V`, `has set its export tax for November`, `bought V for May`: a quota, a duty and a
    /// delivery may be of a time to come.
    fn is_set_ahead(&self, time: usize, period: Period) -> bool {
        let early = usize::from(self.is_word(time.wrapping_sub(1), words!["late", "early", "mid", "all"]));
        let wanted = time.checked_sub(1 + early).is_some_and(|before| self.is_word(before, words!["for"]));
        // `the deficit for the first half` has been
        let short = (period.last - period.first).get_days() <= SHORT_DAYS;
        wanted && short
            || self
                .topic
                .as_ref()
                .is_some_and(|topic| matches!(topic.indicator, Indicator::Quota | Indicator::Tariff))
    }

    /// A fiscal year or a season, or a part of one, by the calendar of the reporter's country or of the crop.
    pub(super) fn fiscal(&self, time: Time, reporter: Option<&str>) -> Option<Period> {
        let filed = self.places.filed.as_deref();
        let of_story = self.country_of(self.carry.story_reporter.as_deref());
        let trades = self.country_of(reporter).or(of_story).or(filed);
        // in a story of the place where it was filed, "the fiscal year" is that place's
        let country = if of_story.is_some() && of_story == filed { filed } else { trades };
        // elsewhere than where the world's agencies sit, a story's own fiscal year is that of the place
        let own = matches!(time, Time::Fiscal(FiscalYear::Ago(_)) | Time::FiscalPart(FiscalYear::Ago(_), ..));
        let hub = |code: &&str| matches!(*code, "GB" | "SG" | "HK" | "US" | "CH" | "FR" | "BE" | "DE" | "AE");
        let country = filed.filter(|filed| own && !hub(filed)).or(country);
        let today = self.carry.today;
        let (year, part) = match time {
            Time::Fiscal(year) => (year, None),
            Time::FiscalPart(year, from, count) => (year, Some((from, count))),
            _ => return None,
        };
        let season = matches!(year, FiscalYear::SeasonAgo(_));
        let span = matches!(year, FiscalYear::Span(_));
        let crop = if season || span {
            self.crop(season || !matches!(country, Some("IN" | "PK" | "BD" | "NP")))
        } else {
            None
        };
        // a crop's season is that of the country which trades it
        let country = if crop.is_some() { trades } else { country };
        let told = || match crop {
            None if !season => *self.carry.year.get_or_init(|| year_told(self.story)),
            _ => self.carry.season_told(self.story),
        };
        fiscal_period(year, part, country, crop, told, today)
    }

    /// `October to February, the first five months of the season`: the days that were just named.
    fn fiscal_at(&self, at: usize, time: Time, reporter: Option<&str>) -> Option<Period> {
        if let Time::FiscalPart(FiscalYear::SeasonAgo(_), _, count) = time
            && let Some(period) =
                self.mains.iter().rev().filter(|main| **main < at).find_map(|main| match self.what(*main) {
                    Some(What::Time(Time::Days(period))) => Some(*period),
                    _ => None,
                })
            && length(period) == Some(count.into())
        {
            return Some(period);
        }
        self.fiscal(time, reporter)
    }

    /// `in the first quarter` of a story that has told of the first quarter of the fiscal year: that one.
    fn fiscal_quarter(&self, at: usize, period: Period, reporter: Option<&str>) -> Option<Period> {
        let first = period.first.month() == 1 && length(period) == Some(3);
        let text = self.text(at);
        if !first || !text.to_ascii_lowercase().ends_with("first quarter") {
            return None;
        }
        let fiscal = self.fiscal(Time::FiscalPart(FiscalYear::Ago(0), 0, 3), reporter)?;
        let told = [self.carry.story_period, self.carry.told].contains(&Some(fiscal));
        (told && fiscal.first > period.last).then_some(fiscal)
    }

    /// The country of a region's code.
    pub(super) fn country_of<'c>(&'c self, code: Option<&'c str>) -> Option<&'c str> {
        let code = code?;
        if code.starts_with("x:") {
            return Some(code);
        }
        let city = self
            .places
            .codes
            .iter()
            .find(|codes| *codes.own == *code)
            .and_then(|codes| codes.country.as_deref());
        city.or_else(|| code.get(..2).filter(|_| !code.starts_with("geonames:")))
    }

    /// The crop that is spoken of: in the topic; else, where trade there counts in seasons, in the sentence, before it, or in the
    /// headline.
    fn crop(&self, seasons: bool) -> Option<&'static str> {
        let goods = self.topic.as_ref().and_then(|topic| topic.commodity.as_deref());
        let of_flow = self.topic.as_ref().is_none_or(|topic| {
            matches!(
                topic.indicator,
                Indicator::Exports | Indicator::Imports | Indicator::Quota | Indicator::Freight
            )
        });
        if goods.is_some() || !seasons || !of_flow {
            return goods.and_then(|goods| {
                crop_in(goods.rsplit(' ').next().unwrap_or(goods))
                    .or_else(|| crop_in(goods).filter(|_| seasons))
            });
        }
        let sentence = || {
            let (first, last) = (self.pieces.list.first()?, self.pieces.list.last()?);
            first_crop_in(self.story.words(self.bytes(first.tokens.start..last.tokens.end)))
        };
        sentence()
            .or_else(|| {
                let until =
                    self.pieces.list.first().map_or(0, |piece| self.bytes(piece.tokens.clone()).start);
                let from = (until.saturating_sub(500)..=until)
                    .find(|at| self.story.article.text.is_char_boundary(*at))?;
                crop_in(self.story.words(from..until))
            })
            .or_else(|| crop_in(self.story.words(self.story.headline.clone())))
    }

    /// `vs 19.0 mln tonnes last month` of a year or season: what was estimated of the same then.
    pub(super) fn is_estimate(&self, at: usize, time: Time, main: Option<Period>) -> bool {
        let a_month = match time {
            Time::Days(period) => length(period) == Some(1),
            Time::MonthEarlier => true,
            _ => false,
        };
        // whose days nobody tells
        let season = || {
            let time = self.main_time(at).and_then(|at| self.what(at));
            matches!(time, Some(What::Time(Time::Fiscal(FiscalYear::Span(_) | FiscalYear::SeasonAgo(_)))))
        };
        a_month && main.map_or_else(season, |main| length(main) == Some(12))
    }

    /// `the duties, imposed in May 2020,`, `the pact took effect in February`, `were on strike in April`: when something else happened.
    fn is_of_an_event(&self, at: usize) -> bool {
        let event = |at: usize| {
            self.is_word(
                at,
                words![
                    "imposed",
                    "introduced",
                    "expired",
                    "launched",
                    "took effect",
                    "came into force",
                    "effect",
                    "force",
                    "strike",
                    "strikes",
                    "devaluation",
                    "hike",
                    "predicted",
                ],
            ) || self.is_word(at, words!["signed", "concluded", "reached", "agreed"])
                // a contract is of when it was signed
                && (at.saturating_sub(5)..at).any(|at| {
                    self.is_word(at, words!["pact", "accord", "protocol", "agreement", "treaty", "deal"])
                })
        };
        let prep = usize::from(
            self.is_prep(at.wrapping_sub(1), Prep::In) || self.is_prep(at.wrapping_sub(1), Prep::On),
        );
        at.checked_sub(1 + prep).is_some_and(event)
    }

    /// Whether a time is what the clause is about, and not what it compares with, nor when somebody said so.
    pub(super) fn is_main_time(&self, at: usize) -> bool {
        let Some(What::Time(time)) = self.what(at) else { return false };
        if matches!(
            time,
            Time::YearEarlier
                | Time::MonthEarlier
                | Time::QuarterEarlier
                | Time::WeekEarlier
                | Time::Earlier(_)
                | Time::AsOf(_)
        ) {
            return false;
        }
        // `due to last week's earthquake`
        let of_something = matches!(self.what(at + 1), Some(What::Possessive))
            && !(at + 2..at + 7).any(|at| {
                matches!(
                    self.what(at),
                    Some(
                        What::Quantity(_)
                            | What::Class(
                                Class::Indicator(..) | Class::Anaphor | Class::Quota | Class::Tariff
                            )
                    )
                )
            });
        // `bought V last week for August loading`: the contract is of last week
        let delivered = |at: usize| {
            self.is_word(
                at + 1,
                words!["shipment", "shipments", "delivery", "deliveries", "loading", "arrival"],
            )
        };
        if delivered(at)
            && self
                .pieces
                .times
                .iter()
                .any(|time| matches!(self.what(*time), Some(What::Time(_))) && !delivered(*time))
        {
            return false;
        }
        // `discounts to the spot May world sugar contract`
        if matches!(time, Time::Days(_)) && self.is_of_futures(at) {
            return false;
        }
        // `to V (July: V0)`
        if of_something
            || self.names_base(at)
            || self.is_when_said(at)
            || self.is_of_an_event(at)
            || self.is_ranked_over(at)
        {
            return false;
        }
        let mut back = at;
        while back > 0 {
            back -= 1;
            match self.what(back) {
                // `lower in March than in February`
                Some(What::Class(Class::More(_))) if self.is_prep(back + 1, Prep::In) => return true,
                // `was P lower last month at V`
                Some(What::Class(Class::More(_)))
                    if back + 1 == at
                        && self.is_word(back, words!["lower", "higher", "up", "down"])
                        && ["last ", "this "].iter().any(|word| self.text(at).starts_with(word)) =>
                {
                    return true;
                }
                // `unchanged from January`
                Some(What::Class(Class::Plain)) if self.is_word(back, words!["unchanged from"]) => {
                    return self.is_run(at);
                }
                Some(What::Class(Class::Prep(Prep::In | Prep::Of) | Class::Plain)) => {}
                // `more than between January and September of 2023`
                Some(What::Class(Class::Prep(Prep::Between)))
                    if matches!(
                        self.what(back.wrapping_sub(1)),
                        Some(What::Class(Class::Than | Class::Against))
                    ) => {}
                // `a third of what it was last July`
                Some(What::Class(Class::Level(_)))
                    if self.is_word(back, words!["was", "were", "had been"])
                        && self
                            .is_word(back.wrapping_sub(1), words!["it", "they", "what it", "what they"])
                        && self.is_word(back.wrapping_sub(2), words!["what", "than", "as", "of"]) =>
                {
                    return false;
                }
                // `for the first time since 2019`
                Some(What::Class(Class::Break)) if self.is_word(back, words!["since"]) => return false,
                Some(What::Class(Class::Prep(Prep::From))) => return self.is_run(at),
                // `shipped V abroad on February 1-7`
                Some(What::Class(Class::Prep(Prep::On)))
                    if back + 1 == at
                        && matches!(self.what(at), Some(What::Time(Time::Days(days)))
                            if days.first < days.last && length(*days).is_none()) => {}
                Some(What::Class(Class::Prep(Prep::On) | Class::Than | Class::Against | Class::More(_))) => {
                    return false;
                }
                // `over the same period`
                Some(What::Class(Class::Bound(Bound::Below | Bound::Above))) => {
                    let noun =
                        matches!(self.what(back.wrapping_sub(1)), Some(What::Class(Class::Indicator(..))));
                    // `Over the first eight months, inflows were down`
                    let opens = back == 0
                        || matches!(
                            self.what(back - 1),
                            Some(What::Sign(_) | What::Class(Class::Break | Class::Prep(Prep::And)))
                        );
                    return self.is_word(back, words!["over"])
                        && (noun
                            || opens
                            || matches!(
                                time,
                                Time::Same | Time::SameMonths(_) | Time::Vague | Time::TheYear
                            ));
                }
                _ => return !self.base_before(at),
            }
        }
        true
    }

    /// `from V0 in June`, `after a V0 surplus in April`: the quantity that a time belongs to is what something is compared with.
    fn base_before(&self, time: usize) -> bool {
        let mut bracket = false;
        for back in (time.saturating_sub(10)..time).rev() {
            match self.what(back) {
                Some(What::Sign(')')) => bracket = true,
                Some(What::Sign('(')) => bracket = false,
                _ if bracket => {}
                // `two and a half times the V of January to August 2021`, `double that of 2016`
                Some(What::Quantity(index))
                    if self.pieces.quantities[*index].measure == Measure::Multiple =>
                {
                    return self.is_prep(time - 1, Prep::Of)
                        && matches!(self.what(back + 1), Some(What::Class(Class::Anaphor)));
                }
                // `against 236 mln dlrs in March and 255 in April 1986`
                Some(What::Number) => return self.hangs_on_a_base(back),
                // `against V, revised from V0, in March`
                Some(What::Sign(','))
                    if matches!(self.what(back.wrapping_sub(1)), Some(What::Quantity(_)))
                        && (back.saturating_sub(4)..back).any(|at| self.is_word(at, words!["revised"])) => {}
                Some(What::Quantity(_)) => {
                    let times = self.is_word(back.wrapping_sub(1), words!["the"])
                        && matches!(self.what(back.wrapping_sub(2)), Some(What::Quantity(index))
                            if self.pieces.quantities[*index].measure == Measure::Multiple);
                    return times || self.hangs_on_a_base(back);
                }
                Some(
                    What::Class(
                        Class::Plain
                        | Class::Prep(Prep::In | Prep::Of | Prep::With | Prep::Between | Prep::At)
                        | Class::Indicator(..)
                        | Class::Anaphor
                        | Class::Status(_),
                    )
                    | What::Region(_)
                    | What::Possessive
                    | What::Word
                    | What::Sign('-'),
                ) => {}
                // `above those of the third quarter`
                Some(What::Class(
                    Class::More(_) | Class::Than | Class::Against | Class::Bound(Bound::Above | Bound::Below),
                )) if matches!(self.what(back + 1), Some(What::Class(Class::Anaphor | Class::Plain)))
                    // `trucked over the border in 2018`
                    && !self.is_word(back + 2, words!["border", "frontier"]) =>
                {
                    return true;
                }
                // `P lower than the V recorded in the first quarter`
                Some(What::Class(_))
                    if self.is_word(
                        back,
                        words!["registered", "recorded", "seen", "posted", "logged", "reported"],
                    ) => {}
                // `after a P fall in July`
                Some(What::Class(Class::Change(_)))
                    if matches!(self.what(back.wrapping_sub(1)), Some(What::Quantity(_))) => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether a level is of an earlier period than the one that its sentence is about.
    pub(super) fn is_of_before(&self, at: usize, period: Option<Period>) -> bool {
        let main = || {
            self.mains.iter().find_map(|main| match self.what(*main) {
                Some(What::Time(Time::Days(main))) => Some(main.first),
                _ => None,
            })
        };
        self.hangs_on_a_base(at)
            || (self.owning_time(at).is_some()
                && period.zip(main()).is_some_and(|(period, main)| period.first < main))
    }

    /// Whether a quantity is what something is compared with: `from V0`, `against V0`, `after a V0 surplus`, `from V0 in May and V00`.
    fn hangs_on_a_base(&self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..4 {
            let Some(source) = self.left_of(at) else { return false };
            // `over the V of February`
            let over = (source + 1..at).any(|at| {
                matches!(self.what(at), Some(What::Class(Class::Bound(Bound::Above | Bound::Below))))
            });
            if over && self.is_word(at.wrapping_sub(1), words!["the"]) {
                return true;
            }
            match self.what(source) {
                Some(What::Class(Class::Against | Class::Than)) => return true,
                Some(What::Class(Class::Prep(Prep::From))) => return !self.followed_by_to(at),
                Some(What::Class(Class::Break)) => return self.is_word(source, words!["after"]),
                // `after jumping by P0 in 2015`
                Some(What::Class(Class::Prep(Prep::By)))
                    if matches!(self.what(source.wrapping_sub(1)), Some(What::Class(Class::Change(_)))) =>
                {
                    return self.is_word(source.wrapping_sub(2), words!["after"]);
                }
                // `compared with increases of P`
                Some(What::Class(Class::Prep(Prep::Of)))
                    if matches!(self.what(source.wrapping_sub(1)), Some(What::Class(Class::Change(_)))) =>
                {
                    return self.left_of(source - 1).is_some_and(|before| {
                        matches!(self.what(before), Some(What::Class(Class::Against | Class::Than)))
                    });
                }
                Some(What::Class(Class::Prep(Prep::Of))) => return self.of_a_base(source),
                // `from V in January and V in February 1986`, `against V and V in 1985`
                Some(What::Class(Class::Prep(Prep::And)) | What::Sign(',')) => {
                    let mut bracket = false;
                    let kin =
                        (source.saturating_sub(12)..source).rev().find_map(|back| match self.what(back) {
                            // `against a V0 (revised from V00) deficit in March and a V1 deficit`
                            Some(What::Sign(')')) => {
                                bracket = true;
                                None
                            }
                            Some(What::Sign('(')) => {
                                bracket = false;
                                None
                            }
                            _ if bracket => None,
                            Some(What::Quantity(_)) => Some(Some(back)),
                            None
                            | Some(
                                What::Class(Class::Break | Class::Change(_) | Class::Level(_))
                                | What::Sign(_),
                            ) => Some(None),
                            _ => None,
                        });
                    let Some(kin) = kin.flatten() else { return false };
                    at = kin;
                }
                _ => return false,
            }
        }
        false
    }

    /// `the best so far this year`, `the largest of the year`: among which months it comes first.
    fn is_ranked_over(&self, at: usize) -> bool {
        const RANKS: &Words = words![
            "best",
            "worst",
            "highest",
            "lowest",
            "largest",
            "smallest",
            "biggest",
            "strongest",
            "weakest",
            "busiest",
            "steepest",
            "sharpest",
        ];
        let mut back = at;
        while at - back < 3
            && (self.is_prep(back.wrapping_sub(1), Prep::In)
                || self.is_prep(back.wrapping_sub(1), Prep::Of)
                || self.is_word(
                    back.wrapping_sub(1),
                    words!["so far", "yet", "level", "figure", "total", "monthly", "month", "result", "rate"],
                ))
        {
            back -= 1;
        }
        self.is_word(back.wrapping_sub(1), RANKS)
    }

    /// `said last month`, `figures released in April`, `last month's estimate`: when somebody said it.
    fn is_when_said(&self, at: usize) -> bool {
        let mut before = at;
        // `Cherry shipments ended in February, but exports of grapes reached V`
        if self.is_prep(at.wrapping_sub(1), Prep::In)
            && self.is_word(
                at.wrapping_sub(2),
                words!["ended", "began", "started", "opened", "closed", "finished"],
            )
        {
            return true;
        }
        // `earlier this month, the ministry reported that`
        if before > 0 && self.is_word(before.wrapping_sub(1), words!["earlier", "later"]) {
            return true;
        }
        // `Last week the bank reported a deficit of V for 2002`
        if self.text(at).ends_with("week")
            && (at + 1..at + 6)
                .take_while(|at| {
                    !matches!(self.what(*at), Some(What::Class(Class::Indicator(..)) | What::Sign(_)))
                })
                .any(|at| {
                    self.is_word(
                        at,
                        words![
                            "said",
                            "reported",
                            "announced",
                            "published",
                            "released",
                            "rumours",
                            "rumors",
                            "reports",
                            "talk",
                            "speculation"
                        ],
                    )
                })
        {
            return true;
        }
        let adverb = ["last", "this", "yesterday", "earlier"]
            .iter()
            .any(|near| self.text(at).get(..near.len()).is_some_and(|text| text.eq_ignore_ascii_case(near)));
        while before > 0
            && (self.is_prep(before.wrapping_sub(1), Prep::In)
                || self.is_prep(before.wrapping_sub(1), Prep::On)
                // `estimated at the end of December`
                || self.is_word(before.wrapping_sub(1), words!["end", "the end", "the end of", "the"])
                || self.is_prep(before.wrapping_sub(1), Prep::Of)
                    && self.is_word(before.wrapping_sub(2), words!["end", "the end"])
                || self.is_prep(before.wrapping_sub(1), Prep::At) && before < at)
        {
            before -= 1;
        }
        // `said first quarter exports rose` says when they did
        let subject = matches!(
            self.what(at + 1),
            Some(What::Word | What::Class(Class::Indicator(..)) | What::Possessive | What::Region(_))
        );
        let said = before > 0
            && (before < at || adverb)
            && !subject
            && self.is_word(
                before - 1,
                words![
                    "said",
                    "told",
                    "reported",
                    "announced",
                    "released",
                    "published",
                    "issued",
                    "forecast",
                    "estimated",
                    "estimated at",
                    "predicted",
                    "projected",
                    "noted",
                    "disclosed",
                    "revealed",
                    "stated",
                    "met",
                    "visited",
                ],
            );
        // `revised its forecast for the 1987 deficit last week to V`
        let foretold = adverb
            && ["week", "month"].iter().any(|noun| self.text(at).ends_with(noun))
            && (at.saturating_sub(9)..at).any(|noun| {
                matches!(self.what(noun), Some(What::Class(Class::Status(Status::Forecast))))
                    && (noun + 1..at).any(|at| matches!(self.what(at), Some(What::Time(_))))
            });
        if foretold {
            return true;
        }
        let estimate = matches!(self.what(at + 1), Some(What::Possessive))
            && (at + 2..at + 4).any(|at| {
                self.is_word(
                    at,
                    words![
                        "estimate",
                        "estimates",
                        "forecast",
                        "forecasts",
                        "projection",
                        "projections",
                        "report",
                        "prediction",
                        "meeting",
                    ],
                )
            });
        said || estimate
    }

    /// `, which had jumped in 2024,`: a time in an aside that has ended before `at`.
    fn is_aside(&self, time: usize, at: usize) -> bool {
        let opens = (time.saturating_sub(10)..time)
            .rev()
            .find(|back| matches!(self.what(*back), Some(What::Sign(',' | ';'))));
        // `during the week ended January 9, the initial week of the 1987 quota year, were V`
        let beside = opens.is_some_and(|open| {
            matches!(self.what(open.wrapping_sub(1)), Some(What::Time(Time::Days(_))))
                && (open + 1..time).any(|at| {
                    self.is_word(
                        at,
                        words!["initial", "first", "opening", "final", "last", "second", "third"],
                    ) && self.is_word(at + 1, words!["week", "month", "quarter"])
                })
                && (time..at.min(time + 4)).any(|at| matches!(self.what(at), Some(What::Sign(','))))
        });
        beside
            || opens.is_some_and(|open| self.is_word(open + 1, words!["which", "who", "where", "whose", "still"]))
            // `which reached V in 1994, up P`: the comma does not end it
            && (time..at.min(time + 12)).any(|at| {
                matches!(self.what(at), Some(What::Sign(',')))
                    && !self.is_word(at + 1, words!["up", "down", "higher", "lower", "more", "less"])
            })
    }

    /// `(July: V)`: the time of another level.
    pub(super) fn names_base(&self, at: usize) -> bool {
        // `double the surplus of 1985`, `triple the April figure`, `more than twice the V earned in 2015`
        let from = (at.saturating_sub(6)..at).rev().find(|back| {
            !matches!(
                self.what(*back),
                Some(
                    What::Word
                        | What::Class(
                            Class::Indicator(..)
                                | Class::Anaphor
                                | Class::Plain
                                | Class::Prep(Prep::Of | Prep::In)
                                | Class::Level(_)
                        )
                )
            )
        });
        let multiplied = from.is_some_and(|from| {
            let that = self.is_word(from, words!["that", "those", "what"]);
            that && self.is_a_multiple(from.wrapping_sub(1))
                || self.is_a_multiple(from)
                    && self.is_word(from + 1, words!["the", "that", "what", "those", "that of", "those of"])
        });
        multiplied
            || self.is_of_an_earlier_amount(at)
            || matches!(
                (self.what(at.wrapping_sub(1)), self.what(at + 1)),
                (Some(What::Sign('(')), Some(What::Sign(':')))
            )
    }

    /// `double`, `a third`, `2.5 times`
    fn is_a_multiple(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Quantity(index)) if {
            let quantity = &self.pieces.quantities[*index];
            quantity.measure == Measure::Multiple || quantity.fraction
        })
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
                        | What::Time(_)
                )
            ) || self
                .is_word(*back, words!["after", "following", "reversing", "replacing", "round", "around"])
        });
        before.is_some_and(|before| {
            matches!(self.what(before), Some(What::Class(Class::Against)))
                || self.is_word(before, words!["after", "following", "reversing", "replacing"])
                || self.is_word(before, words!["round", "around"])
                    && self.is_word(before.wrapping_sub(1), words!["turning", "turned"])
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
        let mut bracket = false;
        let mut revised = false;
        for next in at + 1..self.pieces.list.len() {
            match self.what(next)? {
                // `a 5 mln dlr (revised from 10 mln dlr) deficit in March`
                What::Sign('(') => bracket = true,
                What::Sign(')') => bracket = false,
                What::Quantity(_)
                    if bracket && !matches!(self.what(next.wrapping_sub(1)), Some(What::Sign('('))) =>
                {
                    revised = false;
                }
                // `against increases of P and P2 in 1985`: both are of that year
                What::Quantity(_) if next == at + 2 && self.is_prep(at + 1, Prep::And) => {}
                What::Time(time) => return Some(*time),
                // `158 mln dlrs, revised from 168 mln, in March`
                _ if self.is_word(next, words!["revised"]) => revised = true,
                What::Quantity(_) if revised => revised = false,
                What::Quantity(_) if !matches!(self.what(next.wrapping_sub(1)), Some(What::Sign('('))) => {
                    return None;
                }
                What::Class(Class::Break) | What::Sign(';') => return None,
                _ => {}
            }
        }
        None
    }

    /// What the change of the sentence before, of the same paragraph and period, was counted from.
    fn said_before(&self, main: Option<Period>) -> Option<Comparison> {
        let before = self.drafts[..self.first_draft].last()?;
        if before.sentence + 1 != self.sentence || self.carry.comparison.is_none() {
            return None;
        }
        self.drafts[..self.first_draft]
            .iter()
            .rev()
            .take_while(|draft| draft.sentence == before.sentence)
            .find(|draft| draft.comparison_stated && draft.comparison.is_some() && draft.period == main)
            .and_then(|draft| draft.comparison)
    }

    /// `for April to June shipment`, `must be reached by late September`: when something is to be, which no number after it is of.
    fn is_a_term(&self, time: usize) -> bool {
        let delivered = self.is_word(
            time + 1,
            words!["shipment", "shipments", "delivery", "deliveries", "loading", "arrival"],
        );
        let part = usize::from(self.is_word(time.wrapping_sub(1), words!["late", "early", "mid"]));
        let before = time.wrapping_sub(1 + part);
        // `by late September or early October`
        if self.is_prep(before, Prep::Or)
            && let Some(other) =
                before.checked_sub(1).filter(|at| matches!(self.what(*at), Some(What::Time(_))))
        {
            return self.is_a_term(other);
        }
        delivered && self.is_word(before, words!["for"])
            || self.is_prep(before, Prep::By)
                && (0..time).any(|at| self.is_word(at, words!["must", "should", "will", "deadline"]))
    }

    /// The periods that a sentence names, for "those six months".
    pub(super) fn note_times(&mut self) {
        for main in &self.mains {
            if let Some(What::Time(Time::Days(period))) = self.pieces.list.get(*main).map(|piece| &piece.what)
                && !self.is_a_term(*main)
                && self.carry.recent.last() != Some(period)
            {
                self.carry.recent.push(*period);
            }
        }
        let old = self.carry.recent.len().saturating_sub(8);
        self.carry.recent.drain(..old);
    }

    /// `narrowed to V from V0 a year earlier` says what the changes of the next sentences are counted from.
    pub(super) fn note_base(&mut self) {
        let here = &self.drafts[self.first_draft..];
        let level = |base: bool| {
            here.iter().find(move |draft| draft.is_base == base && draft.kind == FigureKind::Level)
        };
        let before = || {
            self.drafts[..self.first_draft]
                .iter()
                .rev()
                .take(6)
                .find(|draft| !draft.is_base && draft.kind == FigureKind::Level)
        };
        let (Some(main), Some(base)) = (level(false).or_else(before), level(true)) else { return };
        let (Some(period), Some(before)) = (main.period, base.period.filter(|_| base.period_stated)) else {
            return;
        };
        let comparison = between(Some(period), before).filter(|found| *found != Comparison::Other);
        if main.topic.indicator != base.topic.indicator
            || super::ahead(main.status)
            || before.first > period.first
        {
            return;
        }
        let spoken = match length(period) {
            Some(1) => &mut self.carry.monthly,
            Some(3) => &mut self.carry.quarterly,
            _ => &mut self.carry.longer,
        };
        *spoken = spoken.or(comparison);
    }

    /// What a change is counted from: (comparison, stated, base period, base stated).
    pub(super) fn comparison(
        &self,
        at: usize,
        main: Option<Period>,
    ) -> (Option<Comparison>, bool, Option<Period>, bool) {
        let read = |at: usize| -> Option<(Comparison, Option<Period>)> {
            let what = self.what(at)?;
            if !matches!(what, What::Class(Class::Comparison(_)) | What::Time(_)) || self.is_when_said(at) {
                return None;
            }
            match what {
                What::Class(Class::Comparison(comparison)) => Some((*comparison, None)),
                What::Time(Time::YearEarlier) => Some((Comparison::YearOnYear, None)),
                What::Time(Time::MonthEarlier) => Some((Comparison::MonthOnMonth, None)),
                What::Time(Time::QuarterEarlier) => Some((Comparison::QuarterOnQuarter, None)),
                What::Time(Time::WeekEarlier) => {
                    Some((Comparison::Other, self.counted(Time::WeekEarlier, main, None)))
                }
                What::Time(Time::Earlier(months)) => Some((Comparison::Other, shift(main?, -*months))),
                What::Time(time @ Time::SameIn(_)) => {
                    let base = self.counted(*time, main, None)?;
                    Some((between(main, base)?, Some(base)))
                }
                What::Time(Time::Days(base)) if !self.mains.contains(&at) && main != Some(*base) => {
                    Some((between(main, *base)?, Some(*base)))
                }
                What::Time(time @ (Time::Fiscal(_) | Time::FiscalPart(..))) if !self.mains.contains(&at) => {
                    Some((Comparison::YearOnYear, self.fiscal(*time, None)))
                }
                _ => None,
            }
        };
        let end = self.pieces.list.len();
        // `slipped a monthly 3 percent`
        let mut found =
            self.is_word(at.wrapping_sub(1), words!["monthly"]).then_some((Comparison::MonthOnMonth, None));
        for next in at + 1..end {
            if found.is_some() {
                break;
            }
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
            // `grew P against P2 in August`: the time is that of the other change
            if let Some(What::Quantity(index)) = self.what(next)
                && self.pieces.quantities[*index].measure.is_relative()
                && (at + 1..next).any(|at| matches!(self.what(at), Some(What::Class(Class::Against))))
            {
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
        let own = self.drafts[self.first_draft..]
            .iter()
            .rev()
            .find_map(|draft| draft.comparison)
            .or_else(|| self.said_before(main));
        // what one number was counted from says nothing of the other halves and years
        let long = main.and_then(length).is_some_and(|months| months >= 4);
        let kept = |comparison: &Comparison| !(long && *comparison == Comparison::Other);
        let own = own.filter(kept);
        let month = main.and_then(length) == Some(1);
        // a seasonally adjusted month is compared with the month before
        let adjusted = || self.any_word(0..end, words!["seasonally", "seasonally adjusted"]);
        let carried = own
            .or(match main.and_then(length) {
                Some(1) => self.carry.monthly,
                Some(3) => self.carry.quarterly,
                _ => self.carry.longer.filter(kept),
            })
            .or_else(|| (month && adjusted()).then_some(Comparison::MonthOnMonth))
            .or(self.carry.story_comparison.filter(|it| {
                *it == Comparison::YearOnYear
                    || *it == Comparison::MonthOnMonth && main.is_some_and(is_in_a_month)
            }))
            // a run of months, a half or a year is compared with that of the year before
            // … and so are the first days of a month
            .or((long || main.is_some_and(is_in_a_month)).then_some(Comparison::YearOnYear));
        // a month is not compared with a longer period, nor a half with the month before it
        // `by 2040` is compared with today
        let by = main.and_then(length) == Some(12)
            && self.main_time(at).is_some_and(|time| self.is_prep(time.wrapping_sub(1), Prep::By));
        let carried = carried.filter(|comparison| {
            !by && match comparison {
                Comparison::MonthOnMonth => main.is_none_or(is_in_a_month) || month,
                Comparison::QuarterOnQuarter => main.and_then(length) == Some(3),
                _ => true,
            }
        });
        (carried, carried.is_none(), None, true)
    }
}

/// So many months to the one that is spoken of.
fn months_to(count: i8, month: Period) -> Option<Period> {
    if length(month) != Some(1) {
        return None;
    }
    Some(Period { first: shift(month, 1 - i32::from(count))?.first, last: month.last })
}

/// `Sept. 1-20`: the days of a part of a month.
fn is_in_a_month(period: Period) -> bool {
    length(period).is_none()
        && (period.first.year(), period.first.month()) == (period.last.year(), period.last.month())
}

/// How a period and its base lie to each other.
fn between(main: Option<Period>, base: Period) -> Option<Comparison> {
    let main = main?;
    let year_before = shift(main, -12);
    // `February 1 to 25, from V0 for February 1 to 26 last year`
    let about = |year: Period| year.first == base.first && (year.last - base.last).get_days().abs() <= 3;
    if year_before == Some(base)
        || year_before.is_some_and(about)
        || (length(base) == Some(12) && length(main) == Some(12) && base.last < main.first)
    {
        return Some(Comparison::YearOnYear);
    }
    if length(base) == Some(12) && base.first.year() + 1 == main.first.year() {
        return Some(Comparison::YearOnYear);
    }
    if length(main).is_none_or(|months| months == 1) && shift(main, -1) == Some(base) {
        return Some(Comparison::MonthOnMonth);
    }
    if length(main) == Some(3) && shift(main, -3) == Some(base) {
        return Some(Comparison::QuarterOnQuarter);
    }
    Some(Comparison::Other)
}
