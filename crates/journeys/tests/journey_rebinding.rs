//! Names that are bound anew between a look and its confirmation, and back, again and again: to a server that shows the page as
//! it should be, to nothing, into the newsroom's network, to this computer. Whoever has a page and its name can do that. The
//! attack is told of all the same, and nobody is asked whom only a page or a redirect named.

#![cfg(target_os = "linux")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{IpAddr, TcpListener, TcpStream, UdpSocket};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{
    Bus, FRONT_PAGE, Home, Program, Recorder, egress, in_a_network_of_its_own, ip, is_installed, wait_until,
};
use frontwatch_proof::proven;

/// Some looks at the shortest interval for what is not loopback's, and what a busy machine adds.
const SOON: Duration = Duration::from_secs(90);

/// What a name leads to while all is as it should be, and what it is bound to once it was looked at (nothing: the name is
/// gone). The outer addresses are public ones, in a network that ends here.
const NAMES: [(&str, &str, Option<&str>); 8] = [
    ("soothed.frontwatch", "93.184.216.11", Some("93.184.216.21")),
    ("vanished.frontwatch", "93.184.216.12", None),
    ("inward.frontwatch", "93.184.216.13", Some("127.0.0.1")),
    ("redirected.frontwatch", "93.184.216.14", Some("93.184.216.14")),
    ("mirror.agency", "93.184.216.15", Some("10.0.0.15")),
    ("pictured.frontwatch", "93.184.216.16", Some("93.184.216.16")),
    ("winding.frontwatch", "93.184.216.18", Some(OFFICE)),
    ("hook.agency", "10.0.0.19", Some("10.0.0.19")),
];
/// A server of the newsroom's own network, which sends everybody on to its login page by the name that they called it.
const OFFICE: &str = "10.0.0.30";
/// The picture that covers a page: where it is found at first, and afterwards.
const PICTURE: (&str, &str, Option<&str>) = ("flag.agency", "93.184.216.17", Some("10.0.0.17"));
/// Who is watched.
const OUTLETS: [&str; 6] = [NAMES[0].0, NAMES[1].0, NAMES[2].0, NAMES[3].0, NAMES[5].0, NAMES[6].0];

#[test]
fn a_name_that_is_bound_anew_before_each_confirmation_hides_no_attack_and_leads_nowhere() -> Result<()> {
    in_a_network_of_its_own(
        "a_name_that_is_bound_anew_before_each_confirmation_hides_no_attack_and_leads_nowhere",
        || {
            inside()?;
            proven!(
                "names",
                "a name that is bound anew between a look and its confirmation",
                format!(
                    "{} attacked outlets, each name bound anew at every look and back at every other: to the page as it was, to nothing, to \
                 this computer, a redirect's and a picture's into a private network; each attack told. The name of one more leads in, out and in again by redirects",
                    OUTLETS.len() - 1
                ),
                "nothing: nobody inward was asked for what a page or a redirect names"
            );
            Ok(())
        },
    )
}

/// What the servers know, and what they saw.
struct World {
    hosts: PathBuf,
    attacked: bool,
    /// The names that are bound anew at the moment.
    moved: BTreeSet<&'static str>,
    /// Each request: the address that it came to, its host and its path.
    seen: Vec<(IpAddr, String, String)>,
    /// How often a name was bound anew.
    bound: BTreeMap<&'static str, usize>,
}

type Shared = Arc<Mutex<World>>;

fn locked(world: &Shared) -> MutexGuard<'_, World> {
    world.lock().unwrap_or_else(PoisonError::into_inner)
}

impl World {
    /// Writes the file that the system's lookups read.
    fn bind(&self) -> Result<()> {
        let mut text = String::from("127.0.0.1 localhost\n");
        for (name, usual, anew) in NAMES.into_iter().chain([PICTURE]) {
            let address = if self.moved.contains(name) { anew } else { Some(usual) };
            text.extend(address.map(|address| format!("{address} {name}\n")));
        }
        // In place: the file is mounted over the system's.
        Ok(std::fs::write(&self.hosts, text)?)
    }

    /// From one to the other, and back.
    fn turn(&mut self, name: &'static str) -> Result<()> {
        if !self.moved.remove(name) {
            self.moved.insert(name);
        }
        *self.bound.entry(name).or_default() += 1;
        self.bind()
    }
}

