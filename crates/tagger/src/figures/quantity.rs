//! Layer 2: quantities. A hand-made scanner over tokens: number, scale, and what is counted.
//!
//! It reads `28.14 billion yuan`, `US$58.42 billion`, `3.9 and 4.6 per cent` after "between", `43.5-44 billion USD`, `−€7.8 bn`,
//! `31-point-three billion dollars`, `a third`, `more than doubled`, `one and a half times`. A number without unit, scale or
//! currency is no quantity, and a price (`2.21 dollars a kg`) is none either. What a number measures is not its business.
//!
//! A quantity remembers how finely it is written ([`Quantity::grain`]): 3.9 billion is good to ± 50 million.

mod spoken;

use std::collections::HashMap;
use std::ops::Range;

use article::Per;
use rust_decimal::Decimal;

use super::lexicon::{Keyed, Phrases, rows, sign, touches_before, word};
use crate::text::{Story, TokenKind, key};
use crate::vocabulary::{ByKey, Lists, Vocabulary};

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says how the number is written")]
pub(crate) struct Quantity {
    /// In base units, always positive.
    pub(crate) value: Decimal,
    /// The far end of a range.
    pub(crate) high: Option<Decimal>,
    /// The unit of the last digit as written, in base units.
    pub(crate) grain: Decimal,
    pub(crate) measure: Measure,
    pub(crate) per: Option<Per>,
    /// `+` or `-` before the number.
    pub(crate) sign: i8,
    /// `or more`, `-odd` after the number.
    pub(crate) or_more: bool,
    pub(crate) bytes: Range<usize>,
    /// The words themselves say the direction: `doubled`.
    pub(crate) verb: bool,
    pub(crate) fraction: bool,
    /// Written with a scale word.
    pub(crate) scaled: bool,
    /// What one of something costs: no amount.
    pub(crate) price: bool,
}

/// Cents and pence: prices of the exchange or of the shop, never of trade.
const COIN: &str = "other:coin";

