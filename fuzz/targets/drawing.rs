//! See `frontwatch_fuzz::drawing`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::drawing::holds(bytes));
