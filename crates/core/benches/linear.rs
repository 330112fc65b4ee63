//! Whether the time to read and judge a page grows with its size and no faster: ordinary pages and hostile ones, small
//! and large. `cargo bench -p frontwatch-core --bench linear`; it fails where a byte of a large page costs much more.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "tables of pages, put together as text, and their times; a benchmark may panic"
)]

#[path = "../tests/common/mod.rs"]
mod common;
mod pages;

use std::hint::black_box;
use std::process::ExitCode;

use common::{Watch, front};
use frontwatch_core::watch::WatchKind;
use pages::{Shape, page};
use rustix::time::{ClockId, clock_gettime};

/// The sizes that are compared, in bytes.
const SMALL: usize = 190_000;
const LARGE: usize = 5_000_000;
/// How much more a byte of the large page may cost. Caches alone make it up to half as much again.
const MOST: f64 = 2.5;
/// Each is measured for so many seconds and at least three times; the least counts, as nothing else on the computer makes
/// anything faster.
const ENOUGH: f64 = 0.25;

fn main() -> ExitCode {
    let shapes = [("text page", Shape::Text), ("markup page", Shape::Markup), ("script page", Shape::Script)];
    let mut table: Vec<(&str, String, String)> =
        shapes.map(|(what, shape)| (what, page(shape, SMALL, 5), page(shape, LARGE, 5))).into();
    table
        .extend(hostile(SMALL).into_iter().zip(hostile(LARGE)).map(|((what, small), (_, large))| (what, small, large)));
    let watch = Watch::learned(WatchKind::Homepage, front, 5);
    let mut linear = true;
    println!("{:24} {:>14} {:>14} {:>8}", "extracted and judged", "190 kB, MB/s", "5 MB, MB/s", "growth");
    for (what, small, large) in table {
        let (small, large) = (per_byte(&watch, &small), per_byte(&watch, &large));
        let growth = large / small;
        linear &= growth <= MOST;
        let note = if growth > MOST { "  NOT LINEAR" } else { "" };
        println!("{what:24} {:>14.0} {:>14.0} {growth:>8.2}{note}", 1e3 / small, 1e3 / large);
    }
    if linear { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Nanoseconds for a byte.
fn per_byte(watch: &Watch, page: &str) -> f64 {
    let (mut least, mut runs) = (f64::MAX, 0);
    let began = cpu();
    while runs < 3 || cpu() - began < ENOUGH {
        let start = cpu();
        black_box(watch.judge(black_box(page)));
        least = least.min(cpu() - start);
        runs += 1;
    }
    least * 1e9 / page.len() as f64
}

/// Seconds that this thread has used so far. By the clock on the wall a long run is interrupted more often than a short one.
fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9
}

/// Pages that nobody publishes but to keep a reader busy, of about `size` bytes each, by what is wrong with them.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let times = |text: &str| text.repeat(size / text.len());
    let numbered = |each: &dyn Fn(usize) -> String| {
        let mut page = String::with_capacity(size + 256);
        for n in 0.. {
            if page.len() >= size {
                break;
            }
            page.push_str(&each(n));
        }
        page
    };
    vec![
        ("deep nesting", numbered(&|n| format!("<div class=c{n}>"))),
        ("unclosed links", numbered(&|n| format!("<a href=/x{n}>y"))),
        ("unclosed headings", times("<h2><p>same")),
        ("end tags of nothing", format!("{}{}", "<i>".repeat(100), times("</b>"))),
        ("many attributes", format!("<p {}>", numbered(&|n| format!("a{n}=1 ")))),
        ("one huge attribute", format!("<img src=\"{}\">", times("a/"))),
        ("many classes", format!("<p class=\"{}\">", numbered(&|n| format!("c{n} ")))),
        ("many hosts", numbered(&|n| format!("<a href=//h{n}.example>x</a>"))),
        ("many covering rules", {
            let rules: String = (0..300).map(|n| format!(".r{n}{{position:fixed;inset:0}}")).collect();
            format!("<style>{rules}</style>{}", numbered(&|n| format!("<b class='x{n} y{n}'>")))
        }),
        ("many style rules", format!("<style>{}", numbered(&|n| format!(".a{n} p{{position:fixed;inset:{n}px}}")))),
        ("many styles", numbered(&|n| format!("<style>.a{n}{{display:none}}</style>"))),
        ("open braces", format!("<style>{}", times("{"))),
        ("open comments", format!("<style>{}", times("a{/*}"))),
        ("many tiny scripts", numbered(&|n| format!("<script>a{n}()</script>"))),
        ("many event handlers", numbered(&|n| format!("<b onfocus='something({n})'>"))),
        ("scripts of slashes", times(&format!("<script>{}</script>", "/".repeat(4000)))),
        ("one huge script", format!("<script>{}", times("var a='//x.example/';"))),
        ("data as addresses", times(&format!("<img src='data:image/png;base64,{}'>", "QUJD".repeat(500)))),
        ("noscript in noscript", times("<noscript><a href=//x.example>y</a>")),
        ("claims", times("<p>hacked by nobody</p>")),
        ("spaces", times(" \n\t")),
        ("quotes", times("<a title='\"><b \"")),
        ("references", times("&amp;&#x41;&notanentity")),
        ("comments", times("<!-- - -->")),
        ("inline styles", numbered(&|n| format!("<b style='left:{n}px;position:fixed;opacity:0.{n}'>"))),
    ]
}