impl Quantity {
    /// `28 cents a kilo` as what a duty takes: pence are of a pound, other coins of a dollar.
    pub(crate) fn in_money(mut self, story: &Story<'_>) -> Self {
        if self.measure == Measure::Unit(COIN) {
            let of = |value: Decimal| value.checked_div(Decimal::ONE_HUNDRED).unwrap_or(value);
            (self.value, self.grain) = (of(self.value), of(self.grain));
            self.high = self.high.map(of);
            let pence = ["pence", "penny"].iter().any(|coin| story.words(self.bytes.clone()).ends_with(coin));
            self.measure = if pence {
                Measure::LocalMoney("pounds", "GBP")
            } else {
                Measure::LocalMoney("dollars", "USD")
            };
        }
        self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// A currency by code.
    Money(&'static str),
    /// A currency by a word that needs a country: `shillings`.
    LocalMoney(&'static str, &'static str),
    Percent,
    Points,
    Multiple,
    Unit(&'static str),
    /// A number with a scale and no unit: `to 320.9 billion`. The unit is that of a figure before it.
    Scaled,
    /// A bare number with a thousands separator: `60,000 fewer`.
    Bare,
}

impl Measure {
    pub(crate) fn is_money(self) -> bool {
        matches!(self, Self::Money(_) | Self::LocalMoney(..))
    }

    /// The unit as the record names it, a local currency by its first country.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Money(code) | Self::LocalMoney(_, code) | Self::Unit(code) => code,
            Self::Percent => "percent",
            Self::Points => "percentage_point",
            Self::Multiple => "multiple",
            Self::Scaled | Self::Bare => "",
        }
    }

    pub(crate) fn is_relative(self) -> bool {
        matches!(self, Self::Percent | Self::Points | Self::Multiple)
    }
}

#[derive(Clone, Copy, Debug)]
enum UnitWord {
    Scale(Decimal),
    Percent,
    Points(Decimal),
    Unit(&'static str, Decimal),
    Price,
    Per(Per),
    Multiple(Decimal),
    Money(&'static str),
    LocalMoney(&'static str, &'static str),
    /// `MUSD`: a currency with its scale.
    ScaledMoney(&'static str, Decimal),
}

pub(crate) struct Scanner {
    units: Phrases<UnitWord>,
    /// Currencies that stand before the number, by the key of the form; a key has no case, so the form is kept.
    before: Keyed<Vec<(&'static str, Measure)>>,
    numbers: Phrases<Decimal>,
    fractions: Phrases<Decimal>,
    local: HashMap<&'static str, Vec<(&'static str, &'static str)>, ByKey>,
    /// The first signs of currencies.
    signs: Vec<char>,
}

/// One number with what stands around it.
#[expect(clippy::struct_excessive_bools, reason = "each says how the number is written")]
struct Part {
    value: Decimal,
    grain: Decimal,
    /// What the scale words multiply by.
    scale: Decimal,
    scaled: bool,
    measure: Option<Measure>,
    per: Option<Per>,
    price: bool,
    grouped: bool,
    decimal: bool,
    end: usize,
}

/// What is of so many marks: `a 500 mln mark deficit`.
const OF_MARKS: [&str; 14] = [
    "surplus",
    "deficit",
    "trade",
    "current",
    "gap",
    "shortfall",
    "loan",
    "bond",
    "credit",
    "order",
    "contract",
    "deal",
    "increase",
    "rise",
];

impl Scanner {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut units = Phrases::new();
        let mut multiples: Phrases<()> = Phrases::new();
        for [class, value, factor, forms] in rows::<4>(include_str!("../../data/figures-units.tsv")) {
            let factor: Decimal = factor.parse().unwrap_or(Decimal::ONE);
            let unit = match class {
                "scale" => UnitWord::Scale(factor),
                "percent" => UnitWord::Percent,
                "points" => UnitWord::Points(factor),
                "unit" => UnitWord::Unit(value, factor),
                "money" => UnitWord::ScaledMoney(value, factor),
                "price" => UnitWord::Price,
                "multiple" => UnitWord::Multiple(value.parse().unwrap_or(Decimal::ONE)),
                "per" => UnitWord::Per(match value {
                    "day" => Per::Day,
                    "week" => Per::Week,
                    "month" => Per::Month,
                    "quarter" => Per::Quarter,
                    _ => Per::Year,
                }),
                _ => continue,
            };
            for form in forms.split(',') {
                units.add(form, unit);
                if class == "multiple" {
                    multiples.add(form, ());
                }
            }
        }
        let mut local: HashMap<&str, Vec<(&str, &str)>, ByKey> = HashMap::default();
        for [form, codes] in rows::<2>(include_str!("../../data/figures-currencies-local.tsv")) {
            local.insert(form, codes.split(',').filter_map(|pair| pair.split_once(':')).collect());
        }
        let mut before: Keyed<Vec<(&str, Measure)>> = Keyed::default();
        for [code, signs, words, needs_country] in
            rows::<4>(include_str!("../../data/figures-currencies.tsv"))
        {
            for form in signs.split(',').filter(|form| !form.is_empty()) {
                let measure = if local.contains_key(form) {
                    Measure::LocalMoney(form, code)
                } else {
                    Measure::Money(code)
                };
                before.entry(key(form)).or_default().push((form, measure));
            }
            for form in signs
                .split(',')
                .filter(|form| matches!(*form, "€" | "£" | "₾" | "₽" | "₴" | "₸" | "zł" | "Ft" | "$"))
            {
                let unit = if local.contains_key(form) {
                    UnitWord::LocalMoney(form, code)
                } else {
                    UnitWord::Money(code)
                };
                units.add(form, unit);
            }
            for form in words.split(',').filter(|form| !form.is_empty()) {
                units.add(form, UnitWord::Money(code));
                // `70 mln Zimbabwean dlrs`: as wires of the eighties wrote all of them
                if let Some(whose) = form.strip_suffix(" dollars") {
                    units.add(&format!("{whose} dlrs"), UnitWord::Money(code));
                }
            }
            for form in needs_country.split(',').filter(|form| !form.is_empty()) {
                units.add(form, UnitWord::LocalMoney(form, code));
            }
        }
        let mut numbers = Phrases::new();
        for (at, form) in NUMBERS.iter().enumerate() {
            numbers.add(form, Decimal::from(at));
        }
        for (at, form) in TENS.iter().enumerate() {
            numbers.add(form, Decimal::from((at + 2) * 10));
        }
        let mut fractions = Phrases::new();
        for (form, percent) in FRACTIONS {
            fractions.add(form, percent.parse().unwrap_or_default());
        }
        for first in numbers.firsts().chain(fractions.firsts()).chain(multiples.firsts()).chain([
            key("half"),
            key("twice"),
            key("a"),
            key("point"),
        ]) {
            vocabulary.add(first, Lists::QUANTITY);
            // "a" is in every sentence: what follows it decides, and is a number word itself
            if first != key("a") {
                vocabulary.add(first, Lists::NUMBER);
            }
        }
        for form in ["third", "thirds", "quarter", "fifth", "tenth", "billion", "million", "trillion"] {
            vocabulary.add(key(form), Lists::NUMBER);
        }
        for first in units.firsts() {
            vocabulary.add(first, Lists::UNIT);
        }
        let mut signs = Vec::new();
        for (form, _) in before.values().flatten() {
            let word = form.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
            match form.chars().next() {
                Some(sign) if word.is_empty() => signs.push(sign),
                _ => vocabulary.add(key(word), Lists::QUANTITY),
            }
        }
        signs.sort_unstable();
        signs.dedup();
        Self { units, before, numbers, fractions, local, signs }
    }

    /// The code that a bare currency word has in a country.
    pub(crate) fn money_in(&self, word: &str, country: &str) -> Option<&'static str> {
        self.local.get(word)?.iter().find(|(here, _)| *here == country).map(|(_, code)| *code)
    }

    /// A number without a unit, and the token after it.
    pub(crate) fn bare(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
        // `minus five point five`
        if word(story, at).is_some_and(|word| matches!(word, "minus" | "Minus" | "negative" | "Negative")) {
            return self.bare(story, at + 1, end).map(|(value, next)| (-value, next));
        }
        let spoken = spoken::bare(story, at, end);
        let part = self.part(story, at, end).map(|part| (part.value, part.end));
        // the longer reading says more
        let (value, next) = match (spoken, part) {
            (Some(spoken), Some(part)) if part.1 > spoken.1 => part,
            (spoken, part) => spoken.or(part)?,
        };
        Some((value.normalize(), next))
    }

    /// `per cent of twenty-two`
    pub(crate) fn percent_of(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
        self.bare(story, spoken::percent_of(story, at, end)?, end)
    }

    /// A unit that is named alone: `billions of Canadian dollars`, `mln dlrs`, `tonnes`.
    pub(crate) fn named_unit(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Measure, Decimal)> {
        let plural = match word(story, at) {
            Some("thousands" | "thousand" | "THOUSANDS") => Some(1_000_u64),
            Some("millions" | "MILLIONS" | "Millions") => Some(1_000_000),
            Some("billions" | "BILLIONS" | "Billions") => Some(1_000_000_000),
            _ => None,
        };
        let (scale, next) = match (plural, self.units.longest(story, at, end)) {
            (Some(factor), _) => (Decimal::from(factor), at + 1),
            (None, Some((UnitWord::Scale(factor), next))) => (factor, next),
            _ => (Decimal::ONE, at),
        };
        let next = next + usize::from(word(story, next).is_some_and(|word| word.eq_ignore_ascii_case("of")));
        let next = next + usize::from(word(story, next) == Some("metric"));
        match self.units.longest(story, next, end)?.0 {
            UnitWord::Money(code) => Some((Measure::Money(code), scale)),
            UnitWord::LocalMoney(word, code) => Some((Measure::LocalMoney(word, code), scale)),
            UnitWord::Unit(unit, factor) => Some((Measure::Unit(unit), scale.checked_mul(factor)?)),
            _ => None,
        }
    }

    /// A currency that a sign or letters name before its scale: `$`, `US$`, `€`, and the token after it.
    pub(crate) fn money_sign(&self, story: &Story<'_>, at: usize) -> Option<(Measure, usize)> {
        let first = story.tokens.get(at)?;
        // the longest first: `U.S.$`, `US$`, `$`
        (1..=4_usize).rev().find_map(|length| {
            let last = story.tokens.get(at + length - 1)?;
            let form = story.text.get(first.start..last.end).filter(|form| form.len() <= 8)?;
            // `R`, `K`
            let letter = form.len() == 1 && form.chars().all(char::is_alphabetic);
            let (_, measure) = self.before.get(&key(form))?.iter().find(|(known, _)| *known == form)?;
            (!letter).then_some((*measure, at + length))
        })
    }

    pub(crate) fn is_money_sign(&self, sign: &str) -> bool {
        self.before.get(&key(sign)).is_some_and(|forms| forms.iter().any(|(known, _)| *known == sign))
    }

    /// The factor of a word of scale: `million`, `bn`.
    pub(crate) fn scale(&self, story: &Story<'_>, at: usize) -> Option<Decimal> {
        match self.units.longest(story, at, story.tokens.len())?.0 {
            UnitWord::Scale(factor) => Some(factor),
            _ => None,
        }
    }

    /// The quantity that starts at token `at`, and the token after it. A price is none.
    pub(crate) fn read(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Quantity, usize)> {
        self.read_priced(story, at, end).filter(|(quantity, _)| !quantity.price)
    }

    /// Prices too: `2.21 dollars a kg`, `14 cents`.
    #[inline]
    pub(crate) fn read_priced(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Quantity, usize)> {
        let first = story.tokens.get(at)?;
        // most words begin none
        if first.kind == TokenKind::Word && !first.is_in(Lists::QUANTITY) {
            return None;
        }
        self.read_begun(story, at, end)
    }

    #[inline(never)]
    fn read_begun(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Quantity, usize)> {
        let first = story.tokens.get(at)?;
        let may_begin = match first.kind {
            TokenKind::Digits => true,
            TokenKind::Word => first.is_in(Lists::QUANTITY),
            // most signs are none of these
            TokenKind::Sign if matches!(story.text.as_bytes()[first.start], b'.' | b',' | b'\'' | b'"') => {
                false
            }
            TokenKind::Sign => {
                let sign = first.text.chars().next().unwrap_or(' ');
                matches!(sign, '+' | '-' | '−' | '–') || self.signs.contains(&sign)
            }
        };
        if !may_begin {
            return None;
        }
        let mut from = at;
        let mut signed = 0_i8;
        if first.kind == TokenKind::Sign {
            signed = match first.text {
                "+" => 1,
                "-" | "−" | "–" => -1,
                _ => 0,
            };
            if signed != 0 {
                let glued =
                    touches_before(story, at) && !matches!(sign(story, at - 1), Some("(" | "[" | "\""));
                if glued || !touches_before(story, at + 1) {
                    return None;
                }
                from = at + 1;
            }
        }
        if signed == 0
            && let Some(found) = self.words(story, at, end)
        {
            return Some(found);
        }
        let one = self.part(story, from, end)?;
        let previous = at.checked_sub(1).and_then(|before| word(story, before)).unwrap_or_default();
        let mut value = one.value;
        let mut grain = one.grain;
        let mut measure = one.measure;
        let mut per = one.per;
        let mut high = None;
        let mut stop = one.end;
        let ranged = previous.eq_ignore_ascii_case("from")
            && at.checked_sub(2).and_then(|before| word(story, before)).is_some_and(|word| {
                ["range", "ranged", "ranging", "ranges", "varying", "anywhere"]
                    .iter()
                    .any(|known| word.eq_ignore_ascii_case(known))
            });
        if let Some((two, whole)) = self.far_end(story, &one, previous, ranged, end) {
            if whole {
                let spread = !one.scaled
                    && two.scaled
                    && one.measure.is_none_or(|known| two.measure.is_none_or(|other| other == known));
                if spread {
                    value = value.checked_mul(two.scale)?;
                    grain = grain.checked_mul(two.scale)?;
                }
                measure = two.measure.or(measure);
                per = two.per.or(per);
                high = Some(two.value);
                stop = two.end;
            } else {
                measure = two.measure;
            }
        }
        // `1.4 times`, `3-fold`
        if measure.is_none() && !one.scaled && high.is_none() {
            let fold = stop + usize::from(sign(story, stop) == Some("-"));
            if fold < end && word(story, fold).is_some_and(|word| matches!(word, "times" | "fold")) {
                measure = Some(Measure::Multiple);
                stop = fold + 1;
            }
        }
        let measure = match measure {
            Some(measure) => measure,
            None if one.scaled || high.is_some() => Measure::Scaled,
            None if let Some(scale) = self.elided_scale(story, at, &one, previous, end) => {
                value = value.checked_mul(scale)?;
                grain = grain.checked_mul(scale)?;
                Measure::Scaled
            }
            None if one.grouped => Measure::Bare,
            None if self.is_elided_rate(story, at, stop, previous, end) => Measure::Percent,
            None if is_listed_rate(story, at, stop, one.value) => Measure::Percent,
            None if self.is_elided_part(story, at, stop, previous, end) => Measure::Points,
            None => return None,
        };
        let stop_byte = story.tokens.get(stop.checked_sub(1)?)?.end;
        let mut next = stop;
        let mut or_more = false;
        if word(story, next) == Some("or")
            && word(story, next + 1).is_some_and(|more| matches!(more, "more" | "so"))
        {
            next += 2;
            or_more = true;
        }
        // `$1 = 7.13 yuan` says what a currency costs
        if matches!(sign(story, next), Some("=")) || (at > 0 && matches!(sign(story, at - 1), Some("="))) {
            return None;
        }
        let quantity = Quantity {
            value: plain(value),
            high: high.map(plain),
            grain,
            measure,
            per,
            sign: signed,
            or_more,
            bytes: first.start..stop_byte,
            verb: false,
            fraction: false,
            scaled: one.scaled || high.is_some(),
            price: one.price || measure == Measure::Unit(COIN),
        };
        Some((quantity, next.min(end)))
    }

    /// `to 12.3 billion crowns from 9.2 in May`, `at 3,067 billion against 3,163`: the scale of the number that is compared, where the
    /// two are of one size in print.
    fn elided_scale(
        &self,
        story: &Story<'_>,
        at: usize,
        one: &Part,
        previous: &str,
        end: usize,
    ) -> Option<Decimal> {
        /// Tokens back to the number with the scale.
        const BACK: usize = 14;
        /// … and to what `and` goes on with: `from 889.2 mln (revised from 889.5) in January and 903.2 in February 1986`.
        const FURTHER: usize = 24;
        /// How many times one may be the other.
        const TIMES: Decimal = Decimal::from_parts(6, 0, 0, false, 0);
        let opens = |at: usize| match word(story, at) {
            Some("from" | "From" | "FROM" | "against" | "versus" | "vs") => true,
            Some("with") => word(story, at.wrapping_sub(1)) == Some("compared"),
            _ => false,
        };
        let goes_on = previous == "and"
            && matches!(word(story, one.end), Some("in" | "a"))
            && (at.saturating_sub(FURTHER)..at - 1)
                .rev()
                .take_while(|back| !matches!(sign(story, *back), Some(";")))
                .any(opens);
        let compares = goes_on || at.checked_sub(1).is_some_and(opens);
        let reach = if goes_on { FURTHER } else { BACK };
        let digits = story.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits);
        if !compares || !digits || one.value.is_zero() {
            return None;
        }
        let ends = match story.tokens.get(one.end) {
            None => true,
            Some(next) if next.kind == TokenKind::Word => matches!(
                next.text,
                "in" | "last" | "a" | "the" | "this" | "at" | "and" | "while" | "as" | "previously" | "for"
            ),
            Some(next) if next.text == "(" => word(story, one.end + 1) == Some("revised"),
            Some(next) => matches!(next.text, "." | "," | ";" | ")"),
        };
        if !ends {
            return None;
        }
        let back = (at.saturating_sub(reach)..at).rev();
        let mut numbers = back.filter(|back| {
            story.tokens.get(*back).is_some_and(|token| token.kind == TokenKind::Digits)
                && !matches!(sign(story, back.wrapping_sub(1)), Some("." | ","))
        });
        // `to 316 tonnes from 469`
        let counts = |other: &Part| matches!(other.measure, Some(Measure::Unit(unit)) if unit != COIN);
        let mut weighs = |other: Part| (other.scaled || counts(&other)).then_some(other);
        let other = numbers.find_map(|back| self.part(story, back, end).and_then(&mut weighs))?;
        let printed = other.value.checked_div(other.scale)?;
        let near = printed <= one.value.checked_mul(TIMES)? && one.value <= printed.checked_mul(TIMES)?;
        near.then_some(other.scale)
    }

    /// `Consumption contributed 1.2 points to growth, net exports 0.4`: points, where those before were.
    fn is_elided_part(&self, story: &Story<'_>, at: usize, stop: usize, previous: &str, end: usize) -> bool {
        /// Tokens back to the points.
        const BACK: usize = 24;
        let two_back = at.checked_sub(2).and_then(|at| word(story, at)).unwrap_or_default();
        let net = match previous {
            "exports" | "trade" => {
                two_back.eq_ignore_ascii_case("net") || two_back.eq_ignore_ascii_case("foreign")
            }
            "demand" => {
                ["external", "foreign", "overseas"].iter().any(|word| two_back.eq_ignore_ascii_case(word))
            }
            "subtracted" | "added" | "contributed" | "took" | "shaved" => {
                matches!(two_back, "exports" | "trade" | "demand")
            }
            _ => false,
        };
        let digits = story.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits);
        // it has a point: `0.4`
        if !net || !digits || stop != at + 3 {
            return false;
        }
        let closed = story
            .tokens
            .get(stop)
            .is_none_or(|next| matches!(next.text, "." | "," | ";" | ")" | "and" | "while"));
        closed
            && (at.saturating_sub(BACK)..at).rev().any(|back| {
                story.tokens.get(back).is_some_and(|token| token.kind == TokenKind::Digits)
                    && self.part(story, back, end).is_some_and(|other| other.measure == Some(Measure::Points))
            })
    }

