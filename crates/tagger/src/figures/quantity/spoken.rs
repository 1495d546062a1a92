//! Bare numbers, whatever they are of: in words of any length, with fractions, exponents, dozens, and a minus in words.
//!
//! `one hundred and thirty-two fifths`, `2 1/4`, `3 hundred and 21`, `one out of three`, `1.3e6`, `10k`, `three dozen`, `minus one`,
//! `the tenth`. Tags are not made of them: a number of trade has a unit, and is read by the scanner.

use rust_decimal::Decimal;

use super::super::lexicon::{sign, touches_before, word};
use super::{NUMBERS, TENS, number};
use crate::text::{Story, TokenKind};

/// `per cent of twenty-two`: where the number begins.
pub(super) fn percent_of(story: &Story<'_>, at: usize, end: usize) -> Option<usize> {
    let of = match word(story, at)? {
        "percent" | "percents" => at + 1,
        "per" if word(story, at + 1) == Some("cent") => at + 2,
        _ => return None,
    };
    (word(story, of) == Some("of") && of + 1 < end).then_some(of + 1)
}

/// The number at `at`, and the token after it.
pub(super) fn bare(story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let (value, next) = match story.tokens.get(at).filter(|_| at < end)?.kind {
        TokenKind::Digits => in_figures(story, at, end)?,
        _ => in_words(story, at, end)?,
    };
    // `1 over three`, `two out of five hundreds`
    let under = match word(story, next) {
        Some("over") => next + 1,
        Some("out") if word(story, next + 1) == Some("of") => next + 2,
        _ => return Some((value, next)),
    };
    let whole = match story.tokens.get(under).filter(|_| under < end).map(|token| token.kind) {
        Some(TokenKind::Digits) => in_figures(story, under, end),
        Some(_) => in_words(story, under, end),
        None => None,
    };
    match whole {
        Some((whole, after)) if whole >= value => Some((value.checked_div(whole)?, after)),
        // `2000 over 3`
        Some((whole, after)) if word(story, next) == Some("over") => Some((value.checked_div(whole)?, after)),
        _ => Some((value, next)),
    }
}

fn digits<'a>(story: &Story<'a>, at: usize, end: usize) -> Option<&'a str> {
    let token = story.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Digits)?;
    Some(token.text)
}

fn in_figures(story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let glued = |at| touches_before(story, at);
    let alone = || Some((digits(story, at, end)?.parse().ok()?, at + 1));
    // `22,24,26` is a list, `5/17/2018` a day
    let listed = |mark: &str| {
        sign(story, at + 1) == Some(mark)
            && sign(story, at + 3) == Some(mark)
            && digits(story, at + 2, end).is_some()
            && digits(story, at + 4, end).is_some()
    };
    if listed("/") || (listed(",") && digits(story, at + 2, end).is_some_and(|group| group.len() != 3)) {
        return alone();
    }
    let after_mark = at > 0 && matches!(sign(story, at - 1), Some("/" | ",")) && glued(at) && glued(at - 1);
    let over = |at: usize| {
        if sign(story, at + 1) != Some("/") || !glued(at + 1) || !glued(at + 2) {
            return None;
        }
        let over: Decimal = digits(story, at, end)?.parse().ok()?;
        let under: Decimal = digits(story, at + 2, end)?.parse().ok()?;
        (over < under && under <= Decimal::ONE_HUNDRED).then(|| over.checked_div(under)).flatten()
    };
    if !after_mark && let Some(fraction) = over(at) {
        return Some((fraction, at + 3));
    }
    let Some(read) =
        number(story, at, end).filter(|read| read.end <= end && !(after_mark && read.end > at + 1))
    else {
        return alone();
    };
    let (mut value, mut next) = (read.value, read.end);
    // `40 000`, without a unit
    if !read.decimal
        && next == at + 1
        && digits(story, at, end).is_some_and(|first| first.len() <= 3)
        && let Some(group) = digits(story, next, end).filter(|group| group.len() == 3 && !glued(next))
    {
        let thousands: Decimal = group.parse().ok()?;
        return Some((value.checked_mul(Decimal::ONE_THOUSAND)?.checked_add(thousands)?, next + 1));
    }
    // `2 1/4`
    if !glued(next)
        && let Some(fraction) = over(next)
    {
        return Some((value.checked_add(fraction)?, next + 3));
    }
    if let Some((power, after)) = exponent(story, next, end, value) {
        return Some((power, after));
    }
    // `10k`, `1MM`, `1,674.5 G`
    if let Some(letters) = word(story, next).filter(|_| next < end) {
        let factor = match letters {
            "k" | "K" => Some(1_000_u64),
            "M" | "MM" | "m" => Some(1_000_000),
            "G" => Some(1_000_000_000),
            _ => None,
        };
        if let Some(factor) = factor.filter(|_| glued(next) || matches!(letters, "G" | "MM")) {
            return Some((value.checked_mul(factor.into())?, next + 1));
        }
    }
    // `3 hundred and 21`, `three dozen`
    while let Some(scale) = word(story, next).filter(|_| next < end).and_then(scale) {
        value = value.checked_mul(scale)?;
        next += 1;
        let and = usize::from(word(story, next) == Some("and"));
        if let Some((rest, after)) = below(story, next + and, end, scale) {
            value = value.checked_add(rest)?;
            next = after;
        }
    }
    Some((value, next))
}

