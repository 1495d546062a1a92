//! Whose trade a story is about where a sentence does not say: its home.
//!
//! A report of a country's statistics names that country where it says what was counted (`Australia's trade surplus`) and who
//! counted (`Pakistan Bureau of Statistics`), is filed there, and puts it at the top. Each of these is worth points; the country
//! that is merely named most may be the partner that everything is about.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use article::{Level, Region, Role, Usage};

use super::draft::Name;
use super::lexicon::rows;
use super::pieces::Place;
use crate::text::{Story, TokenKind};
use crate::vocabulary::Lists;

/// Filed from there.
const FILED: u32 = 30;
/// … by an agency of that country.
const AGENCY: u32 = 15;
/// `Pakistan Bureau of Statistics`: once for each name of such a body, at most twice.
const COUNTS: u32 = 15;
const FOCUS: u32 = 20;
const HEADLINE: u32 = 12;
/// `China's exports`, at the top and below it.
const OWNS: u32 = 30;
const OWNS_BELOW: u32 = 8;
/// Amounts in the money of a country, in a story that was filed from nowhere.
const MONEY: u32 = 40;
/// One mention, of at most ten.
const NAMED: u32 = 2;
/// Less says nothing.
const LEAST: u32 = 40;
/// So many tokens may stand between a country and what it trades.
const REACH: usize = 4;
/// Paragraphs that are the top of a story, the headline being one.
const TOP: usize = 3;

const PORTS: &[&str] = &["port", "ports", "harbour", "harbor", "terminal", "terminals", "docks", "airport"];

/// The country that a story about trade is of, where one stands out.
pub(crate) fn home(
    story: &Story<'_>,
    regions: &[Region],
    mentions: &[Place<'_>],
    filed: Option<&Name>,
) -> Option<Name> {
    let mut points: Vec<(&str, u32)> = Vec::new();
    let mut add = |code, more: u32| match points.iter_mut().find(|(known, _)| *known == code) {
        Some((_, points)) => *points += more,
        None => points.push((code, more)),
    };
    if let Some(filed) = filed {
        let own = is_agency_of(story, filed);
        add(filed, FILED + if own { AGENCY } else { 0 });
    }
    // a paper names no country where it counts in the money of its own
    if filed.is_none()
        && let Some(country) = country_of_money(story)
    {
        add(country, MONEY);
    }
    // a broadcaster's item without a dateline is of its own country, where it names it at all
    if filed.is_none()
        && let Some(region) = regions.iter().find(|region| is_agency_of(story, &region.code))
    {
        add(&region.code, FILED + AGENCY);
    }
    for region in regions {
        let Some(code) = country(region) else { continue };
        let counted = u32::try_from(region.inside_names.len().min(2)).unwrap_or(0);
        add(code, counted * COUNTS);
        if region.role == Role::Focus {
            add(code, if region.level == Level::Country { FOCUS } else { FOCUS / 2 });
        }
        if region.level == Level::Country {
            let named = u32::try_from(region.mentions.len().min(10)).unwrap_or(0);
            add(code, named * NAMED);
        }
    }
    let top = story.paragraphs.get(TOP - 1).map_or(story.text.len(), |paragraph| paragraph.end);
    for (nth, place) in mentions.iter().enumerate() {
        let Some(code) = country(place.region).filter(|_| place.usage != Usage::Dateline) else { continue };
        let at_top = place.bytes.start < top;
        if place.bytes.start < story.headline.end {
            add(code, HEADLINE);
        }
        let next = mentions.get(nth + 1).map_or(usize::MAX, |next| next.bytes.start);
        if owns(story, place, next) && !is_source(story, mentions, place) {
            add(code, if at_top { OWNS } else { OWNS_BELOW });
        }
    }
    // with whom all trade is told is not whose it is
    let is_partner = |code: &str| filed.is_none() && is_partner(story, mentions, code);
    // of two with as many points the later
    points.sort_by_key(|(_, points)| *points);
    let best = points.iter().rev().find(|(code, _)| !is_partner(code))?;
    // where nothing else is said, it is of where it was filed
    let least = if filed.is_some_and(|filed| **filed == *best.0) { FILED } else { LEAST };
    if best.1 >= least {
        return Some(best.0.into());
    }
    // `exports from Ireland to Northern Ireland`: the only one of whose exports it speaks
    let mut from = mentions.iter().filter(|place| filed.is_none() && is_exported_from(story, place));
    let first = country(from.next()?.region)?;
    from.all(|place| country(place.region) == Some(first)).then(|| first.into())
}

/// Whether a story names a country only as whose goods come in, or with whom trade is.
pub(crate) fn is_partner(story: &Story<'_>, mentions: &[Place<'_>], code: &str) -> bool {
    let mut of = mentions.iter().filter(|place| country(place.region) == Some(code)).peekable();
    of.peek().is_some() && of.all(|place| is_traded_with(story, place) || is_source(story, mentions, place))
}

