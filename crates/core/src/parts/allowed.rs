//! Where what a site names may lead: it must not send this program into the network of whoever watches it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// How far in an address is. Of two, the one that is further in is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// What everybody can reach.
    Public,
    /// A private network (RFC 1918, 4193, 6598), and what else not everybody can reach.
    Private,
    /// The link that this computer is on (RFC 3927, 4291).
    LinkLocal,
    /// This computer.
    Loopback,
}

impl Reach {
    /// Of an address that a name leads to.
    pub fn of(ip: IpAddr) -> Self {
        let form = Self::by_form(ip);
        // What else not everybody can reach: embedded addresses, multicast, reserved ones.
        if form == Self::Public && is_private(ip) { Self::Private } else { form }
    }

    /// Of an address that stands where a host's name could, by its form alone.
    pub fn by_form(ip: IpAddr) -> Self {
        match ip {
            IpAddr::V4(ip) => reach_v4(ip),
            IpAddr::V6(ip) => reach_v6(ip),
        }
    }
}

fn reach_v4(address: Ipv4Addr) -> Reach {
    let [a, b, ..] = address.octets();
    if address.is_loopback() || a == 0 {
        Reach::Loopback // 0.0.0.0 connects to this computer on most systems
    } else if address.is_link_local() {
        Reach::LinkLocal
    } else if address.is_private() || (a == 100 && (64..128).contains(&b)) {
        Reach::Private // 100.64.0.0/10 is shared address space, RFC 6598: carriers and VPNs
    } else {
        Reach::Public
    }
}

fn reach_v6(address: Ipv6Addr) -> Reach {
    if let Some(mapped) = address.to_ipv4_mapped() {
        reach_v4(mapped)
    } else if address.is_loopback() || address.is_unspecified() {
        Reach::Loopback
    } else if address.is_unicast_link_local() {
        Reach::LinkLocal
    } else if address.is_unique_local() {
        Reach::Private
    } else {
        Reach::Public
    }
}

/// How far in the host of `named` may lead, which the answer of `by` names: no further than the address that this answer came
/// `from`. Whoever has a site and its name can bind that anew before the next request, and would choose what is asked there.
///
/// Where it came from is not known behind a proxy, and of what is stored: then the same host stays what a person has
/// configured, and any other is taken for public.
pub fn deepest(named: &Url, by: &Url, from: Option<IpAddr>) -> Reach {
    match from {
        Some(from) => Reach::of(from),
        None if named.host() == by.host() => Reach::Loopback,
        None => Reach::Public,
    }
}

/// How far in a part of a page may be fetched from, whose answer came `from` there ([`deepest`]); none where it may not be at all.
pub fn reach(part: &Url, page: &Url, from: Option<IpAddr>) -> Option<Reach> {
    if !matches!(part.scheme(), "http" | "https") || !part.username().is_empty() || part.password().is_some() {
        return None;
    }
    let here = page.host().is_some_and(|host| named_private(&host));
    if part.host() == page.host() && part.port_or_known_default() == page.port_or_known_default() {
        return Some(deepest(part, page, from));
    }
    match part.host() {
        None => None,
        // A page in a private network may use its neighbours.
        Some(host) if named_private(&host) => here.then(|| from.map_or(Reach::Loopback, Reach::of)),
        Some(_) => Some(Reach::Public),
    }
}

/// Whether a host is private by its very form.
fn named_private(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(ip) => is_private(IpAddr::V4(*ip)),
        Host::Ipv6(ip) => is_private(IpAddr::V6(*ip)),
        Host::Domain(name) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            let ending = |ending: &str| name == ending || name.ends_with(&format!(".{ending}"));
            !name.contains('.')
                || ["localhost", "local", "internal", "intranet", "lan", "home.arpa"].into_iter().any(ending)
        }
    }
}

/// Whether an address is on this computer or in a network that not everybody can reach (RFC 1918, 4193, 6598, 6890).
pub fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, ..] = ip.octets();
            ip.is_loopback()
                || ip.is_private()
                || ip.is_link_local()
                || ip.is_unspecified()
                || ip.is_broadcast()
                || ip.is_multicast()
                || a == 0
                || a == 100 && (64..128).contains(&b)
                || a == 198 && (18..20).contains(&b)
                || a >= 240
        }
        IpAddr::V6(ip) => {
            let mapped = ip.to_ipv4_mapped().or_else(|| ip.to_ipv4().filter(|_| ip.segments()[..6] == [0; 6]));
            mapped.is_some_and(|ip| is_private(IpAddr::V4(ip)))
                || ip.is_loopback()
                || ip.is_unspecified()
                || ip.is_multicast()
                || ip.is_unique_local()
                || ip.is_unicast_link_local()
                // Embedded IPv4 (NAT64, 6to4): where it leads is another network's matter.
                || ip.segments()[..2] == [0x64, 0xff9b]
                || ip.segments()[0] == 0x2002
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_leads_nobody_into_a_private_network() {
        let (outer, inner, own) = ("93.184.216.34", "10.1.2.3", "127.0.0.1");
        let table = [
            ("https://outlet.example/a.css", "https://outlet.example/", outer, Some(Reach::Public)),
            ("http://cms.corp.example/a.css", "http://cms.corp.example/", inner, Some(Reach::Private)),
            ("http://cms.corp.example/a.css", "http://cms.corp.example/", "64:ff9b::a00:1", Some(Reach::Private)),
            ("http://printer.example/a.css", "http://printer.example/", "169.254.1.1", Some(Reach::LinkLocal)),
            ("http://report.example/a.css", "http://report.example/", own, Some(Reach::Loopback)),
            ("https://outlet.example/a.css", "https://outlet.example/", "", Some(Reach::Loopback)),
            ("https://img.outlet.example/a.png", "https://outlet.example/", outer, Some(Reach::Public)),
            ("https://img.outlet.example/a.png", "https://outlet.example/", inner, Some(Reach::Public)),
            ("https://img.outlet.example/a.png", "https://outlet.example/", "", Some(Reach::Public)),
            ("https://203.0.113.1/a.png", "https://outlet.example/", outer, Some(Reach::Public)),
            ("http://127.0.0.1/a.png", "https://outlet.example/", outer, None),
            ("http://[::1]/a.png", "https://outlet.example/", outer, None),
            ("http://[::ffff:10.0.0.1]/a.png", "https://outlet.example/", outer, None),
            ("http://2130706433/a.png", "https://outlet.example/", outer, None),
            ("http://0x7f.1/a.png", "https://outlet.example/", outer, None),
            ("http://169.254.169.254/latest", "https://outlet.example/", outer, None),
            ("http://router/a.png", "https://outlet.example/", outer, None),
            ("http://nas.local/a.png", "https://outlet.example/", outer, None),
            ("https://u:p@cdn.example/a.png", "https://outlet.example/", outer, None),
            ("file:///etc/passwd", "https://outlet.example/", outer, None),
            ("http://127.0.0.1:9/a.png", "http://127.0.0.1:9/", own, Some(Reach::Loopback)),
            ("http://127.0.0.2:9/a.png", "http://127.0.0.1:9/", own, Some(Reach::Loopback)),
            // Whoever has a name in the network of the newsroom may have bound it to somewhere outside.
            ("http://nas.local/a.png", "http://cms.local/", outer, Some(Reach::Public)),
        ];
        for (part, page, from, expected) in table {
            let (from, names) = (from.parse().ok(), part.parse::<Url>().unwrap());
            assert_eq!(reach(&names, &page.parse().unwrap(), from), expected, "{part} of {page} at {from:?}");
        }
    }
}
