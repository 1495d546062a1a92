//! Layer 6: links. Which figure a change, gap, share or twin refers to, and what follows from both by arithmetic.
//!
//! A number in a story stands for an interval: 3.9 billion is 3.85 to 3.95 billion, half of its last digit to either side. What is
//! derived has the interval that all its sources leave open. **The value is rounded to the nearest; the ends are rounded inward**
//! (the low end up, the high end down), so that no printed value lies outside what the story allows:
//!
//! | derived | from | digits |
//! | --- | --- | --- |
//! | exchange rate of a twin | original / twin | significant digits of the finer of the two, at least four |
//! | base level of a change | level / (1 ± change), level / multiple, level ∓ amount | whole units, where it is below 1000 four significant digits |
//! | benchmark of a gap | change ∓ gap | decimals of the finer of the two |
//!
//! Nothing is derived from a range, or from a number with "more than" or "nearly"; "about" is rounding.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use article::{Bound, Derived, Direction, Estimate, FigureKind, Indicator};
use rust_decimal::{Decimal, RoundingStrategy};

use super::clause::is_money;
use super::draft::Draft;
use super::lexicon::rows;

/// The least and the most that a dollar ever cost, by currency.
static RATES: LazyLock<HashMap<&str, (Decimal, Decimal)>> = LazyLock::new(|| {
    let mut rates = HashMap::new();
    for [code, least, most] in rows::<3>(include_str!("../../data/figures-rates.tsv")) {
        if let (Ok(least), Ok(most)) = (least.parse(), most.parse()) {
            rates.entry(code).or_insert((least, most));
        }
    }
    rates
});

/// Sets `of` of every figure from `first` on, all of one sentence.
pub(crate) fn link(drafts: &mut [Draft], first: usize, paragraph: usize) {
    for at in first..drafts.len() {
        // a rule has known it
        if drafts[at].of.is_some() && drafts[at].kind == FigureKind::Change {
            continue;
        }
        let of = match drafts[at].kind {
            FigureKind::Change if drafts[at].unit == "percentage_point" => {
                near(drafts, at, first, |it| it.kind == FigureKind::Share)
            }
            FigureKind::Change => level_of(drafts, at, first),
            FigureKind::Gap => near(drafts, at, paragraph, |it| it.kind == FigureKind::Change),
            FigureKind::Contribution => near(drafts, at, paragraph, |it| {
                it.kind == FigureKind::Change && it.topic.commodity.is_none()
            }),
            // a share has its total when goods are known
            FigureKind::Share | FigureKind::Level => None,
        };
        drafts[at].of = of;
    }
}

/// Sets `of` of the shares, whose totals may stand in sentences before.
pub(crate) fn link_shares(drafts: &mut [Draft]) {
    for at in (0..drafts.len()).filter(|at| drafts[*at].kind == FigureKind::Share).collect::<Vec<_>>() {
        drafts[at].of = total_of(drafts, at);
    }
}

/// The last figure before `at` of the same indicator that fits.
fn near(drafts: &[Draft], at: usize, from: usize, fits: impl Fn(&Draft) -> bool) -> Option<usize> {
    // a window, so that a long paragraph stays linear
    let from = from.max(at.saturating_sub(24));
    (from..at)
        .rev()
        .find(|other| drafts[*other].topic.indicator == drafts[at].topic.indicator && fits(&drafts[*other]))
}

