//! What elements mean: links, sources and scripts, each kept in the page model.

use crate::extract::element::{Attr, StartTag, Tag};
use crate::extract::login::{self, LoginForm};
use crate::extract::model::{Claim, ClaimAt, Covering, DomainId, Image, Link, Place, Role, Script, Source};
use crate::extract::name::{Address, Key, Sort, address, join, key, location, registrable, unbroken, without_numbers};
use crate::extract::text::{Letters, fold};
use crate::extract::{script, style};

use super::{Open, Reader, cut, most};

impl Reader {
    pub(super) fn element(&mut self, start: &StartTag, open: &Open, path: Key, effect: style::Effect) {
        let at = self.page.elements;
        match start.tag {
            Tag::Html | Tag::Body => {
                if start.has(Attr::Lang) && self.page.lang.is_empty() {
                    let lang = start.get(Attr::Lang).to_ascii_lowercase();
                    self.page.lang = cut(lang.split(['-', '_']).next().unwrap_or(&lang), 20);
                }
                self.page.rtl |= start.get(Attr::Dir).eq_ignore_ascii_case("rtl");
                self.backgrounds(start, path, at);
                if effect.hides {
                    self.push_cover(Covering::Hides, path, at);
                }
            }
            Tag::Meta => self.meta(start, at),
            Tag::Link => self.link_element(start, at),
            Tag::Base if start.has(Attr::Href) => {
                self.source(Role::Base, &start.get(Attr::Href), self.place(open), false, at);
            }
            Tag::Script => {
                self.page.counts.scripts += 1;
                self.code = !start.has(Attr::Src) && is_code(&start.get(Attr::Type));
                // In a drawing `href` names the script; elsewhere it says nothing, and the code within is run.
                for named in [Attr::Src, Attr::Href].into_iter().filter(|attr| start.has(*attr)) {
                    self.source(Role::Script, &start.get(named), self.place(open), false, at);
                }
            }
            Tag::A => self.anchor(start, open, path, at),
            Tag::Img => self.image(start, open, path, effect, at),
            Tag::Frame => {
                let mut place = self.place(open);
                let small = |attr| start.length(attr).is_some_and(|(n, percent)| n <= 3.0 && !percent);
                place.hidden |= small(Attr::Width) || small(Attr::Height);
                let src = if start.has(Attr::Src) { start.get(Attr::Src) } else { start.get(Attr::LazySrc) };
                self.source(Role::Frame, &src, place, false, at);
                if start.has(Attr::Srcdoc) {
                    self.carried(&start.get(Attr::Srcdoc), place, at);
                }
                self.mark_cover(|cover| cover.frame = true);
            }
            Tag::Object => {
                let src = if start.has(Attr::Action) { start.get(Attr::Action) } else { start.get(Attr::Src) };
                self.source(Role::Object, &src, self.place(open), false, at);
            }
            Tag::Media | Tag::MediaSource => {
                self.media(start, open, path, effect, at);
                if start.tag == Tag::MediaSource && start.has(Attr::Srcset) && !open.hidden() {
                    self.offer(&start.get(Attr::Srcset));
                }
            }
            Tag::Form | Tag::Input | Tag::Button => self.form(start, open, at),
            Tag::Heading(level) => {
                self.heading_text.clear();
                self.heading = Some((level, self.link.is_some(), at));
            }
            _ => {
                if start.has(Attr::Style) || start.has(Attr::Background) {
                    self.backgrounds(start, path, at);
                }
            }
        }
        if start.has(Attr::ByHand) {
            for host in script::hosts_in(&start.get(Attr::ByHand)) {
                self.led_to(&host, open, path, at);
            }
        }
        if start.has(Attr::Ping) {
            let ping = start.get(Attr::Ping);
            if let Address::Host { host, .. } = address(&ping) {
                self.led_to(host, open, path, at);
            }
        }
        if start.has(Attr::Handler) {
            let code = start.get(Attr::Handler);
            if code.len() > 10 {
                self.code(&code, self.place(open), true, at);
            }
        }
    }

