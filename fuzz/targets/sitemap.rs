//! See `frontwatch_fuzz::sitemap`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::sitemap::holds(bytes));
