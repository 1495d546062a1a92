//! The places of a dateline: `CHANGCHUN`, `Beijing/Moscow`, `BUFFALO, N.Y.`, `New Delhi [India]`.

use super::date::{WrittenDate, run, weekday_named};
use crate::agencies::{Agency, is_bare};
use crate::head::Prefixes;

/// No place in a dateline has more words (`Port of Spain`, `ABOARD AIR FORCE ONE`) …
const WORDS: usize = 5;
/// … and none has more parts between commas than city, state, country.
const PARTS: usize = 3;

/// Words that begin a line and are no place: `Tuesday, August 29`, `Updated, Aug. 29`, `By …`.
#[rustfmt::skip]
const NO_PLACE: Prefixes = Prefixes::new(&[
    "after", "all", "an", "and", "as", "at", "before", "between", "but", "by", "date", "during",
    "for", "from", "in", "last", "modified", "of", "on", "or", "posted", "published", "release",
    "released", "since", "the", "this", "through", "until", "updated", "von", "par", "por", "with",
]);

/// The places at the start of a line, and where they end.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    pub parts: Vec<&'a str>,
    /// Bytes from the start of the words to the end of the last place, without the comma or full stop after it.
    pub end: usize,
    pub all_caps: bool,
}

/// Reads places at the very start of `words`, up to a date, a bracket, a separator or anything that is no name.
pub(crate) fn at_start(words: &str) -> Option<Places<'_>> {
    if !words.starts_with(char::is_uppercase) || begins_otherwise(words) {
        return None;
    }
    let mut parts = Vec::new();
    let mut at = 0;
    loop {
        let length = part(&words[at..], parts.len())?;
        parts.push(&words[at..at + length]);
        at += length;
        // `Mumbai (Maharashtra) [India], March 3 (ANI)`
        if let Some(length) = country_in_brackets(&words[at..]) {
            let inner = &words[at + 2..at + length - 1];
            match parts.last_mut() {
                // `Frankfurt (Oder)`
                Some(town) if tells_which(inner) => *town = &words[at - town.len()..at + length],
                _ => parts.push(inner),
            }
            at += length;
        }
        if let Some(country) = words[at..].strip_prefix(" [").and_then(|rest| rest.split(']').next()) {
            // `New Delhi [India]`, but not `ROMA [ITALPRESS]`.
            let country_like =
                country.chars().all(|c| c.is_alphabetic() || c == ' ') && Agency::signing(country).is_none();
            if country_like && words[at + 2 + country.len()..].starts_with(']') {
                parts.push(&words[at + 2..at + 2 + country.len()]);
                at += country.len() + 3;
            }
        }
        let comma = usize::from(words[at..].starts_with(','));
        let gap = comma + usize::from(comma == 1 && words[at + comma..].starts_with(' '));
        let next = &words[at + gap..];
        if comma == 0
            || parts.len() >= PARTS
            || starts_date(next)
            || is_bare_sign(next)
            || part(next, 1).is_none()
        {
            break;
        }
        at += gap;
    }
    let all_caps = parts[0].chars().any(char::is_alphabetic) && !parts[0].chars().any(char::is_lowercase);
    (!refused(parts[0], parts.len() == 1)).then_some(Places { parts, end: at, all_caps })
}

/// `Brévent (France), 3 mars`, `Gimel (Suisse) (AFP)`: a country between brackets is one where a date or a sign follows.
fn country_in_brackets(words: &str) -> Option<usize> {
    let inner = words.strip_prefix(" (")?;
    let length = inner.find(')').filter(|length| (2..=40).contains(length))?;
    let (country, after) = (&inner[..length], &inner[length + 1..]);
    let a_name = country.starts_with(char::is_uppercase)
        && country.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’'))
        && Agency::signing(country).is_none();
    let dated = |after: &str| after.strip_prefix(", ").is_some_and(starts_date);
    let country = after.strip_prefix(" [").and_then(|rest| rest.split_once(']'));
    let goes_on = country.is_some_and(|(_, after)| dated(after) || after.starts_with(" ("))
        || dated(after)
        || after.strip_prefix(" (").is_some_and(|sign| Agency::signing(sign).is_some());
    (a_name && goes_on).then_some(length + 3)
}

