//! What must hold of whatever bytes come in from outside, one module for each thing that is read: bounds on what is kept, the
//! same result twice, text of a site that stays inert, what is written read back as it was.
//!
//! Each module's `holds` is a target of libFuzzer; `tests/` tries them on the seeds with any toolchain. Nothing here opens a
//! connection or a file. How long one input may take is not judged here but by whoever runs it: a build for fuzzing is
//! several times slower than the program.

pub mod besides;
pub mod certificate;
pub mod charset;
pub mod codings;
pub mod config;
pub mod drawing;
pub mod feed;
pub mod judged;
pub mod lists;
pub mod page;
pub mod parts;
pub mod picture;
pub mod sitemap;
pub mod snapshot;
pub mod values;

// These two are read where the program has them, so that all that is around them need not be built.
#[path = "../../crates/core/tests/common/mod.rs"]
mod common;
#[path = "../../crates/engine/src/fetch/decode.rs"]
mod decode;

/// The made-up pages of the tests, each at its `n`th look.
pub mod pages {
    /// A front page.
    pub fn front(n: usize) -> String {
        crate::common::front(n)
    }

    /// A login page.
    pub fn login(n: usize) -> String {
        crate::common::login(n)
    }

    /// A published story.
    pub fn article(n: usize) -> String {
        crate::common::article(n)
    }

    /// A feed.
    pub fn feed(n: usize) -> String {
        crate::common::feed(n)
    }
}

/// Reads bytes and fails where what must hold of them does not.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also the folder of its seeds.
pub const TARGETS: [(&str, Target); 15] = [
    ("besides", besides::holds),
    ("certificate", certificate::holds),
    ("charset", charset::holds),
    ("codings", codings::holds),
    ("config", config::holds),
    ("drawing", drawing::holds),
    ("feed", feed::holds),
    ("judged", judged::holds),
    ("lists", lists::holds),
    ("page", page::holds),
    ("parts", parts::holds),
    ("picture", picture::holds),
    ("sitemap", sitemap::holds),
    ("snapshot", snapshot::holds),
    ("values", values::holds),
];

/// A text has at most so many characters.
#[track_caller]
fn cut(text: &str, most: usize) {
    let long = text.chars().count();
    assert!(long <= most, "{long} characters, {most} at most: {}…", text.chars().take(80).collect::<String>());
}

/// The first line, and what follows it.
fn first_line(bytes: &[u8]) -> (String, &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    (String::from_utf8_lossy(&bytes[..end]).into_owned(), bytes.get(end + 1..).unwrap_or_default())
}
