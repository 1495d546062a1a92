//! Which goods a figure is of, where the clause that it was read from does not say.
//!
//! Goods are named by the cues of the sectors that make them ([`crate::industries`]), with the words before them: `fresh durian`.
//! A figure has those
//!
//! 1. that it counts, or that follow it with `of`: `1.57 million cars`, `512,000 tonnes of cereals`;
//! 2. that stand before it in its sentence as what is spoken of: `the surplus on oil`, `Cotton yarn slid to V`, `duties on steel`;
//! 3. of the figure that it belongs to: its level, or the same amount in another unit;
//! 4. of the story, where its first figure or its headline is of goods and nothing between speaks of all goods.
//!
//! What is carried by 3 and 4 is `inferred`. Nothing else of a figure changes here.

use std::ops::Range;

use article::{FigureKind, Indicator};

use super::clause::{is_money, of_goods};
use super::draft::{Draft, Name, in_small_letters};
use super::lexicon::{sign, word};
use crate::industries::Firm;
use crate::key::key;
use crate::text::{Sentence, Story, Token, TokenKind};
use crate::vocabulary::{Keys, Lists};

/// Tokens between a figure and the goods of it: `worth of the country's`.
const OF: usize = 5;
/// … and of an order: `from Greek and Qatari owners for eight`.
const FOR: usize = 12;
/// Tokens of a list of goods that is one name.
const LIST: usize = 40;
/// Figures that are asked which goods most of them have.
const MOST: usize = 64;
/// Cues of a sector that measure its goods.
const MEASURES: &[&str] =
    &["barrel", "barrels", "bpd", "bcm", "bottles", "bushels", "litres", "b", "carats", "million", "mln"];
/// Words that no goods are called by alone.
const NO_GOODS: &str = "them|we|they|it|itself|anything|everything|others|own|share|amount|volumes|put|kept|went|let|kicked|believes|\
    thinks|bringing|including|alongside|beyond|containing|shown|assumed|placed|emirate|province|country|sector|\
    sectors|industry|company|business|members|producers|ministry|districts|port|city|territory|seaports|south|\
    northwest|strait|monday|tuesday|wednesday|thursday|friday|saturday|sunday|july|august|aug|nov|june|large|small|leading|highest|widest|deepest|smallest|slight|current|\
    direct|special|separate|single|second|third|two|free|raw|fresh|bilateral|politically|sensitive|negative|positive|\
    international|foreign|worse|better|story|scale|transatlantic|contractual|permitted|maritime|portfolio|sectoral|\
    specific|group|line|lines|product|season|capital|traded|customs|based|statistics|loadings|transit|per|day|general|\
    set|its|the|range|negotiated|demonstrating|stripping|dragged|present|residents|private|firms|state|owned|\
    enterprises|domestic|products|goods|of|us|u.s.|total|buyers|importers|exporters|traders|smelters|refiners|crushers|mills|processors|\
    spinners|grinders|roasters|millers|sea|land|airborne|warehouse|\
    live|dry|liquid|heavy|main|seaborne|conventional|non|regards|pushed|reduce|weekly|daily|usda|opec|railway|origin|payments|continent|\
    district|metal|sweetener|raws|bean|crop|hot|cold|rolled|containerized|containerised|contract|physical|spot|later|last|month|finance|\
    additional|former|latter|controlled|delivery|department|figures|amount|amounts|include|keep|keeps|mark|may|mission|nations|criteria|previous|states|very|\
    authorities|regional|smoothed|visible|supplementary|solve|help|low|maximum|exportable|tomorrow|april|october|november|december|\
    january|february|march|fourth|fifth|sixth|historical|member|policy|shortfall|\
    agriculture|economy|bank|central|institute|bureau|registered|reported|estimated|projected|recorded|official|provisional";
/// Bytes of a sentence that is searched for the goods of each of its figures, so that the time stays linear in any text.
const LONG: usize = 4096;
/// Words before a cue that are part of the goods.
const MODIFIERS: usize = 2;

/// The figure before, of the same sentence.
#[derive(Clone, Copy)]
struct Before {
    /// The token behind it.
    end: usize,
    indicator: Indicator,
}

/// Goods as the story names them.
struct Goods {
    tokens: Range<usize>,
    name: Name,
}

/// The sum under rows of goods.
const SUM: &str = "table/total";