/// A smaller whole number after a scale: `21`, `twenty-one`, and not `2 hundred`.
fn below(story: &Story<'_>, at: usize, end: usize, scale_before: Decimal) -> Option<(Decimal, usize)> {
    let (value, next) = match digits(story, at, end) {
        Some(digits) => (digits.parse().ok()?, at + 1),
        None => small(story, at, end)?,
    };
    (value < scale_before && word(story, next).and_then(scale).is_none()).then_some((value, next))
}

/// `1.1^+23`, `1.3e6`, `6.23x10^-4`.
fn exponent(story: &Story<'_>, at: usize, end: usize, base: Decimal) -> Option<(Decimal, usize)> {
    let glued = |at| touches_before(story, at);
    if !glued(at) || at >= end {
        return None;
    }
    let signed = |mut at: usize| {
        let mut negative = false;
        while matches!(sign(story, at), Some("+" | "-" | "−")) && glued(at) {
            negative ^= sign(story, at) != Some("+");
            at += 1;
        }
        let power: i32 =
            digits(story, at, end).filter(|_| glued(at))?.parse().ok().filter(|power| *power <= 60)?;
        Some((if negative { -power } else { power }, at + 1))
    };
    let (base, times, (power, after)) = match (sign(story, at), word(story, at)) {
        (Some("^"), _) => (base, Decimal::ONE, signed(at + 1)?),
        (_, Some("e" | "E")) => (Decimal::TEN, base, signed(at + 1)?),
        (mark, letter)
            if (mark == Some("×") || letter == Some("x")) && digits(story, at + 1, end) == Some("10") =>
        {
            (sign(story, at + 2) == Some("^")).then_some(())?;
            (Decimal::TEN, base, signed(at + 3)?)
        }
        _ => return None,
    };
    let mut value = Decimal::ONE;
    for _ in 0..power.unsigned_abs() {
        value = value.checked_mul(base)?;
    }
    if power < 0 {
        value = Decimal::ONE.checked_div(value)?;
    }
    Some((value.checked_mul(times)?, after))
}

fn scale(word: &str) -> Option<Decimal> {
    Some(Decimal::from(match word.to_ascii_lowercase().as_str() {
        "dozen" | "dozens" | "doz" | "dozs" => 12_u64,
        "hundred" | "hundreds" => 100,
        "thousand" | "thousands" => 1_000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    }))
}

/// Below twenty, or the tens.
fn unit(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    if lower == "nought" || lower == "nil" {
        return Some(0);
    }
    let place = |list: &[&str]| {
        list.iter().position(|form| *form == lower).and_then(|place| u32::try_from(place).ok())
    };
    place(&NUMBERS).or_else(|| place(&TENS).map(|place| (place + 2) * 10))
}

/// `twenty-one`, `seven`.
fn small(story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let value = word(story, at).filter(|_| at < end).and_then(unit)?;
    if value >= 20 {
        let next = at + 1 + usize::from(sign(story, at + 1) == Some("-"));
        if let Some(digit) =
            word(story, next).filter(|_| next < end).and_then(unit).filter(|digit| (1..10).contains(digit))
        {
            return Some((Decimal::from(value + digit), next + 1));
        }
    }
    Some((Decimal::from(value), at + 1))
}

