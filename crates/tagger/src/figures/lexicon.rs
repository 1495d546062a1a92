//! Word lists and how they are found: one lookup a token, then the longest phrase.
//!
//! A list is a TSV of `data/figures-*.tsv`. In a form a blank also matches a hyphen, and case does not matter.

use std::collections::HashMap;

use article::{Bound, Comparison, Direction, Indicator, Status};

use crate::key::finish;
use crate::text::{Story, TokenKind, key, tokens};
use crate::vocabulary::{ByKey, Table, Vocabulary};

pub(crate) type Keyed<T> = HashMap<u64, T, ByKey>;

/// Phrases by their first two tokens, the longest first.
pub(crate) struct Phrases<T> {
    by_first: Table<First<T>>,
    by_pair: Table<Vec<Phrase<T>>>,
    /// A bit for each ASCII digit and sign that begins a phrase: most are told by it that none does.
    marks: u128,
}

/// What begins with a token.
struct First<T> {
    alone: Option<T>,
    /// A bit for each second token, so that most pairs need no second look.
    seconds: u64,
}

impl<T> Default for First<T> {
    fn default() -> Self {
        Self { alone: None, seconds: 0 }
    }
}

/// A phrase without its first two tokens.
struct Phrase<T> {
    rest: Box<[u64]>,
    value: T,
}

fn bit(key: u64) -> u64 {
    1 << (key >> 32 & 63)
}

fn pair(first: u64, second: u64) -> u64 {
    (first.rotate_left(21) ^ second).max(1)
}

impl<T: Copy> Phrases<T> {
    pub(crate) fn new() -> Self {
        Self { by_first: Table::default(), by_pair: Table::default(), marks: 0 }
    }

    /// Adds a phrase; of two equal ones the first counts.
    pub(crate) fn add(&mut self, form: &str, value: T) {
        let tokens = tokens(form, &Vocabulary::default());
        let keys: Vec<u64> = tokens.iter().map(|token| key(&form[token.start..token.end])).collect();
        let Some(first) = keys.first() else { return };
        if let Some(mark) = tokens.first().filter(|token| token.kind != TokenKind::Word) {
            self.marks |= 1_u128.checked_shl(form.as_bytes()[mark.start].into()).unwrap_or(0);
        }
        let begins = self.by_first.entry(*first);
        let Some(second) = keys.get(1) else {
            begins.alone = begins.alone.or(Some(value));
            return;
        };
        begins.seconds |= bit(*second);
        let list = self.by_pair.entry(pair(*first, *second));
        let rest = &keys[2..];
        if !list.iter().any(|known| *known.rest == *rest) {
            list.push(Phrase { rest: rest.into(), value });
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    /// The longest phrase that starts at token `at`, and the token after it.
    pub(crate) fn longest(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(T, usize)> {
        let token = story.tokens.get(at)?;
        if token.kind != TokenKind::Word {
            let mark = token.text.as_bytes().first().copied().unwrap_or_default();
            if mark.is_ascii() && self.marks >> mark & 1 == 0 {
                return None;
            }
        }
        let first = token_key(story, at)?;
        let begins = self.by_first.get(first)?;
        // most words go on with none of its seconds, and no word is a hyphen
        if begins.seconds != 0
            && at + 1 < end
            && let Some(next) = story.tokens.get(at + 1)
            && (next.kind != TokenKind::Word || begins.seconds & bit(next.key) != 0)
        {
            let goes_on = self.pair_at(story, first, begins.seconds, at + 1, end);
            if goes_on.is_some() {
                return goes_on;
            }
        }
        Some((begins.alone?, at + 1))
    }

    /// The longest phrase whose second token is at `second`, or after the hyphen there.
    #[inline(never)]
    fn pair_at(
        &self,
        story: &Story<'_>,
        first: u64,
        seconds: u64,
        second: usize,
        end: usize,
    ) -> Option<(T, usize)> {
        let next = story.tokens.get(second)?;
        if next.kind == TokenKind::Word {
            return self.behind(story, first, next.key, second, end);
        }
        let found = |second: usize| {
            let key = token_key(story, second).filter(|key| second < end && seconds & bit(*key) != 0)?;
            self.behind(story, first, key, second, end)
        };
        found(second).or_else(|| if is_hyphen(story, second) { found(second + 1) } else { None })
    }

    /// The longest phrase whose second token, of that key, is at `second`.
    fn behind(
        &self,
        story: &Story<'_>,
        first: u64,
        key: u64,
        second: usize,
        end: usize,
    ) -> Option<(T, usize)> {
        let list = self.by_pair.get(pair(first, key))?;
        // most third words are another than is wanted, and no word is a hyphen
        let third = story.tokens.get(second + 1).filter(|token| token.kind == TokenKind::Word);
        list.iter().find_map(|phrase| {
            let end = match (phrase.rest.first(), third) {
                (None, _) => Some(second + 1),
                (Some(wanted), Some(third)) if *wanted != third.key => None,
                _ => follow(story, second + 1, end, &phrase.rest),
            };
            end.map(|end| (phrase.value, end))
        })
    }

    /// The keys of the first tokens.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = u64> + '_ {
        self.by_first.keys()
    }
}

fn follow(story: &Story<'_>, mut at: usize, end: usize, rest: &[u64]) -> Option<usize> {
    for wanted in rest {
        if at >= end {
            return None;
        }
        if token_key(story, at)? != *wanted {
            if !is_hyphen(story, at) || at + 1 >= end {
                return None;
            }
            at += 1;
            if token_key(story, at)? != *wanted {
                return None;
            }
        }
        at += 1;
    }
    Some(at)
}

fn is_hyphen(story: &Story<'_>, at: usize) -> bool {
    let Some(token) = story.tokens.get(at).filter(|token| token.kind == TokenKind::Sign) else {
        return false;
    };
    match token.text.as_bytes().first() {
        Some(b'-') => true,
        Some(0xe2) => matches!(token.text, "‐" | "‑"),
        _ => false,
    }
}

/// The key of a token, signs included.
pub(crate) fn token_key(story: &Story<'_>, at: usize) -> Option<u64> {
    let token = story.tokens.get(at)?;
    match token.kind {
        TokenKind::Word => Some(token.key),
        TokenKind::Sign | TokenKind::Digits => {
            // most have one byte, of which the key is made at once
            match *token.text.as_bytes() {
                [byte] => Some(finish(0, byte.into(), 1)),
                _ => Some(key(token.text)),
            }
        }
    }
}

/// The sign at a token.
pub(crate) fn sign<'a>(story: &Story<'a>, at: usize) -> Option<&'a str> {
    let token = story.tokens.get(at)?;
    (token.kind == TokenKind::Sign).then_some(token.text)
}

