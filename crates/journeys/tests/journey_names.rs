//! A name that moves, is taken over, vanishes and comes back at real DNS servers, as `frontwatch check` sees it. The front
//! page comes through a proxy on loopback, as the name itself leads nowhere here.

#![cfg(target_os = "linux")]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, UdpSocket};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Dnsmasq, FRONT_PAGE, Home, Program};
use serde_json::Value;

/// Longer than a round over two watches takes on a busy machine, its confirmations included.
const SOON: Duration = Duration::from_secs(60);
/// More rounds than it takes to learn a name.
const ROUNDS: usize = 8;

/// A proxy that answers every request with the front page. It ends with the test's process.
fn proxy() -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = [0; 4096];
            let _ = stream.read(&mut request);
            let answer = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{FRONT_PAGE}",
                FRONT_PAGE.len()
            );
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    Ok(address)
}

/// A resolver that says of every name that it is another name for itself. It ends with the test's process.
fn circular() -> Result<SocketAddr> {
    let socket = UdpSocket::bind("127.0.0.1:0")?;
    let address = socket.local_addr()?;
    std::thread::spawn(move || {
        let mut question = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut question) {
            // The name of the question ends at the first empty label; its type and class follow.
            let Some(end) = question[12..length].iter().position(|byte| *byte == 0).map(|at| 12 + at + 5) else {
                continue;
            };
            let mut answer = question[..2].to_vec();
            answer.extend([0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]);
            answer.extend(&question[12..end]);
            // CNAME, class IN, 60 seconds: the name of the question, by its place.
            answer.extend([0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 2, 0xc0, 12]);
            let _ = socket.send_to(&answer, from);
        }
    });
    Ok(address)
}

