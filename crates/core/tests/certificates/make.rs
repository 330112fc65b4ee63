//! Certificates and looks of our own making.

use frontwatch_core::facts::chain::{Handshake, Protocol, Trust};
use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CertifiedIssuer, CustomExtension, DnType, IsCa, KeyPair,
    date_time_ymd,
};

type Day = (i32, u8, u8);

/// A certificate of `outlet.example`, to be made.
#[derive(Clone)]
pub(crate) struct Leaf<'a> {
    key: &'a KeyPair,
    name: &'a str,
    organisation: &'a str,
    common_name: &'a str,
    from: Day,
    until: Day,
    itself: bool,
    logged: bool,
}

impl<'a> Leaf<'a> {
    /// By the usual authority, for the first quarter of 2025.
    pub(crate) fn new(key: &'a KeyPair) -> Self {
        Self {
            key,
            name: "outlet.example",
            organisation: "DigiCert Inc",
            common_name: "TLS RSA CA 1",
            from: (2025, 1, 1),
            until: (2025, 4, 1),
            itself: false,
            logged: false,
        }
    }

    pub(crate) fn signed_by(self, organisation: &'a str, common_name: &'a str) -> Self {
        Self { organisation, common_name, ..self }
    }

    pub(crate) fn by_itself(self) -> Self {
        Self { itself: true, ..self }
    }

    pub(crate) fn named(self, name: &'a str) -> Self {
        Self { name, ..self }
    }

    pub(crate) fn lasting(self, from: Day, until: Day) -> Self {
        Self { from, until, ..self }
    }

    /// With a proof that it stands in a public log.
    pub(crate) fn logged(self) -> Self {
        Self { logged: true, ..self }
    }

    pub(crate) fn params(&self) -> CertificateParams {
        let mut params = CertificateParams::new(vec![self.name.to_owned()]).unwrap();
        params.distinguished_name.push(DnType::CommonName, self.name);
        params.not_before = date_time_ymd(self.from.0, self.from.1, self.from.2);
        params.not_after = date_time_ymd(self.until.0, self.until.1, self.until.2);
        if self.logged {
            params.custom_extensions.push(proof());
        }
        params
    }

    pub(crate) fn make(&self) -> Certificate {
        if self.itself {
            return self.params().self_signed(self.key).unwrap();
        }
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        authority.distinguished_name.push(DnType::CommonName, self.common_name);
        authority.distinguished_name.push(DnType::OrganizationName, self.organisation);
        let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
        self.params().signed_by(self.key, &authority).unwrap()
    }
}

/// A list with one signed certificate timestamp (RFC 6962, section 3.3), which nobody signed.
fn proof() -> CustomExtension {
    let mut timestamp = vec![0]; // version 1
    timestamp.extend([7; 32]); // the log
    timestamp.extend([0; 8]); // when
    timestamp.extend([0, 0, 4, 3, 0, 2, 1, 1]); // no extensions; ECDSA with SHA-256; two bytes of a signature
    let length = timestamp.len() as u8;
    let mut list = vec![4, length + 4, 0, length + 2, 0, length];
    list.extend(timestamp);
    CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 11129, 2, 4, 2], list)
}

/// What a look at a host with this certificate saw.
pub(crate) fn seen(leaf: &Leaf<'_>, protocol: Option<Protocol>, trust: Trust) -> String {
    seen_at("outlet.example", leaf, protocol, trust)
}

pub(crate) fn seen_at(host: &str, leaf: &Leaf<'_>, protocol: Option<Protocol>, trust: Trust) -> String {
    document(host, protocol, trust, &[leaf.make().der()])
}

pub(crate) fn document(host: &str, protocol: Option<Protocol>, trust: Trust, chain: &[&[u8]]) -> String {
    String::from_utf8(Handshake::new(host, 443, protocol, trust, chain.iter().copied()).document()).unwrap()
}

/// What a look at a host saw that sends anything.
pub(crate) fn garbage(trust: Trust) -> String {
    document("outlet.example", Some(Protocol::Tls12), trust, &[b"no certificate"])
}
