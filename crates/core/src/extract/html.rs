//! Tokens → page model: follows which elements are open and hands each to what keeps it.
//!
//! Uses the tokenizer of html5gum, which reads tags, attributes, raw texts and character references as the HTML
//! standard says. Trees are not built: an open-elements stack that forgives what browsers forgive is enough.

use html5gum::Tokenizer;
use rustc_hash::{FxHashMap, FxHashSet};

use super::element::{Attr, StartTag, Tag};
use super::ignore::Selector;
use super::model::{
    Block, Claim, ClaimAt, Cover, Covering, DomainId, Heading, Image, Link, PageModel, Place, Role, Script, Source,
};
use super::name::{Address, Key, Sort, address, join, key, location, registrable, without_numbers};
use super::tokens::{Tokens, utf8};
use super::{script, style, text};

/// Bounds of a page model. A page beyond one keeps its beginning; counts go on.
mod most {
    pub(super) const OPEN: usize = 512;
    pub(super) const DOMAINS: usize = 2000;
    pub(super) const TOKENS: usize = 3000;
    pub(super) const PATHS: usize = 4000;
    pub(super) const HEADINGS: usize = 500;
    pub(super) const BLOCKS: usize = 3000;
    pub(super) const LINKS: usize = 3000;
    pub(super) const IMAGES: usize = 1500;
    pub(super) const SOURCES: usize = 1000;
    pub(super) const SCRIPTS: usize = 500;
    pub(super) const COVERS: usize = 50;
    pub(super) const CLAIMS: usize = 40;
    pub(super) const BLOCK_BYTES: usize = 4096;
    /// How far up an end tag looks for its start tag.
    pub(super) const LOOK_UP: usize = 64;
}

/// Reads a page whose own host is `host`.
pub(super) fn read(text: &str, host: &str, ignore: &[String]) -> PageModel {
    let mut reader = Reader::new(host, ignore);
    // Reading from memory cannot fail.
    let Ok(()) = Tokenizer::new_with_emitter(text, Tokens::new(&mut reader)).finish();
    reader.finish()
}

/// An element that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    tag: Tag,
    name: Key,
    token: Key,
    hidden: bool,
    ignored: bool,
    /// How many steps up the logo's element is, 0 where there is none.
    logo: u8,
    /// This element is the cover that is being filled.
    cover: bool,
}

pub(super) struct Reader {
    page: PageModel,
    /// The script that was opened last is one whose text is code.
    code: bool,
    stack: Vec<Open>,
    ignore: Vec<Selector>,
    hosts: FxHashMap<String, DomainId>,
    own: String,
    tokens: FxHashSet<Key>,
    paths: FxHashSet<Key>,
    /// Classes, ids and tags that are on the page.
    names: FxHashSet<Key>,
    /// What rules cover the page by.
    rules: Vec<style::Rule>,
    block: String,
    link_text: String,
    heading_text: String,
    link: Option<usize>,
    heading: Option<(u8, bool, u32)>,
    form: Option<usize>,
    cover: Option<usize>,
    head: bool,
    title_seen: bool,
    scratch: Vec<u8>,
    folded: String,
    identity: Vec<Key>,
    og_url: Option<DomainId>,
}

impl Reader {
    fn new(host: &str, ignore: &[String]) -> Self {
        let own = registrable(host);
        let page = PageModel { domains: vec![own.clone()], body_end: u32::MAX, ..PageModel::default() };
        Self {
            page,
            code: false,
            stack: Vec::with_capacity(64),
            ignore: ignore.iter().filter_map(|selector| Selector::parse(selector)).collect(),
            hosts: FxHashMap::default(),
            own,
            tokens: FxHashSet::default(),
            paths: FxHashSet::default(),
            names: FxHashSet::default(),
            rules: Vec::new(),
            block: String::new(),
            link_text: String::new(),
            heading_text: String::new(),
            link: None,
            heading: None,
            form: None,
            cover: None,
            head: true,
            title_seen: false,
            scratch: Vec::new(),
            folded: String::new(),
            identity: Vec::new(),
            og_url: None,
        }
    }

    fn top(&self) -> Option<&Open> {
        self.stack.last()
    }

