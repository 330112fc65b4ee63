//! The built program is killed two hundred times at instants that nobody chose, while outlets are attacked and restored: nothing
//! that was announced is lost, nothing is damaged, and no more is told twice than kills explain. Two editors are watched for
//! beside each other, each with a store, a desktop and a newsroom of its own.

#![cfg(target_os = "linux")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use frontwatch_journeys::{Bus, Home, Paper, Program, Recorder, wait_until};
use frontwatch_newsroom::Attack;
use frontwatch_proof::proven;
use rusqlite::Connection;
use serde_json::Value;

const EDITORS: usize = 2;
/// Of each editor's program.
const KILLS: usize = 100;
/// The longest that a life lasts: long enough for a look, its confirmation and a notification at an interval of 2 s.
const LIFE: Duration = Duration::from_millis(3500);
/// One life in so many ends while the program still starts, or just has.
const AT_THE_START: usize = 5;
const START: Duration = Duration::from_millis(250);
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

/// Asks the database as it was left, log and all. The original stays as it is.
fn is_sound(home: &Home) -> Result<()> {
    let copy = tempfile::tempdir()?;
    for name in ["frontwatch.db", "frontwatch.db-wal"] {
        let file = home.data().join(name);
        if file.exists() {
            std::fs::copy(&file, copy.path().join(name))?;
        }
    }
    let db = Connection::open(copy.path().join("frontwatch.db"))?;
    let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    ensure!(verdict == "ok", "{verdict}");
    let orphans: i64 = db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    ensure!(orphans == 0, "{orphans} rows refer to what is not there");
    Ok(())
}

#[test]
fn killed_two_hundred_times_it_loses_nothing_and_tells_nothing_out_of_turn() -> Result<()> {
    let seed = seed();
    eprintln!("seed {seed}");
    std::thread::scope(|scope| {
        let editors: Vec<_> =
            (0..EDITORS as u64).map(|editor| scope.spawn(move || killed(seed.wrapping_add(editor)))).collect();
        let ended =
            editors.into_iter().map(|editor| editor.join().map_err(|_| anyhow!("a part of the test broke down"))?);
        let incidents: usize = ended.sum::<Result<usize>>()?;
        ensure!(incidents >= 4, "too little happened: {incidents} incidents");
        Ok(())
    })?;
    proven!(
        "process",
        "SIGKILL at random instants under load",
        format!(
            "{} kills, one in {AT_THE_START} of them at the start, with attacks and recoveries; after each, PRAGMA integrity_check",
            EDITORS * KILLS
        ),
        "nothing"
    );
    Ok(())
}

/// Kills the program of one editor again and again; how many incidents there were.
fn killed(seed: u64) -> Result<usize> {
    let mut chance = fastrand::Rng::with_seed(seed);
    let (bus, home, paper) = (Bus::start()?, Home::new()?, Paper::open()?);
    home.configure(&paper.config(Some("2s")))?;
    let desktop = Recorder::start(&bus)?;
    let watch = || Program::start(&home, Some(&bus), &["watch", "--json"]);
    let mut program = watch()?;
    learn(&paper, &program)?;

    let outlets = paper.outlets();
    let (mut attacked, mut announced) = (BTreeSet::new(), BTreeSet::<String>::new());
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
        let longest = if chance.usize(..AT_THE_START) == 0 { START } else { LIFE };
        std::thread::sleep(longest.mul_f64(chance.f64()));
        program.still_runs()?;
        program.kill()?;
        is_sound(&home)?;
        let said = program.lines().into_iter().filter(|line| line["event"] == "incident");
        announced.extend(said.filter_map(|line| line["id"].as_str().map(str::to_owned)));
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
    let lost: Vec<&String> = announced.iter().filter(|id| !ids.contains(id.as_str())).collect();
    ensure!(lost.is_empty(), "announced, and not there: {lost:?}");
    is_sound(&home)?;
    ensure!(unresolved.values().all(|count| *count == 1), "one incident for each outlet: {unresolved:?}");
    let raised = desktop.raised().len();
    ensure!(raised <= tellings + KILLS, "{raised} notifications for {tellings} tellings and {KILLS} kills");
    eprintln!("{} incidents, {tellings} tellings, {raised} notifications", incidents.len());
    Ok(incidents.len())
}
