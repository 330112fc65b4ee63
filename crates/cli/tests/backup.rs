//! Backup and restore by the built program: beside a running watch, and killed at instants that nobody chose.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use frontwatch_core::digest::Digest;
use frontwatch_core::observation::Headers;
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::backup;
use frontwatch_engine::place::Place;
use frontwatch_engine::store::{Access, CaptureRole, KeptBody, Store, StoreError, Write};
use frontwatch_newsroom::{Newsroom, Options, Roster};
use frontwatch_proof::proven;
use jiff::Timestamp;
use serde_json::Value;

fn place(dir: &Path) -> Place {
    Place { config: dir.join("frontwatch.toml"), data: dir.join("data") }
}

fn command(place: &Place, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_frontwatch"));
    command.args(arguments).arg("--config").arg(&place.config).arg("--data").arg(&place.data);
    command
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .env("LC_ALL", "en_US.UTF-8")
        .stdin(Stdio::null());
    command
}

/// Exit status, stdout and stderr.
fn run(place: &Place, arguments: &[&str]) -> (i32, String, String) {
    let output = command(place, arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A process that is ended with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn wait(what: &str, mut until: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !until() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_made_beside_a_watch_and_is_put_back_only_without_one() {
    let options = Options { roster: Roster::Generated(2), page_kb: 30, ..Options::default() };
    let newsroom = Newsroom::start(options).await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let here = place(home.path());
    let outlets = newsroom.outlets().into_iter();
    let outlets =
        outlets.map(|outlet| format!("[[outlet]]\nname = \"{}\"\nhomepage = \"{}\"\n", outlet.name, outlet.homepage));
    let mut text = format!("[watching]\ninterval = \"2s\"\nlanguages = [\"en\"]\n{}", outlets.collect::<String>());
    text.push_str("[[webhook]]\nname = \"chat\"\nurl = \"http://127.0.0.1:9/hook\"\ncredential = \"chat-token\"\n");
    std::fs::write(&here.config, &text).unwrap();
    let watch =
        Running(command(&here, &["watch", "--json"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
    let learned = async || match Store::open(&here.data, Access::Read) {
        Ok(opened) => opened.store.load().await.is_ok_and(|loaded| loaded.baselines.len() >= 2),
        Err(_) => false,
    };
    let begun = Instant::now();
    while !learned().await {
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing was learned");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }

    let file = home.path().join("a.backup");
    let name = file.to_str().unwrap();
    let (status, stdout, stderr) = run(&here, &["backup", name]);
    assert_eq!(
        (status, stdout.contains("a.backup was made"), stderr.contains("chat-token")),
        (0, true, true),
        "{stderr}"
    );
    let (status, _, stderr) = run(&here, &["backup", name]);
    assert!(status == 2 && stderr.contains("is there already"), "{status}: {stderr}");
    let other = home.path().join("b.backup");
    let (status, stdout, _) = run(&here, &["backup", other.to_str().unwrap(), "--json"]);
    let made: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(status, 0);
    assert_eq!(made["sha256"], Digest::of(&std::fs::read(&other).unwrap()).to_string());
    assert_eq!((&made["configuration"], &made["secrets"][0]), (&Value::Bool(true), &Value::from("chat-token")));

    let (status, _, stderr) = run(&here, &["restore", name]);
    assert!(status == 2 && stderr.contains("--yes"), "nobody can be asked: {status}: {stderr}");
    let (status, _, stderr) = run(&here, &["restore", name, "--yes"]);
    assert!(status == 2 && stderr.contains(&format!("process {}", watch.0.id())), "{status}: {stderr}");
    drop(watch);

    let there = place(&home.path().join("elsewhere"));
    let (status, stdout, stderr) = run(&there, &["restore", name]);
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.contains("is in its place") && stderr.contains("chat-token"), "{stdout}{stderr}");
    assert_eq!(std::fs::read_to_string(&there.config).unwrap(), text);
    let (status, stdout, stderr) = run(&there, &["check", "--json"]);
    let verdicts: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(status == 0 && verdicts.len() == 2, "what was learned counts elsewhere: {stdout}{stderr}");
    let (status, stdout, _) = run(&here, &["restore", name, "--yes", "--json"]);
    let restored: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!((status, restored["aside"].as_array().unwrap().len()), (0, 2));
    std::fs::write(&file, b"no backup").unwrap();
    let (status, _, stderr) = run(&here, &["restore", name, "--yes"]);
    assert!(status == 2 && stderr.contains("no backup of Frontwatch"), "{status}: {stderr}");
}

const KILLS: u32 = 16;

/// A store and a configuration that both say this word.
async fn saying(word: &str, home: &Path) -> PathBuf {
    let place = place(&home.join(word));
    std::fs::create_dir_all(&place.data).unwrap();
    std::fs::write(&place.config, configuration(word)).unwrap();
    let store = Store::open(&place.data, Access::Write).unwrap().store;
    let watch = WatchId::new(WatchKind::Homepage, &"https://report.example/".parse().unwrap());
    let mut batch = vec![Write::WatchState { watch: watch.clone(), state: word.to_owned() }];
    batch.extend((0..10_u64).map(|n| {
        let body: Vec<u8> = (0..2000_u64).flat_map(|m| *Digest::of(&(n * 2000 + m).to_le_bytes()).as_bytes()).collect();
        Write::Capture {
            watch: watch.clone(),
            role: CaptureRole::Alarm,
            at: Timestamp::UNIX_EPOCH,
            digest: Digest::of(&body),
            body: KeptBody::Plain(body.into()),
            headers: Headers::new([]),
            url: "https://report.example/".parse().unwrap(),
            status: 200,
        }
    }));
    store.commit(batch).await.unwrap();
    store.close().await.unwrap();
    let file = home.join(format!("{word}.backup"));
    backup::make(&place, &file, Timestamp::UNIX_EPOCH).unwrap();
    file
}

#[tokio::test]
async fn of_a_configuration_that_is_named_without_its_folder_the_latest_are_kept_too() {
    const KEPT: usize = 3;
    let dir = tempfile::tempdir().unwrap();
    let file = saying("old", dir.path()).await;
    for _ in 0..KEPT + 2 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontwatch"));
        command.args(["restore", "--yes", "--config", "frontwatch.toml", "--data", "data"]).arg(&file);
        let out = command.current_dir(dir.path()).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    }
    let names = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let aside = names.filter(|name| name.starts_with("frontwatch.toml.before-restore-")).count();
    assert_eq!(aside, KEPT);
}

fn configuration(word: &str) -> String {
    format!("[[outlet]]\nname = \"{word}\"\nhomepage = \"https://report.example/\"\n")
}

/// The word that a store says.
async fn said(data: &Path) -> String {
    let store = Store::open(data, Access::Write).unwrap();
    assert_eq!(store.notes, [], "it is whole");
    let states = store.store.load().await.unwrap().states;
    store.store.close().await.unwrap();
    states.into_iter().map(|(_, word)| word).collect()
}

#[tokio::test]
async fn killed_at_any_instant_a_restore_leaves_the_old_or_the_new() {
    let home = tempfile::tempdir().unwrap();
    let files = [saying("one", home.path()).await, saying("two", home.path()).await];
    let here = place(&home.path().join("here"));
    let restore = |file: &Path| command(&here, &["restore", file.to_str().unwrap(), "--yes"]);
    let mut whole = Duration::MAX;
    for file in [&files[0], &files[1], &files[0]] {
        let begun = Instant::now();
        assert!(restore(file).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success());
        whole = whole.min(begun.elapsed());
    }
    let (mut kept, mut replaced) = (0, 0);
    for kill in 0..KILLS {
        let before = said(&here.data).await;
        let other = usize::from(before == "one");
        let mut child = Running(restore(&files[other]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        // Some of them in the very end, where things change places.
        let from = if kill % 2 == 0 { 0.0 } else { 0.5 };
        std::thread::sleep(whole.mul_f64(from + (1.1 - from) * fastrand::f64()));
        child.0.kill().unwrap();
        drop(child);
        // The next command reads the configuration first.
        wait("the lock goes with the process", || !matches!(Store::settle(&here.data), Err(StoreError::Held { .. })));
        let after = said(&here.data).await;
        assert!(["one", "two"].contains(&after.as_str()), "{after}");
        assert_eq!(std::fs::read_to_string(&here.config).unwrap(), configuration(&after), "both or neither");
        if after == before {
            kept += 1;
        } else {
            replaced += 1;
        }
        for entry in std::fs::read_dir(&here.data).unwrap() {
            let path = entry.unwrap().path();
            assert!(!path.ends_with("restoring"), "what was laid out is cleared away");
            if path.to_string_lossy().contains("before-restore") {
                std::fs::remove_file(path).unwrap();
            }
        }
    }
    eprintln!("{kept} left the old, {replaced} the new; a whole one took {whole:?}");
    proven!(
        "store",
        "a restore that is killed",
        format!(
            "{KILLS} times at random instants, and after every single step: the old or the new, store and configuration alike"
        ),
        "nothing"
    );
}
