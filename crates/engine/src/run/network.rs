//! This computer's own network, before anything is said of an outlet: a bad look that the network could explain is held
//! until it is known whether it does. What is known stands in [`Own`], for each way to the internet by itself; how it comes
//! to be known is in `asking`, and what a sleeping laptop adds to it in `waking`.
//!
//! Watches on loopback need no network: they are never held, and say nothing of it.

mod asking;
mod waking;

use std::collections::BTreeMap;
use std::sync::Arc;

use frontwatch_core::detect::unanswered;
use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::Others;
use frontwatch_core::network::{Route, Troubled, Why, Word, cause, domain, proves};
use frontwatch_core::observation::{Observation, Outcome as Seen};
use frontwatch_core::text::cli::{self as words, Network};
use frontwatch_core::verdict::{Availability, Verdict};
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::mpsc;

use super::Loop;
use super::event::{Event, Purpose};
use super::judging::{Judgeable, Outcome, Panicked};
use super::parts::PartLook;
use super::slot::Slot;
use crate::api::happening::About;
use crate::ports::{Surroundings, SystemWord};
use asking::Asking;

/// What was found of a way holds for looks that begin this long after it was asked about, and nobody is asked again before.
const HOLDS: SignedDuration = SignedDuration::from_secs(10);

/// What is known of this computer's network.
#[derive(Debug, Default)]
pub(super) struct Own {
    ways: BTreeMap<Route, Way>,
    /// The questions that are under way.
    asking: Option<Asking>,
    /// When the latest questions began.
    asked: Option<Timestamp>,
    /// What the system said last, and when it was last asked.
    word: SystemWord,
    word_asked: Option<Timestamp>,
    /// Its word on the internet was shown to be wrong, while it still stands.
    refuted: bool,
    /// Whether looks are made half as often.
    slower: bool,
    /// This computer has just woken: until when looks wait for the network.
    waking: Option<Timestamp>,
}

/// One way to the internet.
#[derive(Debug)]
struct Way {
    network: Network,
    why: Why,
    /// Since when it is away.
    since: Timestamp,
    /// When a look began that proved it.
    proved: Option<Timestamp>,
    /// When the questions began by which it was last found open.
    open: Option<Timestamp>,
    /// Looks that wait for it to be known.
    held: Vec<Held>,
    /// What gave cause since it was last known to be open.
    troubled: Vec<Troubled>,
}

/// A look that waits.
#[derive(Debug)]
enum Held {
    /// It brought no answer, or that of a stranger.
    Looked { watch: WatchId, purpose: Purpose, observation: Box<Observation>, parts: Vec<PartLook> },
    /// It was judged, and a stranger could have made what it saw.
    Judged { task: Box<Judgeable>, outcome: Box<Outcome> },
}

impl Held {
    fn at(&self) -> Timestamp {
        match self {
            Self::Looked { observation, .. } => observation.at,
            Self::Judged { task, .. } => task.at,
        }
    }
}

impl Way {
    fn new(now: Timestamp) -> Self {
        Self {
            network: Network::Online,
            why: Why::Nothing,
            since: now,
            proved: None,
            open: None,
            held: Vec::new(),
            troubled: Vec::new(),
        }
    }

    /// Whether it was open for a look that began at this moment.
    fn was_open(&self, at: Timestamp) -> bool {
        self.proved.is_some_and(|proved| proved >= at) || self.open.is_some_and(|open| at.duration_since(open) < HOLDS)
    }

    /// Notes what gave cause, once for each site.
    fn trouble(&mut self, trouble: Troubled) {
        self.troubled.retain(|known| known.domain != trouble.domain);
        self.troubled.push(trouble);
    }
}

impl Own {
    fn way(&mut self, route: Route, now: Timestamp) -> &mut Way {
        self.ways.entry(route).or_insert_with(|| Way::new(now))
    }

    fn is_away(&self, route: Route) -> bool {
        self.ways.get(&route).is_some_and(|way| way.network != Network::Online)
    }

    /// All ways together: what is seen by one of them is seen.
    fn network(&self) -> Network {
        let mut worst = Network::Online;
        for way in self.ways.values() {
            match way.network {
                Network::Online => return Network::Online,
                away => worst = away,
            }
        }
        worst
    }

    /// The system's word, unless it was shown to be wrong.
    fn trusted_word(&self) -> Option<Word> {
        self.word.connectivity.filter(|_| !self.refuted)
    }

    /// When the questions that are under way are over, whatever came of them.
    pub(super) fn deadline(&self) -> Option<Timestamp> {
        self.asking.as_ref().map(Asking::deadline)
    }

    /// The clock jumped: moments that were noted before say nothing beside those to come.
    pub(super) fn forget_times(&mut self) {
        (self.asking, self.asked, self.word_asked) = (None, None, None);
        for way in self.ways.values_mut() {
            (way.proved, way.open) = (None, None);
        }
    }
}

