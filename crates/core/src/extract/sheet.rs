//! A style sheet file: which of its rules may change what a reader sees of a page, and a page as it is under them.
//!
//! Rules for paper and for small screens alone are left out: what they hide is hidden from few, and every release has
//! some. Whether a rule applies is asked of the page when something is new about the rule.

use rustc_hash::FxHashSet;
use url::Url;

use super::model::PageModel;
use super::name::{Address, Key, Sort, address, key};
use super::{html, style};
use crate::digest::Digest;

/// The most rules that are kept which cover, make up or paint, and which hide.
const RULES: usize = 200;
const HIDERS: usize = 1000;
/// Up to this width, in pixels, a screen is small.
const SMALL: f64 = 1024.0;

/// What is known of a style sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    rules: Vec<SheetRule>,
    /// Hosts of other style sheets that it takes in, lower case, at most 10.
    pub imports: Vec<String>,
    /// Addresses of pictures that it puts behind the page or over it, as written, at most 4.
    pub backgrounds: Vec<String>,
}

/// A rule that may change what a reader sees.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetRule {
    /// What tells it from other rules: whom it names and what it does.
    pub hash: u32,
    rule: style::Rule,
    /// Classes and ids that its selector asks for besides its target.
    needs: Box<[Key]>,
}

/// The most characters that the name of a host can have (RFC 1035, 2.3.4). What is longer names nothing.
const LONGEST_NAME: usize = 253;

impl Sheet {
    /// Reads a style sheet; linear in its size.
    pub fn read(css: &str, digest: Digest) -> Self {
        let css = without_comments(css);
        let mut sheet = Self { digest, rules: Vec::new(), imports: Vec::new(), backgrounds: Vec::new() };
        for import in style::imports(&css) {
            if let Address::Host { host, .. } = address(import)
                && host.chars().count() <= LONGEST_NAME
            {
                sheet.imports.push(host.to_ascii_lowercase());
            }
        }
        let (mut weighty, mut hiders) = (0, 0);
        let mut alone = String::new();
        let on_large_screens = |condition: &str| !is_small(condition);
        style::each_rule(&css, on_large_screens, |selectors, declarations| {
            let mut notable = false;
            style::rules(&format!("{selectors}{{{declarations}}}"), |_| notable = true);
            if !notable {
                return;
            }
            // Each selector by itself: what one asks for the others need not.
            for selector in split(selectors) {
                alone.clear();
                alone.extend([selector, "{", declarations, "}"]);
                style::rules(&alone, |rule| {
                    let hiding =
                        rule.effect.hides && !rule.page && rule.background.is_none() && rule.content.is_empty();
                    let (count, most) = if hiding { (&mut hiders, HIDERS) } else { (&mut weighty, RULES) };
                    if *count >= most {
                        return;
                    }
                    *count += 1;
                    let needs = needs(selector, rule.target);
                    if (rule.page || rule.effect.covers) && sheet.backgrounds.len() < 4 {
                        sheet.backgrounds.extend(rule.background.clone().filter(|url| !url.starts_with("data:")));
                    }
                    sheet.rules.push(SheetRule { hash: hash(&rule, &needs), rule, needs });
                });
            }
        });
        sheet.rules.shrink_to_fit();
        sheet
    }

    /// Its rules that may change what a reader sees.
    pub fn rules(&self) -> &[SheetRule] {
        &self.rules
    }
}

impl SheetRule {
    /// Whether it can apply to a page that has these names.
    pub fn applies(&self, names: &FxHashSet<Key>) -> bool {
        (self.rule.page || names.contains(&self.rule.target)) && self.needs.iter().all(|need| names.contains(need))
    }
}

/// The page as it is under these rules.
pub fn painted<'a>(text: &str, url: &Url, ignore: &[String], rules: impl Iterator<Item = &'a SheetRule>) -> PageModel {
    html::read_painted(text, url.host_str().unwrap_or(""), ignore, rules.map(|rule| &rule.rule))
}

/// Every word that stands inside a tag: the names of elements, classes and ids among them.
pub fn names(text: &str) -> FxHashSet<Key> {
    let bytes = text.as_bytes();
    let mut names = FxHashSet::default();
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + open + 1;
        let end = memchr::memchr(b'>', &bytes[start..]).map_or(bytes.len(), |end| start + end);
        let word = |byte: &u8| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || *byte >= 0x80);
        for word in bytes[start..end].split(word).filter(|word| !word.is_empty()) {
            names.insert(key(Sort::Token, word));
        }
        at = end;
    }
    names
}

