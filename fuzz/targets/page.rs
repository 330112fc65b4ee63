//! See `frontwatch_fuzz::page`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::page::holds(bytes));
