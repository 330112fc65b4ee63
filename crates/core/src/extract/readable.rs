//! Which of a page's blocks are the text of its story, as the reading view of a browser would choose.
//!
//! The choice is `dom_smoothie`'s, a port of Mozilla's Readability. It builds a tree, and some of what it does grows with how
//! deep that nests; so only pages of ordinary size and depth are given to it. For all others, and where it chooses
//! little of a page that does not call itself a story, the text is every block that is not beside it.

use dom_smoothie::{Config, Readability};
use rustc_hash::FxHashSet;

use super::name::{Key, Sort, key};
use super::prose::Prose;

/// The largest page that is given to the library, bytes; how deep it may nest, how many tags it may have, and how many
/// attributes one of them: a tree builder compares each with all before it.
const LARGEST: usize = 2_000_000;
const DEEPEST: usize = 120;
const TAGS: usize = 40_000;
const ATTRIBUTES: usize = 100;
/// How many formatting elements may be open at once: each is made anew in every paragraph that follows.
const FORMATTING: usize = 24;
/// The share of a page's words that the choice must hold to be believed of a page that does not call itself a story,
/// and of one that does.
const ENOUGH: f64 = 0.8;
const ENOUGH_OF_A_STORY: f64 = 0.25;

/// For each block whether it is the story's.
pub(super) fn chosen(page: &str, prose: &Prose) -> Vec<bool> {
    let readable = |at: usize| {
        let block = &prose.blocks[at];
        let letters = block.text.chars().filter(|c| !c.is_whitespace()).count();
        !block.beside && !block.heading && block.linked * 2 < letters.max(1)
    };
    let all: Vec<bool> = (0..prose.blocks.len()).map(readable).collect();
    let Some(kept) = kept(page, prose) else {
        return all;
    };
    let strict: Vec<bool> =
        prose.blocks.iter().zip(&all).map(|(block, all)| *all && kept.contains(&name(&block.text))).collect();
    let words = |which: &[bool]| -> usize {
        let long = prose.blocks.iter().zip(which).filter(|(block, there)| **there && block.text.len() > 80);
        long.map(|(block, _)| block.text.len()).sum()
    };
    let enough = if prose.story { ENOUGH_OF_A_STORY } else { ENOUGH };
    if words(&strict) as f64 >= enough * words(&all) as f64 && words(&strict) > 0 { strict } else { all }
}

/// The texts that the library keeps, by name; nothing where it was not asked or found none.
fn kept(page: &str, prose: &Prose) -> Option<FxHashSet<Key>> {
    if page.len() > LARGEST
        || prose.deepest > DEEPEST
        || prose.tags > TAGS
        || prose.attributes > ATTRIBUTES
        || formatting(page) > FORMATTING
    {
        return None;
    }
    let config =
        Config { max_elements_to_parse: TAGS, disable_json_ld: true, char_threshold: 300, ..Config::default() };
    let article = Readability::new(page, None, Some(config)).ok()?.parse().ok()?;
    let kept = super::prose::read(&article.content);
    Some(kept.blocks.iter().map(|block| name(&block.text)).collect())
}

/// How many formatting elements are open at once at most: a tree builder makes each of them anew in every paragraph after
/// it, until it is closed (HTML standard, "reconstruct the active formatting elements").
fn formatting(page: &str) -> usize {
    let bytes = page.as_bytes();
    let (mut left, mut most) = (0_usize, 0);
    for at in memchr::memchr_iter(b'<', bytes) {
        let (end, rest) = match &bytes[at + 1..] {
            [b'/', rest @ ..] => (true, rest),
            rest => (false, rest),
        };
        let len = rest.iter().take(8).position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(8);
        let mut name = [0; 8];
        for (to, from) in name.iter_mut().zip(&rest[..len.min(rest.len())]) {
            *to = from.to_ascii_lowercase();
        }
        let formats = matches!(
            &name[..len.min(8)],
            b"a" | b"b"
                | b"big"
                | b"code"
                | b"em"
                | b"font"
                | b"i"
                | b"nobr"
                | b"s"
                | b"small"
                | b"strike"
                | b"strong"
                | b"tt"
                | b"u"
        );
        if formats {
            left = if end { left.saturating_sub(1) } else { left + 1 };
            most = most.max(left);
        }
    }
    most
}

/// A block by what can be read in it.
fn name(text: &str) -> Key {
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    key(Sort::Block, plain.as_bytes())
}
