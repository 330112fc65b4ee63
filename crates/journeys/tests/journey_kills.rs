//! The built program is killed two hundred times at instants that nobody chose, while outlets are attacked and restored: nothing
//! that was announced is lost, nothing is damaged, and no more is told twice than kills explain. Two editors are watched for
//! beside each other, each with a store, a desktop and a newsroom of its own.

#![cfg(target_os = "linux")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use frontwatch_core::text::escape_markup;
use frontwatch_journeys::{Bus, Home, Paper, Program, Raised, Recorder, wait_until};
use frontwatch_newsroom::Attack;
use frontwatch_proof::proven;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use tempfile::TempDir;

const EDITORS: usize = 2;
/// Of each editor's program.
const KILLS: usize = 100;
/// The longest that a life lasts: long enough for a look, its confirmation and a notification at an interval of 2 s.
const LIFE: Duration = Duration::from_millis(3500);
/// One life in so many may be this long: an attack is seen twice and told on a busy machine, too.
const SELDOM: usize = 16;
const LONG: Duration = Duration::from_secs(15);
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

/// The database as a kill left it, log and all: a copy, so that the original stays as it is.
struct Left {
    _copy: TempDir,
    db: Connection,
}

impl Left {
    /// Takes the copy, and asks whether it is whole.
    fn of(home: &Home) -> Result<Self> {
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
        Ok(Self { _copy: copy, db })
    }

    /// That every incident that was ever announced is there.
    fn holds(&self, announced: &BTreeSet<String>) -> Result<()> {
        for id in announced {
            let known: i64 = self.db.query_row("SELECT count(*) FROM incident WHERE id = ?", [id], |row| row.get(0))?;
            ensure!(known == 1, "announced, and {known} times in the store: {id}");
        }
        Ok(())
    }

