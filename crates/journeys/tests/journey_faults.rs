//! The built program on a computer that runs out of things: the disk is full, or may not be written or read; no file can be
//! opened any more. It says so, alarms are told all the same, and it recovers by itself.

#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, Home, Paper, Program, Recorder, in_a_network_of_its_own, wait_until};
use frontwatch_newsroom::Attack;
use frontwatch_proof::proven;
use serde_json::Value;

/// Longer than any step takes at an interval of 2 s on a busy machine.
const SOON: Duration = Duration::from_secs(60);
/// Nobody: whom permissions hold for where the tests are root.
const NOBODY: u32 = 65_534;

/// A newsroom that is watched, with a desktop.
struct Scene {
    bus: Bus,
    desktop: Recorder,
    home: Home,
    paper: Paper,
}

impl Scene {
    fn new() -> Result<Self> {
        let bus = Bus::start()?;
        let (desktop, home, paper) = (Recorder::start(&bus)?, Home::new()?, Paper::open()?);
        home.configure(&paper.config(Some("2s")))?;
        Ok(Self { bus, desktop, home, paper })
    }

    /// Watches; a write beyond a limit is an error and no signal, as on a full disk.
    fn watch(&self) -> Result<Program> {
        let program = Program::command(&self.home, Some(&self.bus))?;
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]).arg(program.get_program());
        command.args(["watch", "--json", "--config"]).arg(self.home.config()).arg("--data").arg(self.home.data());
        command.env_clear();
        for (name, value) in program.get_envs() {
            if let Some(value) = value {
                command.env(name, value);
            }
        }
        Program::run(&mut command)
    }

    fn learn(&self, program: &Program) -> Result<()> {
        let mut published = Instant::now();
        wait_until("every front page is learned", SOON, || {
            if published.elapsed() > Duration::from_secs(1) {
                self.paper.publish();
                published = Instant::now();
            }
            let lines = program.lines();
            let normal = |name: &str| lines.iter().any(|line| is_verdict(line, name, "normal"));
            Ok(self.paper.outlets().iter().all(|outlet| normal(&outlet.name)).then_some(()))
        })
    }

    fn name(&self, place: usize) -> Result<String> {
        Ok(self.paper.outlet(place)?.name.clone())
    }

    /// Attacks an outlet, and waits until it is told on the desktop.
    fn attacked_and_told(&self, place: usize) -> Result<()> {
        let name = self.name(place)?;
        self.paper.attack(place, Attack::Cover)?;
        self.desktop.wait_for(&format!("{name}'s alarm"), SOON, |raised| raised.summary.starts_with(&name))?;
        Ok(())
    }

    /// Every line of a command that prints JSON.
    fn printed(&self, words: &[&str]) -> Result<Vec<Value>> {
        let mut program = Program::start(&self.home, Some(&self.bus), words)?;
        let status = program.wait(SOON)?;
        ensure!(status.success(), "{words:?}: {status}: {:?}", program.errors());
        Ok(program.lines())
    }

    /// What a command says where nothing can be written, outlet 0 being in alarm: it judges by what was learned, says why nothing
    /// of it is stored, and what was stored before is listed and backed up.
    fn checked_meanwhile(&self) -> Result<()> {
        let mut program = Program::start(&self.home, Some(&self.bus), &["check", "--json"])?;
        let status = program.wait(SOON)?;
        let (lines, errors) = (program.lines(), program.errors());
        ensure!(status.code() == Some(1), "{status}: {errors:?}");
        program.wait_for_error("This look is judged, and nothing of it is stored.", SOON)?;
        let known = |line: &&Value| line["verdict"] != "learning" && line["watch"] == "homepage";
        ensure!(lines.iter().filter(known).count() == self.paper.outlets().len(), "{lines:?}");
        let name = self.name(0)?;
        ensure!(lines.iter().any(|line| line["outlet"] == name.as_str() && line["verdict"] == "alarm"), "{lines:?}");
        self.stored_once(&[0])?;
        let file = self.home.path().join("meanwhile.backup");
        self.printed(&["backup", &file.display().to_string()])?;
        Ok(std::fs::remove_file(&file)?)
    }

    /// That the incidents of these outlets are in the store, each once, as what they are now.
    fn stored_once(&self, places: &[usize]) -> Result<()> {
        for place in places {
            let name = self.name(*place)?;
            let stored = self.printed(&["incidents", "--json", "--latest", "1000"])?;
            let own = stored.iter().filter(|incident| incident["outlet"] == name.as_str()).count();
            ensure!(own == 1, "{own} incidents of {name}: {stored:?}");
        }
        Ok(())
    }

    /// That the pages that these outlets' alarms were raised for are in the store, and those before them.
    fn evidence_is_stored(&self, places: &[usize]) -> Result<()> {
        let db = rusqlite::Connection::open(self.home.data().join("frontwatch.db"))?;
        for place in places {
            let name = self.name(*place)?;
            let pages = |which: &str| -> Result<i64> {
                let sql = format!(
                    "SELECT count(*) FROM incident JOIN capture ON capture.watch = incident.watch JOIN body USING (digest)
                     WHERE json_extract(incident.data, '$.outlet') = ? AND {which}"
                );
                Ok(db.query_row(&sql, [&name], |row| row.get(0))?)
            };
            let counts = (pages("digest = evidence")?, pages("role = 'before' AND at < opened")?);
            ensure!(counts.0 > 0 && counts.1 > 0, "pages of {name}'s alarm, and before it: {counts:?}");
        }
        Ok(())
    }

    /// What is found while nothing can be written, outlet 0 being in alarm from before: it is said, told and stored when the disk
    /// is `mended`, once each, and not told again by whoever goes on.
    fn found_meanwhile(&self, mut program: Program, mended: impl FnOnce() -> Result<()>) -> Result<()> {
        program.wait_for_error("What happens is not written down", SOON)?;
        let name = self.name(0)?;
        program.wait_for("what was learned is known", SOON, |line| is_verdict(line, &name, "alarm"))?;
        self.attacked_and_told(1)?;
        let raised = self.desktop.raised().len();
        mended()?;
        program.wait_for_error("The store works again.", SOON)?;
        program.still_runs()?;
        self.nothing_false(&program, &[1])?;
        program.kill()?;
        is_sound(&self.home.data())?;
        self.stored_once(&[0, 1])?;
        self.evidence_is_stored(&[0, 1])?;
        let mut program = self.watch()?;
        let again = self.name(1)?;
        program.wait_for("it goes on", SOON, |line| is_verdict(line, &again, "alarm"))?;
        std::thread::sleep(Duration::from_secs(3));
        // What the notification server shows is put there again by who goes on, where it was.
        ensure!(self.desktop.raised().len() <= raised + 1, "{:#?}", self.desktop.raised());
        ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());
        Ok(())
    }

    /// No outlet was called down, and no alarm was given of any but these.
    fn nothing_false(&self, program: &Program, places: &[usize]) -> Result<()> {
        let names: Vec<String> = places.iter().map(|place| self.name(*place)).collect::<Result<_>>()?;
        let lines = program.lines();
        let mut opened = lines.iter().filter(|line| line["event"] == "incident" && line["state"] == "open");
        let strange = opened.find(|line| !names.iter().any(|name| line["outlet"] == name.as_str()));
        ensure!(strange.is_none(), "{strange:?}");
        Ok(())
    }
}

