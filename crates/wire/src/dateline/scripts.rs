//! Datelines of agencies that write in other scripts: `（新华社北京3月3日电）`, `【北京共同】`, `(서울=연합뉴스)`,
//! `الرياض 3 مارس (واس) -`, `नयी दिल्ली, तीन मार्च (भाषा)`.

use super::date::{WrittenDate, month_named, run};
use super::grammar::{Found, Trust};
use crate::agencies::Agency;

/// How agencies are called in these scripts (general knowledge): the longer before the shorter.
#[rustfmt::skip]
const SIGNS: &[(&str, &str)] = &[
    // Chinese
    ("新华社", "xinhua"), ("新華社", "xinhua"), ("新华网", "xinhua"), ("中新社", "cns"), ("中新网", "cns"), ("中新網", "cns"),
    ("中央社", "cna_tw"), ("路透社", "reuters"), ("路透", "reuters"), ("法新社", "afp"), ("美联社", "ap"), ("美聯社", "ap"),
    ("德新社", "dpa"), ("共同社", "kyodo"), ("时事社", "jiji"), ("韩联社", "yonhap"), ("韓聯社", "yonhap"), ("塔斯社", "tass"),
    ("俄新社", "ria"), ("彭博社", "bloomberg"), ("埃菲社", "efe"), ("安莎社", "ansa"), ("朝中社", "kcna"), ("越通社", "vna"),
    ("人民网", "people_daily"), ("人民網", "people_daily"), ("人民日报", "people_daily"), ("环球时报", "global_times"),
    // Japanese
    ("共同", "kyodo"), ("時事", "jiji"), ("ロイター", "reuters"), ("ブルームバーグ", "bloomberg"), ("聯合ニュース", "yonhap"),
    ("タス通信", "tass"), ("AFP", "afp"), ("AP", "ap"), ("CNS", "cns"),
    // Korean
    ("연합뉴스", "yonhap"), ("뉴시스", "newsis"), ("로이터", "reuters"), ("신화", "xinhua"),
    // Arabic
    ("رويترز", "reuters"), ("أ ف ب", "afp"), ("ا ف ب", "afp"), ("أ.ف.ب", "afp"), ("ا.ف.ب", "afp"), ("أسوشيتد برس", "ap"), ("أ ب", "ap"), ("الأناضول", "anadolu"), ("فرانس برس", "afp"), ("أ ش أ", "mena"),
    ("ا ش ا", "mena"), ("وام", "wam"), ("واس", "spa"), ("قنا", "qna"), ("كونا", "kuna"), ("بنا", "bna"), ("بترا", "petra"),
    ("سانا", "sana"), ("وفا", "wafa"), ("واع", "ina"), ("العمانية", "ona"), ("د ب أ", "dpa"), ("سبأ", "saba"), ("شينخوا", "xinhua"),
    ("سبوتنيك", "sputnik"), ("وات", "tap"), ("ومع", "map"),
    // Hindi
    ("भाषा", "pti"), ("वार्ता", "uni"), ("आईएएनएस", "ians"), ("एएनआई", "ani"), ("रॉयटर्स", "reuters"), ("एएफपी", "afp"), ("एपी", "ap"),
];

/// No dateline of these is longer, in bytes.
const LONGEST: usize = 160;

/// The dateline of a line in one of these scripts.
pub(super) fn find(words: &str) -> Option<Found> {
    // Nearly all lines are told by their first letter.
    let first = words.chars().next()?;
    let bracket = CLOSES.iter().find(|(open, _)| *open == first);
    if first.is_ascii() && bracket.is_none() || words.is_ascii() {
        return None;
    }
    match first {
        '\u{620}'..='\u{64a}' => arabic(words),
        '\u{900}'..='\u{97f}' => hindi(words),
        _ if bracket.is_some() => bracketed(words),
        _ => bare(words),
    }
}

const CLOSES: [(char, char); 5] = [('（', '）'), ('(', ')'), ('【', '】'), ('［', '］'), ('[', ']')];