fn inside() -> Result<()> {
    for program in ["dbus-daemon", "nft"] {
        ensure!(is_installed(program), "{program} is missing: script/test installs it");
    }
    for address in NAMES.into_iter().chain([PICTURE]).flat_map(|(_, usual, anew)| [Some(usual), anew]).flatten() {
        // What is bound twice is there already, and what is inward answers nobody.
        if address.starts_with("93.") || address == OFFICE {
            ip(&format!("addr replace {address}/32 dev lo"))?;
        }
    }
    ip("addr add 203.0.113.54/32 dev lo")?;
    egress::record()?;
    let home = Home::new()?;
    let hosts = home.path().join("hosts");
    let resolver = home.path().join("resolv.conf");
    std::fs::write(&resolver, "nameserver 203.0.113.54\noptions timeout:1 attempts:1\n")?;
    std::fs::write(&hosts, "")?;
    for (own, system) in [(&hosts, "/etc/hosts"), (&resolver, "/etc/resolv.conf")] {
        let status = Command::new("mount").arg("--bind").arg(own).arg(system).status()?;
        ensure!(status.success(), "mount --bind over {system}: {status}");
    }
    knows_no_name()?;
    let world = Arc::new(Mutex::new(World {
        hosts,
        attacked: false,
        moved: BTreeSet::new(),
        seen: Vec::new(),
        bound: BTreeMap::new(),
    }));
    locked(&world).bind()?;
    serve(&world)?;
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    home.configure(&configuration())?;
    let mut program = Program::start(&home, Some(&bus), &["watch", "--json"])?;
    let mut learned = BTreeSet::new();
    while learned.len() < OUTLETS.len() {
        let line = program.wait_for("each front page as it should be", SOON, |line| {
            line["event"] == "verdict" && line["watch"] == "homepage" && line["verdict"] == "normal"
        })?;
        learned.insert(line["outlet"].as_str().context("no outlet")?.to_owned());
    }
    let before = egress::asked()?;
    {
        let mut world = locked(&world);
        world.attacked = true;
        world.seen.clear();
    }
    let told = |outlet: &str, what: &str| {
        desktop.wait_for(&format!("{what}: {outlet}"), SOON, |raised| raised.summary == format!("{outlet}: {what}"))
    };
    told("pictured.frontwatch", "alarm on the front page")?;
    told("inward.frontwatch", "alarm on the front page")?;
    // Every other look sees it.
    let soothed = told("soothed.frontwatch", "alarm on the front page")?;
    ensure!(soothed.body.contains("some readers may see a different front page"), "{soothed:?}");
    // What cannot be confirmed is told as what it is, and confirmed by the next look that sees it.
    for (outlet, turned) in [("vanished.frontwatch", "vanished.frontwatch"), ("redirected.frontwatch", "mirror.agency")]
    {
        told(outlet, "no answer")?;
        ensure!(locked(&world).moved.contains(turned), "{turned} is bound anew");
        locked(&world).turn(turned)?;
        told(outlet, "alarm on the front page")?;
    }
    wait_until("a name that leads in, out and in again", SOON, || {
        let world = locked(&world);
        let led = world.seen.iter().filter(|(_, host, path)| host == "winding.frontwatch" && path == "/login").count();
        Ok((led > 2).then_some(()))
    })?;
    program.terminate(SOON)?;

    let world = locked(&world);
    for (name, _, anew) in NAMES.into_iter().chain([PICTURE]) {
        let is_bound_anew = anew.is_none_or(|anew| !NAMES.iter().any(|(_, usual, _)| *usual == anew));
        ensure!(!is_bound_anew || world.bound.contains_key(name), "{name} was never bound anew: {:?}", world.bound);
    }
    let asked = egress::asked()?;
    let inward: Vec<_> =
        asked.difference(&before).filter(|asked| asked.address.to_string().starts_with("10.")).collect();
    let others: Vec<_> = inward.iter().filter(|asked| asked.address.to_string() != OFFICE).collect();
    ensure!(others.is_empty(), "asked, and may not be: {others:?}");
    ensure!(!inward.is_empty(), "the office was never asked, so that nothing is shown");
    // A configured name may lead to this computer, and its configured address alone is asked there.
    let seen = |at: &str| -> BTreeSet<(&str, &str)> {
        let seen = world.seen.iter().filter(|(it, ..)| it.to_string() == at);
        seen.map(|(_, host, path)| (host.as_str(), path.as_str())).collect()
    };
    for (at, name) in [("127.0.0.1", "inward.frontwatch"), (OFFICE, "winding.frontwatch")] {
        ensure!(seen(at) == BTreeSet::from([(name, "/")]), "asked of {at}: {:?}", seen(at));
    }
    // Pictures are asked for where they may be.
    ensure!(seen(PICTURE.1).contains(&(PICTURE.0, "/flag.png")), "no picture was asked for: {:?}", world.seen);
    // A connection to where nobody is is noted, or none of this shows anything.
    let control: IpAddr = "10.0.0.99".parse()?;
    let _ = TcpStream::connect_timeout(&(control, 9).into(), Duration::from_millis(50));
    ensure!(egress::asked()?.iter().any(|asked| asked.address == control), "the kernel notes nothing");
    Ok(())
}

