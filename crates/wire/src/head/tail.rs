//! The last lines of a story: who signs, and what is not for publication.

use std::sync::LazyLock;

use article::When;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use memchr::memmem::Finder;

use super::words::Prefixes;
use crate::agencies::Agency;
use crate::dateline::WrittenDate;
use crate::dateline::date::month_named;

/// Signatures that are a form of their own, each with its agency.
enum Form {
    /// The line ends so.
    Ends(&'static str),
    /// The line begins so.
    Begins(&'static str),
    /// The line holds it.
    Holds(&'static str),
}

const MARKS: &[(Form, &str)] = &[
    (Form::Ends("Enditem"), "xinhua"),
    (Form::Holds("@yna.co.kr"), "yonhap"),
    (Form::Begins("==Kyodo"), "kyodo"),
    (Form::Begins("AP-WF-"), "ap"),
    (Form::Begins("AP-NY-"), "ap"),
    (Form::Begins("The Canadian Press"), "cp"),
    (Form::Begins("CP-WF-"), "cp"),
    (Form::Begins("Associated Press writer"), "ap"),
    (Form::Begins("AP Writer"), "ap"),
    (Form::Begins("(Reporting by"), "reuters"),
    (Form::Holds("(Reporting by"), "reuters"),
    (Form::Ends("./."), "vna"),
    (Form::Begins("dpa "), "dpa"),
    (Form::Holds("(end) "), "kuna"),
    (Form::Begins(CP_REPORT), "cp"),
    (Form::Begins("Elements of this story were generated"), "ap"),
    (Form::Begins("--With assistance from"), "bloomberg"),
    (Form::Begins("-- With assistance from"), "bloomberg"),
    (Form::Begins("To contact the reporter on this story"), "bloomberg"),
    (Form::Begins("To contact the reporters on this story"), "bloomberg"),
    (Form::Begins("(END) Dow Jones"), "dow_jones"),
    (Form::Begins("(END) DOW JONES"), "dow_jones"),
];

/// The first letters of those with which a line begins; the others hold `@` or `(`, or end with `m` or a full stop.
const BEGIN: &[u8] = b"=ACTEd-(";

/// The last line of the Canadian Press, before the day.
const CP_REPORT: &str = "This report by The Canadian Press was first published ";

/// How many of the last lines are looked at, and how much of each, in bytes.
pub(super) const LINES: usize = 6;
const REACH: usize = 400;

/// The last lines of a text that are not blank, each with where it begins, the last one first.
pub(super) fn spots(text: &str) -> Vec<(usize, &str)> {
    let mut lines = Vec::with_capacity(LINES);
    let mut end = text.len();
    while lines.len() < LINES && end > 0 {
        let start = memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..end]).map_or(0, |at| at + 1);
        let from = text.ceil_char_boundary(start.max(end.saturating_sub(REACH)));
        let line = text[from..end].trim();
        if !line.is_empty() {
            let indent = text[from..end].len() - text[from..end].trim_start().len();
            lines.push((from + indent, line));
        }
        end = start.saturating_sub(1);
    }
    lines
}

/// The same without where they begin.
pub(super) fn lines(text: &str) -> Vec<&str> {
    spots(text).into_iter().map(|(_, line)| line).collect()
}

/// The agency whose mark stands at the end. Where a file says who made it, a mark that others have too tells nothing.
pub(super) fn agency(lines: &[&str], is_made: bool) -> Option<&'static Agency> {
    /// VNA's, and Belga's.
    const SHARED: &str = "./.";
    lines.iter().filter(|line| !is_made || !line.ends_with(SHARED)).find_map(|line| signature(line))
}

