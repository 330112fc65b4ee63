//! A host's certificate chain, as one TLS handshake showed it.
//!
//! The document of a look is canonical JSON: host, port, protocol, what a reader's browser would have said of the chain, and
//! the chain itself, leaf first, as base64 of DER (RFC 8446, section 4.4.2). The same handshake makes the same bytes.
//! Certificates are an attacker's: one that cannot be read is a reason, and everything that is kept of one is short.

use data_encoding::BASE64;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::prelude::FromDer;
use x509_parser::x509::{AttributeTypeAndValue, X509Name};

use crate::digest::Digest;

/// The most certificates of a chain that are kept: public chains have two to four.
pub const MOST_CERTIFICATES: usize = 10;
/// The largest certificate that is read, bytes: of a handshake message there are at most 64 KiB anyway.
pub const LARGEST_CERTIFICATE: usize = 64 * 1024;
/// The largest document that is read, bytes.
const LARGEST_DOCUMENT: usize = 1024 * 1024;
/// The most names of a certificate that are kept.
const MOST_NAMES: usize = 100;
/// The most characters of a name that are kept.
const LONGEST_NAME: usize = 120;

/// The version of TLS that was agreed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Protocol {
    /// RFC 5246.
    #[serde(rename = "TLSv1.2")]
    Tls12,
    /// RFC 8446.
    #[serde(rename = "TLSv1.3")]
    Tls13,
}

impl Protocol {
    /// As people write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tls12 => "TLS 1.2",
            Self::Tls13 => "TLS 1.3",
        }
    }
}

/// What the verifier of the HTTP clients says of a chain, and so what a reader's browser would.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// It leads to an authority that this computer trusts, for this name, now.
    Trusted,
    /// It leads to nobody whom this computer trusts.
    UnknownIssuer,
    /// It is for other names.
    WrongName,
    /// Its time is over.
    Expired,
    /// Its time has not begun.
    NotYetValid,
    /// Its authority took it back.
    Revoked,
    /// It is no certificate that can be read.
    Unreadable,
    /// It is refused for another reason.
    #[default]
    Other,
}

/// What one handshake showed: the document of a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handshake {
    /// The name that was asked for.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// The version agreed on; absent where the handshake ended after the chain had come.
    pub protocol: Option<Protocol>,
    /// What the verifier says.
    pub trust: Trust,
    /// The certificates as sent, leaf first, base64 of DER; at most [`MOST_CERTIFICATES`].
    chain: Vec<String>,
}

impl Handshake {
    /// What a handshake showed; `chain` as sent, DER.
    pub fn new<'a>(
        host: &str,
        port: u16,
        protocol: Option<Protocol>,
        trust: Trust,
        chain: impl IntoIterator<Item = &'a [u8]>,
    ) -> Self {
        let chain = chain.into_iter().take(MOST_CERTIFICATES).map(|der| BASE64.encode(der)).collect();
        Self { host: host.to_owned(), port, protocol, trust, chain }
    }

    /// The document.
    pub fn document(&self) -> Vec<u8> {
        // Writing to memory cannot fail, and every key is text.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// What is read of a certificate (RFC 5280, section 4.1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Certificate {
    /// SHA-256 of its DER.
    pub fingerprint: Digest,
    /// Whom it is for: the common name, or the organisation.
    pub subject: String,
    /// The names of hosts that it is for, as written.
    pub names: Vec<String>,
    /// Who signed it: the organisation, or the common name where there is none. An authority keeps it over all its
    /// intermediates.
    pub issuer: String,
    /// SHA-256 of its public key with the key's algorithm (`SubjectPublicKeyInfo`).
    pub key: Digest,
    /// From when on it is valid.
    pub from: Timestamp,
    /// Until when it is valid.
    pub until: Timestamp,
    /// Its serial number, hexadecimal.
    pub serial: String,
    /// It names itself as its issuer.
    pub self_signed: bool,
    /// It carries proofs that it stands in public logs (RFC 6962, section 3.3): public authorities' do, those that are made
    /// on this computer or its network do not.
    pub logged: bool,
}

