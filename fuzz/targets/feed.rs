//! See `frontwatch_fuzz::feed`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| frontwatch_fuzz::feed::holds(bytes));
