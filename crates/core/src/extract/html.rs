//! Tokens → page model: follows which elements are open and hands each to what keeps it.
//!
//! Uses the tokenizer of html5gum, which reads tags, attributes, raw texts and character references as the HTML
//! standard says. Trees are not built: an open-elements stack that forgives what browsers forgive is enough.

mod called;
mod collect;
mod nesting;
mod pictures;
mod rules;
mod words;

use html5gum::Tokenizer;
use rustc_hash::{FxHashMap, FxHashSet};

use called::Called;

use super::element::{Attr, StartTag, Tag};
use super::ignore::Selector;
use super::model::{Claim, ClaimAt, DomainId, PageModel, Role};
use super::name::{Key, Sort, join, key, registrable};
use super::tokens::{Tokens, utf8};
use super::vocabulary::Vocabulary;
use super::{style, text};

/// Bounds of a page model. A page beyond one keeps its beginning; counts go on.
mod most {
    pub(super) const OPEN: usize = 512;
    pub(super) const DOMAINS: usize = 2000;
    pub(super) const CALLED: usize = 4096;
    pub(super) const TOKENS: usize = 3000;
    pub(super) const PATHS: usize = 4000;
    pub(super) const HEADINGS: usize = 500;
    pub(super) const BLOCKS: usize = 3000;
    pub(super) const LINKS: usize = 3000;
    pub(super) const IMAGES: usize = 1500;
    pub(super) const SOURCES: usize = 1000;
    /// Room for sources from elsewhere after a flood of the page's own.
    pub(super) const FOREIGN_SOURCES: usize = 500;
    pub(super) const SCRIPTS: usize = 500;
    pub(super) const ASKS: usize = 500;
    /// The longest text, characters, that is what a button or a way within the page is called.
    pub(super) const LABEL: usize = 60;
    /// The longest text, bytes, that may be a notice.
    pub(super) const ASKING: usize = 800;
    pub(super) const SHEETS: usize = 200;
    pub(super) const COVERS: usize = 50;
    /// Of one cover.
    pub(super) const COPIES: usize = 3;
    pub(super) const HIDERS: usize = 2000;
    pub(super) const HOLDERS: usize = 2000;
    pub(super) const CLAIMS: usize = 40;
    pub(super) const BLOCK_BYTES: usize = 4096;
    /// How far up an end tag looks for its start tag.
    pub(super) const LOOK_UP: usize = 64;
}

/// Reads a page whose own host is `host`, and which came with this `Refresh` header, if with any.
pub(super) fn read(text: &str, host: &str, refresh: Option<&str>, ignore: &[String]) -> PageModel {
    let mut reader = Reader::new(host, ignore);
    if let Some(refresh) = refresh {
        reader.refresh(refresh, 0);
    }
    run(text, reader)
}

/// Reads a page as it is under these rules of style sheets that it loads.
pub(super) fn read_painted<'a>(
    text: &str,
    host: &str,
    ignore: &[String],
    rules: impl Iterator<Item = &'a style::Rule>,
) -> PageModel {
    let mut reader = Reader::new(host, ignore);
    for rule in rules {
        reader.rule(rule.clone());
    }
    run(text, reader)
}

fn run(text: &str, mut reader: Reader) -> PageModel {
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
    path: Key,
    /// Id and first classes.
    named: [Key; 3],
    /// Characters that were visible when it was opened.
    text: u32,
    /// What of it is not seen, and of that what its own style hides, and what it would show again.
    unseen: style::Unseen,
    own: style::Unseen,
    seen: style::Unseen,
    /// It lies over the view and is not seen, but for what in it is made visible again.
    veil: bool,
    ignored: bool,
    /// How many steps up the logo's element is, 0 where there is none.
    logo: u8,
    /// This element is the cover that is being filled.
    cover: bool,
}

/// What style rules do to an element.
#[derive(Debug, Clone, Copy, Default)]
struct Ruled {
    covers: bool,
    tall: bool,
}