/// A host's certificate chain.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Chain {
    /// The name that was asked for.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// The version agreed on, where the handshake came so far.
    pub protocol: Option<Protocol>,
    /// What the verifier says.
    pub trust: Trust,
    /// How many certificates came.
    pub sent: usize,
    /// The host's own certificate, where it can be read.
    pub leaf: Option<Box<Certificate>>,
}

impl Chain {
    /// Reads a look's document; nothing where it is none.
    pub fn read(document: &str) -> Option<Self> {
        if document.len() > LARGEST_DOCUMENT {
            return None;
        }
        let Handshake { host, port, protocol, trust, chain } = serde_json::from_str(document).ok()?;
        let leaf = chain.first().and_then(|first| BASE64.decode(first.as_bytes()).ok());
        let leaf = leaf.and_then(|der| Certificate::read(&der)).map(Box::new);
        Some(Self { host: short(&host), port, protocol, trust, sent: chain.len(), leaf })
    }
}

impl Certificate {
    /// Reads a certificate; nothing where it is none, or too large to be one.
    pub fn read(der: &[u8]) -> Option<Self> {
        if der.len() > LARGEST_CERTIFICATE {
            return None;
        }
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let mut names = Vec::new();
        let mut logged = false;
        for extension in certificate.extensions() {
            match extension.parsed_extension() {
                ParsedExtension::SubjectAlternativeName(alternatives) => {
                    names.extend(alternatives.general_names.iter().filter_map(host_name).take(MOST_NAMES));
                }
                ParsedExtension::SCT(proofs) => logged |= !proofs.is_empty(),
                _ => {}
            }
        }
        names.truncate(MOST_NAMES);
        let subject = certificate.subject();
        let validity = certificate.validity();
        Some(Self {
            fingerprint: Digest::of(der),
            subject: name(subject, [X509Name::common_name, X509Name::organisation]),
            names,
            issuer: name(certificate.issuer(), [X509Name::organisation, X509Name::common_name]),
            key: Digest::of(certificate.public_key().raw),
            from: moment(validity.not_before.timestamp()),
            until: moment(validity.not_after.timestamp()),
            serial: short(&certificate.raw_serial_as_string()),
            self_signed: subject.as_raw() == certificate.issuer().as_raw(),
            logged,
        })
    }
}

/// An authority's name without what changes on paper only: case, punctuation and the legal form.
pub fn family(issuer: &str) -> String {
    const FORMS: [&str; 12] =
        ["inc", "llc", "ltd", "limited", "corp", "corporation", "co", "gmbh", "ag", "sa", "nv", "srl"];
    let lower = issuer.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let kept: Vec<&str> = words.clone().filter(|word| !FORMS.contains(word)).collect();
    if kept.is_empty() { words.collect::<Vec<_>>().join(" ") } else { kept.join(" ") }
}

/// The attributes of a name that are read.
trait Attributes {
    fn common_name(&self) -> Option<String>;
    fn organisation(&self) -> Option<String>;
}

impl Attributes for X509Name<'_> {
    fn common_name(&self) -> Option<String> {
        self.iter_common_name().map(text).find(|text| !text.is_empty())
    }

    fn organisation(&self) -> Option<String> {
        self.iter_organization().map(text).find(|text| !text.is_empty())
    }
}

/// The first of these attributes that a name has.
fn name<'a>(of: &X509Name<'a>, attributes: [fn(&X509Name<'a>) -> Option<String>; 2]) -> String {
    attributes.into_iter().find_map(|attribute| attribute(of)).unwrap_or_default()
}

fn text(attribute: &AttributeTypeAndValue<'_>) -> String {
    let text =
        attribute.as_str().map_or_else(|_| String::from_utf8_lossy(attribute.as_slice()).into_owned(), str::to_owned);
    short(text.trim())
}

fn host_name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some(short(name)),
        GeneralName::IPAddress(octets) => {
            let four = <[u8; 4]>::try_from(*octets).map(std::net::IpAddr::from);
            four.or_else(|_| <[u8; 16]>::try_from(*octets).map(std::net::IpAddr::from)).ok().map(|ip| ip.to_string())
        }
        _ => None,
    }
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect()
}

/// A moment by its seconds. "Never" (99991231235959Z, RFC 5280) is the last that there is.
fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX })
}
