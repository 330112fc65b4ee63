//! How fast a page is read and judged, by what it is made of and how large it is: `cargo bench -p frontwatch-core`.
#![allow(
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "tables of pages, put together as text; a benchmark may panic"
)]

#[path = "../tests/common/mod.rs"]
mod common;
mod pages;

use common::{HOST, Watch};
use divan::counter::BytesCount;
use frontwatch_core::extract::extract;
use frontwatch_core::watch::WatchKind;
use pages::{Shape, page};
use url::Url;

/// In bytes. The CPU target is given for 190 kB.
const SIZES: [usize; 5] = [10_000, 50_000, 190_000, 1_000_000, 5_000_000];

fn main() {
    divan::main();
}

fn read(bencher: divan::Bencher<'_, '_>, shape: Shape, size: usize) {
    let (page, url) = (page(shape, size, 5), Url::parse(HOST).unwrap());
    bencher.counter(BytesCount::of_str(&page)).bench_local(|| extract(&page, &url, &[]));
}

fn judge(bencher: divan::Bencher<'_, '_>, shape: Shape, size: usize) {
    let mut watch = Watch::new(WatchKind::Homepage);
    for look in 0..5 {
        watch.see(&page(shape, size, look));
    }
    let page = page(shape, size, 5);
    bencher.counter(BytesCount::of_str(&page)).bench_local(|| watch.judge(&page));
}

#[divan::bench(args = SIZES)]
fn extract_text(bencher: divan::Bencher<'_, '_>, size: usize) {
    read(bencher, Shape::Text, size);
}

#[divan::bench(args = SIZES)]
fn extract_markup(bencher: divan::Bencher<'_, '_>, size: usize) {
    read(bencher, Shape::Markup, size);
}

#[divan::bench(args = SIZES)]
fn extract_script(bencher: divan::Bencher<'_, '_>, size: usize) {
    read(bencher, Shape::Script, size);
}

#[divan::bench(args = SIZES)]
fn judge_text(bencher: divan::Bencher<'_, '_>, size: usize) {
    judge(bencher, Shape::Text, size);
}

#[divan::bench(args = SIZES)]
fn judge_markup(bencher: divan::Bencher<'_, '_>, size: usize) {
    judge(bencher, Shape::Markup, size);
}

#[divan::bench(args = SIZES)]
fn judge_script(bencher: divan::Bencher<'_, '_>, size: usize) {
    judge(bencher, Shape::Script, size);
}