/// Whether a story tells of a country that it sells, and nowhere that it buys: whose imports are told is another.
pub(crate) fn is_seller(story: &Story<'_>, mentions: &[Place<'_>], code: &str) -> bool {
    let of = || mentions.iter().filter(|place| country(place.region) == Some(code));
    let near = |place: &Place<'_>, words: &[&str]| {
        let after = story.token_at(place.bytes.end);
        let next = mentions.iter().find(|next| next.bytes.start >= place.bytes.end);
        let next = next.map_or(usize::MAX, |next| next.bytes.start);
        let tokens = story.tokens.get(after..).unwrap_or_default().iter().take(REACH);
        tokens
            .take_while(|token| token.start < next && token.text != ".")
            .any(|token| is_one_of(token.text, words))
    };
    let sells = |place: &Place<'_>| {
        is_source(story, mentions, place)
            || near(place, &["export", "exports", "exporters", "shipments"])
            || behind_trade(story, place).is_some_and(|(preposition, _)| preposition == "from")
    };
    let buys = |place: &Place<'_>| {
        !is_source(story, mentions, place)
            && near(
                place,
                &["import", "imports", "importers", "buys", "bought", "buyers", "crushers", "mills"],
            )
            || behind_trade(story, place).is_some_and(|(preposition, trade)| {
                preposition == "to" && is_exports(trade) || matches!(preposition, "by" | "into")
            })
    };
    of().any(sells) && !of().any(buys)
}

/// `imports of U.S. soybeans`, `will buy 130,000 tonnes of Thai rice`, `to import coal from Australia`: whose goods come in.
fn is_source(story: &Story<'_>, mentions: &[Place<'_>], place: &Place<'_>) -> bool {
    /// Tokens of an amount between what is done and the goods.
    const AMOUNT: usize = 9;
    const TAKES: &[&str] = &[
        "import",
        "imports",
        "imported",
        "importing",
        "buy",
        "buys",
        "bought",
        "buying",
        "purchase",
        "purchases",
        "purchased",
        "purchasing",
    ];
    let first = story.token_at(place.bytes.start);
    let token = |at: usize| story.tokens.get(at);
    let takes = |at: usize| token(at).is_some_and(|token| is_one_of(token.text, TAKES));
    let near = |before: usize| {
        let near = (before.saturating_sub(AMOUNT)..before).rev();
        // a comma inside a number parts nothing
        let parts = |at: usize| {
            token(at)
                .is_none_or(|sign| sign.text == "," && token(at + 1).is_none_or(|next| next.start > sign.end))
        };
        near.take_while(|at| !parts(*at)).any(takes)
    };
    // `to buy more U.S. soybeans`
    let more =
        first.checked_sub(1).and_then(token).is_some_and(|token| token.text.eq_ignore_ascii_case("more"));
    let Some(before) = first.checked_sub(1 + usize::from(more)) else { return false };
    if is_imported_by_the_first(story, mentions, place) {
        return true;
    }
    let is = |word: &str| token(before).is_some_and(|token| token.text.eq_ignore_ascii_case(word));
    // `will import coal from Australia`
    if is("from") {
        return near(before);
    }
    // the goods themselves, in small letters, or all in capitals
    let goods = token(story.token_at(place.bytes.end)).is_some_and(|next| {
        let capitals = place.bytes.end <= story.headline.end;
        let small = next.text.starts_with(|letter: char| letter.is_lowercase() || capitals);
        next.kind == TokenKind::Word && small && next.start > place.bytes.end
    });
    goods && (takes(before) || is("of") && near(before))
}

