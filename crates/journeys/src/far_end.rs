//! The far ends of alerts: a webhook's server and a mail server on loopback, that note what comes, and can fail, stall and
//! recover.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::Result;

/// The longest that a connection may say nothing.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a connection that is stalled looks whether it still is.
const STEP: Duration = Duration::from_millis(20);
/// The most bytes of one request or mail.
const MOST: u64 = 1 << 20;

/// What a far end does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It takes what comes.
    Take,
    /// It reads it and answers with this status: of HTTP, or of SMTP after the whole mail.
    Status(u16),
    /// It reads it, says nothing, and hangs up once it is to do something else.
    Stall,
}

/// What came, and whether it was taken.
#[derive(Debug, Clone)]
pub struct Came {
    /// Headers, each on its line as it came.
    pub head: String,
    /// What follows them.
    pub body: String,
    /// Who it was for: the recipients of a mail.
    pub to: Vec<String>,
    /// What a mail's client logged in with, as it came (RFC 4616, in base64).
    pub login: Option<String>,
    /// Whether the far end said that it has it.
    pub taken: bool,
}

impl Came {
    /// The values of the headers with this name.
    #[must_use]
    pub fn header(&self, name: &str) -> Vec<&str> {
        let named = |line: &str| line.split_once(": ").is_some_and(|(known, _)| known.eq_ignore_ascii_case(name));
        let lines = self.head.split("\r\n").filter(|line| named(line));
        lines.filter_map(|line| line.split_once(": ").map(|(_, value)| value)).collect()
    }
}

/// A webhook's server or a mail server. It ends when this is dropped.
#[derive(Debug)]
pub struct FarEnd {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    listening: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct State {
    answer: Answer,
    came: Vec<Came>,
    ended: bool,
}

impl FarEnd {
    /// A server that takes requests.
    ///
    /// # Errors
    /// No address can be listened on.
    pub fn webhook() -> Result<Self> {
        Self::start(request)
    }

    /// A server that takes mail.
    ///
    /// # Errors
    /// No address can be listened on.
    pub fn mail() -> Result<Self> {
        Self::start(mail)
    }

    /// Its address and port.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it does from now on.
    pub fn answer(&self, answer: Answer) {
        locked(&self.state).answer = answer;
    }

    /// What came so far.
    #[must_use]
    pub fn came(&self) -> Vec<Came> {
        locked(&self.state).came.clone()
    }

    /// What it took so far.
    #[must_use]
    pub fn taken(&self) -> Vec<Came> {
        self.came().into_iter().filter(|came| came.taken).collect()
    }

    fn start(serve: fn(TcpStream, &Mutex<State>) -> std::io::Result<()>) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let state = Arc::new(Mutex::new(State { answer: Answer::Take, came: Vec::new(), ended: false }));
        let shared = Arc::clone(&state);
        let listening = std::thread::spawn(move || {
            let mut connections = Vec::new();
            for stream in listener.incoming() {
                if locked(&shared).ended {
                    break;
                }
                let Ok(stream) = stream else { break };
                let state = Arc::clone(&shared);
                // A client that hangs up in the middle is what some tests are about.
                connections.push(std::thread::spawn(move || drop(serve(stream, &state))));
            }
            for connection in connections {
                drop(connection.join());
            }
        });
        Ok(Self { address, state, listening: Some(listening) })
    }
}

impl Drop for FarEnd {
    fn drop(&mut self) {
        locked(&self.state).ended = true;
        // Wakes the listener, which then sees that it is over.
        drop(TcpStream::connect(self.address));
        if let Some(listening) = self.listening.take() {
            drop(listening.join());
        }
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes what came; then the status to answer with, or none after a stall.
fn note(state: &Mutex<State>, came: Came) -> Option<Answer> {
    let answer = {
        let mut state = locked(state);
        let answer = state.answer;
        state.came.push(Came { taken: answer == Answer::Take, ..came });
        answer
    };
    if answer != Answer::Stall {
        return Some(answer);
    }
    loop {
        std::thread::sleep(STEP);
        let state = locked(state);
        if state.ended || state.answer != Answer::Stall {
            return None;
        }
    }
}

fn request(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(MOST));
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        if line == "\r\n" {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
        head.push_str(&line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let body = String::from_utf8_lossy(&body).into_owned();
    let status = match note(state, Came { head, body, to: Vec::new(), login: None, taken: false }) {
        Some(Answer::Take) => 200,
        Some(Answer::Status(status)) => status,
        Some(Answer::Stall) | None => return Ok(()),
    };
    write!(stream, "HTTP/1.1 {status} As Told\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

/// As much of SMTP (RFC 5321) as a client needs to hand over a mail.
fn mail(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(MOST));
    stream.write_all(b"220 far.end ready\r\n")?;
    let (mut to, mut login) = (Vec::new(), None);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let reply = match verb.as_str() {
            "EHLO" => "250-far.end\r\n250 AUTH PLAIN",
            "HELO" | "MAIL" | "RSET" | "NOOP" => "250 fine",
            "AUTH" => {
                login = line.trim_end().rsplit(' ').next().map(str::to_owned);
                "235 let in"
            }
            "RCPT" => {
                to.push(line.trim_end().to_owned());
                "250 fine"
            }
            "QUIT" => {
                return stream.write_all(b"221 bye\r\n");
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                let mut text = String::new();
                while !text.ends_with("\r\n.\r\n") {
                    if reader.read_line(&mut text)? == 0 {
                        return Ok(());
                    }
                }
                let text = text.strip_suffix(".\r\n").unwrap_or(&text).replace("\r\n..", "\r\n.");
                let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
                let (head, body, to) = (head.to_owned(), body.to_owned(), std::mem::take(&mut to));
                match note(state, Came { head, body, to, login: login.clone(), taken: false }) {
                    Some(Answer::Take) => "250 taken",
                    Some(Answer::Status(status)) => {
                        write!(stream, "{status} as told\r\n")?;
                        continue;
                    }
                    Some(Answer::Stall) | None => return Ok(()),
                }
            }
            _ => "502 what",
        };
        write!(stream, "{reply}\r\n")?;
    }
}