/// A name as it stands in a record (RFC 1035, section 3.1), in hexadecimal.
fn wire(name: &str) -> String {
    let label = |label: &str| [&[label.len() as u8], label.as_bytes()].concat();
    let bytes = name.split('.').flat_map(label).chain([0]);
    bytes.map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// What a resolver says of `thepaper.az`.
struct Zone {
    address: &'static str,
    servers: &'static str,
    mail: &'static str,
}

const USUAL: Zone = Zone { address: "93.184.216.34", servers: "ns1.usual-dns.net", mail: "mail.thepaper.az" };

impl Zone {
    fn records(&self) -> Vec<String> {
        let mut records = Self::nothing();
        records.push(format!("host-record=thepaper.az,{}", self.address));
        records.push(format!("dns-rr=thepaper.az,2,{}", wire(self.servers)));
        records.push(format!("mx-host=thepaper.az,{},10", self.mail));
        records
    }

    /// A resolver that answers for the top-level domain, and knows no name in it.
    fn nothing() -> Vec<String> {
        vec!["local=/az/".to_owned(), format!("dns-rr=az,2,{}", wire("a.tld.az"))]
    }
}

struct Desk {
    home: Home,
    proxy: SocketAddr,
}

impl Desk {
    fn open(resolvers: &[SocketAddr]) -> Result<Self> {
        let home = Home::new()?;
        let resolvers: Vec<String> = resolvers.iter().map(|address| format!("\"{address}\"")).collect();
        home.configure(&format!(
            "[watching]\nresolvers = [{}]\nsystem_resolvers = false\ntimeout = \"4s\"\n\
             [[outlet]]\nname = \"Paper\"\nhomepage = \"http://thepaper.az/\"\n",
            resolvers.join(", ")
        ))?;
        Ok(Self { home, proxy: proxy()? })
    }

    /// What a round says of the name.
    fn check(&self) -> Result<Value> {
        let mut command = Program::command(&self.home, None)?;
        command.args(["check", "--json", "--data"]).arg(self.home.data()).arg("--config").arg(self.home.config());
        command.env("HTTP_PROXY", format!("http://{}", self.proxy)).env("http_proxy", format!("http://{}", self.proxy));
        let mut program = Program::run(&mut command)?;
        program.wait(SOON)?;
        let lines = program.lines();
        let page = lines.iter().find(|line| line["watch"] == "homepage").context("nothing of the front page")?;
        ensure!(
            ["learning", "normal"].iter().any(|well| page["verdict"] == *well),
            "the front page is as ever: {page}"
        );
        lines.into_iter().find(|line| line["watch"] == "dns").context("nothing of the name")
    }

    fn learn(&self) -> Result<()> {
        for _ in 0..ROUNDS {
            if self.check()?["verdict"] == "normal" {
                return Ok(());
            }
        }
        let last = self.check()?;
        ensure!(last["verdict"] == "normal", "not learned: {last}");
        Ok(())
    }

    fn expect(&self, what: &str, verdict: &str, kind: &str) -> Result<Value> {
        let line = self.check()?;
        let kinds = line["signals"].as_array().context("no signals")?;
        ensure!(line["verdict"] == verdict, "{what}: {line}");
        ensure!(kinds.iter().any(|signal| signal["kind"] == kind), "{what}: {line}");
        Ok(line)
    }
}

#[test]
fn a_name_that_moves_is_taken_over_or_vanishes_is_told_and_rotation_is_not() -> Result<()> {
    let mut resolver = Dnsmasq::start(&USUAL.records())?;
    let desk = Desk::open(&[resolver.address()])?;
    desk.learn()?;

    resolver.answer(&Zone { address: "93.184.7.1", servers: "ns9.usual-dns.net", ..USUAL }.records())?;
    let line = desk.check()?;
    ensure!(line["verdict"] == "normal", "another address of the network, another server of the operator: {line}");

    resolver.answer(&Zone { address: "45.83.12.9", ..USUAL }.records())?;
    desk.expect("a move to another host", "suspect", "names.address")?;

    resolver.answer(&Zone { address: "45.83.12.9", servers: "ns1.taken.example", ..USUAL }.records())?;
    let line = desk.expect("other name servers", "alarm", "names.servers")?;
    ensure!(line["severity"] == "critical" && line.to_string().contains("ns1.taken.example"), "{line}");

    resolver.answer(&Zone { mail: "mx.elsewhere.net", ..USUAL }.records())?;
    let line = desk.expect("mail that goes elsewhere", "alarm", "names.mail")?;
    ensure!(line["severity"] == "warning", "{line}");

    resolver.answer(&Zone::nothing())?;
    desk.expect("a name that is gone", "alarm", "names.vanished")?;

    resolver.answer(&["address=/#/10.0.0.1".to_owned()])?;
    let line = desk.check()?;
    ensure!(line["verdict"] == "inconclusive", "a portal, where every name leads: {line}");

    resolver.answer(&USUAL.records())?;
    let line = desk.check()?;
    ensure!(line["verdict"] == "normal", "all is back: {line}");
    Ok(())
}

#[test]
fn a_resolver_that_says_something_else_is_told_and_one_that_goes_in_circles_spoils_nothing() -> Result<()> {
    let (one, mut other) = (Dnsmasq::start(&USUAL.records())?, Dnsmasq::start(&USUAL.records())?);
    let desk = Desk::open(&[one.address(), other.address(), circular()?])?;
    desk.learn()?;
    other.answer(&Zone { address: "45.83.12.9", ..USUAL }.records())?;
    let line = desk.expect("another address at one of two", "alarm", "names.differ")?;
    ensure!(line["severity"] == "warning" && line.to_string().contains(&other.address().to_string()), "{line}");
    other.answer(&Zone::nothing())?;
    desk.expect("no such name at one of two", "suspect", "names.denied")?;
    drop(other);
    let line = desk.check()?;
    ensure!(line["verdict"] == "normal", "one that does not answer says nothing: {line}");
    drop(one);
    let line = desk.check()?;
    ensure!(line["verdict"] == "inconclusive", "nobody who can be understood answers: {line}");
    Ok(())
}