/// Gives each figure without goods those that it is of.
pub(super) fn name(story: &Story<'_>, cues: &[Range<usize>], firms: &[Firm], drafts: &mut [Draft]) {
    if drafts.is_empty() {
        return;
    }
    let goods = named(story, cues);
    let order = super::in_order(drafts);
    let mut several = Several::default();
    let mut last: Option<(usize, Before)> = None;
    let mut previous: Option<usize> = None;
    for at in &order {
        let draft = &drafts[*at];
        let figure = story.token_at(draft.bytes.start)..story.token_at(draft.bytes.end);
        let before = last.filter(|(sentence, _)| *sentence == draft.sentence).map(|(_, before)| before);
        last = Some((draft.sentence, Before { end: figure.end, indicator: draft.topic.indicator }));
        // the sum of the rows above it is of none of them
        if draft.rule == SUM {
            continue;
        }
        let near = near(&goods, &figure);
        let read = draft.topic.commodity.clone();
        let read = read.map(|read| whole(story, draft.sentence, &read).unwrap_or(read));
        let read = read.and_then(|name| tidy(&name, near));
        let read = read.filter(|name| {
            may_be_goods(story, draft.sentence, name) && !is_firm(story, firms, draft.sentence, name)
        });
        if !is_of_goods(draft.topic.indicator) {
            drafts[*at].topic.commodity = read;
            continue;
        }
        let Some(sentence) = story.sentences.get(draft.sentence) else { continue };
        let own = counted(&goods, &figure).or_else(|| behind(story, &goods, &figure, draft));
        // `Shrimp made up P of seafood exports`: a share is of what it measures, not of the whole
        let part = || {
            let share = own.is_some() && draft.kind == FigureKind::Share;
            let part = share.then(|| spoken_of(story, &goods, sentence, &figure, before, draft))??;
            (part.1).then_some(part.0)
        };
        let own = part().or(own);
        // `10 cents a pair on shoes and 25 percent on pipes`: goods that no sector has, right behind the number
        let law = draft.topic.indicator == Indicator::Tariff;
        let own = own.or_else(|| read.clone().filter(|read| law && is_behind(story, &figure, read)));
        let said = own.or_else(|| {
            let (spoken_of, sure) = spoken_of(story, &goods, sentence, &figure, before, draft)?;
            let carried = read.as_deref().is_none_or(|read| !says(story, sentence, read));
            // `semiconductors and chemicals fell P and P, respectively`
            let part = read.as_deref().is_some_and(|read| holds(&spoken_of, read));
            ((sure && !part) || carried).then_some(spoken_of)
        });
        let read = read.filter(|read| {
            said.is_some()
                || !several.are_before(sentence.paragraph)
                || !draft.topic.partner_stated
                || says(story, sentence, read)
        });
        // `that on cars to 55 percent from 60`
        let moved = law_moves(story, &figure, before);
        let same = moved.then(|| previous.and_then(|at| drafts.get(at)?.topic.commodity.clone())).flatten();
        let draft = &drafts[*at];
        let same =
            same.filter(|_| draft.topic.indicator == Indicator::Tariff && draft.kind == FigureKind::Level);
        let found = said.or(read);
        let same = same.filter(|same| found.as_deref().is_none_or(|found| !holds(found, same)));
        drafts[*at].topic.commodity = same.or(found);
        previous = Some(*at);
        several.note(sentence.paragraph, drafts[*at].topic.commodity.as_ref());
    }
    go_on_with_services(story, &order, drafts);
    carry(story, &goods, &order, drafts);
    part_goods_from_services(story, drafts);
}

/// Whether nothing but `from` or `to` stands between a duty and the one before it.
fn law_moves(story: &Story<'_>, figure: &Range<usize>, before: Option<Before>) -> bool {
    before.filter(|before| before.indicator == Indicator::Tariff).is_some_and(|before| {
        matches!(story.tokens.get(before.end..figure.start), Some([one]) if matches!(one.text, "from" | "to"))
    })
}

/// `Services exports rose P and goods exports fell P2`: the goods are all of them. And `a surplus of V in services`.
fn part_goods_from_services(story: &Story<'_>, drafts: &mut [Draft]) {
    /// Tokens back to the noun of the figure.
    const BACK: usize = 40;
    /// … and to the services whose balance it is.
    const NEAR: usize = 7;
    /// … and from it to what it is in: `a V surplus in services`.
    const ON: usize = 4;
    for draft in drafts {
        let balance = draft.topic.indicator == Indicator::Balance && draft.topic.commodity.is_none();
        if !balance && draft.topic.commodity.as_deref() != Some("services") {
            continue;
        }
        let Some(sentence) = story.sentences.get(draft.sentence) else { continue };
        let (first, next) = (story.token_at(draft.bytes.start), story.token_at(draft.bytes.end));
        let after = story.tokens.get(next..(next + ON).min(story.tokens.len())).unwrap_or_default();
        let in_services =
            after.windows(2).any(|pair| matches!(pair[0].text, "in" | "on") && pair[1].text == "services");
        if balance {
            // `and services a surplus of V`, and not `goods and services showed a deficit of V`
            let near = story
                .tokens
                .get(first.saturating_sub(NEAR).max(sentence.tokens.start)..first)
                .unwrap_or_default();
            let all = |at: usize| {
                at > 1 && near[at - 2].text.eq_ignore_ascii_case("goods") && near[at - 1].text == "and"
            };
            let before = near.iter().rposition(|token| token.text.eq_ignore_ascii_case("services"));
            let before = before.is_some_and(|at| {
                !all(at) && near[at..].iter().any(|token| matches!(token.text, "surplus" | "deficit"))
            });
            if in_services || before {
                draft.topic.commodity = Some("services".into());
            }
            continue;
        }
        let before = story.tokens.get(first.saturating_sub(BACK).max(sentence.tokens.start)..first);
        let noun = before.unwrap_or_default().iter().rev().find_map(|token| match token.text {
            "services" | "Services" => Some(false),
            "goods" | "Goods" | "merchandise" | "Merchandise" => Some(true),
            _ => None,
        });
        if noun == Some(true) && !in_services {
            draft.topic.commodity = None;
        }
    }
}

