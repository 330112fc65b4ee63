//! `frontwatch-newsroom`: the newsroom on its own, commanded over HTTP.

use std::io::{self, Write as _};
use std::time::Duration;

use anyhow::Context as _;
use clap::Parser;
use frontwatch_newsroom::{Attack, Newsroom, Options, Roster};

#[cfg(feature = "hostile")]
#[path = "main/hostile.rs"]
mod hostile;

/// A loopback newsroom to watch: made-up outlets that publish, and can be attacked on command.
#[derive(Debug, Parser)]
#[command(version)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
struct Arguments {
    /// How many outlets
    #[arg(long, default_value_t = 6)]
    outlets: usize,
    /// The six outlets of Demo Media Group instead
    #[arg(long, conflicts_with = "outlets")]
    demo: bool,
    /// The port of all outlets and of control; 0 for any free one
    #[arg(long, default_value_t = 8800)]
    port: u16,
    /// About how large a front page is, in kB
    #[arg(long, default_value_t = 60, value_name = "KB")]
    kb: usize,
    /// What everything made up follows from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, help = "Send ETag and Last-Modified, and answer 304")]
    etag: bool,
    /// Never send gzip
    #[arg(long)]
    no_gzip: bool,
    /// Publish by itself this often
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    publish_every: Option<u64>,
    /// Open in an attacked state; may be given again
    #[arg(long, value_name = "OUTLET=ATTACK", value_parser = attacked)]
    attacked: Vec<(String, Attack)>,
    /// Print the outlets as JSON, one a line
    #[arg(long)]
    json: bool,
    /// No newsroom, but a server that means harm; `list` names them all. Prints how to watch it
    #[cfg(feature = "hostile")]
    #[arg(long, value_name = "NAME", exclusive = true)]
    hostile: Option<String>,
}

fn attacked(text: &str) -> Result<(String, Attack), String> {
    let (outlet, attack) = text.split_once('=').ok_or("expected OUTLET=ATTACK, such as all=cover")?;
    Ok((outlet.to_owned(), attack.parse().map_err(|error: frontwatch_newsroom::NotAnAttack| error.to_string())?))
}

// One thread serves thousands of pages a second, and leaves the other cores to what is measured.
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    #[cfg(feature = "hostile")]
    if let Some(name) = &arguments.hostile {
        return hostile::serve(name).await;
    }
    let newsroom = Newsroom::start(Options {
        roster: if arguments.demo { Roster::DemoGroup } else { Roster::Generated(arguments.outlets) },
        port: arguments.port,
        page_kb: arguments.kb,
        seed: arguments.seed,
        gzip: !arguments.no_gzip,
        validators: arguments.etag,
        publish_every: arguments.publish_every.map(Duration::from_secs),
        attacked: arguments.attacked,
        ..Options::default()
    })
    .await
    .context("the newsroom cannot open")?;
    announce(&newsroom, arguments.json).context("the list of outlets cannot be written")?;
    stopped().await.context("the newsroom cannot wait for a signal to stop")?;
    newsroom.stop().await;
    Ok(())
}

fn announce(newsroom: &Newsroom, json: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for outlet in newsroom.outlets() {
        if json {
            writeln!(out, "{}", serde_json::to_string(&outlet)?)?;
        } else {
            writeln!(out, "{:10} {} {:24} {}", outlet.slug, outlet.language, outlet.homepage, outlet.name)?;
        }
    }
    if !json {
        writeln!(out, "commands: {} (GET lists them); stop with Ctrl+C", newsroom.control())?;
    }
    out.flush()
}

/// Returns at Ctrl+C or SIGTERM.
async fn stopped() -> io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate())?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted,
            _ = terminated.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