    pub(super) fn open(&mut self, start: &StartTag) {
        let tag = start.tag;
        self.page.markup = true;
        self.page.elements = self.page.elements.saturating_add(1);
        if tag == Tag::Body {
            self.head = false;
        }
        if !tag.inline() {
            self.flush_block();
        }
        let name = key(Sort::Token, &start.name);
        if matches!(tag, Tag::Item | Tag::Heading(_) | Tag::A | Tag::Button) && self.top().is_some_and(|top| top.name == name) {
            self.pop_to(self.stack.len() - 1);
        }
        let token = self.token(start, name);
        let parent = self.top().copied();
        let path = join(Sort::Path, parent.map_or(0, |open| open.token), token);
        if !matches!(tag, Tag::Meta | Tag::Script | Tag::Link | Tag::Style | Tag::Void) {
            if self.tokens.len() < most::TOKENS {
                self.tokens.insert(token);
            }
            if self.paths.len() < most::PATHS {
                self.paths.insert(path);
            }
        }
        let effect =
            if start.has(Attr::Style) { style::effect(&start.get(Attr::Style), &mut self.scratch) } else { style::Effect::default() };
        let own_hidden = effect.hides || start.has(Attr::Hidden);
        let hidden = own_hidden || parent.is_some_and(|open| open.hidden);
        let ignored = parent.is_some_and(|open| open.ignored) || self.is_ignored(start);
        let named_logo = names_logo(start);
        let logo = match parent {
            _ if named_logo => 1,
            Some(open) if open.logo > 0 && open.logo < 4 => open.logo + 1,
            _ => 0,
        };
        let open = Open { tag, name, token, hidden, ignored, logo, cover: false };
        let covers = self.covers(start, effect, path, hidden, parent.as_ref());
        self.element(start, &open, path, effect);
        if !tag.void(&start.name) && self.stack.len() < most::OPEN {
            self.stack.push(Open { cover: covers, ..open });
        }
    }

    /// The key of a tag with its id and classes, numbers taken out; of a bare tag with what holds it, so that
    /// nameless nests of `div` are told apart.
    fn token(&mut self, start: &StartTag, name: Key) -> Key {
        self.scratch.clear();
        let mut token = name;
        let id = start.raw(Attr::Id);
        let class = start.raw(Attr::Class);
        for (mark, word) in std::iter::once((b'#', id)).chain(class.split(u8::is_ascii_whitespace).take(5).map(|c| (b'.', c))) {
            if word.is_empty() {
                continue;
            }
            let raw = key(Sort::Token, word);
            self.names.insert(raw);
            if word.iter().any(u8::is_ascii_digit) {
                self.scratch.clear();
                without_numbers(&utf8(word), &mut self.scratch);
                token = join(Sort::Token, token, key(Sort::Token, &self.scratch));
            } else {
                token = join(Sort::Token, token ^ u64::from(mark), raw);
            }
        }
        if token == name {
            self.names.insert(name);
            if let Some(open) = self.top() {
                token = join(Sort::Token, open.token, name);
            }
        }
        token
    }

    fn is_ignored(&self, start: &StartTag) -> bool {
        !self.ignore.is_empty() && {
            let (name, id, class) = (utf8(&start.name), start.get(Attr::Id), start.get(Attr::Class));
            self.ignore.iter().any(|selector| selector.matches(&name, &id, &class))
        }
    }

    /// Keeps an element that covers the page; whether what it holds belongs to that cover.
    fn covers(&mut self, start: &StartTag, effect: style::Effect, path: Key, hidden: bool, parent: Option<&Open>) -> bool {
        if hidden || matches!(start.tag, Tag::Html | Tag::Body | Tag::Head) {
            return false;
        }
        let at_body = parent.is_none_or(|open| matches!(open.tag, Tag::Body | Tag::Html));
        let frame = matches!(start.tag, Tag::Frame | Tag::Object);
        let by_rule = !self.rules.is_empty() && self.rules.iter().any(|rule| !rule.page && rule_targets(rule, start));
        let sized = |attr, least| start.length(attr).is_some_and(|(n, percent)| if percent { n >= 95.0 } else { n >= least });
        let as_large = frame && (at_body || effect.lifted) && sized(Attr::Width, 900.0) && sized(Attr::Height, 600.0);
        let is_frameset = start.name == b"frame";
        if !(effect.covers || effect.lifted && effect.full && (at_body || frame) || frame && effect.full && at_body || by_rule || as_large || is_frameset) {
            return false;
        }
        if self.page.covers.len() >= most::COVERS {
            return false;
        }
        let covering = if frame { Covering::Frame } else { Covering::Element };
        let text = if frame { cut(&start.get(if start.has(Attr::Src) { Attr::Src } else { Attr::Action }), 120) } else { String::new() };
        let picture = start.tag == Tag::Img || style::background(&start.get(Attr::Style)).is_some();
        let at = self.page.elements;
        self.page.covers.push(Cover { covering, key: join(Sort::Cover, path, covering as u64), text, picture, frame, at });
        let first = self.cover.is_none();
        if first {
            self.cover = Some(self.page.covers.len() - 1);
        }
        first && !start.tag.void(&start.name)
    }