/// The total that a share is of: the largest level of the same trade in the same time that is of more than the share is, of all goods or
/// with all partners. The part that the share measures is none.
fn total_of(drafts: &[Draft], at: usize) -> Option<usize> {
    /// Figures back, so that a long story stays linear.
    const FAR: usize = 60;
    let share = &drafts[at].topic;
    let whole = |partner: Option<&str>| partner.is_none_or(|partner| partner == "WORLD");
    let by_partner = !whole(share.partner.as_deref());
    let fits = |other: &Draft, same_goods: bool| {
        let topic = &other.topic;
        let goods = match (&topic.commodity, &share.commodity) {
            (None, _) => !same_goods,
            (Some(one), Some(two)) => by_partner && one == two,
            (Some(_), None) => false,
        };
        other.kind == FigureKind::Level
            && other.twin_of.is_none()
            && topic.indicator == share.indicator
            && topic.reporter == share.reporter
            && other.period == drafts[at].period
            && whole(topic.partner.as_deref())
            && goods
    };
    let window = at.saturating_sub(FAR)..at;
    // what the share measures may stand before it, and is less than its total: `X came to V, or P of the total`
    let most = |same_goods: bool| {
        let fitting = || window.clone().rev().filter(|other| fits(&drafts[*other], same_goods));
        let unit = drafts[fitting().next()?].unit;
        fitting().filter(|other| drafts[*other].unit == unit).max_by_key(|other| drafts[*other].value.abs())
    };
    most(true).or_else(|| most(false))
}

/// The level that a change led to: in the same sentence, of the same thing.
fn level_of(drafts: &[Draft], at: usize, first: usize) -> Option<usize> {
    let change = &drafts[at];
    let fits = |other: &Draft| {
        let (one, two) = (&change.topic, &other.topic);
        other.kind == FigureKind::Level
            && other.twin_of.is_none()
            && !other.is_base
            && one.indicator == two.indicator
            && one.partner == two.partner
            && one.reporter == two.reporter
            && one.commodity == two.commodity
            && one.sign == two.sign
            && change.period == other.period
            && change.status == other.status
    };
    let after = (at + 1..drafts.len().min(at + 6)).find(|other| fits(&drafts[*other]));
    let before = || (first.max(at.saturating_sub(8))..at).rev().find(|other| fits(&drafts[*other]));
    // the level that follows a verb belongs to it: "rose 3 percent to V"; else the one before: "reached V, up 3 percent"
    match after {
        Some(other)
            if !(at + 1..other).any(|between| {
                drafts[between].kind == FigureKind::Change
                    && drafts[between].topic.commodity != change.topic.commodity
            }) =>
        {
            Some(other)
        }
        _ => before(),
    }
}

/// What follows from a figure and the one that it refers to.
pub(crate) fn derive(drafts: &[Draft], at: usize) -> Option<Derived> {
    let figure = &drafts[at];
    if let Some(original) = figure.twin_of {
        return exchange_rate(drafts.get(original)?, figure);
    }
    let of = drafts.get(figure.of?)?;
    if loose(figure) || loose(of) {
        return None;
    }
    match figure.kind {
        FigureKind::Change => base_level(of, figure),
        FigureKind::Gap => benchmark(of, figure),
        _ => None,
    }
}

/// Whether a conversion is doubtful: its rate is far from the other twins' of the same two currencies, or from what a dollar ever
/// cost. The figure is kept, with less confidence.
pub(crate) fn doubtful(derived: &[Option<Derived>], at: usize) -> bool {
    let Some(Some(Derived::ExchangeRate(rate))) = derived.get(at) else { return false };
    let off = |one: Decimal, two: Decimal| one > two.checked_mul(Decimal::new(115, 2)).unwrap_or(one);
    let mut same = 0;
    let mut far = 0;
    // a window, so that a long story stays linear
    for other in derived[at.saturating_sub(200)..].iter().take(400) {
        if let Some(Derived::ExchangeRate(other)) = other
            && other.unit == rate.unit
            && other != rate
        {
            same += 1;
            far += usize::from(off(rate.low, other.high) || off(other.low, rate.high));
        }
    }
    if same > 1 && far * 2 > same {
        return true;
    }
    let Some((one, two)) = rate.unit.split_once('/') else { return false };
    let (code, dollars_first) = match (one, two) {
        (code, "USD") => (code, false),
        ("USD", code) => (code, true),
        _ => return false,
    };
    RATES.get(code).is_some_and(|(least, most)| {
        let per_dollar = if dollars_first { Decimal::ONE.checked_div(rate.value) } else { Some(rate.value) };
        per_dollar.is_none_or(|rate| rate < *least || rate > *most)
    })
}

