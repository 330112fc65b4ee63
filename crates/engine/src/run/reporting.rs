//! "We didn't publish this": a person reports what they see. What is there is kept as evidence, and an incident opens that
//! only a person ends.

use std::sync::Arc;

use frontwatch_core::extract::name::registrable;
use frontwatch_core::incident::track::Change;
use frontwatch_core::incident::{Cause, Grounds, Incident, IncidentId, Resolution, State};
use frontwatch_core::observation::{Observation, Outcome};
use frontwatch_core::parts::{Reach, address};
use frontwatch_core::text::{alerts, inert};
use frontwatch_core::verdict::{Availability, Severity};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use jiff::Timestamp;

use super::Loop;
use super::event::{Event, Refusal, Report};
use crate::ports::{Freshness, Order, What};
use crate::store::{CaptureRole, Write};

/// The longest that a person's own words are kept, in characters.
const LONGEST_WORDS: usize = 200;
/// The longest name of whoever reports.
const LONGEST_NAME: usize = 60;

impl Loop {
    /// Opens an incident for what a person reports, and looks at it for the evidence.
    pub(super) fn report(&mut self, report: &Report) -> Result<Incident, Refusal> {
        let now = self.ports.clock.now();
        let watch = self.reported_watch(report)?;
        let said =
            report.words.as_deref().map(|said| inert(said, LONGEST_WORDS)).filter(|said| !said.trim().is_empty());
        let incident = Incident {
            id: IncidentId::new(&watch.id, Cause::Reported, now),
            outlet: watch.outlet.clone(),
            group: watch.group.clone(),
            watch: watch.id.clone(),
            kind: watch.kind,
            url: watch.url.clone(),
            cause: Cause::Reported,
            severity: Severity::Critical,
            state: State::Open,
            summary: alerts::reported(&inert(&report.by, LONGEST_NAME), watch.kind, said.as_deref()),
            signals: Vec::new(),
            last_good: None,
            began: now,
            opened: now,
            last_seen: now,
            seen: 1,
            availability: Availability::Up,
            others_answer: true,
            evidence: None,
            alert: None,
            campaign: None,
            snoozed: None,
            grounds: Grounds::Confirmed,
            flaps: 0,
            reopened: 0,
            hidden: None,
            hidings: 0,
            joined: None,
        };
        let id = incident.id.clone();
        self.alerting.reported.insert(id.clone(), incident.clone());
        self.announce(&[Change::Opened(incident.clone())], now);
        self.look_at_report(id, &watch);
        Ok(incident)
    }

    /// What the address is watched as; a story of the outlet's where it is not.
    fn reported_watch(&self, report: &Report) -> Result<Watch, Refusal> {
        let outlet = self.config.outlets.iter().find(|outlet| outlet.name == report.outlet);
        let outlet = outlet.ok_or(Refusal::NoSuchOutlet)?;
        let front = outlet.homepages.first().ok_or(Refusal::NoSuchOutlet)?;
        let address = report.address.as_ref().unwrap_or(front);
        let of_the_outlet = |slot: &&super::slot::Slot| {
            let page = matches!(
                slot.watch.kind,
                WatchKind::Homepage | WatchKind::Admin | WatchKind::Feed | WatchKind::Article
            );
            slot.watch.outlet == outlet.name && slot.watch.url == *address && slot.watch.reader.is_none() && page
        };
        if let Some(slot) = self.slots.values().filter(|slot| !self.is_group(&slot.watch.id)).find(of_the_outlet) {
            return Ok(slot.watch.clone());
        }
        let domain = |url: &url::Url| registrable(url.host_str().unwrap_or_default());
        let own = outlet.homepages.iter().chain(&outlet.feed).any(|page| domain(page) == domain(address));
        if !own || !matches!(address.scheme(), "http" | "https") {
            return Err(Refusal::Elsewhere);
        }
        Ok(Watch {
            id: WatchId::new(WatchKind::Article, address),
            outlet: outlet.name.clone(),
            group: outlet.group.clone(),
            kind: WatchKind::Article,
            url: address.clone(),
            ignore: Vec::new(),
            expect: None,
            values: Vec::new(),
            reader: None,
            credential: None,
        })
    }

    /// How far in the address of a report may lead. A person gave it, who may have had it from the site: where no watch looks at it
    /// anyhow, no further in than the outlet's front page came from.
    fn reach_of_report(&self, watch: &Watch) -> Reach {
        // One that stands for itself is the outlet's own.
        if address(&watch.url).is_some() {
            return Reach::Loopback;
        }
        if self.slots.contains_key(&watch.id) {
            return self.reach(&watch.id);
        }
        let front = |slot: &&super::slot::Slot| {
            slot.watch.outlet == watch.outlet && slot.watch.kind == WatchKind::Homepage && slot.watch.reader.is_none()
        };
        let latest = self.slots.values().filter(front).find_map(|slot| slot.latest.as_ref());
        latest.map_or(Reach::Public, |latest| latest.from)
    }

    fn look_at_report(&self, incident: IncidentId, watch: &Watch) {
        let order = Order {
            url: watch.url.clone(),
            freshness: Freshness::Confirmation,
            timeout: self.config.watching.timeout,
            what: What::of(watch),
            reach: self.reach_of_report(watch),
        };
        let (fetch, events) = (Arc::clone(&self.ports.fetch), self.events.clone());
        tokio::spawn(async move {
            let observation = fetch.look(order).await;
            // The loop is gone when this fails, and nobody is left to tell.
            let _ = events.send(Event::ReportSeen { incident, observation }).await;
        });
    }

    /// What was there when a person reported it is kept.
    pub(super) fn report_seen(&mut self, id: &IncidentId, observation: Observation) {
        let Observation { at, outcome: Outcome::Answered(answer), .. } = observation else { return };
        let Some(incident) = self.alerting.reported.get_mut(id) else { return };
        incident.evidence = Some(answer.digest);
        self.writes.push(Write::Capture {
            watch: incident.watch.clone(),
            role: CaptureRole::Alarm,
            at,
            digest: answer.digest,
            url: answer.url,
            status: answer.status,
            headers: answer.headers,
            body: answer.body.into(),
        });
        self.writes.push(Write::Incident(Box::new(incident.clone())));
        self.flush();
    }

    /// A person has what another reported.
    pub(super) fn acknowledge_report(&mut self, id: &IncidentId, by: &str, at: Timestamp) -> Option<Change> {
        let incident = self.alerting.reported.get_mut(id).filter(|incident| incident.is_open())?;
        incident.state = State::Acknowledged { at, by: by.to_owned() };
        Some(Change::Acknowledged(incident.clone()))
    }

    /// A person ends what another reported.
    pub(super) fn resolve_report(&mut self, id: &IncidentId, resolution: Resolution, at: Timestamp) -> Option<Change> {
        let mut incident = self.alerting.reported.remove(id)?;
        incident.state = State::Resolved { at, resolution };
        Some(Change::Resolved(incident))
    }
}
