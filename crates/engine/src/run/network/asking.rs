//! Questions about this computer's network, asked only when a look gives cause, when it has just woken, and again and again
//! while it is away: the system's own word, the neutral addresses, and a look at hosts of other sites. All at once, at most
//! every ten seconds however many looks fail, and each with a bound, so that a held look is held for three seconds at most.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::network::{Assessment, Evidence, Probed, Route, Why, Word, assess};
use frontwatch_core::parts::Reach;
use frontwatch_core::text::cli::{self as words, Network};
use frontwatch_core::watch::WatchId;
use jiff::{SignedDuration, Timestamp};

use super::super::Loop;
use super::super::event::{Event, Purpose};
use super::{HOLDS, Held};
use crate::api::happening::{About, Happening, NetworkState};
use crate::ports::{Freshness, Order, SystemWord, What};

/// How long a neutral address may take.
const PROBE_WITHIN: Duration = Duration::from_secs(3);
/// How long the system may take to say its word.
const WORD_WITHIN: Duration = Duration::from_secs(1);
/// How long all of it may take.
const ALL_WITHIN: SignedDuration = SignedDuration::from_millis(3_200);
/// Hosts of other sites that are looked at beside.
const BESIDE: usize = 2;
/// Between two rounds of questions where looks wait for what comes of them: after waking, as networks come up within seconds,
/// and where the network has just come and gone.
const ASK_SOON: SignedDuration = SignedDuration::from_secs(4);

/// A network that comes and goes sooner than this hides nothing that the next look does not see, and is no news.
const WORTH_SAYING: SignedDuration = SignedDuration::from_mins(1);

/// One round of questions.
#[derive(Debug)]
pub(super) struct Asking {
    began: Timestamp,
    /// Whether the system has said its word, or has none.
    word: bool,
    /// Neutral addresses that have not answered yet.
    waiting: usize,
    /// What came of the others, and by which way; by none where the time ran out.
    probes: Vec<(Option<Route>, Probed)>,
    /// Watches of other sites whose look is under way.
    pub(super) beside: BTreeSet<WatchId>,
}

impl Asking {
    fn is_complete(&self, now: Timestamp) -> bool {
        let all = self.word && self.waiting == 0 && self.beside.is_empty();
        all || now.duration_since(self.began).abs() >= ALL_WITHIN
    }

    /// When it is concluded from what has come by then.
    pub(super) fn deadline(&self) -> Timestamp {
        self.began.saturating_add(ALL_WITHIN).unwrap_or(Timestamp::MAX)
    }

    /// What came of those that were asked by this way. One that did not answer in time did not by any.
    fn probes(&self, route: Route) -> Vec<Probed> {
        let by_it = |(by, _): &&(Option<Route>, Probed)| by.is_none_or(|by| by == route);
        self.probes.iter().filter(by_it).map(|(_, probed)| *probed).collect()
    }
}

impl Loop {
    /// Asks, unless that was done just now.
    pub(super) fn ask(&mut self, now: Timestamp) {
        let waited_for = self.own.waking.is_some() || self.own.ways.values().any(|way| !way.held.is_empty());
        let pause = if waited_for { ASK_SOON } else { HOLDS };
        let lately = self.own.asked.is_some_and(|asked| now.duration_since(asked).abs() < pause);
        if self.own.asking.is_some() || lately {
            return;
        }
        let addresses = self.config.watching.probes.clone();
        let troubled: Vec<_> = self.own.ways.values().flat_map(|way| way.troubled.clone()).collect();
        let beside = self.beside(&troubled, BESIDE);
        self.own.asked = Some(now);
        self.own.asking = Some(Asking {
            began: now,
            word: false,
            waiting: addresses.len(),
            probes: Vec::new(),
            beside: beside.iter().cloned().collect(),
        });
        self.read_word(now);
        for url in addresses {
            let (ports, events) = (self.ports.clone(), self.events.clone());
            tokio::spawn(async move {
                let asked = url.clone();
                // Over a connection of its own: what a kept one says is old, and no queue stands before it.
                let order = Order {
                    url,
                    freshness: Freshness::Confirmation,
                    timeout: PROBE_WITHIN,
                    what: What::Page,
                    reach: Reach::Loopback,
                };
                let (route, probed) = tokio::select! {
                    seen = ports.fetch.look(order) => (Some(Route::from(&seen.vantage)), Probed::read(&asked, &seen)),
                    () = ports.clock.sleep(PROBE_WITHIN) => (None, Probed::Silent),
                };
                // The loop is gone when this fails, and nobody is left to tell.
                let _ = events.send(Event::Probed { round: now, route, probed }).await;
            });
        }
        for id in beside {
            self.look(&id, Purpose::Alerted, Duration::ZERO);
        }
    }

