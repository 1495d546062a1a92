//! Lists of who buys or sells how much: `Main buyers in January-June (share in %): U.S. 21.4; Germany 19.2; Italy 9.8`, and one a line,
//! `* Spain: 8%`, under `Main destinations:`.
//!
//! Every item must be places and a number, else the list gives nothing. Not: changes, and lists under no word for the other side.

use std::ops::Range;

use article::{FigureKind, Indicator};
use rust_decimal::Decimal;

use super::above::{Said, said};
use super::columns::period_in;
use crate::figures::clause::Carry;
use crate::figures::clause::figure::is_flow;
use crate::figures::draft::{Draft, Name, Topic};
use crate::figures::lexicon::{sign, word};
use crate::figures::pieces::{Cutter, Places};
use crate::text::{Story, TokenKind};

/// Tokens before a colon that say what its list is of.
const HEAD: usize = 24;
/// No story has more of them.
const LISTS: usize = 32;
/// The fewest items behind a colon, and of one a line.
const FEWEST: usize = 3;
/// The most.
const MOST: usize = 40;
/// The most places of an item: `Ecuador and China: 4% each`.
const TOGETHER: usize = 3;

struct Item {
    partner: Name,
    value: Decimal,
    percent: bool,
    bytes: Range<usize>,
}

/// Reads the lists of a story that no sentence rule has read.
pub(crate) fn partners(
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    drafts: &mut Vec<Draft>,
) {
    if drafts.is_empty() {
        return;
    }
    let mut floor = 0;
    let mut lists = 0;
    for colon in memchr::memchr_iter(b':', story.text.as_bytes()) {
        if colon < floor || lists == LISTS {
            continue;
        }
        let Some((head, indicator)) = head(story, colon) else { continue };
        lists += 1;
        if let Some((read, end)) = list(story, places, cutter, carry, drafts, colon, head, indicator) {
            drafts.extend(read);
            floor = end;
        }
    }
}

/// The words of its line before a colon, where they name the other side of exports or imports.
fn head(story: &Story<'_>, colon: usize) -> Option<(Range<usize>, Indicator)> {
    let at = story.token_at(colon);
    let first = at.saturating_sub(HEAD);
    let from = story.tokens.get(first)?.start;
    let line = story.text.get(from..colon)?.rfind('\n').map_or(first, |line| story.token_at(from + line + 1));
    let head = line..at;
    let indicator = head.clone().find_map(|at| {
        Some(match word(story, at)?.to_ascii_lowercase().as_str() {
            "buyers" | "buyer" | "destinations" | "markets" | "customers" => Indicator::Exports,
            "suppliers" | "sources" | "origins" => Indicator::Imports,
            _ => return None,
        })
    })?;
    Some((head, indicator))
}

