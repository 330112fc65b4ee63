//! What a reader sees first: pictures, backgrounds, and what covers the page or hides it.

use crate::extract::element::{Attr, StartTag, Tag};
use crate::extract::model::{Cover, Covering, DomainId, Image};
use crate::extract::name::{Address, Key, Sort, address, join, key, location, without_numbers};
use crate::extract::style;

use super::{Open, Reader, Ruled, cut, most};

/// Up to this many bytes a picture that is carried along is the placeholder of one that comes later.
const PLACEHOLDER: usize = 250;
/// Up to this many it may be an icon.
const ICON: usize = 1500;

impl Reader {
    /// What the rules that were read so far do to an element.
    pub(super) fn ruled(&self, start: &StartTag) -> Ruled {
        let mut ruled = Ruled::default();
        if !self.rules.is_empty() {
            let names = targets(start);
            if !names.iter().any(|name| self.aims.contains(name)) {
                return ruled;
            }
            for rule in self.rules.iter().filter(|rule| !rule.page && names.contains(&rule.target)) {
                // A tag's name is a target only where the rule is for the tag.
                if rule.bare != (rule.target == names[0]) {
                    continue;
                }
                ruled.covers |= rule.effect.covers || rule.effect.full && rule.frame;
                ruled.tall |= rule.effect.tall;
            }
        }
        ruled
    }

    /// Keeps an element that covers the page; whether what it holds belongs to that cover.
    pub(super) fn covers(
        &mut self,
        start: &StartTag,
        effect: style::Effect,
        ruled: Ruled,
        path: Key,
        hidden: bool,
        parent: Option<&Open>,
    ) -> bool {
        let outside = matches!(start.tag, Tag::Html | Tag::Body | Tag::Head);
        if (effect.edges && !effect.covers || effect.glass) && !outside && !parent.is_some_and(Open::hidden) {
            self.unseen(start, effect, path);
            return false;
        }
        if hidden || outside {
            return false;
        }
        let at_body = parent.is_none_or(|open| matches!(open.tag, Tag::Body | Tag::Html));
        let frame = matches!(start.tag, Tag::Frame | Tag::Object);
        let by_rule = ruled.covers;
        let tall = effect.tall
            || start.has(Attr::Height) && start.length(Attr::Height).is_some() && screen_high(&start.get(Attr::Height))
            || ruled.tall;
        // Browsers lay these over the page by themselves.
        let shown = start.name == b"dialog" && start.has(Attr::Open) || start.has(Attr::Popover);
        let sized =
            |attr, least| start.length(attr).is_some_and(|(n, percent)| if percent { n >= 95.0 } else { n >= least });
        let as_large = frame && (at_body || effect.lifted) && sized(Attr::Width, 900.0) && sized(Attr::Height, 600.0);
        let is_frameset = start.name == b"frame";
        if !(effect.covers
            || effect.lifted && effect.full && (at_body || frame)
            || frame && effect.full && at_body
            || shown && (effect.full || by_rule || tall)
            || by_rule
            || as_large
            || is_frameset)
        {
            // One that stands in the page's flow pushes the page out of the view instead.
            if tall && at_body && !start.has(Attr::Popover) {
                let foreign = frame || start.tag == Tag::Media;
                let text = if foreign { cut(&start.get(Attr::Src), 120) } else { String::new() };
                return self.fill(join(Sort::Cover, path, Covering::Fills as u64), text, foreign, start);
            }
            return effect.floats && !frame && self.stays(start, effect, path);
        }
        let covering = if frame { Covering::Frame } else { Covering::Element };
        let key = join(Sort::Cover, path, covering as u64);
        if !self.has_room(key) {
            return false;
        }
        let text = if frame {
            cut(&start.get(if start.has(Attr::Src) { Attr::Src } else { Attr::Action }), 120)
        } else {
            String::new()
        };
        // A sheet of glass over the page that leads elsewhere at a click.
        let (frame, text) = match (start.tag, address(&start.get(Attr::Href))) {
            (Tag::A, Address::Host { .. }) => (true, cut(&start.get(Attr::Href), 120)),
            _ => (frame, text),
        };
        let drawn = matches!(start.name.as_slice(), b"canvas" | b"svg" | b"video");
        let picture = start.tag == Tag::Img || drawn || style::background(&start.get(Attr::Style)).is_some();
        let at = self.page.elements;
        self.page.covers.push(Cover { covering, key, text, picture, frame, inline: effect.covers || shown, at });
        let fills = (self.cover.is_none() || self.in_bar()) && !start.tag.void(&start.name);
        if fills {
            self.cover = Some(self.page.covers.len() - 1);
        }
        fills
    }

    /// Keeps an element that stays in view and does not cover the page; whether what it holds belongs to it.
    fn stays(&mut self, start: &StartTag, effect: style::Effect, path: Key) -> bool {
        let covering = if effect.bar { Covering::Bar } else { Covering::Box };
        let key = join(Sort::Cover, path, covering as u64);
        if self.cover.is_some() || !self.push_cover(covering, key, self.page.elements) {
            return false;
        }
        let fills = !start.tag.void(&start.name);
        if fills {
            self.cover = Some(self.page.covers.len() - 1);
        }
        fills
    }