/// `Services exports were V and imports V2`: of services both.
fn go_on_with_services(story: &Story<'_>, order: &[usize], drafts: &mut [Draft]) {
    /// Bytes between the two: `USD 30.6 billion and imports at`.
    const NEAR: usize = 60;
    for pair in order.windows(2) {
        let (one, other) = (&drafts[pair[0]], &drafts[pair[1]]);
        let services = one.topic.commodity.as_deref() == Some("services");
        let between = one.bytes.end..other.bytes.start.max(one.bytes.end);
        let goes_on = services
            && one.sentence == other.sentence
            && other.topic.commodity.is_none()
            && other.topic.indicator != one.topic.indicator
            && between.len() < NEAR
            && ["and imports", "and exports", "while imports", "while exports"]
                .iter()
                .any(|joint| story.words(between.clone()).contains(joint));
        if goes_on {
            drafts[pair[1]].topic.commodity = Some("services".into());
        }
    }
}

/// Whether the paragraph before spoke of several goods, so that a partner in the next one is not of the last of them:
/// `Exports of palm oil rose, those of gas fell. Singapore was the main destination, taking V`.
#[derive(Default)]
struct Several {
    paragraph: usize,
    before: bool,
    first: Option<Name>,
    more: bool,
}

impl Several {
    fn enter(&mut self, paragraph: usize) {
        if paragraph != self.paragraph {
            self.before = self.more && paragraph == self.paragraph + 1;
            (self.paragraph, self.first, self.more) = (paragraph, None, false);
        }
    }

    /// … and this one of none yet.
    fn are_before(&mut self, paragraph: usize) -> bool {
        self.enter(paragraph);
        self.before && self.first.is_none()
    }

    fn note(&mut self, paragraph: usize, goods: Option<&Name>) {
        self.enter(paragraph);
        match (goods, &self.first) {
            (Some(goods), None) => self.first = Some(goods.clone()),
            (Some(goods), Some(first)) => self.more |= goods != first,
            _ => {}
        }
    }
}

/// What has goods: a duty, a quota and an order, and what crosses the border.
fn is_of_goods(indicator: Indicator) -> bool {
    of_goods(indicator)
        || matches!(indicator, Indicator::Balance | Indicator::Tariff | Indicator::Quota | Indicator::Freight)
}

/// The goods of a story in the order of the text; those that `and` joins are one.
fn named(story: &Story<'_>, cues: &[Range<usize>]) -> Vec<Goods> {
    let mut phrases: Vec<Range<usize>> = cues.iter().filter_map(|cue| phrase(story, cue)).collect();
    // all words of a story are asked
    let other = story.tokens.iter().enumerate().filter(|(_, token)| OTHERWISE.have(token.key));
    phrases.extend(other.filter_map(|(at, _)| said_otherwise(story, at)));
    phrases.sort_by_key(|phrase| (phrase.start, phrase.end));
    let mut found: Vec<Range<usize>> = Vec::with_capacity(phrases.len());
    for tokens in phrases {
        match found.last_mut() {
            Some(last) if tokens.start < last.end => {}
            Some(last) if tokens.end - last.start <= LIST && are_joined(story, last.end, tokens.start) => {
                last.end = tokens.end;
            }
            _ => found.push(tokens),
        }
    }
    found
        .into_iter()
        .map(|tokens| {
            let bytes = story.tokens[tokens.start].start..story.tokens[tokens.end - 1].end;
            Goods { tokens, name: in_small_letters(story.words(bytes)) }
        })
        .collect()
}

/// The words that [`said_otherwise`] begins with.
const OTHERWISE: &Keys<64> = &Keys::of(&["services", "invisibles", "energy", "manufactures", "non"]);

/// What crosses borders and is no sector's goods: `services`, `non-oil`.
fn said_otherwise(story: &Story<'_>, at: usize) -> Option<Range<usize>> {
    match word(story, at)? {
        "services" | "invisibles" | "energy" | "manufactures" | "Services" | "Invisibles" | "Energy" => {
            let and = at.checked_sub(1).and_then(|before| word(story, before)) == Some("and");
            (!and).then_some(at..at + 1)
        }
        // `non-EU` are places
        "non" | "Non"
            if sign(story, at + 1) == Some("-")
                && word(story, at + 2).is_some_and(|word| {
                    word.starts_with(char::is_lowercase)
                        || ["Oil", "Food", "Petroleum", "Energy", "Ferrous", "Traditional"].contains(&word)
                }) =>
        {
            Some(at..at + 3)
        }
        _ => None,
    }
}

/// Goods with the words before them, or nothing where the cue is a unit or names only those who make them.
fn phrase(story: &Story<'_>, cue: &Range<usize>) -> Option<Range<usize>> {
    let mut start = story.token_at(cue.start);
    let mut end = story.token_after(start, cue.end);
    while end > start && word(story, end - 1).is_some_and(is_no_goods) {
        end -= 1;
    }
    let head = story.tokens.get(start..end)?;
    // `battery-electric cars`, `oil-rich`: the first half of another word
    if head.is_empty() || head.iter().any(|token| MEASURES.contains(&token.text)) || is_glued(story, end) {
        return None;
    }
    for _ in 0..MODIFIERS {
        let hyphen = start > 0 && sign(story, start - 1) == Some("-");
        let Some(before) = start.checked_sub(if hyphen { 2 } else { 1 }) else { break };
        let Some(token) = story.tokens.get(before) else { break };
        if !modifies(token) || !(hyphen || token.end + 1 == story.tokens[start].start) {
            break;
        }
        start = before;
    }
    // `cross-border e-commerce`, `new-energy vehicles`, and steel where that is `duty-free steel`
    if let Some(first) = start.checked_sub(2).filter(|_| is_glued(story, start - 1)) {
        match word(story, first) {
            Some("duty" | "tax" | "tariff" | "quota") if start + 1 < end => start += 1,
            Some(_) if !story.tokens[first].capital => start = first,
            _ => {}
        }
    }
    // `hot-rolled sheet`
    let rolled = word(story, end - 1).is_some_and(|last| last.ends_with("rolled"));
    if rolled
        && story
            .tokens
            .get(end)
            .is_some_and(|next| next.kind == TokenKind::Word && !next.is_in(Lists::PHRASE))
    {
        end += 1;
    }
    if story.tokens[start..end].iter().all(|token| token.kind == TokenKind::Word && is_none(token.text)) {
        return None;
    }
    let more = ["products", "goods", "items", "parts", "equipment", "components"];
    Some(start..end + usize::from(word(story, end).is_some_and(|word| more.contains(&word))))
}

