//! See `frontwatch_fuzz::charset`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::charset::holds(bytes));
