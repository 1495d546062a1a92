//! The one grammar of datelines.

use super::date::{WrittenDate, run};
use super::places::{self, Places};
use super::scripts;
use crate::agencies::{AGENCIES, Agency, is_bare};

/// How far a shape is to be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Trust {
    /// `TOKYO — Japan's exports`, `RIYADH: China's total`, `Nov 4 Canada's trade`: only where the body begins.
    #[default]
    Low,
    /// Place and date, no agency: `OTTAWA, Feb 8 Canada's trade`, `Roma, 11 ago. – Su base`.
    Dated,
    /// Signed by an agency.
    Signed,
}

/// A dateline as found, in bytes of the words that were searched.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub start: usize,
    /// After the separator.
    pub end: usize,
    pub places: Vec<String>,
    pub date: Option<WrittenDate>,
    pub agency: Option<&'static Agency>,
    /// Who passed the story on before, as written in a wrapper: `MENAFN- KNN India`.
    pub relay: Option<String>,
    /// Who reports, where the dateline says it.
    pub byline: Option<String>,
    pub trust: Trust,
}

/// A dateline is looked for in so many bytes of a line; the longest real ones take some 120.
const REACH: usize = 300;

/// Labels in capitals before a colon that are no places: `ANALYSIS: China …`.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "ADVISORY", "ALERT", "ANALYSIS", "ATTN", "BREAKING", "BREAKINGVIEWS", "BRIEF", "BULLETIN", "BUSINESS",
    "CHART", "COLUMN", "COMMENT", "COMMENTARY", "CORRECTED", "CORRECTION", "DATA", "DIARY", "ECONOMY",
    "EDITORIAL", "EDS", "EMBARGOED", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "FEATURE", "FILE", "FLASH",
    "FOCUS", "FORECAST", "GRAPHIC", "INSIGHT", "INTERVIEW", "KEYWORDS", "LEAD", "LIVE", "MARKETS", "NEWS",
    "NOTE", "NOTES", "OPINION", "PHOTO", "POLL", "PREVIEW", "PROFILE", "REFILE", "REPORT", "REVIEW", "ROUNDUP",
    "SNAPSHOT", "SOURCE", "SPOTLIGHT", "STORY", "SUMMARY", "TABLE", "TIMELINE", "TRADE", "UPDATE",
    "URGENT", "WATCH", "WRAPUP",
];

/// Whether words that look like a place name a kind of story.
fn is_label(place: &str) -> bool {
    place.split([' ', '-']).any(|word| LABELS.contains(&word))
}

/// The dateline of a line, if it begins with one.
pub(crate) fn find(line: &str) -> Option<Found> {
    let near = &line[..line.floor_char_boundary(REACH)];
    let Some((plain, places)) = plain(near) else { return find_in(near, near.len() == line.len()) };
    let mut found = find_in(&plain, near.len() == line.len())?;
    // Where it stands in the words as they came: each character that was changed is one of these places.
    let before = |is_before: &dyn Fn(&Change) -> bool| -> usize {
        places.iter().filter(|change| is_before(change)).map(|change| change.bytes).sum()
    };
    let (start, end) = (found.start, found.end);
    found.start += before(&|change| change.at < start || change.at == start && change.gone);
    found.end += before(&|change| change.at < end);
    Some(found)
}

/// A character that came otherwise.
struct Change {
    at: usize,
    /// So many more came.
    bytes: usize,
    /// It is left out, and not one byte for several.
    gone: bool,
}

/// The words with blanks of one kind and without what nobody sees, if they have such; and what was changed for it. Pages and word processors put them in: the words mean the same.
fn plain(words: &str) -> Option<(String, Vec<Change>)> {
    let is_blank = |c: char| matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}');
    let is_odd = |c: char| is_blank(c) || is_unseen(c) || c == '\u{2011}';
    if words.is_ascii() || !words.contains(is_odd) {
        return None;
    }
    let (mut plain, mut places) = (String::with_capacity(words.len()), Vec::new());
    for c in words.chars() {
        match c {
            c if is_unseen(c) => {
                places.push(Change { at: plain.len(), bytes: c.len_utf8(), gone: true });
            }
            c if is_odd(c) => {
                places.push(Change { at: plain.len(), bytes: c.len_utf8() - 1, gone: false });
                plain.push(if c == '\u{2011}' { '-' } else { ' ' });
            }
            c => plain.push(c),
        }
    }
    Some((plain, places))
}

/// How many bytes at the start of a line nobody sees.
pub(crate) fn unseen_at_start(words: &str) -> usize {
    // Nearly every line begins with a letter of ASCII.
    if words.as_bytes().first().is_none_or(u8::is_ascii) { 0 } else { run(words, is_unseen) }
}