    /// `from 70 to 140 percent`, `from 25 percent to 60`, `to 55 pct from 60`: a rate whose unit stands with the other.
    fn is_elided_rate(&self, story: &Story<'_>, at: usize, stop: usize, previous: &str, end: usize) -> bool {
        /// Tokens from `from` to the number behind `to`, and the other way round: `from 38.5 per cent to`.
        const BACK: usize = 6;
        let from = previous.eq_ignore_ascii_case("from");
        let digits = story.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits);
        if !digits || !from && previous != "to" {
            return false;
        }
        if from
            && word(story, stop) == Some("to")
            && let Some(other) = self.part(story, stop + 1, end)
        {
            return other.measure == Some(Measure::Percent);
        }
        let unit = at.checked_sub(2).and_then(|unit| story.tokens.get(unit)).map_or("", |token| token.text);
        let other = if from { "to" } else { "from" };
        let begins = || (at.saturating_sub(2 + BACK)..at - 2).any(|back| word(story, back) == Some(other));
        let ends = || match story.tokens.get(stop) {
            None => true,
            Some(next) if next.kind == TokenKind::Word => {
                matches!(
                    next.text,
                    "in" | "on" | "last" | "this" | "at" | "from" | "by" | "and" | "while" | "as"
                )
            }
            Some(next) => matches!(next.text, "." | "," | ";" | ")"),
        };
        matches!(unit, "percent" | "cent" | "pct" | "Pct" | "PCT" | "%") && begins() && ends()
    }

