//! `frontwatch-browser-host`: prints the address to open, once; ends when it is asked to.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Parser;
use frontwatch_browser_host::serve;
use frontwatch_demo::Desks;
use frontwatch_engine::place::Place;

/// The window in a browser, for tests and for working on it.
#[derive(Debug, Parser)]
struct Arguments {
    /// The configuration file
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// The data directory
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The built interface
    #[arg(long, value_name = "DIR", default_value = "ui/dist")]
    dist: PathBuf,
    /// The port on 127.0.0.1; 0 is any free one
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the address is what it is for")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    anyhow::ensure!(arguments.dist.join("index.html").exists(), "the interface is not built: run script/ui build");
    let place = Place::new(Some(&arguments.config), Some(&arguments.data))?;
    // Clicks on notifications open nothing here: a browser is opened by a person.
    let (opens, _) = tokio::sync::mpsc::unbounded_channel();
    let desks = Desks::open(&place, opens).await;
    let (address, server) = serve(Arc::clone(&desks), &arguments.dist, arguments.port).await?;
    println!("{address}");
    tokio::select! {
        () = server => {}
        _ = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
    }
    desks.close().await;
    Ok(())
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut asked) => drop(asked.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
