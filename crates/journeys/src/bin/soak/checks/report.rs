//! What the table of very many checks says, in words and as a plot.

use anyhow::{Context, Result};

use crate::plot::{Panel, svg};
use crate::print;
use crate::table::Table;
use crate::trend::Trend;

/// What of the run does not count: caches fill, the store fills.
const SETTLING: f64 = 0.25;
/// How much more than it may keep there may lie on the disk, MiB: the log beside the database, at its longest.
const LOG: f64 = 8.0;
/// What may be more at the end than after the first quarter. Threads that may block come and go with what there is to judge.
const MOST_GROWTH: [(&str, f64); 4] = [("own_mib", 6.0), ("in_use_mib", 2.0), ("descriptors", 1.0), ("threads", 2.0)];
/// Says what a table shows, and whether everything in it held.
pub(crate) fn report(table: &Table) -> Result<bool> {
    let last = |column: &str| table.last(column);
    let checks = last("checks")?;
    print(&format!(
        "{checks} checks and {} more looks, {:.1} hours of the clock in {:.0} s",
        last("others")?,
        last("hours")?,
        last("seconds")?
    ))?;
    let mut good = true;
    let mut judge = |holds: bool| {
        good &= holds;
        if holds { "as it should be" } else { "NOT as it should be" }
    };
    for (column, most) in MOST_GROWTH {
        let points = table.points("checks", column, None)?;
        let counts = |at: f64| (at / checks - SETTLING) / (1.0 - SETTLING);
        let counted: Vec<(f64, f64)> =
            points.iter().map(|(at, value)| (counts(*at), *value)).filter(|(at, _)| *at >= 0.0).collect();
        let trend = Trend::through(&counted).context("too few points")?;
        let verdict = judge(trend.at_least() <= most);
        print(&format!("{column}: {trend} over the last three quarters, at most {most}: {verdict}"))?;
    }
    let (stored, keep) = (table.most("store_mib")?, last("keep_mib")?);
    let verdict = judge(stored <= keep + LOG);
    print(&format!(
        "store: {stored:.1} MiB at the most, {:.1} at the end, {keep:.1} to be kept and a log of {LOG} beside: {verdict}",
        last("store_mib")?
    ))?;
    let late = last("late")?;
    let verdict = judge(late <= 0.0);
    print(&format!(
        "deadlines: {late} checks late, the latest by {:.1} s beyond its jitter: {verdict}",
        last("latest_by_s")?
    ))?;
    let (attacks, told) = (last("attacks")?, last("told")?);
    let verdict = judge(told >= attacks);
    print(&format!(
        "attacks and faults: {told} of {attacks} told while they lasted, the latest after {:.0} s: {verdict}",
        last("slowest_s")?
    ))?;
    Ok(good)
}

/// A plot of a table.
pub(crate) fn draw(table: &Table) -> Result<String> {
    let checks = table.last("checks")?;
    let of = |column: &str| table.points("checks", column, None);
    let panel = |title: &str, name: &'static str, column: &str| -> Result<Panel> {
        let points = of(column)?;
        let counted: Vec<(f64, f64)> = points.iter().copied().filter(|(at, _)| *at >= checks * SETTLING).collect();
        let ends = |trend: Trend| Some(((counted.first()?.0, trend.ends.0), (counted.last()?.0, trend.ends.1)));
        let trend = Trend::through(&counted).and_then(ends);
        Ok(Panel { title: title.to_owned(), lines: vec![(name, points)], trend, bound: None })
    };
    let store = panel("Store, MiB; the broken red line is what it may keep", "store", "store_mib")?;
    let panels = [
        panel("Memory of the process itself, MiB", "its own", "own_mib")?,
        panel("Memory in use of it, without the database's library, MiB", "in use", "in_use_mib")?,
        panel("File descriptors", "descriptors", "descriptors")?,
        panel("Threads", "threads", "threads")?,
        Panel { bound: Some(table.last("keep_mib")?), trend: None, ..store },
        Panel { trend: None, ..panel("Checks later than they may be", "late", "late")? },
    ];
    let title = format!("{checks} checks, {:.0} hours of the clock", table.last("hours")?);
    Ok(svg(&title, "checks", &panels))
}
