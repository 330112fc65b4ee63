//! Secrets are planted wherever a newsroom keeps one: in the keychain for an admin endpoint, a webhook and a mail server, and in
//! the path of a webhook's address. They arrive where they are to be used, and stand nowhere else: in nothing that a program
//! prints or logs at its most talkative, no notification, and no file but the keychain's own (and the configuration, for
//! the address that was written there). What is packed is unpacked before it is searched: the database and the backup.

#![cfg(target_os = "linux")]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Answer, Bus, Display, FarEnd, Home, Keyring, Program, Recorder, wait_until};
use frontwatch_proof::proven;
use rusqlite::types::ValueRef;

const SOON: Duration = Duration::from_secs(40);

/// What is planted, and how it is sent: as itself, or in base64 (RFC 7617, RFC 4616).
const BASIC: [&str; 2] = ["planted-basic-71f3", "ZGVzazpwbGFudGVkLWJhc2ljLTcxZjM="];
const BEARER: [&str; 1] = ["planted-bearer-82a4"];
const MAIL: [&str; 2] = ["planted-mail-93b5", "AGRlc2sAcGxhbnRlZC1tYWlsLTkzYjU="];
const PATH: [&str; 1] = ["planted-path-a4c6"];

/// A front page, and a list of users that stands nowhere in it, with the heads of all requests. Ends with the test's process.
struct Site {
    address: SocketAddr,
    hacked: Arc<AtomicBool>,
    heads: Receiver<String>,
}

impl Site {
    fn open() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let hacked = Arc::new(AtomicBool::new(false));
        let (send, heads) = channel();
        let state = Arc::clone(&hacked);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut head = [0; 4096];
                let Ok(read) = stream.read(&mut head) else { continue };
                let head = String::from_utf8_lossy(&head[..read]).into_owned();
                let title = if state.load(Ordering::Relaxed) { "HACKED BY NOBODY" } else { "The Paper" };
                let front = frontwatch_journeys::FRONT_PAGE
                    .replace("<title>The Paper</title>", &format!("<title>{title}</title>"));
                let (kind, body) = if head.starts_with("GET /users ") {
                    ("application/json", r#"[{"id":1}]"#.to_owned())
                } else {
                    ("text/html", front)
                };
                let length = body.len();
                // Who went away does not read it.
                let _ = write!(
                    stream,
                    "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
                );
                if send.send(head).is_err() {
                    return;
                }
            }
        });
        Ok(Self { address, hacked, heads })
    }
}

/// Where the webhook's address stands, as somebody wrote it: the configuration, and what a backup has of it.
const MAY_HOLD_THE_ADDRESS: [&str; 2] = ["config/frontwatch.toml", "all.backup, frontwatch.toml"];

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Everything that may stand nowhere.
fn planted() -> Vec<&'static str> {
    [&BASIC[..], &BEARER, &MAIL, &PATH].concat()
}

/// Runs a command, at its most talkative, with this on its standard input; what it said.
fn said(home: &Home, bus: &Bus, words: &[&str], input: Option<&str>) -> Result<String> {
    let mut command = Program::command(home, Some(bus))?;
    command
        .args(words)
        .env("FRONTWATCH_LOG", "trace")
        .arg("--data")
        .arg(home.data())
        .arg("--config")
        .arg(home.config());
    command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
    let mut program = Program::run(&mut command)?;
    if let Some(input) = input {
        program.tell(input)?;
        program.end_input();
    }
    program.wait(Duration::from_secs(90))?;
    Ok(everything(&program))
}

fn everything(program: &Program) -> String {
    let json = program.lines().into_iter().map(|line| line.to_string());
    json.chain(program.plain_lines()).chain(program.errors()).collect::<Vec<_>>().join("\n")
}

/// Every file below this, but what the keychain keeps.
fn files(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() && entry.file_name() != "keyring" {
            files(&entry.path(), found)?;
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    Ok(())
}

/// What a file is called, and what it holds.
type Named = (String, Vec<u8>);

/// A file and whatever is packed in it: values of a database, entries of an archive.
fn unpacked(name: String, bytes: Vec<u8>) -> Result<Vec<Named>> {
    let mut all = Vec::new();
    if bytes.starts_with(b"SQLite format 3\0") {
        let mut copy = tempfile::NamedTempFile::new()?;
        copy.write_all(&bytes)?;
        for (place, value) in values(copy.path())? {
            all.extend(unpacked(format!("{name}, {place}"), value)?);
        }
    } else if bytes.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        // Not everything that begins like this is packed (RFC 8878, section 3.1.1).
        if let Ok(inner) = zstd::stream::decode_all(bytes.as_slice()) {
            let archive = entries(&name, &inner)?;
            return if archive.is_empty() { unpacked(format!("{name}, unpacked"), inner) } else { Ok(archive) };
        }
    }
    all.push((name, bytes));
    Ok(all)
}