    /// Numbers in words that are quantities by themselves: `doubled`, `a third`, `one and a half times`.
    fn words(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Quantity, usize)> {
        let first = story.tokens.get(at)?;
        if first.kind != TokenKind::Word {
            return None;
        }
        let quantity = |value, measure, next: usize, verb| {
            let bytes = first.start..story.tokens.get(next.checked_sub(1)?)?.end;
            let quantity = Quantity {
                value,
                high: None,
                grain: Decimal::ZERO,
                measure,
                per: None,
                sign: 0,
                or_more: false,
                bytes,
                verb,
                fraction: measure == Measure::Percent,
                scaled: true,
                price: false,
            };
            Some((quantity, next))
        };
        if let Some((UnitWord::Multiple(times), next)) = self.units.longest(story, at, end) {
            if matches!(sign(story, next), Some("-")) {
                return None;
            }
            return quantity(times, Measure::Multiple, next, true);
        }
        if let Some((percent, next)) = self.fractions.longest(story, at, end) {
            // `two thirds of a million`, `a quarter of a percent`
            if word(story, next) == Some("of")
                && word(story, next + 1) == Some("a")
                && matches!(
                    self.unit(story, next + 2, end),
                    Some((UnitWord::Scale(_) | UnitWord::Percent | UnitWord::Points(_), _))
                )
            {
                return None;
            }
            let before = at.checked_sub(1).and_then(|before| word(story, before)).unwrap_or_default();
            let after = word(story, next).unwrap_or_default();
            let half = first.text.eq_ignore_ascii_case("half");
            let free = match sign(story, next) {
                Some(sign) => sign != "-",
                None if next >= end => true,
                // `for a third year running` counts years
                None if after == "year" => {
                    matches!(word(story, next + 1), Some("on" | "over" | "earlier" | "ago"))
                        || sign(story, next + 1) == Some("-")
                }
                None => AFTER_A_FRACTION.contains(&after),
            };
            // `half that of May`, `half as much as`, `half the volume of the year before`
            let compared = match after {
                // `at half that pace` says how fast
                "that" => !matches!(
                    word(story, next + 1),
                    Some("pace" | "rate" | "speed" | "time" | "long" | "age")
                ),
                "what" => true,
                "as" => matches!(word(story, next + 1), Some("much" | "many")),
                "the" | "its" | "their" => matches!(
                    word(story, next + 1),
                    Some(
                        "volume"
                            | "volumes"
                            | "amount"
                            | "number"
                            | "value"
                            | "level"
                            | "levels"
                            | "quantity"
                            | "figure"
                    )
                ),
                _ => false,
            };
            // `cut its exports in half`
            let into_halves = before == "in"
                && (sign(story, next).is_some()
                    || next >= end
                    || matches!(after, "by" | "in" | "last" | "this" | "to"));
            if half && (compared || into_halves) {
                return quantity(Decimal::new(5, 1), Measure::Multiple, next, false);
            }
            // "the first half" is a time
            let good = if half && matches!(before, "first" | "second" | "last" | "latter" | "other") {
                false
            } else if half {
                matches!(before, "by" | "than" | "nearly" | "almost" | "about" | "over" | "roughly")
                    || after == "of"
            } else {
                free
            };
            return if good { quantity(percent, Measure::Percent, next, false) } else { None };
        }
        if let Some((percent, next)) = self.out_of(story, at, end) {
            return quantity(percent, Measure::Percent, next, false);
        }
        // `twice as much as`, `twice the V of May`
        if first.text.eq_ignore_ascii_case("twice") {
            let compared = match word(story, at + 1) {
                Some("as") => matches!(word(story, at + 2), Some("much" | "many")),
                after => matches!(after, Some("the" | "that" | "those" | "what")),
            };
            return if compared { quantity(Decimal::TWO, Measure::Multiple, at + 1, false) } else { None };
        }
        // `threefold`, `three-fold`, `three times`, `one and a half times`
        let (number, mut next) = self.numbers.longest(story, at, end)?;
        let mut times = number;
        if ["and", "a", "half"]
            .iter()
            .enumerate()
            .all(|(step, wanted)| word(story, next + step) == Some(wanted))
        {
            times = times.checked_add(Decimal::new(5, 1))?;
            next += 3;
        }
        if matches!(sign(story, next), Some("-")) {
            next += 1;
        }
        match word(story, next)? {
            "fold" | "folds" | "times" if next < end => quantity(times, Measure::Multiple, next + 1, false),
            _ => None,
        }
    }

    /// The second number of `X to Y`, `X-Y`, `between X and Y` (then true), or of a list `X and Y percent` (then false).
    fn far_end(
        &self,
        story: &Story<'_>,
        one: &Part,
        previous: &str,
        ranged: bool,
        end: usize,
    ) -> Option<(Part, bool)> {
        let at = one.end;
        if let Some(dash) = sign(story, at) {
            if matches!(dash, "-" | "–" | "—") && touches_before(story, at) && touches_before(story, at + 1)
            {
                let two = self.part(story, at + 1, end)?;
                let fits = one.measure.is_none() || two.measure.is_none() || one.measure == two.measure;
                let grows = two.value >= one.value;
                // `0.1-0.2 mln by truck`
                let scaled = one.decimal && !one.scaled && two.scaled;
                return (fits && grows && (two.measure.is_some() || one.measure.is_some() || scaled))
                    .then_some((two, true));
            }
            if dash == "," && one.measure.is_none() && one.decimal && !touches_before(story, at + 1) {
                let mut at = at;
                // `24.3, 22.4 and 3.1 percent`
                while matches!(sign(story, at), Some(",")) || word(story, at) == Some("and") {
                    let next = self.part(story, at + 1, end).or_else(|| self.part(story, at + 2, end))?;
                    if next.measure.is_some() {
                        return (next.measure == Some(Measure::Percent)).then_some((next, false));
                    }
                    at = next.end;
                }
            }
            return None;
        }
        match word(story, at)? {
            "and" if previous.eq_ignore_ascii_case("between") => {
                let two = self.part(story, at + 1, end)?;
                two.measure.is_some().then_some((two, true))
            }
            "and" if one.measure.is_none() && one.decimal && !one.scaled => {
                let two = self.part(story, at + 1, end)?;
                (two.measure == Some(Measure::Percent)).then_some((two, false))
            }
            // `estimates ranged from 0.2 to 2.5 percent`
            // … and not `in the period July 1/February 13 to 2.99 mln tonnes`
            "to" | "TO" if (!previous.eq_ignore_ascii_case("from") || ranged) && !is_month(previous) => {
                let two = self.part(story, at + 1, end)?;
                let plain = one.measure.is_none() && !one.scaled && two.measure.is_some();
                // `a surplus of $17 billion to $18 billion`
                let money = matches!(one.measure, Some(Measure::Money(_) | Measure::LocalMoney(..)))
                    && previous == "of";
                let both = (one.measure == Some(Measure::Percent) || money) && two.measure == one.measure;
                let before = matches!(
                    previous,
                    "of" | "by"
                        | "further"
                        | "between"
                        | "about"
                        | "around"
                        | "extra"
                        | "grow"
                        | "rise"
                        | "expand"
                        | "fall"
                        | "shrink"
                );
                // `expects Asia to import 24.0 million to 24.5 million tons`: so near each other they are no change and what it led to
                let near =
                    || one.value.checked_mul(Decimal::new(15, 1)).is_some_and(|most| two.value <= most);
                let scaled = one.scaled
                    && one.measure.is_none()
                    && two.scaled
                    && two.measure.is_some()
                    && NOT_BY.contains(&previous)
                    && near();
                // `88 MT to 90 MT`, `ranging from $7.2 billion to $8.5 billion`
                let alike = one.measure.is_some() && two.measure == one.measure;
                let units =
                    matches!(one.measure, Some(Measure::Unit(_))) && NOT_BY.contains(&previous) && near();
                let spread = ranged && alike;
                ((plain || scaled || alike && units || spread || (both && (before || ranged)))
                    && two.value >= one.value
                    && !two.price)
                    .then_some((two, true))
            }
            _ => None,
        }
    }