/// `（新华社北京3月3日电）`, `【北京共同】`, `［東京　３日　ロイター］ -`, `(서울=연합뉴스) 김철수 기자 =`
fn bracketed(words: &str) -> Option<Found> {
    let mut chars = words.chars();
    let open = chars.next()?;
    let (_, close) = CLOSES.iter().find(|(known, _)| *known == open)?;
    let rest = chars.as_str();
    let length = rest.find(*close).filter(|length| (1..=LONGEST).contains(length))?;
    let read = inner(&rest[..length])?;
    let mut end = open.len_utf8() + length + close.len_utf8();
    let mut byline = read.reporter.clone();
    let after = &words[end..];
    // `김철수 기자 =`: who reports stands behind the bracket, and a mark closes it.
    if let Some((name, rest)) = after.split_once(" 기자").filter(|(name, _)| name.chars().count() <= 20)
        && let Some(tail) = rest.trim_start().strip_prefix('=')
        && !name.trim().is_empty()
    {
        byline = Some(name.trim().to_owned());
        end = words.len() - tail.len();
    } else {
        end += dash(after);
    }
    Some(read.by(byline, end))
}

/// `新华社北京3月3日电（记者王明）`, `路透北京3月3日 - `: without brackets a known sign begins it, and a mark ends it.
fn bare(words: &str) -> Option<Found> {
    let near = &words[..words.floor_char_boundary(LONGEST)];
    if !SIGNS.iter().any(|(sign, _)| near.starts_with(sign)) {
        return unknown(near);
    }
    let end = near.find(['电', '電', '讯', '訊']).map(|at| at + '电'.len_utf8());
    let end = end.or_else(|| near.find('日').map(|at| at + '日'.len_utf8()))?;
    let read = inner(&words[..end])?;
    read.date?;
    let mut byline = read.reporter.clone();
    let after = &words[end..];
    if let Some(rest) = after.trim_start().strip_prefix(['（', '('])
        && let Some((who, _)) = rest.split_once(['）', ')'])
        && let Some(name) = who.trim().strip_prefix("记者").or_else(|| who.trim().strip_prefix("記者"))
    {
        byline = Some(name.trim().to_owned());
    }
    Some(read.by(byline, end + dash(after)))
}

/// `央视网东京3月3日电`: one that we do not know has a word for an agency at its end, and behind it a place, a day and the word for a
/// dispatch.
fn unknown(words: &str) -> Option<Found> {
    /// In characters.
    const LONGEST: usize = 8;
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let house = words.char_indices().take(LONGEST).take_while(|(_, c)| han(*c));
    let start =
        house.filter(|(_, c)| matches!(c, '网' | '網' | '社')).last().map(|(at, c)| at + c.len_utf8())?;
    let day = words[start..].find('日').map(|at| start + at + '日'.len_utf8())?;
    let end = words[day..]
        .chars()
        .next()
        .filter(|c| matches!(c, '电' | '電' | '讯' | '訊'))
        .map(|c| day + c.len_utf8())?;
    let (place, date) = date(&words[start..day])?;
    let place = &words[start..start + place];
    let named = place.chars().count() <= LONGEST && place.chars().all(han);
    named.then(|| Found {
        end: end + dash(&words[end..]),
        places: split(place),
        date: Some(date),
        trust: Trust::Signed,
        ..Found::default()
    })
}

/// How many bytes the dash takes that closes a dateline, with the blanks before it.
fn dash(after: &str) -> usize {
    let gap = run(after, |c| matches!(c, ' ' | '\u{3000}'));
    let dashes = run(&after[gap..], |c| matches!(c, '-' | '－' | '–' | '—'));
    if dashes > 0 { gap + dashes } else { 0 }
}

#[derive(Default)]
struct Inner {
    places: Vec<String>,
    date: Option<WrittenDate>,
    agency: Option<&'static Agency>,
    reporter: Option<String>,
}

impl Inner {
    /// The dateline that ends at `end`, with the reporter who stands in it or behind it.
    fn by(self, byline: Option<String>, end: usize) -> Found {
        let Self { places, date, agency, .. } = self;
        Found { end, places, date, agency, byline, trust: Trust::Signed, ..Found::default() }
    }
}

