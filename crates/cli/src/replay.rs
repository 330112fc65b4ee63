//! `frontwatch replay`: stored snapshots judged as if they were seen live, by the judgement that the live watch calls.
//!
//! Each folder is one page's history in the order of its files' names. What a snapshot does not say (headers, a status,
//! pictures) is absent evidence, never "normal".

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use clap::{Args as ClapArgs, ValueEnum};
use frontwatch_core::baseline::Baseline;
use frontwatch_core::detect::{Judged, Look, judge};
use frontwatch_core::extract::{decode, extract};
use frontwatch_core::observation::Headers;
use frontwatch_core::parts::Parts;
use frontwatch_core::snapshot::Beside;
use frontwatch_core::text::{Message, Speech, errors, words as terms};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::{Expect, WatchKind};
use frontwatch_engine::api::happening::Said;
use frontwatch_engine::fetch::decode::unpacked;
use jiff::Timestamp;
use serde::Serialize;
use url::Url;

use crate::exit::Problem;
use crate::output;

/// How many folders are judged at a time.
const THREADS: usize = 2;
/// The address of a page that does not say its own.
const NOWHERE: &str = "https://page.invalid/";

/// The arguments of `replay`.
#[derive(Debug, Clone, ClapArgs)]
pub(crate) struct Args {
    /// Folders of snapshots, each one page's history in name order
    #[arg(required = true, value_name = "DIR")]
    dirs: Vec<PathBuf>,
    /// How many snapshots make the first baseline
    #[arg(long, value_name = "N", default_value_t = 3)]
    learn: usize,
    /// What kind of page it is
    #[arg(long, value_enum, default_value = "homepage")]
    kind: Kind,
    /// For an admin page: what should be there
    #[arg(long, value_enum)]
    expect: Option<Expected>,
    /// For `--expect json`: JSON pointers with * to what may not change
    #[arg(long, value_name = "POINTER")]
    values: Vec<String>,
    /// Print one JSON object a line
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Homepage,
    Admin,
    Feed,
    Article,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Expected {
    Login,
    Denied,
    Gone,
    Json,
}

/// Judges the histories and prints what was judged.
///
/// Exit status: 2 where a folder cannot be listed, else 1 where there was an alarm, else 3 where every judged snapshot was
/// inconclusive, else 0.
pub(crate) fn run(args: &Args, speech: &Speech) -> Result<ExitCode, Problem> {
    let next = AtomicUsize::new(0);
    let (send, receive) = mpsc::channel();
    let mut tally = Tally::default();
    std::thread::scope(|scope| {
        for _ in 0..THREADS.min(args.dirs.len()) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                while let Some(dir) = args.dirs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let at = args.dirs.iter().position(|other| std::ptr::eq(other, dir)).unwrap_or_default();
                    if send.send((at, history(dir, args, speech))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        print(&receive, args, speech, &mut tally)
    })?;
    Ok(ExitCode::from(if tally.unlisted > 0 {
        2
    } else if tally.alarms > 0 {
        1
    } else if tally.judged > 0 && tally.inconclusive == tally.judged {
        3
    } else {
        0
    }))
}

#[derive(Debug, Default)]
struct Tally {
    judged: usize,
    alarms: usize,
    inconclusive: usize,
    unlisted: usize,
}

/// One judged snapshot.
struct Row {
    file: PathBuf,
    at: Timestamp,
    judged: Judged,
}

/// Prints histories in the order of the arguments, as they come in.
fn print(
    receive: &mpsc::Receiver<(usize, Result<Vec<Row>, Message>)>,
    args: &Args,
    speech: &Speech,
    tally: &mut Tally,
) -> io::Result<()> {
    let mut out = std::io::stdout().lock();
    let mut waiting = BTreeMap::new();
    let mut turn = 0;
    for (at, history) in receive {
        waiting.insert(at, history);
        while let Some(history) = waiting.remove(&turn) {
            let dir = &args.dirs[turn];
            turn += 1;
            let rows = match history {
                Ok(rows) => rows,
                Err(why) => {
                    tally.unlisted += 1;
                    output::note(&format!("frontwatch: {}", speech.say(&why)));
                    continue;
                }
            };
            for row in &rows {
                tally.judged += 1;
                match row.judged.judgement.verdict {
                    Verdict::Alarm => tally.alarms += 1,
                    Verdict::Learning | Verdict::Inconclusive => tally.inconclusive += 1,
                    _ => {}
                }
            }
            if args.json {
                for row in &rows {
                    writeln!(out, "{}", serde_json::to_string(&Line::new(dir, row, speech))?)?;
                }
            } else {
                write_table(&mut out, dir, &rows, speech)?;
            }
        }
    }
    out.flush()?;
    Ok(())
}

/// Judges one folder's history.
fn history(dir: &Path, args: &Args, speech: &Speech) -> Result<Vec<Row>, Message> {
    let snapshots = snapshots(dir, speech)?;
    let own = own_address(&snapshots, args.learn);
    let mut baseline = Baseline::default();
    let mut rows = Vec::new();
    for (at, snapshot) in snapshots.iter().enumerate() {
        let judged = snapshot.judge(&own, args, &baseline);
        baseline.learn(&judged, snapshot.at);
        if at + 1 == args.learn {
            baseline.close();
        }
        if at >= args.learn {
            rows.push(Row { file: snapshot.file.clone(), at: snapshot.at, judged });
        }
    }
    Ok(rows)
}

/// A stored snapshot.
struct Snapshot {
    file: PathBuf,
    body: Vec<u8>,
    at: Timestamp,
    url: Option<Url>,
    status: u16,
    headers: Headers,
}

/// Reads a folder's snapshots in name order. One that cannot be read or is empty is reported, and the rest goes on.
fn snapshots(dir: &Path, speech: &Speech) -> Result<Vec<Snapshot>, Message> {
    let unlisted = |error: io::Error| {
        let why = errors::system(&error).into();
        Message::new("replay-unlisted").own("dir", dir.display()).with("why", why)
    };
    let entries = fs::read_dir(dir).map_err(unlisted)?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(unlisted)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_file() && !name.starts_with('.') && !name.ends_with(".meta.json") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Message::new("replay-none").own("dir", dir.display()));
    }
    let mut snapshots: Vec<Snapshot> = Vec::new();
    for file in files {
        let before = snapshots.last().map(|snapshot| snapshot.at);
        match snapshot(&file, before) {
            Ok(snapshot) => snapshots.push(snapshot),
            Err(why) => {
                let left_out = Message::new("replay-left-out").with("why", why.into());
                output::note(&format!("frontwatch: {}", speech.say(&left_out)));
            }
        }
    }
    Ok(snapshots)
}

