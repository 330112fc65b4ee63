//! What the programs ask of a network, in one where every address but a few is nobody's: the outlets that are configured, what
//! their pages load of their own, the pictures that stand on them, the probes, the resolvers and the channels. A page that
//! names a hundred other places, in every way a page can, sends nobody there, and nothing into the network of whoever
//! watches it. The kernel notes each first packet, whether or not anybody answers, and the resolvers note which names they
//! are asked for.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{IpAddr, TcpListener, TcpStream, ToSocketAddrs as _, UdpSocket};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{
    Bus, Display, FarEnd, Home, Program, Recorder, egress, in_a_network_of_its_own, ip, is_installed,
};
use frontwatch_proof::proven;

/// Two looks at the shortest interval for what is not loopback's, and what a busy machine adds.
const SOON: Duration = Duration::from_secs(60);

/// Names, and the addresses that nobody has (RFC 5737) where they lead. Those that may be asked are there; where the others
/// lead to, nobody answers.
const HOSTS: &str = "127.0.0.1 localhost\n\
    198.51.100.10 paper.frontwatch\n\
    198.51.100.11 static.paper.frontwatch\n\
    198.51.100.12 pictures.agency\n\
    198.51.100.13 mirror.frontwatch\n\
    10.0.0.7 inside.agency\n";
/// What may be asked besides loopback, and what for. Each has to be, or this test would show nothing.
const MAY: [(&str, &str); 8] = [
    ("198.51.100.10 tcp 8080", "the outlet"),
    ("198.51.100.11 tcp 8080", "its own style sheet"),
    ("198.51.100.12 tcp 8080", "a picture that stands on its page"),
    ("198.51.100.13 tcp 8080", "where its second page is redirected to"),
    ("198.51.100.60 tcp 8080", "the picture that an intruder put over its page"),
    ("203.0.113.20 tcp 8080", "the probe"),
    ("203.0.113.53 udp 5300", "the resolver of the configuration"),
    ("203.0.113.54 udp 53", "the system's resolver"),
];
/// What resolvers are asked again by, where a datagram has no answer.
const MAY_TOO: [&str; 2] = ["203.0.113.53 tcp 5300", "203.0.113.54 tcp 53"];

/// What the names of other places end in; nothing else does.
const ELSEWHERE: &str = ".elsewhere";

/// Ways in which a page names another place; `HERE` is one that nobody else names: by turns an address and a name, which would
/// be looked up by whoever makes ready for it.
const LURES: [&str; 33] = [
    "<script src='http://HERE/a.js'></script>",
    "<script type=module src='http://HERE/a.mjs'></script>",
    "<link rel=stylesheet href='http://HERE/a.css'>",
    "<link rel=preload as=image href='http://HERE/a.png'>",
    "<link rel=prefetch href='http://HERE/'>",
    "<link rel=preconnect href='http://HERE/'>",
    "<link rel=canonical href='http://HERE/'>",
    "<link rel=dns-prefetch href='//HERE/'>",
    "<link rel=alternate hreflang=ru href='http://HERE/ru/'>",
    "<link rel=alternate type='application/rss+xml' href='http://HERE/rss'>",
    "<link rel=amphtml href='http://HERE/amp'>",
    "<link rel=manifest href='http://HERE/manifest.json'>",
    "<link rel=icon href='http://HERE/favicon.ico'>",
    "<link rel=pingback href='http://HERE/xmlrpc.php'>",
    "<link rel='https://api.w.org/' href='http://HERE/wp-json/'>",
    "<meta property='og:image' content='http://HERE/og.png'>",
    "<meta property='og:url' content='http://HERE/'>",
    "<iframe src='http://HERE/frame'></iframe>",
    "<object data='http://HERE/object'></object>",
    "<embed src='http://HERE/embed'>",
    "<form action='http://HERE/login' method=post><input name=user><input type=password name=pass></form>",
    "<a href='http://HERE/login' ping='http://HERE/ping'>Log in</a>",
    "<video src='http://HERE/v.mp4'></video>",
    "<audio src='http://HERE/a.mp3'></audio>",
    "<style>@import url('http://HERE/i.css');</style>",
    "<style>@font-face { font-family: x; src: url(http://HERE/f.woff2); }</style>",
    "<svg><use href='http://HERE/s.svg#x'></use></svg>",
    "<img src='file:///HERE/etc/passwd'>",
    "<img src='ftp://HERE/a.png'>",
    "<base target=_blank><area href='http://HERE/area'>",
    "<noscript><iframe src='http://HERE/no'></iframe></noscript>",
    "<template><img src='http://HERE/t.png' width=900></template>",
    "<script>fetch('http://HERE/x'); new WebSocket('ws://HERE/w'); navigator.sendBeacon('http://HERE/b')</script>",
];
/// Pictures as wide as the page, in the networks of whoever watches it.
const INWARD: [&str; 6] =
    ["10.0.0.5", "192.168.1.1", "169.254.169.254", "127.0.0.1:8081", "inside.agency", "[::ffff:10.0.0.6]"];