fn signature(line: &str) -> Option<&'static Agency> {
    let line = line.trim_end_matches('\u{3}').trim_end();
    let bytes = line.as_bytes();
    // Nearly all lines are told from a mark by one character.
    let held = memchr::memchr2(b'@', b'(', bytes).is_some();
    let may = held || BEGIN.contains(&bytes.first().copied().unwrap_or(0)) || line.ends_with(['m', '.']);
    let mark = MARKS.iter().filter(|_| may).find(|(form, _)| match form {
        Form::Ends(mark) => bytes.last() == mark.as_bytes().last() && line.ends_with(mark),
        Form::Begins(mark) => bytes.first() == mark.as_bytes().first() && line.starts_with(mark),
        Form::Holds(mark) => held && line.contains(mark),
    });
    if let Some((_, code)) = mark {
        return Agency::with_code(code);
    }
    // `Reuter`, `REUTER` closed each story of the eighties.
    if line.eq_ignore_ascii_case("reuter") {
        return Agency::with_code("reuters");
    }
    if let Some(agency) = Agency::of_copyright(line) {
        return Some(agency);
    }
    // `Source: VNA`, `-0- PANA BAL/MA 12March2024`
    let after = ["Source:", "SOURCE:", "-0-"].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim);
    if let Some(agency) = after.filter(|words| words.split(' ').count() <= 4).and_then(Agency::signing) {
        return Some(agency);
    }
    // `— Bernama`, `--IANS`, `--IANS sn/rn`
    let after = ["--", "—", "–", "-"].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim);
    if let Some(agency) = after.filter(|words| words.split(' ').count() <= 4).and_then(signed_off) {
        return Some(agency);
    }
    // `(ANSA).`, `(AGI)`, `(KNN Bureau)`, `( With inputs from ANI )`; but `… the Ministry of Trade and Industry (MTI).`
    let inner = line.trim_end_matches('.').strip_suffix(')').and_then(|line| line.rsplit_once('('));
    let inner = inner.filter(|(before, _)| closes(before)).map(|(_, inner)| inner.trim());
    if let Some(inner) = inner.filter(|inner| inner.len() <= 40) {
        let inner = inner
            .strip_prefix("With inputs from ")
            .or_else(|| inner.strip_prefix("With agency inputs from "))
            .unwrap_or(inner);
        let named = |agency: &&Agency| inner.split([' ', '/', ',']).count() <= 2 || agency.code == "ani";
        if let Some(agency) =
            signed_off(inner).or_else(|| Agency::signing(inner).filter(|_| inner.len() > 5)).filter(named)
        {
            return Some(agency);
        }
    }
    // `… into margins. EFE`, `… this season. APP/rzr-maz`, `WAM/Nour Haddad/Esraa Selim`, `GNA`
    let blank = bytes.iter().rposition(|byte| *byte == b' ');
    let (before, last) = blank.map_or(("", line), |at| (&line[..at], &line[at + 1..]));
    if last.len() > 2
        && closes(before)
        && let Some(agency) = signed_off(last)
    {
        return Some(agency);
    }
    // Nearly no line has a slash.
    let slash = memchr::memchr(b'/', bytes).is_some();
    // `/ritzau/`, `/ritzau/Reuters`
    if let Some(agency) = line.strip_prefix('/').and_then(|rest| Agency::writing(rest.split_once('/')?.0)) {
        return Some(agency);
    }
    // `Anna Berg/TT`: who reports stands before the sign in the north; elsewhere it is who took a picture.
    if slash
        && let Some((_, sign)) = line.rsplit_once('/').filter(|(name, _)| is_person(name))
        && let Some(agency) = Agency::writing(sign).filter(|agency| NORTHERN.contains(&agency.code))
    {
        return Some(agency);
    }
    let names = |rest: &str| rest.len() <= 60 && !rest.contains('.') && rest.starts_with(char::is_uppercase);
    if slash
        && let Some((sign, _)) = line.split_once('/').filter(|(sign, rest)| sign.len() > 2 && names(rest))
        && let Some(agency) = Agency::writing(sign)
    {
        return Some(agency);
    }
    // `PTI RKV MR`: a desk's sign and the initials of its editors.
    let initials = |word: &&str| {
        word.len() <= 4 && word.len() >= 2 && *word != "PTI" && word.bytes().all(|b| b.is_ascii_uppercase())
    };
    // Nearly no line ends so.
    if !initials(&last) {
        return None;
    }
    let mut words = line.rsplit(' ').skip_while(initials);
    (words.next() == Some("PTI") && !line.ends_with("PTI")).then(|| Agency::with_code("pti")).flatten()
}

/// Agencies of the north, who sign so.
const NORTHERN: &[&str] = &["tt", "ntb", "ritzau", "stt"];

