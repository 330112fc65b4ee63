//! The shape of an inline script: which identifiers it has, what it does, and which hosts it names.
//!
//! Nothing is run. A script is read once, its first 64 KiB and its last 16, so that what is appended to a long one
//! is seen as well.

mod bytes;
mod packed;
mod traits;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::name::{Address, address};
use bytes::{BYTES, DIGIT, NAME};
use packed::packed;
pub use traits::Traits;
use traits::WORDS;

/// How many of the smallest identifier hashes are kept.
pub const SKETCH: usize = 32;
const HEAD: usize = 64 * 1024;
const TAIL: usize = 16 * 1024;
const HOSTS: usize = 12;

#[expect(clippy::expect_used, reason = "the words are constants: building fails in the first test or never")]
static MATCHER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(WORDS.iter().map(|(word, _)| word).chain(&["location"]))
        .expect("the words fit")
});

/// What reading a script gives.
#[derive(Debug, Default)]
pub struct Shape {
    /// See [`super::model::Script::sketch`].
    pub sketch: Vec<u32>,
    /// Distinct identifiers, estimated above [`SKETCH`].
    pub identifiers: u16,
    /// What it does.
    pub traits: Traits,
    /// Hosts that it names.
    pub hosts: Vec<String>,
    /// Hosts that it loads from, sends to or leads to.
    pub aims: Vec<String>,
}

/// Reads a script.
pub fn shape(code: &str) -> Shape {
    let bytes = code.as_bytes();
    let mut shape = Shape::default();
    if bytes.len() <= HEAD + TAIL {
        read(bytes, &mut shape);
    } else {
        read(&bytes[..HEAD], &mut shape);
        read(&bytes[bytes.len() - TAIL..], &mut shape);
    }
    shape.sketch.sort_unstable();
    shape
}

fn read(code: &[u8], shape: &mut Shape) {
    for found in MATCHER.find_iter(code) {
        match WORDS.get(found.pattern().as_usize()) {
            Some((_, traits)) => shape.traits = shape.traits.and(*traits),
            None if redirects(code, found.start(), found.end()) => {
                shape.traits = shape.traits.and(Traits::REDIRECTS);
            }
            None => {}
        }
    }
    let letters = identifiers(code, shape);
    if packed(code, letters) {
        shape.traits = shape.traits.and(Traits::PACKED);
    }
    hosts(code, shape);
    together(code, shape);
}

/// The most of a script that is read with its split words together, bytes.
const SPLIT: usize = 8 * 1024;

/// Words that were split so that nobody finds them: `"loc"+"ation"`. Only short scripts are; long ones have reasons.
fn together(code: &[u8], shape: &mut Shape) {
    if code.len() > SPLIT {
        return;
    }
    if !SPLITS.iter().any(|joint| memchr::memmem::find(code, joint).is_some()) {
        return;
    }
    let whole = JOINTS.replace_all_bytes(code, &[b""; SPLITS.len()]);
    let mut hidden = Traits::default();
    for found in MATCHER.find_iter(&whole) {
        let (before, after) = (&whole[..found.start()], &whole[found.end()..]);
        match WORDS.get(found.pattern().as_usize()) {
            Some((_, traits)) => hidden = hidden.and(*traits),
            // `window["location"] = …`
            None if before.ends_with(b"[\"") || before.ends_with(b"['") => {
                let after = after.get(2..).unwrap_or_default().trim_ascii_start();
                if after.starts_with(b"=") && !after.starts_with(b"==")
                    || after.starts_with(b".replace(")
                    || after.starts_with(b".assign(")
                    || after.starts_with(b".href")
                    || after.starts_with(b"[")
                {
                    hidden = hidden.and(Traits::REDIRECTS);
                }
            }
            None => {}
        }
    }
    let fresh = Traits(hidden.0 & !shape.traits.0);
    shape.traits = shape.traits.and(hidden);
    // Advertising splits `"<scr"+"ipt>"` for old browsers; who splits these words hides them.
    if fresh.any(Traits::REDIRECTS.and(Traits::RUNS).and(Traits::DECODES).and(Traits::REPLACES)) {
        shape.traits = shape.traits.and(Traits::PACKED);
    }
}

