//! Any bytes, as RSS.
#![no_main]

mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| support::read(bytes, Some(wire::Format::Rss)));