    /// One number with currency, scale and unit.
    fn part(&self, story: &Story<'_>, at: usize, end: usize) -> Option<Part> {
        let (currency, from) = self.currency_before(story, at, end);
        let digits = number(story, from, end).or_else(|| self.number_word(story, from, end));
        let digits = digits.filter(|digits| digits.end <= end)?;
        let Digits { mut value, mut grain, grouped, decimal, end: mut next } = digits;
        let mut scaled = false;
        let mut scale = Decimal::ONE;
        let mut measure = currency;
        let mut per = None;
        let mut price = false;
        // where a unit was looked for last, and which stands there: most is asked twice
        let mut behind = (usize::MAX, None);
        for step in 0..2 {
            // `US$ 1MM`
            let millions =
                currency.is_some() && word(story, next) == Some("MM") && touches_before(story, next);
            let unit = if millions && next < end {
                Some((UnitWord::Scale(Decimal::from(1_000_000)), next + 1))
            } else {
                behind = (next, self.unit(story, next, end));
                behind.1
            };
            let Some((UnitWord::Scale(factor), after)) = unit else { break };
            // "5 m" and "40 k" are metres and a race, "13.7m" and "A$5 m" are millions
            let letter = word(story, next).is_some_and(|word| word.len() == 1);
            if letter && !touches_before(story, next) && currency.is_none() {
                break;
            }
            value = value.checked_mul(factor)?;
            grain = grain.checked_mul(factor)?;
            scale = if scaled { scale.checked_mul(factor)? } else { factor };
            scaled = true;
            next = after;
            // `3 million and a half`
            let half = (word(story, next) == Some("and")
                && matches!(word(story, next + 1), Some("a" | "one"))
                && word(story, next + 2) == Some("half")
                && next + 3 <= end)
                .then(|| factor.checked_div(Decimal::TWO))
                .flatten();
            if let Some(half) = half {
                value = value.checked_add(half)?;
                grain = half;
                next += 3;
                break;
            }
            // `10 billion 282 million dollars`, `1 billion and 65 million`
            if step == 0
                && let Some((more, finer, after)) = self.smaller_part(story, next, end, factor)
            {
                value = value.checked_add(more)?;
                grain = finer;
                next = after;
                break;
            }
        }
        // `1.35 mln 60-kilo bags`, `5 million new vehicles`
        if measure.is_none()
            && let Some(after) = self.packed(story, next, end)
        {
            next = after;
        }
        // `a 500 mln mark deficit`: one of marks, and no mark that is passed
        if measure.is_none()
            && scaled
            && next + 1 < end
            && word(story, next).is_some_and(|mark| matches!(mark, "mark" | "Mark" | "MARK"))
            && word(story, next + 1)
                .is_some_and(|noun| OF_MARKS.iter().any(|of| noun.eq_ignore_ascii_case(of)))
        {
            measure = Some(Measure::LocalMoney("marks", "DEM"));
            next += 1;
        }
        let unit_at = |at| if behind.0 == at { behind.1 } else { self.unit(story, at, end) };
        if measure.is_none()
            && let Some((unit, after)) = unit_at(next)
        {
            let apply = |factor: Decimal, value: &mut Decimal, grain: &mut Decimal| -> Option<()> {
                *value = value.checked_mul(factor)?;
                *grain = grain.checked_mul(factor)?;
                Some(())
            };
            measure = match unit {
                UnitWord::Percent => Some(Measure::Percent),
                UnitWord::Points(factor) => {
                    apply(factor, &mut value, &mut grain)?;
                    Some(Measure::Points)
                }
                // `49 cargoes carrying 2 million barrels`, `55,000 tonnes in two cargoes`: who knows how much is in them does not count
                // them; `bought five cargoes`, as wires write small numbers
                UnitWord::Unit("other:cargo", _)
                    if story.tokens.get(from).is_none_or(|first| first.kind != TokenKind::Word)
                        || matches!(
                            at.checked_sub(1).and_then(|before| word(story, before)),
                            Some("in" | "into" | "of" | "as")
                        ) =>
                {
                    None
                }
                UnitWord::Unit(unit, factor) => {
                    let megatons = !scaled
                        && unit == "t"
                        && matches!(word(story, next), Some("MT" | "Mt"))
                        && story.counts_megatons();
                    apply(if megatons { Decimal::from(1_000_000) } else { factor }, &mut value, &mut grain)?;
                    Some(Measure::Unit(unit))
                }
                UnitWord::Money(code) => Some(Measure::Money(code)),
                UnitWord::LocalMoney(word, code) => Some(Measure::LocalMoney(word, code)),
                UnitWord::ScaledMoney(code, factor) => {
                    apply(factor, &mut value, &mut grain)?;
                    scaled = true;
                    Some(Measure::Money(code))
                }
                _ => None,
            };
            // `10 €`, and not `in 12 €5 notes`
            let sign_of_more = sign(story, next).is_some_and(|sign| sign != "%")
                && story.tokens.get(after).is_some_and(|token| token.kind == TokenKind::Digits)
                && touches_before(story, after);
            if sign_of_more {
                measure = None;
            } else if measure.is_some() {
                next = after;
            } else if matches!(unit, UnitWord::Multiple(_)) {
                return None;
            }
        }
        // `3 dollars 50 cents`, `thirteen dollars and forty-five cents`
        if let Some(Measure::Money(_) | Measure::LocalMoney(..)) = measure
            && currency.is_none()
            && !scaled
            && !decimal
            && let Some((cents, after)) = self.cents(story, next, end)
        {
            value = value.checked_add(cents.checked_div(Decimal::ONE_HUNDRED)?)?;
            grain = Decimal::new(1, 2);
            next = after;
        }
        if measure.is_some() {
            match unit_at(next) {
                // `fell 14.4 and 17.9 percent each`
                // … and `88 million dollars each way` is what goes to either side
                Some((UnitWord::Price, _)) => {
                    price = measure != Some(Measure::Percent)
                        && !(word(story, next) == Some("each") && word(story, next + 1) == Some("way"));
                }
                // not of "21 billion yen a year earlier"
                Some((UnitWord::Per(rate), after))
                    if !word(story, after).is_some_and(|word| {
                        matches!(word, "earlier" | "ago" | "before" | "previously" | "later")
                    }) =>
                {
                    per = Some(rate);
                }
                _ => {}
            }
        }
        // `$69.80/bl`
        if matches!(measure, Some(Measure::Money(_) | Measure::LocalMoney(..)))
            && sign(story, next) == Some("/")
            && touches_before(story, next)
            && self.unit(story, next + 1, end).is_some_and(|(unit, _)| matches!(unit, UnitWord::Unit(..)))
        {
            price = true;
        }
        // 13.7m boxes: a letter is no scale for a bare number unless money or a unit follows
        if measure.is_none()
            && scaled
            && story.tokens.get(next - 1).is_some_and(|last| last.end - last.start == 1)
        {
            return None;
        }
        Some(Part { value, grain, scale, scaled, measure, per, price, grouped, decimal, end: next })
    }

