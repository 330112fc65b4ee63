//! A day of looks at a press's outlets, and what was said of them.

use std::fmt::Write as _;
use std::time::Duration;

use frontwatch_core::baseline::Baseline;
use frontwatch_core::detect::{Look, judge};
use frontwatch_core::digest::Digest;
use frontwatch_core::extract::decode;
use frontwatch_core::observation::Headers;
use frontwatch_core::parts::Parts;
use frontwatch_core::verdict::{Judgement, Verdict};
use frontwatch_core::watch::{Expect, WatchKind};
use frontwatch_newsroom::{Attack, Press};
use jiff::{SignedDuration, Timestamp};
use url::Url;

const HOURS: u64 = 24;
/// What an intruder does to a front page, as far as it is seen in its markup.
const ATTACKS: [Attack; 8] = [
    Attack::Defacement,
    Attack::Cover,
    Attack::ForeignFrame,
    Attack::ForeignScript,
    Attack::Title,
    Attack::Headlines,
    Attack::Refresh,
    Attack::Wiped,
];

/// One watch with what it has learned, as the loop holds it.
#[derive(Clone)]
struct Watch {
    kind: WatchKind,
    url: Url,
    headers: Headers,
    baseline: Baseline,
    /// What was judged last, if it need not be read again: the loop's own rule.
    settled: Option<(Digest, u64)>,
}

/// What was said of one outlet.
#[derive(Debug, Clone, Default)]
struct Said {
    name: String,
    looks: u64,
    read: u64,
    published: u64,
    alarms: u64,
    suspects: u64,
    unseen: u64,
    first: Vec<String>,
}

/// What was said of all of them.
pub(crate) struct Count(Vec<Said>);

/// A day of looks.
pub(crate) struct Day<'a> {
    press: &'a Press,
    every: Duration,
    watches: Vec<[Watch; 3]>,
    said: Vec<Said>,
}

impl<'a> Day<'a> {
    pub(crate) fn new(press: &'a Press, every: Duration) -> Self {
        let all = 0..press.outlets();
        let watches = all.clone().map(|outlet| {
            let base = press.name(outlet).1;
            let watch = |kind, path: &str, content: &str| Watch {
                kind,
                url: Url::parse(&format!("{base}{path}")).unwrap(),
                headers: Headers::new([("content-type".to_owned(), content.to_owned())]),
                baseline: Baseline::default(),
                settled: None,
            };
            [
                watch(WatchKind::Homepage, "/", "text/html; charset=utf-8"),
                watch(WatchKind::Feed, "/feed.xml", "application/rss+xml; charset=utf-8"),
                watch(WatchKind::Admin, "/admin/", "text/html; charset=utf-8"),
            ]
        });
        let watches = watches.collect();
        let said = all.map(|outlet| Said { name: press.name(outlet).0.to_owned(), ..Said::default() }).collect();
        Self { press, every, watches, said }
    }

    /// Lets the day pass. It begins at six in the morning.
    pub(crate) fn pass(&mut self) {
        for outlet in 0..self.press.outlets() {
            let mut chance = fastrand::Rng::with_seed(outlet as u64 + 1);
            let mut next = Duration::ZERO;
            let mut at = Duration::ZERO;
            while at < Duration::from_secs(HOURS * 3600) {
                if at >= next {
                    self.press.publish(outlet);
                    self.said[outlet].published += 1;
                    next = at + gap(&mut chance, at);
                }
                self.look(outlet, at);
                at += self.every;
            }
        }
    }

    fn look(&mut self, outlet: usize, since: Duration) {
        let at = Count::BEGINS.parse::<Timestamp>().unwrap() + SignedDuration::try_from(since).unwrap();
        let bodies = [self.press.front(outlet), self.press.feed(outlet), self.press.admin(outlet)];
        let said = &mut self.said[outlet];
        for (watch, body) in self.watches[outlet].iter_mut().zip(&bodies) {
            said.looks += 1;
            let digest = Digest::of(body);
            if watch.settled == Some((digest, watch.baseline.version())) {
                continue;
            }
            said.read += 1;
            let judgement = watch.see(body, at);
            let settled = matches!(judgement.verdict, Verdict::Normal | Verdict::Alarm);
            watch.settled = settled.then(|| (digest, watch.baseline.version()));
            match judgement.verdict {
                Verdict::Alarm => said.alarms += 1,
                Verdict::Suspect => said.suspects += 1,
                Verdict::Inconclusive => said.unseen += 1,
                Verdict::Normal | Verdict::Learning => continue,
            }
            if said.first.len() < 3 {
                said.first.push(format!("{} at {at}: {}", watch.kind, told(&judgement)));
            }
        }
    }