/// Marks of direction, hyphens that show at the end of a line only, blanks without width.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The same for words in which nothing is odd. Whether they are the whole line tells what may be a dateline.
fn find_in(words: &str, whole_line: bool) -> Option<Found> {
    // Nearly all lines begin with a letter.
    if words.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
        return unquoted(words, whole_line).or_else(|| glued(words));
    }
    let start = run(words, |c| matches!(c, ' ' | '\t' | '*' | '\u{a0}' | '\u{3000}'));
    // A quotation may begin the story.
    let start = start
        + ["\"", "“", "„"]
            .iter()
            .find(|mark| words[start..].starts_with(**mark))
            .map_or(0, |mark| mark.len());
    // … with a blank behind its mark, as in French
    let start = start + run(&words[start..], |c| c == ' ');
    if let Some((relay, after)) = wrapper(&words[start..]) {
        let mut found =
            regular(&words[start + after..], whole_line).map(|found| found.moved(start + after))?;
        found.relay = Some(relay.to_owned());
        return Some(found);
    }
    // `'s-HERTOGENBOSCH (ANP) - …`
    if let Some(article) = ["'s-", "’s-", "‘s-"].iter().find(|article| words[start..].starts_with(**article))
        && let Some(mut found) = regular(&words[start + article.len()..], whole_line)
        && let Some(place) = found.places.first_mut().filter(|_| found.start == 0)
    {
        place.insert_str(0, article);
        let found = found.moved(start + article.len());
        return Some(Found { start, ..found });
    }
    unquoted(&words[start..], whole_line).map(|found| found.moved(start)).or_else(|| glued(words))
}

/// A dateline that begins here.
fn unquoted(words: &str, whole_line: bool) -> Option<Found> {
    source_first(words)
        .or_else(|| scripts::find(words))
        .or_else(|| regular(words, whole_line))
        .or_else(|| stopped(words))
}

/// The words of an element that is called dateline: places and date even without a separator.
pub(crate) fn in_element(words: &str) -> Option<(Vec<String>, Option<WrittenDate>)> {
    let start = run(words, char::is_whitespace);
    let words = &words[start..];
    let read = places::at_start(words)?;
    let after = words[read.end..].trim_start_matches([',', '.', ' ']);
    let mut places = places::split(&read.parts);
    // `STOCKHOLM TT`: the sign of the agency without brackets.
    if let Some(last) = places.last_mut()
        && let Some((place, sign)) = last.rsplit_once(' ')
        && AGENCIES.iter().any(|agency| agency.signs.contains(&sign))
    {
        *last = place.to_owned();
    }
    Some((places, WrittenDate::at_start(after).map(|(date, _)| date)))
}

/// `ANKARA` on a line of its own, as Anadolu writes it between the byline and the first paragraph.
pub(crate) fn alone(line: &str) -> Option<Found> {
    let places = places::at_start(line)?;
    let rest = line[places.end..].trim();
    let first = places.parts[0];
    let known = rest.is_empty()
        && places.all_caps
        && first.split(' ').count() <= 3
        && first.chars().filter(|c| c.is_alphabetic()).count() > 3
        && !is_label(first)
        && !places::is_organisation(first);
    known.then(|| Found {
        start: 0,
        end: places.end,
        places: places::split(&places.parts),
        date: None,
        agency: None,
        relay: None,
        byline: None,
        trust: Trust::Low,
    })
}

impl Found {
    /// A place that a page has in a line of its own, from `start` to `end` of the line that begins at `from`.
    pub(crate) fn of_place(line: &str, from: usize, start: usize, end: usize) -> Self {
        Self {
            start: from + start,
            end: from + end,
            places: vec![line[start..end].to_owned()],
            date: None,
            agency: Agency::with_code("agencia_brasil"),
            relay: None,
            byline: None,
            trust: Trust::Signed,
        }
    }

    fn moved(mut self, by: usize) -> Self {
        self.start += by;
        self.end += by;
        self
    }
}

/// `(MENAFN- KNN India) `: who passed it on, and where the story goes on.
fn wrapper(words: &str) -> Option<(&str, usize)> {
    let inner = words.strip_prefix('(').filter(|inner| inner.starts_with("MENAFN"))?;
    let mut depth = 1_u32;
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let rest = &inner[at + 1..];
            return Some((inner[..at].trim(), 1 + at + 1 + run(rest, |c| c == ' ')));
        }
    }
    None
}