fn hash(rule: &style::Rule, needs: &[Key]) -> u32 {
    let style::Effect { covers, full, lifted, hides, wide, tall, .. } = rule.effect;
    let flags = [rule.page, rule.frame, rule.bare, rule.generated, covers, full, lifted, hides, wide, tall];
    let mut all = Vec::with_capacity(128);
    all.extend(flags.map(u8::from));
    all.extend(rule.target.to_le_bytes());
    all.extend(needs.iter().flat_map(|need| need.to_le_bytes()));
    all.extend(rule.content.bytes());
    // A build numbers pictures anew.
    super::name::without_numbers(rule.background.as_deref().unwrap_or("").split('?').next().unwrap_or(""), &mut all);
    xxhash_rust::xxh3::xxh3_64(&all) as u32
}

/// The selectors of a list, at most 20.
fn split(selectors: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    selectors
        .split(move |c: char| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            c == ',' && depth == 0
        })
        .take(20)
}

/// The classes and ids that a selector asks for besides its target; what stands in brackets is not asked. At most 8.
fn needs(selector: &str, target: Key) -> Box<[Key]> {
    let (mut depth, mut name) = (0_u32, None);
    let mut needs: Vec<Key> = Vec::new();
    for (at, c) in selector.char_indices().chain([(selector.len(), ' ')]) {
        let in_name = c.is_alphanumeric() || matches!(c, '-' | '_');
        if let Some(start) = name.take_if(|_| !in_name)
            && depth == 0
            && needs.len() < 8
        {
            needs.push(key(Sort::Token, &selector.as_bytes()[start..at]));
        }
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '.' | '#' => name = Some(at + 1),
            _ => {}
        }
    }
    needs.retain(|need| *need != target);
    needs.into_boxed_slice()
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start + 2..].find("*/").map_or("", |end| &rest[start + end + 4..]);
    }
    out.push_str(rest);
    out
}

/// Whether a condition holds on paper or on small screens alone.
fn is_small(condition: &str) -> bool {
    let number = |text: &str| {
        let text = text.trim_start_matches([':', '=', '<', ' ']);
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let n: f64 = text[..end].parse().ok()?;
        Some(if text[end..].trim_start().starts_with("px") { n } else { n * 16.0 })
    };
    let narrow = ["max-width", "max-device-width", "width<", "width <", "max-height"]
        .iter()
        .filter_map(|word| condition.split_once(word))
        .any(|(_, rest)| number(rest).is_some_and(|width| width <= SMALL));
    narrow || condition.contains("print") && !condition.contains("screen") && !condition.contains("not print")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(css: &str) -> usize {
        Sheet::read(css, Digest::of(b"")).rules().len()
    }

    #[test]
    fn keeps_the_rules_that_change_what_is_seen() {
        let table = [
            (".a{color:red}", 0),
            (".a{position:fixed;inset:0}", 1),
            ("/* } */ .a{position:fixed;inset:0} /* {", 1),
            ("@media print{body{display:none}}", 0),
            ("@media (max-width: 600px){main{display:none}}", 0),
            ("@media (max-width: 37.5em){main{display:none}} main{display:none}", 1),
            ("@media (max-width:99999px){main{display:none}}", 1),
            ("@media screen and (min-width:600px){@supports (display:grid){body{display:none}}}", 1),
            ("@keyframes x{from{opacity:0}to{opacity:1}} .a{display:none}", 1),
            ("@import url(//evil.example/x.css); .a,.b{display:none}", 2),
            ("body::before{content:\"Owned by somebody\";position:fixed;inset:0}", 1),
            (".a{position:fixed", 0),
        ];
        for (css, count) in table {
            assert_eq!(rules(css), count, "{css}");
        }
        let sheet = Sheet::read("@import '//Evil.example/x.css';body{background:url(/skin.png)}", Digest::of(b""));
        assert_eq!((sheet.imports, sheet.backgrounds), (vec!["evil.example".into()], vec!["/skin.png".into()]));
        for (characters, read) in [(LONGEST_NAME, 1), (LONGEST_NAME + 1, 0)] {
            let css = format!("@import '//{}/x.css';", "é".repeat(characters));
            assert_eq!(Sheet::read(&css, Digest::of(b"")).imports.len(), read, "{characters}");
        }
        let over = Sheet::read("body::before{position:fixed;inset:0;background:url(/x.png)}", Digest::of(b""));
        assert_eq!(over.backgrounds, ["/x.png"]);
    }

    #[test]
    fn a_rule_asks_for_all_its_names() {
        let page = names("<html class=\"js\"><body><div id=over class='modal wide'>open text</div>");
        for (css, applies) in [
            (".modal{position:fixed;inset:0}", true),
            (".modal.open{position:fixed;inset:0}", false),
            (".loading body{display:none}", false),
            (".js body{display:none}", true),
            ("body{display:none}", true),
            ("#over:not(.open){position:fixed;inset:0}", true),
            (".gone .modal,.wide.modal{position:fixed;inset:0}", true),
        ] {
            let sheet = Sheet::read(css, Digest::of(b""));
            assert!(!sheet.rules().is_empty(), "{css}");
            assert_eq!(sheet.rules().iter().any(|rule| rule.applies(&page)), applies, "{css}");
        }
    }
}