/// A name of two words or three, and nothing else.
fn is_person(name: &str) -> bool {
    name.len() <= 40
        && (2..=3).contains(&name.split(' ').count())
        && name.split(' ').all(|word| {
            word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
        })
}

/// The sign of an agency, perhaps with the initials of its editors: `Bernama`, `IANS sn/rn`, `APP/rzr-maz`, `KNN Bureau`.
fn signed_off(words: &str) -> Option<&'static Agency> {
    let words = words.trim_end_matches('.');
    Agency::writing(words).or_else(|| {
        let (sign, rest) = words.split_once(['/', ' '])?;
        let initials = |c: char| c.is_lowercase() || matches!(c, '/' | '-' | ' ' | '.');
        (rest == "Bureau" || rest.chars().all(initials)).then(|| Agency::writing(sign)).flatten()
    })
}

/// Whether what stands before a sign is a whole sentence, or nothing.
fn closes(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', '"', '”', '\'', '’', '»', ')'])
}

/// The agency that a line of the page above the story names.
pub(super) fn page_signature(line: &str) -> Option<&'static Agency> {
    const SOURCE: Prefixes = Prefixes::new(&["source:", "source :"]);
    if super::line::is_item_mark(line) {
        return Agency::with_code("reuters");
    }
    let source = SOURCE.behind(line);
    Agency::of_copyright(line).or_else(|| source.and_then(Agency::signing))
}

/// Agencies whose own stories say `…, Ukrinform reports` in the first sentences.
const CITED: &[&str] = &[
    "ukrinform",
    "trend",
    "azertac",
    "kazinform",
    "belta",
    "armenpress",
    "akipress",
    "uza",
    "kabar",
    "interfax_ukraine",
];

/// What follows the name of an agency that so names itself.
static CITING: LazyLock<[Finder<'static>; 3]> =
    LazyLock::new(|| [" reports", " has learned", " correspondent reports"].map(Finder::new));

/// The agency that so names itself at the beginning of the body.
pub(super) fn cited(body: &str) -> Option<&'static Agency> {
    /// It does so in the first paragraphs, in bytes.
    const REACH: usize = 1200;
    let near = &body[..body.floor_char_boundary(REACH)];
    let mut verbs = CITING.iter().flat_map(|verb| verb.find_iter(near.as_bytes()));
    verbs.find_map(|at| {
        let word = near[..at].rsplit([' ', '\n', '\u{a0}']).next()?;
        Agency::writing(word).filter(|agency| CITED.contains(&agency.code))
    })
}

/// The agency whose sign between brackets opens the body, and no dash behind it: `(Belga) Le gouvernement …`.
pub(super) fn opens(body: &str) -> Option<&'static Agency> {
    let (sign, rest) = body.trim_start().strip_prefix('(')?.split_once(") ")?;
    let prose = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '«' | '„'));
    Agency::writing(sign).filter(|_| prose)
}

/// What dpa tells editors below the story.
pub(super) fn not_for_publication(text: &str) -> Option<&str> {
    not_for_publication_at(text).map(|at| text[at..].trim())
}

static NOT_FOR_PUBLICATION: LazyLock<[Finder<'static>; 4]> = LazyLock::new(|| {
    [
        "following information is not for publication",
        "following information is not intended for publication",
        "folgenden Informationen sind nicht zur Veröffentlichung",
        "folgende Informationen sind nicht zur Veröffentlichung",
    ]
    .map(Finder::new)
});

/// All of them have this, and hardly any story so near its end.
static INFORMATION: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("nformation"));

/// Where that begins: at the start of a line.
fn not_for_publication_at(text: &str) -> Option<usize> {
    /// In a sentence it is said of something else: before it stand a mark and an article at most, in bytes.
    const BEFORE: usize = 8;
    // The note closes the story: it is short, and far from the start.
    let from = text.ceil_char_boundary(text.len().saturating_sub(3000));
    let near = &text.as_bytes()[from..];
    INFORMATION.find(near)?;
    let at = from + NOT_FOR_PUBLICATION.iter().find_map(|mark| mark.find(near))?;
    let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
    (text[line..at].trim_start().len() <= BEFORE).then_some(line)
}