    /// A click leads there, or is told there, whatever address the link itself has.
    fn led_to(&mut self, host: &str, open: &Open, path: Key, at: u32) {
        let domain = self.domain(host);
        if domain != 0 && self.page.links.len() < most::LINKS && !open.ignored {
            let (key, path) = (key(Sort::Link, host.as_bytes()), join(Sort::Link, path, 4));
            let hidden = open.hidden();
            self.page.links.push(Link { key, domain, text: 0, words: 0, hidden, program: false, path, at });
        }
    }

    fn media(&mut self, start: &StartTag, open: &Open, path: Key, effect: style::Effect, at: u32) {
        if start.has(Attr::Autoplay) && !start.has(Attr::Muted) {
            self.page.counts.autoplay += 1;
        }
        if start.has(Attr::Poster) {
            let wide = effect.wide || !start.has(Attr::Width);
            let hidden = open.hidden();
            self.push_image(&start.get(Attr::Poster), path, at, |image| Image { wide, hidden, ..image }, open.ignored);
        }
        if start.has(Attr::Src) {
            self.source(Role::Media, &start.get(Attr::Src), self.place(open), false, at);
        }
    }

    fn form(&mut self, start: &StartTag, open: &Open, at: u32) {
        if start.tag != Tag::Form && self.page.asks.len() < most::ASKS {
            self.page.asks.push(at);
        }
        if start.tag == Tag::Form {
            self.page.counts.forms += 1;
            let before = self.page.sources.len();
            let action = start.get(Attr::Action);
            self.source(Role::Form, if action.is_empty() { "?" } else { &action }, self.place(open), false, at);
            self.form = (self.page.sources.len() > before).then_some(before);
            self.asking = self.page.forms.len() < login::FORMS;
            if self.asking {
                self.page.forms.push(LoginForm::new(start));
            }
            return;
        }
        if self.asking
            && let Some(form) = self.page.forms.last_mut()
        {
            form.field(start);
        }
        if start.get(Attr::Type).trim().eq_ignore_ascii_case("password") {
            self.page.counts.passwords += 1;
            if let Some(form) = self.form {
                self.page.sources[form].strong = true;
            }
        }
        let named = [start.raw(Attr::Name), start.raw(Attr::Autocomplete)].map(<[u8]>::to_ascii_lowercase);
        if named.iter().any(|named| CARDS.iter().any(|word| memchr::memmem::find(named, word).is_some()))
            && let Some(form) = self.form
        {
            self.page.sources[form].strong = true;
        }
        if start.has(Attr::Action) {
            self.source(Role::Form, &start.get(Attr::Action), self.place(open), false, at);
        }
    }

    pub(super) fn place(&self, open: &Open) -> Place {
        Place { head: self.head, wedged: self.linking || self.heading.is_some(), hidden: open.hidden() }
    }

    /// Readers are sent on, by an element or by a header: browsers read both alike (HTML standard, "shared declarative refresh
    /// steps").
    pub(super) fn refresh(&mut self, content: &str, at: u32) {
        if let Some((seconds, target)) = refresh(content) {
            let target = unbroken(target.into());
            self.source(Role::Refresh, &target, Place { head: self.head, ..Place::default() }, seconds <= 30.0, at);
        }
    }

