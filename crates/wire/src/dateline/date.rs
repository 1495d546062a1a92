//! Dates as agencies write them: `Aug. 29`, `21 jan 2019`, `9. Januar 2023`, `24 SET`, `Monday`; and the year they mean.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// So many days may a dateline run ahead of the sending: zones, weekend editions and typing errors.
const AHEAD: i32 = 3;

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WrittenDate {
    Full(Date),
    MonthDay {
        month: i8,
        day: i8,
    },
    Weekday(Weekday),
    /// A day of a month that is not said, as East Asia writes it.
    Day(i8),
}

/// Month names and their short forms in the languages of the wires, in lower case; a full stop may follow each. Source: Unicode
/// CLDR (by way of the Python package Babel 2.18), the wide and abbreviated names, alone and in dates, of en, fr, de, de-AT, es,
/// it, pt, nl, sv, nb, da, pl, cs, hr, sr, tr and ru. CLDR has not: `fév` (AFP), `mrz` (DIN 1355-1), `aout` (systems without
/// accents), and the genitives of Serbian (Tanjug), which it gives as nominatives.
const MONTHS: &[(i8, &[&str])] = &[
    (
        1,
        &[
            "января",
            "stycznia",
            "january",
            "jan",
            "janvier",
            "janv",
            "januar",
            "jänner",
            "jän",
            "enero",
            "ene",
            "gennaio",
            "gen",
            "janeiro",
            "januari",
        ],
    ),
    (
        2,
        &[
            "февраля",
            "lutego",
            "february",
            "feb",
            "février",
            "févr",
            "fév",
            "februar",
            "febrero",
            "febbraio",
            "fevereiro",
            "fev",
            "februari",
        ],
    ),
    (
        3,
        &[
            "марта",
            "marca",
            "marts",
            "march",
            "mar",
            "mars",
            "märz",
            "mär",
            "mrz",
            "marzo",
            "março",
            "maart",
            "mrt",
        ],
    ),
    (4, &["апреля", "kwietnia", "april", "apr", "avril", "avr", "abril", "abr", "aprile"]),
    (5, &["мая", "maja", "maj", "may", "mai", "mayo", "maggio", "mag", "maio", "mei"]),
    (6, &["июня", "czerwca", "june", "jun", "juin", "juni", "junio", "giugno", "giu", "junho"]),
    (7, &["июля", "lipca", "july", "jul", "juillet", "juil", "juli", "julio", "luglio", "lug", "julho"]),
    (8, &["августа", "sierpnia", "augusti", "august", "aug", "août", "aout", "agosto", "ago", "augustus"]),
    (
        9,
        &[
            "сентября",
            "września",
            "september",
            "sept",
            "sep",
            "septembre",
            "septiembre",
            "settembre",
            "set",
            "setembro",
        ],
    ),
    (
        10,
        &[
            "октября",
            "października",
            "october",
            "oct",
            "octobre",
            "oktober",
            "okt",
            "octubre",
            "ottobre",
            "ott",
            "outubro",
            "out",
        ],
    ),
    (
        11,
        &[
            "ноября",
            "listopada",
            "listopadu",
            "listopad",
            "november",
            "nov",
            "novembre",
            "noviembre",
            "novembro",
        ],
    ),
    (
        12,
        &[
            "декабря",
            "grudnia",
            "december",
            "dec",
            "décembre",
            "déc",
            "dezember",
            "dez",
            "desember",
            "des",
            "diciembre",
            "dic",
            "dicembre",
            "dezembro",
        ],
    ),
    // Croatian, Serbian, Czech and Turkish (CLDR). Croatian's `listopada` is told in [`day_first`].
    (1, &["siječnja", "januara", "ledna", "ocak"]),
    (2, &["veljače", "februara", "února", "şubat"]),
    (3, &["ožujka", "mart", "marta", "března"]),
    (4, &["travnja", "aprila", "dubna", "nisan"]),
    (5, &["svibnja", "května", "mayıs"]),
    (6, &["lipnja", "juna", "června", "haziran"]),
    (7, &["srpnja", "jula", "července", "temmuz"]),
    (8, &["kolovoza", "avgusta", "srpna", "ağustos"]),
    (9, &["rujna", "septembra", "září", "eylül"]),
    (10, &["oktobra", "října", "ekim"]),
    (11, &["studenoga", "novembra", "kasım"]),
    (12, &["prosinca", "decembra", "prosince", "aralık"]),
    // Hungarian, Romanian, Bulgarian and Ukrainian (CLDR). Ukrainian's `листопада` is November.
    (1, &["január", "ianuarie", "ian", "януари", "січня"]),
    (2, &["február", "febr", "februarie", "февруари", "лютого"]),
    (3, &["március", "márc", "martie", "март", "березня"]),
    (4, &["április", "ápr", "aprilie", "април", "квітня"]),
    (5, &["május", "máj", "май", "травня"]),
    (6, &["június", "jún", "iunie", "iun", "юни", "червня"]),
    (7, &["július", "júl", "iulie", "iul", "юли", "липня"]),
    (8, &["augusztus", "август", "серпня"]),
    (9, &["szeptember", "szept", "septembrie", "септември", "вересня"]),
    (10, &["október", "octombrie", "октомври", "жовтня"]),
    (11, &["noiembrie", "ноември", "листопада"]),
    (12, &["decembrie", "декември", "грудня"]),
    // Catalan (CLDR), where it writes otherwise than its neighbours.
    (1, &["gener"]),
    (3, &["març"]),
    (5, &["maig"]),
    (6, &["juny"]),
    (7, &["juliol", "jul"]),
    (8, &["agost"]),
    (9, &["setembre"]),
    (12, &["desembre"]),
    // Short forms of Russian; Greek; Slovene, Lithuanian (genitives), Latvian and Estonian (CLDR).
    (1, &["янв", "ιανουαρίου", "ιαν", "januarja", "sausio", "janvārī", "jaanuar", "jaanuari", "jaan"]),
    (
        2,
        &[
            "фев",
            "февр",
            "φεβρουαρίου",
            "φεβ",
            "februarja",
            "vasario",
            "februārī",
            "veebruar",
            "veebruari",
            "veebr",
        ],
    ),
    (3, &["мар", "μαρτίου", "μαρ", "marca", "kovo", "martā", "märts", "märtsi"]),
    (4, &["апр", "απριλίου", "απρ", "balandžio", "aprīlī", "aprill", "aprilli"]),
    (5, &["μαΐου", "μαΐ", "gegužės", "maijā"]),
    (6, &["июн", "ιουνίου", "ιουν", "junija", "birželio", "jūnijā", "jūn", "juuni"]),
    (7, &["июл", "ιουλίου", "ιουλ", "julija", "liepos", "jūlijā", "jūl", "juuli"]),
    (8, &["авг", "αυγούστου", "αυγ", "rugpjūčio", "augustā", "augusti"]),
    (9, &["сен", "сент", "σεπτεμβρίου", "σεπ", "rugsėjo", "septembrī", "septembri"]),
    (10, &["окт", "οκτωβρίου", "οκτ", "spalio", "oktobrī", "oktoober", "oktoobri", "okt"]),
    (11, &["ноя", "нояб", "νοεμβρίου", "νοε", "lapkričio", "novembrī", "novembri"]),
    (12, &["дек", "δεκεμβρίου", "δεκ", "gruodžio", "decembrī", "detsember", "detsembri"]),
    // Albanian (CLDR).
    (1, &["janar"]),
    (2, &["shkurt"]),
    (4, &["prill"]),
    (6, &["qershor"]),
    (7, &["korrik"]),
    (8, &["gusht"]),
    (9, &["shtator"]),
    (10, &["tetor"]),
    (11, &["nëntor", "nentor"]),
    (12, &["dhjetor"]),
    // Arabic as the Gulf and Egypt write them (CLDR, ar), and the form without a hamza.
    (1, &["يناير"]),
    (2, &["فبراير"]),
    (3, &["مارس"]),
    (4, &["أبريل", "ابريل", "إبريل"]),
    (5, &["مايو"]),
    (6, &["يونيو"]),
    (7, &["يوليو"]),
    (8, &["أغسطس", "اغسطس"]),
    (9, &["سبتمبر"]),
    (10, &["أكتوبر", "اكتوبر"]),
    (11, &["نوفمبر"]),
    (12, &["ديسمبر"]),
];

