//! Logs that a person can hand on with a report: a few files of bounded size beside the store, for their owner alone. What they
//! hold is made discreet (`core::text::discreet`). May not keep anybody waiting, nor end anything: where the disk fails or is
//! slow, lines are lost, and how many is said when it is well again.

use std::fs::{self, File};
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use frontwatch_core::text::discreet;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _};

use crate::store::private;

/// The logs' folder in the data directory.
pub const FOLDER: &str = "logs";

/// A file that is longer than this is put away, and a new one begun. Bytes.
pub const LARGEST: u64 = 1 << 20;

/// How many files of one program there are at most, the current one among them.
pub const FILES: usize = 4;

/// What is kept: of other people's crates only what is wrong.
const KEPT: &str =
    "warn,frontwatch=info,frontwatch_core=info,frontwatch_demo=info,frontwatch_desktop=info,frontwatch_engine=info";

/// Lines that may wait for the disk.
const WAITING: usize = 1024;

/// How long after a failure the disk is tried again.
const AGAIN: Duration = Duration::from_secs(10);

/// How long the end of the program waits for the last lines.
const LAST: Duration = Duration::from_secs(1);

/// Says what is logged to stderr, and to the files of `program` in this data directory, where one is given. The last lines are
/// written when what this returns is dropped.
pub fn start(files: Option<(&Path, &str)>) -> Logs {
    let shown = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        // Colours are for a person at a terminal; a log file is read by others.
        .with_ansi(io::stderr().is_terminal())
        .with_filter(EnvFilter::try_from_env("FRONTWATCH_LOG").unwrap_or_else(|_| EnvFilter::new("error")));
    let (logs, lines) = match files.map(|(data, program)| keep(data.join(FOLDER), program)) {
        Some((logs, lines)) => (logs, Some(lines)),
        None => (Logs { done: None }, None),
    };
    let kept = lines.map(|lines| {
        let plain = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(lines);
        plain.with_filter(EnvFilter::new(KEPT))
    });
    tracing_subscriber::registry().with(shown).with(kept).init();
    tracing::info!(version = env!("CARGO_PKG_VERSION"), system = std::env::consts::OS, "started");
    logs
}

/// The running logs.
#[derive(Debug)]
#[must_use = "the last lines are written when it is dropped"]
pub struct Logs {
    /// Asks for the end, and hears of it.
    done: Option<(SyncSender<Job>, Receiver<()>)>,
}

impl Drop for Logs {
    fn drop(&mut self) {
        let Some((jobs, done)) = self.done.take() else { return };
        let begun = Instant::now();
        // The lines that wait come first. A disk that hangs is not waited for.
        while begun.elapsed() < LAST {
            match jobs.try_send(Job::End) {
                Err(TrySendError::Full(_)) => std::thread::sleep(Duration::from_millis(5)),
                Err(TrySendError::Disconnected(_)) => return,
                Ok(()) => {
                    let _ = done.recv_timeout(LAST.saturating_sub(begun.elapsed()));
                    return;
                }
            }
        }
    }
}

#[derive(Debug)]
enum Job {
    Line(Vec<u8>),
    End,
}

/// Where lines go in; never waits.
#[derive(Debug, Clone)]
struct Lines {
    jobs: SyncSender<Job>,
    lost: Arc<AtomicU64>,
}