/// What stands between the brackets: a sign at one end, and a place, a day and a reporter.
fn inner(words: &str) -> Option<Inner> {
    /// No place has more characters.
    const PLACE: usize = 12;
    let blank = |c: char| matches!(c, ' ' | '\u{3000}' | '、' | ',');
    let mut read = Inner::default();
    let mut rest = words.trim_matches(blank);
    // `서울=연합뉴스`, `ロンドン＝共同`
    if let Some((places, sign)) = rest.split_once(['=', '＝']) {
        let sign = sign.trim_matches(blank);
        let known = SIGNS.iter().find(|(known, _)| sign.starts_with(known) || sign.ends_with(known));
        let hangul =
            |words: &str| words.chars().all(|c| matches!(c, '가'..='힣' | '·' | '/' | ',' | ' ' | '0'..='9'));
        read.agency = known.and_then(|(_, code)| Agency::with_code(code));
        let wire = read.agency.is_some() || hangul(places) && hangul(sign) && !sign.is_empty();
        if !wire || places.chars().count() > 2 * PLACE {
            return None;
        }
        // `AFP＝時事`: an agency passes on what another wrote.
        if !SIGNS.iter().any(|(known, _)| *known == places.trim()) {
            read.places = split(places);
        }
        return Some(read);
    }
    if let Some(inner) = ["电", "電", "讯", "訊"].iter().find_map(|mark| rest.strip_suffix(mark)) {
        rest = inner;
    }
    let (_, code) = SIGNS.iter().find(|(sign, _)| {
        if let Some(after) = rest.strip_prefix(sign) {
            rest = after;
            return true;
        }
        if let Some(before) = rest.strip_suffix(sign) {
            rest = before;
            return true;
        }
        false
    })?;
    read.agency = Agency::with_code(code);
    rest = rest.trim_matches(blank);
    if let Some((start, date)) = date(rest) {
        read.date = Some(date);
        rest = rest[..start].trim_end_matches(blank);
    }
    if let Some(named) = rest.strip_prefix("记者").or_else(|| rest.strip_prefix("記者")) {
        let (name, place) = reporter(named)?;
        read.reporter = Some(name);
        rest = place;
    }
    let place = rest.chars().all(|c| c.is_alphabetic() || matches!(c, '・' | '·' | '/' | 'ー'));
    if !place || rest.chars().count() > PLACE {
        return None;
    }
    if !rest.is_empty() {
        read.places = split(rest);
    }
    Some(read)
}

/// `王小明台北`: names of people have three characters, or two where too few are left for a place.
fn reporter(words: &str) -> Option<(String, &str)> {
    let last = words.rfind(['、', '，']).map_or(0, |at| at + '、'.len_utf8());
    let own = &words[last..];
    let length = if own.chars().count() >= 5 { 3 } else { 2 };
    let end = last + own.char_indices().nth(length).map(|(at, _)| at)?;
    Some((words[..end].to_owned(), &words[end..]))
}

fn split(places: &str) -> Vec<String> {
    let places = places.split(['·', '/', ',', '・', '、']).map(|place| place.trim().to_owned());
    places.filter(|place| !place.is_empty()).collect()
}

/// `3月3日`, `３日` at the end: where it begins, and the day.
fn date(words: &str) -> Option<(usize, WrittenDate)> {
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let before = words.strip_suffix('日')?;
    let start = before.trim_end_matches(digit).len();
    let day = number(&before[start..])?;
    let Some(months) = before[..start].strip_suffix('月') else {
        return (1..=31).contains(&day).then_some((start, WrittenDate::Day(day)));
    };
    let start = months.trim_end_matches(digit).len();
    let month = number(&months[start..])?;
    jiff::civil::Date::new(2000, month, day).ok()?;
    Some((start, WrittenDate::MonthDay { month, day }))
}

/// Digits of either width, or of Hindi.
fn number(words: &str) -> Option<i8> {
    let digits = words.chars().map(|c| match c {
        '０'..='９' => u32::from(c) - u32::from('０'),
        '\u{966}'..='\u{96f}' => u32::from(c) - 0x966,
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        _ => c.to_digit(10).unwrap_or(99),
    });
    let number = digits.take(3).try_fold(0, |all: u32, digit| (digit < 10).then_some(all * 10 + digit));
    number.filter(|_| !words.is_empty()).and_then(|number| i8::try_from(number).ok())
}