/// Whether a hyphen stands there that touches the words on both sides.
fn is_glued(story: &Story<'_>, at: usize) -> bool {
    let Some([before, hyphen, behind]) = at.checked_sub(1).and_then(|from| story.tokens.get(from..at + 2))
    else {
        return false;
    };
    hyphen.text == "-"
        && before.end == hyphen.start
        && hyphen.end == behind.start
        && behind.kind == TokenKind::Word
}

/// What stands behind goods in a cue, or is one, and is none: `palm oil stocks`, `machinery makers`, `farmers`.
fn is_no_goods(word: &str) -> bool {
    const MAKERS: [&str; 12] = [
        "maker", "builder", "producer", "grower", "farmer", "refiner", "smelter", "crusher", "spinner",
        "grinder", "roaster", "importer",
    ];
    const ENDS: [&str; 28] = [
        "industry",
        "sector",
        "stocks",
        "output",
        "production",
        "exports",
        "imports",
        "export",
        "import",
        "shipments",
        "orders",
        "sales",
        "tariff",
        "tariffs",
        "duties",
        "prices",
        "plant",
        "plants",
        "factory",
        "factories",
        "mill",
        "mills",
        "refinery",
        "refineries",
        "miners",
        "agriculture",
        "plantation",
        "shipyard",
    ];
    const KEYS: &Keys<64> = &Keys::of(&ENDS);
    let makes = || {
        let one = word.strip_suffix(['s', 'S']).unwrap_or(word).as_bytes();
        one.ends_with(b"r") | one.ends_with(b"R")
            && MAKERS.iter().any(|maker| {
                let end = one.len().checked_sub(maker.len()).and_then(|from| one.get(from..));
                end.is_some_and(|end| end.eq_ignore_ascii_case(maker.as_bytes()))
            })
    };
    KEYS.have(key(word)) || makes()
}

/// Whether a word is part of the goods behind it: `winter jackets`, `refined copper`.
fn modifies(token: &Token<'_>) -> bool {
    const SMALL: [&str; 14] = [
        "them", "him", "who", "what", "than", "then", "our", "your", "her", "his", "was", "were", "not",
        "per",
    ];
    const DONE: [&str; 12] = [
        "finished",
        "processed",
        "refined",
        "dried",
        "used",
        "canned",
        "chilled",
        "salted",
        "smoked",
        "rolled",
        "milled",
        "imported",
    ];
    let known = Lists::PHRASE.or(Lists::TIME).or(Lists::NUMBER).or(Lists::QUANTITY).or(Lists::SAID);
    let known = known.or(Lists::TRADE).or(Lists::TRADES).or(Lists::UNIT).or(Lists::OPEN);
    token.kind == TokenKind::Word
        && !token.capital
        && !token.is_in(known)
        && token.text.len() > 2
        && !SMALL.contains(&token.text)
        && !["ly", "ing", "ed", "s"]
            .iter()
            .any(|end| token.text.ends_with(end) && !DONE.contains(&token.text))
}

/// `leather and footwear`, `gold, gems`
fn are_joined(story: &Story<'_>, from: usize, to: usize) -> bool {
    let between = story.tokens.get(from..to).unwrap_or_default();
    match between {
        [one] => matches!(one.text, "," | "and" | "&"),
        [comma, and] => comma.text == "," && and.text == "and",
        _ => false,
    }
}

/// `1.57 million cars`: what the figure counts.
fn counted(goods: &[Goods], figure: &Range<usize>) -> Option<Name> {
    let from = goods.partition_point(|goods| goods.tokens.end <= figure.start);
    let goods = goods.get(from)?;
    (goods.tokens.start < figure.end).then(|| goods.name.clone())
}