/// The dateline of a line that is signed by one of these, who are not known as agencies but made the story.
pub(crate) fn signed_by(line: &str, signs: &[&str]) -> Option<Found> {
    let words = &line[..line.floor_char_boundary(REACH)];
    let start = run(words, |c| matches!(c, ' ' | '\t' | '\u{a0}' | '\u{3000}'));
    let words = &words[start..];
    let is_one = |sign: &str| signs.contains(&sign);
    let after_dash = |at: usize| {
        let gap = run(&words[at..], |c| c == ' ');
        let (mark, length) = separator(&words[at + gap..]);
        (mark, at + gap + length)
    };
    // `(AGN) - BARI, 14 OTT - `
    let first = bracketed(words).filter(|(sign, _)| is_one(sign));
    let (from, closed) = match first {
        Some((_, after)) => match after_dash(after) {
            (Separator::Dash, at) => (at + run(&words[at..], |c| c == ' '), true),
            _ => return None,
        },
        None => (0, false),
    };
    let (places, date, end) = places_and_date(&words[from..])?;
    let end = from + end;
    let end = if closed {
        end
    } else {
        let gap = run(&words[end..], |c| matches!(c, ' ' | ',' | '.'));
        let (_, length) = bracketed(&words[end + gap..]).filter(|(sign, _)| is_one(sign))?;
        end + gap + length
    };
    let (mark, end) = after_dash(end);
    (matches!(mark, Separator::Dash | Separator::Colon) && (!closed || date.is_some())).then(|| Found {
        start: start + from,
        end: start + end,
        places: places::split(&places.parts),
        date,
        agency: None,
        relay: None,
        byline: None,
        trust: Trust::Signed,
    })
}

/// `(ANSA) - NEW YORK, 24 SET -`, `(DIRE) Roma, 3 mar. -`, `AKP Phnom Penh, March 12, 2024 --`: the sign stands before the place.
fn source_first(words: &str) -> Option<Found> {
    let (agency, start) = if let Some((sign, after)) = bracketed(words) {
        let gap = run(&words[after..], |c| c == ' ');
        let (dash, length) = separator(&words[after + gap..]);
        match dash {
            // One that we do not know is one too: a place, a day and a dash follow.
            Separator::Dash if is_name(sign) || Agency::signing(sign).is_some() => {
                (Agency::signing(sign), after + gap + length)
            }
            Separator::None if gap > 0 => (Some(Agency::writing(sign)?), after),
            _ => return None,
        }
    } else {
        let open = usize::from(words.starts_with('('));
        let length = run(&words[open..], |c| c.is_alphabetic() || c == '/');
        if let Some((agency, after)) = half_bracketed(words, open, length) {
            (Some(agency), after)
        } else {
            let sign = words.get(..length).filter(|sign| open == 0 && is_bare(sign))?;
            (Some(Agency::signing(sign)?), length)
        }
    };
    let start = start + run(&words[start..], |c| c == ' ');
    let (places, date, end) = places_and_date(&words[start..])?;
    let end = start + end;
    let gap = run(&words[end..], |c| c == ' ');
    let (dash, length) = separator(&words[end + gap..]);
    (dash == Separator::Dash && date.is_some()).then(|| Found {
        start,
        end: end + gap + length,
        agency: agency.map(|agency| agency.at(places.parts.first().copied())),
        places: places::split(&places.parts),
        date,
        relay: None,
        byline: None,
        trust: Trust::Signed,
    })
}

/// `STOCKHOLM. Riksbanken …`, `HELSINKI. Vienti …`: a full stop behind a known city in capitals, as the agencies of the north write.
fn stopped(words: &str) -> Option<Found> {
    /// No such place is longer, in bytes.
    const LONGEST: usize = 40;
    // Nearly every line is told by its first two letters.
    let capital = |c: char| c.is_uppercase();
    let mut first = words.chars();
    if !(first.next().is_some_and(capital) && first.next().is_some_and(capital)) {
        return None;
    }
    let end = memchr::memchr(b'.', words.as_bytes()).filter(|end| *end <= LONGEST)?;
    let (place, after) = (&words[..end], &words[end + 1..]);
    let begins = after.starts_with(' ') && begins_sentence_loosely(after);
    let told = after.split(' ').filter(|word| !word.is_empty()).take(4);
    let prose = told.filter(|word| word.starts_with(char::is_lowercase)).count() > 0;
    let named = place.chars().filter(|c| c.is_alphabetic()).count() > 3
        && place.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-' | '\''));
    let known = || places::are_known(&Places { parts: vec![place], end, all_caps: true });
    (begins && prose && named && !is_label(place) && known()).then(|| Found {
        end: end + 1,
        places: vec![place.to_owned()],
        trust: Trust::Low,
        ..Found::default()
    })
}

/// A caption that runs into the dateline without a blank: `… factory (Photo: VNA)Hanoi (VNA) – `.
fn glued(words: &str) -> Option<Found> {
    let starts = memchr::memchr_iter(b')', words.as_bytes()).map(|at| at + 1);
    let mut starts = starts.filter(|start| words[*start..].starts_with(char::is_uppercase));
    let found = starts.find_map(|start| regular(&words[start..], false).map(|found| found.moved(start)))?;
    (found.trust == Trust::Signed).then_some(found)
}