/// `الفجيرة في 12 مايو / وام / استقبلت`, `الرياض 3 مارس 2026 (رويترز) -`, `باريس (أ ف ب) -`, `الكويت - 3 - 3 (كونا) --`
fn arabic(words: &str) -> Option<Found> {
    /// No place is longer, in bytes.
    const PLACE: usize = 60;
    let near = &words[..words.floor_char_boundary(LONGEST)];
    let (sign, from, end) = arabic_sign(near)?;
    let agency = SIGNS.iter().find(|(known, _)| *known == sign).and_then(|(_, code)| Agency::with_code(code));
    let agency = agency.or_else(|| Agency::signing(sign))?;
    let before = near[..from].trim_end();
    let digit = before.find(|c: char| c.is_ascii_digit() || ('\u{660}'..='\u{669}').contains(&c));
    let place = before[..digit.unwrap_or(before.len())].trim_end_matches([' ', ',', '،', '-', '–']);
    let place = place.strip_suffix(" في").unwrap_or(place).trim_end();
    let named = place.chars().all(|c| matches!(c, '\u{620}'..='\u{65f}' | ' ' | '/' | '-'));
    if place.is_empty() || place.len() > PLACE || !named || place.split(' ').count() > 3 {
        return None;
    }
    // Of two calendars the second is the common one.
    let date = digit.and_then(|at| {
        let common = before.rfind("الموافق").map_or(at, |at| at + "الموافق".len());
        arabic_date(before[common.max(at)..].trim_start())
    });
    if digit.is_some() && date.is_none() {
        return None;
    }
    let after = &near[end..];
    let gap = run(after, |c| c == ' ');
    let dashes = run(&after[gap..], |c| matches!(c, '-' | '–' | '—' | '_' | ':'));
    let end = end + if dashes > 0 { gap + dashes } else { 0 };
    Some(Found {
        end,
        places: place.split('/').map(|place| place.trim().to_owned()).collect(),
        date,
        agency: Some(agency),
        trust: Trust::Signed,
        ..Found::default()
    })
}

/// The sign of an agency between brackets or slashes, or at the end of the line behind a year; where it begins and ends.
fn arabic_sign(words: &str) -> Option<(&str, usize, usize)> {
    let line = words.lines().next()?;
    if let Some(at) = line.find(['(', '/', '['])
        && let Some(length) = line[at + 1..].find([')', '/', ']'])
    {
        // `تشرين الثاني/نوفمبر (أ ف ب)`: a slash between the two names of a month.
        let at = line[at..].find('(').filter(|_| !line[..at].ends_with(' ')).map_or(at, |more| at + more);
        let length = line[at + 1..].find([')', '/', ']']).unwrap_or(length);
        let sign = line[at + 1..at + 1 + length].trim();
        return Some((sign, at, at + length + 2));
    }
    let (sign, _) = SIGNS.iter().find(|(sign, _)| {
        line.trim_end().strip_suffix(sign).is_some_and(|before| {
            before.ends_with(" م ") || before.trim_end().ends_with(|c: char| c.is_ascii_digit())
        })
    })?;
    let end = line.trim_end().len();
    Some((&line[end - sign.len()..end], end - sign.len(), end))
}