    fn meta(&mut self, start: &StartTag, at: u32) {
        let content = start.get(Attr::Content);
        if start.get(Attr::HttpEquiv).trim().eq_ignore_ascii_case("refresh") {
            self.refresh(&content, at);
            return;
        }
        let name = if start.has(Attr::Property) { start.get(Attr::Property) } else { start.get(Attr::Name) };
        match name.to_ascii_lowercase().as_str() {
            "og:url" => {
                if let Address::Host { host, .. } = address(&content) {
                    self.og_url = Some(self.domain(host));
                    self.source(Role::Elsewhere, &content, Place { head: self.head, ..Place::default() }, false, at);
                }
            }
            "og:title" if self.page.card.is_empty() => self.page.card = cut(content.trim(), 300),
            "og:site_name" | "application-name" | "apple-mobile-web-app-title" => {
                if self.page.site_name.is_empty() {
                    self.page.site_name = cut(content.trim(), 80);
                }
                self.identity.push(key(Sort::Identity, content.trim().as_bytes()));
            }
            "robots" => self.page.noindex |= content.to_ascii_lowercase().contains("noindex"),
            "fb:app_id"
            | "fb:pages"
            | "google-site-verification"
            | "yandex-verification"
            | "msvalidate.01"
            | "twitter:site"
            | "facebook-domain-verification" => self.identity.push(key(Sort::Identity, content.trim().as_bytes())),
            _ => {}
        }
    }

    fn link_element(&mut self, start: &StartTag, at: u32) {
        let rel = start.get(Attr::Rel).to_ascii_lowercase();
        let href = start.get(Attr::Href);
        let place = Place { head: self.head, ..Place::default() };
        for word in rel.split_ascii_whitespace() {
            match word {
                "stylesheet" => self.source(Role::Style, &href, place, false, at),
                "canonical" => {
                    if let Address::Host { host, .. } = address(&href) {
                        self.page.canonical = Some(self.domain(host));
                        self.identity.push(key(Sort::Identity, host.to_ascii_lowercase().as_bytes()));
                        self.source(Role::Canonical, &href, place, false, at);
                    }
                }
                "icon" => self.source(Role::Icon, &href, place, false, at),
                "amphtml" | "manifest" | "alternate" => self.source(Role::Elsewhere, &href, place, false, at),
                "preconnect" | "dns-prefetch" | "preload" | "prefetch" | "modulepreload" => {
                    self.source(Role::Hint, &href, place, false, at);
                }
                _ => continue,
            }
            return;
        }
    }

    fn anchor(&mut self, start: &StartTag, open: &Open, path: Key, at: u32) {
        if !start.has(Attr::Href) {
            return;
        }
        let href = start.get(Attr::Href);
        self.vocabulary.scheme("link", &href, at);
        let (domain, target) = match address(&href) {
            Address::Local(rest) => (0, key(Sort::Link, location(rest).trim_start_matches('/').as_bytes())),
            Address::Host { host, rest } => {
                let domain = self.domain(host);
                let rest = location(rest).trim_start_matches('/');
                (
                    domain,
                    if domain == 0 {
                        key(Sort::Link, rest.as_bytes())
                    } else {
                        join(Sort::Link, key(Sort::Link, host.as_bytes()), key(Sort::Link, rest.as_bytes()))
                    },
                )
            }
            Address::Code(code) => {
                if code.len() > 40 {
                    self.inline_script(code, self.place(open), at);
                }
                return;
            }
            Address::Data(_) | Address::Nothing => return,
        };
        self.page.counts.links += 1;
        if domain != 0 {
            self.page.counts.foreign_links += 1;
        }
        if let Some((_, linked, _)) = &mut self.heading {
            *linked = true;
        }
        self.linking = true;
        if self.page.links.len() < most::LINKS && !open.ignored {
            self.link_text.clear();
            let program = runs(&href);
            self.page.links.push(Link {
                key: target,
                domain,
                text: 0,
                words: 0,
                hidden: open.hidden(),
                program,
                path,
                at,
            });
            self.link = Some(self.page.links.len() - 1);
        }
    }

