//! The built program where memory is short: it lives within a limit, and where one is reached it ends and loses nothing.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, Home, Memory, Paper, Program, Recorder, wait_until};
use frontwatch_newsroom::{Attack, Options, Roster};
use frontwatch_proof::proven;

/// Longer than any step takes at an interval of 2 s on a busy machine.
const SOON: Duration = Duration::from_secs(60);
/// What a large page has.
const LARGE_MB: usize = 8;

/// Asks the store itself.
fn is_sound(data: &Path) -> Result<()> {
    let db = rusqlite::Connection::open(data.join("frontwatch.db"))?;
    let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    ensure!(verdict == "ok", "{verdict}");
    Ok(())
}

/// The memory that a running program may use from now on, in bytes.
fn limit(program: &Program, bytes: u64) -> Result<()> {
    let status =
        Command::new("prlimit").args(["--pid", &program.pid().to_string(), &format!("--data={bytes}")]).status();
    ensure!(status.context("prlimit (util-linux) does not start")?.success(), "prlimit --data={bytes}");
    Ok(())
}

/// What a running program uses of what is limited, in bytes.
fn used(program: &Program) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.pid()))?;
    let data = status.lines().find_map(|line| line.strip_prefix("VmData:")).context("no VmData")?;
    let kilobytes: u64 = data.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes * 1024)
}

/// A page at every address, which is large while it is to be. It ends with the test's process.
fn archive(large: &Arc<AtomicBool>) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let origin = format!("http://{}/", listener.local_addr()?);
    let (head, tail) = (
        "<!doctype html><html lang=\"en\"><head><title>The Archive</title></head><body><h1>The Archive</h1>",
        "</body></html>",
    );
    let item = |number: usize| {
        let words = "of the archive, with a few words that say what it is about, and what it was ".repeat(50);
        format!("<p>Item {number} {words}</p><a href=\"/item/{number}\">more</a>")
    };
    let small = format!("{head}{}{tail}", item(1));
    let mut page = String::from(head);
    for number in 1.. {
        page.push_str(&item(number));
        if page.len() >= LARGE_MB << 20 {
            break;
        }
    }
    page.push_str(tail);
    let large = Arc::clone(large);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = [0; 4096];
            let _ = stream.read(&mut request);
            let page = if large.load(Ordering::Relaxed) { &page } else { &small };
            // Who went away does not read it.
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                page.len()
            );
            let _ = stream.write_all(page.as_bytes());
        }
    });
    Ok(origin)
}

#[test]
fn with_little_memory_it_lives_through_two_hundred_outlets_and_large_pages() -> Result<()> {
    const OUTLETS: usize = 200;
    const LARGE: usize = 3;
    const LIMIT_MB: u64 = 512;
    let bus = Bus::start()?;
    let (desktop, home) = (Recorder::start(&bus)?, Home::new()?);
    let paper = Paper::with(Options { roster: Roster::Generated(OUTLETS - LARGE), ..Options::default() })?;
    let mut config = paper.config(Some("30s"));
    for number in 0..LARGE {
        use std::fmt::Write as _;
        let origin = archive(&Arc::new(AtomicBool::new(true)))?;
        writeln!(config, "[[outlet]]\nname = \"Archive {number}\"\nhomepage = \"{origin}\"\n")?;
    }
    home.configure(&config)?;
    let name = paper.outlet(0)?.name.clone();
    // What covers a page from the first look on is told from the first look on.
    paper.attack(0, Attack::Cover)?;
    let mut program = Program::start(&home, Some(&bus), &["watch", "--json"])?;
    limit(&program, LIMIT_MB << 20)?;
    wait_until("every page is seen", SOON * 4, || {
        program.still_runs()?;
        let seen: BTreeSet<String> =
            program.lines().iter().filter_map(|line| line["url"].as_str().map(str::to_owned)).collect();
        Ok((seen.len() == OUTLETS).then_some(()))
    })?;
    wait_until("the large ones are judged", SOON * 2, || {
        program.still_runs()?;
        let lines = program.lines();
        let seen = |number: usize| {
            let archive = format!("Archive {number}");
            lines.iter().any(|line| {
                line["event"] == "verdict" && line["outlet"] == archive.as_str() && line["verdict"] != "inconclusive"
            })
        };
        Ok((0..LARGE).all(seen).then_some(()))
    })?;
    desktop.wait_for("an alarm", SOON * 2, |raised| raised.summary.starts_with(&name))?;
    program.still_runs()?;
    let memory = Memory::of(program.pid())?;
    ensure!(memory.kb() < LIMIT_MB * 1024, "{memory}");
    eprintln!("{memory}");
    ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());
    is_sound(&home.data())?;
    proven!(
        "process",
        "a limit of 512 MB of memory",
        format!("{OUTLETS} outlets, {LARGE} of them with pages of {LARGE_MB} MB, and an alarm"),
        "nothing"
    );
    Ok(())
}