/// Sends an event whenever the system may say something else, until the loop is gone.
pub(super) fn follow(surroundings: Arc<dyn Surroundings>, events: mpsc::Sender<Event>) {
    tokio::spawn(async move {
        loop {
            tokio::select! {
                () = surroundings.changed() => {}
                () = events.closed() => return,
            }
            if events.send(Event::SystemChanged).await.is_err() {
                return;
            }
        }
    });
}

impl Loop {
    /// A look came back. What the network could explain waits until it is known whether it does.
    pub(super) fn came(&mut self, id: WatchId, purpose: Purpose, observation: Observation, parts: Vec<PartLook>) {
        let now = self.ports.clock.now();
        let Some(slot) = self.slots.get_mut(&id) else { return };
        if let Some(asking) = &mut self.own.asking {
            asking.beside.remove(&id);
        }
        // What is shown of a host is weighed when it is judged; that it does not answer is told by its pages' watches.
        if slot.is_on_loopback() || matches!(slot.watch.kind, WatchKind::Tls | WatchKind::Dns) {
            self.looked(&id, purpose, observation, parts);
            return;
        }
        let (route, at, asked) = (Route::from(&observation.vantage), observation.at, slot.watch.url.clone());
        let usual = slot.usual_domain();
        slot.route = route;
        if proves(&asked, usual.as_deref(), &observation) {
            self.proved(route, at, now);
            self.looked(&id, purpose, observation, parts);
            return;
        }
        let answered = !matches!(observation.outcome, Seen::Failed(_));
        match cause(&asked, usual.as_deref(), &observation) {
            // Anybody in between can answer so: it counts where nothing better is to be had.
            None if answered => {
                let way = self.own.way(route, now);
                let nothing_better = matches!(way.why, Why::HostsSilent | Why::StrangersAnswer | Why::Nothing);
                if nothing_better && self.config.watching.probes.is_empty() {
                    self.proved(route, at, now);
                }
                if self.own.is_away(route) {
                    self.say_nothing_of(&id, purpose, &observation, parts);
                } else {
                    self.looked(&id, purpose, observation, parts);
                }
            }
            None => self.looked(&id, purpose, observation, parts),
            Some(cause) => {
                let way = self.own.way(route, now);
                way.trouble(Troubled { domain: domain(&asked), cause });
                let was_open = way.was_open(at);
                if self.own.is_away(route) || self.own.waking.is_some() {
                    self.say_nothing_of(&id, purpose, &observation, parts);
                    self.weigh(now);
                } else if was_open {
                    self.looked(&id, purpose, observation, parts);
                } else {
                    let observation = Box::new(observation);
                    self.keep_waiting(route, Held::Looked { watch: id, purpose, observation, parts }, now);
                }
            }
        }
    }

    /// A look was judged. Whoever stands between can answer in the place of a site over plain http, show a certificate of
    /// their own, and tell what a name is.
    pub(super) fn came_judged(&mut self, task: Judgeable, result: Result<Box<Outcome>, Panicked>) {
        let now = self.ports.clock.now();
        let (slot, outcome) = match (self.slots.get(&task.watch.id), result) {
            (Some(slot), Ok(outcome)) if !slot.is_on_loopback() => (slot, outcome),
            (_, result) => return self.judged(task, result),
        };
        let of_the_host = matches!(task.watch.kind, WatchKind::Tls | WatchKind::Dns);
        let forgeable = of_the_host || task.answer.url.scheme() == "http";
        let bad = match outcome.judgement.verdict {
            Verdict::Alarm => true,
            Verdict::Suspect => of_the_host,
            Verdict::Learning | Verdict::Normal | Verdict::Inconclusive => false,
        };
        let route = slot.route;
        if forgeable && (self.own.is_away(route) || bad && self.own.waking.is_some()) {
            self.conclude_blind(&task.watch.id, task.purpose, task.at);
        } else if forgeable && bad && !self.own.way(route, now).was_open(task.at) {
            self.keep_waiting(route, Held::Judged { task: Box::new(task), outcome }, now);
        } else {
            self.judged(task, Ok(outcome));
        }
    }

    fn keep_waiting(&mut self, route: Route, held: Held, now: Timestamp) {
        self.own.way(route, now).held.push(held);
        self.ask(now);
        self.weigh(now);
    }

    /// The look goes its way: it says of the site what it says.
    fn release(&mut self, held: Held) {
        match held {
            Held::Looked { watch, purpose, observation, parts } => self.looked(&watch, purpose, *observation, parts),
            Held::Judged { task, outcome } => self.judged(*task, Ok(outcome)),
        }
    }

