//! The name of a story in a notice: `The story "Acme to buy Beta" published at 1003 GMT has been withdrawn` says what `The story has been
//! withdrawn` says.

use super::items::{Break, Item};
use super::words::{HOLD, KILL, KILLS, OTHER, OWN, SENT, SMALL, STATE, THING, THIS, TIME, UNTIL, UNUSED};
use crate::agencies::Agency;

/// What a name is not.
const HEARD: u64 = KILL | KILLS | HOLD | UNUSED | STATE | UNTIL;
/// What wires send besides stories.
const SENDINGS: &[&str] =
    &["alert", "brief", "urgent", "news", "snap", "flash", "telegram", "telegrammet", "uutinen", "berichts"];
/// By which a name is introduced …
const CALLED: &[&str] = &[
    "titled",
    "entitled",
    "headlined",
    "headed",
    "slugged",
    "saying",
    "intitulée",
    "intitulé",
    "titulada",
    "titulado",
    "intitolata",
    "dal",
    "titolo",
    "mit",
    "dem",
    "titel",
    "met",
    "als",
];
/// … or when the story was sent.
const WHEN: &[&str] = &[
    "published",
    "issued",
    "sent",
    "moved",
    "transmitted",
    "released",
    "filed",
    "timed",
    "transmise",
    "diffusée",
    "envoyée",
    "transmitida",
    "enviada",
    "difundida",
    "trasmessa",
    "delle",
    "gesendet",
    "vom",
    "von",
    "de",
    "van",
    "från",
    "fra",
    "kl",
    "om",
    "z",
    "от",
    "переданное",
];

/// Whether others send such things as well: `The alert sent at 0807 was cancelled 38 minutes later`.
pub(super) fn is_sending(word: &str) -> bool {
    SENDINGS.contains(&word.to_lowercase().as_str())
}

/// What begins the reason for a notice, behind the name of a story.
const BECAUSE: &[&str] = &[
    "ya", "por", "porque", "as", "since", "because", "da", "weil", "car", "parce", "perché", "poiché", "pois",
];

/// The words of a sentence without the names of stories. One that tells when it was sent, or has a number, is a story of the wire.
pub(super) fn without(text: &str, items: &[Item]) -> Vec<Item> {
    let mut bare = Vec::with_capacity(items.len());
    let mut at = 0;
    while let Some(item) = items.get(at) {
        let mut item = *item;
        at += 1;
        let word = |item: &Item| text[item.start..item.end].to_lowercase();
        let (word, lower) = (word, word(&item));
        // `Bitte dpa 0099 (Öl fällt) nicht verwenden`
        let next = items.get(at).map_or("", |next| &text[next.start..next.end]);
        let year = next.len() == 4 && (next.starts_with("19") || next.starts_with("20"));
        if item.after == Break::Blank && is_number(next) && !year && Agency::writing(&lower).is_some() {
            item.class |= THING;
        }
        if item.is(THING | OWN | THIS) || SENDINGS.contains(&lower.as_str()) {
            let (to, sent) = end(text, items, at);
            // `the Xinhua story`
            let by_agency = |last: &Item| {
                last.after < Break::Comma && Agency::writing(&text[last.start..last.end]).is_some()
            };
            if bare.pop_if(|last| by_agency(last)).is_some() {
                item.class |= OWN;
            }
            if to > at {
                let sending = if SENDINGS.contains(&lower.as_str()) { OWN } else { 0 };
                item.class |= THING | sending | if sent { THIS | SENT } else { 0 };
                let last = items[to - 1].after;
                // `… la noticia "Sube el estaño", ya que contiene un error`
                let reasons = items.get(to).is_some_and(|next| {
                    last == Break::Comma && !next.is(HEARD) && BECAUSE.contains(&word(next).as_str())
                });
                let kept = to == items.len() || last == Break::Stop || reasons;
                item.after = if kept { last } else { Break::Blank };
                at = to;
            }
        }
        bare.push(item);
    }
    bare
}