fn loose(draft: &Draft) -> bool {
    draft.high.is_some() || matches!(draft.bound, Some(Bound::Above | Bound::Below))
}

/// The ends of what a number stands for.
fn ends(draft: &Draft) -> Option<(Decimal, Decimal)> {
    let half = draft.grain.checked_div(Decimal::TWO)?;
    let value = draft.value.abs();
    Some((value.checked_sub(half)?, value.checked_add(half)?))
}

fn exchange_rate(original: &Draft, twin: &Draft) -> Option<Derived> {
    if loose(original) || loose(twin) || !is_money(original.unit) || !is_money(twin.unit) {
        return None;
    }
    let ((low, high), (twin_low, twin_high)) = (ends(original)?, ends(twin)?);
    if twin_low <= Decimal::ZERO || low <= Decimal::ZERO {
        return None;
    }
    let value = original.value.abs().checked_div(twin.value.abs())?;
    let digits = significant(original).max(significant(twin)).max(4);
    let scale = decimals_for(value, digits);
    let unit = format!("{}/{}", original.unit, twin.unit);
    estimate(value, low.checked_div(twin_high)?, high.checked_div(twin_low)?, scale, unit.into())
        .map(Derived::ExchangeRate)
}

fn base_level(level: &Draft, change: &Draft) -> Option<Derived> {
    let (low, high) = ends(level)?;
    let (small, large) = ends(change)?;
    let up = match change.direction? {
        Direction::Up => true,
        Direction::Down => false,
        _ => return None,
    };
    let balance = matches!(level.topic.indicator, Indicator::Balance | Indicator::CurrentAccount)
        && level.value.is_sign_negative();
    let (value, bottom, top) = match change.unit {
        "percent" => {
            let factor = |percent: Decimal| {
                let part = percent.checked_mul(Decimal::new(1, 2))?;
                let factor =
                    if up { Decimal::ONE.checked_add(part)? } else { Decimal::ONE.checked_sub(part)? };
                (factor > Decimal::ZERO).then_some(factor)
            };
            let (least, most) =
                if up { (factor(small)?, factor(large)?) } else { (factor(large)?, factor(small)?) };
            (
                level.value.abs().checked_div(factor(change.value)?)?,
                low.checked_div(most)?,
                high.checked_div(least)?,
            )
        }
        // "doubled" is as loose as the word is
        "multiple" => return None,
        unit if unit == level.unit => {
            let value = level.value.abs();
            if up {
                (value.checked_sub(change.value)?, low.checked_sub(large)?, high.checked_sub(small)?)
            } else {
                (value.checked_add(change.value)?, low.checked_add(small)?, high.checked_add(large)?)
            }
        }
        _ => return None,
    };
    if bottom <= Decimal::ZERO {
        return None;
    }
    let scale = if value < Decimal::ONE_THOUSAND { decimals_for(value, 4) } else { 0 };
    let (value, bottom, top) = if balance { (-value, -top, -bottom) } else { (value, bottom, top) };
    estimate(value, bottom, top, scale, level.unit.into()).map(Derived::BaseLevel)
}

fn benchmark(change: &Draft, gap: &Draft) -> Option<Derived> {
    let signed = |value: Decimal| if change.direction == Some(Direction::Down) { -value } else { value };
    let (low, high) = ends(change)?;
    let (low, high) = if change.direction == Some(Direction::Down) { (-high, -low) } else { (low, high) };
    let (small, large) = ends(gap)?;
    let value = signed(change.value);
    let (value, bottom, top) = match gap.direction? {
        Direction::Above => {
            (value.checked_sub(gap.value)?, low.checked_sub(large)?, high.checked_sub(small)?)
        }
        Direction::Below => {
            (value.checked_add(gap.value)?, low.checked_add(small)?, high.checked_add(large)?)
        }
        _ => return None,
    };
    let scale = change.grain.scale().max(gap.grain.scale());
    let mut estimate = estimate(value, bottom, top, scale, "percent".into())?;
    estimate.of.clone_from(&gap.benchmark);
    Some(Derived::Benchmark(estimate))
}