    /// Has the system asked for its word.
    pub(in super::super) fn read_word(&mut self, now: Timestamp) {
        self.own.word_asked = Some(now);
        let (surroundings, clock) = (Arc::clone(&self.ports.surroundings), Arc::clone(&self.ports.clock));
        let events = self.events.clone();
        tokio::spawn(async move {
            let word = tokio::select! {
                word = surroundings.word() => word,
                () = clock.sleep(WORD_WITHIN) => SystemWord::default(),
            };
            // The loop is gone when this fails, and nobody is left to tell.
            let _ = events.send(Event::SystemSays(word)).await;
        });
    }

    pub(in super::super) fn system_says(&mut self, word: SystemWord) {
        let now = self.ports.clock.now();
        if word.connectivity != self.own.word.connectivity {
            self.own.refuted = false;
        }
        let came_back = word.connectivity == Some(Word::Full) && self.own.word.connectivity != Some(Word::Full);
        self.own.word = word;
        self.keep_pace();
        if let Some(asking) = &mut self.own.asking {
            asking.word = true;
            self.weigh(now);
        } else if came_back && (self.network != Network::Online || self.own.waking.is_some()) {
            // Whatever was asked lately was asked of another network.
            self.own.asked = None;
            self.ask(now);
        } else if self.own.trusted_word() == Some(Word::Portal) && self.own.waking.is_none() {
            self.weigh_word(now);
        }
    }

    /// The system says by itself that a portal stands in between. That it has no network at all is no news for the second or
    /// two in which a laptop goes from one to another: if it stays so, looks give cause to ask.
    fn weigh_word(&mut self, now: Timestamp) {
        let ways: Vec<Route> = self.own.ways.keys().copied().filter(|route| !self.own.is_away(*route)).collect();
        for route in ways {
            let assessment = assess(route, &Evidence { word: self.own.trusted_word(), ..Evidence::default() });
            if assessment.network != Network::Online {
                self.settle(route, assessment, now);
            }
        }
    }

    pub(in super::super) fn probed(&mut self, round: Timestamp, route: Option<Route>, probed: Probed) {
        let Some(asking) = self.own.asking.as_mut().filter(|asking| asking.began == round) else { return };
        asking.waiting = asking.waiting.saturating_sub(1);
        asking.probes.push((route, probed));
        let now = self.ports.clock.now();
        self.weigh(now);
    }

    /// A look that began at this moment shows that a way is open.
    pub(super) fn proved(&mut self, route: Route, at: Timestamp, now: Timestamp) {
        let way = self.own.way(route, now);
        let newest = way.proved.is_none_or(|proved| proved < at);
        if newest {
            way.proved = Some(at);
        }
        let latest_held = way.held.iter().map(Held::at).max();
        let awaited = way.network != Network::Online || latest_held.is_some_and(|held| held <= at);
        if awaited || self.own.waking.is_some() {
            self.settle(route, Assessment { network: Network::Online, why: Why::OthersAnswer }, now);
        }
    }

