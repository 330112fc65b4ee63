//! What is normal: A host's certificate chain. Who signs its certificates, with which keys, how well the connection is
//! kept; and whether it was ever trusted: a newsroom's inner host that always vouched for itself is as it should be.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::facts::chain::{Certificate, Chain, Protocol, Trust, family};
use crate::text::{Arg, Message};

/// The most authorities, keys and accepted certificates that are remembered; oldest out first.
const ISSUERS: usize = 16;
const KEYS: usize = 40;
const ACCEPTED: usize = 40;
/// After how many looks over the newest protocol an older one is worth a word.
const SETTLED: u32 = 5;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Who signed certificates of this host.
    issuers: Vec<Issuer>,
    /// Keys that this host had.
    keys: Vec<Key>,
    /// What the verifier said of them.
    trusts: Vec<Trust>,
    /// Looks over TLS 1.3, and over an older one.
    newest: u32,
    older: u32,
    /// The certificate of the latest look that was as it should be.
    current: Option<Current>,
    /// Certificates that a person said are theirs, by fingerprint.
    accepted: Vec<Digest>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Issuer {
    /// As the certificate names it.
    name: String,
    first: Timestamp,
    last: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Key {
    digest: Digest,
    first: Timestamp,
    last: Timestamp,
}

/// The certificate that is in use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Current {
    /// SHA-256 of its DER.
    pub fingerprint: Digest,
    /// Who signed it.
    pub issuer: String,
    /// From when on it is valid.
    pub from: Timestamp,
    /// Until when it is valid.
    pub until: Timestamp,
}

impl Known {
    /// Whether enough is known to judge against: one certificate that could be read.
    pub fn ready(&self) -> bool {
        !self.keys.is_empty()
    }

    /// Whether an authority ever signed a certificate of this host, whichever of its intermediates it used.
    pub fn knows_issuer(&self, issuer: &str) -> bool {
        let wanted = family(issuer);
        self.issuers.iter().any(|known| family(&known.name) == wanted)
    }

    /// Whether the host ever had this key: who shows it holds its secret half.
    pub fn knows_key(&self, key: &Digest) -> bool {
        self.keys.iter().any(|known| known.digest == *key)
    }

    /// Whether the verifier ever said this of a look that was as it should be.
    pub fn knows_trust(&self, trust: Trust) -> bool {
        self.trusts.contains(&trust)
    }

    /// Whether a person said that this certificate is theirs.
    pub fn accepted(&self, certificate: &Certificate) -> bool {
        self.accepted.contains(&certificate.fingerprint)
    }

    /// Whether every look, of enough, was over the newest protocol.
    pub fn always_newest(&self) -> bool {
        self.older == 0 && self.newest >= SETTLED
    }

    /// The certificate that is in use.
    pub fn current(&self) -> Option<&Current> {
        self.current.as_ref()
    }

    /// Who signed certificates of this host, latest last.
    pub fn issuers(&self) -> impl Iterator<Item = &str> {
        self.issuers.iter().map(|issuer| issuer.name.as_str())
    }

    /// Learns from a look that was as it should be; whether that changed anything material.
    pub(super) fn add(&mut self, facts: &Chain, at: Timestamp) -> bool {
        let Some(leaf) = &facts.leaf else {
            return false;
        };
        match facts.protocol {
            Some(Protocol::Tls13) => self.newest = self.newest.saturating_add(1),
            Some(Protocol::Tls12) => self.older = self.older.saturating_add(1),
            None => {}
        }
        let new_key = !self.knows_key(&leaf.key);
        let new_issuer = !self.issuers.iter().any(|known| known.name == leaf.issuer);
        // Distrust is normal where it was so from the beginning; later a person says so of one certificate alone.
        let new_trust = !self.knows_trust(facts.trust) && (facts.trust == Trust::Trusted || self.trusts.is_empty());
        if new_trust {
            self.trusts.push(facts.trust);
        }
        if new_key {
            self.keys.push(Key { digest: leaf.key, first: at, last: at });
        }
        if new_issuer {
            self.issuers.push(Issuer { name: leaf.issuer.clone(), first: at, last: at });
        }
        for key in self.keys.iter_mut().filter(|known| known.digest == leaf.key) {
            key.last = at;
        }
        for issuer in self.issuers.iter_mut().filter(|known| known.name == leaf.issuer) {
            issuer.last = at;
        }
        forget(&mut self.keys, KEYS, |key| key.last);
        forget(&mut self.issuers, ISSUERS, |issuer| issuer.last);
        // Servers of one name may have certificates of their own and take turns: the one that lasts longest is in use.
        let later = |current: &Current| current.until < leaf.until || current.until <= at;
        let renewed = new_key || self.current.as_ref().is_none_or(later);
        if renewed {
            let Certificate { fingerprint, issuer, from, until, .. } = (**leaf).clone();
            self.current = Some(Current { fingerprint, issuer, from, until });
        }
        new_trust || new_issuer || renewed
    }

    /// A person said that this is theirs.
    pub(super) fn approve(&mut self, facts: &Chain, _at: Timestamp) {
        if let Some(leaf) = &facts.leaf
            && !self.accepted(leaf)
        {
            self.accepted.push(leaf.fingerprint);
            let much = self.accepted.len().saturating_sub(ACCEPTED);
            self.accepted.drain(..much);
        }
    }

    /// Why what was learned is worth a version.
    pub(super) fn reason(&self) -> Message {
        let Some(current) = &self.current else {
            return Message::new("baseline-learned");
        };
        Message::new("baseline-certificate-taken")
            .with("issuer", Arg::Foreign(current.issuer.clone()))
            .with("until", Arg::Time(current.until))
    }

    /// What is normal, in words.
    pub(super) fn describe(&self) -> Vec<Message> {
        let Some(current) = &self.current else {
            return Vec::new();
        };
        let mut said = vec![
            Message::new("baseline-certificate-current")
                .with("issuer", Arg::Foreign(current.issuer.clone()))
                .with("from", Arg::Time(current.from))
                .with("until", Arg::Time(current.until)),
        ];
        let before = self.issuers().filter(|name| family(name) != family(&current.issuer));
        said.extend(
            before
                .map(|name| Message::new("baseline-certificate-signer").with("issuer", Arg::Foreign(name.to_owned()))),
        );
        if !self.knows_trust(Trust::Trusted) {
            said.push(Message::new("baseline-certificate-untrusted"));
        }
        let keys = Arg::Number(self.keys.len() as f64);
        said.push(Message::new("baseline-certificate-keys").with("keys", keys));
        said
    }
}

/// Lets the ones go that were not seen for the longest time.
fn forget<T>(kept: &mut Vec<T>, most: usize, last: impl Fn(&T) -> Timestamp) {
    while kept.len() > most {
        let oldest = kept.iter().enumerate().min_by_key(|(_, one)| last(one)).map(|(at, _)| at);
        kept.remove(oldest.unwrap_or_default());
    }
}