fn snapshot(file: &Path, before: Option<Timestamp>) -> Result<Snapshot, Message> {
    let of = |id: &'static str, file: &Path| Message::new(id).own("file", file.display());
    let read = |file: &Path| {
        fs::read(file).map_err(|error| of("replay-unread", file).with("why", errors::system(&error).into()))
    };
    let body = read(file)?;
    if body.is_empty() {
        return Err(of("replay-empty", file));
    }
    let beside = file.with_extension("meta.json");
    let beside = if beside.is_file() {
        Beside::read(&read(&beside)?).map_err(|error| of("replay-meta", &beside).own("detail", error))?
    } else {
        Beside::default()
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // A stored sitemap may be the packed file that was served.
    let body = unpacked(body.into()).map_err(|error| of("replay-packed", file).own("detail", error))?;
    Ok(Snapshot {
        file: file.to_owned(),
        body: body.into(),
        at: beside.fetched(&name, before),
        url: beside.url,
        status: beside.status.unwrap_or(200),
        headers: beside.headers,
    })
}

impl Snapshot {
    fn judge(&self, own: &Url, args: &Args, baseline: &Baseline) -> Judged {
        let text = decode(&self.body, &self.headers);
        judge(
            &Look {
                kind: match args.kind {
                    Kind::Homepage => WatchKind::Homepage,
                    Kind::Admin => WatchKind::Admin,
                    Kind::Feed => WatchKind::Feed,
                    Kind::Article => WatchKind::Article,
                },
                expect: args.expect.map(|expected| match expected {
                    Expected::Login => Expect::Login,
                    Expected::Denied => Expect::Denied,
                    Expected::Gone => Expect::Gone,
                    Expected::Json => Expect::Json,
                }),
                values: &args.values,
                asked: own,
                url: self.url.as_ref().unwrap_or(own),
                chain: &[],
                status: self.status,
                headers: &self.headers,
                text: &text.text,
                at: self.at,
                ignore: &[],
                // A stored page has none: they are absent evidence.
                parts: Parts::default(),
            },
            baseline,
        )
    }
}

/// The page's own address: the one that the first snapshots were stored with, or else the one that they name as canonical or
/// that most of their links lead to.
fn own_address(snapshots: &[Snapshot], learn: usize) -> Url {
    let first = &snapshots[..snapshots.len().min(learn.max(1))];
    if let Some(url) = first.iter().find_map(|snapshot| snapshot.url.clone()) {
        return url;
    }
    #[expect(clippy::expect_used, reason = "a constant address")]
    let nowhere = Url::parse(NOWHERE).expect("an address");
    let mut votes: BTreeMap<String, u32> = BTreeMap::new();
    for snapshot in first {
        let page = extract(&decode(&snapshot.body, &snapshot.headers).text, &nowhere, &[]);
        let mut links = vec![0_usize; page.domains.len()];
        for link in &page.links {
            links[usize::from(link.domain)] += 1;
        }
        let leading = (0..links.len())
            .max_by_key(|domain| links[*domain])
            .filter(|domain| *domain != 0 && links[*domain] * 2 > page.links.len());
        if let Some(domain) = page.canonical.map(usize::from).or(leading) {
            *votes.entry(page.domains[domain].clone()).or_default() += 1;
        }
    }
    let most = votes.into_iter().max_by_key(|(_, votes)| *votes);
    most.and_then(|(domain, _)| Url::parse(&format!("https://{domain}/")).ok()).unwrap_or(nowhere)
}

/// One line of `--json`.
#[derive(Serialize)]
struct Line<'a> {
    dir: Cow<'a, str>,
    file: Cow<'a, str>,
    #[serde(flatten)]
    said: Said,
}