impl Open {
    fn hidden(&self) -> bool {
        self.unseen.hidden()
    }

    /// What those within call it. The root and the body are called by their names alone: their classes say how the page is
    /// dressed (for the night, for a test), and nothing in it stands elsewhere by that.
    fn called(&self) -> Key {
        if matches!(self.tag, Tag::Html | Tag::Body) { self.name } else { self.token }
    }
}

#[expect(clippy::struct_excessive_bools, reason = "independent facts, each of another part of the page")]
pub(super) struct Reader {
    page: PageModel,
    /// It reads what stands in another page for those who run no scripts, and nothing within that once more.
    within: bool,
    /// The script that was opened last is one whose text is code.
    code: bool,
    stack: Vec<Open>,
    ignore: Vec<Selector>,
    hosts: FxHashMap<String, DomainId>,
    /// Where each of the page's domains stands among them.
    domains: FxHashMap<String, DomainId>,
    own: String,
    /// What start tags that were seen before are called: a page repeats a few hundred of them.
    called: FxHashMap<(Key, Key, Key), Called>,
    tokens: FxHashSet<Key>,
    paths: FxHashSet<Key>,
    /// Classes, ids and tags that are on the page.
    names: FxHashSet<Key>,
    /// What rules cover the page by.
    rules: Vec<style::Rule>,
    /// Whom those rules name.
    aims: FxHashSet<Key>,
    /// Whom rules hide that is not the page itself.
    hiders: Vec<Key>,
    /// How much visible text elements of a name hold, the largest of each.
    holders: FxHashMap<Key, u32>,
    block: String,
    /// The block holds a link.
    block_linked: bool,
    /// The block holds words of a button, or of a link to no other page.
    block_labels: bool,
    link_text: String,
    heading_text: String,
    link: Option<usize>,
    /// A link is open, whether it is kept or not.
    linking: bool,
    heading: Option<(u8, bool, u32)>,
    /// Words of the heading are ignored, and are in no block.
    heading_ignored: bool,
    form: Option<usize>,
    /// How many forms are open.
    forms: u16,
    /// The last of the forms that are kept is open.
    asking: bool,
    cover: Option<usize>,
    head: bool,
    title_seen: bool,
    scratch: Vec<u8>,
    folded: String,
    identity: Vec<Key>,
    og_url: Option<DomainId>,
    vocabulary: Vocabulary,
}

