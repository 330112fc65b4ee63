//! How late looks are with thousands of watches: `taskset -c 0 cargo bench -p frontwatch-engine --bench lateness -- [WATCHES] [SECONDS] [storm]`.
//!
//! Front pages of as many hosts on loopback, each different at every look so that every look is extracted and judged, at an
//! interval of 60 s; the server is in the same process and costs it something, too. How late a look is: by how much more time
//! passed since the one before began than the schedule has between the two. That the look before and its judgement took
//! their time counts as lateness.
//!
//! With the word `storm` after the numbers, every page is an error from the end of that time on, for three minutes: how many
//! notices that makes, and how long the loop takes to answer meanwhile.

#![expect(clippy::print_stdout, reason = "its figures are what it is for")]
#![expect(clippy::expect_used, reason = "without what it measures there is nothing to print")]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use frontwatch_core::channel::Channel;
use frontwatch_core::config;
use frontwatch_core::notify::Notice;
use frontwatch_core::observation::Observation;
use frontwatch_core::schedule::jittered;
use frontwatch_core::text::Speech;
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::api::session;
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::network::NoWord;
use frontwatch_engine::ports::{Clock, Fetch, Later, NotDelivered, Notifier, Order, Post};
use frontwatch_engine::run::{self, Ports, Setup};
use frontwatch_engine::store::{Access, Store};
use jiff::tz::TimeZone;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use url::Url;

const INTERVAL: Duration = Duration::from_secs(60);
/// Until what is normal of most pages is learned.
const WARM_UP: Duration = Duration::from_secs(70);
/// How long every page is an error.
const STORM: Duration = Duration::from_secs(180);
/// Between two questions to the loop meanwhile.
const ASKED_EVERY: Duration = Duration::from_millis(100);

/// Whether every page is an error now.
static STORMY: AtomicBool = AtomicBool::new(false);

fn main() {
    // Cargo adds `--bench`.
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let watches = numbers.first().copied().unwrap_or(5_000);
    let measured = Duration::from_secs(numbers.get(1).copied().unwrap_or(180));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let storm = std::env::args().any(|word| word == "storm");
    runtime.block_on(measure(watches, measured, storm));
}