    /// Whether what is being filled only stays in view: what covers the page within it comes first.
    fn in_bar(&self) -> bool {
        let filled = self.cover.and_then(|at| self.page.covers.get(at));
        filled.is_some_and(|cover| matches!(cover.covering, Covering::Bar | Covering::Box))
    }

    /// Keeps what lies over the page and has nothing in it: an edge as large as the view; a sheet of glass that leads elsewhere
    /// at a click.
    fn unseen(&mut self, start: &StartTag, effect: style::Effect, path: Key) {
        let (at, href) = (self.page.elements, start.get(Attr::Href));
        let leads = matches!(address(&href), Address::Host { .. });
        let (covering, text) = match effect.edges {
            true => (Covering::MadeUp, String::new()),
            false if leads => (Covering::Element, cut(&href, 120)),
            false => return,
        };
        let key = join(Sort::Cover, path, covering as u64);
        let cover = Cover { covering, key, text, picture: false, frame: !effect.edges, inline: true, at };
        if self.has_room(key) {
            self.page.covers.push(cover);
        }
    }

    /// Whether one more cover is kept. Copies of one that the page has must not push out another.
    fn has_room(&self, key: Key) -> bool {
        let covers = &self.page.covers;
        covers.len() < most::COVERS && covers.iter().filter(|cover| cover.key == key).count() < most::COPIES
    }

    /// Keeps an element as high as the view; whether what it holds belongs to it.
    fn fill(&mut self, key: Key, text: String, frame: bool, start: &StartTag) -> bool {
        if !self.has_room(key) {
            return false;
        }
        let covering = Covering::Fills;
        let picture = matches!(start.name.as_slice(), b"img" | b"canvas" | b"svg" | b"video" | b"picture");
        let at = self.page.elements;
        self.page.covers.push(Cover { covering, key, text, picture, frame, inline: true, at });
        let fills = self.cover.is_none() && !start.tag.void(&start.name);
        if fills {
            self.cover = Some(self.page.covers.len() - 1);
        }
        fills
    }

    pub(super) fn image(&mut self, start: &StartTag, open: &Open, path: Key, effect: style::Effect, at: u32) {
        self.page.counts.images += 1;
        self.mark_cover(|cover| cover.picture = true);
        let src = [Attr::LazySrc, Attr::Src].into_iter().find(|attr| start.has(*attr) && !start.raw(*attr).is_empty());
        let src = match src {
            Some(attr) => start.get(attr),
            None => start.get(Attr::Srcset),
        };
        let src = if start.has(Attr::Srcset) && src == start.get(Attr::Srcset) {
            src.split_ascii_whitespace().next().unwrap_or("").to_owned().into()
        } else {
            src
        };
        let (width, height) = (start.length(Attr::Width), start.length(Attr::Height));
        let pixel = |length: Option<(f64, bool)>| length.is_some_and(|(n, percent)| n <= 3.0 && !percent);
        let small = matches!(address(&src), Address::Data(data) if data.len() <= ICON);
        let nameless = !start.has(Attr::Class) && !start.has(Attr::Id) && !small;
        let wide = effect.wide
            || effect.broad
            || width.is_some_and(|(n, percent)| if percent { n >= 80.0 } else { n >= 400.0 })
            || nameless && width.is_none() && height.is_none();
        let logo = open.logo > 0;
        let hidden = open.hidden() || pixel(width) || pixel(height);
        let words = start.raw(Attr::Alt).trim_ascii();
        let alt = if words.len() > 2 { key(Sort::Block, words) } else { 0 };
        self.push_image(&src, path, at, |image| Image { alt, logo, wide, hidden, ..image }, open.ignored);
        if start.has(Attr::Srcset) && !hidden {
            self.offer(&start.get(Attr::Srcset));
        }
    }

    /// A picture that a browser may show instead of the one that is named.
    pub(super) fn offer(&mut self, srcset: &str) {
        let src = srcset.split_ascii_whitespace().next().unwrap_or("").trim_end_matches(',');
        if self.page.offered.len() < most::IMAGES
            && let Some(offered) = self.picture(src)
        {
            self.page.offered.push(offered);
        }
    }

