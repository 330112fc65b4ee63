//! A credential, as an editor keeps, uses and removes it: a real keychain, a real site, the built program. And the keychain ends
//! and is started again under a watch that needs it.

#![cfg(target_os = "linux")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, FRONT_PAGE, FarEnd, Home, Keyring, Program, Recorder, wait_until};
use frontwatch_proof::proven;

const SECRET: &str = "desk:abcd EFGH 1234";
/// `desk:abcd EFGH 1234`, as RFC 7617 sends it.
const SENT: &str = "authorization: Basic ZGVzazphYmNkIEVGR0ggMTIzNA==";
const LIMIT: Duration = Duration::from_secs(30);

/// A list of users for whoever has the password. Ends with the test's process. Gives the heads of its requests.
fn site() -> Result<(String, Receiver<String>)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let origin = format!("http://{}", listener.local_addr()?);
    let (send, heads) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut head = [0; 4096];
            let Ok(read) = stream.read(&mut head) else { continue };
            let head = String::from_utf8_lossy(&head[..read]).into_owned();
            let let_in = head.contains(SENT);
            let body = if let_in { r#"[{"id":1,"slug":"d.quill"}]"# } else { "{}" };
            let status = if let_in { "200 OK" } else { "401 Unauthorized" };
            // Who went away does not read it.
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            );
            if send.send(head).is_err() {
                return;
            }
        }
    });
    Ok((origin, heads))
}

/// What a command of the program says, on both streams, and its status.
fn said(home: &Home, bus: Option<&Bus>, words: &[&str], input: Option<&str>) -> Result<(i32, String)> {
    let mut command = Program::command(home, bus)?;
    command.args(words).env("FRONTWATCH_LOG", "trace");
    if input.is_some() {
        command.stdin(Stdio::piped());
    }
    let mut program = Program::run(&mut command)?;
    if let Some(input) = input {
        program.tell(input)?;
        program.end_input();
    }
    let status = program.wait(LIMIT)?;
    let json = program.lines().into_iter().map(|line| line.to_string());
    let all: Vec<String> = json.chain(program.plain_lines()).chain(program.errors()).collect();
    Ok((status.code().context("no status")?, all.join("\n")))
}

#[test]
fn a_credential_is_kept_listed_used_and_removed_and_never_shown() -> Result<()> {
    let (bus, home) = (Bus::start()?, Home::new()?);
    let _keyring = Keyring::start(&bus, &home)?;
    let (origin, heads) = site()?;
    home.configure(&format!(
        "[[outlet]]\nname = \"Caliber\"\nhomepage = \"{origin}/\"\n[[outlet.admin]]\nurl = \"{origin}/users\"\nexpect = \"json\"\n\
         values = [\"/*/id\", \"/*/slug\"]\ncredential = \"desk\"\n"
    ))?;
    let (config, data) = (home.config().display().to_string(), home.data().display().to_string());
    let ask = |words: &[&str], input| {
        let words = [words, &["--config", &config, "--data", &data]].concat();
        let (status, all) = said(&home, Some(&bus), &words, input)?;
        ensure!(!all.contains("abcd") && !all.contains("ZGVzaz"), "the secret is shown: {all}");
        Ok((status, all))
    };

    let (status, all) = ask(&["credential", "list"], None)?;
    ensure!(status == 0 && all.contains("holds no credential"), "{status} {all}");
    let (status, all) = ask(&["doctor"], None)?;
    ensure!(all.contains("keychain holds no credential \"desk\""), "{status} {all}");

    let (status, all) = ask(&["credential", "set", "desk", "--origin", &origin], Some(SECRET))?;
    ensure!(status == 0 && all.contains(&format!("sent to {origin} only")), "{status} {all}");
    let (status, all) = ask(&["credential", "list"], None)?;
    ensure!(status == 0 && all.contains("desk") && all.contains(&origin) && all.contains("user and password"), "{all}");
    let (_, all) = ask(&["doctor"], None)?;
    ensure!(all.contains("it answers and holds 1 credential;"), "{all}");

    // Whatever was asked until now was the homepage, which is asked without it.
    ensure!(heads.try_iter().all(|head| !head.contains(SENT)), "it was sent where nobody asked for it");
    let (status, all) = ask(&["check", "--json"], None)?;
    let asked: Vec<String> = heads.try_iter().collect();
    let sent: Vec<&String> = asked.iter().filter(|head| head.contains(SENT)).collect();
    ensure!(sent.iter().all(|head| head.starts_with("GET /users ")), "{asked:?}");
    if all.contains("\"watch\":\"admin\"") {
        ensure!(!sent.is_empty(), "{status} {all}: {asked:?}");
    }

    let (status, all) = ask(&["credential", "remove", "desk"], None)?;
    ensure!(status == 0 && all.contains("removed"), "{status} {all}");
    let (status, all) = ask(&["credential", "remove", "desk"], None)?;
    ensure!(status == 2 && all.contains("holds no credential"), "{status} {all}");
    let (status, all) = ask(&["credential", "list"], None)?;
    ensure!(status == 0 && all.contains("holds no credential"), "{status} {all}");
    Ok(())
}

