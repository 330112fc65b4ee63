//! The built program as a child: three good outlets and one hostile, what it says of each and when, and how much memory it took.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use frontwatch_newsroom::Outlet;
use frontwatch_newsroom::hostile::HostileServer;
use jiff::Timestamp;
use serde_json::Value;
use tempfile::TempDir;

/// How often everything is looked at: the shortest that loopback may have, and the shortest where there are other addresses.
pub(crate) const ON_LOOPBACK: Duration = Duration::from_secs(2);
pub(crate) const ELSEWHERE: Duration = Duration::from_secs(10);
/// The limit of each stage of a look.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(3);

/// One line of what the program printed, and when it came.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) came: Timestamp,
    pub(crate) said: Value,
}

impl Line {
    pub(crate) fn text(&self, field: &str) -> &str {
        self.said[field].as_str().unwrap_or_default()
    }

    /// When the look began that it speaks of.
    pub(crate) fn began(&self) -> Timestamp {
        self.text("at").parse().unwrap()
    }

    /// Its first signal, which is its weightiest.
    pub(crate) fn signal(&self) -> &Value {
        &self.said["signals"][0]
    }
}

/// What all children share: the good outlets, the authority of the hostile ones, and somebody who answers for names.
pub(crate) struct Surroundings {
    pub(crate) good: Vec<Outlet>,
    pub(crate) dir: TempDir,
    pub(crate) resolver: SocketAddr,
    pub(crate) proxy: SocketAddr,
}

impl Surroundings {
    /// A configuration of the good outlets and these.
    pub(crate) fn config<'a>(
        &self,
        interval: Duration,
        resolver: SocketAddr,
        hostile: impl Iterator<Item = &'a HostileServer>,
    ) -> String {
        let authority = self.dir.path().join("authority.pem");
        let mut toml = format!(
            "[watching]\ninterval = \"{}s\"\ntimeout = \"{}s\"\nlanguages = [\"en\"]\nprobes = []\nresolvers = [\"{resolver}\"]\n\
             system_resolvers = false\ncertificate_authorities = [\"{}\"]\n",
            interval.as_secs(),
            TIMEOUT.as_secs(),
            authority.display()
        );
        for outlet in &self.good {
            let (name, homepage) = (&outlet.name, &outlet.homepage);
            let _ = write!(toml, "[[outlet]]\nname = \"{name}\"\nhomepage = \"{homepage}\"\n");
        }
        for server in hostile {
            let (name, homepage) = (name_of(server), server.homepage());
            let _ = write!(toml, "[[outlet]]\nname = \"{name}\"\nhomepage = \"{homepage}\"\n");
            if let Some(feed) = server.feed() {
                let _ = writeln!(toml, "feed = \"{feed}\"");
            }
        }
        toml
    }
}

/// Starts the program with this command, a configuration and a data directory.
///
/// It finds no bus, and goes to what is not on loopback through this proxy.
pub(crate) fn start(command: &str, home: &Path, config: &str, proxy: SocketAddr) -> Watching {
    let file = home.join("frontwatch.toml");
    std::fs::write(&file, config).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_frontwatch"));
    program.args([command, "--json", "--config"]).arg(&file).arg("--data").arg(home.join("data"));
    program
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .env("LC_ALL", "en_US.UTF-8")
        .env("HTTP_PROXY", format!("http://{proxy}"))
        .env("http_proxy", format!("http://{proxy}"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::from(std::fs::File::create(home.join("stderr")).unwrap()));
    Watching::start(program, home.join("stderr"))
}

/// What a hostile outlet is called in the configuration: by what it does, as far as names go.
pub(crate) fn name_of(server: &HostileServer) -> String {
    format!("Paper {}", server.homepage().authority())
}

/// A running program.
pub(crate) struct Watching {
    child: Child,
    lines: Arc<Mutex<Vec<Line>>>,
    reader: Option<JoinHandle<()>>,
    errors: PathBuf,
}

impl Watching {
    fn start(mut command: Command, errors: PathBuf) -> Self {
        let mut child = command.spawn().unwrap();
        let lines = Arc::new(Mutex::new(Vec::new()));
        let (out, heard) = (child.stdout.take().unwrap(), Arc::clone(&lines));
        let reader = std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if let Ok(said) = serde_json::from_str(&line) {
                    heard.lock().unwrap().push(Line { came: Timestamp::now(), said });
                }
            }
        });
        Self { child, lines, reader: Some(reader), errors }
    }

    /// The verdicts so far, on a watch of this kind of this outlet.
    pub(crate) fn verdicts(&self, outlet: &str, watch: &str) -> Vec<Line> {
        let lines = self.lines.lock().unwrap();
        let of = |line: &&Line| {
            line.said["verdict"].is_string() && line.text("outlet") == outlet && line.text("watch") == watch
        };
        lines.iter().filter(of).cloned().collect()
    }

    /// Waits until something holds; whether it came to hold in time.
    pub(crate) fn until(&mut self, within: Duration, holds: impl Fn(&Self) -> bool) -> bool {
        let began = Instant::now();
        while !holds(self) {
            if began.elapsed() > within || self.child.try_wait().unwrap().is_some() {
                return false;
            }
            std::thread::sleep(Duration::from_millis(30));
        }
        true
    }

    /// The most memory that it has had so far, kB (1024 bytes).
    pub(crate) fn peak_kb(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().strip_suffix(" kB").unwrap().parse().unwrap()
    }

    /// What it wrote to standard error, and the end of what it printed.
    pub(crate) fn said(&self) -> String {
        let errors = std::fs::read_to_string(&self.errors).unwrap_or_default();
        let lines = self.lines.lock().unwrap();
        let last: Vec<String> = lines.iter().rev().take(8).map(|line| line.said.to_string()).collect();
        format!("{errors}\n{}", last.join("\n"))
    }

    /// Every text that it said: of each line every string in it, and what it wrote to standard error.
    pub(crate) fn everything(&self) -> Vec<String> {
        fn strings(value: &Value, to: &mut Vec<String>) {
            match value {
                Value::String(text) => to.push(text.clone()),
                Value::Array(all) => all.iter().for_each(|value| strings(value, to)),
                Value::Object(all) => all.values().for_each(|value| strings(value, to)),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
        let mut all = vec![std::fs::read_to_string(&self.errors).unwrap_or_default()];
        self.lines.lock().unwrap().iter().for_each(|line| strings(&line.said, &mut all));
        all
    }

    /// Whether it still runs.
    pub(crate) fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // By its own handle, and waited for: nothing of it is left.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}
