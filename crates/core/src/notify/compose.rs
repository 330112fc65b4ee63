//! The words of a notice: from an incident as it is now to what stands on the screen.

use jiff::Timestamp;

use super::stages::Occasion;
use super::{About, Button, Notice};
use crate::detect::{elsewhere, unanswered};
use crate::incident::alert::{Alert, Tie};
use crate::incident::kin::Trait;
use crate::incident::{Cause, Grounds, Incident, State};
use crate::observation::FailureKind;
use crate::text::alerts::{self, Blindness, NoticeText, Outage, Several, Shared};
use crate::text::{Message, Speech, inert};
use crate::verdict::{Availability, Severity};

/// The longest name of an outlet that stands in a notice, in characters: a banner has room for about as much.
const LONGEST_OUTLET: usize = 60;
/// The most reasons that a notice carries: the weightiest.
const REASONS: usize = 3;

/// What is to be told.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// Of which alert.
    pub alert: &'a Alert,
    /// Because of which of its incidents.
    pub about: &'a Incident,
    /// The one whose words speak for several outlets: the first that is not over, or the one that it is because of. Of one outlet
    /// it is told in the words of what it is because of.
    pub speaker: &'a Incident,
    /// Why now.
    pub occasion: Occasion,
    /// How many outlets their group has.
    pub of_group: u32,
}

/// The notice of an alert as it is now, in the words of `speech`.
///
/// Its id is made of the alert and of what is told of it, so that deciding again after a crash sends nothing twice; its
/// key is the alert, so that what is told later stands in the place of what was told before.
pub fn compose(telling: &Telling<'_>, speech: &Speech, now: Timestamp) -> Notice {
    let Telling { alert, about, speaker, occasion, of_group } = *telling;
    let over = occasion == Occasion::Over;
    let lead = alert.lead.as_str();
    let ms = now.as_millisecond();
    let told = match about.severity {
        _ if about.hidden.is_some() => "hidden",
        Severity::Critical => "critical",
        // Confirmed, it has other words than before, though it may be no more urgent.
        Severity::Warning | Severity::Info if about.grounds != Grounds::Confirmed => "in-question",
        Severity::Warning | Severity::Info => "open",
    };
    // What came back is told again, and what came to it.
    let came = |what: &str, times: u32| if times > 0 { format!("/{what}{times}") } else { String::new() };
    let again = came("", about.reopened);
    let news = again.clone() + &came("joined-", about.joined.as_ref().map_or(0, |joined| joined.told));
    let id = match occasion {
        Occasion::News if about.id == alert.lead => format!("{lead}/{told}{news}"),
        Occasion::News => format!("{lead}/{}/{told}{news}", about.id.as_str()),
        Occasion::Grown => format!("{lead}/with/{}{again}", about.id.as_str()),
        Occasion::Reminder(_) => format!("{lead}{REMINDER}{ms}"),
        Occasion::Again => format!("{lead}/again/{ms}"),
        Occasion::Over => format!("{lead}/over{again}"),
    };
    let outlets = alert.outlets();
    let NoticeText { title, body } = match occasion {
        Occasion::Over if alert.all_outlets().len() > 1 => several_over(telling, now),
        Occasion::Over => words(about, now),
        _ if outlets.len() > 1 => alerts::several_notice(&several(alert, speaker, of_group, &outlets)),
        _ => words(about, now),
    };
    let mut body = vec![body];
    let others = alert.unresolved().count().saturating_sub(1);
    if !over && outlets.len() == 1 && others > 0 {
        body.push(alerts::also_on(u32::try_from(others).unwrap_or(u32::MAX)));
    }
    if matches!(occasion, Occasion::Reminder(_)) {
        body.push(alerts::nobody_has_it());
    }
    let body: Vec<String> = body.iter().map(|message| speech.say_at(message, now)).collect();
    Notice {
        id,
        key: lead.to_owned(),
        incident: about.id.clone(),
        campaign: alert.campaign.clone(),
        title: speech.say_at(&title, now),
        body: body.join(" "),
        severity: if over { Severity::Info } else { alert.severity },
        over,
        buttons: if over { vec![Button::Open] } else { buttons(alert.cause, outlets.len() > 1) },
        at: now,
        about: Box::new(facts(about, speech, now)),
    }
}

fn facts(incident: &Incident, speech: &Speech, now: Timestamp) -> About {
    let over = matches!(incident.state, State::Resolved { .. });
    let reasons = incident.signals.iter().take(if over { 0 } else { REASONS });
    About {
        outlet: Some(inert(&incident.outlet, LONGEST_OUTLET)),
        address: Some(incident.url.clone()),
        since: Some(incident.began),
        severity: Some(incident.severity),
        reasons: reasons.map(|signal| speech.say_at(&signal.message, now)).collect(),
    }
}

/// What stands in the id of a reminder, by which it is known to be one.
const REMINDER: &str = "/reminder/";

impl Notice {
    /// Whether it reminds of what was told before.
    pub fn is_reminder(&self) -> bool {
        self.id.contains(REMINDER)
    }
}

/// The most incidents that the morning's summary names one by one.
const MORNING: usize = 5;