/// Every text and every blob of a database; a value that is longer than a page is not in one piece in its file.
fn values(file: &Path) -> Result<Vec<Named>> {
    let db = rusqlite::Connection::open(file)?;
    let tables = db
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    let mut all = Vec::new();
    for table in tables {
        let mut every = db.prepare(&format!("SELECT * FROM \"{table}\""))?;
        let columns: Vec<String> = every.column_names().map(str::to_owned).collect();
        let mut rows = every.query([])?;
        while let Some(row) = rows.next()? {
            for (at, column) in columns.iter().enumerate() {
                if let ValueRef::Text(value) | ValueRef::Blob(value) = row.get_ref(at)? {
                    all.push((format!("{table}.{column}"), value.to_owned()));
                }
            }
        }
    }
    Ok(all)
}

/// What is in an archive; nothing, where it is none.
fn entries(name: &str, bytes: &[u8]) -> Result<Vec<Named>> {
    let mut all = Vec::new();
    for entry in tar::Archive::new(bytes).entries()? {
        let Ok(mut entry) = entry else { return Ok(Vec::new()) };
        let inner = format!("{name}, {}", entry.path()?.display());
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        all.extend(unpacked(inner, bytes)?);
    }
    Ok(all)
}

/// Commands after the watch, and what each said; a backup and a report stay in the home.
fn afterwards(home: &Home, bus: &Bus) -> Result<Vec<(String, String)>> {
    let mut outputs = Vec::new();
    let (other, third) = (Site::open()?.address, Site::open()?.address);
    let [list, snapshots, backup, report] =
        ["list.txt", "snapshots", "all.backup", "report.txt"].map(|name| home.path().join(name).display().to_string());
    std::fs::write(&list, format!("http://{third}/\n"))?;
    std::fs::create_dir(&snapshots)?;
    for number in 0..4 {
        let title = if number == 3 { "HACKED BY NOBODY" } else { "The Paper" };
        let page = frontwatch_journeys::FRONT_PAGE.replace("The Paper", title);
        std::fs::write(Path::new(&snapshots).join(format!("{number}.html")), page)?;
    }
    for words in [
        &["check", "--json"][..],
        &["doctor", "--send-test"],
        &["credential", "list"],
        &["incidents"],
        &["incidents", "--untold"],
        &["export", "--format", "opml"],
        &["baseline", "show", "Paper"],
        &["baseline", "history", "Paper"],
        &["baseline", "compare", "Paper"],
        &["replay", "--json", &snapshots],
        &["add", &format!("http://{other}/"), "--yes", "--name", "Other"],
        &["import", &list, "--yes"],
        &["backup", &backup],
        &["doctor", "--bundle", &report],
    ] {
        outputs.push((words.join(" "), said(home, bus, words, None)?));
    }
    Ok(outputs)
}

/// Searches every file of the home, and what is packed in it.
fn searched(home: &Home) -> Result<()> {
    let (mut kept, mut searched) = (Vec::new(), Vec::new());
    files(home.path(), &mut kept)?;
    for file in &kept {
        let name = file.strip_prefix(home.path())?.display().to_string();
        for (name, bytes) in unpacked(name, std::fs::read(file)?)? {
            for secret in planted() {
                let stands = has(&bytes, secret);
                let written_there = PATH.contains(&secret) && MAY_HOLD_THE_ADDRESS.iter().any(|may| name == *may);
                ensure!(!stands || written_there, "{name} holds {secret}");
            }
            searched.push((name, bytes));
        }
    }
    // It was searched: what is known to be packed is found, once in the store and once in its backup.
    for place in ["data/frontwatch.db, body.zstd, unpacked", "all.backup, frontwatch.db, body.zstd, unpacked"] {
        let found = searched.iter().any(|(name, bytes)| name == place && has(bytes, "HACKED BY NOBODY"));
        ensure!(found, "no page is found in {place}: {:?}", searched.iter().map(|(name, _)| name).collect::<Vec<_>>());
    }
    for place in MAY_HOLD_THE_ADDRESS.iter().chain(&["report.txt"]) {
        ensure!(searched.iter().any(|(name, _)| name == place), "{place} was not searched");
    }
    Ok(())
}

