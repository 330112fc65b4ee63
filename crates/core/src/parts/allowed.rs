//! Where what a site names may lead: it must not send this program into the network of whoever watches it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// How far in an address is. Of two, the one that is further in is the greater.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// What everybody can reach.
    #[default]
    Public,
    /// A private network (RFC 1918, 4193, 6598), and what else not everybody can reach.
    Private,
    /// The link that this computer is on (RFC 3927, 4291).
    LinkLocal,
    /// This computer.
    Loopback,
}

impl Reach {
    /// Of an address, wherever it comes from: a name that leads there, or a host's place in an address.
    pub fn of(ip: IpAddr) -> Self {
        let form = match ip {
            IpAddr::V4(ip) => reach_v4(ip),
            IpAddr::V6(ip) => reach_v6(ip),
        };
        // What else not everybody can reach: embedded addresses, multicast, reserved ones.
        let public = form == Self::Public;
        match ip {
            IpAddr::V6(ip) if public && embedded(ip).is_some_and(|ip| !is_private(ip.into())) => form,
            ip if public && is_private(ip) => Self::Private,
            _ => form,
        }
    }
}

/// An IPv4 address within NAT64's well-known prefix (RFC 6052): where only IPv6 is spoken, every older site is found there.
fn embedded(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let [0x64, 0xff9b, 0, 0, 0, 0, high, low] = ip.segments() else { return None };
    Some(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)))
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

/// How far in a part of a page may be fetched from, which came from as far in as `bound`: no further, as whoever has a site and its
/// name can bind that anew before the part is asked for, and would choose what is asked there. None where it may not be at all.
pub fn reach(part: &Url, page: &Url, bound: Reach) -> Option<Reach> {
    if !matches!(part.scheme(), "http" | "https") || !part.username().is_empty() || part.password().is_some() {
        return None;
    }
    let here = page.host().is_some_and(|host| named_private(&host));
    if part.host() == page.host() && part.port_or_known_default() == page.port_or_known_default() {
        return Some(bound);
    }
    match part.host() {
        None => None,
        // A page in a private network may use its neighbours.
        Some(host) if named_private(&host) => {
            let within = address(part).is_none_or(|ip| Reach::of(ip) <= bound);
            (here && within).then_some(bound)
        }
        Some(_) => Some(Reach::Public),
    }
}

/// The address that stands where a host's name could.
pub fn address(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(ip) => Some(ip.into()),
        Host::Ipv6(ip) => Some(ip.into()),
        Host::Domain(_) => None,
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
        let (outer, inner, own) = (Reach::Public, Reach::Private, Reach::Loopback);
        let table = [
            ("https://outlet.example/a.css", "https://outlet.example/", outer, Some(outer)),
            ("http://cms.corp.example/a.css", "http://cms.corp.example/", inner, Some(inner)),
            ("http://printer.example/a.css", "http://printer.example/", Reach::LinkLocal, Some(Reach::LinkLocal)),
            ("http://report.example/a.css", "http://report.example/", own, Some(own)),
            ("https://img.outlet.example/a.png", "https://outlet.example/", outer, Some(outer)),
            ("https://img.outlet.example/a.png", "https://outlet.example/", inner, Some(outer)),
            ("https://203.0.113.1/a.png", "https://outlet.example/", outer, Some(outer)),
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
            ("http://127.0.0.1:9/a.png", "http://127.0.0.1:9/", own, Some(own)),
            ("http://127.0.0.2:9/a.png", "http://127.0.0.1:9/", own, Some(own)),
            // A page in the newsroom's network names its neighbours there, and nothing on this computer.
            ("http://10.1.2.4/a.png", "http://10.1.2.3/", inner, Some(inner)),
            ("http://127.0.0.1/a.png", "http://10.1.2.3/", inner, None),
            ("http://169.254.169.254/latest", "http://cms/", inner, None),
            ("http://[::1]:631/a.png", "http://cms.local/", inner, None),
            // Its name may have been bound to somewhere outside.
            ("http://nas.local/a.png", "http://cms.local/", outer, Some(outer)),
            ("http://10.1.2.4/a.png", "http://cms.local/", outer, None),
        ];
        for (part, page, bound, expected) in table {
            let (part, page) = (part.parse::<Url>().unwrap(), page.parse().unwrap());
            assert_eq!(reach(&part, &page, bound), expected, "{part} of {page} in {bound:?}");
        }
    }

    #[test]
    fn an_address_is_as_far_in_as_whoever_can_reach_it() {
        for (address, expected) in [
            ("93.184.216.34", Reach::Public),
            ("2606:2800:21f:cb07::1", Reach::Public),
            ("10.1.2.3", Reach::Private),
            ("100.64.0.1", Reach::Private),
            ("198.18.0.1", Reach::Private),
            ("224.0.0.1", Reach::Private),
            ("fd00::1", Reach::Private),
            ("::ffff:192.168.1.1", Reach::Private),
            ("169.254.169.254", Reach::LinkLocal),
            ("fe80::1", Reach::LinkLocal),
            ("127.0.0.1", Reach::Loopback),
            ("::1", Reach::Loopback),
            ("0.0.0.0", Reach::Loopback),
            // By NAT64, where every older site is found by such an address.
            ("64:ff9b::5db8:d822", Reach::Public),
            ("64:ff9b::a00:1", Reach::Private),
            ("64:ff9b::7f00:1", Reach::Private),
            ("64:ff9b:1::5db8:d822", Reach::Private),
        ] {
            assert_eq!(Reach::of(address.parse().unwrap()), expected, "{address}");
        }
    }
}
