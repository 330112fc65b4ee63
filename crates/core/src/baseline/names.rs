//! What is normal: who serves a host's name, who takes its mail, where it leads.
//!
//! Kept are owners (registrable domains) and networks, not single servers and addresses: the same operator's other servers
//! and other addresses in a known network are ordinary days. How often a look brought a network that was never seen is kept
//! too: a pool that turns is told from a site that stands still.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::extract::name::registrable;
use crate::facts::names::{Names, View};
use crate::parts::is_private;
use crate::text::{Arg, Message};

/// The most owners that are kept for each role, and the most networks.
const OWNERS: usize = 32;
const NETWORKS: usize = 512;
/// How many names stand in a sentence as those that were there before.
const SHOWN: usize = 16;

/// What is known of a host's names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    looks: u32,
    servers: Role,
    mail: Role,
    alias: Role,
    /// With the look in which each was last seen.
    networks: Vec<(Network, u32)>,
    /// Addresses of the last look, as text.
    addresses: Vec<String>,
    /// Of the last 64 looks after the first, latest lowest: whether it brought a new network.
    news: u64,
}

/// Who was seen in a role.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// Registrable domains, with the look in which each was last seen.
    owners: Vec<(String, u32)>,
    /// The names of the last look.
    names: Vec<String>,
}

/// A network that one operator has as a rule: an IPv4 /16 or an IPv6 /32, the least that registries hand out to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Network {
    /// The first two bytes.
    V4(u16),
    /// The first four bytes.
    V6(u32),
}

impl Network {
    /// The network of an address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(ip) => {
                let [a, b, ..] = ip.octets();
                Self::V4(u16::from_be_bytes([a, b]))
            }
            IpAddr::V6(ip) => {
                let [a, b, ..] = ip.segments();
                Self::V6(u32::from(a) << 16 | u32::from(b))
            }
        }
    }
}

impl Role {
    /// Whether anybody was ever seen in this role.
    pub fn is_known(&self) -> bool {
        !self.owners.is_empty()
    }

    /// Whether the owner of this name was.
    pub fn has(&self, name: &str) -> bool {
        let owner = registrable(name);
        self.owners.iter().any(|(known, _)| *known == owner)
    }

    /// The names of the last look, separated by commas.
    pub fn before(&self) -> String {
        self.names.join(", ")
    }

    /// Remembers names; whether one has a new owner.
    fn add<'a>(&mut self, names: impl Iterator<Item = &'a String>, look: u32) -> bool {
        let mut names: Vec<&String> = names.collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            return false;
        }
        let mut new = false;
        for name in &names {
            let owner = registrable(name);
            if let Some((_, last)) = self.owners.iter_mut().find(|(known, _)| *known == owner) {
                *last = look;
            } else {
                new = true;
                self.owners.push((owner, look));
                latest(&mut self.owners, OWNERS);
            }
        }
        self.names = names.into_iter().take(SHOWN).cloned().collect();
        new
    }
}

/// Keeps those that were seen last.
fn latest<T>(kept: &mut Vec<(T, u32)>, most: usize) {
    if kept.len() > most
        && let Some(oldest) = (0..kept.len()).min_by_key(|&at| kept[at].1)
    {
        kept.remove(oldest);
    }
}

impl Known {
    /// Whether enough is known to judge against: it was seen to lead somewhere. How many looks that takes is the baseline's.
    pub fn ready(&self) -> bool {
        !self.networks.is_empty()
    }

    /// Name servers of the domain.
    pub fn servers(&self) -> &Role {
        &self.servers
    }

    /// Mail exchangers of the domain.
    pub fn mail(&self) -> &Role {
        &self.mail
    }

    /// The names that the host is another name for.
    pub fn alias(&self) -> &Role {
        &self.alias
    }

    /// The addresses of the last look, separated by commas.
    pub fn addresses(&self) -> String {
        self.addresses.join(", ")
    }

    /// Whether an address is in a network that was seen.
    pub fn leads_to(&self, address: IpAddr) -> bool {
        let network = Network::of(address);
        self.networks.iter().any(|(known, _)| *known == network)
    }

    /// In which share of the last looks a network was new, 0 to 1.
    pub fn novelty(&self) -> f64 {
        let judged = self.looks.saturating_sub(1).clamp(1, 64);
        (f64::from(self.news.count_ones()) / f64::from(judged)).min(1.0)
    }

    /// Whether all addresses of a view are of the kind that no reader elsewhere can reach, and no known one is in their
    /// networks: what portals, filters and computers without a connection answer for every name.
    pub fn captured(&self, view: &View) -> bool {
        let mut any = false;
        for address in view.addresses() {
            any = true;
            if !is_private(address) || self.leads_to(address) {
                return false;
            }
        }
        any
    }

    /// Learns from a look that was as it should be; whether that changed anything material.
    pub(super) fn add(&mut self, facts: &Names, _at: Timestamp) -> bool {
        let first = self.looks == 0;
        // On the first look nothing is known that could tell an intranet from a portal: it is taken as it is.
        let views: Vec<&View> = facts.resolvers.iter().filter(|view| first || !self.captured(view)).collect();
        self.looks = self.looks.saturating_add(1);
        let look = self.looks;
        let mut new = self.servers.add(views.iter().flat_map(|view| view.ns.found()), look);
        new |= self.mail.add(views.iter().flat_map(|view| view.mx.found()), look);
        new |= self.alias.add(views.iter().flat_map(|view| &view.alias), look);
        let addresses: Vec<IpAddr> = views.iter().flat_map(|view| view.addresses()).collect();
        let mut news = false;
        for network in addresses.iter().map(|address| Network::of(*address)) {
            if let Some((_, last)) = self.networks.iter_mut().find(|(known, _)| *known == network) {
                *last = look;
            } else {
                news = true;
                self.networks.push((network, look));
                latest(&mut self.networks, NETWORKS);
            }
        }
        if !addresses.is_empty() {
            self.addresses = addresses.iter().take(SHOWN).map(IpAddr::to_string).collect();
            self.addresses.sort_unstable();
            self.addresses.dedup();
        }
        if !first {
            self.news = self.news << 1 | u64::from(news);
        }
        new || news
    }

    /// A person said that this is theirs. Who served it before does not any more: a move is one way.
    pub(super) fn approve(&mut self, facts: &Names, _at: Timestamp) {
        let says = |told: fn(&View) -> bool| facts.resolvers.iter().any(told);
        if says(|view| !view.ns.found().is_empty()) {
            self.servers = Role::default();
        }
        if says(|view| !view.mx.found().is_empty()) {
            self.mail = Role::default();
        }
    }

    /// What is normal, in words.
    pub(super) fn describe(&self) -> Vec<Message> {
        if self.looks == 0 {
            return Vec::new();
        }
        let mut said = vec![
            Message::new("baseline-names")
                .with("looks", Arg::Number(f64::from(self.looks)))
                .with("networks", Arg::Number(self.networks.len() as f64)),
        ];
        let roles = [
            ("baseline-names-servers", &self.servers),
            ("baseline-names-mail", &self.mail),
            ("baseline-names-alias", &self.alias),
        ];
        for (id, role) in roles {
            said.extend(
                role.owners.iter().map(|(owner, _)| Message::new(id).with("owner", Arg::Foreign(owner.clone()))),
            );
        }
        said
    }
}
