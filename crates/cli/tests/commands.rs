//! The built program against a newsroom on loopback: its exit status, what it prints where, and what it refuses.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::io::Read as _;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use frontwatch_core::incident::step::Held;
use frontwatch_core::text::{Arg, Message};
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::store::{Access, HeldLook, Store, Write};
use frontwatch_newsroom::{Attack, Fault, Newsroom, Options, Roster};
use jiff::Timestamp;
use serde_json::Value;
use tempfile::TempDir;

/// A configuration file and a data directory, for one test.
struct Home {
    dir: TempDir,
}

impl Home {
    fn new(config: &str) -> Self {
        let home = Self { dir: tempfile::tempdir().unwrap() };
        std::fs::write(home.config(), config).unwrap();
        home
    }

    fn config(&self) -> PathBuf {
        self.dir.path().join("frontwatch.toml")
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontwatch"));
        command.args(arguments).arg("--config").arg(self.config()).arg("--data").arg(self.data());
        // No desktop: a test raises no notification on the screen of whoever runs it.
        command
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
            .env("LC_ALL", "en_US.UTF-8")
            .stdin(Stdio::null());
        command
    }

    /// Exit status, stdout and stderr.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let Output { status, stdout, stderr } = self.command(arguments).output().unwrap();
        (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    }
}

/// A newsroom of two outlets, and the names of them.
async fn newsroom() -> (Newsroom, [String; 2]) {
    let options = Options { roster: Roster::Generated(2), page_kb: 30, ..Options::default() };
    let newsroom = Newsroom::start(options).await.unwrap();
    let names = newsroom.outlets().into_iter().map(|outlet| outlet.name).collect::<Vec<_>>().try_into().unwrap();
    (newsroom, names)
}

/// Only front pages, so that nothing is said of what this version does not watch.
fn front_pages(newsroom: &Newsroom) -> String {
    let outlets = newsroom.outlets().into_iter();
    let outlets =
        outlets.map(|outlet| format!("[[outlet]]\nname = \"{}\"\nhomepage = \"{}\"\n", outlet.name, outlet.homepage));
    format!("[watching]\ninterval = \"2s\"\nlanguages = [\"en\"]\n{}", outlets.collect::<String>())
}

fn verdicts(stdout: &str) -> Vec<String> {
    let lines = stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|line| line["verdict"].as_str().unwrap().to_owned()).collect()
}

