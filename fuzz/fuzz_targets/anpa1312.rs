//! Any bytes, as ANPA 1312.
#![no_main]

mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| support::read(bytes, Some(wire::Format::Anpa1312)));
