//! What every hostile server is met on: outlets that are as they should be, all hostile servers learned as ordinary ones, and one
//! program that watches an ordinary server all the while, by which the others are measured.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock, Weak};
use std::time::Duration;

use frontwatch_newsroom::hostile::{Body, Hostile, HostileServer, Manner, Names};
use frontwatch_newsroom::{Newsroom, Options, Roster};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::desk::{ELSEWHERE, Line, ON_LOOPBACK, Surroundings, TIMEOUT, Watching, name_of, start};

/// Outlets that are as they should be, beside each hostile one.
pub(crate) const GOOD: usize = 3;
/// How long a look may take besides one stage of it: the others, and judging in a build without optimisation on a busy machine.
pub(crate) const MARGIN: Duration = Duration::from_secs(7);
/// The same for what is read and judged whole, several megabytes of it.
pub(crate) const WHOLE: Duration = Duration::from_secs(60);
/// What a hostile server may cost above what an ordinary one does, MiB.
pub(crate) const MEMORY: u64 = 64;
/// How much later a good outlet may be looked at than beside the ordinary server, at its latest.
pub(crate) const LATE: Duration = Duration::from_secs(5);
/// The most rounds that it takes to learn a page or a name.
const ROUNDS: usize = 8;
/// Programs at once. On public addresses nothing is looked at oftener than every ten seconds: those have nothing to do.
const AT_ONCE: [usize; 2] = [5, 8];
/// How long a program may take in all.
const PATIENCE: Duration = Duration::from_secs(90);

/// What is expected of a look.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Expected {
    /// It sees nothing, for one of these reasons.
    Blind(&'static [&'static str]),
    /// It is judged: the verdict, and its weightiest reason; none where it is as it should be.
    Judged(&'static str, &'static str),
    /// The same, of something large.
    JudgedWhole(&'static str, &'static str),
}

/// One hostile server, in words, and what comes of it.
pub(crate) type Case = (Hostile, &'static str, Expected);

/// See the module.
pub(crate) struct Stage {
    /// The program beside an ordinary server.
    control: Mutex<Watching>,
    servers: Vec<(Hostile, HostileServer)>,
    /// What was learned: on loopback, and at public names.
    learned: [TempDir; 2],
    around: Surroundings,
    running: [(Mutex<usize>, Condvar); 2],
    /// Written by who needs the machine to itself.
    alone: RwLock<()>,
    _kept: (Newsroom, HostileServer, HostileServer),
    /// Last, as the servers run on it.
    runtime: Runtime,
}

/// The one that the tests at work share. It ends with the last of them, and its program and its directories with it: what is in a
/// static is never dropped.
static SHARED: Mutex<Weak<Stage>> = Mutex::new(Weak::new());

pub(crate) fn watch_of(hostile: Hostile) -> &'static str {
    match hostile.manner() {
        Manner::Page | Manner::Secure | Manner::Public => "homepage",
        Manner::Feed => "feed",
        Manner::Names => "dns",
    }
}

fn is_public(hostile: Hostile) -> bool {
    matches!(hostile.manner(), Manner::Public | Manner::Names)
}

