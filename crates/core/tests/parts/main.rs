//! What a page loads and what paints it: tables of what was done to it and what is said of that; and whatever bytes come.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

#[path = "../common/mod.rs"]
mod common;

mod bytes;
mod drawings;
mod pictures;
mod scripts;
mod sheets;
mod site;
mod stored;