#[test]
fn without_a_keychain_it_is_said_in_time() -> Result<()> {
    let home = Home::new()?;
    let bus = Bus::start()?;
    for bus in [None, Some(&bus)] {
        let began = Instant::now();
        let (status, all) =
            said(&home, bus, &["credential", "set", "desk", "--origin", "https://a.example"], Some(SECRET))?;
        ensure!(status == 2 && all.contains("no keychain can be used"), "{status} {all}");
        ensure!(!all.contains("abcd"), "the secret is shown: {all}");
        ensure!(began.elapsed() < LIMIT, "{:?}", began.elapsed());
    }
    Ok(())
}

/// A front page that can be taken over, and lists of users for whoever has the password. Ends with the test's process.
struct Paper {
    address: String,
    hacked: Arc<AtomicBool>,
    heads: Receiver<String>,
}

impl Paper {
    fn open() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let (address, hacked) = (listener.local_addr()?.to_string(), Arc::new(AtomicBool::new(false)));
        let (send, heads) = channel();
        let state = Arc::clone(&hacked);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut head = [0; 4096];
                let Ok(read) = stream.read(&mut head) else { continue };
                let head = String::from_utf8_lossy(&head[..read]).into_owned();
                let (status, kind, body) = if head.starts_with("GET / ") {
                    let title = if state.load(Ordering::Relaxed) { "HACKED BY NOBODY" } else { "The Paper" };
                    ("200 OK", "text/html", FRONT_PAGE.replace("<title>The Paper", &format!("<title>{title}")))
                } else if head.contains(SENT) {
                    ("200 OK", "application/json", r#"[{"id":1,"slug":"d.quill"}]"#.to_owned())
                } else {
                    ("401 Unauthorized", "application/json", "{}".to_owned())
                };
                let length = body.len();
                // Who went away does not read it.
                let _ = write!(
                    stream,
                    "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
                );
                if send.send(head).is_err() {
                    return;
                }
            }
        });
        Ok(Self { address, hacked, heads })
    }

    /// Waits until this path is asked with the password from now on.
    fn asked_with_the_password(&self, path: &str) -> Result<()> {
        let _earlier: Vec<String> = self.heads.try_iter().collect();
        let request = format!("GET {path} ");
        wait_until(&format!("{path} is asked with its password"), LIMIT, || {
            Ok(self.heads.try_iter().any(|head| head.starts_with(&request) && head.contains(SENT)).then_some(()))
        })
    }
}

