//! The published stories of each outlet: taken on as its feed names them, looked at ever less often, told of together.
//!
//! Every story has a slot of its own, with its own baseline, and is confirmed by itself. One slot more for each outlet
//! speaks for them all: its watch is named by the feed's address, it holds the incident, and it is never scheduled.

mod kept;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use frontwatch_core::baseline::Baseline;
use frontwatch_core::extract::Listed;
use frontwatch_core::extract::name::registrable;
use frontwatch_core::incident::Cause;
use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::stories::{
    self, MOST_LOOKS, MOST_LOOKS_WITHIN, MOST_RECENT, MOST_SAMPLED, Published, Standing, Troubled,
};
use frontwatch_core::incident::track::{Change, Others, Sighting, Step, Track};
use frontwatch_core::parts::{Reach, address};
use frontwatch_core::verdict::{Judgement, Signal, Verdict};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::event::Purpose;
use super::judging::Judgeable;
use super::missing::Missing;
use super::slot::Slot;
use super::{Loop, Rested};
use crate::store::Write;
pub(super) use kept::KeptStories;

/// Stories that are looked at at once because something happened to one of them, or to the feed.
const AT_ONCE: usize = 40;

/// How long a feed that lost stories waits for what the looks at these say.
const WAIT_FOR_STORIES: SignedDuration = SignedDuration::from_secs(30);

/// How long the first word of a story in trouble waits for what the looks at the others say.
const WAIT_FOR_SIBLINGS: SignedDuration = SignedDuration::from_secs(8);

/// The stories of one outlet.
#[derive(Debug, Default)]
pub(super) struct Stories {
    held: BTreeMap<WatchId, Held>,
    /// Stories that a person said they took down themselves: the feed may name them for a while.
    taken_down: BTreeSet<WatchId>,
    /// Since when the first word of trouble waits for the looks at other stories.
    waits_since: Option<Timestamp>,
    /// When each of the latest looks was made that counts against what an outlet is asked for.
    looks: VecDeque<Timestamp>,
    /// How far in the feed came from that names them, when it was last well; none before it was.
    bound: Option<Reach>,
    /// What the site shows for a story that does not exist.
    pub(super) missing: Missing,
}

#[derive(Debug)]
struct Held {
    published: Published,
    /// What confirms a look at it; its incidents are not told.
    track: Track,
    /// What was judged of it, while it is confirmed not to be as it was published.
    trouble: Option<Judgement>,
    /// When it was last looked at because something happened to others.
    alerted: Option<Timestamp>,
}

impl Stories {
    /// Whether one more look is within what an outlet is asked for, where front pages are looked at every `homepages`.
    fn may_look(&mut self, purpose: Purpose, homepages: Duration, now: Timestamp) -> bool {
        let most = match purpose {
            Purpose::Routine => MOST_LOOKS,
            // What happened to other stories must not go unseen because the ordinary looks are used up.
            Purpose::Alerted => 2 * MOST_LOOKS,
            Purpose::Confirmation | Purpose::Recheck | Purpose::Approval => return true,
        };
        let within = homepages * MOST_LOOKS_WITHIN;
        while self.looks.front().is_some_and(|at| now.duration_since(*at).unsigned_abs() >= within || *at > now) {
            self.looks.pop_front();
        }
        let may = self.looks.len() < most;
        if may {
            self.looks.push_back(now);
        }
        may
    }
}

/// Whether this says that a feed names fewer stories than it should.
fn is_loss(signal: &Signal) -> bool {
    matches!(signal.kind.as_str(), "feed.vanished" | "feed.removed")
}

/// Whether a feed lost stories: whatever else is wrong with it, these are looked at.
fn lost_stories(judgement: &Judgement) -> bool {
    judgement.signals.iter().any(|signal| is_loss(signal) || signal.kind == "feed.empty")
}

/// The watch that speaks for all stories that a feed names.
fn group(feed: &Watch) -> Watch {
    let id = WatchId::new(WatchKind::Article, &feed.url);
    Watch { id, kind: WatchKind::Article, ignore: Vec::new(), ..feed.clone() }
}

/// The watch of one story, in the name of the watch that speaks for all of the outlet's, or of its feed.
pub(crate) fn story(of: &Watch, address: &Url) -> Watch {
    let id = WatchId::new(WatchKind::Article, address);
    Watch { id, kind: WatchKind::Article, url: address.clone(), ignore: Vec::new(), ..of.clone() }
}

/// Whether a feed may name this address as a story of its own site: it must not send us elsewhere.
pub(crate) fn is_own(feed: &Watch, address: &Url) -> bool {
    let domain = |url: &Url| url.host_str().map(registrable);
    domain(address) == domain(&feed.url)
}

