//! A resolver that lies, goes in circles, answers what nobody asked, or never answers (RFC 1035, over UDP and TCP).

use std::io;
use std::net::Ipv4Addr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};

use super::family;

family! {
    /// What a resolver says.
    Names {
        /// Nothing, ever.
        Silent = "dns-silent",
        /// A name is another name for itself.
        Circle = "dns-circle",
        /// A name is another name for one more, for ever.
        Chain = "dns-chain",
        /// The host is elsewhere.
        Lies = "dns-lies",
        /// The host is this very computer: bound anew, once it was looked at.
        Rebinds = "dns-rebinds",
        /// Other name servers and other mail than ever.
        Takeover = "dns-takeover",
        /// There is no such name.
        Denies = "dns-denies",
        /// It has failed, it says.
        Fails = "dns-fails",
        /// Bytes that are no answer.
        Garbage = "dns-garbage",
        /// Names that point to themselves.
        Pointers = "dns-pointer-loop",
        /// Answers to another question.
        OtherQuestion = "dns-other-question",
        /// Answers with another number than was asked with.
        OtherNumber = "dns-other-number",
        /// More than fits, and over TCP nothing.
        Truncated = "dns-truncated",
        /// Over TCP, 4,000 addresses.
        Many = "dns-many",
        /// A thousand answers to each question.
        Flood = "dns-flood",
    }
}

/// A record's types.
const A: u16 = 1;
const NS: u16 = 2;
const CNAME: u16 = 5;
const MX: u16 = 15;

/// How many addresses are told at once.
const MANY: u16 = 4000;

/// A question as it came.
struct Question {
    id: [u8; 2],
    /// Name, type and class as they stand on the wire.
    wire: Vec<u8>,
    kind: u16,
    /// How many labels the name has.
    labels: usize,
    /// The name's first label.
    first: Vec<u8>,
}

fn question(asked: &[u8]) -> Option<Question> {
    let rest = asked.get(12..)?;
    let (mut at, mut labels) = (0, 0);
    loop {
        let length = usize::from(*rest.get(at)?);
        at += 1;
        if length == 0 {
            break;
        }
        labels += 1;
        at += length;
    }
    let kind = u16::from_be_bytes([*rest.get(at)?, *rest.get(at + 1)?]);
    let first = rest.get(1..=usize::from(*rest.first()?))?.to_vec();
    Some(Question { id: [asked[0], asked[1]], wire: rest.get(..at + 4)?.to_vec(), kind, labels, first })
}

/// A name on the wire.
fn name(text: &str) -> Vec<u8> {
    let labels = text.split('.').flat_map(|label| [&[label.len() as u8], label.as_bytes()].concat());
    labels.chain([0]).collect()
}

/// A record about the name of the question.
fn record(kind: u16, holds: &[u8]) -> Vec<u8> {
    let mut out = vec![0xc0, 12];
    out.extend(kind.to_be_bytes());
    out.extend([0, 1, 0, 0, 0, 60]);
    out.extend((holds.len() as u16).to_be_bytes());
    out.extend(holds);
    out
}

/// A message: the question again, and these records.
fn message(asked: &Question, flags: [u8; 2], records: &[Vec<u8>]) -> Vec<u8> {
    let mut out = asked.id.to_vec();
    out.extend(flags);
    out.extend([0, 1]);
    out.extend((records.len() as u16).to_be_bytes());
    out.extend([0, 0, 0, 0]);
    out.extend(&asked.wire);
    out.extend(records.concat());
    out
}

const WELL: [u8; 2] = [0x81, 0x80];

/// What stands in the usual zone.
fn usual(asked: &Question, address: Ipv4Addr, servers: &str, mail: &str) -> Vec<u8> {
    let records = match asked.kind {
        A => vec![record(A, &address.octets())],
        NS if asked.labels == 1 => vec![record(NS, &name("a.nic.example"))],
        NS => vec![record(NS, &name(servers))],
        MX => vec![record(MX, &[&[0, 10], name(mail).as_slice()].concat())],
        _ => Vec::new(),
    };
    message(asked, WELL, &records)
}