/// `512,000 tonnes of cereals`, `V worth of Chinese steel`, `25 percent on steel`, `a deal worth V for 24 jets`
fn behind(story: &Story<'_>, goods: &[Goods], figure: &Range<usize>, draft: &Draft) -> Option<Name> {
    let next = goods.get(goods.partition_point(|goods| goods.tokens.start < figure.end))?;
    let indicator = draft.topic.indicator;
    let most = if indicator == Indicator::Deals { FOR } else { OF };
    let between = story.tokens.get(figure.end..next.tokens.start).filter(|between| between.len() <= most)?;
    let law = matches!(indicator, Indicator::Tariff | Indicator::Quota);
    let small = |token: &Token<'_>| {
        token.capital
            || matches!(
                token.text,
                "worth" | "of" | "the" | "its" | "their" | "foreign" | "all" | "most" | "'" | "s" | "’"
            )
            || law && matches!(token.text, "on" | "for" | "duty" | "duties" | "tariff" | "tariffs")
    };
    // `shipped 18 percent less cocoa`
    if matches!(between, [one] if matches!(one.text, "less" | "more" | "fewer")) {
        return Some(next.name.clone());
    }
    if indicator == Indicator::Deals {
        let to = between.iter().position(|token| matches!(token.text, "for" | "to" | "of"))?;
        let ends = |token: &Token<'_>| matches!(token.text, "." | ";");
        return (to < 6 && !between.iter().any(ends)).then(|| next.name.clone());
    }
    // `1.50 francs a kilo on butter`
    let per = usize::from(law && matches!(between, [per, ..] if matches!(per.text, "a" | "an" | "per"))) * 2;
    let between = between.get(per..)?;
    let of =
        between.iter().position(|token| token.text == "of" || law && matches!(token.text, "on" | "for"))?;
    (of < 2 && between.iter().all(small)).then(|| next.name.clone())
}

/// Whether the words behind a duty are `on` or `for` and these.
fn is_behind(story: &Story<'_>, figure: &Range<usize>, name: &str) -> bool {
    let on = word(story, figure.end).is_some_and(|on| matches!(on, "on" | "for"));
    let Some(first) = story.tokens.get(figure.end + 1).filter(|_| on) else { return false };
    let words = first.start..(first.start + name.len()).min(story.text.len());
    story.text.as_bytes()[words].eq_ignore_ascii_case(name.as_bytes())
}

/// The goods that are named around a figure: so many that the time stays linear in the text.
fn near<'g>(goods: &'g [Goods], figure: &Range<usize>) -> &'g [Goods] {
    const AROUND: usize = 16;
    let at = goods.partition_point(|goods| goods.tokens.start < figure.start);
    &goods[at.saturating_sub(AROUND)..goods.len().min(at + AROUND)]
}

/// Goods that a clause was read to have, without what is none: `them`, `leading`, `steel and 10% on aluminum`,
/// `ministry puts total softwood`.
fn tidy(name: &str, goods: &[Goods]) -> Option<Name> {
    let digit = name.find(|sign: char| sign.is_ascii_digit());
    let name =
        digit.and_then(|digit| name.get(..digit)).map_or(name, |name| name.trim_end_matches([' ', ',']));
    let name = name.strip_suffix(" and").unwrap_or(name);
    let name = name.split_once("'s ").map_or(name, |(_, name)| name);
    let name = name.strip_prefix("total ").unwrap_or(name);
    let name = bare(name);
    // `The finance ministry put exports at V`: who says it
    let says = name.rsplit(' ').next().is_some_and(|last| matches!(last, "put" | "puts"));
    // `SA trade surplus widens`, `4.1 million bpd`
    let no_word = name.len() < 3 || MEASURES.contains(&name);
    if no_word || says || name.split([' ', '-']).all(is_none) {
        return None;
    }
    // `border e-commerce` of `cross-border e-commerce`, and not oil of `non-oil`
    let part_of = |goods: &&Goods| {
        if goods.name.starts_with("non-") {
            return false;
        }
        goods.name.strip_suffix(name).is_some_and(|rest| rest.ends_with('-'))
            || goods.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))
    };
    if let Some(whole) = goods.iter().find(part_of) {
        return Some(whole.name.clone());
    }
    // the longest that it holds, where much else stands around it
    let held = goods.iter().filter(|goods| holds(name, &goods.name)).max_by_key(|goods| goods.name.len());
    let around = |held: &Goods| name.split(' ').count() > held.name.split(' ').count() + 1;
    let joined = |held: &Goods| name.contains(" and ") || name.starts_with(&*held.name) && name.contains(',');
    match held {
        Some(held) if around(held) && !(joined(held) && name.starts_with(&*held.name)) => {
            Some(held.name.clone())
        }
        _ => Some(name.into()),
    }
}

/// Whether words that no sector's cue is among can be goods: no firm (`Nissan's exports`), no verb (`saying foreign trade`), no
/// adverb, and not half a sentence.
fn may_be_goods(story: &Story<'_>, sentence: usize, name: &str) -> bool {
    /// Words of goods that no cue has.
    const WORDS: usize = 2;
    let Some(sentence) = story.sentences.get(sentence) else { return true };
    if sentence.range.len() > LONG {
        return true;
    }
    let words = name.split([' ', '-', ',']).filter(|word| !word.is_empty());
    let mut tokens = sentence.tokens.clone();
    let (mut count, mut last, mut cue) = (0, None, false);
    for word in words.clone() {
        let same = |at: &usize| {
            story.tokens.get(*at).is_some_and(|token| {
                token.text.eq_ignore_ascii_case(word)
                    || !token.text.is_ascii() && token.text.to_lowercase() == word
            })
        };
        // told in another sentence, or in other words
        let Some(at) = tokens.find(same) else { return true };
        cue |= story.tokens[at].is_in(Lists::CUE);
        (count, last) = (count + 1, Some(at));
    }
    // `Hyundai Motor's exports`, `the chain's imports`: nothing that is sold owns
    let owns = |last: usize| {
        matches!(sign(story, last + 1), Some("'" | "’"))
            && story.tokens[last].end == story.tokens[last + 1].start
    };
    if last.is_some_and(owns) {
        return false;
    }
    let Some(last) = last.filter(|_| !cue) else { return true };
    let listed = name.contains(',') || words.clone().any(|word| word == "and");
    if count > WORDS && !listed {
        return false;
    }
    let token = &story.tokens[last];
    let named = matches!(token.text, "AG" | "Co" | "Corp" | "Inc" | "Ltd" | "SA" | "NV" | "Plc");
    let verb =
        ["ing", "ly", "ed"].iter().any(|end| token.text.ends_with(end)) && !token.text.ends_with("seed");
    !named && !verb
}