/// `3 مارس 2026`, `3 تشرين الثاني 2026`, `3 - 3`, `12-11-2026`, in digits of either kind
fn arabic_date(words: &str) -> Option<WrittenDate> {
    if words.contains(|c| matches!(c, '\u{660}'..='\u{669}')) {
        let digit = |c: char| match c {
            '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10).unwrap_or(c),
            c => c,
        };
        return arabic_date(&words.chars().map(digit).collect::<String>());
    }
    if let Some((date, _)) = WrittenDate::at_start(words) {
        return Some(date);
    }
    let digits = run(words, |c| c.is_ascii_digit());
    // Of the two names of a month, as `تشرين الثاني/نوفمبر`, the one of the Levant stands first.
    let rest = words[digits..].trim_start();
    if let Some((name, month)) = LEVANT.iter().find(|(name, _)| rest.starts_with(name)) {
        let other = rest[name.len()..].strip_prefix('/').map_or(0, |rest| 1 + run(rest, char::is_alphabetic));
        let year = rest[name.len() + other..].trim_start_matches([' ', '،', ',']);
        let year = year.get(..4).and_then(|year| year.parse::<i16>().ok());
        return dated(number(&words[..digits])?, *month, year);
    }
    let mut parts = words.split([' ', '(', '/']).next().unwrap_or("").split('-');
    if let (Some(day), Some(month), Some(year), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
        && year.len() == 4
    {
        return dated(number(day)?, number(month)?, Some(year.parse().ok()?));
    }
    let (day, month) = words.split_once('-')?;
    let month = month.trim().split(' ').next()?;
    let (day, month) = (number(day.trim())?, number(month)?);
    jiff::civil::Date::new(2000, month, day).ok()?;
    Some(WrittenDate::MonthDay { month, day })
}

/// Months as the Levant and Iraq write them, and as the Maghreb does where that is otherwise (Unicode CLDR, ar-LB, ar-DZ, ar-MA).
#[rustfmt::skip]
const LEVANT: &[(&str, i8)] = &[
    ("كانون الثاني", 1), ("شباط", 2), ("آذار", 3), ("اذار", 3), ("نيسان", 4), ("أيار", 5), ("ايار", 5), ("حزيران", 6), ("تموز", 7), ("آب", 8),
    ("أيلول", 9), ("ايلول", 9), ("تشرين الأول", 10), ("تشرين الاول", 10), ("تشرين الثاني", 11), ("كانون الأول", 12), ("كانون الاول", 12),
    ("جانفي", 1), ("فيفري", 2), ("أفريل", 4), ("ماي", 5), ("جوان", 6), ("جويلية", 7), ("أوت", 8), ("يوليوز", 7), ("غشت", 8), ("شتنبر", 9),
    ("نونبر", 11), ("دجنبر", 12),
];

/// A day, with its year if that is one.
fn dated(day: i8, month: i8, year: Option<i16>) -> Option<WrittenDate> {
    if let Some(year) = year.filter(|year| (1850..=2100).contains(year)) {
        return jiff::civil::Date::new(year, month, day).ok().map(WrittenDate::Full);
    }
    jiff::civil::Date::new(2000, month, day).ok().map(|_| WrittenDate::MonthDay { month, day })
}

/// Days that are written as words, and the months (Unicode CLDR, hi).
#[rustfmt::skip]
const HINDI_DAYS: &[(&str, i8)] = &[
    ("एक", 1), ("दो", 2), ("तीन", 3), ("चार", 4), ("पांच", 5), ("पाँच", 5), ("छह", 6), ("छः", 6), ("सात", 7), ("आठ", 8), ("नौ", 9), ("दस", 10),
];
#[rustfmt::skip]
const HINDI_MONTHS: &[(&str, i8)] = &[
    ("जनवरी", 1), ("फरवरी", 2), ("फ़रवरी", 2), ("मार्च", 3), ("अप्रैल", 4), ("मई", 5), ("जून", 6), ("जुलाई", 7), ("अगस्त", 8), ("सितंबर", 9),
    ("सितम्बर", 9), ("अक्टूबर", 10), ("अक्तूबर", 10), ("नवंबर", 11), ("नवम्बर", 11), ("दिसंबर", 12), ("दिसम्बर", 12),
];

/// `नयी दिल्ली, तीन मार्च (भाषा)`
fn hindi(words: &str) -> Option<Found> {
    let near = &words[..words.floor_char_boundary(LONGEST)];
    let (before, rest) = near.split_once('(')?;
    let (sign, _) = rest.split_once(')')?;
    let (_, code) = SIGNS.iter().find(|(known, _)| *known == sign.trim())?;
    let (place, day) = before.trim_end().split_once(',').unwrap_or((before.trim_end(), ""));
    let mut parts = day.split_whitespace();
    let date = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => None,
        (Some(day), Some(month), None) => {
            let named =
                |list: &[(&str, i8)], word| list.iter().find(|(name, _)| *name == word).map(|(_, n)| *n);
            let day = named(HINDI_DAYS, day).or_else(|| number(day))?;
            let month = named(HINDI_MONTHS, month).or_else(|| month_named(month))?;
            Some(WrittenDate::MonthDay { month, day })
        }
        _ => return None,
    };
    if place.trim().is_empty() || place.split_whitespace().count() > 3 {
        return None;
    }
    let end = before.len() + 1 + sign.len() + 1;
    let after = &words[end..];
    let gap = run(after, |c| c == ' ');
    let marks = run(&after[gap..], |c| matches!(c, '-' | '–' | '—' | '।' | ':'));
    Some(Found {
        end: end + if marks > 0 { gap + marks } else { 0 },
        places: vec![place.trim().to_owned()],
        date,
        agency: Agency::with_code(code),
        trust: Trust::Signed,
        ..Found::default()
    })
}
