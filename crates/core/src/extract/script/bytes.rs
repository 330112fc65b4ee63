//! What the bytes of a script can be part of.

/// What a byte is, as bits: asked of every byte of every script.
pub(super) const BYTES: [u8; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'=' | b'%' | b'\\') {
            table[at] |= WORD;
        }
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') {
            table[at] |= NAME;
        }
        if byte.is_ascii_digit() {
            table[at] |= DIGIT;
        }
        if byte.is_ascii_whitespace() {
            table[at] |= BLANK;
        }
        at += 1;
    }
    table
};
pub(super) const WORD: u8 = 1;
pub(super) const DIGIT: u8 = 1 << 1;
pub(super) const BLANK: u8 = 1 << 2;
/// Stands in the name of something; it begins with one that is no digit.
pub(super) const NAME: u8 = 1 << 3;