#[test]
fn nobody_is_asked_but_who_is_watched_and_what_stands_on_their_pages() -> Result<()> {
    in_a_network_of_its_own("nobody_is_asked_but_who_is_watched_and_what_stands_on_their_pages", || {
        inside()?;
        proven!(
            "egress",
            "a page that names other places",
            format!(
                "{} ways to name one, {} of them inward, seen by watch, check, doctor, add and the window; every first packet noted by the kernel, and every \
                 name by the resolvers",
                LURES.len() + INWARD.len(),
                INWARD.len()
            ),
            "nothing: nobody else was asked"
        );
        Ok(())
    })
}

fn inside() -> Result<()> {
    for program in ["dbus-daemon", "nft", "Xvfb"] {
        ensure!(is_installed(program), "{program} is missing: script/test installs it");
    }
    // Every host, and the resolvers, which listen and say nothing.
    for (address, _) in MAY {
        let address = address.split(' ').next().unwrap_or_default();
        ip(&format!("addr add {address}/32 dev lo"))?;
    }
    egress::record()?;
    let home = Home::new()?;
    for (file, text) in [("hosts", HOSTS), ("resolv.conf", "nameserver 203.0.113.54\noptions timeout:1 attempts:1\n")] {
        let own = home.path().join(file);
        std::fs::write(&own, text)?;
        let status = Command::new("mount").arg("--bind").arg(&own).arg(format!("/etc/{file}")).status()?;
        ensure!(status.success(), "mount --bind over /etc/{file}: {status}");
    }
    // What is noted is noted: a connection to where nobody is.
    let control: IpAddr = "192.0.2.1".parse()?;
    let _ = TcpStream::connect_timeout(&(control, 9).into(), Duration::from_millis(50));
    ensure!(egress::asked()?.iter().any(|asked| asked.address == control), "the kernel notes nothing");
    let names = Names::listen()?;

    let hacked = Arc::new(AtomicBool::new(false));
    serve(&hacked)?;
    let (bus, hook, post, display) = (Bus::start()?, FarEnd::webhook()?, FarEnd::mail()?, Display::start()?);
    let desktop = Recorder::start(&bus)?;
    home.configure(&configuration(&hook, &post))?;
    // What was noted before the program was started is this test's own.
    let before = egress::asked()?;

    let mut program = Program::start(&home, Some(&bus), &["watch", "--json"])?;
    for _ in 0..4 {
        program.wait_for("a look at the front page", SOON, |line| {
            line["event"] == "verdict" && line["watch"] == "homepage" && line["verdict"] != "inconclusive"
        })?;
    }
    hacked.store(true, Ordering::SeqCst);
    desktop.wait_for("an alert", SOON, |raised| raised.urgency == Some(2))?;
    let begun = Instant::now();
    while (hook.came().is_empty() || post.came().is_empty()) && begun.elapsed() < SOON {
        std::thread::sleep(Duration::from_millis(100));
    }
    ensure!(!hook.came().is_empty() && !post.came().is_empty(), "both channels have the alert");
    program.terminate(SOON)?;

    // The other programs, with the page as it is now.
    for words in [&["check", "--json"][..], &["doctor"], &["add", "http://paper.frontwatch:8080/", "--yes", "--probe"]]
    {
        let mut command = Program::command(&home, Some(&bus))?;
        command.args(words).args(["--data"]).arg(home.data()).arg("--config").arg(home.config()).stdin(Stdio::null());
        Program::run(&mut command)?.wait(Duration::from_secs(120))?;
    }
    let mut shell = Program::run(&mut Program::desktop(&home, Some(&bus), &display)?)?;
    std::thread::sleep(Duration::from_secs(12));
    shell.still_runs()?;
    ensure!(!display.windows()?.is_empty(), "the window is open");
    shell.terminate(SOON)?;

    let may: BTreeSet<&str> = MAY.iter().map(|(to, _)| *to).chain(MAY_TOO).collect();
    let asked = egress::asked()?;
    let asked: BTreeSet<String> = (asked.difference(&before).filter(|asked| !is_own(asked.address, asked.port)))
        .map(|asked| format!("{} {} {}", asked.address, asked.protocol, asked.port))
        .collect();
    let others: Vec<&String> = asked.iter().filter(|asked| !may.contains(asked.as_str())).collect();
    ensure!(others.is_empty(), "asked, and may not be: {others:?} ({})", lures_at(&others));
    let looked_up = names.asked();
    let others: Vec<&String> = looked_up.iter().filter(|name| name.contains(ELSEWHERE)).collect();
    ensure!(others.is_empty(), "looked up, and may not be: {others:?} ({})", lures_at(&others));
    // A name that is looked up is noted.
    let control = format!("control{ELSEWHERE}");
    let _ = (control.as_str(), 80).to_socket_addrs();
    ensure!(names.asked().contains(&control), "the resolver notes nothing: {:?}", names.asked());
    ensure!(looked_up.contains("paper.frontwatch"), "not even the outlet's name was looked up: {looked_up:?}");
    for (to, what) in MAY {
        ensure!(asked.contains(to), "{what} was never asked, so that nothing is shown: {asked:?}");
    }
    Ok(())
}

