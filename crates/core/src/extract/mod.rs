//! Decoded text → page model. Reads what a browser would read, keeps what a judgement needs, runs nothing.
//!
//! May not touch: baselines, verdicts, sentences. Time and space are linear in the size of the text; whatever a site
//! sends is read to the end without a panic (see the properties in `tests/`).

pub mod charset;
mod element;
mod feed;
mod html;
mod ignore;
pub mod login;
pub mod model;
pub mod name;
pub mod script;
pub mod sheet;
mod style;
pub mod text;
mod tokens;
mod vocabulary;

pub use charset::{Decoded, decode};
pub use model::PageModel;

use url::Url;

/// Reads a page that answered at `url`. `ignore` are CSS selectors of parts that the newsroom asked to leave out; they
/// never exempt a cover, a script, a title or a heading.
pub fn extract(text: &str, url: &Url, ignore: &[String]) -> PageModel {
    let mut page = html::read(text, url.host_str().unwrap_or(""), ignore);
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
