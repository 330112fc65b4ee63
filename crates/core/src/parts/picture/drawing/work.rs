//! How much work a drawing is. A few kilobytes can ask for hours of it: a clip within a clip within a clip, a noise of a million
//! octaves, a line of a million dashes. So what is drawn is added up first, every reference with all that it leads to, and
//! what is too much, or cannot be added up, is not drawn.

use resvg::usvg::roxmltree::{Document, Node};
use rustc_hash::FxHashMap;

/// The most work of one drawing, in what a byte of a path takes. A hundred elements come to some forty thousand.
const MOST: u64 = 8_000_000;
/// What an element takes by itself: some 16,000 pixels are filled.
const ELEMENT: u64 = 400;
/// What each step of a gradient takes: it is looked for at every pixel that is filled.
const STOP: u64 = 400;
/// What a step of a filter takes.
const FILTER: u64 = 20_000;
/// The most bytes of rules times elements: each rule is held against each element.
const MATCHED: usize = 8_000_000;

/// Elements that one number makes arbitrarily slow, or that are drawn once for each point of a line.
const UNBOUNDED: [&str; 9] = [
    "marker",
    "feTurbulence",
    "feMorphology",
    "feConvolveMatrix",
    "feImage",
    "feTile",
    "feDisplacementMap",
    "feDiffuseLighting",
    "feSpecularLighting",
];

/// Whether drawing takes a bounded time.
pub(super) fn is_bounded(document: &Document<'_>) -> bool {
    let elements = || document.descendants().filter(Node::is_element);
    if elements().any(|node| UNBOUNDED.contains(&node.tag_name().name())) {
        return false;
    }
    // Attributes are set by rules as well.
    let text = document.input_text();
    if text.contains("dasharray") {
        return false;
    }
    let styles: Vec<&str> = elements().filter(|node| node.tag_name().name() == "style").flat_map(texts).collect();
    if styles.iter().map(|style| style.len()).sum::<usize>().saturating_mul(elements().count()) > MATCHED {
        return false;
    }
    let Some(classes) = classes(&styles) else { return false };
    let mut ids: FxHashMap<&str, Vec<Node<'_, '_>>> = FxHashMap::default();
    for node in elements() {
        if let Some(id) = node.attribute("id") {
            ids.entry(id).or_default().push(node);
        }
    }
    let mut sum = Sum { ids, classes, known: FxHashMap::default() };
    sum.of(document.root()).is_some_and(|work| work <= MOST)
}

/// All text within a node: a style sheet may be in several pieces.
fn texts<'d>(node: Node<'d, 'd>) -> Vec<&'d str> {
    node.descendants().filter(Node::is_text).filter_map(|inner| inner.text()).collect()
}

/// The ids that a value refers to.
fn ids(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).map(|rest| {
        let id = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '#'));
        id.split(|c: char| c.is_whitespace() || matches!(c, ')' | '"' | '\'')).next().unwrap_or(id)
    })
}

/// What rules refer to, by the class that they name. None where a rule that refers to something names more than classes.
fn classes<'d>(styles: &[&'d str]) -> Option<FxHashMap<&'d str, Vec<&'d str>>> {
    let mut classes: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    let refers = |text: &str| text.contains("url") || text.contains("filter") || text.contains('\\');
    for rule in styles.iter().filter(|style| refers(style)).flat_map(|style| style.split('}')) {
        if !refers(rule) {
            continue;
        }
        let (selectors, declarations) = rule.split_once('{')?;
        // Neither comments nor other rules nor escapes, and a filter is written where it is used.
        if rule.contains("/*") || rule.contains(['@', '\\']) || declarations.contains("filter") {
            return None;
        }
        for selector in selectors.split(',') {
            let class = selector.trim().strip_prefix('.')?;
            if !class.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) {
                return None;
            }
            classes.entry(class).or_default().extend(ids(declarations));
        }
    }
    Some(classes)
}

/// Work, added up.
struct Sum<'d> {
    /// Elements by their ids; of several with one id, whoever draws may take any.
    ids: FxHashMap<&'d str, Vec<Node<'d, 'd>>>,
    classes: FxHashMap<&'d str, Vec<&'d str>>,
    /// What was added up; none while it is going on.
    known: FxHashMap<usize, Option<u64>>,
}

impl<'d> Sum<'d> {
    /// The work of a node with all in it and all that it refers to; none where it refers to itself.
    fn of(&mut self, node: Node<'d, 'd>) -> Option<u64> {
        let at = node.id().get_usize();
        if let Some(known) = self.known.get(&at) {
            return *known;
        }
        self.known.insert(at, None);
        let mut work = own(node);
        for child in node.children().filter(Node::is_element) {
            work = work.saturating_add(self.of(child)?);
        }
        let mut targets: Vec<&str> = Vec::new();
        for attribute in node.attributes() {
            match attribute.name() {
                "href" => targets.extend(attribute.value().trim().strip_prefix('#')),
                "class" => {
                    let classes = attribute.value().split_whitespace().filter_map(|class| self.classes.get(class));
                    targets.extend(classes.flatten());
                }
                _ => targets.extend(ids(attribute.value())),
            }
        }
        for target in targets {
            for target in self.ids.get(target).cloned().unwrap_or_default() {
                work = work.saturating_add(self.of(target)?);
            }
        }
        self.known.insert(at, Some(work));
        Some(work)
    }
}

/// The work of an element itself.
fn own(node: Node<'_, '_>) -> u64 {
    let name = node.tag_name().name();
    let bytes: usize = node.attributes().map(|attribute| attribute.value().len()).sum();
    let filters = node
        .attributes()
        .filter(|attribute| attribute.value().contains('(') && is_filter(attribute.name(), attribute.value()));
    let kind = match name {
        "stop" => STOP,
        _ if name.starts_with("fe") => FILTER,
        _ => ELEMENT,
    };
    // Each function of a filter is a step of it.
    let steps: usize = filters.map(|attribute| attribute.value().matches('(').count()).sum();
    kind + bytes as u64 + steps as u64 * FILTER
}

/// Whether an attribute sets a filter.
fn is_filter(name: &str, value: &str) -> bool {
    name == "filter" || name == "style" && value.contains("filter")
}
