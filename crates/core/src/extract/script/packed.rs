//! Whether code was made unreadable: escaped, packed into one long word or into numbers, written with signs alone.

use super::bytes::{BLANK, BYTES, DIGIT, WORD};
use crate::extract::text::runs;

/// Whether code was made unreadable; of it, `letters` bytes are names outside of strings.
pub(super) fn packed(code: &[u8], letters: usize) -> bool {
    let is = |byte: u8, classes: u8| BYTES[usize::from(byte)] & classes != 0;
    let mut escapes = 0;
    for at in memchr::memchr3_iter(b'\\', b'&', b'%', code) {
        let (next, after) = (code.get(at + 1), code.get(at + 2));
        match code[at] {
            b'\\' if matches!(next, Some(b'x' | b'u')) => escapes += 4,
            b'&' if next == Some(&b'#') => escapes += 6,
            b'%' if next.is_some_and(u8::is_ascii_hexdigit) && after.is_some_and(u8::is_ascii_hexdigit) => escapes += 3,
            _ => {}
        }
    }
    // Names that a packer makes.
    let hexed = memchr::memmem::find_iter(code, b"_0x").count();
    // One long word of the alphabets that binary data is written in; addresses have dots and slashes in short order.
    let longest = runs(code, WORD_LENGTH, |byte| is(byte, WORD) || byte == b'/')
        .map(|run| code[run].iter().filter(|byte| **byte != b'/').count())
        .max()
        .unwrap_or(0);
    // Each of them is a digit and a comma at the least.
    let most_numbers = runs(code, 2 * NUMBERS, |byte| is(byte, DIGIT | BLANK) || byte == b',')
        .map(|run| numbers(&code[run]))
        .max()
        .unwrap_or(0);
    let packer = memchr::memmem::find(code, b"function(p,a,c,k,e,").is_some();
    let much = code.len().max(1);
    // Written with brackets and signs alone.
    let signs = code.len() >= 200
        && letters * 10 <= much
        && code.iter().filter(|byte| matches!(byte, b'[' | b']' | b'(' | b')' | b'!' | b'+' | b'{' | b'}')).count()
            * 10
            >= much * 9;
    packer
        || signs
        || escapes * 4 > much
        || hexed >= 12
        || longest >= WORD_LENGTH && longest * 3 > much
        || most_numbers >= NUMBERS && letters * 2 < much
}

/// A word of as many bytes is none that a person wrote.
const WORD_LENGTH: usize = 300;
/// As many numbers in a row are code or pictures, not data of a page.
const NUMBERS: usize = 60;

/// The most numbers in a row, each followed by a comma, in what is digits, commas and blanks alone.
fn numbers(run: &[u8]) -> usize {
    let (mut most, mut row, mut number) = (0, 0, false);
    for &byte in run {
        match byte {
            b',' if number => {
                row += 1;
                most = most.max(row);
                number = false;
            }
            b',' => row = 0,
            _ => number |= byte.is_ascii_digit(),
        }
    }
    most
}
