//! The first part: attacks at random instants, each at an outlet that was left alone before.

use std::time::{Duration, Instant};

use anyhow::Result;
use frontwatch_journeys::Stop;
use frontwatch_newsroom::{Intruders, Options, Roster};

use crate::covering::{Shown, concerns, told_after};
use crate::heard::{Heard, Opened};
use crate::plan::{Deed, Planned, plan};
use crate::report::{Alerts, Told};
use crate::say;
use crate::scene::{DEFAULT_INTERVAL, Scene};

/// Between two publications of an outlet; its clock goes on by as much with each.
const PUBLISHES: Duration = Duration::from_secs(60);
/// How long after an attack an alert is waited for. Beyond all targets, so that it is known how late the late ones are.
const LONGEST: Duration = Duration::from_secs(180);
/// How long after the alert somebody has put an outlet right: an outlet that hangs for an hour would be a load of its own.
const MENDED_AFTER: Duration = Duration::from_secs(45);
/// Between two looks at what was shown.
const LOOKS: Duration = Duration::from_millis(500);

/// What is asked for.
pub(crate) struct How {
    /// How many attacks.
    pub(crate) attacks: usize,
    /// Over how long they are spread.
    pub(crate) within: Duration,
    /// How many outlets are watched.
    pub(crate) outlets: usize,
    /// Between two looks at a front page; none for the program's own.
    pub(crate) interval: Option<Duration>,
    /// What instants, outlets and pages follow from.
    pub(crate) seed: u64,
}

/// An attack that was made.
struct Made {
    planned: Planned,
    name: String,
    /// Just before it was.
    at: Instant,
    told: Option<Duration>,
    /// Whether it is still waited for.
    awaited: bool,
    mended: bool,
}

/// Learns, attacks, waits for the alerts.
pub(crate) fn run(how: &How, stop: &Stop) -> Result<Alerts> {
    let options = Options {
        roster: Roster::Generated(how.outlets),
        seed: how.seed,
        intruders: Intruders::EachItsOwn,
        ..Options::default()
    };
    say(&format!("attacks: --seed {}", how.seed));
    let mut scene = Scene::open(options, how.interval, PUBLISHES, stop)?;
    scene.learn()?;
    let names = scene.names();
    let mut planned = plan(how.seed, how.attacks, how.outlets, how.within).into_iter().peekable();
    let mut made: Vec<Made> = Vec::with_capacity(how.attacks);
    let (begun, fronts) = (Instant::now(), scene.heard.fronts);
    let mut looked = begun;
    while planned.peek().is_some() || made.iter().any(|made| made.awaited) {
        while let Some(planned) = planned.next_if(|planned| begun.elapsed() >= planned.at) {
            let name = names[planned.outlet].clone();
            let at = Instant::now();
            match planned.deed {
                Deed::Attack(attack) => scene.paper.attack(planned.outlet, attack)?,
                Deed::Outage(fault) => scene.paper.fault(planned.outlet, fault)?,
            }
            made.push(Made { planned, name, at, told: None, awaited: true, mended: false });
        }
        scene.turn()?;
        if looked.elapsed() >= LOOKS {
            looked = Instant::now();
            let shown = scene.shown();
            for made in made.iter_mut().filter(|made| !made.mended) {
                follow(made, &shown, &scene, &names)?;
            }
        }
    }
    let took = begun.elapsed();
    let looks = scene.heard.fronts - fronts;
    let shown = scene.shown();
    let heard = scene.close()?;
    let told: Vec<Told> = made
        .iter()
        .map(|made| Told { deed: made.planned.deed, after: told_after(&made.name, made.at, &shown, &heard, &names) })
        .collect();
    Ok(Alerts {
        seed: how.seed,
        outlets: how.outlets,
        within: how.within,
        interval: how.interval.unwrap_or(DEFAULT_INTERVAL),
        own_interval: how.interval.is_none(),
        paces: took.mul_f64(how.outlets as f64 / looks.max(1) as f64),
        told,
        shown: shown.len(),
        incidents: heard.opened.len(),
        unexplained: unexplained(&made, &shown, &heard, &names),
    })
}

/// Looks whether an attack was told of, and puts the outlet right when it was, or never will be.
fn follow(made: &mut Made, shown: &[Shown], scene: &Scene, names: &[String]) -> Result<()> {
    if made.told.is_none() {
        made.told = told_after(&made.name, made.at, shown, &scene.heard, names);
        if let Some(told) = made.told {
            made.awaited = false;
            say(&format!("{:>6.1} s  {}: {}", told.as_secs_f64(), made.planned.deed, made.name));
        }
    }
    let mend = made.told.map_or(LONGEST, |told| told + MENDED_AFTER);
    if made.at.elapsed() >= mend {
        if std::mem::take(&mut made.awaited) {
            say(&format!(" never    {}: {}", made.planned.deed, made.name));
        }
        scene.paper.restore(made.planned.outlet)?;
        made.mended = true;
    }
    Ok(())
}

/// What was told that no attack explains: incidents of outlets that were not attacked when they opened, and every `Notify`
/// of something else than an outlet that was attacked before.
fn unexplained(made: &[Made], shown: &[Shown], heard: &Heard, names: &[String]) -> Vec<String> {
    let attacked = |outlet: &str, at: Instant| made.iter().any(|made| made.name == outlet && made.at <= at);
    let incidents = heard.opened.iter().filter(|opened| !attacked(&opened.outlet, opened.at));
    let of = |outlet: &str| -> Vec<&Opened> { heard.opened.iter().filter(|opened| opened.outlet == outlet).collect() };
    let explained = |shown: &Shown| {
        let mut before = made.iter().filter(|made| made.at <= shown.at);
        before.any(|made| concerns(shown, &made.name, &of(&made.name), heard, names))
    };
    let notices = shown.iter().filter(|shown| !explained(shown));
    let incidents = incidents.map(|opened| format!("incident: {}: {}", opened.outlet, opened.summary));
    incidents.chain(notices.map(|shown| format!("notification: {} {}", shown.title, shown.body))).collect()
}