#[test]
fn a_keychain_that_ends_under_a_watch_is_said_stops_nothing_else_and_is_used_again() -> Result<()> {
    let (bus, home) = (Bus::start()?, Home::new()?);
    let keyring = Keyring::start(&bus, &home)?;
    let (desktop, paper, hook) = (Recorder::start(&bus)?, Paper::open()?, FarEnd::webhook()?);
    let (page, chat) = (&paper.address, hook.address());
    for (name, origin) in [
        ("users", page),
        ("editors", page),
        ("writers", page),
        ("chat", &chat.to_string()),
        ("chat-2", &chat.to_string()),
    ] {
        let origin = format!("http://{origin}");
        let place = [home.config().display().to_string(), home.data().display().to_string()];
        let words = ["credential", "set", name, "--origin", &origin, "--config", &place[0], "--data", &place[1]];
        let (status, all) = said(&home, Some(&bus), &words, Some(SECRET))?;
        ensure!(status == 0, "{status} {all}");
    }
    // With these endpoints, which have credentials of their names, and this credential for the webhook.
    let configure = |endpoints: &[&str], credential: &str| {
        let endpoint = |name: &&str| {
            format!(
                "[[outlet.admin]]\nurl = \"http://{page}/{name}\"\nexpect = \"json\"\nvalues = [\"/*/id\"]\ncredential = \"{name}\"\n"
            )
        };
        home.configure(&format!(
            "[watching]\ninterval = \"2s\"\n[[outlet]]\nname = \"Paper\"\nhomepage = \"http://{page}/\"\nreader_look = false\n{}\
             [[webhook]]\nname = \"chat\"\nurl = \"http://{chat}/hook\"\ncredential = \"{credential}\"\n",
            endpoints.iter().map(endpoint).collect::<String>()
        ))
    };
    configure(&["users"], "chat")?;
    let mut watch = Program::start(&home, Some(&bus), &["watch", "--json"])?;
    watch.wait_for("a normal front page", LIMIT, |line| line["watch"] == "homepage" && line["verdict"] == "normal")?;
    paper.asked_with_the_password("/users")?;

    // It is gone. What needs it for the first time cannot be had, and says why; nothing is sent without it.
    keyring.end(&bus)?;
    configure(&["users", "editors"], "chat")?;
    let unseen = watch.wait_for("an endpoint that cannot be seen", LIMIT, |line| {
        line["watch"] == "admin" && line["verdict"] == "inconclusive"
    })?;
    ensure!(unseen.to_string().contains("keychain"), "it does not say why: {unseen}");
    paper.hacked.store(true, Ordering::Relaxed);
    desktop.wait_for("an alert", LIMIT, |raised| raised.urgency == Some(2))?;
    watch.wait_for_error("no keychain can be used", LIMIT)?;
    ensure!(hook.came().is_empty(), "sent without its credential: {:?}", hook.came());
    // Nothing else stops: the front page is looked at, and so is the endpoint whose password is known.
    paper.asked_with_the_password("/users")?;
    watch.wait_for("the front page", LIMIT, |line| line["watch"] == "homepage" && line["verdict"] == "alarm")?;
    ensure!(paper.heads.try_iter().all(|head| !head.starts_with("GET /editors ")), "asked without its password");

    // It is back, and used.
    let _keyring = Keyring::start(&bus, &home)?;
    configure(&["users", "writers"], "chat-2")?;
    paper.asked_with_the_password("/writers")?;
    wait_until("the webhook has the alert", LIMIT, || Ok((!hook.taken().is_empty()).then_some(())))?;
    ensure!(hook.came().iter().all(|came| came.head.contains(SENT)), "sent without its credential: {:?}", hook.came());
    watch.still_runs()?;
    ensure!(watch.terminate(LIMIT)?.code() == Some(1), "{:?}", watch.errors());
    proven!(
        "desktop",
        "the keychain is gone and comes back",
        "under a watch with an endpoint and a webhook that need it: said of both, nothing sent without it, the front page and an \
         endpoint whose password is known go on; what is asked for anew when it is back is had at once",
        "nothing"
    );
    Ok(())
}