fn places_and_date(words: &str) -> Option<(Places<'_>, Option<WrittenDate>, usize)> {
    let mut places = places::at_start(words)?;
    let mut after = places.end;
    // `Riyadh, Sha'ban 10, 1440, April 15, 2019, SPA`: the day of the other calendar stands first.
    if places.parts.len() > 1
        && let Some(length) = islamic_day(&words[after..])
    {
        places.parts.pop();
        after += length;
    }
    let joint = run(&words[after..], |c| matches!(c, ',' | '.' | ' '));
    let mut at = after + joint;
    // `BEIJING, Sunday, March 6`: the weekday beside the date says no more than the date.
    if let Some((WrittenDate::Weekday(_), length)) = WrittenDate::at_start(&words[at..]) {
        let next = at + length + run(&words[at + length..], |c| matches!(c, ',' | ' '));
        if matches!(WrittenDate::at_start(&words[next..]), Some((date, _)) if !matches!(date, WrittenDate::Weekday(_)))
        {
            at = next;
        }
    }
    // `Praha 3. 3. (ČTK)`
    let dotted =
        || WrittenDate::dotted(&words[at..]).filter(|(_, length)| words[at + length..].starts_with(" ("));
    match WrittenDate::at_start(&words[at..]).or_else(|| WrittenDate::slashed(&words[at..])).or_else(dotted) {
        Some((date, length)) if joint > 0 => {
            // `2026. június 9., kedd`: the weekday may stand behind the date, too.
            let end = at + length;
            let behind = words[end..].strip_prefix(", ").and_then(WrittenDate::at_start);
            let more = match (date, behind) {
                (WrittenDate::Full(_), Some((WrittenDate::Weekday(_), length))) => 2 + length,
                _ => 0,
            };
            Some((places, Some(date), end + more))
        }
        _ => {
            let end = places.end;
            Some((places, None, end))
        }
    }
}

/// ` 10, 1440`: a day and a year of the Islamic calendar behind the name of its month.
fn islamic_day(words: &str) -> Option<usize> {
    let day = words.strip_prefix(' ')?;
    let digits = run(day, |c| c.is_ascii_digit());
    let year = day[digits..].strip_prefix(", ")?;
    let length = run(year, |c| c.is_ascii_digit());
    ((1..=2).contains(&digits) && length == 4 && year.starts_with("14")).then_some(1 + digits + 2 + length)
}

/// `3.03.Warszawa (PAP) -`, `3 March, London (Reuters) -`: the day stands before the place, and a known agency behind it.
fn date_first(words: &str, dated: Option<(WrittenDate, usize)>) -> Option<Found> {
    let (date, length) = dated.or_else(|| WrittenDate::dotted(words))?;
    let start = length + run(&words[length..], |c| matches!(c, ' ' | ','));
    let places = places::at_start(&words[start..])?;
    bracketed(words[start + places.end..].strip_prefix(' ')?)?;
    let found = signed(&words[start..], &places, None, places.end)?.moved(start);
    let known = found.agency.is_some() && found.date.is_none() && !matches!(date, WrittenDate::Weekday(_));
    known.then_some(Found { start: 0, date: Some(date), ..found })
}

/// Places, date, sign, separator.
fn regular(words: &str, whole_line: bool) -> Option<Found> {
    let dated = WrittenDate::at_start(words);
    if words.starts_with(|c: char| c.is_ascii_digit()) || dated.is_some() {
        let found = date_first(words, dated);
        if found.is_some() {
            return found;
        }
    }
    if let Some(found) = without_place(words, dated).or_else(|| date_only(words, dated?)) {
        return Some(found);
    }
    let (places, date, end) = places_and_date(words)?;
    signed(words, &places, date, end).or_else(|| unsigned(words, &places, date, end, whole_line))
}