const WEEKDAYS: &[(Weekday, &str)] = &[
    (Weekday::Monday, "monday"),
    (Weekday::Tuesday, "tuesday"),
    (Weekday::Wednesday, "wednesday"),
    (Weekday::Thursday, "thursday"),
    (Weekday::Friday, "friday"),
    (Weekday::Saturday, "saturday"),
    (Weekday::Sunday, "sunday"),
];

/// Weekdays of other languages (CLDR, as the months; `Sonnabend` as northern Germany says), as these write them: in small letters, but for German. `Santo Domingo` is no Sunday.
const FOREIGN_WEEKDAYS: &[(Weekday, &[&str])] = &[
    (
        Weekday::Monday,
        &[
            "Montag",
            "lundi",
            "lunes",
            "lunedì",
            "segunda-feira",
            "maandag",
            "mandag",
            "måndag",
            "hétfő",
            "maanantai",
            "maanantaihin",
        ],
    ),
    (
        Weekday::Tuesday,
        &[
            "Dienstag",
            "mardi",
            "martes",
            "martedì",
            "terça-feira",
            "dinsdag",
            "tirsdag",
            "tisdag",
            "kedd",
            "tiistai",
            "tiistaihin",
        ],
    ),
    (
        Weekday::Wednesday,
        &[
            "Mittwoch",
            "mercredi",
            "miércoles",
            "mercoledì",
            "quarta-feira",
            "woensdag",
            "onsdag",
            "szerda",
            "keskiviikko",
            "keskiviikkoon",
        ],
    ),
    (
        Weekday::Thursday,
        &[
            "Donnerstag",
            "jeudi",
            "jueves",
            "giovedì",
            "quinta-feira",
            "donderdag",
            "torsdag",
            "csütörtök",
            "torstai",
            "torstaihin",
        ],
    ),
    (
        Weekday::Friday,
        &[
            "Freitag",
            "vendredi",
            "viernes",
            "venerdì",
            "sexta-feira",
            "vrijdag",
            "fredag",
            "péntek",
            "perjantai",
            "perjantaihin",
        ],
    ),
    (
        Weekday::Saturday,
        &[
            "Samstag",
            "Sonnabend",
            "samedi",
            "sábado",
            "sabato",
            "zaterdag",
            "lørdag",
            "lördag",
            "szombat",
            "lauantai",
            "lauantaihin",
        ],
    ),
    (
        Weekday::Sunday,
        &[
            "Sonntag",
            "dimanche",
            "domingo",
            "domenica",
            "zondag",
            "søndag",
            "söndag",
            "vasárnap",
            "sunnuntai",
            "sunnuntaihin",
        ],
    ),
];

