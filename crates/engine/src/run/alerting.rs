//! What is told by itself as time goes by: reminders, what was put off, what waited for the morning, an alert that grew. And
//! which incidents are told together.

use std::collections::{BTreeMap, BTreeSet};

use frontwatch_core::config::time_zone;
use frontwatch_core::incident::alert::{Alert, Alerts};
use frontwatch_core::incident::kin::traits;
use frontwatch_core::incident::track::Change;
use frontwatch_core::incident::{Incident, IncidentId};
use frontwatch_core::notify::{Next, Notice, Occasion, Reason, Telling, Told, compose, morning, together};
use frontwatch_core::text::Message;
use frontwatch_core::watch::WatchId;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::Loop;
use super::event::Announcement;
use crate::store::Write;

/// Which incidents are told together, and what was told.
#[derive(Debug, Default)]
pub(super) struct Alerting {
    pub(super) alerts: Alerts,
    /// What was told of each alert, by its name.
    pub(super) told: BTreeMap<IncidentId, Told>,
    /// What waits for the morning, as it was last: what is over by then is told as well.
    pub(super) overnight: BTreeMap<IncidentId, Incident>,
    /// What a person reported. No look sees it, and none ends it.
    pub(super) reported: BTreeMap<IncidentId, Incident>,
    /// Reminders that were due and were not sent, and why: kept once each.
    excused: BTreeSet<(IncidentId, Reason)>,
    /// When it was last looked whether something is due.
    looked: Option<Timestamp>,
}

/// Between two looks at what is due to be told by itself.
const LOOK_EVERY: SignedDuration = SignedDuration::from_millis(500);

impl Alerting {
    /// Goes on with what was told in an earlier run, oldest first.
    pub(super) fn resume(
        unresolved: &[Incident],
        sent: &[Notice],
        overnight: Vec<Incident>,
        reported: Vec<Incident>,
    ) -> Self {
        let alerts = Alerts::resume(unresolved.iter().chain(&reported));
        let mut told = BTreeMap::<IncidentId, Told>::new();
        for notice in sent {
            let lead = IncidentId::from_stored(notice.key.as_str());
            let Some(alert) = alerts.get(&lead) else { continue };
            let before = told.get(&lead).map_or(0, |told| told.reminders);
            let reminders = if notice.is_reminder() { before + 1 } else { 0 };
            told.insert(lead, Told { reminders, severity: notice.severity, ..now_told(alert, notice.at) });
        }
        Self {
            alerts,
            told,
            overnight: overnight.into_iter().map(|incident| (incident.id.clone(), incident)).collect(),
            reported: reported.into_iter().map(|incident| (incident.id.clone(), incident)).collect(),
            excused: BTreeSet::new(),
            looked: None,
        }
    }
}

fn now_told(alert: &Alert, at: Timestamp) -> Told {
    Told { at, reminders: 0, arrivals: alert.arrivals, severity: alert.severity }
}

impl Loop {
    /// Gives an incident that has just opened its place among the alerts. Returns others whose campaign began with it.
    pub(super) fn place(&mut self, change: &mut Change, now: Timestamp) -> Vec<Incident> {
        if !change.begins() {
            self.alerting.alerts.escalated(change.incident());
            return Vec::new();
        }
        let incident = change.incident_mut();
        let pictures = self.slots.get(&incident.watch).map(|slot| slot.strange.as_slice()).unwrap_or_default();
        let placed = self.alerting.alerts.place(incident, &traits(incident, pictures), now);
        let (alert, campaign) = (placed.alert, placed.campaign);
        let mut tie = |watch: &WatchId, id: &IncidentId| {
            self.amend(watch, id, |incident| {
                incident.alert = Some(alert.clone());
                incident.campaign.clone_from(&campaign);
            })
        };
        if let Some(tied) = tie(&incident.watch, &incident.id) {
            *incident = tied;
        }
        placed.recruited.iter().filter_map(|member| tie(&member.watch, &member.id)).collect()
    }

    /// Changes what is known of an unresolved incident besides its life.
    pub(super) fn amend(
        &mut self,
        watch: &WatchId,
        id: &IncidentId,
        amend: impl FnOnce(&mut Incident),
    ) -> Option<Incident> {
        if let Some(reported) = self.alerting.reported.get_mut(id) {
            amend(reported);
            return Some(reported.clone());
        }
        self.slots.get_mut(watch)?.track.amend(id, amend)
    }

    /// An unresolved incident.
    pub(super) fn incident(&self, watch: &WatchId, id: &IncidentId) -> Option<&Incident> {
        let of_slot = || self.slots.get(watch)?.track.unresolved().iter().find(|incident| incident.id == *id);
        self.alerting.reported.get(id).or_else(of_slot)
    }