/// The word at a token.
pub(crate) fn word<'a>(story: &Story<'a>, at: usize) -> Option<&'a str> {
    let token = story.tokens.get(at)?;
    (token.kind == TokenKind::Word).then_some(token.text)
}

/// Whether nothing stands between a token and the one before it.
pub(crate) fn touches_before(story: &Story<'_>, at: usize) -> bool {
    match (at.checked_sub(1).and_then(|before| story.tokens.get(before)), story.tokens.get(at)) {
        (Some(before), Some(token)) => before.end == token.start,
        _ => false,
    }
}

/// An indicator as a noun names it: the balance comes with the sign that the noun gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Measured {
    pub(crate) indicator: Indicator,
    /// −1 for a deficit, 1 for a surplus, 0 where the number itself has the sign.
    pub(crate) sign: i8,
}

/// How much a noun needs around it to name an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    /// `exports`.
    Full,
    /// `export`, `trade`: only as the head of its phrase.
    Head,
    /// `surplus`: where the story speaks of trade.
    Bare,
    /// `shipments`: with a place.
    Weak,
    /// `exported`.
    Verb,
    /// `shipped`: with `abroad` or a place.
    Shipped,
}

/// A region that a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Peri {
    Country,
    Admin1,
    City,
    Group,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prep {
    To,
    From,
    By,
    Of,
    With,
    In,
    On,
    Between,
    And,
    Or,
    At,
}

/// What a word is to the reader of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Indicator(Measured, Strength),
    Tariff,
    Quota,
    Change(Direction),
    /// The comparative after a number: `3 points higher`.
    More(Direction),
    /// `reached`; with a bound for `exceeded`.
    Level(Option<Bound>),
    Share,
    Contribute,
    Against,
    Than,
    Comparison(Comparison),
    Benchmark,
    Status(Status),
    Bound(Bound),
    /// Takes the indicator of the clause before: `those of`.
    Anaphor,
    /// Begins a clause.
    Break,
    /// Neither a subject nor anything else.
    Plain,
    Prep(Prep),
    /// A noun that measures something else.
    Other,
    Peri(Peri),
    /// `contracts`, `orders`: trade where they cross a border.
    Deal,
    /// `invest`: so too.
    Invest,
    /// `handled`: what a port does with freight.
    Handled,
}

