//! CSS selectors of parts to ignore, as far as `[outlet.ignore]` needs them: a tag, an id, classes and attributes of one element.

/// A selector that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Selector {
    tag: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
}

impl Selector {
    /// Reads `div.ad#top`. Selectors over several elements, and what else CSS can say, are `None`: they ignore nothing.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '#');
        if text.is_empty() || !text.chars().all(plain) {
            return None;
        }
        let first = text.find(['.', '#']).unwrap_or(text.len());
        let mut selector =
            Self { tag: (first > 0).then(|| text[..first].to_ascii_lowercase()), id: None, classes: Vec::new() };
        let mut rest = &text[first..];
        while let Some(kind) = rest.chars().next() {
            let end = rest[1..].find(['.', '#']).map_or(rest.len(), |n| n + 1);
            let name = rest[1..end].to_owned();
            if name.is_empty() {
                return None;
            }
            if kind == '#' {
                selector.id = Some(name);
            } else {
                selector.classes.push(name);
            }
            rest = &rest[end..];
        }
        Some(selector)
    }

    /// Whether an element is meant.
    pub(super) fn matches(&self, tag: &str, id: &str, class: &str) -> bool {
        self.tag.as_deref().is_none_or(|wanted| wanted == tag)
            && self.id.as_deref().is_none_or(|wanted| wanted == id)
            && self.classes.iter().all(|wanted| class.split_ascii_whitespace().any(|has| has == wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_simple_selectors_and_refuses_the_rest() {
        let ad = Selector::parse("div.ad.big#top").unwrap();
        assert!(ad.matches("div", "top", "big x ad"));
        assert!(
            !ad.matches("div", "top", "big") && !ad.matches("p", "top", "big ad") && !ad.matches("div", "", "big ad")
        );
        assert!(Selector::parse("#weather").unwrap().matches("p", "weather", ""));
        for bad in ["", "div > p", "a:hover", ".", "a..b", "*"] {
            assert_eq!(Selector::parse(bad), None, "{bad}");
        }
    }
}