fn is_verdict(line: &Value, outlet: &str, verdict: &str) -> bool {
    line["event"] == "verdict" && line["outlet"] == outlet && line["verdict"] == verdict
}

/// Asks the store itself.
fn is_sound(data: &Path) -> Result<()> {
    let db = rusqlite::Connection::open(data.join("frontwatch.db"))?;
    let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    ensure!(verdict == "ok", "{verdict}");
    Ok(())
}

/// Changes what a running program may use.
fn limit(program: &Program, what: &str) -> Result<()> {
    let status = Command::new("prlimit").args(["--pid", &program.pid().to_string(), what]).status();
    ensure!(status.context("prlimit (util-linux) does not start")?.success(), "prlimit {what}");
    Ok(())
}

/// An alarm while nothing can be stored, and another one afterwards.
fn through_a_full_disk(
    scene: &Scene,
    fill: impl FnOnce(&Program) -> Result<()>,
    free: impl FnOnce(&Program) -> Result<()>,
) -> Result<()> {
    let mut program = scene.watch()?;
    scene.learn(&program)?;
    fill(&program)?;
    scene.attacked_and_told(0)?;
    program.wait_for_error("The store failed: ", SOON)?;
    program.wait_for_error("alerts are still told", SOON)?;
    scene.attacked_and_told(1)?;
    let words = program.errors().iter().filter(|line| line.contains("The store failed")).count();
    ensure!(words <= 3, "it is not said again and again: {:?}", program.errors());
    free(&program)?;
    program.wait_for_error("The store works again.", SOON)?;
    scene.attacked_and_told(2)?;
    program.still_runs()?;
    scene.nothing_false(&program, &[0, 1, 2])?;
    program.kill()?;
    is_sound(&scene.home.data())?;
    scene.stored_once(&[0, 1, 2])?;
    scene.evidence_is_stored(&[0, 1, 2])?;
    // What was told is not told again by whoever goes on.
    let raised = scene.desktop.raised().len();
    let mut program = scene.watch()?;
    let again = scene.name(0)?;
    program.wait_for("a look", SOON, |line| is_verdict(line, &again, "alarm"))?;
    std::thread::sleep(Duration::from_secs(3));
    ensure!(scene.desktop.raised().len() <= raised + 1, "{:#?}", scene.desktop.raised());
    ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());
    Ok(())
}

