//! See `frontwatch_fuzz::lists`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::lists::holds(bytes));
