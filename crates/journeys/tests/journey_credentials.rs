//! A credential, as an editor keeps, uses and removes it: a real keychain, a real site, the built program.

#![cfg(target_os = "linux")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Stdio;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, Home, Keyring, Program};

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