    /// `50 cents`, `and forty-five cents`: less than a hundred.
    fn cents(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
        let at = at + usize::from(word(story, at) == Some("and"));
        let digits = number(story, at, end).or_else(|| self.number_word(story, at, end))?;
        let coins = matches!(word(story, digits.end), Some("cents" | "cent" | "pence" | "centimes"));
        (coins && digits.end < end && !digits.decimal && digits.value < Decimal::ONE_HUNDRED)
            .then_some((digits.value, digits.end + 1))
    }

    /// `282 million` after `10 billion`: a whole number with a smaller scale.
    fn smaller_part(
        &self,
        story: &Story<'_>,
        at: usize,
        end: usize,
        scale: Decimal,
    ) -> Option<(Decimal, Decimal, usize)> {
        let at = at + usize::from(word(story, at) == Some("and"));
        let digits = number(story, at, end).filter(|digits| !digits.decimal)?;
        let (UnitWord::Scale(factor), after) = self.unit(story, digits.end, end)? else { return None };
        let value = digits.value.checked_mul(factor)?;
        (factor < scale && value < scale && after <= end).then_some((value, factor, after))
    }

    /// `60-kilo` before `bags`, `46-kilogram (101-pound)` before `sacks`: the size of a piece is no unit.
    fn packed(&self, story: &Story<'_>, at: usize, end: usize) -> Option<usize> {
        let size_at = |at: usize| {
            let size =
                story.tokens.get(at).filter(|token| token.kind == TokenKind::Digits && at + 3 < end)?;
            let glued = sign(story, at + 1) == Some("-") && touches_before(story, at + 1);
            let piece = matches!(
                word(story, at + 2),
                Some("kilo" | "kg" | "kilogram" | "pound" | "lb" | "ton" | "tonne" | "foot")
            );
            (size.end - size.start <= 4 && glued && piece).then_some(at + 3)
        };
        let mut next = size_at(at)?;
        if sign(story, next) == Some("(")
            && let Some(close) = size_at(next + 1)
            && sign(story, close) == Some(")")
        {
            next = close + 1;
        }
        matches!(self.unit(story, next, end), Some((UnitWord::Unit(..), _))).then_some(next)
    }