#[expect(clippy::too_many_arguments, reason = "what the story is, and what its head says")]
fn list(
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    drafts: &[Draft],
    colon: usize,
    head: Range<usize>,
    indicator: Indicator,
) -> Option<(Vec<Draft>, usize)> {
    let at = story.token_at(colon);
    let says = |words: &[&str]| {
        head.clone().any(|at| {
            word(story, at).is_some_and(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
        })
    };
    if says(&["change", "changes", "growth", "rise", "increase", "domestic", "profit", "revenue"]) {
        return None;
    }
    let in_percent = says(&["share", "shares", "percent", "pct", "percentage"])
        || head.clone().any(|at| sign(story, at) == Some("%"));
    let last =
        drafts.iter().filter(|draft| draft.bytes.start < colon).max_by_key(|draft| draft.bytes.start)?;
    let of_trade = match said(story, cutter, head.clone(), Some(last)) {
        Said::Measured(measured) => measured.indicator == indicator,
        Said::Nothing => {
            last.topic.indicator == indicator
                && is_of(story, places, cutter, carry, head.clone(), last.topic.commodity.as_deref())
        }
        Said::Other => false,
    };
    if !of_trade || !is_flow(indicator) {
        return None;
    }
    let line_end =
        memchr::memchr(b'\n', &story.text.as_bytes()[colon..]).map_or(story.text.len(), |at| colon + at);
    let (items, end) = if story.text[colon + 1..line_end].trim().is_empty() {
        one_a_line(story, places, line_end)?
    } else {
        let tokens = at + 1..story.token_at(line_end);
        (in_a_line(story, places, tokens)?, line_end)
    };
    let shares = items.iter().all(|item| in_percent || item.percent);
    let sum: Decimal = items.iter().map(|item| item.value).sum();
    if items.len() < FEWEST || !shares || sum > Decimal::from(101) {
        return None;
    }
    let is_item = |code: &Name| items.iter().any(|item| item.partner == *code);
    let reporter = [last.topic.reporter.as_ref(), carry.story_reporter.as_ref(), places.home.as_ref()];
    let reporter = reporter.into_iter().flatten().find(|code| !is_item(code))?.clone();
    let period = period_in(story, cutter, carry, head).or(last.period).or(carry.story_period);
    let read = items
        .into_iter()
        .filter(|item| {
            !drafts
                .iter()
                .any(|draft| draft.bytes.start < item.bytes.end && item.bytes.start < draft.bytes.end)
        })
        .map(|item| Draft {
            kind: FigureKind::Share,
            topic: Topic {
                reporter: Some(reporter.clone()),
                partner: Some(item.partner),
                partner_stated: true,
                commodity: last.topic.commodity.clone(),
                ..Topic::of(indicator)
            },
            value: item.value.normalize(),
            high: None,
            grain: Decimal::new(1, item.value.scale()),
            unit: "percent",
            unit_stated: true,
            per: None,
            bound: None,
            direction: None,
            comparison: None,
            comparison_stated: false,
            period,
            period_stated: true,
            delivery: None,
            base_period: None,
            base_stated: true,
            twin_of: None,
            of: None,
            is_base: false,
            benchmark: None,
            sentence: story.sentence_at(item.bytes.start).unwrap_or(0),
            bytes: item.bytes,
            rule: "share/listed",
            ..last.clone()
        })
        .collect();
    Some((read, end))
}

/// Whether a head names nothing but the goods that were spoken of, times and places: `Main buyers of Brazilian coffee in June`.
fn is_of(
    story: &Story<'_>,
    places: &Places<'_>,
    cutter: &Cutter<'_>,
    carry: &Carry,
    head: Range<usize>,
    goods: Option<&str>,
) -> bool {
    const SMALL: &[&str] = &[
        "main",
        "top",
        "largest",
        "biggest",
        "leading",
        "principal",
        "major",
        "key",
        "buyers",
        "buyer",
        "destinations",
        "markets",
        "customers",
        "suppliers",
        "sources",
        "origins",
        "the",
        "its",
        "their",
        "were",
        "are",
        "of",
        "in",
        "by",
        "for",
        "from",
        "to",
        "with",
        "share",
        "shares",
        "percent",
        "pct",
        "percentage",
        "total",
        "period",
        "foreign",
        "overseas",
        "export",
        "import",
        "three",
        "five",
        "ten",
        "and",
        "country",
        "countries",
        "s",
    ];
    let (mut at, end) = (head.start, head.end);
    while at < end {
        if let Some((_, next)) = cutter.calendar.read(story, at, end, carry.today) {
            at = next.max(at + 1);
            continue;
        }
        if let (Some(word), Some(token)) = (word(story, at), story.tokens.get(at)) {
            let next = places.mentions.partition_point(|place| place.bytes.end <= token.start);
            let of_place = places.mentions.get(next).is_some_and(|place| place.bytes.start <= token.start);
            let of_goods =
                goods.is_some_and(|goods| goods.split(' ').any(|part| part.eq_ignore_ascii_case(word)));
            if !of_place && !of_goods && !SMALL.iter().any(|small| small.eq_ignore_ascii_case(word)) {
                return false;
            }
        }
        at += 1;
    }
    true
}

fn in_a_line(story: &Story<'_>, places: &Places<'_>, tokens: Range<usize>) -> Option<Vec<Item>> {
    let (mut at, end) = (tokens.start, tokens.end);
    let mut items = Vec::new();
    while at < end && items.len() < MOST {
        let (item, next) = item(story, places, at, end)?;
        items.extend(item);
        at = next;
        match sign(story, at) {
            Some("." | ")") => break,
            Some(";" | ",") => at += 1,
            _ if at < end && word(story, at) == Some("and") => {}
            _ if at >= end => break,
            _ => return None,
        }
        at += usize::from(at < end && word(story, at) == Some("and"));
    }
    Some(items)
}

/// The items of the lines below that begin with a mark, and where they end.
fn one_a_line(story: &Story<'_>, places: &Places<'_>, floor: usize) -> Option<(Vec<Item>, usize)> {
    let mut items = Vec::new();
    let mut start = floor + 1;
    let mut floor = floor;
    for line in story.text.get(start..)?.split_inclusive('\n').take(2 * MOST) {
        let from = start;
        start += line.len();
        let bare = line.trim();
        if bare.is_empty() {
            continue;
        }
        let Some(inner) = bare.strip_prefix(['*', '-', '•', '·', '–', '—']) else { break };
        let begin = from + line.find(inner).unwrap_or(0);
        let tokens = story.token_at(begin)..story.token_at(from + line.trim_end().len());
        // `-- Spain`
        let first = tokens.start + usize::from(sign(story, tokens.start) == Some("-"));
        let (item, mut next) = item(story, places, first, tokens.end)?;
        while next < tokens.end
            && (word(story, next).is_some_and(|word| {
                matches!(word, "of" | "the" | "total" | "each" | "exports" | "imports" | "share")
            }) || matches!(sign(story, next), Some("." | ";" | ",")))
        {
            next += 1;
        }
        if next < tokens.end {
            return None;
        }
        items.extend(item);
        floor = start;
    }
    Some((items, floor))
}

/// `U.S. 21.4`, `Ecuador and China: 4%`, and the token behind; `Others 12.3` is no item.
fn item(story: &Story<'_>, places: &Places<'_>, from: usize, end: usize) -> Option<(Option<Item>, usize)> {
    let mut at = from;
    let mut partner = String::new();
    let other = word(story, at)
        .is_some_and(|word| matches!(word.to_ascii_lowercase().as_str(), "other" | "others" | "rest"));
    if other {
        at = (at..end.min(at + 4))
            .find(|at| story.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Digits))?;
    }
    for _ in 0..TOGETHER {
        if other {
            break;
        }
        at += usize::from(word(story, at).is_some_and(|word| word.eq_ignore_ascii_case("the")));
        let token = story.tokens.get(at).filter(|_| at < end)?;
        let next = places.mentions.partition_point(|place| place.bytes.end <= token.start);
        let place = places.mentions.get(next).filter(|place| place.bytes.start <= token.end)?;
        let codes = places.codes.get(place.at)?;
        if !partner.is_empty() {
            partner.push('+');
        }
        partner.push_str(codes.country.as_ref().unwrap_or(&codes.own));
        at = story.token_at(place.bytes.end).max(at + 1);
        if word(story, at) != Some("and") {
            break;
        }
        at += 1;
    }
    at += usize::from(matches!(sign(story, at), Some(":" | "," | "-" | "–" | "—" | "=")));
    at += usize::from(matches!(word(story, at), Some("with" | "at" | "took")));
    let bracket = sign(story, at) == Some("(");
    at += usize::from(bracket);
    let first = story.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Digits)?;
    let rest = &story.text[first.start..];
    let mut length = rest.bytes().take_while(u8::is_ascii_digit).count();
    if rest.as_bytes().get(length) == Some(&b'.') {
        let decimals =
            rest.as_bytes()[length + 1..].iter().take_while(|digit| digit.is_ascii_digit()).count();
        length += if decimals > 0 { 1 + decimals } else { 0 };
    }
    let value: Decimal = rest.get(..length)?.parse().ok()?;
    let mut bytes = first.start..first.start + length;
    at = story.token_at(bytes.end).max(at + 1);
    let percent = sign(story, at) == Some("%")
        || word(story, at).is_some_and(|word| matches!(word, "percent" | "pct" | "pc"));
    if percent && at < end {
        bytes.end = story.tokens.get(at)?.end;
        at += 1;
    } else if percent
        || sign(story, at) == Some(",")
            && story
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.start == bytes.end + 1 && next.kind == TokenKind::Digits)
    {
        // `1,204`: no share
        return None;
    }
    at += usize::from(bracket && sign(story, at) == Some(")"));
    let item = (!other).then(|| Item { partner: partner.into(), value, percent, bytes });
    Some((item, at))
}
