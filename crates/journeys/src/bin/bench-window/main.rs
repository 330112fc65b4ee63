//! What the real window costs: how soon it is painted after somebody asks for it, and how long the frames of scrolling
//! take, with few outlets and with very many. The built program in its window of `WebKitGTK`, on a display of its own.
//!
//! The outlets are a newsroom's on loopback, which are looked at once and then left alone; the incidents are put into the
//! store before the program starts. Figures go to standard output, what happens meanwhile to standard error. Nothing fails
//! by a figure.
//!
//! **Architecture invariant:** it talks to loopback and to a bus of its own, ends by itself, and ends what it started.

mod given;

use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use clap::Parser;
use frontwatch_journeys::{Bus, Display, Home, Paper, Program, Recorder, Tray, Window, wait_until};
use frontwatch_newsroom::{Options, Roster};
use jiff::Timestamp;

/// The longest that anything is waited for: the first looks at all outlets, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(300);
/// The longest that the window may take to answer.
const SOON: Duration = Duration::from_secs(60);
/// What the shell writes into its log before it makes the window.
const MARK: &str = "making the window";
/// How many outlets "few" are.
const FEW: usize = 6;

/// How many outlets were looked at, of those that were seen so far: of a long list only the rows in sight are made, so that
/// each time it is read two screens further on, and then from its beginning.
const LOOKED: &str = r"
    const looked = (window.looked ??= new Set());
    for (const row of document.querySelectorAll('[data-outlet]')) {
        if ([...row.querySelectorAll('.when')].some((at) => at.innerText)) looked.add(row.dataset.outlet);
    }
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    scrollTo(0, end ? 0 : scrollY + 2 * innerHeight);
    return looked.size;
";

/// Measures the real window: its first paint, and the frames of scrolling.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// How many outlets there are
    #[arg(long, default_value_t = 1000, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=2000))]
    outlets: u64,
    /// How many incidents are in the history; one in ten is open
    #[arg(long, default_value_t = 5000, value_name = "N", value_parser = clap::value_parser!(u64).range(0..=20_000))]
    incidents: u64,
    /// How often the window is opened; the middle time counts
    #[arg(long, default_value_t = 7, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=50))]
    openings: u64,
    /// The frames of one way through a page, down and up again
    #[arg(long, default_value_t = 300, value_name = "N", value_parser = clap::value_parser!(u64).range(10..=2000))]
    frames: u64,
}