    /// A unit at `at`, perhaps after a hyphen: `12.4-pct`, `25-per-cent`.
    fn unit(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(UnitWord, usize)> {
        if at >= end {
            return None;
        }
        let glued = matches!(sign(story, at), Some("-"))
            && touches_before(story, at)
            && touches_before(story, at + 1);
        let first = at + usize::from(glued);
        let token = story.tokens.get(first)?;
        if token.kind == TokenKind::Word && !token.is_in(Lists::UNIT) {
            return None;
        }
        self.units.longest(story, first, end)
    }

    /// `US$`, `€`, `RM`, `Rs.` before a number.
    fn currency_before(&self, story: &Story<'_>, at: usize, end: usize) -> (Option<Measure>, usize) {
        let none = (None, at);
        let Some(first) = story.tokens.get(at) else { return none };
        let may_begin = match first.kind {
            TokenKind::Digits => false,
            TokenKind::Word => first.is_in(Lists::QUANTITY),
            TokenKind::Sign => first.text.chars().next().is_some_and(|sign| self.signs.contains(&sign)),
        };
        if !may_begin || at + 1 >= end {
            return none;
        }
        // the longest first: `U.S.$`, `US$`, `$`
        for length in [4, 3, 2, 1] {
            let Some(last) =
                at.checked_add(length).filter(|next| *next < end).and_then(|next| story.tokens.get(next - 1))
            else {
                continue;
            };
            if last.end - first.start > 8 {
                continue;
            }
            let mut next = at + length;
            if sign(story, next) == Some(".") && touches_before(story, next) {
                next += 1;
            }
            if story.tokens.get(next).is_none_or(|token| token.kind != TokenKind::Digits) {
                continue;
            }
            let form = story.words(first.start..last.end);
            let Some(forms) = self.before.get(&key(form)) else { continue };
            let Some((_, measure)) = forms.iter().find(|(known, _)| *known == form) else { continue };
            // `R12.8 billion`, and not `S&P 500`
            let letter = form.len() == 1 && form.chars().all(char::is_alphabetic);
            if !letter || touches_before(story, next) {
                return (Some(*measure), next);
            }
        }
        none
    }

    /// `five`, `twenty-two`, `a` and `half a` before a scale.
    fn number_word(&self, story: &Story<'_>, at: usize, end: usize) -> Option<Digits> {
        let of =
            |value, end| Some(Digits { value, grain: Decimal::ONE, grouped: false, decimal: false, end });
        let scale = |at| matches!(self.unit(story, at, end), Some((UnitWord::Scale(_), _)));
        let first = word(story, at)?;
        if first.eq_ignore_ascii_case("half") && word(story, at + 1) == Some("a") && scale(at + 2) {
            return of(Decimal::new(5, 1), at + 2);
        }
        // `half million`, `a quarter million`, `three quarters of a billion`
        if first.eq_ignore_ascii_case("half") && scale(at + 1) {
            return of(Decimal::new(5, 1), at + 1);
        }
        if let Some((percent, next)) = self.fractions.longest(story, at, end)
            && percent < Decimal::ONE_HUNDRED
        {
            let next =
                next + 2 * usize::from(word(story, next) == Some("of") && word(story, next + 1) == Some("a"));
            if scale(next) {
                return of(percent / Decimal::ONE_HUNDRED, next);
            }
            // `a half pct`, `half a percent`, `a quarter of a percentage point`
            let a = next + usize::from(word(story, next) == Some("a"));
            if matches!(self.unit(story, a, end), Some((UnitWord::Percent | UnitWord::Points(_), _))) {
                return Some(Digits {
                    value: percent / Decimal::ONE_HUNDRED,
                    grain: Decimal::new(1, 1),
                    grouped: false,
                    decimal: true,
                    end: a,
                });
            }
        }
        if first == "a" && scale(at + 1) {
            return of(Decimal::ONE, at + 1);
        }
        // `point-two percent`
        if first == "point" {
            let dash = usize::from(sign(story, at + 1) == Some("-"));
            let (digit, next) = self.numbers.longest(story, at + 1 + dash, end)?;
            return (digit < Decimal::TEN).then(|| Digits {
                value: digit / Decimal::TEN,
                grain: Decimal::new(1, 1),
                grouped: false,
                decimal: true,
                end: next,
            });
        }
        let (value, next) = self.spelled(story, at, end)?;
        // `three-point-four`
        if let Some((tenths, after)) = self.spoken_point(story, next, end) {
            return Some(Digits {
                value: value.checked_add(tenths)?,
                grain: Decimal::new(1, 1),
                grouped: false,
                decimal: true,
                end: after,
            });
        }
        of(value, next)
    }

    /// `nine out of ten`, `two barrels out of every three`: as a percentage.
    fn out_of(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
        let (part, mut next) = self.below_hundred(story, at, end)?;
        if word(story, next) != Some("out") && word(story, next + 1) == Some("out") {
            next += 1;
        }
        if word(story, next) != Some("out") || word(story, next + 1) != Some("of") {
            return None;
        }
        next += 2;
        next += usize::from(word(story, next) == Some("every"));
        let (whole, after) = match story.tokens.get(next)?.kind {
            TokenKind::Digits => self.bare(story, next, end)?,
            _ => self.below_hundred(story, next, end)?,
        };
        if after > end || part >= whole || whole > Decimal::ONE_HUNDRED {
            return None;
        }
        Some(((part * Decimal::ONE_HUNDRED).checked_div(whole)?.round_dp(2).normalize(), after))
    }

    /// `twenty-two`, `three hundred and thirty-one`, `three thousand nine hundred`.
    fn spelled(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
        let (mut total, mut next) = self.below_thousand(story, at, end)?;
        // a thousand with more after it is no scale: "three thousand nine hundred"
        if word(story, next) == Some("thousand") {
            let and = usize::from(word(story, next + 1) == Some("and"));
            if let Some((rest, after)) = self.below_thousand(story, next + 1 + and, end)
                && rest > Decimal::ZERO
            {
                total = total.checked_mul(Decimal::ONE_THOUSAND)?.checked_add(rest)?;
                next = after;
            }
        }
        Some((total, next))
    }

    fn below_thousand(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
        let hundred = |at: usize| word(story, at) == Some("hundred") && at < end;
        let (value, next) = match self.below_hundred(story, at, end) {
            Some(found) => found,
            None if hundred(at + 1) && word(story, at).is_some_and(|word| word.eq_ignore_ascii_case("a")) => {
                (Decimal::ONE, at + 1)
            }
            None => return None,
        };
        // a hundred million is a scale
        if !hundred(next) || matches!(self.units.longest(story, next, end), Some((UnitWord::Scale(_), _))) {
            return Some((value, next));
        }
        let value = value.checked_mul(Decimal::ONE_HUNDRED)?;
        let and = usize::from(word(story, next + 1) == Some("and"));
        match self.below_hundred(story, next + 1 + and, end) {
            Some((rest, after)) => Some((value.checked_add(rest)?, after)),
            None => Some((value, next + 1)),
        }
    }

    fn below_hundred(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
        let (value, next) = self.numbers.longest(story, at, end)?;
        if value < Decimal::from(20) {
            return Some((value, next));
        }
        let dash = usize::from(sign(story, next) == Some("-"));
        match self.numbers.longest(story, next + dash, end) {
            Some((digit, after)) if digit < Decimal::TEN && digit > Decimal::ZERO => {
                Some((value.checked_add(digit)?, after))
            }
            _ => Some((value, next)),
        }
    }

    /// `-point-three` after a number.
    fn spoken_point(&self, story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
        let mut next = at + usize::from(sign(story, at) == Some("-"));
        if word(story, next) != Some("point") {
            return None;
        }
        next += 1;
        next += usize::from(sign(story, next) == Some("-"));
        // `one-point-32`
        if let Some(token) =
            story.tokens.get(next).filter(|token| token.kind == TokenKind::Digits && next < end)
        {
            let places = u32::try_from(token.end - token.start).ok().filter(|places| *places <= 4)?;
            let digits: i64 = token.text.parse().ok()?;
            return Some((Decimal::new(digits, places), next + 1));
        }
        let (digit, after) = self.numbers.longest(story, next, end)?;
        (digit < Decimal::TEN).then(|| (digit / Decimal::TEN, after))
    }
}

/// `China (52 percent), Germany (14) and France (9)`: a number in brackets behind another one, whose unit they share.
fn is_listed_rate(story: &Story<'_>, at: usize, stop: usize, value: Decimal) -> bool {
    /// Tokens from one bracket back to the one before it: `), the United States (`.
    const BACK: usize = 8;
    /// Numbers of such a list.
    const MOST: usize = 12;
    let bracketed = |at: usize| at > 0 && sign(story, at - 1) == Some("(");
    if !bracketed(at) || sign(story, stop) != Some(")") || value > Decimal::ONE_HUNDRED {
        return false;
    }
    let mut open = at - 1;
    for _ in 0..MOST {
        let near = open.saturating_sub(BACK)..open.saturating_sub(1);
        let Some(close) = near.rev().find(|at| sign(story, *at) == Some(")")) else { return false };
        let Some(last) = close.checked_sub(1).and_then(|last| story.tokens.get(last)) else { return false };
        match last.kind {
            TokenKind::Digits => {
                let from = (close.saturating_sub(BACK)..close).rev().find(|at| sign(story, *at) == Some("("));
                let Some(from) = from else { return false };
                open = from;
            }
            _ => return matches!(last.text, "percent" | "cent" | "pct" | "%"),
        }
    }
    false
}

/// A number behind it is a day.
fn is_month(word: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    word.starts_with(char::is_uppercase) && MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month))
}

/// Without zeros at the end of its decimals.
fn plain(value: Decimal) -> Decimal {
    if value.scale() == 0 { value } else { value.normalize() }
}

struct Digits {
    value: Decimal,
    grain: Decimal,
    /// Written with thousands separators.
    grouped: bool,
    decimal: bool,
    end: usize,
}

/// The digits of a number without its separators.
#[derive(Default)]
struct Mantissa {
    value: i128,
    length: usize,
}

impl Mantissa {
    /// `None` where there are more digits than a decimal holds.
    fn push(&mut self, digits: &str) -> Option<()> {
        self.length += digits.len();
        if self.length > 28 {
            return None;
        }
        // nine digits at a time: small numbers are multiplied faster
        for nine in digits.as_bytes().chunks(9) {
            let (mut part, mut power) = (0_u64, 1_u64);
            for digit in nine {
                part = part * 10 + u64::from(digit - b'0');
                power *= 10;
            }
            self.value = self.value * i128::from(power) + i128::from(part);
        }
        Some(())
    }
}

