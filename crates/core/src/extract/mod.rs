//! Decoded text → page model. Reads what a browser would read, keeps what a judgement needs, runs nothing.
//!
//! May not touch: baselines, verdicts, sentences. Time and space are linear in the size of the text; whatever a site
//! sends is read to the end without a panic (see the properties in `tests/`).

pub mod alternates;
pub mod changed;
pub mod charset;
mod element;
mod feed;
mod holder;
mod html;
mod ignore;
pub mod login;
pub mod model;
pub mod name;
pub(crate) mod prose;
mod readable;
pub mod script;
pub mod served;
pub mod sheet;
mod style;
pub mod text;
mod tokens;
mod vocabulary;

pub use charset::{Decoded, decode, text_bytes};
pub use feed::{FOLLOWED, Listed, next_sitemap, stories};
pub use holder::holder;
pub use model::PageModel;

use url::Url;

use crate::facts::story::{Beside, Story};
use crate::observation::Headers;
use served::Served;

/// Reads a page that answered at `url`. `ignore` are CSS selectors of parts that the newsroom asked to leave out; they
/// never exempt a cover, a script, a title or a heading.
pub fn extract(text: &str, url: &Url, ignore: &[String]) -> PageModel {
    extract_answer(text, url, &Headers::default(), ignore)
}

/// The same of an answer with headers, some of which do as much to a page as what stands in it.
pub fn extract_answer(text: &str, url: &Url, headers: &Headers, ignore: &[String]) -> PageModel {
    let mut page = html::read(text, url.host_str().unwrap_or(""), headers.get("refresh"), ignore);
    page.served = Served::of(url, headers);
    if url.scheme() == "http" {
        // A form goes the way that its page came, unless it says otherwise.
        page.forms.iter_mut().for_each(|form| form.plain |= !form.encrypted);
    }
    page
}

/// Reads a feed that answered at `url`.
pub fn extract_feed(text: &str, url: &Url) -> PageModel {
    feed::read(text, url.host_str().unwrap_or(""))
}

/// Reads a page as a published story: what names it, and its main text. See [`crate::facts::story`] for the bounds.
pub fn story(text: &str) -> Story {
    let mut prose = prose::read(text);
    let chosen = readable::chosen(text, &prose);
    let time = |text: &str| feed::time(text);
    let picture = if prose.picture.is_empty() { &prose.first_picture } else { &prose.picture };
    let texts: Vec<&str> = prose.blocks.iter().map(|block| block.text.as_str()).collect();
    let beside = Beside::of(&texts, |at| !chosen[at] && prose.blocks[at].linked * 2 < prose.blocks[at].text.len());
    let story = Story {
        beside,
        canonical: std::mem::take(&mut prose.canonical),
        picture: picture.clone(),
        published: time(&prose.published),
        modified: time(&prose.modified),
        title: std::mem::take(&mut prose.title),
        shared_title: std::mem::take(&mut prose.shared_title),
        heading: std::mem::take(&mut prose.heading),
        ..Story::default()
    };
    let of = |which: bool| {
        let blocks = prose.blocks.iter().zip(&chosen);
        blocks
            .filter(move |(block, chosen)| {
                **chosen == which && (which || !block.beside && block.linked * 2 < block.text.len())
            })
            .map(|(block, _)| block.text.clone())
    };
    story.filled(of(true), of(false), prose.blocks.iter().map(|block| block.text.as_str()))
}