async fn learn(home: &Home, newsroom: &Newsroom) {
    for _ in 0..4 {
        let (status, _, stderr) = home.run(&["check"]);
        assert_eq!(status, 0, "{stderr}");
        newsroom.publish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn check_tells_by_its_status_and_its_lines() {
    let (newsroom, [first, second]) = newsroom().await;
    let home = Home::new(&front_pages(&newsroom));
    let (status, stdout, stderr) = home.run(&["check", "--json"]);
    assert_eq!((status, stderr.as_str()), (0, ""));
    assert_eq!(verdicts(&stdout), ["learning", "learning"]);
    learn(&home, &newsroom).await;
    let (status, stdout, _) = home.run(&["check", "--json"]);
    assert_eq!((status, verdicts(&stdout)), (0, vec!["normal".to_owned(); 2]));
    let (status, stdout, stderr) = home.run(&["check"]);
    assert_eq!((status, stdout.lines().count()), (0, 3), "a head and a row each: {stdout}");
    assert!(stderr.contains("2 watches: no alarm"), "{stderr}");

    let slugs: Vec<String> = newsroom.outlets().into_iter().map(|outlet| outlet.slug).collect();
    newsroom.attack(&slugs[0], Attack::Cover).await.unwrap();
    let (status, stdout, stderr) = home.run(&["check", "--json", &first]);
    assert_eq!((status, stderr.as_str()), (1, ""));
    shape(&stdout, &first);
    newsroom.fault(&slugs[1], Fault::Closed).await.unwrap();
    assert_eq!(home.run(&["check", &second]).0, 3, "what can't be seen is neither well nor wrong");
    assert_eq!(home.run(&["check"]).0, 1, "an alarm outweighs it");
    newsroom.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn check_looks_at_published_stories_and_shows_those_out_of_the_ordinary() {
    let (newsroom, _) = newsroom().await;
    let home = Home::new(&newsroom.config("2s"));
    let stories = |stdout: &str| -> Vec<String> {
        let lines = stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let stories = lines.filter(|line| line["watch"] == "article");
        stories.map(|line| line["verdict"].as_str().unwrap().to_owned()).collect()
    };
    let (status, stdout, stderr) = home.run(&["check", "--json"]);
    assert_eq!(status, 0, "{stderr}");
    let first = stories(&stdout);
    assert!(first.len() >= 10 && first.iter().all(|verdict| verdict == "learning"), "{first:?}");
    learn(&home, &newsroom).await;
    let (_, stdout, _) = home.run(&["check", "--json"]);
    let known = stories(&stdout).into_iter().filter(|verdict| verdict == "normal").count();
    assert!(known >= 10, "{stdout}");
    let (_, stdout, _) = home.run(&["check"]);
    assert!(stdout.contains(" published stories were looked at that are as they were"), "{stdout}");
    assert!(!stdout.contains("/news/"), "{stdout}");

    let slug = newsroom.outlets()[0].slug.clone();
    newsroom.attack(&slug, Attack::DeletedStories).await.unwrap();
    let (status, stdout, _) = home.run(&["check"]);
    let gone = stdout.lines().filter(|line| line.contains("no longer opens")).count();
    assert!(status == 1 && gone >= 3, "{stdout}");
    newsroom.stop().await;
}

/// The object of one verdict, to the letter.
fn shape(stdout: &str, outlet: &str) {
    let line: Value = serde_json::from_str(stdout.trim_end()).unwrap();
    let keys: Vec<&String> = line.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["at", "outlet", "score", "severity", "signals", "url", "verdict", "watch"], "{line}");
    assert_eq!((&line["outlet"], &line["watch"]), (&Value::from(outlet), &Value::from("homepage")));
    assert_eq!((&line["verdict"], &line["severity"]), (&Value::from("alarm"), &Value::from("critical")));
    let at = line["at"].as_str().unwrap();
    let moment: Timestamp = at.parse().unwrap();
    assert_eq!(at, format!("{moment:.3}"), "milliseconds and Z");
    assert!(at.ends_with('Z') && line["score"].as_f64().unwrap() >= 0.75);
    let signal = &line["signals"][0];
    let keys: Vec<&String> = signal.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["after", "before", "kind", "summary", "weight"], "{signal}");
    assert_eq!(signal["kind"], "cover.picture");
    assert_eq!(signal["summary"], "a picture never seen there before covers the front page");
}

#[test]
fn a_configuration_that_is_wrong_is_refused_with_its_place() {
    const OUTLET: &str = "[[outlet]]\nname = \"Paper\"\nhomepage = ";
    for (text, place, expected) in [
        ("[watching]\nintervall = \"30s\"\n".to_owned(), "line 2", "interval"),
        ("[watching]\ninterval = 30\n".to_owned(), "line 2", "expected"),
        (format!("{OUTLET}\"not an address\"\n"), "line 3", "expected"),
        (format!("{OUTLET}\"http://a.example/\"\n{OUTLET}\"http://b.example/\"\n"), "line 5", "Paper"),
        (format!("{OUTLET}\"https://me:hunter2@a.example/\"\n"), "line 3", "password"),
        (format!("{OUTLET}\"ftp://a.example/\"\n"), "line 3", "http"),
    ] {
        let home = Home::new(&text);
        let (status, stdout, stderr) = home.run(&["check", "--json"]);
        assert_eq!((status, stdout.as_str()), (2, ""), "{text}\n{stderr}");
        let file = home.config().display().to_string();
        for part in [file.as_str(), place, "column", expected] {
            assert!(stderr.contains(part), "{part:?} is missing: {stderr}");
        }
        assert!(!stderr.contains("hunter2"), "{stderr}");
    }
}

#[test]
fn without_a_configuration_it_says_what_to_write() {
    let home = Home::new("");
    std::fs::remove_file(home.config()).unwrap();
    let (status, stdout, stderr) = home.run(&["watch"]);
    assert_eq!((status, stdout.as_str()), (2, ""));
    for part in ["there is no configuration at", "[[outlet]]", "homepage =", "frontwatch demo"] {
        assert!(stderr.contains(part), "{part:?} is missing: {stderr}");
    }
    assert!(!stderr.contains("frontwatch add"), "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn baseline_shows_takes_back_approves_and_forgets() {
    let (newsroom, [first, _]) = newsroom().await;
    let home = Home::new(&front_pages(&newsroom));
    assert_eq!(home.run(&["check", "Nobody"]).0, 2);
    let (status, _, stderr) = home.run(&["baseline", "show", "Nobody"]);
    assert!(status == 2 && stderr.contains("Nobody"), "{stderr}");
    learn(&home, &newsroom).await;
    let (status, stdout, _) = home.run(&["baseline", "show", &first]);
    assert!(status == 0 && stdout.lines().count() > 2, "{stdout}");
    let history = || home.run(&["baseline", "history", &first]).1;
    let versions = history().lines().count() - 1;
    assert!(versions >= 3, "{}", history());
    let (status, stdout, stderr) = home.run(&["baseline", "compare", &first, "--from", "1"]);
    assert_eq!(status, 0, "{stderr}");
    assert!(
        stdout.starts_with(&format!("{}: version 1 and version {versions}\n", newsroom.outlets()[0].homepage)),
        "{stdout}"
    );
    assert!(stdout.contains("\n  - learned from 1 look since") && stdout.contains("\n  + learned from "), "{stdout}");
    assert_eq!(home.run(&["baseline", "compare", &first, "--to", "1"]).0, 2, "there is none before the first");
    assert_eq!(home.run(&["baseline", "compare", &first, "--from", "999"]).0, 2);
    assert_eq!(home.run(&["baseline", "rollback", &first, "--version", "1"]).0, 0);
    assert_eq!(history().lines().count() - 1, versions + 1, "nothing is deleted: {}", history());
    assert_eq!(home.run(&["baseline", "rollback", &first, "--version", "999"]).0, 2);
    learn(&home, &newsroom).await;

    let slug = newsroom.outlets()[0].slug.clone();
    newsroom.attack(&slug, Attack::Cover).await.unwrap();
    assert_eq!(home.run(&["check", &first]).0, 1);
    let (status, _, stderr) = home.run(&["baseline", "approve", &first]);
    assert!(status == 2 && stderr.contains("--yes"), "nobody is there to ask: {stderr}");
    assert_eq!(home.run(&["check", &first]).0, 1);
    let (status, stdout, stderr) = home.run(&["baseline", "approve", &first, "--yes"]);
    assert!(status == 0 && stdout.contains("this is normal from now on"), "{stdout}{stderr}");
    assert!(stderr.contains("covers the front page"), "what is approved is said: {stderr}");
    assert_eq!(home.run(&["check", &first]).0, 0);

    let before = history().lines().count();
    assert_eq!(home.run(&["baseline", "forget", &first]).0, 0);
    assert_eq!(history().lines().count(), before + 1, "it can be taken back: {}", history());
    let (_, stdout, _) = home.run(&["check", "--json", &first]);
    assert_eq!(verdicts(&stdout), ["alarm"], "a page that is covered at the first look is not learned");
    newsroom.restore(&slug).await.unwrap();
    let (_, stdout, _) = home.run(&["check", "--json", &first]);
    assert_eq!(verdicts(&stdout), ["learning"]);
    newsroom.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_database_is_kept_and_a_newer_one_refused() {
    let (newsroom, _) = newsroom().await;
    let home = Home::new(&front_pages(&newsroom));
    let database = home.data().join("frontwatch.db");
    std::fs::create_dir_all(home.data()).unwrap();
    std::fs::write(&database, b"this is no database, though it has its name".repeat(200)).unwrap();
    let (status, _, stderr) = home.run(&["check"]);
    assert!(status == 0 && stderr.contains("was damaged") && stderr.contains("It is kept as"), "{stderr}");
    // `user_version`, which counts the steps that the file has seen, at byte 60.
    let mut bytes = std::fs::read(&database).unwrap();
    bytes[60..64].copy_from_slice(&9999u32.to_be_bytes());
    std::fs::write(&database, &bytes).unwrap();
    let (status, stdout, stderr) = home.run(&["check"]);
    assert_eq!((status, stdout.as_str()), (2, ""), "{stderr}");
    assert!(stderr.contains("newer Frontwatch"), "{stderr}");
    assert_eq!(std::fs::read(&database).unwrap(), bytes, "it is left as it is");
    newsroom.stop().await;
}

/// A watch that runs beside the test, and ends with it.
struct Watch(Child);

impl Watch {
    /// Started, and holding its data directory.
    fn start(home: &Home) -> Self {
        let out = std::fs::File::create(home.dir.path().join("out")).unwrap();
        let watch = Self(home.command(&["watch", "--json"]).stdout(out).stderr(Stdio::piped()).spawn().unwrap());
        home.until("the watch looks", |out| out.lines().count() >= 6);
        watch
    }

    /// Asked to end: its status and stderr.
    fn end(mut self) -> (i32, String) {
        let pid = self.0.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        let until = Instant::now() + Duration::from_secs(10);
        loop {
            if let Some(status) = self.0.try_wait().unwrap() {
                let mut stderr = String::new();
                self.0.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
                return (status.code().unwrap(), stderr);
            }
            assert!(Instant::now() < until, "it does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It has ended already when this fails.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Home {
    fn until(&self, what: &str, holds: impl Fn(&str) -> bool) {
        let until = Instant::now() + Duration::from_secs(20);
        while !holds(&std::fs::read_to_string(self.dir.path().join("out")).unwrap()) {
            assert!(Instant::now() < until, "not in time: {what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_writer_and_json_alone_on_stdout() {
    let (newsroom, [first, _]) = newsroom().await;
    let home = Home::new(&front_pages(&newsroom));
    learn(&home, &newsroom).await;
    let watch = Watch::start(&home);
    let pid = watch.0.id().to_string();
    let (status, _, stderr) = home.run(&["check"]);
    assert_eq!(status, 0, "{stderr}");
    assert!(stderr.contains("nothing of it is stored") && stderr.contains(&pid), "{stderr}");
    let (status, _, stderr) = home.run(&["baseline", "forget", &first]);
    assert!(status == 2 && stderr.contains(&pid), "{stderr}");
    assert_eq!(home.run(&["baseline", "show", &first]).0, 0, "reading goes on beside it");
    assert_eq!(home.run(&["watch"]).0, 2);

    newsroom.attack(&newsroom.outlets()[0].slug, Attack::Cover).await.unwrap();
    home.until("an alarm and its notice", |out| {
        out.contains("\"event\":\"incident\"") && out.contains("\"event\":\"notice\"")
    });
    let (status, stderr) = watch.end();
    assert_eq!(status, 1, "an incident is open: {stderr}");
    let out = std::fs::read_to_string(home.dir.path().join("out")).unwrap();
    for line in out.lines() {
        let object: Value = serde_json::from_str(line).unwrap();
        assert!(["verdict", "incident", "notice", "network"].contains(&object["event"].as_str().unwrap()), "{line}");
    }
    let find = |event: &str| {
        let mut lines = out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.find(|line| line["event"] == event).unwrap()
    };
    let incident = find("incident");
    assert_eq!(
        (&incident["state"], &incident["as"], &incident["watch"]),
        (&"open".into(), &Value::Null, &"homepage".into())
    );
    let notice = find("notice");
    assert_eq!((&notice["channel"], &notice["delivered"]), (&"desktop".into(), &Value::Bool(false)));
    assert_eq!(notice["incident"], incident["id"]);
    assert!(stderr.contains("Watching 2 addresses") && stderr.contains("Stopped."), "{stderr}");
    newsroom.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_watch_ends_well() {
    let (newsroom, _) = newsroom().await;
    let home = Home::new(&front_pages(&newsroom));
    let (status, stderr) = Watch::start(&home).end();
    assert_eq!(status, 0, "{stderr}");
    newsroom.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn add_writes_what_it_found_beside_what_stands_there() {
    let (newsroom, [first, second]) = newsroom().await;
    let [site, other] = <[_; 2]>::try_from(newsroom.outlets()).ok().unwrap();
    let written = format!(
        "# Ours, do not touch.\n[watching]\ninterval = \"2s\"   # quick\nlanguages = [\"en\"]\n\n\
         [[outlet]] # the first\nname = \"{first}\"\nhomepage = \"{}\"\n",
        site.homepage
    );
    let home = Home::new(&written);
    let stands = || std::fs::read_to_string(home.config()).unwrap();

    // Nobody to ask: it tells, and writes nothing. Nor does it go to the well-known places.
    let (status, stdout, stderr) = home.run(&["add", other.homepage.as_str(), "--probe"]);
    assert_eq!((status, stands()), (2, written.clone()), "{stderr}");
    assert!(stderr.contains("--yes"), "{stderr}");
    assert!(stdout.starts_with("name      "), "{stdout}");
    assert!(stdout.contains(&format!("\nhomepage  {}\n", other.homepage)), "{stdout}");
    assert!(stdout.contains(&format!("\nfeed      {}\n", other.feed)), "{stdout}");
    assert!(stdout.contains("\n          The feed names 30 stories.\n"), "{stdout}");
    assert!(newsroom.log().iter().all(|visit| !visit.path.contains("admin")), "{:?}", newsroom.log());

    // A yes to the writing is none to the places.
    let plain = Home::new(&written);
    let (status, stdout, stderr) = plain.run(&["add", other.homepage.as_str(), "--yes"]);
    assert_eq!((status, stderr.as_str(), stdout.contains("admin  ")), (0, "", false), "{stdout}");
    assert!(newsroom.log().iter().all(|visit| !visit.path.contains("admin")));

    let arguments = ["add", other.homepage.as_str(), "--yes", "--probe", "--name", &second, "--group", "Ours"];
    let (status, stdout, stderr) = home.run(&arguments);
    assert_eq!((status, stderr.as_str()), (0, ""), "{stdout}");
    assert!(stdout.contains(&format!("\nadmin     {} (asks for a password)\n", other.admin)), "{stdout}");
    assert_eq!(stdout.matches("\nfeed  ").count(), 1, "{stdout}");
    let now = stands();
    assert!(now.starts_with(&written), "{now}");
    let added = format!(
        "\n[[outlet]]\nname = \"{second}\"\ngroup = \"Ours\"\nhomepage = \"{}\"\nfeed = \"{}\"\n\n\
         [[outlet.admin]]\nurl = \"{}\"\nexpect = \"login\"\n",
        other.homepage, other.feed, other.admin
    );
    assert_eq!(now.strip_prefix(&written).unwrap(), added);

    // Nothing is proposed twice.
    let (status, stdout, stderr) = home.run(&["add", other.homepage.as_str(), "--yes"]);
    assert_eq!((status, stdout.as_str(), stands()), (2, "", now), "{stderr}");
    assert!(stderr.contains(&format!("{second} watches this address already")), "{stderr}");
    newsroom.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn add_leaves_out_what_another_outlet_watches() {
    let (newsroom, [first, _]) = newsroom().await;
    let [site, other] = <[_; 2]>::try_from(newsroom.outlets()).ok().unwrap();
    let home = Home::new(&format!(
        "[watching]\nlanguages = [\"en\"]\n[[outlet]]\nname = \"{first}\"\nhomepage = \"{}\"\nfeed = \"{}\"\n",
        site.homepage, other.feed
    ));
    let (status, stdout, stderr) = home.run(&["add", other.homepage.as_str(), "--yes"]);
    assert_eq!((status, stderr.as_str()), (0, ""), "{stdout}");
    assert!(stdout.contains(&format!("{} is left out: {first} watches it already.", other.feed)), "{stdout}");
    assert!(!stdout.contains("\nfeed  ") && !stdout.contains("No feed was found"), "{stdout}");
    newsroom.stop().await;
}

#[tokio::test]
async fn what_was_seen_and_told_nobody_is_listed_with_its_reason() {
    let home = Home::new("[[outlet]]\nname = \"Report\"\nhomepage = \"http://127.0.0.1:9/\"\n");
    drop(Store::open(&home.data(), Access::Write).unwrap());
    let (code, stdout, stderr) = home.run(&["incidents", "--untold"]);
    assert_eq!((code, stdout.as_str()), (0, ""), "{stderr}");
    assert!(stderr.contains("was told"), "{stderr}");

    let now = Timestamp::now();
    let look = |outlet: &str, reason| {
        let url = format!("https://{}.example/", outlet.to_lowercase()).parse().unwrap();
        let watch = WatchId::new(WatchKind::Homepage, &url);
        let what = Message::new("headline-outage").with("how", Arg::Own("error".to_owned()));
        Write::Held(Box::new(HeldLook { watch, outlet: outlet.to_owned(), reason, at: now, what }))
    };
    let store = Store::open(&home.data(), Access::Write).unwrap().store;
    store.commit(vec![look("Report", Held::Differed), look("Oxu", Held::Planned)]).await.unwrap();
    drop(store);

    let (code, stdout, stderr) = home.run(&["incidents", "--untold", "Report"]);
    assert_eq!((code, stdout.lines().count()), (0, 1), "{stdout}{stderr}");
    assert!(stdout.ends_with("Report: it shows an error page (1 look): a second look did not see it\n"), "{stdout}");
    let (code, stdout, stderr) = home.run(&["incidents", "--untold", "--json"]);
    assert_eq!(code, 0, "{stderr}");
    let reasons = stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["reason"].clone());
    assert_eq!(reasons.collect::<Vec<_>>(), ["planned", "differed"]);
}

#[test]
fn a_list_is_imported_after_a_yes_and_written_for_other_programs() {
    let home = Home::new("# ours\n[watching]\nlanguages = [\"en\"]\n");
    let list = home.dir.path().join("list.csv");
    std::fs::write(&list, "name,homepage\n\"=A, B\",https://a.example/\nB,https://me:secret@b.example/\n").unwrap();
    let import = ["import", list.to_str().unwrap()];
    let (status, stdout, stderr) = home.run(&import);
    assert_eq!((status, stdout.as_str()), (2, "=A, B  https://a.example/\n"), "nobody is there to ask: {stderr}");
    assert!(stderr.contains("line 3: ") && stderr.contains("1 outlet is new"), "{stderr}");
    assert!(!std::fs::read_to_string(home.config()).unwrap().contains("a.example"), "nothing was written");

    let (status, _, stderr) = home.run(&[import[0], import[1], "--yes"]);
    assert_eq!(status, 0, "{stderr}");
    let written = std::fs::read_to_string(home.config()).unwrap();
    assert!(written.starts_with("# ours\n") && written.contains("https://a.example/"), "{written}");
    assert!(!written.contains("secret"), "{written}");

    let (status, csv, _) = home.run(&["export", "--format", "csv"]);
    assert_eq!((status, csv.as_str()), (0, "name,group,homepage,feed\r\n\"'=A, B\",,https://a.example/,\n"));
    let (_, opml, _) = home.run(&["export", "--format", "opml"]);
    assert!(opml.contains("htmlUrl=\"https://a.example/\""), "{opml}");
    let (status, lines, _) = home.run(&["export", "--format", "addresses"]);
    assert_eq!((status, lines.as_str()), (0, "https://a.example/\n"));
    std::fs::write(&list, "nothing here").unwrap();
    let (status, _, stderr) = home.run(&import);
    assert_eq!(status, 0, "{stderr}");
    assert!(stderr.contains("Nothing was written"), "{stderr}");
    let (status, _, stderr) = home.run(&["import", "/nonexistent/list"]);
    assert_eq!(status, 2, "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn doctor_and_baseline_speak_the_language_of_the_configuration() {
    let (newsroom, [first, _]) = newsroom().await;
    for (language, marks, answers, nobody) in [
        ("en", ["ok     ", "TROUBLE"], "network: all 2 outlets answer", "nobody is there to ask"),
        ("az", ["yaxşı  ", "PROBLEM"], "şəbəkə: 2 nəşrin hamısı cavab verir", "kimsə yoxdur"),
        ("ru", ["хорошо  ", "ПРОБЛЕМА"], "сеть: отвечают все издания: 2", "ответить некому"),
        ("tr", ["tamam", "SORUN"], "ağ: 2 haber sitesinin tümü yanıt veriyor", "yanıtlayacak kimse yok"),
    ] {
        let home = Home::new(&front_pages(&newsroom).replace("[\"en\"]", &format!("[\"{language}\"]")));
        let (status, said, stderr) = home.run(&["doctor"]);
        assert!(status == 1 && said.contains(&format!("{}  {answers}\n", marks[0])), "{said}{stderr}");
        assert!(said.contains(&format!("\n{}  ", marks[1])), "no notification server: {said}");
        assert_eq!(home.run(&["check"]).0, 0);
        let (status, _, stderr) = home.run(&["baseline", "approve", &first]);
        assert!(status == 2 && stderr.contains(nobody), "{stderr}");
    }
    newsroom.stop().await;
}
