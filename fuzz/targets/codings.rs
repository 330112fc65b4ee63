//! See `frontwatch_fuzz::codings`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::codings::holds(bytes));
