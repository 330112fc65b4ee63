//! The page of a hostile server before it turns: small, and the same each time.

use std::fmt::Write as _;

/// Its title.
pub(super) const TITLE: &str = "The Paper";

/// A front page.
pub(super) fn page() -> String {
    with("")
}

/// The same with a logo in its masthead and a picture as wide as the page.
pub(super) fn page_with_pictures() -> String {
    with(
        "<a class=\"logo\" href=\"/\"><img class=\"logo\" id=\"logo\" src=\"/logo\" alt=\"The Paper\"></a>\
         <img class=\"lead\" src=\"/lead\" width=\"1200\" height=\"600\" alt=\"The harbour\">",
    )
}

fn with(masthead: &str) -> String {
    let mut page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{TITLE}</title></head><body>\
         <header class=\"masthead\">{masthead}<h1>{TITLE}</h1></header><main>"
    );
    for n in 0..20 {
        let _ = write!(
            page,
            "<article class=\"card\"><h2><a href=\"/story/{n}\">The council talks about street number {n}</a></h2>\
             <p>What it means for those who live there, and what the neighbours of number {n} have to say about it.</p></article>"
        );
    }
    page.push_str("</main><footer><a href=\"/about\">About</a><a href=\"/contact\">Contact</a></footer></body></html>");
    page
}
