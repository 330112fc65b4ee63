//! A week of random events, in minutes: attacks, outages, a network that comes and goes, sleep, clocks, processes that end well
//! and badly, a screen that is away, and people. Whatever happens: nothing is lost, nothing is told twice, nobody is alarmed
//! while this computer is offline, what is open is reminded of, and what was not watched is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use frontwatch_core::incident::{Cause, Incident, IncidentId, Resolution};
use frontwatch_core::observation::FailureKind;
use frontwatch_core::verdict::Severity;
use frontwatch_engine::ports::Clock as _;
use frontwatch_engine::store::Delivery;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::screen::Server;
use crate::world::{Life, PAPER, World, minutes, seconds};

const PROBE: &str = "http://127.0.0.1:7/up";
const PORTAL: &str = "http://login.hotel.example/";
/// Name, address, and group of each outlet; the last needs no network.
const OUTLETS: [(&str, &str, &str); 4] = [
    ("Near", "https://near.example/", "Coast"),
    ("Far", "https://far.example/", "Coast"),
    ("Field", "https://field.example/", ""),
    ("Paper", PAPER, ""),
];
const ON_LOOPBACK: usize = 3;

/// How long a week is.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// What lasts this long undisturbed is told by then: two looks at an interval of five minutes, with their confirmation.
const SEEN: SignedDuration = SignedDuration::from_mins(13);
/// What is away this long undisturbed is gone, even where only some looks saw it: five looks at such an interval.
const AWAY: SignedDuration = SignedDuration::from_mins(30);
/// What is critical is told again after this long: every 30 minutes, as something else wakes the watch.
const REMINDED: SignedDuration = SignedDuration::from_mins(37);
/// As much of a time that was not watched may go unsaid: the interval, and the look before.
const UNSAID: SignedDuration = SignedDuration::from_mins(8);

#[derive(Debug, Clone)]
enum Happens {
    /// An outlet is covered, does not answer, refuses looks, or is as it should be again.
    Covered(usize),
    Down(usize),
    Refusing(usize),
    Restored(usize),
    /// The network of this computer.
    Offline,
    Portal,
    Online,
    /// The laptop sleeps so many minutes.
    Sleep(i64),
    /// The clock is set back by so many seconds.
    SetBack(i64),
    /// The process ends, well or badly, and another one starts so many minutes later.
    Restart {
        well: bool,
        after: u64,
    },
    /// What a person does about the first incident.
    Taken,
    PutOff(i64),
    SetAside,
    /// The notification server.
    NoScreen,
    Screen,
}