fn signed(words: &str, places: &Places<'_>, mut date: Option<WrittenDate>, end: usize) -> Option<Found> {
    if words[end..].starts_with(')') && date.is_none() {
        return signed_in_place(words, places, end);
    }
    let gap = run(&words[end..], |c| matches!(c, ' ' | ',' | '.'));
    // `NEW YORK--(BUSINESS WIRE)--`: the dashes stand before the sign too.
    let dashes = run(&words[end + gap..], |c| c == '-');
    let gap = gap + if words[end + gap + dashes..].starts_with('(') { dashes } else { 0 };
    let gap = date.and_then(|_| sign_apart(&words[end..])).unwrap_or(gap);
    let unread =
        if words[end + gap..].starts_with(['(', '[', '/']) { None } else { unread_day(&words[end..]) };
    let gap = unread.unwrap_or(gap);
    // `LONDON, Mrach 3 (Reuters) - `: what stands before the number is no place.
    let numbered =
        words[end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let parts = &places.parts
        [..places.parts.len() - usize::from(unread.is_some() && numbered && places.parts.len() > 1)];
    let rest = &words[end + gap..];
    // `МОСКВА, 3 мар — РИА Новости. Экспорт …`: the sign stands behind a dash, and a full stop closes it.
    if let Some(name) =
        rest.strip_prefix("— ").or_else(|| rest.strip_prefix("- ")).or_else(|| rest.strip_prefix("– "))
        && date.is_some()
        && let Some((sign, _)) =
            name.split_once(". ").or_else(|| name.strip_suffix('.').map(|sign| (sign, "")))
        && let Some(agency) = Agency::writing(sign)
    {
        return Some(Found {
            end: words.len() - name.len() + sign.len() + 1,
            places: places::split(&places.parts),
            date,
            agency: Some(agency),
            trust: Trust::Signed,
            ..Found::default()
        });
    }
    let (sign, bracket, after) = if let Some((sign, after)) = bracketed(rest) {
        (sign, true, end + gap + after)
    } else if let Some((sign, after)) = unclosed(rest, date.is_some()) {
        (sign, true, end + gap + after)
    } else {
        let length = run(rest, char::is_alphanumeric);
        let sign = rest.get(..length)?;
        // `MOSCOW, Nov 12 Reuters) - `: the bracket before it was lost on the way.
        let half = rest[length..].starts_with(')') && date.is_some() && writing(sign).is_some();
        (sign, half, end + gap + length + usize::from(half))
    };
    // `Accra, Jan 16, GNA`, `ASTANA. KAZINFORM The …`: without brackets only some signs count, as they are written.
    let bare = !bracket && is_bare(sign);
    let joined = words[end..].starts_with([',', '.']);
    // Without brackets only a known sign after a date is one: `TOKYO, April 13 Kyodo`.
    if !bracket && date.is_none() && !(bare && joined) {
        return None;
    }
    let agency = Agency::signing(sign).filter(|_| !is_post(sign) && !sign.starts_with("awp/"));
    let agency = agency.or_else(|| among(sign).or_else(|| of_post(sign)).filter(|_| bracket));
    let agency = agency.map(|agency| agency.at(places.parts.first().copied()));
    let stopped = words[end..].starts_with('.');
    if !bracket {
        agency?;
    }
    // `03/04 (UPI)` is March in America.
    let at = date_at(words, end);
    let slashed = WrittenDate::slashed(&words[at..]).is_some_and(|(_, length)| at + length == end)
        && WrittenDate::at_start(&words[at..]).is_none();
    if slashed && agency.is_none_or(|agency| agency.country == "US") {
        date = None;
    }
    if let Some((_, inner)) = sign.rsplit_once(" - ").filter(|_| date.is_none()) {
        date = WrittenDate::at_start(inner).map(|(date, _)| date);
    }
    // `**LONDON, March 3 (Reuters)** - `: marks of bold type.
    let after = after + if bracket && words[after..].starts_with("** ") { 2 } else { 0 };
    let spaces = run(&words[after..], |c| c == ' ');
    let (mark, length) = separator(&words[after + spaces..]);
    let end = match mark {
        Separator::None => after,
        _ => after + spaces + length,
    };
    // `Bremen (pdw) - Eine Werft …`: German agencies that we do not know sign in small letters, too.
    let small = agency.is_none()
        && bracket
        && mark == Separator::Dash
        && spaces > 0
        && date.is_none()
        && (2..=5).contains(&sign.len())
        && sign.bytes().all(|byte| byte.is_ascii_lowercase())
        && !places.parts[0].contains('.')
        && begins_sentence_loosely(&words[end..]);
    let trusted = match agency {
        // `Press Trust of India (PTI) said` is no dateline, nor is `CANADIAN PACIFIC (CP)` on a line.
        Some(_) if bracket => {
            let rest = &words[after..];
            match mark {
                // `Stockholm (TT)` on a line of its own
                Separator::None if rest.trim().is_empty() => {
                    date.is_some()
                        || places.parts[0].split(' ').count() <= 2
                            && places::is_name(places.parts[0])
                            && !places::is_organisation(places.parts[0])
                            && !abbreviates(sign, places.parts[0])
                }
                // A headline in capitals is no dateline: `CANADIAN PACIFIC (CP) SEES …`.
                Separator::None => {
                    begins_sentence(rest)
                        && rest.contains(char::is_lowercase)
                        && (date.is_some() || !places::is_organisation(places.parts[0]))
                }
                Separator::Dash => date.is_some() || !places::is_organisation(places.parts[0]),
                Separator::Stop | Separator::Colon => true,
            }
        }
        Some(_) if bare && (date.is_some() || stopped) => {
            mark != Separator::None || words[after..].trim().is_empty() || begins_sentence(&words[after..])
        }
        // `BAKU, Azerbaijan, March 3. Trend: Gas exports`
        Some(_) => {
            mark == Separator::Dash
                || date.is_some() && (stopped && mark == Separator::Colon || words[after..].trim().is_empty())
        }
        // An agency that we do not know: with a date and a dash, or behind a known place in capitals, it still reads as one.
        // `TASHKENT, March 3. /Dunyo/. Gas exports`
        None if mark == Separator::Stop => {
            date.is_some()
                && stopped
                && bracket
                && rest.starts_with('/')
                && is_name(sign)
                && begins_sentence(&words[end..])
        }
        None => {
            mark == Separator::Dash
                && sign.len() <= 40
                && (date.is_some() || places.all_caps && is_name(sign) && places::are_known(places))
        }
    };
    (trusted || small).then(|| Found {
        start: 0,
        end,
        places: places::split(parts),
        date,
        agency,
        relay: None,
        byline: None,
        trust: if small { Trust::Low } else { Trust::Signed },
    })
}

/// `(Xinhua -- `, `/PRNewswire -- `, `(BUSINESS WIRE--`, behind a day also `(PTI The `: a known agency whose bracket lost its end,
/// and how far it goes.
fn unclosed(words: &str, dated: bool) -> Option<(&str, usize)> {
    /// No agency's sign is longer, in bytes.
    const LONGEST: usize = 40;
    let inner = words.strip_prefix(['(', '/', '['])?;
    let near = &inner[..inner.floor_char_boundary(LONGEST)];
    let dash = [" -", " –", " —", "--", "_"].iter().filter_map(|dash| near.find(dash)).min();
    let short = || run(inner, char::is_alphanumeric);
    let length = dash.or_else(|| Some(short()).filter(|length| dated && *length > 2))?;
    let sign = &inner[..length];
    writing(sign).map(|_| (sign, 1 + length))
}

/// The agency that writes so, alone or with a desk: `dpa/lrs`.
fn writing(sign: &str) -> Option<&'static Agency> {
    Agency::writing(sign).or_else(|| Agency::writing(sign.split_once('/')?.0))
}