fn interval(public: bool) -> Duration {
    if public { ELSEWHERE } else { ON_LOOPBACK }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

impl Stage {
    /// Whoever asks first sets it, and the others wait.
    pub(crate) fn shared() -> Arc<Self> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let stage = Arc::new(Self::set());
            *shared = Arc::downgrade(&stage);
            stage
        })
    }

    fn set() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (newsroom, names, ordinary, servers) = runtime.block_on(async {
            let options = Options { roster: Roster::Generated(GOOD), page_kb: 30, ..Options::default() };
            let newsroom = Newsroom::start(options).await.unwrap();
            // Neither of these two ever turns.
            let names = HostileServer::start(Hostile::Names(Names::Silent)).await.unwrap();
            let ordinary = HostileServer::start(Hostile::Body(Body::Endless)).await.unwrap();
            let mut servers = Vec::new();
            for hostile in Hostile::all() {
                servers.push((hostile, HostileServer::start(hostile).await.unwrap()));
            }
            (newsroom, names, ordinary, servers)
        });
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("authority.pem"), HostileServer::authority().unwrap()).unwrap();
        let around = Surroundings {
            good: newsroom.outlets(),
            dir,
            resolver: names.resolver().unwrap(),
            proxy: names.proxy().unwrap(),
        };
        let learned = [false, true].map(|public| {
            let mine = servers.iter().filter(|(hostile, _)| is_public(*hostile) == public);
            let ordinary = (!public).then_some((Hostile::Body(Body::Endless), &ordinary));
            let mine: Vec<(Hostile, &HostileServer)> =
                mine.map(|(hostile, server)| (*hostile, server)).chain(ordinary).collect();
            learn(&around, public, &mine)
        });
        let home = around.dir.path().join("control");
        copy(&learned[0].path().join("data"), &home.join("data"));
        let config = around.config(ON_LOOPBACK, around.resolver, [&ordinary].into_iter());
        let mut control = start("watch", &home, &config, around.proxy);
        let name = name_of(&ordinary);
        let looked = control.until(PATIENCE, |control| {
            control.verdicts(&name, "homepage").len() >= 2
                && around.good.iter().all(|outlet| control.verdicts(&outlet.name, "homepage").len() >= 2)
        });
        assert!(looked, "an ordinary server is watched: {}", control.said());
        Self {
            control: Mutex::new(control),
            servers,
            learned,
            around,
            running: Default::default(),
            alone: RwLock::default(),
            _kept: (newsroom, names, ordinary),
            runtime,
        }
    }

    /// Has the program watch each of these, all on one table; what was done to each, for the record.
    pub(crate) fn meet(&self, cases: &[Case]) -> Vec<String> {
        std::thread::scope(|scope| {
            let met: Vec<_> = cases.iter().map(|case| scope.spawn(move || self.meet_one(case))).collect();
            met.into_iter().map(|met| met.join().unwrap_or_else(|failed| resume_unwind(failed))).collect()
        })
    }

    /// One that fails is met once more, with nothing beside it: a busy machine is late by itself.
    fn meet_one(&self, (hostile, what, expected): &Case) -> String {
        let public = is_public(*hostile);
        let (count, free) = &self.running[usize::from(public)];
        let running = count.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |running: &mut usize| *running >= AT_ONCE[usize::from(public)];
        let mut running = free.wait_while(running, full).unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        drop(running);
        let beside = self.alone.read().unwrap_or_else(PoisonError::into_inner);
        let done = catch_unwind(AssertUnwindSafe(|| self.watch(*hostile, what, *expected)));
        drop(beside);
        *count.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        free.notify_one();
        done.unwrap_or_else(|_| {
            let _alone = self.alone.write().unwrap_or_else(PoisonError::into_inner);
            self.watch(*hostile, what, *expected)
        })
    }

    fn watch(&self, hostile: Hostile, what: &str, expected: Expected) -> String {
        let public = is_public(hostile);
        let (_, server) = self.servers.iter().find(|(known, _)| *known == hostile).unwrap();
        self.runtime.block_on(server.turn()).unwrap();
        let home = tempfile::tempdir().unwrap();
        copy(&self.learned[usize::from(public)].path().join("data"), &home.path().join("data"));
        let resolver = server.resolver().unwrap_or(self.around.resolver);
        let config = self.around.config(interval(public), resolver, [server].into_iter());
        let proxy = server.proxy().unwrap_or(self.around.proxy);
        let mut program = start("watch", home.path(), &config, proxy);
        let (name, watch) = (name_of(server), watch_of(hostile));
        let good = |program: &Watching, outlet: &str| program.verdicts(outlet, "homepage");
        let looked = program.until(PATIENCE, |program| {
            !program.verdicts(&name, watch).is_empty()
                && self.around.good.iter().all(|outlet| good(program, &outlet.name).len() >= 2)
        });
        assert!(looked && program.runs(), "{what}: not looked at: {}", program.said());
        let peak = program.peak_kb();
        let line = program.verdicts(&name, watch).remove(0);

        let (reason, bound) = assess(what, expected, &line);
        let took = Duration::try_from(line.came.duration_since(line.began())).unwrap();
        assert!(took <= bound, "{what}: {took:?} of {bound:?}");

        let (usual, latest) = self.beside_the_ordinary(public);
        assert!(peak <= usual + MEMORY * 1024, "{what}: {peak} kB, and {usual} kB beside an ordinary server");
        for outlet in &self.around.good {
            let looks = good(&program, &outlet.name);
            assert!(looks.iter().all(|look| look.text("verdict") == "normal"), "{what}: {}", program.said());
            let gap = longest(&looks);
            assert!(gap <= latest + LATE, "{what}: {gap:?} between two looks at {}, {latest:?} usually", outlet.name);
        }
        nothing_led_anywhere(what, server, &program);
        format!(
            "the built program looks at it beside {GOOD} good outlets: {reason}; within {} s; at most {MEMORY} MB above an ordinary server; the good ones in time, by {} s",
            bound.as_secs(),
            LATE.as_secs()
        )
    }

    /// The memory that the program takes beside an ordinary server, kB, and the longest that a good outlet waited there between
    /// two looks.
    fn beside_the_ordinary(&self, public: bool) -> (u64, Duration) {
        let control = self.control.lock().unwrap_or_else(PoisonError::into_inner);
        let gaps = self.around.good.iter().map(|outlet| longest(&control.verdicts(&outlet.name, "homepage")));
        let longest = gaps.max().unwrap_or_default();
        let longer = if public { ELSEWHERE.mul_f64(1.1).saturating_sub(ON_LOOPBACK) } else { Duration::ZERO };
        (control.peak_kb(), longest + longer)
    }
}

