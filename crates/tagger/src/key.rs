//! A word's key: the hash by which every word list finds it. `build.rs` packs tables by it, so both use this file.

/// The hash of a word with ASCII case folded (eight bytes a step, folded multiplication), never 0. Equal words in any case have
/// equal keys.
pub(crate) const fn key(word: &str) -> u64 {
    key_of(word.as_bytes())
}

/// The same of a word's bytes.
pub(crate) const fn key_of(bytes: &[u8]) -> u64 {
    let last = bytes.len().saturating_sub(1) / 8 * 8;
    let (before, rest) = bytes.split_at(last);
    let (whole, _) = before.as_chunks::<8>();
    let mut hash = 0;
    let mut at = 0;
    while at < whole.len() {
        hash = go_on(hash, small(u64::from_le_bytes(whole[at])));
        at += 1;
    }
    finish(hash, small(padded(rest)), bytes.len())
}

/// Up to eight bytes as a number: two halves that may overlap.
const fn padded(rest: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        let last = (u32::from_le_bytes(*last) as u64) << (8 * (rest.len() - 4));
        return u32::from_le_bytes(*first) as u64 | last;
    }
    match *rest {
        [] => 0,
        [one] => one as u64,
        [one, two] => one as u64 | (two as u64) << 8,
        [one, two, three, ..] => one as u64 | (two as u64) << 8 | (three as u64) << 16,
    }
}

/// The key's state after eight more bytes, which are not the last, with their capitals made small.
#[inline]
pub(crate) const fn go_on(hash: u64, eight: u64) -> u64 {
    mix(hash ^ eight ^ STEP)
}

/// The key of a word whose last one to eight bytes are these, capitals made small and zeros behind them.
#[inline]
pub(crate) const fn finish(hash: u64, eight: u64, length: usize) -> u64 {
    // the length goes through all bits, or it would make up for another first letter
    let key = mix(hash ^ eight ^ STEP.wrapping_mul(2 * length as u64 + 1));
    if key == 0 { 1 } else { key }
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight bytes with `A` to `Z` made small, all others as they are.
const fn small(eight: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    const A: u64 = 0x41;
    const Z: u64 = 0x5a;
    let low = eight & !HIGH;
    let from_a = low + (0x80 - A) * ONES;
    let beyond_z = low + (0x7f - Z) * ONES;
    let capitals = (from_a ^ beyond_z) & !eight & HIGH;
    eight | capitals >> 2
}

const fn mix(value: u64) -> u64 {
    let wide = value as u128 * 0xa076_1d64_78bd_642f_u128;
    #[expect(clippy::cast_possible_truncation, reason = "the low half is meant")]
    let low = wide as u64;
    low ^ (wide >> 64) as u64
}