/// Between the two halves of a split word.
const SPLITS: [&[u8]; 4] = [b"\"+\"", b"'+'", b"\" + \"", b"' + '"];

#[expect(clippy::expect_used, reason = "they are constants: building fails in the first test or never")]
static JOINTS: LazyLock<AhoCorasick> = LazyLock::new(|| AhoCorasick::new(SPLITS).expect("they fit"));

/// Whether "location" between `start` and `end` is assigned to or called to leave the page.
fn redirects(code: &[u8], start: usize, end: usize) -> bool {
    // A name of its own (`mylocation`, `locations`) is something else; `x.location` counts only on a window.
    if start > 0
        && (code[start - 1].is_ascii_alphanumeric() || matches!(code[start - 1], b'_' | b'$' | b'"' | b'\'' | b'-'))
    {
        return false;
    }
    if start > 0 && code[start - 1] == b'.' {
        let owner = &code[..start - 1];
        let windows: [&[u8]; 6] = [b"window", b"document", b"top", b"self", b"parent", b"this"];
        if !windows.iter().any(|name| owner.ends_with(name)) {
            return false;
        }
    }
    let rest = &code[end..];
    let rest = rest.strip_prefix(b".href").unwrap_or(rest);
    if rest.starts_with(b".replace(") || rest.starts_with(b".assign(") {
        return true;
    }
    let rest = rest.trim_ascii_start();
    rest.first() == Some(&b'=') && rest.get(1) != Some(&b'=')
}

/// Collects identifiers outside of strings; returns how many bytes of the code they make up.
fn identifiers(code: &[u8], shape: &mut Shape) -> usize {
    // The largest hash that is kept once the sketch is full: nearly all that follow are larger.
    let mut largest = largest(shape);
    let mut at = 0;
    let mut quote = 0;
    let mut letters = 0;
    while at < code.len() {
        let byte = code[at];
        if quote != 0 {
            let Some(next) = memchr::memchr3(b'\\', b'\n', quote, &code[at..]) else { break };
            at += next;
            match code[at] {
                b'\\' => at += 1,
                // A string never runs over a line: a quote in a regular expression misleads for one line at most.
                b'\n' if quote == b'`' => {}
                _ => quote = 0,
            }
            at += 1;
            continue;
        }
        if matches!(byte, b'"' | b'\'' | b'`') {
            quote = byte;
            at += 1;
            continue;
        }
        if BYTES[usize::from(byte)] & (NAME | DIGIT) != NAME {
            at += 1;
            continue;
        }
        let start = at;
        let mut hash = 0x811c_9dc5_u32;
        let mut digits = false;
        while let Some(&byte) = code.get(at) {
            let is = BYTES[usize::from(byte)];
            if is & NAME == 0 {
                break;
            }
            digits |= is & DIGIT != 0;
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            at += 1;
        }
        letters += at - start;
        if digits || at - start < 3 || at - start > 40 {
            continue;
        }
        hash ^= hash >> 15;
        hash = hash.wrapping_mul(0x2c1b_3c6d);
        hash ^= hash >> 12;
        if u64::from(hash) < largest {
            keep(hash, shape);
            largest = self::largest(shape);
        }
    }
    letters
}

/// The largest hash of a full sketch; of one that has room, more than any.
fn largest(shape: &Shape) -> u64 {
    if shape.sketch.len() < SKETCH { u64::MAX } else { shape.sketch.iter().copied().max().map_or(u64::MAX, u64::from) }
}