    /// Every notice for the desktop, by its id.
    fn notices(&self) -> Result<Vec<(String, Noted)>> {
        let sql = "SELECT notice, json_extract(outbox.data, '$.title'), json_extract(outbox.data, '$.body'), delivery, attempts
                   FROM outbox JOIN incident ON incident.id = outbox.incident WHERE channel = 'desktop'";
        let mut rows = self.db.prepare(sql)?;
        let rows = rows.query_map([], |row| {
            let words = Words { title: row.get(1)?, body: row.get(2)? };
            let (delivery, attempts) = (row.get::<_, String>(3)?, row.get::<_, i64>(4)?.unsigned_abs());
            Ok((
                row.get(0)?,
                Noted { words, pending: delivery == "pending", delivered: delivery == "delivered", attempts },
            ))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// How many notices wait for the desktop, while the program runs.
fn waiting(home: &Home) -> Result<i64> {
    let db = Connection::open_with_flags(home.data().join("frontwatch.db"), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let sql = "SELECT count(*) FROM outbox WHERE channel = 'desktop' AND delivery = 'pending'";
    Ok(db.query_row(sql, [], |row| row.get(0))?)
}

/// What a notice says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Words {
    title: String,
    body: String,
}

impl Words {
    /// Whether a notification says this: markup escaped, and what is too long cut at its end.
    fn are_shown_by(&self, raised: &Raised) -> bool {
        let shows = |shown: &str, words: &str| {
            shown == words || shown.strip_suffix('…').is_some_and(|shown| words.starts_with(shown))
        };
        shows(&raised.summary, &self.title) && shows(&raised.body, &escape_markup(&self.body))
    }
}

/// A notice as the store has it.
#[derive(Debug)]
struct Noted {
    words: Words,
    pending: bool,
    delivered: bool,
    /// How often it was noted that it was sent.
    attempts: u64,
}

/// How often the desktop may have shown each notice: as often as the store notes, and once more for each kill that it waited
/// at, which may have come between showing and noting.
#[derive(Default)]
struct Ledger {
    waited_at_kills: BTreeMap<String, u64>,
    /// How many of the notifications were looked up already.
    known: usize,
}

impl Ledger {
    /// The program was killed, and left this.
    fn killed(&mut self, left: &Left, desktop: &Recorder) -> Result<()> {
        let notices = left.notices()?;
        for (id, _) in notices.iter().filter(|(_, noted)| noted.pending) {
            *self.waited_at_kills.entry(id.clone()).or_default() += 1;
        }
        let raised = desktop.raised();
        for raised in raised.iter().skip(self.known) {
            let stored = notices.iter().any(|(_, noted)| noted.words.are_shown_by(raised));
            ensure!(stored, "shown, and of no incident in the store: {raised:?}");
        }
        self.known = raised.len();
        Ok(())
    }

    /// At the end, when nothing is under way. Notices of the same words are counted together.
    fn balances(&self, left: &Left, desktop: &Recorder) -> Result<()> {
        let mut by_words = BTreeMap::<Words, Vec<(String, Noted)>>::new();
        for (id, noted) in left.notices()? {
            by_words.entry(noted.words.clone()).or_default().push((id, noted));
        }
        let raised = desktop.raised();
        for raised in &raised {
            ensure!(by_words.keys().any(|words| words.are_shown_by(raised)), "shown, and not in the store: {raised:?}");
        }
        for (words, notices) in &by_words {
            let shown = raised.iter().filter(|raised| words.are_shown_by(raised)).count() as u64;
            let delivered = notices.iter().filter(|(_, noted)| noted.delivered).count() as u64;
            let of_kills = |id: &String| self.waited_at_kills.get(id).copied().unwrap_or_default();
            let most: u64 = notices.iter().map(|(id, noted)| noted.attempts + of_kills(id)).sum();
            ensure!(shown >= delivered, "noted as shown {delivered} times, and shown {shown} times: {notices:?}");
            ensure!(shown <= most, "shown {shown} times, of which kills and the store explain {most}: {notices:?}");
        }
        Ok(())
    }
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
            "{} kills, one in {AT_THE_START} of them at the start, with attacks and recoveries; after each, PRAGMA integrity_check, and \
             every notification and every id that was printed is looked up in the store; none shown again but for a kill before it was \
             noted",
            EDITORS * KILLS
        ),
        "nothing"
    );
    Ok(())
}

/// The incidents that are told of on stdout, as such or by a notice.
fn told_of(program: &Program) -> BTreeSet<String> {
    let id = |line: &Value| match line["event"].as_str()? {
        "incident" => line["id"].as_str().map(str::to_owned),
        "notice" => line["incident"].as_str().map(str::to_owned),
        _ => None,
    };
    program.lines().iter().filter_map(id).collect()
}

/// Kills the program of one editor again and again; how many incidents there were.
#[expect(clippy::print_stderr, reason = "what a failure is explained by")]
fn killed(seed: u64) -> Result<usize> {
    let mut chance = fastrand::Rng::with_seed(seed);
    let (bus, home, paper) = (Bus::start()?, Home::new()?, Paper::open()?);
    home.configure(&paper.config(Some("2s")))?;
    let desktop = Recorder::start(&bus)?;
    let watch = || Program::start(&home, Some(&bus), &["watch", "--json"]);
    let mut program = watch()?;
    learn(&paper, &program)?;

    let outlets = paper.outlets();
    let (mut attacked, mut announced, mut ledger) = (BTreeSet::new(), BTreeSet::<String>::new(), Ledger::default());
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
        let longest = match chance.usize(..SELDOM) {
            0 => LONG,
            _ if chance.usize(..AT_THE_START) == 0 => START,
            _ => LIFE,
        };
        std::thread::sleep(longest.mul_f64(chance.f64()));
        program.still_runs()?;
        program.kill()?;
        announced.extend(told_of(&program));
        let left = Left::of(&home)?;
        left.holds(&announced)?;
        ledger.killed(&left, &desktop)?;
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
    wait_until("what was shown is noted", SOON, || Ok((waiting(&home)? == 0).then_some(())))?;
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
    announced.extend(told_of(&program));
    let lost: Vec<&String> = announced.iter().filter(|id| !ids.contains(id.as_str())).collect();
    ensure!(lost.is_empty(), "announced, and not there: {lost:?}");
    ledger.balances(&Left::of(&home)?, &desktop)?;
    ensure!(unresolved.values().all(|count| *count == 1), "one incident for each outlet: {unresolved:?}");
    let raised = desktop.raised().len();
    eprintln!("{} incidents, {tellings} tellings, {raised} notifications", incidents.len());
    Ok(incidents.len())
}