    pub(super) fn source(&mut self, role: Role, src: &str, place: Place, strong: bool, at: u32) {
        self.vocabulary.scheme(role.as_str(), src, at);
        let (domain, host, rest) = match address(src) {
            Address::Local(rest) => (0, String::new(), rest),
            Address::Host { host, rest } => (self.domain(host), cut(&host.to_ascii_lowercase(), 100), rest),
            Address::Code(code) if role == Role::Frame => {
                return self.inline_script(code, place, at);
            }
            Address::Data(data) if role == Role::Style => {
                return self.sheet(&unpacked(data));
            }
            Address::Data(data) => {
                // What is carried along instead of loaded is judged by its text, like an inline script.
                return if matches!(role, Role::Script | Role::Frame | Role::Object | Role::Refresh) {
                    self.carried(data, place, at);
                };
            }
            _ => return,
        };
        self.scratch.clear();
        self.scratch.extend_from_slice(if domain == 0 { b"" } else { host.as_bytes() });
        self.scratch.push(role as u8);
        without_numbers(location(rest).trim_start_matches('/'), &mut self.scratch);
        let whole = key(Sort::Source, &self.scratch);
        let end = self.scratch.iter().rposition(|byte| *byte == b'/').unwrap_or(0);
        let folder = join(Sort::Source, role as u64, key(Sort::Source, &self.scratch[..end]));
        // A flood of a page's own files must not push out what comes from elsewhere.
        let room = if domain == 0 { most::SOURCES } else { most::SOURCES + most::FOREIGN_SOURCES };
        if self.page.sources.len() >= room {
            return;
        }
        self.page.sources.push(Source {
            role,
            key: whole,
            folder,
            domain,
            host,
            url: cut(src.trim(), 160),
            place,
            strong,
            at,
        });
    }

    pub(super) fn inline_script(&mut self, code: &str, place: Place, at: u32) {
        self.code(code, place, false, at);
    }

    fn code(&mut self, code: &str, place: Place, handler: bool, at: u32) {
        if self.page.scripts.len() >= most::SCRIPTS || code.trim().is_empty() {
            return;
        }
        let shape = script::shape(code);
        self.page.scripts.push(Script {
            sketch: shape.sketch,
            identifiers: shape.identifiers,
            traits: shape.traits,
            len: code.len().min(u32::MAX as usize) as u32,
            hosts: shape.hosts,
            aims: shape.aims,
            handler,
            text: cut(code.trim(), 120),
            place,
            at,
        });
        self.analytics(code);
    }

    /// A page within the page that is carried along (`srcdoc`, `data:`): its code and its claims are this page's.
    fn carried(&mut self, text: &str, place: Place, at: u32) {
        let text = unpacked(text);
        fold(&text, &mut self.folded, &mut Letters::default());
        self.claim(&text, ClaimAt::Body, key(Sort::Block, text.as_bytes()), at);
        self.inline_script(&text, place, at);
    }

    /// What stands for those who run no scripts: robots, and readers who are careful. Where it leads is read, what it
    /// shows is not: pictures stand there twice on ordinary pages.
    pub(super) fn without_scripts(&mut self, text: &str, open: &Open) {
        let leads = |word: &[u8]| memchr::memmem::find(text.as_bytes(), word).is_some();
        if !(leads(b"href") || leads(b"http-equiv") || leads(b"HTTP-EQUIV") || leads(b"<iframe") || leads(b"<h")) {
            return;
        }
        let inner = super::run(text, Reader { within: true, ..Reader::new(&self.own, &[]) });
        let at = self.page.elements;
        let path = join(Sort::Cover, open.path, 2);
        let domains: Vec<DomainId> = inner.domains.iter().map(|domain| self.domain(domain)).collect();
        let outer = |domain: DomainId| domains.get(usize::from(domain)).copied().unwrap_or(0);
        for source in inner.sources {
            if self.page.sources.len() < most::SOURCES {
                let domain = outer(source.domain);
                let place = Place { hidden: true, ..source.place };
                self.page.sources.push(Source { domain, place, at, ..source });
            }
        }
        for link in inner.links {
            if self.page.links.len() < most::LINKS {
                let domain = outer(link.domain);
                self.page.links.push(Link { domain, hidden: true, text: 0, words: 0, path, at, ..link });
            }
        }
        for claim in inner.claims {
            if self.page.claims.len() < most::CLAIMS {
                self.page.claims.push(Claim { at, ..claim });
            }
        }
    }

