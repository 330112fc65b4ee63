//! The end, in order: the watch stores what waits, then the shell goes.

use tauri::{AppHandle, Manager as _};

use crate::Watch;

/// Ends the program.
pub(crate) fn quit(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        app.state::<Watch>().close().await;
        app.exit(0);
    });
}

/// Quits when the session ends or somebody asks the process to.
pub(crate) fn on_signals(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        asked_to_end().await;
        quit(&app);
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
        std::future::pending().await
    }
}