/// One notice of everything that waited for the morning, open or over; none where nothing did.
pub fn morning(waited: &[&Incident], speech: &Speech, now: Timestamp) -> Option<Notice> {
    let first = waited.first()?;
    let said = waited.iter().take(MORNING).map(|incident| speech.say_at(&words(incident, now).body, now));
    let mut body: Vec<String> = said.collect();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    if waited.len() > MORNING {
        body.push(speech.say_at(&alerts::and_more(count(waited.len() - MORNING)), now));
    }
    Some(Notice {
        id: format!("morning/{}", now.as_millisecond()),
        key: "morning".to_owned(),
        incident: first.id.clone(),
        campaign: None,
        title: speech.say_at(&alerts::morning_title(count(waited.len())), now),
        body: body.join(" "),
        severity: Severity::Warning,
        over: waited.iter().all(|incident| matches!(incident.state, State::Resolved { .. })),
        buttons: vec![Button::Open],
        at: now,
        about: Box::new(About { since: Some(first.began), severity: Some(Severity::Warning), ..About::default() }),
    })
}

/// What several outlets that are told together have in common, in a sentence without a full stop; none while it is one. It is
/// told in the words of `speaker`, the first of the alert's incidents that is not over; `of_group`: how many outlets their
/// group has.
pub fn together(alert: &Alert, speaker: &Incident, of_group: u32) -> Option<Message> {
    let outlets = alert.outlets();
    (outlets.len() > 1).then(|| alerts::several_headline(&several(alert, speaker, of_group, &outlets)))
}

fn several(alert: &Alert, speaker: &Incident, of_group: u32, outlets: &[&str]) -> Several {
    let named: Vec<String> = outlets.iter().map(|outlet| inert(outlet, LONGEST_OUTLET)).collect();
    let shared = match &alert.tie {
        Tie::Kin(Trait::Picture(_)) => Shared::Picture,
        Tie::Kin(Trait::Host(host)) => Shared::Host(host.clone()),
        Tie::Kin(Trait::Title(title)) => Shared::Title(title.clone()),
        Tie::Kin(Trait::Words(words)) => Shared::Words(words.clone()),
        Tie::Outlet | Tie::Group | Tie::Alike | Tie::Storm if alert.says_one_thing() => {
            Shared::Moment(speaker.summary.clone())
        }
        Tie::Outlet | Tie::Group | Tie::Alike | Tie::Storm => {
            Shared::One { outlet: inert(&speaker.outlet, LONGEST_OUTLET), what: speaker.summary.clone() }
        }
    };
    Several {
        count: u32::try_from(outlets.len()).unwrap_or(u32::MAX),
        group: alert.group.as_deref().map(|group| inert(group, LONGEST_OUTLET)),
        of_group,
        cause: alert.cause,
        shared,
        first: named.first().cloned().unwrap_or_default(),
        others: named.into_iter().skip(1).collect(),
        since: alert.began(),
        // A storm may be of this computer's own doing, whatever answers.
        connection_is_fine: alert.cause == Cause::Content && alert.tie != Tie::Storm,
    }
}

fn several_over(telling: &Telling<'_>, now: Timestamp) -> NoticeText {
    let alert = telling.alert;
    let over = match telling.about.state {
        State::Resolved { at, .. } => at,
        State::Open | State::Acknowledged { .. } => now,
    };
    let count = u32::try_from(alert.all_outlets().len()).unwrap_or(u32::MAX);
    let group = alert.group.as_deref().map(|group| inert(group, LONGEST_OUTLET));
    alerts::several_over_notice(count, group.as_deref(), alert.cause, alert.began(), over)
}

/// What happened, in a few words without the outlet's name: for lists, and for the sentence on top.
pub fn headline(incident: &Incident) -> Message {
    match incident.cause {
        Cause::Content | Cause::Reported => incident.summary.clone(),
        Cause::Outage => alerts::outage_headline(incident.kind, outage(incident)),
        Cause::Unseen => alerts::unseen_headline(blindness(incident)),
    }
}

fn words(incident: &Incident, now: Timestamp) -> NoticeText {
    let outlet = &inert(&incident.outlet, LONGEST_OUTLET);
    if let State::Resolved { at, .. } = incident.state {
        return alerts::over_notice(outlet, incident.kind, incident.cause, incident.began, at);
    }
    if let Some(since) = incident.hidden {
        return alerts::hidden_notice(outlet, incident.availability, since);
    }
    let notice = trouble(incident, outlet, now);
    if incident.flaps == 0 {
        return notice;
    }
    alerts::flapping(notice, incident.flaps.saturating_add(1), incident.began)
}

fn trouble(incident: &Incident, outlet: &str, now: Timestamp) -> NoticeText {
    match incident.cause {
        Cause::Content => {
            let what = incident.summary.clone();
            alerts::content_notice(outlet, incident.kind, what, incident.began, incident.seen, true)
        }
        Cause::Reported => alerts::reported_notice(outlet, incident.kind, incident.summary.clone(), incident.began),
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

fn buttons(cause: Cause, several: bool) -> Vec<Button> {
    match cause {
        _ if several => vec![Button::Acknowledge, Button::Open],
        Cause::Reported => vec![Button::Acknowledge, Button::Open],
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
