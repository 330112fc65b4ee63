//! See `frontwatch_fuzz::parts`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::parts::holds(bytes));