    pub(crate) fn count(&self) -> Count {
        Count(self.said.clone())
    }

    /// Attacks on the front pages, the day after, that are no alarm: a quiet watch must not be a deaf one.
    pub(crate) fn unheard(&self) -> Vec<String> {
        let at = Count::BEGINS.parse::<Timestamp>().unwrap() + SignedDuration::from_hours(HOURS.cast_signed());
        let mut unheard = Vec::new();
        for (outlet, watches) in self.watches.iter().enumerate() {
            for attack in ATTACKS {
                self.press.attack(outlet, attack);
                let judgement = watches[0].clone().see(&self.press.front(outlet), at);
                self.press.restore(outlet);
                if judgement.verdict != Verdict::Alarm {
                    unheard.push(format!("{} at {}: {}", attack.name(), self.said[outlet].name, told(&judgement)));
                }
            }
            self.press.attack(outlet, Attack::LoginForm);
            let judgement = watches[2].clone().see(&self.press.admin(outlet), at);
            self.press.restore(outlet);
            if judgement.verdict != Verdict::Alarm {
                unheard.push(format!("the login form at {}: {}", self.said[outlet].name, told(&judgement)));
            }
        }
        unheard
    }
}

/// Until the next publication: minutes by day, an hour or so by night.
fn gap(chance: &mut fastrand::Rng, at: Duration) -> Duration {
    let hour = (Count::HOUR + at.as_secs() / 3600) % 24;
    let minutes = if (7..22).contains(&hour) { chance.u64(4..14) } else { chance.u64(40..100) };
    Duration::from_secs(minutes * 60)
}

impl Watch {
    /// Judges and learns.
    fn see(&mut self, body: &[u8], at: Timestamp) -> Judgement {
        let decoded = decode(body, &self.headers);
        let look = Look {
            kind: self.kind,
            expect: (self.kind == WatchKind::Admin).then_some(Expect::Login),
            values: &[],
            asked: &self.url,
            url: &self.url,
            chain: &[],
            status: 200,
            headers: &self.headers,
            text: &decoded.text,
            at,
            ignore: &[],
            parts: Parts::default(),
        };
        let judged = judge(&look, &self.baseline);
        self.baseline.learn(&judged, at);
        judged.judgement
    }
}

impl Count {
    /// When the day begins, UTC.
    pub(crate) const BEGINS: &str = "2025-02-20T06:00:00Z";
    const HOUR: u64 = 6;

    pub(crate) fn alarms(&self) -> u64 {
        self.0.iter().map(|said| said.alarms).sum()
    }

    pub(crate) fn suspects(&self) -> u64 {
        self.0.iter().map(|said| said.suspects).sum()
    }

    /// A line for each outlet, and one for all.
    pub(crate) fn table(&self) -> String {
        let mut table = String::from("looks    read   published  alarms  suspects  unseen  outlet\n");
        let mut all = Said { name: "all".to_owned(), ..Said::default() };
        for said in &self.0 {
            all.looks += said.looks;
            all.read += said.read;
            all.published += said.published;
            all.alarms += said.alarms;
            all.suspects += said.suspects;
            all.unseen += said.unseen;
        }
        for said in self.0.iter().chain([&all]) {
            let Said { name, looks, read, published, alarms, suspects, unseen, first } = said;
            // A string takes all that is written to it.
            let _ =
                writeln!(table, "{looks:<8} {read:<6} {published:<10} {alarms:<7} {suspects:<9} {unseen:<7} {name}");
            for line in first {
                let _ = writeln!(table, "    {line}");
            }
        }
        table
    }
}

fn told(judgement: &Judgement) -> String {
    let signals: Vec<String> =
        judgement.signals.iter().map(|s| format!("{} {:.2} ({} -> {})", s.kind, s.weight, s.before, s.after)).collect();
    format!("{:?} {:.2}: {}", judgement.verdict, judgement.score, signals.join("; "))
}
