//! See `frontwatch_fuzz::besides`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::besides::holds(bytes));