/// `Thailand sets Canadian barley import target` above a story: who stands before the verb buys.
fn is_imported_by_the_first(story: &Story<'_>, mentions: &[Place<'_>], place: &Place<'_>) -> bool {
    if place.usage != Usage::Demonym || place.bytes.end > story.headline.end {
        return false;
    }
    let token = |at: usize| story.tokens.get(at);
    let goods = story.token_at(place.bytes.end);
    let imports = |at: usize| token(at).is_some_and(|token| is_one_of(token.text, &["import", "imports"]));
    let Some(subject) = mentions.first().filter(|subject| subject.bytes.start == story.headline.start) else {
        return false;
    };
    let verb = token(story.token_at(subject.bytes.end));
    (goods + 1..goods + 3).any(imports)
        && subject.usage != Usage::Demonym
        && subject.region.code != place.region.code
        && verb.is_some_and(|verb| verb.kind == TokenKind::Word && verb.start < place.bytes.start)
}

/// `Exports to the USA`, `imports from Great Britain`, `the deficit with China`, `exports from Ireland to Northern Ireland`
fn is_traded_with(story: &Story<'_>, place: &Place<'_>) -> bool {
    behind_trade(story, place).is_some_and(|(preposition, trade)| {
        matches!(preposition, "to" | "with") || preposition == "from" && !is_exports(trade)
    })
}

fn is_exported_from(story: &Story<'_>, place: &Place<'_>) -> bool {
    behind_trade(story, place).is_some_and(|(preposition, trade)| preposition == "from" && is_exports(trade))
}

fn is_exports(word: &str) -> bool {
    word.eq_ignore_ascii_case("exports") || word.eq_ignore_ascii_case("shipments")
}

/// The preposition that a place stands behind, and the noun of trade before that.
fn behind_trade<'a>(story: &Story<'a>, place: &Place<'_>) -> Option<(&'a str, &'a str)> {
    let before = story.token_at(place.bytes.start);
    let token = |back: usize| before.checked_sub(back).and_then(|at| story.tokens.get(at));
    let the = usize::from(token(1).is_some_and(|token| token.text == "the"));
    let preposition = token(1 + the)?.text;
    let trade =
        (2..2 + REACH).filter_map(|back| token(back + the)).find(|token| token.is_in(Lists::TRADE))?;
    Some((preposition, trade.text))
}

/// A desk's list that names no country but in the name of who counts: `the U.S. Agriculture Department said`.
pub(crate) fn counted_by_the_us(story: &Story<'_>) -> bool {
    /// Of so many bytes at the top.
    const TOP: usize = 700;
    const DEPARTMENTS: &[&str] = &[
        "USDA",
        "U.S. Agriculture Department",
        "U.S. Commerce Department",
        "U.S. Department of",
        "U.S. Customs",
    ];
    let end =
        (0..=story.text.len().min(TOP)).rev().find(|end| story.text.is_char_boundary(*end)).unwrap_or(0);
    let top = &story.text[..end];
    top.contains('U') && DEPARTMENTS.iter().any(|name| top.contains(name))
}

/// The country whose money most amounts of a story are in, by the signs before the numbers: `R21.8bn`, `RM124.9 billion`.
fn country_of_money(story: &Story<'_>) -> Option<&'static str> {
    /// Fewer may be about another country.
    const AMOUNTS: usize = 3;
    /// Money that many countries count in.
    const SHARED: [&str; 4] = ["USD", "EUR", "XOF", "XAF"];
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for pair in story.tokens.windows(2) {
        let [sign, number] = pair else { continue };
        if number.kind != TokenKind::Digits || sign.kind == TokenKind::Digits || sign.end != number.start {
            continue;
        }
        // what stands inside numbers is no money
        if matches!(sign.text, "." | "," | "-" | ":" | "/" | "(") {
            continue;
        }
        let Some(code) = MONIES.get(sign.text).filter(|code| !SHARED.contains(code)) else { continue };
        match counts.iter_mut().find(|(known, _)| known == code) {
            Some((_, count)) => *count += 1,
            None => counts.push((code, 1)),
        }
    }
    let (code, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    code.get(..2).filter(|_| count >= AMOUNTS)
}

/// The codes of currencies by the signs of one token that stand before a number.
static MONIES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let table = rows::<4>(include_str!("../../data/figures-currencies.tsv"));
    table.flat_map(|[code, signs, ..]| signs.split(',').map(move |sign| (sign, code))).collect()
});