/// Loopback, but for what the page names there.
fn is_own(address: IpAddr, port: u16) -> bool {
    address.is_loopback() && port != 8081 && port != 8082
}

/// The lure at this place in the list names this.
fn place_of(at: usize) -> String {
    if at.is_multiple_of(2) { format!("192.0.2.{}", 100 + at) } else { format!("lure-{at}{ELSEWHERE}") }
}

/// Which ways of naming a place stand behind these.
fn lures_at(asked: &[&String]) -> String {
    let is_behind = |at: usize| asked.iter().any(|asked| asked.split(' ').next() == Some(place_of(at).as_str()));
    LURES.iter().enumerate().filter(|(at, _)| is_behind(*at)).map(|(_, lure)| *lure).collect::<Vec<_>>().join(" ")
}

/// The resolvers: they note what they are asked for, and answer nobody. They end with the test's process.
struct Names(Arc<Mutex<BTreeSet<String>>>);

impl Names {
    fn listen() -> Result<Self> {
        let asked = Arc::default();
        for at in ["203.0.113.53:5300", "203.0.113.54:53"] {
            let (socket, asked) = (UdpSocket::bind(at)?, Arc::<Mutex<BTreeSet<String>>>::clone(&asked));
            std::thread::spawn(move || {
                let mut question = [0; 1500];
                while let Ok((length, _)) = socket.recv_from(&mut question) {
                    let name = name_in(&question[..length]).unwrap_or_else(|| String::from("what is no question"));
                    asked.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
                }
            });
        }
        Ok(Self(asked))
    }