/// The words before what is not for publication, and that. `# dpa notebook` above it is its heading.
pub(super) fn cut(text: &str) -> Option<(&str, &str)> {
    let (words, note) = text.split_at(not_for_publication_at(text)?);
    let words = words.trim_end();
    let line = words.rfind('\n').map_or(0, |at| at + 1);
    let end = if words[line..].starts_with('#') { line } else { words.len() };
    Some((words[..end].trim_end(), text[end..].trim())).filter(|_| !note.is_empty())
}

/// The time in an agency's footer: `AP-WF-08-05-25 1331GMT`, `131137 GMT Nov 13`, `KWS-09:12-17-10-24`.
pub(super) fn sent(lines: &[&str]) -> Option<When> {
    lines.iter().find_map(|line| {
        let footer = || {
            ap_footer(line)
                .or_else(|| dpa_footer(line))
                .or_else(|| kyodo_footer(line))
                .or_else(|| apa_footer(line))
                .or_else(|| dow_jones_footer(line))
        };
        footer().or_else(|| labelled(line))
    })
}

/// `-0- 02/01/96`, `-0- PANA BAL/MA 12March2024`, `(END) Dow Jones Newswires 02-01-96`: the month stands first.
fn end_footer(line: &str) -> Option<Date> {
    let rest = line.strip_prefix("-0-").or_else(|| line.strip_prefix("(END)"))?;
    let mut dates = rest.split(' ').filter_map(|word| super::stamp::date(word, true)).map(|(day, _)| day);
    Some(match dates.next()? {
        super::stamp::Day::Settled(date) | super::stamp::Day::Either(_, date) => date,
    })
}

/// The day of such a footer.
pub(super) fn filed(lines: &[&str]) -> Option<Date> {
    lines.iter().find_map(|line| end_footer(line))
}

/// `First Published: 20 May 2024`: some pages say it below the story. A date that could be two is none here.
fn labelled(line: &str) -> Option<When> {
    const STARTS: &[&str] = &["Publi", "First publi", "First Publi", "Posted", "Issued", "Released", "Date"];
    if let Some(day) = line.strip_prefix(CP_REPORT)
        && let Some((super::stamp::Day::Settled(date), _)) = super::stamp::date(day, false)
    {
        return Some(When::Date(date));
    }
    if !STARTS.iter().any(|start| line.starts_with(start)) {
        return None;
    }
    let stamp = super::stamp::read(line).filter(|stamp| stamp.labelled && !stamp.is_update())?;
    matches!(stamp.day, super::stamp::Day::Settled(_))
        .then(|| stamp.when(&super::stamp::Context::default()).0)
}

/// Month, day, year; the hour in Greenwich.
fn ap_footer(line: &str) -> Option<When> {
    let line = line.trim_end_matches(['<', ' ']);
    let (front, last) = line.rsplit_once(' ').filter(|(_, last)| last.len() <= 8)?;
    let date = front.get(front.len().checked_sub(8)?..)?;
    // `AP-WF-08-05-25`, `The Canadian Press-07-03-24`, and a day without a sign
    let sign = &front[..front.len() - 8];
    let signed =
        sign.strip_suffix('-').is_some_and(|sign| sign.len() <= 40 && sign.starts_with(char::is_uppercase));
    if !sign.is_empty() && !signed {
        return None;
    }
    let mut parts = date.split('-').map(two_digits);
    let (month, day, year) = (parts.next()??, parts.next()??, parts.next()??);
    let (clock, zone) = last.split_at_checked(4)?;
    let (_, minutes) = crate::when::ZONES.iter().find(|(name, _)| *name == zone)?;
    let date = date_of(year, month, day)?;
    let time = clock
        .split_at_checked(2)
        .and_then(|(hour, minute)| Time::new(two_digits(hour)?, two_digits(minute)?, 0, 0).ok());
    // A clock that is none does not take the day with it: `AP-NY-03-02-26 2510EST`.
    Some(match time {
        Some(time) => {
            let offset = Offset::from_seconds(minutes * 60).ok()?;
            When::Moment { clock: DateTime::from_parts(date, time), offset }
        }
        None => When::Date(date),
    })
}