/// The month whose name or short form this is.
pub(crate) fn month_named(word: &str) -> Option<i8> {
    // No month's name is shorter than three letters or longer than twelve, of two bytes each.
    if !(3..=24).contains(&word.len()) {
        return None;
    }
    // Nearly all words are told from a name by their first letter.
    let first = word.as_bytes()[0].to_ascii_lowercase();
    let names = match first.checked_sub(b'a').and_then(|letter| BY_LETTER.get(usize::from(letter))) {
        Some(names) if word.is_ascii() => {
            let same = |(name, _): &&(&str, i8)| name.len() == word.len() && name.eq_ignore_ascii_case(word);
            return names.iter().find(same).map(|(_, month)| *month);
        }
        Some(names) => names,
        None => &BY_LETTER[LETTERS],
    };
    let lower = word.to_lowercase();
    names.iter().find(|(name, _)| *name == lower).map(|(_, month)| *month)
}

const LETTERS: usize = 26;

/// The names of the months with each first letter, and after these the ones that begin with no letter of ASCII.
static BY_LETTER: LazyLock<[Vec<(&str, i8)>; LETTERS + 1]> = LazyLock::new(|| {
    let mut by_letter = [const { Vec::new() }; LETTERS + 1];
    for (month, names) in MONTHS {
        for name in *names {
            let letter = usize::from(name.as_bytes()[0].wrapping_sub(b'a'));
            by_letter[letter.min(LETTERS)].push((*name, *month));
        }
    }
    by_letter
});

