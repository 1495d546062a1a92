//! A word's key: the hash by which every word list finds it. `build.rs` packs tables by it, so both use this file.

/// The hash of a word with ASCII case folded (eight bytes a step, folded multiplication), never 0. Equal words in any case have
/// equal keys.
pub(crate) fn key(word: &str) -> u64 {
    key_of(word.as_bytes())
}

/// The same of a word's bytes.
pub(crate) fn key_of(bytes: &[u8]) -> u64 {
    let last = bytes.len().saturating_sub(1) / 8 * 8;
    let (before, rest) = bytes.split_at(last);
    let (whole, _) = before.as_chunks::<8>();
    let hash = whole.iter().fold(0, |hash, eight| go_on(hash, small(u64::from_le_bytes(*eight))));
    finish(hash, small(padded(rest)), bytes.len())
}

/// Up to eight bytes as a number: two halves that may overlap.
fn padded(rest: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (rest.len() - 4));
        return u64::from(u32::from_le_bytes(*first)) | last;
    }
    let at = |index: usize| rest.get(index).map_or(0, |byte| u64::from(*byte) << (8 * index));
    at(0) | at(1) | at(2)
}

/// The key's state after eight more bytes, which are not the last, with their capitals made small.
#[inline]
pub(crate) fn go_on(hash: u64, eight: u64) -> u64 {
    mix(hash ^ eight ^ STEP)
}

/// The key of a word whose last one to eight bytes are these, capitals made small and zeros behind them.
#[inline]
pub(crate) fn finish(hash: u64, eight: u64, length: usize) -> u64 {
    // the length goes through all bits, or it would make up for another first letter
    mix(hash ^ eight ^ STEP.wrapping_mul(2 * length as u64 + 1)).max(1)
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight bytes with `A` to `Z` made small, all others as they are.
fn small(eight: u64) -> u64 {
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

fn mix(value: u64) -> u64 {
    let wide = u128::from(value) * 0xa076_1d64_78bd_642f_u128;
    #[expect(clippy::cast_possible_truncation, reason = "the low half is meant")]
    let low = wide as u64;
    low ^ (wide >> 64) as u64
}