fn configuration() -> String {
    let mut text = String::from(
        "[watching]\ninterval = \"10s\"\ntimeout = \"3s\"\nprobes = []\nresolvers = [\"203.0.113.53:5300\"]\nsystem_resolvers = false\n\n",
    );
    for outlet in OUTLETS {
        let _ = write!(
            text,
            "[[outlet]]\nname = \"{outlet}\"\nhomepage = \"http://{outlet}:8080/\"\nreader_look = false\n\n"
        );
    }
    text
}

/// The system's resolver: there is no such name. It ends with the test's process.
fn knows_no_name() -> Result<()> {
    let socket = UdpSocket::bind("203.0.113.54:53")?;
    std::thread::spawn(move || {
        let mut question = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut question) {
            if let Some(flags) = question.get_mut(2..4) {
                flags.copy_from_slice(&[0x81, 0x83]);
                let _ = socket.send_to(&question[..length], from);
            }
        }
    });
    Ok(())
}

/// Every host of this network at port 8080. Ends with the test's process.
fn serve(world: &Shared) -> Result<()> {
    let listener = TcpListener::bind("0.0.0.0:8080")?;
    let world = Arc::clone(world);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let world = Arc::clone(&world);
            // Who went away does not read it.
            std::thread::spawn(move || answer(&stream, &world).ok());
        }
    });
    Ok(())
}

fn answer(mut stream: &TcpStream, world: &Shared) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let at = stream.local_addr()?.ip();
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().context("no request")??;
    let path = request.split(' ').nth(1).context("no path")?.to_owned();
    let mut host = String::new();
    for line in lines {
        let line = line?.to_ascii_lowercase();
        if let Some(named) = line.strip_prefix("host: ") {
            named.trim_end_matches(":8080").clone_into(&mut host);
        }
        if line.is_empty() {
            break;
        }
    }
    let (status, more, body) = said(world, at, &host, &path)?;
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\n{more}Connection: close\r\n\r\n{body}"
    )?;
    Ok(())
}

/// Status, further headers and body. A name is bound anew before the answer leaves.
fn said(world: &Shared, at: IpAddr, host: &str, path: &str) -> Result<(&'static str, &'static str, String)> {
    let mut world = locked(world);
    world.seen.push((at, host.to_owned(), path.to_owned()));
    let Some((name, usual, _)) = NAMES.into_iter().chain([PICTURE]).find(|(name, ..)| *name == host) else {
        return Ok(("404 Not Found", "", String::new()));
    };
    let is_moved = at.to_string() != usual;
    if world.attacked && path == "/" && at.to_string() != OFFICE {
        world.turn(name)?;
        if name == "pictured.frontwatch" {
            world.turn(PICTURE.0)?;
        }
    }
    let office = at.to_string() == OFFICE;
    if world.attacked && office {
        world.turn(name)?;
    }
    Ok(match (name, path) {
        ("winding.frontwatch", _) if office => {
            ("302 Found", "Location: http://winding.frontwatch:8080/login\r\n", String::new())
        }
        ("winding.frontwatch", "/login") => ("302 Found", "Location: http://hook.agency:8080/any\r\n", String::new()),
        ("winding.frontwatch", _) => ("200 OK", "", FRONT_PAGE.to_owned()),
        ("redirected.frontwatch", _) => ("302 Found", "Location: http://mirror.agency:8080/\r\n", String::new()),
        ("inward.frontwatch", _) if is_moved => {
            ("200 OK", "", "<title>Printer</title><h1>Printer</h1><p>Ready</p>".to_owned())
        }
        ("pictured.frontwatch", _) if world.attacked => {
            ("200 OK", "", covered(&format!("http://{}:8080/flag.png", PICTURE.0)))
        }
        _ if world.attacked && !is_moved => ("200 OK", "", covered("/flag.png")),
        _ => ("200 OK", "", FRONT_PAGE.to_owned()),
    })
}

fn covered(picture: &str) -> String {
    let cover = format!(
        "<body><div style='position:fixed;inset:0;z-index:99999;background:#000'><img src='{picture}' width=1280 height=800><h1>Taken \
         over</h1></div>"
    );
    FRONT_PAGE.replacen("<body>", &cover, 1)
}