/// The length of one place. The first of a dateline must begin with a capital; so must a state or a country.
fn part(words: &str, nth: usize) -> Option<usize> {
    if !words.starts_with(char::is_uppercase) || starts_date(words) && nth > 0 {
        return None;
    }
    let mut end = word(words);
    for _ in 1..WORDS {
        // `Frankfurt / Main`
        let gap = if words[end..].starts_with(" / ") { 3 } else { 1 };
        let Some(next) = words[end..].get(gap..).filter(|_| words[end..].starts_with(' ')) else { break };
        if !next.starts_with(char::is_alphabetic) || starts_date(next) || is_bare_sign(next) {
            break;
        }
        end += gap + word(next);
    }
    // `MOSCOW. Aug 29`: this full stop belongs to the dateline, that of `N.Y.` and `Pa.` to the name.
    let ends = |rest: &str| starts_date(rest) || is_bare_sign(rest);
    let stop = words[..end].ends_with('.') && words[end..].strip_prefix(' ').is_some_and(ends);
    Some(end - usize::from(stop))
}

/// The length of a word of a name: letters, and marks between letters.
fn word(words: &str) -> usize {
    // Nearly all letters are of ASCII.
    let mut end = words.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(words.len());
    if words.as_bytes().get(end).is_none_or(|byte| byte.is_ascii() && !b".'`&/-".contains(byte)) {
        return end;
    }
    let from = end;
    let mut chars = words[from..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let joins = match c {
            '.' | '\'' | '’' | '\u{300}'..='\u{36f}' => true,
            '`' | '&' | '/' | '-' => inside,
            _ => c.is_alphabetic(),
        };
        if !joins {
            break;
        }
        end = from + at + c.len_utf8();
    }
    end
}

fn starts_date(words: &str) -> bool {
    WrittenDate::at_start(words).is_some()
}

/// Signs that stand without brackets: `TOKYO, April 13 Kyodo`, `SYDNEY March 22 AAP`, `ASTANA. KAZINFORM The …`.
pub(super) fn is_bare_sign(words: &str) -> bool {
    words.starts_with(char::is_uppercase) && is_bare(&words[..run(words, char::is_alphabetic)])
}

/// Words of which no place's name is made: `Press Trust of India (PTI)`, `MINISTRY OF TRADE (MTI)`, `NET BANK - `.
#[rustfmt::skip]
const ORGANISATIONS: &[&str] = &[
    "agency", "airlines", "airways", "association", "authority", "bank", "board", "bureau", "chamber", "co",
    "commission", "committee", "company", "corp", "corporation", "council", "department", "exchange", "federation",
    "fund", "group", "inc", "index", "institute", "limited", "ltd", "ministry", "office", "organisation",
    "organization", "party", "plc", "press", "service", "services", "society", "trust", "union", "university",
];

