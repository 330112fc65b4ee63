//! How fast a page is read and judged: `cargo bench -p frontwatch-core`.
#![allow(
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "tables of pages, put together as text; a test may panic"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::{HOST, Watch, front};
use divan::counter::BytesCount;
use frontwatch_core::extract::extract;
use frontwatch_core::watch::WatchKind;
use url::Url;

fn main() {
    divan::main();
}

/// A front page of about 190 kB: the size that the CPU target is given for.
fn large() -> String {
    let page = front(0);
    let (start, rest) = page.split_once("<article").unwrap();
    let (cards, end) = rest.split_once("</main>").unwrap();
    let cards = format!("<article{cards}");
    format!("{start}{}</main>{end}", cards.repeat(190_000 / cards.len()))
}

#[divan::bench]
fn extract_190_kb(bencher: divan::Bencher<'_, '_>) {
    let (page, url) = (large(), Url::parse(HOST).unwrap());
    bencher.counter(BytesCount::of_str(&page)).bench(|| extract(&page, &url, &[]));
}

#[divan::bench]
fn judge_190_kb(bencher: divan::Bencher<'_, '_>) {
    let mut watch = Watch::new(WatchKind::Homepage);
    for _ in 0..5 {
        watch.see(&large());
    }
    let page = large();
    bencher.counter(BytesCount::of_str(&page)).bench(|| watch.judge(&page));
}
