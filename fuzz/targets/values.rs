//! See `frontwatch_fuzz::values`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::values::holds(bytes));