    /// Concludes what can be concluded by now from the questions that are under way.
    pub(super) fn weigh(&mut self, now: Timestamp) {
        let Some(asking) = &self.own.asking else { return };
        let (complete, began) = (asking.is_complete(now), asking.began);
        let waking = self.own.waking.is_some();
        let ways: Vec<Route> = self.own.ways.keys().copied().collect();
        for route in ways {
            let (Some(asking), Some(way)) = (&self.own.asking, self.own.ways.get(&route)) else { continue };
            if way.held.is_empty() && way.network == Network::Online && !waking {
                continue;
            }
            let latest_held = way.held.iter().map(Held::at).max().unwrap_or(began);
            let probes = asking.probes(route);
            let assessment = assess(
                route,
                &Evidence {
                    proved: way.proved.is_some_and(|proved| proved >= latest_held),
                    word: self.own.trusted_word(),
                    probes: &probes,
                    troubled: &way.troubled,
                    all_silent: complete && way.held.is_empty() && self.all_silent(route),
                },
            );
            if complete || assessment.is_decided() && (asking.word || assessment.why != Why::System) {
                if assessment.network == Network::Online
                    && let Some(way) = self.own.ways.get_mut(&route)
                {
                    way.open = Some(began);
                }
                self.settle(route, assessment, now);
            }
        }
        if complete {
            self.own.asking = None;
        }
    }

    /// Every host is silent, and there is nothing else to go by.
    pub(super) fn settle_by_hosts(&mut self, route: Route, now: Timestamp) {
        self.settle(route, Assessment { network: Network::Offline, why: Why::HostsSilent }, now);
    }

    /// What a way is, is known now: looks that waited for it are concluded, and a change is said.
    fn settle(&mut self, route: Route, assessment: Assessment, now: Timestamp) {
        let waking = self.own.waking.is_some();
        let shown = matches!(assessment.why, Why::OthersAnswer | Why::ProbeAnswers);
        if shown && self.own.word.connectivity.is_some_and(|word| word.is_bad(route)) {
            self.own.refuted = true;
        }
        let Some(way) = self.own.ways.get_mut(&route) else { return };
        let held = std::mem::take(&mut way.held);
        // Just awake, only what shows the network there is taken for it; that it is not there yet is no news.
        if waking && !assessment.is_open() {
            self.put_all_away(held);
            return;
        }
        let was = std::mem::replace(&mut way.network, assessment.network);
        way.why = assessment.why;
        if assessment.network == Network::Online {
            way.troubled.clear();
            if was != Network::Online {
                let since = way.since;
                // The look that showed it is the first of the round.
                let from = way.proved.filter(|_| assessment.why == Why::OthersAnswer).unwrap_or(now);
                self.is_back(since, from, now);
            }
            if waking {
                self.awake(now);
            }
            for held in held {
                self.release(held);
            }
            return;
        }
        if was == Network::Online {
            way.since = held.iter().map(Held::at).min().unwrap_or(now);
            self.catching_up = None;
        }
        if was != assessment.network {
            self.say_network(now);
            self.say_why(assessment);
        }
        self.put_all_away(held);
    }

    fn put_all_away(&mut self, held: Vec<Held>) {
        for held in held {
            self.put_away(held);
        }
    }

    /// A way is open again: what was not seen since then is said, and caught up with by looks that begin from `from` on.
    fn is_back(&mut self, since: Timestamp, from: Timestamp, now: Timestamp) {
        self.mended(&WHYS);
        self.say_network(now);
        let worth_saying = now.duration_since(since) >= WORTH_SAYING;
        if worth_saying {
            self.blind(since, now);
        }
        // What was said is not said again after a crash.
        self.alive = None;
        self.flush();
        if worth_saying {
            self.catch_up(from, now);
        } else {
            self.look_again(now);
        }
        self.read_word(now);
    }

    /// Says it when all ways together are something else than before.
    fn say_network(&mut self, now: Timestamp) {
        let state = self.own.network();
        if std::mem::replace(&mut self.network, state) != state {
            self.happen(Happening::Network(NetworkState { state, at: now }));
            self.version.send_modify(|version| *version += 1);
        }
    }

    fn say_why(&mut self, assessment: Assessment) {
        self.mended(&WHYS);
        let Some(why) = words::network_why(assessment) else { return };
        let why = if self.network == Network::Online { words::proxy_out(why) } else { why };
        self.remark(About::Course, why);
    }
}

/// The ids of the sentences that say why there is no network.
const WHYS: [&str; 7] = [
    "network-why-system-offline",
    "network-why-system-captive",
    "network-why-probe-caught",
    "network-why-strangers",
    "network-why-probes-silent",
    "network-why-hosts-silent",
    "network-proxy-out",
];
