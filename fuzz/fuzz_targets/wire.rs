//! Any bytes, as every format and as the one recognised.
#![no_main]

mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for format in wire::Format::ALL.into_iter().map(Some).chain([None]) {
        support::read(bytes, format);
    }
});
