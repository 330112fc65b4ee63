//! What is normal: What stands at the pointers of a JSON endpoint.
//!
//! The first look that brought values is what is normal. From then on they change by a person's word alone: every change
//! is an alarm, and an alarm is never learned.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::facts::values::Values;
use crate::text::{Arg, Message};

/// How many values are named to a person.
const NAMED: usize = 10;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    values: Values,
    /// Since when these values stand; none before there were any.
    since: Option<Timestamp>,
    /// A person said that it may be so that nothing is compared.
    uncompared: bool,
    /// Pointers that lead nowhere, and a person said that they may.
    nowhere: Vec<String>,
}

impl Known {
    /// Whether enough is known to judge against.
    pub fn ready(&self) -> bool {
        self.since.is_some()
    }

    /// What stood at the pointers when it was last right.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Whether a person said that it may be so that nothing is compared.
    pub fn may_compare_nothing(&self) -> bool {
        self.uncompared
    }

    /// Whether a person said that this pointer may lead nowhere.
    pub fn may_lead_nowhere(&self, pointer: &str) -> bool {
        self.nowhere.iter().any(|known| known == pointer)
    }

    /// Learns from a look that was as it should be; whether that changed anything material.
    pub(super) fn add(&mut self, facts: &Values, at: Timestamp) -> bool {
        if facts.pointers.is_empty() || self.ready() && self.values == *facts {
            return false;
        }
        self.values = facts.clone();
        self.since = Some(at);
        true
    }

    /// A person said that this is theirs.
    pub(super) fn approve(&mut self, facts: &Values, at: Timestamp) {
        self.uncompared = facts.pointers.is_empty();
        let nowhere = facts.pointers.iter().filter(|pointed| pointed.leads_nowhere());
        self.nowhere = nowhere.map(|pointed| pointed.pointer.clone()).collect();
        self.add(facts, at);
    }

    /// What is normal, in words.
    pub(super) fn describe(&self) -> Vec<Message> {
        let Some(since) = self.since else { return Vec::new() };
        let mut said = Vec::new();
        for (index, pointed) in self.values.pointers.iter().enumerate() {
            let fields = self.values.elements.iter().flat_map(|element| &element.fields);
            let mut here = fields.filter(|field| usize::from(field.pointer) == index).map(|field| &field.text);
            let named: Vec<String> = here.by_ref().take(NAMED).cloned().collect();
            let message = Message::new(if here.next().is_some() { "baseline-values-some" } else { "baseline-values" });
            said.push(
                message
                    .with("count", Arg::Number(f64::from(pointed.count)))
                    .with("pointer", Arg::Own(pointed.pointer.clone()))
                    .with("since", Arg::Time(since))
                    .with("values", Arg::Own(crate::text::inert(&named.join(", "), 200))),
            );
        }
        if self.values.more > 0 {
            said.push(Message::new("baseline-values-more").with("count", Arg::Number(f64::from(self.values.more))));
        }
        said
    }
}