/// `ANSA) - ROMA`, `(ANSA - ROMA`: a known agency before the place, from `open` on and so many bytes long, whose bracket lost one of
/// its ends; and where the place begins.
fn half_bracketed(words: &str, open: usize, length: usize) -> Option<(&'static Agency, usize)> {
    let behind = open + length;
    let closed = usize::from(words[behind..].starts_with(')'));
    if length == 0 || open + closed != 1 {
        return None;
    }
    let at = behind + closed;
    let gap = run(&words[at..], |c| c == ' ');
    let (mark, dash) = separator(&words[at + gap..]);
    let agency = writing(&words[open..behind]).filter(|_| mark == Separator::Dash)?;
    Some((agency, at + gap + dash))
}

/// `TOKYO AP) -- `, `Frankfurt/Main dpa) - `: the bracket before a known agency was lost, and it was read as a word of the place.
fn signed_in_place(words: &str, places: &Places<'_>, end: usize) -> Option<Found> {
    let (last, before) = places.parts.split_last()?;
    let gap = run(&words[end + 1..], |c| c == ' ');
    let (mark, length) = separator(&words[end + 1 + gap..]);
    if mark != Separator::Dash {
        return None;
    }
    let blanks = memchr::memchr_iter(b' ', last.as_bytes());
    let (place, agency) =
        blanks.map(|at| last.split_at(at)).find_map(|(place, sign)| Some((place, writing(&sign[1..])?)))?;
    let parts: Vec<&str> = before.iter().copied().chain([place]).collect();
    (!places::is_organisation(parts[0])).then(|| Found {
        end: end + 1 + gap + length,
        agency: Some(agency.at(parts.first().copied())),
        places: places::split(&parts),
        trust: Trust::Signed,
        ..Found::default()
    })
}

/// `, Mrach 3 (Reuters) - `, ` 14 Ramadan 1447 (SPA) -- `, ` Juche 115 (2026) (KCNA) -- `: how far the bracket of a known agency is that
/// has a day before it which is misspelt or of another calendar.
fn unread_day(words: &str) -> Option<usize> {
    /// In bytes, and in words.
    const LONGEST: usize = 30;
    const WORDS: usize = 4;
    let near = &words[..words.floor_char_boundary(LONGEST)];
    memchr::memchr(b'(', near.as_bytes())?;
    let last = near
        .find(|c: char| c.is_ascii_digit())
        .and_then(|digit| near[digit..].find(" (").map(|at| digit + at))?;
    // A year may stand between brackets of its own.
    let year = near[last + 2..].find(") (").filter(|length| *length == 4);
    let at = last + 1 + year.map_or(0, |length| length + 3);
    let day = near[..last].trim_start_matches([',', ' ']);
    let told =
        day.split(' ').all(|word| word.chars().all(char::is_alphanumeric)) && day.split(' ').count() <= WORDS;
    let (sign, after) = bracketed(&words[at..])?;
    let spaces = run(&words[at + after..], |c| c == ' ');
    (told && Agency::writing(sign).is_some() && separator(&words[at + after + spaces..]).0 == Separator::Dash)
        .then_some(at)
}

/// ` - (Agenzia Nova) - `, ` 16:05 - (Agenzia Nova) - `: how far from the day the bracket stands that a dash and a clock are before.
fn sign_apart(words: &str) -> Option<usize> {
    let clock =
        words.strip_prefix(' ').and_then(|rest| rest.get(..5)).filter(|word| crate::head::is_clock(word));
    let at = clock.map_or(0, |clock| 1 + clock.len());
    let dash = [" - (", " – ("].into_iter().find(|dash| words[at..].starts_with(dash))?;
    Some(at + dash.len() - 1)
}

