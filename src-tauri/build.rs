//! Gives the shell its configuration, and the window the permission to call exactly these commands.

use std::path::Path;

use anyhow::{Context as _, ensure};
use tauri_build::{AppManifest, Attributes};

fn main() -> anyhow::Result<()> {
    let page = Path::new("../ui/dist/index.html");
    ensure!(page.exists(), "the window has not been built: run script/ui build (it needs Node 20.19 or later)");
    let commands = &["ask", "route", "shell", "set_autostart", "open_page", "quit", "stay"];
    tauri_build::try_build(Attributes::new().app_manifest(AppManifest::new().commands(commands)))
        .context("src-tauri/tauri.conf.json or src-tauri/capabilities")
}
