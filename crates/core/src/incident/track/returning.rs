//! What comes back: an incident that was over and is there again within a quarter of an hour is the same incident, and it says
//! that it comes and goes. A page that flips by the minute is told of a few times a day, whatever it does.

use jiff::{SignedDuration, Timestamp};

use super::Track;
use crate::incident::{Cause, Grounds, Incident, Resolution, State};

/// What is back within this time after it was over is the same incident.
const SAME: SignedDuration = SignedDuration::from_mins(15);
/// How long what came back once must be away to be over; twice as long each further time. Shorter than [`SAME`], so that what
/// is away for just as long is still known.
const QUIET: SignedDuration = SignedDuration::from_mins(10);
/// The longest that it must be away: with each end and each return told, what comes back as fast as it can is told of at most
/// some thirty times a day, and mostly far less often.
const LONGEST_QUIET: SignedDuration = SignedDuration::from_hours(2);

/// Looks in a row of one sort.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run {
    since: Option<Timestamp>,
    pub(super) looks: u32,
    /// How many looks the run had that the latest look broke; 0 where it broke none.
    pub(super) broken: u32,
}

impl Run {
    /// One more look, which belongs to the run or breaks it.
    pub(super) fn count(&mut self, belongs: bool, at: Timestamp) {
        if belongs {
            self.broken = 0;
            self.looks = self.looks.saturating_add(1);
            self.since.get_or_insert(at);
        } else {
            *self = Self { since: None, looks: 0, broken: self.looks };
        }
    }

    /// Whether so many looks and so much time are enough for what came back `reopened` times to be over.
    pub(super) fn is_enough(&self, looks: u32, reopened: u32, at: Timestamp) -> bool {
        let Some(since) = self.since.filter(|_| self.looks >= looks) else { return false };
        at.duration_since(since) >= quiet(reopened)
    }
}

/// How long what came back this often must be away to be over.
fn quiet(reopened: u32) -> SignedDuration {
    match reopened {
        0 => SignedDuration::ZERO,
        times => QUIET.saturating_mul(1 << (times - 1).min(8)).min(LONGEST_QUIET),
    }
}

impl Track {
    /// Keeps an incident that recovered: it may come back. What a person ended is a new one if it does.
    pub(super) fn keep_ended(&mut self, incident: Incident) {
        if matches!(incident.state, State::Resolved { resolution: Resolution::Recovered, .. }) {
            self.ended.retain(|ended| ended.cause != incident.cause);
            self.ended.push(incident);
        }
    }

    /// The incident of this cause that was over a short while before trouble that began at this moment.
    pub(super) fn was_over(&self, cause: Cause, began: Timestamp) -> Option<&Incident> {
        // Either way: the clock may have been set back.
        let shortly = |at: Timestamp| began.duration_since(at).abs() <= SAME;
        self.ended.iter().find(|ended| ended.cause == cause && over(ended).is_some_and(shortly))
    }

    /// The incident that `new` is in truth, if it was over a short while ago; otherwise `new` itself.
    pub(super) fn came_back(&mut self, new: Incident) -> Incident {
        let ended = self.was_over(new.cause, new.began).cloned();
        self.ended.retain(|ended| ended.cause != new.cause);
        let Some(ended) = ended else { return new };
        let over = over(&ended).unwrap_or(ended.last_seen);
        Incident {
            id: ended.id,
            began: ended.began,
            opened: new.opened.max(over),
            last_seen: new.last_seen.max(over),
            severity: ended.severity.max(new.severity),
            seen: ended.seen.saturating_add(new.seen),
            evidence: ended.evidence.or(new.evidence),
            campaign: ended.campaign,
            grounds: if ended.grounds == Grounds::Confirmed { Grounds::Confirmed } else { new.grounds },
            flaps: ended.flaps.saturating_add(1),
            reopened: ended.reopened.saturating_add(1),
            hidings: ended.hidings,
            joined: ended.joined.or(new.joined),
            ..new
        }
    }
}

/// When an incident was over.
fn over(incident: &Incident) -> Option<Timestamp> {
    match incident.state {
        State::Resolved { at, .. } => Some(at),
        State::Open | State::Acknowledged { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_back_must_be_away_for_longer_each_time_within_a_bound() {
        let minutes = [0, 1, 2, 3, 4, 5, 6, 40, u32::MAX].map(|times| quiet(times).as_mins());
        assert_eq!(minutes, [0, 10, 20, 40, 80, 120, 120, 120, 120]);
    }
}
