//! What normal is for a watch: learned, versioned, seen and revocable by a person.
//!
//! **Architecture invariant:** it learns from `normal`; from a `suspect` only when it is soft and the same cause has
//! stood for 30 minutes over at least two judgements; never from `alarm` or `inconclusive`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::detect::Judged;
use crate::text::Message;

/// What is normal for one watch.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    version: u64,
}

/// What learning from a judgement did to the baseline.
#[derive(Debug, Clone, PartialEq)]
pub enum Learned {
    /// Nothing: the verdict forbids it, or the contents are known.
    Nothing,
    /// Counters only: worth keeping in memory, not worth a version in the store.
    Counted,
    /// What is normal changed materially: worth a version in the store, for this reason.
    Material(Message),
}

/// A blob that is no baseline of a format this version reads. Relearn from kept captures.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the stored baseline (format {format}) cannot be read by this version")]
pub struct Unreadable {
    /// The format that the store named.
    pub format: u16,
}

impl Baseline {
    /// The format of [`Baseline::encode`]; raised when the meaning or the layout of the blob changes.
    pub const FORMAT: u16 = 1;

    /// Grows by one with every change that is material.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Learns from a judged look, by the invariant of this module.
    pub fn learn(&mut self, _judged: &Judged, _at: Timestamp) -> Learned {
        Learned::Nothing
    }

    /// A person said that this page is ours: whatever its verdict, it is normal from now on.
    pub fn approve(&mut self, _judged: &Judged, _at: Timestamp) -> Learned {
        Learned::Nothing
    }

    /// Becomes the latest version: a person took back what came after it.
    pub fn restored_as(&mut self, version: u64) {
        self.version = version;
    }

    /// What is normal, in words for a person, most telling first.
    pub fn describe(&self) -> Vec<Message> {
        Vec::new()
    }

    /// The blob for the store.
    pub fn encode(&self) -> Vec<u8> {
        Vec::new()
    }

    /// From a blob of the store.
    pub fn decode(format: u16, _blob: &[u8]) -> Result<Self, Unreadable> {
        Err(Unreadable { format })
    }
}
