//! Which incidents are told together: one cause, one alert.
//!
//! An alert is what stands in one place on the screen. It begins with one incident; another one joins it where
//!
//! 1. the same outlet has the same trouble on another of its pages: of the same kind, or one that shows the very same deviation,
//! 2. an outlet of the same group has it within half an hour of the latest,
//! 3. it shows the same foreign picture, host, title or words, wherever it is,
//! 4. so many begin at once that nobody could read them one by one (a *storm*).
//!
//! Incidents of different kinds of watch are different troubles: that a panel opens is not lost in what is said of front
//! pages. An alert over several outlets is a *campaign*; a storm is none, as nothing but the moment ties it, nor is a group whose
//! pages are intact and changed alike (a joint statement, mourning grey).

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiff::{SignedDuration, Timestamp};

use super::kin::{Trait, deviations, is_intact};
use super::{Cause, Incident, IncidentId, State};
use crate::digest::Digest;
use crate::verdict::Severity;
use crate::watch::{WatchId, WatchKind};

/// Outlets of one group whose trouble begins this soon after that of the latest are one campaign: our choice, not measured.
const GROUP_WITHIN: SignedDuration = SignedDuration::from_mins(30);
/// For how long after the latest the same picture, host, title or words tie an incident to an alert.
const KIN_WITHIN: SignedDuration = SignedDuration::from_hours(24);
/// More alerts than this within [`STORM_SHORT`] or, of [`STORM_MANY`], within [`STORM_LONG`], and the next ones are told
/// together. Attacks on strangers, five a minute, stay far below both.
const STORM_FEW: usize = 10;
const STORM_SHORT: SignedDuration = SignedDuration::from_secs(10);
const STORM_MANY: usize = 100;
const STORM_LONG: SignedDuration = SignedDuration::from_mins(10);
/// What a storm took in last may be this old when another one joins it.
const STORM_WITHIN: SignedDuration = SignedDuration::from_mins(2);

/// What ties the incidents of an alert, beyond their time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tie {
    /// They are of one outlet, or one alone.
    Outlet,
    /// They are of one group, and began together.
    Group,
    /// They show the same.
    Kin(Trait),
    /// They are of one group and changed alike on pages that are otherwise intact: a joint statement, mourning grey.
    Alike,
    /// They are too many to be told one by one.
    Storm,
}

impl Tie {
    /// How much it says: of two ties the one that says more is told.
    fn says(&self) -> u8 {
        match self {
            Self::Outlet => 0,
            Self::Alike => 1,
            Self::Group => 2,
            Self::Kin(_) | Self::Storm => 3,
        }
    }
}

/// An incident of an alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The incident.
    pub id: IncidentId,
    /// The watch that holds it.
    pub watch: WatchId,
    /// Its outlet's name.
    pub outlet: String,
    /// The id of what is said of it.
    pub summary: String,
    /// The first look that saw it.
    pub began: Timestamp,
    /// Whether it is not over.
    pub unresolved: bool,
}

/// Incidents that are told together.
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    /// The incident that it began with, whose id names it and its place on the screen.
    pub lead: IncidentId,
    /// The cause of all of them.
    pub cause: Cause,
    /// The kind of watch that saw the first of them, and sees whatever joins it but for the same deviation on other pages.
    pub kind: WatchKind,
    /// The group of their outlets, where it is one.
    pub group: Option<String>,
    /// What ties them.
    pub tie: Tie,
    /// The campaign that it is; none while it is of one outlet, and for a storm.
    pub campaign: Option<String>,
    /// How urgent the most urgent of them is.
    pub severity: Severity,
    /// In the order in which they joined.
    pub members: Vec<Member>,
    /// When the latest joined.
    pub latest: Timestamp,
    /// How often an outlet joined that had nothing unresolved in it.
    pub arrivals: u32,
    traits: Vec<Trait>,
    /// What deviates on its pages.
    deviations: BTreeSet<[String; 3]>,
    /// Whether the pages of all of them are intact.
    intact: bool,
}