pub(super) fn is_organisation(place: &str) -> bool {
    place
        .split([' ', '.', '-'])
        .any(|word| ORGANISATIONS.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether every word is written as in a name: `Port of Spain`, `Rio de Janeiro`, and not `Six months to`.
pub(super) fn is_name(place: &str) -> bool {
    const JOINTS: &[&str] = &[
        "of", "de", "la", "do", "da", "del", "dos", "el", "al", "sur", "am", "an", "der", "and", "en", "le",
        "les",
    ];
    place.split(' ').all(|word| word.starts_with(|c: char| !c.is_lowercase()) || JOINTS.contains(&word))
}

/// Whether the first word is one of [`NO_PLACE`]; but `The Hague` is a place.
fn begins_otherwise(words: &str) -> bool {
    let first = || &words[..run(words, char::is_alphanumeric)];
    let the = || first().eq_ignore_ascii_case("the").then(|| words.get("the ".len()..)).flatten();
    let begins =
        |rest: &str, name: &str| rest.get(..name.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(name));
    first().eq_ignore_ascii_case("a")
        || NO_PLACE.begin(words)
            && !the().is_some_and(|rest| WITH_ARTICLE.iter().any(|name| begins(rest, name)))
}

/// Places that are named with an article.
const WITH_ARTICLE: &[&str] = &["hague", "valley", "bottom"];

/// `alone`: no state and no country follows. `Nampa, Idaho` is a place, and `NAMPA` an agency.
fn refused(place: &str, alone: bool) -> bool {
    let first = &place[..run(place, char::is_alphanumeric)];
    // `The Hague`, and not `The Hague Tribunal`
    let named = |rest: &str| WITH_ARTICLE.iter().any(|name| rest.eq_ignore_ascii_case(name));
    first.eq_ignore_ascii_case("the") && !place[first.len()..].strip_prefix(' ').is_some_and(named)
        || weekday_named(first).is_some()
        || alone && Agency::is_sign(place)
}

/// Behind a slash these tell which of the towns of one name is meant, and are no town: rivers, landscapes and their abbreviations.
#[rustfmt::skip]
const WHICH: &[&str] = &[
    "aare", "aisch", "aller", "allgäu", "allg.", "bay.", "bergstraße", "bodensee", "br.", "breisgau", "brg.", "donau", "drau", "eder", "eifel", "elbe", "ems",
    "enns", "erzgebirge", "erzgeb.", "fils", "fläming", "glan", "harz", "havel", "holst.", "holstein", "hunsrück", "inn", "isar", "jagst", "kocher", "lahn",
    "lausitz", "lech", "leine", "leitha", "lippe", "loire", "main", "marne", "meuse", "mosel", "mur", "nahe", "neckar", "neiße", "neisse", "niederlausitz",
    "nordsee", "nö", "oberlausitz", "oberpfalz", "oder", "odenwald", "opf.", "orla", "ostsee", "oö", "pf.", "pfalz", "rax", "rh.", "rhein", "rhône", "rhön", "rems", "ruhr",
    "saale", "saar", "sauerland", "saône", "schwarzwald", "schwarzw.", "schw.", "seine", "sieg", "spessart", "spree", "spreewald", "stmk.", "tauber",
    "taunus", "thaya", "thür.", "traun", "uckermark", "unstrut", "vogtl.", "vogtland", "vogtl", "wallis", "weinstr.", "weinstraße", "weser", "westerwald", "westf.", "westfalen",
    "wümme", "werra", "ybbs",
];

/// Whether it is an abbreviation of one of these, with its full stop.
fn is_short_for_which(name: &str) -> bool {
    let bare = name.strip_suffix('.').unwrap_or(name);
    name.len() > bare.len()
        && (bare.chars().count() == 1 || bare.contains('.') || WHICH.contains(&&*name.to_lowercase()))
}

/// Whether what stands behind a slash belongs to the place before it: `Frankfurt/Main`, `Frankfurt/M.`, `BUFFALO/N.Y.`
fn tells_which(name: &str) -> bool {
    let lower = name.to_lowercase();
    // Some leave out the full stop.
    let short = || WHICH.iter().any(|which| which.strip_suffix('.') == Some(&lower));
    name.chars().count() == 1 || is_short_for_which(name) || WHICH.contains(&&*lower) || short()
}

/// `Beijing/Moscow` and `BEIJING and WASHINGTON` are two places; `Trinidad and Tobago` and `Frankfurt/Main` are one.
pub(crate) fn split(parts: &[&str]) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for (nth, part) in parts.iter().enumerate() {
        // `HELSINKI. (STT)`: the full stop is none of the name, as it is in `Calif.` and `WASHINGTON, D.C.`
        let stop = part.strip_suffix('.').filter(|name| nth == 0 && name.len() > 3 && !name.contains('.'));
        // `Frankfurt/M.`: this one is.
        let stop = stop.filter(|_| !part.rsplit_once('/').is_some_and(|(_, last)| is_short_for_which(last)));
        for (piece, place) in stop.unwrap_or(part).split('/').map(str::trim).enumerate() {
            if let Some(town) = places.last_mut().filter(|_| piece > 0 && tells_which(place)) {
                town.push('/');
                town.push_str(place);
                continue;
            }
            match place.split_once(" and ") {
                Some((one, other)) if !place.replace(" and ", "").chars().any(char::is_lowercase) => {
                    places.extend([one.to_owned(), other.to_owned()]);
                }
                _ => places.push(place.to_owned()),
            }
        }
    }
    places.retain(|place| !place.is_empty());
    places
}

/// What `data/places.tsv` says of a name in capitals: whether it is a city, and a country or a part of one. The file is sorted by
/// bytes, and the lines about it come first in that order too: it is looked through as it stands.
fn kinds(name: &str) -> Option<&'static str> {
    let mut lines = include_str!("../../data/places.tsv");
    while !lines.is_empty() {
        let middle = lines.floor_char_boundary(lines.len() / 2);
        let start = lines[..middle].rfind('\n').map_or(0, |end| end + 1);
        let (line, after) = lines[start..].split_once('\n').unwrap_or((&lines[start..], ""));
        let (known, kinds) = line.split_once('\t').unwrap_or((line, ""));
        lines = match known.cmp(name) {
            std::cmp::Ordering::Equal => return Some(kinds),
            std::cmp::Ordering::Less => after,
            std::cmp::Ordering::Greater => &lines[..start],
        };
    }
    None
}

