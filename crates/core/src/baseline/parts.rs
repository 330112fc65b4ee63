//! What a baseline remembers of a page's parts: of each the versions that were normal, as little of them as tells what is
//! new about another; bounded, longest unseen out first.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::extract::name::{Key, Sort, key};
use crate::extract::script::Traits;
use crate::parts::{Facts, PartKind, PartSeen, Picture, Print, ScriptFile, Sheet};

/// The most parts that are remembered, and pictures besides.
const PARTS: usize = 32;
const PICTURES: usize = 64;
/// The most rules, pieces and hosts of one part, and versions of it.
const RULES: usize = 2400;
const PIECES: usize = 700;
const HOSTS: usize = 80;
const VERSIONS: usize = 6;
/// From how many looks or how much time on a part is known to stay as it is.
const STEADY_LOOKS: u32 = 2;
/// How long before something is said of it elsewhere a picture must have been normal.
const OF_OLD: SignedDuration = SignedDuration::from_hours(3);
const STEADY_TIME: SignedDuration = SignedDuration::from_mins(10);

/// What is normal for a page's parts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Parts {
    /// Judgements with parts that were learned.
    looks: u32,
    known: Vec<KnownPart>,
    /// What ordinary pictures showed, and since when, latest seen last.
    pictures: Vec<(Print, Timestamp)>,
    /// The most pictures of one look that showed the same under different addresses.
    most_alike: u8,
}

/// A style sheet, a script or a logo, over all its normal versions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KnownPart {
    /// What it is.
    pub kind: PartKind,
    /// See [`Part::key`](crate::parts::Part::key).
    pub key: Key,
    /// Where a logo stands.
    pub place: Key,
    /// The versions that were normal, latest last.
    versions: Vec<Version>,
    /// Hashes of a style sheet's rules, ascending.
    rules: Vec<u32>,
    /// A script's pieces, those of the latest version last.
    pieces: Vec<(u32, u32)>,
    /// Keys of hosts that it names or takes in.
    hosts: Vec<u32>,
    last: u32,
}

/// A version of a part.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Version {
    /// The first 8 bytes of the digest.
    digest: u64,
    print: Option<Print>,
    since: Timestamp,
    looks: u32,
}

impl Parts {
    /// Whether enough is known of the page's parts that one which was never there is new.
    pub fn ready(&self) -> bool {
        self.looks >= STEADY_LOOKS
    }

    /// A part that is known.
    pub fn get(&self, kind: PartKind, key: Key) -> Option<&KnownPart> {
        self.known.iter().find(|known| known.kind == kind && known.key == key)
    }

    /// All that is known of a kind.
    pub fn of(&self, kind: PartKind) -> impl Iterator<Item = &KnownPart> {
        self.known.iter().filter(move |known| known.kind == kind)
    }

    /// Whether a picture that shows this was normal on the page.
    pub fn knows(&self, print: Print) -> bool {
        self.prints().any(|(known, _)| known.near(print))
    }

    /// Whether it was normal long before this moment: what came an hour ago, unnoticed, may be what others are alarmed by now.
    pub fn knows_of_old(&self, print: Print, now: Timestamp) -> bool {
        self.prints().any(|(known, since)| known.near(print) && now.duration_since(since) >= OF_OLD)
    }

    fn prints(&self) -> impl Iterator<Item = (Print, Timestamp)> {
        let versions = self.known.iter().flat_map(|known| &known.versions);
        let logos = versions.filter_map(|version| Some((version.print?, version.since)));
        self.pictures.iter().copied().chain(logos)
    }

    /// The most pictures of one look that showed the same under different addresses.
    pub fn most_alike(&self) -> usize {
        usize::from(self.most_alike)
    }

    /// How many ordinary pictures are remembered.
    pub fn pictures(&self) -> usize {
        self.pictures.len()
    }

    /// Learns the parts of a look; whether that is worth a version in the store.
    pub(super) fn add(&mut self, seen: &[PartSeen], at: Timestamp) -> bool {
        if seen.is_empty() {
            return false;
        }
        self.looks = self.looks.saturating_add(1);
        // The first look with parts, and the one that makes them count.
        let mut material = self.looks <= STEADY_LOOKS;
        for part in seen {
            match &*part.facts {
                Facts::Picture(Picture { print: Some(print), .. }) if part.part.kind == PartKind::Picture => {
                    let known = self.pictures.iter().position(|(known, _)| known == print);
                    let known = known.map_or((*print, at), |known| self.pictures.remove(known));
                    self.pictures.push(known);
                }
                Facts::Picture(_) if part.part.kind == PartKind::Picture => {}
                facts => material |= self.remember(part, facts, at),
            }
        }
        let much = self.pictures.len().saturating_sub(PICTURES);
        self.pictures.drain(..much);
        self.most_alike = self.most_alike.max(alike(seen).map_or(0, |alike| alike.0.min(255) as u8));
        if self.known.len() > PARTS {
            self.known.sort_by_key(|known| std::cmp::Reverse(known.last));
            self.known.truncate(PARTS);
        }
        material
    }

    /// A person said that this look is ours: what its pictures show is known of old.
    pub(super) fn approve(&mut self, seen: &[PartSeen], at: Timestamp) {
        self.add(seen, at);
        let prints: Vec<Print> = seen.iter().filter_map(print).collect();
        for print in prints {
            self.pictures.retain(|(known, _)| *known != print);
            self.pictures.push((print, Timestamp::UNIX_EPOCH));
        }
    }

