//! What people and shells ask of the running watch, and how they hear of what happens.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use frontwatch_core::baseline::Baseline;
use frontwatch_core::config::Config;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Incident, IncidentId, Resolution};
use frontwatch_core::notify::Button;
use frontwatch_core::text::{Speech, words};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use tokio::sync::{broadcast, mpsc, oneshot, watch};

use frontwatch_core::incident::track::Change;

use super::event::{Command, Event, Purpose, Refusal, Report};
use super::outlet::OutletNow;
use super::overview::Recheck;
use super::{Loop, judging};
use crate::api::happening::Happening;
use crate::api::overview::Overview;
use crate::notify::Tested;
use crate::ports::Click;

/// A hand on the running watch. Clones share it.
#[derive(Debug, Clone)]
pub struct Handle {
    events: mpsc::Sender<Event>,
    happenings: broadcast::Sender<Happening>,
    version: watch::Receiver<u64>,
    begins_anew: Arc<AtomicBool>,
    /// What happens from the start on, for whoever asks first.
    from_the_start: Arc<Mutex<Option<broadcast::Receiver<Happening>>>>,
}

impl Handle {
    pub(super) fn new(
        events: mpsc::Sender<Event>,
        happenings: broadcast::Sender<Happening>,
        version: watch::Receiver<u64>,
        begins_anew: Arc<AtomicBool>,
    ) -> Self {
        let from_the_start = Arc::new(Mutex::new(Some(happenings.subscribe())));
        Self { events, happenings, version, begins_anew, from_the_start }
    }

    /// Whether a watch that has ended by itself did so to be begun anew: its store can be read, which could not be when it began.
    pub fn begins_anew(&self) -> bool {
        self.begins_anew.load(Ordering::Relaxed)
    }

    /// The version of how everything stands: changes whenever [`Handle::overview`] may have.
    pub fn version(&self) -> watch::Receiver<u64> {
        self.version.clone()
    }

    /// How everything stands.
    pub async fn overview(&self) -> Result<Overview, Refusal> {
        self.ask(|reply| Command::Overview { reply }).await
    }

    /// What is known of an outlet and each of its watches.
    pub(crate) async fn outlet(&self, name: String) -> Result<OutletNow, Refusal> {
        self.ask(|reply| Command::Outlet { name, reply }).await?
    }

    /// A person says that what is at this watch now is theirs: it is fetched again, becomes normal as it is then, and
    /// its alarm is over.
    ///
    /// Only if it is then what `question` asks about ([`Anomaly::question`](crate::api::overview::Anomaly::question)): what
    /// took its place meanwhile is refused.
    pub async fn approve(&self, watch: WatchId, question: Digest) -> Result<(), Refusal> {
        self.ask(|reply| Command::Approve { watch, question, reply }).await?
    }

    /// A person takes back all that was learned of these watches: they learn anew, and no version is deleted. Refused while
    /// what stands on one of them is in question.
    pub async fn forget(&self, watches: Vec<WatchId>) -> Result<(), Refusal> {
        self.ask(|reply| Command::Forget { watches, reply }).await?
    }

    /// A person lets an earlier version of what was learned count again, in the place of the version `latest`. Refused while
    /// what stands there is in question, and where another version counts by now.
    pub async fn count_again(&self, watch: WatchId, earlier: Baseline, latest: u64) -> Result<(), Refusal> {
        let earlier = Box::new(earlier);
        self.ask(|reply| Command::CountAgain { watch, earlier, latest, reply }).await?
    }

    /// Watches what this configuration names from now on.
    pub async fn configure(&self, config: Config) -> Result<(), Refusal> {
        self.ask(|reply| Command::Configure { config: Arc::new(config), reply }).await
    }

    /// Raises no alert until then, or until [`Handle::resume`]. The watch goes on.
    pub async fn pause(&self, until: Option<Timestamp>) -> Result<(), Refusal> {
        self.ask(|reply| Command::Pause { until, reply }).await
    }

    /// Raises alerts again. What is still open and was not told because of the pause is told now.
    pub async fn resume(&self) -> Result<(), Refusal> {
        self.ask(|reply| Command::Resume { reply }).await
    }

    /// Raises no alert of an outlet until then, or until [`Handle::resume_outlet`]. The watch goes on.
    pub async fn pause_outlet(&self, outlet: String, until: Option<Timestamp>) -> Result<(), Refusal> {
        self.ask(|reply| Command::PauseOutlet { outlet, until, reply }).await?
    }

    /// Raises alerts of an outlet again. What is still open and was not told because of its pause is told now.
    pub async fn resume_outlet(&self, outlet: String) -> Result<(), Refusal> {
        self.ask(|reply| Command::ResumeOutlet { outlet, reply }).await
    }

    /// Sends a test alert by every channel, and answers what came of it on each. Takes about half a minute at most.
    pub async fn send_test(&self) -> Result<Vec<Tested>, Refusal> {
        self.ask(|reply| Command::SendTest { reply }).await
    }