/// Whether words are the name of a firm, or end with it: `exports of Kia Motors`, `duties on Nucor's rival POSCO`.
fn is_firm(story: &Story<'_>, firms: &[Firm], sentence: usize, name: &str) -> bool {
    let Some(sentence) = story.sentences.get(sentence) else { return false };
    let from = firms.partition_point(|firm| firm.bytes.start < sentence.range.start);
    let here = firms.get(from..).unwrap_or_default().iter();
    here.take_while(|firm| firm.bytes.start < sentence.range.end).any(|firm| {
        let (name, firm) = (name.as_bytes(), story.words(firm.bytes.clone()).as_bytes());
        let from = name.len().checked_sub(firm.len());
        from.is_some_and(|from| {
            name[from..].eq_ignore_ascii_case(firm) && (from == 0 || name[from - 1] == b' ')
        })
    })
}

/// `cross-border e-commerce`, `dry cargo`, where a clause was read to have `border e-commerce` and `dry`.
fn whole(story: &Story<'_>, sentence: usize, name: &str) -> Option<Name> {
    const NOUNS: [&str; 5] = [" cargo", " bulk", " goods", " products", " equipment"];
    let words = story.words(story.sentences.get(sentence)?.range.clone());
    // a table is one sentence, and has a figure a row
    let words = Some(words).filter(|words| words.len() <= LONG)?;
    let at = find(words, name)?;
    let behind = words.get(at + name.len()..)?;
    let noun = NOUNS.iter().find(|noun| behind.starts_with(**noun)).copied().unwrap_or("");
    let compound = || {
        let before = words.get(..at)?.strip_suffix('-')?;
        let from = before.rfind(|c: char| !c.is_alphanumeric() && c != '-').map_or(0, |at| at + 1);
        let first = before.get(from..).filter(|first| !first.is_empty())?;
        let free =
            ["duty", "tax", "tariff", "quota", "non"].iter().any(|free| first.eq_ignore_ascii_case(free));
        (!free).then(|| format!("{}-", first.to_lowercase()))
    };
    let first = compound().unwrap_or_default();
    (!first.is_empty() || !noun.is_empty()).then(|| format!("{first}{name}{noun}").into())
}

/// Goods without what a sentence has put before them and behind: `boosts agricultural`, `duty-free steel`, `energy bill`, `exports of ships`.
fn bare(name: &str) -> &str {
    const BEFORE: [&str; 16] = [
        "and",
        "including",
        "containing",
        "contain",
        "free",
        "exports",
        "imports",
        "of",
        "boosts",
        "halt",
        "halts",
        "reduces",
        "many",
        "several",
        "three",
        "foreign",
    ];
    const BEHIND: [&str; 15] = [
        "industry",
        "industries",
        "bill",
        "bills",
        "inspections",
        "went",
        "thrice",
        "twice",
        "and",
        // `Basra oil terminal exported V`
        "terminal",
        "terminals",
        "pipeline",
        "pipelines",
        "port",
        "ports",
    ];
    let mut name = name;
    while let Some((_, rest)) = name.split_once(' ').filter(|(first, _)| BEFORE.contains(first)) {
        name = rest;
    }
    while let Some((rest, _)) = name.rsplit_once(' ').filter(|(_, last)| BEHIND.contains(last)) {
        name = rest;
    }
    name
}

