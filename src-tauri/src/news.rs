//! Passes on that something changed, to the tray and to the window, a few times a second at the most. What it is, they
//! ask for: a window that was opened late, or missed a word, shows the same as any other.

use std::sync::Arc;
use std::time::Duration;

use tauri::AppHandle;

use crate::window::News;
use crate::{Watch, tray, window};

/// Between two words of change: faster than a person reads, slower than two hundred watches change.
const PACE: Duration = Duration::from_millis(200);

/// Follows the watch until it ends.
pub(crate) fn follow(app: AppHandle, desks: &Watch, with_tray: bool) {
    let desks = Arc::clone(desks);
    let mut changes = desks.changes();
    tauri::async_runtime::spawn(async move {
        loop {
            if with_tray {
                let (now, app, speech) = (desks.tray().await, app.clone(), desks.speech().clone());
                // Changing the tray waits for the main thread; the workers of the watch must not.
                let shown = tauri::async_runtime::spawn_blocking(move || tray::show(&app, &now, &speech));
                if let Err(error) = shown.await {
                    tracing::error!(%error, "the tray does not show how things stand");
                }
            }
            window::tell(&app, News::Changed);
            tokio::time::sleep(PACE).await;
            if changes.changed().await.is_err() {
                return;
            }
        }
    });
}