impl Loop {
    /// Takes on the group of each feed's stories, with what is known of it, and lets go of those whose feed is gone.
    pub(super) fn take_on_stories(&mut self, now: Timestamp) {
        let feeds: Vec<(Watch, Vec<Url>)> = self.config.story_feeds();
        let groups: Vec<WatchId> = feeds.iter().map(|(feed, _)| group(feed).id).collect();
        let gone: Vec<WatchId> = self.stories.keys().filter(|id| !groups.contains(id)).cloned().collect();
        for id in gone {
            for story in self.stories.remove(&id).map(|stories| stories.held).unwrap_or_default().into_keys() {
                self.let_go(&story);
            }
            self.let_go(&id);
        }
        for (feed, pinned) in feeds {
            let group = group(&feed);
            if !self.stories.contains_key(&group.id) {
                let Rested { incidents, .. } = self.wake(&group.id);
                let interval = self.config.watching.interval;
                let slot = Slot::new(group.clone(), interval, &Baseline::default(), Track::resume(incidents));
                self.slots.insert(group.id.clone(), slot);
                let KeptStories { held, taken_down } = self.kept_stories.remove(&group.id).unwrap_or_default();
                self.stories.insert(group.id.clone(), Stories { taken_down, ..Stories::default() });
                for kept in held {
                    self.hold(&group, &kept.address, kept.published, kept.trouble, now);
                }
            }
            for address in pinned {
                let published = Published { title: address.path().to_owned(), since: now, pinned: true };
                self.hold(&group, &address, published, None, now);
            }
            self.conclude_group(&group.id, now);
        }
    }

    /// What a feed names is taken on, unless the feed itself is in question; where it lost stories, these are looked at now.
    pub(super) fn feed_names(&mut self, task: &Judgeable, listed: &[Listed], judgement: &Judgement) {
        let feed = &task.watch;
        match judgement.verdict {
            _ if !self.config.outlets.iter().any(|outlet| outlet.name == feed.outlet && outlet.article) => {}
            Verdict::Normal | Verdict::Learning => self.listed(task, listed),
            Verdict::Suspect | Verdict::Alarm if lost_stories(judgement) => self.look_at_unlisted(feed, listed),
            Verdict::Suspect | Verdict::Alarm | Verdict::Inconclusive => {}
        }
    }

    /// How far in the host of a watch may lead: anywhere, where a person named it. A story's leads no further in than the feed came
    /// from that names it, and before that has answered, to what everybody can reach.
    pub(super) fn reach(&self, id: &WatchId) -> Reach {
        let Some(slot) = self.slots.get(id) else { return Reach::Public };
        let Some(group) = &slot.told_by else { return Reach::Loopback };
        let Some(stories) = self.stories.get(group) else { return Reach::Public };
        let pinned = stories.held.get(id).is_some_and(|held| held.published.pinned);
        // A story's address that stands for itself is the feed's own.
        if pinned || address(&slot.watch.url).is_some() {
            return Reach::Loopback;
        }
        stories.bound.unwrap_or(Reach::Public)
    }

    /// A feed that is well came from as far in as this. Stories that could not be reached before are looked at now.
    pub(super) fn feed_came_from(&mut self, feed: &WatchId, from: Reach) {
        let Some(slot) = self.slots.get(feed).filter(|slot| slot.watch.kind == WatchKind::Feed) else { return };
        let Some(stories) = self.stories.get_mut(&group(&slot.watch).id) else { return };
        let before = stories.bound.replace(from).unwrap_or(Reach::Public);
        if from > before {
            let group = group(&slot.watch).id;
            let could_not = |id: &WatchId| id.url().is_some_and(|url| address(&url).is_none());
            self.look_at_now(&group, |id, held| !held.published.pinned && could_not(id));
        }
    }

    /// Somebody says that a feed is as it was: its stories lead no further in than it was known to come from.
    pub(super) fn feed_unchanged(&mut self, feed: &WatchId, from: Reach) {
        let Some(slot) = self.slots.get(feed).filter(|slot| slot.watch.kind == WatchKind::Feed) else { return };
        let bound = self.stories.get_mut(&group(&slot.watch).id).and_then(|stories| stories.bound.as_mut());
        if let Some(bound) = bound {
            *bound = from.min(*bound);
        }
    }