/// Has the program learn these servers while they are ordinary.
fn learn(around: &Surroundings, public: bool, servers: &[(Hostile, &HostileServer)]) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let config = around.config(interval(public), around.resolver, servers.iter().map(|(_, server)| *server));
    for round in 1..=ROUNDS {
        let mut check = start("check", home.path(), &config, around.proxy);
        check.until(PATIENCE, |_| false);
        let unknown = |(hostile, server): &&(Hostile, &HostileServer)| {
            let said = check.verdicts(&name_of(server), watch_of(*hostile));
            !said.iter().any(|line| line.text("verdict") == "normal")
        };
        let unknown: Vec<Hostile> = servers.iter().filter(unknown).map(|(hostile, _)| *hostile).collect();
        assert!(round < ROUNDS || unknown.is_empty(), "not learned: {unknown:?}: {}", check.said());
        if unknown.is_empty() {
            break;
        }
    }
    home
}

/// Holds a verdict to what is expected; in words what it was, and how long it may have taken.
fn assess(what: &str, expected: Expected, line: &Line) -> (String, Duration) {
    let verdict = line.text("verdict");
    let kind = line.signal()["kind"].as_str().unwrap_or_default();
    let summary = line.signal()["summary"].as_str().unwrap_or_default();
    assert!(kind.is_empty() == summary.is_empty(), "{what}: a reason is a sentence: {}", line.said);
    match expected {
        Expected::Blind(reasons) => {
            assert!(verdict == "inconclusive" && reasons.contains(&kind), "{what}: {}", line.said);
            (format!("not seen, {}", reasons.join(" or ")), TIMEOUT + MARGIN)
        }
        Expected::Judged(judged, reason) | Expected::JudgedWhole(judged, reason) => {
            // Of what is as it should be, something may be told all the same.
            let named = reason.is_empty() || reason == kind;
            assert!(verdict == judged && named, "{what}: {}", line.said);
            let bound = if matches!(expected, Expected::Judged(..)) { TIMEOUT + MARGIN } else { WHOLE };
            (format!("{judged}{}{reason}", if reason.is_empty() { "" } else { ", " }), bound)
        }
    }
}

fn longest(looks: &[Line]) -> Duration {
    let gaps = looks.windows(2).map(|pair| pair[1].began().duration_since(pair[0].began()));
    gaps.map(|gap| Duration::try_from(gap).unwrap_or_default()).max().unwrap_or_default()
}

/// Nothing that a server says leads this program to this computer's files or ports, is sent back to it, or comes to a terminal
/// as more than text.
fn nothing_led_anywhere(what: &str, server: &HostileServer, program: &Watching) {
    assert!(server.asked() > 0 || server.resolver().is_some(), "{what}: it was asked");
    assert_eq!(server.strayed(), 0, "{what}: led to a port of this computer");
    assert_eq!(server.cookies(), 0, "{what}: sent a cookie back");
    let said = program.everything();
    let plain =
        |c: char| !c.is_control() && !('\u{202a}'..='\u{202e}').contains(&c) && !('\u{2066}'..='\u{2069}').contains(&c);
    for text in &said {
        assert!(text.chars().all(|c| plain(c) || c == '\n'), "{what}: {text:?}");
        assert!(!text.contains("root:x:0") && !text.contains("/bin/bash"), "{what}: a file of this computer: {text:?}");
    }
}