fn main() -> ExitCode {
    match measure(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("bench-window: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn measure(arguments: &Arguments) -> Result<()> {
    let outlets = usize::try_from(arguments.outlets)?;
    let few = Scene::open(FEW.min(outlets), 0)?;
    few.first_paints("few outlets", arguments.openings)?;
    drop(few);
    let many = Scene::open(outlets, usize::try_from(arguments.incidents)?)?;
    let name = format!("{outlets} outlets, {} incidents", arguments.incidents);
    let window = many.first_paints(&name, arguments.openings)?;
    for view in ["now", "outlets", "history"] {
        print(&format!("{name}, {view}: {}", frames(&window, view, arguments.frames)?))?;
    }
    Ok(())
}

/// A program that watches, hidden, on a desk of its own.
struct Scene {
    // In the order of ending.
    window: std::cell::RefCell<Option<Window>>,
    tray: Tray,
    display: Display,
    _server: Recorder,
    _bus: Bus,
    _home: Home,
    _paper: Paper,
}

impl Scene {
    /// Once every outlet was looked at.
    fn open(outlets: usize, incidents: usize) -> Result<Self> {
        let options = Options { roster: Roster::Generated(outlets), page_kb: 15, ..Options::default() };
        let (paper, home, bus, display) = (Paper::with(options)?, Home::new()?, Bus::start()?, Display::start()?);
        home.configure(&format!("{}\n[alerts]\n", paper.config(Some("10m"))))?;
        given::incidents(&home.data(), &paper.outlets(), incidents)?;
        let server = Recorder::start(&bus)?;
        let mut command = Program::desktop(&home, Some(&bus), &display)?;
        let mut window =
            Window::start(command.arg("--hidden").env("FRONTWATCH_LOG", "error,frontwatch_desktop=debug"))?;
        let tray = Tray::wait(&bus, SOON)?;
        tray.click("Open Frontwatch")?;
        window.wait(SOON)?;
        window.click("[data-nav=outlets]")?;
        say(&format!("{outlets} outlets are looked at for the first time…"));
        wait_until("a first look at every outlet", PATIENCE, || {
            std::thread::sleep(Duration::from_millis(100));
            Ok((window.script(LOOKED)?.as_u64() >= Some(outlets as u64)).then_some(()))
        })
        .with_context(|| format!("{:?} were looked at", window.script(LOOKED)))?;
        let window = std::cell::RefCell::new(Some(window));
        Ok(Self { window, tray, display, _server: server, _bus: bus, _home: home, _paper: paper })
    }

    /// Closes and opens the window this often, and prints how soon it was painted. Leaves it open.
    fn first_paints(&self, name: &str, openings: u64) -> Result<Window> {
        let mut window = self.window.take().context("it was measured already")?;
        let (mut clicked, mut made) = (Vec::new(), Vec::new());
        for _ in 0..openings {
            window.close(&self.display)?;
            let marks = marks(&window).len();
            let click = now()?;
            self.tray.click("Open Frontwatch")?;
            window.wait(SOON)?;
            window.text("#sentence")?;
            let painted = wait_until("the first paint", SOON, || painted(&window))?;
            let created = marks_after(&window, marks)?;
            clicked.push(painted - click);
            made.push(painted - created);
        }
        print(&format!(
            "{name}: first paint {} ms after it is made, {} ms after the click",
            spread(made),
            spread(clicked)
        ))?;
        Ok(window)
    }
}

/// When the engine of the window painted something of the page for the first time, by its own account; milliseconds since
/// 1970.
fn painted(window: &Window) -> Result<Option<f64>> {
    let first = "const [paint] = performance.getEntriesByName('first-contentful-paint'); \
                 return paint ? performance.timeOrigin + paint.startTime : null";
    Ok(window.script(first)?.as_f64())
}

/// When the shell began to make a window, each time; milliseconds since 1970.
fn marks(window: &Window) -> Vec<f64> {
    let lines = window.errors();
    let marked = lines.iter().filter(|line| line.contains(MARK)).filter_map(|line| line.split_whitespace().next());
    marked.filter_map(|at| at.parse::<Timestamp>().ok()).map(milliseconds).collect()
}

fn marks_after(window: &Window, before: usize) -> Result<f64> {
    wait_until("the shell's word that it makes the window", SOON, || Ok(marks(window).get(before).copied()))
}

/// Scrolls a page down and up again, a part of the way each frame, and says how long the frames took.
fn frames(window: &Window, view: &str, count: u64) -> Result<String> {
    window.click(&format!("[data-nav={view}]"))?;
    window.text("main")?;
    std::thread::sleep(Duration::from_millis(500));
    let scroll = format!(
        "window.frames_taken = null;
         (async () => {{
             const next = () => new Promise((drawn) => requestAnimationFrame(drawn));
             const height = document.documentElement.scrollHeight;
             // A quick wheel: nobody reads what passes faster.
             const step = Math.min(400, Math.max(1, (2 * height) / {count}));
             const taken = [];
             scrollTo(0, 0);
             await next();
             let before = await next();
             for (let frame = 0; frame < {count}; frame++) {{
                 scrollBy(0, frame < {count} / 2 ? step : -step);
                 const now = await next();
                 taken.push(now - before);
                 before = now;
             }}
             window.frames_taken = [document.querySelectorAll('*').length, height, ...taken];
         }})();"
    );
    window.script(&scroll)?;
    let taken = wait_until("the frames", PATIENCE, || {
        std::thread::sleep(Duration::from_millis(200));
        Ok(window.script("return window.frames_taken")?.as_array().cloned())
    })?;
    let mut taken: Vec<f64> = taken.iter().filter_map(serde_json::Value::as_f64).collect();
    ensure!(taken.len() > 2, "no frames were taken");
    let (about, frames) = taken.split_at_mut(2);
    frames.sort_by(f64::total_cmp);
    let at = |part: usize| frames.get((frames.len() * part / 1000).min(frames.len() - 1)).copied().unwrap_or_default();
    Ok(format!(
        "{} elements, {} px; frames {:.1} ms in the median, {:.1} ms at the 95th percentile, {:.1} ms the longest of {}",
        about[0],
        about[1],
        at(500),
        at(950),
        at(1000),
        frames.len()
    ))
}

/// The middle one, and the longest.
fn spread(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    format!("{middle:.0} (at most {:.0})", times.last().copied().unwrap_or_default())
}

/// Milliseconds since 1970.
fn now() -> Result<f64> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64() * 1000.0)
}

/// Milliseconds since 1970.
fn milliseconds(at: Timestamp) -> f64 {
    at.duration_since(Timestamp::UNIX_EPOCH).as_secs_f64() * 1000.0
}

fn print(line: &str) -> Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{line}")?;
    Ok(output.flush()?)
}

fn say(line: &str) {
    // Where nobody listens, nothing is to be said.
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