    fn element(&mut self, start: &StartTag, open: &Open, path: Key, effect: style::Effect) {
        let at = self.page.elements;
        match start.tag {
            Tag::Html | Tag::Body => {
                if start.has(Attr::Lang) && self.page.lang.is_empty() {
                    self.page.lang = cut(&start.get(Attr::Lang).to_ascii_lowercase(), 20);
                }
                self.page.rtl |= start.get(Attr::Dir).eq_ignore_ascii_case("rtl");
                self.backgrounds(start, path, at);
                if effect.hides {
                    self.push_cover(Covering::Hides, path, at);
                }
            }
            Tag::Meta => self.meta(start, at),
            Tag::Link => self.link_element(start, at),
            Tag::Base if start.has(Attr::Href) => self.source(Role::Base, &start.get(Attr::Href), self.place(open), false, at),
            Tag::Script => {
                self.page.counts.scripts += 1;
                self.code = !start.has(Attr::Src) && is_code(&start.get(Attr::Type));
                if start.has(Attr::Src) {
                    self.source(Role::Script, &start.get(Attr::Src), self.place(open), false, at);
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
                if start.has(Attr::Autoplay) && !start.has(Attr::Muted) {
                    self.page.counts.autoplay += 1;
                }
                if start.has(Attr::Src) {
                    self.source(Role::Media, &start.get(Attr::Src), self.place(open), false, at);
                }
            }
            Tag::Form => {
                self.page.counts.forms += 1;
                let before = self.page.sources.len();
                let action = start.get(Attr::Action);
                self.source(Role::Form, if action.is_empty() { "?" } else { &action }, self.place(open), false, at);
                self.form = (self.page.sources.len() > before).then_some(before);
            }
            Tag::Input | Tag::Button => {
                if start.get(Attr::Type).trim().eq_ignore_ascii_case("password") {
                    self.page.counts.passwords += 1;
                    if let Some(form) = self.form {
                        self.page.sources[form].strong = true;
                    }
                }
                if start.has(Attr::Action) {
                    self.source(Role::Form, &start.get(Attr::Action), self.place(open), false, at);
                }
            }
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
        if start.has(Attr::Handler) {
            let code = start.get(Attr::Handler);
            if code.len() > 24 {
                self.inline_script(&code, self.place(open), at);
            }
        }
    }

    fn place(&self, open: &Open) -> Place {
        Place { head: self.head, wedged: self.link.is_some() || self.heading.is_some(), hidden: open.hidden }
    }

    fn meta(&mut self, start: &StartTag, at: u32) {
        let content = start.get(Attr::Content);
        if start.get(Attr::HttpEquiv).trim().eq_ignore_ascii_case("refresh") {
            if let Some((seconds, target)) = refresh(&content) {
                self.source(Role::Refresh, target, Place { head: self.head, ..Place::default() }, seconds <= 30.0, at);
            }
            return;
        }
        let name = if start.has(Attr::Property) { start.get(Attr::Property) } else { start.get(Attr::Name) };
        match name.to_ascii_lowercase().as_str() {
            "og:url" => {
                if let Address::Host { host, .. } = address(&content) {
                    self.og_url = Some(self.domain(host));
                }
            }
            "og:site_name" | "application-name" | "apple-mobile-web-app-title" => {
                if self.page.site_name.is_empty() {
                    self.page.site_name = cut(content.trim(), 80);
                }
                self.identity.push(key(Sort::Identity, content.trim().as_bytes()));
            }
            "robots" => self.page.noindex |= content.to_ascii_lowercase().contains("noindex"),
            "fb:app_id" | "fb:pages" | "google-site-verification" | "yandex-verification" | "msvalidate.01" | "twitter:site"
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
                "preconnect" | "dns-prefetch" | "preload" | "prefetch" | "modulepreload" => self.source(Role::Hint, &href, place, false, at),
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
        let (domain, target) = match address(&href) {
            Address::Local(rest) => (0, key(Sort::Link, location(rest).trim_start_matches('/').as_bytes())),
            Address::Host { host, rest } => {
                let domain = self.domain(host);
                let rest = location(rest).trim_start_matches('/');
                (domain, if domain == 0 { key(Sort::Link, rest.as_bytes()) } else { join(Sort::Link, key(Sort::Link, host.as_bytes()), key(Sort::Link, rest.as_bytes())) })
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
        if self.page.links.len() < most::LINKS && !open.ignored {
            self.link_text.clear();
            self.page.links.push(Link { key: target, domain, text: 0, hidden: open.hidden, path, at });
            self.link = Some(self.page.links.len() - 1);
        }
    }

    fn image(&mut self, start: &StartTag, open: &Open, path: Key, effect: style::Effect, at: u32) {
        self.page.counts.images += 1;
        self.mark_cover(|cover| cover.picture = true);
        let src = [Attr::LazySrc, Attr::Src].into_iter().find(|attr| start.has(*attr) && !start.raw(*attr).is_empty());
        let src = match src {
            Some(attr) => start.get(attr),
            None => start.get(Attr::Srcset),
        };
        let src = if start.has(Attr::Srcset) && src == start.get(Attr::Srcset) { src.split_ascii_whitespace().next().unwrap_or("").to_owned().into() } else { src };
        let (width, height) = (start.length(Attr::Width), start.length(Attr::Height));
        let pixel = |length: Option<(f64, bool)>| length.is_some_and(|(n, percent)| n <= 3.0 && !percent);
        let nameless = !start.has(Attr::Class) && !start.has(Attr::Id);
        let wide = effect.wide
            || width.is_some_and(|(n, percent)| if percent { n >= 80.0 } else { n >= 400.0 })
            || nameless && width.is_none() && height.is_none();
        let logo = open.logo > 0;
        let hidden = open.hidden || pixel(width) || pixel(height);
        self.push_image(&src, path, at, |image| Image { logo, wide, hidden, ..image }, open.ignored);
    }

    /// Backgrounds that are set in the element itself.
    fn backgrounds(&mut self, start: &StartTag, path: Key, at: u32) {
        let url = if start.has(Attr::Background) {
            Some(start.get(Attr::Background).into_owned())
        } else if start.raw(Attr::Style).len() > 15 {
            style::background(&start.get(Attr::Style))
        } else {
            None
        };
        if let Some(url) = url {
            let body = matches!(start.tag, Tag::Body | Tag::Html);
            let open_ignored = self.top().is_some_and(|open| open.ignored);
            self.push_image(&url, path, at, |image| Image { background: true, wide: body, ..image }, open_ignored);
            self.mark_cover(|cover| cover.picture = true);
        }
    }

    fn push_image(&mut self, src: &str, path: Key, at: u32, with: impl FnOnce(Image) -> Image, ignored: bool) {
        if ignored || self.page.images.len() >= most::IMAGES {
            return;
        }
        let (domain, image) = match address(src) {
            Address::Local(rest) => (0, key(Sort::Image, location(rest).trim_start_matches('/').as_bytes())),
            Address::Host { host, rest } => {
                let domain = self.domain(host);
                let rest = key(Sort::Image, location(rest).trim_start_matches('/').as_bytes());
                (domain, if domain == 0 { rest } else { join(Sort::Image, key(Sort::Image, host.as_bytes()), rest) })
            }
            // The tiny placeholders of lazy loading are no pictures.
            Address::Data(data) if data.len() > 1500 => (0, key(Sort::Image, data.as_bytes())),
            _ => return,
        };
        let image = Image { key: image, domain, path, url: cut(src, 160), logo: false, wide: false, background: false, hidden: false, at };
        self.page.images.push(with(image));
    }

    fn push_cover(&mut self, covering: Covering, key: Key, at: u32) {
        if self.page.covers.len() < most::COVERS {
            let key = join(Sort::Cover, key, covering as u64);
            self.page.covers.push(Cover { covering, key, text: String::new(), picture: false, frame: false, at });
        }
    }

    fn mark_cover(&mut self, mark: impl FnOnce(&mut Cover)) {
        if let Some(cover) = self.cover.and_then(|at| self.page.covers.get_mut(at)) {
            mark(cover);
        }
    }

    fn source(&mut self, role: Role, src: &str, place: Place, strong: bool, at: u32) {
        if self.page.sources.len() >= most::SOURCES {
            return;
        }
        let (domain, host, rest) = match address(src) {
            Address::Local(rest) => (0, String::new(), rest),
            Address::Host { host, rest } => (self.domain(host), cut(&host.to_ascii_lowercase(), 100), rest),
            Address::Code(code) if role == Role::Frame => return self.inline_script(code, place, at),
            Address::Data(data) => {
                // What is carried along instead of loaded is judged by its text, like an inline script.
                return if matches!(role, Role::Script | Role::Frame | Role::Object | Role::Refresh) { self.carried(data, place, at) };
            }
            _ => return,
        };
        self.scratch.clear();
        self.scratch.extend_from_slice(if domain == 0 { b"" } else { host.as_bytes() });
        self.scratch.push(role as u8);
        without_numbers(location(rest).trim_start_matches('/'), &mut self.scratch);
        let key = key(Sort::Source, &self.scratch);
        self.page.sources.push(Source { role, key, domain, host, url: cut(src.trim(), 160), place, strong, at });
    }

    fn inline_script(&mut self, code: &str, place: Place, at: u32) {
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
            text: cut(code.trim(), 120),
            place,
            at,
        });
        self.analytics(code);
    }

    /// A page within the page that is carried along (`srcdoc`, `data:`): its code and its claims are this page's.
    fn carried(&mut self, text: &str, place: Place, at: u32) {
        self.claim(text, ClaimAt::Body, key(Sort::Block, text.as_bytes()), at);
        self.inline_script(text, place, at);
    }

    /// Accounts of analytics and tag services: they stay the same for years.
    fn analytics(&mut self, code: &str) {
        let bytes = code.as_bytes();
        for prefix in [&b"UA-"[..], b"GTM-", b"ca-pub-", b"\"G-", b"'G-"] {
            for at in memchr::memmem::find_iter(bytes, prefix).take(4) {
                let rest = &bytes[at + prefix.len()..];
                let end = rest.iter().position(|b| !(b.is_ascii_alphanumeric() || *b == b'-')).unwrap_or(rest.len()).min(24);
                if end >= 5 && self.identity.len() < 60 {
                    self.identity.push(key(Sort::Identity, &rest[..end]));
                }
            }
        }
    }

    fn domain(&mut self, host: &str) -> DomainId {
        if let Some(id) = self.hosts.get(host) {
            return *id;
        }
        let domain = registrable(&cut(host, 253));
        let known = self.page.domains.iter().position(|known| *known == domain);
        let id = match known {
            Some(at) => at as DomainId,
            None if self.page.domains.len() < most::DOMAINS => {
                self.page.domains.push(domain);
                (self.page.domains.len() - 1) as DomainId
            }
            None => (most::DOMAINS - 1) as DomainId,
        };
        if self.hosts.len() < 2 * most::DOMAINS {
            self.hosts.insert(host.to_owned(), id);
        }
        id
    }

    pub(super) fn text(&mut self, value: &str) {
        let Some(top) = self.top().copied() else { return self.visible(value, false, false) };
        match top.tag {
            Tag::Script => {
                if self.code {
                    let place = self.place(&top);
                    self.inline_script(value, place, self.page.elements);
                }
            }
            Tag::Style => {
                let mut rules = Vec::new();
                style::rules(value, |rule| rules.push(rule));
                for rule in rules {
                    self.rule(rule);
                }
            }
            Tag::Title => {
                let in_svg = self.stack.iter().rev().take(8).any(|open| open.tag == Tag::Svg);
                if !in_svg && !self.title_seen {
                    self.title_seen = true;
                    self.page.title = cut(value.trim(), 300);
                    let low = cut(value, 4000).to_ascii_lowercase();
                    self.page.title_markup = ["<script", "<iframe", "<img", "<meta", "<svg", "<h1"].iter().any(|tag| low.contains(tag));
                }
            }
            Tag::Noscript | Tag::Textarea | Tag::Frame | Tag::Template => {}
            _ if self.head && value.trim().is_empty() => {}
            _ => self.visible(value, top.hidden, top.ignored),
        }
    }

    fn rule(&mut self, rule: style::Rule) {
        let at = self.page.elements;
        if rule.page {
            if rule.effect.hides {
                self.push_cover(Covering::Hides, rule.target, at);
            }
            if let Some(url) = &rule.background {
                self.push_image(url, rule.target, at, |image| Image { background: true, wide: true, ..image }, false);
            }
        }
        if self.rules.len() < 200 && !rule.page {
            self.rules.push(rule);
        }
    }

    fn visible(&mut self, value: &str, hidden: bool, ignored: bool) {
        let count = if hidden { &mut self.page.counts.hidden_text } else { &mut self.page.counts.text };
        let mut blank = self.block.is_empty() || self.block.ends_with(' ');
        for c in value.chars() {
            if c.is_whitespace() {
                if !blank && self.block.len() < most::BLOCK_BYTES {
                    self.block.push(' ');
                }
                blank = true;
                continue;
            }
            blank = false;
            *count = count.saturating_add(1);
            if self.block.len() < most::BLOCK_BYTES && !ignored {
                self.block.push(c);
            }
        }
        let value = value.trim();
        if self.link.is_some() && self.link_text.len() < 256 {
            self.link_text.push_str(&cut(value, 128));
        }
        if self.heading.is_some() && self.heading_text.len() < 400 {
            self.heading_text.push(' ');
            self.heading_text.push_str(&cut(value, 200));
        }
        if self.cover.is_some() && !value.is_empty() {
            self.mark_cover(|cover| {
                if cover.text.len() < 100 {
                    cover.text.push_str(&cut(value, 100));
                }
            });
        }
    }

    fn flush_block(&mut self) {
        if self.block.len() < 2 {
            self.block.clear();
            return;
        }
        let block = std::mem::take(&mut self.block);
        let words = block.trim();
        if !words.is_empty() {
            text::count_letters(words, &mut self.page.writings);
            self.scratch.clear();
            self.scratch.extend(words.bytes().map(|b| if b.is_ascii_digit() { b'0' } else { b }));
            let key = key(Sort::Block, &self.scratch);
            let hidden = self.top().is_some_and(|open| open.hidden);
            let at = self.page.elements;
            if self.page.blocks.len() < most::BLOCKS {
                let len = words.chars().count().min(usize::from(u16::MAX)) as u16;
                self.page.blocks.push(Block { key, at, len, hidden });
            }
            if !hidden && self.page.lead.len() < 200 {
                if !self.page.lead.is_empty() {
                    self.page.lead.push(' ');
                }
                self.page.lead.push_str(&cut(words, 200));
            }
            let story = self.link.is_some() || self.heading.is_some_and(|(_, linked, _)| linked);
            let place = match (story, self.heading.is_some()) {
                (true, _) => ClaimAt::Story,
                (false, true) => ClaimAt::Heading,
                (false, false) => ClaimAt::Body,
            };
            self.claim(words, place, key, at);
        }
        self.block = block;
        self.block.clear();
    }

    fn claim(&mut self, words: &str, place: ClaimAt, key: Key, at: u32) {
        if self.page.claims.len() < most::CLAIMS
            && let Some(strong) = text::claim(words, &mut self.folded)
        {
            self.page.claims.push(Claim { place, text: cut(words, 120), key, strong, at });
        }
    }

    pub(super) fn close(&mut self, name: &[u8]) {
        let tag = Tag::of(name);
        if !tag.inline() {
            self.flush_block();
        }
        if tag == Tag::Head {
            self.head = false;
        }
        if tag == Tag::Body {
            self.page.body_end = self.page.elements;
            // Browsers go on in the body whatever follows its end tag.
            return;
        }
        let name = key(Sort::Token, name);
        let found = self.stack.iter().rev().take(most::LOOK_UP).position(|open| open.name == name);
        if let Some(up) = found {
            self.pop_to(self.stack.len() - 1 - up);
        }
    }

    /// Closes open elements down to `depth`.
    fn pop_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            let Some(open) = self.stack.pop() else { return };
            match open.tag {
                Tag::A => self.end_link(),
                Tag::Heading(_) => self.end_heading(),
                Tag::Form => self.form = None,
                _ => {}
            }
            if open.cover {
                self.cover = None;
            }
        }
    }

    fn end_link(&mut self) {
        let Some(link) = self.link.take() else { return };
        let words = self.link_text.trim();
        if words.len() > 2 {
            self.page.links[link].text = key(Sort::Block, words.as_bytes());
        }
    }

    fn end_heading(&mut self) {
        self.flush_block();
        let Some((level, linked, at)) = self.heading.take() else { return };
        let text = self.heading_text.trim();
        if text.is_empty() {
            return;
        }
        self.page.counts.headings += 1;
        if linked {
            self.page.counts.stories += 1;
        }
        if self.page.headings.len() < most::HEADINGS {
            let mut words: Vec<&str> = text.split_whitespace().collect();
            words.sort_unstable();
            words.dedup();
            let key = key(Sort::Heading, words.join(" ").as_bytes());
            self.page.headings.push(Heading { key, level, text: cut(text, 120), linked, at });
        }
    }

    fn finish(mut self) -> PageModel {
        self.flush_block();
        self.pop_to(0);
        if !self.page.title.is_empty() {
            let title = self.page.title.clone();
            let key = key(Sort::Title, title.as_bytes());
            if let Some(strong) = text::claim(&title, &mut self.folded) {
                self.page.claims.push(Claim { place: ClaimAt::Title, text: cut(&title, 120), key, strong, at: 0 });
            }
        }
        // Rules that stand after what they cover.
        let late: Vec<_> = self.rules.iter().filter(|rule| self.names.contains(&rule.target)).cloned().collect();
        for rule in late {
            let covering = if rule.frame { Covering::Frame } else { Covering::Element };
            let key = join(Sort::Cover, rule.target, covering as u64);
            let full = rule.effect.covers;
            if full && !self.page.covers.iter().any(|cover| cover.key == key) && self.page.covers.len() < most::COVERS {
                let at = self.page.elements;
                self.page.covers.push(Cover { covering, key, text: String::new(), picture: rule.background.is_some(), frame: rule.frame, at });
            }
        }
        let mut page = self.page;
        page.canonical = page.canonical.or(self.og_url);
        self.identity.sort_unstable();
        self.identity.dedup();
        page.identity = self.identity;
        page.tokens = sorted(self.tokens);
        page.paths = sorted(self.paths);
        debug_assert_eq!(page.domains.first(), Some(&self.own));
        page
    }
}

fn sorted(set: FxHashSet<Key>) -> Vec<Key> {
    let mut keys: Vec<Key> = set.into_iter().collect();
    keys.sort_unstable();
    keys
}

fn rule_targets(rule: &style::Rule, start: &StartTag) -> bool {
    let named = |word: &[u8]| !word.is_empty() && key(Sort::Token, word) == rule.target;
    named(start.raw(Attr::Id)) || start.raw(Attr::Class).split(u8::is_ascii_whitespace).any(named) || rule.frame && named(&start.name)
}

fn names_logo(start: &StartTag) -> bool {
    let says = |text: &str| {
        let low = text.to_ascii_lowercase();
        ["logo", "masthead", "brand"].iter().any(|word| low.contains(word))
    };
    [Attr::Id, Attr::Class].into_iter().any(|attr| start.has(attr) && says(&start.get(attr)))
        || start.tag == Tag::Img && {
            let src = start.get(Attr::Src);
            start.has(Attr::Alt) && says(&start.get(Attr::Alt)) || says(src.rsplit('/').next().unwrap_or(""))
        }
}

fn is_code(kind: &str) -> bool {
    let kind = kind.trim().to_ascii_lowercase();
    kind.is_empty() || kind.contains("javascript") || kind.contains("ecmascript") || kind == "module" || kind.contains("jscript")
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

/// The first `most` characters.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => text[..end].to_owned(),
        None => text.to_owned(),
    }
}