/// Where the name ends that begins at an item, and whether it tells of a story of the wire.
fn end(text: &str, items: &[Item], from: usize) -> (usize, bool) {
    /// Nothing between a story and when it was sent has more words.
    const NAME: usize = 8;
    let word = |at: usize| items.get(at).map_or("", |item| &text[item.start..item.end]);
    let is = |at: usize, words: &[&str]| words.contains(&word(at).to_lowercase().as_str());
    let heard = |at: usize| items[at].is(HEARD);
    let (mut at, mut sent) = (from, false);
    while at < items.len() && at > 0 && items[at - 1].after < Break::Stop {
        let gap = &text[items[at - 1].end..items[at].start];
        if let Some(to) = quoted(text, items, at, gap) {
            at = to;
        } else if gap.contains(['(', '[']) && bracketed(text, items, at, &heard).is_some() {
            at = bracketed(text, items, at, &heard).unwrap_or(at);
        } else if gap.contains([':', '\n']) || heard(at) {
            break;
        } else if is(at, CALLED)
            && items
                .get(at + 1)
                .is_some_and(|next| is(at + 1, CALLED) || opens_quote(&text[items[at].end..next.start]))
        {
            at += 1;
        } else if is_number(word(at)) || Agency::writing(word(at)).is_some() && is_number(word(at + 1)) {
            sent = true;
            at += 1;
            while at < items.len()
                && items[at - 1].after == Break::Blank
                && (is_short(word(at)) || is_number(word(at)))
                && !items[at].is(SMALL)
            {
                at += 1;
            }
        } else {
            // `on Acme issued at 1003 GMT`
            let reach = (at..items.len().min(at + NAME))
                .take_while(|nth| !heard(*nth) && (*nth == at || items[nth - 1].after < Break::Label));
            let told = reach
                .into_iter()
                .find(|nth| is(*nth, WHEN) && items.iter().skip(nth + 1).take(2).any(is_clock(text)));
            let Some(told) = told else { break };
            sent = true;
            at = told + 1;
            let timed = |at: usize| is_clock(text)(&items[at]);
            let goes_on = |at: usize| {
                timed(at)
                    || items[at - 1].after < Break::Comma
                        && !items[at].is(HEARD | OTHER)
                        && !is_verb(word(at))
            };
            while at < items.len() && items[at - 1].after < Break::Label && goes_on(at) {
                at += 1;
            }
        }
    }
    (at, sent)
}

fn is_clock(text: &str) -> impl Fn(&Item) -> bool + '_ {
    move |item| item.is(TIME) || text[item.start..].starts_with(|c: char| c.is_ascii_digit())
}

fn is_verb(word: &str) -> bool {
    const VERBS: &[&str] = &[
        "is",
        "was",
        "has",
        "has been",
        "should",
        "must",
        "may",
        "be",
        "wird",
        "wurde",
        "ist",
        "nicht",
        "est",
        "a été",
        "è",
        "e",
        "è stata",
        "queda",
        "fue",
        "ha sido",
        "foi",
        "ersatzlos",
        "was sent",
        "is to",
        "niet",
        "er",
        "аннулируется",
        "and",
        "as",
        "due",
        "because",
    ];
    VERBS.contains(&word.to_lowercase().as_str())
}

fn opens_quote(gap: &str) -> bool {
    gap.contains(['"', '“', '„', '«', '‘', '《', '「', '”'])
}

/// Behind the quotation that begins before an item.
fn quoted(text: &str, items: &[Item], at: usize, gap: &str) -> Option<usize> {
    /// No headline is longer, in bytes.
    const LONG: usize = 160;
    if !opens_quote(gap) {
        return None;
    }
    let start = items[at].start;
    let rest = &text[start..text.floor_char_boundary(start + LONG)];
    let close = start + rest.find(['"', '”', '“', '»', '’', '》', '」'])?;
    Some(items[at..].iter().position(|item| item.start > close).map_or(items.len(), |more| at + more))
}

/// Behind the bracket that begins before an item, if it holds a name and nothing else.
fn bracketed(text: &str, items: &[Item], at: usize, heard: &dyn Fn(usize) -> bool) -> Option<usize> {
    const LONG: usize = 80;
    let start = items[at].start;
    let rest = &text[start..text.floor_char_boundary(start + LONG)];
    let close = start + rest.find([')', ']'])?;
    let to = items[at..].iter().position(|item| item.start > close).map_or(items.len(), |more| at + more);
    (at..to).all(|nth| !heard(nth)).then_some(to)
}

/// `bdt0123`, `APA0123`, `0123`: letters, if any, and a number.
fn is_number(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits >= 3
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && word.ends_with(|c: char| c.is_ascii_digit())
}

/// `4 wi 210` behind a number.
fn is_short(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
