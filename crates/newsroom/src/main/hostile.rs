//! A hostile server on its own, for looking at by hand: how to watch it, and that it turns once somebody presses Enter.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use anyhow::Context as _;
use frontwatch_newsroom::hostile::{Hostile, HostileServer};

/// Serves until it is stopped; or names all servers.
pub(crate) async fn serve(name: &str) -> anyhow::Result<()> {
    let mut out = io::stdout();
    if name == "list" {
        for hostile in Hostile::all() {
            writeln!(out, "{hostile}")?;
        }
        return Ok(());
    }
    let server = HostileServer::start(name.parse()?).await.context("the hostile server cannot open")?;
    write!(out, "{}", how_to_watch(&server)?)?;
    writeln!(out, "# An ordinary page until you press Enter; stop with Ctrl+C.")?;
    out.flush()?;
    // A thread of its own: reading from a terminal can't be given up when it is time to stop.
    let (pressed, mut turns) = tokio::sync::mpsc::channel(1);
    std::thread::spawn(move || {
        let mut line = String::new();
        // Nobody is there to press it where this fails.
        if io::stdin().read_line(&mut line).is_ok_and(|read| read > 0) {
            let _ = pressed.blocking_send(());
        }
    });
    if turns.recv().await.is_some() {
        server.turn().await.context("what it is to send cannot be made")?;
        writeln!(out, "# {name}, from now on.")?;
    }
    super::stopped().await.context("it cannot wait for a signal to stop")
}

/// A configuration of Frontwatch, with what it needs besides as comments.
fn how_to_watch(server: &HostileServer) -> io::Result<String> {
    // Writing into a string does not fail.
    let mut text = String::from("[watching]\n");
    match (server.resolver(), server.proxy()) {
        (Some(resolver), _) => {
            let _ = writeln!(text, "interval = \"10s\"\nresolvers = [\"{resolver}\"]\nsystem_resolvers = false");
        }
        (None, Some(_)) => text.push_str("interval = \"10s\"\n"),
        (None, None) => text.push_str("interval = \"2s\"\n"),
    }
    if server.homepage().scheme() == "https" {
        text.push_str("certificate_authorities = [\"authority.pem\"]   # the certificate below, in a file\n");
    }
    let _ = write!(text, "\n[[outlet]]\nname = \"Hostile\"\nhomepage = \"{}\"\n", server.homepage());
    if let Some(feed) = server.feed() {
        let _ = writeln!(text, "feed = \"{feed}\"");
    }
    if let Some(proxy) = server.proxy() {
        let _ = writeln!(text, "\n# Run Frontwatch with HTTP_PROXY=http://{proxy} in its environment.");
    }
    if server.homepage().scheme() == "https" {
        text.extend(HostileServer::authority()?.lines().map(|line| format!("# {line}\n")));
    }
    Ok(text)
}