fn happens(clock_is_set: bool) -> impl Strategy<Value = (u64, Happens)> {
    let outlet = 0..OUTLETS.len();
    let what = prop_oneof![
        5 => outlet.clone().prop_map(Happens::Covered),
        2 => outlet.clone().prop_map(Happens::Down),
        1 => outlet.clone().prop_map(Happens::Refusing),
        9 => outlet.prop_map(Happens::Restored),
        2 => Just(Happens::Offline),
        1 => Just(Happens::Portal),
        5 => Just(Happens::Online),
        2 => (5i64..600).prop_map(Happens::Sleep),
        2 => (1i64..7200).prop_map(move |by| if clock_is_set { Happens::SetBack(by) } else { Happens::Sleep(by / 60) }),
        2 => (any::<bool>(), 0u64..120).prop_map(|(well, after)| Happens::Restart { well, after }),
        2 => Just(Happens::Taken),
        2 => (5i64..180).prop_map(Happens::PutOff),
        1 => Just(Happens::SetAside),
        1 => Just(Happens::NoScreen),
        3 => Just(Happens::Screen),
    ];
    // Seconds until it happens: soon after what was before, or after a while.
    (prop_oneof![1 => 1u64..120, 3 => 120u64..7200], what)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Well,
    Covered,
    Down,
    Refusing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Net {
    Online,
    Offline,
    Portal,
}

/// What is so, whatever the watch knows of it.
struct Truth {
    pages: [Page; OUTLETS.len()],
    /// Since when each page is as it is, seen by a watch that could see it all the while.
    since: [Timestamp; OUTLETS.len()],
    net: Net,
    /// When the network went, and came back.
    away: Vec<(Timestamp, Option<Timestamp>)>,
    /// When nobody watched.
    blind: Vec<(Timestamp, Timestamp)>,
    /// When something last happened after which nothing is reminded of for a while.
    disturbed: Timestamp,
    screen: bool,
    /// Outlets whose trouble a person set aside, and which: while it goes on nothing is told of it.
    set_aside: BTreeMap<usize, Cause>,
    kills: usize,
}

impl Truth {
    fn new(now: Timestamp) -> Self {
        Self {
            pages: [Page::Well; OUTLETS.len()],
            since: [now; OUTLETS.len()],
            net: Net::Online,
            away: Vec::new(),
            blind: Vec::new(),
            disturbed: now,
            screen: true,
            set_aside: BTreeMap::new(),
            kills: 0,
        }
    }

    /// Makes the web as it is to be.
    fn show(&self, world: &World) {
        for (number, (name, url, _)) in OUTLETS.into_iter().enumerate() {
            let net = if number == ON_LOOPBACK { Net::Online } else { self.net };
            match (net, self.pages[number]) {
                (Net::Offline, _) => world.web.fail(url, FailureKind::Unreachable),
                (Net::Portal, _) => world.web.fail(url, FailureKind::Untrusted),
                (Net::Online, Page::Well) => world.web.publish(url, name),
                (Net::Online, Page::Covered) => world.web.cover(url, name, "banner.png"),
                (Net::Online, Page::Down) => world.web.fail(url, FailureKind::TimedOut),
                (Net::Online, Page::Refusing) => world.web.answer(url, 403, "Forbidden"),
            }
        }
        match self.net {
            Net::Online => world.web.answer_probe(PROBE),
            Net::Offline => world.web.fail(PROBE, FailureKind::Unreachable),
            Net::Portal => world.web.lead_to(PROBE, PORTAL),
        }
    }

    fn turns(&mut self, number: usize, page: Page, now: Timestamp) {
        if self.pages[number] != page {
            (self.pages[number], self.since[number]) = (page, now);
            // What covers the page is the same again behind an error.
            self.set_aside.retain(|it, cause| *it != number || *cause == Cause::Content);
        }
    }

    fn connects(&mut self, net: Net, now: Timestamp) {
        if (net == Net::Online) != (self.net == Net::Online) {
            match self.away.last_mut() {
                Some((_, back)) if net == Net::Online => *back = Some(now),
                _ => self.away.push((now, None)),
            }
        }
        if self.net != net {
            self.net = net;
            self.disturb(now, true);
        }
    }

    /// From now on nothing that was seen before counts as seen; and a person may not have been told meanwhile.
    fn disturb(&mut self, now: Timestamp, sight: bool) {
        self.disturbed = now;
        if sight {
            self.since = self.since.map(|since| since.max(now));
        }
    }

    /// What a person set aside is news again after the page was as it should be for long enough to be seen so.
    fn comes_to_mind(&mut self, now: Timestamp) {
        let Self { set_aside, pages, since, net, .. } = self;
        set_aside.retain(|number, _| {
            let seen = *net == Net::Online || *number == ON_LOOPBACK;
            !seen || pages[*number] != Page::Well || now.duration_since(since[*number]) < AWAY
        });
    }

    /// Whether the network was away at this moment, and had been for long enough to be known.
    fn was_away(&self, at: Timestamp) -> bool {
        const KNOWN: SignedDuration = SignedDuration::from_secs(10);
        self.away.iter().any(|(from, to)| *from + KNOWN <= at && to.is_none_or(|to| at < to))
    }
}

/// The week, with what was heard of it in all lives.
struct Week {
    world: World,
    life: Option<Life>,
    truth: Truth,
    /// Every incident that opened: at which outlet, and when.
    opened: BTreeMap<IncidentId, (String, Timestamp)>,
    /// What happened, for the reader of a failure.
    log: Vec<String>,
}

fn configuration() -> String {
    let outlets = OUTLETS.iter().map(|(name, url, group)| {
        let group = if group.is_empty() { String::new() } else { format!("group = \"{group}\"\n") };
        format!("[[outlet]]\nname = \"{name}\"\nhomepage = \"{url}\"\n{group}")
    });
    format!("[watching]\ninterval = \"5m\"\nprobes = [\"{PROBE}\"]\n{}", outlets.collect::<String>())
}

impl Week {
    async fn begin() -> Self {
        let world = World::new();
        let truth = Truth::new(world.clock.now());
        truth.show(&world);
        let life = world.watch(&configuration()).await;
        world.pass(minutes(40)).await;
        for (name, ..) in OUTLETS {
            world.learned(&life, name).await;
        }
        Self { world, life: Some(life), truth, opened: BTreeMap::new(), log: Vec::new() }
    }

    fn now(&self) -> Timestamp {
        self.world.clock.now()
    }

    fn life(&self) -> &Life {
        self.life.as_ref().unwrap()
    }

    async fn happen(&mut self, what: &Happens) {
        let now = self.now();
        self.log.push(format!("{now} {what:?}"));
        match *what {
            Happens::Covered(number) => self.truth.turns(number, Page::Covered, now),
            Happens::Down(number) => self.truth.turns(number, Page::Down, now),
            Happens::Refusing(number) => self.truth.turns(number, Page::Refusing, now),
            Happens::Restored(number) => self.truth.turns(number, Page::Well, now),
            Happens::Offline => self.truth.connects(Net::Offline, now),
            Happens::Portal => self.truth.connects(Net::Portal, now),
            Happens::Online => self.truth.connects(Net::Online, now),
            Happens::Sleep(slept) => {
                self.world.clock.jump(SignedDuration::from_mins(slept));
                self.truth.blind.push((now, self.now()));
                self.truth.disturb(self.now(), true);
            }
            Happens::SetBack(by) => {
                self.world.clock.jump(SignedDuration::from_secs(-by));
                self.truth.disturb(now, true);
                self.truth.since = [self.now(); OUTLETS.len()];
                self.truth.disturbed = self.now();
            }
            Happens::Restart { well, after } => self.restart(well, minutes(after)).await,
            Happens::Taken | Happens::PutOff(_) | Happens::SetAside => self.decide(what).await,
            Happens::NoScreen => {
                self.world.screen.server(Server::Absent);
                self.truth.screen = false;
            }
            Happens::Screen => {
                self.world.screen.server(Server::Shows);
                if !std::mem::replace(&mut self.truth.screen, true) {
                    self.truth.disturb(now, false);
                }
            }
        }
        self.truth.show(&self.world);
    }

    async fn restart(&mut self, well: bool, after: Duration) {
        let (life, from) = (self.life.take().unwrap(), self.now());
        self.remember(&life);
        if well {
            self.world.stop(life).await;
        } else {
            self.truth.kills += 1;
            self.world.cut_off(life).await;
        }
        self.world.pass(after).await;
        self.life = Some(self.world.watch(&configuration()).await);
        self.truth.blind.push((from, self.now()));
        self.truth.disturb(self.now(), true);
        // A watch that begins tells of it once more.
        self.truth.set_aside.clear();
    }

    /// What a person does about the incident that is listed first.
    async fn decide(&mut self, what: &Happens) {
        let now = self.now();
        let Some(first) = self.life().unresolved().await.into_iter().next() else { return };
        let handle = &self.life().handle;
        let together = self.life().unresolved().await.into_iter().filter(|it| it.alert == first.alert);
        let together: Vec<String> = together.map(|it| it.outlet).collect();
        let done = match what {
            Happens::Taken => handle.acknowledge(first.id.clone(), "nino".to_owned()).await,
            Happens::PutOff(time) => handle.snooze(first.id.clone(), now + SignedDuration::from_mins(*time)).await,
            _ => handle.resolve(first.id.clone(), Resolution::Dismissed).await,
        };
        // Somebody has it already, or it is over in this moment.
        if done.is_err() {
            return;
        }
        if matches!(what, Happens::SetAside) {
            let number = OUTLETS.iter().position(|(name, ..)| *name == first.outlet).unwrap();
            self.truth.set_aside.insert(number, first.cause);
        }
        self.log.push(format!("{now}   {what:?} is of {} at {together:?}", first.outlet));
        self.truth.disturb(now, false);
    }

    /// Takes in what a life that ends has said.
    fn remember(&mut self, life: &Life) {
        for incident in life.incidents() {
            if incident.state == "open" {
                self.opened.entry(incident.id).or_insert((incident.outlet, incident.at));
            }
        }
    }

    /// What must hold at any moment.
    async fn check(&mut self) {
        let now = self.now();
        self.truth.comes_to_mind(now);
        let unresolved = self.life().unresolved().await;
        let mut known = BTreeSet::new();
        for incident in &unresolved {
            assert!(
                known.insert((incident.watch.clone(), incident.cause.as_str())),
                "twice: {incident:?}\n{}",
                self.told()
            );
        }
        for (number, (name, ..)) in OUTLETS.into_iter().enumerate() {
            let seen = self.truth.net == Net::Online || number == ON_LOOPBACK;
            let lasting = now.duration_since(self.truth.since[number]) >= SEEN;
            let told = unresolved.iter().any(|incident| incident.outlet == name);
            let aside = self.truth.set_aside.contains_key(&number);
            if self.truth.pages[number] == Page::Covered && seen && lasting && !aside {
                assert!(told, "{now}: {name} is covered, and that is lost\n{}", self.told());
            }
        }
        self.reminded(&unresolved, now);
    }

    /// Whatever is critical and in nobody's hands was told, or told again, not long ago.
    fn reminded(&self, unresolved: &[Incident], now: Timestamp) {
        let undisturbed = now.duration_since(self.truth.disturbed) > REMINDED;
        if !undisturbed || !self.truth.screen {
            return;
        }
        let raised = self.world.screen.all_raised();
        for incident in unresolved {
            let put_off = incident.snoozed.is_some_and(|until| now.duration_since(until) <= REMINDED);
            let fresh = now.duration_since(incident.opened) <= REMINDED;
            let seen = self.truth.net == Net::Online || incident.url.as_str() == PAPER;
            if incident.severity < Severity::Critical || !incident.is_open() || put_off || fresh || !seen {
                continue;
            }
            let lead = incident.alert.as_ref().unwrap_or(&incident.id);
            let latest = raised.iter().filter(|it| it.notice.key == lead.as_str()).map(|it| it.notice.at).max();
            let lately = latest.is_some_and(|latest| now.duration_since(latest) <= REMINDED);
            assert!(lately, "{now}: nobody is reminded of {incident:?}, told {latest:?}\n{}", self.told());
        }
    }

    /// What must hold of all of it.
    async fn conclude(mut self, clock_is_set: bool) {
        // All is well, and everybody is there.
        for number in 0..OUTLETS.len() {
            self.happen(&Happens::Restored(number)).await;
        }
        self.happen(&Happens::Online).await;
        self.happen(&Happens::Screen).await;
        self.world.pass(minutes(60)).await;
        assert_eq!(self.life().unresolved().await, [], "all is well\n{}", self.told());
        let life = self.life.take().unwrap();
        self.remember(&life);

        let raised = self.world.screen.all_raised();
        assert!(raised.iter().all(|raised| raised.stored_first), "stored before it is told");
        let mut times = BTreeMap::<&str, usize>::new();
        for raised in &raised {
            *times.entry(raised.notice.id.as_str()).or_default() += 1;
        }
        let again: usize = times.values().map(|times| times - 1).sum();
        assert!(again <= self.truth.kills, "told twice {again} times: {times:?}\n{}", self.told());
        let outbox = life.store.outbox(100_000).await.unwrap();
        let waits = outbox.iter().find(|row| matches!(row.delivery, Delivery::Pending { .. }));
        assert_eq!(waits, None, "nothing waits any more");
        for (id, (outlet, at)) in &self.opened {
            let record = life.store.incident(id.clone()).await.unwrap();
            let record = record.unwrap_or_else(|| panic!("{id:?} is not kept"));
            let spoken = !record.notices.is_empty() || !record.silences.is_empty();
            assert!(spoken, "{outlet} {at}: nobody was told, and nobody knows why\n{}", self.told());
        }
        if !clock_is_set {
            self.nobody_was_blamed_for_the_network();
            self.what_was_not_watched_is_kept(&life).await;
        }
        assert!(self.opened.len() >= 10, "a week in which too little happens: {}", self.opened.len());
        self.world.stop(life).await;
    }

    fn nobody_was_blamed_for_the_network(&self) {
        for (outlet, at) in self.opened.values() {
            let by_the_network = outlet != OUTLETS[ON_LOOPBACK].0 && self.truth.was_away(*at);
            assert!(!by_the_network, "{outlet} at {at}, while the network was away\n{}", self.told());
        }
    }

    async fn what_was_not_watched_is_kept(&self, life: &Life) {
        let kept = life.store.blind(Timestamp::UNIX_EPOCH).await.unwrap();
        let away = self.truth.away.iter().filter_map(|(from, to)| Some((*from, (*to)?)));
        for (from, to) in self.truth.blind.iter().copied().chain(away) {
            let mut said = SignedDuration::ZERO;
            let mut until = from;
            for (begins, ends) in &kept {
                let (begins, ends) = ((*begins).max(until), (*ends).min(to));
                if begins < ends {
                    said += ends.duration_since(begins);
                    until = ends;
                }
            }
            let unsaid = to.duration_since(from) - said;
            assert!(unsaid <= UNSAID, "not watched from {from} to {to}: {unsaid} of it is not kept\n{}", self.told());
        }
    }

    /// What happened, and what was said, for the reader of a failure.
    fn told(&self) -> String {
        let raised = self.world.screen.all_raised();
        let raised = raised.iter().map(|it| format!("{} said {} {:?}", it.notice.at, it.notice.id, it.notice.title));
        let mut lines: Vec<String> = self.log.iter().cloned().chain(raised).collect();
        lines.sort();
        lines.join("\n")
    }
}

async fn live_through(seed: u8, clock_is_set: bool) {
    let mut week = Week::begin().await;
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = happens(clock_is_set);
    let end = week.now() + WEEK;
    while week.now() < end {
        let (wait, what) = strategy.new_tree(&mut runner).unwrap().current();
        week.world.pass(seconds(wait)).await;
        week.check().await;
        week.happen(&what).await;
    }
    week.conclude(clock_is_set).await;
}

#[tokio::test(start_paused = true)]
async fn a_week_of_random_events_loses_nothing_and_alarms_nobody_without_cause() {
    live_through(1, false).await;
}

#[tokio::test(start_paused = true)]
async fn a_week_in_which_clocks_are_set_as_well_loses_nothing_either() {
    live_through(2, true).await;
}