/// Day, hour and minute in one number, a zone in letters or not, month, year: `131137 GMT Nov 13`, `021000Z MAR 26`; ats writes
/// the same without the zone, AFP with its sign before it.
fn dpa_footer(line: &str) -> Option<When> {
    // Nearly no line ends with a year.
    if !line.trim_end_matches(['.', '=']).ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut words = line.split(' ').peekable();
    words.next_if(|word| *word == "ats" || Agency::writing(word).is_some());
    let (day, clock, zone) = group(&mut words)?;
    let month = month_named(words.next()?)?;
    let year = words.next()?.trim_end_matches(['.', '=']);
    let year = match year.len() {
        4 => year.parse().ok().filter(|year| (1900..=2100).contains(year))?,
        _ => full_year(two_digits(year)?),
    };
    let date = Date::new(year, month, day).ok()?;
    if words.next().is_some() {
        return None;
    }
    Some(match zone {
        Some(offset) => When::Moment { clock: DateTime::from_parts(date, clock), offset },
        None => When::Date(date),
    })
}

/// `131137 GMT`, `021000Z`, `2510 EST`: day, hour and perhaps minute, and the zone if one is said.
fn group<'w>(
    words: &mut std::iter::Peekable<impl Iterator<Item = &'w str>>,
) -> Option<(i8, Time, Option<Offset>)> {
    let first = words.next()?;
    let digits = first.len() - first.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, letters) = first.split_at(digits);
    match number.len() {
        6 => {}
        4 if !letters.is_empty() => {}
        _ => return None,
    }
    let day = two_digits(&number[..2])?;
    let minute = if number.len() == 6 { two_digits(&number[4..])? } else { 0 };
    let clock = Time::new(two_digits(&number[2..4])?, minute, 0, 0).ok()?;
    let offset_of = |name: &str| {
        let minutes = if name == "Z" { Some(0) } else { None };
        let known = crate::when::ZONES.iter().find(|(known, _)| *known == name).map(|(_, minutes)| *minutes);
        minutes.or(known).and_then(|minutes| Offset::from_seconds(minutes * 60).ok())
    };
    let zone = if letters.is_empty() {
        let zone = words.peek().and_then(|word| offset_of(word));
        if zone.is_some() {
            words.next();
        }
        zone
    } else {
        Some(offset_of(letters)?)
    };
    (1..=31).contains(&day).then_some((day, clock, zone))
}

/// A footer that says the day of the month, the clock and the zone, and no month: `021015Z`, `2510EST`.
pub(super) fn day_and_clock(lines: &[&str]) -> Option<(i8, Time, Offset)> {
    lines.iter().find_map(|line| {
        if !line.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mut words = line.split(' ').peekable();
        let (day, clock, zone) = group(&mut words)?;
        words.next().is_none().then_some((day, clock, zone?))
    })
}

/// `MTF1234 3-2 0910`: a number of the line, month and day, a clock without a zone.
pub(super) fn month_and_day(lines: &[&str]) -> Option<(i8, i8)> {
    lines.iter().filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase())).find_map(|line| {
        // Nearly no line has so short a last word of digits.
        let (_, last) = line.rsplit_once(' ').filter(|_| line.ends_with(|c: char| c.is_ascii_digit()))?;
        two_digits(last.get(..2)?)?;
        let mut words = line.split(' ');
        let (number, day, clock) = (words.next()?, words.next()?, words.next()?);
        let letters = number.trim_end_matches(|c: char| c.is_ascii_digit());
        let numbered = (2..=4).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && (3..=5).contains(&(number.len() - letters.len()));
        let (hour, minute) = clock.split_at_checked(2)?;
        Time::new(two_digits(hour)?, two_digits(minute)?, 0, 0).ok()?;
        let (month, day) = day.split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        Date::new(2000, month, day).ok()?;
        (numbered && words.next().is_none()).then_some((month, day))
    })
}

/// The clock in Tokyo, day, month, year.
fn kyodo_footer(line: &str) -> Option<When> {
    let (clock, date) = line.strip_prefix("KWS-")?.split_once('-')?;
    let mut parts = date.split('-').map(two_digits);
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Time::strptime("%H:%M", clock).ok()?;
    date_of(year, month, day).map(When::Date)
}

