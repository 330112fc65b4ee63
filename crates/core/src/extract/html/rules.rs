//! What the page's own style sheets do to its elements, whether they stand before them or after.

use super::{Reader, cut, most};
use crate::extract::model::{Cover, Covering, Image, PageSheet};
use crate::extract::name::{Sort, join};
use crate::extract::{script, style};

impl Reader {
    /// The rules of a style sheet that the page carries.
    pub(super) fn sheet(&mut self, css: &str) {
        let mut rules = Vec::new();
        let mut sweeping = false;
        let (vocabulary, at) = (&mut self.vocabulary, self.page.elements);
        style::rules_and_all(
            css,
            |rule| rules.push(rule),
            |selectors, declarations| {
                if style::names_page(selectors) {
                    vocabulary.declarations(declarations.as_bytes(), true, at);
                }
                sweeping |= style::takes_hold(selectors, declarations);
            },
        );
        vocabulary.at_rules(css, at);
        if self.page.sheets.len() < most::SHEETS && !css.trim().is_empty() {
            self.page.sheets.push(PageSheet {
                sketch: script::sketch(css),
                sweeping,
                len: css.len().min(u32::MAX as usize) as u32,
                text: cut(css.trim(), 120),
                head: self.head,
                at,
            });
        }
        // A page that fades in is hidden by one rule and shown by the next.
        let fades = |rule: &style::Rule| rule.page && rule.effect.hides && !rule.generated;
        if rules.iter().any(fades) && style::shows(css) {
            rules.retain(|rule| !fades(rule));
        }
        for rule in rules {
            self.rule(rule);
        }
    }

    pub(super) fn rule(&mut self, rule: style::Rule) {
        let at = self.page.elements;
        if rule.page && rule.generated {
            self.made_up(rule, false);
            return;
        }
        if rule.frame
            && let Some(url) = rule.background.as_deref().filter(|_| !rule.effect.full)
            && let Some(picture) = self.picture(url)
        {
            // One picture in the place of every picture.
            let made =
                style::Rule { target: join(Sort::Image, rule.target, picture.0), content: String::new(), ..rule };
            self.made_up(made, true);
            return;
        }
        if !(rule.page || rule.effect.covers || rule.effect.full && rule.frame || rule.effect.tall) {
            if self.hiders.len() < most::HIDERS {
                self.hiders.push(rule.target);
            }
            return;
        }
        if rule.page {
            if rule.effect.hides {
                self.push_cover(Covering::Hides, rule.target, at);
            }
            if let Some(url) = &rule.background {
                let path = join(Sort::Image, rule.target, 1);
                self.push_image(url, path, at, |image| Image { background: true, wide: true, ..image }, false);
            }
        }
        if self.rules.len() < 200 && !rule.page {
            self.aims.insert(rule.target);
            self.rules.push(rule);
        }
    }

    /// Elements with much of the page in them that a rule hides.
    pub(super) fn hidden_by_rules(&mut self) {
        let much = (self.page.counts.text / 10 * 3).max(300);
        for name in std::mem::take(&mut self.hiders) {
            if self.holders.get(&name).is_some_and(|text| *text >= much) {
                self.push_cover(Covering::Hides, name, self.page.elements);
            }
        }
    }

    /// What rules cover that stand after it.
    pub(super) fn covered_late(&mut self) {
        let late: Vec<_> = self.rules.iter().filter(|rule| self.names.contains(&rule.target)).cloned().collect();
        for rule in late {
            let covering = if rule.frame { Covering::Frame } else { Covering::Element };
            let key = join(Sort::Cover, rule.target, covering as u64);
            let full = rule.effect.covers;
            if full && !self.page.covers.iter().any(|cover| cover.key == key) && self.page.covers.len() < most::COVERS {
                let at = self.page.elements;
                self.page.covers.push(Cover {
                    covering,
                    key,
                    text: String::new(),
                    picture: rule.background.is_some(),
                    frame: rule.frame,
                    inline: false,
                    at,
                });
            }
        }
    }
}
