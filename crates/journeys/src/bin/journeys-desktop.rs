//! The engine's desktop notifications as a process of their own.
//!
//! A program finds its session bus by its environment, so a test that wants another bus needs another process. This
//! one does what it reads, one JSON value a line: `{"raise": NOTICE}`, `{"close": KEY}`, `"probe"`. What came
//! of it, and every click, it prints the same way. It ends with its input.

use std::io::{BufRead, Write};
use std::time::Instant;

use anyhow::Result;
use frontwatch_core::notify::Notice;
use frontwatch_core::text::Speech;
use frontwatch_engine::notify::{ButtonLabels, Desktop, probe};
use frontwatch_engine::ports::{Click, NotDelivered, Notifier};
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::mpsc;

/// What can be asked for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Order {
    Raise(Box<Notice>),
    Close(String),
    Probe,
}

fn main() -> Result<()> {
    let (clicks, clicked) = mpsc::channel(16);
    std::thread::spawn(move || report(clicked));
    let labels = ButtonLabels::new(Speech::new(&["en".to_owned()], TimeZone::UTC));
    let desktop = Desktop::new(labels, clicks)?;
    for line in std::io::stdin().lock().lines() {
        let begun = Instant::now();
        let came_of_it = match serde_json::from_str(&line?)? {
            Order::Raise(notice) => {
                json!({"raised": notice.key, "error": error(desktop.raise(&notice).err())})
            }
            Order::Close(key) => {
                desktop.close(&key);
                json!({"closed": key})
            }
            Order::Probe => match probe() {
                Ok(server) => {
                    json!({"server": server.name, "capabilities": server.capabilities, "error": null})
                }
                Err(failed) => json!({"server": null, "error": error(Some(failed))}),
            },
        };
        say(&came_of_it, begun)?;
    }
    Ok(())
}

/// Prints every click as it comes.
fn report(mut clicked: mpsc::Receiver<Click>) {
    while let Some(Click { key, button }) = clicked.blocking_recv() {
        if say(&json!({"click": key, "button": button}), Instant::now()).is_err() {
            return;
        }
    }
}

fn error(failed: Option<NotDelivered>) -> Option<&'static str> {
    failed.map(|failed| match failed {
        NotDelivered::NoServer(_) => "no server",
        NotDelivered::Refused(_) => "refused",
        NotDelivered::Away { .. } | NotDelivered::Unwanted(_) => "elsewhere",
    })
}

fn say(line: &Value, begun: Instant) -> Result<()> {
    let mut line = line.clone();
    line["seconds"] = begun.elapsed().as_secs_f64().into();
    let mut output = std::io::stdout().lock();
    writeln!(output, "{line}")?;
    Ok(output.flush()?)
}