/// `APA0123    2026-03-03/11:15`: the number of the item, the day, a clock without its zone.
fn apa_footer(line: &str) -> Option<When> {
    let (number, time) = line.split_once(' ').filter(|_| line.ends_with(|c: char| c.is_ascii_digit()))?;
    let (day, clock) = time.trim_start().split_once('/')?;
    let digits = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
    Time::strptime("%H:%M", clock).ok()?;
    let numbered =
        digits.len() < number.len() && digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    day.parse().ok().filter(|_| numbered).map(When::Date)
}

/// `November 12, 2026 02:15 ET (07:15 GMT)`: the day is that of New York, and the hour in Greenwich may be of the next one.
fn dow_jones_footer(line: &str) -> Option<When> {
    let (day, clocks) = line.strip_suffix(" GMT)")?.rsplit_once(" ET (")?;
    let (day, eastern) = day.rsplit_once(' ')?;
    let (WrittenDate::Full(date), length) = WrittenDate::at_start(day)? else { return None };
    let clock = |words: &str| Time::strptime("%H:%M", words).ok();
    let (eastern, greenwich) = (clock(eastern)?, clock(clocks)?);
    let date = if greenwich < eastern { date.tomorrow().ok()? } else { date };
    (length == day.len())
        .then_some(When::Moment { clock: DateTime::from_parts(date, greenwich), offset: Offset::UTC })
}

/// `12/11/2026 09:05`, in a line of its own: the day that such a footer means, by the dateline or by where the agency is at home.
pub(super) fn slashed(lines: &[&str], written: Option<WrittenDate>, agency: Option<&Agency>) -> Option<Date> {
    lines.iter().find_map(|line| {
        // Nearly no line is of digits.
        let digit = line.starts_with(|c: char| c.is_ascii_digit());
        let (day, clock) = digit.then(|| line.split_once(' ')).flatten()?;
        Time::strptime("%H:%M", clock).ok()?;
        let mut parts = day.split('/').map(|part| part.parse::<i16>().ok());
        let (one, two, year) = (parts.next()??, parts.next()??, parts.next()??);
        let on = |month: i16, day: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
        if parts.next().is_some() || !(1900..=2100).contains(&year) {
            return None;
        }
        let (european, american) = (on(two, one), on(one, two));
        match (european, american, written) {
            (date, None, _) | (None, date, _) => date,
            (Some(date), Some(other), _) if date == other => Some(date),
            (Some(date), Some(other), Some(written)) if is_of(written, other) != is_of(written, date) => {
                Some(if is_of(written, date) { date } else { other })
            }
            (date, ..) => date.filter(|_| agency.is_some_and(|agency| !agency.writes_month_first())),
        }
    })
}

/// Whether a date as written may be this day.
fn is_of(written: WrittenDate, date: Date) -> bool {
    match written {
        WrittenDate::Full(full) => full == date,
        WrittenDate::MonthDay { month, day } => (month, day) == (date.month(), date.day()),
        WrittenDate::Day(day) => day == date.day(),
        WrittenDate::Weekday(weekday) => weekday == date.weekday(),
    }
}

fn two_digits(word: &str) -> Option<i8> {
    (word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}

/// Years of two digits: wire copy is younger than 1970.
fn date_of(year: i8, month: i8, day: i8) -> Option<Date> {
    Date::new(full_year(year), month, day).ok()
}

fn full_year(year: i8) -> i16 {
    let year = i16::from(year);
    if year < 70 { 2000 + year } else { 1900 + year }
}

#[cfg(test)]
mod tests {
    use super::{Form, MARKS, agency};

    #[test]
    fn each_mark_is_found_in_its_place() {
        for (form, code) in MARKS {
            let line = match form {
                Form::Ends(mark) => format!("Exports rise {mark}"),
                Form::Begins(mark) => format!("{mark} and more"),
                Form::Holds(mark) => format!("Exports {mark} rise"),
            };
            assert_eq!(agency(&[&line], false).map(|agency| agency.code), Some(*code), "{line}");
        }
    }
}