#[test]
fn while_no_file_may_grow_alarms_are_told_and_stored_afterwards() -> Result<()> {
    let scene = Scene::new()?;
    through_a_full_disk(
        &scene,
        |program| limit(program, "--fsize=4096:unlimited"),
        |program| limit(program, "--fsize=unlimited"),
    )?;
    proven!(
        "store",
        "no file may grow (a quota)",
        "two alarms meanwhile and one after it, then SIGKILL and another start",
        "looks of that time, and pages of it beyond 8 MiB"
    );
    Ok(())
}

/// In a file system of the test's own.
fn mount(words: &[&str], at: &Path) -> Result<()> {
    let status = Command::new("mount").args(words).arg(at).status()?;
    ensure!(status.success(), "mount {words:?} {}", at.display());
    Ok(())
}

/// Leaves no room on the disk.
fn fill_up(filler: &Path) -> Result<()> {
    let mut file = std::fs::File::create(filler)?;
    let block = [7; 4096];
    while file.write_all(&block).is_ok() {}
    Ok(())
}

#[test]
fn on_a_full_disk_alarms_are_told_and_stored_afterwards() -> Result<()> {
    in_a_network_of_its_own("on_a_full_disk_alarms_are_told_and_stored_afterwards", || {
        let scene = Scene::new()?;
        mount(&["-t", "tmpfs", "-o", "size=8M", "tmpfs"], &scene.home.data())?;
        let filler = scene.home.data().join("filler");
        let fill = |_: &Program| fill_up(&filler);
        through_a_full_disk(&scene, fill, |_| Ok(std::fs::remove_file(&filler)?))?;
        proven!(
            "store",
            "a full disk",
            "a file system of 8 MB, filled: two alarms meanwhile and one after it, then SIGKILL and another start",
            "looks of that time, and pages of it beyond 8 MiB"
        );
        Ok(())
    })
}