    /// The unresolved incidents that are told together with this one, this one among them.
    pub(super) fn told_with(&self, id: &IncidentId) -> Vec<&Incident> {
        let Some(alert) = self.alerting.alerts.of(id) else { return Vec::new() };
        alert.unresolved().filter_map(|member| self.incident(&member.watch, &member.id)).collect()
    }

    /// Whether others are told together with this one, and each of them is in somebody's hands or put off.
    pub(super) fn others_are_in_hand(&self, id: &IncidentId, now: Timestamp) -> bool {
        let mut others = self.told_with(id).into_iter().filter(|other| other.id != *id).peekable();
        let is_put_off = |other: &Incident| other.snoozed.is_some_and(|until| now < until);
        others.peek().is_some() && others.all(|other| !other.is_open() || is_put_off(other))
    }

    /// What is said of several outlets that are told together; none while it is one.
    pub(super) fn said_together(&self, alert: &Alert) -> Option<Message> {
        together(alert, self.speaker(alert)?, self.of_group(alert))
    }

    /// The incident whose words speak for all of an alert: the first that is not over.
    fn speaker(&self, alert: &Alert) -> Option<&Incident> {
        alert.unresolved().find_map(|member| self.incident(&member.watch, &member.id))
    }

    /// How many outlets the alert's group has.
    fn of_group(&self, alert: &Alert) -> u32 {
        let same = |group: &Option<String>| group.is_some() && *group == alert.group;
        let count = self.config.outlets.iter().filter(|outlet| same(&outlet.group)).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The notice of an alert, because of one of its incidents; and takes it to be told.
    pub(super) fn notice_of(&mut self, alert: &Alert, about: &Incident, occasion: Occasion, now: Timestamp) -> Notice {
        let speaker = self.speaker(alert).unwrap_or(about);
        let telling = Telling { alert, about, speaker, occasion, of_group: self.of_group(alert) };
        let notice = compose(&telling, &self.speech, now);
        self.alerting.excused.retain(|(lead, _)| *lead != alert.lead);
        if occasion == Occasion::Over {
            self.alerting.told.remove(&alert.lead);
        } else {
            let reminders = if let Occasion::Reminder(number) = occasion { number } else { 0 };
            self.alerting.told.insert(alert.lead.clone(), Told { reminders, ..now_told(alert, now) });
        }
        for member in &alert.members {
            self.alerting.overnight.remove(&member.id);
            self.held_back.remove(&member.id);
        }
        notice
    }

    /// Whether it is quiet now.
    pub(super) fn is_quiet(&self, now: Timestamp) -> bool {
        let zone = self.config.alerts.time_zone.as_deref().and_then(time_zone).unwrap_or_else(TimeZone::system);
        self.config.alerts.quiet_hours.is_some_and(|quiet| quiet.hold(&zone, now))
    }

    /// What is due to be told by itself.
    pub(super) fn tell_by_itself(&mut self, now: Timestamp) {
        if self.alerting.looked.is_some_and(|at| now.duration_since(at).abs() < LOOK_EVERY) {
            return;
        }
        self.alerting.looked = Some(now);
        self.wake_the_snoozed(now);
        self.tell_morning(now);
        self.tell_settled(now);
        self.remind(now);
    }

    /// What a person put off is told again.
    fn wake_the_snoozed(&mut self, now: Timestamp) {
        let over = |incident: &&Incident| incident.snoozed.is_some_and(|until| until <= now);
        let members = self.alerting.alerts.iter().flat_map(Alert::unresolved);
        let all = members.filter_map(|member| self.incident(&member.watch, &member.id));
        let woken: Vec<(WatchId, IncidentId)> =
            all.filter(over).map(|incident| (incident.watch.clone(), incident.id.clone())).collect();
        for (watch, id) in woken {
            let Some(incident) = self.amend(&watch, &id, |incident| incident.snoozed = None) else { continue };
            self.writes.push(Write::Incident(Box::new(incident.clone())));
            let alert = self.alerting.alerts.of(&id).cloned();
            // Those that are told together were put off together, and come back once.
            let Some(alert) = alert.filter(|_| incident.is_open()) else { continue };
            if self.alerting.told.get(&alert.lead).is_some_and(|told| told.at == now) {
                continue;
            }
            if let Some(reason) = self.holds_back(&alert, now) {
                self.keep_silent(&incident, reason, now);
                continue;
            }
            let notice = self.notice_of(&alert, &incident, Occasion::Again, now);
            self.send(notice);
        }
    }

    /// Why nothing of this alert is told at the moment, whatever it is.
    fn holds_back(&self, alert: &Alert, now: Timestamp) -> Option<Reason> {
        let quiet = alert.severity < frontwatch_core::verdict::Severity::Critical && self.is_quiet(now);
        let mut outlets = alert.unresolved().map(|member| member.outlet.as_str()).peekable();
        let outlets_paused = outlets.peek().is_some() && outlets.all(|outlet| self.outlet_pauses.contains_key(outlet));
        let paused = self.pause.map(|_| Reason::Paused).or(outlets_paused.then_some(Reason::OutletPaused));
        paused.or(quiet.then_some(Reason::QuietHours))
    }

    /// Keeps why nobody was told of an incident; what waits for a moment is told then.
    pub(super) fn keep_silent(&mut self, incident: &Incident, reason: Reason, now: Timestamp) {
        match reason {
            Reason::Paused | Reason::OutletPaused => drop(self.held_back.insert(incident.id.clone())),
            Reason::QuietHours => drop(self.alerting.overnight.insert(incident.id.clone(), incident.clone())),
            _ => {}
        }
        let (incident, reason) = (incident.id.clone(), reason.as_str().to_owned());
        self.writes.push(Write::Silence { incident, at: now, reason });
    }

    /// When it is quiet no more, one notice tells of all that waited.
    fn tell_morning(&mut self, now: Timestamp) {
        if self.alerting.overnight.is_empty() || self.pause.is_some() || self.is_quiet(now) {
            return;
        }
        let waited = std::mem::take(&mut self.alerting.overnight).into_values();
        let is_paused = |incident: &Incident| self.outlet_pauses.contains_key(&incident.outlet);
        let (paused, mut waited): (Vec<Incident>, Vec<Incident>) = waited.partition(is_paused);
        for incident in &paused {
            self.keep_silent(incident, Reason::OutletPaused, now);
        }
        waited.sort_by_key(|incident| (incident.began, incident.id.clone()));
        let Some(notice) = morning(&waited.iter().collect::<Vec<_>>(), &self.speech, now) else { return };
        for incident in &waited {
            if let Some(alert) = self.alerting.alerts.of(&incident.id) {
                self.alerting.told.insert(alert.lead.clone(), now_told(alert, now));
            }
        }
        self.send(notice);
    }

    /// An alert that grew by too little to be told at once is told as it is once it has settled.
    fn tell_settled(&mut self, now: Timestamp) {
        let behind =
            |alert: &&Alert| self.alerting.told.get(&alert.lead).is_some_and(|told| told.is_behind(alert, now));
        let settled = self.alerting.alerts.iter().filter(behind).filter(|alert| self.holds_back(alert, now).is_none());
        for alert in settled.cloned().collect::<Vec<_>>() {
            let latest = alert.unresolved().last();
            let Some(about) = latest.and_then(|it| self.incident(&it.watch, &it.id)).cloned() else { continue };
            let notice = self.notice_of(&alert, &about, Occasion::Grown, now);
            let id = format!("{}/settled/{}", alert.lead.as_str(), now.as_millisecond());
            self.send(Notice { id, ..notice });
        }
    }

    /// Reminds of what is critical and in nobody's hands.
    fn remind(&mut self, now: Timestamp) {
        let mut due = Vec::new();
        for alert in self.alerting.alerts.iter() {
            let Some(told) = self.alerting.told.get(&alert.lead) else { continue };
            let members = alert.unresolved().filter_map(|member| self.incident(&member.watch, &member.id));
            // What was not put off comes before what was, and before what was put off for longer.
            let about = members.filter(|incident| incident.is_open()).min_by_key(|incident| incident.snoozed);
            let snoozed = about.and_then(|about| about.snoozed);
            if let Next::Reminder(at) = told.next(alert, about.is_some(), snoozed)
                && at <= now
                && let Some(about) = about
            {
                due.push((alert.clone(), about.clone(), told.reminders + 1));
            }
        }
        for (alert, about, number) in due {
            let in_sight = alert.unresolved().any(|member| self.is_in_sight(&member.watch));
            let offline = (!in_sight).then_some(Reason::Offline);
            if let Some(reason) = self.holds_back(&alert, now).or(offline) {
                if self.alerting.excused.insert((alert.lead.clone(), reason)) {
                    let (incident, reason) = (about.id.clone(), reason.as_str().to_owned());
                    self.writes.push(Write::Silence { incident, at: now, reason });
                }
                continue;
            }
            let notice = self.notice_of(&alert, &about, Occasion::Reminder(number), now);
            self.send(notice);
        }
    }

    /// Stores a notice and sends it.
    fn send(&mut self, notice: Notice) {
        let mut announcement = Announcement::default();
        self.tell(notice, &mut announcement);
        self.store_and(announcement);
    }
}