/// What a fraction counts in: `fifths` 5, `twenty-firsts` 21, `hundredths` 100.
fn denominator(story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let lower = word(story, at).filter(|_| at < end)?.to_ascii_lowercase();
    let one = lower.strip_suffix('s').unwrap_or(&lower);
    let ordinal = |one: &str| {
        const ORDINALS: [&str; 20] = [
            "",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ];
        let tens = || {
            TENS.iter()
                .position(|form| one.strip_suffix("ieth") == form.strip_suffix('y'))
                .map(|place| (place + 2) * 10)
        };
        ORDINALS.iter().position(|form| !form.is_empty() && *form == one).or_else(tens)
    };
    let value = match one {
        "half" | "halve" => 2_u64,
        "quarter" => 4,
        "hundredth" => 100,
        "thousandth" => 1_000,
        "millionth" => 1_000_000,
        "billionth" => 1_000_000_000,
        "trillionth" => 1_000_000_000_000,
        _ => u64::try_from(ordinal(one)?).ok()?,
    };
    Some((Decimal::from(value), at + 1))
}

/// `fifths`, `thirty-fifths`, and where a number stands before it `twenty firsts`.
fn compound(story: &Story<'_>, at: usize, end: usize, loose: bool) -> Option<(Decimal, usize)> {
    let tens = word(story, at).filter(|_| at < end).and_then(unit).filter(|tens| *tens >= 20);
    if let Some(tens) = tens {
        let hyphen = sign(story, at + 1) == Some("-");
        let (digit, after) = denominator(story, at + 1 + usize::from(hyphen), end)?;
        return ((hyphen || loose) && digit < Decimal::TEN).then_some((Decimal::from(tens) + digit, after));
    }
    denominator(story, at, end)
}

fn in_words(story: &Story<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let is = |at: usize, wanted: &str| {
        at < end && word(story, at).is_some_and(|word| word.eq_ignore_ascii_case(wanted))
    };
    let mut next = at;
    let mut total = Decimal::ZERO;
    let mut current = Decimal::ZERO;
    let mut read = false;
    if is(next, "a") || is(next, "an") {
        // `a hundredth`, `a twenty-first`
        if let Some((under, after)) = compound(story, next + 1, end, false) {
            return Some((Decimal::ONE.checked_div(under)?, after));
        }
        word(story, next + 1).and_then(scale)?;
        current = Decimal::ONE;
        next += 1;
    }
    // `the tenth`
    if current.is_zero()
        && let Some((place, after)) = compound(story, next, end, false)
    {
        return (place > Decimal::from(3)).then_some((place, after));
    }
    let mut before_last = None;
    loop {
        let and = usize::from(read && is(next, "and"));
        let dash = usize::from(read && and == 0 && sign(story, next) == Some("-"));
        if let Some(factor) = word(story, next).filter(|_| next < end).and_then(scale) {
            let times = if current.is_zero() { Decimal::ONE } else { current };
            if factor <= Decimal::ONE_HUNDRED {
                current = times.checked_mul(factor)?;
            } else {
                total = total.checked_add(times.checked_mul(factor)?)?;
                current = Decimal::ZERO;
            }
            (read, before_last) = (true, None);
            next += 1;
            continue;
        }
        // `hundred thirty fifths`: thirty-fifths
        if read && dash == 0 && and == 0 && compound(story, next, end, true).is_some() {
            break;
        }
        let Some((value, after)) = small(story, next + and, end).filter(|_| dash == 0) else { break };
        // `three four` are two numbers; `twenty and three` is one
        let fits = !read
            || (current % Decimal::ONE_HUNDRED).is_zero()
            || (and == 1 && (current % Decimal::TEN).is_zero() && value < Decimal::TEN);
        if !fits {
            break;
        }
        before_last = (and == 1).then_some((total, current, value));
        current = current.checked_add(value)?;
        read = true;
        next = after;
    }
    if !read {
        return None;
    }
    let whole = total.checked_add(current)?;
    // `three fifths`, `five - eighths`, `three twenty-firsts`
    let dash = usize::from(sign(story, next) == Some("-"));
    if let Some((under, after)) = compound(story, next + dash, end, true) {
        // `one hundred and three quarters`: a true fraction goes with the whole
        if let Some((total, current, over)) = before_last
            && over < under
        {
            let rest = over.checked_div(under)?;
            return Some((total.checked_add(current)?.checked_add(rest)?, after));
        }
        return Some((whole.checked_div(under)?, after));
    }
    // `five and a quarter`, `twenty and three fifths`
    if is(next, "and") {
        let part =
            if is(next + 1, "a") { Some((Decimal::ONE, next + 2)) } else { small(story, next + 1, end) };
        if let Some((over, at)) = part
            && let Some((under, after)) = compound(story, at, end, false)
            && over < under
        {
            return Some((whole.checked_add(over.checked_div(under)?)?, after));
        }
    }
    Some((whole, next))
}