pub(crate) fn weekday_named(word: &str) -> Option<Weekday> {
    // Nearly all words are told from a name by their first letter and their length.
    if !may_be_weekday(word) {
        return None;
    }
    let english = WEEKDAYS.iter().find(|(_, name)| name.eq_ignore_ascii_case(word)).map(|(day, _)| *day);
    english.or_else(|| FOREIGN_WEEKDAYS.iter().find(|(_, names)| names.contains(&word)).map(|(day, _)| *day))
}

/// Whether a name of a weekday has this length and begins so, in either case.
pub(crate) fn may_be_weekday(word: &str) -> bool {
    /// For each first byte a bit for each length.
    static LENGTHS: LazyLock<[u32; 256]> = LazyLock::new(|| {
        let mut lengths = [0; 256];
        let foreign = FOREIGN_WEEKDAYS.iter().flat_map(|(_, names)| *names);
        for name in WEEKDAYS.iter().map(|(_, name)| name).chain(foreign) {
            lengths[usize::from(name.as_bytes()[0].to_ascii_lowercase())] |= 1 << name.len();
        }
        lengths
    });
    // None is shorter than four letters or longer than thirteen, of two bytes at most.
    (4..=26).contains(&word.len())
        && LENGTHS[usize::from(word.as_bytes()[0].to_ascii_lowercase())] >> word.len() & 1 == 1
}

impl WrittenDate {
    /// Reads a date at the very start of `words`; gives it with the number of bytes that it takes.
    pub(crate) fn at_start(words: &str) -> Option<(Self, usize)> {
        let first = words.chars().next()?;
        if !may_begin(words.as_bytes()) {
            return None;
        }
        if first.is_ascii_digit() { day_first(words) } else { month_first(words).or_else(|| weekday(words)) }
    }

    /// `08/06`, `08/06/2026` with the day first, as a date between the place and the bracket of an agency that is of no country
    /// that writes the month first.
    pub(crate) fn slashed(words: &str) -> Option<(Self, usize)> {
        let (day, length) = day(words)?;
        let rest = words[length..].strip_prefix('/')?;
        let digits = run(rest, |c| c.is_ascii_digit());
        let month = rest[..digits].parse().ok().filter(|_| digits <= 2)?;
        let end = length + 1 + digits;
        let year = words[end..].strip_prefix('/');
        let year = year.map(|rest| &rest[..run(rest, |c| c.is_ascii_digit())]);
        let end = end + year.map_or(0, |year| 1 + year.len());
        if !words[end..].starts_with(" (") {
            return None;
        }
        let date = match year {
            Some(year) => {
                let year =
                    year.parse().ok().filter(|number| year.len() == 4 && (1850..=2100).contains(number));
                Self::Full(Date::new(year?, month, day).ok()?)
            }
            None => Date::new(2000, month, day).ok().map(|_| Self::MonthDay { month, day })?,
        };
        Some((date, end))
    }

