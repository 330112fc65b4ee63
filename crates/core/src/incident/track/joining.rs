//! What comes to an alarm that somebody has, or has put off: whoever took it took what it showed then. Where the page is covered,
//! renamed or claimed only later, that is told, once for each sort, as nothing else would be until the alarm is over.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Sighting;
use crate::detect::{ALARM, SUSPECT};
use crate::incident::Incident;
use crate::text::Message;
use crate::verdict::Signal;

/// The sorts of deviation that take a page from its readers.
const GRAVE: [&str; 4] = ["cover.", "takeover.", "title.", "wording."];

/// Which of the gravest sorts of deviation an incident showed ever, and what was told of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// Those that two looks in a row showed, as their kinds begin.
    shown: BTreeSet<String>,
    /// How often one that was new was told while somebody had the incident, or had put it off.
    pub told: u32,
}

impl Joined {
    /// Of an incident that begins with these reasons.
    pub(super) fn at_first(signals: &[Signal]) -> Self {
        Self { shown: sorts(signals).map(str::to_owned).collect(), told: 0 }
    }
}

/// What a look adds to a confirmed incident.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Adds {
    /// Nothing that is to be told by itself.
    Nothing,
    /// Something grave, which the next look has to confirm.
    Unconfirmed,
    /// Something grave: the sentence that says it.
    Grave(Message),
}

/// What another look at an incident adds to it. `in_a_row`: whether the look before alarmed as well, by the reasons that the
/// incident has.
pub(super) fn adds(incident: &mut Incident, sighting: &Sighting, in_a_row: bool) -> Adds {
    let decided = !incident.is_open() || incident.snoozed.is_some();
    let joined = incident.joined.get_or_insert_with(|| Joined::at_first(&incident.signals));
    let before: BTreeSet<&str> = if in_a_row { sorts(&incident.signals).collect() } else { BTreeSet::new() };
    let new =
        |signal: &&Signal| signal.weight >= ALARM && sort(signal).is_some_and(|sort| !joined.shown.contains(sort));
    let grave = sighting.signals.iter().find(new);
    let adds = match grave {
        Some(signal) if decided && sort(signal).is_some_and(|sort| before.contains(sort)) => {
            Adds::Grave(signal.message.clone())
        }
        Some(_) if decided => Adds::Unconfirmed,
        _ => Adds::Nothing,
    };
    let stands = sorts(&sighting.signals).filter(|sort| before.contains(sort));
    joined.shown.extend(stands.map(str::to_owned));
    joined.told = joined.told.saturating_add(u32::from(matches!(adds, Adds::Grave(_))));
    adds
}

fn sort(signal: &Signal) -> Option<&'static str> {
    GRAVE.into_iter().find(|sort| signal.kind.starts_with(sort))
}

/// The grave sorts among reasons of which each is a suspicion by itself.
fn sorts(signals: &[Signal]) -> impl Iterator<Item = &'static str> {
    signals.iter().filter(|signal| signal.weight >= SUSPECT).filter_map(sort)
}