    /// Accounts of analytics and tag services: they stay the same for years.
    fn analytics(&mut self, code: &str) {
        let bytes = code.as_bytes();
        for prefix in [&b"UA-"[..], b"GTM-", b"ca-pub-", b"\"G-", b"'G-"] {
            for at in memchr::memmem::find_iter(bytes, prefix).take(4) {
                let rest = &bytes[at + prefix.len()..];
                let end =
                    rest.iter().position(|b| !(b.is_ascii_alphanumeric() || *b == b'-')).unwrap_or(rest.len()).min(24);
                if end >= 5 && self.identity.len() < 60 {
                    self.identity.push(key(Sort::Identity, &rest[..end]));
                }
            }
        }
    }

    pub(super) fn domain(&mut self, host: &str) -> DomainId {
        if let Some(id) = self.hosts.get(host) {
            return *id;
        }
        let domain = registrable(&cut(host, 253));
        let id = match self.domains.get(&domain) {
            Some(known) => *known,
            None if self.page.domains.len() < most::DOMAINS => {
                let id = self.page.domains.len() as DomainId;
                self.page.domains.push(domain.clone());
                self.domains.insert(domain, id);
                id
            }
            None => (most::DOMAINS - 1) as DomainId,
        };
        if self.hosts.len() < 2 * most::DOMAINS {
            self.hosts.insert(host.to_owned(), id);
        }
        id
    }
}

/// What fields for cards and accounts are called.
const CARDS: [&[u8]; 6] = [b"card", b"cvv", b"cvc", b"ccnum", b"cc-", b"iban"];

/// Files that a computer runs when they are opened.
const PROGRAMS: [&str; 14] = [
    ".exe", ".msi", ".apk", ".dmg", ".pkg", ".scr", ".bat", ".cmd", ".com.exe", ".jar", ".vbs", ".hta", ".iso", ".ps1",
];

/// Whether an address names a file that a computer runs.
fn runs(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or(href);
    let ending = path.len().saturating_sub(8);
    path.get(ending..).is_some_and(|end| {
        let end = end.to_ascii_lowercase();
        PROGRAMS.iter().any(|program| end.ends_with(program))
    })
}

/// The most that is unpacked of what an address carries, bytes.
const CARRIED: usize = 64 * 1024;

/// What a `data:` address carries, as text; other text as it is.
fn unpacked(data: &str) -> std::borrow::Cow<'_, str> {
    let Some((kind, packed)) = data.split_once(',') else {
        return data.into();
    };
    if kind.len() > 100 || !kind.to_ascii_lowercase().trim_end().ends_with(";base64") {
        return data.into();
    }
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in packed.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
        if bytes.len() >= CARRIED {
            break;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// The seconds and the address of a refresh that has an address.
fn refresh(content: &str) -> Option<(f64, &str)> {
    let content = content.trim();
    let end = content.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(content.len());
    let seconds = content[..end].parse().unwrap_or(0.0);
    let rest = content[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ','));
    let rest = match rest.get(..3) {
        Some(word) if word.eq_ignore_ascii_case("url") => rest[3..].trim_start().trim_start_matches('=').trim_start(),
        _ => rest,
    };
    let target = rest.trim_matches(['"', '\'']);
    (!target.is_empty()).then_some((seconds, target))
}

fn is_code(kind: &str) -> bool {
    let kind = kind.trim().to_ascii_lowercase();
    kind.is_empty()
        || kind.contains("javascript")
        || kind.contains("ecmascript")
        || kind == "module"
        || kind == "importmap"
        || kind == "speculationrules"
        || kind.contains("jscript")
}