    /// Backgrounds that are set in the element itself.
    pub(super) fn backgrounds(&mut self, start: &StartTag, path: Key, at: u32) {
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
            // That an element stands there is known; that it has a picture behind it is another matter.
            let path = if body { join(Sort::Image, path, 1) } else { path };
            self.push_image(&url, path, at, |image| Image { background: true, wide: body, ..image }, open_ignored);
            self.mark_cover(|cover| cover.picture = true);
        }
    }

    pub(super) fn push_image(
        &mut self,
        src: &str,
        path: Key,
        at: u32,
        with: impl FnOnce(Image) -> Image,
        ignored: bool,
    ) {
        if ignored || self.page.images.len() >= most::IMAGES {
            return;
        }
        let Some((image, domain)) = self.picture(src) else {
            return;
        };
        let folder = self.folder(src);
        // Pictures that are carried along begin alike: each is told apart by all of it.
        let url = match address(src) {
            Address::Data(_) => format!("{}… {image:016x}", cut(src, 100)),
            _ => cut(src, 160),
        };
        let image = Image {
            key: image,
            domain,
            path,
            folder,
            url,
            alt: 0,
            logo: false,
            leads_away: self.link.is_some_and(|link| self.page.links[link].domain != 0),
            wide: false,
            background: false,
            hidden: false,
            at,
        };
        let image = with(image);
        // What is carried along and small is an icon, unless it is shown as wide as the page.
        let icon = matches!(address(src), Address::Data(data) if data.len() <= ICON);
        if !icon || image.wide {
            self.page.images.push(image);
        }
    }

    /// The key of the folder that a picture's address is in, numbers taken out: sites keep their own marks in one place, and
    /// what is uploaded in another.
    fn folder(&mut self, src: &str) -> Key {
        let end = src.split(['?', '#']).next().unwrap_or(src).rfind('/').unwrap_or(0);
        let start = if matches!(address(src), Address::Local(_)) { 0 } else { src.find("//").map_or(0, |at| at + 2) };
        self.scratch.clear();
        without_numbers(&src[start.min(end)..end], &mut self.scratch);
        key(Sort::Image, &self.scratch)
    }

    /// The key of a picture's address, and whose host it is on.
    pub(super) fn picture(&mut self, src: &str) -> Option<(Key, DomainId)> {
        match address(src) {
            Address::Local(rest) => Some((key(Sort::Image, location(rest).trim_start_matches('/').as_bytes()), 0)),
            Address::Host { host, rest } => {
                let domain = self.domain(host);
                let rest = key(Sort::Image, location(rest).trim_start_matches('/').as_bytes());
                let image = if domain == 0 { rest } else { join(Sort::Image, key(Sort::Image, host.as_bytes()), rest) };
                Some((image, domain))
            }
            // The tiny placeholders of lazy loading are no pictures.
            Address::Data(data) if data.len() > PLACEHOLDER => Some((key(Sort::Image, data.as_bytes()), 0)),
            _ => None,
        }
    }

    /// Whether it is kept.
    pub(super) fn push_cover(&mut self, covering: Covering, key: Key, at: u32) -> bool {
        let key = join(Sort::Cover, key, covering as u64);
        let kept = self.has_room(key);
        if kept {
            self.page.covers.push(Cover {
                covering,
                key,
                text: String::new(),
                picture: false,
                frame: false,
                inline: false,
                at,
            });
        }
        kept
    }

    /// What a rule makes up before or after the whole page. Told apart by what it says: it is not markup.
    pub(super) fn made_up(&mut self, rule: style::Rule, everywhere: bool) {
        let said = key(Sort::Block, rule.content.as_bytes());
        let key = join(Sort::Cover, join(Sort::Cover, rule.target, said), Covering::MadeUp as u64);
        if self.has_room(key) {
            let (at, picture, inline) =
                (self.page.elements, rule.background.is_some(), everywhere || rule.effect.covers);
            self.page.covers.push(Cover {
                covering: Covering::MadeUp,
                key,
                text: rule.content,
                picture,
                frame: false,
                inline,
                at,
            });
        }
    }

    pub(super) fn mark_cover(&mut self, mark: impl FnOnce(&mut Cover)) {
        if let Some(cover) = self.cover.and_then(|at| self.page.covers.get_mut(at)) {
            mark(cover);
        }
    }
}

/// Whether a height in an attribute is in units of the view, and near all of it.
fn screen_high(height: &str) -> bool {
    let height = height.trim().to_ascii_lowercase();
    height.strip_suffix("vh").and_then(|n| n.parse::<f64>().ok()).is_some_and(|n| n >= 90.0)
}

/// Keys by which rules find an element: its tag's first, then its id and at most 14 classes.
fn targets(start: &StartTag) -> [Key; 16] {
    let mut keys = [0; 16];
    let classes = start.raw(Attr::Class).split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let id = std::iter::once(start.raw(Attr::Id)).filter(|id| !id.is_empty());
    let words = std::iter::once(start.name.as_slice()).chain(id).chain(classes);
    for (slot, word) in keys.iter_mut().zip(words) {
        *slot = key(Sort::Token, word);
    }
    keys
}

/// Whether a picture's own file or words say that it is the logo.
pub(super) fn shows_logo(start: &StartTag) -> bool {
    let src = start.raw(Attr::Src);
    let file = src.rsplit(|byte| *byte == b'/').next().unwrap_or(src);
    says_logo(start.raw(Attr::Alt)) || says_logo(file)
}

pub(super) fn says_logo(text: &[u8]) -> bool {
    let words: [&[u8]; 3] = [b"logo", b"masthead", b"brand"];
    text.windows(4).enumerate().any(|(at, four)| {
        matches!([four[0] | 0x20, four[1] | 0x20], [b'l', b'o'] | [b'm', b'a'] | [b'b', b'r'])
            && words.iter().any(|word| text[at..].get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word)))
    })
}
