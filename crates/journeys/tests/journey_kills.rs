//! The built program is killed a hundred times at instants that nobody chose, while outlets are attacked and restored: nothing
//! is lost, nothing is damaged, and no more is told twice than kills explain.

#![cfg(target_os = "linux")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, Home, Paper, Program, Recorder, wait_until};
use frontwatch_newsroom::Attack;
use serde_json::Value;

const KILLS: usize = 100;
/// The longest that a life lasts: long enough for a look, its confirmation and a notification at an interval of 2 s.
const LIFE: Duration = Duration::from_millis(2800);
/// Longer than any step takes at an interval of 2 s on a busy machine.
const SOON: Duration = Duration::from_secs(40);
const ATTACKS: [Attack; 4] = [Attack::Cover, Attack::Title, Attack::Headlines, Attack::ForeignFrame];

/// What the attacks and the instants follow from: another each time, unless `FRONTWATCH_SEED` names that of an earlier run.
fn seed() -> u64 {
    let given = std::env::var("FRONTWATCH_SEED").ok();
    given.and_then(|seed| seed.parse().ok()).unwrap_or_else(|| fastrand::u64(..))
}

/// Every line of a command that prints JSON.
fn printed(home: &Home, bus: &Bus, words: &[&str]) -> Result<Vec<Value>> {
    let mut program = Program::start(home, Some(bus), words)?;
    let status = program.wait(SOON)?;
    ensure!(status.success(), "{words:?}: {status}: {:?}", program.errors());
    Ok(program.lines())
}

fn word<'a>(line: &'a Value, field: &str) -> Result<&'a str> {
    line[field].as_str().with_context(|| format!("no {field} in {line}"))
}

/// Waits until every outlet was judged normal, publishing meanwhile.
fn learn(paper: &Paper, program: &Program) -> Result<()> {
    let mut published = Instant::now();
    wait_until("six normal front pages", Duration::from_secs(60), || {
        if published.elapsed() > Duration::from_secs(1) {
            paper.publish();
            published = Instant::now();
        }
        let lines = program.lines().into_iter();
        let normal = lines.filter(|line| line["event"] == "verdict" && line["verdict"] == "normal");
        let outlets: BTreeSet<String> = normal.filter_map(|line| line["outlet"].as_str().map(str::to_owned)).collect();
        Ok((outlets.len() == 6).then_some(()))
    })
}

#[test]
fn killed_a_hundred_times_it_loses_nothing_and_tells_nothing_out_of_turn() -> Result<()> {
    let seed = seed();
    eprintln!("seed {seed}");
    let mut chance = fastrand::Rng::with_seed(seed);
    let (bus, home, paper) = (Bus::start()?, Home::new()?, Paper::open()?);
    home.configure(&paper.config(Some("2s")))?;
    let desktop = Recorder::start(&bus)?;
    let watch = || Program::start(&home, Some(&bus), &["watch", "--json"]);
    let mut program = watch()?;
    learn(&paper, &program)?;

    let outlets = paper.outlets();
    let mut attacked = BTreeSet::new();
    for _ in 0..KILLS {
        let place = chance.usize(..outlets.len());
        match chance.u8(..4) {
            0 if attacked.remove(&place) => paper.restore(place)?,
            1 if attacked.insert(place) => {
                let attack = ATTACKS[chance.usize(..ATTACKS.len())];
                eprintln!("{attack:?} at {}", outlets[place].name);
                paper.attack(place, attack)?;
            }
            _ => {}
        }
        std::thread::sleep(LIFE.mul_f64(chance.f64()));
        program.still_runs()?;
        program.kill()?;
        let said = program.errors();
        let broken = |line: &String| line.contains("was damaged") || line.contains("The store failed");
        ensure!(!said.iter().any(broken), "what it left is whole: {said:?}");
        program = watch()?;
    }

    program.wait_for("a look", SOON, |line| line["event"] == "verdict")?;

    // Whatever stands now is told, in this life or an earlier one.
    let names: BTreeSet<&str> = attacked.iter().map(|place| outlets[*place].name.as_str()).collect();
    let open = || -> Result<BTreeSet<String>> {
        let incidents = printed(&home, &bus, &["incidents", "--json", "--latest", "10000"])?;
        let open = incidents.iter().filter(|incident| incident["state"] == "open");
        open.map(|incident| Ok(word(incident, "outlet")?.to_owned())).collect()
    };
    wait_until("every attack that stands is an incident", SOON, || {
        let open = open()?;
        Ok(names.iter().all(|name| open.contains(*name)).then_some(()))
    })
    .with_context(|| {
        let verdicts =
            program.lines().into_iter().filter(|line| line["event"] == "verdict" || line["event"] == "incident");
        let of_the_attacked = verdicts.filter(|line| line["outlet"].as_str().is_some_and(|name| names.contains(name)));
        let said: Vec<String> = of_the_attacked.map(|line| line.to_string()).collect();
        format!("{names:?} are attacked, of which are open {:?}: {}", open(), said.join("\n"))
    })?;
    let told = |name: &&str| desktop.raised().iter().any(|raised| raised.summary.contains(*name));
    wait_until("every one of them is told", SOON, || Ok(names.iter().all(told).then_some(()))).with_context(|| {
        let said: Vec<String> = desktop.raised().into_iter().map(|raised| raised.summary).collect();
        let untold: Vec<&&str> = names.iter().filter(|name| !told(name)).collect();
        let known = printed(&home, &bus, &["incidents", "--json", "--latest", "10000"]);
        format!("{untold:?} of what was said, {said:?}; incidents: {known:#?}")
    })?;
    ensure!(program.terminate(SOON)?.code().is_some(), "{:?}", program.errors());

    // Every incident is there once, with who was told or why nobody was.
    let incidents = printed(&home, &bus, &["incidents", "--json", "--latest", "10000"])?;
    ensure!(incidents.len() >= 3, "too little happened: {incidents:?}");
    let (mut ids, mut unresolved, mut tellings) = (BTreeSet::new(), BTreeMap::<&str, usize>::new(), 0);
    for incident in &incidents {
        let id = word(incident, "id")?;
        ensure!(ids.insert(id), "twice: {incident}");
        if incident["state"] != "resolved" {
            *unresolved.entry(word(incident, "outlet")?).or_default() += 1;
        }
        let moments = printed(&home, &bus, &["incidents", id, "--json"])?;
        let told = moments.iter().filter(|moment| moment["what"] == "told").count();
        let silent = moments.iter().any(|moment| moment["what"] == "silent" || moment["what"] == "undelivered");
        ensure!(told > 0 || silent, "nobody was told of {incident}, and nobody knows why: {moments:?}");
        tellings += told;
    }
    ensure!(unresolved.values().all(|count| *count == 1), "one incident for each outlet: {unresolved:?}");
    let raised = desktop.raised().len();
    ensure!(raised <= tellings + KILLS, "{raised} notifications for {tellings} tellings and {KILLS} kills");
    eprintln!("{} incidents, {tellings} tellings, {raised} notifications", incidents.len());
    Ok(())
}
