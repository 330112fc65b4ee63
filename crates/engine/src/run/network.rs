//! This computer's own network, as far as the looks themselves tell: while no host of several answers, it is the laptop
//! that is offline, and no outlet is blamed. Watches on loopback need no network and say nothing of it.

use std::collections::BTreeSet;

use frontwatch_core::incident::track::Others;
use frontwatch_core::text::cli::Network;
use frontwatch_core::verdict::Availability;
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::{SignedDuration, Timestamp};

use super::Loop;
use super::slot::Slot;
use crate::api::happening::{Happening, NetworkState};

impl Loop {
    /// Whether other hosts answer: a laptop without a network must not blame an outlet.
    pub(super) fn others(&self, id: &WatchId, at: Timestamp) -> Others {
        let Some(slot) = self.slots.get(id) else { return Others::Unknown };
        if slot.is_on_loopback() {
            return Others::Unknown;
        }
        let timeout = self.config.watching.timeout;
        let silent_since = slot.silent_since;
        // A host that answered before this one fell silent says nothing of the network since then.
        let lately = |other: &Slot| {
            let window = SignedDuration::try_from(other.interval * 2 + timeout).unwrap_or(SignedDuration::MAX);
            other.answered.is_some_and(|answered| match silent_since {
                Some(since) => since <= answered && answered <= at,
                None => at.duration_since(answered) <= window,
            })
        };
        let host = slot.watch.url.host_str();
        let mut others =
            self.slots.values().filter(|o| o.watch.url.host_str() != host && tells_of_network(o)).peekable();
        if others.peek().is_none() {
            Others::Unknown
        } else if others.any(lately) {
            Others::Answer
        } else {
            Others::Fail
        }
    }

    /// Whether the front page of the same outlet can't be reached or seen either, for a watch that is no front page itself.
    pub(super) fn site_is_gone(&self, id: &WatchId) -> bool {
        let Some(slot) = self.slots.get(id).filter(|slot| slot.watch.kind != WatchKind::Homepage) else { return false };
        let front = |other: &&Slot| {
            other.watch.kind == WatchKind::Homepage
                && other.watch.outlet == slot.watch.outlet
                && other.watch.url.host_str() == slot.watch.url.host_str()
        };
        let away = |other: &Slot| {
            other.concluded.as_ref().is_some_and(|latest| latest.judgement.availability != Availability::Up)
        };
        self.slots.values().filter(front).any(away)
    }

    /// Says it when every host fell silent, and when one answers again.
    pub(super) fn notice_network(&mut self, at: Timestamp) {
        let away = || self.slots.values().filter(|slot| tells_of_network(slot));
        let hosts: BTreeSet<_> = away().map(|slot| slot.watch.url.host_str()).collect();
        let silent = hosts.len() >= 2 && away().all(|slot| slot.silent_since.is_some());
        let state = if silent { Network::Offline } else { Network::Online };
        if std::mem::replace(&mut self.network, state) != state {
            self.happen(Happening::Network(NetworkState { state, at }));
        }
    }
}

/// Whether looks at this watch tell of the network: often enough, and not on this computer.
fn tells_of_network(slot: &Slot) -> bool {
    let often = matches!(slot.watch.kind, WatchKind::Homepage | WatchKind::Admin | WatchKind::Feed);
    often && slot.is_row() && !slot.is_on_loopback()
}