    /// The look ended on this computer's own network.
    fn put_away(&mut self, held: Held) {
        match held {
            Held::Looked { watch, purpose, observation, parts } => {
                self.say_nothing_of(&watch, purpose, &observation, parts);
            }
            Held::Judged { task, .. } => self.conclude_blind(&task.watch.id, task.purpose, task.at),
        }
    }

    fn say_nothing_of(&mut self, id: &WatchId, purpose: Purpose, seen: &Observation, parts: Vec<PartLook>) {
        let Some(slot) = self.slots.get_mut(id) else { return };
        slot.shelf.take_in(parts.into_iter().map(PartLook::not_to_be_trusted).collect());
        slot.took = seen.took;
        slot.is_silent(seen.at);
        self.conclude_blind(id, purpose, seen.at);
    }

    /// Nothing is learned from it, nothing opens and nothing ends by it: nobody saw the page.
    fn conclude_blind(&mut self, id: &WatchId, purpose: Purpose, at: Timestamp) {
        if purpose == Purpose::Approval
            && let Some(outlet) = self.slots.get(id).map(|slot| slot.watch.outlet.clone())
        {
            self.remark(About::Trouble, words::not_approved(&outlet));
        }
        self.conclude(id, purpose, at, &unanswered::of_own_network(), Finding::Blind, None);
    }

    /// Whether other hosts answer by the same way, or neutral addresses do: a laptop without a network must not blame an
    /// outlet.
    pub(super) fn others(&self, id: &WatchId, at: Timestamp) -> Others {
        let Some(slot) = self.slots.get(id) else { return Others::Unknown };
        if slot.is_on_loopback() {
            return Others::Unknown;
        }
        let known = self.own.ways.get(&slot.route).filter(|way| way.was_open(at));
        if known.is_some_and(|way| matches!(way.why, Why::OthersAnswer | Why::ProbeAnswers)) {
            return Others::Answer;
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
        let (host, route) = (slot.watch.url.host_str(), slot.route);
        let unrelated = |other: &&Slot| other.watch.url.host_str() != host && tells_of_network(other, route);
        let mut others = self.slots.values().filter(unrelated).peekable();
        if others.peek().is_none() {
            Others::Unknown
        } else if others.any(lately) {
            Others::Answer
        } else {
            Others::Fail
        }
    }

    /// Whether it can be seen how things stand there: what needs no network can while there is none.
    pub(super) fn is_in_sight(&self, id: &WatchId) -> bool {
        let sees = |slot: &Slot| slot.is_on_loopback() || !self.own.is_away(slot.route);
        self.slots.get(id).map_or(self.network == Network::Online, sees)
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

    /// After a look that was taken at its word: where there is nothing to go by but the watched hosts, and every one of
    /// several is silent by now, that is this computer's network.
    pub(super) fn notice_silence(&mut self, id: &WatchId) {
        let Some(slot) = self.slots.get(id).filter(|slot| slot.silent_since.is_some()) else { return };
        let route = slot.route;
        if !tells_of_network(slot, route) || self.own.ways.get(&route).is_none_or(|way| way.why != Why::Nothing) {
            return;
        }
        if self.all_silent(route) {
            let now = self.ports.clock.now();
            self.settle_by_hosts(route, now);
        }
    }

    /// Whether every host that is reached by this way is silent, of several.
    fn all_silent(&self, route: Route) -> bool {
        let mut hosts = None;
        let mut several = false;
        for slot in self.slots.values().filter(|slot| tells_of_network(slot, route)) {
            if slot.silent_since.is_none() {
                return false;
            }
            let host = slot.watch.url.host_str();
            several |= hosts.replace(host).is_some_and(|before| before != host);
        }
        several
    }

    /// Up to `most` hosts of other sites to look at now, one watch of each: those first that answered last.
    fn beside(&self, troubled: &[Troubled], most: usize) -> Vec<WatchId> {
        let mut chosen = BTreeMap::new();
        for answering in [true, false] {
            for slot in self.slots.values().filter(|slot| slot.answered.is_some() == answering) {
                if chosen.len() >= most {
                    break;
                }
                let at = domain(&slot.watch.url);
                let idle = slot.under_way.is_none() && tells_of_network(slot, slot.route);
                if idle && !self.is_group(&slot.watch.id) && troubled.iter().all(|one| one.domain != at) {
                    chosen.entry(at).or_insert_with(|| slot.watch.id.clone());
                }
            }
        }
        chosen.into_values().collect()
    }
}

/// Whether looks at this watch tell of a way: often enough, and not on this computer.
fn tells_of_network(slot: &Slot, route: Route) -> bool {
    let often = matches!(slot.watch.kind, WatchKind::Homepage | WatchKind::Admin | WatchKind::Feed);
    often && slot.route == route && slot.is_row() && !slot.is_on_loopback()
}
