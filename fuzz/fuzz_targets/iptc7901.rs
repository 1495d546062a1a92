//! Any bytes, as IPTC 7901.
#![no_main]

mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| support::read(bytes, Some(wire::Format::Iptc7901)));