async fn measure(watches: u64, measured: Duration, storm: bool) {
    let listener = TcpListener::bind("0.0.0.0:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(serve(listener));
    let mut text = "[watching]\ninterval = \"60s\"\nprobes = []\n".to_owned();
    for n in 0..watches {
        let (high, low) = (n / 250, n % 250 + 1);
        let _ = write!(
            text,
            "[[outlet]]\nname = \"Paper {n}\"\nhomepage = \"http://127.1.{high}.{low}:{port}/\"\nreader_look = false\n"
        );
    }
    let config = config::parse(&text).expect("a configuration").config;
    let dir = tempfile::tempdir().expect("a directory");
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let looks = Arc::new(Looks { to: session::fetch(&config, &clock).expect("a client"), began: Mutex::default() });
    let told = Arc::new(Counter::default());
    let ports = Ports {
        fetch: Arc::<Looks>::clone(&looks),
        clock,
        desktop: Arc::<Counter>::clone(&told),
        post: Arc::new(Nobody),
        surroundings: Arc::new(NoWord),
    };
    let (_clicks, clicks) = mpsc::channel(1);
    let setup = Setup {
        config,
        config_file: None,
        speech: Speech::new(&["en".to_owned()], TimeZone::UTC),
        store: Store::open(dir.path(), Access::Write).expect("a store").store,
        clicks,
        words: Vec::new(),
        unusable: None,
    };
    let (handle, running) = run::start(ports, setup).await.expect("a watch");
    tokio::time::sleep(WARM_UP).await;
    let (from, spent) = (Instant::now(), cpu());
    tokio::time::sleep(measured).await;
    let (until, spent) = (Instant::now(), cpu() - spent);
    looks.report(from, until, spent);
    if storm {
        report_storm(&handle, &told).await;
    }
    handle.stop().await;
    let _ = running.await;
}

async fn report_storm(handle: &run::Handle, told: &Counter) {
    let (began, spent, before) = (Instant::now(), cpu(), told.0.load(Ordering::Relaxed));
    STORMY.store(true, Ordering::Relaxed);
    let (mut took, mut sentence, mut open) = (Vec::new(), String::new(), 0);
    while began.elapsed() < STORM {
        tokio::time::sleep(ASKED_EVERY).await;
        let asked = Instant::now();
        let overview = handle.overview().await.expect("a running watch");
        took.push(asked.elapsed());
        open = overview.anomalies.len() + overview.unlisted as usize;
        sentence = overview.sentence;
    }
    took.sort_unstable();
    let at = |share: f64| took.get((took.len() as f64 * share) as usize).or(took.last()).copied().unwrap_or_default();
    println!("storm: {open} open after {:.0} s: {sentence}", began.elapsed().as_secs_f64());
    println!("storm: {} notices", told.0.load(Ordering::Relaxed) - before);
    println!(
        "storm: the loop answers in {:?} in the median, 99 of 100 within {:?}, always within {:?}",
        at(0.5),
        at(0.99),
        at(1.0)
    );
    println!("storm: processor: {:.0} % of one core", 100.0 * (cpu() - spent) / began.elapsed().as_secs_f64());
}

/// Processor time of this process so far, in seconds: `/proc/self/stat` counts it in hundredths.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

/// Notes when each look begins.
struct Looks {
    to: Arc<dyn Fetch>,
    began: Mutex<HashMap<Url, Vec<Instant>>>,
}

impl Fetch for Looks {
    fn look(&self, order: Order) -> Later<Observation> {
        let mut began = self.began.lock().unwrap_or_else(PoisonError::into_inner);
        began.entry(order.url.clone()).or_default().push(Instant::now());
        self.to.look(order)
    }
}

impl Looks {
    fn report(&self, from: Instant, until: Instant, spent: f64) {
        let began = self.began.lock().unwrap_or_else(PoisonError::into_inner);
        let mut late = Vec::new();
        let mut unseen = 0;
        for (url, looks) in began.iter() {
            let id = WatchId::new(WatchKind::Homepage, url);
            for (number, pair) in (1u64..).zip(looks.windows(2)) {
                if (from..until).contains(&pair[1]) {
                    late.push(pair[1].duration_since(pair[0]).saturating_sub(jittered(&id, number, INTERVAL)));
                }
            }
            unseen += usize::from(looks.last().is_none_or(|last| until.duration_since(*last) > INTERVAL.mul_f64(1.2)));
        }
        late.sort_unstable();
        let at =
            |share: f64| late.get((late.len() as f64 * share) as usize).or(late.last()).copied().unwrap_or_default();
        let over = until.duration_since(from).as_secs_f64();
        println!(
            "{} watches, {} looks in {over:.0} s, {:.1} a second",
            began.len(),
            late.len(),
            late.len() as f64 / over
        );
        println!("late: median {:?}, 99 of 100 within {:?}, all within {:?}", at(0.5), at(0.99), at(1.0));
        println!("not looked at for more than 72 s at the end: {unseen}");
        println!(
            "processor: {:.0} % of one core, {:.2} ms a look",
            100.0 * spent / over,
            1000.0 * spent / late.len() as f64
        );
    }
}

/// Counts what reaches the screen.
#[derive(Default)]
struct Counter(AtomicUsize);

impl Notifier for Counter {
    fn raise(&self, _: &Notice) -> Result<(), NotDelivered> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn close(&self, _: &str) {}
}

struct Nobody;

impl Post for Nobody {
    fn send(&self, _: Channel, _: Notice) -> Later<Result<(), NotDelivered>> {
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Front pages of forty stories, of which one is new at every request.
async fn serve(listener: TcpListener) {
    let mut number = 0u64;
    while let Ok((stream, _)) = listener.accept().await {
        number += 1;
        tokio::spawn(answer(stream, number));
    }
}

async fn answer(mut stream: TcpStream, number: u64) {
    let mut request = vec![0; 4096];
    let mut filled = 0;
    while !request[..filled].ends_with(b"\r\n\r\n") {
        match stream.read(&mut request[filled..]).await {
            Ok(read) if read > 0 => filled += read,
            _ => return,
        }
    }
    let mut page = "<!doctype html><html lang=\"en\"><head><title>Paper</title></head><body><h1>Paper</h1>".to_owned();
    for place in 0..40 {
        let story = if place == 0 { number } else { place };
        let _ = write!(
            page,
            "<article><h2><a href=\"/news/{story}\">Council decides on matter number {story} of the year</a></h2>\
             <p>The council of the city met on this matter for the {story}th time, and what it means for those who live here \
             is told in this story by our correspondent, who was there from the morning on and spoke to many.</p></article>"
        );
    }
    page.push_str("</body></html>");
    let status = if STORMY.load(Ordering::Relaxed) { "500 Internal Server Error" } else { "200 OK" };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        page.len()
    );
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(page.as_bytes()).await;
    let _ = stream.shutdown().await;
}
