//! A host's names: what each asked resolver said of its addresses, aliases, name servers and mail exchangers.
//!
//! One JSON document without times or lifetimes, sorted, so that the same answers have the same digest.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

/// The most records of one type that are kept of an answer, and the most resolvers.
pub const RECORDS: usize = 500;
const RESOLVERS: usize = 16;
/// The longest name in its written form, in bytes (RFC 1035, section 2.3.4).
const LONGEST: usize = 253;

/// What the resolvers said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Names {
    /// The host that was asked about.
    pub host: String,
    /// Its registrable domain: what name servers and mail exchangers were asked for.
    pub domain: String,
    /// Each resolver that was asked, in the order of the configuration.
    pub resolvers: Vec<View>,
}

/// What one resolver said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// Its address and port, or `system`.
    pub at: String,
    /// IPv4 addresses of the host.
    pub a: Told,
    /// IPv6 addresses of the host.
    pub aaaa: Told,
    /// The names that the host is another name for, CNAME after CNAME.
    pub alias: Vec<String>,
    /// Name servers of the domain.
    pub ns: Told,
    /// Mail exchangers of the domain, without their preferences.
    pub mx: Told,
    /// Name servers of the top-level domain: whether this resolver answers for others at all.
    pub top: Told,
}

/// What came of one question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// These; at least one.
    Found(Vec<String>),
    /// The name is there, without records of this type.
    Empty,
    /// The name does not exist (NXDOMAIN).
    NoSuchName,
    /// The resolver answered that it could not tell (SERVFAIL, REFUSED), or nothing that can be used.
    Failed,
    /// No answer in time.
    #[default]
    Silent,
}

impl Told {
    /// What was found; nothing where nothing was.
    pub fn found(&self) -> &[String] {
        if let Self::Found(found) = self { found } else { &[] }
    }

    /// Whether the resolver said anything at all.
    pub fn is_answer(&self) -> bool {
        *self != Self::Silent
    }

    fn tidy(&mut self, written: fn(&str) -> Option<String>) {
        if let Self::Found(found) = self {
            tidy(found, written);
            if found.is_empty() {
                *self = Self::Empty;
            }
        }
    }
}

impl View {
    /// The host's addresses.
    pub fn addresses(&self) -> impl Iterator<Item = IpAddr> {
        self.a.found().iter().chain(self.aaaa.found()).filter_map(|text| text.parse().ok())
    }

    /// Whether it says that the host leads nowhere, and it does answer for others.
    pub fn denies(&self) -> bool {
        let nowhere = |told: &Told| matches!(told, Told::Empty | Told::NoSuchName);
        nowhere(&self.a) && nowhere(&self.aaaa) && !self.top.found().is_empty()
    }
}

impl Names {
    /// Reads a document. `None` where it is none of these. Time and space are linear in the size of the text.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().map(Self::canonical)
    }

    /// Sorted, each once, in lower case, within bounds.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.host = name(&self.host).unwrap_or_default();
        self.domain = name(&self.domain).unwrap_or_default();
        self.resolvers.truncate(RESOLVERS);
        for view in &mut self.resolvers {
            view.at = name(&view.at).unwrap_or_default();
            view.a.tidy(address);
            view.aaaa.tidy(address);
            tidy(&mut view.alias, name);
            for told in [&mut view.ns, &mut view.mx, &mut view.top] {
                told.tidy(name);
            }
        }
        self
    }

    /// The document.
    pub fn write(self) -> Vec<u8> {
        // Texts and lists of texts can always be written.
        serde_json::to_vec(&self.canonical()).unwrap_or_default()
    }
}

fn tidy(list: &mut Vec<String>, written: fn(&str) -> Option<String>) {
    *list = list.iter().filter_map(|text| written(text)).collect();
    list.sort_unstable();
    list.dedup();
    list.truncate(RECORDS);
}

/// An address as it is written shortest (RFC 5952); an IPv4 address in IPv6's clothes is one of IPv4.
fn address(text: &str) -> Option<String> {
    text.trim().parse::<IpAddr>().ok().map(|ip| ip.to_canonical().to_string())
}

/// A name in lower case, without the root's dot. What can stand in no name stays, as `?`: it is strange, not absent. The
/// root alone is no name (a mail exchanger `.` says that there is none: RFC 7505).
fn name(text: &str) -> Option<String> {
    let plain = |c: char| if c.is_ascii_graphic() && c != '"' && c != '\\' { c.to_ascii_lowercase() } else { '?' };
    let name: String = text.trim().trim_end_matches('.').chars().take(LONGEST).map(plain).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(view: &str) -> View {
        let text = format!(r#"{{"host":"Report.AZ.","domain":"report.az","resolvers":[{view}]}}"#);
        Names::read(&text).unwrap().resolvers.remove(0)
    }

    #[test]
    fn the_same_answers_are_the_same_document() {
        let one = r#"{"host":"Report.AZ.","domain":"report.az","resolvers":[
            {"at":"system","a":{"found":["5.6.7.8","1.2.3.4","1.2.3.4"]},"ns":{"found":["NS2.host.az.","ns1.host.az"]}}]}"#;
        let two = r#"{"host":"report.az","domain":"report.az","resolvers":[
            {"ns":{"found":["ns1.host.az","ns2.host.az"]},"a":{"found":["1.2.3.4","5.6.7.8"]},"at":"system"}]}"#;
        let (one, two) = (Names::read(one).unwrap(), Names::read(two).unwrap());
        assert_eq!(one, two);
        let written = one.clone().write();
        assert_eq!(Names::read(std::str::from_utf8(&written).unwrap()), Some(one));
        assert_eq!(two.write(), written);
    }

    #[test]
    fn what_is_hostile_is_read_within_bounds() {
        let long = "x".repeat(300);
        let table = [
            (format!(r#"{{"ns":{{"found":["{long}.evil.example"]}}}}"#), vec!["x".repeat(253)]),
            (
                r#"{"ns":{"found":["n\u0000s1.\u202eevil.example","xn--80ak6aa92e.com"]}}"#.to_owned(),
                vec!["n?s1.?evil.example".to_owned(), "xn--80ak6aa92e.com".to_owned()],
            ),
            (r#"{"ns":{"found":["ns1.h\u043est.az"]}}"#.to_owned(), vec!["ns1.h?st.az".to_owned()]),
            (r#"{"ns":{"found":["."]}}"#.to_owned(), Vec::new()),
        ];
        for (view, expected) in table {
            assert_eq!(read(&view).ns.found(), expected, "{view}");
        }
        let a = read(r#"{"a":{"found":["no address","::ffff:1.2.3.4","1.2.3.4"]}}"#).a;
        assert_eq!(a, Told::Found(vec!["1.2.3.4".to_owned()]));
        for bad in ["", "{", "[]", "null", r#"{"host":1}"#, &"[".repeat(100_000)] {
            assert_eq!(Names::read(bad), None, "{bad:.20}");
        }
    }

    #[test]
    fn a_million_records_are_five_hundred() {
        let many: Vec<String> = (0..1_000_000_u32).map(|n| format!("\"n{n}.example\"")).collect();
        let view = read(&format!(r#"{{"ns":{{"found":[{}]}},"alias":["a.","A","a"]}}"#, many.join(",")));
        assert_eq!(view.ns.found().len(), RECORDS);
        assert_eq!(view.alias, ["a"]);
    }
}