    /// Takes on the stories of a feed that are the site's own and recent.
    fn listed(&mut self, task: &Judgeable, listed: &[Listed]) {
        let (feed, now) = (&task.watch, task.at);
        let group = group(feed);
        if !self.stories.contains_key(&group.id) {
            return;
        }
        let mut changed = false;
        if let Some(stories) = self.stories.get_mut(&group.id) {
            let named =
                |id: &WatchId| listed.iter().any(|story| WatchId::new(WatchKind::Article, &story.address) == *id);
            stories.taken_down.retain(named);
        }
        let own = listed.iter().filter(|story| is_own(feed, &story.address));
        for Listed { address, title, published, .. } in own.take(MOST_RECENT) {
            let since = published.filter(|published| *published < now).unwrap_or(now);
            let published = Published { title: title.clone(), since, pinned: false };
            if published.standing(address.as_str(), now) == Standing::Recent {
                changed |= self.hold(&group, address, published, None, now);
            }
        }
        self.feed_came_from(&feed.id, task.answer.from);
        changed |= self.let_go_of_the_old(&group.id, now);
        if changed {
            self.keep_stories(&group.id);
        }
        self.conclude_group(&group.id, now);
    }

    /// The feed lost stories: those that it no longer names are looked at now, newest first.
    fn look_at_unlisted(&mut self, feed: &Watch, listed: &[Listed]) {
        let named = |id: &WatchId| listed.iter().any(|story| WatchId::new(WatchKind::Article, &story.address) == *id);
        self.look_at_now(&group(feed).id, |id, held| held.trouble.is_none() && !named(id));
    }

    /// Looks at stories because something happened to others, newest first; at none of them again within seconds.
    fn look_at_now(&mut self, group: &WatchId, which: impl Fn(&WatchId, &Held) -> bool) {
        let now = self.ports.clock.now();
        let Some(stories) = self.stories.get_mut(group) else { return };
        let lately = |held: &Held| held.alerted.is_some_and(|at| now.duration_since(at).abs() < WAIT_FOR_SIBLINGS);
        let mut others: Vec<(&WatchId, &mut Held)> =
            stories.held.iter_mut().filter(|(id, held)| !lately(held) && which(id, held)).collect();
        others.sort_unstable_by(|(a, one), (b, other)| (other.published.since, b).cmp(&(one.published.since, a)));
        let mut chosen = Vec::new();
        for (id, held) in others.into_iter().take(AT_ONCE) {
            held.alerted = Some(now);
            chosen.push(id.clone());
        }
        for id in chosen {
            self.look(&id, Purpose::Alerted, Duration::ZERO);
        }
    }

    /// A feed that lost stories and nothing else: whether they are gone is seen at the stories themselves, and told there.
    /// If they still open after half a minute, it is the feed that is told of.
    pub(super) fn beside_stories(&self, id: &WatchId, sighting: Sighting) -> Sighting {
        let Some(slot) = self.slots.get(id).filter(|slot| slot.watch.kind == WatchKind::Feed) else { return sighting };
        let Some(stories) = self.stories.get(&group(&slot.watch).id) else { return sighting };
        if sighting.finding != Finding::Alarming || !sighting.signals.iter().all(is_loss) {
            return sighting;
        }
        let told = stories.held.values().any(|held| held.trouble.is_some());
        let alarmed = slot.concluded.as_ref().filter(|latest| latest.judgement.verdict == Verdict::Alarm);
        let waits = alarmed.is_none_or(|latest| sighting.at.duration_since(latest.since) < WAIT_FOR_STORIES);
        if told || waits { Sighting { finding: Finding::Doubtful, ..sighting } } else { sighting }
    }

    /// Takes a story on that is not held yet; whether it is new.
    fn hold(
        &mut self,
        group: &Watch,
        address: &Url,
        published: Published,
        trouble: Option<Judgement>,
        now: Timestamp,
    ) -> bool {
        let watch = story(group, address);
        let Some(stories) = self.stories.get_mut(&group.id).filter(|stories| !stories.taken_down.contains(&watch.id))
        else {
            return false;
        };
        if let Some(held) = stories.held.get_mut(&watch.id) {
            held.published.pinned |= published.pinned;
            return false;
        }
        // A story of another outlet, or of another feed, is looked at there.
        if self.slots.contains_key(&watch.id) {
            return false;
        }
        let pace = published.pace(self.config.watching.interval, now);
        // One after the other, all within an interval of the front pages.
        let before = u32::try_from(stories.held.len() % MOST_RECENT).unwrap_or_default();
        let spread = self.config.watching.interval / 60 * before;
        stories.held.insert(watch.id.clone(), Held { published, track: Track::default(), trouble, alerted: None });
        let Rested { baseline, .. } = self.rested.remove(&watch.id).unwrap_or_default();
        let mut slot = Slot::new(watch.clone(), pace, &baseline, Track::default());
        slot.told_by = Some(group.id.clone());
        self.slots.insert(watch.id.clone(), slot);
        self.schedule.add(&watch.id, pace, now, spread);
        true
    }

