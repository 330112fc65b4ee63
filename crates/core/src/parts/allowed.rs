//! Which addresses a part may be fetched from: a page must not send this program into the network of whoever watches it.

use std::net::IpAddr;

use url::{Host, Url};

/// How far the fetch of a part may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// To the host that the page itself is on, wherever that is.
    PagesHost,
    /// To addresses that everybody can reach, whatever a name leads to.
    Public,
}

/// How far a part of a page may be fetched from; none where it may not be at all.
pub fn reach(part: &Url, page: &Url) -> Option<Reach> {
    if !matches!(part.scheme(), "http" | "https") || !part.username().is_empty() || part.password().is_some() {
        return None;
    }
    let here = page.host().is_some_and(|host| named_private(&host));
    if part.host() == page.host() && part.port_or_known_default() == page.port_or_known_default() {
        return Some(Reach::PagesHost);
    }
    match part.host() {
        None => None,
        // A page in a private network may use its neighbours.
        Some(host) if named_private(&host) => here.then_some(Reach::PagesHost),
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
        let table = [
            ("https://outlet.example/a.css", "https://outlet.example/", Some(Reach::PagesHost)),
            ("https://img.outlet.example/a.png", "https://outlet.example/", Some(Reach::Public)),
            ("https://203.0.113.1/a.png", "https://outlet.example/", Some(Reach::Public)),
            ("http://127.0.0.1/a.png", "https://outlet.example/", None),
            ("http://[::1]/a.png", "https://outlet.example/", None),
            ("http://[::ffff:10.0.0.1]/a.png", "https://outlet.example/", None),
            ("http://2130706433/a.png", "https://outlet.example/", None),
            ("http://0x7f.1/a.png", "https://outlet.example/", None),
            ("http://169.254.169.254/latest", "https://outlet.example/", None),
            ("http://router/a.png", "https://outlet.example/", None),
            ("http://nas.local/a.png", "https://outlet.example/", None),
            ("https://u:p@cdn.example/a.png", "https://outlet.example/", None),
            ("file:///etc/passwd", "https://outlet.example/", None),
            ("http://127.0.0.1:9/a.png", "http://127.0.0.1:9/", Some(Reach::PagesHost)),
            ("http://127.0.0.2:9/a.png", "http://127.0.0.1:9/", Some(Reach::PagesHost)),
        ];
        for (part, page, expected) in table {
            assert_eq!(reach(&part.parse().unwrap(), &page.parse().unwrap()), expected, "{part}");
        }
    }
}