/// Agencies that report on their own country first, and which that is.
static AGENCIES: LazyLock<Vec<[&str; 2]>> =
    LazyLock::new(|| rows(include_str!("../../data/figures-agencies.tsv")).collect());

fn is_agency_of(story: &Story<'_>, country: &str) -> bool {
    story.article.provider.as_ref().is_some_and(|provider| {
        AGENCIES.iter().any(|[code, home]| *code == provider.code && *home == country)
    })
}

fn country(region: &Region) -> Option<&str> {
    match region.level {
        Level::Country => Some(&region.code),
        Level::Admin1 | Level::City => region.country.as_deref(),
        _ => None,
    }
}

/// The port or canal that a story about freight is of: the first one that its top names.
pub(crate) fn port<'p, 'a>(story: &Story<'_>, mentions: &'p [Place<'a>]) -> Option<&'p Place<'a>> {
    let top = story.paragraphs.get(TOP - 1).map_or(story.text.len(), |paragraph| paragraph.end);
    let at_top = mentions.iter().take_while(|place| place.bytes.start < top);
    let mut named = at_top.filter(|place| place.usage != Usage::Dateline);
    named.clone().find(|place| is_port(story, place)).or_else(|| {
        // `Transit trade lifts Tema as port prepares for bigger ships`
        let port = is_in_headline(story, PORTS);
        named.find(|place| {
            port && place.bytes.end <= story.headline.end
                && place.region.level == Level::City
                && place.usage == Usage::Name
        })
    })
}

/// Whether one of some words stands in the headline.
pub(crate) fn is_in_headline(story: &Story<'_>, words: &[&str]) -> bool {
    has_one_of(story, story.token_at(story.headline.start)..story.token_at(story.headline.end), words)
}

/// Whether one of some words stands among these tokens.
pub(crate) fn has_one_of(story: &Story<'_>, tokens: Range<usize>, words: &[&str]) -> bool {
    story.tokens[tokens].iter().any(|token| is_one_of(token.text, words))
}

/// `the Panama Canal`, `the port of Hamburg`, `Hamburg's port`, `Antwerp container terminal`.
pub(crate) fn is_port(story: &Story<'_>, place: &Place<'_>) -> bool {
    if is_canal(&place.region.code) {
        return true;
    }
    if place.region.level != Level::City {
        return false;
    }
    let token = |at: usize| story.tokens.get(at).map_or("", |token| token.text);
    let first = story.token_at(place.bytes.start);
    let of =
        first.checked_sub(2).is_some_and(|noun| token(first - 1) == "of" && is_one_of(token(noun), PORTS));
    let after = story.token_at(place.bytes.end);
    of || (after..after + 4)
        .take_while(|at| {
            let word = token(*at);
            is_one_of(word, PORTS)
                || is_one_of(word, &["'", "’", "'s", "’s", "s", "container", "cargo", "main"])
        })
        .any(|at| is_one_of(token(at), PORTS))
}

/// A free zone reports its own trade, as a city does.
pub(crate) fn is_zone(code: &str) -> bool {
    code.starts_with("x:") && code.ends_with("-zone")
}

pub(crate) fn is_canal(code: &str) -> bool {
    code.starts_with("x:") && code.ends_with("-canal")
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// `Australia's trade surplus`, `Chinese imports`, `exports of Peru`.
pub(crate) fn owns(story: &Story<'_>, place: &Place<'_>, next: usize) -> bool {
    let trade = |token: &crate::text::Token<'_>| token.is_in(Lists::TRADE);
    let possessive = story.text[place.bytes.end..].starts_with(['\'', '’']);
    if possessive || place.usage == Usage::Demonym || place.region.level != Level::Country {
        // `Andalusia was the region that exported most`
        let wider = usize::from(possessive || place.region.level == Level::Admin1) * 2;
        let after = story.token_at(place.bytes.end);
        let mut near = story.tokens.get(after..).unwrap_or_default().iter().take(REACH + wider);
        return near.any(|token| token.start < next && trade(token));
    }
    let before = story.token_at(place.bytes.start);
    let word =
        |back: usize| before.checked_sub(back).and_then(|at| story.tokens.get(at)).map(|token| token.text);
    word(1) == Some("of")
        && before
            .checked_sub(2)
            .and_then(|at| story.tokens.get(at))
            .is_some_and(|token| token.is_in(Lists::TRADE))
}
