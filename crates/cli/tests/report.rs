//! Logs and the file for a bug report, by the built program: what was planted in pages, addresses and the configuration is in
//! neither.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use frontwatch_engine::{logs, store};
use frontwatch_proof::proven;

/// Stands in everything that may be in no log and no report.
const PLANTED: &str = "hunter2";

/// Serves, in turn, a page, another page, an error, a redirect, a cut answer and something that is no HTTP: each with what may not
/// be repeated. Ends with the process.
fn hostile() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for (n, stream) in listener.incoming().enumerate() {
            let Ok(mut stream) = stream else { continue };
            let mut asked = [0; 4096];
            let _ = stream.read(&mut asked);
            let page = format!(
                "<html><title>{PLANTED} {n}</title><h1>{PLANTED}\u{1b}[2J</h1><p>{}</p></html>",
                PLANTED.repeat(400)
            );
            let head = format!(
                "Set-Cookie: id={PLANTED}\r\nConnection: close\r\nContent-Type: text/html; charset={PLANTED}\r\n"
            );
            let answer = match n % 6 {
                0 | 1 => format!("HTTP/1.1 200 OK\r\n{head}Content-Length: {}\r\n\r\n{page}", page.len()),
                2 => format!("HTTP/1.1 500 {PLANTED}\r\n{head}\r\n{page}"),
                3 => format!(
                    "HTTP/1.1 302 Found\r\nLocation: http://nino:{PLANTED}@127.0.0.1:1/?{PLANTED}\r\n{head}\r\n"
                ),
                4 => format!("HTTP/1.1 200 OK\r\n{head}Content-Length: 999999\r\n\r\n{page}"),
                _ => format!("{PLANTED} {PLANTED}\r\n\r\n{page}"),
            };
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    address
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn command(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_frontwatch"));
    command.args(arguments).arg("--config").arg(home.join("frontwatch.toml")).arg("--data").arg(home.join("data"));
    command
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path=/nonexistent/{PLANTED}"))
        .env("HOME", home)
        .env("LC_ALL", "en_US.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Everything that is in the logs.
fn logged(data: &Path) -> String {
    let folder = std::fs::read_dir(data.join(logs::FOLDER)).into_iter().flatten();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn what_was_planted_is_in_no_log_and_in_no_report() {
    let home = tempfile::tempdir().unwrap();
    let address = hostile();
    let config = format!(
        "# {PLANTED}\n[watching]\ninterval = \"2s\"\nlanguages = [\"en\"]\nuser_agent = \"{PLANTED}\"\n\
         [newsroom]\nrunbook = \"call {PLANTED}\"\n\
         [[outlet]]\nname = \"Report\"\nhomepage = [\"http://{address}/?token={PLANTED}\", \"http://{address}/b?token={PLANTED}\"]\n\
         [[outlet.admin]]\nurl = \"http://{address}/admin?key={PLANTED}\"\nexpect = \"json\"\nvalues = [\"/a\"]\ncredential = \"{PLANTED}\"\n\
         [[webhook]]\nname = \"chat\"\nurl = \"http://127.0.0.1:9/services/{PLANTED}?{PLANTED}\"\ncredential = \"{PLANTED}\"\n\
         [[email]]\nname = \"desk\"\nserver = \"127.0.0.1:465\"\nfrom = \"{PLANTED}@report.example\"\nto = [\"{PLANTED}@report.example\"]\n"
    );
    std::fs::write(home.path().join("frontwatch.toml"), config).unwrap();
    let data = home.path().join("data");
    let watch = Running(command(home.path(), &["watch"]).spawn().unwrap());
    let begun = Instant::now();
    while logged(&data).matches("no answer").count() < 4 {
        assert!(begun.elapsed() < Duration::from_secs(60), "too little is logged: {}", logged(&data));
        std::thread::sleep(Duration::from_millis(100));
    }
    let file = home.path().join("a.txt");
    let made =
        command(home.path(), &["doctor", "--bundle", file.to_str().unwrap()]).stderr(Stdio::piped()).output().unwrap();
    drop(watch);
    let log = logged(&data);
    assert!(log.contains("started") && log.contains("127.0.0.1"), "hosts may stand: {log}");
    let report = std::fs::read_to_string(&file).unwrap();
    for (what, text) in [("the log", &log), ("the report", &report)] {
        assert!(
            !text.contains(PLANTED),
            "{what}: {}",
            text.lines().filter(|line| line.contains(PLANTED)).collect::<Vec<_>>().join("\n")
        );
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{what}");
    }
    for part in [
        "== versions",
        "== frontwatch doctor",
        "== configuration",
        "== store",
        "rows in incident",
        "whole",
        "== logs of watch",
    ] {
        assert!(report.contains(part), "{part}: {report}");
    }
    assert!(report.contains("outlet[0].name = \"Report\""), "{report}");
    assert!(!report.contains(home.path().to_str().unwrap()), "the home folder has a person's name");
    let said = String::from_utf8(made.stderr).unwrap();
    assert!(said.contains("Left out") && said.contains("a.txt"), "what is in it is said: {said}");
    let stored = store::facts(&data).unwrap();
    assert_eq!(stored.damage, None);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0);
    }
    proven!(
        "secrets",
        "secrets and text of pages where it is logged",
        "planted in pages, headers, reasons, redirects, addresses, credentials' names, mail, the steps and comments; looked for in the logs and in the report",
        "nothing"
    );
}