/// Value to the nearest, ends inward.
fn estimate(
    value: Decimal,
    low: Decimal,
    high: Decimal,
    scale: u32,
    unit: Cow<'static, str>,
) -> Option<Estimate> {
    // a rate that needs more decimals, or comes to nothing, says that the amounts are no pair
    if scale > Decimal::MAX_SCALE {
        return None;
    }
    let fixed = |number: Decimal, how| {
        if let Some(number) = rounded(number, scale, how) {
            return Some(number);
        }
        let mut number = number.round_dp_with_strategy(scale, how);
        number.rescale(scale);
        (number.scale() == scale).then_some(number)
    };
    let value = fixed(value, RoundingStrategy::MidpointAwayFromZero)?;
    let low = fixed(low, RoundingStrategy::ToPositiveInfinity)?.min(value);
    let high = fixed(high, RoundingStrategy::ToNegativeInfinity)?.max(value);
    if high.is_zero() && low.is_zero() && unit.contains('/') {
        return None;
    }
    Some(Estimate { value, low, high, unit, of: None })
}

/// A number with fewer decimals, without the general arithmetic of decimals; `None` where that has to be asked.
fn rounded(number: Decimal, scale: u32, how: RoundingStrategy) -> Option<Decimal> {
    let power = 10_i128.checked_pow(number.scale().checked_sub(scale)?)?;
    let (whole, rest) = (number.mantissa() / power, number.mantissa() % power);
    let more = match how {
        RoundingStrategy::MidpointAwayFromZero if rest.abs() >= power - rest.abs() => rest.signum(),
        RoundingStrategy::ToPositiveInfinity if rest > 0 => 1,
        RoundingStrategy::ToNegativeInfinity if rest < 0 => -1,
        RoundingStrategy::MidpointAwayFromZero
        | RoundingStrategy::ToPositiveInfinity
        | RoundingStrategy::ToNegativeInfinity => 0,
        _ => return None,
    };
    // nought may have a sign
    Decimal::try_from_i128_with_scale(whole + more, scale).ok().filter(|number| !number.is_zero())
}

/// The significant digits that a number is written with.
fn significant(draft: &Draft) -> u32 {
    let units = draft.value.abs().checked_div(draft.grain).unwrap_or_default().trunc();
    digits(units)
}

/// The decimals that give a value so many significant digits.
fn decimals_for(value: Decimal, significant: u32) -> u32 {
    let whole = value.abs().trunc();
    if !whole.is_zero() {
        return significant.saturating_sub(digits(whole));
    }
    let mut zeros = 0;
    let mut value = value.abs();
    let tenth = Decimal::new(1, 1);
    while !value.is_zero() && value < tenth && zeros < 10 {
        value = value.checked_mul(Decimal::TEN).unwrap_or_default();
        zeros += 1;
    }
    significant + zeros
}

/// Of a whole number; none of nought.
fn digits(whole: Decimal) -> u32 {
    whole.mantissa().unsigned_abs().checked_ilog10().map_or(0, |log| log + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_rounded_as_decimals_are() {
        use RoundingStrategy::{MidpointAwayFromZero, ToNegativeInfinity, ToPositiveInfinity};
        for text in ["12.345", "-12.345", "12.355", "-0.005", "0.004", "7.5", "-7.5", "99.999", "1E3", "3"] {
            let number = Decimal::from_scientific(text).or_else(|_| text.parse()).expect("a number");
            for how in [MidpointAwayFromZero, ToPositiveInfinity, ToNegativeInfinity] {
                for scale in 0..3 {
                    if let Some(rounded) = rounded(number, scale, how) {
                        assert_eq!(rounded, number.round_dp_with_strategy(scale, how), "{text} {scale}");
                        assert_eq!(rounded.scale(), scale, "{text}");
                    }
                }
            }
        }
    }
}
