//! What a reader sees first: pictures, backgrounds, and what covers the page or hides it.

use crate::extract::element::{Attr, StartTag, Tag};
use crate::extract::model::{Cover, Covering, Image};
use crate::extract::name::{Address, Key, Sort, address, join, key, location};
use crate::extract::style;

use super::{Open, Reader, cut, most};

impl Reader {
    /// Keeps an element that covers the page; whether what it holds belongs to that cover.
    pub(super) fn covers(
        &mut self,
        start: &StartTag,
        effect: style::Effect,
        path: Key,
        hidden: bool,
        parent: Option<&Open>,
    ) -> bool {
        if hidden || matches!(start.tag, Tag::Html | Tag::Body | Tag::Head) {
            return false;
        }
        let at_body = parent.is_none_or(|open| matches!(open.tag, Tag::Body | Tag::Html));
        let frame = matches!(start.tag, Tag::Frame | Tag::Object);
        let by_rule = !self.rules.is_empty() && self.rules.iter().any(|rule| !rule.page && rule_targets(rule, start));
        let sized =
            |attr, least| start.length(attr).is_some_and(|(n, percent)| if percent { n >= 95.0 } else { n >= least });
        let as_large = frame && (at_body || effect.lifted) && sized(Attr::Width, 900.0) && sized(Attr::Height, 600.0);
        let is_frameset = start.name == b"frame";
        if !(effect.covers
            || effect.lifted && effect.full && (at_body || frame)
            || frame && effect.full && at_body
            || by_rule
            || as_large
            || is_frameset)
        {
            return false;
        }
        if self.page.covers.len() >= most::COVERS {
            return false;
        }
        let covering = if frame { Covering::Frame } else { Covering::Element };
        let text = if frame {
            cut(&start.get(if start.has(Attr::Src) { Attr::Src } else { Attr::Action }), 120)
        } else {
            String::new()
        };
        let picture = start.tag == Tag::Img || style::background(&start.get(Attr::Style)).is_some();
        let at = self.page.elements;
        self.page.covers.push(Cover {
            covering,
            key: join(Sort::Cover, path, covering as u64),
            text,
            picture,
            frame,
            inline: effect.covers,
            at,
        });
        let first = self.cover.is_none();
        if first {
            self.cover = Some(self.page.covers.len() - 1);
        }
        first && !start.tag.void(&start.name)
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
        let nameless = !start.has(Attr::Class) && !start.has(Attr::Id);
        let wide = effect.wide
            || width.is_some_and(|(n, percent)| if percent { n >= 80.0 } else { n >= 400.0 })
            || nameless && width.is_none() && height.is_none();
        let logo = open.logo > 0;
        let hidden = open.hidden || pixel(width) || pixel(height);
        self.push_image(&src, path, at, |image| Image { logo, wide, hidden, ..image }, open.ignored);
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
        let image = Image {
            key: image,
            domain,
            path,
            url: cut(src, 160),
            logo: false,
            wide: false,
            background: false,
            hidden: false,
            at,
        };
        self.page.images.push(with(image));
    }

    pub(super) fn push_cover(&mut self, covering: Covering, key: Key, at: u32) {
        if self.page.covers.len() < most::COVERS {
            let key = join(Sort::Cover, key, covering as u64);
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
    }

    pub(super) fn mark_cover(&mut self, mark: impl FnOnce(&mut Cover)) {
        if let Some(cover) = self.cover.and_then(|at| self.page.covers.get_mut(at)) {
            mark(cover);
        }
    }

    pub(super) fn rule(&mut self, rule: style::Rule) {
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
}

fn rule_targets(rule: &style::Rule, start: &StartTag) -> bool {
    let named = |word: &[u8]| !word.is_empty() && key(Sort::Token, word) == rule.target;
    named(start.raw(Attr::Id))
        || start.raw(Attr::Class).split(u8::is_ascii_whitespace).any(named)
        || rule.frame && named(&start.name)
}

pub(super) fn names_logo(start: &StartTag) -> bool {
    [Attr::Id, Attr::Class].into_iter().any(|attr| says_logo(start.raw(attr)))
        || start.tag == Tag::Img && {
            let src = start.raw(Attr::Src);
            let file = src.rsplit(|byte| *byte == b'/').next().unwrap_or(src);
            says_logo(start.raw(Attr::Alt)) || says_logo(file)
        }
}

fn says_logo(text: &[u8]) -> bool {
    let words: [&[u8]; 3] = [b"logo", b"masthead", b"brand"];
    text.iter().enumerate().any(|(at, byte)| {
        matches!(byte | 0x20, b'l' | b'm' | b'b')
            && words.iter().any(|word| text[at..].get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word)))
    })
}