    fn remember(&mut self, seen: &PartSeen, facts: &Facts, at: Timestamp) -> bool {
        let part = &seen.part;
        let place = self.known.iter().position(|known| known.kind == part.kind && known.key == part.key);
        let place = place.unwrap_or_else(|| {
            self.known.push(KnownPart {
                kind: part.kind,
                key: part.key,
                place: part.place,
                versions: Vec::new(),
                rules: Vec::new(),
                pieces: Vec::new(),
                hosts: Vec::new(),
                last: 0,
            });
            self.known.len() - 1
        });
        let known = &mut self.known[place];
        known.last = self.looks;
        known.place = part.place;
        known.add(facts, at)
    }
}

impl KnownPart {
    /// Whether exactly these bytes were normal.
    pub fn has(&self, facts: &Facts) -> bool {
        let digest = short(facts);
        self.versions.iter().any(|version| version.digest == digest)
    }

    /// Whether a style sheet had this rule.
    pub fn has_rule(&self, rule: u32) -> bool {
        self.rules.binary_search(&rule).is_ok()
    }

    /// Whether a script had this piece.
    pub fn has_piece(&self, piece: u32) -> bool {
        self.pieces.iter().any(|(known, _)| *known == piece)
    }

    /// What the pieces did that `left` says are gone.
    pub fn traits(&self, gone: impl Fn(u32) -> bool) -> Traits {
        self.pieces.iter().filter(|(piece, _)| gone(*piece)).fold(Traits::default(), |all, (_, t)| all.and(Traits(*t)))
    }

    /// Whether it named a host.
    pub fn has_host(&self, host: &str) -> bool {
        self.hosts.contains(&host_key(host))
    }

    /// What a logo showed in its normal versions, latest last.
    pub fn prints(&self) -> impl Iterator<Item = Print> {
        self.versions.iter().filter_map(|version| version.print)
    }

    /// How many versions are known.
    pub fn versions(&self) -> usize {
        self.versions.len()
    }

    /// Whether it has stayed as it is for a while.
    pub fn is_steady(&self, now: Timestamp) -> bool {
        self.versions.last().is_some_and(|v| v.looks >= STEADY_LOOKS || now.duration_since(v.since) >= STEADY_TIME)
    }

    /// Since when it is as it is.
    pub fn since(&self) -> Option<Timestamp> {
        self.versions.last().map(|version| version.since)
    }

    fn add(&mut self, facts: &Facts, at: Timestamp) -> bool {
        let digest = short(facts);
        if let Some(place) = self.versions.iter().position(|version| version.digest == digest) {
            let mut version = self.versions.remove(place);
            version.looks = version.looks.saturating_add(1);
            let settled = version.looks == STEADY_LOOKS;
            self.versions.push(version);
            return settled;
        }
        let print = if let Facts::Picture(picture) = facts { picture.print } else { None };
        let first = self.versions.is_empty();
        let seen_before = print.is_some_and(|print| self.prints().any(|known| known.near(print)));
        self.versions.push(Version { digest, print, since: at, looks: 1 });
        if self.versions.len() > VERSIONS {
            self.versions.remove(0);
        }
        // Some files are made anew for every reader: other bytes alone are no other part.
        first
            | match facts {
                Facts::Sheet(sheet) => self.add_rules(sheet) | self.name(sheet.imports.iter()),
                Facts::Script(script) => self.add_pieces(script) | self.name(script.hosts.iter().chain(&script.aims)),
                Facts::Picture(_) => !seen_before,
            }
    }

    fn add_rules(&mut self, sheet: &Sheet) -> bool {
        // What the latest version has stays, whatever there was before.
        let mut rules: Vec<u32> = sheet.rules().iter().map(|rule| rule.hash).collect();
        rules.sort_unstable();
        rules.dedup();
        let new = rules.iter().any(|rule| !self.has_rule(*rule));
        let old: Vec<u32> = self.rules.iter().copied().filter(|rule| rules.binary_search(rule).is_err()).collect();
        rules.extend(old.into_iter().take(RULES.saturating_sub(rules.len())));
        rules.sort_unstable();
        self.rules = rules;
        new
    }

    fn add_pieces(&mut self, script: &ScriptFile) -> bool {
        let did = self.traits(|_| true);
        let now: Vec<(u32, u32)> = script.pieces.iter().map(|piece| (piece.hash, piece.traits.0)).collect();
        self.pieces.retain(|(known, _)| !now.iter().any(|(piece, _)| piece == known));
        self.pieces.extend(now.into_iter().take(PIECES));
        let much = self.pieces.len().saturating_sub(PIECES);
        self.pieces.drain(..much);
        self.traits(|_| true) != did
    }

    fn name<'a>(&mut self, hosts: impl Iterator<Item = &'a String>) -> bool {
        let mut new = false;
        for host in hosts.map(|host| host_key(host)) {
            new |= !self.hosts.contains(&host);
            self.hosts.retain(|known| *known != host);
            self.hosts.push(host);
        }
        let much = self.hosts.len().saturating_sub(HOSTS);
        self.hosts.drain(..much);
        new
    }
}

/// How many pictures of a look show the same under different addresses, of how many that show anything; and what.
pub fn alike(seen: &[PartSeen]) -> Option<(usize, usize, Print)> {
    let prints: Vec<Print> = seen.iter().filter(|part| part.part.kind == PartKind::Picture).filter_map(print).collect();
    let count = |print: &Print| prints.iter().filter(|other| other.near(*print)).count();
    prints.iter().map(|print| (count(print), prints.len(), *print)).max_by_key(|(count, ..)| *count)
}

fn print(seen: &PartSeen) -> Option<Print> {
    if let Facts::Picture(picture) = &*seen.facts { picture.print } else { None }
}

fn host_key(host: &str) -> u32 {
    key(Sort::Domain, host.as_bytes()) as u32
}

fn short(facts: &Facts) -> u64 {
    let digest = facts.digest();
    digest.as_bytes().iter().take(8).fold(0, |short, byte| short << 8 | u64::from(*byte))
}
