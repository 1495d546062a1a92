//! A word's key: the hash by which every word list finds it. `build.rs` packs tables by it, so both use this file.

/// The hash of a word with ASCII case folded (eight bytes a step, folded multiplication), never 0. Equal words in any case have
/// equal keys.
pub(crate) fn key(word: &str) -> u64 {
    key_of(word.as_bytes())
}

/// The same of a word's bytes.
pub(crate) fn key_of(bytes: &[u8]) -> u64 {
    // the length goes through all bits, or it would make up for another first letter
    let mut hash = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(2 * bytes.len() as u64 + 1);
    let (whole, rest) = bytes.as_chunks::<8>();
    for eight in whole {
        hash = mix(hash ^ small(u64::from_le_bytes(*eight)));
    }
    if !rest.is_empty() {
        hash = mix(hash ^ small(tail(rest)));
    }
    hash.max(1)
}

/// One to seven bytes as a number: two halves that may overlap, since the length is hashed too.
fn tail(rest: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    let at = |index: usize| u64::from(rest[index]);
    at(0) | at(rest.len() / 2) << 8 | at(rest.len() - 1) << 16
}

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