/// `AP photographer`, `Reuters correspondent`: who somebody is, and no sign.
fn is_post(sign: &str) -> bool {
    /// Shorter words are initials and joints: `AP via PNA`.
    const SHORT: usize = 4;
    let last = sign.rsplit(' ').next().unwrap_or("");
    sign.contains(' ')
        && last.len() > SHORT
        && last.bytes().all(|byte| byte.is_ascii_lowercase())
        && Agency::signing(last).is_none()
}

/// `zpravodaj ČTK`, `Корр. ТАСС`: who reports, in a language that names the agency behind that.
fn of_post(sign: &str) -> Option<&'static Agency> {
    #[rustfmt::skip]
    const POSTS: &[&str] = &[
        "zpravodaj", "zpravodajka", "zpravodaje", "spravodajca", "korespondent", "dopisnik", "dopisnica", "tudósító", "Корр.", "корр.",
    ];
    let mut words = sign.split(' ').skip_while(|word| !POSTS.contains(word));
    words.next()?;
    words.next().and_then(Agency::writing)
}

/// Where the word begins that ends here.
fn date_at(words: &str, end: usize) -> usize {
    words[..end]
        .rfind(|c: char| !(c.is_ascii_digit() || c == '/'))
        .map_or(0, |at| at + words[at..].chars().next().map_or(1, char::len_utf8))
}

/// `awp/ats/afp`, `TT-Reuters`: of several that sign together the first that is known, but for the one that writes of markets for another.
fn among(sign: &str) -> Option<&'static Agency> {
    /// More do not.
    const MOST: usize = 4;
    let parts = || sign.split(['/', '-']).map(str::trim);
    let words = parts().all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic));
    (words && (2..=MOST).contains(&parts().count()))
        .then(|| parts().filter(|part| *part != "awp").find_map(Agency::writing))
        .flatten()
}

/// Whether a sign is made of the first letters of what stands before it: `Canadian Pacific (CP)`.
fn abbreviates(sign: &str, place: &str) -> bool {
    let letters = place.split([' ', '-']).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase);
    letters.eq(sign.chars().flat_map(char::to_uppercase))
}

/// As [`begins_sentence`], with the quotes of other languages.
fn begins_sentence_loosely(rest: &str) -> bool {
    begins_sentence(rest.trim_start_matches([' ', '„', '«', '»', '‚']))
}

fn is_name(sign: &str) -> bool {
    sign.starts_with(char::is_uppercase)
        && !sign.contains(|c: char| c.is_ascii_digit())
        && sign.split(' ').count() <= 3
}

fn unsigned(
    words: &str,
    places: &Places<'_>,
    date: Option<WrittenDate>,
    end: usize,
    whole_line: bool,
) -> Option<Found> {
    let rest = &words[end..];
    let spaces = run(rest, |c| c == ' ');
    let (mark, length) = separator(&rest[spaces..]);
    let after = &rest[spaces + length..];
    let stops = if mark == Separator::None { end } else { end + spaces + length };
    let comma = words[places.end..].starts_with([',', '.']);
    let bare_weekday = matches!(date, Some(WrittenDate::Weekday(_)));
    let (trust, end) = match (date, mark) {
        (Some(_), _) if bare_weekday => return None,
        // `SALVADOR, Feb 26 - Showers`, `New Delhi, Oct 2 : India's`; `SYRIA SEEKING SUGAR ON APRIL 8 - TRADE` and
        // `… in Peking, China June 8-10` are none.
        (Some(_), Separator::Dash | Separator::Colon)
            if (comma || places.all_caps)
                && places.parts.iter().all(|place| places::is_name(place))
                && !after.starts_with(|c: char| c.is_ascii_digit() && length == 1 && spaces == 0)
                && (after.trim().is_empty()
                    || after.contains(char::is_lowercase) && begins_sentence_loosely(after))
                && !is_label(places.parts[0]) =>
        {
            (Trust::Dated, stops)
        }
        // `BAKU, Azerbaijan, Nov. 28`, `New Delhi, April 15`, `LONDON 1996-08-30`; but `Pay May 15` and
        // `Six months to December 31` are lines of tables.
        (Some(date), Separator::None | Separator::Stop)
            if whole_line
                && after.trim().is_empty()
                && (comma || places.all_caps && matches!(date, WrittenDate::Full(_)))
                && places.parts.iter().all(|place| places::is_name(place))
                && !places::is_organisation(places.parts[0])
                && !is_label(places.parts[0]) =>
        {
            (Trust::Dated, stops)
        }
        // `OTTAWA, Feb 8 Canada's trade`
        (Some(_), Separator::None)
            if places.all_caps
                && spaces > 0
                && begins_sentence(after)
                && after.contains(char::is_lowercase) =>
        {
            (Trust::Dated, end)
        }
        // `BAKU, Azerbaijan, May 15. Gas exports`
        (Some(_), Separator::Stop)
            if places.all_caps
                && comma
                && spaces == 0
                && after.starts_with(' ')
                && begins_sentence(after)
                && after.contains(char::is_lowercase)
                && places.parts.iter().all(|place| places::is_name(place)) =>
        {
            (Trust::Dated, stops)
        }
        // `Lima, nov. 12. Las exportaciones …`
        (Some(WrittenDate::MonthDay { .. } | WrittenDate::Full(_)), Separator::Stop)
            if words[places.end..].starts_with(',')
                && places.parts.len() == 1
                && spaces == 0
                && after.starts_with(' ')
                && begins_sentence_loosely(after)
                && after.contains(char::is_lowercase)
                && places::is_name(places.parts[0])
                && places::are_known(places) =>
        {
            (Trust::Dated, stops)
        }
        (None, Separator::Dash)
            if places.all_caps && spaces > 0 && after.starts_with(' ') && begins_sentence(after) =>
        {
            (Trust::Low, stops)
        }
        // `FRANKFURT--Siemens lifted …`, as Dow Jones writes it.
        (None, Separator::Dash)
            if places.all_caps
                && spaces == 0
                && rest[..length].chars().all(|c| c != '_')
                && (rest.starts_with("--") || rest.starts_with('—'))
                && after.starts_with(char::is_uppercase)
                && after.split(' ').take(4).any(|word| word.starts_with(char::is_lowercase)) =>
        {
            (Trust::Low, stops)
        }
        (None, Separator::Colon)
            if places.all_caps
                && places.parts.len() == 1
                && spaces == 0
                && after.starts_with(' ')
                && begins_sentence(after) =>
        {
            (Trust::Low, stops)
        }
        _ => return None,
    };
    let first = places.parts[0];
    if trust == Trust::Low
        && (first.chars().filter(|c| c.is_alphabetic()).count() < 3
            || places::is_organisation(first)
            || is_label(first)
            || !places::are_known(places))
    {
        return None;
    }
    Some(Found {
        start: 0,
        end,
        places: places::split(&places.parts),
        date,
        agency: None,
        relay: None,
        byline: None,
        trust,
    })
}