fn keep(hash: u32, shape: &mut Shape) {
    if shape.sketch.contains(&hash) {
        return;
    }
    if shape.sketch.len() < SKETCH {
        shape.sketch.push(hash);
        shape.identifiers = shape.identifiers.max(shape.sketch.len() as u16);
        return;
    }
    if let Some(largest) = shape.sketch.iter().enumerate().max_by_key(|(_, kept)| **kept).map(|(at, _)| at)
        && hash < shape.sketch[largest]
    {
        shape.sketch[largest] = hash;
        shape.identifiers = shape.identifiers.saturating_add(1);
    }
}

/// The hosts that a piece of code names, at most 12.
pub fn hosts_in(code: &str) -> Vec<String> {
    let mut shape = Shape::default();
    hosts(code.as_bytes(), &mut shape);
    shape.hosts
}

/// Collects the hosts that a script names.
fn hosts(code: &[u8], shape: &mut Shape) {
    let slashes = memchr::memmem::find_iter(code, b"//").map(|at| at + 2);
    let escaped = memchr::memmem::find_iter(code, b"\\/\\/").map(|at| at + 4);
    // Up to where it was looked what stands before slashes, and what does: a long run of them is not gone back over each time.
    let (mut seen, mut before) = (0, None);
    for (count, at) in slashes.chain(escaped).enumerate() {
        if count > 2000 {
            return;
        }
        if at < seen {
            (seen, before) = (0, None);
        }
        before = code[seen..at].iter().rev().find(|byte| !matches!(byte, b'/' | b'\\')).or(before);
        seen = at;
        if !matches!(before, Some(b':' | b'"' | b'\'' | b'`')) {
            continue;
        }
        let rest = &code[at..code.len().min(at + 120)];
        let end =
            rest.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))).unwrap_or(rest.len());
        let Ok(host) = std::str::from_utf8(&rest[..end]) else {
            continue;
        };
        if shape.hosts.len() < HOSTS {
            add_host(host, &mut shape.hosts);
        }
        if shape.aims.len() < HOSTS && aims(&code[..at]) {
            add_host(host, &mut shape.aims);
        }
    }
}

/// What stands before an address that code loads, sends to or leads to: an assignment to a source, or a call.
const SET: [&[u8]; 4] = [b"src", b"href", b"location", b"action"];
const CALLED: [&[u8]; 11] = [
    b"import",
    b"fetch",
    b"open",
    b"Worker",
    b"Socket",
    b"EventSource",
    b"Beacon",
    b"replace",
    b"assign",
    b"Scripts",
    b"location",
];

/// Whether code that ends where an address's host begins does something with that address. Data (`"src": "…"`) does not.
fn aims(before: &[u8]) -> bool {
    let until = |code: &[u8], keep: fn(u8) -> bool| code.iter().rposition(|byte| keep(*byte)).map_or(0, |at| at + 1);
    let before = &before[before.len().saturating_sub(64)..];
    let mut code = &before[..until(before, |byte| !matches!(byte, b'/' | b'\\' | b':'))];
    for scheme in [&b"https"[..], b"http", b"wss", b"ws"] {
        if let Some(rest) = code.strip_suffix(scheme) {
            code = rest;
            break;
        }
    }
    code = &code[..until(code, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\'' | b'`' | b'\\'))];
    let (does, code): (&[&[u8]], _) = match code.split_last() {
        Some((b'=', rest)) => (&SET, rest.trim_ascii_end()),
        Some((b'(', rest)) => (&CALLED, rest),
        _ => return code.ends_with(b"from") || code.ends_with(b"import"),
    };
    does.iter().any(|word| code.ends_with(word))
}

fn add_host(host: &str, hosts: &mut Vec<String>) {
    let host = host.trim_matches('.').to_ascii_lowercase();
    let last = host.rsplit('.').next().unwrap_or("");
    let named =
        host.contains('.') && (last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic()) || is_ip(&host));
    if named && !hosts.contains(&host) && matches!(address(&format!("//{host}/")), Address::Host { .. }) {
        hosts.push(host);
    }
}