impl<'a> Line<'a> {
    fn new(dir: &'a Path, row: &'a Row, speech: &Speech) -> Self {
        Self { dir: dir.to_string_lossy(), file: row.file.to_string_lossy(), said: said(row, speech) }
    }
}

/// What is said of a snapshot. The words of a stored history know no `learning`: where too little could be learned,
/// nothing can be said.
fn said(row: &Row, speech: &Speech) -> Said {
    let mut said = Said::new(&row.judged.judgement, speech, row.at);
    if said.verdict == Verdict::Learning {
        said.verdict = Verdict::Inconclusive;
    }
    said
}

fn write_table(out: &mut impl io::Write, dir: &Path, rows: &[Row], speech: &Speech) -> io::Result<()> {
    writeln!(out, "{}", dir.display())?;
    let name = |row: &Row| row.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let width = rows.iter().map(|row| name(row).chars().count()).max().unwrap_or_default();
    for row in rows {
        let said = said(row, speech);
        let why = said.signals.first().map_or("", |signal| &signal.summary);
        let verdict = speech.say(&terms::verdict(said.verdict));
        writeln!(out, "  {:width$}  {verdict:12}  {:.2}  {why}", name(row), said.score)?;
    }
    writeln!(out)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Call {
        #[command(flatten)]
        args: Args,
    }

    fn args(dir: &Path, more: &[&str]) -> Args {
        let start = ["replay".to_owned(), dir.display().to_string()];
        Call::parse_from(start.into_iter().chain(more.iter().map(|arg| (*arg).to_owned()))).args
    }

    fn english() -> Speech {
        Speech::new(&[], jiff::tz::TimeZone::UTC)
    }

    fn page(n: usize) -> String {
        let links: Vec<_> = (n..n + 20).map(|story| format!("<li><a href=/s{story}>story {story}</a>")).collect();
        let links = links.concat();
        format!(
            "<html><head><title>Outlet</title><link rel=canonical href=https://outlet.example/></head><body class=a><h1>Outlet</h1><ul>{links}</ul><p>Imprint of the outlet</p></body></html>"
        )
    }

    #[test]
    fn judges_what_follows_the_learned_ones_in_name_order() {
        let dir = tempfile::tempdir().unwrap();
        for n in 0..5 {
            fs::write(dir.path().join(format!("2025022{n}T000000Z.html")), page(n)).unwrap();
        }
        fs::write(dir.path().join("20250226T000000Z.html"), "<title>Hacked by nobody</title>").unwrap();
        fs::write(dir.path().join("20250227T000000Z.html"), "").unwrap();
        fs::write(dir.path().join("20250228T000000Z.html"), "<title>Moved").unwrap();
        let meta = r#"{"status": 403, "headers": {"X": "y"}}"#;
        fs::write(dir.path().join("20250228T000000Z.meta.json"), meta).unwrap();
        let rows = history(dir.path(), &args(dir.path(), &[]), &english()).unwrap();
        let speech = english();
        let lines: Vec<_> = rows.iter().map(|row| Line::new(dir.path(), row, &speech)).collect();
        let lines: Vec<serde_json::Value> = lines.iter().map(|line| serde_json::to_value(line).unwrap()).collect();
        let verdicts: Vec<_> = lines.iter().map(|line| line["verdict"].as_str().unwrap()).collect();
        assert_eq!(verdicts, ["normal", "normal", "alarm", "inconclusive"]);
        let line = &lines[2];
        for field in ["kind", "weight", "summary", "before", "after"] {
            assert!(!line["signals"][0][field].is_null(), "{field} in {line}");
        }
        assert_eq!((&line["severity"], &line["verdict"]), (&"critical".into(), &"alarm".into()));
    }

    #[test]
    fn one_learned_snapshot_is_enough_where_a_person_says_so() {
        let dir = tempfile::tempdir().unwrap();
        for n in 0..3 {
            fs::write(dir.path().join(format!("{n}.html")), page(0)).unwrap();
        }
        let rows = history(dir.path(), &args(dir.path(), &["--learn", "1"]), &english()).unwrap();
        assert!(rows.iter().all(|row| row.judged.judgement.verdict == Verdict::Normal));
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn finds_the_address_that_a_page_calls_its_own() {
        let dir = tempfile::tempdir().unwrap();
        let own = |dir: &Path| own_address(&snapshots(dir, &english()).unwrap(), 3).to_string();
        fs::write(dir.path().join("a.html"), page(0)).unwrap();
        assert_eq!(own(dir.path()), "https://outlet.example/");
        fs::write(dir.path().join("a.meta.json"), r#"{"url": "https://other.example/x"}"#).unwrap();
        assert_eq!(own(dir.path()), "https://other.example/x");
    }
}