    /// Everything that happens from now on; whoever asks first hears it from the start on. A listener that falls 4,096 behind loses the oldest and is told so.
    pub fn happenings(&self) -> broadcast::Receiver<Happening> {
        let first = self.from_the_start.lock().unwrap_or_else(PoisonError::into_inner).take();
        first.unwrap_or_else(|| self.happenings.subscribe())
    }

    /// Looks now at the watches of these outlets, at all if none is named. Answers how many.
    pub async fn recheck(&self, outlets: Vec<String>) -> Result<usize, Refusal> {
        self.ask(|reply| Command::Recheck { outlets, reply }).await
    }

    /// Somebody takes an incident on.
    pub async fn acknowledge(&self, id: IncidentId, by: String) -> Result<Incident, Refusal> {
        self.ask(|reply| Command::Acknowledge { id, by, reply }).await?
    }

    /// Somebody does not want to be reminded of an incident, or of those told together with it, before then.
    pub async fn snooze(&self, id: IncidentId, until: Timestamp) -> Result<Incident, Refusal> {
        self.ask(|reply| Command::Snooze { id, until, reply }).await?
    }

    /// A person reports what was not published: it is looked at and kept, and an incident opens.
    pub async fn report(&self, report: Report) -> Result<Incident, Refusal> {
        self.ask(|reply| Command::Report { report, reply }).await?
    }

    /// A person ends an incident. As `ours`, the page is fetched again and becomes normal as it is then.
    pub async fn resolve(&self, id: IncidentId, resolution: Resolution) -> Result<Incident, Refusal> {
        self.ask(|reply| Command::Resolve { id, resolution, reply }).await?
    }

    /// The unresolved incidents, oldest first.
    pub async fn unresolved(&self) -> Result<Vec<Incident>, Refusal> {
        self.ask(|reply| Command::Unresolved { reply }).await
    }

    /// Ends the watch; what waits to be stored is stored first.
    pub async fn stop(&self) {
        // It has ended already when this fails.
        let _ = self.events.send(Event::Asked(Command::Stop)).await;
    }

    async fn ask<T>(&self, command: impl FnOnce(oneshot::Sender<T>) -> Command) -> Result<T, Refusal> {
        let (reply, answer) = oneshot::channel();
        self.events.send(Event::Asked(command(reply))).await.map_err(|_| Refusal::Stopped)?;
        answer.await.map_err(|_| Refusal::Stopped)
    }
}

impl Loop {
    /// Does what was asked. Whoever asked may be gone by now; then the answer falls to the ground.
    pub(super) fn asked(&mut self, command: Command) {
        match command {
            Command::Recheck { outlets, reply } => {
                let _ = reply.send(self.recheck(&outlets));
            }
            Command::Acknowledge { id, by, reply } => {
                let _ = reply.send(self.acknowledge(&id, &by));
            }
            Command::Snooze { id, until, reply } => {
                let _ = reply.send(self.snooze(&id, until));
            }
            Command::Report { report, reply } => {
                let _ = reply.send(self.report(&report));
            }
            Command::Resolve { id, resolution, reply } => {
                let _ = reply.send(self.resolve(&id, resolution));
            }
            Command::Approve { watch, question, reply } => {
                let _ = reply.send(self.approve_asked(&watch, question));
            }
            Command::Forget { watches, reply } => {
                let _ = reply.send(self.forget(&watches));
            }
            Command::CountAgain { watch, earlier, latest, reply } => {
                let _ = reply.send(self.count_again(&watch, *earlier, latest));
            }
            Command::Configure { config, reply } => {
                self.configured(Ok(config));
                self.handed_on.store(true, Ordering::Relaxed);
                let _ = reply.send(());
            }
            Command::Pause { until, reply } => {
                self.pause(until);
                let _ = reply.send(());
            }
            Command::Resume { reply } => {
                self.resume();
                let _ = reply.send(());
            }
            Command::PauseOutlet { outlet, until, reply } => {
                let _ = reply.send(self.pause_outlet(&outlet, until));
            }
            Command::ResumeOutlet { outlet, reply } => {
                self.resume_outlets(&[outlet]);
                let _ = reply.send(());
            }
            Command::SendTest { reply } => self.send_test(reply),
            Command::Outlet { name, reply } => {
                let _ = reply.send(self.outlet(&name));
            }
            Command::Overview { reply } => {
                let _ = reply.send(self.overview());
            }
            Command::Unresolved { reply } => {
                let mut all: Vec<Incident> =
                    self.slots.values().flat_map(|slot| slot.track.unresolved().iter().cloned()).collect();
                all.extend(self.alerting.reported.values().cloned());
                all.sort_by_key(|incident| incident.opened);
                let _ = reply.send(all);
            }
            Command::Stop => {}
        }
    }