#[test]
fn a_disk_that_may_only_be_read_is_said_at_the_start() -> Result<()> {
    in_a_network_of_its_own("a_disk_that_may_only_be_read_is_said_at_the_start", || {
        let scene = Scene::new()?;
        let mut program = scene.watch()?;
        scene.learn(&program)?;
        scene.attacked_and_told(0)?;
        program.kill()?;
        let data = scene.home.data();
        mount(&["--bind", &data.display().to_string()], &data)?;
        mount(&["-o", "remount,bind,ro"], &data)?;
        scene.checked_meanwhile()?;
        let program = scene.watch()?;
        program.wait_for_error("cannot be written, only read: check its permissions and the disk", SOON)?;
        scene.found_meanwhile(program, || mount(&["-o", "remount,bind,rw"], &data))?;
        proven!(
            "store",
            "a disk that may only be read",
            "at the start: checked, read and watched with what it holds, said, an alarm meanwhile; written to when it may be, once each",
            "looks of that time, and pages of it beyond 8 MiB"
        );
        Ok(())
    })
}

#[test]
fn a_disk_that_is_full_at_the_start_keeps_nobody_from_watching() -> Result<()> {
    in_a_network_of_its_own("a_disk_that_is_full_at_the_start_keeps_nobody_from_watching", || {
        for killed in [true, false] {
            let scene = Scene::new()?;
            let data = scene.home.data();
            mount(&["-t", "tmpfs", "-o", "size=8M", "tmpfs"], &data)?;
            let mut program = scene.watch()?;
            scene.learn(&program)?;
            scene.attacked_and_told(0)?;
            if killed {
                program.kill()?;
            } else {
                program.terminate(SOON)?;
            }
            let filler = data.join("filler");
            fill_up(&filler)?;
            scene.checked_meanwhile()?;
            let program = scene.watch()?;
            program.wait_for_error("the disk is full", SOON)?;
            scene.found_meanwhile(program, || Ok(std::fs::remove_file(&filler)?))?;
        }
        // Where nothing was ever stored.
        let scene = Scene::new()?;
        let data = scene.home.data();
        mount(&["-t", "tmpfs", "-o", "size=1M", "tmpfs"], &data)?;
        fill_up(&data.join("filler"))?;
        let mut program = scene.watch()?;
        program.wait_for_error("What happens is not written down", SOON)?;
        scene.learn(&program)?;
        scene.attacked_and_told(0)?;
        mount(&["-o", "remount,size=8M"], &data)?;
        program.wait_for_error("The store works again.", SOON)?;
        ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());
        is_sound(&data)?;
        scene.stored_once(&[0])?;
        proven!(
            "store",
            "a full disk at the start",
            "after SIGKILL, after a good end, and where nothing was stored before: checked, read, watched, said, an alarm meanwhile, stored once there is room",
            "looks of that time, and pages of it beyond 8 MiB"
        );
        Ok(())
    })
}

#[test]
fn where_no_file_can_be_opened_any_more_nobody_is_blamed_and_it_recovers() -> Result<()> {
    let scene = Scene::new()?;
    let mut program = scene.watch()?;
    scene.learn(&program)?;
    // None but those that are open: over a connection that is kept a page can be seen still, and nothing can be confirmed.
    limit(&program, "--nofile=3:")?;
    scene.paper.attack(0, Attack::Cover)?;
    let name = scene.name(0)?;
    program.wait_for("it can't be seen", SOON, |line| is_verdict(line, &name, "inconclusive"))?;
    std::thread::sleep(Duration::from_secs(10));
    program.still_runs()?;
    scene.nothing_false(&program, &[0])?;
    limit(&program, "--nofile=1024:")?;
    scene.desktop.wait_for("the alarm", SOON, |raised| raised.summary.starts_with(&name))?;
    for outlet in scene.paper.outlets().iter().skip(1) {
        program.wait_for("seen again", SOON, |line| is_verdict(line, &outlet.name, "normal"))?;
    }
    scene.nothing_false(&program, &[0])?;
    ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());
    is_sound(&scene.home.data())?;
    scene.stored_once(&[0])?;
    proven!(
        "process",
        "file descriptors exhausted",
        "six outlets for 10 s, one of them attacked meanwhile: told when it can be seen, no other is blamed",
        "nothing"
    );
    Ok(())
}