/// Whether a word is one of [`NO_GOODS`], which are all small.
fn is_none(word: &str) -> bool {
    const KEYS: &Keys<512> = &Keys::of_joined(NO_GOODS);
    KEYS.have(key(word)) && !word.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Whether whole words of a name are another.
fn holds(name: &str, other: &str) -> bool {
    find(name, other).is_some_and(|at| {
        let ends = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
        let after = name.get(at + other.len()..).and_then(|rest| rest.chars().next());
        ends(name.get(..at).and_then(|before| before.chars().next_back())) && ends(after)
    })
}

/// `str::find` for words that are soon looked through: it makes no table of the other words first.
fn find(name: &str, other: &str) -> Option<usize> {
    let (name, other) = (name.as_bytes(), other.as_bytes());
    let last = name.len().checked_sub(other.len())?;
    (0..=last).find(|at| name.get(*at) == other.first() && name[*at..].starts_with(other))
}

/// The goods before the figure that its sentence speaks of: as its subject, behind `of` or `on`, or at the figure.
fn spoken_of(
    story: &Story<'_>,
    goods: &[Goods],
    sentence: &Sentence,
    figure: &Range<usize>,
    before: Option<Before>,
    draft: &Draft,
) -> Option<(Name, bool)> {
    let last = goods.partition_point(|goods| goods.tokens.end <= figure.start).checked_sub(1)?;
    // `Liquefied natural gas (LNG) fell`
    let named = |found: &Goods, at: usize| {
        at.checked_sub(1).and_then(|before| goods.get(before)).filter(|name| {
            name.tokens.end + 1 == found.tokens.start && sign(story, name.tokens.end) == Some("(")
        })
    };
    let found = &goods[last];
    let found = named(found, last).unwrap_or(found);
    // `Imports excluding energy and gold were V`
    let left_out = found.tokens.start.checked_sub(1).and_then(|at| word(story, at)).is_some_and(|word| {
        matches!(word, "excluding" | "except" | "without" | "excl" | "minus" | "barring" | "besides")
    });
    if found.tokens.start < sentence.tokens.start || left_out {
        return None;
    }
    let between = story.tokens.get(found.tokens.end..figure.start).unwrap_or_default();
    let turns = |token: &Token<'_>| {
        matches!(
            token.text,
            ";" | ":"
                | "while"
                | "as"
                | "because"
                | "after"
                | "when"
                | "but"
                | "although"
                | "whereas"
                | "since"
        )
    };
    let other_clause = between.iter().any(turns) || says_all(between);
    let other_figure = before.is_some_and(|before| before.end > found.tokens.end);
    let other_trade = before.is_some_and(|before| before.indicator != draft.topic.indicator);
    let start = found.tokens.start;
    // … or behind its name in another tongue, a dateline, or whose it is: `Tra fish (pangasius) contributed V`, `Vietnam's shrimp`
    let led = || {
        let before = start.checked_sub(1);
        let mark = before.and_then(|at| sign(story, at)).unwrap_or_default();
        let whose = before.is_some_and(|at| word(story, at) == Some("s"));
        matches!(mark, "-" | "–" | "—") && story.tokens[start].capital
            || start <= sentence.tokens.start + 4 && (mark == "(" || whose)
    };
    let opens = start <= sentence.tokens.start + 2 || led();
    let law = matches!(draft.topic.indicator, Indicator::Tariff | Indicator::Quota | Indicator::Deals);
    let flow = matches!(
        draft.topic.indicator,
        Indicator::Exports | Indicator::Imports | Indicator::ReExports | Indicator::Freight
    );
    let near = match between {
        [] => true,
        [one] => !matches!(one.text, "and" | "or" | "," | "("),
        _ => false,
    };
    let near = near && !other_figure;
    let of = of_it(story, found.tokens.start);
    let said = if law {
        !other_clause || opens || of
    } else if flow {
        (opens || of) && !other_clause && !other_trade || near
    } else {
        // `the surplus on oil trade dropped to V`
        of && !other_clause && !other_figure && draft.topic.indicator == Indicator::Balance
    };
    // `chemicals with V and steel with V`, `the duty on walnuts rises to P, that on lentils to P`
    // … and `those of sports cars rose P`, `Shrimp made up P of seafood exports`
    let those = of && is_of_those(story, found.tokens.start);
    let part = opens && draft.kind == FigureKind::Share && !other_clause;
    let sure = near || ((law && of || those || part) && !other_figure);
    said.then(|| (found.name.clone(), sure))
}

/// `those of sports cars`
fn is_of_those(story: &Story<'_>, start: usize) -> bool {
    start > 1
        && word(story, start - 1) == Some("of")
        && matches!(word(story, start - 2), Some("those" | "that"))
}

/// Whether the sentence has these words, which were in small letters since.
fn says(story: &Story<'_>, sentence: &Sentence, name: &str) -> bool {
    let mut words = name.split([' ', '-']).filter(|word| word.len() > 2);
    let tokens = super::read_of(story, sentence);
    words.any(|word| tokens.iter().any(|token| token.text.eq_ignore_ascii_case(word)))
}

/// Whether goods stand behind `of`, `on`, `for` or `in`, with at most an article or a people between.
fn of_it(story: &Story<'_>, start: usize) -> bool {
    let prep = |at: usize| word(story, at).is_some_and(|word| matches!(word, "of" | "on" | "for" | "in"));
    let small = |at: usize| {
        story
            .tokens
            .get(at)
            .is_some_and(|token| token.capital || matches!(token.text, "the" | "its" | "their" | "other"))
    };
    start > 0 && (prep(start - 1) || start > 1 && small(start - 1) && prep(start - 2))
}

/// Goods of the figure that another belongs to, then those of the story.
fn carry(story: &Story<'_>, goods: &[Goods], order: &[usize], drafts: &mut [Draft]) {
    let of_story = of_story(story, goods, order, drafts);
    let mut mixed = false;
    let mut last: Option<usize> = None;
    let mut of_all = (usize::MAX, false);
    for at in order {
        let draft = &drafts[*at];
        let before =
            last.and_then(|last| drafts.get(last)).filter(|before| before.sentence == draft.sentence);
        last = Some(*at);
        if let Some(goods) = draft.topic.commodity.as_deref() {
            // what is told of oil and of all but oil goes on about neither
            mixed |= goods.starts_with("non-");
            continue;
        }
        if draft.rule == SUM {
            continue;
        }
        let indicator = draft.topic.indicator;
        // figures of one sentence stand together
        if of_all.0 != draft.sentence {
            of_all = (draft.sentence, speaks_of_all(story, draft));
        }
        mixed |= of_all.1
            || matches!(indicator, Indicator::Balance | Indicator::Trade | Indicator::CurrentAccount);
        let kin = draft.twin_of.or(draft.of).and_then(|of| drafts.get(of));
        // `Japan bought 40 percent of the bananas, followed by China with 25 percent`
        let before = before.filter(|before| before.topic.indicator == indicator && !mixed);
        let kin = kin.and_then(|kin| kin.topic.commodity.clone());
        let carried = kin.or_else(|| before.and_then(|before| before.topic.commodity.clone()));
        let carried = carried.or_else(|| item_before(story, goods, draft)).or_else(|| {
            let (name, of) = of_story.as_ref()?;
            let fits = match indicator {
                Indicator::Exports | Indicator::Imports | Indicator::ReExports => {
                    is_amount(draft.unit) || (*of == Some(indicator) && !mixed)
                }
                Indicator::Deals | Indicator::Quota => is_amount(draft.unit),
                Indicator::Tariff => !mixed,
                _ => false,
            };
            fits.then(|| name.clone())
        });
        if carried.is_some() {
            drafts[*at].topic.commodity = carried;
        }
    }
}