const USUAL: Ipv4Addr = Ipv4Addr::new(93, 184, 216, 34);
const ELSEWHERE: Ipv4Addr = Ipv4Addr::new(45, 83, 12, 9);
const USUAL_SERVERS: &str = "ns1.usual-dns.net";
const USUAL_MAIL: &str = "mx1.usual-mail.net";

/// Answers the questions that come to a socket; `turned` says whether it does so as a hostile one.
pub(super) async fn answer(names: Names, socket: &UdpSocket, turned: impl Fn() -> bool) -> io::Result<()> {
    let mut bytes = [0; 1500];
    loop {
        let (length, from) = socket.recv_from(&mut bytes).await?;
        let Some(asked) = question(&bytes[..length]) else { continue };
        if !turned() {
            socket.send_to(&usual(&asked, USUAL, USUAL_SERVERS, USUAL_MAIL), from).await?;
            continue;
        }
        for told in told(names, &asked) {
            socket.send_to(&told, from).await?;
        }
    }
}

/// The answers to one question.
fn told(names: Names, asked: &Question) -> Vec<Vec<u8>> {
    let refusing = |code: u8| vec![message(asked, [0x81, 0x80 | code], &[])];
    let telling = |address| vec![usual(asked, address, USUAL_SERVERS, USUAL_MAIL)];
    match names {
        Names::Silent => Vec::new(),
        Names::Circle => vec![message(asked, WELL, &[record(CNAME, &[0xc0, 12])])],
        Names::Chain => {
            let turn: u64 = String::from_utf8_lossy(&asked.first).trim_start_matches('n').parse().unwrap_or(0);
            vec![message(asked, WELL, &[record(CNAME, &name(&format!("n{}.usual-dns.net", turn + 1)))])]
        }
        Names::Lies => telling(ELSEWHERE),
        Names::Rebinds => telling(Ipv4Addr::LOCALHOST),
        Names::Takeover => vec![usual(asked, USUAL, "ns1.taken.example", "mx.taken.example")],
        Names::Denies if asked.labels == 1 => telling(USUAL),
        Names::Denies => refusing(3),
        Names::Fails => refusing(2),
        Names::Garbage => vec![vec![0xa5; 400]],
        Names::Pointers => {
            // The name of the record is a pointer to itself: 12 bytes of head, the question, and here it is.
            let here = 12 + asked.wire.len() as u16;
            let mut record = (0xc000 | here).to_be_bytes().to_vec();
            record.extend([0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 45, 83, 12, 9]);
            vec![message(asked, WELL, &[record])]
        }
        Names::OtherQuestion => {
            let other = [name("bank.example"), vec![0, 1, 0, 1]].concat();
            let other = Question { wire: other, first: Vec::new(), ..*asked };
            vec![message(&other, WELL, &[record(A, &ELSEWHERE.octets())])]
        }
        Names::OtherNumber => {
            let [high, low] = asked.id;
            let other =
                Question { id: [high, low.wrapping_add(1)], wire: asked.wire.clone(), first: Vec::new(), ..*asked };
            vec![usual(&other, ELSEWHERE, USUAL_SERVERS, USUAL_MAIL)]
        }
        Names::Truncated | Names::Many => vec![message(asked, [0x83, 0x80], &[])],
        Names::Flood => vec![usual(asked, USUAL, USUAL_SERVERS, USUAL_MAIL); 1000],
    }
}

/// One connection over TCP, where what does not fit a datagram is asked again.
pub(super) async fn over_tcp(names: Names, mut stream: TcpStream, turned: bool) -> io::Result<()> {
    loop {
        let length = stream.read_u16().await?;
        let mut bytes = vec![0; usize::from(length)];
        stream.read_exact(&mut bytes).await?;
        let Some(asked) = question(&bytes) else { return Ok(()) };
        let told = match names {
            Names::Many if turned && asked.kind == A => {
                let addresses: Vec<Vec<u8>> =
                    (0..MANY).map(|n| record(A, &[45, 83, (n >> 8) as u8, n as u8])).collect();
                message(&asked, WELL, &addresses)
            }
            Names::Truncated if turned => return super::wire::silence().await,
            _ => usual(&asked, USUAL, USUAL_SERVERS, USUAL_MAIL),
        };
        stream.write_u16(told.len() as u16).await?;
        stream.write_all(&told).await?;
    }
}