#[test]
fn where_memory_runs_out_it_ends_and_nothing_announced_is_lost() -> Result<()> {
    let bus = Bus::start()?;
    let (desktop, home, paper) = (Recorder::start(&bus)?, Home::new()?, Paper::open()?);
    let large = Arc::new(AtomicBool::new(false));
    let own = format!("[[outlet]]\nname = \"Archive\"\nhomepage = \"{}\"\n", archive(&large)?);
    home.configure(&format!("{}{own}", paper.config(Some("2s"))))?;
    let (first, second) = (paper.outlet(0)?.name, paper.outlet(1)?.name);
    let (first, second) = (first.as_str(), second.as_str());
    let watch = || Program::start(&home, Some(&bus), &["watch", "--json"]);
    let tell = |place: usize, name: &str| {
        paper.attack(place, Attack::Cover)?;
        desktop.wait_for(&format!("{name}'s alarm"), SOON, |raised| raised.summary.starts_with(name))
    };

    let mut program = watch()?;
    let mut published = Instant::now();
    wait_until("every front page is learned", SOON, || {
        if published.elapsed() > Duration::from_secs(1) {
            paper.publish();
            published = Instant::now();
        }
        let normal =
            program.lines().into_iter().filter(|line| line["event"] == "verdict" && line["verdict"] == "normal");
        let outlets: BTreeSet<String> = normal.filter_map(|line| line["outlet"].as_str().map(str::to_owned)).collect();
        Ok((outlets.len() == paper.outlets().len() + 1).then_some(()))
    })?;
    tell(0, first)?;
    program.wait_for("it is noted", SOON, |line| line["event"] == "notice" && line["delivered"] == true)?;

    // Not a page more than it has now, and then one that needs many.
    limit(&program, used(&program)?)?;
    large.store(true, Ordering::Relaxed);
    let status = program.wait(SOON)?;
    ensure!(!status.success(), "{status}");
    program.wait_for_error("memory allocation of ", Duration::from_secs(1))?;
    is_sound(&home.data())?;

    // Started again where there is memory, it goes on: what was told is there once, and is not told again.
    let mut program = watch()?;
    program.wait_for("it goes on", SOON, |line| {
        line["event"] == "verdict" && line["outlet"] == first && line["verdict"] == "alarm"
    })?;
    program.wait_for("the large page is seen", SOON, |line| {
        line["event"] == "verdict" && line["outlet"] == "Archive" && line["verdict"] != "inconclusive"
    })?;
    tell(1, second)?;
    ensure!(program.terminate(SOON)?.code() == Some(1), "{:?}", program.errors());
    let mut program = Program::start(&home, Some(&bus), &["incidents", "--json", "--latest", "1000"])?;
    ensure!(program.wait(SOON)?.success(), "{:?}", program.errors());
    for name in [first, second] {
        let stored = program.lines().iter().filter(|line| line["outlet"] == name).count();
        let told = desktop.raised().iter().filter(|raised| raised.summary.starts_with(name)).count();
        ensure!((stored, told) == (1, 1), "{name}: {stored} times in the store, {told} times told");
    }
    is_sound(&home.data())?;
    proven!(
        "process",
        "out of memory at a limit that is reached",
        format!(
            "once, after an alarm: no more than it has at rest (RLIMIT_DATA), then a page of {LARGE_MB} MB. It ends; PRAGMA \
             integrity_check; started again without a limit, with another alarm: each is stored once and told once"
        ),
        "the watch until it is started again"
    );
    Ok(())
}