    /// `3.03.`, `3. 3.`: a day and a month in digits, as central Europe writes them between a place and the bracket of an agency.
    pub(crate) fn dotted(words: &str) -> Option<(Self, usize)> {
        let (day, mut at) = day(words).filter(|(_, length)| *length <= 2)?;
        at += words[at..].strip_prefix('.').map(|rest| 1 + usize::from(rest.starts_with(' ')))?;
        let digits = run(&words[at..], |c| c.is_ascii_digit());
        let month = words[at..at + digits].parse().ok().filter(|_| (1..=2).contains(&digits))?;
        at += digits;
        let rest =
            words[at..].strip_prefix('.').filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))?;
        // `4. 3. 2026`
        if let Some((Some(year), behind)) = rest
            .strip_prefix(' ')
            .and_then(|rest| rest.split_at_checked(4))
            .map(|(year, behind)| (year.parse().ok().filter(|number| (1850..=2100).contains(number)), behind))
            && !behind.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            return Some((Self::Full(Date::new(year, month, day).ok()?), at + ". 2026".len()));
        }
        Date::new(2000, month, day).ok().map(|_| (Self::MonthDay { month, day }, at + 1))
    }

    /// The day meant by the date of a dateline in a story that was sent on `sent`.
    ///
    /// An advance has the day for which it is written: one that lies at most two weeks ahead. The last such day is then fifty
    /// weeks old, and nothing is sent so late.
    pub(crate) fn filed(self, sent: Option<Date>) -> Option<Date> {
        const ADVANCE: i32 = 14;
        let coming = match (self, sent) {
            (Self::MonthDay { month, day }, Some(sent)) => {
                let years = [sent.year(), sent.year().saturating_add(1)].into_iter();
                let mut dates = years.filter_map(|year| Date::new(year, month, day).ok());
                dates.find(|date| (AHEAD + 1..=ADVANCE).contains(&days_between(sent, *date)))
            }
            _ => None,
        };
        coming.or_else(|| self.resolve(sent))
    }

    /// The day meant by a date in a story that was sent on `sent`.
    ///
    /// A date without a year is the last one that does not lie more than three days ahead: a `Dec. 31` under a January
    /// header is last year's, and nothing is filed in the future. If that is long ago, the two will be seen to differ.
    /// A weekday is the last one before, the day itself included.
    pub(crate) fn resolve(self, sent: Option<Date>) -> Option<Date> {
        match (self, sent) {
            (Self::Full(date), _) => Some(date),
            (_, None) => None,
            (Self::MonthDay { month, day }, Some(sent)) => {
                let years = [sent.year() - 1, sent.year(), sent.year().saturating_add(1)];
                let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
                dates.filter(|date| days_between(sent, *date) <= AHEAD).max()
            }
            (Self::Day(day), Some(sent)) => {
                let months = [sent.year() - 1, sent.year(), sent.year().saturating_add(1)].into_iter();
                let months = months.flat_map(|year| (1..=12).map(move |month| (year, month)));
                let dates = months.filter_map(|(year, month)| Date::new(year, month, day).ok());
                dates.filter(|date| days_between(sent, *date) <= AHEAD).max()
            }
            (Self::Weekday(day), Some(sent)) => {
                let back = i64::from(sent.weekday().since(day));
                sent.checked_sub(Span::new().try_days(back).ok()?).ok()
            }
        }
    }
}

