//! What differs between two versions of what is normal, said for a person.

use super::Baseline;
use crate::text::{Arg, Message};

/// One thing that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What the earlier version said of it; nothing where it is new.
    pub before: Option<Message>,
    /// What the later one says of it; nothing where it is gone.
    pub after: Option<Message>,
}

/// What differs, in the order in which [`Baseline::describe`] says it; then each host that is new or gone, by name.
pub(super) fn compare(before: &Baseline, after: &Baseline) -> Vec<Difference> {
    let (said, says) = (before.describe(), after.describe());
    let mut gone: Vec<&Message> = said.iter().filter(|message| !says.contains(message)).collect();
    let mut differences = Vec::new();
    for message in says.iter().filter(|message| !said.contains(message)) {
        // One of the same kind is what it was before: the sentences differ in their numbers.
        let counterpart = gone.iter().position(|old| old.id == message.id).map(|at| gone.remove(at).clone());
        differences.push(Difference { before: counterpart, after: Some(message.clone()) });
    }
    differences.extend(gone.into_iter().map(|old| Difference { before: Some(old.clone()), after: None }));
    let host = |name: &str| Some(Message::new("baseline-host").with("host", Arg::Foreign(name.to_owned())));
    let missing = |from: &Baseline, name: &str| !from.memory().hosts().any(|other| other == name);
    let lost = before.memory().hosts().filter(|name| missing(after, name));
    differences.extend(lost.map(|name| Difference { before: host(name), after: None }));
    let came = after.memory().hosts().filter(|name| missing(before, name));
    differences.extend(came.map(|name| Difference { before: None, after: host(name) }));
    differences
}