/// `Nov 4 Canada's trade`: tables of the eighties.
fn date_only(words: &str, (date, length): (WrittenDate, usize)) -> Option<Found> {
    let rest = words[length..].strip_prefix(' ')?;
    (matches!(date, WrittenDate::MonthDay { .. })
        && words.starts_with(char::is_uppercase)
        && begins_sentence(rest))
    .then(|| Found {
        start: 0,
        end: length,
        places: Vec::new(),
        date: Some(date),
        agency: None,
        relay: None,
        byline: None,
        trust: Trust::Low,
    })
}

/// `(Reuters) - ` and ` Jan 11 (Reuters) - `: some stories are signed and have no place.
fn without_place(words: &str, dated: Option<(WrittenDate, usize)>) -> Option<Found> {
    let (date, length) = dated.map_or((None, 0), |(date, length)| (Some(date), length));
    let gap = run(&words[length..], |c| c == ' ');
    let (sign, after) = bracketed(&words[length + gap..])?;
    let agency = Agency::writing(sign).filter(|_| sign.len() > 2 || sign == "AP")?;
    let after = length + gap + after;
    let spaces = run(&words[after..], |c| c == ' ');
    let (mark, length) = separator(&words[after + spaces..]);
    (mark == Separator::Dash).then(|| Found {
        start: 0,
        end: after + spaces + length,
        places: Vec::new(),
        date,
        agency: Some(agency),
        relay: None,
        byline: None,
        trust: Trust::Signed,
    })
}

/// `(Xinhua)`, `/TASS/`, `[ITALPRESS]`: what stands between, and the bytes it all takes.
fn bracketed(words: &str) -> Option<(&str, usize)> {
    let close = match words.chars().next()? {
        '(' => ')',
        '[' => ']',
        '/' => '/',
        _ => return None,
    };
    let length = words[1..].find(close).filter(|length| (1..=60).contains(length))?;
    Some((words[1..=length].trim(), length + 2))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    None,
    Dash,
    Colon,
    Stop,
}

/// `--`, `—`, `–`, `-`, `_`, `.-`, `:`, `.`, with the bytes it takes.
fn separator(words: &str) -> (Separator, usize) {
    let dash = |c| matches!(c, '-' | '–' | '—' | '―' | '−' | '_');
    let dashes = run(words, dash);
    if dashes > 0 {
        return (Separator::Dash, dashes);
    }
    match words.chars().next() {
        Some('.') if words[1..].starts_with(dash) => (Separator::Dash, 1 + run(&words[1..], dash)),
        Some('.') => (Separator::Stop, 1),
        Some(':') => (Separator::Colon, 1),
        Some('：') => (Separator::Colon, '：'.len_utf8()),
        // `(BELGA) = De export`; at the end of a line it closes a headline.
        Some('=') if words[1..].starts_with(' ') && !words[1..].trim().is_empty() => (Separator::Dash, 1),
        _ => (Separator::None, 0),
    }
}

fn begins_sentence(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '"', '“', '\'', '‘']);
    rest.starts_with(char::is_uppercase)
        || rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£'))
}
