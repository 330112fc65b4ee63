//! What is normal: What stands at the pointers of a JSON endpoint.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::facts::values::Values;
use crate::text::Message;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {}

impl Known {
    /// Whether enough is known to judge against.
    pub fn ready(&self) -> bool {
        false
    }

    /// Learns from a look that was as it should be; whether that changed anything material.
    pub(super) fn add(&mut self, _facts: &Values, _at: Timestamp) -> bool {
        false
    }

    /// A person said that this is theirs.
    pub(super) fn approve(&mut self, _facts: &Values, _at: Timestamp) {}

    /// What is normal, in words.
    pub(super) fn describe(&self) -> Vec<Message> {
        Vec::new()
    }
}