    pub(super) fn clicked(&mut self, click: &Click) {
        if click.button == Button::Open {
            // Also of what is over by now: whoever clicks wants to read what it was.
            self.happen(Happening::Open(IncidentId::from_stored(click.key.as_str())));
            return;
        }
        let lead = IncidentId::from_stored(click.key.as_str());
        let alert = self.alerting.alerts.get(&lead);
        let Some(id) = alert.and_then(|alert| alert.unresolved().next()).map(|member| member.id.clone()) else {
            return;
        };
        match click.button {
            Button::Acknowledge => {
                // Taken already, or over: the click came late, and nothing is to be done.
                let _ = self.acknowledge(&id, &user(&self.speech));
            }
            Button::Recheck => {
                let slot = self.slots.values_mut().find(|slot| holds(slot.track.unresolved(), &id));
                if let Some(slot) = slot {
                    // Most servers take a notification away that was clicked: what came of it must come back.
                    slot.owed = Some(id);
                    let outlet = slot.watch.outlet.clone();
                    self.recheck(&[outlet]);
                }
            }
            Button::Open => {}
        }
    }

    fn recheck(&mut self, outlets: &[String]) -> usize {
        let asked = |name: &String| outlets.is_empty() || outlets.contains(name);
        // Stories are asked about together.
        let slots = self.slots.values().filter(|slot| slot.is_row() && asked(&slot.watch.outlet));
        let ids: Vec<WatchId> = slots.map(|slot| slot.watch.id.clone()).collect();
        self.recheck = Some(Recheck::new(&ids, self.ports.clock.now()));
        for id in &ids {
            self.look(id, Purpose::Recheck, std::time::Duration::ZERO);
        }
        ids.len()
    }

    /// What is there now is approved if it is what the person was asked about.
    fn approve_asked(&mut self, id: &WatchId, question: Digest) -> Result<(), Refusal> {
        let slot = self.slots.get_mut(id).ok_or(Refusal::NoSuchWatch)?;
        let now = slot.concluded.as_ref().map(|concluded| judging::question(&concluded.judgement));
        if now != Some(question) {
            return Err(Refusal::Changed);
        }
        slot.asked_about = Some(question);
        self.look(id, Purpose::Approval, std::time::Duration::ZERO);
        Ok(())
    }

    /// One who takes an incident takes those that are told together with it.
    fn acknowledge(&mut self, id: &IncidentId, by: &str) -> Result<Incident, Refusal> {
        let at = self.ports.clock.now();
        let together = self.together(id)?;
        let mut changes = Vec::new();
        for (watch, id) in &together {
            let of_slot = self.slots.get_mut(watch).and_then(|slot| slot.track.acknowledge(id, by, at));
            changes.extend(of_slot.or_else(|| self.acknowledge_report(id, by, at)));
        }
        let first = changes.iter().find(|change| change.incident().id == *id).or(changes.first());
        let incident = first.map(|change| change.incident().clone()).ok_or(Refusal::AlreadyTaken)?;
        self.announce(&changes, at);
        Ok(incident)
    }

    fn snooze(&mut self, id: &IncidentId, until: Timestamp) -> Result<Incident, Refusal> {
        let at = self.ports.clock.now();
        let mut changes = Vec::new();
        for (watch, id) in self.together(id)? {
            changes.extend(self.amend(&watch, &id, |incident| incident.snoozed = Some(until)).map(Change::Snoozed));
        }
        let first = changes.iter().find(|change| change.incident().id == *id);
        let incident = first.map(|change| change.incident().clone()).ok_or(Refusal::NoSuchIncident)?;
        self.announce(&changes, at);
        Ok(incident)
    }

    /// The unresolved incidents that are told together with this one, with the watches that hold them.
    fn together(&self, id: &IncidentId) -> Result<Vec<(WatchId, IncidentId)>, Refusal> {
        let together = self.told_with(id).into_iter().map(|incident| (incident.watch.clone(), incident.id.clone()));
        let together: Vec<_> = together.collect();
        if together.is_empty() { Err(Refusal::NoSuchIncident) } else { Ok(together) }
    }

    fn resolve(&mut self, id: &IncidentId, resolution: Resolution) -> Result<Incident, Refusal> {
        let at = self.ports.clock.now();
        if let Some(change) = self.resolve_report(id, resolution, at) {
            let incident = change.incident().clone();
            self.announce(&[change], at);
            return Ok(incident);
        }
        let slot = self.slots.values_mut().find(|slot| holds(slot.track.unresolved(), id));
        let slot = slot.ok_or(Refusal::NoSuchIncident)?;
        if resolution == Resolution::Ours {
            let incident = slot.track.unresolved().iter().find(|incident| incident.id == *id).cloned();
            let watch = slot.watch.id.clone();
            // Nothing was asked here: what an earlier answer was bound to does not bind this one.
            slot.asked_about = None;
            self.look(&watch, Purpose::Approval, std::time::Duration::ZERO);
            return incident.ok_or(Refusal::NoSuchIncident);
        }
        let change = slot.track.resolve(id, resolution, at).ok_or(Refusal::NoSuchIncident)?;
        let incident = change.incident().clone();
        self.announce(&[change], at);
        Ok(incident)
    }
}

fn holds(incidents: &[Incident], id: &IncidentId) -> bool {
    incidents.iter().any(|incident| incident.id == *id)
}

/// Who sits at this computer, as the system names them; where it does not, somebody.
pub(crate) fn user(speech: &Speech) -> String {
    let named =
        ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok().filter(|name| !name.trim().is_empty()));
    named.unwrap_or_else(|| speech.say(&words::somebody()))
}
