//! What is normal: How something is closed that should be.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::facts::closed::Way;
use crate::text::{Arg, Message};

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Every way in which it was closed, or that a person approved. Five at most.
    ways: Vec<Way>,
    since: Option<Timestamp>,
}

impl Known {
    /// Whether enough is known to judge against: one look.
    pub fn ready(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it was ever closed in this way.
    pub fn has(&self, way: Way) -> bool {
        self.ways.contains(&way)
    }

    /// Learns from a look that was as it should be; whether that changed anything material.
    pub(super) fn add(&mut self, way: Way, at: Timestamp) -> bool {
        if way == Way::Unseen || self.has(way) {
            return false;
        }
        self.ways.push(way);
        self.since.get_or_insert(at);
        true
    }

    /// What is normal, in words.
    pub(super) fn describe(&self) -> Vec<Message> {
        let Some(since) = self.since else { return Vec::new() };
        let said = self.ways.iter().filter_map(|way| {
            let id = match way {
                Way::Denied => "baseline-closed-denied",
                Way::Gone => "baseline-closed-gone",
                Way::Login => "baseline-closed-login",
                Way::Open => "baseline-closed-open",
                Way::Unseen => return None,
            };
            Some(Message::new(id).with("since", Arg::Time(since)))
        });
        said.collect()
    }
}
