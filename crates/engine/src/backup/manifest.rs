//! What a backup says of itself: the first entry of the file, and the only names that may follow.

use frontwatch_core::digest::Digest;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::place::CONFIG_FILE;
use crate::store::DATABASE_FILE;

/// The form of the file. A change that an earlier version cannot read is a new one.
pub(super) const FORMAT: u32 = 1;

/// The list's own name.
pub(super) const NAME: &str = "manifest.json";

/// The longest list, in bytes.
pub(super) const LONGEST: u64 = 64 * 1024;

/// What a backup may hold besides its list, and how many bytes of it at most. Nothing is ever put anywhere by a name that a
/// file says.
pub(super) const HOLDS: [(&str, u64); 2] = [(DATABASE_FILE, 64 << 30), (CONFIG_FILE, 4 << 20)];

/// The list of contents.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// [`FORMAT`].
    pub(super) format: u32,
    /// The version of the program that made it.
    pub(super) program: String,
    /// When, UTC.
    pub(super) made: Timestamp,
    /// What follows.
    pub(super) files: Vec<Entry>,
}

/// One file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// One of the names in [`HOLDS`].
    pub(super) name: String,
    /// Its length.
    pub(super) bytes: u64,
    /// Its digest.
    pub(super) sha256: Digest,
}

/// What is read of a list first: another form may have anything else in it.
#[derive(Debug, Deserialize)]
pub(super) struct Form {
    /// As above.
    pub(super) format: u32,
}