    /// Lets go of stories that are neither recent nor in the sample; what was learned of them is forgotten.
    fn let_go_of_the_old(&mut self, group: &WatchId, now: Timestamp) -> bool {
        let Some(stories) = self.stories.get(group) else { return false };
        let mut held: Vec<(Standing, Timestamp, &WatchId)> = stories
            .held
            .iter()
            .filter(|(_, held)| held.trouble.is_none())
            .filter_map(|(id, held)| {
                let address = self.slots.get(id)?.watch.url.as_str();
                Some((held.published.standing(address, now), held.published.since, id))
            })
            .collect();
        held.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        let mut counts = BTreeMap::<Standing, usize>::new();
        let mut old = Vec::new();
        for (standing, _, id) in held {
            let count = counts.entry(standing).or_default();
            *count += 1;
            let most = match standing {
                Standing::Pinned => usize::MAX,
                Standing::Recent => MOST_RECENT,
                Standing::Sampled => MOST_SAMPLED,
                Standing::Retired => 0,
            };
            if *count > most {
                old.push(id.clone());
            }
        }
        for id in &old {
            if let Some(stories) = self.stories.get_mut(group) {
                stories.held.remove(id);
            }
            self.let_go(id);
        }
        !old.is_empty()
    }

    fn let_go(&mut self, id: &WatchId) {
        self.slots.remove(id);
        self.schedule.remove(id);
        self.writes.push(Write::Forget { watch: id.clone() });
    }

    /// Whether this watch speaks for stories, rather than being looked at itself.
    pub(super) fn is_group(&self, id: &WatchId) -> bool {
        self.stories.contains_key(id)
    }

    /// Whether a story may be looked at now; where an ordinary look may not be, it is due again after its interval.
    pub(super) fn may_look_at_story(&mut self, id: &WatchId, purpose: Purpose, now: Timestamp) -> bool {
        let Some(group) = self.slots.get(id).and_then(|slot| slot.told_by.clone()) else { return true };
        let homepages = self.config.watching.interval;
        let may = self.stories.get_mut(&group).is_none_or(|stories| {
            // Those in trouble are few, and it must be seen when they are back.
            let troubled = stories.held.get(id).is_some_and(|held| held.trouble.is_some());
            troubled || stories.may_look(purpose, homepages, now)
        });
        if !may && purpose == Purpose::Routine {
            self.schedule.looked(id, now, None);
        }
        may
    }

    /// A person asks about the stories of an outlet: those in trouble are looked at, or the newest. What they say is
    /// theirs is approved, or let go of if it no longer opens.
    pub(super) fn look_at_group(&mut self, group: &WatchId, purpose: Purpose) {
        let Some(stories) = self.stories.get(group) else { return };
        let now = self.ports.clock.now();
        let troubled: Vec<(WatchId, bool)> = stories
            .held
            .iter()
            .filter_map(|(id, held)| Some((id.clone(), held.trouble.as_ref()?)))
            .map(|(id, trouble)| (id, trouble.signals.iter().any(|signal| signal.kind == "story.deleted")))
            .collect();
        for (id, deleted) in troubled {
            let held =
                self.stories.get_mut(group).filter(|_| purpose == Purpose::Approval).map(|stories| &mut stories.held);
            if let Some(held) = held {
                if deleted {
                    held.remove(&id);
                    self.let_go(&id);
                    continue;
                }
                if let Some(held) = held.get_mut(&id) {
                    (held.trouble, held.track) = (None, Track::default());
                }
            }
            self.look(&id, purpose, Duration::ZERO);
        }
        if purpose == Purpose::Approval {
            self.keep_stories(group);
            self.approved(group, now);
        }
        self.conclude_group(group, now);
    }