/// `data/figures-words.tsv`.
pub(crate) fn words() -> Phrases<Class> {
    let mut phrases = Phrases::new();
    for [class, value, forms] in rows::<3>(include_str!("../../data/figures-words.tsv")) {
        let Some(class) = class_of(class, value) else {
            debug_assert!(false, "figures-words.tsv: {class} {value}");
            continue;
        };
        for form in forms.split(',') {
            phrases.add(form, class);
        }
    }
    phrases
}

fn class_of(class: &str, value: &str) -> Option<Class> {
    let full = |strength| Some(Class::Indicator(measured(value)?, strength));
    Some(match class {
        "indicator" => full(Strength::Full)?,
        "single" => full(Strength::Head)?,
        "bare" => full(Strength::Bare)?,
        "weak" => full(Strength::Weak)?,
        "verb" => full(Strength::Verb)?,
        "shipped" => full(Strength::Shipped)?,
        "tariff" => Class::Tariff,
        "quota" => Class::Quota,
        "change" | "noun" | "flat" => Class::Change(direction(value)?),
        "more" => Class::More(direction(value)?),
        "level" => Class::Level(bound(value)),
        "share" => Class::Share,
        "contribute" => Class::Contribute,
        "against" => Class::Against,
        "than" => Class::Than,
        "comparison" => Class::Comparison(match value {
            "year_on_year" => Comparison::YearOnYear,
            "month_on_month" => Comparison::MonthOnMonth,
            "quarter_on_quarter" => Comparison::QuarterOnQuarter,
            "annualised" => Comparison::Annualised,
            "other" => Comparison::Other,
            _ => return None,
        }),
        "benchmark" => Class::Benchmark,
        "status" => Class::Status(match value {
            "forecast" => Status::Forecast,
            "target" => Status::Target,
            "hypothetical" => Status::Hypothetical,
            "preliminary" => Status::Preliminary,
            "revised" => Status::Revised,
            _ => return None,
        }),
        "bound" => Class::Bound(bound(value)?),
        "anaphor" => Class::Anaphor,
        "break" => Class::Break,
        "plain" => Class::Plain,
        "prep" => Class::Prep(match value {
            "to" => Prep::To,
            "from" => Prep::From,
            "by" => Prep::By,
            "of" => Prep::Of,
            "with" => Prep::With,
            "in" => Prep::In,
            "on" => Prep::On,
            "between" => Prep::Between,
            "and" => Prep::And,
            "or" => Prep::Or,
            "at" => Prep::At,
            _ => return None,
        }),
        "other" => Class::Other,
        "handled" => Class::Handled,
        "deal" => Class::Deal,
        "invest" => Class::Invest,
        "peri" => Class::Peri(match value {
            "country" => Peri::Country,
            "admin1" => Peri::Admin1,
            "city" => Peri::City,
            "group" => Peri::Group,
            _ => return None,
        }),
        _ => return None,
    })
}

fn measured(value: &str) -> Option<Measured> {
    let (indicator, sign) = match value {
        "exports" => (Indicator::Exports, 0),
        "imports" => (Indicator::Imports, 0),
        "re_exports" => (Indicator::ReExports, 0),
        "trade" => (Indicator::Trade, 0),
        "surplus" => (Indicator::Balance, 1),
        "deficit" => (Indicator::Balance, -1),
        "balance" => (Indicator::Balance, 0),
        "account_surplus" => (Indicator::CurrentAccount, 1),
        "account_deficit" => (Indicator::CurrentAccount, -1),
        "account" => (Indicator::CurrentAccount, 0),
        "fdi_inward" => (Indicator::FdiInward, 0),
        "deals" => (Indicator::Deals, 0),
        "freight" => (Indicator::Freight, 0),
        "fdi_outward" => (Indicator::FdiOutward, 0),
        _ => return None,
    };
    Some(Measured { indicator, sign })
}

fn direction(value: &str) -> Option<Direction> {
    Some(match value {
        "up" => Direction::Up,
        "down" => Direction::Down,
        "flat" => Direction::Flat,
        _ => return None,
    })
}

fn bound(value: &str) -> Option<Bound> {
    Some(match value {
        "above" => Bound::Above,
        "below" => Bound::Below,
        "about" => Bound::About,
        _ => return None,
    })
}

/// The rows of a TSV with `N` columns; lines that begin with `#` are for people.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_default().trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_word_list_has_a_class_and_forms() {
        for [class, value, forms] in rows::<3>(include_str!("../../data/figures-words.tsv")) {
            assert!(class_of(class, value).is_some(), "{class} {value}");
            assert!(
                !forms.is_empty() && forms.split(',').all(|form| !form.trim().is_empty()),
                "{class} {value}"
            );
        }
    }
}
