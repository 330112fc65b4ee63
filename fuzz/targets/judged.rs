//! See `frontwatch_fuzz::judged`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::judged::holds(bytes));