/// Whether a date may begin so: it is asked for at every word of a head, and two letters and the length of a word tell nearly always that
/// there is none.
fn may_begin(words: &[u8]) -> bool {
    match words {
        [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii() => {
            let lengths = LENGTHS[letter(*first)][letter(*second)];
            if lengths == 0 {
                return false;
            }
            let length = words.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(words.len());
            // Letters of another alphabet may follow, and a weekday may have a hyphen.
            let goes_on = words.get(length).is_some_and(|byte| !byte.is_ascii() || *byte == b'-');
            goes_on || length < 32 && lengths >> length & 1 == 1
        }
        // A number, a letter of another alphabet; or one letter, which no name is.
        [_, ..] => true,
        [] => false,
    }
}

/// For each two letters with which a name of a month or a weekday begins a bit for each length.
static LENGTHS: [[u32; 32]; 32] = {
    const fn with(mut lengths: [[u32; 32]; 32], name: &str) -> [[u32; 32]; 32] {
        let bytes = name.as_bytes();
        if bytes[0].is_ascii() && bytes[1].is_ascii() {
            assert!(bytes.len() < 32, "there are so many bits");
            lengths[letter(bytes[0])][letter(bytes[1])] |= 1 << bytes.len();
        }
        lengths
    }
    let (mut lengths, mut nth) = ([[0; 32]; 32], 0);
    while nth < MONTHS.len() + FOREIGN_WEEKDAYS.len() {
        let names = if nth < MONTHS.len() { MONTHS[nth].1 } else { FOREIGN_WEEKDAYS[nth - MONTHS.len()].1 };
        let mut name = 0;
        while name < names.len() {
            lengths = with(lengths, names[name]);
            name += 1;
        }
        nth += 1;
    }
    let mut nth = 0;
    while nth < WEEKDAYS.len() {
        lengths = with(lengths, WEEKDAYS[nth].1);
        nth += 1;
    }
    lengths
};

/// Which letter of the alphabet this is, in either case.
const fn letter(byte: u8) -> usize {
    (byte % 32) as usize
}

/// Days from `from` to `to`, negative if `to` is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// `date` and the days around it, for a story that was received but not dated.
pub(crate) fn is_fresh(received: Date, date: Date) -> bool {
    let week: Span = 7.days();
    received.checked_sub(week).is_ok_and(|earliest| date >= earliest) && days_between(received, date) <= 1
}

/// `Aug. 29`, `August 29, 2023`, `AUG  3`, `MAR 18 2025`, `April 29th`.
fn month_first(words: &str) -> Option<(WrittenDate, usize)> {
    let (month, mut at) = month_at_start(words)?;
    let spaces = run(&words[at..], |c| c == ' ');
    if spaces == 0 || spaces > 2 {
        return None;
    }
    at += spaces;
    let (day, length) = day(&words[at..])?;
    at += length;
    // `birželio 8 d.`: Lithuania puts a short word for the day behind it.
    at += words[at..].strip_prefix(" d.").map_or(0, |_| 3);
    with_year(words, month, day, at)
}

/// `21 jan 2019`, `9. Januar 2023`, `24 SET`, `13th July, 2023`, `1996-08-30`.
fn day_first(words: &str) -> Option<(WrittenDate, usize)> {
    if let Some(date) = words.get(..10).and_then(|word| word.parse::<Date>().ok()) {
        let more = words[10..].starts_with(|c: char| c.is_alphanumeric());
        return (!more).then_some((WrittenDate::Full(date), 10));
    }
    if let Some(found) = year_first(words).or_else(|| all_digits(words)) {
        return Some(found);
    }
    let (day, mut at) = day(words)?;
    let ordinal = words[at..].starts_with('.');
    at += usize::from(ordinal);
    at += run(&words[at..], |c| c == ' ').min(2);
    // `3 de marzo`, `1 d'abril`
    at += ["de ", "d'", "d’"].into_iter().find(|of| words[at..].starts_with(of)).map_or(0, str::len);
    let (month, length) = month_at_start(&words[at..])?;
    // Polish has no full stop behind the day, and November; Croatian has one, and October. Czech writes `listopadu`.
    let croatian = ordinal && month == 11 && words[at..at + length].eq_ignore_ascii_case("listopada");
    let month = if croatian { 10 } else { month };
    at += length;
    with_year(words, month, day, at)
}

/// `3.03.2026`, `08/06/2026`: day, month and year in digits. With slashes only where the day can be no month.
fn all_digits(words: &str) -> Option<(WrittenDate, usize)> {
    let mut at = 0;
    let mut parts = [0_i16; 3];
    let mark = words[run(words, |c| c.is_ascii_digit())..]
        .chars()
        .next()
        .filter(|mark| matches!(mark, '.' | '/'))?;
    for (nth, part) in parts.iter_mut().enumerate() {
        let digits = run(&words[at..], |c| c.is_ascii_digit());
        let right = if nth == 2 { digits == 4 } else { (1..=2).contains(&digits) };
        *part = words[at..at + digits].parse().ok().filter(|_| right)?;
        at += digits;
        if nth < 2 {
            at += words[at..].starts_with(mark).then_some(1)?;
        }
    }
    let [day, month, year] = parts;
    let sure = mark == '.' || day > 12 || day == month;
    let ends = !words[at..].starts_with(|c: char| c.is_alphanumeric()) && !goes_on(&words[at..]);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (sure && ends && (1850..=2100).contains(&year)).then_some((WrittenDate::Full(date), at))
}

/// `2026. június 9.`, as Hungary writes it.
fn year_first(words: &str) -> Option<(WrittenDate, usize)> {
    let year =
        words.get(..6)?.strip_suffix(". ")?.parse().ok().filter(|year| (1850..=2100).contains(year))?;
    let (month, length) = month_at_start(&words[6..])?;
    let at = 6 + length + run(&words[6 + length..], |c| c == ' ').min(2);
    let (day, length) = day(&words[at..])?;
    let end = at + length + usize::from(words[at + length..].starts_with('.'));
    Some((WrittenDate::Full(Date::new(year, month, day).ok()?), end))
}

fn weekday(words: &str) -> Option<(WrittenDate, usize)> {
    let length = run(words, |c| c.is_alphabetic() || c == '-');
    weekday_named(&words[..length]).map(|day| (WrittenDate::Weekday(day), length))
}

fn month_at_start(words: &str) -> Option<(i8, usize)> {
    let length = run(words, char::is_alphabetic);
    let month = month_named(&words[..length])?;
    Some((month, length + usize::from(words[length..].starts_with('.'))))
}

/// One or two digits that are a day of a month, with `st`, `nd`, `er`, `º` or the like if it is there.
fn day(words: &str) -> Option<(i8, usize)> {
    let length = run(words, |c| c.is_ascii_digit());
    let day = words[..length].parse().ok().filter(|day| length <= 2 && (1..=31).contains(day))?;
    let endings = ["st", "nd", "rd", "th", "er", "ro", "º", "°", ".º"];
    let ending = endings.into_iter().find(|ending| words[length..].starts_with(ending));
    Some((day, length + ending.map_or(0, str::len)))
}

/// A year if one follows, after a comma, a blank or both.
fn with_year(words: &str, month: i8, day: i8, at: usize) -> Option<(WrittenDate, usize)> {
    let rest = &words[at..];
    // `March 12/2024` is how Addis Ababa writes it.
    let gap = usize::from(rest.starts_with([',', '/']));
    let gap = gap + run(&rest[gap..], |c| c == ' ').min(1);
    // `3 de marzo de 2026`
    let of = ["de ", "del "].into_iter().find(|of| gap > 0 && rest[gap..].starts_with(of));
    let gap = gap + of.map_or(0, str::len);
    let digits = run(&rest[gap..], |c| c.is_ascii_digit());
    if gap > 0 && digits == 4 && !goes_on(&rest[gap + 4..]) {
        let year = rest[gap..gap + 4].parse().ok().filter(|year| (1850..=2100).contains(year));
        if let Some(date) = year.and_then(|year| Date::new(year, month, day).ok()) {
            // `2026 г.`, `2026 р.`: the word for a year behind it.
            let word = [" г.", " р.", " m."].iter().find(|word| rest[gap + 4..].starts_with(**word));
            return Some((WrittenDate::Full(date), at + gap + 4 + word.map_or(0, |word| word.len())));
        }
    }
    // 29 February is a day of some years: 2000 is one of them.
    Date::new(2000, month, day).ok()?;
    Some((WrittenDate::MonthDay { month, day }, at))
}

/// Whether a number goes on behind these digits: `1,200`, `2000.5`.
fn goes_on(rest: &str) -> bool {
    rest.starts_with([',', '.']) && rest[1..].starts_with(|c: char| c.is_ascii_digit())
}

/// How many bytes at the start of `words` are characters of a kind.
pub(crate) fn run(words: &str, kind: impl Fn(char) -> bool) -> usize {
    words.find(|c| !kind(c)).unwrap_or(words.len())
}
