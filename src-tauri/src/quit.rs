//! The end, in order: the watch stores what waits, then the shell goes. It is waited for, but not for ever.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::{AppHandle, Manager as _};

use crate::Watch;

/// How long storing what waits may take; a disk that hangs must not keep the program.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether the end has begun.
#[derive(Debug, Default)]
pub(crate) struct Ending(AtomicBool);

/// Ends the program. Asked a second time, nothing more happens: it is ending.
pub(crate) fn quit(app: &AppHandle) {
    if app.state::<Ending>().0.swap(true, Ordering::Relaxed) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        if tokio::time::timeout(PATIENCE, app.state::<Watch>().close()).await.is_err() {
            tracing::error!("not everything could be stored within {} s", PATIENCE.as_secs());
        }
        app.exit(0);
    });
}

/// Quits when the session ends or somebody asks the process to; asked again, at once.
pub(crate) fn on_signals(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        asked_to_end().await;
        quit(&app);
        asked_to_end().await;
        app.exit(0);
    });
}

#[cfg(unix)]
async fn asked_to_end() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                // Without it the terminal can't ask; a signal still can.
                Ok(()) = tokio::signal::ctrl_c() => {}
            }
        }
        Err(error) => {
            tracing::warn!(%error, "this process can only be ended from the tray");
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(not(unix))]
async fn asked_to_end() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