/// A number in figures: `1,741.9`, `1 741.9`, `34,56,789`, `0,8`, `13-1/4`.
fn number(story: &Story<'_>, at: usize, end: usize) -> Option<Digits> {
    let digits = |at: usize| {
        let token = story.tokens.get(at).filter(|token| token.kind == TokenKind::Digits && at < end)?;
        Some(token.text)
    };
    let glued = |at| touches_before(story, at);
    let first = digits(at)?;
    let mut read = Mantissa::default();
    read.push(first)?;
    // `1.741,9`: groups parted by stops, and a comma before the decimals
    if first.len() <= 3
        && sign(story, at + 1) == Some(".")
        && let Some(group) = digits(at + 2).filter(|group| group.len() == 3)
        && sign(story, at + 3) == Some(",")
        && (at + 1..at + 5).all(glued)
        && let Some(fraction) = digits(at + 4).filter(|fraction| fraction.len() < 3)
    {
        read.push(group)?;
        read.push(fraction)?;
        let scale = u32::try_from(fraction.len()).ok()?;
        return Some(Digits {
            value: Decimal::try_from_i128_with_scale(read.value, scale).ok()?,
            grain: Decimal::new(1, scale),
            grouped: true,
            decimal: true,
            end: at + 5,
        });
    }
    let mut next = at + 1;
    let mut grouped = false;
    // `190,000 170-kg bales` are two numbers
    let mut commas = false;
    let mut decimals = None;
    while read.length <= 28 {
        if sign(story, next) == Some(",") && glued(next) && glued(next + 1) {
            let Some(group) = digits(next + 1) else { break };
            if group.len() == 3 || (group.len() == 2 && grouped_indian(story, next + 1)) {
                read.push(group)?;
                (grouped, commas) = (true, true);
                next += 2;
                continue;
            }
            if !grouped && group.len() < 3 {
                read.push(group)?;
                decimals = Some(group.len());
                next += 2;
            }
            break;
        }
        // `1 741.9 bn`: groups of three, and the number goes on with decimals or another group
        if first.len() <= 3
            && !commas
            && let Some(group) = digits(next)
            && group.len() == 3
            && !glued(next)
            && (grouped
                || spaced_group(story, next, end)
                || (sign(story, next + 1) == Some(".")
                    && glued(next + 1)
                    && glued(next + 2)
                    && digits(next + 2).is_some()))
        {
            read.push(group)?;
            grouped = true;
            next += 1;
            continue;
        }
        break;
    }
    if decimals.is_none()
        && sign(story, next) == Some(".")
        && glued(next)
        && glued(next + 1)
        && let Some(fraction) = digits(next + 1)
    {
        // 192.168.1.2 and 1.2.3 are no numbers
        if sign(story, next + 2) == Some(".")
            && glued(next + 2)
            && glued(next + 3)
            && digits(next + 3).is_some()
        {
            return None;
        }
        read.push(fraction)?;
        decimals = Some(fraction.len());
        next += 2;
    }
    let scale = u32::try_from(decimals.unwrap_or(0)).ok().filter(|scale| *scale <= 20)?;
    let mut value = Decimal::try_from_i128_with_scale(read.value, scale).ok()?;
    let mut grain = Decimal::new(1, scale);
    let mut decimal = decimals.is_some();
    // `31-point-three`, `13-1/4`
    let dash = usize::from(sign(story, next) == Some("-") && glued(next));
    if !decimal && word(story, next + dash) == Some("point") {
        let after = next + dash + 1;
        let after = after + usize::from(sign(story, after) == Some("-"));
        if let Some(digit) = word(story, after)
            .and_then(|digit| NUMBERS.iter().position(|form| *form == digit))
            .filter(|digit| *digit < 10)
        {
            value = value.checked_add(Decimal::from(digit) / Decimal::TEN)?;
            grain = Decimal::new(1, 1);
            decimal = true;
            next = after + 1;
        } else if dash == 1
            && let Some(fraction) = digits(after).filter(|fraction| fraction.len() <= 4)
            && let Ok(fraction_value) = fraction.parse::<i64>()
        {
            // `33-point-16 billion`
            let places = u32::try_from(fraction.len()).ok()?;
            value = value.checked_add(Decimal::new(fraction_value, places))?;
            grain = Decimal::new(1, places);
            decimal = true;
            next = after + 1;
        }
    } else if !decimal
        && dash == 1
        && sign(story, next + 2) == Some("/")
        && let (Some(over), Some(under)) = (digits(next + 1), digits(next + 3))
        && let (Ok(over), Ok(under)) = (over.parse::<u32>(), under.parse::<u32>())
        && under > over
        && under <= 100
    {
        value = value.checked_add(Decimal::from(over).checked_div(Decimal::from(under))?)?;
        decimal = true;
        next += 4;
    }
    Some(Digits { value, grain, grouped, decimal, end: next })
}

/// Whether the three digits at `at` end a number like `40 000 tonnes`, or another group follows.
fn spaced_group(story: &Story<'_>, at: usize, end: usize) -> bool {
    let before = story.tokens.get(at - 1).map_or(0, |token| token.end);
    let narrow =
        story.tokens.get(at).is_some_and(|token| !story.words(before..token.start).starts_with([' ', '\n']));
    let unit = at + 1 < end
        && word(story, at + 1).is_some_and(|word| {
            matches!(
                word,
                "tonnes"
                    | "tons"
                    | "t"
                    | "barrels"
                    | "bags"
                    | "vehicles"
                    | "cars"
                    | "units"
                    | "euros"
                    | "dollars"
                    | "bn"
                    | "million"
            )
        });
    let group = story
        .tokens
        .get(at + 1)
        .is_some_and(|token| token.kind == TokenKind::Digits && token.end - token.start == 3)
        && !touches_before(story, at + 1)
        && at + 1 < end;
    narrow || unit || group
}

/// Whether the two digits at `at` are a group of lakhs: groups of two follow, and at last one of three.
fn grouped_indian(story: &Story<'_>, at: usize) -> bool {
    let mut at = at;
    for _ in 0..6 {
        let next = story.tokens.get(at + 2).filter(|token| token.kind == TokenKind::Digits);
        let joined = sign(story, at + 1) == Some(",")
            && touches_before(story, at + 1)
            && touches_before(story, at + 2);
        match next.filter(|_| joined).map(|token| token.end - token.start) {
            Some(3) => return true,
            Some(2) => at += 2,
            _ => return false,
        }
    }
    false
}

const NUMBERS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// As percent.
const FRACTIONS: &[(&str, &str)] = &[
    ("half", "50"),
    ("a half", "50"),
    ("one half", "50"),
    ("a third", "33.33"),
    ("one third", "33.33"),
    ("two thirds", "66.67"),
    ("a quarter", "25"),
    ("one quarter", "25"),
    ("three quarters", "75"),
    ("a fourth", "25"),
    ("one fourth", "25"),
    ("three fourths", "75"),
    ("a fifth", "20"),
    ("one fifth", "20"),
    ("two fifths", "40"),
    ("three fifths", "60"),
    ("four fifths", "80"),
    ("a sixth", "16.67"),
    ("one sixth", "16.67"),
    ("a seventh", "14.29"),
    ("one seventh", "14.29"),
    ("an eighth", "12.5"),
    ("one eighth", "12.5"),
    ("five sixths", "83.33"),
    ("two sevenths", "28.57"),
    ("three sevenths", "42.86"),
    ("three eighths", "37.5"),
    ("five eighths", "62.5"),
    ("seven eighths", "87.5"),
    ("a tenth", "10"),
    ("one tenth", "10"),
    ("two tenths", "20"),
    ("three tenths", "30"),
    ("four tenths", "40"),
    ("six tenths", "60"),
    ("seven tenths", "70"),
    ("eight tenths", "80"),
    ("nine tenths", "90"),
];

/// Before an amount that is no change.
const NOT_BY: &[&str] = &[
    "of",
    "import",
    "imports",
    "export",
    "exports",
    "total",
    "totals",
    "around",
    "about",
    "at",
    "reach",
    "ship",
    "between",
    "handle",
    "buy",
    "some",
    "roughly",
    "approximately",
    "sell",
    "additional",
    "another",
];

/// Words that can follow a fraction that stands alone.
const AFTER_A_FRACTION: &[&str] = &[
    "of", "to", "from", "in", "since", "less", "more", "lower", "higher", "and", "on", "over", "year",
    "compared", "at", "after", "as", "with", "but", "while", "during", "last", "this", "by", "for", "or",
    "fewer", "when", "against", "between", "below", "above", "under", "going",
];
