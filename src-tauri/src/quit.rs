//! The end, in order: a person who quits while alarms are open is asked first, in the window; then the watch stores what waits,
//! and the shell goes. All of it is waited for, but not for ever, and whoever ends the process by a signal is not asked.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::{AppHandle, Manager as _};

use crate::window::News;
use crate::{Watch, window};

/// How long storing what waits may take; a disk that hangs must not keep the program.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long the watch may take to say whether alarms are open.
const ANSWER_WITHIN: Duration = Duration::from_secs(2);

/// Whether a person is being asked whether they mean to quit.
#[derive(Debug, Default)]
pub(crate) struct Question(AtomicBool);

/// Whether the end has begun.
#[derive(Debug, Default)]
pub(crate) struct Ending(AtomicBool);

/// Quits as a person wishes: with alarms open the window asks whether they mean it. Choosing it again while the question stands
/// is the answer, so that no window that can't be shown keeps the program.
pub(crate) fn ask(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let open = tokio::time::timeout(ANSWER_WITHIN, app.state::<Watch>().has_open_alarms()).await;
        if !open.unwrap_or(false) || app.state::<Question>().0.swap(true, Ordering::Relaxed) {
            return quit(&app);
        }
        window::open(&app);
        // One that is open already asks what the shell has to say; one that is not, when it is made.
        window::tell(&app, News::Shell);
    });
}

/// The answer was no, or there is nobody to answer.
pub(crate) fn stay(app: &AppHandle) {
    if app.state::<Question>().0.swap(false, Ordering::Relaxed) {
        window::tell(app, News::Shell);
    }
}

/// Whether the window is to ask.
pub(crate) fn is_asked(app: &AppHandle) -> bool {
    app.state::<Question>().0.load(Ordering::Relaxed)
}

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