impl Alert {
    fn new(incident: &Incident, traits: &[Trait], now: Timestamp) -> Self {
        Self {
            lead: incident.alert.clone().unwrap_or_else(|| incident.id.clone()),
            cause: incident.cause,
            kind: incident.kind,
            group: incident.group.clone(),
            tie: Tie::Outlet,
            campaign: incident.campaign.clone(),
            severity: incident.severity,
            members: Vec::new(),
            latest: now,
            arrivals: 0,
            traits: traits.to_vec(),
            deviations: BTreeSet::new(),
            intact: is_intact(incident),
        }
    }

    /// Names of its outlets with an unresolved incident, each once, in the order in which they joined.
    pub fn outlets(&self) -> Vec<&str> {
        self.outlets_of(|member| member.unresolved)
    }

    /// Names of all outlets that it ever had, each once.
    pub fn all_outlets(&self) -> Vec<&str> {
        self.outlets_of(|_| true)
    }

    /// Those of its incidents that are not over.
    pub fn unresolved(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.unresolved)
    }

    /// The first look that saw the first of what is unresolved; of all, where nothing is.
    pub fn began(&self) -> Timestamp {
        let began = |all: bool| self.members.iter().filter(|it| all || it.unresolved).map(|it| it.began).min();
        began(false).or_else(|| began(true)).unwrap_or(self.latest)
    }

    /// Whether this outlet has something unresolved in it.
    /// Whether the same is said of all that is unresolved.
    pub fn says_one_thing(&self) -> bool {
        let mut said = self.unresolved().map(|member| member.summary.as_str());
        said.next().is_none_or(|first| said.all(|other| other == first))
    }

    fn holds(&self, outlet: &str) -> bool {
        self.unresolved().any(|member| member.outlet == outlet)
    }

    fn outlets_of(&self, which: impl Fn(&Member) -> bool) -> Vec<&str> {
        let mut outlets: Vec<&str> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for member in self.members.iter().filter(|member| which(member)) {
            if seen.insert(member.outlet.as_str()) {
                outlets.push(&member.outlet);
            }
        }
        outlets
    }

    fn take(&mut self, incident: &Incident, traits: &[Trait], now: Timestamp) {
        self.latest = self.latest.max(now);
        self.severity = self.severity.max(incident.severity);
        if !self.holds(&incident.outlet) {
            self.arrivals = self.arrivals.saturating_add(1);
        }
        self.members.push(Member {
            id: incident.id.clone(),
            watch: incident.watch.clone(),
            outlet: incident.outlet.clone(),
            summary: incident.summary.id.clone(),
            began: incident.began,
            unresolved: true,
        });
        for new in traits {
            if !self.traits.iter().any(|known| known.same(new)) {
                self.traits.push(new.clone());
            }
        }
        self.traits.truncate(MOST_TRAITS);
        let room = MOST_TRAITS.saturating_sub(self.deviations.len());
        self.deviations.extend(deviations(incident).into_iter().take(room));
        if self.group != incident.group {
            self.group = None;
        }
    }
}

/// By how many pictures, hosts and texts an alert is known, and by how many deviations.
const MOST_TRAITS: usize = 32;

/// Where an incident came to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The alert that tells of it.
    pub alert: IncidentId,
    /// Whether the alert was there before.
    pub joined: bool,
    /// Others of its incidents that belong to a campaign from now on.
    pub recruited: Vec<Member>,
    /// The campaign that it is.
    pub campaign: Option<String>,
}

/// All alerts with something unresolved.
#[derive(Debug, Clone, Default)]
pub struct Alerts {
    live: BTreeMap<IncidentId, Alert>,
    /// The alert of each unresolved incident.
    of: BTreeMap<IncidentId, IncidentId>,
    /// When the latest alerts began.
    begun: VecDeque<Timestamp>,
}