    /// What a look at a story came to; what follows for the outlet is told by its group.
    pub(super) fn conclude_story(&mut self, id: &WatchId, sighting: &Sighting, judgement: &Judgement) -> Step {
        let now = self.ports.clock.now();
        let interval = self.config.watching.interval;
        let Some(slot) = self.slots.get_mut(id) else { return Step::default() };
        let Some(group) = slot.told_by.clone() else { return Step::default() };
        let Some(held) = self.stories.get_mut(&group).and_then(|stories| stories.held.get_mut(id)) else {
            return Step::default();
        };
        // A story that can't be reached says nothing that the front page does not say.
        let finding = if sighting.finding == Finding::Down { Finding::Blind } else { sighting.finding };
        let step = held.track.see(&slot.watch, &Sighting { finding, ..sighting.clone() }, slot.interval);
        slot.interval = held.published.pace(interval, now);
        self.schedule.pace(id, slot.interval);
        let was = held.trouble.is_some();
        for change in &step.changes {
            match change {
                Change::Opened(_)
                | Change::Reopened(_)
                | Change::Escalated(_)
                | Change::Developed(_)
                | Change::SeenAgain(_)
                    if finding == Finding::Alarming =>
                {
                    held.trouble = Some(judgement.clone());
                }
                Change::Resolved(_) => held.trouble = None,
                _ => {}
            }
        }
        // Kept from an earlier run: it is well only when it was seen well.
        if held.trouble.is_some() && held.track.unresolved().is_empty() && finding == Finding::Well {
            held.trouble = None;
        }
        let is = held.trouble.is_some();
        if was != is {
            self.keep_stories(&group);
            // What was done to one was done to others, and what one is back from, too.
            self.look_at_now(&group, |_, held| held.trouble.is_some() != is);
        }
        step
    }

    /// What follows from a look at a story for all of its outlet, once that look is over.
    pub(super) fn conclude_outlets_stories(&mut self, id: &WatchId) {
        let now = self.ports.clock.now();
        let Some(slot) = self.slots.get(id) else { return };
        if let Some((group, address)) = slot.told_by.clone().map(|group| (group, slot.watch.url.clone())) {
            self.ask_for_missing(&group, (id, &address), now);
            self.conclude_group(&group, now);
        }
    }

    /// What is said of all stories of an outlet now.
    fn conclude_group(&mut self, group: &WatchId, at: Timestamp) {
        let Some(stories) = self.stories.get(group) else { return };
        let troubled: Vec<Troubled> = stories
            .held
            .iter()
            .filter_map(|(id, held)| {
                let judgement = held.trouble.clone()?;
                let address = self.slots.get(id)?.watch.url.to_string();
                let of_today = at.duration_since(held.published.since) < SignedDuration::from_hours(24);
                Some(Troubled { address, title: held.published.title.clone(), of_today, judgement })
            })
            .collect();
        let judgement = stories::together(&troubled);
        let finding = if judgement.verdict == Verdict::Alarm { Finding::Alarming } else { Finding::Well };
        let Some(slot) = self.slots.get_mut(group) else { return };
        let sighting = Sighting {
            at,
            took: Duration::ZERO,
            finding,
            availability: judgement.availability,
            summary: super::looking::summary(&judgement),
            severity: judgement.severity,
            score: judgement.score,
            signals: judgement.signals.clone(),
            digest: None,
            others: Others::Answer,
            site_is_gone: false,
            asks_to_wait: None,
        };
        let same = slot.concluded.as_ref().is_some_and(|concluded| concluded.judgement == judgement);
        slot.conclude(at, &judgement);
        if let Some(recheck) = &mut self.recheck {
            recheck.looked(group, at, judgement.verdict);
        }
        if same && slot.track.unresolved().is_empty() == (finding == Finding::Well) {
            return;
        }
        let news = slot.track.open(Cause::Content).is_none() && finding == Finding::Alarming;
        if news && self.waits_for_siblings(group, at) {
            return;
        }
        let Some(slot) = self.slots.get_mut(group) else { return };
        let mut changes = Vec::new();
        if finding == Finding::Alarming {
            changes.extend(slot.track.revise(Cause::Content, &sighting));
        }
        // Each story was confirmed by itself, so that the group needs no second look of its own.
        changes.extend(slot.track.see(&slot.watch, &sighting, slot.interval).changes);
        changes.extend(slot.track.see(&slot.watch, &sighting, slot.interval).changes);
        changes.retain(|change| !matches!(change, Change::SeenAgain(_)));
        if !changes.is_empty() {
            self.announce(&changes, at);
        }
    }

    /// Whether other stories are still being looked at, so that the first word of it can name all that are in trouble.
    fn waits_for_siblings(&mut self, group: &WatchId, at: Timestamp) -> bool {
        let Some(stories) = self.stories.get_mut(group) else { return false };
        let since = *stories.waits_since.get_or_insert(at);
        let unsettled = stories.held.iter().any(|(id, held)| {
            held.track.is_confirming() || self.slots.get(id).is_some_and(|slot| slot.under_way.is_some())
        });
        let waits = unsettled && at.duration_since(since) < WAIT_FOR_SIBLINGS;
        if !waits {
            stories.waits_since = None;
        }
        waits
    }
}