impl Write for Lines {
    /// An event is one call.
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        if self.jobs.try_send(Job::Line(event.to_vec())).is_err() {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Starts the thread that writes.
fn keep(folder: PathBuf, program: &str) -> (Logs, Lines) {
    let (jobs, waiting) = sync_channel(WAITING);
    let (ended, done) = sync_channel(1);
    let lost = Arc::new(AtomicU64::new(0));
    let mut files = Files { folder, program: program.to_owned(), open: None, failed: None };
    let counted = Arc::clone(&lost);
    let thread = std::thread::Builder::new().name("logs".to_owned()).spawn(move || {
        while let Ok(Job::Line(event)) = waiting.recv() {
            let line = String::from_utf8_lossy(&event);
            files.add(&discreet(line.trim_end()), &counted);
        }
        // Nobody need wait for it.
        let _ = ended.try_send(());
    });
    // Without a thread lines have nowhere to go, and are counted as lost.
    let done = thread.is_ok().then(|| (jobs.clone(), done));
    (Logs { done }, Lines { jobs, lost })
}

/// The files of one program, the latest first: `watch.log`, `watch.1.log`, …
struct Files {
    folder: PathBuf,
    program: String,
    open: Option<(File, u64)>,
    /// When writing failed last.
    failed: Option<Instant>,
}

impl Files {
    fn path(&self, number: usize) -> PathBuf {
        self.folder.join(name(&self.program, number))
    }

    /// Writes a line, or counts it as lost.
    fn add(&mut self, line: &str, lost: &AtomicU64) {
        if self.failed.is_some_and(|at| at.elapsed() < AGAIN) {
            lost.fetch_add(1, Ordering::Relaxed);
            return;
        }
        let before = lost.swap(0, Ordering::Relaxed);
        let text = if before > 0 {
            format!("{before} lines before this one were lost\n{line}\n")
        } else {
            format!("{line}\n")
        };
        let written = self.write(text.as_bytes());
        self.failed = written.is_err().then(Instant::now);
        if self.failed.is_some() {
            self.open = None;
            lost.fetch_add(before + 1, Ordering::Relaxed);
        }
    }

    fn write(&mut self, text: &[u8]) -> io::Result<()> {
        if self.open.as_ref().is_some_and(|(_, length)| length + text.len() as u64 > LARGEST) {
            self.open = None;
            self.put_away()?;
        }
        let (file, length) = match &mut self.open {
            Some(open) => open,
            closed => closed.insert(open(&self.folder, &self.folder.join(name(&self.program, 0)))?),
        };
        file.write_all(text)?;
        *length += text.len() as u64;
        Ok(())
    }

    /// Gives each file the next number; the last one goes.
    fn put_away(&self) -> io::Result<()> {
        for number in (0..FILES - 1).rev() {
            match fs::rename(self.path(number), self.path(number + 1)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

fn name(program: &str, number: usize) -> String {
    if number == 0 { format!("{program}.log") } else { format!("{program}.{number}.log") }
}

/// Opens a file to add to it, for its owner alone, and says how long it is.
fn open(folder: &Path, path: &Path) -> io::Result<(File, u64)> {
    private::dir(folder).map_err(io::Error::other)?;
    drop(private::open(path).map_err(io::Error::other)?);
    let file = File::options().append(true).open(path)?;
    let length = file.metadata()?.len();
    Ok((file, length))
}

/// The end of what was logged into this data directory, oldest first, at most `most` bytes of each program's files.
pub fn latest(data: &Path, most: usize) -> Vec<(String, String)> {
    let programs = ["desktop", "watch"];
    let all = programs.into_iter().map(|program| {
        let mut text = String::new();
        for number in (0..FILES).rev() {
            if let Ok(bytes) = fs::read(data.join(FOLDER).join(name(program, number))) {
                text.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
        let mut from = text.len().saturating_sub(most);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        // Not in the middle of a line.
        let from = if from == 0 { 0 } else { text[from..].find('\n').map_or(text.len(), |end| from + end + 1) };
        (program.to_owned(), text[from..].to_owned())
    });
    all.filter(|(_, text)| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(folder: &Path) -> Vec<(String, u64)> {
        let mut all: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), entry.metadata().unwrap().len()))
            .collect();
        all.sort();
        all
    }

    #[test]
    fn however_much_is_logged_a_few_private_files_of_bounded_size_are_kept() {
        const TIMES: u64 = 3;
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join(FOLDER);
        let lost = AtomicU64::new(0);
        let mut files = Files { folder: folder.clone(), program: "watch".to_owned(), open: None, failed: None };
        let line = "x".repeat(1999);
        for n in 0..TIMES * FILES as u64 * LARGEST / 2000 {
            files.add(&format!("{n:08} {line}"), &lost);
        }
        let found = written(&folder);
        assert_eq!(found.len(), FILES);
        assert!(found.iter().all(|(_, length)| *length <= LARGEST), "{found:?}");
        #[cfg(unix)]
        for (name, _) in &found {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(folder.join(name)).unwrap().permissions().mode() & 0o077, 0);
        }
        let [(program, text)] = latest(home.path(), 10_000).try_into().unwrap();
        assert_eq!((program.as_str(), text.len() <= 10_000, text.lines().count()), ("watch", true, 4));
        let latest_line = TIMES * FILES as u64 * LARGEST / 2000 - 1;
        assert!(text.lines().last().unwrap().starts_with(&format!("{latest_line:08}")));
        frontwatch_proof::proven!(
            "file",
            "logs without end",
            format!(
                "{TIMES} times what is kept; {FILES} files of {} KiB at most stay, their owner's alone",
                LARGEST >> 10
            ),
            "the oldest lines"
        );
    }

    #[test]
    fn a_disk_that_takes_no_line_holds_up_nobody_and_the_loss_is_said() {
        const LINES: usize = 20_000;
        let home = tempfile::tempdir().unwrap();
        // A file stands where the folder should be.
        let folder = home.path().join(FOLDER);
        fs::write(&folder, "in the way").unwrap();
        let (logs, mut lines) = keep(folder.clone(), "watch");
        let begun = Instant::now();
        (0..LINES).for_each(|n| lines.write_all(format!("line {n}\n").as_bytes()).unwrap());
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        drop(logs);
        assert_eq!(lines.lost.load(Ordering::Relaxed), LINES as u64);

        fs::remove_file(&folder).unwrap();
        let mut files = Files { folder: folder.clone(), program: "watch".to_owned(), open: None, failed: None };
        files.add("well again", &lines.lost);
        let text = fs::read_to_string(folder.join("watch.log")).unwrap();
        assert_eq!(text, format!("{LINES} lines before this one were lost\nwell again\n"));
        frontwatch_proof::proven!(
            "file",
            "logs that cannot be written",
            format!(
                "{LINES} lines with a file in the place of their folder; nobody waits, and how many were lost is said"
            ),
            "the lines"
        );
    }
}