fn is_ip(host: &str) -> bool {
    host.parse::<std::net::Ipv4Addr>().is_ok()
}

/// The sketch of a style sheet: its words, names and values alike.
pub fn sketch(css: &str) -> Vec<u32> {
    let mut shape = Shape::default();
    identifiers(&css.as_bytes()[..css.len().min(HEAD)], &mut shape);
    shape.sketch.sort_unstable();
    shape.sketch
}

/// How alike two scripts are by their identifiers, 0 to 1.
pub fn likeness(a: &[u32], b: &[u32]) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    // The bottom of the union, as far as both sketches reach, estimates the share of identifiers they have in common.
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    let (mut seen, mut shared) = (0, 0);
    while seen < SKETCH {
        match (left.peek(), right.peek()) {
            (None, None) => break,
            (Some(one), Some(other)) if one == other => {
                shared += 1;
                left.next();
                right.next();
            }
            (Some(one), Some(other)) if one > other => {
                right.next();
            }
            (None, Some(_)) => {
                right.next();
            }
            _ => {
                left.next();
            }
        }
        seen += 1;
    }
    f64::from(shared) / seen.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_a_script_does() {
        let all = |list: &[Traits]| list.iter().fold(Traits::default(), |a, b| a.and(*b));
        let table = [
            ("document.documentElement.innerHTML=atob('PGI+')", all(&[Traits::REPLACES, Traits::DECODES])),
            ("window.location.href = 'https://evil.example/'", Traits::REDIRECTS),
            ("top.location='//evil.example'", Traits::REDIRECTS),
            ("location.replace(x)", Traits::REDIRECTS),
            ("if (window.location.hostname == 'a') {}", Traits::default()),
            ("var mylocation = 1; geo.location = 2", Traits::default()),
            ("this['eval'](String.fromCharCode(104))", all(&[Traits::RUNS, Traits::DECODES])),
            ("new XMLHttpRequest().send($('form').serialize())", all(&[Traits::SENDS, Traits::READS_FIELDS])),
            ("var x = [\"\\x68\\x74\\x74\\x70\\x3a\\x2f\\x2f\"]", Traits::PACKED),
            ("var headline = 'plain'", Traits::default()),
        ];
        for (code, traits) in table {
            assert_eq!(shape(code).traits, traits, "{code}");
        }
    }

    #[test]
    fn names_the_hosts_in_strings_and_not_in_comments() {
        let found = shape(
            "// see example.org\nload('https://A.example/x.js'); y='//b.example/'; z=\"http:\\/\\/c.example\\/q\"",
        )
        .hosts;
        assert_eq!(found, ["a.example", "b.example", "c.example"]);
    }

    #[test]
    fn tells_where_a_script_leads_from_what_it_only_names() {
        let found = shape(
            "s.src='https://a.example/x'; t.href = \"//b.example/\"; import('https://c.example/m.js'); \
             var state={\"src\":\"https://d.example/p.jpg\",\"from\":\"https://e.example/\"}; location=\"//f.example/\"",
        )
        .aims;
        assert_eq!(found, ["a.example", "b.example", "c.example", "f.example"]);
    }

    #[test]
    fn compares_scripts_by_identifiers_and_not_by_values() {
        let one = shape("function track(page){ window.dataLayer.push({user: 'a1', story: 'first'}) }").sketch;
        let same = shape("function track(page){ window.dataLayer.push({user: 'zz', story: 'other words'}) }").sketch;
        let other = shape("var miner = createWorker(threads); miner.start(throttle)").sketch;
        assert!(likeness(&one, &same) > 0.99);
        assert!(likeness(&one, &other) < 0.2);
    }

    #[test]
    fn sees_what_is_appended_to_a_long_script() {
        let long = format!("{}document.documentElement.innerHTML=x", "var a1 = 1;\n".repeat(20_000));
        assert!(shape(&long).traits.has(Traits::REPLACES));
    }
}