/// `Coal remains the main export item. The terminals sent V tonnes abroad`: what the sentence before calls so.
fn item_before(story: &Story<'_>, goods: &[Goods], draft: &Draft) -> Option<Name> {
    /// Tokens from the goods to what they are called: `is still by far the country's main export item`.
    const REACH: usize = 12;
    let flow = matches!(draft.topic.indicator, Indicator::Exports | Indicator::Imports);
    if !flow || draft.kind != FigureKind::Level || !is_amount(draft.unit) {
        return None;
    }
    let before = story.sentences.get(draft.sentence.checked_sub(1)?)?;
    if before.paragraph != story.sentences.get(draft.sentence)?.paragraph {
        return None;
    }
    let found = goods.get(goods.partition_point(|goods| goods.tokens.start < before.tokens.start))?;
    // at its beginning, or behind the dateline
    let opens =
        found.tokens.start.checked_sub(1).is_some_and(|at| matches!(sign(story, at), Some("-" | "–" | "—")));
    if found.tokens.start > before.tokens.start + 1 && !opens {
        return None;
    }
    let called = story.tokens.get(found.tokens.end..before.tokens.end)?;
    let is = called.first().is_some_and(|is| {
        matches!(is.text, "is" | "are" | "was" | "were" | "remains" | "remain" | "remained")
    });
    let called = called.get(..REACH.min(called.len()))?;
    let first = called.iter().position(|token| {
        ["main", "top", "biggest", "leading", "largest", "chief", "key", "principal"].contains(&token.text)
    })?;
    let item =
        |token: &Token<'_>| matches!(token.text, "export" | "exports" | "import" | "imports" | "earner");
    (is && called.get(first + 1..)?.iter().any(item)).then(|| found.name.clone())
}

/// The goods that a story is of: those of its first figure, those whose exports or imports its headline names, or those of
/// most figures that have any.
fn of_story(
    story: &Story<'_>,
    goods: &[Goods],
    order: &[usize],
    drafts: &[Draft],
) -> Option<(Name, Option<Indicator>)> {
    let first = order.iter().map(|at| &drafts[*at]).find(|draft| draft.topic.indicator != Indicator::Tariff);
    let of = first.map(|first| first.topic.indicator);
    // what travellers spend says nothing of the exports after it
    let is_goods = |goods: &Name| !matches!(&**goods, "tourism" | "travel" | "services");
    if let Some(goods) = first.and_then(|first| first.topic.commodity.clone()).filter(is_goods) {
        return Some((goods, of));
    }
    let in_headline = |goods: &&Goods| {
        story.tokens.get(goods.tokens.start).is_some_and(|token| token.start < story.headline.end)
    };
    let trade = |at: usize| story.tokens.get(at).is_some_and(|token| token.is_in(Lists::TRADE));
    let traded =
        |goods: &&Goods| trade(goods.tokens.end) || goods.tokens.start > 1 && trade(goods.tokens.start - 2);
    if let Some(goods) = goods.iter().take_while(in_headline).find(traded) {
        return Some((goods.name.clone(), of));
    }
    if first.is_some_and(|first| matches!(first.topic.indicator, Indicator::Balance | Indicator::Trade)) {
        return None;
    }
    let named: Vec<&Name> =
        drafts.iter().filter_map(|draft| draft.topic.commodity.as_ref()).take(MOST).collect();
    let count = |name: &Name| named.iter().filter(|other| **other == name).count();
    let most = named.iter().max_by_key(|name| count(name))?;
    let often = count(most);
    (often > 2 && often * 2 > named.len()).then(|| ((*most).clone(), None))
}

/// A unit in which goods are weighed or counted.
fn is_amount(unit: &str) -> bool {
    !(is_money(unit) || matches!(unit, "TEU" | "percent" | "percentage_point" | "multiple" | ""))
}

/// Whether the figure's sentence speaks of all goods: `total exports`, `foreign trade`.
fn speaks_of_all(story: &Story<'_>, draft: &Draft) -> bool {
    let Some(sentence) = story.sentences.get(draft.sentence) else { return false };
    says_all(super::read_of(story, sentence))
}

/// `overall exports`, `foreign trade`
fn says_all(tokens: &[Token<'_>]) -> bool {
    let all = |token: &Token<'_>| {
        ["total", "overall", "all", "foreign", "merchandise"]
            .iter()
            .any(|one| token.text.eq_ignore_ascii_case(one))
    };
    tokens.windows(2).any(|pair| (pair[1].is_in(Lists::TRADE) || pair[1].text == "goods") && all(&pair[0]))
}
