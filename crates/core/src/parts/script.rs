//! A script file: its pieces, cut where its own bytes say so, so that what was added to a large file is seen by itself; and
//! the hosts that it names.

use crate::digest::Digest;
use crate::extract::script::{Traits, shape};

/// Bytes of a piece, at least and at most; about 2 KiB on average.
const LEAST: usize = 512;
const MOST: usize = 8 * 1024;
const CUT_WHERE: u64 = (1 << 11) - 1;
/// What stands around a piece is read with it: a word may stand across a cut.
const AROUND: usize = 64;
/// The most hosts that are kept.
const HOSTS: usize = 40;

/// What is known of a script file.
#[derive(Debug, Clone, PartialEq)]
pub struct ScriptFile {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Bytes.
    pub len: u32,
    /// Its pieces in order: at most one for each 512 bytes.
    pub pieces: Vec<Piece>,
    /// Hosts that it loads from, sends to or leads to, lower case.
    pub aims: Vec<String>,
    /// All hosts that it names.
    pub hosts: Vec<String>,
}

/// A piece of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Of its bytes.
    pub hash: u32,
    /// What it does.
    pub traits: Traits,
}

impl ScriptFile {
    /// Reads a script; linear in its size.
    pub fn read(code: &str, digest: Digest) -> Self {
        let mut file = Self { digest, len: code.len() as u32, pieces: Vec::new(), aims: Vec::new(), hosts: Vec::new() };
        let mut start = 0;
        while start < code.len() {
            let end = floor(code, start + cut(&code.as_bytes()[start..])).max(start + 1);
            let end = (end..=code.len()).find(|at| code.is_char_boundary(*at)).unwrap_or(code.len());
            let piece = &code[start..end];
            let around = &code[floor(code, start.saturating_sub(AROUND))..floor(code, end + AROUND)];
            let shape = shape(around);
            let hash = xxhash_rust::xxh3::xxh3_64(piece.as_bytes()) as u32;
            file.pieces.push(Piece { hash, traits: shape.traits });
            keep(shape.aims, &mut file.aims);
            keep(shape.hosts, &mut file.hosts);
            start = end;
        }
        file
    }
}

fn keep(found: Vec<String>, all: &mut Vec<String>) {
    for host in found {
        if all.len() < HOSTS && !all.contains(&host) {
            all.push(host);
        }
    }
}

/// The last place at or before `at` where a character begins.
fn floor(code: &str, at: usize) -> usize {
    let at = at.min(code.len());
    (0..=at).rev().find(|at| code.is_char_boundary(*at)).unwrap_or(0)
}

/// How long the piece is that `code` begins with: what is put in between moves no other cut.
fn cut(code: &[u8]) -> usize {
    let mut rolling = 0_u64;
    for (at, byte) in code.iter().take(MOST).enumerate() {
        rolling = (rolling << 1).wrapping_add(GEAR[usize::from(*byte)]);
        // The upper bits know of the last 64 bytes.
        if at >= LEAST && (rolling >> 40) & CUT_WHERE == 0 {
            return at + 1;
        }
    }
    code.len().min(MOST)
}

/// A number without a pattern for each byte.
const GEAR: [u64; 256] = {
    let mut gear = [0; 256];
    let mut at = 0;
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    while at < 256 {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        gear[at] = mixed ^ (mixed >> 31);
        at += 1;
    }
    gear
};

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle() -> String {
        let line = |n: u64| format!("function f{n}(a){{return a.map(x=>x*{}).join('{}')}}\n", n * 7 % 13, n * n % 997);
        (0..3000).map(line).collect()
    }

    #[test]
    fn what_is_put_into_a_large_file_is_a_piece_or_two() {
        let before = bundle();
        let pieces = |code: &str| ScriptFile::read(code, Digest::of(b"")).pieces;
        let known = pieces(&before);
        assert!(known.len() > 30, "{}", known.len());
        for at in [0, before.len() / 2, before.len()] {
            let at = floor(&before, at);
            let after = format!("{}eval(atob('YWxlcnQoMSk='));{}", &before[..at], &before[at..]);
            let new: Vec<_> =
                pieces(&after).into_iter().filter(|piece| !known.iter().any(|old| old.hash == piece.hash)).collect();
            assert!((1..=3).contains(&new.len()), "{}", new.len());
            assert!(new.iter().any(|piece| piece.traits.has(Traits::RUNS.and(Traits::DECODES))));
        }
    }
}
