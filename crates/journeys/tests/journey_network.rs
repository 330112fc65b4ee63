//! The program in a network of its own that is cut off, stands behind a portal, and comes back: nobody is told of an outage or
//! a defacement, and each change is said once. The network is a namespace with addresses that are not loopback's; where
//! the system does not allow one, this says so and tests nothing.

#![cfg(target_os = "linux")]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Result, ensure};
use frontwatch_journeys::{
    Bus, FRONT_PAGE, Home, Manager, Program, Recorder, in_a_network_of_its_own, ip, is_installed,
};
use serde_json::Value;

/// Addresses that nobody has (RFC 5737), of the outlet, of a neutral address and of a portal.
const OUTLET: &str = "198.51.100.10:8080";
const PROBE: &str = "203.0.113.20:8080";
const PORTAL: &str = "192.0.2.30:8080";
/// An interval, a try of the network and what a busy machine adds.
const SOON: Duration = Duration::from_secs(25);

#[test]
fn a_laptop_that_is_cut_off_and_caught_by_a_portal_blames_nobody() -> Result<()> {
    in_a_network_of_its_own("a_laptop_that_is_cut_off_and_caught_by_a_portal_blames_nobody", inside)
}

/// What stands between.
#[derive(Default)]
struct Way {
    portal: AtomicBool,
}

impl Way {
    /// A server at this address. While the portal stands between, every request is sent on to it. It ends with the test.
    fn serve(self: &Arc<Self>, at: &str, body: &'static str, kind: &'static str) -> Result<()> {
        let listener = TcpListener::bind(at.parse::<SocketAddr>()?)?;
        let way = Arc::clone(self);
        let leads = at != PORTAL;
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut request = [0; 4096];
                let _ = stream.set_read_timeout(Some(Duration::from_secs(2)));
                let _ = stream.read(&mut request);
                let answer = if leads && way.portal.load(Ordering::SeqCst) {
                    format!("HTTP/1.1 302 Found\r\nLocation: http://{PORTAL}/login\r\nContent-Length: 0\r\n")
                } else {
                    format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len())
                };
                let body = if answer.contains("302") { "" } else { body };
                let _ = write!(stream, "{answer}Connection: close\r\n\r\n{body}");
            }
        });
        Ok(())
    }
}

fn network(state: &'static str) -> impl Fn(&Value) -> bool {
    move |line| line["event"] == "network" && line["state"] == state
}

fn verdict(line: &Value) -> bool {
    line["event"] == "verdict" && line["watch"] == "homepage"
}

fn inside() -> Result<()> {
    ensure!(is_installed("dbus-daemon"), "dbus-daemon is missing: script/test installs it");
    let addresses = [OUTLET, PROBE, PORTAL];
    for address in addresses {
        ip(&format!("addr add {}/32 dev lo", address.trim_end_matches(":8080")))?;
    }
    let way = Arc::new(Way::default());
    way.serve(OUTLET, FRONT_PAGE, "text/html; charset=utf-8")?;
    way.serve(PROBE, "success\n", "text/plain")?;
    way.serve(PORTAL, "<html><title>Welcome</title><h1>Welcome to the hotel</h1></html>", "text/html")?;

    let bus = Bus::start()?;
    let system = Bus::start()?;
    let manager = Manager::start(&system, 4)?;
    let desktop = Recorder::start(&bus)?;
    let home = Home::new()?;
    home.configure(&format!(
        "[watching]\ninterval = \"10s\"\ntimeout = \"3s\"\nprobes = [\"http://{PROBE}/up\"]\nsystem_resolvers = true\n\n\
         [[outlet]]\nname = \"The Paper\"\nhomepage = \"http://{OUTLET}/\"\nreader_look = false\n"
    ))?;
    let mut command = Program::command(&home, Some(&bus))?;
    command.env("DBUS_SYSTEM_BUS_ADDRESS", system.address()).args(["watch", "--json", "--data"]).arg(home.data());
    command.arg("--config").arg(home.config());
    let mut program = Program::run(&mut command)?;
    program.wait_for("the first verdict", SOON, |line| verdict(line) && line["verdict"] != "inconclusive")?;
    program.wait_for("the second", SOON, |line| verdict(line) && line["verdict"] != "inconclusive")?;

    ip("link set lo down")?;
    program.wait_for("it is offline", SOON, network("offline"))?;
    program
        .wait_for("nothing is said of the outlet", SOON, |line| verdict(line) && line["verdict"] == "inconclusive")?;
    // What is back within a minute is no news.
    std::thread::sleep(Duration::from_secs(60));
    ip("link set lo up")?;
    program.wait_for("it is back", SOON, network("online"))?;
    program.wait_for_error("not watched from ", SOON)?;
    program.wait_for("it is caught up with", SOON, |line| verdict(line) && line["verdict"] != "inconclusive")?;

    way.portal.store(true, Ordering::SeqCst);
    program.wait_for("a portal is seen", SOON, network("captive"))?;
    program
        .wait_for("nothing is said of the outlet", SOON, |line| verdict(line) && line["verdict"] == "inconclusive")?;
    way.portal.store(false, Ordering::SeqCst);
    program.wait_for("it is back again", SOON, network("online"))?;
    program.wait_for("it is caught up with again", SOON, |line| verdict(line) && line["verdict"] != "inconclusive")?;

    way.portal.store(true, Ordering::SeqCst);
    manager.says(2)?; // NM_CONNECTIVITY_PORTAL
    program.wait_for("the system's word holds at once", Duration::from_secs(5), network("captive"))?;
    way.portal.store(false, Ordering::SeqCst);
    manager.says(4)?; // NM_CONNECTIVITY_FULL
    program.wait_for("and so does the next", Duration::from_secs(8), network("online"))?;

    let blamed = program.lines().into_iter().find(|line| line["event"] == "incident" || line["event"] == "notice");
    ensure!(blamed.is_none(), "{blamed:#?}");
    ensure!(desktop.raised().is_empty(), "{:#?}", desktop.raised());
    let changes = program.lines().into_iter().filter(|line| line["event"] == "network").count();
    ensure!(changes == 6, "each change is said once: {changes}");
    program.terminate(SOON)?;
    Ok(())
}