impl Alerts {
    /// The alerts of the unresolved incidents of an earlier run, as they stood. What tied them beyond their group is not
    /// known any more; what joins later is tied to them by outlet and group.
    pub fn resume<'a>(unresolved: impl IntoIterator<Item = &'a Incident>) -> Self {
        let mut alerts = Self::default();
        for incident in unresolved {
            let lead = incident.alert.clone().unwrap_or_else(|| incident.id.clone());
            let alert = alerts.live.entry(lead.clone()).or_insert_with(|| Alert::new(incident, &[], incident.opened));
            alert.take(incident, &[], incident.opened);
            alert.campaign = alert.campaign.take().or_else(|| incident.campaign.clone());
            let several = alert.outlets().len() > 1;
            alert.tie = match (several, &alert.campaign) {
                (false, _) => Tie::Outlet,
                (true, None) => Tie::Storm,
                (true, Some(_)) => Tie::Group,
            };
            alerts.of.insert(incident.id.clone(), lead);
        }
        alerts
    }

    /// Finds the alert that tells of an incident that has just opened, by its kin.
    pub fn place(&mut self, incident: &Incident, traits: &[Trait], now: Timestamp) -> Placed {
        if let Some(alert) = self.of(&incident.id) {
            let (alert, campaign) = (alert.lead.clone(), alert.campaign.clone());
            return Placed { alert, joined: true, recruited: Vec::new(), campaign };
        }
        let Some((lead, tie)) = self.find(incident, traits, now) else {
            return self.begin(incident, traits, now);
        };
        let Some(alert) = self.live.get_mut(&lead) else { return self.begin(incident, traits, now) };
        alert.take(incident, traits, now);
        // The plainest tie is said: that they show the same, before that they are of one group.
        if tie.says() > alert.tie.says() {
            alert.tie = tie;
        }
        alert.intact &= is_intact(incident);
        if alert.tie == Tie::Alike && !alert.intact {
            alert.tie = Tie::Group;
        }
        self.of.insert(incident.id.clone(), lead.clone());
        let mut recruited = Vec::new();
        if alert.all_outlets().len() > 1 && alert.campaign.is_none() && !matches!(alert.tie, Tie::Storm | Tie::Alike) {
            alert.campaign = Some(campaign_of(&lead));
            recruited.extend(alert.unresolved().filter(|it| it.id != incident.id).cloned());
        }
        Placed { campaign: alert.campaign.clone(), alert: lead, joined: true, recruited }
    }

    /// Several incidents of one outlet may lie in one alert: how urgent it is grows with each. What is said of one may be another.
    pub fn escalated(&mut self, incident: &Incident) {
        if let Some(alert) = self.of.get(&incident.id).and_then(|lead| self.live.get_mut(lead)) {
            alert.severity = alert.severity.max(incident.severity);
            for member in alert.members.iter_mut().filter(|member| member.id == incident.id) {
                member.summary.clone_from(&incident.summary.id);
            }
        }
    }

    /// An incident is over. Returns its alert as it is after that; one with nothing unresolved is let go of.
    pub fn ended(&mut self, id: &IncidentId) -> Option<Alert> {
        let lead = self.of.remove(id)?;
        let alert = self.live.get_mut(&lead)?;
        for member in alert.members.iter_mut().filter(|member| member.id == *id) {
            member.unresolved = false;
        }
        if alert.unresolved().next().is_some() { Some(alert.clone()) } else { self.live.remove(&lead) }
    }

    /// What was said of an incident's end did not come to be said: the alert that tells of it is as it was.
    pub fn put_back(&mut self, id: &IncidentId, alert: Alert) {
        self.of.insert(id.clone(), alert.lead.clone());
        self.live.insert(alert.lead.clone(), alert);
    }

    /// A watch is another outlet's now.
    pub fn moved(&mut self, watch: &WatchId, to: &str) {
        let members = self.live.values_mut().flat_map(|alert| &mut alert.members);
        for member in members.filter(|member| member.watch == *watch) {
            to.clone_into(&mut member.outlet);
        }
    }

    /// An outlet has another name.
    pub fn renamed(&mut self, from: &str, to: &str) {
        let members = self.live.values_mut().flat_map(|alert| &mut alert.members);
        for member in members.filter(|member| member.outlet == from) {
            to.clone_into(&mut member.outlet);
        }
    }

    /// The alert that tells of this incident.
    pub fn of(&self, id: &IncidentId) -> Option<&Alert> {
        self.of.get(id).and_then(|lead| self.live.get(lead))
    }

    /// The alert with this name.
    pub fn get(&self, lead: &IncidentId) -> Option<&Alert> {
        self.live.get(lead)
    }

    /// All of them, by their names.
    pub fn iter(&self) -> impl Iterator<Item = &Alert> {
        self.live.values()
    }

    fn begin(&mut self, incident: &Incident, traits: &[Trait], now: Timestamp) -> Placed {
        let mut alert = Alert::new(incident, traits, now);
        alert.take(incident, traits, now);
        let lead = alert.lead.clone();
        self.of.insert(incident.id.clone(), lead.clone());
        self.live.insert(lead.clone(), alert);
        self.begun.push_back(now);
        Placed { alert: lead, joined: false, recruited: Vec::new(), campaign: incident.campaign.clone() }
    }

    fn find(&mut self, incident: &Incident, traits: &[Trait], now: Timestamp) -> Option<(IncidentId, Tie)> {
        let alike = |alert: &&Alert| alert.cause == incident.cause && alert.kind == incident.kind;
        let lately = |alert: &Alert, within| now.duration_since(alert.latest).abs() <= within;
        // What a person reports is what they saw, at one place: it is nobody else's.
        if incident.cause == Cause::Reported {
            return None;
        }
        let by_outlet = |alert: &&Alert| alert.holds(&incident.outlet);
        if let Some(alert) = self.live.values().filter(alike).find(by_outlet) {
            return Some((alert.lead.clone(), Tie::Outlet));
        }
        if incident.cause == Cause::Content {
            let deviations = deviations(incident);
            let same = |alert: &&Alert| alert.cause == Cause::Content && by_outlet(alert);
            let same = |alert: &&Alert| same(alert) && !alert.deviations.is_disjoint(&deviations);
            if let Some(alert) = self.live.values().find(same) {
                return Some((alert.lead.clone(), Tie::Outlet));
            }
        }
        // On pages that are intact the same words are a statement.
        let kin = self.live.values().filter(alike).filter(|alert| lately(alert, KIN_WITHIN));
        for alert in kin.filter(|alert| !(alert.intact && is_intact(incident))) {
            if let Some(shared) = traits.iter().find(|one| alert.traits.iter().any(|other| other.same(one))) {
                return Some((alert.lead.clone(), Tie::Kin(shared.clone())));
            }
        }
        let of_group = |alert: &&Alert| incident.group.is_some() && alert.group == incident.group;
        if let Some(alert) = self.live.values().filter(alike).filter(of_group).find(|alert| lately(alert, GROUP_WITHIN))
        {
            let alike = alert.intact && is_intact(incident);
            return Some((alert.lead.clone(), if alike { Tie::Alike } else { Tie::Group }));
        }
        let storm = |alert: &&Alert| alert.tie == Tie::Storm && lately(alert, STORM_WITHIN);
        if let Some(alert) = self.live.values().filter(alike).find(storm) {
            return Some((alert.lead.clone(), Tie::Storm));
        }
        if !self.is_stormy(now) {
            return None;
        }
        // The latest of its kind takes it in, and every one that follows.
        let latest = self.live.values().filter(alike).max_by_key(|alert| (alert.latest, alert.lead.clone()))?;
        Some((latest.lead.clone(), Tie::Storm))
    }

    fn is_stormy(&mut self, now: Timestamp) -> bool {
        while self.begun.front().is_some_and(|at| now.duration_since(*at) > STORM_LONG) {
            self.begun.pop_front();
        }
        let within = |time: SignedDuration| self.begun.iter().filter(|at| now.duration_since(**at) <= time).count();
        within(STORM_SHORT) >= STORM_FEW || within(STORM_LONG) >= STORM_MANY
    }
}

/// The id of the campaign that begins with this incident: another than the incident's, as it may be told apart.
fn campaign_of(lead: &IncidentId) -> String {
    let mut id = Digest::of(format!("campaign\n{}", lead.as_str()).as_bytes()).to_string();
    id.truncate(16);
    id
}

impl Incident {
    /// Whether nobody has it.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }
}
