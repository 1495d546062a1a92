//! Words cut apart, with what is known of each and what stands behind it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::filter::Filter;
use super::words::{Class, OWN, RELEASE, THIS, TIME, WORDS};
use crate::dateline::date::{may_be_weekday, month_named, weekday_named};
use crate::when::ZONES;

/// A phrase without its first word, and what it is.
pub(super) struct Phrase {
    pub rest: Vec<&'static str>,
    pub class: Class,
}

impl Phrase {
    /// Whether it is the story, in more than a word: `this story`, and not `it`.
    pub(super) fn names(&self) -> bool {
        self.class & (THIS | OWN | RELEASE) != 0 && !self.rest.is_empty()
    }
}

/// All of them by their first word, the longest first.
pub(super) static BY_FIRST: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut by_first: HashMap<&str, Vec<Phrase>> = HashMap::new();
    for (class, phrases) in WORDS {
        for phrase in *phrases {
            add(&mut by_first, phrase, *class);
        }
    }
    for (class, bare) in &*WITHOUT_ACCENTS {
        add(&mut by_first, bare, *class);
    }
    by_first.values_mut().for_each(|known| known.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len())));
    by_first
});

/// Nearly no word begins one.
static FIRSTS: LazyLock<Filter> = LazyLock::new(|| Filter::of(BY_FIRST.keys()));

fn add(by_first: &mut HashMap<&'static str, Vec<Phrase>>, phrase: &'static str, class: Class) {
    let mut words = phrase.split(' ');
    let known = by_first.entry(words.next().unwrap_or("")).or_default();
    let rest: Vec<&str> = words.collect();
    match known.iter_mut().find(|other| other.rest == rest) {
        Some(other) => other.class |= class,
        None => known.push(Phrase { rest, class }),
    }
}

#[rustfmt::skip]
const ACCENTS: &[(char, char)] = &[
    ('à', 'a'), ('á', 'a'), ('â', 'a'), ('ã', 'a'), ('ç', 'c'), ('è', 'e'), ('é', 'e'), ('ê', 'e'), ('ì', 'i'),
    ('í', 'i'), ('î', 'i'), ('ñ', 'n'), ('ò', 'o'), ('ó', 'o'), ('ô', 'o'), ('õ', 'o'), ('ù', 'u'), ('ú', 'u'), ('û', 'u'),
];

/// `DEPECHE ANNULEE`: capitals lose their accents in French, Spanish, Portuguese and Italian. Short words are others then.
static WITHOUT_ACCENTS: LazyLock<Vec<(Class, String)>> = LazyLock::new(|| {
    const SHORT: usize = 5;
    let bare = |(class, phrase): (Class, &str)| {
        let bare = bare(phrase);
        let long = bare != phrase && bare.split(' ').any(|word| word.len() >= SHORT);
        long.then_some((class, bare))
    };
    let phrases = WORDS.iter().flat_map(|(class, phrases)| phrases.iter().map(|phrase| (*class, *phrase)));
    phrases.filter_map(bare).collect()
});

/// A word without its accents.
pub(super) fn bare(word: &str) -> String {
    word.chars()
        .map(|c| ACCENTS.iter().find(|(accent, _)| *accent == c).map_or(c, |(_, bare)| *bare))
        .collect()
}

/// What stands behind a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    Blank,
    /// A hyphen that touches both: the words are one.
    Joined,
    Comma,
    /// A colon, a dash, a bracket that closes: what stands before is a label.
    Label,
    /// A full stop, the end of a line or of all.
    Stop,
}

/// A word, or a phrase that is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub class: Class,
    pub start: usize,
    pub end: usize,
    pub after: Break,
}

impl Item {
    pub(super) fn is(self, class: Class) -> bool {
        self.class & class != 0
    }
}

/// The words of a text, with what is known of them.
pub(super) fn items(text: &str) -> Vec<Item> {
    let words = split(text);
    let mut items = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some((word, item)) = words.get(at) {
        let known = Some(numbered(word)).filter(|first| FIRSTS.may_have(first.as_bytes()));
        let phrase = known.and_then(|first| BY_FIRST.get(first)).and_then(|known| {
            known.iter().find(|Phrase { rest, .. }| {
                let next = words.get(at + 1..at + 1 + rest.len());
                next.is_some_and(|next| next.iter().zip(rest).all(|((word, _), rest)| word == rest))
                    && words[at..at + rest.len()].iter().all(|(_, item)| item.after < Break::Label)
            })
        });
        let (more, class) = phrase.map_or((0, 0), |phrase| (phrase.rest.len(), phrase.class));
        let last = words[at + more].1;
        let class = if more == 0 && class & TIME == 0 && is_time(word, &text[item.start..item.end]) {
            class | TIME
        } else {
            class
        };
        items.push(Item { class, end: last.end, after: last.after, ..*item });
        at += more + 1;
    }
    items
}