/// The program as somebody whom permissions hold for.
fn as_nobody(home: &Home, word: &str) -> Result<Command> {
    let program = Program::command(home, None)?;
    let root = std::fs::metadata("/proc/self")?;
    let mut command = if std::os::unix::fs::MetadataExt::uid(&root) == 0 {
        let status = Command::new("chown").args(["-R", &format!("{NOBODY}:{NOBODY}")]).arg(home.path()).status()?;
        ensure!(status.success(), "chown");
        let mut command = Command::new("setpriv");
        let nobody = NOBODY.to_string();
        command.args(["--reuid", &nobody, "--regid", &nobody, "--clear-groups"]).arg(program.get_program());
        command
    } else {
        Command::new(program.get_program())
    };
    command.env_clear();
    for (name, value) in program.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    command.args([word, "--json", "--config"]).arg(home.config()).arg("--data").arg(home.data());
    Ok(command)
}

fn permit(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).with_context(|| path.display().to_string())
}

#[test]
fn permission_that_is_lost_is_said_and_the_watch_goes_on() -> Result<()> {
    let (home, paper) = (Home::new()?, Paper::open()?);
    home.configure(&paper.config(Some("2s")))?;
    let mut program = Program::run(&mut as_nobody(&home, "watch")?)?;
    let name = paper.outlet(0)?.name.clone();
    program.wait_for("a look", SOON, |line| line["event"] == "verdict")?;
    permit(&home.config(), 0o000)?;
    permit(&home.data(), 0o000)?;
    // The program reads the file again when it has changed.
    program.wait_for_error("cannot be used as it is now, and the watch goes on with what stood there before", SOON)?;
    paper.attack(0, Attack::Cover)?;
    program.wait_for("an alarm", SOON, |line| line["event"] == "incident" && line["outlet"] == name.as_str())?;
    permit(&home.config(), 0o600)?;
    program.wait_for_error("was read again", SOON)?;
    ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());

    let mut program = Program::run(&mut as_nobody(&home, "check")?)?;
    let status = program.wait(SOON)?;
    ensure!(matches!(status.code(), Some(0 | 1)), "{status}: {:?}", program.errors());
    ensure!(program.lines().iter().any(|line| line["outlet"] == name.as_str()), "{:?}", program.lines());
    program.wait_for_error("What was learned before cannot be read either", SOON)?;
    let mut program = Program::run(&mut as_nobody(&home, "watch")?)?;
    program.wait_for_error("check its permissions", SOON)?;
    program.wait_for_error("What happens is not written down", SOON)?;
    program
        .wait_for("a look all the same", SOON, |line| line["event"] == "verdict" && line["outlet"] == name.as_str())?;
    permit(&home.data(), 0o700)?;
    program.wait_for_error("the watch begins anew with it", SOON)?;
    let before = program.lines().len();
    wait_until("what was learned counts", SOON, || {
        Ok(program.lines().iter().skip(before).any(|line| is_verdict(line, &name, "alarm")).then_some(()))
    })?;
    ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());
    is_sound(&home.data())?;
    let mut program = Program::run(&mut as_nobody(&home, "watch")?)?;
    program.wait_for("it goes on", SOON, |line| is_verdict(line, &name, "alarm"))?;
    ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());
    proven!(
        "file",
        "permission lost",
        "of the configuration and of the data directory, while the watch runs, at a start and for a check",
        "nothing"
    );
    Ok(())
}