#[test]
fn planted_secrets_arrive_and_stand_nowhere_else() -> Result<()> {
    let (bus, home, display) = (Bus::start()?, Home::new()?, Display::start()?);
    let _keyring = Keyring::start(&bus, &home)?;
    let desktop = Recorder::start(&bus)?;
    let (site, hook, post) = (Site::open()?, FarEnd::webhook()?, FarEnd::mail()?);
    let [page, chat, mail] = [site.address, hook.address(), post.address()].map(|address| address.to_string());
    home.configure(&format!(
        "[watching]\ninterval = \"2s\"\n[[outlet]]\nname = \"Paper\"\nhomepage = \"http://{page}/\"\nreader_look = false\n\
         [[outlet.admin]]\nurl = \"http://{page}/users\"\nexpect = \"json\"\nvalues = [\"/*/id\"]\ncredential = \"users\"\n\
         [[webhook]]\nname = \"chat\"\nurl = \"http://{chat}/hooks/{}\"\ncredential = \"chat\"\n\
         [[email]]\nname = \"desk\"\nserver = \"{mail}\"\nfrom = \"Frontwatch <watch@paper.example>\"\nto = [\"desk@paper.example\"]\n\
         credential = \"mail\"\n",
        PATH[0]
    ))?;
    let mut outputs = Vec::new();
    for (words, secret) in [
        (vec!["credential", "set", "users", "--origin", &format!("http://{page}")], format!("desk:{}", BASIC[0])),
        (vec!["credential", "set", "chat", "--bearer", "--origin", &format!("http://{chat}")], BEARER[0].to_owned()),
        (vec!["credential", "set", "mail", "--origin", &format!("smtp://{mail}")], format!("desk:{}", MAIL[0])),
    ] {
        outputs.push((words.join(" "), said(&home, &bus, &words, Some(&secret))?));
    }

    let mut command = Program::command(&home, Some(&bus))?;
    command.args(["watch", "--json", "--data"]).arg(home.data()).arg("--config").arg(home.config());
    let mut watch = Program::run(command.env("FRONTWATCH_LOG", "trace"))?;
    watch.wait_for("a normal front page", SOON, |line| line["watch"] == "homepage" && line["verdict"] == "normal")?;
    // Far ends that refuse and hang up are what errors speak of.
    hook.answer(Answer::Status(500));
    post.answer(Answer::Status(451));
    site.hacked.store(true, Ordering::Relaxed);
    desktop.wait_for("an alert", SOON, |raised| raised.urgency == Some(2))?;
    wait_until("both were tried", SOON, || Ok((!hook.came().is_empty() && !post.came().is_empty()).then_some(())))?;
    hook.answer(Answer::Take);
    post.answer(Answer::Take);
    wait_until("both have it", SOON, || {
        let has = |end: &FarEnd| end.came().iter().any(|came| came.taken);
        Ok((has(&hook) && has(&post)).then_some(()))
    })?;
    watch.terminate(SOON)?;
    outputs.push(("watch".to_owned(), everything(&watch)));

    outputs.extend(afterwards(&home, &bus)?);
    let mut shell = Program::run(Program::desktop(&home, Some(&bus), &display)?.env("FRONTWATCH_LOG", "trace"))?;
    wait_until("the window", SOON, || Ok((!display.windows()?.is_empty()).then_some(())))?;
    std::thread::sleep(Duration::from_secs(4));
    shell.terminate(SOON)?;
    outputs.push(("the desktop program".to_owned(), everything(&shell)));

    // They were used: or else nothing is shown by their absence.
    ensure!(
        site.heads.try_iter().any(|head| head.contains(BASIC[1])),
        "the endpoint was never asked with its password"
    );
    ensure!(hook.came().iter().any(|came| came.head.contains(BEARER[0])), "the webhook never got its token");
    ensure!(post.came().iter().any(|came| came.login.as_deref() == Some(MAIL[1])), "nobody logged in to send mail");

    for (what, said) in &outputs {
        ensure!(!said.is_empty(), "{what} says nothing");
        for secret in planted() {
            ensure!(!said.contains(secret), "{what} says {secret}");
        }
    }
    for raised in desktop.raised() {
        let told = format!("{raised:?}");
        ensure!(planted().iter().all(|secret| !told.contains(secret)), "a notification says {told}");
    }
    searched(&home)?;
    proven!(
        "secrets",
        "secrets in the keychain and in a webhook's address",
        format!(
            "{} planted, as themselves and as sent; the outputs of {} commands and the window at their most talkative, every notification and every file searched, the store and \
             a backup unpacked",
            4,
            outputs.len() - 1
        ),
        "nothing: they stand nowhere but where they are used"
    );
    Ok(())
}