/// `adv08`: a word that has its day behind it; others are as they are.
pub(super) fn numbered(word: &str) -> &str {
    const ADVANCE: &str = "adv";
    let day = word
        .get(..ADVANCE.len())
        .filter(|first| first.eq_ignore_ascii_case(ADVANCE))
        .map(|first| &word[first.len()..]);
    day.filter(|day| matches!(day.len(), 1 | 2) && day.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(word, |_| ADVANCE)
}

/// The words in lower case, each with where it stands.
pub(super) fn split(text: &str) -> Vec<(String, Item)> {
    let mut words = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.peek().copied() {
            // `06.00`, `12:01`, `2026-03-04`
            let joins = matches!(c, ':' | '.' | '-' | '/')
                && text[..at].ends_with(|c: char| c.is_ascii_digit())
                && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
            if !c.is_alphanumeric() && !joins {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let after = behind(&text[start..end], &text[end..]);
        words.push((lowered(&text[start..end]), Item { class: 0, start, end, after }));
    }
    join_spaced(text, &mut words);
    if let Some((_, last)) = words.last_mut() {
        last.after = last.after.max(if last.after == Break::Label { Break::Label } else { Break::Stop });
    }
    words
}

/// In small letters; `İPTAL` has a dot too many then.
pub(super) fn lowered(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut lower = word.to_lowercase();
    lower.retain(|c| c != '\u{307}');
    lower
}

/// `E M B A R G O` is one word.
fn join_spaced(text: &str, words: &mut Vec<(String, Item)>) {
    /// So many letters are no initials.
    const LETTERS: usize = 4;
    let lone = |(_, item): &(String, Item)| {
        text[item.start..item.end].chars().count() == 1 && text[item.start..].starts_with(char::is_uppercase)
    };
    let mut at = 0;
    while at < words.len() {
        let run = words[at..].iter().enumerate().take_while(|(nth, word)| {
            lone(word) && (*nth == 0 || text[words[at + nth - 1].1.end..word.1.start] == *" ")
        });
        let run = run.count();
        if run >= LETTERS {
            let letters: String = words[at..at + run].iter().map(|(letter, _)| letter.as_str()).collect();
            let last = words[at + run - 1].1;
            words[at].0 = letters;
            words[at].1.end = last.end;
            words[at].1.after = last.after;
            words.drain(at + 1..at + run);
        }
        at += 1;
    }
}

/// What separates a word from what follows it.
fn behind(word: &str, rest: &str) -> Break {
    // Nearly all words have a blank behind them and a letter behind that.
    if let [b' ', next, ..] = rest.as_bytes()
        && next.is_ascii_alphanumeric()
    {
        return Break::Blank;
    }
    let length = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
    let (gap, next) = rest.split_at(length);
    if gap.contains(['\n', '\r', '!', '?', '。']) {
        return Break::Stop;
    }
    // `12:01 a.m. Wednesday`, `Dr. Lee`, `godz. 6`: a full stop ends a sentence before a capital, and behind a whole word.
    let stops = gap.starts_with('.') && gap.len() > 1 && word.chars().nth(2).is_some();
    if stops && !next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()) {
        return Break::Stop;
    }
    // `STT:n uutinen`, `TT:s telegram`: an ending, and no label.
    if gap == ":" && next.starts_with(char::is_lowercase) {
        return Break::Blank;
    }
    if gap.contains([':', ')', ']', '>', '|', '*', '=', '/', '…'])
        || [" - ", " – ", " — ", "--", "–", "—"].iter().any(|dash| gap.contains(dash))
    {
        return Break::Label;
    }
    match gap {
        "-" => Break::Joined,
        _ if gap.contains([',', ';', '(', '[']) => Break::Comma,
        _ if gap.contains('.') && next.is_empty() => Break::Stop,
        _ => Break::Blank,
    }
}

/// A clock, a day, a month or a zone. A number of four digits is a clock, unless it is a year.
fn is_time(word: &str, written: &str) -> bool {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = word.bytes().all(|byte| byte.is_ascii_digit());
        let number = word.parse::<u16>().unwrap_or(u16::MAX);
        let clock = digits
            && word.len() == 4
            && number < 2400
            && number % 100 < 60
            && !(1900..2100).contains(&number);
        let hour = word
            .split_once('h')
            .is_some_and(|(hour, rest)| hour.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_digit()));
        let half = word.ends_with("am") || word.ends_with("pm");
        // `3月4日午前6時`, `3월`
        let far = !word.is_ascii() && word.contains(['月', '日', '時', '时', '点', '월', '일', '시']);
        let parts = !digits
            && word.contains([':', '.', '/', '-'])
            && word.bytes().all(|byte| byte.is_ascii_digit() || b":./-tz+".contains(&byte));
        return clock || far || hour || half || parts;
    }
    month_named(word).is_some_and(|_| word != "set" && word != "out" && word != "may" || written != word)
        || weekday_named(word).is_some()
        || may_be_weekday(word) && weekday_named(&capitalised(written)).is_some()
        || ZONES.iter().any(|(zone, _)| zone.len() > 1 && zone.eq_ignore_ascii_case(word))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let mut whole: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    whole.push_str(&chars.as_str().to_lowercase());
    whole
}
