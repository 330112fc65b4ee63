//! The words of a notice: from an incident as it is now to what stands on the screen.

use jiff::Timestamp;

use super::{Button, Notice};
use crate::detect::{elsewhere, unanswered};
use crate::incident::{Cause, Incident, State};
use crate::observation::FailureKind;
use crate::text::alerts::{self, Blindness, NoticeText, Outage};
use crate::text::{Message, Speech, inert};
use crate::verdict::{Availability, Severity};

/// The longest name of an outlet that stands in a notice, in characters: a banner has room for about as much.
const LONGEST_OUTLET: usize = 60;

/// The notice of an incident as it is now, in the words of `speech`.
///
/// Its id is made of the incident and of what is told of it, so that deciding again after a crash sends nothing twice;
/// its key is the incident, so that what is told later stands in the place of what was told before.
pub fn compose(incident: &Incident, speech: &Speech, now: Timestamp) -> Notice {
    let over = matches!(incident.state, State::Resolved { .. });
    let told = match (&incident.state, incident.severity) {
        (State::Resolved { .. }, _) => "over",
        (_, Severity::Critical) => "critical",
        (_, Severity::Warning | Severity::Info) => "open",
    };
    let NoticeText { title, body } = words(incident, now);
    Notice {
        id: format!("{}/{told}", incident.id.as_str()),
        key: incident.id.as_str().to_owned(),
        incident: incident.id.clone(),
        campaign: incident.campaign.clone(),
        title: speech.say_at(&title, now),
        body: speech.say_at(&body, now),
        severity: if over { Severity::Info } else { incident.severity },
        over,
        buttons: if over { vec![Button::Open] } else { buttons(incident.cause) },
        at: now,
    }
}

/// What happened, in a few words without the outlet's name: for lists, and for the sentence on top.
pub fn headline(incident: &Incident) -> Message {
    match incident.cause {
        Cause::Content => incident.summary.clone(),
        Cause::Outage => alerts::outage_headline(outage(incident)),
        Cause::Unseen => alerts::unseen_headline(blindness(incident)),
    }
}

fn words(incident: &Incident, now: Timestamp) -> NoticeText {
    let outlet = &inert(&incident.outlet, LONGEST_OUTLET);
    if let State::Resolved { at, .. } = incident.state {
        return alerts::over_notice(outlet, incident.kind, incident.cause, incident.began, at);
    }
    match incident.cause {
        Cause::Content => {
            let what = incident.summary.clone();
            alerts::content_notice(outlet, incident.kind, what, incident.began, incident.seen, true)
        }
        Cause::Outage => {
            alerts::outage_notice(outlet, incident.kind, outage(incident), incident.began, incident.others_answer)
        }
        Cause::Unseen => {
            let minutes = now.duration_since(incident.began).as_mins().max(1);
            alerts::unseen_notice(
                outlet,
                incident.kind,
                blindness(incident),
                u32::try_from(minutes).unwrap_or(u32::MAX),
            )
        }
    }
}

fn buttons(cause: Cause) -> Vec<Button> {
    match cause {
        Cause::Content => vec![Button::Acknowledge, Button::Open, Button::Recheck],
        Cause::Outage => vec![Button::Acknowledge, Button::Recheck],
        Cause::Unseen => vec![Button::Open, Button::Recheck],
    }
}

fn outage(incident: &Incident) -> Outage {
    match incident.availability {
        Availability::Maintenance => Outage::Maintenance,
        Availability::Error => Outage::Error,
        _ if has(incident, unanswered::kind(FailureKind::Untrusted)) => Outage::Certificate,
        _ => Outage::Silent,
    }
}

/// Why a look was not made at all.
const CREDENTIAL: [FailureKind; 3] =
    [FailureKind::NoCredential, FailureKind::ForeignCredential, FailureKind::NoKeychain];

fn blindness(incident: &Incident) -> Blindness {
    if incident.availability == Availability::RobotCheck {
        Blindness::RobotCheck
    } else if has(incident, unanswered::kind(FailureKind::TooLarge)) {
        Blindness::TooLarge
    } else if has(incident, elsewhere::OPENED) {
        Blindness::Opened
    } else if [
        unanswered::kind(FailureKind::BadEncoding),
        unanswered::JUDGING_FAILED,
        "certificate.unread",
        "values.unread",
    ]
    .iter()
    .any(|kind| has(incident, kind))
    {
        Blindness::Unreadable
    } else if CREDENTIAL.into_iter().any(|kind| has(incident, unanswered::kind(kind))) {
        Blindness::Credential
    } else {
        Blindness::Refused
    }
}

fn has(incident: &Incident, kind: &str) -> bool {
    incident.signals.iter().any(|signal| signal.kind == kind)
}