    /// Every name so far, in small letters.
    fn asked(&self) -> BTreeSet<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The name that a question asks for (RFC 1035, section 4.1): labels with their lengths, after twelve bytes.
fn name_in(question: &[u8]) -> Option<String> {
    let (mut rest, mut labels) = (question.get(12..)?, Vec::new());
    while let (length @ 1.., after) = rest.split_first()? {
        let (label, more) = after.split_at_checked(usize::from(*length))?;
        labels.push(String::from_utf8_lossy(label).to_ascii_lowercase());
        rest = more;
    }
    Some(labels.join("."))
}

fn configuration(hook: &FarEnd, post: &FarEnd) -> String {
    format!(
        "[watching]\ninterval = \"10s\"\ntimeout = \"3s\"\nprobes = [\"http://203.0.113.20:8080/up\"]\n\
         resolvers = [\"203.0.113.53:5300\"]\nsystem_resolvers = true\n\n\
         [[outlet]]\nname = \"The Paper\"\nfeed = \"http://paper.frontwatch:8080/rss\"\n\
         homepage = [\"http://paper.frontwatch:8080/\", \"http://paper.frontwatch:8080/moved/\"]\n\n\
         [[outlet.admin]]\nurl = \"http://paper.frontwatch:8080/admin/\"\nexpect = \"login\"\n\n\
         [[webhook]]\nname = \"chat\"\nurl = \"http://{}/hook\"\n\n\
         [[email]]\nname = \"desk\"\nserver = \"{}\"\nfrom = \"Frontwatch <watch@paper.example>\"\nto = [\"desk@paper.example\"]\n",
        hook.address(),
        post.address()
    )
}

/// Every host of this network at port 8080, by its name. Ends with the test's process.
fn serve(hacked: &Arc<AtomicBool>) -> Result<()> {
    let listener = TcpListener::bind("0.0.0.0:8080")?;
    let hacked = Arc::clone(hacked);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let hacked = Arc::clone(&hacked);
            // Who went away does not read it.
            std::thread::spawn(move || answer(&stream, hacked.load(Ordering::SeqCst)).ok());
        }
    });
    Ok(())
}

fn answer(mut stream: &TcpStream, hacked: bool) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().context("no request")??;
    let path = request.split(' ').nth(1).context("no path")?.to_owned();
    let mut host = String::new();
    for line in lines {
        let line = line?;
        if let Some(named) = line.to_ascii_lowercase().strip_prefix("host: ") {
            named.clone_into(&mut host);
        }
        if line.is_empty() {
            break;
        }
    }
    let (status, more, kind, body) = answer_to(host.split(':').next().unwrap_or_default(), &path, hacked);
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{more}Connection: close\r\n\r\n"
    )?;
    Ok(stream.write_all(&body)?)
}

/// Status, further headers, type and body.
fn answer_to(host: &str, path: &str, hacked: bool) -> (&'static str, String, &'static str, Vec<u8>) {
    let page = "text/html; charset=utf-8";
    let headers = String::from(
        "Link: <http://192.0.2.90/l.png>; rel=preload; as=image, <http://header.elsewhere>; rel=preconnect\r\nAlt-Svc: h2=\"192.0.2.91:443\"; ma=9999\r\n\
         NEL: {\"report_to\":\"x\",\"max_age\":9}\r\nReport-To: {\"group\":\"x\",\"max_age\":9,\"endpoints\":[{\"url\":\"http://192.0.2.92/\"}]}\r\n",
    );
    match (host, path) {
        ("paper.frontwatch", "/") => ("200 OK", headers, page, front_page(hacked).into_bytes()),
        (_, "/up") => ("204 No Content", String::new(), "text/plain", Vec::new()),
        ("paper.frontwatch", "/moved/") => redirect("http://mirror.frontwatch:8080/"),
        ("mirror.frontwatch", "/") => ("200 OK", String::new(), page, frontwatch_journeys::FRONT_PAGE.into()),
        ("paper.frontwatch", "/admin/") => redirect("http://127.0.0.1:8082/admin/"),
        ("paper.frontwatch", "/rss") => ("200 OK", String::new(), "application/rss+xml", feed().into_bytes()),
        ("paper.frontwatch", "/inward.png") => redirect("http://10.0.0.8/a.png"),
        ("paper.frontwatch", "/robots.txt") => (
            "200 OK",
            String::new(),
            "text/plain",
            b"Sitemap: http://192.0.2.93/sitemap.xml\nSitemap: http://10.0.0.9/s.xml\n".to_vec(),
        ),
        ("paper.frontwatch", path) if path.starts_with("/story/") => (
            "200 OK",
            String::new(),
            page,
            format!("<!doctype html><title>Story</title><h1>Story</h1><p>{}</p>", "Words of it. ".repeat(60))
                .into_bytes(),
        ),
        ("static.paper.frontwatch", "/a.css") => {
            let sheet = "@import url(http://192.0.2.94/b.css); body { background: url(http://10.0.0.10/b.png) } \
                         .x { src: url(http://192.0.2.95/c.woff) }";
            ("200 OK", String::new(), "text/css", sheet.into())
        }
        (_, path) if path.rsplit('.').next() == Some("png") => ("200 OK", String::new(), "image/png", picture()),
        _ => ("404 Not Found", String::new(), page, b"<title>Not found</title>".to_vec()),
    }
}

