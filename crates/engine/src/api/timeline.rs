//! What happened of an incident, in words: its life, who was told and on which channel, who was not, and why.

use frontwatch_core::incident::{Cause, Resolution};
use frontwatch_core::notify::Reason;
use frontwatch_core::text::{Speech, report, words};

use super::request::{Moment, MomentKind, Timeline};
use crate::store::{Delivery, IncidentEvent, IncidentRecord, OutboxRow};

/// The timeline of an incident, oldest first.
pub fn timeline(record: &IncidentRecord, speech: &Speech) -> Timeline {
    let reported = record.incident.cause == Cause::Reported;
    let mut moments = Vec::new();
    for event in &record.history {
        let message = match (event.state.as_str(), event.resolution, &event.by) {
            ("resolved", Some(resolution), _) => match &record.dismissed {
                Some(dismissed) if resolution == Resolution::Dismissed => report::set_aside(dismissed.why),
                _ => words::resolved(resolution),
            },
            ("acknowledged", _, Some(by)) => words::taken_by(by),
            (IncidentEvent::PUT_OFF, ..) => words::was_put_off(),
            _ if reported => words::reported(),
            _ => words::opened(),
        };
        moments.push(Moment { at: event.at, what: MomentKind::State, says: speech.say(&message) });
    }
    moments.extend(record.notices.iter().map(|row| told(row, speech)));
    for (at, reason) in &record.silences {
        let reason = Reason::of_word(reason);
        // A word of a later version: that nobody was told is said all the same.
        let message = reason.map_or_else(words::silent, |reason| words::silent_because(words::why_silent(reason)));
        moments.push(Moment { at: *at, what: MomentKind::Silent, says: speech.say(&message) });
    }
    moments.sort_by_key(place);
    Timeline { incident: record.incident.id.clone(), moments }
}

/// The timeline with the looks that it begins with: the last that was well, and the first that saw it. What a person reported no
/// look saw.
pub fn course(record: &IncidentRecord, speech: &Speech) -> Vec<Moment> {
    let look = |at, message| Moment { at, what: MomentKind::Look, says: speech.say(&message) };
    let incident = &record.incident;
    let mut moments: Vec<Moment> = incident.last_good.map(|at| look(at, report::last_good())).into_iter().collect();
    if incident.cause != Cause::Reported {
        moments.push(look(incident.began, report::first_bad()));
    }
    moments.extend(timeline(record, speech).moments);
    moments.sort_by_key(place);
    moments
}

/// Where a moment stands. Some times are kept to the millisecond, so the rest of the others does not count.
fn place(moment: &Moment) -> (i64, MomentKind) {
    (moment.at.as_millisecond(), moment.what)
}

fn told(row: &OutboxRow, speech: &Speech) -> Moment {
    let channel = row.channel.as_str();
    let title = row.notice.title.as_str();
    let (at, what, message) = match &row.delivery {
        Delivery::Delivered { at } => (*at, MomentKind::Told, words::told_on(channel, title)),
        Delivery::Withdrawn { at, .. } => (*at, MomentKind::Undelivered, words::withdrawn_on(channel, title)),
        Delivery::Pending { failure: None } => {
            (row.notice.at, MomentKind::Undelivered, words::waits_on(channel, title))
        }
        Delivery::Pending { failure: Some(failure) } => {
            // It stays where it stands, however often it is tried again.
            (row.notice.at, MomentKind::Undelivered, words::failed_on(channel, title, failure.reason.clone()))
        }
    };
    Moment { at, what, says: speech.say(&message) }
}