impl Reader {
    fn new(host: &str, ignore: &[String]) -> Self {
        let own = registrable(host);
        let page = PageModel { domains: vec![own.clone()], body_end: u32::MAX, ..PageModel::default() };
        Self {
            page,
            within: false,
            code: false,
            stack: Vec::with_capacity(64),
            ignore: ignore.iter().filter_map(|selector| Selector::parse(selector)).collect(),
            hosts: FxHashMap::default(),
            domains: FxHashMap::from_iter([(own.clone(), 0)]),
            own,
            called: FxHashMap::default(),
            tokens: FxHashSet::default(),
            paths: FxHashSet::default(),
            names: FxHashSet::default(),
            rules: Vec::new(),
            aims: FxHashSet::default(),
            hiders: Vec::new(),
            holders: FxHashMap::default(),
            block: String::new(),
            block_linked: false,
            block_labels: false,
            link_text: String::new(),
            heading_text: String::new(),
            link: None,
            linking: false,
            heading: None,
            heading_ignored: false,
            form: None,
            forms: 0,
            asking: false,
            cover: None,
            head: true,
            title_seen: false,
            scratch: Vec::new(),
            folded: String::new(),
            identity: Vec::new(),
            og_url: None,
            vocabulary: Vocabulary::default(),
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
        self.make_way(start, name);
        let called = self.called(start, name);
        let parent = self.top().copied();
        let drawn = tag != Tag::Svg && self.stack.iter().rev().take(6).any(|open| open.tag == Tag::Svg);
        self.vocabulary.tag(start, name, drawn, self.page.elements);
        let token = match parent {
            // A bare tag is called by what holds it as well, so that nameless nests of `div` are told apart.
            Some(open) if called.token == name => join(Sort::Token, open.called(), name),
            _ => called.token,
        };
        let path = join(Sort::Path, parent.map_or(0, |open| open.called()), token);
        if keeps_place(tag) && self.tokens.len() < most::TOKENS {
            self.tokens.insert(token);
        }
        let effect = if start.has(Attr::Style) {
            style::effect(&start.get(Attr::Style), &mut self.scratch)
        } else {
            style::Effect::default()
        };
        let own_hidden = effect.hides || start.has(Attr::Hidden) && !effect.displayed;
        // What its own style hides stands in another place than what is seen there.
        let path = if own_hidden { join(Sort::Cover, path, 0) } else { path };
        // What is in a template is not shown, unless it is the inside of an element. How something is displayed is stronger
        // than that it is hidden by itself.
        let gone = tag == Tag::Template && !start.has(Attr::ShadowRoot)
            || !effect.displayed && (start.has(Attr::Hidden) || start.name == b"dialog" && !start.has(Attr::Open));
        let own = effect.unseen.or_all(gone);
        let unseen = self.around(Some(tag)).within(effect.seen, own);
        if parent.is_some_and(|open| open.unseen != unseen) {
            // A text that is not seen is none with one that is.
            self.flush_block();
        }
        let hidden = unseen.hidden();
        let veil = hidden && (effect.veil || parent.is_some_and(|open| open.veil));
        let effect = match parent {
            Some(open) if open.veil && !hidden => effect.unveiled(),
            _ => effect,
        };
        if keeps_place(tag) && self.paths.len() < most::PATHS {
            self.paths.insert(path);
        }
        let ignored = parent.is_some_and(|open| open.ignored) || self.is_ignored(start);
        let logo = match parent {
            _ if called.logo || tag == Tag::Img && pictures::shows_logo(start) => 1,
            Some(open) if open.logo > 0 && open.logo < 4 => open.logo + 1,
            _ => 0,
        };
        let (named, text, seen) = (called.named, self.page.counts.text, effect.seen);
        let open = Open { tag, name, token, path, named, text, unseen, own, seen, veil, ignored, logo, cover: false };
        let covers = self.covers(start, effect, called.ruled, path, hidden, parent.as_ref());
        self.element(start, &open, path, effect);
        if !tag.void(&start.name) && !self.holds_nothing(tag) && self.stack.len() < most::OPEN {
            self.forms += u16::from(tag == Tag::Form);
            self.stack.push(Open { cover: covers, ..open });
        }
    }

    fn is_ignored(&self, start: &StartTag) -> bool {
        !self.ignore.is_empty() && {
            let (name, id, class) = (utf8(&start.name), start.get(Attr::Id), start.get(Attr::Class));
            self.ignore.iter().any(|selector| selector.matches(&name, &id, &class))
        }
    }

    pub(super) fn text(&mut self, value: &str) {
        let Some(top) = self.top().copied() else {
            return self.visible(value, false, false);
        };
        match top.tag {
            Tag::Script => {
                if self.code {
                    let place = self.place(&top);
                    self.inline_script(value, place, self.page.elements);
                }
            }
            Tag::Style => {
                self.sheet(value);
                let place = self.place(&top);
                for address in style::imports(value).chain(style::fonts(value)) {
                    self.source(Role::Style, address, place, false, self.page.elements);
                }
            }
            Tag::Title => {
                let in_svg = self.stack.iter().rev().take(8).any(|open| open.tag == Tag::Svg);
                if !in_svg && !self.title_seen {
                    self.title_seen = true;
                    self.page.title = cut(value.trim(), 300);
                    let low = cut(value, 4000).to_ascii_lowercase();
                    self.page.title_markup =
                        ["<script", "<iframe", "<img", "<meta", "<svg", "<h1"].iter().any(|tag| low.contains(tag));
                }
            }
            Tag::Noscript if !self.within => self.without_scripts(value, &top),
            Tag::Noscript | Tag::Textarea | Tag::Frame => {}
            _ if self.head && value.trim().is_empty() => {}
            _ if value.trim().is_empty() => self.visible(value, top.unseen.unread(), top.ignored),
            _ => self.visible(value, self.around(None).unread(), top.ignored),
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
            self.page.body_end = self.page.body_end.min(self.page.elements);
            // Browsers go on in the body whatever follows its end tag.
            return;
        }
        if tag == Tag::Form {
            self.form = None;
            self.asking = false;
        }
        let name = key(Sort::Token, name);
        let heading = matches!(tag, Tag::Heading(_));
        let is = |open: &Open| open.name == name || heading && matches!(open.tag, Tag::Heading(_));
        let found = self.stack.iter().rev().take(most::LOOK_UP).position(is);
        if let Some(up) = found {
            self.pop_to(self.stack.len() - 1 - up);
        }
    }

    /// Closes open elements down to `depth`.
    fn pop_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            if let [.., around, open] = &self.stack[..]
                && open.unseen != around.unseen
            {
                self.flush_block();
            }
            let Some(open) = self.stack.pop() else { return };
            match open.tag {
                Tag::A => self.end_link(),
                Tag::Heading(_) => self.end_heading(),
                Tag::Form => {
                    self.forms = self.forms.saturating_sub(1);
                    self.form = None;
                    self.asking = false;
                }
                _ => {}
            }
            if open.cover {
                self.cover = None;
            }
            self.held(&open);
        }
    }

    /// Remembers how much an element held that is closed, where it was much.
    fn held(&mut self, open: &Open) {
        let text = self.page.counts.text - open.text;
        if text < 300 {
            return;
        }
        for name in open.named.into_iter().chain([open.name]).filter(|name| *name != 0) {
            if self.holders.len() < most::HOLDERS || self.holders.contains_key(&name) {
                let most = self.holders.entry(name).or_default();
                *most = text.max(*most);
            }
        }
    }

    fn finish(mut self) -> PageModel {
        self.flush_block();
        self.pop_to(0);
        if !self.page.title.is_empty() {
            let title = self.page.title.clone();
            let key = key(Sort::Title, title.as_bytes());
            if let Some(strong) = text::claim(&title) {
                self.page.claims.push(Claim { place: ClaimAt::Title, text: cut(&title, 120), key, strong, at: 0 });
            }
        }
        self.hidden_by_rules();
        self.covered_late();
        // A cover that always was there and holds something else now is another cover.
        for cover in &mut self.page.covers {
            let holds = u64::from(cover.picture) | u64::from(cover.frame) << 1 | u64::from(cover.text.is_empty()) << 2;
            cover.key = join(Sort::Cover, cover.key, holds);
        }
        let mut page = self.page;
        page.canonical = page.canonical.or(self.og_url);
        self.identity.sort_unstable();
        self.identity.dedup();
        page.identity = self.identity;
        page.words = self.vocabulary.finish();
        page.tokens = sorted(self.tokens);
        page.paths = sorted(self.paths);
        debug_assert_eq!(page.domains.first(), Some(&self.own));
        page
    }
}

/// Whether an element is part of the page's structure.
fn keeps_place(tag: Tag) -> bool {
    !matches!(tag, Tag::Meta | Tag::Script | Tag::Link | Tag::Style | Tag::Void)
}

fn sorted(set: FxHashSet<Key>) -> Vec<Key> {
    let mut keys: Vec<Key> = set.into_iter().collect();
    keys.sort_unstable();
    keys
}

/// The first `most` characters.
fn cut(text: &str, most: usize) -> String {
    first(text, most).to_owned()
}

/// The first `most` characters.
fn first(text: &str, most: usize) -> &str {
    // No character is shorter than a byte.
    if text.len() <= most {
        return text;
    }
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}
