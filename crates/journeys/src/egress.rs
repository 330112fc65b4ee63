//! Everything that is asked of a network: the kernel notes where each connection and each datagram was to go, whether or not
//! anybody is there. For a network of a test's own only ([`crate::in_a_network_of_its_own`]).

use std::collections::BTreeSet;
use std::io::Write as _;
use std::net::IpAddr;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::apart::ip;

/// Notes the first packet of each TCP connection, and every datagram.
const RULES: &str = "table inet egress {
 set asked4 { type ipv4_addr . inet_proto . inet_service; flags dynamic; size 65535; }
 set asked6 { type ipv6_addr . inet_proto . inet_service; flags dynamic; size 65535; }
 chain out {
  type filter hook output priority 0; policy accept;
  tcp flags & (syn | ack) == syn add @asked4 { ip daddr . meta l4proto . th dport }
  tcp flags & (syn | ack) == syn add @asked6 { ip6 daddr . meta l4proto . th dport }
  meta l4proto udp add @asked4 { ip daddr . meta l4proto . th dport }
  meta l4proto udp add @asked6 { ip6 daddr . meta l4proto . th dport }
 }
}
";

/// Where something was to go.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The address.
    pub address: IpAddr,
    /// "tcp" or "udp".
    pub protocol: String,
    /// The port.
    pub port: u16,
}

/// Notes from now on where everything in this network is to go. Every address has a way, which ends on this computer, so that
/// nothing leaves it.
///
/// # Errors
/// The system has no nftables, or does not let them be changed here.
pub fn record() -> Result<()> {
    ip("route add default dev lo")?;
    ip("-6 route add default dev lo")?;
    let mut nft = Command::new("nft").args(["-f", "-"]).stdin(Stdio::piped()).spawn().context("nft does not start")?;
    nft.stdin.take().context("no standard input")?.write_all(RULES.as_bytes())?;
    let status = nft.wait()?;
    ensure!(status.success(), "nft takes no rules: {status}");
    Ok(())
}

/// Where everything since [`record`] was to go.
///
/// # Errors
/// What was noted can't be read.
pub fn asked() -> Result<BTreeSet<Asked>> {
    let mut all = BTreeSet::new();
    for set in ["asked4", "asked6"] {
        let told = Command::new("nft").args(["-j", "list", "set", "inet", "egress", set]).output()?;
        ensure!(told.status.success(), "nft lists nothing: {}", String::from_utf8_lossy(&told.stderr));
        let told: Value = serde_json::from_slice(&told.stdout)?;
        let sets = told["nftables"].as_array().context("nft says something else")?;
        for element in sets.iter().filter_map(|entry| entry["set"]["elem"].as_array()).flatten() {
            all.insert(read(&element["concat"]).with_context(|| element.to_string())?);
        }
    }
    Ok(all)
}

fn read(parts: &Value) -> Option<Asked> {
    let port = u16::try_from(parts[2].as_u64()?).ok()?;
    Some(Asked { address: parts[0].as_str()?.parse().ok()?, protocol: parts[1].as_str()?.to_owned(), port })
}