/// Words with which the names of small places begin, and with which they end: `SAN MARCOS`, `MOOSE CREEK`.
const BEFORE: &[&str] = &["BAD", "EL", "FORT", "LAS", "LOS", "MOUNT", "SAINT", "SAN", "SANTA", "ST."];
#[rustfmt::skip]
const BEHIND: &[&str] = &[
    "BAY", "BEACH", "BRIDGE", "CITY", "COUNTY", "COVE", "CREEK", "CROSSING", "FALLS", "GROVE", "HARBOR", "HARBOUR", "HEIGHTS", "HILL",
    "HILLS", "ISLAND", "ISLANDS", "JUNCTION", "LAKE", "MILLS", "RAPIDS", "RIDGE", "RIVER", "SPRINGS", "TOWNSHIP", "VALLEY", "VILLAGE",
];

fn is_made_as_a_place(name: &str) -> bool {
    let Some((first, rest)) = name.split_once(' ') else { return false };
    BEFORE.contains(&first) || rest.rsplit(' ').next().is_some_and(|last| BEHIND.contains(&last))
}

/// Whether a name is that of a city that is known, in capitals or not.
pub(crate) fn is_known(place: &str) -> bool {
    place.starts_with("ABOARD ")
        || is_made_as_a_place(place)
        || kinds(&place.replace('’', "'").to_uppercase()).is_some_and(|kinds| kinds.contains('c'))
}

/// Whether these are places that everybody knows: `TOKYO`, `BEIJING/MOSCOW`, `CHANGCHUN, China`. Where nothing else tells a
/// dateline, a word in capitals may be any word: `STOCKS - Shares fell`, `JUDGE: Sit down.`
pub(super) fn are_known(places: &Places<'_>) -> bool {
    let is = |name: &str, kind: char| {
        let key = name.trim().replace('’', "'").to_uppercase();
        kinds(&key).is_some_and(|kinds| kinds.contains(kind))
    };
    let first = places.parts[0];
    first.starts_with("ABOARD ")
        || is_made_as_a_place(first)
        || split(&places.parts[..1]).iter().any(|place| is(place, 'c'))
        || places.parts[1..].iter().any(|region| is(region, 'r'))
}