fn redirect(to: &str) -> (&'static str, String, &'static str, Vec<u8>) {
    ("302 Found", format!("Location: {to}\r\nRefresh: 0; url=http://192.0.2.96/\r\n"), "text/html", Vec::new())
}

fn front_page(hacked: bool) -> String {
    let lures = LURES.iter().enumerate().map(|(at, lure)| lure.replace("HERE", &place_of(at)));
    // A page has dozens of parts; those that are looked at first are to be these.
    let inward = INWARD.iter().map(|host| format!("<img src='http://{host}/p.png' width=1200 height=600>"));
    let stories = (0..20).map(|n| {
        format!("<article><h3><a href='/story/{n}'>The council weighs plan number {n} for the harbour</a></h3><p>Residents were heard on Tuesday about it.</p></article>")
    });
    let cover = "<div style='position:fixed;inset:0;z-index:99999;background:#000'><img src='http://198.51.100.60:8080/flag.png' \
                 width=1280 height=800><h1>Taken over</h1></div>";
    format!(
        "<!doctype html><html lang=en><head><title>The Paper</title><link rel=stylesheet href='http://static.paper.frontwatch:8080/a.css'>\
         <meta http-equiv=refresh content='900; url=http://192.0.2.97/'></head><body>{}<header><a href='/'><img class=logo alt='The Paper' \
         src='http://pictures.agency:8080/logo.png'></a><nav><a href='/news'>News</a></nav></header>{}<img src='/inward.png' width=1200 \
         height=600><h1>News</h1>{}{}</body></html>",
        if hacked { cover } else { "" },
        inward.collect::<String>(),
        stories.collect::<String>(),
        lures.collect::<String>()
    )
}

fn feed() -> String {
    let item =
        |at: usize, to: &str| format!("<item><title>Story {at}</title><link>{to}</link><guid>{to}</guid></item>");
    let own = (0..5).map(|at| item(at, &format!("http://paper.frontwatch:8080/story/{at}")));
    let others = [
        "http://192.0.2.98/story",
        "http://story.elsewhere/story",
        "http://10.0.0.11/story",
        "file:///etc/passwd",
        "http://127.0.0.1:8081/story",
    ];
    let others = others.iter().enumerate().map(|(at, to)| item(50 + at, to));
    format!(
        "<?xml version='1.0'?><?xml-stylesheet href='http://192.0.2.99/x.xsl'?><!DOCTYPE rss SYSTEM 'http://192.0.2.89/x.dtd' [<!ENTITY x \
         SYSTEM 'http://192.0.2.88/x'>]><rss version='2.0'><channel><title>The Paper</title><link>http://192.0.2.87/</link>{}{}<cloud \
         domain='192.0.2.86' port='80' path='/' registerProcedure='' protocol='http-post'/></channel></rss>",
        own.collect::<String>(),
        others.collect::<String>()
    )
}

/// A small picture of one colour.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 64, 32);
    encoder.set_color(png::ColorType::Rgb);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&[90; 64 * 32 * 3]));
    if written.is_err() { Vec::new() } else { bytes }
}
